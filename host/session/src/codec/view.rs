//! A message seen in place: no copy, one pass, header fields at hand.

use super::field;
use super::frame::{Garbled, TRAILER_LEN};
use super::reject::SessionRejectReason;
use super::scan::{scan, short_uint, Layouts};

/// The field delimiter.
pub const SOH: u8 = 1;
/// Digits of a tag number taken before it is called invalid.
const TAG_DIGITS_MAX: usize = 9;

/// One field of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<'a> {
    /// The tag number.
    pub tag: u32,
    /// The bytes between `=` and the SOH that ends the field.
    pub value: &'a [u8],
}

/// A field that cannot be read, in the terms of a Reject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Defect {
    /// The tag in question, 0 when not even that is known.
    pub tag: u32,
    /// SessionRejectReason (373).
    pub reason: SessionRejectReason,
}

/// Iterates over the fields of a message. Data fields are taken by their length, so a SOH or a `34=` inside them is
/// never taken for a field. Stops after the first field that cannot be read.
#[derive(Debug, Clone)]
pub struct Fields<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The data field that must come next, and its length.
    data: Option<(u32, usize)>,
    ran_out: bool,
    /// Where the last field ends is not certain: a data length lies.
    lost: bool,
    /// A field may have no value.
    allow_empty: bool,
}

impl<'a> Fields<'a> {
    /// The fields of `bytes`, which need not be a whole message.
    pub fn over(bytes: &'a [u8]) -> Self {
        Fields {
            bytes,
            at: 0,
            data: None,
            ran_out: false,
            lost: false,
            allow_empty: false,
        }
    }

    /// The same, fields without value included.
    pub fn allowing_empty(self) -> Self {
        Fields {
            allow_empty: true,
            ..self
        }
    }

    /// Offset of the next field.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Whether the last field could not be read because the bytes end in the middle of it.
    pub(super) fn ran_out(&self) -> bool {
        self.ran_out
    }

    /// Goes on behind a field at `start` that could not be read, if its end is certain: not where a data length lies.
    fn resume(&mut self, start: usize) -> bool {
        if self.lost {
            return false;
        }
        match self.bytes[start..].iter().position(|&b| b == SOH) {
            Some(len) => self.at = start + len + 1,
            None => return false,
        }
        true
    }

    /// The length of the data field `data_tag` lies, or there is none: what is wrong with the field `tag`.
    fn lying(&mut self, tag: u32, data_tag: u32) -> Defect {
        self.lost = true;
        match data_tag {
            field::SIGNATURE => Defect {
                tag: data_tag,
                reason: SessionRejectReason::Signature,
            },
            field::SECURE_DATA => Defect {
                tag: data_tag,
                reason: SessionRejectReason::Decryption,
            },
            _ => Defect {
                tag,
                reason: SessionRejectReason::IncorrectDataFormat,
            },
        }
    }

    fn read(&mut self) -> Result<Field<'a>, Defect> {
        let mut tag = 0u32;
        let mut at = self.at;
        loop {
            match self.bytes.get(at) {
                Some(&d) if d.is_ascii_digit() && at - self.at < TAG_DIGITS_MAX => {
                    tag = tag * 10 + u32::from(d - b'0')
                }
                Some(b'=') if tag > 0 => break,
                _ => {
                    return Err(Defect {
                        tag,
                        reason: SessionRejectReason::InvalidTagNumber,
                    })
                }
            }
            at += 1;
        }
        let value_start = at + 1;
        let value_end = match self.data.take() {
            Some((data_tag, _)) if data_tag != tag => return Err(self.lying(tag, data_tag)),
            Some((data_tag, len)) => {
                let end = value_start.checked_add(len);
                let after = end.and_then(|end| self.bytes.get(end));
                let Some(end) = end.filter(|_| after == Some(&SOH)) else {
                    self.ran_out = after.is_none();
                    return Err(self.lying(tag, data_tag));
                };
                end
            }
            None => match self.bytes[value_start..].iter().position(|&b| b == SOH) {
                Some(len) => value_start + len,
                None => {
                    self.ran_out = true;
                    return Err(self.lying(tag, tag));
                }
            },
        };
        let value = &self.bytes[value_start..value_end];
        if let Some(data_tag) = field::data_field_of(tag) {
            let Some(len) = parse_uint(value).and_then(|len| usize::try_from(len).ok()) else {
                return Err(self.lying(tag, data_tag));
            };
            self.data = Some((data_tag, len));
        } else if value.is_empty() && !self.allow_empty {
            return Err(Defect {
                tag,
                reason: SessionRejectReason::TagWithoutValue,
            });
        }
        self.at = value_end + 1;
        Ok(Field { tag, value })
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Result<Field<'a>, Defect>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let read = self.read();
        if read.is_err() {
            self.at = self.bytes.len();
        }
        Some(read)
    }
}

