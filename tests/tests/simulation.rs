//! The whole system, over some hundred seeds; `make soak SEEDS=N` runs more. A seed that failed once has a test of its own.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;

use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::simulation::{run, Meter, Outcome, Plan};

/// Seeds in an ordinary run.
const SEEDS: u64 = 400;

fn from_environment(name: &str, default: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name}={text} is no number")),
        Err(_) => default,
    }
}

fn plan(seed: u64, small: bool) -> Plan {
    Plan::of(seed, small).metered(Meter(|call| allocation_counter::measure(call).bytes_current))
}

fn golden(seed: u64) -> Outcome {
    run(
        &plan(seed, false),
        |_| GoldenDevice::new(),
        |_| GoldenDevice::new(),
    )
}

/// Runs seeds, as many at once as there are jobs, until one fails. Says how far it is on a terminal.
fn soak(first: u64, seeds: u64, jobs: u64) -> (Outcome, Vec<u64>) {
    let on_terminal = std::io::stderr().is_terminal();
    let next = AtomicU64::new(first);
    let failed = Mutex::new(Vec::new());
    let sum = Mutex::new(Outcome::default());
    let work = || loop {
        let seed = next.fetch_add(1, Ordering::Relaxed);
        if seed >= first + seeds || !failed.lock().unwrap().is_empty() {
            break;
        }
        match std::panic::catch_unwind(|| golden(seed)) {
            Ok(outcome) => *sum.lock().unwrap() += outcome,
            Err(_) => failed.lock().unwrap().push(seed),
        }
        let done = seed - first + 1;
        if on_terminal && done.is_multiple_of(100) {
            eprint!("\r{done} of {seeds} seeds");
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..jobs {
            scope.spawn(work);
        }
        work();
    });
    if on_terminal {
        eprint!("\r\x1b[K");
    }
    (sum.into_inner().unwrap(), failed.into_inner().unwrap())
}

#[test]
fn every_message_once_and_in_order_whatever_happens() {
    let first = from_environment("FIXNIC_SOAK_SEED", 0);
    let seeds = from_environment("FIXNIC_SOAK_SEEDS", SEEDS);
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let (sum, failed) = soak(first, seeds, from_environment("FIXNIC_SOAK_JOBS", cores));
    for seed in &failed {
        println!("make soak SEED={seed} SEEDS=1 shows the failure");
    }
    assert!(failed.is_empty(), "failing seeds: {failed:?}");
    println!("{seeds} seeds from {first}: {sum:?}");
    if seeds >= SEEDS {
        let lively = [
            sum.repeated,
            sum.crashes,
            sum.resets,
            sum.gaps,
            sum.resent,
            sum.verified,
            sum.confirmed,
            sum.lost,
            sum.session_resets,
            sum.clean_resets,
            sum.gap_filled,
        ];
        assert!(
            lively.iter().all(|count| *count > 0),
            "too quiet to show anything: {sum:?}"
        );
    }
}

/// The process died after it had followed a reset and numbered messages that had not left: the first to leave is not number 2.
#[test]
fn what_was_numbered_and_not_sent_before_a_death_leaves_no_trace_on_the_wire() {
    for seed in [59_687, 85_429, 95_529, 97_739] {
        golden(seed);
    }
}

/// The gateway lost the Logon that answered a reset in session and four orders behind it; the fifth had the number that was next in the old
/// numbering, and was taken for that.
#[test]
fn a_numbering_whose_beginning_the_gateway_lost_may_be_taken_for_the_one_before() {
    golden(24_156);
}

#[test]
fn the_same_seed_is_the_same_run() {
    let (one, two) = (golden(11), golden(11));
    assert_eq!(format!("{one:?}"), format!("{two:?}"));
}

#[test]
fn the_verilated_core_in_place_of_the_golden_model() {
    for seed in 0..from_environment("FIXNIC_SOAK_VERILATED_SEEDS", 100) {
        let outcome = run(
            &plan(seed, true),
            |seed| VerilatedDevice::new(seed, Stalls::SOME),
            |_| GoldenDevice::new(),
        );
        println!("seed {seed}: {outcome:?}");
    }
}
