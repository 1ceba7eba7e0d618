//! Heartbeats and what happens when the counterparty falls silent.

use crate::util::pair::Pair;
use crate::util::scripted::Scripted;
use crate::util::{briefs, S};

#[test]
fn heartbeat_when_nothing_was_sent() {
    let mut s = Scripted::up();
    let mut heartbeats = 0;
    for n in 0..10 {
        heartbeats += briefs(&s.pass(15 * S))
            .split_whitespace()
            .filter(|m| m.starts_with("0:"))
            .count();
        s.order(2 + n);
    }
    assert_eq!(heartbeats, 5, "one every 30 s, whatever is received");
}

#[test]
fn sending_anything_puts_the_heartbeat_off() {
    let mut s = Scripted::up();
    for n in 0..10 {
        s.order(2 + n);
        s.session.send(s.now_ns, b"8", b"37=1\x01").unwrap();
        s.transmit();
        assert!(s.pass(20 * S).is_empty());
    }
}

#[test]
fn test_request_is_answered_with_its_id() {
    let mut s = Scripted::up();
    let out = s.feed("1", 2, "112=are you there|");
    assert_eq!(
        (briefs(&out).as_str(), out[0].get(112).as_deref()),
        ("0:2", Some("are you there"))
    );
}

#[test]
fn test_request_without_id_is_rejected() {
    let mut s = Scripted::up();
    let out = s.feed("1", 2, "");
    assert_eq!((out[0].num(373), out[0].num(371)), (1, 112));
    assert_eq!(s.expected(), 3);
}

#[test]
fn silence_is_asked_about_then_ends_the_session() {
    let mut s = Scripted::up();
    assert_eq!(briefs(&s.pass(36 * S - 1)), "0:2");
    let out = s.pass(1);
    assert_eq!(briefs(&out), "1:3");
    s.pass(36 * S - 1);
    assert!(!s.disconnected());
    let out = s.pass(1);
    assert_eq!(out[0].get(58).unwrap(), "No answer to the TestRequest");
    s.pass(2 * S);
    assert!(s.disconnected());
}

#[test]
fn any_message_ends_the_silence_queued_ones_too() {
    let mut s = Scripted::up_with(|c| c.resend_timeout_ms = 1_000_000);
    s.pass(40 * S);
    s.order(5);
    s.pass(35 * S);
    assert!(!s.disconnected());
    assert!(!s
        .events
        .iter()
        .any(|e| matches!(e, fixnic_session::Event::LogoutSent { .. })));
}

#[test]
fn garbled_bytes_do_not_end_the_silence() {
    let mut s = Scripted::up();
    s.pass(30 * S);
    s.feed_bytes(b"garbage\x01");
    let out = s.pass(6 * S);
    assert_eq!(briefs(&out).split(' ').next_back(), Some("1:3"));
}

#[test]
fn heart_bt_int_zero_means_neither() {
    let mut s = Scripted::new(crate::util::scripted::config(fixnic_session::Role::Acceptor));
    s.connect();
    s.feed("A", 1, "98=0|108=0|");
    assert!(s.pass(86_400 * S).is_empty());
    assert!(s.session.is_logged_on());
}

#[test]
fn two_idle_sessions_stay_up() {
    let mut pair = Pair::up();
    pair.run(3600 * S);
    assert!(pair.client.session.is_logged_on() && pair.server.session.is_logged_on());
    assert!(!pair.client.briefs().contains("1:"), "no TestRequest is needed");
}
