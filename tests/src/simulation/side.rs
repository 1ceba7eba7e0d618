//! One end: a process that may die, its NIC, its disk, its clock, and its application.

use fixnic::app::{Application, Disposition, Event, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::session::codec::MessageView;
use fixnic::session::Counters;
use fixnic::settings::SessionName;
use fixnic::store::SessionStore;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_driver::{Device, Nic, NicConfig, Wire};
use fixnic_store::journal::{self, What};
use fixnic_store::simulated::{Crash, SimulatedDisk};
use fixnic_store::{LogStore, StoreOptions, SyncPolicy};
use rand::Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::net::Ipv4Addr;
use std::path::Path;

use super::check::{demand, order_id, Delivered, JournalOf, Rule, SharedBook};
use super::gateway::{Losses, RandomLoss};
use super::sabotage::Sabotage;
use super::store::SharedStore;
use super::{Meter, Plan, MS_NS, START_NS};
use crate::gateway::Gateway;

/// Memory that an engine may take beside what its log holds: 64 connections' buffers. A connection takes 128 KiB.
const MEMORY_MAX: i64 = 8 << 20;
/// The simulated disk grows by doubling.
const MEMORY_PER_LOG_BYTE: i64 = 4;

/// How both sessions of a run are configured.
#[derive(Debug, Clone)]
pub struct Settings {
    keys: String,
    options: StoreOptions,
}

impl Settings {
    pub fn draw(rng: &mut ChaCha8Rng, jumps: bool) -> Settings {
        let chunk = [0, 0, 1, 7][rng.random_range(0..4)];
        let yes_no = |yes: bool| if yes { 'Y' } else { 'N' };
        Settings {
            keys: format!(
                "HeartBtInt={}\nReconnectInterval=1\nLogonTimeout=5\nLogoutTimeout=2\nCheckLatency={}\nStoreIncoming=Y\n\
                 ResendRequestChunkSize={chunk}\nClosedResendInterval={}\nEnableNextExpectedMsgSeqNum={}\n\
                 StartTime=00:00:00\nEndTime=00:00:00\n",
                rng.random_range(1..10),
                yes_no(!jumps),
                yes_no(rng.random()),
                yes_no(rng.random()),
            ),
            options: StoreOptions {
                sync: if rng.random_range(0..4) == 0 {
                    SyncPolicy::EveryMessage
                } else {
                    SyncPolicy::EveryBatch
                },
                segment_len_max: rng.random_range(4..64) << 10,
            },
        }
    }
}

/// Writes into the book what it is handed.
#[derive(Debug)]
struct Recorder {
    at: usize,
    book: SharedBook,
    life: u64,
    answers: u64,
    stale_one_in: u64,
    sabotage: Option<Sabotage>,
    /// Kept back, to be handed over in the wrong order.
    kept: Option<Delivered>,
}

impl Recorder {
    /// Answers one order in seven from inside the callback, by an order that is not answered.
    fn answer(&mut self, message: &MessageView<'_>, out: &mut Outbox) {
        if place_of(message).is_none_or(|place| place % 7 != 0) {
            return;
        }
        let id = format!("{}-{}-answer{}", self.at, self.life, self.answers);
        if let Ok(number) = out.send(b"D", format!("11={id}\x01").as_bytes()) {
            self.book.lock().accept_answer(id, number);
            self.answers += 1;
        }
    }
}

/// The place of an order among those given, which stands at the end of its ClOrdID (11).
fn place_of(order: &MessageView<'_>) -> Option<u64> {
    let (_, place) = order.text(11)?.rsplit_once('-')?;
    place.parse().ok()
}

impl Application for Recorder {
    fn on_logout(&mut self, _: &SessionName, _: &str) {
        self.book.lock().logged_out();
    }

    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut Outbox) -> Disposition {
        self.answer(message, out);
        let mut book = self.book.lock();
        let mut delivered = Delivered {
            number: meta.msg_seq_num,
            id: message.text(11).unwrap_or_default().to_owned(),
            poss_dup: meta.poss_dup,
            verified: meta.verified,
            life: self.life,
        };
        let chosen = book.seen.len() == 5;
        match self.sabotage {
            Some(Sabotage::LoseDelivery) if delivered.id.ends_with("-5") => return Disposition::Accepted,
            Some(Sabotage::DeliverTwice) if chosen => book.seen.push(delivered.clone()),
            Some(Sabotage::HideRepetition) => delivered.poss_dup = false,
            Some(Sabotage::ChangeDelivery) if chosen => delivered.id = book.seen[0].id.clone(),
            Some(Sabotage::SwapDeliveries) if chosen && self.kept.is_none() => {
                self.kept = Some(delivered);
                return Disposition::Accepted;
            }
            _ => {}
        }
        book.seen.push(delivered);
        book.seen.extend(self.kept.take());
        Disposition::Accepted
    }

    fn is_stale(&mut self, stored: &MessageView<'_>) -> bool {
        let stale =
            self.stale_one_in > 0 && place_of(stored).is_some_and(|place| place % self.stale_one_in == 0);
        if stale {
            let id = stored.text(11).unwrap_or_default();
            self.book.lock().call_stale(id.to_owned());
        }
        stale
    }

    fn on_event(&mut self, _: &SessionName, event: &Event) {
        if let Event::LoggedOn { reset, .. } = event {
            self.book.lock().logged_on(*reset);
        }
    }
}

