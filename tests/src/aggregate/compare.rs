//! An aggregate beside its golden model: every entry, frame, register and counter compared.
//!
//! The device decides what the rules leave open. Which frames are lost in front of an engine: those without an entry for which the golden model had
//! room. Between which frames of its engine a command was applied: its FENCE says it. Everything else happens between two rests and is decided by the golden
//! model alone.
use crate::differential::{scenario, Action, CommandArguments};
use fixnic_abi::counter::Counter;
use fixnic_abi::entry::{FenceEntry, FrameEntry, TxDescriptor};
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES, IRQ_VECTORS};
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::EntryKind;
use fixnic_driver::{Device, DmaArena, HostMemory};
use fixnic_sim::golden::{Fault, GoldenAggregate, Outcome};
use fixnic_sim::verilated::{AggregateDevice, FrameStart, Stalls};
use scenario::{Layout, MEMORY_BYTES, OUTSIDE, RINGS, TX_COMPLETION, TX_LOG2, TX_RING};
use std::collections::{BTreeMap, HashSet, VecDeque};

/// Frames on the wire before they are compared.
const FRAMES_MAX: usize = 64;
/// Registers, which are read slowly, are compared at one comparison of so many.
const REGISTERS_EVERY: u32 = 16;
const CLOCKS_MAX: u64 = 2_000_000;
/// A command that is busy for so many reads of CMD_STATUS waits for room in its ring.
const BUSY_READS_MAX: u32 = 2_000;
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

