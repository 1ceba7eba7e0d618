//! The Verilated core against the golden model on random episodes.
//!
//! `FIXNIC_DIFF_FRAMES` sets the number of frames, `FIXNIC_DIFF_SEED` the first seed; episode i has seed + i. A difference is shrunk and
//! told with the frame and both entries, field by field. `make differential` runs a million, with its progress on a terminal.
use fixnic_abi::counter::Counter;
use fixnic_sim::golden::Fault;
use fixnic_sim::{Stalls, VerilatedDevice};
use fixnic_tests::differential::{
    describe, episode, run, shrink, Action, Coverage, Difference, GoldenSubject, Profile,
};
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

const FRAMES_DEFAULT: u64 = 6_000;
const SEED_DEFAULT: u64 = 1;
const EPISODE_FRAMES: usize = 400;
const SHRINK_RUNS_MAX: usize = 300;
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
    let episodes = frames.div_ceil(EPISODE_FRAMES as u64);
    println!("differential: {frames} frames in {episodes} episodes, first seed {first_seed}");
    let mut progress = Progress::new();
    let mut coverage: Coverage = [0; Counter::VALUES.len()];
    for seed in first_seed..first_seed + episodes {
        let actions = seeded_episode(seed);
        match on_the_core(seed, &actions) {
            Ok(seen) => {
                add(&mut coverage, &seen);
                progress.tell((seed - first_seed + 1) * EPISODE_FRAMES as u64, frames);
            }
            Err(difference) => {
                println!(
                    "seed {seed}, action {}: {}\nshrinking",
                    difference.action, difference.text
                );
                let (left, difference) = shrink(&actions, difference, SHRINK_RUNS_MAX, |tried| {
                    on_the_core(seed, tried).err()
                });
                panic!(
                    "seed {seed}:\n{}\nafter action {}: {}",
                    describe(&left),
                    difference.action,
                    difference.text
                );
            }
        }
    }
    println!(
        "differential: no difference in {frames} frames from seed {first_seed} on, {:.1} s",
        progress.start.elapsed().as_secs_f64()
    );
    print(&coverage);
    if frames >= FRAMES_DEFAULT {
        check_coverage(&coverage, &[]);
    }
}

fn add(sum: &mut Coverage, seen: &Coverage) {
    sum.iter_mut().zip(seen).for_each(|(sum, seen)| *sum += seen);
}

fn print(coverage: &Coverage) {
    for (info, count) in Counter::ALL.iter().zip(coverage) {
        println!("  {:<22} {count}", info.name);
    }
}

/// Every class, verdict and cause of a drop must have occurred, but for write errors and those named.
fn check_coverage(coverage: &Coverage, except: &[&str]) {
    let unseen: Vec<&str> = Counter::ALL
        .iter()
        .zip(coverage)
        .filter(|(info, count)| {
            **count == 0 && info.name != "axi_write_error" && !except.contains(&info.name)
        })
        .map(|(info, _)| info.name)
        .collect();
    assert!(unseen.is_empty(), "never occurred: {unseen:?}");
}

#[test]
fn the_golden_model_agrees_with_itself() {
    let mut coverage: Coverage = [0; Counter::VALUES.len()];
    for seed in 1..=16 {
        match on_golden(&seeded_episode(seed), None) {
            Ok(seen) => add(&mut coverage, &seen),
            Err(difference) => panic!("seed {seed}, action {}: {}", difference.action, difference.text),
        }
    }
    print(&coverage);
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
    ] {
        let seen = (1..=16).any(|seed| on_golden(&seeded_episode(seed), Some(fault)).is_err());
        assert!(seen, "{fault:?} makes no difference");
    }
}
