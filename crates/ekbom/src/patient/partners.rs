//! Results of one day that cannot both be true as they are written: asked about, both named.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::error::Doubted;
use super::one_sample::printed;
use super::place::said_at;
use super::ranges::AGES;
use super::{FaultKind, Lab, LabResult, Patient, PatientError, Sex};
use crate::fact::{Fact, Options};
use crate::measure::analyte::Analyte;
use crate::measure::formula::egfr::{self, EgfrSex};
use crate::measure::formula::haemoglobin::fits_haematocrit;
use crate::measure::formula::iron::in_one_family;
use crate::measure::unit::Unit;

/// Results of one day that must go together: what is asked of the first depends on the second.
pub const PARTNERS: &[(Analyte, Analyte)] = &[
    (Analyte::Haemoglobin, Analyte::Haematocrit),
    // Not transferrin: it is weighed everywhere, and says nothing of the unit of iron.
    (Analyte::Iron, Analyte::Tibc),
    (Analyte::Iron, Analyte::Uibc),
    (Analyte::B12Total, Analyte::Holotc),
    (Analyte::Egfr, Analyte::Creatinine),
    // A part is not more than the whole.
    (Analyte::Uibc, Analyte::Tibc),
    (Analyte::CalciumIonised, Analyte::Calcium),
];

pub(super) fn check(patient: &Patient, places: &[usize], errors: &mut Vec<PatientError>) {
    for (at, lab) in patient.labs.iter().enumerate() {
        for (other_at, other) in patient.labs.iter().enumerate() {
            if at == other_at || !lab.same_day(other) || lab.confirmed || other.confirmed {
                continue;
            }
            if !PARTNERS.contains(&(lab.analyte, other.analyte)) {
                continue;
            }
            let Some(question) = contradiction(patient, lab, other) else { continue };
            let message = format!(
                "`{}` {} does not go with `{}` {} (labs[{}]): {question} Say `confirmed: true` if the report says so",
                lab.analyte,
                printed(lab),
                other.analyte,
                printed(other),
                said_at(places, other_at)
            );
            let field = format!("labs[{}].value", said_at(places, at));
            errors.push(
                PatientError::new(FaultKind::ResultsContradict, field, printed(lab), message)
                    .accept(["confirmed: true"])
                    .beside([Doubted::Lab(said_at(places, other_at))]),
            );
        }
    }
}

/// What is asked of the first of two results of one day, where they contradict each other.
fn contradiction(patient: &Patient, lab: &Lab, other: &Lab) -> Option<String> {
    let (own, partner) = (exact(lab)?, exact(other)?);
    match (lab.analyte, other.analyte) {
        (Analyte::Haemoglobin, Analyte::Haematocrit) if !fits_haematocrit(own, partner) => {
            Some("haemoglobin in g/dL is about a third of the haematocrit in %: are both units right?".into())
        }
        (Analyte::Iron, _) => mixed(lab, other),
        (Analyte::B12Total, Analyte::Holotc) => {
            let total = other_unit(lab, Unit::PmolPerL)?;
            (total < partner)
                .then(|| format!("the total is {total} pmol/L, and the active part cannot be more:"))
        }
        (Analyte::Uibc, Analyte::Tibc) => (own > partner).then(|| {
            "what is not bound cannot be more than the whole capacity: are they the other way round?".into()
        }),
        (Analyte::CalciumIonised, Analyte::Calcium) => {
            let total = other.analyte.convert(partner, other.analyte.info().canonical, Unit::MmolPerL)?;
            let ionised = lab.analyte.convert(own, lab.analyte.info().canonical, Unit::MmolPerL)?;
            (ionised > total)
                .then(|| "the ionised part cannot be more than the whole: are both units right?".into())
        }
        (Analyte::Egfr, Analyte::Creatinine) => {
            let computed = computed_egfr(patient, partner)?;
            computed.iter().all(|value| egfr::far_apart(own, *value)).then(|| {
                let words: Vec<String> =
                    computed.iter().map(|value| format!("{}", libm::round(*value))).collect();
                format!("that creatinine gives {}: is its unit right?", words.join(" or "))
            })
        }
        _ => None,
    }
}

/// The number that was measured, in the canonical unit; nothing of a bound.
fn exact(lab: &Lab) -> Option<f64> {
    match lab.result {
        LabResult::Quantity { comparator: None, .. } => lab.canonical(),
        _ => None,
    }
}

fn other_unit(lab: &Lab, to: Unit) -> Option<f64> {
    let LabResult::Quantity { value, unit, .. } = lab.result else { return None };
    let value = lab.analyte.convert(value, unit, to)?;
    Some(crate::measure::number::rounded(value, 4))
}

/// Iron and what binds it, of one sample, in units of mass and of substance: seldom printed so, and either may be wrong.
fn mixed(iron: &Lab, binding: &Lab) -> Option<String> {
    let unit = |lab: &Lab| match lab.result {
        LabResult::Quantity { unit, .. } => Some(unit),
        LabResult::Qualitative(_) => None,
    };
    let (own, other) = (unit(iron)?, unit(binding)?);
    if in_one_family(own, other) {
        return None;
    }
    Some(format!("one sample is seldom printed in {own} and in {other}: which unit is right?"))
}

/// By the equation, for each sex and each end of the ages that are possible; nothing where the equation does not hold.
fn computed_egfr(patient: &Patient, creatinine: f64) -> Option<Vec<f64>> {
    let (youngest, oldest) = patient.age().map_or((egfr::FROM_AGE, AGES.1), |age| (age.low(), age.high()));
    if youngest < egfr::FROM_AGE {
        return None;
    }
    let said = |fact| patient.choices.contains(&(fact, Options::YES));
    if said(Fact::Dialysis) || said(Fact::Esrd) {
        return None;
    }
    let sexes = match patient.sex_for_reference.or(patient.sex) {
        Some(Sex::Female) => alloc::vec![EgfrSex::Female],
        Some(Sex::Male) => alloc::vec![EgfrSex::Male],
        _ => alloc::vec![EgfrSex::Female, EgfrSex::Male],
    };
    let mut made = Vec::new();
    for (sex, age) in sexes.into_iter().flat_map(|sex| [(sex, youngest), (sex, oldest)]) {
        let value = egfr::ckd_epi_2021(egfr::CreatinineMgDl(creatinine), egfr::AgeYears(age), sex);
        // Those that are printed alike are one.
        if !made.iter().any(|other| libm::round(*other).to_bits() == libm::round(value).to_bits()) {
            made.push(value);
        }
    }
    Some(made)
}
