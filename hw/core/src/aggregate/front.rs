//! One register map for the engines of an aggregate.
#![allow(missing_docs)] // of the methods that RustHDL derives

use super::engine_bus::EngineBus;
use super::ring_bits::RingBits;
use crate::blocks::Code;
use fixnic_abi::limits::{RX_RINGS, SESSIONS};
use fixnic_abi::lookup::ENGINE_MASKS;
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::CommandOp;
use rust_hdl::prelude::*;

/// Number of a register among the 32-bit registers of BAR0.
const fn number(register: &Register) -> u64 {
    register.offset as u64 >> 2
}

/// The part of an engine's mask for 32 bits of the 4-tuple: ports, remote address, local address.
const fn mask(bit: usize, word: u32) -> u64 {
    (ENGINE_MASKS[bit] >> (32 * word)) as u32 as u64
}

// The kernel's bit numbers rely on these.
const _: () = {
    use field::{CMD_STATUS, CONTROL, IRQ_ARM, RX_ENABLE, STATUS};
    assert!(STATUS::idle.lsb == 0 && STATUS::ring_stopped.lsb == 8 && STATUS::doorbell_refused.lsb == 12);
    assert!(CONTROL::tx_enable.lsb == 1 && CONTROL::reset.lsb == 31 && RX_ENABLE::enable.lsb == 0);
    assert!(IRQ_ARM::rx.lsb == 0 && IRQ_ARM::tx.lsb == 4 && IRQ_ARM::error.lsb == 5);
    assert!(CMD_STATUS::busy.lsb == 0 && CMD_STATUS::overrun.lsb == 1);
    assert!(RX_RINGS == 4 && SESSIONS == 1024 && CommandOp::Arm as u32 == 1);
    assert!(reg::RX_ENTRY_LO.offset == 0x200 && reg::RX_ENTRY_LO.stride == 0x40);
    assert!(reg::TX_RING_LO.offset == 0x300 && reg::STAT_LO.offset == 0x800);
};

/// What the front is doing.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum FrontState {
    /// Waits for the host.
    Idle,
    /// Finds out what the register is.
    Decode,
    /// Begins the next access to an engine, or ends.
    Next,
    /// An engine has an access.
    Wait,
    /// The response waits for the bus.
    Respond,
}

/// What a register is to an aggregate.
#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
pub enum Kind {
    /// Of one engine.
    Own,
    /// Written to all alike.
    Shared,
    /// Put together from all, or written to each with a value of its own.
    Each,
    /// The sum over all.
    Counter,
    /// CMD_GO.
    Command,
    /// Nothing to ask: a constant, or a write that does nothing.
    Plain,
}

/// The registers of docs/datapath.md, 12, as an AXI4-Lite slave that asks the engines.
///
/// * Enters: an access of the host, one at a time, 32 bits, always answered OKAY; a write with a strobe clear does nothing.
/// * Leaves: the accesses that it takes, one after the other, at the AXI4-Lite ports of the engines: one for a register of a ring, of TX or of
///   engine 0; one for each engine where they are put together, two for a counter; up to nine for CMD_GO. Each takes about ten clocks. A write of what
///   all share (STAT_LATCH first of all) goes to all engines in the same clock. The response follows the last.
/// * `irq`: the engines' pulses under the numbers of rings as the host knows them, two clocks later.
/// * `engines_log2` says how many there are; ports of those that are not are not used.
#[derive(LogicBlock, Default)]
pub struct Front {
    /// The one clock.
    pub clock: Signal<In, Clock>,
    /// Forgets what is under way.
    pub reset: Signal<In, Bit>,
    /// Logarithm of the engines: 0, 1 or 2.
    pub engines_log2: Signal<In, Bits<2>>,
    /// Steer and lanes hold nothing.
    pub lanes_idle: Signal<In, Bit>,

