//! Single bits on the Verilated core and on the golden model: of a message's bytes, of BodyLength, of TCP numbers and of the session's
//! number, where only one of them is other than usual and everything depends on it.
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::{BODY_LENGTH_DIGITS_MAX, BODY_LENGTH_MIN, SESSIONS};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{bcd, CommandOp};
use fixnic_sim::frames::{fix_message, tcp_flags, wrap_body, TcpFrame};
use fixnic_sim::verilated::Stalls;
use fixnic_sim::VerilatedDevice;
use fixnic_tests::differential::corpus::{numbered, Script, CALM, RESTLESS};
use fixnic_tests::differential::{run, Action, CommandArguments, Rng};

const MAX_SEGMENT: usize = 1460;
const NUMBER: u64 = 1_000;
const LANES: u32 = 8;
const SESSION_BITS: u32 = SESSIONS.ilog2();

/// A message with a body of so many bytes.
fn of_length(body_bytes: usize, number: u64) -> Vec<u8> {
    let mut body = format!("35=AE\x0134={number}\x0149=EX\x0156=DE\x0143=Y\x0158=").into_bytes();
    let filler = (0..).map(|at: usize| b'a' + (at % 23) as u8);
    let missing = body_bytes
        .checked_sub(body.len() + 1)
        .expect("room for the fields");
    body.extend(filler.take(missing));
    body.push(1);
    wrap_body(b"FIX.4.4", &body)
}

/// The stream's next bytes in full segments.
fn send(script: &mut Script, bytes: &[u8]) {
    for part in bytes.chunks(MAX_SEGMENT) {
        script.segment(part);
    }
}

#[test]
fn any_bit_of_a_message_may_be_wrong() {
    let mut rng = Rng::new(1);
    let mut script = Script::new(CALM);
    let messages = [
        fix_message("35=8|34=1000|43=Y|49=EX|56=DE|123=Y|141=N|36=7|10=1|"),
        of_length(112, NUMBER),
    ];
    for message in &messages {
        for at in 0..message.len() {
            for bit in 0..8 {
                for _ in 0..3 {
                    let lane = rng.below(LANES as usize) as u32;
                    script.case(format!(
                        "lane {lane}, bit {bit} of byte {at} of {} bytes",
                        message.len()
                    ));
                    script.arm(0x1000 + lane, NUMBER);
                    let mut wrong = message.clone();
                    wrong[at] ^= 1 << bit;
                    // In one frame or in two: a byte and what depends on it are in one beat or in two.
                    if rng.chance(300) {
                        script.cut(&wrong, &[1 + rng.below(message.len() - 1)]);
                        script.segment(&numbered(NUMBER + 1, false));
                    } else {
                        script.segment(&[wrong, numbered(NUMBER + 1, false)].concat());
                    }
                }
            }
        }
    }
    script.compare(1);
}

/// What of a message lies in earlier frames is looked at again from what was kept of it.
#[test]
fn any_bit_of_a_header_may_be_wrong_before_any_cut() {
    let mut script = Script::new(CALM);
    // Of the longest BodyLength the first bytes say all.
    for digits in 3..=BODY_LENGTH_DIGITS_MAX {
        let header = format!(
            "8=FIX.4.2\x019={}\x0135=D\x0134=1000\x0149=EX",
            10u64.pow(digits) - 1
        );
        let length = 9..13 + digits as usize;
        for at in 0..header.len() {
            for bit in 0..8 {
                for lane in 0..LANES {
                    let cuts = match (digits, bit) {
                        (BODY_LENGTH_DIGITS_MAX, _) if length.contains(&at) => 0..9,
                        (BODY_LENGTH_DIGITS_MAX, 6..) => 2..5,
                        _ if length.contains(&at) => 8..9,
                        _ => continue,
                    };
                    for cut in cuts {
                        script.case(format!(
                            "{digits} digits, lane {lane}, bit {bit} of byte {at}, cut {cut} behind"
                        ));
                        script.arm(0x2000 + lane, NUMBER);
                        let mut wrong = header.clone().into_bytes();
                        wrong[at] ^= 1 << bit;
                        let cut = (at + 1 + cut).min(wrong.len());
                        script.cut(&wrong, &[cut]);
                    }
                }
            }
        }
    }
    script.compare(6);
}

