//! Writes granules, entries and completions to host memory.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::{EntryNote, HalfNote, PlacedBytes};
use crate::blocks::{Channel, Code, WideFifo};
use rust_hdl::prelude::*;

/// One burst's address.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct WriteAddress {
    /// Where it begins.
    pub address: Bits<64>,
    /// It has two beats, not one.
    pub two_beats: Bit,
}

/// AXI4 write master: bursts of two beats for granules, of one for entries and completions, one ID, in order.
///
/// * Enters: the notes of halves and entries, taken when their turn comes, with their words two clocks later; a completion, taken when `completion_read`.
/// * Leaves: AW and W four clocks after the turn, a beat every clock; counts and errors of each ring, two clocks after the response.
/// * What comes for a ring that is not `live` is taken and not written; an entry of it counts as done when all that was written before it is answered.
/// * Order: entries go first, but a FRAME entry waits until every granule of its frame was issued, and three clocks after that or after another.
/// * When AW or W are not ready, no more is taken than the channels have places for; the FIFOs fill and the gate stops.
#[derive(LogicBlock, Default)]
pub struct AxiWriter {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets everything.
    pub reset: Signal<In, Bit>,
    /// The next half of a granule.
    pub half_note: Signal<In, HalfNote>,
    /// There is one.
    pub half_valid: Signal<In, Bit>,
    /// Its turn.
    pub half_read: Signal<Out, Bit>,
    /// The half whose turn was two clocks ago.
    pub half: Signal<In, PlacedBytes>,
    /// The next entry.
    pub entry_note: Signal<In, EntryNote>,
    /// There is one.
    pub entry_valid: Signal<In, Bit>,
    /// Its turn.
    pub entry_read: Signal<Out, Bit>,
    /// The entry whose turn was two clocks ago.
    pub entry: Signal<In, PlacedBytes>,
    /// A TX completion.
    pub completion: Signal<In, PlacedBytes>,
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

    addresses: Channel<WriteAddress>,
    // The same words leave all of these in the same clocks; each has its own counters, so that none of them reaches far.
    data: [Channel<Bits<64>>; 4],
    last: Channel<Bits<1>>,
    second_due: DFF<Bit>,
    frames_issued: DFF<Bits<8>>, // frames whose bytes were all issued and whose FRAME entry was not
    bytes_out: DFF<Bit>,
    frame_out: DFF<Bit>,
    any_issued: DFF<Bit>, // so, and no FRAME entry was chosen so lately that it is not counted yet
    half_muted: DFF<Bit>, // as the first half of the granule, so the second
    kinds: WideFifo<Bits<5>, 5>, // of the writes under way: granule, entry, completion; ring; whether it was not issued
    beats_under_way: DFF<Bits<5>>,
    bursts_under_way: DFF<Bits<5>>,
    room: DFF<Bit>,
    // Chosen.
    beat_1: DFF<Bit>,
    burst_1: DFF<Bit>,
    half_1: DFF<Bit>,
    entry_1: DFF<Bit>,
    last_1: DFF<Bit>,
    mute_1: DFF<Bit>,
    ring_1: DFF<Bits<2>>,
    completion_1: DFF<PlacedBytes>,
    // Its word is there.
    beat_2: DFF<Bit>,
    burst_2: DFF<Bit>,
    half_2: DFF<Bit>,
    entry_2: DFF<Bit>,
    last_2: DFF<Bit>,
    completion_2: DFF<PlacedBytes>,
    // Into the channels.
    beat_3: DFF<Bit>,
    burst_3: DFF<Bit>,
    last_3: DFF<Bit>,
    two_beats_3: DFF<Bit>,
    bytes_3: DFF<PlacedBytes>,
    // Answers.
    answer: DFF<Bit>,
    answer_kind: DFF<Bits<5>>,
    answer_bad: DFF<Bit>,
    ring_bad: DFF<Bits<4>>,
    written: [DFF<Bits<16>>; 4],
    completed: DFF<Bit>,
    error: DFF<Bit>,

    take_half: Signal<Local, Bit>,
    take_entry: Signal<Local, Bit>,
    take_completion: Signal<Local, Bit>,
    entry_turn: Signal<Local, Bit>,
    live_half: Signal<Local, Bit>,
    live_entry: Signal<Local, Bit>,
    sends: Signal<Local, Bit>,
    begins: Signal<Local, Bit>,
    kind: Signal<Local, Bits<2>>,
    burst: Signal<Local, WriteAddress>,
    sent_burst: Signal<Local, WriteAddress>,
    bytes: Signal<Local, PlacedBytes>,
    beat: Signal<Local, Bits<256>>,
    lane: Signal<Local, Bits<64>>,
    answered: Signal<Local, Bit>,
    answer_ring: Signal<Local, Bits<2>>,
    of_ring: Signal<Local, Bit>,
    bad_rings: Signal<Local, Bits<4>>,
    head_muted: Signal<Local, Bit>,
    k_entry: Code<1, 2>,
    k_completion: Code<2, 2>,
    okay: Code<0, 2>,
    most: Code<28, 16>,
    // Of 16: what is chosen counts three clocks later, and a granule has a second beat.
    most_in_channel: Code<12, 5>,
}

