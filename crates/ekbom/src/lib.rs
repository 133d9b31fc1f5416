//! Guideline logic for the nutritional work-up of restless legs syndrome.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod analyte;
pub mod interval;
pub mod source;
pub mod unit;

mod suggest;
