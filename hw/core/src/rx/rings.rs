//! The RX rings, and what others ask of the one ring that they deal with.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::ring::RxRing;
use rust_hdl::prelude::*;

/// Four rings (docs/datapath.md, section 6).
///
/// * Enters: sizes and switches from the registers; who takes what, with the number of its ring.
/// * Leaves: for the gate, whether the ring it names is on and has room, in the same clock, a clock after that changed; where a frame
///   begins there a clock later. For the mailbox the figures of the ring it names, one clock after it names it or the figure changed;
///   for `EntryFormat`, those of its ring in the same clock.
/// * Whether there is room is right two clocks after `more`, four after `first`.
/// * A ring goes on when it is enabled, nothing of its earlier life is under way and it was off for six clocks; its counts are zeroed then, and five clocks later
///   it takes frames. `live` falls the clock after `enable`: from then on the writer issues no burst for it.
#[derive(LogicBlock, Default)]
pub struct RxRings {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Power-up.
    pub reset: Signal<In, Bit>,
    /// Zeroes all counts: a reset by CONTROL.
    pub zero_counts: Signal<In, Bit>,
    /// Each ring's switch.
    pub enable: Signal<In, Bits<4>>,
    /// Address of the entries.
    pub entry_base: [Signal<In, Bits<64>>; 4],
    /// Address of the frame buffer.
    pub buffer_base: [Signal<In, Bits<64>>; 4],
    /// Logarithm of the entries.
    pub entry_log2: [Signal<In, Bits<4>>; 4],
    /// Logarithm of the granules.
    pub buffer_log2: [Signal<In, Bits<4>>; 4],
    /// The host returned credit to a ring.
    pub doorbell: Signal<In, Bits<4>>,
    /// Entries consumed in its low half, granules in its high half.
    pub doorbell_counts: Signal<In, Bits<32>>,
    /// A doorbell was refused.
    pub refused: Signal<Out, Bits<4>>,
    /// Entries taken.
    pub entries: [Signal<Out, Bits<16>>; 4],
    /// Granules taken.
    pub granules: [Signal<Out, Bits<16>>; 4],
    /// Entries of each ring that are in host memory or were given up.
    pub written: [Signal<In, Bits<16>>; 4],
    /// Entries were written that the host has not consumed.
    pub pending: Signal<Out, Bits<4>>,
    /// Something of the ring is under way.
    pub draining: Signal<Out, Bits<4>>,
    /// Bursts for the ring may be issued.
    pub live: Signal<Out, Bits<4>>,
    /// The ring's entries are counted from zero: it goes on, or all counts are zeroed.
    pub begins: Signal<Out, Bits<4>>,

    /// Ring of the frame that the gate decides about next.
    pub gate_ring: Signal<In, Bits<2>>,
    /// It is on.
    pub gate_on: Signal<Out, Bit>,
    /// It has room for one more frame, whatever those under way need.
    pub gate_room: Signal<Out, Bit>,
    /// It has none, whatever those under way leave.
    pub gate_full: Signal<Out, Bit>,
    /// Where a frame begins.
    pub gate_granule: Signal<Out, Bits<16>>,
    /// Where the granules are of the ring for which the figures above stood one clock before.
    pub gate_buffer: Signal<Out, Bits<64>>,
    /// Number of its granules less one.
    pub gate_mask: Signal<Out, Bits<16>>,
    /// A frame is admitted to this ring, one bit each.
    pub admit: Signal<In, Bits<4>>,
    /// Entries kept for it.
    pub admit_entries: Signal<In, Bits<6>>,
    /// The frame that passes the gate takes its first granule.
    pub first: Signal<In, Bit>,
    /// It takes one more.
    pub more: Signal<In, Bit>,
    /// Its ring.
    pub filling: Signal<In, Bits<2>>,

