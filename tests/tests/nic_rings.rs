//! Sessions of one engine on RX rings of their own (`NicRing`): steered there, undisturbed by what happens to the session beside, also
//! when the core stops a ring after a write error.

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::{Engine, EngineError};
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::session::codec::MessageView;
use fixnic::settings::Settings;
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES, MAX_FRAME_BYTES};
use fixnic_abi::reg::{self, Register};
use fixnic_driver::{Device, Nic, NicConfig, Wire};
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::nic::START_NS;
use std::collections::VecDeque;
use std::net::Ipv4Addr;
use std::ops::Range;
use std::path::Path;

/// Virtual time between two turns, and how long a frame is on its way, in nanoseconds.
const STEP_NS: u64 = 50_000;
/// Turns after which a test is given up: 20 minutes.
const TURNS_MAX: u32 = 24_000_000;
/// The session of the quiet ring, and of the one that something happens to.
const QUIET: usize = 0;
const TROUBLED: usize = 1;
/// Their rings.
const RINGS: [u32; 2] = [2, 1];
const RING_CONFIG: NicConfig = NicConfig {
    rx_rings: 3,
    rx_entry_log2: 9,
    rx_buffer_log2: 10,
    tx_log2: 6,
};

/// Keeps the numbers it is given, and which of them the core vouched for.
#[derive(Debug, Default)]
struct Recorder {
    orders: Vec<u64>,
    verified: Vec<bool>,
}

impl Application for Recorder {
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, _: &mut Outbox) -> Disposition {
        let id = message.get(11).and_then(|id| std::str::from_utf8(id).ok());
        let id = id.and_then(|id| id.parse().ok());
        self.orders
            .push(id.expect("every order has its number in ClOrdID"));
        self.verified.push(meta.verified);
        Disposition::Accepted
    }
}

type Side<D> = Engine<NicTransport<D>, Recorder>;

/// `more` holds lines for both sessions.
fn settings(own: u8, role: [&str; 2], rings: [u32; 2], more: &str) -> Settings {
    let (sender, target) = if own == 1 {
        ("DESK", "VENUE")
    } else {
        ("VENUE", "DESK")
    };
    let session = |at: usize| {
        format!(
            "[SESSION]\nBeginString=FIX.4.4\nSenderCompID={sender}{at}\nTargetCompID={target}{at}\nNicRing={}\n{}\n",
            rings[at], role[at]
        )
    };
    let text = format!(
        "[DEFAULT]\nDevice=sim:tap0\nNicAddress=10.0.0.{own}/24\nHeartBtInt=30\nReconnectInterval=1\n{more}\n{}{}",
        session(QUIET),
        session(TROUBLED)
    );
    Settings::parse(Path::new("rings.cfg"), &text)
        .expect("the settings are right")
        .0
}

fn engine<D: Device>(device: D, own: u8, settings: &Settings) -> Result<Side<D>, EngineError> {
    let config = NicConfig {
        rx_rings: settings.nic_rings(),
        ..RING_CONFIG
    };
    let nic = Nic::open(device, config).expect("the device opens");
    let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, own), 24, None, own.into());
    let transport = NicTransport::new(nic, config, START_NS);
    Engine::with_transport(settings, transport, START_NS, |_| Recorder::default())
}

const CONNECT: [&str; 2] = [
    "ConnectionType=initiator\nSocketConnectHost=10.0.0.2\nSocketConnectPort=5001",
    "ConnectionType=initiator\nSocketConnectHost=10.0.0.2\nSocketConnectPort=5002",
];
const ACCEPT: [&str; 2] = [
    "ConnectionType=acceptor\nSocketAcceptPort=5001",
    "ConnectionType=acceptor\nSocketAcceptPort=5002",
];

/// A desk with a session on each of two rings, and the venue that both talk to, with all on ring 0.
struct Desk<D: Device> {
    desk: Side<D>,
    venue: Side<GoldenDevice>,
    now_ns: u64,
    to_desk: VecDeque<Vec<u8>>,
    /// Messages that the venue sent on each session.
    sent: [u64; 2],
    /// Frames from the venue's port 5002 that are lost, of those that carry data.
    losses: u32,
}

impl<D: Device + Wire> Desk<D> {
    /// Both sessions are logged on.
    fn up(device: D, more: &str) -> Self {
        let mut pair = Self {
            desk: engine(device, 1, &settings(1, CONNECT, RINGS, more)).expect("the engine starts"),
            venue: engine(GoldenDevice::new(), 2, &settings(2, ACCEPT, [0; 2], ""))
                .expect("the engine starts"),
            now_ns: START_NS,
            to_desk: VecDeque::new(),
            sent: [0; 2],
            losses: 0,
        };
        pair.run("both sessions are up", |pair| {
            (0..2).all(|at| pair.desk.session(at).is_logged_on() && pair.venue.session(at).is_logged_on())
        });
        pair
    }

