//! MsgSeqNum: expected, too low, too high; gaps and what closes them.

use fixnic_session::{DisconnectReason, Event, ResendEnd};

use crate::util::pair::{Fate, Pair};
use crate::util::scripted::Scripted;
use crate::util::{briefs, MS, S};

#[test]
fn expected_number_is_processed_and_consumed() {
    let mut s = Scripted::up();
    assert!(s.order(2).is_empty());
    assert_eq!((s.app.seqs(), s.expected()), (vec![2], 3));
    assert!(
        !s.events.iter().any(|e| matches!(e, Event::ExpectedMoved { .. })),
        "the NIC counts it by itself"
    );
}

#[test]
fn low_number_without_poss_dup_ends_the_session() {
    let mut s = Scripted::up();
    s.order(2);
    let out = s.order(1);
    assert_eq!(briefs(&out), "5:2");
    assert_eq!(
        out[0].get(58).unwrap(),
        "MsgSeqNum too low, expecting 3 but received 1"
    );
    assert!(!s.disconnected(), "the Logout's answer is waited for");
    // Nothing is taken any more, so that nothing is lost.
    s.order(3);
    assert_eq!((s.app.seqs(), s.expected()), (vec![2], 3));
    s.pass(2 * S);
    assert!(s.disconnected());
}

#[test]
fn low_number_logout_answered_disconnects_at_once() {
    let mut s = Scripted::up();
    s.order(2);
    s.order(1);
    s.feed("5", 3, "");
    assert!(s.disconnected());
}

#[test]
fn low_number_with_poss_dup_flag_n_ends_the_session() {
    let mut s = Scripted::up();
    assert_eq!(briefs(&s.feed("D", 1, "43=N|11=1|")), "5:2");
}

#[test]
fn low_sequence_reset_reset_is_exempt() {
    let mut s = Scripted::up();
    s.order(2);
    assert!(s.feed("4", 1, "36=9|").is_empty());
    assert_eq!(s.expected(), 9);
}

#[test]
fn possdup_low_is_discarded_and_counted() {
    let mut s = Scripted::up();
    s.order(2);
    assert!(s.feed_resent("D", 2, "11=2|").is_empty());
    assert_eq!((s.app.seqs(), s.expected()), (vec![2], 3));
    assert_eq!(s.session.counters().duplicates_dropped, 1);
}

#[test]
fn possdup_not_yet_processed_is_processed_as_the_original() {
    let mut s = Scripted::up();
    s.feed_resent("D", 2, "11=2|");
    assert_eq!((s.app.seqs(), s.expected()), (vec![2], 3));
    assert!(s.app.received[0].0.poss_dup);
}

#[test]
fn high_number_is_queued_in_order_and_asked_for() {
    let mut s = Scripted::up();
    let out = s.order(5);
    assert_eq!(briefs(&out), "2:2[2-0]");
    assert!(s.order(7).is_empty() && s.order(6).is_empty(), "asked once");
    assert!(s.app.seqs().is_empty());
    assert_eq!(
        (s.expected(), s.session.queued(), s.session.missing()),
        (2, 3, Some((2, 4)))
    );
    for seq in 2..5 {
        s.feed_resent("D", seq, "11=x|");
    }
    assert_eq!((s.app.seqs(), s.expected()), (vec![2, 3, 4, 5, 6, 7], 8));
    assert_eq!(s.session.missing(), None);
    assert!(s.app.received[3].0.queued && !s.app.received[2].0.queued);
}

#[test]
fn end_seq_no_may_be_the_last_before_the_gap() {
    let mut s = Scripted::up_with(|c| c.resend_end = ResendEnd::LastMissing);
    assert_eq!(briefs(&s.order(5)), "2:2[2-4]");
}

#[test]
fn a_second_gap_is_asked_for_by_itself() {
    let mut s = Scripted::up_with(|c| c.resend_end = ResendEnd::LastMissing);
    s.order(4);
    s.order(7);
    s.feed_resent("D", 2, "11=2|");
    let out = s.feed_resent("D", 3, "11=3|");
    assert_eq!(briefs(&out), "2:3[5-6]");
    assert_eq!(s.expected(), 5);
}

