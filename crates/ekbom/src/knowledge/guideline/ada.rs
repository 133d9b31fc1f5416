//! American Diabetes Association: bands of glycated haemoglobin. The limits are printed in per cent and in whole
//! mmol/mol, so that a number between 47 and 48 mmol/mol is in neither band.

use super::shared::CHILD;
use super::shared_glycaemia::HBA1C_UNRELIABLE;
use crate::fact::Fact;
use crate::knowledge::question::Glycaemia as A;
use crate::logic::authoring::{Cite, Condition, Flag, GuidelineInfo, TableData, cite, printed, rule};
use crate::logic::condition::Comparison::{Above, AtLeast};
use crate::source::Verification::{Derived, Original};

pub(super) const ADA: GuidelineInfo =
    GuidelineInfo::new("ada", "American Diabetes Association, Standards of Care");

const DIABETES: &[Cite] = &[cite("ADA", "table 2.2: 6.5 % (48 mmol/mol) or more")];
const PREDIABETES: &[Cite] = &[cite("ADA", "table 2.5: 5.7 to 6.4 %, 39 to 47 mmol/mol")];

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
            Original,
            DIABETES,
        )
        .flags(FLAGS),
        // In per cent nothing is left above 6.5.
        rule(
            "between-the-bands",
            printed(Fact::Hba1c, Above, 6.5, 47.0),
            A::Prediabetes.set().or(A::DiabetesRange.set()),
            Derived,
            PREDIABETES,
        )
        .flags(&[Flag::always("boundary_unspecified"), HBA1C_UNRELIABLE]),
        rule(
            "prediabetes",
            printed(Fact::Hba1c, AtLeast, 5.7, 39.0),
            A::Prediabetes.set(),
            Original,
            PREDIABETES,
        )
        .flags(FLAGS),
        rule("normal", Condition::Always, A::Normal.set(), Original, PREDIABETES).flags(FLAGS),
    ],
};
