//! The store: what the log's records mean.

use std::path::Path;

use crate::disk::{Disk, FileDisk};
use crate::log::{Log, SyncPolicy};
use crate::reader::Reader;
use crate::record::{IncomingNote, Kind};
use crate::recovery::Recovery;
use crate::snapshot;
use crate::state::State;
use crate::{open, StoreError, MAX_MESSAGE_LEN, SEGMENT_LEN_DEFAULT};

/// How a store is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoreOptions {
    /// What a committed record has survived.
    pub sync: SyncPolicy,
    /// Length at which a segment is closed and the next one begun, in bytes; from [`crate::SEGMENT_LEN_MIN`] to
    /// [`crate::SEGMENT_LEN_MAX`].
    pub segment_len_max: u64,
}

impl Default for StoreOptions {
    fn default() -> Self {
        StoreOptions {
            sync: SyncPolicy::default(),
            segment_len_max: SEGMENT_LEN_DEFAULT,
        }
    }
}

/// The next numbers, the creation time and the messages of one session, kept in one log.
///
/// Appends are gathered as the [`SyncPolicy`] says; call [`LogStore::commit`] before anything leaves that depends on them,
/// and let it leave once [`LogStore::durable`] has reached [`LogStore::commits`].
#[derive(Debug)]
pub struct LogStore<D = FileDisk> {
    log: Log<D>,
    state: State,
    reader: Reader,
    recovery: Recovery,
}

impl LogStore {
    /// Opens the log at `path`, creating it when there is none, and reads it back. `now_ns` (UTC, nanoseconds since 1970)
    /// becomes the creation time of a new log.
    ///
    /// # Errors
    /// When another store holds it, when it is no log, when it is damaged before its end, or when the system refuses.
    pub fn open(path: &Path, sync: SyncPolicy, now_ns: u64) -> Result<LogStore, StoreError> {
        let options = StoreOptions {
            sync,
            ..StoreOptions::default()
        };
        LogStore::open_with(path, options, now_ns)
    }

    /// As [`LogStore::open`], with every option.
    ///
    /// # Errors
    /// As [`LogStore::open`].
    pub fn open_with(path: &Path, options: StoreOptions, now_ns: u64) -> Result<LogStore, StoreError> {
        LogStore::open_on(FileDisk::open(path)?, options, now_ns)
    }
}

impl<D: Disk> LogStore<D> {
    /// As [`LogStore::open_with`], on any disk.
    ///
    /// # Errors
    /// As [`LogStore::open`].
    pub fn open_on(disk: D, options: StoreOptions, now_ns: u64) -> Result<LogStore<D>, StoreError> {
        let opened = open::open(disk, options.segment_len_max, now_ns)?;
        Ok(LogStore {
            log: Log::new(
                opened.disk,
                opened.header,
                opened.end,
                options.sync,
                options.segment_len_max,
                now_ns,
            ),
            state: opened.state,
            reader: Reader::new(),
            recovery: opened.recovery,
        })
    }

    /// What opening found.
    pub fn recovery(&self) -> &Recovery {
        &self.recovery
    }

    /// The log's first file.
    pub fn path(&self) -> &Path {
        self.log.path()
    }

    /// The disk it stands on.
    pub fn disk(&mut self) -> &mut D {
        self.log.disk()
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

    /// The segment that is written to, from 0.
    pub fn segment(&self) -> u32 {
        self.log.segment()
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
        self.check_len(message)?;
        let offset = self.log.append(Kind::Outgoing, number, &[message])?;
        self.state.push(number, offset);
        Ok(())
    }

    /// Writes a message of the counterparty's into the journal; `number` is its MsgSeqNum, 0 when it has none. It changes
    /// nothing else.
    ///
    /// # Errors
    /// When the message is over [`MAX_MESSAGE_LEN`] or the file refuses.
    pub fn note_incoming(
        &mut self,
        number: u64,
        note: IncomingNote,
        message: &[u8],
    ) -> Result<(), StoreError> {
        self.check_len(message)?;
        self.log
            .append(Kind::Incoming, number, &[&note.encode(), message])?;
        Ok(())
    }

    fn check_len(&self, message: &[u8]) -> Result<(), StoreError> {
        if message.len() <= MAX_MESSAGE_LEN {
            return Ok(());
        }
        Err(StoreError::TooLong {
            path: self.path().to_owned(),
            what: "a message",
            limit: MAX_MESSAGE_LEN as u64,
            found: message.len() as u64,
        })
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

    /// Starts both numbers at 1 again and forgets every message (their bytes stay in the log as history).
    ///
    /// # Errors
    /// When the file refuses; nothing is reset then.
    pub fn reset(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.log.append(Kind::Reset, now_ns, &[])?;
        self.state.reset(now_ns);
        Ok(())
    }

    /// Makes everything recorded since the last commit count, all of it or none: it survives this process from now on, and
    /// the loss of power once [`LogStore::durable`] says so.
    ///
    /// # Errors
    /// When the file refuses: then nothing recorded since the last commit may be acknowledged or sent. It may be tried again.
    pub fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.log.commit(now_ns)?;
        self.rotate_when_full()
    }

    fn rotate_when_full(&mut self) -> Result<(), StoreError> {
        if self.log.is_full()? {
            let next_outgoing = self.state.next_outgoing;
            let anchors = self.state.index.rotate(self.log.segment(), next_outgoing);
            let snapshot = snapshot::encode(&self.state, &anchors);
            self.log.rotate(&snapshot, next_outgoing)?;
        }
        Ok(())
    }

    /// Commits so far.
    pub fn commits(&self) -> u64 {
        self.log.commits()
    }

    /// How many of [`LogStore::commits`] are as durable as the [`SyncPolicy`] promises. It does not wait.
    ///
    /// # Errors
    /// When the disk has refused: what is not durable may be lost, and nothing more can be stored before the log is
    /// opened again.
    pub fn durable(&mut self) -> Result<u64, StoreError> {
        let durable = self.log.durable()?;
        self.rotate_when_full()?;
        Ok(durable)
    }

    /// Waits until everything committed survives the loss of power, whatever the [`SyncPolicy`].
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn sync(&mut self) -> Result<(), StoreError> {
        self.log.sync()
    }

    /// Replaces `message` by the stored message of this number; false, and `message` empty, when there is none.
    ///
    /// # Errors
    /// When the file cannot be read or the message is not as it was stored.
    pub fn read_outgoing(&mut self, number: u64, message: &mut Vec<u8>) -> Result<bool, StoreError> {
        self.reader.read(&mut self.log, &self.state, number, message)
    }
}
