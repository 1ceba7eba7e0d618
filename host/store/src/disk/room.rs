//! Room ahead of what is written, mapped into memory: a commit is a copy there, and no system call.
//!
//! A store to a shared mapping is in the page cache at once, as written bytes are: it survives the process, and
//! fdatasync(2) has it survive the power. The blocks are allocated first, so that a full disk is met by the call that makes
//! room, and never by a copy; without room, or beyond it, the log is written with pwrite(2), whose errors are told.

use std::fs::File;
use std::sync::Arc;

use rustix::fs::{fallocate, FallocateFlags};
use vm_memory::{Bytes, FileOffset, MmapRegion, VolatileMemory};

/// A mapped part of one segment.
#[derive(Debug)]
pub(super) struct Room {
    segment: u32,
    /// Its place in the file, in bytes.
    start: u64,
    /// Where the last write ended.
    written_end: u64,
    region: MmapRegion,
}

/// Mappings begin at a multiple of it: a multiple of the page lengths there are, from 4 KiB to 64 KiB.
const ALIGNMENT: u64 = 1 << 16;

impl Room {
    /// Makes the segment `to` bytes long and maps it from `from` on; `None` when the file system cannot, or is full.
    pub fn make(segment: u32, file: &Arc<File>, from: u64, to: u64) -> Option<Room> {
        fallocate(&**file, FallocateFlags::empty(), from, to.checked_sub(from)?).ok()?;
        let start = from / ALIGNMENT * ALIGNMENT;
        let place = FileOffset::from_arc(Arc::clone(file), start);
        let region = MmapRegion::from_file(place, usize::try_from(to - start).ok()?).ok()?;
        Some(Room {
            segment,
            start,
            written_end: from,
            region,
        })
    }

    /// The segment it is of.
    pub fn segment(&self) -> u32 {
        self.segment
    }

    /// Where the last write ended, in bytes of the segment.
    pub fn written_end(&self) -> u64 {
        self.written_end
    }

    /// Writes `bytes` at this offset of the segment; false, and nothing is written, when that is not all in the room.
    pub fn write(&mut self, offset: u64, bytes: &[u8]) -> bool {
        let Some(at) = offset
            .checked_sub(self.start)
            .and_then(|at| usize::try_from(at).ok())
        else {
            return false;
        };
        let slice = self.region.get_slice(at, bytes.len());
        let written = slice.is_ok_and(|slice| slice.write_slice(bytes, 0).is_ok());
        if written {
            self.written_end = offset + bytes.len() as u64;
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::FileExt;

    use super::*;

    #[test]
    fn what_is_copied_into_the_room_is_read_from_the_file_and_nothing_is_written_outside() {
        let file = Arc::new(tempfile::tempfile().unwrap());
        file.write_all_at(&[1; 100], 0).unwrap();
        let mut room = Room::make(0, &file, 100, 200_000).expect("a temporary directory has room");
        assert_eq!(file.metadata().unwrap().len(), 200_000);
        assert!(room.write(100, b"next") && room.write(199_990, &[2; 10]));
        assert!(!room.write(199_995, &[3; 6]), "past the end of the room");
        assert_eq!(room.written_end(), 200_000);
        let mut bytes = vec![0; 200_000];
        file.read_exact_at(&mut bytes, 0).unwrap();
        assert_eq!((&bytes[..100], &bytes[100..104]), (&[1; 100][..], &b"next"[..]));
        assert_eq!(&bytes[199_988..], [0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
    }

    #[test]
    fn no_room_is_made_where_there_is_none() {
        let null = File::options().read(true).write(true).open("/dev/null").unwrap();
        assert!(Room::make(0, &Arc::new(null), 0, 4096).is_none());
        let file = Arc::new(tempfile::tempfile().unwrap());
        assert!(Room::make(0, &file, 4096, 0).is_none());
    }
}
