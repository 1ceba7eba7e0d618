//! When a session may be up: daily or weekly hours in a time zone, as QuickFIX's StartTime, EndTime, StartDay, EndDay
//! and Weekdays describe them.
//!
//! Everything here is a function of the time given and of the schedule; no clock is read. Hours begin with their first
//! nanosecond and end before that of their end. A civil time that a zone skips means the moment when its clocks go forward; one
//! that it has twice means the first. So hours never overlap, whatever a zone does.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};

/// Days looked at on either side of today: a week's hours began at most seven days ago, and begin again within seven.
const DAYS: i64 = 8;

/// Hours that come again each day or each week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Whose days and hours these are.
    pub zone: TimeZone,
    /// When they begin and end.
    pub span: Span,
}

/// When hours begin and end, in the zone's civil time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Each of `days`, from `start` to `end`: of the next day when `end` is not later than `start`.
    Daily {
        /// The first moment.
        start: Time,
        /// The moment after the last.
        end: Time,
        /// The days on which hours start.
        days: Days,
    },
    /// Once a week. With the same day twice and `end` not later than `start`, until that day of the next week.
    Weekly {
        /// The day of the first moment.
        start_day: Weekday,
        /// The first moment.
        start: Time,
        /// The day of the moment after the last.
        end_day: Weekday,
        /// The moment after the last.
        end: Time,
    },
}

/// A set of weekdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days(u8);

impl Days {
    /// All seven.
    pub const ALL: Days = Days(0x7f);

    /// Whether `day` is one of them.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Days::bit(day) != 0
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.to_monday_zero_offset()
    }
}

impl FromIterator<Weekday> for Days {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Days {
        Days(days.into_iter().fold(0, |set, day| set | Days::bit(day)))
    }
}

/// What a schedule says of one moment. Times are UTC in nanoseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// The moment lies in hours that began at `since_ns` and end before `until_ns`.
    Open {
        /// When they began.
        since_ns: u64,
        /// When they end.
        until_ns: u64,
    },
    /// It lies outside; the next hours begin at `until_ns`.
    Closed {
        /// When the next hours begin.
        until_ns: u64,
    },
}

impl Schedule {
    /// Whether `now_ns` lies in the hours of this schedule.
    pub fn at(&self, now_ns: u64) -> Hours {
        let never = Hours::Closed { until_ns: u64::MAX };
        let Ok(now) = Timestamp::from_nanosecond(i128::from(now_ns)) else {
            return never;
        };
        let today = now.to_zoned(self.zone.clone()).date();
        for days in -DAYS..=DAYS {
            let Some((since_ns, until_ns)) = today
                .checked_add(days.days())
                .ok()
                .and_then(|date| self.hours_from(date))
            else {
                continue;
            };
            if since_ns > now_ns {
                return Hours::Closed { until_ns: since_ns };
            }
            if now_ns < until_ns {
                return Hours::Open { since_ns, until_ns };
            }
        }
        never
    }

    /// The hours that start on `date`, if any do: none when a skipped hour swallows them.
    fn hours_from(&self, date: Date) -> Option<(u64, u64)> {
        let (start, end, days) = match self.span {
            Span::Daily { start, end, days } => {
                let length = i64::from(end <= start);
                (start, end, days.contains(date.weekday()).then_some(length)?)
            }
            Span::Weekly {
                start_day,
                start,
                end_day,
                end,
            } => {
                let days = match i64::from(start_day.until(end_day)) {
                    0 if end <= start => 7,
                    days => days,
                };
                (start, end, (date.weekday() == start_day).then_some(days)?)
            }
        };
        let since_ns = self.instant_ns(date, start)?;
        let until_ns = self.instant_ns(date.checked_add(days.days()).ok()?, end)?;
        (since_ns < until_ns).then_some((since_ns, until_ns))
    }

    fn instant_ns(&self, date: Date, time: Time) -> Option<u64> {
        let ambiguous = self.zone.to_ambiguous_timestamp(date.to_datetime(time));
        let skipped = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
        let mut instant = ambiguous.compatible().ok()?;
        if skipped {
            // That instant lies as far behind the change as the civil time does; the change itself is meant.
            let behind = instant.checked_add(SignedDuration::from_nanos(1)).ok()?;
            instant = self.zone.preceding(behind).next()?.timestamp();
        }
        u64::try_from(instant.as_nanosecond()).ok()
    }
}

/// The schedules of one session. Without any it is up around the clock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionHours {
    /// StartTime to EndTime: one numbering of messages. New hours begin with both numbers at 1.
    pub session: Option<Schedule>,
    /// LogonTime to LogoutTime: when the session is logged on, if not all the while.
    pub logon: Option<Schedule>,
}

