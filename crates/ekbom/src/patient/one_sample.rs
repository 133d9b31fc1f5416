//! Several results of one analyte: one sample printed on several lines is one result, and of the rest it must be known
//! which is the newest.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::error::Doubted;
use super::place::said_at;
use super::{FaultKind, Lab, LabResult, Patient, PatientError};
use crate::measure::number::rounded;

/// Leaves one of the lines that say the same of one sample, wherever they stand.
pub(super) fn merge(patient: &mut Patient, places: &mut Vec<usize>) {
    let mut kept: Vec<(Lab, usize)> = Vec::new();
    for (at, lab) in patient.labs.drain(..).enumerate() {
        let place = said_at(places, at);
        match kept.iter_mut().find(|(own, _)| same_instant(own, &lab) && agree(own, &lab)) {
            // The line in the analyte's conventional unit stays, with what only the other says.
            Some((own, own_place)) => {
                let (first, second) =
                    if rank(&lab) < rank(own) { (lab, own.clone()) } else { (own.clone(), lab) };
                *own_place = (*own_place).min(place);
                *own = joined(first, &second);
            }
            None => kept.push((lab, place)),
        }
    }
    *places = kept.iter().map(|(_, place)| *place).collect();
    patient.labs = kept.into_iter().map(|(lab, _)| lab).collect();
}

fn same_instant(one: &Lab, other: &Lab) -> bool {
    one.analyte == other.analyte && same_days(one.days_ago, other.days_ago)
}

/// As many days, or neither is known. By value: -0 is 0.
pub(super) fn same_days(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.partial_cmp(&other).is_some_and(Ordering::is_eq),
        (None, None) => true,
        _ => false,
    }
}

/// The place of its unit among those of the analyte.
fn rank(lab: &Lab) -> usize {
    let units = lab.analyte.info().units;
    let LabResult::Quantity { unit, .. } = lab.result else { return 0 };
    units.iter().position(|own| own.unit == unit).unwrap_or(units.len())
}

/// What the second line says, where the first is silent. Limits are in the unit of their own line.
fn joined(mut first: Lab, second: &Lab) -> Lab {
    let in_unit = |lab: &Lab| match lab.result {
        LabResult::Quantity { unit, .. } => lab.analyte.scale(unit),
        LabResult::Qualitative(_) => None,
    };
    if in_unit(&first) == in_unit(second) {
        first.ref_low = first.ref_low.or(second.ref_low);
        first.ref_high = first.ref_high.or(second.ref_high);
        first.grey_high = first.grey_high.or(second.grey_high);
    }
    first.morning = first.morning.or(second.morning);
    first.iron_free_hours = first.iron_free_hours.or(second.iron_free_hours);
    first.assay = first.assay.or_else(|| second.assay.clone());
    first.confirmed |= second.confirmed;
    first
}

/// One result, perhaps in two units, each rounded to what was printed.
fn agree(one: &Lab, other: &Lab) -> bool {
    if said_otherwise(one.morning, other.morning)
        || said_otherwise(one.iron_free_hours.map(f64::to_bits), other.iron_free_hours.map(f64::to_bits))
        || said_otherwise(one.assay.as_deref(), other.assay.as_deref())
    {
        return false;
    }
    match (one.result, other.result) {
        (LabResult::Qualitative(one), LabResult::Qualitative(other)) => one == other,
        (
            LabResult::Quantity { value, unit, comparator },
            LabResult::Quantity { value: second, unit: other_unit, comparator: other_comparator },
        ) => {
            let analyte = one.analyte;
            if comparator != other_comparator {
                return false;
            }
            if analyte.scale(unit) == analyte.scale(other_unit) {
                // Limits of one unit must not differ either.
                let (own, others) = (one.limits(), other.limits());
                let limits =
                    [(own.low, others.low), (own.high, others.high), (own.grey_high, others.grey_high)];
                let differ = limits
                    .iter()
                    .any(|(own, other)| said_otherwise(own.map(f64::to_bits), other.map(f64::to_bits)));
                return value.to_bits() == second.to_bits() && !differ;
            }
            let printed = |from: f64, from_unit, to: f64, to_unit| {
                analyte.convert(from, from_unit, to_unit).is_some_and(|own| rounds_to(own, to))
            };
            printed(value, unit, second, other_unit) || printed(second, other_unit, value, unit)
        }
        _ => false,
    }
}

fn said_otherwise<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

/// Is this what a laboratory prints of the value, to as many decimals?
fn rounds_to(value: f64, printed: f64) -> bool {
    let text = format!("{printed}");
    let decimals = text.split('.').nth(1).map_or(0, str::len);
    let half = 0.5 * libm::pow(10.0, -(decimals as f64));
    (value - printed).abs() <= half * (1.0 + 1e-9)
}

/// Of several results it must be known which is the newest; of one instant there is one.
pub(super) fn check(labs: &[Lab], places: &[usize], errors: &mut Vec<PatientError>) {
    for (at, lab) in labs.iter().enumerate() {
        let before = || labs.iter().enumerate().take(at).filter(|(_, other)| other.analyte == lab.analyte);
        let Some((_, earlier)) = before().next() else { continue };
        let field = |key: &str| format!("labs[{}].{key}", said_at(places, at));
        let analyte = lab.analyte;
        if let Some((first, other)) =
            before().find(|(_, own)| lab.days_ago.is_some() && same_instant(own, lab))
        {
            let day = lab.days_ago.unwrap_or_default();
            let message = format!(
                "two results of `{analyte}` {day} days ago disagree: {} (labs[{}]) and {}",
                printed(other),
                said_at(places, first),
                printed(lab)
            );
            errors.push(
                PatientError::new(FaultKind::TwoResultsOfOneDay, field("days_ago"), day, message)
                    .accept(["the one that the laboratory confirms"])
                    .beside([Doubted::Lab(said_at(places, first))]),
            );
        } else if earlier.days_ago.is_none() || lab.days_ago.is_none() {
            let message = format!(
                "two results of `{analyte}`, {} and {}: each needs `days_ago`",
                printed(earlier),
                printed(lab)
            );
            errors.push(
                PatientError::new(FaultKind::DayMissing, field("days_ago"), "", message)
                    .accept(["days since the sample"])
                    .beside(before().map(|(other, _)| Doubted::Lab(said_at(places, other)))),
            );
        }
    }
}

/// As it was reported.
pub(super) fn printed(lab: &Lab) -> String {
    match lab.result {
        LabResult::Quantity { value, unit, comparator } => {
            let sign = comparator.map_or("", |own| own.code());
            format!("{sign}{} {unit}", rounded(value, 9))
        }
        LabResult::Qualitative(finding) => finding.code().into(),
    }
}
