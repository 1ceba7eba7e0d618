//! The NIC's tags: used when they agree, given up loudly when they do not.

use fixnic_session::{Disagreement, Event, Tag, Verdict};

use crate::util::briefs;
use crate::util::scripted::Scripted;

/// The tag that the hardware makes of an application message with `seq` when it expects `expected`.
fn tag(seq: u64, expected: u64, poss_dup: bool) -> Tag {
    let verdict = match seq.cmp(&expected) {
        std::cmp::Ordering::Equal => Verdict::InSequence,
        std::cmp::Ordering::Greater => Verdict::Gap,
        std::cmp::Ordering::Less if poss_dup => Verdict::PossDupLow,
        std::cmp::Ordering::Less => Verdict::TooLow,
    };
    Tag {
        verdict,
        verified: true,
        msg_seq_num: seq,
        expected,
        poss_dup,
        poss_resend: false,
        gap_fill: false,
        msg_type: [b'D', 0],
    }
}

fn synced() -> Scripted {
    let mut s = Scripted::up();
    assert!(s.session.hardware_expects(2));
    s
}

fn order_tagged(s: &mut Scripted, seq: u64, tag: Tag) -> Vec<crate::util::Message> {
    let bytes = s.message("D", seq, "11=x|");
    s.feed_tagged(&bytes, tag)
}

fn disagreement(s: &Scripted) -> Option<Disagreement> {
    s.events.iter().find_map(|e| match e {
        Event::Disagreement { difference, .. } => Some(*difference),
        _ => None,
    })
}

fn moved(s: &mut Scripted) -> Vec<u64> {
    s.events
        .drain(..)
        .filter_map(|e| match e {
            Event::ExpectedMoved { expected } => Some(expected),
            _ => None,
        })
        .collect()
}

#[test]
fn verified_tag_that_agrees_is_used() {
    let mut s = synced();
    order_tagged(&mut s, 2, tag(2, 2, false));
    order_tagged(&mut s, 3, tag(3, 3, false));
    assert_eq!((s.app.seqs(), s.session.counters().tags_used), (vec![2, 3], 2));
    assert!(s.app.received[0].0.verified);
    assert!(s.session.tags_trusted() && moved(&mut s).is_empty());
}

#[test]
fn check_sum_is_not_summed_again_under_a_verified_tag() {
    let mut s = synced();
    let mut bytes = s.message("D", 2, "11=x|");
    let at = bytes.len() - 2;
    bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
    s.feed_tagged(&bytes, tag(2, 2, false));
    assert_eq!(s.app.seqs(), [2]);
}

#[test]
fn unverified_tag_is_not_believed() {
    let mut s = synced();
    let lying = Tag {
        verified: false,
        ..tag(7, 7, true)
    };
    order_tagged(&mut s, 2, lying);
    assert_eq!((s.app.seqs(), s.session.counters().tags_used), (vec![2], 0));
    assert!(!s.app.received[0].0.verified);
    assert!(s.session.tags_trusted());
}

#[test]
fn every_difference_is_a_disagreement_and_software_goes_on() {
    let good = tag(2, 2, false);
    for (wrong, difference) in [
        (
            Tag {
                msg_seq_num: 3,
                ..good
            },
            Disagreement::MsgSeqNum {
                hardware: 3,
                software: 2,
            },
        ),
        (
            Tag {
                poss_dup: true,
                ..good
            },
            Disagreement::PossDup {
                hardware: true,
                software: false,
            },
        ),
        (
            Tag {
                msg_type: *b"8\0",
                ..good
            },
            Disagreement::MsgType {
                hardware: *b"8\0",
                software: *b"D\0",
            },
        ),
        (
            Tag { expected: 1, ..good },
            Disagreement::Expected {
                hardware: 1,
                software: 2,
            },
        ),
        (
            Tag {
                verdict: Verdict::Gap,
                ..good
            },
            Disagreement::Verdict {
                hardware: Verdict::Gap,
                software: Verdict::InSequence,
            },
        ),
    ] {
        let mut s = synced();
        order_tagged(&mut s, 2, wrong);
        assert_eq!(disagreement(&s), Some(difference));
        assert_eq!((s.app.seqs(), s.session.counters().disagreements), (vec![2], 1));
        assert!(!s.session.tags_trusted());
        // From now on the software is alone: even a nonsense tag is not looked at.
        order_tagged(&mut s, 3, tag(99, 99, true));
        assert_eq!(
            (s.app.seqs(), s.session.counters().disagreements),
            (vec![2, 3], 1)
        );
        s.session.trust_tags(true);
        order_tagged(&mut s, 4, tag(4, 4, false));
        assert_eq!(s.session.counters().tags_used, 1);
    }
}

