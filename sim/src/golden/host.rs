//! The model's port to host memory: what AXI4 is to the core.
use fixnic_driver::HostMemory;
use std::ops::Range;

/// Host memory with a count of what went wrong.
#[derive(Debug, Default)]
pub struct HostPort {
    memory: Option<HostMemory>,
    /// Writes that reached no memory.
    pub write_errors: u64,
    /// The next write that begins in one of these fails.
    fails_within: Vec<Range<u64>>,
    /// How long such a failure is not answered, in calls of [`HostPort::pass`].
    answers_late_by: u32,
    /// A failure that is not answered yet, and for how much longer.
    unanswered: Option<u32>,
}

/// What memory says of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is done.
    Okay,
    /// It is not.
    Error,
    /// Nothing yet, and it will say that it is not.
    ErrorLater,
}

/// A read reached no memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadError;

impl HostPort {
    /// The memory behind the port; `None` answers every access with an error.
    pub fn map(&mut self, memory: Option<HostMemory>) {
        self.memory = memory;
    }

    /// The memory's first address.
    pub fn mapped_at(&self) -> Option<u64> {
        self.memory.as_ref().map(HostMemory::iova)
    }

    /// The next write that begins in this range fails, and changes nothing; that of an earlier call too.
    pub fn fail_write_within(&mut self, range: Range<u64>) {
        self.fails_within.push(range);
    }

    /// Has failures that [`HostPort::fail_write_within`] makes answered so many calls of [`HostPort::pass`] later.
    pub fn answer_errors_late(&mut self, calls: u32) {
        self.answers_late_by = calls;
    }

    /// Time passes. Says whether a failure is answered now; it is counted then.
    pub fn pass(&mut self) -> bool {
        let Some(left) = &mut self.unanswered else {
            return false;
        };
        *left -= 1;
        let is_answered = *left == 0;
        if is_answered {
            self.unanswered = None;
            self.write_errors += 1;
        }
        is_answered
    }

    /// Writes bytes and tells whether memory took them; a failure is counted when it is answered.
    pub fn write(&mut self, address: u64, bytes: &[u8]) -> Written {
        let begins_within = self
            .fails_within
            .iter()
            .position(|range| range.contains(&address));
        let fails = begins_within.map(|at| self.fails_within.swap_remove(at));
        if fails.is_some() && self.answers_late_by > 0 && self.unanswered.is_none() {
            self.unanswered = Some(self.answers_late_by);
            return Written::ErrorLater;
        }
        let written = fails.is_none()
            && self
                .memory
                .as_ref()
                .is_some_and(|memory| memory.write(address, bytes).is_ok());
        self.write_errors += u64::from(!written);
        match written {
            true => Written::Okay,
            false => Written::Error,
        }
    }

    /// Reads bytes.
    pub fn read(&self, address: u64, bytes: &mut [u8]) -> Result<(), ReadError> {
        match &self.memory {
            Some(memory) => memory.read(address, bytes).map_err(|_| ReadError),
            None => Err(ReadError),
        }
    }
}