#[test]
fn requests_may_come_in_chunks() {
    let mut s = Scripted::up_with(|c| c.resend_request_chunk = Some(2));
    assert_eq!(briefs(&s.order(7)), "2:2[2-3]");
    assert!(s.feed_resent("D", 2, "11=2|").is_empty());
    assert_eq!(briefs(&s.feed_resent("D", 3, "11=3|")), "2:3[4-5]");
    s.feed_resent("D", 4, "11=4|");
    assert_eq!(briefs(&s.feed_resent("D", 5, "11=5|")), "2:4[6-6]");
    assert!(s.feed_resent("D", 6, "11=6|").is_empty());
    assert_eq!(s.expected(), 8);
}

#[test]
fn chunks_skip_nothing_after_a_gap_fill() {
    let mut s = Scripted::up_with(|c| c.resend_request_chunk = Some(3));
    assert_eq!(briefs(&s.order(12)), "2:2[2-4]");
    // The GapFill goes past the chunk's end: the next chunk begins where it ended, at 7.
    assert_eq!(briefs(&s.feed_resent("4", 2, "123=Y|36=7|")), "2:3[7-9]");
    // And within the chunk: nothing is asked for until 9 has come.
    assert!(s.feed_resent("4", 7, "123=Y|36=9|").is_empty());
    assert_eq!(briefs(&s.feed_resent("D", 9, "11=9|")), "2:4[10-11]");
    s.feed_resent("D", 10, "11=10|");
    s.feed_resent("D", 11, "11=11|");
    assert_eq!(s.app.seqs(), [9, 10, 11, 12]);
}

#[test]
fn the_same_range_is_not_asked_for_twice_while_a_resend_runs() {
    let mut s = Scripted::up();
    s.order(50);
    for seq in 51..90 {
        assert!(s.order(seq).is_empty());
    }
    for seq in 2..50 {
        s.pass(300 * MS);
        let out = s.feed_resent("D", seq, "11=x|");
        assert_eq!(
            briefs(
                &out.into_iter()
                    .filter(|m| m.msg_type() == "2")
                    .collect::<Vec<_>>()
            ),
            ""
        );
    }
    assert_eq!(s.expected(), 90);
    assert_eq!(s.session.counters().resend_requests, 1);
}

#[test]
fn a_rejected_resend_request_is_asked_again_then_given_up() {
    let mut s = Scripted::up_with(|c| c.heart_bt_int_s = 0);
    assert_eq!(briefs(&s.order(5)), "2:2[2-0]");
    assert!(
        s.feed("3", 6, "45=2|372=2|373=5|").is_empty(),
        "queued like any message"
    );
    let requests = |out: &[crate::util::Message]| {
        briefs(
            &out.iter()
                .filter(|m| m.msg_type() == "2")
                .cloned()
                .collect::<Vec<_>>(),
        )
    };
    let out = s.pass(10 * S);
    assert_eq!(requests(&out), "2:3[2-0]");
    let out = s.pass(10 * S);
    assert_eq!(requests(&out), "2:4[2-0]");
    assert!(s.app.rejects.is_empty());
    let out = s.pass(10 * S);
    assert_eq!(
        out.last().unwrap().get(58).unwrap(),
        "Message 2 did not come after 3 ResendRequests"
    );
    s.pass(2 * S);
    assert!(s.disconnected());
    assert_eq!(s.expected(), 2, "what was queued is not counted as processed");
}

#[test]
fn a_message_lost_again_in_the_resend_is_asked_for_at_once() {
    let mut s = Scripted::up();
    s.order(6);
    s.feed_resent("D", 2, "11=2|");
    // 3 is lost once more: the resend, being in order, passed over it.
    assert_eq!(briefs(&s.feed_resent("D", 4, "11=4|")), "2:3[3-3]");
    assert!(s.feed_resent("D", 5, "11=5|").is_empty(), "once");
    s.feed_resent("D", 3, "11=3|");
    assert_eq!(s.app.seqs(), [2, 3, 4, 5, 6]);
}

#[test]
fn a_resend_that_loses_the_same_message_is_asked_again_only_after_a_timeout() {
    let mut s = Scripted::up_with(|c| c.heart_bt_int_s = 0);
    s.order(8);
    assert_eq!(briefs(&s.feed_resent("D", 5, "11=5|")), "2:3[2-4]");
    assert!(s.feed_resent("D", 4, "11=4|").is_empty(), "2 is lost each time");
    assert!(s.feed_resent("D", 3, "11=3|").is_empty());
    assert_eq!(briefs(&s.pass(10 * S)), "2:4[2-0]");
}

