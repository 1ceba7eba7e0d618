//! A disk in memory that does what real ones do when the process or the power ends: for tests.
//!
//! What was written is kept apart from what was synced. [`SimulatedDisk::crash`] says what a new process finds: after
//! the death of the process everything written, after a loss of power of each file the synced part and any part of
//! the rest, cut at any byte, sectors missing. The write in which the process died is there up to some byte, and any
//! pieces of it behind that: a copy to mapped memory goes in no order.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::disk::Disk;

/// Bytes that a disk writes as one.
const SECTOR: usize = 512;
/// Bytes that a copy to mapped memory moves as one.
const PIECE: usize = 32;

/// A disk in memory.
#[derive(Debug, Clone)]
pub struct SimulatedDisk {
    path: PathBuf,
    files: BTreeMap<u32, SimulatedFile>,
    synced: u64,
    /// Syncs that are under way.
    under_way: Vec<UnderWay>,
    /// [`Disk::begin_sync`] waits for [`SimulatedDisk::complete_syncs`].
    slow: bool,
    /// Bytes that may still be written before the process dies, in the middle of a write.
    dies_after: Option<u64>,
    dead: bool,
    /// What was not written of the write in which it died: segment, offset, bytes.
    cut: Option<(u32, usize, Vec<u8>)>,
}

/// A sync that was begun: how much of the segment it covers.
#[derive(Debug, Clone, Copy)]
struct UnderWay {
    ticket: u64,
    segment: u32,
    written: usize,
    len: usize,
}

#[derive(Debug, Clone, Default)]
struct SimulatedFile {
    written: Vec<u8>,
    /// The file is this long, with zeroes behind what is written.
    room_end: usize,
    /// Written bytes that survive the loss of power; `None` while not even the name does.
    synced: Option<usize>,
    /// The length that survives the loss of power.
    synced_len: usize,
}

/// How a simulated process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crash {
    /// kill -9: the system goes on and has everything that was written.
    Process,
    /// The power is gone: what was not synced is partly there.
    Power,
}

impl SimulatedDisk {
    /// An empty disk, on which every sync is complete at once.
    pub fn new() -> SimulatedDisk {
        SimulatedDisk {
            path: PathBuf::from("simulated"),
            files: BTreeMap::new(),
            synced: 0,
            under_way: Vec::new(),
            slow: false,
            dies_after: None,
            dead: false,
            cut: None,
        }
    }

    /// An empty disk, on which syncs take until [`SimulatedDisk::complete_syncs`].
    pub fn slow() -> SimulatedDisk {
        SimulatedDisk {
            slow: true,
            ..SimulatedDisk::new()
        }
    }

    /// Completes every sync that was begun.
    pub fn complete_syncs(&mut self) {
        for sync in std::mem::take(&mut self.under_way) {
            if let Some(file) = self.files.get_mut(&sync.segment) {
                file.synced = file.synced.max(Some(sync.written));
                file.synced_len = file.synced_len.max(sync.len);
            }
            self.synced = sync.ticket;
        }
    }

    /// Whether a sync is under way.
    pub fn is_syncing(&self) -> bool {
        !self.under_way.is_empty()
    }

    /// The process dies after this many further written bytes: the write is cut there, and everything later fails.
    pub fn die_after(&mut self, bytes: u64) {
        self.dies_after = Some(bytes);
    }

    /// Whether the process has died.
    pub fn is_dead(&self) -> bool {
        self.dead
    }

    /// The disk as the next process finds it. `random` gives numbers below the one it is given.
    pub fn crash(&self, crash: Crash, random: &mut dyn FnMut(u64) -> u64) -> SimulatedDisk {
        let mut files = BTreeMap::new();
        for (segment, file) in &self.files {
            let content = match crash {
                Crash::Process => Some(self.after_death(*segment, file, random)),
                Crash::Power => file.after_power_loss(random),
            };
            if let Some(content) = content {
                files.insert(*segment, SimulatedFile::on_disk(content));
            }
        }
        SimulatedDisk {
            files,
            slow: self.slow,
            ..SimulatedDisk::new()
        }
    }

    /// The bytes of a segment.
    pub fn content(&self, segment: u32) -> Option<&[u8]> {
        Some(&self.files.get(&segment)?.written)
    }

    /// Bytes in all segments.
    pub fn len_of_all(&self) -> usize {
        self.files.values().map(|file| file.written.len()).sum()
    }

    /// Replaces the bytes of a segment, as damage does.
    pub fn set_content(&mut self, segment: u32, bytes: Vec<u8>) {
        self.files.insert(segment, SimulatedFile::on_disk(bytes));
    }

    fn after_death(&self, segment: u32, file: &SimulatedFile, random: &mut dyn FnMut(u64) -> u64) -> Vec<u8> {
        let mut content = file.written.clone();
        if let Some((_, offset, rest)) = self.cut.as_ref().filter(|(of, ..)| *of == segment) {
            for (at, piece) in rest.chunks(PIECE).enumerate() {
                if random(3) == 1 {
                    let start = offset + at * PIECE;
                    let end = start + piece.len();
                    content.resize(content.len().max(end), 0);
                    content[start..end].copy_from_slice(piece);
                }
            }
        }
        content.resize(content.len().max(file.room_end), 0);
        content
    }

