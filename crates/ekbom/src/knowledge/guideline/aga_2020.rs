//! American Gastroenterological Association 2020: iron deficiency anaemia. Ferritin below 45 ng/mL in people with anaemia;
//! read in others' accounts.

use super::shared::CHILD;
use super::who_2024;
use crate::fact::Fact;
use crate::knowledge::question::{BloodAnaemia, IronDeficiency as A};
use crate::logic::authoring::{Cite, Condition, GuidelineInfo, TableData, answers, below, cite, rule};
use crate::source::Verification::{Derived, Secondary};

pub(super) const AGA_2020: GuidelineInfo =
    GuidelineInfo::new("aga-2020", "American Gastroenterological Association 2020");

const LIMIT: &[Cite] = &[cite("AGA2020", "ferritin below 45 ng/mL")];
const SCOPE: &[Cite] = &[cite("AGA2020", "title: iron deficiency anaemia")];

/// `iron.deficiency`
pub(super) const IRON_DEFICIENCY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &AGA_2020,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, SCOPE),
        rule(
            "no-anaemia",
            answers(&who_2024::ANAEMIA, BloodAnaemia::None.set()),
            A::NotApplicable.set(),
            Derived,
            SCOPE,
        ),
        rule("stores-low", below(Fact::Ferritin, 45.0), A::Deficient.set(), Secondary, LIMIT),
        rule("otherwise", Condition::Always, A::NotDeficient.set(), Derived, LIMIT),
    ],
};
