//! UTCTimestamp: `YYYYMMDD-HH:MM:SS.sss` from nanoseconds since the Unix epoch, and back.

const NS_PER_S: u64 = 1_000_000_000;
const S_PER_DAY: u64 = 86_400;

/// Length of a UTCTimestamp with milliseconds, in bytes.
pub const UTC_TIMESTAMP_LEN: usize = 21;
/// Length of one in whole seconds, in bytes.
const WHOLE_SECONDS_LEN: usize = 17;
/// Length of one with nanoseconds, in bytes.
pub(super) const TIMESTAMP_LEN_MAX: usize = 27;

/// Nanoseconds of the last of so many digits behind the second.
const NS_OF_DIGIT: [u64; 10] = [
    1_000_000_000,
    100_000_000,
    10_000_000,
    1_000_000,
    100_000,
    10_000,
    1_000,
    100,
    10,
    1,
];

/// A UTCTimestamp of 0 to 9 digits behind the second.
#[derive(Debug, Clone, Copy)]
pub struct UtcTimestamp {
    bytes: [u8; TIMESTAMP_LEN_MAX],
    len: usize,
}

impl UtcTimestamp {
    /// All there is room for, and how much of it counts.
    pub(super) fn parts(&self) -> (&[u8; TIMESTAMP_LEN_MAX], usize) {
        (&self.bytes, self.len)
    }

    /// Its characters.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Writes timestamps; all but the fraction is worked out once a second.
#[derive(Debug, Clone)]
pub struct UtcClock {
    second: u64,
    whole: [u8; WHOLE_SECONDS_LEN],
    /// The last timestamp, when it was, and its digits: one turn of an engine has one time.
    last: UtcTimestamp,
    last_ns: u64,
    last_digits: u8,
}

impl Default for UtcClock {
    fn default() -> Self {
        UtcClock {
            second: 0,
            whole: *b"19700101-00:00:00",
            last: UtcTimestamp {
                bytes: *b"19700101-00:00:00.000000000",
                len: WHOLE_SECONDS_LEN,
            },
            last_ns: 0,
            last_digits: 0,
        }
    }
}

impl UtcClock {
    /// `now_ns`, nanoseconds since the Unix epoch, with milliseconds. Years past 9999 wrap, having four digits.
    pub fn format(&mut self, now_ns: u64) -> [u8; UTC_TIMESTAMP_LEN] {
        let timestamp = self.format_to(now_ns, 3);
        std::array::from_fn(|at| timestamp.bytes[at])
    }

    /// `now_ns` with `digits` of the second's fraction, 9 at most; what follows them is cut off.
    #[inline]
    pub fn format_to(&mut self, now_ns: u64, digits: u8) -> UtcTimestamp {
        if now_ns != self.last_ns || digits != self.last_digits {
            self.last = self.format_anew(now_ns, digits);
            (self.last_ns, self.last_digits) = (now_ns, digits);
        }
        self.last
    }

    fn format_anew(&mut self, now_ns: u64, digits: u8) -> UtcTimestamp {
        let second = now_ns / NS_PER_S;
        if second != self.second {
            self.turn_to(second);
        }
        let mut out = *b"00000000-00:00:00.000000000";
        out[..WHOLE_SECONDS_LEN].copy_from_slice(&self.whole);
        let digits = usize::from(digits.min(9));
        let mut len = WHOLE_SECONDS_LEN;
        if digits > 0 {
            len += 1 + digits;
            put(
                &mut out[WHOLE_SECONDS_LEN + 1..len],
                now_ns % NS_PER_S / NS_OF_DIGIT[digits],
            );
        }
        UtcTimestamp { bytes: out, len }
    }

    fn turn_to(&mut self, second: u64) {
        self.second = second;
        let (year, month, date) = civil_from_days(second / S_PER_DAY);
        let of_day = second % S_PER_DAY;
        let whole = &mut self.whole;
        put(&mut whole[0..4], year % 10_000);
        put(&mut whole[4..6], month);
        put(&mut whole[6..8], date);
        put(&mut whole[9..11], of_day / 3600);
        put(&mut whole[12..14], of_day / 60 % 60);
        put(&mut whole[15..17], of_day % 60);
    }
}

/// Reads timestamps of which most lie in the second of the one before, by [`parse_utc_timestamp`]'s rules.
#[derive(Debug, Clone)]
pub(crate) struct UtcReader {
    whole: [u8; WHOLE_SECONDS_LEN],
    /// What `whole` says, in nanoseconds since the Unix epoch.
    whole_ns: u64,
}

impl Default for UtcReader {
    fn default() -> Self {
        UtcReader {
            whole: *b"19700101-00:00:00",
            whole_ns: 0,
        }
    }
}

impl UtcReader {
    /// As [`parse_utc_timestamp`].
    #[inline]
    pub fn read(&mut self, text: &[u8]) -> Option<u64> {
        let whole = text.first_chunk::<WHOLE_SECONDS_LEN>()?;
        if *whole != self.whole {
            self.whole_ns = parse_utc_timestamp(whole)?;
            self.whole = *whole;
        }
        self.whole_ns
            .checked_add(fraction_ns(&text[WHOLE_SECONDS_LEN..])?)
    }
}

fn put(into: &mut [u8], mut n: u64) {
    for digit in into.iter_mut().rev() {
        *digit = b'0' + (n % 10) as u8;
        n /= 10;
    }
}

/// Days since 1970-01-01 to year, month, day in the proleptic Gregorian calendar (H. Hinnant's algorithm).
fn civil_from_days(days: u64) -> (u64, u64, u64) {
    let z = days + 719_468;
    let era = z / 146_097;
    let of_era = z % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, day)
}

