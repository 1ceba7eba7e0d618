//! Writes what is generated from the contract: `abi-gen ROOT` (default: the working directory).
use fixnic_abi::generate;
use std::{env, fs, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let root = PathBuf::from(env::args().nth(1).unwrap_or_else(|| ".".into()));
    let json = serde_json::to_string_pretty(&generate::json()).expect("a JSON value") + "\n";
    let files = [
        ("docs/registers.md", generate::markdown()),
        ("hw/abi/generated/fixnic_abi.h", generate::c_header()),
        ("hw/abi/generated/fixnic_abi.json", json),
        ("host/driver/src/vfio/registers.rs", generate::registers()),
    ];
    for (name, text) in files {
        let path = root.join(name);
        let written = path
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, text));
        if let Err(error) = written {
            eprintln!("abi-gen: cannot write {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
