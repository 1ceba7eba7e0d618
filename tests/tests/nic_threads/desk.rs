//! A desk whose engines share one card, and the venue that they all talk to.

use super::engines::{lines, run, settings, Ended, Recorder, Running, Seen, Shared, LINES};
use super::loss::PeriodicLoss;
use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic_abi::limits::{ENTRY_BYTES, GRANULE_BYTES, MAX_FRAME_BYTES};
use fixnic_abi::reg::{self, Register};
use fixnic_driver::{Device, Nic, NicConfig, Wire};
use fixnic_sim::GoldenDevice;
use fixnic_tests::gateway::Gateway;
use fixnic_tests::nic::START_NS;
use std::collections::VecDeque;
use std::net::Ipv4Addr;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;
use std::thread;

/// Virtual time between two turns of the owner, and how long a frame is on its way, in nanoseconds.
pub const STEP_NS: u64 = 50_000;
/// Turns after which a test is given up: 10 minutes of virtual time.
pub const TURNS_MAX: u64 = 12_000_000;
/// Turns of the owner after which it waits for a thread that has had none.
pub const LEAD_MAX: u64 = 16;
/// Looks at such a thread after which a test is given up.
pub const LOOKS_MAX: u64 = 100_000_000;
/// Small enough that a thread which takes nothing has its ring full soon.
pub const RING_CONFIG: NicConfig = NicConfig {
    rx_rings: 3,
    rx_entry_log2: 8,
    rx_buffer_log2: 9,
    tx_log2: 6,
};

/// Frames that the desk's card sent or got, as far as tests count them.
#[derive(Debug, Default)]
pub struct Counted {
    pub arp_requests: u64,
    pub arp_answers: u64,
    pub resets: u64,
}

pub struct Desk<D: Device> {
    /// The owner, with an engine of its own on ring 0.
    pub owner: Engine<NicTransport<D>, Recorder>,
    /// Kept all the same, so that its threads are not told by its end.
    pub owner_has_failed: bool,
    /// Of rings 1 and 2.
    pub threads: [Option<Running>; 2],
    pub venue: Engine<Gateway<NicTransport<GoldenDevice>, PeriodicLoss>, Recorder>,
    pub clock: Arc<AtomicU64>,
    pub now_ns: u64,
    pub turns: u64,
    pub seen_turns: [u64; 2],
    pub sent: [u64; LINES.len()],
    pub to_desk: VecDeque<Vec<u8>>,
    pub counted: Counted,
}

impl<D: Device + Wire> Desk<D> {
    /// All sessions are logged on.
    pub fn up(device: D) -> Self {
        Self::up_with(device, "")
    }

