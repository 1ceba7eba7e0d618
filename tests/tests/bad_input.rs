//! What somebody may send to harm: floods of frames of no session beside a tracked one, baits, and commands with any arguments.
use fixnic_abi::counter::Counter;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::{CommandOp, EntryKind};
use fixnic_driver::{Device, DmaArena, HostMemory};
use fixnic_sim::frames::{fix_message, tcp_flags, TcpFrame};
use fixnic_sim::{Stalls, VerilatedDevice};
use fixnic_tests::differential::corpus::{numbered, Script, CALM};
use fixnic_tests::differential::{run, Coverage, Rng};

const FIRST: u64 = 1000;

fn compare(seed: u64, script: &Script) -> Coverage {
    println!("seed {seed}, {} frames", script.frames());
    run(
        &mut VerilatedDevice::new(seed, Stalls::NONE),
        script.actions(),
        None,
    )
    .unwrap_or_else(|difference| panic!("seed {seed}, {}", script.tell(&difference)))
}

fn any_tuple(rng: &mut Rng) -> FourTuple {
    FourTuple {
        local_ip: 0x0A00_0001,
        remote_ip: rng.word() as u32,
        local_port: 40_000,
        remote_port: rng.word() as u16,
    }
}

#[test]
fn a_flood_of_syns_of_unknown_flows_takes_nothing_from_a_session() {
    const SYNS: u64 = 6_000;
    const EVERY: u64 = 20;
    let mut rng = Rng::new(1);
    let mut script = Script::new(CALM);
    script.arm(7, FIRST);
    for number in 0..SYNS {
        let syn = TcpFrame {
            tuple: any_tuple(&mut rng),
            seq: rng.word() as u32,
            flags: tcp_flags::SYN,
            ..TcpFrame::default()
        };
        script.frame(syn.build_padded());
        if number % EVERY == 0 {
            script.segment(&numbered(FIRST + number / EVERY, false));
        }
    }
    let coverage = compare(1, &script);
    assert_eq!(coverage.counter(Counter::ClassUnknown), SYNS);
    assert_eq!(coverage.counter(Counter::VerdictInSequence), SYNS / EVERY);
}

#[test]
fn a_message_inside_data_after_a_loss_baits_nobody() {
    let mut rng = Rng::new(2);
    let mut script = Script::new(CALM);
    // As real as can be: BeginString, BodyLength, CheckSum and all, inside RawData.
    let bait = String::from_utf8(numbered(FIRST + 7, false)).expect("a message of text");
    let bait = bait.replace('\x01', "|");
    for case in 0..400u32 {
        let begin = rng.word() as u32;
        script.case(format!("from {begin:#x}"));
        script.arm(begin, FIRST);
        let data = bait.repeat(1 + rng.below(4));
        let carrier = fix_message(&format!(
            "35=B|34={}|49=EXCHANGE|56=DESK|95={}|96={data}|58=end|",
            FIRST + 1,
            data.len()
        ));
        let stream = [numbered(FIRST, false), carrier, numbered(FIRST + 2, false)].concat();
        // A piece is lost; what follows begins anywhere, in the bait more often than not.
        let lost = 1 + rng.below(stream.len() - 2);
        let found = lost + 1 + rng.below(stream.len() - lost - 1);
        script.cut(&stream[..lost], &[]);
        script.segment_at(begin.wrapping_add(found as u32), &stream[found..]);
        if case % 2 == 0 {
            script.segment_at(begin.wrapping_add(lost as u32), &stream[lost..]);
        }
    }
    compare(2, &script);
}

#[test]
fn commands_with_any_arguments_are_answered_and_harm_no_other_session() {
    let mut rng = Rng::new(3);
    let mut script = Script::new(CALM);
    script.arm(9, FIRST);
    let mut messages = 0;
    for number in 0..1500u32 {
        let words: [u64; 4] = std::array::from_fn(|_| rng.word());
        let op = rng.pick(&[0, 1, 2, 3, 4, 0x101, words[0] as u32]);
        script.case(format!("command {number}: op {op:#x}"));
        script.command(op, 1, number % 50, |arguments| {
            arguments.slot = if number % 3 == 0 { words[1] as u32 } else { 17 };
            // Any but the tracked one; often one that does not exist.
            arguments.session = match words[2] as u32 % 4 {
                0 => 1023,
                1 => 6 + words[2] as u32 % 900,
                2 => 1024 + words[2] as u32 % 5,
                _ => words[2] as u32 | 1 << 31,
            };
            arguments.expected_bcd = words[3] & 0xFF_FFFF_FFFF;
            arguments.tuple.remote_port ^= 1;
        });
        if number % 10 == 0 {
            script.segment(&numbered(FIRST + messages, false));
            messages += 1;
        }
    }
    let coverage = compare(3, &script);
    assert_eq!(coverage.counter(Counter::VerdictInSequence), messages);
    assert!(
        coverage.counter(Counter::CommandRefused) > 500,
        "hardly any was refused"
    );
}

const RING_LOG2: u32 = 15;
const ENTRIES_BYTES: u64 = 32 << RING_LOG2;

/// A core with a ring and one session.
struct Rig {
    device: VerilatedDevice,
    memory: HostMemory,
}

