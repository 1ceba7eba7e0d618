//! One session at work: its machine, its store, its application, and the connection it has at the moment.

use std::sync::Arc;

use fixnic_session::{Event, MessageStore, Phase, SendError, Session, Validate};

use crate::app::{Application, Callbacks, Outbox};
use crate::schedule::SessionNow;
use crate::settings::{SessionName, SessionSettings};
use crate::store::SessionStore;
use crate::text_log::SessionLog;
use crate::transport::{ConnectionId, Received, StreamOffload, Transport};

use super::config::session_config;
use super::inbound::{Inbound, Item};
use super::reconnect::Reconnect;

/// Bytes received from one session before others get their turn.
const RECEIVE_BUDGET: usize = 64 * 1024;
/// Calls of `poll_transmit` for one session before others get their turn.
const TRANSMIT_BUDGET: usize = 16;
/// How long our last bytes may take when a connection is to be closed, in nanoseconds.
const CLOSE_TIMEOUT_NS: u64 = 2_000_000_000;

/// A session and everything that belongs to it.
#[derive(Debug)]
pub(crate) struct Runner<A> {
    pub settings: SessionSettings,
    session: Session<SessionStore>,
    app: Callbacks<A>,
    /// FileLogPath.
    log: Option<SessionLog>,
    link: Option<Link>,
    reconnect: Option<Reconnect>,
    /// What the session's hours say, until they say something else.
    hours: SessionNow,
    was_logged_on: bool,
    /// Why the session is down for good: its store failed.
    failed: Option<String>,
}

/// The connection a session has.
#[derive(Debug)]
struct Link {
    id: ConnectionId,
    /// When connecting is given up; `None` once connected.
    connect_deadline_ns: Option<u64>,
    inbound: Inbound,
    /// There may be bytes to receive.
    readable: bool,
    /// The counterparty has sent its last byte, or the connection failed.
    ended: bool,
    /// Bytes on their way out, and how many of them are.
    out: Vec<u8>,
    sent: usize,
    /// Why the connection is to be closed, and when at the latest.
    closing: Option<(String, u64)>,
}

impl<A: Application> Runner<A> {
    /// A session that is down; an initiator connects as `reconnect` says.
    pub fn new(
        settings: SessionSettings,
        store: SessionStore,
        app: A,
        reconnect: Option<Reconnect>,
        now_ns: u64,
    ) -> Runner<A> {
        let hours = settings.hours.at(now_ns);
        Runner {
            session: Session::new(session_config(&settings), store),
            settings,
            app: Callbacks(app),
            log: None,
            link: None,
            reconnect,
            hours,
            was_logged_on: false,
            failed: None,
        }
    }

    /// Has the session's messages validated.
    pub fn validate_with(&mut self, validator: Arc<dyn Validate>) {
        self.session.validate_with(validator);
    }

    /// Has what the session receives, sends and does written down.
    pub fn log_to(&mut self, now_ns: u64, log: SessionLog) {
        log.event(now_ns, "created session");
        self.log = Some(log);
    }

    fn log_event(&self, now_ns: u64, text: impl FnOnce() -> String) {
        if let Some(log) = &self.log {
            log.event(now_ns, text());
        }
    }

    pub fn name(&self) -> &SessionName {
        &self.settings.name
    }

    pub fn session(&self) -> &Session<SessionStore> {
        &self.session
    }

    pub fn into_app(self) -> A {
        self.app.0
    }

    pub fn app_mut(&mut self) -> &mut A {
        &mut self.app.0
    }

    pub fn app(&self) -> &A {
        &self.app.0
    }

