//! Section 12: several cores as one device.
use super::{Fault, Golden, Outcome};
use fixnic_abi::limits::{RX_RINGS, SESSIONS};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::CommandOp;
use fixnic_driver::HostMemory;
use std::ops::Range;

const ERRORS_VECTOR: u32 = 5;
const TX_VECTOR: u32 = 4;
/// Registers of a ring.
const OF_RING: &[Register] = &[
    reg::RX_ENTRY_LO,
    reg::RX_ENTRY_HI,
    reg::RX_BUFFER_LO,
    reg::RX_BUFFER_HI,
    reg::RX_SIZE,
    reg::RX_ENABLE,
    reg::RX_DOORBELL,
    reg::RX_PRODUCER,
    reg::RX_DROP_DISABLED,
    reg::RX_DROP_RING,
];

/// An aggregate of golden models.
#[derive(Debug)]
pub struct GoldenAggregate {
    engines: Vec<Golden>,
    /// An engine has fired the errors vector since it was armed, and that it fired was asked for; or it was armed anew before.
    errors_told: bool,
    errors_untaken: bool,
    command_engine: usize,
    command_overrun: bool,
}

impl GoldenAggregate {
    /// As after power-up. Panics for a number of engines that is not 1, 2 or 4.
    pub fn new(engines: usize) -> Self {
        assert!([1, 2, 4].contains(&engines), "{engines} engines: 1, 2 or 4");
        Self {
            engines: (0..engines).map(|_| Golden::new()).collect(),
            errors_told: false,
            errors_untaken: false,
            command_engine: 0,
            command_overrun: false,
        }
    }

    /// Makes every engine break one rule, for tests of those who compare with it.
    pub fn set_fault(&mut self, fault: Option<Fault>) {
        self.engines.iter_mut().for_each(|engine| engine.set_fault(fault));
    }

    /// The host memory that it reads and writes.
    pub fn map(&mut self, memory: &HostMemory) {
        for engine in &mut self.engines {
            engine.map(Some(memory.clone()));
        }
    }

    /// The next write of each engine that begins in this range fails, and changes nothing; that of an earlier call too. Memory of a ring is one engine's.
    pub fn fail_write_within(&mut self, range: Range<u64>) {
        for engine in &mut self.engines {
            engine.host.fail_write_within(range.clone());
        }
    }

    fn count(&self) -> usize {
        self.engines.len()
    }

    /// Logarithm of the number of engines.
    pub fn engines_log2(&self) -> u32 {
        self.count().ilog2()
    }

    /// Rule 12.2.
    pub fn engine_of(&self, frame: &[u8]) -> usize {
        let be16 = |at: usize| frame.get(at..at + 2).map(|b| u16::from_be_bytes([b[0], b[1]]));
        let l3 = if be16(12) == Some(0x8100) { 18 } else { 14 };
        let Some(ip) = frame.get(l3..l3 + 24) else {
            return 0;
        };
        let tcp = be16(l3 - 2) == Some(0x0800) && ip[0] == 0x45 && ip[9] == 6;
        let whole = ip[6] & 0x3F == 0 && ip[7] == 0;
        if !tcp || !whole {
            return 0;
        }
        let address = |at: usize| u32::from_be_bytes([ip[at], ip[at + 1], ip[at + 2], ip[at + 3]]);
        let port = |at: usize| u16::from_be_bytes([ip[at], ip[at + 1]]);
        let tuple = FourTuple {
            remote_ip: address(12),
            local_ip: address(16),
            remote_port: port(20),
            local_port: port(22),
        };
        tuple.engine(self.engines_log2()) as usize
    }

    /// A frame that was lost before it reached its engine, or that the engine's FIFO refused.
    pub fn refuse(&mut self, frame: &[u8]) {
        let engine = self.engine_of(frame);
        self.engines[engine].refuse();
    }

    /// What [`GoldenAggregate::receive`] would make of a frame now.
    pub fn admission(&self, frame: &[u8]) -> Outcome {
        self.engines[self.engine_of(frame)].admission(frame)
    }

    /// A frame, without FCS, whose first beat came at `ts_ns`.
    pub fn receive(&mut self, frame: &[u8], fcs_bad: bool, ts_ns: u64) -> Outcome {
        let engine = self.engine_of(frame);
        self.engines[engine].receive(frame, fcs_bad, ts_ns)
    }

