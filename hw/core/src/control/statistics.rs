//! The 64-bit counters and their snapshot.

use crate::blocks::{Code, Ram};
use array_init::array_init;
use fixnic_abi::counter::Counter;
use rust_hdl::prelude::*;

/// A step of the walk in a RAM: there is one for each counter, and some to spare.
const STEPS_LOG2: usize = 6;
/// Where the walk stands when a snapshot was asked for: far enough from its start that no total is read in the clock in
/// which an earlier visit writes it, of which the RAM would make anything.
const DRAIN: u64 = 56;
/// The last step but one.
const RELOAD: u64 = 62;
/// Width of the free-running byte count: 4,095 bytes a clock for 255 clocks fit.
const BYTES_WIDTH: usize = 20;

const _: () = assert!(
    Counter::ALL.len() == 38,
    "the ports and arrays are written for 38 counters"
);

/// Counts every event of `fixnic_abi::counter::Counter` and latches all counters as of one clock.
///
/// * Enters: `events`, bit i for counter i, any number of bits in any clock, with `rx_bytes` when bit `RxBytes` is set.
/// * `latch` while not `busy`: the snapshot holds all events up to that very clock and none of a later one. `busy` from the
///   next clock on, for 72 clocks; then the snapshot stands until the next `latch`. A `latch` while `busy` is ignored.
/// * Leaves: `read_value`, the snapshot of counter `read_index`, two clocks after the index and never before `busy` has
///   fallen. Numbers that are no counter read 0.
/// * `reset` zeroes counters and snapshot in 64 clocks, during which it is `busy`; events count from the first clock
///   after `reset`.
///
/// Each counter has eight low bits that run free. Every 64 clocks they are copied to a chain, all in one clock; the
/// chain then moves past the RAM of totals, and each total is raised until its own low bits are those of the
/// copy. A copy may thus be dropped and taken anew at any time, which is what a snapshot does; its walk
/// writes the totals to a second RAM as well.
#[derive(LogicBlock)]
pub struct Statistics {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Zeroes everything.
    pub reset: Signal<In, Bit>,
    /// One bit a counter, in the order of `fixnic_abi::counter::Counter`.
    pub events: Signal<In, Bits<38>>,
    /// Bytes that the RxBytes event adds.
    pub rx_bytes: Signal<In, Bits<12>>,
    /// Take a snapshot.
    pub latch: Signal<In, Bit>,
    /// The snapshot is not complete.
    pub busy: Signal<Out, Bit>,
    /// Counter to read.
    pub read_index: Signal<In, Bits<STEPS_LOG2>>,
    /// Its snapshot.
    pub read_value: Signal<Out, Bits<64>>,

    counts: [DFF<Bits<8>>; 38],
    byte_count: DFF<Bits<BYTES_WIDTH>>,
    chain: [DFF<Bits<8>>; 38],
    byte_chain: DFF<Bits<BYTES_WIDTH>>,

    step: DFF<Bits<STEPS_LOG2>>,
    load: DFF<Bit>,     // copy the counts to the chain
    drain: DFF<Bit>,    // the chain waits for earlier visits to be written
    snapshot: DFF<Bit>, // this walk writes the snapshot
    zero: DFF<Bit>,     // this walk zeroes the RAMs

    totals: Ram<Bits<64>, STEPS_LOG2>,
    latched: Ram<Bits<64>, STEPS_LOG2>,
    value: DFF<Bits<64>>,

    // The visit of a counter, one group a clock.
    fetch_visit: DFF<Bit>,
    fetch_snapshot: DFF<Bit>,
    fetch_index: DFF<Bits<STEPS_LOG2>>,
    fetch_is_bytes: DFF<Bit>,
    fetch_count: DFF<Bits<BYTES_WIDTH>>,

    total_visit: DFF<Bit>,
    total_snapshot: DFF<Bit>,
    total_index: DFF<Bits<STEPS_LOG2>>,
    total_is_bytes: DFF<Bit>,
    total_count: DFF<Bits<BYTES_WIDTH>>,
    total: DFF<Bits<64>>,

    delta_visit: DFF<Bit>,
    delta_snapshot: DFF<Bit>,
    delta_index: DFF<Bits<STEPS_LOG2>>,
    delta: DFF<Bits<BYTES_WIDTH>>,
    delta_total: DFF<Bits<64>>,

    low_visit: DFF<Bit>,
    low_snapshot: DFF<Bit>,
    low_index: DFF<Bits<STEPS_LOG2>>,
    low_sum: DFF<Bits<33>>,
    low_high: DFF<Bits<32>>,

