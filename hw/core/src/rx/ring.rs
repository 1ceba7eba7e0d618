//! One RX ring: who has which entries and granules (docs/datapath.md, section 6).
#![allow(missing_docs)] // of the methods that RustHDL derives

use crate::blocks::Code;
use fixnic_abi::limits::{MAX_FRAME_GRANULES, RX_FRAME_ENTRIES_MAX};
use rust_hdl::prelude::*;

/// Counts of one ring. All run free, modulo 2^16.
///
/// * Enters: frames as they are admitted and as they are finished; entries and granules as they are taken; credit as it is returned.
/// * Leaves: `entry` at once; `granule` the clock after a granule was taken, `granules_ok` two clocks after; `granules_ok_after` says ahead
///   what it will be. `entries_ok` three clocks after an admission or a finish, four after an entry; `idle` later than that. Credit counts
///   five clocks after a doorbell, and doorbells are four clocks apart.
/// * Nobody knows how many messages a frame will give: each frame under way keeps as many entries as it may need, and
///   `entries_ok` says that the longest frame has room beside them. If not, `idle` says that no frame is under way, so that the figure is exact.
/// * The sizes stand while the ring is on; `reset` at least three clocks after they changed.
#[derive(LogicBlock, Default)]
pub struct RxRing {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Zeroes all counts but those of frames under way; when the ring is enabled.
    pub reset: Signal<In, Bit>,
    /// Forgets the frames under way.
    pub forget: Signal<In, Bit>,
    /// Logarithm of the entries.
    pub entry_log2: Signal<In, Bits<4>>,
    /// Logarithm of the granules.
    pub buffer_log2: Signal<In, Bits<4>>,
    /// Number of entries less one.
    pub entry_mask: Signal<Out, Bits<16>>,
    /// Number of granules less one.
    pub granule_mask: Signal<Out, Bits<16>>,

    /// A frame is admitted.
    pub admit: Signal<In, Bit>,
    /// Entries that are kept for it.
    pub admit_entries: Signal<In, Bits<6>>,
    /// A frame's last entry was taken, some clocks ago.
    pub finish: Signal<In, Bit>,
    /// Entries that were kept for it.
    pub finish_entries: Signal<In, Bits<6>>,
    /// The next frame has room for its entries, whatever those under way need.
    pub entries_ok: Signal<Out, Bit>,
    /// No frame is under way.
    pub idle: Signal<Out, Bit>,
    /// There is room for a FENCE.
    pub fence_ok: Signal<Out, Bit>,

    /// An entry is taken, at `entry`.
    pub take_entry: Signal<In, Bit>,
    /// Count of entries taken.
    pub entry: Signal<Out, Bits<16>>,
    /// The bit of the count that turns with each lap.
    pub lap_bit: Signal<Out, Bits<16>>,

    /// A frame takes its first granule, at `granule`.
    pub first: Signal<In, Bit>,
    /// It takes one more.
    pub more: Signal<In, Bit>,
    /// Where the next frame begins.
    pub granule: Signal<Out, Bits<16>>,
    /// The longest frame has room there.
    pub granules_ok: Signal<Out, Bit>,
    /// It will have if the frame under way takes one more now; figures of eight clocks ago suffice.
    pub granules_ok_after: Signal<Out, Bit>,
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

    entry_last: DFF<Bits<16>>,
    granule_last: DFF<Bits<16>>,
    entry_count: DFF<Bits<16>>,
    entries_back: DFF<Bits<16>>,
    entries_held: DFF<Bits<16>>,
    free: DFF<Bits<16>>,
    lap: DFF<Bits<16>>,        // number of entries
    size: DFF<Bits<16>>,       // number of granules
    kept: DFF<Bits<16>>,       // entries that all frames were let in with, and those of one more
    given_back: DFF<Bits<16>>, // of these, of frames that are finished
    under_way: DFF<Bits<6>>,
    none_now: DFF<Bit>,
    none_before: DFF<Bit>,
    none_under_way: DFF<Bit>, // late, so that `enough` has followed
    wanted: DFF<Bits<16>>,
    enough: DFF<Bit>,
    fence_room: DFF<Bit>,

