//! CDS Hooks 2.0 as pure functions: discovery, a call, feedback. No network and no clock: the FHIR server that a call names
//! is never asked for anything, and its token is dropped unread.
//!
//! What a record system did not send is unknown. An empty list is *none recorded here*: it is shown so and stays unknown to
//! the rules, since no single system holds a whole history, unless whoever runs the service says otherwise
//! ([`TrustEmpty`]).

mod card;
mod order;
mod prefetch;
mod text;

use std::fmt;

use ekbom::Knowledge;
use ekbom::assess::intake::Policy;
use ekbom::assess::{assess_with, critical_of_refused};
use ekbom::patient::{CompleteGroup, Patient, PatientErrors};
use ekbom_report::Report;
use serde_json::{Value, json};

use crate::code_map::CodeMap;
use crate::date::AsOf;
use crate::document::tail;
use crate::json::{self, list, text as text_at};
use crate::reading::{FhirOptions, Reading, Subject, read_values};
use crate::subject::SubjectKey;
use card::{Asked, Cards};
use order::Orders;
use prefetch::Prefetch;

/// Entries of one call, prefetched and ordered.
pub const MOST_CALL_ENTRIES: usize = 20_000;

/// A list whose emptiness is taken for the whole truth, by the word of whoever runs the service.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TrustEmpty {
    /// No condition is recorded: nothing of the history is there.
    Conditions,
    /// No medicine is recorded: none is taken.
    Medications,
}

impl TrustEmpty {
    /// The codes, as the command takes them.
    pub const CODES: &'static [&'static str] = &["conditions", "medications"];

    /// By its code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "conditions" => Some(Self::Conditions),
            "medications" => Some(Self::Medications),
            _ => None,
        }
    }

    const fn group(self) -> CompleteGroup {
        match self {
            Self::Conditions => CompleteGroup::History,
            Self::Medications => CompleteGroup::Medicines,
        }
    }
}

/// How calls are answered.
#[derive(Clone, PartialEq, Debug)]
pub struct HookOptions {
    /// The day of the call.
    pub as_of: AsOf,
    /// How results are read.
    pub policy: Policy,
    /// The caller's own codes.
    pub codes: CodeMap,
    /// Results that are older than so many days are not read; 0 is for ever.
    pub look_back_days: u32,
    /// Lists whose emptiness is believed.
    pub trust_empty: Vec<TrustEmpty>,
}

impl HookOptions {
    /// As of a day, everything else as usual: nothing that is empty is believed.
    pub fn new(as_of: AsOf) -> Self {
        let look_back_days = FhirOptions::default().look_back_days;
        let (policy, codes) = (Policy::default(), CodeMap::default());
        Self { as_of, policy, codes, look_back_days, trust_empty: Vec::new() }
    }
}

/// Why a call has no answer. Its words hold nothing of the call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HookError {
    /// There is no such service.
    NoSuchService,
    /// It is no JSON, lies too deep, or gives a key twice.
    NotJson,
    /// It is no call of this hook, with what is missing or wrong.
    NotACall(&'static str),
    /// No patient was prefetched, and none is fetched.
    NoPatient,
    /// More entries than are read.
    TooMany,
    /// The answer could not be written: a fault of the library.
    NoAnswer,
}

impl HookError {
    /// The status of HTTP that says so.
    pub const fn status(self) -> u16 {
        match self {
            Self::NoSuchService => 404,
            Self::NotJson | Self::NotACall(_) => 400,
            Self::NoPatient => 412,
            Self::TooMany => 413,
            Self::NoAnswer => 500,
        }
    }
}

impl fmt::Display for HookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchService => "there is no such service: /cds-services lists them",
            Self::NotJson => "not JSON as it is read here: at most 64 deep, and no key twice in one object",
            Self::NotACall(why) => why,
            Self::NoPatient => {
                "no Patient in `prefetch.patient`: it is sent with the call, and never fetched"
            }
            Self::TooMany => "more entries than are read in one call: at most 20000",
            Self::NoAnswer => "the answer could not be written",
        })
    }
}

impl std::error::Error for HookError {}

/// A moment in the record system at which it calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Hook {
    PatientView,
    OrderSelect,
    OrderSign,
}

impl Hook {
    const ALL: [Self; 3] = [Self::PatientView, Self::OrderSelect, Self::OrderSign];

