//! How a value in one unit becomes a value in another.

use serde::Serialize;

use crate::measure::interval::settled;

/// How a value in a unit becomes a value in the analyte's canonical unit.
///
/// ```
/// use ekbom::measure::analyte::Scale;
/// let grams_per_decilitre = Scale::Decimal { exponent: 1 };
/// assert_eq!(grams_per_decilitre.to_canonical(16.1), 161.0);
/// assert_eq!(grams_per_decilitre.from_canonical(161.0), 16.1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Canonical = value x 10^exponent. Zero where the numbers are the same. Exact for decimals as printed.
    Decimal {
        /// How many places the decimal point moves to the right.
        exponent: i8,
    },
    /// Canonical = value x multiply / divide: two numbers as printed, such as 10 and a molar mass.
    Ratio {
        /// Numerator.
        multiply: f64,
        /// Denominator.
        divide: f64,
    },
    /// Canonical = slope x value + intercept: two scales with different zeros.
    Affine {
        /// Canonical units for one unit of this.
        slope: f64,
        /// The canonical value where this one is zero.
        intercept: f64,
    },
}

impl Scale {
    /// From this unit to the canonical one. Never falls as `value` rises.
    pub fn to_canonical(self, value: f64) -> f64 {
        match self {
            Self::Decimal { exponent } => move_point(value, exponent),
            Self::Ratio { multiply, divide } => settled(value * multiply / divide),
            Self::Affine { slope, intercept } => settled(slope * value + intercept),
        }
    }

    /// From the canonical unit to this one. Never falls as `value` rises.
    pub fn from_canonical(self, value: f64) -> f64 {
        match self {
            Self::Decimal { exponent } => move_point(value, exponent.saturating_neg()),
            Self::Ratio { multiply, divide } => settled(value * divide / multiply),
            Self::Affine { slope, intercept } => settled((value - intercept) / slope),
        }
    }

    /// From this unit to that one, in as few roundings as can be: in none between units that agree. What comes out within
    /// the last bits of a short decimal is that decimal: 3.3936 mg/mmol of albumin to creatinine are 30 mg/g, and not
    /// 30.000000000000004.
    pub fn convert(self, value: f64, to: Self) -> f64 {
        if self == to {
            return value;
        }
        if let (Self::Decimal { exponent: here }, Self::Decimal { exponent: there }) = (self, to) {
            return move_point(value, here.saturating_sub(there));
        }
        match (self.ratio(), to.ratio()) {
            (Some((multiply, divide)), Some((back, forth))) => {
                settled(value * (multiply * forth) / (divide * back))
            }
            _ => to.from_canonical(self.to_canonical(value)),
        }
    }

    /// As a numerator and a denominator, where it is a matter of proportion.
    fn ratio(self) -> Option<(f64, f64)> {
        match self {
            Self::Decimal { exponent } if exponent < 0 => Some((1.0, ten_to(exponent.unsigned_abs()))),
            Self::Decimal { exponent } => Some((ten_to(exponent.unsigned_abs()), 1.0)),
            Self::Ratio { multiply, divide } => Some((multiply, divide)),
            Self::Affine { .. } => None,
        }
    }
}

/// The value with its decimal point moved, as a person would on paper: 16.1 by one place is 161.
///
/// A binary number is seldom the decimal that was printed, and multiplying carries its error along (1.1 by
/// two places would be 110.00000000000001). So the decimal is sought first: if `value` is the binary number
/// nearest to an integer over 10^9 (or 10^3, for large values), that integer is exact, and one division by a
/// power of ten gives the binary number nearest to the moved decimal. Integers stay below 10^15, where no two
/// decimals share a binary number. What is no such decimal is multiplied, which keeps the order of values:
/// a decimal lies closer to its binary number than to the neighbours of it.
fn move_point(value: f64, exponent: i8) -> f64 {
    if exponent == 0 {
        return value;
    }
    for (reach, places) in [(1e6, 9_i8), (1e12, 3)] {
        let unit = ten_to(places.unsigned_abs());
        let integer = libm::round(value * unit);
        let is_it = value.abs() < reach && (integer / unit).to_bits() == value.to_bits();
        if is_it {
            return times_ten_to(integer, exponent.saturating_sub(places));
        }
    }
    times_ten_to(value, exponent)
}

fn times_ten_to(value: f64, exponent: i8) -> f64 {
    let power = ten_to(exponent.unsigned_abs());
    if exponent < 0 { value / power } else { value * power }
}

