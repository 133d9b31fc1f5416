//! From JSON to a patient. Keys, kinds and spellings are checked here; values in `check`.

mod age;
mod labs;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::limits::{MOST_BYTES, MOST_FAULTS, MOST_LABS, MOST_MEDICINES, short};
use super::medicine::Named;
use super::tree::{Stopped, Tree, too_large};
use super::{
    CompleteGroup, DecimalMark, FaultKind, Include, Indication, OnRefusal, Patient, PatientBuilder,
    PatientError, PatientErrors, Sex, Trimester, UnknownMedicines, Unreadable, Written,
};
use crate::fact::{Fact, Group, Kind, KnowledgeVersion, Options};
use crate::measure::formula::iron::TransferrinFactor;
use crate::measure::suggest::{begun, closest};

pub(crate) const PATIENT_KEYS: &[&str] = &[
    "age_years",
    "sex",
    "sex_for_reference",
    "ethnicity_black",
    "elevation_m",
    "cigarettes_per_day",
    "transferrin_factor",
    "include",
    "labs",
    "symptoms",
    "history",
    "medicines",
    "unknown_medicines",
    "on_refusal",
    "complete",
    "complete_as",
];
/// Keys of an age that is an interval.
pub(crate) const AGE_KEYS: &[&str] = &["at_least", "from", "to"];
pub(crate) const LAB_KEYS: &[&str] = &[
    "analyte",
    "value",
    "unit",
    "comparator",
    "days_ago",
    "morning",
    "iron_free_hours",
    "ref_low",
    "ref_high",
    "grey_high",
    "assay",
    "confirmed",
    "doubt",
];
/// Keys of a medicine that is an object.
pub(crate) const MEDICINE_KEYS: &[&str] =
    &["name", "days_taken", "started_before_symptoms", "indication", "stopped_days_ago", "planned"];
/// Keys of the symptoms and of the history that are not facts.
pub(crate) const MORE_SYMPTOMS: &[&str] = &["irls_items"];
pub(crate) const MORE_HISTORY: &[&str] = &["pregnant", "trimester"];

pub(super) fn from_json(text: &str) -> Result<Patient, PatientErrors> {
    builder_from_json(text)?.build()
}

pub(super) fn builder_from_json(text: &str) -> Result<PatientBuilder, PatientErrors> {
    if text.len() > MOST_BYTES {
        // How long it is, a caller who read only so much does not know.
        let message = format!("a patient of more than {MOST_BYTES} bytes is not read");
        return Err(PatientError::new(
            FaultKind::TooLong,
            "",
            format!("more than {MOST_BYTES} bytes"),
            message,
        )
        .accept([format!("at most {MOST_BYTES} bytes")])
        .into());
    }
    let tree = Tree::read(text).map_err(|Stopped { place, error }| match too_large(text, &error) {
        Some(number) => {
            PatientError::new(FaultKind::NumberTooLarge, place, number, "too large to be a number")
                .accept([format!("{:e} to {:e}", f64::MIN, f64::MAX)])
        }
        None => PatientError::new(FaultKind::NotJson, "", "", format!("not JSON: {error}"))
            .accept(["one patient as a JSON object"]),
    })?;
    let mut reader = Reader { builder: PatientBuilder::default(), unanswered: Vec::new() };
    reader.patient(&tree);
    Ok(reader.unanswered.into_iter().fold(reader.builder, PatientBuilder::not_complete))
}

struct Reader {
    builder: PatientBuilder,
    /// Whole groups that are given without a value: they are not known, and not empty.
    unanswered: Vec<CompleteGroup>,
}

impl Reader {
    fn fault(&mut self, error: PatientError) {
        if !self.is_full() {
            self.builder.errors.push(error);
        }
    }

    /// One more than will be listed, so that it can be said that there are more.
    fn is_full(&self) -> bool {
        self.builder.errors.len() > MOST_FAULTS
    }

