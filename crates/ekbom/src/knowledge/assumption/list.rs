//! The assumptions, in the order in which they are tried.

use super::Narrowed::{AtLeast, Options as OneOf};
use super::When::{Certain, MedicinesListed, NoMedicine, NoResult, NoneYes, Unsaid};
use super::{Assumption, Narrowing, When};
use crate::fact::medicine::MedicineClass;
use crate::fact::{Fact, LiverImpairment, Options, Person};
use crate::logic::authoring::{
    Condition, above, all, any, at_least, below, cite, not, printed, reported, yes,
};
use crate::logic::condition::Comparison::AtMost;
use crate::measure::analyte::Analyte;
use crate::source::Verification::{Derived, Original};

const fn absent(fact: Fact, when: &'static [When]) -> Narrowing {
    Narrowing { to: OneOf(fact, Options::NO), when }
}

const fn not_pregnant(when: &'static [When]) -> Narrowing {
    Narrowing { to: OneOf(Fact::Person, Person::NOT_PREGNANT), when }
}

/// What is said of the kidneys or measured of them.
const KIDNEY_FACTS: When = Unsaid(&[Fact::Dialysis, Fact::Esrd, Fact::KidneyTransplant]);
const KIDNEY_RESULTS: When =
    NoResult(&[Analyte::Creatinine, Analyte::CystatinC, Analyte::Egfr, Analyte::Uacr]);
const KIDNEY: &[When] = &[KIDNEY_FACTS, KIDNEY_RESULTS];

/// The eight neurological symptoms and signs.
const NEUROLOGICAL: &[Fact] = &[
    Fact::Paraesthesia,
    Fact::Numbness,
    Fact::MuscleWeakness,
    Fact::AbnormalReflexes,
    Fact::GaitDisturbance,
    Fact::ImpairedPositionOrVibration,
    Fact::CognitiveChange,
    Fact::VisualChange,
];

/// What speaks of augmentation, and so of a treatment that causes it.
const AUGMENTATION: &[Fact] = &[
    Fact::SymptomDaysLastWeek,
    Fact::HoursEarlier,
    Fact::ShorterLatency,
    Fact::Spread,
    Fact::GreaterIntensity,
    Fact::ShorterRelief,
    Fact::ParadoxicalResponse,
    Fact::PreviousResponse,
    Fact::ExplainedOtherwise,
];

const B12_SPOILERS: &[When] = &[Unsaid(&[
    Fact::Myeloproliferative,
    Fact::PolycythaemiaVera,
    Fact::Malignancy,
    Fact::LiverImpairment,
    Fact::Mgus,
])];

/// Nothing that was measured points to a diseased gut.
const GUT: &[When] = &[
    Unsaid(&[
        Fact::Gastrectomy,
        Fact::BariatricSurgery,
        Fact::IlealResection,
        Fact::AbdominalRadiotherapy,
        Fact::PancreaticInsufficiency,
    ]),
    Certain(not(&any(&[
        all(&[reported(Fact::B12Total), printed(Fact::B12Total, AtMost, 350.0, 258.0)]),
        all(&[reported(Fact::Ferritin), below(Fact::Ferritin, 30.0)]),
        all(&[reported(Fact::Haemoglobin), below(Fact::Haemoglobin, 130.0)]),
    ]))),
    NoneYes(&[Fact::IronDeficiencyAnaemia, Fact::AnaemiaNotIronDeficient]),
];

const UNDER_75: Condition = below(Fact::AgeYears, 75.0);

/// Every assumption.
pub const ASSUMPTIONS: &[Assumption] = &[
    Assumption {
        id: "not_pregnant_from_55",
        says: "From 55 years on, and after the menopause, pregnancy is taken as absent unless it was stated.",
        narrows: &[not_pregnant(&[Certain(any(&[
            at_least(Fact::AgeYears, 55.0),
            yes(Fact::Postmenopausal),
        ]))])],
        cites: &[cite("FSRH2017", "55 years: spontaneous conception is exceptionally rare")],
        verification: Original,
    },
    Assumption {
        id: "not_pregnant_under_10",
        says: "Below 10 years, pregnancy is taken as absent unless it was stated.",
        narrows: &[not_pregnant(&[Certain(below(Fact::AgeYears, 10.0))])],
        cites: &[],
        verification: Derived,
    },
    Assumption {
        id: "not_on_dialysis_by_egfr",
        says: "With an estimated filtration rate of 60 or more, dialysis and kidney failure are taken as absent.",
        narrows: &[
            absent(Fact::Dialysis, &[Certain(at_least(Fact::Egfr, 60.0))]),
            absent(Fact::Esrd, &[Certain(at_least(Fact::Egfr, 60.0))]),
        ],
        cites: &[],
        verification: Derived,
    },
    Assumption {
        id: "kidney_failure_would_be_known",
        says: "Where nothing was said or measured of the kidneys, dialysis and kidney failure are taken as absent, and the \
               filtration rate as 30 or more (15 or more from 75 years on).",
        narrows: &[
            absent(Fact::Dialysis, KIDNEY),
            absent(Fact::Esrd, KIDNEY),
            Narrowing { to: AtLeast(Fact::Egfr, 15.0), when: KIDNEY },
            Narrowing {
                to: AtLeast(Fact::Egfr, 30.0),
                when: &[KIDNEY_FACTS, KIDNEY_RESULTS, Certain(UNDER_75)],
            },
        ],
        cites: &[],
        verification: Derived,
    },
    Assumption {
        id: "b12_replacement_would_be_listed",
        says: "Vitamin B12 is not taken: the medicines were listed without it, and the result is not above 1000 pg/mL.",
        narrows: &[absent(
            Fact::B12Replacement,
            &[
                MedicinesListed,
                NoMedicine(MedicineClass::B12Product),
                Certain(not(&all(&[reported(Fact::B12Total), above(Fact::B12Total, 1000.0)]))),
            ],
        )],
        cites: &[],
        verification: Derived,
    },
    Assumption {
        id: "no_nitrous_oxide_unmentioned",
        says: "Nitrous oxide is not used for pleasure: it was not mentioned, and no neurological symptom was.",
        narrows: &[absent(Fact::NitrousOxide, &[NoneYes(NEUROLOGICAL)])],
        cites: &[],
        verification: Derived,
    },
    Assumption {
        id: "untreated_unless_listed",
        says: "No dopaminergic medicine is taken: the medicines were listed without one.",
        narrows: &[absent(
            Fact::MedicineDopaminergic,
            &[MedicinesListed, NoMedicine(MedicineClass::Dopaminergic), Unsaid(AUGMENTATION)],
        )],
        cites: &[],
        verification: Derived,
    },
    Assumption {
        id: "uncommon_history_absent",
        says: "Uncommon diseases and operations that were not mentioned are taken as absent, where no result points to them.",
        narrows: &[
            absent(Fact::Myeloproliferative, B12_SPOILERS),
            absent(Fact::PolycythaemiaVera, B12_SPOILERS),
            absent(Fact::Malignancy, B12_SPOILERS),
            absent(Fact::Mgus, B12_SPOILERS),
            Narrowing { to: OneOf(Fact::LiverImpairment, LiverImpairment::None.only()), when: B12_SPOILERS },
            absent(Fact::Gastrectomy, GUT),
            absent(Fact::BariatricSurgery, GUT),
            absent(Fact::IlealResection, GUT),
            absent(Fact::AbdominalRadiotherapy, GUT),
            absent(Fact::PancreaticInsufficiency, GUT),
        ],
        cites: &[],
        verification: Derived,
    },
];
