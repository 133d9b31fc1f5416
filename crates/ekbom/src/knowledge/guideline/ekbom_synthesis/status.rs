//! First and second line together: a raised second marker, a positive antibody or replacement never ends in "deficiency
//! unlikely".

use super::{
    ANTIBODY, EKBOM_SYNTHESIS, FIRST_LINE, FOLATE_LOW, GOOD_FILTRATION, HCY_NORMAL, HCY_RAISED, KIDNEY,
    MARKER, MMA_LIMITS, MMA_RAISED, NITROUS_OXIDE, REPLACEMENT,
};
use crate::fact::Fact;
use crate::knowledge::guideline::shared::NEUROLOGICAL_SIGN;
use crate::knowledge::question::{B12FirstLine, B12Status as A};
use crate::logic::authoring::{
    Cite, Condition, Flag, TableData, above, all, answers, any, at_least, cite, not, reported, rule,
};
use crate::logic::question::AnswerSet;
use crate::source::Verification::Derived;

/// Deficient or the tests disagree.
const EITHER: AnswerSet = A::Deficient.set().or(A::Discordant.set());

/// The first line is indeterminate, of those whom it does not call deficient: a marker that counts is not high. Written so,
/// since the first line whole, asked in every rule, would make the table many times as large.
const INDETERMINATE: Condition = super::first_line::ONE_NOT_HIGH;
const FROM_ONE_YEAR: Condition = at_least(Fact::AgeYears, 1.0);

const DIALYSIS: &[Cite] =
    &[cite("IJNRD2013", "above 800 nmol/L with a positive smear in 60 of 103 on haemodialysis")];
const NITROUS: &[Cite] = &[
    cite("PARIS2023", "table 2: methylmalonic acid and homocysteine 80 to 90 %"),
    cite("SWART2021", "20 patients, B12 in range, homocysteine 51 umol/L"),
];
const HOMOCYSTEINE: &[Cite] = &[
    cite("PARIS2023", "homocysteine below 15 umol/L"),
    cite("BSH2014", "second-line homocysteine with suspicion and an indeterminate level (2B)"),
];
const DISAGREE: &[Cite] = &[
    cite("BSH2014", "1C: a second test and a trial of hydroxocobalamin where suspicion is strong"),
    cite("HVAS2001", "44 % of raised values fell untreated"),
    cite("SOLOMON2005", "normal metabolites in people who responded"),
];
const RENAL: &[Cite] =
    &[cite("VANLOON2018", "unadjusted methylmalonic acid over-calls deficiency in renal impairment")];
const KIDNEY_FLAGS: &[Flag] = &[Flag::always("mma_unreliable_renal")];

