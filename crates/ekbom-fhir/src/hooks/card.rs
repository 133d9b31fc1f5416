//! Cards: one for what to do, one for each medicine that is ordered against a stop or with something to mind, one for
//! orders of which no check was made.

use ekbom::Knowledge;
use ekbom::assess::{Assessment, CriticalResult};
use ekbom::fact::medicine::{Medicine, MedicineClass};
use ekbom::knowledge::act::ActKind;
use ekbom::knowledge::advice::Gives;
use ekbom::knowledge::precaution::Severity;
use ekbom::knowledge::words;
use ekbom::patient::PatientErrors;
use ekbom_report::{ActLine, PrecautionLine, Report};
use serde_json::{Value, json};

use super::order::Orders;
use super::prefetch::Prefetch;
use super::text::{escaped, summary};
use super::{Hook, HookOptions};
use crate::json::text;
use crate::ledger::Outcome;
use crate::out::{AnswerOptions, HOME, Urns, is_urgent, object, service_request, test_of, url_of};
use crate::reading::Reading;

/// What is said of entries that were not read, at most.
const MOST_NOT_READ: usize = 5;
/// Sources that are linked to.
const MOST_LINKS: usize = 3;

/// Who asks.
pub(super) struct Asked {
    pub(super) hook: Hook,
    pub(super) instance: String,
    /// The reference to the patient.
    pub(super) patient: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Indicator {
    Critical,
    Warning,
    Info,
}

impl Indicator {
    const fn code(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// One card before it is written.
struct Card {
    indicator: Indicator,
    summary: String,
    lines: Vec<String>,
    sources: Vec<String>,
    by: String,
    suggestions: Vec<Value>,
}

impl Card {
    fn new(indicator: Indicator, said: &str, lines: Vec<String>) -> Self {
        let by = String::new();
        Self { indicator, summary: summary(said), lines, sources: Vec::new(), by, suggestions: Vec::new() }
    }
}

/// The cards of one answer.
pub(super) struct Cards<'a> {
    asked: Asked,
    options: &'a HookOptions,
    prefetch: &'a Prefetch,
    orders: &'a Orders,
    knowledge: &'a Knowledge,
    made: Vec<Card>,
    urns: Urns,
}

impl<'a> Cards<'a> {
    pub(super) fn new(
        asked: Asked,
        options: &'a HookOptions,
        prefetch: &'a Prefetch,
        orders: &'a Orders,
        knowledge: &'a Knowledge,
    ) -> Self {
        let urns = Urns::of(&asked.instance);
        Self { asked, options, prefetch, orders, knowledge, made: Vec::new(), urns }
    }

    pub(super) fn patient(&self) -> Option<&str> {
        Some(&self.asked.patient)
    }

    fn add(&mut self, indicator: Indicator, said: &str, lines: Vec<String>) {
        self.made.push(Card::new(indicator, said, lines));
    }

    pub(super) fn deceased(&mut self) {
        self.add(
            Indicator::Info,
            "The record says that this person is dead: nothing is advised.",
            Vec::new(),
        );
    }

    /// Nothing was assessed, and a critical result is not lost.
    pub(super) fn refused(&mut self, errors: &PatientErrors, critical: &[CriticalResult]) {
        let mut lines: Vec<String> = critical
            .iter()
            .map(|own| format!("- **Critical, if it is true:** {}", escaped(&own.says)))
            .collect();
        lines.extend(errors.errors().iter().map(|own| format!("- {}", escaped(&own.to_string()))));
        let (indicator, said) = match critical.first() {
            Some(own) => (Indicator::Critical, format!("Critical, if it is true: {}", own.says)),
            None => {
                (Indicator::Warning, "Nothing was assessed: the record cannot be read as it was sent.".into())
            }
        };
        let lines = [vec!["**Nothing was assessed, and no order was checked.**".to_owned()], lines].concat();
        self.add(indicator, &said, lines);
    }

    pub(super) fn answered(
        &mut self,
        assessment: &Assessment,
        report: &Report,
        reading: &Reading,
        aside: &[CriticalResult],
    ) {
        for medicine in &self.orders.known {
            self.ordered(*medicine, assessment, report);
        }
        if !self.orders.unchecked.is_empty() {
            let count = self.orders.unchecked.len();
            let noun = if count == 1 { "order" } else { "orders" };
            let said = format!("No check was made of {count} {noun}: not recognised.");
            let lines = self.orders.unchecked.iter().map(|own| format!("- {}", escaped(own))).collect();
            self.add(Indicator::Info, &said, lines);
        }
        self.acts(assessment, report, reading, aside);
    }

