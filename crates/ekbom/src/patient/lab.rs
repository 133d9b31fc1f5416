//! A laboratory result as reported.

use alloc::string::String;

use super::{Comparator, Finding};
use crate::measure::analyte::{Analyte, LabLimits};
use crate::measure::unit::Unit;

/// A laboratory result as reported: the unit is part of the value.
///
/// ```
/// use ekbom::measure::analyte::Analyte;
/// use ekbom::patient::Lab;
/// use ekbom::measure::unit::Unit;
/// let lab = Lab::new(Analyte::Ferritin, 38.0, Unit::NgPerMl).days_ago(3.0).morning(true).iron_free_hours(36.0);
/// assert_eq!(lab.analyte(), Analyte::Ferritin);
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Lab {
    pub(crate) analyte: Analyte,
    pub(crate) result: LabResult,
    pub(crate) days_ago: Option<f64>,
    pub(crate) morning: Option<bool>,
    pub(crate) iron_free_hours: Option<f64>,
    pub(crate) ref_low: Option<f64>,
    pub(crate) ref_high: Option<f64>,
    pub(crate) grey_high: Option<f64>,
    pub(crate) assay: Option<String>,
    pub(crate) confirmed: bool,
}

/// What a laboratory reported.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum LabResult {
    /// A number with its unit; with a comparator where only a bound is known.
    Quantity {
        /// The number printed.
        value: f64,
        /// Its unit.
        unit: Unit,
        /// `None`: exactly this.
        comparator: Option<Comparator>,
    },
    /// Present or absent.
    Qualitative(Finding),
}

impl Lab {
    /// A number with its unit.
    pub const fn new(analyte: Analyte, value: f64, unit: Unit) -> Self {
        Self::of(analyte, LabResult::Quantity { value, unit, comparator: None })
    }

    /// A bound, such as `< 5 mg/L`.
    pub const fn censored(analyte: Analyte, comparator: Comparator, bound: f64, unit: Unit) -> Self {
        Self::of(analyte, LabResult::Quantity { value: bound, unit, comparator: Some(comparator) })
    }

    /// A qualitative result.
    pub const fn qualitative(analyte: Analyte, finding: Finding) -> Self {
        Self::of(analyte, LabResult::Qualitative(finding))
    }

    const fn of(analyte: Analyte, result: LabResult) -> Self {
        Self {
            analyte,
            result,
            days_ago: None,
            morning: None,
            iron_free_hours: None,
            ref_low: None,
            ref_high: None,
            grey_high: None,
            assay: None,
            confirmed: false,
        }
    }

    /// How many days ago the sample was drawn; needed where an analyte has several results.
    #[must_use]
    pub const fn days_ago(mut self, days: f64) -> Self {
        self.days_ago = Some(days);
        self
    }

    /// Was the sample drawn in the morning?
    #[must_use]
    pub const fn morning(mut self, morning: bool) -> Self {
        self.morning = Some(morning);
        self
    }

    /// Hours without iron before the sample.
    #[must_use]
    pub const fn iron_free_hours(mut self, hours: f64) -> Self {
        self.iron_free_hours = Some(hours);
        self
    }

    /// The laboratory's lower limit, in the unit of the result.
    #[must_use]
    pub const fn ref_low(mut self, limit: f64) -> Self {
        self.ref_low = Some(limit);
        self
    }

    /// The laboratory's upper limit, in the unit of the result.
    #[must_use]
    pub const fn ref_high(mut self, limit: f64) -> Self {
        self.ref_high = Some(limit);
        self
    }

    /// The top of the laboratory's grey zone above its lower limit (vitamin B12), in the unit of the result.
    #[must_use]
    pub const fn grey_high(mut self, limit: f64) -> Self {
        self.grey_high = Some(limit);
        self
    }

    /// The assay as the laboratory names it.
    #[must_use]
    pub fn assay(mut self, assay: impl Into<String>) -> Self {
        self.assay = Some(assay.into());
        self
    }

    /// The value was checked with the laboratory although it is unlikely.
    #[must_use]
    pub const fn confirmed(mut self) -> Self {
        self.confirmed = true;
        self
    }

    /// What was measured.
    pub const fn analyte(&self) -> Analyte {
        self.analyte
    }

    /// What was reported.
    pub const fn result(&self) -> LabResult {
        self.result
    }

    /// How many days ago the sample was drawn, where that was said.
    pub const fn days(&self) -> Option<f64> {
        self.days_ago
    }

    /// The laboratory's own limits.
    pub const fn limits(&self) -> LabLimits {
        LabLimits { low: self.ref_low, grey_high: self.grey_high, high: self.ref_high }
    }
}
