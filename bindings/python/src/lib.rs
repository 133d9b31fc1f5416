//! The native part of the Python package `ekbom`. What a caller sees is in `python/ekbom`; what stands here only carries
//! values across, and decides nothing.

mod catalogue;
mod cohort;
mod error;
mod fhir;
mod frame;
mod knowledge;
mod language;
mod large;
mod lists;
mod long;
mod patient;
mod plain;

use std::sync::{Arc, LazyLock};

use ekbom::Knowledge;

/// Keeps the pages of tables of answers for the next table.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The built-in knowledge, compiled at first use and kept.
static KNOWLEDGE: LazyLock<Arc<Knowledge>> = LazyLock::new(|| Arc::new(Knowledge::builtin()));

/// Native part of the package `ekbom`: import that instead.
#[pyo3::pymodule]
mod _ekbom {
    #[pymodule_export]
    use super::catalogue::{
        analytes, claims, convert, facts, fault_kinds, guideline_name, knowledge, questions, questions_frame,
        rules, rules_json, subject_name, tables, versions, word,
    };
    #[pymodule_export]
    use super::cohort::{assess_frame, map_columns, patient_of};
    #[pymodule_export]
    use super::fhir::read_fhir;
    #[pymodule_export]
    use super::frame::Frame;
    #[pymodule_export]
    use super::knowledge::{Knowledge, fact_unit};
    #[pymodule_export]
    use super::language::Language;
    #[pymodule_export]
    use super::lists::table_of;
    #[pymodule_export]
    use super::long::{assess_long, long_columns};
    #[pymodule_export]
    use super::patient::{Assessment, Patient};
}
