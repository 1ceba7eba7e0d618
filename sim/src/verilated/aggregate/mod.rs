//! The Verilated aggregate as a device.
mod ffi;
mod wide_mac;

use super::axi::AxiSlave;
use super::device::StillBusy;
use super::ffi::{Inputs, Outputs};
use super::mac::{FrameStart, TxMac};
use super::register_bus::{self, RegisterBus};
use super::stalls::{Dice, Stalls};
use ffi::{Aggregate, Wire, WIDE_LANES};
use fixnic_abi::reg::{self, field};
use fixnic_driver::{Device, DmaError, HostMemory};
use std::ops::Range;
use wide_mac::WideMac;

/// A clock of 322.265625 MHz, as a 100G MAC has it.
pub const AGGREGATE_CLOCK_PS: u32 = 3_103;
const RESET_CLOCKS: u32 = 16;
/// With every port silent for so long, the aggregate is asked whether it is idle.
const QUIET_CLOCKS: u32 = 160;

/// Several cores behind a wide wire, under Verilator, with a MAC and host memory around them, on virtual time.
///
/// Each engine's AXI4 port has a slave of its own; all lead to the same host memory.
#[derive(Debug)]
pub struct AggregateDevice {
    model: Aggregate,
    wire: Wire,
    inputs: Vec<Inputs>,
    outputs: Vec<Outputs>,
    rx: WideMac,
    tx: TxMac,
    axi: Vec<AxiSlave>,
    stalls: Stalls,
    dice: Dice,
    interrupts: u32,
    clock: u64,
    time_ps: u64,
    quiet_clocks: u32,
}

impl AggregateDevice {
    /// An aggregate of 1, 2 or 4 engines after power-up and reset. `seed` decides every stall.
    pub fn new(engines: usize, seed: u64, stalls: Stalls) -> Self {
        let mut device = Self {
            model: Aggregate::new(engines),
            wire: Wire {
                tkeep: 0,
                tdata: [0; WIDE_LANES / 4],
                tvalid: 0,
                tlast: 0,
                tuser: 0,
            },
            inputs: vec![Inputs::default(); engines],
            outputs: vec![Outputs::default(); engines],
            rx: WideMac::default(),
            tx: TxMac::default(),
            axi: (0..engines).map(|_| AxiSlave::default()).collect(),
            stalls,
            dice: Dice::new(seed),
            interrupts: 0,
            clock: 0,
            time_ps: 0,
            quiet_clocks: 0,
        };
        device.inputs[0].reset = 1;
        for _ in 0..RESET_CLOCKS {
            device
                .model
                .tick(&device.wire, &device.inputs, &mut device.outputs);
        }
        device.inputs[0].reset = 0;
        device
    }

    /// Changes the stalls from the next clock on.
    pub fn set_stalls(&mut self, stalls: Stalls) {
        self.stalls = stalls;
    }

    /// The next burst of each engine that begins in this range fails, and changes nothing; that of an earlier call too. Memory of a ring is one engine's.
    pub fn fail_write_within(&mut self, range: Range<u64>) {
        for slave in &mut self.axi {
            slave.fail_write_within(range.clone());
        }
    }

    /// Clocks since power-up.
    pub fn clock(&self) -> u64 {
        self.clock
    }

    /// Whether a frame waits that has not begun on the wire.
    pub fn frames_waiting(&self) -> bool {
        self.rx.waiting()
    }

    /// When the oldest frame that was not asked for yet began.
    pub fn take_frame_start(&mut self) -> Option<FrameStart> {
        self.rx.take_start()
    }

    /// Takes the oldest frame that was sent and nobody has taken yet.
    pub fn take_transmitted(&mut self) -> Option<Vec<u8>> {
        self.tx.take()
    }

    /// Puts a frame on the wire behind those given before.
    pub fn inject(&mut self, frame: &[u8], fcs_good: bool) {
        self.rx.push(frame, fcs_good);
        self.quiet_clocks = 0;
    }

