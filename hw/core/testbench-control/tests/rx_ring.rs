//! The ring's counts of section 6 against a model, through the wrap of both at 2^16.

use fixnic_abi::limits::{MAX_FRAME_GRANULES, RX_FRAME_ENTRIES_MAX};
use fixnic_core_testbench_control::{seeded, Block, Value};
use rand::Rng;

const ENTRIES_TOTAL: u32 = 70_000;
const SETTLE_CLOCKS: u32 = 6;

/// Section 6 with counts that never wrap.
struct Model {
    entry_log2: u32,
    buffer_log2: u32,
    entries: u32,
    granules: u32,
    entries_back: u32,
    granules_back: u32,
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
        // RingConfig: two addresses, then the masks.
        let mut config = Value::default();
        config.0[16..18].copy_from_slice(&((1u32 << entry_log2) as u16).wrapping_sub(1).to_le_bytes());
        config.0[18..20].copy_from_slice(&((1u32 << buffer_log2) as u16).wrapping_sub(1).to_le_bytes());
        block.set_wide("cfg", config);
        for input in ["take_entry", "first", "more", "doorbell"] {
            block.set(input, 0);
        }
        block.reset();
        let model = Model {
            entry_log2,
            buffer_log2,
            entries: 0,
            granules: 0,
            entries_back: 0,
            granules_back: 0,
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
        let phase = (model.entries >> model.entry_log2) & 1 == 0;
        let wrapped = |count: u32| u64::from(count as u16);
        for (name, expected) in [
            ("entry", wrapped(model.entries)),
            ("phase", phase.into()),
            ("entries_free", model.entries_free().into()),
            ("granules", wrapped(model.granules)),
            ("granule", wrapped(model.frame_start())),
            ("granules_ok", model.granules_ok().into()),
            ("consumed", wrapped(model.entries_back)),
            ("settled", 1),
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
                bench.model.granules = bench.model.frame_start() + granules;
                bench.pulse("first");
                (1..granules).for_each(|_| bench.pulse("more"));
                bench.model.entries += entries;
                (0..entries).for_each(|_| bench.pulse("take_entry"));
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