    granule_count: DFF<Bits<16>>,
    granules_back: DFF<Bits<16>>,
    lap_left: DFF<Bits<16>>, // granules from the count to the end of its lap
    lap_end: DFF<Bits<16>>,  // count of the first granule of the next lap
    at_end: DFF<Bit>,        // the longest frame would wrap: the next one starts with the next lap
    used: DFF<Bits<16>>,
    ends_soon: DFF<Bit>, // one granule more, and the next frame starts with the next lap
    used_next_lap: DFF<Bits<16>>, // `used`, if it does

    ring_1: DFF<Bit>,
    ring_2: DFF<Bit>,
    ring_3: DFF<Bit>,
    entries_fit: DFF<Bit>,
    granules_fit: DFF<Bit>,
    asked: DFF<Bits<32>>,
    entries_asked: DFF<Bits<16>>,
    granules_asked: DFF<Bits<16>>,
    entries_out: DFF<Bits<16>>,
    granules_out: DFF<Bits<16>>,
    was_refused: DFF<Bit>,

    one: Signal<Local, Bits<16>>,
    start: Signal<Local, Bits<16>>,
    longest: Code<{ MAX_FRAME_GRANULES as u64 }, 16>,
    longest_less_one: Code<{ MAX_FRAME_GRANULES as u64 - 1 }, 16>,
    frame_entries: Code<{ RX_FRAME_ENTRIES_MAX as u64 }, 16>,
    fence_entries: Code<2, 16>,
    none_left: Code<1, 16>,
}

