//! The log as an audit trail: every record that is in it, in order, and every place that cannot be read; and the repair of
//! such places.

use std::io;
use std::path::{Path, PathBuf};

use crate::disk::{segment_path, Disk, FileDisk};
use crate::record::{
    self, CommitNote, FileHeader, IncomingNote, Kind, Mismatch, FILE_HEADER_LEN, MAX_PAYLOAD_LEN,
    RECORD_HEADER_LEN,
};
use crate::recovery::{is_room, read_file_header, sound_record_from, was_synced, Replayed, RUN_LEN};
use crate::state::State;
use crate::window::Window;
use crate::StoreError;

/// What stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A message of ours.
    Outgoing(Vec<u8>),
    /// A message of the counterparty's (with `StoreIncoming=Y`).
    Incoming(IncomingNote, Vec<u8>),
    /// From here on this number is expected of the counterparty.
    NextIncoming,
    /// From here on our numbers go on with this one.
    NextOutgoing,
    /// Both numbers begin at 1 again; the number is the creation time.
    Reset,
    /// A segment begins; the number is the next outgoing one.
    Snapshot,
    /// A repair has covered this many bytes.
    Void,
}

/// A record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The segment it is in.
    pub segment: u32,
    /// Its first byte.
    pub offset: u64,
    /// When it was committed (an incoming message: received), UTC in nanoseconds since 1970; 0 when the commit is lost.
    pub time_ns: u64,
    /// MsgSeqNum, or as [`What`] says.
    pub number: u64,
    /// What it says.
    pub what: What,
}

/// A place that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The segment.
    pub segment: u32,
    /// First byte.
    pub offset: u64,
    /// Bytes up to the next sound record, or to the end; 0 when the record can be read and its meaning is wrong.
    pub len: u64,
    /// What the format demands there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// The end of a log whose process died or whose power was lost: opening cuts it off. Otherwise it is damage, and opening
    /// refuses.
    pub torn: bool,
}

/// What was found in a whole log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Segments.
    pub segments: u32,
    /// Records that count.
    pub records: u64,
    /// Messages of ours.
    pub outgoing: u64,
    /// Messages of the counterparty's.
    pub incoming: u64,
    /// Number of our next message.
    pub next_outgoing: u64,
    /// Number expected of the counterparty.
    pub next_incoming: u64,
    /// Every place that is not what it should be.
    pub faults: Vec<Fault>,
}

impl Summary {
    /// Whether opening would refuse the log, or a resend from it might fail.
    pub fn is_damaged(&self) -> bool {
        self.faults.iter().any(|fault| !fault.torn)
    }
}

/// Faults that are listed at most: a file of another kind has one every few bytes.
const FAULTS_MAX: usize = 10_000;

/// Reads the log at `path`, which another process may hold: what that one is just writing shows as a torn tail. Every
/// record that counts is given to `visit`.
///
/// # Errors
/// When there is no log, or a header is unreadable, or the system refuses. Damage is no error: [`Summary::faults`].
pub fn read(path: &Path, visit: &mut dyn FnMut(Entry)) -> Result<Summary, StoreError> {
    read_on(&mut FileDisk::look_at(path), visit)
}

/// As [`read()`], on any disk.
///
/// # Errors
/// As [`read()`].
pub fn read_on<D: Disk>(disk: &mut D, visit: &mut dyn FnMut(Entry)) -> Result<Summary, StoreError> {
    let segments = disk
        .segments()
        .map_err(|e| io_error(disk, 0, "list the segments", e))?;
    let mut reading = Reading {
        state: State::new(0),
        summary: Summary::default(),
        covered: false,
        visit,
    };
    for (at, segment) in segments.iter().enumerate() {
        if *segment != at as u32 {
            let missing = io_error(disk, at as u32, "open", io::ErrorKind::NotFound.into());
            return Err(missing);
        }
        let last = at + 1 == segments.len();
        let len = disk
            .len(*segment)
            .map_err(|e| io_error(disk, *segment, "open", e))?;
        if len < FILE_HEADER_LEN as u64 && last && at > 0 {
            // A segment that was never begun.
            continue;
        }
        if len < FILE_HEADER_LEN as u64 {
            return Err(not_a_log(
                disk,
                *segment,
                Mismatch::new("a header of 32 bytes", format!("{len} bytes")),
            ));
        }
        let header = read_file_header(disk, *segment)
            .map_err(|e| io_error(disk, *segment, "read", e))?
            .map_err(|mismatch| not_a_log(disk, *segment, mismatch))?;
        if at == 0 {
            reading.state = State::new(header.created_ns);
        }
        reading
            .segment(disk, &header, len, last)
            .map_err(|e| io_error(disk, *segment, "read", e))?;
        reading.summary.segments += 1;
    }
    let mut summary = reading.summary;
    summary.next_outgoing = reading.state.next_outgoing;
    summary.next_incoming = reading.state.next_incoming;
    Ok(summary)
}

