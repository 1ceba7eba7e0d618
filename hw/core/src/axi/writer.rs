//! Writes granules, entries and completions to host memory.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::{GranuleHalf, PlacedEntry};
use crate::blocks::{Code, Fifo, Skid};
use rust_hdl::prelude::*;

/// One burst's address.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct WriteAddress {
    /// Where it begins.
    pub address: Bits<64>,
    /// It has two beats, not one.
    pub two_beats: Bit,
}

/// One beat of a burst.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct WriteData {
    /// Its bytes.
    pub data: Bits<256>,
    /// It is the burst's last.
    pub last: Bit,
}

/// AXI4 write master: bursts of two beats for granules, of one for entries and completions, one ID, in order.
///
/// * Enters: FIFO outputs, taken when their turn comes; a completion, taken when `completion_read`.
/// * Leaves: AW and W three clocks later at full rate; counts and errors of each ring, two clocks after the response.
/// * What comes for a ring that is not `live` is taken and not written; an entry of it counts as done when all that was written before it is answered.
/// * Order: entries go first, but a FRAME entry waits until every granule of its frame was issued.
/// * When AW or W are not ready, nothing is taken; the FIFOs fill and the gate stops.
#[derive(LogicBlock, Default)]
pub struct AxiWriter {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets everything.
    pub reset: Signal<In, Bit>,
    /// Halves of granules.
    pub half: Signal<In, GranuleHalf>,
    /// There is one.
    pub half_valid: Signal<In, Bit>,
    /// It is taken.
    pub half_read: Signal<Out, Bit>,
    /// Entries.
    pub entry: Signal<In, PlacedEntry>,
    /// There is one.
    pub entry_valid: Signal<In, Bit>,
    /// It is taken.
    pub entry_read: Signal<Out, Bit>,
    /// A TX completion.
    pub completion: Signal<In, PlacedEntry>,
    /// There is one.
    pub completion_valid: Signal<In, Bit>,
    /// It is taken.
    pub completion_read: Signal<Out, Bit>,

    /// Write address channel.
    pub awaddr: Signal<Out, Bits<64>>,
    /// Beats less one.
    pub awlen: Signal<Out, Bits<8>>,
    /// An address.
    pub awvalid: Signal<Out, Bit>,
    /// It is taken.
    pub awready: Signal<In, Bit>,
    /// Write data channel.
    pub wdata: Signal<Out, Bits<256>>,
    /// Last beat of a burst.
    pub wlast: Signal<Out, Bit>,
    /// A beat.
    pub wvalid: Signal<Out, Bit>,
    /// It is taken.
    pub wready: Signal<In, Bit>,
    /// Write response channel.
    pub bresp: Signal<In, Bits<2>>,
    /// A response.
    pub bvalid: Signal<In, Bit>,
    /// It is taken.
    pub bready: Signal<Out, Bit>,

    /// Rings that are on.
    pub live: Signal<In, Bits<4>>,
    /// Entries of each ring that are in host memory or were given up, modulo 2^16, since `zero_entries`.
    pub entries_written: [Signal<Out, Bits<16>>; 4],
    /// Rings that are enabled anew: their entries are counted from zero.
    pub zero_entries: Signal<In, Bits<4>>,
    /// Nothing waits for a response or in an output register.
    pub idle: Signal<Out, Bit>,
    /// The response to a completion came.
    pub completion_done: Signal<Out, Bit>,
    /// A response was not OKAY.
    pub stat_error: Signal<Out, Bit>,
    /// The rings whose burst it answered.
    pub ring_error: Signal<Out, Bits<4>>,

    halves: Skid<GranuleHalf>,
    entries: Skid<PlacedEntry>,
    addresses: Skid<WriteAddress>,
    data: Skid<WriteData>,
    second_due: DFF<Bit>,
    frames_issued: DFF<Bits<8>>, // frames whose bytes were all issued and whose FRAME entry was not
    any_issued: DFF<Bit>,
    half_muted: DFF<Bit>,    // as the first half of the granule, so the second
    kinds: Fifo<Bits<5>, 5>, // of the writes under way: granule, entry, completion; ring; whether it was not issued
    room: DFF<Bit>,
    answer: DFF<Bit>,
    answer_kind: DFF<Bits<5>>,
    answer_bad: DFF<Bit>,
    ring_bad: DFF<Bits<4>>,
    written: [DFF<Bits<16>>; 4],
    completed: DFF<Bit>,
    error: DFF<Bit>,

