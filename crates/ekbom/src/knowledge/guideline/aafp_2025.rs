//! American Academy of Family Physicians 2025 (Patel, McGuirk): the same limits as NICE, in pg/mL, for adults.

use super::shared::{CHILD, NEUROLOGICAL_SIGN};
use super::shared_b12::{
    MMA_RAISED_KIDNEY, MMA_RAISED_KIDNEY_RULE, MMA_RAISED_RULE, MMA_WITHIN_RULE, NITROUS_OXIDE_INFERRED,
    PREGNANT_INFERRED, REPLACEMENT_INFERRED, SECOND_LINE_OPEN, SHIFTS,
};
use crate::fact::Fact;
use crate::knowledge::question::{B12FirstLine as A, B12Status, B12Treatment};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, RuleData, TableData, all, answers, at_most, below, cite, rule,
};
use crate::source::Verification::{Derived, Original};

pub(super) const AAFP_2025: GuidelineInfo =
    GuidelineInfo::new("aafp-2025", "American Academy of Family Physicians, review 2025");

const BANDS: &[Cite] = &[cite("AAFP2025", "abstract: 180 and 350 pg/mL")];

/// `b12.first_line`
pub(super) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &AAFP_2025,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, BANDS),
        REPLACEMENT_INFERRED,
        NITROUS_OXIDE_INFERRED,
        PREGNANT_INFERRED,
        rule("total-low", below(Fact::B12Total, 180.0), A::Deficient.set(), Original, BANDS).flags(SHIFTS),
        rule("total-middle", at_most(Fact::B12Total, 350.0), A::Indeterminate.set(), Original, BANDS)
            .flags(SHIFTS),
        rule("total-high", Condition::Always, A::Unlikely.set(), Original, BANDS).flags(SHIFTS),
    ],
};

const SECOND_LINE: &[Cite] = &[
    cite("AAFP2025", "abstract: methylmalonic acid diagnostic if elevated, without a number"),
    cite("MAYO-ACASM", "0.40 umol/L"),
    cite("ABILDGAARD2022", "400 nmol/L to 64 years, 460 nmol/L from 65 years"),
];

/// `b12.status`
pub(super) const STATUS: TableData = TableData {
    question: &B12Status::QUESTION,
    guideline: &AAFP_2025,
    rules: &[
        rule(
            "first-line-silent",
            answers(&FIRST_LINE, A::NotAddressed.set()),
            B12Status::NotAddressed.set(),
            Derived,
            BANDS,
        ),
        rule(
            "first-line-deficient",
            answers(&FIRST_LINE, A::Deficient.set()),
            B12Status::Deficient.set(),
            Original,
            BANDS,
        ),
        rule(
            "first-line-unlikely",
            answers(&FIRST_LINE, A::Unlikely.set()),
            B12Status::DeficiencyUnlikely.set(),
            Original,
            BANDS,
        ),
        MMA_RAISED_KIDNEY_RULE,
        RuleData { cites: SECOND_LINE, ..MMA_RAISED_RULE },
        MMA_WITHIN_RULE,
    ],
};

const ROUTE: &[Cite] = &[
    cite(
        "AAFP2025",
        "abstract: oral in most patients; intramuscular considered in severe deficiency or neurologic manifestations",
    ),
    cite("AAFP2017", "oral 1 to 2 mg a day"),
];

/// The second line stays open.
const OPEN: Condition = all(&[answers(&FIRST_LINE, A::Indeterminate.set()), MMA_RAISED_KIDNEY]);

/// `b12.treatment`
pub(super) const B12_TREATMENT: TableData = TableData {
    question: &B12Treatment::QUESTION,
    guideline: &AAFP_2025,
    rules: &[
        rule(
            "status-silent",
            answers(&STATUS, B12Status::NotAddressed.set()),
            B12Treatment::NotAddressed.set(),
            Derived,
            BANDS,
        ),
        rule(
            "status-open-neurological",
            all(&[OPEN, NEUROLOGICAL_SIGN]),
            B12Treatment::Im.set().or(B12Treatment::OralHighDose.set()).or(B12Treatment::NotIndicated.set()),
            Derived,
            SECOND_LINE_OPEN,
        )
        .flags(&[Flag::always("mma_unreliable_renal")]),
        rule(
            "status-open",
            OPEN,
            B12Treatment::OralHighDose.set().or(B12Treatment::NotIndicated.set()),
            Derived,
            SECOND_LINE_OPEN,
        )
        .flags(&[Flag::always("mma_unreliable_renal")])
        .note("Reduced kidney function may explain the methylmalonic acid."),
        rule(
            "deficient-neurological",
            all(&[answers(&STATUS, B12Status::Deficient.set()), NEUROLOGICAL_SIGN]),
            B12Treatment::Im.set().or(B12Treatment::OralHighDose.set()),
            Derived,
            ROUTE,
        )
        .note("Intramuscular is to be considered; no schedule was read."),
        rule(
            "deficient",
            answers(&STATUS, B12Status::Deficient.set()),
            B12Treatment::OralHighDose.set(),
            Derived,
            ROUTE,
        )
        .note("Oral in most patients, intramuscular to be considered if severe; the dose stands in the review of 2017."),
        rule("otherwise", Condition::Always, B12Treatment::NotIndicated.set(), Derived, BANDS).flags(&[Flag::when(
            "b12_discordant_clinical",
            NEUROLOGICAL_SIGN,
        )]),
    ],
};
