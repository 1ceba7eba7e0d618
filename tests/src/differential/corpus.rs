//! Written-out episodes: messages of a corpus, cut, mixed, lost and repeated in every way there is.
use super::scenario::{Action, CommandArguments};
use super::{run, Coverage, Difference, Rng};
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::{bcd, CommandOp};
use fixnic_sim::frames::{fix_message, push_checksum, TcpFrame};
use fixnic_sim::verilated::{FrameGap, Stalls};
use fixnic_sim::VerilatedDevice;

/// Entries and granules of the episode's ring.
const RING_LOG2: u32 = 12;
/// Credit is returned before so many entries or granules are in use: a frame must always find room.
const USED_MAX: usize = (1 << RING_LOG2) - 200;
/// No FIX message is shorter: bounds the entries of a frame.
const MESSAGE_BYTES_MIN: usize = 55;

/// No stall at any port, frames as far apart as tracked ones of any size surely pass.
pub const CALM: Stalls = Stalls {
    rx_gap: FrameGap::Clocks(24),
    ..Stalls::NONE
};

/// Every port stalls at random, frames so far apart that the ingress FIFO holds them.
pub const RESTLESS: Stalls = Stalls {
    rx_gap: FrameGap::Random(90),
    ..Stalls::SOME
};

/// A message of the corpus: what stands between BodyLength and CheckSum.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What it is there for.
    pub name: &'static str,
    /// The body with `|` for SOH and `#` for MsgSeqNum.
    pub body: &'static str,
    /// The session goes on with the next number; otherwise it is to be armed again.
    pub goes_on: bool,
}

/// The corpus. Each is cut at every byte, so that they are short.
pub const TEMPLATES: [Template; 16] = [
    template("shortest body", "35=0|34=#|49=A|52=20240101-00:00:0|56=|", true),
    template("heartbeat", "35=0|49=E|56=D|34=#|52=20240101-00:00:00|", true),
    template(
        "number last",
        "35=AE|49=EXCHANGE|56=DESK|58=34 is last|34=#|",
        true,
    ),
    template("poss dup", "35=8|34=#|43=Y|97=Y|49=EX|56=DE|122=20240101|", true),
    template(
        "not poss dup",
        "35=D|34=#|43=N|97=N|141=N|123=N|49=EX|43=Y|56=D|",
        true,
    ),
    template(
        "pieces of tags",
        "35=8|434=1|134=2|3=4|34|1034=5|34=#|43|=43=Y|410=000|",
        true,
    ),
    template("logon", "35=A|34=#|98=0|108=30|49=EX|56=DE|52=20240101|", true),
    template(
        "logon with reset",
        "35=A|34=#|98=0|108=30|141=Y|49=EX|56=DE|52=202|",
        false,
    ),
    template(
        "sequence reset",
        "35=4|34=#|123=Y|36=7|49=EX|56=DE|52=20240101|",
        false,
    ),
    template(
        "raw data with baits",
        "35=B|34=#|49=E|95=46|96=|8=FIX.4.2|9=55|35=0|34=7|43=Y|10=123|8=FIX|",
        false,
    ),
    template(
        "data before the number",
        "35=B|95=6|96=|34=7||34=#|49=EXCH|56=DESK|",
        false,
    ),
    template("two numbers", "35=8|34=#|34=#|49=EXCHANGE|56=DESK|58=two|", false),
    template(
        "an empty number",
        "35=8|34=|49=EXCHANGE|56=DESK|58=no number|",
        false,
    ),
    template(
        "a letter in the number",
        "35=8|34=#a|49=EXCHANGE|56=DESK|58=no number|",
        false,
    ),
    template("no number", "35=8|49=EXCHANGE|56=DESK|58=no number at all|", true),
    template(
        "eleven digits",
        "35=8|34=0000000#|49=EXCHANGE|56=DESK|58=long|",
        false,
    ),
];

const fn template(name: &'static str, body: &'static str, goes_on: bool) -> Template {
    Template { name, body, goes_on }
}

impl Template {
    /// The message with this number.
    pub fn message(&self, number: u64) -> Vec<u8> {
        fix_message(&self.body.replace('#', &number.to_string()))
    }
}

