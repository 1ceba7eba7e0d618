//! Translates hw/verilog/fixnic_core.v with Verilator and compiles the result. Only with the feature `verilated`; with `aggregate` also
//! hw/verilog/fixnic_aggregate.v for each number of engines. Its engines share one model of the core, which is compiled once.
//! With `coverage` the core counts its lines and nets, but for those that the Verilator configuration file FIXNIC_COVERAGE_CONFIG names.
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
    for name in ["VERILATOR", "FIXNIC_CORE_V", "FIXNIC_AGGREGATE_V"] {
        println!("cargo:rerun-if-env-changed={name}");
    }
    println!("cargo:rerun-if-changed=cpp/shim.cpp");
    println!("cargo:rerun-if-changed=cpp/coverage.h");
    let waves = env::var_os("CARGO_FEATURE_WAVES").is_some();
    let coverage = env::var_os("CARGO_FEATURE_COVERAGE").is_some();
    let verilator = env::var("VERILATOR").unwrap_or_else(|_| "verilator".into());
    let verilog = source("FIXNIC_CORE_V", "fixnic_core.v");
    println!("cargo:rerun-if-changed={}", verilog.display());
    let root = PathBuf::from(run(&verilator, &["--getenv".as_ref(), "VERILATOR_ROOT".as_ref()]).trim());
    let mut models = vec![translate(&verilator, &verilog, waves, coverage)];
    let aggregate = env::var_os("CARGO_FEATURE_AGGREGATE").is_some();
    if aggregate {
        println!("cargo:rerun-if-changed=cpp/aggregate.cpp");
        let around = source("FIXNIC_AGGREGATE_V", "fixnic_aggregate.v");
        println!("cargo:rerun-if-changed={}", around.display());
        models.extend(translate_aggregates(&verilator, &verilog, &around));
    }
    compile(&root, &models, waves, coverage, aggregate);
}

/// A committed file of hw/verilog; the variable puts another in its place, as tests of the testbench do.
fn source(variable: &str, name: &str) -> PathBuf {
    let path = env::var_os(variable).map(PathBuf::from).unwrap_or_else(|| {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
        Path::new(&manifest).join("../hw/verilog").join(name)
    });
    if !path.is_file() {
        stop(&format!("{} is not there; `make rtl` writes it", path.display()));
    }
    path
}

/// An empty folder for a translation: files of an earlier one would be compiled along.
fn folder(name: &str) -> PathBuf {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    if out.exists() {
        fs::remove_dir_all(&out)
            .unwrap_or_else(|error| stop(&format!("cannot empty {}: {error}", out.display())));
    }
    out
}

fn translate(verilator: &str, verilog: &Path, waves: bool, coverage: bool) -> PathBuf {
    let out = folder("verilated");
    let mut more = if waves { vec!["--trace-fst"] } else { vec![] };
    let mut sources = Vec::new();
    if coverage {
        more.extend([
            "--coverage-line",
            "--coverage-toggle",
            "--coverage-max-width",
            "4096",
        ]);
        println!("cargo:rerun-if-env-changed=FIXNIC_COVERAGE_CONFIG");
        if let Some(config) = env::var_os("FIXNIC_COVERAGE_CONFIG").map(PathBuf::from) {
            println!("cargo:rerun-if-changed={}", config.display());
            sources.push(config);
        }
    }
    if env::var_os("CARGO_FEATURE_MUTANTS").is_some() {
        // A change may make one bit of a bus depend on another.
        more.push("-Wno-UNOPTFLAT");
    }
    sources.push(verilog.into());
    let sources: Vec<&Path> = sources.iter().map(PathBuf::as_path).collect();
    run_translation(verilator, "Vcore", "fixnic_core", &out, &more, &sources);
    out
}

