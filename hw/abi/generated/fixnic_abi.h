/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/* Generated from hw/abi by `make gen`; do not edit. Little endian throughout. */
#ifndef FIXNIC_ABI_H
#define FIXNIC_ABI_H

#include <stdint.h>

#define FIXNIC_ABI_VERSION 0x00010002u
#define FIXNIC_ID_VALUE 0x4e584946u
#define FIXNIC_SESSIONS 1024u
#define FIXNIC_SLOTS 4096u
#define FIXNIC_IRQ_VECTORS 6u
#define FIXNIC_RX_RINGS_MAX 4u
#define FIXNIC_RX_RINGS 4u
#define FIXNIC_ENGINES_MAX 4u
#define FIXNIC_ENTRY_BYTES 32u
#define FIXNIC_GRANULE_BYTES 64u
#define FIXNIC_MAX_FRAME_BYTES 2048u
#define FIXNIC_MAX_FRAME_GRANULES 32u
#define FIXNIC_RX_FRAME_ENTRIES_MAX 40u
#define FIXNIC_RING_LOG2_MIN 7u
#define FIXNIC_RING_LOG2_MAX 15u
#define FIXNIC_NO_SESSION 65535u
#define FIXNIC_BODY_LENGTH_MIN 41u
#define FIXNIC_RESYNC_REPEAT_FRAMES 64u
#define FIXNIC_BODY_LENGTH_DIGITS_MAX 5u
#define FIXNIC_SEQ_NUM_DIGITS_MAX 10u
#define FIXNIC_TX_DESCRIPTOR_BYTES 32u
#define FIXNIC_TX_ALIGN_BYTES 2048u

