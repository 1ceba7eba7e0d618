//! BAR0: the AXI4-Lite slave and the registers behind it.

use rust_hdl::prelude::*;

/// The register map of `fixnic_abi::reg` with one RX ring.
///
/// # The bus
///
/// AXI4-Lite, 32 bits, one transaction at a time, always OKAY. AW and W may come in either order. Unmapped addresses read 0
/// and ignore writes, and so do the rings this build lacks. Registers are whole: a write with a byte strobe clear is
/// answered and ignored. Accesses to the statistics wait while `stat_busy`.
///
/// # What leaves
///
/// Levels (`cfg_`, addresses, sizes) hold while their ring is enabled: a write to them is then ignored. Pulses last one
/// clock and carry their arguments with them; the arguments of a command stay until the next one.
///
/// # Reset
///
/// `reset` is that of power-up. CONTROL.reset gives `reset_request` for one clock, clears the enables in the
/// same clock, and reads 1 until the pulse `reset_done`, which sets every other register to its reset value. Until then writes
/// are ignored.
#[derive(LogicBlock, Default)]
pub struct Registers {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Reset of power-up, synchronous.
    pub reset: Signal<In, Bit>,

    /// AXI4-Lite, write address.
    pub s_axil_awaddr: Signal<In, Bits<12>>,
    /// Valid.
    pub s_axil_awvalid: Signal<In, Bit>,
    /// Taken.
    pub s_axil_awready: Signal<Out, Bit>,
    /// AXI4-Lite, write data.
    pub s_axil_wdata: Signal<In, Bits<32>>,
    /// Byte strobes.
    pub s_axil_wstrb: Signal<In, Bits<4>>,
    /// Valid.
    pub s_axil_wvalid: Signal<In, Bit>,
    /// Taken.
    pub s_axil_wready: Signal<Out, Bit>,
    /// AXI4-Lite, write response: OKAY.
    pub s_axil_bresp: Signal<Out, Bits<2>>,
    /// Valid.
    pub s_axil_bvalid: Signal<Out, Bit>,
    /// Taken.
    pub s_axil_bready: Signal<In, Bit>,
    /// AXI4-Lite, read address.
    pub s_axil_araddr: Signal<In, Bits<12>>,
    /// Valid.
    pub s_axil_arvalid: Signal<In, Bit>,
    /// Taken.
    pub s_axil_arready: Signal<Out, Bit>,
    /// AXI4-Lite, read data.
    pub s_axil_rdata: Signal<Out, Bits<32>>,
    /// Read response: OKAY.
    pub s_axil_rresp: Signal<Out, Bits<2>>,
    /// Valid.
    pub s_axil_rvalid: Signal<Out, Bit>,
    /// Taken.
    pub s_axil_rready: Signal<In, Bit>,

    /// Deliver frames.
    pub cfg_rx_enable: Signal<Out, Bit>,
    /// Send frames; its rise zeroes the TX counts.
    pub cfg_tx_enable: Signal<Out, Bit>,
    /// Pulse: stop at a frame boundary, drain, clear, raise the epoch.
    pub reset_request: Signal<Out, Bit>,
    /// Pulse: that is done.
    pub reset_done: Signal<In, Bit>,
    /// As read in EPOCH.
    pub epoch: Signal<In, Bits<8>>,
    /// As read in STATUS: no frame, command or AXI write is under way.
    pub stat_idle: Signal<In, Bit>,
    /// Pulse: an AXI read or write response was not OKAY.
    pub axi_error: Signal<In, Bit>,

    /// Ring 0 is on; its rise zeroes the counts.
    pub rx_ring_enable: Signal<Out, Bit>,
    /// Address of the entries, its low six bits 0.
    pub rx_ring_entry_base: Signal<Out, Bits<64>>,
    /// Address of the frame buffer, its low six bits 0.
    pub rx_ring_buffer_base: Signal<Out, Bits<64>>,
    /// Logarithm of the entries, 7 to 15 while the ring is on.
    pub rx_ring_entry_log2: Signal<Out, Bits<4>>,
    /// Logarithm of the granules, 7 to 15 while the ring is on.
    pub rx_ring_buffer_log2: Signal<Out, Bits<4>>,
    /// Pulse: the host returned credit.
    pub rx_doorbell: Signal<Out, Bit>,
    /// With `rx_doorbell`: entries consumed.
    pub rx_doorbell_entries: Signal<Out, Bits<16>>,
    /// With `rx_doorbell`: granules consumed.
    pub rx_doorbell_granules: Signal<Out, Bits<16>>,
    /// Entries written.
    pub rx_producer_entries: Signal<In, Bits<16>>,
    /// Granules written.
    pub rx_producer_granules: Signal<In, Bits<16>>,
    /// Level: entries were written that the host has not consumed.
    pub rx_pending: Signal<In, Bit>,

