//! Resets of an acceptor's own that a lost connection or a crash cuts off.

use crate::util::pair::Pair;
use crate::util::scripted::{config, Scripted};
use crate::util::{briefs, MS, S};
use fixnic_session::Role;

/// A pair whose acceptor has sent its Logon with ResetSeqNumFlag, 1 ms before that arrives.
fn reset_on_its_way(next_expected: bool) -> Pair {
    let mut pair = Pair::with(
        |c| c.enable_next_expected = next_expected,
        |c| c.enable_next_expected = next_expected,
    );
    pair.log_on();
    pair.server_sends(1..6);
    pair.client_sends(1..6);
    pair.run(10 * MS);
    pair.server.session.reset(pair.now_ns).unwrap();
    pair.run(2 * MS);
    let logon = pair.server.transmitted.last().unwrap();
    assert_eq!((logon.get(141).as_deref(), logon.seq()), (Some("Y"), 1));
    pair
}

/// Has the client connect again until both are up, `times` at most.
fn come_back(pair: &mut Pair, times: usize) {
    for _ in 0..times {
        pair.connect();
        pair.run(5 * S);
        if pair.client.session.is_logged_on() && pair.server.session.is_logged_on() {
            return;
        }
        pair.cut();
    }
    panic!("{} / {}", pair.client.briefs(), pair.server.briefs());
}

/// Both sides go on, and have lost nothing that either sent.
fn all_arrives(pair: &mut Pair, from_client: u64, from_server: u64) {
    pair.client_sends(100..103);
    pair.server_sends(100..103);
    pair.run(S);
    let ids = |up_to: u64| {
        (1..up_to)
            .chain(100..103)
            .map(|id| id.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(pair.server.app.ids(), ids(from_client));
    assert_eq!(pair.client.app.ids(), ids(from_server));
    for (one, other) in [(&pair.client, &pair.server), (&pair.server, &pair.client)] {
        assert_eq!(one.session.next_outgoing(), other.session.expected_incoming());
        assert!(other.session.missing().is_none());
    }
}

#[test]
fn an_acceptor_that_dies_before_its_reset_has_arrived_comes_back_and_loses_nothing() {
    let mut pair = reset_on_its_way(false);
    pair.server.crash();
    pair.cut();
    // The first Logon is answered in the new numbering, which a counterparty that has the old one does not take.
    come_back(&mut pair, 2);
    all_arrives(&mut pair, 6, 6);
}

#[test]
fn an_acceptor_that_dies_before_the_answer_to_its_reset_comes_back_and_loses_nothing_sent_since() {
    let mut pair = reset_on_its_way(false);
    pair.run(MS);
    assert_eq!(pair.client.session.next_outgoing(), 2, "the reset has arrived");
    pair.client_sends(6..9);
    pair.server.crash();
    pair.cut();
    come_back(&mut pair, 1);
    all_arrives(&mut pair, 9, 6);
}

#[test]
fn next_expected_msg_seq_num_tells_an_acceptor_at_once_whether_its_reset_has_arrived() {
    for arrived in [false, true] {
        let mut pair = reset_on_its_way(true);
        pair.run(u64::from(arrived) * MS);
        if arrived {
            pair.client_sends(6..9);
        }
        pair.server.crash();
        pair.cut();
        come_back(&mut pair, 1);
        all_arrives(&mut pair, if arrived { 9 } else { 6 }, 6);
    }
}

#[test]
fn an_acceptor_whose_connection_is_lost_in_its_reset_comes_back_too() {
    for arrived in [false, true] {
        let mut pair = reset_on_its_way(false);
        pair.run(u64::from(arrived) * MS);
        pair.cut();
        come_back(&mut pair, 2);
        all_arrives(&mut pair, 6, 6);
    }
}

#[test]
fn an_acceptor_that_dies_again_and_again_in_its_reset_comes_back_in_the_end() {
    let mut pair = reset_on_its_way(false);
    for _ in 0..5 {
        pair.server.crash();
        pair.cut();
        pair.connect();
        // The Logon has arrived, its answer has not.
        pair.run(MS);
    }
    pair.server.crash();
    pair.cut();
    come_back(&mut pair, 2);
    all_arrives(&mut pair, 6, 6);
}

/// An acceptor whose reset was cut off, and which has been refused in the new numbering once.
fn refused_once() -> Scripted {
    let mut s = Scripted::up();
    s.order(2);
    s.session.reset(s.now_ns).unwrap();
    let id = s.transmit()[0].get(112).unwrap();
    assert_eq!(briefs(&s.feed("0", 3, &format!("112={id}|"))), "A1");
    let mut s = Scripted::with_store(config(Role::Acceptor), s.session.store().clone());
    s.connect();
    assert_eq!(briefs(&s.feed("A", 4, "98=0|108=30|")), "A2 2:3[1-0]");
    s.feed("5", 5, "58=MsgSeqNum too low, expecting 3 but received 2|");
    s.reconnect();
    s
}

#[test]
fn a_counterparty_may_answer_the_repeated_reset_by_a_logon_of_its_own_or_just_go_on() {
    for answers in [false, true] {
        let mut s = refused_once();
        let logon = s.feed("A", 6, "98=0|108=30|");
        assert_eq!(
            (briefs(&logon).as_str(), logon[0].get(141).as_deref()),
            ("A1", Some("Y"))
        );
        if answers {
            assert_eq!(
                briefs(&s.feed("A", 1, "98=0|108=30|141=Y|")),
                "",
                "an answer has no answer"
            );
        }
        s.order(2);
        assert_eq!((s.app.seqs(), s.expected()), (vec![2], 3));
        // From here on such a Logon is a reset of the counterparty's own.
        let logon = s.feed("A", 1, "98=0|108=30|141=Y|");
        assert_eq!(
            (briefs(&logon).as_str(), logon[0].get(141).as_deref()),
            ("A1", Some("Y"))
        );
    }
}
