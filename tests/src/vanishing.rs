//! A card that can disappear.

#[cfg(feature = "aggregate")]
use crate::aggregate::HeldCard;
use fixnic_driver::{Device, DmaError, HostMemory, Wire};
#[cfg(feature = "aggregate")]
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

/// A card that can be taken away: its registers read as all ones then, and nothing reaches or leaves it.
pub struct Vanishing<D> {
    inner: D,
    is_gone: Arc<AtomicBool>,
}

impl<D> Vanishing<D> {
    /// A card that is there.
    pub fn new(inner: D) -> Self {
        Self {
            inner,
            is_gone: Arc::default(),
        }
    }

    /// Takes it away.
    pub fn take_away(&self) {
        self.is_gone.store(true, Ordering::Release);
    }

    /// What takes it away when it is set, from whichever thread.
    pub fn switch(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_gone)
    }

    fn is_gone(&self) -> bool {
        self.is_gone.load(Ordering::Acquire)
    }
}

impl<D: Device> Device for Vanishing<D> {
    fn read32(&mut self, offset: u32) -> u32 {
        match self.is_gone() {
            true => u32::MAX,
            false => self.inner.read32(offset),
        }
    }
    fn write32(&mut self, offset: u32, value: u32) {
        if !self.is_gone() {
            self.inner.write32(offset, value);
        }
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.inner.map_dma(memory)
    }
    fn unmap_dma(&mut self, iova: u64) {
        self.inner.unmap_dma(iova);
    }
    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.inner.take_interrupt(vector)
    }
    fn advance(&mut self, now_ns: u64) {
        self.inner.advance(now_ns);
    }
}

impl<D: Wire> Wire for Vanishing<D> {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        if !self.is_gone() {
            self.inner.deliver(frame, fcs_good);
        }
    }
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        match self.is_gone() {
            true => None,
            false => self.inner.take_sent(buffer),
        }
    }
}

#[cfg(feature = "aggregate")]
impl<D: HeldCard> HeldCard for Vanishing<D> {
    fn settle(&mut self) {
        self.inner.settle();
    }
    fn fail_write_within(&mut self, range: Range<u64>) {
        self.inner.fail_write_within(range);
    }
}
