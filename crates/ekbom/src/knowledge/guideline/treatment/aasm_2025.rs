//! American Academy of Sleep Medicine 2025: 28 recommendations on 23 interventions.
//!
//! Each recommendation has its population: adults, adults with end-stage renal disease, adults with periodic limb
//! movement disorder, children. Outside it the guideline is silent: the adults' recommendation is not lent to a child
//! or to end-stage renal disease, which dialysis or a statement makes; an eGFR below 15 alone leaves both. The text of the recommendations was read in others' accounts.

use super::shared::{
    BEYOND_TRIAL_RANGE, DOPAMINERGIC, ESRD_BY_EGFR, GABAPENTINOID, GABAPENTINOID_B12, IRON_STATUS, MEDICINE,
    NON_DRUG, PARKINSONS, PREGNANCY, REST, STANDARD_USE_ONLY, grade,
};
use crate::fact::Fact;
use crate::knowledge::guideline::aasm_2025::{AASM_2025, IRON_THERAPY};
use crate::knowledge::guideline::shared::{CHILD, EGFR_BELOW_15, ESRD_STATED};
use crate::knowledge::question::{IronTherapy, Treatment, TreatmentPosition};
use crate::logic::authoring::{
    Cite, Condition, Flag, RuleData, TableData, above, all, answers, cite, rule, yes,
};
use crate::source::Verification::{Derived, Secondary, Unverified};

const SCOPE: &[Cite] = &[cite("AASM2025", "each recommendation names its population")];
const CHILD_SILENT: RuleData = rule("child", CHILD, TreatmentPosition::NotAddressed.set(), Derived, SCOPE);
const ESRD_SILENT: RuleData =
    rule("esrd", ESRD_STATED, TreatmentPosition::NotAddressed.set(), Derived, SCOPE)
        .note("End-stage renal disease has recommendations of its own; this treatment is not among them.");

/// A recommendation, and the accounts of it that were read.
macro_rules! account {
    ($recommendation:literal, $($source:literal),+) => {
        &[cite("AASM2025", $recommendation), $(cite($source, "account of the recommendations")),+]
    };
}

/// The remark that goes with every recommendation against standard use in adults.
const SHORT_TERM: &str = "May still be used by those who value short-term relief more than long-term harm, augmentation above all.";
const STANDARD_USE: &[Flag] = &[STANDARD_USE_ONLY, PARKINSONS, PREGNANCY];

/// What is said where only the eGFR points to end-stage renal disease: the adults' answer, or the one there.
const fn by_egfr(
    adult: TreatmentPosition,
    esrd: TreatmentPosition,
    cites: &'static [Cite],
    flags: &'static [Flag],
) -> RuleData {
    rule("egfr-below-15", EGFR_BELOW_15, adult.set().or(esrd.set()), Derived, cites)
        .flags(flags)
        .note("An eGFR below 15 alone: whether this is treated, acute or chronic decides which recommendation speaks.")
}

/// These flags, and that only the eGFR speaks for end-stage renal disease.
#[expect(clippy::indexing_slicing, reason = "runs at compile time: an index out of range does not build")]
const fn and_by_egfr<const N: usize>(flags: &[Flag]) -> [Flag; N] {
    let mut all = [ESRD_BY_EGFR; N];
    let mut at = 0;
    while at < flags.len() {
        all[at + 1] = flags[at];
        at += 1;
    }
    all
}

macro_rules! and_by_egfr {
    ($flags:expr) => {
        const {
            const FLAGS: &[Flag] = $flags;
            &and_by_egfr::<{ FLAGS.len() + 1 }>(FLAGS)
        }
    };
}

