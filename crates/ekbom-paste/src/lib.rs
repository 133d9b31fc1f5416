//! Laboratory reports as they are pasted, read line by line.
//!
//! Each line is understood, doubted, not understood, or no result ([`Said`]). Nothing is guessed: a number that can be
//! read in two ways, a unit that is missing, a name that means two analytes, a flag that contradicts its limits are
//! doubted, and what is doubted is not among [`Reading::labs`]. Whether a value can be true is asked of the core, by its
//! own door.
//!
//! No text of the report is kept, so that no name of a person travels on: a line is named by its number.
//!
//! ```
//! use ekbom_paste::{Said, read};
//! let reading = read("FERRITIN\t8\t15-150 ng/mL\tL\nHb 13.5 g/L\nPatient is feeling better");
//! let lab = reading.labs().next().unwrap();
//! assert_eq!((lab.value, lab.unit.as_deref(), lab.ref_low), (Some(8.0), Some("ng/mL"), Some(15.0)));
//! assert!(matches!(reading.lines[1].said, Said::Doubted { .. }));
//! assert!(matches!(reading.lines[2].said, Said::NoResult));
//! ```
//!
//! No I/O, no clock, and no standard library needed; as the core.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod clean;
mod gate;
mod line;
mod names;
mod people;
mod romance;
mod token;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use ekbom::measure::analyte::Analyte;
use ekbom::measure::unit::Unit;
use ekbom::patient::{DecimalMark, Finding};
use serde::{Deserialize, Serialize};

use crate::line::Context;
use crate::names::{Name, Specimen};
use crate::token::Token;

/// Characters of a report that are read; a longer one is none.
pub const MOST_CHARACTERS: usize = 200_000;

/// Lines of it.
pub const MOST_LINES: usize = 2000;

/// A line longer than this is prose.
const LONGEST_LINE: usize = 400;

/// A result as a patient in JSON holds it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PastedLab {
    /// Id of the analyte.
    pub analyte: String,
    /// The number printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// A qualitative finding in its place; in JSON both are `value`, see [`PastedLab::to_json`].
    #[serde(default, skip)]
    pub finding: Option<String>,
    /// Its unit, as UCUM writes it, or as it stood there where it is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// `<` and its kin, where only a bound is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparator: Option<String>,
    /// The laboratory's lower limit, in the unit of the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ref_low: Option<f64>,
    /// The laboratory's upper limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ref_high: Option<f64>,
    /// Said of a reading that the reader would have to confirm with the laboratory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<bool>,
}

impl PastedLab {
    fn finding(analyte: Analyte, finding: Finding) -> Self {
        Self {
            analyte: analyte.id().to_owned(),
            value: None,
            finding: Some(finding.code().to_owned()),
            unit: None,
            comparator: None,
            ref_low: None,
            ref_high: None,
            confirmed: None,
        }
    }

    /// The result as an entry of a patient's `labs`.
    ///
    /// ```
    /// let reading = ekbom_paste::read("CRP < 0.3 mg/L (<5)");
    /// let json = reading.labs().next().unwrap().to_json().to_string();
    /// assert_eq!(json, r#"{"analyte":"crp","comparator":"<","ref_high":5.0,"unit":"mg/L","value":0.3}"#);
    /// ```
    pub fn to_json(&self) -> serde_json::Value {
        let mut json = serde_json::to_value(self).unwrap_or_default();
        if let (Some(finding), Some(entries)) = (&self.finding, json.as_object_mut()) {
            entries.insert("value".into(), finding.as_str().into());
        }
        json
    }
}

/// What a line says.
#[derive(Clone, PartialEq, Debug)]
pub enum Said {
    /// A result, which the core believes.
    Understood {
        /// The result.
        lab: PastedLab,
        /// What was concluded to understand it.
        notes: Vec<String>,
    },
    /// A result that is shown and not used.
    Doubted {
        /// What it may be a result of.
        analytes: Vec<Analyte>,
        /// Why, as a sentence.
        why: String,
        /// What it may say: each would be believed.
        readings: Vec<PastedLab>,
    },
    /// It looks like a result, and cannot be read.
    NotUnderstood {
        /// Why, as a sentence.
        why: String,
    },
    /// A heading, prose, an empty line.
    NoResult,
}

/// A line, or a part of one that says several results.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Its number in the report, from 1.
    pub number: usize,
    /// What it says.
    pub said: Said,
}

impl Line {
    /// Why it is not used, where it is not.
    pub fn why(&self) -> Option<&str> {
        match &self.said {
            Said::Doubted { why, .. } | Said::NotUnderstood { why } => Some(why),
            Said::Understood { .. } | Said::NoResult => None,
        }
    }