/// A decimal number without sign; `None` if empty, not decimal, or past 64 bits.
#[inline]
pub fn parse_uint(value: &[u8]) -> Option<u64> {
    if value.is_empty() {
        return None;
    }
    // 19 digits cannot overflow.
    if value.len() <= 19 {
        let mut n = 0u64;
        for &d in value {
            let digit = d.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            n = n * 10 + u64::from(digit);
        }
        return Some(n);
    }
    value.iter().try_fold(0u64, |n, &d| {
        let d = d.is_ascii_digit().then(|| u64::from(d - b'0'))?;
        n.checked_mul(10)?.checked_add(d)
    })
}

/// Header fields found during the pass, in the order of their slots.
pub(super) const HEADER_SLOTS: usize = 10;

/// The slot of a header field that the session layer reads; none of these may occur twice.
#[inline]
pub(super) const fn slot_of(tag: u32) -> Option<usize> {
    Some(match tag {
        field::BEGIN_STRING => 0,
        field::BODY_LENGTH => 1,
        field::MSG_TYPE => 2,
        field::SENDER_COMP_ID => 3,
        field::TARGET_COMP_ID => 4,
        field::MSG_SEQ_NUM => 5,
        field::POSS_DUP_FLAG => 6,
        field::POSS_RESEND => 7,
        field::SENDING_TIME => 8,
        field::ORIG_SENDING_TIME => 9,
        _ => return None,
    })
}

/// Fields of administrative messages that are found even behind a field that cannot be read.
const fn is_session_field(tag: u32) -> bool {
    matches!(
        tag,
        field::GAP_FILL_FLAG
            | field::NEW_SEQ_NO
            | field::BEGIN_SEQ_NO
            | field::END_SEQ_NO
            | field::RESET_SEQ_NUM_FLAG
            | field::HEART_BT_INT
            | field::TEST_REQ_ID
            | field::NEXT_EXPECTED_MSG_SEQ_NUM
            | field::TEXT
            | field::REF_SEQ_NUM
            | field::REF_TAG_ID
            | field::REF_MSG_TYPE
            | field::SESSION_REJECT_REASON
            | field::ENCRYPT_METHOD
    )
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Span {
    /// 0 when the field is absent: no value starts at 0.
    pub start: u32,
    pub end: u32,
}

/// One message, seen in place.
#[derive(Debug, Clone)]
pub struct MessageView<'a> {
    bytes: &'a [u8],
    spans: [Span; HEADER_SLOTS],
    msg_seq_num: Option<u64>,
    defect: Option<Defect>,
}

