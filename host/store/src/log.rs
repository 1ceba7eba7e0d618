//! The file below the store: locked, appended to, committed, never rewritten.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use rustix::fs::{flock, FlockOperation};

use crate::record::{self, FileHeader, Kind, FILE_HEADER_LEN, RECORD_HEADER_LEN};
use crate::{StoreError, MAX_LOG_LEN};

/// What a committed record has survived.
///
/// Every policy writes with write(2) on commit, which survives the death of the process (kill -9 included). The policies
/// differ in when fdatasync(2) asks the disk, which survives the loss of power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SyncPolicy {
    /// Each record is written and synced by itself, before the append returns.
    EveryMessage,
    /// Records are gathered; a commit writes and syncs all of them (group commit).
    #[default]
    EveryBatch,
    /// Records are gathered; a commit writes them, and syncs when this much time has passed since the last sync.
    /// After a loss of power the counterparty may have seen numbers which this log has not.
    Interval {
        /// Least time between two syncs, in nanoseconds.
        interval_ns: u64,
    },
}

/// Bytes gathered at most before they are written without waiting for the commit that makes them count.
const MAX_PENDING_LEN: usize = 1 << 20;

/// An open, locked log.
#[derive(Debug)]
pub(crate) struct Log {
    file: File,
    path: PathBuf,
    header: FileHeader,
    policy: SyncPolicy,
    /// Bytes of the file that are written.
    written: u64,
    /// Records since the last commit, written or pending.
    uncommitted: u64,
    /// Records behind `written` which only this process has.
    pending: Vec<u8>,
    /// Whether bytes were written since the last sync.
    unsynced: bool,
    synced_at_ns: u64,
    /// What failed in a way that leaves the file's state unknown.
    poisoned: Option<&'static str>,
}

/// A log as opened: the caller replays its records, then calls [`Log::start_at`].
pub(crate) struct Opened {
    pub log: Log,
    pub file_len: u64,
}

