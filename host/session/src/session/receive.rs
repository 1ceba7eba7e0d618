//! One message, from the checks of its header to the application.

use std::cmp::Ordering;

use crate::app::{Application, Arrival, Disposition, MessageMeta};
use crate::codec::{field, is_same, Defect, MessageView, SessionRejectReason};
use crate::store::MessageStore;

use super::{Phase, Session, Step, NS_PER_S};
use crate::event::DisconnectReason;
use crate::validate::Violation;

impl<S: MessageStore> Session<S> {
    /// Takes one well-framed message.
    pub(super) fn take<A: Application>(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
        arrival: Arrival,
        app: &mut A,
    ) -> Step {
        match self.phase {
            Phase::AwaitingLogon { .. } => return self.accept_logon(now_ns, view),
            Phase::LogonSent { reset, .. } => return self.complete_logon(now_ns, view, reset),
            Phase::Failing { .. } => {
                self.counters.ignored += 1;
                if view.msg_type() == b"5" {
                    self.close_failed();
                }
                return Ok(());
            }
            _ => {}
        }
        if !is_same(view.begin_string(), self.config.begin_string.as_bytes()) {
            let found = String::from_utf8_lossy(view.begin_string()).into_owned();
            let text = format!(
                "Incorrect BeginString: expected {}, found {found}",
                self.config.begin_string
            );
            return self.fail(now_ns, text);
        }
        let Some(seq) = view.msg_seq_num() else {
            return self.terminate(now_ns, "MsgSeqNum (34) is missing or not a number".to_owned());
        };
        if let Err(refusal) = self.check_header(now_ns, view) {
            self.reject(now_ns, view, seq, refusal.defect.reason, refusal.defect.tag)?;
            if seq == self.expected {
                self.advance()?;
                self.release(now_ns, app)?;
            }
            return match refusal.fatal {
                Some(text) => self.fail(now_ns, text),
                None => Ok(()),
            };
        }
        let poss_dup = view.poss_dup();
        if view.msg_type() == b"A" && !poss_dup {
            return self.logon_in_session(now_ns, view, seq);
        }
        if view.msg_type() == b"4" && !view.gap_fill() && view.defect().is_none() {
            return self.sequence_reset(now_ns, view, seq, app);
        }
        match seq.cmp(&self.expected) {
            Ordering::Equal => {
                self.process(now_ns, view, seq, false, arrival, app)?;
                self.release(now_ns, app)
            }
            Ordering::Greater => self.take_ahead(now_ns, view, seq, arrival),
            Ordering::Less => self.take_low(now_ns, view, seq, poss_dup),
        }
    }

    /// A number that was processed already.
    fn take_low(&mut self, now_ns: u64, view: &MessageView<'_>, seq: u64, poss_dup: bool) -> Step {
        let resend_outstanding = self.config.compatibility_quickfix && self.gap.is_some();
        if poss_dup || resend_outstanding {
            self.counters.duplicates_dropped += 1;
            return Ok(());
        }
        if self.config.compatibility_quickfix && view.msg_type() == b"5" {
            return self.logout_received(now_ns, view);
        }
        let text = format!(
            "MsgSeqNum too low, expecting {} but received {seq}",
            self.expected
        );
        self.fail(now_ns, text)
    }

    /// The message with the expected number, whether it has just come or waited in the queue.
    pub(super) fn process<A: Application>(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
        seq: u64,
        queued: bool,
        arrival: Arrival,
        app: &mut A,
    ) -> Step {
        match self.violation(view) {
            None => {}
            Some(Violation::Reject { reason, tag }) => {
                self.reject(now_ns, view, seq, reason, tag)?;
                return self.advance();
            }
            Some(Violation::Business { reason }) => {
                self.business_reject(now_ns, view, seq, reason, "")?;
                return self.advance();
            }
        }
        let meta = MessageMeta {
            msg_seq_num: seq,
            poss_dup: view.poss_dup(),
            poss_resend: view.poss_resend(),
            queued,
            verified: arrival.verdict.is_some(),
            verdict: arrival.verdict,
            received_ns: arrival.at_ns,
        };
        match view.msg_type() {
            // A Logon that may be acted upon does not come here.
            b"A" => self.advance(),
            b"0" | b"1" | b"2" | b"5" if meta.poss_dup => self.advance(),
            b"0" => {
                self.advance()?;
                self.heartbeat_received(now_ns, view)
            }
            b"1" => {
                self.advance()?;
                self.test_request_received(now_ns, view, seq)
            }
            b"2" => {
                self.advance()?;
                self.answer_resend_request(now_ns, view, seq)
            }
            b"3" => {
                app.on_reject(view, &meta, &mut self.replies(now_ns));
                self.advance()
            }
            b"4" => self.gap_fill(now_ns, view, seq),
            b"5" => {
                self.advance()?;
                self.logout_received(now_ns, view)
            }
            _ => self.deliver(now_ns, view, &meta, app),
        }
    }

