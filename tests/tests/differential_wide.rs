//! Values that use every bit of their field, on the Verilated core and on the golden model: addresses of 64 bits, times, TCP numbers,
//! MsgSeqNums of ten digits, sessions, connections and register contents that random episodes keep small.
use fixnic_abi::counter::Counter;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::reg::{self, Access, Register};
use fixnic_abi::{bcd, CommandOp};
use fixnic_driver::Device;
use fixnic_sim::frames::{fix_message, push_checksum, TcpFrame};
use fixnic_sim::verilated::FrameGap;
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::differential::{self, Action, CommandArguments, Coverage, Rng, TxFrame, RINGS};

const SEED: u64 = 1;
const RX_AND_TX: Action = Action::Control(3);
/// Where the TX frames of an episode begin, a multiple of 2,048 bytes from the memory's start.
const TX_FRAMES: u64 = 0x1B_0000;
/// Every bit rises and falls between two of these, in order. The last of a row is what the next one begins with.
const PATTERNS: [u64; 5] = [
    0x5555_5555_5555_5555,
    0xAAAA_AAAA_AAAA_AAAA,
    0,
    0xFFFF_FFFF_FFFF_FFFF,
    0x5555_5555_5555_5555,
];
/// Times in order, so that each bit but the last rises and falls.
const TIMES_NS: [u64; 5] = [
    0x0AAA_AAAA_AAAA_AAAA,
    0x5555_5555_5555_5555,
    0x7FFF_FFFF_FFFF_F000,
    0xAAAA_AAAA_AAAA_AAAA,
    0xD555_5555_5555_5555,
];
const CLOCKS_MAX: u64 = 100_000;
const PAGE: u64 = 4096;

fn compare(actions: &[Action]) -> Coverage {
    differential::compare(SEED, actions)
}

/// A pattern as an address of memory: on a page, and so that the memory ends within 64 bits.
fn address(pattern: u64) -> u64 {
    (pattern & !(PAGE - 1)).min(u64::MAX << 24)
}

fn connection(rng: &mut Rng, pattern: u64) -> FourTuple {
    FourTuple {
        local_ip: pattern as u32,
        remote_ip: rng.word() as u32,
        local_port: rng.word() as u16,
        remote_port: !pattern as u16,
    }
}

/// A session that gets messages numbered from `number` on, the bytes from `tcp_seq` on.
struct Stream {
    tuple: FourTuple,
    session: u32,
    ring: u32,
    tcp_seq: u32,
    number: u64,
}

impl Stream {
    fn any(rng: &mut Rng, pattern: u64, ring: u32) -> Self {
        Self {
            tuple: connection(rng, pattern),
            // Each ring's own, so that no two streams of an episode share one.
            session: (pattern as u32 & 0x3FC) | ring,
            ring,
            tcp_seq: rng.word() as u32,
            number: rng.word() % (bcd::MAX - 100) + 1,
        }
    }

    fn arm(&self, rng: &mut Rng) -> Action {
        let arguments = CommandArguments {
            op: CommandOp::Arm as u32,
            slot: rng.pick(&self.tuple.slots()).into(),
            session: self.session,
            ring: self.ring,
            tuple: self.tuple,
            tcp_seq: self.tcp_seq,
            generation: rng.word() as u32,
            expected_bcd: bcd::from_u64(self.number).expect("at most ten digits"),
            tag: rng.word() as u32,
        };
        Action::Command(arguments, 0)
    }

    /// The next message, of any bytes in its data.
    fn message(&mut self, rng: &mut Rng) -> Action {
        let data: Vec<u8> = (0..rng.below(300)).map(|_| rng.byte()).collect();
        let head = format!(
            "35=B|34={}|49=EXCHANGE|56=DESK|95={}|96=",
            self.number,
            data.len()
        );
        let mut body = head.replace('|', "\x01").into_bytes();
        body.extend(data);
        body.push(1);
        let mut payload = format!("8=FIX.4.4\x019={}\x01", body.len()).into_bytes();
        payload.extend(body);
        push_checksum(&mut payload);
        self.number += 1;
        self.segment(rng, &payload)
    }

    fn segment(&mut self, rng: &mut Rng, payload: &[u8]) -> Action {
        let options: Vec<u8> = (0..4 * rng.below(11)).map(|_| rng.byte()).collect();
        let bytes = TcpFrame {
            tuple: self.tuple,
            seq: self.tcp_seq,
            ack: rng.word() as u32,
            vlan: rng.chance(300).then(|| rng.word() as u16),
            options: &options,
            payload,
            ..TcpFrame::default()
        }
        .build_padded();
        self.tcp_seq = self.tcp_seq.wrapping_add(payload.len() as u32);
        Action::Frame {
            bytes,
            fcs_good: true,
        }
    }
}