/// What looks like a message's start but for one bit is none, in each lane, for a session that looks for its place (docs/datapath.md, 3.2).
#[test]
fn any_bit_of_a_start_may_be_wrong() {
    let mut script = Script::new(CALM);
    let start = b"\x018=FIX";
    for at in 0..start.len() {
        for bit in 0..8 {
            for lane in 0..LANES {
                script.case(format!("lane {lane}, bit {bit} of byte {at} of a start"));
                script.arm(0x3000 + lane, NUMBER);
                let mut wrong = start.to_vec();
                wrong[at] ^= 1 << bit;
                // Its lane is that in the frame.
                let before = &b"nothing of a message but "[lane as usize..];
                let tail = [before, &wrong, b".4.4\x01"].concat();
                // Behind a hole all of it is searched.
                let hole = script.next().wrapping_add(5_000);
                let behind = [tail, numbered(NUMBER + 7, false)].concat();
                script.segment_at(hole, &behind);
                let next = hole.wrapping_add(behind.len() as u32);
                script.segment_at(next, &numbered(NUMBER + 8, false));
            }
        }
    }
    let coverage = script.compare(8);
    let proposed = coverage.said("FRAME CANDIDATE");
    assert!(proposed > 300, "a start was found {proposed} times");
}

#[test]
fn any_digit_in_any_place_of_body_length() {
    let mut rng = Rng::new(2);
    let mut script = Script::new(CALM);
    let mut lengths: Vec<usize> = (1..BODY_LENGTH_DIGITS_MAX)
        .flat_map(|place| (1..10).map(move |digit| digit * 10usize.pow(place)))
        .filter(|length| *length > BODY_LENGTH_MIN as usize + 10)
        .collect();
    lengths.extend([
        4_095, 4_096, 8_191, 8_192, 16_383, 32_767, 32_768, 65_535, 65_536, 99_999,
    ]);
    lengths.extend((0..12).map(|_| 100 + rng.below(30_000)));
    for length in lengths {
        script.case(format!("BodyLength {length}"));
        script.arm(rng.word() as u32, NUMBER);
        for number in [NUMBER, NUMBER + 1] {
            let whole = of_length(length, number);
            send(&mut script, &whole);
            // The second one is long enough with one in a hundred.
            if length > 20_000 {
                break;
            }
        }
        script.segment(&numbered(NUMBER + 2, false));
    }
    script.compare(2);
}

#[test]
fn a_segment_as_far_off_as_one_bit_of_the_tcp_number() {
    let mut rng = Rng::new(3);
    let mut script = Script::new(CALM);
    for bit in 0..32 {
        for repeated in 0..6 {
            let begin = rng.word() as u32;
            // Its first byte lies there, one beside it, or its end.
            let length = numbered(NUMBER, false).len() as u32;
            let distance =
                (1u32 << bit).wrapping_add([0, 1, u32::MAX, 0u32.wrapping_sub(length)][repeated % 4]);
            for seq in [begin.wrapping_add(distance), begin.wrapping_sub(distance)] {
                script.case(format!("begins at {begin:#x}, segment at {seq:#x}, {repeated}"));
                script.arm(begin, NUMBER);
                script.segment_at(seq, &numbered(NUMBER, false));
                script.segment(&numbered(NUMBER, false));
                script.segment_at(seq, &numbered(NUMBER + 1, false));
                script.segment(&numbered(NUMBER + 1, false));
            }
        }
    }
    script.compare(3);
}

/// SYN, FIN or RST with bytes behind rcv_nxt costs the session its place, without them it does not (docs/datapath.md, section 3).
#[test]
fn a_control_segment_as_far_off_as_one_bit_of_the_tcp_number() {
    let mut rng = Rng::new(4);
    let mut script = Script::new(CALM);
    for bit in 0..32 {
        for (flag, off) in [tcp_flags::SYN, tcp_flags::FIN, tcp_flags::RST]
            .into_iter()
            .flat_map(|flag| [0, 1, u32::MAX].map(|off| (flag, off)))
        {
            // So far behind rcv_nxt is its end, or so far before.
            for reach in [1u32 << bit, 0u32.wrapping_sub(1 << bit)] {
                let reach = reach.wrapping_add(off);
                let begin = rng.word() as u32;
                let payload = numbered(NUMBER, false);
                let length = rng.below(3) * rng.below(payload.len()) / 2;
                script.case(format!("begins at {begin:#x}, {length} bytes end at {reach:#x}"));
                script.arm(begin, NUMBER);
                let frame = TcpFrame {
                    tuple: script.tuple(),
                    seq: begin.wrapping_add(reach).wrapping_sub(length as u32),
                    flags: flag | tcp_flags::ACK,
                    payload: &payload[..length],
                    ..TcpFrame::default()
                };
                script.frame(frame.build_padded());
                script.segment(&payload);
            }
        }
    }
    script.compare(7);
}