    /// Ring of the entry that `EntryFormat` has.
    pub format_ring: Signal<In, Bits<2>>,
    /// Count of its entries.
    pub format_entry: Signal<Out, Bits<16>>,
    /// Number of its entries less one.
    pub format_mask: Signal<Out, Bits<16>>,
    /// The bit of the count that turns with each lap.
    pub format_lap_bit: Signal<Out, Bits<16>>,
    /// Where its entries are.
    pub format_base: Signal<Out, Bits<64>>,
    /// It takes an entry.
    pub take_entry: Signal<In, Bit>,
    /// A frame is finished.
    pub finish: Signal<In, Bit>,
    /// Its ring.
    pub finish_ring: Signal<In, Bits<2>>,
    /// Entries that were kept for it.
    pub finish_entries: Signal<In, Bits<6>>,

    /// Ring of a FENCE.
    pub fence_ring: Signal<In, Bits<2>>,
    /// It is on.
    pub fence_on: Signal<Out, Bit>,
    /// It has room for the FENCE.
    pub fence_ok: Signal<Out, Bit>,

    rings: [RxRing; 4],
    on: [DFF<Bits<6>>; 4], // now in bit 0, and before
    drained: DFF<Bits<4>>,
    unread: DFF<Bits<4>>,
    // A finish counts once the ring's free entries have followed the frame's last one.
    finish_1: DFF<Bit>,
    finish_2: DFF<Bit>,
    finish_3: DFF<Bit>,
    finish_4: DFF<Bits<4>>, // of which ring
    ring_1: DFF<Bits<2>>,
    ring_2: DFF<Bits<2>>,
    ring_3: DFF<Bits<2>>,
    kept_1: DFF<Bits<6>>,
    kept_2: DFF<Bits<6>>,
    kept_3: DFF<Bits<6>>,
    kept_4: DFF<Bits<6>>,
    takes_frames: DFF<Bits<4>>,
    with_room: DFF<Bits<4>>,
    without_room: DFF<Bits<4>>,
    took_more: DFF<Bits<4>>,
    granule: DFF<Bits<16>>,
    buffer: DFF<Bits<64>>,
    mask: DFF<Bits<16>>,
    restarts: DFF<Bits<4>>,
    takes_first: DFF<Bit>,
    takes_more: DFF<Bit>,
    taker: DFF<Bits<2>>,
    start_buffer: DFF<Bits<64>>,
    start_mask: DFF<Bits<16>>,
    fence_is_on: DFF<Bit>,
    fence_room: DFF<Bit>,

    begin_bits: Signal<Local, Bits<4>>,
    on_bits: Signal<Local, Bits<4>>,
    refused_bits: Signal<Local, Bits<4>>,
    drained_bits: Signal<Local, Bits<4>>,
    pending_bits: Signal<Local, Bits<4>>,
    frame_bits: Signal<Local, Bits<4>>,
    room_bits: Signal<Local, Bits<4>>,
    full_bits: Signal<Local, Bits<4>>,
    one_is: Signal<Local, Bit>,
    fits: Signal<Local, Bit>,
    more_bits: Signal<Local, Bits<4>>,
    stays: Signal<Local, Bit>,
    one_begins: Signal<Local, Bit>,
    one_drains: Signal<Local, Bit>,
    busy: Signal<Local, Bits<4>>,
    finish_bits: Signal<Local, Bits<4>>,
}

