//! An aggregate beside its golden model: every entry, frame, register and counter compared.
//!
//! The device decides what the rules leave open, which frames are lost in front of an engine; they are those without an entry for which the golden model had
//! room. Everything else happens between two rests and is decided by the golden model alone.
use crate::differential::{scenario, Action};
use fixnic_abi::counter::Counter;
use fixnic_abi::entry::{FrameEntry, TxDescriptor};
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES, IRQ_VECTORS};
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::EntryKind;
use fixnic_driver::{Device, DmaArena, HostMemory};
use fixnic_sim::golden::{Fault, GoldenAggregate, Outcome};
use fixnic_sim::verilated::{AggregateDevice, Stalls};
use scenario::{Layout, MEMORY_BYTES, OUTSIDE, RINGS, TX_COMPLETION, TX_LOG2, TX_RING};
use std::collections::{BTreeMap, HashSet};

/// Frames on the wire before they are compared.
const FRAMES_MAX: usize = 64;
/// Registers, which are read slowly, are compared at one comparison of so many.
const REGISTERS_EVERY: u32 = 16;
const CLOCKS_MAX: u64 = 2_000_000;
/// Registers that say the same on both sides at rest.
const COMPARED: [Register; 18] = [
    reg::ENGINES_LOG2,
    reg::GEOMETRY,
    reg::EPOCH,
    reg::CONTROL,
    reg::STATUS,
    reg::SCRATCH,
    reg::IRQ_ARM,
    reg::CMD_RING,
    reg::CMD_SESSION,
    reg::CMD_STATUS,
    reg::RX_ENTRY_LO,
    reg::RX_BUFFER_LO,
    reg::RX_SIZE,
    reg::RX_ENABLE,
    reg::RX_PRODUCER,
    reg::RX_DROP_DISABLED,
    reg::RX_DROP_RING,
    reg::TX_SIZE,
];

/// What has occurred.
#[derive(Debug, Default)]
pub struct Seen {
    /// Frames put on the wire.
    pub frames: u64,
    /// FRAME entries of each ring.
    pub delivered: [u64; RINGS],
    /// Frames lost in front of an engine.
    pub lost: u64,
    /// Entries by kind.
    pub kinds: BTreeMap<u8, u64>,
    /// FENCE entries by result.
    pub fences: BTreeMap<u8, u64>,
    /// Counters of the golden model at the end of each life.
    pub counters: BTreeMap<&'static str, u64>,
    /// Interrupts that fired, by vector.
    pub interrupts: BTreeMap<u32, u64>,
    /// Frames transmitted.
    pub sent: u64,
}

/// Both sides.
pub struct Aggregates {
    device: AggregateDevice,
    golden: GoldenAggregate,
    device_memory: HostMemory,
    golden_memory: HostMemory,
    pending: Vec<(Vec<u8>, bool)>,
    /// Logarithm of the entries of each ring that is on, and the entries compared.
    rings: [(Option<u32>, u16); RINGS],
    tx_producer: u16,
    lost_before: u64,
    /// Something has happened since the last comparison; how many there were.
    moved: bool,
    comparisons: u32,
    /// What has occurred.
    pub seen: Seen,
}

impl Aggregates {
    /// Both after power-up, with a TX ring.
    pub fn new(engines: usize, seed: u64, fault: Option<Fault>) -> Self {
        let memory = || {
            DmaArena::new(MEMORY_BYTES)
                .expect("host memory for an episode")
                .host_memory()
        };
        let (device_memory, golden_memory) = (memory(), memory());
        let mut device = AggregateDevice::new(engines, seed, Stalls::NONE);
        device.map_dma(&device_memory).expect("it has no memory yet");
        let mut golden = GoldenAggregate::new(engines);
        golden.map(&golden_memory);
        golden.set_fault(fault);
        let mut both = Self {
            device,
            golden,
            device_memory,
            golden_memory,
            pending: Vec::new(),
            rings: [(None, 0); RINGS],
            tx_producer: 0,
            lost_before: 0,
            moved: true,
            comparisons: 0,
            seen: Seen::default(),
        };
        both.set_tx_ring();
        both
    }

    /// Runs the actions and compares at every rest. Gives the first difference in words.
    pub fn run(&mut self, actions: &[Action]) -> Result<(), String> {
        for (number, action) in actions.iter().enumerate() {
            self.act(action)
                .map_err(|text| format!("action {number}: {text}"))?;
        }
        self.settle()
            .and_then(|()| self.compare_registers())
            .map_err(|text| format!("at the end: {text}"))?;
        self.count();
        Ok(())
    }

