//! What is promised, each promise a property over random tables, boxes of facts and patients.
//!
//! `EKBOM_CASES` sets the number of cases of every property; the page on properties lists them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

#[path = "../random/mod.rs"]
mod random;

mod on_patients;
mod on_tables;

use ekbom::Knowledge;
use ekbom::exchange::rules::RuleBook;
use serde_json::Value;
use std::sync::LazyLock;

static BUILTIN: LazyLock<Knowledge> = LazyLock::new(Knowledge::builtin);

/// The built-in rules as a tool in another language would read them.
static BOOK: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&RuleBook::of(&BUILTIN).to_json()).unwrap());
