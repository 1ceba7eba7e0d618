//! FIX framing, field scan and sequence check of one TCP stream a session, eight bytes a clock.
//!
//! The rules are docs/datapath.md, sections 4 and 5.

pub mod fix_path;

pub use fix_path::FixPath;
