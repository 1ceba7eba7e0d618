//! Several cores behind one wide wire and one register map (docs/datapath.md, section 12).
//!
//! The cores stay what they are. In front of them: [`Steer`] says whose a frame is, a [`Lane`] for each engine keeps what comes faster than
//! an engine takes it, and [`Front`] makes one device of their registers and interrupts. The number of engines is an input of
//! each block, tied in `fixnic_aggregate`, so that one emission serves 1, 2 and 4. That module is written as Verilog (top.v), since it
//! only wires: RustHDL would copy the core's modules once an engine, and has no parameters.
mod engine_bus;
mod front;
mod lane;
mod ring_bits;
mod steer;
mod words;

pub use front::Front;
pub use lane::Lane;
pub use steer::Steer;

use crate::emit::{self, EmitError};

/// The module `fixnic_aggregate` and all below it but `fixnic_core`.
///
/// # Errors
/// As [`emit::verilog`].
pub fn verilog() -> Result<String, EmitError> {
    Ok([
        include_str!("top.v").to_owned(),
        emit::verilog(Steer::default(), "fixnic_steer")?,
        emit::verilog(Lane::default(), "fixnic_lane")?,
        emit::verilog(Front::default(), "fixnic_front")?,
    ]
    .join("\n"))
}
