//! Every way in which numbers of a session are lost, moved and found again, with QuickFIX in both roles, over kernel sockets and with our
//! side on the Verilated NIC.

use fixnic_tests::embedded::{wait_for_delivered, wait_for_notice, Command, Delivered, Notice};
use fixnic_tests::interop::{Link, Scene};
use fixnic_tests::namespace::in_own_namespace;
use fixnic_tests::quickfix::{self, Role};
use fixnic_tests::relay::{Action, Direction, Rule};

/// A test for each role of QuickFIX and each link.
macro_rules! in_both_roles_on_both_links {
    ($($scenario:ident)*) => {$(
        mod $scenario {
            use super::*;

            #[test]
            fn quickfix_listens_kernel() {
                super::$scenario(Link::Kernel, Role::Acceptor);
            }

            #[test]
            fn quickfix_connects_kernel() {
                super::$scenario(Link::Kernel, Role::Initiator);
            }

            #[test]
            fn quickfix_listens_nic() {
                in_own_namespace(concat!(stringify!($scenario), "::quickfix_listens_nic"), || {
                    super::$scenario(Link::Nic, Role::Acceptor);
                });
            }

            #[test]
            fn quickfix_connects_nic() {
                in_own_namespace(concat!(stringify!($scenario), "::quickfix_connects_nic"), || {
                    super::$scenario(Link::Nic, Role::Initiator);
                });
            }
        }
    )*};
}

in_both_roles_on_both_links! {
    a_gap_each_way_is_closed
    a_sequence_reset_each_way_moves_the_other
    numbers_start_again_by_either_side
    either_side_restarts_in_the_middle_of_a_gap
    ten_thousand_messages_each_way
    a_logout_of_quickfix_is_answered
}

fn ids(range: std::ops::RangeInclusive<u64>) -> Vec<String> {
    range.map(|id| id.to_string()).collect()
}

fn our_ids(delivered: &[Delivered]) -> Vec<String> {
    delivered.iter().map(|message| message.exec_id.clone()).collect()
}

fn their_ids(delivered: &[quickfix::Delivered]) -> Vec<String> {
    delivered.iter().map(|message| message.exec_id.clone()).collect()
}

/// Messages with these numbers are lost, `poss_dup` being whether originals or resent ones are.
fn lost(direction: Direction, numbers: std::ops::RangeInclusive<u64>, poss_dup: bool) -> Rule {
    Rule {
        direction,
        msg_seq_num: numbers,
        poss_dup: Some(poss_dup),
        action: Action::Swallow,
        times: usize::MAX,
    }
}

const BOTH: [Direction; 2] = [Direction::FromTarget, Direction::ToTarget];

/// Messages are lost in both directions, one of those resent to us again (QuickFIX does not ask a second time), and some resent ones come twice: both sides have everything once and in
/// order.
fn a_gap_each_way_is_closed(link: Link, role: Role) {
    const REPORTS: u64 = 120;
    let mut rules = vec![Rule {
        times: 1,
        ..lost(Scene::to_us(role), 30..=30, true)
    }];
    for direction in BOTH {
        rules.push(lost(direction, 20..=50, false));
        rules.push(Rule {
            action: Action::Repeat(1),
            ..lost(direction, 40..=45, true)
        });
    }
    let scene = Scene::new(link, role, rules);
    let (mut quickfix, engine, notices) = scene.start("", "", REPORTS);
    quickfix.wait_for("logon");
    // One way after the other: QuickFIX does not repeat a ResendRequest that is lost in the other gap.
    let there = quickfix.wait_for_delivered(REPORTS as usize);
    quickfix.send(REPORTS);
    let here = wait_for_delivered(&notices, REPORTS as usize);
    assert_eq!(our_ids(&here), ids(1..=REPORTS));
    assert_eq!(their_ids(&there), ids(1..=REPORTS));
    for direction in BOTH {
        let requests = |seen: &fixnic_tests::relay::Seen| seen.direction == direction && seen.msg_type == "2";
        assert!(scene.relay().seen().iter().any(requests), "{direction:?}");
    }
    let counters = engine.stop()[0];
    quickfix.wait_for("logout");
    assert!(counters.gaps >= 1 && counters.resent >= 31, "{counters:?}");
    assert!(counters.duplicates_dropped >= 6, "{counters:?}");
    assert_eq!(
        (
            counters.disagreements,
            counters.missing_from_store,
            counters.garbled
        ),
        (0, 0, 0),
        "{counters:?}"
    );
    assert_eq!(quickfix.delivered().len(), REPORTS as usize, "nothing came twice");
    quickfix.stop();
}

