//! Checking what was said of a patient.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::limits::{MOST_FAULTS, MOST_ITEMS, MOST_LABS, MOST_MEDICINES, MOST_NAME};
use super::medicine::Named;
use super::medicine_names::{meant, says_none, without_bearing};
use super::place::{field_of, said_at};
use super::ranges::{AGES, CIGARETTES, ELEVATIONS, MOST_DAYS};
use super::read::{PATIENT_KEYS, too_many};
use super::{
    FaultKind, Lab, LabResult, MedicineEntry, OnRefusal, Patient, PatientBuilder, PatientError,
    PatientErrors, UnknownMedicines, contradictions, one_sample, own_limits, partners, set_aside,
};
use crate::fact::instrument::IrlsTotal;
use crate::fact::medicine::{Medicine, MedicineClass};
use crate::fact::{Fact, Group, Kind, Options};
use crate::measure::analyte::{Analyte, AnalyteKind, Plausibility, in_words};
use crate::measure::interval::Interval;
use crate::measure::unit::Unit;

pub(super) fn check(builder: PatientBuilder) -> Result<Patient, PatientErrors> {
    let PatientBuilder {
        mut patient,
        irls_items,
        unknown_medicines,
        on_refusal,
        medicine_names,
        mut lab_places,
        medicine_places,
        lost,
        in_doubt: mut aside,
        doubt_places: _,
        next_lab: _,
        next_medicine: _,
        mut errors,
    } = builder;
    // What is too much to be worked on: the work grows with the square of it.
    let lists = [
        ("labs", patient.labs.len(), MOST_LABS),
        ("items", patient.choices.len().max(patient.numbers.len()), MOST_ITEMS),
        ("medicines", patient.medicine_entries.len() + medicine_names.len(), MOST_MEDICINES),
        ("include", patient.include.len(), MOST_MEDICINES),
    ];
    let found = errors.len();
    errors.extend(
        lists.iter().filter(|(_, len, most)| len > most).map(|(key, len, most)| too_many(key, *len, *most)),
    );
    if errors.len() > found {
        return Err(PatientErrors::listed(errors));
    }
    // Where something refuses the patient all the same, every fault is named as if nothing could be set aside.
    let set_aside = on_refusal == Some(OnRefusal::SetAside)
        && errors.len() <= MOST_FAULTS
        && errors.iter().all(set_aside::is_possible);
    // What was refused while it was read is not looked at again.
    if set_aside {
        errors.iter().for_each(|error| patient.put_aside(&mut lab_places, error));
    }
    one_sample::merge(&mut patient, &mut lab_places);
    if !set_aside && !aside.is_empty() {
        // What is in doubt takes away those that it passes over, and these perhaps others.
        loop {
            let over = patient.passed_over(&lab_places, &lost);
            if over.is_empty() {
                break;
            }
            over.iter().for_each(|error| patient.put_aside(&mut lab_places, error));
            aside.extend(over);
        }
    }
    let before = errors.len();
    irls(&mut patient, irls_items, &mut errors);
    medicines(&mut patient, medicine_names, &medicine_places, unknown_medicines, set_aside, &mut errors);
    let mut new = errors.get(before..).unwrap_or_default().to_vec();
    // What is taken away can bring up what it explained: again, until nothing is wrong with what is left. Each round
    // takes something away.
    loop {
        if set_aside {
            if !new.iter().all(set_aside::is_possible) {
                return Err(in_order(errors));
            }
            new.iter().for_each(|error| patient.put_aside(&mut lab_places, error));
        }
        new = judged(&patient, &lab_places);
        if set_aside {
            new.extend(patient.passed_over(&lab_places, &lost));
        }
        new.retain(|error| !errors.contains(error));
        errors.extend_from_slice(&new);
        if !set_aside || new.is_empty() || errors.len() > MOST_FAULTS {
            break;
        }
    }
    patient.complete.dedup();
    if (!set_aside || errors.len() > MOST_FAULTS) && !errors.is_empty() {
        return Err(in_order(errors));
    }
    // Behind what was set aside before, of a patient of whom more is said.
    patient.set_aside.append(&mut aside);
    patient.set_aside.append(&mut errors);
    patient.set_aside.sort_by_key(|error| order(error.field()));
    Ok(patient)
}

