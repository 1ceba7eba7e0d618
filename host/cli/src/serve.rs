//! `fixnic serve`: sessions with a built-in application.

use anyhow::Result;
use clap::{Args, ValueEnum};
use fixnic::echo::Echo;
use std::path::PathBuf;

/// Run the sessions of a settings file with a built-in application.
#[derive(Debug, Args)]
#[command(after_help = crate::engine::AFTER_HELP)]
pub struct ServeArgs {
    /// Settings in QuickFIX's .cfg format.
    settings: PathBuf,
    #[command(flatten)]
    sim: crate::device::SimArgs,
    /// The application of every session.
    #[arg(long, value_enum)]
    app: App,
}

/// A built-in application.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum App {
    /// Sends NewOrderSingle, SecurityDefinition and Email back: the application conformance scripts expect
    Echo,
}

/// Serves until a signal comes.
pub fn run(args: &ServeArgs) -> Result<()> {
    match args.app {
        App::Echo => crate::engine::run(&args.settings, args.sim, |_| Echo::default()),
    }
}
