//! NICE: bands of glycated haemoglobin as used in the United Kingdom, in whole mmol/mol. A number between 47 and 48,
//! which a result reported in per cent can become, is in neither band. NICE quotes its own
//! recommendation on its pages. After gestational diabetes the band at high risk starts lower, at 39 mmol/mol.

use super::shared::CHILD;
use super::shared_glycaemia::HBA1C_UNRELIABLE;
use crate::fact::{Fact, Person};
use crate::knowledge::question::Glycaemia as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, cite, person, printed_in_second, rule, yes,
};
use crate::logic::condition::Comparison::{Above, AtLeast};
use crate::source::Verification::{Derived, Original};

pub(super) const NICE: GuidelineInfo = GuidelineInfo::new("nice", "NICE, bands of glycated haemoglobin");

const BANDS: &[Cite] =
    &[cite("NICEPH38", "42 to 47 mmol/mol"), cite("NICEPH35", "48 mmol/mol (6.5 %) for type 2 diabetes")];
const AFTER: &[Cite] = &[cite("NICENG3", "after gestational diabetes: 39 to 47 mmol/mol")];

/// `glycaemia`
pub(super) const GLYCAEMIA: TableData = TableData {
    question: &A::QUESTION,
    guideline: &NICE,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, BANDS),
        rule(
            "diabetes-range",
            printed_in_second(Fact::Hba1c, AtLeast, 48.0),
            A::DiabetesRange.set(),
            Original,
            BANDS,
        )
        .flags(&[HBA1C_UNRELIABLE]),
        rule(
            "between-the-bands",
            printed_in_second(Fact::Hba1c, Above, 47.0),
            A::Prediabetes.set().or(A::DiabetesRange.set()),
            Derived,
            BANDS,
        )
        .flags(&[Flag::always("boundary_unspecified"), HBA1C_UNRELIABLE]),
        rule(
            "prediabetes",
            printed_in_second(Fact::Hba1c, AtLeast, 42.0),
            A::Prediabetes.set(),
            Original,
            BANDS,
        )
        .flags(&[HBA1C_UNRELIABLE])
        .note("Called non-diabetic hyperglycaemia."),
        rule(
            "prediabetes-after-gestational-diabetes",
            all(&[
                person(Person::FEMALE),
                yes(Fact::GestationalDiabetesBefore),
                printed_in_second(Fact::Hba1c, AtLeast, 39.0),
            ]),
            A::Prediabetes.set(),
            Original,
            AFTER,
        )
        .flags(&[HBA1C_UNRELIABLE])
        .note("At high risk of diabetes after gestational diabetes."),
        rule("normal", Condition::Always, A::Normal.set(), Original, BANDS).flags(&[HBA1C_UNRELIABLE]),
    ],
};
