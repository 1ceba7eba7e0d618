//! The engine: sessions over a transport, polled by one thread.
//!
//! [`Engine::poll`] does everything that can be done without waiting; [`Engine::wait`] waits for more; [`Engine::run_until`]
//! does both until told to stop, and is the only place that reads a clock.

mod card_engines;
mod clock;
mod config;
mod inbound;
mod pending;
mod reconnect;
mod runner;
mod thread;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::SocketAddr;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::time::Duration;

use fixnic_dictionary::DictionaryError;
use fixnic_session::{SendError, Session};

use crate::app::Application;
use crate::dictionaries::Dictionaries;
use crate::settings::{Backoff, DeviceSetting, HostPort, Role, SessionSettings, Settings};
use crate::store::{OpenError, SessionStore};
use crate::text_log::{LogError, TextLogs};
use crate::transport::{
    ConnectionId, KernelTransport, StreamOffload, Transport, TransportError, TransportEvent, Waker,
};

pub use card_engines::{CardEngines, CardError, RingEnded};
use clock::Clock;
use pending::{Pending, Reading};
use reconnect::{Host, Reconnect};
pub use reconnect::{Resolver, SystemResolver};
use runner::Runner;
pub use thread::{spawn, Running};

/// Longest wait between two looks at the stop flag.
const LONGEST_WAIT: Duration = Duration::from_millis(100);

/// Wait between two looks whether a store has made durable what is to be sent: a disk takes hundreds of these.
const STORE_WAIT: Duration = Duration::from_micros(20);

/// Why an engine cannot start or go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EngineError {
    /// The transport refused or failed.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// A session's store cannot be opened.
    #[error("session {session}: {source}")]
    Store {
        /// The session.
        session: String,
        /// Why.
        source: Box<OpenError>,
    },
    /// The name of a counterparty's host means nothing to the system.
    #[error("session {session}: cannot resolve SocketConnectHost={host}: {source}")]
    Resolve {
        /// The session.
        session: String,
        /// The name.
        host: String,
        /// The system's own reason.
        source: std::io::Error,
    },
    /// A session's log files cannot be made.
    #[error("session {session}: {source}")]
    Log {
        /// The session.
        session: String,
        /// Why.
        source: LogError,
    },
    /// The system has no thread for the engine.
    #[error("cannot start the engine's thread: {0}")]
    Thread(std::io::Error),
    /// A session's dictionary cannot be used.
    #[error("session {session}: {source}")]
    Dictionary {
        /// The session.
        session: String,
        /// Why.
        source: DictionaryError,
    },
    /// The settings ask for a device that this constructor does not drive.
    #[error("Device={device} needs a NIC transport: expected Device=kernel, or an engine made with a transport for it")]
    Device {
        /// The device asked for.
        device: DeviceSetting,
    },
    /// A session is to be on a receive ring that the transport does not poll.
    #[error("session {session}: NicRing={ring} is not there: this engine polls RX rings {} to {}; choose one of them, or open the NIC with more (NicConfig.rx_rings, up to what the core has)", rings.start, rings.end - 1)]
    Ring {
        /// The session.
        session: String,
        /// The ring asked for.
        ring: u8,
        /// Rings that the transport polls.
        rings: Range<u32>,
    },
    /// Every session's store has failed.
    #[error("no session is left, the store of each has failed; the last one, {session}: {reason}")]
    AllFailed {
        /// The last session.
        session: String,
        /// Why its store failed.
        reason: String,
    },
}

/// Sessions over a transport.
#[derive(Debug)]
pub struct Engine<T, A> {
    transport: T,
    runners: Vec<Runner<A>>,
    owners: HashMap<ConnectionId, usize>,
    /// Listening addresses as the settings give them, and as the transport returned them.
    listeners: Vec<(SocketAddr, SocketAddr)>,
    pending: Pending,
    stopping: bool,
    /// Some session has more to do at once.
    busy: bool,
    /// Behind the sessions that write to them, which are dropped first.
    _logs: TextLogs,
}

impl<A: Application> Engine<KernelTransport, A> {
    /// An engine over the operating system's sockets. Opens stores, resolves names and listens; `new_app` makes each
    /// session's application.
    ///
    /// # Errors
    /// [`EngineError`]: a store that cannot be opened, a name that cannot be resolved, a port that is busy, a device that
    /// is not the kernel.
    pub fn new(
        settings: &Settings,
        new_app: impl FnMut(&SessionSettings) -> A,
    ) -> Result<Engine<KernelTransport, A>, EngineError> {
        if settings.device != DeviceSetting::Kernel {
            return Err(EngineError::Device {
                device: settings.device.clone(),
            });
        }
        let no_delay = settings.sessions.iter().all(|session| session.no_delay);
        let transport = KernelTransport::new(no_delay)?;
        Engine::with_transport(settings, transport, Clock::new().now_ns(), new_app)
    }
}

