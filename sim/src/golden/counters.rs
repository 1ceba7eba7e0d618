//! Statistics.
use fixnic_abi::counter::Counter;
use fixnic_abi::{FrameClass, Verdict};

const COUNTERS: usize = Counter::VALUES.len();

/// The counters and their last snapshot.
#[derive(Debug)]
pub struct Counters {
    now: [u64; COUNTERS],
    latched: [u64; COUNTERS],
}

impl Default for Counters {
    fn default() -> Self {
        Self {
            now: [0; COUNTERS],
            latched: [0; COUNTERS],
        }
    }
}

impl Counters {
    /// Adds to a counter.
    pub fn add(&mut self, counter: Counter, amount: u64) {
        self.now[counter as usize] += amount;
    }

    /// Adds one if `condition` holds.
    pub fn count_if(&mut self, condition: bool, counter: Counter) {
        self.add(counter, u64::from(condition));
    }

    /// A counter as it stands.
    pub fn get(&self, counter: Counter) -> u64 {
        self.now[counter as usize]
    }

    /// Latches all counters as one snapshot.
    pub fn latch(&mut self) {
        self.latched = self.now;
    }

    /// A latched counter by number; `None` beyond the last.
    pub fn latched(&self, index: usize) -> Option<u64> {
        self.latched.get(index).copied()
    }
}

/// The counter of a class.
pub fn of_class(class: FrameClass) -> Counter {
    match class {
        FrameClass::Other => Counter::ClassOther,
        FrameClass::BadLength => Counter::ClassBadLength,
        FrameClass::IpOptions => Counter::ClassIpOptions,
        FrameClass::Fragment => Counter::ClassFragment,
        FrameClass::Unknown => Counter::ClassUnknown,
        FrameClass::NotTracked => Counter::ClassNotTracked,
        FrameClass::Control => Counter::ClassControl,
        FrameClass::Empty => Counter::ClassEmpty,
        FrameClass::InOrder => Counter::ClassInOrder,
        FrameClass::Ahead => Counter::ClassAhead,
        FrameClass::Old => Counter::ClassOld,
        FrameClass::Overlap => Counter::ClassOverlap,
    }
}

/// The counter of a verdict.
pub fn of_verdict(verdict: Verdict) -> Counter {
    match verdict {
        Verdict::InSequence => Counter::VerdictInSequence,
        Verdict::Gap => Counter::VerdictGap,
        Verdict::PossDupLow => Counter::VerdictPossDupLow,
        Verdict::TooLow => Counter::VerdictTooLow,
        Verdict::Malformed => Counter::VerdictMalformed,
        Verdict::Ambiguous => Counter::VerdictAmbiguous,
        Verdict::Untracked => Counter::VerdictUntracked,
    }
}
