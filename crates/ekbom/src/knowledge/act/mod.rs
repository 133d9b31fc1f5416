//! Acts: what a person does next. Data, each with the need that leads to it.
//!
//! A need is a condition over facts and the answers of tables, asked as one: two open answers that together leave no
//! doubt lead to a certain act, which two sets of answers, held side by side, would not.

mod bind;
mod close;
pub(crate) mod document;
mod list;
mod treatment;

pub(crate) use bind::{Compiled, compile};
pub use close::{
    ALERT_ACTS, AlertAct, AskData, FACTORS, FactorData, NOT_LOOKED_AT, OR_INTO_A_VEIN, ORAL_IRON_IS_TAKEN,
    RLS_FROM_YEARS, WITH_CARE, WORK_UP, asks, find_ask,
};
pub use list::ACTS;

use core::fmt;

use serde::{Serialize, Serializer};

use crate::fact::Fact;
use crate::knowledge::advice::Gives;
use crate::logic::authoring::{Cite, Condition, TableData};
use crate::logic::question::AnswerSet;

/// What sort of act it is, in the order in which acts are shown. The first four are never cut.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ActKind {
    /// Act on a result now.
    ActOnResult,
    /// Treat now.
    TreatNow,
    /// Stop something that is taken.
    Stop,
    /// A danger of what is taken.
    Precaution,
    /// Review a medicine with its prescriber.
    Review,
    /// Treat.
    Treat,
    /// Refer.
    Refer,
    /// Ask the patient.
    Ask,
    /// Measure.
    Test,
    /// Bear in mind.
    Mind,
}

impl ActKind {
    /// Every kind, in order.
    pub const ALL: &'static [Self] = &[
        Self::ActOnResult,
        Self::TreatNow,
        Self::Stop,
        Self::Precaution,
        Self::Review,
        Self::Treat,
        Self::Refer,
        Self::Ask,
        Self::Test,
        Self::Mind,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ActOnResult => "act_on_result",
            Self::TreatNow => "treat_now",
            Self::Stop => "stop",
            Self::Precaution => "precaution",
            Self::Review => "review",
            Self::Treat => "treat",
            Self::Refer => "refer",
            Self::Ask => "ask",
            Self::Test => "test",
            Self::Mind => "mind",
        }
    }

    /// Shown however many there are.
    pub const fn is_never_cut(self) -> bool {
        matches!(self, Self::ActOnResult | Self::TreatNow | Self::Stop | Self::Precaution)
    }
}

impl fmt::Display for ActKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl Serialize for ActKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// What can keep an act from being done although its need is there.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// When.
    pub when: Condition,
    /// Codes of the acts that stand instead where it certainly holds.
    pub instead: &'static [&'static str],
    /// Codes of the acts that find out, where it is open.
    pub closed_by: &'static [&'static str],
}

/// An act with the need that leads to it.
#[derive(Clone, Copy, Debug)]
pub struct ActData {
    /// Stable code.
    pub code: &'static str,
    /// What sort of act.
    pub kind: ActKind,
    /// What leads to it, in a patient of whom everything is known.
    pub need: Condition,
    /// It gives iron, or not: then the safety of iron and a diagnosis that is not met forbid it.
    pub gives: Gives,
    /// The medicine that it offers, by the code of its action: what withholds that forbids the act, and who takes it, or
    /// one of its kind, is not offered it again. Empty where it offers none.
    pub offers: &'static str,
    /// It is for the legs: a diagnosis that is not met forbids it.
    pub for_rls: bool,
    /// What else can keep it back.
    pub bars: &'static [Bar],
    /// What to do, as a sentence.
    pub text: &'static str,
    /// The facts that are shown as its reasons, where they are known.
    pub because: &'static [Fact],
    /// The tables that speak of it, each with the answers that say so.
    pub said_by: &'static [(&'static TableData, AnswerSet)],
    /// Where it stands, beside what its tables cite.
    pub cites: &'static [Cite],
    /// Codes of acts that settle its need, the first first.
    pub decided_by: &'static [&'static str],
    /// Codes of acts that are to be done with it.
    pub also: &'static [&'static str],
    /// Not beside one of these, which stand just before it: where one of them is needed, so is this one, whether or not
    /// its own need says so.
    pub unless: &'static [&'static str],
}

/// The act with this code.
pub fn find(code: &str) -> Option<&'static ActData> {
    ACTS.iter().find(|act| act.code == code)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::format;
    use std::string::ToString;

    use super::{ACTS, asks, find};
    use crate::knowledge::advice::TESTS;
    use crate::knowledge::question::{Treatment, TreatmentPosition};
    use crate::knowledge::{Knowledge, guideline};
    use crate::logic::question::AnswerSet;
    use crate::source;

    #[test]
    fn every_code_that_an_act_names_is_there() {
        let mut known: BTreeSet<_> = ACTS.iter().map(|act| act.code.to_string()).collect();
        known.extend(asks().map(|ask| format!("ask:{}", ask.topic)));
        known.extend(TESTS.iter().map(|test| format!("test:{}", test.test)));
        known.insert("defer_iron".into());
        for act in ACTS {
            let bars = act.bars.iter().flat_map(|bar| bar.instead.iter().chain(bar.closed_by));
            for code in bars.chain(act.decided_by).chain(act.also).chain(act.unless) {
                assert!(known.contains(*code), "{}: {code}", act.code);
            }
            assert!(!act.cites.is_empty(), "{}", act.code);
            for cite in act.cites {
                assert!(source::find(cite.source).is_some(), "{}: {}", act.code, cite.source);
            }
        }
    }

    /// A treatment that a guideline recommends strongly is an act, unless one recommends against it, or it is iron.
    #[test]
    fn every_treatment_that_is_strongly_advised_and_that_nobody_advises_against_is_an_act() {
        let strong = TreatmentPosition::ForStrong.set();
        let against = TreatmentPosition::AgainstStrong.set().or(TreatmentPosition::AgainstConditional.set());
        for treatment in Treatment::ALL.iter().filter(|own| !own.gives_iron()) {
            let tables = guideline::treatment::TABLES
                .iter()
                .filter(|own| own.question.id == treatment.question().id && own.guideline.id != "aasm-2012");
            let says = |set: AnswerSet| {
                tables.clone().any(|own| own.rules.iter().any(|rule| rule.answers.meets(set)))
            };
            let act = find(&format!("treatment:{treatment}"));
            assert_eq!(act.is_some(), says(strong) && !says(against), "{treatment}");
            assert!(act.is_none_or(|act| act.offers == treatment.id()), "{treatment}");
        }
    }

    #[test]
    fn every_act_compiles_within_its_nodes() {
        let knowledge = Knowledge::builtin();
        for (act, compiled) in ACTS.iter().zip(knowledge.acts()) {
            let need = compiled.need.as_ref().unwrap_or_else(|| panic!("{} does not compile", act.code));
            assert!(need.diagram().size() < 4096, "{}", act.code);
            assert!(compiled.bars.iter().all(Option::is_some), "{}", act.code);
        }
    }
}