    /// Write address.
    pub s_axil_awaddr: Signal<In, Bits<12>>,
    /// Valid.
    pub s_axil_awvalid: Signal<In, Bit>,
    /// Taken.
    pub s_axil_awready: Signal<Out, Bit>,
    /// Write data.
    pub s_axil_wdata: Signal<In, Bits<32>>,
    /// Byte strobes.
    pub s_axil_wstrb: Signal<In, Bits<4>>,
    /// Valid.
    pub s_axil_wvalid: Signal<In, Bit>,
    /// Taken.
    pub s_axil_wready: Signal<Out, Bit>,
    /// Write response valid.
    pub s_axil_bvalid: Signal<Out, Bit>,
    /// Taken.
    pub s_axil_bready: Signal<In, Bit>,
    /// Read address.
    pub s_axil_araddr: Signal<In, Bits<12>>,
    /// Valid.
    pub s_axil_arvalid: Signal<In, Bit>,
    /// Taken.
    pub s_axil_arready: Signal<Out, Bit>,
    /// Read data.
    pub s_axil_rdata: Signal<Out, Bits<32>>,
    /// Valid.
    pub s_axil_rvalid: Signal<Out, Bit>,
    /// Taken.
    pub s_axil_rready: Signal<In, Bit>,

    /// Address of a read or write, for all engines.
    pub m_axil_addr: Signal<Out, Bits<12>>,
    /// What to write, for all engines.
    pub m_axil_wdata: Signal<Out, Bits<32>>,
    /// Write address valid, a bit an engine.
    pub m_axil_awvalid: Signal<Out, Bits<4>>,
    /// Taken.
    pub m_axil_awready: Signal<In, Bits<4>>,
    /// Write data valid.
    pub m_axil_wvalid: Signal<Out, Bits<4>>,
    /// Taken.
    pub m_axil_wready: Signal<In, Bits<4>>,
    /// Write response valid; it is always taken.
    pub m_axil_bvalid: Signal<In, Bits<4>>,
    /// Read address valid.
    pub m_axil_arvalid: Signal<Out, Bits<4>>,
    /// Taken.
    pub m_axil_arready: Signal<In, Bits<4>>,
    /// Read data valid; it is always taken.
    pub m_axil_rvalid: Signal<In, Bits<4>>,
    /// Read data of each engine.
    pub m_axil_rdata: [Signal<In, Bits<32>>; 4],

    /// Interrupts of each engine.
    pub engine_irq: [Signal<In, Bits<6>>; 4],
    /// Interrupts of the whole.
    pub irq: Signal<Out, Bits<6>>,

    bus: EngineBus,
    map: RingBits,
    doorbells: RingBits, // STATUS has two sets of rings
    irq_map: [RingBits; 4],

    // The host's access.
    state: DFF<FrontState>,
    write_turn: DFF<Bit>,
    register: DFF<Bits<10>>,
    aw_held: DFF<Bit>,
    aw_register: DFF<Bits<10>>,
    w_held: DFF<Bit>,
    w_data: DFF<Bits<32>>,
    w_whole: DFF<Bit>,
    ar_held: DFF<Bit>,
    ar_register: DFF<Bits<10>>,
    response_write: DFF<Bit>,
    response_read: DFF<Bit>,
    result: DFF<Bits<32>>,
    // What it takes.
    kind: DFF<Kind>,
    own_register: DFF<Bits<10>>,
    own_engine: DFF<Bits<2>>,
    engine: DFF<Bits<2>>,
    step: DFF<Bits<4>>,
    over: DFF<Bit>,
    status: DFF<Bit>,
    control: DFF<Bit>,
    irq_arm: DFF<Bit>,
    merged: DFF<Bits<32>>,
    all_idle: DFF<Bit>,
    sum: DFF<Bits<64>>,
    // A command.
    session: DFF<Bits<32>>,
    ring: DFF<Bits<32>>,
    hash: DFF<Bits<2>>,
    target: DFF<Bits<2>>,
    target_ring: DFF<Bits<32>>,
    last_target: DFF<Bits<2>>,
    overrun: DFF<Bit>,
    // The errors vector; how long nothing has been in steer and lanes.
    error_armed: DFF<Bit>,
    came: [DFF<Bits<6>>; 4],
    irq_now: DFF<Bits<6>>,
    calm_clocks: DFF<Bits<7>>,

