//! Reading a log back after its process has ended, in whatever way.
//!
//! Records are appended only, and count from the commit record behind them on. A process killed in the middle of
//! a write leaves part of the last batch; a power loss leaves any part of what was not synced, in sectors, zeroes between
//! them. Both are a *torn tail*: nothing of it was acknowledged, it is cut off from the last commit on. When a commit
//! follows which knows the unreadable place to have been synced, acknowledged history is damaged, and the log is refused
//! untouched: to go on would use numbers twice. `fixnic journal repair` covers such a place, so that what follows it can
//! be read again. Zeroes to the end of the file are room that was made ahead: they are left, and used.
//!
//! Every segment but the first begins with a snapshot, so only the last segment is read.

use std::io;

use crate::disk::Disk;
use crate::record::{CommitNote, FileHeader, Kind, Mismatch, FILE_HEADER_LEN, MARK, RECORD_HEADER_LEN};
use crate::window::Window;

/// What recovery found at the end of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovery {
    /// Records that count, of those that were read.
    pub records: u64,
    /// Bytes that were read.
    pub read_bytes: u64,
    /// Bytes of a torn tail which were cut off; 0 after an orderly end.
    pub torn_bytes: u64,
}

/// One record that counts, as recovery reads it.
#[derive(Debug, Clone)]
pub(crate) struct Replayed {
    /// First byte of the record.
    pub offset: u64,
    pub kind: Kind,
    pub number: u64,
    /// The payload of a snapshot; nothing for every other kind.
    pub payload: Vec<u8>,
}

/// How reading a segment ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// The records up to `end` are committed; whatever follows is a torn tail.
    Sound { records: u64, end: u64 },
    /// A record at `offset` is not what it should be, though more follows.
    Damaged { offset: u64, mismatch: Mismatch },
}

/// Bytes read at a time.
pub(crate) const RUN_LEN: usize = 1 << 20;

/// The header of a segment; `Ok(Err)` when it is none of this kind and version. The segment is at least that long.
pub(crate) fn read_file_header<D: Disk>(
    disk: &mut D,
    segment: u32,
) -> io::Result<Result<FileHeader, Mismatch>> {
    let mut bytes = [0; FILE_HEADER_LEN];
    disk.read_at(segment, 0, &mut bytes)?;
    Ok(FileHeader::decode(&bytes).and_then(|header| {
        if header.segment == segment {
            return Ok(header);
        }
        let expected = format!("segment {segment}");
        Err(Mismatch::new(expected, format!("segment {}", header.segment)))
    }))
}

/// Reads every record of a segment of `segment_len` bytes in order, and applies those that were committed. `apply` may
/// refuse a record whose meaning contradicts those before it.
pub(crate) fn replay<D: Disk>(
    disk: &mut D,
    header: &FileHeader,
    segment_len: u64,
    mut apply: impl FnMut(&Replayed) -> Result<(), Mismatch>,
) -> io::Result<Outcome> {
    let mut window = Window::new(RUN_LEN);
    let mut offset = FILE_HEADER_LEN as u64;
    let mut records = 0;
    let mut end = offset;
    let mut batch: Vec<Replayed> = Vec::new();
    // A repair covered something since the last commit: the commit of what stands before it may be lost, so that counts,
    // and the next commit counts more records than are left of its batch.
    let mut covered = false;
    while offset < segment_len {
        let (record, payload) = match window.record(disk, header, segment_len, offset)? {
            Ok(record) => record,
            Err(mismatch) => {
                let damaged = was_synced(disk, header, offset, segment_len)?;
                return Ok(if damaged {
                    Outcome::Damaged { offset, mismatch }
                } else {
                    Outcome::Sound { records, end }
                });
            }
        };
        let next = offset + (RECORD_HEADER_LEN + record.payload_len) as u64;
        let counts = record.kind == Kind::Commit || record.kind == Kind::Void;
        if record.kind == Kind::Commit {
            // From here on a wrong meaning is no torn write: every CRC is right.
            let here = batch.len() as u64;
            let lacking = if covered {
                record.number < here
            } else {
                record.number != here
            };
            if lacking {
                let expected = format!("a commit of the {} records before it", batch.len());
                let mismatch = Mismatch::new(expected, format!("one of {}", record.number));
                return Ok(Outcome::Damaged { offset, mismatch });
            }
        } else {
            let snapshot = record.kind == Kind::Snapshot;
            batch.push(Replayed {
                offset,
                kind: record.kind,
                number: record.number,
                payload: if snapshot { payload.to_vec() } else { Vec::new() },
            });
        }
        if counts {
            records += batch.len() as u64;
            for replayed in batch.drain(..) {
                if let Err(mismatch) = apply(&replayed) {
                    return Ok(Outcome::Damaged {
                        offset: replayed.offset,
                        mismatch,
                    });
                }
            }
            end = next;
            covered = record.kind == Kind::Void;
        }
        offset = next;
    }
    Ok(Outcome::Sound { records, end })
}

/// Whether nothing but zeroes follows from `offset` on.
pub(crate) fn is_room<D: Disk>(
    disk: &mut D,
    segment: u32,
    offset: u64,
    segment_len: u64,
) -> io::Result<bool> {
    let mut window = Window::new(RUN_LEN);
    let mut offset = offset;
    while offset < segment_len {
        let run = (segment_len - offset).min(RUN_LEN as u64) as usize;
        let bytes = window.get(disk, segment, segment_len, offset, run)?;
        if bytes.iter().any(|byte| *byte != 0) {
            return Ok(false);
        }
        offset += run as u64;
    }
    Ok(true)
}

/// Whether a commit behind an unreadable place knows it to have been synced.
pub(crate) fn was_synced<D: Disk>(
    disk: &mut D,
    header: &FileHeader,
    unreadable: u64,
    segment_len: u64,
) -> io::Result<bool> {
    let mut window = Window::new(RUN_LEN);
    let mut from = unreadable + 1;
    while let Some(mut offset) = sound_record_from(disk, header, from, segment_len)? {
        // Along the records while they are sound, and on searching behind them.
        while let Ok((record, payload)) = window.record(disk, header, segment_len, offset)? {
            let note = CommitNote::decode(payload).filter(|_| record.kind == Kind::Commit);
            if note.is_some_and(|note| note.synced_end > unreadable) {
                return Ok(true);
            }
            offset += (RECORD_HEADER_LEN + record.payload_len) as u64;
        }
        from = offset + 1;
    }
    Ok(false)
}

/// The offset of the first sound record at or behind `from`.
pub(crate) fn sound_record_from<D: Disk>(
    disk: &mut D,
    header: &FileHeader,
    from: u64,
    segment_len: u64,
) -> io::Result<Option<u64>> {
    let mut run = vec![0; RUN_LEN];
    let mut records = Window::new(4096);
    let mut start = from;
    while start + RECORD_HEADER_LEN as u64 <= segment_len {
        let len = (segment_len - start).min(run.len() as u64) as usize;
        disk.read_at(header.segment, start, &mut run[..len])?;
        for (at, bytes) in run[..len].windows(MARK.len()).enumerate() {
            if bytes != MARK {
                continue;
            }
            let offset = start + at as u64;
            if records.record(disk, header, segment_len, offset)?.is_ok() {
                return Ok(Some(offset));
            }
        }
        // Runs overlap by less than a mark, so none is missed at the seam.
        start += (len - (MARK.len() - 1)) as u64;
    }
    Ok(None)
}
