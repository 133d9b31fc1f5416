//! European Association for the Study of the Liver 2022: provisional iron overload in people who are homozygous for HFE
//! C282Y, by sex and menopause. Both limits must be exceeded.

use super::shared::CHILD;
use crate::fact::{Fact, Options, Person};
use crate::knowledge::question::IronOverload as A;
use crate::logic::authoring::{
    Cite, Condition, Grade, GuidelineInfo, TableData, above, all, any, cite, is, person, rule, yes,
};
use crate::source::Verification::{Derived, Original};

pub(super) const EASL_2022: GuidelineInfo =
    GuidelineInfo::new("easl-2022", "European Association for the Study of the Liver 2022, haemochromatosis");

const LIMITS: &[Cite] = &[cite("EASL2022", "abstract: provisional iron overload in C282Y homozygotes")];

/// Men, and women after the menopause.
const HIGHER_LIMITS: Condition = any(&[
    person(Person::Male.only()),
    all(&[person(Person::FemaleNotPregnant.only()), yes(Fact::Postmenopausal)]),
]);
const WORK_UP: &[Grade] = &[Grade { action: "haemochromatosis_workup", strength: "", certainty: "" }];

/// `iron.overload`
pub(super) const IRON_OVERLOAD: TableData = TableData {
    question: &A::QUESTION,
    guideline: &EASL_2022,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, LIMITS),
        rule(
            "not-homozygous",
            is(Fact::HfeC282yHomozygous, Options::NO),
            A::NotAddressed.set(),
            Derived,
            LIMITS,
        )
        .note("What was read gives limits for C282Y homozygotes only."),
        rule(
            "man-or-postmenopausal",
            all(&[HIGHER_LIMITS, above(Fact::Tsat, 50.0), above(Fact::Ferritin, 300.0)]),
            A::OverloadProvisional.set(),
            Original,
            LIMITS,
        )
        .grades(WORK_UP),
        rule("man-or-postmenopausal-within", HIGHER_LIMITS, A::NoOverload.set(), Derived, LIMITS),
        rule(
            "woman",
            all(&[above(Fact::Tsat, 45.0), above(Fact::Ferritin, 200.0)]),
            A::OverloadProvisional.set(),
            Original,
            LIMITS,
        )
        .grades(WORK_UP),
        rule("woman-within", Condition::Always, A::NoOverload.set(), Derived, LIMITS),
    ],
};
