//! What is said of a patient must not contradict itself.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::vec::Vec;

use super::error::Doubted;
use super::place::{field_of, said_at};
use super::{FaultKind, Indication, Lab, LabResult, Patient, PatientError, Sex, Trimester};
use crate::fact::medicine::MedicineClass;
use crate::fact::{Fact, Mimics, Options};
use crate::measure::analyte::Analyte;
use crate::measure::formula::iron::saturations_disagree;
use crate::measure::interval::Interval;

pub(super) fn check(patient: &Patient, places: &[usize], errors: &mut Vec<PatientError>) {
    pregnancy(patient, errors);
    menopause(patient, errors);
    longer_than_life(patient, errors);
    reflexes(patient, errors);
    mimics(patient, errors);
    medicines(patient, errors);
    saturations(patient, places, errors);
}

/// Said to be male, and nothing said of which reference limits apply.
fn is_male(patient: &Patient) -> bool {
    patient.sex == Some(Sex::Male) && patient.sex_for_reference.is_none()
}

fn pregnancy(patient: &Patient, errors: &mut Vec<PatientError>) {
    if let (Some(trimester), Some(false)) = (patient.trimester, patient.pregnant) {
        let message = "a trimester is given, but `pregnant` is false";
        errors.push(
            PatientError::new(FaultKind::PregnancyDenied, "history.trimester", trimester, message)
                .accept(["pregnant: true", "no trimester"])
                .beside([Doubted::Pregnancy]),
        );
    }
    let weeks = patient.number(Fact::GestationalWeeks);
    if let (Some(weeks), Some(false)) = (weeks, patient.pregnant) {
        let message = "weeks of pregnancy are given, but `pregnant` is false";
        errors.push(
            PatientError::new(FaultKind::PregnancyDenied, field_of(Fact::GestationalWeeks), weeks, message)
                .accept(["pregnant: true", "no gestational_weeks"])
                .beside([Doubted::Pregnancy]),
        );
    }
    if let (Some(weeks), Some(trimester)) = (weeks, patient.trimester) {
        let by_weeks = Trimester::at(weeks);
        if by_weeks != trimester {
            let message =
                format!("week {weeks} lies in trimester {by_weeks}, but `trimester` is {trimester}");
            errors.push(
                PatientError::new(
                    FaultKind::WeeksOutsideTrimester,
                    field_of(Fact::GestationalWeeks),
                    weeks,
                    message,
                )
                .accept([format!("trimester: {by_weeks}")])
                .beside([Doubted::Pregnancy]),
            );
        }
    }
    let pregnant = patient.pregnant == Some(true) || patient.trimester().is_some();
    if pregnant && is_male(patient) {
        let message = "pregnant with sex `male`: say which reference limits apply";
        errors.push(
            PatientError::new(FaultKind::PregnantMale, "history.pregnant", "true", message)
                .accept(["sex_for_reference: female"])
                .beside([Doubted::Pregnancy, Doubted::Sex]),
        );
    }
}

fn menopause(patient: &Patient, errors: &mut Vec<PatientError>) {
    if !patient.choices.contains(&(Fact::Postmenopausal, Options::YES)) {
        return;
    }
    let mut fault = |kind, message, accepted, beside| {
        errors.push(
            PatientError::new(kind, field_of(Fact::Postmenopausal), "true", message)
                .accept(accepted)
                .beside([beside]),
        );
    };
    let expecting = match (patient.pregnant, patient.trimester()) {
        (Some(true), _) => Some(("`pregnant` is true".to_owned(), "pregnant: false")),
        (_, Some(trimester)) => Some((format!("`trimester` is {trimester}"), "no trimester")),
        _ => None,
    };
    if let Some((said, otherwise)) = expecting {
        fault(
            FaultKind::PostmenopausalPregnant,
            format!("`postmenopausal` is true, but {said}"),
            alloc::vec!["postmenopausal: false", otherwise],
            Doubted::Pregnancy,
        );
    }
    if is_male(patient) {
        let message = "`postmenopausal` is true with sex `male`: say which reference limits apply".into();
        fault(FaultKind::PostmenopausalMale, message, alloc::vec!["sex_for_reference: female"], Doubted::Sex);
    }
}

/// Symptoms are no older than the patient. Ages are mostly given in whole years, so that what began within the
/// patient's present year of life is no contradiction.
fn longer_than_life(patient: &Patient, errors: &mut Vec<PatientError>) {
    const MONTHS_OF_A_YEAR: f64 = 12.0;
    // Of an interval the highest age: what one of them allows is no contradiction.
    let Some(age) = patient.age().map(Interval::high) else { return };
    let next_birthday = libm::floor(age) + 1.0;
    for (fact, value) in &patient.numbers {
        let (most, message) = match fact {
            Fact::OnsetAgeYears => (next_birthday, format!("`{fact}` {value} is after `age_years` {age}")),
            Fact::DurationMonths => (
                next_birthday * MONTHS_OF_A_YEAR,
                format!("`{fact}` {value} is longer than `age_years` {age}"),
            ),
            _ => continue,
        };
        if *value >= most {
            let accepted = format!("below {most}");
            errors.push(
                PatientError::new(FaultKind::LongerThanLife, field_of(*fact), value, message)
                    .accept([accepted])
                    .beside([Doubted::Age]),
            );
        }
    }
}

