//! From a document to patients.

use std::collections::{BTreeMap, BTreeSet};

use ekbom::Patient;
use ekbom::patient::{CompleteGroup, FaultKind, PatientError, PatientErrors};
use serde_json::{Map, Value};

use crate::choose::{Choice, choose};
use crate::code_map::CodeMap;
use crate::date::AsOf;
use crate::document::{Document, MOST_ENTRIES, Resource, tail, unversioned, values};
use crate::json::{list, text};
use crate::ledger::{Book, Ledger, Place, why};
use crate::medicine::{Medicines, Told};
use crate::observation::{self, Said};
use crate::person;
use crate::record::{How, Record};
use crate::subject::{NO_PATIENT, SubjectKey, Subjects};

/// How a record is read.
#[derive(Clone, PartialEq, Debug)]
pub struct FhirOptions {
    /// The day, or the instant, as of which it is read; where none is given, the day of the newest result.
    pub as_of: Option<AsOf>,
    /// Results that are older than so many days are not read; 0 is for ever.
    pub look_back_days: u32,
    /// Groups of which the caller knows that the record holds everything. They stay open where the record names something
    /// that was not understood.
    pub complete: Vec<CompleteGroup>,
    /// The caller's own codes.
    pub codes: CodeMap,
    /// By which key subjects are told apart in what comes out.
    pub subject_key: SubjectKey,
    /// A document of more entries is refused.
    pub most_entries: usize,
}

impl Default for FhirOptions {
    fn default() -> Self {
        Self {
            as_of: None,
            look_back_days: 365,
            complete: Vec::new(),
            codes: CodeMap::default(),
            subject_key: SubjectKey::default(),
            most_entries: MOST_ENTRIES,
        }
    }
}

/// What a document says.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// One for each subject, in an order that does not depend on that of the entries.
    pub subjects: Vec<Subject>,
    /// What became of each entry.
    pub ledger: Ledger,
}

/// One subject of a document.
#[derive(Clone, PartialEq, Debug)]
pub struct Subject {
    key: String,
    json: String,
    set_aside: Option<String>,
    deceased: bool,
    errors: Vec<PatientError>,
}

impl Subject {
    /// The key by which the ledger names it.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Is the person dead on the day asked about?
    pub const fn is_deceased(&self) -> bool {
        self.deceased
    }

    /// The patient in JSON, as the core reads it.
    ///
    /// # Errors
    /// When the subject is refused whole, or dead: then there is nothing to advise.
    pub fn to_json(&self) -> Result<&str, PatientErrors> {
        PatientErrors::check(self.errors.clone())?;
        Ok(&self.json)
    }

    /// Results that were set aside because something contradicts them, as a patient in JSON: none of them counts, but a
    /// critical one must not be lost (see [`critical_of_refused`](ekbom::assess::critical_of_refused)).
    pub fn set_aside(&self) -> Option<&str> {
        self.set_aside.as_deref()
    }

    /// The patient, through every gate of the core.
    ///
    /// # Errors
    /// When the subject is refused whole, or the core refuses it.
    pub fn patient(&self) -> Result<Patient, PatientErrors> {
        Patient::from_json(self.to_json()?)
    }
}

/// Reads a document.
///
/// # Errors
/// When it is no JSON, no FHIR, or another version than R4 and R4B: all faults at once.
pub fn read(document: &str, options: &FhirOptions) -> Result<Reading, PatientErrors> {
    read_values(&values(document).map_err(listed)?, options)
}

/// All faults at once.
fn listed(faults: Vec<PatientError>) -> PatientErrors {
    PatientErrors::check(faults)
        .err()
        .unwrap_or_else(|| PatientError::new(FaultKind::Other, "", "", "not read").into())
}

