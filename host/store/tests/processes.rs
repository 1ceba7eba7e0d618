//! The store when its process is killed, and when the disk takes no more. The test runs itself as a child.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use fixnic_store::{LogStore, StoreError, SyncPolicy};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const SEED: u64 = 0x5eed_0f1c;
/// Kills in an ordinary run; `FIXNIC_STORE_KILLS` sets another number.
const KILLS: usize = 60;
/// Messages read back after each kill, the newest.
const READ_BACK: u64 = 2_000;
/// What the child writes at most into its log in the full-disk test, in 512-byte blocks as ulimit(1) counts.
const FULL_DISK_BLOCKS: u64 = 40;

fn main() {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("child-append") => append_until_killed(&arguments.next().unwrap(), &arguments.next().unwrap()),
        Some("child-full-disk") => append_until_refused(&arguments.next().unwrap()),
        // A filter or flag of the test runner: all tests here run in a few seconds.
        _ => {
            run("every_acknowledged_number_survives_kill_9", kill_9);
            run("a_full_disk_is_a_clear_error_and_acknowledges_nothing", full_disk);
        }
    }
}

fn run(name: &str, test: fn()) {
    test();
    println!("test {name} ... ok");
}

fn message(number: u64) -> Vec<u8> {
    format!(
        "8=FIX.4.4\x0135=8\x0134={number}\x0158={}\x01",
        "x".repeat((number % 97) as usize)
    )
    .into_bytes()
}

/// Stores messages of rising number; writes a number to stdout once its commit has returned.
fn append_until_killed(path: &str, policy: &str) {
    let policy = match policy {
        "message" => SyncPolicy::EveryMessage,
        "batch" => SyncPolicy::EveryBatch,
        _ => SyncPolicy::Interval {
            interval_ns: u64::MAX,
        },
    };
    let mut store = LogStore::open(Path::new(path), policy, 1).unwrap();
    let mut acknowledge = io::stdout();
    loop {
        for _ in 0..3 {
            let number = store.next_outgoing();
            store.append_outgoing(number, &message(number)).unwrap();
            store.set_next_incoming(number).unwrap();
        }
        store.commit(2).unwrap();
        writeln!(acknowledge, "{}", store.next_outgoing() - 1).unwrap();
    }
}

fn spawn(program: &mut Command) -> (Child, BufReader<std::process::ChildStdout>) {
    let mut child = program.stdout(Stdio::piped()).spawn().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    (child, stdout)
}

fn kill_9() {
    let kills = std::env::var("FIXNIC_STORE_KILLS").map_or(KILLS, |text| text.parse().unwrap());
    println!("seed {SEED:#x}");
    let mut rng = ChaCha8Rng::seed_from_u64(SEED);
    let directory = tempfile::tempdir().unwrap();
    for policy in ["message", "batch", "interval"] {
        let path = directory.path().join(policy);
        let mut acknowledged = 0;
        let mut torn = 0;
        for _ in 0..kills / 3 {
            let (mut child, mut lines) = spawn(
                Command::new(std::env::current_exe().unwrap())
                    .arg("child-append")
                    .arg(&path)
                    .arg(policy),
            );
            let mut line = String::new();
            for _ in 0..rng.random_range(1..60) {
                line.clear();
                lines.read_line(&mut line).unwrap();
            }
            // A random place between two acknowledgements: the child runs on while we count.
            for _ in 0..rng.random_range(0..40_000) {
                std::hint::black_box(());
            }
            child.kill().unwrap();
            // Acknowledged is what reached the pipe, read or not; a line cut short by the kill is no acknowledgement.
            let mut rest = Vec::new();
            while lines.read_until(b'\n', &mut rest).unwrap() > 0 {
                if rest.ends_with(b"\n") {
                    line = String::from_utf8(std::mem::take(&mut rest)).unwrap();
                }
            }
            child.wait().unwrap();
            let last: u64 = line.trim().parse().unwrap();
            assert!(
                last > acknowledged,
                "{policy}: number {last} after {acknowledged} was acknowledged before"
            );
            acknowledged = last;

            let mut store = LogStore::open(&path, SyncPolicy::EveryBatch, 1).unwrap();
            torn += store.recovery().torn_bytes;
            assert!(
                store.next_outgoing() > acknowledged,
                "{policy}: acknowledged {acknowledged} is lost"
            );
            assert!(
                store.next_incoming() >= acknowledged,
                "{policy}: an incoming number is lost"
            );
            let mut bytes = Vec::new();
            for number in store.next_outgoing().saturating_sub(READ_BACK).max(1)..store.next_outgoing() {
                assert!(
                    store.read_outgoing(number, &mut bytes).unwrap(),
                    "{policy}: {number} is missing"
                );
                assert_eq!(bytes, message(number), "{policy}: message {number} is another");
            }
        }
        println!(
            "{policy}: {} kills, {acknowledged} numbers acknowledged, {torn} torn bytes cut",
            kills / 3
        );
    }
}

/// Stores messages until the file may not grow, reports the last acknowledged number and the error, then stores a
/// smaller one, which still fits.
fn append_until_refused(path: &str) {
    let mut store = LogStore::open(Path::new(path), SyncPolicy::EveryMessage, 1).unwrap();
    let error = loop {
        let number = store.next_outgoing();
        if let Err(error) = store.append_outgoing(number, &message(number)) {
            break error;
        }
    };
    assert!(
        matches!(&error, StoreError::Io { action: "append", .. }),
        "{error}"
    );
    println!("{}", store.next_outgoing() - 1);
    println!("{error}");
}

fn full_disk() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.log");
    // With SIGXFSZ ignored, a write past the limit fails with EFBIG as one on a full disk does with ENOSPC:
    // after writing what still fits.
    let script = format!("trap '' XFSZ; ulimit -f {FULL_DISK_BLOCKS}; exec \"$0\" child-full-disk \"$1\"");
    let output = Command::new("sh")
        .arg("-c")
        .arg(script)
        .arg(std::env::current_exe().unwrap())
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report = String::from_utf8(output.stdout).unwrap();
    let (acknowledged, error) = report.split_once('\n').unwrap();
    let acknowledged: u64 = acknowledged.parse().unwrap();
    assert!(
        acknowledged > 10,
        "the limit came too soon to show anything: {report}"
    );
    assert!(error.contains("cannot append at byte"), "{error}");
    assert!(error.contains("nothing was acknowledged"), "{error}");

    let mut store = LogStore::open(&path, SyncPolicy::EveryMessage, 1).unwrap();
    assert_eq!(
        store.recovery().torn_bytes,
        0,
        "the part of the record that fitted was taken back"
    );
    assert_eq!(
        store.next_outgoing(),
        acknowledged + 1,
        "a refused number counts as used"
    );
    store.append_outgoing(acknowledged + 1, b"room again").unwrap();
}
