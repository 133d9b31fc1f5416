//! Guideline logic for the nutritional work-up of restless legs syndrome.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod formula;
pub mod instrument;
pub mod interval;
pub mod medicine;
pub mod source;
