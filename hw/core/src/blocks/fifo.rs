//! A FIFO in block RAM whose output is a register.

use super::Ram;
use rust_hdl::prelude::*;

/// `2^A` words of type `D` and three more in flight at the output.
///
/// * Enters: `data_in` with `write`. There is no full flag: who writes keeps `level` in bounds.
/// * Leaves: `data_out` while `valid`, three clocks after an empty FIFO was written; `read` takes it, every clock if wanted.
/// * When nobody reads, `data_out` stays.
///
/// `read` is known late in its clock and block RAM wants its address early, so the one does not lead to the other: words are fetched
/// ahead, and one that comes while the output is taken waits in a spare register. When that is full too, the RAM shows the same
/// word again.
#[derive(LogicBlock, Default)]
pub struct Fifo<D: Synth, const A: usize> {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Empties it.
    pub reset: Signal<In, Bit>,
    /// Take `data_in`.
    pub write: Signal<In, Bit>,
    /// The word to take.
    pub data_in: Signal<In, D>,
    /// Give the next word; only while `valid`.
    pub read: Signal<In, Bit>,
    /// `data_out` is a word.
    pub valid: Signal<Out, Bit>,
    /// The oldest word.
    pub data_out: Signal<Out, D>,
    /// Words held, those at the output included; one clock late.
    pub level: Signal<Out, Bits<16>>,

    ram: Ram<D, A>,
    write_address: DFF<Bits<A>>,
    next_address: DFF<Bits<A>>,  // of the next word to fetch
    held_address: DFF<Bits<A>>,  // of the word at the RAM's output
    address_after: DFF<Bits<A>>, // next_address + 1
    any_stored: DFF<Bit>,        // words not yet fetched
    wrote: DFF<Bit>,
    gave: DFF<Bit>,
    count: DFF<Bits<16>>,
    fetched: DFF<Bit>, // the RAM's output is a word
    spare_valid: DFF<Bit>,
    spare: DFF<D>,
    out_valid: DFF<Bit>,
    out: DFF<D>,

    take: Signal<Local, Bit>,
    again: Signal<Local, Bit>,
    fetch: Signal<Local, Bit>,
    next_is_last: Signal<Local, Bit>,
}

impl<D: Synth, const A: usize> Logic for Fifo<D, A> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            write_address,
            next_address,
            held_address,
            address_after,
            wrote,
            gave,
            any_stored,
            count,
            fetched,
            spare_valid,
            spare,
            out_valid,
            out
        );
        self.ram.clock.next = self.clock.val();
        self.ram.write_enable.next = self.write.val();
        self.ram.write_address.next = self.write_address.q.val();
        self.ram.write_data.next = self.data_in.val();

        // The next address, or the last one again: of registers alone.
        self.again.next = self.fetched.q.val() && self.spare_valid.q.val();
        self.fetch.next = self.any_stored.q.val() && !self.again.val();
        self.ram.read_address.next = self.next_address.q.val();
        if self.again.val() {
            self.ram.read_address.next = self.held_address.q.val();
        }
        if self.fetch.val() {
            self.held_address.d.next = self.next_address.q.val();
            self.next_address.d.next = self.address_after.q.val();
            self.address_after.d.next = self.address_after.q.val() + 1;
        }

        // Words move up: from the RAM to the spare register and from either to the output.
        self.take.next = self.read.val() || !self.out_valid.q.val();
        self.fetched.d.next = self.any_stored.q.val();
        if self.again.val() {
            self.fetched.d.next = !self.take.val();
        }
        if self.take.val() {
            self.out.d.next = self.ram.read_data.val();
            if self.spare_valid.q.val() {
                self.out.d.next = self.spare.q.val();
            }
            self.out_valid.d.next = self.fetched.q.val() || self.spare_valid.q.val();
        }
        if self.take.val() || !self.spare_valid.q.val() {
            self.spare.d.next = self.ram.read_data.val();
            self.spare_valid.d.next = self.fetched.q.val() && (self.spare_valid.q.val() || !self.take.val());
        }

        // Whether any are left to fetch is known without counting: the addresses after this clock would be the same.
        self.next_is_last.next = self.address_after.q.val() == self.write_address.q.val();
        if self.write.val() {
            self.write_address.d.next = self.write_address.q.val() + 1;
            self.any_stored.d.next = true;
        } else if self.fetch.val() {
            self.any_stored.d.next = !self.next_is_last.val();
        }
        self.wrote.d.next = self.write.val();
        self.gave.d.next = self.read.val();
        if self.wrote.q.val() && !self.gave.q.val() {
            self.count.d.next = self.count.q.val() + 1;
        }
        if self.gave.q.val() && !self.wrote.q.val() {
            self.count.d.next = self.count.q.val() - 1;
        }

        self.valid.next = self.out_valid.q.val();
        self.data_out.next = self.out.q.val();
        self.level.next = self.count.q.val();
        if self.reset.val() {
            self.write_address.d.next = 0.into();
            self.next_address.d.next = 0.into();
            self.address_after.d.next = 1.into();
            self.wrote.d.next = false;
            self.gave.d.next = false;
            self.any_stored.d.next = false;
            self.count.d.next = 0.into();
            self.fetched.d.next = false;
            self.spare_valid.d.next = false;
            self.out_valid.d.next = false;
        }
    }
}
