//! The AXI4 master.

pub mod words;
pub mod writer;
