//! Section 5: messages into verdicts.

use crate::framing::{Event, Message};
use fixnic_abi::bcd;
use fixnic_abi::entry::msg_flags;
use fixnic_abi::Verdict;

/// What the core must say of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The verdict.
    pub verdict: Verdict,
    /// `msg_flags`.
    pub flags: u16,
    /// First two characters of MsgType, the first in the low byte.
    pub msg_type: u16,
    /// MsgSeqNum in BCD, or 0.
    pub received: u64,
    /// Expected MsgSeqNum in BCD, before the message.
    pub expected: u64,
    /// Low 19 bits of the first byte's TCP number.
    pub start: u32,
    /// Low 19 bits of the last byte's TCP number; `None` when framing is lost.
    pub end: Option<u32>,
}

/// Sequence state of a session.
#[derive(Clone, Debug)]
pub struct Session {
    expected: u64,
    gap: Option<u64>,
    hold: bool,
}

impl Session {
    /// After ARM.
    pub fn new(expected: u64) -> Self {
        Self {
            expected,
            gap: None,
            hold: false,
        }
    }

    /// SET_EXPECTED.
    pub fn set_expected(&mut self, expected: u64) {
        *self = Self::new(expected);
    }

    /// Whether the session is in HOLD.
    pub fn hold(&self) -> bool {
        self.hold
    }

    /// Whether a gap is open.
    pub fn gap_open(&self) -> bool {
        self.gap.is_some()
    }

    /// Judges what framing found in a stream that begins at `tcp_seq`.
    pub fn judge(&mut self, event: &Event, tcp_seq: u32) -> Said {
        let position = |index: usize| tcp_seq.wrapping_add(index as u32) & 0x7_FFFF;
        let mut said = Said {
            verdict: Verdict::Malformed,
            flags: msg_flags::FRAMING_LOST,
            msg_type: 0,
            received: 0,
            expected: bcd::from_u64(self.expected).expect("at most ten digits"),
            start: position(event.start),
            end: None,
        };
        if let Some(message) = &event.message {
            said.end = Some(position(event.found_at));
            self.judge_message(message, &mut said);
        }
        said
    }

    fn judge_message(&mut self, message: &Message, said: &mut Said) {
        let reset = message.msg_type == b"4" || (message.msg_type == b"A" && message.reset_seq_num);
        let admin = matches!(message.msg_type[..], [b'0'..=b'5' | b'A']);
        said.flags = 0;
        for (set, flag) in [
            (message.poss_dup, msg_flags::POSS_DUP),
            (message.poss_resend, msg_flags::POSS_RESEND),
            (message.gap_fill, msg_flags::GAP_FILL),
            (admin, msg_flags::ADMIN),
            (reset, msg_flags::RESET),
        ] {
            if set {
                said.flags |= flag;
            }
        }
        let character = |index: usize| u16::from(message.msg_type.get(index).copied().unwrap_or(0));
        said.msg_type = character(0) | character(1) << 8;
        if !message.check_good || !message.has_seq_num {
            return;
        }
        said.flags |= msg_flags::VERIFIED;
        let hold_before = self.hold;
        self.hold |= reset;
        let received = match message.seq_num {
            Some(received) if !message.ambiguous => received,
            _ => {
                said.verdict = Verdict::Ambiguous;
                self.hold = true;
                return;
            }
        };
        said.received = bcd::from_u64(received).expect("at most ten digits");
        if hold_before {
            said.verdict = Verdict::Untracked;
        } else if received == self.expected {
            said.verdict = Verdict::InSequence;
            if self.gap == Some(received) {
                said.flags |= msg_flags::GAP_CLOSED;
                self.gap = None;
            }
            if self.expected == bcd::MAX {
                self.hold = true;
            } else if !reset {
                self.expected += 1;
            }
        } else if received > self.expected {
            said.verdict = Verdict::Gap;
            if self.gap.is_none() {
                said.flags |= msg_flags::GAP_OPENED;
            }
            self.gap = Some(self.gap.map_or(received, |high_water| high_water.max(received)));
        } else if message.poss_dup {
            said.verdict = Verdict::PossDupLow;
        } else {
            said.verdict = Verdict::TooLow;
        }
    }
}
