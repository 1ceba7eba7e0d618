//! Clocks and rates of the datapath, measured on the Verilated core. Latencies are clocks of the core, rates are frames and
//! messages of simulated time at 156.25 MHz; only the last line is wall-clock time.
#![forbid(unsafe_code)]
use clap::Parser;
use fixnic_sim::verilated::FrameGap;
use fixnic_tests::datapath::{measure, Case, Host, Measured, Spread, CASES, CLOCK_HZ, RELAXED_CLOCKS, SEED};

/// Measures the datapath on the Verilated core: rates at 156.25 MHz, latencies in clocks, and how long frames wait.
#[derive(Parser)]
struct Arguments {
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

fn main() {
    let arguments = Arguments::parse();
    let mut all = Vec::new();
    for case in &CASES {
        if !arguments.json {
            println!("{}", case.name);
        }
        for measured in measure_case(case) {
            if !arguments.json {
                print(&measured);
            }
            all.push(measured);
        }
    }
    if arguments.json {
        let report = serde_json::json!({
            "clock_hz": CLOCK_HZ,
            "seed": SEED,
            "runs": all,
            "simulated_clocks_per_s": clocks_per_s(&all),
        });
        println!("{report:#}");
    } else {
        println!("simulated: {:.0} clocks/s", clocks_per_s(&all));
    }
}

/// At line rate, at the closest spacing without a drop if line rate drops, and so far apart that no frame waits for another.
fn measure_case(case: &Case) -> Vec<Measured> {
    let mut runs = vec![measure(case, FrameGap::LineRate, "line rate")];
    if case.host == Host::Stalls {
        return runs;
    }
    if runs[0].dropped > 0 {
        let clocks = smallest_gap(case);
        let name = format!("{clocks} idle clocks between frames, the fewest without a drop");
        runs.push(measure(case, FrameGap::Clocks(clocks), &name));
    }
    runs.push(measure(case, FrameGap::Clocks(RELAXED_CLOCKS), "far apart"));
    runs
}

/// The fewest idle clocks between two frames with which none is dropped.
fn smallest_gap(case: &Case) -> u32 {
    let (mut drops, mut passes) = (0, RELAXED_CLOCKS);
    while passes - drops > 1 {
        let middle = (drops + passes) / 2;
        match measure(case, FrameGap::Clocks(middle), "").dropped {
            0 => passes = middle,
            _ => drops = middle,
        }
    }
    passes
}

fn print(m: &Measured) {
    println!("  {}:", m.gap);
    println!(
        "    {:.2} M frames/s, {:.2} M messages/s in sequence; {} frames delivered, {} dropped at the ingress FIFO, {} for want of \
         room; {} miscounted",
        m.frames_per_s / 1e6,
        m.messages_per_s / 1e6,
        m.delivered,
        m.dropped,
        m.dropped_ring,
        m.miscounted
    );
    if m.proposals > 0 {
        println!("    {} proposals where the stream goes on", m.proposals);
    }
    let Some(clocks) = &m.clocks else { return };
    let row = |what: &str, spread: &Spread| {
        println!(
            "    {what}: {} to {} clocks; median {}, 90 % {}, 99 % {}",
            spread.min, spread.max, spread.median, spread.p90, spread.p99
        );
    };
    if let (Some(verdict), Some(entry)) = (&clocks.verdict, &clocks.entry) {
        row("last byte of a message to its verdict", verdict);
        row("last byte of a message to the AXI beat of its entry", entry);
    }
    row("last byte of a frame to the AXI beat of its entry", &clocks.frame);
    // With an ever-ready host a frame takes longer than the quickest only where it stalled behind another.
    println!(
        "    stalled for at most {} clocks",
        clocks.frame.max - clocks.frame.min
    );
}

fn clocks_per_s(all: &[Measured]) -> f64 {
    let clocks: u64 = all.iter().map(|m| m.simulated_clocks).sum();
    clocks as f64 / all.iter().map(|m| m.wall_s).sum::<f64>()
}
