//! RefreshOnLogon: two processes share a session's store, one at a time.

use fixnic::engine::Engine;
use fixnic::transport::{ConnectionId, TransportEvent};

use crate::util::*;

const HOUR_NS: u64 = 3600 * SECOND_NS;

fn shared(directory: &tempfile::TempDir) -> String {
    format!(
        "FileStorePath={}\nStoreSync=message\nRefreshOnLogon=Y\n",
        directory.path().display()
    )
}

fn numbers(engine: &ScriptedEngine) -> (u64, u64) {
    let session = engine.session(0);
    (session.next_outgoing(), session.expected_incoming())
}

fn lose_connection(engine: &mut ScriptedEngine, now_ns: u64) {
    let (id, error) = (engine.transport().latest(), None);
    engine
        .transport_mut()
        .events
        .push_back(TransportEvent::Closed { id, error });
    poll(engine, now_ns);
}

/// Connects at `now_ns`, logs on, and sends an order.
fn trade(engine: &mut ScriptedEngine, exchange: &mut Exchange, now_ns: u64) {
    connect_at(engine, now_ns);
    exchange.now_ns = now_ns;
    exchange.send(engine, b"A", b"98=0\x01108=30\x01");
    poll(engine, now_ns);
    assert!(engine.session(0).is_logged_on());
    engine.send(now_ns, 0, b"D", b"11=1\x01").unwrap();
    poll(engine, now_ns);
}

#[test]
fn a_session_takes_over_what_another_process_has_written() {
    let directory = tempfile::tempdir().unwrap();
    let more = shared(&directory);
    let (mut first, mut second) = (initiator_with(&more), initiator_with(&more));
    let mut exchange = Exchange::new();
    trade(&mut first, &mut exchange, START_NS);
    assert_eq!(numbers(&first), (3, 2));
    lose_connection(&mut first, START_NS);
    trade(&mut second, &mut exchange, START_NS + SECOND_NS);
    assert_eq!(numbers(&second), (5, 3), "it goes on where the first one was");
    // What the first one sent, the second one has.
    exchange.send(&mut second, b"2", b"7=2\x0116=2\x01");
    poll(&mut second, START_NS + SECOND_NS);
    let sent = msg_types(&second.transport().sent);
    assert_eq!(sent, [&b"A"[..], b"D", b"D"], "the last one is 34=2 again");
    lose_connection(&mut second, START_NS + SECOND_NS);
    trade(&mut first, &mut exchange, START_NS + 5 * SECOND_NS);
    assert_eq!(numbers(&first), (7, 5), "and back again");
}

#[test]
fn an_initiator_does_not_even_connect_while_another_process_has_the_session() {
    let directory = tempfile::tempdir().unwrap();
    let more = shared(&directory);
    let (mut first, mut second) = (initiator_with(&more), initiator_with(&more));
    let mut exchange = Exchange::new();
    trade(&mut first, &mut exchange, START_NS);
    poll(&mut second, START_NS);
    poll(&mut second, START_NS + 5 * SECOND_NS);
    assert!(second.transport().connects.is_empty());
    // The first one's process ends.
    drop(first);
    trade(&mut second, &mut exchange, START_NS + 10 * SECOND_NS);
    assert_eq!((second.transport().connects.len(), numbers(&second)), (1, (5, 3)));
}

#[test]
fn an_initiator_that_cannot_connect_lets_another_process_try() {
    let directory = tempfile::tempdir().unwrap();
    let more = shared(&directory);
    let (mut first, mut second) = (initiator_with(&more), initiator_with(&more));
    poll(&mut first, START_NS);
    assert_eq!(first.transport().connects.len(), 1);
    poll(&mut second, START_NS);
    assert!(second.transport().connects.is_empty(), "the first one is trying");
    poll(&mut first, START_NS + 10 * SECOND_NS);
    assert_eq!(first.transport().closed, [ConnectionId(1)], "given up");
    trade(&mut second, &mut Exchange::new(), START_NS + 10 * SECOND_NS);
}

#[test]
fn an_acceptor_answers_no_logon_while_another_process_has_the_session() {
    let directory = tempfile::tempdir().unwrap();
    let more = shared(&directory);
    let (mut first, mut second) = (acceptor_with(&more), acceptor_with(&more));
    let mut exchange = Exchange::new();
    let log_on = |engine: &mut ScriptedEngine, exchange: &mut Exchange| {
        let listener = engine.listen_addresses().next().unwrap();
        engine.transport_mut().accept(listener);
        exchange.send(engine, b"A", b"98=0\x01108=30\x01");
        poll(engine, START_NS);
        engine.session(0).is_logged_on()
    };
    assert!(log_on(&mut first, &mut exchange));
    assert!(!log_on(&mut second, &mut exchange));
    assert_eq!(second.transport().closed, [ConnectionId(1)]);
    assert!(second.transport().sent.is_empty(), "no answer");
    lose_connection(&mut first, START_NS);
    exchange.next = 2;
    assert!(log_on(&mut second, &mut exchange));
    assert_eq!(numbers(&second), (3, 3));
}

#[test]
fn new_hours_begin_once_whichever_process_notices() {
    let directory = tempfile::tempdir().unwrap();
    let more = format!("{}StartTime=20:00:00\nEndTime=23:00:00\n", shared(&directory));
    let (mut first, mut second) = (initiator_with(&more), initiator_with(&more));
    let mut exchange = Exchange::new();
    trade(&mut first, &mut exchange, START_NS);
    lose_connection(&mut first, START_NS);
    let next_day_ns = START_NS + 24 * HOUR_NS;
    exchange.next = 1;
    trade(&mut second, &mut exchange, next_day_ns);
    assert_eq!(numbers(&second), (3, 2), "the new day's");
    lose_connection(&mut second, next_day_ns);
    trade(&mut first, &mut exchange, next_day_ns + SECOND_NS);
    assert_eq!(numbers(&first), (5, 3), "which go on");
}

#[test]
fn without_refresh_on_logon_the_store_is_held_between_connections_too() {
    let directory = tempfile::tempdir().unwrap();
    let more = shared(&directory).replace("RefreshOnLogon=Y", "RefreshOnLogon=N");
    let mut first = initiator_with(&more);
    trade(&mut first, &mut Exchange::new(), START_NS);
    lose_connection(&mut first, START_NS);
    let settings = initiator_settings(&more);
    let second = Engine::with_transport(&settings, Scripted::new(), START_NS, |_| Recorder::default());
    assert!(second
        .unwrap_err()
        .to_string()
        .contains("held by another process"));
}
