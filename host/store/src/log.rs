//! The records below the store: appended to the last segment, committed, never rewritten.

use std::io;
use std::path::Path;

use crate::disk::Disk;
use crate::record::{self, CommitNote, FileHeader, Kind, FILE_HEADER_LEN, RECORD_HEADER_LEN};
use crate::tail::Tail;
use crate::window::Window;
use crate::{StoreError, MAX_SEGMENTS};

/// What a committed record has survived.
///
/// Every policy writes on commit (a copy to the mapped end of the file, or pwrite(2) past it), which survives the death of
/// the process (kill -9 included). The policies differ in when fdatasync(2) asks the disk, which survives the loss of power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SyncPolicy {
    /// Each record is written and synced by itself, before the append returns: the caller waits for the disk. A reset waits for
    /// the record behind it, or for the commit.
    EveryMessage,
    /// Records are gathered; a commit writes all of them and has a thread of its own sync them (group commit). The
    /// caller sees in [`crate::LogStore::durable`] how far that is.
    #[default]
    EveryBatch,
    /// Records are gathered; a commit writes them, and has them synced when this much time has passed since the last time.
    /// Nobody waits for it: after a loss of power the counterparty may have seen numbers which this log has not.
    Interval {
        /// Least time between two syncs, in nanoseconds.
        interval_ns: u64,
    },
}

/// Room that is made ahead of what is written, in bytes.
const ROOM_LEN: u64 = 1 << 20;

/// Longest segment that can be read: offsets in the index have 32 bits.
const SEGMENT_LEN_LIMIT: u64 = u32::MAX as u64;

/// How far a sync reaches.
#[derive(Debug, Clone, Copy, Default)]
struct SyncPoint {
    commits: u64,
    /// Bytes of the last segment.
    end: u64,
}

/// A sync on its way; one at a time.
#[derive(Debug, Clone, Copy)]
struct Syncing {
    ticket: u64,
    /// How far everything is synced when it is complete.
    to: SyncPoint,
    /// It is the sync of the next segment's header.
    header: bool,
}

/// The next segment, which has a header and nothing else yet.
#[derive(Debug, Clone, Copy)]
struct Prepared {
    header: FileHeader,
    synced: bool,
}

/// An open, locked log.
#[derive(Debug)]
pub(crate) struct Log<D> {
    disk: D,
    header: FileHeader,
    policy: SyncPolicy,
    /// Length at which the next segment is begun.
    segment_len_max: u64,
    /// Bytes of the last segment that are written; the tail has them and more.
    written: u64,
    /// Where the room ends that was made ahead of what is written.
    room_end: u64,
    tail: Tail,
    /// Records since the last commit, written or not.
    uncommitted: u64,
    /// Commits so far.
    commits: u64,
    /// Commits that are to be synced.
    sync_wanted: u64,
    tickets: u64,
    syncing: Option<Syncing>,
    synced: SyncPoint,
    prepared: Option<Prepared>,
    sync_due_from_ns: u64,
    /// The time last heard of.
    now_ns: u64,
    /// What failed in a way that leaves the file's state unknown.
    poisoned: Option<&'static str>,
}

impl<D: Disk> Log<D> {
    /// A log whose last segment has this header and is sound up to `end`.
    pub fn new(
        disk: D,
        header: FileHeader,
        end: u64,
        policy: SyncPolicy,
        segment_len_max: u64,
        now_ns: u64,
    ) -> Log<D> {
        let mut tail = Tail::default();
        tail.start_at(header.segment, end);
        Log {
            disk,
            header,
            policy,
            segment_len_max,
            written: end,
            room_end: end,
            tail,
            uncommitted: 0,
            commits: 0,
            sync_wanted: 0,
            tickets: 0,
            syncing: None,
            synced: SyncPoint::default(),
            prepared: None,
            sync_due_from_ns: now_ns,
            now_ns,
            poisoned: None,
        }
    }

