//! Where calls arrive, and what is kept between them: knowledge of one's own, and languages.

use std::collections::BTreeMap;

use ekbom::Knowledge;
use ekbom::exchange::schema;
use serde::Serialize;

use crate::fault::{Failure, Status};
use crate::record::{self, RECORD};
use crate::request::{OPTIONS, PATIENT, Request};
use crate::words::Words;
use crate::{assess, catalogue, rules, units, what_if};

/// Every call, with the keys that it takes.
type Call = (&'static str, &'static [&'static [&'static str]]);

/// Every call that there is, and its keys.
pub const CALLS: &[Call] = &[
    ("about", &[]),
    ("assess", &[PATIENT, OPTIONS, &["trace"]]),
    ("check", &[PATIENT, &["knowledge"]]),
    ("position", &[PATIENT, OPTIONS, &["question", "guideline"]]),
    ("what_if", &[PATIENT, OPTIONS, &["variants"]]),
    ("paste", &[&["text"]]),
    ("fhir", &[RECORD, &["knowledge"]]),
    ("report", &[PATIENT, OPTIONS, &["format", "name", "width", "language"]]),
    ("language", &[&["code", "po"]]),
    ("say", &[&["language", "texts"]]),
    ("knowledge", &[&["knowledge", "rules", "add_rules", "limits"]]),
    ("drop_knowledge", &[&["knowledge"]]),
    ("analytes", &[]),
    ("facts", &[]),
    ("questions", &[]),
    ("guidelines", &[&["knowledge"]]),
    ("medicines", &[]),
    ("sources", &[]),
    ("alerts", &[]),
    ("claims", &[]),
    ("assumptions", &[]),
    ("tables", &[&["knowledge", "question", "guideline"]]),
    ("limits", &[&["knowledge", "question", "guideline", "fact"]]),
    ("rules", &[&["knowledge", "question", "guideline"]]),
    ("diff", &[&["older", "newer"]]),
    ("convert", &[&["analyte", "value", "unit", "to"]]),
    ("schema", &[&["of"]]),
];

/// As many knowledges of one's own are kept: each is some megabytes, and who forgets to drop them should hear of it.
const MOST_KEPT: usize = 64;

/// Answers requests.
#[derive(Default)]
pub struct Desk {
    kept: BTreeMap<u32, Knowledge>,
    last: u32,
    words: Words,
}

#[derive(Serialize)]
struct About<'a> {
    ekbom: &'static str,
    knowledge: Version<'a>,
    calls: Vec<&'static str>,
}

#[derive(Serialize)]
struct Version<'a> {
    version: &'a str,
    hash: &'a str,
}

impl Desk {
    /// Answers one request: the status, and the text that belongs to it.
    pub fn answer(&mut self, request: &[u8]) -> (Status, String) {
        match self.try_answer(request) {
            Ok(text) => (Status::Answered, text),
            Err(failure) => failure.into_answer(),
        }
    }

    fn try_answer(&mut self, request: &[u8]) -> Result<String, Failure> {
        let request = Request::read(request)?;
        let call = request.call()?;
        let known = || CALLS.iter().map(|(name, _)| *name);
        let Some((_, keys)) = CALLS.iter().find(|(name, _)| *name == call) else {
            return Err(Failure::unknown("call", &call, known()));
        };
        request.takes(keys)?;
        match call.as_str() {
            "about" => {
                let knowledge = Knowledge::builtin();
                let version = Version { version: knowledge.version(), hash: knowledge.hash() };
                json(&About {
                    ekbom: env!("CARGO_PKG_VERSION"),
                    knowledge: version,
                    calls: known().collect(),
                })
            }
            "assess" => assess::assess(&self.knowledge(&request)?, &request),
            "check" => assess::check(&self.knowledge(&request)?, &request),
            "position" => assess::position(&self.knowledge(&request)?, &request),
            "what_if" => what_if::what_if(&self.knowledge(&request)?, &request),
            "paste" => json(&ekbom_paste::read(&request.need::<String>("text")?).to_json()),
            "fhir" => record::fhir(&self.knowledge(&request)?, &request),
            "report" => assess::report(&self.knowledge(&request)?, &self.words, &request),
            "language" => self.words.keep(&request),
            "say" => self.words.say(&request),
            "knowledge" => {
                let made = rules::own(&self.knowledge(&request)?, &request)?;
                self.keep(made)
            }
            "drop_knowledge" => {
                let number: u32 = request.need("knowledge")?;
                self.kept.remove(&number).ok_or_else(|| no_knowledge(number))?;
                Ok("{}".to_owned())
            }
            "analytes" => catalogue::analytes(),
            "facts" => catalogue::facts(),
            "questions" => catalogue::questions(),
            "guidelines" => catalogue::guidelines(&self.knowledge(&request)?),
            "medicines" => catalogue::medicines(),
            "sources" => catalogue::sources(),
            "alerts" => catalogue::alerts(),
            "claims" => catalogue::claims(),
            "assumptions" => catalogue::assumptions(),
            "tables" => rules::tables(&self.knowledge(&request)?, &request),
            "limits" => rules::limits(&self.knowledge(&request)?, &request),
            "rules" => rules::book(&self.knowledge(&request)?, &request),
            "diff" => rules::diff(&request),
            "convert" => units::convert(&request),
            "schema" => match request.need::<String>("of")?.as_str() {
                "patient" => json(&schema::patient()),
                "assessment" => json(&schema::assessment()),
                "rules" => json(&schema::rules()),
                other => Err(Failure::unknown("of", other, ["patient", "assessment", "rules"].into_iter())),
            },
            other => Err(Failure::unknown("call", other, known())),
        }
    }

    /// The knowledge asked for.
    fn knowledge(&self, request: &Request<'_>) -> Result<Knowledge, Failure> {
        match request.take::<u32>("knowledge")? {
            None => Ok(Knowledge::builtin()),
            Some(number) => self.kept.get(&number).cloned().ok_or_else(|| no_knowledge(number)),
        }
    }

    fn keep(&mut self, made: Knowledge) -> Result<String, Failure> {
        if self.kept.len() >= MOST_KEPT {
            let message = format!("{MOST_KEPT} are kept already: drop those that are no longer needed");
            return Err(Failure::wrong("knowledge", "", message));
        }
        // Numbers are never given twice: one that was dropped must not mean another knowledge.
        self.last = self
            .last
            .checked_add(1)
            .ok_or_else(|| Failure::wrong("knowledge", "", "there are no more numbers"))?;
        let text = rules::kept(self.last, &made)?;
        self.kept.insert(self.last, made);
        Ok(text)
    }
}

fn no_knowledge(number: u32) -> Failure {
    let message = "there is no knowledge of this number, or it was dropped";
    Failure::wrong("knowledge", &number.to_string(), message)
}

/// As one line of JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::wrong("", "", error.to_string()))
}
