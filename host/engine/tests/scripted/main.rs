//! The engine over a transport that does what the test says: hosts that never answer, sockets that take a few bytes at a
//! time, and a NIC whose tags are right, misplaced or wrong.

mod bounds;
mod dictionary;
mod hours;
mod keys;
mod reconnect;
mod refresh;
mod sending;
mod text_log;
mod util;

use std::io;
use std::net::SocketAddr;

use fixnic::session::codec::MessageView;
use fixnic::session::SendError;
use fixnic::transport::{ConnectionId, Mark, MarkKind, TransportEvent};

use util::*;

#[test]
fn addresses_that_never_answer_are_given_up_in_time_and_tried_in_turn() {
    let mut engine = initiator();
    poll(&mut engine, START_NS);
    assert_eq!(engine.transport().connects.len(), 1);
    assert_eq!(
        engine.poll_timeout(),
        Some(START_NS + 10 * SECOND_NS),
        "LogonTimeout bounds connecting too"
    );
    poll(&mut engine, START_NS + 10 * SECOND_NS);
    assert_eq!(engine.transport().closed, [ConnectionId(1)]);
    assert_eq!(
        engine.poll_timeout(),
        Some(START_NS + 15 * SECOND_NS),
        "ReconnectInterval later"
    );
    poll(&mut engine, START_NS + 15 * SECOND_NS);
    let refused = TransportEvent::Closed {
        id: ConnectionId(2),
        error: Some(io::ErrorKind::ConnectionRefused.into()),
    };
    engine.transport_mut().events.push_back(refused);
    poll(&mut engine, START_NS + 15 * SECOND_NS);
    poll(&mut engine, START_NS + 20 * SECOND_NS);
    let ports: Vec<u16> = engine.transport().connects.iter().map(SocketAddr::port).collect();
    assert_eq!(ports, [1001, 1002, 1001]);
}

#[test]
fn the_logon_carries_what_the_settings_say() {
    let mut engine = initiator_with("SenderSubID=DESK\nTargetSubID=BOOK\nUsername=ann\nPassword=s3cret\n");
    connect(&mut engine);
    let logon = MessageView::parse(&engine.transport().sent).unwrap();
    let text = |tag| logon.text(tag);
    assert_eq!(
        (text(49), text(50), text(56), text(57)),
        (Some("TRADER"), Some("DESK"), Some("EXCHANGE"), Some("BOOK"))
    );
    assert_eq!(
        (text(108), text(553), text(554)),
        (Some("30"), Some("ann"), Some("s3cret"))
    );
}

#[test]
fn what_the_transport_takes_in_small_pieces_arrives_whole() {
    let mut engine = initiator();
    engine.transport_mut().at_once = 3;
    connect(&mut engine);
    for _ in 0..200 {
        engine
            .transport_mut()
            .events
            .push_back(TransportEvent::Writable { id: ConnectionId(1) });
        poll(&mut engine, START_NS);
    }
    assert_eq!(msg_types(&engine.transport().sent), [b"A"]);
}

#[test]
fn back_pressure_is_an_error_that_can_be_retried_and_uses_no_number() {
    let (mut engine, _exchange) = logged_on();
    engine.transport_mut().room = 0;
    let body = [b"58=".as_slice(), &[b'x'; 60_000], b"\x01"].concat();
    let mut sent = 0;
    let error = loop {
        match engine.send(START_NS, 0, b"B", &body) {
            Ok(number) => {
                sent += 1;
                assert_eq!(number, sent + 1);
            }
            Err(error) => break error,
        }
        poll(&mut engine, START_NS);
        assert!(sent < 10_000, "memory is not bounded");
    };
    assert!(matches!(error, SendError::Backlog { .. }), "{error}");
    assert_eq!(engine.session(0).next_outgoing(), sent + 2);
    engine.transport_mut().room = usize::MAX;
    poll(&mut engine, START_NS);
    assert_eq!(engine.send(START_NS, 0, b"B", &body).unwrap(), sent + 2);
    poll(&mut engine, START_NS);
    assert_eq!(
        msg_types(&engine.transport().sent).len() as u64,
        sent + 2,
        "Logon, all that was taken, and the retry"
    );
}

#[test]
fn verified_tags_are_used_and_the_nic_is_told_where_messages_begin() {
    let (mut engine, mut exchange) = logged_on();
    assert_eq!(engine.transport().boundaries.first(), Some(&(0, 1)));
    assert_eq!(
        engine.transport().boundaries.last(),
        Some(&(exchange.position, 2))
    );
    let position = exchange.position;
    engine.transport_mut().marks.push_back(Mark {
        position,
        kind: MarkKind::Expects { expected: 2 },
    });
    exchange.send_tagged(&mut engine, 2, 2);
    exchange.send_tagged(&mut engine, 3, 3);
    exchange.send(&mut engine, b"8", b"17=3\x01");
    poll(&mut engine, START_NS);
    assert_eq!(engine.app(0).received, [(2, true), (3, true), (4, false)]);
    assert_eq!((engine.app(0).disagreements, engine.misplaced_tags(0)), (0, 0));
    // A SequenceReset moves the number otherwise than by messages in order, so the NIC is told.
    exchange.send(&mut engine, b"4", b"123=Y\x0136=20\x01");
    poll(&mut engine, START_NS);
    assert_eq!(engine.transport().expected_set.last(), Some(&20));
}

#[test]
fn a_tag_that_lies_is_a_loud_event_and_the_session_goes_on_in_software() {
    let (mut engine, mut exchange) = logged_on();
    let position = exchange.position;
    engine.transport_mut().marks.push_back(Mark {
        position,
        kind: MarkKind::Expects { expected: 2 },
    });
    exchange.send_tagged(&mut engine, 2, 2);
    exchange.send_tagged(&mut engine, 7, 7);
    exchange.send_tagged(&mut engine, 4, 4);
    poll(&mut engine, START_NS);
    assert_eq!(
        engine.app(0).received,
        [(2, true), (3, false), (4, false)],
        "each once and in order all the same"
    );
    assert_eq!(engine.app(0).disagreements, 1);
    assert!(!engine.session(0).tags_trusted());
}

#[test]
fn a_tag_that_fits_no_message_is_counted_and_left_alone() {
    let (mut engine, mut exchange) = logged_on();
    exchange.send_tagged(&mut engine, 2, 2);
    if let Some(mark) = engine.transport_mut().marks.front_mut() {
        mark.position += 1;
    }
    exchange.send(&mut engine, b"8", b"17=3\x01");
    poll(&mut engine, START_NS);
    assert_eq!(engine.app(0).received, [(2, false), (3, false)]);
    assert_eq!(engine.misplaced_tags(0), 1);
}
