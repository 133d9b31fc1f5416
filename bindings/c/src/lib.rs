//! ekbom for C.
//!
//! What a C programmer reads is `include/ekbom.h`, made from these sources, and `docs/src/c.md`; what holds for every
//! function stands at the top of that header. Here every function is the same few steps: check what came, do it with
//! the core, write the out-parameters last. `fence` stops panics, `call` hands out errors.
//!
//! Pointers of C arrive as `Option<&T>` and `Option<&mut MaybeUninit<T>>`, and handles leave as `Option<Box<T>>`: the
//! same bits, and NULL cannot be overlooked. What remains of `unsafe` is reading a string of C (`text`), keeping
//! an assessment beside the knowledge it borrows from (`assessment`), and the structs of Arrow (`arrow`, `cohort`).
#![expect(unsafe_code, reason = "a C interface: exported symbols, strings that arrive as pointer and length")]
#![expect(non_camel_case_types, reason = "the names of C")]
#![deny(clippy::undocumented_unsafe_blocks)]

#[cfg(test)]
mod abi;
#[cfg(feature = "cohort")]
mod arrow;
mod assessment;
mod assessment_lists;
mod call;
mod catalogue;
#[cfg(feature = "cohort")]
mod cohort;
mod entry;
mod error;
mod failure;
mod fence;
mod keys;
mod knowledge;
mod lab;
mod language;
mod look_up;
mod patient;
mod policy;
mod pool;
mod quick;
mod record;
mod report;
mod status;
mod status_words;
mod text;
mod trace;
mod unit;
mod unsay;
mod version;
mod view;
mod views;
mod words;

pub use assessment::*;
pub use assessment_lists::*;
#[cfg(feature = "cohort")]
pub use cohort::*;
pub use entry::*;
pub use error::*;
pub use knowledge::*;
pub use lab::*;
pub use language::*;
pub use look_up::*;
pub use patient::*;
pub use policy::*;
pub use quick::*;
pub use record::*;
pub use report::*;
pub use status::*;
pub use status_words::*;
pub use text::*;
pub use unit::*;
pub use unsay::*;
pub use version::*;
pub use view::*;
pub use words::*;
