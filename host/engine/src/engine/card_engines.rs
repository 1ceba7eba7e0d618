//! A card's engines, the owner's and those on threads of their own, made together, run together and ended together.

use std::any::Any;
use std::fmt;
use std::net::SocketAddr;
use std::panic::{catch_unwind, resume_unwind, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{mpsc, Arc};
use std::thread::{self, JoinHandle};

use fixnic_driver::Device;
use fixnic_session::Counters;

use crate::app::Application;
use crate::nic::{FrameCounters, NicTransport, OffloadCounters, RingHandle, RingTransport, ThreadError};
use crate::settings::{SessionSettings, Settings};
use crate::transport::Transport;

use super::{Clock, Engine, EngineError, LONGEST_WAIT};

/// How long the last frames of threads that have ended may take to leave, in nanoseconds: a card that sends nothing holds no end up for longer.
const LAST_FRAMES_NS: u64 = 2_000_000_000;

/// Why the sessions of a card cannot start or go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// A ring cannot have a thread.
    #[error("NicThreads=Y: RX ring {ring} cannot have a thread: {source}")]
    Lend {
        /// The ring.
        ring: u8,
        /// Why.
        source: ThreadError,
    },
    /// The engine of the card's owner.
    #[error(transparent)]
    Owner(#[from] EngineError),
    /// The engine on the thread of a ring.
    #[error("the thread of RX ring {ring}: {source}")]
    Ring {
        /// The ring.
        ring: u8,
        /// What it ended with.
        source: EngineError,
    },
}

impl CardError {
    /// What an engine ended with.
    pub fn engine_error(&self) -> Option<&EngineError> {
        match self {
            CardError::Lend { .. } => None,
            CardError::Owner(source) | CardError::Ring { source, .. } => Some(source),
        }
    }
}

/// What is left of a ring's engine when its thread has ended.
#[derive(Debug)]
pub struct RingEnded<A> {
    /// The ring.
    pub ring: u8,
    /// The applications of its sessions, in the order of the settings.
    pub apps: Vec<A>,
    /// What happened in each of its sessions, in the same order: messages, gaps, tags used, and where hardware and software disagreed.
    pub counters: Vec<Counters>,
    /// What happened to its tags and commands.
    pub offload: OffloadCounters,
    /// What became of its frames.
    pub frames: FrameCounters,
}

/// Every session of a settings file on one card: the owner's engine on the thread that calls [`CardEngines::run_until`], and an engine on a thread of its own for each
/// ring that is to have one ([`Settings::thread_rings`]; without any, all sessions are the owner's).
pub struct CardEngines<D: Device, A> {
    owner: Engine<NicTransport<D>, A>,
    threads: Vec<RingThread<A>>,
    ended: Vec<RingEnded<A>>,
}

impl<D: Device, A> fmt::Debug for CardEngines<D, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rings: Vec<u8> = self.threads.iter().map(|thread| thread.ring).collect();
        f.debug_struct("CardEngines")
            .field("rings", &rings)
            .finish_non_exhaustive()
    }
}

/// What a thread panicked with.
type Panic = Box<dyn Any + Send>;

/// What a thread leaves, if its engine was made and started, and what it ended with.
type Left<A> = (Option<RingEnded<A>>, Result<(), EngineError>);

/// The thread of a ring.
#[derive(Debug)]
struct RingThread<A> {
    ring: u8,
    listen_addresses: Vec<SocketAddr>,
    /// Sent to once every engine is made; dropped before, the thread ends without having sent anything.
    start: mpsc::Sender<()>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Left<A>>,
}

