//! What the library knows, an entry at a time: questions, tables, rules, analytes, facts, medicines, sources, alerts.

use crate::text::{ekbom_str, ekbom_strs};

/// A clinical question.
#[repr(C)]
pub struct ekbom_question {
    /// Stable id.
    pub id: ekbom_str,
    /// The question in words.
    pub title: ekbom_str,
    /// The codes of its answers; the last two are always `not_addressed` and `not_applicable`.
    pub answers: ekbom_strs,
    /// What each answer means, in the same order.
    pub meanings: ekbom_strs,
}

/// A decision table: one question and one guideline.
#[repr(C)]
pub struct ekbom_table {
    /// The question.
    pub question: ekbom_str,
    /// The guideline.
    pub guideline: ekbom_str,
    /// The guideline's title.
    pub title: ekbom_str,
    /// `current`, or `on_request` where a patient has to include it.
    pub standing: ekbom_str,
    /// Its rules, first match from the top.
    pub rules: ekbom_strs,
}

/// A rule of a table.
#[repr(C)]
pub struct ekbom_rule {
    /// Stable id.
    pub id: ekbom_str,
    /// The question.
    pub question: ekbom_str,
    /// The guideline.
    pub guideline: ekbom_str,
    /// When it applies, if no earlier rule of its table does; in words.
    pub when: ekbom_str,
    /// A remark for the reader; may be empty.
    pub note: ekbom_str,
    /// How far it was checked: `original`, `secondary`, `derived` or `unverified`.
    pub verification: ekbom_str,
    /// What it answers; more than one where the source leaves it open.
    pub answers: ekbom_strs,
    /// Flags it can raise.
    pub flags: ekbom_strs,
    /// Ids of the sources it cites.
    pub sources: ekbom_strs,
    /// Where in each of them.
    pub locators: ekbom_strs,
}

/// An analyte.
#[repr(C)]
pub struct ekbom_analyte {
    /// Stable id.
    pub id: ekbom_str,
    /// English name.
    pub name: ekbom_str,
    /// The unit of the limits here, as a UCUM code.
    pub canonical_unit: ekbom_str,
    /// The unit usual in the United States.
    pub conventional_unit: ekbom_str,
    /// The unit usual elsewhere.
    pub si_unit: ekbom_str,
    /// A usual interval in adults, for reading; no rule reads it.
    pub interval: ekbom_str,
    /// What else to know; may be empty.
    pub note: ekbom_str,
    /// Every unit accepted.
    pub units: ekbom_strs,
    /// LOINC codes that could be verified.
    pub loinc: ekbom_strs,
    /// The lowest value accepted.
    pub hard_low: f64,
    /// The highest value accepted.
    pub hard_high: f64,
    /// Below this a value needs confirmation; NaN where there is no such limit.
    pub confirm_low: f64,
    /// Above this a value needs confirmation; NaN where there is no such limit.
    pub confirm_high: f64,
    /// Is it present or absent, rather than an amount?
    pub qualitative: bool,
}

/// A fact: something a rule may ask of a patient. Those of the groups `symptoms` and `history` are keys of
/// `ekbom_patient_set_flag`, `ekbom_patient_set_number` and `ekbom_patient_set_choice`, by kind.
#[repr(C)]
pub struct ekbom_fact {
    /// Stable id.
    pub id: ekbom_str,
    /// In words.
    pub label: ekbom_str,
    /// UCUM unit; empty where it has none.
    pub unit: ekbom_str,
    /// `person`, `laboratory`, `symptoms`, `history`, `medicines` or `sample`.
    pub group: ekbom_str,
    /// `flag`, `choice` or `number`.
    pub kind: ekbom_str,
    /// The codes of a choice.
    pub options: ekbom_strs,
    /// The lowest number; NaN where it is none.
    pub low: f64,
    /// The highest number; NaN where it is none.
    pub high: f64,
}

/// A medicine of the catalogue.
#[repr(C)]
pub struct ekbom_medicine {
    /// The nonproprietary name.
    pub name: ekbom_str,
    /// Other names under which it is found.
    pub synonyms: ekbom_strs,
    /// Its classes.
    pub classes: ekbom_strs,
    /// The sources of what its classes claim.
    pub sources: ekbom_strs,
}

/// A source of the bibliography.
#[repr(C)]
pub struct ekbom_source {
    /// Stable id.
    pub id: ekbom_str,
    /// Authors.
    pub authors: ekbom_str,
    /// Title.
    pub title: ekbom_str,
    /// Journal or publisher.
    pub journal: ekbom_str,
    /// Digital object identifier; absent where it has none.
    pub doi: ekbom_str,
    /// PubMed id; absent where it has none.
    pub pmid: ekbom_str,
    /// Address; absent where it has none.
    pub url: ekbom_str,
    /// How it was verified.
    pub how_verified: ekbom_str,
    /// Year; 0 where it has none.
    pub year: u16,
}

/// An alert that can be raised.
#[repr(C)]
pub struct ekbom_alert_info {
    /// Stable code.
    pub code: ekbom_str,
    /// `urgent`, `caution` or `info`.
    pub severity: ekbom_str,
    /// English text.
    pub message: ekbom_str,
}
