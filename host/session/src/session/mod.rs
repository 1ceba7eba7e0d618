//! The session: its state, its verbs, and what the verbs share.

mod logon;
mod logout;
mod outbound;
mod receive;
mod recovery;
mod timers;
mod transmit;

use std::collections::VecDeque;
use std::sync::Arc;

use crate::app::{Application, Arrival};
use crate::codec::{Defect, Encoder, Garbled, Layouts, MessageView, SessionRejectReason, Split, UtcReader};
use crate::config::{Role, SessionConfig};
use crate::event::{Counters, DisconnectReason, Event};
use crate::queue::GapQueue;
use crate::store::{MessageStore, StoreError};
use crate::tag::{self, Disagreement, Tag};
use crate::validate::{Validate, Violation};
use outbound::Outbound;
use recovery::{Asked, Gap};
pub use transmit::Replies;

/// Events kept for `poll_event` before repetitive ones are dropped.
const EVENTS_MAX: usize = 4096;
const NS_PER_MS: u64 = 1_000_000;
const NS_PER_S: u64 = 1_000_000_000;

/// A deadline, that of an absurd configuration being never.
fn after_ms(now_ns: u64, ms: u64) -> u64 {
    now_ns.saturating_add(ms.saturating_mul(NS_PER_MS))
}

/// What a step of the machine returns: only the store can fail.
type Step = Result<(), StoreError>;

/// Where the session stands. Deadlines in nanoseconds since the Unix epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// No transport.
    Disconnected,
    /// Acceptor: waits for the Logon.
    AwaitingLogon {
        /// When the connection is given up.
        deadline_ns: u64,
    },
    /// Initiator: waits for the answer to its Logon.
    LogonSent {
        /// When the connection is given up.
        deadline_ns: u64,
        /// The Logon carried ResetSeqNumFlag.
        reset: bool,
    },
    /// Up.
    Active,
    /// Up; a reset was asked for, and the TestRequest that drains the line is out.
    Draining {
        /// When the reset is given up.
        deadline_ns: u64,
    },
    /// Our Logon with ResetSeqNumFlag is out, in session.
    ResetSent {
        /// When the session is given up.
        deadline_ns: u64,
    },
    /// Our Logout is out; messages are still taken.
    LogoutSent {
        /// When the connection is given up.
        deadline_ns: u64,
        /// The answer is there, ahead of a gap that is being filled.
        answered: bool,
    },
    /// We answered a Logout; the counterparty closes the transport.
    LogoutAnswered {
        /// When we close it.
        deadline_ns: u64,
    },
    /// Our Logout is out because a rule was broken; nothing is taken any more but its answer.
    Failing {
        /// When the connection is given up.
        deadline_ns: u64,
    },
    /// [`Event::Disconnect`] is out.
    Closing,
}

impl Phase {
    /// Whether messages of the session are taken.
    fn takes_messages(self) -> bool {
        matches!(
            self,
            Phase::Active
                | Phase::Draining { .. }
                | Phase::ResetSent { .. }
                | Phase::LogoutSent { .. }
                | Phase::LogoutAnswered { .. }
        )
    }
}

/// What is known of the number the hardware expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hardware {
    /// Nothing: verdicts are not compared.
    Unknown,
    /// It expects a number that the stream has not reached; from there on the two agree.
    Ahead(u64),
    /// It expects what we expect.
    InStep,
}

/// Furthest that the hardware's number is set ahead of the stream.
const HARDWARE_LEAD_MAX: u64 = 4096;

/// [`Session::connected`] was called on a session that is connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a disconnected session, found {found:?}; close the new transport without answering")]
pub struct AlreadyConnected {
    /// Where the session stands.
    pub found: Phase,
}

