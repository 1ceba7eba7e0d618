//! `fixnic device` and `fixnic sim-device` as processes of their own: one is the card, the other its driver.
use assert_cmd::cargo::cargo_bin;
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use tempfile::TempDir;

/// A process that does not outlive the test.
struct Running {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Running {
    fn start(args: &[&str]) -> Self {
        let mut child = Command::new(cargo_bin("fixnic"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// Reads its output up to the line that holds `text`.
    fn wait_for(&mut self, text: &str) {
        let mut seen = Vec::new();
        for line in self.lines.by_ref() {
            let line = line.unwrap();
            if line.contains(text) {
                return;
            }
            seen.push(line);
        }
        panic!("it ended without {text:?}: {seen:?}");
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    fn finish(mut self) -> (bool, String) {
        let stderr = std::io::read_to_string(self.child.stderr.take().unwrap()).unwrap();
        (self.child.wait().unwrap().success(), stderr)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Card {
    _directory: TempDir,
    target: String,
    process: Running,
}

fn card(wire: &str) -> Card {
    let directory = TempDir::new().unwrap();
    let socket: PathBuf = directory.path().join("card");
    let mut process = Running::start(&[
        "sim-device",
        "--model",
        "golden",
        "--wire",
        wire,
        "--socket",
        path(&socket),
    ]);
    process.wait_for("golden model on");
    Card {
        target: format!("vfio-user:{}", path(&socket)),
        _directory: directory,
        process,
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn fixnic(args: &[&str]) -> Output {
    Command::new(cargo_bin("fixnic")).args(args).output().unwrap()
}

fn selftest(card: &Card, loopback: &str) -> Output {
    fixnic(&["device", "selftest", &card.target, "--loopback", loopback])
}

/// A self-test that goes on until it is stopped.
fn traffic(card: &Card) -> Running {
    let mut traffic = Running::start(&["device", "selftest", &card.target, "--loopback", "1000000000"]);
    traffic.wait_for("tx ring");
    traffic
}

#[track_caller]
fn assert_passes(output: &Output) -> String {
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stdout}{stderr}");
    stdout
}

#[test]
fn the_self_test_compares_frames_and_names_what_it_did() {
    let card = card("loopback");
    let stdout = assert_passes(&selftest(&card, "2000"));
    for part in [
        "registers",
        "rx ring",
        "tx ring",
        "2000 frames",
        "interrupts",
        "confinement",
        "reset",
    ] {
        assert!(stdout.contains(part), "{part} is missing in {stdout}");
    }
}

#[test]
fn without_a_wire_the_test_says_what_it_left_out() {
    let card = card("none");
    let stdout = assert_passes(&selftest(&card, "0"));
    assert!(stdout.contains("not tested: the frame buffer"), "{stdout}");
    let output = fixnic(&[
        "device",
        "selftest",
        &card.target,
        "--loopback",
        "1",
        "--patience",
        "3",
    ]);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(stderr.contains("does the wire bring frames back?"), "{stderr}");
}

#[test]
fn info_shows_registers_and_drop_reasons_by_name() {
    let card = card("none");
    let stdout = assert_passes(&fixnic(&["device", "info", &card.target]));
    for text in [
        "fixnic, ABI",
        "GEOMETRY",
        "sessions_log2=10",
        "drop_ring",
        "axi_read_error",
    ] {
        assert!(stdout.contains(text), "{text} is missing in {stdout}");
    }
}

#[test]
fn a_driver_killed_in_the_middle_of_dma_leaves_a_card_that_opens_again() {
    let card = card("loopback");
    // Several times, as the next driver may come before the card has noticed that the last one is gone.
    for _ in 0..5 {
        traffic(&card).kill();
        assert_passes(&selftest(&card, "50"));
    }
}

#[test]
fn a_second_driver_is_refused_and_the_first_goes_on() {
    let card = card("loopback");
    let mut first = traffic(&card);
    for command in ["selftest", "info"] {
        let output = fixnic(&["device", command, &card.target]);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success());
        assert!(stderr.contains("serves another client"), "{stderr}");
    }
    assert!(first.child.try_wait().unwrap().is_none(), "the first has stopped");
}

#[test]
fn a_card_whose_process_dies_is_reported_gone() {
    let card = card("loopback");
    let driver = traffic(&card);
    card.process.kill();
    let (success, stderr) = driver.finish();
    assert!(!success);
    assert!(stderr.contains("the device is gone"), "{stderr}");
}

/// Settings of acceptors on a card, a session for each NicRing and SocketAcceptPort; a store for each.
fn acceptors(card: &Card, directory: &Path, more: &str, sessions: &[(u8, u16)]) -> PathBuf {
    let settings = directory.join("acceptor.cfg");
    let mut text = format!(
        "[DEFAULT]\nConnectionType=acceptor\nBeginString=FIX.4.4\nFileStorePath={}\n\
         Device={}\nNicAddress=10.77.0.2/24\nSenderCompID=DESK\n{more}\n",
        path(&directory.join("store")),
        card.target
    );
    for (ring, port) in sessions {
        text += &format!("[SESSION]\nTargetCompID=EXCHANGE{port}\nNicRing={ring}\nSocketAcceptPort={port}\n");
    }
    std::fs::write(&settings, text).unwrap();
    settings
}

/// Exit code 1: it was at work, and no setting is to blame. That sessions are told why they go down is tested with the engine.
fn sessions_end_with_their_card(more: &str, sessions: &[(u8, u16)]) {
    let card = card("none");
    let directory = TempDir::new().unwrap();
    let settings = acceptors(&card, directory.path(), more, sessions);
    let mut run = Running::start(&["run", path(&settings)]);
    let mut stderr = BufReader::new(run.child.stderr.take().unwrap()).lines();
    let mut told = |text: &str| stderr.any(|line| line.unwrap().contains(text));
    for (_, port) in sessions {
        assert!(
            told(&format!("listening address=0.0.0.0:{port}")),
            "it did not start"
        );
    }
    card.process.kill();
    assert!(told("the device is gone"), "it did not tell");
    assert_eq!(run.child.wait().unwrap().code(), Some(1));
}

#[test]
fn sessions_of_one_thread_end_with_their_card() {
    sessions_end_with_their_card("", &[(0, 9880)]);
}

#[test]
fn sessions_of_several_threads_end_with_their_card() {
    sessions_end_with_their_card("NicThreads=Y", &[(0, 9880), (1, 9881), (2, 9882)]);
}

#[test]
fn what_hinders_the_start_of_a_thread_is_told_with_its_own_exit_code() {
    let card = card("none");
    let directory = TempDir::new().unwrap();
    let run = |sessions: &[(u8, u16)]| {
        let settings = acceptors(&card, directory.path(), "NicThreads=Y", sessions);
        let output = fixnic(&["run", path(&settings)]);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), stderr)
    };
    // A port among those for outgoing connections of ring 2's thread.
    let (code, text) = run(&[(1, 57_344), (2, 9882)]);
    assert_eq!(code, Some(2), "{text}");
    let said = "RX ring 2 cannot have a thread: local port 57344 is used already, by the thread of RX ring 1";
    assert!(text.contains(said), "{text}");
    // A store that another session has: the thread says so, and the others do not begin.
    let held = directory.path().join("store/FIX.4.4-DESK-EXCHANGE9882.fixlog");
    std::fs::create_dir_all(held.parent().unwrap()).unwrap();
    let _holder = fixnic_store::LogStore::open(&held, fixnic_store::SyncPolicy::EveryBatch, 1).unwrap();
    let (code, text) = run(&[(1, 9881), (2, 9882), (3, 9883)]);
    assert_eq!(code, Some(3), "{text}");
    let said = "fixnic: the thread of RX ring 2: session FIX.4.4:DESK->EXCHANGE9882: ";
    assert!(
        text.contains(said) && text.contains("held by another process"),
        "{text}"
    );
    assert!(!text.contains("listening"), "{text}");
}

#[test]
fn frames_of_a_capture_arrive() {
    // Classic pcap: one frame of 60 bytes.
    let directory = TempDir::new().unwrap();
    let capture = directory.path().join("frames.pcap");
    let mut bytes = Vec::new();
    for word in [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 65_535, 1, 0, 0, 60, 60] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.extend([0x5a; 60]);
    std::fs::write(&capture, bytes).unwrap();
    let card = card(&format!("pcap:{}", path(&capture)));
    // The frame arrives once reception is on; the counter is read soon after, so more than one look may be needed.
    let arrived = (0..100).any(|_| {
        let stdout = assert_passes(&fixnic(&["device", "info", &card.target]));
        let line = stdout.lines().find(|line| line.contains("rx_delivered")).unwrap();
        line.ends_with(" 1")
    });
    assert!(arrived, "rx_delivered stayed 0");
}

#[test]
fn mistakes_are_told() {
    for (args, text) in [
        (&["device", "info", "eth0"][..], "lspci -D"),
        (
            &["device", "info", "vfio-user:/nowhere"],
            "connecting to the device's process",
        ),
        (&["device", "selftest", "0000:ff:1f.7"], "fixnic device list"),
        (&["sim-device", "--socket", "/nowhere/x"], "/nowhere/x"),
        (
            &["sim-device", "--socket", "/tmp/x", "--wire", "string"],
            "loopback",
        ),
    ] {
        let output = fixnic(args);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success());
        assert!(stderr.contains(text), "{args:?} does not say {text:?}: {stderr}");
    }
}