/* Registers: offsets in BAR0. */
#define FIXNIC_REG_ID 0x000u
#define FIXNIC_REG_ABI_VERSION 0x004u
#define FIXNIC_ABI_VERSION_MINOR_LSB 0
#define FIXNIC_ABI_VERSION_MINOR_WIDTH 16
#define FIXNIC_ABI_VERSION_MAJOR_LSB 16
#define FIXNIC_ABI_VERSION_MAJOR_WIDTH 16
#define FIXNIC_REG_GEOMETRY 0x008u
#define FIXNIC_GEOMETRY_SESSIONS_LOG2_LSB 0
#define FIXNIC_GEOMETRY_SESSIONS_LOG2_WIDTH 8
#define FIXNIC_GEOMETRY_SLOTS_LOG2_LSB 8
#define FIXNIC_GEOMETRY_SLOTS_LOG2_WIDTH 8
#define FIXNIC_GEOMETRY_RX_RINGS_LSB 16
#define FIXNIC_GEOMETRY_RX_RINGS_WIDTH 8
#define FIXNIC_GEOMETRY_LANES_LSB 24
#define FIXNIC_GEOMETRY_LANES_WIDTH 8
#define FIXNIC_REG_CLOCK_PS 0x00cu
#define FIXNIC_REG_EPOCH 0x010u
#define FIXNIC_REG_CONTROL 0x014u
#define FIXNIC_CONTROL_RX_ENABLE_LSB 0
#define FIXNIC_CONTROL_RX_ENABLE_WIDTH 1
#define FIXNIC_CONTROL_TX_ENABLE_LSB 1
#define FIXNIC_CONTROL_TX_ENABLE_WIDTH 1
#define FIXNIC_CONTROL_RESET_LSB 31
#define FIXNIC_CONTROL_RESET_WIDTH 1
#define FIXNIC_REG_STATUS 0x018u
#define FIXNIC_STATUS_IDLE_LSB 0
#define FIXNIC_STATUS_IDLE_WIDTH 1
#define FIXNIC_STATUS_RING_REFUSED_LSB 1
#define FIXNIC_STATUS_RING_REFUSED_WIDTH 1
#define FIXNIC_STATUS_AXI_ERROR_LSB 2
#define FIXNIC_STATUS_AXI_ERROR_WIDTH 1
#define FIXNIC_STATUS_RING_STOPPED_LSB 8
#define FIXNIC_STATUS_RING_STOPPED_WIDTH 4
#define FIXNIC_STATUS_DOORBELL_REFUSED_LSB 12
#define FIXNIC_STATUS_DOORBELL_REFUSED_WIDTH 4
#define FIXNIC_STATUS_TX_DOORBELL_REFUSED_LSB 16
#define FIXNIC_STATUS_TX_DOORBELL_REFUSED_WIDTH 1
#define FIXNIC_REG_SCRATCH 0x01cu
#define FIXNIC_REG_IRQ_ARM 0x020u
#define FIXNIC_IRQ_ARM_RX_LSB 0
#define FIXNIC_IRQ_ARM_RX_WIDTH 4
#define FIXNIC_IRQ_ARM_TX_LSB 4
#define FIXNIC_IRQ_ARM_TX_WIDTH 1
#define FIXNIC_IRQ_ARM_ERROR_LSB 5
#define FIXNIC_IRQ_ARM_ERROR_WIDTH 1
#define FIXNIC_REG_STAT_LATCH 0x024u
#define FIXNIC_REG_IRQ_MODERATION(i) (0x028u + 0x4u * (i))
#define FIXNIC_REG_ENGINES_LOG2 0x040u
#define FIXNIC_REG_CMD_SLOT 0x100u
#define FIXNIC_REG_CMD_SESSION 0x104u
#define FIXNIC_REG_CMD_LOCAL_IP 0x108u
#define FIXNIC_REG_CMD_REMOTE_IP 0x10cu
#define FIXNIC_REG_CMD_PORTS 0x110u
#define FIXNIC_CMD_PORTS_REMOTE_LSB 0
#define FIXNIC_CMD_PORTS_REMOTE_WIDTH 16
#define FIXNIC_CMD_PORTS_LOCAL_LSB 16
#define FIXNIC_CMD_PORTS_LOCAL_WIDTH 16
#define FIXNIC_REG_CMD_TCP_SEQ 0x114u
#define FIXNIC_REG_CMD_EXPECTED_LO 0x118u
#define FIXNIC_REG_CMD_EXPECTED_HI 0x11cu
#define FIXNIC_REG_CMD_TAG 0x120u
#define FIXNIC_REG_CMD_GO 0x124u
#define FIXNIC_REG_CMD_STATUS 0x128u
#define FIXNIC_CMD_STATUS_BUSY_LSB 0
#define FIXNIC_CMD_STATUS_BUSY_WIDTH 1
#define FIXNIC_CMD_STATUS_OVERRUN_LSB 1
#define FIXNIC_CMD_STATUS_OVERRUN_WIDTH 1
#define FIXNIC_CMD_STATUS_RESULT_LSB 8
#define FIXNIC_CMD_STATUS_RESULT_WIDTH 8
#define FIXNIC_CMD_STATUS_SESSION_STATE_LSB 16
#define FIXNIC_CMD_STATUS_SESSION_STATE_WIDTH 8
#define FIXNIC_REG_CMD_GENERATION 0x12cu
#define FIXNIC_REG_CMD_RING 0x130u
#define FIXNIC_REG_RX_ENTRY_LO(i) (0x200u + 0x40u * (i))
#define FIXNIC_REG_RX_ENTRY_HI(i) (0x204u + 0x40u * (i))
#define FIXNIC_REG_RX_BUFFER_LO(i) (0x208u + 0x40u * (i))
#define FIXNIC_REG_RX_BUFFER_HI(i) (0x20cu + 0x40u * (i))
#define FIXNIC_REG_RX_SIZE(i) (0x210u + 0x40u * (i))
#define FIXNIC_RX_SIZE_ENTRY_LOG2_LSB 0
#define FIXNIC_RX_SIZE_ENTRY_LOG2_WIDTH 8
#define FIXNIC_RX_SIZE_BUFFER_LOG2_LSB 8
#define FIXNIC_RX_SIZE_BUFFER_LOG2_WIDTH 8
#define FIXNIC_REG_RX_ENABLE(i) (0x214u + 0x40u * (i))
#define FIXNIC_RX_ENABLE_ENABLE_LSB 0
#define FIXNIC_RX_ENABLE_ENABLE_WIDTH 1
#define FIXNIC_RX_ENABLE_DRAINING_LSB 1
#define FIXNIC_RX_ENABLE_DRAINING_WIDTH 1
#define FIXNIC_REG_RX_DOORBELL(i) (0x218u + 0x40u * (i))
#define FIXNIC_RX_DOORBELL_ENTRIES_LSB 0
#define FIXNIC_RX_DOORBELL_ENTRIES_WIDTH 16
#define FIXNIC_RX_DOORBELL_GRANULES_LSB 16
#define FIXNIC_RX_DOORBELL_GRANULES_WIDTH 16
#define FIXNIC_REG_RX_PRODUCER(i) (0x21cu + 0x40u * (i))
#define FIXNIC_RX_PRODUCER_ENTRIES_LSB 0
#define FIXNIC_RX_PRODUCER_ENTRIES_WIDTH 16
#define FIXNIC_RX_PRODUCER_GRANULES_LSB 16
#define FIXNIC_RX_PRODUCER_GRANULES_WIDTH 16
#define FIXNIC_REG_RX_DROP_DISABLED(i) (0x220u + 0x40u * (i))
#define FIXNIC_REG_RX_DROP_RING(i) (0x224u + 0x40u * (i))
#define FIXNIC_REG_TX_RING_LO 0x300u
#define FIXNIC_REG_TX_RING_HI 0x304u
#define FIXNIC_REG_TX_COMPLETION_LO 0x308u
#define FIXNIC_REG_TX_COMPLETION_HI 0x30cu
#define FIXNIC_REG_TX_SIZE 0x310u
#define FIXNIC_REG_TX_DOORBELL 0x314u
#define FIXNIC_REG_STAT_LO(i) (0x800u + 0x8u * (i))
#define FIXNIC_REG_STAT_HI(i) (0x804u + 0x8u * (i))