impl Rig {
    fn new(tuple: FourTuple, tcp_seq: u32) -> Self {
        let bytes = (ENTRIES_BYTES + (64 << RING_LOG2)) as usize;
        let memory = DmaArena::new(bytes)
            .expect("host memory for the rings")
            .host_memory();
        let mut device = VerilatedDevice::new(1, Stalls::NONE);
        device.map_dma(&memory).expect("the device has no memory yet");
        device.record_writes();
        let mut rig = Self { device, memory };
        let base = rig.memory.iova();
        rig.write_pair(&reg::RX_ENTRY_LO, base);
        rig.write_pair(&reg::RX_BUFFER_LO, base + ENTRIES_BYTES);
        let size = field::RX_SIZE::entry_log2.put(RING_LOG2) | field::RX_SIZE::buffer_log2.put(RING_LOG2);
        let ports = field::CMD_PORTS::local.put(tuple.local_port.into())
            | field::CMD_PORTS::remote.put(tuple.remote_port.into());
        for (offset, value) in [
            (reg::RX_SIZE.at(0), size),
            (reg::RX_ENABLE.at(0), 1),
            (reg::CONTROL.offset, field::CONTROL::rx_enable.put(1)),
            (reg::CMD_SLOT.offset, tuple.slots()[0].into()),
            (reg::CMD_SESSION.offset, 0),
            (reg::CMD_LOCAL_IP.offset, tuple.local_ip),
            (reg::CMD_REMOTE_IP.offset, tuple.remote_ip),
            (reg::CMD_PORTS.offset, ports),
            (reg::CMD_TCP_SEQ.offset, tcp_seq),
            (reg::CMD_EXPECTED_LO.offset, 0x1000),
            (reg::CMD_GO.offset, CommandOp::Arm as u32),
        ] {
            rig.device.write32(offset, value);
        }
        rig.device.run_until_idle(100_000).expect("the ARM command ends");
        while rig.device.take_written().is_some() {}
        rig
    }

    fn write_pair(&mut self, low: &Register, value: u64) {
        self.device.write32(low.at(0), value as u32);
        self.device.write32(low.at(0) + 4, (value >> 32) as u32);
    }

    fn doorbell(&mut self) {
        let produced = self.device.read32(reg::RX_PRODUCER.at(0));
        self.device.write32(reg::RX_DOORBELL.at(0), produced);
    }
}

/// Clocks from the last byte of each tracked frame to the AXI beat of its MSG entry. Before each of them, `between` frames come of
/// flows that nobody tracks, at line rate.
fn latencies(between: usize, tracked: u64) -> Vec<u64> {
    let tuple = TcpFrame::default().tuple;
    let mut rng = Rng::new(4);
    let mut rig = Rig::new(tuple, 1);
    let (mut next, mut sizes) = (1u32, Vec::new());
    for number in 0..tracked {
        for _ in 0..between {
            let flow = any_tuple(&mut rng);
            let frame = TcpFrame {
                tuple: flow,
                payload: &[b'8'; 6],
                ..TcpFrame::default()
            };
            rig.device.inject(&frame.build_padded(), true);
        }
        let payload = numbered(FIRST + number, false);
        let frame = TcpFrame {
            tuple,
            seq: next,
            payload: &payload,
            ..TcpFrame::default()
        }
        .build_padded();
        next += payload.len() as u32;
        rig.device.inject(&frame, true);
        sizes.push((number as usize + 1) * (between + 1) - 1);
        sizes.push(frame.len());
        while rig.device.frames_waiting() {
            rig.device.run(16);
        }
        if between == 0 {
            rig.device.run_until_idle(10_000).expect("one frame ends");
        }
        if number % 64 == 0 {
            rig.doorbell();
        }
    }
    rig.device.run_until_idle(1_000_000).expect("the flood ends");
    let starts: Vec<u64> = std::iter::from_fn(|| rig.device.take_frame_start())
        .map(|start| start.clock)
        .collect();
    let entries = rig.memory.iova()..rig.memory.iova() + ENTRIES_BYTES;
    let written = std::iter::from_fn(|| rig.device.take_written())
        .filter(|written| entries.contains(&written.address) && written.first == EntryKind::Msg as u8);
    let found: Vec<u64> = sizes
        .chunks(2)
        .zip(written)
        .map(|(size, written)| written.clock - (starts[size[0]] + (size[1] as u64 - 1) / 8))
        .collect();
    assert_eq!(found.len() as u64, tracked, "a message has no entry");
    found
}

#[test]
fn a_flood_of_untracked_frames_leaves_the_latency_of_a_tracked_one() {
    const FLOOD: usize = 40;
    /// Of the shortest frame: a granule of two beats and a FRAME entry, each with its address.
    const WRITE_CLOCKS: u64 = 5;
    let alone = latencies(0, 200);
    let beside = latencies(FLOOD, 800);
    let (first, last) = (&beside[..200], &beside[600..]);
    let span = |clocks: &[u64]| (clocks.iter().min().copied(), clocks.iter().max().copied());
    println!(
        "alone {:?}, beside the flood {:?} at first and {:?} at last",
        span(&alone),
        span(first),
        span(last)
    );
    assert_eq!(span(last).0, span(first).0, "the flood adds up");
    assert!(span(last).1 <= span(first).1, "the flood adds up");
    // What the frame before still writes is all that a message may wait for.
    assert!(
        span(&beside).1 <= span(&alone).1.map(|clocks| clocks + WRITE_CLOCKS),
        "the flood is felt: at most {WRITE_CLOCKS} clocks more were expected"
    );
}