    /// Takes the oldest frame that was sent and not taken yet.
    pub fn take_transmitted(&mut self) -> Option<Vec<u8>> {
        self.engines[0].take_transmitted()
    }

    /// Whether `vector` has fired since the last call.
    pub fn take_interrupt(&mut self, vector: u32) -> bool {
        match vector {
            TX_VECTOR => self.engines[0].take_interrupt(vector),
            ERRORS_VECTOR => {
                let fired = self.errors_fired();
                let untaken = std::mem::take(&mut self.errors_untaken);
                self.errors_told |= fired;
                fired || untaken
            }
            _ => {
                let (engine, own) = self.of_ring(vector);
                self.engines[engine].take_interrupt(own)
            }
        }
    }

    /// Whether the errors vector has fired since it was last asked for: the first engine counts, as the vector is armed once for all.
    fn errors_fired(&mut self) -> bool {
        let any = self.engines.iter_mut().fold(false, |fired, engine| {
            engine.take_interrupt(ERRORS_VECTOR) | fired
        });
        any && !self.errors_told
    }

    /// Rule 12.3: a ring's engine, and its number there.
    fn of_ring(&self, ring: u32) -> (usize, u32) {
        (ring as usize % self.count(), ring / self.count() as u32)
    }

    /// The engine that a register of one engine belongs to, and the register's offset there.
    fn of_one(&self, offset: u32) -> Option<(usize, u32)> {
        for register in OF_RING {
            for ring in 0..RX_RINGS {
                if register.at(ring) == offset {
                    let (engine, own) = self.of_ring(ring);
                    return Some((engine, register.at(own)));
                }
            }
        }
        for vector in 0..RX_RINGS {
            if reg::IRQ_MODERATION.at(vector) == offset {
                let (engine, own) = self.of_ring(vector);
                return Some((engine, reg::IRQ_MODERATION.at(own)));
            }
        }
        let transmits = reg::IRQ_MODERATION.at(TX_VECTOR) == offset
            || (reg::TX_RING_LO.offset..=reg::TX_DOORBELL.offset).contains(&offset);
        transmits.then_some((0, offset))
    }

    /// Reads a register.
    pub fn read32(&mut self, offset: u32) -> u32 {
        if let Some((engine, own)) = self.of_one(offset) {
            return self.engines[engine].read32(own);
        }
        let is = |register: &Register| register.offset == offset;
        if is(&reg::ENGINES_LOG2) {
            return self.engines_log2();
        }
        if is(&reg::CMD_STATUS) {
            let status = self.engines[self.command_engine].read32(offset);
            return status | field::CMD_STATUS::overrun.put(self.command_overrun.into());
        }
        if offset >= reg::STAT_LO.offset {
            let pair = offset & !7;
            let sum = self.engines.iter_mut().fold(0u64, |sum, engine| {
                let half = |engine: &mut Golden, at| u64::from(engine.read32(at));
                sum.wrapping_add(half(engine, pair) | half(engine, pair + 4) << 32)
            });
            return (sum >> (8 * (offset & 4))) as u32;
        }
        if is(&reg::STATUS) {
            return self.status();
        }
        if is(&reg::IRQ_ARM) {
            return self.armed();
        }
        if is(&reg::CONTROL) {
            return self
                .engines
                .iter_mut()
                .fold(0, |all, engine| all | engine.read32(offset));
        }
        self.engines[0].read32(offset)
    }

    fn status(&mut self) -> u32 {
        use field::STATUS::{doorbell_refused, idle, ring_stopped};
        let each: Vec<u32> = self
            .engines
            .iter_mut()
            .map(|engine| engine.read32(reg::STATUS.offset))
            .collect();
        let of_rings = ring_stopped.put(u32::MAX) | doorbell_refused.put(u32::MAX) | idle.put(u32::MAX);
        let mut status = each.iter().fold(0, |all, one| all | one & !of_rings);
        status |= idle.put(each.iter().all(|one| idle.get(*one) == 1).into());
        for ring in 0..RX_RINGS {
            let (engine, own) = self.of_ring(ring);
            for field in [ring_stopped, doorbell_refused] {
                status |= field.put((field.get(each[engine]) >> own & 1) << ring);
            }
        }
        status
    }

