//! From the ring to the application: what one message costs the polling thread, with the NIC's tags and without.
//!
//! Two engines, each on the golden model of the NIC, joined by a wire without delay. Frames are put into the receiver's ring first; only
//! the receiver's polls are timed. Both ways run in turns within one process, so that their ratio means something.
//! `--json` prints one object.
use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::settings::Settings;
use fixnic::transport::{ConnectionId, Received, Transport, TransportError, TransportEvent};
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_driver::{Device, Nic, NicConfig, Wire};
use fixnic_session::codec::MessageView;
use fixnic_sim::GoldenDevice;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, io};

const START_NS: u64 = 1_767_623_400 * 1_000_000_000;
/// Messages put into the ring before the receiver is polled; less than a receive window.
const BATCH: u64 = 250;
const ROUNDS: u64 = 200;
const WARM_UP_ROUNDS: u64 = 20;

/// Counts what it is handed, and keeps the compiler from leaving the work out.
#[derive(Default)]
struct Counter {
    messages: u64,
    verified: u64,
    sum: u64,
}

impl Application for Counter {
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        self.messages += 1;
        self.verified += u64::from(meta.verified);
        self.sum = self
            .sum
            .wrapping_add(message.bytes().len() as u64 ^ meta.msg_seq_num);
        Disposition::Accepted
    }
}

/// A NIC whose marks can be withheld, so that the same frames are framed in software.
struct MaybeTagged {
    inner: NicTransport<GoldenDevice>,
    tags: bool,
}

impl Transport for MaybeTagged {
    type Offload = NicTransport<GoldenDevice>;

    fn stream_offload(&mut self) -> Option<&mut Self::Offload> {
        Some(&mut self.inner).filter(|_| self.tags)
    }

    fn listen(&mut self, address: SocketAddr) -> Result<SocketAddr, TransportError> {
        self.inner.listen(address)
    }
    fn connect(&mut self, address: SocketAddr, now_ns: u64) -> Result<ConnectionId, TransportError> {
        self.inner.connect(address, now_ns)
    }
    fn poll(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.inner.poll(now_ns)
    }
    fn next_event(&mut self) -> Option<TransportEvent> {
        self.inner.next_event()
    }
    fn receive(&mut self, id: ConnectionId, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Received> {
        self.inner.receive(id, buffer, limit)
    }
    fn send(&mut self, id: ConnectionId, bytes: &[u8]) -> io::Result<usize> {
        self.inner.send(id, bytes)
    }
    fn close(&mut self, id: ConnectionId) {
        self.inner.close(id);
    }
    fn flush(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.inner.flush(now_ns)
    }
    fn poll_timeout(&mut self) -> Option<u64> {
        self.inner.poll_timeout()
    }
    fn wait(&mut self, timeout: Duration) -> Result<(), TransportError> {
        self.inner.wait(timeout)
    }
}

/// A receiver, a sender, and the wire between them.
struct Bed {
    receiver: Engine<MaybeTagged, Counter>,
    sender: Engine<MaybeTagged, Counter>,
    now_ns: u64,
    buffer: Box<[u8; MAX_FRAME_BYTES]>,
}

impl Bed {
    fn new(tags: bool) -> Self {
        let engine = |address, role: &str, sender, target| {
            let text = format!(
                "[SESSION]\nConnectionType={role}\nBeginString=FIX.4.4\nHeartBtInt=30\nStartTime=00:00:00\nEndTime=00:00:00\n\
                 SenderCompID={sender}\nTargetCompID={target}\n"
            );
            let (settings, _) = Settings::parse(Path::new("bench.cfg"), &text).expect("settings");
            let mut device = GoldenDevice::new();
            device.advance(START_NS);
            let nic = Nic::open(device, NicConfig::default()).expect("the golden model opens");
            let inner = NicTransport::new(nic, NicTransportConfig::new(address, 24, None, 1), START_NS);
            Engine::with_transport(&settings, MaybeTagged { inner, tags }, START_NS, |_| {
                Counter::default()
            })
            .expect("an engine")
        };
        let at = |last| Ipv4Addr::new(10, 0, 0, last);
        let initiator = "initiator\nSocketConnectHost=10.0.0.2\nSocketConnectPort=9876";
        let acceptor = "acceptor\nSocketAcceptHost=10.0.0.2\nSocketAcceptPort=9876";
        let mut bed = Bed {
            receiver: engine(at(1), initiator, "DESK", "EXCHANGE"),
            sender: engine(at(2), acceptor, "EXCHANGE", "DESK"),
            now_ns: START_NS,
            buffer: Box::new([0; MAX_FRAME_BYTES]),
        };
        for _ in 0..10_000 {
            if bed.sender.session(0).is_logged_on() && bed.receiver.session(0).is_logged_on() {
                return bed;
            }
            bed.turn();
        }
        panic!("the sessions did not log on");
    }

