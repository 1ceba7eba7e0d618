//! The same with a thread for each ring beside ring 0, which polls it whenever the machine lets it, while the owner's thread has frames arrive, gives the commands and polls
//! ring 0. What the threads tell each other is what the rule asks for, and no more: a fence was found, a ring was found empty since.

use super::merge::{Merge, Quiet, Stream, MESSAGES};
use super::{deliver, every_move, open, submit, there, MOVES_AT_THE_GAP, STEP_NS};
use fixnic_driver::{LentRing, Nic, Place, RxEntry};
use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::thread;

/// Looks at what has to come from another thread, after which a test is given up.
const LOOKS_MAX: u64 = 20_000_000;

/// Which ring is not polled before everything has arrived, but while a fence in it is awaited for the next command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Starved {
    Nobody,
    Old,
    New,
}

#[derive(Debug, Clone, Copy)]
struct Plan {
    rings: [usize; 2],
    moves: [usize; 2],
    starved: Starved,
}

/// What the threads share.
struct Shared {
    merge: Mutex<Merge>,
    /// Rings that may be polled, a bit each.
    fed: AtomicU32,
    is_over: AtomicBool,
}

impl Shared {
    fn merge(&self) -> MutexGuard<'_, Merge> {
        self.merge.lock().expect("the assertion of another thread")
    }

    fn is_fed(&self, ring: usize) -> bool {
        self.fed.load(Ordering::Relaxed) >> ring & 1 == 1
    }

    /// Polls a lent ring until it is told to end.
    fn poll_lent(&self, ring: usize, mut lent: LentRing) {
        while !self.is_over.load(Ordering::Relaxed) {
            let known = self.is_fed(ring).then(|| self.merge().may_read(ring)).flatten();
            let polled = known.and_then(|known| {
                let entry = lent.poll().expect("the ring is right");
                if entry.is_none() {
                    self.merge().found_empty(ring, known);
                }
                entry
            });
            match polled {
                Some(entry) => self
                    .merge()
                    .take(ring, entry, |frame, buffer| lent.read_frame(frame, buffer)),
                None => {
                    lent.return_credit();
                    thread::yield_now();
                }
            }
        }
    }
}

/// Ends the threads, also when the owner's part of a test has failed.
struct EndThreads<'a>(&'a Shared);

impl Drop for EndThreads<'_> {
    fn drop(&mut self) {
        self.0.is_over.store(true, Ordering::Relaxed);
    }
}

/// The owner's side.
struct Owner<'a, D: Quiet> {
    nic: Nic<D>,
    place: Place,
    shared: &'a Shared,
}

impl<D: Quiet> Owner<'_, D> {
    /// A turn: fences that were found, and what ring 0 has.
    fn turn(&mut self) {
        while let Some(fence) = self.nic.serve_rings().expect("the rings are lent") {
            assert!(self.nic.answered(&fence).is_some(), "the fence is of our command");
        }
        while let Some(known) = self
            .shared
            .is_fed(0)
            .then(|| self.shared.merge().may_read(0))
            .flatten()
        {
            let Some(entry) = self.nic.poll().expect("the ring is right") else {
                self.shared.merge().found_empty(0, known);
                break;
            };
            if let RxEntry::Fence(fence) = &entry {
                assert!(self.nic.answered(fence).is_some(), "the fence is of our command");
            }
            let nic = &self.nic;
            self.shared
                .merge()
                .take(0, entry, |frame, buffer| nic.read_frame(frame, buffer));
        }
        self.nic.return_credit();
    }

    /// Takes turns until something has come of other threads' turns.
    fn turns_until(&mut self, what: &str, mut is_there: impl FnMut(&mut Self) -> bool) {
        for _ in 0..LOOKS_MAX {
            self.turn();
            // Locked in each look, so that an assertion of another thread ends this one.
            drop(self.shared.merge());
            if is_there(self) {
                return;
            }
            thread::yield_now();
        }
        panic!("{what}: not within {LOOKS_MAX} looks");
    }

    fn arm(&mut self, to: usize, stream: &Stream) {
        let before = self.shared.merge().moving_to().map_or(0, |ring| 1 << ring);
        let fed = self.shared.fed.fetch_or(before, Ordering::Relaxed);
        self.turns_until("the fence of the command before", |owner| {
            owner.nic.mailbox_is_idle()
        });
        self.shared.fed.store(fed, Ordering::Relaxed);
        let expected = stream.expected();
        // Locked, so that nobody finds the fence of an ARM that is not known yet.
        let mut merge = self.shared.merge();
        let tag = submit(&mut self.nic, self.place, to, stream.position, expected);
        merge.moves(tag, to, expected);
        drop(merge);
        self.nic.device_mut().settle();
    }
}

/// Runs a plan on a device of its own.
fn run<D: Quiet>(device: D, plan: &Plan) {
    println!("{plan:?}");
    let [old, new] = plan.rings;
    let (nic, lent, place) = open(device);
    let starved = match plan.starved {
        Starved::Nobody => 0,
        Starved::Old => 1 << old,
        Starved::New => 1 << new,
    };
    let shared = Shared {
        merge: Mutex::new(Merge::new(old)),
        fed: AtomicU32::new(!starved),
        is_over: AtomicBool::new(false),
    };
    let shared = &shared;
    // It has the device, and outlives the threads that have rings of it.
    let mut owner = Owner { nic, place, shared };
    thread::scope(|scope| {
        let _ends = EndThreads(shared);
        for (ring, lent) in (1..).zip(lent) {
            scope.spawn(move || shared.poll_lent(ring, lent));
        }
        let mut stream = Stream::new();
        owner.arm(old, &stream);
        for (nth, sent) in MESSAGES.into_iter().enumerate() {
            for (at, to) in plan.moves.into_iter().zip([new, old]) {
                if at == nth {
                    owner.arm(to, &stream);
                }
            }
            let mut merge = shared.merge();
            merge.now_ns += STEP_NS;
            let now_ns = merge.now_ns;
            drop(merge);
            deliver(&mut owner.nic, now_ns, &stream.frame(sent));
            owner.turn();
        }
        if plan.starved == Starved::Old && shared.merge().moving_to() == Some(new) {
            // The ring that is polled is read as far as it may be.
            owner.turns_until("the fence of the new ring", |owner| owner.nic.mailbox_is_idle());
        }
        shared.fed.store(u32::MAX, Ordering::Relaxed);
        owner.turns_until("every frame", |owner| {
            owner.nic.mailbox_is_idle() && shared.merge().is_done()
        });
    });
    shared.merge().check(new, there(plan.moves));
}

const STARVED: [Starved; 3] = [Starved::Nobody, Starved::Old, Starved::New];

#[test]
fn threads_keep_the_order_of_a_gap_across_two_rings_of_the_golden_model() {
    for rings in [[1, 2], [2, 1], [0, 1], [2, 0]] {
        for moves in every_move() {
            for starved in STARVED {
                let plan = Plan {
                    rings,
                    moves,
                    starved,
                };
                run(GoldenDevice::new(), &plan);
            }
        }
    }
}

#[test]
fn threads_keep_the_order_of_a_gap_across_two_rings_of_the_verilated_core() {
    for (seed, rings) in (1..).zip([[1, 2], [0, 1], [2, 0]]) {
        for moves in MOVES_AT_THE_GAP {
            for starved in STARVED {
                let plan = Plan {
                    rings,
                    moves,
                    starved,
                };
                run(VerilatedDevice::new(seed, Stalls::SOME), &plan);
            }
        }
    }
}