/// A message in sequence or not, as short as they come, with this number.
pub fn numbered(number: u64, poss_dup: bool) -> Vec<u8> {
    let flag = if poss_dup { "43=Y|" } else { "" };
    fix_message(&format!(
        "35=8|34={number}|{flag}49=EXCHANGE|56=DESK|52=20240101|"
    ))
}

/// A message that breaks a rule of framing or CheckSum.
pub fn broken(kind: usize, number: u64) -> Vec<u8> {
    let mut message = numbered(number, false);
    let end = message.len();
    match kind {
        // CheckSum one off; a digit that is none; no SOH behind it.
        0 => message[end - 2] = b'0' + (message[end - 2] - b'0' + 1) % 10,
        1 => message[end - 3] = b'x',
        2 => message[end - 1] = b'|',
        // BeginString; BodyLength of nothing; one more than there is.
        3 => message[3] = b'X',
        4 => message[12] = b'x',
        5 => message[13] = b'0' + (message[13] - b'0' + 1) % 10,
        // BodyLength below the shortest, with everything else right.
        _ => {
            message = b"8=FIX.4.4\x019=40\x01".to_vec();
            message.extend(b"35=0\x0134=1\x0149=AA\x0152=20240101-00:00:0\x01");
            push_checksum(&mut message);
        }
    }
    message
}
/// How many kinds of [`broken`] there are.
pub const BROKEN: usize = 7;

/// An episode that is written out, case by case, on one session.
#[derive(Debug)]
pub struct Script {
    actions: Vec<Action>,
    cases: Vec<(usize, String)>,
    session: u32,
    tuple: FourTuple,
    /// TCP number of the stream's next byte.
    next: u32,
    used_entries: usize,
    used_granules: usize,
    tag: u32,
}

impl Script {
    /// With the ring on, and these stalls.
    pub fn new(stalls: Stalls) -> Self {
        Self {
            actions: vec![
                Action::Ring(0, RING_LOG2, RING_LOG2),
                Action::Control(3),
                Action::Stalls(stalls),
            ],
            cases: Vec::new(),
            session: 5,
            tuple: FourTuple {
                local_ip: 0x0A00_0001,
                remote_ip: 0x0A00_0002,
                local_port: 40_000,
                remote_port: 9_876,
            },
            next: 1_000_000,
            used_entries: 0,
            used_granules: 0,
            tag: 0,
        }
    }

    /// What is done.
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// Frames in all.
    pub fn frames(&self) -> usize {
        let frame = |action: &&Action| matches!(action, Action::Frame { .. });
        self.actions.iter().filter(frame).count()
    }

    /// Begins a case.
    pub fn case(&mut self, name: impl Into<String>) {
        self.cases.push((self.actions.len(), name.into()));
    }

    /// The difference in words, with the case in which it lies or the last before it was seen.
    pub fn tell(&self, difference: &Difference) -> String {
        let begun = self.cases.iter().rfind(|(at, _)| *at <= difference.action);
        let name = begun.map_or("set-up", |(_, name)| name);
        // A difference is seen when the device next comes to rest, which may be many cases later.
        format!(
            "at or before case {name:?}, action {}: {}",
            difference.action, difference.text
        )
    }

    /// Runs it on the Verilated core, whose surroundings have this seed, and on the golden model.
    ///
    /// # Panics
    /// At a difference, with the case.
    pub fn compare(&self, seed: u64) -> Coverage {
        println!("seed {seed}, {} frames", self.frames());
        run(
            &mut VerilatedDevice::new(seed, Stalls::NONE),
            self.actions(),
            None,
        )
        .unwrap_or_else(|difference| panic!("seed {seed}, {}", self.tell(&difference)))
    }

    /// The connection.
    pub fn tuple(&self) -> FourTuple {
        self.tuple
    }

    /// TCP number of the stream's next byte.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// Any command with good arguments but for what `change` makes of them, after so many clocks.
    pub fn command(
        &mut self,
        op: u32,
        expected: u64,
        clocks: u32,
        change: impl FnOnce(&mut CommandArguments),
    ) {
        self.make_room(4, 0);
        self.tag += 1;
        let mut arguments = CommandArguments {
            op,
            slot: self.tuple.slots()[0].into(),
            session: self.session,
            ring: 0,
            tuple: self.tuple,
            tcp_seq: self.next,
            generation: 0,
            expected_bcd: bcd::from_u64(expected).expect("at most ten digits"),
            tag: self.tag,
        };
        change(&mut arguments);
        self.used_entries += 1;
        self.actions.push(Action::Command(arguments, clocks));
    }

