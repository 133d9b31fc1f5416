//! What follows for treatment. Only where deficiency is unlikely is replacement not indicated; where the tests disagree
//! there is a trial.
//!
//! The status can be open between deficient and one other answer. So the rules on the others ask it and stand first, and
//! those on the deficient are what is left: each patient gets exactly what follows from the answers that are possible.

use super::{
    ANTIBODY, EKBOM_SYNTHESIS, FIRST_LINE, KIDNEY, MARKER, NITROUS_OXIDE, REPLACEMENT, STATUS, SYMPTOM,
};
use crate::fact::{B12Cause, Fact, Options};
use crate::knowledge::guideline::shared::{NEUROLOGICAL_SIGN, UNDER_TWO};
use crate::knowledge::question::{B12FirstLine, B12Status, B12Treatment as A};
use crate::logic::authoring::{
    Cite, Condition, Flag, TableData, above, all, answers, any, cite, is, not, reported, rule,
};
use crate::source::Verification::Derived;

const fn cause(options: Options) -> Condition {
    is(Fact::B12Cause, options)
}
const IRREVERSIBLE: Condition = cause(
    B12Cause::AutoimmuneGastritis
        .only()
        .or(B12Cause::TotalGastrectomy.only())
        .or(B12Cause::CompleteTerminalIlealResection.only()),
);
/// A stated cause that no vitamin B12 by mouth in ordinary amounts gets past, a level that is low or in the middle, and
/// nothing given yet.
const CANNOT_ABSORB: Condition = all(&[
    IRREVERSIBLE,
    not(&REPLACEMENT),
    answers(&FIRST_LINE, B12FirstLine::Deficient.set().or(B12FirstLine::Indeterminate.set())),
]);
const BY_NITROUS_OXIDE: Condition = any(&[NITROUS_OXIDE, cause(B12Cause::NitrousOxide.only())]);
const MALABSORBED: Condition = cause(B12Cause::OtherMalabsorption.only());
const BY_MEDICINE: Condition = cause(B12Cause::Medicine.only());

const DISCORDANT: Condition = answers(&STATUS, B12Status::Discordant.set());
/// Methylmalonic acid was not reported above 750 nmol/L, and there is no symptom by which to judge a trial.
const NOTHING_TO_JUDGE_BY: Condition =
    all(&[not(&all(&[reported(Fact::MmaSerum), above(Fact::MmaSerum, 750.0)])), not(&SYMPTOM)]);

const TREAT_NOW: &[Flag] = &[Flag::always("treat_before_results")];
const NEUROLOGY: &[Cite] = &[
    cite("NG239-SEC", "do not delay treatment with neurological features"),
    cite("BNF", "hydroxocobalamin, as quoted"),
];
const NITROUS: &[Cite] =
    &[cite("NITROUSCASES2020", "51 patients; the one treated by mouth only did not improve")];
const INFANT: &[Cite] =
    &[cite("BSH2014", "children: treat promptly reduced B12 with clinical features (1A)")];
const ROUTES: &[Cite] = &[
    cite("BMJNG239", "at least 1 mg a day by mouth in malabsorption"),
    cite("NG239-SEC", "lifelong if irreversible"),
];
const TRIAL: &[Cite] = &[
    cite("BSH2014", "1C: a second test and a trial of hydroxocobalamin where suspicion is strong"),
    cite("SOLOMON2005", "normal metabolites in people who responded"),
];

