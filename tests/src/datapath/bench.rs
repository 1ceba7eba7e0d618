//! A Verilated core with one ring and its sessions armed, and what is measured at its ports.
use super::traffic::{frames, tuple, Case, Frame, TCP_SEQ};
use fixnic_abi::counter::Counter;
use fixnic_abi::entry::FrameEntry;
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::{CommandOp, EntryKind};
use fixnic_driver::{Device, DmaArena, HostMemory};
use fixnic_sim::verilated::{FrameGap, FrameStart, Stalls, Written};
use fixnic_sim::VerilatedDevice;
use serde::Serialize;
use std::collections::HashSet;
use std::time::Instant;

/// The clock that rates are given for.
pub const CLOCK_HZ: f64 = 156.25e6;
/// Seed of the model around the core.
pub const SEED: u64 = 1;
const RING_LOG2: u32 = 15;
const ENTRIES_BYTES: u64 = 32 << RING_LOG2;
const BUFFER_BYTES: u64 = 64 << RING_LOG2;
/// Frames between two doorbells: a third of the granules that frames of 1,514 bytes fill.
const FRAMES_A_DOORBELL: usize = 400;
/// Idle clocks between frames that never meet in the core.
pub const RELAXED_CLOCKS: u32 = 64;
/// Bytes of a beat.
const LANES: u64 = 8;

/// What came out of one run.
#[derive(Serialize)]
pub struct Measured {
    /// The traffic.
    pub case: &'static str,
    /// The space between its frames.
    pub gap: String,
    /// Frames a second of simulated time.
    pub frames_per_s: f64,
    /// Messages that were found IN_SEQUENCE a second of simulated time.
    pub messages_per_s: f64,
    /// Frames delivered.
    pub delivered: u64,
    /// Frames that the ingress FIFO refused.
    pub dropped: u64,
    /// Frames that were dropped for want of room in the ring.
    pub dropped_ring: u64,
    /// Delivered frames whose FRAME entry does not say how many were dropped before them.
    pub miscounted: u64,
    /// Messages with the verdict IN_SEQUENCE.
    pub in_sequence: u64,
    /// RESYNC entries: places at which the core believes to have found a stream again.
    pub proposals: u64,
    /// Figures of single frames; none where frames were dropped.
    pub clocks: Option<Clocks>,
    /// Clocks simulated.
    #[serde(skip)]
    pub simulated_clocks: u64,
    /// Wall time that took.
    #[serde(skip)]
    pub wall_s: f64,
}

/// In clocks of the core.
#[derive(Serialize)]
pub struct Clocks {
    /// From a message's last byte at `s_axis_rx` to its verdict; none for frames without messages.
    pub verdict: Option<Spread>,
    /// From a message's last byte at `s_axis_rx` to the AXI beat of its MSG entry.
    pub entry: Option<Spread>,
    /// From a frame's last byte at `s_axis_rx` to the AXI beat of its FRAME entry.
    pub frame: Spread,
}

/// Of a number of figures.
#[derive(Serialize)]
pub struct Spread {
    /// How many.
    pub count: u64,
    /// Least.
    pub min: u64,
    /// Middle one.
    pub median: u64,
    /// Nine of ten are not greater.
    pub p90: u64,
    /// Ninety-nine of a hundred are not greater.
    pub p99: u64,
    /// Greatest.
    pub max: u64,
}

impl Spread {
    fn of(mut clocks: Vec<u64>) -> Option<Self> {
        clocks.sort_unstable();
        Some(Self {
            count: clocks.len() as u64,
            min: *clocks.first()?,
            median: clocks[clocks.len() / 2],
            p90: clocks[clocks.len() * 9 / 10],
            p99: clocks[clocks.len() * 99 / 100],
            max: *clocks.last()?,
        })
    }
}

struct Bench {
    device: VerilatedDevice,
    memory: HostMemory,
}

impl Bench {
    fn new(stalls: Stalls, sessions: usize) -> Self {
        let bytes = (ENTRIES_BYTES + BUFFER_BYTES) as usize;
        let memory = DmaArena::new(bytes)
            .expect("host memory for the rings")
            .host_memory();
        let mut device = VerilatedDevice::new(SEED, Stalls::NONE);
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
        bench.arm_all(sessions);
        bench.device.set_stalls(stalls);
        bench
    }

    fn write_pair(&mut self, low: &Register, value: u64) {
        self.device.write32(low.at(0), value as u32);
        self.device.write32(low.at(0) + 4, (value >> 32) as u32);
    }

    fn arm_all(&mut self, sessions: usize) {
        let mut taken = HashSet::new();
        for session in 0..sessions {
            let slot = tuple(session)
                .slots()
                .into_iter()
                .find(|slot| taken.insert(*slot));
            self.arm(session, slot.expect("1,024 sessions find a slot each"));
            // The fences of 1,024 commands fill no ring, as long as their room is given back.
            self.doorbell();
        }
        while self.device.take_written().is_some() {}
    }

