//! What a counterparty cannot do to an engine's memory and time, whatever it sends or leaves unsent.

use fixnic::app::SendError;
use fixnic::transport::{ConnectionId, TransportEvent};

use crate::util::*;

/// MsgTypes sent since the last look.
fn sent(engine: &mut ScriptedEngine) -> Vec<String> {
    let sent = std::mem::take(&mut engine.transport_mut().sent);
    msg_types(&sent)
        .iter()
        .map(|msg_type| String::from_utf8_lossy(msg_type).into_owned())
        .collect()
}

fn reconnect(engine: &mut ScriptedEngine, exchange: &mut Exchange, now_ns: u64) {
    let (id, error) = (engine.transport().latest(), None);
    engine
        .transport_mut()
        .events
        .push_back(TransportEvent::Closed { id, error });
    poll(engine, now_ns);
    connect_at(engine, now_ns + 5 * SECOND_NS);
    exchange.now_ns = now_ns + 5 * SECOND_NS;
    exchange.send(engine, b"A", b"98=0\x01108=30\x01");
    poll(engine, now_ns + 5 * SECOND_NS);
}

#[test]
fn a_gap_queue_that_overflows_is_a_logout_and_nothing_is_half_delivered() {
    for (limit, body) in [
        ("MaxGapMessages=3\n", vec![b'x'; 5]),
        ("MaxGapBytes=2000\n", vec![b'x'; 450]),
    ] {
        let (mut engine, mut exchange) = logged_on_with(limit);
        let body = [b"58=".as_slice(), &body, b"\x01"].concat();
        sent(&mut engine);
        exchange.next = 3;
        for _ in 3..6 {
            exchange.send(&mut engine, b"B", &body);
        }
        poll(&mut engine, START_NS);
        assert_eq!(sent(&mut engine), ["2"], "{limit}");
        assert_eq!(engine.session(0).queued(), 3);
        exchange.send(&mut engine, b"B", &body);
        poll(&mut engine, START_NS);
        assert_eq!(sent(&mut engine), ["5"], "{limit}");
        assert!(
            engine.app(0).received.is_empty(),
            "nothing before the gap is closed"
        );
        assert_eq!(engine.session(0).expected_incoming(), 2);
        // The next connection brings them all, each once.
        exchange.next = 7;
        reconnect(&mut engine, &mut exchange, START_NS);
        assert_eq!(sent(&mut engine), ["A", "2"]);
        exchange.next = 2;
        for _ in 2..7 {
            exchange.send(&mut engine, b"B", &body);
        }
        poll(&mut engine, START_NS + 5 * SECOND_NS);
        let numbers: Vec<u64> = engine.app(0).received.iter().map(|(seq, _)| *seq).collect();
        assert_eq!(numbers, [2, 3, 4, 5, 6]);
        assert_eq!(
            (engine.session(0).expected_incoming(), engine.session(0).queued()),
            (8, 0)
        );
    }
}

#[test]
fn a_message_over_the_limit_is_garbled_and_not_waited_for() {
    let (mut engine, mut exchange) = logged_on_with("MaxMessageLength=2000\n");
    // Only its head has come, and says how long it would be.
    engine
        .transport_mut()
        .to_receive
        .extend(b"8=FIX.4.4\x019=5000\x0135=B\x01");
    exchange.send(&mut engine, b"B", b"58=x\x01");
    poll(&mut engine, START_NS);
    assert_eq!(engine.session(0).counters().garbled, 1);
    assert_eq!(engine.app(0).received, [(2, false)]);
    assert!(matches!(
        engine.send(
            START_NS,
            0,
            b"B",
            &[b"58=".as_slice(), &[b'x'; 2000], b"\x01"].concat()
        ),
        Err(SendError::TooLong { .. })
    ));
}

#[test]
fn what_may_wait_to_be_sent_is_as_much_as_the_settings_say() {
    let (mut engine, _exchange) = logged_on_with("MaxTransmitBytes=5000\n");
    engine.transport_mut().room = 0;
    let body = [b"58=".as_slice(), &[b'x'; 900], b"\x01"].concat();
    let taken = (0..100)
        .take_while(|_| engine.send(START_NS, 0, b"B", &body).is_ok())
        .count();
    assert_eq!(taken, 5);
}

