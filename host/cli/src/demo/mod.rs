//! `fixnic demo`: a trading desk on the Verilated NIC and an exchange, on virtual time; 50 messages are lost on the way, and recovered.

mod aside;
mod capture;
mod desk;
mod exchange;
mod gateway;
mod latency;
mod link;
mod nic;
mod scene;
mod tape;

use anyhow::{bail, Context, Result};
use clap::Args;
use fixnic_abi::Verdict;
use serde::Serialize;
use std::{fs, path::PathBuf, time::Instant};

/// Recover a gap of 50 messages through the simulated NIC, and compare with the reference.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Decides prices, fills, which messages are lost, and the stalls of the simulated host memory.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Messages that are lost.
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u64).range(1..=1000))]
    gap: u64,
    /// Round trip time of the wire in microseconds.
    #[arg(long, default_value_t = 5000, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    rtt_us: u64,
    /// Write the figures as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write the desk's frames as pcapng, each with its verdict as comment.
    #[arg(long, value_name = "FILE", default_value = "fixnic-demo.pcapng")]
    pcap: PathBuf,
    /// Write every signal of the core as FST.
    #[arg(long, value_name = "FILE")]
    waves: Option<PathBuf>,
}

/// What `--json` writes.
#[derive(Debug, Serialize)]
struct Figures<'a> {
    seed: u64,
    gap_messages: u64,
    latency: &'a latency::Table,
    total_ns: u64,
    reference_total_ns: u64,
    detection_clocks: u64,
    verdicts: Vec<(&'static str, u64)>,
    execution_reports: u64,
    violations: u64,
    disagreements: u64,
    duplicates_dropped: u64,
    queued: u64,
    tags_used: u64,
    clocks: u64,
}

/// Plays the scene, tells it, and writes the files asked for.
pub fn run(args: &DemoArgs) -> Result<()> {
    println!(
        "seed {}: RTT {} us, {} messages will be lost\n",
        args.seed, args.rtt_us, args.gap
    );
    let began = Instant::now();
    let outcome = scene::play(&scene::Script {
        seed: args.seed,
        gap: args.gap,
        rtt_ns: args.rtt_us * 1000,
        pcap: &args.pcap,
        waves: args.waves.as_deref(),
    })?;

    let verdicts: Vec<_> = Verdict::ALL
        .iter()
        .map(|v| v.name)
        .zip(outcome.verdicts)
        .collect();
    println!(
        "\norder state, as built from {} ExecutionReports",
        outcome.reports
    );
    println!(
        "{:<8} {:<8} {:>4} {:>9} {:>9} {:>9}",
        "ClOrdID", "symbol", "side", "quantity", "filled", "reports"
    );
    for (id, order) in &outcome.desk_book {
        let side = if order.side == 1 { "buy" } else { "sell" };
        println!(
            "{id:<8} {:<8} {side:>4} {:>9} {:>9} {:>9}",
            order.symbol, order.quantity, order.filled, order.reports
        );
    }
    println!("\n{}", outcome.table.text());
    let told: Vec<_> = verdicts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(name, n)| format!("{n} {name}"))
        .collect();
    println!("verdicts: {}", told.join(", "));
    println!(
        "session: {} queued, {} duplicates dropped, {} tags used in place of scanning, {} disagreements",
        outcome.counters.queued,
        outcome.counters.duplicates_dropped,
        outcome.counters.tags_used,
        outcome.counters.disagreements
    );
    println!("capture: {}", args.pcap.display());
    println!(
        "{} clocks of the core simulated in {:.1} s",
        outcome.clocks,
        began.elapsed().as_secs_f64()
    );

    if let Some(path) = &args.json {
        let figures = Figures {
            seed: args.seed,
            gap_messages: args.gap,
            latency: &outcome.table,
            total_ns: outcome.table.total_ns(),
            reference_total_ns: outcome.table.reference_total_ns(),
            detection_clocks: outcome.detection_clocks,
            verdicts,
            execution_reports: outcome.reports,
            violations: outcome.violations,
            disagreements: outcome.counters.disagreements,
            duplicates_dropped: outcome.counters.duplicates_dropped,
            queued: outcome.counters.queued,
            tags_used: outcome.counters.tags_used,
            clocks: outcome.clocks,
        };
        let text = serde_json::to_string_pretty(&figures)? + "\n";
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    if outcome.violations > 0
        || outcome.counters.disagreements > 0
        || outcome.desk_book != outcome.exchange_book
    {
        bail!(
            "the order state is not the exchange's: {} ExecutionReports twice or out of order, {} disagreements",
            outcome.violations,
            outcome.counters.disagreements
        );
    }
    println!("the desk's order state is the exchange's, every ExecutionReport came once and in order");
    Ok(())
}
