//! World Health Organization 2020: ferritin. Read in others' accounts; its own table could not be read.
//!
//! Healthy: deficient below 12 ng/mL under five years, below 15 ng/mL from then on. With infection or inflammation: below
//! 30 and below 70 ng/mL. C-reactive protein above 5 mg/L is inflammation.

use super::shared::INFLAMMATION;
use crate::fact::Fact;
use crate::knowledge::question::IronDeficiency as A;
use crate::logic::authoring::{Cite, Condition, GuidelineInfo, TableData, all, any, below, cite, rule, yes};
use crate::source::Verification::{Derived, Secondary};

pub(super) const WHO_2020: GuidelineInfo =
    GuidelineInfo::new("who-2020", "World Health Organization 2020, ferritin");

const LIMITS: &[Cite] =
    &[cite("WHO2020", "ferritin: 12 and 15 ng/mL, with infection or inflammation 30 and 70 ng/mL")];

const UNDER_FIVE: Condition = below(Fact::AgeYears, 5.0);
const INFLAMED: Condition = any(&[INFLAMMATION, yes(Fact::Infection)]);

/// `iron.deficiency`
pub(super) const IRON_DEFICIENCY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &WHO_2020,
    rules: &[
        rule(
            "under-five",
            all(&[UNDER_FIVE, below(Fact::Ferritin, 12.0)]),
            A::Deficient.set(),
            Secondary,
            LIMITS,
        ),
        rule(
            "under-five-inflamed",
            all(&[UNDER_FIVE, INFLAMED, below(Fact::Ferritin, 30.0)]),
            A::Deficient.set(),
            Secondary,
            LIMITS,
        ),
        rule("under-five-otherwise", UNDER_FIVE, A::NotDeficient.set(), Derived, LIMITS),
        rule("from-five", below(Fact::Ferritin, 15.0), A::Deficient.set(), Secondary, LIMITS),
        rule(
            "from-five-inflamed",
            all(&[INFLAMED, below(Fact::Ferritin, 70.0)]),
            A::Deficient.set(),
            Secondary,
            LIMITS,
        ),
        rule("otherwise", Condition::Always, A::NotDeficient.set(), Derived, LIMITS),
    ],
};
