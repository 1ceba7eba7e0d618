//! The Verilated core against the golden model on random episodes.
//!
//! `FIXNIC_DIFF_FRAMES` sets the number of frames, `FIXNIC_DIFF_SEED` the first seed; episode i has seed + i. `FIXNIC_DIFF_JOBS` threads
//! share the episodes. A difference is shrunk, in at most `FIXNIC_DIFF_SHRINK_RUNS` runs, and told with the frame and both entries,
//! field by field. `make differential` runs a million frames, with its progress on a terminal.
use fixnic_sim::golden::Fault;
use fixnic_sim::{Stalls, VerilatedDevice};
use fixnic_tests::differential::{
    describe, episode, run, shrink, Action, Coverage, Difference, GoldenSubject, Profile, DUE_WHEN_ARMED,
    MODERATED,
};
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;
use std::time::{Duration, Instant};

const FRAMES_DEFAULT: u64 = 6_000;
const SEED_DEFAULT: u64 = 1;
const EPISODE_FRAMES: usize = 400;
const SHRINK_RUNS_DEFAULT: u64 = 300;
/// States and answers of sessions that have lost their place.
const LOST_PLACE: [&str; 12] = [
    "FRAME SEARCH",
    "FRAME PROBE",
    "FRAME CANDIDATE",
    "RESYNC_OK OK TRACK",
    "RESYNC_OK OK HOLD",
    "RESYNC_OK STALE CANDIDATE",
    "RESYNC_OK BAD_STATE TRACK",
    "RESYNC_OK BAD_STATE SEARCH",
    "RESYNC_OK BAD_EXPECTED CANDIDATE",
    "RESYNC_NO OK SEARCH",
    "RESYNC_NO STALE CANDIDATE",
    "SET_EXPECTED BAD_STATE CANDIDATE",
];
const PROGRESS_EVERY: Duration = Duration::from_millis(500);

fn setting(name: &str, default: u64) -> u64 {
    match std::env::var(name) {
        Err(_) => default,
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name}={text}: expected a number")),
    }
}

fn on_the_core(seed: u64, actions: &[Action]) -> Result<Coverage, Difference> {
    run(&mut VerilatedDevice::new(seed, Stalls::NONE), actions, None)
}

fn on_golden(actions: &[Action], fault: Option<Fault>) -> Result<Coverage, Difference> {
    run(&mut GoldenSubject::default(), actions, fault)
}

fn seeded_episode(seed: u64) -> Vec<Action> {
    episode(seed, Profile::of(seed), EPISODE_FRAMES)
}

/// Tells on a terminal how far the run is.
struct Progress {
    start: Instant,
    told: Instant,
}

impl Progress {
    fn new() -> Self {
        let start = Instant::now();
        Self { start, told: start }
    }

    fn tell(&mut self, frames: u64, of: u64) {
        let mut out = std::io::stderr();
        if self.told.elapsed() >= PROGRESS_EVERY && out.is_terminal() {
            self.told = Instant::now();
            let seconds = self.start.elapsed().as_secs_f64();
            // A terminal that went away is no reason to stop.
            let _ = write!(out, "\rdifferential: {frames} of {of} frames, {seconds:.0} s ");
        }
    }
}

#[test]
fn the_core_does_what_the_golden_model_does() {
    let frames = setting("FIXNIC_DIFF_FRAMES", FRAMES_DEFAULT);
    let first_seed = setting("FIXNIC_DIFF_SEED", SEED_DEFAULT);
    let jobs = setting("FIXNIC_DIFF_JOBS", 1).max(1);
    let episodes = frames.div_ceil(EPISODE_FRAMES as u64);
    println!("differential: {frames} frames in {episodes} episodes, first seed {first_seed}, {jobs} jobs");
    let start = Instant::now();
    let next_seed = AtomicU64::new(first_seed);
    let shared: Mutex<(Coverage, u64, Progress)> = Mutex::new((Coverage::default(), 0, Progress::new()));
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| loop {
                let seed = next_seed.fetch_add(1, Ordering::Relaxed);
                if seed >= first_seed + episodes {
                    return;
                }
                let seen = compare_episode(seed);
                // Another job has failed and tells it.
                let Ok(mut shared) = shared.lock() else { return };
                let (coverage, done, progress) = &mut *shared;
                coverage.add(&seen);
                *done += EPISODE_FRAMES as u64;
                progress.tell(*done, frames);
            });
        }
    });
    let coverage = shared.into_inner().expect("no job has failed").0;
    println!(
        "differential: no difference in {frames} frames from seed {first_seed} on, {:.1} s",
        start.elapsed().as_secs_f64()
    );
    coverage.print();
    if frames >= FRAMES_DEFAULT {
        check_coverage(&coverage, &[]);
        for what in [DUE_WHEN_ARMED, MODERATED] {
            assert!(coverage.said(what) > 0, "never occurred: {what}");
        }
    }
}

/// Runs one episode. Panics with the shortest episode found that still differs.
fn compare_episode(seed: u64) -> Coverage {
    let actions = seeded_episode(seed);
    let difference = match on_the_core(seed, &actions) {
        Ok(seen) => return seen,
        Err(difference) => difference,
    };
    println!(
        "seed {seed}, action {}: {}\nshrinking",
        difference.action, difference.text
    );
    let runs = setting("FIXNIC_DIFF_SHRINK_RUNS", SHRINK_RUNS_DEFAULT) as usize;
    let (left, difference) = shrink(&actions, difference, runs, |tried| on_the_core(seed, tried).err());
    panic!(
        "seed {seed}:\n{}\nafter action {}: {}",
        describe(&left),
        difference.action,
        difference.text
    );
}

/// Every class, verdict and cause of a drop must have occurred, but for those named; and every way through a lost place.
fn check_coverage(coverage: &Coverage, except: &[&str]) {
    let mut unseen = coverage.unseen(&LOST_PLACE);
    unseen.retain(|name| !except.contains(name));
    assert!(unseen.is_empty(), "never occurred: {unseen:?}");
}

#[test]
fn the_golden_model_agrees_with_itself() {
    let mut coverage = Coverage::default();
    for seed in 1..=16 {
        match on_golden(&seeded_episode(seed), None) {
            Ok(seen) => coverage.add(&seen),
            Err(difference) => panic!("seed {seed}, action {}: {}", difference.action, difference.text),
        }
    }
    coverage.print();
    check_coverage(&coverage, &["drop_fifo"]);
}

#[test]
fn a_broken_rule_is_seen() {
    for fault in [
        Fault::BadFrameCommits,
        Fault::TcpChecksumIgnored,
        Fault::LastByteLost,
        Fault::GapUnseen,
        Fault::OverlapIgnored,
        Fault::VlanUnseen,
        Fault::SearchVerifies,
        Fault::StaleAnswerTaken,
        Fault::WrongRing,
    ] {
        let seen = (1..=16).any(|seed| on_golden(&seeded_episode(seed), Some(fault)).is_err());
        assert!(seen, "{fault:?} makes no difference");
    }
}
