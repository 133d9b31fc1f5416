//! American Academy of Family Physicians 2025 (Patel, McGuirk): the same limits as NICE, in pg/mL, for adults.

use super::shared::{CHILD, PREGNANT};
use super::shared_b12::{
    MMA_RAISED_KIDNEY_RULE, MMA_RAISED_RULE, MMA_WITHIN_RULE, NITROUS_OXIDE, REPLACEMENT, SHIFTS,
};
use crate::condition::{Condition, answers, at_most, below};
use crate::fact::Fact;
use crate::question::{B12FirstLine as A, B12Status};
use crate::source::Verification::{Derived, Original, Secondary};
use crate::table::{Cite, Guideline, TableData, cite, rule};

pub(super) const AAFP_2025: Guideline =
    Guideline::new("aafp-2025", "American Academy of Family Physicians, review 2025");

const BANDS: &[Cite] = &[cite("AAFP2025", "abstract: 180 and 350 pg/mL")];

/// `b12.first_line`
pub(super) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &AAFP_2025,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, BANDS),
        REPLACEMENT,
        NITROUS_OXIDE,
        rule(
            "pregnant",
            PREGNANT,
            A::NotAddressed.set(),
            Secondary,
            &[cite("NG239-SEC", "total B12 falls in pregnancy: active B12")],
        ),
        rule("total-low", below(Fact::B12Total, 180.0), A::Deficient.set(), Original, BANDS).flags(SHIFTS),
        rule("total-middle", at_most(Fact::B12Total, 350.0), A::Indeterminate.set(), Original, BANDS)
            .flags(SHIFTS),
        rule("total-high", Condition::Always, A::Unlikely.set(), Original, BANDS).flags(SHIFTS),
    ],
};

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
        MMA_RAISED_RULE,
        MMA_WITHIN_RULE,
    ],
};
