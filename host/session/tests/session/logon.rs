//! Logon from both sides, resets of both numbers, NextExpectedMsgSeqNum.

use fixnic_session::{DisconnectReason, Event, MemoryStore, MessageStore, Phase, Role, SendError};

use crate::util::pair::{Fate, Pair};
use crate::util::scripted::{config, frame, Scripted};
use crate::util::{briefs, Message, MS, S, START_NS};

fn acceptor() -> Scripted {
    let mut s = Scripted::new(config(Role::Acceptor));
    assert!(s.connect().is_empty(), "an acceptor waits");
    s
}

/// A store in the middle of a session.
fn store(next_incoming: u64, next_outgoing: u64) -> MemoryStore {
    let mut store = MemoryStore::new(START_NS);
    let encoder = |seq: u64| {
        frame(
            "FIX.4.4",
            &format!("35=8|49=US|56=THEM|34={seq}|52=20240101-00:00:00.000|11=o{seq}|"),
        )
    };
    for seq in 1..next_outgoing {
        store.append_outgoing(seq, &encoder(seq)).unwrap();
    }
    store.set_next_incoming(next_incoming).unwrap();
    store
}

fn reason(s: &mut Scripted) -> DisconnectReason {
    assert!(s.disconnected());
    s.events
        .iter()
        .find_map(|e| match e {
            Event::Disconnect(reason) => Some(reason.clone()),
            _ => None,
        })
        .unwrap()
}

#[test]
fn logon_with_a_high_number_is_answered_then_asked_for() {
    let mut s = acceptor();
    let out = s.feed("A", 5, "98=0|108=30|");
    assert_eq!(briefs(&out), "A1 2:2[1-0]");
    assert!(s.session.is_logged_on());
    s.feed_resent("4", 1, "123=Y|36=6|");
    assert_eq!((s.expected(), s.session.missing()), (6, None));
}

#[test]
fn logon_with_a_high_number_is_consumed_when_the_gap_ends_before_it() {
    let mut s = acceptor();
    s.feed("A", 3, "98=0|108=30|");
    s.feed_resent("D", 1, "11=1|");
    s.feed_resent("D", 2, "11=2|");
    assert_eq!((s.expected(), s.app.seqs()), (4, vec![1, 2]));
}

#[test]
fn logon_of_an_unknown_identity_is_not_answered() {
    for (begin, sender, target) in [
        ("FIX.4.4", "OTHER", "US"),
        ("FIX.4.4", "THEM", "OTHER"),
        ("FIX.4.2", "THEM", "US"),
    ] {
        let mut s = acceptor();
        let now = s.timestamp();
        let logon = frame(
            begin,
            &format!("35=A|49={sender}|56={target}|34=1|52={now}|98=0|108=30|"),
        );
        assert!(s.feed_bytes(&logon).is_empty());
        assert!(matches!(reason(&mut s), DisconnectReason::UnknownIdentity { .. }));
        assert_eq!((s.expected(), s.session.next_outgoing()), (1, 1));
    }
}

#[test]
fn second_logon_on_a_session_that_is_up_is_not_answered() {
    let mut s = Scripted::up();
    assert!(s.feed("A", 2, "98=0|108=30|").is_empty());
    assert_eq!(reason(&mut s), DisconnectReason::SecondLogon);
    assert_eq!((s.expected(), s.session.next_outgoing()), (2, 2));
    // On a second connection, the owner is told so.
    assert!(Scripted::up().session.connected(START_NS).is_err());
}

#[test]
fn first_message_must_be_a_logon() {
    let mut s = acceptor();
    assert!(s.order(1).is_empty());
    assert_eq!(
        reason(&mut s),
        DisconnectReason::NotLogon {
            found: "D".to_owned()
        }
    );
    assert_eq!((s.expected(), s.app.seqs()), (1, vec![]));
}

#[test]
fn logon_with_a_low_number_is_refused() {
    let mut s = Scripted::with_store(config(Role::Acceptor), store(5, 1));
    s.connect();
    let out = s.feed("A", 4, "98=0|108=30|");
    assert_eq!(
        out[0].get(58).unwrap(),
        "MsgSeqNum too low, expecting 5 but received 4"
    );
    s.pass(2 * S);
    assert!(s.disconnected());
}