/// The same of values that were read already, each with its place.
pub(crate) fn read_values(
    values: &[(String, Value)],
    options: &FhirOptions,
) -> Result<Reading, PatientErrors> {
    let mut book = Book::default();
    let document = Document::open(values, options.most_entries, &mut book).map_err(listed)?;
    let resources = &document.resources;
    let desk = Desk { options, subjects: Subjects::of(resources), others: others(resources) };
    let (mut files, astray) = desk.sort(resources, &mut book);
    let results: BTreeMap<String, Vec<Said>> =
        files.iter().map(|(key, file)| (key.clone(), desk.results(file))).collect();
    let (as_of, by) = match options.as_of {
        Some(own) => (Some(own), "caller"),
        None => match newest(results.values().flatten()) {
            Some(day) => (Some(day), "newest_result"),
            None => (None, "none"),
        },
    };
    match (by, as_of) {
        ("newest_result", Some(day)) => {
            book.note(format!("Read as of {day}, the day of the newest result: no other day was given."));
        }
        ("none", _) => {
            book.note("No result has a date and no day was given: ages and days are unknown.");
        }
        _ => {}
    }
    let mut subjects = Vec::new();
    for (key, said) in results {
        if let Some(file) = files.remove(&key) {
            subjects.push(desk.subject(&key, &file, said, as_of, &astray, &mut book));
        }
    }
    let mut ledger = Ledger {
        as_of: as_of.map(|own| own.to_string()),
        as_of_by: by,
        look_back_days: options.look_back_days,
        last_page: !document.more_pages,
        subjects: subjects.iter().map(|own: &Subject| own.key.clone()).collect(),
        ..Ledger::default()
    };
    book.close(&mut ledger);
    Ok(Reading { subjects, ledger })
}

/// Does a resource name iron anywhere? Rather once too often.
fn names_iron(value: &Value) -> bool {
    let text = value.to_string().to_ascii_lowercase();
    ["iron", "ferr", "ferumoxytol"].iter().any(|word| text.contains(word))
}

/// Types that are read.
const KINDS: &[&str] = &[
    "AllergyIntolerance",
    "Observation",
    "Condition",
    "Procedure",
    "MedicationRequest",
    "MedicationStatement",
    "MedicationAdministration",
];

/// Resources that are read only where another refers to them.
fn others<'v>(resources: &[Resource<'v>]) -> BTreeMap<String, &'v Value> {
    let mut made = BTreeMap::new();
    for own in resources.iter().filter(|own| matches!(own.kind, "Medication" | "Specimen")) {
        let id = text(own.value, "id").map(|id| format!("{}/{id}", own.kind));
        for name in id.into_iter().chain(own.full_url.clone()) {
            made.insert(name, own.value);
        }
    }
    made
}

/// The day of the newest result. A whole day counts before a part of a date, which may lie ahead.
fn newest<'a>(said: impl Iterator<Item = &'a Said>) -> Option<AsOf> {
    let (mut whole, mut part) = (None, None);
    for own in said {
        // One that could not be read is a result all the same: what is older must not stand for it.
        let days: Vec<_> = match own {
            Said::Result(found) => found.when.into_iter().collect(),
            Said::Refused(_, _, unread) => unread.iter().filter_map(|own| own.when).collect(),
            Said::Pregnant(..) | Said::PregnancyUnclear(..) | Said::Skipped(..) => Vec::new(),
        };
        for when in days {
            let (into, day) = if when.is_day() { (&mut whole, when.first) } else { (&mut part, when.last) };
            *into = (*into).max(Some(day));
        }
    }
    whole.or(part).map(AsOf::day)
}

/// What concerns one subject.
struct File<'r, 'v> {
    label: String,
    resources: Vec<&'r Resource<'v>>,
}

struct Desk<'o, 'v> {
    options: &'o FhirOptions,
    subjects: Subjects<'v>,
    others: BTreeMap<String, &'v Value>,
}