    pub fn up_with(device: D, more: &'static str) -> Self {
        let nic = Nic::open(device, RING_CONFIG).expect("the device opens");
        let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, 1), 24, None, 1);
        let mut transport = NicTransport::new(nic, config, START_NS);
        let clock = Arc::new(AtomicU64::new(START_NS));
        let threads = [1, 2].map(|ring| {
            let listen = settings(1, more).on_ring(ring).accept_ports();
            let handle = transport
                .lend_to_thread(ring.into(), &listen)
                .expect("the ring is free");
            Some(run(handle, &clock, more))
        });
        let owner =
            Engine::with_transport(&settings(1, more).on_ring(0), transport, START_NS, |_| Recorder {
                answers: true,
                ..Recorder::default()
            });
        let nic = Nic::open(GoldenDevice::new(), NicConfig::default()).expect("the device opens");
        let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, 2), 24, None, 2);
        let venue = NicTransport::new(nic, config, START_NS);
        let gateway = Gateway::new(venue, PeriodicLoss::default());
        let all = settings(2, more);
        let mut desk = Self {
            owner: owner.expect("the engine starts"),
            owner_has_failed: false,
            threads,
            venue: Engine::with_transport(&all, gateway, START_NS, |_| Recorder::default())
                .expect("the engine starts"),
            clock,
            now_ns: START_NS,
            turns: 0,
            seen_turns: [0; 2],
            sent: [0; LINES.len()],
            to_desk: VecDeque::new(),
            counted: Counted::default(),
        };
        desk.run("every session is up", |desk| {
            (0..LINES.len()).all(|at| desk.venue.session(at).is_logged_on())
        });
        desk.rest();
        desk
    }

    /// Lets every thread take some turns without a message: commands on their way come through, as a session at rest is armed where its next message will begin.
    pub fn rest(&mut self) {
        for _ in 0..16 * LEAD_MAX {
            self.turn();
        }
    }

    pub fn device(&mut self) -> &mut D {
        self.owner.transport_mut().nic_mut().device_mut()
    }

    pub fn shared(&self, ring: usize) -> &Shared {
        &self.threads[ring - 1].as_ref().expect("the thread runs").shared
    }

    pub fn turn(&mut self) {
        self.now_ns += STEP_NS;
        self.turns += 1;
        let now_ns = self.now_ns;
        self.clock.store(now_ns, Ordering::Release);
        self.venue.poll(now_ns).expect("the venue works");
        let mut buffer = [0; MAX_FRAME_BYTES];
        loop {
            let venue = self.venue.transport_mut().inner_mut().nic_mut().device_mut();
            let Some(length) = venue.take_sent(&mut buffer) else {
                break;
            };
            self.counted.arp_requests += u64::from(arp_operation(&buffer[..length]) == Some(1));
            self.to_desk.push_back(buffer[..length].to_vec());
        }
        if !self.owner_has_failed {
            while let Some(frame) = self.to_desk.pop_front() {
                self.device().deliver(&frame, true);
            }
            if let Err(error) = self.owner.poll(now_ns) {
                println!("the owner has failed: {error}");
                self.owner_has_failed = true;
            }
        }
        while let Some(length) = self.device().take_sent(&mut buffer) {
            let frame = &buffer[..length];
            self.counted.arp_answers += u64::from(arp_operation(frame) == Some(2));
            self.counted.resets += u64::from(is_tcp_reset(frame));
            let venue = self.venue.transport_mut().inner_mut().nic_mut().device_mut();
            venue.deliver(frame, true);
        }
        if self.turns.is_multiple_of(LEAD_MAX) {
            self.wait_for_threads();
        }
    }

    /// A thread that had no turn for some time gets one, however few processors there are.
    pub fn wait_for_threads(&mut self) {
        for (seen, running) in self.seen_turns.iter_mut().zip(&self.threads) {
            let Some(running) = running else { continue };
            let mut looks = 0;
            while running.shared.turns.load(Ordering::Acquire) == *seen && !running.thread.is_finished() {
                looks += 1;
                assert!(looks < LOOKS_MAX, "a thread does nothing");
                thread::yield_now();
            }
            *seen = running.shared.turns.load(Ordering::Acquire);
        }
    }

    pub fn run(&mut self, what: &str, mut until: impl FnMut(&mut Self) -> bool) {
        for _ in 0..TURNS_MAX {
            if until(self) {
                return;
            }
            for running in self.threads.iter().flatten() {
                let is_over = running.thread.is_finished() && !running.shared.failed.load(Ordering::Acquire);
                assert!(!is_over, "{what}: a thread has panicked");
            }
            self.turn();
        }
        panic!("{what}: not within {TURNS_MAX} turns");
    }

    /// The venue sends `count` messages on each of these sessions, one a turn; the last one is not lost.
    pub fn send(&mut self, on: &[usize], count: u64) {
        for _ in 0..count {
            for at in on {
                self.sent[*at] += 1;
                let body = format!("11={}\x0158={}\x01", self.sent[*at], "y".repeat(100));
                self.venue
                    .send(self.now_ns, *at, b"D", body.as_bytes())
                    .expect("the session is up");
            }
            self.turn();
        }
    }

    pub fn seen(&self, at: usize) -> Option<&Seen> {
        let line = &LINES[at];
        let of_ring = lines(line.ring).position(|(place, _)| place == at)?;
        let running = self
            .threads
            .get(usize::from(line.ring).checked_sub(1)?)?
            .as_ref()?;
        Some(&running.seen[of_ring])
    }

    pub fn arrived(&self, at: usize) -> u64 {
        match self.seen(at) {
            Some(seen) => seen.orders.load(Ordering::Relaxed) as u64,
            None => self.owner.app(0).orders.len() as u64,
        }
    }

    pub fn verified(&self, at: usize) -> u64 {
        match self.seen(at) {
            Some(seen) => seen.verified.load(Ordering::Relaxed) as u64,
            None => self.owner.app(0).verified as u64,
        }
    }

    /// Everything sent on these sessions has arrived, and its answer as well.
    pub fn settle(&mut self, on: &[usize]) {
        self.run("every message arrives", |desk| {
            on.iter().all(|at| {
                desk.arrived(*at) >= desk.sent[*at]
                    && desk.venue.app(*at).orders.len() as u64 >= desk.sent[*at]
            })
        });
    }

    /// Sends until the core vouches for messages of these sessions again.
    pub fn verify_again(&mut self, on: &[usize]) {
        let before: Vec<u64> = on.iter().map(|at| self.verified(*at)).collect();
        for _ in 0..20 {
            self.send(on, 5);
            self.settle(on);
            self.rest();
            if on
                .iter()
                .zip(&before)
                .all(|(at, before)| self.verified(*at) >= before + 5)
            {
                return;
            }
        }
        let now: Vec<u64> = on.iter().map(|at| self.verified(*at)).collect();
        panic!("not armed anew: verified {before:?}, then {now:?}");
    }

    /// Ends one thread.
    pub fn end(&mut self, ring: usize) -> Ended {
        let running = self.threads[ring - 1].take().expect("the thread runs");
        running.shared.stop.store(true, Ordering::Release);
        running.thread.join().expect("the thread ends in order")
    }

    /// Everything that was sent has come once and in order, on every session; ends the threads.
    pub fn finish(&mut self) -> [Ended; 2] {
        let all: Vec<usize> = (0..LINES.len()).collect();
        self.settle(&all);
        let ended = [1, 2].map(|ring| self.end(ring));
        for (at, line) in LINES.iter().enumerate() {
            let orders: Vec<u64> = (1..=self.sent[at]).collect();
            let of_ring = lines(line.ring)
                .position(|(place, _)| place == at)
                .unwrap_or_default();
            let app = match line.ring {
                0 => self.owner.app(of_ring),
                ring => &ended[usize::from(ring) - 1].apps[of_ring],
            };
            assert_eq!(app.orders, orders, "{}: each message once, in order", line.name);
            assert_eq!(
                self.venue.app(at).orders,
                orders,
                "{}: each answer likewise",
                line.name
            );
        }
        for ended in &ended {
            assert_eq!((ended.disagreements, ended.misplaced), (0, 0));
            assert!(ended.error.is_none(), "{:?}", ended.error);
        }
        let owner = &self.owner;
        assert_eq!(owner.session(0).counters().disagreements, 0);
        ended
    }

    pub fn produced(&mut self, ring: u32) -> u32 {
        let produced = self.device().read32(reg::RX_PRODUCER.at(ring));
        reg::field::RX_PRODUCER::entries.get(produced)
    }

    /// Where the core writes entries of a ring, and frames.
    pub fn memory(&mut self, ring: u32) -> [Range<u64>; 2] {
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

pub fn arp_operation(frame: &[u8]) -> Option<u8> {
    (frame[12..14] == [0x08, 0x06]).then(|| frame[21])
}

pub fn is_tcp_reset(frame: &[u8]) -> bool {
    const RST: u8 = 4;
    frame[12..14] == [0x08, 0x00] && frame[23] == 6 && frame[47] & RST != 0
}
