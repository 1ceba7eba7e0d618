//! What aggregates of 1, 2 and 4 engines take of a wire with 100G frame timing, at a clock of 322.265625 MHz: simulated time, so exact.
#![forbid(unsafe_code)]
use clap::Parser;
use fixnic_sim::verilated::FrameGap;
use fixnic_tests::aggregate::{measure, LOADS};

/// Frames a second and drops of aggregates at 100G line rate, with sessions of all engines in turn and with all sessions on one engine.
#[derive(Parser)]
struct Arguments {
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

fn main() {
    let arguments = Arguments::parse();
    let mut all = Vec::new();
    if !arguments.json {
        println!("engines  frame bytes  sessions on   offered M/s  delivered M/s  of the wire  lost");
    }
    for engines in [1, 2, 4] {
        for load in LOADS {
            for one_engine in [false, true] {
                if one_engine && engines == 1 {
                    continue;
                }
                let rate = measure(engines, load, one_engine, load.frames(), FrameGap::LineRate);
                if !arguments.json {
                    println!(
                        "{:>7}  {:>11}  {:<11}  {:>12.2}  {:>13.2}  {:>6.1} Gb/s  {:>4.1} %",
                        rate.engines,
                        rate.frame_bytes,
                        if one_engine { "one engine" } else { "all engines" },
                        rate.offered_per_s / 1e6,
                        rate.delivered_per_s / 1e6,
                        rate.delivered_gbps(),
                        100.0 * (1.0 - rate.delivered_per_s / rate.offered_per_s),
                    );
                }
                all.push(rate);
            }
        }
    }
    if arguments.json {
        println!("{:#}", serde_json::json!(all));
    }
}