    sum_visit: DFF<Bit>,
    sum_snapshot: DFF<Bit>,
    sum_index: DFF<Bits<STEPS_LOG2>>,
    sum: DFF<Bits<64>>,

    take: Signal<Local, Bit>,
    difference: Signal<Local, Bits<BYTES_WIDTH>>,
    high_sum: Signal<Local, Bits<32>>,

    counters: Code<{ Counter::ALL.len() as u64 }, STEPS_LOG2>,
    bytes: Code<{ Counter::RxBytes as u64 }, STEPS_LOG2>,
    drain_step: Code<DRAIN, STEPS_LOG2>,
    reload_step: Code<RELOAD, STEPS_LOG2>,
    count_mask: Code<0xff, BYTES_WIDTH>,
}

impl Default for Statistics {
    fn default() -> Self {
        Self {
            clock: Signal::default(),
            reset: Signal::default(),
            events: Signal::default(),
            rx_bytes: Signal::default(),
            latch: Signal::default(),
            busy: Signal::default(),
            read_index: Signal::default(),
            read_value: Signal::default(),
            counts: array_init(|_| DFF::default()),
            byte_count: DFF::default(),
            chain: array_init(|_| DFF::default()),
            byte_chain: DFF::default(),
            step: DFF::default(),
            load: DFF::default(),
            drain: DFF::default(),
            snapshot: DFF::default(),
            zero: DFF::default(),
            totals: Ram::default(),
            latched: Ram::default(),
            value: DFF::default(),
            fetch_visit: DFF::default(),
            fetch_snapshot: DFF::default(),
            fetch_index: DFF::default(),
            fetch_is_bytes: DFF::default(),
            fetch_count: DFF::default(),
            total_visit: DFF::default(),
            total_snapshot: DFF::default(),
            total_index: DFF::default(),
            total_is_bytes: DFF::default(),
            total_count: DFF::default(),
            total: DFF::default(),
            delta_visit: DFF::default(),
            delta_snapshot: DFF::default(),
            delta_index: DFF::default(),
            delta: DFF::default(),
            delta_total: DFF::default(),
            low_visit: DFF::default(),
            low_snapshot: DFF::default(),
            low_index: DFF::default(),
            low_sum: DFF::default(),
            low_high: DFF::default(),
            sum_visit: DFF::default(),
            sum_snapshot: DFF::default(),
            sum_index: DFF::default(),
            sum: DFF::default(),
            take: Signal::default(),
            difference: Signal::default(),
            high_sum: Signal::default(),
            counters: Code,
            bytes: Code,
            drain_step: Code,
            reload_step: Code,
            count_mask: Code,
        }
    }
}

