//! Writes granules, entries and completions to host memory.

use super::words::{GranuleHalf, PlacedEntry};
use crate::blocks::{Code, Fifo};
use rust_hdl::prelude::*;

/// AXI4 write master: bursts of two beats for granules, of one for entries and completions, one ID, in order.
///
/// * Enters: FIFO outputs, taken when their turn comes; a completion, taken when `completion_read`.
/// * Leaves: AW and W two clocks later at full rate; `entry_done` when the response to an entry came.
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

    /// Entries whose response came, modulo 2^16, since `zero_entries`.
    pub entries_written: Signal<Out, Bits<16>>,
    /// The ring is enabled anew: its entries are counted from zero.
    pub zero_entries: Signal<In, Bit>,
    /// Nothing waits for a response or in an output register.
    pub idle: Signal<Out, Bit>,
    /// The response to a completion came.
    pub completion_done: Signal<Out, Bit>,
    /// A response was not OKAY.
    pub stat_error: Signal<Out, Bit>,

    address: DFF<Bits<64>>,
    two_beats: DFF<Bit>,
    address_valid: DFF<Bit>,
    data: DFF<Bits<256>>,
    data_last: DFF<Bit>,
    data_valid: DFF<Bit>,
    second_due: DFF<Bit>,
    frames_issued: DFF<Bits<8>>, // frames whose bytes were all issued and whose FRAME entry was not
    any_issued: DFF<Bit>,
    kinds: Fifo<Bits<2>, 5>, // of the writes under way: granule, entry, completion
    room: DFF<Bit>,
    written: DFF<Bits<16>>,
    completed: DFF<Bit>,
    error: DFF<Bit>,

    free: Signal<Local, Bit>,
    take_half: Signal<Local, Bit>,
    take_entry: Signal<Local, Bit>,
    take_completion: Signal<Local, Bit>,
    issued_next: Signal<Local, Bits<8>>,
    answered: Signal<Local, Bit>,
    kind: Signal<Local, Bits<2>>,
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
            address,
            two_beats,
            address_valid,
            data,
            data_last,
            data_valid,
            second_due,
            frames_issued,
            any_issued,
            room,
            written,
            completed,
            error
        );
        self.kinds.clock.next = self.clock.val();
        self.kinds.reset.next = self.reset.val();

        // Both channels are free, or become so in this clock; a burst's second beat needs only the data channel.
        if self.awready.val() {
            self.address_valid.d.next = false;
        }
        if self.wready.val() {
            self.data_valid.d.next = false;
        }
        self.free.next = (!self.address_valid.q.val() || self.awready.val())
            && (!self.data_valid.q.val() || self.wready.val())
            && self.room.q.val();
        self.take_half.next = false;
        self.take_entry.next = false;
        self.take_completion.next = false;
        if self.second_due.q.val() {
            self.take_half.next = self.half_valid.val() && (!self.data_valid.q.val() || self.wready.val());
        } else if self.free.val() {
            if self.entry_valid.val() && (!self.entry.val().frame || self.any_issued.q.val()) {
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

        self.issue.next = false;
        self.kind.next = 0.into();
        self.issued_next.next = self.frames_issued.q.val();
        if self.take_half.val() {
            self.data.d.next = self.half.val().data;
            self.data_valid.d.next = true;
            self.data_last.d.next = self.half.val().second;
            self.second_due.d.next = !self.half.val().second;
            if !self.second_due.q.val() {
                self.address.d.next = self.half.val().address;
                self.address_valid.d.next = true;
                self.two_beats.d.next = true;
                self.issue.next = true;
            }
            if self.half.val().frame_end {
                self.issued_next.next = self.frames_issued.q.val() + 1;
            }
        }
        if self.take_entry.val() {
            self.data.d.next = self.entry.val().data;
            self.address.d.next = self.entry.val().address;
            self.kind.next = self.k_entry.val();
            if self.entry.val().frame {
                self.issued_next.next = self.frames_issued.q.val() - 1;
            }
        }
        if self.take_completion.val() {
            self.data.d.next = self.completion.val().data;
            self.address.d.next = self.completion.val().address;
            self.kind.next = self.k_completion.val();
        }
        if self.take_entry.val() || self.take_completion.val() {
            self.data_valid.d.next = true;
            self.data_last.d.next = true;
            self.address_valid.d.next = true;
            self.two_beats.d.next = false;
            self.issue.next = true;
        }
        self.frames_issued.d.next = self.issued_next.val();
        self.any_issued.d.next = self.issued_next.val().any();
        self.kinds.write.next = self.issue.val();
        self.kinds.data_in.next = self.kind.val();
        self.room.d.next = self.kinds.level.val() < self.most.val();

        self.awaddr.next = self.address.q.val();
        self.awlen.next = 0.into();
        if self.two_beats.q.val() {
            self.awlen.next = 1.into();
        }
        self.awvalid.next = self.address_valid.q.val();
        self.wdata.next = self.data.q.val();
        self.wlast.next = self.data_last.q.val();
        self.wvalid.next = self.data_valid.q.val();

        // Responses come in order, one for each burst.
        self.bready.next = self.kinds.valid.val();
        self.answered.next = self.bvalid.val() && self.kinds.valid.val();
        self.kinds.read.next = self.answered.val();
        self.completed.d.next = self.answered.val() && (self.kinds.data_out.val() == self.k_completion.val());
        self.error.d.next = self.answered.val() && (self.bresp.val() != self.okay.val());
        if self.answered.val() && (self.kinds.data_out.val() == self.k_entry.val()) {
            self.written.d.next = self.written.q.val() + 1;
        }
        if self.zero_entries.val() {
            self.written.d.next = 0.into();
        }
        self.entries_written.next = self.written.q.val();
        self.completion_done.next = self.completed.q.val();
        self.stat_error.next = self.error.q.val();
        self.idle.next =
            !self.kinds.level.val().any() && !self.address_valid.q.val() && !self.data_valid.q.val();

        if self.reset.val() {
            self.address_valid.d.next = false;
            self.data_valid.d.next = false;
            self.second_due.d.next = false;
            self.frames_issued.d.next = 0.into();
            self.any_issued.d.next = false;
            self.room.d.next = false;
            self.written.d.next = 0.into();
        }
    }
}