    /// Runs so many clocks.
    pub fn run(&mut self, clocks: u64) {
        for _ in 0..clocks {
            self.tick();
        }
    }

    /// Runs until the wire is empty and the aggregate says that it is idle.
    pub fn run_until_idle(&mut self, clocks_max: u64) -> Result<(), StillBusy> {
        let start = self.clock;
        while self.clock - start < clocks_max {
            if self.quiet_clocks < QUIET_CLOCKS {
                self.tick();
                continue;
            }
            if field::STATUS::idle.get(self.read32(reg::STATUS.offset)) == 1 {
                return Ok(());
            }
            self.quiet_clocks = 0;
        }
        Err(StillBusy {
            clocks: clocks_max,
            status: self.read32(reg::STATUS.offset),
            waiting: match self.rx.idle() {
                false => "frames wait on the wire",
                true => "the wire is empty",
            },
        })
    }

    fn tick(&mut self) {
        let (clock, ts_ns) = (self.clock, self.time_ps / 1000);
        self.inputs[0].ts_ns = ts_ns;
        self.rx
            .drive(&mut self.wire, clock, ts_ns, &self.stalls, &mut self.dice);
        self.tx.drive(&mut self.inputs[0], &self.stalls, &mut self.dice);
        for (axi, inputs) in self.axi.iter_mut().zip(&mut self.inputs) {
            axi.drive(inputs, clock, &self.stalls, &mut self.dice);
        }
        self.model.tick(&self.wire, &self.inputs, &mut self.outputs);
        self.tx.observe(&self.inputs[0], &self.outputs[0]);
        let mut moves = !self.rx.idle() || self.outputs[0].m_axis_tx_tvalid == 1;
        for ((axi, inputs), outputs) in self.axi.iter_mut().zip(&self.inputs).zip(&self.outputs) {
            axi.observe(inputs, outputs, clock, &self.stalls, &mut self.dice);
            moves |= !axi.idle() || outputs.m_axi_awvalid | outputs.m_axi_wvalid | outputs.m_axi_arvalid == 1;
        }
        self.interrupts |= u32::from(self.outputs[0].irq);
        self.quiet_clocks = if moves { 0 } else { self.quiet_clocks + 1 };
        self.clock += 1;
        self.time_ps += u64::from(AGGREGATE_CLOCK_PS);
    }
}

impl RegisterBus for AggregateDevice {
    fn port(&mut self) -> (&mut Inputs, &Outputs) {
        (&mut self.inputs[0], &self.outputs[0])
    }

    fn clock(&mut self) {
        self.tick();
    }
}

impl Device for AggregateDevice {
    fn read32(&mut self, offset: u32) -> u32 {
        register_bus::read(self, offset)
    }

    fn write32(&mut self, offset: u32, value: u32) {
        self.quiet_clocks = 0;
        let late = register_bus::lateness(&self.stalls, &mut self.dice);
        register_bus::write(self, offset, value, late);
    }

    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        match self.axi[0].mapped_at() {
            Some(mapped) => Err(DmaError::AlreadyMapped {
                mapped,
                iova: memory.iova(),
            }),
            None => {
                self.axi.iter_mut().for_each(|axi| axi.map(Some(memory.clone())));
                Ok(())
            }
        }
    }

    fn unmap_dma(&mut self, iova: u64) {
        if self.axi[0].mapped_at() == Some(iova) {
            self.axi.iter_mut().for_each(|axi| axi.map(None));
        }
    }

    fn take_interrupt(&mut self, vector: u32) -> bool {
        let fired = self.interrupts >> vector & 1 == 1;
        self.interrupts &= !(1 << vector);
        fired
    }

    fn advance(&mut self, now_ns: u64) {
        while self.time_ps / 1000 < now_ns {
            self.tick();
        }
    }
}
