//! The bytes of the log.
//!
//! A log is a run of segments, each a file: a file header followed by records, without padding; integers are
//! little-endian.
//!
//! | Header byte | Field | |
//! |---|---|---|
//! | 0..8 | magic | `FIXNICLG` |
//! | 8..12 | version | 2 |
//! | 12..16 | crc32 | of the other 28 bytes |
//! | 16..24 | created_ns | when the segment was made: UTC, nanoseconds since 1970 |
//! | 24..28 | segment | 0, 1, 2, ... |
//! | 28..32 | zero | |
//!
//! | Record byte | Field | |
//! |---|---|---|
//! | 0..4 | mark | [`MARK`] |
//! | 4 | kind | [`Kind`] |
//! | 5..8 | zero | |
//! | 8..12 | payload_len | at most [`MAX_PAYLOAD_LEN`] |
//! | 12..16 | crc32 | of file header, own offset, the other record header bytes, payload |
//! | 16..24 | number | as [`Kind`] says |
//! | 24.. | payload | as [`Kind`] says |
//!
//! A record's CRC covers the place at which it stands, so that bytes which only look like a record (a message may quote
//! one) are never taken for one. Segments from 1 on begin with a [`Kind::Snapshot`] of all that the earlier ones say.

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
pub const VERSION: u32 = 2;
/// Longest payload, in bytes: a message of [`MAX_MESSAGE_LEN`] and what goes with it.
pub const MAX_PAYLOAD_LEN: usize = MAX_MESSAGE_LEN + IncomingNote::LEN;

mod header_field {
    use std::ops::Range;
    pub const MAGIC: Range<usize> = 0..8;
    pub const VERSION: Range<usize> = 8..12;
    pub const CRC: Range<usize> = 12..16;
    pub const CREATED_NS: Range<usize> = 16..24;
    pub const SEGMENT: Range<usize> = 24..28;
    pub const ZERO: Range<usize> = 28..32;
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
    /// The message of this MsgSeqNum is ours to send: the next outgoing number is one more. The payload is the message as it
    /// goes on the wire.
    Outgoing,
    /// The next number expected from the counterparty is `number`.
    NextIncoming,
    /// The next outgoing number is `number`, without a message.
    NextOutgoing,
    /// Both numbers are 1 again and no message is stored; `number` is the new creation time in nanoseconds.
    Reset,
    /// The `number` records before it belong together and count from here on; a recovery keeps all of them or none. The
    /// payload is a [`CommitNote`].
    Commit,
    /// What all earlier segments say, in the payload ([`crate::snapshot`]); `number` is the next outgoing number.
    Snapshot,
    /// A message of the counterparty's, for the journal only: an [`IncomingNote`] and its bytes. `number` is its MsgSeqNum,
    /// 0 when it has none.
    Incoming,
    /// A repair covered bytes that were no sound record; `number` is how many of them. What stood there is lost.
    Void,
}

impl Kind {
    fn code(self) -> u8 {
        match self {
            Kind::Outgoing => 1,
            Kind::NextIncoming => 2,
            Kind::NextOutgoing => 3,
            Kind::Reset => 4,
            Kind::Commit => 5,
            Kind::Snapshot => 6,
            Kind::Incoming => 7,
            Kind::Void => 8,
        }
    }

    fn from_code(code: u8) -> Option<Kind> {
        Some(match code {
            1 => Kind::Outgoing,
            2 => Kind::NextIncoming,
            3 => Kind::NextOutgoing,
            4 => Kind::Reset,
            5 => Kind::Commit,
            6 => Kind::Snapshot,
            7 => Kind::Incoming,
            8 => Kind::Void,
            _ => return None,
        })
    }
}

/// The payload of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommitNote {
    /// When: UTC, nanoseconds since 1970.
    pub time_ns: u64,
    /// Bytes of the segment which were known to have survived the loss of power by then. What is unreadable before that
    /// is damage; behind it, it may never have reached the disk.
    pub synced_end: u64,
}

impl CommitNote {
    /// Length, in bytes.
    pub const LEN: usize = 16;

    /// The note's bytes: time_ns, synced_end.
    pub fn encode(&self) -> [u8; CommitNote::LEN] {
        let mut bytes = [0; CommitNote::LEN];
        bytes[..8].copy_from_slice(&self.time_ns.to_le_bytes());
        bytes[8..].copy_from_slice(&self.synced_end.to_le_bytes());
        bytes
    }

    /// Reads a note; `None` when the payload is shorter than one.
    pub fn decode(payload: &[u8]) -> Option<CommitNote> {
        let bytes = payload.get(..CommitNote::LEN)?;
        Some(CommitNote {
            time_ns: read_u64(bytes, 0..8),
            synced_end: read_u64(bytes, 8..16),
        })
    }
}

/// What goes with an incoming message in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IncomingNote {
    /// When it was received: UTC, nanoseconds since 1970.
    pub received_ns: u64,
    /// What the NIC said of its MsgSeqNum: [`fixnic_session::Verdict`]'s code, [`IncomingNote::NO_VERDICT`] without a NIC.
    pub verdict: u8,
    /// The NIC vouched for the message: order, checksums and framing.
    pub verified: bool,
}

impl IncomingNote {
    /// Length, in bytes.
    pub const LEN: usize = 16;
    /// [`IncomingNote::verdict`] of a message that came without one.
    pub const NO_VERDICT: u8 = 0xff;

