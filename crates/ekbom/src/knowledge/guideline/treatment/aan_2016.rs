//! American Academy of Neurology 2016: levels A, B, C and U. The recommendations were read word for word, as the
//! National Guideline Clearinghouse keeps them.
//!
//! Levels become answers here: A a strong recommendation, B and C conditional ones; that mapping is ours. The medicines
//! are for moderate to severe primary restless legs: an open or other severity or cause is flagged, because neither can
//! be told from a patient already treated. Its statements on the kidney are on end-stage disease on haemodialysis, and on
//! nothing else. Level U, too little evidence to support or refute, is an answer of its own and takes no side.

use super::shared::{
    B12_LOWERING, FALLS, MODERATE_TO_SEVERE_ONLY, NON_DRUG, OPIOID_COMBINATION, PREGNANCY, PRIMARY_ONLY,
    RENAL_DOSE, REST, VALVULOPATHY, adults, grade,
};
use crate::fact::Fact;
use crate::knowledge::guideline::aan_2016::AAN_2016;
use crate::knowledge::guideline::shared::{CHILD, ESRD};
use crate::knowledge::question::{Treatment, TreatmentPosition};
use crate::logic::authoring::{Cite, Condition, Flag, RuleData, TableData, at_most, cite, rule, yes};
use crate::source::Verification;
use crate::source::Verification::{Derived, Original};

const PRIMARY: &[Cite] = &[cite("AAN2016", "abstract: moderate to severe primary restless legs")];
const PREGABALIN_CITES: &[Cite] = &[
    cite("AAN2016", "abstract: moderate to severe primary restless legs"),
    cite("NG239-SEC", "pregabalin among the medicines that lower vitamin B12"),
];
const DEVICES: &[Cite] = &[cite("AAN2016", "non-pharmacological treatments")];
const RENAL: &[Cite] = &[cite("AAN2016", "recommendation 10: end-stage renal disease on haemodialysis")];
const LEVEL_U: &[Cite] = &[cite("AAN2016", "recommendation 7: level U")];
const RENAL_LEVEL_U: &[Cite] = &[cite("AAN2016", "end-stage renal disease on haemodialysis: level U")];

/// Dialysis of any kind is known here; the statements are on haemodialysis.
const HAEMODIALYSIS: Condition = yes(Fact::Dialysis);
const HAEMODIALYSIS_ONLY: Flag = Flag::always("haemodialysis_only");

const CHILD_SILENT: RuleData = rule(
    "child",
    CHILD,
    TreatmentPosition::NotAddressed.set(),
    Original,
    &[cite("AAN2016", "title: in adults")],
);
const ESRD_SILENT: RuleData = rule("esrd", ESRD, TreatmentPosition::NotAddressed.set(), Derived, RENAL)
    .note("Its statements on end-stage renal disease are on haemodialysis; this is not among them.");

const MEDICINE: &[Flag] = &[PRIMARY_ONLY, MODERATE_TO_SEVERE_ONLY, PREGNANCY];
const GABAPENTINOID: &[Flag] =
    &[PRIMARY_ONLY, MODERATE_TO_SEVERE_ONLY, RENAL_DOSE, FALLS, OPIOID_COMBINATION, PREGNANCY];
const GABAPENTINOID_B12: &[Flag] =
    &[PRIMARY_ONLY, MODERATE_TO_SEVERE_ONLY, RENAL_DOSE, FALLS, OPIOID_COMBINATION, B12_LOWERING, PREGNANCY];
const ERGOT: &[Flag] = &[PRIMARY_ONLY, MODERATE_TO_SEVERE_ONLY, VALVULOPATHY, PREGNANCY];
const CARBOXYMALTOSE: &[Flag] =
    &[PRIMARY_ONLY, MODERATE_TO_SEVERE_ONLY, Flag::always("iv_fcm_without_iron_limit"), PREGNANCY];

adults! { AAN_2016, CHILD_SILENT, ESRD_SILENT;
    GABAPENTIN_ENACARBIL = GabapentinEnacarbil: ForStrong, "level_a", "", Derived;
        GABAPENTINOID; PRIMARY; "";
    PREGABALIN = Pregabalin: ForConditional, "level_b", "", Derived;
        GABAPENTINOID_B12; PREGABALIN_CITES; "For periodic limb movements during sleep: level B.";
    FERRIC_CARBOXYMALTOSE = FerricCarboxymaltose: ForConditional, "level_b", "", Derived;
        CARBOXYMALTOSE; PRIMARY; "No iron limit is stated.";
    PRAMIPEXOLE = Pramipexole: ForStrong, "level_a", "", Derived;
        MEDICINE; PRIMARY; "For periodic limb movements during sleep: level B.";
    ROTIGOTINE = Rotigotine: ForStrong, "level_a", "", Derived;
        MEDICINE; PRIMARY; "For periodic limb movements during sleep: level B.";
    CABERGOLINE = Cabergoline: ForStrong, "level_a", "", Derived;
        ERGOT; PRIMARY;
        "Rarely used, for its harm to heart valves. For periodic limb movements during sleep: level B.";
    PNEUMATIC_COMPRESSION = PneumaticCompression: ForConditional, "level_b", "", Derived;
        NON_DRUG; DEVICES; "";
    NEAR_INFRARED = NearInfrared: ForConditional, "level_c", "", Derived;
        NON_DRUG; DEVICES; "";
    RTMS = Rtms: ForConditional, "level_c", "", Derived;
        NON_DRUG; DEVICES; "";
}

