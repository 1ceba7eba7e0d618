//! Runs one episode on the device under test and on the golden model, and compares them.
//!
//! The device decides what the rules leave open: which frames the ingress FIFO refuses, and between which two frames a command takes
//! effect. The runner reads both from the device's ring and tells the golden model, which decides all the rest by itself.
use super::coverage::Coverage;
use super::decode;
use super::scenario::*;
use super::subject::Subject;
use fixnic_abi::counter::Counter;
use fixnic_abi::entry::TxDescriptor;
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::{CommandOp, EntryKind, FenceEntry, FrameEntry};
use fixnic_driver::{Device, DmaArena, HostMemory};
use fixnic_sim::golden::{Fault, Outcome};
use fixnic_sim::verilated::{FrameGap, Stalls};
use fixnic_sim::{GoldenDevice, VerilatedDevice};
use std::collections::{HashMap, HashSet, VecDeque};

const VECTORS: usize = fixnic_abi::limits::IRQ_VECTORS as usize;
/// From the clock in which a vector is armed that has something to say, and may say it, to its interrupt.
const INTERRUPT_CLOCKS_MAX: u64 = 8;
/// Clocks by which the core's least distance of two interrupts is more than IRQ_MODERATION says.
const MODERATION_CLOCKS_MORE: u64 = 2;
/// Times that CMD_STATUS is read before a command is thought to wait for credit.
const BUSY_READS_MAX: u32 = 64;
/// Comparisons from one with all registers and counters to the next. A read takes the core some clocks, and all of them more than the frames
/// between two comparisons; what was written or counted wrongly still stands there later.
const WHOLE_EVERY: u32 = 8;
/// Registers that say the same on both sides whenever the device is at rest, and that the device writes.
const LIVE: [Register; 4] = [reg::RX_PRODUCER, reg::STATUS, reg::CMD_STATUS, reg::IRQ_ARM];
/// Registers that only the host writes, and those in which a wrong value stays until it is read.
const LASTING: [Register; 17] = [
    reg::RX_DROP_DISABLED,
    reg::RX_DROP_RING,
    reg::CMD_RING,
    reg::RX_ENABLE,
    reg::EPOCH,
    reg::CONTROL,
    reg::IRQ_MODERATION,
    reg::RX_SIZE,
    reg::RX_ENTRY_LO,
    reg::RX_ENTRY_HI,
    reg::RX_BUFFER_LO,
    reg::RX_BUFFER_HI,
    reg::TX_RING_LO,
    reg::TX_RING_HI,
    reg::TX_COMPLETION_LO,
    reg::TX_COMPLETION_HI,
    reg::TX_SIZE,
];

/// The two sides disagree.
#[derive(Debug, Clone)]
pub struct Difference {
    /// Number of the action after which it was seen.
    pub action: usize,
    /// What differs, in words.
    pub text: String,
}

impl Difference {
    /// The words before the first number: what kind of difference it is.
    pub fn kind(&self) -> &str {
        self.text
            .split(|c: char| c.is_ascii_digit() || c == ':')
            .next()
            .unwrap_or_default()
    }
}

/// Runs `actions` from power-up on.
pub fn run<S: Subject>(
    subject: &mut S,
    actions: &[Action],
    fault: Option<Fault>,
) -> Result<Coverage, Difference> {
    let mut runner = Runner::new(subject, fault);
    for (number, action) in actions.iter().enumerate() {
        runner
            .act(action)
            .map_err(|text| Difference { action: number, text })?;
    }
    runner.settle_whole().map_err(|text| Difference {
        action: actions.len(),
        text,
    })?;
    let golden = &mut runner.golden;
    let counters = std::array::from_fn(|index| counter(golden, index));
    runner.coverage.set_counters(counters);
    Ok(runner.coverage)
}

/// Runs `actions` on the Verilated core, whose surroundings have this seed, and on the golden model.
///
/// # Panics
/// At a difference.
pub fn compare(seed: u64, actions: &[Action]) -> Coverage {
    run(&mut VerilatedDevice::new(seed, Stalls::NONE), actions, None).unwrap_or_else(|difference| {
        panic!(
            "seed {seed}, after action {}: {}",
            difference.action, difference.text
        )
    })
}