impl<D: Device, A: Application + Send + 'static> CardEngines<D, A> {
    /// Lends the rings, and makes every engine on its thread, named `ring-1` and so on: opens stores, resolves names, listens. Nothing is sent before
    /// [`CardEngines::run_until`]. `new_app` makes each session's application, on the thread that will call it.
    ///
    /// # Errors
    /// A ring that cannot be lent, or the first engine that cannot be made; the others have ended then.
    ///
    /// # Panics
    /// When `new_app` panics, on a ring's thread too: that panic goes on here, once the other threads have ended.
    pub fn start<F>(settings: &Settings, mut owner: NicTransport<D>, new_app: F) -> Result<Self, CardError>
    where
        F: FnMut(&SessionSettings) -> A + Clone + Send + 'static,
    {
        let rings = settings.thread_rings();
        let mut lent = Vec::new();
        for ring in &rings {
            let on_ring = settings.on_ring(*ring);
            let handle = owner.lend_to_thread(u32::from(*ring), &on_ring.accept_ports());
            let handle = handle.map_err(|source| CardError::Lend { ring: *ring, source })?;
            lent.push((on_ring, handle));
        }
        let mut owners = settings.clone();
        owners
            .sessions
            .retain(|session| !rings.contains(&session.nic_ring));
        let now_ns = Clock::new().now_ns();
        let owner = Engine::with_transport(&owners, owner, now_ns, new_app.clone())?;
        let mut begun = Vec::new();
        let (mut failed, mut panicked) = (Ok(()), None);
        for (ring, (settings, handle)) in rings.into_iter().zip(lent) {
            match begin(ring, settings, handle, new_app.clone()) {
                Ok(thread) => begun.push(thread),
                Err(source) => failed = failed.and(Err(CardError::Ring { ring, source })),
            }
        }
        let mut threads = Vec::new();
        for thread in begun {
            let ring = thread.thread.ring;
            match thread.made() {
                Ok(Ok(thread)) => threads.push(thread),
                Ok(Err(source)) => failed = failed.and(Err(CardError::Ring { ring, source })),
                Err(panic) => panicked = Some(panic),
            }
        }
        if failed.is_err() || panicked.is_some() {
            for RingThread { start, thread, .. } in threads.drain(..) {
                drop(start);
                // It has done nothing that could fail since.
                let _ = thread.join();
            }
        }
        if let Some(panic) = panicked {
            resume_unwind(panic);
        }
        failed?;
        Ok(Self {
            owner,
            threads,
            ended: Vec::new(),
        })
    }

    /// Runs until `stop` is set, then logs every session out, on every thread while the owner still takes its turns, and returns when all are down and the last bytes have left.
    /// When an engine fails the others are logged out likewise.
    ///
    /// # Errors
    /// What the owner's engine failed with, or the first ring's that failed.
    ///
    /// # Panics
    /// When an application panicked: that panic goes on here, once all other sessions are logged out, of a ring's thread those of other threads and the owner's, of
    /// the owner those of all threads.
    pub fn run_until(&mut self, stop: &AtomicBool) -> Result<(), CardError> {
        let mut clock = Clock::new();
        for thread in &self.threads {
            // One that is gone is found to have ended.
            let _ = thread.start.send(());
        }
        // Behind a panic the owner's engine takes no turn any more: its transport alone does, which no application is called from.
        let ran = catch_unwind(AssertUnwindSafe(|| self.run(stop, &mut clock)));
        let ran = ran.unwrap_or_else(|panic| self.end_behind(panic, &mut clock));
        if ran.is_err() {
            self.owner.transport_mut().end_threads();
        }
        let closed = self.owner.transport_mut().finish_closing(|| clock.now_ns());
        let joined = self.join();
        ran?;
        joined?;
        Ok(closed.map_err(EngineError::from)?)
    }

    /// Has the threads log out while the card is still served, and goes on with the owner's panic.
    fn end_behind(&mut self, panic: Panic, clock: &mut Clock) -> ! {
        self.stop_threads();
        let mut last_frames_ns = None;
        loop {
            let now_ns = clock.now_ns();
            let served = self.owner.transport_mut().serve(now_ns);
            if self.have_left(now_ns, &mut last_frames_ns) {
                break;
            }
            if served
                .and_then(|()| self.owner.transport_mut().wait(LONGEST_WAIT))
                .is_err()
            {
                // Nothing leaves any more, so that none of them could log out.
                self.owner.transport_mut().end_threads();
                break;
            }
        }
        // The owner's panic came first.
        let _ = catch_unwind(AssertUnwindSafe(|| self.join()));
        resume_unwind(panic)
    }

    fn stop_threads(&self) {
        for thread in &self.threads {
            thread.stop.store(true, Ordering::Relaxed);
        }
    }

    /// The owner's turns, to the end of every engine. An error is one of the card, or of the owner's sessions.
    fn run(&mut self, stop: &AtomicBool, clock: &mut Clock) -> Result<(), EngineError> {
        let mut failed = None;
        let mut is_stopping = false;
        let mut last_frames_ns = None;
        loop {
            let now_ns = clock.now_ns();
            let ends = failed.is_some() || self.threads.iter().any(RingThread::has_ended);
            if !is_stopping && (ends || stop.load(Ordering::Relaxed)) {
                is_stopping = true;
                self.owner.stop(now_ns, "the engine stops");
                self.stop_threads();
            }
            self.owner.poll(now_ns)?;
            if !is_stopping {
                failed = self.owner.check_failed().err();
            } else if self.owner.is_stopped() && self.have_left(now_ns, &mut last_frames_ns) {
                return failed.map_or(Ok(()), Err);
            }
            self.owner.wait(now_ns, LONGEST_WAIT)?;
        }
    }

    /// Whether every thread has ended and its last frames have left, or have had their time to, which ends at `until_ns` once that is known.
    fn have_left(&self, now_ns: u64, until_ns: &mut Option<u64>) -> bool {
        if !self.threads.iter().all(RingThread::has_ended) {
            return false;
        }
        let until_ns = *until_ns.get_or_insert(now_ns.saturating_add(LAST_FRAMES_NS));
        !self.owner.transport().has_threads() || now_ns >= until_ns
    }

    /// Waits for threads that have ended or are about to, and keeps what is left of them.
    fn join(&mut self) -> Result<(), CardError> {
        let mut panicked = None;
        let mut failed = Ok(());
        for RingThread { ring, thread, .. } in self.threads.drain(..) {
            match thread.join() {
                Ok((ended, result)) => {
                    self.ended.extend(ended);
                    failed = failed.and(result.map_err(|source| CardError::Ring { ring, source }));
                }
                Err(panic) => panicked = Some(panic),
            }
        }
        match panicked {
            Some(panic) => resume_unwind(panic),
            None => failed,
        }
    }

    /// Where acceptor sessions listen, the owner's and then each ring's.
    pub fn listen_addresses(&self) -> impl Iterator<Item = SocketAddr> + '_ {
        let rings = self.threads.iter().flat_map(|thread| &thread.listen_addresses);
        self.owner.listen_addresses().chain(rings.copied())
    }

    /// The owner's engine.
    pub fn owner_mut(&mut self) -> &mut Engine<NicTransport<D>, A> {
        &mut self.owner
    }

    /// What is left of the rings' engines, once they have run.
    pub fn ended(&self) -> &[RingEnded<A>] {
        &self.ended
    }
}