/// A message was not sent. No MsgSeqNum was used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// The session is not up.
    #[error("expected a session that is logged on, found {found:?}; wait for Event::LoggedOn")]
    NotLoggedOn {
        /// Where the session stands.
        found: Phase,
    },
    /// Too much waits for `poll_transmit`.
    #[error("{waiting} bytes wait to be transmitted, the limit is {max}; call poll_transmit and try again")]
    Backlog {
        /// Bytes that wait.
        waiting: usize,
        /// The configured limit.
        max: usize,
    },
    /// MsgType is empty, longer than 4 characters, not alphanumeric, or administrative.
    #[error("expected the MsgType (35) of an application message, found {found:?}")]
    MsgType {
        /// What was given.
        found: String,
    },
    /// The body is not a sequence of fields.
    #[error("expected a body of fields each ended by SOH, found one that does not end in SOH")]
    Body,
    /// The message would be longer than the configured maximum.
    #[error("a body of {found} bytes does not fit a message of at most {max} bytes")]
    TooLong {
        /// Length of the body.
        found: usize,
        /// The configured limit of a message.
        max: usize,
    },
    /// NewSeqNo must not be lower than the next number.
    #[error("expected a NewSeqNo (36) of at least {expected}, found {found}")]
    NewSeqNo {
        /// The next outgoing number.
        expected: u64,
        /// What was given.
        found: u64,
    },
    /// A gap is open or a resend is in progress.
    #[error("a gap is open or a resend is in progress; try again when it is complete")]
    Recovering,
    /// The store failed, see [`Event::StoreFailed`]; the session goes down.
    #[error("the message could not be stored")]
    Store,
}

impl SendError {
    /// Whether the same message may be sent later: the session has no room for it now, is not up, or recovers.
    pub fn may_be_retried(&self) -> bool {
        matches!(
            self,
            SendError::Backlog { .. } | SendError::NotLoggedOn { .. } | SendError::Recovering
        )
    }
}

/// One FIX session, initiator or acceptor.
#[derive(Debug)]
pub struct Session<S> {
    config: SessionConfig,
    store: S,
    encoder: Encoder,
    layouts: Layouts,
    /// Of our own messages, when they are sent again.
    stored_layouts: Layouts,
    times: UtcReader,
    validator: Option<Arc<dyn Validate>>,
    /// DefaultApplVerID (1137) of the counterparty's Logon, ours when it had none.
    counterparty_appl_ver_id: Vec<u8>,
    phase: Phase,
    /// The number expected of the counterparty.
    expected: u64,
    gap: Option<Gap>,
    asked: Asked,
    queue: GapQueue,
    outbound: Outbound,
    /// A stored message while it is looked at.
    scratch: Vec<u8>,
    /// Something was recorded since the last commit.
    uncommitted: bool,
    heart_bt_ns: u64,
    last_sent_ns: u64,
    last_received_ns: u64,
    /// When the answer to our TestRequest is overdue.
    test_request_deadline_ns: Option<u64>,
    test_requests: u64,
    /// Why the session fails, once it does.
    failure: Option<String>,
    /// The next Logon restarts both numbers.
    reset_pending: bool,
    /// A Logon with ResetSeqNumFlag would be the answer to ours.
    reset_answer_may_come: bool,
    logged_out: bool,
    events: VecDeque<Event>,
    /// `expected` moved otherwise than by one message in order.
    moved: bool,
    tags_trusted: bool,
    hardware: Hardware,
    /// How far ahead of the stream the hardware's number is set, having been overtaken before.
    hardware_lead: u64,
    counters: Counters,
}