struct Pending {
    bytes: Vec<u8>,
    fcs_good: bool,
    ts_ns: u64,
}

/// One ring as the host sees it.
#[derive(Debug, Clone, Copy, Default)]
struct Ring {
    /// Logarithm of the entries, if it is on.
    entry_log2: Option<u32>,
    /// Entries that were read, and credit that was returned.
    read: u16,
    consumed: (u16, u16),
    /// A write error has stopped it: how much was written before is a matter of timing.
    stopped: bool,
}

/// What is known of one interrupt vector.
#[derive(Debug, Clone, Copy, Default)]
struct Vector {
    /// IRQ_MODERATION, in clocks.
    moderation: u32,
    /// The device's clock of its last interrupt.
    fired_at: Option<u64>,
    /// What IRQ_MODERATION was then: so many clocks lie between that interrupt and the next.
    closed_for: u32,
    /// It was armed when it had something to say: the clock in which that must have been said.
    due_by: Option<u64>,
}

struct Runner<'a, S> {
    subject: &'a mut S,
    golden: GoldenDevice,
    subject_memory: HostMemory,
    golden_memory: HostMemory,
    layout: Layout,
    frames: VecDeque<Pending>,
    commands: VecDeque<CommandArguments>,
    /// The golden model has a command that waits for credit: its FENCE is still to come on both sides.
    fence_owed: bool,
    stalls: Stalls,
    rings: [Ring; RINGS],
    /// The rings that a session has been armed to since reset, one bit each, and ring 0.
    session_rings: HashMap<u32, u32>,
    /// Write errors that the device counted beyond the golden model, which stops at the first one.
    write_errors_more: u64,
    tx_producer: u16,
    tx_outstanding: usize,
    coverage: Coverage,
    vectors: [Vector; VECTORS],
    /// The golden model's time, which only interrupts ask for.
    golden_ns: u64,
    /// Comparisons since the last one with all registers and counters.
    since_whole: u32,
    /// The frames since the last comparison, with their rings and the golden producer count after each.
    origins: Vec<(usize, u16, Vec<u8>)>,
}

impl<'a, S: Subject> Runner<'a, S> {
    fn new(subject: &'a mut S, fault: Option<Fault>) -> Self {
        let memory = || {
            DmaArena::new(MEMORY_BYTES)
                .expect("host memory for an episode")
                .host_memory()
        };
        let (subject_memory, golden_memory) = (memory(), memory());
        let mut golden = GoldenDevice::new();
        golden.golden().set_fault(fault);
        golden
            .map_dma(&golden_memory)
            .expect("the golden model has no memory yet");
        subject
            .map_dma(&subject_memory)
            .expect("the device has no memory yet");
        let mut runner = Self {
            subject,
            golden,
            subject_memory,
            golden_memory,
            layout: Layout::SMALL,
            frames: VecDeque::new(),
            commands: VecDeque::new(),
            fence_owed: false,
            stalls: Stalls::NONE,
            rings: [Ring::default(); RINGS],
            session_rings: HashMap::new(),
            write_errors_more: 0,
            tx_producer: 0,
            tx_outstanding: 0,
            coverage: Coverage::default(),
            vectors: [Vector::default(); VECTORS],
            golden_ns: 0,
            since_whole: 0,
            origins: Vec::new(),
        };
        runner.set_tx_ring();
        runner
    }

