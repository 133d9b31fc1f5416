//! Numbers in JSON: whole ones without a decimal point, so that every language prints the same bytes.

use serde::{Deserialize, Serialize, Serializer};

/// A finite number at the border.
#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Number(pub(crate) f64);

/// Up to here every whole number has an `f64` of its own.
const MOST_EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, serializer)
    }
}

/// For `#[serde(serialize_with)]`.
pub(crate) fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if libm::trunc(*value).to_bits() == value.to_bits() && value.abs() <= MOST_EXACT {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

/// `value` to so many significant digits, for display. Nothing is ever decided on it.
///
/// ```
/// assert_eq!(ekbom::measure::rounded(74.6849, 3), 74.7);
/// ```
pub fn rounded(value: f64, digits: i32) -> f64 {
    if value.abs() <= 0.0 || !value.is_finite() {
        return value;
    }
    let magnitude = libm::floor(libm::log10(value.abs())) as i32 + 1;
    let scale = libm::pow(10.0, f64::from(digits - magnitude));
    if scale >= 1.0 {
        libm::round(value * scale) / scale
    } else {
        libm::round(value / (1.0 / scale)) * (1.0 / scale)
    }
}
