//! BAR0: the AXI4-Lite slave and the registers behind it.

use super::page::{page, word};
use super::{AxiLite, Irq, Mailbox, RxRingPage, TxRingPage};
use crate::blocks::Code;
use fixnic_abi::reg::{self, field};
use rust_hdl::prelude::*;

/// The register map of `fixnic_abi::reg` with four RX rings.
///
/// # The bus
///
/// [`AxiLite`]: one transaction at a time, always OKAY. Unmapped addresses and the rings that this build lacks read 0
/// and ignore writes. Accesses to the statistics wait while `stat_busy`. A read takes seven clocks from ARVALID to RVALID, a
/// write acts five clocks after AWVALID and WVALID.
///
/// # What leaves
///
/// Levels (`cfg_`, addresses, sizes) stand while their ring is on: writes to them are then ignored. Pulses last one clock and
/// carry their arguments with them; the arguments of a command stay until the next one.
///
/// # Reset
///
/// `reset` is that of power-up, two clocks long or more: registers have their reset values a clock later. CONTROL.reset gives `reset_request` for one clock, turns everything off in the next, and reads 1
/// until the pulse `reset_done`, which sets every register to its reset value. Until then writes are ignored. A command
/// under way at `reset_done` is forgotten here and must be forgotten there.
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

    /// Pulses: a write error stops the ring.
    pub rx_ring_failed: Signal<In, Bits<4>>,
    /// Pulses: a doorbell was refused.
    pub rx_doorbell_refused: Signal<In, Bits<4>>,
    /// Something of the ring is under way.
    pub rx_ring_draining: Signal<In, Bits<4>>,
    /// Rings that are on; a rise zeroes the counts.
    pub rx_ring_enable: Signal<Out, Bits<4>>,
    /// Address of the entries, its low six bits 0.
    pub rx_ring_entry_base: [Signal<Out, Bits<64>>; 4],
    /// Address of the frame buffer, its low six bits 0.
    pub rx_ring_buffer_base: [Signal<Out, Bits<64>>; 4],
    /// Logarithm of the entries, 7 to 15 while the ring is on.
    pub rx_ring_entry_log2: [Signal<Out, Bits<4>>; 4],
    /// Logarithm of the granules, 7 to 15 while the ring is on.
    pub rx_ring_buffer_log2: [Signal<Out, Bits<4>>; 4],
    /// Pulses: the host returned credit.
    pub rx_doorbell: Signal<Out, Bits<4>>,
    /// With `rx_doorbell`: entries consumed.
    pub rx_doorbell_entries: Signal<Out, Bits<16>>,
    /// With `rx_doorbell`: granules consumed.
    pub rx_doorbell_granules: Signal<Out, Bits<16>>,
    /// Entries written.
    pub rx_producer_entries: [Signal<In, Bits<16>>; 4],
    /// Granules written.
    pub rx_producer_granules: [Signal<In, Bits<16>>; 4],
    /// Frames of the ring dropped because receive or the ring was off.
    pub rx_drop_disabled: [Signal<In, Bits<32>>; 4],
    /// Frames of the ring dropped because it had no room.
    pub rx_drop_ring: [Signal<In, Bits<32>>; 4],
    /// Levels: entries were written that the host has not consumed.
    pub rx_pending: Signal<In, Bits<4>>,

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
    /// Pulse: a TX doorbell was refused.
    pub tx_doorbell_refused: Signal<In, Bit>,

    /// Pulse: a command starts. Never while one is under way.
    pub cmd_go: Signal<Out, Bit>,
    /// Low byte of the value written to CMD_GO.
    pub cmd_op: Signal<Out, Bits<8>>,
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
    /// Argument.
    pub cmd_tag: Signal<Out, Bits<32>>,
    /// Low half of CMD_GENERATION.
    pub cmd_generation: Signal<Out, Bits<16>>,
    /// Argument, all 32 bits.
    pub cmd_ring: Signal<Out, Bits<32>>,
    /// Pulse: the command's FENCE was handed on, or it was applied without.
    pub cmd_done: Signal<In, Bit>,
    /// With `cmd_done`: `CommandResult`.
    pub cmd_result: Signal<In, Bits<8>>,
    /// With `cmd_done`: `SessionState` after the command.
    pub cmd_session_state: Signal<In, Bits<8>>,

    /// Pulse: latch the statistics; for [`Statistics`](super::Statistics), as the next three.
    pub stat_latch: Signal<Out, Bit>,
    /// The snapshot is not complete.
    pub stat_busy: Signal<In, Bit>,
    /// Counter to read.
    pub stat_index: Signal<Out, Bits<6>>,
    /// Its snapshot, two clocks later.
    pub stat_value: Signal<In, Bits<64>>,

    /// Interrupt vectors: pulses of one clock.
    pub irq: Signal<Out, Bits<6>>,

    bus: AxiLite,
    commands: Mailbox,
    rx_ring: [RxRingPage; 4],
    tx_ring: TxRingPage,
    vectors: Irq,

    in_general: DFF<Bit>,
    in_mailbox: DFF<Bit>,
    in_rx_ring: DFF<Bits<4>>,
    in_tx_ring: DFF<Bit>,
    in_statistics: DFF<Bit>,
    at_latch: DFF<Bit>,
    // A clock behind the bus, whose address and data still stand: so many registers hang on them.
    writes_mailbox: DFF<Bit>,
    writes_rx_ring: DFF<Bits<4>>,
    writes_tx_ring: DFF<Bit>,

    rx_enabled: DFF<Bit>,
    scratch: DFF<Bits<32>>,
    requested: DFF<Bit>,
    resetting: DFF<Bit>,
    powered_up: DFF<Bit>, // `reset` a clock later: no register lies far from it
    ring_refused: DFF<Bit>,
    axi_failed: DFF<Bit>,
    tx_doorbell_failed: DFF<Bit>,
    moderation: [DFF<Bits<32>>; 6],
    arm: DFF<Bits<6>>,
    latch: DFF<Bit>,
    general: DFF<Bits<32>>,

    clear: Signal<Local, Bit>,
    page: Signal<Local, Bits<6>>,
    word: Signal<Local, Bits<4>>,
    data: Signal<Local, Bits<32>>,
    write: Signal<Local, Bit>,
    write_general: Signal<Local, Bit>,
    write_control: Signal<Local, Bit>,
    wants_reset: Signal<Local, Bit>,
    refused: Signal<Local, Bit>,
    in_rx_pages: Signal<Local, Bits<4>>,
    rx_refused: Signal<Local, Bits<4>>,
    rx_enabled_rings: Signal<Local, Bits<4>>,
    rx_rung: Signal<Local, Bits<4>>,
    rx_stopped: Signal<Local, Bits<4>>,
    rx_doorbell_failed: Signal<Local, Bits<4>>,
    rx_read: Signal<Local, Bits<32>>,
    vector_index: Signal<Local, Bits<4>>,
    control: Signal<Local, Bits<32>>,
    status: Signal<Local, Bits<32>>,
    general_next: Signal<Local, Bits<32>>,
    counter_half: Signal<Local, Bits<32>>,
    read: Signal<Local, Bits<32>>,

    page_general: Code<{ page(&reg::ID) }, 6>,
    page_mailbox: Code<{ page(&reg::CMD_SLOT) }, 6>,
    page_rx_rings: Code<{ page(&reg::RX_ENTRY_LO) >> 2 }, 4>,
    page_tx_ring: Code<{ page(&reg::TX_RING_LO) }, 6>,
    pages_statistics: Code<{ page(&reg::STAT_LO) >> 3 }, 3>,
    at_id: Code<{ word(&reg::ID) }, 4>,
    at_abi_version: Code<{ word(&reg::ABI_VERSION) }, 4>,
    at_geometry: Code<{ word(&reg::GEOMETRY) }, 4>,
    at_clock_ps: Code<{ word(&reg::CLOCK_PS) }, 4>,
    at_epoch: Code<{ word(&reg::EPOCH) }, 4>,
    at_control: Code<{ word(&reg::CONTROL) }, 4>,
    at_status: Code<{ word(&reg::STATUS) }, 4>,
    at_scratch: Code<{ word(&reg::SCRATCH) }, 4>,
    at_irq_arm: Code<{ word(&reg::IRQ_ARM) }, 4>,
    at_stat_latch: Code<{ word(&reg::STAT_LATCH) }, 4>,
    at_moderation: Code<{ word(&reg::IRQ_MODERATION) }, 4>,
    id: Code<{ reg::ID.reset as u64 }, 32>,
    abi_version: Code<{ reg::ABI_VERSION.reset as u64 }, 32>,
    geometry: Code<{ reg::GEOMETRY.reset as u64 }, 32>,
    clock_ps: Code<{ reg::CLOCK_PS.reset as u64 }, 32>,
    rx_enable_lsb: Code<{ field::CONTROL::rx_enable.lsb as u64 }, 5>,
    tx_enable_lsb: Code<{ field::CONTROL::tx_enable.lsb as u64 }, 5>,
    reset_lsb: Code<{ field::CONTROL::reset.lsb as u64 }, 5>,
    idle_lsb: Code<{ field::STATUS::idle.lsb as u64 }, 5>,
    ring_refused_lsb: Code<{ field::STATUS::ring_refused.lsb as u64 }, 5>,
    axi_error_lsb: Code<{ field::STATUS::axi_error.lsb as u64 }, 5>,
    ring_stopped_lsb: Code<{ field::STATUS::ring_stopped.lsb as u64 }, 5>,
    doorbell_refused_lsb: Code<{ field::STATUS::doorbell_refused.lsb as u64 }, 5>,
    tx_doorbell_refused_lsb: Code<{ field::STATUS::tx_doorbell_refused.lsb as u64 }, 5>,
    remote_port_lsb: Code<{ field::CMD_PORTS::remote.lsb as u64 }, 5>,
    local_port_lsb: Code<{ field::CMD_PORTS::local.lsb as u64 }, 5>,
}

