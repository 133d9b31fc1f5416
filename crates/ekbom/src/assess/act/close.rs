//! Questions to ask and tests to order, so that what is open can be closed.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Act, ActReason, Material, lent};
use crate::fact::{Fact, FactBox, Options, Person};
use crate::knowledge::act::{ActKind, asks, find_ask};
use crate::knowledge::advice::TESTS;
use crate::knowledge::words;
use crate::patient::CompleteGroup;
use crate::source::Text;

/// The facts that an act tells which asks or measures.
pub(super) fn facts_of(code: &str) -> Vec<Fact> {
    if let Some(topic) = code.strip_prefix("ask:") {
        let known = asks().find(|ask| ask.topic == topic).map(|ask| ask.facts.to_vec());
        return known.unwrap_or_else(|| Fact::from_id(topic).into_iter().collect());
    }
    let test = code.strip_prefix("test:").and_then(|test| TESTS.iter().find(|own| own.test == test));
    test.and_then(|test| test.fact).into_iter().collect()
}

/// The act that tells a fact: a test where one can be ordered, else a question.
pub(super) fn code_for(fact: Fact) -> Text {
    if let Some(test) = TESTS.iter().find(|test| test.fact == Some(fact)) {
        return format!("test:{}", test.test).into();
    }
    format!("ask:{}", find_ask(fact).map_or(fact.id(), |ask| ask.topic)).into()
}

/// A test that was not reported, nor computed from others; a question always.
pub(super) fn is_missing(material: &Material<'_, '_>, code: &str) -> bool {
    let facts = material.facts();
    let said = |test: &str| material.patient.labs().iter().any(|lab| lab.analyte().id() == test);
    !code.starts_with("test:")
        || !code.strip_prefix("test:").is_some_and(said)
            && facts_of(code).iter().all(|fact| !facts.reported(*fact) && !facts.is_touched(*fact))
}

/// What is left to ask or measure.
pub(super) struct Closing<'m, 'a, 'k> {
    material: &'m Material<'a, 'k>,
    /// What is known, and that nobody is pregnant who cannot be.
    facts: FactBox,
}

impl<'m, 'a, 'k> Closing<'m, 'a, 'k> {
    pub(super) fn new(material: &'m Material<'a, 'k>) -> Self {
        Self { material, facts: material.assumed.not_pregnant(material.facts()) }
    }

    /// The acts for these codes, those that an assumption closes last.
    pub(super) fn acts(&self, wanted: &[(String, Option<String>)]) -> Vec<Act> {
        let mut first = Vec::new();
        let mut last = Vec::new();
        for (code, why) in wanted {
            let Some(act) = self.act(code, why.as_deref()) else { continue };
            let usual = self.material.assumed.facts();
            let assumed = code.starts_with("ask:") && open(&facts_of(code), usual).is_empty();
            if assumed { last.push(act) } else { first.push(act) }
        }
        first.extend(last);
        first
    }

    /// Nobody who takes nothing dopaminergic is asked about augmentation, nobody who is not pregnant for the weeks, and
    /// nobody for a list that was given.
    fn is_out_of_place(&self, code: &str) -> bool {
        match code {
            "ask:augmentation" => self.material.facts().flag(Fact::MedicineDopaminergic) != Options::YES,
            "ask:pregnancy" => self.facts.flag(Fact::Person).0 & Person::PREGNANT.0 == 0,
            "ask:medicines" => self.material.patient.is_complete(CompleteGroup::Medicines),
            _ => false,
        }
    }

    fn act(&self, code: &str, why: Option<&str>) -> Option<Act> {
        if code.starts_with("ask:") {
            if self.is_out_of_place(code) {
                return None;
            }
            let open = open(&facts_of(code), &self.facts);
            if open.is_empty() {
                return None;
            }
            let topic = code.trim_start_matches("ask:");
            let ask = asks().find(|ask| ask.topic == topic);
            let text = match ask {
                Some(ask) => ask.text.to_string(),
                None => format!("Ask about: {}.", words::fact(topic)),
            };
            let because = open.iter().map(|fact| ActReason::of(fact.id(), fact.info().label.to_string()));
            return Some(Act { because: because.collect(), ..Act::new(lent(code), ActKind::Ask, &text) });
        }
        let id = code.strip_prefix("test:")?;
        let test = TESTS.iter().find(|own| own.test == id);
        let missing = is_missing(self.material, code);
        let how = test.map(|test| test.instructions).unwrap_or_default();
        let how: Vec<String> = how.iter().map(|own| words::instruction(own)).collect();
        let how = if how.is_empty() { String::new() } else { format!(" ({})", how.join(", ")) };
        let why = why.map(|why| format!(": {why}")).unwrap_or_default();
        let verb = if !missing { "Repeat" } else { "Measure" };
        let text = format!("{verb} {}{how}{why}.", words::test(id));
        let because = test.and_then(|test| test.fact).map(|fact| {
            ActReason::of(
                fact.id(),
                if missing { "not measured".into() } else { super::record::TO_BE_REPEATED.into() },
            )
        });
        Some(Act { because: because.into_iter().collect(), ..Act::new(lent(code), ActKind::Test, &text) })
    }
}

fn open(facts: &[Fact], known: &FactBox) -> Vec<Fact> {
    facts.iter().copied().filter(|fact| !known.is_known(*fact)).collect()
}
