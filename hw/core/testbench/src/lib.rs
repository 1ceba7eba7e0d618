//! Blocks of the core under Verilator, each against a model of its own.
//!
//! The model here is written field by field from docs/datapath.md, sections 4 and 5, over a whole stream at once; it knows
//! nothing of beats but where a rule names them.

pub mod framing;
pub mod sequence;
pub mod stream;
pub mod verilated;
