//! The core as it is emitted, translated by Verilator, with models of what surrounds it.
mod axi;
mod device;
mod ffi;
mod mac;
mod stalls;

pub use axi::Written;
pub use device::{StillBusy, VerilatedDevice};
pub use mac::FrameStart;
pub use stalls::{FrameGap, Stalls};