impl Log {
    /// Opens or creates the log at `path` and takes its lock.
    pub fn open(path: &Path, policy: SyncPolicy, now_ns: u64) -> Result<Opened, StoreError> {
        let io_error = |action| {
            move |source| StoreError::Io {
                path: path.to_owned(),
                action,
                offset: 0,
                source,
            }
        };
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(io_error("open"))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(rustix::io::Errno::WOULDBLOCK) => {
                return Err(StoreError::Held {
                    path: path.to_owned(),
                })
            }
            Err(errno) => return Err(io_error("lock")(errno.into())),
        }
        let mut file_len = file.metadata().map_err(io_error("read the length"))?.len();
        let header = if file_len < FILE_HEADER_LEN as u64 {
            let header = FileHeader { created_ns: now_ns };
            refuse_foreign_beginning(&file, file_len, path)?;
            file.write_all_at(&header.encode(), 0)
                .map_err(io_error("create"))?;
            file_len = FILE_HEADER_LEN as u64;
            file.sync_all().map_err(io_error("sync"))?;
            sync_directory_of(path).map_err(io_error("sync the directory"))?;
            header
        } else {
            let mut bytes = [0; FILE_HEADER_LEN];
            file.read_exact_at(&mut bytes, 0).map_err(io_error("read"))?;
            FileHeader::decode(&bytes).map_err(|mismatch| StoreError::NotALog {
                path: path.to_owned(),
                expected: mismatch.expected,
                found: mismatch.found,
            })?
        };
        let log = Log {
            file,
            path: path.to_owned(),
            header,
            policy,
            written: file_len,
            uncommitted: 0,
            pending: Vec::new(),
            unsynced: false,
            synced_at_ns: now_ns,
            poisoned: None,
        };
        Ok(Opened { log, file_len })
    }

    pub fn file(&self) -> &File {
        &self.file
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn header(&self) -> &FileHeader {
        &self.header
    }

    /// Sets the end of the sound records, cutting off a torn tail behind it.
    pub fn start_at(&mut self, end: u64, file_len: u64) -> Result<(), StoreError> {
        if end < file_len {
            self.file
                .set_len(end)
                .map_err(|e| self.io_error("cut off the torn tail", end, e))?;
            self.file.sync_all().map_err(|e| self.io_error("sync", end, e))?;
        }
        self.written = end;
        self.pending.reserve(MAX_PENDING_LEN);
        Ok(())
    }

    /// The offset at which the next record will stand.
    pub fn end(&self) -> u64 {
        self.written + self.pending.len() as u64
    }

    /// Appends a record and returns the offset of its payload. On an error nothing of it is in the log. It counts once
    /// committed.
    pub fn append(&mut self, kind: Kind, number: u64, payload: &[u8]) -> Result<u64, StoreError> {
        self.check_usable()?;
        let record_len = RECORD_HEADER_LEN + payload.len();
        if self.end() + record_len as u64 > MAX_LOG_LEN {
            return Err(StoreError::TooLong {
                path: self.path.clone(),
                what: "a log",
                limit: MAX_LOG_LEN,
                found: self.end() + record_len as u64,
            });
        }
        if !self.pending.is_empty() && self.pending.len() + record_len > MAX_PENDING_LEN {
            self.write_pending()?;
        }
        let offset = self.end();
        let pending_len = self.pending.len();
        record::encode(&self.header, offset, kind, number, payload, &mut self.pending);
        self.uncommitted += 1;
        if self.policy == SyncPolicy::EveryMessage {
            if let Err(error) = self.write_commit().and_then(|()| self.sync()) {
                self.pending.truncate(pending_len);
                self.uncommitted -= 1;
                return Err(error);
            }
        }
        Ok(offset + RECORD_HEADER_LEN as u64)
    }

    /// Makes every appended record durable as far as the policy goes, all of them or none. On an error the records stay
    /// pending: nothing that depends on them may be acknowledged or sent, and the commit may be tried again.
    pub fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.check_usable()?;
        self.write_commit()?;
        let due = match self.policy {
            SyncPolicy::EveryMessage | SyncPolicy::EveryBatch => true,
            SyncPolicy::Interval { interval_ns } => now_ns.saturating_sub(self.synced_at_ns) >= interval_ns,
        };
        if due {
            self.sync()?;
            self.synced_at_ns = now_ns;
        }
        Ok(())
    }

    /// Writes what is pending and the record that makes it count.
    fn write_commit(&mut self) -> Result<(), StoreError> {
        if self.uncommitted == 0 {
            return Ok(());
        }
        let pending_len = self.pending.len();
        let offset = self.end();
        record::encode(
            &self.header,
            offset,
            Kind::Commit,
            self.uncommitted,
            &[],
            &mut self.pending,
        );
        if let Err(error) = self.write_pending() {
            self.pending.truncate(pending_len);
            return Err(error);
        }
        self.uncommitted = 0;
        Ok(())
    }

    /// Reads `buf.len()` bytes at `offset`, written or still pending.
    pub fn read_at(&self, offset: u64, buf: &mut [u8]) -> Result<(), StoreError> {
        if offset >= self.written {
            let start = (offset - self.written) as usize;
            buf.copy_from_slice(&self.pending[start..start + buf.len()]);
            return Ok(());
        }
        self.file
            .read_exact_at(buf, offset)
            .map_err(|e| self.io_error("read a message", offset, e))
    }

    fn write_pending(&mut self) -> Result<(), StoreError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        if let Err(source) = self.file.write_all_at(&self.pending, self.written) {
            // Some of it may be in the file: a record that was never acknowledged must not be found there later.
            if self.file.set_len(self.written).is_err() {
                self.poisoned = Some("take back a record that could not be written");
            }
            return Err(self.io_error("append", self.written, source));
        }
        self.written += self.pending.len() as u64;
        self.pending.clear();
        self.unsynced = true;
        Ok(())
    }

    fn sync(&mut self) -> Result<(), StoreError> {
        if !self.unsynced {
            return Ok(());
        }
        if let Err(source) = self.file.sync_data() {
            // After a failed fdatasync the kernel may forget which pages were dirty; trying again proves nothing.
            self.poisoned = Some("fdatasync");
            return Err(self.io_error("fdatasync", self.written, source));
        }
        self.unsynced = false;
        Ok(())
    }

    fn check_usable(&self) -> Result<(), StoreError> {
        match self.poisoned {
            Some(after) => Err(StoreError::Poisoned {
                path: self.path.clone(),
                after,
            }),
            None => Ok(()),
        }
    }

    fn io_error(&self, action: &'static str, offset: u64, source: io::Error) -> StoreError {
        StoreError::Io {
            path: self.path.clone(),
            action,
            offset,
            source,
        }
    }
}

/// A file shorter than a header is ours only when its creation was interrupted: empty, or the beginning of a header.
fn refuse_foreign_beginning(file: &File, file_len: u64, path: &Path) -> Result<(), StoreError> {
    let mut bytes = vec![0; (file_len as usize).min(record::MAGIC.len())];
    file.read_exact_at(&mut bytes, 0)
        .map_err(|source| StoreError::Io {
            path: path.to_owned(),
            action: "read",
            offset: 0,
            source,
        })?;
    if record::MAGIC.starts_with(&bytes) || bytes.iter().all(|b| *b == 0) {
        return Ok(());
    }
    Err(StoreError::NotALog {
        path: path.to_owned(),
        expected: "the magic FIXNICLG".into(),
        found: format!("{:?}", String::from_utf8_lossy(&bytes)),
    })
}

/// A file's name is durable when its directory is.
fn sync_directory_of(path: &Path) -> io::Result<()> {
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    File::open(directory)?.sync_all()
}
