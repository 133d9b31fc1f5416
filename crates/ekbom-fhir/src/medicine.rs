//! Medicines: by ingredient, as the names of RxNorm and plain texts hold them.

use std::collections::BTreeMap;

use ekbom::fact::Fact;
use ekbom::fact::medicine::{Medicine, MedicineClass, no_bearing};
use ekbom::measure::suggest::named_in;
use ekbom::patient::CompleteGroup;
use serde_json::{Map, Value, json};

use crate::code_map::{CodeMap, CodeMeaning, shown};
use crate::date::{AsOf, When};
use crate::json::{codings, text};
use crate::ledger::{Book, Place, short, why};
use crate::record::{ABSENT, Record};

/// Days for which a medicine that was given counts as taken.
const GIVEN_DAYS: i64 = 30;

/// The medicines of one subject.
#[derive(Default)]
pub(crate) struct Medicines {
    /// By name: the state that counts, and the days that go with it.
    known: BTreeMap<String, (State, Option<i64>)>,
    pub(crate) none_known: bool,
    pub(crate) any: bool,
}

/// What becomes of several statements: the first of these counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum State {
    Taken,
    Stopped,
    Planned,
}

/// What an entry is about, and as of when.
pub(crate) struct Told<'a, 'v> {
    pub(crate) place: &'a Place,
    pub(crate) kind: &'v str,
    pub(crate) value: &'v Value,
    /// The medicine where it is a resource of its own; none where that was not found.
    pub(crate) medication: Option<&'v Value>,
    pub(crate) codes: &'a CodeMap,
    pub(crate) as_of: Option<AsOf>,
    pub(crate) look_back: u32,
    pub(crate) subject: &'a str,
}

impl Medicines {
    pub(crate) fn read(&mut self, told: &Told<'_, '_>, record: &mut Record, book: &mut Book) {
        let subject = Some(told.subject);
        let concept = told.value.get("medicationCodeableConcept").or(told.medication);
        if let Some(own) = codings(concept).find(|own| own.system == ABSENT) {
            self.none_known |= own.code == "no-known-medications" && told.kind == "MedicationStatement";
            return book.skip(told.place, subject, why("none_known", "it says that no medicine is known"));
        }
        let status = text(told.value, "status").unwrap_or_default();
        if told.value.get("doNotPerform").and_then(Value::as_bool) == Some(true) {
            return book.skip(told.place, subject, why("not_taken", "it asks not to give the medicine"));
        }
        let intent = text(told.value, "intent").unwrap_or_default();
        if told.kind == "MedicationRequest" && !matches!(intent, "order" | "plan") {
            let says = format!("its intent is `{}`, neither an order nor a plan", short(intent));
            return book.skip(told.place, subject, why("intent", says));
        }
        if matches!(status, "entered-in-error" | "not-done" | "cancelled" | "not-taken" | "draft") {
            return book.skip(told.place, subject, why("status", format!("its status is `{status}`")));
        }
        let written = text(told.value, "authoredOn").and_then(When::read);
        if written.zip(told.as_of).is_some_and(|(when, as_of)| as_of.days_since(&when).is_none()) {
            return book.skip(
                told.place,
                subject,
                why("later_than_as_of", "it is later than the day asked about"),
            );
        }
        self.any = true;
        if concept.is_none() {
            record.leave_open(CompleteGroup::Medicines);
            return book.refuse(
                told.place,
                subject,
                why("medicine", "which medicine it is, is not said here"),
            );
        }
        let names = names(concept, told.codes);
        if let Some(days) = self.infusion(told, status, &names, record) {
            if days > GIVEN_DAYS {
                return book.read(told.place, told.subject, format!("history.{}", Fact::IvIronDaysAgo), None);
            }
        }
        let (state, days) = match (told.kind, status) {
            ("MedicationRequest" | "MedicationStatement", "active") => (State::Taken, self.begun(told)),
            ("MedicationStatement", "intended") => (State::Planned, None),
            ("MedicationRequest" | "MedicationStatement", "stopped" | "completed") => {
                match self.ended(told) {
                    Some(days) => (State::Stopped, Some(days)),
                    None => {
                        record.leave_open(CompleteGroup::Medicines);
                        let says =
                            format!("it was {status}, and when is not said: unknown whether it is taken");
                        return book.skip(told.place, subject, why("stopped", says));
                    }
                }
            }
            ("MedicationAdministration", "completed" | "in-progress") => match given(told) {
                Some(days) if days <= GIVEN_DAYS => (State::Taken, None),
                _ => {
                    record.leave_open(CompleteGroup::Medicines);
                    let says =
                        format!("it was not given within {GIVEN_DAYS} days: unknown whether it is taken");
                    return book.skip(told.place, subject, why("given_long_ago", says));
                }
            },
            (_, other) => {
                record.leave_open(CompleteGroup::Medicines);
                let says = format!("its status is `{}`: unknown whether it is taken", short(other));
                return book.skip(told.place, subject, why("status", says));
            }
        };
        for name in &names {
            self.add(name, state, days);
        }
        let carried = names.iter().any(|own| Medicine::find(own).is_none() && no_bearing(own).is_none());
        let doubt = carried.then(|| why("not_recognised", "carried along: the catalogue does not know it"));
        book.read(told.place, told.subject, format!("medicines: {}", names.join(", ")), doubt);
    }