    /// What to do: all of it when a chart is opened; beside an order only what must not wait.
    fn acts(
        &mut self,
        assessment: &Assessment,
        report: &Report,
        reading: &Reading,
        aside: &[CriticalResult],
    ) {
        let acts = &report.first.acts;
        // Of what is ordered its own card speaks.
        let pressing = |own: &&ActLine| is_urgent(own.kind) && own.kind != ActKind::Precaution;
        let ordering = self.asked.hook != Hook::PatientView;
        if ordering && aside.is_empty() && !acts.iter().any(|own| pressing(&own)) {
            return;
        }
        let mut lines: Vec<String> = aside
            .iter()
            .map(|own| format!("- **Set aside, and critical if it is true:** {}", escaped(&own.says)))
            .collect();
        lines.extend(acts.iter().map(line));
        let next = |what: &str, items: &[String]| {
            (!items.is_empty()).then(|| format!("\n**{what}:** {}", escaped(&items.join("; "))))
        };
        lines.extend(next("Ask", &report.first.ask));
        lines.extend(next("Measure", &report.first.measure));
        for own in &report.must_not {
            lines.push(format!("\n**{}** {}", escaped(&own.text), escaped(&because(&own.because))));
        }
        lines.push(String::new());
        lines.extend(self.prefetch.notes(&self.options.trust_empty).iter().map(|own| escaped(own)));
        lines.extend(not_read(reading));
        let urgent = acts.iter().find(|own| is_urgent(own.kind));
        let indicator =
            if urgent.is_some() || !aside.is_empty() { Indicator::Critical } else { Indicator::Info };
        let said = match (aside.first(), urgent.or_else(|| acts.first())) {
            (Some(own), _) => format!("Set aside, and critical if it is true: {}", own.says),
            (None, Some(act)) => act.text.clone(),
            (None, None) if !report.first.measure.is_empty() => {
                format!("Restless legs: measure {}.", report.first.measure.join("; "))
            }
            (None, None) if !self.prefetch.has_results() => "No laboratory results were sent.".into(),
            (None, None) => "Restless legs: nothing to do was found in what was sent.".into(),
        };
        let suggestions = self.suggestions(assessment);
        let mut by: Vec<&str> = Vec::new();
        let mut sources: Vec<String> = Vec::new();
        for act in &assessment.acts {
            by.extend(act.guidelines.iter().map(|own| own.as_str()));
            sources.extend(act.sources.iter().map(|own| own.to_string()));
        }
        by.dedup();
        let by = words::guidelines(by.into_iter().take(MOST_LINKS));
        self.made.push(Card { sources, by, suggestions, ..Card::new(indicator, &said, lines) });
    }

    /// A test that is to be ordered, for each of them.
    fn suggestions(&mut self, assessment: &Assessment) -> Vec<Value> {
        let options =
            AnswerOptions { subject: Some(self.asked.patient.clone()), as_of: Some(self.options.as_of) };
        let tests = assessment.acts.iter().filter_map(|own| test_of(&own.act));
        tests
            .enumerate()
            .map(|(place, test)| {
                let name = words::test(test);
                json!({
                    "label": format!("Order {name}"),
                    "uuid": self.urns.uuid(),
                    "isRecommended": place == 0,
                    "actions": [{"type": "create", "description": format!("Propose {name}"),
                        "resource": service_request(assessment, test, &options)}],
                })
            })
            .collect()
    }

    /// What is ordered, against what forbids it and what to mind.
    fn ordered(&mut self, medicine: Medicine, assessment: &Assessment, report: &Report) {
        let name = words::action(medicine.name());
        let about: Vec<&PrecautionLine> =
            report.precautions.iter().filter(|own| own.concerns.contains(&name)).collect();
        let gives = match medicine {
            own if own.is(MedicineClass::IronIntravenous) => Some(Gives::IntravenousIron),
            own if own.is(MedicineClass::IronOral) => Some(Gives::OralIron),
            _ => None,
        };
        let verdict = gives.and_then(|own| assessment.withheld.iter().find(|said| said.gives == own.code()));
        let stopped = verdict.is_some_and(|own| !own.why.is_empty()) && !report.must_not.is_empty();
        let open = verdict.is_some_and(|own| own.safety_open);
        let grave = |own: &&PrecautionLine| matches!(own.severity, Severity::Urgent | Severity::Stop);
        let first = about
            .iter()
            .find(|own| own.certain && grave(own))
            .or_else(|| about.iter().find(|own| own.certain));
        let indicator = if stopped || about.iter().any(|own| own.certain && grave(own)) {
            Indicator::Critical
        } else if open || about.iter().any(|own| own.certain && own.severity == Severity::Caution) {
            Indicator::Warning
        } else {
            Indicator::Info
        };
        let called = words::sentence(&name);
        let called = called.trim_end_matches('.');
        let said = match (stopped, first, open) {
            (true, _, _) => {
                let stop = report.must_not.first().map_or("", |own| own.text.as_str());
                format!("{called}: {stop}")
            }
            (false, Some(own), _) if own.severity != Severity::Note => format!("{called}: {}", own.says),
            (false, _, true) => format!("{called}: whether iron may be given is not known yet."),
            (false, _, false) if about.is_empty() => return,
            (false, _, false) => format!("{called}: not everything could be checked."),
        };
        let mut lines = Vec::new();
        if stopped {
            lines.extend(
                report.must_not.iter().map(|own| {
                    format!("- **STOP** {} {}", escaped(&own.text), escaped(&because(&own.because)))
                }),
            );
        }
        for own in &about {
            let says = if own.certain {
                format!("{} {}", own.says, because(&own.because))
            } else {
                format!("it depends on {}.", own.missing.join(", "))
            };
            lines.push(format!("- **{}** {}", own.label(), escaped(says.trim())));
        }
        if open {
            let first: Vec<String> =
                report.first.ask.iter().chain(&report.first.measure).take(MOST_LINKS).cloned().collect();
            lines.push(format!("- **First:** {}", escaped(&first.join("; "))));
        }
        lines.push(String::new());
        lines.extend(self.prefetch.notes(&self.options.trust_empty).iter().map(|own| escaped(own)));
        let rows = assessment.precautions.iter().filter(|own| about.iter().any(|line| line.id == own.id));
        let sources = rows.flat_map(|own| &own.sources).map(|own| own.to_string()).collect();
        let suggestions = if open && !stopped { self.suggestions(assessment) } else { Vec::new() };
        self.made.push(Card { sources, suggestions, ..Card::new(indicator, &said, lines) });
    }

