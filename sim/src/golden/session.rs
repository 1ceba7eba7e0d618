//! A session's context: everything that a good frame may change.
use super::framing::{self, Message, Number, Progress};
use super::verdict::{self, Checked, Sequence};
use fixnic_abi::entry::msg_flags;
use fixnic_abi::limits::RESYNC_REPEAT_FRAMES;
use fixnic_abi::{bcd, EntryKind, MsgEntry, ResyncEntry, SessionState, Verdict};

/// A message that the host is asked about (rule 3.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// TCP number of its first byte.
    pub tcp_seq: u32,
    /// Its MsgSeqNum.
    pub number: u64,
    /// The state that the messages from it on lead to, TRACK or HOLD, if the host confirms it.
    pub then: SessionState,
    /// Frames since it was proposed; `None` before.
    frames: Option<u16>,
}

/// What the core remembers of a session between two frames.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Where the hardware stands with it.
    pub state: SessionState,
    /// Raised by each accepted command.
    pub generation: u16,
    /// Next TCP number.
    pub rcv_nxt: u32,
    /// Numbers of the counterparty's messages.
    pub sequence: Sequence,
    /// In CANDIDATE: the candidate.
    candidate: Option<Candidate>,
    /// Where the message after the one under way begins (rule 3.1).
    next_message: Option<u32>,
    /// TCP number of the first byte of the message that is under way.
    message_start: u32,
    /// Its bytes so far.
    partial: Vec<u8>,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            state: SessionState::Free,
            generation: 0,
            rcv_nxt: 0,
            sequence: Sequence::new(0),
            candidate: None,
            next_message: None,
            message_start: 0,
            partial: Vec::new(),
        }
    }
}

/// Whether a session in this state has its place in the stream.
pub fn has_its_place(state: SessionState) -> bool {
    matches!(
        state,
        SessionState::Armed | SessionState::Track | SessionState::Hold
    )
}

impl Session {
    /// Starts at a message boundary (ARM).
    pub fn arm(&mut self, tcp_seq: u32, expected: u64) {
        *self = Self {
            state: SessionState::Armed,
            generation: self.generation,
            rcv_nxt: tcp_seq,
            sequence: Sequence::new(expected),
            message_start: tcp_seq,
            ..Self::default()
        };
    }

    /// Forgets everything but the generation (DISARM).
    pub fn disarm(&mut self) {
        *self = Self {
            generation: self.generation,
            ..Self::default()
        };
    }

    /// The candidate, if the session has one.
    pub fn candidate(&self) -> Option<Candidate> {
        self.candidate.filter(|_| self.state == SessionState::Candidate)
    }

    /// The host confirms the candidate, and says which number it expects there (RESYNC_OK).
    pub fn confirm(&mut self, expected: u64) {
        let Some(candidate) = self.candidate.take() else {
            return;
        };
        self.state = if candidate.number == expected {
            candidate.then
        } else {
            SessionState::Hold
        };
    }

    /// Searches anew (RESYNC_NO, framing lost).
    pub fn search(&mut self) {
        self.state = SessionState::Search;
        self.candidate = None;
        self.next_message = None;
        self.partial.clear();
    }

    /// Takes the next bytes of the stream, the first of which has the TCP number `first`; `state` and `rcv_nxt` are those after the frame
    /// already (section 3). Gives an entry for each message that ends in them, without session number and epoch.
    pub fn take(&mut self, first: u32, bytes: &[u8]) -> Vec<MsgEntry> {
        let hidden = !has_its_place(self.state);
        if self.state != SessionState::Search {
            return self.parse(bytes, hidden);
        }
        self.candidate = None;
        let Some(start) = self.find_start(first, bytes) else {
            return Vec::new();
        };
        self.state = SessionState::Probe;
        self.next_message = None;
        self.message_start = first.wrapping_add(start as u32);
        self.partial.clear();
        self.parse(bytes.get(start..).unwrap_or_default(), hidden)
    }

