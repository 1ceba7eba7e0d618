//! The log as an audit trail, and its repair: what a repair gives up, and that nothing else is lost.

use std::collections::BTreeSet;

use fixnic_store::journal::{self, Entry, What};
use fixnic_store::record::FILE_HEADER_LEN;
use fixnic_store::simulated::SimulatedDisk;
use fixnic_store::{IncomingNote, LogStore, StoreError, StoreOptions, SyncPolicy, SEGMENT_LEN_MIN};

const NOW_NS: u64 = 1_700_000_000_000_000_000;
const OPTIONS: StoreOptions = StoreOptions {
    sync: SyncPolicy::EveryBatch,
    segment_len_max: SEGMENT_LEN_MIN,
};
const NOTE: IncomingNote = IncomingNote {
    received_ns: NOW_NS + 7,
    verdict: 1,
    verified: true,
};

fn filled(count: u64) -> SimulatedDisk {
    let mut store = LogStore::open_on(SimulatedDisk::new(), OPTIONS, NOW_NS).unwrap();
    for number in 1..=count {
        store.note_incoming(number, NOTE, b"theirs").unwrap();
        store.set_next_incoming(number + 1).unwrap();
        store
            .append_outgoing(number, format!("ours {number}").as_bytes())
            .unwrap();
        store.commit(NOW_NS + number).unwrap();
    }
    store.disk().clone()
}

fn entries(disk: &SimulatedDisk) -> (Vec<Entry>, journal::Summary) {
    let mut entries = Vec::new();
    let summary = journal::read_on(&mut disk.clone(), &mut |entry| entries.push(entry)).unwrap();
    (entries, summary)
}

#[test]
fn both_directions_are_told_in_order_with_their_times() {
    let (entries, summary) = entries(&filled(100));
    assert!(summary.segments > 2 && summary.faults.is_empty(), "{summary:?}");
    assert_eq!((summary.outgoing, summary.incoming), (100, 100));
    assert_eq!((summary.next_outgoing, summary.next_incoming), (101, 101));
    let messages: Vec<&Entry> = entries
        .iter()
        .filter(|entry| matches!(entry.what, What::Outgoing(_) | What::Incoming(..)))
        .collect();
    for (at, pair) in messages.chunks(2).enumerate() {
        let number = at as u64 + 1;
        assert_eq!((pair[0].number, pair[1].number), (number, number));
        assert_eq!(pair[0].what, What::Incoming(NOTE, b"theirs".to_vec()));
        assert_eq!((pair[0].time_ns, pair[1].time_ns), (NOW_NS + 7, NOW_NS + number));
    }
}

#[test]
fn damage_anywhere_is_found_and_a_repair_loses_no_more_than_what_it_hit() {
    const COUNT: u64 = 30;
    let whole = filled(COUNT);
    for segment in 0..2 {
        let content = whole.content(segment).unwrap();
        for at in (FILE_HEADER_LEN..content.len()).step_by(11) {
            let mut disk = whole.clone();
            let mut bytes = content.to_vec();
            bytes[at] ^= 0x20;
            disk.set_content(segment, bytes);
            let (_, summary) = entries(&disk);
            let [fault] = &summary.faults[..] else {
                panic!("segment {segment}, byte {at}: {:?}", summary.faults);
            };
            assert!(fault.offset as usize <= at && at < (fault.offset + fault.len) as usize);
            let last = summary.segments - 1 == segment;
            if fault.torn {
                assert!(last, "only the end of a log may be torn: {fault:?}");
                continue;
            }

            let mut saved = Vec::new();
            journal::repair_on(&mut disk, &mut |segment| {
                saved.push(segment);
                Ok(())
            })
            .unwrap();
            assert_eq!(saved, [segment]);
            let (entries, summary) = entries(&disk);
            assert!(summary.faults.is_empty(), "byte {at}: {:?}", summary.faults);
            let voids = entries.iter().filter(|entry| entry.what == What::Void);
            assert_eq!(voids.map(|void| void.number).sum::<u64>(), fault.len);

            let mut store = LogStore::open_on(disk, OPTIONS, NOW_NS).unwrap();
            assert_eq!(
                (store.next_outgoing(), store.next_incoming()),
                (COUNT + 1, COUNT + 1),
                "byte {at}: numbers are not used again"
            );
            let mut message = Vec::new();
            let found: BTreeSet<u64> = (1..=COUNT)
                .filter(|number| {
                    let found = store.read_outgoing(*number, &mut message).unwrap();
                    assert!(!found || message == format!("ours {number}").as_bytes());
                    found
                })
                .collect();
            assert!(
                found.len() as u64 >= COUNT - 1,
                "byte {at} of segment {segment}: {found:?}"
            );
        }
    }
}

#[test]
fn a_repair_on_files_keeps_a_copy_and_the_log_opens_again() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.fixlog");
    let mut store = LogStore::open(&path, SyncPolicy::EveryMessage, NOW_NS).unwrap();
    for number in 1..=10 {
        store.append_outgoing(number, b"message").unwrap();
    }
    assert!(matches!(journal::repair(&path), Err(StoreError::Held { .. })));
    drop(store);
    let mut damaged = std::fs::read(&path).unwrap();
    damaged[FILE_HEADER_LEN + 30] ^= 1;
    std::fs::write(&path, &damaged).unwrap();
    let error = LogStore::open(&path, SyncPolicy::EveryBatch, NOW_NS).unwrap_err();
    assert!(error.to_string().contains("fixnic journal repair"), "{error}");

    let repaired = journal::repair(&path).unwrap();
    assert_eq!(repaired.len(), 1);
    assert_eq!(std::fs::read(&repaired[0].copy).unwrap(), damaged);
    let mut store = LogStore::open(&path, SyncPolicy::EveryBatch, NOW_NS).unwrap();
    assert_eq!(store.next_outgoing(), 11);
    assert!(!store.read_outgoing(1, &mut Vec::new()).unwrap());
    assert!(store.read_outgoing(2, &mut Vec::new()).unwrap());
}
