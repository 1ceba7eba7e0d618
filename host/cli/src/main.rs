//! The `fixnic` command.
#![forbid(unsafe_code)]

mod abi;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// FIX session offload: the engine, the simulated NIC and their tools.
#[derive(Debug, Parser)]
#[command(name = "fixnic", version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the contract between core and driver
    Abi(abi::AbiArgs),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Abi(args) => abi::run(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fixnic: {error:#}");
            ExitCode::FAILURE
        }
    }
}
