//! What leaves: numbers, resends, gap fills, and the order of everything.

use fixnic_session::{Event, MemoryStore, MessageStore, Role, SendError};

use crate::util::pair::Pair;
use crate::util::scripted::{config, frame, Scripted};
use crate::util::{briefs, cut, MS, S, START_NS};

/// An acceptor that has sent Logon 1, messages 2 and 3, Heartbeat 4, message 5, Heartbeats 6 and 7.
fn history() -> Scripted {
    history_with(|_| {})
}

fn history_with(change: impl FnOnce(&mut fixnic_session::SessionConfig)) -> Scripted {
    let mut s = Scripted::up_with(change);
    send(&mut s, 2);
    s.feed("1", 2, "112=a|");
    send(&mut s, 1);
    s.feed("1", 3, "112=b|");
    s.feed("1", 4, "112=c|");
    assert_eq!(s.session.next_outgoing(), 8);
    s.pass(S);
    s
}

fn send(s: &mut Scripted, count: u64) {
    for _ in 0..count {
        let id = s.session.next_outgoing();
        s.session
            .send(s.now_ns, b"8", format!("37=o{id}\x01").as_bytes())
            .unwrap();
    }
    s.transmit();
}

#[test]
fn resend_repeats_application_messages_and_fills_runs_of_admin_messages() {
    let mut s = history();
    assert_eq!(
        briefs(&s.feed("2", 5, "7=1|16=0|")),
        "4:1p>2 8:2p 8:3p 4:4p>5 8:5p 4:6p>8"
    );
    assert_eq!(s.session.next_outgoing(), 8, "no number is used");
    assert!(s.events.iter().any(|e| matches!(
        e,
        Event::ResendCompleted {
            resent: 3,
            gap_filled: 4
        }
    )));
}

#[test]
fn resent_message_has_the_original_number_and_time_and_a_fresh_time() {
    let mut s = Scripted::up();
    s.session
        .send(
            s.now_ns,
            b"8",
            b"115=X\x0195=3\x0196=\x01=\x01\x0137=1\x0158=t\x01",
        )
        .unwrap();
    let original = s.transmit().remove(0);
    s.pass(5 * S);
    let again = s.feed("2", 2, "7=2|16=2|").remove(0);
    assert_eq!((again.seq(), again.is_poss_dup()), (2, true));
    assert_eq!(again.get(122), original.get(52));
    assert_eq!(again.get(52).unwrap(), s.timestamp());
    assert_ne!(again.get(52), original.get(52));
    for tag in [35, 49, 56, 115, 95, 96, 37, 58] {
        assert_eq!(again.get(tag), original.get(tag), "{tag}");
    }
    assert_eq!(again.get(96).unwrap(), "\x01=\x01");
}

#[test]
fn resent_poss_resend_keeps_its_flag() {
    let mut s = Scripted::up();
    s.session.send_poss_resend(s.now_ns, b"8", b"37=1\x01").unwrap();
    assert_eq!(s.transmit()[0].get(97).unwrap(), "Y");
    let again = s.feed("2", 2, "7=2|16=0|").remove(0);
    assert_eq!(again.get(97).unwrap(), "Y");
    assert_eq!(format!("{again:?}").matches("|97=").count(), 1);
}

#[test]
fn reject_is_resent_not_gap_filled() {
    let mut s = Scripted::up();
    s.feed("ZZ", 2, "");
    assert_eq!(briefs(&s.feed("2", 3, "7=1|16=0|")), "4:1p>2 3:2p");
}

#[test]
fn stale_message_is_gap_filled() {
    let mut s = history();
    s.app.stale = vec![3];
    assert_eq!(
        briefs(&s.feed("2", 5, "7=1|16=0|")),
        "4:1p>2 8:2p 4:3p>5 8:5p 4:6p>8"
    );
}

#[test]
fn message_missing_from_the_store_is_gap_filled_and_counted() {
    let mut store = MemoryStore::new(START_NS);
    for seq in 1..5u64 {
        let message = format!("35=8|49=US|56=THEM|34={seq}|52=20240101-00:00:00.000|37={seq}|");
        store.append_outgoing(seq, &frame("FIX.4.4", &message)).unwrap();
    }
    store.forget(3);
    let mut s = Scripted::with_store(config(Role::Acceptor), store);
    s.connect();
    s.feed("A", 1, "98=0|108=30|");
    assert_eq!(
        briefs(&s.feed("2", 2, "7=1|16=0|")),
        "8:1p 8:2p 4:3p>4 8:4p 4:5p>6"
    );
    assert_eq!(s.session.counters().missing_from_store, 1);
    assert!(s
        .events
        .iter()
        .any(|e| matches!(e, Event::MissingFromStore { msg_seq_num: 3 })));
}

