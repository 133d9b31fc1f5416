//! Guideline logic over whole cohorts: Arrow record batches in, record batches out.
//!
//! The rules are those of the core, and so is what evaluates them: this crate only fills the comparison planes, one bit
//! a row for each distinct limit and option that is asked, and lets the core's diagrams run over them. What is not
//! ordinary in a row (an unlikely value, a bound that enters a derived fact) is read by the core itself.
//!
//! [`CohortMap`] says which column is what; [`Cohort`] is the map bound to a schema.

mod answers;
mod ask;
mod cell;
mod coder;
mod cohort;
mod column;
mod constants;
mod error;
mod fill;
mod input;
mod kernel;
mod load;
#[cfg(feature = "long")]
mod long;
mod map;
mod plan;
mod planes;
mod reader;
mod row;
mod stream;
mod threshold;

pub use answers::Tally;
pub use cohort::{Cohort, Output, Worker};
pub use error::{CohortError, Refusal};
pub use kernel::Level;
#[cfg(feature = "long")]
pub use long::{
    Clock, Columns, ConditionMeaning, ConditionTable, LongCohort, LongMap, LongOutput, MedicineTable,
    PeopleTable, RejectedRow, ResultMeaning, SideTable, SideTables, Sorting,
};
pub use map::{
    CohortMap, Column, Confirmed, Decimal, Limit, Medicines, Nan, OnRefusal, Quantity, Refused, Scalar,
};
pub use reader::Answers;
