//! The fixnic datapath in RustHDL, and its emission as Verilog.
#![forbid(unsafe_code)]
