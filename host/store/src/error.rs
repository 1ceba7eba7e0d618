//! What can go wrong with a store.

use std::io;
use std::path::PathBuf;

/// An error of the message store.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file system refused an operation. After a failed append nothing of the record is in the log.
    #[error("store {path}: cannot {action} at byte {offset}: {source}{}", advice(.source))]
    Io {
        /// The log file.
        path: PathBuf,
        /// What was attempted.
        action: &'static str,
        /// Byte of the log at which it was attempted.
        offset: u64,
        /// The system's own reason.
        source: io::Error,
    },
    /// Another store, in this process or another, has the log open.
    #[error("store {path}: held by another process (flock): stop that process, or give this session another FileStorePath")]
    Held {
        /// The log file.
        path: PathBuf,
    },
    /// The log is damaged before its end. Nothing was changed.
    #[error("store {path}: damaged at byte {offset}: expected {expected}, found {found}; sound records follow, so this is no torn tail: restore the file from a copy, look at it with `fixnic journal verify {log}`, or give up what is unreadable with `fixnic journal repair {log}`")]
    Damaged {
        /// The file of the segment.
        path: PathBuf,
        /// The log's first file, which names the log.
        log: PathBuf,
        /// First byte of what cannot be read.
        offset: u64,
        /// What the format demands there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// The file is no log of this kind or version. Nothing was changed.
    #[error("store {path}: not a message log: expected {expected}, found {found}; check FileStorePath")]
    NotALog {
        /// The file.
        path: PathBuf,
        /// What the format demands.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A message was offered under a number which is not the next to be used. Nothing was stored.
    #[error("store {path}: MsgSeqNum {found} cannot be stored: the next outgoing number is {expected}, and a number is used once")]
    NumberReused {
        /// The log file.
        path: PathBuf,
        /// Lowest number that may be stored.
        expected: u64,
        /// The number offered.
        found: u64,
    },
    /// A stated limit was reached. Nothing was stored.
    #[error("store {path}: {what}: {found} is over the limit of {limit}")]
    TooLong {
        /// The log file.
        path: PathBuf,
        /// What was too long.
        what: &'static str,
        /// The limit, in bytes (a log's: in segments).
        limit: u64,
        /// The length asked for, in the same unit.
        found: u64,
    },
    /// An earlier failure left the file in a state nobody knows; only reopening it (which checks it) helps.
    #[error("store {path}: closed after an earlier failure to {after}: reopen it, which reads and checks the log again")]
    Poisoned {
        /// The log file.
        path: PathBuf,
        /// What failed.
        after: &'static str,
    },
}

fn advice(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "; the disk is full: free space, nothing was acknowledged"
        }
        io::ErrorKind::FileTooLarge => {
            "; the file may not grow (ulimit -f or the file system): nothing was acknowledged"
        }
        io::ErrorKind::PermissionDenied => "; check the rights on FileStorePath",
        _ => "",
    }
}
