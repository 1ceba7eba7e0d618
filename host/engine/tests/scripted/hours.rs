//! Sessions with hours: outside them nothing is up and no Logon taken, and with new ones the numbers begin at 1.

use crate::util::*;

const HOUR_NS: u64 = 3600 * SECOND_NS;
/// [`START_NS`] is 22:13:20 UTC on Tuesday, 2023-11-14; this is that day's last midnight.
const MIDNIGHT_NS: u64 = START_NS - (22 * 3600 + 13 * 60 + 20) * SECOND_NS;

fn numbers(engine: &ScriptedEngine) -> (u64, u64) {
    let session = engine.session(0);
    (session.next_outgoing(), session.expected_incoming())
}

/// Polls at every moment the engine asks for, from `now_ns` to `until_ns`.
fn pass(engine: &mut ScriptedEngine, mut now_ns: u64, until_ns: u64) {
    for _ in 0..10_000 {
        poll(engine, now_ns);
        match engine.poll_timeout() {
            Some(at_ns) if at_ns <= until_ns => now_ns = at_ns.max(now_ns),
            _ => return,
        }
    }
    panic!("an engine that is never done");
}

#[test]
fn the_end_of_the_hours_is_a_logout_and_the_next_ones_begin_at_one() {
    let (mut engine, mut exchange) = logged_on_with("HeartBtInt=0\nStartTime=20:00:00\nEndTime=23:00:00\n");
    engine.send(START_NS, 0, b"D", b"11=1\x01").unwrap();
    pass(&mut engine, START_NS, MIDNIGHT_NS + 23 * HOUR_NS - 1);
    assert!(engine.session(0).is_logged_on());
    engine.transport_mut().sent.clear();
    // The counterparty answers the Logout.
    let end_ns = MIDNIGHT_NS + 23 * HOUR_NS;
    poll(&mut engine, end_ns);
    assert_eq!(msg_types(&engine.transport().sent), [b"5"]);
    exchange.now_ns = end_ns;
    exchange.send(&mut engine, b"5", b"");
    poll(&mut engine, end_ns);
    assert_eq!(engine.transport().closed, [engine.transport().latest()]);
    assert_eq!(engine.app(0).logouts.len(), 1);
    assert!(
        numbers(&engine).0 > 2,
        "the old numbering stands until new hours begin"
    );
    // Not one attempt to connect before 20:00 of the next day, and then at once, with number 1.
    let next_ns = MIDNIGHT_NS + 44 * HOUR_NS;
    pass(&mut engine, end_ns, next_ns - 1);
    assert_eq!(engine.transport().connects.len(), 1);
    engine.transport_mut().sent.clear();
    connect_at(&mut engine, next_ns);
    assert_eq!(engine.transport().connects.len(), 2);
    assert_eq!(numbers(&engine), (2, 1));
    assert_eq!(msg_types(&engine.transport().sent), [b"A"]);
}

#[test]
fn hours_without_a_pause_end_and_begin_at_the_same_moment() {
    let (mut engine, mut exchange) = logged_on_with("HeartBtInt=0\nStartTime=23:00:00\nEndTime=23:00:00\n");
    engine.transport_mut().sent.clear();
    let end_ns = MIDNIGHT_NS + 23 * HOUR_NS;
    poll(&mut engine, end_ns);
    assert_eq!(msg_types(&engine.transport().sent), [b"5"]);
    exchange.now_ns = end_ns;
    exchange.send(&mut engine, b"5", b"");
    poll(&mut engine, end_ns);
    poll(&mut engine, end_ns);
    assert_eq!(engine.transport().connects.len(), 2, "again at once");
    assert_eq!(numbers(&engine), (1, 1));
}

#[test]
fn an_acceptor_refuses_a_logon_outside_its_hours_without_an_answer() {
    let mut engine = acceptor_with("StartTime=08:00:00\nEndTime=17:00:00\n");
    let listener = engine.listen_addresses().next().unwrap();
    let mut exchange = Exchange::new();
    engine.transport_mut().accept(listener);
    exchange.send(&mut engine, b"A", b"98=0\x01108=30\x01");
    poll(&mut engine, START_NS);
    assert_eq!(engine.transport().closed, [engine.transport().latest()]);
    assert_eq!((engine.transport().sent.len(), numbers(&engine)), (0, (1, 1)));
    // Within them the same Logon is taken.
    let now_ns = MIDNIGHT_NS + 33 * HOUR_NS;
    engine.transport_mut().accept(listener);
    let mut exchange = Exchange::new();
    exchange.now_ns = now_ns;
    exchange.send(&mut engine, b"A", b"98=0\x01108=30\x01");
    poll(&mut engine, now_ns);
    assert!(engine.session(0).is_logged_on());
    assert_eq!(numbers(&engine), (2, 2));
}

#[test]
fn logon_hours_end_the_connection_and_keep_the_numbers() {
    let week = "HeartBtInt=0\nStartDay=Sunday\nEndDay=Sunday\nStartTime=18:00:00\nEndTime=18:00:00\n";
    let (mut engine, mut exchange) = logged_on_with(&format!(
        "{week}LogonDay=sun\nLogoutDay=tue\nLogonTime=18:00:00\nLogoutTime=23:00:00\n"
    ));
    let end_ns = MIDNIGHT_NS + 23 * HOUR_NS;
    pass(&mut engine, START_NS, end_ns);
    exchange.now_ns = end_ns;
    exchange.send(&mut engine, b"5", b"");
    poll(&mut engine, end_ns);
    let kept = numbers(&engine);
    assert!(kept.0 > 2 && kept.1 == 3, "{kept:?}");
    let wednesday_ns = end_ns + 12 * HOUR_NS;
    pass(&mut engine, end_ns, wednesday_ns);
    assert_eq!((engine.transport().connects.len(), numbers(&engine)), (1, kept));
}

#[test]
fn a_store_of_earlier_hours_begins_anew_and_one_of_the_same_hours_goes_on() {
    let directory = tempfile::tempdir().unwrap();
    let more = format!(
        "StartTime=20:00:00\nEndTime=23:00:00\nFileStorePath={}\nStoreSync=message\n",
        directory.path().display()
    );
    let (mut engine, _) = logged_on_with(&more);
    engine.send(START_NS, 0, b"D", b"11=1\x01").unwrap();
    poll(&mut engine, START_NS);
    assert_eq!(numbers(&engine), (3, 2));
    drop(engine);
    // Killed and started again within the hours.
    let mut engine = initiator_with(&more);
    poll(&mut engine, START_NS + 60 * SECOND_NS);
    assert_eq!(numbers(&engine), (3, 2));
    drop(engine);
    // The same on the next day.
    let mut engine = initiator_with(&more);
    poll(&mut engine, START_NS + 24 * HOUR_NS);
    assert_eq!(numbers(&engine), (1, 1));
}

#[test]
fn non_stop_sessions_have_no_hours() {
    let (mut engine, _) = logged_on_with("StartTime=08:00:00\nEndTime=17:00:00\nNonStopSession=Y\n");
    poll(&mut engine, START_NS);
    assert!(engine.session(0).is_logged_on());
}
