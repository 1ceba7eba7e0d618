//! fdatasync(2) on a thread of its own: it takes milliseconds, which the thread that polls sessions has not.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// The syncing thread of one log. It is started by the first [`Syncer::begin`] and ends when this is dropped, after
/// what was begun.
#[derive(Debug, Default)]
pub(super) struct Syncer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    /// Ticket of the last complete sync.
    synced: AtomicU64,
    desk: Mutex<Desk>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Desk {
    /// What to sync next. A later request takes an earlier one's place: one sync covers both.
    request: Option<Request>,
    failed: Option<io::Error>,
    over: bool,
}

#[derive(Debug)]
struct Request {
    file: Arc<File>,
    directory: Option<PathBuf>,
    ticket: u64,
}

impl Syncer {
    pub fn begin(&mut self, file: Arc<File>, directory: Option<PathBuf>, ticket: u64) {
        if self.thread.is_none() {
            let shared = Arc::clone(&self.shared);
            match thread::Builder::new()
                .name("fixnic-sync".into())
                .spawn(move || shared.work())
            {
                Ok(thread) => self.thread = Some(thread),
                Err(error) => return self.fail(error),
            }
        }
        let mut desk = self.shared.desk();
        let waiting = desk.request.take();
        let directory = directory.or(waiting.and_then(|request| request.directory));
        desk.request = Some(Request {
            file,
            directory,
            ticket,
        });
        self.shared.changed.notify_one();
    }

    /// Makes [`Syncer::synced`] fail.
    pub fn fail(&self, error: io::Error) {
        self.shared.desk().failed = Some(error);
        self.shared.synced.store(FAILED, Ordering::Release);
    }

    /// Ticket of the last complete sync.
    pub fn synced(&self) -> io::Result<u64> {
        let synced = self.shared.synced.load(Ordering::Acquire);
        if synced != FAILED {
            return Ok(synced);
        }
        // The first to ask has the system's own words.
        let failed = self.shared.desk().failed.take();
        Err(failed.unwrap_or_else(|| io::Error::other("an earlier fdatasync has failed")))
    }
}

/// [`Shared::synced`] once a sync has failed: after that the kernel may forget which pages were dirty, and trying again
/// proves nothing.
const FAILED: u64 = u64::MAX;

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self) {
        loop {
            let mut desk = self.desk();
            let request = loop {
                if let Some(request) = desk.request.take() {
                    break request;
                }
                if desk.over {
                    return;
                }
                desk = self.changed.wait(desk).unwrap_or_else(PoisonError::into_inner);
            };
            drop(desk);
            match sync(&request) {
                // Never below FAILED, which [`Syncer::fail`] may have set meanwhile.
                Ok(()) => {
                    self.synced.fetch_max(request.ticket, Ordering::Release);
                }
                Err(error) => {
                    self.desk().failed = Some(error);
                    self.synced.store(FAILED, Ordering::Release);
                    return;
                }
            }
        }
    }
}

fn sync(request: &Request) -> io::Result<()> {
    request.file.sync_data()?;
    if let Some(directory) = &request.directory {
        sync_directory(directory)?;
    }
    Ok(())
}

fn sync_directory(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

impl Drop for Syncer {
    fn drop(&mut self) {
        self.shared.desk().over = true;
        self.shared.changed.notify_one();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing left to sync.
            let _ = thread.join();
        }
    }
}
