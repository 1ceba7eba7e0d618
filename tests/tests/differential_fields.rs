//! Bodies of nothing but short fields on the Verilated core and on the golden model: every tag that the core knows and what looks like one, as
//! dense as they come, in sessions whose streams are cut anywhere and interleaved (docs/datapath.md, 4.7 to 4.11 and 5).
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::BODY_LENGTH_MIN;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{bcd, CommandOp};
use fixnic_sim::frames::{wrap_body, TcpFrame};
use fixnic_sim::verilated::Stalls;
use fixnic_tests::differential::corpus::{CALM, RESTLESS};
use fixnic_tests::differential::{self, Action, CommandArguments, Coverage, Rng, RINGS};

const STREAMS: usize = 8;
const SOH: u8 = 1;
/// Flags and numbers: what decides about a message.
const TAGS: [&str; 9] = ["34", "43", "97", "123", "141", "35", "10", "9", "8"];
/// Lengths of data, which make a message ambiguous or what stands behind them.
const DATA_TAGS: [&str; 16] = [
    "90", "93", "95", "212", "348", "350", "352", "354", "356", "358", "360", "362", "364", "445", "618",
    "621",
];
const VALUES: [&str; 10] = ["Y", "Y", "N", "", "YY", "Y=", "NY", "43=Y", "97=Y", "8=FIX.4.4"];
/// What patterns are made of.
const LETTERS: &[u8] = b"Y=0123456789FIX\x01\x01=Y";
const TYPES: [&str; 12] = ["0", "1", "2", "3", "4", "5", "A", "8", "D", "AE", "", "A1"];

/// A body without 35 whose MsgSeqNum stands somewhere, usually first.
fn body(rng: &mut Rng, number: u64) -> Vec<u8> {
    let mut body = b"35=".to_vec();
    if rng.chance(300) {
        // Any characters, of which each has eight bits.
        body.extend((0..rng.below(4)).map(|_| rng.byte()).filter(|byte| *byte != SOH));
    } else {
        body.extend(rng.pick(&TYPES).as_bytes());
    }
    body.push(SOH);
    let number = format!("34={number}\x01");
    let first = rng.chance(850);
    if first {
        body.extend(number.as_bytes());
    }
    let with_data = rng.chance(200);
    for _ in 0..2 + rng.below(14) {
        let known = if with_data && rng.chance(300) {
            rng.pick(&DATA_TAGS)
        } else {
            rng.pick(&TAGS[1..])
        };
        let mut tag = known.as_bytes().to_vec();
        match rng.below(10) {
            // One digit other than it is, one more in front, or one fewer.
            0..2 => {
                let at = rng.below(tag.len());
                tag[at] = b'0' + rng.below(10) as u8;
            }
            2 => tag.insert(0, b'0' + rng.below(10) as u8),
            3 => {
                tag.remove(0);
            }
            _ => {}
        }
        body.extend(tag);
        if !rng.chance(30) {
            body.push(b'=');
        }
        if rng.chance(300) {
            let letter = |rng: &mut Rng| match rng.below(4) {
                0 => rng.byte(),
                _ => LETTERS[rng.below(LETTERS.len())],
            };
            body.extend((0..rng.below(6)).map(|_| letter(rng)));
        } else {
            body.extend(rng.pick(&VALUES).as_bytes());
        }
        body.push(SOH);
    }
    if !first {
        body.extend(number.as_bytes());
    }
    while body.len() < BODY_LENGTH_MIN as usize {
        body.extend(b"97=N\x01");
    }
    body
}

/// A session and its stream.
struct Stream {
    at: usize,
    session: u32,
    tuple: FourTuple,
    seq: u32,
    number: u64,
    pending: Vec<u8>,
}

impl Stream {
    fn new(at: usize, rng: &mut Rng) -> Self {
        Self {
            at,
            // No two of them the same, each bit other than in the next one.
            session: (rng.word() as u32 & 0x3F8) | at as u32,
            tuple: FourTuple {
                local_ip: 0x0A00_0001,
                remote_ip: 0x0A00_0002,
                local_port: 40_000 + at as u16,
                remote_port: 9_876,
            },
            seq: 0,
            number: 1,
            pending: Vec::new(),
        }
    }

    /// Begins anew, anywhere.
    fn arm(&mut self, rng: &mut Rng, tag: u32) -> Action {
        self.seq = rng.word() as u32;
        self.number = rng.word() % 10u64.pow(1 + rng.below(10) as u32) + 1;
        self.pending.clear();
        let arguments = CommandArguments {
            op: CommandOp::Arm as u32,
            slot: self.tuple.slots()[0].into(),
            session: self.session,
            ring: (self.at % RINGS) as u32,
            tuple: self.tuple,
            tcp_seq: self.seq,
            generation: 0,
            expected_bcd: bcd::from_u64(self.number).expect("at most ten digits"),
            tag,
        };
        Action::Command(arguments, 0)
    }

    /// So many more bytes.
    fn segment(&mut self, rng: &mut Rng, bytes: usize) -> Action {
        while self.pending.len() < bytes {
            // In sequence, a gap, filled or not, or from before.
            let number = match rng.below(8) {
                0 => self.number + 1 + rng.word() % 10u64.pow(rng.below(9) as u32),
                1 => 1 + rng.word() % self.number,
                _ => {
                    self.number += 1;
                    self.number - 1
                }
            };
            let body = body(rng, number.min(bcd::MAX));
            self.pending.extend(wrap_body(b"FIX.4.4", &body));
        }
        let payload: Vec<u8> = self.pending.drain(..bytes).collect();
        let frame = TcpFrame {
            tuple: self.tuple,
            seq: self.seq,
            payload: &payload,
            ..TcpFrame::default()
        };
        self.seq = self.seq.wrapping_add(bytes as u32);
        // Padding behind the payload, wherever that ends, is none of it.
        let mut bytes = frame.build_padded();
        if rng.chance(300) {
            bytes.extend((0..rng.below(24)).map(|_| LETTERS[rng.below(LETTERS.len())]));
        }
        Action::Frame {
            bytes,
            fcs_good: true,
        }
    }
}

