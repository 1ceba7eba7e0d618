//! The store: what the log's records mean.

use std::path::Path;

use crate::index::{Index, Location};
use crate::log::{Log, SyncPolicy};
use crate::record::{Kind, Mismatch};
use crate::recovery::{self, Outcome, Recovery, Replayed};
use crate::{StoreError, MAX_MESSAGE_LEN};

/// The next numbers, the creation time and the messages of one session, kept in one file.
///
/// Appends are gathered as the [`SyncPolicy`] says; call [`LogStore::commit`] before anything leaves that depends on them.
#[derive(Debug)]
pub struct LogStore {
    log: Log,
    state: State,
    recovery: Recovery,
}

#[derive(Debug)]
struct State {
    next_outgoing: u64,
    next_incoming: u64,
    created_ns: u64,
    index: Index,
}

impl LogStore {
    /// Opens the log at `path`, creating it when there is none, and reads it back. `now_ns` (UTC, nanoseconds since 1970)
    /// becomes the creation time of a new log.
    ///
    /// # Errors
    /// When another store holds it, when it is no log, when it is damaged before its end, or when the system refuses.
    pub fn open(path: &Path, policy: SyncPolicy, now_ns: u64) -> Result<LogStore, StoreError> {
        let opened = Log::open(path, policy, now_ns)?;
        let mut log = opened.log;
        let mut state = State {
            next_outgoing: 1,
            next_incoming: 1,
            created_ns: log.header().created_ns,
            index: Index::default(),
        };
        let outcome = recovery::replay(log.file(), log.header(), opened.file_len, |record| {
            state.replay(record)
        })
        .map_err(|source| StoreError::Io {
            path: path.to_owned(),
            action: "read back",
            offset: 0,
            source,
        })?;
        let (records, end) = match outcome {
            Outcome::Sound { records, end } => (records, end),
            Outcome::Damaged { offset, mismatch } => {
                return Err(StoreError::Damaged {
                    path: path.to_owned(),
                    offset,
                    expected: mismatch.expected,
                    found: mismatch.found,
                })
            }
        };
        log.start_at(end, opened.file_len)?;
        Ok(LogStore {
            log,
            state,
            recovery: Recovery {
                records,
                torn_bytes: opened.file_len - end,
            },
        })
    }

    /// What opening found.
    pub fn recovery(&self) -> &Recovery {
        &self.recovery
    }

    /// The log file.
    pub fn path(&self) -> &Path {
        self.log.path()
    }

    /// The number of the next outgoing message.
    pub fn next_outgoing(&self) -> u64 {
        self.state.next_outgoing
    }

    /// The number expected next from the counterparty.
    pub fn next_incoming(&self) -> u64 {
        self.state.next_incoming
    }

    /// When the numbers last began at 1: UTC, nanoseconds since 1970.
    pub fn created_ns(&self) -> u64 {
        self.state.created_ns
    }

    /// Number of stored messages since the last reset.
    pub fn message_count(&self) -> usize {
        self.state.index.len()
    }

    /// Stores an outgoing message under its number; the next outgoing number becomes one more.
    ///
    /// # Errors
    /// When the number was used before, the message is over [`MAX_MESSAGE_LEN`], or the file refuses. Nothing is stored then.
    pub fn append_outgoing(&mut self, number: u64, message: &[u8]) -> Result<(), StoreError> {
        if number < self.state.next_outgoing || number == u64::MAX {
            return Err(StoreError::NumberReused {
                path: self.path().to_owned(),
                expected: self.state.next_outgoing,
                found: number,
            });
        }
        if message.len() > MAX_MESSAGE_LEN {
            return Err(StoreError::TooLong {
                path: self.path().to_owned(),
                what: "a message",
                limit: MAX_MESSAGE_LEN as u64,
                found: message.len() as u64,
            });
        }
        let offset = self.log.append(Kind::Outgoing, number, message)?;
        self.state.push(number, offset, message.len());
        Ok(())
    }

    /// Records the number expected next from the counterparty.
    ///
    /// # Errors
    /// When the file refuses; the number is unchanged then.
    pub fn set_next_incoming(&mut self, number: u64) -> Result<(), StoreError> {
        self.log.append(Kind::NextIncoming, number, &[])?;
        self.state.next_incoming = number;
        Ok(())
    }

    /// Records the number of the next outgoing message without a message. Stored messages from `number` on are forgotten.
    ///
    /// # Errors
    /// When the file refuses; the number is unchanged then.
    pub fn set_next_outgoing(&mut self, number: u64) -> Result<(), StoreError> {
        self.log.append(Kind::NextOutgoing, number, &[])?;
        self.state.move_next_outgoing(number);
        Ok(())
    }

    /// Starts both numbers at 1 again and forgets every message (their bytes stay in the file as history).
    ///
    /// # Errors
    /// When the file refuses; nothing is reset then.
    pub fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.log.append(Kind::Reset, now_ns, &[])?;
        self.state.reset(now_ns);
        Ok(())
    }

    /// Makes everything recorded since the last commit durable, as far as the policy goes: all of it or none.
    ///
    /// # Errors
    /// When the file refuses: then nothing recorded since the last commit may be acknowledged or sent. It may be tried again.
    pub fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.log.commit(now_ns)
    }

    /// Replaces `message` by the stored message of this number; false, and `message` empty, when there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_outgoing(&self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        message.clear();
        let Some(Location { offset, len }) = self.state.index.get(number) else {
            return Ok(false);
        };
        message.resize(len as usize, 0);
        self.log.read_at(offset, message)?;
        Ok(true)
    }
}

impl State {
    fn replay(&mut self, record: &Replayed) -> Result<(), Mismatch> {
        match record.kind {
            Kind::Outgoing => {
                if record.number < self.next_outgoing || record.number == u64::MAX {
                    return Err(Mismatch::new(
                        format!("an outgoing MsgSeqNum of at least {}", self.next_outgoing),
                        record.number.to_string(),
                    ));
                }
                self.push(record.number, record.payload_offset(), record.payload_len);
            }
            Kind::NextIncoming => self.next_incoming = record.number,
            Kind::NextOutgoing => self.move_next_outgoing(record.number),
            Kind::Reset => self.reset(record.number),
            Kind::Commit => {}
        }
        Ok(())
    }

    fn push(&mut self, number: u64, offset: u64, len: usize) {
        self.index.push(
            number,
            Location {
                offset,
                len: len as u32,
            },
        );
        self.next_outgoing = number + 1;
    }

    fn move_next_outgoing(&mut self, number: u64) {
        self.index.truncate_from(number);
        self.next_outgoing = number;
    }

    fn reset(&mut self, created_ns: u64) {
        self.move_next_outgoing(1);
        self.index.truncate_from(0);
        self.next_incoming = 1;
        self.created_ns = created_ns;
    }
}
