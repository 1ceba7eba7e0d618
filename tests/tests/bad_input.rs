//! What somebody may send to harm: floods of frames of no session beside a tracked one, baits, and commands with any arguments.
use fixnic_abi::counter::Counter;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, field, Register};
use fixnic_abi::{CommandOp, EntryKind};
use fixnic_driver::{Device, DmaArena, HostMemory};
use fixnic_sim::frames::{fix_message, tcp_flags, TcpFrame};
use fixnic_sim::verilated::{FrameGap, Written};
use fixnic_sim::{Stalls, VerilatedDevice};
use fixnic_tests::differential::corpus::{numbered, Script, CALM};
use fixnic_tests::differential::Rng;
use std::collections::{HashMap, VecDeque};

const FIRST: u64 = 1000;

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
    let coverage = script.compare(1);
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
    script.compare(2);
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
    let coverage = script.compare(3);
    assert_eq!(coverage.counter(Counter::VerdictInSequence), messages);
    assert!(
        coverage.counter(Counter::CommandRefused) > 500,
        "hardly any was refused"
    );
}

const RING_LOG2: u32 = 15;
const ENTRIES_BYTES: u64 = 32 << RING_LOG2;

/// Spaces between frames that a wire can have.
const GAPS: [FrameGap; 3] = [FrameGap::LineRate, FrameGap::Clocks(4), FrameGap::Clocks(11)];
/// How many clocks later than alone the verdict and the entry of a tracked frame come at most behind frames of other flows (docs/datapath.md, 6.11).
const VERDICT_CLOCKS_MORE: i64 = 0;
const ENTRY_CLOCKS_MORE: i64 = 5;

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

/// Clocks from the last byte of a tracked frame to its verdict, and to the AXI beat of its MSG entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Latency {
    /// Bytes of the frame.
    length: u64,
    verdict: u64,
    entry: u64,
}

/// A message with so many bytes of text.
fn with_text(number: u64, length: usize) -> Vec<u8> {
    fix_message(&format!(
        "35=8|34={number}|49=EXCHANGE|56=DESK|52=20240101|58={}|",
        "t".repeat(1 + length)
    ))
}

