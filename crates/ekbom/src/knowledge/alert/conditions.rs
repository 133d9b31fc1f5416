//! Conditions and facts that several alerts share. Data only.

use super::Trigger;
use crate::fact::{Band, Fact};
use crate::knowledge::guideline::{
    ANAEMIA, B12_FIRST_LINE, B12_REPLACEMENT, FOLATE, HCY_NORMAL, HCY_RAISED, MMA_RAISED_FOR_AGE,
    NEUROLOGICAL_SIGN, NITROUS_OXIDE, SYNTHESIS_FIRST_LINE,
};
use crate::knowledge::question::{B12FirstLine, BloodAnaemia, FolateStatus};
use crate::logic::authoring::{
    Condition, against_own_limits, all, answers, any, below, not, own_limits_given, reported, yes,
};

/// The eight neurological symptoms of vitamin B12 deficiency.
pub(super) const NEUROLOGICAL: Condition =
    any(&[NEUROLOGICAL_SIGN, yes(Fact::Paraesthesia), yes(Fact::Numbness)]);
pub(super) const NEUROLOGICAL_FACTS: &[Fact] = &[
    Fact::Paraesthesia,
    Fact::Numbness,
    Fact::GaitDisturbance,
    Fact::MuscleWeakness,
    Fact::AbnormalReflexes,
    Fact::ImpairedPositionOrVibration,
    Fact::CognitiveChange,
    Fact::VisualChange,
];
/// What makes a vitamin B12 that is not low unreliable.
pub(super) const SPOILER_FACTS: &[Fact] = &[
    Fact::NitrousOxide,
    Fact::NitrousOxideAnaesthesia,
    Fact::B12Replacement,
    Fact::Ifab,
    Fact::Myeloproliferative,
    Fact::PolycythaemiaVera,
    Fact::Malignancy,
    Fact::LiverImpairment,
    Fact::Dialysis,
    Fact::Esrd,
    Fact::Egfr,
];
/// Copper below the laboratory's own lower limit, else below 70 ug/dL, the lower of the limits in use for men and women.
pub(super) const COPPER_LOW: Condition = any(&[
    against_own_limits(Fact::Copper, Band::Low),
    all(&[not(&own_limits_given(Fact::Copper)), reported(Fact::Copper), below(Fact::Copper, 70.0)]),
]);
/// Vitamin B12 is replaced, nitrous oxide does not undo it, the second marker that was measured is normal and none is
/// raised.
pub(super) const REPLACED_WELL: Condition = all(&[
    B12_REPLACEMENT,
    not(&NITROUS_OXIDE),
    any(&[HCY_NORMAL, all(&[reported(Fact::MmaSerum), not(&MMA_RAISED_FOR_AGE)])]),
    not(&any(&[HCY_RAISED, MMA_RAISED_FOR_AGE])),
    not(&answers(SYNTHESIS_FIRST_LINE, B12FirstLine::Deficient.set())),
]);
/// Some vitamin B12 result that may be low, or none.
pub(super) const B12_LOW_OR_UNMEASURED: Trigger = Trigger::Any(&[
    Trigger::Certain(not(&B12_REPORTED)),
    Trigger::Determined(
        SYNTHESIS_FIRST_LINE,
        B12FirstLine::Deficient.set().or(B12FirstLine::Indeterminate.set()),
    ),
]);
pub(super) const B12_REPORTED: Condition = any(&[reported(Fact::B12Total), reported(Fact::Holotc)]);
pub(super) const B12_UNLIKELY: Trigger = Trigger::Determined(B12_FIRST_LINE, B12FirstLine::Unlikely.set());
pub(super) const ANAEMIA_PRESENT: Trigger = Trigger::Determined(ANAEMIA, BloodAnaemia::PRESENT);

/// One of the folate tables says deficient or borderline.
pub(super) const fn low_folate(place: usize) -> Trigger {
    let [who, pfeiffer, bsh, laboratory] = FOLATE;
    let table = match place {
        0 => who,
        1 => pfeiffer,
        2 => bsh,
        _ => laboratory,
    };
    Trigger::Determined(table, FolateStatus::Deficient.set().or(FolateStatus::Borderline.set()))
}
