//! NICE NG239 (2024): vitamin B12 deficiency in over 16s.
//!
//! Total B12 decides when it was reported and the person is not pregnant; active B12 decides in pregnancy, or when
//! only it was reported. A result is compared in the unit in which it was reported: 180 ng/L and 133 pmol/L are not the
//! same limit.

use super::shared::{NEUROLOGICAL_SIGN, PREGNANT};
use super::shared_b12::{
    MMA_RAISED_KIDNEY, MMA_RAISED_KIDNEY_RULE, MMA_RAISED_RULE, MMA_WITHIN_RULE, NITROUS_OXIDE, REPLACEMENT,
    SHIFTS,
};
use crate::fact::{B12Cause, Fact, Options};
use crate::knowledge::question::{B12FirstLine as A, B12Status, B12Treatment as T, B12WhomToTest};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, RuleData, TableData, all, answers, any, at_least, at_most, below,
    cite, is, not, printed, reported, rule, yes,
};
use crate::logic::condition::Comparison::{AtMost, Below};
use crate::logic::question::AnswerSet;
use crate::source::Verification::{Derived, Original, Secondary, Unverified};

pub(super) const NICE_NG239: GuidelineInfo = GuidelineInfo::new("nice-ng239", "NICE guideline NG239 (2024)");

const BANDS: &[Cite] =
    &[cite("NG239-SEC", "total B12 180 and 350 ng/L, 133 and 258 pmol/L; active B12 25 and 70 pmol/L")];
const SCOPE: &[Cite] = &[cite("NG239", "over 16s")];
const CHILD: Condition = below(Fact::AgeYears, 16.0);

const TOTAL_LOW: Condition = printed(Fact::B12Total, Below, 180.0, 133.0);
const TOTAL_NOT_HIGH: Condition = printed(Fact::B12Total, AtMost, 350.0, 258.0);
const ACTIVE_LOW: Condition = below(Fact::Holotc, 25.0);
const ACTIVE_NOT_HIGH: Condition = at_most(Fact::Holotc, 70.0);

const TOTAL: Condition = reported(Fact::B12Total);
const ACTIVE: Condition = reported(Fact::Holotc);
/// Active B12 decides.
const BY_ACTIVE: Condition = any(&[PREGNANT, all(&[ACTIVE, not(&TOTAL)])]);
/// Both reported, and in different bands.
const DISCORDANT: Condition = all(&[
    TOTAL,
    ACTIVE,
    any(&[
        all(&[TOTAL_LOW, not(&ACTIVE_LOW)]),
        all(&[not(&TOTAL_LOW), ACTIVE_LOW]),
        all(&[TOTAL_NOT_HIGH, not(&ACTIVE_NOT_HIGH)]),
        all(&[not(&TOTAL_NOT_HIGH), ACTIVE_NOT_HIGH]),
    ]),
]);

/// `b12.first_line`
pub(super) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &NICE_NG239,
    rules: &[
        rule("under-16", CHILD, A::NotAddressed.set(), Original, SCOPE),
        REPLACEMENT,
        NITROUS_OXIDE,
        rule(
            "pregnant-total-only",
            all(&[PREGNANT, TOTAL, not(&ACTIVE)]),
            A::NotAddressed.set(),
            Secondary,
            &[cite("NG239-SEC", "active B12 in pregnancy")],
        )
        .note("Total B12 falls in pregnancy without deficiency: measure active B12."),
        rule("active-low", all(&[BY_ACTIVE, ACTIVE_LOW]), A::Deficient.set(), Secondary, BANDS),
        rule("active-middle", all(&[BY_ACTIVE, ACTIVE_NOT_HIGH]), A::Indeterminate.set(), Secondary, BANDS),
        rule("active-high", BY_ACTIVE, A::Unlikely.set(), Secondary, BANDS),
        rule("markers-discordant", DISCORDANT, A::Indeterminate.set(), Derived, BANDS).flags(&[
            Flag::always("markers_discordant"),
            Flag::when("combined_contraceptive", yes(Fact::CombinedContraceptive)),
            Flag::when("if_antibody_positive", at_least(Fact::Ifab, 1.0)),
        ]),
        rule("total-low", TOTAL_LOW, A::Deficient.set(), Secondary, BANDS).flags(SHIFTS),
        rule("total-middle", TOTAL_NOT_HIGH, A::Indeterminate.set(), Secondary, BANDS).flags(SHIFTS),
        rule("total-high", Condition::Always, A::Unlikely.set(), Secondary, BANDS).flags(SHIFTS),
    ],
};

const SILENT: &[Cite] =
    &[cite("NG239", "over 16s"), cite("NG239-SEC", "replacement, nitrous oxide, active B12 in pregnancy")];
const SECOND_LINE: &[Cite] = &[
    cite("BMJNG239", "consider serum methylmalonic acid where indeterminate"),
    cite("MAYO-ACASM", "0.40 umol/L"),
    cite("ABILDGAARD2022", "400 nmol/L to 64 years, 460 nmol/L from 65 years"),
];

