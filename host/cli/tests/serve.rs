//! `fixnic serve` and `fixnic run` as processes: what they print, how they end.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Output, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use rustix::process::{kill_process, Pid, Signal};

const PATIENCE: Duration = Duration::from_secs(60);

fn fixnic() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("fixnic"))
}

fn acceptor_settings(directory: &Path, port: u16, store: &str) -> std::path::PathBuf {
    let path = directory.join(format!("acceptor-{store}.cfg"));
    let text = format!(
        "[SESSION]\nConnectionType=acceptor\nSocketAcceptHost=127.0.0.1\nSocketAcceptPort={port}\nBeginString=FIX.4.4\n\
         SenderCompID=EXCHANGE\nTargetCompID=TRADER\nFileStorePath={}\nFavouriteColour=blue\n",
        directory.join(store).display()
    );
    std::fs::write(&path, text).unwrap();
    path
}

/// A running command whose lines can be waited for.
struct Running {
    child: Child,
    lines: Receiver<String>,
}

impl Running {
    fn start(mut command: Command, stream: impl FnOnce(&mut Child) -> Box<dyn Read + Send>) -> Running {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let reader = BufReader::new(stream(&mut child));
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            reader
                .lines()
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        Running { child, lines }
    }

    fn with_stderr(command: Command) -> Running {
        Running::start(command, |child| {
            Box::new(child.stderr.take().unwrap()) as Box<dyn Read + Send>
        })
    }

    fn with_stdout(command: Command) -> Running {
        Running::start(command, |child| {
            // What nobody reads must not fill the pipe.
            let stderr: ChildStderr = child.stderr.take().unwrap();
            std::thread::spawn(move || {
                BufReader::new(stderr)
                    .lines()
                    .map_while(Result::ok)
                    .for_each(drop)
            });
            Box::new(child.stdout.take().unwrap())
        })
    }

    fn wait_for(&self, text: &str) -> String {
        loop {
            let line = self
                .lines
                .recv_timeout(PATIENCE)
                .unwrap_or_else(|_| panic!("no line with {text:?}"));
            if line.contains(text) {
                return line;
            }
        }
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    fn exit_code(mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }
}

fn failed(output: &Output) -> (i32, String) {
    (
        output.status.code().unwrap(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[test]
fn a_signal_logs_both_sides_out_in_order() {
    let directory = tempfile::tempdir().unwrap();
    let mut command = fixnic();
    command
        .arg("serve")
        .arg(acceptor_settings(directory.path(), 0, "store"))
        .args(["--app", "echo"]);
    let serve = Running::with_stderr(command);
    let warning = serve.wait_for("FavouriteColour");
    assert!(
        warning.contains("acceptor-store.cfg:9: unknown key FavouriteColour"),
        "{warning}"
    );
    let line = serve.wait_for("listening");
    let port: u16 = line.rsplit(':').next().unwrap().trim().parse().unwrap();

    let settings = directory.path().join("initiator.cfg");
    let text = format!(
        "[SESSION]\nConnectionType=initiator\nSocketConnectHost=127.0.0.1\nSocketConnectPort={port}\n\
         BeginString=FIX.4.4\nSenderCompID=TRADER\nTargetCompID=EXCHANGE\nHeartBtInt=30\n"
    );
    std::fs::write(&settings, text).unwrap();
    let mut command = fixnic();
    command.arg("run").arg(settings);
    let run = Running::with_stdout(command);
    run.wait_for("logon FIX.4.4:TRADER->EXCHANGE");
    serve.wait_for("logged on");
    serve.signal(Signal::TERM);
    run.wait_for("logout FIX.4.4:TRADER->EXCHANGE");
    assert_eq!(serve.exit_code(), Some(0));
    run.signal(Signal::INT);
    assert_eq!(run.exit_code(), Some(0));
}

#[test]
fn what_hinders_a_start_is_said_with_its_own_exit_code() {
    let directory = tempfile::tempdir().unwrap();
    let serve = |path: &Path| {
        fixnic()
            .arg("serve")
            .arg(path)
            .args(["--app", "echo"])
            .output()
            .unwrap()
    };

    let (code, text) = failed(&serve(&directory.path().join("absent.cfg")));
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("absent.cfg: cannot read"), "{text}");

    let wrong = directory.path().join("wrong.cfg");
    std::fs::write(&wrong, "[SESSION]\nBeginString=FIX.9\n").unwrap();
    let (code, text) = failed(&serve(&wrong));
    assert_eq!(code, 2, "{text}");
    assert!(
        text.contains("wrong.cfg:2: BeginString=FIX.9: expected"),
        "{text}"
    );

    let busy = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = busy.local_addr().unwrap().port();
    let (code, text) = failed(&serve(&acceptor_settings(directory.path(), port, "busy")));
    assert_eq!(code, 3, "{text}");
    assert!(
        text.contains(&format!("cannot listen on 127.0.0.1:{port}")),
        "{text}"
    );
    assert!(text.contains("the port is busy"), "{text}");

    let mut command = fixnic();
    command
        .arg("serve")
        .arg(acceptor_settings(directory.path(), 0, "held"))
        .args(["--app", "echo"]);
    let holder = Running::with_stderr(command);
    holder.wait_for("listening");
    let (code, text) = failed(&serve(&acceptor_settings(directory.path(), 0, "held")));
    assert_eq!(code, 3, "{text}");
    assert!(text.contains("held by another process"), "{text}");
    holder.signal(Signal::TERM);
    assert_eq!(
        holder.exit_code(),
        Some(0),
        "without a session there is nobody to log out"
    );
}
