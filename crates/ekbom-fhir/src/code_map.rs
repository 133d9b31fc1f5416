//! The caller's own codes, as data: local codes, SNOMED CT, what a country uses.

use std::str::FromStr;

use ekbom::fact::medicine::Medicine;
use ekbom::fact::{Fact, Kind};
use ekbom::measure::analyte::Analyte;
use ekbom::patient::{FaultKind, PatientError, PatientErrors};
use serde_json::Value;

use crate::json::{self, list, text};
use crate::ledger::short;

/// What the caller says that a code means.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum CodeMeaning {
    /// A result of this analyte.
    Analyte(Analyte),
    /// A yes/no fact of the history or the symptoms, as a diagnosis or a procedure says it. What does not pass stays true
    /// when the diagnosis is not active any more.
    Fact {
        /// Which one.
        fact: Fact,
        /// Does it last for life?
        lasts: bool,
    },
    /// Pregnant.
    Pregnant,
    /// A medicine.
    Medicine(Medicine),
    /// Nothing here: it was looked at.
    Nothing,
}

/// The caller's own codes. They come before those that are built in.
///
/// ```
/// use ekbom_fhir::CodeMap;
/// let map: CodeMap = r#"[
///     {"system": "https://example.org/lab", "code": "FER", "analyte": "ferritin"},
///     {"system": "https://example.org/diagnosis", "code": "K-1", "fact": "crohn"},
///     {"system": "https://example.org/drug", "code": "17", "medicine": "metformin"},
///     {"system": "https://example.org/diagnosis", "code": "K-2", "nothing": true}]"#.parse()?;
/// assert_eq!(map.len(), 4);
/// # Ok::<(), ekbom::patient::PatientErrors>(())
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CodeMap {
    codes: Vec<(String, String, CodeMeaning)>,
}

impl CodeMap {
    /// How many codes it has.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Has it none?
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Adds a code.
    #[must_use]
    pub fn with(mut self, system: &str, code: &str, meaning: CodeMeaning) -> Self {
        self.codes.push((system.into(), code.into(), meaning));
        self
    }

    pub(crate) fn meaning(&self, system: &str, code: &str) -> Option<CodeMeaning> {
        let found = self.codes.iter().find(|(own, known, _)| own == system && known == code);
        found.map(|(_, _, meaning)| *meaning)
    }
}

/// A code that is built in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
pub struct BuiltInCode {
    /// `LOINC`, `ICD-10` or `ICD-10-CM`.
    pub system: &'static str,
    /// The code; of ICD-10 the beginning of a block.
    pub code: &'static str,
    /// The id of the analyte or the fact; `pregnant`, `nothing`, `not_used` or `never`.
    pub means: &'static str,
    /// Where it was seen, its title, or why it is not used.
    pub note: &'static str,
}

/// Every code that is built in.
///
/// ```
/// let ferritin = ekbom_fhir::built_in_codes().find(|own| own.code == "2276-4").unwrap();
/// assert_eq!((ferritin.system, ferritin.means), ("LOINC", "ferritin"));
/// ```
pub fn built_in_codes() -> impl Iterator<Item = BuiltInCode> {
    let loinc = crate::loinc::all().map(|(code, meaning, note)| {
        let means = match meaning {
            crate::loinc::Meaning::Analyte(analyte) => analyte.id(),
            crate::loinc::Meaning::NotUsed(_) => "not_used",
            crate::loinc::Meaning::Never(_) => "never",
        };
        BuiltInCode { system: "LOINC", code, means, note }
    });
    let icd = crate::icd::all().map(|(code, cm, means, note)| {
        let system = if cm { "ICD-10-CM" } else { "ICD-10" };
        BuiltInCode { system, code, means, note }
    });
    loinc.chain(icd)
}

const KEYS: &[&str] = &["system", "code", "analyte", "fact", "lasts", "medicine", "pregnant", "nothing"];

impl FromStr for CodeMap {
    type Err = PatientErrors;

