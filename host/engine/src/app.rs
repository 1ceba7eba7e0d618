//! What an embedding process implements.

pub use fixnic_session::{Disposition, Event, MessageMeta, Outgoing, SendError};

use fixnic_session::codec::MessageView;

use crate::settings::SessionName;

/// One session's application. Called on the engine's thread with messages in place: it must not block. It sends by the
/// [`Outbox`].
pub trait Application {
    /// The session is up.
    fn on_logon(&mut self, _session: &SessionName, _out: &mut Outbox) {}

    /// The session is down after it was up; `reason` says why.
    fn on_logout(&mut self, _session: &SessionName, _reason: &str) {}

    /// One application message: each MsgSeqNum once and in order.
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut Outbox) -> Disposition;

    /// A Reject (35=3) of something we sent.
    fn on_reject(&mut self, _message: &MessageView<'_>, _meta: &MessageMeta, _out: &mut Outbox) {}

    /// The session is up and the engine takes a turn: the place to send what had no room before, and what other threads have for
    /// the counterparty. A [`Waker`](crate::transport::Waker) has the engine take a turn at once.
    fn on_turn(&mut self, _session: &SessionName, _out: &mut Outbox) {}

    /// Whether a stored message that the counterparty asks for again is no longer valid. It is gap-filled then.
    fn is_stale(&mut self, _stored: &MessageView<'_>) -> bool {
        false
    }

    /// Anything else that happened: gaps, resends, rejects, hardware and software in disagreement.
    fn on_event(&mut self, _session: &SessionName, _event: &Event) {}
}

impl<A: Application + ?Sized> Application for Box<A> {
    fn on_logon(&mut self, session: &SessionName, out: &mut Outbox) {
        (**self).on_logon(session, out);
    }

    fn on_logout(&mut self, session: &SessionName, reason: &str) {
        (**self).on_logout(session, reason);
    }

    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut Outbox) -> Disposition {
        (**self).on_message(message, meta, out)
    }

    fn on_reject(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut Outbox) {
        (**self).on_reject(message, meta, out);
    }

    fn on_turn(&mut self, session: &SessionName, out: &mut Outbox) {
        (**self).on_turn(session, out);
    }

    fn is_stale(&mut self, stored: &MessageView<'_>) -> bool {
        (**self).is_stale(stored)
    }

    fn on_event(&mut self, session: &SessionName, event: &Event) {
        (**self).on_event(session, event);
    }
}

/// What an application sends with from inside a callback: its session.
///
/// A message gets its MsgSeqNum at once and is stored under it. It leaves with this turn of the engine, behind everything numbered
/// before it, a resend in progress included, and not before the store has made it durable. When the connection is lost before it
/// has left, the number stays used and the message stays stored: the counterparty's ResendRequest brings it after the next Logon, as
/// a PossDup, or as a GapFill if [`Application::is_stale`] says so. A reset of the numbers forgets it.
pub struct Outbox<'a> {
    session: &'a mut dyn Outgoing,
}

impl std::fmt::Debug for Outbox<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outbox").finish_non_exhaustive()
    }
}

impl<'a> Outbox<'a> {
    /// An outbox over a session, or over what a test of an application puts in its place.
    pub fn new(session: &'a mut dyn Outgoing) -> Outbox<'a> {
        Outbox { session }
    }

    /// Sends a message and returns its MsgSeqNum: `body` holds the fields after the standard header, each ended by SOH.
    ///
    /// # Errors
    /// [`SendError`]; no number is used. It never waits: when there is no room, or the session is not up, the error
    /// [may be retried](SendError::may_be_retried), best from [`Application::on_turn`].
    pub fn send(&mut self, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError> {
        self.session.send(msg_type, body)
    }

    /// Sends as [`send`](Self::send) does, with PossResend (97) Y: the content may have been sent under another number.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub fn send_poss_resend(&mut self, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError> {
        self.session.send_poss_resend(msg_type, body)
    }
}

/// An application as the session calls it.
#[derive(Debug)]
pub(crate) struct Callbacks<A>(pub A);

impl<A: Application> fixnic_session::Application for Callbacks<A> {
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        out: &mut dyn Outgoing,
    ) -> Disposition {
        self.0.on_message(message, meta, &mut Outbox::new(out))
    }

    fn on_reject(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut dyn Outgoing) {
        self.0.on_reject(message, meta, &mut Outbox::new(out));
    }

    fn is_stale(&mut self, stored: &MessageView<'_>) -> bool {
        self.0.is_stale(stored)
    }
}