impl Logic for AxiWriter {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            second_due,
            frames_issued,
            bytes_out,
            frame_out,
            any_issued,
            half_muted,
            beats_under_way,
            bursts_under_way,
            room,
            beat_1,
            burst_1,
            half_1,
            entry_1,
            last_1,
            mute_1,
            ring_1,
            completion_1,
            beat_2,
            burst_2,
            half_2,
            entry_2,
            last_2,
            completion_2,
            beat_3,
            burst_3,
            last_3,
            two_beats_3,
            bytes_3,
            answer,
            answer_kind,
            answer_bad,
            ring_bad,
            completed,
            error
        );
        clock!(self, clock, kinds, addresses, last);
        self.kinds.reset.next = self.reset.val();
        self.addresses.reset.next = self.reset.val();
        self.last.reset.next = self.reset.val();

        // 1: choose. A burst begins when there is room for all of it; its second beat then needs none.
        self.entry_turn.next = !self.second_due.q.val()
            && self.entry_valid.val()
            && (!self.entry_note.val().frame || self.any_issued.q.val());
        self.take_half.next = false;
        self.take_entry.next = false;
        self.take_completion.next = false;
        if self.second_due.q.val() {
            self.take_half.next = self.half_valid.val();
        } else if self.room.q.val() {
            if self.entry_turn.val() {
                self.take_entry.next = true;
            } else if self.half_valid.val() {
                self.take_half.next = true;
            } else if self.completion_valid.val() {
                self.take_completion.next = true;
            }
        }
        self.half_read.next = self.take_half.val();
        self.entry_read.next = self.take_entry.val();
        self.completion_read.next = self.take_completion.val();
        if self.take_half.val() {
            self.second_due.d.next = !self.half_note.val().second;
        }

        // Bytes of a frame go out long before its entry, so that it may wait until they are counted.
        self.bytes_out.d.next = self.take_half.val() && self.half_note.val().frame_end;
        self.frame_out.d.next = self.take_entry.val() && self.entry_note.val().frame;
        if self.bytes_out.q.val() && !self.frame_out.q.val() {
            self.frames_issued.d.next = self.frames_issued.q.val() + 1;
        }
        if self.frame_out.q.val() && !self.bytes_out.q.val() {
            self.frames_issued.d.next = self.frames_issued.q.val() - 1;
        }
        self.any_issued.d.next = self.frames_issued.q.val().any()
            && !self.frame_out.q.val()
            && !(self.take_entry.val() && self.entry_note.val().frame);

        self.live_half.next = false;
        self.live_entry.next = false;
        for i in 0..4_usize {
            if self.half_note.val().ring == i.to_bits::<2>() {
                self.live_half.next = self.live.val().get_bit(i);
            }
            if self.entry_note.val().ring == i.to_bits::<2>() {
                self.live_entry.next = self.live.val().get_bit(i);
            }
        }
        self.beat_1.d.next = self.take_half.val() || self.take_entry.val() || self.take_completion.val();
        self.burst_1.d.next = (self.take_half.val() && !self.second_due.q.val())
            || self.take_entry.val()
            || self.take_completion.val();
        self.half_1.d.next = self.take_half.val();
        self.entry_1.d.next = self.take_entry.val();
        self.last_1.d.next = !self.take_half.val() || self.half_note.val().second;
        self.mute_1.d.next = false;
        self.ring_1.d.next = 0.into();
        if self.entry_turn.val() {
            self.mute_1.d.next = !self.live_entry.val();
            self.ring_1.d.next = self.entry_note.val().ring;
        } else if self.half_valid.val() {
            self.mute_1.d.next = !self.live_half.val();
            self.ring_1.d.next = self.half_note.val().ring;
        }
        if self.second_due.q.val() {
            self.mute_1.d.next = self.half_muted.q.val();
        } else if self.half_valid.val() {
            self.half_muted.d.next = !self.live_half.val();
        }
        self.completion_1.d.next = self.completion.val();

        // 2: it counts from here. An entry that is not issued waits for its turn among the responses, a granule does not.
        self.sends.next = self.beat_1.q.val() && !self.mute_1.q.val();
        self.begins.next = self.burst_1.q.val() && !self.mute_1.q.val();
        self.kind.next = self.k_completion.val();
        if self.half_1.q.val() {
            self.kind.next = 0.into();
        }
        if self.entry_1.q.val() {
            self.kind.next = self.k_entry.val();
        }
        self.kinds.write.next = self.begins.val() || self.entry_1.q.val();
        self.kinds.data_in.next = (bit_cast::<5, 1>(self.mute_1.q.val().into()) << 4)
            | (bit_cast::<5, 2>(self.ring_1.q.val()) << 2)
            | bit_cast::<5, 2>(self.kind.val());
        if self.sends.val() && !self.last.left.val() {
            self.beats_under_way.d.next = self.beats_under_way.q.val() + 1;
        }
        if self.last.left.val() && !self.sends.val() {
            self.beats_under_way.d.next = self.beats_under_way.q.val() - 1;
        }
        if self.begins.val() && !self.addresses.left.val() {
            self.bursts_under_way.d.next = self.bursts_under_way.q.val() + 1;
        }
        if self.addresses.left.val() && !self.begins.val() {
            self.bursts_under_way.d.next = self.bursts_under_way.q.val() - 1;
        }
        self.room.d.next = (self.kinds.level.val() < self.most.val())
            && (self.beats_under_way.q.val() < self.most_in_channel.val())
            && (self.bursts_under_way.q.val() < self.most_in_channel.val());
        self.beat_2.d.next = self.sends.val();
        self.burst_2.d.next = self.begins.val();
        self.half_2.d.next = self.half_1.q.val();
        self.entry_2.d.next = self.entry_1.q.val();
        self.last_2.d.next = self.last_1.q.val();
        self.completion_2.d.next = self.completion_1.q.val();

        // 3: its bytes.
        self.bytes_3.d.next = self.completion_2.q.val();
        if self.half_2.q.val() {
            self.bytes_3.d.next = self.half.val();
        }
        if self.entry_2.q.val() {
            self.bytes_3.d.next = self.entry.val();
        }
        self.beat_3.d.next = self.beat_2.q.val();
        self.burst_3.d.next = self.burst_2.q.val();
        self.last_3.d.next = self.last_2.q.val();
        self.two_beats_3.d.next = self.half_2.q.val();

        // 4: the channels.
        self.bytes.next = self.bytes_3.q.val();
        self.beat.next = self.bytes.val().data;
        self.burst.next.address = self.bytes.val().address;
        self.burst.next.two_beats = self.two_beats_3.q.val();
        self.addresses.write.next = self.burst_3.q.val();
        self.addresses.data_in.next = self.burst.val();
        self.addresses.ready.next = self.awready.val();
        self.sent_burst.next = self.addresses.data_out.val();
        self.awaddr.next = self.sent_burst.val().address;
        self.awlen.next = 0.into();
        if self.sent_burst.val().two_beats {
            self.awlen.next = 1.into();
        }
        self.awvalid.next = self.addresses.valid.val();
        self.last.write.next = self.beat_3.q.val();
        self.last.data_in.next = self.last_3.q.val().into();
        self.last.ready.next = self.wready.val();
        self.wlast.next = self.last.data_out.val().any();
        self.wvalid.next = self.last.valid.val();
        self.wdata.next = 0.into();
        self.lane.next = 0.into();
        for i in 0..4_usize {
            self.data[i].clock.next = self.clock.val();
            self.data[i].reset.next = self.reset.val();
            self.data[i].write.next = self.beat_3.q.val();
            self.data[i].data_in.next = self.beat.val().get_bits::<64>(i * 64);
            self.data[i].ready.next = self.wready.val();
            self.lane.next = self.data[i].data_out.val();
            self.wdata.next =
                self.wdata.val() | (bit_cast::<256, 64>(self.lane.val()) << (i * 64).to_bits::<8>());
        }

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
            && !self.half_valid.val()
            && !self.entry_valid.val()
            && !self.beat_1.q.val()
            && !self.beat_2.q.val()
            && !self.beats_under_way.q.val().any()
            && !self.bursts_under_way.q.val().any();

        if self.reset.val() {
            self.second_due.d.next = false;
            self.frames_issued.d.next = 0.into();
            self.bytes_out.d.next = false;
            self.frame_out.d.next = false;
            self.any_issued.d.next = false;
            self.beats_under_way.d.next = 0.into();
            self.bursts_under_way.d.next = 0.into();
            self.room.d.next = false;
            self.beat_1.d.next = false;
            self.burst_1.d.next = false;
            self.half_1.d.next = false;
            self.entry_1.d.next = false;
            self.beat_2.d.next = false;
            self.burst_2.d.next = false;
            self.beat_3.d.next = false;
            self.burst_3.d.next = false;
            self.answer.d.next = false;
        }
    }
}
