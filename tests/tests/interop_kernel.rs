//! QuickFIX at the other end, over kernel sockets, with a relay between that loses, repeats and delays messages.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;

use fixnic::engine::Engine;
use fixnic::settings::Settings;
use fixnic_tests::embedded::{wait_for_delivered, wait_for_notice, Notice, OrderFlow, Running};
use fixnic_tests::quickfix::{self, QuickFix, Role, Store};
use fixnic_tests::relay::{Action, Direction, Relay, Rule};

const LOOPBACK: &str = "127.0.0.1:0";

/// A port that was free a moment ago; QuickFIX cannot listen on one of the system's choice.
fn free_port() -> u16 {
    TcpListener::bind(LOOPBACK).unwrap().local_addr().unwrap().port()
}

fn relay_to(port: u16, rules: Vec<Rule>) -> Relay {
    Relay::start(
        LOOPBACK.parse().unwrap(),
        SocketAddr::from(([127, 0, 0, 1], port)),
        rules,
    )
    .unwrap()
}

fn settings(text: &str) -> Settings {
    Settings::parse(Path::new("interop.cfg"), text).unwrap().0
}

/// Our engine as initiator TRADER towards QuickFIX as EXCHANGE.
fn trader(address: SocketAddr, store: &Path) -> Settings {
    settings(&format!(
        "[SESSION]\nConnectionType=initiator\nSocketConnectHost={}\nSocketConnectPort={}\nReconnectInterval=1\n\
         BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\nFileStorePath={}\n",
        address.ip(),
        address.port(),
        store.display()
    ))
}

/// Our engine as acceptor EXCHANGE towards QuickFIX as TRADER.
fn exchange(port: u16, store: &Path) -> Settings {
    settings(&format!(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptHost=127.0.0.1\nSocketAcceptPort={port}\n\
         BeginString=FIX.4.4\nSenderCompID=EXCHANGE\nTargetCompID=TRADER\nFileStorePath={}\n",
        store.display()
    ))
}

fn ids(range: std::ops::RangeInclusive<u64>) -> Vec<String> {
    range.map(|id| id.to_string()).collect()
}

#[test]
fn what_is_lost_on_the_way_from_quickfix_is_asked_for_and_delivered_once_and_in_order() {
    const REPORTS: u64 = 300;
    let directory = tempfile::tempdir().unwrap();
    let port = free_port();
    let quickfix_settings = quickfix::settings(Role::Acceptor, port, "EXCHANGE", "TRADER", directory.path());
    let mut quickfix = QuickFix::start(
        Role::Acceptor,
        Store::Memory,
        &quickfix_settings,
        directory.path(),
    );
    let from_quickfix = |numbers, action| Rule::originals(Direction::FromTarget, numbers, action);
    let relay = relay_to(
        port,
        vec![
            // A gap of 50, one of a single message, one message late; and resent messages that come twice.
            from_quickfix(40..=89, Action::Swallow),
            from_quickfix(150..=150, Action::Swallow),
            from_quickfix(200..=200, Action::Delay(5)),
            Rule {
                direction: Direction::FromTarget,
                msg_seq_num: 60..=70,
                poss_dup: Some(true),
                action: Action::Repeat(1),
                times: usize::MAX,
            },
        ],
    );
    let settings = trader(relay.address(), &directory.path().join("ours"));
    let (app, notices) = OrderFlow::new(0);
    let mut app = Some(app);
    let engine = Running::start(move || Engine::new(&settings, |_| app.take().unwrap()));
    wait_for_notice(&notices, |notice| *notice == Notice::Logon);
    quickfix.wait_for("logon");
    // The first gap is closed before the next opens.
    let mut delivered = Vec::new();
    for count in [140, REPORTS - 140] {
        quickfix.send(count);
        delivered.extend(wait_for_delivered(&notices, count as usize));
    }
    let exec_ids: Vec<String> = delivered.iter().map(|message| message.exec_id.clone()).collect();
    assert_eq!(
        exec_ids,
        ids(1..=REPORTS),
        "every ExecutionReport once and in order"
    );
    let resent = delivered.iter().filter(|message| message.poss_dup).count();
    assert!(resent >= 51, "the swallowed ones came as resends, {resent} did");

    relay.wait_until_seen(|seen| seen.direction == Direction::ToTarget && seen.text.contains("|7=40|"));
    let counters = engine.stop()[0];
    quickfix.wait_for("logout");
    assert!(
        counters.gaps >= 2 && counters.duplicates_dropped >= 11,
        "{counters:?}"
    );
    assert_eq!(
        (counters.delivered, counters.disagreements, counters.garbled),
        (REPORTS, 0, 0),
        "{counters:?}"
    );
    assert!(
        notices
            .try_iter()
            .all(|notice| !matches!(notice, Notice::Delivered(_))),
        "nothing is delivered twice"
    );
    quickfix.stop();
}

