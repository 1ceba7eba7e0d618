//! The Verilated core as a device.
use super::axi::{AxiSlave, Written};
use super::ffi::{Core, Inputs, Outputs};
use super::mac::{FrameStart, RxMac, TxMac};
use super::register_bus::{self, RegisterBus};
use super::stalls::{Dice, Stalls};
use fixnic_abi::reg::{self, field};
use fixnic_driver::{Device, DmaError, HostMemory, Wire};
use std::collections::VecDeque;
use std::ops::Range;
use thiserror::Error;

/// A clock of 156.25 MHz.
const CLOCK_PS: u32 = reg::CLOCK_PS.reset;
const RESET_CLOCKS: u32 = 16;
/// With every port silent for so long, the core is asked whether it is idle.
const QUIET_CLOCKS: u32 = 16;
/// With every port silent for so long, a core that is not idle waits for somebody.
const STUCK_CLOCKS: u32 = 4096;
/// Interrupts of which the clock is kept.
const PULSES_MAX: usize = 1024;

/// The core did not come to rest.
#[derive(Debug, Error)]
#[error("the core is still busy after {clocks} clocks: STATUS {status:#x}, {waiting}; a full ring with a command waiting needs credit, anything else is a hang")]
pub struct StillBusy {
    /// Clocks that were run.
    pub clocks: u64,
    /// STATUS at the end.
    pub status: u32,
    /// What the models around the core still have to do.
    pub waiting: &'static str,
}

/// The core under Verilator with a MAC and host memory around it, on virtual time.
///
/// Every register access runs some clocks; [`Device::advance`] runs clocks while there is something to do and then jumps to
/// the time that it was given, so an idle core costs nothing.
#[derive(Debug)]
pub struct VerilatedDevice {
    core: Core,
    inputs: Inputs,
    outputs: Outputs,
    rx: RxMac,
    tx: TxMac,
    axi: AxiSlave,
    stalls: Stalls,
    dice: Dice,
    interrupts: u32,
    /// Clocks in which interrupts fired, and their vectors.
    pulses: VecDeque<(u64, u32)>,
    /// Clocks in which verdicts left the FIX path, if they are recorded.
    verdict_clocks: Option<VecDeque<u64>>,
    clock: u64,
    time_ns: u64,
    /// What the time is beyond `time_ns`.
    time_ps: u32,
    quiet_clocks: u32,
    /// Nothing can happen before the next frame or register write.
    idle: bool,
}

impl VerilatedDevice {
    /// A core after power-up and reset. `seed` decides every stall.
    pub fn new(seed: u64, stalls: Stalls) -> Self {
        let mut device = Self {
            core: Core::new(),
            inputs: Inputs {
                reset: 1,
                ..Inputs::default()
            },
            outputs: Outputs::default(),
            rx: RxMac::default(),
            tx: TxMac::default(),
            axi: AxiSlave::default(),
            stalls,
            dice: Dice::new(seed),
            interrupts: 0,
            pulses: VecDeque::new(),
            verdict_clocks: None,
            clock: 0,
            time_ns: 0,
            time_ps: 0,
            quiet_clocks: 0,
            idle: false,
        };
        for _ in 0..RESET_CLOCKS {
            device.core.tick(&device.inputs, &mut device.outputs);
        }
        device.inputs.reset = 0;
        device
    }

    /// Changes the stalls from the next clock on.
    pub fn set_stalls(&mut self, stalls: Stalls) {
        self.stalls = stalls;
    }

    /// Records every signal to an FST file from here on.
    #[cfg(feature = "waves")]
    pub fn record_waves(&mut self, path: &std::path::Path) -> std::io::Result<()> {
        use std::io::{Error, ErrorKind};
        let text = path.to_str().and_then(|text| std::ffi::CString::new(text).ok());
        let text = text.ok_or_else(|| Error::new(ErrorKind::InvalidInput, "the path is not plain text"))?;
        match self.core.trace(&text) {
            true => Ok(()),
            false => Err(Error::other(format!("cannot write waves to {}", path.display()))),
        }
    }

    /// Clocks since power-up, without those that were jumped over.
    pub fn clock(&self) -> u64 {
        self.clock
    }

    /// The core's `ts_ns`.
    pub fn time_ns(&self) -> u64 {
        self.time_ns
    }

    /// Whether a frame waits that has not begun on the wire.
    pub fn frames_waiting(&self) -> bool {
        self.rx.waiting()
    }

    /// When the oldest frame that was not asked for yet began.
    pub fn take_frame_start(&mut self) -> Option<FrameStart> {
        self.rx.take_start()
    }

    /// Takes the oldest frame that the core has sent and nobody has taken yet.
    pub fn take_transmitted(&mut self) -> Option<Vec<u8>> {
        self.tx.take()
    }

    /// Keeps a record of every AXI write beat, for [`VerilatedDevice::take_written`].
    pub fn record_writes(&mut self) {
        self.axi.record_writes();
    }

    /// The next burst to host memory that begins in this range of addresses is answered with an error, and changes nothing.
    pub fn fail_write_within(&mut self, range: Range<u64>) {
        self.axi.fail_write_within(range);
    }

    /// The oldest recorded AXI write beat.
    pub fn take_written(&mut self) -> Option<Written> {
        self.axi.take_written()
    }

    /// The oldest clock, not asked for yet, in which interrupts fired, and their vectors, a bit each. The last 1,024 are kept.
    pub fn take_pulse(&mut self) -> Option<(u64, u32)> {
        self.pulses.pop_front()
    }

