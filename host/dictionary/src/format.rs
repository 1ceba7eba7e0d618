//! Data types of fields, and whether a value is one (FIX 4.4 Vol. 1, "Data types"; FIX 5.0SP2 Vol. 1 for the later ones).

use fixnic_session::codec::parse_utc_timestamp;

/// The type of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldType {
    /// Digits, with a sign or without.
    Int,
    /// Digits without a sign: Length, SeqNum, NumInGroup, TagNum.
    Unsigned,
    /// 1 to 31.
    DayOfMonth,
    /// Digits with at most one point, with a sign or without: float, Qty, Price, PriceOffset, Amt, Percentage.
    Decimal,
    /// One character.
    Char,
    /// Y or N.
    Boolean,
    /// Any characters: String, Exchange, Language, Pattern and whatever a dictionary makes up.
    Text,
    /// Values with a space between: MultipleValueString, MultipleStringValue.
    MultipleText,
    /// Single characters with a space between: MultipleCharValue.
    MultipleChar,
    /// Three characters (ISO 4217).
    Currency,
    /// Two characters (ISO 3166).
    Country,
    /// YYYYMM, YYYYMMDD or YYYYMMwN.
    MonthYear,
    /// YYYYMMDD-HH:MM:SS, with a fraction or without.
    UtcTimestamp,
    /// HH:MM:SS, with a fraction or without.
    UtcTimeOnly,
    /// YYYYMMDD: UTCDateOnly, LocalMktDate.
    Date,
    /// HH:MM or HH:MM:SS with an offset.
    TzTimeOnly,
    /// YYYYMMDD-HH:MM or YYYYMMDD-HH:MM:SS with an offset.
    TzTimestamp,
    /// Any bytes.
    Data,
    /// A well-formed XML document.
    XmlData,
}

impl FieldType {
    /// The type that a dictionary calls so; what nobody knows is [`FieldType::Text`].
    pub fn named(name: &str) -> FieldType {
        match name.to_ascii_uppercase().as_str() {
            "INT" => FieldType::Int,
            "LENGTH" | "SEQNUM" | "NUMINGROUP" | "TAGNUM" => FieldType::Unsigned,
            "DAYOFMONTH" | "DAY-OF-MONTH" => FieldType::DayOfMonth,
            "FLOAT" | "QTY" | "QUANTITY" | "PRICE" | "PRICEOFFSET" | "AMT" | "PERCENTAGE" => {
                FieldType::Decimal
            }
            "CHAR" => FieldType::Char,
            "BOOLEAN" => FieldType::Boolean,
            "MULTIPLEVALUESTRING" | "MULTIPLESTRINGVALUE" => FieldType::MultipleText,
            "MULTIPLECHARVALUE" => FieldType::MultipleChar,
            "CURRENCY" => FieldType::Currency,
            "COUNTRY" => FieldType::Country,
            "MONTHYEAR" | "MONTH-YEAR" => FieldType::MonthYear,
            "UTCTIMESTAMP" | "TIME" => FieldType::UtcTimestamp,
            "UTCTIMEONLY" | "LOCALMKTTIME" => FieldType::UtcTimeOnly,
            "UTCDATE" | "UTCDATEONLY" | "LOCALMKTDATE" | "DATE" => FieldType::Date,
            "TZTIMEONLY" => FieldType::TzTimeOnly,
            "TZTIMESTAMP" => FieldType::TzTimestamp,
            "DATA" => FieldType::Data,
            "XMLDATA" => FieldType::XmlData,
            _ => FieldType::Text,
        }
    }

    /// Whether `value` is one of this type. That [`FieldType::XmlData`] is well-formed is not looked at.
    pub fn takes(self, value: &[u8]) -> bool {
        match self {
            FieldType::Int => digits(value.strip_prefix(b"-").unwrap_or(value)),
            FieldType::Unsigned => digits(value),
            FieldType::DayOfMonth => (1..=2).contains(&value.len()) && within(value, 1, 31),
            FieldType::Decimal => decimal(value),
            FieldType::Char => value.len() == 1,
            FieldType::Boolean => matches!(value, b"Y" | b"N"),
            FieldType::MultipleText => value.split(|b| *b == b' ').all(|part| !part.is_empty()),
            FieldType::MultipleChar => value.split(|b| *b == b' ').all(|part| part.len() == 1),
            FieldType::Currency => value.len() == 3 && value.iter().all(u8::is_ascii_alphanumeric),
            FieldType::Country => value.len() == 2 && value.iter().all(u8::is_ascii_alphabetic),
            FieldType::MonthYear => month_year(value),
            FieldType::UtcTimestamp => parse_utc_timestamp(value).is_some(),
            FieldType::UtcTimeOnly => utc_time(value),
            FieldType::Date => date(value),
            FieldType::TzTimeOnly => tz_time(value),
            FieldType::TzTimestamp => value
                .split_at_checked(8)
                .is_some_and(|(day, time)| date(day) && time.strip_prefix(b"-").is_some_and(tz_time)),
            FieldType::Text | FieldType::Data | FieldType::XmlData => true,
        }
    }