    fn act(&mut self, action: &Action) -> Result<(), String> {
        match action {
            Action::Frame { bytes, fcs_good } => {
                self.subject.inject(bytes, *fcs_good);
                self.frames.push_back(Pending {
                    bytes: bytes.clone(),
                    fcs_good: *fcs_good,
                    ts_ns: 0,
                });
                return Ok(());
            }
            Action::Command(arguments, clocks) => {
                self.subject.begin_all(*clocks)?;
                self.wait_for_mailbox()?;
                // Without a FENCE nobody could tell between which frames it was applied.
                let alone = self.may_have_no_fence(arguments);
                if alone {
                    self.settle()?;
                }
                arguments.write(self.subject);
                self.commands.push_back(*arguments);
                if alone {
                    self.settle()?;
                }
                return Ok(());
            }
            Action::Transmit(frames) => return self.transmit(frames),
            Action::Stalls(stalls) => {
                self.settle()?;
                self.stalls = *stalls;
                self.subject.set_stalls(*stalls);
                return Ok(());
            }
            // What these write or clear would hide what was wrong before.
            Action::Reset
            | Action::Memory(_)
            | Action::LargeMemory(_)
            | Action::Control(_)
            | Action::Write(..)
            | Action::Ring(..)
            | Action::RingWithoutBuffer(..)
            | Action::Moderate(..) => self.settle_whole()?,
            _ => self.settle()?,
        }
        match action {
            Action::Credit => self.credit_all(),
            Action::PartialCredit(ring, entries, granules) => self.credit(*ring, *entries, *granules),
            Action::WrongDoorbell(ring, entries, granules) => {
                let (produced, filled) = self.produced(*ring);
                self.write_doorbell(
                    *ring,
                    produced.wrapping_add(*entries),
                    filled.wrapping_add(*granules),
                );
            }
            Action::WrongTxDoorbell(more) => {
                let wrong = self.tx_producer.wrapping_add((1 << TX_LOG2) + more);
                self.write_both(&reg::TX_DOORBELL, wrong.into());
            }
            Action::Control(value) => {
                self.write_both(&reg::CONTROL, *value);
                if field::CONTROL::tx_enable.get(*value) == 0 {
                    self.tx_producer = 0;
                }
            }
            Action::Ring(ring, entry_log2, buffer_log2) => {
                self.set_ring(*ring, *entry_log2, *buffer_log2, self.layout.buffer(*ring));
            }
            Action::RingWithoutBuffer(ring, entry_log2, buffer_log2) => {
                self.set_ring(*ring, *entry_log2, *buffer_log2, OUTSIDE);
            }
            Action::Write(offset, value) => {
                self.subject.write32(*offset, *value);
                self.golden.write32(*offset, *value);
            }
            Action::RingOff(ring) => self.ring_off(*ring),
            Action::Reset => self.reset()?,
            Action::Memory(iova) => self.other_memory(*iova, Layout::SMALL)?,
            Action::LargeMemory(iova) => self.other_memory(*iova, Layout::LARGE)?,
            Action::Time(now_ns) => self.subject.advance(*now_ns),
            Action::ArmInterrupts(vectors) => self.arm_interrupts(*vectors),
            Action::ArmInterruptsAndCredit(vectors) => {
                // What is pending is said with the first, and is to be said again with the second.
                self.arm_interrupts(u32::MAX >> (32 - VECTORS));
                self.subject.pass(INTERRUPT_CLOCKS_MAX as u32);
                self.take_pulses()?;
                self.arm_interrupts(*vectors);
                self.credit_all();
            }
            Action::Moderate(vector, clocks) => {
                self.pass_moderation();
                self.take_pulses()?;
                self.vectors[*vector].moderation = *clocks;
                let offset = reg::IRQ_MODERATION.at(*vector as u32);
                self.subject.write32(offset, *clocks);
                self.golden.write32(offset, *clocks);
            }
            _ => return Ok(()),
        }
        // What the write itself sets off, a waiting command or an interrupt, belongs to the next comparison.
        Ok(())
    }

    fn settle_whole(&mut self) -> Result<(), String> {
        self.since_whole = WHOLE_EVERY;
        self.settle()
    }

    fn reset(&mut self) -> Result<(), String> {
        self.write_both(&reg::CONTROL, field::CONTROL::reset.put(1));
        self.rings = [Ring::default(); RINGS];
        self.write_errors_more = 0;
        self.vectors = [Vector::default(); VECTORS];
        self.fence_owed = false;
        self.tx_producer = 0;
        self.settle()?;
        self.set_tx_ring();
        Ok(())
    }

    fn other_memory(&mut self, iova: u64, layout: Layout) -> Result<(), String> {
        self.reset()?;
        self.layout = layout;
        let memory = || {
            DmaArena::at(iova, layout.memory_bytes)
                .expect("host memory for an episode")
                .host_memory()
        };
        let before = self.golden_memory.iova();
        (self.subject_memory, self.golden_memory) = (memory(), memory());
        self.subject.unmap_dma(before);
        self.golden.unmap_dma(before);
        self.subject
            .map_dma(&self.subject_memory)
            .expect("the device's memory was taken away");
        self.golden
            .map_dma(&self.golden_memory)
            .expect("the golden model's memory was taken away");
        self.set_tx_ring();
        Ok(())
    }

