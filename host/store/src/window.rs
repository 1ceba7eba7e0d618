//! Reading a segment in long runs: one read(2) for many records.

use std::io;

use crate::disk::Disk;
use crate::record::{FileHeader, Mismatch, RecordHeader, RECORD_HEADER_LEN};

/// Bytes of a segment that were read last.
#[derive(Debug)]
pub(crate) struct Window {
    bytes: Vec<u8>,
    segment: u32,
    start: u64,
    run_len: usize,
}

impl Window {
    /// A window that reads this many bytes at a time.
    pub fn new(run_len: usize) -> Window {
        Window {
            bytes: Vec::new(),
            segment: 0,
            start: 0,
            run_len,
        }
    }

    /// `len` bytes at `offset` of a segment which is `segment_len` bytes long, at least as far as the caller looks.
    pub fn get<D: Disk>(
        &mut self,
        disk: &mut D,
        segment: u32,
        segment_len: u64,
        offset: u64,
        len: usize,
    ) -> io::Result<&[u8]> {
        let within = segment == self.segment
            && offset >= self.start
            && offset + len as u64 <= self.start + self.bytes.len() as u64;
        if !within {
            let run_len = segment_len.saturating_sub(offset).min(self.run_len as u64) as usize;
            self.bytes.clear();
            self.bytes.resize(run_len.max(len), 0);
            (self.segment, self.start) = (segment, offset);
            if let Err(error) = disk.read_at(segment, offset, &mut self.bytes) {
                self.bytes.clear();
                return Err(error);
            }
        }
        let at = (offset - self.start) as usize;
        Ok(&self.bytes[at..at + len])
    }

    /// The record at `offset`, checked, and its payload.
    pub fn record<D: Disk>(
        &mut self,
        disk: &mut D,
        header: &FileHeader,
        segment_len: u64,
        offset: u64,
    ) -> io::Result<Result<(RecordHeader, &[u8]), Mismatch>> {
        let rest = segment_len - offset;
        if rest < RECORD_HEADER_LEN as u64 {
            return Ok(Err(Mismatch::new(
                "a record header of 24 bytes",
                format!("{rest} bytes"),
            )));
        }
        let segment = header.segment;
        let bytes = self.get(disk, segment, segment_len, offset, RECORD_HEADER_LEN)?;
        let record = match header_of(bytes) {
            Ok(record) => record,
            Err(mismatch) => return Ok(Err(mismatch)),
        };
        let rest = rest - RECORD_HEADER_LEN as u64;
        if record.payload_len as u64 > rest {
            let expected = format!("a payload of {} bytes", record.payload_len);
            return Ok(Err(Mismatch::new(expected, format!("{rest} bytes"))));
        }
        let whole_len = RECORD_HEADER_LEN + record.payload_len;
        let bytes = self.get(disk, segment, segment_len, offset, whole_len)?;
        let payload = &bytes[RECORD_HEADER_LEN..];
        Ok(record
            .check_payload(header, offset, payload)
            .map(|()| (record, payload)))
    }
}

/// The record header at the beginning of `bytes`, which are long enough for one.
pub(crate) fn header_of(bytes: &[u8]) -> Result<RecordHeader, Mismatch> {
    match bytes.first_chunk() {
        Some(bytes) => RecordHeader::decode(bytes),
        None => Err(Mismatch::new(
            "a record header of 24 bytes",
            format!("{} bytes", bytes.len()),
        )),
    }
}
