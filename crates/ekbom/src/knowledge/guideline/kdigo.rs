//! KDIGO: categories of glomerular filtration rate and of albuminuria. A category, not a diagnosis of chronic kidney
//! disease, which needs three months.

use super::shared::{CHILD, PREGNANT};
use crate::fact::Fact;
use crate::knowledge::question::{KidneyAlbuminuria, KidneyStage as A};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, all, any, at_least, at_most, cite, printed, rule, yes,
};
use crate::logic::condition::Comparison::{AtMost, Below};
use crate::source::Verification::{Derived, Original};

pub(super) const KDIGO: GuidelineInfo = GuidelineInfo::new("kdigo", "KDIGO 2024");

const CATEGORIES: &[Cite] =
    &[cite("KDIGO", "G categories"), cite("KDIGO2013T", "table reprinted with permission")];

/// Within half a unit of a limit: laboratories that report whole numbers may print the neighbouring category.
const CLOSE: Flag = Flag::when(
    "too_close_to_call",
    any(&[
        all(&[at_least(Fact::Egfr, 14.5), at_most(Fact::Egfr, 15.5)]),
        all(&[at_least(Fact::Egfr, 29.5), at_most(Fact::Egfr, 30.5)]),
        all(&[at_least(Fact::Egfr, 44.5), at_most(Fact::Egfr, 45.5)]),
        all(&[at_least(Fact::Egfr, 59.5), at_most(Fact::Egfr, 60.5)]),
        all(&[at_least(Fact::Egfr, 89.5), at_most(Fact::Egfr, 90.5)]),
    ]),
);
const FLAGS: &[Flag] = &[CLOSE, Flag::when("egfr_in_pregnancy", PREGNANT)];

/// `kidney.stage`
pub(super) const STAGE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &KDIGO,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, CATEGORIES),
        rule("dialysis", yes(Fact::Dialysis), A::G5.set(), Derived, CATEGORIES)
            .note("On dialysis creatinine does not measure filtration."),
        rule("g1", at_least(Fact::Egfr, 90.0), A::G1.set(), Original, CATEGORIES).flags(FLAGS),
        rule("g2", at_least(Fact::Egfr, 60.0), A::G2.set(), Original, CATEGORIES).flags(FLAGS),
        rule("g3a", at_least(Fact::Egfr, 45.0), A::G3a.set(), Original, CATEGORIES).flags(FLAGS),
        rule("g3b", at_least(Fact::Egfr, 30.0), A::G3b.set(), Original, CATEGORIES).flags(FLAGS),
        rule("g4", at_least(Fact::Egfr, 15.0), A::G4.set(), Original, CATEGORIES).flags(FLAGS),
        rule("g5", Condition::Always, A::G5.set(), Original, CATEGORIES).flags(FLAGS),
    ],
};

const ALBUMINURIA_CATEGORIES: &[Cite] = &[
    cite("KDIGO", "A categories: 3 and 30 mg/mmol"),
    cite("KDIGO2013T", "table reprinted with permission: 30 and 300 mg/g"),
];
const ALBUMINURIA_FLAGS: &[Flag] = &[Flag::always("single_sample")];

/// `kidney.albuminuria`
pub(super) const ALBUMINURIA: TableData = TableData {
    question: &KidneyAlbuminuria::QUESTION,
    guideline: &KDIGO,
    rules: &[
        rule("child", CHILD, KidneyAlbuminuria::NotAddressed.set(), Derived, ALBUMINURIA_CATEGORIES),
        rule(
            "a1",
            printed(Fact::Uacr, Below, 30.0, 3.0),
            KidneyAlbuminuria::A1.set(),
            Original,
            ALBUMINURIA_CATEGORIES,
        )
        .flags(ALBUMINURIA_FLAGS),
        rule(
            "a2",
            printed(Fact::Uacr, AtMost, 300.0, 30.0),
            KidneyAlbuminuria::A2.set(),
            Original,
            ALBUMINURIA_CATEGORIES,
        )
        .flags(ALBUMINURIA_FLAGS),
        rule("a3", Condition::Always, KidneyAlbuminuria::A3.set(), Original, ALBUMINURIA_CATEGORIES)
            .flags(ALBUMINURIA_FLAGS),
    ],
};
