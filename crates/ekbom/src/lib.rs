//! Guideline logic for the nutritional work-up of restless legs syndrome.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod analyte;
pub mod claim;
pub mod condition;
pub mod fact;
pub mod formula;
pub mod guideline;
pub mod instrument;
pub mod interval;
pub mod medicine;
mod number;
pub mod question;
pub mod source;
mod suggest;
pub mod table;
pub mod unit;
