//! Sizes and bounds that both sides of the contract rely on.

/// Sessions in the default build.
pub const SESSIONS: u32 = 1024;
/// Slots of the lookup table (see [`crate::lookup`]).
pub const SLOTS: u32 = 4096;
/// Interrupt vectors: one an RX ring, TX completion, errors.
pub const IRQ_VECTORS: u32 = 6;
/// RX rings that the register map has room for. The geometry register says how many the build has.
pub const RX_RINGS_MAX: u32 = 4;
/// RX rings in the default build.
pub const RX_RINGS: u32 = 4;
/// Engines that an aggregate has at most.
pub const ENGINES_MAX: u32 = 4;
/// Bytes of a ring entry: one beat of the 256-bit AXI4 port.
pub const ENTRY_BYTES: usize = 32;
/// Bytes of a granule, the unit in which a ring's frame buffer is handed out.
pub const GRANULE_BYTES: usize = 64;
/// Longest frame that is delivered whole, in bytes, without FCS.
pub const MAX_FRAME_BYTES: usize = 2048;
/// Granules of the longest frame.
pub const MAX_FRAME_GRANULES: u16 = (MAX_FRAME_BYTES / GRANULE_BYTES) as u16;
/// Free entries that a ring must have for a frame to be delivered: LOSS, 36 MSG and RESYNC (the most that the longest frame gives),
/// FRAME, and two kept for fences.
pub const RX_FRAME_ENTRIES_MAX: u16 = 40;
/// Smallest logarithm of a ring's entries and of its granules.
pub const RING_LOG2_MIN: u32 = 7;
/// Largest logarithm of a ring's entries and of its granules: counts run modulo 2^16.
pub const RING_LOG2_MAX: u32 = 15;
/// FRAME.session when the frame belongs to no session.
pub const NO_SESSION: u16 = 0xFFFF;
/// Shortest BodyLength that any FIX message can have: `35=0|34=1|49=A|52=YYYYMMDD-HH:MM:SS|56=B|`.
pub const BODY_LENGTH_MIN: u32 = 41;
/// Frames followed in CANDIDATE after which a proposal without an answer is made again.
pub const RESYNC_REPEAT_FRAMES: u16 = 64;
/// Most digits of BodyLength that the hardware follows.
pub const BODY_LENGTH_DIGITS_MAX: u32 = 5;
/// Most digits of MsgSeqNum that the hardware follows.
pub const SEQ_NUM_DIGITS_MAX: u32 = 10;
/// Bytes of a TX descriptor.
pub const TX_DESCRIPTOR_BYTES: usize = 32;
/// Alignment of a TX frame's address in bytes; with the longest frame's size it keeps every read burst within 4 KiB (AXI4, A3.4.1).
pub const TX_ALIGN_BYTES: u64 = 2048;

/// The limits by name, for the generated files.
pub const ALL: &[(&str, u64)] = &[
    ("SESSIONS", SESSIONS as u64),
    ("SLOTS", SLOTS as u64),
    ("IRQ_VECTORS", IRQ_VECTORS as u64),
    ("RX_RINGS_MAX", RX_RINGS_MAX as u64),
    ("RX_RINGS", RX_RINGS as u64),
    ("ENGINES_MAX", ENGINES_MAX as u64),
    ("ENTRY_BYTES", ENTRY_BYTES as u64),
    ("GRANULE_BYTES", GRANULE_BYTES as u64),
    ("MAX_FRAME_BYTES", MAX_FRAME_BYTES as u64),
    ("MAX_FRAME_GRANULES", MAX_FRAME_GRANULES as u64),
    ("RX_FRAME_ENTRIES_MAX", RX_FRAME_ENTRIES_MAX as u64),
    ("RING_LOG2_MIN", RING_LOG2_MIN as u64),
    ("RING_LOG2_MAX", RING_LOG2_MAX as u64),
    ("NO_SESSION", NO_SESSION as u64),
    ("BODY_LENGTH_MIN", BODY_LENGTH_MIN as u64),
    ("RESYNC_REPEAT_FRAMES", RESYNC_REPEAT_FRAMES as u64),
    ("BODY_LENGTH_DIGITS_MAX", BODY_LENGTH_DIGITS_MAX as u64),
    ("SEQ_NUM_DIGITS_MAX", SEQ_NUM_DIGITS_MAX as u64),
    ("TX_DESCRIPTOR_BYTES", TX_DESCRIPTOR_BYTES as u64),
    ("TX_ALIGN_BYTES", TX_ALIGN_BYTES),
];