impl<'v> Desk<'_, 'v> {
    /// To each subject what is its own, and what may be anybody's.
    fn sort<'r>(
        &self,
        resources: &'r [Resource<'v>],
        book: &mut Book,
    ) -> (BTreeMap<String, File<'r, 'v>>, Vec<&'r Resource<'v>>) {
        let mut astray = Vec::new();
        let mut whose: Vec<(&Resource<'v>, String)> = Vec::new();
        for own in resources {
            if own.kind == "Patient" {
                continue;
            }
            if !KINDS.contains(&own.kind) {
                let says = match own.kind {
                    "Medication" | "Specimen" => "read only where something refers to it",
                    "DiagnosticReport" => "its results are read by themselves",
                    _ => "this type says nothing that is read here",
                };
                book.skip(&own.place, None, why("type_not_read", says));
                continue;
            }
            match self.subjects.whose(own.value) {
                Ok(key) => whose.push((own, key)),
                Err(reason) if reason.reason == NO_PATIENT => book.skip(&own.place, None, reason),
                Err(reason) => {
                    book.refuse(&own.place, None, reason);
                    astray.push(own);
                }
            }
        }
        let keys: BTreeSet<&String> =
            self.subjects.patients.keys().chain(whose.iter().map(|(_, key)| key)).collect();
        let label = |(at, key): (usize, &&String)| match self.options.subject_key {
            SubjectKey::Ordinal => (at + 1).to_string(),
            SubjectKey::Reference => (*key).clone(),
        };
        let mut files: BTreeMap<String, File<'r, 'v>> = keys
            .iter()
            .enumerate()
            .map(|own| (own.1.to_string(), File { label: label(own), resources: Vec::new() }))
            .collect();
        for (own, key) in whose {
            if let Some(file) = files.get_mut(&key) {
                file.resources.push(own);
            }
        }
        (files, astray)
    }

    fn results(&self, file: &File<'_, 'v>) -> Vec<Said> {
        let own = file.resources.iter().filter(|own| own.kind == "Observation");
        own.flat_map(|own| match &own.refused {
            Some(reason) => observation::refuse(&own.place, own.value, &self.options.codes, reason.clone()),
            None => {
                let specimen = self.referred(own.value, "specimen").flatten();
                observation::read(&own.place, own.value, &self.options.codes, specimen)
            }
        })
        .collect()
    }

    /// What a reference means: contained in the resource itself, or an entry of its own. The outer `None`: there is no
    /// reference.
    fn referred(&self, value: &'v Value, key: &str) -> Option<Option<&'v Value>> {
        let reference = text(value.get(key)?, "reference")?;
        if let Some(id) = reference.strip_prefix('#') {
            return Some(list(value, "contained").iter().find(|own| text(own, "id") == Some(id)));
        }
        let plain = unversioned(reference);
        let found = self.others.get(plain).or_else(|| self.others.get(&tail(plain)?));
        Some(found.copied())
    }

    fn subject(
        &self,
        key: &str,
        file: &File<'_, 'v>,
        results: Vec<Said>,
        as_of: Option<AsOf>,
        astray: &[&Resource<'v>],
        book: &mut Book,
    ) -> Subject {
        let label = file.label.as_str();
        let (mut record, mut medicines) = (Record::default(), Medicines::default());
        let mut made = Map::new();
        let mut subject = Subject {
            key: label.into(),
            json: String::new(),
            set_aside: None,
            deceased: false,
            errors: Vec::new(),
        };
        self.person(key, as_of, &mut made, &mut subject, book);
        let (mut found, mut unread) = (Vec::new(), Vec::new());
        for said in results {
            match said {
                Said::Result(own) => found.push(*own),
                Said::Pregnant(place, when) => record.pregnancy(&place, when, as_of, label, book),
                Said::PregnancyUnclear(place, reason) => {
                    record.leave_items_open();
                    book.refuse(&place, Some(label), reason);
                }
                Said::Skipped(place, reason) => book.skip(&place, Some(label), reason),
                Said::Refused(place, reason, analytes) => {
                    book.refuse(&place, Some(label), reason);
                    unread.extend(analytes);
                }
            }
        }
        // What may be this subject's is unknown of it too.
        for own in astray {
            if own.kind == "Observation" {
                let reason = why("subject", "");
                let said = observation::refuse(&own.place, own.value, &self.options.codes, reason);
                unread.extend(said.into_iter().flat_map(Said::unread));
            } else {
                record.leave_items_open();
                record.leave_open(CompleteGroup::Medicines);
            }
        }
        let look_back = self.options.look_back_days;
        let choice = Choice { as_of, look_back, subject: label, by_sample: false };
        let chosen = choose(found, &unread, &choice, book);
        // Those in doubt stand in the patient too: as results that count for nothing, and may forbid.
        let labs = chosen.labs.into_iter().chain(chosen.doubted);
        for own in &file.resources {
            self.rest(own, label, as_of, &mut record, &mut medicines, book);
        }
        made.insert("labs".into(), labs.map(Value::Object).collect());
        let complete = self.complete(&record, &medicines, label, book);
        made.insert("symptoms".into(), Value::Object(record.symptoms));
        made.insert("history".into(), Value::Object(record.history));
        made.insert("medicines".into(), Value::Array(medicines.json()));
        made.insert("unknown_medicines".into(), Value::from("carry"));
        made.insert("complete".into(), complete.into_iter().map(Value::from).collect());
        let aside: Vec<Value> = chosen.aside.into_iter().map(Value::Object).collect();
        subject.set_aside = (!aside.is_empty()).then(|| serde_json::json!({"labs": aside}).to_string());
        subject.json = Value::Object(made).to_string();
        subject
    }

    fn person(
        &self,
        key: &str,
        as_of: Option<AsOf>,
        made: &mut Map<String, Value>,
        subject: &mut Subject,
        book: &mut Book,
    ) {
        let patients = self.subjects.patients.get(key).map_or(&[][..], Vec::as_slice);
        let label = subject.key.clone();
        let mut refuse = |place: &Place, book: &mut Book, message: &str| {
            book.refuse(place, Some(&label), why("subject", message));
            if subject.errors.is_empty() {
                let field = format!("subject[{label}]");
                subject.errors.push(
                    PatientError::new(FaultKind::SubjectUnclear, field, "", message)
                        .accept(["one Patient resource"]),
                );
            }
        };
        let [one] = patients else {
            for own in patients {
                refuse(&own.place, book, "several Patient resources claim to be this subject");
            }
            if patients.is_empty() {
                book.note(format!("{label}: no Patient resource is there: age and sex are unknown."));
            }
            return;
        };
        let person = person::read(one.value, as_of);
        if person.replaced {
            return refuse(&one.place, book, "this patient was replaced by another: the record is not whole");
        }
        if person.deceased {
            book.read(&one.place, &label, "deceased", None);
            book.note(format!("{label}: the person is dead; nothing is advised."));
            subject.deceased = true;
            let field = format!("subject[{label}]");
            subject.errors.push(PatientError::new(
                FaultKind::PersonIsDead,
                field,
                "deceased",
                "the person is dead: nothing is advised",
            ));
            return;
        }
        let said: Vec<&str> = person.said.keys().map(String::as_str).collect();
        let doubts: Vec<String> = person.doubts.iter().map(|own| own.says.clone()).collect();
        let doubt = person.doubts.first().map(|own| why(own.reason, doubts.join("; ")));
        book.read(&one.place, &label, said.join(", "), doubt);
        made.extend(person.said);
    }

    fn rest(
        &self,
        own: &Resource<'v>,
        label: &str,
        as_of: Option<AsOf>,
        record: &mut Record,
        medicines: &mut Medicines,
        book: &mut Book,
    ) {
        if let (Some(reason), true) = (&own.refused, own.kind != "Observation") {
            record.leave_items_open();
            record.leave_open(CompleteGroup::Medicines);
            return book.refuse(&own.place, Some(label), reason.clone());
        }
        let (place, codes) = (&own.place, &self.options.codes);
        let look_back = self.options.look_back_days;
        let how = How { codes, as_of, look_back, subject: label };
        match own.kind {
            "Condition" => record.condition(place, own.value, &how, book),
            "Procedure" => record.procedure(place, own.value, &how, book),
            // Not read: but what it says of iron must not be denied by a history that is said to be complete.
            "AllergyIntolerance" => {
                if names_iron(own.value) {
                    record.leave_items_open();
                }
                book.skip(
                    place,
                    Some(label),
                    why("type_not_read", "allergies are not read; one to iron leaves the history open"),
                );
            }
            "MedicationRequest" | "MedicationStatement" | "MedicationAdministration" => {
                let medication = self.referred(own.value, "medicationReference").flatten();
                let medication = medication.and_then(|own| own.get("code"));
                let (kind, value, subject) = (own.kind, own.value, label);
                let told = Told { place, kind, value, medication, codes, as_of, look_back, subject };
                medicines.read(&told, record, book);
            }
            _ => {}
        }
    }

    /// The groups that are complete: as the caller says, unless something of them was not understood.
    fn complete(
        &self,
        record: &Record,
        medicines: &Medicines,
        label: &str,
        book: &mut Book,
    ) -> Vec<&'static str> {
        let mut asked: BTreeSet<&'static str> = self.options.complete.iter().map(|own| own.code()).collect();
        if medicines.none_known {
            if medicines.any {
                book.note(format!(
                    "{label}: the record says that no medicine is known, and names one all the same."
                ));
            } else {
                asked.insert(CompleteGroup::Medicines.code());
            }
        }
        for group in asked.intersection(&record.open) {
            book.note(format!(
                "{label}: `{group}` is not complete: something of it was not understood, or is not certain."
            ));
        }
        asked.difference(&record.open).copied().collect()
    }
}