pub struct Side<D: Device> {
    at: usize,
    settings: Settings,
    plan: Plan,
    book: SharedBook,
    engine: Engine<Gateway<NicTransport<D>, RandomLoss>, Recorder>,
    store: SharedStore,
    /// How far its clock is ahead of the world's.
    ahead_ns: u64,
    /// When the syncs under way are complete.
    synced_at_ns: u64,
    seed: u64,
    life: u64,
    /// Messages given to send.
    pub given: u64,
    /// What earlier lives counted.
    counted: Counters,
    /// Proposals of the card that earlier lives confirmed.
    confirmed: u64,
    /// Bytes that the engine has taken and not given back.
    held: i64,
}

impl<D: Device + Wire> Side<D> {
    pub fn new(
        at: usize,
        device: D,
        settings: &Settings,
        plan: &Plan,
        book: SharedBook,
        seed: u64,
    ) -> Side<D> {
        let store = open(SimulatedDisk::slow(), settings.options, plan.sabotage);
        let engine = start(
            at,
            device,
            settings,
            plan,
            &book,
            store.clone(),
            seed,
            0,
            START_NS,
        );
        Side {
            at,
            settings: settings.clone(),
            plan: plan.clone(),
            book,
            engine,
            store,
            ahead_ns: 0,
            synced_at_ns: 0,
            seed,
            life: 0,
            given: 0,
            counted: Counters::default(),
            confirmed: 0,
            held: 0,
        }
    }

    fn now_ns(&self, now_ns: u64) -> u64 {
        now_ns + self.ahead_ns
    }

    pub fn jump(&mut self, ahead_ns: u64) {
        self.ahead_ns += ahead_ns;
    }

