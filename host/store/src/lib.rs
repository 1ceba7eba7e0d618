//! The message store: one append log a session, which survives the death of its process.
//!
//! What is outgoing is in the log before its first byte may leave; what is incoming is counted in the log no later
//! than the moment the application has it (FIX 4.4 volume 2, "Message Recovery" asks for both without saying how).
//!
//! * [`LogStore`] is the store: next numbers, creation time, stored messages by MsgSeqNum.
//! * [`SyncPolicy`] says what a *committed* record has survived: the process (always) or the power too.
//! * [`StoreError`] says what was expected, what was found, and at which byte of which file.
//! * [`journal`] reads a log as an audit trail, and repairs a damaged one.
//! * [`Disk`] is what a log stands on: a directory ([`FileDisk`]), or a [`simulated`] disk that loses power.
//!
//! A log is a run of segments, `NAME`, `NAME.000001`, ...; [`record`] has their layout, [`snapshot`] how each one begins,
//! [`recovery`] what a damaged one means.
//!
//! Limits: [`MAX_SEGMENTS`] segments, of at most [`SEGMENT_LEN_MAX`] bytes when they are closed in time, with messages of at
//! most [`MAX_MESSAGE_LEN`] bytes. A reset keeps the history in the log: it is the audit trail, and nothing is
//! rewritten.
#![forbid(unsafe_code)]

pub mod disk;
mod error;
mod index;
pub mod journal;
mod log;
mod message_store;
mod open;
mod reader;
pub mod record;
pub mod recovery;
pub mod simulated;
pub mod snapshot;
mod state;
mod store;
mod tail;
mod window;

pub use disk::{Disk, FileDisk};
pub use error::StoreError;
pub use log::SyncPolicy;
pub use record::IncomingNote;
pub use recovery::Recovery;
pub use store::{LogStore, StoreOptions};

/// Longest message a record may hold, in bytes.
pub const MAX_MESSAGE_LEN: usize = 1 << 20;
/// Most segments of one log: one that has so many refuses a further one.
pub const MAX_SEGMENTS: u32 = 10_000;
/// Length at which a segment is closed unless told otherwise, in bytes.
pub const SEGMENT_LEN_DEFAULT: u64 = 64 << 20;
/// Shortest length at which a segment may be closed, in bytes.
pub const SEGMENT_LEN_MIN: u64 = 4 << 10;
/// Longest length at which a segment may be closed, in bytes. (It may become twice as long while the disk is slow.)
pub const SEGMENT_LEN_MAX: u64 = 256 << 20;