fn in_order(mut errors: Vec<PatientError>) -> PatientErrors {
    errors.sort_by_key(|error| order(error.field()));
    PatientErrors::listed(errors)
}

/// What is wrong with what was said and read.
fn judged(patient: &Patient, lab_places: &[usize]) -> Vec<PatientError> {
    let mut errors = Vec::new();
    person(patient, &mut errors);
    for (place, lab) in patient.labs.iter().enumerate() {
        let path = format!("labs[{}]", said_at(lab_places, place));
        check_lab(patient, lab, &path, &mut errors);
        own_limits::check(lab, patient.age().map(Interval::low), &path, &mut errors);
    }
    one_sample::check(&patient.labs, lab_places, &mut errors);
    partners::check(patient, lab_places, &mut errors);
    items(patient, &mut errors);
    contradictions::check(patient, lab_places, &mut errors);
    errors
}

/// The order of a patient's fields, unknown ones last; within a list that of its entries.
fn order(field: &str) -> (usize, usize) {
    let key = field.split(['.', '[']).next().unwrap_or_default();
    let rank = PATIENT_KEYS.iter().position(|own| *own == key).unwrap_or(PATIENT_KEYS.len());
    let rest = field.strip_prefix(key).and_then(|rest| rest.strip_prefix('['));
    let place = rest.and_then(|rest| rest.split(']').next()).and_then(|place| place.parse().ok());
    (rank, place.unwrap_or_default())
}

fn within(field: &str, value: Option<f64>, (low, high): (f64, f64), errors: &mut Vec<PatientError>) {
    if let Some(value) = value {
        if !(low..=high).contains(&value) {
            errors.push(
                PatientError::new(
                    FaultKind::OutOfRange,
                    field,
                    value,
                    format!("`{field}` {value} is out of range"),
                )
                .accept([format!("{low} to {high}")]),
            );
        }
    }
}

fn person(patient: &Patient, errors: &mut Vec<PatientError>) {
    within("age_years", patient.age_years, AGES, errors);
    // Of an interval both ends: one that is too long says an age that nobody has.
    let ends = patient.age_between.map(|age| [age.low(), age.high()]);
    let wrong = ends.and_then(|ends| ends.into_iter().find(|end| !(AGES.0..=AGES.1).contains(end)));
    within("age_years", wrong, AGES, errors);
    within("elevation_m", patient.elevation_m, ELEVATIONS, errors);
    within("cigarettes_per_day", patient.cigarettes_per_day, CIGARETTES, errors);
}

/// The keys a caller may state as items, by group.
fn is_item(fact: Fact) -> bool {
    matches!(fact.info().group, Group::Symptoms | Group::History) || fact == Fact::EthnicityBlack
}

fn items(patient: &Patient, errors: &mut Vec<PatientError>) {
    for (place, (fact, options)) in patient.choices.iter().enumerate() {
        let misused = !is_item(*fact) || !matches!(fact.info().kind, Kind::Flag | Kind::Choice(_));
        let is_flag = *options == Options::YES || *options == Options::NO;
        if misused || (fact.info().kind == Kind::Flag && !is_flag) {
            errors.push(PatientError::new(
                FaultKind::WrongSort,
                field_of(*fact),
                "",
                format!("`{fact}` cannot be stated as yes or no"),
            ));
        }
        let earlier = patient.choices.iter().take(place).find(|(other, _)| other == fact);
        if earlier.is_some_and(|(_, other)| other != options) {
            errors.push(PatientError::new(
                FaultKind::SaidTwoWays,
                field_of(*fact),
                "",
                format!("`{fact}` is said to be two different things"),
            ));
        }
    }
    for (place, (fact, value)) in patient.numbers.iter().enumerate() {
        let field = field_of(*fact);
        match fact.info().kind {
            Kind::Number { range } if is_item(*fact) => {
                let whole = *fact != Fact::IrlsTotal || libm::trunc(*value).to_bits() == value.to_bits();
                if !range.contains(*value) || !whole {
                    let kind = if *fact == Fact::IrlsTotal { "a whole number from " } else { "" };
                    errors.push(
                        PatientError::new(
                            FaultKind::OutOfRange,
                            field.clone(),
                            value,
                            format!("`{fact}` {value} is out of range"),
                        )
                        .accept([format!(
                            "{kind}{} to {}",
                            range.low(),
                            range.high()
                        )]),
                    );
                }
            }
            _ => errors.push(PatientError::new(
                FaultKind::WrongSort,
                field.clone(),
                value,
                format!("`{fact}` cannot be stated as a number"),
            )),
        }
        let earlier = patient.numbers.iter().take(place).find(|(other, _)| other == fact);
        if earlier.is_some_and(|(_, other)| other.to_bits() != value.to_bits()) {
            errors.push(PatientError::new(
                FaultKind::SaidTwoWays,
                field,
                value,
                format!("`{fact}` is said to be two different numbers"),
            ));
        }
    }
}

