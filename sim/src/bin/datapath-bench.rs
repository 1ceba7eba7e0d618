//! Clocks and rates of the datapath, measured on the Verilated core at 156.25 MHz.
//!
//! `datapath-bench [--json]`. Latencies are clocks of the core, rates are frames and messages of simulated time; only
//! the last line is wall-clock time.
#![forbid(unsafe_code)]
use fixnic_abi::counter::Counter;
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::{CommandOp, EntryKind};
use fixnic_driver::{Device, DmaArena, HostMemory};
use fixnic_sim::frames::{fix_message, TcpFrame};
use fixnic_sim::verilated::{FrameGap, Stalls};
use fixnic_sim::VerilatedDevice;
use std::time::Instant;

const CLOCK_HZ: f64 = 156.25e6;
const SEED: u64 = 1;
const RING_LOG2: u32 = 15;
const ENTRIES_BYTES: u64 = 32 << RING_LOG2;
const BUFFER_BYTES: u64 = 64 << RING_LOG2;
const TCP_SEQ: u32 = 1_000_000;
/// Frames between two doorbells: a third of the granules that frames of 1,514 bytes fill.
const FRAMES_A_DOORBELL: usize = 400;
const PAYLOAD_MAX: usize = 1460;
/// Idle clocks between frames that never meet in the core.
const RELAXED_CLOCKS: u32 = 64;
/// Bytes of a beat.
const LANES: u64 = 8;

/// Traffic to measure.
struct Case {
    name: &'static str,
    frames: usize,
    /// Bytes of a message; 0 for frames that carry none.
    message_bytes: usize,
    messages_a_frame: usize,
}

const CASES: [Case; 3] = [
    Case {
        name: "64-byte frames",
        frames: 5_000,
        message_bytes: 0,
        messages_a_frame: 0,
    },
    Case {
        name: "1,500-byte frames full of 70-byte messages",
        frames: 1_000,
        message_bytes: 70,
        messages_a_frame: 20,
    },
    Case {
        name: "one 170-byte message a frame",
        frames: 4_000,
        message_bytes: 170,
        messages_a_frame: 1,
    },
];

/// What came out.
struct Measured {
    case: &'static str,
    gap: &'static str,
    frames_per_s: f64,
    messages_per_s: f64,
    delivered: u64,
    dropped: u64,
    verified: u64,
    /// Clocks from the last byte of a message at s_axis_rx, where nothing was dropped.
    latency: Option<Latencies>,
    clocks: u64,
    wall_s: f64,
}

struct Latencies {
    /// To its verdict.
    verdict: Latency,
    /// To the AXI beat of its MSG entry.
    entry: Latency,
}

struct Latency {
    min: u64,
    median: u64,
    max: u64,
}

struct Bench {
    device: VerilatedDevice,
    memory: HostMemory,
}

impl Bench {
    fn new(gap: FrameGap) -> Self {
        let bytes = (ENTRIES_BYTES + BUFFER_BYTES) as usize;
        let memory = DmaArena::new(bytes)
            .expect("host memory for the rings")
            .host_memory();
        let mut device = VerilatedDevice::new(
            SEED,
            Stalls {
                rx_gap: gap,
                ..Stalls::NONE
            },
        );
        device.map_dma(&memory).expect("the device has no memory yet");
        device.record_writes();
        device.record_verdicts();
        let base = memory.iova();
        let mut bench = Self { device, memory };
        bench.write_pair(&reg::RX_ENTRY_LO, base);
        bench.write_pair(&reg::RX_BUFFER_LO, base + ENTRIES_BYTES);
        let size = field::RX_SIZE::entry_log2.put(RING_LOG2) | field::RX_SIZE::buffer_log2.put(RING_LOG2);
        bench.device.write32(reg::RX_SIZE.at(0), size);
        bench.device.write32(reg::RX_ENABLE.at(0), 1);
        bench
            .device
            .write32(reg::CONTROL.offset, field::CONTROL::rx_enable.put(1));
        bench.arm();
        bench
    }

    fn write_pair(&mut self, low: &Register, value: u64) {
        self.device.write32(low.at(0), value as u32);
        self.device.write32(low.at(0) + 4, (value >> 32) as u32);
    }

