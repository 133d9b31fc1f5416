//! The map: which column is which quantity in which unit, and what is asked.
//!
//! Written by hand in TOML, or built in code. Everything in it is checked by [`Cohort::new`](crate::Cohort::new).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::CohortError;

/// A longer map is not read.
const MOST_MAP_BYTES: usize = 1_048_576;
/// Of a longer line an error says only where it is.
const LONGEST_LINE_SHOWN: usize = 200;

/// Which column is what, and what is asked.
///
/// ```
/// use ekbom_cohort::CohortMap;
/// let map = CohortMap::from_toml(r#"
///     ask = ["iron.therapy@aasm-2025", "kidney.stage"]
///     complete = ["history"]
///     [quantities]
///     ferritin = { column = "FER", unit = "ng/mL" }
///     creatinine = { column = "CREA", unit = "umol/L", comparator = "CREA_SIGN" }
///     [person]
///     age_years = "AGE"
///     sex = { column = "SEX", values = { "1" = "male", "2" = "female" } }
/// "#)?;
/// assert_eq!(map.quantities["creatinine"].comparator.as_ref().unwrap().column, "CREA_SIGN");
/// # Ok::<(), ekbom_cohort::CohortError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CohortMap {
    /// What is asked: `question` (all current guidelines) or `question@guideline`.
    pub ask: Vec<String>,
    /// Alerts to add as columns of true and false, by code.
    pub alerts: Vec<String>,
    /// Adds for each answer a list of all that is possible.
    pub possible: bool,
    /// Adds for each answer a list of the facts that could change it.
    pub needs: bool,
    /// Adds for each answer a list of the rules that can be behind it, by their ids.
    pub rules: bool,
    /// What a single result stands for: `as_reported`, `variation` or `assay`. Anything but the first is read row by row.
    pub uncertainty: Option<String>,
    /// Adds for each answer what it is under assumptions: `usual`, or their ids with commas between. Answers themselves
    /// never rest on any.
    pub assume: Option<String>,
    /// Answers as dictionaries rather than as strings.
    pub categories: bool,
    /// What becomes of what cannot be accepted of a row. By default it is set aside; where a refused row ends the run, it
    /// refuses the row.
    pub on_refusal: Option<OnRefusal>,
    /// What becomes of a row that is refused.
    pub refused: Refused,
    /// What becomes of a number that is NaN.
    pub nan: Nan,
    /// Groups whose unmentioned yes/no items are absent: `symptoms`, `history`, `medicines`.
    pub complete: Vec<String>,
    /// Texts that stand for a missing value, beside the empty one. One that is a number stands for it however that is
    /// written: `999` and `999.0`, as a text and as a number.
    pub missing: Vec<String>,
    /// The decimal mark of numbers in texts.
    pub decimal: Decimal,
    /// Input columns to hand on beside the answers; `"*"` for all of them.
    pub keep: Option<Vec<String>>,
    /// Laboratory results, by analyte.
    pub quantities: BTreeMap<String, Quantity>,
    /// Age, sex and what goes with them.
    pub person: BTreeMap<String, Column>,
    /// Symptoms and history, by key.
    pub items: BTreeMap<String, Column>,
    /// The list of medicines.
    pub medicines: Option<Medicines>,
    /// What holds for the whole cohort, by the same keys as `person` and `items`, and `medicines`.
    pub constants: BTreeMap<String, Scalar>,
    /// A table with one result a row: which of its columns is what.
    #[cfg(feature = "long")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long: Option<crate::long::LongMap>,
}

/// What becomes of what cannot be accepted of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnRefusal {
    /// It is left out, as not known, and the column `ekbom:set_aside` says so. What has no unknown, such as an elevation,
    /// refuses the row all the same.
    SetAside,
    /// It refuses the row.
    Refuse,
}

/// What becomes of a row that is refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Refused {
    /// Its answers are null, and the column `ekbom:errors` says why.
    #[default]
    Null,
    /// The first one ends the run.
    Raise,
}

