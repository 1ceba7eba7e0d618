//! An engine on a thread of its own.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{mpsc, Arc};
use std::thread::{self, JoinHandle};

use crate::app::Application;
use crate::transport::{Transport, Waker};

use super::{Engine, EngineError};

/// An engine that runs. Dropping this leaves it running; [`Running::stop`] ends it in order.
#[derive(Debug)]
pub struct Running<A> {
    stop: Arc<AtomicBool>,
    listen_addresses: Vec<SocketAddr>,
    waker: Option<Waker>,
    thread: JoinHandle<Result<Vec<A>, EngineError>>,
}

/// Makes an engine on a new thread of this name and runs it there: a transport belongs to the thread that polls it. Returns once the
/// engine is made. Applications are called on that thread, and send by their [`Outbox`](crate::app::Outbox): what
/// other threads have to send they put where [`Application::on_turn`] finds it, and then [`wake`](Running::wake) the engine.
///
/// # Errors
/// What `make` returns, or [`EngineError::Thread`].
pub fn spawn<T, A, F>(name: &str, make: F) -> Result<Running<A>, EngineError>
where
    T: Transport + 'static,
    A: Application + Send + 'static,
    F: FnOnce() -> Result<Engine<T, A>, EngineError> + Send + 'static,
{
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let (made, is_made) = mpsc::sync_channel(1);
    let run = move || {
        let mut engine = make()?;
        // The receiver waits for this, below.
        let _ = made.send((engine.listen_addresses().collect(), engine.waker()));
        engine.run_until(&flag)?;
        Ok(engine.into_apps())
    };
    let thread = thread::Builder::new()
        .name(name.to_owned())
        .spawn(run)
        .map_err(EngineError::Thread)?;
    match is_made.recv() {
        Ok((listen_addresses, waker)) => Ok(Running {
            stop,
            listen_addresses,
            waker,
            thread,
        }),
        // The thread has ended before that, with the reason.
        Err(_) => match thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        {
            Err(error) => Err(error),
            Ok(_) => Err(EngineError::Thread(std::io::ErrorKind::Interrupted.into())),
        },
    }
}

impl<A> Running<A> {
    /// Where acceptor sessions listen.
    pub fn listen_addresses(&self) -> &[SocketAddr] {
        &self.listen_addresses
    }

    /// Has the engine take a turn at once, unless its transport [cannot be woken](Engine::waker).
    pub fn wake(&self) {
        self.waker.iter().for_each(Waker::wake);
    }

    /// A waker to give away.
    pub fn waker(&self) -> Option<Waker> {
        self.waker.clone()
    }

    /// Begins what [`Running::stop`] does, and returns at once: for the thread that owns the card of a
    /// [`RingTransport`](crate::nic::RingTransport), through whose turns the engine's Logouts leave. [`Running::has_ended`] says when it is done.
    pub fn begin_stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        self.wake();
    }

    /// Whether the engine has ended: as it was told to, or by itself, which it does only when it failed.
    pub fn has_ended(&self) -> bool {
        self.thread.is_finished()
    }

    /// Logs every session out, waits until all are down, and gives their applications back, in the order of the settings.
    ///
    /// # Errors
    /// What the engine failed with.
    ///
    /// # Panics
    /// When an application panicked on the engine's thread: that panic goes on here.
    pub fn stop(self) -> Result<Vec<A>, EngineError> {
        self.begin_stop();
        self.thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}