#[test]
fn gap_fill_has_the_first_number_of_its_run_and_ends_behind_its_last() {
    let mut s = history();
    let out = s.feed("2", 5, "7=6|16=0|");
    assert_eq!(briefs(&out), "4:6p>8");
    assert_eq!(
        (out[0].get(123).as_deref(), out[0].get(122)),
        (Some("Y"), out[0].get(52))
    );
    // Within a run, and ending within one.
    assert_eq!(briefs(&s.feed("2", 6, "7=7|16=7|")), "4:7p>8");
    assert_eq!(briefs(&s.feed("2", 7, "7=5|16=6|")), "8:5p 4:6p>7");
}

#[test]
fn end_seq_no_0_and_999999_and_beyond_mean_to_the_last_sent() {
    for end in [0, 999_999, 8, 50] {
        let mut s = history();
        assert_eq!(
            briefs(&s.feed("2", 5, &format!("7=5|16={end}|"))),
            "8:5p 4:6p>8",
            "{end}"
        );
    }
}

#[test]
fn end_seq_no_999999_is_open_also_when_more_was_sent() {
    let mut store = MemoryStore::new(START_NS);
    store.set_next_outgoing(1_000_005).unwrap();
    let mut s = Scripted::with_store(config(Role::Acceptor), store);
    s.connect();
    s.feed("A", 1, "98=0|108=30|");
    assert_eq!(
        briefs(&s.feed("2", 2, "7=999998|16=999999|")),
        "4:999998p>1000006"
    );
}

#[test]
fn resend_request_past_the_end_at_zero_or_backwards_is_rejected() {
    for (body, tag) in [
        ("7=8|16=0|", 7),
        ("7=9|16=9|", 7),
        ("7=0|16=0|", 7),
        ("7=0|16=5|", 7),
        ("7=4|16=3|", 16),
    ] {
        let mut s = history();
        let out = s.feed("2", 5, body);
        assert_eq!(out.len(), 1, "{body}: {out:?}");
        assert_eq!(
            (out[0].msg_type().as_str(), out[0].num(373), out[0].num(371)),
            ("3", 5, tag),
            "{body}"
        );
        assert_eq!(s.expected(), 6);
    }
    for (body, tag) in [("16=0|", 7), ("7=1|", 16), ("7=x|16=0|", 7)] {
        assert_eq!(history().feed("2", 5, body)[0].num(371), tag, "{body}");
    }
}

#[test]
fn new_messages_wait_until_the_resend_is_complete() {
    let mut s = history_with(|c| c.resend_batch = 1);
    let request = s.message("2", 5, "7=1|16=0|");
    s.session.handle_bytes(s.now_ns, &request, &mut s.app);
    let mut bytes = Vec::new();
    s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes);
    assert_eq!(s.session.send(s.now_ns, b"8", b"37=new\x01"), Ok(8));
    // Receiving goes on meanwhile, and is answered in turn.
    let test_request = s.message("1", 6, "112=now|");
    s.session.handle_bytes(s.now_ns, &test_request, &mut s.app);
    while s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes) > 0 {}
    assert_eq!(
        briefs(&cut(&bytes)),
        "4:1p>2 8:2p 8:3p 4:4p>5 8:5p 4:6p>8 8:8 0:9"
    );
}

#[test]
fn a_message_never_leaves_as_a_duplicate_before_it_left_as_an_original() {
    let mut s = history_with(|c| c.resend_batch = 1);
    let request = s.message("2", 5, "7=1|16=0|");
    s.session.handle_bytes(s.now_ns, &request, &mut s.app);
    let mut bytes = Vec::new();
    s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes);
    assert_eq!(s.session.send(s.now_ns, b"8", b"37=new\x01"), Ok(8));
    // Asked again while 8 waits: the second resend must not bring it forward with 43=Y.
    let request = s.message("2", 6, "7=1|16=0|");
    s.session.handle_bytes(s.now_ns, &request, &mut s.app);
    while s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes) > 0 {}
    let out = briefs(&cut(&bytes));
    assert!(out.ends_with("4:6p>8 8:8"), "{out}");
    assert_eq!(out.matches("8:8").count(), 1);
}

#[test]
fn requests_repeated_during_a_resend_cost_one_more_resend() {
    let mut s = history_with(|c| c.resend_batch = 1);
    for seq in 5..50 {
        let request = s.message("2", seq, "7=1|16=0|");
        s.session.handle_bytes(s.now_ns, &request, &mut s.app);
        let mut bytes = Vec::new();
        if seq == 5 {
            s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes);
        }
    }
    assert!(s.transmit().len() <= 11);
}

#[test]
fn a_resend_is_bounded_per_call() {
    let mut s = Scripted::up_with(|c| c.resend_batch = 10);
    send(&mut s, 100);
    let request = s.message("2", 2, "7=2|16=0|");
    s.session.handle_bytes(s.now_ns, &request, &mut s.app);
    let mut sizes = Vec::new();
    loop {
        let mut bytes = Vec::new();
        if s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes) == 0 {
            break;
        }
        sizes.push(cut(&bytes).len());
        assert!(sizes.len() < 20);
    }
    assert_eq!(sizes, [10; 10]);
}

