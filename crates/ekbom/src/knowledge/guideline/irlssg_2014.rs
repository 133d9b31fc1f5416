//! International Restless Legs Syndrome Study Group 2014: essential criteria, course specifiers and clinical significance.

use super::shared::{CHILD, MUCH_DISTRESS, UNDER_TWO};
use crate::fact::{Fact, Mimics, Options};
use crate::knowledge::question::{RlsCourse, RlsDiagnosis, RlsRelevance};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, any, at_least, below, cite, is, rule, yes,
};
use crate::source::Verification::{Derived, Original, Unverified};

pub(super) const IRLSSG_2014: GuidelineInfo = GuidelineInfo::new(
    "irlssg-2014",
    "International Restless Legs Syndrome Study Group, consensus criteria 2014",
);

const CRITERIA: &[Cite] = &[cite("IRLSSG2014", "essential diagnostic criteria"), cite("GPCPD", "criteria")];
const SPECIFIERS: &[Cite] = &[cite("IRLSSG2014", "specifiers for clinical course")];

/// `rls.diagnosis`
pub(super) const DIAGNOSIS: TableData = TableData {
    question: &RlsDiagnosis::QUESTION,
    guideline: &IRLSSG_2014,
    rules: &[
        rule("under-two", UNDER_TWO, RlsDiagnosis::NotAddressed.set(), Derived, CRITERIA),
        rule(
            "criterion-missing",
            any(&[
                is(Fact::UrgeToMove, Options::NO),
                is(Fact::WorseAtRest, Options::NO),
                is(Fact::RelievedByMovement, Options::NO),
                is(Fact::WorseInEvening, Options::NO),
            ]),
            RlsDiagnosis::NotMet.set(),
            Original,
            CRITERIA,
        ),
        rule(
            "explained-by-mimic",
            is(Fact::Mimics, Mimics::SoleExplanation.only()),
            RlsDiagnosis::NotMet.set(),
            Original,
            CRITERIA,
        ),
        rule("all-criteria", Condition::Always, RlsDiagnosis::Met.set(), Original, CRITERIA)
            .flags(&[Flag::when("mimic_coexists", is(Fact::Mimics, Mimics::Coexists.only()))])
            .note(
                "The fifth criterion asks that the symptoms are not solely explained by another condition.",
            ),
    ],
};

/// `rls.course`
pub(super) const COURSE: TableData = TableData {
    question: &RlsCourse::QUESTION,
    guideline: &IRLSSG_2014,
    rules: &[
        rule("under-two", UNDER_TWO, RlsCourse::NotAddressed.set(), Derived, SPECIFIERS),
        rule("child", CHILD, RlsCourse::NotApplicable.set(), Unverified, SPECIFIERS),
        rule("provoked", yes(Fact::ProvokedOnly), RlsCourse::NotApplicable.set(), Unverified, SPECIFIERS),
        rule(
            "under-one-year",
            below(Fact::DurationMonths, 12.0),
            RlsCourse::Unspecified.set(),
            Derived,
            SPECIFIERS,
        )
        .flags(&[Flag::always("under_one_year")]),
        rule(
            "twice-a-week",
            at_least(Fact::TimesPerWeek, 2.0),
            RlsCourse::ChronicPersistent.set(),
            Original,
            SPECIFIERS,
        ),
        rule(
            "five-events",
            all(&[below(Fact::TimesPerWeek, 2.0), at_least(Fact::LifetimeEvents, 5.0)]),
            RlsCourse::Intermittent.set(),
            Original,
            SPECIFIERS,
        ),
        rule("otherwise", Condition::Always, RlsCourse::Unspecified.set(), Original, SPECIFIERS),
    ],
};

const SIGNIFICANCE: &[Cite] = &[cite("IRLSSG2014", "specifier for clinical significance")];

/// `rls.relevance`
pub(super) const RELEVANCE: TableData = TableData {
    question: &RlsRelevance::QUESTION,
    guideline: &IRLSSG_2014,
    rules: &[
        rule("under-two", UNDER_TWO, RlsRelevance::NotAddressed.set(), Derived, SIGNIFICANCE),
        rule(
            "distress-or-impairment",
            any(&[MUCH_DISTRESS, yes(Fact::Impairment)]),
            RlsRelevance::Relevant.set(),
            Derived,
            SIGNIFICANCE,
        )
        .note("Significant distress is read as moderate or severe."),
        rule("otherwise", Condition::Always, RlsRelevance::NotRelevant.set(), Derived, SIGNIFICANCE),
    ],
};