/// A frame that was on the wire: its bytes, whether its FCS was right, and when it began.
type Frame = (Vec<u8>, bool, FrameStart);

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
    /// Commands between two frames of their engine without a rest on either side, as their FENCE says.
    pub commands_between: u64,
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
    /// Commands that the device was given since it was last at rest.
    commands: Vec<CommandArguments>,
    /// The engine of a command that waited for room at the last comparison: its FENCE is the next one there.
    fence_owed: Option<usize>,
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
            commands: Vec::new(),
            fence_owed: None,
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
        if let Action::Command(arguments, clocks) = action {
            return self.command(arguments, *clocks);
        }
        self.settle()?;
        match action {
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
            Action::Settle | Action::Frame { .. } | Action::Command(..) => {}
        }
        if let Action::Ring(..) | Action::RingOff(_) | Action::Reset = action {
            // A command that waited for a ring that is off was applied without a FENCE.
            if !self.command_waits() {
                self.fence_owed = None;
            }
        }
        self.settle()
    }

    /// Gives a command when every frame has begun and so many clocks have passed.
    fn command(&mut self, arguments: &CommandArguments, clocks: u32) -> Result<(), String> {
        // Without a FENCE nobody could tell between which frames it was applied.
        let alone = self.rings.iter().any(|(log2, _)| log2.is_none());
        if alone {
            self.settle()?;
            self.credit();
            self.settle()?;
        }
        while self.device.frames_waiting() {
            self.device.run(1);
        }
        self.device.run(clocks.into());
        self.wait_for_mailbox()?;
        self.moved = true;
        arguments.write(&mut self.device);
        self.commands.push(*arguments);
        match alone {
            true => self.settle(),
            false => Ok(()),
        }
    }

    /// Waits until the last command was applied. When it waits for room in a ring, credit is returned.
    fn wait_for_mailbox(&mut self) -> Result<(), String> {
        for _ in 0..2 {
            for _ in 0..BUSY_READS_MAX {
                let status = self.device.read32(reg::CMD_STATUS.offset);
                if field::CMD_STATUS::busy.get(status) == 0 {
                    return Ok(());
                }
            }
            self.settle()?;
            self.credit();
            self.settle()?;
        }
        Err("the mailbox stays busy with room in the ring".into())
    }

    fn command_waits(&mut self) -> bool {
        field::CMD_STATUS::busy.get(self.golden.read32(reg::CMD_STATUS.offset)) == 1
    }

    fn write(&mut self, offset: u32, value: u32) {
        self.moved = true;
        self.write_both(offset, value);
    }

    fn write_both(&mut self, offset: u32, value: u32) {
        self.device.write32(offset, value);
        self.golden.write32(offset, value);
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

    /// Gives the golden model what the device was given: each engine's frames in their order, and each command behind the frame that its FENCE names.
    fn golden_sees(&mut self) -> Result<(), String> {
        let (frames, commands) = (
            std::mem::take(&mut self.pending),
            std::mem::take(&mut self.commands),
        );
        let engines = 1usize << self.golden.engines_log2();
        let mut delivered = HashSet::new();
        let mut fences = vec![Vec::new(); engines];
        for ring in 0..RINGS {
            for entry in self.new_entries(ring) {
                match EntryKind::from_bits(entry[0]) {
                    Some(EntryKind::Frame) => {
                        delivered.insert(bytemuck::cast::<_, FrameEntry>(entry).ts_ns);
                    }
                    Some(EntryKind::Fence) => {
                        fences[ring % engines].push(bytemuck::cast::<_, FenceEntry>(entry).ts_ns)
                    }
                    _ => {}
                }
            }
        }
        // One command after the other: an engine's fences have their times in their order, whatever the rings.
        let mut fences: Vec<VecDeque<u64>> = fences
            .into_iter()
            .map(|mut of_engine| {
                of_engine.sort_unstable();
                of_engine.into()
            })
            .collect();
        if let Some(engine) = self.fence_owed.take() {
            if fences[engine].pop_front().is_none() {
                self.fence_owed = Some(engine);
            }
        }
        let mut lost = 0;
        if !frames.is_empty() {
            self.device.write32(reg::STAT_LATCH.offset, 1);
            let counted = u64::from(self.device.read32(reg::STAT_LO.at(Counter::DropFifo as u32)));
            lost = counted - self.lost_before;
            self.lost_before = counted;
        }
        self.seen.frames += frames.len() as u64;
        self.seen.lost += lost;
        let mut waiting: Vec<VecDeque<Frame>> = vec![VecDeque::new(); engines];
        let mut passed = vec![false; engines];
        for (bytes, fcs_good) in frames {
            let start = self
                .device
                .take_frame_start()
                .ok_or("a frame that was put on the wire did not begin")?;
            waiting[self.golden.engine_of(&bytes)].push_back((bytes, fcs_good, start));
        }
        for arguments in commands {
            let (go, ring) = (arguments.op, arguments.ring);
            let engine = self
                .golden
                .engine_of_command(go, arguments.session, ring, &arguments.tuple)
                .unwrap_or(0);
            // One that waits for room has no FENCE yet: every frame came before it.
            let behind = fences[engine].pop_front();
            let is_before = |frame: &Frame| behind.is_none_or(|ts_ns| frame.2.ts_ns <= ts_ns);
            while waiting[engine].front().is_some_and(is_before) {
                let Some((bytes, fcs_good, start)) = waiting[engine].pop_front() else {
                    break;
                };
                self.golden_takes(&bytes, fcs_good, &start, &delivered, &mut lost)?;
                passed[engine] = true;
            }
            self.seen.commands_between += u64::from(passed[engine] && !waiting[engine].is_empty());
            for (register, value) in arguments.registers() {
                self.golden.write32(register.offset, value);
            }
            if self.command_waits() {
                self.fence_owed = Some(engine);
            }
        }
        for (bytes, fcs_good, start) in waiting.into_iter().flatten() {
            self.golden_takes(&bytes, fcs_good, &start, &delivered, &mut lost)?;
        }
        match lost {
            0 => Ok(()),
            more => Err(format!("{more} frames are counted as lost, and have entries")),
        }
    }

    /// A frame in its turn, if it was not lost in front of its engine.
    fn golden_takes(
        &mut self,
        bytes: &[u8],
        fcs_good: bool,
        start: &FrameStart,
        delivered: &HashSet<u64>,
        lost: &mut u64,
    ) -> Result<(), String> {
        if delivered.contains(&start.ts_ns) || self.golden.admission(bytes) != Outcome::Delivered {
            self.golden.receive(bytes, !fcs_good, start.ts_ns);
            return Ok(());
        }
        *lost = lost
            .checked_sub(1)
            .ok_or_else(|| format!("frame {} has neither entry nor count", start.frame))?;
        self.golden.refuse(bytes);
        Ok(())
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
        self.write_both(reg::STAT_LATCH.offset, 1);
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