/// One of two sessions whose streams are interleaved.
struct Stream {
    session: u32,
    tuple: FourTuple,
    seq: u32,
    bytes: Vec<u8>,
}

impl Stream {
    fn arm(&self, tag: u32, number: u64) -> Action {
        let arguments = CommandArguments {
            op: CommandOp::Arm as u32,
            slot: self.tuple.slots()[0].into(),
            session: self.session,
            ring: tag % 4,
            tuple: self.tuple,
            tcp_seq: self.seq,
            generation: 0,
            expected_bcd: bcd::from_u64(number).expect("at most ten digits"),
            tag,
        };
        Action::Command(arguments, 0)
    }

    fn part(&self, from: usize, to: usize) -> Action {
        let frame = TcpFrame {
            tuple: self.tuple,
            seq: self.seq.wrapping_add(from as u32),
            payload: &self.bytes[from..to],
            ..TcpFrame::default()
        };
        Action::Frame {
            bytes: frame.build_padded(),
            fcs_good: true,
        }
    }
}

#[test]
fn sessions_whose_numbers_differ_in_one_bit_do_not_mix() {
    for (seed, stalls) in [(4, CALM), (5, RESTLESS)] {
        let mut rng = Rng::new(seed);
        let mut actions: Vec<Action> = (0..4).map(|ring| Action::Ring(ring, 12, 12)).collect();
        actions.extend([Action::Control(3), Action::Stalls(stalls)]);
        let mut tag = 0;
        for bit in 0..SESSION_BITS {
            for cut in 1..numbered(NUMBER, false).len() {
                let session = rng.below(1 << SESSION_BITS) as u32;
                // What they expect, and where they are in a message, is as different as it may be.
                let number = rng.below(1 << 33) as u64 + 1;
                let streams = [
                    (session, number),
                    (session ^ 1 << bit, !number & 0x1_FFFF_FFFF | 1),
                ]
                .map(|(session, number)| {
                    tag += 1;
                    let stream = Stream {
                        session,
                        tuple: FourTuple {
                            local_ip: 0x0A00_0001,
                            remote_ip: 0x0A00_0002 + (tag & 1),
                            local_port: 40_000 + session as u16,
                            remote_port: 9_876,
                        },
                        seq: rng.word() as u32,
                        bytes: (0..3)
                            .flat_map(|more| numbered(number + more, more == 1))
                            .collect(),
                    };
                    actions.push(stream.arm(tag, number));
                    stream
                });
                let whole = streams.each_ref().map(|stream| stream.bytes.len());
                let later = 1 + rng.below(whole[0] / 2);
                let mut parts = [
                    [0, cut, cut + later, whole[0]],
                    [0, later, whole[1] / 2, whole[1]],
                ];
                parts.iter_mut().for_each(|part| part.sort_unstable());
                for step in 0..3 {
                    for (stream, part) in streams.iter().zip(&parts) {
                        if part[step] < part[step + 1] {
                            actions.push(stream.part(part[step], part[step + 1]));
                        }
                    }
                }
                if cut % 16 == 0 {
                    actions.push(Action::Credit);
                }
            }
        }
        let seen = run(&mut VerilatedDevice::new(seed, Stalls::NONE), &actions, None);
        let coverage = seen.unwrap_or_else(|difference| {
            panic!(
                "seed {seed}, after action {}: {}",
                difference.action, difference.text
            )
        });
        assert!(
            coverage.counter(Counter::VerdictInSequence) > 1_000,
            "few messages were in sequence"
        );
    }
}
