//! Opening a log: which segments there are, which one to begin at, and where the sound records end.

use std::io;

use crate::disk::{segment_path, Disk};
use crate::record::{self, FileHeader, Kind, Mismatch, FILE_HEADER_LEN};
use crate::recovery::{self, Outcome, Recovery};
use crate::state::State;
use crate::window::Window;
use crate::StoreError;

/// A log that was read back.
#[derive(Debug)]
pub(crate) struct Opened<D> {
    pub disk: D,
    /// Header of the last segment.
    pub header: FileHeader,
    /// Where the sound records of the last segment end.
    pub end: u64,
    pub state: State,
    pub recovery: Recovery,
}

/// Opens the log, whose lock the caller holds. `segment_len_max` is the length at which its last segment will be closed.
pub(crate) fn open<D: Disk>(mut disk: D, segment_len_max: u64, now_ns: u64) -> Result<Opened<D>, StoreError> {
    let mut segments = disk
        .segments()
        .map_err(|e| io_error(&disk, 0, "list the segments", e))?;
    let last = loop {
        let last = segments.pop().unwrap_or(0);
        if last == 0 || is_begun(&mut disk, last)? {
            break last;
        }
        // Its process died between making the segment and writing its snapshot: nothing is in it, the one before is the last.
        disk.remove(last)
            .map_err(|e| io_error(&disk, last, "remove a segment that was never begun", e))?;
    };
    if last == 0 {
        create_unless_there(&mut disk, now_ns)?;
    }
    let first = first_to_read(&mut disk, last)?;
    let mut recovery = Recovery::default();
    let mut state = None;
    for segment in first..=last {
        let header = file_header(&mut disk, segment)?;
        let state = state.get_or_insert_with(|| State::new(header.created_ns));
        if segment > first {
            state.index.rotate(segment - 1, state.next_outgoing);
        }
        let len = segment_len(&mut disk, segment)?;
        let outcome = recovery::replay(&mut disk, &header, len, |record| state.replay(record))
            .map_err(|e| io_error(&disk, segment, "read back", e))?;
        let (records, end) = match outcome {
            Outcome::Sound { records, end } => (records, end),
            Outcome::Damaged { offset, mismatch } => return Err(damaged(&disk, segment, offset, mismatch)),
        };
        recovery.records += records;
        recovery.read_bytes += len;
        if end < len && segment < last {
            let mismatch = Mismatch::new("records to the end", format!("{} further bytes", len - end));
            return Err(damaged(&disk, segment, end, mismatch));
        }
        recovery.torn_bytes = len - end;
    }
    let header = file_header(&mut disk, last)?;
    let len = segment_len(&mut disk, last)?;
    let end = len - recovery.torn_bytes;
    let room =
        recovery::is_room(&mut disk, last, end, len).map_err(|e| io_error(&disk, last, "read back", e))?;
    if room {
        recovery.torn_bytes = 0;
    }
    // Room past the length at which the segment is closed would be left behind its last record.
    if end < len && (!room || len > segment_len_max) {
        disk.set_len(last, end)
            .and_then(|()| disk.sync(last))
            .map_err(|e| io_error(&disk, last, "cut off the torn tail", e))?;
    }
    Ok(Opened {
        disk,
        header,
        end,
        state: state.unwrap_or_else(|| State::new(now_ns)),
        recovery,
    })
}

/// Makes the first segment when there is none, or only the beginning of its header.
fn create_unless_there<D: Disk>(disk: &mut D, now_ns: u64) -> Result<(), StoreError> {
    let len = segment_len(disk, 0)?;
    if len >= FILE_HEADER_LEN as u64 {
        return Ok(());
    }
    refuse_foreign_beginning(disk, len)?;
    let header = FileHeader {
        created_ns: now_ns,
        segment: 0,
    };
    disk.create(0)
        .and_then(|()| disk.write_at(0, 0, &header.encode()))
        .and_then(|()| disk.sync(0))
        .map_err(|e| io_error(disk, 0, "create", e))
}

