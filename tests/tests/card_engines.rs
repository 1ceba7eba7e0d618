//! `CardEngines` on an aggregate of two engines: the threads of rings 2 and 3 and the owner have sessions that connect, to a venue on a thread of its own behind a
//! cable. Real threads on the system's clock; how they end: told to, by a panic of an application, with the card.

use fixnic::app::{Application, Disposition, Event, MessageMeta, Outbox};
use fixnic::engine::{spawn, CardEngines, CardError, Engine, EngineError, RingEnded, Running};
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::session::codec::MessageView;
use fixnic::settings::{SessionName, SessionSettings, Settings};
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_driver::{Device, DmaError, HostMemory, Nic, NicConfig, Wire};
use fixnic_sim::verilated::{AggregateDevice, Stalls};
use fixnic_sim::GoldenDevice;
use fixnic_tests::aggregate::{GoldenCard, HeldCard, VerilatedCard};
use fixnic_tests::vanishing::Vanishing;
use std::net::Ipv4Addr;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{channel, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

const ENGINES: usize = 2;
/// How long something may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(120);
/// Orders of each session before the next ones.
const ROUND: u64 = 20;
/// Rounds after which a test is given up in which the core has not verified a round's orders of each session: a session is armed when its thread and the owner have had their turns.
const ROUNDS_MAX: u64 = 100;
/// What the venue's sessions say of the desk's Logout.
const LOGOUT: &str = "LogoutReceived { text: \"the engine stops\" }";
/// What an application says with its panic.
const PANIC: &str = "the application cannot go on";

/// Name and ring of the desk's sessions, by place.
const LINES: [(&str, u8); 5] = [("A", 2), ("B", 2), ("C", 3), ("D", 3), ("E", 0)];
const ALL: [usize; LINES.len()] = [0, 1, 2, 3, 4];
/// The place of a session on ring 3, and of the owner's.
const ON_RING_3: usize = 2;
const OF_OWNER: usize = 4;

/// The places of a ring's sessions.
fn of_ring(ring: u8) -> Vec<usize> {
    (0..LINES.len()).filter(|at| LINES[*at].1 == ring).collect()
}

fn settings(is_desk: bool) -> Settings {
    let (sender, target, own) = if is_desk {
        ("DESK", "VENUE", 1)
    } else {
        ("VENUE", "DESK", 2)
    };
    let threads = if is_desk { "NicThreads=Y\n" } else { "" };
    let mut text = format!(
        "[DEFAULT]\nDevice=sim:tap0\nNicAddress=10.0.0.{own}/24\nHeartBtInt=30\nReconnectInterval=1\n{threads}"
    );
    for (at, (name, ring)) in LINES.iter().enumerate() {
        let port = 5_001 + at;
        let role = if is_desk {
            format!("ConnectionType=initiator\nSocketConnectHost=10.0.0.2\nSocketConnectPort={port}\nNicRing={ring}")
        } else {
            format!("ConnectionType=acceptor\nSocketAcceptPort={port}")
        };
        text += &format!(
            "[SESSION]\nBeginString=FIX.4.4\nSenderCompID={sender}{name}\nTargetCompID={target}{name}\n{role}\n"
        );
    }
    Settings::parse(Path::new("card.cfg"), &text)
        .expect("the settings are right")
        .0
}

/// What a session's applications on both sides and the test see of each other.
#[derive(Debug, Default)]
struct Seen {
    /// Orders that the venue is to have sent.
    wanted: AtomicU64,
    /// The desk's application panics with the next order.
    panics: AtomicBool,
    /// The card goes with that.
    takes_card: AtomicBool,
    logons: AtomicU64,
    /// Orders at the desk, and how many of them the core vouched for.
    orders: AtomicU64,
    verified: AtomicU64,
    /// The desk's answers at the venue.
    answers: AtomicU64,
    /// What the venue's session was told of.
    events: Mutex<Vec<String>>,
}

type Shared = Arc<[Seen; LINES.len()]>;

/// The place of a session.
fn place(settings: &SessionSettings) -> usize {
    let target = &settings.name.target_comp_id;
    let at = LINES.iter().position(|(name, _)| target.ends_with(name));
    at.expect("every session has a line")
}

fn number(message: &MessageView<'_>) -> u64 {
    let id = message.text(11).and_then(|id| id.parse().ok());
    id.expect("every order and answer has a number in ClOrdID")
}

/// Of the desk's: answers every order.
struct Desk {
    at: usize,
    shared: Shared,
    card_is_gone: Arc<AtomicBool>,
    orders: Vec<u64>,
    logouts: Vec<String>,
}

impl Application for Desk {
    fn on_logon(&mut self, _: &SessionName, _: &mut Outbox) {
        self.shared[self.at].logons.fetch_add(1, Ordering::Release);
    }

    fn on_logout(&mut self, _: &SessionName, reason: &str) {
        self.logouts.push(reason.to_owned());
    }

    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut Outbox) -> Disposition {
        let seen = &self.shared[self.at];
        if seen.takes_card.load(Ordering::Acquire) {
            self.card_is_gone.store(true, Ordering::Release);
        }
        assert!(!seen.panics.load(Ordering::Acquire), "{PANIC}");
        let id = number(message);
        self.orders.push(id);
        out.send(b"8", format!("11={id}\x01").as_bytes())
            .expect("there is room for an answer");
        seen.verified.fetch_add(meta.verified.into(), Ordering::Release);
        seen.orders.fetch_add(1, Ordering::Release);
        Disposition::Accepted
    }
}