    fn from_str(document: &str) -> Result<Self, PatientErrors> {
        let value = json::read(document).map_err(|error| {
            PatientErrors::from(PatientError::new(FaultKind::NotJson, "", "", format!("not JSON: {error}")))
        })?;
        let Some(items) = value.as_array() else {
            return Err(PatientError::new(FaultKind::WrongType, "", "", "a map of codes is a list")
                .accept(KEYS.iter().copied())
                .into());
        };
        let (mut made, mut errors) = (Self::default(), Vec::new());
        for (at, item) in items.iter().enumerate() {
            let keys = item.as_object().into_iter().flat_map(|own| own.keys());
            for key in keys.filter(|key| !KEYS.contains(&key.as_str())) {
                let fault = PatientError::new(
                    FaultKind::UnknownKey,
                    format!("[{at}].{}", short(key)),
                    "",
                    "not a known key",
                );
                errors.push(fault.accept(KEYS.iter().copied()));
            }
            match one(item) {
                Ok((system, code, meaning)) => match made.meaning(&system, &code) {
                    Some(other) if other != meaning => {
                        let message = "this code is said to mean two different things";
                        errors.push(PatientError::new(
                            FaultKind::SaidTwoWays,
                            format!("[{at}].code"),
                            code,
                            message,
                        ));
                    }
                    _ => made.codes.push((system, code, meaning)),
                },
                Err((kind, field, value, message)) => {
                    errors.push(PatientError::new(kind, format!("[{at}].{field}"), value, message));
                }
            }
        }
        PatientErrors::check(errors)?;
        Ok(made)
    }
}

type Fault = (FaultKind, &'static str, String, &'static str);

fn one(item: &Value) -> Result<(String, String, CodeMeaning), Fault> {
    let need = |key: &'static str| {
        let found = text(item, key).filter(|own| !own.is_empty());
        found.map(str::to_owned).ok_or((FaultKind::Missing, key, String::new(), "a code needs this"))
    };
    let (system, code) = (need("system")?, need("code")?);
    let says = |key: &str| item.get(key).is_some_and(|own| !own.is_null());
    let meanings = ["analyte", "fact", "medicine", "pregnant", "nothing"].into_iter().filter(|key| says(key));
    if meanings.count() != 1 {
        return Err((
            FaultKind::SaidTwoWays,
            "code",
            code,
            "a code means one of `analyte`, `fact`, `medicine`, `pregnant`, `nothing`",
        ));
    }
    let meaning = if let Some(id) = text(item, "analyte") {
        let analyte = id
            .parse()
            .map_err(|_| (FaultKind::UnknownAnalyte, "analyte", id.to_owned(), "not a known analyte"))?;
        CodeMeaning::Analyte(analyte)
    } else if let Some(id) = text(item, "fact") {
        let of_a_record = |fact: &Fact| {
            use ekbom::fact::Group;
            let info = fact.info();
            matches!(info.group, Group::Symptoms | Group::History) && matches!(info.kind, Kind::Flag)
        };
        let fact = Fact::from_id(id).filter(of_a_record);
        let fact = fact.ok_or((
            FaultKind::UnknownCode,
            "fact",
            id.to_owned(),
            "not a yes/no item of the symptoms or the history",
        ))?;
        CodeMeaning::Fact { fact, lasts: item.get("lasts").and_then(Value::as_bool).unwrap_or_default() }
    } else if let Some(name) = text(item, "medicine") {
        let medicine = Medicine::find(name).ok_or((
            FaultKind::UnknownMedicine,
            "medicine",
            name.to_owned(),
            "not a medicine of the catalogue",
        ))?;
        CodeMeaning::Medicine(medicine)
    } else if item.get("pregnant") == Some(&Value::Bool(true)) {
        CodeMeaning::Pregnant
    } else if item.get("nothing") == Some(&Value::Bool(true)) {
        CodeMeaning::Nothing
    } else {
        return Err((FaultKind::WrongType, "code", code, "what it means is a name, or `true`"));
    };
    Ok((system, code, meaning))
}

/// The first code of a concept, as a message shows it.
pub(crate) fn shown(concept: Option<&Value>) -> String {
    let Some(concept) = concept else { return String::new() };
    let first = list(concept, "coding").iter().find_map(|own| {
        let code = text(own, "code").filter(|own| !own.is_empty())?;
        Some(format!("{}|{}", text(own, "system").unwrap_or_default(), code))
    });
    short(&first.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_a_map_are_named_all_at_once() {
        let text = r#"[{"system": "s", "code": "1", "analyte": "feritin"}, {"code": "2", "nothing": true},
            {"system": "s", "code": "3"}, {"system": "s", "code": "4", "fact": "ferritin"},
            {"system": "s", "code": "5", "medicine": "moon dust", "colour": 1}]"#;
        let errors = text.parse::<CodeMap>().unwrap_err();
        let fields: Vec<&str> = errors.errors().iter().map(|own| own.field()).collect();
        assert_eq!(
            fields,
            ["[0].analyte", "[1].system", "[2].code", "[3].fact", "[4].colour", "[4].medicine"]
        );
    }
}