impl<T: Transport, A: Application> Engine<T, A> {
    /// An engine over any transport; `now_ns` is UTC in nanoseconds since 1970, as everywhere.
    ///
    /// # Errors
    /// As [`Engine::new`].
    pub fn with_transport(
        settings: &Settings,
        transport: T,
        now_ns: u64,
        new_app: impl FnMut(&SessionSettings) -> A,
    ) -> Result<Engine<T, A>, EngineError> {
        Engine::with_resolver(
            settings,
            transport,
            now_ns,
            || Box::new(SystemResolver::default()),
            new_app,
        )
    }

    /// As [`Engine::with_transport`], with a resolver of its owner's for each initiator.
    ///
    /// # Errors
    /// As [`Engine::new`].
    pub fn with_resolver(
        settings: &Settings,
        transport: T,
        now_ns: u64,
        new_resolver: impl FnMut() -> Box<dyn Resolver>,
        new_app: impl FnMut(&SessionSettings) -> A,
    ) -> Result<Engine<T, A>, EngineError> {
        let new_store = |session: &SessionSettings| SessionStore::open(&session.store, &session.name, now_ns);
        Engine::with_parts(settings, transport, now_ns, new_store, new_resolver, new_app)
    }

    /// As [`Engine::with_transport`], with stores of its owner's ([`SessionStore::over`]).
    ///
    /// # Errors
    /// As [`Engine::new`].
    pub fn with_stores(
        settings: &Settings,
        transport: T,
        now_ns: u64,
        new_store: impl FnMut(&SessionSettings) -> Result<SessionStore, OpenError>,
        new_app: impl FnMut(&SessionSettings) -> A,
    ) -> Result<Engine<T, A>, EngineError> {
        let new_resolver = || -> Box<dyn Resolver> { Box::new(SystemResolver::default()) };
        Engine::with_parts(settings, transport, now_ns, new_store, new_resolver, new_app)
    }

    fn with_parts(
        settings: &Settings,
        mut transport: T,
        now_ns: u64,
        mut new_store: impl FnMut(&SessionSettings) -> Result<SessionStore, OpenError>,
        mut new_resolver: impl FnMut() -> Box<dyn Resolver>,
        mut new_app: impl FnMut(&SessionSettings) -> A,
    ) -> Result<Engine<T, A>, EngineError> {
        let mut listeners: Vec<(SocketAddr, SocketAddr)> = Vec::new();
        let mut runners = Vec::new();
        let mut dictionaries = Dictionaries::default();
        let mut logs = TextLogs::default();
        if let Some(rings) = transport.stream_offload().map(|offload| offload.rings()) {
            let outside = |session: &&SessionSettings| !rings.contains(&u32::from(session.nic_ring));
            if let Some(session) = settings.sessions.iter().find(outside) {
                return Err(EngineError::Ring {
                    session: session.name.to_string(),
                    ring: session.nic_ring,
                    rings,
                });
            }
        }
        for session in &settings.sessions {
            let store = new_store(session).map_err(|source| EngineError::Store {
                session: session.name.to_string(),
                source: Box::new(source),
            })?;
            let mut reconnect = None;
            match &session.role {
                Role::Initiator { addresses, backoff } => {
                    reconnect = Some(new_reconnect(
                        session,
                        addresses,
                        *backoff,
                        new_resolver(),
                        now_ns,
                    )?);
                }
                Role::Acceptor { address } => {
                    if !listeners.iter().any(|(asked, _)| asked == address) {
                        listeners.push((*address, transport.listen(*address)?));
                    }
                }
            }
            let app = new_app(session);
            let mut runner = Runner::new(session.clone(), store, app, reconnect, now_ns);
            if let Some(directory) = &session.file_log_path {
                let log = logs
                    .open(directory, &session.name)
                    .map_err(|source| EngineError::Log {
                        session: session.name.to_string(),
                        source,
                    })?;
                runner.log_to(now_ns, log);
            }
            if let Some(validation) = &session.validation {
                let validator =
                    dictionaries
                        .validator(validation)
                        .map_err(|source| EngineError::Dictionary {
                            session: session.name.to_string(),
                            source,
                        })?;
                runner.validate_with(Arc::new(validator));
            }
            runners.push(runner);
        }
        logs.start().map_err(EngineError::Thread)?;
        Ok(Engine {
            transport,
            runners,
            owners: HashMap::new(),
            listeners,
            pending: Pending::default(),
            stopping: false,
            busy: true,
            _logs: logs,
        })
    }