/// SequenceReset-Reset of QuickFIX moves what we expect, ours what QuickFIX expects; what follows has the new numbers.
fn a_sequence_reset_each_way_moves_the_other(link: Link, role: Role) {
    let scene = Scene::new(link, role, Vec::new());
    let (mut quickfix, engine, notices) = scene.start("", "", 3);
    quickfix.wait_for("logon");
    quickfix.send(3);
    let mut here = wait_for_delivered(&notices, 3);
    quickfix.wait_for_delivered(3);
    quickfix.sequence_reset(100);
    quickfix.send(3);
    here.extend(wait_for_delivered(&notices, 3));
    engine.command(Command::SequenceReset(200));
    engine.command(Command::Send { first: 4, last: 6 });
    let there = quickfix.wait_for_delivered(6);
    assert_eq!(our_ids(&here), ids(1..=6));
    assert_eq!(their_ids(&there), ids(1..=6));
    let here: Vec<u64> = here.iter().map(|message| message.msg_seq_num).collect();
    let there: Vec<u64> = there.iter().map(|message| message.msg_seq_num).collect();
    assert_eq!(here, [2, 3, 4, 100, 101, 102]);
    assert_eq!(there, [2, 3, 4, 200, 201, 202]);
    let counters = engine.stop()[0];
    quickfix.wait_for("logout");
    assert_eq!(
        (
            counters.gaps,
            counters.rejects,
            counters.resent,
            counters.disagreements
        ),
        (0, 0, 0, 0),
        "{counters:?}"
    );
    quickfix.stop();
}

/// ResetSeqNumFlag (141) Y in session, from us and from QuickFIX, and at Logon from whoever connects: both numbers are 2 afterwards.
/// QuickFIX as acceptor cannot ask for it in session: it takes our answer for a request, and answers that with number 2.
fn numbers_start_again_by_either_side(link: Link, role: Role) {
    let scene = Scene::new(link, role, Vec::new());
    let at_logon = "ResetOnLogon=Y\n";
    let (theirs, ours) = match role {
        Role::Initiator => (at_logon, ""),
        Role::Acceptor => ("", at_logon),
    };
    let steps = if role == Role::Initiator { 3 } else { 2 };
    let mut sent = 0;
    let (mut here, mut there) = (Vec::new(), Vec::new());
    for _ in 0..2 {
        let (mut quickfix, engine, notices) = scene.start(theirs, ours, 0);
        let is_up = |notice: &Notice| *notice == Notice::Logon;
        wait_for_notice(&notices, is_up);
        quickfix.wait_for("logon");
        let mut count = 0;
        let who = ["nobody", "we", "quickfix"];
        for who in &who[..steps] {
            match *who {
                "we" => engine.command(Command::Reset),
                "quickfix" => quickfix.logon_with_reset(5),
                _ => {}
            }
            if *who != "nobody" {
                // The application is told that the session is up again.
                wait_for_notice(&notices, is_up);
            }
            count += 3;
            quickfix.send(3);
            engine.command(Command::Send {
                first: sent + 1,
                last: sent + 3,
            });
            sent += 3;
            here.extend(wait_for_delivered(&notices, 3));
            quickfix.wait_for_delivered(count);
        }
        let counters = engine.stop()[0];
        assert_eq!(
            (
                counters.gaps,
                counters.rejects,
                counters.resent,
                counters.disagreements
            ),
            (0, 0, 0, 0),
            "{counters:?}"
        );
        there.extend(quickfix.wait_for_delivered(count));
        quickfix.stop();
    }
    let here: Vec<u64> = here.iter().map(|message| message.msg_seq_num).collect();
    assert_eq!(here, [2, 3, 4].repeat(2 * steps), "ours");
    assert_eq!(their_ids(&there), ids(1..=sent));
    let there: Vec<u64> = there.iter().map(|message| message.msg_seq_num).collect();
    assert_eq!(there, [2, 3, 4].repeat(2 * steps), "theirs");
    let resets = scene.relay().seen();
    let resets = resets
        .iter()
        .filter(|seen| seen.msg_type == "A" && seen.text.contains("|141=Y|"));
    assert_eq!(resets.count(), 4 * steps, "asked for and answered");
}