    /// The note's bytes: received_ns, verdict, verified, six zero bytes.
    pub fn encode(&self) -> [u8; IncomingNote::LEN] {
        let mut bytes = [0; IncomingNote::LEN];
        bytes[..8].copy_from_slice(&self.received_ns.to_le_bytes());
        bytes[8] = self.verdict;
        bytes[9] = u8::from(self.verified);
        bytes
    }

    /// The note and the message in the payload of a [`Kind::Incoming`] record; `None` when it is shorter than a note.
    pub fn split(payload: &[u8]) -> Option<(IncomingNote, &[u8])> {
        let (note, message) = payload.split_at_checked(IncomingNote::LEN)?;
        let note = IncomingNote {
            received_ns: read_u64(note, 0..8),
            verdict: note[8],
            verified: note[9] == 1,
        };
        Some((note, message))
    }
}

/// What the header of a segment says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileHeader {
    /// When the segment was made: UTC, nanoseconds since 1970.
    pub created_ns: u64,
    /// Its place among the segments of the log.
    pub segment: u32,
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
        bytes[header_field::SEGMENT].copy_from_slice(&self.segment.to_le_bytes());
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
        if bytes[header_field::ZERO] != [0; 4] {
            return Err(Mismatch::new(
                "zero bytes",
                format!("{:02x?}", &bytes[header_field::ZERO]),
            ));
        }
        Ok(FileHeader {
            created_ns: read_u64(bytes, header_field::CREATED_NS),
            segment: read_u32(bytes, header_field::SEGMENT),
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
            .ok_or_else(|| Mismatch::new("a record kind from 1 to 8", format!("kind {code}")))?;
        if bytes[record_field::ZERO] != [0; 3] {
            return Err(Mismatch::new(
                "zero bytes",
                format!("{:02x?}", &bytes[record_field::ZERO]),
            ));
        }
        let payload_len = read_u32(bytes, record_field::PAYLOAD_LEN) as usize;
        if payload_len > MAX_PAYLOAD_LEN {
            return Err(Mismatch::new(
                format!("a payload of at most {MAX_PAYLOAD_LEN} bytes"),
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
        let expected = record_crc(file, offset, self.kind, self.number, &[payload]);
        if expected == self.crc {
            return Ok(());
        }
        Err(Mismatch::new(
            format!("record CRC {expected:#010x}"),
            format!("record CRC {:#010x}", self.crc),
        ))
    }
}

/// Appends the record which will stand at `offset` to `out`. Its payload is what `parts` say one after the other, at most
/// [`MAX_PAYLOAD_LEN`] bytes.
pub fn encode(file: &FileHeader, offset: u64, kind: Kind, number: u64, parts: &[&[u8]], out: &mut Vec<u8>) {
    let payload_len = parts.iter().map(|part| part.len()).sum();
    debug_assert!(payload_len <= MAX_PAYLOAD_LEN);
    let mut header = header_without_crc(kind, number, payload_len);
    let crc = record_crc(file, offset, kind, number, parts);
    header[record_field::CRC].copy_from_slice(&crc.to_le_bytes());
    out.extend_from_slice(&header);
    for part in parts {
        out.extend_from_slice(part);
    }
}

fn header_without_crc(kind: Kind, number: u64, payload_len: usize) -> [u8; RECORD_HEADER_LEN] {
    let mut header = [0; RECORD_HEADER_LEN];
    header[record_field::MARK].copy_from_slice(&MARK);
    header[record_field::KIND] = kind.code();
    header[record_field::PAYLOAD_LEN].copy_from_slice(&(payload_len as u32).to_le_bytes());
    header[record_field::NUMBER].copy_from_slice(&number.to_le_bytes());
    header
}

fn record_crc(file: &FileHeader, offset: u64, kind: Kind, number: u64, parts: &[&[u8]]) -> u32 {
    let payload_len = parts.iter().map(|part| part.len()).sum();
    // One block, since a hash of many small ones costs more than its bytes.
    let mut place = [0; 20 + RECORD_HEADER_LEN];
    place[0..8].copy_from_slice(&file.created_ns.to_le_bytes());
    place[8..12].copy_from_slice(&file.segment.to_le_bytes());
    place[12..20].copy_from_slice(&offset.to_le_bytes());
    place[20..].copy_from_slice(&header_without_crc(kind, number, payload_len));
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&place);
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize()
}

pub(crate) fn read_u32(bytes: &[u8], range: std::ops::Range<usize>) -> u32 {
    let mut word = [0; 4];
    word.copy_from_slice(&bytes[range]);
    u32::from_le_bytes(word)
}

pub(crate) fn read_u64(bytes: &[u8], range: std::ops::Range<usize>) -> u64 {
    let mut word = [0; 8];
    word.copy_from_slice(&bytes[range]);
    u64::from_le_bytes(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: FileHeader = FileHeader {
        created_ns: 1_700_000_000_000_000_000,
        segment: 3,
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
        encode(
            &FILE,
            96,
            Kind::Outgoing,
            7,
            &[b"8=FIX", b".4.4\x01"],
            &mut record,
        );
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
        encode(&FILE, 96, Kind::NextIncoming, 7, &[], &mut record);
        assert!(decode(&record, 120).is_err());
        let header = RecordHeader::decode(record[..RECORD_HEADER_LEN].try_into().unwrap()).unwrap();
        for other in [
            FileHeader {
                created_ns: 1,
                ..FILE
            },
            FileHeader { segment: 4, ..FILE },
        ] {
            assert!(header.check_payload(&other, 96, b"").is_err());
        }
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
