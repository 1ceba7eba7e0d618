//! A log in a directory: `NAME`, `NAME.000001`, `NAME.000002`, ... The first one carries the lock.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{flock, FlockOperation};

use super::room::Room;
use super::syncer::Syncer;
use super::Disk;
use crate::StoreError;

/// The files of a log. The one written last and the one read last are kept open.
#[derive(Debug)]
pub struct FileDisk {
    path: PathBuf,
    /// The first segment, locked for as long as this lives; `None` when only read.
    lock: Option<Arc<File>>,
    open: Vec<(u32, Arc<File>)>,
    /// The directory has names that are not synced.
    named: bool,
    /// What was made ahead for the segment written to.
    room: Option<Room>,
    syncer: Syncer,
}

/// Files kept open besides the locked one.
const OPEN_MAX: usize = 2;

impl FileDisk {
    /// Takes the lock of the log at `path`, making its first segment, empty, when there is none.
    ///
    /// # Errors
    /// When another store holds the log or the system refuses.
    pub fn open(path: &Path) -> Result<FileDisk, StoreError> {
        let io_error = |action| {
            move |source| StoreError::Io {
                path: path.to_owned(),
                action,
                offset: 0,
                source,
            }
        };
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(io_error("open"))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(rustix::io::Errno::WOULDBLOCK) => {
                return Err(StoreError::Held {
                    path: path.to_owned(),
                })
            }
            Err(errno) => return Err(io_error("lock")(errno.into())),
        }
        Ok(FileDisk {
            path: path.to_owned(),
            lock: Some(Arc::new(file)),
            open: Vec::new(),
            named: true,
            room: None,
            syncer: Syncer::default(),
        })
    }

    /// Looks at the log at `path` without its lock: for reading only.
    pub fn look_at(path: &Path) -> FileDisk {
        FileDisk {
            path: path.to_owned(),
            lock: None,
            open: Vec::new(),
            named: false,
            room: None,
            syncer: Syncer::default(),
        }
    }

    fn file(&mut self, segment: u32) -> io::Result<Arc<File>> {
        if let (0, Some(file)) = (segment, &self.lock) {
            return Ok(Arc::clone(file));
        }
        if let Some((_, file)) = self.open.iter().find(|(number, _)| *number == segment) {
            return Ok(Arc::clone(file));
        }
        let file = OpenOptions::new()
            .read(true)
            .write(self.lock.is_some())
            .open(segment_path(&self.path, segment))?;
        Ok(self.keep(segment, file))
    }

    /// Ends a file with what is written of it.
    fn give_back_room(&mut self) -> io::Result<()> {
        match self.room.take() {
            Some(room) => self.file(room.segment())?.set_len(room.written_end()),
            None => Ok(()),
        }
    }

    fn keep(&mut self, segment: u32, file: File) -> Arc<File> {
        self.open.retain(|(number, _)| *number != segment);
        if self.open.len() == OPEN_MAX {
            // The last segment is the one written to.
            let oldest = usize::from(self.open[0].0 > self.open[1].0);
            self.open.remove(oldest);
        }
        let file = Arc::new(file);
        self.open.push((segment, Arc::clone(&file)));
        file
    }
}

/// The file of a segment of the log at `path`.
pub fn segment_path(path: &Path, segment: u32) -> PathBuf {
    if segment == 0 {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{segment:06}"));
    PathBuf::from(name)
}

/// A file's name is durable when its directory is.
fn directory_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

impl Disk for FileDisk {
    fn path(&self) -> &Path {
        &self.path
    }

    fn segments(&mut self) -> io::Result<Vec<u32>> {
        let mut segments = vec![0];
        let Some(name) = self.path.file_name() else {
            return Ok(segments);
        };
        let prefix = format!("{}.", name.to_string_lossy());
        for entry in std::fs::read_dir(directory_of(&self.path))? {
            let name = entry?.file_name();
            let digits = name.to_str().and_then(|name| name.strip_prefix(&prefix));
            let digits = digits.filter(|d| d.len() >= 6 && d.bytes().all(|b| b.is_ascii_digit()));
            segments.extend(digits.and_then(|digits| digits.parse::<u32>().ok()));
        }
        segments.sort_unstable();
        segments.dedup();
        Ok(segments)
    }

    fn create(&mut self, segment: u32) -> io::Result<()> {
        self.named = true;
        if segment == 0 {
            return self.set_len(0, 0);
        }
        self.room = self.room.take().filter(|room| room.segment() != segment);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(true)
            .open(segment_path(&self.path, segment))?;
        self.keep(segment, file);
        Ok(())
    }

    fn remove(&mut self, segment: u32) -> io::Result<()> {
        self.open.retain(|(number, _)| *number != segment);
        self.room = self.room.take().filter(|room| room.segment() != segment);
        self.named = true;
        std::fs::remove_file(segment_path(&self.path, segment))
    }

    fn len(&mut self, segment: u32) -> io::Result<u64> {
        Ok(self.file(segment)?.metadata()?.len())
    }

    fn read_at(&mut self, segment: u32, offset: u64, bytes: &mut [u8]) -> io::Result<()> {
        self.file(segment)?.read_exact_at(bytes, offset)
    }

    fn write_at(&mut self, segment: u32, offset: u64, bytes: &[u8]) -> io::Result<()> {
        if let Some(room) = self.room.as_mut().filter(|room| room.segment() == segment) {
            if room.write(offset, bytes) {
                return Ok(());
            }
            // Past its end, or before it (a header): either way it is over.
            self.give_back_room()?;
        }
        self.file(segment)?.write_all_at(bytes, offset)
    }

    fn make_room(&mut self, segment: u32, from: u64, to: u64) {
        // There is one mapping at a time. What is left of it is within the new one, when it is of the same segment.
        self.room = None;
        if let Ok(file) = self.file(segment) {
            self.room = Room::make(segment, &file, from, to);
        }
    }

    fn set_len(&mut self, segment: u32, len: u64) -> io::Result<()> {
        // Touching a mapping behind the end of its file is SIGBUS.
        self.room = self.room.take().filter(|room| room.segment() != segment);
        self.file(segment)?.set_len(len)
    }

    fn sync(&mut self, segment: u32) -> io::Result<()> {
        self.file(segment)?.sync_data()?;
        if std::mem::take(&mut self.named) {
            File::open(directory_of(&self.path))?.sync_all()?;
        }
        Ok(())
    }

    fn begin_sync(&mut self, segment: u32, ticket: u64) {
        match self.file(segment) {
            Ok(file) => {
                let named = std::mem::take(&mut self.named);
                let directory = named.then(|| directory_of(&self.path).to_owned());
                self.syncer.begin(file, directory, ticket);
            }
            Err(error) => self.syncer.fail(error),
        }
    }

    fn synced(&mut self) -> io::Result<u64> {
        self.syncer.synced()
    }
}

impl Drop for FileDisk {
    fn drop(&mut self) {
        // A log that ends in order ends with its last record. Room that is left all the same does no harm.
        let _ = self.give_back_room();
    }
}
