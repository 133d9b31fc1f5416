//! Our own conclusions on vitamin B12, put together from what several guidelines and studies say: no guideline prints
//! them, so every rule is derived.
//!
//! What conditions spoil a test is one-sided. Nitrous oxide, replacement, antibodies, blood, tumour, liver and kidney
//! disease raise vitamin B12 or hide its lack: a low result still counts, only one that is not low says little. Only
//! what was reported counts as raised, normal or positive; what is not known is never taken for normal.
//!
//! The numbers in the names of the rules are those of the project's rulebook on vitamin B12.

mod contribution;
mod first_line;
mod status;
mod treatment;

pub(super) use contribution::CONTRIBUTION;
pub(super) use first_line::FIRST_LINE;
pub(super) use status::STATUS;
pub(super) use treatment::TREATMENT;

use super::shared::NEUROLOGICAL_SIGN;
use crate::fact::{Band, Fact, LiverImpairment, NitrousOxideAnaesthesia};
use crate::logic::authoring::{
    Cite, Condition, GuidelineInfo, above, against_own_limits, all, any, at_least, below, cite, is, not,
    own_limits_given, printed, reported, yes,
};
use crate::logic::condition::Comparison::Below;

pub(super) const EKBOM_SYNTHESIS: GuidelineInfo =
    GuidelineInfo::new("ekbom-synthesis", "Conclusions of this library from several sources");

pub(super) const TOTAL: Condition = reported(Fact::B12Total);
pub(super) const ACTIVE: Condition = reported(Fact::Holotc);
/// Total or active vitamin B12, methylmalonic acid or homocysteine was reported.
pub(crate) const MARKER: Condition = any(&[TOTAL, ACTIVE, reported(Fact::MmaSerum), reported(Fact::Hcy)]);

/// Nitrous oxide, recreational or lately as an anaesthetic.
pub(crate) const NITROUS_OXIDE: Condition = any(&[
    yes(Fact::NitrousOxide),
    is(Fact::NitrousOxideAnaesthesia, NitrousOxideAnaesthesia::Recent.only()),
]);

/// Replacement was begun.
pub(crate) const REPLACEMENT: Condition = yes(Fact::B12Replacement);

/// Antibodies to intrinsic factor were reported positive.
pub(crate) const ANTIBODY: Condition = all(&[reported(Fact::Ifab), at_least(Fact::Ifab, 1.0)]);

/// Kidney function so low that it raises methylmalonic acid and vitamin B12 by itself.
pub(crate) const KIDNEY: Condition = any(&[KIDNEY_STATED, LOW_FILTRATION]);
pub(crate) const KIDNEY_STATED: Condition = any(&[yes(Fact::Dialysis), yes(Fact::Esrd)]);
pub(crate) const LOW_FILTRATION: Condition = below(Fact::Egfr, 30.0);

/// Kidney function that does not raise methylmalonic acid and homocysteine much.
pub(super) const GOOD_FILTRATION: Condition = at_least(Fact::Egfr, 60.0);

/// What makes a vitamin B12 that is not low unreliable, while a low one counts.
pub(crate) const SPOILER: Condition = any(&[
    KIDNEY,
    yes(Fact::Malignancy),
    yes(Fact::Myeloproliferative),
    yes(Fact::PolycythaemiaVera),
    is(
        Fact::LiverImpairment,
        LiverImpairment::Mild.only().or(LiverImpairment::Moderate.only()).or(LiverImpairment::Severe.only()),
    ),
    NITROUS_OXIDE,
    REPLACEMENT,
    ANTIBODY,
]);

/// Methylmalonic acid was reported above the laboratory's own upper limit, else above the limit for the age.
pub(crate) const MMA_RAISED: Condition = all(&[
    reported(Fact::MmaSerum),
    any(&[
        against_own_limits(Fact::MmaSerum, Band::High),
        all(&[
            not(&own_limits_given(Fact::MmaSerum)),
            any(&[
                all(&[below(Fact::AgeYears, 1.0), above(Fact::MmaSerum, 1250.0)]),
                all(&[
                    at_least(Fact::AgeYears, 1.0),
                    below(Fact::AgeYears, 11.0),
                    above(Fact::MmaSerum, 300.0),
                ]),
                all(&[
                    at_least(Fact::AgeYears, 11.0),
                    below(Fact::AgeYears, 18.0),
                    above(Fact::MmaSerum, 350.0),
                ]),
                all(&[
                    at_least(Fact::AgeYears, 18.0),
                    below(Fact::AgeYears, 65.0),
                    above(Fact::MmaSerum, 400.0),
                ]),
                all(&[at_least(Fact::AgeYears, 65.0), above(Fact::MmaSerum, 460.0)]),
            ]),
        ]),
    ]),
]);

/// Homocysteine was reported above the laboratory's own upper limit, else above 15 umol/L.
const HCY_HIGH: Condition = all(&[
    reported(Fact::Hcy),
    any(&[
        against_own_limits(Fact::Hcy, Band::High),
        all(&[not(&own_limits_given(Fact::Hcy)), above(Fact::Hcy, 15.0)]),
    ]),
]);

/// Homocysteine was reported, and not above its limit.
pub(crate) const HCY_NORMAL: Condition = all(&[reported(Fact::Hcy), not(&HCY_HIGH)]);

/// Folate was reported low: then homocysteine rises without a lack of vitamin B12.
pub(super) const FOLATE_LOW: Condition = any(&[
    all(&[reported(Fact::FolateSerum), printed(Fact::FolateSerum, Below, 3.0, 6.8)]),
    against_own_limits(Fact::FolateSerum, Band::Low),
    against_own_limits(Fact::FolateRbc, Band::Low),
]);

/// Homocysteine is raised, and neither the kidney nor, unless there is nitrous oxide, folate explains it.
pub(crate) const HCY_RAISED: Condition =
    all(&[HCY_HIGH, GOOD_FILTRATION, any(&[not(&FOLATE_LOW), NITROUS_OXIDE])]);

/// The eight neurological symptoms of vitamin B12 deficiency: the six objective signs, paraesthesia and numbness.
pub(super) const NEUROLOGICAL: Condition =
    any(&[NEUROLOGICAL_SIGN, yes(Fact::Paraesthesia), yes(Fact::Numbness)]);

/// A symptom or sign of vitamin B12 deficiency.
pub(super) const SYMPTOM: Condition =
    any(&[NEUROLOGICAL, yes(Fact::Glossitis), yes(Fact::Fatigue), yes(Fact::Depression)]);

/// Why a vitamin B12 that is not low says little.
pub(super) const SPOILS: &[Cite] = &[
    cite("PARIS2023", "table 2: total B12 sensitive in 20 to 50 % with nitrous oxide"),
    cite("CARMEL2012", "antibodies: false normal in 22 to 35 %"),
    cite("ANDRES2013", "functional deficiency at any serum level"),
    cite("CARMEL2001", "high B12 associated with renal failure"),
];
/// Where the limits of methylmalonic acid stand.
pub(super) const MMA_LIMITS: &[Cite] = &[
    cite("ABILDGAARD2022", "upper limits by age: 1.25, 0.30, 0.35, 0.40 and 0.46 umol/L"),
    cite("PARIS2023", "table 2: above 0.75 umol/L is highly suggestive"),
    cite("LABCORP", "300 to 700 nmol/L in renal impairment"),
];