    /// Puts all frames on the wire before it compares: more than the FIFOs hold, if they are many.
    pub fn burst(&mut self, frames: &[Vec<u8>]) -> Result<(), String> {
        for bytes in frames {
            self.device.inject(bytes, true);
            self.pending.push((bytes.clone(), true));
        }
        self.moved = true;
        self.settle()
    }

    fn act(&mut self, action: &Action) -> Result<(), String> {
        if let Action::Frame { bytes, fcs_good } = action {
            self.moved = true;
            self.device.inject(bytes, *fcs_good);
            self.pending.push((bytes.clone(), *fcs_good));
            if self.pending.len() >= FRAMES_MAX {
                self.settle()?;
                self.credit();
            }
            return Ok(());
        }
        self.settle()?;
        match action {
            Action::Command(arguments, _) => {
                self.credit();
                self.settle()?;
                self.moved = true;
                arguments.write(&mut Both(&mut self.device, &mut self.golden));
                self.settle()?;
            }
            Action::Credit | Action::PartialCredit(..) => self.credit(),
            Action::Stalls(stalls) => self.device.set_stalls(*stalls),
            Action::Control(value) => {
                self.write(reg::CONTROL.offset, *value);
                if field::CONTROL::tx_enable.get(*value) == 0 {
                    self.tx_producer = 0;
                }
            }
            Action::Ring(ring, entry_log2, buffer_log2) => self.set_ring(*ring, *entry_log2, *buffer_log2),
            Action::RingOff(ring) => {
                self.write(reg::RX_ENABLE.at(*ring as u32), 0);
                self.rings[*ring].0 = None;
            }
            Action::WrongDoorbell(ring, more_entries, more_granules) => {
                let produced = self.golden.read32(reg::RX_PRODUCER.at(*ring as u32));
                let ahead = |produced: u32, more: u16| u32::from((produced as u16).wrapping_add(more));
                let value = ahead(produced, *more_entries) | ahead(produced >> 16, *more_granules) << 16;
                self.write(reg::RX_DOORBELL.at(*ring as u32), value);
            }
            Action::Write(offset, value) => self.write(*offset, *value),
            Action::ArmInterrupts(vectors) => self.write(reg::IRQ_ARM.offset, *vectors),
            Action::ArmInterruptsAndCredit(vectors) => {
                self.write(reg::IRQ_ARM.offset, *vectors);
                self.credit();
            }
            Action::Transmit(frames) => {
                let base = self.golden_memory.iova();
                for frame in frames.iter().filter(|frame| frame.offset != OUTSIDE) {
                    let slot = u64::from(self.tx_producer) % (1 << TX_LOG2);
                    let descriptor = TxDescriptor {
                        address: base + frame.offset,
                        length: frame.length,
                        ..TxDescriptor::default()
                    };
                    for memory in [&self.device_memory, &self.golden_memory] {
                        memory
                            .write(base + frame.offset, &frame.bytes)
                            .expect("within host memory");
                        memory
                            .write(base + TX_RING + slot * 32, bytemuck::bytes_of(&descriptor))
                            .expect("within host memory");
                    }
                    self.tx_producer = self.tx_producer.wrapping_add(1);
                }
                self.write(reg::TX_DOORBELL.offset, self.tx_producer.into());
            }
            Action::Reset => {
                self.compare_registers()?;
                self.count();
                self.write(reg::CONTROL.offset, field::CONTROL::reset.put(1));
                self.rings = [(None, 0); RINGS];
                (self.tx_producer, self.lost_before) = (0, 0);
                self.settle()?;
                self.set_tx_ring();
            }
            // The first breaks a ring at a moment that the device chooses; the next ones are of one engine alone; moderation bounds each engine
            // by itself, where the golden model's vectors are one.
            Action::RingWithoutBuffer(..)
            | Action::WrongTxDoorbell(_)
            | Action::Memory(_)
            | Action::LargeMemory(_)
            | Action::Time(_)
            | Action::Moderate(..) => {}
            Action::Settle | Action::Frame { .. } => {}
        }
        self.settle()
    }

    fn write(&mut self, offset: u32, value: u32) {
        self.moved = true;
        Both(&mut self.device, &mut self.golden).write32(offset, value);
    }

    fn set_tx_ring(&mut self) {
        let base = self.golden_memory.iova();
        for (register, value) in [
            (&reg::TX_RING_LO, base + TX_RING),
            (&reg::TX_RING_HI, (base + TX_RING) >> 32),
            (&reg::TX_COMPLETION_LO, base + TX_COMPLETION),
            (&reg::TX_COMPLETION_HI, (base + TX_COMPLETION) >> 32),
            (&reg::TX_SIZE, TX_LOG2.into()),
        ] {
            self.write(register.offset, value as u32);
        }
    }

