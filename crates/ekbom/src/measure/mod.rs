//! What a result is: analytes with their units and limits, numbers as intervals, and the formulas between them.

pub mod analyte;
pub mod formula;
pub mod interval;
pub(crate) mod number;
pub mod suggest;
pub mod unit;

pub use number::rounded;
