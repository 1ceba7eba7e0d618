//! The FIX path under Verilator against the model: interleaved sessions, any segmentation, bubbles, bad frames, commands.
//!
//! `FIX_PATH_SEED` and `FIX_PATH_STREAMS` choose another run; both are printed.
#![allow(missing_docs)]

use fixnic_abi::entry::msg_flags;
use fixnic_abi::{bcd, Verdict};
use fixnic_core_testbench::framing::{self, Event};
use fixnic_core_testbench::sequence::{Said, Session};
use fixnic_core_testbench::stream::{self, Stream};
use fixnic_core_testbench::verilated::{FixPath, Inputs, Outputs};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::VecDeque;

const SESSIONS: u64 = 1024;
const OPEN_STREAMS: usize = 6;

/// Clocks from `f_end` to the next `f_load`.
const SPACING_CLOCKS: u64 = 4;
/// Clocks from `f_end` to `e_valid`.
const END_LATENCY_CLOCKS: u64 = 9;
/// Clocks from `cmd_valid` to `cmd_done`.
const COMMAND_CLOCKS: u64 = 12;

/// A frame under way, with what must come out of it.
struct Frame {
    /// `None`: its bytes are damaged, anything may be said of them.
    expected: Option<VecDeque<(Said, usize)>>,
    byte_clocks: Vec<u64>,
    end_clock: u64,
    /// Its beats follow each other without bubbles.
    steady: bool,
    lost: Option<bool>,
    hold: Option<bool>,
}

/// The device, with every output checked in every clock.
struct Bench {
    device: FixPath,
    clock: u64,
    next_load: u64,
    frames: VecDeque<Frame>,
    verdicts: [u64; 8],
    flags: u16,
    latencies: [u64; 16],
    commands_done: u64,
}

impl Bench {
    fn new() -> Self {
        let mut bench = Self {
            device: FixPath::new(),
            clock: 0,
            next_load: 0,
            frames: VecDeque::new(),
            verdicts: [0; 8],
            flags: 0,
            latencies: [0; 16],
            commands_done: 0,
        };
        for _ in 0..12 {
            bench.tick(&Inputs {
                reset: 1,
                ..Inputs::default()
            });
        }
        bench
    }

    /// One clock with these inputs; outputs are those of the clock after.
    fn tick(&mut self, inputs: &Inputs) {
        let outputs = self.device.tick(inputs);
        self.clock += 1;
        if outputs.m_valid != 0 {
            self.check_message(&outputs);
        }
        if outputs.e_valid != 0 {
            self.check_end(&outputs);
        }
        self.commands_done += outputs.cmd_done;
    }

    fn idle(&mut self, clocks: u64) {
        for _ in 0..clocks {
            self.tick(&Inputs::default());
        }
    }

    fn drain(&mut self) {
        for _ in 0..32 {
            if self.frames.is_empty() {
                return;
            }
            self.idle(1);
        }
        panic!(
            "clock {}: no e_valid for a frame that ended 32 clocks ago",
            self.clock
        );
    }

    fn check_message(&mut self, outputs: &Outputs) {
        let frame = self
            .frames
            .front_mut()
            .unwrap_or_else(|| panic!("clock {}: verdict without a frame", self.clock));
        let Some(expected) = &mut frame.expected else {
            return;
        };
        let (said, byte) = expected
            .pop_front()
            .unwrap_or_else(|| panic!("clock {}: a verdict too many: {outputs:x?}", self.clock));
        let found = Said {
            verdict: u8::try_from(outputs.m_verdict)
                .ok()
                .and_then(Verdict::from_bits)
                .expect("a verdict of the contract"),
            flags: outputs.m_flags as u16,
            msg_type: outputs.m_type as u16,
            received: outputs.m_received,
            expected: outputs.m_expected,
            start: outputs.m_start as u32,
            end: said.end.map(|_| outputs.m_end as u32),
        };
        assert_eq!(
            found, said,
            "clock {}: left is the device, right the rules",
            self.clock
        );
        self.verdicts[said.verdict as usize] += 1;
        self.flags |= said.flags;
        let latency = self.clock - frame.byte_clocks[byte];
        // A byte that waits for the rest of its stream beat also waits for the bubbles before it.
        if frame.steady {
            let allowed = if said.end.is_some() { 7..=8 } else { 7..=9 };
            assert!(
                allowed.contains(&latency),
                "clock {}: {latency} clocks after byte {byte} of the frame: {said:x?}",
                self.clock
            );
            self.latencies[latency as usize] += 1;
        }
    }