    fn alive(&self) -> io::Result<()> {
        if self.dead {
            return Err(io::Error::other("the simulated process is dead"));
        }
        Ok(())
    }

    fn file(&mut self, segment: u32) -> io::Result<&mut SimulatedFile> {
        self.alive()?;
        self.files
            .get_mut(&segment)
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Default for SimulatedDisk {
    fn default() -> Self {
        SimulatedDisk::new()
    }
}

impl SimulatedFile {
    /// A file that was on the disk before this process: zeroes at its end may be room.
    fn on_disk(mut content: Vec<u8>) -> SimulatedFile {
        let len = content.len();
        content.truncate(
            content
                .iter()
                .rposition(|byte| *byte != 0)
                .map_or(0, |last| last + 1),
        );
        SimulatedFile {
            synced: Some(content.len()),
            written: content,
            room_end: len,
            synced_len: len,
        }
    }

    fn len(&self) -> usize {
        self.written.len().max(self.room_end)
    }

    fn after_power_loss(&self, random: &mut dyn FnMut(u64) -> u64) -> Option<Vec<u8>> {
        let synced = match self.synced {
            Some(synced) => synced,
            // The name may have reached the disk all the same.
            None if random(2) == 0 => 0,
            None => return None,
        };
        // The length and each sector reach the disk on their own.
        let longer = self.written.len().saturating_sub(synced) as u64;
        let len = synced.min(self.written.len()) + random(longer + 1) as usize;
        let mut content = self.written[..len].to_vec();
        let first_loose = synced;
        for start in (first_loose / SECTOR * SECTOR..len).step_by(SECTOR) {
            if random(3) == 0 {
                let end = (start + SECTOR).min(len);
                content[start.max(first_loose)..end].fill(0);
            }
        }
        let len = match random(2) {
            0 => self.synced_len,
            _ => self.len(),
        };
        content.resize(content.len().max(len), 0);
        Some(content)
    }
}

impl Disk for SimulatedDisk {
    fn path(&self) -> &Path {
        &self.path
    }

    fn segments(&mut self) -> io::Result<Vec<u32>> {
        self.alive()?;
        if self.files.is_empty() {
            self.files.insert(0, SimulatedFile::default());
        }
        Ok(self.files.keys().copied().collect())
    }

    fn create(&mut self, segment: u32) -> io::Result<()> {
        self.alive()?;
        let file = self.files.entry(segment).or_default();
        *file = SimulatedFile {
            synced: file.synced.map(|_| 0),
            ..SimulatedFile::default()
        };
        Ok(())
    }

    fn remove(&mut self, segment: u32) -> io::Result<()> {
        self.alive()?;
        self.files.remove(&segment);
        Ok(())
    }

    fn len(&mut self, segment: u32) -> io::Result<u64> {
        Ok(self.file(segment)?.len() as u64)
    }

    fn read_at(&mut self, segment: u32, offset: u64, bytes: &mut [u8]) -> io::Result<()> {
        let file = self.file(segment)?;
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        if start.checked_add(bytes.len()).is_none_or(|end| end > file.len()) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let written = file.written.get(start..).unwrap_or_default();
        let (found, room) = bytes.split_at_mut(written.len().min(bytes.len()));
        found.copy_from_slice(&written[..found.len()]);
        room.fill(0);
        Ok(())
    }

    fn write_at(&mut self, segment: u32, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let allowed = self.dies_after.unwrap_or(u64::MAX);
        let len = bytes.len().min(usize::try_from(allowed).unwrap_or(usize::MAX));
        let file = self.file(segment)?;
        let start = usize::try_from(offset).map_err(io::Error::other)?;
        let end = start + len;
        if file.written.len() < end {
            file.written.resize(end, 0);
        }
        file.written[start..end].copy_from_slice(&bytes[..len]);
        if let Some(left) = &mut self.dies_after {
            *left -= len as u64;
        }
        if len < bytes.len() {
            self.dead = true;
            self.cut = Some((segment, end, bytes[len..].to_vec()));
        }
        self.alive()
    }

    fn make_room(&mut self, segment: u32, _from: u64, to: u64) {
        if let (Ok(file), Ok(to)) = (self.file(segment), usize::try_from(to)) {
            file.room_end = file.room_end.max(to);
        }
    }

    fn set_len(&mut self, segment: u32, len: u64) -> io::Result<()> {
        let file = self.file(segment)?;
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        file.written.truncate(len);
        file.room_end = file.room_end.min(len);
        file.synced = file.synced.map(|synced| synced.min(len));
        file.synced_len = file.synced_len.min(len);
        Ok(())
    }

    fn sync(&mut self, segment: u32) -> io::Result<()> {
        let file = self.file(segment)?;
        file.synced = Some(file.written.len());
        file.synced_len = file.len();
        Ok(())
    }

    fn begin_sync(&mut self, segment: u32, ticket: u64) {
        if let Ok(file) = self.file(segment) {
            let (written, len) = (file.written.len(), file.len());
            self.under_way.push(UnderWay {
                ticket,
                segment,
                written,
                len,
            });
            if !self.slow {
                self.complete_syncs();
            }
        }
    }

    fn synced(&mut self) -> io::Result<u64> {
        self.alive()?;
        Ok(self.synced)
    }
}