    engine_mask: Signal<Local, Bits<2>>,
    present: Signal<Local, Bits<4>>,
    page: Signal<Local, Bits<4>>,
    narrow_page: Signal<Local, Bits<6>>,
    moderates: Signal<Local, Bit>,
    vector: Signal<Local, Bits<2>>,
    own_ring: Signal<Local, Bits<2>>,
    write_waits: Signal<Local, Bit>,
    go: Signal<Local, Bit>,
    is_write: Signal<Local, Bit>,
    whom: Signal<Local, Bits<2>>,
    one_hot: Signal<Local, Bits<4>>,
    each_data: Signal<Local, Bits<32>>,
    part: Signal<Local, Bits<32>>,
    advance: Signal<Local, Bit>,
    low_parity: Signal<Local, Bits<32>>,
    high_parity: Signal<Local, Bits<32>>,
    parities: Signal<Local, Bits<2>>,
    op: Signal<Local, Bits<8>>,
    one_of: Signal<Local, Bits<2>>,
    armable: Signal<Local, Bit>,
    of_rings: Signal<Local, Bits<4>>,
    irq_next: Signal<Local, Bits<6>>,

    n_engines_log2: Code<{ number(&reg::ENGINES_LOG2) }, 10>,
    n_status: Code<{ number(&reg::STATUS) }, 10>,
    n_control: Code<{ number(&reg::CONTROL) }, 10>,
    n_irq_arm: Code<{ number(&reg::IRQ_ARM) }, 10>,
    n_moderation: Code<{ number(&reg::IRQ_MODERATION) }, 10>,
    n_moderation_tx: Code<{ number(&reg::IRQ_MODERATION) + RX_RINGS as u64 }, 10>,
    n_cmd_go: Code<{ number(&reg::CMD_GO) }, 10>,
    n_cmd_status: Code<{ number(&reg::CMD_STATUS) }, 10>,
    n_cmd_session: Code<{ number(&reg::CMD_SESSION) }, 10>,
    n_cmd_local_ip: Code<{ number(&reg::CMD_LOCAL_IP) }, 10>,
    n_cmd_remote_ip: Code<{ number(&reg::CMD_REMOTE_IP) }, 10>,
    n_cmd_ports: Code<{ number(&reg::CMD_PORTS) }, 10>,
    n_cmd_ring: Code<{ number(&reg::CMD_RING) }, 10>,
    arm: Code<{ CommandOp::Arm as u64 }, 8>,
    ops_end: Code<{ CommandOp::ResyncNo as u64 + 1 }, 8>,
    sessions: Code<{ SESSIONS as u64 }, 32>,
    rings: Code<{ RX_RINGS as u64 }, 32>,
    no_ring: Code<0xFFFF_FFFF, 32>,
    ring_page: Code<{ reg::RX_ENTRY_LO.offset as u64 >> 8 }, 4>,
    tx_page: Code<{ reg::TX_RING_LO.offset as u64 >> 6 }, 6>,
    general_page: Code<0, 6>,
    mailbox_page: Code<{ reg::CMD_SLOT.offset as u64 >> 6 }, 6>,
    low_ports: Code<{ mask(0, 0) }, 32>,
    low_remote: Code<{ mask(0, 1) }, 32>,
    low_local: Code<{ mask(0, 2) }, 32>,
    high_ports: Code<{ mask(1, 0) }, 32>,
    high_remote: Code<{ mask(1, 1) }, 32>,
    high_local: Code<{ mask(1, 2) }, 32>,
    plain_status: Code<0xFFFF_00FE, 32>,
    without_tx: Code<0xFFFF_FFFD, 32>,
    pair: Code<1, 2>,
    quad: Code<2, 2>,
}

