//! What waits to be written to host memory.
#![allow(missing_docs)] // of the methods that RustHDL derives

use rust_hdl::prelude::*;

/// Half a granule of frame bytes.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct GranuleHalf {
    /// Bytes.
    pub data: Bits<256>,
    /// Address of the granule.
    pub address: Bits<64>,
    /// The granule's second half.
    pub second: Bit,
    /// The last half of a frame.
    pub frame_end: Bit,
    /// Its RX ring.
    pub ring: Bits<2>,
}

/// A ring entry.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct PlacedEntry {
    /// The entry.
    pub data: Bits<256>,
    /// Where it goes.
    pub address: Bits<64>,
    /// It is a FRAME entry: the frame's bytes go before it.
    pub frame: Bit,
    /// Its RX ring.
    pub ring: Bits<2>,
}

/// A beat's bytes, and where its burst begins.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct PlacedBytes {
    /// Bytes.
    pub data: Bits<256>,
    /// Address of the burst.
    pub address: Bits<64>,
}

/// What the writer must know of a half to choose it.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct HalfNote {
    /// The granule's second half.
    pub second: Bit,
    /// The last half of a frame.
    pub frame_end: Bit,
    /// Its RX ring.
    pub ring: Bits<2>,
}

/// What the writer must know of an entry to choose it.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct EntryNote {
    /// It is a FRAME entry: the frame's bytes go before it.
    pub frame: Bit,
    /// Its RX ring.
    pub ring: Bits<2>,
}
