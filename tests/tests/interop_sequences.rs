//! QuickFIX at the other end: numbers that start again, numbers that jump, processes that start again in the middle of a gap, and many
//! messages both ways at once.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::mpsc::Receiver;

use fixnic::engine::Engine;
use fixnic::settings::Settings;
use fixnic_tests::embedded::{wait_for_delivered, wait_for_notice, Delivered, Notice, OrderFlow, Running};
use fixnic_tests::quickfix::{self, QuickFix, Role, Store};
use fixnic_tests::relay::{Action, Direction, Relay, Rule};

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// Our engine as initiator TRADER towards QuickFIX as EXCHANGE, and what it is handed. It sends `reports` when it is up.
fn trader(address: SocketAddr, store: &Path, more: &str, reports: u64) -> (Running, Receiver<Notice>) {
    let text = format!(
        "[SESSION]\nConnectionType=initiator\nSocketConnectHost={}\nSocketConnectPort={}\nReconnectInterval=1\n\
         BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\nFileStorePath={}\n{more}",
        address.ip(),
        address.port(),
        store.display()
    );
    let (settings, _) = Settings::parse(Path::new("interop.cfg"), &text).unwrap();
    let (app, notices) = OrderFlow::new(reports);
    let mut app = Some(app);
    let engine = Running::start(move || Engine::new(&settings, |_| app.take().unwrap()));
    (engine, notices)
}

fn local(port: u16) -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], port))
}

fn ids(range: std::ops::RangeInclusive<u64>) -> Vec<String> {
    range.map(|id| id.to_string()).collect()
}

fn exec_ids(delivered: &[Delivered]) -> Vec<String> {
    delivered.iter().map(|message| message.exec_id.clone()).collect()
}

#[test]
fn ten_thousand_messages_each_way_at_once() {
    const REPORTS: u64 = 10_000;
    let directory = tempfile::tempdir().unwrap();
    let port = free_port();
    let theirs = quickfix::settings(Role::Acceptor, port, "EXCHANGE", "TRADER", directory.path());
    let mut quickfix = QuickFix::start(Role::Acceptor, Store::File, &theirs, directory.path());
    let (engine, notices) = trader(local(port), &directory.path().join("ours"), "", REPORTS);
    quickfix.wait_for("logon");
    quickfix.send(REPORTS);
    let here = wait_for_delivered(&notices, REPORTS as usize);
    let there = quickfix.wait_for_delivered(REPORTS as usize);
    assert_eq!(exec_ids(&here), ids(1..=REPORTS));
    assert!(there.iter().map(|message| &message.exec_id).eq(&ids(1..=REPORTS)));
    let counters = engine.stop()[0];
    assert_eq!(
        (
            counters.gaps,
            counters.rejects,
            counters.garbled,
            counters.duplicates_dropped
        ),
        (0, 0, 0, 0),
        "{counters:?}"
    );
    quickfix.stop();
}

#[test]
fn a_sequence_reset_from_quickfix_moves_what_we_expect() {
    let directory = tempfile::tempdir().unwrap();
    let port = free_port();
    let theirs = quickfix::settings(Role::Acceptor, port, "EXCHANGE", "TRADER", directory.path());
    let mut quickfix = QuickFix::start(Role::Acceptor, Store::File, &theirs, directory.path());
    let (engine, notices) = trader(local(port), &directory.path().join("ours"), "", 0);
    quickfix.wait_for("logon");
    quickfix.send(3);
    let before = wait_for_delivered(&notices, 3);
    quickfix.sequence_reset(100);
    quickfix.send(3);
    let after = wait_for_delivered(&notices, 3);
    assert_eq!(exec_ids(&after), ids(4..=6));
    let numbers = |delivered: &[Delivered]| -> Vec<u64> {
        delivered.iter().map(|message| message.msg_seq_num).collect()
    };
    assert_eq!(
        (numbers(&before), numbers(&after)),
        (vec![2, 3, 4], vec![100, 101, 102])
    );
    let counters = engine.stop()[0];
    assert_eq!((counters.gaps, counters.rejects), (0, 0), "{counters:?}");
    quickfix.stop();
}

#[test]
fn a_logon_with_141_y_from_us_starts_both_sides_again() {
    let directory = tempfile::tempdir().unwrap();
    let port = free_port();
    let theirs = quickfix::settings(Role::Acceptor, port, "EXCHANGE", "TRADER", directory.path());
    let mut quickfix = QuickFix::start(Role::Acceptor, Store::File, &theirs, directory.path());
    let store = directory.path().join("ours");
    for reset in ["", "ResetOnLogon=Y\n"] {
        let (engine, notices) = trader(local(port), &store, reset, 20);
        quickfix.wait_for("logon");
        quickfix.send(20);
        let here = wait_for_delivered(&notices, 20);
        // Behind the Logon, which is 1 again.
        assert_eq!((here[0].msg_seq_num, here[19].msg_seq_num), (2, 21), "{reset}");
        let counters = engine.stop()[0];
        quickfix.wait_for("logout");
        assert_eq!((counters.gaps, counters.rejects), (0, 0), "{counters:?}");
    }
    let there = quickfix.wait_for_delivered(40);
    let numbers: Vec<u64> = there.iter().map(|message| message.msg_seq_num).collect();
    let once: Vec<u64> = (2..=21).collect();
    assert_eq!(numbers, [once.clone(), once].concat());
    quickfix.stop();
}

#[test]
fn quickfix_restarts_in_the_middle_of_a_gap_and_neither_side_misses_anything() {
    const REPORTS: u64 = 200;
    let directory = tempfile::tempdir().unwrap();
    let port = free_port();
    let theirs = quickfix::settings(Role::Acceptor, port, "EXCHANGE", "TRADER", directory.path());
    let mut quickfix = QuickFix::start(Role::Acceptor, Store::File, &theirs, directory.path());
    // Resent messages are lost too, until the first process is gone.
    let lost = |poss_dup| Rule {
        direction: Direction::FromTarget,
        msg_seq_num: 30..=60,
        poss_dup: Some(poss_dup),
        action: Action::Swallow,
        times: 31,
    };
    let relay = Relay::start(local(0), local(port), vec![lost(false), lost(true)]).unwrap();
    let (engine, notices) = trader(relay.address(), &directory.path().join("ours"), "", 0);
    wait_for_notice(&notices, |notice| *notice == Notice::Logon);
    quickfix.wait_for("logon");
    quickfix.send(REPORTS);
    let before = wait_for_delivered(&notices, 28);
    relay.wait_until_seen(|seen| seen.poss_dup && seen.msg_seq_num == 60);
    quickfix.wait_for(&format!("sent {REPORTS}"));
    drop(quickfix);
    relay.disconnect();

    let mut quickfix = QuickFix::start(Role::Acceptor, Store::File, &theirs, directory.path());
    let after = wait_for_delivered(&notices, REPORTS as usize - 28);
    let delivered = [before, after].concat();
    assert_eq!(exec_ids(&delivered), ids(1..=REPORTS));
    assert!(delivered[28].poss_dup, "{:?}", delivered[28]);
    quickfix.wait_for("logon");
    engine.stop();
    quickfix.stop();
}