    fn add(&mut self, name: &str, state: State, days: Option<i64>) {
        let new = (state, days);
        self.known
            .entry(name.to_owned())
            .and_modify(|own| {
                *own = match own.0.cmp(&state) {
                    std::cmp::Ordering::Less => *own,
                    std::cmp::Ordering::Greater => new,
                    // Begun longest ago, and stopped latest.
                    std::cmp::Ordering::Equal if state == State::Stopped => (state, own.1.min(days)),
                    std::cmp::Ordering::Equal => (state, own.1.max(days)),
                };
            })
            .or_insert(new);
    }

    /// Days since it was begun, where a statement says so; of an order it is often the last renewal.
    fn begun(&self, told: &Told<'_, '_>) -> Option<i64> {
        let period = told.value.get("effectivePeriod").filter(|_| told.kind == "MedicationStatement")?;
        let when = text(period, "start").and_then(When::read).filter(When::is_day)?;
        told.as_of?.days_since(&when)
    }

    fn ended(&self, told: &Told<'_, '_>) -> Option<i64> {
        let period = told.value.get("effectivePeriod").filter(|_| told.kind == "MedicationStatement")?;
        let when = text(period, "end").and_then(When::read).filter(When::is_day)?;
        told.as_of?.days_since(&when)
    }

    /// Intravenous iron that was given: how many days ago, and which product.
    fn infusion(
        &self,
        told: &Told<'_, '_>,
        status: &str,
        names: &[String],
        record: &mut Record,
    ) -> Option<i64> {
        if told.kind != "MedicationAdministration" || status != "completed" {
            return None;
        }
        let of = names
            .iter()
            .filter_map(|own| Medicine::find(own))
            .find(|own| own.is(MedicineClass::IronIntravenous))?;
        let days = given(told).filter(|days| told.look_back == 0 || *days <= i64::from(told.look_back))?;
        if record.days(Fact::IvIronDaysAgo, days) {
            let product = of.name().replace(' ', "_");
            let ekbom::fact::Kind::Choice(products) = Fact::IvIronProduct.info().kind else {
                return Some(days);
            };
            let product = if products.contains(&product.as_str()) { product } else { "other".into() };
            record.history.insert(Fact::IvIronProduct.id().into(), Value::from(product));
        }
        Some(days)
    }

    /// As the core reads them.
    pub(crate) fn json(&self) -> Vec<Value> {
        let one = |(name, (state, days)): (&String, &(State, Option<i64>))| {
            let mut made = Map::from_iter([("name".to_owned(), Value::from(name.as_str()))]);
            match (state, days) {
                (State::Taken, None) => return json!(name),
                (State::Taken, Some(days)) => made.insert("days_taken".into(), Value::from(*days)),
                (State::Stopped, days) => {
                    made.insert("stopped_days_ago".into(), Value::from(days.unwrap_or(0)))
                }
                (State::Planned, _) => made.insert("planned".into(), Value::Bool(true)),
            };
            Value::Object(made)
        };
        self.known.iter().map(one).collect()
    }
}

/// Days since it was given.
fn given(told: &Told<'_, '_>) -> Option<i64> {
    let period = told.value.get("effectivePeriod");
    let said = text(told.value, "effectiveDateTime")
        .or_else(|| period.and_then(|own| text(own, "end").or_else(|| text(own, "start"))));
    told.as_of?.days_since(&said.and_then(When::read)?)
}

/// The ingredients that a concept names; where none is known, what it calls itself.
pub(crate) fn names(concept: Option<&Value>, codes: &CodeMap) -> Vec<String> {
    let mapped = codings(concept).filter_map(|own| match codes.meaning(own.system, own.code) {
        Some(CodeMeaning::Medicine(medicine)) => Some(medicine.name().to_owned()),
        _ => None,
    });
    let mut found: Vec<String> = mapped.collect();
    let text = concept.and_then(|own| text(own, "text"));
    let texts: Vec<&str> =
        codings(concept).map(|own| own.display).chain(text).filter(|own| !own.trim().is_empty()).collect();
    if found.is_empty() {
        for part in texts.iter().flat_map(|own| own.split(['/', ';', '+'])) {
            let known = || {
                Medicine::all()
                    .flat_map(|own| std::iter::once(own.name()).chain(own.synonyms().iter().copied()))
            };
            // As RxNorm writes it.
            let part = part.to_lowercase().replace("vitamin b 12", "vitamin b12");
            let of = named_in(&part, known()).into_iter().filter_map(Medicine::find);
            found.extend(of.map(|own| own.name().to_owned()));
        }
    }
    if found.is_empty() {
        found.extend(texts.iter().find_map(|own| without_bearing(own)).unwrap_or_default());
    }
    if found.is_empty() {
        found.push(match texts.last() {
            Some(text) => short(text),
            None => shown(concept),
        });
        found.retain(|own| !own.is_empty());
        if found.is_empty() {
            found.push("a medicine without a name".into());
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// `Hydrochlorothiazide 6.25 MG`: real medicines, each with no bearing here.
fn without_bearing(text: &str) -> Option<Vec<String>> {
    let parts = text.split('/').map(|part| {
        let name = part.split(|own: char| own.is_ascii_digit()).next().unwrap_or(part);
        no_bearing(name).map(str::to_owned)
    });
    parts.collect()
}
