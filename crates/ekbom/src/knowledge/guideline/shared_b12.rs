//! What the vitamin B12 tables share: when a first-line test says nothing, and when methylmalonic acid is raised.

use super::shared::PREGNANT;
use crate::fact::{Band, Fact};
use crate::knowledge::question::{B12FirstLine, B12Status};
use crate::logic::authoring::{
    Cite, Condition, Flag, RuleData, above, against_own_limits, all, any, at_least, below, cite, not,
    own_limits_given, rule, yes,
};
use crate::source::Verification::{Derived, Secondary};

/// On replacement the test is uninformative.
pub(super) const REPLACEMENT: RuleData = rule(
    "on-replacement",
    yes(Fact::B12Replacement),
    B12FirstLine::NotAddressed.set(),
    Secondary,
    &[cite("NG239-SEC", "monitoring: uninformative on replacement")],
);

/// With recreational nitrous oxide a normal vitamin B12 does not exclude functional deficiency.
pub(super) const NITROUS_OXIDE: RuleData = rule(
    "nitrous-oxide",
    yes(Fact::NitrousOxide),
    B12FirstLine::NotAddressed.set(),
    Secondary,
    &[cite("NG239-SEC", "nitrous oxide: plasma homocysteine or serum methylmalonic acid")],
)
.note("Measure homocysteine or methylmalonic acid instead.");

/// The same for a guideline that does not say so itself.
pub(super) const REPLACEMENT_INFERRED: RuleData = RuleData { verification: Derived, ..REPLACEMENT };

/// The same for a guideline that does not say so itself.
pub(super) const NITROUS_OXIDE_INFERRED: RuleData = RuleData { verification: Derived, ..NITROUS_OXIDE };

/// In pregnancy, for a guideline that does not say so itself.
pub(super) const PREGNANT_INFERRED: RuleData = rule(
    "pregnant",
    PREGNANT,
    B12FirstLine::NotAddressed.set(),
    Derived,
    &[cite("NG239-SEC", "total B12 falls in pregnancy: active B12")],
);

/// Flags of a first-line answer: what may shift total vitamin B12 without changing the limits.
pub(super) const SHIFTS: &[Flag] = &[
    Flag::when("combined_contraceptive", yes(Fact::CombinedContraceptive)),
    Flag::when("ethnicity_black", yes(Fact::EthnicityBlack)),
    Flag::when("if_antibody_positive", at_least(Fact::Ifab, 1.0)),
];

/// Methylmalonic acid above the laboratory's own upper limit, else above the named default: 400 nmol/L, or 460 nmol/L
/// from 65 years.
pub(super) const MMA_RAISED: Condition = any(&[
    against_own_limits(Fact::MmaSerum, Band::High),
    all(&[
        not(&own_limits_given(Fact::MmaSerum)),
        any(&[
            all(&[below(Fact::AgeYears, 65.0), above(Fact::MmaSerum, 400.0)]),
            all(&[at_least(Fact::AgeYears, 65.0), above(Fact::MmaSerum, 460.0)]),
        ]),
    ]),
]);

/// Methylmalonic acid rises as kidney function falls.
pub(super) const KIDNEY_RAISES_MMA: Condition = any(&[yes(Fact::Dialysis), below(Fact::Egfr, 60.0)]);

/// Methylmalonic acid is raised, and reduced kidney function may explain it.
///
/// A table that reads the status asks this itself: the status is then open, and the rules that follow from it would be
/// possible without any of them being certain, so that none could raise its flag.
pub(super) const MMA_RAISED_KIDNEY: Condition = all(&[MMA_RAISED, KIDNEY_RAISES_MMA]);

/// Second line, in renal impairment: both stay possible.
pub(super) const MMA_RAISED_KIDNEY_RULE: RuleData = rule(
    "mma-raised-kidney",
    MMA_RAISED_KIDNEY,
    B12Status::Deficient.set().or(B12Status::DeficiencyUnlikely.set()),
    Derived,
    SECOND_LINE_OPEN,
)
.flags(&[Flag::always("mma_unreliable_renal")]);

/// Second line, raised.
pub(super) const MMA_RAISED_RULE: RuleData = rule(
    "mma-raised",
    MMA_RAISED,
    B12Status::Deficient.set(),
    Derived,
    &[
        cite("MAYO-ACASM", "0.40 umol/L"),
        cite("ABILDGAARD2022", "400 nmol/L to 64 years, 460 nmol/L from 65 years"),
    ],
)
.note("The limit is the laboratory's own where given; else a named default, which no guideline prints.");

/// Second line, not raised.
pub(super) const MMA_WITHIN_RULE: RuleData = rule(
    "mma-within",
    Condition::Always,
    B12Status::DeficiencyUnlikely.set(),
    Derived,
    &[cite("SOLOMON2005", "a normal methylmalonic acid does not exclude a response to treatment")],
);

/// Why that stays open.
pub(super) const SECOND_LINE_OPEN: &[Cite] =
    &[cite("VANLOON2018", "unadjusted methylmalonic acid over-calls deficiency in renal impairment")];
