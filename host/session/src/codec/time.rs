//! UTCTimestamp: `YYYYMMDD-HH:MM:SS.sss` from nanoseconds since the Unix epoch, and back.

const NS_PER_S: u64 = 1_000_000_000;
const S_PER_DAY: u64 = 86_400;

/// Length of a UTCTimestamp with milliseconds, in bytes.
pub const UTC_TIMESTAMP_LEN: usize = 21;
/// Length of one in whole seconds, in bytes.
const WHOLE_SECONDS_LEN: usize = 17;
/// Length of one with nanoseconds, in bytes.
const LEN_MAX: usize = 27;

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
    bytes: [u8; LEN_MAX],
    len: usize,
}

impl UtcTimestamp {
    /// Its characters.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Writes timestamps; the date is worked out once a day.
#[derive(Debug, Clone)]
pub struct UtcClock {
    day: u64,
    date: [u8; 8],
}

impl Default for UtcClock {
    fn default() -> Self {
        UtcClock {
            day: 0,
            date: *b"19700101",
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
    pub fn format_to(&mut self, now_ns: u64, digits: u8) -> UtcTimestamp {
        let seconds = now_ns / NS_PER_S;
        let day = seconds / S_PER_DAY;
        if day != self.day {
            let (year, month, date) = civil_from_days(day);
            self.day = day;
            put(&mut self.date[0..4], year % 10_000);
            put(&mut self.date[4..6], month);
            put(&mut self.date[6..8], date);
        }
        let mut out = *b"00000000-00:00:00.000000000";
        out[..8].copy_from_slice(&self.date);
        let of_day = seconds % S_PER_DAY;
        put(&mut out[9..11], of_day / 3600);
        put(&mut out[12..14], of_day / 60 % 60);
        put(&mut out[15..17], of_day % 60);
        let digits = usize::from(digits.min(9));
        let mut len = WHOLE_SECONDS_LEN;
        if digits > 0 {
            len += 1 + digits;
            let unit = 10u64.pow(9 - digits as u32);
            put(&mut out[WHOLE_SECONDS_LEN + 1..len], now_ns % NS_PER_S / unit);
        }
        UtcTimestamp { bytes: out, len }
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
    let fraction_ns = match &text[WHOLE_SECONDS_LEN..] {
        [] => 0,
        [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => {
            super::view::parse_uint(digits)? * NS_OF_DIGIT[digits.len()]
        }
        _ => return None,
    };
    let days = days_from_civil(year, month, day)?;
    let seconds = days * S_PER_DAY + hour * 3600 + minute * 60 + second;
    seconds.checked_mul(NS_PER_S)?.checked_add(fraction_ns)
}

#[cfg(test)]
mod tests {
    use super::*;

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