enum fixnic_entry_kind {
    FIXNIC_ENTRY_KIND_MSG = 1, /* One FIX message with its verdict. */
    FIXNIC_ENTRY_KIND_FRAME = 2, /* One frame; commits the MSG entries before it. */
    FIXNIC_ENTRY_KIND_FENCE = 3, /* A mailbox command was applied or refused here. */
    FIXNIC_ENTRY_KIND_LOSS = 4, /* Frames were dropped before the next one. */
    FIXNIC_ENTRY_KIND_RESYNC = 5, /* The core found a message of a session that had lost its place, and asks whether it is one. */
};

enum fixnic_verdict {
    FIXNIC_VERDICT_IN_SEQUENCE = 1, /* MsgSeqNum is the expected one. */
    FIXNIC_VERDICT_GAP = 2, /* MsgSeqNum is higher than expected: messages are missing. */
    FIXNIC_VERDICT_POSS_DUP_LOW = 3, /* MsgSeqNum is lower than expected and PossDupFlag is Y. */
    FIXNIC_VERDICT_TOO_LOW = 4, /* MsgSeqNum is lower than expected without PossDupFlag. */
    FIXNIC_VERDICT_MALFORMED = 5, /* Framing, CheckSum or MsgSeqNum is wrong or missing. */
    FIXNIC_VERDICT_AMBIGUOUS = 6, /* Well framed, but its number needs a parser that knows more. */
    FIXNIC_VERDICT_UNTRACKED = 7, /* Well framed, not checked: the session is in HOLD, or its place in the stream is not confirmed. */
};