    /// Does everything that can be done without waiting.
    ///
    /// # Errors
    /// When the transport as a whole has failed, as when the card is gone. Every session is down then, and its application was told.
    pub fn poll(&mut self, now_ns: u64) -> Result<(), EngineError> {
        let polled = self.poll_transport(now_ns);
        if let Err(error) = &polled {
            self.end_connections(now_ns, &error.to_string());
        }
        Ok(polled?)
    }

    fn poll_transport(&mut self, now_ns: u64) -> Result<(), TransportError> {
        self.transport.poll(now_ns)?;
        while let Some(event) = self.transport.next_event() {
            self.handle_event(now_ns, event);
        }
        for (id, stranger) in self.pending.take_expired(now_ns) {
            tracing::warn!(peer = %stranger.peer, "no Logon in LogonTimeout: connection closed");
            self.transport.close(id);
        }
        self.busy = false;
        for (at, runner) in self.runners.iter_mut().enumerate() {
            let before = runner.connection();
            self.busy |= runner.poll(now_ns, &mut self.transport);
            let after = runner.connection();
            if before != after {
                before.map(|id| self.owners.remove(&id));
                after.map(|id| self.owners.insert(id, at));
            }
        }
        self.transport.flush(now_ns)
    }

    /// A transport that has failed carries nothing any more: every session goes down, its application is told why, and its store keeps
    /// what it has.
    fn end_connections(&mut self, now_ns: u64, reason: &str) {
        self.owners.clear();
        self.pending.take_all();
        for runner in &mut self.runners {
            if runner.is_connected() {
                runner.closed(now_ns, reason);
            }
        }
    }

