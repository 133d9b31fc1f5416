//! Closed intervals: what is known of a number.
//!
//! An exact value, a result reported as `<5`, a value with its variation and a value that was never measured
//! are all the same thing here: the set of numbers it may be.

use core::fmt;

/// The numbers from `low` to `high`, both included. Never holds NaN; `low` is never above `high`.
///
/// ```
/// use ekbom::measure::interval::Interval;
/// let below_five = Interval::new(0.0, Interval::just_below(5.0)).unwrap();
/// assert!(below_five.contains(4.999) && !below_five.contains(5.0));
/// ```
#[derive(Clone, Copy, PartialEq)]
pub struct Interval {
    low: f64,
    high: f64,
}

impl Interval {
    /// The interval from `low` to `high`; `None` where a bound is NaN or they are the wrong way round.
    pub const fn new(low: f64, high: f64) -> Option<Self> {
        if low <= high { Some(Self { low, high }) } else { None }
    }

    /// One number. NaN is not a number: `None`.
    pub const fn exact(value: f64) -> Option<Self> {
        Self::new(value, value)
    }

    /// For data written in this crate, whose bounds a reader can see to be in order.
    pub(crate) const fn of(low: f64, high: f64) -> Self {
        assert!(low <= high, "an interval's bounds must be in order");
        Self { low, high }
    }

    /// The smallest number it may be.
    pub const fn low(self) -> f64 {
        self.low
    }

    /// The largest number it may be.
    pub const fn high(self) -> f64 {
        self.high
    }

    /// The number, where there is only one.
    pub const fn value(self) -> Option<f64> {
        if self.low >= self.high { Some(self.low) } else { None }
    }

    /// Is `x` one of its numbers?
    pub const fn contains(self, x: f64) -> bool {
        self.low <= x && x <= self.high
    }

    /// The numbers in both; `None` where there is none.
    pub const fn intersect(self, other: Self) -> Option<Self> {
        Self::new(self.low.max(other.low), self.high.min(other.high))
    }

    /// The smallest interval around both.
    #[must_use]
    pub const fn around(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// The higher of a number of each: of both ends the higher.
    #[must_use]
    pub const fn higher(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    /// Is every number of `self` also in `other`?
    pub const fn is_within(self, other: Self) -> bool {
        other.low <= self.low && self.high <= other.high
    }

    /// The image under a function that never falls. `None` where the function gives NaN or does fall.
    pub fn map_rising(self, f: impl Fn(f64) -> f64) -> Option<Self> {
        Self::new(f(self.low), f(self.high))
    }

    /// The image under a function that never rises. `None` where the function gives NaN or does rise.
    pub fn map_falling(self, f: impl Fn(f64) -> f64) -> Option<Self> {
        Self::new(f(self.high), f(self.low))
    }

    /// The largest number below `x`, so that `< x` is `<= just_below(x)`. For positive finite `x`; zero and
    /// what lies below it, where no quantity of this crate reaches, stay as they are.
    pub const fn just_below(x: f64) -> f64 {
        if x > 0.0 && x < f64::INFINITY { f64::from_bits(x.to_bits() - 1) } else { x }
    }

    /// The smallest number above `x`, so that `> x` is `>= just_above(x)`. For zero and positive finite `x`.
    pub const fn just_above(x: f64) -> f64 {
        if x > 0.0 && x < f64::INFINITY {
            f64::from_bits(x.to_bits() + 1)
        } else if x.abs() <= 0.0 {
            f64::from_bits(1)
        } else {
            x
        }
    }
}

/// The decimal of at most twelve digits of which `x` is within the last bits; else `x` as it is. For what was computed from
/// printed numbers: iron 40.8 and 163.2 unbound are a saturation of 20 %, and not of 19.999999999999996 %. Keeps the order
/// of numbers: what is so near to one decimal is far from every other.
///
/// ```
/// use ekbom::measure::interval::settled;
/// assert_eq!(settled(100.0 * 40.8 / (40.8 + 163.2)), 20.0);
/// assert_eq!(settled(0.1 + 0.2), 0.3);
/// assert_eq!(settled(20.000000000001), 20.000000000001);
/// ```
#[inline(always)]
pub fn settled(x: f64) -> f64 {
    let size = x.abs();
    let unit = if size < 1e3 {
        1e9
    } else if size < 1e6 {
        1e6
    } else {
        1e3
    };
    // A number of this size has no room for a fraction: adding and subtracting it rounds. Columns are settled too, and a
    // call for each number would be slow.
    let decimal = ((x * unit + WHOLE) - WHOLE) / unit;
    let is_near = size < 1e9 && x.to_bits().abs_diff(decimal.to_bits()) <= LAST_BITS;
    if is_near { decimal } else { x }
}

/// 1.5 times 2^52.
const WHOLE: f64 = 6_755_399_441_055_744.0;

/// More than a few roundings add up to.
const LAST_BITS: u64 = 4;

impl fmt::Debug for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{:?}, {:?}]", self.low, self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::{Interval, settled};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn settling_keeps_the_order(digits in 1_u64..1_000_000_000_000, places in 0..10_i32, away in 0..12_u64) {
            let decimal = digits as f64 / 10_f64.powi(places);
            let next = |x: f64, by: i64| f64::from_bits(x.to_bits().wrapping_add_signed(by));
            let (below, above) = (next(decimal, -(away as i64)), next(decimal, away as i64));
            prop_assert!(settled(next(below, -1)) <= settled(below) && settled(below) <= decimal);
            prop_assert!(decimal <= settled(above) && settled(above) <= settled(next(above, 1)));
            prop_assert!((settled(above) - above).abs() <= 1e-15 * above);
        }
    }

    #[test]
    fn settles_only_what_has_twelve_digits_at_most() {
        for x in [0.0, f64::INFINITY, 1e300, 1e-300, 20.000000000001, 123_456_789.012_3] {
            assert_eq!(settled(x).to_bits(), x.to_bits());
        }
        assert!(settled(f64::NAN).is_nan());
    }

    #[test]
    fn neighbours_leave_no_gap() {
        for x in [1e-300, 0.1, 5.0, 180.0, 1e6] {
            assert!(Interval::just_below(x) < x && x < Interval::just_above(x));
            assert_eq!(Interval::just_above(Interval::just_below(x)).to_bits(), x.to_bits());
        }
        assert!(Interval::just_above(0.0) > 0.0);
    }

    #[test]
    fn refuses_what_is_no_interval() {
        assert!(Interval::new(2.0, 1.0).is_none());
        assert!(Interval::new(f64::NAN, 1.0).is_none());
        assert!(Interval::exact(f64::NAN).is_none());
    }
}
