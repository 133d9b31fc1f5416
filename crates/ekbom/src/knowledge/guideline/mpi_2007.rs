//! Max Planck Institute criteria of dopaminergic augmentation, 2007. The hours and the logic are from memory, not read.

use super::shared::UNDER_TWO;
use crate::fact::{Fact, Options};
use crate::knowledge::question::RlsAugmentation as A;
use crate::logic::authoring::{
    Cite, Condition, GuidelineInfo, TableData, all, any, at_least, below, cite, is, rule, yes,
};
use crate::source::Verification::Unverified;

pub(super) const MPI_2007: GuidelineInfo =
    GuidelineInfo::new("mpi-2007", "Max Planck Institute criteria of augmentation 2007");

const BASIC: &[Cite] = &[cite("MPI2007", "basic features")];
const KEY: &[Cite] = &[cite("MPI2007", "key features"), cite("AUG_CONCEPT2007", "features named")];

/// `rls.augmentation`
pub(super) const AUGMENTATION: TableData = TableData {
    question: &A::QUESTION,
    guideline: &MPI_2007,
    rules: &[
        rule("under-two", UNDER_TWO, A::NotAddressed.set(), Unverified, BASIC),
        rule(
            "basic-features-missing",
            any(&[
                below(Fact::SymptomDaysLastWeek, 5.0),
                yes(Fact::ExplainedOtherwise),
                is(Fact::PreviousResponse, Options::NO),
            ]),
            A::NoAugmentation.set(),
            Unverified,
            BASIC,
        ),
        rule("four-hours-earlier", at_least(Fact::HoursEarlier, 4.0), A::Augmentation.set(), Unverified, KEY),
        rule(
            "two-hours-earlier-and-more",
            all(&[
                at_least(Fact::HoursEarlier, 2.0),
                any(&[
                    yes(Fact::ShorterLatency),
                    yes(Fact::Spread),
                    yes(Fact::GreaterIntensity),
                    yes(Fact::ShorterRelief),
                ]),
            ]),
            A::Augmentation.set(),
            Unverified,
            KEY,
        ),
        rule("paradoxical-response", yes(Fact::ParadoxicalResponse), A::Augmentation.set(), Unverified, KEY),
        rule("otherwise", Condition::Always, A::NoAugmentation.set(), Unverified, KEY),
    ],
};