    /// Whether one of the rings that the command's FENCE may go to is off.
    fn may_have_no_fence(&mut self, arguments: &CommandArguments) -> bool {
        let rings = self.session_rings.entry(arguments.session).or_insert(1);
        if arguments.op == CommandOp::Arm as u32 && arguments.ring < RINGS as u32 {
            *rings |= 1 << arguments.ring;
        }
        (0..RINGS).any(|ring| *rings >> ring & 1 == 1 && self.rings[ring].entry_log2.is_none())
    }

    fn write_both(&mut self, register: &Register, value: u32) {
        self.subject.write32(register.at(0), value);
        self.golden.write32(register.at(0), value);
    }

    fn arm_interrupts(&mut self, vectors: u32) {
        self.write_both(&reg::IRQ_ARM, vectors);
        let Some(now) = self.subject.clock() else {
            return;
        };
        for ring in (0..RINGS).filter(|ring| vectors >> ring & 1 == 1) {
            let produced = self.produced(ring).0;
            if self.rings[ring].entry_log2.is_some() && produced != self.rings[ring].consumed.0 {
                let vector = &mut self.vectors[ring];
                let opens_at = vector
                    .fired_at
                    .map_or(0, |clock| clock + u64::from(vector.closed_for));
                vector
                    .due_by
                    .get_or_insert(now.max(opens_at) + INTERRUPT_CLOCKS_MAX);
            }
        }
    }

    /// Lets the longest moderation pass on both sides.
    fn pass_moderation(&mut self) {
        let clocks = self.vectors.iter().map(|vector| vector.moderation).max();
        let clocks = clocks.unwrap_or(0) + INTERRUPT_CLOCKS_MAX as u32;
        self.subject.pass(clocks);
        self.golden_ns += u64::from(clocks) * 7;
        self.golden.advance(self.golden_ns);
    }

    /// If an armed vector may wait for its moderation, so that the two sides might be compared in between, that passes first. Others
    /// keep the little time between two actions, so that they are armed anew before it has passed.
    fn pass_armed(&mut self) {
        let armed = self.subject.read32(reg::IRQ_ARM.offset) | self.golden.read32(reg::IRQ_ARM.offset);
        let waits = |(at, vector): (usize, &Vector)| armed >> at & 1 == 1 && vector.moderation > 0;
        if self.vectors.iter().enumerate().any(waits) {
            self.pass_moderation();
        }
    }

    /// No interrupt came sooner than its moderation allows, and none that was due came late, or not at all.
    fn check_pulses(&mut self) -> Result<(), String> {
        self.take_pulses()?;
        match self.vectors.iter().position(|vector| vector.due_by.is_some()) {
            Some(number) => Err(format!("interrupt of vector {number} is due and did not come")),
            None => Ok(()),
        }
    }

    fn take_pulses(&mut self) -> Result<(), String> {
        while let Some((clock, fired)) = self.subject.take_pulse() {
            for (number, vector) in self.vectors.iter_mut().enumerate() {
                if fired >> number & 1 == 0 {
                    continue;
                }
                let due_by = vector.due_by.take();
                let since = vector.fired_at.replace(clock).map(|before| clock - before);
                let moderation = u64::from(std::mem::replace(&mut vector.closed_for, vector.moderation));
                if since.is_some_and(|since| since < moderation) {
                    return Err(format!(
                        "interrupt of vector {number} after {since:?} clocks, moderation {moderation}"
                    ));
                }
                if due_by.is_some_and(|due_by| clock > due_by) {
                    return Err(format!(
                        "interrupt of vector {number} in clock {clock}, due by {due_by:?}"
                    ));
                }
                let waited =
                    moderation > 0 && since.is_some_and(|since| since <= moderation + MODERATION_CLOCKS_MORE);
                self.coverage.interrupt(due_by.is_some(), waited);
            }
        }
        Ok(())
    }