/// The latency of each of so many tracked frames, with up to `texts` bytes of text. Before each of them, `between` frames come of flows that nobody
/// tracks, with this space in front of each frame: most of the shortest, some of any length.
fn latencies(between: u64, tracked: u64, texts: usize, gap: FrameGap) -> Vec<Latency> {
    let tuple = TcpFrame::default().tuple;
    let mut rng = Rng::new(4);
    let mut rig = Rig::new(tuple, 1);
    rig.device.set_stalls(Stalls {
        rx_gap: gap,
        ..Stalls::NONE
    });
    rig.device.record_verdicts();
    let data = [b'8'; 1460];
    let entries = rig.memory.iova()..rig.memory.iova() + ENTRIES_BYTES;
    let mut next = 1u32;
    // Each kind of record has one of each tracked frame, in their order.
    let (mut begun, mut lengths) = (0, VecDeque::new());
    let mut ends = VecDeque::new();
    let [mut verdicts, mut written] = [(); 2].map(|()| VecDeque::new());
    let mut found = Vec::new();
    let mut collect = |device: &mut VerilatedDevice, lengths: &mut VecDeque<u64>| {
        while let Some(start) = device.take_frame_start() {
            begun += 1;
            if begun % (between + 1) == 0 {
                let length = lengths.pop_front().expect("a tracked frame");
                ends.push_back((length, start.clock + (length - 1) / 8));
            }
        }
        verdicts.extend(std::iter::from_fn(|| device.take_verdict_clock()));
        let is_message =
            |written: &Written| entries.contains(&written.address) && written.first == EntryKind::Msg as u8;
        let beats = std::iter::from_fn(|| device.take_written());
        written.extend(beats.filter(is_message).map(|written| written.clock));
        while let (Some((length, end)), Some(verdict), Some(entry)) =
            (ends.front(), verdicts.front(), written.front())
        {
            found.push(Latency {
                length: *length,
                verdict: verdict - end,
                entry: entry - end,
            });
            ends.pop_front();
            verdicts.pop_front();
            written.pop_front();
        }
    };
    for number in 0..tracked {
        for _ in 0..between {
            let flow = any_tuple(&mut rng);
            let frame = TcpFrame {
                tuple: flow,
                payload: &data[..if rng.chance(100) { rng.below(1461) } else { 6 }],
                ..TcpFrame::default()
            };
            rig.device.inject(&frame.build_padded(), true);
        }
        let payload = with_text(FIRST + number, number as usize % texts);
        let frame = TcpFrame {
            tuple,
            seq: next,
            payload: &payload,
            ..TcpFrame::default()
        }
        .build_padded();
        next = next.wrapping_add(payload.len() as u32);
        lengths.push_back(frame.len() as u64);
        rig.device.inject(&frame, true);
        // The next ones follow before this one has ended: the flood has no hole.
        while rig.device.frames_waiting() {
            rig.device.run(8);
        }
        if between == 0 {
            rig.device.run_until_idle(10_000).expect("one frame ends");
        }
        if number % 64 == 0 {
            rig.doorbell();
        }
        collect(&mut rig.device, &mut lengths);
    }
    rig.device.run_until_idle(1_000_000).expect("the flood ends");
    collect(&mut rig.device, &mut lengths);
    assert_eq!(
        found.len() as u64,
        tracked,
        "a message has no verdict or no entry"
    );
    rig.device.write32(reg::STAT_LATCH.offset, 1);
    let counter = |device: &mut VerilatedDevice, counter| device.read32(reg::STAT_LO.at(counter as u32));
    assert_eq!(
        u64::from(counter(&mut rig.device, Counter::VerdictInSequence)),
        tracked
    );
    assert_eq!(
        u64::from(counter(&mut rig.device, Counter::ClassUnknown)),
        tracked * between
    );
    assert_eq!(
        counter(&mut rig.device, Counter::RxFrames),
        counter(&mut rig.device, Counter::RxDelivered),
        "a frame was dropped"
    );
    found
}

/// `FIXNIC_FLOOD_FRAMES` sets the number of untracked frames with each space between them; `make flood` sends a million.
#[test]
fn a_flood_of_untracked_frames_leaves_the_latency_of_a_tracked_one() {
    const FLOOD: u64 = 40;
    const TEXTS: usize = 16;
    let frames: u64 = match std::env::var("FIXNIC_FLOOD_FRAMES") {
        Err(_) => 24_000,
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("FIXNIC_FLOOD_FRAMES={text}: expected a number")),
    };
    // Alone every length that the other has, numbers of more digits included.
    let mut alone: HashMap<u64, Latency> = HashMap::new();
    for one in latencies(0, 400, TEXTS + 8, FrameGap::LineRate) {
        let most = alone.entry(one.length).or_insert(one);
        most.verdict = most.verdict.max(one.verdict);
        most.entry = most.entry.max(one.entry);
    }
    for gap in GAPS {
        let beside = latencies(FLOOD, (frames / FLOOD).max(200), TEXTS, gap);
        // How much more than alone, in clocks: least and most.
        let more = |latencies: &[Latency], of: fn(&Latency) -> u64| {
            let clocks = latencies
                .iter()
                .map(|one| of(one) as i64 - of(&alone[&one.length]) as i64);
            (clocks.clone().min(), clocks.max())
        };
        for (what, of, bound) in [
            (
                "verdict",
                (|one| one.verdict) as fn(&Latency) -> u64,
                VERDICT_CLOCKS_MORE,
            ),
            ("entry", |one| one.entry, ENTRY_CLOCKS_MORE),
        ] {
            let all = more(&beside, of);
            let last = more(&beside[beside.len() * 3 / 4..], of);
            println!(
                "{gap:?}, {} messages behind {} untracked frames: {what} {all:?} clocks later than alone, {last:?} in the last quarter",
                beside.len(),
                beside.len() as u64 * FLOOD,
            );
            assert!(
                all.1 <= Some(bound),
                "the flood is felt: the {what} up to {all:?} clocks later than alone, {bound} are the frame's in front"
            );
        }
    }
}