/// Of the venue's: sends as many orders as are wanted.
struct Venue {
    at: usize,
    shared: Shared,
    sent: u64,
    answers: Vec<u64>,
}

impl Application for Venue {
    fn on_turn(&mut self, _: &SessionName, out: &mut Outbox) {
        while self.sent < self.shared[self.at].wanted.load(Ordering::Acquire) {
            let body = format!("11={}\x0158={}\x01", self.sent + 1, "y".repeat(100));
            if out.send(b"D", body.as_bytes()).is_err() {
                break;
            }
            self.sent += 1;
        }
    }

    fn on_message(&mut self, message: &MessageView<'_>, _: &MessageMeta, _: &mut Outbox) -> Disposition {
        self.answers.push(number(message));
        self.shared[self.at].answers.fetch_add(1, Ordering::Release);
        Disposition::Accepted
    }

    fn on_event(&mut self, _: &SessionName, event: &Event) {
        let mut events = self.shared[self.at].events.lock().expect("nobody panics with it");
        events.push(format!("{event:?}"));
    }
}

/// A card whose wire is a cable to another one.
struct Cabled<D> {
    inner: D,
    /// Everything given to the card is in host memory.
    settle: fn(&mut D),
    to_other: Sender<Vec<u8>>,
    from_other: Receiver<Vec<u8>>,
}

impl<D: Device + Wire> Device for Cabled<D> {
    fn read32(&mut self, offset: u32) -> u32 {
        self.inner.read32(offset)
    }
    fn write32(&mut self, offset: u32, value: u32) {
        self.inner.write32(offset, value);
    }
    fn map_dma(&mut self, memory: &HostMemory) -> Result<(), DmaError> {
        self.inner.map_dma(memory)
    }
    fn unmap_dma(&mut self, iova: u64) {
        self.inner.unmap_dma(iova);
    }
    fn take_interrupt(&mut self, vector: u32) -> bool {
        self.inner.take_interrupt(vector)
    }
    fn advance(&mut self, now_ns: u64) {
        self.inner.advance(now_ns);
        while let Ok(frame) = self.from_other.try_recv() {
            self.inner.deliver(&frame, true);
        }
        (self.settle)(&mut self.inner);
        let mut buffer = [0; MAX_FRAME_BYTES];
        while let Some(length) = self.inner.take_sent(&mut buffer) {
            // The other end may have been pulled out.
            let _ = self.to_other.send(buffer[..length].to_vec());
        }
    }
    /// Others may have the processor in between.
    fn wait(&mut self, _: Duration) -> std::io::Result<()> {
        thread::yield_now();
        Ok(())
    }
}

fn now_ns() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.expect("a clock that is set").as_nanos() as u64
}

fn transport<D: Device>(device: D, rx_rings: u32, own: u8) -> NicTransport<D> {
    let rings = NicConfig {
        rx_rings,
        ..NicConfig::default()
    };
    let nic = Nic::open(device, rings).expect("the device opens");
    let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, own), 24, None, own.into());
    NicTransport::new(nic, config, now_ns())
}

