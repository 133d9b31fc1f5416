//! American Association for the Study of Liver Diseases 2011: whom to test for HFE haemochromatosis.

use super::shared::CHILD;
use crate::fact::{Band, Fact};
use crate::knowledge::question::IronOverload as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, Grade, GuidelineInfo, TableData, against_own_limits, any, at_least, cite, not,
    own_limits_given, rule,
};
use crate::source::Verification::{Derived, Original};

pub(super) const AASLD_2011: GuidelineInfo =
    GuidelineInfo::new("aasld-2011", "American Association for the Study of Liver Diseases 2011");

const TEST: &[Cite] =
    &[cite("AASLD2011", "grade 1B: saturation of 45 % or more, or ferritin above the upper limit of normal")];

/// `iron.overload`
pub(super) const IRON_OVERLOAD: TableData = TableData {
    question: &A::QUESTION,
    guideline: &AASLD_2011,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, TEST),
        rule(
            "saturation-or-ferritin-high",
            any(&[at_least(Fact::Tsat, 45.0), against_own_limits(Fact::Ferritin, Band::High)]),
            A::HfeTest.set(),
            Original,
            TEST,
        )
        .grades(&[Grade { action: "haemochromatosis_workup", strength: "grade_1b", certainty: "" }]),
        rule(
            "no-own-ferritin-limit",
            not(&own_limits_given(Fact::Ferritin)),
            A::HfeTest.set().or(A::NoOverload.set()),
            Derived,
            TEST,
        )
        .flags(&[Flag::always("ferritin_limit_not_given")])
        .note("The limit of ferritin is the laboratory's own; without it the question stays open."),
        rule("otherwise", Condition::Always, A::NoOverload.set(), Derived, TEST),
    ],
};