/// `b12.status`
pub(super) const STATUS: TableData = TableData {
    question: &B12Status::QUESTION,
    guideline: &NICE_NG239,
    rules: &[
        rule(
            "first-line-silent",
            answers(&FIRST_LINE, A::NotAddressed.set()),
            B12Status::NotAddressed.set(),
            Derived,
            SILENT,
        ),
        rule(
            "first-line-deficient",
            answers(&FIRST_LINE, A::Deficient.set()),
            B12Status::Deficient.set(),
            Secondary,
            BANDS,
        ),
        rule(
            "first-line-unlikely",
            answers(&FIRST_LINE, A::Unlikely.set()),
            B12Status::DeficiencyUnlikely.set(),
            Secondary,
            BANDS,
        ),
        MMA_RAISED_KIDNEY_RULE,
        RuleData { cites: SECOND_LINE, ..MMA_RAISED_RULE },
        MMA_WITHIN_RULE,
    ],
};

const SYMPTOM_OR_SIGN: Condition = any(&[
    yes(Fact::Paraesthesia),
    yes(Fact::Numbness),
    yes(Fact::MuscleWeakness),
    yes(Fact::AbnormalReflexes),
    yes(Fact::GaitDisturbance),
    yes(Fact::ImpairedPositionOrVibration),
    yes(Fact::CognitiveChange),
    yes(Fact::VisualChange),
    yes(Fact::Glossitis),
    yes(Fact::Fatigue),
    yes(Fact::Depression),
]);
const RISK_FACTOR: Condition = any(&[
    yes(Fact::MedicineLowersB12),
    yes(Fact::Vegan),
    yes(Fact::Vegetarian),
    yes(Fact::NitrousOxide),
    yes(Fact::Gastrectomy),
    yes(Fact::BariatricSurgery),
    yes(Fact::IlealResection),
    yes(Fact::AbdominalRadiotherapy),
    yes(Fact::AutoimmuneGastritis),
    yes(Fact::Coeliac),
    yes(Fact::Sjogren),
    yes(Fact::Type1Diabetes),
    yes(Fact::AutoimmuneThyroid),
    yes(Fact::FamilyHistoryB12),
]);
const WHOM: &[Cite] = &[
    cite("BMJNG239", "at least one symptom or sign and at least one risk factor"),
    cite("NG239-SEC", "lists of symptoms, signs and risk factors"),
];

/// `b12.whom_to_test`
pub(super) const WHOM_TO_TEST: TableData = TableData {
    question: &B12WhomToTest::QUESTION,
    guideline: &NICE_NG239,
    rules: &[
        rule("under-16", CHILD, B12WhomToTest::NotAddressed.set(), Original, SCOPE),
        rule(
            "symptom-and-risk-factor",
            all(&[SYMPTOM_OR_SIGN, RISK_FACTOR]),
            B12WhomToTest::Test.set(),
            Secondary,
            WHOM,
        ),
        rule("otherwise", Condition::Always, B12WhomToTest::NotPrompted.set(), Derived, WHOM)
            .note("Clinical judgement still allows a test without a risk factor."),
    ],
};

const ROUTES: &[Cite] = &[cite("NG239", "treatment by cause (from memory)")];
const LIFELONG: &[Cite] =
    &[cite("NG239", "intramuscular by cause (from memory)"), cite("NG239-SEC", "lifelong if irreversible")];
const MALABSORPTION: &[Cite] = &[
    cite("BMJNG239", "at least 1 mg a day by mouth in malabsorption"),
    cite("NG239", "consider intramuscular (from memory)"),
];
const TREAT_FIRST: &[Cite] = &[cite("NG239-SEC", "do not delay treatment with neurological features")];

const fn cause(options: Options) -> Condition {
    is(Fact::B12Cause, options)
}
const IRREVERSIBLE: Condition = cause(
    B12Cause::AutoimmuneGastritis
        .only()
        .or(B12Cause::TotalGastrectomy.only())
        .or(B12Cause::CompleteTerminalIlealResection.only()),
);
const MALABSORBED: Condition = cause(B12Cause::OtherMalabsorption.only());
const BY_NITROUS_OXIDE: Condition = cause(B12Cause::NitrousOxide.only());
const BY_MEDICINE: Condition = cause(B12Cause::Medicine.only());

/// An objective sign, and the tests that would decide are not yet in: none done in spite of a risk factor, or the second
/// line still missing.
const RESULTS_AWAITED: Condition = all(&[
    NEUROLOGICAL_SIGN,
    any(&[
        all(&[not(&TOTAL), not(&ACTIVE), RISK_FACTOR]),
        all(&[answers(&FIRST_LINE, A::Indeterminate.set()), not(&reported(Fact::MmaSerum))]),
    ]),
]);

