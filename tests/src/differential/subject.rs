//! The device under test.
use fixnic_driver::{Device, DmaError, HostMemory, Wire};
use fixnic_sim::verilated::Stalls;
use fixnic_sim::{GoldenDevice, VerilatedDevice};
use std::collections::VecDeque;

/// Clocks after which a device that is still busy hangs.
const SETTLE_CLOCKS_MAX: u64 = 3_000_000;

/// What the runner asks of a device beside the driver's trait.
pub trait Subject: Device {
    /// Changes the stalls from here on.
    fn set_stalls(&mut self, stalls: Stalls);
    /// Puts a frame on the wire.
    fn inject(&mut self, frame: &[u8], fcs_good: bool);
    /// Lets every frame begin that was put on the wire, and then so many clocks pass.
    fn begin_all(&mut self, clocks: u32) -> Result<(), String>;
    /// Lets the device come to rest.
    fn settle(&mut self) -> Result<(), String>;
    /// `ts_ns` of the oldest frame that was not asked for yet.
    fn take_start_ns(&mut self) -> Option<u64>;
    /// Lets so many clocks pass.
    fn pass(&mut self, clocks: u32);
    /// Clocks since power-up, if it counts them.
    fn clock(&self) -> Option<u64>;
    /// The oldest clock, not asked for yet, in which interrupts fired, and their vectors, a bit each; of a device that counts clocks.
    fn take_pulse(&mut self) -> Option<(u64, u32)>;
    /// The oldest frame sent and not taken yet.
    fn take_transmitted(&mut self) -> Option<Vec<u8>>;
}

impl Subject for VerilatedDevice {
    fn set_stalls(&mut self, stalls: Stalls) {
        VerilatedDevice::set_stalls(self, stalls);
    }

    fn inject(&mut self, frame: &[u8], fcs_good: bool) {
        VerilatedDevice::inject(self, frame, fcs_good);
    }

    fn begin_all(&mut self, clocks: u32) -> Result<(), String> {
        let mut left = SETTLE_CLOCKS_MAX;
        while self.frames_waiting() && left > 0 {
            self.run(1);
            left -= 1;
        }
        self.run(clocks.into());
        Ok(())
    }

    fn settle(&mut self) -> Result<(), String> {
        self.run_until_quiet(SETTLE_CLOCKS_MAX)
            .map_err(|error| error.to_string())
    }

    fn take_start_ns(&mut self) -> Option<u64> {
        self.take_frame_start().map(|start| start.ts_ns)
    }

    fn pass(&mut self, clocks: u32) {
        self.run(clocks.into());
    }

    fn clock(&self) -> Option<u64> {
        Some(VerilatedDevice::clock(self))
    }

    fn take_pulse(&mut self) -> Option<(u64, u32)> {
        VerilatedDevice::take_pulse(self)
    }

    fn take_transmitted(&mut self) -> Option<Vec<u8>> {
        VerilatedDevice::take_transmitted(self)
    }
}

/// The golden model in the place of the device under test: shows what the comparison sees.
#[derive(Debug, Default)]
pub struct GoldenSubject {
    device: GoldenDevice,
    now_ns: u64,
    starts: VecDeque<u64>,
}

impl GoldenSubject {
    /// The device itself.
    pub fn device(&mut self) -> &mut GoldenDevice {
        &mut self.device
    }
}

impl Device for GoldenSubject {
    fn read32(&mut self, offset: u32) -> u32 {
        self.device.read32(offset)
    }
    fn write32(&mut self, offset: u32, value: u32) {
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
        self.device.advance(now_ns);
    }
}

impl Subject for GoldenSubject {
    fn set_stalls(&mut self, _stalls: Stalls) {}

    fn inject(&mut self, frame: &[u8], fcs_good: bool) {
        self.now_ns += 67;
        self.starts.push_back(self.now_ns);
        self.device.advance(self.now_ns);
        self.device.deliver(frame, fcs_good);
    }

    fn begin_all(&mut self, _clocks: u32) -> Result<(), String> {
        Ok(())
    }

    fn settle(&mut self) -> Result<(), String> {
        Ok(())
    }

    fn take_start_ns(&mut self) -> Option<u64> {
        self.starts.pop_front()
    }

    fn pass(&mut self, clocks: u32) {
        self.now_ns += u64::from(clocks) * 7;
        self.device.advance(self.now_ns);
    }

    fn clock(&self) -> Option<u64> {
        None
    }

    fn take_pulse(&mut self) -> Option<(u64, u32)> {
        None
    }

    fn take_transmitted(&mut self) -> Option<Vec<u8>> {
        self.device.golden().take_transmitted()
    }
}
