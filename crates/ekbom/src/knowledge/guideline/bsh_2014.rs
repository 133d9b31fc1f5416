//! British Society for Haematology 2014: vitamin B12 and folate. The recommendations were read word for word, as the
//! National Guideline Clearinghouse keeps them.
//!
//! With a strong clinical suspicion vitamin B12 counts as deficient below 148 pmol/L (200 ng/L) or below a limit of the
//! laboratory's own; above it a second marker is measured **and** a trial of hydroxocobalamin given. What a strong
//! suspicion is, is for the clinician: here one of the six objective neurological signs. Without it only the
//! laboratory's own limits answer. For vitamin B12 NICE NG239 has taken its place; for folate nothing has.

use super::laboratory;
use super::shared::{CHILD, NEUROLOGICAL_SIGN, PREGNANT};
use super::shared_b12::{NITROUS_OXIDE_INFERRED, REPLACEMENT_INFERRED};
use super::shared_folate::{B12_EXCLUDED, BY_RED_CELLS, FOLATE_BEFORE_B12};
use crate::fact::Fact;
use crate::knowledge::question::{B12FirstLine as A, B12Treatment, FolateStatus};
use crate::logic::authoring::{
    Cite, Condition, Flag, Grade, GuidelineInfo, TableData, all, answers, cite, not, printed,
    printed_in_second, reported, rule,
};
use crate::logic::condition::Comparison::{AtMost, Below};
use crate::source::Verification::{Derived, Original, Secondary, Unverified};

pub(super) const BSH_2014: GuidelineInfo =
    GuidelineInfo::new("bsh-2014", "British Society for Haematology 2014");

const LOCAL: &[Cite] = &[cite("BSH2014", "no definitive cut-off; local reference interval")];
const CUT_OFF: &[Cite] =
    &[cite("BSH2014", "148 pmol/L (200 ng/L) or a locally derived limit, with strong suspicion (2B)")];
const TRIAL: &[Cite] = &[cite(
    "BSH2014",
    "above 148 pmol/L with strong suspicion: methylmalonic acid, homocysteine or active B12, and a trial of hydroxocobalamin (1C)",
)];

/// The society has withdrawn it for vitamin B12 in favour of NICE NG239.
const SUPERSEDED: Flag = Flag::always(super::flags::BY_NICE_NG239);

/// Total vitamin B12 was measured and counts: in pregnancy it is less reliable (1A).
const TOTAL_COUNTS: Condition = all(&[not(&PREGNANT), reported(Fact::B12Total)]);

/// `b12.first_line`
pub(super) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &BSH_2014,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, LOCAL),
        REPLACEMENT_INFERRED,
        NITROUS_OXIDE_INFERRED,
        rule(
            "below-own-limit",
            answers(&laboratory::FIRST_LINE, A::Deficient.set()),
            A::Deficient.set(),
            Derived,
            LOCAL,
        )
        .flags(&[SUPERSEDED]),
        rule(
            "above-own-limit-strong-suspicion",
            all(&[
                NEUROLOGICAL_SIGN,
                answers(&laboratory::FIRST_LINE, A::Indeterminate.set().or(A::Unlikely.set())),
            ]),
            A::Indeterminate.set(),
            Derived,
            TRIAL,
        )
        .flags(&[SUPERSEDED])
        .note("A second marker and a trial; whether a sign makes a strong suspicion is clinical judgement."),
        rule(
            "in-own-grey-zone",
            answers(&laboratory::FIRST_LINE, A::Indeterminate.set()),
            A::Indeterminate.set(),
            Derived,
            LOCAL,
        )
        .flags(&[SUPERSEDED]),
        rule(
            "above",
            answers(&laboratory::FIRST_LINE, A::Unlikely.set()),
            A::Unlikely.set(),
            Derived,
            LOCAL,
        )
        .flags(&[SUPERSEDED]),
        rule(
            "below-148-strong-suspicion",
            all(&[NEUROLOGICAL_SIGN, TOTAL_COUNTS, printed(Fact::B12Total, Below, 200.0, 148.0)]),
            A::Deficient.set(),
            Derived,
            CUT_OFF,
        )
        .flags(&[SUPERSEDED])
        .note("The laboratory gave no limit of its own; whether a sign makes a strong suspicion is clinical judgement."),
        rule(
            "above-148-strong-suspicion",
            all(&[NEUROLOGICAL_SIGN, TOTAL_COUNTS]),
            A::Indeterminate.set(),
            Derived,
            TRIAL,
        )
        .flags(&[SUPERSEDED])
        .note("A second marker and a trial; whether a sign makes a strong suspicion is clinical judgement."),
        rule("no-own-limits", Condition::Always, A::NotAddressed.set(), Derived, LOCAL),
    ],
};

