//! SequenceReset in both modes, as received.

use fixnic_session::Event;

use crate::util::briefs;
use crate::util::scripted::Scripted;

#[test]
fn gap_fill_in_sequence_moves_expected_and_releases() {
    let mut s = Scripted::up();
    s.order(6);
    s.order(7);
    assert!(s.feed_resent("4", 2, "123=Y|36=6|").is_empty());
    assert_eq!((s.app.seqs(), s.expected()), (vec![6, 7], 8));
    assert!(s
        .events
        .iter()
        .any(|e| matches!(e, Event::ExpectedMoved { expected: 8 })));
}

#[test]
fn gap_fill_drops_what_is_queued_below_its_end() {
    let mut s = Scripted::up();
    s.order(4);
    s.order(7);
    s.feed_resent("4", 2, "123=Y|36=7|");
    assert_eq!((s.app.seqs(), s.expected()), (vec![7], 8));
    assert_eq!(s.session.counters().queued_dropped, 1);
}

#[test]
fn gap_fill_too_high_is_a_gap() {
    let mut s = Scripted::up();
    assert_eq!(briefs(&s.feed("4", 5, "123=Y|36=9|")), "2:2[2-0]");
    assert_eq!(s.expected(), 2);
    for seq in 2..5 {
        s.feed_resent("D", seq, "11=x|");
    }
    assert_eq!(
        (s.app.seqs(), s.expected()),
        (vec![2, 3, 4], 9),
        "then it is taken in its turn"
    );
}

#[test]
fn gap_fill_past_expected_does_not_disturb_chunks() {
    let mut s = Scripted::up_with(|c| c.resend_request_chunk = Some(2));
    assert_eq!(briefs(&s.order(9)), "2:2[2-3]");
    s.feed_resent("D", 2, "11=2|");
    s.feed_resent("4", 5, "123=Y|36=9|");
    assert_eq!(s.expected(), 3);
    assert_eq!(
        briefs(&s.feed_resent("D", 3, "11=3|")),
        "2:3[4-4]",
        "4 only: 5 to 8 are covered"
    );
    s.feed_resent("D", 4, "11=4|");
    assert_eq!((s.app.seqs(), s.expected()), (vec![2, 3, 4, 9], 10));
}

#[test]
fn gap_fill_too_low_with_poss_dup_is_discarded() {
    let mut s = Scripted::up();
    s.order(2);
    s.order(3);
    assert!(s.feed_resent("4", 2, "123=Y|36=3|").is_empty());
    assert!(!s.disconnected());
    assert_eq!((s.expected(), s.session.counters().duplicates_dropped), (4, 1));
    s.order(4);
    assert_eq!(s.app.seqs(), [2, 3, 4]);
}

#[test]
fn gap_fill_too_low_without_poss_dup_ends_the_session() {
    let mut s = Scripted::up();
    s.order(2);
    assert_eq!(briefs(&s.feed("4", 2, "123=Y|36=3|")), "5:2");
}

#[test]
fn gap_fill_that_lowers_is_rejected_and_moves_nothing() {
    let mut s = Scripted::up();
    for new in [1, 2] {
        let out = s.feed("4", 2, &format!("123=Y|36={new}|"));
        assert_eq!((out[0].msg_type().as_str(), out[0].num(371)), ("3", 36));
        assert!(out[0]
            .get(58)
            .unwrap()
            .starts_with("Attempt to lower sequence number"));
        assert_eq!(s.expected(), 2);
    }
}

#[test]
fn reset_higher_sets_expected_drops_below_and_releases() {
    let mut s = Scripted::up();
    s.order(4);
    s.order(6);
    s.order(7);
    // Its own number does not matter.
    assert!(s.feed("4", 1, "36=6|").is_empty());
    assert_eq!((s.app.seqs(), s.expected()), (vec![6, 7], 8));
    assert_eq!(s.session.counters().queued_dropped, 1);
    assert!(s
        .events
        .iter()
        .any(|e| matches!(e, Event::SequenceReset { from: 2, to: 6 })));
}

#[test]
fn reset_with_gap_fill_flag_n_is_a_reset() {
    let mut s = Scripted::up();
    s.feed("4", 99, "123=N|36=20|");
    assert_eq!(s.expected(), 20);
}

#[test]
fn reset_in_a_gap_is_not_queued() {
    let mut s = Scripted::up();
    s.order(5);
    s.feed("4", 6, "36=30|");
    assert_eq!(
        (s.expected(), s.session.queued(), s.session.missing()),
        (30, 0, None)
    );
    s.order(30);
    assert_eq!(s.app.seqs(), [30]);
}

#[test]
fn reset_to_the_expected_number_is_accepted_with_a_warning() {
    let mut s = Scripted::up();
    assert!(s.feed("4", 2, "36=2|").is_empty());
    assert_eq!(s.expected(), 2);
    assert!(s
        .events
        .iter()
        .any(|e| matches!(e, Event::ResetToExpected { expected: 2 })));
}

#[test]
fn reset_lower_is_rejected_and_changes_nothing() {
    let mut s = Scripted::up();
    s.order(2);
    let out = s.feed("4", 3, "36=1|");
    assert_eq!(
        (out[0].msg_type().as_str(), out[0].num(373), out[0].num(371)),
        ("3", 5, 36)
    );
    assert_eq!(s.expected(), 3);
}

#[test]
fn sequence_reset_without_new_seq_no_is_rejected() {
    let mut s = Scripted::up();
    let out = s.feed("4", 2, "123=Y|");
    assert_eq!((out[0].num(373), out[0].num(371)), (1, 36));
    assert_eq!(s.expected(), 3);
    let out = s.feed("4", 3, "");
    assert_eq!((out[0].num(373), out[0].num(371)), (1, 36));
    assert_eq!(s.expected(), 3, "the number of a Reset is never consumed");
}
