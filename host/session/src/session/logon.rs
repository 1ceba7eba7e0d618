//! Logon from both sides, NextExpectedMsgSeqNum, and resets of both numbers.

use crate::codec::{field, parse_uint, MessageView, SessionRejectReason};
use crate::event::{DisconnectReason, Event};
use crate::store::MessageStore;
use crate::validate::Violation;

use super::{after_ms, Phase, SendError, Session, Step, NS_PER_S};

/// A Logon that may be acted upon.
struct Logon {
    seq: u64,
    heart_bt_int_s: u32,
    reset: bool,
    /// NextExpectedMsgSeqNum, when we use it.
    next_expected: Option<u64>,
}

/// Whether the numbering in a store begins with a Logon of ours with ResetSeqNumFlag that was never answered: the connection was lost
/// or the process died in between, and the counterparty may still have the old numbering. An initiator's next Logon then asks for the
/// reset again; an acceptor's answer does when it must.
pub(super) fn reset_was_cut_off<S: MessageStore>(store: &mut S) -> bool {
    let mut logon = Vec::new();
    store.next_incoming() == 1
        && store.next_outgoing() > 1
        && store.read_outgoing(1, &mut logon).is_ok_and(|found| found)
        && MessageView::parse(&logon)
            .is_ok_and(|view| view.msg_type() == b"A" && view.flag(field::RESET_SEQ_NUM_FLAG))
}

impl<S: MessageStore> Session<S> {
    /// Initiator: the first Logon.
    pub(super) fn open(&mut self, now_ns: u64, deadline_ns: u64) -> Step {
        let reset = self.config.reset_on_logon || self.reset_pending;
        if reset {
            self.reset_numbers(now_ns)?;
        }
        self.send_logon(
            now_ns,
            self.config.heart_bt_int_s,
            reset,
            self.config.enable_next_expected,
        )?;
        self.phase = Phase::LogonSent { deadline_ns, reset };
        Ok(())
    }

    fn send_logon(&mut self, now_ns: u64, heart_bt_int_s: u32, reset: bool, next_expected: bool) -> Step {
        let expected = self.expected;
        let appl_ver_id = self.config.default_appl_ver_id.take();
        let further = std::mem::take(&mut self.config.logon_fields);
        let sent = self.emit(now_ns, b"A", false, |fields| {
            fields
                .uint(field::ENCRYPT_METHOD, 0)
                .uint(field::HEART_BT_INT, u64::from(heart_bt_int_s));
            if reset {
                fields.yes(field::RESET_SEQ_NUM_FLAG);
            }
            if next_expected {
                fields.uint(field::NEXT_EXPECTED_MSG_SEQ_NUM, expected);
            }
            for (tag, value) in &further {
                fields.text(*tag, value);
            }
            if let Some(id) = &appl_ver_id {
                fields.text(field::DEFAULT_APPL_VER_ID, id);
            }
        });
        self.config.default_appl_ver_id = appl_ver_id;
        self.config.logon_fields = further;
        sent.map(|_| ())
    }

    /// Acceptor: the first message of a connection.
    pub(super) fn accept_logon(&mut self, now_ns: u64, view: &MessageView<'_>) -> Step {
        if !self.is_logon_of_this_session(view) {
            return Ok(());
        }
        if view.poss_dup() {
            // A resent Logon is never acted upon.
            self.counters.ignored += 1;
            return Ok(());
        }
        let Some(logon) = self.read_logon(now_ns, view)? else {
            return Ok(());
        };
        if logon.reset || self.config.reset_on_logon {
            self.reset_numbers(now_ns)?;
        } else if self.reset_pending && self.is_of_old_numbering(&logon) {
            return self.answer_by_reset(now_ns, &logon);
        }
        let next_outgoing = self.store.next_outgoing();
        if !self.check_numbers(now_ns, &logon, next_outgoing)? {
            return Ok(());
        }
        if logon.seq == self.expected {
            self.advance()?;
        }
        self.send_logon(
            now_ns,
            logon.heart_bt_int_s,
            logon.reset,
            logon.next_expected.is_some(),
        )?;
        self.logged_on(now_ns, &logon, logon.heart_bt_int_s, next_outgoing)
    }

