//! World Health Organization: folate limits for populations, by their haematological effect. Each limit is printed in
//! ng/mL and in nmol/L, and a result is compared in the unit in which it was reported.

use super::shared::CHILD;
use super::shared_folate::{BOTH, BY_RED_CELLS, FOLATE_BEFORE_B12};
use crate::fact::Fact;
use crate::knowledge::question::FolateStatus as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, any, cite, not, printed, rule,
};
use crate::logic::condition::Comparison::Below;
use crate::source::Verification::{Derived, Secondary};

pub(super) const WHO_FOLATE: GuidelineInfo =
    GuidelineInfo::new("who-folate", "World Health Organization, folate concentrations");

const LIMITS: &[Cite] =
    &[cite("WHOFOLATE", "serum 3 ng/mL or 6.8 nmol/L; red cell 100 ng/mL or 226.5 nmol/L")];

const SERUM_LOW: Condition = printed(Fact::FolateSerum, Below, 3.0, 6.8);
const RED_CELL_LOW: Condition = printed(Fact::FolateRbc, Below, 100.0, 226.5);

/// `folate.status`
pub(super) const FOLATE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &WHO_FOLATE,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, LIMITS),
        rule(
            "markers-discordant",
            all(&[
                BOTH,
                any(&[all(&[SERUM_LOW, not(&RED_CELL_LOW)]), all(&[not(&SERUM_LOW), RED_CELL_LOW])]),
            ]),
            A::Deficient.set().or(A::Sufficient.set()),
            Derived,
            LIMITS,
        )
        .flags(&[Flag::always("markers_discordant"), FOLATE_BEFORE_B12]),
        rule("red-cell-low", all(&[BY_RED_CELLS, RED_CELL_LOW]), A::Deficient.set(), Secondary, LIMITS)
            .flags(&[FOLATE_BEFORE_B12]),
        rule("red-cell-within", BY_RED_CELLS, A::Sufficient.set(), Derived, LIMITS),
        rule("serum-low", SERUM_LOW, A::Deficient.set(), Secondary, LIMITS)
            .flags(&[FOLATE_BEFORE_B12])
            .note("Older papers print 317 nmol/L for red cells beside 6.8 nmol/L for serum."),
        rule("serum-within", Condition::Always, A::Sufficient.set(), Derived, LIMITS),
    ],
};
