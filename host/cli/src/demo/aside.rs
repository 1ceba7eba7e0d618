//! Keeps the wall time of what plays the scene apart from that of the engine which is measured in it: the simulated card, the
//! gateway that loses messages, and telling the story take their time inside the engine's calls.
use fixnic_driver::{Device, DmaError, HostMemory, Wire};
use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Time spent aside; clones share it.
#[derive(Debug, Clone, Default)]
pub struct Aside(Rc<Cell<Duration>>);

impl Aside {
    /// Does something that counts as aside.
    pub fn of<T>(&self, what: impl FnOnce() -> T) -> T {
        let began = Instant::now();
        let done = what();
        self.0.set(self.0.get() + began.elapsed());
        done
    }

    /// All of it so far.
    pub fn spent(&self) -> Duration {
        self.0.get()
    }
}

/// A simulated device whose own work counts as aside.
#[derive(Debug)]
pub struct PlayedDevice<D> {
    device: D,
    aside: Aside,
}

impl<D> PlayedDevice<D> {
    /// Wraps a device before the driver opens it.
    pub fn new(device: D, aside: &Aside) -> Self {
        PlayedDevice {
            device,
            aside: aside.clone(),
        }
    }
}

impl<D: Device> Device for PlayedDevice<D> {
    fn read32(&mut self, offset: u32) -> u32 {
        self.aside.of(|| self.device.read32(offset))
    }
    fn write32(&mut self, offset: u32, value: u32) {
        self.aside.of(|| self.device.write32(offset, value));
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.device.map_dma(memory)
    }
    fn unmap_dma(&mut self, iova: u64) {
        self.device.unmap_dma(iova);
    }
    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.aside.of(|| self.device.take_interrupt(vector))
    }
    fn advance(&mut self, now_ns: u64) {
        self.aside.of(|| self.device.advance(now_ns));
    }
}

impl<D: Wire> Wire for PlayedDevice<D> {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.device.deliver(frame, fcs_good);
    }
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        self.device.take_sent(buffer)
    }
}