/// The decimal mark of numbers in texts. What would be written otherwise is refused, and never guessed at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decimal {
    /// `12.5`; a comma may stand between thousands: `1,234.5`.
    #[default]
    #[serde(rename = ".")]
    Point,
    /// `12,5`; a point may stand between thousands: `1.234,5`.
    #[serde(rename = ",")]
    Comma,
}

/// What becomes of a number that is NaN.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Nan {
    /// The row is refused, as a patient with NaN is.
    #[default]
    Refuse,
    /// It stands for a missing value, as in pandas.
    Missing,
}

/// A laboratory result: its column, and the unit in which it was reported.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Quantity {
    /// The column: numbers, or texts such as `38`, `<5` and `>2000*`.
    pub column: String,
    /// The unit. None is ever assumed.
    pub unit: Option<String>,
    /// A column with `<`, `<=`, `>`, `>=`, or nothing where the value is exact.
    pub comparator: Option<Column>,
    /// The laboratory's lower limit, in the unit of the result.
    pub ref_low: Option<Limit>,
    /// The laboratory's upper limit.
    pub ref_high: Option<Limit>,
    /// The top of the laboratory's grey zone (vitamin B12).
    pub grey_high: Option<Limit>,
    /// Unlikely values were checked: always, or where a column says so.
    pub confirmed: Option<Confirmed>,
    /// The assay as the laboratory names it (folate).
    pub assay: Option<String>,
}

impl Quantity {
    /// A column in a unit.
    pub fn new(column: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { column: column.into(), unit: Some(unit.into()), ..Self::default() }
    }
}

/// A laboratory's limit: one for the cohort, or one a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Limit {
    /// The same in every row.
    Value(f64),
    /// In a column.
    Column(String),
}

/// Which unlikely values were checked with the laboratory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Confirmed {
    /// All, or none.
    Always(bool),
    /// Those where this column says so.
    Column(Column),
}

/// A column, and what its values stand for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "ColumnForm")]
pub struct Column {
    /// Its name.
    pub column: String,
    /// What each value stands for: a code, true or false, or `missing`. Values that are not listed are refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<BTreeMap<String, Scalar>>,
}

impl Column {
    /// A column whose values are the codes themselves, or true and false, or 1 and 0.
    pub fn new(column: impl Into<String>) -> Self {
        Self { column: column.into(), values: None }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ColumnForm {
    Name(String),
    Whole(ColumnTable),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnTable {
    column: String,
    #[serde(default)]
    values: Option<BTreeMap<String, Scalar>>,
}

impl From<ColumnForm> for Column {
    fn from(form: ColumnForm) -> Self {
        match form {
            ColumnForm::Name(column) => Self { column, values: None },
            ColumnForm::Whole(ColumnTable { column, values }) => Self { column, values },
        }
    }
}

/// A value in the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Scalar {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A code.
    Code(String),
    /// Several codes (medicines).
    List(Vec<String>),
}

impl Scalar {
    /// As text, the way a cell would show it.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Flag(value) => value.to_string(),
            Self::Number(value) => value.to_string(),
            Self::Code(code) => code.clone(),
            Self::List(codes) => codes.join(", "),
        }
    }
}

/// The list of medicines of each row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Medicines {
    /// The column: a list, or names in one text.
    pub column: String,
    /// What stands between names in a text.
    #[serde(default = "semicolon")]
    pub separator: String,
    /// What to do with names that the catalogue does not know: `refuse` or `carry`. Without it they are carried, unless a
    /// known name is near.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    /// What a cell without a name says: `unknown`, which it is without this, or `none`: that there is no medicine. An empty
    /// list always says `none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty: Option<String>,
}

fn semicolon() -> String {
    ";".to_owned()
}

impl CohortMap {
    /// What becomes of what cannot be accepted, where the map does not say it too.
    pub const fn on_refusal(&self) -> OnRefusal {
        match (self.on_refusal, self.refused) {
            (Some(said), _) => said,
            (None, Refused::Raise) => OnRefusal::Refuse,
            (None, Refused::Null) => OnRefusal::SetAside,
        }
    }

