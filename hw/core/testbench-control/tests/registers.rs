//! The register map over AXI4-Lite, with every order and delay of its channels.

use fixnic_abi::reg::{self, field, Access, Register};
use fixnic_core_testbench_control::{seeded, Block, ChaCha8Rng};
use rand::Rng;
use std::collections::BTreeMap;

const BAR0_WORDS: u32 = reg::BAR0_BYTES / 4;
const WAIT_CLOCKS_MAX: u32 = 400;
const ALL_STROBES: u64 = 0xF;

/// Pulses with the values that came with them, by the pulse's name.
const PULSES: &[(&str, &[&str])] = &[
    ("reset_request", &[]),
    (
        "rx_doorbell",
        &["rx_doorbell", "rx_doorbell_entries", "rx_doorbell_granules"],
    ),
    ("tx_doorbell", &["tx_doorbell_count"]),
    (
        "cmd_go",
        &[
            "cmd_op",
            "cmd_slot",
            "cmd_session",
            "cmd_local_ip",
            "cmd_remote_ip",
            "cmd_local_port",
            "cmd_remote_port",
            "cmd_tcp_seq",
            "cmd_expected",
            "cmd_tag",
            "cmd_ring",
        ],
    ),
    ("stat_latch", &[]),
];

/// Inputs that are there once for each ring: entries, granules, drops with the ring off, drops without room.
const OF_RING_INPUTS: [[&str; 4]; 4] = [
    [
        "rx_producer_entries_0",
        "rx_producer_granules_0",
        "rx_drop_disabled_0",
        "rx_drop_ring_0",
    ],
    [
        "rx_producer_entries_1",
        "rx_producer_granules_1",
        "rx_drop_disabled_1",
        "rx_drop_ring_1",
    ],
    [
        "rx_producer_entries_2",
        "rx_producer_granules_2",
        "rx_drop_disabled_2",
        "rx_drop_ring_2",
    ],
    [
        "rx_producer_entries_3",
        "rx_producer_granules_3",
        "rx_drop_disabled_3",
        "rx_drop_ring_3",
    ],
];
/// Outputs that are there once for each ring: base of the entries and of the buffer, their logarithms.
const OF_RING_OUTPUTS: [[&str; 4]; 4] = [
    [
        "rx_ring_entry_base_0",
        "rx_ring_buffer_base_0",
        "rx_ring_entry_log2_0",
        "rx_ring_buffer_log2_0",
    ],
    [
        "rx_ring_entry_base_1",
        "rx_ring_buffer_base_1",
        "rx_ring_entry_log2_1",
        "rx_ring_buffer_log2_1",
    ],
    [
        "rx_ring_entry_base_2",
        "rx_ring_buffer_base_2",
        "rx_ring_entry_log2_2",
        "rx_ring_buffer_log2_2",
    ],
    [
        "rx_ring_entry_base_3",
        "rx_ring_buffer_base_3",
        "rx_ring_entry_log2_3",
        "rx_ring_buffer_log2_3",
    ],
];

/// What `Statistics` would give for a counter.
fn counter(index: u64) -> u64 {
    (index + 1) * 0x0123_4567_89AB_CDEF
}

struct Bench {
    block: Block,
    rng: ChaCha8Rng,
    /// Longest pause before a channel acts.
    pause_max: u32,
    pulses: Vec<(&'static str, Vec<u64>)>,
    irq: Vec<u64>,
    stat_pipeline: [u64; 2],
    stat_busy_clocks: u32,
}

/// A master's side of a channel that gives something: valid stands until ready.
#[derive(Default)]
struct Give {
    pause: u32,
    done: bool,
}

impl Bench {
    fn new(seed: u64) -> Self {
        let mut block = Block::new("registers");
        for name in [
            "s_axil_awaddr",
            "s_axil_awvalid",
            "s_axil_wdata",
            "s_axil_wstrb",
            "s_axil_wvalid",
            "s_axil_bready",
            "s_axil_araddr",
            "s_axil_arvalid",
            "s_axil_rready",
            "reset_done",
            "axi_error",
            "rx_pending",
            "rx_ring_failed",
            "rx_doorbell_refused",
            "rx_ring_draining",
            "tx_doorbell_refused",
            "tx_event",
            "cmd_done",
            "cmd_result",
            "cmd_session_state",
            "stat_busy",
            "stat_value",
        ] {
            block.set(name, 0);
        }
        for name in OF_RING_INPUTS.as_flattened() {
            block.set(name, 0);
        }
        block.set("epoch", u64::from(reg::EPOCH.reset));
        block.set("stat_idle", 1);
        block.reset();
        Self {
            block,
            rng: seeded(seed),
            pause_max: 0,
            pulses: Vec::new(),
            irq: Vec::new(),
            stat_pipeline: [0; 2],
            stat_busy_clocks: 0,
        }
    }

