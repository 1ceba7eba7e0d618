//! Finding stored messages again, most often one after the other.

use crate::disk::Disk;
use crate::index::{find_anchor, Anchor, Start};
use crate::log::Log;
use crate::record::{FileHeader, Kind, Mismatch, FILE_HEADER_LEN, RECORD_HEADER_LEN};
use crate::recovery::{self, Outcome};
use crate::snapshot;
use crate::state::State;
use crate::window::{header_of, Window};
use crate::StoreError;

/// Bytes of the log read at a time.
const RUN_LEN: usize = 64 << 10;

/// Reads messages, and remembers where the next one stands.
#[derive(Debug)]
pub(crate) struct Reader {
    window: Window,
    older: Option<Older>,
    next: Option<Next>,
}

/// The place behind the message that was read last.
#[derive(Debug, Clone, Copy)]
struct Next {
    number: u64,
    segment: u32,
    offset: u64,
}

/// The older segment that was read last.
#[derive(Debug)]
struct Older {
    header: FileHeader,
    len: u64,
    anchors: Vec<Anchor>,
}

impl Reader {
    pub fn new() -> Reader {
        Reader {
            window: Window::new(RUN_LEN),
            older: None,
            next: None,
        }
    }

    /// Replaces `message` by the one of this number; false, and `message` empty, when it is not stored.
    pub fn read<D: Disk>(
        &mut self,
        log: &mut Log<D>,
        state: &State,
        number: u64,
        message: &mut Vec<u8>,
    ) -> Result<bool, StoreError> {
        message.clear();
        let (header, len, anchor) = match state.index.find(number) {
            None => return Ok(false),
            Some(Start::Here(offset)) => (*log.header(), log.end(), offset),
            Some(Start::Older(segment)) => {
                let older = self.load_older(log, segment)?;
                let Some(offset) = find_anchor(&older.anchors, number) else {
                    return Ok(false);
                };
                (older.header, older.len, offset)
            }
        };
        let mut offset = u64::from(anchor);
        // Behind the anchor as well: between the two, nothing was forgotten.
        if let Some(next) = self
            .next
            .filter(|next| next.number == number && next.segment == header.segment && next.offset >= offset)
        {
            offset = next.offset;
        }
        self.walk(log, &header, len, offset, number, message)
    }

    /// Looks for the message from the record at `offset` on.
    fn walk<D: Disk>(
        &mut self,
        log: &mut Log<D>,
        file: &FileHeader,
        len: u64,
        mut offset: u64,
        number: u64,
        message: &mut Vec<u8>,
    ) -> Result<bool, StoreError> {
        // What is not yet written is read from memory.
        let written = if file.segment == log.segment() {
            log.written()
        } else {
            len
        };
        while offset < len {
            let bytes = log.bytes(&mut self.window, file.segment, written, offset, RECORD_HEADER_LEN);
            let record = match bytes {
                Ok(bytes) => header_of(bytes).map_err(|mismatch| damaged(log, file, offset, mismatch))?,
                Err(error) => return Err(log.io_error("read a message", offset, error)),
            };
            let whole_len = RECORD_HEADER_LEN + record.payload_len;
            if record.kind == Kind::Outgoing && record.number >= number {
                if record.number > number {
                    return Ok(false);
                }
                let bytes = log.bytes(&mut self.window, file.segment, written, offset, whole_len);
                let sound = match bytes {
                    Ok(bytes) => {
                        let payload = &bytes[RECORD_HEADER_LEN..];
                        message.extend_from_slice(payload);
                        record.check_payload(file, offset, payload)
                    }
                    Err(error) => return Err(log.io_error("read a message", offset, error)),
                };
                if let Err(mismatch) = sound {
                    message.clear();
                    return Err(damaged(log, file, offset, mismatch));
                }
                self.next = Some(Next {
                    number: number + 1,
                    segment: file.segment,
                    offset: offset + whole_len as u64,
                });
                return Ok(true);
            }
            offset += whole_len as u64;
        }
        Ok(false)
    }

    /// Loads where the messages of an older segment stand, unless it was read last.
    fn load_older<D: Disk>(&mut self, log: &mut Log<D>, segment: u32) -> Result<&Older, StoreError> {
        if self.older.as_ref().map(|older| older.header.segment) != Some(segment) {
            self.older = None;
            let older = Older::load(log, segment)?;
            return Ok(self.older.insert(older));
        }
        self.older
            .as_ref()
            .ok_or_else(|| log.io_error("read an older segment", 0, std::io::ErrorKind::NotFound.into()))
    }
}

impl Older {
    fn load<D: Disk>(log: &mut Log<D>, segment: u32) -> Result<Older, StoreError> {
        let disk = log.disk();
        let loaded = disk
            .len(segment)
            .and_then(|len| Ok((len, recovery::read_file_header(disk, segment)?)));
        let (len, header) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return Err(log.io_error("read an older segment", 0, error)),
        };
        let header = header.map_err(|mismatch| damaged_at(log, segment, 0, mismatch))?;
        let anchors = match anchors_of(log.disk(), segment + 1) {
            Some(anchors) => anchors,
            None => anchors_by_scan(log, &header, len)?,
        };
        Ok(Older { header, len, anchors })
    }
}

/// The anchors that the snapshot of the next segment carries.
fn anchors_of<D: Disk>(disk: &mut D, next: u32) -> Option<Vec<Anchor>> {
    let len = disk.len(next).ok()?;
    let header = recovery::read_file_header(disk, next).ok()?.ok()?;
    let mut window = Window::new(recovery::RUN_LEN);
    let record = window.record(disk, &header, len, FILE_HEADER_LEN as u64).ok()?;
    let (record, payload) = record.ok()?;
    if record.kind != Kind::Snapshot {
        return None;
    }
    snapshot::decode_anchors(payload).ok()?
}

/// The anchors as reading the whole segment gives them: the next segment's snapshot was damaged.
fn anchors_by_scan<D: Disk>(
    log: &mut Log<D>,
    header: &FileHeader,
    len: u64,
) -> Result<Vec<Anchor>, StoreError> {
    let mut state = State::new(0);
    let outcome = recovery::replay(log.disk(), header, len, |record| state.replay(record));
    match outcome {
        Ok(Outcome::Sound { .. }) => Ok(state.index.into_anchors()),
        Ok(Outcome::Damaged { offset, mismatch }) => Err(damaged(log, header, offset, mismatch)),
        Err(error) => Err(log.io_error("read an older segment", 0, error)),
    }
}

fn damaged<D: Disk>(log: &Log<D>, file: &FileHeader, offset: u64, mismatch: Mismatch) -> StoreError {
    damaged_at(log, file.segment, offset, mismatch)
}

fn damaged_at<D: Disk>(log: &Log<D>, segment: u32, offset: u64, mismatch: Mismatch) -> StoreError {
    StoreError::Damaged {
        path: crate::disk::segment_path(log.path(), segment),
        log: log.path().to_owned(),
        offset,
        expected: mismatch.expected,
        found: mismatch.found,
    }
}