/// A thread whose engine is being made.
struct Begun<A> {
    thread: RingThread<A>,
    is_made: mpsc::Receiver<Vec<SocketAddr>>,
}

/// Begins to make the engine of a ring on a thread of its own.
fn begin<A, F>(ring: u8, settings: Settings, handle: RingHandle, new_app: F) -> Result<Begun<A>, EngineError>
where
    A: Application + Send + 'static,
    F: FnMut(&SessionSettings) -> A + Send + 'static,
{
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let (made, is_made) = mpsc::channel();
    let (start, is_started) = mpsc::channel();
    let work = move || {
        let mut clock = Clock::new();
        let now_ns = clock.now_ns();
        let transport = RingTransport::new(handle, now_ns);
        let engine = Engine::with_transport(&settings, transport, now_ns, new_app);
        let mut engine = match engine {
            Ok(engine) => engine,
            Err(error) => return (None, Err(error)),
        };
        let _ = made.send(engine.listen_addresses().collect());
        if is_started.recv().is_err() {
            return (None, Ok(()));
        }
        let ran = engine.run_until(&flag);
        let closed = engine.transport_mut().finish_closing(|| clock.now_ns());
        let ended = RingEnded {
            ring,
            offload: engine.transport().offload_counters(),
            frames: engine.transport().frame_counters(),
            counters: (0..engine.session_count())
                .map(|session| *engine.session(session).counters())
                .collect(),
            apps: engine.into_apps(),
        };
        (Some(ended), ran.and(closed.map_err(EngineError::from)))
    };
    let thread = thread::Builder::new().name(format!("ring-{ring}")).spawn(work);
    let thread = RingThread {
        ring,
        listen_addresses: Vec::new(),
        start,
        stop,
        thread: thread.map_err(EngineError::Thread)?,
    };
    Ok(Begun { thread, is_made })
}

impl<A> Begun<A> {
    /// Waits until the engine is made; fails with the panic that kept it from that.
    fn made(mut self) -> Result<Result<RingThread<A>, EngineError>, Panic> {
        if let Ok(listen_addresses) = self.is_made.recv() {
            self.thread.listen_addresses = listen_addresses;
            return Ok(Ok(self.thread));
        }
        // The thread has ended before that, with the reason.
        let (_, ended) = self.thread.thread.join()?;
        Ok(Err(ended.err().unwrap_or_else(|| {
            EngineError::Thread(std::io::ErrorKind::Interrupted.into())
        })))
    }
}

impl<A> RingThread<A> {
    /// It ends by itself only when it has failed.
    fn has_ended(&self) -> bool {
        self.thread.is_finished()
    }
}