/// `b12.treatment`
pub(in crate::knowledge::guideline) const TREATMENT: TableData = TableData {
    question: &A::QUESTION,
    guideline: &EKBOM_SYNTHESIS,
    rules: &[
        rule(
            "act-01-nitrous-oxide-sign-untested",
            all(&[not(&MARKER), NITROUS_OXIDE, NEUROLOGICAL_SIGN]),
            A::ImNeurological.set(),
            Derived,
            NITROUS,
        )
        .flags(TREAT_NOW)
        .note("Nothing was measured yet: take the samples first, and do not wait for them. Stop nitrous oxide."),
        rule(
            "irreversible-cause-not-adequate-sign",
            all(&[CANNOT_ABSORB, NEUROLOGICAL_SIGN]),
            A::ImNeurological.set(),
            Derived,
            NEUROLOGY,
        )
        .flags(TREAT_NOW),
        rule("irreversible-cause-not-adequate", CANNOT_ABSORB, A::Im.set(), Derived, ROUTES)
            .note("Who cannot absorb vitamin B12 any more goes on losing it: with a level that is not clearly adequate nothing is gained by waiting for a second marker."),
        rule(
            "deficiency-unlikely",
            answers(&STATUS, B12Status::DeficiencyUnlikely.set()),
            A::NotIndicated.set(),
            Derived,
            &[cite("SOLOMON2005", "a normal methylmalonic acid does not exclude a response to treatment")],
        )
        .flags(&[Flag::when("b12_discordant_clinical", NEUROLOGICAL_SIGN)]),
        rule(
            "status-silent",
            answers(&STATUS, B12Status::NotAddressed.set()),
            A::NotAddressed.set(),
            Derived,
            &[cite("NG239", "a single blood test can be enough, but some need further tests (1.1.2)")],
        ),
        rule(
            "discordant-sign",
            all(&[NEUROLOGICAL_SIGN, DISCORDANT]),
            A::ImNeurological.set().or(A::Trial.set()),
            Derived,
            TRIAL,
        )
        .flags(TREAT_NOW),
        rule("deficient-sign", NEUROLOGICAL_SIGN, A::ImNeurological.set(), Derived, NEUROLOGY)
            .flags(TREAT_NOW)
            .note("Hydroxocobalamin 1 mg on alternate days until no further improvement, then every 2 months."),
        rule(
            "antibody",
            ANTIBODY,
            A::Im.set(),
            Derived,
            &[
                cite("BSH2014", "antibodies regardless of cobalamin levels (1A)"),
                cite("BSH2014", "oral may not be suitable at first in pernicious anaemia (2C)"),
            ],
        ),
        rule(
            "act-05-08-discordant-no-trial-yet",
            all(&[DISCORDANT, any(&[KIDNEY, NOTHING_TO_JUDGE_BY])]),
            A::NotAddressed.set(),
            Derived,
            &[
                cite("IJNRD2013", "above 800 nmol/L with a positive smear in 60 of 103 on haemodialysis"),
                cite("HVAS2001", "44 % of raised values fell untreated, 16 % rose"),
            ],
        )
        .flags(&[Flag::when("ask_the_renal_team", KIDNEY), Flag::when("repeat_first", not(&KIDNEY))])
        .note("With severe kidney disease for the renal team; without symptoms repeat methylmalonic acid first."),
        rule("act-04-discordant", DISCORDANT, A::Trial.set(), Derived, TRIAL)
            .note("Hydroxocobalamin, judged by symptoms and by methylmalonic acid after it."),
        // Whose status is open between deficient and something else comes here too, besides the rule of the other answer.
        rule("deficient-nitrous-oxide", BY_NITROUS_OXIDE, A::Im.set(), Derived, NITROUS)
            .note("Stop nitrous oxide; by mouth alone is not enough."),
        rule("deficient-under-two", UNDER_TWO, A::Im.set(), Derived, INFANT)
            .note("An infant goes to a paediatrician the same day; the dose is theirs."),
        rule("deficient-irreversible-cause", IRREVERSIBLE, A::Im.set(), Derived, ROUTES),
        rule(
            "deficient-malabsorption-or-unknown",
            MALABSORBED,
            A::Im.set().or(A::OralHighDose.set()),
            Derived,
            ROUTES,
        ),
        rule("deficient-medicine", BY_MEDICINE, A::OralHighDose.set().or(A::OralDietary.set()), Derived, ROUTES),
        rule("deficient-dietary", Condition::Always, A::OralDietary.set(), Derived, ROUTES),
    ],
};