#[test]
fn a_resent_logon_does_not_open_a_session() {
    let mut s = acceptor();
    assert!(s.feed_resent("A", 1, "98=0|108=30|").is_empty());
    assert!(!s.session.is_logged_on());
}

#[test]
fn reset_at_logon_restarts_both_sides_at_one() {
    let mut s = Scripted::with_store(config(Role::Acceptor), store(50, 60));
    s.connect();
    let out = s.feed("A", 1, "98=0|108=30|141=Y|");
    assert_eq!(briefs(&out), "A1");
    assert_eq!(out[0].get(141).unwrap(), "Y");
    assert_eq!((s.expected(), s.session.next_outgoing()), (2, 2));
    assert!(s
        .events
        .iter()
        .any(|e| matches!(e, Event::ExpectedMoved { expected: 2 })));
}

#[test]
fn reset_at_logon_with_another_number_than_one_is_refused() {
    let mut s = Scripted::with_store(config(Role::Acceptor), store(50, 60));
    s.connect();
    let out = s.feed("A", 2, "98=0|108=30|141=Y|");
    assert_eq!(
        out[0].get(58).unwrap(),
        "ResetSeqNumFlag (141) Y demands MsgSeqNum 1, found 2"
    );
    assert!(s.disconnected());
    assert_eq!(s.expected(), 50);
}

#[test]
fn resend_request_right_after_a_reset_is_answered() {
    let mut s = acceptor();
    s.feed("A", 1, "98=0|108=30|141=Y|");
    assert_eq!(briefs(&s.feed("2", 2, "7=1|16=0|")), "4:1p>2");
    s.session.send(s.now_ns, b"8", b"37=1\x01").unwrap();
    assert_eq!(briefs(&s.transmit()), "8:2");
    s.order(3);
    assert_eq!((s.app.seqs(), s.expected()), (vec![3], 4));
}

#[test]
fn reset_on_logon_makes_a_high_number_a_gap_from_one() {
    let mut c = config(Role::Acceptor);
    c.reset_on_logon = true;
    let mut s = Scripted::with_store(c, store(50, 60));
    s.connect();
    assert_eq!(briefs(&s.feed("A", 4, "98=0|108=30|")), "A1 2:2[1-0]");
    assert_eq!(s.expected(), 1);
}

#[test]
fn initiator_with_reset_on_logon_sends_the_flag_with_number_one() {
    let mut c = config(Role::Initiator);
    c.reset_on_logon = true;
    let mut s = Scripted::with_store(c, store(50, 60));
    let out = s.connect();
    assert_eq!(
        (briefs(&out).as_str(), out[0].get(141).as_deref()),
        ("A1", Some("Y"))
    );
    s.feed("A", 1, "98=0|108=30|141=Y|");
    assert!(s.session.is_logged_on());
    assert_eq!((s.expected(), s.session.next_outgoing()), (2, 2));
}

#[test]
fn initiator_follows_a_reset_by_the_acceptor() {
    let mut s = Scripted::with_store(config(Role::Initiator), store(50, 60));
    assert_eq!(briefs(&s.connect()), "A60");
    s.feed("A", 1, "98=0|108=30|141=Y|");
    assert_eq!((s.expected(), s.session.next_outgoing()), (2, 2));
}

#[test]
fn reset_in_session_drains_first_and_goes_on_at_two() {
    let mut pair = Pair::up();
    pair.server_sends(1..5);
    pair.run(10 * MS);
    pair.client.session.reset(pair.now_ns).unwrap();
    assert!(matches!(
        pair.client.session.send(pair.now_ns, b"D", b""),
        Err(SendError::NotLoggedOn { .. })
    ));
    pair.run(S);
    assert_eq!(pair.client.briefs(), "A1 1:2 A1");
    assert_eq!(pair.server.briefs(), "A1 8:2 8:3 8:4 8:5 0:6 A1");
    for node in [&pair.client, &pair.server] {
        assert!(node.session.is_logged_on());
        assert_eq!(
            (node.session.expected_incoming(), node.session.next_outgoing()),
            (2, 2)
        );
        assert_eq!(node.session.store().next_incoming(), 2);
    }
    pair.server_sends(5..7);
    pair.run(10 * MS);
    assert_eq!(pair.client.app.ids(), ["1", "2", "3", "4", "5", "6"]);
}

