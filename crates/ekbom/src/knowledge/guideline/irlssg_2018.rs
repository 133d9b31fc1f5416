//! International Restless Legs Syndrome Study Group 2018, iron task force.
//!
//! Transferrin saturation is a ceiling here (< 45 %), not a second way to qualify.

use super::shared::{CHILD, UNDER_TWO};
use crate::fact::Fact;
use crate::knowledge::question::IronTherapy as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, Grade, GuidelineInfo, TableData, all, at_least, at_most, below, cite, rule,
};
use crate::source::Verification::{Derived, Secondary, Unverified};

pub(super) const IRLSSG_2018: GuidelineInfo = GuidelineInfo::new(
    "irlssg-2018",
    "International Restless Legs Syndrome Study Group, iron task force 2018",
);

const CONSENSUS: &[Cite] = &[
    cite("IRLSSGIRON2018", "consensus algorithm"),
    cite("JSDM_LETTER", "quotes the consensus"),
    cite("BMJBP", "account of it: saturation below 45 %"),
];
const CHILDREN: &[Cite] = &[cite("IRLSSGIRON2018", "children")];
const CONSENSUS_GRADES: &[Grade] = &[
    Grade { action: "oral_iron", strength: "consensus", certainty: "" },
    Grade { action: "iv_iron", strength: "consensus", certainty: "" },
];
const AT_45: Flag = Flag::when("boundary_unspecified", at_most(Fact::Tsat, 45.0));

/// `iron.therapy`
pub(super) const IRON_THERAPY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &IRLSSG_2018,
    rules: &[
        rule("under-two", UNDER_TWO, A::NotAddressed.set(), Derived, CHILDREN),
        rule(
            "child-saturation-ceiling",
            all(&[CHILD, at_least(Fact::Tsat, 45.0)]),
            A::NotIndicated.set(),
            Unverified,
            CHILDREN,
        ),
        rule("child-stores-low", all(&[CHILD, below(Fact::Ferritin, 50.0)]), A::OralOrIv.set(), Unverified, CHILDREN)
            .flags(&[Flag::always("check_product_licence_age")])
            .grades(CONSENSUS_GRADES),
        rule("child-otherwise", CHILD, A::NotIndicated.set(), Unverified, CHILDREN)
            .note("A secondary table says that ferritin 50 to 75 ng/mL may be considered."),
        rule("saturation-ceiling", at_least(Fact::Tsat, 45.0), A::NotIndicated.set(), Secondary, CONSENSUS)
            .flags(&[AT_45]),
        rule("stores-low", at_most(Fact::Ferritin, 75.0), A::OralOrIv.set(), Secondary, CONSENSUS)
            .grades(CONSENSUS_GRADES),
        rule("stores-intermediate", at_most(Fact::Ferritin, 100.0), A::IvOnly.set(), Secondary, CONSENSUS)
            .grades(CONSENSUS_GRADES)
            .note("100 ng/mL is the consensus limit for a first intravenous treatment."),
        rule("otherwise", Condition::Always, A::NotIndicated.set(), Derived, CONSENSUS)
            .flags(&[Flag::when(
                "evidence_to_300",
                all(&[below(Fact::Ferritin, 300.0), below(Fact::Tsat, 45.0)]),
            )])
            .note("The evidence statement for ferric carboxymaltose reaches to ferritin below 300 ng/mL with saturation below 45 %."),
    ],
};
