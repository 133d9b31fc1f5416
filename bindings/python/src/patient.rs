//! One patient.

use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock, OnceLock};

use ekbom::assess::intake::{Policy, Uncertainty, intake};
use ekbom::assess::{Assume, UnknownAssumption, assess_with, critical_of_refused, trace};
use ekbom::fact::FactBox;
use ekbom::{Guideline, Question};
use ekbom_report::text::Layout;
use ekbom_report::{Report, html};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use serde_json::Value;

use crate::KNOWLEDGE;
use crate::error::{refused_with, unknown};
use crate::knowledge::{Knowledge, or_built_in};
use crate::language::{Language, or_english};
use crate::plain::plain;

/// Up to here every whole number has an `f64` of its own.
const MOST_EXACT: f64 = 9_007_199_254_740_992.0;

/// `question@guideline` to the place of the table.
static PLACES: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    KNOWLEDGE.tables().iter().enumerate().map(|(place, table)| (table.name(), place)).collect()
});

/// A checked patient, from JSON.
#[pyclass(frozen, subclass, eq, hash, module = "ekbom._ekbom")]
pub(crate) struct Patient {
    patient: ekbom::Patient,
    /// As said, in one form: keys sorted, what says nothing left out, whole numbers without a decimal point.
    said: String,
    /// The facts under the default policy: read once, asked often.
    facts: OnceLock<FactBox>,
}

#[pymethods]
impl Patient {
    #[new]
    fn new(document: &str) -> PyResult<Self> {
        let patient = ekbom::Patient::from_json(document).map_err(|errors| {
            let critical = critical_of_refused(&KNOWLEDGE, document.as_bytes());
            refused_with(&errors, &serde_json::to_string(&critical).unwrap_or_default())
        })?;
        let said = serde_json::from_str(document).map(said).unwrap_or_default();
        Ok(Self { patient, said: said.to_string(), facts: OnceLock::new() })
    }

    /// The patient as JSON, keys sorted.
    fn to_json(&self) -> &str {
        &self.said
    }

    /// The answers still possible to one question by one guideline.
    ///
    /// Parameters
    /// ----------
    /// table : str
    ///     ``question@guideline``.
    ///
    /// Returns
    /// -------
    /// tuple of str
    ///     One code when determined.
    ///
    /// Examples
    /// --------
    /// >>> import ekbom
    /// >>> patient = ekbom.Patient(labs=[ekbom.Lab("ferritin", 38, "ng/mL")], age_years=58)
    /// >>> patient.possible("iron.therapy@aan-2016")
    /// ('oral',)
    #[pyo3(signature = (table) -> "tuple[str, ...]")]
    fn possible<'py>(&self, py: Python<'py>, table: &str) -> PyResult<Bound<'py, PyTuple>> {
        let found = PLACES.get(table).and_then(|place| KNOWLEDGE.tables().get(*place));
        let Some(found) = found else {
            let question = table.split('@').next().unwrap_or_default();
            let names = || PLACES.keys().map(String::as_str);
            let mut near: Vec<&str> =
                names().filter(|name| name.split('@').next() == Some(question)).collect();
            if near.is_empty() {
                near = names().collect();
            }
            near.sort_unstable();
            return Err(unknown("table", table, near));
        };
        let facts = self.facts.get_or_init(|| intake(&self.patient, &Policy::default()).facts);
        let answers = found.ask(facts);
        PyTuple::new(
            py,
            found.question.codes(answers).map(|code| PyString::intern(py, code)).collect::<Vec<_>>(),
        )
    }
}

/// Two patients said alike are equal.
impl PartialEq for Patient {
    fn eq(&self, other: &Self) -> bool {
        self.said == other.said
    }
}

impl Eq for Patient {}

impl Hash for Patient {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.said.hash(state);
    }
}

/// What was said of a patient, in the form in which two patients said alike are equal. An item of a group that is named
/// without a value is not left unmentioned, and neither is a group: what is complete does not close them.
fn said(document: Value) -> Value {
    let Value::Object(entries) = document else { return canonical(document) };
    let keeps = |key: &str, value: &Value| match key {
        "medicines" => value.is_null(),
        "symptoms" | "history" => {
            value.is_null() || value.as_object().is_some_and(|own| own.values().any(Value::is_null))
        }
        _ => false,
    };
    let group = |value: Value| match value {
        Value::Object(items) => {
            let items = items.into_iter().map(|(key, value)| (key, canonical(value)));
            items.filter(|(_, value)| value.is_null() || !says_nothing(value)).collect()
        }
        other => other,
    };
    let entries = entries.into_iter().map(|(key, value)| {
        let own = if keeps(&key, &value) { group(value) } else { canonical(value) };
        (key, own)
    });
    entries.filter(|(key, value)| keeps(key, value) || !says_nothing(value)).collect()
}

