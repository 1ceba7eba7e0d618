//! Encoding into a buffer that the caller keeps: after it has grown once, nothing is allocated.

use std::ops::Range;

use super::field;
use super::frame::check_sum;
use super::time::{UtcClock, UtcTimestamp};
use super::view::SOH;

/// Room kept for BodyLength until it is known, in digits.
const BODY_LENGTH_DIGITS: usize = 9;

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
pub fn push_uint(out: &mut Vec<u8>, mut n: u64) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (n % 10) as u8;
        n /= 10;
        if n == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
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
    pub fn timestamp(&mut self, now_ns: u64) -> UtcTimestamp {
        self.clock.format_to(now_ns, self.timestamp_digits)
    }

    /// Appends one whole message to `out` and says where it stands.
    pub fn encode(
        &mut self,
        out: &mut Vec<u8>,
        header: &Header<'_>,
        body: impl FnOnce(&mut FieldWriter<'_>),
    ) -> Range<usize> {
        let start = out.len();
        out.extend_from_slice(&self.begin);
        let digits_at = out.len();
        out.extend_from_slice(&[b'0'; BODY_LENGTH_DIGITS]);
        out.push(SOH);
        let body_at = out.len();

        let time = self.timestamp(header.sending_time_ns);
        let mut fields = FieldWriter(out);
        fields
            .bytes(field::MSG_TYPE, header.msg_type)
            .raw(&self.identity)
            .uint(field::MSG_SEQ_NUM, header.msg_seq_num);
        if header.poss_dup {
            fields.yes(field::POSS_DUP_FLAG);
        }
        if header.poss_resend {
            fields.yes(field::POSS_RESEND);
        }
        fields.bytes(field::SENDING_TIME, time.as_bytes());
        if let Some(original) = header.orig_sending_time {
            fields.bytes(field::ORIG_SENDING_TIME, original);
        }
        body(&mut fields);

        // BodyLength without leading zeros: the rest moves up over the digits not needed.
        let body_len = out.len() - body_at;
        let end = out.len();
        let digits = decimal_digits(body_len);
        let spare = BODY_LENGTH_DIGITS - digits;
        out.copy_within(digits_at + BODY_LENGTH_DIGITS.., digits_at + digits);
        out.truncate(end - spare);
        let mut n = body_len;
        for digit in out[digits_at..digits_at + digits].iter_mut().rev() {
            *digit = b'0' + (n % 10) as u8;
            n /= 10;
        }

        let sum = check_sum(&out[start..]);
        out.extend_from_slice(b"10=");
        out.extend_from_slice(&[b'0' + sum / 100, b'0' + sum / 10 % 10, b'0' + sum % 10, SOH]);
        start..out.len()
    }
}

fn decimal_digits(n: usize) -> usize {
    n.checked_ilog10().unwrap_or(0) as usize + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{Framer, MessageView, Split};

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
