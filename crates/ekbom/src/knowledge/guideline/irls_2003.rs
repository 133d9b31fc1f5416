//! Severity bands of the International Restless Legs Syndrome Study Group rating scale. Totals only: the items are
//! copyrighted and are not part of this library.

use super::shared::UNDER_TWO;
use crate::fact::Fact;
use crate::knowledge::question::RlsSeverity as A;
use crate::logic::authoring::{Cite, Condition, GuidelineInfo, TableData, at_most, below, cite, rule};
use crate::source::Verification::{Derived, Secondary};

pub(super) const IRLS_2003: GuidelineInfo =
    GuidelineInfo::new("irls-2003", "IRLS rating scale, conventional bands");

const BANDS: &[Cite] = &[cite("IRLS2003", "the scale"), cite("ATS_IRLS", "bands")];

/// `rls.severity`
pub(super) const SEVERITY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &IRLS_2003,
    rules: &[
        rule("under-two", UNDER_TWO, A::NotAddressed.set(), Derived, BANDS),
        rule("none", below(Fact::IrlsTotal, 1.0), A::None.set(), Secondary, BANDS),
        rule("mild", at_most(Fact::IrlsTotal, 10.0), A::Mild.set(), Secondary, BANDS),
        rule("moderate", at_most(Fact::IrlsTotal, 20.0), A::Moderate.set(), Secondary, BANDS),
        rule("severe", at_most(Fact::IrlsTotal, 30.0), A::Severe.set(), Secondary, BANDS),
        rule("very-severe", Condition::Always, A::VerySevere.set(), Secondary, BANDS),
    ],
};
