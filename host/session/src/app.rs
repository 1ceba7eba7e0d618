//! The application's side of a session.

use crate::codec::{BusinessRejectReason, MessageView, SessionRejectReason};
use crate::session::SendError;
use crate::tag::Verdict;

/// What the session knows about a message it hands over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageMeta {
    /// MsgSeqNum (34). Numbers handed over only ever rise, with holes where administrative messages were.
    pub msg_seq_num: u64,
    /// PossDupFlag (43): the message is a resent one. It is new to this process all the same, unless the process
    /// died between handling it and recording that.
    pub poss_dup: bool,
    /// PossResend (97): the counterparty may have sent the same content under another number.
    pub poss_resend: bool,
    /// The message waited in the queue for a gap to close.
    pub queued: bool,
    /// The NIC verified its framing and CheckSum, and its number agreed with the session.
    pub verified: bool,
    /// The NIC's verdict on its number, when `verified`.
    pub verdict: Option<Verdict>,
    /// When it was handed to the session: before it waited in the queue, if it did. UTC, nanoseconds since 1970; SendingTime (52) says
    /// when it was sent.
    pub received_ns: u64,
}

/// How a message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Arrival {
    /// When it was handed over.
    pub at_ns: u64,
    /// The NIC's verdict, when its tag agreed.
    pub verdict: Option<Verdict>,
}

/// What the application makes of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disposition {
    /// Taken.
    Accepted,
    /// Answered by a BusinessMessageReject (35=j).
    BusinessReject {
        /// BusinessRejectReason (380).
        reason: BusinessRejectReason,
        /// Text (58); the reason's own words when empty.
        text: String,
    },
    /// Answered by a Reject (35=3).
    Reject {
        /// SessionRejectReason (373).
        reason: SessionRejectReason,
        /// RefTagID (371), 0 for none.
        ref_tag: u32,
        /// Text (58); the reason's own words when empty. With [`SessionRejectReason::Other`] it is all that says why.
        text: String,
    },
}

impl Disposition {
    /// The answer to an application message type that is known but not supported: 380=3.
    pub const fn unsupported() -> Self {
        Disposition::BusinessReject {
            reason: BusinessRejectReason::UnsupportedMessageType,
            text: String::new(),
        }
    }
}

/// What an application sends with from inside a callback: the session itself, at the time of the callback.
///
/// A message gets its number at once, and is in the store under it. It leaves behind everything numbered before it: behind a resend
/// in progress too. When the session goes down before it has left, the number stays used and the message stays stored: the
/// counterparty's ResendRequest brings it after the next Logon, as a PossDup, or as a GapFill if
/// [`is_stale`](Application::is_stale) says so. A reset of the numbers forgets it.
pub trait Outgoing {
    /// As [`Session::send`](crate::Session::send).
    ///
    /// # Errors
    /// [`SendError`]; no number is used. [`SendError::may_be_retried`] says whether the same message may be sent later.
    fn send(&mut self, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError>;

    /// As [`Session::send_poss_resend`](crate::Session::send_poss_resend).
    ///
    /// # Errors
    /// As [`Outgoing::send`].
    fn send_poss_resend(&mut self, msg_type: &[u8], body: &[u8]) -> Result<u64, SendError>;
}

/// Called from inside the session, on the caller's thread, with messages in place. It must not block.
pub trait Application {
    /// One application message: each number once, in order. What is sent by `out` follows what the session sent before.
    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        out: &mut dyn Outgoing,
    ) -> Disposition;

    /// A Reject (35=3) of something we sent.
    fn on_reject(&mut self, _message: &MessageView<'_>, _meta: &MessageMeta, _out: &mut dyn Outgoing) {}

    /// Whether a stored message that the counterparty asks for again is no longer valid. It is then gap-filled.
    fn is_stale(&mut self, _stored: &MessageView<'_>) -> bool {
        false
    }
}
