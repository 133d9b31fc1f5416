//! What a map says of a long table: which column is what, and what the codes stand for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::CohortError;
use crate::map::Column;

/// Which column of a long table is what. What a preset says is taken where the map says nothing.
///
/// ```
/// use ekbom_cohort::CohortMap;
/// let map = CohortMap::from_toml(r#"
///     ask = ["iron.therapy@aasm-2025"]
///     [long]
///     person = "id"
///     code = "test"
///     value = "result"
///     unit = "unit"
///     time = "drawn"
///     codes = { FER = "ferritin", CREA = { analyte = "creatinine", unit = "umol/L" }, HB = "loinc:718-7" }
/// "#)?;
/// assert_eq!(map.long.unwrap().codes.len(), 3);
/// # Ok::<(), ekbom_cohort::CohortError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LongMap {
    /// A shape that is known: `omop`, `mimic-iii`, `mimic-iv`.
    pub preset: Option<String>,
    /// Whose the result is.
    pub person: Option<String>,
    /// What was measured, as a code.
    pub code: Option<String>,
    /// Whose codes they are: `loinc`, or a word of one's own for those of `codes`.
    pub system: Option<String>,
    /// What the codes stand for.
    pub codes: BTreeMap<String, ResultMeaning>,
    /// The result: a column, or several of which the first that says something counts.
    pub value: Option<Columns>,
    /// Its unit, row by row. None is ever assumed.
    pub unit: Option<Columns>,
    /// What the values of the unit columns stand for; what is not listed is read as it is, the empty text says nothing.
    pub units: BTreeMap<String, String>,
    /// `<`, `<=`, `>`, `>=`, or nothing where the value is exact.
    pub comparator: Option<Column>,
    /// When the sample was drawn.
    pub time: Option<Columns>,
    /// The laboratory's lower limit, in the unit of the row.
    pub ref_low: Option<String>,
    /// The laboratory's upper limit.
    pub ref_high: Option<String>,
    /// The assay as the laboratory names it.
    pub assay: Option<String>,
    /// Unlikely values that were checked.
    pub confirmed: Option<Column>,
    /// What times without an offset are.
    pub clock: Clock,
    /// Results that are older than so many days are not read; 0 is for ever. 365 where nothing is said.
    pub look_back_days: Option<u32>,
    /// One day as of which everybody is asked about; otherwise that of `people.as_of`, or of the newest result.
    pub as_of: Option<String>,
    /// The table of people.
    pub people: Option<PeopleTable>,
    /// The table of diagnoses.
    pub conditions: Option<ConditionTable>,
    /// The table of medicines.
    pub medicines: Option<MedicineTable>,
}

/// A column, or several of which the first that says something counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Columns {
    /// One.
    One(String),
    /// Several; those that the table does not have are passed over.
    Several(Vec<String>),
}

impl Columns {
    pub(crate) fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }
}

/// What a code of a result stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ResultMeaning {
    /// An analyte, `loinc:` with the code of one, or `nothing`.
    Plain(String),
    /// An analyte, with the unit of rows that name none.
    InUnit {
        /// The analyte.
        analyte: String,
        /// The unit, as the caller knows it.
        unit: String,
    },
}

/// What times without an offset are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Clock {
    /// Of some clock: they order the results of a day, and say nothing of the morning.
    #[default]
    Unknown,
    /// Of a clock where the sample was drawn: they say whether it was morning.
    Bedside,
}

/// The table of people. Age, sex and history are told by `person` and `items` of the map, as in a wide table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PeopleTable {
    /// Who it is.
    pub person: Option<String>,
    /// The day, or the time, as of which the person is asked about.
    pub as_of: Option<String>,
    /// The date of birth, or a part of it.
    pub birth: Option<Columns>,
    /// A year, and the age in that year (MIMIC-IV).
    pub anchor_year: Option<String>,
    /// The age in the anchor year.
    pub anchor_age: Option<String>,
    /// When the person died: of the dead nothing is asked.
    pub died: Option<String>,
}

/// The table of diagnoses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConditionTable {
    /// Whose it is.
    pub person: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// Whose codes they are: `icd-10`, `icd-10-cm`, or a word of one's own for those of `codes`.
    pub system: Option<String>,
    /// What one's own codes stand for.
    pub codes: BTreeMap<String, ConditionMeaning>,
    /// Since when.
    pub began: Option<Columns>,
    /// Until when.
    pub ended: Option<Columns>,
}

/// What a code of a diagnosis stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ConditionMeaning {
    /// A fact of the history or the symptoms, `pregnant`, or `nothing`.
    Plain(String),
    /// A fact that may last for life.
    Fact {
        /// The fact.
        fact: String,
        /// Is it still true when the diagnosis has ended?
        lasts: bool,
    },
}

