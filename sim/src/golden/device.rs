//! The golden model behind the driver's traits.
use super::Golden;
use fixnic_driver::{Device, DmaError, HostMemory, Wire};
use std::ops::Range;

/// The golden model as a device. Time passes only by [`Device::advance`]: a frame arrives at the time last given.
#[derive(Debug, Default)]
pub struct GoldenDevice {
    golden: Golden,
    now_ns: u64,
}

impl GoldenDevice {
    /// A device as after power-up.
    pub fn new() -> Self {
        Self::default()
    }

    /// The next write to host memory that begins in this range of addresses fails, and changes nothing.
    pub fn fail_write_within(&mut self, range: Range<u64>) {
        self.golden.host.fail_write_within(range);
    }

    /// Has such a failure answered late, with so many calls of [`Device::advance`]: until then the core goes on writing to the ring. 0 is at once.
    pub fn answer_errors_late(&mut self, calls: u32) {
        self.golden.host.answer_errors_late(calls);
    }

    /// The model itself.
    pub fn golden(&mut self) -> &mut Golden {
        &mut self.golden
    }
}

impl Device for GoldenDevice {
    fn read32(&mut self, offset: u32) -> u32 {
        self.golden.read32(offset)
    }

    fn write32(&mut self, offset: u32, value: u32) {
        self.golden.write32(offset, value);
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        match self.golden.host.mapped_at() {
            Some(mapped) => Err(DmaError::AlreadyMapped {
                mapped,
                iova: memory.iova(),
            }),
            None => {
                self.golden.map(Some(memory.clone()));
                Ok(())
            }
        }
    }

    fn unmap_dma(&mut self, iova: u64) {
        if self.golden.host.mapped_at() == Some(iova) {
            self.golden.map(None);
        }
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.golden.take_interrupt(vector)
    }

    fn advance(&mut self, now_ns: u64) {
        self.now_ns = self.now_ns.max(now_ns);
        self.golden.interrupts.advance(now_ns);
        self.golden.pass_at_host();
    }
}

impl Wire for GoldenDevice {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        if !frame.is_empty() {
            self.golden.receive(frame, !fcs_good, self.now_ns);
        }
    }

    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        let frame = self.golden.take_transmitted()?;
        let length = frame.len().min(buffer.len());
        buffer[..length].copy_from_slice(&frame[..length]);
        Some(length)
    }
}
