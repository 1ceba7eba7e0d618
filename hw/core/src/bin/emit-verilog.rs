//! Writes the core as Verilog.
#![forbid(unsafe_code)]

use clap::Parser;
use fixnic_core::emit;
use fixnic_core::top::FixnicCore;
use std::path::PathBuf;
use std::process::ExitCode;

/// Emits the module `fixnic_core`, or says which expressions RustHDL would mistranslate.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// File to write.
    output: PathBuf,
}

fn main() -> ExitCode {
    let args = Args::parse();
    // The blocks lie one in the other and are large: more than a main thread's stack holds.
    let emitted = std::thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(|| emit::verilog(FixnicCore::default(), "fixnic_core").map_err(|error| error.to_string()))
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
