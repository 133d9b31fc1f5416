//! The guidelines, one file each: constant data, readable without knowing the evaluator.
//!
//! A new guideline is one file here and its tables' lines in [`TABLES`]. No threshold stands anywhere else.

mod aafp_2017;
mod aafp_2025;
mod aan_2016;
mod aasm_2025;
mod article;
mod bsh_2014;
mod common;
mod ekbom_safety;
mod irls_2003;
mod irlssg_2014;
mod irlssg_2018;
mod kdigo;
mod laboratory;
mod mayo_2021;
mod nice_cks;
mod nice_ng239;
mod shared;
mod shared_b12;
pub mod treatment;
mod who_2024;

use crate::condition::Condition;
use crate::table::TableData;

/// Tables and conditions that alerts and recommendations ask by name.
pub(crate) const RLS_DIAGNOSIS: &TableData = &irlssg_2014::DIAGNOSIS;
pub(crate) const IRON_SAFETY: &TableData = &ekbom_safety::IRON_SAFETY;
pub(crate) const B12_FIRST_LINE: &TableData = &nice_ng239::FIRST_LINE;
pub(crate) const B12_STATUS: &TableData = &nice_ng239::STATUS;
pub(crate) const ANAEMIA: &TableData = &who_2024::ANAEMIA;
pub(crate) const MACROCYTOSIS: &TableData = &common::MACROCYTOSIS;
pub(crate) const MMA_RAISED: Condition = shared_b12::MMA_RAISED;
pub(crate) const KIDNEY_RAISES_MMA: Condition = shared_b12::KIDNEY_RAISES_MMA;

/// Every table, in the order in which a report shows them: by question, then by guideline. A table may ask the answer
/// of one that stands before it.
pub const TABLES: &[&TableData] = &[
    &irlssg_2014::DIAGNOSIS,
    &irlssg_2014::COURSE,
    &irls_2003::SEVERITY,
    &ekbom_safety::IRON_SAFETY,
    &aasm_2025::IRON_THERAPY,
    &irlssg_2018::IRON_THERAPY,
    &mayo_2021::IRON_THERAPY,
    &aan_2016::IRON_THERAPY,
    &nice_cks::IRON_THERAPY,
    &article::IRON_THERAPY,
    &nice_ng239::WHOM_TO_TEST,
    &article::WHOM_TO_TEST,
    &nice_ng239::FIRST_LINE,
    &aafp_2025::FIRST_LINE,
    &laboratory::FIRST_LINE,
    &bsh_2014::FIRST_LINE,
    &aafp_2017::FIRST_LINE,
    &nice_ng239::STATUS,
    &aafp_2025::STATUS,
    &who_2024::ANAEMIA,
    &common::MACROCYTOSIS,
    &kdigo::STAGE,
];

/// Every table: [`TABLES`], then those on treatments, which may ask the answer of one of the former.
pub fn tables() -> impl Iterator<Item = &'static TableData> + Clone {
    TABLES.iter().chain(treatment::TABLES).copied()
}