#[test]
fn a_message_garbled_each_time_ends_in_logout_not_in_a_loop() {
    let mut s = Scripted::up();
    let mut bad = s.resent("D", 2, "11=2|");
    let at = bad.len() - 2;
    bad[at] = if bad[at] == b'0' { b'1' } else { b'0' };
    s.order(3);
    let mut requests = 1;
    for _ in 0..20 {
        s.feed_bytes(&bad);
        let out = s.pass(10 * S);
        requests += out.iter().filter(|m| m.msg_type() == "2").count();
        let now_alive = s.message("0", 4, "");
        s.feed_bytes(&now_alive);
        if s.disconnected() {
            break;
        }
    }
    assert!(s.disconnected());
    assert_eq!(requests, 3);
}

#[test]
fn resend_request_in_a_gap_is_answered_first() {
    let mut s = Scripted::up();
    s.session.send(s.now_ns, b"8", b"37=1\x01").unwrap();
    s.transmit();
    // 2 to 4 are missing, and 5 asks us for what we sent.
    let out = s.feed("2", 5, "7=1|16=0|");
    assert_eq!(briefs(&out), "4:1p>2 8:2p 2:3[2-0]");
    for seq in 2..5 {
        s.feed_resent("D", seq, "11=x|");
    }
    assert_eq!(
        s.expected(),
        6,
        "the number of the ResendRequest is consumed in its turn"
    );
    assert_eq!(s.session.counters().resent, 1, "and it is not answered again");
}

#[test]
fn two_sides_with_gaps_do_not_wait_for_each_other() {
    let mut pair = Pair::up();
    let lose = || -> Box<dyn FnMut(&crate::util::Message) -> Fate> {
        Box::new(|m| {
            if (2..4).contains(&m.seq()) && !m.is_poss_dup() {
                Fate::Drop
            } else {
                Fate::Pass
            }
        })
    };
    pair.client.rule = lose();
    pair.server.rule = lose();
    for id in 0..4 {
        let body = format!("11={id}\x01");
        pair.client
            .session
            .send(pair.now_ns, b"D", body.as_bytes())
            .unwrap();
        pair.server
            .session
            .send(pair.now_ns, b"8", body.as_bytes())
            .unwrap();
    }
    pair.run(S);
    assert_eq!(pair.client.app.ids(), ["0", "1", "2", "3"]);
    assert_eq!(pair.server.app.ids(), ["0", "1", "2", "3"]);
}

#[test]
fn possdup_without_orig_sending_time_is_rejected_whatever_its_number() {
    let mut s = Scripted::up();
    s.order(2);
    for (seq, expected) in [(3, 4), (1, 4), (9, 4)] {
        let out = s.feed("D", seq, "43=Y|11=1|");
        assert_eq!(
            (
                out[0].msg_type().as_str(),
                out[0].num(373),
                out[0].num(371),
                out[0].num(45)
            ),
            ("3", 1, 122, seq)
        );
        assert_eq!(s.expected(), expected, "consumed only when expected");
    }
    assert_eq!(s.app.seqs(), [2]);
}

#[test]
fn possdup_with_orig_sending_time_after_sending_time_is_rejected_whatever_its_number() {
    let mut s = Scripted::up();
    for (seq, expected) in [(2, 3), (1, 3), (9, 3)] {
        let out = s.feed("D", seq, "43=Y|122=20300101-00:00:00.000|11=1|");
        assert_eq!(
            (out[0].msg_type().as_str(), out[0].num(373), out[0].num(371)),
            ("3", 10, 122)
        );
        assert_eq!(s.expected(), expected);
    }
    assert!(s.app.seqs().is_empty());
}

#[test]
fn resent_admin_messages_are_counted_and_not_acted_upon() {
    let mut s = Scripted::up();
    for (seq, msg_type, body) in [
        (2, "A", "98=0|108=30|"),
        (3, "0", ""),
        (4, "1", "112=x|"),
        (5, "2", "7=1|16=0|"),
        (6, "5", ""),
    ] {
        assert!(s.feed_resent(msg_type, seq, body).is_empty(), "{msg_type}");
        assert_eq!(s.expected(), seq + 1);
    }
    assert!(!s.disconnected());
    // A Reset that restarts the numbers is not repeated either.
    s.feed_resent("A", 7, "98=0|108=30|141=Y|");
    assert_eq!(s.expected(), 8);
}

