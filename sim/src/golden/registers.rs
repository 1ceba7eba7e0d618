//! BAR0, register by register.
use super::command::Command;
use super::ring::{self, Counts, DoorbellRefused, RingRefused};
use super::{interrupts, transmit, Golden};
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::RX_RINGS;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, field, Register};
use std::collections::HashMap;

/// What the registers hold beyond what the model's parts know themselves.
#[derive(Debug)]
pub(super) struct Registers {
    /// Plain registers by offset; those never written have their reset value.
    plain: HashMap<u32, u32>,
    pub(super) epoch: u8,
    pub(super) rx_enable: bool,
    pub(super) tx_enable: bool,
    pub(super) ring_refused: bool,
    pub(super) axi_error: bool,
    pub(super) command_overrun: bool,
    pub(super) command_result: u8,
    pub(super) command_state: u8,
}

/// Registers that hold what is written.
const PLAIN: &[Register] = &[
    reg::SCRATCH,
    reg::CMD_SLOT,
    reg::CMD_SESSION,
    reg::CMD_LOCAL_IP,
    reg::CMD_REMOTE_IP,
    reg::CMD_PORTS,
    reg::CMD_TCP_SEQ,
    reg::CMD_EXPECTED_LO,
    reg::CMD_EXPECTED_HI,
    reg::CMD_TAG,
    reg::CMD_GENERATION,
    reg::RX_ENTRY_LO,
    reg::RX_ENTRY_HI,
    reg::RX_BUFFER_LO,
    reg::RX_BUFFER_HI,
    reg::RX_SIZE,
    reg::TX_RING_LO,
    reg::TX_RING_HI,
    reg::TX_COMPLETION_LO,
    reg::TX_COMPLETION_HI,
    reg::TX_SIZE,
];
/// Those that stand while the RX ring is on.
const OF_RX_RING: &[Register] = &[
    reg::RX_ENTRY_LO,
    reg::RX_ENTRY_HI,
    reg::RX_BUFFER_LO,
    reg::RX_BUFFER_HI,
    reg::RX_SIZE,
];
/// Those that stand while transmission is on.
const OF_TX_RING: &[Register] = &[
    reg::TX_RING_LO,
    reg::TX_RING_HI,
    reg::TX_COMPLETION_LO,
    reg::TX_COMPLETION_HI,
    reg::TX_SIZE,
];
/// The ring that this build has.
const RING: u32 = 0;

impl Default for Registers {
    fn default() -> Self {
        Self::after_reset(reg::EPOCH.reset as u8)
    }
}

impl Registers {
    pub(super) fn after_reset(epoch: u8) -> Self {
        Self {
            plain: HashMap::new(),
            epoch,
            rx_enable: false,
            tx_enable: false,
            ring_refused: false,
            axi_error: false,
            command_overrun: false,
            command_result: 0,
            command_state: 0,
        }
    }

    fn get(&self, register: &Register) -> u32 {
        let offset = register.at(0);
        self.plain.get(&offset).copied().unwrap_or(register.reset)
    }

    fn pair(&self, low: &Register, high: &Register) -> u64 {
        u64::from(self.get(high)) << 32 | u64::from(self.get(low))
    }

    fn ring_geometry(&self) -> ring::Geometry {
        let size = self.get(&reg::RX_SIZE);
        ring::Geometry {
            entries: self.pair(&reg::RX_ENTRY_LO, &reg::RX_ENTRY_HI),
            buffer: self.pair(&reg::RX_BUFFER_LO, &reg::RX_BUFFER_HI),
            entry_log2: field::RX_SIZE::entry_log2.get(size),
            buffer_log2: field::RX_SIZE::buffer_log2.get(size),
        }
    }

    pub(super) fn transmit_geometry(&self) -> transmit::Geometry {
        transmit::Geometry {
            ring: self.pair(&reg::TX_RING_LO, &reg::TX_RING_HI),
            completion: self.pair(&reg::TX_COMPLETION_LO, &reg::TX_COMPLETION_HI),
            log2: self.get(&reg::TX_SIZE),
        }
    }

    fn command(&self, op: u32) -> Command {
        let ports = self.get(&reg::CMD_PORTS);
        Command {
            op: op as u8,
            slot: self.get(&reg::CMD_SLOT),
            session: self.get(&reg::CMD_SESSION),
            tuple: FourTuple {
                local_ip: self.get(&reg::CMD_LOCAL_IP),
                remote_ip: self.get(&reg::CMD_REMOTE_IP),
                local_port: field::CMD_PORTS::local.get(ports) as u16,
                remote_port: field::CMD_PORTS::remote.get(ports) as u16,
            },
            tcp_seq: self.get(&reg::CMD_TCP_SEQ),
            generation: self.get(&reg::CMD_GENERATION),
            expected_bcd: self.pair(&reg::CMD_EXPECTED_LO, &reg::CMD_EXPECTED_HI),
            tag: self.get(&reg::CMD_TAG),
        }
    }
}

