//! BAR0, register by register.
use super::command::Command;
use super::ring::{self, Counts, DoorbellRefused, Ring, RingRefused};
use super::{interrupts, transmit, Golden};
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::{RX_RINGS, RX_RINGS_MAX};
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
    pub(super) tx_doorbell_refused: bool,
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
    reg::CMD_RING,
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
            tx_doorbell_refused: false,
            command_overrun: false,
            command_result: 0,
            command_state: 0,
        }
    }

    fn get(&self, register: &Register) -> u32 {
        self.get_at(register, 0)
    }

    fn get_at(&self, register: &Register, index: u32) -> u32 {
        let offset = register.at(index);
        self.plain.get(&offset).copied().unwrap_or(register.reset)
    }

    fn pair(&self, low: &Register, high: &Register) -> u64 {
        self.pair_at(low, high, 0)
    }

    fn pair_at(&self, low: &Register, high: &Register, index: u32) -> u64 {
        u64::from(self.get_at(high, index)) << 32 | u64::from(self.get_at(low, index))
    }

    fn ring_geometry(&self, ring: u32) -> ring::Geometry {
        let size = self.get_at(&reg::RX_SIZE, ring);
        ring::Geometry {
            entries: self.pair_at(&reg::RX_ENTRY_LO, &reg::RX_ENTRY_HI, ring),
            buffer: self.pair_at(&reg::RX_BUFFER_LO, &reg::RX_BUFFER_HI, ring),
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
            ring: self.get(&reg::CMD_RING),
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
        use field::{CMD_STATUS, CONTROL, STATUS};
        let r = &self.registers;
        let is = |register: &Register| offset == register.at(0);
        if let Some(value) = self.counter_half(offset) {
            return value;
        }
        if let Some((register, index)) = PLAIN.iter().find_map(|r| Some((r, index_in(r, offset)?))) {
            return r.get_at(register, index);
        }
        if let Some(vector) = index_in(&reg::IRQ_MODERATION, offset) {
            return self.interrupts.moderation(vector as usize);
        }
        if let Some(value) = self.ring_register(offset) {
            return value;
        }
        if is(&reg::EPOCH) {
            u32::from(r.epoch)
        } else if is(&reg::CONTROL) {
            CONTROL::rx_enable.put(r.rx_enable.into()) | CONTROL::tx_enable.put(r.tx_enable.into())
        } else if is(&reg::STATUS) {
            STATUS::idle.put(self.waiting_command.is_none().into())
                | STATUS::ring_refused.put(r.ring_refused.into())
                | STATUS::axi_error.put(r.axi_error.into())
                | STATUS::ring_stopped.put(self.ring_bits(Ring::stopped))
                | STATUS::doorbell_refused.put(self.ring_bits(Ring::doorbell_was_refused))
                | STATUS::tx_doorbell_refused.put(r.tx_doorbell_refused.into())
        } else if is(&reg::IRQ_ARM) {
            self.interrupts.armed()
        } else if is(&reg::CMD_STATUS) {
            CMD_STATUS::busy.put(self.waiting_command.is_some().into())
                | CMD_STATUS::overrun.put(r.command_overrun.into())
                | CMD_STATUS::result.put(r.command_result.into())
                | CMD_STATUS::session_state.put(r.command_state.into())
        } else {
            constant(offset)
        }
    }

    /// The registers of RX rings that are not plain. The model writes at once: no ring ever drains.
    fn ring_register(&self, offset: u32) -> Option<u32> {
        use field::{RX_ENABLE, RX_PRODUCER};
        if let Some(ring) = index_in(&reg::RX_ENABLE, offset) {
            return Some(RX_ENABLE::enable.put(self.rings[ring as usize].enabled().into()));
        }
        if let Some(ring) = index_in(&reg::RX_PRODUCER, offset) {
            let produced = self.rings[ring as usize].produced();
            let granules = RX_PRODUCER::granules.put(produced.granules.into());
            return Some(RX_PRODUCER::entries.put(produced.entries.into()) | granules);
        }
        if let Some(ring) = index_in(&reg::RX_DROP_DISABLED, offset) {
            return Some(self.drops[ring as usize].disabled as u32);
        }
        let ring = index_in(&reg::RX_DROP_RING, offset)?;
        Some(self.drops[ring as usize].no_room as u32)
    }

    fn ring_bits(&self, condition: impl Fn(&Ring) -> bool) -> u32 {
        let bits = self.rings.iter().enumerate();
        bits.map(|(ring, state)| u32::from(condition(state)) << ring)
            .sum()
    }

    /// Writes a register. Unmapped addresses and those that are read only ignore it.
    pub fn write32(&mut self, offset: u32, value: u32) {
        let is = |register: &Register| offset == register.at(0);
        if PLAIN.iter().any(|register| index_in(register, offset).is_some()) {
            let of_ring = OF_RX_RING.iter().find_map(|register| index_in(register, offset));
            let stands = of_ring.is_some_and(|ring| self.rings[ring as usize].enabled())
                || (self.registers.tx_enable && OF_TX_RING.iter().any(is));
            if !stands {
                self.registers.plain.insert(offset, value);
            }
        } else if is(&reg::CONTROL) {
            self.write_control(value);
        } else if is(&reg::IRQ_ARM) {
            self.interrupts.arm(value);
            self.raise_pending();
        } else if let Some(vector) = index_in(&reg::IRQ_MODERATION, offset) {
            self.interrupts.moderate(vector as usize, value);
        } else if is(&reg::STAT_LATCH) {
            if value & 1 == 1 {
                self.counters.latch();
            }
        } else if is(&reg::CMD_GO) {
            let command = self.registers.command(value);
            self.start_command(command);
        } else if let Some(ring) = index_in(&reg::RX_ENABLE, offset) {
            self.write_rx_enable(ring, value & 1 == 1);
        } else if let Some(ring) = index_in(&reg::RX_DOORBELL, offset) {
            let consumed = Counts {
                entries: field::RX_DOORBELL::entries.get(value) as u16,
                granules: field::RX_DOORBELL::granules.get(value) as u16,
            };
            if self.rings[ring as usize].doorbell(consumed) == Err(DoorbellRefused) {
                self.counters.add(Counter::DoorbellRefused, 1);
                self.interrupts.raise(interrupts::ERROR);
            }
            self.run_command();
        } else if is(&reg::TX_DOORBELL) && self.registers.tx_enable {
            if self
                .transmit
                .has_room(&self.registers.transmit_geometry(), value as u16)
            {
                self.run_transmit(value as u16);
            } else {
                self.registers.tx_doorbell_refused = true;
                self.interrupts.raise(interrupts::ERROR);
            }
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
            self.registers.tx_doorbell_refused = false;
            if !self.registers.transmit_geometry().valid() {
                self.refuse_ring();
                return;
            }
        }
        self.registers.tx_enable = tx_enable;
    }

    fn write_rx_enable(&mut self, number: u32, enable: bool) {
        let geometry = self.registers.ring_geometry(number);
        let ring = &mut self.rings[number as usize];
        if !enable {
            ring.disable();
            self.run_command();
        } else if !ring.enabled() && ring.enable(geometry) == Err(RingRefused) {
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

/// The register's index in its array, if it is at the offset.
fn index_in(register: &Register, offset: u32) -> Option<u32> {
    (0..register.count).find(|index| register.at(*index) == offset)
}

fn constant(offset: u32) -> u32 {
    const CONSTANTS: [Register; 4] = [reg::ID, reg::ABI_VERSION, reg::GEOMETRY, reg::CLOCK_PS];
    CONSTANTS
        .iter()
        .find(|register| register.offset == offset)
        .map_or(0, |register| register.reset)
}

const _: () = assert!(RX_RINGS == RX_RINGS_MAX, "the model has every ring of the map");