/// A dopaminergic medicine with a level in primary restless legs and one in end-stage renal disease.
macro_rules! primary_and_esrd {
    ($($table:ident = $treatment:ident: $level:literal; $note:literal;)+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &AAN_2016,
            rules: &[
                CHILD_SILENT,
                rule("haemodialysis", HAEMODIALYSIS, TreatmentPosition::ForConditional.set(), Derived, RENAL)
                    .flags(&[HAEMODIALYSIS_ONLY, PREGNANCY])
                    .grades(&[grade(Treatment::$treatment, "level_c", "")]),
                ESRD_SILENT,
                rule("adult", REST, TreatmentPosition::ForConditional.set(), Derived, PRIMARY)
                    .flags(MEDICINE)
                    .grades(&[grade(Treatment::$treatment, $level, "")])
                    .note($note),
            ],
        };
    )+};
}

primary_and_esrd! {
    ROPINIROLE = Ropinirole: "level_b"; "For periodic limb movements during sleep: level A.";
    LEVODOPA = Levodopa: "level_c"; "";
}

/// Only on haemodialysis.
macro_rules! haemodialysis_only {
    ($($table:ident = $treatment:ident: $level:literal, $flags:expr, $note:literal, otherwise $silent:literal;)+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &AAN_2016,
            rules: &[
                CHILD_SILENT,
                rule("haemodialysis", HAEMODIALYSIS, TreatmentPosition::ForConditional.set(), Derived, RENAL)
                    .flags($flags)
                    .grades(&[grade(Treatment::$treatment, $level, "")])
                    .note($note),
                rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, RENAL).note($silent),
            ],
        };
    )+};
}

haemodialysis_only! {
    VITAMIN_C = VitaminC: "level_b", &[HAEMODIALYSIS_ONLY, PREGNANCY],
        "With or without vitamin E.",
        otherwise "Elsewhere vitamin C is named only beside ferrous sulfate, at ferritin of 75 ng/mL or less.";
    EXERCISE = Exercise: "level_c", &[HAEMODIALYSIS_ONLY], "", otherwise "";
}

/// Too little evidence to support or refute.
macro_rules! insufficient {
    ($($table:ident = $treatment:ident $(, $before:expr)*;)+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &AAN_2016,
            rules: &[
                CHILD_SILENT,
                $($before,)*
                ESRD_SILENT,
                rule("adult", REST, TreatmentPosition::InsufficientEvidence.set(), Original, LEVEL_U)
                    .grades(&[grade(Treatment::$treatment, "level_u", "")]),
            ],
        };
    )+};
}

/// The same on haemodialysis.
const HAEMODIALYSIS_INSUFFICIENT: RuleData = rule(
    "haemodialysis",
    HAEMODIALYSIS,
    TreatmentPosition::InsufficientEvidence.set(),
    Original,
    RENAL_LEVEL_U,
)
.flags(&[HAEMODIALYSIS_ONLY]);

insufficient! {
    GABAPENTIN = Gabapentin, HAEMODIALYSIS_INSUFFICIENT;
    IRON_SUCROSE = IronSucrose;
    BUPROPION = Bupropion;
    CARBAMAZEPINE = Carbamazepine;
    CLONAZEPAM = Clonazepam;
    CLONIDINE = Clonidine;
    VALPROIC_ACID = ValproicAcid;
    VALERIAN = Valerian;
}

/// Named on haemodialysis alone.
pub(super) const IRON_DEXTRAN: TableData = TableData {
    question: Treatment::IronDextran.question(),
    guideline: &AAN_2016,
    rules: &[
        CHILD_SILENT,
        HAEMODIALYSIS_INSUFFICIENT,
        rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, RENAL_LEVEL_U),
    ],
};

const SULFATE: &[Cite] =
    &[cite("AAN2016", "abstract: ferritin of 75 or less, ferrous sulfate with vitamin C")];

pub(super) const FERROUS_SULFATE: TableData = TableData {
    question: Treatment::FerrousSulfate.question(),
    guideline: &AAN_2016,
    rules: &[
        CHILD_SILENT,
        ESRD_SILENT,
        rule(
            "stores-low",
            at_most(Fact::Ferritin, 75.0),
            TreatmentPosition::ForConditional.set(),
            Derived,
            SULFATE,
        )
        .flags(&[PREGNANCY])
        .grades(&[grade(Treatment::FerrousSulfate, "level_b", "")])
        .note("Together with vitamin C."),
        rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, SULFATE),
    ],
};

const REFRACTORY: &[Cite] =
    &[cite("AAN2016", "abstract: prolonged-release oxycodone with naloxone, refractory")];

pub(super) const OPIOIDS: TableData = TableData {
    question: Treatment::Opioids.question(),
    guideline: &AAN_2016,
    rules: &[
        CHILD_SILENT,
        ESRD_SILENT,
        rule(
            "refractory",
            yes(Fact::RlsRefractory),
            TreatmentPosition::ForConditional.set(),
            Derived,
            REFRACTORY,
        )
        .flags(&[PRIMARY_ONLY, MODERATE_TO_SEVERE_ONLY, PREGNANCY])
        .grades(&[grade(Treatment::Opioids, "level_c", "")])
        .note("Prolonged-release oxycodone with naloxone."),
        rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, REFRACTORY),
    ],
};
