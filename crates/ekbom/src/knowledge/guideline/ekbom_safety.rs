//! The library's own safety table: the union of the reasons found in labels, guidelines and trials not to give iron
//! for restless legs. It does not speak on iron for anaemia, renal or other. Beside it, when to think of uraemia.

use super::shared::{CHILD, ESRD};
use crate::fact::{Fact, Options, Person};
use crate::knowledge::question::{IronSafety as A, KidneyUraemicRls};
use crate::logic::authoring::{
    Cite, Condition, Flag, GuidelineInfo, TableData, above, any, at_least, below, cite, is, person, rule, yes,
};
use crate::source::Verification::{Derived, Original, Secondary};

pub(super) const EKBOM_SAFETY: GuidelineInfo =
    GuidelineInfo::new("ekbom-safety", "Safety rules of this library");

const EXACTLY_300: Flag = Flag::when("exactly_300", at_least(Fact::Ferritin, 300.0));

/// `iron.safety`
pub(super) const IRON_SAFETY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &EKBOM_SAFETY,
    rules: &[
        rule(
            "known-overload",
            any(&[
                yes(Fact::Haemochromatosis),
                yes(Fact::IronOverload),
                yes(Fact::TransfusionalOverload),
                yes(Fact::LiverDiseaseWithOverload),
                yes(Fact::DisturbedIronUtilisation),
                yes(Fact::AnaemiaNotIronDeficient),
            ]),
            A::StopKnownOverload.set(),
            Derived,
            &[cite("FERINJECT_LABEL", "contraindications and precautions")],
        )
        .note(
            "The label names iron overload, disturbed utilisation, anaemia not due to iron deficiency and liver disease \
             with overload, and speaks of intravenous iron. That haemochromatosis and overload from transfusions are \
             iron overload, and that it holds for oral iron too, is our reading.",
        )
        .flags(&[
            Flag::when("because_haemochromatosis", yes(Fact::Haemochromatosis)),
            Flag::when("because_iron_overload", yes(Fact::IronOverload)),
            Flag::when("because_transfusional_overload", yes(Fact::TransfusionalOverload)),
            Flag::when("because_liver_disease_with_overload", yes(Fact::LiverDiseaseWithOverload)),
            Flag::when("because_disturbed_iron_utilisation", yes(Fact::DisturbedIronUtilisation)),
            Flag::when("because_anaemia_not_iron_deficient", yes(Fact::AnaemiaNotIronDeficient)),
        ]),
        rule(
            "saturation-ceiling",
            at_least(Fact::Tsat, 45.0),
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
            "ferritin-ceiling",
            above(Fact::Ferritin, 300.0),
            A::StopFerritinCeiling.set(),
            Derived,
            &[cite("COCHRANE2019", "study characteristics: trials excluded ferritin above 300")],
        )
        .note("The trials did not enrol above 300 ng/mL; that iron stops there is our conclusion."),
        rule(
            "no-intravenous-iron",
            any(&[
                person(Person::PregnantT1.only()),
                yes(Fact::Bacteraemia),
                yes(Fact::IvIronHypersensitivity),
            ]),
            A::StopIvOnly.set(),
            Original,
            &[
                cite("EMA2013IVIRON", "pregnancy: second and third trimester only"),
                cite("FERINJECT_LABEL", "bacteraemia; hypersensitivity to parenteral iron"),
            ],
        )
        .flags(&[
            EXACTLY_300,
            Flag::when("because_first_trimester", person(Person::PregnantT1.only())),
            Flag::when("because_bacteraemia", yes(Fact::Bacteraemia)),
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
