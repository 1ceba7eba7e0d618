//! Transmit: from the host's descriptors to frames on the wire.

pub mod tx_engine;
pub mod tx_fetch;
pub mod tx_send;

pub use tx_engine::TxEngine;
pub use tx_fetch::TxFetch;
pub use tx_send::TxSend;