    /// The stream begins (again) at this TCP number, with this number expected.
    pub fn arm(&mut self, tcp_seq: u32, expected: u64) {
        self.next = tcp_seq;
        self.command(CommandOp::Arm as u32, expected, 0, |_| {});
    }

    /// The session expects this number.
    pub fn set_expected(&mut self, expected: u64) {
        self.command(CommandOp::SetExpected as u32, expected, 0, |_| {});
    }

    /// A segment whose first byte has the TCP number `seq`.
    pub fn segment_at(&mut self, seq: u32, payload: &[u8]) {
        let frame = TcpFrame {
            tuple: self.tuple,
            seq,
            payload,
            ..TcpFrame::default()
        };
        self.frame(frame.build_padded());
    }

    /// The stream's next bytes in one segment.
    pub fn segment(&mut self, payload: &[u8]) {
        self.segment_at(self.next, payload);
        self.next = self.next.wrapping_add(payload.len() as u32);
    }

    /// The stream's next bytes, cut before each of these positions.
    pub fn cut(&mut self, bytes: &[u8], cuts: &[usize]) {
        let mut from = 0;
        for to in cuts.iter().copied().chain([bytes.len()]) {
            if to > from {
                self.segment(&bytes[from..to]);
                from = to;
            }
        }
    }

    /// Any frame.
    pub fn frame(&mut self, bytes: Vec<u8>) {
        let entries = 3 + bytes.len() / MESSAGE_BYTES_MIN;
        let granules = bytes.len().div_ceil(64);
        self.make_room(entries, granules);
        self.used_entries += entries;
        self.used_granules += granules;
        self.actions.push(Action::Frame {
            bytes,
            fcs_good: true,
        });
    }

    /// Waits until the device is at rest, and compares.
    pub fn settle(&mut self) {
        self.actions.push(Action::Settle);
    }

    fn make_room(&mut self, entries: usize, granules: usize) {
        if self.used_entries + entries > USED_MAX || self.used_granules + granules > USED_MAX {
            self.actions.push(Action::Credit);
            (self.used_entries, self.used_granules) = (0, 0);
        }
    }
}

/// All orders of `0..count`, the sorted one first.
pub fn permutations(count: usize) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for item in 0..count {
        all = all
            .iter()
            .flat_map(|order: &Vec<usize>| {
                (0..=order.len()).rev().map(move |at| {
                    let mut longer = order.clone();
                    longer.insert(at, item);
                    longer
                })
            })
            .collect();
    }
    all
}

/// So many different cuts inside `length` bytes, sorted.
pub fn random_cuts(rng: &mut Rng, length: usize, count: usize) -> Vec<usize> {
    let mut cuts: Vec<usize> = Vec::new();
    while cuts.len() < count {
        let at = 1 + rng.below(length - 1);
        if !cuts.contains(&at) {
            cuts.push(at);
        }
    }
    cuts.sort_unstable();
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corpus_holds_what_its_names_say() {
        for template in &TEMPLATES {
            let message = template.message(1000);
            let body = message.len() - 7 - message.iter().position(|b| *b == 1).unwrap();
            assert!(body >= 41, "{}: a body of {body}", template.name);
        }
        let eleven = TEMPLATES[15].message(1000);
        assert!(eleven.windows(15).any(|window| window == b"\x0134=00000001000"));
        let (baits, data) = (TEMPLATES[9].body, b"|8=FIX.4.2|9=55|35=0|34=7|43=Y|10=123|8=FIX");
        assert!(baits.contains(std::str::from_utf8(data).unwrap()) && data.len() == 43);
    }

    #[test]
    fn there_are_as_many_orders_as_there_should_be() {
        let all = permutations(4);
        assert_eq!(all.len(), 24);
        assert_eq!(all[0], [0, 1, 2, 3]);
        let different: std::collections::HashSet<_> = all.iter().collect();
        assert_eq!(different.len(), 24);
    }
}