    fn write_pair(&mut self, low: &Register, value: u64) {
        for (offset, half) in [(0, value as u32), (4, (value >> 32) as u32)] {
            self.subject.write32(low.at(0) + offset, half);
            self.golden.write32(low.at(0) + offset, half);
        }
    }

    fn write_ring(&mut self, register: &Register, ring: usize, value: u32) {
        self.subject.write32(register.at(ring as u32), value);
        self.golden.write32(register.at(ring as u32), value);
    }

    fn ring_off(&mut self, ring: usize) {
        self.write_ring(&reg::RX_ENABLE, ring, 0);
        self.rings[ring].entry_log2 = None;
        // If its FENCE was for this ring, it was applied without.
        self.fence_owed = field::CMD_STATUS::busy.get(self.golden.read32(reg::CMD_STATUS.offset)) == 1;
    }

    fn produced(&mut self, ring: usize) -> (u16, u16) {
        let producer = self.golden.read32(reg::RX_PRODUCER.at(ring as u32));
        let entries = field::RX_PRODUCER::entries.get(producer);
        let granules = field::RX_PRODUCER::granules.get(producer);
        (entries as u16, granules as u16)
    }

    fn credit_all(&mut self) {
        for ring in 0..RINGS {
            self.credit(ring, 0, 0);
        }
    }

    fn credit(&mut self, ring: usize, entries_kept: u16, granules_kept: u16) {
        let (entries, granules) = self.produced(ring);
        let back = |produced: u16, consumed: u16, kept: u16| {
            produced.wrapping_sub(kept.min(produced.wrapping_sub(consumed)))
        };
        let consumed = (
            back(entries, self.rings[ring].consumed.0, entries_kept),
            back(granules, self.rings[ring].consumed.1, granules_kept),
        );
        self.rings[ring].consumed = consumed;
        self.write_doorbell(ring, consumed.0, consumed.1);
    }

    fn write_doorbell(&mut self, ring: usize, entries: u16, granules: u16) {
        let value = field::RX_DOORBELL::entries.put(entries.into())
            | field::RX_DOORBELL::granules.put(granules.into());
        self.write_ring(&reg::RX_DOORBELL, ring, value);
    }

    fn set_ring(&mut self, ring: usize, entry_log2: u32, buffer_log2: u32, buffer: u64) {
        let base = self.golden_memory.iova();
        self.ring_off(ring);
        if self.rings[ring].stopped {
            self.adopt_memory(ring);
        }
        for (register, value) in [
            (&reg::RX_ENTRY_LO, base + self.layout.entries(ring)),
            (&reg::RX_ENTRY_HI, (base + self.layout.entries(ring)) >> 32),
            (&reg::RX_BUFFER_LO, base + buffer),
            (&reg::RX_BUFFER_HI, (base + buffer) >> 32),
        ] {
            self.write_ring(register, ring, value as u32);
        }
        let size = field::RX_SIZE::entry_log2.put(entry_log2) | field::RX_SIZE::buffer_log2.put(buffer_log2);
        self.write_ring(&reg::RX_SIZE, ring, size);
        self.write_ring(&reg::RX_ENABLE, ring, 1);
        if self.golden.read32(reg::RX_ENABLE.at(ring as u32)) == 1 {
            self.rings[ring] = Ring {
                entry_log2: Some(entry_log2),
                ..Ring::default()
            };
        }
    }

    /// What the device wrote to a ring before it stopped stands from now on on both sides.
    fn adopt_memory(&mut self, ring: usize) {
        let mut bytes = vec![0; self.layout.ring_bytes as usize];
        let base = self.golden_memory.iova() + self.layout.entries(ring);
        self.subject_memory
            .read(base, &mut bytes)
            .expect("within host memory");
        self.golden_memory
            .write(base, &bytes)
            .expect("within host memory");
    }

    fn set_tx_ring(&mut self) {
        let base = self.golden_memory.iova();
        self.write_pair(&reg::TX_RING_LO, base + TX_RING);
        self.write_pair(&reg::TX_COMPLETION_LO, base + TX_COMPLETION);
        self.write_both(&reg::TX_SIZE, TX_LOG2);
    }

