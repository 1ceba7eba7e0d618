//! Where one message ends and the next begins: framing by BodyLength, never by pattern.
//!
//! A message is framed when 8=, 9= and 35= are its first three fields, BodyLength leads exactly to a trailer, and
//! CheckSum is the sum of what precedes it (FIX 4.4 Vol. 2, "Garbled message"). Everything else is garbled: it is
//! stepped over, to the next place where a message may start.

use wide::u8x16;

use super::scan::ends_in_trailer;
use super::view::{Fields, SOH};

/// What a message must start with.
const START: &[u8] = b"8=FIX";
/// `10=ddd` and SOH.
pub const TRAILER_LEN: usize = 7;
/// Longest BeginString taken as one, in bytes (`FIXT.1.1` has 8).
const BEGIN_STRING_LEN_MAX: usize = 16;
/// Digits of BodyLength taken before it is called absurd.
const BODY_LENGTH_DIGITS_MAX: usize = 9;
/// The shortest body: `35=x` and SOH.
const BODY_LENGTH_MIN: usize = 5;

/// Why bytes were not taken as a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Garbled {
    /// The bytes do not begin with `8=FIX`.
    #[error("expected a message to start with 8=FIX, found other bytes")]
    NoBeginString,
    /// 8, 9 and 35 are not the first three fields.
    #[error("expected tags 8, 9 and 35 as the first three, found another")]
    FirstThree,
    /// BodyLength is not a positive decimal number.
    #[error("expected a decimal BodyLength (9) of at least 5, found something else")]
    BodyLength,
    /// BodyLength makes the message longer than the configured maximum.
    #[error("BodyLength (9) makes a message of {found} bytes, the maximum is {max}")]
    TooLong {
        /// The message length that BodyLength implies, in bytes.
        found: usize,
        /// The configured maximum, in bytes.
        max: usize,
    },
    /// BodyLength does not lead to the trailer.
    #[error("expected 10=ddd where BodyLength (9) ends, found other bytes")]
    NoTrailer,
    /// The sum of the bytes is not what CheckSum says.
    #[error("CheckSum (10) should be {expected:03}, found {found:03}")]
    CheckSum {
        /// The sum of the bytes, modulo 256.
        expected: u8,
        /// The value in the trailer (it may exceed 255).
        found: u16,
    },
    /// A data length that lies hides the fields of a framed message before MsgSeqNum.
    #[error("expected MsgSeqNum (34), found a data length that lies before it")]
    Fields,
}

/// What stands at the start of a buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// A complete, checked message.
    Message {
        /// Its length in bytes.
        len: usize,
    },
    /// The start of a message, as far as one can tell.
    Incomplete {
        /// Calling again is useless before the buffer holds this many bytes in all.
        need: usize,
    },
    /// Not a message.
    Garbled {
        /// Bytes to step over, at least 1; what follows may be the start of a message.
        skip: usize,
        /// What was wrong.
        reason: Garbled,
    },
}

/// Splits a byte stream into messages. Stateless: the answer depends only on the bytes and the limits, never on
/// how the bytes were cut into segments.
#[derive(Debug, Clone, Copy)]
pub struct Framer {
    /// Longest message taken, in bytes, from `8=` to the SOH after CheckSum.
    pub message_len_max: usize,
    /// Swallow a message with a wrong BodyLength up to its stated end, as QuickFIX does, instead of resynchronising
    /// at the next `8=FIX`.
    pub swallow_to_stated_end: bool,
    /// Call a message garbled when its CheckSum is not the sum of its bytes.
    pub validate_check_sum: bool,
}

impl Default for Framer {
    fn default() -> Self {
        Framer {
            message_len_max: 64 * 1024,
            swallow_to_stated_end: false,
            validate_check_sum: true,
        }
    }
}

/// What the first two fields say.
enum Lengths {
    Total(usize),
    NotYet { need: usize },
    Bad(Garbled),
}

