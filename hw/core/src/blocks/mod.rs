//! Small blocks that every part of the datapath uses.

pub mod channel;
pub mod code;
pub mod fifo;
pub mod lut_ram;
pub mod noted_fifo;
pub mod ram;
pub mod wide_fifo;

pub use channel::Channel;
pub use code::Code;
pub use fifo::Fifo;
pub use lut_ram::LutRam;
pub use noted_fifo::NotedFifo;
pub use ram::Ram;
pub use wide_fifo::WideFifo;