    /// Waits until the last command was applied. When it waits for room in the ring, credit is returned.
    fn wait_for_mailbox(&mut self) -> Result<(), String> {
        for _ in 0..2 {
            for _ in 0..BUSY_READS_MAX {
                if field::CMD_STATUS::busy.get(self.subject.read32(reg::CMD_STATUS.offset)) == 0 {
                    return Ok(());
                }
            }
            self.settle()?;
            self.credit_all();
        }
        Err("the mailbox stays busy with room in the ring".into())
    }

    fn transmit(&mut self, frames: &[TxFrame]) -> Result<(), String> {
        let slots = 1 << TX_LOG2;
        if self.tx_outstanding + frames.len() > slots {
            self.settle()?;
        }
        self.tx_outstanding += frames.len();
        let base = self.golden_memory.iova();
        for frame in frames {
            let slot = u64::from(self.tx_producer) % slots as u64;
            let descriptor = TxDescriptor {
                address: base + frame.offset,
                length: frame.length,
                ..TxDescriptor::default()
            };
            for memory in [&self.subject_memory, &self.golden_memory] {
                // Addresses outside the memory are part of the test.
                let _ = memory.write(base + frame.offset, &frame.bytes);
                memory
                    .write(base + TX_RING + slot * 32, bytemuck::bytes_of(&descriptor))
                    .expect("the TX ring lies in host memory");
            }
            self.tx_producer = self.tx_producer.wrapping_add(1);
        }
        self.write_both(&reg::TX_DOORBELL, self.tx_producer.into());
        Ok(())
    }

    /// Lets the device come to rest, lets the golden model do the same, and compares.
    fn settle(&mut self) -> Result<(), String> {
        self.subject.settle()?;
        self.tx_outstanding = 0;
        let stopped = field::STATUS::ring_stopped.get(self.subject.read32(reg::STATUS.offset));
        let stops: [bool; RINGS] =
            std::array::from_fn(|ring| stopped >> ring & 1 == 1 && self.rings[ring].entry_log2.is_some());
        for frame in &mut self.frames {
            frame.ts_ns = self
                .subject
                .take_start_ns()
                .ok_or("a frame never began on the wire")?;
        }
        self.replay(stops)?;
        self.pass_armed();
        if self.subject.clock().is_some() {
            self.check_pulses()?;
        }
        self.compare(stops)?;
        self.origins.clear();
        Ok(())
    }

    /// Gives the golden model what the device was given, in the order that the device's ring shows.
    fn replay(&mut self, stops: [bool; RINGS]) -> Result<(), String> {
        let mut delivered = HashSet::new();
        let mut fences = Vec::new();
        for ring in 0..RINGS {
            if self.rings[ring].entry_log2.is_none() {
                continue;
            }
            let mut index = self.rings[ring].read;
            let producer = self.subject.read32(reg::RX_PRODUCER.at(ring as u32));
            let produced = field::RX_PRODUCER::entries.get(producer) as u16;
            while index != produced {
                let entry = self.entry(&self.subject_memory, ring, index);
                index = index.wrapping_add(1);
                match EntryKind::from_bits(entry[0]) {
                    Some(EntryKind::Frame) => {
                        delivered.insert(bytemuck::cast::<_, FrameEntry>(entry).ts_ns);
                    }
                    Some(EntryKind::Fence) => fences.push(bytemuck::cast::<_, FenceEntry>(entry).ts_ns),
                    _ => {}
                }
            }
        }
        // One command after the other: their fences' times are in their order, whatever the rings.
        fences.sort_unstable();
        let mut fences = VecDeque::from(fences);
        if self.fence_owed && !fences.is_empty() {
            fences.pop_front();
        }
        while let Some(frame) = self.frames.pop_front() {
            while fences.front().is_some_and(|ts_ns| *ts_ns < frame.ts_ns) {
                fences.pop_front();
                self.apply_command();
            }
            let ring = self.golden.golden().steered_to(&frame.bytes);
            if delivered.contains(&frame.ts_ns) || stops[ring] {
                self.golden
                    .golden()
                    .receive(&frame.bytes, !frame.fcs_good, frame.ts_ns);
                let produced = self.produced(ring).0;
                self.origins.push((ring, produced, frame.bytes));
            } else {
                self.drop_frame(frame)?;
            }
        }
        while !self.commands.is_empty() {
            self.apply_command();
        }
        self.fence_owed = field::CMD_STATUS::busy.get(self.golden.read32(reg::CMD_STATUS.offset)) == 1;
        Ok(())
    }

