//! Formulas: pure functions of numbers in stated units. They hold no policy.
//!
//! Whether a formula may be used for a patient (an adult, not on dialysis, no pregnancy) is the caller's to
//! decide; each function says what it needs. Nothing is rounded.
//!
//! Beside each function stands its interval version: the image of a box of inputs. Every formula here rises
//! or falls in each of its inputs, so the image has its ends at corners of the box. The ends are exact to the
//! last bit but one: powers and logarithms are those of `libm`, the same on every platform. `None` means that
//! the box leaves what the formula is defined for (a negative concentration, or nothing divided by nothing);
//! the result is then as unknown as if it had never been computed.
//!
//! Each file names its source, and how far it was checked, in `SOURCE` and `VERIFICATION`.

pub mod calcium;
pub mod cobalamin;
pub mod egfr;
pub mod ferritin_assay;
pub mod haemoglobin;
pub mod hba1c;
pub mod iron;
pub mod variation;

use crate::measure::interval::Interval;

/// The interval between two corners of a box. For formulas with a power, a logarithm or an input used twice:
/// over a box of a bit or two, rounding can put their corners the wrong way round.
fn between(low: f64, high: f64) -> Option<Interval> {
    Interval::new(low, high).or_else(|| Interval::new(high, low))
}

/// The interval, where nothing in it is negative: what a concentration or an age must be.
fn non_negative(x: Interval) -> Option<Interval> {
    if x.low() >= 0.0 { Some(x) } else { None }
}