/// Adults: silent for a child and in end-stage renal disease, and otherwise one answer.
macro_rules! adults {
    ($(
        $table:ident = $treatment:ident: $answer:ident, $strength:literal, $certainty:literal, $verification:ident;
        $flags:expr; $cites:expr; $note:expr;
    )+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &AASM_2025,
            rules: &[
                CHILD_SILENT,
                ESRD_SILENT,
                by_egfr(
                    TreatmentPosition::$answer,
                    TreatmentPosition::NotAddressed,
                    $cites,
                    and_by_egfr!($flags),
                ),
                rule("adult", REST, TreatmentPosition::$answer.set(), $verification, $cites)
                    .flags($flags)
                    .grades(&[grade(Treatment::$treatment, $strength, $certainty)])
                    .note($note),
            ],
        };
    )+};
}

adults! {
    GABAPENTIN_ENACARBIL = GabapentinEnacarbil: ForStrong, "strong", "moderate", Secondary;
        GABAPENTINOID; account!("adults: gabapentin enacarbil", "PRACTICEUPDATE", "DRORACLE215381", "AASM2025_TEXT"); "";
    PREGABALIN = Pregabalin: ForStrong, "strong", "moderate", Secondary;
        GABAPENTINOID_B12; PREGABALIN_CITES; "";
    DIPYRIDAMOLE = Dipyridamole: ForConditional, "conditional", "low", Secondary;
        MEDICINE; account!("adults: dipyridamole", "DRORACLE215381", "DRORACLE143514", "AASM2025_KR"); "";
    OPIOIDS = Opioids: ForConditional, "conditional", "moderate", Secondary;
        MEDICINE;
        account!("adults: extended-release oxycodone and other opioids", "DRORACLE215381", "DRORACLE143514", "AASM2025_KR"); "";
    PERONEAL_NERVE_STIMULATION = PeronealNerveStimulation: ForConditional, "conditional", "moderate", Secondary;
        NON_DRUG;
        account!("adults: bilateral high-frequency peroneal nerve stimulation", "DRORACLE215381",
            "DRORACLE143514", "AASM2025_KR"); "";
    PRAMIPEXOLE = Pramipexole: AgainstConditional, "conditional", "moderate", Secondary;
        STANDARD_USE; account!("adults: pramipexole, against standard use", "DRORACLE215381", "DRORACLE850504", "AASM2025_TEXT");
        SHORT_TERM;
    ROPINIROLE = Ropinirole: AgainstConditional, "conditional", "moderate", Unverified;
        STANDARD_USE; account!("adults: ropinirole, against standard use", "DRORACLE215381", "DRORACLE850504");
        SHORT_TERM;
    CABERGOLINE = Cabergoline: AgainstStrong, "strong", "moderate", Unverified;
        DOPAMINERGIC; account!("adults: cabergoline", "DRORACLE215381", "DRORACLE708126", "DRORACLE143514");
        "Certainty unverified. Of the direction one account says conditional, two strong.";
    BUPROPION = Bupropion: AgainstConditional, "conditional", "moderate", Unverified;
        MEDICINE; account!("adults: bupropion for restless legs", "DRORACLE215381", "DRORACLE143514");
        "Certainty unverified; the direction is from others' accounts. This is about treating restless legs, not about the choice of an antidepressant.";
    CARBAMAZEPINE = Carbamazepine: AgainstConditional, "conditional", "low", Unverified;
        MEDICINE; account!("adults: carbamazepine", "DRORACLE215381", "DRORACLE5474"); "";
    CLONAZEPAM = Clonazepam: AgainstConditional, "conditional", "very_low", Unverified;
        MEDICINE; account!("adults: clonazepam", "DRORACLE215381", "DRORACLE5474"); "";
    VALERIAN = Valerian: AgainstConditional, "conditional", "very_low", Unverified;
        MEDICINE; &[cite("AASM2025", "adults: valerian")];
        "Neither direction nor certainty was found in any account that could be read.";
}

const PREGABALIN_CITES: &[Cite] = &[
    cite("AASM2025", "adults: pregabalin"),
    cite("PRACTICEUPDATE", "account of the recommendations"),
    cite("DRORACLE215381", "account of the recommendations"),
    cite("NG239-SEC", "pregabalin among the medicines that lower vitamin B12"),
];

