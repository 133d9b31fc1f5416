//! Laboratory results: the newest of each analyte counts, in the unit in which it was reported.

use alloc::vec::Vec;

use super::{About, Intake, Policy, Uncertainty};
use crate::fact::{Band, Fact, FolateAssay, Kind, Options, OwnLimits, Part};
use crate::knowledge::code::AlertCode;
use crate::measure::analyte::{Analyte, Plausibility};
use crate::measure::formula::ferritin_assay::{self, Manufacturer};
use crate::measure::formula::variation::{self, CvPercent};
use crate::measure::interval::Interval;
use crate::measure::unit::Unit;
use crate::patient::{Comparator, Finding, Lab, LabLimits, LabResult, Patient};

/// A result, and whether it counted.
#[derive(Clone, Copy, PartialEq, Debug)]
#[non_exhaustive]
pub struct UsedResult {
    /// What was measured.
    pub analyte: Analyte,
    /// What was reported.
    pub result: LabResult,
    /// How long ago.
    pub days_ago: Option<f64>,
    /// The newest of its analyte.
    pub counted: bool,
}

pub(super) fn read(patient: &Patient, policy: &Policy, made: &mut Intake) {
    for lab in &patient.labs {
        let counted = patient.newest(lab.analyte).is_some_and(|newest| core::ptr::eq(newest, lab));
        made.results.push(UsedResult {
            analyte: lab.analyte,
            result: lab.result,
            days_ago: lab.days_ago,
            counted,
        });
        if counted {
            notices(lab, policy, made);
            if let Some(fact) = lab.analyte.fact() {
                read_fact(fact, lab, policy, made);
            }
        }
    }
}

/// The method by which folate was measured, from the `assay` of the results that counted; left open where two results
/// name different ones.
pub(super) fn folate_assay(patient: &Patient, made: &mut Intake) {
    let mut named: Vec<FolateAssay> = [Analyte::FolateSerum, Analyte::FolateRbc]
        .into_iter()
        .filter_map(|analyte| patient.newest(analyte)?.assay.as_deref())
        .filter_map(FolateAssay::from_code)
        .collect();
    named.dedup();
    if let [assay] = named.as_slice() {
        made.facts.set_flag(Fact::FolateAssay, assay.only());
    }
}

/// Hours without iron from which a sample counts as free of it.
pub(super) const IRON_FREE_HOURS: f64 = 24.0;

/// What the sample itself gives away.
fn notices(lab: &Lab, policy: &Policy, made: &mut Intake) {
    let about = About::Analyte(lab.analyte);
    let iron_study = matches!(
        lab.analyte,
        Analyte::Ferritin | Analyte::Iron | Analyte::Tibc | Analyte::Uibc | Analyte::Tsat
    );
    if iron_study && lab.morning == Some(false) {
        made.notice(AlertCode::SampleNotMorning, about);
    }
    if iron_study && lab.iron_free_hours.is_some_and(|hours| hours < IRON_FREE_HOURS) {
        made.notice(AlertCode::SampleIronWithin24h, about);
    }
    if lab.days_ago.is_some_and(|days| days > policy.stale_after_days) {
        made.notice(AlertCode::SampleStale, about);
    }
    let LabResult::Quantity { value, unit, comparator: None } = lab.result else { return };
    match lab.analyte.plausibility_in(value, unit) {
        Some(Plausibility::Unlikely) if lab.confirmed => made.notice(AlertCode::ImplausibleConfirmed, about),
        Some(Plausibility::Extreme) => made.notice(AlertCode::ExtremeValue, about),
        _ => {}
    }
}

fn read_fact(fact: Fact, lab: &Lab, policy: &Policy, made: &mut Intake) {
    let facts = &mut made.facts;
    match fact.info().kind {
        // Reported eGFR and transferrin saturation compete with computed ones: both are settled in `derive`.
        Kind::BySex { .. } => return,
        Kind::Measured { .. } if fact == Fact::Tsat => return,
        Kind::Measured { .. } => {
            let Some((own, second_unit)) = fact.units() else { return };
            let units = [Some(own), second_unit];
            for (reading, unit) in fact.readings().zip(units.into_iter().flatten()) {
                if let Some(interval) = lab.interval_in(unit, policy) {
                    facts.set_number(reading.axis, interval);
                }
            }
            if let (Some(guard), Some(unit)) = (fact.guard(), units.first().copied().flatten()) {
                if let Some(interval) = lab.interval_in(unit, policy) {
                    facts.set_number(guard, interval);
                }
            }
            let in_second = second_unit.is_some_and(|unit| lab.reported_like(unit));
            facts.set_second_unit(fact, in_second);
        }
        _ => return,
    }
    facts.set_reported(fact, true);
    if let Some(axis) = fact.choice_axis(Part::Band) {
        facts.set_choice(axis, band(fact, lab, policy));
    }
}