/// The table of medicines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MedicineTable {
    /// Who takes it.
    pub person: Option<String>,
    /// The ingredient, or the text of the prescription.
    pub name: Option<String>,
    /// A code.
    pub code: Option<String>,
    /// What the codes stand for: a medicine of the catalogue, or `nothing`.
    pub codes: BTreeMap<String, String>,
    /// Since when, or when it was given.
    pub began: Option<Columns>,
    /// Until when. Without an end a medicine counts as taken while it was begun within the look-back.
    pub ended: Option<Columns>,
    /// Rows are doses that were given, not spans in which it was taken.
    pub given: bool,
}

const PRESETS: &[(&str, &str)] = &[
    ("mimic-iii", include_str!("presets/mimic-iii.toml")),
    ("mimic-iv", include_str!("presets/mimic-iv.toml")),
    ("omop", include_str!("presets/omop.toml")),
];

impl LongMap {
    /// The names of the presets.
    pub fn presets() -> impl Iterator<Item = &'static str> {
        PRESETS.iter().map(|(name, _)| *name)
    }

    /// A preset, as the map that it stands for.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn preset(name: &str) -> Result<Self, CohortError> {
        let Some((_, text)) = PRESETS.iter().find(|(own, _)| *own == name) else {
            let known: Vec<&str> = Self::presets().collect();
            let message = format!("there is no preset `{name}` (accepted: {})", known.join(", "));
            return Err(CohortError::map("long.preset", message));
        };
        toml::from_str(text).map_err(|error| CohortError::map("long.preset", error.to_string()))
    }

    /// The columns of the results that are read, each once.
    ///
    /// # Errors
    /// When there is no such preset.
    pub fn columns(&self) -> Result<Vec<String>, CohortError> {
        let own = self.with_preset()?;
        let single = [own.person, own.code, own.ref_low, own.ref_high, own.assay];
        let several = [own.value, own.unit, own.time];
        let coded = [own.comparator, own.confirmed].into_iter().flatten().map(|own| own.column);
        let mut names: Vec<String> = single.into_iter().flatten().chain(coded).collect();
        names.extend(several.iter().flatten().flat_map(|own| own.names().iter().cloned()));
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    /// With what its preset says where it says nothing itself.
    ///
    /// # Errors
    /// When there is no such preset.
    pub fn with_preset(&self) -> Result<Self, CohortError> {
        let Some(name) = &self.preset else { return Ok(self.clone()) };
        let base = Self::preset(name)?;
        let mut made = self.clone();
        made.person = made.person.or(base.person);
        // Codes of one's own system are not mixed with those of the preset's.
        if made.system.is_none() || made.system == base.system {
            made.codes = base.codes.into_iter().chain(made.codes).collect();
        }
        made.code = made.code.or(base.code);
        made.system = made.system.or(base.system);
        made.value = made.value.or(base.value);
        made.unit = made.unit.or(base.unit);
        made.units = base.units.into_iter().chain(made.units).collect();
        made.comparator = made.comparator.or(base.comparator);
        made.time = made.time.or(base.time);
        made.ref_low = made.ref_low.or(base.ref_low);
        made.ref_high = made.ref_high.or(base.ref_high);
        made.look_back_days = made.look_back_days.or(base.look_back_days);
        made.people = both(made.people, base.people, |own, base| PeopleTable {
            person: own.person.or(base.person),
            as_of: own.as_of.or(base.as_of),
            birth: own.birth.or(base.birth),
            anchor_year: own.anchor_year.or(base.anchor_year),
            anchor_age: own.anchor_age.or(base.anchor_age),
            died: own.died.or(base.died),
        });
        made.conditions = both(made.conditions, base.conditions, |own, base| ConditionTable {
            person: own.person.or(base.person),
            code: own.code.or(base.code),
            system: own.system.or(base.system),
            codes: base.codes.into_iter().chain(own.codes).collect(),
            began: own.began.or(base.began),
            ended: own.ended.or(base.ended),
        });
        made.medicines = both(made.medicines, base.medicines, |own, base| MedicineTable {
            person: own.person.or(base.person),
            name: own.name.or(base.name),
            code: own.code.or(base.code),
            codes: base.codes.into_iter().chain(own.codes).collect(),
            began: own.began.or(base.began),
            ended: own.ended.or(base.ended),
            given: own.given || base.given,
        });
        Ok(made)
    }
}

fn both<T>(own: Option<T>, base: Option<T>, join: impl FnOnce(T, T) -> T) -> Option<T> {
    match (own, base) {
        (Some(own), Some(base)) => Some(join(own, base)),
        (own, base) => own.or(base),
    }
}
