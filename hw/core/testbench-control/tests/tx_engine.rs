//! The transmit engine between a host memory with moods and a wire that stalls.

use fixnic_core_testbench_control::{seeded, Block, ChaCha8Rng, Value};
use rand::{Rng, RngCore};
use std::collections::{HashMap, VecDeque};

const RING_BASE: u64 = 0x0000_7FFF_FFFF_FFC0; // so that the ring's addresses carry into the high half and beyond
const FRAMES_BASE: u64 = 0x1_0000_0000;
const CLOCKS_MAX: u64 = 2_000_000;
const SLVERR: u64 = 2;

/// What a descriptor must lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Frame(Vec<u8>),
    BadDescriptor,
    ReadError,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Burst {
    address: u64,
    beats_left: u64,
    ready_at: u64,
}

/// Chances of 256 that a channel stalls in a clock, and the longest time a burst takes to be answered.
#[derive(Clone, Copy, Debug, Default)]
struct Moods {
    address_stall: u32,
    data_stall: u32,
    wire_stall: u32,
    completion_stall: u32,
    latency_clocks_max: u64,
}

struct Bench {
    block: Block,
    rng: ChaCha8Rng,
    moods: Moods,
    memory: HashMap<u64, [u8; 32]>,
    failing: HashMap<u64, ()>,
    bursts: VecDeque<Burst>,
    data_offered: bool,
    asked: Option<(u64, u64)>,
    frame: Vec<u8>,
    in_frame: bool,
    offered: Option<(u64, u64, bool)>,
    frames: Vec<Vec<u8>>,
    completions: Vec<u16>,
    events: [u64; 3],
}

impl Bench {
    fn new(seed: u64) -> Self {
        let mut block = Block::new("tx_engine");
        for name in [
            "enable",
            "ring_log2",
            "doorbell",
            "doorbell_count",
            "m_axi_arready",
            "m_axi_rresp",
            "m_axi_rlast",
            "m_axi_rvalid",
            "m_axis_tx_tready",
            "completion_ready",
        ] {
            block.set(name, 0);
        }
        block.set("ring_base", RING_BASE);
        block.set_wide("m_axi_rdata", Value::default());
        block.reset();
        Self {
            block,
            rng: seeded(seed),
            moods: Moods::default(),
            memory: HashMap::new(),
            failing: HashMap::new(),
            bursts: VecDeque::new(),
            data_offered: false,
            asked: None,
            frame: Vec::new(),
            in_frame: false,
            offered: None,
            frames: Vec::new(),
            completions: Vec::new(),
            events: [0; 3],
        }
    }

    fn roll(&mut self, chance: u32) -> bool {
        self.rng.random_range(0..256) < chance
    }

    fn random_moods(&mut self) {
        self.moods = Moods {
            address_stall: [0, 0, 100, 240][self.rng.random_range(0..4)],
            data_stall: [0, 0, 100, 240][self.rng.random_range(0..4)],
            wire_stall: [0, 0, 100, 240][self.rng.random_range(0..4)],
            completion_stall: [0, 100, 250][self.rng.random_range(0..3)],
            latency_clocks_max: [0, 3, 80][self.rng.random_range(0..3)],
        };
    }

    fn descriptor_address(&self, index: u16, log2: u32) -> u64 {
        RING_BASE + u64::from(index % (1 << log2)) * 32
    }

    fn write_descriptor(&mut self, index: u16, log2: u32, address: u64, length: u32) {
        let mut bytes = [0; 32];
        // The reserved bytes must not matter.
        self.rng.fill_bytes(&mut bytes);
        bytes[..8].copy_from_slice(&address.to_le_bytes());
        bytes[8..12].copy_from_slice(&length.to_le_bytes());
        let at = self.descriptor_address(index, log2);
        self.memory.insert(at, bytes);
        self.failing.remove(&at);
    }

    /// A good frame of `length` bytes in slot `slot` of the frame memory.
    fn write_frame(&mut self, slot: u64, length: usize) -> (u64, Vec<u8>) {
        let address = FRAMES_BASE + slot * 2048;
        let mut bytes = vec![0; length];
        self.rng.fill_bytes(&mut bytes);
        for (i, chunk) in bytes.chunks(32).enumerate() {
            let mut beat = [0xEE; 32];
            beat[..chunk.len()].copy_from_slice(chunk);
            self.memory.insert(address + i as u64 * 32, beat);
            self.failing.remove(&(address + i as u64 * 32));
        }
        (address, bytes)
    }