    fn set_ring(&mut self, ring: usize, entry_log2: u32, buffer_log2: u32) {
        let base = self.golden_memory.iova();
        let number = ring as u32;
        let size = field::RX_SIZE::entry_log2.put(entry_log2) | field::RX_SIZE::buffer_log2.put(buffer_log2);
        for (register, value) in [
            (&reg::RX_ENABLE, 0),
            (&reg::RX_ENTRY_LO, base + Layout::SMALL.entries(ring)),
            (&reg::RX_ENTRY_HI, (base + Layout::SMALL.entries(ring)) >> 32),
            (&reg::RX_BUFFER_LO, base + Layout::SMALL.buffer(ring)),
            (&reg::RX_BUFFER_HI, (base + Layout::SMALL.buffer(ring)) >> 32),
            (&reg::RX_SIZE, size.into()),
            (&reg::RX_ENABLE, 1),
        ] {
            self.write(register.at(number), value as u32);
        }
        let on = self.golden.read32(reg::RX_ENABLE.at(number)) == 1;
        self.rings[ring] = (on.then_some(entry_log2), 0);
    }

    fn credit(&mut self) {
        for ring in 0..RINGS as u32 {
            let produced = self.golden.read32(reg::RX_PRODUCER.at(ring));
            self.write(reg::RX_DOORBELL.at(ring), produced);
        }
    }

    /// Waits for rest, lets the golden model see what came, and compares.
    fn settle(&mut self) -> Result<(), String> {
        if !std::mem::take(&mut self.moved) {
            return Ok(());
        }
        self.device
            .run_until_idle(CLOCKS_MAX)
            .map_err(|error| error.to_string())?;
        self.golden_sees()?;
        for ring in 0..RINGS {
            self.compare_ring(ring)?;
        }
        if self.comparisons.is_multiple_of(REGISTERS_EVERY) {
            self.compare_registers()?;
        }
        self.comparisons += 1;
        for vector in 0..IRQ_VECTORS {
            let (device, golden) = (
                self.device.take_interrupt(vector),
                self.golden.take_interrupt(vector),
            );
            if device != golden {
                return Err(format!(
                    "interrupt {vector}: fired on the device {device}, golden {golden}"
                ));
            }
            *self.seen.interrupts.entry(vector).or_default() += u64::from(device);
        }
        loop {
            let (device, golden) = (self.device.take_transmitted(), self.golden.take_transmitted());
            if device != golden {
                return Err(format!("transmitted: device {device:02x?}, golden {golden:02x?}"));
            }
            if device.is_none() {
                break;
            }
            self.seen.sent += 1;
        }
        Ok(())
    }

    /// Entries that the device has written to a ring and that were not compared yet.
    fn new_entries(&mut self, ring: usize) -> Vec<[u8; ENTRY_BYTES]> {
        let (Some(log2), from) = self.rings[ring] else {
            return Vec::new();
        };
        let produced = self.device.read32(reg::RX_PRODUCER.at(ring as u32)) as u16;
        (0..produced.wrapping_sub(from))
            .map(|index| self.entry(&self.device_memory, ring, log2, from.wrapping_add(index)))
            .collect()
    }

    fn entry(&self, memory: &HostMemory, ring: usize, log2: u32, number: u16) -> [u8; ENTRY_BYTES] {
        let mut entry = [0; ENTRY_BYTES];
        let slot = u64::from(number) & ((1 << log2) - 1);
        memory
            .read(
                memory.iova() + Layout::SMALL.entries(ring) + slot * ENTRY_BYTES as u64,
                &mut entry,
            )
            .expect("within host memory");
        entry
    }

    fn golden_sees(&mut self) -> Result<(), String> {
        let frames = std::mem::take(&mut self.pending);
        if frames.is_empty() {
            return Ok(());
        }
        let mut delivered = HashSet::new();
        for ring in 0..RINGS {
            for entry in self.new_entries(ring) {
                if entry[0] == EntryKind::Frame as u8 {
                    delivered.insert(bytemuck::cast::<_, FrameEntry>(entry).ts_ns);
                }
            }
        }
        self.device.write32(reg::STAT_LATCH.offset, 1);
        let lost = u64::from(self.device.read32(reg::STAT_LO.at(Counter::DropFifo as u32)));
        let mut lost_now = lost - self.lost_before;
        self.lost_before = lost;
        self.seen.frames += frames.len() as u64;
        self.seen.lost += lost_now;
        for (bytes, fcs_good) in frames {
            let start = self
                .device
                .take_frame_start()
                .ok_or("a frame that was put on the wire did not begin")?;
            let here = delivered.contains(&start.ts_ns);
            if !here && self.golden.admission(&bytes) == Outcome::Delivered {
                lost_now = lost_now
                    .checked_sub(1)
                    .ok_or_else(|| format!("frame {} has neither entry nor count", start.frame))?;
                self.golden.refuse(&bytes);
            } else {
                self.golden.receive(&bytes, !fcs_good, start.ts_ns);
            }
        }
        match lost_now {
            0 => Ok(()),
            more => Err(format!("{more} frames are counted as lost, and have entries")),
        }
    }

