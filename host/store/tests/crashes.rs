//! The store on a disk that dies at any byte, with the process or with the power: what was acknowledged is there, and
//! nothing else counts.
//!
//! `FIXNIC_STORE_CRASHES` sets the number of crashes (a few thousand take seconds; each has a seed of its own, printed when
//! it fails), `FIXNIC_STORE_SEED` the first seed.

use std::collections::BTreeMap;

use fixnic_store::simulated::{Crash, SimulatedDisk};
use fixnic_store::{IncomingNote, LogStore, StoreOptions, SyncPolicy, SEGMENT_LEN_MIN};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const CRASHES: u64 = 1_000;
/// Lives of one store, each ended by a crash.
const LIVES: u64 = 5;
const NOW_NS: u64 = 1_700_000_000_000_000_000;

fn from_environment(name: &str, default: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name}={text} is no number")),
        Err(_) => default,
    }
}

fn message(number: u64, life: u64, len: usize) -> Vec<u8> {
    format!(
        "8=FIX.4.4\x0135=8\x0134={number}\x0158=life {life} {}\x01",
        "x".repeat(len)
    )
    .into_bytes()
}

/// What a counterparty and an application know of a session.
#[derive(Debug, Clone)]
struct Known {
    next_outgoing: u64,
    next_incoming: u64,
    messages: BTreeMap<u64, Vec<u8>>,
}

impl Known {
    fn new() -> Known {
        Known {
            next_outgoing: 1,
            next_incoming: 1,
            messages: BTreeMap::new(),
        }
    }

    /// What the store says of itself.
    fn of(store: &mut LogStore<SimulatedDisk>) -> Known {
        let mut known = Known {
            next_outgoing: store.next_outgoing(),
            next_incoming: store.next_incoming(),
            messages: BTreeMap::new(),
        };
        let mut bytes = Vec::new();
        for number in 0..store.next_outgoing() + 3 {
            if store.read_outgoing(number, &mut bytes).unwrap() {
                known.messages.insert(number, bytes.clone());
            }
        }
        known
    }
}

/// A life of the store: random work until it dies. Returns every state that a commit ended in, and which of them is the
/// last that was durable (so that what depends on it may have left).
fn live(
    store: &mut LogStore<SimulatedDisk>,
    rng: &mut ChaCha8Rng,
    life: u64,
    every_message: bool,
) -> (Vec<Known>, usize) {
    let mut now = Known::of(store);
    let mut committed = vec![now.clone()];
    let first_commit = store.commits();
    let mut durable = 0;
    store.disk().die_after(rng.random_range(0..40_000));
    loop {
        for _ in 0..rng.random_range(1..6) {
            let mut then = now.clone();
            // Which is committed with what follows it.
            let mut resets = false;
            let done = match rng.random_range(0..20) {
                0 => {
                    let number = rng.random_range(1..now.next_outgoing + 3);
                    then.next_outgoing = number;
                    then.messages.retain(|n, _| *n < number);
                    store.set_next_outgoing(number)
                }
                1 => {
                    then = Known::new();
                    resets = true;
                    store.reset(NOW_NS + life)
                }
                2..=7 => {
                    then.next_incoming += 1;
                    store.set_next_incoming(then.next_incoming)
                }
                8 | 9 => {
                    let note = IncomingNote {
                        received_ns: NOW_NS,
                        verdict: 1,
                        verified: true,
                    };
                    store.note_incoming(now.next_incoming, note, &message(now.next_incoming, life, 40))
                }
                _ => {
                    let number = now.next_outgoing;
                    let bytes = message(number, life, rng.random_range(0..600));
                    then.messages.insert(number, bytes.clone());
                    then.next_outgoing = number + 1;
                    store.append_outgoing(number, &bytes)
                }
            };
            if done.is_err() {
                assert!(store.disk().is_dead(), "{done:?}");
                if every_message {
                    // Written in full or not, as with a commit.
                    committed.push(then);
                }
                return (committed, durable);
            }
            now = then;
            if every_message && !resets {
                committed.push(now.clone());
                durable = committed.len() - 1;
            }
        }
        match store.commit(NOW_NS + life) {
            Ok(()) => committed.push(now.clone()),
            Err(error) => {
                assert!(store.disk().is_dead(), "{error}");
                // Written in full or not: the commit may count, and so may the segment behind it.
                committed.push(now.clone());
                return (committed, durable);
            }
        }
        if rng.random_range(0..3) == 0 {
            store.disk().complete_syncs();
        }
        // The commits of a new segment's snapshot are counted too; states are told by their content.
        match store.durable() {
            Ok(done) if done == store.commits() && done > first_commit => durable = committed.len() - 1,
            Ok(_) => {}
            // Looking is when a full segment is closed.
            Err(error) => {
                assert!(store.disk().is_dead(), "{error}");
                return (committed, durable);
            }
        }
    }
}