    fn device(&mut self) -> &mut D {
        self.desk.transport_mut().nic_mut().device_mut()
    }

    fn turn(&mut self) {
        self.now_ns += STEP_NS;
        let now_ns = self.now_ns;
        self.venue.poll(now_ns).expect("the venue works");
        let mut buffer = [0; MAX_FRAME_BYTES];
        while let Some(length) = self
            .venue
            .transport_mut()
            .nic_mut()
            .device_mut()
            .take_sent(&mut buffer)
        {
            let is_troubled = length > 100 && buffer[34..36] == 5002u16.to_be_bytes();
            if is_troubled && self.losses > 0 {
                self.losses -= 1;
                continue;
            }
            self.to_desk.push_back(buffer[..length].to_vec());
        }
        while let Some(frame) = self.to_desk.pop_front() {
            self.device().deliver(&frame, true);
        }
        self.desk.poll(now_ns).expect("the desk works");
        while let Some(length) = self.device().take_sent(&mut buffer) {
            let venue = self.venue.transport_mut().nic_mut().device_mut();
            venue.deliver(&buffer[..length], true);
        }
    }

    fn run(&mut self, what: &str, mut until: impl FnMut(&Self) -> bool) {
        for _ in 0..TURNS_MAX {
            if until(self) {
                return;
            }
            self.turn();
        }
        panic!("{what}: not within {TURNS_MAX} turns");
    }

    /// The venue sends `count` messages on each session, one a turn.
    fn send(&mut self, count: u64) {
        for _ in 0..count {
            for at in [QUIET, TROUBLED] {
                self.sent[at] += 1;
                let body = format!("11={}\x0158={}\x01", self.sent[at], "y".repeat(100));
                self.venue
                    .send(self.now_ns, at, b"D", body.as_bytes())
                    .expect("the session is up");
            }
            self.turn();
        }
    }

    /// Everything sent has arrived, once and in order.
    fn settle(&mut self) {
        self.run("every message arrives", |pair| {
            (0..2).all(|at| pair.desk.app(at).orders.len() as u64 >= pair.sent[at])
        });
        for at in 0..2 {
            let orders: Vec<u64> = (1..=self.sent[at]).collect();
            assert_eq!(self.desk.app(at).orders, orders, "each message once, in order");
            assert_eq!(self.desk.session(at).counters().disagreements, 0);
            assert_eq!(self.desk.misplaced_tags(at), 0);
        }
    }

    fn verified(&self, session: usize) -> usize {
        let verified = &self.desk.app(session).verified;
        verified.iter().filter(|verified| **verified).count()
    }

    fn produced(&mut self, ring: u32) -> u32 {
        let produced = self.device().read32(reg::RX_PRODUCER.at(ring));
        reg::field::RX_PRODUCER::entries.get(produced)
    }

    /// Where the core writes entries of a ring, and frames.
    fn memory(&mut self, ring: u32) -> [Range<u64>; 2] {
        let mut address = |low: &Register, high: &Register| {
            let high = u64::from(self.device().read32(high.at(ring)));
            high << 32 | u64::from(self.device().read32(low.at(ring)))
        };
        let entries = address(&reg::RX_ENTRY_LO, &reg::RX_ENTRY_HI);
        let buffer = address(&reg::RX_BUFFER_LO, &reg::RX_BUFFER_HI);
        [
            entries..entries + ((ENTRY_BYTES as u64) << RING_CONFIG.rx_entry_log2),
            buffer..buffer + ((GRANULE_BYTES as u64) << RING_CONFIG.rx_buffer_log2),
        ]
    }
}

fn each_session_has_its_ring<D: Device + Wire>(device: D) {
    const COUNT: u64 = 60;
    let mut pair = Desk::up(device, "");
    pair.send(COUNT);
    pair.settle();
    for (at, ring) in RINGS.into_iter().enumerate() {
        assert_eq!(pair.verified(at) as u64, COUNT, "session {at}");
        // A MSG and a FRAME entry for each.
        let produced = pair.produced(ring);
        assert!(
            u64::from(produced) >= 2 * COUNT,
            "ring {ring}: {produced} entries"
        );
    }
    let counters = pair.desk.transport().offload_counters();
    assert_eq!(
        (counters.armed - counters.armed_late, counters.lost),
        (2, 0),
        "{counters:?}"
    );
    // What a lost segment costs is the session's alone that lost it.
    pair.losses = 3;
    pair.send(COUNT);
    pair.settle();
    assert_eq!(pair.losses, 0);
    let counters = pair.desk.transport().offload_counters();
    assert!(counters.lost > 0, "nothing was disturbed: {counters:?}");
    assert_eq!(pair.verified(QUIET) as u64, 2 * COUNT);
    assert!((pair.verified(TROUBLED) as u64) < 2 * COUNT);
    let stats = pair
        .desk
        .transport_mut()
        .nic_mut()
        .stats()
        .expect("the device is there");
    assert_eq!((stats.dropped(), stats.get(Counter::DoorbellRefused)), (0, 0));
}