fn reflexes(patient: &Patient, errors: &mut Vec<PatientError>) {
    let said = |fact, options| patient.choices.contains(&(fact, options));
    if said(Fact::ExtensorPlantars, Options::YES) && said(Fact::AbnormalReflexes, Options::NO) {
        let message = "`extensor_plantars` is true, but `abnormal_reflexes` is false";
        errors.push(
            PatientError::new(FaultKind::ReflexesDenied, field_of(Fact::AbnormalReflexes), "false", message)
                .accept(["abnormal_reflexes: true"])
                .beside([Doubted::Item(Fact::ExtensorPlantars)]),
        );
    }
}

/// The mimics as a whole must fit those that were examined one by one.
fn mimics(patient: &Patient, errors: &mut Vec<PatientError>) {
    let said = |fact: Fact| patient.choices.iter().find(|(own, _)| *own == fact).map(|(_, options)| *options);
    let Some(whole) = said(Fact::Mimics) else { return };
    for fact in Fact::MIMICS {
        let Some(one) = said(*fact) else { continue };
        let fits = whole == Mimics::SoleExplanation.only()
            || one == Mimics::RuledOut.only()
            || (one == Mimics::Coexists.only() && whole == Mimics::Coexists.only());
        if !fits {
            let message = format!("`{fact}` is present, but `mimics` says otherwise");
            errors.push(
                PatientError::new(FaultKind::MimicsContradict, field_of(Fact::Mimics), name(whole), message)
                    .accept([name(one), "mimics left out"])
                    .beside([Doubted::Item(*fact)]),
            );
        }
    }
}

fn name(mimics: Options) -> &'static str {
    Mimics::ALL.iter().find(|own| own.only() == mimics).map_or("", |own| own.code())
}

/// Two reported saturations of one day that disagree: only the laboratory knows which is right.
fn saturations(patient: &Patient, places: &[usize], errors: &mut Vec<PatientError>) {
    let percent = |lab: &Lab| match lab.result {
        LabResult::Quantity { comparator: None, .. } => lab.canonical().and_then(Interval::exact),
        _ => None,
    };
    let labs = patient.labs.iter().enumerate().filter(|(_, lab)| lab.analyte == Analyte::Tsat);
    let known: Vec<_> = labs.filter_map(|(place, lab)| Some((place, lab, percent(lab)?))).collect();
    for (at, (first, lab, value)) in known.iter().enumerate() {
        for (place, other, second) in known.iter().skip(at + 1) {
            if lab.same_day(other) && saturations_disagree(*value, *second) {
                let message = format!(
                    "transferrin saturations of one day disagree: {} % and {} %",
                    value.low(),
                    second.low()
                );
                errors.push(
                    PatientError::new(
                        FaultKind::SaturationsDisagree,
                        format!("labs[{}].value", said_at(places, *place)),
                        second.low(),
                        message,
                    )
                    .accept(["the one that the laboratory confirms"])
                    .beside([Doubted::Lab(said_at(places, *first))]),
                );
            }
        }
    }
}

/// What medicines imply must not be denied by the history.
fn medicines(patient: &Patient, errors: &mut Vec<PatientError>) {
    let parkinson =
        patient.medicine_entries.iter().find(|own| own.indication == Some(Indication::ParkinsonsDisease));
    if let Some(entry) =
        parkinson.filter(|_| patient.choices.contains(&(Fact::ParkinsonsDisease, Options::NO)))
    {
        let fact = Fact::ParkinsonsDisease;
        let message = format!("`{fact}` is false, but {} is listed as a medicine for it", entry.medicine);
        errors.push(
            PatientError::new(FaultKind::IndicationDenied, field_of(fact), "false", message)
                .accept(["true"])
                .beside([Doubted::Indications]),
        );
    }
    let implied = [
        (MedicineClass::B12Product, Fact::B12Replacement),
        (MedicineClass::CombinedContraceptive, Fact::CombinedContraceptive),
    ];
    for (class, fact) in implied {
        let denied = patient.choices.contains(&(fact, Options::NO));
        if let Some(medicine) = patient.medicines.iter().find(|medicine| medicine.is(class)) {
            if denied {
                let message = format!("`{fact}` is false, but the medicines hold {medicine}");
                errors.push(
                    PatientError::new(FaultKind::MedicineDenied, field_of(fact), "false", message)
                        .accept(["true"]),
                );
            }
        }
    }
}
