//! What a log stands on: numbered files that are written, synced and read. A real directory, or a simulated disk that
//! loses power.

mod files;
mod room;
mod syncer;

use std::fmt;
use std::io;
use std::path::Path;

pub use files::{segment_path, FileDisk};

/// The files of one log, one a segment. Offsets and lengths in bytes.
///
/// What was written survives the process; what was synced survives the power too. A sync may be asked for and waited for
/// ([`Disk::sync`]), or begun and looked after later ([`Disk::begin_sync`], [`Disk::synced`]).
pub trait Disk: fmt::Debug {
    /// Name of the log, for errors.
    fn path(&self) -> &Path;

    /// The segments there are, in order.
    ///
    /// # Errors
    /// When the directory cannot be read.
    fn segments(&mut self) -> io::Result<Vec<u32>>;

    /// Makes an empty segment, or empties the one there is.
    ///
    /// # Errors
    /// When it cannot be made.
    fn create(&mut self, segment: u32) -> io::Result<()>;

    /// Removes a segment.
    ///
    /// # Errors
    /// When it cannot be removed.
    fn remove(&mut self, segment: u32) -> io::Result<()>;

    /// Length of a segment.
    ///
    /// # Errors
    /// When it is not there.
    fn len(&mut self, segment: u32) -> io::Result<u64>;

    /// Fills `bytes` from a segment.
    ///
    /// # Errors
    /// When it is not there or is shorter.
    fn read_at(&mut self, segment: u32, offset: u64, bytes: &mut [u8]) -> io::Result<()>;

    /// Writes to a segment. After an error any part of `bytes` may stand there.
    ///
    /// # Errors
    /// When the system refuses.
    fn write_at(&mut self, segment: u32, offset: u64, bytes: &[u8]) -> io::Result<()>;

    /// Makes room ahead: the segment is `to` bytes long from now on, zeroes from `from` on, which nothing is written behind
    /// of. It is a help and no promise; a disk that has none to give does nothing.
    fn make_room(&mut self, segment: u32, from: u64, to: u64);

    /// Cuts a segment to this length.
    ///
    /// # Errors
    /// When the system refuses.
    fn set_len(&mut self, segment: u32, len: u64) -> io::Result<()>;

    /// Has everything written so far, names of new segments included, survive a loss of power; waits for it.
    ///
    /// # Errors
    /// When the system refuses. Nothing is known then about what was written since the last sync.
    fn sync(&mut self, segment: u32) -> io::Result<()>;

    /// Begins what [`Disk::sync`] does, without waiting. `ticket` rises from call to call.
    fn begin_sync(&mut self, segment: u32, ticket: u64);

    /// The ticket of the last sync that is complete, 0 before the first.
    ///
    /// # Errors
    /// When a sync that was begun has failed.
    fn synced(&mut self) -> io::Result<u64>;
}
