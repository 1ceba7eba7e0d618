//! Small blocks that every part of the datapath uses.

pub mod code;
pub mod fifo;
pub mod ram;
pub mod skid;

pub use code::Code;
pub use fifo::Fifo;
pub use ram::Ram;
pub use skid::Skid;
