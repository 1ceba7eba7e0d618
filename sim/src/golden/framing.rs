//! Section 4: FIX framing and the fields of a message.
//!
//! [`read`] looks at a message's bytes from its first one on and is asked again with more of them until it knows.
use fixnic_abi::entry::msg_flags;
use fixnic_abi::limits::{BODY_LENGTH_DIGITS_MAX, BODY_LENGTH_MIN, SEQ_NUM_DIGITS_MAX};

const SOH: u8 = 1;
/// From the body's last byte to the message's: `10=ddd` and SOH.
const TRAILER_BYTES: usize = 7;
/// Stream beats after the one of position s - 1 in which BodyLength must end (rule 2).
const HEAD_BEATS: usize = 4;
/// Tags whose value says how long the next field's data is (rule 10).
const DATA_LENGTH_TAGS: [&[u8]; 16] = [
    b"90", b"93", b"95", b"212", b"348", b"350", b"352", b"354", b"356", b"358", b"360", b"362", b"364",
    b"445", b"618", b"621",
];

/// What the bytes so far amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The message goes on.
    Incomplete,
    /// Framing is lost.
    Lost,
    /// The message is complete.
    Complete(Message),
}

/// A message with right framing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message {
    /// Bytes from `8=` to the SOH after CheckSum.
    pub length: usize,
    /// First two characters of MsgType.
    pub msg_type: [u8; 2],
    /// The `msg_flags` that come from fields: POSS_DUP, POSS_RESEND, GAP_FILL, ADMIN, RESET.
    pub flags: u16,
    /// CheckSum (10) is the sum of the bytes before it.
    pub checksum_right: bool,
    /// MsgSeqNum (34).
    pub number: Number,
}

/// What stands for MsgSeqNum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// There is no field 34.
    Missing,
    /// Rule 7 or 10 casts doubt on it, or it is not a number of one to ten digits.
    Ambiguous,
    /// The number.
    Decimal(u64),
}

/// Reads the message that begins with `bytes`, at TCP number `start`. Bytes of later messages may follow.
pub fn read(bytes: &[u8], start: u32) -> Progress {
    if bytes.len() >= 5 && !bytes.starts_with(b"8=FIX") {
        return Progress::Lost;
    }
    let head_end = match find_body_length(bytes, start) {
        Ok(Some(head)) => head,
        Ok(None) => return Progress::Incomplete,
        Err(FramingLost) => return Progress::Lost,
    };
    let (head, body_length) = head_end;
    if let Some(tag) = bytes.get(head + 1..head + 4) {
        if tag != b"35=" {
            return Progress::Lost;
        }
    }
    let body_end = head + body_length;
    let end = body_end + TRAILER_BYTES;
    let Some(trailer) = bytes.get(body_end..=end) else {
        return Progress::Incomplete;
    };
    let digits = &trailer[4..7];
    if !trailer.starts_with(b"\x0110=") || !digits.iter().all(u8::is_ascii_digit) || trailer[7] != SOH {
        return Progress::Lost;
    }
    let sum = bytes[..=body_end]
        .iter()
        .fold(0u8, |sum, byte| sum.wrapping_add(*byte));
    let body = Body {
        bytes,
        first: head + 1,
        last: body_end,
        start,
    };
    Progress::Complete(Message {
        length: end + 1,
        checksum_right: decimal(digits) == u64::from(sum),
        ..body.fields()
    })
}

/// Bytes of the message that begins with `bytes`, at TCP number `start`, if its BodyLength has been read and can be right.
pub fn length(bytes: &[u8], start: u32) -> Option<usize> {
    let (head, body_length) = find_body_length(bytes, start).ok()??;
    Some(head + body_length + TRAILER_BYTES + 1)
}

/// Where a search finds the beginning of a message: `8=FIX` at the first byte or after SOH (rule 3.2).
pub fn find_start(bytes: &[u8]) -> Option<usize> {
    (0..bytes.len()).find(|at| bytes[*at..].starts_with(b"8=FIX") && (*at == 0 || bytes[*at - 1] == SOH))
}

struct FramingLost;