impl Framer {
    /// Finds the message at the start of `buffer`. After [`Split::Message`] and [`Split::Garbled`] drop that many
    /// bytes and call again; after [`Split::Incomplete`] wait for more.
    #[inline]
    pub fn split(&self, buffer: &[u8]) -> Split {
        let usual = usual_len(buffer).filter(|total| *total <= self.message_len_max);
        if let Some(message) = usual.and_then(|total| buffer.get(..total)) {
            if check_trailer(message, self.validate_check_sum).is_ok() {
                return Split::Message { len: message.len() };
            }
        }
        self.split_carefully(buffer)
    }

    /// Whatever there may be.
    fn split_carefully(&self, buffer: &[u8]) -> Split {
        let total = match self.total_len(buffer) {
            Lengths::Total(total) => total,
            Lengths::NotYet { need } => return Split::Incomplete { need },
            Lengths::Bad(reason) => {
                return Split::Garbled {
                    skip: next_start(buffer, 1),
                    reason,
                }
            }
        };
        let Some(message) = buffer.get(..total) else {
            return Split::Incomplete { need: total };
        };
        match check_trailer(message, self.validate_check_sum) {
            Ok(()) => Split::Message { len: total },
            Err(reason) if self.swallow_to_stated_end => Split::Garbled { skip: total, reason },
            Err(reason) => match resynchronise(buffer) {
                Some(skip) => Split::Garbled { skip, reason },
                None if buffer.len() < self.message_len_max => Split::Incomplete {
                    need: buffer.len() + 1,
                },
                None => Split::Garbled {
                    skip: next_start(buffer, 1),
                    reason,
                },
            },
        }
    }

    /// The length of the whole message, from its first two fields.
    fn total_len(&self, buffer: &[u8]) -> Lengths {
        let shown = buffer.len().min(START.len());
        if buffer[..shown] != START[..shown] {
            return Lengths::Bad(Garbled::NoBeginString);
        }
        let Some(begin_end) = buffer
            .iter()
            .take(2 + BEGIN_STRING_LEN_MAX + 1)
            .position(|&b| b == SOH)
        else {
            return if buffer.len() > 2 + BEGIN_STRING_LEN_MAX {
                Lengths::Bad(Garbled::NoBeginString)
            } else {
                Lengths::NotYet {
                    need: buffer.len() + 1,
                }
            };
        };
        let mut at = begin_end + 1;
        match expect(buffer, at, b"9=") {
            Ok(true) => at += 2,
            Ok(false) => return Lengths::NotYet { need: at + 2 },
            Err(reason) => return Lengths::Bad(reason),
        }
        let mut body_len = 0usize;
        let digits_start = at;
        loop {
            match buffer.get(at) {
                None => return Lengths::NotYet { need: at + 1 },
                Some(&SOH) if at > digits_start => break,
                Some(&d) if d.is_ascii_digit() && at - digits_start < BODY_LENGTH_DIGITS_MAX => {
                    body_len = body_len * 10 + usize::from(d - b'0');
                    at += 1;
                }
                Some(_) => return Lengths::Bad(Garbled::BodyLength),
            }
        }
        at += 1;
        let total = at + body_len + TRAILER_LEN;
        if total > self.message_len_max {
            return Lengths::Bad(Garbled::TooLong {
                found: total,
                max: self.message_len_max,
            });
        }
        if body_len < BODY_LENGTH_MIN {
            return Lengths::Bad(Garbled::BodyLength);
        }
        match expect(buffer, at, b"35=") {
            Ok(true) => Lengths::Total(total),
            Ok(false) => Lengths::NotYet { need: total },
            Err(reason) => Lengths::Bad(reason),
        }
    }
}

