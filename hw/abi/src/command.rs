//! Mailbox commands and their results.
use crate::named::named_enum;

named_enum! {
    /// What CMD_GO starts.
    CommandOp: u8 {
        /// Start tracking a session from a TCP number and an expected MsgSeqNum.
        Arm = 1 = "ARM",
        /// Stop tracking a session.
        Disarm = 2 = "DISARM",
        /// Set the next expected MsgSeqNum; leaves HOLD.
        SetExpected = 3 = "SET_EXPECTED",
        /// The message that a session in CANDIDATE proposes is one, and the number given is the expected one there.
        ResyncOk = 4 = "RESYNC_OK",
        /// The message that a session in CANDIDATE proposes is none: search on.
        ResyncNo = 5 = "RESYNC_NO",
    }
}

named_enum! {
    /// What became of a command.
    CommandResult: u8 {
        /// Applied.
        Ok = 0 = "OK",
        /// Not a known operation.
        BadOp = 1 = "BAD_OP",
        /// The session number is not below the build's sessions.
        BadSession = 2 = "BAD_SESSION",
        /// The slot is not below the build's slots.
        BadSlot = 3 = "BAD_SLOT",
        /// The expected MsgSeqNum is zero or has a digit above nine.
        BadExpected = 4 = "BAD_EXPECTED",
        /// The session's state does not allow the operation.
        BadState = 5 = "BAD_STATE",
        /// The generation or the TCP number is not that of the session's proposal.
        Stale = 6 = "STALE",
        /// The RX ring is not below the build's rings.
        BadRing = 7 = "BAD_RING",
    }
}
