//! The contract between the fixnic core and whoever drives it.
//!
//! Registers, ring entries, verdicts, commands, counters and limits are written here once. The RTL takes its constants from
//! this crate, the driver its types; docs/registers.md, the C header and the JSON description are generated from
//! the same tables (feature `generate`), and `make check-gen` fails when they differ.
//!
//! What the core does with all this is told in docs/datapath.md.
#![cfg_attr(not(feature = "generate"), no_std)]
#![forbid(unsafe_code)]

pub mod bcd;
pub mod command;
pub mod counter;
pub mod entry;
#[cfg(feature = "generate")]
pub mod generate;
pub mod limits;
pub mod lookup;
mod named;
pub mod reg;

pub use command::{CommandOp, CommandResult};
pub use entry::{
    EntryKind, FenceEntry, FrameClass, FrameEntry, LossEntry, MsgEntry, ResyncEntry, SessionState, Verdict,
};
pub use named::Named;

/// Version of this contract: major in the high half, minor in the low half. A driver refuses another major.
pub const ABI_VERSION: u32 = 0x0001_0002;
/// Content of the ID register: "FIXN" in ASCII, first letter in the low byte.
pub const ID: u32 = u32::from_le_bytes(*b"FIXN");