/// A file shorter than a header is ours only when its creation was interrupted: empty, or the beginning of a header.
fn refuse_foreign_beginning<D: Disk>(disk: &mut D, len: u64) -> Result<(), StoreError> {
    let mut bytes = vec![0; (len as usize).min(record::MAGIC.len())];
    disk.read_at(0, 0, &mut bytes)
        .map_err(|e| io_error(disk, 0, "read", e))?;
    if record::MAGIC.starts_with(&bytes) || bytes.iter().all(|b| *b == 0) {
        return Ok(());
    }
    Err(StoreError::NotALog {
        path: disk.path().to_owned(),
        expected: "the magic FIXNICLG".into(),
        found: format!("{:?}", String::from_utf8_lossy(&bytes)),
    })
}

/// Whether anything counts in this segment, which is not the first: it has a header, and a sound record somewhere.
fn is_begun<D: Disk>(disk: &mut D, segment: u32) -> Result<bool, StoreError> {
    let len = segment_len(disk, segment)?;
    if len < FILE_HEADER_LEN as u64 {
        return Ok(false);
    }
    let error = |disk: &D, e| io_error(disk, segment, "read", e);
    let header = match recovery::read_file_header(disk, segment).map_err(|e| error(disk, e))? {
        Ok(header) => header,
        // A torn header: a power loss leaves zeroes behind it. Anything else was acknowledged once.
        Err(_) => {
            let begin = FILE_HEADER_LEN as u64;
            let nothing = recovery::is_room(disk, segment, begin, len);
            return nothing.map(|nothing| !nothing).map_err(|e| error(disk, e));
        }
    };
    let outcome = recovery::replay(disk, &header, len, |_| Ok(())).map_err(|e| error(disk, e))?;
    Ok(match outcome {
        Outcome::Sound { end, .. } => end > FILE_HEADER_LEN as u64,
        Outcome::Damaged { .. } => true,
    })
}

/// The last segment whose snapshot can be read: what is before it need not be.
fn first_to_read<D: Disk>(disk: &mut D, last: u32) -> Result<u32, StoreError> {
    let mut window = Window::new(recovery::RUN_LEN);
    for segment in (1..=last).rev() {
        let header = file_header(disk, segment)?;
        let len = segment_len(disk, segment)?;
        let record = window
            .record(disk, &header, len, FILE_HEADER_LEN as u64)
            .map_err(|e| io_error(disk, segment, "read", e))?;
        match record {
            // A repair has covered the snapshot.
            Ok((record, _)) if record.kind == Kind::Void => {}
            // Damage is found, and refused, when the segment is read.
            _ => return Ok(segment),
        }
    }
    Ok(0)
}

fn file_header<D: Disk>(disk: &mut D, segment: u32) -> Result<FileHeader, StoreError> {
    recovery::read_file_header(disk, segment)
        .map_err(|e| io_error(disk, segment, "read", e))?
        .map_err(|mismatch| StoreError::NotALog {
            path: segment_path(disk.path(), segment),
            expected: mismatch.expected,
            found: mismatch.found,
        })
}

fn segment_len<D: Disk>(disk: &mut D, segment: u32) -> Result<u64, StoreError> {
    disk.len(segment)
        .map_err(|e| io_error(disk, segment, "read the length", e))
}

fn io_error<D: Disk>(disk: &D, segment: u32, action: &'static str, source: io::Error) -> StoreError {
    StoreError::Io {
        path: segment_path(disk.path(), segment),
        action,
        offset: 0,
        source,
    }
}

fn damaged<D: Disk>(disk: &D, segment: u32, offset: u64, mismatch: Mismatch) -> StoreError {
    StoreError::Damaged {
        path: segment_path(disk.path(), segment),
        log: disk.path().to_owned(),
        offset,
        expected: mismatch.expected,
        found: mismatch.found,
    }
}