impl Logic for RxRings {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            drained,
            unread,
            finish_1,
            finish_2,
            finish_3,
            finish_4,
            ring_1,
            ring_2,
            ring_3,
            kept_1,
            kept_2,
            kept_3,
            kept_4,
            takes_frames,
            with_room,
            without_room,
            took_more,
            granule,
            buffer,
            mask,
            restarts,
            takes_first,
            takes_more,
            taker,
            start_buffer,
            start_mask,
            fence_is_on,
            fence_room
        );
        self.begin_bits.next = 0.into();
        self.on_bits.next = 0.into();
        self.refused_bits.next = 0.into();
        self.drained_bits.next = 0.into();
        self.pending_bits.next = 0.into();
        self.stays.next = false;
        self.frame_bits.next = 0.into();
        self.fits.next = false;
        self.room_bits.next = 0.into();
        self.full_bits.next = 0.into();
        self.more_bits.next = 0.into();
        self.one_is.next = false;
        self.one_begins.next = false;
        self.one_drains.next = false;
        self.busy.next = 0.into();
        self.finish_bits.next = 0.into();

        self.finish_1.d.next = self.finish.val();
        self.finish_2.d.next = self.finish_1.q.val();
        self.finish_3.d.next = self.finish_2.q.val();
        self.ring_1.d.next = self.finish_ring.val();
        self.ring_2.d.next = self.ring_1.q.val();
        self.ring_3.d.next = self.ring_2.q.val();
        self.kept_1.d.next = self.finish_entries.val();
        self.kept_2.d.next = self.kept_1.q.val();
        self.kept_3.d.next = self.kept_2.q.val();
        self.kept_4.d.next = self.kept_3.q.val();

        self.gate_on.next = false;
        self.gate_room.next = false;
        self.gate_full.next = false;
        self.granule.d.next = 0.into();
        self.buffer.d.next = 0.into();
        self.mask.d.next = 0.into();
        self.fence_is_on.d.next = false;
        self.fence_room.d.next = false;
        self.format_entry.next = 0.into();
        self.format_mask.next = 0.into();
        self.format_lap_bit.next = 0.into();
        self.format_base.next = 0.into();
        for i in 0..4_usize {
            self.rings[i].clock.next = self.clock.val();
            self.on[i].clock.next = self.clock.val();
            self.rings[i].entry_log2.next = self.entry_log2[i].val();
            self.rings[i].buffer_log2.next = self.buffer_log2[i].val();

            // On, off.
            self.stays.next = self.enable.val().get_bit(i)
                && (self.on[i].q.val().get_bit(0)
                    || (self.drained.q.val().get_bit(i) && !self.on[i].q.val().any()));
            self.on[i].d.next = (self.on[i].q.val() << 1) | bit_cast::<6, 1>(self.stays.val().into());
            self.one_begins.next = self.on[i].q.val().get_bit(0) && !self.on[i].q.val().get_bit(1);
            self.begin_bits.next = self.begin_bits.val().replace_bit(i, self.one_begins.val());
            self.on_bits.next = self.on_bits.val().replace_bit(i, self.on[i].q.val().get_bit(0));
            self.rings[i].reset.next = self.restarts.q.val().get_bit(i);
            self.rings[i].forget.next = self.reset.val();
            self.drained_bits.next = self.drained_bits.val().replace_bit(
                i,
                self.rings[i].idle.val() && (self.rings[i].entry.val() == self.written[i].val()),
            );
            self.pending_bits.next = self.pending_bits.val().replace_bit(
                i,
                self.on[i].q.val().all() && (self.rings[i].consumed.val() != self.written[i].val()),
            );
            // A frame that was let in while the ring was on shows within five clocks of its end.
            self.one_drains.next = !self.drained.q.val().get_bit(i)
                || (!self.enable.val().get_bit(i) && self.on[i].q.val().any());
            self.busy.next = self.busy.val().replace_bit(i, self.one_drains.val());

            // Who takes what.
            self.rings[i].admit.next = self.admit.val().get_bit(i);
            self.rings[i].admit_entries.next = self.admit_entries.val();
            self.finish_bits.next = self.finish_bits.val().replace_bit(
                i,
                self.finish_3.q.val() && (self.ring_3.q.val() == i.to_bits::<2>()),
            );
            self.rings[i].finish.next = self.finish_4.q.val().get_bit(i);
            self.rings[i].finish_entries.next = self.kept_4.q.val();
            self.rings[i].first.next = self.takes_first.q.val() && (self.taker.q.val() == i.to_bits::<2>());
            self.rings[i].more.next = self.takes_more.q.val() && (self.taker.q.val() == i.to_bits::<2>());
            self.rings[i].take_entry.next =
                self.take_entry.val() && (self.format_ring.val() == i.to_bits::<2>());
            self.rings[i].doorbell.next = self.doorbell.val().get_bit(i);
            self.rings[i].doorbell_counts.next = self.doorbell_counts.val();
            self.refused_bits.next = self
                .refused_bits
                .val()
                .replace_bit(i, self.rings[i].refused.val());
            self.entries[i].next = self.rings[i].entry.val();
            self.granules[i].next = self.rings[i].granules.val();

            self.more_bits.next = self.more_bits.val().replace_bit(i, self.rings[i].more.val());

            // What the gate wants to know of a ring.
            self.one_is.next = self.on[i].q.val().all();
            self.frame_bits.next = self.frame_bits.val().replace_bit(i, self.one_is.val());
            // A granule taken just now is in the one figure, not yet in the other.
            self.fits.next = self.rings[i].granules_ok.val();
            if self.rings[i].more.val() {
                self.fits.next = self.rings[i].granules_ok_after.val();
            }
            self.one_is.next = self.fits.val() && self.rings[i].entries_ok.val();
            if self.took_more.q.val().get_bit(i) {
                self.one_is.next = self.with_room.q.val().get_bit(i);
            }
            self.room_bits.next = self.room_bits.val().replace_bit(i, self.one_is.val());
            self.one_is.next =
                !self.fits.val() || (!self.rings[i].entries_ok.val() && self.rings[i].idle.val());
            if self.took_more.q.val().get_bit(i) {
                self.one_is.next = self.without_room.q.val().get_bit(i);
            }
            self.full_bits.next = self.full_bits.val().replace_bit(i, self.one_is.val());

            // Who asks.
            if self.gate_ring.val() == i.to_bits::<2>() {
                self.gate_on.next = self.takes_frames.q.val().get_bit(i);
                self.gate_room.next = self.with_room.q.val().get_bit(i);
                self.gate_full.next = self.without_room.q.val().get_bit(i);
                self.granule.d.next = self.rings[i].granule.val();
                self.buffer.d.next = self.buffer_base[i].val();
                self.mask.d.next = self.rings[i].granule_mask.val();
            }
            if self.format_ring.val() == i.to_bits::<2>() {
                self.format_entry.next = self.rings[i].entry.val();
                self.format_mask.next = self.rings[i].entry_mask.val();
                self.format_lap_bit.next = self.rings[i].lap_bit.val();
                self.format_base.next = self.entry_base[i].val();
            }
            if self.fence_ring.val() == i.to_bits::<2>() {
                self.fence_is_on.d.next = self.on[i].q.val().get_bit(5);
                self.fence_room.d.next = self.rings[i].fence_ok.val();
            }
            if self.reset.val() {
                self.on[i].d.next = 0.into();
            }
        }
        self.finish_4.d.next = self.finish_bits.val();
        self.takes_first.d.next = self.first.val();
        self.takes_more.d.next = self.more.val();
        self.taker.d.next = self.filling.val();
        self.restarts.d.next = self.begin_bits.val();
        if self.reset.val() || self.zero_counts.val() {
            self.restarts.d.next = 15.into();
        }
        self.takes_frames.d.next = self.frame_bits.val();
        self.with_room.d.next = self.room_bits.val();
        self.without_room.d.next = self.full_bits.val();
        self.took_more.d.next = self.more_bits.val();
        self.drained.d.next = self.drained_bits.val();
        self.unread.d.next = self.pending_bits.val();
        self.draining.next = self.busy.val();
        self.pending.next = self.unread.q.val();
        self.live.next = self.on_bits.val();
        self.begins.next = self.restarts.q.val();
        self.refused.next = self.refused_bits.val();
        self.gate_granule.next = self.granule.q.val();
        self.start_buffer.d.next = self.buffer.q.val();
        self.start_mask.d.next = self.mask.q.val();
        self.gate_buffer.next = self.start_buffer.q.val();
        self.gate_mask.next = self.start_mask.q.val();
        self.fence_on.next = self.fence_is_on.q.val();
        self.fence_ok.next = self.fence_room.q.val();
        if self.reset.val() {
            self.takes_first.d.next = false;
            self.takes_more.d.next = false;
            self.finish_1.d.next = false;
            self.finish_2.d.next = false;
            self.finish_3.d.next = false;
            self.finish_4.d.next = 0.into();
        }
    }
}