/// Ends what runs until it is set, also when the one that was to set it has failed.
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

/// Waits for what other threads do.
fn wait_until(what: &str, reached: impl Fn() -> bool) {
    let begun = Instant::now();
    while !reached() {
        assert!(begun.elapsed() < PATIENCE, "{what}: not within {PATIENCE:?}");
        thread::yield_now();
    }
}

/// Every session is up, and goes on in rounds until the core has verified a round's orders of each. Gives the number of orders of each.
fn all_are_verified(shared: &Shared) -> u64 {
    let all = |of: &dyn Fn(&Seen) -> bool| shared.iter().all(of);
    wait_until("every session is up", || {
        all(&|seen| seen.logons.load(Ordering::Acquire) == 1)
    });
    for wanted in (1..=ROUNDS_MAX).map(|round| round * ROUND) {
        for seen in shared.iter() {
            seen.wanted.store(wanted, Ordering::Release);
        }
        wait_until("every order is answered", || {
            all(&|seen| seen.answers.load(Ordering::Acquire) == wanted)
        });
        if all(&|seen| seen.verified.load(Ordering::Acquire) >= ROUND) {
            return wanted;
        }
    }
    panic!("not verified: {shared:?}");
}

/// What a card's engines and the venue leave.
struct Left<D: HeldCard> {
    /// What [`CardEngines::run_until`] returned, or the panic that it went on with.
    ran: thread::Result<Result<(), CardError>>,
    engines: CardEngines<Cabled<Vanishing<D>>, Desk>,
    venue: Vec<Venue>,
    shared: Shared,
    /// Orders of each session that were answered.
    sent: u64,
}

/// Runs the desk on `card` until `ends` has had it end. It is called when every session is verified, with what the applications see, the flag that stops the desk and
/// the one that takes the card away.
fn run<D: HeldCard>(
    card: D,
    ends: impl FnOnce(&Shared, &AtomicBool, &AtomicBool) + Send + 'static,
) -> Left<D> {
    let shared = Shared::default();
    let card = Vanishing::new(card);
    let is_gone = card.switch();
    let (to_venue, from_desk) = channel();
    let (to_desk, from_venue) = channel();
    let theirs = Arc::clone(&shared);
    let venue: Running<Venue> = spawn("venue", move || {
        let device = Cabled {
            inner: GoldenDevice::new(),
            settle: |_| {},
            to_other: to_desk,
            from_other: from_desk,
        };
        Engine::with_transport(&settings(false), transport(device, 1, 2), now_ns(), |settings| {
            Venue {
                at: place(settings),
                shared: Arc::clone(&theirs),
                sent: 0,
                answers: Vec::new(),
            }
        })
    })
    .expect("the venue starts");
    let device = Cabled {
        inner: card,
        settle: HeldCard::settle,
        to_other: to_venue,
        from_other: from_venue,
    };
    let settings = settings(true);
    let owner = transport(device, settings.nic_rings(), 1);
    let (theirs, card_is_gone) = (Arc::clone(&shared), Arc::clone(&is_gone));
    let new_app = move |settings: &SessionSettings| Desk {
        at: place(settings),
        shared: Arc::clone(&theirs),
        card_is_gone: Arc::clone(&card_is_gone),
        orders: Vec::new(),
        logouts: Vec::new(),
    };
    let mut engines = CardEngines::start(&settings, owner, new_app).expect("every ring can have a thread");
    let stop = Arc::new(AtomicBool::new(false));
    let has_ended = Arc::new(AtomicBool::new(false));
    let conductor = {
        let (shared, stop) = (Arc::clone(&shared), Stop(Arc::clone(&stop)));
        let has_ended = Arc::clone(&has_ended);
        thread::spawn(move || {
            let sent = all_are_verified(&shared);
            ends(&shared, &stop.0, &is_gone);
            wait_until("the desk ends", || has_ended.load(Ordering::Acquire));
            sent
        })
    };
    let ran = catch_unwind(AssertUnwindSafe(|| engines.run_until(&stop)));
    has_ended.store(true, Ordering::Release);
    let sent = conductor.join().expect("the desk ends when it was told to");
    Left {
        ran,
        engines,
        venue: venue.stop().expect("the venue goes on to the end"),
        shared,
        sent,
    }
}