    /// Reads a map.
    ///
    /// # Errors
    /// When it is not TOML, or says something that a map does not say.
    pub fn from_toml(text: &str) -> Result<Self, CohortError> {
        if text.len() > MOST_MAP_BYTES {
            let message = format!("it has {} bytes (accepted: at most {MOST_MAP_BYTES})", text.len());
            return Err(CohortError::map("", message));
        }
        toml::from_str(text).map_err(|error| CohortError::map("", fault(text, &error)))
    }

    /// The columns that the map reads or keeps, each once; `None` where it keeps all.
    pub fn columns(&self) -> Option<Vec<&str>> {
        let mut names: Vec<&str> = Vec::new();
        let kept = self.keep.as_ref()?;
        if kept.iter().any(|name| name == "*") {
            return None;
        }
        names.extend(kept.iter().map(String::as_str));
        for quantity in self.quantities.values() {
            names.push(&quantity.column);
            names.extend(quantity.comparator.as_ref().map(|own| own.column.as_str()));
            for limit in [&quantity.ref_low, &quantity.ref_high, &quantity.grey_high].into_iter().flatten() {
                if let Limit::Column(name) = limit {
                    names.push(name);
                }
            }
            if let Some(Confirmed::Column(column)) = &quantity.confirmed {
                names.push(&column.column);
            }
        }
        names.extend(self.person.values().chain(self.items.values()).map(|own| own.column.as_str()));
        names.extend(self.medicines.as_ref().map(|own| own.column.as_str()));
        names.sort_unstable();
        names.dedup();
        Some(names)
    }

    /// Asks a question, of all current guidelines or of one.
    #[must_use]
    pub fn ask(mut self, question: impl Into<String>) -> Self {
        self.ask.push(question.into());
        self
    }

    /// Says where an analyte stands.
    #[must_use]
    pub fn quantity(mut self, analyte: impl Into<String>, quantity: Quantity) -> Self {
        self.quantities.insert(analyte.into(), quantity);
        self
    }

    /// Says where something of the person stands.
    #[must_use]
    pub fn person(mut self, key: impl Into<String>, column: Column) -> Self {
        self.person.insert(key.into(), column);
        self
    }

    /// Says where a symptom or something of the history stands.
    #[must_use]
    pub fn item(mut self, key: impl Into<String>, column: Column) -> Self {
        self.items.insert(key.into(), column);
        self
    }

    /// Says what holds for the whole cohort.
    #[must_use]
    pub fn constant(mut self, key: impl Into<String>, value: Scalar) -> Self {
        self.constants.insert(key.into(), value);
        self
    }
}

/// What is wrong, with the line that it is in; of a line too long to be read, its place alone.
fn fault(text: &str, error: &toml::de::Error) -> String {
    let shown = error.to_string();
    if shown.lines().all(|line| line.len() <= LONGEST_LINE_SHOWN) {
        return shown;
    }
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("TOML parse error at line {line}, column {column}: {}", error.message())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../../docs/src/hostile-input.md");

    #[test]
    fn a_map_has_a_length() {
        let fits = " ".repeat(MOST_MAP_BYTES);
        assert!(CohortMap::from_toml(&fits).is_ok());
        let error = CohortMap::from_toml(&format!("{fits} ")).unwrap_err().to_string();
        assert_eq!(error, "map: it has 1048577 bytes (accepted: at most 1048576)");
        assert!(PAGE.contains("| Bytes of a map | 1,048,576 |"));
    }

    #[test]
    fn what_is_wrong_is_shown_in_its_line() {
        let error = CohortMap::from_toml("ask = [1, 2\nkeep").unwrap_err().to_string();
        assert!(error.contains("2 | keep"), "{error}");
        let long = format!("\nid = \"{}", "x".repeat(10_000));
        let error = CohortMap::from_toml(&long).unwrap_err().to_string();
        assert!(error.starts_with("map: TOML parse error at line 2, column "), "{error}");
        assert!(error.len() < 200, "{error}");
    }

    #[test]
    fn a_map_has_a_depth() {
        let deep = format!("ask = {}1{}", "[".repeat(100_000), "]".repeat(100_000));
        let error = CohortMap::from_toml(&deep).unwrap_err().to_string();
        assert!(error.starts_with("map: TOML parse error at line 1, column "), "{error}");
        assert!(error.contains("recursion") && error.len() < 200, "{error}");
    }
}