/// Where a result lies against its own laboratory's limits, if the limits that matter for this fact were given.
pub(super) fn band(fact: Fact, lab: &Lab, policy: &Policy) -> Options {
    let interval = match lab.result {
        LabResult::Quantity { unit, .. } => lab.interval_in(unit, policy),
        LabResult::Qualitative(_) => None,
    };
    band_of(fact, lab.limits(), interval)
}

impl LabLimits {
    /// The bands in which a value lies against these limits, in the unit of the result; of an interval there may be
    /// several. [`Band::NotGiven`] where a limit that matters for this fact was not printed.
    pub fn band(&self, fact: Fact, value: Option<Interval>) -> Options {
        band_of(fact, *self, value)
    }
}

fn band_of(fact: Fact, limits: LabLimits, value: Option<Interval>) -> Options {
    let given = match fact.own_limits() {
        Some(OwnLimits::Low) => limits.low.is_some(),
        Some(OwnLimits::High) => limits.high.is_some(),
        Some(OwnLimits::Both) => limits.low.is_some() && limits.high.is_some(),
        None => false,
    };
    let (true, Some(value)) = (given, value) else { return Band::NotGiven.only() };
    let low = limits.low.unwrap_or(f64::NEG_INFINITY);
    let grey = limits.grey_high.unwrap_or(f64::NEG_INFINITY);
    let high = limits.high.unwrap_or(f64::INFINITY);
    let mut bands = Vec::new();
    if value.low() < low {
        bands.push(Band::Low);
    }
    if value.high() >= low && value.low() <= grey {
        bands.push(Band::Grey);
    }
    if value.high() >= low && value.high() > grey && value.low() <= high {
        bands.push(Band::InRange);
    }
    if value.high() > high {
        bands.push(Band::High);
    }
    bands.into_iter().map(Band::only).reduce(Options::or).unwrap_or(Band::NotGiven.only())
}

impl Lab {
    /// Was it reported in this unit, or one that differs from it in name only?
    pub(crate) fn reported_like(&self, unit: Unit) -> bool {
        match self.result {
            LabResult::Quantity { unit: own, .. } => self.analyte.scale(own) == self.analyte.scale(unit),
            LabResult::Qualitative(_) => false,
        }
    }

    /// The values it stands for, in a unit.
    pub(crate) fn interval_in(&self, to: Unit, policy: &Policy) -> Option<Interval> {
        let (value, unit, comparator) = match self.result {
            LabResult::Quantity { value, unit, comparator } => (value, unit, comparator),
            LabResult::Qualitative(Finding::Negative) => return Interval::exact(0.0),
            LabResult::Qualitative(Finding::Positive) => return Interval::exact(1.0),
            LabResult::Qualitative(Finding::Indeterminate) => return Interval::new(0.0, 1.0),
        };
        let bound = self.analyte.convert(value, unit, to)?;
        let exact = match comparator {
            None => Interval::exact(bound),
            Some(Comparator::Below) => Interval::new(0.0, Interval::just_below(bound)),
            Some(Comparator::AtMost) => Interval::new(0.0, bound),
            Some(Comparator::Above) => Interval::new(Interval::just_above(bound), f64::INFINITY),
            Some(Comparator::AtLeast) => Interval::new(bound, f64::INFINITY),
        }?;
        match policy.uncertainty {
            Uncertainty::AsReported => Some(exact),
            Uncertainty::Variation => widened(self.analyte, exact),
            Uncertainty::Assay if self.analyte == Analyte::Ferritin => {
                let assay = self.assay.as_deref().and_then(Manufacturer::from_label);
                // The relation is linear in ng/mL, so it is applied there.
                let scale = self.analyte.scale(to)?;
                let in_ng_ml = exact.map_rising(|x| scale.to_canonical(x))?;
                ferritin_assay::readings(in_ng_ml, assay)?.map_rising(|x| scale.from_canonical(x))
            }
            Uncertainty::Assay => Some(exact),
        }
    }
}

/// The values of which each of these may be one sample; unchanged where no variation is known.
fn widened(analyte: Analyte, interval: Interval) -> Option<Interval> {
    let Some(known) = analyte.info().variation else { return Some(interval) };
    let variation = CvPercent {
        analytical_percent: known.analytical_cv_percent.unwrap_or(0.0),
        within_person_percent: known.within_person_cv_percent,
    };
    variation::interval_of_interval(interval, variation, variation::Z_95)
}