    /// When [`Engine::poll`] should be called at the latest; `None` when only the network or [`Engine::send`] can give it
    /// something to do.
    pub fn poll_timeout(&mut self) -> Option<u64> {
        if self.busy || self.awaits_store() {
            return Some(0);
        }
        let runners = self.runners.iter().filter_map(Runner::poll_timeout).min();
        [
            runners,
            self.pending.poll_timeout(),
            self.transport.poll_timeout(),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// Waits until the network has something for [`Engine::poll`], or its timeout is due, or `longest` has passed.
    ///
    /// # Errors
    /// When the transport as a whole has failed.
    pub fn wait(&mut self, now_ns: u64, longest: Duration) -> Result<(), EngineError> {
        let due = if self.awaits_store() && !self.busy {
            Some(STORE_WAIT)
        } else {
            self.poll_timeout()
                .map(|at_ns| Duration::from_nanos(at_ns.saturating_sub(now_ns)))
        };
        Ok(self.transport.wait(due.unwrap_or(longest).min(longest))?)
    }

    /// What has an engine that waits take a turn at once, from any thread; [`Application::on_turn`] is called in it. `None`: the
    /// transport cannot be woken, and a turn is taken when the network or a timeout says so, 100 ms from the last one at the latest.
    pub fn waker(&self) -> Option<Waker> {
        self.transport.waker()
    }

    /// Runs until `stop` is set, then logs every session out and returns when all are down.
    ///
    /// # Errors
    /// When the transport as a whole or every session's store has failed.
    pub fn run_until(&mut self, stop: &AtomicBool) -> Result<(), EngineError> {
        let mut clock = Clock::new();
        loop {
            let now_ns = clock.now_ns();
            if stop.load(Ordering::Relaxed) {
                self.stop(now_ns, "the engine stops");
            }
            self.poll(now_ns)?;
            if self.is_stopped() {
                return Ok(());
            }
            self.check_failed()?;
            self.wait(now_ns, LONGEST_WAIT)?;
        }
    }

    /// Whether a session has messages that leave as soon as its store has made them durable.
    fn awaits_store(&self) -> bool {
        self.runners.iter().any(Runner::awaits_store)
    }

    /// Begins an orderly end: no new connections, and a Logout with `text` to every counterparty. Poll on until
    /// [`Engine::is_stopped`].
    pub fn stop(&mut self, now_ns: u64, text: &str) {
        if std::mem::replace(&mut self.stopping, true) {
            return;
        }
        for id in self.pending.take_all() {
            self.transport.close(id);
        }
        for runner in &mut self.runners {
            runner.stop(now_ns, text);
        }
        self.busy = true;
    }

    /// Whether [`Engine::stop`] was called and every session is down.
    pub fn is_stopped(&self) -> bool {
        self.stopping && !self.runners.iter().any(Runner::is_connected)
    }

    /// Sends an application message on session `session` (its place in the settings) and returns its MsgSeqNum. `body` holds
    /// the fields after the standard header, each ended by SOH. It leaves with the next [`Engine::poll`].
    ///
    /// # Errors
    /// [`SendError::Backlog`] when too much waits: poll and try again. [`SendError::NotLoggedOn`] while the session is down.
    /// No number is used by a message that is not sent.
    ///
    /// # Panics
    /// When there are not that many sessions.
    pub fn send(
        &mut self,
        now_ns: u64,
        session: usize,
        msg_type: &[u8],
        body: &[u8],
    ) -> Result<u64, SendError> {
        let sent = self.runners[session].send(now_ns, msg_type, body)?;
        self.busy = true;
        Ok(sent)
    }

    /// Restarts both numbers of session `session` at 1 without a new connection: a TestRequest drains the line, then Logon with
    /// ResetSeqNumFlag (141) Y. The application's `on_logon` says when it is done; until then nothing can be sent.
    ///
    /// # Errors
    /// The session is not up, or it is recovering: try again later. Nothing was sent.
    ///
    /// # Panics
    /// When there are not that many sessions.
    pub fn reset(&mut self, now_ns: u64, session: usize) -> Result<(), SendError> {
        self.runners[session].reset(now_ns)?;
        self.busy = true;
        Ok(())
    }

    /// Sends a SequenceReset-Reset on session `session`: our numbers go on with `new_seq_no`, and what the counterparty has not had of
    /// those below it is lost to it for good. A last resort, for a counterparty that cannot be given what it asks for.
    ///
    /// # Errors
    /// The session is not up, a resend is in progress, or the number is lower than the next one. Nothing was sent.
    ///
    /// # Panics
    /// When there are not that many sessions.
    pub fn sequence_reset(&mut self, now_ns: u64, session: usize, new_seq_no: u64) -> Result<(), SendError> {
        self.runners[session].sequence_reset(now_ns, new_seq_no)?;
        self.busy = true;
        Ok(())
    }

    /// Number of sessions.
    pub fn session_count(&self) -> usize {
        self.runners.len()
    }

    /// The session machine at this place of the settings: its phase, numbers and counters.
    ///
    /// # Panics
    /// When there are not that many sessions.
    pub fn session(&self, session: usize) -> &Session<SessionStore> {
        self.runners[session].session()
    }

    /// The application of a session.
    ///
    /// # Panics
    /// When there are not that many sessions.
    pub fn app(&self, session: usize) -> &A {
        self.runners[session].app()
    }

    /// The application of a session.
    ///
    /// # Panics
    /// When there are not that many sessions.
    pub fn app_mut(&mut self, session: usize) -> &mut A {
        self.runners[session].app_mut()
    }

    /// Tags of the NIC that fitted no message boundary of the software's, on a session's present connection.
    ///
    /// # Panics
    /// When there are not that many sessions.
    pub fn misplaced_tags(&self, session: usize) -> u64 {
        self.runners[session].misplaced_tags()
    }

    /// Ends the engine at once, and gives its applications back.
    pub fn into_apps(self) -> Vec<A> {
        self.runners.into_iter().map(Runner::into_app).collect()
    }

    /// The transport.
    pub fn transport(&self) -> &T {
        &self.transport
    }

    /// The transport.
    pub fn transport_mut(&mut self) -> &mut T {
        &mut self.transport
    }

    /// Where acceptor sessions listen, ports chosen by the system resolved.
    pub fn listen_addresses(&self) -> impl Iterator<Item = SocketAddr> + '_ {
        self.listeners.iter().map(|(_, bound)| *bound)
    }

    fn handle_event(&mut self, now_ns: u64, event: TransportEvent) {
        match event {
            TransportEvent::Accepted { id, listener, peer } => self.accepted(now_ns, id, listener, peer),
            TransportEvent::Connected { id } => {
                if let Some(at) = self.owners.get(&id) {
                    self.runners[*at].connected(now_ns, &mut self.transport);
                }
            }
            TransportEvent::Readable { id } => match self.owners.get(&id) {
                Some(at) => self.runners[*at].readable(),
                None => self.read_stranger(now_ns, id),
            },
            // Every session's turn tries to send what is left.
            TransportEvent::Writable { .. } => {}
            TransportEvent::RingStopped { ring } => {
                self.runners
                    .iter()
                    .for_each(|runner| runner.ring_stopped(now_ns, ring));
            }
            TransportEvent::Closed { id, error } => {
                let reason =
                    error.map_or_else(|| "the connection ended".to_owned(), |error| error.to_string());
                self.pending.remove(id);
                if let Some(at) = self.owners.remove(&id) {
                    self.runners[at].closed(now_ns, &reason);
                }
            }
        }
    }

    fn accepted(&mut self, now_ns: u64, id: ConnectionId, listener: SocketAddr, peer: SocketAddr) {
        let timeout_ns = self
            .sessions_at(listener)
            .map(|(_, runner)| runner.settings.logon_timeout_ns)
            .max();
        let deadline_ns = now_ns.saturating_add(timeout_ns.unwrap_or(0));
        if self.stopping || !self.pending.insert(id, listener, peer, deadline_ns) {
            tracing::warn!(%peer, "connection closed: too many wait for their Logon, or the engine stops");
            self.transport.close(id);
        }
    }

    fn read_stranger(&mut self, now_ns: u64, id: ConnectionId) {
        if !self.pending.contains(id) {
            return;
        }
        let (identity, stranger, received) = match self.pending.read(id, &mut self.transport) {
            Reading::Waits => return,
            Reading::Named {
                identity,
                stranger,
                received,
            } => (identity, stranger, received),
            Reading::Refused { peer, reason } => {
                tracing::warn!(%peer, reason, "connection closed");
                self.transport.close(id);
                return;
            }
        };
        let found = self.sessions_at(stranger.listener).find(|(_, runner)| {
            let name = runner.name();
            name.begin_string.as_bytes() == identity.begin_string
                && name.sender_comp_id.as_bytes() == identity.sender_comp_id
                && name.target_comp_id.as_bytes() == identity.target_comp_id
                && !runner.is_connected()
        });
        let at = found.map(|(at, _)| at);
        // Unknown, or up already: no answer, and no number is consumed (FIX 4.4 volume 2, test cases 1S-b and 1S-c).
        if at.is_some_and(|at| self.runners[at].accept(now_ns, id, &received)) {
            self.owners.extend(at.map(|at| (id, at)));
        } else {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            tracing::warn!(peer = %stranger.peer, begin_string = text(&identity.begin_string),
                sender_comp_id = text(&identity.target_comp_id), target_comp_id = text(&identity.sender_comp_id),
                "connection closed: its Logon names no session that is free here");
            self.transport.close(id);
        }
    }

    /// The acceptor sessions behind a listener.
    fn sessions_at(&self, listener: SocketAddr) -> impl Iterator<Item = (usize, &Runner<A>)> {
        let asked = self
            .listeners
            .iter()
            .find(|(_, bound)| *bound == listener)
            .map(|(asked, _)| *asked);
        self.runners.iter().enumerate().filter(
            move |(_, runner)| matches!(&runner.settings.role, Role::Acceptor { address } if Some(*address) == asked),
        )
    }

    fn check_failed(&self) -> Result<(), EngineError> {
        let mut last = None;
        for runner in &self.runners {
            let Some(reason) = runner.failed() else {
                return Ok(());
            };
            if runner.is_connected() {
                return Ok(());
            }
            last = Some((runner.name().to_string(), reason.to_owned()));
        }
        match last {
            Some((session, reason)) => Err(EngineError::AllFailed { session, reason }),
            None => Ok(()),
        }
    }
}

/// An initiator's way to its counterparty, every name looked up.
fn new_reconnect(
    session: &SessionSettings,
    addresses: &[HostPort],
    backoff: Backoff,
    mut resolver: Box<dyn Resolver>,
    now_ns: u64,
) -> Result<Reconnect, EngineError> {
    let mut hosts = Vec::new();
    for name in addresses {
        let host = Host::look_up(name.clone(), &mut *resolver).map_err(|source| EngineError::Resolve {
            session: session.name.to_string(),
            host: name.host.clone(),
            source,
        })?;
        hosts.push(host);
    }
    let seed = backoff.seed.unwrap_or_else(|| {
        let mut hasher = DefaultHasher::new();
        (&session.name, now_ns).hash(&mut hasher);
        hasher.finish()
    });
    if backoff.interval_max_ns.is_some() {
        tracing::info!(session = %session.name, seed, "ReconnectSeed of the pauses between attempts to connect");
    }
    Ok(Reconnect::new(hosts, backoff, seed, resolver, now_ns))
}