enum fixnic_frame_class {
    FIXNIC_FRAME_CLASS_OTHER = 0, /* Not IPv4 TCP. */
    FIXNIC_FRAME_CLASS_BAD_LENGTH = 1, /* A length field lies. */
    FIXNIC_FRAME_CLASS_IP_OPTIONS = 2, /* IPv4 with options. */
    FIXNIC_FRAME_CLASS_FRAGMENT = 3, /* An IPv4 fragment. */
    FIXNIC_FRAME_CLASS_UNKNOWN = 4, /* TCP of a connection that is not in the lookup table. */
    FIXNIC_FRAME_CLASS_NOT_TRACKED = 5, /* The session is not followed. */
    FIXNIC_FRAME_CLASS_CONTROL = 6, /* SYN, FIN or RST. */
    FIXNIC_FRAME_CLASS_EMPTY = 7, /* No payload. */
    FIXNIC_FRAME_CLASS_IN_ORDER = 8, /* Payload at the expected TCP number; parsed. */
    FIXNIC_FRAME_CLASS_AHEAD = 9, /* Payload ahead of the expected TCP number: the session loses its place and searches for it in this payload. */
    FIXNIC_FRAME_CLASS_OLD = 10, /* Payload accepted before. */
    FIXNIC_FRAME_CLASS_OVERLAP = 11, /* Payload accepted in part; the rest parsed. */
};

enum fixnic_session_state {
    FIXNIC_SESSION_STATE_FREE = 0, /* Not armed. */
    FIXNIC_SESSION_STATE_ARMED = 1, /* Waits for the first byte at its TCP number. */
    FIXNIC_SESSION_STATE_TRACK = 2, /* Follows the stream and checks MsgSeqNum. */
    FIXNIC_SESSION_STATE_LOST = 3, /* Not followed any more: a segment with SYN, FIN or RST had payload; the host arms it anew. */
    FIXNIC_SESSION_STATE_HOLD = 4, /* Follows the stream; the host must say which MsgSeqNum comes next. */
    FIXNIC_SESSION_STATE_SEARCH = 5, /* Has lost its place; follows TCP and searches for the beginning of a message. */
    FIXNIC_SESSION_STATE_PROBE = 6, /* Follows what may be a message; none has passed yet. */
    FIXNIC_SESSION_STATE_CANDIDATE = 7, /* Follows messages of which the host has not yet confirmed the first; nothing is verified. */
};

enum fixnic_command_op {
    FIXNIC_COMMAND_OP_ARM = 1, /* Start tracking a session from a TCP number and an expected MsgSeqNum. */
    FIXNIC_COMMAND_OP_DISARM = 2, /* Stop tracking a session. */
    FIXNIC_COMMAND_OP_SET_EXPECTED = 3, /* Set the next expected MsgSeqNum; leaves HOLD. */
    FIXNIC_COMMAND_OP_RESYNC_OK = 4, /* The message that a session in CANDIDATE proposes is one, and the number given is the expected one there. */
    FIXNIC_COMMAND_OP_RESYNC_NO = 5, /* The message that a session in CANDIDATE proposes is none: search on. */
};

enum fixnic_command_result {
    FIXNIC_COMMAND_RESULT_OK = 0, /* Applied. */
    FIXNIC_COMMAND_RESULT_BAD_OP = 1, /* Not a known operation. */
    FIXNIC_COMMAND_RESULT_BAD_SESSION = 2, /* The session number is not below the build's sessions. */
    FIXNIC_COMMAND_RESULT_BAD_SLOT = 3, /* The slot is not below the build's slots. */
    FIXNIC_COMMAND_RESULT_BAD_EXPECTED = 4, /* The expected MsgSeqNum is zero or has a digit above nine. */
    FIXNIC_COMMAND_RESULT_BAD_STATE = 5, /* The session's state does not allow the operation. */
    FIXNIC_COMMAND_RESULT_STALE = 6, /* The generation or the TCP number is not that of the session's proposal. */
    FIXNIC_COMMAND_RESULT_BAD_RING = 7, /* The RX ring is not below the build's rings. */
};