    pub fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.device().deliver(frame, fcs_good);
    }

    fn device(&mut self) -> &mut D {
        self.engine.transport_mut().inner_mut().nic_mut().device_mut()
    }

    /// What the gateway loses from now on.
    pub fn lose(&mut self, losses: Losses) {
        self.engine.transport_mut().loss.losses = losses;
    }

    /// Has the application send its next message, when it is up and has one left.
    pub fn give(&mut self, now_ns: u64, len: usize) {
        if self.given >= self.plan.messages || !self.engine.session(0).is_logged_on() {
            return;
        }
        let id = format!("{}-{}-{}", self.at, self.life, self.given);
        let body = format!("11={id}\x0158={}\x01", "y".repeat(len));
        if let Ok(number) = self.engine.send(self.now_ns(now_ns), 0, b"D", body.as_bytes()) {
            self.book.lock().accept(id, number);
            self.given += 1;
        }
    }

    /// Asks for a reset of both numbers in session. False when it is not the moment.
    pub fn reset(&mut self, now_ns: u64) -> bool {
        self.engine.reset(self.now_ns(now_ns), 0).is_ok()
    }

    /// The engine's turn. Whether a frame left.
    pub fn turn(&mut self, now_ns: u64, rng: &mut ChaCha8Rng, carry: &mut dyn FnMut(&[u8])) -> bool {
        if self.stays_down() {
            return false;
        }
        self.advance_disk(now_ns, rng);
        let own_ns = self.now_ns(now_ns);
        let Meter(meter) = self.plan.meter;
        let engine = &mut self.engine;
        self.held += meter(&mut || engine.poll(own_ns).expect("the engine works"));
        self.check_bounds();
        let mut sent = false;
        let mut buffer = [0; MAX_FRAME_BYTES];
        let device = self.device();
        while let Some(length) = device.take_sent(&mut buffer) {
            carry(&buffer[..length]);
            sent = true;
        }
        sent
    }

    fn stays_down(&self) -> bool {
        self.life > 0 && self.plan.sabotage == Some(Sabotage::StayDown)
    }

    fn check_bounds(&self) {
        let session = self.engine.session(0);
        let (queued, limit) = (session.queued(), session.config().queue_messages_max);
        demand(queued <= limit, Rule::Bounded, || {
            format!(
                "side {}: {queued} messages wait for a gap, the limit is {limit}",
                self.at
            )
        });
        if self.held > MEMORY_MAX {
            let logged = self.store.lock().disk().len_of_all() as i64;
            let limit = MEMORY_MAX + MEMORY_PER_LOG_BYTE * logged;
            demand(self.held <= limit, Rule::Bounded, || {
                format!(
                    "side {}: the engine holds {} bytes, the limit is {limit}",
                    self.at, self.held
                )
            });
        }
    }

    /// A disk takes some time for each sync.
    fn advance_disk(&mut self, now_ns: u64, rng: &mut ChaCha8Rng) {
        let mut store = self.store.lock();
        if !store.disk().is_syncing() {
            self.synced_at_ns = 0;
        } else if self.synced_at_ns == 0 {
            self.synced_at_ns = now_ns + rng.random_range(0..6 * MS_NS);
        } else if self.synced_at_ns <= now_ns {
            store.disk().complete_syncs();
            self.synced_at_ns = 0;
        }
    }

    /// When the engine is to be polled again at the latest, on the world's clock.
    pub fn due(&mut self, now_ns: u64) -> Option<u64> {
        if self.stays_down() {
            return None;
        }
        let due = self.engine.poll_timeout()?;
        if due == 0 && self.engine.session(0).awaits_store() && self.synced_at_ns > now_ns {
            return Some(self.synced_at_ns);
        }
        Some(due.saturating_sub(self.ahead_ns))
    }

    /// The process dies, and the next one finds what its disk has.
    pub fn crash(&mut self, crash: Crash, device: D, now_ns: u64, rng: &mut ChaCha8Rng) {
        self.counted = self.counters();
        self.confirmed = self.confirmed();
        let disk = self
            .store
            .lock()
            .disk()
            .crash(crash, &mut |below| rng.random_range(0..below));
        self.life += 1;
        self.synced_at_ns = 0;
        self.held = 0;
        self.store = open(disk, self.settings.options, self.plan.sabotage);
        let losses = self.engine.transport().loss.losses;
        {
            let mut store = self.store.lock();
            let mut message = Vec::new();
            self.book.lock().crashed(|number, id| {
                let found = store.read_outgoing(number, &mut message);
                found.expect("the log can be read") && order_id(&message).as_deref() == Some(id)
            });
        }
        self.engine = start(
            self.at,
            device,
            &self.settings,
            &self.plan,
            &self.book,
            self.store.clone(),
            self.seed ^ self.life,
            self.life,
            self.now_ns(now_ns),
        );
        self.lose(losses);
    }

    /// Whether the session is up, misses nothing, and has been given everything to send.
    pub fn is_at_rest(&self) -> bool {
        let session = self.engine.session(0);
        self.given >= self.plan.messages && session.is_logged_on() && session.missing().is_none()
    }

    /// The number expected of the counterparty.
    pub fn expected(&self) -> u64 {
        self.engine.session(0).expected_incoming()
    }

    /// The number of the last order in the store.
    pub fn stored(&self) -> u64 {
        let mut store = self.store.lock();
        let mut message = Vec::new();
        (1..store.next_outgoing())
            .rev()
            .find(|number| {
                let found = store.read_outgoing(*number, &mut message);
                found.expect("the log can be read") && order_id(&message).is_some()
            })
            .unwrap_or(0)
    }

    /// What the log holds.
    pub fn journal(&self) -> JournalOf {
        let mut outgoing = vec![Vec::new()];
        let mut incoming = Vec::new();
        let mut store = self.store.lock();
        // What is still being written counts by the end of the next commit.
        store.commit(START_NS).expect("the log can be written");
        let summary = journal::read_on(store.disk(), &mut |entry| match &entry.what {
            What::Outgoing(message) => {
                let numbering = outgoing.last_mut().expect("it begins with one");
                numbering.push((entry.number, order_id(message)));
            }
            What::Incoming(_, message) => incoming.extend(order_id(message).map(|id| (entry.number, id))),
            What::Reset => outgoing.push(Vec::new()),
            _ => {}
        })
        .expect("the log can be read");
        assert_eq!(summary.faults, [], "side {}", self.at);
        JournalOf { outgoing, incoming }
    }

    pub fn counters(&self) -> Counters {
        let mut counters = *self.engine.session(0).counters();
        assert_eq!(counters.disagreements, 0, "hardware and software agree");
        counters.gaps += self.counted.gaps;
        counters.resent += self.counted.resent;
        counters.gap_filled += self.counted.gap_filled;
        counters
    }

    /// Messages that the card proposed after it had lost its place, and that were confirmed to it.
    pub fn confirmed(&self) -> u64 {
        self.confirmed + self.engine.transport().inner().offload_counters().confirmed
    }

    pub fn describe(&self) -> String {
        let session = self.engine.session(0);
        format!(
            "side {}: {:?}, given {}, next {} {}, missing {:?}, {:?}",
            self.at,
            session.phase(),
            self.given,
            session.next_outgoing(),
            session.expected_incoming(),
            session.missing(),
            session.counters()
        )
    }
}