    fn check_end(&mut self, outputs: &Outputs) {
        let frame = self
            .frames
            .pop_front()
            .unwrap_or_else(|| panic!("clock {}: end without a frame", self.clock));
        let missing = frame.expected.unwrap_or_default();
        assert!(
            missing.is_empty(),
            "clock {}: no verdict for {missing:x?}",
            self.clock
        );
        assert_eq!(
            self.clock,
            frame.end_clock + END_LATENCY_CLOCKS,
            "latency of e_valid"
        );
        if let Some(lost) = frame.lost {
            assert_eq!(outputs.e_lost != 0, lost, "clock {}: e_lost", self.clock);
        }
        if let Some(hold) = frame.hold {
            assert_eq!(outputs.e_hold != 0, hold, "clock {}: e_hold", self.clock);
        }
    }

    fn command(&mut self, arm: bool, session: u64, tcp_seq: u32, expected: u64) {
        self.drain();
        let before = self.commands_done;
        let arguments = Inputs {
            cmd_valid: 1,
            cmd_arm: u64::from(arm),
            cmd_session: session,
            cmd_tcp_seq: u64::from(tcp_seq),
            cmd_expected: bcd::from_u64(expected).expect("at most ten digits"),
            ..Inputs::default()
        };
        self.tick(&arguments);
        self.idle(COMMAND_CLOCKS - 2);
        assert_eq!(self.commands_done, before, "cmd_done came early");
        self.idle(1);
        assert_eq!(
            self.commands_done,
            before + 1,
            "cmd_done after {COMMAND_CLOCKS} clocks"
        );
        self.next_load = self.clock;
    }

    /// Sends a frame with payload from TCP number `tcp_seq` on.
    fn send(
        &mut self,
        rng: &mut ChaCha8Rng,
        session: u64,
        tcp_seq: u32,
        payload: &[u8],
        commit: bool,
        frame: Frame,
    ) {
        // Most frames as close as they may follow, with or without bubbles inside.
        let loose = rng.random_ratio(1, 4);
        let bubbles = rng.random_ratio(1, 3);
        let pause = |rng: &mut ChaCha8Rng| if loose { rng.random_range(0..6) } else { 0 };
        self.idle(self.next_load.saturating_sub(self.clock) + pause(rng));
        self.frames.push_back(frame);
        if rng.random_ratio(1, 6) {
            // A frame that was announced and will not come.
            let forgotten = if rng.random_ratio(1, 2) {
                session
            } else {
                rng.random_range(0..SESSIONS)
            };
            self.tick(&Inputs {
                f_load: 1,
                f_session: forgotten,
                f_parse: 1,
                ..Inputs::default()
            });
            self.idle(SPACING_CLOCKS - 1 + pause(rng));
        }
        let mut lane = rng.random_range(0..8usize);
        self.tick(&Inputs {
            f_load: 1,
            f_session: session,
            f_parse: 1,
            ..Inputs::default()
        });
        self.idle(1);
        self.tick(&Inputs {
            f_rotation: u64::from(tcp_seq.wrapping_sub(lane as u32) % 8),
            f_lane: u64::from(tcp_seq % 8),
            ..Inputs::default()
        });
        self.idle(pause(rng));
        let mut sent = 0;
        while sent < payload.len() {
            let mut beat = Inputs {
                s_valid: 1,
                s_data: rng.random(),
                ..Inputs::default()
            };
            let clock = self.clock;
            while lane < 8 && sent < payload.len() {
                beat.s_data &= !(0xff << (8 * lane));
                beat.s_data |= u64::from(payload[sent]) << (8 * lane);
                beat.s_keep |= 1 << lane;
                self.frames
                    .back_mut()
                    .expect("the frame being sent")
                    .byte_clocks
                    .push(clock);
                sent += 1;
                lane += 1;
            }
            lane = 0;
            beat.s_eof = u64::from(sent == payload.len());
            self.tick(&beat);
            if bubbles && beat.s_eof == 0 && rng.random_ratio(1, 3) {
                self.frames.back_mut().expect("the frame being sent").steady = false;
                self.idle(rng.random_range(1..4));
            }
        }
        self.idle(pause(rng));
        self.frames.back_mut().expect("the frame being sent").end_clock = self.clock;
        self.next_load = self.clock + SPACING_CLOCKS;
        self.tick(&Inputs {
            f_end: 1,
            f_commit: u64::from(commit),
            ..Inputs::default()
        });
    }

