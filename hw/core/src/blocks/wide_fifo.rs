//! A FIFO in block RAM for wide words.

use super::{LutRam, Ram};
use rust_hdl::prelude::*;

/// `2^A` words of type `D` and six more in flight, at the least, whenever they come and go.
///
/// * Enters: `data_in` with `write`. There is no full flag: who writes keeps `level` in bounds.
/// * Leaves: `data_out` while `valid`; `read` takes it, every clock if wanted. A word is there one clock after it was written if it passes the RAM,
///   as it does whenever nothing is held; else after five clocks or in its turn. While more than four words are held there is always one,
///   and to who reads one in six clocks at most whatever is held is offered in the clock after it was written or in that after the word before it was read.
/// * When nobody reads, `data_out` stays.
///
/// Block RAM stands far from most of what uses it. So registers alone lead to its ports: a word waits for a clock before it is stored,
/// the address is that of the next word to fetch whether it is fetched or not, and what the RAM shows goes to a register of the RAM's own in
/// every clock. What was fetched cannot be held back: it is put into one of sixteen places in LUT RAM, and a word is fetched, or passes, only while
/// there is room there. Who reads is known late, so the room is that of two clocks ago: fewer than eight words then, at most ten now. That
/// is enough for a word a clock: from the fetch to the output it takes three clocks, from a read to the next fetch three more.
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
    storing: DFF<Bit>, // storing_word is written to the RAM
    storing_word: DFF<D>,
    write_address: DFF<Bits<A>>,
    next_address: DFF<Bits<A>>,  // of the next word to fetch
    address_after: DFF<Bits<A>>, // next_address + 1
    any_stored: DFF<Bit>,        // words not yet fetched
    shown: DFF<Bit>,             // the RAM's output is a word
    fetched_valid: DFF<Bit>,
    fetched: DFF<D>,
    places: LutRam<D, 4>,
    put: DFF<Bits<4>>,        // the next word goes there
    take: DFF<Bits<4>>,       // the oldest word is there
    take_after: DFF<Bits<4>>, // take + 1
    out_valid: DFF<Bit>,      // there is one
    wrote: DFF<Bit>,
    gave: DFF<Bit>,
    count: DFF<Bits<16>>,
    entered: DFF<Bit>,    // one was fetched or passed
    beyond: DFF<Bits<4>>, // words that were fetched or passed and not read, one clock late
    room: DFF<Bit>,

    passes: Signal<Local, Bit>,
    passing: Signal<Local, Bit>,
    fetch: Signal<Local, Bit>,
    arrives: Signal<Local, Bit>,
    arriving: Signal<Local, D>,
    next_is_last: Signal<Local, Bit>,
    out_is_last: Signal<Local, Bit>,
}

impl<D: Synth, const A: usize> Logic for WideFifo<D, A> {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            storing,
            storing_word,
            write_address,
            next_address,
            address_after,
            any_stored,
            shown,
            fetched_valid,
            fetched,
            put,
            take,
            take_after,
            out_valid,
            wrote,
            gave,
            count,
            entered,
            beyond,
            room
        );
        // Past the RAM, if there is nothing before it and room at the output whether that is taken or not.
        self.passes.next = self.room.q.val()
            && !self.storing.q.val()
            && !self.any_stored.q.val()
            && !self.shown.q.val()
            && !self.fetched_valid.q.val();
        self.passing.next = self.write.val() && self.passes.val();

        // Into the RAM. What is stored can be fetched in the clock after, not in the same.
        self.storing.d.next = self.write.val() && !self.passes.val();
        self.storing_word.d.next = self.data_in.val();
        self.ram.clock.next = self.clock.val();
        self.ram.write_enable.next = self.storing.q.val();
        self.ram.write_address.next = self.write_address.q.val();
        self.ram.write_data.next = self.storing_word.q.val();

        // Out of it. Whether any are left to fetch is known without counting: the addresses after this clock would be the same.
        self.fetch.next = self.any_stored.q.val() && self.room.q.val();
        self.ram.read_address.next = self.next_address.q.val();
        if self.fetch.val() {
            self.next_address.d.next = self.address_after.q.val();
            self.address_after.d.next = self.address_after.q.val() + 1;
        }
        self.next_is_last.next = self.address_after.q.val() == self.write_address.q.val();
        if self.storing.q.val() {
            self.write_address.d.next = self.write_address.q.val() + 1;
            self.any_stored.d.next = true;
        } else if self.fetch.val() {
            self.any_stored.d.next = !self.next_is_last.val();
        }
        self.shown.d.next = self.fetch.val();
        self.fetched_valid.d.next = self.shown.q.val();
        self.fetched.d.next = self.ram.read_data.val();

        // To the output.
        self.arrives.next = self.fetched_valid.q.val() || self.passing.val();
        self.arriving.next = self.data_in.val();
        if self.fetched_valid.q.val() {
            self.arriving.next = self.fetched.q.val();
        }
        self.places.clock.next = self.clock.val();
        self.places.write_enable.next = self.arrives.val();
        self.places.write_address.next = self.put.q.val();
        self.places.write_data.next = self.arriving.val();
        self.places.read_address.next = self.take.q.val();
        if self.arrives.val() {
            self.put.d.next = self.put.q.val() + 1;
        }
        self.out_is_last.next = self.take_after.q.val() == self.put.q.val();
        if self.read.val() {
            self.take.d.next = self.take_after.q.val();
            self.take_after.d.next = self.take_after.q.val() + 1;
        }
        self.out_valid.d.next =
            self.arrives.val() || (self.out_valid.q.val() && (!self.read.val() || !self.out_is_last.val()));
        self.valid.next = self.out_valid.q.val();
        self.data_out.next = self.places.read_data.val();

        // Room there.
        self.wrote.d.next = self.write.val();
        self.gave.d.next = self.read.val();
        self.entered.d.next = self.fetch.val() || self.passing.val();
        if self.entered.q.val() && !self.gave.q.val() {
            self.beyond.d.next = self.beyond.q.val() + 1;
        }
        if self.gave.q.val() && !self.entered.q.val() {
            self.beyond.d.next = self.beyond.q.val() - 1;
        }
        self.room.d.next = !self.beyond.q.val().get_bit(3);

        if self.wrote.q.val() && !self.gave.q.val() {
            self.count.d.next = self.count.q.val() + 1;
        }
        if self.gave.q.val() && !self.wrote.q.val() {
            self.count.d.next = self.count.q.val() - 1;
        }
        self.level.next = self.count.q.val();
        if self.reset.val() {
            self.storing.d.next = false;
            self.write_address.d.next = 0.into();
            self.next_address.d.next = 0.into();
            self.address_after.d.next = 1.into();
            self.any_stored.d.next = false;
            self.shown.d.next = false;
            self.fetched_valid.d.next = false;
            self.put.d.next = 0.into();
            self.take.d.next = 0.into();
            self.take_after.d.next = 1.into();
            self.out_valid.d.next = false;
            self.wrote.d.next = false;
            self.gave.d.next = false;
            self.count.d.next = 0.into();
            self.entered.d.next = false;
            self.beyond.d.next = 0.into();
            self.room.d.next = true;
        }
    }
}
