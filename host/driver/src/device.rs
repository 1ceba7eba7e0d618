//! What the driver asks of a device.
use crate::error::DmaError;
use crate::memory::HostMemory;
use fixnic_abi::reg::field;
use std::io;
use std::time::Duration;

/// Interrupt vectors of the core: RX rings 0 to 3, TX completion, errors (docs/datapath.md, section 9).
pub const VECTORS: u32 = 6;

/// Vector of errors: AXI error responses, stopped and refused rings, refused doorbells.
pub const ERROR_VECTOR: u32 = field::IRQ_ARM::error.lsb;

/// Has something that costs a system call done only so often, for those who poll ask every time.
#[derive(Debug)]
pub(crate) struct Seldom {
    interval_ns: u64,
    last_ns: u64,
}

impl Seldom {
    pub fn new(interval_ns: u64) -> Seldom {
        Seldom {
            interval_ns,
            last_ns: 0,
        }
    }

    /// Whether the interval is over; it begins again then.
    pub fn is_due(&mut self, now_ns: u64) -> bool {
        let is_due = now_ns.saturating_sub(self.last_ns) >= self.interval_ns;
        if is_due {
            self.last_ns = now_ns;
        }
        is_due
    }
}

/// Least time between two looks at the errors vector of a card whose interrupts are event descriptors, in nanoseconds: each is a read(2).
pub(crate) const ERROR_INTERVAL_NS: u64 = 1_000_000;

/// A fixnic device: its registers, its view of host memory, its interrupts and its clock.
///
/// The driver owns the device and is generic over it, so calls are direct. A device is used from one thread.
pub trait Device {
    /// Reads a register of BAR0. `offset` is in bytes, a multiple of 4, below `BAR0_BYTES`. A device that is gone
    /// reads as all ones, as PCIe completes reads that nobody answers.
    fn read32(&mut self, offset: u32) -> u32;

    /// Writes a register of BAR0. Writes are posted: they take effect in order, before any later read returns. Memory
    /// that was written before a doorbell is visible to the device when it sees the doorbell.
    fn write32(&mut self, offset: u32, value: u32);

    /// Gives the device access to `memory` at its IOVAs until [`Device::unmap_dma`]. An in-process device keeps the view;
    /// a kernel device maps the pages.
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError>;

    /// Takes back what [`Device::map_dma`] gave at `iova`. The caller has stopped the device before. Unknown
    /// addresses are ignored.
    fn unmap_dma(&mut self, iova: u64);

    /// Whether `vector` has fired since the last call; the call clears it. Vectors are below [`VECTORS`].
    fn take_interrupt(&mut self, vector: u32) -> bool;

    /// Lets a simulated device run its clocks up to `now_ns`, nanoseconds on the caller's clock, which never runs
    /// back; an earlier time does nothing. A real device does nothing: it has a clock of its own.
    fn advance(&mut self, now_ns: u64);

    /// Waits until the device may have something new, but not longer than `timeout`; a signal ends it early. For hosts that have nothing
    /// else to do: by default it returns at once, and the host polls on.
    ///
    /// # Errors
    /// When the system cannot wait.
    fn wait(&mut self, timeout: Duration) -> io::Result<()> {
        let _ = timeout;
        Ok(())
    }
}

impl<D: Device + ?Sized> Device for &mut D {
    fn read32(&mut self, offset: u32) -> u32 {
        (**self).read32(offset)
    }
    fn write32(&mut self, offset: u32, value: u32) {
        (**self).write32(offset, value)
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        (**self).map_dma(memory)
    }
    fn unmap_dma(&mut self, iova: u64) {
        (**self).unmap_dma(iova)
    }
    fn take_interrupt(&mut self, vector: u32) -> bool {
        (**self).take_interrupt(vector)
    }
    fn advance(&mut self, now_ns: u64) {
        (**self).advance(now_ns)
    }
    fn wait(&mut self, timeout: Duration) -> io::Result<()> {
        (**self).wait(timeout)
    }
}

impl<D: Device + ?Sized> Device for Box<D> {
    fn read32(&mut self, offset: u32) -> u32 {
        (**self).read32(offset)
    }
    fn write32(&mut self, offset: u32, value: u32) {
        (**self).write32(offset, value)
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        (**self).map_dma(memory)
    }
    fn unmap_dma(&mut self, iova: u64) {
        (**self).unmap_dma(iova)
    }
    fn take_interrupt(&mut self, vector: u32) -> bool {
        (**self).take_interrupt(vector)
    }
    fn advance(&mut self, now_ns: u64) {
        (**self).advance(now_ns)
    }
    fn wait(&mut self, timeout: Duration) -> io::Result<()> {
        (**self).wait(timeout)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seldom_is_due_once_an_interval_and_no_sooner() {
        let mut seldom = Seldom::new(1_000);
        let due: Vec<u64> = (0..5_000)
            .step_by(100)
            .filter(|now_ns| seldom.is_due(*now_ns))
            .collect();
        assert_eq!(due, [1_000, 2_000, 3_000, 4_000]);
        assert!(
            seldom.is_due(1_000_000_000) && !seldom.is_due(0),
            "time that goes back is not over"
        );
    }
}
