//! Mayo Clinic and RLS Foundation 2021: an order of treatments rather than grades.
//!
//! Chronic persistent: a gabapentinoid first unless contraindicated, a dopamine agonist second. Refractory:
//! high-potency opioids. Intermittent: as needed, from memory only. Whatever it names for is read as a conditional
//! recommendation; that reading is ours.

use super::shared::{GABAPENTINOID, GABAPENTINOID_B12, MEDICINE, PREGNANCY, REST, SECOND_LINE, grade};
use crate::fact::Fact;
use crate::knowledge::guideline::irlssg_2014;
use crate::knowledge::guideline::mayo_2021::MAYO_2021;
use crate::knowledge::guideline::shared::{CHILD, ESRD};
use crate::knowledge::question::{RlsCourse, Treatment, TreatmentPosition};
use crate::logic::authoring::{Cite, Condition, Flag, RuleData, TableData, answers, cite, rule, yes};
use crate::source::Verification::{Derived, Unverified};

const ORDER: &[Cite] = &[cite("MAYO2021", "abstract: order of treatments")];
const PREGABALIN_CITES: &[Cite] = &[
    cite("MAYO2021", "abstract: order of treatments"),
    cite("NG239-SEC", "pregabalin among the medicines that lower vitamin B12"),
];
const INTERMITTENT_CITES: &[Cite] = &[cite("MAYO2021", "intermittent restless legs")];

const CHRONIC: Condition = answers(&irlssg_2014::COURSE, RlsCourse::ChronicPersistent.set());
const INTERMITTENT: Condition = answers(&irlssg_2014::COURSE, RlsCourse::Intermittent.set());

const CHILD_SILENT: RuleData = rule("child", CHILD, TreatmentPosition::NotAddressed.set(), Derived, ORDER);
const ESRD_SILENT: RuleData = rule("esrd", ESRD, TreatmentPosition::NotAddressed.set(), Derived, ORDER)
    .note("What was read does not speak of end-stage renal disease.");
const OTHERWISE: RuleData = rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, ORDER);

const FIRST: &str = "Gabapentinoids come first unless contraindicated; named as a class.";
const SECOND: &str = "Dopamine agonists come second; named as a class.";

const AGONIST: &[Flag] = &[SECOND_LINE, PREGNANCY];

/// What is said of chronic persistent restless legs.
macro_rules! chronic_persistent {
    ($($table:ident = $treatment:ident: $flags:expr; $cites:expr; $note:expr;)+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &MAYO_2021,
            rules: &[
                CHILD_SILENT,
                ESRD_SILENT,
                rule("chronic-persistent", CHRONIC, TreatmentPosition::ForConditional.set(), Derived, $cites)
                    .flags($flags)
                    .grades(&[grade(Treatment::$treatment, "consensus", "")])
                    .note($note),
                OTHERWISE,
            ],
        };
    )+};
}

chronic_persistent! {
    GABAPENTIN_ENACARBIL = GabapentinEnacarbil: GABAPENTINOID; ORDER; FIRST;
    GABAPENTIN = Gabapentin: GABAPENTINOID; ORDER; FIRST;
    PREGABALIN = Pregabalin: GABAPENTINOID_B12; PREGABALIN_CITES;
        FIRST;
    PRAMIPEXOLE = Pramipexole: AGONIST; ORDER; SECOND;
    ROTIGOTINE = Rotigotine: AGONIST; ORDER; SECOND;
    ROPINIROLE = Ropinirole: AGONIST; ORDER; SECOND;
}

pub(super) const LEVODOPA: TableData = TableData {
    question: Treatment::Levodopa.question(),
    guideline: &MAYO_2021,
    rules: &[
        CHILD_SILENT,
        ESRD_SILENT,
        rule(
            "intermittent",
            INTERMITTENT,
            TreatmentPosition::ForConditional.set(),
            Unverified,
            INTERMITTENT_CITES,
        )
        .flags(&[Flag::always("as_needed_only"), PREGNANCY])
        .grades(&[grade(Treatment::Levodopa, "consensus", "")])
        .note("Not found in any text that could be read."),
        OTHERWISE,
    ],
};

pub(super) const OPIOIDS: TableData = TableData {
    question: Treatment::Opioids.question(),
    guideline: &MAYO_2021,
    rules: &[
        CHILD_SILENT,
        ESRD_SILENT,
        rule("refractory", yes(Fact::RlsRefractory), TreatmentPosition::ForConditional.set(), Derived, ORDER)
            .flags(MEDICINE)
            .grades(&[grade(Treatment::Opioids, "consensus", "")])
            .note("High-potency opioids."),
        rule(
            "intermittent",
            INTERMITTENT,
            TreatmentPosition::ForConditional.set(),
            Unverified,
            INTERMITTENT_CITES,
        )
        .flags(&[Flag::always("as_needed_only"), PREGNANCY])
        .grades(&[grade(Treatment::Opioids, "consensus", "")])
        .note("Low-potency opioids. Not found in any text that could be read."),
        OTHERWISE,
    ],
};
