//! Canadian Pharmacists Association 2023, the chapter on restless legs: what to take when symptoms are intermittent. Read
//! in a copy; that "good options" are a conditional recommendation is our mapping.

use super::shared::{PREGNANCY, REST, grade};
use crate::knowledge::guideline::irlssg_2014;
use crate::knowledge::guideline::shared::CHILD;
use crate::knowledge::question::{RlsCourse, Treatment, TreatmentPosition};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, RuleData, TableData, answers, cite, rule,
};
use crate::source::Verification::Derived;

const CPS_2023: GuidelineInfo =
    GuidelineInfo::new("cps-2023", "Canadian Pharmacists Association 2023, restless legs syndrome");

const OPTIONS: &[Cite] = &[cite("CPS2023", "levodopa, benzodiazepines or low-potency opioids, intermittent")];
const INTERMITTENT: Condition = answers(&irlssg_2014::COURSE, RlsCourse::Intermittent.set());
const CHILD_SILENT: RuleData = rule("child", CHILD, TreatmentPosition::NotAddressed.set(), Derived, OPTIONS);

macro_rules! intermittent {
    ($($table:ident = $treatment:ident: $note:expr;)+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &CPS_2023,
            rules: &[
                CHILD_SILENT,
                rule("intermittent", INTERMITTENT, TreatmentPosition::ForConditional.set(), Derived, OPTIONS)
                    .flags(&[Flag::always("as_needed_only"), PREGNANCY])
                    .grades(&[grade(Treatment::$treatment, "good_option", "")])
                    .note($note),
                rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, OPTIONS),
            ],
        };
    )+};
}

intermittent! {
    LEVODOPA = Levodopa: "";
    OPIOIDS = Opioids: "Low-potency opioids.";
    CLONAZEPAM = Clonazepam: "Benzodiazepines, named as a class.";
}