fn rings() -> impl Iterator<Item = Action> {
    (0..RINGS).map(|ring| Action::Ring(ring, 12, 11))
}

#[test]
fn memory_lies_anywhere_in_64_bits_and_time_has_64() {
    let mut rng = Rng::new(SEED);
    let mut actions = Vec::new();
    let mut sent = 0;
    for (pattern, time) in PATTERNS.into_iter().zip(TIMES_NS) {
        actions.extend([
            Action::Memory(address(pattern)),
            Action::Settle,
            Action::Time(time),
        ]);
        actions.extend(rings());
        actions.push(RX_AND_TX);
        let mut streams: Vec<Stream> = (0..RINGS as u32)
            .map(|ring| Stream::any(&mut rng, pattern, ring))
            .collect();
        for stream in &streams {
            actions.push(stream.arm(&mut rng));
        }
        for _ in 0..20 {
            actions.extend(streams.iter_mut().map(|stream| stream.message(&mut rng)));
        }
        let transmit = (0..3).map(|slot| TxFrame {
            offset: TX_FRAMES + 2048 * slot,
            length: 200 + rng.below(1300) as u32,
            bytes: (0..2048).map(|_| rng.byte()).collect(),
        });
        actions.push(Action::Transmit(transmit.collect()));
        actions.extend([Action::Settle, Action::Credit]);
        // A hole: the next frame tells a time whose bits differ from that of the last in order.
        for stream in &mut streams {
            stream.tcp_seq = stream.tcp_seq.wrapping_add(rng.word() as u32 >> 2);
            actions.extend([stream.message(&mut rng), stream.message(&mut rng)]);
        }
        actions.extend([Action::Settle, Action::Credit]);
        sent = 20 * RINGS as u64 + 2 * RINGS as u64;
    }
    let coverage = compare(&actions);
    // Counters begin anew with each memory.
    assert_eq!(coverage.counter(Counter::RxDelivered), sent);
    assert_eq!(coverage.counter(Counter::VerdictInSequence), 20 * RINGS as u64);
    assert_eq!(coverage.counter(Counter::TxFrames), 3);
}

#[test]
fn every_bit_of_a_writable_register_is_held() {
    let (mut core, mut golden) = (VerilatedDevice::new(SEED, Stalls::NONE), GoldenDevice::new());
    // What turns things on has its own meaning.
    let switches = [reg::CONTROL.offset, reg::RX_ENABLE.offset];
    for pattern in PATTERNS {
        let offsets = |register: &'static Register| (0..register.count).map(|index| register.at(index));
        for register in reg::ALL {
            if register.access == Access::ReadWrite && !switches.contains(&register.offset) {
                for offset in offsets(register) {
                    core.write32(offset, pattern as u32);
                    golden.write32(offset, pattern as u32);
                }
            }
        }
        core.run_until_idle(CLOCKS_MAX).expect("nothing is under way");
        for register in reg::ALL {
            for offset in offsets(register) {
                let (expected, found) = (golden.read32(offset), core.read32(offset));
                assert_eq!(
                    expected, found,
                    "{} at {offset:#x} after {pattern:#x}",
                    register.name
                );
            }
        }
    }
}

#[test]
fn a_number_of_ten_digits_and_any_tcp_number_are_told_in_full() {
    let mut rng = Rng::new(SEED);
    let mut actions: Vec<Action> = rings().collect();
    actions.extend([
        RX_AND_TX,
        Action::Stalls(Stalls {
            rx_gap: FrameGap::Clocks(24),
            ..Stalls::NONE
        }),
    ]);
    let numbers = [
        5_555_555_555,
        8_888_888_888,
        7_777_777_777,
        9_999_999_990,
        1_234_567_890,
        bcd::MAX - 1,
        1,
    ];
    let mut verified = 0;
    for round in 0..40 {
        let mut stream = Stream::any(&mut rng, PATTERNS[round % 5], round as u32 % RINGS as u32);
        stream.number = numbers[round % numbers.len()];
        if round % 4 == 0 {
            stream.tcp_seq = 0u32.wrapping_sub(rng.below(200) as u32);
        }
        actions.push(stream.arm(&mut rng));
        actions.push(stream.message(&mut rng));
        verified += 1;
        // Far behind or far ahead: told with what was expected.
        let text =
            |number: u64| fix_message(&format!("35=0|34={number}|49=EXCHANGE|56=DESK|52=20240101-00|"));
        let number = 1 + rng.word() % bcd::MAX;
        actions.push(stream.segment(&mut rng, &text(number)));
        actions.extend([Action::Settle, Action::Credit]);
    }
    let coverage = compare(&actions);
    assert_eq!(coverage.counter(Counter::VerdictInSequence), verified);
}