/// A treatment with a recommendation of its own for adults with end-stage renal disease.
macro_rules! adults_and_esrd {
    ($(
        $table:ident = $treatment:ident;
        esrd: $esrd:ident, $esrd_certainty:literal, $esrd_verification:ident, $esrd_flags:expr, $esrd_cites:expr, $esrd_note:literal;
        adult: $adult:ident, $strength:literal, $certainty:literal, $verification:ident, $flags:expr, $cites:expr, $note:expr;
    )+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &AASM_2025,
            rules: &[
                CHILD_SILENT,
                rule("esrd", ESRD_STATED, TreatmentPosition::$esrd.set(), $esrd_verification, $esrd_cites)
                    .flags($esrd_flags)
                    .grades(&[grade(Treatment::$treatment, "conditional", $esrd_certainty)])
                    .note($esrd_note),
                by_egfr(
                    TreatmentPosition::$adult,
                    TreatmentPosition::$esrd,
                    $cites,
                    and_by_egfr!($flags),
                ),
                rule("adult", REST, TreatmentPosition::$adult.set(), $verification, $cites)
                    .flags($flags)
                    .grades(&[grade(Treatment::$treatment, $strength, $certainty)])
                    .note($note),
            ],
        };
    )+};
}

const STANDARD_USE_ESRD: &[Flag] = &[STANDARD_USE_ONLY, PARKINSONS, PREGNANCY];

adults_and_esrd! {
    GABAPENTIN = Gabapentin;
        esrd: ForConditional, "very_low", Unverified, GABAPENTINOID_ESRD,
            account!("end-stage renal disease: gabapentin", "DRORACLE143514", "DRORACLE745894"), "";
        adult: ForStrong, "strong", "moderate", Secondary, GABAPENTINOID,
            account!("adults: gabapentin", "PRACTICEUPDATE", "DRORACLE215381"), "";
    LEVODOPA = Levodopa;
        esrd: AgainstConditional, "low", Unverified, STANDARD_USE_ESRD,
            account!("end-stage renal disease: levodopa, against standard use", "DRORACLE143514", "DRORACLE332439"),
            "Certainty unverified; the direction is from others' accounts.";
        adult: AgainstConditional, "conditional", "very_low", Unverified, STANDARD_USE,
            account!("adults: levodopa, against standard use", "DRORACLE215381", "DRORACLE753042"),
            SHORT_TERM;
    ROTIGOTINE = Rotigotine;
        esrd: AgainstConditional, "very_low", Unverified, STANDARD_USE_ESRD,
            account!("end-stage renal disease: rotigotine, against standard use", "DRORACLE143514", "DRORACLE332439"),
            "Certainty unverified; the direction is from others' accounts.";
        adult: AgainstConditional, "conditional", "low", Unverified, STANDARD_USE,
            account!("adults: transdermal rotigotine, against standard use", "DRORACLE215381", "DRORACLE672697"),
            SHORT_TERM;
}

const GABAPENTINOID_ESRD: &[Flag] =
    &[Flag::always("renal_dose"), Flag::always("falls"), Flag::always("opioid_combination"), PREGNANCY];

const IV_FITS: Condition = answers(&IRON_THERAPY, IronTherapy::OralOrIv.set().or(IronTherapy::IvOnly.set()));
const ORAL_FITS: Condition = answers(&IRON_THERAPY, IronTherapy::OralOrIv.set().or(IronTherapy::Oral.set()));
const IV_FLAGS: &[Flag] = &[
    IRON_STATUS,
    BEYOND_TRIAL_RANGE,
    Flag::when("literal_or_above_100", above(Fact::Ferritin, 100.0)),
    PREGNANCY,
];
const ORAL_FLAGS: &[Flag] = &[
    IRON_STATUS,
    BEYOND_TRIAL_RANGE,
    Flag::when("oral_poorly_absorbed", above(Fact::Ferritin, 75.0)),
    PREGNANCY,
];