/// Rules 1 to 3: the index of the SOH that ends BodyLength, and BodyLength.
fn find_body_length(bytes: &[u8], start: u32) -> Result<Option<(usize, usize)>, FramingLost> {
    // Bytes of the message in the beats up to b + 4.
    let lane = start as usize % 8;
    let beat_before = if lane == 0 { 0 } else { 1 };
    let head_bytes = 8 * (HEAD_BEATS + beat_before) - lane;
    for last in 0..bytes.len().min(head_bytes) {
        let Some(value) = body_length_ending_at(bytes, last) else {
            continue;
        };
        let fields_before = bytes[..last].iter().filter(|byte| **byte == SOH).count();
        if fields_before != 1 || value < BODY_LENGTH_MIN as usize {
            return Err(FramingLost);
        }
        return Ok(Some((last, value)));
    }
    if bytes.len() >= head_bytes {
        Err(FramingLost)
    } else {
        Ok(None)
    }
}

/// The value of a field `9=`, SOH before it, whose closing SOH is at `last`.
fn body_length_ending_at(bytes: &[u8], last: usize) -> Option<usize> {
    if bytes[last] != SOH {
        return None;
    }
    let digits = bytes[..last]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if !(1..=BODY_LENGTH_DIGITS_MAX as usize).contains(&digits)
        || !bytes[..last - digits].ends_with(b"\x019=")
    {
        return None;
    }
    Some(decimal(&bytes[last - digits..last]) as usize)
}

fn decimal(digits: &[u8]) -> u64 {
    digits
        .iter()
        .fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}

/// A message's body, in which rules 7 to 11 look for patterns. Positions are indices into `bytes`.
struct Body<'a> {
    bytes: &'a [u8],
    first: usize,
    last: usize,
    start: u32,
}

impl Body<'_> {
    fn fields(&self) -> Message {
        let mut doubtful = false;
        let mut number_at = None;
        let mut poss_dup = None;
        let mut data_length_at: Option<usize> = None;
        let mut flags = 0;
        let mut reset_seq_num = false;

        for at in self.first..=self.last {
            if self.completes(at, b"\x0134=") {
                match number_at {
                    None => number_at = Some(at),
                    Some(first) => doubtful |= self.beat(first) == self.beat(at),
                }
            }
            // The value's first two bytes end here.
            let poss_dup_ends = at >= self.first + 2 && self.completes(at - 2, b"\x0143=");
            if poss_dup_ends && poss_dup.is_none() {
                poss_dup = Some(&self.bytes[at - 1..=at] == b"Y\x01");
            }
            let poss_resend_ends = self.completes(at, b"\x0197=Y\x01");
            let gap_fill_ends = self.completes(at, b"\x01123=Y\x01");
            let reset_ends = self.completes(at, b"\x01141=Y\x01");
            flags |= if poss_resend_ends {
                msg_flags::POSS_RESEND
            } else {
                0
            };
            flags |= if gap_fill_ends { msg_flags::GAP_FILL } else { 0 };
            reset_seq_num |= reset_ends;
            if let Some(data_length_at) = data_length_at {
                let found = poss_dup_ends || poss_resend_ends || gap_fill_ends || reset_ends;
                doubtful |= found && self.beat(at) > self.beat(data_length_at);
            }
            if DATA_LENGTH_TAGS.iter().any(|tag| self.completes_tag(at, tag)) {
                doubtful |= number_at.is_none();
                data_length_at.get_or_insert(at);
            }
        }

        let msg_type = self.value_from(self.first + 3);
        if poss_dup == Some(true) {
            flags |= msg_flags::POSS_DUP;
        }
        if matches!(msg_type, [b'0'..=b'5' | b'A']) {
            flags |= msg_flags::ADMIN;
        }
        if msg_type == b"4" || (msg_type == b"A" && reset_seq_num) {
            flags |= msg_flags::RESET;
        }
        let character = |index: usize| msg_type.get(index).copied().unwrap_or(0);
        Message {
            length: 0,
            msg_type: [character(0), character(1)],
            flags,
            checksum_right: false,
            number: match number_at {
                None => Number::Missing,
                Some(_) if doubtful => Number::Ambiguous,
                Some(at) => number(self.value_from(at + 1)),
            },
        }
    }

    /// The pattern's last byte is at `at`; its first may be the SOH before the body.
    fn completes(&self, at: usize, pattern: &[u8]) -> bool {
        self.bytes[self.first - 1..=at].ends_with(pattern)
    }

    fn completes_tag(&self, at: usize, tag: &[u8]) -> bool {
        let seen = &self.bytes[self.first - 1..=at];
        seen.strip_suffix(b"=")
            .and_then(|seen| seen.strip_suffix(tag))
            .is_some_and(|seen| seen.ends_with(&[SOH]))
    }

    /// The bytes from `from` to the next SOH, which is there: the body ends with one.
    fn value_from(&self, from: usize) -> &[u8] {
        let rest = &self.bytes[from..=self.last];
        rest.split(|byte| *byte == SOH).next().unwrap_or_default()
    }

    /// Stream beat of a position, counted from the beat of the message's first byte.
    fn beat(&self, at: usize) -> usize {
        (self.start as usize % 8 + at) / 8
    }
}