    const fn name(self) -> &'static str {
        match self {
            Self::PatientView => "patient-view",
            Self::OrderSelect => "order-select",
            Self::OrderSign => "order-sign",
        }
    }

    const fn service(self) -> &'static str {
        match self {
            Self::PatientView => "ekbom-patient-view",
            Self::OrderSelect => "ekbom-order-select",
            Self::OrderSign => "ekbom-order-sign",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::PatientView => "Restless legs: what to do next",
            Self::OrderSelect => "Restless legs: medicines that are selected",
            Self::OrderSign => "Restless legs: medicines that are ordered",
        }
    }

    const fn description(self) -> &'static str {
        match self {
            Self::PatientView => {
                "What to do next in the nutritional work-up of restless legs: iron, vitamin B12, kidney, medicines."
            }
            Self::OrderSelect | Self::OrderSign => {
                "Iron, and medicines that matter for restless legs, against what forbids them and what to mind."
            }
        }
    }

    fn of(service: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.service() == service)
    }
}

/// What the service says of itself.
///
/// ```
/// let services = ekbom_fhir::hooks::discovery();
/// assert_eq!(services["services"][0]["hook"], "patient-view");
/// assert!(services["services"][2]["prefetch"]["patient"].is_string());
/// ```
pub fn discovery() -> Value {
    let templates = prefetch::templates();
    let services: Vec<Value> = Hook::ALL
        .into_iter()
        .map(|own| {
            json!({"hook": own.name(), "id": own.service(), "title": own.title(),
                "description": own.description(), "prefetch": templates,
                "usageRequirements": "Everything is sent as prefetch: nothing is fetched from the FHIR server."})
        })
        .collect();
    json!({"services": services})
}

/// Answers a call.
///
/// ```
/// use ekbom::Knowledge;
/// use ekbom_fhir::hooks::{HookOptions, call};
/// let request = r#"{"hook": "patient-view", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
///     "context": {"userId": "Practitioner/1", "patientId": "17"}, "prefetch": {
///     "patient": {"resourceType": "Patient", "id": "17", "gender": "male", "birthDate": "1980-02-01"},
///     "results": {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": {
///         "resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/17"},
///         "code": {"coding": [{"system": "http://loinc.org", "code": "2823-3"}]}, "effectiveDateTime": "2026-11-30",
///         "valueQuantity": {"value": 7.2, "unit": "mmol/L"}}}]}}}"#;
/// let options = HookOptions::new("2026-11-30".parse()?);
/// let answer = call(&Knowledge::builtin(), "ekbom-patient-view", request, &options)?;
/// assert_eq!(answer["cards"][0]["indicator"], "critical");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When it is no call of this service, or no patient was sent. What is wrong with a record is said on a card.
pub fn call(
    knowledge: &Knowledge,
    service: &str,
    request: &str,
    options: &HookOptions,
) -> Result<Value, HookError> {
    let hook = Hook::of(service).ok_or(HookError::NoSuchService)?;
    let mut request = json::read(request).map_err(|_| HookError::NotJson)?;
    let asked = asked(hook, &request)?;
    let context = request.get("context").cloned().unwrap_or_default();
    let sent = request.get_mut("prefetch").map(Value::take).unwrap_or_default();
    drop(request);
    let prefetch = Prefetch::read(sent, &asked.patient)?;
    let orders = match hook {
        Hook::PatientView => Orders::default(),
        Hook::OrderSelect | Hook::OrderSign => Orders::read(hook, &context, &asked, &options.codes)?,
    };
    if prefetch.entries + orders.entries > MOST_CALL_ENTRIES {
        return Err(HookError::TooMany);
    }
    let mut cards = Cards::new(asked, options, &prefetch, &orders, knowledge);
    let fhir = FhirOptions {
        as_of: Some(options.as_of),
        look_back_days: options.look_back_days,
        complete: prefetch.believed(&options.trust_empty).map(TrustEmpty::group).collect(),
        codes: options.codes.clone(),
        subject_key: SubjectKey::Reference,
        ..FhirOptions::default()
    };
    match read_values(&prefetch.values, &fhir) {
        Err(errors) => cards.refused(&errors, &[]),
        Ok(reading) => answer(knowledge, options, &reading, &orders, &mut cards)?,
    }
    Ok(json!({"cards": cards.into_cards()}))
}

