//! British Society for Haematology 2014: no definitive cut-off, so only the laboratory's own limits answer.

use super::laboratory;
use crate::condition::{Condition, answers};
use crate::question::B12FirstLine as A;
use crate::source::Verification::{Derived, Original};
use crate::table::{Cite, Guideline, TableData, cite, rule};

pub(super) const BSH_2014: Guideline = Guideline::new("bsh-2014", "British Society for Haematology 2014");

const LOCAL: &[Cite] = &[cite("BSH2014", "no definitive cut-off; local reference interval")];

/// `b12.first_line`
pub(super) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &BSH_2014,
    rules: &[
        rule(
            "no-own-limits",
            answers(&laboratory::FIRST_LINE, A::NotAddressed.set()),
            A::NotAddressed.set(),
            Derived,
            LOCAL,
        ),
        rule(
            "below-own-limit",
            answers(&laboratory::FIRST_LINE, A::Deficient.set()),
            A::Deficient.set(),
            Original,
            LOCAL,
        ),
        rule(
            "in-own-grey-zone",
            answers(&laboratory::FIRST_LINE, A::Indeterminate.set()),
            A::Indeterminate.set(),
            Derived,
            LOCAL,
        ),
        rule("above", Condition::Always, A::Unlikely.set(), Derived, LOCAL),
    ],
};