    fn drive(&mut self) {
        let stalled = self.roll(self.moods.address_stall);
        self.block.set("m_axi_arready", (!stalled).into());
        let wire = self.roll(self.moods.wire_stall);
        self.block.set("m_axis_tx_tready", (!wire).into());
        let completion = self.roll(self.moods.completion_stall);
        self.block.set("completion_ready", (!completion).into());
        let due = self
            .bursts
            .front()
            .is_some_and(|burst| burst.ready_at <= self.block.clock());
        let stalled = self.roll(self.moods.data_stall);
        self.data_offered |= due && !stalled;
        self.block.set("m_axi_rvalid", self.data_offered.into());
        if self.data_offered {
            let burst = self.bursts[0];
            let data = self.memory.get(&burst.address).copied().unwrap_or([0xDD; 32]);
            let fails =
                self.failing.contains_key(&burst.address) || !self.memory.contains_key(&burst.address);
            self.block.set_wide("m_axi_rdata", Value(data));
            self.block.set("m_axi_rresp", if fails { SLVERR } else { 0 });
            self.block.set("m_axi_rlast", (burst.beats_left == 1).into());
        } else {
            let mut noise = [0; 32];
            self.rng.fill_bytes(&mut noise);
            self.block.set_wide("m_axi_rdata", Value(noise));
            let noise = self.rng.random_range(0..4);
            self.block.set("m_axi_rresp", noise);
            self.block.set("m_axi_rlast", noise & 1);
        }
    }

    fn observe(&mut self) {
        // Read address: stands until taken, within 4 KiB, one burst at a time.
        let asks = self.block.is("m_axi_arvalid");
        let address = (self.block.get("m_axi_araddr"), self.block.get("m_axi_arlen"));
        if let Some(before) = self.asked {
            assert!(asks && address == before, "arvalid must stand until arready");
        }
        let taken = asks && self.block_input("m_axi_arready");
        self.asked = (asks && !taken).then_some(address);
        if taken {
            assert_eq!(
                (self.block.get("m_axi_arsize"), self.block.get("m_axi_arburst")),
                (5, 1)
            );
            assert_eq!(address.0 % 32, 0);
            assert_eq!(
                address.0 >> 12,
                (address.0 + address.1 * 32) >> 12,
                "a burst crosses 4 KiB"
            );
            assert!(self.bursts.is_empty(), "one burst at a time");
            let wait = self.rng.random_range(0..=self.moods.latency_clocks_max);
            self.bursts.push_back(Burst {
                address: address.0,
                beats_left: address.1 + 1,
                ready_at: self.block.clock() + 1 + wait,
            });
        }
        assert!(self.block.is("m_axi_rready"));
        if self.data_offered {
            self.data_offered = false;
            let burst = &mut self.bursts[0];
            burst.address += 32;
            burst.beats_left -= 1;
            if burst.beats_left == 0 {
                self.bursts.pop_front();
            }
        }
        self.observe_wire();
        if self.block.is("completion_valid") && self.block_input("completion_ready") {
            let done = self.block.get("completion_done") as u16;
            let finished = self.events.iter().sum::<u64>() as u16;
            assert!(
                finished.wrapping_sub(done) < 0x8000,
                "{done} done, {finished} finished"
            );
            self.completions.push(done);
        }
        for (count, name) in
            self.events
                .iter_mut()
                .zip(["event_tx_frame", "event_bad_descriptor", "event_read_error"])
        {
            *count += u64::from(self.block.is(name));
        }
    }

    fn observe_wire(&mut self) {
        let valid = self.block.is("m_axis_tx_tvalid");
        let beat = (
            self.block.get("m_axis_tx_tdata"),
            self.block.get("m_axis_tx_tkeep"),
            self.block.is("m_axis_tx_tlast"),
        );
        assert!(valid || !self.in_frame, "a gap in a frame");
        if let Some(before) = self.offered {
            assert!(valid && beat == before, "tvalid must stand until tready");
        }
        let taken = valid && self.block_input("m_axis_tx_tready");
        self.offered = (valid && !taken).then_some(beat);
        if !taken {
            return;
        }
        let (data, keep, last) = beat;
        let lanes = keep.trailing_ones() as usize;
        assert_eq!(keep, (1u64 << lanes) - 1, "tkeep has a hole");
        assert!(lanes > 0 && (last || lanes == 8));
        self.frame.extend(&data.to_le_bytes()[..lanes]);
        self.in_frame = !last;
        if last {
            self.frames.push(std::mem::take(&mut self.frame));
        }
    }

