//! Small blocks that every part of the datapath uses.

pub mod code;
pub mod ram;

pub use code::Code;
pub use ram::Ram;
