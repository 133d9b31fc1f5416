//! What the codes of a map stand for, as the reader of FHIR takes them.

use std::collections::HashMap;

use ekbom::fact::Fact;
use ekbom::fact::medicine::Medicine;
use ekbom::measure::analyte::{Analyte, UnknownAnalyte};
use ekbom_fhir::rows::{ResultCode, result_code};
use ekbom_fhir::{CodeMap, CodeMeaning};

use super::map::{ConditionMeaning, LongMap, ResultMeaning};
use crate::constants::item;
use crate::error::CohortError;

const LOINC: &str = "http://loinc.org";
/// The addresses of systems that have a short name.
const SYSTEMS: &[(&str, &str)] = &[
    ("loinc", LOINC),
    ("icd-10", "http://hl7.org/fhir/sid/icd-10"),
    ("icd-10-cm", "http://hl7.org/fhir/sid/icd-10-cm"),
];

/// The address of a system; a word of one's own where it has none.
pub(super) fn system_of(name: Option<&str>) -> String {
    let name = name.unwrap_or("own");
    SYSTEMS.iter().find(|(own, _)| *own == name).map_or(name, |(_, address)| address).to_owned()
}

type Read = (CodeMap, HashMap<String, String>);

/// The codes of results, and the units that some of them have.
pub(super) fn results(long: &LongMap, system: &str) -> Result<Read, CohortError> {
    let (mut map, mut units) = (CodeMap::default(), HashMap::new());
    for (code, meaning) in &long.codes {
        let place = format!("long.codes.{code}");
        let (id, unit) = match meaning {
            ResultMeaning::Plain(id) => (id.as_str(), None),
            ResultMeaning::InUnit { analyte, unit } => (analyte.as_str(), Some(unit)),
        };
        let meaning = match id.strip_prefix("loinc:") {
            Some(loinc) => match result_code(&CodeMap::default(), LOINC, loinc) {
                ResultCode::Analyte(analyte) => CodeMeaning::Analyte(analyte),
                // Known, and not read: as if it stood there by its own code.
                ResultCode::NotUsed(_) => CodeMeaning::Nothing,
                ResultCode::Unknown => {
                    return Err(CohortError::map(place, format!("no rule reads the LOINC code `{loinc}`")));
                }
            },
            None if id == "nothing" => CodeMeaning::Nothing,
            None => CodeMeaning::Analyte(analyte(&place, id)?),
        };
        if let Some(unit) = unit {
            let CodeMeaning::Analyte(analyte) = meaning else {
                return Err(CohortError::map(place, "what is not read has no unit"));
            };
            if analyte.unit_spelt(unit, None).is_err() {
                return Err(CohortError::map(place, format!("`{analyte}` is not reported in `{unit}`")));
            }
            units.insert(code.clone(), unit.clone());
        }
        map = map.with(system, code, meaning);
    }
    if long.codes.is_empty() && system != LOINC {
        let message = "no code is said to mean anything: give `codes`, a `preset`, or `system = \"loinc\"`";
        return Err(CohortError::map("long.codes", message));
    }
    Ok((map, units))
}

fn analyte(place: &str, id: &str) -> Result<Analyte, CohortError> {
    id.parse().map_err(|error: UnknownAnalyte| {
        let near = error.nearest().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        CohortError::map(place, format!("{error}{near}"))
    })
}

/// The codes of diagnoses and medicines.
pub(super) fn rest(long: &LongMap) -> Result<CodeMap, CohortError> {
    let mut map = CodeMap::default();
    if let Some(table) = &long.conditions {
        let system = system_of(table.system.as_deref());
        for (code, meaning) in &table.codes {
            let place = format!("long.conditions.codes.{code}");
            let (id, lasts) = match meaning {
                ConditionMeaning::Plain(id) => (id.as_str(), false),
                ConditionMeaning::Fact { fact, lasts } => (fact.as_str(), *lasts),
            };
            let meaning = match id {
                "nothing" => CodeMeaning::Nothing,
                "pregnant" => CodeMeaning::Pregnant,
                _ => CodeMeaning::Fact { fact: flag(&place, id)?, lasts },
            };
            map = map.with(&system, code, meaning);
        }
    }
    if let Some(table) = &long.medicines {
        for (code, name) in &table.codes {
            let place = format!("long.medicines.codes.{code}");
            let unknown = || CohortError::map(&place, format!("`{name}` is no medicine of the catalogue"));
            let meaning = match name.as_str() {
                "nothing" => CodeMeaning::Nothing,
                name => CodeMeaning::Medicine(Medicine::find(name).ok_or_else(unknown)?),
            };
            map = map.with(MEDICINES, code, meaning);
        }
    }
    Ok(map)
}

/// The system of one's own codes of medicines.
pub(super) const MEDICINES: &str = "medicines";

fn flag(place: &str, id: &str) -> Result<Fact, CohortError> {
    let found = item(id).filter(|fact| matches!(fact.info().kind, ekbom::fact::Kind::Flag));
    found.ok_or_else(|| {
        CohortError::map(place, format!("`{id}` is no yes/no item of the history or the symptoms"))
    })
}
