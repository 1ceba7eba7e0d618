//! Our engine inside a test: an application that keeps and sends ExecutionReports, and a thread that runs the engine.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use fixnic::app::{Application, Disposition, MessageMeta, Outbox};
use fixnic::engine::{Engine, EngineError};
use fixnic::session::codec::{FieldWriter, MessageView};
use fixnic::session::{Counters, Event};
use fixnic::settings::SessionName;
use fixnic::transport::Transport;

/// How long a wait for the engine may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long the engine's thread waits before it looks for what the test wants.
const LONGEST_WAIT: Duration = Duration::from_millis(5);

/// What a test has a running engine's first session do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Send ExecutionReports with these ExecIDs (17).
    Send {
        /// The first.
        first: u64,
        /// The last.
        last: u64,
    },
    /// Restart both numbers in session.
    Reset,
    /// Send a SequenceReset-Reset with this NewSeqNo (36).
    SequenceReset(u64),
}

/// What an application tells the test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The session is up.
    Logon,
    /// The session is down, for this reason.
    Logout(String),
    /// An application message was delivered.
    Delivered(Delivered),
    /// A [`fixnic::session::Event`], as its debug text.
    Event(String),
}

/// An application message that our engine delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivered {
    /// MsgType (35).
    pub msg_type: String,
    /// ExecID (17), `-` when absent.
    pub exec_id: String,
    /// MsgSeqNum (34).
    pub msg_seq_num: u64,
    /// PossDupFlag (43) is Y.
    pub poss_dup: bool,
    /// The NIC verified it.
    pub verified: bool,
}

/// Tells the test what happens, and sends ExecutionReports when the session is up: those not yet sent of `to_send`.
#[derive(Debug)]
pub struct OrderFlow {
    notices: Sender<Notice>,
    to_send: u64,
    sent: u64,
}

impl OrderFlow {
    /// An application that sends `to_send` ExecutionReports, ExecID (17) from 1, and the notices it gives.
    pub fn new(to_send: u64) -> (OrderFlow, Receiver<Notice>) {
        let (notices, receiver) = mpsc::channel();
        (
            OrderFlow {
                notices,
                to_send,
                sent: 0,
            },
            receiver,
        )
    }

    fn notice(&self, notice: Notice) {
        // A test that ends first no longer listens.
        let _ = self.notices.send(notice);
    }
}

impl Application for OrderFlow {
    fn on_logon(&mut self, _session: &SessionName, out: &mut Outbox) {
        self.notice(Notice::Logon);
        let mut body = Vec::new();
        while self.sent < self.to_send {
            execution_report(self.sent + 1, &mut body);
            if out.send(b"8", &body).is_err() {
                break;
            }
            self.sent += 1;
        }
    }

    fn on_logout(&mut self, _session: &SessionName, reason: &str) {
        self.notice(Notice::Logout(reason.to_owned()));
    }

    fn on_message(
        &mut self,
        message: &MessageView<'_>,
        meta: &MessageMeta,
        _out: &mut Outbox,
    ) -> Disposition {
        self.notice(Notice::Delivered(Delivered {
            msg_type: String::from_utf8_lossy(message.msg_type()).into_owned(),
            exec_id: message.text(17).unwrap_or("-").to_owned(),
            msg_seq_num: meta.msg_seq_num,
            poss_dup: meta.poss_dup,
            verified: meta.verified,
        }));
        Disposition::Accepted
    }

    fn on_event(&mut self, _session: &SessionName, event: &Event) {
        self.notice(Notice::Event(format!("{event:?}")));
    }
}

/// The body of an ExecutionReport (35=8): a fill of 10 at 100.25.
pub fn execution_report(exec_id: u64, body: &mut Vec<u8>) {
    body.clear();
    let mut fields = FieldWriter(body);
    fields
        .text(6, "100.25")
        .uint(14, 10)
        .uint(17, exec_id)
        .uint(37, exec_id)
        .uint(39, 2)
        .uint(54, 1);
    fields.text(55, "FIXN").text(150, "F").uint(151, 0);
}

