//! FileLogPath: what a session received, sent and did, as text.

use std::fs;
use std::path::Path;

use fixnic::engine::{Engine, EngineError};

use crate::util::*;

fn lines(directory: &Path, kind: &str) -> Vec<String> {
    let path = directory.join(format!("FIX.4.4-TRADER-EXCHANGE.{kind}.current.log"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(str::to_owned).collect()
}

#[test]
fn messages_and_events_are_written_in_quickfix_s_style() {
    let directory = tempfile::tempdir().unwrap();
    let below = directory.path().join("made/when/needed");
    let more = format!("FileLogPath={}\n", below.display());
    let (mut engine, mut exchange) = logged_on_with(&more);
    exchange.now_ns += 1_234_567_891;
    exchange.send(&mut engine, b"8", b"17=1\x01");
    exchange.send(&mut engine, b"1", b"112=t\x01");
    engine.send(exchange.now_ns, 0, b"D", b"11=a\x01").unwrap();
    engine.send(exchange.now_ns, 0, b"D", b"11=b\x01").unwrap();
    poll(&mut engine, exchange.now_ns);
    let sent = engine.transport().sent.clone();
    // The engine ends, and with it the thread that writes.
    drop(engine);

    let messages = lines(&below, "messages");
    let of = |line: &String| {
        line.split_once(" : ")
            .map(|(time, bytes)| (time.to_owned(), bytes.to_owned()))
    };
    let (times, bytes): (Vec<String>, Vec<String>) = messages.iter().filter_map(of).unzip();
    let types: Vec<String> = bytes
        .iter()
        .map(|line| String::from_utf8_lossy(&msg_types(line.as_bytes()).concat()).into_owned())
        .collect();
    assert_eq!(
        types,
        ["A", "A", "8", "1", "D", "D", "0"],
        "in both directions, each on its line"
    );
    assert_eq!(times[0], "20231114-22:13:20.000000000");
    assert_eq!(times[2], "20231114-22:13:21.234567891");
    let ours: String = [0, 4, 5, 6].iter().map(|at| bytes[*at].as_str()).collect();
    assert_eq!(ours.as_bytes(), sent, "byte for byte");

    let events = lines(&below, "event").join("\n");
    for event in ["created session", "connecting to 192.0.2.1:1001", "LoggedOn"] {
        assert!(events.contains(&format!(" : {event}")), "{event} in\n{events}");
    }
}

#[test]
fn a_log_goes_on_behind_what_is_there() {
    let directory = tempfile::tempdir().unwrap();
    let more = format!("FileLogPath={}\n", directory.path().display());
    drop(logged_on_with(&more));
    let before = lines(directory.path(), "messages");
    drop(logged_on_with(&more));
    let after = lines(directory.path(), "messages");
    assert_eq!((before.len(), after.len()), (2, 4));
    assert_eq!(after[..2], before);
}

#[test]
fn a_log_that_cannot_be_made_is_refused_at_start() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let settings = initiator_settings(&format!("FileLogPath={}\n", file.path().display()));
    let engine = Engine::with_transport(&settings, Scripted::new(), START_NS, |_| Recorder::default());
    let error = engine.unwrap_err();
    assert!(matches!(error, EngineError::Log { .. }));
    assert!(error.to_string().contains("FileLogPath"), "{error}");
}