fn days_from_civil(year: u64, month: u64, day: u64) -> Option<u64> {
    let year = year.checked_sub(u64::from(month <= 2))?;
    let year_of_era = year % 400;
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    (year / 400 * 146_097 + of_era).checked_sub(719_468)
}

/// Reads a UTCTimestamp with no fraction or with 1 to 9 digits of it, as nanoseconds since the Unix epoch. `None` if it
/// is not one, or lies before 1970.
pub fn parse_utc_timestamp(text: &[u8]) -> Option<u64> {
    let whole = text.first_chunk::<WHOLE_SECONDS_LEN>()?;
    if whole[8] != b'-' || whole[11] != b':' || whole[14] != b':' {
        return None;
    }
    let mut beyond_nine = false;
    let mut two = |at: usize| {
        let (tens, units) = (whole[at].wrapping_sub(b'0'), whole[at + 1].wrapping_sub(b'0'));
        beyond_nine |= tens > 9 || units > 9;
        u64::from(tens) * 10 + u64::from(units)
    };
    let (year, month, day) = (two(0) * 100 + two(2), two(4), two(6));
    let (hour, minute, second) = (two(9), two(12), two(15));
    // 60 is a leap second.
    if beyond_nine
        || !(1..=12).contains(&month)
        || !(1..=31).contains(&day)
        || hour > 23
        || minute > 59
        || second > 60
    {
        return None;
    }
    let fraction_ns = fraction_ns(&text[WHOLE_SECONDS_LEN..])?;
    let days = days_from_civil(year, month, day)?;
    let seconds = days * S_PER_DAY + hour * 3600 + minute * 60 + second;
    seconds.checked_mul(NS_PER_S)?.checked_add(fraction_ns)
}

/// Nothing, or a point and 1 to 9 digits behind it.
#[inline]
fn fraction_ns(text: &[u8]) -> Option<u64> {
    match text {
        [] => Some(0),
        [b'.', a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] => {
            let [a, b, c] = [a, b, c].map(|digit| u64::from(digit - b'0'));
            Some((a * 100 + b * 10 + c) * NS_OF_DIGIT[3])
        }
        [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => {
            Some(super::view::parse_uint(digits)? * NS_OF_DIGIT[digits.len()])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// One after the other, in the same second or not, right or wrong: the reader says what the parser says.
        #[test]
        fn the_reader_of_many_agrees_with_the_parser_of_one(
            texts in prop::collection::vec((0..4u64, 0..3u64, 0..12usize, prop::option::of((0..30usize, any::<u8>()))), 1..20),
        ) {
            let mut reader = UtcReader::default();
            let mut clock = UtcClock::default();
            for (day, second, digits, spoiled) in texts {
                let now_ns = (day * S_PER_DAY + second) * NS_PER_S + 123_456_789;
                let mut text = clock.format_to(now_ns, digits.min(9) as u8).as_bytes().to_vec();
                text.resize(text.len() + digits.saturating_sub(9), b'0');
                if let Some((at, byte)) = spoiled {
                    let at = at % text.len();
                    text[at] = byte;
                }
                prop_assert_eq!(reader.read(&text), parse_utc_timestamp(&text), "{:?}", text);
            }
        }
    }

    #[test]
    fn known_dates() {
        let mut clock = UtcClock::default();
        assert_eq!(&clock.format(0), b"19700101-00:00:00.000");
        assert_eq!(&clock.format(951_782_399_999_999_999), b"20000228-23:59:59.999");
        assert_eq!(&clock.format(951_782_400_000_000_000), b"20000229-00:00:00.000");
        assert_eq!(
            parse_utc_timestamp(b"20000229-00:00:00"),
            Some(951_782_400_000_000_000)
        );
        assert_eq!(parse_utc_timestamp(b"19700101-00:00:01.5"), Some(1_500_000_000));
    }

    #[test]
    fn fractions_of_zero_to_nine_digits() {
        let mut clock = UtcClock::default();
        let now_ns = 951_782_399_123_456_789;
        for (digits, expected) in [
            (0, "20000228-23:59:59"),
            (1, "20000228-23:59:59.1"),
            (3, "20000228-23:59:59.123"),
            (6, "20000228-23:59:59.123456"),
            (9, "20000228-23:59:59.123456789"),
        ] {
            let text = clock.format_to(now_ns, digits);
            assert_eq!(std::str::from_utf8(text.as_bytes()), Ok(expected));
            let unit = 10u64.pow(9 - u32::from(digits));
            assert_eq!(parse_utc_timestamp(text.as_bytes()), Some(now_ns / unit * unit));
        }
    }

    #[test]
    fn every_day_there_and_back() {
        let mut clock = UtcClock::default();
        for day in (0..60_000).step_by(7) {
            let ns = day * S_PER_DAY * NS_PER_S + 45_296_789_000_000;
            assert_eq!(parse_utc_timestamp(&clock.format(ns)), Some(ns));
        }
    }

    #[test]
    fn what_is_not_a_timestamp() {
        for text in [
            "",
            "20240101",
            "20241301-00:00:00",
            "20240101 00:00:00",
            "20240101-24:00:00",
            "20240101-00:00:00.",
        ] {
            assert_eq!(parse_utc_timestamp(text.as_bytes()), None, "{text}");
        }
    }
}
