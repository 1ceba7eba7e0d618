//! Ring entries: 32 bytes, little endian, the phase bit in the last byte.
use crate::bcd;
use crate::named::{flag_set, named_enum};
use bytemuck::{Pod, Zeroable};

named_enum! {
    /// First byte of every entry.
    EntryKind: u8 {
        /// One FIX message with its verdict.
        Msg = 1 = "MSG",
        /// One frame; commits the MSG entries before it.
        Frame = 2 = "FRAME",
        /// A mailbox command was applied or refused here.
        Fence = 3 = "FENCE",
        /// Frames were dropped before the next one.
        Loss = 4 = "LOSS",
        /// The core found a message of a session that had lost its place, and asks whether it is one.
        Resync = 5 = "RESYNC",
    }
}

named_enum! {
    /// What the sequence check says of a message.
    Verdict: u8 {
        /// MsgSeqNum is the expected one.
        InSequence = 1 = "IN_SEQUENCE",
        /// MsgSeqNum is higher than expected: messages are missing.
        Gap = 2 = "GAP",
        /// MsgSeqNum is lower than expected and PossDupFlag is Y.
        PossDupLow = 3 = "POSS_DUP_LOW",
        /// MsgSeqNum is lower than expected without PossDupFlag.
        TooLow = 4 = "TOO_LOW",
        /// Framing, CheckSum or MsgSeqNum is wrong or missing.
        Malformed = 5 = "MALFORMED",
        /// Well framed, but its number needs a parser that knows more.
        Ambiguous = 6 = "AMBIGUOUS",
        /// Well framed, not checked: the session is in HOLD, or its place in the stream is not confirmed.
        Untracked = 7 = "UNTRACKED",
    }
}

named_enum! {
    /// What the receive path made of a frame.
    FrameClass: u8 {
        /// Not IPv4 TCP.
        Other = 0 = "OTHER",
        /// A length field lies.
        BadLength = 1 = "BAD_LENGTH",
        /// IPv4 with options.
        IpOptions = 2 = "IP_OPTIONS",
        /// An IPv4 fragment.
        Fragment = 3 = "FRAGMENT",
        /// TCP of a connection that is not in the lookup table.
        Unknown = 4 = "UNKNOWN",
        /// The session is not followed.
        NotTracked = 5 = "NOT_TRACKED",
        /// SYN, FIN or RST.
        Control = 6 = "CONTROL",
        /// No payload.
        Empty = 7 = "EMPTY",
        /// Payload at the expected TCP number; parsed.
        InOrder = 8 = "IN_ORDER",
        /// Payload ahead of the expected TCP number: the session loses its place and searches for it in this payload.
        Ahead = 9 = "AHEAD",
        /// Payload accepted before.
        Old = 10 = "OLD",
        /// Payload accepted in part; the rest parsed.
        Overlap = 11 = "OVERLAP",
    }
}

named_enum! {
    /// Where the hardware stands with a session.
    SessionState: u8 {
        /// Not armed.
        Free = 0 = "FREE",
        /// Waits for the first byte at its TCP number.
        Armed = 1 = "ARMED",
        /// Follows the stream and checks MsgSeqNum.
        Track = 2 = "TRACK",
        /// Not followed any more: a segment with SYN, FIN or RST had payload; the host arms it anew.
        Lost = 3 = "LOST",
        /// Follows the stream; the host must say which MsgSeqNum comes next.
        Hold = 4 = "HOLD",
        /// Has lost its place; follows TCP and searches for the beginning of a message.
        Search = 5 = "SEARCH",
        /// Follows what may be a message; none has passed yet.
        Probe = 6 = "PROBE",
        /// Follows messages of which the host has not yet confirmed the first; nothing is verified.
        Candidate = 7 = "CANDIDATE",
    }
}