    pub fn path(&self) -> &Path {
        self.disk.path()
    }

    pub fn disk(&mut self) -> &mut D {
        &mut self.disk
    }

    /// The last segment.
    pub fn segment(&self) -> u32 {
        self.header.segment
    }

    /// Appends a record whose payload is `parts`, and returns the offset at which it stands. On an error nothing of it is in
    /// the log. It counts once committed.
    pub fn append(&mut self, kind: Kind, number: u64, parts: &[&[u8]]) -> Result<u64, StoreError> {
        self.check_usable()?;
        let payload_len: usize = parts.iter().map(|part| part.len()).sum();
        let record_len = RECORD_HEADER_LEN + payload_len;
        if self.tail.end() + record_len as u64 > SEGMENT_LEN_LIMIT {
            return Err(StoreError::TooLong {
                path: self.path().to_owned(),
                what: "a segment without a commit",
                limit: SEGMENT_LEN_LIMIT,
                found: self.tail.end() + record_len as u64,
            });
        }
        if self.tail.is_full(record_len) {
            self.write()?;
            self.tail.turn_to(self.header.segment, self.written);
        }
        let offset = self.tail.end();
        record::encode(&self.header, offset, kind, number, parts, self.tail.buffer_mut());
        self.uncommitted += 1;
        // A reset counts together with the message behind it, the Logon that tells of it: a process that dies between the two
        // has not reset anything.
        if self.policy == SyncPolicy::EveryMessage && kind != Kind::Reset {
            if let Err(error) = self.write_commit().and_then(|()| self.sync()) {
                self.tail.truncate(offset);
                self.uncommitted -= 1;
                return Err(error);
            }
        }
        Ok(offset)
    }

    /// Writes every appended record, all of them or none, and has them synced as far as the policy goes. On an error the
    /// records stay pending: nothing that depends on them may be acknowledged or sent, and the commit may be tried again.
    pub fn commit(&mut self, now_ns: u64) -> Result<(), StoreError> {
        self.check_usable()?;
        self.now_ns = now_ns;
        self.write_commit()?;
        let due = match self.policy {
            SyncPolicy::EveryMessage => {
                self.sync()?;
                false
            }
            SyncPolicy::EveryBatch => true,
            SyncPolicy::Interval { interval_ns } => {
                now_ns.saturating_sub(self.sync_due_from_ns) >= interval_ns
            }
        };
        if due {
            self.sync_wanted = self.commits;
            self.sync_due_from_ns = now_ns;
        }
        self.advance_sync()
    }

    /// Commits so far.
    pub fn commits(&self) -> u64 {
        self.commits
    }

    /// Commits that are as durable as the policy promises.
    pub fn durable(&mut self) -> Result<u64, StoreError> {
        self.check_usable()?;
        self.advance_sync()?;
        Ok(match self.policy {
            SyncPolicy::EveryMessage | SyncPolicy::EveryBatch => self.synced.commits,
            SyncPolicy::Interval { .. } => self.commits,
        })
    }

    /// Waits until everything committed is synced.
    pub fn sync(&mut self) -> Result<(), StoreError> {
        self.check_usable()?;
        if self.synced.commits == self.commits {
            return Ok(());
        }
        if let Err(source) = self.disk.sync(self.header.segment) {
            return Err(self.sync_failed(source));
        }
        self.synced = SyncPoint {
            commits: self.commits,
            end: self.written,
        };
        Ok(())
    }

    /// Whether the next segment is to be begun: the last one has its length, nothing in it waits for the disk, and the next
    /// one's header is on the disk. (An unreadable header is damage then, and what is behind it can be told from what
    /// never reached the disk.) A disk that is too slow for that is waited for when the segment is twice as long.
    pub fn is_full(&mut self) -> Result<bool, StoreError> {
        if self.written < self.segment_len_max || self.uncommitted > 0 {
            return Ok(false);
        }
        self.check_usable()?;
        self.sync_wanted = self.commits;
        self.advance_sync()?;
        if self.prepared.is_none() && self.syncing.is_none() {
            self.prepare()?;
        }
        if self.policy == SyncPolicy::EveryMessage || self.written >= self.segment_len_max.saturating_mul(2) {
            self.sync()?;
            self.finish_preparing()?;
        }
        let prepared = self.prepared.is_some_and(|prepared| prepared.synced);
        Ok(prepared && self.synced.commits == self.commits)
    }