    /// Whether the counterparty of an acceptor whose own reset was cut off still has the numbering before the reset.
    ///
    /// NextExpectedMsgSeqNum says it: in the new numbering it has nothing of ours but the Logon, or not even that. Without it nothing
    /// does, and a second reset would lose what the counterparty has sent since the first: so the new numbering is tried. A counterparty
    /// that has the old one finds our number too low, and comes back; by then more was sent under the new numbers than the Logon.
    fn is_of_old_numbering(&self, logon: &Logon) -> bool {
        let next_outgoing = self.store.next_outgoing();
        // The old numbering had at least a Logon and the answer to the TestRequest that came before the reset.
        logon.seq > 2
            && match logon.next_expected {
                Some(next_expected) => next_expected > next_outgoing,
                None => next_outgoing > 2,
            }
    }

    /// Acceptor: the reset that was cut off, in the answer to a Logon of the old numbering. That counts as number 1, which is not
    /// recorded before something follows it: until then the reset may be cut off again.
    fn answer_by_reset(&mut self, now_ns: u64, logon: &Logon) -> Step {
        self.reset_numbers(now_ns)?;
        self.expected = 2;
        self.reset_answer_may_come = true;
        self.send_logon(now_ns, logon.heart_bt_int_s, true, false)?;
        let counted = Logon {
            seq: 1,
            reset: true,
            next_expected: None,
            ..*logon
        };
        self.logged_on(now_ns, &counted, logon.heart_bt_int_s, 1)
    }

    /// Initiator: the answer to our Logon.
    pub(super) fn complete_logon(&mut self, now_ns: u64, view: &MessageView<'_>, we_reset: bool) -> Step {
        if view.msg_type() == b"5" && self.is_identity(view) {
            self.note_logout(view);
            if view.msg_seq_num() == Some(self.expected) {
                self.advance()?;
            }
            let text = view.text(field::TEXT).unwrap_or("no reason given");
            self.close(DisconnectReason::Violation(format!(
                "the Logon was refused: {text}"
            )));
            return Ok(());
        }
        if !self.is_logon_of_this_session(view) {
            return Ok(());
        }
        let Some(logon) = self.read_logon(now_ns, view)? else {
            return Ok(());
        };
        if logon.reset && !we_reset {
            // The acceptor restarted; it counts our Logon as number 1.
            self.reset_numbers(now_ns)?;
            self.store.set_next_outgoing(2)?;
        }
        self.reset_pending = false;
        let next_outgoing = self.store.next_outgoing();
        if !self.check_numbers(now_ns, &logon, next_outgoing)? {
            return Ok(());
        }
        if logon.seq == self.expected {
            self.advance()?;
        }
        self.logged_on(now_ns, &logon, self.config.heart_bt_int_s, next_outgoing)
    }

    /// The session is up: what the Logon's numbers ask for begins.
    fn logged_on(&mut self, now_ns: u64, logon: &Logon, heart_bt_int_s: u32, next_outgoing: u64) -> Step {
        self.phase = Phase::Active;
        self.heart_bt_ns = u64::from(heart_bt_int_s) * NS_PER_S;
        self.push(Event::LoggedOn {
            heart_bt_int_s,
            reset: logon.reset,
        });
        if let Some(next_expected) = logon.next_expected.filter(|&n| n > 0 && n < next_outgoing) {
            self.start_resend(next_expected, next_outgoing - 1);
        }
        if logon.seq > self.expected {
            // With NextExpectedMsgSeqNum on both sides the counterparty resends without being asked.
            self.queue_handled(now_ns, logon.seq, logon.next_expected.is_some())?;
        }
        Ok(())
    }

    fn is_identity(&self, view: &MessageView<'_>) -> bool {
        view.begin_string() == self.config.begin_string.as_bytes()
            && view.sender_comp_id() == Some(self.config.target_comp_id.as_bytes())
            && view.target_comp_id() == Some(self.config.sender_comp_id.as_bytes())
    }

