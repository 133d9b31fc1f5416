//! Usage so common that no guideline owns it.

use super::shared::{CHILD, IRON_LOW};
use crate::fact::Fact;
use crate::knowledge::question::BloodMacrocytosis as A;
use crate::logic::authoring::{Cite, Condition, Flag, GuidelineInfo, TableData, above, any, cite, rule, yes};
use crate::source::Verification::{Derived, Original};

pub(super) const COMMON: GuidelineInfo = GuidelineInfo::new("common", "Common usage");

const QI: &[Cite] = &[cite("QI2014", "mean corpuscular volume above 100 fL")];
/// Small cells hide large ones.
pub(super) const IS_MASKED: Condition = any(&[IRON_LOW, yes(Fact::Thalassaemia)]);
const MASKED: Flag = Flag::when("macrocytosis_masked", IS_MASKED);

/// `blood.macrocytosis`
pub(super) const MACROCYTOSIS: TableData = TableData {
    question: &A::QUESTION,
    guideline: &COMMON,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, QI),
        rule("large", above(Fact::Mcv, 100.0), A::Macrocytosis.set(), Original, QI),
        rule("otherwise", Condition::Always, A::None.set(), Original, QI).flags(&[MASKED]),
    ],
};