    fn arm(&mut self, session: usize, slot: u16) {
        let tuple = tuple(session);
        let ports = field::CMD_PORTS::local.put(tuple.local_port.into())
            | field::CMD_PORTS::remote.put(tuple.remote_port.into());
        for (register, value) in [
            (&reg::CMD_SLOT, u32::from(slot)),
            (&reg::CMD_SESSION, session as u32),
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

    /// Entries written since the ring went on, modulo 2^16.
    fn produced(&mut self) -> u16 {
        field::RX_PRODUCER::entries.get(self.device.read32(reg::RX_PRODUCER.at(0))) as u16
    }

    /// FRAME entries from `first` on that do not tell the drops before their frame, if no entry has been overwritten.
    fn miscounted(&mut self, first: u16, starts: &[FrameStart]) -> u64 {
        let entries = self.produced().wrapping_sub(first);
        assert!(
            u32::from(entries) <= 1 << RING_LOG2,
            "{entries} entries overwrite each other"
        );
        let mut starts = starts.iter();
        let (mut dropped, mut miscounted) = (0, 0);
        for entry in 0..entries {
            let slot = u64::from(first.wrapping_add(entry)) % (1 << RING_LOG2);
            let mut bytes = [0; 32];
            self.memory
                .read(self.memory.iova() + slot * 32, &mut bytes)
                .expect("the ring lies in host memory");
            if bytes[0] != EntryKind::Frame as u8 {
                continue;
            }
            let frame: FrameEntry = bytemuck::cast(bytes);
            let before = starts
                .position(|start| start.ts_ns == frame.ts_ns)
                .expect("a FRAME entry is of a frame that began, and in the order of the wire");
            dropped += before as u32;
            miscounted += u64::from(frame.dropped != dropped);
        }
        miscounted
    }

    fn counter(&mut self, counter: Counter) -> u64 {
        u64::from(self.device.read32(reg::STAT_LO.at(counter as u32)))
    }

    /// Ring entries handed to AXI since the last call.
    fn entries(&mut self) -> Vec<Written> {
        let entries = self.memory.iova()..self.memory.iova() + ENTRIES_BYTES;
        std::iter::from_fn(|| self.device.take_written())
            .filter(|written| entries.contains(&written.address))
            .collect()
    }
}

/// Sends a case's frames with `gap` between them.
pub fn measure(case: &Case, gap: FrameGap, gap_name: &str) -> Measured {
    let mut bench = Bench::new(case.host.stalls(gap), case.sessions);
    let frames = frames(case, SEED);
    let first_entry = bench.produced();
    let wall = Instant::now();
    let first_clock = bench.device.clock();
    let mut entries = Vec::new();
    for batch in frames.chunks(FRAMES_A_DOORBELL) {
        for frame in batch {
            bench.device.inject(&frame.bytes, true);
        }
        while bench.device.frames_waiting() {
            bench.device.run(16);
        }
        bench.doorbell();
        entries.extend(bench.entries());
    }
    let last_clock = bench.device.clock();
    bench
        .device
        .run_until_idle(1_000_000)
        .expect("the core comes to rest");
    let wall_s = wall.elapsed().as_secs_f64();
    entries.extend(bench.entries());
    bench.device.write32(reg::STAT_LATCH.offset, 1);
    let delivered = bench.counter(Counter::RxDelivered);
    let dropped = bench.counter(Counter::DropFifo);
    let dropped_ring = bench.counter(Counter::DropRing);
    let in_sequence = bench.counter(Counter::VerdictInSequence);
    let starts: Vec<FrameStart> = std::iter::from_fn(|| bench.device.take_frame_start()).collect();
    assert_eq!(starts.len(), frames.len(), "frames that began on the wire");
    let miscounted = bench.miscounted(first_entry, &starts);
    let seconds = (last_clock - first_clock) as f64 / CLOCK_HZ;
    Measured {
        case: case.name,
        gap: gap_name.to_owned(),
        frames_per_s: delivered as f64 / seconds,
        messages_per_s: in_sequence as f64 / seconds,
        delivered,
        dropped,
        dropped_ring,
        miscounted,
        in_sequence,
        proposals: of_kind(&entries, EntryKind::Resync).count() as u64,
        clocks: (dropped + dropped_ring == 0).then(|| clocks(&mut bench.device, &frames, &starts, &entries)),
        simulated_clocks: bench.device.clock() - first_clock,
        wall_s,
    }
}

fn of_kind(entries: &[Written], kind: EntryKind) -> impl Iterator<Item = &Written> {
    entries.iter().filter(move |entry| entry.first == kind as u8)
}

/// The entries of frames of which none was dropped stand in the order of the frames.
fn clocks(
    device: &mut VerilatedDevice,
    frames: &[Frame],
    starts: &[FrameStart],
    entries: &[Written],
) -> Clocks {
    let (mut message_entries, mut frame_entries) = (
        of_kind(entries, EntryKind::Msg),
        of_kind(entries, EntryKind::Frame),
    );
    let (mut verdict, mut entry, mut whole) = (Vec::new(), Vec::new(), Vec::new());
    for (frame, start) in frames.iter().zip(starts) {
        let clock_of_byte = |end: usize| start.clock + (end as u64 - 1) / LANES;
        for end in &frame.message_ends {
            let decided = device.take_verdict_clock().expect("every message has a verdict");
            verdict.push(decided - clock_of_byte(*end));
            let written = message_entries.next().expect("every message has an entry");
            entry.push(written.clock - clock_of_byte(*end));
        }
        let written = frame_entries.next().expect("every frame has an entry");
        whole.push(written.clock - clock_of_byte(frame.bytes.len()));
    }
    Clocks {
        verdict: Spread::of(verdict),
        entry: Spread::of(entry),
        frame: Spread::of(whole).expect("a case has frames"),
    }
}