fn compare(seed: u64, stalls: Stalls, frames: usize) -> Coverage {
    let mut rng = Rng::new(seed);
    let mut actions: Vec<Action> = (0..RINGS).map(|ring| Action::Ring(ring, 12, 12)).collect();
    actions.extend([Action::Control(1), Action::Stalls(stalls)]);
    let mut streams: Vec<Stream> = (0..STREAMS).map(|at| Stream::new(at, &mut rng)).collect();
    for stream in &mut streams {
        actions.push(stream.arm(&mut rng, 1));
    }
    for number in 0..frames {
        let stream = &mut streams[rng.below(STREAMS)];
        // A message that is ambiguous or a reset leaves the session in HOLD.
        if rng.chance(120) {
            actions.push(stream.arm(&mut rng, number as u32));
        }
        let most = if rng.chance(200) { 400 } else { 60 };
        let bytes = 1 + rng.below(most);
        actions.push(stream.segment(&mut rng, bytes));
        if number % 64 == 0 {
            actions.push(Action::Credit);
        }
    }
    differential::compare(seed, &actions)
}

#[test]
fn dense_fields_of_interleaved_sessions() {
    let coverage = compare(1, CALM, 12_000);
    for counter in [
        Counter::VerdictInSequence,
        Counter::VerdictGap,
        Counter::VerdictPossDupLow,
        Counter::VerdictTooLow,
        Counter::VerdictAmbiguous,
        Counter::VerdictUntracked,
    ] {
        let count = coverage.counter(counter);
        assert!(count > 20, "{counter:?} {count} times");
    }
}

#[test]
fn dense_fields_while_everything_stalls() {
    let coverage = compare(2, RESTLESS, 4_000);
    let count = coverage.counter(Counter::VerdictInSequence);
    assert!(count > 200, "in sequence {count} times");
}

/// Fields of which what stands right behind a message is made.
const BEHIND: [&str; 10] = [
    "9=5",
    "9=41",
    "35=",
    "35=A",
    "34=",
    "34=7",
    "43=Y",
    "97=Y",
    "8=FIX.4.4",
    "",
];
/// Fields of a header that is none, cut to one lane after the other.
const HEADERS: [&str; 4] = [
    "9=5\x0135=\x0134=7\x01",
    "9=41\x0135=\x0134=7\x01",
    "35=\x0134=7\x01",
    "9=5\x0134=7\x0135=A\x01",
];

/// A message that ends in any lane, its number the expected one, one above or one below, and right behind it in the same segment what is no message: the good one's
/// entry, type and number are its own.
#[test]
fn what_stands_right_behind_a_message_does_not_change_it() {
    const EXPECTED: u64 = 27;
    let mut rng = Rng::new(3);
    let mut actions = vec![Action::Ring(0, 12, 12), Action::Control(1), Action::Stalls(CALM)];
    let mut stream = Stream::new(0, &mut rng);
    let mut cases = 0;
    let mut case = |lane: u32, number: u64, flag: &str, behind: &[u8]| {
        actions.push(stream.arm(&mut Rng::new(4), cases));
        let Some(Action::Command(arguments, _)) = actions.last_mut() else {
            unreachable!("an ARM was pushed");
        };
        arguments.tcp_seq = 0x4000_0000 + lane;
        arguments.expected_bcd = bcd::from_u64(EXPECTED).expect("at most ten digits");
        stream.seq = arguments.tcp_seq;
        let body = format!("35=8\x0134={number}\x01{flag}49=A\x0156=B\x0158=xxxxxxxxxxxxxxxxxxxx\x01");
        stream.pending = wrap_body(b"FIX.4.4", body.as_bytes());
        stream.pending.extend(behind);
        let bytes = stream.pending.len();
        actions.push(stream.segment(&mut Rng::new(4), bytes));
        cases += 1;
        if cases % 32 == 0 {
            actions.push(Action::Credit);
        }
    };
    for lane in 0..8 {
        for header in HEADERS {
            for (number, flag) in [
                (EXPECTED, ""),
                (EXPECTED + 9, ""),
                (EXPECTED - 9, ""),
                (EXPECTED - 9, "43=Y\x01"),
            ] {
                case(lane, number, flag, format!("{header}zzzzzzzz").as_bytes());
            }
        }
        for _ in 0..150 {
            let fields = (0..6).map(|_| format!("{}\x01", rng.pick(&BEHIND)));
            let behind: String = fields.collect();
            let number = EXPECTED + rng.below(2) as u64;
            case(lane, number, "", behind.as_bytes());
        }
    }
    let coverage = differential::compare(3, &actions);
    assert_eq!(coverage.counter(Counter::CommandOk), u64::from(cases), "ARMs");
    let found = [
        Counter::VerdictInSequence,
        Counter::VerdictGap,
        Counter::VerdictTooLow,
        Counter::VerdictPossDupLow,
    ];
    let found: u64 = found.iter().map(|counter| coverage.counter(*counter)).sum();
    assert!(found >= u64::from(cases), "{found} messages of {cases}");
    assert!(
        coverage.counter(Counter::VerdictMalformed) >= 8 * 16,
        "what stands behind is no message"
    );
}