#[test]
fn a_resend_goes_out_in_batches_and_receiving_goes_on_in_between() {
    let (mut engine, mut exchange) = logged_on_with("ResendBatchSize=1\n");
    for n in 0..100 {
        engine
            .send(START_NS, 0, b"B", format!("58={n}\x01").as_bytes())
            .unwrap();
    }
    poll(&mut engine, START_NS);
    sent(&mut engine);
    exchange.send(&mut engine, b"2", b"7=2\x0116=0\x01");
    engine.poll(START_NS).unwrap();
    let first = sent(&mut engine).len();
    assert!((1..=16).contains(&first), "{first} messages in one turn");
    // A message that comes meanwhile is handled in the next turn, not behind the resend.
    exchange.send(&mut engine, b"8", b"17=1\x01");
    engine.poll(START_NS).unwrap();
    assert_eq!(engine.app(0).received, [(3, false)]);
    let second = sent(&mut engine).len();
    poll(&mut engine, START_NS);
    assert_eq!(first + second + sent(&mut engine).len(), 100);
}

#[test]
fn a_resend_that_does_not_come_is_asked_for_again_then_given_up() {
    let (mut engine, mut exchange) = logged_on_with("ResendTimeout=7\nResendAttempts=2\n");
    sent(&mut engine);
    exchange.next = 4;
    exchange.send(&mut engine, b"B", b"58=x\x01");
    let mut asked = Vec::new();
    for second in 0..30 {
        poll(&mut engine, START_NS + second * SECOND_NS);
        asked.extend(sent(&mut engine).into_iter().map(|msg_type| (second, msg_type)));
    }
    let asked: Vec<(u64, &str)> = asked
        .iter()
        .map(|(second, msg_type)| (*second, msg_type.as_str()))
        .collect();
    assert_eq!(asked, [(0, "2"), (7, "2"), (14, "5")]);
}

/// What the engine says in so many seconds, in each of which one of the bytes comes.
fn dribble(engine: &mut ScriptedEngine, bytes: &[u8], seconds: u64) -> Vec<(u64, String)> {
    let mut said = Vec::new();
    for second in 0..seconds {
        if let Some(byte) = bytes.get(second as usize) {
            let id = ConnectionId(1);
            engine.transport_mut().to_receive.push(*byte);
            engine
                .transport_mut()
                .events
                .push_back(TransportEvent::Readable { id });
        }
        poll(engine, START_NS + second * SECOND_NS);
        said.extend(sent(engine).into_iter().map(|msg_type| (second, msg_type)));
    }
    said
}

#[test]
fn a_counterparty_that_sends_a_byte_a_second_or_stops_in_mid_message_is_silent() {
    let endless = b"8=FIX.4.4\x019=300\x0135=B\x01".iter().chain([b'x'; 300].iter());
    let endless: Vec<u8> = endless.copied().collect();
    for bytes in [&endless[..], &endless[..20]] {
        let (mut engine, _exchange) = logged_on();
        sent(&mut engine);
        let said = dribble(&mut engine, bytes, 120);
        let ends: Vec<(u64, &str)> = said
            .iter()
            .map(|(second, msg_type)| (*second, msg_type.as_str()))
            .filter(|(_, msg_type)| *msg_type != "0")
            .collect();
        // 30 s and a fifth of silence, twice; 2 s for the answer to our Logout.
        assert_eq!(ends, [(36, "1"), (72, "5")], "{said:?}");
        assert_eq!(engine.transport().closed.first(), Some(&ConnectionId(1)));
        assert_eq!(engine.app(0).logouts.len(), 1);
        assert!(engine.app(0).received.is_empty());
    }
}

#[test]
fn a_counterparty_whose_messages_come_a_byte_at_a_time_is_understood() {
    let (mut engine, mut exchange) = logged_on();
    exchange.send(&mut engine, b"8", b"17=1\x01");
    let bytes = std::mem::take(&mut engine.transport_mut().to_receive);
    for byte in bytes {
        let id = ConnectionId(1);
        engine.transport_mut().to_receive.push(byte);
        engine
            .transport_mut()
            .events
            .push_back(TransportEvent::Readable { id });
        poll(&mut engine, START_NS);
    }
    assert_eq!(engine.app(0).received, [(2, false)]);
}

#[test]
fn a_counterparty_that_never_answers_the_logon_is_given_up_and_connected_to_again() {
    let mut engine = initiator();
    connect(&mut engine);
    assert_eq!(sent(&mut engine), ["A"]);
    poll(&mut engine, START_NS + 10 * SECOND_NS);
    assert_eq!(engine.transport().closed, [ConnectionId(1)]);
    poll(&mut engine, START_NS + 15 * SECOND_NS);
    assert_eq!(engine.transport().connects.len(), 2);
}