    fn arm(&mut self) {
        let tuple = TcpFrame::default().tuple;
        let ports = field::CMD_PORTS::local.put(tuple.local_port.into())
            | field::CMD_PORTS::remote.put(tuple.remote_port.into());
        for (register, value) in [
            (&reg::CMD_SLOT, u32::from(tuple.slots()[0])),
            (&reg::CMD_SESSION, 0),
            (&reg::CMD_LOCAL_IP, tuple.local_ip),
            (&reg::CMD_REMOTE_IP, tuple.remote_ip),
            (&reg::CMD_PORTS, ports),
            (&reg::CMD_TCP_SEQ, TCP_SEQ),
            (&reg::CMD_EXPECTED_LO, 1),
            (&reg::CMD_EXPECTED_HI, 0),
            (&reg::CMD_GO, CommandOp::Arm as u32),
        ] {
            self.device.write32(register.offset, value);
        }
        self.device.run_until_idle(100_000).expect("the ARM command ends");
    }

    fn doorbell(&mut self) {
        let produced = self.device.read32(reg::RX_PRODUCER.at(0));
        self.device.write32(reg::RX_DOORBELL.at(0), produced);
    }

    fn counter(&mut self, counter: Counter) -> u64 {
        u64::from(self.device.read32(reg::STAT_LO.at(counter as u32)))
    }

    /// Clocks in which MSG entries were handed to AXI since the last call.
    fn message_clocks(&mut self) -> Vec<u64> {
        let entries = self.memory.iova()..self.memory.iova() + ENTRIES_BYTES;
        let is_message = |first| first == EntryKind::Msg as u8;
        std::iter::from_fn(|| self.device.take_written())
            .filter(|written| entries.contains(&written.address) && is_message(written.first))
            .map(|written| written.clock)
            .collect()
    }
}

fn main() {
    let json = std::env::args().any(|argument| argument == "--json");
    let mut all = Vec::new();
    for case in &CASES {
        all.push(measure(case, FrameGap::LineRate, "line rate"));
        let clocks = smallest_gap(case);
        all.push(measure(
            case,
            FrameGap::Clocks(clocks),
            "as close as nothing is dropped",
        ));
        if case.messages_a_frame > 0 {
            // Far apart, no frame waits for another.
            all.push(measure(case, FrameGap::Clocks(RELAXED_CLOCKS), "far apart"));
        }
    }
    if json {
        print_json(&all);
    } else {
        print_table(&all);
    }
}

/// The fewest idle clocks between two frames with which none is dropped.
fn smallest_gap(case: &Case) -> u32 {
    (0..RELAXED_CLOCKS)
        .find(|clocks| measure(case, FrameGap::Clocks(*clocks), "").dropped == 0)
        .unwrap_or(RELAXED_CLOCKS)
}

/// Frames of one case, with the offset in each frame after each message's last byte.
fn frames(case: &Case) -> Vec<(Vec<u8>, Vec<usize>)> {
    let mut number = 0;
    let mut seq = TCP_SEQ;
    (0..case.frames)
        .map(|_| {
            let mut payload = Vec::new();
            let mut ends = Vec::new();
            for _ in 0..case.messages_a_frame {
                number += 1;
                payload.extend(message(case.message_bytes, number));
                ends.push(payload.len());
            }
            assert!(payload.len() <= PAYLOAD_MAX);
            let frame = TcpFrame {
                seq,
                payload: &payload,
                ..TcpFrame::default()
            };
            seq = seq.wrapping_add(payload.len() as u32);
            let bytes = frame.build_padded();
            let headers = 54;
            (bytes, ends.iter().map(|end| headers + end).collect())
        })
        .collect()
}

/// A message of exactly `bytes` bytes.
fn message(bytes: usize, number: usize) -> Vec<u8> {
    let head = format!("35=8|34={number:06}|49=A|56=B|52=20240101-00:00:00|");
    let plain = fix_message(&head);
    if plain.len() == bytes {
        return plain;
    }
    let head = format!("35=8|34={number:06}|49=A|56=B|58=");
    let with = |fill: usize| fix_message(&format!("{head}{}|", "x".repeat(fill)));
    (0..bytes)
        .map(with)
        .find(|message| message.len() == bytes)
        .expect("a filler of the right length")
}

