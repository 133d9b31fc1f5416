//! The combined indicator of B12 status from four markers (4cB12). **Experimental: off unless asked for.**
//!
//! `log10(holoTC * B12 / (MMA * homocysteine)) - age factor`. The form and the bands were read; the age
//! factor is from memory (it gives the flat line over age that the literature reports); the units are
//! inferred from published medians. The correction for low folate and the forms with two or three markers
//! have not been read and are not here.
//!
//! Rising in holoTC, in B12 and in age (the age factor falls); falling in MMA and in homocysteine.

use libm::{log10, pow};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::measure::interval::Interval;
use crate::source::Verification;

/// Source of the form.
pub const SOURCE: &str = "FEDOSOV2015";
/// The weakest part counts: the coefficients of the age factor are from memory.
pub const VERIFICATION: Verification = Verification::Unverified;
/// Source of the bands.
pub const SOURCE_BANDS: &str = "VIAPATH-CB12";
/// The bands were read on the laboratory's page.
pub const VERIFICATION_BANDS: Verification = Verification::Original;

/// MMA above this many umol/L is refused: it is more than this library accepts of a result without a
/// confirmation, and read in nmol/L it would be an everyday result. Taken for umol/L it would call nearly
/// everyone deficient.
pub const MMA_CEILING_UMOL_L: f64 = 20.0;

/// The four markers and the age, each in the unit of its name: numbers, or intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Markers<T> {
    /// Active B12 (holotranscobalamin), pmol/L.
    pub holotc_pmol_l: T,
    /// Total B12, pmol/L (not pg/mL, which is a third more).
    pub b12_pmol_l: T,
    /// Methylmalonic acid in serum, **umol/L** (not nmol/L).
    pub mma_umol_l: T,
    /// Homocysteine, umol/L.
    pub homocysteine_umol_l: T,
    /// Age in years.
    pub age_years: T,
}

/// Why no combined indicator was computed.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum MarkersError {
    /// MMA that is probably in nmol/L.
    #[error(
        "`mma_umol_l` {value} is probably in nmol/L; accepted: umol/L, at most {MMA_CEILING_UMOL_L} (1000 nmol/L = 1 umol/L)"
    )]
    MmaUnit {
        /// The value given.
        value: f64,
    },
    /// A number that the formula cannot take.
    #[error("`{field}` {value} cannot be used; accepted: a finite number above 0")]
    OutOfRange {
        /// The field's name.
        field: &'static str,
        /// The value given.
        value: f64,
    },
}

/// The age factor: 3.79 / (1 + (age / 230)^2.6). From memory; unverified.
///
/// ```
/// use ekbom::measure::formula::cobalamin::age_factor;
/// assert!((age_factor(60.0) - 3.6782).abs() < 0.00005);
/// ```
pub fn age_factor(age_years: f64) -> f64 {
    3.79 / (1.0 + pow(age_years / 230.0, 2.6))
}

/// As a sum of logarithms, so that an interval's zero and infinity make an infinity and not NaN.
fn indicator(markers: Markers<f64>) -> f64 {
    log10(markers.holotc_pmol_l) + log10(markers.b12_pmol_l)
        - log10(markers.mma_umol_l)
        - log10(markers.homocysteine_umol_l)
        - age_factor(markers.age_years)
}

/// The combined indicator (no unit). Source FEDOSOV2015, unverified (age factor).
///
/// ```
/// use ekbom::measure::formula::cobalamin::{Markers, MarkersError, combined_indicator};
/// let markers = Markers {
///     holotc_pmol_l: 52.0, b12_pmol_l: 237.0, mma_umol_l: 0.207, homocysteine_umol_l: 12.0, age_years: 65.0,
/// };
/// assert!((combined_indicator(markers)? - 0.042).abs() < 0.0005);
/// assert!(combined_indicator(Markers { mma_umol_l: 207.0, ..markers }).is_err());
/// # Ok::<(), MarkersError>(())
/// ```
///
/// # Errors
/// Where MMA is probably in nmol/L, or a number is not finite and above zero.
pub fn combined_indicator(markers: Markers<f64>) -> Result<f64, MarkersError> {
    let Markers { holotc_pmol_l, b12_pmol_l, mma_umol_l, homocysteine_umol_l, age_years } = markers;
    for (field, value) in [
        ("holotc_pmol_l", holotc_pmol_l),
        ("b12_pmol_l", b12_pmol_l),
        ("mma_umol_l", mma_umol_l),
        ("homocysteine_umol_l", homocysteine_umol_l),
        ("age_years", age_years),
    ] {
        if !(value > 0.0 && value < f64::INFINITY) {
            return Err(MarkersError::OutOfRange { field, value });
        }
    }
    refuse_nmol(mma_umol_l)?;
    Ok(indicator(markers))
}