    /// The value driven in this clock.
    fn block_input(&self, name: &'static str) -> bool {
        self.block.is(name)
    }

    fn clock(&mut self) {
        self.drive();
        self.block.settle();
        self.observe();
        self.block.edge();
        self.block.set("doorbell", 0);
    }

    fn ring(&mut self, count: u16) {
        self.block.set("doorbell", 1);
        self.block.set("doorbell_count", count.into());
    }

    fn enable(&mut self, log2: u32) {
        self.block.set("ring_log2", log2.into());
        self.block.set("enable", 1);
        self.clock();
    }

    fn disable(&mut self) {
        self.block.set("enable", 0);
        for _ in 0..3 {
            self.clock();
        }
        self.until_idle();
    }

    fn until_idle(&mut self) {
        let start = self.block.clock();
        while !self.block.is("idle") {
            self.clock();
            assert!(self.block.clock() - start < CLOCKS_MAX, "never idle");
        }
        assert!(
            self.bursts.is_empty() && !self.in_frame && self.offered.is_none(),
            "idle in the middle of something"
        );
    }

    /// Runs until the completion says `count`.
    fn until_done(&mut self, count: u16) {
        let start = self.block.clock();
        while self.completions.last() != Some(&count) {
            self.clock();
            assert!(
                self.block.clock() - start < CLOCKS_MAX,
                "{count} descriptors never done, the last completion is {:?}",
                self.completions.last()
            );
        }
    }

    fn check(&self, outcomes: &[Outcome]) {
        let expected: Vec<&Vec<u8>> = outcomes
            .iter()
            .filter_map(|outcome| match outcome {
                Outcome::Frame(bytes) => Some(bytes),
                _ => None,
            })
            .collect();
        assert_eq!(self.frames.len(), expected.len(), "frames sent");
        for (number, (found, expected)) in self.frames.iter().zip(expected).enumerate() {
            assert!(
                found == expected,
                "frame {number}: {} bytes, expected {}",
                found.len(),
                expected.len()
            );
        }
        let count = |wanted: &Outcome| outcomes.iter().filter(|outcome| *outcome == wanted).count() as u64;
        let events = [
            self.frames.len() as u64,
            count(&Outcome::BadDescriptor),
            count(&Outcome::ReadError),
        ];
        assert_eq!(self.events, events, "frames sent, bad descriptors, read errors");
        for pair in self.completions.windows(2) {
            assert!(
                pair[1].wrapping_sub(pair[0]) as i16 > 0,
                "completions go back: {pair:?}"
            );
        }
    }
}

#[test]
fn every_length_arrives_whole_through_a_wrapping_ring() {
    const LOG2: u32 = 4;
    let mut bench = Bench::new(1);
    bench.enable(LOG2);
    let mut outcomes = Vec::new();
    let mut written = 0u16;
    for length in 14..=2048 {
        if length % 16 == 0 {
            bench.random_moods();
        }
        let (address, bytes) = bench.write_frame(u64::from(written % 16), length);
        bench.write_descriptor(written, LOG2, address, length as u32);
        outcomes.push(Outcome::Frame(bytes));
        written += 1;
        // The ring holds 16: up to a ring's worth at once.
        if written.is_multiple_of(16) || bench.rng.random_range(0..6) == 0 {
            bench.ring(written);
            bench.until_done(written);
        }
    }
    bench.ring(written);
    bench.until_done(written);
    bench.until_idle();
    bench.check(&outcomes);
}

