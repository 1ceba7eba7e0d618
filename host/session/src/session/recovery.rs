//! A gap in what we receive: asking for it, queueing behind it, moving past it.

use std::cmp::Ordering;

use crate::app::{Application, Arrival};
use crate::codec::{field, MessageView, SessionRejectReason};
use crate::config::ResendEnd;
use crate::event::{DisconnectReason, Event};
use crate::store::MessageStore;

use super::{after_ms, Phase, Session, Step};

/// An open gap. It is open exactly as long as something is queued behind it.
#[derive(Debug, Clone)]
pub(super) struct Gap {
    /// The last number asked for: `None` before anything was asked, `u64::MAX` for an open end.
    asked_through: Option<u64>,
    /// When to ask again.
    deadline_ns: u64,
    /// `expected` when the resend last made progress.
    progress: u64,
    /// A resent message passed over the expected number since we asked: a resend is in order, so that one is lost.
    skipped: bool,
}

/// How often the messages from one number on were asked for. It outlives the gap, so that a message which can never be
/// processed does not make an endless loop of resends.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked {
    begin: u64,
    attempts: u32,
    /// The number last asked for because a resend passed over it.
    skipped: u64,
}

impl<S: MessageStore> Session<S> {
    /// A number higher than expected: the message waits, and what is missing is asked for.
    pub(super) fn take_ahead(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
        seq: u64,
        arrival: Arrival,
    ) -> Step {
        let original = !view.poss_dup();
        let readable = view.defect().is_none();
        let is_resend_request = view.msg_type() == b"2" && original && readable;
        let is_logout = view.msg_type() == b"5" && original && readable;
        if is_logout && self.config.compatibility_quickfix {
            return self.logout_received(now_ns, view);
        }
        if let (Some(gap), false) = (&mut self.gap, original) {
            gap.skipped |= gap.asked_through.is_some_and(|through| seq <= through);
        }
        let handled = is_resend_request || is_logout;
        match self.queue.insert(seq, view.bytes(), handled, arrival) {
            Ok(true) => self.counters.queued += 1,
            Ok(false) => {
                self.counters.duplicates_dropped += 1;
                return self.ask_if_needed(now_ns);
            }
            Err(_) => {
                let text = format!(
                    "Gap queue full: {} messages wait for {}, the limits are {} messages and {} bytes",
                    self.queue.len(),
                    self.expected,
                    self.config.queue_messages_max,
                    self.config.queue_bytes_max
                );
                return self.fail(now_ns, text);
            }
        }
        // Answered before we ask: two engines that queue each other's requests would wait forever.
        if is_resend_request {
            self.answer_resend_request(now_ns, view, seq)?;
        }
        let asked = self.gap.as_ref().is_some_and(|gap| gap.asked_through.is_some());
        self.open_gap(now_ns, seq, false);
        if asked && original && self.config.send_redundant_resend_requests {
            self.ask_redundantly(now_ns)?;
        } else {
            self.ask_if_needed(now_ns)?;
        }
        if is_logout {
            self.logout_received_in_gap(now_ns, view)?;
        }
        Ok(())
    }

    /// Notes a gap below `received`, whose message is queued. `promised`: the counterparty resends without being
    /// asked, because our Logon carried NextExpectedMsgSeqNum.
    pub(super) fn open_gap(&mut self, now_ns: u64, received: u64, promised: bool) {
        if self.gap.is_some() {
            return;
        }
        self.gap = Some(Gap {
            asked_through: promised.then_some(u64::MAX),
            deadline_ns: after_ms(now_ns, self.config.resend_timeout_ms),
            progress: self.expected,
            skipped: false,
        });
        self.counters.gaps += 1;
        self.push(Event::GapOpened {
            expected: self.expected,
            received,
        });
    }