    /// Sends a frame of which nothing is parsed.
    fn send_unparsed(&mut self, rng: &mut ChaCha8Rng) {
        self.idle(self.next_load.saturating_sub(self.clock));
        self.tick(&Inputs {
            f_load: 1,
            f_session: rng.random_range(0..SESSIONS),
            ..Inputs::default()
        });
        self.idle(rng.random_range(0..3));
        self.frames.push_back(Frame {
            expected: Some(VecDeque::new()),
            byte_clocks: Vec::new(),
            end_clock: self.clock,
            steady: true,
            lost: Some(false),
            hold: None,
        });
        self.tick(&Inputs {
            f_end: 1,
            f_commit: rng.random_range(0..2),
            ..Inputs::default()
        });
        self.next_load = self.clock;
    }
}

/// What becomes of a frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It is good.
    Committed,
    /// It is found bad at its end; its payload was right.
    Refused,
    /// It is bad, and its payload too.
    Damaged,
}

/// A session with a stream under way.
struct Open {
    number: u64,
    stream: Stream,
    events: VecDeque<Event>,
    done: usize,
    session: Session,
    lost: bool,
}

impl Open {
    fn random(rng: &mut ChaCha8Rng, bench: &mut Bench, others: &[u64]) -> Self {
        let number = loop {
            let number = rng.random_range(0..SESSIONS);
            if !others.contains(&number) {
                break number;
            }
        };
        let messages = rng.random_range(10..100);
        let stream = stream::random(rng, messages);
        Self::arm(bench, number, stream)
    }

    fn arm(bench: &mut Bench, number: u64, stream: Stream) -> Self {
        bench.command(true, number, stream.tcp_seq, stream.expected);
        let events = framing::events(&stream.bytes, stream.tcp_seq).into();
        let session = Session::new(stream.expected);
        Self {
            number,
            stream,
            events,
            done: 0,
            session,
            lost: false,
        }
    }

    fn finished(&self) -> bool {
        self.lost || self.done == self.stream.bytes.len()
    }

    /// Sends the next segment, good or bad.
    fn advance(&mut self, rng: &mut ChaCha8Rng, bench: &mut Bench) {
        let longest = [1, 16, 16, 200, 200, 1460][rng.random_range(0..6)];
        let left = self.stream.bytes.len() - self.done;
        let end = self.done + rng.random_range(1..=longest).min(left);
        let bad = rng.random_ratio(1, 20);
        let fate = match bad && rng.random_ratio(1, 2) {
            true => Fate::Damaged,
            false if bad => Fate::Refused,
            false => Fate::Committed,
        };
        self.segment(rng, bench, end, fate);
    }

    /// Sends what follows, up to byte `end` of the stream.
    fn segment(&mut self, rng: &mut ChaCha8Rng, bench: &mut Bench, end: usize, fate: Fate) {
        let mut payload = self.stream.bytes[self.done..end].to_vec();
        let tcp_seq = self.stream.tcp_seq.wrapping_add(self.done as u32);
        let mut session = self.session.clone();
        let mut expected = VecDeque::new();
        let mut lost = false;
        let found = self
            .events
            .iter()
            .take_while(|event| event.found_at < end)
            .count();
        for event in self.events.iter().take(found) {
            lost |= event.message.is_none();
            expected.push_back((
                session.judge(event, self.stream.tcp_seq),
                event.found_at - self.done,
            ));
        }
        let damaged = fate == Fate::Damaged;
        if damaged {
            for byte in &mut payload {
                if rng.random_ratio(1, 10) {
                    *byte = rng.random();
                }
            }
        }
        let frame = Frame {
            expected: (!damaged).then_some(expected),
            byte_clocks: Vec::with_capacity(payload.len()),
            end_clock: 0,
            steady: true,
            lost: (!damaged).then_some(lost),
            hold: (!damaged).then_some(session.hold()),
        };
        let commit = fate == Fate::Committed;
        bench.send(rng, self.number, tcp_seq, &payload, commit, frame);
        if commit {
            self.session = session;
            self.events.drain(..found);
            self.done = end;
            self.lost = lost;
        }
    }

    /// The host leaves HOLD, sometimes also without need.
    fn set_expected(&mut self, rng: &mut ChaCha8Rng, bench: &mut Bench) {
        let next = self
            .stream
            .numbers
            .iter()
            .position(|&(end, _)| end > self.done)
            .unwrap_or(0);
        let number = if next == 0 {
            self.stream.expected
        } else {
            self.stream.numbers[next - 1].1
        };
        let number = number.saturating_sub(rng.random_range(0..2)).clamp(1, bcd::MAX);
        bench.command(false, self.number, rng.random(), number);
        self.session.set_expected(number);
    }
}

