//! Two engines, each on a simulated NIC, over a wire that loses, repeats, reorders and damages frames: every message arrives once and
//! in order on both sides, and hardware and software agree throughout.

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::session::codec::MessageView;
use fixnic::settings::Settings;
use fixnic_driver::{Device, Nic, NicConfig, Wire};
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::nic::START_NS;
use rand::Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::net::Ipv4Addr;
use std::path::Path;

/// How long a frame is on its way, in nanoseconds.
const WIRE_NS: u64 = 50_000;
/// Mean time between two messages of one side, in nanoseconds.
const PACE_NS: u64 = 5_000_000;

/// Keeps the numbers it is given.
#[derive(Debug, Default)]
struct Recorder {
    orders: Vec<u64>,
    verified: usize,
}

impl Application for Recorder {
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, _: &mut Outbox) -> Disposition {
        let id = message
            .get(11)
            .and_then(|id| std::str::from_utf8(id).ok())
            .and_then(|id| id.parse().ok());
        self.orders
            .push(id.expect("every order has its number in ClOrdID"));
        self.verified += usize::from(meta.verified);
        Disposition::Accepted
    }
}

type Side<D> = Engine<NicTransport<D>, Recorder>;

fn side<D: Device>(device: D, own: u8, role: &str) -> Side<D> {
    let (sender, target) = if own == 1 { ("ONE", "TWO") } else { ("TWO", "ONE") };
    let text = format!(
        "[DEFAULT]\n{role}\nDevice=sim:tap0\nNicAddress=10.0.0.{own}/24\nHeartBtInt=30\nReconnectInterval=1\n\
         [SESSION]\nBeginString=FIX.4.4\nSenderCompID={sender}\nTargetCompID={target}\n"
    );
    let (settings, _) = Settings::parse(Path::new("pair.cfg"), &text).expect("the settings are right");
    let nic = Nic::open(device, NicConfig::default()).expect("the device opens");
    let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, own), 24, None, own.into());
    let transport = NicTransport::new(nic, config, START_NS);
    Engine::with_transport(&settings, transport, START_NS, |_| Recorder::default())
        .expect("the engine starts")
}

/// What happens to frames, in percent.
#[derive(Clone, Copy)]
struct Faults {
    lost: u32,
    repeated: u32,
    delayed: u32,
    damaged: u32,
}

/// Frames on their way: when they arrive, on which side, and whether their FCS is good.
struct Link {
    rng: ChaCha8Rng,
    faults: Faults,
    under_way: Vec<(u64, usize, Vec<u8>, bool)>,
}

impl Link {
    fn carry(&mut self, now_ns: u64, to: usize, frame: &[u8]) {
        let mut hits = |percent: u32| self.rng.random_range(0..100) < percent;
        let (lost, repeated, delayed, damaged) = (
            hits(self.faults.lost),
            hits(self.faults.repeated),
            hits(self.faults.delayed),
            hits(self.faults.damaged),
        );
        if lost {
            return;
        }
        let arrival = now_ns + if delayed { 4 * WIRE_NS } else { WIRE_NS };
        let mut frame = frame.to_vec();
        // Damage that Ethernet sees, and damage that only the checksums of IP and TCP see.
        let fcs_good = !damaged || self.rng.random_bool(0.5);
        if damaged {
            let at = self.rng.random_range(14..frame.len());
            frame[at] ^= 1 << self.rng.random_range(0..8);
        }
        if repeated {
            self.under_way
                .push((arrival + WIRE_NS, to, frame.clone(), fcs_good));
        }
        self.under_way.push((arrival, to, frame, fcs_good));
    }
}

/// Two engines and the wire between them.
struct Pair<D: Device> {
    sides: [Side<D>; 2],
    link: Link,
    now_ns: u64,
    /// Messages given to each side to send, and when the next is due.
    given: [u64; 2],
    next_ns: [u64; 2],
}

impl<D: Device + Wire> Pair<D> {
    fn new(devices: [D; 2], seed: u64, faults: Faults) -> Self {
        println!("seed {seed}");
        let [first, second] = devices;
        let initiator = "ConnectionType=initiator\nSocketConnectHost=10.0.0.2\nSocketConnectPort=5001";
        let acceptor = "ConnectionType=acceptor\nSocketAcceptPort=5001";
        Self {
            sides: [side(first, 1, initiator), side(second, 2, acceptor)],
            link: Link {
                rng: ChaCha8Rng::seed_from_u64(seed),
                faults,
                under_way: Vec::new(),
            },
            now_ns: START_NS,
            given: [0; 2],
            next_ns: [START_NS; 2],
        }
    }

