//! Guideline logic for the nutritional work-up of restless legs syndrome.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod advice;
pub mod alert;
pub mod analyte;
pub mod assess;
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