impl<S: MessageStore> Session<S> {
    /// A session that goes on with the numbers in `store`.
    pub fn new(config: SessionConfig, mut store: S) -> Self {
        let reset_pending = logon::reset_was_cut_off(&mut store);
        Session {
            encoder: config.encoder(),
            layouts: Layouts::default(),
            stored_layouts: Layouts::default(),
            times: UtcReader::default(),
            validator: None,
            counterparty_appl_ver_id: Vec::new(),
            expected: store.next_incoming(),
            queue: GapQueue::new(config.queue_messages_max, config.queue_bytes_max),
            phase: Phase::Disconnected,
            gap: None,
            asked: Asked::default(),
            outbound: Outbound::default(),
            scratch: Vec::new(),
            uncommitted: false,
            heart_bt_ns: 0,
            last_sent_ns: 0,
            last_received_ns: 0,
            test_request_deadline_ns: None,
            test_requests: 0,
            failure: None,
            reset_pending,
            reset_answer_may_come: false,
            logged_out: false,
            events: VecDeque::new(),
            moved: false,
            tags_trusted: true,
            hardware: Hardware::Unknown,
            hardware_lead: 0,
            counters: Counters::default(),
            config,
            store,
        }
    }

    /// Has each message checked further before it is acted upon.
    pub fn validate_with(&mut self, validator: Arc<dyn Validate>) {
        self.validator = Some(validator);
    }

    /// What is wrong with a message, in terms of an answer to it: of its fields one by one, and then of all of it.
    fn violation(&self, view: &MessageView<'_>) -> Option<Violation> {
        let validator = self.validator.as_deref();
        let empty_passes = validator.is_some_and(|validator| validator.allows_empty_values());
        let defect = view
            .defect()
            .filter(|defect| !(empty_passes && defect.reason == SessionRejectReason::TagWithoutValue));
        if let Some(Defect { tag, reason }) = defect {
            return Some(Violation::Reject { reason, tag });
        }
        validator.and_then(|validator| validator.validate(view, &self.counterparty_appl_ver_id).err())
    }

    /// The transport is up: an initiator sends its Logon, an acceptor waits for one.
    ///
    /// # Errors
    /// The session has a transport already. Close the new one without answering (FIX 4.4 Vol. 2, test case 1S-c).
    pub fn connected(&mut self, now_ns: u64) -> Result<(), AlreadyConnected> {
        if self.phase != Phase::Disconnected {
            return Err(AlreadyConnected { found: self.phase });
        }
        self.last_sent_ns = now_ns;
        self.last_received_ns = now_ns;
        let deadline_ns = after_ms(now_ns, self.config.logon_timeout_ms);
        match self.config.role {
            Role::Acceptor => self.phase = Phase::AwaitingLogon { deadline_ns },
            Role::Initiator => {
                let opened = self.open(now_ns, deadline_ns);
                self.settle(opened);
            }
        }
        Ok(())
    }

    /// Takes one message: bytes that [`Framer::split`](crate::codec::Framer::split) bounded, or that a verified tag bounded. `tag`
    /// is what the NIC says of it. In-order messages reach `app` in place; nothing is allocated for them.
    ///
    /// Call `poll_transmit`, `poll_event` and `poll_timeout` afterwards; a batch of messages may come first.
    pub fn handle_message<A: Application>(
        &mut self,
        now_ns: u64,
        bytes: &[u8],
        tag: Option<Tag>,
        app: &mut A,
    ) {
        if matches!(self.phase, Phase::Disconnected | Phase::Closing) {
            self.counters.ignored += 1;
            return;
        }
        // Not copied: it is on its way to memory still.
        let tag = tag.as_ref().filter(|tag| tag.verified && self.tags_trusted);
        let mut view = MessageView::blank(bytes);
        if let Err(reason) = view.read_like(&mut self.layouts) {
            if tag.is_some_and(Tag::is_classified) {
                self.disagree(0, Disagreement::Framing);
            }
            return self.handle_garbled(now_ns, reason);
        }
        let verified = match tag {
            None => false,
            Some(tag) => match self.compare(tag, &view) {
                Ok(verified) => verified,
                Err(difference) => {
                    self.disagree(view.msg_seq_num().unwrap_or(0), difference);
                    // The tag is not believed, so neither are its boundaries and CheckSum.
                    match self.config.framer().split(bytes) {
                        Split::Message { len } if len == bytes.len() => false,
                        Split::Garbled { reason, .. } => return self.handle_garbled(now_ns, reason),
                        _ => return self.handle_garbled(now_ns, Garbled::NoTrailer),
                    }
                }
            },
        };
        self.counters.messages_in += 1;
        self.counters.tags_used += u64::from(verified);
        self.last_received_ns = now_ns;
        self.test_request_deadline_ns = None;

        let before = self.expected;
        let arrival = Arrival {
            at_ns: now_ns,
            verdict: tag.filter(|_| verified).map(|tag| tag.verdict),
        };
        let taken = self.take(now_ns, &view, arrival, app).and_then(|()| {
            // Behind the application's turn, which it need not wait for.
            let number = view.msg_seq_num().unwrap_or(0);
            self.store.note_incoming(now_ns, number, tag, bytes)
        });
        self.settle(taken);
        self.limit_waiting();
        // After these the hardware waits in HOLD, or did not count the message.
        let holds = view.msg_type() == b"4" || (view.msg_type() == b"A" && view.flag(141));
        let uncounted = !verified && self.hardware == Hardware::InStep && before != self.expected;
        if holds || uncounted {
            self.expected_moved();
        }
    }

