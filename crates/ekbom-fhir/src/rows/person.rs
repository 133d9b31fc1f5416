//! What the rows of one person come to: a patient, through every gate of the core.

use std::collections::BTreeMap;

use ekbom::Patient;
use ekbom::patient::{FaultKind, PatientBuilder, PatientError, PatientErrors};
use serde_json::{Map, Value};

use super::{Moment, RefusedRow, Table, refused_and_skipped};
use crate::date::When;
use crate::ledger::Ledger;

/// A result that counts.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    /// The number of its row.
    pub row: u64,
    /// The result, as the core reads it.
    pub lab: Map<String, Value>,
}

/// Nor more results in doubt.
const MOST_DOUBTED: usize = 1000;

/// What the rows of one person come to.
#[derive(Clone, PartialEq, Debug)]
pub struct PersonRows {
    as_of: Option<Moment>,
    rest: Map<String, Value>,
    kept: Vec<Kept>,
    /// Results that count for nothing and may forbid.
    doubted: Vec<Map<String, Value>>,
    refused: Vec<RefusedRow>,
    skipped: BTreeMap<&'static str, u64>,
    read: usize,
}

/// More results of one person than this are not handed on: of each analyte the newest come first.
const MOST_KEPT: usize = 1000;

impl PersonRows {
    pub(super) fn new(
        as_of: Option<Moment>,
        rest: Map<String, Value>,
        kept: Vec<Kept>,
        doubted: Vec<Map<String, Value>>,
        ledger: Ledger,
    ) -> Self {
        let read = ledger.read;
        let (refused, skipped) = refused_and_skipped(ledger);
        let mut made = Self { as_of, rest, kept, doubted, refused, skipped, read };
        made.bound();
        made
    }

    /// Leaves of each analyte its newest results, where there are very many.
    fn bound(&mut self) {
        let mut each = MOST_KEPT;
        while self.kept.len() > MOST_KEPT && each > 1 {
            each /= 2;
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            let before = self.kept.len();
            // They stand newest first.
            self.kept.retain(|own| {
                let count = seen.entry(analyte(&own.lab).to_owned()).or_default();
                *count += 1;
                *count <= each
            });
            let gone = (before - self.kept.len()) as u64;
            self.read = self.read.saturating_sub(before - self.kept.len());
            *self.skipped.entry("too_many_of_one_analyte").or_default() += gone;
        }
    }

    /// The day as of which they were read.
    pub fn as_of(&self) -> Option<Moment> {
        self.as_of
    }

    /// Completed years on that day; the least and the most where only a part of the date of birth is known. None where
    /// the birth was later.
    pub fn age(&self, birth: &str) -> Option<(f64, f64)> {
        self.as_of?.as_of().age(&When::read(birth.trim())?)
    }

    /// Results that count.
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// How many rows stand in the patient.
    pub fn rows_read(&self) -> usize {
        self.read
    }

    /// Rows that were refused.
    pub fn refused(&self) -> &[RefusedRow] {
        &self.refused
    }