impl<D: HeldCard> Left<D> {
    /// Every Logout that the venue's session got had the desk's text; whether there was one.
    fn is_logged_out(&self, at: usize) -> bool {
        let events = self.shared[at].events.lock().expect("nobody panics with it");
        let logouts: Vec<&String> = events
            .iter()
            .filter(|event| event.starts_with("LogoutReceived"))
            .collect();
        assert!(logouts.iter().all(|logout| *logout == LOGOUT), "{events:?}");
        assert!(logouts.len() <= 1, "{events:?}");
        !logouts.is_empty()
    }

    /// The rings whose threads have left something, each with what its sessions have: every order once and in order, one connection, and what the core verified.
    fn rings(&self) -> Vec<u8> {
        let orders: Vec<u64> = (1..=self.sent).collect();
        for RingEnded {
            ring,
            apps,
            offload,
            counters,
            ..
        } in self.engines.ended()
        {
            let places: Vec<usize> = apps.iter().map(|app| app.at).collect();
            assert_eq!(places, of_ring(*ring));
            for app in apps {
                assert_eq!(app.orders, orders, "{}", LINES[app.at].0);
                assert_eq!(app.logouts.len(), 1, "{:?}", app.logouts);
            }
            let verified = |at: &usize| self.shared[*at].verified.load(Ordering::Acquire);
            let verified: u64 = places.iter().map(verified).sum();
            assert!(offload.tags >= verified, "{verified} verified: {offload:?}");
            assert_eq!(counters.len(), places.len());
            for counters in counters {
                assert!(counters.tags_used >= ROUND, "{counters:?}");
                assert_eq!(counters.disagreements, 0, "{counters:?}");
            }
            // Each session's connection is of the ring's engine.
            assert!(offload.armed >= places.len() as u64, "{offload:?}");
            assert_eq!((offload.no_ring, offload.no_place), (0, 0), "{offload:?}");
        }
        self.engines.ended().iter().map(|ended| ended.ring).collect()
    }
}

/// Sessions on each engine's thread and the owner's are verified, and logged out in order when the desk is told to stop.
fn each_engine_has_sessions<D: HeldCard>(card: D) {
    let mut left = run(card, |_, stop, _| stop.store(true, Ordering::Release));
    match &left.ran {
        Ok(Ok(())) => {}
        ran => panic!("it ends in order: {ran:?}"),
    }
    assert_eq!(left.rings(), [2, 3]);
    let orders: Vec<u64> = (1..=left.sent).collect();
    for at in ALL {
        assert!(left.is_logged_out(at), "{}", LINES[at].0);
        assert_eq!(left.venue[at].answers, orders, "{}", LINES[at].0);
    }
    let owner = left.engines.owner_mut();
    assert_eq!(owner.app(0).orders, orders);
    let offload = owner.transport().offload_counters();
    assert!(offload.tags >= ROUND, "{offload:?}");
    assert!(!owner.transport().has_threads(), "the rings have come back");
}

#[test]
fn each_engine_of_the_golden_model_has_sessions() {
    each_engine_has_sessions(GoldenCard::new(ENGINES));
}

#[test]
fn each_engine_of_the_verilated_aggregate_has_sessions() {
    each_engine_has_sessions(VerilatedCard(AggregateDevice::new(ENGINES, 1, Stalls::NONE)));
}

/// The application of the session at `at` panics, and takes the card with it or not; the panic goes on at who called [`CardEngines::run_until`]. Of its engine's
/// thread nothing is left, of the others what `left_of` names.
fn a_panic_goes_on(at: usize, takes_card: bool, left_of: &[u8]) -> Left<GoldenCard> {
    let left = run(GoldenCard::new(ENGINES), move |shared, _, _| {
        let seen = &shared[at];
        seen.takes_card.store(takes_card, Ordering::Release);
        seen.panics.store(true, Ordering::Release);
        seen.wanted.fetch_add(1, Ordering::AcqRel);
    });
    let panic = match &left.ran {
        Err(panic) => panic.downcast_ref::<String>().map(String::as_str),
        ran => panic!("the panic is lost: {ran:?}"),
    };
    assert_eq!(panic, Some(PANIC), "the application's own");
    assert_eq!(left.rings(), left_of);
    left
}

