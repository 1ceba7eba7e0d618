//! The fixnic core under Verilator, its golden model, and the wire and host memory around them.
#![deny(unsafe_code)]

pub mod frames;
pub mod golden;
#[cfg(feature = "verilated")]
pub mod verilated;
pub mod vfio_user;

pub use golden::{Golden, GoldenDevice};
#[cfg(feature = "verilated")]
pub use verilated::{Stalls, VerilatedDevice};
