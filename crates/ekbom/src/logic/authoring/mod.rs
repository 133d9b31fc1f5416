//! What a guideline file is written with: conditions, rules and tables as constants, without logic.
//!
//! ```
//! use ekbom::logic::authoring::{Condition, GuidelineInfo, TableData, cite, rule, at_most};
//! use ekbom::fact::Fact;
//! use ekbom::knowledge::question::IronTherapy;
//! use ekbom::source::Verification::{Derived, Unverified};
//! use ekbom::logic::table::Table;
//!
//! const EXAMPLE: GuidelineInfo = GuidelineInfo::new("example", "An example");
//! const IRON: TableData = TableData {
//!     question: &IronTherapy::QUESTION,
//!     guideline: &EXAMPLE,
//!     rules: &[
//!         rule("low", at_most(Fact::Ferritin, 75.0), IronTherapy::Oral.set(), Unverified, &[cite("AASM2025", "-")]),
//!         rule("otherwise", Condition::Always, IronTherapy::NotIndicated.set(), Derived, &[cite("AASM2025", "-")]),
//!     ],
//! };
//! assert_eq!(Table::try_from(&IRON)?.rules.len(), 2);
//! # Ok::<(), ekbom::logic::table::CompileError>(())
//! ```

mod condition;
mod table;

pub use condition::*;
pub use table::*;