const TREAT_NOW: Flag = Flag::when("treat_before_results", NEUROLOGICAL_SIGN);
const ORAL_DIETARY_FLAGS: &[Flag] =
    &[TREAT_NOW, Flag::when("b12_dose_in_pregnancy_unverified", any(&[PREGNANT, yes(Fact::Breastfeeding)]))];

/// Methylmalonic acid is raised, and reduced kidney function may explain it.
const OPEN: Condition = all(&[answers(&FIRST_LINE, A::Indeterminate.set()), MMA_RAISED_KIDNEY]);

/// There the routes of the cause stay open, and so does no treatment.
const fn open(name: &'static str, when: Condition, routes: AnswerSet) -> RuleData {
    const FLAGS: &[Flag] = &[Flag::always("mma_unreliable_renal"), TREAT_NOW];
    const CITES: &[Cite] = &[
        cite("VANLOON2018", "unadjusted methylmalonic acid over-calls deficiency in renal impairment"),
        cite("NG239", "treatment by cause (from memory)"),
    ];
    rule(name, when, routes.or(T::NotIndicated.set()), Unverified, CITES).flags(FLAGS)
}

/// `b12.treatment`: by cause, once both lines of tests together say deficient.
pub(super) const B12_TREATMENT: TableData = TableData {
    question: &T::QUESTION,
    guideline: &NICE_NG239,
    rules: &[
        rule(
            "status-silent",
            answers(&STATUS, B12Status::NotAddressed.set()),
            T::NotAddressed.set(),
            Derived,
            SCOPE,
        ),
        rule(
            "results-awaited",
            RESULTS_AWAITED,
            T::Im.set().or(T::OralHighDose.set()).or(T::OralDietary.set()).or(T::NotIndicated.set()),
            Derived,
            TREAT_FIRST,
        )
        .flags(&[Flag::always("treat_before_results")])
        .note("Every route stays open, whatever the cause, so that one rule says it while the cause is unknown."),
        open("status-open-irreversible", all(&[OPEN, IRREVERSIBLE]), T::Im.set()),
        open(
            "status-open-malabsorption",
            all(&[OPEN, any(&[MALABSORBED, BY_NITROUS_OXIDE])]),
            T::Im.set().or(T::OralHighDose.set()),
        ),
        open(
            "status-open-medicine-neurological",
            all(&[OPEN, BY_MEDICINE, NEUROLOGICAL_SIGN]),
            T::Im.set().or(T::OralHighDose.set()).or(T::OralDietary.set()),
        ),
        open(
            "status-open-medicine",
            all(&[OPEN, BY_MEDICINE]),
            T::OralHighDose.set().or(T::OralDietary.set()),
        ),
        open(
            "status-open-dietary-neurological",
            all(&[OPEN, NEUROLOGICAL_SIGN]),
            T::Im.set().or(T::OralDietary.set()),
        ),
        open("status-open-dietary", OPEN, T::OralDietary.set()),
        rule(
            "not-deficient",
            answers(&STATUS, B12Status::DeficiencyUnlikely.set()),
            T::NotIndicated.set(),
            Derived,
            BANDS,
        )
        .flags(&[Flag::when("b12_discordant_clinical", NEUROLOGICAL_SIGN)]),
        rule("irreversible-cause", IRREVERSIBLE, T::Im.set(), Unverified, LIFELONG)
            .flags(&[TREAT_NOW])
            .note("Lifelong hydroxocobalamin."),
        rule("malabsorption", MALABSORBED, T::Im.set().or(T::OralHighDose.set()), Unverified, MALABSORPTION)
            .flags(&[TREAT_NOW])
            .note("Oral at least 1 mg a day; intramuscular is to be considered instead."),
        rule(
            "nitrous-oxide",
            BY_NITROUS_OXIDE,
            T::Im.set().or(T::OralHighDose.set()),
            Unverified,
            &[cite("NG239", "draft 1.5.8: either route by preference")],
        )
        .flags(&[TREAT_NOW]),
        rule(
            "medicine-neurological",
            all(&[BY_MEDICINE, NEUROLOGICAL_SIGN]),
            T::Im.set().or(T::OralHighDose.set()).or(T::OralDietary.set()),
            Unverified,
            ROUTES,
        )
        .flags(&[TREAT_NOW])
        .note("Intramuscular is to be considered in rapid deterioration."),
        rule("medicine", BY_MEDICINE, T::OralHighDose.set().or(T::OralDietary.set()), Unverified, ROUTES)
            .note("Oral; what was read gives no dose for this cause."),
        rule(
            "dietary-neurological",
            NEUROLOGICAL_SIGN,
            T::Im.set().or(T::OralDietary.set()),
            Unverified,
            ROUTES,
        )
        .flags(ORAL_DIETARY_FLAGS)
        .note("Intramuscular is to be considered in rapid deterioration."),
        rule("dietary", Condition::Always, T::OralDietary.set(), Unverified, ROUTES)
            .flags(ORAL_DIETARY_FLAGS)
            .note("50 to 150 ug a day is the usual dose in the United Kingdom; it was not seen in the guideline."),
    ],
};