    /// Counts bytes that are no message; they advance nothing (FIX 4.4 Vol. 2, "Garbled message").
    pub fn handle_garbled(&mut self, _now_ns: u64, reason: Garbled) {
        self.counters.garbled += 1;
        self.push(Event::Garbled(reason));
    }

    /// Splits `buffer` and handles every complete message in it, without tags. Returns how many bytes were used; keep the
    /// rest and call again with it and more.
    pub fn handle_bytes<A: Application>(&mut self, now_ns: u64, buffer: &[u8], app: &mut A) -> usize {
        let framer = self.config.framer();
        let mut used = 0;
        while used < buffer.len() && !matches!(self.phase, Phase::Disconnected | Phase::Closing) {
            match framer.split(&buffer[used..]) {
                Split::Message { len } => {
                    self.handle_message(now_ns, &buffer[used..used + len], None, app);
                    used += len;
                }
                Split::Garbled { skip, reason } => {
                    self.handle_garbled(now_ns, reason);
                    used += skip;
                }
                Split::Incomplete { .. } => break,
            }
        }
        used
    }

    /// The transport is gone. What was sent and stored stays sent; the queue of an open gap is dropped, since the
    /// counterparty will be asked for it again.
    pub fn disconnected(&mut self, now_ns: u64) {
        let reset = self.config.reset_on_disconnect || (self.config.reset_on_logout && self.logged_out);
        self.phase = Phase::Disconnected;
        self.outbound.clear();
        self.forget_gap();
        self.test_request_deadline_ns = None;
        self.failure = None;
        self.logged_out = false;
        self.hardware = Hardware::Unknown;
        self.reset_answer_may_come = false;
        // A reset that was under way is repeated by the next Logon.
        let mut done = Ok(());
        if reset {
            done = self.reset_numbers(now_ns);
        }
        if done.is_ok() && self.uncommitted {
            done = self.store.commit(now_ns);
            self.uncommitted = false;
        }
        if let Err(error) = done {
            self.push(Event::StoreFailed(error));
        }
        // In the middle of a reset the number in memory may still be that of the old numbering.
        self.expected = self.store.next_incoming();
    }

    /// Restarts both numbers at 1, as a new session day does (FIX 4.4 Vol. 2, "Session protocol": numbers are valid within one
    /// session). `false`, and nothing done, unless the session is disconnected.
    pub fn begin_anew(&mut self, now_ns: u64) -> bool {
        if self.phase != Phase::Disconnected {
            return false;
        }
        let done = self
            .reset_numbers(now_ns)
            .and_then(|()| self.store.commit(now_ns));
        self.uncommitted = false;
        if let Err(error) = done {
            self.push(Event::StoreFailed(error));
        }
        self.expected = self.store.next_incoming();
        true
    }

