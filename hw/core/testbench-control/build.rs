//! Emits the blocks under test and builds their Verilated models. `VERILATOR` names another Verilator.

use fixnic_core::control::{Registers, Statistics};
use fixnic_core::emit::{self, EmitError};
use fixnic_core::rx::ingress_fifo::IngressFifo;
use fixnic_core::rx::reset_epoch::ResetEpoch;
use fixnic_core::rx::ring::RxRing;
use fixnic_core::tx::TxEngine;
use fixnic_core::width::{RxWiden, TxNarrow};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-env-changed=VERILATOR");
    println!("cargo:rerun-if-changed=cpp/block.h");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let verilator = env::var("VERILATOR").unwrap_or_else(|_| "verilator".to_owned());
    let mut build = cc::Build::new();
    build.cpp(true).std("c++17").opt_level(2).warnings(false);
    let include = verilator_include(&verilator);
    build
        .include("cpp")
        .include(&include)
        .include(include.join("vltstd"));
    for define in ["VM_COVERAGE", "VM_SC", "VM_TRACE", "VM_TIMING"] {
        build.define(define, "0");
    }
    build
        .file(include.join("verilated.cpp"))
        .file(include.join("verilated_threads.cpp"));

    let mut factory = String::from("#include \"block.h\"\n");
    let mut cases = String::new();
    let blocks: [(&str, Result<String, EmitError>); 8] = [
        ("registers", emit::verilog(Registers::default(), "registers")),
        ("statistics", emit::verilog(Statistics::default(), "statistics")),
        ("tx_engine", emit::verilog(TxEngine::default(), "tx_engine")),
        ("reset_epoch", emit::verilog(ResetEpoch::default(), "reset_epoch")),
        ("rx_ring", emit::verilog(RxRing::default(), "rx_ring")),
        (
            "ingress_fifo",
            emit::verilog(IngressFifo::default(), "ingress_fifo"),
        ),
        ("rx_widen", emit::verilog(RxWiden::default(), "rx_widen")),
        ("tx_narrow", emit::verilog(TxNarrow::default(), "tx_narrow")),
    ];
    for (name, emitted) in blocks {
        let text = emitted.unwrap_or_else(|error| panic!("{error}"));
        let obj = out.join(name);
        translate(&verilator, name, &text, &obj);
        build.include(&obj);
        let generated = fs::read_dir(&obj).unwrap_or_else(|error| panic!("{}: {error}", obj.display()));
        for path in generated.flatten().map(|entry| entry.path()) {
            if path.extension().is_some_and(|extension| extension == "cpp") {
                build.file(path);
            }
        }
        let table: String = ports(&text, name)
            .iter()
            .map(|port| format!("  {{\"{port}\", port(top.{port})}},\n"))
            .collect();
        factory += &format!(
            "#include \"V{name}.h\"\nstatic Ports ports_of(V{name}& top) {{ return {{\n{table}}}; }}\n"
        );
        cases += &format!("  if (!strcmp(name, \"{name}\")) return new Model<V{name}>;\n");
    }
    factory +=
        &format!("extern \"C\" Block* fixnic_block_new(const char* name) {{\n{cases}  return nullptr;\n}}\n");
    let path = out.join("factory.cpp");
    fs::write(&path, factory).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    build.file(path).compile("fixnic_core_control_verilated");
}

fn verilator_include(verilator: &str) -> PathBuf {
    let output = Command::new(verilator)
        .args(["--getenv", "VERILATOR_ROOT"])
        .output()
        .unwrap_or_else(|error| {
            panic!("{verilator}: {error}: install it (Debian: apt install verilator) or set VERILATOR")
        });
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()).join("include")
}

/// Verilator's warnings stop the build, latches and undriven signals first of all. What is waived is RustHDL's way of
/// writing (see hw/verilog/waivers.vlt).
fn translate(verilator: &str, name: &str, text: &str, obj: &Path) {
    let _ = fs::remove_dir_all(obj); // a file of an older design must not be compiled
    let verilog = obj.with_extension("v");
    fs::write(&verilog, text).unwrap_or_else(|error| panic!("{}: {error}", verilog.display()));
    let status = Command::new(verilator)
        .args([
            "--cc",
            "-O3",
            "--x-assign",
            "unique",
            "--x-initial",
            "unique",
            "-Wall",
            "-Wno-WIDTH",
            "-Wno-UNSIGNED",
            "-Wno-UNUSED",
            "-Wno-DECLFILENAME",
        ])
        .args(["--top-module", name, "--prefix", &format!("V{name}"), "--Mdir"])
        .arg(obj)
        .arg(&verilog)
        .status()
        .unwrap_or_else(|error| panic!("{verilator}: {error}"));
    assert!(status.success(), "{verilator} refused {}", verilog.display());
}

/// Names of the top module's ports, from its first line.
fn ports<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let head = format!("module {name}(");
    let list = text
        .split_once(&head)
        .and_then(|(_, rest)| rest.split_once(')'))
        .unwrap_or_else(|| panic!("no module {name} in what was emitted"));
    list.0.split(',').map(str::trim).collect()
}
