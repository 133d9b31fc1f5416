//! Diagnoses and procedures. What they say is yes, or it is unknown: a record never says no.

use std::collections::BTreeSet;

use ekbom::fact::{Fact, Group};
use ekbom::patient::CompleteGroup;
use serde_json::{Map, Value};

use crate::code_map::{CodeMap, CodeMeaning, shown};
use crate::date::{AsOf, When};
use crate::icd::{self, Says};
use crate::json::{code_of, codings, text};
use crate::ledger::{Book, Place, short, why};

/// The codes of the International Patient Summary for what is absent or not known.
pub(crate) const ABSENT: &str = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
/// Days for which a pregnancy can be true that began no later.
const PREGNANCY_DAYS: i64 = 300;
/// Days for which a procedure that is done again and again shows that it still is.
const REPEATED_DAYS: i64 = 30;

/// What the record says of one subject, beside results and medicines.
#[derive(Default)]
pub(crate) struct Record {
    pub(crate) history: Map<String, Value>,
    pub(crate) symptoms: Map<String, Value>,
    /// Groups in which something is named and left unknown: they cannot be complete.
    pub(crate) open: BTreeSet<&'static str>,
}

/// How a record is read, and whose it is.
#[derive(Clone, Copy)]
pub(crate) struct How<'a> {
    pub(crate) codes: &'a CodeMap,
    pub(crate) as_of: Option<AsOf>,
    pub(crate) look_back: u32,
    pub(crate) subject: &'a str,
}

impl Record {
    pub(crate) fn leave_open(&mut self, group: CompleteGroup) {
        self.open.insert(group.code());
    }

    /// Something of a diagnosis or a procedure is not known.
    pub(crate) fn leave_items_open(&mut self) {
        self.leave_open(CompleteGroup::History);
        self.leave_open(CompleteGroup::Symptoms);
    }

    fn yes(&mut self, fact: Fact) -> String {
        let (group, items) = match fact.info().group {
            Group::Symptoms => ("symptoms", &mut self.symptoms),
            _ => ("history", &mut self.history),
        };
        items.insert(fact.id().into(), Value::Bool(true));
        format!("{group}.{fact}")
    }

    /// The smallest number of days that was said.
    pub(crate) fn days(&mut self, fact: Fact, days: i64) -> bool {
        let before = self.history.get(fact.id()).and_then(Value::as_i64);
        let newer = before.is_none_or(|own| days < own);
        if newer {
            self.history.insert(fact.id().into(), Value::from(days));
        }
        newer
    }

    pub(crate) fn pregnancy(
        &mut self,
        place: &Place,
        when: Option<When>,
        as_of: Option<AsOf>,
        subject: &str,
        book: &mut Book,
    ) {
        let days = when.zip(as_of).and_then(|(when, as_of)| as_of.days_since(&when));
        if days.is_some_and(|days| days <= PREGNANCY_DAYS) {
            self.history.insert("pregnant".into(), Value::Bool(true));
            book.read(place, subject, "history.pregnant", None);
        } else {
            self.leave_items_open();
            let says =
                format!("a pregnancy that is not known to have begun within {PREGNANCY_DAYS} days: unknown");
            book.skip(place, Some(subject), why("not_current", says));
        }
    }

    pub(crate) fn condition(&mut self, place: &Place, value: &Value, how: &How<'_>, book: &mut Book) {
        let How { codes, as_of, subject, .. } = *how;
        let code = value.get("code");
        if codings(code).any(|own| own.system == ABSENT) {
            let says = "a list without problems does not say what was asked: nothing is absent by it";
            return book.skip(place, Some(subject), why("never_no", says));
        }
        let clinical = code_of(value.get("clinicalStatus"));
        let verified = code_of(value.get("verificationStatus"));
        if matches!(verified, "refuted" | "entered-in-error") {
            return book.skip(place, Some(subject), why("status", format!("it is {verified}")));
        }
        let Some((says, lasts)) = meaning(code, codes) else {
            self.leave_items_open();
            return book.skip(place, Some(subject), unmapped(code));
        };
        if says == Says::Nothing {
            return book.skip(place, Some(subject), why("not_used", "it says nothing that a rule reads"));
        }
        let named = match says {
            Says::Fact(fact) => fact.id(),
            _ => "pregnant",
        };
        let unknown = match (clinical, verified) {
            (_, verified) if verified != "confirmed" => {
                Some(format!("{named} is not confirmed ({}): unknown", or_silent(verified)))
            }
            ("active" | "recurrence" | "relapse", _) => None,
            ("inactive" | "remission" | "resolved", _) if lasts => None,
            (clinical, _) => Some(format!("{named} is not active ({}): unknown", or_silent(clinical))),
        };
        if let Some(says) = unknown {
            self.leave_items_open();
            return book.skip(place, Some(subject), why("not_certain", says));
        }
        let began = ["onsetDateTime", "recordedDate"].iter().find_map(|key| text(value, key));
        let began = began.and_then(When::read);
        if began.zip(as_of).is_some_and(|(when, as_of)| as_of.days_since(&when).is_none()) {
            return book.skip(
                place,
                Some(subject),
                why("later_than_as_of", "it is later than the day asked about"),
            );
        }
        match says {
            Says::Fact(fact) => {
                let read_as = self.yes(fact);
                book.read(place, subject, read_as, None);
            }
            _ => self.pregnancy(place, began, as_of, subject, book),
        }
    }