    /// Address of the TX ring, its low six bits 0.
    pub tx_ring_base: Signal<Out, Bits<64>>,
    /// Address of the TX completion, its low six bits 0.
    pub tx_completion_base: Signal<Out, Bits<64>>,
    /// Logarithm of the TX descriptors, 2 to 15 while TX is on.
    pub tx_ring_log2: Signal<Out, Bits<4>>,
    /// Pulse: the host wrote descriptors.
    pub tx_doorbell: Signal<Out, Bit>,
    /// With `tx_doorbell`: descriptors written.
    pub tx_doorbell_count: Signal<Out, Bits<16>>,
    /// Pulse: a TX completion was written.
    pub tx_event: Signal<In, Bit>,

    /// Pulse: a command starts. Never while one is under way.
    pub cmd_go: Signal<Out, Bit>,
    /// The value written to CMD_GO.
    pub cmd_op: Signal<Out, Bits<32>>,
    /// Argument, all 32 bits: the range is for the command to check.
    pub cmd_slot: Signal<Out, Bits<32>>,
    /// Argument, all 32 bits.
    pub cmd_session: Signal<Out, Bits<32>>,
    /// Argument.
    pub cmd_local_ip: Signal<Out, Bits<32>>,
    /// Argument.
    pub cmd_remote_ip: Signal<Out, Bits<32>>,
    /// Argument.
    pub cmd_local_port: Signal<Out, Bits<16>>,
    /// Argument.
    pub cmd_remote_port: Signal<Out, Bits<16>>,
    /// Argument.
    pub cmd_tcp_seq: Signal<Out, Bits<32>>,
    /// Argument: ten BCD digits, the first digit highest.
    pub cmd_expected: Signal<Out, Bits<40>>,
    /// Argument: a bit of CMD_EXPECTED_HI above the ten digits is set.
    pub cmd_expected_too_long: Signal<Out, Bit>,
    /// Argument.
    pub cmd_tag: Signal<Out, Bits<32>>,
    /// Pulse: the command's FENCE was handed on, or it was applied without.
    pub cmd_done: Signal<In, Bit>,
    /// With `cmd_done`: `CommandResult`.
    pub cmd_result: Signal<In, Bits<8>>,
    /// With `cmd_done`: `SessionState` after the command.
    pub cmd_session_state: Signal<In, Bits<8>>,

    /// Pulse: latch the statistics; wire to [`Statistics`](super::Statistics), as the next four.
    pub stat_latch: Signal<Out, Bit>,
    /// The snapshot is not complete.
    pub stat_busy: Signal<In, Bit>,
    /// Counter to read.
    pub stat_index: Signal<Out, Bits<6>>,
    /// Its snapshot, two clocks later.
    pub stat_value: Signal<In, Bits<64>>,

    /// Interrupt vectors: pulses of one clock.
    pub irq: Signal<Out, Bits<6>>,
}

impl Logic for Registers {
    #[hdl_gen]
    fn update(&mut self) {
        self.s_axil_awready.next = false;
        self.s_axil_wready.next = false;
        self.s_axil_bresp.next = 0.into();
        self.s_axil_bvalid.next = false;
        self.s_axil_arready.next = false;
        self.s_axil_rdata.next = 0.into();
        self.s_axil_rresp.next = 0.into();
        self.s_axil_rvalid.next = false;
        self.cfg_rx_enable.next = false;
        self.cfg_tx_enable.next = false;
        self.reset_request.next = false;
        self.rx_ring_enable.next = false;
        self.rx_ring_entry_base.next = 0.into();
        self.rx_ring_buffer_base.next = 0.into();
        self.rx_ring_entry_log2.next = 0.into();
        self.rx_ring_buffer_log2.next = 0.into();
        self.rx_doorbell.next = false;
        self.rx_doorbell_entries.next = 0.into();
        self.rx_doorbell_granules.next = 0.into();
        self.tx_ring_base.next = 0.into();
        self.tx_completion_base.next = 0.into();
        self.tx_ring_log2.next = 0.into();
        self.tx_doorbell.next = false;
        self.tx_doorbell_count.next = 0.into();
        self.cmd_go.next = false;
        self.cmd_op.next = 0.into();
        self.cmd_slot.next = 0.into();
        self.cmd_session.next = 0.into();
        self.cmd_local_ip.next = 0.into();
        self.cmd_remote_ip.next = 0.into();
        self.cmd_local_port.next = 0.into();
        self.cmd_remote_port.next = 0.into();
        self.cmd_tcp_seq.next = 0.into();
        self.cmd_expected.next = 0.into();
        self.cmd_expected_too_long.next = false;
        self.cmd_tag.next = 0.into();
        self.stat_latch.next = false;
        self.stat_index.next = 0.into();
        self.irq.next = 0.into();
    }
}
