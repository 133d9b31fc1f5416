//! Epidemiology: "clinically relevant" restless legs as cohort studies count it.

use super::shared::{MUCH_DISTRESS, UNDER_TWO};
use crate::fact::Fact;
use crate::knowledge::question::RlsRelevance as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, at_least, at_most, cite, rule,
};
use crate::source::Verification::{Derived, Original};

pub(super) const EPIDEMIOLOGY: GuidelineInfo =
    GuidelineInfo::new("epidemiology", "Clinical relevance as epidemiological studies define it");

const DEFINITION: &[Cite] = &[
    cite("BECKER2018", "abstract: at least twice a week with at least moderate distress"),
    cite("MAYO2021", "at least twice a week with at least moderate distress"),
];

/// `rls.relevance`
pub(super) const RELEVANCE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &EPIDEMIOLOGY,
    rules: &[
        rule("under-two", UNDER_TWO, A::NotAddressed.set(), Derived, DEFINITION),
        rule(
            "twice-a-week-and-distress",
            all(&[at_least(Fact::TimesPerWeek, 2.0), MUCH_DISTRESS]),
            A::Relevant.set(),
            Original,
            DEFINITION,
        )
        .flags(&[Flag::when("frequency_more_than_two", at_most(Fact::TimesPerWeek, 2.0))])
        .note("One author of the AASM guideline says more than twice a week (NEUROLOGYADVISOR, a secondary source)."),
        rule("otherwise", Condition::Always, A::NotRelevant.set(), Derived, DEFINITION),
    ],
};