#[test]
fn after_a_disagreement_the_message_is_framed_in_software() {
    let mut s = synced();
    let mut bytes = s.message("D", 2, "11=x|");
    let at = bytes.len() - 2;
    bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
    s.feed_tagged(&bytes, tag(3, 3, false));
    assert_eq!((s.app.seqs(), s.session.counters().garbled), (vec![], 1));
    assert!(disagreement(&s).is_some());
}

#[test]
fn verified_bytes_that_are_no_message_are_a_disagreement() {
    let mut s = synced();
    s.feed_tagged(b"not a message", tag(2, 2, false));
    assert_eq!(disagreement(&s), Some(Disagreement::Framing));
    assert_eq!(s.session.counters().garbled, 1);
    let mut s = synced();
    let mut bytes = s.message("D", 2, "11=x|");
    let at = bytes.len() - 6;
    bytes[at] = b'1';
    s.feed_tagged(&bytes, tag(2, 2, false));
    assert_eq!(
        disagreement(&s),
        Some(Disagreement::Framing),
        "no CheckSum at the end"
    );
}

#[test]
fn what_the_hardware_leaves_to_the_parser_is_no_disagreement() {
    let mut s = synced();
    let now = s.timestamp();
    let fields = format!("35=D|49=THEM|56=US|95=9|96=a|34=2|52={now}|");
    let bytes = crate::util::scripted::frame("FIX.4.4", &fields);
    s.feed_tagged(
        &bytes,
        Tag {
            verdict: Verdict::Ambiguous,
            msg_seq_num: 0,
            ..tag(2, 2, false)
        },
    );
    assert_eq!(
        (s.session.counters().garbled, s.session.counters().disagreements),
        (1, 0)
    );
}

#[test]
fn hardware_sees_the_same_gap_open_and_close() {
    let mut s = synced();
    assert_eq!(briefs(&order_tagged(&mut s, 4, tag(4, 2, false))), "2:2[2-0]");
    for seq in [2, 3] {
        let bytes = s.resent("D", seq, "11=x|");
        s.feed_tagged(&bytes, tag(seq, seq, true));
    }
    assert_eq!(s.app.seqs(), [2, 3, 4]);
    // The release moved the number past what the hardware counted.
    assert_eq!(moved(&mut s), [5]);
    assert_eq!(s.session.counters().disagreements, 0);
}

#[test]
fn until_the_fence_only_the_message_itself_is_compared() {
    let mut s = synced();
    order_tagged(&mut s, 3, tag(3, 2, false));
    let bytes = s.resent("D", 2, "11=x|");
    s.feed_tagged(&bytes, tag(2, 2, true));
    assert_eq!(moved(&mut s), [4]);
    // Passed the NIC before SET_EXPECTED 4 did: a gap in its eyes.
    order_tagged(&mut s, 4, tag(4, 3, false));
    assert_eq!(
        (s.app.seqs(), s.session.counters().disagreements),
        (vec![2, 3, 4], 0)
    );
    // The fence says 4, but 5 is expected by now: once more, with a lead.
    assert!(!s.session.hardware_expects(4));
    s.transmit();
    assert_eq!(moved(&mut s), [7]);
    assert!(s.session.hardware_expects(7));
    // Too low in the eyes of the hardware, until the stream has come to 7.
    order_tagged(&mut s, 5, tag(5, 7, false));
    order_tagged(&mut s, 6, tag(6, 7, false));
    order_tagged(&mut s, 7, tag(7, 7, false));
    assert_eq!((s.app.seqs().len(), s.session.counters().disagreements), (6, 0));
    order_tagged(&mut s, 8, tag(8, 7, false));
    assert_eq!(
        disagreement(&s),
        Some(Disagreement::Expected {
            hardware: 7,
            software: 8
        })
    );
}

