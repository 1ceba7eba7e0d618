//! The `fixnic` command.
#![forbid(unsafe_code)]

fn main() {}
