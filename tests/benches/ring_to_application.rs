//! From the ring to the application: what one message costs the polling thread, with the NIC's tags, without, and with tags on a ring lent to a thread.
//!
//! Two engines, each on the golden model of the NIC, joined by a wire without delay. Frames are put into the receiver's ring first; only
//! the receiver's polls are timed: of a lent ring the engine's on it, and not those of the card's owner, which another processor would take.
//! All ways run in turns within one process, so that their ratios mean something. `--json` prints one object.
use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig, RingTransport};
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
/// The ring that is lent.
const RING: u32 = 1;

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

/// What a receiver's engine runs on.
trait Receiver: Transport {
    /// The card, unless its owner is another.
    fn card(&mut self) -> Option<&mut NicTransport<GoldenDevice>>;
}

impl Receiver for MaybeTagged {
    fn card(&mut self) -> Option<&mut NicTransport<GoldenDevice>> {
        Some(&mut self.inner)
    }
}

impl Receiver for RingTransport {
    fn card(&mut self) -> Option<&mut NicTransport<GoldenDevice>> {
        None
    }
}

/// A receiver, a sender, and the wire between them.
struct Bed<T> {
    receiver: Engine<T, Counter>,
    /// Who has the receiver's card, if that is another.
    owner: Option<NicTransport<GoldenDevice>>,
    sender: Engine<NicTransport<GoldenDevice>, Counter>,
    now_ns: u64,
    buffer: Box<[u8; MAX_FRAME_BYTES]>,
}

/// The NIC with this last part of its address.
fn nic(last: u8) -> NicTransport<GoldenDevice> {
    let mut device = GoldenDevice::new();
    device.advance(START_NS);
    let rings = NicConfig {
        rx_rings: 1 + RING,
        ..NicConfig::default()
    };
    let nic = Nic::open(device, rings).expect("the golden model opens");
    let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, last), 24, None, 1);
    NicTransport::new(nic, config, START_NS)
}

fn engine<T: Transport>(role: &str, sender: &str, target: &str, transport: T) -> Engine<T, Counter> {
    let text = format!(
        "[SESSION]\nConnectionType={role}\nBeginString=FIX.4.4\nHeartBtInt=30\nStartTime=00:00:00\nEndTime=00:00:00\n\
         SenderCompID={sender}\nTargetCompID={target}\n"
    );
    let (settings, _) = Settings::parse(Path::new("bench.cfg"), &text).expect("settings");
    Engine::with_transport(&settings, transport, START_NS, |_| Counter::default()).expect("an engine")
}

impl Bed<MaybeTagged> {
    fn of_owner(tags: bool) -> Self {
        let inner = nic(1);
        Bed::up(MaybeTagged { inner, tags }, None, 0)
    }
}

impl Bed<RingTransport> {
    fn of_ring() -> Self {
        let mut owner = nic(1);
        let handle = owner.lend_to_thread(RING, &[]).expect("the ring is free");
        Bed::up(RingTransport::new(handle, START_NS), Some(owner), RING)
    }
}

impl<T: Receiver> Bed<T> {
    /// The sessions are logged on, the receiver's on `ring`.
    fn up(transport: T, owner: Option<NicTransport<GoldenDevice>>, ring: u32) -> Self {
        let initiator = format!(
            "initiator\nSocketConnectHost=10.0.0.2\nSocketConnectPort=9876\nDevice=sim:tap0\nNicAddress=10.0.0.1/24\nNicRing={ring}"
        );
        let acceptor = "acceptor\nSocketAcceptHost=10.0.0.2\nSocketAcceptPort=9876";
        let mut bed = Bed {
            receiver: engine(&initiator, "DESK", "EXCHANGE", transport),
            owner,
            sender: engine(acceptor, "EXCHANGE", "DESK", nic(2)),
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

    /// Everything moves once. Gives the time the receiver's poll took.
    fn turn(&mut self) -> Duration {
        self.now_ns += 10_000;
        self.sender.poll(self.now_ns).expect("the sender polls");
        while let Some(length) = card(self.sender.transport_mut()).take_sent(&mut self.buffer[..]) {
            receivers_card(&mut self.owner, &mut self.receiver).deliver(&self.buffer[..length], true);
        }
        self.serve_owner();
        let began = Instant::now();
        self.receiver.poll(self.now_ns).expect("the receiver polls");
        let spent = began.elapsed();
        self.serve_owner();
        let receiver = receivers_card(&mut self.owner, &mut self.receiver);
        while let Some(length) = receiver.take_sent(&mut self.buffer[..]) {
            card(self.sender.transport_mut()).deliver(&self.buffer[..length], true);
        }
        spent
    }

    fn serve_owner(&mut self) {
        if let Some(owner) = &mut self.owner {
            owner.serve(self.now_ns).expect("the owner serves the card");
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
            spent += self.turn();
        }
        spent
    }

    /// The share of its messages that came with a verified tag.
    fn verified(&self) -> f64 {
        let app = self.receiver.app(0);
        app.verified as f64 / app.messages as f64
    }
}

fn receivers_card<'a, T: Receiver>(
    owner: &'a mut Option<NicTransport<GoldenDevice>>,
    receiver: &'a mut Engine<T, Counter>,
) -> &'a mut GoldenDevice {
    let transport = owner.as_mut().or(receiver.transport_mut().card());
    card(transport.expect("somebody has the card"))
}

fn card(transport: &mut NicTransport<GoldenDevice>) -> &mut GoldenDevice {
    transport.nic_mut().device_mut()
}

fn main() {
    // 170 bytes on the wire with header and trailer.
    let body = b"37=E1\x0111=O1\x0117=1\x01150=F\x0139=1\x0155=FDAX\x0154=1\x0138=400\x0132=5\x0131=100.25\x01151=395\x0114=5\x016=100.25\x01";
    let (mut tagged, mut untagged, mut lent) = (Bed::of_owner(true), Bed::of_owner(false), Bed::of_ring());
    let mut spent = [Duration::ZERO; 3];
    for round in 0..WARM_UP_ROUNDS + ROUNDS {
        let took = [tagged.round(body), untagged.round(body), lent.round(body)];
        if round >= WARM_UP_ROUNDS {
            spent
                .iter_mut()
                .zip(took)
                .for_each(|(spent, took)| *spent += took);
        }
    }
    for verified in [tagged.verified(), lent.verified()] {
        assert!(
            verified > 0.99,
            "only {:.1} % of the messages came with a verified tag",
            100.0 * verified
        );
    }
    assert_eq!(
        untagged.receiver.app(0).verified,
        0,
        "tags leaked into the software path"
    );
    let messages = BATCH * ROUNDS;
    let [with_ns, without_ns, lent_ns] = spent.map(|spent| spent.as_nanos() as f64 / messages as f64);
    let (without, on_lent) = (without_ns / with_ns, lent_ns / with_ns);
    if env::args().any(|arg| arg == "--json") {
        println!(
            "{{\"messages\":{messages},\"tagged_ns\":{with_ns:.1},\"untagged_ns\":{without_ns:.1},\"ratio\":{without:.2},\
             \"lent_ring_ns\":{lent_ns:.1},\"lent_ring_ratio\":{on_lent:.2}}}"
        );
    } else {
        println!("ring to application, {messages} messages of one session, {BATCH} a batch, TCP included:");
        println!("  with tags                {with_ns:>8.1} ns a message");
        println!("  without tags             {without_ns:>8.1} ns a message, {without:.2} times as long");
        println!("  with tags, a lent ring   {lent_ns:>8.1} ns a message, {on_lent:.2} times as long");
    }
}
