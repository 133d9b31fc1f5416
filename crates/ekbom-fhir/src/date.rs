//! Dates as FHIR writes them: perhaps only a year, perhaps an instant. No clock and no list of time zones: a day is the
//! day that was printed.

use std::fmt;
use std::str::FromStr;

const DAY_MS: i64 = 86_400_000;

/// When something was. A date of which a part is missing may be any day of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct When {
    /// The first and the last day it may be, counted from 1970.
    pub(crate) first: i64,
    pub(crate) last: i64,
    /// Milliseconds since 1970, where the time and its offset are known.
    pub(crate) instant: Option<i64>,
    /// The minutes since midnight on the clock there, where it is known that it is a clock there: an offset of zero is more
    /// often a server's than a patient's.
    pub(crate) clock: Option<u16>,
}

impl When {
    /// Reads `2020`, `2020-05`, `2020-05-17` or `2020-05-17T08:30:00+02:00`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T').map_or((text, None), |(date, time)| (date, Some(time)));
        let mut parts = date.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |own| own.map(Some))?;
        let day = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |own| own.map(Some))?;
        if parts.next().is_some() || year == 0 {
            return None;
        }
        let (first, last) = match (month, day) {
            (None, _) => (day_of(year, 1, 1)?, day_of(year, 12, 31)?),
            (Some(month), None) => (day_of(year, month, 1)?, day_of(year, month, length(year, month)?)?),
            (Some(month), Some(day)) => (day_of(year, month, day)?, day_of(year, month, day)?),
        };
        let mut made = Self { first, last, instant: None, clock: None };
        if let Some(time) = time {
            day?;
            made.time(time)?;
        }
        Some(made)
    }

    fn time(&mut self, text: &str) -> Option<()> {
        let at = text.find(['Z', '+', '-']);
        let (clock, offset) = at.map_or((text, ""), |at| text.split_at(at));
        let mut parts = clock.split(':');
        let hour = digits(parts.next()?, 2).filter(|own| *own < 24)?;
        let minute = digits(parts.next()?, 2).filter(|own| *own < 60)?;
        let ms = match parts.next() {
            None => 0,
            Some(seconds) => {
                let (whole, part) = seconds.split_once('.').unwrap_or((seconds, "0"));
                let whole = digits(whole, 2).filter(|own| *own <= 60)?;
                if part.is_empty() || !part.bytes().all(|own| own.is_ascii_digit()) {
                    return None;
                }
                let three: String = part.chars().chain("000".chars()).take(3).collect();
                whole * 1000 + digits(&three, 3)?
            }
        };
        if parts.next().is_some() {
            return None;
        }
        let east = match offset {
            // FHIR asks for an offset. Without one only the day is known.
            "" => return Some(()),
            "Z" => 0,
            _ => {
                let sign = if offset.starts_with('-') { -1 } else { 1 };
                let (hours, minutes) = offset.get(1..)?.split_once(':')?;
                let hours = digits(hours, 2).filter(|own| *own <= 14)?;
                sign * (hours * 60 + digits(minutes, 2).filter(|own| *own < 60)?)
            }
        };
        self.instant = Some(self.first * DAY_MS + (hour * 60 + minute - east) * 60_000 + ms);
        if east != 0 {
            self.clock = Some(u16::try_from(hour * 60 + minute).ok()?);
        }
        Some(())
    }

    /// From the beginning of one to the end of the other.
    pub(crate) fn between(start: Self, end: Self) -> Option<Self> {
        (start.first <= end.last).then_some(Self {
            first: start.first,
            last: end.last,
            instant: None,
            clock: None,
        })
    }

    /// Certainly after the other.
    pub(crate) fn after(&self, other: &Self) -> bool {
        match (self.instant, other.instant) {
            (Some(own), Some(other)) => own > other,
            _ => self.first > other.last,
        }
    }

    /// One day, though perhaps not an instant.
    pub(crate) const fn is_day(&self) -> bool {
        self.first == self.last
    }

    /// Drawn before noon, where the clock there is known. Midnight is how a date is written by who knows no time.
    pub(crate) fn morning(&self) -> Option<bool> {
        let minutes = self.clock?;
        (minutes > 0).then(|| (4 * 60..12 * 60).contains(&minutes))
    }
}

/// The day, or the instant, as of which a record is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AsOf(When);

impl AsOf {
    pub(crate) const fn at(when: When) -> Self {
        Self(when)
    }

    /// The day that is so many days after the first of 1970, for whoever has a clock.
    pub const fn since_1970(days: i64) -> Self {
        Self::day(days)
    }

    pub(crate) const fn day(day: i64) -> Self {
        Self(When { first: day, last: day, instant: None, clock: None })
    }

    pub(crate) const fn today(&self) -> i64 {
        self.0.first
    }

    /// Whole days since the oldest day that it may have been; `None` where it certainly was later.
    pub(crate) fn days_since(&self, when: &When) -> Option<i64> {
        match (self.0.instant, when.instant) {
            (Some(own), Some(other)) => (own >= other).then(|| (own - other).div_euclid(DAY_MS)),
            _ => (when.first <= self.today()).then(|| self.today() - when.first),
        }
    }