/// The image of [`combined_indicator`]. Ends may be zero or infinite: what is missing or censored is an
/// interval too. Source FEDOSOV2015, unverified (age factor).
///
/// The unit is judged by the low end of MMA. An upper bound in the wrong unit (`<450`) only makes the image
/// wider.
///
/// ```
/// use ekbom::measure::formula::cobalamin::{Markers, MarkersError, combined_indicator_interval};
/// use ekbom::measure::interval::Interval;
/// let exactly = |x| Interval::exact(x).unwrap();
/// let markers = Markers {
///     holotc_pmol_l: Interval::new(0.0, 25.0).unwrap(),
///     b12_pmol_l: exactly(160.0),
///     mma_umol_l: exactly(0.45),
///     homocysteine_umol_l: exactly(16.0),
///     age_years: exactly(70.0),
/// };
/// assert!(combined_indicator_interval(markers)?.high() < -0.88);
/// # Ok::<(), MarkersError>(())
/// ```
///
/// # Errors
/// Where MMA is probably in nmol/L, or a number is negative, or certainly zero or infinite.
pub fn combined_indicator_interval(markers: Markers<Interval>) -> Result<Interval, MarkersError> {
    let Markers { holotc_pmol_l, b12_pmol_l, mma_umol_l, homocysteine_umol_l, age_years } = markers;
    for (field, interval) in [
        ("holotc_pmol_l", holotc_pmol_l),
        ("b12_pmol_l", b12_pmol_l),
        ("mma_umol_l", mma_umol_l),
        ("homocysteine_umol_l", homocysteine_umol_l),
        ("age_years", age_years),
    ] {
        // An end may be zero or infinite; a certain zero or infinity is no measurement.
        let (low, high) = (interval.low(), interval.high());
        if low < 0.0 || high <= 0.0 || low >= f64::INFINITY {
            return Err(MarkersError::OutOfRange { field, value: low });
        }
    }
    refuse_nmol(mma_umol_l.low())?;
    let low = indicator(Markers {
        holotc_pmol_l: holotc_pmol_l.low(),
        b12_pmol_l: b12_pmol_l.low(),
        mma_umol_l: mma_umol_l.high(),
        homocysteine_umol_l: homocysteine_umol_l.high(),
        age_years: age_years.low(),
    });
    let high = indicator(Markers {
        holotc_pmol_l: holotc_pmol_l.high(),
        b12_pmol_l: b12_pmol_l.high(),
        mma_umol_l: mma_umol_l.low(),
        homocysteine_umol_l: homocysteine_umol_l.low(),
        age_years: age_years.high(),
    });
    // Every end has a logarithm by now, so that there is an image.
    super::between(low, high).ok_or(MarkersError::OutOfRange { field: "markers", value: low })
}

fn refuse_nmol(mma_umol_l: f64) -> Result<(), MarkersError> {
    if mma_umol_l > MMA_CEILING_UMOL_L {
        return Err(MarkersError::MmaUnit { value: mma_umol_l });
    }
    Ok(())
}

/// The bands of the combined indicator. Source VIAPATH-CB12, original.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Below -2.5.
    ProbableDeficiency,
    /// From -2.5, below -1.5.
    PossibleDeficiency,
    /// Above -1.5, below -0.5.
    Low,
    /// Above -0.5, up to 1.5.
    Adequate,
    /// Above 1.5.
    Elevated,
    /// Exactly -1.5 or -0.5, which are printed as ends of both their neighbours. For -0.5 the literature also
    /// has both "below" (FEDOSOV2015) and "at or below" (MINEVA2021) as the limit of deficiency.
    BoundaryUnspecified,
}

impl Band {
    /// The stable code.
    ///
    /// ```
    /// use ekbom::measure::formula::cobalamin::Band;
    /// assert_eq!(Band::BoundaryUnspecified.code(), "boundary_unspecified");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::ProbableDeficiency => "probable_deficiency",
            Self::PossibleDeficiency => "possible_deficiency",
            Self::Low => "low",
            Self::Adequate => "adequate",
            Self::Elevated => "elevated",
            Self::BoundaryUnspecified => "boundary_unspecified",
        }
    }

    /// The band of a combined indicator; `None` for NaN. Source VIAPATH-CB12, original.
    ///
    /// ```
    /// use ekbom::measure::formula::cobalamin::Band;
    /// assert_eq!(Band::of(-0.881), Some(Band::Low));
    /// assert_eq!(Band::of(-0.5), Some(Band::BoundaryUnspecified));
    /// ```
    pub fn of(indicator: f64) -> Option<Self> {
        match indicator {
            x if x < -2.5 => Some(Self::ProbableDeficiency),
            x if x < -1.5 => Some(Self::PossibleDeficiency),
            x if x <= -1.5 => Some(Self::BoundaryUnspecified),
            x if x < -0.5 => Some(Self::Low),
            x if x <= -0.5 => Some(Self::BoundaryUnspecified),
            x if x <= 1.5 => Some(Self::Adequate),
            x if x > 1.5 => Some(Self::Elevated),
            _ => None,
        }
    }
}
