//! Encoding into a buffer that the caller keeps: after it has grown once, nothing is allocated.

use std::ops::Range;

use super::field;
use super::frame::{check_sum, TRAILER_LEN};
use super::scan::is_same;
use super::time::{UtcClock, UtcTimestamp, TIMESTAMP_LEN_MAX};
use super::view::{Fields, MessageView, SOH};

/// Room for what differs between the identity fields and the body: the value of 34, then 43, 97, 52, 122.
const VARIABLE_LEN_MAX: usize = 20 + 5 + 5 + 4 + TIMESTAMP_LEN_MAX + 5 + TIMESTAMP_LEN_MAX + 1;

/// Appends fields to a buffer.
#[derive(Debug)]
pub struct FieldWriter<'a>(pub &'a mut Vec<u8>);

impl FieldWriter<'_> {
    /// `tag=value`. The value must hold no SOH; a value that may belongs into [`data`](Self::data).
    pub fn bytes(&mut self, tag: u32, value: &[u8]) -> &mut Self {
        debug_assert!(!value.contains(&SOH), "SOH inside the value of tag {tag}");
        self.tag(tag);
        self.0.extend_from_slice(value);
        self.0.push(SOH);
        self
    }

    /// `tag=value` of text.
    pub fn text(&mut self, tag: u32, value: &str) -> &mut Self {
        self.bytes(tag, value.as_bytes())
    }

    /// `tag=value` of a number.
    pub fn uint(&mut self, tag: u32, value: u64) -> &mut Self {
        self.tag(tag);
        push_uint(self.0, value);
        self.0.push(SOH);
        self
    }

    /// `tag=Y`.
    pub fn yes(&mut self, tag: u32) -> &mut Self {
        self.bytes(tag, b"Y")
    }

    /// A length field and its data field, whose value may hold any byte.
    pub fn data(&mut self, length_tag: u32, data_tag: u32, value: &[u8]) -> &mut Self {
        debug_assert_eq!(field::data_field_of(length_tag), Some(data_tag));
        self.uint(length_tag, value.len() as u64);
        self.tag(data_tag);
        self.0.extend_from_slice(value);
        self.0.push(SOH);
        self
    }

    /// Fields that are encoded already, the last one ended by SOH.
    #[inline]
    pub fn raw(&mut self, fields: &[u8]) -> &mut Self {
        self.0.extend_from_slice(fields);
        self
    }

    fn tag(&mut self, tag: u32) {
        push_uint(self.0, u64::from(tag));
        self.0.push(b'=');
    }
}

/// Appends a decimal number.
#[inline]
pub fn push_uint(out: &mut Vec<u8>, n: u64) {
    let mut digits = Short::<20>::new();
    digits.push_uint(n);
    out.extend_from_slice(digits.as_bytes());
}

/// A short run of bytes on the stack.
struct Short<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Short<N> {
    #[inline(always)]
    fn new() -> Self {
        Short {
            bytes: [0; N],
            len: 0,
        }
    }