/// What a session's hours say of one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionNow {
    /// The session may be logged on.
    pub may_log_on: bool,
    /// When its numbering begins; `None` outside its hours.
    pub since_ns: Option<u64>,
    /// Until when this holds.
    pub until_ns: u64,
}

impl SessionHours {
    /// What the hours say of `now_ns`.
    pub fn at(&self, now_ns: u64) -> SessionNow {
        let look = |schedule: &Option<Schedule>| match schedule.as_ref().map(|schedule| schedule.at(now_ns)) {
            None => (Some(0), u64::MAX),
            Some(Hours::Open { since_ns, until_ns }) => (Some(since_ns), until_ns),
            Some(Hours::Closed { until_ns }) => (None, until_ns),
        };
        let (since_ns, session_until_ns) = look(&self.session);
        let (logon, logon_until_ns) = look(&self.logon);
        SessionNow {
            may_log_on: since_ns.is_some() && logon.is_some(),
            since_ns,
            until_ns: session_until_ns.min(logon_until_ns),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const S: u64 = 1_000_000_000;
    const DAY_S: u64 = 86_400;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    fn time(text: &str) -> Time {
        text.parse().unwrap()
    }

    /// A moment written as civil time in a zone.
    fn at(zone: &TimeZone, text: &str) -> u64 {
        let moment: jiff::civil::DateTime = text.parse().unwrap();
        let zoned = moment.to_zoned(zone.clone()).unwrap();
        zoned.timestamp().as_nanosecond() as u64
    }

    fn daily(zone: &TimeZone, start: &str, end: &str) -> Schedule {
        let (start, end, days) = (time(start), time(end), Days::ALL);
        Schedule {
            zone: zone.clone(),
            span: Span::Daily { start, end, days },
        }
    }

    fn weekly(zone: &TimeZone, start_day: Weekday, start: &str, end_day: Weekday, end: &str) -> Schedule {
        let (start, end) = (time(start), time(end));
        Schedule {
            zone: zone.clone(),
            span: Span::Weekly {
                start_day,
                start,
                end_day,
                end,
            },
        }
    }

    fn open(zone: &TimeZone, since: &str, until: &str) -> Hours {
        Hours::Open {
            since_ns: at(zone, since),
            until_ns: at(zone, until),
        }
    }

    fn closed(zone: &TimeZone, until: &str) -> Hours {
        Hours::Closed {
            until_ns: at(zone, until),
        }
    }

    #[test]
    fn daily_hours_within_a_day_and_over_midnight() {
        let utc = TimeZone::UTC;
        let day = daily(&utc, "08:00:00", "17:00:00");
        let ends = ("2026-03-02T08:00:00", "2026-03-02T17:00:00");
        assert_eq!(
            day.at(at(&utc, "2026-03-02T07:59:59.999")),
            closed(&utc, "2026-03-02T08:00:00")
        );
        assert_eq!(
            day.at(at(&utc, "2026-03-02T08:00:00")),
            open(&utc, ends.0, ends.1)
        );
        assert_eq!(
            day.at(at(&utc, "2026-03-02T16:59:59.999")),
            open(&utc, ends.0, ends.1)
        );
        assert_eq!(
            day.at(at(&utc, "2026-03-02T17:00:00")),
            closed(&utc, "2026-03-03T08:00:00")
        );
        // EndTime before StartTime: the hours of one day end on the next.
        let night = daily(&utc, "22:00:00", "06:00:00");
        let ends = ("2026-03-02T22:00:00", "2026-03-03T06:00:00");
        assert_eq!(
            night.at(at(&utc, "2026-03-02T23:00:00")),
            open(&utc, ends.0, ends.1)
        );
        assert_eq!(
            night.at(at(&utc, "2026-03-03T05:00:00")),
            open(&utc, ends.0, ends.1)
        );
        assert_eq!(
            night.at(at(&utc, "2026-03-03T12:00:00")),
            closed(&utc, "2026-03-03T22:00:00")
        );
        // Equal: around the clock, and each day is another session.
        let always = daily(&utc, "17:00:00", "17:00:00");
        assert_eq!(
            always.at(at(&utc, "2026-03-03T16:59:59")),
            open(&utc, "2026-03-02T17:00:00", "2026-03-03T17:00:00")
        );
        assert_eq!(
            always.at(at(&utc, "2026-03-03T17:00:00")),
            open(&utc, "2026-03-03T17:00:00", "2026-03-04T17:00:00")
        );
    }

    #[test]
    fn weekly_hours_and_those_that_wrap_the_week() {
        let utc = TimeZone::UTC;
        // 2026-03-02 is a Monday.
        let week = weekly(&utc, Weekday::Monday, "08:00:00", Weekday::Friday, "17:00:00");
        let ends = ("2026-03-02T08:00:00", "2026-03-06T17:00:00");
        assert_eq!(
            week.at(at(&utc, "2026-03-04T03:00:00")),
            open(&utc, ends.0, ends.1)
        );
        assert_eq!(
            week.at(at(&utc, "2026-03-07T12:00:00")),
            closed(&utc, "2026-03-09T08:00:00")
        );
        let wrapping = weekly(&utc, Weekday::Friday, "17:00:00", Weekday::Monday, "08:00:00");
        let ends = ("2026-03-06T17:00:00", "2026-03-09T08:00:00");
        assert_eq!(
            wrapping.at(at(&utc, "2026-03-08T00:00:00")),
            open(&utc, ends.0, ends.1)
        );
        assert_eq!(
            wrapping.at(at(&utc, "2026-03-10T00:00:00")),
            closed(&utc, "2026-03-13T17:00:00")
        );
        // The same day twice: a part of that day, or all of the week but a part of it, or all of it.
        let part = weekly(&utc, Weekday::Monday, "08:00:00", Weekday::Monday, "17:00:00");
        assert_eq!(
            part.at(at(&utc, "2026-03-03T00:00:00")),
            closed(&utc, "2026-03-09T08:00:00")
        );
        let all_but = weekly(&utc, Weekday::Sunday, "18:00:00", Weekday::Sunday, "17:00:00");
        assert_eq!(
            all_but.at(at(&utc, "2026-03-08T17:30:00")),
            closed(&utc, "2026-03-08T18:00:00")
        );
        assert_eq!(
            all_but.at(at(&utc, "2026-03-08T16:59:59")),
            open(&utc, "2026-03-01T18:00:00", "2026-03-08T17:00:00")
        );
    }

    #[test]
    fn weekdays_say_on_which_days_hours_start() {
        let utc = TimeZone::UTC;
        let mut nights = daily(&utc, "22:00:00", "06:00:00");
        if let Span::Daily { days, .. } = &mut nights.span {
            *days = [Weekday::Monday, Weekday::Friday].into_iter().collect();
        }
        assert_eq!(
            nights.at(at(&utc, "2026-03-07T05:00:00")),
            open(&utc, "2026-03-06T22:00:00", "2026-03-07T06:00:00")
        );
        assert_eq!(
            nights.at(at(&utc, "2026-03-07T06:00:00")),
            closed(&utc, "2026-03-09T22:00:00")
        );
    }

    #[test]
    fn hours_follow_the_zone_over_both_changes_of_its_clocks() {
        let york = zone("America/New_York");
        let day = daily(&york, "08:00:00", "17:00:00");
        // Clocks go forward on 2026-03-08: UTC-5 before, UTC-4 after.
        let Hours::Open { since_ns: before, .. } = day.at(at(&york, "2026-03-07T12:00:00")) else {
            panic!("open")
        };
        let Hours::Open { since_ns: after, .. } = day.at(at(&york, "2026-03-08T12:00:00")) else {
            panic!("open")
        };
        assert_eq!(after - before, 23 * 3600 * S);
        // 02:30 does not exist on that day and means the change, 03:00; on 2026-11-01, 01:30 comes twice and means the first.
        let night = daily(&york, "02:30:00", "01:30:00");
        assert_eq!(
            night.at(at(&york, "2026-03-08T01:59:59")),
            closed(&york, "2026-03-08T03:00:00")
        );
        let twice = daily(&york, "01:30:00", "01:00:00");
        let first = at(&TimeZone::UTC, "2026-11-01T05:30:00");
        assert_eq!(twice.at(first - 1), Hours::Closed { until_ns: first });
        let Hours::Open { since_ns, .. } = twice.at(first + 3600 * S) else {
            panic!("open")
        };
        assert_eq!(since_ns, first, "the second 01:30 begins nothing");
        // Hours that a skipped hour swallows are none.
        let swallowed = daily(&york, "02:10:00", "02:50:00");
        assert_eq!(
            swallowed.at(at(&york, "2026-03-08T01:00:00")),
            closed(&york, "2026-03-09T02:10:00")
        );
    }

    #[test]
    fn a_session_needs_its_own_hours_and_those_of_its_logon() {
        let utc = TimeZone::UTC;
        let hours = SessionHours {
            session: Some(weekly(
                &utc,
                Weekday::Sunday,
                "18:00:00",
                Weekday::Friday,
                "17:00:00",
            )),
            logon: Some(daily(&utc, "08:00:00", "17:00:00")),
        };
        let noon = hours.at(at(&utc, "2026-03-03T12:00:00"));
        assert!(noon.may_log_on);
        assert_eq!(noon.since_ns, Some(at(&utc, "2026-03-01T18:00:00")));
        assert_eq!(noon.until_ns, at(&utc, "2026-03-03T17:00:00"));
        let night = hours.at(at(&utc, "2026-03-03T20:00:00"));
        assert!(
            !night.may_log_on && night.since_ns == noon.since_ns,
            "the same numbering"
        );
        let saturday = hours.at(at(&utc, "2026-03-07T12:00:00"));
        assert!(!saturday.may_log_on && saturday.since_ns.is_none());
        let always = SessionHours::default().at(0);
        assert!(always.may_log_on && always.until_ns == u64::MAX);
    }

    fn any_zone() -> impl Strategy<Value = TimeZone> {
        // Forward and back an hour, half an hour (Lord Howe), a whole day skipped (Apia, 2011-12-30), none.
        prop::sample::select(vec![
            "America/New_York",
            "Europe/London",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Asia/Kolkata",
            "UTC",
        ])
        .prop_map(zone)
    }

    fn any_time() -> impl Strategy<Value = Time> {
        (0i8..24, 0i8..60, 0i8..60).prop_map(|(h, m, s)| Time::constant(h, m, s, 0))
    }

    fn any_day() -> impl Strategy<Value = Weekday> {
        (0i8..7).prop_map(|day| Weekday::from_monday_zero_offset(day).unwrap())
    }

    fn any_span() -> impl Strategy<Value = Span> {
        let days = prop::collection::vec(any_day(), 1..7).prop_map(|days| days.into_iter().collect());
        prop_oneof![
            (any_time(), any_time(), days).prop_map(|(start, end, days)| Span::Daily { start, end, days }),
            (any_day(), any_time(), any_day(), any_time()).prop_map(|(start_day, start, end_day, end)| {
                Span::Weekly {
                    start_day,
                    start,
                    end_day,
                    end,
                }
            }),
        ]
    }

    /// Moments from 2010 to 2035, whole seconds.
    fn any_moment() -> impl Strategy<Value = u64> {
        (14_610 * DAY_S..23_741 * DAY_S).prop_map(|s| s * S)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// What is said of a moment holds until it says, not longer, and began when it says.
        #[test]
        fn hours_hold_from_their_beginning_to_their_end(zone in any_zone(), span in any_span(), now in any_moment()) {
            let schedule = Schedule { zone, span };
            match schedule.at(now) {
                Hours::Open { since_ns, until_ns } => {
                    prop_assert!(since_ns <= now && now < until_ns);
                    for inside in [since_ns, now, (since_ns + until_ns) / 2, until_ns - 1] {
                        prop_assert_eq!(schedule.at(inside), Hours::Open { since_ns, until_ns });
                    }
                    prop_assert_ne!(schedule.at(until_ns), Hours::Open { since_ns, until_ns });
                    let before = schedule.at(since_ns - 1);
                    let ends_here = match before {
                        Hours::Open { until_ns, .. } | Hours::Closed { until_ns } => until_ns == since_ns,
                    };
                    prop_assert!(ends_here, "{:?} before {}", before, since_ns);
                }
                Hours::Closed { until_ns } => {
                    prop_assert!(now < until_ns);
                    prop_assert_eq!(schedule.at(until_ns - 1), Hours::Closed { until_ns });
                    let opened = matches!(schedule.at(until_ns), Hours::Open { since_ns, .. } if since_ns == until_ns);
                    prop_assert!(opened);
                }
            }
        }

        /// In UTC, where no hour is skipped, the answer is that of plain arithmetic modulo the week.
        #[test]
        fn utc_hours_are_those_of_arithmetic(span in any_span(), now in any_moment()) {
            const WEEK_S: u64 = 7 * DAY_S;
            let of_day = |time: Time| (time.hour() as u64 * 60 + time.minute() as u64) * 60 + time.second() as u64;
            let of_week = |day: Weekday, time: Time| day.to_monday_zero_offset() as u64 * DAY_S + of_day(time);
            // 1970-01-01 was a Thursday.
            let now_s = (now / S + 3 * DAY_S) % WEEK_S;
            let within = |start: u64, length: u64| (now_s + WEEK_S - start) % WEEK_S < length;
            let expected = match span {
                Span::Daily { start, end, days } => (0..7).any(|day| {
                    let day = Weekday::from_monday_zero_offset(day).unwrap();
                    let length = (of_day(end) + DAY_S - of_day(start) - 1) % DAY_S + 1;
                    days.contains(day) && within(of_week(day, start), length)
                }),
                Span::Weekly { start_day, start, end_day, end } => {
                    let (start, end) = (of_week(start_day, start), of_week(end_day, end));
                    within(start, (end + WEEK_S - start - 1) % WEEK_S + 1)
                }
            };
            let found = Schedule { zone: TimeZone::UTC, span }.at(now);
            prop_assert_eq!(matches!(found, Hours::Open { .. }), expected);
        }
    }
}