#[test]
fn a_resend_over_a_long_run_of_heartbeats_comes_back_between() {
    let mut s = Scripted::up_with(|c| c.resend_batch = 1);
    for seq in 2..200 {
        s.feed("1", seq, "112=x|");
    }
    let request = s.message("2", 200, "7=1|16=0|");
    s.session.handle_bytes(s.now_ns, &request, &mut s.app);
    let mut bytes = Vec::new();
    assert_eq!(
        s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes),
        0,
        "only so many are looked at in a call"
    );
    assert_eq!(
        s.session.poll_timeout(),
        Some(s.now_ns),
        "and the session wants to go on at once"
    );
    let mut calls = 0;
    while s.session.is_resending() {
        calls += 1;
        s.session.poll_transmit(s.now_ns, &mut s.app, &mut bytes);
    }
    assert!(calls < 20);
    assert_eq!(briefs(&cut(&bytes)), "4:1p>200", "one gap fill for the whole run");
}

#[test]
fn send_refuses_what_is_no_application_message() {
    let mut s = Scripted::up();
    for msg_type in [&b"A"[..], b"0", b"5", b"", b"TOOLONG", b"D\x01"] {
        assert!(matches!(
            s.session.send(s.now_ns, msg_type, b""),
            Err(SendError::MsgType { .. })
        ));
    }
    assert_eq!(s.session.send(s.now_ns, b"D", b"11=1"), Err(SendError::Body));
    let long = vec![b'\x01'; 70_000];
    assert!(matches!(
        s.session.send(s.now_ns, b"D", &long),
        Err(SendError::TooLong { .. })
    ));
    assert_eq!(s.session.next_outgoing(), 2, "no number is used");
    assert!(s.transmit().is_empty());
}

#[test]
fn send_is_refused_while_too_much_waits() {
    let mut s = Scripted::up_with(|c| c.transmit_bytes_max = 1000);
    let body = format!("58={}\x01", "x".repeat(400));
    let mut sent = 0;
    let refused = loop {
        match s.session.send(s.now_ns, b"B", body.as_bytes()) {
            Ok(_) => sent += 1,
            Err(error) => break error,
        }
        assert!(sent < 10);
    };
    assert!(matches!(refused, SendError::Backlog { .. }), "{refused}");
    assert_eq!(s.session.next_outgoing(), 2 + sent);
    s.transmit();
    assert!(s.session.send(s.now_ns, b"B", body.as_bytes()).is_ok());
}

#[test]
fn a_counterparty_that_asks_and_does_not_read_is_given_up() {
    let mut s = Scripted::up_with(|c| c.transmit_bytes_max = 1000);
    let mut seq = 2;
    while !s.disconnected() {
        let request = s.message("1", seq, "112=more|");
        s.session.handle_bytes(s.now_ns, &request, &mut s.app);
        seq += 1;
        assert!(seq < 50, "answers pile up");
    }
}

#[test]
fn send_is_refused_before_logon_and_after_logout() {
    let mut s = Scripted::new(config(Role::Initiator));
    assert!(matches!(
        s.session.send(s.now_ns, b"D", b""),
        Err(SendError::NotLoggedOn { .. })
    ));
    s.connect();
    assert!(matches!(
        s.session.send(s.now_ns, b"D", b""),
        Err(SendError::NotLoggedOn { .. })
    ));
    let mut s = Scripted::up();
    s.session.logout(s.now_ns, "").unwrap();
    assert!(matches!(
        s.session.send(s.now_ns, b"D", b""),
        Err(SendError::NotLoggedOn { .. })
    ));
}

#[test]
fn sequence_reset_reset_moves_the_counterparty() {
    let mut pair = Pair::up();
    pair.server_sends(1..3);
    pair.server.session.send_sequence_reset(pair.now_ns, 100).unwrap();
    pair.server_sends(3..4);
    pair.run(10 * MS);
    assert_eq!(pair.client.app.seqs(), [2, 3, 100]);
    assert_eq!(pair.client.session.expected_incoming(), 101);
    let lower = pair.server.session.send_sequence_reset(pair.now_ns, 50);
    assert_eq!(
        lower,
        Err(SendError::NewSeqNo {
            expected: 101,
            found: 50
        })
    );
}

#[test]
fn sub_ids_are_written_once_also_when_resent() {
    let mut s = Scripted::up_with(|c| {
        c.sender_sub_id = Some("DESK".to_owned());
        c.target_sub_id = Some("GW".to_owned());
    });
    send(&mut s, 1);
    let out = s.feed("2", 2, "7=2|16=0|");
    let text = format!("{:?}", out[0]);
    assert_eq!(
        (text.matches("|50=DESK|").count(), text.matches("|57=GW|").count()),
        (1, 1),
        "{text}"
    );
}
