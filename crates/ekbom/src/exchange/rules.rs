//! Rules as JSON: every table with its conditions as data, so that other tools can evaluate, print, compare and
//! change them; and back.

mod diff;
mod select;

pub use diff::{Change, Difference};

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::assess::intake::FROM_MEDICINES;
use crate::fact::{Fact, Kind, OwnLimits};
use crate::knowledge::act::document::{ActDocument, AskDocument};
use crate::knowledge::act::{self, ACTS, asks};
use crate::knowledge::own::Own;
use crate::knowledge::precaution::{self, OfferDocument, Precaution, PrecautionDocument, precautions};
use crate::knowledge::question;
use crate::knowledge::{Knowledge, KnowledgeBuilder};
use crate::logic::question::QuestionInfo;
pub use crate::logic::table::RuleBookError;
use crate::logic::table::{Diagram, Table, TableDocument};
use crate::measure::interval::Interval;
use crate::measure::number::Number;
use crate::source::{Brief, brief};

/// The exported form of a [`Knowledge`].
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleBook {
    /// Version of the crate that wrote it.
    ekbom: String,
    /// Version of the knowledge.
    version: String,
    /// Fingerprint of the tables.
    hash: String,
    /// What rules may ask.
    #[serde(default)]
    facts: Vec<FactDocument>,
    /// What they answer.
    #[serde(default)]
    questions: Vec<QuestionDocument>,
    /// What a clinician calls the sources that rules cite. Written for readers; what is read back is not asked for it.
    #[serde(default)]
    sources: Vec<SourceDocument>,
    /// The tables, in order: one may ask the answer of another that stands before it.
    tables: Vec<TableDocument>,
    /// What to mind about medicines, which a book cannot change.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    precautions: Vec<PrecautionDocument>,
    /// The medicines that stand behind what is offered.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    offers: Vec<OfferDocument>,
    /// What a person does next, each with the need that leads to it; a book cannot change them.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    acts: Vec<ActDocument>,
    /// The questions that close what is open.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    asks: Vec<AskDocument>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactDocument {
    id: String,
    label: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    group: String,
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<[Number; 2]>,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    second_unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    second_range: Option<[Number; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    laboratory_limits: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    medicine_class: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    options: Vec<String>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionDocument {
    id: String,
    title: String,
    answers: Vec<AnswerDocument>,
    compatible: Vec<[Vec<String>; 2]>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceDocument {
    id: String,
    name: String,
    kind: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doi: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerDocument {
    code: String,
    meaning: String,
}

impl RuleBook {
    /// A longer text is not read (8 MiB).
    pub const MOST_BYTES: usize = 8_388_608;
    /// A book of more tables is refused.
    pub const MOST_TABLES: usize = 1000;

    /// The rules of a knowledge.
    pub fn of(knowledge: &Knowledge) -> Self {
        Self {
            ekbom: env!("CARGO_PKG_VERSION").to_owned(),
            version: knowledge.version().to_owned(),
            hash: knowledge.hash().to_owned(),
            facts: Fact::ALL.iter().map(|fact| fact_document(*fact)).collect(),
            questions: question::all().map(question_document).collect(),
            sources: cited(knowledge.tables(), precautions()),
            tables: knowledge.tables().iter().map(TableDocument::from).collect(),
            precautions: precautions().map(PrecautionDocument::from).collect(),
            offers: OfferDocument::all(),
            acts: ACTS.iter().map(ActDocument::from).collect(),
            asks: asks().map(AskDocument::from).collect(),
        }
    }

    /// Reads rules that were exported, or made by another tool.
    ///
    /// # Errors
    /// When the text is not a rule book.
    pub fn from_json(text: &str) -> Result<Self, RuleBookError> {
        let most = |what, found, most| {
            if found > most { Err(RuleBookError::TooMany { what, found, most }) } else { Ok(()) }
        };
        most("bytes", text.len(), Self::MOST_BYTES)?;
        let book: Self =
            serde_json::from_str(text).map_err(|error| RuleBookError::Form(error.to_string()))?;
        most("tables", book.tables.len(), Self::MOST_TABLES)?;
        let rules = book.tables.iter().map(|table| table.rules.len()).max();
        most("rules of a table", rules.unwrap_or_default(), Diagram::MOST_RULES)?;
        Ok(book)
    }

    /// The rules as JSON.
    pub fn to_json(&self) -> String {
        // Strings, numbers and lists only: nothing in it can fail to be written.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Compiles the rules.
    ///
    /// # Errors
    /// When a question, answer or condition is not known, or rules do not make a table.
    pub fn compile(&self) -> Result<Knowledge, RuleBookError> {
        self.facts.iter().try_for_each(FactDocument::check)?;
        self.questions.iter().try_for_each(QuestionDocument::check)?;
        self.precautions.iter().try_for_each(check_precaution)?;
        self.check_acts()?;
        let mut tables: Vec<Table> = Vec::new();
        for document in &self.tables {
            let table = document.read(question::all(), &tables)?;
            tables.push(table);
        }
        Ok(Knowledge::new(Cow::Owned(self.version.clone()), tables, Own::default()))
    }
}

impl KnowledgeBuilder {
    /// Adds the tables of a rule book; they may ask those that are there already.
    #[must_use]
    pub fn rules(mut self, book: &RuleBook) -> Self {
        let checked = book.facts.iter().try_for_each(FactDocument::check);
        if let Err(error) = checked.and_then(|()| book.questions.iter().try_for_each(QuestionDocument::check))
        {
            self.fail(error);
            return self;
        }
        if let Err(error) = book.precautions.iter().try_for_each(check_precaution) {
            self.fail(error);
            return self;
        }
        if let Err(error) = book.check_acts() {
            self.fail(error);
            return self;
        }
        for document in &book.tables {
            match document.read(question::all(), self.tables()) {
                Ok(table) => self.add(table),
                Err(error) => {
                    self.fail(error);
                    return self;
                }
            }
        }
        self
    }
}

impl FactDocument {
    /// A book may hold fewer facts than this version and say less of them; what it does say holds here.
    fn check(&self) -> Result<(), RuleBookError> {
        let id = &self.id;
        let wrong = |what: &str| Err(RuleBookError::NotSoHere(format!("fact `{id}`: {what}")));
        let Some(fact) = Fact::from_id(id) else { return wrong("not a fact of this version") };
        let own = fact_document(fact);
        if self.kind != own.kind {
            return wrong(&format!("`{}` is not its kind, which is `{}`", self.kind, own.kind));
        }
        if self.unit != own.unit
            || self.second_unit.as_ref().is_some_and(|unit| own.second_unit.as_ref() != Some(unit))
        {
            return wrong("its units are other ones here");
        }
        if self.options.iter().any(|code| !own.options.contains(code)) {
            return wrong("an option that it does not have here");
        }
        Ok(())
    }
}

/// A row of this version, as it is here: precautions are no part of a book that another one can change, and one that was
/// changed must not be passed over.
fn check_precaution(document: &PrecautionDocument) -> Result<(), RuleBookError> {
    let own = precaution::find(&document.id).map(PrecautionDocument::from);
    if own.is_some_and(|own| json(&own) == json(document)) {
        Ok(())
    } else {
        Err(RuleBookError::NotSoHere(format!("precaution `{}`: not so in this version", document.id)))
    }
}

impl RuleBook {
    /// Acts and questions of this version, as they are here: an act that was changed must not be passed over.
    fn check_acts(&self) -> Result<(), RuleBookError> {
        let wrong = |what: &str, code: &str| {
            Err(RuleBookError::NotSoHere(format!("{what} `{code}`: not so in this version")))
        };
        for document in &self.acts {
            let own = act::find(&document.act).map(ActDocument::from);
            if own.is_none_or(|own| json(&own) != json(document)) {
                return wrong("act", &document.act);
            }
        }
        for document in &self.asks {
            let own = asks().find(|ask| ask.topic == document.topic).map(AskDocument::from);
            if own.is_none_or(|own| json(&own) != json(document)) {
                return wrong("question", &document.topic);
            }
        }
        Ok(())
    }
}

fn json(document: &impl Serialize) -> String {
    serde_json::to_string(document).unwrap_or_default()
}

impl QuestionDocument {
    /// A question of this version, with no answer that it does not have.
    fn check(&self) -> Result<(), RuleBookError> {
        let own = question::all().find(|own| own.id == self.id);
        let own = own.ok_or_else(|| RuleBookError::UnknownQuestion(self.id.clone()))?;
        let codes = self.compatible.iter().flatten().flatten();
        let strange = self.answers.iter().map(|answer| &answer.code).chain(codes);
        match strange.into_iter().find(|code| own.set_of(code).is_none()) {
            Some(code) => {
                Err(RuleBookError::UnknownAnswer { question: self.id.clone(), answer: code.clone() })
            }
            None => Ok(()),
        }
    }
}

fn fact_document(fact: Fact) -> FactDocument {
    let info = fact.info();
    let (kind, range, second) = match info.kind {
        Kind::Flag => ("flag", None, None),
        Kind::Choice(_) => ("choice", None, None),
        Kind::Number { range } => ("number", Some(range), None),
        Kind::Measured { range, second } => ("measured", Some(range), second),
        Kind::BySex { range } => ("by_sex", Some(range), None),
    };
    let ends = |range: Interval| [Number(range.low()), Number(range.high())];
    let class = FROM_MEDICINES.iter().find(|(_, own)| *own == fact).map(|(class, _)| class.code().to_owned());
    FactDocument {
        id: info.id.to_owned(),
        label: info.label.to_owned(),
        group: info.group.code().to_owned(),
        kind: kind.to_owned(),
        range: range.map(ends),
        unit: info.unit.to_owned(),
        second_unit: second.map(|second| second.unit.to_owned()),
        second_range: second.map(|second| ends(second.range)),
        laboratory_limits: fact.own_limits().map(OwnLimits::code).map(ToOwned::to_owned),
        medicine_class: class,
        options: fact.options().iter().map(|code| (*code).to_owned()).collect(),
    }
}

/// The sources that these tables and precautions cite, by id.
fn cited<'p>(tables: &[Table], precautions: impl Iterator<Item = &'p Precaution>) -> Vec<SourceDocument> {
    let of_rules = tables.iter().flat_map(|table| &table.rules).flat_map(|rule| &rule.cites);
    let of_rows = precautions.flat_map(|row| row.cites).map(|cite| cite.source);
    let ids: BTreeSet<&str> = of_rules.map(|cite| cite.source.as_ref()).chain(of_rows).collect();
    let document = |source: &Brief| SourceDocument {
        id: source.id.to_owned(),
        name: source.name.to_owned(),
        kind: source.kind.code().to_owned(),
        title: source.title.to_owned(),
        year: source.year,
        doi: source.doi.map(ToOwned::to_owned),
    };
    ids.into_iter().filter_map(brief).map(document).collect()
}

fn question_document(question: &QuestionInfo) -> QuestionDocument {
    let codes = |set| question.codes(set).map(ToOwned::to_owned).collect();
    QuestionDocument {
        id: question.id.to_owned(),
        title: question.title.to_owned(),
        answers: question
            .answers
            .iter()
            .map(|answer| AnswerDocument { code: answer.code.to_owned(), meaning: answer.meaning.to_owned() })
            .collect(),
        compatible: question.compatible.iter().map(|(one, other)| [codes(*one), codes(*other)]).collect(),
    }
}