/// The form in which two values said alike are equal.
fn canonical(value: Value) -> Value {
    match value {
        Value::Object(entries) => entries
            .into_iter()
            .map(|(key, value)| (key, canonical(value)))
            .filter(|(_, value)| !says_nothing(value))
            .collect(),
        Value::Array(items) => items.into_iter().map(canonical).collect(),
        Value::Number(number) => match number.as_f64() {
            Some(x) if x.trunc().to_bits() == x.to_bits() && x.abs() <= MOST_EXACT => Value::from(x as i64),
            Some(x) => Value::from(x),
            None => Value::Number(number),
        },
        other => other,
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    }
}

/// What follows from a patient; `ekbom.Assessment` reads it.
#[pyclass(frozen, module = "ekbom._ekbom")]
pub(crate) struct Assessment {
    /// By the built-in knowledge, which stays.
    built_in: Option<ekbom::Assessment>,
    /// By another, of which an assessment cannot outlive its parts: made anew at each look, in microseconds.
    knowledge: Arc<ekbom::Knowledge>,
    traced: bool,
    /// Of whom, and how results were read: a report shows more than the answers.
    patient: Py<Patient>,
    policy: Policy,
}

#[pymethods]
impl Assessment {
    #[new]
    #[pyo3(signature = (patient, stale_after_days = 365.0, uncertainty = "as_reported", traced = false, knowledge = None, assume = "usual"))]
    fn new(
        py: Python<'_>,
        patient: &Bound<'_, Patient>,
        stale_after_days: f64,
        uncertainty: &str,
        traced: bool,
        knowledge: Option<&Bound<'_, Knowledge>>,
        assume: &str,
    ) -> PyResult<Self> {
        let policy = policy(stale_after_days, uncertainty, assume)?;
        let own = &patient.get().patient;
        let built_in =
            knowledge.is_none().then(|| py.detach(|| assessment(&KNOWLEDGE, own, &policy, traced)));
        let knowledge = or_built_in(knowledge);
        Ok(Self { built_in, knowledge, traced, patient: patient.clone().unbind(), policy })
    }

