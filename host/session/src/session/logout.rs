//! Ends of a session: asked for, answered, or forced by a broken rule.

use crate::codec::{field, MessageView};
use crate::config::Role;
use crate::event::{DisconnectReason, Event};
use crate::store::MessageStore;

use super::{after_ms, Hardware, Phase, SendError, Session, Step};

impl<S: MessageStore> Session<S> {
    /// Sends a Logout. Messages are taken until the answer comes; then, or after `logout_timeout_ms`,
    /// [`Event::Disconnect`] follows.
    ///
    /// # Errors
    /// The session is not up, or the store failed.
    pub fn logout(&mut self, now_ns: u64, text: &str) -> Result<(), SendError> {
        if !matches!(self.phase, Phase::Active | Phase::Draining { .. }) {
            return Err(SendError::NotLoggedOn { found: self.phase });
        }
        if let Err(error) = self.send_logout(now_ns, text) {
            self.settle(Err(error));
            return Err(SendError::Store);
        }
        self.phase = Phase::LogoutSent {
            deadline_ns: self.logout_deadline_ns(now_ns),
            answered: false,
        };
        Ok(())
    }

    fn logout_deadline_ns(&self, now_ns: u64) -> u64 {
        after_ms(now_ns, self.config.logout_timeout_ms)
    }

    fn send_logout(&mut self, now_ns: u64, text: &str) -> Step {
        self.emit(now_ns, b"5", false, |fields| {
            if !text.is_empty() {
                let clean = text.split('\u{1}').next().unwrap_or_default();
                fields.text(field::TEXT, clean);
            }
        })?;
        Ok(())
    }

    /// A rule was broken: Logout with the reason; its answer or `logout_timeout_ms` is waited for, then the end.
    pub(super) fn fail(&mut self, now_ns: u64, text: String) -> Step {
        if matches!(
            self.phase,
            Phase::Failing { .. } | Phase::Closing | Phase::Disconnected
        ) {
            return Ok(());
        }
        self.outbound.abort_resend();
        let answered = matches!(
            self.phase,
            Phase::LogoutSent { .. } | Phase::LogoutAnswered { .. }
        );
        if !answered {
            self.send_logout(now_ns, &text)?;
            self.push(Event::LogoutSent { text: text.clone() });
        }
        self.failure = Some(text);
        self.hardware = Hardware::Unknown;
        self.phase = Phase::Failing {
            deadline_ns: self.logout_deadline_ns(now_ns),
        };
        Ok(())
    }

    /// A rule was broken beyond talking: Logout with the reason, and the end at once.
    pub(super) fn terminate(&mut self, now_ns: u64, text: String) -> Step {
        self.fail(now_ns, text)?;
        self.close_failed();
        Ok(())
    }

    /// A Logout in sequence.
    pub(super) fn logout_received(&mut self, now_ns: u64, view: &MessageView<'_>) -> Step {
        self.note_logout(view);
        match self.phase {
            Phase::LogoutSent { .. } => self.close(DisconnectReason::LoggedOut),
            Phase::LogoutAnswered { .. } => {}
            _ => {
                self.send_logout(now_ns, "")?;
                self.phase = Phase::LogoutAnswered {
                    deadline_ns: self.logout_deadline_ns(now_ns),
                };
                if self.config.compatibility_quickfix && self.config.role == Role::Acceptor {
                    self.close(DisconnectReason::LoggedOut);
                }
            }
        }
        Ok(())
    }

    /// A Logout ahead of a gap, which was asked for just before: answered, but the gap is given time to be filled, and the
    /// expected number stays in front of it (FIX 4.4 Vol. 2, test cases 12 and 13).
    pub(super) fn logout_received_in_gap(&mut self, now_ns: u64, view: &MessageView<'_>) -> Step {
        self.note_logout(view);
        let deadline_ns = after_ms(now_ns, self.config.logout_gap_timeout_ms);
        match self.phase {
            Phase::LogoutSent { .. } => {
                self.phase = Phase::LogoutSent {
                    deadline_ns,
                    answered: true,
                }
            }
            Phase::Active | Phase::Draining { .. } | Phase::ResetSent { .. } => {
                self.send_logout(now_ns, "")?;
                self.phase = Phase::LogoutAnswered { deadline_ns };
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn note_logout(&mut self, view: &MessageView<'_>) {
        self.logged_out = true;
        let text = view
            .get(field::TEXT)
            .map(|text| String::from_utf8_lossy(text).into_owned());
        self.push(Event::LogoutReceived {
            text: text.unwrap_or_default(),
        });
    }
}
