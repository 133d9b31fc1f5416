//! The founding article: what a machine-written question-and-answer page says, kept beside the guidelines so that
//! each of its statements can be held against them. Not an authority.

use super::shared::{CHILD, UNDER_TWO};
use crate::fact::{Fact, Options};
use crate::knowledge::question::{B12WhomToTest, IronTherapy as A, RlsOnsetPattern};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, any, at_least, at_most, below, cite, is, rule, yes,
};
use crate::source::Verification::{Derived, Secondary, Unverified};

pub(super) const ARTICLE: GuidelineInfo =
    GuidelineInfo::new("article", "Founding article (machine-written page)");

const IRON: &[Cite] = &[cite("ARTICLE", "Iron Deficiency Remains Primary Nutritional Cause")];
const SCREENING: &[Cite] = &[cite("ARTICLE", "Clinical Context and Screening")];

/// `iron.therapy`
pub(super) const IRON_THERAPY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &ARTICLE,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, IRON),
        rule(
            "stores-or-saturation-low",
            any(&[at_most(Fact::Ferritin, 75.0), below(Fact::Tsat, 20.0)]),
            A::OralOrIv.set(),
            Secondary,
            IRON,
        )
        .note(
            "Ferritin below 50 ng/mL is called consistent with restless legs: a remark, never a criterion.",
        ),
        rule("otherwise", Condition::Always, A::NotIndicated.set(), Derived, IRON),
    ],
};

/// `b12.whom_to_test`
pub(super) const WHOM_TO_TEST: TableData = TableData {
    question: &B12WhomToTest::QUESTION,
    guideline: &ARTICLE,
    rules: &[
        rule("child", CHILD, B12WhomToTest::NotAddressed.set(), Derived, SCREENING),
        rule(
            "gastrointestinal-disorder",
            any(&[
                yes(Fact::Crohn),
                yes(Fact::UlcerativeColitis),
                yes(Fact::Coeliac),
                yes(Fact::Gastrectomy),
                yes(Fact::BariatricSurgery),
                yes(Fact::IlealResection),
                yes(Fact::AutoimmuneGastritis),
                yes(Fact::PancreaticInsufficiency),
            ]),
            B12WhomToTest::Test.set(),
            Secondary,
            SCREENING,
        ),
        rule(
            "restless-legs-work-up",
            yes(Fact::UrgeToMove),
            B12WhomToTest::Test.set(),
            Derived,
            &[cite("ARTICLE", "Practical Diagnostic Approach")],
        )
        .note("The article's work-up is for restless legs; that an urge to move starts it is our reading."),
        rule("otherwise", Condition::Always, B12WhomToTest::NotPrompted.set(), Derived, SCREENING),
    ],
};

/// `rls.onset_pattern`
pub(super) const ONSET_PATTERN: TableData = TableData {
    question: &RlsOnsetPattern::QUESTION,
    guideline: &ARTICLE,
    rules: &[
        rule("under-two", UNDER_TWO, RlsOnsetPattern::NotAddressed.set(), Derived, SCREENING),
        rule(
            "fifth-to-seventh-decade",
            all(&[
                at_least(Fact::OnsetAgeYears, 40.0),
                below(Fact::OnsetAgeYears, 70.0),
                is(Fact::FamilyHistoryRls, Options::NO),
            ]),
            RlsOnsetPattern::SecondaryMoreLikely.set(),
            Unverified,
            &[
                cite("ARTICLE", "Clinical Context and Screening"),
                cite("BRAINNERVE2009", "abstract: later in life, without family history"),
            ],
        )
        .flags(&[Flag::always("onset_decades_without_source")])
        .note("The decades have no source; what was read says only later in life, without family history."),
        rule("otherwise", Condition::Always, RlsOnsetPattern::NotSuggestive.set(), Unverified, SCREENING),
    ],
};