struct Reading<'a> {
    state: State,
    summary: Summary,
    /// A repair has covered something: a snapshot behind it may know more.
    covered: bool,
    visit: &'a mut dyn FnMut(Entry),
}

/// A record whose commit has not come yet.
type Waiting = (u64, Kind, u64, Vec<u8>);

impl Reading<'_> {
    fn segment<D: Disk>(
        &mut self,
        disk: &mut D,
        header: &FileHeader,
        len: u64,
        last: bool,
    ) -> io::Result<()> {
        let mut window = Window::new(RUN_LEN);
        let mut batch: Vec<Waiting> = Vec::new();
        let mut offset = FILE_HEADER_LEN as u64;
        while offset < len {
            let (record, payload) = match window.record(disk, header, len, offset)? {
                Ok(found) => found,
                Err(_) if last && is_room(disk, header.segment, offset, len)? => break,
                Err(mismatch) => {
                    let torn = last && !was_synced(disk, header, offset, len)?;
                    let next = sound_record_from(disk, header, offset + 1, len)?.filter(|_| !torn);
                    self.fault(
                        header.segment,
                        offset,
                        next.unwrap_or(len) - offset,
                        mismatch,
                        torn,
                    );
                    match next {
                        // The commit of what stands before is among what is lost.
                        Some(next) => {
                            self.count(header.segment, &mut batch, 0);
                            offset = next;
                            continue;
                        }
                        None => return Ok(()),
                    }
                }
            };
            let next = offset + (RECORD_HEADER_LEN + record.payload_len) as u64;
            match record.kind {
                Kind::Commit => {
                    let time_ns = CommitNote::decode(payload).map_or(0, |note| note.time_ns);
                    self.count(header.segment, &mut batch, time_ns);
                }
                kind => {
                    batch.push((offset, kind, record.number, payload.to_vec()));
                    if kind == Kind::Void {
                        self.count(header.segment, &mut batch, 0);
                    }
                }
            }
            offset = next;
        }
        if let Some((offset, ..)) = batch.first() {
            let mismatch = Mismatch::new("a commit behind them", format!("{} records", batch.len()));
            self.fault(header.segment, *offset, len - offset, mismatch, last);
        }
        Ok(())
    }

    /// These records count.
    fn count(&mut self, segment: u32, batch: &mut Vec<Waiting>, time_ns: u64) {
        for (offset, kind, number, payload) in batch.drain(..) {
            self.summary.records += 1;
            let snapshot = kind == Kind::Snapshot;
            self.covered |= kind == Kind::Void;
            let before = (self.state.next_outgoing, self.state.next_incoming);
            let replayed = Replayed {
                offset,
                kind,
                number,
                payload: if snapshot { payload.clone() } else { Vec::new() },
            };
            let meaning = self.state.replay(&replayed).and_then(|()| {
                let after = (self.state.next_outgoing, self.state.next_incoming);
                let known_more = self.covered || self.summary.is_damaged();
                if !snapshot || before == after || known_more {
                    return Ok(());
                }
                let expected = format!("a snapshot of the next numbers {} and {}", before.0, before.1);
                Err(Mismatch::new(expected, format!("{} and {}", after.0, after.1)))
            });
            if let Err(mismatch) = meaning {
                self.fault(segment, offset, 0, mismatch, false);
            }
            let mut time_ns = time_ns;
            let what = match kind {
                Kind::Outgoing => {
                    self.summary.outgoing += 1;
                    What::Outgoing(payload)
                }
                Kind::Incoming => {
                    let Some((note, message)) = IncomingNote::split(&payload) else {
                        let found = format!("{} bytes", payload.len());
                        let mismatch = Mismatch::new("a note of 16 bytes and a message", found);
                        self.fault(segment, offset, 0, mismatch, false);
                        continue;
                    };
                    self.summary.incoming += 1;
                    time_ns = note.received_ns;
                    What::Incoming(note, message.to_vec())
                }
                Kind::NextIncoming => What::NextIncoming,
                Kind::NextOutgoing => What::NextOutgoing,
                Kind::Reset => What::Reset,
                Kind::Snapshot => What::Snapshot,
                Kind::Void => What::Void,
                Kind::Commit => continue,
            };
            (self.visit)(Entry {
                segment,
                offset,
                time_ns,
                number,
                what,
            });
        }
    }

    fn fault(&mut self, segment: u32, offset: u64, len: u64, mismatch: Mismatch, torn: bool) {
        if self.summary.faults.len() < FAULTS_MAX {
            self.summary.faults.push(Fault {
                segment,
                offset,
                len,
                expected: mismatch.expected,
                found: mismatch.found,
                torn,
            });
        }
    }
}