impl<'a> MessageView<'a> {
    /// Reads the fields of one framed message: bytes that [`super::Framer::split`] bounded, or that a verified tag
    /// of the NIC bounded. CheckSum is not summed again; that BodyLength fits `bytes` is checked, being free.
    ///
    /// # Errors
    /// [`Garbled`] when 8, 9 and 35 are not the first three, BodyLength does not fit, or a data length before MsgSeqNum lies.
    /// Any other field that cannot be read is a [`defect`](Self::defect), which a Reject answers.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Garbled> {
        let mut view = MessageView::blank(bytes);
        view.read_by(scan)?;
        Ok(view)
    }

    /// As [`parse`](Self::parse), faster for a message that looks like an earlier one. The view stays where it is.
    #[inline(always)]
    pub(crate) fn read_like(&mut self, layouts: &mut Layouts) -> Result<(), Garbled> {
        self.read_by(|bytes, spans| layouts.scan(bytes, spans))
    }

    /// A view in which no field is found yet.
    #[inline(always)]
    pub(crate) fn blank(bytes: &'a [u8]) -> Self {
        MessageView {
            bytes,
            spans: [Span::default(); HEADER_SLOTS],
            msg_seq_num: None,
            defect: None,
        }
    }

    #[inline(always)]
    fn read_by(
        &mut self,
        scan: impl FnOnce(&[u8], &mut [Span; HEADER_SLOTS]) -> Option<()>,
    ) -> Result<(), Garbled> {
        if u32::try_from(self.bytes.len()).is_err() {
            return Err(Garbled::TooLong {
                found: self.bytes.len(),
                max: u32::MAX as usize,
            });
        }
        if scan(self.bytes, &mut self.spans).is_none() {
            *self = MessageView::parse_carefully(self.bytes)?;
            return Ok(());
        }
        let body_len = self.bytes.len() - TRAILER_LEN - self.spans[1].end as usize - 1;
        if self.slot_uint(1) != Some(body_len as u64) {
            return Err(Garbled::BodyLength);
        }
        self.note_msg_seq_num();
        Ok(())
    }

    /// The number in a slot.
    #[inline(always)]
    fn slot_uint(&self, slot: usize) -> Option<u64> {
        let Span { start, end } = self.spans[slot];
        match short_uint(self.bytes, start as usize, end as usize) {
            Some(number) => Some(number),
            None => self.slot(slot).and_then(parse_uint),
        }
    }

    /// Reads the fields one by one, with an answer for everything that can be wrong with them.
    fn parse_carefully(bytes: &'a [u8]) -> Result<Self, Garbled> {
        let mut view = MessageView::blank(bytes);
        let mut fields = Fields::over(bytes);
        let mut count = 0u32;
        let mut body_start = 0;
        let mut last_start = 0;
        let mut last_tag = 0;
        let mut unreadable = false;
        loop {
            let start = fields.position();
            let field = match fields.next() {
                None => break,
                Some(Ok(field)) => field,
                Some(Err(defect)) => {
                    // Without a tag at all it is the rest of a value that held a delimiter.
                    let is_rest = defect.reason == SessionRejectReason::InvalidTagNumber
                        && count > 3
                        && bytes[start..]
                            .iter()
                            .take_while(|&&b| b != SOH)
                            .all(|&b| b != b'=');
                    view.defect.get_or_insert(if is_rest {
                        let reason = SessionRejectReason::ValueIncludesDelimiter;
                        Defect {
                            tag: last_tag,
                            reason,
                        }
                    } else {
                        defect
                    });
                    unreadable = !fields.resume(start);
                    if unreadable && defect.tag == field::SECURE_DATA {
                        // What was to be encrypted may be anything (FIX session test cases, 17g).
                        return Err(Garbled::Fields);
                    }
                    if unreadable {
                        break;
                    }
                    count += 1;
                    continue;
                }
            };
            count += 1;
            match (count, field.tag) {
                (1, field::BEGIN_STRING) | (3, field::MSG_TYPE) => {}
                (2, field::BODY_LENGTH) => body_start = fields.position(),
                (1..=3, _) => return Err(Garbled::FirstThree),
                (_, field::CHECK_SUM) if fields.position() != bytes.len() => {
                    let reason = SessionRejectReason::TagOutOfRequiredOrder;
                    view.defect.get_or_insert(Defect {
                        tag: field::CHECK_SUM,
                        reason,
                    });
                }
                (_, field::SIGNATURE) if last_tag != field::SIGNATURE_LENGTH => {
                    let reason = SessionRejectReason::Signature;
                    view.defect.get_or_insert(Defect {
                        tag: field.tag,
                        reason,
                    });
                }
                _ => {}
            }
            last_start = start;
            last_tag = field.tag;
            view.note(&field, fields.position() - 1);
        }
        if view.slot(2).is_none() {
            return Err(Garbled::FirstThree);
        }
        let Some(content_len) = bytes
            .len()
            .checked_sub(TRAILER_LEN)
            .filter(|&len| len >= body_start)
        else {
            return Err(Garbled::NoTrailer);
        };
        if !unreadable && (last_start != content_len || !bytes[content_len..].starts_with(b"10=")) {
            return Err(Garbled::NoTrailer);
        }
        if view.slot(1).and_then(parse_uint) != Some((content_len - body_start) as u64) {
            return Err(Garbled::BodyLength);
        }
        if unreadable && view.spans[5].start == 0 {
            return Err(Garbled::Fields);
        }
        view.note_msg_seq_num();
        Ok(view)
    }

    /// MsgSeqNum is asked for often, so it is read once.
    #[inline(always)]
    fn note_msg_seq_num(&mut self) {
        self.msg_seq_num = self.slot_uint(5);
    }

    fn note(&mut self, field: &Field<'a>, value_end: usize) {
        let Some(slot) = slot_of(field.tag) else { return };
        if self.spans[slot].start != 0 {
            self.defect.get_or_insert(Defect {
                tag: field.tag,
                reason: SessionRejectReason::TagAppearsMoreThanOnce,
            });
            return;
        }
        // Both fit: `parse` refuses more than u32::MAX bytes.
        self.spans[slot] = Span {
            start: (value_end - field.value.len()) as u32,
            end: value_end as u32,
        };
    }

    #[inline]
    fn slot(&self, slot: usize) -> Option<&'a [u8]> {
        let span = self.spans[slot];
        (span.start != 0).then(|| &self.bytes[span.start as usize..span.end as usize])
    }

    /// The whole message, from `8=` to the SOH after CheckSum.
    #[inline]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// All fields in order.
    pub fn fields(&self) -> Fields<'a> {
        Fields::over(self.bytes)
    }

    /// The first value of `tag`: at once for the session layer's header fields, by a search for others.
    #[inline]
    pub fn get(&self, tag: u32) -> Option<&'a [u8]> {
        match slot_of(tag) {
            Some(slot) => self.slot(slot),
            None if is_session_field(tag) => self.seek(tag),
            None => self
                .fields()
                .map_while(Result::ok)
                .find(|f| f.tag == tag)
                .map(|f| f.value),
        }
    }

    /// Looks for `tag` also behind fields that cannot be read but whose end is certain.
    fn seek(&self, tag: u32) -> Option<&'a [u8]> {
        let mut fields = self.fields();
        loop {
            let start = fields.position();
            match fields.next()? {
                Ok(field) if field.tag == tag => return Some(field.value),
                Ok(_) => {}
                Err(_) if fields.resume(start) => {}
                Err(_) => return None,
            }
        }
    }

    /// The first value of `tag` as text, if it is UTF-8.
    pub fn text(&self, tag: u32) -> Option<&'a str> {
        self.get(tag).and_then(|value| std::str::from_utf8(value).ok())
    }

    /// The value of `tag` as a number without sign.
    ///
    /// # Errors
    /// A [`Defect`] with RequiredTagMissing when absent, IncorrectDataFormat when not a number of 64 bits.
    pub fn uint(&self, tag: u32) -> Result<u64, Defect> {
        match self.get(tag) {
            None => Err(Defect {
                tag,
                reason: SessionRejectReason::RequiredTagMissing,
            }),
            Some(value) => parse_uint(value).ok_or(Defect {
                tag,
                reason: SessionRejectReason::IncorrectDataFormat,
            }),
        }
    }

    /// Whether a Boolean field is present with value Y.
    #[inline]
    pub fn flag(&self, tag: u32) -> bool {
        self.get(tag) == Some(b"Y")
    }

    /// BeginString (8).
    #[inline]
    pub fn begin_string(&self) -> &'a [u8] {
        self.slot(0).unwrap_or_default()
    }

    /// Characters of BodyLength (9).
    #[inline]
    pub(super) fn body_length_len(&self) -> usize {
        self.slot(1).map_or(0, <[u8]>::len)
    }

    /// MsgType (35).
    #[inline]
    pub fn msg_type(&self) -> &'a [u8] {
        self.slot(2).unwrap_or_default()
    }

    /// SenderCompID (49).
    #[inline]
    pub fn sender_comp_id(&self) -> Option<&'a [u8]> {
        self.slot(3)
    }

    /// TargetCompID (56).
    #[inline]
    pub fn target_comp_id(&self) -> Option<&'a [u8]> {
        self.slot(4)
    }

    /// MsgSeqNum (34); `None` when absent or not a number of 64 bits.
    #[inline]
    pub fn msg_seq_num(&self) -> Option<u64> {
        self.msg_seq_num
    }

    /// PossDupFlag (43) is Y.
    #[inline]
    pub fn poss_dup(&self) -> bool {
        self.slot(6) == Some(b"Y")
    }

    /// PossResend (97) is Y.
    #[inline]
    pub fn poss_resend(&self) -> bool {
        self.slot(7) == Some(b"Y")
    }

    /// GapFillFlag (123) is Y.
    #[inline]
    pub fn gap_fill(&self) -> bool {
        self.flag(field::GAP_FILL_FLAG)
    }

    /// SendingTime (52).
    #[inline]
    pub fn sending_time(&self) -> Option<&'a [u8]> {
        self.slot(8)
    }

    /// The first thing wrong with the fields, in the terms of a Reject. Fields after a data length that lies were not read.
    #[inline]
    pub fn defect(&self) -> Option<Defect> {
        self.defect
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::check_sum;
    use proptest::prelude::*;

    fn framed(fields: &[u8]) -> Vec<u8> {
        let mut out = format!("8=FIX.4.4\x019={}\x01", fields.len()).into_bytes();
        out.extend_from_slice(fields);
        out.extend(format!("10={:03}\x01", check_sum(&out)).into_bytes());
        out
    }

    /// Fields such as occur, and such as should not.
    fn field() -> impl Strategy<Value = Vec<u8>> {
        let tag = prop_oneof![
            Just("35"),
            Just("49"),
            Just("56"),
            Just("34"),
            Just("43"),
            Just("52"),
            Just("122"),
            Just("97"),
            Just("10"),
            Just("8"),
            Just("9"),
            Just("95"),
            Just("96"),
            Just("58"),
            Just("36"),
            Just("034"),
            Just(""),
            Just("x"),
            Just("5x"),
            Just("12345"),
            Just("1234567"),
            Just("12345678"),
            Just("0"),
            Just("1234567890"),
            Just("5000"),
            Just("2047"),
            Just("2048"),
        ];
        let value = prop_oneof![
            Just(""),
            Just("1"),
            Just("="),
            Just("34=7"),
            Just("Y"),
            Just("a value that is long")
        ];
        let separator = prop_oneof![9 => Just("="), 1 => Just("")];
        (tag, separator, value)
            .prop_map(|(tag, separator, value)| format!("{tag}{separator}{value}\x01").into_bytes())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// The fast reader says what the careful one says, or leaves the message to it.
        #[test]
        fn the_fast_reader_agrees_with_the_careful_one(
            fields in prop::collection::vec(field(), 0..24),
            known in any::<bool>(),
            spoiled in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
        ) {
            let mut body = if known { b"35=D\x0149=A\x0156=B\x0134=12\x01".to_vec() } else { Vec::new() };
            body.extend(fields.concat());
            let mut message = framed(&body);
            if let Some((at, byte)) = spoiled {
                let at = at.index(message.len());
                message[at] = byte;
            }
            let careful = MessageView::parse_carefully(&message);
            let fast = MessageView::parse(&message);
            prop_assert_eq!(format!("{:?}", fast), format!("{:?}", careful));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        /// What was remembered of earlier messages changes nothing about any later one.
        #[test]
        fn the_reader_that_remembers_agrees_with_the_careful_one(
            shapes in prop::collection::vec(prop::collection::vec(field(), 0..8), 1..4),
            long in any::<bool>(),
            messages in prop::collection::vec(
                (
                    any::<prop::sample::Index>(),
                    0..1000u32,
                    prop::option::of((
                        any::<prop::sample::Index>(),
                        prop_oneof![Just(SOH), Just(b'='), any::<u8>()],
                    )),
                ),
                1..24,
            ),
        ) {
            let mut layouts = Layouts::default();
            for (shape, number, spoiled) in messages {
                // Now and then the one without value.
                let text = if number % 4 == 0 { String::new() } else { number.to_string() };
                let mut body = format!("35=D\x0149=A\x0156=B\x0134={number}\x0158={text}\x01").into_bytes();
                if long {
                    body.extend(b"20001=x\x01".repeat(40 + number as usize % 20));
                }
                body.extend(shape.get(&shapes).concat());
                let mut message = framed(&body);
                if let Some((at, byte)) = spoiled {
                    let at = at.index(message.len());
                    message[at] = byte;
                }
                let careful = MessageView::parse_carefully(&message);
                let mut like = MessageView::blank(&message);
                let like = like.read_like(&mut layouts).map(|()| like);
                prop_assert_eq!(format!("{:?}", like), format!("{:?}", careful));
            }
        }
    }

    proptest! {
        #[test]
        fn short_numbers_are_read_as_long_ones(before in "[0-9a]{8}", number in "[0-9]{0,9}", spoiled in prop::option::of((0..9usize, any::<u8>()))) {
            let mut text = number.into_bytes();
            if let Some((at, byte)) = spoiled {
                if let Some(place) = text.get_mut(at) {
                    *place = byte;
                }
            }
            let all = [before.as_bytes(), &text].concat();
            let short = short_uint(&all, 8, all.len());
            if !(1..=8).contains(&text.len()) {
                prop_assert_eq!(short, None);
            } else {
                prop_assert_eq!(short, parse_uint(&text));
            }
        }
    }

    #[test]
    fn a_message_like_an_earlier_one_is_only_compared() {
        let mut layouts = Layouts::default();
        for number in 1..10 {
            let fields =
                format!("35=8\x0149=A\x0156=B\x0134={number}\x0152=20240101-00:00:00\x0137=o{number}\x01");
            let message = framed(fields.as_bytes());
            let mut view = MessageView::blank(&message);
            view.read_like(&mut layouts).unwrap();
            assert_eq!(view.msg_seq_num(), Some(number));
            // The first is learnt; the second shows the lengths of the values too.
            let (compared, shapes) = (u64::from(number > 1), number.saturating_sub(2));
            assert_eq!((layouts.compared, layouts.shapes), (compared, shapes));
        }
    }

    #[test]
    fn an_ordinary_message_is_read_the_fast_way() {
        let message = framed(
            b"35=8\x0149=A\x0156=B\x0134=12\x0152=20240101-00:00:00\x0137=o\x0111=c=\x0120001=x\x0158=t\x01",
        );
        assert!(scan(&message, &mut [Span::default(); HEADER_SLOTS]).is_some());
    }
}
