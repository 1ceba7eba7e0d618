//! The bytes of the log.
//!
//! A log is a file header followed by records, without padding; integers are little-endian.
//!
//! | Header byte | Field | |
//! |---|---|---|
//! | 0..8 | magic | `FIXNICLG` |
//! | 8..12 | version | 1 |
//! | 12..16 | crc32 | of the other 28 bytes |
//! | 16..24 | created_ns | UTC, nanoseconds since 1970 |
//! | 24..32 | zero | |
//!
//! | Record byte | Field | |
//! |---|---|---|
//! | 0..4 | mark | [`MARK`] |
//! | 4 | kind | [`Kind`] |
//! | 5..8 | zero | |
//! | 8..12 | payload_len | at most [`MAX_MESSAGE_LEN`] |
//! | 12..16 | crc32 | of file header, own offset, the other record header bytes, payload |
//! | 16..24 | number | as [`Kind`] says |
//! | 24.. | payload | the message as it goes on the wire |
//!
//! A record's CRC covers the place at which it stands, so that bytes which only look like a record (a message may quote
//! one) are never taken for one.

use crate::MAX_MESSAGE_LEN;

/// Length of the file header, in bytes.
pub const FILE_HEADER_LEN: usize = 32;
/// Length of a record's header, in bytes.
pub const RECORD_HEADER_LEN: usize = 24;
/// First bytes of a log.
pub const MAGIC: [u8; 8] = *b"FIXNICLG";
/// First bytes of a record; 0xF1 occurs in no FIX header, which keeps the search for a record cheap.
pub const MARK: [u8; 4] = [0xF1, b'R', b'E', b'C'];
/// The version of the layout.
pub const VERSION: u32 = 1;

mod header_field {
    use std::ops::Range;
    pub const MAGIC: Range<usize> = 0..8;
    pub const VERSION: Range<usize> = 8..12;
    pub const CRC: Range<usize> = 12..16;
    pub const CREATED_NS: Range<usize> = 16..24;
}

mod record_field {
    use std::ops::Range;
    pub const MARK: Range<usize> = 0..4;
    pub const KIND: usize = 4;
    pub const ZERO: Range<usize> = 5..8;
    pub const PAYLOAD_LEN: Range<usize> = 8..12;
    pub const CRC: Range<usize> = 12..16;
    pub const NUMBER: Range<usize> = 16..24;
}

/// What a record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The message of this MsgSeqNum is ours to send: the next outgoing number is one more.
    Outgoing,
    /// The next number expected from the counterparty is `number`.
    NextIncoming,
    /// The next outgoing number is `number`, without a message.
    NextOutgoing,
    /// Both numbers are 1 again and no message is stored; `number` is the new creation time in nanoseconds.
    Reset,
    /// The `number` records before it belong together and count from here on; a recovery keeps all of them or none.
    Commit,
}

impl Kind {
    fn code(self) -> u8 {
        match self {
            Kind::Outgoing => 1,
            Kind::NextIncoming => 2,
            Kind::NextOutgoing => 3,
            Kind::Reset => 4,
            Kind::Commit => 5,
        }
    }

    fn from_code(code: u8) -> Option<Kind> {
        Some(match code {
            1 => Kind::Outgoing,
            2 => Kind::NextIncoming,
            3 => Kind::NextOutgoing,
            4 => Kind::Reset,
            5 => Kind::Commit,
            _ => return None,
        })
    }
}

/// What the header of a log says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileHeader {
    /// When the log was created: UTC, nanoseconds since 1970.
    pub created_ns: u64,
}

/// Why bytes are not what the layout demands: what was expected, what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What the layout demands.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl Mismatch {
    /// Both halves of the sentence.
    pub fn new(expected: impl Into<String>, found: impl Into<String>) -> Mismatch {
        Mismatch {
            expected: expected.into(),
            found: found.into(),
        }
    }
}

