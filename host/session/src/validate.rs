//! Validation beyond the session's own rules, by whatever knows the messages.

use crate::codec::{BusinessRejectReason, MessageView, SessionRejectReason};

/// What is wrong with a message that the session itself has nothing against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Violation {
    /// Answered by a Reject (35=3).
    Reject {
        /// SessionRejectReason (373).
        reason: SessionRejectReason,
        /// RefTagID (371), 0 for none.
        tag: u32,
    },
    /// Answered by a BusinessMessageReject (35=j).
    Business {
        /// BusinessRejectReason (380).
        reason: BusinessRejectReason,
    },
}

/// Looks at each message in sequence before it is acted upon. A violation is answered, and its number consumed.
pub trait Validate: std::fmt::Debug + Send + Sync {
    /// Whether a field without value passes, which is a Reject with reason 4 otherwise.
    fn allows_empty_values(&self) -> bool {
        false
    }

    /// Checks one message. `default_appl_ver_id` is the version of one without ApplVerID (1128): DefaultApplVerID (1137) of the
    /// counterparty's Logon, or ours when that had none.
    ///
    /// # Errors
    /// The first thing wrong with it.
    fn validate(&self, message: &MessageView<'_>, default_appl_ver_id: &[u8]) -> Result<(), Violation>;
}
