//! Between the core's 64-bit streams and the 8-bit streams of a 1G MAC (docs/datapath.md, section 11).
mod rx_widen;
mod tx_narrow;

pub use rx_widen::RxWiden;
pub use tx_narrow::TxNarrow;
