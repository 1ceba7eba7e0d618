//! What the store costs a message: stored before it leaves, and read back for a resend.

use std::hint::black_box;

use criterion::{criterion_group, criterion_main, Criterion, Throughput};
use fixnic_store::{LogStore, SyncPolicy};

/// An ExecutionReport's length, in bytes.
const MESSAGE_LEN: usize = 170;
/// Messages of one group commit.
const BATCH: u64 = 50;

fn append(criterion: &mut Criterion) {
    let message = [b'x'; MESSAGE_LEN];
    let mut group = criterion.benchmark_group("append_and_commit");
    // Each with fdatasync after every commit, and without.
    for (name, policy) in [
        ("synced", SyncPolicy::EveryBatch),
        (
            "written",
            SyncPolicy::Interval {
                interval_ns: u64::MAX,
            },
        ),
    ] {
        for messages in [1, BATCH] {
            let directory = tempfile::tempdir().expect("a temporary directory");
            let mut store = LogStore::open(&directory.path().join("log"), policy, 1).expect("a new log");
            group.throughput(Throughput::Elements(messages));
            group.bench_function(format!("{name}/{messages}"), |bencher| {
                bencher.iter(|| {
                    for _ in 0..messages {
                        let number = store.next_outgoing();
                        store
                            .append_outgoing(number, black_box(&message))
                            .expect("the disk has room");
                    }
                    store.commit(2).expect("the disk has room");
                    while store.durable().expect("the disk works") < store.commits() {
                        std::thread::yield_now();
                    }
                });
            });
        }
    }
    group.finish();
}

fn resend(criterion: &mut Criterion) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("log");
    let policy = SyncPolicy::Interval {
        interval_ns: u64::MAX,
    };
    let mut store = LogStore::open(&path, policy, 1).expect("a new log");
    for number in 1..=100_000 {
        store
            .append_outgoing(number, &[b'x'; MESSAGE_LEN])
            .expect("the disk has room");
    }
    store.commit(2).expect("the disk has room");
    let mut group = criterion.benchmark_group("read_back");
    group.throughput(Throughput::Elements(BATCH));
    // The last ones are in memory; those before are read from the file, again and again from another place.
    for (name, newest) in [("recent", 99_900), ("old", 50_000)] {
        let mut first = newest;
        let mut message = Vec::new();
        group.bench_function(format!("{name}/50"), |bencher| {
            bencher.iter(|| {
                for number in first..first + BATCH {
                    assert!(store
                        .read_outgoing(number, &mut message)
                        .expect("the log can be read"));
                }
                first = if first < 1_000 || name == "recent" {
                    newest
                } else {
                    first - 997
                };
            });
        });
    }
    group.finish();
    drop(store);
    criterion.bench_function("open/100000 messages", |bencher| {
        bencher.iter(|| LogStore::open(&path, policy, 1).expect("a sound log"));
    });
}

criterion_group!(benches, append, resend);
criterion_main!(benches);
