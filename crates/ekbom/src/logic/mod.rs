//! How a rule is asked: conditions, answer sets, tables compiled into exact decision diagrams, and conditions in words.
//!
//! Knows facts but no patient, and holds no threshold of its own.

pub mod authoring;
pub mod condition;
#[doc(hidden)]
pub mod engine;
pub mod explain;
pub mod question;
pub mod table;
