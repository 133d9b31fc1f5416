//! Limits carried over to the unit of a column, so that values need not be converted.
//!
//! Conversion never falls as a value rises. So for every limit there is a largest value in the column's own unit whose
//! conversion is still on the lower side; comparing with that is comparing the converted value, bit for bit.

use ekbom::measure::analyte::{Analyte, Plausibility};
use ekbom::measure::interval::{Interval, settled};
use ekbom::measure::unit::Unit;

/// The largest non-negative number for which `holds`, which holds up to somewhere and no further; below zero where it
/// holds nowhere.
pub(crate) fn largest(holds: impl Fn(f64) -> bool) -> f64 {
    if !holds(0.0) {
        return -1.0;
    }
    let (mut low, mut high) = (0u64, f64::MAX.to_bits());
    if holds(f64::MAX) {
        return f64::INFINITY;
    }
    // Non-negative floating-point numbers are in the order of their bits.
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if holds(f64::from_bits(middle)) { low = middle } else { high = middle }
    }
    f64::from_bits(low)
}

/// The largest number that settles on the lower side of a limit. Settling never turns the order of two numbers, so that
/// comparing with this is comparing what was settled.
pub(crate) fn before_settling(limit: f64) -> f64 {
    largest(|value| settled(value) <= limit)
}

/// A limit for exact values and for bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Threshold {
    /// Its place among the planes.
    pub(crate) place: usize,
    /// `x <= at` is what is asked of an exact value, and of the bound of `<= x`.
    pub(crate) at: f64,
    /// The same for the bound of `< x`.
    pub(crate) below: f64,
    /// `not x <= above` is the opposite for the bound of `> x`.
    pub(crate) above: f64,
}

impl Threshold {
    pub(crate) fn new(place: usize, cut: f64, convert: impl Fn(f64) -> f64) -> Self {
        let up_to = |limit: f64| largest(|value| convert(value) <= limit);
        Self {
            place,
            at: up_to(cut),
            below: up_to(Interval::just_above(cut)),
            above: up_to(Interval::just_below(cut)),
        }
    }
}

/// The values of a column that need no second look: plausible, and within the range of every number they become.
pub(crate) fn ordinary(analyte: Analyte, unit: Unit, ranges: &[(Unit, Interval)]) -> Option<Interval> {
    let holds = |value: f64| {
        analyte.plausibility_in(value, unit) == Some(Plausibility::Plausible)
            && ranges.iter().all(|(to, range)| {
                analyte.convert(value, unit, *to).is_some_and(|converted| range.contains(converted))
            })
    };
    let info = analyte.info();
    let scale = analyte.scale(unit)?;
    let ends = [info.confirm.map(|own| own.low), info.confirm.map(|own| own.high)];
    let known = ends.into_iter().flatten().chain([info.hard.high, info.hard.low, 1.0]);
    let inside = known
        .map(|canonical| scale.from_canonical(canonical))
        .flat_map(|value| [value, value * (1.0 + 1e-9), value * (1.0 - 1e-9)])
        .find(|value| *value >= 0.0 && holds(*value))?;
    let high = largest(|value| value <= inside || holds(value));
    let below = largest(|value| value < inside && !holds(value));
    let low = if below < 0.0 { 0.0 } else { Interval::just_above(below) };
    Interval::new(low, high)
}

/// The largest number of the shorter kind that is not above `limit`.
pub(crate) fn short(limit: f64) -> f32 {
    let near = limit as f32;
    if f64::from(near) > limit { near.next_down() } else { near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_before_settling_is_the_same_limit() {
        for tenths in 0..=1500 {
            for cut in [f64::from(tenths) / 10.0, Interval::just_below(f64::from(tenths) / 10.0)] {
                let limit = before_settling(cut);
                let mut value = cut;
                for _ in 0..20 {
                    value = Interval::just_below(value);
                }
                for _ in 0..40 {
                    assert_eq!(settled(value) <= cut, value <= limit, "{cut} {value}");
                    value = Interval::just_above(value);
                }
            }
        }
    }

    #[test]
    fn a_limit_in_another_unit_is_the_same_limit() {
        for analyte in Analyte::ALL {
            for accepted in analyte.info().units {
                for cut in [0.5, 3.0, 6.8, 15.0, 45.0, 100.0, 129.99999999999997, 300.0, 6.5] {
                    let convert = |value: f64| {
                        analyte.convert(value, accepted.unit, analyte.info().canonical).unwrap_or(f64::NAN)
                    };
                    let threshold = Threshold::new(0, cut, convert);
                    if !(threshold.at > 0.0 && threshold.at.is_finite()) {
                        continue;
                    }
                    // Around the limit, where rounding could play tricks, and at printed decimals.
                    let mut value = threshold.at;
                    for _ in 0..300 {
                        value = Interval::just_below(value);
                    }
                    for _ in 0..600 {
                        assert_eq!(convert(value) <= cut, value <= threshold.at, "{analyte} {cut} {value}");
                        let below = Interval::just_below(convert(value)) <= cut;
                        assert_eq!(below, value <= threshold.below, "{analyte} {cut} {value}");
                        let above = Interval::just_above(convert(value)) > cut;
                        assert_eq!(above, value > threshold.above, "{analyte} {cut} {value}");
                        value = Interval::just_above(value);
                    }
                    for step in -50..50 {
                        let printed = ((threshold.at * 1000.0).round() + f64::from(step)) / 1000.0;
                        if printed >= 0.0 {
                            assert_eq!(
                                convert(printed) <= cut,
                                printed <= threshold.at,
                                "{analyte} {printed}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn ordinary_values_are_the_plausible_ones() {
        for analyte in Analyte::ALL {
            for accepted in analyte.info().units {
                let Some(range) = ordinary(analyte, accepted.unit, &[]) else {
                    // A unit that does not say what was measured.
                    assert!(analyte.question(40.0, accepted.unit).is_some(), "{analyte} {}", accepted.unit);
                    continue;
                };
                let plausible = |value: f64| {
                    analyte.plausibility_in(value, accepted.unit) == Some(Plausibility::Plausible)
                };
                assert!(plausible(range.low()) && plausible(range.high()), "{analyte} {}", accepted.unit);
                assert!(!plausible(Interval::just_above(range.high())), "{analyte} {}", accepted.unit);
            }
        }
    }

    #[test]
    fn shorter_limits_cut_alike() {
        for limit in [74.99999999999999, 0.1, 5.0, 133.0, 1e-3] {
            let near = limit as f32;
            for value in [near.next_down(), near, near.next_up()] {
                assert_eq!(f64::from(value) <= limit, value <= short(limit));
            }
        }
    }
}
