//! Precautions as data for other tools: the form in which they are exported, and which the fingerprint covers.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{ACTIONS, Asks, Of, Precaution, Severity, Withholds};
use crate::fact::medicine::Medicine;
use crate::logic::authoring::Condition;
use crate::logic::condition::{Document, Expression};
use crate::measure::number::Number;
use crate::source::Verification;

/// A row. Medicines are named one by one, so that nobody needs the catalogue to evaluate it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PrecautionDocument {
    pub(crate) id: String,
    medicines: Vec<String>,
    actions: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    offered: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    taken: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    anyone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    withholds: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    withholds_where: Option<Document>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    urgent_where: Option<Document>,
    quiet: bool,
    when: AsksDocument,
    says: String,
    cites: Vec<CiteDocument>,
    verification: Verification,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CiteDocument {
    source: String,
    locator: String,
}

/// What is asked: exactly one thing.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum AsksDocument {
    Facts(Document),
    Taking(Vec<String>),
    TakingAlready(Vec<String>),
    TakingWithin { of: Vec<String>, days: Number },
    Stopped(Vec<String>),
    StoppedWithin { of: Vec<String>, days: Number },
    Unless(Document),
    TakenItself(bool),
    Several { least: usize, of: Vec<String> },
    All(Vec<AsksDocument>),
    Any(Vec<AsksDocument>),
}

/// The medicines that an action stands for.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfferDocument {
    action: String,
    medicines: Vec<String>,
}

impl OfferDocument {
    pub(crate) fn all() -> Vec<Self> {
        ACTIONS
            .iter()
            .map(|(action, of)| Self { action: (*action).to_owned(), medicines: names(*of) })
            .collect()
    }
}

fn names(of: Of) -> Vec<String> {
    Medicine::all().filter(|medicine| of.has(*medicine)).map(|medicine| medicine.name().to_owned()).collect()
}

fn condition(condition: &Condition) -> Document {
    Document::from(&Expression::from(condition))
}

impl From<&Asks> for AsksDocument {
    fn from(asks: &Asks) -> Self {
        let list = |items: &[Asks]| items.iter().map(Self::from).collect();
        match asks {
            Asks::Facts(own) => Self::Facts(condition(own)),
            Asks::Taking(of) => Self::Taking(names(*of)),
            Asks::TakingAlready(of) => Self::TakingAlready(names(*of)),
            Asks::TakingWithin(of, days) => Self::TakingWithin { of: names(*of), days: Number(*days) },
            Asks::Stopped(of) => Self::Stopped(names(*of)),
            Asks::StoppedWithin(of, days) => Self::StoppedWithin { of: names(*of), days: Number(*days) },
            Asks::Unless(own) => Self::Unless(condition(own)),
            Asks::TakenItself => Self::TakenItself(true),
            Asks::Several(least, of) => Self::Several { least: *least, of: names(*of) },
            Asks::All(items) => Self::All(list(items)),
            Asks::Any(items) => Self::Any(list(items)),
        }
    }
}

impl From<&Precaution> for PrecautionDocument {
    fn from(row: &Precaution) -> Self {
        let code = |severity: Option<Severity>| severity.map(|own| own.code().to_owned());
        let (withholds, withholds_where) = match &row.withholds {
            Withholds::Nothing => (None, None),
            Withholds::Offer => (Some("offer"), None),
            Withholds::OfferWhere(own) => (Some("offer"), Some(condition(own))),
            Withholds::AdviceAgainst => (Some("advice_against"), None),
        };
        Self {
            id: row.id.to_owned(),
            medicines: names(row.of),
            actions: row.actions.iter().map(|action| (*action).to_owned()).collect(),
            offered: code(row.offered),
            taken: code(row.taken),
            anyone: row.anyone.map(ToOwned::to_owned),
            withholds: withholds.map(ToOwned::to_owned),
            withholds_where,
            urgent_where: row.urgent_where.as_ref().map(condition),
            quiet: row.quiet,
            when: AsksDocument::from(&row.when),
            says: row.says.to_owned(),
            cites: row
                .cites
                .iter()
                .map(|cite| CiteDocument { source: cite.source.to_owned(), locator: cite.locator.to_owned() })
                .collect(),
            verification: row.verification,
        }
    }
}

/// Every row as one text, for the fingerprint.
pub(super) fn text() -> String {
    let rows: Vec<PrecautionDocument> = super::precautions().map(PrecautionDocument::from).collect();
    serde_json::to_string(&(rows, OfferDocument::all())).unwrap_or_default()
}