    /// Queues only the number of a message that was acted upon, ahead of a gap.
    pub(super) fn queue_handled(&mut self, now_ns: u64, seq: u64, promised: bool) -> Step {
        // An empty queue has room for one number.
        let arrival = Arrival {
            at_ns: now_ns,
            verdict: None,
        };
        let _ = self.queue.insert(seq, &[], true, arrival);
        self.open_gap(now_ns, seq, promised);
        self.ask_if_needed(now_ns)
    }

    pub(super) fn forget_gap(&mut self) {
        self.counters.queued_dropped += self.queue.len() as u64;
        self.queue.clear();
        self.gap = None;
        self.asked = Asked::default();
    }

    /// Asks for what is missing, unless that was asked for and may still come.
    pub(super) fn ask_if_needed(&mut self, now_ns: u64) -> Step {
        let (Some(gap), Some(first_queued)) = (&mut self.gap, self.queue.first()) else {
            return Ok(());
        };
        if self.expected > gap.progress {
            gap.progress = self.expected;
            gap.deadline_ns = after_ms(now_ns, self.config.resend_timeout_ms);
        }
        let asked = gap.asked_through.is_some_and(|through| through >= self.expected);
        if !asked {
            return self.ask(now_ns, first_queued - 1);
        }
        if gap.skipped && self.asked.skipped != self.expected {
            self.asked.skipped = self.expected;
            return self.request_resend(now_ns, first_queued - 1);
        }
        Ok(())
    }

    /// Asks as configured, from the expected number on.
    fn ask(&mut self, now_ns: u64, last_missing: u64) -> Step {
        self.request_resend(now_ns, self.end_of_request(last_missing))
    }

    fn end_of_request(&self, last_missing: u64) -> u64 {
        match (self.config.resend_request_chunk, self.config.resend_end) {
            (Some(chunk), _) => last_missing.min(self.expected.saturating_add(chunk.max(1) - 1)),
            (None, ResendEnd::LastMissing) => last_missing,
            (None, ResendEnd::Open) => 0,
        }
    }

    /// Asks once more for what was asked for already (SendRedundantResendRequests). It counts as no further attempt and puts no
    /// deadline off.
    fn ask_redundantly(&mut self, now_ns: u64) -> Step {
        let Some(first_queued) = self.queue.first() else {
            return Ok(());
        };
        let end = self.end_of_request(first_queued - 1);
        self.send_resend_request(now_ns, self.expected, end, self.asked.attempts.max(1))
    }

    /// Sends a ResendRequest from the expected number to `end`, 0 for open.
    fn request_resend(&mut self, now_ns: u64, end: u64) -> Step {
        let begin = self.expected;
        let attempt = if self.asked.begin == begin {
            self.asked.attempts + 1
        } else {
            1
        };
        if attempt > self.config.resend_attempts_max {
            let text = format!(
                "Message {begin} did not come after {} ResendRequests",
                attempt - 1
            );
            return self.fail(now_ns, text);
        }
        self.asked = Asked {
            begin,
            attempts: attempt,
            ..self.asked
        };
        if let Some(gap) = &mut self.gap {
            gap.asked_through = Some(if end == 0 { u64::MAX } else { end });
            gap.skipped = false;
            gap.deadline_ns = after_ms(now_ns, self.config.resend_timeout_ms);
        }
        self.send_resend_request(now_ns, begin, end, attempt)
    }

    fn send_resend_request(&mut self, now_ns: u64, begin: u64, end: u64, attempt: u32) -> Step {
        self.emit(now_ns, b"2", false, |fields| {
            fields
                .uint(field::BEGIN_SEQ_NO, begin)
                .uint(field::END_SEQ_NO, end);
        })?;
        self.counters.resend_requests += 1;
        self.push(Event::ResendRequested { begin, end, attempt });
        Ok(())
    }

    /// When the gap's messages are asked for again.
    pub(super) fn gap_deadline_ns(&self) -> Option<u64> {
        self.gap.as_ref().map(|gap| gap.deadline_ns)
    }