/* msg_flags */
#define FIXNIC_MSG_FLAG_VERIFIED 0x0001u /* Every byte came in TCP order, BodyLength and CheckSum are right. Counts once the FRAME entry has COMMITTED. */
#define FIXNIC_MSG_FLAG_POSS_DUP 0x0002u /* PossDupFlag (43) is Y. */
#define FIXNIC_MSG_FLAG_POSS_RESEND 0x0004u /* PossResend (97) is Y. */
#define FIXNIC_MSG_FLAG_GAP_FILL 0x0008u /* GapFillFlag (123) is Y. */
#define FIXNIC_MSG_FLAG_ADMIN 0x0010u /* An administrative message: MsgType 0 to 5 or A. */
#define FIXNIC_MSG_FLAG_RESET 0x0020u /* SequenceReset, or Logon with ResetSeqNumFlag: the session is in HOLD after it. */
#define FIXNIC_MSG_FLAG_GAP_OPENED 0x0040u /* The first message of a gap. */
#define FIXNIC_MSG_FLAG_GAP_CLOSED 0x0080u /* The message that closes the gap. */
#define FIXNIC_MSG_FLAG_FRAMING_LOST 0x0100u /* Message boundaries are lost from here on. */

/* frame_flags */
#define FIXNIC_FRAME_FLAG_COMMITTED 0x0001u /* The frame is good and its payload was followed: its MSG entries count. */
#define FIXNIC_FRAME_FLAG_FCS_BAD 0x0002u /* The MAC found a wrong frame check sequence. */
#define FIXNIC_FRAME_FLAG_TRUNCATED 0x0004u /* Longer than the longest frame; the rest was discarded. */
#define FIXNIC_FRAME_FLAG_OVERSIZE 0x0008u /* Longer than standard Ethernet allows. */
#define FIXNIC_FRAME_FLAG_VLAN 0x0010u /* Has one 802.1Q tag. */
#define FIXNIC_FRAME_FLAG_IP_CHECKSUM_BAD 0x0020u /* The IPv4 header checksum is wrong. */
#define FIXNIC_FRAME_FLAG_TCP_CHECKSUM_BAD 0x0040u /* The TCP checksum is wrong. */

/* One FIX message, written as soon as its last byte was checked. */
struct fixnic_msg {
    uint8_t kind; /* 0: EntryKind MSG. */
    uint8_t verdict; /* 1: Verdict. */
    uint16_t flags; /* 2: msg_flags. */
    uint16_t session; /* 4: Session number. */
    uint16_t generation; /* 6: Generation of the session, raised by each command. */
    uint32_t tcp_seq; /* 8: TCP number of the message's first byte. */
    uint32_t length; /* 12: Length of the message in bytes, from `8=` to the SOH after CheckSum; 0 with FRAMING_LOST. */
    uint8_t received[5]; /* 16: MsgSeqNum (34), ten BCD digits; 0 for MALFORMED and AMBIGUOUS. */
    uint8_t expected[5]; /* 21: Next expected MsgSeqNum when the message was checked, ten BCD digits. */
    uint8_t msg_type[2]; /* 26: First two characters of MsgType (35), the second 0 when there is only one. */
    uint16_t reserved; /* 28: Zero. */
    uint8_t epoch; /* 30: Epoch, raised by each reset. */
    uint8_t phase; /* 31: Phase in bit 0. */
};
_Static_assert(sizeof(struct fixnic_msg) == 32, "fixnic_msg");

