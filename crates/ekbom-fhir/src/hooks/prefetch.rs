//! What a record system sent with its call, and what it did not.

use serde_json::{Map, Value, json};

use super::{HookError, TrustEmpty};
use crate::json::{list, text};

/// A key of the prefetch: the search that is asked for, and what it is called on a card.
struct Key {
    key: &'static str,
    search: &'static str,
    says: &'static str,
    medicines: bool,
}

const RESULTS: &str = "results";
const CONDITIONS: &str = "conditions";

const fn key(key: &'static str, search: &'static str, says: &'static str, medicines: bool) -> Key {
    Key { key, search, says, medicines }
}

const KEYS: &[Key] = &[
    key(
        RESULTS,
        "Observation?patient={{context.patientId}}&category=laboratory",
        "laboratory results",
        false,
    ),
    key(CONDITIONS, "Condition?patient={{context.patientId}}", "conditions", false),
    key("medications", "MedicationRequest?patient={{context.patientId}}", "prescriptions", true),
    key("statements", "MedicationStatement?patient={{context.patientId}}", "statements of medicines", true),
    key("administrations", "MedicationAdministration?patient={{context.patientId}}", "medicines given", true),
    key("procedures", "Procedure?patient={{context.patientId}}", "procedures", false),
];

/// The templates that discovery publishes.
pub(super) fn templates() -> Value {
    let patient = ("patient".to_owned(), Value::from("Patient/{{context.patientId}}"));
    let rest = KEYS.iter().map(|own| (own.key.to_owned(), Value::from(own.search)));
    Value::Object(std::iter::once(patient).chain(rest).collect::<Map<_, _>>())
}

/// How a key came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Came {
    /// It was not sent.
    Not,
    /// It was sent and holds nothing: `null`, or a Bundle without entries.
    Empty,
    /// The record system said that its search failed.
    Failed,
    /// With entries.
    Full,
}

/// What was sent.
pub(super) struct Prefetch {
    /// Each with its place, as the reader takes them.
    pub(super) values: Vec<(String, Value)>,
    pub(super) entries: usize,
    came: Vec<(&'static Key, Came)>,
}

impl Prefetch {
    /// `patient` is the reference to whom the call is about.
    pub(super) fn read(sent: Value, patient: &str) -> Result<Self, HookError> {
        let mut sent = match sent {
            Value::Object(sent) => sent,
            Value::Null => return Err(HookError::NoPatient),
            _ => return Err(HookError::NotACall("`prefetch` is no object")),
        };
        let person = sent.remove("patient").unwrap_or_default();
        let mut values = vec![("prefetch.patient".to_owned(), person_of(person, patient)?)];
        let mut entries = 1;
        let mut came: Vec<(&'static Key, Came)> = KEYS.iter().map(|own| (own, Came::Not)).collect();
        for (name, mut value) in sent {
            let how = look_at(&mut value)?;
            if let Some(own) = came.iter_mut().find(|(own, _)| own.key == name) {
                own.1 = how;
            }
            let held = list(&value, "entry").len();
            if how == Came::Full || held > 0 {
                entries += held.max(1);
                values.push((format!("prefetch.{}", crate::ledger::short(&name)), value));
            }
        }
        Ok(Self { values, entries, came })
    }

    /// The lists that are believed to be whole because they are empty. Where anything failed none is.
    pub(super) fn believed<'a>(&'a self, trusted: &'a [TrustEmpty]) -> impl Iterator<Item = TrustEmpty> + 'a {
        let failed = self.came.iter().any(|(_, came)| *came == Came::Failed);
        trusted.iter().copied().filter(move |own| {
            let mut about = self.came.iter().filter(|(key, _)| match own {
                TrustEmpty::Conditions => key.key == CONDITIONS,
                TrustEmpty::Medications => key.medicines,
            });
            let (mut empty, mut full) = (false, false);
            for (_, came) in &mut about {
                empty |= *came == Came::Empty;
                full |= *came == Came::Full;
            }
            empty && !full && !failed
        })
    }

    fn named(&self, how: Came) -> Vec<&'static str> {
        self.came.iter().filter(|(_, came)| *came == how).map(|(key, _)| key.says).collect()
    }

    /// Were there laboratory results?
    pub(super) fn has_results(&self) -> bool {
        self.came.iter().any(|(key, came)| key.key == RESULTS && *came == Came::Full)
    }

    /// What a reader of the card must know of what was sent.
    pub(super) fn notes(&self, trusted: &[TrustEmpty]) -> Vec<String> {
        let mut made = Vec::new();
        if !self.has_results() {
            made.push("No laboratory results were sent: nothing is known of them.".to_owned());
        }
        let failed = self.named(Came::Failed);
        if !failed.is_empty() {
            made.push(format!(
                "The record system reported an error: {} may be missing. What is missing is not known.",
                failed.join(", ")
            ));
        }
        let absent = self.named(Came::Not);
        if !absent.is_empty() {
            made.push(format!("Not sent, and so not known: {}.", absent.join(", ")));
        }
        let empty = self.named(Came::Empty);
        if !empty.is_empty() {
            made.push(format!(
                "None recorded here: {}. That is not read as none: it stays unknown.",
                empty.join(", ")
            ));
        }
        for own in self.believed(trusted) {
            made.push(match own {
                TrustEmpty::Conditions => {
                    "No condition is recorded, and this service is set to read that as none.".to_owned()
                }
                TrustEmpty::Medications => {
                    "No medicine is recorded, and this service is set to read that as none taken.".to_owned()
                }
            });
        }
        made
    }
}

/// The patient that the call is about, and no other.
fn person_of(mut person: Value, patient: &str) -> Result<Value, HookError> {
    if text(&person, "resourceType") != Some("Patient") {
        return Err(HookError::NoPatient);
    }
    let id = patient.strip_prefix("Patient/").unwrap_or(patient);
    match text(&person, "id") {
        Some(own) if own == id => {}
        Some(_) => return Err(HookError::NotACall("`prefetch.patient` is not `context.patientId`")),
        None => {
            if let Value::Object(entries) = &mut person {
                entries.insert("id".into(), json!(id));
            }
        }
    }
    Ok(person)
}

/// How a value came. What a server says of its failure is taken out, so that the rest can be read.
fn look_at(value: &mut Value) -> Result<Came, HookError> {
    match value {
        Value::Null => return Ok(Came::Empty),
        Value::Object(_) => {}
        _ => return Err(HookError::NotACall("a value of `prefetch` is neither a resource nor null")),
    }
    match text(value, "resourceType") {
        Some("OperationOutcome") => {
            *value = Value::Null;
            return Ok(Came::Failed);
        }
        Some("Bundle") => {}
        Some(_) => return Ok(Came::Full),
        None => return Err(HookError::NotACall("a value of `prefetch` is neither a resource nor null")),
    }
    let (mut failed, mut left) = (false, 0);
    if let Some(Value::Array(entries)) = value.get_mut("entry") {
        entries.retain(|own| {
            let outcome =
                own.get("resource").filter(|own| text(own, "resourceType") == Some("OperationOutcome"));
            let grave = outcome.is_some_and(|own| {
                let mut severities = list(own, "issue").iter().filter_map(|issue| text(issue, "severity"));
                severities.any(|own| matches!(own, "error" | "fatal"))
            });
            failed |= grave;
            left += usize::from(outcome.is_none());
            !grave
        });
    }
    Ok(match (failed, left) {
        (true, _) => Came::Failed,
        (false, 0) => Came::Empty,
        (false, _) => Came::Full,
    })
}
