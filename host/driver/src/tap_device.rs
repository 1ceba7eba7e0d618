//! A simulated device with a TAP interface at the far end of its wire.

use crate::device::Device;
use crate::error::DmaError;
use crate::memory::HostMemory;
use crate::tap::Tap;
use crate::wire::Wire;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use rustix::event::{poll, PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use std::io;
use std::time::Duration;

/// Frames taken from the interface before the device runs on.
const FRAMES_PER_ADVANCE: usize = 64;
/// Longest frame that is taken from the interface whole: longer ones than the device takes must reach it as such.
const BUFFER_BYTES: usize = 16 * 1024;
/// So long after the last frame or register write the device may still have something to do, in nanoseconds of its time.
const SETTLE_NS: u64 = 200_000;

/// What went over the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TapCounters {
    /// Frames from the kernel.
    pub received: u64,
    /// Frames handed to the kernel.
    pub sent: u64,
    /// Frames that the kernel did not take.
    pub not_sent: u64,
}

/// A simulated device whose wire ends in a TAP interface. It is a device like any other for the driver; frames move in
/// [`Device::advance`], which is to be called with the time of the clock on the wall.
#[derive(Debug)]
pub struct TapDevice<D> {
    device: D,
    tap: Tap,
    buffer: Box<[u8; BUFFER_BYTES]>,
    counters: TapCounters,
    now_ns: u64,
    /// Until then the device is not left alone.
    busy_until_ns: u64,
}

impl<D: Device + Wire> TapDevice<D> {
    /// Joins the two.
    pub fn new(device: D, tap: Tap) -> Self {
        Self {
            device,
            tap,
            buffer: Box::new([0; BUFFER_BYTES]),
            counters: TapCounters::default(),
            now_ns: 0,
            busy_until_ns: 0,
        }
    }

    /// What went over the interface.
    pub fn counters(&self) -> TapCounters {
        self.counters
    }

    /// The device.
    pub fn device_mut(&mut self) -> &mut D {
        &mut self.device
    }

    fn touched(&mut self) {
        self.busy_until_ns = self.now_ns.saturating_add(SETTLE_NS);
    }

    fn take_from_tap(&mut self) {
        for _ in 0..FRAMES_PER_ADVANCE {
            // An interface that is gone sends nothing; waiting for it tells.
            let Ok(Some(length)) = self.tap.receive(self.buffer.as_mut_slice()) else {
                return;
            };
            self.counters.received += 1;
            self.device.deliver(&self.buffer[..length], true);
            self.touched();
        }
    }

    fn hand_to_tap(&mut self) {
        while let Some(length) = self.device.take_sent(&mut self.buffer[..MAX_FRAME_BYTES]) {
            let length = length.min(MAX_FRAME_BYTES);
            // A frame that is not taken is lost, as on any wire.
            match self.tap.send(&self.buffer[..length]) {
                Ok(()) => self.counters.sent += 1,
                Err(_) => self.counters.not_sent += 1,
            }
            self.touched();
        }
    }
}

impl<D: Device + Wire> Device for TapDevice<D> {
    fn read32(&mut self, offset: u32) -> u32 {
        self.device.read32(offset)
    }

    fn write32(&mut self, offset: u32, value: u32) {
        self.touched();
        self.device.write32(offset, value);
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.device.map_dma(memory)
    }

    fn unmap_dma(&mut self, iova: u64) {
        self.device.unmap_dma(iova);
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.device.take_interrupt(vector)
    }

    fn advance(&mut self, now_ns: u64) {
        self.take_from_tap();
        self.now_ns = self.now_ns.max(now_ns);
        self.device.advance(now_ns);
        self.hand_to_tap();
    }

    fn wait(&mut self, timeout: Duration) -> io::Result<()> {
        if self.now_ns < self.busy_until_ns {
            return Ok(());
        }
        let timeout = Timespec {
            tv_sec: timeout.as_secs().min(i64::MAX as u64) as i64,
            tv_nsec: timeout.subsec_nanos().into(),
        };
        let mut fds = [PollFd::new(&self.tap, PollFlags::IN)];
        match poll(&mut fds, Some(&timeout)) {
            Ok(_) if fds[0].revents().intersects(PollFlags::ERR | PollFlags::NVAL) => Err(io::Error::new(
                io::ErrorKind::NotConnected,
                "the TAP interface is gone or down",
            )),
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(errno) => Err(errno.into()),
        }
    }
}