    /// The end of a clock whose inputs are set and settled.
    fn finish_clock(&mut self) {
        for (name, arguments) in PULSES {
            if self.block.is(name) {
                let values = arguments
                    .iter()
                    .map(|argument| self.block.get(argument))
                    .collect();
                self.pulses.push((name, values));
            }
        }
        if self.block.get("irq") != 0 {
            self.irq.push(self.block.get("irq"));
        }
        let index = self.block.get("stat_index");
        let latches = self.block.is("stat_latch");
        self.block.edge();
        self.stat_pipeline = [self.stat_pipeline[1], counter(index)];
        // As long as a snapshot is not complete, what is read is wrong.
        self.stat_busy_clocks = if latches {
            70
        } else {
            self.stat_busy_clocks.saturating_sub(1)
        };
        let busy = self.stat_busy_clocks > 0;
        self.block.set("stat_busy", busy.into());
        self.block
            .set("stat_value", if busy { 0xBAD } else { self.stat_pipeline[0] });
    }

    fn clock(&mut self) {
        self.block.settle();
        self.finish_clock();
    }

    fn clocks(&mut self, count: u32) {
        for _ in 0..count {
            self.clock();
        }
    }

    /// An input for one clock.
    fn pulse(&mut self, name: &'static str) {
        self.block.set(name, 1);
        self.clock();
        self.block.set(name, 0);
    }

    fn pause(&mut self) -> u32 {
        self.rng.random_range(0..=self.pause_max)
    }

    /// Runs a write and a read at the same time; either may be absent.
    fn transfer(&mut self, write: Option<(u32, u32, u64)>, read: Option<u32>) -> Option<u32> {
        let mut give = |busy: bool| Give {
            pause: if busy {
                self.rng.random_range(0..=self.pause_max)
            } else {
                0
            },
            done: !busy,
        };
        let (mut aw, mut w, mut ar) = (give(write.is_some()), give(write.is_some()), give(read.is_some()));
        let (mut b_done, mut r_done) = (write.is_none(), read.is_none());
        let (mut b_pause, mut r_pause) = (self.pause(), self.pause());
        if let Some((address, data, strobes)) = write {
            self.block.set("s_axil_awaddr", address.into());
            self.block.set("s_axil_wdata", data.into());
            self.block.set("s_axil_wstrb", strobes);
        }
        if let Some(address) = read {
            self.block.set("s_axil_araddr", address.into());
        }
        let mut value = None;
        for _ in 0..WAIT_CLOCKS_MAX {
            for (channel, valid) in [
                (&mut aw, "s_axil_awvalid"),
                (&mut w, "s_axil_wvalid"),
                (&mut ar, "s_axil_arvalid"),
            ] {
                let gives = !channel.done && channel.pause == 0;
                channel.pause = channel.pause.saturating_sub(1);
                self.block.set(valid, gives.into());
            }
            self.block.set("s_axil_bready", (b_pause == 0).into());
            self.block.set("s_axil_rready", (r_pause == 0).into());
            self.block.settle();
            let hit = |block: &Block, valid, ready| block.is(valid) && block.is(ready);
            aw.done |= hit(&self.block, "s_axil_awvalid", "s_axil_awready");
            w.done |= hit(&self.block, "s_axil_wvalid", "s_axil_wready");
            ar.done |= hit(&self.block, "s_axil_arvalid", "s_axil_arready");
            if self.block.is("s_axil_bvalid") {
                assert!(aw.done && w.done && !b_done, "a response without a write");
                assert_eq!(self.block.get("s_axil_bresp"), 0);
                b_pause = b_pause.saturating_sub(1);
            }
            if self.block.is("s_axil_rvalid") {
                assert!(ar.done && !r_done, "data without a read");
                assert_eq!(self.block.get("s_axil_rresp"), 0);
                let data = self.block.get("s_axil_rdata") as u32;
                assert!(
                    value.is_none_or(|before| before == data),
                    "rdata must stand until rready"
                );
                value = Some(data);
                r_pause = r_pause.saturating_sub(1);
            }
            b_done |= hit(&self.block, "s_axil_bvalid", "s_axil_bready");
            r_done |= hit(&self.block, "s_axil_rvalid", "s_axil_rready");
            self.finish_clock();
            if b_done && r_done {
                for name in [
                    "s_axil_awvalid",
                    "s_axil_wvalid",
                    "s_axil_arvalid",
                    "s_axil_bready",
                    "s_axil_rready",
                ] {
                    self.block.set(name, 0);
                }
                return value;
            }
        }
        panic!("the bus hangs: write {write:x?}, read {read:x?}");
    }

