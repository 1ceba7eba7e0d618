//! Small blocks that every part of the datapath uses.

pub mod code;
pub mod fifo;
pub mod ram;

pub use code::Code;
pub use fifo::Fifo;
pub use ram::Ram;