    /// The entries of an object whose keys are known; `null` says nothing, not even that an item is absent.
    fn entries<'t>(
        &mut self,
        tree: &'t Tree,
        path: &str,
        known: &[&str],
    ) -> Vec<(String, &'t str, &'t Tree)> {
        let Tree::Object(entries) = tree else {
            self.fault(
                PatientError::new(
                    FaultKind::WrongType,
                    path,
                    tree,
                    format!("expected an object, found {}", tree.kind()),
                )
                .accept(known.iter().copied()),
            );
            return Vec::new();
        };
        let mut seen: Vec<&str> = Vec::new();
        let mut kept = Vec::new();
        for (key, value) in entries {
            let shown = short(key);
            let field = if path.is_empty() { shown.clone() } else { format!("{path}.{shown}") };
            if !known.contains(&key.as_str()) {
                // The search for what was meant costs more than all the rest.
                if self.is_full() {
                    break;
                }
                let mut accepted = begun(key, known.iter().copied());
                if accepted.is_empty() {
                    accepted.extend(closest(key, known.iter().copied()));
                }
                if accepted.is_empty() {
                    accepted = known.to_vec();
                }
                self.fault(
                    PatientError::new(
                        FaultKind::UnknownKey,
                        field,
                        value,
                        format!("`{shown}` is not a known key"),
                    )
                    .accept(accepted),
                );
            } else if seen.contains(&key.as_str()) {
                self.fault(PatientError::new(
                    FaultKind::KeyTwice,
                    field,
                    value,
                    format!("`{key}` is given twice"),
                ));
            } else {
                seen.push(key);
                if *value == Tree::Null {
                    self.unanswered(&field);
                } else {
                    kept.push((field, key.as_str(), value));
                }
            }
        }
        kept
    }

    /// A group, or an item of one, that is given without a value: whoever named it has not left it unmentioned.
    fn unanswered(&mut self, field: &str) {
        self.unanswered.extend(CompleteGroup::ALL.iter().filter(|own| own.code() == field));
        let key = field.strip_prefix("history.").or_else(|| field.strip_prefix("symptoms."));
        let fact = match key {
            Some("pregnant" | "trimester") => Some(Fact::Person),
            Some(key) => Fact::from_id(key),
            None => None,
        };
        if let Some(fact) = fact {
            self.builder.patient.leave_unanswered(fact);
        }
    }

    fn mismatch(&mut self, field: &str, value: &Tree, expected: &str) {
        let message = format!("expected {expected}, found {}", value.kind());
        self.fault(PatientError::new(FaultKind::WrongType, field, value, message).accept([expected]));
    }

    fn number(&mut self, field: &str, value: &Tree) -> Option<f64> {
        if let Tree::Number(number) = value {
            return Some(*number);
        }
        let Tree::Text(text) = value else {
            self.mismatch(field, value, "a number");
            return None;
        };
        match Written::read(text, DecimalMark::Point) {
            Ok(written @ Written::Number(_, None)) => {
                let message = "expected a number, found a string: give it without quotes";
                self.fault(
                    PatientError::new(FaultKind::NumberAsText, field, value, message)
                        .accept(written.in_json()),
                );
            }
            Err(Unreadable { message, readings, .. }) if !readings.is_empty() => {
                let message = format!("expected a number, found a string: {message}");
                let numbers = readings.into_iter().filter(|own| matches!(own, Written::Number(_, None)));
                self.fault(
                    PatientError::new(FaultKind::NumberAsText, field, value, message)
                        .accept(numbers.flat_map(Written::in_json)),
                );
            }
            _ => self.mismatch(field, value, "a number"),
        }
        None
    }

    fn boolean(&mut self, field: &str, value: &Tree) -> Option<bool> {
        if let Tree::Bool(known) = value {
            return Some(*known);
        }
        self.mismatch(field, value, "true or false");
        None
    }

    fn text<'t>(&mut self, field: &str, value: &'t Tree) -> Option<&'t str> {
        if let Tree::Text(text) = value {
            return Some(text);
        }
        self.mismatch(field, value, "a string");
        None
    }

    fn list<'t>(&mut self, field: &str, value: &'t Tree, most: usize) -> &'t [Tree] {
        match value {
            Tree::List(items) if items.len() <= most => items,
            Tree::List(items) => {
                self.fault(too_many(field, items.len(), most));
                &[]
            }
            _ => {
                self.mismatch(field, value, "a list");
                &[]
            }
        }
    }

    /// One of a few codes.
    fn code<T>(
        &mut self,
        field: &str,
        value: &Tree,
        codes: &[&'static str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(field, value)?;
        let found = read(text);
        if found.is_none() {
            self.fault(
                PatientError::new(
                    FaultKind::UnknownCode,
                    field,
                    text,
                    format!("`{}` is not one of the accepted codes", short(text)),
                )
                .accept(codes.iter().copied()),
            );
        }
        found
    }

    fn patient(&mut self, tree: &Tree) {
        for (field, key, value) in self.entries(tree, "", PATIENT_KEYS) {
            match key {
                "age_years" => self.age(&field, value),
                "sex" => self.builder.patient.sex = self.code(&field, value, Sex::CODES, Sex::from_code),
                "sex_for_reference" => {
                    self.builder.patient.sex_for_reference =
                        self.code(&field, value, Sex::CODES, Sex::from_code);
                }
                "ethnicity_black" => self.flag(&field, Fact::EthnicityBlack, value),
                "elevation_m" => self.builder.patient.elevation_m = self.number(&field, value),
                "cigarettes_per_day" => self.builder.patient.cigarettes_per_day = self.number(&field, value),
                "transferrin_factor" => {
                    let codes: Vec<_> = TransferrinFactor::ALL.iter().map(|factor| factor.code()).collect();
                    let read = |code: &str| {
                        TransferrinFactor::ALL.iter().copied().find(|factor| factor.code() == code)
                    };
                    if let Some(factor) = self.code(&field, value, &codes, read) {
                        self.builder.patient.transferrin_factor = factor;
                    }
                }
                "include" => {
                    for (place, item) in self.list(&field, value, MOST_MEDICINES).iter().enumerate() {
                        let field = format!("{field}[{place}]");
                        let asked = self.code(&field, item, Include::CODES, Include::from_code);
                        self.builder.patient.include.extend(asked);
                    }
                }
                "labs" => {
                    let list = self.list(&field, value, MOST_LABS);
                    self.builder.next_lab = list.len();
                    for (place, item) in list.iter().enumerate() {
                        let before = self.builder.patient.labs.len();
                        self.lab(&format!("{field}[{place}]"), item);
                        if self.builder.patient.labs.len() > before {
                            self.builder.lab_places.push(place);
                        }
                    }
                }
                "symptoms" => self.items(value, &field, Group::Symptoms, MORE_SYMPTOMS),
                "history" => self.items(value, &field, Group::History, MORE_HISTORY),
                "medicines" => {
                    let list = self.list(&field, value, MOST_MEDICINES);
                    self.builder.next_medicine = list.len();
                    for (place, item) in list.iter().enumerate() {
                        if let Some(named) = self.medicine(&format!("{field}[{place}]"), item) {
                            self.builder.medicine_names.push(named);
                            self.builder.medicine_places.push(place);
                        }
                    }
                }
                "unknown_medicines" => {
                    self.builder.unknown_medicines =
                        self.code(&field, value, UnknownMedicines::CODES, UnknownMedicines::from_code);
                }
                "on_refusal" => {
                    self.builder.on_refusal =
                        self.code(&field, value, OnRefusal::CODES, OnRefusal::from_code);
                }
                "complete" => {
                    for (place, item) in self.list(&field, value, MOST_MEDICINES).iter().enumerate() {
                        let field = format!("{field}[{place}]");
                        let group = self.code(&field, item, CompleteGroup::CODES, CompleteGroup::from_code);
                        self.builder.patient.complete.extend(group);
                    }
                }
                "complete_as" => {
                    self.builder.patient.complete_as =
                        self.code(&field, value, KnowledgeVersion::CODES, KnowledgeVersion::from_code);
                }
                _ => {}
            }
        }
    }

    /// A name, or an object that says more of the medicine.
    fn medicine(&mut self, field: &str, value: &Tree) -> Option<Named> {
        match value {
            Tree::Text(name) => return Some(Named::plain(name)),
            Tree::Object(_) => {}
            _ => {
                self.mismatch(field, value, "a string or an object");
                return None;
            }
        }
        let mut made = Named::default();
        let mut name = None;
        for (field, key, value) in self.entries(value, field, MEDICINE_KEYS) {
            match key {
                "name" => name = self.text(&field, value),
                "days_taken" => made.days_taken = self.number(&field, value),
                "stopped_days_ago" => made.stopped_days_ago = self.number(&field, value),
                "started_before_symptoms" => made.started_before_symptoms = self.boolean(&field, value),
                "planned" => made.planned = self.boolean(&field, value).unwrap_or_default(),
                "indication" => {
                    made.indication = self.code(&field, value, Indication::CODES, Indication::from_code);
                }
                _ => {}
            }
        }
        match name {
            Some(name) => Some(Named { name: name.to_owned(), ..made }),
            None => {
                let message = "a medicine needs its `name`";
                self.fault(
                    PatientError::new(FaultKind::Missing, format!("{field}.name"), "", message)
                        .accept(["an ingredient"]),
                );
                None
            }
        }
    }

    fn flag(&mut self, field: &str, fact: Fact, value: &Tree) {
        if let Some(known) = self.boolean(field, value) {
            self.builder.patient.choices.push((fact, Options::flag(known)));
        }
    }

    fn items(&mut self, tree: &Tree, path: &str, group: Group, more: &[&'static str]) {
        for (field, key, value) in self.entries(tree, path, &item_keys(group, more)) {
            match (Fact::from_id(key), key) {
                (Some(fact), _) if is_open(fact, value) => {}
                (Some(fact), _) => match fact.info().kind {
                    Kind::Flag => self.flag(&field, fact, value),
                    Kind::Choice(codes) => {
                        let place = |code: &str| codes.iter().zip(0u8..).find(|(own, _)| **own == code);
                        let mut accepted = codes.to_vec();
                        accepted.extend(not_known(fact));
                        if let Some((_, place)) = self.code(&field, value, &accepted, place) {
                            self.builder.patient.choices.push((fact, Options(1 << place)));
                        }
                    }
                    _ => {
                        if let Some(number) = self.number(&field, value) {
                            self.builder.patient.numbers.push((fact, number));
                        }
                    }
                },
                (None, "pregnant") => self.builder.patient.pregnant = self.boolean(&field, value),
                (None, "trimester") => self.trimester(&field, value),
                (None, "irls_items") => self.irls_items(&field, value),
                (None, _) => {}
            }
        }
    }

    fn trimester(&mut self, field: &str, value: &Tree) {
        let found = match value {
            Tree::Number(number) => Trimester::from_code(&format!("{number}")),
            _ => None,
        };
        if found.is_none() {
            let message = "a trimester is 1, 2 or 3, as a number";
            self.fault(
                PatientError::new(FaultKind::UnknownCode, field, value, message)
                    .accept(Trimester::CODES.iter().copied()),
            );
        }
        self.builder.patient.trimester = found;
    }

    fn irls_items(&mut self, field: &str, value: &Tree) {
        let mut scores = Vec::new();
        for (place, item) in self.list(field, value, 64).iter().enumerate() {
            let Some(score) = self.number(&format!("{field}[{place}]"), item) else { return };
            // Whatever is no score from 0 to 4 becomes one that the check refuses by name.
            let whole = (0.0..=255.0).contains(&score) && libm::trunc(score).to_bits() == score.to_bits();
            scores.push(if whole { score as u8 } else { u8::MAX });
        }
        self.builder.irls_items = Some(scores);
    }
}

/// The word that says of a choice that it is not known, where it has one.
pub fn not_known(fact: Fact) -> Option<&'static str> {
    match fact {
        Fact::Mimics => Some("not_assessed"),
        Fact::B12Cause => Some("unknown"),
        _ if Fact::MIMICS.contains(&fact) => Some("not_examined"),
        _ => None,
    }
}

fn is_open(fact: Fact, value: &Tree) -> bool {
    not_known(fact).is_some_and(|word| *value == Tree::Text(word.to_owned()))
}

/// A list that is too long to be worked on.
pub(super) fn too_many(field: &str, len: usize, most: usize) -> PatientError {
    let message = format!("{len} entries are more than {most}");
    PatientError::new(FaultKind::TooMany, field, format!("{len} entries"), message)
        .accept([format!("at most {most}")])
}

/// The keys of a group of items.
pub(crate) fn item_keys(group: Group, more: &[&'static str]) -> Vec<&'static str> {
    let own = Fact::ALL.iter().filter(|fact| fact.info().group == group).map(|fact| fact.id());
    own.chain(more.iter().copied()).collect()
}