#[test]
fn each_session_of_the_golden_model_has_its_ring() {
    each_session_has_its_ring(GoldenDevice::new());
}

#[test]
fn each_session_of_the_verilated_core_has_its_ring() {
    each_session_has_its_ring(VerilatedDevice::new(1, Stalls::NONE));
}

/// A write to an entry, or to a granule, of one ring fails: the engine is told, starts the ring anew, and nothing is lost or comes twice; the session on
/// the other ring is verified throughout, and the one on this ring is again afterwards.
fn a_stopped_ring_loses_nothing<D: Device + Wire>(device: D, fail: fn(&mut D, Range<u64>)) {
    const COUNT: u64 = 40;
    let logs = tempfile::tempdir().expect("a directory for logs");
    let mut pair = Desk::up(device, &format!("FileLogPath={}", logs.path().display()));
    let memory = pair.memory(RINGS[TROUBLED]);
    pair.send(COUNT);
    for (round, range) in (1..).zip(memory.into_iter().cycle().take(6)) {
        fail(pair.device(), range);
        pair.send(COUNT);
        pair.settle();
        let stops = pair.desk.transport().frame_counters().ring_stops;
        assert_eq!(stops, round, "stops of a ring");
        let counters = pair.desk.transport().offload_counters();
        assert!(
            counters.armed - counters.armed_late > 1 + round,
            "its session is not armed anew: {counters:?}"
        );
        let before = pair.verified(TROUBLED);
        pair.send(COUNT);
        pair.settle();
        assert_eq!(pair.verified(TROUBLED) - before, COUNT as usize, "armed anew");
    }
    assert_eq!(pair.verified(QUIET) as u64, pair.sent[QUIET]);
    let transport = pair.desk.transport_mut();
    assert_eq!(
        transport.nic_mut().stopped_rings().expect("the device is there"),
        0
    );
    assert_eq!(transport.frame_counters().device_resets, 0);
    let stats = transport.nic_mut().stats().expect("the device is there");
    assert!(stats.get(Counter::AxiWriteError) >= 6);
    for at in 0..2 {
        assert!(pair.desk.session(at).is_logged_on());
    }
    // The logs are whole when their engine is gone.
    drop(pair);
    for (at, stops) in [(QUIET, 0), (TROUBLED, 6)] {
        let path = logs
            .path()
            .join(format!("FIX.4.4-DESK{at}-VENUE{at}.event.current.log"));
        let log = std::fs::read_to_string(&path).expect("the session's log");
        let found = log.matches("RX ring 1 was stopped by a write error").count();
        assert_eq!(found, stops, "{log}");
    }
}

#[test]
fn a_stopped_ring_of_the_golden_model_loses_nothing() {
    a_stopped_ring_loses_nothing(GoldenDevice::new(), GoldenDevice::fail_write_within);
}

#[test]
fn a_stopped_ring_of_the_verilated_core_loses_nothing() {
    a_stopped_ring_loses_nothing(
        VerilatedDevice::new(2, Stalls::NONE),
        VerilatedDevice::fail_write_within,
    );
}

#[test]
fn a_ring_that_was_not_opened_is_refused() {
    let settings = settings(1, CONNECT, [0, 2], "");
    assert_eq!(settings.nic_rings(), 3);
    let mut lent = Nic::open(GoldenDevice::new(), RING_CONFIG).expect("the device opens");
    // Another thread's from before on.
    let _held = lent.lend_ring(2).expect("ring 2 is there");
    for (nic, rings) in [
        (
            Nic::open(
                GoldenDevice::new(),
                NicConfig {
                    rx_rings: 2,
                    ..RING_CONFIG
                },
            )
            .expect("the device opens"),
            2,
        ),
        (lent, 2),
    ] {
        let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, 1), 24, None, 1);
        let transport = NicTransport::new(nic, config, START_NS);
        let refused = Engine::with_transport(&settings, transport, START_NS, |_| Recorder::default());
        let error = refused.map(drop).expect_err("ring 2 is not the transport's");
        assert!(matches!(&error, EngineError::Ring { ring: 2, rings: found, .. } if *found == (0..rings)));
        let text = error.to_string();
        assert!(
            text.contains("DESK1") && text.contains("NicRing=2") && text.contains("0 to 1"),
            "{text}"
        );
    }
}