    /// Keeps a record of the clocks of verdicts, for [`VerilatedDevice::take_verdict_clock`].
    pub fn record_verdicts(&mut self) {
        self.verdict_clocks = Some(VecDeque::new());
    }

    /// Clock of the oldest recorded verdict.
    pub fn take_verdict_clock(&mut self) -> Option<u64> {
        self.verdict_clocks.as_mut()?.pop_front()
    }

    /// Puts a frame on the wire behind those given before.
    pub fn inject(&mut self, frame: &[u8], fcs_good: bool) {
        self.rx.push(frame, fcs_good);
        self.idle = false;
        self.quiet_clocks = 0;
    }

    /// Runs so many clocks.
    pub fn run(&mut self, clocks: u64) {
        for _ in 0..clocks {
            self.tick();
        }
    }

    /// Runs until the wire is empty and the core says that it is idle.
    pub fn run_until_idle(&mut self, clocks_max: u64) -> Result<(), StillBusy> {
        self.run_until(clocks_max, u32::MAX)
    }

    /// Runs until the core says that it is idle or no port has moved for long: a command may wait for credit.
    pub fn run_until_quiet(&mut self, clocks_max: u64) -> Result<(), StillBusy> {
        self.run_until(clocks_max, STUCK_CLOCKS)
    }

    fn run_until(&mut self, clocks_max: u64, quiet_clocks_max: u32) -> Result<(), StillBusy> {
        let start = self.clock;
        let mut asked_at = 0;
        while self.clock - start < clocks_max {
            if self.quiet_clocks < asked_at {
                asked_at = 0;
            }
            if self.quiet_clocks < asked_at + QUIET_CLOCKS {
                self.tick();
                continue;
            }
            asked_at = self.quiet_clocks;
            let status = self.read32(reg::STATUS.offset);
            self.idle = field::STATUS::idle.get(status) == 1;
            if self.idle || self.quiet_clocks >= quiet_clocks_max {
                return Ok(());
            }
        }
        let status = self.read32(reg::STATUS.offset);
        let waiting = match (self.rx.idle(), self.axi.idle()) {
            (false, _) => "frames wait on the wire",
            (true, false) => "AXI accesses are under way",
            (true, true) => "the models around it are idle",
        };
        Err(StillBusy {
            clocks: clocks_max,
            status,
            waiting,
        })
    }

    fn tick(&mut self) {
        let Self {
            inputs,
            outputs,
            rx,
            tx,
            axi,
            stalls,
            dice,
            clock,
            ..
        } = self;
        inputs.ts_ns = self.time_ns;
        rx.drive(inputs, *clock, stalls, dice);
        tx.drive(inputs, stalls, dice);
        axi.drive(inputs, *clock, stalls, dice);
        self.core.tick(inputs, outputs);
        tx.observe(inputs, outputs);
        axi.observe(inputs, outputs, *clock, stalls, dice);
        if outputs.irq != 0 {
            self.interrupts |= u32::from(outputs.irq);
            if self.pulses.len() == PULSES_MAX {
                self.pulses.pop_front();
            }
            self.pulses.push_back((*clock, outputs.irq.into()));
        }
        if let (1, Some(clocks)) = (outputs.dbg_verdict_valid, &mut self.verdict_clocks) {
            clocks.push_back(*clock);
        }
        let moves = rx.idle()
            && axi.idle()
            && outputs.m_axi_awvalid
                | outputs.m_axi_wvalid
                | outputs.m_axi_arvalid
                | outputs.m_axis_tx_tvalid
                == 0;
        self.quiet_clocks = if moves { self.quiet_clocks + 1 } else { 0 };
        self.clock += 1;
        self.pass_time();
    }

    fn pass_time(&mut self) {
        self.time_ps += CLOCK_PS;
        self.time_ns += u64::from(self.time_ps / 1000);
        self.time_ps %= 1000;
    }
}

impl RegisterBus for VerilatedDevice {
    fn port(&mut self) -> (&mut Inputs, &Outputs) {
        (&mut self.inputs, &self.outputs)
    }

    fn clock(&mut self) {
        self.tick();
    }
}

impl Device for VerilatedDevice {
    fn read32(&mut self, offset: u32) -> u32 {
        register_bus::read(self, offset)
    }

    fn write32(&mut self, offset: u32, value: u32) {
        self.idle = false;
        self.quiet_clocks = 0;
        let late = register_bus::lateness(&self.stalls, &mut self.dice);
        register_bus::write(self, offset, value, late);
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        match self.axi.mapped_at() {
            Some(mapped) => Err(DmaError::AlreadyMapped {
                mapped,
                iova: memory.iova(),
            }),
            None => {
                self.axi.map(Some(memory.clone()));
                Ok(())
            }
        }
    }

    fn unmap_dma(&mut self, iova: u64) {
        if self.axi.mapped_at() == Some(iova) {
            self.axi.map(None);
        }
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        let fired = self.interrupts >> vector & 1 == 1;
        self.interrupts &= !(1 << vector);
        fired
    }

    fn advance(&mut self, now_ns: u64) {
        while self.time_ns < now_ns {
            if self.idle {
                self.time_ns = now_ns;
                self.time_ps = 0;
            } else if self.quiet_clocks >= QUIET_CLOCKS {
                let status = self.read32(reg::STATUS.offset);
                self.idle = field::STATUS::idle.get(status) == 1;
                self.quiet_clocks = 0;
            } else {
                self.tick();
            }
        }
    }
}

impl Wire for VerilatedDevice {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.inject(frame, fcs_good);
    }

    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        let frame = self.take_transmitted()?;
        let length = frame.len().min(buffer.len());
        buffer[..length].copy_from_slice(&frame[..length]);
        Some(length)
    }
}
