//! Scenarios, differential tests, whole-system simulation, interop with other engines.
#![forbid(unsafe_code)]

pub mod embedded;
pub mod nic;
pub mod quickfix;
pub mod relay;
pub mod tcp_peer;