/// `b12.status`
pub(in crate::knowledge::guideline) const STATUS: TableData = TableData {
    question: &A::QUESTION,
    guideline: &EKBOM_SYNTHESIS,
    rules: &[
        rule(
            "b12-24-nothing-reported",
            all(&[not(&MARKER), not(&ANTIBODY)]),
            A::NotAddressed.set(),
            Derived,
            &[cite("NG239", "a single blood test can be enough, but some need further tests (1.1.2)")],
        )
        .flags(&[Flag::when("go_on_with_replacement", REPLACEMENT)]),
        rule(
            "b12-10-first-line-deficient",
            answers(&FIRST_LINE, B12FirstLine::Deficient.set()),
            A::Deficient.set(),
            Derived,
            &[cite("NG239-SEC", "total B12 180 ng/L, 133 pmol/L; active B12 25 pmol/L")],
        ),
        rule("b12-16-mma-kidney-indeterminate", all(&[MMA_RAISED, KIDNEY, INDETERMINATE]), EITHER, Derived, DIALYSIS)
            .flags(KIDNEY_FLAGS),
        rule("b12-16-mma-kidney", all(&[MMA_RAISED, KIDNEY]), A::Discordant.set(), Derived, DIALYSIS)
            .flags(KIDNEY_FLAGS)
            .note("Kidney disease alone can raise methylmalonic acid; deficiency is not ruled out."),
        rule("b12-19-nitrous-oxide-mma", all(&[NITROUS_OXIDE, MMA_RAISED]), A::Deficient.set(), Derived, NITROUS)
            .note("Functional deficiency, whatever vitamin B12 says: stop nitrous oxide."),
        rule(
            "b12-19-nitrous-oxide-hcy-folate-low",
            all(&[NITROUS_OXIDE, HCY_RAISED, FOLATE_LOW]),
            EITHER,
            Derived,
            NITROUS,
        )
        .note("Low folate raises homocysteine too."),
        rule("b12-19-nitrous-oxide-hcy", all(&[NITROUS_OXIDE, HCY_RAISED]), A::Deficient.set(), Derived, NITROUS)
            .note("Functional deficiency, whatever vitamin B12 says: stop nitrous oxide."),
        rule(
            "b12-11-12-mma-beyond-kidney",
            all(&[
                MMA_RAISED,
                FROM_ONE_YEAR,
                any(&[
                    above(Fact::MmaSerum, 1000.0),
                    all(&[above(Fact::MmaSerum, 750.0), GOOD_FILTRATION]),
                ]),
            ]),
            A::Deficient.set(),
            Derived,
            MMA_LIMITS,
        )
        .note("1000 nmol/L is our margin over what is told of reduced kidney function; no source prints it."),
        rule(
            "b12-13-mma-indeterminate",
            all(&[MMA_RAISED, INDETERMINATE, GOOD_FILTRATION]),
            A::Deficient.set(),
            Derived,
            MMA_LIMITS,
        ),
        rule("b12-14-mma-indeterminate-kidney-open", all(&[MMA_RAISED, INDETERMINATE]), EITHER, Derived, RENAL)
            .flags(KIDNEY_FLAGS),
        rule("b12-15-mma-alone", MMA_RAISED, A::Discordant.set(), Derived, DISAGREE)
            .note("The tests disagree: deficiency is not ruled out. Repeat methylmalonic acid, test antibodies, look at the kidney."),
        rule("b12-17-hcy-indeterminate", all(&[HCY_RAISED, INDETERMINATE]), EITHER, Derived, HOMOCYSTEINE)
            .note("Homocysteine also rises with low folate, low vitamin B6, hypothyroidism and kidney disease."),
        rule("b12-17-hcy-alone", HCY_RAISED, A::Discordant.set(), Derived, HOMOCYSTEINE)
            .note("Homocysteine also rises with low folate, low vitamin B6, hypothyroidism and kidney disease."),
        rule(
            "b12-20n-nitrous-oxide-sign",
            all(&[NITROUS_OXIDE, NEUROLOGICAL_SIGN, MARKER]),
            A::Discordant.set(),
            Derived,
            NITROUS,
        ),
        rule(
            "b12-08n-on-replacement",
            REPLACEMENT,
            A::NotAddressed.set(),
            Derived,
            &[cite("NG239-SEC", "monitoring: uninformative on replacement")],
        )
        .flags(&[Flag::always("go_on_with_replacement")]),
        rule(
            "b12-07-antibody",
            ANTIBODY,
            A::Discordant.set(),
            Derived,
            &[
                cite("BSH2014", "antibodies regardless of cobalamin levels (1A)"),
                cite("CARMEL2012", "antibodies: false normal in 22 to 35 %"),
            ],
        ),
        rule(
            "b12-22-second-line-missing",
            all(&[INDETERMINATE, not(&reported(Fact::MmaSerum))]),
            A::Deficient.set().or(A::DeficiencyUnlikely.set()),
            Derived,
            &[cite("BMJNG239", "consider serum methylmalonic acid where indeterminate")],
        ),
        rule(
            "b12-22n-indeterminate-sign",
            all(&[INDETERMINATE, NEUROLOGICAL_SIGN, not(&HCY_NORMAL)]),
            A::Discordant.set(),
            Derived,
            DISAGREE,
        ),
        rule(
            "b12-20-21-unlikely",
            any(&[reported(Fact::MmaSerum), answers(&FIRST_LINE, B12FirstLine::Unlikely.set())]),
            A::DeficiencyUnlikely.set(),
            Derived,
            &[cite("SOLOMON2005", "a normal methylmalonic acid does not exclude a response to treatment")],
        )
        .flags(&[Flag::when("b12_discordant_clinical", NEUROLOGICAL_SIGN)])
        .note("Methylmalonic acid is within its limit, or the first line is high and nothing spoils it."),
        rule(
            "b12-24-otherwise",
            Condition::Always,
            A::NotAddressed.set(),
            Derived,
            &[cite("NG239", "a single blood test can be enough, but some need further tests (1.1.2)")],
        ),
    ],
};
