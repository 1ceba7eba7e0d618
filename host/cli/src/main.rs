//! The `fixnic` command.
#![forbid(unsafe_code)]

mod abi;
mod card;
mod card_list;
#[cfg(feature = "verilated")]
mod demo;
mod device;
mod engine;
mod journal;
mod run;
mod serve;
mod sim_device;

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
    /// Recover a gap of 50 messages through the simulated NIC, and compare with the reference
    #[cfg(feature = "verilated")]
    Demo(demo::DemoArgs),
    /// Run the sessions of a settings file and print what they receive
    Run(run::RunArgs),
    /// Run the sessions of a settings file with a built-in application
    Serve(serve::ServeArgs),
    /// Look into message stores, check them, repair them
    Journal(journal::JournalArgs),
    /// Find cards, hand them over, look into them, test them
    Device(card::DeviceArgs),
    /// Serve a simulated card on a vfio-user socket
    SimDevice(sim_device::SimDeviceArgs),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Abi(args) => abi::run(&args),
        #[cfg(feature = "verilated")]
        Command::Demo(args) => demo::run(&args),
        Command::Run(args) => run::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Journal(args) => journal::run(&args),
        Command::Device(args) => card::run(&args),
        Command::SimDevice(args) => sim_device::run(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fixnic: {error:#}");
            engine::exit_code(&error)
        }
    }
}