impl Logic for Front {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            state,
            write_turn,
            register,
            aw_held,
            aw_register,
            w_held,
            w_data,
            w_whole,
            ar_held,
            ar_register,
            response_write,
            response_read,
            result,
            kind,
            own_register,
            own_engine,
            engine,
            step,
            over,
            status,
            control,
            irq_arm,
            merged,
            all_idle,
            sum,
            session,
            ring,
            hash,
            target,
            target_ring,
            last_target,
            overrun,
            error_armed,
            irq_now,
            calm_clocks
        );
        clock!(self, clock, bus);
        self.bus.reset.next = self.reset.val();
        self.engine_mask.next = 0.into();
        self.present.next = 1.into();
        if self.engines_log2.val() == self.pair.val() {
            self.engine_mask.next = 1.into();
            self.present.next = 3.into();
        }
        if self.engines_log2.val() == self.quad.val() {
            self.engine_mask.next = 3.into();
            self.present.next = 15.into();
        }

        // The host's side: each channel has room for one transfer.
        self.s_axil_awready.next = !self.aw_held.q.val();
        self.s_axil_wready.next = !self.w_held.q.val();
        self.s_axil_arready.next = !self.ar_held.q.val();
        if self.s_axil_awvalid.val() && !self.aw_held.q.val() {
            self.aw_held.d.next = true;
            self.aw_register.d.next = self.s_axil_awaddr.val().get_bits::<10>(2);
        }
        if self.s_axil_wvalid.val() && !self.w_held.q.val() {
            self.w_held.d.next = true;
            self.w_data.d.next = self.s_axil_wdata.val();
            self.w_whole.d.next = self.s_axil_wstrb.val().all();
        }
        if self.s_axil_arvalid.val() && !self.ar_held.q.val() {
            self.ar_held.d.next = true;
            self.ar_register.d.next = self.s_axil_araddr.val().get_bits::<10>(2);
        }

        // Bits of rings.
        self.map.engines_log2.next = self.engines_log2.val();
        self.map.engine.next = self.engine.q.val();
        self.map.own.next = self.bus.got.val().get_bits::<4>(0);
        if self.status.q.val() {
            self.map.own.next = self.bus.got.val().get_bits::<4>(8);
        }
        self.map.host.next = self.w_data.q.val().get_bits::<4>(0);
        self.doorbells.engines_log2.next = self.engines_log2.val();
        self.doorbells.engine.next = self.engine.q.val();
        self.doorbells.own.next = self.bus.got.val().get_bits::<4>(12);
        self.doorbells.host.next = 0.into();

        // What the register is; of those of rings also whose, and where it stands there.
        self.page.next = self.register.q.val().get_bits::<4>(6);
        self.narrow_page.next = self.register.q.val().get_bits::<6>(4);
        self.moderates.next = (self.register.q.val() >= self.n_moderation.val())
            && (self.register.q.val() < self.n_moderation_tx.val());
        self.vector.next = self.register.q.val().get_bits::<2>(4);
        if self.moderates.val() {
            // The first of them is register 10.
            self.vector.next = self.register.q.val().get_bits::<2>(0) - 2;
        }
        self.own_ring.next = self.vector.val() >> self.engines_log2.val();

        // What an engine shows, and what it gets where each gets its own: only engine 0 transmits.
        self.part.next = self.bus.got.val();
        self.each_data.next = self.w_data.q.val();
        if self.status.q.val() {
            self.part.next = self.bus.got.val() & self.plain_status.val();
            self.part.next = self.part.val()
                | (bit_cast::<32, 4>(self.map.spread.val()) << 8)
                | (bit_cast::<32, 4>(self.doorbells.spread.val()) << 12);
        }
        if self.irq_arm.q.val() {
            self.part.next = (self.bus.got.val() & 0x10) | bit_cast::<32, 4>(self.map.spread.val());
            self.each_data.next = (self.w_data.q.val() & 0x30) | bit_cast::<32, 4>(self.map.gathered.val());
            if self.engine.q.val().any() {
                self.each_data.next =
                    (self.w_data.q.val() & 0x20) | bit_cast::<32, 4>(self.map.gathered.val());
            }
        }
        if self.control.q.val() && self.engine.q.val().any() {
            self.each_data.next = self.w_data.q.val() & self.without_tx.val();
        }

        // A piece of the 4-tuple.
        self.low_parity.next = self.bus.got.val() & self.low_local.val();
        self.high_parity.next = self.bus.got.val() & self.high_local.val();
        if self.step.q.val() == 3 {
            self.low_parity.next = self.bus.got.val() & self.low_remote.val();
            self.high_parity.next = self.bus.got.val() & self.high_remote.val();
        }
        if self.step.q.val() == 4 {
            self.low_parity.next = self.bus.got.val() & self.low_ports.val();
            self.high_parity.next = self.bus.got.val() & self.high_ports.val();
        }
        self.parities.next = 0.into();
        self.parities.next = self.parities.val().replace_bit(0, self.low_parity.val().xor());
        self.parities.next = self.parities.val().replace_bit(1, self.high_parity.val().xor());

        // Whose a command is (12.4).
        self.op.next = self.w_data.q.val().get_bits::<8>(0);
        self.one_of.next = (self.session.q.val().get_bits::<2>(0) ^ self.hash.q.val())
            | (self.ring.q.val().get_bits::<2>(0) ^ self.hash.q.val());
        self.one_of.next = self.one_of.val() & self.engine_mask.val();
        self.armable.next = !self.one_of.val().any() && (self.ring.q.val() < self.rings.val());

        self.go.next = false;
        self.is_write.next = self.write_turn.q.val();
        self.whom.next = self.own_engine.q.val();
        self.bus.register.next = self.own_register.q.val();
        self.bus.data.next = self.w_data.q.val();
        self.advance.next = false;
        self.write_waits.next = self.aw_held.q.val() && self.w_held.q.val();
        match self.state.q.val() {
            FrontState::Idle => {
                self.step.d.next = 0.into();
                self.engine.d.next = 0.into();
                self.over.d.next = false;
                self.merged.d.next = 0.into();
                self.all_idle.d.next = true;
                self.sum.d.next = 0.into();
                self.hash.d.next = 0.into();
                if self.write_waits.val() && !(self.ar_held.q.val() && self.write_turn.q.val()) {
                    self.write_turn.d.next = true;
                    self.register.d.next = self.aw_register.q.val();
                    self.state.d.next = FrontState::Decode;
                } else if self.ar_held.q.val() {
                    self.write_turn.d.next = false;
                    self.register.d.next = self.ar_register.q.val();
                    self.state.d.next = FrontState::Decode;
                }
            }
            FrontState::Decode => {
                self.state.d.next = FrontState::Next;
                self.own_register.d.next = self.register.q.val();
                self.own_engine.d.next = 0.into();
                self.status.d.next = self.register.q.val() == self.n_status.val();
                self.control.d.next = self.register.q.val() == self.n_control.val();
                self.irq_arm.d.next = self.register.q.val() == self.n_irq_arm.val();
                self.kind.d.next = Kind::Own;
                if (self.register.q.val() == self.n_status.val())
                    || (self.register.q.val() == self.n_control.val())
                    || (self.register.q.val() == self.n_irq_arm.val())
                {
                    self.kind.d.next = Kind::Each;
                } else if self.register.q.val() == self.n_engines_log2.val() {
                    self.kind.d.next = Kind::Plain;
                    self.merged.d.next = bit_cast::<32, 2>(self.engines_log2.val());
                } else if self.register.q.val() == self.n_cmd_status.val() {
                    self.own_engine.d.next = self.last_target.q.val();
                } else if self.register.q.val() == self.n_cmd_go.val() {
                    if self.write_turn.q.val() {
                        self.kind.d.next = Kind::Command;
                    }
                } else if self.register.q.val().get_bit(9) {
                    self.kind.d.next = Kind::Counter;
                } else if self.page.val() == self.ring_page.val() {
                    self.own_engine.d.next = self.vector.val() & self.engine_mask.val();
                    self.own_register.d.next =
                        (self.register.q.val() & 0x3CF) | (bit_cast::<10, 2>(self.own_ring.val()) << 4);
                } else if self.moderates.val() {
                    self.own_engine.d.next = self.vector.val() & self.engine_mask.val();
                    self.own_register.d.next =
                        self.n_moderation.val() + bit_cast::<10, 2>(self.own_ring.val());
                } else if self.register.q.val() == self.n_moderation_tx.val() {
                    self.kind.d.next = Kind::Own;
                } else if self.write_turn.q.val()
                    && ((self.narrow_page.val() == self.general_page.val())
                        || (self.narrow_page.val() == self.mailbox_page.val()))
                {
                    self.kind.d.next = Kind::Shared;
                }
                if self.write_turn.q.val() && !self.w_whole.q.val() {
                    self.kind.d.next = Kind::Plain;
                }
            }
            FrontState::Next => {
                self.go.next = true;
                self.state.d.next = FrontState::Wait;
                match self.kind.q.val() {
                    Kind::Own => {
                        self.go.next = !self.over.q.val();
                    }
                    Kind::Shared => {
                        self.go.next = !self.over.q.val();
                    }
                    Kind::Each => {
                        self.whom.next = self.engine.q.val();
                        self.bus.data.next = self.each_data.val();
                        self.go.next = !self.over.q.val();
                    }
                    Kind::Counter => {
                        self.whom.next = self.engine.q.val();
                        self.bus.register.next =
                            self.register.q.val().replace_bit(0, self.step.q.val().get_bit(0));
                        self.go.next = !self.over.q.val();
                    }
                    Kind::Command => {
                        self.is_write.next = self.step.q.val() > 5;
                        self.whom.next = 0.into();
                        if self.step.q.val() == 0 {
                            self.whom.next = self.last_target.q.val();
                            self.bus.register.next = self.n_cmd_status.val();
                        } else if self.step.q.val() == 1 {
                            self.bus.register.next = self.n_cmd_session.val();
                        } else if self.step.q.val() == 2 {
                            self.bus.register.next = self.n_cmd_local_ip.val();
                        } else if self.step.q.val() == 3 {
                            self.bus.register.next = self.n_cmd_remote_ip.val();
                        } else if self.step.q.val() == 4 {
                            self.bus.register.next = self.n_cmd_ports.val();
                        } else if self.step.q.val() == 5 {
                            self.bus.register.next = self.n_cmd_ring.val();
                        } else if self.step.q.val() == 6 {
                            // Which engine, and which of its rings.
                            self.go.next = false;
                            self.target.d.next =
                                self.session.q.val().get_bits::<2>(0) & self.engine_mask.val();
                            self.target_ring.d.next = self.ring.q.val() >> self.engines_log2.val();
                            if (self.op.val() == self.arm.val()) && !self.armable.val() {
                                self.target.d.next = 0.into();
                                self.target_ring.d.next = self.no_ring.val();
                            }
                            if (self.session.q.val() >= self.sessions.val())
                                || (self.op.val() >= self.ops_end.val())
                                || !self.op.val().any()
                            {
                                self.target.d.next = 0.into();
                            }
                        } else if self.step.q.val() == 7 {
                            self.whom.next = self.target.q.val();
                            self.bus.register.next = self.n_cmd_ring.val();
                            self.bus.data.next = self.target_ring.q.val();
                        } else if self.step.q.val() == 8 {
                            self.whom.next = self.target.q.val();
                            self.last_target.d.next = self.target.q.val();
                            self.overrun.d.next = false;
                        } else {
                            self.whom.next = self.target.q.val();
                            self.bus.register.next = self.n_cmd_ring.val();
                            self.bus.data.next = self.ring.q.val();
                        }
                        if self.over.q.val() {
                            self.go.next = false;
                        }
                    }
                    Kind::Plain => {
                        self.go.next = false;
                        self.over.d.next = true;
                    }
                    _ => {
                        self.go.next = false;
                        self.over.d.next = true;
                    }
                }
                if self.over.q.val() {
                    self.state.d.next = FrontState::Respond;
                    self.response_write.d.next = self.write_turn.q.val();
                    self.response_read.d.next = !self.write_turn.q.val();
                    self.result.d.next = self.merged.q.val();
                    if self.status.q.val() {
                        self.result.d.next = self.merged.q.val()
                            | bit_cast::<32, 1>(
                                (self.all_idle.q.val() && self.calm_clocks.q.val().all()).into(),
                            );
                    }
                    if self.irq_arm.q.val() {
                        self.result.d.next =
                            self.merged.q.val() | (bit_cast::<32, 1>(self.error_armed.q.val().into()) << 5);
                    }
                    if self.register.q.val() == self.n_cmd_status.val() {
                        self.result.d.next =
                            self.merged.q.val() | (bit_cast::<32, 1>(self.overrun.q.val().into()) << 1);
                    }
                    if self.kind.q.val() == Kind::Counter {
                        self.result.d.next = self.sum.q.val().get_bits::<32>(0);
                        if self.register.q.val().get_bit(0) {
                            self.result.d.next = self.sum.q.val().get_bits::<32>(32);
                        }
                    }
                    if self.write_turn.q.val() && self.w_whole.q.val() {
                        if self.irq_arm.q.val() && self.w_data.q.val().get_bit(5) {
                            self.error_armed.d.next = true;
                        }
                        if self.control.q.val() && self.w_data.q.val().get_bit(31) {
                            self.error_armed.d.next = false;
                            self.overrun.d.next = false;
                        }
                    }
                }
            }
            FrontState::Wait => {
                if self.bus.done.val() {
                    self.state.d.next = FrontState::Next;
                    self.step.d.next = self.step.q.val() + 1;
                    match self.kind.q.val() {
                        Kind::Own => {
                            self.over.d.next = true;
                            self.merged.d.next = self.bus.got.val();
                        }
                        Kind::Shared => {
                            self.over.d.next = true;
                        }
                        Kind::Each => {
                            self.merged.d.next = self.merged.q.val() | self.part.val();
                            self.all_idle.d.next = self.all_idle.q.val() && self.bus.got.val().get_bit(0);
                            self.advance.next = true;
                        }
                        Kind::Counter => {
                            if self.step.q.val().get_bit(0) {
                                self.sum.d.next =
                                    self.sum.q.val() + (bit_cast::<64, 32>(self.bus.got.val()) << 32);
                                self.advance.next = true;
                            } else {
                                self.sum.d.next = self.sum.q.val() + bit_cast::<64, 32>(self.bus.got.val());
                            }
                        }
                        Kind::Command => {
                            if self.step.q.val() == 0 {
                                // One is under way: this one is ignored.
                                self.over.d.next = self.bus.got.val().get_bit(0);
                                if self.bus.got.val().get_bit(0) {
                                    self.overrun.d.next = true;
                                }
                            } else if self.step.q.val() == 1 {
                                self.session.d.next = self.bus.got.val();
                            } else if self.step.q.val() < 5 {
                                self.hash.d.next = self.hash.q.val() ^ self.parities.val();
                            } else if self.step.q.val() == 5 {
                                self.ring.d.next = self.bus.got.val();
                            } else if self.step.q.val() == 9 {
                                self.over.d.next = true;
                            }
                        }
                        _ => {
                            self.over.d.next = true;
                        }
                    }
                    if self.advance.val() {
                        self.engine.d.next = self.engine.q.val() + 1;
                        self.over.d.next = self.engine.q.val() == self.engine_mask.val();
                    }
                }
            }
            FrontState::Respond => {
                if self.response_write.q.val() && self.s_axil_bready.val() {
                    self.response_write.d.next = false;
                    self.aw_held.d.next = false;
                    self.w_held.d.next = false;
                    self.state.d.next = FrontState::Idle;
                }
                if self.response_read.q.val() && self.s_axil_rready.val() {
                    self.response_read.d.next = false;
                    self.ar_held.d.next = false;
                    self.state.d.next = FrontState::Idle;
                }
            }
            _ => {
                self.state.d.next = FrontState::Idle;
            }
        }
        self.s_axil_bvalid.next = self.response_write.q.val();
        self.s_axil_rvalid.next = self.response_read.q.val();
        self.s_axil_rdata.next = self.result.q.val();

        self.one_hot.next = 1.into();
        self.one_hot.next = self.one_hot.val() << self.whom.val();
        self.bus.go.next = self.go.val();
        self.bus.is_write.next = self.is_write.val();
        self.bus.whom.next = self.one_hot.val();
        if self.kind.q.val() == Kind::Shared {
            self.bus.whom.next = self.present.val();
        }
        self.m_axil_addr.next = self.bus.m_addr.val();
        self.m_axil_wdata.next = self.bus.m_wdata.val();
        self.m_axil_awvalid.next = self.bus.m_awvalid.val();
        self.m_axil_wvalid.next = self.bus.m_wvalid.val();
        self.m_axil_arvalid.next = self.bus.m_arvalid.val();
        self.bus.m_awready.next = self.m_axil_awready.val();
        self.bus.m_wready.next = self.m_axil_wready.val();
        self.bus.m_bvalid.next = self.m_axil_bvalid.val();
        self.bus.m_arready.next = self.m_axil_arready.val();
        self.bus.m_rvalid.next = self.m_axil_rvalid.val();

        // Interrupts.
        self.irq_next.next = 0.into();
        for i in 0..4_usize {
            self.bus.m_rdata[i].next = self.m_axil_rdata[i].val();
            self.came[i].clock.next = self.clock.val();
            self.came[i].d.next = self.engine_irq[i].val();
            self.irq_map[i].engines_log2.next = self.engines_log2.val();
            self.irq_map[i].engine.next = i.to_bits::<2>();
            self.irq_map[i].own.next = self.came[i].q.val().get_bits::<4>(0);
            self.irq_map[i].host.next = 0.into();
            self.of_rings.next = self.irq_map[i].spread.val();
            self.irq_next.next =
                self.irq_next.val() | (self.came[i].q.val() & 0x30) | bit_cast::<6, 4>(self.of_rings.val());
        }
        // Whoever of the engines has an error first: the vector fires once, as armed once.
        if !self.error_armed.q.val() {
            self.irq_next.next = self.irq_next.val() & 0x1F;
        }
        if self.irq_next.val().get_bit(5) {
            self.error_armed.d.next = false;
        }
        self.irq_now.d.next = self.irq_next.val();
        self.irq.next = self.irq_now.q.val();

        // Longer than it takes to ask all engines: nothing has passed from a lane to an engine meanwhile.
        self.calm_clocks.d.next = 0.into();
        if self.lanes_idle.val() {
            self.calm_clocks.d.next = self.calm_clocks.q.val();
            if !self.calm_clocks.q.val().all() {
                self.calm_clocks.d.next = self.calm_clocks.q.val() + 1;
            }
        }

        if self.reset.val() {
            self.state.d.next = FrontState::Idle;
            self.write_turn.d.next = false;
            self.aw_held.d.next = false;
            self.w_held.d.next = false;
            self.ar_held.d.next = false;
            self.response_write.d.next = false;
            self.response_read.d.next = false;
            self.last_target.d.next = 0.into();
            self.overrun.d.next = false;
            self.error_armed.d.next = false;
        }
    }
}