#[test]
fn messages_of_the_old_numbering_are_taken_until_the_reset_is_answered() {
    let mut s = Scripted::up();
    s.session.reset(s.now_ns).unwrap();
    assert_eq!(briefs(&s.transmit()), "1:2");
    assert_eq!(briefs(&s.feed("0", 2, "112=1|")), "A1");
    s.order(3);
    s.order(4);
    assert_eq!(
        s.session.store().next_incoming(),
        1,
        "they are not counted in the new numbering"
    );
    s.feed("A", 1, "98=0|108=30|141=Y|");
    assert_eq!(
        (s.app.seqs(), s.expected(), s.session.next_outgoing()),
        (vec![3, 4], 2, 2)
    );
}

#[test]
fn a_gap_in_the_old_numbering_ends_with_the_reset() {
    let mut s = Scripted::up();
    s.session.reset(s.now_ns).unwrap();
    s.transmit();
    s.feed("0", 2, "112=1|");
    s.order(9);
    assert_eq!(s.session.queued(), 1);
    s.feed("A", 1, "98=0|108=30|141=Y|");
    assert_eq!(
        (s.session.queued(), s.session.missing(), s.expected()),
        (0, None, 2)
    );
    s.order(2);
    assert_eq!(s.app.seqs(), [2]);
}

#[test]
fn reset_waits_for_the_answer_to_its_own_test_request() {
    let mut s = Scripted::up();
    s.session.reset(s.now_ns).unwrap();
    s.transmit();
    assert!(s.feed("0", 2, "").is_empty());
    assert!(s.feed("0", 3, "112=other|").is_empty());
    assert_eq!(briefs(&s.feed("0", 4, "112=1|")), "A1");
}

#[test]
fn reset_is_refused_while_something_is_recovered() {
    let mut s = Scripted::up();
    s.order(3);
    assert_eq!(s.session.reset(s.now_ns), Err(SendError::Recovering));
    let mut s = Scripted::up();
    let request = s.message("2", 2, "7=1|16=0|");
    s.session.handle_bytes(s.now_ns, &request, &mut s.app);
    assert_eq!(s.session.reset(s.now_ns), Err(SendError::Recovering));
}

#[test]
fn reset_is_given_up_when_a_gap_shows_while_the_line_drains() {
    let mut s = Scripted::up();
    s.session.reset(s.now_ns).unwrap();
    s.transmit();
    s.order(3);
    assert!(s.feed("0", 2, "112=1|").is_empty(), "no Logon");
    assert!(s.session.is_logged_on());
    assert_eq!((s.app.seqs(), s.expected()), (vec![3], 4));
}

#[test]
fn reset_that_is_not_answered_ends_the_session() {
    let mut s = Scripted::up();
    s.session.reset(s.now_ns).unwrap();
    s.transmit();
    let out = s.pass(10 * S);
    assert_eq!(
        out[0].get(58).unwrap(),
        "The reset of MsgSeqNum did not complete within 10000 ms"
    );
}

#[test]
fn reset_in_session_with_another_number_than_one_is_refused() {
    let mut s = Scripted::up();
    let out = s.feed("A", 2, "98=0|108=30|141=Y|");
    assert_eq!(
        out[0].get(58).unwrap(),
        "ResetSeqNumFlag (141) Y demands MsgSeqNum 1, found 2"
    );
    assert!(s.disconnected());
}

#[test]
fn a_reset_that_is_cut_off_is_repeated_by_the_next_logon() {
    let mut s = Scripted::new(config(Role::Initiator));
    s.connect();
    s.feed("A", 1, "98=0|108=30|");
    s.session.reset(s.now_ns).unwrap();
    s.transmit();
    s.feed("0", 2, "112=1|");
    let out = s.reconnect();
    assert_eq!(
        (briefs(&out).as_str(), out[0].get(141).as_deref()),
        ("A1", Some("Y"))
    );
}

