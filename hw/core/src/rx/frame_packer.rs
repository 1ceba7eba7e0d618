//! Packs the beats of a frame into the granules of a ring.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::words::Beat;
use crate::axi::words::GranuleHalf;
use crate::blocks::Code;
use rust_hdl::prelude::*;

/// Four beats in the order of the wire.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct FourBeats {
    beat_0: Bits<64>,
    beat_1: Bits<64>,
    beat_2: Bits<64>,
    beat_3: Bits<64>,
}

/// From 64 to 256 bits, whole granules, the last one of a frame padded with zeros.
///
/// * Enters: beats, any gaps, but after a frame's last beat at least one clock without; the ring of the frame and the count of its first
///   granule with `start`, at least one clock before its first beat.
/// * Leaves: halves of granules with their granule's address, four clocks after the beat that fills them.
/// * Never stalls.
#[derive(LogicBlock, Default)]
pub struct FramePacker {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the frame it is in.
    pub reset: Signal<In, Bit>,
    /// A frame begins.
    pub start: Signal<In, Bit>,
    /// Count of its first granule.
    pub start_granule: Signal<In, Bits<16>>,
    /// Its ring.
    pub start_ring: Signal<In, Bits<2>>,
    /// Where the ring's granules are.
    pub start_base: Signal<In, Bits<64>>,
    /// Number of the ring's granules less one.
    pub start_mask: Signal<In, Bits<16>>,
    /// A beat.
    pub s_valid: Signal<In, Bit>,
    /// Its content.
    pub s_beat: Signal<In, Beat>,
    /// Half a granule.
    pub m_valid: Signal<Out, Bit>,
    /// Its content.
    pub m_half: Signal<Out, GranuleHalf>,

    granule: DFF<Bits<16>>,
    granule_after: DFF<Bits<16>>, // granule + 1: no frame fills its first granule in the clock behind `start`
    ring: DFF<Bits<2>>,
    base: DFF<Bits<64>>,
    mask: DFF<Bits<16>>,
    quarter: DFF<Bits<2>>,
    beats: DFF<FourBeats>,
    second: DFF<Bit>, // the half that is being filled is its granule's second
    full: DFF<Bit>,
    full_second: DFF<Bit>,
    full_last: DFF<Bit>,
    full_place: DFF<Bits<16>>,
    full_ring: DFF<Bits<2>>,
    full_base: DFF<Bits<64>>,
    pad: DFF<Bit>,
    valid_2: DFF<Bit>,
    half_2: DFF<GranuleHalf>,
    low_2: DFF<Bits<33>>,
    high_2: DFF<Bits<32>>,
    valid_3: DFF<Bit>,
    half_3: DFF<GranuleHalf>,

    lanes: Signal<Local, Bits<64>>,
    ones_lane: Signal<Local, Bits<64>>,
    data: Signal<Local, Bits<64>>,
    at_base: Signal<Local, Bits<64>>,
    high: Signal<Local, Bits<32>>,
    last_quarter: Code<3, 2>,
}

impl Logic for FramePacker {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            granule,
            granule_after,
            ring,
            base,
            mask,
            quarter,
            beats,
            second,
            full,
            full_second,
            full_last,
            full_place,
            full_ring,
            full_base,
            pad,
            valid_2,
            half_2,
            low_2,
            high_2,
            valid_3,
            half_3
        );
        // 1: fill a half. Bytes behind the frame's end are zero.
        self.ones_lane.next = 0xff.into();
        self.lanes.next = 0.into();
        for i in 0..8_usize {
            if i.to_bits::<3>() <= self.s_beat.val().last_lane {
                self.lanes.next = self.lanes.val() | (self.ones_lane.val() << (i * 8).to_bits::<8>());
            }
        }
        self.data.next = self.s_beat.val().data & self.lanes.val();
        if self.start.val() {
            self.granule.d.next = self.start_granule.val();
            self.ring.d.next = self.start_ring.val();
            self.base.d.next = self.start_base.val();
            self.mask.d.next = self.start_mask.val();
            self.quarter.d.next = 0.into();
            self.second.d.next = false;
        }
        self.full.d.next = false;
        self.granule_after.d.next = self.granule.q.val() + 1;
        if self.s_valid.val() {
            // They stand until the next beat, by which time a half of zeros has had its address.
            self.full_second.d.next = self.second.q.val();
            self.full_last.d.next = self.s_beat.val().eof;
            self.full_place.d.next = self.granule.q.val() & self.mask.q.val();
            self.full_ring.d.next = self.ring.q.val();
            self.full_base.d.next = self.base.q.val();
            self.quarter.d.next = self.quarter.q.val() + 1;
            if self.quarter.q.val() == 0 {
                self.beats.d.next.beat_0 = self.data.val();
                self.beats.d.next.beat_1 = 0.into();
                self.beats.d.next.beat_2 = 0.into();
                self.beats.d.next.beat_3 = 0.into();
            }
            if self.quarter.q.val() == 1 {
                self.beats.d.next.beat_1 = self.data.val();
            }
            if self.quarter.q.val() == 2 {
                self.beats.d.next.beat_2 = self.data.val();
            }
            if self.quarter.q.val() == 3 {
                self.beats.d.next.beat_3 = self.data.val();
            }
            if (self.quarter.q.val() == self.last_quarter.val()) || self.s_beat.val().eof {
                self.full.d.next = true;
                self.second.d.next = !self.second.q.val();
                if self.second.q.val() {
                    self.granule.d.next = self.granule_after.q.val();
                }
            }
        }

        // 2: low half of the address; a frame that ends in a first half leaves a second one of zeros behind it.
        self.pad.d.next = self.full.q.val() && self.full_last.q.val() && !self.full_second.q.val();
        self.valid_2.d.next = self.full.q.val() || self.pad.q.val();
        self.half_2.d.next.data = self.beats.q.val().into();
        self.half_2.d.next.second = self.full_second.q.val();
        self.half_2.d.next.frame_end = self.full_second.q.val() && self.full_last.q.val();
        self.half_2.d.next.ring = self.full_ring.q.val();
        self.at_base.next = self.full_base.q.val();
        if self.pad.q.val() {
            self.half_2.d.next.data = 0.into();
            self.half_2.d.next.second = true;
            self.half_2.d.next.frame_end = true;
        }
        self.low_2.d.next = bit_cast::<33, 32>(self.at_base.val().get_bits::<32>(0))
            + (bit_cast::<33, 16>(self.full_place.q.val()) << 6);
        self.high_2.d.next = self.at_base.val().get_bits::<32>(32);

        // 3: high half.
        self.valid_3.d.next = self.valid_2.q.val();
        self.half_3.d.next = self.half_2.q.val();
        self.high.next = self.high_2.q.val() + bit_cast::<32, 1>(self.low_2.q.val().get_bits::<1>(32));
        self.half_3.d.next.address = (bit_cast::<64, 32>(self.high.val()) << 32)
            | bit_cast::<64, 32>(self.low_2.q.val().get_bits::<32>(0));

        self.m_valid.next = self.valid_3.q.val();
        self.m_half.next = self.half_3.q.val();
        if self.reset.val() {
            self.full.d.next = false;
            self.pad.d.next = false;
            self.valid_2.d.next = false;
            self.valid_3.d.next = false;
        }
    }
}
