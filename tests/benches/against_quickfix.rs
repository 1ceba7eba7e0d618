//! This engine beside QuickFIX, in one run: bytes in to the application, the application's message to bytes out (stored), and the
//! resend of 50 stored messages. No card, no sockets on either side: the same bytes, handed over as from recv(2).
//!
//! Both run in turns, a process of QuickFIX's after a round of ours; medians count. Each message sent leaves by itself. First
//! with memory stores, then with file stores, which neither side syncs here. `--json` prints one object.
use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::settings::Settings;
use fixnic::transport::{ConnectionId, NoOffload, Received, Transport, TransportError, TransportEvent};
use fixnic_session::codec::{Encoder, Header, MessageView};
use fixnic_tests::quickfix;
use std::hint::black_box;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, io};

const NOW_NS: u64 = 1_767_623_400 * 1_000_000_000;
/// Messages received, and sent, in a round.
const MESSAGES: u64 = 50_000;
/// ResendRequests in a round, each for this many messages.
const REQUESTS: u64 = 400;
const RESENT_EACH: u64 = 50;
const ROUNDS: usize = 5;
/// An ExecutionReport without its header; 170 bytes with it.
const REPORT: &[u8] =
    b"37=E1\x0111=O1\x0117=1\x01150=F\x0139=1\x0155=FDAX\x0154=1\x0138=400\x0132=5\x0131=100.25\x01\
    151=395\x0114=5\x016=100.25\x01";

/// Counts what it is handed.
#[derive(Default)]
struct Counter {
    messages: u64,
}

impl Application for Counter {
    fn on_message(&mut self, message: &MessageView<'_>, _: &MessageMeta, _: &mut Outbox) -> Disposition {
        black_box(message.bytes());
        self.messages += 1;
        Disposition::Accepted
    }
}

/// One connection whose bytes are in memory.
struct Pipe {
    listener: SocketAddr,
    events: Vec<TransportEvent>,
    incoming: Vec<u8>,
    taken: usize,
    sent: usize,
}

const CONNECTION: ConnectionId = ConnectionId(1);

impl Pipe {
    fn new() -> Pipe {
        Pipe {
            listener: ([127, 0, 0, 1], 1).into(),
            events: Vec::new(),
            incoming: Vec::new(),
            taken: 0,
            sent: 0,
        }
    }

    fn connect_in(&mut self) {
        self.events.push(TransportEvent::Accepted {
            id: CONNECTION,
            listener: self.listener,
            peer: self.listener,
        });
    }

    /// Makes these bytes arrive.
    fn arrive(&mut self, bytes: Vec<u8>) {
        (self.incoming, self.taken) = (bytes, 0);
        self.events.push(TransportEvent::Readable { id: CONNECTION });
    }
}

impl Transport for Pipe {
    type Offload = NoOffload;

    fn stream_offload(&mut self) -> Option<&mut NoOffload> {
        None
    }

    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError> {
        self.listener = address;
        Ok(address)
    }
    fn connect(&mut self, _: SocketAddr, _: u64) -> Result<ConnectionId, TransportError> {
        Ok(CONNECTION)
    }
    fn poll(&mut self, _: u64) -> Result<(), TransportError> {
        Ok(())
    }
    fn next_event(&mut self) -> Option<TransportEvent> {
        (!self.events.is_empty()).then(|| self.events.remove(0))
    }
    fn receive(&mut self, _: ConnectionId, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Received> {
        let rest = &self.incoming[self.taken..];
        let len = rest.len().min(limit);
        if len == 0 {
            return Ok(Received::Nothing);
        }
        buffer.extend_from_slice(&rest[..len]);
        self.taken += len;
        Ok(Received::Bytes(len))
    }
    fn send(&mut self, _: ConnectionId, bytes: &[u8]) -> io::Result<usize> {
        self.sent += black_box(bytes).len();
        Ok(bytes.len())
    }
    fn close(&mut self, _: ConnectionId) {
        panic!("the engine has disconnected");
    }
    fn wait(&mut self, _: Duration) -> Result<(), TransportError> {
        Ok(())
    }
}

/// The counterparty's messages.
struct Traffic {
    encoder: Encoder,
    number: u64,
}

impl Traffic {
    fn new() -> Traffic {
        Traffic {
            encoder: Encoder::new("FIX.4.4", &[(49, "TRADER"), (56, "EXCHANGE")]),
            number: 0,
        }
    }

