//! Frames of one session right behind each other, on the Verilated core and on the golden model: what one leaves is not written back
//! when the next is classed, and the core reckons with what it will leave. Each kind of frame behind each other kind.
use fixnic_abi::counter::Counter;
use fixnic_abi::lookup::FourTuple;
use fixnic_abi::CommandOp;
use fixnic_sim::frames::tcp_flags::{ACK, FIN};
use fixnic_sim::frames::{fix_message, TcpFrame};
use fixnic_sim::verilated::{FrameGap, Stalls};
use fixnic_sim::VerilatedDevice;
use fixnic_tests::differential::{run, Action, CommandArguments};

/// What a frame does to its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// In order, one message.
    Good,
    /// Its check sequence is wrong, and the sender sends it again.
    BadFcs,
    /// Its check sequence is wrong, and the sender goes on as if it had arrived.
    BadFcsUnnoticed,
    /// Its TCP checksum is wrong, and the sender sends it again.
    BadChecksum,
    /// Framing is lost at its first bytes.
    LosesFramingEarly,
    /// Framing is lost at its last byte.
    LosesFramingLate,
    /// The session is in HOLD.
    Holds,
    /// Ten bytes of it have come before.
    Overlaps,
    /// Something before it is missing.
    Ahead,
    /// All of it has come before.
    Old,
    /// No payload.
    Empty,
    /// FIN, with payload.
    Fin,
    /// Shorter than its IPv4 header says.
    CutShort,
}

const KINDS: [Kind; 13] = [
    Kind::Good,
    Kind::BadFcs,
    Kind::BadFcsUnnoticed,
    Kind::BadChecksum,
    Kind::LosesFramingEarly,
    Kind::LosesFramingLate,
    Kind::Holds,
    Kind::Overlaps,
    Kind::Ahead,
    Kind::Old,
    Kind::Empty,
    Kind::Fin,
    Kind::CutShort,
];
const TCP_SEQ: u32 = 0xFFFF_FF00; // wraps within a case
const TCP_CHECKSUM: usize = 50;
const CASES_A_CREDIT: usize = 20;

/// The sender's side of the session.
struct Sender {
    tuple: FourTuple,
    tcp_seq: u32,
    number: u64,
}

impl Sender {
    fn arm(&mut self, tag: u32) -> Action {
        (self.tcp_seq, self.number) = (TCP_SEQ, 1);
        let arguments = CommandArguments {
            op: CommandOp::Arm as u32,
            slot: self.tuple.slots()[0].into(),
            session: 5,
            ring: 0,
            tuple: self.tuple,
            tcp_seq: TCP_SEQ,
            expected_bcd: 1,
            generation: 0,
            tag,
        };
        Action::Command(arguments, 0)
    }

    fn message(&mut self, number: &str) -> Vec<u8> {
        self.number += 1;
        fix_message(&format!(
            "35=8|34={number}|49=SENDER|56=TARGET|58=more than the least|"
        ))
    }

    fn frame(&mut self, kind: Kind) -> Action {
        let number = self.number.to_string();
        let (mut seq, before) = (self.tcp_seq, self.number);
        let mut flags = ACK;
        let payload = match kind {
            Kind::LosesFramingEarly => vec![b'X'; 24],
            Kind::LosesFramingLate => {
                let mut message = self.message(&number);
                *message.last_mut().expect("a message has bytes") = b'X';
                message
            }
            Kind::Holds => self.message("1x"),
            Kind::Overlaps => {
                seq = seq.wrapping_sub(10);
                [vec![b'Z'; 10], self.message(&number)].concat()
            }
            Kind::Old => {
                seq = seq.wrapping_sub(30);
                vec![b'Z'; 30]
            }
            Kind::Empty => Vec::new(),
            _ => self.message(&number),
        };
        match kind {
            Kind::Ahead => seq = seq.wrapping_add(100),
            Kind::Fin => flags |= FIN,
            _ => {}
        }
        let mut bytes = TcpFrame {
            tuple: self.tuple,
            seq,
            flags,
            payload: &payload,
            ..TcpFrame::default()
        }
        .build_padded();
        match kind {
            Kind::BadChecksum => bytes[TCP_CHECKSUM] ^= 1,
            Kind::CutShort => bytes.truncate(bytes.len() - 9),
            _ => {}
        }
        match kind {
            Kind::BadFcs | Kind::BadChecksum | Kind::CutShort => self.number = before,
            _ => self.tcp_seq = seq.wrapping_add(payload.len() as u32),
        }
        Action::Frame {
            bytes,
            fcs_good: !matches!(kind, Kind::BadFcs | Kind::BadFcsUnnoticed),
        }
    }
}

fn compare_all(gap: FrameGap) {
    let stalls = Stalls {
        rx_gap: gap,
        ..Stalls::NONE
    };
    let mut sender = Sender {
        tuple: TcpFrame::default().tuple,
        tcp_seq: TCP_SEQ,
        number: 1,
    };
    let mut actions = vec![
        Action::Ring(0, 12, 12),
        Action::Control(3),
        Action::Stalls(stalls),
    ];
    let mut cases = Vec::new();
    for first in KINDS {
        for second in KINDS {
            cases.push((actions.len(), [first, second]));
            actions.extend([sender.arm(cases.len() as u32), Action::Settle]);
            for kind in [Kind::Good, first, second, Kind::Good, Kind::Good] {
                actions.push(sender.frame(kind));
            }
            if cases.len() % CASES_A_CREDIT == 0 {
                actions.extend([Action::Settle, Action::Credit]);
            }
        }
    }
    actions.push(Action::Settle);
    println!("{} cases, {gap:?}", cases.len());
    let compared = run(&mut VerilatedDevice::new(1, Stalls::NONE), &actions, None);
    if let Ok(coverage) = &compared {
        let in_sequence = coverage.counter(Counter::VerdictInSequence);
        assert!(
            in_sequence >= cases.len() as u64,
            "each case begins in sequence: {in_sequence}"
        );
    }
    if let Err(difference) = compared {
        // What differs is seen when the device has settled: in one of the last cases before that.
        let near: Vec<_> = cases
            .iter()
            .rev()
            .skip_while(|(action, _)| *action > difference.action)
            .take(CASES_A_CREDIT)
            .collect();
        panic!(
            "after action {}, in one of {near:?}: {}",
            difference.action, difference.text
        );
    }
}

#[test]
fn every_kind_of_frame_behind_every_other_at_line_rate() {
    compare_all(FrameGap::LineRate);
}

#[test]
fn every_kind_of_frame_behind_every_other_without_a_gap() {
    compare_all(FrameGap::BackToBack);
}

#[test]
fn every_kind_of_frame_behind_every_other_at_random_distance() {
    compare_all(FrameGap::Random(40));
}
