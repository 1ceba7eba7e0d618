//! Scenarios, differential tests, whole-system simulation, interop with other engines.
#![forbid(unsafe_code)]

pub mod quickfix;
pub mod relay;