    pub(crate) fn procedure(&mut self, place: &Place, value: &Value, how: &How<'_>, book: &mut Book) {
        let How { codes, as_of, look_back, subject } = *how;
        let code = value.get("code");
        let status = text(value, "status").unwrap_or_default();
        if !matches!(status, "completed" | "in-progress") {
            if !matches!(status, "not-done" | "entered-in-error") {
                self.leave_items_open();
            }
            return book.skip(
                place,
                Some(subject),
                why("status", format!("its status is `{}`", short(status))),
            );
        }
        let done = procedure_meaning(code, codes);
        let Some(done) = done else {
            self.leave_items_open();
            return book.skip(place, Some(subject), unmapped(code));
        };
        let period = value.get("performedPeriod");
        let said = text(value, "performedDateTime")
            .or_else(|| period.and_then(|own| text(own, "end").or_else(|| text(own, "start"))));
        let when = said.and_then(When::read);
        let days = when.zip(as_of).and_then(|(when, as_of)| as_of.days_since(&when));
        if when.is_some() && as_of.is_some() && days.is_none() {
            return book.skip(
                place,
                Some(subject),
                why("later_than_as_of", "it is later than the day asked about"),
            );
        }
        let within = |most: i64| days.is_some_and(|days| days <= most);
        let forever = if look_back == 0 { i64::MAX } else { i64::from(look_back) };
        match done {
            Done::Nothing => {
                book.skip(place, Some(subject), why("not_used", "it says nothing that a rule reads"))
            }
            Done::Fact(fact, lasts) if lasts || within(REPEATED_DAYS) => {
                let read_as = self.yes(fact);
                book.read(place, subject, read_as, None);
            }
            Done::Fact(fact, _) => {
                self.leave_items_open();
                let says = format!("{fact} is not known to go on: unknown");
                book.skip(place, Some(subject), why("not_certain", says));
            }
            Done::Transfusion if within(forever) => {
                self.days(Fact::TransfusionDaysAgo, days.unwrap_or_default());
                book.read(place, subject, format!("history.{}", Fact::TransfusionDaysAgo), None);
            }
            Done::Transfusion => {
                let says = "a transfusion without a day, or of longer ago than is looked back";
                book.skip(place, Some(subject), why("older_than_look_back", says));
            }
        }
    }
}

fn or_silent(status: &str) -> String {
    if status.is_empty() { "nothing is said".into() } else { short(status) }
}

fn unmapped(code: Option<&Value>) -> crate::ledger::Why {
    match shown(code).as_str() {
        "" => why("no_code", "it has no code: what it says is not known"),
        code => why("not_mapped", format!("{code} is not mapped: what it says is not known")),
    }
}

/// What the codes say; where they say different things, none of it.
fn meaning(code: Option<&Value>, codes: &CodeMap) -> Option<(Says, bool)> {
    let mut found = None;
    for own in codings(code) {
        let says = match codes.meaning(own.system, own.code) {
            Some(CodeMeaning::Fact { fact, lasts }) => Some((Says::Fact(fact), lasts)),
            Some(CodeMeaning::Pregnant) => Some((Says::Pregnant, false)),
            Some(CodeMeaning::Nothing) => Some((Says::Nothing, false)),
            Some(CodeMeaning::Analyte(_) | CodeMeaning::Medicine(_)) => return None,
            None => icd::says(own.system, own.code),
        };
        match (found, says) {
            (Some((one, _)), Some((other, _))) if one != other => return None,
            (None, Some(_)) => found = says,
            _ => {}
        }
    }
    found
}

/// What a procedure says.
#[derive(Clone, Copy, PartialEq)]
enum Done {
    Fact(Fact, bool),
    Transfusion,
    Nothing,
}

/// Procedures by their plain names; codes of procedures are the caller's to map.
const NAMES: &[(&str, Done)] = &[
    ("dialysis", Done::Fact(Fact::Dialysis, false)),
    ("renal dialysis", Done::Fact(Fact::Dialysis, false)),
    ("haemodialysis", Done::Fact(Fact::Dialysis, false)),
    ("hemodialysis", Done::Fact(Fact::Dialysis, false)),
    ("peritoneal dialysis", Done::Fact(Fact::Dialysis, false)),
    ("gastrectomy", Done::Fact(Fact::Gastrectomy, true)),
    ("total gastrectomy", Done::Fact(Fact::Gastrectomy, true)),
    ("partial gastrectomy", Done::Fact(Fact::Gastrectomy, true)),
    ("subtotal gastrectomy", Done::Fact(Fact::Gastrectomy, true)),
    ("sleeve gastrectomy", Done::Fact(Fact::BariatricSurgery, true)),
    ("gastric bypass", Done::Fact(Fact::BariatricSurgery, true)),
    ("red blood cell transfusion", Done::Transfusion),
    ("red cell transfusion", Done::Transfusion),
    ("transfusion of red blood cells", Done::Transfusion),
    ("transfusion of packed red blood cells", Done::Transfusion),
];

fn procedure_meaning(code: Option<&Value>, codes: &CodeMap) -> Option<Done> {
    let by_map = codings(code).find_map(|own| match codes.meaning(own.system, own.code)? {
        CodeMeaning::Fact { fact, lasts } => Some(Done::Fact(fact, lasts)),
        CodeMeaning::Nothing => Some(Done::Nothing),
        _ => None,
    });
    let named = |text: &str| {
        let plain = text.trim().to_lowercase();
        let plain = plain.trim_end_matches("(procedure)").trim();
        NAMES.iter().find(|(name, _)| *name == plain).map(|(_, done)| *done)
    };
    let text = code.and_then(|own| text(own, "text"));
    by_map.or_else(|| codings(code).map(|own| own.display).chain(text).find_map(named))
}
