//! Section 5: the sequence check.
use super::framing::{Message, Number};
use fixnic_abi::bcd;
use fixnic_abi::entry::msg_flags;
use fixnic_abi::{SessionState, Verdict};

/// What a session knows of the counterparty's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sequence {
    /// Next expected MsgSeqNum.
    pub expected: u64,
    /// The highest number received since a gap opened; `None` while there is no gap.
    pub high_water: Option<u64>,
}

impl Sequence {
    /// Expects `expected`, with no gap.
    pub fn new(expected: u64) -> Self {
        Self {
            expected,
            high_water: None,
        }
    }
}

/// The answer to one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// The verdict.
    pub verdict: Verdict,
    /// All of the MSG entry's flags.
    pub flags: u16,
    /// MsgSeqNum as reported.
    pub received: u64,
    /// What was expected when the message was checked.
    pub expected: u64,
}

/// Checks one complete message and moves the session's state and numbers.
pub fn check(message: &Message, state: &mut SessionState, sequence: &mut Sequence) -> Checked {
    let expected = sequence.expected;
    let answer = |verdict, received, more_flags| Checked {
        verdict,
        flags: message.flags | more_flags,
        received,
        expected,
    };
    if !message.checksum_right || message.number == Number::Missing {
        return answer(Verdict::Malformed, 0, 0);
    }
    let Number::Decimal(received) = message.number else {
        *state = SessionState::Hold;
        return answer(Verdict::Ambiguous, 0, msg_flags::VERIFIED);
    };
    let reset = message.flags & msg_flags::RESET != 0;
    let checked = if *state == SessionState::Hold {
        answer(Verdict::Untracked, received, msg_flags::VERIFIED)
    } else if received == expected {
        let closed = sequence.high_water == Some(received);
        if closed {
            sequence.high_water = None;
        }
        if expected == bcd::MAX {
            *state = SessionState::Hold;
        } else if !reset {
            sequence.expected += 1;
        }
        let gap = if closed { msg_flags::GAP_CLOSED } else { 0 };
        answer(Verdict::InSequence, received, msg_flags::VERIFIED | gap)
    } else if received > expected {
        let opened = sequence.high_water.is_none();
        sequence.high_water = sequence.high_water.max(Some(received));
        let gap = if opened { msg_flags::GAP_OPENED } else { 0 };
        answer(Verdict::Gap, received, msg_flags::VERIFIED | gap)
    } else if message.flags & msg_flags::POSS_DUP != 0 {
        answer(Verdict::PossDupLow, received, msg_flags::VERIFIED)
    } else {
        answer(Verdict::TooLow, received, msg_flags::VERIFIED)
    };
    if reset {
        *state = SessionState::Hold;
    }
    checked
}

#[cfg(test)]
mod tests {
    use super::*;
    use msg_flags::{GAP_CLOSED, GAP_OPENED, POSS_DUP, RESET, VERIFIED};

    fn message(number: Number, flags: u16) -> Message {
        Message {
            length: 70,
            msg_type: *b"8\0",
            flags,
            checksum_right: true,
            number,
        }
    }

    struct Session {
        state: SessionState,
        sequence: Sequence,
    }

    impl Session {
        fn expecting(expected: u64) -> Self {
            Self {
                state: SessionState::Track,
                sequence: Sequence::new(expected),
            }
        }

        fn check(&mut self, number: u64, flags: u16) -> (Verdict, u16) {
            let checked = check(
                &message(Number::Decimal(number), flags),
                &mut self.state,
                &mut self.sequence,
            );
            (checked.verdict, checked.flags)
        }
    }

    #[test]
    fn a_gap_opens_once_and_closes_with_its_highest_message() {
        let mut session = Session::expecting(5);
        assert_eq!(session.check(5, 0), (Verdict::InSequence, VERIFIED));
        assert_eq!(session.check(8, 0), (Verdict::Gap, VERIFIED | GAP_OPENED));
        assert_eq!(session.check(7, 0), (Verdict::Gap, VERIFIED));
        assert_eq!(session.check(9, 0), (Verdict::Gap, VERIFIED));
        for number in 6..9 {
            assert_eq!(
                session.check(number, POSS_DUP),
                (Verdict::InSequence, VERIFIED | POSS_DUP)
            );
        }
        assert_eq!(session.check(9, 0), (Verdict::InSequence, VERIFIED | GAP_CLOSED));
        assert_eq!(session.check(11, 0), (Verdict::Gap, VERIFIED | GAP_OPENED));
    }

    #[test]
    fn low_numbers_are_told_apart_by_poss_dup() {
        let mut session = Session::expecting(5);
        assert_eq!(
            session.check(4, POSS_DUP),
            (Verdict::PossDupLow, VERIFIED | POSS_DUP)
        );
        assert_eq!(session.check(4, 0), (Verdict::TooLow, VERIFIED));
        assert_eq!(session.sequence.expected, 5);
    }

    #[test]
    fn a_reset_is_judged_first_and_then_holds() {
        let mut session = Session::expecting(5);
        assert_eq!(session.check(5, RESET), (Verdict::InSequence, VERIFIED | RESET));
        assert_eq!(
            (session.state, session.sequence.expected),
            (SessionState::Hold, 5)
        );
        assert_eq!(session.check(5, 0), (Verdict::Untracked, VERIFIED));
    }

    #[test]
    fn the_last_number_holds_instead_of_wrapping() {
        let mut session = Session::expecting(bcd::MAX);
        assert_eq!(session.check(bcd::MAX, 0), (Verdict::InSequence, VERIFIED));
        assert_eq!(session.state, SessionState::Hold);
    }

    #[test]
    fn malformed_changes_nothing_and_ambiguous_holds() {
        let mut session = Session::expecting(5);
        let wrong_sum = Message {
            checksum_right: false,
            ..message(Number::Ambiguous, RESET)
        };
        for bad in [wrong_sum, message(Number::Missing, RESET)] {
            let checked = check(&bad, &mut session.state, &mut session.sequence);
            assert_eq!(
                (checked.verdict, checked.flags, checked.received),
                (Verdict::Malformed, RESET, 0)
            );
            assert_eq!(session.state, SessionState::Track);
        }
        let checked = check(
            &message(Number::Ambiguous, 0),
            &mut session.state,
            &mut session.sequence,
        );
        assert_eq!(
            (checked.verdict, checked.flags, checked.received),
            (Verdict::Ambiguous, VERIFIED, 0)
        );
        assert_eq!(session.state, SessionState::Hold);
    }
}
