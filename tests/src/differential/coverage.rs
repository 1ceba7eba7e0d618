//! What an episode was made of.
use fixnic_abi::counter::Counter;
use fixnic_abi::{CommandOp, CommandResult, EntryKind, FenceEntry, FrameEntry, SessionState};
use std::collections::BTreeMap;

const COUNTERS: usize = Counter::VALUES.len();

/// An interrupt that had something to say when it was armed.
pub const DUE_WHEN_ARMED: &str = "interrupt due when armed";
/// An interrupt that came as soon as its moderation allowed.
pub const MODERATED: &str = "interrupt moderated";

/// The golden model's counters at an episode's end, and what its entries said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    counters: [u64; COUNTERS],
    said: BTreeMap<String, u64>,
}

impl Default for Coverage {
    fn default() -> Self {
        Self {
            counters: [0; COUNTERS],
            said: BTreeMap::new(),
        }
    }
}

impl Coverage {
    pub(super) fn set_counters(&mut self, counters: [u64; COUNTERS]) {
        self.counters = counters;
    }

    /// Takes note of an entry on which both sides agree.
    pub(super) fn entry(&mut self, bytes: &[u8; 32]) {
        let state = |number| SessionState::from_bits(number).map_or("?", SessionState::name);
        let said = match EntryKind::from_bits(bytes[0]) {
            Some(EntryKind::Frame) => {
                let frame: FrameEntry = bytemuck::pod_read_unaligned(bytes);
                format!("FRAME {}", state(frame.session_state))
            }
            Some(EntryKind::Fence) => {
                let fence: FenceEntry = bytemuck::pod_read_unaligned(bytes);
                let op = CommandOp::from_bits(fence.op).map_or("?", CommandOp::name);
                let result = CommandResult::from_bits(fence.result).map_or("?", CommandResult::name);
                format!("{op} {result} {}", state(fence.session_state))
            }
            _ => return,
        };
        *self.said.entry(said).or_default() += 1;
    }

    /// Takes note of an interrupt: it had something to say when it was armed, and it came as soon as its moderation allowed.
    pub(super) fn interrupt(&mut self, was_due: bool, waited: bool) {
        for (what, holds) in [(DUE_WHEN_ARMED, was_due), (MODERATED, waited)] {
            *self.said.entry(what.to_owned()).or_default() += u64::from(holds);
        }
    }

    /// A counter.
    pub fn counter(&self, counter: Counter) -> u64 {
        self.counters[counter as usize]
    }

    /// How often entries said this: `FRAME` with the state after it, or a command with its result and the state after it.
    pub fn said(&self, what: &str) -> u64 {
        self.said.get(what).copied().unwrap_or(0)
    }

    /// Adds another episode's.
    pub fn add(&mut self, other: &Self) {
        self.counters
            .iter_mut()
            .zip(other.counters)
            .for_each(|(sum, seen)| *sum += seen);
        for (what, count) in &other.said {
            *self.said.entry(what.clone()).or_default() += count;
        }
    }

    /// Prints all of it, one count a line.
    pub fn print(&self) {
        for (info, count) in Counter::ALL.iter().zip(self.counters) {
            println!("  {:<32} {count}", info.name);
        }
        for (what, count) in &self.said {
            println!("  {what:<32} {count}");
        }
    }

    /// Those of the counters, and of `wanted`, that are 0.
    pub fn unseen<'a>(&self, wanted: &[&'a str]) -> Vec<&'a str> {
        let counters = Counter::ALL
            .iter()
            .zip(self.counters)
            .filter(|(_, count)| *count == 0)
            .map(|(info, _)| info.name);
        let said = wanted.iter().copied().filter(|what| self.said(what) == 0);
        counters.chain(said).collect()
    }
}