impl Logic for RxRing {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            entry_last,
            granule_last,
            entry_count,
            entries_back,
            entries_held,
            free,
            lap,
            size,
            kept,
            given_back,
            under_way,
            none_now,
            none_before,
            none_under_way,
            wanted,
            enough,
            fence_room,
            granule_count,
            granules_back,
            lap_left,
            lap_end,
            at_end,
            used,
            ends_soon,
            used_next_lap,
            ring_1,
            ring_2,
            ring_3,
            entries_fit,
            granules_fit,
            asked,
            entries_asked,
            granules_asked,
            entries_out,
            granules_out,
            was_refused
        );
        self.one.next = 1.into();
        self.entry_last.d.next = (self.one.val() << self.entry_log2.val()) - 1;
        self.granule_last.d.next = (self.one.val() << self.buffer_log2.val()) - 1;
        self.entry_mask.next = self.entry_last.q.val();
        self.granule_mask.next = self.granule_last.q.val();

        // Entries.
        if self.take_entry.val() {
            self.entry_count.d.next = self.entry_count.q.val() + 1;
        }
        self.entries_held.d.next = self.entry_count.q.val() - self.entries_back.q.val();
        self.free.d.next = self.lap.q.val() - self.entries_held.q.val();
        self.entry.next = self.entry_count.q.val();
        self.lap.d.next = self.entry_last.q.val() + 1;
        self.lap_bit.next = self.lap.q.val();
        self.fence_room.d.next = self.free.q.val() >= self.fence_entries.val();
        self.fence_ok.next = self.fence_room.q.val();

        // What the frames under way may still need.
        if self.admit.val() {
            self.kept.d.next = self.kept.q.val() + bit_cast::<16, 6>(self.admit_entries.val());
        }
        if self.finish.val() {
            self.given_back.d.next = self.given_back.q.val() + bit_cast::<16, 6>(self.finish_entries.val());
        }
        if self.admit.val() && !self.finish.val() {
            self.under_way.d.next = self.under_way.q.val() + 1;
        }
        if self.finish.val() && !self.admit.val() {
            self.under_way.d.next = self.under_way.q.val() - 1;
        }
        self.none_now.d.next = !self.under_way.q.val().any() && !self.admit.val();
        self.none_before.d.next = self.none_now.q.val();
        self.none_under_way.d.next = self.none_before.q.val() && self.none_now.q.val();
        self.idle.next = self.none_under_way.q.val();
        self.wanted.d.next = self.kept.q.val() - self.given_back.q.val();
        self.enough.d.next = self.free.q.val() >= self.wanted.q.val();
        self.entries_ok.next = self.enough.q.val();

        // Granules. A frame never wraps: if the longest would, it starts with the next lap.
        self.size.d.next = self.granule_last.q.val() + 1;
        self.start.next = self.granule_count.q.val();
        if self.at_end.q.val() {
            self.start.next = self.lap_end.q.val();
        }
        if self.first.val() {
            self.granule_count.d.next = self.start.val() + 1;
            if self.at_end.q.val() {
                self.lap_end.d.next = self.lap_end.q.val() + self.size.q.val();
                self.lap_left.d.next = self.granule_last.q.val();
                self.at_end.d.next = false;
            } else {
                self.lap_left.d.next = self.lap_left.q.val() - 1;
                self.at_end.d.next = self.lap_left.q.val() <= self.longest.val();
            }
        }
        if self.more.val() {
            self.granule_count.d.next = self.granule_count.q.val() + 1;
            if self.lap_left.q.val() == self.none_left.val() {
                self.lap_end.d.next = self.lap_end.q.val() + self.size.q.val();
                self.lap_left.d.next = self.size.q.val();
                self.at_end.d.next = false;
            } else {
                self.lap_left.d.next = self.lap_left.q.val() - 1;
                self.at_end.d.next = self.lap_left.q.val() <= self.longest.val();
            }
        }
        self.used.d.next = self.start.val() + self.longest_less_one.val() - self.granules_back.q.val();
        self.ends_soon.d.next = self.lap_left.q.val() <= self.longest.val();
        self.used_next_lap.d.next =
            self.lap_end.q.val() + self.longest_less_one.val() - self.granules_back.q.val();
        self.granules_ok_after.next = self.used.q.val() < self.granule_last.q.val();
        if self.ends_soon.q.val() {
            self.granules_ok_after.next = self.used_next_lap.q.val() <= self.granule_last.q.val();
        }
        self.granules_ok.next = self.used.q.val() <= self.granule_last.q.val();
        self.granule.next = self.start.val();
        self.granules.next = self.granule_count.q.val();

        // A doorbell may return what is out, and no more: how much that is, whether it is, and then it stands.
        self.ring_1.d.next = self.doorbell.val();
        if self.doorbell.val() {
            self.asked.d.next = self.doorbell_counts.val();
        }
        self.ring_2.d.next = self.ring_1.q.val();
        self.entries_asked.d.next = self.asked.q.val().get_bits::<16>(0) - self.entries_back.q.val();
        self.granules_asked.d.next = self.asked.q.val().get_bits::<16>(16) - self.granules_back.q.val();
        self.entries_out.d.next = self.entry_count.q.val() - self.entries_back.q.val();
        self.granules_out.d.next = self.granule_count.q.val() - self.granules_back.q.val();
        self.ring_3.d.next = self.ring_2.q.val();
        self.entries_fit.d.next = self.entries_asked.q.val() <= self.entries_out.q.val();
        self.granules_fit.d.next = self.granules_asked.q.val() <= self.granules_out.q.val();
        self.was_refused.d.next = false;
        if self.ring_3.q.val() {
            if self.entries_fit.q.val() && self.granules_fit.q.val() {
                self.entries_back.d.next = self.asked.q.val().get_bits::<16>(0);
                self.granules_back.d.next = self.asked.q.val().get_bits::<16>(16);
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
            self.lap_left.d.next = self.size.q.val();
            self.lap_end.d.next = self.size.q.val();
            self.at_end.d.next = false;
            self.ring_1.d.next = false;
            self.ring_2.d.next = false;
            self.ring_3.d.next = false;
        }
        if self.forget.val() {
            self.kept.d.next = self.frame_entries.val();
            self.given_back.d.next = 0.into();
            self.under_way.d.next = 0.into();
        }
    }
}