    /// What a patient's `labs` receives of it: the result where it is understood; where it is doubted, entries that count for
    /// nothing, each of which withholds what it may forbid beside an older result that would stand for it.
    ///
    /// ```
    /// let reading = ekbom_paste::read("Ferritin 38 ng/mL\nUrea 30 mg/dL");
    /// assert_eq!(reading.lines[0].entries()[0]["value"], 38.0);
    /// // Urea or urea nitrogen: either may be what was measured.
    /// let doubted = reading.lines[1].entries();
    /// assert!(doubted.len() == 2 && doubted.iter().all(|own| own["doubt"].is_string()));
    /// ```
    pub fn entries(&self) -> Vec<serde_json::Value> {
        let (analytes, why, readings) = match &self.said {
            Said::Understood { lab, .. } => return alloc::vec![lab.to_json()],
            Said::Doubted { analytes, why, readings } => (analytes, why, readings),
            Said::NotUnderstood { .. } | Said::NoResult => return Vec::new(),
        };
        let says = alloc::format!("line {} of the report: {why}", self.number);
        let unread = analytes.iter().filter(|own| readings.iter().all(|lab| lab.analyte != own.id()));
        let of = readings.iter().map(PastedLab::to_json);
        of.chain(unread.map(|own| serde_json::json!({ "analyte": own.id() })))
            .map(|mut entry| {
                if let Some(own) = entry.as_object_mut() {
                    own.remove("confirmed");
                    own.insert("doubt".into(), says.as_str().into());
                }
                entry
            })
            .collect()
    }

    /// One word for it: `understood`, `doubted`, `not_understood` or `no_result`.
    pub const fn is(&self) -> &'static str {
        match self.said {
            Said::Understood { .. } => "understood",
            Said::Doubted { .. } => "doubted",
            Said::NotUnderstood { .. } => "not_understood",
            Said::NoResult => "no_result",
        }
    }
}

/// A report, line by line.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading {
    /// Its lines, in order; those that say several results stand several times.
    pub lines: Vec<Line>,
    /// More lines stood there than are read.
    pub cut: bool,
}

impl Reading {
    /// What was understood.
    pub fn labs(&self) -> impl Iterator<Item = &PastedLab> {
        self.lines.iter().filter_map(|line| match &line.said {
            Said::Understood { lab, .. } => Some(lab),
            _ => None,
        })
    }

    /// What is doubted, as entries of a patient's `labs` that count for nothing: beside an older result that would stand
    /// for it, each withholds what it may forbid.
    ///
    /// ```
    /// let reading = ekbom_paste::read("TSAT 0.88");
    /// let doubts = reading.doubts();
    /// assert_eq!(doubts[0]["analyte"], "tsat");
    /// assert!(doubts[0]["doubt"].is_string());
    /// ```
    pub fn doubts(&self) -> Vec<serde_json::Value> {
        let doubted = self.lines.iter().filter(|line| matches!(line.said, Said::Doubted { .. }));
        doubted.flat_map(Line::entries).collect()
    }

    /// What a patient's `labs` receives of the whole report: [`Line::entries`], one after the other.
    pub fn entries(&self) -> Vec<serde_json::Value> {
        self.lines.iter().flat_map(Line::entries).collect()
    }

    /// Everything as JSON: `lines`, each with its `line`, what it `is`, then `lab` and `notes`, or `analytes`, `why` and
    /// `readings`, and the `entries` that a patient's `labs` receives of it; and `cut`.
    ///
    /// ```
    /// let json = ekbom_paste::read("Ferritin 38 ng/ml").to_json();
    /// assert_eq!(json["lines"][0]["is"], "understood");
    /// assert_eq!(json["lines"][0]["lab"]["value"], 38.0);
    /// ```
    pub fn to_json(&self) -> serde_json::Value {
        let lines: Vec<serde_json::Value> = self.lines.iter().map(line_json).collect();
        serde_json::json!({ "lines": lines, "cut": self.cut })
    }
}

fn line_json(line: &Line) -> serde_json::Value {
    let (number, is, entries) = (line.number, line.is(), line.entries());
    match &line.said {
        Said::Understood { lab, notes } => {
            serde_json::json!({ "line": number, "is": is, "lab": lab.to_json(), "notes": notes, "entries": entries })
        }
        Said::Doubted { analytes, why, readings } => {
            let readings: Vec<_> = readings.iter().map(PastedLab::to_json).collect();
            serde_json::json!({
                "line": number, "is": is, "analytes": analytes, "why": why, "readings": readings, "entries": entries,
            })
        }
        Said::NotUnderstood { why } => serde_json::json!({ "line": number, "is": is, "why": why }),
        Said::NoResult => serde_json::json!({ "line": number, "is": is }),
    }
}

/// A unit of ours, or the text in its place.
#[derive(Clone, PartialEq, Debug)]
enum Has<T> {
    Unit(T),
    Text(String),
}

