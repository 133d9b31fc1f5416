//! NICE: bands of glycated haemoglobin as used in the United Kingdom, in whole mmol/mol. A number between 47 and 48,
//! which a result reported in per cent can become, is in neither band. From memory, not read.

use super::shared::CHILD;
use super::shared_glycaemia::HBA1C_UNRELIABLE;
use crate::fact::Fact;
use crate::knowledge::question::Glycaemia as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, cite, printed_in_second, rule,
};
use crate::logic::condition::Comparison::{Above, AtLeast};
use crate::source::Verification::Unverified;

pub(super) const NICE: GuidelineInfo = GuidelineInfo::new("nice", "NICE, bands of glycated haemoglobin");

const BANDS: &[Cite] = &[cite("NICEPH38", "42 to 47 mmol/mol; 48 mmol/mol or more")];

/// `glycaemia`
pub(super) const GLYCAEMIA: TableData = TableData {
    question: &A::QUESTION,
    guideline: &NICE,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Unverified, BANDS),
        rule(
            "diabetes-range",
            printed_in_second(Fact::Hba1c, AtLeast, 48.0),
            A::DiabetesRange.set(),
            Unverified,
            BANDS,
        )
        .flags(&[HBA1C_UNRELIABLE]),
        rule(
            "between-the-bands",
            printed_in_second(Fact::Hba1c, Above, 47.0),
            A::Prediabetes.set().or(A::DiabetesRange.set()),
            Unverified,
            BANDS,
        )
        .flags(&[Flag::always("boundary_unspecified"), HBA1C_UNRELIABLE]),
        rule(
            "prediabetes",
            printed_in_second(Fact::Hba1c, AtLeast, 42.0),
            A::Prediabetes.set(),
            Unverified,
            BANDS,
        )
        .flags(&[HBA1C_UNRELIABLE])
        .note("Called non-diabetic hyperglycaemia."),
        rule("normal", Condition::Always, A::Normal.set(), Unverified, BANDS).flags(&[HBA1C_UNRELIABLE]),
    ],
};