    /// How many rows were not read, by the reason.
    pub fn skipped(&self) -> &BTreeMap<&'static str, u64> {
        &self.skipped
    }

    /// Does a row say that there is a pregnancy?
    pub fn is_pregnant(&self) -> bool {
        self.rest.get("history").and_then(|own| own.get("pregnant")) == Some(&Value::Bool(true))
    }

    /// The patient in JSON, without what is said elsewhere.
    pub fn to_json(&self) -> String {
        let all = self.kept.iter().map(|own| &own.lab).chain(self.doubted.iter().take(MOST_DOUBTED));
        let labs: Vec<Value> = all.cloned().map(Value::Object).collect();
        let mut whole = self.rest.clone();
        whole.insert("labs".into(), Value::Array(labs));
        Value::Object(whole).to_string()
    }

    /// The patient, with what is said elsewhere. A result that the core does not accept is refused with its row, and no
    /// older one stands for it.
    ///
    /// # Errors
    /// When something else than a result is not accepted: then the person is refused.
    pub fn patient(
        &mut self,
        more: impl Fn(PatientBuilder) -> PatientBuilder,
    ) -> Result<Patient, PatientErrors> {
        let pregnant = self.is_pregnant();
        loop {
            let patient = more(PatientBuilder::from_json(&self.to_json())?).build()?;
            if pregnant && patient.pregnant() == Some(false) {
                let message = "a row says that there is a pregnancy, and another table that there is none";
                return Err(
                    PatientError::new(FaultKind::SaidTwoWays, "history.pregnant", "false", message).into()
                );
            }
            let own = |error: &PatientError| error.kind() != FaultKind::Doubted;
            let (of_labs, others): (Vec<_>, Vec<_>) = patient
                .set_aside()
                .iter()
                .filter(|error| own(error))
                .cloned()
                .partition(|own| place(own).is_some());
            PatientErrors::check(others)?;
            let mut barred: Vec<(usize, String)> =
                of_labs.iter().filter_map(|own| Some((place(own)?, own.message().to_owned()))).collect();
            // What another result contradicts is doubted with it, though the error names one of them.
            let silent: Vec<usize> = (0..self.kept.len())
                .filter(|at| {
                    let own = self.kept.get(*at).map(|own| &own.lab);
                    let still = |lab: &ekbom::patient::Lab| own.is_some_and(|own| same(own, lab));
                    !barred.iter().any(|(place, _)| place == at)
                        && !patient.labs().iter().any(still)
                        && patient.doubted().iter().any(still)
                })
                .collect();
            if barred.is_empty() && silent.is_empty() {
                return Ok(patient);
            }
            for at in silent {
                barred.push((at, "another result of the same day contradicts it".to_owned()));
            }
            // The core has set these aside; what is left to say is that older ones do not stand for them.
            if !self.bar(&barred) {
                return Ok(patient);
            }
        }
    }

    /// Refuses results, and those of the same analyte that are older. Says whether the patient has to be read again.
    fn bar(&mut self, barred: &[(usize, String)]) -> bool {
        let newest: Vec<(String, f64)> = barred
            .iter()
            .filter_map(|(at, _)| {
                self.kept.get(*at).map(|own| (analyte(&own.lab).to_owned(), days(&own.lab)))
            })
            .collect();
        let mut older = Vec::new();
        for (at, own) in self.kept.iter().enumerate() {
            let behind = newest.iter().any(|(id, day)| id == analyte(&own.lab) && days(&own.lab) > *day);
            if behind && !barred.iter().any(|(place, _)| *place == at) {
                older.push(at);
            }
        }
        for (at, says) in barred {
            if let Some(own) = self.kept.get(*at) {
                let says = says.clone();
                let same_row = |other: &RefusedRow| other.table == Table::Results && other.row == own.row;
                let known = self.refused.iter().any(same_row);
                if !known {
                    let row = own.row;
                    self.refused.push(RefusedRow { table: Table::Results, row, reason: "value", says });
                    self.read = self.read.saturating_sub(1);
                }
            }
        }
        for at in &older {
            if let Some(own) = self.kept.get(*at) {
                let says = "a newer result of this kind was refused: an older one does not stand for it";
                self.refused.push(RefusedRow {
                    table: Table::Results,
                    row: own.row,
                    reason: "newer_not_readable",
                    says: says.into(),
                });
                self.read = self.read.saturating_sub(1);
            }
        }
        let mut at = 0;
        // What the core set aside stays in: it may still be critical.
        self.kept.retain(|_| {
            at += 1;
            !older.contains(&(at - 1))
        });
        !older.is_empty()
    }
}

/// The place among the results that an error speaks of.
fn place(error: &PatientError) -> Option<usize> {
    error.field().strip_prefix("labs[")?.split(']').next()?.parse().ok()
}

fn analyte(lab: &Map<String, Value>) -> &str {
    lab.get("analyte").and_then(Value::as_str).unwrap_or_default()
}

/// How old it is; of unknown age it is the newest, and nothing is behind it but what is dated.
fn days(lab: &Map<String, Value>) -> f64 {
    lab.get("days_ago").and_then(Value::as_f64).unwrap_or(-1.0)
}

/// Is it this result?
fn same(own: &Map<String, Value>, lab: &ekbom::patient::Lab) -> bool {
    analyte(own) == lab.analyte().id() && days(own).total_cmp(&lab.days().unwrap_or(-1.0)).is_eq()
}
