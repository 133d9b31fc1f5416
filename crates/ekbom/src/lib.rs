//! Guideline logic for the nutritional work-up of restless legs syndrome.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod condition;
pub mod fact;
pub mod guideline;
pub mod interval;
mod number;
pub mod question;
pub mod source;
pub mod table;
