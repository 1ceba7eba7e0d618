//! The model's port to host memory: what AXI4 is to the core.
use fixnic_driver::HostMemory;
use std::ops::Range;

/// Host memory with a count of what went wrong.
#[derive(Debug, Default)]
pub struct HostPort {
    memory: Option<HostMemory>,
    /// Writes that reached no memory.
    pub write_errors: u64,
    /// The next write that begins in here fails.
    fails_within: Option<Range<u64>>,
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

    /// The next write that begins in this range fails, and changes nothing.
    pub fn fail_write_within(&mut self, range: Range<u64>) {
        self.fails_within = Some(range);
    }

    /// Writes bytes and tells whether memory took them; a failure is counted.
    pub fn write(&mut self, address: u64, bytes: &[u8]) -> bool {
        let fails = self.fails_within.take_if(|range| range.contains(&address));
        let written = fails.is_none()
            && self
                .memory
                .as_ref()
                .is_some_and(|memory| memory.write(address, bytes).is_ok());
        self.write_errors += u64::from(!written);
        written
    }

    /// Reads bytes.
    pub fn read(&self, address: u64, bytes: &mut [u8]) -> Result<(), ReadError> {
        match &self.memory {
            Some(memory) => memory.read(address, bytes).map_err(|_| ReadError),
            None => Err(ReadError),
        }
    }
}