#[test]
fn poss_resend_reaches_the_application_flagged() {
    let mut s = Scripted::up();
    s.feed("D", 2, "97=Y|11=2|");
    assert!(s.app.received[0].0.poss_resend);
    s.order(3);
    assert!(!s.app.received[1].0.poss_resend);
}

#[test]
fn reject_in_a_gap_is_queued_and_moves_nothing() {
    let mut s = Scripted::up();
    s.order(4);
    s.feed("3", 5, "45=1|");
    assert_eq!((s.expected(), s.app.rejects.len()), (2, 0));
    s.feed_resent("4", 2, "123=Y|36=4|");
    assert_eq!((s.expected(), s.app.rejects.len()), (6, 1));
}

#[test]
fn queue_overflow_in_messages_is_a_logout_with_a_reason() {
    let mut s = Scripted::up_with(|c| c.queue_messages_max = 3);
    for seq in 4..7 {
        s.order(seq);
    }
    let out = s.order(7);
    assert_eq!(briefs(&out), "5:3");
    assert!(out[0]
        .get(58)
        .unwrap()
        .starts_with("Gap queue full: 3 messages wait for 2"));
    s.pass(2 * S);
    assert!(s.disconnected());
    assert_eq!((s.expected(), s.app.seqs()), (2, vec![]));
}

#[test]
fn queue_overflow_in_bytes_is_a_logout_with_a_reason() {
    let mut s = Scripted::up_with(|c| c.queue_bytes_max = 1900);
    let body = format!("58={}|", "x".repeat(900));
    s.feed("B", 4, &body);
    assert!(s.feed("B", 5, &body)[0]
        .get(58)
        .unwrap()
        .starts_with("Gap queue full"));
}

#[test]
fn thirty_two_bits_are_not_enough_to_count() {
    let mut s = Scripted::up();
    let out = s.order((1 << 32) + 2);
    assert_eq!(briefs(&out), "2:2[2-0]", "not in sequence");
    assert!(s.app.seqs().is_empty());
    let mut s = Scripted::up();
    s.feed("4", 2, &format!("36={}|", 1u64 << 32));
    s.order(1 << 32);
    s.order((1 << 32) + 1);
    assert_eq!((s.app.seqs().len(), s.expected()), (2, (1 << 32) + 2));
}

#[test]
fn trailing_heartbeats_are_not_reported_missing() {
    let mut s = Scripted::up();
    s.order(3);
    s.feed("0", 4, "");
    // The counterparty covers its heartbeats by a gap fill that ends behind them.
    s.feed_resent("D", 2, "11=2|");
    assert_eq!(s.expected(), 5);
    assert!(s.feed_resent("D", 3, "11=3|").is_empty());
    assert!(s.feed_resent("4", 4, "123=Y|36=5|").is_empty());
    assert_eq!((s.expected(), s.session.counters().resend_requests), (5, 1));
}

#[test]
fn quickfix_compatibility_takes_unflagged_resends_while_one_is_outstanding() {
    let mut s = Scripted::up_with(|c| c.compatibility_quickfix = true);
    s.order(4);
    s.order(2);
    assert!(s.order(2).is_empty(), "a repetition without 43=Y");
    s.order(3);
    assert_eq!(s.app.seqs(), [2, 3, 4]);
    assert_eq!(briefs(&s.order(3)), "5:3", "no resend is outstanding any more");
}

#[test]
fn closing_says_why() {
    let mut s = Scripted::up();
    s.order(1);
    s.pass(2 * S);
    let text = s.events.iter().find_map(|e| match e {
        Event::Disconnect(DisconnectReason::Violation(text)) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(text.unwrap(), "MsgSeqNum too low, expecting 2 but received 1");
}

#[test]
fn a_message_says_when_it_came_also_when_it_had_to_wait() {
    let mut s = Scripted::up();
    let first_ns = s.now_ns;
    s.order(3);
    s.now_ns += 5_000_000;
    s.feed_resent("D", 2, "11=2|");
    let times: Vec<(u64, bool)> = s
        .app
        .received
        .iter()
        .map(|(m, _)| (m.received_ns, m.queued))
        .collect();
    assert_eq!(times, [(s.now_ns, false), (first_ns, true)]);
}
