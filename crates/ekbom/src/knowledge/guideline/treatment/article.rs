//! The founding article on dopamine agonists: a superseded position, kept so that it shows beside the guidelines.
//!
//! It says that they are effective whatever the cause. That is a claim of effect, not a recommendation, and never a
//! dose.

use super::shared::{PREGNANCY, REST, SUPERSEDED, grade};
use crate::knowledge::guideline::article::ARTICLE;
use crate::knowledge::guideline::shared::CHILD;
use crate::knowledge::question::{Treatment, TreatmentPosition};
use crate::logic::authoring::{Cite, TableData, cite, rule};
use crate::source::Verification::Derived;

const DOPAMINE_AGONISTS: &[Cite] = &[
    cite("ARTICLE", "Treatment Implications"),
    cite("BRAINNERVE2009", "abstract: usually effective in primary and secondary restless legs"),
];

macro_rules! dopamine_agonists {
    ($($table:ident = $treatment:ident;)+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &ARTICLE,
            rules: &[
                rule("child", CHILD, TreatmentPosition::NotAddressed.set(), Derived, DOPAMINE_AGONISTS),
                rule("adult", REST, TreatmentPosition::ForConditional.set(), Derived, DOPAMINE_AGONISTS)
                    .flags(&[SUPERSEDED, PREGNANCY])
                    .grades(&[grade(Treatment::$treatment, "", "")])
                    .note("A claim of effect, read as a conditional recommendation. The higher dose that it adds \
                           for uraemia is contradicted by AUG2016 (the lowest dose) and is not used."),
            ],
        };
    )+};
}

dopamine_agonists! {
    PRAMIPEXOLE = Pramipexole;
    ROTIGOTINE = Rotigotine;
    ROPINIROLE = Ropinirole;
}
