//! The engine over a transport that does what the test says: hosts that never answer, sockets that take a few bytes at a
//! time, and a NIC whose tags are right, misplaced or wrong.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use fixnic::app::{Application, Disposition, Event, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::session::codec::{Encoder, Framer, Header, MessageView, Split};
use fixnic::session::{SendError, Tag, Verdict};
use fixnic::settings::{SessionName, Settings};
use fixnic::transport::{ConnectionId, Mark, MarkKind, Received, Transport, TransportError, TransportEvent};

const START_NS: u64 = 1_700_000_000_000_000_000;
const SECOND_NS: u64 = 1_000_000_000;

/// A transport with at most one connection.
#[derive(Debug, Default)]
struct Scripted {
    connects: Vec<SocketAddr>,
    closed: Vec<ConnectionId>,
    events: VecDeque<TransportEvent>,
    to_receive: Vec<u8>,
    marks: VecDeque<Mark>,
    sent: Vec<u8>,
    /// Bytes that `send` takes from now on, and at most at once.
    room: usize,
    at_once: usize,
    boundaries: Vec<(u64, u64)>,
    expected_set: Vec<u64>,
}

impl Transport for Scripted {
    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError> {
        Ok(address)
    }

    fn connect(&mut self, address: SocketAddr, _now_ns: u64) -> Result<ConnectionId, TransportError> {
        self.connects.push(address);
        Ok(ConnectionId(self.connects.len() as u64))
    }

    fn poll(&mut self, _now_ns: u64) -> Result<(), TransportError> {
        Ok(())
    }

    fn next_event(&mut self) -> Option<TransportEvent> {
        self.events.pop_front()
    }

    fn receive(&mut self, _id: ConnectionId, buffer: &mut Vec<u8>, _limit: usize) -> io::Result<Received> {
        if self.to_receive.is_empty() {
            return Ok(Received::Nothing);
        }
        let len = self.to_receive.len();
        buffer.append(&mut self.to_receive);
        Ok(Received::Bytes(len))
    }

    fn next_mark(&mut self, _id: ConnectionId) -> Option<Mark> {
        self.marks.pop_front()
    }

    fn send(&mut self, _id: ConnectionId, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.room).min(self.at_once);
        self.room -= taken;
        self.sent.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn close(&mut self, id: ConnectionId) {
        self.closed.push(id);
    }

    fn message_boundary(&mut self, _id: ConnectionId, position: u64, expected: u64) {
        self.boundaries.push((position, expected));
    }

    fn set_expected(&mut self, _id: ConnectionId, expected: u64) {
        self.expected_set.push(expected);
    }

    fn wait(&mut self, _timeout: Duration) -> Result<(), TransportError> {
        Ok(())
    }
}

#[derive(Debug, Default)]
struct Recorder {
    received: Vec<(u64, bool)>,
    disagreements: usize,
}

impl Application for Recorder {
    fn on_message(
        &mut self,
        _message: &MessageView<'_>,
        meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        self.received.push((meta.msg_seq_num, meta.verified));
        Disposition::Accepted
    }

    fn on_event(&mut self, _session: &SessionName, event: &Event) {
        self.disagreements += usize::from(matches!(event, Event::Disagreement { .. }));
    }
}

type ScriptedEngine = Engine<Scripted, Recorder>;

fn initiator() -> ScriptedEngine {
    initiator_with("")
}

fn initiator_with(more: &str) -> ScriptedEngine {
    let text = format!(
        "[SESSION]\nConnectionType=initiator\nSocketConnectHost=192.0.2.1\nSocketConnectPort=1001\n\
         SocketConnectHost1=192.0.2.2\nSocketConnectPort1=1002\nReconnectInterval=5\nLogonTimeout=10\n\
         BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\n{more}"
    );
    let (settings, _) = Settings::parse(Path::new("test.cfg"), &text).unwrap();
    let transport = Scripted {
        room: usize::MAX,
        at_once: usize::MAX,
        ..Scripted::default()
    };
    Engine::with_transport(&settings, transport, START_NS, |_| Recorder::default()).unwrap()
}

/// What the exchange sends: messages numbered from 1.
struct Exchange {
    encoder: Encoder,
    next: u64,
    position: u64,
}

impl Exchange {
    fn new() -> Exchange {
        Exchange {
            encoder: Encoder::new("FIX.4.4", &[(49, "EXCHANGE"), (56, "TRADER")]),
            next: 1,
            position: 0,
        }
    }

    /// Hands over a message, and returns its place in the stream.
    fn send(&mut self, engine: &mut ScriptedEngine, msg_type: &[u8], body: &[u8]) -> (u64, usize) {
        let header = Header {
            msg_type,
            msg_seq_num: self.next,
            poss_dup: false,
            poss_resend: false,
            sending_time_ns: START_NS,
            orig_sending_time: None,
        };
        let transport = engine.transport_mut();
        let before = transport.to_receive.len();
        self.encoder.encode(&mut transport.to_receive, &header, |fields| {
            fields.raw(body);
        });
        let len = transport.to_receive.len() - before;
        let id = ConnectionId(transport.connects.len() as u64);
        transport.events.push_back(TransportEvent::Readable { id });
        let place = (self.position, len);
        self.next += 1;
        self.position += len as u64;
        place
    }

    /// Hands over an ExecutionReport with a tag of the NIC that says `msg_seq_num` and `expected`.
    fn send_tagged(&mut self, engine: &mut ScriptedEngine, msg_seq_num: u64, expected: u64) {
        let (position, len) = self.send(engine, b"8", b"17=1\x01");
        let tag = Tag {
            verdict: Verdict::InSequence,
            verified: true,
            msg_seq_num,
            expected,
            poss_dup: false,
            poss_resend: false,
            gap_fill: false,
            msg_type: [b'8', 0],
        };
        engine.transport_mut().marks.push_back(Mark {
            position,
            kind: MarkKind::Message { len, tag },
        });
    }
}

/// Polls as long as there is something to do at once.
fn poll(engine: &mut ScriptedEngine, now_ns: u64) {
    for _ in 0..10_000 {
        engine.poll(now_ns).unwrap();
        if engine.poll_timeout() != Some(0) {
            return;
        }
    }
    panic!("the engine is busy for ever");
}

fn connect(engine: &mut ScriptedEngine) {
    poll(engine, START_NS);
    let id = ConnectionId(engine.transport().connects.len() as u64);
    engine
        .transport_mut()
        .events
        .push_back(TransportEvent::Connected { id });
    poll(engine, START_NS);
}

fn logged_on() -> (ScriptedEngine, Exchange) {
    let (mut engine, mut exchange) = (initiator(), Exchange::new());
    connect(&mut engine);
    exchange.send(&mut engine, b"A", b"98=0\x01108=30\x01");
    poll(&mut engine, START_NS);
    assert!(engine.session(0).is_logged_on());
    (engine, exchange)
}

/// The MsgTypes in a stream of whole messages.
fn msg_types(mut stream: &[u8]) -> Vec<Vec<u8>> {
    let mut types = Vec::new();
    while !stream.is_empty() {
        let Split::Message { len } = Framer::default().split(stream) else {
            panic!("{stream:?}")
        };
        types.push(MessageView::parse(&stream[..len]).unwrap().msg_type().to_vec());
        stream = &stream[len..];
    }
    types
}

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
