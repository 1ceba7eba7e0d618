//! QuickFIX as the counterparty: the program tests/interop/quickfix_peer.cpp, built once and driven line by line.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// How long a wait for a report may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// Which side connects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// QuickFIX listens.
    Acceptor,
    /// QuickFIX connects.
    Initiator,
}

/// Where QuickFIX keeps its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// In memory.
    Memory,
    /// In files, at FileStorePath of the settings.
    File,
}

/// An application message that QuickFIX delivered.
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
}

/// A running QuickFIX. Dropping it ends the process.
#[derive(Debug)]
pub struct QuickFix {
    process: Child,
    commands: ChildStdin,
    reports: Receiver<String>,
    /// Every report so far.
    history: Vec<String>,
}

/// Builds the peer beside the test's own program, unless one newer than its source is there, and returns its path.
///
/// # Panics
/// When it cannot be built, with what to install.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| build("quickfix_peer", "-O1"))
}

/// As [`program`], for the program that measures what QuickFIX takes.
///
/// # Panics
/// As [`program`].
pub fn bench_program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| build("quickfix_bench", "-O2"))
}

fn build(name: &str, optimisation: &str) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("interop/{name}.cpp"));
    let program = std::env::current_exe()
        .expect("a test has a path")
        .with_file_name(name);
    let modified = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    if modified(&program) > modified(&source) {
        return program;
    }
    // Another test program may build it at the same time: each under its own name, and the last rename wins.
    let own = program.with_file_name(format!("{name}-{}", std::process::id()));
    // QuickFIX 1.15 has dynamic exception specifications, which C++17 no longer takes.
    let output = Command::new("g++")
        .args([
            "-std=c++14",
            optimisation,
            "-Wall",
            "-Wextra",
            "-Wno-deprecated",
            "-o",
        ])
        .args([&own, &source])
        .args(["-lquickfix", "-lpthread"])
        .output()
        .expect("g++ is needed to build the QuickFIX programs: apt-get install g++ libquickfix-dev");
    assert!(
        output.status.success(),
        "cannot build {name} (apt-get install g++ libquickfix-dev): {}",
        String::from_utf8_lossy(&output.stderr)
    );
    std::fs::rename(&own, &program).expect("the program can be put into its place");
    program
}

/// Settings of one session, QuickFIX being SenderCompID `quickfix`, the other engine `other`.
pub fn settings(role: Role, port: u16, quickfix: &str, other: &str, directory: &Path) -> String {
    let connection = match role {
        Role::Acceptor => format!("ConnectionType=acceptor\nSocketAcceptPort={port}\nSocketReuseAddress=Y\n"),
        Role::Initiator => format!(
            "ConnectionType=initiator\nSocketConnectHost=127.0.0.1\nSocketConnectPort={port}\nReconnectInterval=1\n"
        ),
    };
    format!(
        "[DEFAULT]\n{connection}HeartBtInt=30\nStartTime=00:00:00\nEndTime=00:00:00\nUseDataDictionary=N\n\
         FileStorePath={directory}/store\nFileLogPath={directory}/log\n\n\
         [SESSION]\nBeginString=FIX.4.4\nSenderCompID={quickfix}\nTargetCompID={other}\n",
        directory = directory.display()
    )
}

