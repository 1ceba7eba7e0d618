//! A FIFO in block RAM for wide words.

use super::Ram;
use rust_hdl::prelude::*;

/// `2^A` words of type `D` and four more in flight at the output.
///
/// * Enters and leaves as in [`Fifo`](super::Fifo), after as many clocks; but `data_out` is chosen from two registers.
///
/// Each of the two takes what comes whenever it holds nothing, so that `read` only says which one is looked at: it may be known late, and no
/// register of a word's width waits for it.
#[derive(LogicBlock, Default)]
pub struct WideFifo<D: Synth, const A: usize> {
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
    shown: DFF<Bit>, // the RAM's output is a word
    fetched_valid: DFF<Bit>,
    fetched: DFF<D>,
    even_valid: DFF<Bit>,
    even: DFF<D>,
    odd_valid: DFF<Bit>,
    odd: DFF<D>,
    takes_odd: DFF<Bit>, // the next word goes there
    gives_odd: DFF<Bit>, // the oldest word is there
    out_valid: DFF<Bit>, // there is one

    full: Signal<Local, Bit>,
    store: Signal<Local, Bit>,
    passes: Signal<Local, Bit>,
    arrives: Signal<Local, Bit>,
    arriving: Signal<Local, D>,
    waits: Signal<Local, Bit>,
    again: Signal<Local, Bit>,
    fetch: Signal<Local, Bit>,
    next_is_last: Signal<Local, Bit>,
}

impl<D: Synth, const A: usize> Logic for WideFifo<D, A> {
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
            shown,
            fetched_valid,
            fetched,
            even_valid,
            even,
            odd_valid,
            odd,
            takes_odd,
            gives_odd,
            out_valid
        );
        // Past the RAM, if there is nothing before it and room at the output whether that is taken or not.
        self.full.next = self.even_valid.q.val() && self.odd_valid.q.val();
        self.passes.next = !self.any_stored.q.val()
            && !self.shown.q.val()
            && !self.fetched_valid.q.val()
            && !self.full.val();
        self.store.next = self.write.val() && !self.passes.val();
        self.ram.clock.next = self.clock.val();
        self.ram.write_enable.next = self.store.val();
        self.ram.write_address.next = self.write_address.q.val();
        self.ram.write_data.next = self.data_in.val();

        // The next address, or the last one again: of registers alone.
        self.waits.next = self.fetched_valid.q.val() && self.full.val();
        self.again.next = self.shown.q.val() && self.waits.val();
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
        self.shown.d.next = self.any_stored.q.val() || self.again.val();

        // Words move up: from the RAM to its register, to one of the two.
        if !self.waits.val() {
            self.fetched.d.next = self.ram.read_data.val();
            self.fetched_valid.d.next = self.shown.q.val();
        }
        self.arrives.next =
            (self.fetched_valid.q.val() && !self.full.val()) || (self.write.val() && self.passes.val());
        self.arriving.next = self.data_in.val();
        if self.fetched_valid.q.val() {
            self.arriving.next = self.fetched.q.val();
        }
        if !self.even_valid.q.val() {
            self.even.d.next = self.arriving.val();
        }
        if !self.odd_valid.q.val() {
            self.odd.d.next = self.arriving.val();
        }
        if self.arrives.val() {
            self.takes_odd.d.next = !self.takes_odd.q.val();
            if self.takes_odd.q.val() {
                self.odd_valid.d.next = true;
            } else {
                self.even_valid.d.next = true;
            }
        }
        self.data_out.next = self.even.q.val();
        if self.gives_odd.q.val() {
            self.data_out.next = self.odd.q.val();
        }
        self.out_valid.d.next =
            self.arrives.val() || self.full.val() || (self.out_valid.q.val() && !self.read.val());
        self.valid.next = self.out_valid.q.val();
        if self.read.val() {
            self.gives_odd.d.next = !self.gives_odd.q.val();
            if self.gives_odd.q.val() {
                self.odd_valid.d.next = false;
            } else {
                self.even_valid.d.next = false;
            }
        }

        // Whether any are left to fetch is known without counting: the addresses after this clock would be the same.
        self.next_is_last.next = self.address_after.q.val() == self.write_address.q.val();
        if self.store.val() {
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

        self.level.next = self.count.q.val();
        if self.reset.val() {
            self.write_address.d.next = 0.into();
            self.next_address.d.next = 0.into();
            self.address_after.d.next = 1.into();
            self.wrote.d.next = false;
            self.gave.d.next = false;
            self.any_stored.d.next = false;
            self.count.d.next = 0.into();
            self.shown.d.next = false;
            self.fetched_valid.d.next = false;
            self.even_valid.d.next = false;
            self.odd_valid.d.next = false;
            self.takes_odd.d.next = false;
            self.gives_odd.d.next = false;
            self.out_valid.d.next = false;
        }
    }
}