    /// One part, by its key, as plain values; `None` where the assessment has no such part.
    #[pyo3(signature = (key) -> "object")]
    fn part<'py>(&self, py: Python<'py>, key: &str) -> PyResult<Bound<'py, PyAny>> {
        self.look(|made| match key {
            "ekbom" => plain(py, &made.ekbom),
            "knowledge" => plain(py, &made.knowledge),
            "set_aside" => plain(py, &made.set_aside),
            "positions" => plain(py, &made.positions),
            "disagreements" => plain(py, &made.disagreements),
            "acts" => plain(py, &made.acts),
            "recommendations" => plain(py, &made.recommendations),
            "critical" => plain(py, &made.critical),
            "precautions" => plain(py, &made.precautions),
            "stopped" => plain(py, &made.stopped),
            "withheld" => plain(py, &made.withheld),
            "changes" => plain(py, &made.changes),
            "next_tests" => plain(py, &made.next_tests),
            "alerts" => plain(py, &made.alerts),
            "claims" => plain(py, &made.claims),
            "derived" => plain(py, &made.derived),
            "results" => plain(py, &made.results),
            "medicines" => plain(py, &made.medicines),
            "sources" => plain(py, &made.sources),
            "trace" => plain(py, &made.trace),
            _ => Ok(py.None().into_bound(py)),
        })
    }

    /// One position, as plain values; `None` where there is none.
    #[pyo3(signature = (question, guideline) -> "object")]
    fn position<'py>(&self, py: Python<'py>, question: &str, guideline: &str) -> PyResult<Bound<'py, PyAny>> {
        let (Ok(question), Ok(guideline)) = (Question::new(question), Guideline::new(guideline)) else {
            return Ok(py.None().into_bound(py));
        };
        self.look(|made| plain(py, &made.position(question, &guideline).ok()))
    }

    /// All of it, as plain values.
    #[pyo3(signature = () -> "dict[str, object]")]
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.look(|made| plain(py, made))
    }

    /// The assessment as one line of JSON, the same bytes in every language.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.look(|made| made.to_json()))
    }

    /// The report as an HTML page; with a name, the part of a page that a notebook shows, with anchors of that name.
    #[pyo3(signature = (guidelines: "list[str]", name: "str | None" = None, language: "Language | None" = None) -> "str")]
    fn to_html(
        &self,
        py: Python<'_>,
        guidelines: Vec<String>,
        name: Option<&str>,
        language: Option<&Bound<'_, Language>>,
    ) -> PyResult<String> {
        let (wanted, language) = (self.wanted(&guidelines)?, or_english(language));
        let made = py.detach(|| {
            self.look(|made| match name {
                Some(name) => html::fragment_in(made, &self.knowledge, &wanted, name, &language),
                None => html::page_in(made, &self.knowledge, &wanted, &language),
            })
        });
        made.map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// The report as plain text in lines of at most this width; without one, the few lines for a note in a record.
    #[pyo3(signature = (guidelines: "list[str]", width: "int | None", full: "bool" = false, language: "Language | None" = None) -> "str")]
    fn to_text(
        &self,
        py: Python<'_>,
        guidelines: Vec<String>,
        width: Option<usize>,
        full: bool,
        language: Option<&Bound<'_, Language>>,
    ) -> PyResult<String> {
        let (wanted, language) = (self.wanted(&guidelines)?, or_english(language));
        let made = py.detach(|| {
            self.look(|made| {
                let report = Report::of_guidelines(made, &self.knowledge, &wanted)?;
                Ok::<_, ekbom_report::ReportError>(match width {
                    Some(width) => report.to_text_in(Layout { width, all: full }, &language),
                    None => report.brief_in(&language),
                })
            })
        });
        made.map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// The patient, as JSON, and how results were read.
    #[pyo3(signature = () -> "tuple[str, float, str]")]
    fn origin(&self) -> (&str, f64, &'static str) {
        (&self.patient.get().said, self.policy.stale_after_days, self.policy.uncertainty.code())
    }
}

impl Assessment {
    /// Guidelines by their ids.
    fn wanted(&self, guidelines: &[String]) -> PyResult<Vec<Guideline>> {
        let read = |own: &String| {
            self.knowledge.guideline(own).map_err(|_| {
                let known: BTreeSet<&str> =
                    self.knowledge.tables().iter().map(|table| table.guideline.id.as_ref()).collect();
                unknown("guideline", own, known)
            })
        };
        guidelines.iter().map(read).collect()
    }

    /// What follows from the patient.
    fn look<R>(&self, read: impl FnOnce(&ekbom::Assessment) -> R) -> R {
        match &self.built_in {
            Some(made) => read(made),
            None => {
                let patient = &self.patient.get().patient;
                read(&assessment(&self.knowledge, patient, &self.policy, self.traced))
            }
        }
    }
}

fn assessment(
    knowledge: &ekbom::Knowledge,
    patient: &ekbom::Patient,
    policy: &Policy,
    traced: bool,
) -> ekbom::Assessment {
    let mut made = assess_with(knowledge, patient, policy);
    if traced {
        made.trace = Some(trace(knowledge, patient, policy));
    }
    made
}

pub(crate) fn policy(stale_after_days: f64, uncertainty: &str, assume: &str) -> PyResult<Policy> {
    if stale_after_days.is_nan() || stale_after_days < 0.0 {
        return Err(unknown("stale_after_days", &stale_after_days.to_string(), ["a number of days"]));
    }
    let found = Uncertainty::ALL.iter().copied().find(|known| known.code() == uncertainty);
    let Some(uncertainty) = found else {
        return Err(unknown("uncertainty", uncertainty, Uncertainty::ALL.iter().map(|known| known.code())));
    };
    let assume: Assume = assume.parse().map_err(|error: UnknownAssumption| {
        let ids = ekbom::knowledge::assumption::ASSUMPTIONS.iter().map(|own| own.id);
        unknown("assumption", &error.id, ["usual", "none"].into_iter().chain(ids))
    })?;
    let made = Policy::default().with_stale_after_days(stale_after_days).with_uncertainty(uncertainty);
    Ok(made.with_assume(assume))
}
