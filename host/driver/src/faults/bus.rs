//! Writes on their way from a device to memory.
use super::FaultPlan;
use crate::error::DmaError;
use crate::memory::HostMemory;
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;

/// Most parts that arrive in one step.
const PARTS_PER_STEP: u64 = 8;
/// Writes under way beyond which the device has to wait, as it would for flow-control credit: the oldest arrive at once.
const POSTED_MAX: usize = 256;
/// A write of memory is never torn within this.
const DWORD: usize = 4;

/// The bus between a device and host memory. Clones are the same bus.
///
/// What it keeps (PCI Express base specification, 2.4.1, table of ordering rules): posted writes stay in order; a read of the device's pushes
/// the writes before it. What it need not keep: a write with the relaxed ordering attribute may pass those before it, which a
/// DMA engine can give to frame bytes and never to entries or completions; and a write may become visible in parts. The parts of
/// a ring entry come in any order but for its last byte, on which the contract rests.
#[derive(Debug, Clone)]
pub struct Bus {
    shared: Rc<RefCell<Shared>>,
}

#[derive(Debug)]
struct Shared {
    memory: Option<HostMemory>,
    queue: VecDeque<Posted>,
    random: Random,
    delays: bool,
    reorders: bool,
    tears: bool,
    /// The RX buffer: what is written there are frame bytes.
    buffer_iova: u64,
    buffer_log2: u32,
    /// The device is cut off.
    cut: bool,
    posted: u64,
    delayed: u64,
    torn: u64,
    overtaken: u64,
}

/// One write.
#[derive(Debug)]
struct Posted {
    /// Writes posted before it.
    number: u64,
    iova: u64,
    data: Vec<u8>,
    /// What is still under way of it, the next to arrive last.
    parts: Vec<Range<usize>>,
    relaxed: bool,
    is_begun: bool,
}

impl Bus {
    pub fn new(plan: &FaultPlan) -> Self {
        Self {
            shared: Rc::new(RefCell::new(Shared {
                memory: None,
                queue: VecDeque::new(),
                // Not the stream that the registers draw from.
                random: Random::new(!plan.seed),
                delays: plan.delays,
                reorders: plan.reorders,
                tears: plan.tears,
                buffer_iova: 0,
                buffer_log2: 0,
                cut: false,
                posted: 0,
                delayed: 0,
                torn: 0,
                overtaken: 0,
            })),
        }
    }

    pub fn map(&self, memory: Option<HostMemory>) {
        let mut shared = self.shared.borrow_mut();
        shared.queue.clear();
        shared.memory = memory;
    }

    pub fn set_buffer_low(&self, value: u32) {
        let mut shared = self.shared.borrow_mut();
        shared.buffer_iova = shared.buffer_iova & !u64::from(u32::MAX) | u64::from(value);
    }

    pub fn set_buffer_high(&self, value: u32) {
        let mut shared = self.shared.borrow_mut();
        shared.buffer_iova = shared.buffer_iova & u64::from(u32::MAX) | u64::from(value) << 32;
    }

    pub fn set_buffer_size(&self, log2: u32) {
        self.shared.borrow_mut().buffer_log2 = log2;
    }

    /// Lets something arrive, or nothing.
    pub fn step(&self) {
        self.shared.borrow_mut().step();
    }

    /// Lets everything arrive.
    pub fn flush(&self) {
        self.shared.borrow_mut().flush();
    }

    /// The device is gone: what has not arrived never does.
    pub fn cut(&self) {
        let mut shared = self.shared.borrow_mut();
        shared.cut = true;
        shared.queue.clear();
    }

    /// Writes posted so far.
    pub fn posted(&self) -> u64 {
        self.shared.borrow().posted
    }

    /// Of those, how many have arrived with all before them.
    pub fn arrived(&self) -> u64 {
        let shared = self.shared.borrow();
        shared.queue.front().map_or(shared.posted, |first| first.number)
    }

    /// Writes that waited, that were torn, that overtook.
    pub fn counts(&self) -> (u64, u64, u64) {
        let shared = self.shared.borrow();
        (shared.delayed, shared.torn, shared.overtaken)
    }

    pub fn iova(&self) -> u64 {
        self.shared.borrow().memory.as_ref().map_or(0, HostMemory::iova)
    }

    pub fn len(&self) -> usize {
        self.shared.borrow().memory.as_ref().map_or(0, HostMemory::len)
    }

