//! KDIGO 2026: anaemia in chronic kidney disease. Its limits are those at which iron is started; that they stand for
//! deficiency here is our reading. Two accounts were read, which agree; read the original before acting on it.

use super::shared::{CHILD, KIDNEY_DISEASE};
use super::who_2024;
use crate::fact::Fact;
use crate::knowledge::question::{BloodAnaemia, IronDeficiency as A};
use crate::logic::authoring::{
    Cite, Condition, GuidelineInfo, TableData, all, answers, at_most, below, cite, not, rule, yes,
};
use crate::source::Verification::Derived;

pub(super) const KDIGO_2026: GuidelineInfo =
    GuidelineInfo::new("kdigo-2026", "KDIGO 2026, anaemia in chronic kidney disease");

const SCOPE: &[Cite] = &[cite("KDIGO2026", "title: anaemia in chronic kidney disease")];
const HAEMODIALYSIS: &[Cite] =
    &[cite("KDIGO2026", "haemodialysis: iron at ferritin of 500 or less and saturation of 30 % or less")];
const OTHERS: &[Cite] = &[cite(
    "KDIGO2026",
    "not on haemodialysis: ferritin below 100 and saturation below 40 %, or 100 to below 300 and below 25 %",
)];
const START: &str = "The limits at which iron is started, which is not a diagnosis of deficiency.";

/// `iron.deficiency`
pub(super) const IRON_DEFICIENCY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &KDIGO_2026,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, SCOPE),
        rule("no-kidney-disease", not(&KIDNEY_DISEASE), A::NotApplicable.set(), Derived, SCOPE),
        rule(
            "no-anaemia",
            answers(&who_2024::ANAEMIA, BloodAnaemia::None.set()),
            A::NotApplicable.set(),
            Derived,
            SCOPE,
        ),
        rule(
            "dialysis",
            all(&[yes(Fact::Dialysis), at_most(Fact::Ferritin, 500.0), at_most(Fact::Tsat, 30.0)]),
            A::Deficient.set(),
            Derived,
            HAEMODIALYSIS,
        )
        .note("The limits for haemodialysis at which iron is started; peritoneal dialysis has those of people not on haemodialysis."),
        rule("dialysis-otherwise", yes(Fact::Dialysis), A::NotDeficient.set(), Derived, HAEMODIALYSIS),
        rule(
            "stores-low",
            all(&[below(Fact::Ferritin, 100.0), below(Fact::Tsat, 40.0)]),
            A::Deficient.set(),
            Derived,
            OTHERS,
        )
        .note(START),
        rule(
            "saturation-low",
            all(&[below(Fact::Ferritin, 300.0), below(Fact::Tsat, 25.0)]),
            A::Deficient.set(),
            Derived,
            OTHERS,
        )
        .note(START),
        rule("otherwise", Condition::Always, A::NotDeficient.set(), Derived, OTHERS),
    ],
};