impl QuickFix {
    /// Starts QuickFIX with settings as [`settings`] makes them, written below `directory`, and waits until it is ready.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(role: Role, store: Store, settings: &str, directory: &Path) -> QuickFix {
        let path = directory.join("quickfix.cfg");
        std::fs::write(&path, settings).expect("the settings can be written");
        QuickFix::start_with(Command::new(program()), role, store, &path)
    }

    /// As [`QuickFix::start`], with `launcher` as the beginning of the command line: the peer's path itself, or a program
    /// that runs it elsewhere (`ip netns exec NAME PATH`).
    ///
    /// # Panics
    /// When it does not start.
    pub fn start_with(mut launcher: Command, role: Role, store: Store, settings: &Path) -> QuickFix {
        let role = if role == Role::Acceptor {
            "acceptor"
        } else {
            "initiator"
        };
        let store = if store == Store::Memory { "memory" } else { "file" };
        let mut process = launcher
            .args([role, store])
            .arg(settings)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("QuickFIX starts");
        let commands = process.stdin.take().expect("stdin is a pipe");
        let stdout = BufReader::new(process.stdout.take().expect("stdout is a pipe"));
        let (sender, reports) = mpsc::channel();
        std::thread::spawn(move || {
            stdout
                .lines()
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        let mut quickfix = QuickFix {
            process,
            commands,
            reports,
            history: Vec::new(),
        };
        quickfix.wait_for("ready");
        quickfix
    }

    /// Has QuickFIX send `count` ExecutionReports.
    ///
    /// # Panics
    /// When QuickFIX is gone.
    pub fn send(&mut self, count: u64) {
        writeln!(self.commands, "send {count}").expect("QuickFIX is running");
    }

    /// Has QuickFIX send a SequenceReset-Reset with this NewSeqNo (36), and go on from there.
    ///
    /// # Panics
    /// When QuickFIX is gone.
    pub fn sequence_reset(&mut self, new_seq_no: u64) {
        writeln!(self.commands, "reset {new_seq_no}").expect("QuickFIX is running");
    }

    /// Has QuickFIX send a Logon with ResetSeqNumFlag (141) Y in session, as soon as it expects this number of us.
    ///
    /// # Panics
    /// When QuickFIX is gone.
    pub fn logon_with_reset(&mut self, expected: u64) {
        writeln!(self.commands, "logon-reset {expected}").expect("QuickFIX is running");
    }

    /// Waits for the next report, and returns it.
    ///
    /// # Panics
    /// When none comes within a minute, or QuickFIX reports an error.
    pub fn next_report(&mut self) -> &str {
        self.next_report_by(Instant::now() + PATIENCE)
    }

    fn next_report_by(&mut self, deadline: Instant) -> &str {
        match self
            .reports
            .recv_timeout(deadline.saturating_duration_since(Instant::now()))
        {
            Ok(report) => self.history.push(report),
            Err(error) => panic!("no report from QuickFIX: {error}; so far: {:#?}", self.history),
        }
        let report = self.history.last().expect("just pushed");
        assert!(!report.starts_with("error"), "QuickFIX: {report}");
        report
    }

    /// Waits until QuickFIX has reported exactly this, from now on.
    ///
    /// # Panics
    /// As [`QuickFix::next_report`].
    pub fn wait_for(&mut self, report: &str) {
        // Heartbeats are reports too: a wait ends all the same.
        let deadline = Instant::now() + PATIENCE;
        while self.next_report_by(deadline) != report {}
    }

    /// Waits until QuickFIX has delivered `count` application messages in all, and returns them in order.
    ///
    /// # Panics
    /// As [`QuickFix::next_report`].
    pub fn wait_for_delivered(&mut self, count: usize) -> Vec<Delivered> {
        let deadline = Instant::now() + PATIENCE;
        while self.delivered().len() < count {
            self.next_report_by(deadline);
        }
        self.delivered()
    }

    /// The application messages that QuickFIX has reported so far.
    pub fn delivered(&mut self) -> Vec<Delivered> {
        self.history.extend(self.reports.try_iter());
        self.history
            .iter()
            .filter_map(|report| parse_delivered(report))
            .collect()
    }

    /// Has QuickFIX log out and end, and waits for that.
    ///
    /// # Panics
    /// When it ends with a failure.
    pub fn stop(mut self) {
        writeln!(self.commands, "stop").expect("QuickFIX is running");
        let status = self.process.wait().expect("QuickFIX was started");
        assert!(
            status.success(),
            "QuickFIX ended with {status}: {:#?}",
            self.history
        );
    }
}

impl Drop for QuickFix {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn parse_delivered(report: &str) -> Option<Delivered> {
    let mut words = report.strip_prefix("got ")?.split(' ');
    Some(Delivered {
        msg_type: words.next()?.to_owned(),
        exec_id: words.next()?.to_owned(),
        msg_seq_num: words.next()?.parse().ok()?,
        poss_dup: words.next()? == "Y",
    })
}