/// Both directions have a gap, and resent messages are lost too, until QuickFIX, and then we, end and start again.
fn either_side_restarts_in_the_middle_of_a_gap(link: Link, role: Role) {
    const REPORTS: u64 = 100;
    let rules = BOTH
        .iter()
        .flat_map(|direction| [lost(*direction, 20..=40, false), lost(*direction, 20..=40, true)]);
    let scene = Scene::new(link, role, rules.collect());
    let (mut quickfix, engine, notices) = scene.start("", "", REPORTS);
    quickfix.wait_for("logon");
    let resend_was_lost = |direction| {
        scene
            .relay()
            .wait_until_seen(|seen| seen.direction == direction && seen.poss_dup && seen.msg_seq_num == 40)
    };
    // One way after the other: QuickFIX does not repeat a ResendRequest that is lost in the other gap.
    resend_was_lost(BOTH[usize::from(Scene::to_us(role) == BOTH[0])]);
    quickfix.send(REPORTS);
    quickfix.wait_for(&format!("sent {REPORTS}"));
    resend_was_lost(Scene::to_us(role));
    // What came before the gap; whether a ResendRequest has a number among it is a matter of moments.
    let delivered = |notice| match notice {
        Notice::Delivered(delivered) => Some(delivered),
        _ => None,
    };
    let mut here: Vec<Delivered> = notices.try_iter().filter_map(delivered).collect();
    let mut there = quickfix.delivered();
    let (had, they_had) = (here.len(), there.len());
    assert!(
        (15..20).contains(&had) && (15..20).contains(&they_had),
        "{had}, {they_had}"
    );
    drop(quickfix);
    scene.relay().disconnect();
    drop(engine);

    scene.relay().clear_rules();
    let (mut quickfix, engine, notices) = scene.start("", "", 0);
    here.extend(wait_for_delivered(&notices, REPORTS as usize - had));
    there.extend(quickfix.wait_for_delivered(REPORTS as usize - they_had));
    assert_eq!(our_ids(&here), ids(1..=REPORTS));
    assert_eq!(their_ids(&there), ids(1..=REPORTS));
    assert!(here[had].poss_dup && there[they_had].poss_dup);
    let counters = engine.stop()[0];
    assert_eq!(
        (counters.missing_from_store, counters.disagreements),
        (0, 0),
        "{counters:?}"
    );
    quickfix.stop();
}

/// Many at once, both ways, without a gap.
fn ten_thousand_messages_each_way(link: Link, role: Role) {
    const REPORTS: u64 = 10_000;
    let scene = Scene::new(link, role, Vec::new());
    let (mut quickfix, engine, notices) = scene.start("", "", REPORTS);
    quickfix.wait_for("logon");
    quickfix.send(REPORTS);
    let here = wait_for_delivered(&notices, REPORTS as usize);
    let there = quickfix.wait_for_delivered(REPORTS as usize);
    assert_eq!(our_ids(&here), ids(1..=REPORTS));
    assert_eq!(their_ids(&there), ids(1..=REPORTS));
    let counters = engine.stop()[0];
    assert_eq!(
        (
            counters.gaps,
            counters.rejects,
            counters.garbled,
            counters.duplicates_dropped,
            counters.disagreements
        ),
        (0, 0, 0, 0, 0),
        "{counters:?}"
    );
    quickfix.stop();
}

/// QuickFIX logs out: we answer, and it ends in order.
fn a_logout_of_quickfix_is_answered(link: Link, role: Role) {
    let scene = Scene::new(link, role, Vec::new());
    let (mut quickfix, engine, notices) = scene.start("", "", 1);
    quickfix.wait_for("logon");
    quickfix.wait_for_delivered(1);
    quickfix.stop();
    wait_for_notice(&notices, |notice| matches!(notice, Notice::Logout(_)));
    for direction in BOTH {
        scene
            .relay()
            .wait_until_seen(|seen| seen.direction == direction && seen.msg_type == "5");
    }
    engine.stop();
}
