//! Acts as data for other tools: the form in which they are exported, and which the fingerprint covers.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{ACTS, ActData, AskData, Bar, asks};
use crate::knowledge::advice::Gives;
use crate::logic::authoring::Condition;
use crate::logic::condition::{Document, Expression};

/// An act with its need, and what can keep it back.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActDocument {
    pub(crate) act: String,
    kind: String,
    need: Document,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    gives: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    offers: Option<String>,
    for_rls: bool,
    bars: Vec<BarDocument>,
    text: String,
    because: Vec<String>,
    said_by: Vec<SaidByDocument>,
    cites: Vec<CiteDocument>,
    decided_by: Vec<String>,
    also: Vec<String>,
    unless: Vec<String>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BarDocument {
    when: Document,
    instead: Vec<String>,
    closed_by: Vec<String>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SaidByDocument {
    question: String,
    guideline: String,
    answers: Vec<String>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CiteDocument {
    source: String,
    locator: String,
}

/// A question that closes what is open.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskDocument {
    pub(crate) topic: String,
    short: String,
    text: String,
    facts: Vec<String>,
}

fn owned(all: &[&str]) -> Vec<String> {
    all.iter().map(|own| (*own).to_owned()).collect()
}

fn condition(condition: &Condition) -> Document {
    Document::from(&Expression::from(condition))
}

impl From<&Bar> for BarDocument {
    fn from(bar: &Bar) -> Self {
        Self { when: condition(&bar.when), instead: owned(bar.instead), closed_by: owned(bar.closed_by) }
    }
}

impl From<&ActData> for ActDocument {
    fn from(act: &ActData) -> Self {
        let said_by = act.said_by.iter().map(|(table, answers)| SaidByDocument {
            question: table.question.id.to_owned(),
            guideline: table.guideline.id.as_ref().to_owned(),
            answers: table.question.codes(*answers).map(ToOwned::to_owned).collect(),
        });
        let cites = act
            .cites
            .iter()
            .map(|cite| CiteDocument { source: cite.source.to_owned(), locator: cite.locator.to_owned() });
        Self {
            act: act.code.to_owned(),
            kind: act.kind.code().to_owned(),
            need: condition(&act.need),
            gives: (act.gives != Gives::NoIron).then(|| act.gives.code().to_owned()),
            offers: (!act.offers.is_empty()).then(|| act.offers.to_owned()),
            for_rls: act.for_rls,
            bars: act.bars.iter().map(BarDocument::from).collect(),
            text: act.text.to_owned(),
            because: act.because.iter().map(|fact| fact.id().to_owned()).collect(),
            said_by: said_by.collect(),
            cites: cites.collect(),
            decided_by: owned(act.decided_by),
            also: owned(act.also),
            unless: owned(act.unless),
        }
    }
}

impl From<&AskData> for AskDocument {
    fn from(ask: &AskData) -> Self {
        Self {
            topic: ask.topic.to_owned(),
            short: ask.short.to_owned(),
            text: ask.text.to_owned(),
            facts: ask.facts.iter().map(|fact| fact.id().to_owned()).collect(),
        }
    }
}

/// Every act and every question as one text, for the fingerprint.
pub(crate) fn text() -> String {
    let acts: Vec<ActDocument> = ACTS.iter().map(ActDocument::from).collect();
    let asked: Vec<AskDocument> = asks().map(AskDocument::from).collect();
    serde_json::to_string(&(acts, asked)).unwrap_or_default()
}
