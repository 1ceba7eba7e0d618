//! What an aggregate takes of a wire with 100G timing.
use crate::datapath::message;
use fixnic_abi::counter::Counter;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, field, Register};
use fixnic_driver::{Device, DmaArena};
use fixnic_sim::frames::TcpFrame;
use fixnic_sim::verilated::{AggregateDevice, FrameGap, Stalls, AGGREGATE_CLOCK_PS};
use serde::Serialize;
use std::collections::HashSet;

use crate::differential::CommandArguments;
use fixnic_abi::CommandOp;

const SEED: u64 = 1;
const SESSIONS: usize = 256;
const TCP_SEQ: u32 = 1_000_000;
const RING_LOG2: u32 = 15;
const ENTRIES_BYTES: u64 = 32 << RING_LOG2;
const RING_BYTES: u64 = ENTRIES_BYTES + (64 << RING_LOG2);
/// Clocks between two returns of credit: fewer than fill a ring.
const CREDIT_CLOCKS: u64 = 4_000;
/// Preamble, FCS and average gap between frames (IEEE 802.3, 4.4.2).
const LINE_OVERHEAD_BYTES: usize = 24;

/// What a frame carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Load {
    /// Nothing: 64 bytes on the wire.
    Bare,
    /// One message of 170 bytes.
    OneOf170,
    /// Twenty messages of 70 bytes: 1,454 bytes.
    Packed,
}

impl Load {
    /// Frames of a run, twice as many as fill every FIFO that fills at all.
    pub const fn frames(self) -> usize {
        match self {
            Self::Bare => 40_000,
            Self::OneOf170 => 16_000,
            Self::Packed => 3_000,
        }
    }
}

/// Every load.
pub const LOADS: [Load; 3] = [Load::Bare, Load::OneOf170, Load::Packed];

/// What came out of one run.
#[derive(Debug, Serialize)]
pub struct Rate {
    /// Engines.
    pub engines: usize,
    /// What the frames carry.
    pub load: Load,
    /// Bytes of a frame without FCS.
    pub frame_bytes: usize,
    /// All sessions are of one engine.
    pub one_engine: bool,
    /// Frames a second on the wire.
    pub offered_per_s: f64,
    /// Frames a second that were delivered once the FIFOs were full, if they filled.
    pub delivered_per_s: f64,
    /// Of the frames.
    pub delivered: u64,
    /// Lost in front of an engine or in its FIFO.
    pub lost: u64,
    /// Dropped for want of room in a ring.
    pub dropped_ring: u64,
    /// Messages in sequence.
    pub in_sequence: u64,
}

impl Rate {
    /// Of the wire's 100 Gb/s, what the delivered frames take with their overhead.
    pub fn delivered_gbps(&self) -> f64 {
        self.delivered_per_s * 8.0 * (self.frame_bytes + LINE_OVERHEAD_BYTES) as f64 / 1e9
    }
}

struct Session {
    tuple: FourTuple,
    seq: u32,
    messages: usize,
}

impl Session {
    fn frame(&mut self, load: Load) -> Vec<u8> {
        let (bytes, count) = match load {
            Load::Bare => (0, 0),
            Load::OneOf170 => (170, 1),
            Load::Packed => (70, 20),
        };
        let mut payload = Vec::new();
        for _ in 0..count {
            self.messages += 1;
            payload.extend(message(bytes, self.messages));
        }
        let frame = TcpFrame {
            tuple: self.tuple,
            seq: self.seq,
            payload: &payload,
            ..TcpFrame::default()
        }
        .build_padded();
        self.seq = self.seq.wrapping_add(payload.len() as u32);
        frame
    }
}

struct Bench {
    device: AggregateDevice,
    engines: usize,
}

impl Bench {
    fn new(engines: usize) -> Self {
        let memory = DmaArena::new(engines * RING_BYTES as usize)
            .expect("host memory for the rings")
            .host_memory();
        let mut device = AggregateDevice::new(engines, SEED, Stalls::NONE);
        device.map_dma(&memory).expect("it has no memory yet");
        let size = field::RX_SIZE::entry_log2.put(RING_LOG2) | field::RX_SIZE::buffer_log2.put(RING_LOG2);
        for ring in 0..engines as u32 {
            let entries = memory.iova() + u64::from(ring) * RING_BYTES;
            let buffer = entries + ENTRIES_BYTES;
            for (register, value) in [
                (&reg::RX_ENTRY_LO, entries),
                (&reg::RX_ENTRY_HI, entries >> 32),
                (&reg::RX_BUFFER_LO, buffer),
                (&reg::RX_BUFFER_HI, buffer >> 32),
                (&reg::RX_SIZE, size.into()),
                (&reg::RX_ENABLE, 1),
            ] {
                device.write32(register.at(ring), value as u32);
            }
        }
        device.write32(reg::CONTROL.offset, field::CONTROL::rx_enable.put(1));
        Self { device, engines }
    }

