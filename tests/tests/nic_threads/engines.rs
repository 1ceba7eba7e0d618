//! The desk's sessions, and the engines on threads that have them.

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::{Engine, EngineError};
use fixnic::nic::{FrameCounters, OffloadCounters, RingHandle, RingTransport};
use fixnic::session::codec::MessageView;
use fixnic::settings::{SessionName, Settings};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

/// Where a session's messages come from and go to. The place in the list is its place at the venue.
pub struct Line {
    pub name: &'static str,
    /// The ring of its engine: 0 for the owner's.
    pub ring: u8,
    /// The desk listens, and the venue connects.
    pub desk_listens: bool,
    pub port: u16,
}

pub const LINES: [Line; 5] = [
    Line {
        name: "A",
        ring: 1,
        desk_listens: false,
        port: 5001,
    },
    Line {
        name: "B",
        ring: 1,
        desk_listens: true,
        port: 6001,
    },
    Line {
        name: "C",
        ring: 2,
        desk_listens: false,
        port: 5002,
    },
    Line {
        name: "D",
        ring: 2,
        desk_listens: true,
        port: 6002,
    },
    Line {
        name: "E",
        ring: 0,
        desk_listens: false,
        port: 5003,
    },
];

pub fn lines(ring: u8) -> impl Iterator<Item = (usize, &'static Line)> {
    LINES
        .iter()
        .enumerate()
        .filter(move |(_, line)| line.ring == ring)
}

/// `more` holds lines for all sessions.
pub fn settings(own: u8, more: &str) -> Settings {
    let (sender, target) = if own == 1 {
        ("DESK", "VENUE")
    } else {
        ("VENUE", "DESK")
    };
    let mut text = format!(
        "[DEFAULT]\nDevice=sim:tap0\nNicAddress=10.0.0.{own}/24\nHeartBtInt=30\nReconnectInterval=1\n{more}\n"
    );
    for line in &LINES {
        let role = if line.desk_listens == (own == 1) {
            format!("ConnectionType=acceptor\nSocketAcceptPort={}", line.port)
        } else {
            format!(
                "ConnectionType=initiator\nSocketConnectHost=10.0.0.{}\nSocketConnectPort={}",
                3 - own,
                line.port
            )
        };
        let ring = if own == 1 { line.ring } else { 0 };
        let name = line.name;
        text += &format!(
            "[SESSION]\nBeginString=FIX.4.4\nSenderCompID={sender}{name}\nTargetCompID={target}{name}\nNicRing={ring}\n{role}\n"
        );
    }
    Settings::parse(Path::new("threads.cfg"), &text)
        .expect("the settings are right")
        .0
}

/// Keeps the numbers it is given, answers each order if it is the desk's, and lets another thread see how far it is.
#[derive(Debug, Default)]
pub struct Recorder {
    pub orders: Vec<u64>,
    pub verified: usize,
    pub logouts: Vec<String>,
    pub answers: bool,
    pub seen: Arc<Seen>,
}

#[derive(Debug, Default)]
pub struct Seen {
    pub orders: AtomicUsize,
    pub verified: AtomicUsize,
    pub logons: AtomicUsize,
}

impl Application for Recorder {
    fn on_logon(&mut self, _: &SessionName, _: &mut Outbox) {
        self.seen.logons.fetch_add(1, Ordering::Relaxed);
    }

    fn on_logout(&mut self, _: &SessionName, reason: &str) {
        self.logouts.push(reason.to_owned());
    }

    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut Outbox) -> Disposition {
        let id = message.text(11).and_then(|id| id.parse().ok());
        let id: u64 = id.expect("every order has its number in ClOrdID");
        self.orders.push(id);
        self.verified += usize::from(meta.verified);
        if self.answers {
            // What does not fit now would be missed at the venue.
            out.send(b"8", format!("11={id}\x01").as_bytes())
                .expect("there is room for an answer");
        }
        self.seen.orders.store(self.orders.len(), Ordering::Relaxed);
        self.seen.verified.store(self.verified, Ordering::Relaxed);
        Disposition::Accepted
    }
}

/// What a thread of the desk and the test see of each other.
#[derive(Debug, Default)]
pub struct Shared {
    pub stop: AtomicBool,
    /// Takes no turn while it is set.
    pub hold: AtomicBool,
    pub turns: AtomicU64,
    pub device_resets: AtomicU64,
    pub ring_stops: AtomicU64,
    /// The transport has failed.
    pub failed: AtomicBool,
}

/// What is left of a thread's engine.
pub struct Ended {
    pub apps: Vec<Recorder>,
    pub offload: OffloadCounters,
    pub frames: FrameCounters,
    pub disagreements: u64,
    pub misplaced: u64,
    pub error: Option<EngineError>,
}

pub struct Running {
    pub shared: Arc<Shared>,
    pub seen: Vec<Arc<Seen>>,
    pub thread: JoinHandle<Ended>,
}

/// An engine on a thread, on `clock`'s time.
pub fn run(handle: RingHandle, clock: &Arc<AtomicU64>, more: &'static str) -> Running {
    let ring = handle.ring() as u8;
    let shared = Arc::new(Shared::default());
    let seen: Vec<Arc<Seen>> = lines(ring).map(|_| Arc::default()).collect();
    let (theirs, clock, mut seen_by) = (Arc::clone(&shared), Arc::clone(clock), seen.clone().into_iter());
    let work = move || {
        let shared = theirs;
        let settings = settings(1, more).on_ring(ring);
        let now_ns = clock.load(Ordering::Acquire);
        let transport = RingTransport::new(handle, now_ns);
        assert_eq!(transport.ring(), u32::from(ring));
        let mut engine = Engine::with_transport(&settings, transport, now_ns, |_| Recorder {
            answers: true,
            seen: seen_by.next().expect("one for each session"),
            ..Recorder::default()
        })
        .expect("the engine starts");
        let mut error = None;
        while !shared.stop.load(Ordering::Acquire) && error.is_none() {
            if !shared.hold.load(Ordering::Acquire) {
                error = engine.poll(clock.load(Ordering::Acquire)).err();
                let frames = engine.transport().frame_counters();
                shared
                    .device_resets
                    .store(frames.device_resets, Ordering::Release);
                shared.ring_stops.store(frames.ring_stops, Ordering::Release);
            }
            shared.turns.fetch_add(1, Ordering::Release);
            thread::yield_now();
        }
        shared.failed.store(error.is_some(), Ordering::Release);
        let count = engine.session_count();
        let sum = |of: &dyn Fn(usize) -> u64| (0..count).map(of).sum();
        Ended {
            offload: engine.transport().offload_counters(),
            frames: engine.transport().frame_counters(),
            disagreements: sum(&|at| engine.session(at).counters().disagreements),
            misplaced: sum(&|at| engine.misplaced_tags(at)),
            error,
            apps: engine.into_apps(),
        }
    };
    let thread = thread::Builder::new()
        .name(format!("ring {ring}"))
        .spawn(work)
        .expect("the system has a thread");
    Running { shared, seen, thread }
}