fn irls(patient: &mut Patient, scores: Option<Vec<u8>>, errors: &mut Vec<PatientError>) {
    let Some(scores) = scores else { return };
    match IrlsTotal::from_items(&scores) {
        Ok(total) => {
            patient.irls_computed = Some(total);
            patient.irls_items = Some(scores);
        }
        Err(error) => errors.push(
            PatientError::new(
                FaultKind::IrlsScores,
                "symptoms.irls_items",
                format!("{} scores", scores.len()),
                format!("{error}"),
            )
            .accept(["ten scores from 0 to 4"]),
        ),
    }
}

fn medicines(
    patient: &mut Patient,
    names: Vec<Named>,
    places: &[usize],
    policy: Option<UnknownMedicines>,
    setting_aside: bool,
    errors: &mut Vec<PatientError>,
) {
    let stays = |errors: &[PatientError], place: Option<usize>| {
        !setting_aside || place.and_then(|place| set_aside::medicine_stays(errors, place)).unwrap_or(true)
    };
    // What was said by builders stands first, and at no place of what was read.
    let mut said: Vec<(Option<usize>, MedicineEntry)> =
        patient.medicine_entries.drain(..).map(|entry| (None, entry)).collect();
    for (place, named) in names.into_iter().enumerate() {
        let name = named.name.clone();
        match Medicine::find(&name) {
            Some(medicine) => said.push((Some(said_at(places, place)), named.of(medicine))),
            // A real medicine of which nothing is said here: it neither opens the list nor is corrected.
            None if without_bearing(&name) => {}
            None if says_none(&name) => errors.push(
                PatientError::new(
                    FaultKind::NoMedicine,
                    format!("medicines[{}]", said_at(places, place)),
                    &name,
                    "that is no medicine: leave it out, and say with `complete` that nothing else is taken",
                )
                .accept(["an ingredient", "\"complete\": [\"medicines\"]"]),
            ),
            None if name.chars().count() > MOST_NAME => errors.push(
                PatientError::new(
                    FaultKind::TooLong,
                    format!("medicines[{}]", said_at(places, place)),
                    &name,
                    format!("not the name of a medicine: it is longer than {MOST_NAME} characters"),
                )
                .accept(["the ingredient"]),
            ),
            None if policy == Some(UnknownMedicines::Carry) => patient.unrecognised.push(name),
            None => match meant(&name) {
                // A name of which nothing is known is carried, and that nothing could be checked is said.
                near if near.is_empty() && policy.is_none() => patient.unrecognised.push(name),
                near => errors.push(
                    PatientError::new(
                        FaultKind::UnknownMedicine,
                        format!("medicines[{}]", said_at(places, place)),
                        &name,
                        "not a medicine of the catalogue: give the ingredient, or say `unknown_medicines: carry`",
                    )
                    .accept(near),
                ),
            },
        }
    }
    for (place, mut entry) in said {
        let found = errors.len();
        check_medicine(place, &entry, errors);
        let wrong = errors.len() > found;
        if wrong && setting_aside {
            entry.days_taken = None;
        }
        // One that is at no place of what was read is named in its own way.
        if stays(errors, place) && !(wrong && setting_aside && place.is_none()) {
            patient.medicine_entries.push(entry);
        }
    }
    patient.medicine_entries.sort_by_key(|entry| entry.medicine);
    patient.medicine_entries.dedup();
    patient.medicines =
        patient.medicine_entries.iter().filter(|own| own.is_taken()).map(|own| own.medicine).collect();
    patient.medicines.dedup();
}