impl Logic for Statistics {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            byte_count,
            byte_chain,
            step,
            load,
            drain,
            snapshot,
            zero,
            value,
            fetch_visit,
            fetch_snapshot,
            fetch_index,
            fetch_is_bytes,
            fetch_count,
            total_visit,
            total_snapshot,
            total_index,
            total_is_bytes,
            total_count,
            total,
            delta_visit,
            delta_snapshot,
            delta_index,
            delta,
            delta_total,
            low_visit,
            low_snapshot,
            low_index,
            low_sum,
            low_high,
            sum_visit,
            sum_snapshot,
            sum_index,
            sum
        );
        clock!(self, clock, totals, latched);

        // Count.
        for i in 0..38 {
            self.counts[i].clock.next = self.clock.val();
            self.counts[i].d.next = self.counts[i].q.val();
            if self.events.val().get_bit(i) {
                self.counts[i].d.next = self.counts[i].q.val() + 1;
            }
            if self.reset.val() {
                self.counts[i].d.next = 0.into();
            }
        }
        if self.events.val().get_bit(self.bytes.val().index()) {
            self.byte_count.d.next =
                self.byte_count.q.val() + bit_cast::<BYTES_WIDTH, 12>(self.rx_bytes.val());
        }

        // Walk.
        self.take.next = self.latch.val() && !self.snapshot.q.val() && !self.zero.q.val();
        self.step.d.next = self.step.q.val() + 1;
        self.load.d.next = (self.step.q.val() == self.reload_step.val()) && !self.drain.q.val();
        if self.step.q.val().all() {
            self.drain.d.next = false;
            if !self.drain.q.val() {
                self.snapshot.d.next = false;
                self.zero.d.next = false;
            }
        }
        if self.take.val() {
            self.step.d.next = self.drain_step.val();
            self.load.d.next = true;
            self.drain.d.next = true;
            self.snapshot.d.next = true;
        }
        self.busy.next = self.snapshot.q.val() || self.zero.q.val();
        for i in 0..37 {
            self.chain[i].clock.next = self.clock.val();
            self.chain[i].d.next = self.chain[i].q.val();
            if self.load.q.val() {
                self.chain[i].d.next = self.counts[i].q.val();
            } else if !self.drain.q.val() {
                self.chain[i].d.next = self.chain[i + 1].q.val();
            }
        }
        self.chain[37].clock.next = self.clock.val();
        self.chain[37].d.next = self.chain[37].q.val();
        if self.load.q.val() {
            self.chain[37].d.next = self.counts[37].q.val();
            self.byte_chain.d.next = self.byte_count.q.val();
        }

        // Visit: fetch the total ...
        self.totals.read_address.next = self.step.q.val();
        self.fetch_visit.d.next = (self.step.q.val() < self.counters.val()) && !self.zero.q.val();
        self.fetch_snapshot.d.next = self.snapshot.q.val();
        self.fetch_index.d.next = self.step.q.val();
        self.fetch_is_bytes.d.next = self.step.q.val() == self.bytes.val();
        self.fetch_count.d.next = bit_cast::<BYTES_WIDTH, 8>(self.chain[0].q.val());
        if self.step.q.val() == self.bytes.val() {
            self.fetch_count.d.next = self.byte_chain.q.val();
        }
        self.total_visit.d.next = self.fetch_visit.q.val();
        self.total_snapshot.d.next = self.fetch_snapshot.q.val();
        self.total_index.d.next = self.fetch_index.q.val();
        self.total_is_bytes.d.next = self.fetch_is_bytes.q.val();
        self.total_count.d.next = self.fetch_count.q.val();
        self.total.d.next = self.totals.read_data.val();
        // ... see how far it lags behind the count ...
        self.delta_visit.d.next = self.total_visit.q.val();
        self.delta_snapshot.d.next = self.total_snapshot.q.val();
        self.delta_index.d.next = self.total_index.q.val();
        self.delta_total.d.next = self.total.q.val();
        self.difference.next = self.total_count.q.val() - self.total.q.val().get_bits::<BYTES_WIDTH>(0);
        self.delta.d.next = self.difference.val();
        if !self.total_is_bytes.q.val() {
            self.delta.d.next = self.difference.val() & self.count_mask.val();
        }
        // ... add that to the low half, the carry to the high half ...
        self.low_visit.d.next = self.delta_visit.q.val();
        self.low_snapshot.d.next = self.delta_snapshot.q.val();
        self.low_index.d.next = self.delta_index.q.val();
        self.low_sum.d.next = bit_cast::<33, 32>(self.delta_total.q.val().get_bits::<32>(0))
            + bit_cast::<33, BYTES_WIDTH>(self.delta.q.val());
        self.low_high.d.next = self.delta_total.q.val().get_bits::<32>(32);
        self.sum_visit.d.next = self.low_visit.q.val();
        self.sum_snapshot.d.next = self.low_snapshot.q.val();
        self.sum_index.d.next = self.low_index.q.val();
        self.high_sum.next =
            self.low_high.q.val() + bit_cast::<32, 1>(self.low_sum.q.val().get_bits::<1>(32));
        self.sum.d.next = bit_cast::<64, 32>(self.low_sum.q.val().get_bits::<32>(0))
            | (bit_cast::<64, 32>(self.high_sum.val()) << 32);
        // ... and write it.
        self.totals.write_enable.next = self.sum_visit.q.val();
        self.totals.write_address.next = self.sum_index.q.val();
        self.totals.write_data.next = self.sum.q.val();
        self.latched.write_enable.next = self.sum_visit.q.val() && self.sum_snapshot.q.val();
        self.latched.write_address.next = self.sum_index.q.val();
        self.latched.write_data.next = self.sum.q.val();
        if self.zero.q.val() {
            self.totals.write_enable.next = true;
            self.totals.write_address.next = self.step.q.val();
            self.totals.write_data.next = 0.into();
            self.latched.write_enable.next = true;
            self.latched.write_address.next = self.step.q.val();
            self.latched.write_data.next = 0.into();
        }

        self.latched.read_address.next = self.read_index.val();
        self.value.d.next = self.latched.read_data.val();
        self.read_value.next = self.value.q.val();

        if self.reset.val() {
            self.byte_count.d.next = 0.into();
            self.step.d.next = 0.into();
            self.load.d.next = false;
            self.drain.d.next = false;
            self.snapshot.d.next = false;
            self.zero.d.next = true;
        }
    }
}