impl Has<Unit> {
    fn text(&self) -> String {
        match self {
            Self::Unit(unit) => unit.ucum().to_owned(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// Reads a report.
///
/// ```
/// let reading = ekbom_paste::read("Ferritin .... 28,4 ng/ml (15 - 150)\nKreatinin .... 0,88 mg/dl (0,50 - 0,90)");
/// let labs: Vec<_> = reading.labs().map(|lab| (lab.analyte.as_str(), lab.value)).collect();
/// assert_eq!(labs, [("ferritin", Some(28.4)), ("creatinine", Some(0.88))]);
/// ```
pub fn read(text: &str) -> Reading {
    if text.len() > MOST_CHARACTERS {
        let why = "too long for a laboratory report".to_owned();
        return Reading {
            lines: alloc::vec![Line { number: 1, said: Said::NotUnderstood { why } }],
            cut: true,
        };
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = Vec::new();
    for (place, line) in text.split('\n').take(MOST_LINES).enumerate() {
        for part in apart(line) {
            let clean = clean::clean(part);
            let tokens =
                if part.chars().count() > LONGEST_LINE { Vec::new() } else { token::tokens(&clean.text) };
            rows.push((place + 1, clean, tokens));
        }
    }
    let iron = rows.iter().any(|(_, _, own)| names_iron(own));
    let mut context = Context { mark: mark(&rows), iron, specimen: None, not_today: false, date: None };
    let mut lines = Vec::new();
    let mut dates: Vec<(Option<String>, bool)> = Vec::new();
    for (number, clean, tokens) in &rows {
        heading(clean, tokens, &mut context);
        let mut said = line::read(clean, tokens, &context);
        gate::one(&mut said);
        if context.not_today {
            gate::doubt(&mut said, "the heading above it speaks of targets, of limits or of earlier results");
        }
        lines.push(Line { number: *number, said });
        dates.push((clean.date.clone().or_else(|| context.date.clone()), clean.date.is_some()));
    }
    gate::of_one_day(&mut lines, &dates);
    gate::together(&mut lines);
    if people::several(&text) {
        for line in &mut lines {
            gate::doubt(
                &mut line.said,
                "the text names more than one person: paste what is of one person alone",
            );
        }
    }
    Reading { lines, cut: text.split('\n').nth(MOST_LINES).is_some() }
}

/// The parts of a line that say a result each: parted by commas, semicolons or "and", and each beginning with a name.
fn apart(line: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = alloc::vec![line];
    for between in ["; ", ", ", " and ", " und "] {
        parts = parts
            .into_iter()
            .flat_map(|part| {
                let pieces: Vec<&str> = part.split(between).collect();
                let each = |piece: &&str| {
                    let tokens = token::tokens(&clean::clean(piece.trim()).text);
                    let named = tokens.iter().take(2).any(|token| matches!(token, Token::Name(_)));
                    named && tokens.iter().any(|token| matches!(token, Token::Number(_)))
                };
                if pieces.len() > 1 && pieces.iter().all(each) { pieces } else { alloc::vec![part] }
            })
            .collect();
    }
    parts
}

/// The mark before decimals: what numbers that can be read in one way only agree on.
fn mark(rows: &[(usize, clean::Clean, Vec<Token>)]) -> DecimalMark {
    let numbers = || {
        rows.iter().flat_map(|(_, _, tokens)| tokens).filter_map(|token| match token {
            Token::Number(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let decimal = |sign: char| {
        numbers().any(|text| {
            let one = text.matches(sign).count() == 1;
            let alone = !text.contains(if sign == ',' { '.' } else { ',' });
            // Three digits behind it may be thousands.
            let (whole, rest) = text.split_once(sign).unwrap_or(("", ""));
            one && alone && (rest.len() != 3 || whole == "0" || whole.len() > 3)
        })
    };
    if decimal(',') && !decimal('.') { DecimalMark::Comma } else { DecimalMark::Point }
}

fn names_iron(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| match token {
        Token::Name(Name::Of(own)) => own
            .iter()
            .any(|one| matches!(one, Analyte::Iron | Analyte::Tibc | Analyte::Uibc | Analyte::Transferrin)),
        _ => false,
    })
}

/// A line that names what was taken, whether it is of today, or when it was taken, holds for those below it.
fn heading(clean: &clean::Clean, tokens: &[Token], context: &mut Context) {
    let says = |token: &Token| matches!(token, Token::Name(_) | Token::Number(_) | Token::Unit(_));
    if tokens.iter().any(says) {
        return;
    }
    let words = tokens.iter().filter(|token| matches!(token, Token::Word(_))).count();
    let specimen = tokens.iter().find_map(|token| match token {
        Token::Specimen(own) => Some(*own),
        _ => None,
    });
    if let Some(own) = specimen.filter(|_| words <= 6) {
        context.specimen = (own != Specimen::Blood).then_some(own);
    }
    let all: Vec<String> = clean.text.split(|c| !c.is_alphanumeric()).map(clean::fold).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    if (1..=6).contains(&all.len()) {
        let any = |list: &[&str]| all.iter().any(|word| list.contains(word));
        let beside = any(names::NOT_TODAY_BESIDE) && (all.len() == 1 || any(names::OF_RESULTS));
        context.not_today = (any(names::NOT_TODAY) || beside) && !any(names::COLUMNS);
    }
    if clean.date.is_some() && all.len() <= 4 && all.iter().all(|word| names::OF_A_DAY.contains(word)) {
        context.date.clone_from(&clean.date);
    }
}

/// The README's example runs too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
