//! Turns away who comes while a client is served: the protocol's listener would let them wait without a word.
//!
//! Who comes after the client has gone is not turned away, even where the server has not yet seen it go: they wait for the
//! server in the listener's queue.
use super::connection;
use rustix::event::{eventfd, poll, EventfdFlags, PollFd, PollFlags};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixListener;
use std::sync::Arc;
use std::thread;

/// Accepts and closes connections until the client that is served hangs up, or until it is dropped.
pub struct Doorman {
    stop: Arc<OwnedFd>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Doorman {
    /// Stands at `listener`, from which a client's connection has been accepted.
    pub fn start(listener: &UnixListener) -> io::Result<Self> {
        let served = connection::accepted_from(listener)?;
        let listener = listener.try_clone()?;
        let stop = Arc::new(eventfd(0, EventfdFlags::CLOEXEC)?);
        let told = Arc::clone(&stop);
        let thread = thread::Builder::new()
            .name("doorman".into())
            // Without a doorman the next wait in the queue; that is no reason to stop serving.
            .spawn(move || drop(stand(&listener, &served, &told)))?;
        Ok(Self {
            stop,
            thread: Some(thread),
        })
    }
}

fn stand(listener: &UnixListener, served: &OwnedFd, stop: &OwnedFd) -> io::Result<()> {
    loop {
        let mut events = [
            PollFd::from_borrowed_fd(stop.as_fd(), PollFlags::IN),
            // A hang-up is told without being asked for.
            PollFd::from_borrowed_fd(served.as_fd(), PollFlags::empty()),
            PollFd::from_borrowed_fd(listener.as_fd(), PollFlags::IN),
        ];
        match poll(&mut events, None) {
            Err(rustix::io::Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
        if events[..2].iter().any(|event| !event.revents().is_empty()) {
            return Ok(());
        }
        // The first in the queue came before this look. Were the client gone when they came, it would show now, though one poll
        // may see a client still there and then a newcomer that came after it.
        if connection::is_hung_up(served)? {
            return Ok(());
        }
        // Nobody else accepts while a client is served, so that this takes that same newcomer and does not wait. Dropping the
        // connection closes it.
        drop(listener.accept()?);
    }
}

impl Drop for Doorman {
    fn drop(&mut self) {
        // An eventfd of ours takes one count.
        let _ = rustix::io::write(&*self.stop, &1u64.to_ne_bytes());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