    /// A frame without FRAME entry: the golden model drops it too, or the FIFO refused it.
    fn drop_frame(&mut self, frame: Pending) -> Result<(), String> {
        let golden = self.golden.golden();
        if golden.admission(&frame.bytes) != Outcome::Delivered {
            golden.receive(&frame.bytes, !frame.fcs_good, frame.ts_ns);
            return Ok(());
        }
        golden.refuse();
        let may_overflow = self.stalls.write_pause > 0 || self.stalls.rx_gap == FrameGap::BackToBack;
        if may_overflow {
            return Ok(());
        }
        let bytes = decode::hex(&frame.bytes[..frame.bytes.len().min(64)]);
        Err(format!(
            "a frame of {} bytes was not delivered, without a reason: {bytes}",
            frame.bytes.len()
        ))
    }

    fn apply_command(&mut self) {
        if let Some(arguments) = self.commands.pop_front() {
            arguments.write(&mut self.golden);
        }
    }

    fn entry(&self, memory: &HostMemory, ring: usize, index: u16) -> [u8; 32] {
        let mut bytes = [0; 32];
        let slot = u64::from(index) % (1 << self.rings[ring].entry_log2.unwrap_or(0));
        memory
            .read(memory.iova() + self.layout.entries(ring) + slot * 32, &mut bytes)
            .expect("the ring lies in host memory");
        bytes
    }

    fn compare(&mut self, stops: [bool; RINGS]) -> Result<(), String> {
        for ring in (0..RINGS).filter(|ring| !stops[*ring]) {
            self.compare_entries(ring)?;
        }
        let fired: [bool; VECTORS] = std::array::from_fn(|vector| self.subject.take_interrupt(vector as u32));
        for ring in (0..RINGS).filter(|ring| stops[*ring]) {
            self.rings[ring].stopped = true;
            self.rings[ring].entry_log2 = None;
            // Entries written before the stop may have fired it.
            if fired[ring] {
                self.golden.golden().raise_ring(ring as u32);
            }
        }
        self.since_whole += 1;
        let whole = self.since_whole >= WHOLE_EVERY || stops.contains(&true);
        let lasting: &[Register] = if whole { &LASTING } else { &[] };
        for (register, index) in LIVE
            .iter()
            .chain(lasting)
            .flat_map(|register| (0..register.count).map(move |index| (register, index)))
        {
            let expected = self.golden.read32(register.at(index));
            let found = self.subject.read32(register.at(index));
            if expected != found {
                return Err(format!(
                    "{}[{index}]: golden {expected:#x}, found {found:#x}",
                    register.name
                ));
            }
        }
        self.compare_memory()?;
        if whole {
            self.since_whole = 0;
            self.compare_counters(stops.contains(&true))?;
        }
        for (vector, found) in fired.into_iter().enumerate() {
            let expected = self.golden.take_interrupt(vector as u32);
            if expected != found {
                return Err(format!("interrupt {vector}: golden {expected}, found {found}"));
            }
        }
        loop {
            let expected = self.golden.golden().take_transmitted();
            let found = self.subject.take_transmitted();
            if expected != found {
                let show = |frame: Option<Vec<u8>>| frame.map_or("none".into(), |frame| decode::hex(&frame));
                return Err(format!(
                    "transmitted:\n golden {}\n found  {}",
                    show(expected),
                    show(found)
                ));
            }
            if expected.is_none() {
                return Ok(());
            }
        }
    }

