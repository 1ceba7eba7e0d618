//! A log of many segments: what is found in older ones, what opening reads, and what damage in one means.

use fixnic_store::record::{FILE_HEADER_LEN, RECORD_HEADER_LEN};
use fixnic_store::simulated::{Crash, SimulatedDisk};
use fixnic_store::{LogStore, StoreError, StoreOptions, SyncPolicy, SEGMENT_LEN_MIN};

const NOW_NS: u64 = 1_700_000_000_000_000_000;
const OPTIONS: StoreOptions = StoreOptions {
    sync: SyncPolicy::EveryBatch,
    segment_len_max: SEGMENT_LEN_MIN,
};

fn message(number: u64) -> Vec<u8> {
    format!(
        "8=FIX.4.4\x0135=8\x0134={number}\x0158={}\x01",
        "x".repeat(number as usize % 90)
    )
    .into_bytes()
}

/// A store with this many messages, each committed by itself.
fn filled(count: u64) -> LogStore<SimulatedDisk> {
    let mut store = LogStore::open_on(SimulatedDisk::new(), OPTIONS, NOW_NS).unwrap();
    for number in 1..=count {
        store.append_outgoing(number, &message(number)).unwrap();
        store.set_next_incoming(number + 1).unwrap();
        store.commit(NOW_NS).unwrap();
    }
    store
}

fn reopen(store: &mut LogStore<SimulatedDisk>) -> Result<LogStore<SimulatedDisk>, StoreError> {
    let disk = store.disk().crash(Crash::Process, &mut |_| 0);
    LogStore::open_on(disk, OPTIONS, NOW_NS)
}

fn read(store: &mut LogStore<SimulatedDisk>, number: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    store.read_outgoing(number, &mut bytes).unwrap().then_some(bytes)
}

#[test]
fn messages_are_found_in_every_segment_forwards_backwards_and_after_reopening() {
    const COUNT: u64 = 400;
    let mut store = filled(COUNT);
    assert!(store.segment() > 10, "{}", store.segment());
    let mut reopened = reopen(&mut store).unwrap();
    for store in [&mut store, &mut reopened] {
        for number in (1..=COUNT).chain((1..=COUNT).rev()) {
            assert_eq!(read(store, number), Some(message(number)), "{number}");
        }
        assert_eq!(read(store, COUNT + 1), None);
        assert_eq!(read(store, 0), None);
    }
}

#[test]
fn opening_reads_the_last_segment_only() {
    let mut store = filled(2_000);
    let whole: u64 = (0..=store.segment())
        .map(|segment| store.disk().content(segment).unwrap().len() as u64)
        .sum();
    let reopened = reopen(&mut store).unwrap();
    assert_eq!(
        (reopened.next_outgoing(), reopened.next_incoming()),
        (2_001, 2_001)
    );
    let read = reopened.recovery().read_bytes;
    assert!(
        read < 3 * SEGMENT_LEN_MIN && whole > 20 * read,
        "{read} of {whole} bytes read"
    );
}

#[test]
fn what_a_reset_or_a_move_down_forgot_stays_forgotten_across_segments() {
    let mut store = filled(200);
    store.set_next_outgoing(20).unwrap();
    store.commit(NOW_NS).unwrap();
    for number in 25..150 {
        store.append_outgoing(number, b"again").unwrap();
        store.commit(NOW_NS).unwrap();
    }
    let mut reopened = reopen(&mut store).unwrap();
    for store in [&mut store, &mut reopened] {
        assert_eq!(read(store, 19), Some(message(19)));
        for number in 20..25 {
            assert_eq!(read(store, number), None, "{number}");
        }
        assert_eq!(read(store, 25).unwrap(), b"again");
        assert_eq!(read(store, 149).unwrap(), b"again");
        assert_eq!(read(store, 150), None);
    }
    store.reset(NOW_NS + 1).unwrap();
    store.commit(NOW_NS).unwrap();
    let mut reopened = reopen(&mut store).unwrap();
    assert_eq!((reopened.next_outgoing(), reopened.created_ns()), (1, NOW_NS + 1));
    assert_eq!(read(&mut reopened, 19), None);
}

#[test]
fn a_message_damaged_in_an_older_segment_is_not_sent_again() {
    let mut store = filled(100);
    let mut bytes = store.disk().content(0).unwrap().to_vec();
    let at = FILE_HEADER_LEN + RECORD_HEADER_LEN + 12;
    bytes[at] ^= 1;
    store.disk().set_content(0, bytes);
    // Opening does not read the first segment; asking for its first message does.
    let mut store = reopen(&mut store).unwrap();
    let error = store.read_outgoing(1, &mut Vec::new()).unwrap_err();
    let StoreError::Damaged { offset, .. } = &error else {
        panic!("{error}");
    };
    assert_eq!(*offset, FILE_HEADER_LEN as u64);
    assert!(
        error.to_string().contains("fixnic journal repair simulated"),
        "{error}"
    );
    assert_eq!(read(&mut store, 2), Some(message(2)));
}

#[test]
fn a_segment_that_was_never_begun_is_taken_away() {
    let mut store = filled(100);
    let last = store.segment();
    let header = store.disk().content(last).unwrap()[..FILE_HEADER_LEN].to_vec();
    for beginning in [0, 7, FILE_HEADER_LEN - 1] {
        let mut disk = store.disk().crash(Crash::Process, &mut |_| 0);
        disk.set_content(last + 1, header[..beginning].to_vec());
        let mut store = LogStore::open_on(disk, OPTIONS, NOW_NS).unwrap();
        assert_eq!((store.segment(), store.next_outgoing()), (last, 101));
        assert!(store.disk().content(last + 1).is_none());
    }
}
