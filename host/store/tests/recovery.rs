//! What opening makes of a log that did not end in order.

use std::fs;
use std::path::{Path, PathBuf};

use fixnic_store::record::{CommitNote, FILE_HEADER_LEN, RECORD_HEADER_LEN};
use fixnic_store::{LogStore, StoreError, StoreOptions, SyncPolicy, MAX_MESSAGE_LEN, SEGMENT_LEN_MIN};
use proptest::prelude::*;

const CREATED_NS: u64 = 1_700_000_000_000_000_000;

fn open(path: &Path) -> Result<LogStore, StoreError> {
    LogStore::open(path, SyncPolicy::EveryBatch, CREATED_NS)
}

fn message(number: u64) -> Vec<u8> {
    format!("8=FIX.4.4\x019=20\x0135=8\x0134={number}\x0110=000\x01").into_bytes()
}

fn stored(store: &mut LogStore, number: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    store.read_outgoing(number, &mut bytes).unwrap().then_some(bytes)
}

/// A log with `count` messages and as many incoming numbers, committed in pairs, and the offset of its last pair.
fn filled(directory: &tempfile::TempDir, count: u64) -> (PathBuf, usize) {
    let path = directory.path().join("session.log");
    let mut store = open(&path).unwrap();
    for number in 1..=count {
        store.set_next_incoming(number + 1).unwrap();
        store.append_outgoing(number, &message(number)).unwrap();
        store.commit(CREATED_NS).unwrap();
        store.sync().unwrap();
    }
    drop(store);
    let last_batch_len = 3 * RECORD_HEADER_LEN + message(count).len() + CommitNote::LEN;
    let last_offset = fs::metadata(&path).unwrap().len() as usize - last_batch_len;
    (path, last_offset)
}

#[test]
fn numbers_messages_and_creation_time_come_back() {
    let directory = tempfile::tempdir().unwrap();
    let (path, _) = filled(&directory, 3);
    let mut store = LogStore::open(&path, SyncPolicy::EveryBatch, 5).unwrap();
    assert_eq!((store.next_outgoing(), store.next_incoming()), (4, 4));
    assert_eq!(store.created_ns(), CREATED_NS);
    assert_eq!(stored(&mut store, 2), Some(message(2)));
    assert_eq!(stored(&mut store, 4), None);

    store.reset(77).unwrap();
    store.append_outgoing(1, b"after the reset").unwrap();
    assert_eq!(
        stored(&mut store, 1).unwrap(),
        b"after the reset",
        "a message is readable before its commit"
    );
    store.commit(77).unwrap();
    drop(store);
    let mut store = open(&path).unwrap();
    assert_eq!(
        (store.next_outgoing(), store.next_incoming(), store.created_ns()),
        (2, 1, 77)
    );
    assert_eq!(stored(&mut store, 1).unwrap(), b"after the reset");
    assert_eq!(stored(&mut store, 2), None);
}

#[test]
fn a_tail_torn_at_any_byte_is_cut_off() {
    let directory = tempfile::tempdir().unwrap();
    let (path, last_offset) = filled(&directory, 4);
    let whole = fs::read(&path).unwrap();
    for len in last_offset..whole.len() {
        fs::write(&path, &whole[..len]).unwrap();
        let mut store = open(&path).unwrap();
        assert_eq!(store.recovery().torn_bytes, (len - last_offset) as u64);
        assert_eq!(
            (store.next_outgoing(), store.next_incoming()),
            (4, 4),
            "cut to {len} bytes"
        );
        assert_eq!(stored(&mut store, 3), Some(message(3)));
        assert_eq!(stored(&mut store, 4), None);
        // The number was never acknowledged, so it is free, and the log goes on behind the cut.
        store.append_outgoing(4, b"another").unwrap();
        store.commit(CREATED_NS).unwrap();
        drop(store);
        let mut store = open(&path).unwrap();
        assert_eq!(store.recovery().torn_bytes, 0);
        assert_eq!(stored(&mut store, 4).unwrap(), b"another");
    }
}

