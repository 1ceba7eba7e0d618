//! A session's context: everything that a good frame may change.
use super::framing::{self, Progress};
use super::verdict::{self, Checked, Sequence};
use fixnic_abi::entry::msg_flags;
use fixnic_abi::{bcd, EntryKind, MsgEntry, SessionState, Verdict};

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
            message_start: 0,
            partial: Vec::new(),
        }
    }
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
            partial: Vec::new(),
        };
    }

    /// Forgets everything but the generation (DISARM).
    pub fn disarm(&mut self) {
        *self = Self {
            generation: self.generation,
            ..Self::default()
        };
    }

    /// Parses the next bytes of the stream. Gives an entry for each message that ends in them, without session number and epoch.
    pub fn parse(&mut self, bytes: &[u8]) -> Vec<MsgEntry> {
        self.partial.extend(bytes);
        let mut entries = Vec::new();
        loop {
            match framing::read(&self.partial, self.message_start) {
                Progress::Incomplete => return entries,
                Progress::Lost => {
                    entries.push(self.entry(
                        Checked {
                            verdict: Verdict::Malformed,
                            flags: msg_flags::FRAMING_LOST,
                            received: 0,
                            expected: self.sequence.expected,
                        },
                        0,
                        [0, 0],
                    ));
                    self.state = SessionState::Lost;
                    self.partial.clear();
                    return entries;
                }
                Progress::Complete(message) => {
                    let checked = verdict::check(&message, &mut self.state, &mut self.sequence);
                    entries.push(self.entry(checked, message.length as u32, message.msg_type));
                    self.partial.drain(..message.length);
                    self.message_start = self.message_start.wrapping_add(message.length as u32);
                }
            }
        }
    }

    fn entry(&self, checked: Checked, length: u32, msg_type: [u8; 2]) -> MsgEntry {
        let digits = |number| bcd::to_bytes(bcd::from_u64(number).expect("at most ten digits are counted"));
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
        let whole = armed().parse(&stream);
        assert_eq!(whole.len(), 5);
        assert!(whole
            .iter()
            .all(|entry| entry.verdict == Verdict::InSequence as u8));
        for size in 1..90 {
            let mut session = armed();
            let cut: Vec<_> = stream
                .chunks(size)
                .flat_map(|bytes| session.parse(bytes))
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
        let entries = session.parse(&bytes);
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[1].flags, msg_flags::FRAMING_LOST);
        assert_eq!(entries[1].tcp_seq, 100 + second as u32);
        assert_eq!(entries[1].expected_seq_num(), Some(2));
        assert_eq!((entries[1].length, entries[1].msg_type), (0, [0, 0]));
        assert_eq!(session.state, SessionState::Lost);
    }
}
