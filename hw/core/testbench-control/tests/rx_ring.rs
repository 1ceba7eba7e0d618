//! The ring's counts of section 6 against a model, through the wrap of both at 2^16.

use fixnic_abi::limits::{MAX_FRAME_GRANULES, RX_FRAME_ENTRIES_MAX};
use fixnic_core_testbench_control::{seeded, Block};
use rand::Rng;

const ENTRIES_TOTAL: u32 = 70_000;
const SETTLE_CLOCKS: u32 = 8;
const FENCE_ENTRIES: u32 = 2;

/// Section 6 with counts that never wrap.
struct Model {
    entry_log2: u32,
    buffer_log2: u32,
    entries: u32,
    granules: u32,
    entries_back: u32,
    granules_back: u32,
    /// Entries kept for the frame under way.
    kept: Option<u32>,
}

impl Model {
    fn frame_start(&self) -> u32 {
        let (size, longest) = (1 << self.buffer_log2, u32::from(MAX_FRAME_GRANULES));
        let within = self.granules % size;
        match within + longest > size {
            true => self.granules + size - within,
            false => self.granules,
        }
    }

    fn entries_free(&self) -> u32 {
        (1 << self.entry_log2) - (self.entries - self.entries_back)
    }

    fn granules_ok(&self) -> bool {
        self.frame_start() + u32::from(MAX_FRAME_GRANULES) - self.granules_back <= 1 << self.buffer_log2
    }
}

struct Bench {
    block: Block,
    model: Model,
}

impl Bench {
    fn new(entry_log2: u32, buffer_log2: u32) -> Self {
        let mut block = Block::new("rx_ring");
        block.set("entry_log2", entry_log2.into());
        block.set("buffer_log2", buffer_log2.into());
        for input in [
            "take_entry",
            "first",
            "more",
            "doorbell",
            "admit",
            "finish",
            "admit_entries",
            "finish_entries",
        ] {
            block.set(input, 0);
        }
        block.set("forget", 1);
        block.reset();
        block.set("forget", 0);
        let model = Model {
            entry_log2,
            buffer_log2,
            entries: 0,
            granules: 0,
            entries_back: 0,
            granules_back: 0,
            kept: None,
        };
        let mut bench = Self { block, model };
        bench.rest();
        bench
    }

    fn pulse(&mut self, input: &'static str) {
        self.block.set(input, 1);
        self.block.tick();
        self.block.set(input, 0);
    }

    /// Lets everything follow, and compares.
    fn rest(&mut self) {
        for _ in 0..SETTLE_CLOCKS {
            self.block.tick();
        }
        self.block.settle();
        let model = &self.model;
        let room = RX_FRAME_ENTRIES_MAX as u32 + model.kept.unwrap_or(0);
        let wrapped = |count: u32| u64::from(count as u16);
        for (name, expected) in [
            ("entry", wrapped(model.entries)),
            ("lap_bit", wrapped(1 << model.entry_log2)),
            ("entry_mask", (1 << model.entry_log2) - 1),
            ("granule_mask", (1 << model.buffer_log2) - 1),
            ("entries_ok", (model.entries_free() >= room).into()),
            ("fence_ok", (model.entries_free() >= FENCE_ENTRIES).into()),
            ("idle", model.kept.is_none().into()),
            ("granules", wrapped(model.granules)),
            ("granule", wrapped(model.frame_start())),
            ("granules_ok", model.granules_ok().into()),
            ("consumed", wrapped(model.entries_back)),
        ] {
            assert_eq!(
                self.block.get(name),
                expected,
                "{name} after {} entries and {} granules",
                model.entries,
                model.granules
            );
        }
    }

    /// A doorbell with these counts; gives whether it was refused.
    fn doorbell(&mut self, entries: u32, granules: u32) -> bool {
        let counts = u64::from(granules as u16) << 16 | u64::from(entries as u16);
        self.block.set("doorbell_counts", counts);
        self.pulse("doorbell");
        let mut refused = false;
        for _ in 0..4 {
            self.block.settle();
            refused |= self.block.is("refused");
            self.block.edge();
        }
        refused
    }
}

#[test]
fn counts_run_free_and_wrap() {
    let mut rng = seeded(1);
    for (entry_log2, buffer_log2) in [(7, 7), (11, 9), (15, 15)] {
        let mut bench = Bench::new(entry_log2, buffer_log2);
        while bench.model.entries < ENTRIES_TOTAL || bench.model.granules <= 1 << 16 {
            if bench.model.granules_ok() && bench.model.entries_free() >= u32::from(RX_FRAME_ENTRIES_MAX) {
                let granules = rng.random_range(1..=u32::from(MAX_FRAME_GRANULES));
                let entries = rng.random_range(1..=u32::from(RX_FRAME_ENTRIES_MAX));
                bench.block.set("admit_entries", entries.into());
                bench.block.set("finish_entries", entries.into());
                bench.pulse("admit");
                bench.model.kept = Some(entries);
                bench.rest();
                bench.model.granules = bench.model.frame_start() + granules;
                bench.pulse("first");
                (1..granules).for_each(|_| bench.pulse("more"));
                bench.model.entries += entries;
                (0..entries).for_each(|_| bench.pulse("take_entry"));
                bench.rest();
                bench.pulse("finish");
                bench.model.kept = None;
            } else {
                let model = &bench.model;
                let entries = rng.random_range(model.entries_back..=model.entries);
                let granules = rng.random_range(model.granules_back..=model.granules);
                assert!(!bench.doorbell(entries, granules), "credit for what is out");
                (bench.model.entries_back, bench.model.granules_back) = (entries, granules);
            }
            if rng.random_ratio(1, 8) {
                let (entries, granules) = (bench.model.entries, bench.model.granules);
                assert!(bench.doorbell(entries + 1, granules), "one entry too many");
                assert!(bench.doorbell(entries, granules + 1), "one granule too many");
            }
            bench.rest();
        }
    }
}
