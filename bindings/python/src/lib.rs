//! The native part of the Python package `ekbom`. What a caller sees is in `python/ekbom`; what stands here only carries
//! values across, and decides nothing.

mod catalogue;
mod error;
mod frame;
mod patient;

use std::sync::LazyLock;

use ekbom::Knowledge;

/// The built-in knowledge, compiled at first use and kept.
static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(Knowledge::builtin);

/// Native part of the package `ekbom`: import that instead.
#[pyo3::pymodule]
mod _ekbom {
    #[pymodule_export]
    use super::catalogue::{
        analytes, claims, convert, facts, knowledge, questions, rules, rules_json, tables, versions,
    };
    #[pymodule_export]
    use super::frame::Frame;
    #[pymodule_export]
    use super::patient::{Assessment, Patient};
}