#[test]
fn a_creation_cut_short_at_any_byte_starts_afresh() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.log");
    drop(open(&path).unwrap());
    let whole = fs::read(&path).unwrap();
    for len in 0..FILE_HEADER_LEN {
        fs::write(&path, &whole[..len]).unwrap();
        assert_eq!(
            open(&path).unwrap().next_outgoing(),
            1,
            "header cut to {len} bytes"
        );
    }
}

#[test]
fn a_zeroed_tail_after_a_power_loss_is_cut_off() {
    let directory = tempfile::tempdir().unwrap();
    let (path, last_offset) = filled(&directory, 4);
    let mut bytes = fs::read(&path).unwrap();
    bytes[last_offset..].fill(0);
    bytes.extend([0; 5000]);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(open(&path).unwrap().next_outgoing(), 4);
}

#[test]
fn room_that_a_killed_process_leaves_is_no_torn_tail_and_is_used_on() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.log");
    let mut store = open(&path).unwrap();
    for number in 1..=3 {
        store.append_outgoing(number, &message(number)).unwrap();
        store.commit(CREATED_NS).unwrap();
    }
    // What the next process finds after kill -9: the file as it is, without what dropping would do.
    let left = fs::read(&path).unwrap();
    drop(store);
    let ended = fs::read(&path).unwrap();
    assert!(left.len() > ended.len() && left.starts_with(&ended));
    assert!(left[ended.len()..].iter().all(|byte| *byte == 0));
    assert!(
        *ended.last_chunk::<16>().unwrap() != [0; 16],
        "an orderly end is the last record's"
    );

    fs::write(&path, &left).unwrap();
    let summary = fixnic_store::journal::read(&path, &mut |_| {}).unwrap();
    assert_eq!((summary.outgoing, &summary.faults[..]), (3, &[][..]));
    let mut store = open(&path).unwrap();
    assert_eq!((store.recovery().torn_bytes, store.next_outgoing()), (0, 4));
    assert_eq!(
        fs::metadata(&path).unwrap().len(),
        left.len() as u64,
        "nothing is cut off"
    );
    store.append_outgoing(4, &message(4)).unwrap();
    store.commit(CREATED_NS).unwrap();
    drop(store);
    let mut store = open(&path).unwrap();
    assert_eq!(
        (1..=5)
            .map(|number| stored(&mut store, number))
            .collect::<Vec<_>>(),
        [
            Some(message(1)),
            Some(message(2)),
            Some(message(3)),
            Some(message(4)),
            None,
        ]
    );
    drop(store);

    // Anything else than zeroes is a torn tail.
    let mut torn = left.clone();
    torn[left.len() - 1] = 1;
    fs::write(&path, &torn).unwrap();
    assert_eq!(
        open(&path).unwrap().recovery().torn_bytes,
        (left.len() - ended.len()) as u64
    );
    assert_eq!(fs::metadata(&path).unwrap().len(), ended.len() as u64);
}

#[test]
fn damage_in_the_middle_is_refused_at_every_byte_and_nothing_is_changed() {
    let directory = tempfile::tempdir().unwrap();
    let (path, last_offset) = filled(&directory, 3);
    let whole = fs::read(&path).unwrap();
    for at in FILE_HEADER_LEN..last_offset {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x10;
        fs::write(&path, &damaged).unwrap();
        let error = open(&path).expect_err("a damaged log was opened");
        let StoreError::Damaged {
            offset,
            expected,
            found,
            ..
        } = &error
        else {
            panic!("byte {at}: {error}");
        };
        assert!(*offset as usize <= at && at - *offset as usize <= RECORD_HEADER_LEN + message(1).len());
        assert!(!expected.is_empty() && expected != found, "{error}");
        assert!(
            error.to_string().contains(&format!("damaged at byte {offset}")),
            "{error}"
        );
        assert_eq!(fs::read(&path).unwrap(), damaged, "a refused log was changed");
    }
}