    /// Makes the file of the next segment, and begins to sync it.
    fn prepare(&mut self) -> Result<(), StoreError> {
        let segment = self.header.segment + 1;
        if segment >= MAX_SEGMENTS {
            return Err(StoreError::TooLong {
                path: self.path().to_owned(),
                what: "a log of segments",
                limit: u64::from(MAX_SEGMENTS),
                found: u64::from(segment) + 1,
            });
        }
        let header = FileHeader {
            created_ns: self.now_ns,
            segment,
        };
        let made = self
            .disk
            .create(segment)
            .and_then(|()| self.disk.write_at(segment, 0, &header.encode()));
        if let Err(source) = made {
            // What is there of it holds nothing: opening removes it.
            return Err(self.io_error("begin a segment", 0, source));
        }
        self.prepared = Some(Prepared {
            header,
            synced: false,
        });
        self.begin_sync(segment, self.synced, true);
        Ok(())
    }

    fn finish_preparing(&mut self) -> Result<(), StoreError> {
        if self.prepared.is_none() {
            self.prepare()?;
        }
        if let Some(Prepared { header, .. }) = self.prepared {
            if let Err(source) = self.disk.sync(header.segment) {
                return Err(self.sync_failed(source));
            }
            // A sync begun for it has nothing left to tell.
            self.syncing = self.syncing.filter(|syncing| !syncing.header);
            self.prepared = Some(Prepared { header, synced: true });
        }
        Ok(())
    }

    /// Begins the next segment, with this snapshot, after [`Log::is_full`] has said so.
    pub fn rotate(&mut self, snapshot: &[u8], next_outgoing: u64) -> Result<(), StoreError> {
        let Some(Prepared { header, .. }) = self.prepared.take() else {
            return Ok(());
        };
        let segment = header.segment;
        let mut bytes = header.encode().to_vec();
        let offset = FILE_HEADER_LEN as u64;
        record::encode(
            &header,
            offset,
            Kind::Snapshot,
            next_outgoing,
            &[snapshot],
            &mut bytes,
        );
        let offset = bytes.len() as u64;
        let note = CommitNote {
            time_ns: self.now_ns,
            synced_end: 0,
        };
        record::encode(&header, offset, Kind::Commit, 1, &[&note.encode()], &mut bytes);
        let behind = FILE_HEADER_LEN as u64;
        if let Err(source) = self.disk.write_at(segment, behind, &bytes[FILE_HEADER_LEN..]) {
            // The segment before it stays the last one.
            if self.disk.remove(segment).is_err() {
                self.poisoned = Some("take back a segment that could not be begun");
            }
            return Err(self.io_error("begin a segment", 0, source));
        }
        self.header = header;
        self.written = bytes.len() as u64;
        self.room_end = self.written;
        self.tail.turn_to(segment, self.written);
        self.synced.end = behind;
        self.commits += 1;
        if self.policy == SyncPolicy::EveryMessage {
            return self.sync();
        }
        self.sync_wanted = self.commits;
        self.advance_sync()
    }