/// Waits until `count` application messages were delivered, and returns them in order.
///
/// # Panics
/// When they are not there within a minute.
pub fn wait_for_delivered(notices: &Receiver<Notice>, count: usize) -> Vec<Delivered> {
    let mut delivered = Vec::new();
    let deadline = Instant::now() + PATIENCE;
    while delivered.len() < count {
        if let Notice::Delivered(message) = next_notice(notices, deadline) {
            delivered.push(message);
        }
    }
    delivered
}

/// Waits until `condition` holds for a notice.
///
/// # Panics
/// When there is none within a minute.
pub fn wait_for_notice(notices: &Receiver<Notice>, mut condition: impl FnMut(&Notice) -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !condition(&next_notice(notices, deadline)) {}
}

fn next_notice(notices: &Receiver<Notice>, deadline: Instant) -> Notice {
    notices
        .recv_timeout(deadline.saturating_duration_since(Instant::now()))
        .expect("the application has something to tell")
}

/// An engine at work on its own thread. Dropping it logs out and ends the thread.
#[derive(Debug)]
pub struct Running {
    stop: Arc<AtomicBool>,
    commands: Sender<Command>,
    thread: Option<JoinHandle<Result<Vec<Counters>, EngineError>>>,
}

impl Running {
    /// Runs the engine that `new_engine` makes on the new thread.
    pub fn start<T: Transport + 'static, A: Application + 'static>(
        new_engine: impl FnOnce() -> Result<Engine<T, A>, EngineError> + Send + 'static,
    ) -> Running {
        let stop = Arc::new(AtomicBool::new(false));
        let for_thread = Arc::clone(&stop);
        let (commands, wanted) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let mut engine = new_engine()?;
            run(&mut engine, &for_thread, &wanted)?;
            Ok((0..engine.session_count())
                .map(|session| *engine.session(session).counters())
                .collect())
        });
        Running {
            stop,
            commands,
            thread: Some(thread),
        }
    }

    /// Has the engine's first session do this, as soon as it can.
    ///
    /// # Panics
    /// When the engine has ended.
    pub fn command(&self, command: Command) {
        self.commands.send(command).expect("the engine is at work");
    }

    /// Logs out, and returns what each session counted.
    ///
    /// # Panics
    /// When the engine failed.
    pub fn stop(mut self) -> Vec<Counters> {
        self.stop.store(true, Ordering::Relaxed);
        let thread = self.thread.take().expect("stopped once");
        thread
            .join()
            .expect("the engine's thread does not panic")
            .expect("the engine ends in order")
    }
}

/// As [`Engine::run_until`], with the test's commands.
fn run<T: Transport, A: Application>(
    engine: &mut Engine<T, A>,
    stop: &AtomicBool,
    commands: &Receiver<Command>,
) -> Result<(), EngineError> {
    let mut wanted = None;
    loop {
        let now_ns = u64::try_from(
            SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .expect("it is after 1970")
                .as_nanos(),
        )
        .expect("it is before 2554");
        if stop.load(Ordering::Relaxed) {
            engine.stop(now_ns, "the test stops");
        }
        engine.poll(now_ns)?;
        if engine.is_stopped() {
            return Ok(());
        }
        wanted = wanted.or_else(|| commands.try_recv().ok());
        wanted = wanted.and_then(|command| obey(engine, now_ns, command));
        engine.wait(now_ns, LONGEST_WAIT)?;
    }
}

/// Does what can be done of a command now; what is left of it comes back.
fn obey<T: Transport, A: Application>(
    engine: &mut Engine<T, A>,
    now_ns: u64,
    command: Command,
) -> Option<Command> {
    let done = match command {
        Command::Send { first, last } => {
            let mut body = Vec::new();
            for exec_id in first..=last {
                execution_report(exec_id, &mut body);
                if let Err(error) = engine.send(now_ns, 0, b"8", &body) {
                    assert!(error.may_be_retried(), "{error}");
                    return Some(Command::Send { first: exec_id, last });
                }
            }
            Ok(())
        }
        Command::Reset => engine.reset(now_ns, 0),
        Command::SequenceReset(new_seq_no) => engine.sequence_reset(now_ns, 0, new_seq_no),
    };
    match done {
        Ok(()) => None,
        Err(error) => {
            assert!(error.may_be_retried(), "{command:?}: {error}");
            Some(command)
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // A test that fails already has more to say than this thread.
            let _ = thread.join();
        }
    }
}