#[test]
fn a_busy_stream_is_caught_up_with() {
    let mut s = synced();
    s.feed_resent("4", 2, "123=Y|36=10|");
    let mut commands = 0;
    let mut seq = 10;
    let mut hardware = moved(&mut s)[0];
    loop {
        commands += 1;
        assert!(commands < 4, "SET_EXPECTED is overtaken each time");
        // Five messages pass the NIC while each command is on its way.
        for _ in 0..5 {
            order_tagged(
                &mut s,
                seq,
                Tag {
                    verdict: Verdict::Untracked,
                    ..tag(seq, 2, false)
                },
            );
            seq += 1;
        }
        if s.session.hardware_expects(hardware) {
            break;
        }
        s.transmit();
        hardware = moved(&mut s)[0];
    }
    for _ in 0..20 {
        order_tagged(&mut s, seq, tag(seq, hardware, false));
        hardware += u64::from(seq == hardware);
        seq += 1;
    }
    assert_eq!((s.expected(), hardware), (seq, seq), "in step");
    assert_eq!(s.session.counters().disagreements, 0);
    s.feed_resent("4", seq, &format!("123=Y|36={}|", seq + 1));
    seq += 1;
    assert_eq!(moved(&mut s), [seq], "the next command needs no lead");
    assert!(s.session.hardware_expects(seq));
    order_tagged(&mut s, seq, tag(seq, seq - 1, false));
    assert!(disagreement(&s).is_some(), "and compared again");
}

#[test]
fn what_leaves_the_hardware_in_hold_is_answered_by_expected_moved() {
    // The hardware waits in HOLD after each of these, whether the number moved or not.
    for (msg_type, seq, body, expected) in [
        ("4", 2, "123=Y|36=3|", 3),
        ("4", 2, "36=2|", 2),
        ("4", 2, "36=1|", 2),
        ("4", 9, "123=Y|36=12|", 2),
        ("4", 2, "36=9|", 9),
        ("A", 1, "98=0|108=30|141=Y|", 2),
    ] {
        let mut s = synced();
        s.feed(msg_type, seq, body);
        assert_eq!(moved(&mut s), [expected], "{msg_type} {body}");
    }
    let mut s = synced();
    s.order(2);
    s.feed_resent("4", 2, "123=Y|36=3|");
    assert_eq!(moved(&mut s).last(), Some(&3), "also one that is discarded");
}

#[test]
fn a_message_the_hardware_did_not_count_is_answered_by_expected_moved() {
    for verdict in [Verdict::Ambiguous, Verdict::Malformed, Verdict::Untracked] {
        let mut s = synced();
        order_tagged(
            &mut s,
            2,
            Tag {
                verdict,
                ..tag(2, 2, false)
            },
        );
        assert_eq!((s.app.seqs(), moved(&mut s)), (vec![2], vec![3]));
    }
}

#[test]
fn tag_is_decoded_from_its_ring_entry() {
    let entry = fixnic_abi::MsgEntry {
        verdict: Verdict::Gap as u8,
        flags: fixnic_abi::entry::msg_flags::VERIFIED | fixnic_abi::entry::msg_flags::POSS_DUP,
        msg_type: *b"AE",
        ..Default::default()
    };
    let tag = Tag::from_entry(&entry, true).unwrap();
    assert!(tag.verified && tag.poss_dup && !tag.poss_resend && !tag.gap_fill);
    assert_eq!((tag.verdict, tag.msg_type), (Verdict::Gap, *b"AE"));
    assert!(
        !Tag::from_entry(&entry, false).unwrap().verified,
        "nothing counts before the commit"
    );
    assert_eq!(
        Tag::from_entry(&fixnic_abi::MsgEntry { verdict: 99, ..entry }, true),
        None
    );
}