fn environment(name: &str, default: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name}={text}: expected a whole number")),
        Err(_) => default,
    }
}

#[test]
fn verdicts_follow_the_rules() {
    let seed = environment("FIX_PATH_SEED", 1);
    let streams = environment("FIX_PATH_STREAMS", 500);
    println!("FIX_PATH_SEED={seed} FIX_PATH_STREAMS={streams}");
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut bench = Bench::new();
    let mut open: Vec<Open> = Vec::new();
    let (mut started, mut current, mut frames) = (0, 0, 0u64);
    loop {
        open.retain(|stream| !stream.finished());
        while open.len() < OPEN_STREAMS && started < streams {
            let numbers: Vec<u64> = open.iter().map(|stream| stream.number).collect();
            open.push(Open::random(&mut rng, &mut bench, &numbers));
            started += 1;
        }
        if open.is_empty() {
            break;
        }
        if current >= open.len() || rng.random_ratio(1, 2) {
            current = rng.random_range(0..open.len());
        }
        if rng.random_ratio(1, 10) {
            bench.send_unparsed(&mut rng);
        }
        let often = match &open[current].session {
            session if session.hold() => 3,
            session if session.gap_open() => 20,
            _ => 300,
        };
        if rng.random_ratio(1, often) {
            open[current].set_expected(&mut rng, &mut bench);
        }
        open[current].advance(&mut rng, &mut bench);
        frames += 1;
    }
    bench.drain();
    println!(
        "{} verdicts in {frames} frames and {} clocks",
        bench.verdicts.iter().sum::<u64>(),
        bench.clock
    );
    for verdict in Verdict::ALL {
        println!("{:>8} {}", bench.verdicts[verdict.value as usize], verdict.name);
        assert!(
            bench.verdicts[verdict.value as usize] > 0,
            "the run never saw {}",
            verdict.name
        );
    }
    for flag in msg_flags::ALL {
        assert!(
            u32::from(bench.flags) & flag.value != 0,
            "the run never saw {}",
            flag.name
        );
    }
    println!(
        "clocks from last byte to verdict: 7: {}, 8: {}, 9: {}",
        bench.latencies[7], bench.latencies[8], bench.latencies[9]
    );
}

/// Messages with this BeginString, the bodies' lengths one byte apart, so that their ends pass through every lane.
fn messages_of_every_length(begin_string: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for filling in 0..8 {
        let body = format!(
            "35=D\x0134=7\x0149=SENDER\x0156=TARGET\x0158={:x<1$}\x01",
            "",
            17 + filling
        );
        let head = format!("8={begin_string}\x019={}\x01{body}", body.len());
        let sum = head.bytes().fold(0u8, u8::wrapping_add);
        bytes.extend_from_slice(format!("{head}10={sum:03}\x01").as_bytes());
    }
    bytes
}

/// Segments that end anywhere in a header, most of all right after BodyLength's SOH: the session's context then holds a
/// beat that was shown in part, and what BodyLength said arrives before the rest of it does.
#[test]
fn a_header_may_be_cut_anywhere_at_any_lane() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut bench = Bench::new();
    for begin_string in ["FIX", "FIX.", "FIX.4", "FIX.4.", "FIX.4.2", "FIXT.1.1"] {
        let bytes = messages_of_every_length(begin_string);
        let starts: Vec<usize> = (0..bytes.len())
            .filter(|&at| bytes[at..].starts_with(b"8=FIX"))
            .collect();
        for lane in 0..8 {
            // 8=...| 9=dd| 35=D| and the first lanes after it.
            for cut in 1..begin_string.len() + 19 {
                let stream = Stream {
                    tcp_seq: 0xffff_ff00 + lane,
                    expected: 7,
                    bytes: bytes.clone(),
                    numbers: Vec::new(),
                };
                let mut open = Open::arm(&mut bench, 3, stream);
                let mut other = Open::arm(&mut bench, 5, stream::random(&mut rng, 2));
                for &start in &starts {
                    open.segment(&mut rng, &mut bench, start + cut, Fate::Committed);
                    // The same session goes on at once, or another one comes between.
                    if rng.random() && !other.finished() {
                        other.advance(&mut rng, &mut bench);
                    }
                }
                open.segment(&mut rng, &mut bench, bytes.len(), Fate::Committed);
                bench.drain();
                assert!(
                    !open.lost,
                    "{begin_string} cut after {cut} bytes from lane {lane}"
                );
            }
        }
    }
    assert!(bench.verdicts[Verdict::InSequence as usize] > 0);
}
