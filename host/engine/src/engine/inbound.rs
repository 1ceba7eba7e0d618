//! A received stream on its way to becoming messages: bytes in order, and what the NIC said about them.

use std::ops::Range;

use fixnic_session::codec::{Framer, Garbled, Split};
use fixnic_session::Tag;

use crate::transport::{Mark, MarkKind};

/// `Framer::split` asks for the whole message once it knows BodyLength, and before that for no more than 30 bytes. Messages that a NIC
/// follows are longer than this.
const WHOLE_MESSAGE_MIN: usize = fixnic_abi::limits::BODY_LENGTH_MIN as usize;

/// Marks that wait for their bytes at most. A receive buffer holds fewer messages than this.
const MARKS_MAX: usize = 4096;

/// What stands at the start of the stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// A message, at this place of [`Inbound::bytes`], and what the NIC says of it, at this place of [`Inbound::tag`].
    Message { range: Range<usize>, tag: Option<usize> },
    /// Bytes that are no message were stepped over.
    Garbled(Garbled),
    /// From here on the NIC expects this MsgSeqNum.
    Expects(u64),
    /// From here on the NIC does not follow the stream.
    Untracked,
    /// Nothing complete.
    Incomplete,
}

/// The unhandled part of a received stream.
#[derive(Debug, Default)]
pub(crate) struct Inbound {
    buffer: Vec<u8>,
    /// Bytes of `buffer` that are handled.
    handled: usize,
    /// Position in the stream of `buffer[handled]`.
    position: u64,
    /// Length of the unhandled part before which framing it is useless.
    need: usize,
    /// In order of position.
    marks: Vec<Mark>,
    /// How many of `marks` were looked at.
    looked_at: usize,
    /// Tags that fitted no message boundary of the software's.
    misplaced_tags: u64,
}

impl Inbound {
    /// The buffer to append received bytes to. Handled bytes are dropped from it first.
    pub fn buffer_mut(&mut self) -> &mut Vec<u8> {
        if self.handled > 0 {
            self.buffer.drain(..self.handled);
            self.handled = 0;
        }
        &mut self.buffer
    }

    /// Takes what the NIC said, as far as there is room: `take` adds at most so many marks, in order of position.
    pub fn take_marks(&mut self, take: impl FnOnce(usize, &mut Vec<Mark>)) {
        self.marks.drain(..self.looked_at);
        self.looked_at = 0;
        take(MARKS_MAX.saturating_sub(self.marks.len()), &mut self.marks);
    }

