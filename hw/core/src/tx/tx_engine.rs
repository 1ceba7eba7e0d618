//! Reads descriptors and frames from host memory and sends them.

use rust_hdl::prelude::*;

/// The TX ring of docs/datapath.md, section 8.
///
/// * Enters: `doorbell` with the count of descriptors written; frames and descriptors by AXI4 reads of 32-byte beats, one burst at a time.
/// * Leaves: frames on `m_axis_tx`, each without a gap between its beats as far as `tready` allows; a completion
///   request after each frame or skipped descriptor. A newer count may replace one that was not yet taken.
/// * One frame is fetched while the one before is sent. A frame is sent when it has arrived whole.
/// * `enable` falling: the burst under way is read to its end, the frame being sent is sent to its end, then `idle`. A frame
///   that waits is dropped and not counted as done. `enable` rising zeroes the counts; raise it only while `idle`
///   (an earlier rise waits for it).
#[derive(LogicBlock, Default)]
pub struct TxEngine {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Reset of power-up, synchronous. AXI bursts under way are forgotten: the bus must be reset as well.
    pub reset: Signal<In, Bit>,

    /// Send frames.
    pub enable: Signal<In, Bit>,
    /// Address of the descriptors, a multiple of 64.
    pub ring_base: Signal<In, Bits<64>>,
    /// Logarithm of the descriptors, 2 to 15.
    pub ring_log2: Signal<In, Bits<4>>,
    /// Pulse: the host wrote descriptors.
    pub doorbell: Signal<In, Bit>,
    /// With `doorbell`: descriptors written since `enable` rose, modulo 2^16.
    pub doorbell_count: Signal<In, Bits<16>>,
    /// No burst, frame or completion is under way.
    pub idle: Signal<Out, Bit>,

    /// AXI4 read address.
    pub m_axi_araddr: Signal<Out, Bits<64>>,
    /// Beats less one.
    pub m_axi_arlen: Signal<Out, Bits<8>>,
    /// 32 bytes a beat.
    pub m_axi_arsize: Signal<Out, Bits<3>>,
    /// INCR.
    pub m_axi_arburst: Signal<Out, Bits<2>>,
    /// Valid.
    pub m_axi_arvalid: Signal<Out, Bit>,
    /// Taken.
    pub m_axi_arready: Signal<In, Bit>,
    /// AXI4 read data.
    pub m_axi_rdata: Signal<In, Bits<256>>,
    /// Response.
    pub m_axi_rresp: Signal<In, Bits<2>>,
    /// Last beat of the burst.
    pub m_axi_rlast: Signal<In, Bit>,
    /// Valid.
    pub m_axi_rvalid: Signal<In, Bit>,
    /// Taken; always 1.
    pub m_axi_rready: Signal<Out, Bit>,

    /// Frame bytes, the first on the wire in the low byte.
    pub m_axis_tx_tdata: Signal<Out, Bits<64>>,
    /// Lanes that hold bytes.
    pub m_axis_tx_tkeep: Signal<Out, Bits<8>>,
    /// Valid.
    pub m_axis_tx_tvalid: Signal<Out, Bit>,
    /// Last beat of the frame.
    pub m_axis_tx_tlast: Signal<Out, Bit>,
    /// Taken.
    pub m_axis_tx_tready: Signal<In, Bit>,

    /// A completion is to be written; may stay up with a newer count.
    pub completion_valid: Signal<Out, Bit>,
    /// With it: descriptors done since `enable` rose, modulo 2^16.
    pub completion_done: Signal<Out, Bits<16>>,
    /// Taken.
    pub completion_ready: Signal<In, Bit>,

    /// Pulse for `Counter::TxFrames`.
    pub event_tx_frame: Signal<Out, Bit>,
    /// Pulse for `Counter::TxBadDescriptor`.
    pub event_bad_descriptor: Signal<Out, Bit>,
    /// Pulse for `Counter::AxiReadError`: once a burst.
    pub event_read_error: Signal<Out, Bit>,
}

impl Logic for TxEngine {
    #[hdl_gen]
    fn update(&mut self) {
        self.idle.next = true;
        self.m_axi_araddr.next = 0.into();
        self.m_axi_arlen.next = 0.into();
        self.m_axi_arsize.next = 5.into();
        self.m_axi_arburst.next = 1.into();
        self.m_axi_arvalid.next = false;
        self.m_axi_rready.next = true;
        self.m_axis_tx_tdata.next = 0.into();
        self.m_axis_tx_tkeep.next = 0.into();
        self.m_axis_tx_tvalid.next = false;
        self.m_axis_tx_tlast.next = false;
        self.completion_valid.next = false;
        self.completion_done.next = 0.into();
        self.event_tx_frame.next = false;
        self.event_bad_descriptor.next = false;
        self.event_read_error.next = false;
    }
}
