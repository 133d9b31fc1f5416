//! DSM-5: frequency, duration and consequence. From memory, not read.

use super::shared::{MUCH_DISTRESS, UNDER_TWO};
use crate::fact::{Distress, Fact};
use crate::knowledge::question::RlsRelevance as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, any, at_least, cite, is, rule, yes,
};
use crate::source::Verification::{Derived, Secondary};

pub(super) const DSM_5: GuidelineInfo =
    GuidelineInfo::new("dsm-5", "Diagnostic and Statistical Manual of Mental Disorders, fifth edition");

const CRITERIA: &[Cite] = &[cite("DSM5", "frequency, duration, distress or impairment")];

const ANY_DISTRESS: Condition = any(&[is(Fact::Distress, Distress::Mild.only()), MUCH_DISTRESS]);

/// `rls.relevance`
pub(super) const RELEVANCE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &DSM_5,
    rules: &[
        rule("under-two", UNDER_TWO, A::NotAddressed.set(), Derived, CRITERIA),
        rule(
            "three-times-a-week-three-months",
            all(&[
                at_least(Fact::TimesPerWeek, 3.0),
                at_least(Fact::DurationMonths, 3.0),
                any(&[ANY_DISTRESS, yes(Fact::Impairment)]),
            ]),
            A::Relevant.set(),
            Secondary,
            CRITERIA,
        )
        .flags(&[Flag::unless("distress_level_unspecified", any(&[MUCH_DISTRESS, yes(Fact::Impairment)]))]),
        rule("otherwise", Condition::Always, A::NotRelevant.set(), Secondary, CRITERIA),
    ],
};