    /// Asks again: the resend made no progress for too long.
    pub(super) fn gap_timeout(&mut self, now_ns: u64) -> Step {
        match self.queue.first() {
            Some(first_queued) => self.ask(now_ns, first_queued - 1),
            None => Ok(()),
        }
    }

    /// Releases what is queued from the expected number on, and closes the gap or goes on asking.
    #[inline]
    pub(super) fn release<A: Application>(&mut self, now_ns: u64, app: &mut A) -> Step {
        match self.gap {
            None => Ok(()),
            Some(_) => self.release_queued(now_ns, app),
        }
    }

    fn release_queued<A: Application>(&mut self, now_ns: u64, app: &mut A) -> Step {
        while self.phase.takes_messages() {
            let number = self.expected;
            let Some(queued) = self.queue.take(number) else {
                break;
            };
            self.expected_moved();
            let step = match MessageView::parse(&queued.bytes) {
                Ok(view) if !queued.handled => self.process(now_ns, &view, number, true, queued.arrival, app),
                // Acted upon when it came: only the number counts.
                _ => self.advance(),
            };
            self.queue.recycle(queued);
            step?;
        }
        if !self.phase.takes_messages() {
            return Ok(());
        }
        if !self.queue.is_empty() {
            return self.ask_if_needed(now_ns);
        }
        self.gap = None;
        self.push(Event::GapClosed {
            expected: self.expected,
        });
        if let Phase::LogoutSent { answered: true, .. } = self.phase {
            self.close(DisconnectReason::LoggedOut);
        }
        Ok(())
    }

    /// SequenceReset-GapFill with the expected number (FIX 4.4 Vol. 2, "Sequence Reset"). What is queued from NewSeqNo on is
    /// released by the caller.
    pub(super) fn gap_fill(&mut self, now_ns: u64, view: &MessageView<'_>, seq: u64) -> Step {
        match view.uint(field::NEW_SEQ_NO) {
            Err(defect) => {
                self.reject(now_ns, view, seq, defect.reason, defect.tag)?;
                self.advance()
            }
            Ok(new) if new <= seq => {
                let text =
                    format!("Attempt to lower sequence number: NewSeqNo (36) {new} with MsgSeqNum {seq}");
                let reason = SessionRejectReason::ValueIncorrect;
                self.reject_with_text(now_ns, view, seq, reason, field::NEW_SEQ_NO, &text)
            }
            Ok(new) => self.jump(new),
        }
    }

    /// SequenceReset-Reset: 34 is ignored, the expected number becomes 36 (FIX 4.4 Vol. 2, test case 11).
    pub(super) fn sequence_reset<A: Application>(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
        seq: u64,
        app: &mut A,
    ) -> Step {
        let new = match view.uint(field::NEW_SEQ_NO) {
            Ok(new) => new,
            Err(defect) => return self.reject(now_ns, view, seq, defect.reason, defect.tag),
        };
        match new.cmp(&self.expected) {
            Ordering::Less => {
                let text = format!(
                    "Attempt to lower sequence number: NewSeqNo (36) {new}, expecting {}",
                    self.expected
                );
                let reason = SessionRejectReason::ValueIncorrect;
                self.reject_with_text(now_ns, view, seq, reason, field::NEW_SEQ_NO, &text)
            }
            Ordering::Equal => {
                self.push(Event::ResetToExpected { expected: new });
                Ok(())
            }
            Ordering::Greater => {
                self.push(Event::SequenceReset {
                    from: self.expected,
                    to: new,
                });
                self.jump(new)?;
                self.release(now_ns, app)
            }
        }
    }

    /// Moves the expected number up; what is queued below it is dropped.
    fn jump(&mut self, new: u64) -> Step {
        self.move_expected(new)?;
        self.counters.queued_dropped += self.queue.drop_below(new);
        self.expected_moved();
        Ok(())
    }
}