    /// Completed years, of an infant with completed months as a fraction; the least and the most where only a part of the
    /// date of birth is known.
    pub(crate) fn age(&self, birth: &When) -> Option<(f64, f64)> {
        let least = years(birth.last.min(self.today()), self.today());
        let most = years(birth.first, self.today());
        (birth.first <= self.today()).then_some((least, most))
    }
}

impl FromStr for AsOf {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let with_time = text.contains('T');
        When::read(text)
            .filter(|own| own.is_day() && (!with_time || own.instant.is_some()))
            .map(Self)
            .ok_or(NotADay)
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Printed(self.today()))
    }
}

/// Neither a date nor an instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day: give 2026-05-17, or an instant with its offset, 2026-05-17T08:30:00+02:00")
    }
}

impl std::error::Error for NotADay {}

/// A day as it is written.
pub(crate) struct Printed(pub(crate) i64);

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.0);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A number of exactly so many digits.
fn digits(text: &str, count: usize) -> Option<i64> {
    let all = text.len() == count && text.bytes().all(|own| own.is_ascii_digit());
    all.then(|| text.parse().ok())?
}

/// How many days the month has.
fn length(year: i64, month: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => Some(if leap { 29 } else { 28 }),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

/// The day counted from 1970; years begin in March here, so that a leap day is the last.
fn day_of(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=length(year, month)?).contains(&day) {
        return None;
    }
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted - era * 400;
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

/// Year, month and day of a day counted from 1970.
fn civil(day: i64) -> (i64, i64, i64) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted - era * 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let part = (5 * of_year + 2) / 153;
    let month = if part < 10 { part + 3 } else { part - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * part + 2) / 5 + 1)
}

/// Completed years between two days; below three completed months.
fn years(birth: i64, today: i64) -> f64 {
    let ((year, month, day), (own_year, own_month, own_day)) = (civil(birth), civil(today));
    let months = (own_year - year) * 12 + own_month - month - i64::from(own_day < day);
    let whole = months.div_euclid(12);
    // Months of a life fit a double exactly.
    if whole < 3 { months as f64 / 12.0 } else { whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(text: &str) -> When {
        When::read(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn days_are_counted_and_printed() {
        assert_eq!((when("1970-01-01").first, when("2000-03-01").first), (0, 11_017));
        for day in -800_000..800_000 {
            let (year, month, of_month) = civil(day);
            assert_eq!(day_of(year, month, of_month), Some(day));
        }
        assert_eq!(Printed(when("2024-02-29").first).to_string(), "2024-02-29");
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for text in [
            "",
            "20",
            "2020-13",
            "2020-00-01",
            "2023-02-29",
            "2020-1-01",
            "0000",
            "2020-01-01T",
            "2020-01T08:00:00Z",
            "2020-01-01T25:00:00Z",
            "2020-01-01T08:00:00+25:00",
            "2020-01-01T08:00:00.Z",
            "2020-01-01 08:00",
            "+020-01-01",
            "2020-01-01-01",
            "2020-01-01T08:00:00+0200",
        ] {
            assert_eq!(When::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_date_is_any_day_of_it() {
        let may = when("2020-05");
        assert_eq!(may.last - may.first, 30);
        assert!(when("2020-06-01").after(&may) && !when("2020-05-31").after(&may));
        assert_eq!("2020-06-10".parse::<AsOf>().unwrap().days_since(&may), Some(40), "the oldest day counts");
    }

    #[test]
    fn dates_are_compared_as_printed_and_instants_by_the_instant() {
        let late = when("2020-05-17T23:30:00-05:00");
        assert_eq!("2020-05-17".parse::<AsOf>().unwrap().days_since(&late), Some(0));
        let instant: AsOf = "2020-05-18T04:00:00Z".parse().unwrap();
        assert_eq!(instant.days_since(&late), None, "half an hour later");
        assert_eq!(instant.days_since(&when("2020-05-16T04:00:00Z")), Some(2));
        assert_eq!(instant.days_since(&when("2020-05-16T04:00:00.001Z")), Some(1));
        assert!(when("2020-05-17T08:00:00+02:00").after(&when("2020-05-17T07:00:00+02:00")));
        assert!("2020-05".parse::<AsOf>().is_err() && "2020-05-17T08:00:00".parse::<AsOf>().is_err());
    }

    #[test]
    fn morning_needs_a_clock_of_the_place() {
        assert_eq!(when("2020-05-17T08:00:00+02:00").morning(), Some(true));
        assert_eq!(when("2020-05-17T19:47:00-05:00").morning(), Some(false));
        for open in
            ["2020-05-17T08:00:00Z", "2020-05-17T08:00:00+00:00", "2020-05-17", "2020-05-17T00:00:00+02:00"]
        {
            assert_eq!(when(open).morning(), None, "{open}");
        }
    }

    #[test]
    fn ages_are_completed_years_and_of_a_year_alone_an_interval() {
        let age = |birth, today: &str| today.parse::<AsOf>().unwrap().age(&when(birth));
        assert_eq!(age("1992-10-13", "2020-10-12"), Some((27.0, 27.0)));
        assert_eq!(age("1992-10-13", "2020-10-13"), Some((28.0, 28.0)));
        assert_eq!(age("1962", "2020-06-15"), Some((57.0, 58.0)));
        assert_eq!(age("2020-01-15", "2020-06-15"), Some((5.0 / 12.0, 5.0 / 12.0)));
        assert_eq!(age("2021-01-15", "2020-06-15"), None);
    }
}
