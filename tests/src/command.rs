//! The `fixnic` command at work in a test.

use rustix::process::{kill_process, Pid, Signal};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a wait for a line may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(120);

/// An application message as `fixnic run` prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The session, as `fixnic` names it.
    pub session: String,
    /// MsgSeqNum (34).
    pub msg_seq_num: u64,
    /// The NIC vouched for it.
    pub verified: bool,
    /// PossDupFlag (43) is Y.
    pub poss_dup: bool,
    /// The message with `|` for SOH.
    pub text: String,
}

impl Printed {
    /// The value of a field.
    pub fn field(&self, tag: u32) -> Option<&str> {
        let (_, rest) = self.text.split_once(&format!("|{tag}="))?;
        rest.split('|').next()
    }
}

/// A running `fixnic`. Dropping it ends the process.
#[derive(Debug)]
pub struct Fixnic {
    process: Child,
    lines: Receiver<String>,
    log_lines: Receiver<String>,
    log: Option<JoinHandle<String>>,
}

/// Where the build has put the command: two levels above the test's own program.
///
/// # Panics
/// When it is not there, with how to build it.
pub fn program() -> PathBuf {
    let test = std::env::current_exe().expect("a test has a path");
    let directory = test
        .parent()
        .and_then(Path::parent)
        .expect("the build's directory");
    let program = directory.join("fixnic");
    assert!(
        program.exists(),
        "{} is missing: cargo build -p fixnic-cli --bins",
        program.display()
    );
    program
}

impl Fixnic {
    /// Starts the command.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Fixnic {
        Fixnic::start_by(Command::new(program()).args(arguments))
    }

    /// Starts a command that becomes `fixnic`.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start_by(command: &mut Command) -> Fixnic {
        let mut process = command
            .env("NO_COLOR", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("fixnic starts");
        let stdout = BufReader::new(process.stdout.take().expect("stdout is a pipe"));
        let stderr = BufReader::new(process.stderr.take().expect("stderr is a pipe"));
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            stdout
                .lines()
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        let (sender, log_lines) = mpsc::channel();
        let log = std::thread::spawn(move || {
            let mut text = String::new();
            // What cannot be read is missing from the log that a failing test prints.
            for line in stderr.lines().map_while(Result::ok) {
                text.push_str(&line);
                text.push('\n');
                // Nobody may be waiting for it.
                let _ = sender.send(line);
            }
            text
        });
        Fixnic {
            process,
            lines,
            log_lines,
            log: Some(log),
        }
    }

    /// Waits for the next line that begins with `word`, and returns it. Others are passed over.
    ///
    /// # Panics
    /// When none comes for two minutes.
    pub fn wait_for(&mut self, word: &str) -> String {
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.split(' ').next() == Some(word) => return line,
                Ok(_) => {}
                Err(error) => self.give_up(&format!("no line {word:?} from fixnic: {error}")),
            }
        }
    }

    /// Waits for the next line of the log that contains `text`, and returns it. Others are passed over.
    ///
    /// # Panics
    /// When none comes for two minutes.
    pub fn wait_for_log(&mut self, text: &str) -> String {
        loop {
            match self.log_lines.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(text) => return line,
                Ok(_) => {}
                Err(error) => self.give_up(&format!("{text:?} is not in fixnic's log: {error}")),
            }
        }
    }

    /// Ends the command and the test, with the log.
    fn give_up(&mut self, what: &str) -> ! {
        let _ = self.process.kill();
        let log = self.log.take().and_then(|log| log.join().ok());
        panic!("{what}; its log:\n{}", log.unwrap_or_default());
    }

    /// The next `count` application messages.
    ///
    /// # Panics
    /// When they do not come.
    pub fn messages(&mut self, count: usize) -> Vec<Printed> {
        (0..count).map(|_| parse(&self.wait_for("message"))).collect()
    }

    /// Names of the process's threads.
    ///
    /// # Panics
    /// When it has ended.
    pub fn threads(&self) -> Vec<String> {
        let tasks = format!("/proc/{}/task", self.process.id());
        let tasks = std::fs::read_dir(tasks).expect("fixnic is at work");
        // A thread may end meanwhile.
        let names = tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("comm")).ok());
        names.map(|name| name.trim_end().to_owned()).collect()
    }

    /// Sends SIGTERM, waits for an orderly end, and returns the log.
    ///
    /// # Panics
    /// When the command does not end with success.
    pub fn stop(self) -> String {
        kill_process(Pid::from_child(&self.process), Signal::TERM)
            .expect("fixnic has not been waited for yet");
        let (code, log) = self.end();
        assert_eq!(code, Some(0), "fixnic has not ended in order; its log:\n{log}");
        log
    }

    /// Waits for the end, and returns exit code and log.
    ///
    /// # Panics
    /// When nothing is logged for two minutes, and the command has not ended.
    pub fn end(mut self) -> (Option<i32>, String) {
        loop {
            match self.log_lines.recv_timeout(PATIENCE) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => self.give_up("fixnic does not end"),
            }
        }
        let status = self.process.wait().expect("fixnic was started");
        let log = self.log.take().and_then(|log| log.join().ok());
        (status.code(), log.unwrap_or_default())
    }
}

impl Drop for Fixnic {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// `message SESSION NUMBER verified|parsed possdup|original TEXT`
fn parse(line: &str) -> Printed {
    let words: Vec<&str> = line.splitn(6, ' ').collect();
    let [_, session, number, checked, sent, text] = words[..] else {
        panic!("not a message line: {line}")
    };
    Printed {
        session: session.to_owned(),
        msg_seq_num: number.parse().expect("MsgSeqNum is a number"),
        verified: checked == "verified",
        poss_dup: sent == "possdup",
        text: text.to_owned(),
    }
}

/// A counter in the log that `fixnic` leaves when it ends; 0 if it is not named.
pub fn nic_counter(log: &str, name: &str) -> u64 {
    let name = format!("counter=\"{name}\" value=");
    let line = log.lines().find_map(|line| line.split_once(&name));
    line.map_or(0, |(_, value)| {
        value.trim().parse().expect("a counter is a number")
    })
}
