//! The message store: one append log a session, which survives the death of its process.
//!
//! What is outgoing is in the log before its first byte may leave; what is incoming is counted in the log no later
//! than the moment the application has it (FIX 4.4 volume 2, "Message Recovery" asks for both without saying how).
//!
//! * [`LogStore`] is the store: next numbers, creation time, stored messages by MsgSeqNum.
//! * [`SyncPolicy`] says what a *committed* record has survived: the process (always) or the power too.
//! * [`StoreError`] says what was expected, what was found, and at which byte of which file.
//!
//! The file's layout is in [`record`]; what a damaged file means is in [`recovery`].
//!
//! Limits: one file a session, of at most [`MAX_LOG_LEN`] bytes, with messages of at most [`MAX_MESSAGE_LEN`] bytes.
//! A reset keeps the history in the file: it is the audit trail, and a file is never rewritten.
#![forbid(unsafe_code)]

mod error;
mod index;
mod log;
mod message_store;
pub mod record;
pub mod recovery;
mod store;

pub use error::StoreError;
pub use log::SyncPolicy;
pub use recovery::Recovery;
pub use store::LogStore;

/// Longest message a record may hold, in bytes.
pub const MAX_MESSAGE_LEN: usize = 1 << 20;
/// Longest log, in bytes: a file that reaches it refuses further records.
pub const MAX_LOG_LEN: u64 = 1 << 40;
