//! `fixnic journal`: what it says of a sound log, of a torn one and of a damaged one, and what its exit codes are.

use assert_cmd::Command;
use fixnic_store::record::FILE_HEADER_LEN;
use fixnic_store::{IncomingNote, LogStore, SyncPolicy};
use std::path::Path;

const NOW_NS: u64 = 1_700_000_000_123_000_000;
const VERDICT_GAP: u8 = 2;

fn message(number: u64) -> Vec<u8> {
    // 9= and 10= are those of this text.
    let body = format!("35=8\x0149=A\x0156=B\x0134={number}\x0152=20231114-22:13:20\x01");
    let mut text = format!("8=FIX.4.4\x019={}\x01{body}", body.len());
    let sum: u32 = text.bytes().map(u32::from).sum();
    text.push_str(&format!("10={:03}\x01", sum % 256));
    text.into_bytes()
}

fn filled(path: &Path) {
    let mut store = LogStore::open(path, SyncPolicy::EveryMessage, NOW_NS).unwrap();
    store.commit(NOW_NS).unwrap();
    for number in 1..=5 {
        store.append_outgoing(number, &message(number)).unwrap();
        let note = IncomingNote {
            received_ns: NOW_NS,
            verdict: VERDICT_GAP,
            verified: true,
        };
        store
            .note_incoming(number + 10, note, &message(number + 10))
            .unwrap();
    }
}

/// Exit code, standard output, standard error.
fn journal(arguments: &[&str], path: &Path) -> (i32, String, String) {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("fixnic"))
        .arg("journal")
        .args(arguments)
        .arg(path)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn a_sound_log_is_verified_shown_and_exported() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.fixlog");
    filled(&path);
    let (code, out, _) = journal(&["verify"], &path);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("5 outgoing, 5 incoming"), "{out}");

    let (code, out, _) = journal(&["verify", "--json"], &path);
    let object: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (code, &object["sound"], &object["next_outgoing"]),
        (0, &true.into(), &6.into())
    );

    let (_, out, _) = journal(&["show", "--messages", "--direction", "in"], &path);
    assert_eq!(out.lines().count(), 5, "{out}");
    let line = out.lines().next().unwrap();
    for part in [
        "20231114-22:13:20.123 in ",
        " 11 ",
        "GAP verified",
        "8=FIX.4.4|9=",
    ] {
        assert!(line.contains(part), "{part} in {line}");
    }

    let (_, out, _) = journal(&["export", "--from", "2", "--to", "3"], &path);
    let expected: Vec<u8> = [2, 3]
        .into_iter()
        .flat_map(|number| [message(number), b"\n".to_vec()].concat())
        .collect();
    assert_eq!(out.as_bytes(), expected);

    let (_, out, _) = journal(&["export", "--format", "json", "--direction", "out"], &path);
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(
        (&lines[4]["number"], &lines[4]["msg_type"]),
        (&5.into(), &"8".into())
    );
}

#[test]
fn damage_is_told_and_repaired_and_a_torn_tail_is_no_damage() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.fixlog");
    filled(&path);
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() - 3]).unwrap();
    let (code, out, _) = journal(&["verify"], &path);
    assert_eq!(code, 0);
    assert!(out.contains("torn tail"), "{out}");

    let mut damaged = whole;
    damaged[FILE_HEADER_LEN + 40] ^= 1;
    std::fs::write(&path, &damaged).unwrap();
    let (code, out, error) = journal(&["verify"], &path);
    assert_eq!(code, 1);
    assert!(out.contains("damage: segment 0, byte 32"), "{out}");
    assert!(error.contains("fixnic journal repair"), "{error}");

    let (code, out, _) = journal(&["repair"], &path);
    assert_eq!(code, 0);
    assert!(out.contains("byte 32"), "{out}");
    assert_eq!(journal(&["verify"], &path).0, 0);
    let (_, out, _) = journal(&["show"], &path);
    assert!(out.contains("repaired"), "{out}");
    assert_eq!(journal(&["verify"], &directory.path().join("none")).0, 3);
}