    next_half: Signal<Local, GranuleHalf>,
    next_entry: Signal<Local, PlacedEntry>,
    free: Signal<Local, Bit>,
    take_half: Signal<Local, Bit>,
    take_entry: Signal<Local, Bit>,
    take_completion: Signal<Local, Bit>,
    entry_turn: Signal<Local, Bit>,
    frame_out: Signal<Local, Bit>,
    bytes_out: Signal<Local, Bit>,
    more_issued: Signal<Local, Bit>,
    beat: Signal<Local, WriteData>,
    burst: Signal<Local, WriteAddress>,
    sent_beat: Signal<Local, WriteData>,
    sent_burst: Signal<Local, WriteAddress>,
    one_frame: Code<1, 8>,
    answered: Signal<Local, Bit>,
    kind: Signal<Local, Bits<2>>,
    burst_ring: Signal<Local, Bits<2>>,
    answer_ring: Signal<Local, Bits<2>>,
    of_ring: Signal<Local, Bit>,
    bad_rings: Signal<Local, Bits<4>>,
    mute: Signal<Local, Bit>,
    head_muted: Signal<Local, Bit>,
    live_half: Signal<Local, Bit>,
    live_entry: Signal<Local, Bit>,
    in_half: Signal<Local, GranuleHalf>,
    in_entry: Signal<Local, PlacedEntry>,
    issue: Signal<Local, Bit>,
    k_entry: Code<1, 2>,
    k_completion: Code<2, 2>,
    okay: Code<0, 2>,
    most: Code<28, 16>,
}

