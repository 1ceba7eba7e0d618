//! Scenarios, differential tests, whole-system simulation, interop with other engines.
#![forbid(unsafe_code)]

#[cfg(feature = "aggregate")]
pub mod aggregate;
pub mod command;
pub mod datapath;
pub mod differential;
pub mod embedded;
pub mod fix_peer;
pub mod gateway;
pub mod interop;
pub mod namespace;
pub mod nic;
pub mod quickfix;
pub mod relay;
pub mod simulation;
pub mod tcp_peer;
pub mod vanishing;
