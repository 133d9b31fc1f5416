//! American Academy of Family Physicians 2017 (Langan, Goodbred): superseded, unverified, asked only on request.

use super::shared::CHILD;
use super::shared_b12::{NITROUS_OXIDE_INFERRED, PREGNANT_INFERRED, REPLACEMENT_INFERRED, SHIFTS};
use crate::fact::Fact;
use crate::knowledge::question::B12FirstLine as A;
use crate::logic::authoring::{Cite, Condition, GuidelineInfo, TableData, below, cite, rule};
use crate::source::Verification::Unverified;

pub(super) const AAFP_2017: GuidelineInfo =
    GuidelineInfo::on_request("aafp-2017", "American Academy of Family Physicians, review 2017 (superseded)");

const BANDS: &[Cite] = &[cite("AAFP2017", "algorithm")];

/// `b12.first_line`
pub(super) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &AAFP_2017,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Unverified, BANDS),
        REPLACEMENT_INFERRED,
        NITROUS_OXIDE_INFERRED,
        PREGNANT_INFERRED,
        rule("total-low", below(Fact::B12Total, 150.0), A::Deficient.set(), Unverified, BANDS).flags(SHIFTS),
        rule("total-middle", below(Fact::B12Total, 400.0), A::Indeterminate.set(), Unverified, BANDS)
            .flags(SHIFTS),
        rule("total-high", Condition::Always, A::Unlikely.set(), Unverified, BANDS).flags(SHIFTS),
    ],
};