impl Golden {
    /// Reads a register. Unmapped addresses read as zero.
    pub fn read32(&mut self, offset: u32) -> u32 {
        use field::{CMD_STATUS, CONTROL, RX_PRODUCER, STATUS};
        let r = &self.registers;
        let is = |register: &Register| offset == register.at(0);
        if let Some(value) = self.counter_half(offset) {
            return value;
        }
        if let Some(register) = PLAIN.iter().find(|register| is(register)) {
            return r.get(register);
        }
        if is(&reg::EPOCH) {
            u32::from(r.epoch)
        } else if is(&reg::CONTROL) {
            CONTROL::rx_enable.put(r.rx_enable.into()) | CONTROL::tx_enable.put(r.tx_enable.into())
        } else if is(&reg::STATUS) {
            STATUS::idle.put(self.waiting_command.is_none().into())
                | STATUS::ring_refused.put(r.ring_refused.into())
                | STATUS::axi_error.put(r.axi_error.into())
        } else if is(&reg::IRQ_ARM) {
            self.interrupts.armed()
        } else if is(&reg::CMD_STATUS) {
            CMD_STATUS::busy.put(self.waiting_command.is_some().into())
                | CMD_STATUS::overrun.put(r.command_overrun.into())
                | CMD_STATUS::result.put(r.command_result.into())
                | CMD_STATUS::session_state.put(r.command_state.into())
        } else if is(&reg::RX_ENABLE) {
            self.ring.enabled().into()
        } else if is(&reg::RX_PRODUCER) {
            let produced = self.ring.produced();
            RX_PRODUCER::entries.put(produced.entries.into())
                | RX_PRODUCER::granules.put(produced.granules.into())
        } else {
            constant(offset)
        }
    }

    /// Writes a register. Unmapped addresses and those that are read only ignore it.
    pub fn write32(&mut self, offset: u32, value: u32) {
        let is = |register: &Register| offset == register.at(0);
        if PLAIN.iter().any(is) {
            let stands = (self.ring.enabled() && OF_RX_RING.iter().any(is))
                || (self.registers.tx_enable && OF_TX_RING.iter().any(is));
            if !stands {
                self.registers.plain.insert(offset, value);
            }
        } else if is(&reg::CONTROL) {
            self.write_control(value);
        } else if is(&reg::IRQ_ARM) {
            self.interrupts.arm(value);
            if self.ring.pending() {
                self.interrupts.raise(interrupts::RX);
            }
        } else if is(&reg::STAT_LATCH) {
            if value & 1 == 1 {
                self.counters.latch();
            }
        } else if is(&reg::CMD_GO) {
            let command = self.registers.command(value);
            self.start_command(command);
        } else if is(&reg::RX_ENABLE) {
            self.write_rx_enable(value & 1 == 1);
        } else if is(&reg::RX_DOORBELL) {
            let consumed = Counts {
                entries: field::RX_DOORBELL::entries.get(value) as u16,
                granules: field::RX_DOORBELL::granules.get(value) as u16,
            };
            if self.ring.doorbell(consumed) == Err(DoorbellRefused) {
                self.counters.add(Counter::DoorbellRefused, 1);
            }
            self.run_command();
        } else if is(&reg::TX_DOORBELL) && self.registers.tx_enable {
            self.run_transmit(value as u16);
        }
    }

    fn write_control(&mut self, value: u32) {
        if field::CONTROL::reset.get(value) == 1 {
            self.reset();
            return;
        }
        self.registers.rx_enable = field::CONTROL::rx_enable.get(value) == 1;
        let tx_enable = field::CONTROL::tx_enable.get(value) == 1;
        if tx_enable && !self.registers.tx_enable {
            self.transmit = transmit::Transmit::default();
            if !self.registers.transmit_geometry().valid() {
                self.refuse_ring();
                return;
            }
        }
        self.registers.tx_enable = tx_enable;
    }

    fn write_rx_enable(&mut self, enable: bool) {
        if !enable {
            self.ring.disable();
            self.run_command();
        } else if !self.ring.enabled() && self.ring.enable(self.registers.ring_geometry()) == Err(RingRefused)
        {
            self.refuse_ring();
        }
    }

    fn refuse_ring(&mut self) {
        self.registers.ring_refused = true;
        self.interrupts.raise(interrupts::ERROR);
    }

    fn counter_half(&self, offset: u32) -> Option<u32> {
        let from_first = offset.checked_sub(reg::STAT_LO.offset)?;
        let value = self
            .counters
            .latched((from_first / reg::STAT_LO.stride) as usize)?;
        match from_first % reg::STAT_LO.stride {
            0 => Some(value as u32),
            4 => Some((value >> 32) as u32),
            _ => None,
        }
    }
}

fn constant(offset: u32) -> u32 {
    const CONSTANTS: [Register; 4] = [reg::ID, reg::ABI_VERSION, reg::GEOMETRY, reg::CLOCK_PS];
    CONSTANTS
        .iter()
        .find(|register| register.offset == offset)
        .map_or(0, |register| register.reset)
}

const _: () = assert!(RX_RINGS == 1 && RING == 0, "the model has one ring");