/// What shares the engine of the one that panics goes down with it, without a Logout; all others are logged out before the panic goes on.
fn the_others_are_logged_out_behind_a_panic(at: usize, left_of: &[u8]) {
    let left = a_panic_goes_on(at, false, left_of);
    for other in ALL {
        let is_of_others = LINES[other].1 != LINES[at].1;
        assert_eq!(left.is_logged_out(other), is_of_others, "{}", LINES[other].0);
    }
}

#[test]
fn a_panic_on_a_rings_thread_goes_on_at_the_caller_when_the_others_are_logged_out() {
    the_others_are_logged_out_behind_a_panic(ON_RING_3, &[2]);
}

#[test]
fn a_panic_at_the_owner_goes_on_when_every_thread_is_logged_out() {
    the_others_are_logged_out_behind_a_panic(OF_OWNER, &[2, 3]);
}

/// With the card gone nobody can be logged out: the sessions of the other threads go down with that reason, and the panic, which says more, goes on and not the card's error.
fn a_panic_goes_on_though_the_card_is_gone(at: usize, left_of: &[u8]) {
    let left = a_panic_goes_on(at, true, left_of);
    for app in left.engines.ended().iter().flat_map(|ended| &ended.apps) {
        assert!(app.logouts[0].contains("the card is gone"), "{:?}", app.logouts);
    }
    for other in ALL {
        assert!(!left.is_logged_out(other), "{}: nothing leaves", LINES[other].0);
    }
}

#[test]
fn a_panic_on_a_rings_thread_goes_on_though_the_card_is_gone() {
    a_panic_goes_on_though_the_card_is_gone(ON_RING_3, &[2]);
}

#[test]
fn a_panic_at_the_owner_goes_on_though_the_card_is_gone() {
    a_panic_goes_on_though_the_card_is_gone(OF_OWNER, &[2, 3]);
}

/// An application that cannot be made on a ring's thread: the other threads have ended when the panic goes on.
#[test]
fn a_panic_of_an_application_being_made_goes_on_when_the_other_threads_have_ended() {
    let device = Cabled {
        inner: GoldenCard::new(ENGINES),
        settle: GoldenCard::settle,
        to_other: channel().0,
        from_other: channel().1,
    };
    let settings = settings(true);
    let owner = transport(device, settings.nic_rings(), 1);
    let shared = Shared::default();
    let theirs = Arc::clone(&shared);
    let new_app = move |settings: &SessionSettings| {
        let at = place(settings);
        assert_ne!(at, ON_RING_3, "{PANIC}");
        Desk {
            at,
            shared: Arc::clone(&theirs),
            card_is_gone: Arc::default(),
            orders: Vec::new(),
            logouts: Vec::new(),
        }
    };
    let started = catch_unwind(AssertUnwindSafe(|| CardEngines::start(&settings, owner, new_app)));
    let Err(panic) = started else {
        panic!("the panic is lost");
    };
    let text = panic.downcast_ref::<String>().expect("the application's own");
    assert!(text.contains(PANIC), "{text}");
    assert_eq!(Arc::strong_count(&shared), 1, "no thread holds an application");
}

/// The card is gone: the owner's error comes back, and every session of every thread goes down with the reason.
#[test]
fn a_card_that_is_gone_ends_every_engine() {
    let mut left = run(GoldenCard::new(ENGINES), |_, _, is_gone| {
        is_gone.store(true, Ordering::Release);
    });
    match &left.ran {
        Ok(Err(CardError::Owner(error @ EngineError::Transport(_)))) => {
            assert!(error.to_string().contains("gone"), "{error}");
        }
        ran => panic!("the owner says so: {ran:?}"),
    }
    assert_eq!(left.rings(), [2, 3]);
    for app in left.engines.ended().iter().flat_map(|ended| &ended.apps) {
        assert!(app.logouts[0].contains("the card is gone"), "{:?}", app.logouts);
    }
    for at in ALL {
        assert!(!left.is_logged_out(at), "{}: nothing leaves", LINES[at].0);
    }
    let [reason] = &left.engines.owner_mut().app(0).logouts[..] else {
        panic!("the owner's session goes down once");
    };
    assert!(reason.contains("gone"), "{reason}");
}
