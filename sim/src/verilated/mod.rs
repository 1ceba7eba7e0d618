//! The core as it is emitted, translated by Verilator, with models of what surrounds it.
#[cfg(feature = "aggregate")]
mod aggregate;
mod axi;
mod device;
mod ffi;
mod mac;
mod register_bus;
mod stalls;

#[cfg(feature = "aggregate")]
pub use aggregate::{AggregateDevice, AGGREGATE_CLOCK_PS};
pub use axi::Written;
pub use device::{StillBusy, VerilatedDevice};
pub use mac::FrameStart;
pub use stalls::{FrameGap, Stalls};