    fn compare_ring(&mut self, ring: usize) -> Result<(), String> {
        let (Some(log2), from) = self.rings[ring] else {
            return Ok(());
        };
        let (number, buffer_log2) = (ring as u32, {
            let size = self.golden.read32(reg::RX_SIZE.at(ring as u32));
            field::RX_SIZE::buffer_log2.get(size)
        });
        let golden = self.golden.read32(reg::RX_PRODUCER.at(number)) as u16;
        for (index, device_entry) in self.new_entries(ring).into_iter().enumerate() {
            let at = from.wrapping_add(index as u16);
            let golden_entry = self.entry(&self.golden_memory, ring, log2, at);
            if device_entry != golden_entry {
                return Err(format!(
                    "ring {ring}, entry {at} (golden has {golden}):\n  device {device_entry:02x?}\n  golden {golden_entry:02x?}"
                ));
            }
            *self.seen.kinds.entry(device_entry[0]).or_default() += 1;
            if device_entry[0] == EntryKind::Fence as u8 {
                *self.seen.fences.entry(device_entry[2]).or_default() += 1;
            }
            if device_entry[0] == EntryKind::Frame as u8 {
                self.seen.delivered[ring] += 1;
                self.compare_frame(ring, buffer_log2, &bytemuck::cast(device_entry))?;
            }
            self.rings[ring].1 = at.wrapping_add(1);
        }
        if self.rings[ring].1 != golden {
            return Err(format!(
                "ring {ring}: {} entries on the device, {golden} of the golden model",
                self.rings[ring].1
            ));
        }
        Ok(())
    }

    /// The frame's granules, padding and all.
    fn compare_frame(&self, ring: usize, buffer_log2: u32, frame: &FrameEntry) -> Result<(), String> {
        let granule = u64::from(frame.granule) & ((1 << buffer_log2) - 1);
        let length = usize::from(frame.length).next_multiple_of(GRANULE_BYTES);
        let at = self.golden_memory.iova() + Layout::SMALL.buffer(ring) + granule * GRANULE_BYTES as u64;
        let (mut device, mut golden) = (vec![0; length], vec![0; length]);
        self.device_memory
            .read(at, &mut device)
            .expect("within host memory");
        self.golden_memory
            .read(at, &mut golden)
            .expect("within host memory");
        match device == golden {
            true => Ok(()),
            false => Err(format!(
                "ring {ring}, granule {granule}:\n  device {device:02x?}\n  golden {golden:02x?}"
            )),
        }
    }

    fn compare_registers(&mut self) -> Result<(), String> {
        for register in COMPARED {
            for index in 0..register.count {
                let at = register.at(index);
                let (device, golden) = (self.device.read32(at), self.golden.read32(at));
                if device != golden {
                    return Err(format!(
                        "{}[{index}]: {device:#x} on the device, {golden:#x} golden",
                        register.name
                    ));
                }
            }
        }
        Both(&mut self.device, &mut self.golden).write32(reg::STAT_LATCH.offset, 1);
        for (index, counter) in Counter::ALL.iter().enumerate() {
            for register in [&reg::STAT_LO, &reg::STAT_HI] {
                let at = register.at(index as u32);
                let (device, golden) = (self.device.read32(at), self.golden.read32(at));
                if device != golden {
                    return Err(format!(
                        "{}: {device} on the device, {golden} golden",
                        counter.name
                    ));
                }
            }
        }
        Ok(())
    }

    /// Adds the golden model's counters to what has occurred.
    fn count(&mut self) {
        self.golden.write32(reg::STAT_LATCH.offset, 1);
        for (index, counter) in Counter::ALL.iter().enumerate() {
            let value = self.golden.read32(reg::STAT_LO.at(index as u32));
            *self.seen.counters.entry(counter.name).or_default() += u64::from(value);
        }
    }
}

/// Writes to both.
struct Both<'a>(&'a mut AggregateDevice, &'a mut GoldenAggregate);

impl Device for Both<'_> {
    fn read32(&mut self, offset: u32) -> u32 {
        self.0.read32(offset)
    }

    fn write32(&mut self, offset: u32, value: u32) {
        self.0.write32(offset, value);
        self.1.write32(offset, value);
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), fixnic_driver::DmaError> {
        self.0.map_dma(memory)
    }

    fn unmap_dma(&mut self, iova: u64) {
        self.0.unmap_dma(iova);
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.0.take_interrupt(vector)
    }

    fn advance(&mut self, now_ns: u64) {
        self.0.advance(now_ns);
    }
}