// The statistics fill eight pages, from which the counter and its half are bits of the address.
const _: () = {
    assert!(page(&reg::STAT_LO).is_multiple_of(8) && reg::STAT_LO.stride == 8 && reg::STAT_LO.count <= 64);
    assert!(reg::STAT_HI.offset == reg::STAT_LO.offset + 4 && reg::STAT_HI.stride == 8);
};

// The rings fill four pages; the moderations are the last words of the general page.
const _: () = {
    assert!(
        page(&reg::RX_ENTRY_LO).is_multiple_of(4)
            && reg::RX_ENTRY_LO.stride == 64
            && reg::RX_ENTRY_LO.count == 4
    );
    assert!(reg::IRQ_MODERATION.count == 6 && reg::IRQ_MODERATION.stride == 4);
    assert!(page(&reg::IRQ_MODERATION) == page(&reg::ID) && word(&reg::IRQ_MODERATION) == 10);
};

impl Logic for Registers {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            in_general,
            in_mailbox,
            in_rx_ring,
            in_tx_ring,
            in_statistics,
            at_latch,
            writes_mailbox,
            writes_rx_ring,
            writes_tx_ring,
            rx_enabled,
            scratch,
            requested,
            resetting,
            powered_up,
            ring_refused,
            axi_failed,
            tx_doorbell_failed,
            arm,
            latch,
            general
        );
        clock!(self, clock, bus, commands, tx_ring, vectors);
        self.powered_up.d.next = self.reset.val();
        self.clear.next = self.powered_up.q.val() || (self.reset_done.val() && self.resetting.q.val());

        // The bus.
        self.bus.reset.next = self.reset.val();
        self.bus.awaddr.next = self.s_axil_awaddr.val();
        self.bus.awvalid.next = self.s_axil_awvalid.val();
        self.s_axil_awready.next = self.bus.awready.val();
        self.bus.wdata.next = self.s_axil_wdata.val();
        self.bus.wstrb.next = self.s_axil_wstrb.val();
        self.bus.wvalid.next = self.s_axil_wvalid.val();
        self.s_axil_wready.next = self.bus.wready.val();
        self.s_axil_bresp.next = 0.into();
        self.s_axil_bvalid.next = self.bus.bvalid.val();
        self.bus.bready.next = self.s_axil_bready.val();
        self.bus.araddr.next = self.s_axil_araddr.val();
        self.bus.arvalid.next = self.s_axil_arvalid.val();
        self.s_axil_arready.next = self.bus.arready.val();
        self.s_axil_rdata.next = self.bus.rdata.val();
        self.s_axil_rresp.next = 0.into();
        self.s_axil_rvalid.next = self.bus.rvalid.val();
        self.bus.rready.next = self.s_axil_rready.val();

        // Which page, known the clock after the address; which word, told by the page itself.
        self.page.next = self.bus.address.val().get_bits::<6>(4);
        self.word.next = self.bus.address.val().get_bits::<4>(0);
        self.data.next = self.bus.write_data.val();
        self.in_general.d.next = self.page.val() == self.page_general.val();
        self.in_mailbox.d.next = self.page.val() == self.page_mailbox.val();
        self.in_rx_pages.next = 0.into();
        for i in 0..4_usize {
            self.in_rx_pages.next = self.in_rx_pages.val().replace_bit(
                i,
                (self.page.val().get_bits::<4>(2) == self.page_rx_rings.val())
                    && (self.page.val().get_bits::<2>(0) == i.to_bits::<2>()),
            );
        }
        self.in_rx_ring.d.next = self.in_rx_pages.val();
        self.in_tx_ring.d.next = self.page.val() == self.page_tx_ring.val();
        self.in_statistics.d.next = self.bus.address.val().get_bits::<3>(7) == self.pages_statistics.val();
        self.at_latch.d.next = self.word.val() == self.at_stat_latch.val();
        self.bus.hold.next = self.stat_busy.val()
            && (self.in_statistics.q.val() || (self.in_general.q.val() && self.at_latch.q.val()));
        self.write.next = self.bus.write.val() && !self.resetting.q.val();

        // General registers.
        self.write_general.next = self.write.val() && self.in_general.q.val();
        self.write_control.next = self.write_general.val() && (self.word.val() == self.at_control.val());
        self.wants_reset.next = self.data.val().get_bit(self.reset_lsb.val().index());
        self.requested.d.next = false;
        if self.write_control.val() {
            self.rx_enabled.d.next = self.data.val().get_bit(self.rx_enable_lsb.val().index());
            self.requested.d.next = self.wants_reset.val();
            self.resetting.d.next = self.wants_reset.val();
        }
        if self.resetting.q.val() {
            self.rx_enabled.d.next = false;
        }
        self.arm.d.next = 0.into();
        self.latch.d.next = false;
        if self.write_general.val() {
            if self.word.val() == self.at_scratch.val() {
                self.scratch.d.next = self.data.val();
            }
            if self.word.val() == self.at_irq_arm.val() {
                self.arm.d.next = self.data.val().get_bits::<6>(0);
            }
            if self.word.val() == self.at_stat_latch.val() {
                self.latch.d.next = self.data.val().get_bit(0);
            }
        }
        self.vector_index.next = self.word.val() - self.at_moderation.val();
        for i in 0..6_usize {
            self.moderation[i].clock.next = self.clock.val();
            self.moderation[i].d.next = self.moderation[i].q.val();
            if self.write_general.val() && (self.vector_index.val() == i.to_bits::<4>()) {
                self.moderation[i].d.next = self.data.val();
            }
            if self.clear.val() {
                self.moderation[i].d.next = 0.into();
            }
            self.vectors.moderation[i].next = self.moderation[i].q.val();
        }
        if self.tx_doorbell_refused.val() {
            self.tx_doorbell_failed.d.next = true;
        }
        if self.write_control.val()
            && self.data.val().get_bit(self.tx_enable_lsb.val().index())
            && !self.tx_ring.enable.val()
        {
            self.tx_doorbell_failed.d.next = false;
        }
        if self.axi_error.val() {
            self.axi_failed.d.next = true;
        }
        self.cfg_rx_enable.next = self.rx_enabled.q.val();
        self.reset_request.next = self.requested.q.val();
        self.stat_latch.next = self.latch.q.val();

        // The other pages.
        self.writes_mailbox.d.next = self.write.val() && self.in_mailbox.q.val();
        self.writes_rx_ring.d.next = 0.into();
        if self.write.val() {
            self.writes_rx_ring.d.next = self.in_rx_ring.q.val();
        }
        self.writes_tx_ring.d.next = self.write.val() && self.in_tx_ring.q.val();
        self.commands.clear.next = self.clear.val();
        self.commands.write.next = self.writes_mailbox.q.val();
        self.commands.word.next = self.word.val();
        self.commands.data.next = self.data.val();
        self.commands.done.next = self.cmd_done.val();
        self.commands.result.next = self.cmd_result.val();
        self.commands.session_state.next = self.cmd_session_state.val();
        self.cmd_go.next = self.commands.go.val();
        self.cmd_op.next = self.commands.op.val();
        self.cmd_slot.next = self.commands.slot.val();
        self.cmd_session.next = self.commands.session.val();
        self.cmd_local_ip.next = self.commands.local_ip.val();
        self.cmd_remote_ip.next = self.commands.remote_ip.val();
        self.cmd_local_port.next = self
            .commands
            .ports
            .val()
            .get_bits::<16>(self.local_port_lsb.val().index());
        self.cmd_remote_port.next = self
            .commands
            .ports
            .val()
            .get_bits::<16>(self.remote_port_lsb.val().index());
        self.cmd_tcp_seq.next = self.commands.tcp_seq.val();
        self.cmd_expected.next = self.commands.expected.val();
        self.cmd_tag.next = self.commands.tag.val();
        self.cmd_generation.next = self.commands.generation.val();
        self.cmd_ring.next = self.commands.ring.val();

        self.rx_read.next = 0.into();
        for i in 0..4_usize {
            self.rx_ring[i].clock.next = self.clock.val();
            self.rx_ring[i].clear.next = self.clear.val();
            self.rx_ring[i].write.next = self.writes_rx_ring.q.val().get_bit(i);
            self.rx_ring[i].word.next = self.word.val();
            self.rx_ring[i].data.next = self.data.val();
            self.rx_ring[i].stop.next = self.resetting.q.val();
            self.rx_ring[i].failed.next = self.rx_ring_failed.val().get_bit(i);
            self.rx_ring[i].doorbell_refused.next = self.rx_doorbell_refused.val().get_bit(i);
            self.rx_ring[i].draining.next = self.rx_ring_draining.val().get_bit(i);
            self.rx_ring[i].drop_disabled.next = self.rx_drop_disabled[i].val();
            self.rx_ring[i].drop_ring.next = self.rx_drop_ring[i].val();
            self.rx_ring[i].producer_entries.next = self.rx_producer_entries[i].val();
            self.rx_ring[i].producer_granules.next = self.rx_producer_granules[i].val();
            self.rx_ring_entry_base[i].next = self.rx_ring[i].entry_base.val();
            self.rx_ring_buffer_base[i].next = self.rx_ring[i].buffer_base.val();
            self.rx_ring_entry_log2[i].next = self.rx_ring[i].entry_log2.val();
            self.rx_ring_buffer_log2[i].next = self.rx_ring[i].buffer_log2.val();
            if self.in_rx_ring.q.val().get_bit(i) {
                self.rx_read.next = self.rx_read.val() | self.rx_ring[i].read_data.val();
            }
        }
        // What is written to any ring's page stands in all of them.
        self.rx_doorbell_entries.next = self.rx_ring[0].doorbell_entries.val();
        self.rx_doorbell_granules.next = self.rx_ring[0].doorbell_granules.val();
        self.rx_refused.next = 0.into();
        self.rx_enabled_rings.next = 0.into();
        self.rx_rung.next = 0.into();
        self.rx_stopped.next = 0.into();
        self.rx_doorbell_failed.next = 0.into();
        for i in 0..4_usize {
            self.rx_refused.next = self
                .rx_refused
                .val()
                .replace_bit(i, self.rx_ring[i].refused.val());
            self.rx_enabled_rings.next = self
                .rx_enabled_rings
                .val()
                .replace_bit(i, self.rx_ring[i].enable.val());
            self.rx_rung.next = self.rx_rung.val().replace_bit(i, self.rx_ring[i].doorbell.val());
            self.rx_stopped.next = self
                .rx_stopped
                .val()
                .replace_bit(i, self.rx_ring[i].stopped.val());
            self.rx_doorbell_failed.next = self
                .rx_doorbell_failed
                .val()
                .replace_bit(i, self.rx_ring[i].doorbell_failed.val());
        }
        self.refused.next = self.rx_refused.val().any() || self.tx_ring.refused.val();
        if self.refused.val() {
            self.ring_refused.d.next = true;
        }
        self.rx_ring_enable.next = self.rx_enabled_rings.val();
        self.rx_doorbell.next = self.rx_rung.val();

        self.tx_ring.clear.next = self.clear.val();
        self.tx_ring.write.next = self.writes_tx_ring.q.val();
        self.tx_ring.word.next = self.word.val();
        self.tx_ring.data.next = self.data.val();
        self.tx_ring.set_enable.next = self.write_control.val();
        self.tx_ring.enable_value.next =
            self.data.val().get_bit(self.tx_enable_lsb.val().index()) && !self.wants_reset.val();
        self.tx_ring.stop.next = self.resetting.q.val();
        self.cfg_tx_enable.next = self.tx_ring.enable.val();
        self.tx_ring_base.next = self.tx_ring.ring_base.val();
        self.tx_completion_base.next = self.tx_ring.completion_base.val();
        self.tx_ring_log2.next = self.tx_ring.log2.val();
        self.tx_doorbell.next = self.tx_ring.doorbell.val();
        self.tx_doorbell_count.next = self.tx_ring.doorbell_count.val();

        self.vectors.reset.next = self.clear.val();
        self.vectors.arm.next = self.arm.q.val();
        self.vectors.rx_pending.next = self.rx_pending.val();
        self.vectors.tx_event.next = self.tx_event.val();
        self.vectors.error_event.next = self.axi_error.val()
            || self.refused.val()
            || self.rx_doorbell_refused.val().any()
            || self.tx_doorbell_refused.val();
        self.irq.next = self.vectors.irq.val();

        // Reading: every page gives its word within two clocks after the address, so do the statistics.
        self.control.next = 0.into();
        self.control.next = self
            .control
            .val()
            .replace_bit(self.rx_enable_lsb.val().index(), self.rx_enabled.q.val());
        self.control.next = self
            .control
            .val()
            .replace_bit(self.tx_enable_lsb.val().index(), self.tx_ring.enable.val());
        self.control.next = self
            .control
            .val()
            .replace_bit(self.reset_lsb.val().index(), self.resetting.q.val());
        self.status.next = (bit_cast::<32, 4>(self.rx_stopped.val()) << self.ring_stopped_lsb.val())
            | (bit_cast::<32, 4>(self.rx_doorbell_failed.val()) << self.doorbell_refused_lsb.val());
        self.status.next = self.status.val().replace_bit(
            self.tx_doorbell_refused_lsb.val().index(),
            self.tx_doorbell_failed.q.val(),
        );
        self.status.next = self
            .status
            .val()
            .replace_bit(self.idle_lsb.val().index(), self.stat_idle.val());
        self.status.next = self
            .status
            .val()
            .replace_bit(self.ring_refused_lsb.val().index(), self.ring_refused.q.val());
        self.status.next = self
            .status
            .val()
            .replace_bit(self.axi_error_lsb.val().index(), self.axi_failed.q.val());
        self.general_next.next = 0.into();
        if self.word.val() == self.at_id.val() {
            self.general_next.next = self.general_next.val() | self.id.val();
        }
        if self.word.val() == self.at_abi_version.val() {
            self.general_next.next = self.general_next.val() | self.abi_version.val();
        }
        if self.word.val() == self.at_geometry.val() {
            self.general_next.next = self.general_next.val() | self.geometry.val();
        }
        if self.word.val() == self.at_clock_ps.val() {
            self.general_next.next = self.general_next.val() | self.clock_ps.val();
        }
        if self.word.val() == self.at_epoch.val() {
            self.general_next.next = self.general_next.val() | bit_cast::<32, 8>(self.epoch.val());
        }
        if self.word.val() == self.at_control.val() {
            self.general_next.next = self.general_next.val() | self.control.val();
        }
        if self.word.val() == self.at_status.val() {
            self.general_next.next = self.general_next.val() | self.status.val();
        }
        if self.word.val() == self.at_scratch.val() {
            self.general_next.next = self.general_next.val() | self.scratch.q.val();
        }
        if self.word.val() == self.at_irq_arm.val() {
            self.general_next.next = self.general_next.val() | bit_cast::<32, 6>(self.vectors.armed.val());
        }
        for i in 0..6_usize {
            if self.vector_index.val() == i.to_bits::<4>() {
                self.general_next.next = self.general_next.val() | self.moderation[i].q.val();
            }
        }
        self.general.d.next = self.general_next.val();

        self.stat_index.next = self.bus.address.val().get_bits::<6>(1);
        self.counter_half.next = self.stat_value.val().get_bits::<32>(0);
        if self.bus.address.val().get_bit(0) {
            self.counter_half.next = self.stat_value.val().get_bits::<32>(32);
        }
        self.read.next = 0.into();
        if self.in_general.q.val() {
            self.read.next = self.read.val() | self.general.q.val();
        }
        if self.in_mailbox.q.val() {
            self.read.next = self.read.val() | self.commands.read_data.val();
        }
        self.read.next = self.read.val() | self.rx_read.val();
        if self.in_tx_ring.q.val() {
            self.read.next = self.read.val() | self.tx_ring.read_data.val();
        }
        if self.in_statistics.q.val() {
            self.read.next = self.read.val() | self.counter_half.val();
        }
        self.bus.read_data.next = self.read.val();

        if self.clear.val() {
            self.rx_enabled.d.next = false;
            self.scratch.d.next = 0.into();
            self.requested.d.next = false;
            self.resetting.d.next = false;
            self.ring_refused.d.next = false;
            self.axi_failed.d.next = false;
            self.tx_doorbell_failed.d.next = false;
            self.arm.d.next = 0.into();
            self.latch.d.next = false;
            self.writes_mailbox.d.next = false;
            self.writes_rx_ring.d.next = 0.into();
            self.writes_tx_ring.d.next = false;
        }
    }
}