    #[cfg(test)]
    pub fn push_mark(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// Bytes of a message's range.
    pub fn bytes(&self, range: Range<usize>) -> &[u8] {
        &self.buffer[range]
    }

    /// A message's tag.
    pub fn tag(&self, at: usize) -> Option<Tag> {
        match self.marks.get(at)?.kind {
            MarkKind::Message { tag, .. } => Some(tag),
            MarkKind::Expects { .. } | MarkKind::Untracked => None,
        }
    }

    /// Position in the stream of the first unhandled byte: 0 before anything was handled.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// The nearest place where a message begins of which nothing has arrived, and how many messages come before it. While a message is
    /// incomplete, its BodyLength says where it will end; until that has arrived, the place is not known and the incomplete
    /// message's own beginning is returned.
    pub fn next_boundary(&self) -> (u64, u64) {
        if self.need >= WHOLE_MESSAGE_MIN {
            (self.position + self.need as u64, 1)
        } else {
            (self.position, 0)
        }
    }

    /// Tags that fitted no message boundary of the software's.
    pub fn misplaced_tags(&self) -> u64 {
        self.misplaced_tags
    }

    /// The next item, which counts as handled. With `use_tags` a verified tag bounds its message, and no byte of it is
    /// scanned; without, and without a tag, `framer` does.
    #[inline(always)]
    pub fn next(&mut self, framer: &Framer, use_tags: bool) -> Item {
        // Marks are copied where they go and nowhere on the way: they have just been written, and a copy of the whole would wait for its parts.
        let mut tag_len = None;
        while let Some(mark) = self.marks.get(self.looked_at) {
            if mark.position > self.position {
                break;
            }
            match &mark.kind {
                MarkKind::Message { len, tag } if mark.position == self.position => {
                    let is_believed = use_tags && tag.verified && (1..=framer.message_len_max).contains(len);
                    tag_len = Some((*len, is_believed));
                    break;
                }
                MarkKind::Message { .. } => self.misplaced_tags += 1,
                MarkKind::Expects { expected } => {
                    self.looked_at += 1;
                    return Item::Expects(*expected);
                }
                MarkKind::Untracked => {
                    self.looked_at += 1;
                    return Item::Untracked;
                }
            }
            self.looked_at += 1;
        }
        let unhandled = &self.buffer[self.handled..];
        if let Some((len, true)) = tag_len {
            if unhandled.len() < len {
                return Item::Incomplete;
            }
            return self.message(len, true);
        }
        if unhandled.is_empty() || unhandled.len() < self.need {
            return Item::Incomplete;
        }
        match framer.split(unhandled) {
            Split::Message { len } => {
                // A tag that bounds another message says nothing about this one.
                let fits = tag_len.is_some_and(|(tag_len, _)| tag_len == len);
                self.misplaced_tags += u64::from(tag_len.is_some() && !fits);
                self.message(len, fits)
            }
            Split::Garbled { skip, reason } => {
                self.step(skip);
                Item::Garbled(reason)
            }
            Split::Incomplete { need } => {
                self.need = need;
                Item::Incomplete
            }
        }
    }

    #[inline(always)]
    fn message(&mut self, len: usize, has_tag: bool) -> Item {
        let range = self.handled..self.handled + len;
        let tag = has_tag.then_some(self.looked_at);
        self.step(len);
        Item::Message { range, tag }
    }

    #[inline(always)]
    fn step(&mut self, len: usize) {
        // What the NIC said about what is handled now has been looked at.
        let mark = self.marks.get(self.looked_at);
        self.looked_at += usize::from(mark.is_some_and(|mark| mark.position == self.position));
        self.handled += len;
        self.position += len as u64;
        self.need = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixnic_session::codec::Encoder;
    use fixnic_session::codec::Header;
    use fixnic_session::Verdict;

    fn message(number: u64) -> Vec<u8> {
        let mut out = Vec::new();
        let header = Header {
            msg_type: b"8",
            msg_seq_num: number,
            poss_dup: false,
            poss_resend: false,
            sending_time_ns: 0,
            orig_sending_time: None,
        };
        Encoder::new("FIX.4.4", &[(49, "A"), (56, "B")]).encode(&mut out, &header, |_| {});
        out
    }

    fn tag(number: u64) -> Tag {
        Tag {
            verdict: Verdict::InSequence,
            verified: true,
            msg_seq_num: number,
            expected: number,
            poss_dup: false,
            poss_resend: false,
            gap_fill: false,
            msg_type: [b'8', 0],
        }
    }

    /// The numbers of the messages in the stream, 0 for an item of another kind.
    fn drain(inbound: &mut Inbound, use_tags: bool) -> Vec<(u64, bool)> {
        let mut items = Vec::new();
        loop {
            match inbound.next(&Framer::default(), use_tags) {
                Item::Incomplete => return items,
                Item::Message { range, tag } => {
                    let view = fixnic_session::codec::MessageView::parse(inbound.bytes(range)).unwrap();
                    items.push((view.msg_seq_num().unwrap(), tag.is_some()));
                }
                Item::Garbled(_) | Item::Expects(_) | Item::Untracked => items.push((0, false)),
            }
        }
    }

    #[test]
    fn messages_come_out_however_the_stream_was_cut() {
        let stream: Vec<u8> = (1..=3).flat_map(message).collect();
        for cut in 0..=stream.len() {
            let mut inbound = Inbound::default();
            inbound.buffer_mut().extend_from_slice(&stream[..cut]);
            let mut items = drain(&mut inbound, true);
            inbound.buffer_mut().extend_from_slice(&stream[cut..]);
            items.extend(drain(&mut inbound, true));
            assert_eq!(items, [(1, false), (2, false), (3, false)], "cut at {cut}");
            assert_eq!(inbound.position(), stream.len() as u64);
        }
    }

    #[test]
    fn the_end_of_an_incomplete_message_is_known_from_its_body_length() {
        let (first, second) = (message(1), message(2));
        let begun = first.len() as u64;
        for cut in 0..second.len() {
            let mut inbound = Inbound::default();
            inbound.buffer_mut().extend(first.iter().chain(&second[..cut]));
            drain(&mut inbound, true);
            // "8=FIX.4.4|9=nn|" are 15 bytes.
            let expected = if cut < 15 {
                (begun, 0)
            } else {
                (begun + second.len() as u64, 1)
            };
            assert_eq!(inbound.next_boundary(), expected, "cut at {cut}");
        }
    }

    #[test]
    fn a_verified_tag_at_its_place_goes_with_its_message() {
        let first = message(1);
        let second = message(2);
        let mut inbound = Inbound::default();
        let position = first.len() as u64;
        inbound.push_mark(Mark {
            position: 0,
            kind: MarkKind::Expects { expected: 1 },
        });
        // Inside the first message: fits no boundary.
        inbound.push_mark(Mark {
            position: 5,
            kind: MarkKind::Message { len: 9, tag: tag(9) },
        });
        inbound.push_mark(Mark {
            position,
            kind: MarkKind::Message {
                len: second.len(),
                tag: tag(2),
            },
        });
        inbound.buffer_mut().extend(first.iter().chain(&second));
        assert_eq!(drain(&mut inbound, true), [(0, false), (1, false), (2, true)]);
        assert_eq!(inbound.misplaced_tags(), 1);
    }

    #[test]
    fn marks_that_wait_stay_before_those_that_come_later() {
        let messages: Vec<Vec<u8>> = (1..=3).map(message).collect();
        let mut position = 0;
        let marks: Vec<Mark> = (1..=3)
            .map(|number| {
                let len = messages[number - 1].len();
                position += len as u64;
                Mark {
                    position: position - len as u64,
                    kind: MarkKind::Message {
                        len,
                        tag: tag(number as u64),
                    },
                }
            })
            .collect();
        let mut inbound = Inbound::default();
        inbound.take_marks(|room, into| {
            assert_eq!(room, MARKS_MAX);
            into.extend(&marks[..2]);
        });
        inbound.buffer_mut().extend(&messages[0]);
        assert_eq!(drain(&mut inbound, true), [(1, true)]);
        inbound.take_marks(|room, into| {
            assert_eq!(room, MARKS_MAX - 1, "one has been looked at, and one waits");
            into.extend(&marks[2..]);
        });
        inbound.buffer_mut().extend(messages[1..].iter().flatten());
        assert_eq!(drain(&mut inbound, true), [(2, true), (3, true)]);
        assert_eq!(inbound.misplaced_tags(), 0);
    }

    #[test]
    fn a_verified_tag_spares_the_scan_unless_tags_are_not_trusted() {
        // A wrong CheckSum, which only scanning finds.
        let mut bytes = message(1);
        let at = bytes.len() - 2;
        bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
        for (use_tags, expected) in [(true, (1, true)), (false, (0, false))] {
            let mut inbound = Inbound::default();
            inbound.push_mark(Mark {
                position: 0,
                kind: MarkKind::Message {
                    len: bytes.len(),
                    tag: tag(1),
                },
            });
            inbound.buffer_mut().extend_from_slice(&bytes);
            assert_eq!(drain(&mut inbound, use_tags).first(), Some(&expected));
        }
    }
}