/* One frame, written after all its bytes; commits the MSG entries since the last FRAME entry. */
struct fixnic_frame {
    uint8_t kind; /* 0: EntryKind FRAME. */
    uint8_t class; /* 1: FrameClass. */
    uint16_t flags; /* 2: frame_flags. */
    uint16_t session; /* 4: Session number, or NO_SESSION. */
    uint16_t generation; /* 6: Generation of the session. */
    uint64_t ts_ns; /* 8: Time in the clock of the frame's first beat, in nanoseconds. */
    uint16_t granule; /* 16: Count of the granule in which the frame begins, modulo 2^16. */
    uint16_t length; /* 18: Length of the frame in bytes, without FCS. */
    uint32_t dropped; /* 20: Frames dropped before this one since reset, modulo 2^32: the sum of what LOSS says of this ring. */
    uint16_t payload_offset; /* 24: Offset of the first TCP payload byte in the frame; 0 without a session. */
    uint16_t payload_length; /* 26: TCP payload bytes; 0 without a session. */
    uint8_t session_state; /* 28: SessionState after the frame; FREE without a session. */
    uint8_t messages; /* 29: MSG entries that belong to this frame. */
    uint8_t epoch; /* 30: Epoch, raised by each reset. */
    uint8_t phase; /* 31: Phase in bit 0. */
};
_Static_assert(sizeof(struct fixnic_frame) == 32, "fixnic_frame");

/* A mailbox command took effect here: frames before it saw the old state, frames after it the new. */
struct fixnic_fence {
    uint8_t kind; /* 0: EntryKind FENCE. */
    uint8_t op; /* 1: CommandOp, as given. */
    uint8_t result; /* 2: CommandResult. */
    uint8_t session_state; /* 3: SessionState after the command. */
    uint16_t session; /* 4: Session number, as given. */
    uint16_t generation; /* 6: Generation of the session after the command. */
    uint32_t tag; /* 8: CMD_TAG, as given. */
    uint32_t rcv_nxt; /* 12: Next TCP number the session accepts, after the command. */
    uint64_t ts_ns; /* 16: Arrival of the last frame before the command, of whatever ring, in nanoseconds; 0 if there was none since reset. */
    uint8_t reserved[6]; /* 24: Zero. */
    uint8_t epoch; /* 30: Epoch, raised by each reset. */
    uint8_t phase; /* 31: Phase in bit 0. */
};
_Static_assert(sizeof(struct fixnic_fence) == 32, "fixnic_fence");

/* Frames were dropped between the frame before and the frame after. */
struct fixnic_loss {
    uint8_t kind; /* 0: EntryKind LOSS. */
    uint8_t reserved[7]; /* 1: Zero. */
    uint32_t drop_fifo; /* 8: Frames refused by the ingress FIFO since reset, of whatever ring, modulo 2^32. */
    uint32_t drop_disabled; /* 12: Frames of this ring dropped because receive or the ring was off since reset, modulo 2^32. */
    uint32_t drop_ring; /* 16: Frames of this ring dropped because it had no room since reset, modulo 2^32. */
    uint8_t reserved_high[10]; /* 20: Zero. */
    uint8_t epoch; /* 30: Epoch, raised by each reset. */
    uint8_t phase; /* 31: Phase in bit 0. */
};
_Static_assert(sizeof(struct fixnic_loss) == 32, "fixnic_loss");

/* A session that had lost its place proposes a message of the stream; before the FRAME entry of a frame that is good. */
struct fixnic_resync {
    uint8_t kind; /* 0: EntryKind RESYNC. */
    uint8_t reserved[3]; /* 1: Zero. */
    uint16_t session; /* 4: Session number. */
    uint16_t generation; /* 6: Generation of the session. */
    uint32_t tcp_seq; /* 8: TCP number of the message's first byte. */
    uint32_t rcv_nxt; /* 12: Next TCP number the session accepts, after the frame. */
    uint8_t received[5]; /* 16: MsgSeqNum (34) of the message, ten BCD digits. */
    uint8_t reserved_high[9]; /* 21: Zero. */
    uint8_t epoch; /* 30: Epoch, raised by each reset. */
    uint8_t phase; /* 31: Phase in bit 0. */
};
_Static_assert(sizeof(struct fixnic_resync) == 32, "fixnic_resync");

