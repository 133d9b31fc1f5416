//! When a row was, as tables write it.

use std::fmt;

use crate::date::{AsOf, Printed, When};

const DAY_MS: i64 = 86_400_000;

/// When a row was: a day, a part of a date, an instant, or a time on a clock of which the offset is not said.
///
/// ```
/// use ekbom_fhir::rows::Moment;
/// assert_eq!(Moment::read("2164-09-24 20:21:00"), Moment::read("2164-09-24T20:21"));
/// assert_eq!(Moment::read("2020-05-17 08:30:00+02"), Moment::read("2020-05-17T08:30:00+02:00"));
/// assert!(Moment::read("17.05.2020").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    pub(crate) when: When,
    /// Its instant is that of a clock whose offset is not known: it orders only what the same clock wrote.
    pub(crate) local: bool,
}

impl Moment {
    /// Reads a date, or a date with a time behind a blank or a `T`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let Some((date, time)) = text.split_once(['T', ' ']) else {
            return When::read(text).map(|when| Self { when, local: false });
        };
        let time = time.trim();
        match time.find(['Z', '+', '-']) {
            Some(at) => {
                let (clock, offset) = time.split_at(at);
                // `+02` and `+0200` are how databases write `+02:00`.
                let offset = match offset.len() {
                    3 => format!("{offset}:00"),
                    5 => {
                        offset.get(..3).zip(offset.get(3..)).map(|(hours, rest)| format!("{hours}:{rest}"))?
                    }
                    _ => offset.to_owned(),
                };
                let when = When::read(&format!("{date}T{}{offset}", clock.trim()))?;
                Some(Self { when, local: false })
            }
            None => {
                let when = When::read(&format!("{date}T{time}Z"))?;
                Self::on_a_clock(when.instant?)
            }
        }
    }

    /// A day, counted from 1970.
    pub const fn of_day(day: i64) -> Self {
        Self { when: When { first: day, last: day, instant: None, clock: None }, local: false }
    }

    /// A time on a clock whose offset is not known, in milliseconds that this clock shows since 1970. Midnight is how a
    /// date is written by who knows no time.
    pub fn on_a_clock(ms: i64) -> Option<Self> {
        let day = ms.div_euclid(DAY_MS);
        let of_day = ms.rem_euclid(DAY_MS);
        let instant = (of_day != 0).then_some(ms);
        let plain = When { first: day, last: day, instant, clock: None };
        Some(Self { when: plain, local: instant.is_some() })
    }

    /// An instant, in milliseconds since 1970; the day is that of Greenwich.
    pub fn of_instant(ms: i64) -> Self {
        let day = ms.div_euclid(DAY_MS);
        Self { when: When { first: day, last: day, instant: Some(ms), clock: None }, local: false }
    }

    /// In as few bytes as may be: a kind and a number. None for what does not fit (a part of a date, an offset).
    pub const fn packed(self) -> Option<(u8, i64)> {
        match (self.when.instant, self.local) {
            (None, _) if self.when.is_day() => Some((1, self.when.first)),
            (Some(ms), true) => Some((2, ms)),
            (Some(ms), false) if self.when.clock.is_none() && ms.div_euclid(DAY_MS) == self.when.first => {
                Some((3, ms))
            }
            _ => None,
        }
    }

    /// What was packed.
    pub fn unpacked(kind: u8, number: i64) -> Option<Self> {
        match kind {
            1 => Some(Self::of_day(number)),
            2 => Self::on_a_clock(number),
            3 => Some(Self::of_instant(number)),
            _ => None,
        }
    }

    /// Is it one day, and not only a part of a date?
    pub const fn is_one_day(&self) -> bool {
        self.is_day()
    }

    /// Is it certainly not after the other?
    pub fn is_not_after(&self, other: &Self) -> bool {
        other.as_of().days_since(&self.when).is_some()
    }

    /// The day as it is written; of a part of a date the year, or the month.
    pub fn to_string_of_parts(&self) -> String {
        let day = self.to_string();
        let whole = match self.when.last - self.when.first {
            0 => 10,
            days if days < 31 => 7,
            _ => 4,
        };
        day.get(..whole).unwrap_or(&day).to_owned()
    }

    /// The last day that it may be.
    pub(crate) const fn last_day(&self) -> i64 {
        self.when.last
    }

    /// Is it one day?
    pub(crate) const fn is_day(&self) -> bool {
        self.when.is_day()
    }

    /// With the clock that a local time shows, where that is known to be a clock at the bedside.
    pub(crate) fn with_clock(mut self) -> Self {
        if let (true, Some(ms)) = (self.local, self.when.instant) {
            let minutes = ms.rem_euclid(DAY_MS) / 60_000;
            self.when.clock = u16::try_from(minutes).ok();
        }
        self
    }

    /// The day alone.
    pub(crate) const fn without_time(mut self) -> Self {
        self.when.instant = None;
        self.when.clock = None;
        self.local = false;
        self
    }

    pub(crate) const fn as_of(self) -> AsOf {
        AsOf::at(self.when)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Printed(self.when.first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_without_an_offset_order_and_midnight_is_a_date() {
        let read = |text| Moment::read(text).unwrap();
        let (early, late) = (read("2164-09-24 08:00:00"), read("2164-09-24 20:21:00"));
        assert!(late.when.after(&early.when) && late.local);
        assert_eq!(read("2164-09-24 00:00:00"), read("2164-09-24"));
        assert_eq!(late.with_clock().when.morning(), Some(false));
        assert_eq!(early.with_clock().when.morning(), Some(true));
        assert_eq!(read("2020-05-17 08:30:00+0200"), read("2020-05-17T08:30:00+02:00"));
        assert_eq!(early.without_time(), Moment::of_day(early.when.first));
        for text in ["", "2020-13-01", "2020-05-17 8:30", "2020-05-17 08:30 pm", "2020-05 08:00"] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }
}
