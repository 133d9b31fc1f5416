//! Could a lack of vitamin B12 have a part in these restless legs? Vitamin B12 is never given for the legs: a deficiency
//! is treated for its own sake.

use super::{EKBOM_SYNTHESIS, MARKER, NEUROLOGICAL, STATUS};
use crate::fact::Fact;
use crate::knowledge::guideline::RLS_DIAGNOSIS;
use crate::knowledge::question::{B12Contribution as A, B12Status, RlsDiagnosis};
use crate::logic::authoring::{Cite, Condition, TableData, all, answers, any, cite, not, rule, yes};
use crate::source::Verification::Derived;

const ASSOCIATION: &[Cite] = &[
    cite("GENG2022", "odds ratio 0.97 (0.96 to 0.98) per unit of vitamin B12"),
    cite("SARMA2018", "44 patients, not controlled; the result was not read"),
];
const NEUROPATHY: &[Cite] = &[cite("SAVAGE1995", "about 40 % of the deficient have neuropsychiatric signs")];

/// A neuropathy from the deficiency that looks like restless legs.
const LOOK_ALIKE: Condition = any(&[
    yes(Fact::Paraesthesia),
    yes(Fact::Numbness),
    yes(Fact::AbnormalReflexes),
    yes(Fact::GaitDisturbance),
    yes(Fact::ImpairedPositionOrVibration),
]);
const UNLIKELY: Condition = answers(&STATUS, B12Status::DeficiencyUnlikely.set());

/// `b12.contribution`
pub(in crate::knowledge::guideline) const CONTRIBUTION: TableData = TableData {
    question: &A::QUESTION,
    guideline: &EKBOM_SYNTHESIS,
    rules: &[
        rule(
            "not-restless-legs",
            answers(RLS_DIAGNOSIS, RlsDiagnosis::NotMet.set()),
            A::NotApplicable.set(),
            Derived,
            &[cite("IRLSSG2014", "five criteria")],
        ),
        rule("not-reported", not(&MARKER), A::NotAssessed.set(), Derived, ASSOCIATION),
        // The answers of the status that are not "deficient" come first, as the status can be open between that and one other.
        rule(
            "discordant-or-silent",
            answers(&STATUS, B12Status::Discordant.set().or(B12Status::NotAddressed.set())),
            A::Possible.set(),
            Derived,
            ASSOCIATION,
        )
        .note("The deficiency itself must be settled, whatever the legs."),
        rule(
            "deficiency-unlikely-neurological",
            all(&[NEUROLOGICAL, UNLIKELY]),
            A::Possible.set(),
            Derived,
            ASSOCIATION,
        )
        .note("The deficiency itself must be settled, whatever the legs."),
        rule(
            "deficiency-unlikely",
            all(&[not(&NEUROLOGICAL), UNLIKELY]),
            A::Unlikely.set(),
            Derived,
            ASSOCIATION,
        ),
        rule("deficient-look-alike", LOOK_ALIKE, A::LookAlike.set(), Derived, NEUROPATHY)
            .note("Examine: neuropathy and restless legs may both be there."),
        rule("deficient", Condition::Always, A::Plausible.set(), Derived, ASSOCIATION).note(
            "Whether the legs improve is not known; the evidence is very low: no controlled trial was found.",
        ),
    ],
};
