//! Section 3: where a segment stands in its session's TCP order.
use fixnic_abi::{FrameClass, SessionState};

/// A segment's class, and what it does to the session if the frame is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// One of the classes of section 3.
    pub class: FrameClass,
    /// State after the frame, before its payload is looked at.
    pub state: SessionState,
    /// Next TCP number after the frame.
    pub rcv_nxt: u32,
    /// Payload bytes to leave out before parsing; `None` when nothing is parsed.
    pub skip: Option<usize>,
}

/// Classifies a segment of `length` payload bytes at `seq`.
pub fn classify(state: SessionState, rcv_nxt: u32, seq: u32, length: usize, control: bool) -> Order {
    // Where it begins and ends, both signed, modulo 2^32 (RFC 9293, 3.4).
    let from_next = |tcp_seq: u32| i64::from(tcp_seq.wrapping_sub(rcv_nxt) as i32);
    let delta = from_next(seq);
    let end = from_next(seq.wrapping_add(length as u32));
    let unchanged = |class| Order {
        class,
        state,
        rcv_nxt,
        skip: None,
    };
    let lost = |class| Order {
        class,
        state: SessionState::Lost,
        rcv_nxt,
        skip: None,
    };
    let taken = |class, state, skip: i64| Order {
        class,
        state,
        rcv_nxt: seq.wrapping_add(length as u32),
        skip: Some(skip as usize),
    };
    let goes_on = match state {
        SessionState::Armed => SessionState::Track,
        state => state,
    };
    match state {
        // A connection that stays in the table after its session was disarmed is not followed either.
        SessionState::Lost | SessionState::Free => unchanged(FrameClass::NotTracked),
        _ if control && length > 0 && end > 0 => lost(FrameClass::Control),
        _ if control => unchanged(FrameClass::Control),
        _ if length == 0 => unchanged(FrameClass::Empty),
        _ if delta == 0 => taken(FrameClass::InOrder, goes_on, 0),
        _ if delta > 0 => taken(FrameClass::Ahead, SessionState::Search, 0),
        _ if end <= 0 => unchanged(FrameClass::Old),
        _ => taken(FrameClass::Overlap, goes_on, -delta),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SessionState::{Armed, Candidate, Free, Hold, Lost, Probe, Search, Track};

    fn class_of(state: SessionState, seq: u32, length: usize, control: bool) -> (FrameClass, SessionState) {
        let order = classify(state, 1000, seq, length, control);
        (order.class, order.state)
    }

    #[test]
    fn the_first_rule_that_holds_decides() {
        assert_eq!(class_of(Lost, 1000, 10, true), (FrameClass::NotTracked, Lost));
        assert_eq!(class_of(Free, 1000, 10, false), (FrameClass::NotTracked, Free));
        assert_eq!(class_of(Track, 1000, 0, true), (FrameClass::Control, Track));
        assert_eq!(class_of(Track, 990, 10, true), (FrameClass::Control, Track));
        assert_eq!(class_of(Track, 990, 11, true), (FrameClass::Control, Lost));
        assert_eq!(class_of(Hold, 5000, 0, false), (FrameClass::Empty, Hold));
        assert_eq!(class_of(Armed, 1000, 1, false), (FrameClass::InOrder, Track));
        assert_eq!(class_of(Hold, 1000, 1, false), (FrameClass::InOrder, Hold));
        assert_eq!(class_of(Armed, 1001, 1, false), (FrameClass::Ahead, Search));
        assert_eq!(class_of(Candidate, 1001, 1, false), (FrameClass::Ahead, Search));
        assert_eq!(class_of(Probe, 1000, 1, false), (FrameClass::InOrder, Probe));
        assert_eq!(class_of(Search, 990, 11, false), (FrameClass::Overlap, Search));
        assert_eq!(class_of(Search, 990, 10, false), (FrameClass::Old, Search));
        assert_eq!(class_of(Candidate, 990, 11, true), (FrameClass::Control, Lost));
        assert_eq!(class_of(Armed, 990, 10, false), (FrameClass::Old, Armed));
        assert_eq!(class_of(Armed, 990, 11, false), (FrameClass::Overlap, Track));
    }

    #[test]
    fn overlap_skips_what_was_accepted() {
        let order = classify(Track, 3, 0xFFFF_FFFE, 10, false);
        assert_eq!(
            (order.class, order.skip, order.rcv_nxt),
            (FrameClass::Overlap, Some(5), 8)
        );
    }

    #[test]
    fn what_is_ahead_is_taken_whole() {
        let order = classify(Hold, 1000, 0xFFFF_FFFE, 10, false);
        assert_eq!(order.class, FrameClass::Old);
        let order = classify(Hold, 0xFFFF_FFF0, 0xFFFF_FFFE, 10, false);
        assert_eq!(
            (order.class, order.state, order.skip, order.rcv_nxt),
            (FrameClass::Ahead, Search, Some(0), 8)
        );
    }

    #[test]
    fn numbers_wrap() {
        let order = classify(Track, 0xFFFF_FFF8, 0xFFFF_FFF8, 16, false);
        assert_eq!((order.class, order.rcv_nxt), (FrameClass::InOrder, 8));
        assert_eq!(classify(Track, 0xFFFF_FFF8, 8, 1, false).class, FrameClass::Ahead);
        assert_eq!(classify(Track, 8, 0xFFFF_FFF8, 16, false).class, FrameClass::Old);
    }
}