    /// Everything moves once.
    fn turn(&mut self) {
        self.now_ns += 10_000;
        self.poll_sender();
        self.receiver.poll(self.now_ns).expect("the receiver polls");
        while let Some(length) = wire(&mut self.receiver).take_sent(&mut self.buffer[..]) {
            wire(&mut self.sender).deliver(&self.buffer[..length], true);
        }
    }

    /// The sender's turn; its frames go into the receiver's ring.
    fn poll_sender(&mut self) {
        self.sender.poll(self.now_ns).expect("the sender polls");
        while let Some(length) = wire(&mut self.sender).take_sent(&mut self.buffer[..]) {
            wire(&mut self.receiver).deliver(&self.buffer[..length], true);
        }
    }

    /// Sends a batch and returns the time the receiver needed for it.
    fn round(&mut self, body: &[u8]) -> Duration {
        let target = self.receiver.app(0).messages + BATCH;
        for _ in 0..BATCH {
            self.sender
                .send(self.now_ns, 0, b"8", body)
                .expect("room for a batch");
        }
        let mut spent = Duration::ZERO;
        while self.receiver.app(0).messages < target {
            self.now_ns += 10_000;
            self.poll_sender();
            let began = Instant::now();
            self.receiver.poll(self.now_ns).expect("the receiver polls");
            spent += began.elapsed();
            while let Some(length) = wire(&mut self.receiver).take_sent(&mut self.buffer[..]) {
                wire(&mut self.sender).deliver(&self.buffer[..length], true);
            }
        }
        spent
    }
}

fn wire(engine: &mut Engine<MaybeTagged, Counter>) -> &mut GoldenDevice {
    engine.transport_mut().inner.nic_mut().device_mut()
}

fn main() {
    // 170 bytes on the wire with header and trailer.
    let body = b"37=E1\x0111=O1\x0117=1\x01150=F\x0139=1\x0155=FDAX\x0154=1\x0138=400\x0132=5\x0131=100.25\x01151=395\x0114=5\x016=100.25\x01";
    let (mut tagged, mut untagged) = (Bed::new(true), Bed::new(false));
    let (mut with, mut without) = (Duration::ZERO, Duration::ZERO);
    for round in 0..WARM_UP_ROUNDS + ROUNDS {
        let (a, b) = (tagged.round(body), untagged.round(body));
        if round >= WARM_UP_ROUNDS {
            with += a;
            without += b;
        }
    }
    let messages = BATCH * ROUNDS;
    let ns = |spent: Duration| spent.as_nanos() as f64 / messages as f64;
    let verified = tagged.receiver.app(0).verified as f64 / tagged.receiver.app(0).messages as f64;
    assert!(
        verified > 0.99,
        "only {:.1} % of the messages came with a verified tag",
        100.0 * verified
    );
    assert_eq!(
        untagged.receiver.app(0).verified,
        0,
        "tags leaked into the software path"
    );
    let ratio = ns(without) / ns(with);
    if env::args().any(|arg| arg == "--json") {
        println!(
            "{{\"messages\":{messages},\"tagged_ns\":{:.1},\"untagged_ns\":{:.1},\"ratio\":{ratio:.2}}}",
            ns(with),
            ns(without)
        );
    } else {
        println!("ring to application, {messages} messages of one session, {BATCH} a batch, TCP included:");
        println!("  with tags     {:>8.1} ns a message", ns(with));
        println!(
            "  without tags  {:>8.1} ns a message, {ratio:.2} times as long",
            ns(without)
        );
    }
}