/// Days that can be, and no medicine that is taken and only planned.
fn check_medicine(place: Option<usize>, entry: &MedicineEntry, errors: &mut Vec<PatientError>) {
    let field = |key: &str| match place {
        Some(place) => format!("medicines[{place}].{key}"),
        None => format!("medicines.{}.{key}", entry.medicine),
    };
    for (key, value) in [("days_taken", entry.days_taken), ("stopped_days_ago", entry.stopped_days_ago)] {
        within(&field(key), value, (0.0, MOST_DAYS), errors);
    }
    if entry.planned && entry.days_taken.is_some() && entry.stopped_days_ago.is_none() {
        let message = format!("`{}` is planned, but is said to be taken already", entry.medicine);
        errors.push(
            PatientError::new(FaultKind::PlannedAndTaken, field("planned"), "true", message)
                .accept(["planned: false", "no days_taken"]),
        );
    }
}

fn check_lab(patient: &Patient, lab: &Lab, path: &str, errors: &mut Vec<PatientError>) {
    let field = |key: &str| format!("{path}.{key}");
    for (key, value) in [("days_ago", lab.days_ago), ("iron_free_hours", lab.iron_free_hours)] {
        if let Some(value) = value {
            if !(0.0..=MOST_DAYS).contains(&value) {
                let message = format!("`{key}` {value} is out of range");
                errors.push(
                    PatientError::new(FaultKind::OutOfRange, field(key), value, message)
                        .accept([format!("0 to {MOST_DAYS}")]),
                );
            }
        }
    }
    let analyte = lab.analyte;
    match (analyte.info().kind, lab.result) {
        (AnalyteKind::Qualitative, LabResult::Qualitative(_)) => {}
        (AnalyteKind::Quantity, LabResult::Qualitative(_)) => {
            let message = format!("`{analyte}` is a quantity");
            errors.push(
                PatientError::new(FaultKind::AmountAsFinding, field("value"), "", message)
                    .accept(["a number with its unit"]),
            );
        }
        (_, LabResult::Quantity { value, unit, comparator }) => match analyte.to_canonical(value, unit) {
            _ if !value.is_finite() || value < 0.0 => {
                let message = format!("`{analyte}` {value} is not a quantity");
                errors.push(
                    PatientError::new(FaultKind::NotAQuantity, field("value"), value, message)
                        .accept(["a number from 0"]),
                );
            }
            None => {
                let message = format!("`{analyte}` {value} cannot be in `{unit}`");
                let units = sensible_units(analyte, value, unit);
                let sister =
                    analyte.sister(value, unit.ucum()).map(|(own, _)| format!("\"analyte\": \"{own}\""));
                errors.push(
                    PatientError::new(FaultKind::UnitNotAccepted, field("unit"), unit, message)
                        .accept(sister)
                        .accept(units),
                );
            }
            Some(canonical) => {
                let verdict = analyte.plausibility_in(value, unit);
                let censored = comparator.is_some();
                let empty = comparator == Some(super::Comparator::Below) && value <= 0.0;
                let refused = verdict == Some(Plausibility::Impossible)
                    && !(censored && hard_allows(analyte, canonical));
                let unlikely = verdict == Some(Plausibility::Unlikely)
                    && !censored
                    && !lab.confirmed
                    && !iron_above_tibc(&patient.labs, lab, canonical)
                    && !explained(patient, analyte, canonical);
                if refused || empty {
                    errors.push(impossible(analyte, value, unit, field("value")));
                } else if unlikely {
                    errors.push(asked(analyte, value, unit, field("value")));
                }
            }
        },
    }
}

