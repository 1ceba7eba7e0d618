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

/// Exit code 1: it was at work, and no setting is to blame. That sessions are told why they go down is tested with the engine.
#[test]
fn sessions_end_with_their_card() {
    let card = card("none");
    let directory = TempDir::new().unwrap();
    let settings = directory.path().join("acceptor.cfg");
    let text = format!(
        "[DEFAULT]\nConnectionType=acceptor\nBeginString=FIX.4.4\nSocketAcceptPort=9880\nFileStorePath={}\n\
         Device={}\nNicAddress=10.77.0.2/24\n[SESSION]\nSenderCompID=DESK\nTargetCompID=EXCHANGE\n",
        path(&directory.path().join("store")),
        card.target
    );
    std::fs::write(&settings, text).unwrap();
    let mut run = Running::start(&["run", path(&settings)]);
    let mut stderr = BufReader::new(run.child.stderr.take().unwrap()).lines();
    let mut told = |text: &str| stderr.any(|line| line.unwrap().contains(text));
    assert!(told("listening"), "it did not start");
    card.process.kill();
    assert!(told("the device is gone"), "it did not tell");
    assert_eq!(run.child.wait().unwrap().code(), Some(1));
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