impl FileHeader {
    /// The header's bytes.
    pub fn encode(&self) -> [u8; FILE_HEADER_LEN] {
        let mut bytes = [0; FILE_HEADER_LEN];
        bytes[header_field::MAGIC].copy_from_slice(&MAGIC);
        bytes[header_field::VERSION].copy_from_slice(&VERSION.to_le_bytes());
        bytes[header_field::CREATED_NS].copy_from_slice(&self.created_ns.to_le_bytes());
        let crc = header_crc(&bytes);
        bytes[header_field::CRC].copy_from_slice(&crc.to_le_bytes());
        bytes
    }

    /// Reads a header.
    ///
    /// # Errors
    /// When magic, version or CRC are not what the layout demands.
    pub fn decode(bytes: &[u8; FILE_HEADER_LEN]) -> Result<FileHeader, Mismatch> {
        if bytes[header_field::MAGIC] != MAGIC {
            let found = String::from_utf8_lossy(&bytes[header_field::MAGIC]).into_owned();
            return Err(Mismatch::new("the magic FIXNICLG", format!("{found:?}")));
        }
        let version = read_u32(bytes, header_field::VERSION);
        if version != VERSION {
            return Err(Mismatch::new(
                format!("version {VERSION}"),
                format!("version {version}"),
            ));
        }
        let (expected, found) = (header_crc(bytes), read_u32(bytes, header_field::CRC));
        if expected != found {
            return Err(Mismatch::new(
                format!("header CRC {expected:#010x}"),
                format!("header CRC {found:#010x}"),
            ));
        }
        Ok(FileHeader {
            created_ns: read_u64(bytes, header_field::CREATED_NS),
        })
    }
}

fn header_crc(bytes: &[u8; FILE_HEADER_LEN]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&bytes[..header_field::CRC.start]);
    hasher.update(&bytes[header_field::CRC.end..]);
    hasher.finalize()
}

/// A record's header, read but not yet believed: [`RecordHeader::check_payload`] compares the CRC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordHeader {
    /// What the record says.
    pub kind: Kind,
    /// As [`Kind`] says.
    pub number: u64,
    /// Length of the payload, in bytes.
    pub payload_len: usize,
    crc: u32,
}

impl RecordHeader {
    /// Reads the header of a record.
    ///
    /// # Errors
    /// When the mark, the kind, the zero bytes or the length are not what the layout demands.
    pub fn decode(bytes: &[u8; RECORD_HEADER_LEN]) -> Result<RecordHeader, Mismatch> {
        if bytes[record_field::MARK] != MARK {
            return Err(Mismatch::new(
                format!("a record's mark {MARK:02x?}"),
                format!("{:02x?}", &bytes[record_field::MARK]),
            ));
        }
        let code = bytes[record_field::KIND];
        let kind = Kind::from_code(code)
            .ok_or_else(|| Mismatch::new("a record kind from 1 to 5", format!("kind {code}")))?;
        if bytes[record_field::ZERO] != [0; 3] {
            return Err(Mismatch::new(
                "zero bytes",
                format!("{:02x?}", &bytes[record_field::ZERO]),
            ));
        }
        let payload_len = read_u32(bytes, record_field::PAYLOAD_LEN) as usize;
        if payload_len > MAX_MESSAGE_LEN {
            return Err(Mismatch::new(
                format!("a payload of at most {MAX_MESSAGE_LEN} bytes"),
                format!("{payload_len} bytes"),
            ));
        }
        Ok(RecordHeader {
            kind,
            number: read_u64(bytes, record_field::NUMBER),
            payload_len,
            crc: read_u32(bytes, record_field::CRC),
        })
    }

    /// Compares the CRC of the record at `offset` with that of what was read.
    ///
    /// # Errors
    /// When they differ.
    pub fn check_payload(&self, file: &FileHeader, offset: u64, payload: &[u8]) -> Result<(), Mismatch> {
        let expected = record_crc(file, offset, self.kind, self.number, payload);
        if expected == self.crc {
            return Ok(());
        }
        Err(Mismatch::new(
            format!("record CRC {expected:#010x}"),
            format!("record CRC {:#010x}", self.crc),
        ))
    }
}

