//! Emits the blocks under test and builds their Verilated models. `VERILATOR` names another Verilator.

use fixnic_core::{emit, framer::FixPath};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-env-changed=VERILATOR");
    println!("cargo:rerun-if-changed=cpp/fix_path.cpp");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let text = emit::verilog(FixPath::<10>::default(), "fix_path").unwrap_or_else(|error| panic!("{error}"));
    let verilog = out.join("fix_path.v");
    fs::write(&verilog, text).unwrap_or_else(|error| panic!("{}: {error}", verilog.display()));
    verilate(&verilog, &out.join("obj"), "cpp/fix_path.cpp", "fix_path");
}

fn verilate(verilog: &Path, obj: &Path, shim: &str, top: &str) {
    let verilator = env::var("VERILATOR").unwrap_or_else(|_| "verilator".to_owned());
    let no_verilator =
        |error| panic!("{verilator}: {error}: install it (Debian: apt install verilator) or set VERILATOR");
    let root = Command::new(&verilator)
        .args(["--getenv", "VERILATOR_ROOT"])
        .output()
        .unwrap_or_else(no_verilator);
    let include = PathBuf::from(String::from_utf8_lossy(&root.stdout).trim()).join("include");
    let _ = fs::remove_dir_all(obj); // a file of an older design must not be compiled
    let status = Command::new(&verilator)
        .args([
            "--cc",
            "-O3",
            "--x-assign",
            "fast",
            "--x-initial",
            "fast",
            "-Wno-fatal",
            "-Wno-lint",
            "--top-module",
            top,
        ])
        .args(["--prefix", "Vtop", "--Mdir"])
        .arg(obj)
        .arg(verilog)
        .status()
        .unwrap_or_else(|error| panic!("{verilator}: {error}"));
    assert!(status.success(), "{verilator} refused {}", verilog.display());
    let mut build = cc::Build::new();
    build.cpp(true).std("c++17").opt_level(2).warnings(false);
    build
        .include(obj)
        .include(&include)
        .include(include.join("vltstd"));
    for define in ["VM_COVERAGE", "VM_SC", "VM_TRACE", "VM_TIMING"] {
        build.define(define, "0");
    }
    build
        .file(include.join("verilated.cpp"))
        .file(include.join("verilated_threads.cpp"))
        .file(shim);
    let generated = fs::read_dir(obj).unwrap_or_else(|error| panic!("{}: {error}", obj.display()));
    for path in generated.flatten().map(|entry| entry.path()) {
        if path.extension().is_some_and(|extension| extension == "cpp") {
            build.file(path);
        }
    }
    build.compile(&format!("verilated_{top}"));
}