    fn armed(&mut self) -> u32 {
        use field::IRQ_ARM::{error, rx, tx};
        let each: Vec<u32> = self
            .engines
            .iter_mut()
            .map(|engine| engine.read32(reg::IRQ_ARM.offset))
            .collect();
        // All were armed together, and one that has fired is not any more.
        let errors = each.iter().all(|one| error.get(*one) == 1);
        let mut armed = tx.put(tx.get(each[0])) | error.put(errors.into());
        for ring in 0..RX_RINGS {
            let (engine, own) = self.of_ring(ring);
            armed |= rx.put((rx.get(each[engine]) >> own & 1) << ring);
        }
        armed
    }

    /// Writes a register.
    pub fn write32(&mut self, offset: u32, value: u32) {
        use field::{CONTROL, IRQ_ARM};
        if let Some((engine, own)) = self.of_one(offset) {
            self.engines[engine].write32(own, value);
            return;
        }
        let is = |register: &Register| register.offset == offset;
        if is(&reg::CMD_GO) {
            self.command(value);
            return;
        }
        if is(&reg::CONTROL) && CONTROL::reset.get(value) == 1 {
            self.command_overrun = false;
        }
        if is(&reg::IRQ_ARM) && IRQ_ARM::error.get(value) == 1 {
            self.errors_untaken |= self.errors_fired();
            self.errors_told = false;
        }
        for engine in 0..self.count() {
            let own = if is(&reg::CONTROL) && engine > 0 {
                value & !CONTROL::tx_enable.put(1)
            } else if is(&reg::IRQ_ARM) {
                let rings = (0..RX_RINGS).filter(|ring| self.of_ring(*ring).0 == engine);
                let rx = rings.fold(0, |rx, ring| {
                    rx | (IRQ_ARM::rx.get(value) >> ring & 1) << self.of_ring(ring).1
                });
                let tx = if engine == 0 { IRQ_ARM::tx.get(value) } else { 0 };
                IRQ_ARM::rx.put(rx) | IRQ_ARM::tx.put(tx) | IRQ_ARM::error.put(IRQ_ARM::error.get(value))
            } else {
                value
            };
            self.engines[engine].write32(offset, own);
        }
    }

    /// Rule 12.4: whose a command is. None: an ARM that mixes engines, or names a ring that is not there; engine 0 refuses it.
    pub fn engine_of_command(&self, go: u32, session: u32, ring: u32, tuple: &FourTuple) -> Option<usize> {
        let op = CommandOp::from_bits(go as u8);
        let of_session = session as usize % self.count();
        if op == Some(CommandOp::Arm) {
            let of_tuple = tuple.engine(self.engines_log2()) as usize;
            let (of_ring, _) = self.of_ring(ring);
            if ring >= RX_RINGS || of_ring != of_tuple || of_session != of_tuple {
                return None;
            }
        }
        let known = op.is_some() && session < SESSIONS;
        Some(if known { of_session } else { 0 })
    }

    fn command(&mut self, go: u32) {
        let busy = self.engines[self.command_engine].read32(reg::CMD_STATUS.offset);
        if field::CMD_STATUS::busy.get(busy) == 1 {
            self.command_overrun = true;
            return;
        }
        self.command_overrun = false;
        let [session, ring, local_ip, remote_ip, ports] = [
            reg::CMD_SESSION,
            reg::CMD_RING,
            reg::CMD_LOCAL_IP,
            reg::CMD_REMOTE_IP,
            reg::CMD_PORTS,
        ]
        .map(|register| self.engines[0].read32(register.offset));
        let tuple = FourTuple {
            local_ip,
            remote_ip,
            local_port: field::CMD_PORTS::local.get(ports) as u16,
            remote_port: field::CMD_PORTS::remote.get(ports) as u16,
        };
        let engine = self.engine_of_command(go, session, ring, &tuple);
        let own_ring = match engine {
            Some(_) => self.of_ring(ring).1,
            // Refused for its ring, whatever that is.
            None => u32::MAX,
        };
        let engine = engine.unwrap_or(0);
        self.command_engine = engine;
        self.engines[engine].write32(reg::CMD_RING.offset, own_ring);
        self.engines[engine].write32(reg::CMD_GO.offset, go);
        self.engines[engine].write32(reg::CMD_RING.offset, ring);
    }
}
