//! What applications send: the numbers they are told, and what happens when there is no room.

use fixnic::app::SendError;
use fixnic::session::codec::{Framer, MessageView, Split};
use fixnic::transport::{ConnectionId, TransportEvent};

use crate::util::*;

/// MsgType and MsgSeqNum of each message in a stream of whole messages.
fn numbered(mut stream: &[u8]) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    while let Split::Message { len } = Framer::default().split(stream) {
        let view = MessageView::parse(&stream[..len]).unwrap();
        let msg_type = String::from_utf8_lossy(view.msg_type()).into_owned();
        found.push((msg_type, view.msg_seq_num().unwrap()));
        stream = &stream[len..];
    }
    assert!(stream.is_empty());
    found
}

fn body(len: usize) -> Vec<u8> {
    [b"58=".as_slice(), &vec![b'x'; len], b"\x01"].concat()
}

#[test]
fn an_application_is_told_the_number_of_what_it_sends_from_any_callback() {
    let (mut engine, mut exchange) = logged_on();
    engine.app_mut(0).answer = Some(body(5));
    engine.app_mut(0).to_send.push_back(body(6));
    exchange.send(&mut engine, b"8", b"17=1\x01");
    exchange.send(&mut engine, b"1", b"112=t\x01");
    exchange.send(&mut engine, b"8", b"17=2\x01");
    poll(&mut engine, START_NS);
    assert_eq!(engine.app(0).told, [Ok(2), Ok(4), Ok(5)]);
    let expected = [("A", 1), ("C", 2), ("0", 3), ("C", 4), ("C", 5)];
    let expected: Vec<(String, u64)> = expected.iter().map(|(t, n)| ((*t).to_owned(), *n)).collect();
    assert_eq!(numbered(&engine.transport().sent), expected);
}

#[test]
fn a_message_without_room_is_sent_by_a_later_turn_under_the_next_number() {
    let (mut engine, _exchange) = logged_on();
    engine.transport_mut().room = 0;
    let messages = 400;
    engine.app_mut(0).to_send = (0..messages).map(|_| body(60_000)).collect();
    poll(&mut engine, START_NS);
    let told = &engine.app(0).told;
    assert!(
        matches!(told.last(), Some(Err(SendError::Backlog { .. }))),
        "{told:?}"
    );
    assert!(engine.app(0).to_send.len() > 100, "memory is bounded");
    engine.transport_mut().room = usize::MAX;
    for _ in 0..100 {
        let id = ConnectionId(1);
        engine
            .transport_mut()
            .events
            .push_back(TransportEvent::Writable { id });
        poll(&mut engine, START_NS);
    }
    assert!(engine.app(0).to_send.is_empty());
    let numbers: Vec<u64> = engine.app(0).told.iter().flatten().copied().collect();
    assert_eq!(numbers, (2..2 + messages).collect::<Vec<u64>>());
    assert_eq!(numbered(&engine.transport().sent).len() as u64, 1 + messages);
}

#[test]
fn no_more_is_read_from_a_counterparty_that_does_not_read_the_answers() {
    let (mut engine, mut exchange) = logged_on();
    engine.app_mut(0).answer = Some(body(60_000));
    engine.transport_mut().room = 0;
    for _ in 0..400 {
        exchange.send(&mut engine, b"8", b"17=1\x01");
        poll(&mut engine, START_NS);
    }
    let told = engine.app(0).told.len();
    assert!(
        engine.app(0).told.iter().all(Result::is_ok),
        "every answer found room"
    );
    assert!((100..300).contains(&told), "{told} messages were taken");
    assert!(engine.session(0).waiting_bytes() < 10 << 20, "memory is bounded");
    // It reads again: all comes, in order.
    engine.transport_mut().room = usize::MAX;
    for _ in 0..1000 {
        let id = ConnectionId(1);
        engine
            .transport_mut()
            .events
            .push_back(TransportEvent::Writable { id });
        poll(&mut engine, START_NS);
    }
    let numbers: Vec<u64> = engine.app(0).told.iter().flatten().copied().collect();
    assert_eq!(numbers, (2..402).collect::<Vec<u64>>());
    assert_eq!(engine.app(0).received.len(), 400);
}

#[test]
fn a_number_told_stays_used_over_a_lost_connection_and_its_message_comes_by_resend() {
    let (mut engine, mut exchange) = logged_on();
    engine.transport_mut().room = 0;
    engine.app_mut(0).to_send.push_back(body(7));
    poll(&mut engine, START_NS);
    assert_eq!(engine.app(0).told, [Ok(2)]);
    let (id, error) = (ConnectionId(1), None);
    engine
        .transport_mut()
        .events
        .push_back(TransportEvent::Closed { id, error });
    engine.transport_mut().room = usize::MAX;
    engine.transport_mut().sent.clear();
    poll(&mut engine, START_NS);
    connect_at(&mut engine, START_NS + 5 * SECOND_NS);
    exchange.send(&mut engine, b"A", b"98=0\x01108=30\x01");
    exchange.send(&mut engine, b"2", b"7=2\x0116=0\x01");
    poll(&mut engine, START_NS + 5 * SECOND_NS);
    let found = numbered(&engine.transport().sent);
    let expected: Vec<(String, u64)> = [("A", 3), ("C", 2), ("4", 3)]
        .iter()
        .map(|(t, n)| ((*t).to_owned(), *n))
        .collect();
    assert_eq!(found, expected);
}