    #[inline(always)]
    fn push(&mut self, bytes: &[u8]) {
        self.bytes[self.len..self.len + bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    /// Copies all of its room, since a copy of known length is the faster one.
    #[inline(always)]
    fn push_timestamp(&mut self, time: &UtcTimestamp) {
        let (bytes, len) = time.parts();
        self.bytes[self.len..self.len + bytes.len()].copy_from_slice(bytes);
        self.len += len;
    }

    #[inline(always)]
    fn push_uint(&mut self, mut n: u64) {
        let len = decimal_digits(n);
        for digit in self.bytes[self.len..self.len + len].iter_mut().rev() {
            *digit = b'0' + (n % 10) as u8;
            n /= 10;
        }
        self.len += len;
    }

    #[inline(always)]
    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// The part of the header that differs from message to message.
#[derive(Debug, Clone, Copy)]
pub struct Header<'a> {
    /// MsgType (35).
    pub msg_type: &'a [u8],
    /// MsgSeqNum (34).
    pub msg_seq_num: u64,
    /// PossDupFlag (43), written only when Y.
    pub poss_dup: bool,
    /// PossResend (97), written only when Y.
    pub poss_resend: bool,
    /// SendingTime (52), in nanoseconds since the Unix epoch.
    pub sending_time_ns: u64,
    /// OrigSendingTime (122), as text.
    pub orig_sending_time: Option<&'a [u8]>,
}

/// Encodes the messages of one session.
#[derive(Debug, Clone)]
pub struct Encoder {
    begin: Vec<u8>,
    identity: Vec<u8>,
    identity_tags: Vec<u32>,
    clock: UtcClock,
    timestamp_digits: u8,
    /// From 35 to `34=`, as in the last message.
    fixed: Vec<u8>,
    /// MsgType in `fixed`.
    fixed_type: Vec<u8>,
    /// Digits of the last BodyLength.
    length_digits: usize,
    /// All before the body of the message `head_number`, if it has no 43, 97 and 122, the MsgType of the one before, and its BodyLength
    /// (`head_body_len`, 0 for none) and time; empty when there is none to go on with.
    head: Vec<u8>,
    head_number: u64,
    head_body_len: usize,
    head_ns: u64,
    /// Where MsgSeqNum ends in `head`.
    head_number_end: usize,
}

impl Encoder {
    /// An encoder for BeginString (8) and the identity fields (49, 56, 50, 57 ...), already encoded.
    pub fn new(begin_string: &str, identity: &[(u32, &str)]) -> Self {
        let mut begin = Vec::new();
        FieldWriter(&mut begin).text(field::BEGIN_STRING, begin_string);
        begin.extend_from_slice(b"9=");
        let mut fields = Vec::new();
        for &(tag, value) in identity {
            FieldWriter(&mut fields).text(tag, value);
        }
        let identity_tags = identity.iter().map(|&(tag, _)| tag).collect();
        Encoder {
            begin,
            identity: fields,
            identity_tags,
            clock: UtcClock::default(),
            timestamp_digits: 3,
            fixed: Vec::new(),
            fixed_type: Vec::new(),
            length_digits: 3,
            head: Vec::new(),
            head_number: 0,
            head_body_len: 0,
            head_ns: 0,
            head_number_end: 0,
        }
    }

    /// The same with `digits` behind the second in SendingTime (52), 0 to 9; 3 unless said otherwise.
    pub fn with_timestamp_digits(self, digits: u8) -> Self {
        Encoder {
            timestamp_digits: digits,
            ..self
        }
    }

    /// Whether every message gets `tag` from the encoder's identity.
    pub fn writes_identity(&self, tag: u32) -> bool {
        self.identity_tags.contains(&tag)
    }

    /// The time as it stands in SendingTime (52).
    #[inline]
    pub fn timestamp(&mut self, now_ns: u64) -> UtcTimestamp {
        self.clock.format_to(now_ns, self.timestamp_digits)
    }

    /// Appends one whole message to `out` and says where it stands.
    #[inline]
    pub fn encode(
        &mut self,
        out: &mut Vec<u8>,
        header: &Header<'_>,
        body: impl FnOnce(&mut FieldWriter<'_>),
    ) -> Range<usize> {
        let start = out.len();
        // As many digits as the message before had.
        let digits_at = start + self.begin.len();
        let length_end = digits_at + self.length_digits;
        let from_head = !header.poss_dup && !header.poss_resend && header.orig_sending_time.is_none();
        if !from_head {
            self.push_length(out);
            self.push_header(out, header);
        } else {
            self.complete_head(header);
            out.extend_from_slice(&self.head);
        }
        body(&mut FieldWriter(out));

        let body_len = out.len() - length_end - 1;
        let digits = decimal_digits(body_len as u64);
        if digits != self.length_digits {
            // What follows the length moves to where it ends.
            self.length_digits = digits;
            self.head.clear();
            let end = out.len();
            out.resize(end + digits, 0);
            out.copy_within(length_end..end, digits_at + digits);
            out.truncate(digits_at + digits + (end - length_end));
        }
        // Bytes that were only just written are slow to read again: what stands there already is not written.
        if !from_head || self.head.is_empty() || body_len != self.head_body_len {
            let mut n = body_len;
            for digit in out[digits_at..digits_at + digits].iter_mut().rev() {
                *digit = b'0' + (n % 10) as u8;
                n /= 10;
            }
            if from_head && !self.head.is_empty() {
                let at = self.begin.len();
                self.head[at..at + digits].copy_from_slice(&out[digits_at..digits_at + digits]);
                self.head_body_len = body_len;
            }
        }
        push_trailer(out, start);
        if from_head {
            self.turn_head();
        }
        start..out.len()
    }

    /// Appends the beginning and room for the digits of BodyLength.
    fn push_length(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.begin);
        out.extend_from_slice(&b"00000000000000000000"[..self.length_digits]);
        out.push(SOH);
    }

    /// Makes `head` that of this message: most often all but the time stands there.
    #[inline(always)]
    fn complete_head(&mut self, header: &Header<'_>) {
        let goes_on = !self.head.is_empty()
            && self.head_number == header.msg_seq_num
            && is_same(&self.fixed_type, header.msg_type);
        if !goes_on {
            return self.make_head(header);
        }
        if header.sending_time_ns != self.head_ns {
            self.head_ns = header.sending_time_ns;
            let time = self.timestamp(header.sending_time_ns);
            let time_at = self.head_number_end + b"\x0152=".len();
            self.head[time_at..time_at + time.as_bytes().len()].copy_from_slice(time.as_bytes());
        }
    }

    /// Gives `head` the next number, when the message with the last one is done: what is written now can be read fast when it is copied.
    #[inline(always)]
    fn turn_head(&mut self) {
        let turned = self.head.get_mut(..self.head_number_end).is_some_and(increment);
        match self.head_number.checked_add(1) {
            Some(next) if turned => self.head_number = next,
            _ => self.head.clear(),
        }
    }

    fn make_head(&mut self, header: &Header<'_>) {
        let mut head = std::mem::take(&mut self.head);
        head.clear();
        self.push_length(&mut head);
        self.push_header(&mut head, header);
        let after_number = b"\x0152=".len() + self.timestamp(header.sending_time_ns).as_bytes().len() + 1;
        self.head_number_end = head.len() - after_number;
        (self.head_number, self.head_ns) = (header.msg_seq_num, header.sending_time_ns);
        self.head = head;
        self.head_body_len = 0;
    }

    /// Appends the fields from 35 to the end of the header.
    #[inline(always)]
    fn push_header(&mut self, out: &mut Vec<u8>, header: &Header<'_>) {
        if !is_same(&self.fixed_type, header.msg_type) || self.fixed.is_empty() {
            self.fix(header.msg_type);
        }
        out.extend_from_slice(&self.fixed);
        let mut variable = Short::<VARIABLE_LEN_MAX>::new();
        variable.push_uint(header.msg_seq_num);
        if header.poss_dup {
            variable.push(b"\x0143=Y");
        }
        if header.poss_resend {
            variable.push(b"\x0197=Y");
        }
        variable.push(b"\x0152=");
        variable.push_timestamp(&self.timestamp(header.sending_time_ns));
        variable.push(&[SOH]);
        out.extend_from_slice(variable.as_bytes());
        if let Some(original) = header.orig_sending_time {
            FieldWriter(out).bytes(field::ORIG_SENDING_TIME, original);
        }
    }

    /// Appends once more a message that this encoder made earlier, as it was but for 43=Y, 122 = its SendingTime and a fresh 52:
    /// what [`encode`](Self::encode) makes of its fields. False, and nothing done, if it is not quite as this encoder makes them.
    #[inline]
    pub(crate) fn encode_again(
        &mut self,
        out: &mut Vec<u8>,
        stored: &MessageView<'_>,
        number: u64,
        now_ns: u64,
    ) -> bool {
        let Some((variable_at, body_at)) = self.own_header(stored, number) else {
            return false;
        };
        let bytes = stored.bytes();
        let (Some(original), Some(content_len)) =
            (stored.sending_time(), bytes.len().checked_sub(TRAILER_LEN))
        else {
            return false;
        };
        let mut variable = Short::<VARIABLE_LEN_MAX>::new();
        variable.push(b"\x0143=Y");
        if stored.poss_resend() {
            variable.push(b"\x0197=Y");
        }
        variable.push(b"\x0152=");
        variable.push_timestamp(&self.timestamp(now_ns));
        variable.push(b"\x01122=");
        variable.push(original);
        variable.push(&[SOH]);

        let fixed_at = self.begin.len() + stored.body_length_len() + 1;
        let (fixed, body) = (&bytes[fixed_at..variable_at], &bytes[body_at..content_len]);
        let start = out.len();
        out.extend_from_slice(&self.begin);
        push_uint(out, (fixed.len() + variable.len + body.len()) as u64);
        out.push(SOH);
        out.extend_from_slice(fixed);
        out.extend_from_slice(variable.as_bytes());
        out.extend_from_slice(body);
        push_trailer(out, start);
        true
    }

    /// Where MsgSeqNum ends and where the body begins, in a message whose header is as [`encode`](Self::encode) writes it.
    #[inline]
    fn own_header(&mut self, stored: &MessageView<'_>, number: u64) -> Option<(usize, usize)> {
        let bytes = stored.bytes();
        let own = stored.defect().is_none()
            && stored.msg_seq_num() == Some(number)
            && stored.get(field::POSS_DUP_FLAG).is_none()
            && stored.get(field::ORIG_SENDING_TIME).is_none()
            && bytes.starts_with(&self.begin);
        if !own {
            return None;
        }
        if !is_same(&self.fixed_type, stored.msg_type()) || self.fixed.is_empty() {
            self.fix(stored.msg_type());
        }
        let mut rest = bytes.get(self.begin.len() + stored.body_length_len() + 1..)?;
        rest = rest.strip_prefix(&self.fixed[..])?;
        let mut digits = Short::<20>::new();
        digits.push_uint(number);
        rest = rest.strip_prefix(digits.as_bytes())?;
        let variable_at = bytes.len() - rest.len();
        if stored.poss_resend() {
            rest = rest.strip_prefix(b"\x0197=Y")?;
        } else if stored.get(field::POSS_RESEND).is_some() {
            return None;
        }
        rest = rest.strip_prefix(b"\x0152=")?;
        let time = stored
            .sending_time()
            .filter(|time| time.len() <= TIMESTAMP_LEN_MAX)?;
        rest = rest.strip_prefix(time)?.strip_prefix(&[SOH])?;
        // Each header field occurs once, there being no defect. Others of the identity might stand in the body again.
        let mut others = self.identity_tags.iter();
        if others.any(|&tag| !matches!(tag, field::SENDER_COMP_ID | field::TARGET_COMP_ID)) {
            let again = Fields::over(rest).map_while(Result::ok);
            for field in again {
                if self.writes_identity(field.tag) {
                    return None;
                }
            }
        }
        Some((variable_at, bytes.len() - rest.len()))
    }

    /// Prepares the fields from 35 to `34=`.
    fn fix(&mut self, msg_type: &[u8]) {
        // The head has another type now, or soon will.
        self.head.clear();
        self.fixed_type.clear();
        self.fixed_type.extend_from_slice(msg_type);
        self.fixed.clear();
        FieldWriter(&mut self.fixed)
            .bytes(field::MSG_TYPE, msg_type)
            .raw(&self.identity)
            .raw(b"34=");
    }
}

/// Adds one to the decimal number at the end of `text`; false, the number lost, when that takes one more digit.
#[inline(always)]
fn increment(text: &mut [u8]) -> bool {
    for digit in text.iter_mut().rev() {
        match digit {
            b'0'..=b'8' => {
                *digit += 1;
                return true;
            }
            b'9' => *digit = b'0',
            _ => return false,
        }
    }
    false
}

/// Ends the message that begins at `start`.
#[inline(always)]
fn push_trailer(out: &mut Vec<u8>, start: usize) {
    let sum = check_sum(&out[start..]);
    let digits = [b'0' + sum / 100, b'0' + sum / 10 % 10, b'0' + sum % 10];
    out.extend_from_slice(&[b'1', b'0', b'=', digits[0], digits[1], digits[2], SOH]);
}

#[inline(always)]
fn decimal_digits(n: u64) -> usize {
    n.checked_ilog10().unwrap_or(0) as usize + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{Framer, Split};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        /// Whatever an encoder made before, the next message is the one that a new encoder makes.
        #[test]
        fn what_was_encoded_before_changes_nothing(
            digits in 0..10u8,
            first in prop_oneof![Just(1u64), 90..110u64, 999_990..1_000_010u64, Just(u64::MAX - 3)],
            messages in prop::collection::vec(
                (
                    prop::sample::select(vec!["8", "D", "AE", "8", "8", "8"]),
                    prop_oneof![8 => Just(1u64), 1 => 0..1000u64],
                    prop_oneof![4 => Just(0u64), 1 => 0..2_000u64, 1 => 0..2_000_000_000u64],
                    prop_oneof![3 => Just(10usize), 1 => 0..1200usize],
                    prop::bool::weighted(0.1),
                    prop::bool::weighted(0.1),
                ),
                1..30,
            ),
        ) {
            let encoder = || Encoder::new("FIX.4.4", &[(49, "A"), (56, "B")]).with_timestamp_digits(digits);
            let mut old = encoder();
            let (mut number, mut now_ns) = (first, 1_704_067_199_000_000_000);
            for (msg_type, step, time_step_ns, body_len, poss_dup, poss_resend) in messages {
                number = number.wrapping_add(step);
                now_ns += time_step_ns;
                let header = Header {
                    msg_type: msg_type.as_bytes(),
                    msg_seq_num: number,
                    poss_dup,
                    poss_resend,
                    sending_time_ns: now_ns,
                    orig_sending_time: poss_dup.then_some(b"20240101-00:00:00"),
                };
                let (mut from_old, mut from_new) = (b"before".to_vec(), b"before".to_vec());
                let body = vec![b'x'; body_len];
                old.encode(&mut from_old, &header, |fields| {
                    fields.bytes(58, &body);
                });
                encoder().encode(&mut from_new, &header, |fields| {
                    fields.bytes(58, &body);
                });
                prop_assert_eq!(String::from_utf8_lossy(&from_old), String::from_utf8_lossy(&from_new));
                let message = &from_old[6..];
                prop_assert_eq!(Framer::default().split(message), Split::Message { len: message.len() });
                let view = MessageView::parse(message).unwrap();
                prop_assert_eq!(view.msg_seq_num(), Some(number));
                prop_assert_eq!(view.msg_type(), msg_type.as_bytes());
                prop_assert_eq!((view.poss_dup(), view.poss_resend()), (poss_dup, poss_resend));
                let expected = super::super::time::UtcClock::default().format_to(now_ns, digits);
                prop_assert_eq!(view.sending_time(), Some(expected.as_bytes()));
            }
        }
    }

    #[test]
    fn what_is_encoded_is_framed_and_read_back() {
        let mut encoder = Encoder::new("FIX.4.4", &[(49, "A"), (56, "B")]);
        let mut out = b"before".to_vec();
        for body_len in [0, 1, 50, 900, 9_000, 60_000] {
            let filler = vec![b'x'; body_len];
            let header = Header {
                msg_type: b"B",
                msg_seq_num: 4_294_967_298,
                poss_dup: true,
                poss_resend: true,
                sending_time_ns: 1_500_000_000_123_456_789,
                orig_sending_time: Some(b"20170714-02:40:00.000"),
            };
            let range = encoder.encode(&mut out, &header, |fields| {
                fields.data(95, 96, b"\x0134=7\x01");
                if body_len > 0 {
                    fields.bytes(58, &filler);
                }
            });
            let message = &out[range];
            assert_eq!(
                Framer::default().split(message),
                Split::Message { len: message.len() }
            );
            let view = MessageView::parse(message).unwrap();
            assert_eq!(view.msg_seq_num(), Some(4_294_967_298));
            assert_eq!(view.sending_time(), Some(&b"20170714-02:40:00.123"[..]));
            assert!(view.poss_dup() && view.poss_resend());
            assert_eq!(view.defect(), None);
        }
        assert!(out.starts_with(b"before8=FIX.4.4"));
    }
}