    /// Takes the numbers from the store anew, for another process may have had it since [`release_store`](Self::release_store). `Ok(false)`, and
    /// nothing done, unless the session is disconnected.
    ///
    /// # Errors
    /// As [`MessageStore::refresh`].
    pub fn refresh_store(&mut self, now_ns: u64) -> Result<bool, StoreError> {
        if self.phase != Phase::Disconnected {
            return Ok(false);
        }
        self.store.refresh(now_ns)?;
        self.expected = self.store.next_incoming();
        self.reset_pending = logon::reset_was_cut_off(&mut self.store);
        Ok(true)
    }

    /// Lets another process have the store, until [`refresh_store`](Self::refresh_store). `false`, and nothing done, unless the session is
    /// disconnected.
    pub fn release_store(&mut self) -> bool {
        let is_down = self.phase == Phase::Disconnected;
        if is_down {
            self.store.release();
        }
        is_down
    }

    /// The next event. Call until it yields `None`.
    pub fn poll_event(&mut self) -> Option<Event> {
        if std::mem::take(&mut self.moved) {
            let expected = self.expected.saturating_add(self.hardware_lead);
            return Some(Event::ExpectedMoved { expected });
        }
        self.events.pop_front()
    }

    /// The number expected of the counterparty.
    pub fn expected_incoming(&self) -> u64 {
        self.expected
    }

    /// The number the next message of ours will get.
    pub fn next_outgoing(&self) -> u64 {
        self.store.next_outgoing()
    }

    /// The first and the last number known to be missing, while a gap is open.
    pub fn missing(&self) -> Option<(u64, u64)> {
        self.gap.as_ref()?;
        self.queue.first().map(|first| (self.expected, first - 1))
    }

    /// Messages that wait for a gap to close.
    pub fn queued(&self) -> usize {
        self.queue.len()
    }

    /// Where the session stands.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether the session is logged on and takes messages to send.
    pub fn is_logged_on(&self) -> bool {
        self.phase == Phase::Active
    }

    /// Whether a resend of ours is in progress: `poll_transmit` is to be called again, even if it yielded nothing.
    pub fn is_resending(&self) -> bool {
        self.outbound.resend.is_some()
    }

    /// Whether messages wait until the store has made them durable: `poll_transmit` is to be called again soon, though
    /// no time says when.
    pub fn awaits_store(&self) -> bool {
        self.outbound.sealed.is_some()
    }

    /// What was counted.
    pub fn counters(&self) -> &Counters {
        &self.counters
    }

