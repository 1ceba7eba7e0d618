//! What the host sees of the core on BAR0: registers, interrupts, statistics.

pub mod axi_lite;
pub mod irq;
pub mod mailbox;
pub mod page;
pub mod registers;
pub mod rx_ring_page;
pub mod statistics;
pub mod tx_ring_page;

pub use axi_lite::AxiLite;
pub use irq::Irq;
pub use mailbox::Mailbox;
pub use registers::Registers;
pub use rx_ring_page::RxRingPage;
pub use statistics::Statistics;
pub use tx_ring_page::TxRingPage;