    /// Rule 3.2.
    fn find_start(&mut self, first: u32, bytes: &[u8]) -> Option<usize> {
        if let Some(next) = self.next_message {
            if next.wrapping_sub(first) as i32 >= 0 {
                let in_this_frame = (self.rcv_nxt.wrapping_sub(next) as i32) > 0;
                self.next_message = self.next_message.filter(|next| *next != self.rcv_nxt);
                return in_this_frame.then(|| next.wrapping_sub(first) as usize);
            }
        }
        self.next_message = None;
        framing::find_start(bytes)
    }

    fn parse(&mut self, bytes: &[u8], hidden: bool) -> Vec<MsgEntry> {
        self.partial.extend(bytes);
        let mut entries = Vec::new();
        loop {
            match framing::read(&self.partial, self.message_start) {
                Progress::Incomplete => {
                    let length = framing::length(&self.partial, self.message_start);
                    self.next_message = length.map(|length| self.message_start.wrapping_add(length as u32));
                    return entries;
                }
                Progress::Lost => {
                    let lost = Checked {
                        verdict: Verdict::Malformed,
                        flags: msg_flags::FRAMING_LOST,
                        received: 0,
                        expected: self.sequence.expected,
                    };
                    if !hidden {
                        entries.push(self.entry(lost, 0, [0, 0]));
                    }
                    self.search();
                    return entries;
                }
                Progress::Complete(message) => {
                    let mut checked = self.check(&message);
                    if hidden {
                        hide(&mut checked);
                    }
                    entries.push(self.entry(checked, message.length as u32, message.msg_type));
                    self.partial.drain(..message.length);
                    self.message_start = self.message_start.wrapping_add(message.length as u32);
                }
            }
        }
    }

    /// Rules 3.5 and 5.
    fn check(&mut self, message: &Message) -> Checked {
        if self.state == SessionState::Probe {
            let Number::Decimal(number) = message.number else {
                return verdict::check(message, &mut SessionState::Track, &mut Sequence::new(0));
            };
            if message.checksum_right {
                self.sequence = Sequence::new(number);
                self.state = SessionState::Candidate;
                self.candidate = Some(Candidate {
                    tcp_seq: self.message_start,
                    number,
                    then: SessionState::Track,
                    frames: None,
                });
            }
        }
        let state = match &mut self.candidate {
            Some(candidate) => &mut candidate.then,
            None => &mut self.state,
        };
        verdict::check(message, state, &mut self.sequence)
    }

    /// The RESYNC entry that a good frame leads to, without session number and epoch (rule 3.6).
    pub fn propose(&mut self) -> Option<ResyncEntry> {
        if self.state != SessionState::Candidate {
            return None;
        }
        let candidate = self.candidate.as_mut()?;
        let frames = candidate.frames.map(|frames| frames + 1);
        candidate.frames = Some(frames.unwrap_or(0) % RESYNC_REPEAT_FRAMES);
        if candidate.frames != Some(0) {
            return None;
        }
        Some(ResyncEntry {
            kind: EntryKind::Resync as u8,
            generation: self.generation,
            tcp_seq: candidate.tcp_seq,
            rcv_nxt: self.rcv_nxt,
            received: digits(candidate.number),
            ..ResyncEntry::default()
        })
    }

    fn entry(&self, checked: Checked, length: u32, msg_type: [u8; 2]) -> MsgEntry {
        MsgEntry {
            kind: EntryKind::Msg as u8,
            verdict: checked.verdict as u8,
            flags: checked.flags,
            generation: self.generation,
            tcp_seq: self.message_start,
            length,
            received: digits(checked.received),
            expected: digits(checked.expected),
            msg_type,
            ..MsgEntry::default()
        }
    }
}

