//! The fixnic datapath in RustHDL, and its emission as Verilog.
//!
//! Blocks are generators: they are built once, checked by [`lint`], and written as Verilog by [`emit`]. Nothing here runs
//! at run time; the Verilog is what is simulated and synthesised.
#![forbid(unsafe_code)]

pub mod aggregate;
pub mod axi;
pub mod blocks;
pub mod control;
pub mod emit;
pub mod framer;
pub mod lint;
pub mod rx;
pub mod top;
pub mod tx;
pub mod width;