    fn write(&mut self, address: u32, data: u32) {
        self.transfer(Some((address, data, ALL_STROBES)), None);
    }

    fn read(&mut self, address: u32) -> u32 {
        self.transfer(None, Some(address)).expect("a read gives a value")
    }

    /// All of BAR0.
    fn dump(&mut self) -> Vec<u32> {
        (0..BAR0_WORDS).map(|word| self.read(word * 4)).collect()
    }

    fn take_pulses(&mut self) -> Vec<(&'static str, Vec<u64>)> {
        self.clocks(4);
        std::mem::take(&mut self.pulses)
    }

    fn take_irq(&mut self) -> Vec<u64> {
        self.clocks(4);
        std::mem::take(&mut self.irq)
    }
}

/// Every register of this build by address; rings that it lacks are left out.
fn map() -> BTreeMap<u32, Register> {
    let mut map = BTreeMap::new();
    for register in reg::ALL {
        let ring = register.name.starts_with("RX_");
        let count = if ring {
            fixnic_abi::limits::RX_RINGS
        } else {
            register.count
        };
        for i in 0..count {
            map.insert(register.at(i), *register);
        }
    }
    map
}

/// What reads as written, and nothing else happens.
fn is_plain(register: &Register) -> bool {
    register.access == Access::ReadWrite && !["CONTROL", "IRQ_ARM", "RX_ENABLE"].contains(&register.name)
}

fn reset_value(address: u32, register: &Register) -> u32 {
    let index = u64::from((address - register.offset) / register.stride);
    match register.name {
        "STAT_LO" => counter(index) as u32,
        "STAT_HI" => (counter(index) >> 32) as u32,
        _ => register.reset,
    }
}

#[test]
fn every_register_resets_to_its_value_and_everything_else_reads_zero() {
    let mut bench = Bench::new(1);
    let map = map();
    for (word, value) in bench.dump().into_iter().enumerate() {
        let address = word as u32 * 4;
        // 64 words of counters are decoded; `Statistics` gives zero for those that are none.
        if (reg::STAT_LO.offset..reg::STAT_LO.offset + 512).contains(&address) && !map.contains_key(&address)
        {
            continue;
        }
        let expected = map
            .get(&address)
            .map_or(0, |register| reset_value(address, register));
        assert_eq!(value, expected, "{address:#x}");
    }
}

#[test]
fn every_register_keeps_its_kind_of_access() {
    let mut bench = Bench::new(2);
    bench.pause_max = 4;
    let map = map();
    for word in 0..BAR0_WORDS {
        let address = word * 4;
        let register = map.get(&address);
        if register.is_some_and(|register| ["CONTROL", "IRQ_ARM", "RX_ENABLE"].contains(&register.name)) {
            continue; // each has a test of its own
        }
        let before = bench.read(address);
        for value in [u32::MAX, 0, 0xA5A5_1234, bench.rng.random()] {
            // A command under way would change CMD_STATUS, which has a test of its own.
            bench.write(address, value);
            let expected = match register {
                Some(register) if is_plain(register) => value,
                _ => before,
            };
            bench.clocks(90); // a snapshot may be under way
            assert_eq!(bench.read(address), expected, "{address:#x} after {value:#x}");
        }
        bench.write(address, 0);
    }
    // Nothing was written anywhere else.
    let done = bench.read(reg::CMD_STATUS.offset);
    assert_eq!(field::CMD_STATUS::busy.get(done), 1);
    bench.pulse("cmd_done");
    bench.write(reg::CMD_GO.offset, 0);
    bench.pulse("cmd_done");
    for (address, register) in &map {
        assert_eq!(
            bench.read(*address),
            reset_value(*address, register),
            "{}",
            register.name
        );
    }
}

/// Writes and reads at once, in every order of the channels, against a plain map.
#[test]
fn channels_may_come_in_any_order() {
    let mut bench = Bench::new(3);
    let plain: Vec<u32> = map()
        .into_iter()
        .filter(|(_, r)| is_plain(r))
        .map(|(address, _)| address)
        .collect();
    let mut model: BTreeMap<u32, u32> = plain.iter().map(|address| (*address, 0)).collect();
    for round in 0..20_000 {
        if round % 100 == 0 {
            bench.pause_max = [0, 1, 3, 9][round / 100 % 4];
        }
        let pick = |rng: &mut ChaCha8Rng| plain[rng.random_range(0..plain.len())];
        let (to, from) = (pick(&mut bench.rng), pick(&mut bench.rng));
        let data: u32 = bench.rng.random();
        let strobes = if bench.rng.random_range(0..8) == 0 {
            bench.rng.random_range(0..15)
        } else {
            ALL_STROBES
        };
        let low = bench.rng.random_range(0..4); // the two low address bits do not count
        let before = model[&from];
        let (write, read) = match bench.rng.random_range(0..3) {
            0 => (true, false),
            1 => (false, true),
            _ => (true, true),
        };
        let value = bench.transfer(
            write.then_some((to + low, data, strobes)),
            read.then_some(from + low),
        );
        if write && strobes == ALL_STROBES {
            model.insert(to, data);
        }
        if let Some(value) = value {
            // At the same time as a write to the same register, old and new are both right.
            assert!(value == before || value == model[&from], "{from:#x}: {value:#x}");
        }
    }
    for (address, value) in model {
        assert_eq!(bench.read(address), value, "{address:#x}");
    }
}

#[test]
fn rings_take_their_sizes_or_refuse() {
    let mut bench = Bench::new(4);
    let refused = |bench: &mut Bench| field::STATUS::ring_refused.get(bench.read(reg::STATUS.offset)) == 1;
    let mut all_fitted = true;
    for size in (7..=15).chain(0..7).chain(16..256) {
        for (entry, buffer) in [(size, 9), (9, size)] {
            let fits = (7..=15).contains(&size);
            let ring = (entry + buffer) % 4;
            let sizes = field::RX_SIZE::entry_log2.put(entry) | field::RX_SIZE::buffer_log2.put(buffer);
            bench.write(reg::RX_SIZE.at(ring), sizes);
            bench.write(reg::RX_ENABLE.at(ring), 1);
            bench.clocks(2);
            assert_eq!(
                bench.block.get("rx_ring_enable"),
                u64::from(fits) << ring,
                "{entry} {buffer}"
            );
            assert_eq!(bench.read(reg::RX_ENABLE.at(ring)), u32::from(fits));
            if fits {
                let names = OF_RING_OUTPUTS[ring as usize];
                assert_eq!(bench.block.get(names[2]), u64::from(entry));
                assert_eq!(bench.block.get(names[3]), u64::from(buffer));
            }
            all_fitted &= fits;
            assert_eq!(refused(&mut bench), !all_fitted);
            bench.write(reg::RX_ENABLE.at(ring), 0);
        }
    }
    reset_core(&mut bench);
    assert!(!refused(&mut bench));
    all_fitted = true;
    for size in (2..=15).chain(0..2).chain(16..64).chain([0x102, 0x8000_0004]) {
        let fits = (2..=15).contains(&size);
        bench.write(reg::TX_SIZE.offset, size);
        bench.write(reg::CONTROL.offset, 0b11);
        bench.clocks(2);
        assert_eq!(bench.read(reg::CONTROL.offset), 0b01 | u32::from(fits) << 1);
        assert_eq!(bench.block.is("cfg_tx_enable"), fits);
        bench.write(reg::CONTROL.offset, 0);
        all_fitted &= fits;
        assert_eq!(refused(&mut bench), !all_fitted);
    }
}

#[test]
fn addresses_stand_while_their_ring_is_on() {
    let mut bench = Bench::new(5);
    let write64_at = |bench: &mut Bench, low: &Register, high: &Register, index: u32, value: u64| {
        bench.write(low.at(index), value as u32);
        bench.write(high.at(index), (value >> 32) as u32);
    };
    let write64 = |bench: &mut Bench, low: &Register, high: &Register, value: u64| {
        write64_at(bench, low, high, 0, value)
    };
    let of_ring = |ring: u32, value: u64| value ^ u64::from(ring) << 40;
    for ring in 0..4 {
        bench.write(reg::RX_SIZE.at(ring), 0x0807);
    }
    bench.write(reg::TX_SIZE.offset, 5);
    for (round, value) in [0x1234_5678_9ABC_DEFFu64, u64::MAX].into_iter().enumerate() {
        for ring in 0..4 {
            let value = of_ring(ring, value);
            write64_at(&mut bench, &reg::RX_ENTRY_LO, &reg::RX_ENTRY_HI, ring, value);
            write64_at(
                &mut bench,
                &reg::RX_BUFFER_LO,
                &reg::RX_BUFFER_HI,
                ring,
                value ^ 0xFF00,
            );
        }
        write64(&mut bench, &reg::TX_RING_LO, &reg::TX_RING_HI, value ^ 0xFF_0000);
        write64(
            &mut bench,
            &reg::TX_COMPLETION_LO,
            &reg::TX_COMPLETION_HI,
            value ^ 0xFF00_0000,
        );
        for ring in 0..4 {
            bench.write(reg::RX_ENABLE.at(ring), 1);
        }
        bench.write(reg::CONTROL.offset, 0b10);
        // While on, nothing moves.
        for register in [
            reg::RX_ENTRY_LO,
            reg::RX_ENTRY_HI,
            reg::RX_BUFFER_LO,
            reg::RX_BUFFER_HI,
            reg::RX_SIZE,
            reg::TX_RING_LO,
            reg::TX_RING_HI,
            reg::TX_COMPLETION_LO,
            reg::TX_COMPLETION_HI,
            reg::TX_SIZE,
        ] {
            for index in 0..register.count {
                let noise = bench.rng.random();
                bench.write(register.at(index), noise);
            }
        }
        let aligned = |value: u64| value & !63;
        for (ring, names) in (0..).zip(OF_RING_OUTPUTS) {
            let value = of_ring(ring, value);
            assert_eq!(bench.block.get(names[0]), aligned(value), "round {round}");
            assert_eq!(bench.block.get(names[1]), aligned(value ^ 0xFF00));
            assert_eq!(bench.read(reg::RX_SIZE.at(ring)), 0x0807);
        }
        assert_eq!(bench.block.get("tx_ring_base"), aligned(value ^ 0xFF_0000));
        assert_eq!(
            bench.block.get("tx_completion_base"),
            aligned(value ^ 0xFF00_0000)
        );
        assert_eq!(bench.block.get("tx_ring_log2"), 5);
        for ring in 0..4 {
            bench.write(reg::RX_ENABLE.at(ring), 0);
        }
        bench.write(reg::CONTROL.offset, 0);
    }
}

#[test]
fn doorbells_ring_once_with_their_counts() {
    let mut bench = Bench::new(6);
    bench.pause_max = 5;
    for _ in 0..200 {
        let value: u32 = bench.rng.random();
        let ring = value % 4;
        bench.write(reg::RX_DOORBELL.at(ring), value);
        let expected = vec![1 << ring, u64::from(value & 0xFFFF), u64::from(value >> 16)];
        assert_eq!(bench.take_pulses(), [("rx_doorbell", expected)]);
        bench.write(reg::TX_DOORBELL.offset, value);
        assert_eq!(
            bench.take_pulses(),
            [("tx_doorbell", vec![u64::from(value & 0xFFFF)])]
        );
        for (ring, names) in (0..).zip(OF_RING_INPUTS) {
            let value = value.rotate_left(ring);
            bench.block.set(names[0], u64::from(value & 0xFFFF));
            bench.block.set(names[1], u64::from(value >> 16));
            bench.block.set(names[2], u64::from(!value));
            bench.block.set(names[3], u64::from(value ^ 0x0F0F));
        }
        for ring in 0..4 {
            let value = value.rotate_left(ring);
            assert_eq!(bench.read(reg::RX_PRODUCER.at(ring)), value);
            assert_eq!(bench.read(reg::RX_DROP_DISABLED.at(ring)), !value);
            assert_eq!(bench.read(reg::RX_DROP_RING.at(ring)), value ^ 0x0F0F);
        }
    }
}

#[test]
fn one_command_at_a_time_with_the_arguments_of_its_go() {
    use field::CMD_STATUS::{busy, overrun, result, session_state};
    let mut bench = Bench::new(7);
    const ARGUMENTS: [Register; 10] = [
        reg::CMD_SLOT,
        reg::CMD_SESSION,
        reg::CMD_LOCAL_IP,
        reg::CMD_REMOTE_IP,
        reg::CMD_PORTS,
        reg::CMD_TCP_SEQ,
        reg::CMD_EXPECTED_LO,
        reg::CMD_EXPECTED_HI,
        reg::CMD_TAG,
        reg::CMD_RING,
    ];
    for _ in 0..100 {
        let mut v = [0u32; 10];
        for (value, register) in v.iter_mut().zip(&ARGUMENTS) {
            *value = bench.rng.random();
            bench.write(register.offset, *value);
        }
        let op: u32 = bench.rng.random();
        bench.write(reg::CMD_GO.offset, op);
        let w = v.map(u64::from);
        let expected = vec![
            u64::from(op & 0xFF),
            w[0],
            w[1],
            w[2],
            w[3],
            w[4] >> 16,
            w[4] & 0xFFFF,
            w[5],
            w[6] | (w[7] & 0xFF) << 32,
            w[8],
            w[9],
        ];
        assert_eq!(bench.take_pulses(), [("cmd_go", expected.clone())]);
        let status = bench.read(reg::CMD_STATUS.offset);
        assert_eq!((busy.get(status), overrun.get(status)), (1, 0));
        // Arguments written now belong to the next command.
        for register in &ARGUMENTS {
            let noise = bench.rng.random();
            bench.write(register.offset, noise);
        }
        bench.write(reg::CMD_GO.offset, 1);
        assert_eq!(bench.take_pulses(), []);
        let stand: Vec<u64> = PULSES[3].1.iter().map(|name| bench.block.get(name)).collect();
        assert_eq!(stand, expected);
        let status = bench.read(reg::CMD_STATUS.offset);
        assert_eq!((busy.get(status), overrun.get(status)), (1, 1));
        let (outcome, state) = (
            bench.rng.random_range(0..256u32),
            bench.rng.random_range(0..256u32),
        );
        bench.block.set("cmd_result", outcome.into());
        bench.block.set("cmd_session_state", state.into());
        bench.pulse("cmd_done");
        bench.block.set("cmd_result", 0x55);
        let status = bench.read(reg::CMD_STATUS.offset);
        assert_eq!(
            (
                busy.get(status),
                overrun.get(status),
                result.get(status),
                session_state.get(status)
            ),
            (0, 1, outcome, state)
        );
    }
}

/// CONTROL.reset, answered after some clocks.
fn reset_core(bench: &mut Bench) {
    bench.write(reg::CONTROL.offset, field::CONTROL::reset.put(1));
    bench.pulse("reset_done");
    bench.pulses.clear();
}

#[test]
fn reset_reads_one_until_done_and_then_everything_is_as_at_first() {
    let mut bench = Bench::new(8);
    let first = bench.dump();
    for address in map()
        .into_iter()
        .filter(|(_, r)| is_plain(r))
        .map(|(address, _)| address)
    {
        bench.write(address, 0x0F0F_0909);
    }
    bench.write(reg::TX_SIZE.offset, 9);
    bench.write(reg::RX_ENABLE.offset, 1);
    bench.write(reg::CONTROL.offset, 0b11);
    bench.write(reg::IRQ_ARM.offset, 0x3F);
    bench.write(reg::CMD_GO.offset, 1);
    bench.write(reg::CMD_GO.offset, 1);
    bench.pulse("axi_error");
    let on =
        |bench: &Bench| ["cfg_rx_enable", "cfg_tx_enable", "rx_ring_enable"].map(|name| bench.block.is(name));
    assert_eq!(on(&bench), [true; 3]);
    bench.take_pulses();
    bench.write(reg::CONTROL.offset, field::CONTROL::reset.put(1) | 0b11);
    assert_eq!(bench.take_pulses(), [("reset_request", vec![])]);
    assert_eq!(on(&bench), [false; 3]);
    for _ in 0..20 {
        assert_eq!(bench.read(reg::CONTROL.offset), field::CONTROL::reset.put(1));
        // Writes are ignored until it is done.
        bench.write(reg::CONTROL.offset, 0b11);
        bench.write(reg::RX_ENABLE.offset, 1);
        bench.write(reg::RX_DOORBELL.offset, 1);
        bench.write(reg::CMD_GO.offset, 1);
        assert_eq!(bench.take_pulses(), []);
        assert_eq!(on(&bench), [false; 3]);
    }
    bench.pulse("reset_done");
    bench.block.set("epoch", 2);
    let mut expected = first;
    expected[reg::EPOCH.offset as usize / 4] = 2;
    assert_eq!(bench.dump(), expected);
    bench.write(reg::CMD_GO.offset, 1);
    assert_eq!(bench.take_pulses().len(), 1, "the command of before is forgotten");
}

#[test]
fn status_keeps_errors() {
    use field::STATUS::{axi_error, idle};
    let mut bench = Bench::new(9);
    bench.block.set("stat_idle", 0);
    bench.clock();
    assert_eq!(idle.get(bench.read(reg::STATUS.offset)), 0);
    assert_eq!(axi_error.get(bench.read(reg::STATUS.offset)), 0);
    bench.pulse("axi_error");
    assert_eq!(axi_error.get(bench.read(reg::STATUS.offset)), 1);
}

/// A ring as the core tells it: stopped, refused a doorbell, still draining; until it is enabled anew.
#[test]
fn rings_are_stopped_and_told_one_by_one() {
    use field::{RX_ENABLE, STATUS};
    let mut bench = Bench::new(12);
    bench.write(reg::IRQ_ARM.offset, 1 << 5);
    for ring in 0..4u32 {
        bench.write(reg::RX_SIZE.at(ring), 0x0707);
        bench.write(reg::RX_ENABLE.at(ring), 1);
    }
    for ring in 0..4u32 {
        let bit = 1 << ring;
        bench.block.set("rx_ring_failed", bit);
        bench.clock();
        bench.block.set("rx_ring_failed", 0);
        bench.block.set("rx_doorbell_refused", bit);
        bench.clock();
        bench.block.set("rx_doorbell_refused", 0);
        bench.block.set("rx_ring_draining", bit);
        bench.clocks(2);
        assert_eq!(bench.block.get("rx_ring_enable"), 0xF & !bit);
        let status = bench.read(reg::STATUS.offset);
        assert_eq!(STATUS::ring_stopped.get(status), bit as u32);
        assert_eq!(STATUS::doorbell_refused.get(status), bit as u32);
        assert_eq!(bench.read(reg::RX_ENABLE.at(ring)), RX_ENABLE::draining.put(1));
        assert_eq!(
            bench.read(reg::RX_ENABLE.at((ring + 1) % 4)),
            RX_ENABLE::enable.put(1)
        );
        assert_eq!(bench.take_irq(), [1 << 5]);
        bench.write(reg::IRQ_ARM.offset, 1 << 5);
        // A size that does not fit changes nothing; one that does forgets.
        bench.write(reg::RX_SIZE.at(ring), 0x0706);
        bench.write(reg::RX_ENABLE.at(ring), 1);
        let status = bench.read(reg::STATUS.offset);
        assert_eq!(STATUS::ring_stopped.get(status), bit as u32);
        bench.write(reg::RX_SIZE.at(ring), 0x0707);
        bench.write(reg::RX_ENABLE.at(ring), 1);
        let status = bench.read(reg::STATUS.offset);
        assert_eq!(
            (
                STATUS::ring_stopped.get(status),
                STATUS::doorbell_refused.get(status)
            ),
            (0, 0)
        );
        bench.block.set("rx_ring_draining", 0);
        bench.take_irq();
        bench.write(reg::IRQ_ARM.offset, 1 << 5);
    }
    // A ring that is off has nothing to stop.
    bench.write(reg::RX_ENABLE.at(0), 0);
    bench.block.set("rx_ring_failed", 1);
    bench.clock();
    bench.block.set("rx_ring_failed", 0);
    assert_eq!(STATUS::ring_stopped.get(bench.read(reg::STATUS.offset)), 0);
    bench.pulse("tx_doorbell_refused");
    assert_eq!(STATUS::tx_doorbell_refused.get(bench.read(reg::STATUS.offset)), 1);
    bench.write(reg::TX_SIZE.offset, 4);
    bench.write(reg::CONTROL.offset, 0b10);
    assert_eq!(STATUS::tx_doorbell_refused.get(bench.read(reg::STATUS.offset)), 0);
}

/// Pulses of a vector that always has something to say and is always armed: so many clocks apart.
#[test]
fn moderation_keeps_the_pulses_of_a_vector_apart() {
    let mut bench = Bench::new(13);
    bench.block.set("rx_pending", 0xF);
    for (vector, clocks) in [(0, 0u32), (1, 100), (3, 1000)] {
        bench.write(reg::IRQ_MODERATION.at(vector), clocks);
        let mut at = Vec::new();
        for _ in 0..5 {
            bench.write(reg::IRQ_ARM.offset, 1 << vector);
            while bench.irq.is_empty() {
                bench.clock();
            }
            assert_eq!(std::mem::take(&mut bench.irq), [1 << vector]);
            at.push(bench.block.clock());
        }
        for pair in at.windows(2) {
            let apart = pair[1] - pair[0];
            assert!(
                apart >= clocks.into(),
                "{apart} clocks apart, expected {clocks} at least"
            );
            assert!(
                apart < u64::from(clocks) + 40,
                "{apart} clocks apart, expected {clocks} and little more"
            );
        }
    }
    // What happens while a vector waits is told when it may.
    bench.block.set("rx_pending", 0);
    bench.write(reg::IRQ_MODERATION.at(4), 500);
    for _ in 0..2 {
        bench.write(reg::IRQ_ARM.offset, 1 << 4);
        bench.pulse("tx_event");
    }
    let start = bench.block.clock();
    assert_eq!(bench.take_irq(), [1 << 4]);
    while bench.irq.is_empty() {
        bench.clock();
    }
    assert!(bench.block.clock() - start > 400, "too early");
}

#[test]
fn vectors_fire_once_after_each_arming() {
    let mut bench = Bench::new(10);
    let (rx, tx, error) = (1, 1 << 4, 1 << 5);
    bench.block.set("rx_pending", 1);
    bench.pulse("tx_event");
    bench.pulse("axi_error");
    assert!(bench.take_irq().is_empty(), "nothing is armed");
    bench.write(reg::IRQ_ARM.offset, u32::MAX);
    assert_eq!(
        bench.take_irq(),
        [rx],
        "what came before the arming counts for RX"
    );
    assert_eq!(bench.read(reg::IRQ_ARM.offset), 0x3E);
    bench.pulse("tx_event");
    bench.pulse("tx_event");
    assert_eq!(bench.take_irq(), [tx]);
    bench.pulse("axi_error");
    assert_eq!(bench.take_irq(), [error]);
    assert_eq!(bench.read(reg::IRQ_ARM.offset), 0x0E);
    bench.block.set("rx_pending", 0);
    bench.write(reg::IRQ_ARM.offset, rx as u32);
    bench.write(reg::IRQ_ARM.offset, 0); // arms nothing, disarms nothing
    assert!(bench.take_irq().is_empty());
    assert_eq!(bench.read(reg::IRQ_ARM.offset), 0x0F);
    bench.block.set("rx_pending", 1);
    assert_eq!(bench.take_irq(), [rx]);
    // A ring that is refused is an error.
    bench.write(reg::IRQ_ARM.offset, error as u32);
    bench.take_irq();
    bench.write(reg::RX_ENABLE.offset, 1);
    assert_eq!(bench.take_irq(), [error]);
}

#[test]
fn statistics_are_read_when_they_stand() {
    let mut bench = Bench::new(11);
    for round in 0..200 {
        bench.pause_max = round % 4;
        bench.write(reg::STAT_LATCH.offset, 1);
        let index = bench.rng.random_range(0..reg::STAT_LO.count);
        let (low, high) = (
            bench.read(reg::STAT_LO.at(index)),
            bench.read(reg::STAT_HI.at(index)),
        );
        assert_eq!(u64::from(high) << 32 | u64::from(low), counter(index.into()));
        assert_eq!(bench.take_pulses(), [("stat_latch", vec![])]);
    }
    // A second latch waits for the first; other registers do not.
    bench.write(reg::STAT_LATCH.offset, 1);
    bench.read(reg::SCRATCH.offset);
    assert!(bench.block.is("stat_busy"));
    bench.write(reg::STAT_LATCH.offset, 1);
    assert_eq!(bench.take_pulses().len(), 2);
    bench.write(reg::STAT_LATCH.offset, 2);
    assert_eq!(bench.take_pulses(), [], "bit 0 latches");
}
