//! Logout from both sides, in order and ahead of a gap.

use fixnic_session::{DisconnectReason, Event, Phase};

use crate::util::pair::{Fate, Pair};
use crate::util::scripted::Scripted;
use crate::util::{briefs, MS, S};

fn reasons(s: &mut Scripted) -> Vec<DisconnectReason> {
    s.disconnected();
    s.events
        .iter()
        .filter_map(|e| match e {
            Event::Disconnect(reason) => Some(reason.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn logout_is_answered_and_the_counterparty_closes() {
    let mut s = Scripted::up();
    assert_eq!(briefs(&s.feed("5", 2, "58=bye|")), "5:2");
    assert_eq!(s.expected(), 3);
    assert!(!s.disconnected());
    assert!(s
        .events
        .iter()
        .any(|e| matches!(e, Event::LogoutReceived { text } if text == "bye")));
    s.pass(2 * S);
    assert_eq!(reasons(&mut s), [DisconnectReason::LoggedOut]);
}

#[test]
fn our_logout_closes_when_it_is_answered() {
    let mut s = Scripted::up();
    s.session.logout(s.now_ns, "end of day").unwrap();
    let out = s.transmit();
    assert_eq!(
        (briefs(&out).as_str(), out[0].get(58).as_deref()),
        ("5:2", Some("end of day"))
    );
    s.order(2);
    assert_eq!(s.app.seqs(), [2], "messages are taken until then");
    s.feed("5", 3, "");
    assert_eq!(reasons(&mut s), [DisconnectReason::LoggedOut]);
    assert_eq!(s.expected(), 4);
}

#[test]
fn a_rule_broken_after_our_logout_brings_no_second_one() {
    let mut s = Scripted::up();
    s.session.logout(s.now_ns, "").unwrap();
    assert_eq!(briefs(&s.transmit()), "5:2");
    assert!(s.order(1).is_empty());
    s.pass(2 * S);
    assert!(matches!(reasons(&mut s)[..], [DisconnectReason::Violation(_)]));
}

#[test]
fn a_broken_rule_ends_a_resend_in_progress() {
    let mut s = Scripted::up_with(|c| c.resend_batch = 1);
    for _ in 0..50 {
        s.session.send(s.now_ns, b"8", b"37=1\x01").unwrap();
    }
    s.transmit();
    for bytes in [s.message("2", 2, "7=2|16=0|"), s.message("D", 1, "11=1|")] {
        s.session.handle_bytes(s.now_ns, &bytes, &mut s.app);
    }
    assert_eq!(briefs(&s.transmit()), "5:52");
}

#[test]
fn our_logout_is_not_waited_for_endlessly() {
    let mut s = Scripted::up();
    s.session.logout(s.now_ns, "").unwrap();
    s.pass(2 * S);
    assert_eq!(
        reasons(&mut s),
        [DisconnectReason::LogoutTimeout { timeout_ms: 2000 }]
    );
}

#[test]
fn logout_in_a_gap_asks_first_answers_and_waits() {
    let mut s = Scripted::up();
    assert_eq!(briefs(&s.feed("5", 5, "")), "2:2[2-0] 5:3");
    assert_eq!(s.expected(), 2, "a Logout never moves expected past a gap");
    s.pass(9 * S);
    assert!(!s.disconnected());
    for seq in 2..5 {
        s.feed_resent("D", seq, "11=x|");
    }
    assert_eq!((s.app.seqs(), s.expected()), (vec![2, 3, 4], 6));
    let logouts = s
        .events
        .iter()
        .filter(|e| matches!(e, Event::LogoutReceived { .. }))
        .count();
    assert_eq!(
        logouts, 1,
        "its number is consumed in its turn, and it is not acted upon again"
    );
    s.pass(S);
    assert_eq!(reasons(&mut s), [DisconnectReason::LoggedOut]);
}

#[test]
fn logout_in_a_gap_never_filled_loses_nothing() {
    let mut s = Scripted::up();
    s.feed("5", 5, "");
    s.pass(10 * S);
    assert!(s.disconnected());
    s.reconnect();
    // The counterparty's next Logon shows the gap again.
    assert_eq!(
        briefs(&s.feed("A", 6, "98=0|108=30|")).split(' ').next_back(),
        Some("2:5[2-0]")
    );
    for seq in 2..5 {
        s.feed_resent("D", seq, "11=x|");
    }
    s.feed_resent("4", 5, "123=Y|36=7|");
    assert_eq!((s.app.seqs(), s.expected()), (vec![2, 3, 4], 7));
}

#[test]
fn answer_to_our_logout_ahead_of_a_gap_waits_for_the_gap() {
    let mut s = Scripted::up();
    s.session.logout(s.now_ns, "").unwrap();
    s.transmit();
    assert_eq!(briefs(&s.feed("5", 4, "")), "2:3[2-0]");
    s.pass(3 * S);
    assert!(!s.disconnected());
    s.feed_resent("D", 2, "11=2|");
    s.feed_resent("D", 3, "11=3|");
    assert_eq!((s.app.seqs(), s.expected()), (vec![2, 3], 5));
    assert_eq!(reasons(&mut s), [DisconnectReason::LoggedOut]);
}

#[test]
fn answer_to_our_logout_ahead_of_a_gap_never_filled_ends_after_ten_seconds() {
    let mut s = Scripted::up();
    s.session.logout(s.now_ns, "").unwrap();
    s.transmit();
    s.feed("5", 4, "");
    s.pass(10 * S - 1);
    assert!(!s.disconnected());
    s.pass(1);
    assert_eq!(reasons(&mut s), [DisconnectReason::LoggedOut]);
    assert_eq!(s.expected(), 2);
}

#[test]
fn quickfix_compatibility_answers_a_logout_with_a_wrong_number_plainly() {
    for seq in [1, 9] {
        let mut s = Scripted::up_with(|c| c.compatibility_quickfix = true);
        assert_eq!(briefs(&s.feed("5", seq, "")), "5:2", "no ResendRequest");
        assert_eq!(s.expected(), 2);
        assert_eq!(
            reasons(&mut s),
            [DisconnectReason::LoggedOut],
            "the acceptor closes first"
        );
    }
}

#[test]
fn logout_crossing_logout_ends_both_sides() {
    let mut pair = Pair::up();
    pair.client.session.logout(pair.now_ns, "").unwrap();
    pair.server.session.logout(pair.now_ns, "").unwrap();
    pair.run(S);
    for node in [&pair.client, &pair.server] {
        assert_eq!(node.session.phase(), Phase::Disconnected);
        assert_eq!(
            (node.session.expected_incoming(), node.session.next_outgoing()),
            (3, 3)
        );
    }
}

#[test]
fn messages_lost_just_before_a_logout_still_arrive() {
    let mut pair = Pair::up();
    pair.server.rule = Box::new(|m| {
        if m.msg_type() == "8" && !m.is_poss_dup() {
            Fate::Drop
        } else {
            Fate::Pass
        }
    });
    pair.server_sends(1..6);
    pair.server.session.logout(pair.now_ns, "").unwrap();
    pair.run(500 * MS);
    assert_eq!(pair.client.app.ids(), ["1", "2", "3", "4", "5"]);
}

#[test]
fn reset_on_logout_restarts_both_numbers() {
    let mut s = Scripted::up_with(|c| c.reset_on_logout = true);
    s.feed("5", 2, "");
    s.session.disconnected(s.now_ns);
    assert_eq!((s.expected(), s.session.next_outgoing()), (1, 1));
    // A connection that merely breaks does not.
    let mut s = Scripted::up_with(|c| c.reset_on_logout = true);
    s.session.disconnected(s.now_ns);
    assert_eq!((s.expected(), s.session.next_outgoing()), (2, 2));
}

#[test]
fn reset_on_disconnect_restarts_both_numbers() {
    let mut s = Scripted::up_with(|c| c.reset_on_disconnect = true);
    s.session.disconnected(s.now_ns);
    assert_eq!((s.expected(), s.session.next_outgoing()), (1, 1));
}