/// Rule 5.6.
fn hide(checked: &mut Checked) {
    if !matches!(checked.verdict, Verdict::Malformed | Verdict::Ambiguous) {
        checked.verdict = Verdict::Untracked;
    }
    checked.flags &= !(msg_flags::VERIFIED | msg_flags::GAP_OPENED | msg_flags::GAP_CLOSED);
    checked.expected = 0;
}

fn digits(number: u64) -> [u8; 5] {
    bcd::to_bytes(bcd::from_u64(number).expect("at most ten digits are counted"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frames::fix_message;

    fn stream() -> Vec<u8> {
        (1..=5)
            .flat_map(|number| {
                fix_message(&format!(
                    "35=8|34={number}|49=A|56=B|52=20240101-00:00:00|58=filler|"
                ))
            })
            .collect()
    }

    #[test]
    fn any_cut_gives_the_same_entries() {
        let stream = stream();
        let armed = || {
            let mut session = Session::default();
            session.arm(0xFFFF_FFF0, 1);
            session
        };
        let whole = armed().take(0xFFFF_FFF0, &stream);
        assert_eq!(whole.len(), 5);
        assert!(whole
            .iter()
            .all(|entry| entry.verdict == Verdict::InSequence as u8));
        for size in 1..90 {
            let mut session = armed();
            let cut: Vec<_> = stream
                .chunks(size)
                .flat_map(|bytes| session.take(0, bytes))
                .collect();
            assert_eq!(cut, whole, "segments of {size}");
        }
    }

    #[test]
    fn a_lost_frame_ends_the_parse() {
        let mut session = Session::default();
        session.arm(100, 1);
        let mut bytes = stream();
        let second = bytes.len() / 5;
        bytes[second] = b'x';
        let entries = session.take(100, &bytes);
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[1].flags, msg_flags::FRAMING_LOST);
        assert_eq!(entries[1].tcp_seq, 100 + second as u32);
        assert_eq!(entries[1].expected_seq_num(), Some(2));
        assert_eq!((entries[1].length, entries[1].msg_type), (0, [0, 0]));
        assert_eq!(session.state, SessionState::Search);
    }

    fn lost_its_place() -> Session {
        let mut session = Session::default();
        session.arm(100, 1);
        session.state = SessionState::Search;
        session
    }

    /// The frame at `seq`: what section 3 makes of an AHEAD one.
    fn ahead(session: &mut Session, seq: u32, bytes: &[u8]) -> Option<ResyncEntry> {
        session.state = SessionState::Search;
        in_order(session, seq, bytes)
    }

    fn in_order(session: &mut Session, seq: u32, bytes: &[u8]) -> Option<ResyncEntry> {
        session.rcv_nxt = seq.wrapping_add(bytes.len() as u32);
        let entries = session.take(seq, bytes);
        assert!(
            entries
                .iter()
                .all(|entry| entry.flags & (msg_flags::VERIFIED | msg_flags::FRAMING_LOST) == 0),
            "{entries:?}"
        );
        session.propose()
    }

    #[test]
    fn a_start_is_found_after_soh_or_at_the_first_byte_of_a_frame() {
        let stream = stream();
        let length = stream.len() / 5;
        for cut in 0..length {
            let mut session = lost_its_place();
            let proposal = ahead(&mut session, u32::MAX - 60, &stream[cut..]).unwrap();
            let first = if cut == 0 { 0 } else { length - cut };
            let first_seq = (u32::MAX - 60).wrapping_add(first as u32);
            let number = if cut == 0 { 1 } else { 2 };
            assert_eq!(
                (proposal.tcp_seq, proposal.received_seq_num()),
                (first_seq, Some(number)),
                "cut at {cut}"
            );
        }
        let mut session = lost_its_place();
        assert_eq!(ahead(&mut session, 0, &[b"x", &stream[..length]].concat()), None);
        assert_eq!(session.state, SessionState::Search);
    }

    #[test]
    fn bait_costs_frames_and_leaves_no_trace() {
        let stream = stream();
        let length = stream.len() / 5;
        let mut session = lost_its_place();
        let bait = [b"\x018=FIX.4.4\x019=60\x0135=8\x01", &stream[..2 * length]].concat();
        assert_eq!(ahead(&mut session, 1000, &bait), None);
        assert_eq!(
            session.state,
            SessionState::Search,
            "the bait has broken its rule"
        );
        let seq = session.rcv_nxt;
        let proposal = in_order(&mut session, seq, &stream[2 * length..3 * length]).unwrap();
        assert_eq!((proposal.tcp_seq, proposal.received_seq_num()), (seq, Some(3)));
    }

    #[test]
    fn the_next_message_is_known_from_body_length_when_the_hole_lies_before_it() {
        let stream = stream();
        let length = (stream.len() / 5) as u32;
        let mut session = Session::default();
        session.arm(100, 1);
        session.state = SessionState::Track;
        // Half of the first message has come; the hole is behind it, and what follows looks like a start but is data.
        let mut data = stream.clone();
        let bait = b"\x018=FIX.4.4\x01";
        data[40..40 + bait.len()].copy_from_slice(bait);
        session.rcv_nxt = 130;
        session.take(100, &data[..30]);
        assert_eq!(session.next_message, Some(100 + length));
        assert_eq!(ahead(&mut session, 135, &data[35..60]), None);
        assert_eq!(
            (session.state, session.next_message),
            (SessionState::Search, Some(100 + length))
        );
        let proposal = in_order(&mut session, 160, &data[60..2 * length as usize]).unwrap();
        assert_eq!(
            (proposal.tcp_seq, proposal.received_seq_num()),
            (100 + length, Some(2))
        );
        // A hole that has swallowed the place leaves nothing to know.
        let mut session = Session::default();
        session.arm(100, 1);
        session.state = SessionState::Track;
        session.rcv_nxt = 130;
        session.take(100, &data[..30]);
        assert_eq!(
            ahead(
                &mut session,
                101 + length,
                &data[1 + length as usize..length as usize + 20]
            ),
            None
        );
        assert_eq!(
            (session.state, session.next_message),
            (SessionState::Search, None)
        );
    }

    #[test]
    fn a_proposal_is_made_again_after_so_many_frames() {
        let stream: Vec<u8> = (1..=200)
            .flat_map(|number| fix_message(&format!("35=8|34={number}|49=A|56=B|52=20240101-00:00:00|")))
            .collect();
        let mut session = lost_its_place();
        let mut seq = 5;
        let proposals: Vec<usize> = stream
            .chunks(100)
            .enumerate()
            .filter_map(|(frame, bytes)| {
                let proposal = in_order(&mut session, seq, bytes);
                seq += bytes.len() as u32;
                proposal.map(|proposal| {
                    assert_eq!((proposal.tcp_seq, proposal.rcv_nxt), (5, seq));
                    frame
                })
            })
            .collect();
        let again = usize::from(RESYNC_REPEAT_FRAMES);
        assert_eq!(proposals, [0, again, 2 * again]);
    }

    #[test]
    fn what_came_since_the_candidate_counts_when_it_is_confirmed() {
        let message = |number: u64| fix_message(&format!("35=8|34={number}|49=A|56=B|52=20240101-00:00:00|"));
        let reset = fix_message("35=4|34=9|49=A|56=B|52=20240101-00:00:00|36=20|");
        for (later, said, then, expected, gap) in [
            (message(4), 3, SessionState::Track, 5, None),
            (message(6), 3, SessionState::Track, 4, Some(6)),
            (message(4), 4, SessionState::Hold, 5, None),
            (reset, 3, SessionState::Hold, 4, Some(9)),
        ] {
            let mut session = lost_its_place();
            let stream = [message(3), later].concat();
            assert!(in_order(&mut session, 5, &stream).is_some());
            session.confirm(said);
            assert_eq!(session.state, then);
            assert_eq!(
                (session.sequence.expected, session.sequence.high_water),
                (expected, gap)
            );
        }
    }
}
