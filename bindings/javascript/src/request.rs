//! A request: an object whose keys belong to its call. What does not is an error, for a misspelt option that is passed
//! over would change what is answered.

use std::collections::BTreeMap;

use ekbom::assess::Assume;
use ekbom::assess::intake::{Policy, Uncertainty};
use ekbom::exchange::rules::RuleBook;
use ekbom::knowledge::assumption::ASSUMPTIONS;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::fault::Failure;

/// A request, of which nothing was read yet but the name of the call.
pub(crate) struct Request<'r> {
    values: BTreeMap<String, &'r RawValue>,
}

/// Options of how a patient is assessed.
pub(crate) const OPTIONS: &[&str] = &["knowledge", "guidelines", "stale_after_days", "uncertainty", "assume"];
/// Where the patient is.
pub(crate) const PATIENT: &[&str] = &["patient", "patient_text"];

impl<'r> Request<'r> {
    pub(crate) fn read(bytes: &'r [u8]) -> Result<Self, Failure> {
        let wrong = |why: String| Failure::wrong("", "", format!("a request is a JSON object: {why}"));
        let text = std::str::from_utf8(bytes).map_err(|error| wrong(error.to_string()))?;
        let values = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        Ok(Self { values })
    }

    /// What was asked for.
    pub(crate) fn call(&self) -> Result<String, Failure> {
        self.need("call")
    }

    /// Every key that the call does not take.
    pub(crate) fn takes(&self, keys: &[&[&str]]) -> Result<(), Failure> {
        let known = || keys.iter().copied().flatten().copied();
        match self.values.keys().find(|key| *key != "call" && !known().any(|own| own == *key)) {
            Some(key) => Err(Failure::accepting(
                key,
                "",
                format!("`{key}` is no key of this call"),
                known().map(ToOwned::to_owned).collect(),
            )),
            None => Ok(()),
        }
    }

    /// A key as it was written; `null` is as good as left out.
    pub(crate) fn raw(&self, key: &str) -> Option<&'r RawValue> {
        self.values.get(key).copied().filter(|raw| raw.get() != "null")
    }

    pub(crate) fn take<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, Failure> {
        self.borrow(key)
    }

    pub(crate) fn borrow<T: Deserialize<'r>>(&self, key: &str) -> Result<Option<T>, Failure> {
        let Some(raw) = self.raw(key) else { return Ok(None) };
        let wrong = |error: serde_json::Error| Failure::wrong(key, raw.get(), error.to_string());
        serde_json::from_str(raw.get()).map(Some).map_err(wrong)
    }

    pub(crate) fn need<T: DeserializeOwned>(&self, key: &str) -> Result<T, Failure> {
        self.take(key)?.ok_or_else(|| Failure::wrong(key, "", format!("`{key}` is needed")))
    }

    /// The bytes of the patient, as they came.
    pub(crate) fn patient(&self) -> Result<Vec<u8>, Failure> {
        match (self.values.get("patient"), self.take::<String>("patient_text")?) {
            (Some(raw), None) => Ok(raw.get().as_bytes().to_vec()),
            (None, Some(text)) => Ok(text.into_bytes()),
            (Some(_), Some(_)) => {
                Err(Failure::wrong("patient_text", "", "give the patient once: `patient` or `patient_text`"))
            }
            (None, None) => Err(Failure::wrong("patient", "", "`patient` or `patient_text` is needed")),
        }
    }

    pub(crate) fn policy(&self) -> Result<Policy, Failure> {
        let mut policy = Policy::default();
        if let Some(days) = self.take::<f64>("stale_after_days")? {
            if !(days >= 0.0 && days.is_finite()) {
                return Err(Failure::wrong("stale_after_days", &days.to_string(), "a number of at least 0"));
            }
            policy.stale_after_days = days;
        }
        if let Some(said) = self.take::<String>("uncertainty")? {
            let found = Uncertainty::ALL.iter().find(|own| own.code() == said);
            let known = Uncertainty::ALL.iter().map(|own| own.code());
            policy.uncertainty = *found.ok_or_else(|| Failure::unknown("uncertainty", &said, known))?;
        }
        if let Some(said) = self.take::<String>("assume")? {
            let known = ["usual", "none"].into_iter().chain(ASSUMPTIONS.iter().map(|own| own.id));
            policy.assume =
                said.parse::<Assume>().map_err(|error| Failure::unknown("assume", &error.id, known))?;
        }
        Ok(policy)
    }

    /// A rule book.
    pub(crate) fn book(&self, key: &str) -> Result<Option<RuleBook>, Failure> {
        let Some(raw) = self.raw(key) else { return Ok(None) };
        RuleBook::from_json(raw.get()).map(Some).map_err(|error| Failure::wrong(key, "", error.to_string()))
    }
}
