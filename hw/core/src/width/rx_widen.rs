//! Bytes from a 1G MAC, eight to a beat.

use rust_hdl::prelude::*;

/// An 8-bit AXI4-Stream made into the core's 64-bit one; neither can wait.
///
/// * Enters: a byte a clock at most, in the clock of the core; `tuser` with `tlast` says that the frame check sequence was wrong.
/// * Leaves: a beat in the clock after its eighth byte or after the frame's last one, `tkeep` from lane 0 on without a gap, `tuser`
///   with `tlast`. Lanes without a byte hold what stood there before.
/// * Never stalls: at eight bytes a beat it gives less than it may.
#[derive(LogicBlock, Default)]
pub struct RxWiden {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets the beat under way.
    pub reset: Signal<In, Bit>,
    /// A byte.
    pub s_axis_tdata: Signal<In, Bits<8>>,
    /// It is there.
    pub s_axis_tvalid: Signal<In, Bit>,
    /// The frame's last.
    pub s_axis_tlast: Signal<In, Bit>,
    /// With `tlast`: the frame is bad.
    pub s_axis_tuser: Signal<In, Bit>,
    /// Lane 0 first on the wire.
    pub m_axis_tdata: Signal<Out, Bits<64>>,
    /// Lanes from 0 on without a gap.
    pub m_axis_tkeep: Signal<Out, Bits<8>>,
    /// A beat.
    pub m_axis_tvalid: Signal<Out, Bit>,
    /// The frame's last.
    pub m_axis_tlast: Signal<Out, Bit>,
    /// With `tlast`: the frame is bad.
    pub m_axis_tuser: Signal<Out, Bit>,

    lanes: [DFF<Bits<8>>; 8],
    kept: DFF<Bits<8>>, // lanes of the beat under way that are taken
    keep: DFF<Bits<8>>,
    valid: DFF<Bit>,
    last: DFF<Bit>,
    bad: DFF<Bit>,

    next_lane: Signal<Local, Bits<8>>, // one bit
    taken: Signal<Local, Bits<8>>,
    whole: Signal<Local, Bits<64>>,
    lane: Signal<Local, Bits<8>>,
}

impl Logic for RxWiden {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, kept, keep, valid, last, bad);
        self.taken.next = (self.kept.q.val() << 1) | 1;
        self.next_lane.next = self.taken.val() ^ self.kept.q.val();
        self.whole.next = 0.into();
        for i in 0..8_usize {
            self.lanes[i].clock.next = self.clock.val();
            self.lanes[i].d.next = self.lanes[i].q.val();
            if self.s_axis_tvalid.val() && self.next_lane.val().get_bit(i) {
                self.lanes[i].d.next = self.s_axis_tdata.val();
            }
            self.lane.next = self.lanes[i].q.val();
            self.whole.next = (self.whole.val() >> 8) | (bit_cast::<64, 8>(self.lane.val()) << 56);
        }
        self.valid.d.next = false;
        if self.s_axis_tvalid.val() {
            self.kept.d.next = self.taken.val();
            self.keep.d.next = self.taken.val();
            self.last.d.next = self.s_axis_tlast.val();
            self.bad.d.next = self.s_axis_tlast.val() && self.s_axis_tuser.val();
            if self.s_axis_tlast.val() || self.taken.val().all() {
                self.valid.d.next = true;
                self.kept.d.next = 0.into();
            }
        }
        self.m_axis_tdata.next = self.whole.val();
        self.m_axis_tkeep.next = self.keep.q.val();
        self.m_axis_tvalid.next = self.valid.q.val();
        self.m_axis_tlast.next = self.last.q.val();
        self.m_axis_tuser.next = self.bad.q.val();
        if self.reset.val() {
            self.kept.d.next = 0.into();
            self.valid.d.next = false;
        }
    }
}
