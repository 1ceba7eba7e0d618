//! The transport that does what the test says, an engine over it, and the exchange at its other end.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use fixnic::app::{Application, Disposition, Event, MessageMeta, Outbox, SendError};
use fixnic::engine::Engine;
use fixnic::session::codec::{Encoder, Framer, Header, MessageView, Split};
use fixnic::session::{Tag, Verdict};
use fixnic::settings::{SessionName, Settings};
use fixnic::transport::{
    ConnectionId, Mark, MarkKind, Received, StreamOffload, Transport, TransportError, TransportEvent,
};

pub const START_NS: u64 = 1_700_000_000_000_000_000;
pub const SECOND_NS: u64 = 1_000_000_000;

/// A transport with at most one connection.
#[derive(Debug, Default)]
pub struct Scripted {
    pub connects: Vec<SocketAddr>,
    pub accepted: u64,
    pub closed: Vec<ConnectionId>,
    pub events: VecDeque<TransportEvent>,
    pub to_receive: Vec<u8>,
    pub marks: VecDeque<Mark>,
    pub sent: Vec<u8>,
    /// Bytes that `send` takes from now on, and at most at once.
    pub room: usize,
    pub at_once: usize,
    pub boundaries: Vec<(u64, u64)>,
    pub expected_set: Vec<u64>,
}

impl Scripted {
    /// One that takes whatever is sent.
    pub fn new() -> Scripted {
        Scripted {
            room: usize::MAX,
            at_once: usize::MAX,
            ..Scripted::default()
        }
    }

    /// The connection made last.
    pub fn latest(&self) -> ConnectionId {
        ConnectionId(self.connects.len() as u64 + self.accepted)
    }

    /// A counterparty connects to `listener`.
    pub fn accept(&mut self, listener: SocketAddr) {
        self.accepted += 1;
        let id = self.latest();
        let peer = SocketAddr::from(([192, 0, 2, 9], 40_000));
        self.events
            .push_back(TransportEvent::Accepted { id, listener, peer });
    }
}

impl Transport for Scripted {
    type Offload = Self;

    fn stream_offload(&mut self) -> Option<&mut Self> {
        Some(self)
    }

    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError> {
        Ok(address)
    }

    fn connect(&mut self, address: SocketAddr, _now_ns: u64) -> Result<ConnectionId, TransportError> {
        self.connects.push(address);
        Ok(self.latest())
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

    fn send(&mut self, _id: ConnectionId, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.room).min(self.at_once);
        self.room -= taken;
        self.sent.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn close(&mut self, id: ConnectionId) {
        self.closed.push(id);
    }

    fn wait(&mut self, _timeout: Duration) -> Result<(), TransportError> {
        Ok(())
    }
}

impl StreamOffload for Scripted {
    fn take_marks(&mut self, _id: ConnectionId, limit: usize, marks: &mut Vec<Mark>) {
        marks.extend(self.marks.drain(..limit.min(self.marks.len())));
    }

    fn rings(&self) -> std::ops::Range<u32> {
        0..1
    }

    fn message_boundary(&mut self, _id: ConnectionId, _ring: u8, position: u64, expected: u64) {
        self.boundaries.push((position, expected));
    }

    fn set_expected(&mut self, _id: ConnectionId, expected: u64) {
        self.expected_set.push(expected);
    }

    fn proposed_boundary(&mut self, _id: ConnectionId) -> Option<u64> {
        None
    }

    fn answer_proposal(&mut self, _id: ConnectionId, position: u64, _expected: u64) {
        panic!("nothing was proposed, and {position} is answered");
    }
}

#[derive(Debug, Default)]
pub struct Recorder {
    pub received: Vec<(u64, bool)>,
    pub disagreements: usize,
    pub logouts: Vec<String>,
    /// Bodies of Emails (35=C) to send in the next turns, and what became of each attempt.
    pub to_send: VecDeque<Vec<u8>>,
    pub told: Vec<Result<u64, SendError>>,
    /// Answers each message by an Email of this body.
    pub answer: Option<Vec<u8>>,
}

impl Application for Recorder {
    fn on_message(
        &mut self,
        _message: &MessageView<'_>,
        meta: &MessageMeta,
        out: &mut Outbox,
    ) -> Disposition {
        self.received.push((meta.msg_seq_num, meta.verified));
        if let Some(body) = &self.answer {
            self.told.push(out.send(b"C", body));
        }
        Disposition::Accepted
    }