#[test]
fn heart_bt_int_negative_missing_or_nonsense_refuses_the_logon() {
    for body in ["98=0|108=-5|", "98=0|", "98=0|108=x|"] {
        let mut s = acceptor();
        let out = s.feed("A", 1, body);
        assert!(
            out[0]
                .get(58)
                .unwrap()
                .starts_with("HeartBtInt (108) must be a number"),
            "{body}"
        );
        assert!(s.disconnected());
        assert!(!s.session.is_logged_on());
    }
}

#[test]
fn acceptor_echoes_heart_bt_int() {
    let mut s = acceptor();
    assert_eq!(s.feed("A", 1, "98=0|108=7|")[0].num(108), 7);
    assert!(s.events.iter().any(|e| matches!(
        e,
        Event::LoggedOn {
            heart_bt_int_s: 7,
            reset: false
        }
    )));
}

#[test]
fn logon_that_never_comes_is_closed_after_logon_timeout() {
    for role in [Role::Acceptor, Role::Initiator] {
        let mut s = Scripted::new(config(role));
        s.connect();
        // Half a Logon does not prolong it.
        let logon = s.message("A", 1, "98=0|108=30|");
        assert_eq!(s.session.handle_bytes(s.now_ns, &logon[..30], &mut s.app), 0);
        s.pass(10 * S - 1);
        assert!(!s.disconnected());
        s.pass(1);
        assert_eq!(
            reason(&mut s),
            DisconnectReason::LogonTimeout { timeout_ms: 10_000 }
        );
    }
}

#[test]
fn initiator_refused_by_logout_says_why() {
    let mut s = Scripted::new(config(Role::Initiator));
    s.connect();
    s.feed("5", 1, "58=go away|");
    assert_eq!(
        reason(&mut s),
        DisconnectReason::Violation("the Logon was refused: go away".to_owned())
    );
    assert_eq!(s.expected(), 2);
}

#[test]
fn next_expected_equal_goes_on() {
    let mut c = config(Role::Acceptor);
    c.enable_next_expected = true;
    let mut s = Scripted::with_store(c, store(5, 9));
    s.connect();
    let out = s.feed("A", 5, "98=0|108=30|789=9|");
    assert_eq!(briefs(&out), "A9");
    assert_eq!(out[0].num(789), 6);
}

#[test]
fn next_expected_lower_is_resent_without_being_asked() {
    let mut c = config(Role::Acceptor);
    c.enable_next_expected = true;
    let mut s = Scripted::with_store(c, store(5, 9));
    s.connect();
    assert_eq!(briefs(&s.feed("A", 5, "98=0|108=30|789=7|")), "A9 8:7p 8:8p");
}

#[test]
fn next_expected_higher_than_ever_sent_is_refused() {
    let mut c = config(Role::Acceptor);
    c.enable_next_expected = true;
    let mut s = Scripted::with_store(c, store(5, 9));
    s.connect();
    let out = s.feed("A", 5, "98=0|108=30|789=10|");
    assert_eq!(
        out[0].get(58).unwrap(),
        "NextExpectedMsgSeqNum (789) too high: expected at most 9, found 10"
    );
    assert!(s.disconnected());
}

#[test]
fn next_expected_replaces_the_resend_request_at_logon() {
    let mut pair = Pair::with(
        |c| c.enable_next_expected = true,
        |c| c.enable_next_expected = true,
    );
    pair.log_on();
    let lose = |m: &Message| {
        if m.msg_type() == "8" || m.msg_type() == "D" {
            Fate::Drop
        } else {
            Fate::Pass
        }
    };
    pair.server.rule = Box::new(lose);
    pair.client.rule = Box::new(lose);
    pair.server_sends(1..4);
    pair.client.session.send(pair.now_ns, b"D", b"11=c\x01").unwrap();
    pair.run(10 * MS);
    pair.cut();
    pair.server.rule = Box::new(|_| Fate::Pass);
    pair.client.rule = Box::new(|_| Fate::Pass);
    pair.log_on();
    pair.run(S);
    assert_eq!(pair.client.app.ids(), ["1", "2", "3"]);
    assert_eq!(pair.server.app.ids(), ["c"]);
    for node in [&pair.client, &pair.server] {
        assert_eq!(node.session.counters().resend_requests, 0);
        assert_eq!(node.session.missing(), None);
    }
}

