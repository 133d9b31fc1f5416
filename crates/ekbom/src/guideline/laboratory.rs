//! The laboratory's own limits, where its report gives them.
//!
//! Limits do not transfer between analysers, so a laboratory that prints its own is a position of its own.

use super::shared::{CHILD, PREGNANT};
use super::shared_b12::{NITROUS_OXIDE, REPLACEMENT, SHIFTS};
use crate::condition::{Condition, against_own_limits, all, any, not, own_limits_given};
use crate::fact::{Band, Fact};
use crate::question::B12FirstLine as A;
use crate::source::Verification::Derived;
use crate::table::{Cite, Guideline, TableData, cite, rule};

pub(super) const LABORATORY: Guideline = Guideline::new("laboratory", "The laboratory's own limits");

const OWN: &[Cite] = &[
    cite("CESANA2025", "thresholds are not applicable to all assays"),
    cite("ANDERSEN2023", "reference intervals by analyser"),
];

const TOTAL_COUNTS: Condition = all(&[not(&PREGNANT), own_limits_given(Fact::B12Total)]);
const ACTIVE_COUNTS: Condition = all(&[not(&TOTAL_COUNTS), own_limits_given(Fact::Holotc)]);

/// The marker that counts lies in this band of its own laboratory.
macro_rules! counts_as {
    ($band:expr) => {
        any(&[
            all(&[TOTAL_COUNTS, against_own_limits(Fact::B12Total, $band)]),
            all(&[ACTIVE_COUNTS, against_own_limits(Fact::Holotc, $band)]),
        ])
    };
}

/// `b12.first_line`
pub(super) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &LABORATORY,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, OWN),
        REPLACEMENT,
        NITROUS_OXIDE,
        rule("no-own-limits", not(&any(&[TOTAL_COUNTS, ACTIVE_COUNTS])), A::NotAddressed.set(), Derived, OWN)
            .note("In pregnancy only active B12 counts."),
        rule("below-own-limit", counts_as!(Band::Low), A::Deficient.set(), Derived, OWN).flags(SHIFTS),
        rule("in-own-grey-zone", counts_as!(Band::Grey), A::Indeterminate.set(), Derived, OWN).flags(SHIFTS),
        rule("above", Condition::Always, A::Unlikely.set(), Derived, OWN).flags(SHIFTS),
    ],
};
