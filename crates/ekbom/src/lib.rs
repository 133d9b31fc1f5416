//! Guideline logic for the nutritional work-up of restless legs syndrome (iron, vitamin B12, and what mimics or causes
//! it): a patient's results, symptoms and history go in; out come, for each clinical question and each guideline, the
//! answers still possible, the rules and sources behind them, what is missing and whether it could change anything,
//! where guidelines disagree, and what must not be done.
//!
//! For health professionals, who can review the basis of every answer. Not assessed as a medical device: whoever places
//! it in a product determines its classification.
//!
//! ```
//! use ekbom::{Knowledge, Patient, assess};
//!
//! let knowledge = Knowledge::builtin(); // some milliseconds: build it once
//! let patient = Patient::from_json(r#"{
//!     "age_years": 46, "sex": "male",
//!     "labs": [{"analyte": "ferritin", "value": 658, "unit": "ng/mL"},
//!              {"analyte": "tsat", "value": 88, "unit": "%"}],
//!     "complete": ["history"]}"#)?;
//! let assessment = assess(&knowledge, &patient);
//!
//! let safety = assessment.position("iron.safety", "ekbom-safety").unwrap();
//! assert_eq!(safety.determined(), Some("stop_tsat_ceiling"));
//! assert_eq!(assessment.recommendations[0].action, "haemochromatosis_workup");
//! # Ok::<(), ekbom::patient::PatientErrors>(())
//! ```
//!
//! # What it promises
//! - A missing result is never normal and an unmentioned symptom never absent, unless its group is declared complete.
//! - The set of possible answers is exact: an answer is in it when some patient who fits what is known would get it.
//! - The unit is part of a value; nothing is converted in silence or guessed.
//! - Every rule cites its source and carries how far it was checked against it.
//!
//! # Finding the way
//! Two stairs on one ground floor, which meet at the top. Ground: [`source`], [`mod@unit`], [`interval`], [`analyte`],
//! [`fact`]. What is known of medicine, without any patient: [`condition`], [`question`], [`authoring`], [`table`],
//! [`guideline`],
//! [`alert`], [`advice`], [`claim`], [`knowledge`]. What is known of a patient, without any rule: [`patient`],
//! [`medicine`], [`instrument`], [`formula`]. Top: [`intake`] turns a patient into a box of facts, and [`mod@assess`]
//! asks the knowledge about it; [`explain`] puts conditions in words and [`rules`] exports them as JSON.
//!
//! No I/O, no clock, no randomness, no `unsafe`; works without `std` (feature `std`, on by default, only adds it to the
//! dependencies).
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod advice;
pub mod alert;
pub mod analyte;
pub mod assess;
pub mod authoring;
pub mod claim;
pub mod condition;
pub mod explain;
pub mod fact;
pub mod formula;
pub mod guideline;
pub mod instrument;
pub mod intake;
pub mod interval;
pub mod knowledge;
pub mod medicine;
mod number;
pub mod patient;
pub mod question;
pub mod report;
pub mod rules;
pub mod schema;
pub mod source;
pub mod suggest;
pub mod table;
pub mod unit;

pub use assess::{Assessment, assess};
pub use knowledge::Knowledge;
pub use patient::Patient;

/// The README's example runs too.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// And so does that of the book's first page.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/first-result.md")]
struct FirstResult;
