//! The whole system, over some hundred seeds; `make soak SEEDS=N` runs more. A seed that failed once has a test of its own.

use fixnic_sim::{GoldenDevice, Stalls, VerilatedDevice};
use fixnic_tests::simulation::{run, Outcome, Plan};

/// Seeds in an ordinary run.
const SEEDS: u64 = 200;

fn from_environment(name: &str, default: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name}={text} is no number")),
        Err(_) => default,
    }
}

fn golden(seed: u64) -> Outcome {
    run(
        &Plan::of(seed, false),
        |_| GoldenDevice::new(),
        |_| GoldenDevice::new(),
    )
}

#[test]
fn every_message_once_and_in_order_whatever_happens() {
    let first = from_environment("FIXNIC_SOAK_SEED", 0);
    let seeds = from_environment("FIXNIC_SOAK_SEEDS", SEEDS);
    let mut sum = Outcome::default();
    for seed in first..first + seeds {
        let outcome = std::panic::catch_unwind(|| golden(seed)).unwrap_or_else(|reason| {
            eprintln!("FIXNIC_SOAK_SEED={seed} FIXNIC_SOAK_SEEDS=1 shows it");
            std::panic::resume_unwind(reason)
        });
        sum.delivered += outcome.delivered;
        sum.repeated += outcome.repeated;
        sum.crashes += outcome.crashes;
        sum.resets += outcome.resets;
        sum.gaps += outcome.gaps;
        sum.resent += outcome.resent;
        sum.verified += outcome.verified;
        if seeds > SEEDS && (seed - first) % 1_000 == 999 {
            eprintln!("{} seeds, {sum:?}", seed - first + 1);
        }
    }
    println!("{seeds} seeds from {first}: {sum:?}");
    if seeds >= SEEDS {
        let lively = [
            sum.repeated,
            sum.crashes,
            sum.resets,
            sum.gaps,
            sum.resent,
            sum.verified,
        ];
        assert!(
            lively.iter().all(|count| *count > 0),
            "too quiet to show anything: {sum:?}"
        );
    }
}

#[test]
fn the_same_seed_is_the_same_run() {
    let (one, two) = (golden(11), golden(11));
    assert_eq!(format!("{one:?}"), format!("{two:?}"));
}

#[test]
fn the_verilated_core_in_place_of_the_golden_model() {
    for seed in 0..from_environment("FIXNIC_SOAK_VERILATED_SEEDS", 2) {
        let outcome = run(
            &Plan::of(seed, true),
            |seed| VerilatedDevice::new(seed, Stalls::SOME),
            |_| GoldenDevice::new(),
        );
        println!("seed {seed}: {outcome:?}");
    }
}