#[test]
fn what_is_lost_on_the_way_to_quickfix_is_resent_from_the_store() {
    const REPORTS: u64 = 300;
    let directory = tempfile::tempdir().unwrap();
    let (ours, theirs) = (free_port(), directory.path());
    let settings = exchange(ours, &directory.path().join("ours"));
    let (app, notices) = OrderFlow::new(REPORTS);
    let mut app = Some(app);
    let engine = Running::start(move || Engine::new(&settings, |_| app.take().unwrap()));
    let to_quickfix = |numbers, action| Rule::originals(Direction::FromTarget, numbers, action);
    let relay = relay_to(
        ours,
        vec![
            to_quickfix(20..=69, Action::Swallow),
            to_quickfix(120..=120, Action::Delay(3)),
        ],
    );
    let quickfix_settings = quickfix::settings(
        Role::Initiator,
        relay.address().port(),
        "TRADER",
        "EXCHANGE",
        theirs,
    );
    let mut quickfix = QuickFix::start(Role::Initiator, Store::File, &quickfix_settings, theirs);

    let delivered = quickfix.wait_for_delivered(REPORTS as usize);
    let exec_ids: Vec<String> = delivered.iter().map(|message| message.exec_id.clone()).collect();
    assert_eq!(
        exec_ids,
        ids(1..=REPORTS),
        "every ExecutionReport once and in order"
    );
    let resent = delivered.iter().filter(|message| message.poss_dup).count();
    assert!(resent >= 50, "the swallowed ones came as resends, {resent} did");
    relay.wait_until_seen(|seen| seen.direction == Direction::ToTarget && seen.msg_type == "2");

    let counters = engine.stop()[0];
    quickfix.wait_for("logout");
    assert!(counters.resent >= 50, "{counters:?}");
    assert_eq!(counters.missing_from_store, 0, "{counters:?}");
    assert!(notices
        .try_iter()
        .any(|notice| notice == Notice::Logout("logged out".into())));
    assert_eq!(
        quickfix.delivered().len(),
        REPORTS as usize,
        "nothing is delivered twice"
    );
}

#[test]
fn an_original_that_comes_twice_ends_the_session_and_loses_nothing() {
    const REPORTS: u64 = 100;
    let directory = tempfile::tempdir().unwrap();
    let port = free_port();
    let quickfix_settings = quickfix::settings(Role::Acceptor, port, "EXCHANGE", "TRADER", directory.path());
    let mut quickfix = QuickFix::start(Role::Acceptor, Store::File, &quickfix_settings, directory.path());
    let twice = Rule {
        times: 1,
        ..Rule::originals(Direction::FromTarget, 50..=50, Action::Repeat(1))
    };
    let relay = relay_to(port, vec![twice]);
    let settings = trader(relay.address(), &directory.path().join("ours"));
    let (app, notices) = OrderFlow::new(0);
    let mut app = Some(app);
    let engine = Running::start(move || Engine::new(&settings, |_| app.take().unwrap()));
    quickfix.wait_for("logon");
    quickfix.send(REPORTS);
    // 34 too low without 43=Y: Logout; the next Logon shows the gap, which is then filled.
    let delivered = wait_for_delivered(&notices, REPORTS as usize);
    let exec_ids: Vec<String> = delivered.iter().map(|message| message.exec_id.clone()).collect();
    assert_eq!(exec_ids, ids(1..=REPORTS));
    let logout = relay.wait_until_seen(|seen| seen.direction == Direction::ToTarget && seen.msg_type == "5");
    assert!(
        logout
            .text
            .contains("MsgSeqNum too low, expecting 51 but received 50"),
        "{}",
        logout.text
    );
    let logons = relay.seen().iter().filter(|seen| seen.msg_type == "A").count();
    assert_eq!(logons, 4, "two from each side");
    engine.stop();
    quickfix.stop();
}