fn measure(case: &Case, gap: FrameGap, gap_name: &'static str) -> Measured {
    let mut bench = Bench::new(gap);
    let frames = frames(case);
    while bench.device.take_written().is_some() || bench.device.take_verdict_clock().is_some() {}
    while bench.device.take_frame_start().is_some() {}
    let wall = Instant::now();
    let first_clock = bench.device.clock();
    let mut message_clocks = Vec::new();
    for batch in frames.chunks(FRAMES_A_DOORBELL) {
        for (bytes, _) in batch {
            bench.device.inject(bytes, true);
        }
        while bench.device.frames_waiting() {
            bench.device.run(16);
        }
        bench.doorbell();
        message_clocks.extend(bench.message_clocks());
    }
    let last_clock = bench.device.clock();
    bench
        .device
        .run_until_idle(1_000_000)
        .expect("the core comes to rest");
    let wall_s = wall.elapsed().as_secs_f64();
    message_clocks.extend(bench.message_clocks());
    bench.device.write32(reg::STAT_LATCH.offset, 1);
    let delivered = bench.counter(Counter::RxDelivered);
    let dropped = bench.counter(Counter::DropFifo) + bench.counter(Counter::DropRing);
    let verified = bench.counter(Counter::VerdictInSequence);
    let seconds = (last_clock - first_clock) as f64 / CLOCK_HZ;
    Measured {
        case: case.name,
        gap: gap_name,
        frames_per_s: delivered as f64 / seconds,
        messages_per_s: verified as f64 / seconds,
        delivered,
        dropped,
        verified,
        latency: (dropped == 0)
            .then(|| latencies(&mut bench, &frames, &message_clocks))
            .flatten(),
        clocks: bench.device.clock() - first_clock,
        wall_s,
    }
}

fn latencies(
    bench: &mut Bench,
    frames: &[(Vec<u8>, Vec<usize>)],
    message_clocks: &[u64],
) -> Option<Latencies> {
    let mut written = message_clocks.iter();
    let (mut verdicts, mut entries) = (Vec::new(), Vec::new());
    for (_, ends) in frames {
        let start = bench.device.take_frame_start()?.clock;
        for end in ends {
            let last_byte = start + (*end as u64 - 1) / LANES;
            verdicts.push(bench.device.take_verdict_clock()? - last_byte);
            entries.push(written.next()? - last_byte);
        }
    }
    Some(Latencies {
        verdict: Latency::of(verdicts)?,
        entry: Latency::of(entries)?,
    })
}

impl Latency {
    fn of(mut clocks: Vec<u64>) -> Option<Self> {
        clocks.sort_unstable();
        Some(Self {
            min: *clocks.first()?,
            median: clocks[clocks.len() / 2],
            max: *clocks.last()?,
        })
    }

    fn json(&self) -> String {
        format!(
            r#"{{"min": {}, "median": {}, "max": {}}}"#,
            self.min, self.median, self.max
        )
    }
}

fn print_table(all: &[Measured]) {
    println!("The Verilated core at 156.25 MHz, an ever-ready host, seed {SEED}");
    for m in all {
        println!("{}, {}:", m.case, m.gap);
        println!(
            "  {:.2} M frames/s, {:.2} M messages/s verified",
            m.frames_per_s / 1e6,
            m.messages_per_s / 1e6
        );
        println!(
            "  {} delivered, {} dropped, {} messages IN_SEQUENCE",
            m.delivered, m.dropped, m.verified
        );
        if let Some(latency) = &m.latency {
            let pairs = [
                ("its verdict", &latency.verdict),
                ("the AXI beat of its entry", &latency.entry),
            ];
            for (what, clocks) in pairs {
                println!(
                    "  last byte of a message to {what}: {} to {} clocks, median {}",
                    clocks.min, clocks.max, clocks.median
                );
            }
        }
    }
    println!("simulated: {:.0} clocks/s", clocks_per_s(all));
}

fn print_json(all: &[Measured]) {
    let cases: Vec<String> = all
        .iter()
        .map(|m| {
            let (verdict, entry) = match &m.latency {
                Some(latency) => (latency.verdict.json(), latency.entry.json()),
                None => ("null".into(), "null".into()),
            };
            format!(
                r#"    {{"case": "{}", "gap": "{}", "frames_per_s": {:.0}, "messages_per_s": {:.0}, "delivered": {}, "dropped": {}, "in_sequence": {}, "verdict_clocks": {verdict}, "entry_clocks": {entry}}}"#,
                m.case, m.gap, m.frames_per_s, m.messages_per_s, m.delivered, m.dropped, m.verified
            )
        })
        .collect();
    println!(
        "{{\n  \"clock_hz\": {CLOCK_HZ:.0},\n  \"seed\": {SEED},\n  \"cases\": [\n{}\n  ],\n  \"simulated_clocks_per_s\": {:.0}\n}}",
        cases.join(",\n"),
        clocks_per_s(all)
    );
}

fn clocks_per_s(all: &[Measured]) -> f64 {
    let clocks: u64 = all.iter().map(|m| m.clocks).sum();
    clocks as f64 / all.iter().map(|m| m.wall_s).sum::<f64>()
}