/* One frame to send, written by the host. */
struct fixnic_tx_descriptor {
    uint64_t address; /* 0: Address of the frame, a multiple of 2,048. */
    uint32_t length; /* 8: Length of the frame in bytes, without FCS, 14 to 2,048. */
    uint8_t reserved[20]; /* 12: Zero. */
};
_Static_assert(sizeof(struct fixnic_tx_descriptor) == 32, "fixnic_tx_descriptor");

/* How far the core has come with the TX ring, written by the core at TX_COMPLETION. */
struct fixnic_tx_completion {
    uint16_t done; /* 0: Descriptors done since the ring was enabled, modulo 2^16. */
    uint8_t reserved[28]; /* 2: Zero. */
    uint8_t epoch; /* 30: Epoch, raised by each reset. */
    uint8_t reserved_high; /* 31: Zero. */
};
_Static_assert(sizeof(struct fixnic_tx_completion) == 32, "fixnic_tx_completion");

/* Numbers of the counters. */
enum fixnic_counter {
    FIXNIC_COUNTER_RX_FRAMES = 0, /* Frames seen on the wire, dropped ones included. */
    FIXNIC_COUNTER_RX_BYTES = 1, /* Bytes of the frames delivered. */
    FIXNIC_COUNTER_RX_DELIVERED = 2, /* Frames delivered with a FRAME entry. */
    FIXNIC_COUNTER_DROP_FIFO = 3, /* Frames refused by the ingress FIFO. */
    FIXNIC_COUNTER_DROP_DISABLED = 4, /* Frames dropped because receive or the ring was off. */
    FIXNIC_COUNTER_DROP_RING = 5, /* Frames dropped because the ring had no room. */
    FIXNIC_COUNTER_FCS_BAD = 6, /* Delivered frames with FCS_BAD. */
    FIXNIC_COUNTER_TRUNCATED = 7, /* Delivered frames with TRUNCATED. */
    FIXNIC_COUNTER_OVERSIZE = 8, /* Delivered frames with OVERSIZE. */
    FIXNIC_COUNTER_IP_CHECKSUM_BAD = 9, /* Delivered frames with IP_CHECKSUM_BAD. */
    FIXNIC_COUNTER_TCP_CHECKSUM_BAD = 10, /* Delivered frames with TCP_CHECKSUM_BAD. */
    FIXNIC_COUNTER_CLASS_OTHER = 11, /* Delivered frames of class OTHER. */
    FIXNIC_COUNTER_CLASS_BAD_LENGTH = 12, /* Delivered frames of class BAD_LENGTH. */
    FIXNIC_COUNTER_CLASS_IP_OPTIONS = 13, /* Delivered frames of class IP_OPTIONS. */
    FIXNIC_COUNTER_CLASS_FRAGMENT = 14, /* Delivered frames of class FRAGMENT. */
    FIXNIC_COUNTER_CLASS_UNKNOWN = 15, /* Delivered frames of class UNKNOWN. */
    FIXNIC_COUNTER_CLASS_NOT_TRACKED = 16, /* Delivered frames of class NOT_TRACKED. */
    FIXNIC_COUNTER_CLASS_CONTROL = 17, /* Delivered frames of class CONTROL. */
    FIXNIC_COUNTER_CLASS_EMPTY = 18, /* Delivered frames of class EMPTY. */
    FIXNIC_COUNTER_CLASS_IN_ORDER = 19, /* Delivered frames of class IN_ORDER. */
    FIXNIC_COUNTER_CLASS_AHEAD = 20, /* Delivered frames of class AHEAD. */
    FIXNIC_COUNTER_CLASS_OLD = 21, /* Delivered frames of class OLD. */
    FIXNIC_COUNTER_CLASS_OVERLAP = 22, /* Delivered frames of class OVERLAP. */
    FIXNIC_COUNTER_VERDICT_IN_SEQUENCE = 23, /* MSG entries with IN_SEQUENCE, void ones included, as for all verdict counters. */
    FIXNIC_COUNTER_VERDICT_GAP = 24, /* MSG entries with GAP. */
    FIXNIC_COUNTER_VERDICT_POSS_DUP_LOW = 25, /* MSG entries with POSS_DUP_LOW. */
    FIXNIC_COUNTER_VERDICT_TOO_LOW = 26, /* MSG entries with TOO_LOW. */
    FIXNIC_COUNTER_VERDICT_MALFORMED = 27, /* MSG entries with MALFORMED. */
    FIXNIC_COUNTER_VERDICT_AMBIGUOUS = 28, /* MSG entries with AMBIGUOUS. */
    FIXNIC_COUNTER_VERDICT_UNTRACKED = 29, /* MSG entries with UNTRACKED. */
    FIXNIC_COUNTER_COMMAND_OK = 30, /* Commands applied. */
    FIXNIC_COUNTER_COMMAND_REFUSED = 31, /* Commands refused. */
    FIXNIC_COUNTER_DOORBELL_REFUSED = 32, /* RX doorbells refused because they ran ahead of the producer. */
    FIXNIC_COUNTER_TX_FRAMES = 33, /* Frames sent. */
    FIXNIC_COUNTER_TX_BAD_DESCRIPTOR = 34, /* TX descriptors skipped for their address or length. */
    FIXNIC_COUNTER_AXI_WRITE_ERROR = 35, /* AXI write responses other than OKAY. */
    FIXNIC_COUNTER_AXI_READ_ERROR = 36, /* AXI read responses other than OKAY. */
    FIXNIC_COUNTER_RESYNC = 37, /* RESYNC entries. */
};

