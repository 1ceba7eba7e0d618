//! Writes the core, and what goes around it, as Verilog.
#![forbid(unsafe_code)]

use clap::{Parser, ValueEnum};
use fixnic_core::top::FixnicCore;
use fixnic_core::width::{RxWiden, TxNarrow};
use fixnic_core::{aggregate, emit};
use std::path::PathBuf;
use std::process::ExitCode;

/// Emits Verilog, or says which expressions RustHDL would mistranslate.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// What to emit.
    #[arg(long, value_enum, default_value_t = Part::Core)]
    part: Part,
    /// File to write.
    output: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    /// The module `fixnic_core`.
    Core,
    /// The module `fixnic_aggregate` and all below it but `fixnic_core`.
    Aggregate,
    /// The modules `fixnic_rx_widen` and `fixnic_tx_narrow`, which stand between the core and a 1G MAC.
    Width,
}

impl Part {
    fn emit(self) -> Result<String, emit::EmitError> {
        match self {
            Part::Core => emit::verilog(FixnicCore::default(), "fixnic_core"),
            Part::Aggregate => aggregate::verilog(),
            Part::Width => Ok([
                emit::verilog(RxWiden::default(), "fixnic_rx_widen")?,
                emit::verilog(TxNarrow::default(), "fixnic_tx_narrow")?,
            ]
            .join("\n")),
        }
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    let part = args.part;
    // The blocks lie one in the other and are large: more than a main thread's stack holds.
    let emitted = std::thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(move || part.emit().map_err(|error| error.to_string()))
        .map_err(|error| format!("no thread to emit in: {error}"))
        .and_then(|thread| {
            thread
                .join()
                .unwrap_or_else(|_| Err("emission panicked".to_owned()))
        });
    let written = emitted.and_then(|text| {
        std::fs::write(&args.output, text)
            .map_err(|error| format!("{} cannot be written: {error}", args.output.display()))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("emit-verilog: {message}");
            ExitCode::FAILURE
        }
    }
}
