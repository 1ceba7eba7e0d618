//! What the NIC says about a message, and how far the session believes it.

use crate::codec::MessageView;
pub use fixnic_abi::Verdict;
use fixnic_abi::{entry::msg_flags, MsgEntry};

/// The NIC's tag of one message, decoded from its ring entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// What the sequence check says.
    pub verdict: Verdict,
    /// The message's boundaries, BodyLength and CheckSum are checked, and its frame was committed.
    pub verified: bool,
    /// MsgSeqNum (34).
    pub msg_seq_num: u64,
    /// The number the hardware expected when it checked the message.
    pub expected: u64,
    /// PossDupFlag (43) is Y.
    pub poss_dup: bool,
    /// PossResend (97) is Y.
    pub poss_resend: bool,
    /// GapFillFlag (123) is Y.
    pub gap_fill: bool,
    /// First two characters of MsgType (35), the second 0 when there is only one.
    pub msg_type: [u8; 2],
}

impl Tag {
    /// Decodes a MSG entry. `committed` says that the entry's FRAME entry has the COMMITTED flag: without it nothing in
    /// the tag counts as verified. `None` for a verdict or digits that the contract does not know.
    #[inline]
    pub fn from_entry(entry: &MsgEntry, committed: bool) -> Option<Tag> {
        let flag = |bit: u16| entry.flags & bit != 0;
        let msg_seq_num = entry.received_seq_num()?;
        let expected = if entry.expected == entry.received {
            msg_seq_num
        } else {
            entry.expected_seq_num()?
        };
        Some(Tag {
            verdict: Verdict::from_bits(entry.verdict)?,
            verified: committed && flag(msg_flags::VERIFIED),
            msg_seq_num,
            expected,
            poss_dup: flag(msg_flags::POSS_DUP),
            poss_resend: flag(msg_flags::POSS_RESEND),
            gap_fill: flag(msg_flags::GAP_FILL),
            msg_type: entry.msg_type,
        })
    }

    /// Whether the verdict is one of the four that classify MsgSeqNum.
    #[inline]
    pub fn is_classified(&self) -> bool {
        matches!(
            self.verdict,
            Verdict::InSequence | Verdict::Gap | Verdict::PossDupLow | Verdict::TooLow
        )
    }
}

/// What hardware and software differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Disagreement {
    /// MsgSeqNum (34) of the tag is not that of the message.
    MsgSeqNum {
        /// In the tag.
        hardware: u64,
        /// In the message.
        software: u64,
    },
    /// PossDupFlag (43) of the tag is not that of the message.
    PossDup {
        /// In the tag.
        hardware: bool,
        /// In the message.
        software: bool,
    },
    /// MsgType (35) of the tag is not that of the message.
    MsgType {
        /// In the tag.
        hardware: [u8; 2],
        /// In the message.
        software: [u8; 2],
    },
    /// The expected number of the tag is not the session's.
    Expected {
        /// In the tag.
        hardware: u64,
        /// In the session.
        software: u64,
    },
    /// The verdict does not follow from the number.
    Verdict {
        /// In the tag.
        hardware: Verdict,
        /// What the session finds.
        software: Verdict,
    },
    /// A message that the hardware verified cannot be framed by the software.
    Framing,
}

/// Compares a verified, classified tag with the message. `expected` is the session's next number, given only while the
/// hardware is known to work from that number.
#[inline]
pub(crate) fn compare(
    tag: &Tag,
    view: &MessageView<'_>,
    seq: u64,
    expected: Option<u64>,
) -> Result<(), Disagreement> {
    if tag.msg_seq_num != seq {
        return Err(Disagreement::MsgSeqNum {
            hardware: tag.msg_seq_num,
            software: seq,
        });
    }
    let poss_dup = view.poss_dup();
    if tag.poss_dup != poss_dup {
        return Err(Disagreement::PossDup {
            hardware: tag.poss_dup,
            software: poss_dup,
        });
    }
    let msg_type = match *view.msg_type() {
        [] => [0, 0],
        [only] => [only, 0],
        [first, second, ..] => [first, second],
    };
    if tag.msg_type != msg_type {
        return Err(Disagreement::MsgType {
            hardware: tag.msg_type,
            software: msg_type,
        });
    }
    let Some(expected) = expected else { return Ok(()) };
    if tag.expected != expected {
        return Err(Disagreement::Expected {
            hardware: tag.expected,
            software: expected,
        });
    }
    let software = classify(seq, expected, poss_dup);
    if tag.verdict != software {
        return Err(Disagreement::Verdict {
            hardware: tag.verdict,
            software,
        });
    }
    Ok(())
}

/// What a number is, seen from the expected one.
pub(crate) fn classify(seq: u64, expected: u64, poss_dup: bool) -> Verdict {
    match seq.cmp(&expected) {
        std::cmp::Ordering::Equal => Verdict::InSequence,
        std::cmp::Ordering::Greater => Verdict::Gap,
        std::cmp::Ordering::Less if poss_dup => Verdict::PossDupLow,
        std::cmp::Ordering::Less => Verdict::TooLow,
    }
}
