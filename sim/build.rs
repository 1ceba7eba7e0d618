//! Translates hw/verilog/fixnic_core.v with Verilator and compiles the result. Only with the feature `verilated`.
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{exit, Command};

const INSTALL: &str =
    "install it (Debian, Ubuntu: apt-get install verilator g++ zlib1g-dev), set VERILATOR to its path, \
                       or build without the feature `verilated`";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_VERILATED").is_none() {
        return;
    }
    for name in ["VERILATOR", "FIXNIC_CORE_V"] {
        println!("cargo:rerun-if-env-changed={name}");
    }
    println!("cargo:rerun-if-changed=cpp/shim.cpp");
    let waves = env::var_os("CARGO_FEATURE_WAVES").is_some();
    let verilator = env::var("VERILATOR").unwrap_or_else(|_| "verilator".into());
    let verilog = core_verilog();
    println!("cargo:rerun-if-changed={}", verilog.display());
    let root = PathBuf::from(run(&verilator, &["--getenv".as_ref(), "VERILATOR_ROOT".as_ref()]).trim());
    let generated = translate(&verilator, &verilog, waves);
    compile(&root, &generated, waves);
}

/// The committed core; FIXNIC_CORE_V puts another in its place, as tests of the testbench do.
fn core_verilog() -> PathBuf {
    let path = env::var_os("FIXNIC_CORE_V")
        .map(PathBuf::from)
        .unwrap_or_else(|| {
            let manifest = env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
            Path::new(&manifest).join("../hw/verilog/fixnic_core.v")
        });
    if !path.is_file() {
        stop(&format!("{} is not there; `make rtl` writes it", path.display()));
    }
    path
}

fn translate(verilator: &str, verilog: &Path, waves: bool) -> PathBuf {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("verilated");
    // Files of an earlier translation would be compiled along.
    if out.exists() {
        fs::remove_dir_all(&out)
            .unwrap_or_else(|error| stop(&format!("cannot empty {}: {error}", out.display())));
    }
    let mut arguments: Vec<&OsStr> = [
        "--cc",
        "-O3",
        "--x-assign",
        "fast",
        "--x-initial",
        "fast",
        "--noassert",
        "-Wno-lint",
        "--prefix",
        "Vcore",
        "--top-module",
        "fixnic_core",
        "--Mdir",
    ]
    .iter()
    .map(OsStr::new)
    .collect();
    arguments.push(out.as_os_str());
    if waves {
        arguments.push("--trace-fst".as_ref());
    }
    arguments.push(verilog.as_os_str());
    run(verilator, &arguments);
    out
}

fn compile(root: &Path, generated: &Path, waves: bool) {
    let include = root.join("include");
    let build = |opt_level| {
        let mut build = cc::Build::new();
        build
            .cpp(true)
            .std("c++17")
            .opt_level(opt_level)
            .debug(false)
            .warnings(false)
            .include(generated)
            .include(&include)
            .include(include.join("vltstd"))
            .define("VM_COVERAGE", "0")
            .define("VM_SC", "0")
            .define("VM_TIMING", "0")
            .define("VM_TRACE", if waves { "1" } else { "0" })
            .define("VM_TRACE_FST", if waves { "1" } else { "0" })
            .define("VL_IGNORE_UNKNOWN_ARCH", None);
        build
    };
    // What runs every clock is optimised; what runs once, and the writer of waves, would only take minutes to compile.
    let (mut fast, mut slow) = (build(2), build(0));
    fast.file("cpp/shim.cpp").file(include.join("verilated.cpp"));
    slow.file(include.join("verilated_threads.cpp"));
    if waves {
        slow.file(include.join("verilated_fst_c.cpp"));
    }
    let files =
        fs::read_dir(generated).unwrap_or_else(|error| stop(&format!("{}: {error}", generated.display())));
    for path in files.flatten().map(|file| file.path()) {
        let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        match name.strip_suffix(".cpp") {
            Some(stem) if stem.ends_with("__Slow") || stem.ends_with("__Syms") => slow.file(&path),
            Some(_) => fast.file(&path),
            None => continue,
        };
    }
    fast.objects(slow.compile_intermediates())
        .compile("fixnic_core_verilated");
    if waves {
        println!("cargo:rustc-link-lib=z");
    }
}

/// Runs verilator and gives what it prints.
fn run(verilator: &str, arguments: &[&OsStr]) -> String {
    let output = match Command::new(verilator).args(arguments).output() {
        Ok(output) => output,
        Err(error) => stop(&format!("cannot run {verilator}: {error}; {INSTALL}")),
    };
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        stop(&format!("{verilator} failed ({}):\n{said}", output.status));
    }
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stop(message: &str) -> ! {
    eprintln!("fixnic-sim: {message}");
    exit(1);
}
