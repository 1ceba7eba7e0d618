//! What a session reports besides messages.

use crate::codec::{Garbled, SessionRejectReason};
use crate::store::StoreError;
use crate::tag::Disagreement;

/// Why the transport must be closed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DisconnectReason {
    /// Both sides have sent Logout.
    #[error("logged out")]
    LoggedOut,
    /// Our Logout was not answered in time.
    #[error("the Logout was not answered within {timeout_ms} ms")]
    LogoutTimeout {
        /// The time allowed.
        timeout_ms: u64,
    },
    /// The Logon did not complete in time.
    #[error("the Logon did not complete within {timeout_ms} ms")]
    LogonTimeout {
        /// The time allowed.
        timeout_ms: u64,
    },
    /// The first message was not a Logon.
    #[error("expected Logon (35=A) first, found 35={found}")]
    NotLogon {
        /// MsgType (35) found.
        found: String,
    },
    /// The Logon is for another session.
    #[error("a Logon of an unknown identity: {found}, expected {expected}")]
    UnknownIdentity {
        /// 8, 49 and 56 as they should be.
        expected: String,
        /// 8, 49 and 56 as found.
        found: String,
    },
    /// A second Logon on a session that is up.
    #[error("a second Logon on a session that is up")]
    SecondLogon,
    /// The counterparty broke a rule that ends the session.
    #[error("{0}")]
    Violation(String),
    /// The store failed.
    #[error("the message store failed")]
    Store,
}

/// What happened.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event {
    /// The session is up.
    LoggedOn {
        /// The heartbeat interval in force, in seconds; 0 for none.
        heart_bt_int_s: u32,
        /// Both numbers restarted at 1.
        reset: bool,
    },
    /// A Logout arrived.
    LogoutReceived {
        /// Its Text (58).
        text: String,
    },
    /// We sent a Logout because of what the counterparty did.
    LogoutSent {
        /// Its Text (58).
        text: String,
    },
    /// Close the transport once `poll_transmit` yields nothing more, then call `disconnected`.
    Disconnect(DisconnectReason),
    /// A number higher than expected arrived.
    GapOpened {
        /// The first number missing.
        expected: u64,
        /// The number that arrived.
        received: u64,
    },
    /// We asked for a resend.
    ResendRequested {
        /// BeginSeqNo (7).
        begin: u64,
        /// EndSeqNo (16), 0 for open.
        end: u64,
        /// 1 for the first time these were asked for.
        attempt: u32,
    },
    /// Nothing is missing any more; all that was queued is delivered.
    GapClosed {
        /// The number expected next.
        expected: u64,
    },
    /// The number expected next moved otherwise than by one message in order: tell the NIC (SET_EXPECTED), and
    /// [`hardware_expects`](crate::Session::hardware_expects) when its fence has come. Several moves show as one event.
    ExpectedMoved {
        /// The number to give the NIC: the one expected next or, when messages overtook the last command, one
        /// further on that the stream is about to reach.
        expected: u64,
    },
    /// Hardware and software differ about a message. From now on tags are ignored, until
    /// [`trust_tags`](crate::Session::trust_tags).
    Disagreement {
        /// MsgSeqNum (34) in the message.
        msg_seq_num: u64,
        /// The difference.
        difference: Disagreement,
    },
    /// We began to resend.
    ResendStarted {
        /// The first number.
        begin: u64,
        /// The last number.
        end: u64,
    },
    /// A resend is complete.
    ResendCompleted {
        /// Messages sent again.
        resent: u64,
        /// Numbers covered by gap fills.
        gap_filled: u64,
    },
    /// A message to be resent is not in the store; its number is gap-filled.
    MissingFromStore {
        /// MsgSeqNum (34).
        msg_seq_num: u64,
    },
    /// We answered a message by a Reject.
    Rejected {
        /// Its MsgSeqNum (34).
        msg_seq_num: u64,
        /// SessionRejectReason (373).
        reason: SessionRejectReason,
        /// RefTagID (371), 0 for none.
        ref_tag: u32,
    },
    /// Bytes were not taken as a message.
    Garbled(Garbled),
    /// A SequenceReset-Reset set the number that was expected anyway.
    ResetToExpected {
        /// That number.
        expected: u64,
    },
    /// A SequenceReset-Reset moved the expected number: messages in between are gone for good.
    SequenceReset {
        /// Before.
        from: u64,
        /// After.
        to: u64,
    },
    /// The store failed; a Disconnect follows.
    StoreFailed(StoreError),
}

/// What a session counted since it was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counters {
    /// Messages received, garbled ones not counted.
    pub messages_in: u64,
    /// Messages sent for the first time.
    pub messages_out: u64,
    /// Messages handed to the application.
    pub delivered: u64,
    /// Messages discarded because their number was processed or queued already.
    pub duplicates_dropped: u64,
    /// Gaps opened.
    pub gaps: u64,
    /// ResendRequests sent.
    pub resend_requests: u64,
    /// Messages queued while a gap was open.
    pub queued: u64,
    /// Queued messages dropped because a GapFill or Reset passed over them.
    pub queued_dropped: u64,
    /// Messages sent again with PossDupFlag.
    pub resent: u64,
    /// Numbers covered by our gap fills.
    pub gap_filled: u64,
    /// Messages asked for again that the store no longer had.
    pub missing_from_store: u64,
    /// Garbled messages.
    pub garbled: u64,
    /// Rejects sent, business rejects included.
    pub rejects: u64,
    /// Messages that came when the session could not take any.
    pub ignored: u64,
    /// Messages taken with a verified tag that agreed.
    pub tags_used: u64,
    /// Differences between hardware and software.
    pub disagreements: u64,
    /// Events not kept because nobody polled them.
    pub events_dropped: u64,
}
