//! Reading a log back after its process has ended, in whatever way.
//!
//! Records are appended only, and count from the commit record behind them on. A process killed in the middle of
//! write(2) leaves the last batch short; a power loss may leave the unsynced end as zeroes. Both are a *torn tail*: no
//! commit follows, nothing of it was acknowledged, it is cut off from the last commit on. When a sound record follows
//! an unreadable place, acknowledged history is damaged, and the log is refused untouched: to go on would use
//! numbers twice.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::os::unix::fs::FileExt;

use crate::record::{FileHeader, Kind, Mismatch, RecordHeader, FILE_HEADER_LEN, MARK, RECORD_HEADER_LEN};

/// What recovery found at the end of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovery {
    /// Records that count.
    pub records: u64,
    /// Bytes of a torn tail which were cut off; 0 after an orderly end.
    pub torn_bytes: u64,
}

/// One record that counts, as recovery reads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Replayed {
    pub offset: u64,
    pub kind: Kind,
    pub number: u64,
    pub payload_len: usize,
}

impl Replayed {
    /// First byte of the payload.
    pub fn payload_offset(&self) -> u64 {
        self.offset + RECORD_HEADER_LEN as u64
    }
}

/// How reading a log ended.
pub(crate) enum Outcome {
    /// The records up to `end` are committed; whatever follows is a torn tail.
    Sound { records: u64, end: u64 },
    /// A record at `offset` is not what it should be, though more follows.
    Damaged { offset: u64, mismatch: Mismatch },
}

const READ_BUFFER_LEN: usize = 1 << 20;

/// Reads every record of a log of `file_len` bytes in order, and applies those that were committed. `apply` may refuse a
/// record whose meaning contradicts those before it.
pub(crate) fn replay(
    file: &File,
    header: &FileHeader,
    file_len: u64,
    mut apply: impl FnMut(&Replayed) -> Result<(), Mismatch>,
) -> io::Result<Outcome> {
    let mut reader = BufReader::with_capacity(
        READ_BUFFER_LEN,
        Section {
            file,
            at: FILE_HEADER_LEN as u64,
        },
    );
    let mut offset = FILE_HEADER_LEN as u64;
    let mut committed = Outcome::Sound {
        records: 0,
        end: offset,
    };
    let mut records = 0;
    let mut batch: Vec<Replayed> = Vec::new();
    let mut payload = Vec::new();
    while offset < file_len {
        let record = match read_record(&mut reader, header, offset, file_len, &mut payload)? {
            Ok(record) => record,
            Err(mismatch) => {
                let torn = sound_record_after(file, header, offset + 1, file_len)?.is_none();
                return Ok(if torn {
                    committed
                } else {
                    Outcome::Damaged { offset, mismatch }
                });
            }
        };
        let RecordHeader {
            kind,
            number,
            payload_len,
            ..
        } = record;
        let replayed = Replayed {
            offset,
            kind,
            number,
            payload_len,
        };
        if kind == Kind::Commit {
            // From here on a wrong meaning is no torn write: every CRC is right.
            if number != batch.len() as u64 {
                let expected = format!("a commit of the {} records before it", batch.len());
                let mismatch = Mismatch::new(expected, format!("one of {number}"));
                return Ok(Outcome::Damaged { offset, mismatch });
            }
            for replayed in batch.drain(..) {
                if let Err(mismatch) = apply(&replayed) {
                    return Ok(Outcome::Damaged {
                        offset: replayed.offset,
                        mismatch,
                    });
                }
            }
            records += number;
        } else {
            batch.push(replayed);
        }
        offset = replayed.payload_offset() + payload_len as u64;
        if kind == Kind::Commit {
            committed = Outcome::Sound { records, end: offset };
        }
    }
    Ok(committed)
}

fn read_record(
    reader: &mut impl Read,
    file: &FileHeader,
    offset: u64,
    file_len: u64,
    payload: &mut Vec<u8>,
) -> io::Result<Result<RecordHeader, Mismatch>> {
    let rest = file_len - offset;
    if rest < RECORD_HEADER_LEN as u64 {
        return Ok(Err(Mismatch::new(
            "a record header of 24 bytes",
            format!("{rest} bytes"),
        )));
    }
    let mut bytes = [0; RECORD_HEADER_LEN];
    reader.read_exact(&mut bytes)?;
    let record = match RecordHeader::decode(&bytes) {
        Ok(record) => record,
        Err(mismatch) => return Ok(Err(mismatch)),
    };
    let rest = rest - RECORD_HEADER_LEN as u64;
    if record.payload_len as u64 > rest {
        let expected = format!("a payload of {} bytes", record.payload_len);
        return Ok(Err(Mismatch::new(expected, format!("{rest} bytes"))));
    }
    payload.resize(record.payload_len, 0);
    reader.read_exact(payload)?;
    Ok(record.check_payload(file, offset, payload).map(|()| record))
}

/// The offset of the first sound record at or behind `from`.
fn sound_record_after(file: &File, header: &FileHeader, from: u64, file_len: u64) -> io::Result<Option<u64>> {
    let mut window = vec![0; READ_BUFFER_LEN];
    let mut payload = Vec::new();
    let mut start = from;
    while start + RECORD_HEADER_LEN as u64 <= file_len {
        let len = (file_len - start).min(window.len() as u64) as usize;
        file.read_exact_at(&mut window[..len], start)?;
        for (at, bytes) in window[..len].windows(MARK.len()).enumerate() {
            let offset = start + at as u64;
            if bytes != MARK || file_len - offset < RECORD_HEADER_LEN as u64 {
                continue;
            }
            let mut reader = Section { file, at: offset };
            if read_record(&mut reader, header, offset, file_len, &mut payload)?.is_ok() {
                return Ok(Some(offset));
            }
        }
        // Windows overlap by less than a mark, so none is missed at the seam.
        start += (len - (MARK.len() - 1)) as u64;
    }
    Ok(None)
}

/// A file read from a place of its own, whatever the file's cursor is.
struct Section<'a> {
    file: &'a File,
    at: u64,
}

impl Read for Section<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read_at(buf, self.at)?;
        self.at += n as u64;
        Ok(n)
    }
}