    /// Closes without an answer what is not a Logon of this session; no number is used or consumed.
    fn is_logon_of_this_session(&mut self, view: &MessageView<'_>) -> bool {
        if view.msg_type() != b"A" {
            let found = String::from_utf8_lossy(view.msg_type()).into_owned();
            self.close(DisconnectReason::NotLogon { found });
            return false;
        }
        if !self.is_identity(view) {
            let text = |value: Option<&[u8]>| String::from_utf8_lossy(value.unwrap_or_default()).into_owned();
            let (begin, sender, target) = (
                text(Some(view.begin_string())),
                text(view.sender_comp_id()),
                text(view.target_comp_id()),
            );
            let c = &self.config;
            let expected = format!(
                "8={} 49={} 56={}",
                c.begin_string, c.target_comp_id, c.sender_comp_id
            );
            let found = format!("8={begin} 49={sender} 56={target}");
            self.close(DisconnectReason::UnknownIdentity { expected, found });
            return false;
        }
        true
    }

    /// The fields of a Logon. `None`: it was refused.
    fn read_logon(
        &mut self,
        now_ns: u64,
        view: &MessageView<'_>,
    ) -> Result<Option<Logon>, crate::StoreError> {
        let Some(seq) = view.msg_seq_num() else {
            self.terminate(now_ns, "MsgSeqNum (34) is missing or not a number".to_owned())?;
            return Ok(None);
        };
        if let Some(defect) = view.defect() {
            let text = format!("{}: tag {} of the Logon", defect.reason.text(), defect.tag);
            self.terminate(now_ns, text)?;
            return Ok(None);
        }
        if let Err(refusal) = self.check_header(now_ns, view) {
            self.reject(now_ns, view, seq, refusal.defect.reason, refusal.defect.tag)?;
            if seq == self.expected {
                self.advance()?;
            }
            let text = refusal
                .fatal
                .unwrap_or_else(|| refusal.defect.reason.text().to_owned());
            self.fail(now_ns, text)?;
            return Ok(None);
        }
        if let (Some(_), Some(Violation::Reject { reason, tag })) = (&self.validator, self.violation(view)) {
            self.reject(now_ns, view, seq, reason, tag)?;
            if seq == self.expected {
                self.advance()?;
            }
            self.fail(now_ns, format!("{}: tag {tag} of the Logon", reason.text()))?;
            return Ok(None);
        }
        // No encryption but "none" is spoken here (FIX session test cases, 17b).
        let encryption = view.get(field::ENCRYPT_METHOD);
        if let Some(found) = encryption.filter(|method| parse_uint(method) != Some(0)) {
            let found = String::from_utf8_lossy(found).into_owned();
            let text = format!("EncryptMethod (98) is not supported: expected 0, found {found}");
            let reason = SessionRejectReason::Decryption;
            self.reject_with_text(now_ns, view, seq, reason, field::ENCRYPT_METHOD, &text)?;
            if seq == self.expected {
                self.advance()?;
            }
            self.fail(now_ns, text)?;
            return Ok(None);
        }
        let Some(heart_bt_int_s) = view
            .uint(field::HEART_BT_INT)
            .ok()
            .and_then(|s| u32::try_from(s).ok())
        else {
            let found =
                String::from_utf8_lossy(view.get(field::HEART_BT_INT).unwrap_or(b"nothing")).into_owned();
            self.terminate(
                now_ns,
                format!("HeartBtInt (108) must be a number of seconds, 0 or more; found {found}"),
            )?;
            return Ok(None);
        };
        let reset = view.flag(field::RESET_SEQ_NUM_FLAG);
        if reset && seq != 1 {
            self.terminate(
                now_ns,
                format!("ResetSeqNumFlag (141) Y demands MsgSeqNum 1, found {seq}"),
            )?;
            return Ok(None);
        }
        let next_expected = view
            .uint(field::NEXT_EXPECTED_MSG_SEQ_NUM)
            .ok()
            .filter(|_| self.config.enable_next_expected);
        self.counterparty_appl_ver_id.clear();
        let ours = self.config.default_appl_ver_id.as_deref().map(str::as_bytes);
        if let Some(id) = view.get(field::DEFAULT_APPL_VER_ID).or(ours) {
            self.counterparty_appl_ver_id.extend_from_slice(id);
        }
        Ok(Some(Logon {
            seq,
            heart_bt_int_s,
            reset,
            next_expected,
        }))
    }

