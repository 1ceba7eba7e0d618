//! Turns away who comes while a client is served: the protocol's listener would let them wait without a word.
use rustix::event::{eventfd, poll, EventfdFlags, PollFd, PollFlags};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixListener;
use std::sync::Arc;
use std::thread;

/// Accepts and closes connections until it is dropped.
pub struct Doorman {
    stop: Arc<OwnedFd>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Doorman {
    /// Stands at `listener`.
    pub fn start(listener: &UnixListener) -> io::Result<Self> {
        let listener = listener.try_clone()?;
        let stop = Arc::new(eventfd(0, EventfdFlags::CLOEXEC)?);
        let told = Arc::clone(&stop);
        let thread = thread::Builder::new()
            .name("doorman".into())
            .spawn(move || loop {
                let mut events = [
                    PollFd::from_borrowed_fd(told.as_fd(), PollFlags::IN),
                    PollFd::from_borrowed_fd(listener.as_fd(), PollFlags::IN),
                ];
                match poll(&mut events, None) {
                    Err(rustix::io::Errno::INTR) => continue,
                    Err(_) => return,
                    Ok(_) if !events[0].revents().is_empty() => return,
                    // Dropping the connection closes it. The listener is shared with nobody while a client is served, so that this does not wait.
                    Ok(_) => drop(listener.accept()),
                }
            })?;
        Ok(Self {
            stop,
            thread: Some(thread),
        })
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