/* Lookup: bit i of a bucket number is the parity of the 4-tuple under mask i, given as words 31:0, 63:32, 95:64. */
#define FIXNIC_LOOKUP_MASKS_0 { \
    { 0x0f962075u, 0x0cfc1585u, 0x89d802f0u }, \
    { 0x5197585eu, 0xd65e6e5bu, 0x81b9b245u }, \
    { 0x8631a485u, 0x19e27c54u, 0xfced0934u }, \
    { 0x29cc05aeu, 0xf9143e86u, 0x2803a08eu }, \
    { 0x4caa20f9u, 0xb56a05b0u, 0x0ec5d71fu }, \
    { 0xbfd80440u, 0x3b139224u, 0x2494f804u }, \
    { 0xf56a3379u, 0x9f1701acu, 0xb68ca665u }, \
    { 0xaff732e5u, 0x817d74d4u, 0x0199702au }, \
    { 0x5c2b9591u, 0xab30bfd1u, 0xc3277a9fu }, \
    { 0xf8d7f06du, 0x666e2e77u, 0xc8331ac3u } }
#define FIXNIC_LOOKUP_MASKS_1 { \
    { 0x7ee10087u, 0x1c36fa71u, 0xe511ca9du }, \
    { 0x01868e66u, 0x93a943c8u, 0x6cf804c8u }, \
    { 0xefee9b67u, 0x646f3245u, 0xdc0261dbu }, \
    { 0x1e69340bu, 0x026584d0u, 0x864401ccu }, \
    { 0xb1b6e15au, 0x194812f0u, 0xd551de0au }, \
    { 0x1bab0f4au, 0xa189cfefu, 0x73add6a4u }, \
    { 0xb715a0a8u, 0x49fd1cceu, 0x1d10fc82u }, \
    { 0xb311d4f5u, 0x41873120u, 0x7cc59781u }, \
    { 0xb5ee5136u, 0x5637c7ecu, 0xb1418139u }, \
    { 0xf9413a79u, 0xc2c7fdcbu, 0x3c51a7ceu } }

#endif /* FIXNIC_ABI_H */