/// Appends the record which will stand at `offset` to `out`. The payload is at most [`MAX_MESSAGE_LEN`] bytes.
pub fn encode(file: &FileHeader, offset: u64, kind: Kind, number: u64, payload: &[u8], out: &mut Vec<u8>) {
    debug_assert!(payload.len() <= MAX_MESSAGE_LEN);
    let mut header = header_without_crc(kind, number, payload.len());
    let crc = record_crc(file, offset, kind, number, payload);
    header[record_field::CRC].copy_from_slice(&crc.to_le_bytes());
    out.extend_from_slice(&header);
    out.extend_from_slice(payload);
}

fn header_without_crc(kind: Kind, number: u64, payload_len: usize) -> [u8; RECORD_HEADER_LEN] {
    let mut header = [0; RECORD_HEADER_LEN];
    header[record_field::MARK].copy_from_slice(&MARK);
    header[record_field::KIND] = kind.code();
    header[record_field::PAYLOAD_LEN].copy_from_slice(&(payload_len as u32).to_le_bytes());
    header[record_field::NUMBER].copy_from_slice(&number.to_le_bytes());
    header
}

fn record_crc(file: &FileHeader, offset: u64, kind: Kind, number: u64, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&file.created_ns.to_le_bytes());
    hasher.update(&offset.to_le_bytes());
    hasher.update(&header_without_crc(kind, number, payload.len()));
    hasher.update(payload);
    hasher.finalize()
}

fn read_u32(bytes: &[u8], range: std::ops::Range<usize>) -> u32 {
    let mut word = [0; 4];
    word.copy_from_slice(&bytes[range]);
    u32::from_le_bytes(word)
}

fn read_u64(bytes: &[u8], range: std::ops::Range<usize>) -> u64 {
    let mut word = [0; 8];
    word.copy_from_slice(&bytes[range]);
    u64::from_le_bytes(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: FileHeader = FileHeader {
        created_ns: 1_700_000_000_000_000_000,
    };

    fn decode(bytes: &[u8], offset: u64) -> Result<(Kind, u64), Mismatch> {
        let header = RecordHeader::decode(bytes[..RECORD_HEADER_LEN].try_into().unwrap())?;
        let payload = bytes
            .get(RECORD_HEADER_LEN..RECORD_HEADER_LEN + header.payload_len)
            .ok_or_else(|| Mismatch::new("a whole payload", "less"))?;
        header.check_payload(&FILE, offset, payload)?;
        Ok((header.kind, header.number))
    }

    #[test]
    fn every_flipped_bit_of_a_record_is_noticed() {
        let mut record = Vec::new();
        encode(&FILE, 96, Kind::Outgoing, 7, b"8=FIX.4.4\x01", &mut record);
        assert_eq!(decode(&record, 96), Ok((Kind::Outgoing, 7)));
        for bit in 0..record.len() * 8 {
            let mut damaged = record.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert!(decode(&damaged, 96).is_err(), "bit {bit} flipped unnoticed");
        }
    }

    #[test]
    fn a_record_copied_to_another_place_or_log_is_no_record() {
        let mut record = Vec::new();
        encode(&FILE, 96, Kind::NextIncoming, 7, b"", &mut record);
        assert!(decode(&record, 120).is_err());
        let header = RecordHeader::decode(record[..RECORD_HEADER_LEN].try_into().unwrap()).unwrap();
        assert!(header
            .check_payload(&FileHeader { created_ns: 1 }, 96, b"")
            .is_err());
    }

    #[test]
    fn every_flipped_bit_of_the_file_header_is_noticed() {
        let bytes = FILE.encode();
        assert_eq!(FileHeader::decode(&bytes), Ok(FILE));
        for bit in 0..bytes.len() * 8 {
            let mut damaged = bytes;
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert!(
                FileHeader::decode(&damaged).is_err(),
                "bit {bit} flipped unnoticed"
            );
        }
    }
}
