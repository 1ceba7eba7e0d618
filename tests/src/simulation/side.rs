//! One end: a process that may die, its NIC, its disk, its clock, and its application.

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::Engine;
use fixnic::nic::{NicTransport, NicTransportConfig};
use fixnic::session::codec::MessageView;
use fixnic::session::Counters;
use fixnic::store::SessionStore;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_driver::{Device, Nic, NicConfig, Wire};
use fixnic_store::journal::{self, What};
use fixnic_store::simulated::{Crash, SimulatedDisk};
use fixnic_store::{LogStore, StoreOptions, SyncPolicy};
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::check::{Checker, Delivered, JournalOf};
use super::store::SharedStore;
use super::{MS_NS, START_NS};

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

/// Tells the checker what it is handed.
#[derive(Debug)]
struct Recorder {
    seen: Arc<Mutex<Vec<Delivered>>>,
    life: u64,
}

impl Application for Recorder {
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, _: &mut Outbox) -> Disposition {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.push(Delivered {
            number: meta.msg_seq_num,
            id: message.text(11).unwrap_or_default().to_owned(),
            poss_dup: meta.poss_dup,
            verified: meta.verified,
            life: self.life,
        });
        Disposition::Accepted
    }
}

pub struct Side<D: Device> {
    at: usize,
    settings: Settings,
    checker: Checker,
    engine: Engine<NicTransport<D>, Recorder>,
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
}

impl<D: Device + Wire> Side<D> {
    pub fn new(at: usize, device: D, settings: &Settings, checker: &Checker, seed: u64) -> Side<D> {
        let store = open(SimulatedDisk::slow(), settings.options);
        Side {
            at,
            settings: settings.clone(),
            checker: checker.clone(),
            engine: start(at, device, settings, checker, store.clone(), seed, 0, START_NS),
            store,
            ahead_ns: 0,
            synced_at_ns: 0,
            seed,
            life: 0,
            given: 0,
            counted: Counters::default(),
        }
    }

    fn now_ns(&self, now_ns: u64) -> u64 {
        now_ns + self.ahead_ns
    }

    pub fn jump(&mut self, ahead_ns: u64) {
        self.ahead_ns += ahead_ns;
    }

    pub fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        self.engine
            .transport_mut()
            .nic_mut()
            .device_mut()
            .deliver(frame, fcs_good);
    }

    /// Has the application send its next message, when it is up and has one left.
    pub fn give(&mut self, now_ns: u64, messages: u64, len: usize) {
        if self.given >= messages || !self.engine.session(0).is_logged_on() {
            return;
        }
        let body = format!(
            "11={}-{}-{}\x0158={}\x01",
            self.at,
            self.life,
            self.given,
            "y".repeat(len)
        );
        if self
            .engine
            .send(self.now_ns(now_ns), 0, b"D", body.as_bytes())
            .is_ok()
        {
            self.given += 1;
        }
    }

    /// The engine's turn. Whether a frame left.
    pub fn turn(&mut self, now_ns: u64, rng: &mut ChaCha8Rng, carry: &mut dyn FnMut(&[u8])) -> bool {
        self.advance_disk(now_ns, rng);
        let own_ns = self.now_ns(now_ns);
        self.engine.poll(own_ns).expect("the engine works");
        let session = self.engine.session(0);
        assert!(session.queued() <= session.config().queue_messages_max);
        let mut sent = false;
        let mut buffer = [0; MAX_FRAME_BYTES];
        let device = self.engine.transport_mut().nic_mut().device_mut();
        while let Some(length) = device.take_sent(&mut buffer) {
            carry(&buffer[..length]);
            sent = true;
        }
        sent
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
        let due = self.engine.poll_timeout()?;
        if due == 0 && self.engine.session(0).awaits_store() && self.synced_at_ns > now_ns {
            return Some(self.synced_at_ns);
        }
        Some(due.saturating_sub(self.ahead_ns))
    }

    /// The process dies, and the next one finds what its disk has.
    pub fn crash(&mut self, crash: Crash, device: D, now_ns: u64, rng: &mut ChaCha8Rng) {
        self.counted = self.counters();
        let disk = self
            .store
            .lock()
            .disk()
            .crash(crash, &mut |below| rng.random_range(0..below));
        self.life += 1;
        self.synced_at_ns = 0;
        self.store = open(disk, self.settings.options);
        self.engine = start(
            self.at,
            device,
            &self.settings,
            &self.checker,
            self.store.clone(),
            self.seed ^ self.life,
            self.life,
            self.now_ns(now_ns),
        );
    }

    /// The number of the last application message in the store.
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
        let mut journal = JournalOf::default();
        let mut store = self.store.lock();
        // What is still being written counts by the end of the next commit.
        store.commit(START_NS).expect("the log can be written");
        let summary = journal::read_on(store.disk(), &mut |entry| match &entry.what {
            What::Outgoing(message) => {
                journal
                    .outgoing
                    .extend(order_id(message).map(|id| (entry.number, id)));
            }
            What::Incoming(_, message) => {
                journal
                    .incoming
                    .extend(order_id(message).map(|id| (entry.number, id)));
            }
            _ => {}
        })
        .expect("the log can be read");
        assert_eq!(summary.faults, [], "side {}", self.at);
        journal
    }

    pub fn counters(&self) -> Counters {
        let mut counters = *self.engine.session(0).counters();
        assert_eq!(counters.disagreements, 0, "hardware and software agree");
        counters.gaps += self.counted.gaps;
        counters.resent += self.counted.resent;
        counters
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

/// ClOrdID (11) of an order.
fn order_id(message: &[u8]) -> Option<String> {
    let view = MessageView::parse(message).ok()?;
    (view.msg_type() == b"D").then(|| view.text(11).unwrap_or_default().to_owned())
}

fn open(disk: SimulatedDisk, options: StoreOptions) -> SharedStore {
    SharedStore::new(LogStore::open_on(disk, options, START_NS).expect("the log opens after any crash"))
}

#[allow(clippy::too_many_arguments)]
fn start<D: Device>(
    at: usize,
    device: D,
    settings: &Settings,
    checker: &Checker,
    store: SharedStore,
    seed: u64,
    life: u64,
    now_ns: u64,
) -> Engine<NicTransport<D>, Recorder> {
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
    let seen = checker.seen(at);
    Engine::with_stores(
        &parsed,
        transport,
        now_ns,
        |session| Ok(SessionStore::over(store.clone(), &session.store)),
        |_| Recorder {
            seen: Arc::clone(&seen),
            life,
        },
    )
    .expect("the engine starts")
}
