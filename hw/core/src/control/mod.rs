//! What the host sees of the core on BAR0: registers, interrupts, statistics.

pub mod irq;
pub mod registers;
pub mod statistics;

pub use irq::Irq;
pub use registers::Registers;
pub use statistics::Statistics;