    fn on_turn(&mut self, _session: &SessionName, out: &mut Outbox) {
        while let Some(body) = self.to_send.front() {
            let told = out.send(b"C", body);
            let is_sent = told.is_ok();
            self.told.push(told);
            if !is_sent {
                return;
            }
            self.to_send.pop_front();
        }
    }

    fn on_logout(&mut self, _session: &SessionName, reason: &str) {
        self.logouts.push(reason.to_owned());
    }

    fn on_event(&mut self, _session: &SessionName, event: &Event) {
        self.disagreements += usize::from(matches!(event, Event::Disagreement { .. }));
    }
}

pub type ScriptedEngine = Engine<Scripted, Recorder>;

pub fn initiator() -> ScriptedEngine {
    initiator_with("")
}

pub fn initiator_with(more: &str) -> ScriptedEngine {
    engine(&initiator_settings(more))
}

pub fn initiator_settings(more: &str) -> Settings {
    settings(&format!(
        "[SESSION]\nConnectionType=initiator\nSocketConnectHost=192.0.2.1\nSocketConnectPort=1001\n\
         SocketConnectHost1=192.0.2.2\nSocketConnectPort1=1002\nReconnectInterval=5\nLogonTimeout=10\n\
         BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\n{more}"
    ))
}

pub fn acceptor_with(more: &str) -> ScriptedEngine {
    engine(&settings(&format!(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptPort=5001\nBeginString=FIX.4.4\nSenderCompID=TRADER\n\
         TargetCompID=EXCHANGE\n{more}"
    )))
}

pub fn settings(text: &str) -> Settings {
    Settings::parse(Path::new("test.cfg"), text).unwrap().0
}

fn engine(settings: &Settings) -> ScriptedEngine {
    Engine::with_transport(settings, Scripted::new(), START_NS, |_| Recorder::default()).unwrap()
}

/// What the exchange sends: messages numbered from 1.
pub struct Exchange {
    pub encoder: Encoder,
    pub next: u64,
    pub position: u64,
    /// SendingTime of what it sends.
    pub now_ns: u64,
}

impl Exchange {
    pub fn new() -> Exchange {
        Exchange {
            encoder: Encoder::new("FIX.4.4", &[(49, "EXCHANGE"), (56, "TRADER")]),
            next: 1,
            position: 0,
            now_ns: START_NS,
        }
    }

    /// Hands over a message, and returns its place in the stream.
    pub fn send(&mut self, engine: &mut ScriptedEngine, msg_type: &[u8], body: &[u8]) -> (u64, usize) {
        let header = Header {
            msg_type,
            msg_seq_num: self.next,
            poss_dup: false,
            poss_resend: false,
            sending_time_ns: self.now_ns,
            orig_sending_time: None,
        };
        let transport = engine.transport_mut();
        let before = transport.to_receive.len();
        self.encoder.encode(&mut transport.to_receive, &header, |fields| {
            fields.raw(body);
        });
        let len = transport.to_receive.len() - before;
        let id = transport.latest();
        transport.events.push_back(TransportEvent::Readable { id });
        let place = (self.position, len);
        self.next += 1;
        self.position += len as u64;
        place
    }

    /// Hands over an ExecutionReport with a tag of the NIC that says `msg_seq_num` and `expected`.
    pub fn send_tagged(&mut self, engine: &mut ScriptedEngine, msg_seq_num: u64, expected: u64) {
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
pub fn poll(engine: &mut ScriptedEngine, now_ns: u64) {
    for _ in 0..10_000 {
        engine.poll(now_ns).unwrap();
        if engine.poll_timeout() != Some(0) {
            return;
        }
    }
    panic!("the engine is busy for ever");
}

pub fn connect(engine: &mut ScriptedEngine) {
    connect_at(engine, START_NS);
}

/// Has the engine connect and answers it.
pub fn connect_at(engine: &mut ScriptedEngine, now_ns: u64) {
    poll(engine, now_ns);
    let id = engine.transport().latest();
    engine
        .transport_mut()
        .events
        .push_back(TransportEvent::Connected { id });
    poll(engine, now_ns);
}

pub fn logged_on() -> (ScriptedEngine, Exchange) {
    logged_on_with("")
}

pub fn logged_on_with(more: &str) -> (ScriptedEngine, Exchange) {
    let (mut engine, mut exchange) = (initiator_with(more), Exchange::new());
    connect(&mut engine);
    exchange.send(&mut engine, b"A", b"98=0\x01108=30\x01");
    poll(&mut engine, START_NS);
    assert!(engine.session(0).is_logged_on());
    (engine, exchange)
}

/// The MsgTypes in a stream of whole messages.
pub fn msg_types(mut stream: &[u8]) -> Vec<Vec<u8>> {
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
