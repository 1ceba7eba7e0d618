//! The keys of a session's hours.

use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;

use crate::schedule::{Days, Schedule, SessionHours, Span};

use super::file::Entry;
use super::value::Keys;
use super::SettingsError;

const TIME: &str = "a time such as 08:00:00, or with its zone: 08:00:00 America/New_York";
const DAY: &str = "a day of the week, such as Monday or mon";
const ZONE: &str = "a zone of the IANA database, such as America/New_York";

/// The names of one schedule's keys.
struct Names {
    start: &'static str,
    end: &'static str,
    start_day: &'static str,
    end_day: &'static str,
}

const SESSION: Names = Names {
    start: "StartTime",
    end: "EndTime",
    start_day: "StartDay",
    end_day: "EndDay",
};

const LOGON: Names = Names {
    start: "LogonTime",
    end: "LogoutTime",
    start_day: "LogonDay",
    end_day: "LogoutDay",
};

/// The hours of one session. NonStopSession=Y puts all other keys out of force, so that a session may differ from [DEFAULT].
pub(super) fn read(keys: &Keys<'_>) -> Result<SessionHours, SettingsError> {
    let zone = read_zone(keys)?;
    if keys.yes_no("NonStopSession", false)? {
        return Ok(SessionHours::default());
    }
    let session = read_schedule(keys, &SESSION, None, &zone)?;
    let logon_keys = [LOGON.start, LOGON.end, LOGON.start_day, LOGON.end_day];
    let logon = if logon_keys.iter().any(|key| keys.get(key).is_some()) {
        read_schedule(keys, &LOGON, Some(&SESSION), &zone)?
    } else {
        None
    };
    Ok(SessionHours { session, logon })
}

fn read_zone(keys: &Keys<'_>) -> Result<TimeZone, SettingsError> {
    let local = keys.yes_no("UseLocalTime", false)?;
    match keys.get("TimeZone") {
        Some(entry) if local => Err(keys.bad_value(entry, "no TimeZone beside UseLocalTime=Y")),
        Some(entry) => TimeZone::get(&entry.value).map_err(|_| keys.bad_value(entry, ZONE)),
        None if local => Ok(TimeZone::system()),
        None => Ok(TimeZone::UTC),
    }
}

/// One schedule; keys that are not given are looked up under the names of `or`.
fn read_schedule(
    keys: &Keys<'_>,
    names: &Names,
    or: Option<&Names>,
    zone: &TimeZone,
) -> Result<Option<Schedule>, SettingsError> {
    let find = |name: &str, other: fn(&Names) -> &'static str| {
        keys.get(name)
            .or_else(|| or.and_then(|names| keys.get(other(names))))
    };
    let start = find(names.start, |names| names.start);
    let end = find(names.end, |names| names.end);
    let start_day = find(names.start_day, |names| names.start_day);
    let end_day = find(names.end_day, |names| names.end_day);
    let weekdays = keys.get("Weekdays");
    if let (Some(_), Some(entry)) = (start_day, weekdays) {
        return Err(keys.bad_value(entry, "either Weekdays, or StartDay and EndDay"));
    }
    let (start, end) = match (start, end) {
        (Some(start), Some(end)) => (start, end),
        (None, None) if start_day.is_none() && end_day.is_none() && weekdays.is_none() => return Ok(None),
        (None, _) => return Err(keys.missing(names.start, TIME)),
        (_, None) => return Err(keys.missing(names.end, TIME)),
    };
    let (start, start_zone) = read_time(keys, start)?;
    let (end, end_zone) = read_time(keys, end)?;
    let zone = match (start_zone, end_zone) {
        (None, None) => zone.clone(),
        (Some(zone), None) | (None, Some(zone)) => zone,
        (Some(zone), Some(other)) if zone == other => zone,
        // The hours' days are those of one zone.
        _ => return Err(keys.missing(names.end, "a time in the zone of the other one")),
    };
    let span = match (start_day, end_day) {
        (Some(start_day), Some(end_day)) => Span::Weekly {
            start_day: read_day(keys, start_day)?,
            start,
            end_day: read_day(keys, end_day)?,
            end,
        },
        (None, None) => Span::Daily {
            start,
            end,
            days: read_weekdays(keys, weekdays)?,
        },
        (None, _) => return Err(keys.missing(names.start_day, DAY)),
        (_, None) => return Err(keys.missing(names.end_day, DAY)),
    };
    Ok(Some(Schedule { zone, span }))
}

/// HH:MM:SS, which a zone may follow.
fn read_time(keys: &Keys<'_>, entry: &Entry) -> Result<(Time, Option<TimeZone>), SettingsError> {
    let (time, zone) = match entry.value.split_once(' ') {
        Some((time, zone)) => (time, Some(zone.trim())),
        None => (entry.value.as_str(), None),
    };
    let well_formed = time.len() == 8
        && time.bytes().enumerate().all(|(at, b)| {
            if at % 3 == 2 {
                b == b':'
            } else {
                b.is_ascii_digit()
            }
        });
    let parsed = well_formed.then(|| time.parse().ok()).flatten();
    let time = parsed.ok_or_else(|| keys.bad_value(entry, TIME))?;
    let zone = zone
        .map(|zone| TimeZone::get(zone).map_err(|_| keys.bad_value(entry, ZONE)))
        .transpose()?;
    Ok((time, zone))
}

/// A day by its English name or the first two or more letters of it.
fn day(name: &str) -> Option<Weekday> {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let name = name.to_ascii_lowercase();
    let at = NAMES
        .iter()
        .position(|full| name.len() >= 2 && full.starts_with(&name))?;
    Weekday::from_monday_zero_offset(at as i8).ok()
}

fn read_day(keys: &Keys<'_>, entry: &Entry) -> Result<Weekday, SettingsError> {
    day(&entry.value).ok_or_else(|| keys.bad_value(entry, DAY))
}

fn read_weekdays(keys: &Keys<'_>, entry: Option<&Entry>) -> Result<Days, SettingsError> {
    let Some(entry) = entry else { return Ok(Days::ALL) };
    let days: Option<Vec<Weekday>> = entry.value.split(',').map(|name| day(name.trim())).collect();
    days.map(|days| days.into_iter().collect())
        .ok_or_else(|| keys.bad_value(entry, "days of the week with commas between, such as mon,tue,fri"))
}