#[test]
fn next_expected_promise_not_kept_is_asked_for_after_all() {
    let mut c = config(Role::Acceptor);
    c.enable_next_expected = true;
    let mut s = Scripted::new(c);
    s.connect();
    assert_eq!(briefs(&s.feed("A", 4, "98=0|108=30|789=1|")), "A1");
    assert_eq!(briefs(&s.pass(10 * S)), "2:2[1-0]");
}

#[test]
fn next_expected_from_one_side_only_is_ignored() {
    // They use it, we do not.
    let mut s = Scripted::with_store(config(Role::Acceptor), store(5, 9));
    s.connect();
    let out = s.feed("A", 7, "98=0|108=30|789=3|");
    assert_eq!(briefs(&out), "A9 2:10[5-0]");
    assert_eq!(out[0].get(789), None);
    // We use it, they do not.
    let mut c = config(Role::Acceptor);
    c.enable_next_expected = true;
    let mut s = Scripted::with_store(c, store(5, 9));
    s.connect();
    let out = s.feed("A", 7, "98=0|108=30|");
    assert_eq!((briefs(&out).as_str(), out[0].get(789)), ("A9 2:10[5-0]", None));
    let mut c = config(Role::Initiator);
    c.enable_next_expected = true;
    let mut s = Scripted::with_store(c, store(5, 9));
    assert_eq!(s.connect()[0].num(789), 5);
    assert_eq!(briefs(&s.feed("A", 7, "98=0|108=30|")), "2:10[5-0]");
}

#[test]
fn fixt_logon_carries_the_application_version() {
    let mut c = config(Role::Initiator);
    c.begin_string = "FIXT.1.1".to_owned();
    c.default_appl_ver_id = Some("9".to_owned());
    let mut s = Scripted::new(c);
    s.begin_string = "FIXT.1.1";
    assert_eq!(s.connect()[0].num(1137), 9);
    s.feed("A", 1, "98=0|108=30|1137=9|");
    assert_eq!(s.session.phase(), Phase::Active);
}

#[test]
fn logon_with_a_wrong_time_is_rejected_and_refused() {
    let mut s = acceptor();
    let logon = frame(
        "FIX.4.4",
        "35=A|49=THEM|56=US|34=1|52=20200101-00:00:00|98=0|108=30|",
    );
    let out = s.feed_bytes(&logon);
    assert_eq!(briefs(&out), "3:1 5:2");
    assert!(!s.session.is_logged_on());
    assert_eq!(s.expected(), 2);
}

#[test]
fn a_reset_that_a_crash_cut_off_is_asked_for_again() {
    let mut s = Scripted::new(config(Role::Initiator));
    s.connect();
    s.feed("A", 1, "98=0|108=30|");
    s.order(2);
    s.session.reset(s.now_ns).unwrap();
    let test_request = s.transmit();
    let id = test_request[0].get(112).unwrap();
    let logon = s.feed("0", 3, &format!("112={id}|"));
    assert_eq!(
        (briefs(&logon).as_str(), logon[0].get(141).as_deref()),
        ("A1", Some("Y"))
    );
    // The process dies here; nobody knows whether the counterparty had it.
    let mut after = Scripted::with_store(config(Role::Initiator), s.session.store().clone());
    let again = after.connect();
    assert_eq!(
        (briefs(&again).as_str(), again[0].get(141).as_deref()),
        ("A1", Some("Y"))
    );
    after.feed("A", 1, "98=0|108=30|141=Y|");
    assert!(after.session.is_logged_on());
    // An answered reset is over.
    let mut later = Scripted::with_store(config(Role::Initiator), after.session.store().clone());
    let next = later.connect();
    assert_eq!((briefs(&next).as_str(), next[0].get(141)), ("A2", None));
}
