//! Whose an entry is. Names and identifiers stay in here: out comes an ordinal, or the id where the caller asks for it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::document::{Resource, tail, unversioned};
use crate::json::{list, text};
use crate::ledger::{Why, why};

/// By which key subjects are told apart in what comes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SubjectKey {
    /// `1`, `2`, ...: in the order of what the record calls them, which does not come out.
    #[default]
    Ordinal,
    /// The reference as the record has it: it may tell who it is.
    Reference,
}

/// The subjects of a document, by the name that the record has for each.
pub(crate) struct Subjects<'v> {
    /// The name of a subject, and its Patient resources: more than one contradict each other.
    pub(crate) patients: BTreeMap<String, Vec<Resource<'v>>>,
    /// Every other name to that name.
    names: BTreeMap<String, String>,
    /// Names that two subjects claim.
    shared: Vec<String>,
}

/// Why nothing is lost by not reading it: it is of a device, a place, a group.
pub(crate) const NO_PATIENT: &str = "not_of_a_patient";

/// The subject of what names none, where nobody at all is named.
const NOBODY: &str = "";

impl<'v> Subjects<'v> {
    pub(crate) fn of(resources: &[Resource<'v>]) -> Self {
        let mut made = Self { patients: BTreeMap::new(), names: BTreeMap::new(), shared: Vec::new() };
        for own in resources.iter().filter(|own| own.kind == "Patient") {
            let id = text(own.value, "id").map(|id| format!("Patient/{id}"));
            let names: Vec<String> = id.into_iter().chain(own.full_url.clone()).collect();
            let Some(key) = names.first().cloned() else {
                made.patients.entry(NOBODY.into()).or_default().push(own.clone());
                continue;
            };
            let identifiers = list(own.value, "identifier").iter().filter_map(identifier);
            for name in names.into_iter().chain(own.full_url.as_deref().and_then(tail)) {
                made.name(name, &key);
            }
            for name in identifiers {
                made.name(name, &key);
            }
            made.patients.entry(key).or_default().push(own.clone());
        }
        made
    }

    fn name(&mut self, name: String, key: &str) {
        if self.names.get(&name).is_some_and(|own| own != key) {
            self.shared.push(name);
        } else {
            self.names.insert(name, key.to_owned());
        }
    }

    /// Whose it is, by `subject` or `patient`.
    pub(crate) fn whose(&self, resource: &Value) -> Result<String, Why> {
        let said =
            ["subject", "patient"].iter().find_map(|key| resource.get(key).filter(|own| !own.is_null()));
        let reference = said.and_then(|own| text(own, "reference")).filter(|own| !own.is_empty());
        let Some(reference) = reference else {
            let of = said.and_then(|own| own.get("identifier")).and_then(identifier);
            return match of {
                Some(name) => self.known(&name).map(|own| own.unwrap_or(name)),
                None => self.only_one(),
            };
        };
        if reference.starts_with('#') {
            return Err(why("subject", "its subject is a contained resource, which nothing else can name"));
        }
        let plain = unversioned(reference);
        let short = tail(plain);
        let kind = short.as_deref().and_then(|own| own.split('/').next()).unwrap_or("Patient");
        if kind != "Patient" {
            return Err(why(NO_PATIENT, "its subject is no patient"));
        }
        for name in [Some(plain.to_owned()), short.clone()].into_iter().flatten() {
            if let Some(key) = self.known(&name)? {
                return Ok(key);
            }
        }
        Ok(short.unwrap_or_else(|| plain.to_owned()))
    }

    fn known(&self, name: &str) -> Result<Option<String>, Why> {
        if self.shared.iter().any(|own| own == name) {
            return Err(why("subject", "two patients of the document share what it calls its subject"));
        }
        Ok(self.names.get(name).cloned())
    }

    /// What names no subject belongs to the only patient there is.
    fn only_one(&self) -> Result<String, Why> {
        let mut keys = self.patients.keys();
        match (keys.next(), keys.next()) {
            (Some(key), None) => Ok(key.clone()),
            (None, _) => Ok(NOBODY.into()),
            _ => Err(why("subject", "it names no subject, and there is more than one patient")),
        }
    }
}

fn identifier(own: &Value) -> Option<String> {
    let value = text(own, "value").filter(|own| !own.is_empty())?;
    Some(format!("{}|{value}", text(own, "system").unwrap_or_default()))
}