fn same(a: &Known, b: &Known) -> bool {
    (a.next_outgoing, a.next_incoming, &a.messages) == (b.next_outgoing, b.next_incoming, &b.messages)
}

fn crash_at(seed: u64) -> (u64, u64) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let crash = if rng.random() {
        Crash::Power
    } else {
        Crash::Process
    };
    let options = StoreOptions {
        sync: match rng.random_range(0..3) {
            0 => SyncPolicy::EveryMessage,
            _ => SyncPolicy::EveryBatch,
        },
        segment_len_max: SEGMENT_LEN_MIN,
    };
    let mut disk = if rng.random() {
        SimulatedDisk::slow()
    } else {
        SimulatedDisk::new()
    };
    let (mut torn, mut segments) = (0, 0);
    for life in 0..LIVES {
        let mut store = LogStore::open_on(disk, options, NOW_NS).unwrap();
        let (committed, durable) = live(
            &mut store,
            &mut rng,
            life,
            options.sync == SyncPolicy::EveryMessage,
        );
        disk = store.disk().crash(crash, &mut |below| rng.random_range(0..below));
        let mut store = LogStore::open_on(disk, options, NOW_NS)
            .unwrap_or_else(|error| panic!("life {life}, {crash:?}: {error}"));
        torn += store.recovery().torn_bytes;
        segments = segments.max(store.segment());
        let found = Known::of(&mut store);
        let first = match crash {
            Crash::Power => durable,
            // What write(2) has taken survives: all but the last, which may be cut short.
            Crash::Process => committed.len().saturating_sub(2),
        };
        assert!(
            committed[first..].iter().any(|known| same(known, &found)),
            "life {life}, {crash:?}: found next {} {} of {} messages, which was none of {:?}",
            found.next_outgoing,
            found.next_incoming,
            found.messages.len(),
            committed[first..]
                .iter()
                .map(|k| (k.next_outgoing, k.next_incoming))
                .collect::<Vec<_>>()
        );
        disk = store.disk().crash(Crash::Process, &mut |_| 0);
    }
    (torn, u64::from(segments))
}

#[test]
fn what_was_acknowledged_survives_a_death_at_any_byte() {
    let crashes = from_environment("FIXNIC_STORE_CRASHES", CRASHES);
    let first = from_environment("FIXNIC_STORE_SEED", 0);
    let (mut torn, mut segments) = (0, 0);
    for seed in first..first + crashes.div_ceil(LIVES) {
        // The seed shows when the test fails.
        let result = std::panic::catch_unwind(|| crash_at(seed));
        match result {
            Ok((bytes, most)) => {
                torn += bytes;
                segments = segments.max(most);
            }
            Err(reason) => {
                eprintln!("FIXNIC_STORE_SEED={seed} FIXNIC_STORE_CRASHES={LIVES} shows it");
                std::panic::resume_unwind(reason);
            }
        }
    }
    println!(
        "{crashes} crashes, {torn} torn bytes cut, up to {} segments",
        segments + 1
    );
    assert!(torn > 0 && segments > 2, "too quiet to show anything");
}
