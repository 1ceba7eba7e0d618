//! The RX ring: who has which entries and granules (docs/datapath.md, section 6).
#![allow(missing_docs)] // of the methods that RustHDL derives

use crate::blocks::Code;
use fixnic_abi::limits::MAX_FRAME_GRANULES;
use rust_hdl::prelude::*;

/// A ring's place in host memory, as the host has set it.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct RingConfig {
    /// Address of the entries.
    pub entry_address: Bits<64>,
    /// Address of the granules.
    pub buffer_address: Bits<64>,
    /// Number of entries less one.
    pub entry_mask: Bits<16>,
    /// Number of granules less one.
    pub granule_mask: Bits<16>,
}

/// Counts of one ring. All run free, modulo 2^16.
///
/// * Enters: entries and granules as they are taken; credit as it is returned.
/// * Leaves: `entry` and `phase` at once; `entries_free` two clocks after a change; `granule` and `granules_ok` follow four
///   clocks after the last granule was taken, and all of them five clocks after a doorbell; `settled` says so.
#[derive(LogicBlock, Default)]
pub struct RxRing {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Zeroes all counts; also when the ring is enabled.
    pub reset: Signal<In, Bit>,
    /// Sizes.
    pub cfg: Signal<In, RingConfig>,

    /// An entry is taken, at `entry`.
    pub take_entry: Signal<In, Bit>,
    /// Count of entries taken.
    pub entry: Signal<Out, Bits<16>>,
    /// Phase bit of the next.
    pub phase: Signal<Out, Bit>,
    /// Entries that the host does not hold.
    pub entries_free: Signal<Out, Bits<16>>,

    /// A frame takes its first granule, at `granule`.
    pub first: Signal<In, Bit>,
    /// It takes one more.
    pub more: Signal<In, Bit>,
    /// Where the next frame begins.
    pub granule: Signal<Out, Bits<16>>,
    /// The longest frame has room there.
    pub granules_ok: Signal<Out, Bit>,
    /// Both are true.
    pub settled: Signal<Out, Bit>,
    /// Count of granules taken.
    pub granules: Signal<Out, Bits<16>>,

    /// Credit comes back.
    pub doorbell: Signal<In, Bit>,
    /// Entries consumed in its low half, granules in its high half.
    pub doorbell_counts: Signal<In, Bits<32>>,
    /// It was refused.
    pub refused: Signal<Out, Bit>,
    /// Entries consumed.
    pub consumed: Signal<Out, Bits<16>>,

    entry_count: DFF<Bits<16>>,
    granule_count: DFF<Bits<16>>,
    entries_back: DFF<Bits<16>>,
    granules_back: DFF<Bits<16>>,
    entries_held: DFF<Bits<16>>,
    free: DFF<Bits<16>>,
    lap_bit: DFF<Bits<16>>,
    in_ring: DFF<Bits<16>>,  // granule count within the ring, and the longest frame
    next_lap: DFF<Bits<16>>, // first granule of the next lap, less one
    start_at: DFF<Bits<16>>,
    used: DFF<Bits<16>>,
    ok: DFF<Bit>,
    settle: DFF<Bits<3>>,
    ring_1: DFF<Bit>,
    ring_2: DFF<Bit>,
    asked: DFF<Bits<32>>,
    entries_asked: DFF<Bits<16>>,
    granules_asked: DFF<Bits<16>>,
    entries_out: DFF<Bits<16>>,
    granules_out: DFF<Bits<16>>,
    was_refused: DFF<Bit>,
    lap: Signal<Local, Bits<16>>,
    longest_less_one: Code<{ MAX_FRAME_GRANULES as u64 - 1 }, 16>,
    settle_clocks: Code<4, 3>,
    doorbell_clocks: Code<5, 3>, // until `entries_free` has been compared, too
}

