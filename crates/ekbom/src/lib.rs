//! Guideline logic for the nutritional work-up of restless legs syndrome (iron, vitamin B12, and what mimics or causes
//! it): a patient's results, symptoms and history go in; out come, for each clinical question and each guideline, the
//! answers still possible, the rules and sources behind them, what is missing and whether it could change anything,
//! where guidelines disagree, and what must not be done.
//!
//! For health professionals, who can review the basis of every answer. Not assessed as a medical device: whoever places
//! it in a product determines its classification.
//!
//! ```
//! use ekbom::knowledge::question::IronSafety;
//! use ekbom::{Guideline, Knowledge, Patient, assess};
//!
//! let knowledge = Knowledge::builtin(); // some milliseconds: build it once
//! let patient = Patient::from_json(r#"{
//!     "age_years": 46, "sex": "male",
//!     "labs": [{"analyte": "ferritin", "value": 658, "unit": "ng/mL"},
//!              {"analyte": "tsat", "value": 88, "unit": "%"}],
//!     "complete": ["history"]}"#)?;
//! let assessment = assess(&knowledge, &patient);
//!
//! let safety = assessment.answers::<IronSafety>(&Guideline::EkbomSafety)?;
//! assert_eq!(safety.determined(), Some(IronSafety::StopTsatCeiling));
//! assert_eq!(assessment.recommendations[0].action, "haemochromatosis_workup");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it promises
//! - A missing result is never normal and an unmentioned symptom never absent, unless its group is declared complete.
//! - The set of possible answers is exact: an answer is in it when some patient who fits what is known would get it.
//! - The unit is part of a value; nothing is converted in silence or guessed.
//! - Every rule cites its source and carries how far it was checked against it.
//!
//! # What do you want to do?
//! | task | start at |
//! |---|---|
//! | check one result and its unit | [`Lab::new`](patient::Lab::new), [`Analyte`](measure::analyte::Analyte) |
//! | read or build a patient | [`Patient::from_json`], [`Patient::builder`] |
//! | tell a caller what is wrong | [`PatientErrors`](patient::PatientErrors), [`FaultKind`](patient::FaultKind) |
//! | one answer of one guideline | [`assess::position`], [`Assessment::answers`] |
//! | everything, in order of what to do | [`assess()`], [`Act`](assess::Act), [`ActCode`] |
//! | keep an assessment, send it, read it again | [`Assessment`] owns what it says and has serde's `Serialize` and `Deserialize` |
//! | see what one more result would change | [`what_if`](assess::what_if) |
//! | results with their uncertainty, or other assumptions | [`Policy`](assess::intake::Policy) |
//! | a rule, a limit, a source, a flag of your own | [`Knowledge::builder`], [`RuleBook`](exchange::rules::RuleBook) |
//! | answer in a service | [`Knowledge`] is `Send + Sync + Clone`: make it once, give every request a clone; `crates/ekbom-cli/examples/service.rs` does so with axum, and `ekbom serve` is a whole one |
//! | answer without `std` | `default-features = false`; nothing else changes |
//! | print it as a page or as text | the crate `ekbom-report` |
//! | a table of patients | the crate `ekbom-cohort` |
//! | FHIR in and out | the crate `ekbom-fhir` |
//!
//! The feature `std`, on by default, adds it to the dependencies and changes no answer; so does `compiled`, with which the built-in
//! rules come compiled (some 120 kB) instead of being compiled at the first use.
//!
//! # Finding the way
//! Eight rooms, lowest first; each uses those above it in this list only.
//! - [`source`]: the bibliography, and how far each statement was checked.
//! - [`measure`]: a result: analytes, units, intervals, formulas.
//! - [`fact`]: what can be true of a person: facts and their options, medicines, instruments.
//! - [`mod@patient`]: what is said of one person, read and checked. Sees no rule.
//! - [`logic`]: how a rule is asked: conditions, tables, diagrams. Sees no patient.
//! - [`knowledge`]: questions, guidelines, alerts, advice, claims: data.
//! - [`mod@assess`]: where both stairs meet: a patient becomes a box of facts, and the knowledge is asked about it.
//! - [`exchange`]: rule books and schemas as JSON.
//!
//! No I/O, no clock, no randomness, no `unsafe`; works without `std` (feature `std`, on by default, only adds it to the
//! dependencies).
#![no_std]
#![forbid(unsafe_code)]
// The catalogue of facts is read line by line.
#![recursion_limit = "512"]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod assess;
pub mod exchange;
pub mod fact;
pub mod knowledge;
pub mod logic;
pub mod measure;
pub mod patient;
pub mod source;

pub use assess::{Assessment, assess};
pub use knowledge::Knowledge;
pub use knowledge::code::{ActCode, AlertCode, Guideline, Question};
pub use patient::Patient;

/// The README's example runs too.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// And so does that of the book's first page.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/first-result.md")]
struct FirstResult;

/// And the one by which a guideline is added.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/adding-a-guideline.md")]
struct AddingAGuideline;