/// The length of the message at the start of `buffer`, if it begins as nearly all do; `None` says nothing.
#[inline]
fn usual_len(buffer: &[u8]) -> Option<usize> {
    let (head, _) = buffer.split_first_chunk::<24>()?;
    const FIX_4: u64 = u64::from_le_bytes(*b"8=FIX.4.");
    const FIXT_1: u64 = u64::from_le_bytes(*b"8=FIXT.1");
    let digits_at = match u64::from_le_bytes(*head.first_chunk()?) {
        FIX_4 if head[9..12] == *b"\x019=" && head[8].is_ascii_digit() => 12,
        FIXT_1 if head[8..13] == *b".1\x019=" => 13,
        _ => return None,
    };
    // Digit by digit: where the next message begins waits for this, and a branch that is foreseen is waited for by nobody.
    let mut body_len = 0;
    let mut at = digits_at;
    for &digit in &head[digits_at..digits_at + 5] {
        match digit {
            b'0'..=b'9' => body_len = body_len * 10 + usize::from(digit - b'0'),
            _ => break,
        }
        at += 1;
    }
    let is_usual = head[at..at + 4] == *b"\x0135=" && at > digits_at && body_len >= BODY_LENGTH_MIN;
    is_usual.then_some(at + 1 + body_len + TRAILER_LEN)
}

/// Whether `what` stands at `at`: `Ok(false)` if only its beginning has arrived.
fn expect(buffer: &[u8], at: usize, what: &[u8]) -> Result<bool, Garbled> {
    let there = &buffer[at.min(buffer.len())..];
    let shown = there.len().min(what.len());
    if there[..shown] != what[..shown] {
        return Err(Garbled::FirstThree);
    }
    Ok(shown == what.len())
}

/// The sum of `bytes`, modulo 256 (FIX Vol. 2, "CheckSum calculation").
#[inline]
pub fn check_sum(bytes: &[u8]) -> u8 {
    let (rows, rest) = bytes.as_chunks::<16>();
    let sums = rows
        .iter()
        .fold(u8x16::splat(0), |sums, row| sums + u8x16::new(*row));
    let mut sum = pair_sums(u128::from_le_bytes(sums.to_array()));
    match bytes.last_chunk::<16>() {
        _ if rest.is_empty() => {}
        // The last sixteen bytes, without those that were summed.
        Some(last) => sum += pair_sums(u128::from_le_bytes(*last) >> (128 - 8 * rest.len())),
        None => sum += rest.iter().map(|&byte| u64::from(byte)).sum::<u64>(),
    }
    (sum.wrapping_mul(0x0001_0001_0001_0001) >> 48) as u8
}

/// Sixteen bytes summed to four numbers of 16 bits.
#[inline(always)]
fn pair_sums(bytes: u128) -> u64 {
    const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
    let (low, high) = (bytes as u64, (bytes >> 64) as u64);
    (low & EVEN) + (low >> 8 & EVEN) + (high & EVEN) + (high >> 8 & EVEN)
}

#[inline]
fn check_trailer(message: &[u8], validate_check_sum: bool) -> Result<(), Garbled> {
    if !ends_in_trailer(message) {
        return Err(Garbled::NoTrailer);
    }
    let (content, trailer) = message.split_at(message.len() - TRAILER_LEN);
    if !validate_check_sum {
        return Ok(());
    }
    let found = trailer[3..6]
        .iter()
        .fold(0u16, |n, d| n * 10 + u16::from(d - b'0'));
    let expected = check_sum(content);
    if found != u16::from(expected) {
        return Err(Garbled::CheckSum { expected, found });
    }
    Ok(())
}

/// How far to step over a message whose trailer is not where BodyLength says, or is wrong. Its fields are followed to its
/// real trailer or to a new BeginString, so that `8=FIX` inside a data field is not taken for a start; when they
/// cannot be followed, the next `8=FIX` it is. `None`: its end has not arrived.
fn resynchronise(buffer: &[u8]) -> Option<usize> {
    let mut fields = Fields::over(buffer);
    for nth in 0.. {
        let before = fields.position();
        match fields.next() {
            Some(Ok(field)) if field.tag == 10 => return Some(fields.position()),
            Some(Ok(field)) if nth > 0 && field.tag == 8 => return Some(before),
            // A second BodyLength: a message cut off in the middle of a field, with the next one's start in its value.
            Some(Ok(field)) if nth > 1 && field.tag == 9 => break,
            Some(Ok(_)) => {}
            None => return None,
            Some(Err(_)) if fields.ran_out() => return None,
            Some(Err(_)) => break,
        }
    }
    Some(next_start(buffer, 1))
}