    /// The configuration.
    pub fn config(&self) -> &SessionConfig {
        &self.config
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Whether tags are believed. While they are not, the owner splits messages in software.
    pub fn tags_trusted(&self) -> bool {
        self.tags_trusted
    }

    /// Believes tags again after a disagreement, or stops believing them.
    pub fn trust_tags(&mut self, trusted: bool) {
        self.tags_trusted = trusted;
        self.hardware = Hardware::Unknown;
    }

    /// Says that the FENCE of ARM or SET_EXPECTED was reached in the stream: tags from here on count from `expected`. Verdicts
    /// are compared from the moment the session expects that number too. `false`: the session is past it, since more
    /// arrived while the command was on its way; [`Event::ExpectedMoved`] comes again, with a lead over the stream.
    pub fn hardware_expects(&mut self, expected: u64) -> bool {
        let Some(behind) = self.expected.checked_sub(expected).filter(|&behind| behind > 0) else {
            self.hardware = Hardware::Ahead(expected);
            self.meet_hardware();
            return true;
        };
        // As many may arrive during the next command as did during this one.
        self.hardware_lead = self
            .hardware_lead
            .saturating_add(behind.saturating_mul(2))
            .min(HARDWARE_LEAD_MAX);
        self.hardware = Hardware::Unknown;
        self.moved = true;
        false
    }

    /// Notices when the stream has reached the number that the hardware was set to.
    fn meet_hardware(&mut self) {
        if self.hardware == Hardware::Ahead(self.expected) {
            self.hardware = Hardware::InStep;
            self.hardware_lead = 0;
        }
    }

    fn compare(&self, tag: &Tag, view: &MessageView<'_>) -> Result<bool, Disagreement> {
        if !tag.is_classified() {
            return Ok(false);
        }
        let Some(seq) = view.msg_seq_num() else {
            return Err(Disagreement::MsgSeqNum {
                hardware: tag.msg_seq_num,
                software: 0,
            });
        };
        let in_step = self.hardware == Hardware::InStep && self.phase.takes_messages();
        let expected = in_step.then_some(self.expected);
        tag::compare(tag, view, seq, expected).map(|()| true)
    }

    /// Ends a connection whose counterparty makes us answer and does not read the answers.
    fn limit_waiting(&mut self) {
        let max = self.config.transmit_bytes_max.saturating_mul(2);
        if self.outbound.waiting_bytes() > max {
            let text =
                format!("the counterparty does not read: more than {max} bytes wait to be transmitted");
            self.close(DisconnectReason::Violation(text));
        }
    }

    fn disagree(&mut self, msg_seq_num: u64, difference: Disagreement) {
        self.counters.disagreements += 1;
        self.tags_trusted = false;
        self.hardware = Hardware::Unknown;
        self.push(Event::Disagreement {
            msg_seq_num,
            difference,
        });
    }

    fn expected_moved(&mut self) {
        self.moved = true;
        self.hardware = Hardware::Unknown;
    }

    fn push(&mut self, event: Event) {
        let repetitive = !matches!(
            event,
            Event::Disconnect(_)
                | Event::StoreFailed(_)
                | Event::LoggedOn { .. }
                | Event::Disagreement { .. }
        );
        if repetitive && self.events.len() >= EVENTS_MAX {
            self.counters.events_dropped += 1;
            return;
        }
        self.events.push_back(event);
    }

    /// Ends the connection; what is ready still leaves.
    fn close(&mut self, reason: DisconnectReason) {
        if matches!(self.phase, Phase::Closing | Phase::Disconnected) {
            return;
        }
        self.outbound.abort_resend();
        self.phase = Phase::Closing;
        self.push(Event::Disconnect(reason));
    }

    /// Takes the session down if a step could not be stored. Nothing more leaves.
    fn settle(&mut self, step: Step) {
        if let Err(error) = step {
            self.outbound.clear();
            self.push(Event::StoreFailed(error));
            self.close(DisconnectReason::Store);
        }
    }

    /// The message with the expected number was processed.
    fn advance(&mut self) -> Step {
        self.move_expected(self.expected.saturating_add(1))
    }

    fn move_expected(&mut self, to: u64) -> Step {
        // Between our reset and the answer to it, what arrives still has numbers of before the reset.
        if !matches!(self.phase, Phase::ResetSent { .. }) {
            self.store.set_next_incoming(to)?;
            self.uncommitted = true;
            self.reset_answer_may_come = false;
            // Whatever comes in sequence shows an acceptor that both sides have the same numbering.
            self.reset_pending &= self.config.role == Role::Initiator;
        }
        self.expected = to;
        self.meet_hardware();
        Ok(())
    }

    /// Both numbers back to 1.
    fn reset_numbers(&mut self, now_ns: u64) -> Step {
        self.store.reset(now_ns)?;
        self.uncommitted = true;
        self.expected = 1;
        self.forget_gap();
        self.expected_moved();
        Ok(())
    }

    /// Answers a message by a Reject (35=3).
    fn reject(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
        seq: u64,
        reason: SessionRejectReason,
        ref_tag: u32,
    ) -> Step {
        self.reject_with_text(now_ns, view, seq, reason, ref_tag, reason.text())
    }
}