fn open(disk: SimulatedDisk, options: StoreOptions, sabotage: Option<Sabotage>) -> SharedStore {
    let store = LogStore::open_on(disk, options, START_NS).expect("the log opens after any crash");
    SharedStore::new(store, sabotage)
}

#[allow(clippy::too_many_arguments)]
fn start<D: Device>(
    at: usize,
    device: D,
    settings: &Settings,
    plan: &Plan,
    book: &SharedBook,
    store: SharedStore,
    seed: u64,
    life: u64,
    now_ns: u64,
) -> Engine<Gateway<NicTransport<D>, RandomLoss>, Recorder> {
    let own = at as u8 + 1;
    let (role, sender, target) = match at {
        0 => (
            "initiator\nSocketConnectHost=10.0.0.2\nSocketConnectPort=5001",
            "ONE",
            "TWO",
        ),
        _ => ("acceptor\nSocketAcceptPort=5001", "TWO", "ONE"),
    };
    let text = format!(
        "[SESSION]\nConnectionType={role}\nDevice=sim:tap0\nNicAddress=10.0.0.{own}/24\nBeginString=FIX.4.4\n\
         SenderCompID={sender}\nTargetCompID={target}\n{}",
        settings.keys
    );
    let (parsed, _) = fixnic::settings::Settings::parse(Path::new("simulation.cfg"), &text)
        .expect("the settings are right");
    let mut device = device;
    device.advance(now_ns);
    let nic = Nic::open(device, NicConfig::default()).expect("the device opens");
    let config = NicTransportConfig::new(Ipv4Addr::new(10, 0, 0, own), 24, None, seed);
    let transport = NicTransport::new(nic, config, now_ns);
    let rng = ChaCha8Rng::seed_from_u64(seed);
    let loss = RandomLoss::new(rng, book.clone(), store.clone(), plan.sabotage);
    let gateway = Gateway::new(transport, loss);
    Engine::with_stores(
        &parsed,
        gateway,
        now_ns,
        |session| Ok(SessionStore::over(store.clone(), &session.store)),
        |_| Recorder {
            at,
            book: book.clone(),
            life,
            answers: 0,
            stale_one_in: plan.stale_one_in,
            sabotage: plan.sabotage,
            kept: None,
        },
    )
    .expect("the engine starts")
}
