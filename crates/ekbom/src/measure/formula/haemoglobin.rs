//! Haemoglobin adjusted for elevation above sea level.
//!
//! The continuous equation that a public implementation labels as the WHO's of 2024. At the middle of each
//! band it equals the stepped table remembered of that guideline, which has not been read: only the equation
//! is here.
//!
//! **Not here**: the adjustment for smoking. That the WHO recommends one is known; its values of 2024 have
//! not been read, and those of 2011 differ.

use super::non_negative;
use crate::measure::interval::Interval;
use crate::source::Verification;

/// Source of the equation: a public Peruvian implementation that names the WHO 2024.
pub const SOURCE: &str = "OMS2024-CODE";
/// Read in that code, not in the guideline.
pub const VERIFICATION: Verification = Verification::Secondary;

const PER_METRE: f64 = 0.005_638_4;
const PER_METRE_SQUARED: f64 = 0.000_000_3;

/// The least and the most haemoglobin, in g/L, of a litre of red cells: the mean corpuscular haemoglobin concentration is
/// 280 to 360 g/L (UIowa), with a margin of ours.
const OF_RED_CELLS: (f64, f64) = (200.0, 450.0);

/// Can a haemoglobin in g/L and a haematocrit in % be of one sample? Derived: for asking, never for answering.
///
/// ```
/// use ekbom::measure::formula::haemoglobin::fits_haematocrit;
/// assert!(fits_haematocrit(135.0, 41.0));
/// assert!(!fits_haematocrit(85.0, 45.0), "8.5 may be mmol/L");
/// ```
pub fn fits_haematocrit(haemoglobin_g_l: f64, haematocrit_percent: f64) -> bool {
    let (least, most) = OF_RED_CELLS;
    (least..=most).contains(&(haemoglobin_g_l * 100.0 / haematocrit_percent))
}

/// What living at an elevation in metres adds to haemoglobin, in g/L: to be subtracted from a measured value.
/// Nothing at sea level and below. Source OMS2024-CODE, secondary.
///
/// ```
/// use ekbom::measure::formula::haemoglobin::elevation_effect_g_l;
/// assert!((elevation_effect_g_l(1000.0) - 5.94).abs() < 0.005);
/// assert!(elevation_effect_g_l(-400.0) <= 0.0);
/// ```
pub fn elevation_effect_g_l(elevation_m: f64) -> f64 {
    // Not `max`, which would make sea level of NaN.
    let metres = if elevation_m <= 0.0 { 0.0 } else { elevation_m };
    PER_METRE * metres + PER_METRE_SQUARED * metres * metres
}

/// The image of [`elevation_effect_g_l`]: never falling. Source OMS2024-CODE, secondary.
///
/// ```
/// use ekbom::measure::formula::haemoglobin::elevation_effect_g_l_interval;
/// use ekbom::measure::interval::Interval;
/// let effect = elevation_effect_g_l_interval(Interval::new(-50.0, 500.0).unwrap()).unwrap();
/// assert!(effect.contains(0.0) && effect.high() < 2.9);
/// ```
pub fn elevation_effect_g_l_interval(elevation_m: Interval) -> Option<Interval> {
    elevation_m.map_rising(elevation_effect_g_l)
}

/// Haemoglobin in g/L as it would be at sea level. Source OMS2024-CODE, secondary.
///
/// ```
/// use ekbom::measure::formula::haemoglobin::at_sea_level_g_l;
/// assert!((at_sea_level_g_l(150.0, 4000.0) - 122.65).abs() < 0.005);
/// ```
pub fn at_sea_level_g_l(haemoglobin_g_l: f64, elevation_m: f64) -> f64 {
    haemoglobin_g_l - elevation_effect_g_l(elevation_m)
}

/// The image of [`at_sea_level_g_l`]: rising in haemoglobin, falling in elevation.
/// Source OMS2024-CODE, secondary.
///
/// ```
/// use ekbom::measure::formula::haemoglobin::at_sea_level_g_l_interval;
/// use ekbom::measure::interval::Interval;
/// let (haemoglobin, elevation) = (Interval::exact(125.0), Interval::new(0.0, 1000.0));
/// let adjusted = at_sea_level_g_l_interval(haemoglobin.unwrap(), elevation.unwrap()).unwrap();
/// assert!(adjusted.contains(120.0) && !adjusted.contains(119.0));
/// ```
pub fn at_sea_level_g_l_interval(haemoglobin_g_l: Interval, elevation_m: Interval) -> Option<Interval> {
    let haemoglobin = non_negative(haemoglobin_g_l)?;
    Interval::new(
        at_sea_level_g_l(haemoglobin.low(), elevation_m.high()),
        at_sea_level_g_l(haemoglobin.high(), elevation_m.low()),
    )
}