/// One call, with what is asked of every one.
fn asked(hook: Hook, request: &Value) -> Result<Asked, HookError> {
    if text_at(request, "hook") != Some(hook.name()) {
        return Err(HookError::NotACall("`hook` is not the hook of this service"));
    }
    let instance = text_at(request, "hookInstance").filter(|own| !own.is_empty() && own.len() <= 100);
    let instance = instance.ok_or(HookError::NotACall("`hookInstance` is missing"))?;
    let context = request.get("context").filter(|own| own.is_object());
    let context = context.ok_or(HookError::NotACall("`context` is missing"))?;
    let patient = text_at(context, "patientId").filter(|own| !own.is_empty());
    let patient = patient.ok_or(HookError::NotACall("`context.patientId` is missing"))?;
    // An id of FHIR: it goes into references of what is suggested.
    let id = patient.strip_prefix("Patient/").unwrap_or(patient);
    let plain = |own: char| own.is_ascii_alphanumeric() || matches!(own, '-' | '.');
    if id.is_empty() || id.len() > 64 || !id.chars().all(plain) {
        return Err(HookError::NotACall("`context.patientId` is not an id of FHIR"));
    }
    Ok(Asked { hook, instance: instance.to_owned(), patient: format!("Patient/{id}") })
}

fn answer(
    knowledge: &Knowledge,
    options: &HookOptions,
    reading: &Reading,
    orders: &Orders,
    cards: &mut Cards<'_>,
) -> Result<(), HookError> {
    let Some(subject) = reading.subjects.iter().find(|own| Some(own.key()) == cards.patient()) else {
        return Err(HookError::NoPatient);
    };
    if subject.is_deceased() {
        cards.deceased();
        return Ok(());
    }
    // What was set aside counts for nothing, but nobody may miss a critical one.
    let aside =
        subject.set_aside().map_or_else(Vec::new, |own| critical_of_refused(knowledge, own.as_bytes()));
    let text = match with_orders(subject, orders) {
        Ok(text) => text,
        Err(errors) => {
            cards.refused(&errors, &aside);
            return Ok(());
        }
    };
    match Patient::from_json(&text) {
        Err(errors) => {
            let mut critical = critical_of_refused(knowledge, text.as_bytes());
            critical.extend(aside);
            cards.refused(&errors, &critical);
        }
        Ok(patient) => {
            let assessment = assess_with(knowledge, &patient, &options.policy);
            // Those that the answer says itself are said once.
            let aside: Vec<_> = aside.into_iter().filter(|own| !assessment.critical.contains(own)).collect();
            let report = Report::of(&assessment, knowledge).map_err(|_| HookError::NoAnswer)?;
            cards.answered(&assessment, &report, reading, &aside);
        }
    }
    Ok(())
}

/// The patient with what is being ordered as planned.
fn with_orders(subject: &Subject, orders: &Orders) -> Result<String, PatientErrors> {
    let text = subject.to_json()?;
    let Ok(Value::Object(mut patient)) = serde_json::from_str::<Value>(text) else {
        return Ok(text.to_owned());
    };
    if let Some(Value::Array(medicines)) = patient.get_mut("medicines") {
        for own in &orders.known {
            let name = own.name();
            // What is taken already is checked as that.
            let taken = medicines.iter().any(|entry| {
                entry == name || (text_at(entry, "name") == Some(name) && entry.get("days_taken").is_some())
            });
            if !taken {
                medicines.push(json!({"name": name, "planned": true}));
            }
        }
    }
    Ok(Value::Object(patient).to_string())
}

/// What became of the cards of an answer: two counts, and nothing of the patient.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Feedback {
    /// Cards of which a suggestion was taken.
    pub accepted: usize,
    /// Cards that were put aside.
    pub overridden: usize,
}

/// Reads feedback. Reasons and comments are not kept: they may say who it was.
///
/// # Errors
/// When there is no such service, or it is no feedback.
pub fn feedback(service: &str, request: &str) -> Result<Feedback, HookError> {
    Hook::of(service).ok_or(HookError::NoSuchService)?;
    let request = json::read(request).map_err(|_| HookError::NotJson)?;
    let all = list(&request, "feedback");
    if all.is_empty() || all.iter().any(|own| text_at(own, "card").is_none()) {
        return Err(HookError::NotACall("`feedback` is a list of cards with their outcome"));
    }
    let mut made = Feedback::default();
    for own in all {
        match text_at(own, "outcome") {
            Some("accepted") => made.accepted += 1,
            Some("overridden") => made.overridden += 1,
            _ => return Err(HookError::NotACall("`outcome` is `accepted` or `overridden`")),
        }
    }
    Ok(made)
}

/// The name by which a reference means this: `Type/id`, or what it is called in its Bundle.
fn means(reference: &str, kind: &str, id: Option<&str>, full_url: Option<&str>) -> bool {
    let own = id.map(|id| format!("{kind}/{id}"));
    full_url == Some(reference) || (own.is_some() && (tail(reference) == own || id == Some(reference)))
}
