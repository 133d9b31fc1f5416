//! British Society for Haematology 2014: vitamin B12 has no definitive cut-off there, so only the laboratory's own limits
//! answer; strong clinical features outweigh the test. Its folate limits are from memory, not read.

use super::laboratory;
use super::shared::{CHILD, NEUROLOGICAL_SIGN};
use super::shared_folate::{BY_RED_CELLS, FOLATE_BEFORE_B12};
use crate::fact::Fact;
use crate::knowledge::question::{B12FirstLine as A, B12Treatment, FolateStatus};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, answers, cite, printed, printed_in_second, rule,
};
use crate::logic::condition::Comparison::{AtMost, Below};
use crate::source::Verification::{Derived, Secondary, Unverified};

pub(super) const BSH_2014: GuidelineInfo =
    GuidelineInfo::new("bsh-2014", "British Society for Haematology 2014");

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
            Derived,
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

const SCHEDULES: &[Cite] = &[cite("BSH2014", "treatment"), cite("BNF", "hydroxocobalamin, as quoted")];
const FEATURES: &[Cite] = &[cite("BSH2014", "summary 4: strong clinical features outweigh the test")];

/// `b12.treatment`
pub(super) const B12_TREATMENT: TableData = TableData {
    question: &B12Treatment::QUESTION,
    guideline: &BSH_2014,
    rules: &[
        rule(
            "first-line-silent",
            answers(&FIRST_LINE, A::NotAddressed.set()),
            B12Treatment::NotAddressed.set(),
            Derived,
            LOCAL,
        ),
        rule(
            "deficient-neurological",
            all(&[answers(&FIRST_LINE, A::Deficient.set()), NEUROLOGICAL_SIGN]),
            B12Treatment::ImNeurological.set(),
            Secondary,
            SCHEDULES,
        )
        .flags(&[Flag::always("treat_before_results")])
        .note("Hydroxocobalamin 1 mg on alternate days until no further improvement, then every 2 months."),
        rule(
            "deficient",
            answers(&FIRST_LINE, A::Deficient.set()),
            B12Treatment::Im.set(),
            Secondary,
            SCHEDULES,
        )
        .note("Hydroxocobalamin 1 mg three times a week for 2 weeks, then every 2 to 3 months."),
        rule(
            "discordant-neurological",
            NEUROLOGICAL_SIGN,
            B12Treatment::ImNeurological.set().or(B12Treatment::NotIndicated.set()),
            Derived,
            FEATURES,
        )
        .flags(&[Flag::always("b12_discordant_clinical"), Flag::always("treat_before_results")])
        .note("Strong clinical features are to be treated without delay; whether a sign is one is clinical judgement."),
        rule(
            "indeterminate",
            answers(&FIRST_LINE, A::Indeterminate.set()),
            B12Treatment::Im.set().or(B12Treatment::NotIndicated.set()),
            Derived,
            &[cite("BSH2014", "second-line methylmalonic acid")],
        )
        .note("A second-line test decides."),
        rule("otherwise", Condition::Always, B12Treatment::NotIndicated.set(), Derived, LOCAL),
    ],
};

const FOLATE_LIMITS: &[Cite] = &[cite(
    "BSH2014",
    "folate: serum 7 nmol/L (3 ug/L), equivocal to 10 nmol/L; red cell 340 nmol/L (150 ug/L)",
)];

/// `folate.status`: serum folate is the first-line test, so red cells count only without it.
pub(super) const FOLATE: TableData = TableData {
    question: &FolateStatus::QUESTION,
    guideline: &BSH_2014,
    rules: &[
        rule("child", CHILD, FolateStatus::NotAddressed.set(), Derived, FOLATE_LIMITS),
        rule(
            "red-cell-low",
            all(&[BY_RED_CELLS, printed(Fact::FolateRbc, Below, 150.0, 340.0)]),
            FolateStatus::Deficient.set(),
            Unverified,
            FOLATE_LIMITS,
        )
        .flags(&[FOLATE_BEFORE_B12]),
        rule("red-cell-within", BY_RED_CELLS, FolateStatus::Sufficient.set(), Unverified, FOLATE_LIMITS),
        rule(
            "serum-low",
            printed(Fact::FolateSerum, Below, 3.0, 7.0),
            FolateStatus::Deficient.set(),
            Unverified,
            FOLATE_LIMITS,
        )
        .flags(&[FOLATE_BEFORE_B12]),
        rule(
            "serum-equivocal",
            printed_in_second(Fact::FolateSerum, AtMost, 10.0),
            FolateStatus::Borderline.set(),
            Unverified,
            FOLATE_LIMITS,
        )
        .flags(&[FOLATE_BEFORE_B12]),
        rule("serum-within", Condition::Always, FolateStatus::Sufficient.set(), Unverified, FOLATE_LIMITS),
    ],
};