/// Intravenous iron for adults whose iron status is appropriate: the same guideline's iron table says when that is.
macro_rules! intravenous_iron {
    ($($table:ident = $treatment:ident: $answer:ident, $strength:literal, $certainty:literal, $verification:ident; $cites:expr;)+) => {$(
        pub(super) const $table: TableData = TableData {
            question: Treatment::$treatment.question(),
            guideline: &AASM_2025,
            rules: &[
                CHILD_SILENT,
                ESRD_SILENT,
                rule("iron-status-appropriate", IV_FITS, TreatmentPosition::$answer.set(), $verification, $cites)
                    .flags(IV_FLAGS)
                    .grades(&[grade(Treatment::$treatment, $strength, $certainty)]),
                rule("iron-status-other", REST, TreatmentPosition::NotAddressed.set(), Derived, $cites)
                    .flags(&[IRON_STATUS])
                    .note("The recommendation is for appropriate iron status, where the iron table has iron into a vein."),
            ],
        };
    )+};
}

intravenous_iron! {
    FERRIC_CARBOXYMALTOSE = FerricCarboxymaltose: ForStrong, "strong", "moderate", Secondary;
        account!("adults with appropriate iron status: ferric carboxymaltose", "PRACTICEUPDATE", "DRORACLE215381", "AASM2025_KR");
    IRON_DEXTRAN = IronDextran: ForConditional, "conditional", "very_low", Unverified;
        account!("adults with appropriate iron status: iron dextran of low molecular weight",
            "DRORACLE215381", "DRORACLE143514");
    FERUMOXYTOL = Ferumoxytol: ForConditional, "conditional", "very_low", Unverified;
        account!("adults with appropriate iron status: ferumoxytol", "DRORACLE215381", "DRORACLE143514");
}

const CHILD_SULFATE: &[Cite] =
    account!("children with appropriate iron status: ferrous sulfate", "DRORACLE143514", "DRORACLE745894");
const ADULT_SULFATE: &[Cite] =
    account!("adults with appropriate iron status: ferrous sulfate", "DRORACLE215381", "DRORACLE143514");

pub(super) const FERROUS_SULFATE: TableData = TableData {
    question: Treatment::FerrousSulfate.question(),
    guideline: &AASM_2025,
    rules: &[
        // The iron table is silent under two years.
        rule(
            "child-iron-status-appropriate",
            all(&[CHILD, ORAL_FITS]),
            TreatmentPosition::ForConditional.set(),
            Unverified,
            CHILD_SULFATE,
        )
        .flags(&[IRON_STATUS, PREGNANCY])
        .grades(&[grade(Treatment::FerrousSulfate, "conditional", "very_low")]),
        rule("child-iron-status-other", CHILD, TreatmentPosition::NotAddressed.set(), Derived, CHILD_SULFATE)
            .flags(&[IRON_STATUS])
            .note("The recommendation is for appropriate iron status, from two years of age."),
        ESRD_SILENT,
        rule(
            "iron-status-appropriate",
            ORAL_FITS,
            TreatmentPosition::ForConditional.set(),
            Unverified,
            ADULT_SULFATE,
        )
        .flags(ORAL_FLAGS)
        .grades(&[grade(Treatment::FerrousSulfate, "conditional", "moderate")]),
        rule("iron-status-other", REST, TreatmentPosition::NotAddressed.set(), Derived, ADULT_SULFATE)
            .flags(&[IRON_STATUS])
            .note(
                "The recommendation is for appropriate iron status, where the iron table has iron by mouth.",
            ),
    ],
};

const SUCROSE: &[Cite] = account!(
    "end-stage renal disease, ferritin below 200 ng/mL and transferrin saturation below 20 %: iron sucrose",
    "DRORACLE143514",
    "DRORACLE745894"
);