/// A place that a repair has covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// What was wrong.
    pub fault: Fault,
    /// The copy of the segment as it was.
    pub copy: PathBuf,
}

/// Covers every damaged place of the log at `path`, so that what follows it can be read again. Each file that is changed is
/// copied to `NAME.damaged` first. What the places held is lost: numbers in them are not used again when any later record
/// tells of them, and messages in them are gap-filled when the counterparty asks for them.
///
/// # Errors
/// When another process holds the log, a copy is there already, or a fault is in the meaning of readable records: that is
/// no damage of the disk, and nothing is changed.
pub fn repair(path: &Path) -> Result<Vec<Repaired>, StoreError> {
    // Opening for writing makes a log where there is none.
    std::fs::metadata(path).map_err(|source| StoreError::Io {
        path: path.to_owned(),
        action: "open",
        offset: 0,
        source,
    })?;
    let mut disk = FileDisk::open(path)?;
    let copy_of = |segment| {
        let mut name = segment_path(path, segment).into_os_string();
        name.push(".damaged");
        PathBuf::from(name)
    };
    let mut copied: Vec<u32> = Vec::new();
    let faults = repair_on(&mut disk, &mut |segment| {
        if copied.contains(&segment) {
            return Ok(());
        }
        copied.push(segment);
        let mut from = std::fs::File::open(segment_path(path, segment))?;
        let mut to = std::fs::File::create_new(copy_of(segment))?;
        io::copy(&mut from, &mut to)?;
        to.sync_all()
    })?;
    Ok(faults
        .into_iter()
        .map(|fault| Repaired {
            copy: copy_of(fault.segment),
            fault,
        })
        .collect())
}

/// As [`repair`], on any disk; `save` is called before a segment is changed.
///
/// # Errors
/// As [`repair`].
pub fn repair_on<D: Disk>(
    disk: &mut D,
    save: &mut dyn FnMut(u32) -> io::Result<()>,
) -> Result<Vec<Fault>, StoreError> {
    let faults = read_on(disk, &mut |_| {})?.faults;
    let faults: Vec<Fault> = faults.into_iter().filter(|fault| !fault.torn).collect();
    // All or nothing: what cannot be repaired is found before anything is changed.
    if let Some(fault) = faults.iter().find(|fault| fault.len < RECORD_HEADER_LEN as u64) {
        return Err(StoreError::Damaged {
            path: segment_path(disk.path(), fault.segment),
            log: disk.path().to_owned(),
            offset: fault.offset,
            expected: fault.expected.clone(),
            found: format!(
                "{} (which no repair can mend: its bytes are as they were written)",
                fault.found
            ),
        });
    }
    for fault in &faults {
        cover(disk, fault, save).map_err(|e| io_error(disk, fault.segment, "repair", e))?;
    }
    Ok(faults)
}

/// Writes [`Kind::Void`] records over a fault.
fn cover<D: Disk>(
    disk: &mut D,
    fault: &Fault,
    save: &mut dyn FnMut(u32) -> io::Result<()>,
) -> io::Result<()> {
    save(fault.segment)?;
    let header = read_file_header(disk, fault.segment)?.map_err(|m| io::Error::other(m.found))?;
    let zeroes = vec![0; MAX_PAYLOAD_LEN];
    let mut bytes = Vec::new();
    let mut left = fault.len as usize;
    while left > 0 {
        let mut payload_len = (left - RECORD_HEADER_LEN).min(MAX_PAYLOAD_LEN);
        // What remains must hold a header too.
        let remains = left - RECORD_HEADER_LEN - payload_len;
        if (1..RECORD_HEADER_LEN).contains(&remains) {
            payload_len -= RECORD_HEADER_LEN;
        }
        let offset = fault.offset + bytes.len() as u64;
        let whole_len = RECORD_HEADER_LEN + payload_len;
        let payload = &zeroes[..payload_len];
        record::encode(
            &header,
            offset,
            Kind::Void,
            whole_len as u64,
            &[payload],
            &mut bytes,
        );
        left -= whole_len;
    }
    disk.write_at(fault.segment, fault.offset, &bytes)?;
    disk.sync(fault.segment)
}

fn io_error<D: Disk>(disk: &D, segment: u32, action: &'static str, source: io::Error) -> StoreError {
    StoreError::Io {
        path: segment_path(disk.path(), segment),
        action,
        offset: 0,
        source,
    }
}

fn not_a_log<D: Disk>(disk: &D, segment: u32, mismatch: Mismatch) -> StoreError {
    StoreError::NotALog {
        path: segment_path(disk.path(), segment),
        expected: mismatch.expected,
        found: mismatch.found,
    }
}