#[test]
fn a_message_that_quotes_a_record_is_not_taken_for_one() {
    let directory = tempfile::tempdir().unwrap();
    let (path, last_offset) = filled(&directory, 2);
    let mut quoting = fs::read(&path).unwrap()[last_offset..].to_vec();
    quoting.extend(b"and more");
    let mut store = open(&path).unwrap();
    store.append_outgoing(3, &quoting).unwrap();
    store.commit(CREATED_NS).unwrap();
    drop(store);
    let whole = fs::read(&path).unwrap();
    // Cut behind the quoted records, within the message.
    fs::write(
        &path,
        &whole[..whole.len() - RECORD_HEADER_LEN - CommitNote::LEN - 1],
    )
    .unwrap();
    let store = open(&path).expect("a torn tail which quotes a record is still a torn tail");
    assert_eq!(store.next_outgoing(), 3);
}

#[test]
fn records_without_their_commit_do_not_count_though_each_is_whole() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.log");
    let mut store = open(&path).unwrap();
    store.append_outgoing(1, &message(1)).unwrap();
    store.commit(CREATED_NS).unwrap();
    // A batch longer than what is gathered: its beginning is written before the commit.
    let long = vec![b'x'; MAX_MESSAGE_LEN];
    store.set_next_incoming(9).unwrap();
    for number in 2..=4 {
        store.append_outgoing(number, &long).unwrap();
    }
    assert!(fs::metadata(&path).unwrap().len() > MAX_MESSAGE_LEN as u64);
    assert_eq!(
        stored(&mut store, 2).as_ref(),
        Some(&long),
        "written or pending, it can be read"
    );
    drop(store);
    let store = open(&path).unwrap();
    assert_eq!((store.next_outgoing(), store.next_incoming()), (2, 1));
    assert!(store.recovery().torn_bytes > MAX_MESSAGE_LEN as u64);
}

#[test]
fn a_reset_counts_together_with_the_logon_behind_it_under_every_policy() {
    for policy in [SyncPolicy::EveryMessage, SyncPolicy::EveryBatch] {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("session.log");
        let mut store = LogStore::open(&path, policy, CREATED_NS).unwrap();
        for number in 1..=3 {
            store.append_outgoing(number, &message(number)).unwrap();
        }
        store.commit(CREATED_NS).unwrap();
        store.reset(77).unwrap();
        let left = fs::read(&path).unwrap();
        store.append_outgoing(1, b"the Logon").unwrap();
        store.commit(77).unwrap();
        drop(store);
        assert_eq!(open(&path).unwrap().next_outgoing(), 2);
        // Killed between the two.
        fs::write(&path, left).unwrap();
        let mut store = LogStore::open(&path, policy, CREATED_NS).unwrap();
        assert_eq!(
            (store.next_outgoing(), store.created_ns()),
            (4, CREATED_NS),
            "{policy:?}"
        );
        // Without anything behind it, it counts with its commit.
        store.reset(78).unwrap();
        store.commit(78).unwrap();
        let left = fs::read(&path).unwrap();
        drop(store);
        fs::write(&path, left).unwrap();
        assert_eq!(open(&path).unwrap().created_ns(), 78);
    }
}

#[test]
fn a_foreign_file_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.log");
    for content in ["notes", "a text much longer than the header of a log would be"] {
        fs::write(&path, content).unwrap();
        let error = open(&path).unwrap_err();
        assert!(matches!(error, StoreError::NotALog { .. }), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
}

#[test]
fn a_log_is_held_by_one_store_at_a_time() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("session.log");
    let first = open(&path).unwrap();
    assert!(matches!(open(&path), Err(StoreError::Held { .. })));
    drop(first);
    open(&path).unwrap();
}

