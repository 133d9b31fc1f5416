//! American Diabetes Association: bands of glycated haemoglobin. The limits are printed in per cent and in whole
//! mmol/mol, so that a number between 47 and 48 mmol/mol is in neither band.

use super::shared::CHILD;
use super::shared_glycaemia::HBA1C_UNRELIABLE;
use crate::fact::Fact;
use crate::knowledge::question::Glycaemia as A;
use crate::logic::authoring::{Cite, Condition, Flag, GuidelineInfo, TableData, cite, printed, rule};
use crate::logic::condition::Comparison::{Above, AtLeast};
use crate::source::Verification::{Derived, Unverified};

pub(super) const ADA: GuidelineInfo =
    GuidelineInfo::new("ada", "American Diabetes Association, Standards of Care");

const DIABETES: &[Cite] = &[cite("ADA", "6.5 % (as quoted by ngsp.org)")];
const PREDIABETES: &[Cite] = &[cite("ADA", "5.7 % and 39 to 47 mmol/mol")];

const FLAGS: &[Flag] = &[HBA1C_UNRELIABLE];

/// `glycaemia`
pub(super) const GLYCAEMIA: TableData = TableData {
    question: &A::QUESTION,
    guideline: &ADA,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, DIABETES),
        rule(
            "diabetes-range",
            printed(Fact::Hba1c, AtLeast, 6.5, 48.0),
            A::DiabetesRange.set(),
            Derived,
            DIABETES,
        )
        .flags(FLAGS)
        .note(
            "6.5 % was read as quoted; that the next band begins at 48 mmol/mol is inferred from 39 to 47.",
        ),
        // In per cent nothing is left above 6.5.
        rule(
            "between-the-bands",
            printed(Fact::Hba1c, Above, 6.5, 47.0),
            A::Prediabetes.set().or(A::DiabetesRange.set()),
            Unverified,
            PREDIABETES,
        )
        .flags(&[Flag::always("boundary_unspecified"), HBA1C_UNRELIABLE]),
        rule(
            "prediabetes",
            printed(Fact::Hba1c, AtLeast, 5.7, 39.0),
            A::Prediabetes.set(),
            Unverified,
            PREDIABETES,
        )
        .flags(FLAGS),
        rule("normal", Condition::Always, A::Normal.set(), Unverified, PREDIABETES).flags(FLAGS),
    ],
};