    /// Why the session is down for good.
    pub fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }

    /// The connection the session has or is making.
    pub fn connection(&self) -> Option<ConnectionId> {
        self.link.as_ref().map(|link| link.id)
    }

    /// Whether the session has or is making a connection.
    pub fn is_connected(&self) -> bool {
        self.link.is_some()
    }

    /// Tags of the NIC that fitted no message boundary, on this connection.
    pub fn misplaced_tags(&self) -> u64 {
        self.link.as_ref().map_or(0, |link| link.inbound.misplaced_tags())
    }

    pub fn send(&mut self, now_ns: u64, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError> {
        self.session.send(now_ns, msg_type, body)
    }

    /// Begins a reset of both numbers in session.
    pub fn reset(&mut self, now_ns: u64) -> Result<(), SendError> {
        self.session.reset(now_ns)
    }

    /// Sends a SequenceReset-Reset.
    pub fn sequence_reset(&mut self, now_ns: u64, new_seq_no: u64) -> Result<(), SendError> {
        self.session.send_sequence_reset(now_ns, new_seq_no)
    }

    /// Begins an orderly end: Logout, and no new connection.
    pub fn stop(&mut self, now_ns: u64, text: &str) {
        self.reconnect = None;
        self.end(now_ns, text);
    }

    /// Ends the connection there is, with a Logout if it is logged on.
    fn end(&mut self, now_ns: u64, text: &str) {
        if self.session.logout(now_ns, text).is_ok() {
            return;
        }
        match self.session.phase() {
            // Going down already, each with a deadline.
            Phase::LogoutSent { .. }
            | Phase::LogoutAnswered { .. }
            | Phase::Failing { .. }
            | Phase::Closing => {}
            // Not logged on: there is nothing to say to the counterparty.
            _ => self.close(now_ns, text),
        }
    }

    /// Keeps the session within its hours: ends it outside of them, and restarts its numbers when new ones have begun, which is when
    /// the numbering in the store is older than they are.
    fn keep_hours(&mut self, now_ns: u64) {
        if now_ns >= self.hours.until_ns {
            let was_open = self.hours.may_log_on;
            self.hours = self.settings.hours.at(now_ns);
            if let (false, true, Some(reconnect)) = (was_open, self.hours.may_log_on, &mut self.reconnect) {
                reconnect.at_once(now_ns);
            }
        }
        let created_ns = self.session.store().created_ns();
        let is_new = self.hours.since_ns.is_some_and(|since_ns| created_ns < since_ns);
        if self.link.is_some() {
            match (self.hours.may_log_on, is_new) {
                (false, _) => self.end(now_ns, "the session's hours are over"),
                (true, true) => self.end(now_ns, "the session's next hours begin"),
                (true, false) => {}
            }
        } else if is_new && !self.session.store().is_released() && self.failed.is_none() {
            self.begin_anew(now_ns);
        }
    }

    fn begin_anew(&mut self, now_ns: u64) {
        if self.session.begin_anew(now_ns) {
            tracing::info!(session = %self.settings.name, "new session hours: both numbers begin at 1");
            self.log_event(now_ns, || "new session hours: both numbers begin at 1".to_owned());
            if let Some(reconnect) = &mut self.reconnect {
                reconnect.at_once(now_ns);
            }
        }
    }

    /// Holds the store for the connection that is to come (RefreshOnLogon), and sees what another process has made of it.
    fn take_store(&mut self, now_ns: u64) -> Result<(), String> {
        if !self.session.store().is_released() {
            return Ok(());
        }
        self.session
            .refresh_store(now_ns)
            .map_err(|error| error.to_string())?;
        let created_ns = self.session.store().created_ns();
        if self.hours.since_ns.is_some_and(|since_ns| created_ns < since_ns) {
            self.begin_anew(now_ns);
        }
        Ok(())
    }

    /// Takes over an accepted connection whose first bytes, in `received`, name this session.
    pub fn accept(&mut self, now_ns: u64, id: ConnectionId, received: &[u8]) -> bool {
        self.keep_hours(now_ns);
        if !self.hours.may_log_on {
            tracing::warn!(session = %self.settings.name, "a Logon outside the session's hours is refused");
            return false;
        }
        if self.link.is_some() || self.failed.is_some() {
            return false;
        }
        if let Err(reason) = self.take_store(now_ns) {
            tracing::warn!(session = %self.settings.name, reason, "a Logon is refused: the store cannot be had");
            return false;
        }
        if self.session.connected(now_ns).is_err() {
            return false;
        }
        let mut link = Link::new(id, None);
        link.inbound.buffer_mut().extend_from_slice(received);
        link.readable = true;
        self.link = Some(link);
        true
    }

    /// The connection asked for is up.
    pub fn connected<T: Transport>(&mut self, now_ns: u64, transport: &mut T) {
        let Some(link) = self.link.as_mut() else { return };
        link.connect_deadline_ns = None;
        let id = link.id;
        if let Err(error) = self.session.connected(now_ns) {
            tracing::error!(session = %self.settings.name, %error, "a connection for a session that has one");
            transport.close(id);
            self.link = None;
            return;
        }
        if let Some(offload) = transport.stream_offload() {
            offload.message_boundary(id, self.settings.nic_ring, 0, self.session.expected_incoming());
        }
    }

    /// The NIC has stopped a receive ring.
    pub fn ring_stopped(&self, now_ns: u64, ring: u8) {
        if self.settings.nic_ring == ring && self.is_connected() {
            tracing::error!(session = %self.settings.name, ring, "RX ring stopped by a write error: in software until it is armed anew");
            self.log_event(now_ns, || {
                format!("RX ring {ring} was stopped by a write error of the NIC: messages are checked in software until it is armed anew")
            });
        }
    }

    pub fn readable(&mut self) {
        if let Some(link) = &mut self.link {
            link.readable = true;
        }
    }

    /// The connection has ended by itself.
    pub fn closed(&mut self, now_ns: u64, reason: &str) {
        if self
            .link
            .take()
            .is_some_and(|link| link.connect_deadline_ns.is_some())
        {
            self.connect_failed(now_ns, reason);
        } else {
            self.disconnected(now_ns, reason);
        }
    }

    /// One turn: connect, receive, time out, send. Returns whether there is more to do at once.
    pub fn poll<T: Transport>(&mut self, now_ns: u64, transport: &mut T) -> bool {
        self.keep_hours(now_ns);
        self.connect(now_ns, transport);
        self.receive(now_ns, transport);
        if self.session.poll_timeout().is_some_and(|at_ns| at_ns <= now_ns) {
            self.session.handle_timeout(now_ns);
        }
        self.handle_events(now_ns, transport);
        if self.session.is_logged_on() {
            self.app.0.on_turn(
                &self.settings.name,
                &mut Outbox::new(&mut self.session.replies(now_ns)),
            );
        }
        let more_to_send = self.transmit(now_ns, transport);
        // A failing store shows only when it must commit before something is sent.
        self.handle_events(now_ns, transport);
        if !more_to_send {
            self.finish(now_ns, transport);
        }
        let Some(link) = &self.link else { return false };
        more_to_send || link.readable && self.may_receive()
    }

    /// Whether messages wait for the store to make them durable.
    pub fn awaits_store(&self) -> bool {
        self.link.is_some() && self.session.awaits_store()
    }

    /// When to poll again at the latest.
    pub fn poll_timeout(&self) -> Option<u64> {
        let link = self.link.as_ref();
        let connect = link.and_then(|link| link.connect_deadline_ns);
        let close = link
            .and_then(|link| link.closing.as_ref())
            .map(|(_, deadline_ns)| *deadline_ns);
        let reconnect = self
            .reconnect
            .as_ref()
            .filter(|_| link.is_none() && self.hours.may_log_on)
            .map(Reconnect::at_ns);
        let hours = Some(self.hours.until_ns).filter(|until_ns| *until_ns != u64::MAX);
        let session = self.session.poll_timeout().filter(|_| link.is_some());
        [connect, close, reconnect, hours, session]
            .into_iter()
            .flatten()
            .min()
    }

    fn connect<T: Transport>(&mut self, now_ns: u64, transport: &mut T) {
        let wanted = self.failed.is_none() && self.hours.may_log_on;
        if !wanted && self.link.is_none() {
            return;
        }
        if let Some(link) = &self.link {
            if link
                .connect_deadline_ns
                .is_some_and(|deadline_ns| deadline_ns <= now_ns)
            {
                transport.close(link.id);
                self.link = None;
                self.connect_failed(now_ns, "no answer in LogonTimeout");
            }
            return;
        }
        let Some(address) = self
            .reconnect
            .as_mut()
            .and_then(|reconnect| reconnect.due(now_ns))
        else {
            return;
        };
        if let Err(reason) = self.take_store(now_ns) {
            self.connect_failed(now_ns, &reason);
            return;
        }
        match transport.connect(address, now_ns) {
            Ok(id) => {
                tracing::info!(session = %self.settings.name, %address, "connecting");
                self.log_event(now_ns, || format!("connecting to {address}"));
                let deadline_ns = now_ns.saturating_add(self.settings.logon_timeout_ns);
                self.link = Some(Link::new(id, Some(deadline_ns)));
            }
            Err(error) => self.connect_failed(now_ns, &error.to_string()),
        }
    }

    fn connect_failed(&mut self, now_ns: u64, reason: &str) {
        self.session.release_store();
        let Some(reconnect) = &mut self.reconnect else {
            return;
        };
        let (address, pause_ns) = reconnect.failed(now_ns);
        let again_in_s = pause_ns as f64 / 1e9;
        tracing::warn!(session = %self.settings.name, %address, reason, again_in_s, "cannot connect");
        self.log_event(now_ns, || format!("cannot connect to {address}: {reason}"));
    }

    /// Whether bytes may be taken from the counterparty: not while so much waits for it that answers might find no room. A
    /// counterparty that does not read is not read from either.
    fn may_receive(&self) -> bool {
        let room = self.session.waiting_bytes() <= self.session.config().transmit_bytes_max / 2;
        room && self.link.as_ref().is_some_and(|link| link.closing.is_none())
    }

    fn receive<T: Transport>(&mut self, now_ns: u64, transport: &mut T) {
        if !self.may_receive() {
            return;
        }
        let Some(link) = self.link.as_mut().filter(|link| link.readable) else {
            return;
        };
        match transport.receive(link.id, link.inbound.buffer_mut(), RECEIVE_BUDGET) {
            Ok(Received::Bytes(_)) => {}
            Ok(Received::Nothing) => link.readable = false,
            Ok(Received::End) => {
                link.readable = false;
                link.ended = true;
            }
            Err(error) => {
                tracing::warn!(session = %self.settings.name, %error, "the connection failed");
                link.readable = false;
                link.ended = true;
            }
        }
        let mut offload = transport.stream_offload();
        if let Some(offload) = &mut offload {
            link.inbound
                .take_marks(|limit, marks| offload.take_marks(link.id, limit, marks));
        }
        let framer = self.session.config().framer();
        let mut proposed = offload
            .as_mut()
            .and_then(|offload| offload.proposed_boundary(link.id));
        loop {
            // Every position here is the beginning of a message, as far as this side can tell.
            let position = link.inbound.position();
            if let Some(offload) = offload
                .as_mut()
                .filter(|_| proposed.is_some_and(|at| at <= position))
            {
                proposed = None;
                offload.answer_proposal(link.id, position, self.session.expected_incoming());
            }
            match link.inbound.next(&framer, self.session.tags_trusted()) {
                Item::Message { range, tag } => {
                    let bytes = link.inbound.bytes(range);
                    if let Some(log) = &self.log {
                        log.messages(now_ns, bytes);
                    }
                    let tag = tag.and_then(|at| link.inbound.tag(at));
                    self.session.handle_message(now_ns, bytes, tag, &mut self.app);
                }
                Item::Garbled(reason) => self.session.handle_garbled(now_ns, reason),
                Item::Expects(expected) => {
                    self.session.hardware_expects(expected);
                }
                Item::Untracked => {
                    // Verdicts are not compared again before the next Expects.
                    let trusted = self.session.tags_trusted();
                    self.session.trust_tags(trusted);
                }
                Item::Incomplete => break,
            }
        }
        if let Some(offload) = offload {
            let (position, before) = link.inbound.next_boundary();
            let expected = self.session.expected_incoming() + before;
            offload.message_boundary(link.id, self.settings.nic_ring, position, expected);
        }
    }

    fn handle_events<T: Transport>(&mut self, now_ns: u64, transport: &mut T) {
        let name = &self.settings.name;
        while let Some(event) = self.session.poll_event() {
            if let Some(log) = &self.log {
                log.event(now_ns, format!("{event:?}"));
            }
            match &event {
                Event::LoggedOn {
                    heart_bt_int_s,
                    reset,
                } => {
                    tracing::info!(session = %name, heart_bt_int_s, reset, "logged on");
                    self.was_logged_on = true;
                    self.app
                        .0
                        .on_logon(name, &mut Outbox::new(&mut self.session.replies(now_ns)));
                }
                Event::Disconnect(reason) => {
                    if let Some(link) = &mut self.link {
                        link.closing = Some((reason.to_string(), now_ns.saturating_add(CLOSE_TIMEOUT_NS)));
                    }
                }
                Event::ExpectedMoved { expected } => {
                    if let (Some(link), Some(offload)) = (&self.link, transport.stream_offload()) {
                        offload.set_expected(link.id, *expected);
                    }
                }
                Event::Disagreement {
                    msg_seq_num,
                    difference,
                } => {
                    tracing::error!(session = %name, msg_seq_num, ?difference,
                        "hardware and software disagree: this session goes on in software");
                }
                Event::StoreFailed(error) => {
                    tracing::error!(session = %name, %error, "the store failed: the session goes down for good");
                    self.failed = Some(error.to_string());
                }
                // A counterparty may cause these without end.
                Event::Garbled(_) | Event::Rejected { .. } => tracing::debug!(session = %name, ?event),
                other => tracing::info!(session = %name, event = ?other),
            }
            self.app.0.on_event(name, &event);
        }
    }

    /// Sends what may leave; true when there is more for the next turn.
    fn transmit<T: Transport>(&mut self, now_ns: u64, transport: &mut T) -> bool {
        let Some(link) = self
            .link
            .as_mut()
            .filter(|link| link.connect_deadline_ns.is_none())
        else {
            return false;
        };
        for _ in 0..TRANSMIT_BUDGET {
            if link.sent == link.out.len() {
                link.out.clear();
                link.sent = 0;
                if self.session.poll_transmit(now_ns, &mut self.app, &mut link.out) == 0 {
                    return false;
                }
                if let Some(log) = &self.log {
                    log.messages(now_ns, &link.out);
                }
            }
            match transport.send(link.id, &link.out[link.sent..]) {
                Ok(sent) => link.sent += sent,
                Err(error) => {
                    tracing::warn!(session = %self.settings.name, %error, "the connection failed");
                    link.ended = true;
                    return false;
                }
            }
            if link.sent < link.out.len() {
                // The transport says when it has room again.
                return false;
            }
        }
        true
    }

    /// Closes the connection when it has ended, or when it is to end and nothing is left to be sent.
    fn finish<T: Transport>(&mut self, now_ns: u64, transport: &mut T) {
        let Some(link) = &self.link else { return };
        let reason = match &link.closing {
            Some((reason, deadline_ns))
                if link.sent == link.out.len() && !self.session.awaits_store() || *deadline_ns <= now_ns =>
            {
                reason.clone()
            }
            _ if link.ended => "the counterparty closed the connection".to_owned(),
            _ => return,
        };
        transport.close(link.id);
        self.link = None;
        self.disconnected(now_ns, &reason);
        self.handle_events(now_ns, transport);
    }

    fn close(&mut self, now_ns: u64, reason: &str) {
        if let Some(link) = &mut self.link {
            link.closing.get_or_insert((reason.to_owned(), now_ns));
        }
    }

    fn disconnected(&mut self, now_ns: u64, reason: &str) {
        self.session.disconnected(now_ns);
        self.session.release_store();
        match &mut self.reconnect {
            Some(reconnect) if self.was_logged_on => reconnect.ended(now_ns),
            Some(reconnect) => drop(reconnect.failed(now_ns)),
            None => {}
        }
        tracing::info!(session = %self.settings.name, reason, "disconnected");
        self.log_event(now_ns, || format!("disconnected: {reason}"));
        if std::mem::take(&mut self.was_logged_on) {
            self.app.0.on_logout(&self.settings.name, reason);
        }
    }
}

impl Link {
    fn new(id: ConnectionId, connect_deadline_ns: Option<u64>) -> Link {
        Link {
            id,
            connect_deadline_ns,
            inbound: Inbound::default(),
            readable: false,
            ended: false,
            out: Vec::new(),
            sent: 0,
            closing: None,
        }
    }
}