#[test]
fn our_process_restarts_in_the_middle_of_a_gap_and_quickfix_misses_nothing() {
    const REPORTS: u64 = 200;
    let directory = tempfile::tempdir().unwrap();
    let (ours, store) = (free_port(), directory.path().join("ours"));
    // Resent messages are lost too, until the first process is gone.
    let lost = |poss_dup| Rule {
        direction: Direction::FromTarget,
        msg_seq_num: 30..=60,
        poss_dup: Some(poss_dup),
        action: Action::Swallow,
        times: 31,
    };
    let relay = relay_to(ours, vec![lost(false), lost(true)]);
    let first = exchange(ours, &store);
    let second = first.clone();
    let (app, notices) = OrderFlow::new(REPORTS);
    let mut app = Some(app);
    let engine = Running::start(move || Engine::new(&first, |_| app.take().unwrap()));
    let quickfix_settings = quickfix::settings(
        Role::Initiator,
        relay.address().port(),
        "TRADER",
        "EXCHANGE",
        directory.path(),
    );
    let mut quickfix = QuickFix::start(Role::Initiator, Store::File, &quickfix_settings, directory.path());
    relay.wait_until_seen(|seen| seen.poss_dup && seen.msg_seq_num == 60);
    wait_for_notice(&notices, |notice| *notice == Notice::Logon);
    relay.disconnect();
    drop(engine);

    let (app, _notices) = OrderFlow::new(0);
    let mut app = Some(app);
    let engine = Running::start(move || Engine::new(&second, |_| app.take().unwrap()));
    let delivered = quickfix.wait_for_delivered(REPORTS as usize);
    let exec_ids: Vec<String> = delivered.iter().map(|message| message.exec_id.clone()).collect();
    assert_eq!(exec_ids, ids(1..=REPORTS));
    let counters = engine.stop()[0];
    assert!(counters.resent >= 31, "{counters:?}");
    assert_eq!(counters.missing_from_store, 0, "{counters:?}");
}

#[test]
fn both_sides_understand_each_other_in_every_version() {
    const REPORTS: u64 = 20;
    for (begin_string, appl_ver_id) in [
        ("FIX.4.2", ""),
        ("FIX.4.3", ""),
        ("FIX.4.4", ""),
        ("FIXT.1.1", "DefaultApplVerID=FIX.5.0SP2\n"),
    ] {
        let directory = tempfile::tempdir().unwrap();
        let port = free_port();
        let in_version = |text: String| {
            text.replace(
                "BeginString=FIX.4.4\n",
                &format!("BeginString={begin_string}\n{appl_ver_id}"),
            )
        };
        let theirs = in_version(quickfix::settings(
            Role::Acceptor,
            port,
            "EXCHANGE",
            "TRADER",
            directory.path(),
        ));
        let mut quickfix = QuickFix::start(Role::Acceptor, Store::Memory, &theirs, directory.path());
        let ours = settings(&in_version(format!(
            "[SESSION]\nConnectionType=initiator\nSocketConnectHost=127.0.0.1\nSocketConnectPort={port}\n\
             BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\n"
        )));
        let (app, notices) = OrderFlow::new(REPORTS);
        let mut app = Some(app);
        let engine = Running::start(move || Engine::new(&ours, |_| app.take().unwrap()));
        let there = quickfix.wait_for_delivered(REPORTS as usize);
        quickfix.send(REPORTS);
        let here = wait_for_delivered(&notices, REPORTS as usize);
        assert!(
            there.iter().map(|message| &message.exec_id).eq(&ids(1..=REPORTS)),
            "{begin_string}: {there:?}"
        );
        assert!(
            here.iter().map(|message| &message.exec_id).eq(&ids(1..=REPORTS)),
            "{begin_string}: {here:?}"
        );
        let counters = engine.stop()[0];
        quickfix.wait_for("logout");
        assert_eq!(
            (counters.rejects, counters.garbled, counters.gaps),
            (0, 0, 0),
            "{begin_string}: {counters:?}"
        );
        quickfix.stop();
    }
}