impl Logic for AxiWriter {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            second_due,
            frames_issued,
            any_issued,
            half_muted,
            room,
            answer,
            answer_kind,
            answer_bad,
            ring_bad,
            completed,
            error
        );
        self.kinds.clock.next = self.clock.val();
        self.kinds.reset.next = self.reset.val();

        clock!(self, clock, halves, entries, addresses, data);
        // What is written next depends on what comes; that decision shall not lead back into the FIFOs.
        self.halves.reset.next = self.reset.val();
        self.entries.reset.next = self.reset.val();
        self.half_read.next = self.half_valid.val() && self.halves.free.val();
        self.halves.write.next = self.half_valid.val() && self.halves.free.val();
        self.live_half.next = false;
        self.live_entry.next = false;
        for i in 0..4_usize {
            if self.half.val().ring == i.to_bits::<2>() {
                self.live_half.next = self.live.val().get_bit(i);
            }
            if self.entry.val().ring == i.to_bits::<2>() {
                self.live_entry.next = self.live.val().get_bit(i);
            }
        }
        self.in_half.next = self.half.val();
        self.in_half.next.mute = !self.live_half.val();
        if self.half.val().second {
            self.in_half.next.mute = self.half_muted.q.val();
        }
        if self.half_valid.val() && self.halves.free.val() {
            self.half_muted.d.next = self.in_half.val().mute;
        }
        self.in_entry.next = self.entry.val();
        self.in_entry.next.mute = !self.live_entry.val();
        self.halves.data_in.next = self.in_half.val();
        self.next_half.next = self.halves.data_out.val();
        self.entry_read.next = self.entry_valid.val() && self.entries.free.val();
        self.entries.write.next = self.entry_valid.val() && self.entries.free.val();
        self.entries.data_in.next = self.in_entry.val();
        self.next_entry.next = self.entries.data_out.val();
        self.addresses.reset.next = self.reset.val();
        self.data.reset.next = self.reset.val();
        self.addresses.ready.next = self.awready.val();
        self.data.ready.next = self.wready.val();
        // A burst begins when both channels are free; its second beat needs only the data channel.
        self.free.next = self.addresses.free.val() && self.data.free.val() && self.room.q.val();
        self.entry_turn.next = !self.second_due.q.val()
            && self.entries.valid.val()
            && (!self.next_entry.val().frame || self.any_issued.q.val());
        self.take_half.next = false;
        self.take_entry.next = false;
        self.take_completion.next = false;
        if self.second_due.q.val() {
            self.take_half.next = self.halves.valid.val() && self.data.free.val();
        } else if self.free.val() {
            if self.entry_turn.val() {
                self.take_entry.next = true;
            } else if self.halves.valid.val() {
                self.take_half.next = true;
            } else if self.completion_valid.val() {
                self.take_completion.next = true;
            }
        }
        self.halves.ready.next = self.take_half.val();
        self.entries.ready.next = self.take_entry.val();
        self.completion_read.next = self.take_completion.val();

        self.issue.next = false;
        self.kind.next = 0.into();
        self.frame_out.next = false;
        self.bytes_out.next = self.take_half.val() && self.next_half.val().frame_end;
        self.mute.next = self.next_half.val().mute;
        self.burst_ring.next = self.next_half.val().ring;
        self.beat.next.data = self.next_half.val().data;
        self.beat.next.last = true;
        self.burst.next.address = self.next_half.val().address;
        self.burst.next.two_beats = false;
        if self.entry_turn.val() {
            self.beat.next.data = self.next_entry.val().data;
            self.burst.next.address = self.next_entry.val().address;
            self.kind.next = self.k_entry.val();
            self.mute.next = self.next_entry.val().mute;
            self.burst_ring.next = self.next_entry.val().ring;
        } else if self.halves.valid.val() {
            self.beat.next.last = self.next_half.val().second;
            self.burst.next.two_beats = true;
        } else {
            self.beat.next.data = self.completion.val().data;
            self.burst.next.address = self.completion.val().address;
            self.kind.next = self.k_completion.val();
            self.mute.next = false;
            self.burst_ring.next = 0.into();
        }
        if self.take_half.val() {
            self.second_due.d.next = !self.next_half.val().second;
            self.issue.next = !self.second_due.q.val();
        }
        if self.take_entry.val() || self.take_completion.val() {
            self.issue.next = true;
        }
        self.frame_out.next = self.take_entry.val() && self.next_entry.val().frame;
        self.addresses.write.next = self.issue.val() && !self.mute.val();
        self.addresses.data_in.next = self.burst.val();
        self.data.write.next =
            (self.take_half.val() || self.take_entry.val() || self.take_completion.val()) && !self.mute.val();
        self.data.data_in.next = self.beat.val();
        // Bytes of a frame go out long before its entry: both in one clock are of two frames.
        if self.bytes_out.val() && !self.frame_out.val() {
            self.frames_issued.d.next = self.frames_issued.q.val() + 1;
            self.any_issued.d.next = true;
        }
        self.more_issued.next = self.frames_issued.q.val() > self.one_frame.val();
        if self.frame_out.val() && !self.bytes_out.val() {
            self.frames_issued.d.next = self.frames_issued.q.val() - 1;
            self.any_issued.d.next = self.more_issued.val();
        }
        // An entry that is not issued waits for its turn among the responses, a granule does not.
        self.kinds.write.next = self.issue.val() && (!self.mute.val() || self.take_entry.val());
        self.kinds.data_in.next = (bit_cast::<5, 1>(self.mute.val().into()) << 4)
            | (bit_cast::<5, 2>(self.burst_ring.val()) << 2)
            | bit_cast::<5, 2>(self.kind.val());
        self.room.d.next = self.kinds.level.val() < self.most.val();

        self.sent_burst.next = self.addresses.data_out.val();
        self.sent_beat.next = self.data.data_out.val();
        self.awaddr.next = self.sent_burst.val().address;
        self.awlen.next = 0.into();
        if self.sent_burst.val().two_beats {
            self.awlen.next = 1.into();
        }
        self.awvalid.next = self.addresses.valid.val();
        self.wdata.next = self.sent_beat.val().data;
        self.wlast.next = self.sent_beat.val().last;
        self.wvalid.next = self.data.valid.val();

        // Responses come in order, one for each burst.
        self.head_muted.next = self.kinds.data_out.val().get_bit(4);
        self.bready.next = self.kinds.valid.val() && !self.head_muted.val();
        self.answered.next = (self.bvalid.val() || self.head_muted.val()) && self.kinds.valid.val();
        self.kinds.read.next = self.answered.val();
        self.answer.d.next = self.answered.val();
        self.answer_kind.d.next = self.kinds.data_out.val();
        self.answer_bad.d.next = !self.head_muted.val() && (self.bresp.val() != self.okay.val());
        self.completed.d.next =
            self.answer.q.val() && (self.answer_kind.q.val().get_bits::<2>(0) == self.k_completion.val());
        self.error.d.next = self.answer.q.val() && self.answer_bad.q.val();
        self.answer_ring.next = self.answer_kind.q.val().get_bits::<2>(2);
        self.bad_rings.next = 0.into();
        self.of_ring.next = false;
        for i in 0..4_usize {
            self.of_ring.next = self.answer.q.val() && (self.answer_ring.val() == i.to_bits::<2>());
            self.bad_rings.next = self.bad_rings.val().replace_bit(
                i,
                self.of_ring.val()
                    && self.answer_bad.q.val()
                    && (self.answer_kind.q.val().get_bits::<2>(0) != self.k_completion.val()),
            );
            self.written[i].clock.next = self.clock.val();
            self.written[i].d.next = self.written[i].q.val();
            if self.of_ring.val() && (self.answer_kind.q.val().get_bits::<2>(0) == self.k_entry.val()) {
                self.written[i].d.next = self.written[i].q.val() + 1;
            }
            if self.zero_entries.val().get_bit(i) || self.reset.val() {
                self.written[i].d.next = 0.into();
            }
            self.entries_written[i].next = self.written[i].q.val();
        }
        self.ring_bad.d.next = self.bad_rings.val();
        self.ring_error.next = self.ring_bad.q.val();
        self.completion_done.next = self.completed.q.val();
        self.stat_error.next = self.error.q.val();
        self.idle.next = !self.kinds.level.val().any()
            && !self.answer.q.val()
            && !self.halves.valid.val()
            && !self.entries.valid.val()
            && !self.addresses.valid.val()
            && !self.data.valid.val();

        if self.reset.val() {
            self.second_due.d.next = false;
            self.frames_issued.d.next = 0.into();
            self.any_issued.d.next = false;
            self.room.d.next = false;
            self.answer.d.next = false;
        }
    }
}