impl Logic for RxRing {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            entry_count,
            granule_count,
            entries_back,
            granules_back,
            entries_held,
            free,
            lap_bit,
            in_ring,
            next_lap,
            start_at,
            used,
            ok,
            settle,
            ring_1,
            ring_2,
            asked,
            entries_asked,
            granules_asked,
            entries_out,
            granules_out,
            was_refused
        );
        // Entries.
        if self.take_entry.val() {
            self.entry_count.d.next = self.entry_count.q.val() + 1;
        }
        self.entries_held.d.next = self.entry_count.q.val() - self.entries_back.q.val();
        self.free.d.next = self.cfg.val().entry_mask - self.entries_held.q.val() + 1;
        self.entry.next = self.entry_count.q.val();
        // The bit above the mask counts the laps.
        self.lap_bit.d.next = self.cfg.val().entry_mask + 1;
        self.lap.next = self.entry_count.q.val() & self.lap_bit.q.val();
        self.phase.next = !self.lap.val().any();
        self.entries_free.next = self.free.q.val();

        // Granules. A frame never wraps: if the longest would, it starts with the next lap.
        if self.first.val() {
            self.granule_count.d.next = self.start_at.q.val() + 1;
        }
        if self.more.val() {
            self.granule_count.d.next = self.granule_count.q.val() + 1;
        }
        if self.doorbell.val() {
            self.settle.d.next = self.doorbell_clocks.val();
        } else if self.first.val() || self.more.val() {
            self.settle.d.next = self.settle_clocks.val();
        } else if self.settle.q.val().any() {
            self.settle.d.next = self.settle.q.val() - 1;
        }
        self.in_ring.d.next =
            (self.granule_count.q.val() & self.cfg.val().granule_mask) + self.longest_less_one.val();
        self.next_lap.d.next = self.granule_count.q.val() | self.cfg.val().granule_mask;
        self.start_at.d.next = self.granule_count.q.val();
        if self.in_ring.q.val() > self.cfg.val().granule_mask {
            self.start_at.d.next = self.next_lap.q.val() + 1;
        }
        self.used.d.next = self.start_at.q.val() + self.longest_less_one.val() - self.granules_back.q.val();
        self.ok.d.next = self.used.q.val() <= self.cfg.val().granule_mask;
        self.granule.next = self.start_at.q.val();
        self.granules_ok.next = self.ok.q.val();
        self.settled.next = !self.settle.q.val().any();
        self.granules.next = self.granule_count.q.val();

        // A doorbell may return what is out, and no more.
        self.ring_1.d.next = self.doorbell.val();
        self.asked.d.next = self.doorbell_counts.val();
        self.ring_2.d.next = self.ring_1.q.val();
        self.entries_asked.d.next = self.asked.q.val().get_bits::<16>(0) - self.entries_back.q.val();
        self.granules_asked.d.next = self.asked.q.val().get_bits::<16>(16) - self.granules_back.q.val();
        self.entries_out.d.next = self.entry_count.q.val() - self.entries_back.q.val();
        self.granules_out.d.next = self.granule_count.q.val() - self.granules_back.q.val();
        self.was_refused.d.next = false;
        if self.ring_2.q.val() {
            if (self.entries_asked.q.val() <= self.entries_out.q.val())
                && (self.granules_asked.q.val() <= self.granules_out.q.val())
            {
                self.entries_back.d.next = self.entries_back.q.val() + self.entries_asked.q.val();
                self.granules_back.d.next = self.granules_back.q.val() + self.granules_asked.q.val();
            } else {
                self.was_refused.d.next = true;
            }
        }
        self.refused.next = self.was_refused.q.val();
        self.consumed.next = self.entries_back.q.val();

        if self.reset.val() {
            self.entry_count.d.next = 0.into();
            self.granule_count.d.next = 0.into();
            self.entries_back.d.next = 0.into();
            self.granules_back.d.next = 0.into();
            self.settle.d.next = self.settle_clocks.val();
            self.ring_1.d.next = false;
            self.ring_2.d.next = false;
        }
    }
}
