//! Transmit: from the host's descriptors to frames on the wire.

pub mod tx_engine;

pub use tx_engine::TxEngine;