/// The core as a library of Verilator's, and around it the aggregate with each number of engines.
fn translate_aggregates(verilator: &str, core: &Path, around: &Path) -> Vec<PathBuf> {
    let library = folder("engine");
    let more = ["--lib-create", "fixnic_engine"];
    run_translation(verilator, "Vengine", "fixnic_core", &library, &more, &[core]);
    let wrapper = library.join("fixnic_engine.sv");
    let text =
        fs::read_to_string(&wrapper).unwrap_or_else(|error| stop(&format!("{}: {error}", wrapper.display())));
    let stand_in = library.join("fixnic_core.sv");
    fs::write(
        &stand_in,
        text.replace("module fixnic_engine (", "module fixnic_core ("),
    )
    .unwrap_or_else(|error| stop(&format!("{}: {error}", stand_in.display())));
    let mut models = vec![library];
    for engines in ["1", "2", "4"] {
        let (prefix, parameter) = (format!("Vaggregate{engines}"), format!("-GENGINES={engines}"));
        let out = folder(&prefix);
        let sources = [stand_in.as_path(), around];
        run_translation(
            verilator,
            &prefix,
            "fixnic_aggregate",
            &out,
            &[&parameter],
            &sources,
        );
        models.push(out);
    }
    models
}

fn run_translation(verilator: &str, prefix: &str, top: &str, out: &Path, more: &[&str], sources: &[&Path]) {
    let mut arguments: Vec<&OsStr> = Vec::new();
    let common = [
        "--cc",
        "-O3",
        "--x-assign",
        "fast",
        "--x-initial",
        "fast",
        "--noassert",
        "-Wno-lint",
        "--prefix",
        prefix,
        "--top-module",
        top,
        "--Mdir",
    ];
    arguments.extend(common.iter().map(OsStr::new));
    arguments.push(out.as_os_str());
    arguments.extend(more.iter().map(OsStr::new));
    arguments.extend(sources.iter().map(|source| source.as_os_str()));
    run(verilator, &arguments);
}

fn compile(root: &Path, models: &[PathBuf], waves: bool, coverage: bool, aggregate: bool) {
    let include = root.join("include");
    let build = |opt_level| {
        let mut build = cc::Build::new();
        build
            .cpp(true)
            .std("c++17")
            .opt_level(opt_level)
            .debug(false)
            .warnings(false)
            .includes(models)
            .include(&include)
            .include(include.join("vltstd"))
            .define("VM_COVERAGE", if coverage { "1" } else { "0" })
            .define("VM_SC", "0")
            .define("VM_TIMING", "0")
            .define("VM_TRACE", if waves { "1" } else { "0" })
            .define("VM_TRACE_FST", if waves { "1" } else { "0" })
            .define("VL_IGNORE_UNKNOWN_ARCH", None);
        if env::var_os("CARGO_FEATURE_MUTANTS").is_some() {
            build.define("FIXNIC_MUTANTS", None);
        }
        build
    };
    // What runs every clock is optimised; what runs once, and the writer of waves, would only take minutes to compile.
    // A model that counts is mostly counting, which optimising changes little.
    let (mut fast, mut slow) = (build(if coverage { 1 } else { 2 }), build(0));
    fast.file("cpp/shim.cpp").file(include.join("verilated.cpp"));
    slow.file(include.join("verilated_threads.cpp"));
    if waves {
        slow.file(include.join("verilated_fst_c.cpp"));
    }
    if coverage {
        slow.file(include.join("verilated_cov.cpp"));
    }
    if aggregate {
        fast.file("cpp/aggregate.cpp");
        slow.file(include.join("verilated_dpi.cpp"));
    }
    let files = models.iter().flat_map(|generated| {
        fs::read_dir(generated).unwrap_or_else(|error| stop(&format!("{}: {error}", generated.display())))
    });
    for path in files.flatten().map(|file| file.path()) {
        let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        match name.strip_suffix(".cpp") {
            Some(stem) if stem.ends_with("__Slow") || stem.ends_with("__Syms") => slow.file(&path),
            // Nothing of an aggregate is counted, it only has to be there.
            Some(stem) if coverage && !stem.starts_with("Vcore") => slow.file(&path),
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