    /// 34 not too low, 789 not too high. `false`: the Logon was refused.
    fn check_numbers(
        &mut self,
        now_ns: u64,
        logon: &Logon,
        next_outgoing: u64,
    ) -> Result<bool, crate::StoreError> {
        if logon.seq < self.expected {
            let text = format!(
                "MsgSeqNum too low, expecting {} but received {}",
                self.expected, logon.seq
            );
            self.fail(now_ns, text)?;
            return Ok(false);
        }
        if let Some(next_expected) = logon.next_expected.filter(|&n| n > next_outgoing) {
            let text =
                format!("NextExpectedMsgSeqNum (789) too high: expected at most {next_outgoing}, found {next_expected}");
            self.terminate(now_ns, text)?;
            return Ok(false);
        }
        Ok(true)
    }

    /// Restarts both numbers at 1 without a new connection: a TestRequest drains the line, then Logon with 141=Y (FIX 4.4 Vol. 2,
    /// "Logon"). [`Event::LoggedOn`] says when it is done; until then nothing can be sent.
    ///
    /// # Errors
    /// The session is not up, is recovering, or the store failed.
    pub fn reset(&mut self, now_ns: u64) -> Result<(), SendError> {
        if self.phase != Phase::Active {
            return Err(SendError::NotLoggedOn { found: self.phase });
        }
        if self.gap.is_some() || self.outbound.resend.is_some() {
            return Err(SendError::Recovering);
        }
        let deadline_ns = after_ms(now_ns, self.config.logon_timeout_ms);
        self.phase = Phase::Draining { deadline_ns };
        self.send_test_request(now_ns).map_err(|error| {
            self.settle(Err(error));
            SendError::Store
        })
    }

    /// The line is drained: the counterparty has all we sent, and we have its answer.
    pub(super) fn drained(&mut self, now_ns: u64) -> Step {
        if self.gap.is_some() || self.outbound.resend.is_some() {
            // Something was lost after all; the reset is given up.
            self.phase = Phase::Active;
            return Ok(());
        }
        let deadline_ns = after_ms(now_ns, self.config.logon_timeout_ms);
        // What the counterparty sends before it answers still has old numbers.
        let old_expected = self.expected;
        self.reset_numbers(now_ns)?;
        self.reset_pending = true;
        let heart_bt_int_s = u32::try_from(self.heart_bt_ns / NS_PER_S).unwrap_or(u32::MAX);
        self.send_logon(now_ns, heart_bt_int_s, true, false)?;
        self.expected = old_expected;
        self.phase = Phase::ResetSent { deadline_ns };
        Ok(())
    }

    /// A Logon on a session that is up: a reset, or a mistake.
    pub(super) fn logon_in_session(&mut self, now_ns: u64, view: &MessageView<'_>, seq: u64) -> Step {
        let up = matches!(
            self.phase,
            Phase::Active | Phase::Draining { .. } | Phase::ResetSent { .. }
        );
        if !view.flag(field::RESET_SEQ_NUM_FLAG) || !up {
            self.close(DisconnectReason::SecondLogon);
            return Ok(());
        }
        if seq != 1 {
            return self.terminate(
                now_ns,
                format!("ResetSeqNumFlag (141) Y demands MsgSeqNum 1, found {seq}"),
            );
        }
        let heart_bt_int_s = u32::try_from(self.heart_bt_ns / NS_PER_S).unwrap_or(u32::MAX);
        // Some answer a reset by a Logon of their own when it came in the answer to theirs, too.
        if matches!(self.phase, Phase::ResetSent { .. }) || self.reset_answer_may_come {
            self.phase = Phase::Active;
            self.reset_pending = false;
            self.forget_gap();
            self.move_expected(2)?;
        } else {
            // What has a number of the old numbering leaves before our Logon.
            self.outbound.abort_resend();
            self.reset_numbers(now_ns)?;
            self.advance()?;
            self.send_logon(now_ns, heart_bt_int_s, true, false)?;
            self.phase = Phase::Active;
        }
        self.expected_moved();
        self.push(Event::LoggedOn {
            heart_bt_int_s,
            reset: true,
        });
        Ok(())
    }
}