/// The first place at or after `from` where a message may start; bytes that may be the beginning of `8=FIX` at the
/// end of the buffer are kept.
fn next_start(buffer: &[u8], from: usize) -> usize {
    (from..buffer.len())
        .find(|&at| {
            let there = &buffer[at..];
            let shown = there.len().min(START.len());
            there[..shown] == START[..shown]
        })
        .unwrap_or(buffer.len())
        .max(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn message(body: &str) -> Vec<u8> {
        let mut out = format!("8=FIX.4.4|9={}|{body}", body.len())
            .replace('|', "\x01")
            .into_bytes();
        out.extend(format!("10={:03}\x01", check_sum(&out)).into_bytes());
        out
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// The short way to frame an ordinary message answers as the long one, for any beginning of a stream.
        #[test]
        fn the_short_way_agrees_with_the_long_one(
            begin in prop_oneof![
                3 => Just("FIX.4.4"), 2 => Just("FIXT.1.1"), 1 => Just("FIX.4.44"), 1 => Just("FIXT.1.2"), 1 => Just("FIX.5.0"),
                1 => Just("FIX.4.x"),
            ],
            body_len in prop_oneof![0..200usize, 9_900..10_100usize, 99_900..100_100usize],
            zeros in prop_oneof![4 => Just(""), 1 => Just("0"), 1 => Just("000")],
            (message_len_max, swallow_to_stated_end, validate_check_sum) in
                (prop_oneof![Just(150usize), Just(64 * 1024), Just(1 << 20)], any::<bool>(), any::<bool>()),
            cut in prop::option::weighted(0.3, any::<prop::sample::Index>()),
            spoiled in prop::option::weighted(0.5, (0..160usize, any::<u8>())),
        ) {
            let framer = Framer { message_len_max, swallow_to_stated_end, validate_check_sum };
            let body = format!("35=D\x0158={}\x01", "x".repeat(body_len));
            let mut stream = format!("8={begin}\x019={zeros}{}\x01{body}", body.len()).into_bytes();
            stream.extend(format!("10={:03}\x01", check_sum(&stream)).into_bytes());
            stream.extend(message("35=0|34=2|"));
            if let Some((at, byte)) = spoiled {
                let at = at % stream.len();
                stream[at] = byte;
            }
            if let Some(cut) = cut {
                stream.truncate(cut.index(stream.len()));
            }
            prop_assert_eq!(framer.split(&stream), framer.split_carefully(&stream));
        }

        #[test]
        fn check_sum_is_the_sum(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let sum = bytes.iter().fold(0u8, |sum, &byte| sum.wrapping_add(byte));
            prop_assert_eq!(check_sum(&bytes), sum);
        }
    }

    #[test]
    fn a_body_without_room_for_a_msg_type_is_garbled() {
        let reason = Garbled::BodyLength;
        let split = Framer::default().split(&message("35=|"));
        assert!(
            matches!(split, Split::Garbled { reason: found, .. } if found == reason),
            "{split:?}"
        );
    }

    #[test]
    fn body_length_absurd_is_garbled_at_once() {
        for nine in ["9=99999999", "9=9999999999999999999", "9=-5", "9=x", "9=", "9=4"] {
            let head = format!("8=FIX.4.4\x01{nine}\x0135=0\x01");
            assert!(
                matches!(Framer::default().split(head.as_bytes()), Split::Garbled { .. }),
                "{nine}"
            );
        }
    }

    #[test]
    fn body_length_too_long_resynchronises_at_the_next_message() {
        let good = message("35=0|34=2|");
        let mut lying = b"8=FIX.4.4\x019=25\x0135=0\x0134=1\x0110=000\x01".to_vec();
        let skip = lying.len();
        lying.extend(&good);
        assert_eq!(
            Framer::default().split(&lying),
            Split::Garbled {
                skip,
                reason: Garbled::NoTrailer
            }
        );
        assert_eq!(
            Framer::default().split(&lying[skip..]),
            Split::Message { len: good.len() }
        );
    }

    #[test]
    fn quickfix_compatibility_swallows_to_the_stated_end() {
        let mut lying = b"8=FIX.4.4\x019=25\x0135=0\x0134=1\x0110=000\x01".to_vec();
        lying.extend(message("35=0|34=2|"));
        let framer = Framer {
            swallow_to_stated_end: true,
            ..Framer::default()
        };
        let stated = b"8=FIX.4.4\x019=25\x01".len() + 25 + TRAILER_LEN;
        assert_eq!(
            framer.split(&lying),
            Split::Garbled {
                skip: stated,
                reason: Garbled::NoTrailer
            }
        );
    }

    #[test]
    fn a_wrong_check_sum_costs_that_message_only() {
        let good = message("35=0|34=2|");
        let mut bytes = good.clone();
        let at = bytes.len() - 2;
        bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
        bytes.extend(&good);
        assert!(
            matches!(Framer::default().split(&bytes), Split::Garbled { skip, reason: Garbled::CheckSum { .. } } if skip == good.len())
        );
    }

    #[test]
    fn a_garbled_message_whose_end_has_not_arrived_is_waited_for() {
        // BodyLength is short, and leads to no trailer; a whole message lies in the data behind it.
        let inner = String::from_utf8(message("35=D|34=9|")).unwrap();
        let mut bytes = format!(
            "8=FIX.4.4\x019=20\x0135=B\x0134=2\x0195={}\x0196={inner}\x01",
            inner.len()
        )
        .into_bytes();
        assert_eq!(
            Framer::default().split(&bytes),
            Split::Incomplete {
                need: bytes.len() + 1
            }
        );
        let in_data = bytes.len() - 5;
        assert_eq!(
            Framer::default().split(&bytes[..in_data]),
            Split::Incomplete { need: in_data + 1 }
        );
        bytes.extend(b"10=000\x01");
        let skip = bytes.len();
        bytes.extend(message("35=0|34=3|"));
        assert_eq!(
            Framer::default().split(&bytes),
            Split::Garbled {
                skip,
                reason: Garbled::NoTrailer
            }
        );
    }

    #[test]
    fn begin_string_without_end_is_not_waited_for() {
        let bytes = b"8=FIX.4.4.4.4.4.4.4.4.4.4";
        let reason = Garbled::NoBeginString;
        assert_eq!(
            Framer::default().split(bytes),
            Split::Garbled {
                skip: bytes.len(),
                reason
            }
        );
    }

    #[test]
    fn a_trailer_inside_a_value_is_no_trailer() {
        let inside = message("35=0|34=1|58=a");
        let mut bytes = inside.clone();
        assert!(!matches!(Framer::default().split(&bytes), Split::Message { .. }));
        bytes.extend(message("35=0|34=2|"));
        assert!(
            matches!(Framer::default().split(&bytes), Split::Garbled { skip, .. } if skip == inside.len())
        );
    }

    #[test]
    fn a_message_cut_off_in_a_field_costs_that_message_only() {
        let good = message("35=0|34=2|");
        let mut bytes = b"8=FIX.4.4\x019=40\x0135=D\x0134=1\x0158=cut o".to_vec();
        let skip = bytes.len();
        bytes.extend(&good);
        bytes.extend(&good);
        assert!(matches!(Framer::default().split(&bytes), Split::Garbled { skip: s, .. } if s == skip));
    }

    #[test]
    fn a_start_inside_raw_data_is_not_a_start() {
        let inner = String::from_utf8(message("35=D|34=9|")).unwrap();
        let mut bytes = message(&format!("35=B|34=2|95={}|96={inner}|", inner.len()));
        let len = bytes.len();
        bytes[len - 2] = if bytes[len - 2] == b'0' { b'1' } else { b'0' };
        assert!(matches!(Framer::default().split(&bytes), Split::Garbled { skip, .. } if skip == len));
    }
}
