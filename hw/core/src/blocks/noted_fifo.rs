//! A FIFO of wide words of which a reader knows early what it needs to choose.

use super::{Fifo, Ram};
use rust_hdl::prelude::*;

/// `2^A` words of type `D` in block RAM, each with a note of type `N`.
///
/// * Enters: `data_in` and `note_in` with `write`. There is no full flag: who writes keeps `level` in bounds.
/// * Leaves: `note` while `valid`, one clock after an empty FIFO was written; `read` takes it, every clock if wanted. The note's
///   word is `data_out` two clocks after `read`, for one clock.
/// * When nobody reads, `note` stays.
///
/// Choosing takes a moment, and the enable of hundreds of flip-flops must not hang on it: only the note waits for the choice, the
/// word comes straight from the RAM when it is made and waits nowhere.
#[derive(LogicBlock, Default)]
pub struct NotedFifo<D: Synth, N: Synth, const A: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Empties it.
    pub reset: Signal<In, Bit>,
    /// Take `data_in` and `note_in`.
    pub write: Signal<In, Bit>,
    /// The word to take.
    pub data_in: Signal<In, D>,
    /// Its note.
    pub note_in: Signal<In, N>,
    /// `note` is one.
    pub valid: Signal<Out, Bit>,
    /// The oldest word's note.
    pub note: Signal<Out, N>,
    /// Take it; only while `valid`.
    pub read: Signal<In, Bit>,
    /// The word whose note was read two clocks ago.
    pub data_out: Signal<Out, D>,
    /// Words not yet read; one clock late.
    pub level: Signal<Out, Bits<16>>,

    notes: Fifo<N, A>,
    ram: Ram<D, A>,
    write_address: DFF<Bits<A>>,
    read_address: DFF<Bits<A>>,
    word: DFF<D>,
}

impl<D: Synth, N: Synth, const A: usize> Logic for NotedFifo<D, N, A> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, write_address, read_address, word);
        self.notes.clock.next = self.clock.val();
        self.notes.reset.next = self.reset.val();
        self.notes.write.next = self.write.val();
        self.notes.data_in.next = self.note_in.val();
        self.notes.read.next = self.read.val();
        self.valid.next = self.notes.valid.val();
        self.note.next = self.notes.data_out.val();
        self.level.next = self.notes.level.val();

        // The oldest word is always asked for: it is on its way when its note is read.
        self.ram.clock.next = self.clock.val();
        self.ram.write_enable.next = self.write.val();
        self.ram.write_address.next = self.write_address.q.val();
        self.ram.write_data.next = self.data_in.val();
        self.ram.read_address.next = self.read_address.q.val();
        if self.write.val() {
            self.write_address.d.next = self.write_address.q.val() + 1;
        }
        if self.read.val() {
            self.read_address.d.next = self.read_address.q.val() + 1;
        }
        self.word.d.next = self.ram.read_data.val();
        self.data_out.next = self.word.q.val();
        if self.reset.val() {
            self.write_address.d.next = 0.into();
            self.read_address.d.next = 0.into();
        }
    }
}