    /// Entry by entry first, so that a difference can be told with its frame.
    fn compare_entries(&mut self, ring: usize) -> Result<(), String> {
        if self.rings[ring].entry_log2.is_none() {
            return Ok(());
        }
        let expected_end = self.produced(ring).0;
        let producer = self.subject.read32(reg::RX_PRODUCER.at(ring as u32));
        let found_end = field::RX_PRODUCER::entries.get(producer) as u16;
        let mut before = Vec::new();
        loop {
            let read = self.rings[ring].read;
            if read == expected_end && read == found_end {
                return Ok(());
            }
            let expected = self.entry(&self.golden_memory, ring, read);
            let found = self.entry(&self.subject_memory, ring, read);
            let missing = [(expected_end, "the golden model"), (found_end, "the device")]
                .iter()
                .find(|(end, _)| *end == read)
                .map(|(_, side)| *side);
            if let Some(side) = missing {
                let other = if read == expected_end { found } else { expected };
                let frame = self.frame_of(ring, read);
                let other = decode::one_line(&other);
                return Err(format!(
                    "{side} has no entry {read} in ring {ring}, the other side: {other}\n{frame}{}",
                    before.join("")
                ));
            }
            if expected != found {
                let fields = decode::side_by_side(&expected, &found);
                let frame = self.frame_of(ring, read);
                return Err(format!(
                    "entry {read} of ring {ring}:\n{fields}{frame}{}",
                    before.join("")
                ));
            }
            self.coverage.entry(&expected);
            before.push(format!("  before: {}\n", decode::one_line(&expected)));
            if before.len() > 4 {
                before.remove(0);
            }
            self.rings[ring].read = read.wrapping_add(1);
        }
    }

    /// The frame that an entry belongs to, in words.
    fn frame_of(&self, ring: usize, entry: u16) -> String {
        let frame = self
            .origins
            .iter()
            .find(|(of, end, _)| *of == ring && end.wrapping_sub(entry) as i16 > 0);
        frame.map_or(String::new(), |(_, _, bytes)| {
            format!(
                "  frame of {} bytes: {}\n  as text: {}\n",
                bytes.len(),
                decode::hex(bytes),
                decode::readable(bytes)
            )
        })
    }

    fn compare_memory(&self) -> Result<(), String> {
        const CHUNK: usize = 4096;
        let (mut expected, mut found) = ([0; CHUNK], [0; CHUNK]);
        let base = self.golden_memory.iova();
        for offset in (0..self.layout.memory_bytes as u64).step_by(CHUNK) {
            self.golden_memory
                .read(base + offset, &mut expected)
                .expect("within host memory");
            self.subject_memory
                .read(base + offset, &mut found)
                .expect("within host memory");
            let ring = self.layout.ring_at(offset);
            if expected == found || ring.is_some_and(|ring| self.rings[ring].stopped) {
                continue;
            }
            if let Some(at) = (0..CHUNK).find(|at| expected[*at] != found[*at]) {
                let from = at & !31;
                let (expected, found) = (&expected[from..from + 32], &found[from..from + 32]);
                let at = offset + at as u64;
                let place = ring.map_or(String::new(), |ring| {
                    match at.checked_sub(self.layout.buffer(ring)) {
                        Some(at) => format!("ring {ring} granule slot {} byte {}", at / 64, at % 64),
                        None => {
                            let entry = at.saturating_sub(self.layout.entries(ring)) / 32;
                            format!("ring {ring} entry slot {entry}")
                        }
                    }
                });
                let (expected, found) = (decode::hex(expected), decode::hex(found));
                return Err(format!(
                    "host memory at {at:#x} {place}:\n golden {expected}\n found  {found}"
                ));
            }
        }
        Ok(())
    }

    fn compare_counters(&mut self, a_ring_stopped: bool) -> Result<(), String> {
        self.write_both(&reg::STAT_LATCH, 1);
        for (index, info) in Counter::ALL.iter().enumerate() {
            let mut expected = counter(&mut self.golden, index);
            let found = counter(self.subject, index);
            if index == Counter::AxiWriteError as usize {
                if a_ring_stopped {
                    self.write_errors_more = found.saturating_sub(expected);
                }
                expected += self.write_errors_more;
            }
            if expected != found {
                return Err(format!("counter {}: golden {expected}, found {found}", info.name));
            }
        }
        Ok(())
    }
}

fn counter(device: &mut impl Device, index: usize) -> u64 {
    let low = device.read32(reg::STAT_LO.at(index as u32));
    let high = device.read32(reg::STAT_HI.at(index as u32));
    u64::from(high) << 32 | u64::from(low)
}