/// 10^exponent, exact up to 10^22.
const fn ten_to(exponent: u8) -> f64 {
    let mut power = 1.0;
    let mut i = 0;
    while i < exponent {
        power *= 10.0;
        i += 1;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NGSP: Scale = Scale::Affine { slope: 0.09148, intercept: 2.152 };

    fn decimal(exponent: i8) -> Scale {
        Scale::Decimal { exponent }
    }

    /// What a person would write: the decimal with its point moved, read anew.
    fn on_paper(integer: u64, places: i32, moved: i32) -> (f64, f64) {
        let read = |exponent: i32| alloc::format!("{integer}e{exponent}").parse::<f64>().unwrap();
        (read(-places), read(moved - places))
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "exactness is the point")]
    fn the_examples_of_the_clinic() {
        for (gram_per_decilitre, gram_per_litre) in [(16.1, 161.0), (10.5, 105.0), (11.3, 113.0), (1.1, 11.0)]
        {
            assert_eq!(decimal(1).to_canonical(gram_per_decilitre), gram_per_litre);
            assert_eq!(decimal(1).from_canonical(gram_per_litre), gram_per_decilitre);
        }
        assert_eq!(decimal(2).to_canonical(0.07), 7.0);
        assert_eq!(decimal(2).convert(1.1, decimal(0)), 110.0);
        assert_eq!(decimal(3).convert(0.29, decimal(0)), 290.0);
        assert_eq!(decimal(-1).to_canonical(0.3), 0.03);
    }

    #[test]
    fn decimals_move_exactly_both_ways() {
        // Every decimal of up to three digits, and strides through longer ones, with 0 to 6 places.
        let long = (0..4_000_u64).map(|i| 1_000 + i * 97_561_379 % 999_999_000);
        for integer in (0..1_000).chain(long) {
            for places in 0..=6 {
                for moved in [-3_i8, -2, -1, 1, 2, 3] {
                    let (value, expected) = on_paper(integer, places, i32::from(moved));
                    let there = decimal(moved).to_canonical(value);
                    assert_eq!(there.to_bits(), expected.to_bits(), "{value} by {moved}: {there}");
                    let back = decimal(moved).from_canonical(there);
                    assert_eq!(back.to_bits(), value.to_bits(), "{there} back by {moved}: {back}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_number_stays_none() {
        for scale in
            [decimal(0), decimal(2), decimal(-1), Scale::Ratio { multiply: 10.0, divide: 55.845 }, NGSP]
        {
            assert!(scale.to_canonical(f64::NAN).is_nan());
            assert!(scale.to_canonical(f64::INFINITY).is_infinite());
            assert!(scale.from_canonical(f64::INFINITY).is_infinite());
        }
        assert!(decimal(127).convert(1.0, decimal(-128)).is_finite(), "no overflow of the exponent");
    }

    /// Amounts on a printed limit, in the unit in which it is not printed.
    #[test]
    #[expect(clippy::float_cmp, reason = "exactness is the point")]
    fn meets_a_limit_from_another_unit() {
        let (mg_g, mg_mmol) = (decimal(0), Scale::Ratio { multiply: 1000.0, divide: 113.12 });
        assert_eq!(mg_mmol.convert(3.3936, mg_g), 30.0);
        assert_eq!(decimal(0).convert(5.99416, NGSP), 42.0);
        assert_eq!(NGSP.convert(42.0, decimal(0)), 5.99416);
        // What is another number stays one.
        assert!(mg_mmol.convert(3.393_600_000_1, mg_g) > 30.0);
        assert!(mg_mmol.convert(3.393_599_999_9, mg_g) < 30.0);
    }

    proptest! {
        #[test]
        fn order_is_kept(a in 0.0..1e7_f64, steps in 0_u64..4, exponent in -3_i8..=3) {
            // Neighbouring binary numbers, where a decimal may sit between others.
            let b = f64::from_bits(a.to_bits() + steps);
            for scale in [decimal(exponent), Scale::Ratio { multiply: 1355.37, divide: 1000.0 }, NGSP] {
                prop_assert!(scale.to_canonical(a) <= scale.to_canonical(b));
                prop_assert!(scale.from_canonical(a) <= scale.from_canonical(b));
            }
        }

        #[test]
        fn order_is_kept_round_decimals(integer in 1_u64..100_000_000, places in 0_i32..=9, exponent in -3_i8..=3) {
            let (value, _) = on_paper(integer, places, 0);
            let (below, above) = (f64::from_bits(value.to_bits() - 1), f64::from_bits(value.to_bits() + 1));
            let moved = |x| decimal(exponent).to_canonical(x);
            prop_assert!(moved(below) <= moved(value) && moved(value) <= moved(above));
        }

        #[test]
        fn there_and_back(value in 1e-6..1e9_f64, multiply in 0.01..1e4_f64, divide in 0.01..1e4_f64) {
            for scale in [Scale::Ratio { multiply, divide }, NGSP, decimal(3)] {
                let back = scale.from_canonical(scale.to_canonical(value));
                prop_assert!((back - value).abs() <= 1e-12 * (value + 100.0));
                let direct = scale.convert(value, decimal(1));
                let by_steps = decimal(1).from_canonical(scale.to_canonical(value));
                prop_assert!((direct - by_steps).abs() <= 1e-12 * by_steps.abs());
            }
        }
    }
}