    fn deliver<A: Application>(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
        meta: &MessageMeta,
        app: &mut A,
    ) -> Step {
        let seq = meta.msg_seq_num;
        if !field::is_known_msg_type(view.begin_string(), view.msg_type()) {
            self.reject(
                now_ns,
                view,
                seq,
                SessionRejectReason::InvalidMsgType,
                field::MSG_TYPE,
            )?;
            return self.advance();
        }
        let disposition = app.on_message(view, meta, &mut self.replies(now_ns));
        self.counters.delivered += 1;
        if self.phase == Phase::Closing {
            // The store failed while the application answered.
            return Ok(());
        }
        // Recorded as soon as the application has had it: after a crash it may see it again, never miss it.
        self.advance()?;
        match disposition {
            Disposition::Accepted => Ok(()),
            Disposition::BusinessReject { reason, text } => {
                self.business_reject(now_ns, view, seq, reason, &text)
            }
            Disposition::Reject {
                reason,
                ref_tag,
                text,
            } => {
                let text = if text.is_empty() { reason.text() } else { &text };
                self.reject_with_text(now_ns, view, seq, reason, ref_tag, text)
            }
        }
    }

    /// 49, 56, 52, 122: what is refused whatever the number is. The number is consumed only if it was the expected one.
    pub(super) fn check_header(&mut self, now_ns: u64, view: &MessageView<'_>) -> Result<(), Refusal> {
        // Fields after a defect were not read; the defect itself is answered in sequence.
        let complete = view.defect().is_none();
        let (theirs, ours) = (&self.config.target_comp_id, &self.config.sender_comp_id);
        let is = |found: Option<&[u8]>, expected: &str| {
            found.is_some_and(|found| is_same(found, expected.as_bytes()))
        };
        if !is(view.sender_comp_id(), theirs) || !is(view.target_comp_id(), ours) {
            self.check_identity(view, complete)?;
        }
        let sent_ns = match view.sending_time().map(|text| self.times.read(text)) {
            None if complete => {
                return Err(Refusal::plain(
                    field::SENDING_TIME,
                    SessionRejectReason::RequiredTagMissing,
                ))
            }
            None => return Ok(()),
            Some(None) => {
                return Err(Refusal::plain(
                    field::SENDING_TIME,
                    SessionRejectReason::IncorrectDataFormat,
                ))
            }
            Some(Some(sent_ns)) => sent_ns,
        };
        let max_ns = u64::from(self.config.max_latency_s) * NS_PER_S;
        if self.config.check_latency && now_ns.abs_diff(sent_ns) > max_ns {
            let text = format!(
                "SendingTime accuracy problem: off by more than {} s",
                self.config.max_latency_s
            );
            return Err(Refusal::fatal(
                field::SENDING_TIME,
                SessionRejectReason::SendingTimeAccuracy,
                text,
            ));
        }
        if view.poss_dup() {
            self.check_original_time(view, sent_ns, complete)?;
        }
        Ok(())
    }

    /// 49 and 56, which are not both as expected.
    #[cold]
    fn check_identity(&self, view: &MessageView<'_>, complete: bool) -> Result<(), Refusal> {
        let identity = [
            (
                field::SENDER_COMP_ID,
                view.sender_comp_id(),
                &self.config.target_comp_id,
            ),
            (
                field::TARGET_COMP_ID,
                view.target_comp_id(),
                &self.config.sender_comp_id,
            ),
        ];
        for (tag, found, expected) in identity {
            match found {
                Some(_) if !self.config.check_comp_id => {}
                Some(found) if found == expected.as_bytes() => {}
                Some(found) => {
                    let found = String::from_utf8_lossy(found);
                    let text = format!("CompID problem: expected {tag}={expected}, found {tag}={found}");
                    return Err(Refusal::fatal(tag, SessionRejectReason::CompIdProblem, text));
                }
                None if complete => return Err(Refusal::plain(tag, SessionRejectReason::RequiredTagMissing)),
                None => {}
            }
        }
        Ok(())
    }

    /// 122 of a message with 43=Y: present and not after 52 (FIX 4.4 Vol. 2, test cases 2f and 2g). Engines leave it out of a
    /// SequenceReset, which has no original.
    fn check_original_time(
        &mut self,
        view: &MessageView<'_>,
        sent_ns: u64,
        complete: bool,
    ) -> Result<(), Refusal> {
        let tag = field::ORIG_SENDING_TIME;
        match view.get(tag).map(|text| self.times.read(text)) {
            None if complete && view.msg_type() != b"4" => {
                Err(Refusal::plain(tag, SessionRejectReason::RequiredTagMissing))
            }
            None => Ok(()),
            Some(None) => Err(Refusal::plain(tag, SessionRejectReason::IncorrectDataFormat)),
            Some(Some(original_ns)) if original_ns > sent_ns => {
                Err(Refusal::plain(tag, SessionRejectReason::SendingTimeAccuracy))
            }
            Some(Some(_)) => Ok(()),
        }
    }

    pub(super) fn close_failed(&mut self) {
        let text = self.failure.take().unwrap_or_default();
        self.close(DisconnectReason::Violation(text));
    }
}

/// A message is refused by a Reject, and possibly the session ended.
pub(super) struct Refusal {
    pub defect: Defect,
    /// Text of the Logout that ends the session.
    pub fatal: Option<String>,
}

impl Refusal {
    fn plain(tag: u32, reason: SessionRejectReason) -> Self {
        Refusal {
            defect: Defect { tag, reason },
            fatal: None,
        }
    }

    fn fatal(tag: u32, reason: SessionRejectReason, text: String) -> Self {
        Refusal {
            defect: Defect { tag, reason },
            fatal: Some(text),
        }
    }
}