#[test]
fn bad_descriptors_and_read_errors_are_skipped_in_order() {
    for (seed, log2) in [(10, 2), (11, 7), (12, 15)] {
        let mut bench = Bench::new(seed);
        bench.enable(log2);
        let mut outcomes = Vec::new();
        let mut written = 0u16;
        while written < 1500 {
            bench.random_moods();
            let batch = bench.rng.random_range(1..=1u16 << log2.min(6));
            for _ in 0..batch {
                let slot = u64::from(written % 64);
                let length = bench.rng.random_range(14..=200usize);
                let (address, bytes) = bench.write_frame(slot, length);
                let beats = length.div_ceil(32) as u64;
                let outcome = match bench.rng.random_range(0..8) {
                    0 => {
                        let wrong = [0, 1, 13, 2049, 0x0001_0040, 0x8000_0040, u32::MAX]
                            [bench.rng.random_range(0..7)];
                        bench.write_descriptor(written, log2, address, wrong);
                        Outcome::BadDescriptor
                    }
                    1 => {
                        let off = 1 << bench.rng.random_range(0..11);
                        bench.write_descriptor(written, log2, address + off, length as u32);
                        Outcome::BadDescriptor
                    }
                    2 => {
                        bench.write_descriptor(written, log2, address, length as u32);
                        let at = address + bench.rng.random_range(0..beats) * 32;
                        bench.failing.insert(at, ());
                        Outcome::ReadError
                    }
                    3 => {
                        bench.write_descriptor(written, log2, address, length as u32);
                        let at = bench.descriptor_address(written, log2);
                        bench.failing.insert(at, ());
                        Outcome::ReadError
                    }
                    _ => {
                        bench.write_descriptor(written, log2, address, length as u32);
                        Outcome::Frame(bytes)
                    }
                };
                outcomes.push(outcome);
                written += 1;
            }
            bench.ring(written);
            bench.until_done(written);
        }
        bench.until_idle();
        bench.check(&outcomes);
    }
}

/// With a fast memory and a fast wire, the next frame is fetched while one is sent.
#[test]
fn fetching_hides_behind_sending() {
    let mut bench = Bench::new(20);
    bench.enable(5);
    let mut outcomes = Vec::new();
    for index in 0..16 {
        let (address, bytes) = bench.write_frame(index, 1514);
        bench.write_descriptor(index as u16, 5, address, 1514);
        outcomes.push(Outcome::Frame(bytes));
    }
    bench.ring(16);
    let start = bench.block.clock();
    bench.until_done(16);
    let clocks = bench.block.clock() - start;
    let beats = 16 * 1514u64.div_ceil(8);
    assert!(clocks < beats + 16 * 6 + 100, "{clocks} clocks for {beats} beats");
    bench.check(&outcomes);
}

/// Disabled at any moment: whole frames only, bursts read to their end, and a new run begins at descriptor 0.
#[test]
fn disabling_stops_at_a_frame_boundary() {
    let mut bench = Bench::new(30);
    for _ in 0..400 {
        bench.random_moods();
        bench.frames.clear();
        bench.completions.clear();
        bench.events = [0; 3];
        let mut outcomes = Vec::new();
        for index in 0..8 {
            let length = bench.rng.random_range(14..=600);
            let (address, bytes) = bench.write_frame(index, length);
            bench.write_descriptor(index as u16, 3, address, length as u32);
            outcomes.push(bytes);
        }
        bench.enable(3);
        for _ in 0..bench.rng.random_range(0..4) {
            bench.clock();
        }
        bench.ring(8);
        for _ in 0..bench.rng.random_range(0..600) {
            bench.clock();
        }
        bench.disable();
        assert!(bench.frames.len() <= 8);
        assert_eq!(bench.frames[..], outcomes[..bench.frames.len()]);
        assert_eq!(bench.events, [bench.frames.len() as u64, 0, 0]);
        let done = bench.completions.last().copied().unwrap_or(0);
        assert_eq!(
            usize::from(done),
            bench.frames.len(),
            "the last completion tells what was sent"
        );
    }
}

/// Enabled again before the last run has ended: the doorbell is not lost.
#[test]
fn a_run_may_be_enabled_before_the_last_has_ended() {
    let mut bench = Bench::new(40);
    for _ in 0..300 {
        bench.random_moods();
        let mut frames = Vec::new();
        for index in 0..4 {
            let length = bench.rng.random_range(14..=600);
            let (address, bytes) = bench.write_frame(index, length);
            bench.write_descriptor(index as u16, 2, address, length as u32);
            frames.push(bytes);
        }
        bench.enable(2);
        bench.ring(4);
        for _ in 0..bench.rng.random_range(1..300) {
            bench.clock();
        }
        bench.block.set("enable", 0);
        bench.clock();
        bench.block.set("enable", 1);
        bench.clock();
        bench.ring(2);
        for _ in 0..3 {
            bench.clock();
        }
        bench.until_idle();
        let sent = bench.frames.len();
        assert!(
            bench.frames[sent - 2..] == frames[..2],
            "the new run begins at descriptor 0"
        );
        assert_eq!(bench.completions.last(), Some(&2));
        bench.disable();
        bench.frames.clear();
        bench.completions.clear();
    }
}