    /// Sessions of all engines in turn, or of engine 0 alone, armed.
    fn arm(&mut self, one_engine: bool) -> Vec<Session> {
        let plain = TcpFrame::default().tuple;
        let log2 = self.engines.ilog2();
        let mut taken = HashSet::new();
        let mut next_of = vec![0; self.engines];
        let mut sessions = Vec::new();
        for local_port in plain.local_port.. {
            let tuple = FourTuple { local_port, ..plain };
            let engine = tuple.engine(log2);
            if one_engine && engine != 0 {
                continue;
            }
            let slot = tuple.slots().into_iter().find(|slot| taken.insert(*slot));
            let arguments = CommandArguments {
                op: CommandOp::Arm as u32,
                slot: slot.expect("a few hundred sessions find a slot each").into(),
                session: next_of[engine as usize] * self.engines as u32 + engine,
                ring: engine,
                tuple,
                tcp_seq: TCP_SEQ,
                generation: 0,
                expected_bcd: 1,
                tag: 0,
            };
            next_of[engine as usize] += 1;
            arguments.write(&mut self.device);
            self.device.run_until_idle(100_000).expect("the ARM command ends");
            sessions.push(Session {
                tuple,
                seq: TCP_SEQ,
                messages: 0,
            });
            if sessions.len() == SESSIONS {
                break;
            }
        }
        self.credit();
        sessions
    }

    fn credit(&mut self) {
        for ring in 0..self.engines as u32 {
            let produced = self.device.read32(reg::RX_PRODUCER.at(ring));
            self.device.write32(reg::RX_DOORBELL.at(ring), produced);
        }
    }

    /// Latches the counters; gives the clock in which it began.
    fn latch(&mut self) -> u64 {
        let clock = self.device.clock();
        self.device.write32(reg::STAT_LATCH.offset, 1);
        clock
    }

    fn counter(&mut self, counter: Counter) -> u64 {
        u64::from(self.device.read32(Register::at(&reg::STAT_LO, counter as u32)))
    }

    /// Runs until so many frames have begun, with credit returned in time.
    fn run_until_begun(&mut self, frames: usize, begun: &mut usize) {
        let mut credit_at = self.device.clock() + CREDIT_CLOCKS;
        while *begun < frames {
            self.device.run(16);
            while self.device.take_frame_start().is_some() {
                *begun += 1;
            }
            if self.device.clock() >= credit_at {
                self.credit();
                credit_at = self.device.clock() + CREDIT_CLOCKS;
            }
        }
    }
}

/// Sends `frames` frames with `gap` between them: sessions in turn, of all engines or of one alone. Rates are those of the second half.
pub fn measure(engines: usize, load: Load, one_engine: bool, frames: usize, gap: FrameGap) -> Rate {
    let mut bench = Bench::new(engines);
    let mut sessions = bench.arm(one_engine);
    bench.device.set_stalls(Stalls {
        rx_gap: gap,
        ..Stalls::NONE
    });
    let mut frame_bytes = 0;
    for index in 0..frames {
        let frame = sessions[index % SESSIONS].frame(load);
        frame_bytes = frame.len();
        bench.device.inject(&frame, true);
    }
    let mut begun = 0;
    bench.run_until_begun(frames / 2, &mut begun);
    let (first_clock, first_begun) = (bench.latch(), begun);
    let delivered_before = bench.counter(Counter::RxDelivered);
    bench.run_until_begun(frames, &mut begun);
    let clocks = bench.latch() - first_clock;
    let delivered_after = bench.counter(Counter::RxDelivered);
    bench.credit();
    bench
        .device
        .run_until_idle(1_000_000)
        .expect("the aggregate comes to rest");
    bench.latch();
    let seconds = clocks as f64 * f64::from(AGGREGATE_CLOCK_PS) * 1e-12;
    let rate = Rate {
        engines,
        load,
        frame_bytes,
        one_engine,
        offered_per_s: (begun - first_begun) as f64 / seconds,
        delivered_per_s: (delivered_after - delivered_before) as f64 / seconds,
        delivered: bench.counter(Counter::RxDelivered),
        lost: bench.counter(Counter::DropFifo),
        dropped_ring: bench.counter(Counter::DropRing),
        in_sequence: bench.counter(Counter::VerdictInSequence),
    };
    assert_eq!(
        rate.delivered + rate.lost + rate.dropped_ring,
        frames as u64,
        "every frame is delivered or counted"
    );
    rate
}