    pub fn read(&self, iova: u64, out: &mut [u8]) -> Result<(), DmaError> {
        let mut shared = self.shared.borrow_mut();
        shared.flush();
        shared.memory(iova, out.len())?.read(iova, out)
    }

    pub fn write(&self, iova: u64, data: &[u8]) -> Result<(), DmaError> {
        self.shared.borrow_mut().post(iova, data)
    }
}

impl Shared {
    fn memory(&self, iova: u64, bytes: usize) -> Result<&HostMemory, DmaError> {
        self.memory
            .as_ref()
            .filter(|_| !self.cut)
            .ok_or(DmaError::Refused {
                iova,
                bytes,
                reason: "nothing is mapped",
            })
    }

    fn post(&mut self, iova: u64, data: &[u8]) -> Result<(), DmaError> {
        let memory = self.memory(iova, data.len())?;
        // An address that is not mapped is refused now: the device counts it where it writes.
        memory.read(iova, &mut vec![0; data.len()])?;
        let buffer_bytes = (GRANULE_BYTES as u64) << self.buffer_log2;
        let relaxed = iova
            .checked_sub(self.buffer_iova)
            .is_some_and(|at| at < buffer_bytes);
        let parts = self.parts(data.len(), relaxed);
        self.queue.push_back(Posted {
            number: self.posted,
            iova,
            data: data.to_vec(),
            parts,
            relaxed,
            is_begun: false,
        });
        self.posted += 1;
        if !self.delays {
            self.flush();
        } else {
            self.delayed += 1;
            while self.queue.len() > POSTED_MAX {
                self.arrive(0);
            }
        }
        Ok(())
    }

    /// The parts in which a write arrives, the first of them last.
    fn parts(&mut self, bytes: usize, relaxed: bool) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        if !self.tears {
            parts.push(0..bytes);
            return parts;
        }
        let mut at = 0;
        while at < bytes {
            // Frame bytes come in a few parts, entries and completions word by word.
            let words = if relaxed {
                1 + self.random.below(32) as usize
            } else {
                1
            };
            let end = (at + words * DWORD).min(bytes);
            parts.push(at..end);
            at = end;
        }
        if bytes == ENTRY_BYTES && !relaxed {
            // Its last byte apart, to come last.
            parts.pop();
            parts.push(bytes - DWORD..bytes - 1);
            self.random.shuffle(&mut parts);
            parts.insert(0, bytes - 1..bytes);
        } else if relaxed {
            self.random.shuffle(&mut parts);
        } else {
            parts.reverse();
        }
        parts
    }

    fn step(&mut self) {
        if self.reorders && self.random.one_in(4) {
            self.overtake();
        }
        for _ in 0..self.random.below(PARTS_PER_STEP) {
            self.arrive_part(0);
        }
        if let Some(first) = self.queue.front_mut().filter(|first| first.is_begun) {
            first.is_begun = false;
            self.torn += 1;
        }
    }

    fn flush(&mut self) {
        while !self.queue.is_empty() {
            self.arrive(0);
        }
    }

    /// A relaxed write passes those before it, unless it overlaps one of them.
    fn overtake(&mut self) {
        let overlaps = |a: &Posted, b: &Posted| {
            a.iova < b.iova + b.data.len() as u64 && b.iova < a.iova + a.data.len() as u64
        };
        let found = (1..self.queue.len()).find(|at| {
            let late = &self.queue[*at];
            late.relaxed && !self.queue.iter().take(*at).any(|early| overlaps(early, late))
        });
        if let Some(at) = found {
            self.overtaken += 1;
            self.arrive(at);
        }
    }

    fn arrive(&mut self, at: usize) {
        while !self.arrive_part(at) {}
    }

    /// Says whether that was the last part.
    fn arrive_part(&mut self, at: usize) -> bool {
        let Some(posted) = self.queue.get_mut(at) else {
            return true;
        };
        if let (Some(part), Some(memory)) = (posted.parts.pop(), &self.memory) {
            // The range was looked at when it was posted.
            let _ = memory.write(posted.iova + part.start as u64, &posted.data[part]);
        }
        posted.is_begun = true;
        let is_whole = posted.parts.is_empty();
        if is_whole {
            self.queue.remove(at);
        }
        is_whole
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough to choose faults.
#[derive(Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.state;
        value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ value >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ value >> 31
    }

    /// A number below `bound`, which is not 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    pub fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at as u64 + 1) as usize);
        }
    }
}