const SCHEDULES: &[Cite] = &[
    cite("BSH2014", "treat by the schedules of the British National Formulary (1A)"),
    cite("BNF", "hydroxocobalamin, as quoted"),
];

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
        .flags(&[SUPERSEDED, Flag::always("treat_before_results")])
        .note("Hydroxocobalamin 1 mg on alternate days until no further improvement, then every 2 months."),
        rule(
            "deficient",
            answers(&FIRST_LINE, A::Deficient.set()),
            B12Treatment::Im.set(),
            Secondary,
            SCHEDULES,
        )
        .flags(&[SUPERSEDED])
        .note("Hydroxocobalamin 1 mg three times a week for 2 weeks, then every 2 to 3 months."),
        rule("strong-suspicion", NEUROLOGICAL_SIGN, B12Treatment::Trial.set(), Derived, TRIAL)
            .flags(&[
                SUPERSEDED,
                Flag::always("b12_discordant_clinical"),
                Flag::always("treat_before_results"),
            ])
            .grades(&[Grade { action: "b12_treat", strength: "1c", certainty: "" }])
            .note("A second marker as well; whether a sign makes a strong suspicion is clinical judgement."),
        rule(
            "indeterminate",
            answers(&FIRST_LINE, A::Indeterminate.set()),
            B12Treatment::Im.set().or(B12Treatment::NotIndicated.set()),
            Derived,
            &[cite("BSH2014", "second-line homocysteine or methylmalonic acid (2B)")],
        )
        .flags(&[SUPERSEDED])
        .note("A second-line test decides."),
        rule("otherwise", Condition::Always, B12Treatment::NotIndicated.set(), Derived, LOCAL)
            .flags(&[SUPERSEDED]),
    ],
};

const SERUM_LOW: &[Cite] =
    &[cite("BSH2014", "serum folate below 7 nmol/L (3 ug/L) is indicative of deficiency (1B)")];
const RED_CELLS: &[Cite] = &[cite(
    "BSH2014",
    "red-cell folate only once vitamin B12 deficiency is ruled out (2B); its limit of 340 nmol/L (150 ug/L) was not found",
)];
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
            "red-cell-before-b12",
            all(&[BY_RED_CELLS, not(&B12_EXCLUDED)]),
            FolateStatus::NotAddressed.set(),
            Original,
            RED_CELLS,
        )
        .note("A lack of vitamin B12 lowers red-cell folate by itself."),
        rule(
            "red-cell-low",
            all(&[BY_RED_CELLS, printed(Fact::FolateRbc, Below, 150.0, 340.0)]),
            FolateStatus::Deficient.set(),
            Unverified,
            RED_CELLS,
        )
        .flags(&[FOLATE_BEFORE_B12]),
        rule("red-cell-within", BY_RED_CELLS, FolateStatus::Sufficient.set(), Unverified, RED_CELLS),
        rule(
            "serum-low",
            printed(Fact::FolateSerum, Below, 3.0, 7.0),
            FolateStatus::Deficient.set(),
            Original,
            SERUM_LOW,
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
