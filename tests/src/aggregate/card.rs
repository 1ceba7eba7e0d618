//! Aggregates as cards whose wire and clock a test holds.

use fixnic_driver::{Device, DmaError, HostMemory, Wire};
use fixnic_sim::golden::GoldenAggregate;
use fixnic_sim::verilated::AggregateDevice;
use std::ops::Range;

/// Clocks that an aggregate may take to come to rest: ten thousand short frames.
const CLOCKS_MAX: u64 = 1_000_000;

/// A card that does nothing but what a test has it do.
pub trait HeldCard: Device + Wire {
    /// Everything given to it is in host memory.
    ///
    /// # Panics
    /// When it does not come to rest.
    fn settle(&mut self);

    /// The next write to host memory that begins in this range fails, and changes nothing.
    fn fail_write_within(&mut self, range: Range<u64>);
}

/// The golden model as a card.
#[derive(Debug)]
pub struct GoldenCard {
    golden: GoldenAggregate,
    now_ns: u64,
}

impl GoldenCard {
    /// As after power-up. Panics for a number of engines that is not 1, 2 or 4.
    pub fn new(engines: usize) -> Self {
        Self {
            golden: GoldenAggregate::new(engines),
            now_ns: 0,
        }
    }
}

impl Device for GoldenCard {
    fn read32(&mut self, offset: u32) -> u32 {
        self.golden.read32(offset)
    }
    fn write32(&mut self, offset: u32, value: u32) {
        self.golden.write32(offset, value);
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.golden.map(memory);
        Ok(())
    }
    /// The card goes with its memory.
    fn unmap_dma(&mut self, _: u64) {}
    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.golden.take_interrupt(vector)
    }
    fn advance(&mut self, now_ns: u64) {
        self.now_ns = self.now_ns.max(now_ns);
    }
}

impl Wire for GoldenCard {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.golden.receive(frame, !fcs_good, self.now_ns);
    }
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        Some(copy(&self.golden.take_transmitted()?, buffer))
    }
}

impl HeldCard for GoldenCard {
    fn settle(&mut self) {}
    fn fail_write_within(&mut self, range: Range<u64>) {
        self.golden.fail_write_within(range);
    }
}

/// The Verilated aggregate, whose clock runs when a test says so.
#[derive(Debug)]
pub struct VerilatedCard(pub AggregateDevice);

impl Device for VerilatedCard {
    fn read32(&mut self, offset: u32) -> u32 {
        self.0.read32(offset)
    }
    fn write32(&mut self, offset: u32, value: u32) {
        self.0.write32(offset, value);
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.0.map_dma(memory)
    }
    fn unmap_dma(&mut self, iova: u64) {
        self.0.unmap_dma(iova);
    }
    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.0.take_interrupt(vector)
    }
    fn advance(&mut self, _: u64) {}
}

impl Wire for VerilatedCard {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.0.inject(frame, fcs_good);
    }
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        Some(copy(&self.0.take_transmitted()?, buffer))
    }
}

impl HeldCard for VerilatedCard {
    fn settle(&mut self) {
        self.0.run_until_idle(CLOCKS_MAX).expect("it comes to rest");
    }
    fn fail_write_within(&mut self, range: Range<u64>) {
        self.0.fail_write_within(range);
    }
}

fn copy(frame: &[u8], buffer: &mut [u8]) -> usize {
    buffer[..frame.len()].copy_from_slice(frame);
    frame.len()
}
