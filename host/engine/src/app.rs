//! What an embedding process implements.

use std::collections::VecDeque;

pub use fixnic_session::{Disposition, Event, MessageMeta};

use fixnic_session::codec::MessageView;

use crate::settings::SessionName;

/// Most bytes that wait in an [`Outbox`].
pub const OUTBOX_BYTES_MAX: usize = 16 << 20;

/// One session's application. Called on the engine's thread with messages in place: it must not block. What it wants
/// sent in answer it puts into the [`Outbox`].
pub trait Application {
    /// The session is up.
    fn on_logon(&mut self, _session: &SessionName, _out: &mut Outbox) {}

    /// The session is down after it was up; `reason` says why.
    fn on_logout(&mut self, _session: &SessionName, _reason: &str) {}

    /// One application message: each MsgSeqNum once and in order.
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta, out: &mut Outbox) -> Disposition;

    /// A Reject (35=3) of something we sent.
    fn on_reject(&mut self, _message: &MessageView<'_>, _meta: &MessageMeta) {}

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

    fn on_reject(&mut self, message: &MessageView<'_>, meta: &MessageMeta) {
        (**self).on_reject(message, meta);
    }

    fn is_stale(&mut self, stored: &MessageView<'_>) -> bool {
        (**self).is_stale(stored)
    }

    fn on_event(&mut self, session: &SessionName, event: &Event) {
        (**self).on_event(session, event);
    }
}

/// Messages an application wants sent from inside a callback. They get their MsgSeqNum when the callback has returned; while
/// they cannot be sent, the engine reads no more from the counterparty.
#[derive(Debug, Default)]
pub struct Outbox {
    bytes: VecDeque<u8>,
    messages: VecDeque<Lengths>,
}

#[derive(Debug, Clone, Copy)]
struct Lengths {
    msg_type: usize,
    body: usize,
}

/// An [`Outbox`] is full; what was to be put into it was not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{waiting} bytes wait to be sent, the limit is {OUTBOX_BYTES_MAX}: try again from a later callback")]
pub struct OutboxFull {
    /// Bytes that wait.
    pub waiting: usize,
}

impl Outbox {
    /// Has a message sent: `body` holds the fields after the standard header, each ended by SOH.
    ///
    /// # Errors
    /// When too much waits already.
    pub fn send(&mut self, msg_type: &[u8], body: &[u8]) -> Result<(), OutboxFull> {
        if self.bytes.len() + msg_type.len() + body.len() > OUTBOX_BYTES_MAX {
            return Err(OutboxFull {
                waiting: self.bytes.len(),
            });
        }
        self.bytes.extend(msg_type);
        self.bytes.extend(body);
        self.messages.push_back(Lengths {
            msg_type: msg_type.len(),
            body: body.len(),
        });
        Ok(())
    }

    /// Number of messages that wait.
    pub fn len(&self) -> usize {
        self.messages.len()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// Copies the oldest message's type and body.
    pub(crate) fn front(&self, msg_type: &mut Vec<u8>, body: &mut Vec<u8>) -> bool {
        msg_type.clear();
        body.clear();
        let Some(lengths) = self.messages.front() else {
            return false;
        };
        msg_type.extend(self.bytes.range(..lengths.msg_type));
        body.extend(
            self.bytes
                .range(lengths.msg_type..lengths.msg_type + lengths.body),
        );
        true
    }

    /// Drops the oldest message.
    pub(crate) fn pop(&mut self) {
        if let Some(lengths) = self.messages.pop_front() {
            self.bytes.drain(..lengths.msg_type + lengths.body);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.messages.clear();
    }
}

/// An application and its outbox, as the session calls them.
#[derive(Debug)]
pub(crate) struct WithOutbox<A> {
    pub app: A,
    pub outbox: Outbox,
}

impl<A: Application> fixnic_session::Application for WithOutbox<A> {
    fn on_message(&mut self, message: &MessageView<'_>, meta: &MessageMeta) -> Disposition {
        self.app.on_message(message, meta, &mut self.outbox)
    }

    fn on_reject(&mut self, message: &MessageView<'_>, meta: &MessageMeta) {
        self.app.on_reject(message, meta);
    }

    fn is_stale(&mut self, stored: &MessageView<'_>) -> bool {
        self.app.is_stale(stored)
    }
}