/// No sample has this value.
fn impossible(analyte: Analyte, value: f64, unit: Unit, field: String) -> PatientError {
    let mut message = format!("`{analyte}` {value} {unit} is not possible");
    let units = sensible_units(analyte, value, unit);
    if !units.is_empty() {
        let words: Vec<&str> = units.iter().map(|unit| in_words(unit)).collect();
        message.push_str(&format!(": is the unit {}?", words.join(" or ")));
    }
    PatientError::new(FaultKind::Impossible, field, format!("{value} {unit}"), message)
        .accept(units)
        .accept(printed_range(analyte, unit))
}

/// The number may be true, but is more often another unit's.
fn asked(analyte: Analyte, value: f64, unit: Unit, field: String) -> PatientError {
    let (question, offered) = analyte.doubt(value, unit).map(|doubt| doubt.asked()).unwrap_or_default();
    let message = format!(
        "`{analyte}` {value} {unit} is unlikely: {question} Say `confirmed: true` if the report says so"
    );
    PatientError::new(FaultKind::Unlikely, field, format!("{value} {unit}"), message)
        .accept(offered)
        .accept(["confirmed: true"])
}

/// What is said of the patient makes it ordinary.
fn explained(patient: &Patient, analyte: Analyte, canonical: f64) -> bool {
    let said = |fact| patient.choices.contains(&(fact, Options::YES));
    let kidney = said(Fact::Dialysis) || said(Fact::Esrd);
    let younger = |years: f64| patient.age().is_some_and(|age| age.high() < years);
    match analyte {
        Analyte::Magnesium => kidney && canonical <= 1.6,
        Analyte::Phosphate => (kidney && canonical <= 3.5) || (younger(1.0) && canonical <= 3.0),
        Analyte::Creatinine => younger(2.0) && canonical >= 0.15,
        Analyte::Holotc => {
            said(Fact::B12Replacement)
                || patient.medicines.iter().any(|own| own.is(MedicineClass::B12Product))
        }
        _ => false,
    }
}

/// Censored bounds are compared with the hard limits only; a bound of zero is a bound.
fn hard_allows(analyte: Analyte, canonical: f64) -> bool {
    (0.0..=analyte.info().hard.high).contains(&canonical)
}

/// Units in which the number would be credible, one for each scale.
fn sensible_units(analyte: Analyte, value: f64, stated: Unit) -> Vec<&'static str> {
    analyte.units_that_make_sense(value, Some(stated)).into_iter().map(Unit::ucum).collect()
}

/// The accepted range in the stated unit.
fn printed_range(analyte: Analyte, unit: Unit) -> Option<String> {
    let (limits, scale) = (analyte.info().hard, analyte.scale(unit)?);
    let print = |x: f64| format!("{}", crate::measure::number::rounded(scale.from_canonical(x), 6));
    Some(format!("{} to {} {unit}", print(limits.low), print(limits.high)))
}

/// Iron above the total iron-binding capacity of the same day: every reading of either points to a hazard.
fn iron_above_tibc(labs: &[Lab], lab: &Lab, canonical: f64) -> bool {
    let of = |analyte| {
        let same_day = move |other: &&Lab| other.analyte == analyte && lab.same_day(other);
        labs.iter().filter(same_day).filter_map(Lab::canonical)
    };
    match lab.analyte {
        Analyte::Iron => of(Analyte::Tibc).any(|tibc| canonical > tibc),
        Analyte::Tibc => of(Analyte::Iron).any(|iron| iron > canonical),
        _ => false,
    }
}

impl Lab {
    /// Drawn on the same day, as far as is known: both days given and equal in whole days, or neither given.
    pub(crate) fn same_day(&self, other: &Self) -> bool {
        let whole = |lab: &Self| lab.days_ago.map(libm::floor);
        one_sample::same_days(whole(self), whole(other))
    }

    /// The value printed, in the analyte's canonical unit.
    pub(crate) fn canonical(&self) -> Option<f64> {
        match self.result {
            LabResult::Quantity { value, unit, .. } => self.analyte.to_canonical(value, unit),
            LabResult::Qualitative(_) => None,
        }
    }
}