pub(super) const IRON_SUCROSE: TableData = TableData {
    question: Treatment::IronSucrose.question(),
    guideline: &AASM_2025,
    rules: &[
        CHILD_SILENT,
        rule(
            "esrd-stores-low",
            answers(&IRON_THERAPY, IronTherapy::IvSucrose.set()),
            TreatmentPosition::ForConditional.set(),
            Unverified,
            SUCROSE,
        )
        .flags(&[ESRD_BY_EGFR, PREGNANCY])
        .grades(&[grade(Treatment::IronSucrose, "conditional", "moderate")]),
        rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, SUCROSE).note(
            "Outside end-stage renal disease with low iron there is no recommendation on iron sucrose.",
        ),
    ],
};

const VITAMIN_C_CITES: &[Cite] =
    account!("end-stage renal disease: vitamin C", "DRORACLE143514", "DRORACLE745894");

pub(super) const VITAMIN_C: TableData = TableData {
    question: Treatment::VitaminC.question(),
    guideline: &AASM_2025,
    rules: &[
        CHILD_SILENT,
        rule("esrd", ESRD_STATED, TreatmentPosition::ForConditional.set(), Unverified, VITAMIN_C_CITES)
            .flags(&[PREGNANCY])
            .grades(&[grade(Treatment::VitaminC, "conditional", "low")]),
        by_egfr(
            TreatmentPosition::ForConditional,
            TreatmentPosition::NotAddressed,
            VITAMIN_C_CITES,
            &[ESRD_BY_EGFR, PREGNANCY],
        ),
        rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, VITAMIN_C_CITES)
            .note("The recommendation is for end-stage renal disease only."),
    ],
};

const PLMD: Condition = yes(Fact::Plmd);

pub(super) const TRIAZOLAM: TableData = TableData {
    question: Treatment::Triazolam.question(),
    guideline: &AASM_2025,
    rules: &[
        CHILD_SILENT,
        ESRD_SILENT,
        rule(
            "egfr-below-15",
            all(&[EGFR_BELOW_15, PLMD]),
            TreatmentPosition::AgainstConditional.set().or(TreatmentPosition::NotAddressed.set()),
            Derived,
            SCOPE,
        )
        .flags(and_by_egfr!(MEDICINE)),
        rule(
            "plmd",
            PLMD,
            TreatmentPosition::AgainstConditional.set(),
            Unverified,
            account!(
                "periodic limb movement disorder: triazolam",
                "DRORACLE32722",
                "DRORACLE259395",
                "DRORACLE479761"
            ),
        )
        .flags(MEDICINE)
        .grades(&[grade(Treatment::Triazolam, "conditional", "very_low")]),
        rule("otherwise", REST, TreatmentPosition::NotAddressed.set(), Derived, SCOPE)
            .note("The recommendation is for periodic limb movement disorder only."),
    ],
};

pub(super) const VALPROIC_ACID: TableData = TableData {
    question: Treatment::ValproicAcid.question(),
    guideline: &AASM_2025,
    rules: &[
        CHILD_SILENT,
        ESRD_SILENT,
        by_egfr(
            TreatmentPosition::AgainstConditional,
            TreatmentPosition::NotAddressed,
            SCOPE,
            and_by_egfr!(MEDICINE),
        ),
        rule(
            "plmd",
            PLMD,
            TreatmentPosition::AgainstConditional.set(),
            Unverified,
            account!(
                "periodic limb movement disorder: valproic acid",
                "DRORACLE32722",
                "DRORACLE259395",
                "DRORACLE479761"
            ),
        )
        .flags(MEDICINE)
        .grades(&[grade(Treatment::ValproicAcid, "conditional", "very_low")]),
        rule(
            "adult",
            REST,
            TreatmentPosition::AgainstConditional.set(),
            Unverified,
            account!("adults: valproic acid", "DRORACLE215381", "DRORACLE143514"),
        )
        .flags(MEDICINE)
        .grades(&[grade(Treatment::ValproicAcid, "conditional", "low")])
        .note("Certainty unverified; the direction is from others' accounts."),
    ],
};
