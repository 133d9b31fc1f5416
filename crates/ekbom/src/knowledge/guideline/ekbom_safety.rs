//! The library's own safety table: the union of the reasons found in labels, guidelines and trials not to give iron
//! for restless legs. It does not speak on iron for anaemia, renal or other. Beside it, when to think of uraemia.

use super::shared::{CHILD, ESRD};
use crate::fact::{Band, Fact, Options, Person};
use crate::knowledge::question::{IronSafety as A, KidneyUraemicRls};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, above, against_own_limits, all, any, below, cite,
    guard_above, guard_at_least, guard_below, is, not, person, reported, rule, yes,
};
use crate::source::Verification::{Derived, Original, Secondary};

pub(super) const EKBOM_SAFETY: GuidelineInfo =
    GuidelineInfo::new("ekbom-safety", "Safety rules of this library");

const EXACTLY_300: Flag = Flag::when("exactly_300", guard_at_least(Fact::Ferritin, 300.0));

const MALE: Condition = person(Person::Male.only());
const FEMALE: Condition = person(Person::FEMALE);

/// A result above one limit for men and another for women; one that was not reported is not.
macro_rules! above_by_sex {
    ($fact:expr, $men:literal, $women:literal) => {
        all(&[
            reported($fact),
            any(&[all(&[MALE, above($fact, $men)]), all(&[FEMALE, above($fact, $women)])]),
        ])
    };
}

/// Red cells as poor in iron as those of somebody who is bled for polycythaemia on purpose.
const IRON_POOR: Condition = any(&[
    guard_below(Fact::Ferritin, 30.0),
    guard_below(Fact::Tsat, 20.0),
    all(&[reported(Fact::Mcv), below(Fact::Mcv, 80.0)]),
]);

/// Too many red cells: whatever the stores, or at lower limits where iron is low.
pub(crate) const ERYTHROCYTOSIS: Condition = any(&[
    yes(Fact::PolycythaemiaVera),
    above_by_sex!(Fact::Haemoglobin, 185.0, 165.0),
    above_by_sex!(Fact::Haematocrit, 52.0, 48.0),
    all(&[
        any(&[
            above_by_sex!(Fact::Haemoglobin, 165.0, 160.0),
            all(&[reported(Fact::Haematocrit), MALE, above(Fact::Haematocrit, 49.0)]),
        ]),
        IRON_POOR,
    ]),
]);

/// Who is bled, and not for polycythaemia, is bled for iron.
const BLED_FOR_IRON: Condition = all(&[yes(Fact::Venesection), not(&yes(Fact::PolycythaemiaVera))]);

/// Thalassaemia loads iron, transfused or not.
const THALASSAEMIA_LOADED: Condition = all(&[
    yes(Fact::Thalassaemia),
    any(&[guard_at_least(Fact::Tsat, 45.0), against_own_limits(Fact::Ferritin, Band::High)]),
]);

/// An infection in which iron waits, by either route.
pub(crate) const INFECTION_DEFERS: Condition = any(&[
    yes(Fact::Bacteraemia),
    all(&[yes(Fact::Infection), any(&[above(Fact::Crp, 100.0), yes(Fact::Fever)])]),
]);

/// An overload, or an anaemia or disturbance in which iron does harm, is known.
pub(crate) const KNOWN_OVERLOAD: Condition = any(&[
    yes(Fact::Haemochromatosis),
    yes(Fact::HfeC282yHomozygous),
    yes(Fact::IronOverload),
    yes(Fact::TransfusionalOverload),
    yes(Fact::LiverDiseaseWithOverload),
    yes(Fact::DisturbedIronUtilisation),
    yes(Fact::AnaemiaNotIronDeficient),
    BLED_FOR_IRON,
    yes(Fact::SickleCellDisease),
    THALASSAEMIA_LOADED,
]);