    /// `len` bytes at `offset` of a segment, written or not, from memory or read into `window`. `segment_len` is that of an
    /// older segment.
    pub fn bytes<'a>(
        &'a mut self,
        window: &'a mut Window,
        segment: u32,
        segment_len: u64,
        offset: u64,
        len: usize,
    ) -> io::Result<&'a [u8]> {
        if let Some(bytes) = self.tail.from(segment, offset).and_then(|bytes| bytes.get(..len)) {
            return Ok(bytes);
        }
        window.get(&mut self.disk, segment, segment_len, offset, len)
    }

    /// The header of the last segment.
    pub fn header(&self) -> &FileHeader {
        &self.header
    }

    /// Bytes of the last segment, pending ones included.
    pub fn end(&self) -> u64 {
        self.tail.end()
    }

    /// Bytes of the last segment that are in its file.
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Writes what is pending and the record that makes it count.
    fn write_commit(&mut self) -> Result<(), StoreError> {
        if self.uncommitted == 0 {
            return Ok(());
        }
        let offset = self.tail.end();
        let note = CommitNote {
            time_ns: self.now_ns,
            synced_end: self.synced.end,
        };
        record::encode(
            &self.header,
            offset,
            Kind::Commit,
            self.uncommitted,
            &[&note.encode()],
            self.tail.buffer_mut(),
        );
        if let Err(error) = self.write() {
            self.tail.truncate(offset);
            return Err(error);
        }
        self.uncommitted = 0;
        self.commits += 1;
        Ok(())
    }

    fn write(&mut self) -> Result<(), StoreError> {
        let end = self.tail.end();
        let pending = self.tail.appended_from(self.written);
        if pending.is_empty() {
            return Ok(());
        }
        // No room is made past the length at which the segment is closed: a segment that is closed ends with its last record.
        if end > self.room_end && end < self.segment_len_max {
            self.room_end = (end + ROOM_LEN).min(self.segment_len_max);
            self.disk
                .make_room(self.header.segment, self.written, self.room_end);
        }
        if let Err(source) = self.disk.write_at(self.header.segment, self.written, pending) {
            // Some of it may be in the file: a record that was never acknowledged must not be found there later.
            if self.disk.set_len(self.header.segment, self.written).is_err() {
                self.poisoned = Some("take back a record that could not be written");
            }
            self.room_end = self.written;
            return Err(self.io_error("append", self.written, source));
        }
        self.written = end;
        Ok(())
    }

    /// Looks how far the sync under way is, and begins the next one when one is wanted: one at a time, each for
    /// everything committed before it.
    fn advance_sync(&mut self) -> Result<(), StoreError> {
        if let Some(syncing) = self.syncing {
            match self.disk.synced() {
                Ok(ticket) if ticket >= syncing.ticket => {}
                Ok(_) => return Ok(()),
                Err(source) => return Err(self.sync_failed(source)),
            }
            self.syncing = None;
            if syncing.header {
                if let Some(prepared) = &mut self.prepared {
                    prepared.synced = true;
                }
            } else if syncing.to.commits > self.synced.commits {
                self.synced = syncing.to;
            }
        }
        if self.synced.commits < self.sync_wanted {
            let to = SyncPoint {
                commits: self.commits,
                end: self.written,
            };
            self.begin_sync(self.header.segment, to, false);
        }
        Ok(())
    }

    fn begin_sync(&mut self, segment: u32, to: SyncPoint, header: bool) {
        self.tickets += 1;
        self.disk.begin_sync(segment, self.tickets);
        self.syncing = Some(Syncing {
            ticket: self.tickets,
            to,
            header,
        });
    }

    fn sync_failed(&mut self, source: io::Error) -> StoreError {
        // After a failed fdatasync the kernel may forget which pages were dirty; trying again proves nothing.
        self.poisoned = Some("fdatasync");
        self.io_error("fdatasync", self.written, source)
    }

    fn check_usable(&self) -> Result<(), StoreError> {
        match self.poisoned {
            Some(after) => Err(StoreError::Poisoned {
                path: self.path().to_owned(),
                after,
            }),
            None => Ok(()),
        }
    }

    /// What the system said, and where.
    pub fn io_error(&self, action: &'static str, offset: u64, source: io::Error) -> StoreError {
        StoreError::Io {
            path: self.path().to_owned(),
            action,
            offset,
            source,
        }
    }
}
