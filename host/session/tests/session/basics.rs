//! Two sessions from Logon to Logout, with a gap in between.

use crate::util::pair::{Fate, Pair};
use crate::util::{MS, S};
use fixnic_session::{Event, Phase};

#[test]
fn logon_messages_logout() {
    let mut pair = Pair::up();
    pair.server_sends(1..4);
    pair.run(10 * MS);
    assert_eq!(pair.client.app.ids(), ["1", "2", "3"]);
    pair.client.session.logout(pair.now_ns, "done").unwrap();
    pair.run(S);
    assert_eq!(pair.client.briefs(), "A1 5:2");
    assert_eq!(
        pair.server.briefs(),
        "A1 82 83 84 5:5".replace("82 83 84", "8:2 8:3 8:4")
    );
    assert_eq!(pair.client.session.phase(), Phase::Disconnected);
    assert_eq!(pair.server.session.phase(), Phase::Disconnected);
}

#[test]
fn a_gap_is_asked_for_once_and_closed() {
    let mut pair = Pair::up();
    pair.server.rule = Box::new(|m| {
        let lost = m.msg_type() == "8" && (5..=7).contains(&m.seq()) && !m.is_poss_dup();
        if lost {
            Fate::Drop
        } else {
            Fate::Pass
        }
    });
    pair.server_sends(1..11);
    pair.run(100 * MS);
    assert_eq!(pair.client.app.seqs(), (2..12).collect::<Vec<_>>());
    assert_eq!(pair.client.briefs(), "A1 2:2[5-0]");
    let counters = pair.client.session.counters();
    assert_eq!(
        (
            counters.gaps,
            counters.resend_requests,
            counters.duplicates_dropped
        ),
        (1, 1, 4)
    );
    assert_eq!(pair.server.session.counters().resent, 7);
    assert!(pair
        .client
        .events
        .iter()
        .any(|e| matches!(e, Event::ExpectedMoved { expected: 12 })));
}

#[test]
fn messages_missed_between_connections_are_recovered_at_logon() {
    let mut pair = Pair::up();
    pair.server.rule = Box::new(|m| {
        if m.msg_type() == "8" {
            Fate::Drop
        } else {
            Fate::Pass
        }
    });
    pair.server_sends(1..4);
    pair.run(10 * MS);
    pair.cut();
    pair.server.rule = Box::new(|_| Fate::Pass);
    pair.log_on();
    pair.run(100 * MS);
    assert_eq!(pair.client.app.ids(), ["1", "2", "3"]);
    assert_eq!(
        pair.client.session.expected_incoming(),
        pair.server.session.next_outgoing()
    );
}
