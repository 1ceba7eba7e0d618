//! `fixnic abi`: the contract between core and driver, for whoever wants to speak it.
use anyhow::Result;
use clap::Args;
use fixnic_abi::generate;
use std::io::{self, Write};

/// Print the contract: registers, ring entries, verdicts, counters.
#[derive(Debug, Args)]
pub struct AbiArgs {
    /// As JSON: offsets, widths and values, enough to program the core and decode a ring.
    #[arg(long)]
    json: bool,
}

/// Prints the contract to standard output.
pub fn run(args: &AbiArgs) -> Result<()> {
    let text = if args.json {
        serde_json::to_string_pretty(&generate::json())? + "\n"
    } else {
        generate::markdown()
    };
    match io::stdout().lock().write_all(text.as_bytes()) {
        // `fixnic abi | head` is not an error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}