    /// Whether a value of this type is a list of values.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, FieldType::MultipleText | FieldType::MultipleChar)
    }
}

fn digits(value: &[u8]) -> bool {
    !value.is_empty() && value.iter().all(u8::is_ascii_digit)
}

/// Whether `value` is digits that make a number from `least` to `most`.
fn within(value: &[u8], least: u64, most: u64) -> bool {
    digits(value) && fixnic_session::codec::parse_uint(value).is_some_and(|n| (least..=most).contains(&n))
}

fn decimal(value: &[u8]) -> bool {
    let value = value.strip_prefix(b"-").unwrap_or(value);
    let mut points = 0;
    let mut any = false;
    value.iter().all(|b| {
        any |= b.is_ascii_digit();
        points += u32::from(*b == b'.');
        b.is_ascii_digit() || *b == b'.'
    }) && any
        && points <= 1
}

fn date(value: &[u8]) -> bool {
    value.len() == 8 && digits(&value[..4]) && within(&value[4..6], 1, 12) && within(&value[6..], 1, 31)
}

fn month_year(value: &[u8]) -> bool {
    let Some((month, rest)) = value.split_at_checked(6) else {
        return false;
    };
    digits(month)
        && within(&month[4..], 1, 12)
        && match rest {
            [] => true,
            [b'w', week] => (b'1'..=b'5').contains(week),
            day => day.len() == 2 && within(day, 1, 31),
        }
}

/// HH:MM:SS, and a fraction of 1 to 12 digits behind a point.
fn utc_time(value: &[u8]) -> bool {
    let Some((time, fraction)) = value.split_at_checked(8) else {
        return false;
    };
    let fraction = match fraction {
        [] => true,
        [b'.', rest @ ..] => rest.len() <= 12 && digits(rest),
        _ => false,
    };
    // 60 is a leap second.
    fraction && hours_minutes(&time[..5]) && time[5] == b':' && within(&time[6..], 0, 60)
}

fn hours_minutes(value: &[u8]) -> bool {
    value.len() == 5 && within(&value[..2], 0, 23) && value[2] == b':' && within(&value[3..], 0, 59)
}

/// HH:MM[:SS] and Z, +hh, -hh, +hh:mm or -hh:mm.
fn tz_time(value: &[u8]) -> bool {
    let Some(at) = value.iter().position(|b| matches!(b, b'Z' | b'+' | b'-')) else {
        return false;
    };
    let (time, offset) = value.split_at(at);
    let offset = match offset {
        [b'Z'] => true,
        [_, hours @ ..] if hours.len() == 2 => within(hours, 0, 14),
        [_, hours_minutes_ @ ..] => hours_minutes(hours_minutes_),
        [] => false,
    };
    offset && (hours_minutes(time) || utc_time(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_every_type() {
        for (name, good, bad) in [
            ("INT", "0 -7 007", " - 1.5 +1 x"),
            ("LENGTH", "0 12", "-1 1.0"),
            ("SEQNUM", "1 99999999999", "-1 a"),
            ("NUMINGROUP", "2", "-2"),
            ("DAYOFMONTH", "1 31 09", "0 32 001"),
            ("FLOAT", "1 -1.5 .5 23. 00.0", "1.2.3 1e5 . - 1,5"),
            ("PRICE", "-0.01", "1/2"),
            ("CHAR", "a 1", "ab"),
            ("BOOLEAN", "Y N", "y 1 YES"),
            ("MULTIPLEVALUESTRING", "A AB", ""),
            ("MULTIPLECHARVALUE", "A 1", "AB"),
            ("CURRENCY", "USD EUR", "US DOLLAR"),
            ("COUNTRY", "DE", "DEU D1"),
            (
                "MONTHYEAR",
                "202601 20260131 202601w5",
                "2026 202613 20260132 202601w6",
            ),
            (
                "UTCTIMESTAMP",
                "20260101-00:00:00 20260101-00:00:00.123456789",
                "20260101 20261301-00:00:00",
            ),
            ("UTCTIMEONLY", "00:00:00 23:59:60.5", "24:00:00 00:00 00:00:00."),
            ("LOCALMKTDATE", "20260131", "20260132 2026-1-1 202601"),
            (
                "TZTIMEONLY",
                "07:39Z 02:39:00-05 15:39+08 13:09+05:30",
                "07:39 25:00Z 07:39+15",
            ),
            (
                "TZTIMESTAMP",
                "20060901-07:39Z 20060901-13:09:00+05:30",
                "20060901-07:39 07:39Z",
            ),
            ("STRING", "anything", ""),
        ] {
            let field_type = FieldType::named(name);
            for value in good.split(' ') {
                assert!(field_type.takes(value.as_bytes()), "{name} {value}");
            }
            for value in bad.split(' ').filter(|value| !value.is_empty()) {
                assert!(!field_type.takes(value.as_bytes()), "{name} {value}");
            }
        }
        assert!(!FieldType::MultipleChar.takes(b"A  B") && FieldType::MultipleChar.takes(b"A B"));
    }
}
