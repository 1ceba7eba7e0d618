//! The core's beats, a byte at a time, for a 1G MAC.

use rust_hdl::prelude::*;

/// The core's 64-bit AXI4-Stream made into an 8-bit one.
///
/// * Enters: beats, `tkeep` from lane 0 on without a gap. A beat is taken when none is held, or in the clock in which the held
///   one's last byte goes: so a frame whose beats are there in time leaves without a gap.
/// * Leaves: lane 0 in the clock after its beat, a byte each clock in which `m_axis_tready`, `tlast` with the last one.
/// * When the MAC does not take a byte, it stands, and no beat is taken.
#[derive(LogicBlock, Default)]
pub struct TxNarrow {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the beat it holds.
    pub reset: Signal<In, Bit>,
    /// Lane 0 first on the wire.
    pub s_axis_tdata: Signal<In, Bits<64>>,
    /// Lanes from 0 on without a gap.
    pub s_axis_tkeep: Signal<In, Bits<8>>,
    /// A beat.
    pub s_axis_tvalid: Signal<In, Bit>,
    /// It is taken.
    pub s_axis_tready: Signal<Out, Bit>,
    /// The frame's last.
    pub s_axis_tlast: Signal<In, Bit>,
    /// A byte.
    pub m_axis_tdata: Signal<Out, Bits<8>>,
    /// It is there.
    pub m_axis_tvalid: Signal<Out, Bit>,
    /// It is taken.
    pub m_axis_tready: Signal<In, Bit>,
    /// The frame's last.
    pub m_axis_tlast: Signal<Out, Bit>,

    data: DFF<Bits<64>>,
    keep: DFF<Bits<8>>, // lane 0 is there while a byte is held
    last: DFF<Bit>,

    ends: Signal<Local, Bit>,
    free: Signal<Local, Bit>,
}

impl Logic for TxNarrow {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, data, keep, last);
        self.ends.next = !self.keep.q.val().get_bit(1);
        self.free.next = !self.keep.q.val().get_bit(0) || (self.ends.val() && self.m_axis_tready.val());
        if self.m_axis_tready.val() {
            self.data.d.next = self.data.q.val() >> 8;
            self.keep.d.next = self.keep.q.val() >> 1;
        }
        if self.free.val() {
            self.data.d.next = self.s_axis_tdata.val();
            self.keep.d.next = 0.into();
            self.last.d.next = self.s_axis_tlast.val();
            if self.s_axis_tvalid.val() {
                self.keep.d.next = self.s_axis_tkeep.val();
            }
        }
        self.s_axis_tready.next = self.free.val();
        self.m_axis_tdata.next = self.data.q.val().get_bits::<8>(0);
        self.m_axis_tvalid.next = self.keep.q.val().get_bit(0);
        self.m_axis_tlast.next = self.last.q.val() && self.ends.val();
        if self.reset.val() {
            self.keep.d.next = 0.into();
        }
    }
}