    /// The most pressing first; of one kind as they were made.
    pub(super) fn into_cards(mut self) -> Vec<Value> {
        self.made.sort_by_key(|own| own.indicator);
        let (version, hash) = (self.knowledge.version(), self.knowledge.hash());
        let made_by = format!("ekbom {}, knowledge {version} ({hash})", env!("CARGO_PKG_VERSION"));
        let as_of = format!("As of {}. {made_by}.", self.options.as_of);
        let urns = &mut self.urns;
        self.made
            .into_iter()
            .map(|own| {
                let links = links(&own.sources);
                let label = if own.by.is_empty() { "ekbom".to_owned() } else { format!("ekbom: {}", own.by) };
                let detail = format!(
                    "{}\n\n_{} {}_",
                    own.lines.join("\n"),
                    escaped(&as_of),
                    escaped(ekbom_report::NOT_A_DEVICE)
                );
                let pressing = own.indicator != Indicator::Info;
                let selection = if own.suggestions.is_empty() { Value::Null } else { "any".into() };
                object([
                    ("uuid", urns.uuid().into()),
                    ("summary", own.summary.into()),
                    ("indicator", own.indicator.code().into()),
                    ("detail", detail.trim().into()),
                    ("source", json!({"label": label, "url": HOME})),
                    ("links", links.into()),
                    ("selectionBehavior", selection),
                    ("suggestions", own.suggestions.into()),
                    ("overrideReasons", if pressing { reasons() } else { Value::Null }),
                ])
            })
            .collect()
    }
}

/// Why a clinician may put a card aside.
fn reasons() -> Value {
    let reason = |code: &str, display: &str| json!({"code": code, "system": format!("{HOME}/override-reasons"), "display": display});
    json!([
        reason("done", "It is done already"),
        reason("not-this-patient", "It does not apply to this patient"),
        reason("data-wrong", "What it rests on is wrong or out of date"),
        reason("other-reason", "There is another reason for it"),
    ])
}

fn links(sources: &[String]) -> Vec<Value> {
    let mut made: Vec<Value> = Vec::new();
    for id in sources {
        let Some(url) = url_of(id) else { continue };
        if made.len() < MOST_LINKS && !made.iter().any(|own| text(own, "url") == Some(url.as_str())) {
            let name = ekbom::source::find(id).map_or(id.as_str(), |own| own.name);
            made.push(json!({"label": name, "url": url, "type": "absolute"}));
        }
    }
    made
}

fn because(reasons: &[String]) -> String {
    if reasons.is_empty() { String::new() } else { format!("Because: {}.", reasons.join(", ")) }
}

/// An act as a line of a list.
fn line(act: &ActLine) -> String {
    let urgent = if is_urgent(act.kind) { "**Now:** " } else { "" };
    let by = words::guidelines(act.by.iter().map(String::as_str));
    let mut made = format!("- {urgent}{}", escaped(&act.text));
    if !by.is_empty() {
        made.push_str(&format!(" ({})", escaped(&by)));
    }
    for (what, items) in [("Because", &act.because), ("First", &act.first), ("Assuming", &act.assuming)] {
        if !items.is_empty() {
            made.push_str(&format!(" {what}: {}.", escaped(&items.join(", "))));
        }
    }
    made
}

/// What was refused of the record is said, so that nobody takes it for absent.
fn not_read(reading: &Reading) -> Vec<String> {
    let refused: Vec<_> =
        reading.ledger.entries.iter().filter(|own| own.outcome == Outcome::Refused).collect();
    let mut made = Vec::new();
    if !refused.is_empty() {
        made.push(format!("Could not be read, and so not known: {} entries.", refused.len()));
        made.extend(
            refused
                .iter()
                .take(MOST_NOT_READ)
                .map(|own| format!("- {}: {}", escaped(&own.resource), escaped(&own.says))),
        );
    }
    if !reading.ledger.last_page {
        made.push("What was sent is not the last page of its search: the rest is not known.".to_owned());
    }
    if reading.subjects.len() > 1 {
        made.push("Entries of other patients were sent with it, and not read.".to_owned());
    }
    made
}
