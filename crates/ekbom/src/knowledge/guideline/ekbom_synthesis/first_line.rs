//! The first-line test: NICE's marker and bands, or the laboratory's band where it is lower, at every age.

use super::{ACTIVE, ANTIBODY, EKBOM_SYNTHESIS, SPOILER, SPOILS, SYMPTOM, TOTAL};
use crate::fact::{Band, Fact};
use crate::knowledge::guideline::shared::PREGNANT;
use crate::knowledge::question::B12FirstLine as A;
use crate::logic::authoring::{
    Cite, Condition, Flag, TableData, against_own_limits, all, any, at_least, at_most, below, cite, not,
    printed, rule, yes,
};
use crate::logic::condition::Comparison::{AtLeast, AtMost, Below};
use crate::source::Verification::Derived;

const BANDS: &[Cite] = &[
    cite("NG239-SEC", "total B12 180 and 350 ng/L, 133 and 258 pmol/L; active B12 25 and 70 pmol/L"),
    cite("BSH2014", "148 pmol/L (200 ng/L), used here under 16 years"),
];
const BOTH: &[Cite] = &[
    cite("NG239-SEC", "total B12 180 and 350 ng/L, 133 and 258 pmol/L; active B12 25 and 70 pmol/L"),
    cite("PARIS2023", "table 2: total B12 sensitive in 20 to 50 % with nitrous oxide"),
];

const UNDER_16: Condition = below(Fact::AgeYears, 16.0);
const FROM_16: Condition = at_least(Fact::AgeYears, 16.0);

/// Total vitamin B12 decides, unless the person is pregnant and active vitamin B12 was reported.
const TOTAL_COUNTS: Condition = all(&[TOTAL, not(&all(&[PREGNANT, ACTIVE]))]);
const TOTAL_LOW: Condition = any(&[
    against_own_limits(Fact::B12Total, Band::Low),
    all(&[UNDER_16, printed(Fact::B12Total, Below, 200.0, 148.0)]),
    all(&[FROM_16, printed(Fact::B12Total, Below, 180.0, 133.0)]),
]);
const TOTAL_NOT_HIGH: Condition = any(&[
    against_own_limits(Fact::B12Total, Band::Low),
    against_own_limits(Fact::B12Total, Band::Grey),
    printed(Fact::B12Total, AtMost, 350.0, 258.0),
]);
const ACTIVE_LOW: Condition = any(&[against_own_limits(Fact::Holotc, Band::Low), below(Fact::Holotc, 25.0)]);
const ACTIVE_NOT_HIGH: Condition = any(&[
    against_own_limits(Fact::Holotc, Band::Low),
    against_own_limits(Fact::Holotc, Band::Grey),
    at_most(Fact::Holotc, 70.0),
]);

/// One of the markers that count is low.
const ONE_LOW: Condition = any(&[all(&[TOTAL_COUNTS, TOTAL_LOW]), all(&[ACTIVE, ACTIVE_LOW])]);
/// None of the markers that count is above its low band.
const NONE_ABOVE: Condition =
    all(&[not(&all(&[TOTAL_COUNTS, not(&TOTAL_LOW)])), not(&all(&[ACTIVE, not(&ACTIVE_LOW)]))]);
/// One of the markers that count is not high.
pub(super) const ONE_NOT_HIGH: Condition =
    any(&[all(&[TOTAL_COUNTS, TOTAL_NOT_HIGH]), all(&[ACTIVE, ACTIVE_NOT_HIGH])]);

/// `b12.first_line`
pub(in crate::knowledge::guideline) const FIRST_LINE: TableData = TableData {
    question: &A::QUESTION,
    guideline: &EKBOM_SYNTHESIS,
    rules: &[
        rule("b12-01-08-low-although-raised", all(&[ONE_LOW, SPOILER]), A::Deficient.set(), Derived, SPOILS)
            .note("Low although nitrous oxide, replacement, antibodies, blood, tumour, liver or kidney disease usually raise it or hide its lack: the result counts."),
        rule(
            "b12-04-pregnant-total-low",
            // An infant is not pregnant, said or not: a low level there is urgent.
            all(&[PREGNANT, at_least(Fact::AgeYears, 2.0), TOTAL, not(&ACTIVE), TOTAL_LOW]),
            A::Indeterminate.set(),
            Derived,
            &[cite("BSH2014", "pregnancy: total B12 less reliable (1A), active B12 the test of choice (1B)")],
        )
        .note("Measure active B12; with strong suspicion treat first."),
        rule(
            "b12-05-contraceptive",
            all(&[
                yes(Fact::CombinedContraceptive),
                TOTAL,
                not(&all(&[ACTIVE, ACTIVE_LOW])),
                printed(Fact::B12Total, AtLeast, 150.0, 110.0),
                printed(Fact::B12Total, AtMost, 200.0, 148.0),
                not(&SYMPTOM),
            ]),
            A::Indeterminate.set(),
            Derived,
            &[cite("BSH2014", "pill without symptoms, 110 to 148 pmol/L: no further investigation (1B)")],
        )
        .flags(&[Flag::always("combined_contraceptive")]),
        rule("low", all(&[ONE_LOW, NONE_ABOVE]), A::Deficient.set(), Derived, BANDS),
        rule("b12-02-middle", ONE_NOT_HIGH, A::Indeterminate.set(), Derived, BANDS)
            .flags(&[Flag::when("markers_discordant", ONE_LOW), Flag::when("if_antibody_positive", ANTIBODY)])
            .note("Also where total and active B12 lie in different bands."),
        rule("b12-03-07-high-unreliable", all(&[any(&[TOTAL, ACTIVE]), SPOILER]), A::NotAddressed.set(), Derived, SPOILS)
            .flags(&[Flag::when("if_antibody_positive", ANTIBODY)])
            .note("Not low, and something is there that raises it or hides its lack: it does not make deficiency unlikely."),
        rule("high", any(&[TOTAL, ACTIVE]), A::Unlikely.set(), Derived, BOTH),
        rule("not-reported", Condition::Always, A::NotAddressed.set(), Derived, BANDS),
    ],
};
