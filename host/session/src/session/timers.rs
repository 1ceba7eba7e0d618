//! Heartbeats, silence, and every deadline.

use crate::codec::{field, MessageView};
use crate::event::DisconnectReason;
use crate::store::MessageStore;

use super::{Phase, Session, Step};

impl<S: MessageStore> Session<S> {
    /// When to call [`handle_timeout`](Self::handle_timeout), in nanoseconds since the Unix epoch. Ask again after every other verb.
    #[inline]
    pub fn poll_timeout(&self) -> Option<u64> {
        let mut at_ns = match self.phase {
            Phase::AwaitingLogon { deadline_ns }
            | Phase::LogonSent { deadline_ns, .. }
            | Phase::Draining { deadline_ns }
            | Phase::ResetSent { deadline_ns }
            | Phase::LogoutSent { deadline_ns, .. }
            | Phase::LogoutAnswered { deadline_ns }
            | Phase::Failing { deadline_ns } => deadline_ns,
            Phase::Active | Phase::Disconnected | Phase::Closing => u64::MAX,
        };
        if self.phase.takes_messages() {
            if let Some(gap_ns) = self.gap_deadline_ns() {
                at_ns = at_ns.min(gap_ns);
            }
            if self.heart_bt_ns > 0 {
                let heartbeat_ns = self.last_sent_ns.saturating_add(self.heart_bt_ns);
                at_ns = at_ns.min(heartbeat_ns).min(self.silence_deadline_ns());
            }
        }
        if self.outbound.hungry {
            at_ns = at_ns.min(self.last_sent_ns);
        }
        // The end of time is never.
        (at_ns < u64::MAX).then_some(at_ns)
    }

    /// Does what is due at `now_ns`. Calling it early is harmless. Call `poll_transmit` and `poll_event` afterwards.
    pub fn handle_timeout(&mut self, now_ns: u64) {
        let step = self.time_out(now_ns);
        self.settle(step);
    }

    fn time_out(&mut self, now_ns: u64) -> Step {
        let config = &self.config;
        match self.phase {
            Phase::AwaitingLogon { deadline_ns } | Phase::LogonSent { deadline_ns, .. }
                if now_ns >= deadline_ns =>
            {
                let timeout_ms = config.logon_timeout_ms;
                self.close(DisconnectReason::LogonTimeout { timeout_ms });
            }
            Phase::LogoutSent {
                deadline_ns,
                answered,
            } if now_ns >= deadline_ns => {
                let timeout_ms = config.logout_timeout_ms;
                self.close(if answered {
                    DisconnectReason::LoggedOut
                } else {
                    DisconnectReason::LogoutTimeout { timeout_ms }
                });
            }
            Phase::LogoutAnswered { deadline_ns } if now_ns >= deadline_ns => {
                self.close(DisconnectReason::LoggedOut)
            }
            Phase::Failing { deadline_ns } if now_ns >= deadline_ns => self.close_failed(),
            Phase::Draining { deadline_ns } | Phase::ResetSent { deadline_ns } if now_ns >= deadline_ns => {
                let text = format!(
                    "The reset of MsgSeqNum did not complete within {} ms",
                    config.logon_timeout_ms
                );
                return self.fail(now_ns, text);
            }
            _ => {}
        }
        if !self.phase.takes_messages() {
            return Ok(());
        }
        if self
            .gap_deadline_ns()
            .is_some_and(|deadline_ns| now_ns >= deadline_ns)
        {
            self.gap_timeout(now_ns)?;
        }
        if self.heart_bt_ns > 0 && self.phase.takes_messages() {
            self.silence(now_ns)?;
            self.heartbeat(now_ns)?;
        }
        Ok(())
    }

    /// 108 and a fifth: the counterparty's Heartbeat may take a while on its way.
    #[inline]
    fn silence_interval_ns(&self) -> u64 {
        self.heart_bt_ns + self.heart_bt_ns / 5
    }

    #[inline]
    fn silence_deadline_ns(&self) -> u64 {
        self.test_request_deadline_ns
            .unwrap_or_else(|| self.last_received_ns.saturating_add(self.silence_interval_ns()))
    }

    fn silence(&mut self, now_ns: u64) -> Step {
        if now_ns < self.silence_deadline_ns() {
            return Ok(());
        }
        if self.test_request_deadline_ns.is_some() {
            return self.fail(now_ns, "No answer to the TestRequest".to_owned());
        }
        self.test_request_deadline_ns = Some(now_ns.saturating_add(self.silence_interval_ns()));
        self.send_test_request(now_ns)
    }

    fn heartbeat(&mut self, now_ns: u64) -> Step {
        if !self.phase.takes_messages() || now_ns < self.last_sent_ns.saturating_add(self.heart_bt_ns) {
            return Ok(());
        }
        self.emit(now_ns, b"0", false, |_| {}).map(|_| ())
    }

    pub(super) fn send_test_request(&mut self, now_ns: u64) -> Step {
        self.test_requests += 1;
        let id = self.test_requests;
        self.emit(now_ns, b"1", false, |fields| {
            fields.uint(field::TEST_REQ_ID, id);
        })
        .map(|_| ())
    }

    /// A TestRequest in sequence: answered by a Heartbeat with its TestReqID.
    pub(super) fn test_request_received(&mut self, now_ns: u64, view: &MessageView<'_>, seq: u64) -> Step {
        let Some(id) = view.get(field::TEST_REQ_ID) else {
            let reason = crate::codec::SessionRejectReason::RequiredTagMissing;
            return self.reject(now_ns, view, seq, reason, field::TEST_REQ_ID);
        };
        self.emit(now_ns, b"0", false, |fields| {
            fields.bytes(field::TEST_REQ_ID, id);
        })
        .map(|_| ())
    }

    /// A Heartbeat in sequence; the answer to our last TestRequest lets a reset go on.
    pub(super) fn heartbeat_received(&mut self, now_ns: u64, view: &MessageView<'_>) -> Step {
        let answers = view
            .uint(field::TEST_REQ_ID)
            .is_ok_and(|id| id == self.test_requests);
        if answers && matches!(self.phase, Phase::Draining { .. }) {
            return self.drained(now_ns);
        }
        Ok(())
    }
}