    /// Sends messages both ways until each side has `count` in all.
    fn run_until(&mut self, count: u64) {
        let limit_ns = self.now_ns + 600_000_000_000;
        while self
            .sides
            .iter()
            .any(|side| (side.app(0).orders.len() as u64) < count)
        {
            assert!(self.now_ns < limit_ns, "not done in ten minutes of virtual time");
            let moved = [self.turn(0, count), self.turn(1, count)];
            // Idle time is skipped, up to the next thing that is due.
            let arrivals = self.link.under_way.iter().map(|(arrival, ..)| *arrival);
            let timers = self.sides.iter_mut().filter_map(Engine::poll_timeout);
            let giving = (0..2)
                .filter(|at| self.given[*at] < count)
                .map(|at| self.next_ns[at]);
            let due = timers.chain(arrivals).chain(giving).min().unwrap_or(self.now_ns);
            let soon = self.now_ns + WIRE_NS / 5;
            self.now_ns = if moved.contains(&true) {
                soon
            } else {
                due.max(soon)
            };
        }
        for side in &self.sides {
            assert_eq!(
                side.app(0).orders,
                (1..=count).collect::<Vec<_>>(),
                "each message once, in order"
            );
            assert_eq!(side.session(0).counters().disagreements, 0);
            println!(
                "{} verified, {:?}",
                side.app(0).verified,
                side.transport().offload_counters()
            );
        }
    }

    /// One side's turn; whether a frame came or went.
    fn turn(&mut self, at: usize, count: u64) -> bool {
        let Self {
            sides,
            link,
            now_ns,
            given,
            next_ns,
        } = self;
        let (side, now_ns) = (&mut sides[at], *now_ns);
        let mut moved = false;
        link.under_way.sort_by_key(|(arrival, ..)| *arrival);
        while let Some(due) = link
            .under_way
            .iter()
            .position(|(t, to, ..)| *t <= now_ns && *to == at)
        {
            let (_, _, frame, fcs_good) = link.under_way.remove(due);
            side.transport_mut()
                .nic_mut()
                .device_mut()
                .deliver(&frame, fcs_good);
            moved = true;
        }
        if side.session(0).is_logged_on() && given[at] < count && now_ns >= next_ns[at] {
            given[at] += 1;
            next_ns[at] = now_ns + link.rng.random_range(0..2 * PACE_NS);
            let text = "y".repeat(link.rng.random_range(1..300));
            let body = format!("11={}\x0158={text}\x01", given[at]);
            side.send(now_ns, 0, b"D", body.as_bytes())
                .expect("the session is up");
        }
        side.poll(now_ns).expect("the engine works");
        let mut buffer = [0; 2048];
        while let Some(length) = side.transport_mut().nic_mut().device_mut().take_sent(&mut buffer) {
            link.carry(now_ns, 1 - at, &buffer[..length]);
            moved = true;
        }
        moved
    }
}

const CLEAN: Faults = Faults {
    lost: 0,
    repeated: 0,
    delayed: 0,
    damaged: 0,
};
const BAD: Faults = Faults {
    lost: 3,
    repeated: 3,
    delayed: 5,
    damaged: 3,
};

#[test]
fn on_a_clean_wire_the_hardware_vouches_for_every_message() {
    let mut pair = Pair::new([GoldenDevice::new(), GoldenDevice::new()], 11, CLEAN);
    pair.run_until(400);
    for side in &pair.sides {
        assert_eq!(side.app(0).verified, 400);
        let counters = side.transport().offload_counters();
        assert_eq!((counters.armed, counters.lost, counters.stale), (1, 0, 0));
    }
}

#[test]
fn the_verilated_core_vouches_for_every_message_too() {
    let devices = [1, 2].map(|seed| VerilatedDevice::new(seed, Stalls::NONE));
    let mut pair = Pair::new(devices, 12, CLEAN);
    pair.run_until(60);
    for side in &pair.sides {
        assert_eq!(side.app(0).verified, 60);
    }
}

#[test]
fn on_a_bad_wire_nothing_is_lost_and_nothing_disagrees() {
    for seed in 21..25 {
        let mut pair = Pair::new([GoldenDevice::new(), GoldenDevice::new()], seed, BAD);
        pair.run_until(400);
        for side in &pair.sides {
            let counters = side.transport().offload_counters();
            assert!(counters.lost > 3, "too quiet a wire: {counters:?}");
            assert!(
                counters.armed + counters.confirmed >= counters.lost,
                "the core is confirmed or armed again: {counters:?}"
            );
        }
        // What is still missing at both ends arrives; from then on the hardware vouches for everything again.
        pair.link.faults = CLEAN;
        pair.run_until(420);
        let verified = [0, 1].map(|at| pair.sides[at].app(0).verified);
        pair.run_until(520);
        for (side, before) in pair.sides.iter().zip(verified) {
            assert_eq!(side.app(0).verified, before + 100);
        }
    }
}