flag_set! {
    /// Flags of a MSG entry.
    msg_flags {
        /// Every byte came in TCP order, BodyLength and CheckSum are right. Counts once the FRAME entry has COMMITTED.
        VERIFIED = 0,
        /// PossDupFlag (43) is Y.
        POSS_DUP = 1,
        /// PossResend (97) is Y.
        POSS_RESEND = 2,
        /// GapFillFlag (123) is Y.
        GAP_FILL = 3,
        /// An administrative message: MsgType 0 to 5 or A.
        ADMIN = 4,
        /// SequenceReset, or Logon with ResetSeqNumFlag: the session is in HOLD after it.
        RESET = 5,
        /// The first message of a gap.
        GAP_OPENED = 6,
        /// The message that closes the gap.
        GAP_CLOSED = 7,
        /// Message boundaries are lost from here on.
        FRAMING_LOST = 8,
    }
}

flag_set! {
    /// Flags of a FRAME entry.
    frame_flags {
        /// The frame is good and its payload was followed: its MSG entries count.
        COMMITTED = 0,
        /// The MAC found a wrong frame check sequence.
        FCS_BAD = 1,
        /// Longer than the longest frame; the rest was discarded.
        TRUNCATED = 2,
        /// Longer than standard Ethernet allows.
        OVERSIZE = 3,
        /// Has one 802.1Q tag.
        VLAN = 4,
        /// The IPv4 header checksum is wrong.
        IP_CHECKSUM_BAD = 5,
        /// The TCP checksum is wrong.
        TCP_CHECKSUM_BAD = 6,
    }
}

/// Mask of the phase bit in an entry's last byte.
pub const PHASE: u8 = 1;
/// Offset of the byte that holds the phase bit.
pub const PHASE_OFFSET: usize = 31;

/// One field of an entry, for the RTL and the generated files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryField {
    /// Name as in the type.
    pub name: &'static str,
    /// Offset in bytes.
    pub offset: usize,
    /// Width in bytes.
    pub bytes: usize,
    /// What it holds.
    pub description: &'static str,
}

/// One kind of entry, for the RTL and the generated files.
#[derive(Debug, Clone, Copy)]
pub struct EntryLayout {
    /// Name of the kind.
    pub name: &'static str,
    /// Value of the first byte; 0 for a structure without one.
    pub kind: u8,
    /// What it says.
    pub description: &'static str,
    /// Fields without gaps, in the order of their offsets.
    pub fields: &'static [EntryField],
}