fn number(value: &[u8]) -> Number {
    let digits = 1..=SEQ_NUM_DIGITS_MAX as usize;
    if digits.contains(&value.len()) && value.iter().all(u8::is_ascii_digit) {
        Number::Decimal(decimal(value))
    } else {
        Number::Ambiguous
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frames::fix_message;

    const FILL: &str = "|49=CLIENT|56=EXCHANGE|52=20240101-00:00:00|";

    fn message(body: &str, start: u32) -> Message {
        match read(&fix_message(body), start) {
            Progress::Complete(message) => message,
            other => panic!("{body}: {other:?}"),
        }
    }

    /// `bytes` with `|` for SOH, cut after `length` bytes.
    fn lost_after(text: &str, start: u32) -> Option<usize> {
        let bytes: Vec<u8> = text
            .bytes()
            .map(|byte| if byte == b'|' { SOH } else { byte })
            .collect();
        (0..=bytes.len()).find(|end| read(&bytes[..*end], start) == Progress::Lost)
    }

    #[test]
    fn a_message_is_complete_with_its_last_byte() {
        let bytes = fix_message(&format!("35=AE|34=17{FILL}"));
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end], 5), Progress::Incomplete, "{end}");
        }
        let followed = [&bytes[..], b"8=FIX"].concat();
        for stream in [&bytes, &followed] {
            let Progress::Complete(message) = read(stream, 5) else {
                panic!("expected a message")
            };
            assert_eq!((message.length, message.msg_type), (bytes.len(), *b"AE"));
            assert_eq!((message.number, message.flags), (Number::Decimal(17), 0));
            assert!(message.checksum_right);
        }
    }

    #[test]
    fn framing_is_lost_where_the_rules_say() {
        assert_eq!(lost_after("8=FOX.4.4|9=50|35=0|", 0), Some(5));
        assert_eq!(lost_after("8=FIX.4.4|9=40|35=0|", 0), Some(15));
        assert_eq!(lost_after("8=FIX.4.4|1=1|9=50|35=0|", 0), Some(19));
        assert_eq!(lost_after("8=FIX.4.4|9=50|36=0|", 0), Some(18));
        assert_eq!(lost_after("8=FIX.4.4|9=00050|35=0|", 0), None);
        // Six digits are no BodyLength; the search ends with stream beat b + 4.
        let endless = "8=FIX.4.4|9=100000|35=0|49=AAAAAAAAAAAAAAAAAAAAAAAA|";
        assert_eq!(lost_after(endless, 0), Some(32));
        assert_eq!(lost_after(endless, 1), Some(39));
        assert_eq!(lost_after(endless, 7), Some(33));
    }

    #[test]
    fn the_trailer_is_checked_at_its_end() {
        let good = fix_message(&format!("35=0|34=1{FILL}"));
        for (from_end, byte) in [(8, b'1'), (7, b'2'), (4, b'x'), (1, b'8')] {
            let mut bad = good.clone();
            let at = bad.len() - from_end;
            bad[at] = byte;
            assert_eq!(read(&bad[..good.len() - 1], 0), Progress::Incomplete);
            assert_eq!(read(&bad, 0), Progress::Lost);
        }
        let mut wrong_sum = good.clone();
        wrong_sum[20] ^= 1;
        assert!(matches!(read(&wrong_sum, 0), Progress::Complete(m) if !m.checksum_right));
    }

    #[test]
    fn numbers_have_one_to_ten_digits() {
        let number = |text: &str| message(&format!("35=0|{text}{FILL}"), 0).number;
        assert_eq!(number("34=9999999999"), Number::Decimal(9_999_999_999));
        assert_eq!(number("34=007"), Number::Decimal(7));
        assert_eq!(number("34=00000000001"), Number::Ambiguous);
        assert_eq!(number("34="), Number::Ambiguous);
        assert_eq!(number("34=1a"), Number::Ambiguous);
        assert_eq!(number("334=1"), Number::Missing);
    }

    #[test]
    fn a_second_number_matters_only_in_the_same_beat() {
        // "34=" of the first field ends at offset 25 when BodyLength has two digits: 8=FIX.4.4|9=78|35=0|34=
        let close = format!("35=0|34=|34=2{FILL}");
        let far = format!("35=0|34=1|58=1234567|34=2{FILL}");
        let lane_of_first = 22;
        let same_beat = 8 - lane_of_first % 8;
        assert_eq!(message(&close, same_beat as u32).number, Number::Ambiguous);
        assert_eq!(message(&far, same_beat as u32).number, Number::Decimal(1));
        let first_is_seven = format!("35=0|34=7|34=2{FILL}");
        assert_eq!(
            message(&first_is_seven, same_beat as u32).number,
            Number::Ambiguous
        );
        assert_eq!(
            message(&first_is_seven, (same_beat + 7) as u32).number,
            Number::Decimal(7)
        );
    }

    #[test]
    fn flags_are_found_and_only_the_first_poss_dup_counts() {
        use msg_flags::{ADMIN, GAP_FILL, POSS_DUP, POSS_RESEND, RESET};
        let flags = |text: &str| message(&format!("{text}|34=1{FILL}"), 0).flags;
        assert_eq!(flags("35=8|43=Y"), POSS_DUP);
        assert_eq!(flags("35=8|43=N|43=Y"), 0);
        assert_eq!(flags("35=8|43=Y|43=N"), POSS_DUP);
        assert_eq!(flags("35=8|97=N|97=Y"), POSS_RESEND);
        assert_eq!(flags("35=4|123=Y"), GAP_FILL | ADMIN | RESET);
        assert_eq!(flags("35=A|141=Y"), ADMIN | RESET);
        assert_eq!(flags("35=A|141=N"), ADMIN);
        assert_eq!(flags("35=8|141=Y"), 0);
        assert_eq!(flags("35=AE|141=Y"), 0);
        assert_eq!(flags("35=6"), 0);
    }

    #[test]
    fn data_lengths_make_later_flags_doubtful() {
        let number = |text: &str| message(&format!("35=B|{text}{FILL}"), 0).number;
        assert_eq!(number("34=1|95=4|96=abcd"), Number::Decimal(1));
        assert_eq!(number("95=4|96=abcd|34=1"), Number::Ambiguous);
        assert_eq!(number("34=1|95=9|96=abcdefg|43=Y|"), Number::Ambiguous);
        assert_eq!(number("34=1|95=9|96=abcdefg|43=N|"), Number::Ambiguous);
        assert_eq!(number("34=1|95=9|96=abcdefg|97=Y|"), Number::Ambiguous);
        assert_eq!(number("34=1|95=9|96=abcdefg|97=N|"), Number::Decimal(1));
        assert_eq!(number("34=1|95=9|96=abcdefg|34=2|"), Number::Decimal(1));
        assert_eq!(number("34=1|43=Y|97=Y|95=2|96=ab"), Number::Decimal(1));
    }

    #[test]
    fn an_empty_msg_type_is_no_character() {
        assert_eq!(message(&format!("35=|34=1{FILL}"), 0).msg_type, [0, 0]);
        assert_eq!(message(&format!("35=D|34=1{FILL}"), 0).msg_type, [b'D', 0]);
    }
}