    fn push(&mut self, out: &mut Vec<u8>, msg_type: &[u8], body: &[u8]) {
        self.number += 1;
        let header = Header {
            msg_type,
            msg_seq_num: self.number,
            poss_dup: false,
            poss_resend: false,
            sending_time_ns: NOW_NS,
            orig_sending_time: None,
        };
        self.encoder.encode(out, &header, |fields| {
            fields.raw(body);
        });
    }
}

/// What one side was fed with.
struct Input {
    logon: Vec<u8>,
    messages: Vec<u8>,
    requests: Vec<u8>,
}

impl Input {
    fn new() -> Input {
        let mut traffic = Traffic::new();
        let (mut logon, mut messages, mut requests) = (Vec::new(), Vec::new(), Vec::new());
        traffic.push(&mut logon, b"A", b"98=0\x01108=30\x01");
        for _ in 0..MESSAGES {
            traffic.push(&mut messages, b"8", REPORT);
        }
        for request in 0..REQUESTS {
            // All over what was sent; its first message is the Logon.
            let begin = 2 + request * 7919 % (MESSAGES - RESENT_EACH);
            let end = begin + RESENT_EACH - 1;
            traffic.push(
                &mut requests,
                b"2",
                format!("7={begin}\x0116={end}\x01").as_bytes(),
            );
        }
        Input {
            logon,
            messages,
            requests,
        }
    }
}

/// Nanoseconds a message.
#[derive(Debug, Clone, Copy)]
struct Costs {
    received: f64,
    sent: f64,
    resent: f64,
}

fn ours(input: &Input, store: Option<&Path>) -> Costs {
    let store = store.map_or(String::new(), |path| {
        format!("FileStorePath={}\nStoreSync=1000000\n", path.display())
    });
    let text = format!(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptHost=127.0.0.1\nSocketAcceptPort=1\nBeginString=FIX.4.4\n\
         StartTime=00:00:00\nEndTime=00:00:00\nCheckLatency=N\nSenderCompID=EXCHANGE\nTargetCompID=TRADER\n{store}"
    );
    let (settings, _) = Settings::parse(Path::new("bench.cfg"), &text).expect("settings");
    let mut engine =
        Engine::with_transport(&settings, Pipe::new(), NOW_NS, |_| Counter::default()).expect("an engine");
    engine.transport_mut().connect_in();
    engine.transport_mut().arrive(input.logon.clone());
    for _ in 0..10 {
        engine.poll(NOW_NS).expect("the engine polls");
    }
    assert!(engine.session(0).is_logged_on());

    engine.transport_mut().arrive(input.messages.clone());
    let began = Instant::now();
    while engine.app(0).messages < MESSAGES {
        engine.poll(NOW_NS).expect("the engine polls");
    }
    let received = ns_each(began, MESSAGES);

    let began = Instant::now();
    for _ in 0..MESSAGES {
        engine.send(NOW_NS, 0, b"8", REPORT).expect("room for a message");
        engine.poll(NOW_NS).expect("the engine polls");
    }
    let sent = ns_each(began, MESSAGES);
    assert!(
        engine.transport().sent as u64 > MESSAGES * 150,
        "every message has left"
    );

    engine.transport_mut().arrive(input.requests.clone());
    let began = Instant::now();
    while engine.session(0).counters().resent < REQUESTS * RESENT_EACH {
        engine.poll(NOW_NS).expect("the engine polls");
    }
    let resent = ns_each(began, REQUESTS * RESENT_EACH);
    Costs {
        received,
        sent,
        resent,
    }
}

fn ns_each(began: Instant, messages: u64) -> f64 {
    began.elapsed().as_nanos() as f64 / messages as f64
}

fn quickfix_s(program: &Path, directory: &Path, store: &str) -> Costs {
    let path = directory.join("quickfix");
    fs::create_dir_all(&path).expect("a directory for QuickFIX");
    let output = Command::new(program)
        .arg(store)
        .arg(&path)
        .arg(directory.join("incoming"))
        .arg(directory.join("requests"))
        .arg(MESSAGES.to_string())
        .output()
        .expect("QuickFIX runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    fs::remove_dir_all(&path).expect("QuickFIX's files can be removed");
    let text = String::from_utf8(output.stdout).expect("numbers");
    let numbers: Vec<f64> = text
        .split_whitespace()
        .map(|n| n.parse().expect("a number"))
        .collect();
    let [received, sent, resent, delivered, left, again] = numbers[..] else {
        panic!("six numbers, not {text:?}");
    };
    assert_eq!(
        [delivered, left, again].map(|n| n as u64),
        [MESSAGES, MESSAGES, REQUESTS * RESENT_EACH],
        "QuickFIX did the same work"
    );
    Costs {
        received,
        sent,
        resent,
    }
}

fn median(costs: &[Costs], of: impl Fn(&Costs) -> f64) -> f64 {
    let mut values: Vec<f64> = costs.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

type Column = (&'static str, fn(&Costs) -> f64);
const COLUMNS: [Column; 3] = [
    ("received", |costs| costs.received),
    ("sent", |costs| costs.sent),
    ("resent", |costs| costs.resent),
];

fn main() {
    let json = env::args().any(|argument| argument == "--json");
    let program = quickfix::bench_program();
    let directory = tempfile::tempdir().expect("a temporary directory");
    let input = Input::new();
    let incoming = [&input.logon[..], &input.messages].concat();
    fs::write(directory.path().join("incoming"), incoming).expect("the input can be written");
    fs::write(directory.path().join("requests"), &input.requests).expect("the input can be written");
    if !json {
        println!(
            "beside QuickFIX: {MESSAGES} messages of {} bytes each way, resends of {RESENT_EACH}; ns a message, medians of {ROUNDS} rounds",
            input.messages.len() as u64 / MESSAGES
        );
    }
    let mut object = serde_json::Map::new();
    for store in ["memory", "file"] {
        let (mut here, mut there) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            let path = directory.path().join(format!("ours-{round}"));
            here.push(ours(&input, (store == "file").then_some(&path)));
            there.push(quickfix_s(program, directory.path(), store));
        }
        for (name, of) in COLUMNS {
            let (ours, theirs) = (median(&here, of), median(&there, of));
            let ratio = theirs / ours;
            if !json {
                println!(
                    "  {name:<9} {store:<7} fixnic {ours:>8.1}   QuickFIX {theirs:>9.1}   {ratio:>5.1} times"
                );
            }
            object.insert(
                format!("{name}_{store}"),
                serde_json::json!({ "fixnic_ns": ours, "quickfix_ns": theirs, "ratio": ratio }),
            );
        }
    }
    if json {
        println!("{}", serde_json::Value::Object(object));
    }
}
