//! American Academy of Neurology 2016.

use super::shared::CHILD;
use crate::fact::Fact;
use crate::knowledge::question::IronTherapy as A;
use crate::logic::authoring::{Cite, Condition, Flag, Grade, GuidelineInfo, TableData, at_most, cite, rule};
use crate::source::Verification::{Derived, Original};

pub(super) const AAN_2016: GuidelineInfo =
    GuidelineInfo::new("aan-2016", "American Academy of Neurology 2016");

const SUMMARY: &[Cite] = &[cite("AAN2016", "abstract: ferrous sulfate with vitamin C, level B")];

/// `iron.therapy`
pub(super) const IRON_THERAPY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &AAN_2016,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Original, &[cite("AAN2016", "title: in adults")]),
        rule("stores-low", at_most(Fact::Ferritin, 75.0), A::Oral.set(), Original, SUMMARY)
            .grades(&[Grade { action: "oral_iron", strength: "level_b", certainty: "" }]),
        rule("otherwise", Condition::Always, A::NotAddressed.set(), Derived, SUMMARY)
            .flags(&[Flag::always("iv_fcm_without_iron_limit")])
            .note("Intravenous ferric carboxymaltose is level B for moderate to severe primary restless legs, with no iron limit stated."),
    ],
};