/// `iron.safety`
pub(super) const IRON_SAFETY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &EKBOM_SAFETY,
    rules: &[
        rule(
            "known-overload",
            KNOWN_OVERLOAD,
            A::StopKnownOverload.set(),
            Derived,
            &[
                cite("FERINJECT_LABEL", "contraindications and precautions"),
                cite("AASLD2011", "iron supplements should be avoided (1C)"),
                cite("NHLBI2014", "sickle cell disease: overload from transfusions"),
                cite("ASHSCD2013", "without transfusion no overload, but iron deficiency"),
            ],
        )
        .note(
            "The label names iron overload, disturbed utilisation, anaemia not due to iron deficiency and liver disease \
             with overload, and speaks of intravenous iron. That haemochromatosis and overload from transfusions are \
             iron overload, that it holds for oral iron too, for who is homozygous without a measured overload, and for \
             who is bled therapeutically, is our reading. In sickle cell disease a haematologist decides, also where \
             nobody transfused.",
        )
        .flags(&[
            Flag::when("because_haemochromatosis", yes(Fact::Haemochromatosis)),
            Flag::when("because_hfe_c282y_homozygous", yes(Fact::HfeC282yHomozygous)),
            Flag::when("because_iron_overload", yes(Fact::IronOverload)),
            Flag::when("because_transfusional_overload", yes(Fact::TransfusionalOverload)),
            Flag::when("because_liver_disease_with_overload", yes(Fact::LiverDiseaseWithOverload)),
            Flag::when("because_disturbed_iron_utilisation", yes(Fact::DisturbedIronUtilisation)),
            Flag::when("because_anaemia_not_iron_deficient", yes(Fact::AnaemiaNotIronDeficient)),
            Flag::when("because_venesection", yes(Fact::Venesection)),
            Flag::when("because_sickle_cell_disease", yes(Fact::SickleCellDisease)),
        ]),
        rule(
            "saturation-ceiling",
            guard_at_least(Fact::Tsat, 45.0),
            A::StopTsatCeiling.set(),
            Secondary,
            &[
                cite("IRLSSGIRON2018", "ceiling of transferrin saturation"),
                cite("JSDM_LETTER", "quotes it: iron at saturation below 45 %"),
                cite("MAYO2021", "ceiling of transferrin saturation"),
                cite("BMJBP", "account of it: saturation below 45 %"),
                cite("AASLD2011", "HFE test at transferrin saturation of 45 % or more"),
            ],
        )
        .flags(&[Flag::when(
            "repeat_fasting_sample",
            any(&[is(Fact::IronSampleIronFree, Options::NO), is(Fact::IronSampleMorning, Options::NO)]),
        )]),
        rule(
            "erythrocytosis",
            ERYTHROCYTOSIS,
            A::StopErythrocytosis.set(),
            Derived,
            &[
                cite("WHO_PV2016", "criteria of haemoglobin and haematocrit"),
                cite("YORK_POLY2025", "no iron replacement in erythrocytosis; haematocrit above 0.52 and 0.48"),
                cite("NCCN_MPN2018", "iron deficiency controls polycythaemia vera: no iron supplements"),
            ],
        )
        .note(
            "That the lower limits stop iron where red cells are poor in it is our combination. Restless legs are named \
             as a rare exception, which is the haematologist's to make.",
        )
        .flags(&[Flag::when("because_polycythaemia_vera", yes(Fact::PolycythaemiaVera))]),
        rule(
            "ferritin-ceiling",
            guard_above(Fact::Ferritin, 300.0),
            A::StopFerritinCeiling.set(),
            Derived,
            &[cite("COCHRANE2019", "study characteristics: trials excluded ferritin above 300")],
        )
        .note("The trials did not enrol above 300 ng/mL; that iron stops there is our conclusion."),
        rule(
            "infection",
            INFECTION_DEFERS,
            A::DeferInfection.set(),
            Derived,
            &[
                cite("FERINJECT_LABEL", "bacteraemia; caution in infection"),
                cite("KDIGO_ANAEMIA_DRAFT", "account of it: hold iron in active systemic infection"),
            ],
        )
        .note(
            "The label speaks of intravenous iron. That oral iron waits too, and that a C-reactive protein above 100 mg/L \
             or fever makes an infection one in which to wait, is our choice: a few weeks without iron cost little.",
        )
        .flags(&[
            EXACTLY_300,
            Flag::when("because_bacteraemia", yes(Fact::Bacteraemia)),
            Flag::when("because_infection", yes(Fact::Infection)),
        ]),
        rule(
            "no-intravenous-iron",
            any(&[person(Person::PregnantT1.only()), yes(Fact::IvIronHypersensitivity)]),
            A::StopIvOnly.set(),
            Original,
            &[
                cite("EMA2013IVIRON", "pregnancy: second and third trimester only"),
                cite("FERINJECT_LABEL", "hypersensitivity to parenteral iron"),
            ],
        )
        .flags(&[
            EXACTLY_300,
            Flag::when("because_first_trimester", person(Person::PregnantT1.only())),
            Flag::when("because_iv_iron_hypersensitivity", yes(Fact::IvIronHypersensitivity)),
        ]),
        rule(
            "otherwise",
            Condition::Always,
            A::Clear.set(),
            Derived,
            &[cite("FERINJECT_LABEL", "none of its stops applies")],
        )
        .flags(&[EXACTLY_300]),
    ],
};

const URAEMIC: &[Cite] = &[
    cite("URAEMIC", "no criteria of its own: restless legs in end-stage renal disease"),
    cite("CALVINO2015", "kidney disease without dialysis: 21 % by questionnaire, 4.5 % after examination"),
];

/// `kidney.uraemic_rls`
pub(super) const URAEMIC_RLS: TableData = TableData {
    question: &KidneyUraemicRls::QUESTION,
    guideline: &EKBOM_SAFETY,
    rules: &[
        rule("child", CHILD, KidneyUraemicRls::NotAddressed.set(), Derived, URAEMIC),
        rule("end-stage", ESRD, KidneyUraemicRls::Candidate.set(), Derived, URAEMIC),
        rule("g4", below(Fact::Egfr, 30.0), KidneyUraemicRls::Flag.set(), Derived, URAEMIC)
            .note("A choice of this library; no source sets a limit."),
        rule("otherwise", Condition::Always, KidneyUraemicRls::No.set(), Derived, URAEMIC),
    ],
};
