//! `fixnic demo` recovers what it loses, and its files say so.
use assert_cmd::Command;
use pcap_file::pcapng::blocks::enhanced_packet::EnhancedPacketOption;
use pcap_file::pcapng::{Block, PcapNgReader};
use serde_json::Value;
use std::{fs, fs::File, path::Path};

fn demo(folder: &Path, arguments: &[&str]) -> (String, Value) {
    let (json, pcap) = (folder.join("demo.json"), folder.join("demo.pcapng"));
    let output = Command::cargo_bin("fixnic")
        .unwrap()
        .arg("demo")
        .args(arguments)
        .arg("--json")
        .arg(&json)
        .arg("--pcap")
        .arg(&pcap)
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{errors}");
    (
        told,
        serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap(),
    )
}

fn comments(pcap: &Path) -> Vec<String> {
    let mut reader = PcapNgReader::new(File::open(pcap).unwrap()).unwrap();
    let mut found = Vec::new();
    while let Some(block) = reader.next_block() {
        let Block::EnhancedPacket(packet) = block.unwrap() else {
            continue;
        };
        assert_eq!(packet.data.len(), packet.original_len as usize);
        for option in packet.options {
            if let EnhancedPacketOption::Comment(text) = option {
                found.push(text.into_owned());
            }
        }
    }
    found
}

#[test]
fn a_gap_of_fifty_is_recovered_once_and_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let (told, figures) = demo(folder.path(), &["--seed", "7"]);
    assert!(told.contains("gap: 34="), "{told}");
    assert!(
        told.contains("the desk's order state is the exchange's"),
        "{told}"
    );
    for (name, value) in [("violations", 0), ("disagreements", 0), ("gap_messages", 50)] {
        assert_eq!(figures[name], value, "{name}: {figures}");
    }
    assert!(
        figures["duplicates_dropped"].as_u64().unwrap() > 0,
        "an open-ended resend repeats what is queued"
    );
    assert!(figures["tags_used"].as_u64().unwrap() > 100, "{figures}");
    let gaps = figures["verdicts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|v| v[0] == "GAP")
        .unwrap()[1]
        .as_u64()
        .unwrap();
    assert!(gaps > 0);

    let comments = comments(&folder.path().join("demo.pcapng"));
    let opened: Vec<_> = comments.iter().filter(|c| c.contains("GAP_OPENED")).collect();
    assert_eq!(opened.len(), 1, "{opened:?}");
    assert_eq!(
        comments
            .iter()
            .map(|c| c.matches(": GAP, expected").count() as u64)
            .sum::<u64>(),
        gaps
    );
}

#[test]
fn the_same_seed_tells_the_same_story() {
    let folder = tempfile::tempdir().unwrap();
    let story = |told: &str| -> Vec<String> {
        told.lines()
            .filter(|l| l.contains(" ms  ") && !l.contains("RTT"))
            .map(str::to_owned)
            .collect()
    };
    let (first, _) = demo(folder.path(), &["--seed", "11", "--gap", "3", "--rtt-us", "200"]);
    let (second, _) = demo(folder.path(), &["--seed", "11", "--gap", "3", "--rtt-us", "200"]);
    assert!(story(&first).len() > 10, "{first}");
    assert_eq!(story(&first), story(&second));
}