impl EntryLayout {
    /// Offset of a field in bytes. For constants: fails to compile for a name that does not exist.
    pub const fn offset(&self, name: &str) -> usize {
        let mut i = 0;
        while i < self.fields.len() {
            if same(self.fields[i].name, name) {
                return self.fields[i].offset;
            }
            i += 1;
        }
        panic!("no such field")
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    a.len() == b.len() && i == a.len()
}

macro_rules! entry {
    ($(#[doc = $doc:literal])+ $name:ident = $text:literal, kind $kind:expr, bytes $size:literal {
        $($(#[doc = $fdoc:literal])+ $offset:literal $field:ident: $ty:ty,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Pod, Zeroable)]
        #[repr(C)]
        pub struct $name { $($(#[doc = $fdoc])+ pub $field: $ty,)+ }

        impl $name {
            /// The layout as a table.
            pub const LAYOUT: EntryLayout = EntryLayout {
                name: $text,
                kind: $kind,
                description: concat!($($doc),+),
                fields: &[$(EntryField {
                    name: stringify!($field),
                    offset: $offset,
                    bytes: core::mem::size_of::<$ty>(),
                    description: concat!($($fdoc),+),
                },)+],
            };
        }

        const _: () = {
            assert!(core::mem::size_of::<$name>() == $size);
            $(assert!(core::mem::offset_of!($name, $field) == $offset);)+
        };
    };
}

entry! {
    /// One FIX message, written as soon as its last byte was checked.
    MsgEntry = "MSG", kind EntryKind::Msg as u8, bytes 32 {
        /// EntryKind MSG.
        0 kind: u8,
        /// Verdict.
        1 verdict: u8,
        /// msg_flags.
        2 flags: u16,
        /// Session number.
        4 session: u16,
        /// Generation of the session, raised by each command.
        6 generation: u16,
        /// TCP number of the message's first byte.
        8 tcp_seq: u32,
        /// Length of the message in bytes, from `8=` to the SOH after CheckSum; 0 with FRAMING_LOST.
        12 length: u32,
        /// MsgSeqNum (34), ten BCD digits; 0 for MALFORMED and AMBIGUOUS.
        16 received: [u8; 5],
        /// Next expected MsgSeqNum when the message was checked, ten BCD digits.
        21 expected: [u8; 5],
        /// First two characters of MsgType (35), the second 0 when there is only one.
        26 msg_type: [u8; 2],
        /// Zero.
        28 reserved: u16,
        /// Epoch, raised by each reset.
        30 epoch: u8,
        /// Phase in bit 0.
        31 phase: u8,
    }
}

entry! {
    /// One frame, written after all its bytes; commits the MSG entries since the last FRAME entry.
    FrameEntry = "FRAME", kind EntryKind::Frame as u8, bytes 32 {
        /// EntryKind FRAME.
        0 kind: u8,
        /// FrameClass.
        1 class: u8,
        /// frame_flags.
        2 flags: u16,
        /// Session number, or NO_SESSION.
        4 session: u16,
        /// Generation of the session.
        6 generation: u16,
        /// Time in the clock of the frame's first beat, in nanoseconds.
        8 ts_ns: u64,
        /// Count of the granule in which the frame begins, modulo 2^16.
        16 granule: u16,
        /// Length of the frame in bytes, without FCS.
        18 length: u16,
        /// Frames dropped before this one since reset, modulo 2^32: the sum of what LOSS says of this ring.
        20 dropped: u32,
        /// Offset of the first TCP payload byte in the frame; 0 without a session.
        24 payload_offset: u16,
        /// TCP payload bytes; 0 without a session.
        26 payload_length: u16,
        /// SessionState after the frame; FREE without a session.
        28 session_state: u8,
        /// MSG entries that belong to this frame.
        29 messages: u8,
        /// Epoch, raised by each reset.
        30 epoch: u8,
        /// Phase in bit 0.
        31 phase: u8,
    }
}

entry! {
    /// A mailbox command took effect here: frames before it saw the old state, frames after it the new.
    FenceEntry = "FENCE", kind EntryKind::Fence as u8, bytes 32 {
        /// EntryKind FENCE.
        0 kind: u8,
        /// CommandOp, as given.
        1 op: u8,
        /// CommandResult.
        2 result: u8,
        /// SessionState after the command.
        3 session_state: u8,
        /// Session number, as given.
        4 session: u16,
        /// Generation of the session after the command.
        6 generation: u16,
        /// CMD_TAG, as given.
        8 tag: u32,
        /// Next TCP number the session accepts, after the command.
        12 rcv_nxt: u32,
        /// Arrival of the last frame before the command, of whatever ring, in nanoseconds; 0 if there was none since reset.
        16 ts_ns: u64,
        /// Zero.
        24 reserved: [u8; 6],
        /// Epoch, raised by each reset.
        30 epoch: u8,
        /// Phase in bit 0.
        31 phase: u8,
    }
}

entry! {
    /// Frames were dropped between the frame before and the frame after.
    LossEntry = "LOSS", kind EntryKind::Loss as u8, bytes 32 {
        /// EntryKind LOSS.
        0 kind: u8,
        /// Zero.
        1 reserved: [u8; 7],
        /// Frames refused by the ingress FIFO since reset, of whatever ring, modulo 2^32.
        8 drop_fifo: u32,
        /// Frames of this ring dropped because receive or the ring was off since reset, modulo 2^32.
        12 drop_disabled: u32,
        /// Frames of this ring dropped because it had no room since reset, modulo 2^32.
        16 drop_ring: u32,
        /// Zero.
        20 reserved_high: [u8; 10],
        /// Epoch, raised by each reset.
        30 epoch: u8,
        /// Phase in bit 0.
        31 phase: u8,
    }
}

entry! {
    /// A session that had lost its place proposes a message of the stream; before the FRAME entry of a frame that is good.
    ResyncEntry = "RESYNC", kind EntryKind::Resync as u8, bytes 32 {
        /// EntryKind RESYNC.
        0 kind: u8,
        /// Zero.
        1 reserved: [u8; 3],
        /// Session number.
        4 session: u16,
        /// Generation of the session.
        6 generation: u16,
        /// TCP number of the message's first byte.
        8 tcp_seq: u32,
        /// Next TCP number the session accepts, after the frame.
        12 rcv_nxt: u32,
        /// MsgSeqNum (34) of the message, ten BCD digits.
        16 received: [u8; 5],
        /// Zero.
        21 reserved_high: [u8; 9],
        /// Epoch, raised by each reset.
        30 epoch: u8,
        /// Phase in bit 0.
        31 phase: u8,
    }
}

entry! {
    /// One frame to send, written by the host.
    TxDescriptor = "TX_DESCRIPTOR", kind 0, bytes 32 {
        /// Address of the frame, a multiple of 2,048.
        0 address: u64,
        /// Length of the frame in bytes, without FCS, 14 to 2,048.
        8 length: u32,
        /// Zero.
        12 reserved: [u8; 20],
    }
}

entry! {
    /// How far the core has come with the TX ring, written by the core at TX_COMPLETION.
    TxCompletion = "TX_COMPLETION", kind 0, bytes 32 {
        /// Descriptors done since the ring was enabled, modulo 2^16.
        0 done: u16,
        /// Zero.
        2 reserved: [u8; 28],
        /// Epoch, raised by each reset.
        30 epoch: u8,
        /// Zero.
        31 reserved_high: u8,
    }
}

/// Every layout, for the RTL and the generated files.
pub const LAYOUTS: &[EntryLayout] = &[
    MsgEntry::LAYOUT,
    FrameEntry::LAYOUT,
    FenceEntry::LAYOUT,
    LossEntry::LAYOUT,
    ResyncEntry::LAYOUT,
    TxDescriptor::LAYOUT,
    TxCompletion::LAYOUT,
];

impl ResyncEntry {
    /// MsgSeqNum as a number; `None` if a digit is above nine, which the core never writes.
    pub const fn received_seq_num(&self) -> Option<u64> {
        bcd::to_u64(bcd::from_bytes(self.received))
    }
}

impl MsgEntry {
    /// MsgSeqNum as a number; `None` if a digit is above nine, which the core never writes.
    #[inline]
    pub const fn received_seq_num(&self) -> Option<u64> {
        bcd::to_u64(bcd::from_bytes(self.received))
    }

    /// Expected MsgSeqNum as a number; `None` if a digit is above nine, which the core never writes.
    #[inline]
    pub const fn expected_seq_num(&self) -> Option<u64> {
        bcd::to_u64(bcd::from_bytes(self.expected))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_leave_no_gap() {
        for layout in LAYOUTS {
            let mut end = 0;
            for field in layout.fields {
                assert_eq!(field.offset, end, "{}.{}", layout.name, field.name);
                end += field.bytes;
            }
            assert_eq!(end, crate::limits::ENTRY_BYTES, "{}", layout.name);
        }
    }

    #[test]
    fn ring_entries_end_with_epoch_and_phase() {
        for layout in &LAYOUTS[..5] {
            assert_eq!(layout.offset("phase"), PHASE_OFFSET);
            assert_eq!(layout.offset("epoch"), 30);
            assert_ne!(layout.kind, 0);
        }
    }

    #[test]
    fn unknown_values_are_refused() {
        assert_eq!(Verdict::from_bits(1), Some(Verdict::InSequence));
        assert_eq!(Verdict::from_bits(0), None);
        assert_eq!(Verdict::from_bits(8), None);
        assert_eq!(EntryKind::from_bits(0), None);
    }
}
