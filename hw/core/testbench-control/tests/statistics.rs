//! Counters against plain numbers.

use fixnic_abi::counter::Counter;
use fixnic_core_testbench_control::{seeded, Block, ChaCha8Rng};
use rand::Rng;

const COUNTERS: usize = Counter::VALUES.len();
const RX_BYTES: usize = Counter::RxBytes as usize;
const BUSY_CLOCKS_MAX: u64 = 72;

/// The block and what its counters must be.
struct Bench {
    block: Block,
    totals: [u64; COUNTERS],
    rng: ChaCha8Rng,
    /// Probability of each event in a clock, of 256.
    density: u32,
}

impl Bench {
    fn new(seed: u64) -> Self {
        let mut block = Block::new("statistics");
        for name in ["events", "rx_bytes", "latch", "read_index"] {
            block.set(name, 0);
        }
        block.reset();
        Self {
            block,
            totals: [0; COUNTERS],
            rng: seeded(seed),
            density: 0,
        }
    }

    /// One clock with random events; gives `busy` and `read_value` of it.
    fn clock(&mut self) -> (bool, u64) {
        let mut events = 0u64;
        for (number, total) in self.totals.iter_mut().enumerate() {
            if self.rng.random_range(0..256) < self.density {
                events |= 1 << number;
                *total += u64::from(number != RX_BYTES);
            }
        }
        // Its worst is the largest number in every clock.
        let bytes = if self.density == 256 {
            4095
        } else {
            self.rng.random_range(0..4096)
        };
        if events >> RX_BYTES & 1 == 1 {
            self.totals[RX_BYTES] += bytes;
        }
        self.block.set("events", events);
        self.block.set("rx_bytes", bytes);
        self.block.settle();
        let seen = (self.block.is("busy"), self.block.get("read_value"));
        self.block.edge();
        seen
    }

    /// Takes a snapshot while events go on, and compares it.
    fn snapshot(&mut self) {
        while self.clock().0 {}
        self.block.set("latch", 1);
        self.clock();
        self.block.set("latch", 0);
        let expected = self.totals;
        let mut busy_clocks = 0;
        while self.clock().0 {
            busy_clocks += 1;
            assert!(busy_clocks <= BUSY_CLOCKS_MAX);
            // One that comes while busy changes nothing; the last busy clocks are left alone, as the next may not be one.
            let again = busy_clocks < BUSY_CLOCKS_MAX - 8 && self.rng.random_range(0..8) == 0;
            self.block.set("latch", again.into());
        }
        self.block.set("latch", 0);
        assert!(busy_clocks > 0);
        let mut order: Vec<usize> = (0..64).collect();
        for i in (1..order.len()).rev() {
            order.swap(i, self.rng.random_range(0..=i));
        }
        for index in order {
            self.block.set("read_index", index as u64);
            self.clock();
            self.clock();
            let (_, value) = self.clock();
            assert_eq!(
                value,
                expected.get(index).copied().unwrap_or(0),
                "counter {index}"
            );
        }
    }
}

#[test]
fn snapshots_are_of_one_clock_at_any_density() {
    let mut bench = Bench::new(1);
    for round in 0..600 {
        bench.density = [0, 1, 16, 128, 255, 256][round % 6];
        for _ in 0..bench.rng.random_range(0..400) {
            bench.clock();
        }
        bench.snapshot();
    }
}

#[test]
fn a_latch_may_come_at_any_point_of_the_walk() {
    let mut bench = Bench::new(2);
    bench.density = 256;
    for offset in 0..130 {
        for _ in 0..offset {
            bench.clock();
        }
        bench.snapshot();
    }
}

/// Nothing is lost when snapshots follow each other without a pause and every counter counts in every clock.
#[test]
fn back_to_back_snapshots_lose_nothing() {
    let mut bench = Bench::new(3);
    bench.density = 256;
    for _ in 0..200 {
        while bench.clock().0 {}
        bench.block.set("latch", 1);
        bench.clock();
        bench.block.set("latch", 0);
    }
    bench.snapshot();
}

#[test]
fn the_byte_counter_carries_into_its_high_half() {
    let mut bench = Bench::new(4);
    bench.block.set("events", 1 << RX_BYTES);
    bench.block.set("rx_bytes", 4095);
    let clocks = u64::from(u32::MAX) / 4095;
    for _ in 0..clocks {
        bench.block.tick();
    }
    bench.totals[RX_BYTES] = clocks * 4095;
    for _ in 0..3 {
        bench.snapshot();
        bench.block.set("events", 1 << RX_BYTES);
        bench.block.set("rx_bytes", 4095);
        for _ in 0..40 {
            bench.block.tick();
            bench.totals[RX_BYTES] += 4095;
        }
    }
    bench.snapshot();
    assert!(bench.totals[RX_BYTES] > u64::from(u32::MAX));
}

#[test]
fn reset_zeroes_counters_and_snapshot() {
    let mut bench = Bench::new(5);
    bench.density = 100;
    bench.snapshot();
    bench.block.reset();
    bench.totals = [0; COUNTERS];
    // Events count from the first clock after reset, while the RAMs are still being zeroed.
    let (busy, _) = bench.clock();
    assert!(busy);
    bench.snapshot();
    bench.block.set("events", 0);
    bench.block.reset();
    bench.totals = [0; COUNTERS];
    bench.density = 0;
    while bench.clock().0 {}
    for index in 0..64 {
        bench.block.set("read_index", index);
        bench.clock();
        bench.clock();
        assert_eq!(bench.clock().1, 0);
    }
}
