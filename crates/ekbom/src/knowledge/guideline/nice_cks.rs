//! NICE Clinical Knowledge Summary on restless legs syndrome, as quoted in a parliamentary answer.

use super::shared::CHILD;
use crate::fact::Fact;
use crate::knowledge::question::IronTherapy as A;
use crate::logic::authoring::{Cite, Condition, GuidelineInfo, TableData, below, cite, rule, yes};
use crate::source::Verification::{Derived, Secondary};

pub(super) const NICE_CKS: GuidelineInfo =
    GuidelineInfo::new("nice-cks", "NICE Clinical Knowledge Summary, restless legs syndrome");

const QUOTED: &[Cite] = &[cite("UKPARL_CKS", "answer to written question 62816")];

/// `iron.therapy`
pub(super) const IRON_THERAPY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &NICE_CKS,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, QUOTED),
        rule("iron-deficiency-anaemia", yes(Fact::IronDeficiencyAnaemia), A::Oral.set(), Secondary, QUOTED),
        rule("stores-low", below(Fact::Ferritin, 50.0), A::Oral.set(), Secondary, QUOTED),
        rule("grey-zone", below(Fact::Ferritin, 75.0), A::GreyZone.set(), Secondary, QUOTED)
            .note("The source says \"less than 50 to 75\"."),
        rule("otherwise", Condition::Always, A::NotIndicated.set(), Derived, QUOTED),
    ],
};
