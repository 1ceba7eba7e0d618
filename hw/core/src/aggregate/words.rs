//! What passes from block to block in an aggregate.
#![allow(missing_docs)] // of the methods that RustHDL derives

use rust_hdl::prelude::*;

/// A beat of the wide wire.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct WideBeat {
    /// Lane 0 first on the wire.
    pub data: Bits<512>,
    /// Number of the last lane that holds a byte.
    pub last_lane: Bits<6>,
    /// The frame's last beat.
    pub eof: Bit,
    /// With `eof`: the frame check sequence is wrong.
    pub bad: Bit,
}

/// A frame in a lane, or frames that were lost.
#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
pub struct LaneArrival {
    /// Time of the frame's first beat on the wire.
    pub ts_ns: Bits<64>,
    /// Frames that were lost before it and not told yet.
    pub lost: Bits<16>,
    /// There are such frames.
    pub any_lost: Bit,
    /// There is no frame, only losses.
    pub only_losses: Bit,
}
