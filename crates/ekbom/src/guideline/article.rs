//! The founding article: what a machine-written question-and-answer page says, kept beside the guidelines so that
//! each of its statements can be held against them. Not an authority.

use super::shared::CHILD;
use crate::condition::{Condition, any, at_most, below, yes};
use crate::fact::Fact;
use crate::question::{B12WhomToTest, IronTherapy as A};
use crate::source::Verification::{Derived, Secondary};
use crate::table::{Cite, Guideline, TableData, cite, rule};

pub(super) const ARTICLE: Guideline = Guideline::new("article", "Founding article (machine-written page)");

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
            Secondary,
            &[cite("ARTICLE", "Practical Diagnostic Approach")],
        ),
        rule("otherwise", Condition::Always, B12WhomToTest::NotPrompted.set(), Derived, SCREENING),
    ],
};