#[test]
fn a_number_is_stored_once() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = open(&directory.path().join("session.log")).unwrap();
    store.append_outgoing(1, b"one").unwrap();
    store.append_outgoing(5, b"five").unwrap();
    for used in [0, 1, 4, 5, u64::MAX] {
        let error = store.append_outgoing(used, b"again").unwrap_err();
        assert!(
            matches!(error, StoreError::NumberReused { expected: 6, .. }),
            "{error}"
        );
    }
    assert_eq!(stored(&mut store, 1).unwrap(), b"one");
    assert_eq!(store.next_outgoing(), 6);
}

#[test]
fn a_message_over_the_limit_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = open(&directory.path().join("session.log")).unwrap();
    store.append_outgoing(1, &vec![b'x'; MAX_MESSAGE_LEN]).unwrap();
    let error = store
        .append_outgoing(2, &vec![b'x'; MAX_MESSAGE_LEN + 1])
        .unwrap_err();
    assert!(matches!(error, StoreError::TooLong { .. }), "{error}");
    assert_eq!(store.next_outgoing(), 2);
    assert_eq!(stored(&mut store, 1).unwrap().len(), MAX_MESSAGE_LEN);
}

/// One call of the store, as the property test below draws it.
#[derive(Debug, Clone)]
enum Call {
    Append { skip: u64, message: Vec<u8> },
    NextIncoming(u64),
    NextOutgoing(u64),
    Reset(u64),
    Commit,
    Reopen,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        6 => (0..3_u64, proptest::collection::vec(any::<u8>(), 0..900))
            .prop_map(|(skip, message)| Call::Append { skip, message }),
        3 => (1..50_u64).prop_map(Call::NextIncoming),
        1 => (1..50_u64).prop_map(Call::NextOutgoing),
        1 => (1..9_u64).prop_map(Call::Reset),
        2 => Just(Call::Commit),
        2 => Just(Call::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The store against a plain map, over any order of calls and reopenings.
    #[test]
    fn a_reopened_store_says_what_a_map_says(
        calls in proptest::collection::vec(call(), 1..60),
        policy in prop_oneof![
            Just(SyncPolicy::EveryMessage),
            Just(SyncPolicy::EveryBatch),
            Just(SyncPolicy::Interval { interval_ns: 1 }),
        ],
    ) {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("session.log");
        let options = StoreOptions { sync: policy, segment_len_max: SEGMENT_LEN_MIN };
        let mut store = LogStore::open_with(&path, options, 1).unwrap();
        let mut messages = std::collections::BTreeMap::new();
        let (mut outgoing, mut incoming, mut created) = (1, 1, 1);
        for call in calls {
            match call {
                Call::Append { skip, message } => {
                    store.append_outgoing(outgoing + skip, &message).unwrap();
                    messages.insert(outgoing + skip, message);
                    outgoing += skip + 1;
                }
                Call::NextIncoming(n) => { store.set_next_incoming(n).unwrap(); incoming = n; }
                Call::NextOutgoing(n) => {
                    store.set_next_outgoing(n).unwrap();
                    messages.retain(|number, _| *number < n);
                    outgoing = n;
                }
                Call::Reset(now) => {
                    store.reset(now).unwrap();
                    messages.clear();
                    (outgoing, incoming, created) = (1, 1, now);
                }
                Call::Commit => store.commit(2).unwrap(),
                Call::Reopen => {
                    store.commit(2).unwrap();
                    drop(store);
                    store = LogStore::open_with(&path, options, 3).unwrap();
                }
            }
            prop_assert_eq!(store.next_outgoing(), outgoing);
            prop_assert_eq!(store.next_incoming(), incoming);
            prop_assert_eq!(store.created_ns(), created);
            for number in 0..outgoing {
                prop_assert_eq!(stored(&mut store, number), messages.get(&number).cloned());
            }
        }
    }
}
