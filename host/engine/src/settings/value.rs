//! Typed values of one session's keys, each looked up in its section and then in the defaults.

use std::net::Ipv4Addr;
use std::path::Path;
use std::str::FromStr;

use super::file::{Entry, Section};
use super::{Ipv4Cidr, MacAddress, SettingsError};

/// The keys of one session: its own, and those it inherits.
#[derive(Clone, Copy)]
pub(super) struct Keys<'a> {
    pub path: &'a Path,
    pub section: &'a Section,
    pub default: &'a Section,
}

impl<'a> Keys<'a> {
    pub fn get(&self, key: &str) -> Option<&'a Entry> {
        self.section
            .get(key)
            .or_else(|| self.default.get(key))
            .filter(|entry| !entry.value.is_empty())
    }

    pub fn bad_value(&self, entry: &Entry, expected: impl Into<String>) -> SettingsError {
        SettingsError::BadValue {
            path: self.path.to_owned(),
            line: entry.line,
            key: entry.key.clone(),
            // What is secret stays so, even when it is wrong.
            value: if entry.key.eq_ignore_ascii_case("Password") {
                "...".into()
            } else {
                entry.value.clone()
            },
            expected: expected.into(),
        }
    }

    pub fn missing(&self, key: &'static str, expected: &str) -> SettingsError {
        SettingsError::Missing {
            path: self.path.to_owned(),
            line: self.section.line,
            key,
            expected: expected.to_owned(),
        }
    }

    pub fn parsed<T: FromStr>(&self, key: &str, expected: &str) -> Result<Option<T>, SettingsError> {
        let Some(entry) = self.get(key) else {
            return Ok(None);
        };
        entry
            .value
            .parse()
            .map(Some)
            .map_err(|_| self.bad_value(entry, expected))
    }

    pub fn in_range(
        &self,
        key: &str,
        range: std::ops::RangeInclusive<u64>,
        unit: &str,
    ) -> Result<Option<u64>, SettingsError> {
        let Some(entry) = self.get(key) else {
            return Ok(None);
        };
        match entry.value.parse() {
            Ok(number) if range.contains(&number) => Ok(Some(number)),
            _ => Err(self.bad_value(entry, format!("{unit} from {} to {}", range.start(), range.end()))),
        }
    }

    pub fn yes_no(&self, key: &str, default: bool) -> Result<bool, SettingsError> {
        let Some(entry) = self.get(key) else {
            return Ok(default);
        };
        match entry.value.as_str() {
            "Y" | "y" => Ok(true),
            "N" | "n" => Ok(false),
            _ => Err(self.bad_value(entry, "Y or N")),
        }
    }

    /// The value of a message field: printable ASCII, at most 64 characters.
    pub fn text(&self, key: &str) -> Result<Option<String>, SettingsError> {
        let Some(entry) = self.get(key) else {
            return Ok(None);
        };
        let printable = entry.value.bytes().all(|b| (0x20..0x7f).contains(&b));
        if entry.value.len() > 64 || !printable {
            return Err(self.bad_value(entry, "at most 64 printable ASCII characters"));
        }
        Ok(Some(entry.value.clone()))
    }

    /// A required value of a message field.
    pub fn identifier(&self, key: &'static str) -> Result<String, SettingsError> {
        self.text(key)?
            .ok_or_else(|| self.missing(key, "an identifier agreed with the counterparty"))
    }
}

impl FromStr for Ipv4Cidr {
    type Err = ();

    fn from_str(text: &str) -> Result<Ipv4Cidr, ()> {
        let (address, prefix_len) = text.split_once('/').ok_or(())?;
        let address: Ipv4Addr = address.parse().map_err(|_| ())?;
        let prefix_len: u8 = prefix_len.parse().map_err(|_| ())?;
        let host = !address.is_unspecified() && !address.is_multicast() && !address.is_broadcast();
        (host && (1..=32).contains(&prefix_len))
            .then_some(Ipv4Cidr { address, prefix_len })
            .ok_or(())
    }
}

impl FromStr for MacAddress {
    type Err = ();

    fn from_str(text: &str) -> Result<MacAddress, ()> {
        let mut bytes = [0; 6];
        let mut parts = text.split([':', '-']);
        for byte in &mut bytes {
            let part = parts
                .next()
                .filter(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_hexdigit()));
            let part = part.ok_or(())?;
            *byte = u8::from_str_radix(part, 16).map_err(|_| ())?;
        }
        // The low bit of the first byte marks a group address (IEEE 802), which no station has.
        (parts.next().is_none() && bytes[0] & 1 == 0 && bytes != [0; 6])
            .then_some(MacAddress(bytes))
            .ok_or(())
    }
}
