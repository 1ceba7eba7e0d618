//! What is made of the tables: docs/registers.md, the C header, the JSON description, the driver's register structure.

mod c_header;
mod json;
mod markdown;
mod registers;

pub use c_header::c_header;
pub use json::json;
pub use markdown::markdown;
pub use registers::registers;

use crate::{entry, CommandOp, CommandResult, EntryKind, FrameClass, Named, SessionState, Verdict};

/// Every enumeration with its name in C and JSON.
const ENUMS: &[(&str, &[Named])] = &[
    ("entry_kind", EntryKind::ALL),
    ("verdict", Verdict::ALL),
    ("frame_class", FrameClass::ALL),
    ("session_state", SessionState::ALL),
    ("command_op", CommandOp::ALL),
    ("command_result", CommandResult::ALL),
];

/// Every flag set with its name in C and JSON.
const FLAGS: &[(&str, &[Named])] = &[
    ("msg_flags", entry::msg_flags::ALL),
    ("frame_flags", entry::frame_flags::ALL),
];
