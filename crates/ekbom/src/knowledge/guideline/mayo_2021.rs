//! Mayo Clinic and RLS Foundation 2021, updated algorithm.

use super::irlssg_2014;
use super::shared::{CHILD, INFLAMMATION};
use crate::fact::Fact;
use crate::knowledge::question::{IronTherapy as A, RlsCourse};
use crate::logic::authoring::{
    Cite, Condition, Flag, Grade, GuidelineInfo, TableData, all, answers, any, at_least, at_most, below,
    cite, rule, yes,
};
use crate::source::Verification::{Derived, Secondary};

pub(super) const MAYO_2021: GuidelineInfo =
    GuidelineInfo::new("mayo-2021", "Mayo Clinic and RLS Foundation, updated algorithm 2021");

const ALGORITHM: &[Cite] = &[
    cite("MAYO2021", "iron"),
    cite("BMJBP", "account of it: by mouth at ferritin of 75 or less and saturation below 45 %"),
    cite("HU_148274179", "quotes it: iron by mouth, inflammation"),
    cite("HU_150625270", "quotes it: iron into a vein"),
];
const LOW: Condition = at_most(Fact::Ferritin, 75.0);
const ORAL_FAILS: Condition =
    any(&[yes(Fact::IronMalabsorption), yes(Fact::OralIronNotTolerated), yes(Fact::OralIronFailed)]);
/// Conditions that the source counts as malabsorption, where nobody has said whether iron is absorbed.
const GUT: Condition = any(&[
    yes(Fact::BariatricSurgery),
    yes(Fact::Gastrectomy),
    yes(Fact::Crohn),
    yes(Fact::UlcerativeColitis),
    yes(Fact::Coeliac),
]);
/// The second way to intravenous iron first: moderate to severe chronic persistent, or refractory, or a faster
/// response wanted. "Moderate" is read as an IRLS total of 11 or more.
const SEVERE_ENOUGH: Condition = any(&[
    yes(Fact::RlsRefractory),
    yes(Fact::FasterResponseWanted),
    all(&[
        answers(&irlssg_2014::COURSE, RlsCourse::ChronicPersistent.set()),
        at_least(Fact::IrlsTotal, 11.0),
    ]),
]);
const USE_TSAT: Flag = Flag::when(
    "ferritin_misleading_use_tsat",
    all(&[below(Fact::Tsat, 20.0), any(&[INFLAMMATION, yes(Fact::Malignancy)])]),
);
const GRADES: &[Grade] = &[
    Grade { action: "oral_iron", strength: "consensus", certainty: "" },
    Grade { action: "iv_iron", strength: "consensus", certainty: "" },
];

/// `iron.therapy`
pub(super) const IRON_THERAPY: TableData = TableData {
    question: &A::QUESTION,
    guideline: &MAYO_2021,
    rules: &[
        rule("child", CHILD, A::NotAddressed.set(), Derived, ALGORITHM),
        rule("saturation-ceiling", at_least(Fact::Tsat, 45.0), A::NotIndicated.set(), Secondary, ALGORITHM),
        rule("stores-low-oral-fails", all(&[LOW, ORAL_FAILS]), A::IvOnly.set(), Secondary, ALGORITHM)
            .grades(GRADES),
        rule(
            "stores-low-faster-response",
            all(&[LOW, yes(Fact::FasterResponseWanted)]),
            A::OralOrIv.set(),
            Secondary,
            ALGORITHM,
        )
        .grades(GRADES)
        .note("The source says intravenous iron here; with ferritin this low oral iron stays open."),
        rule("stores-low", LOW, A::Oral.set(), Secondary, ALGORITHM)
            .flags(&[Flag::when("consider_malabsorption", GUT)])
            .grades(GRADES),
        rule("stores-intermediate", below(Fact::Ferritin, 100.0), A::IvOnly.set(), Secondary, ALGORITHM)
            .flags(&[Flag::unless("needs_severity", SEVERE_ENOUGH), USE_TSAT])
            .grades(GRADES),
        rule("exactly-100", at_most(Fact::Ferritin, 100.0), A::NotIndicated.set(), Derived, ALGORITHM)
            .flags(&[Flag::always("boundary_inconsistent"), USE_TSAT])
            .note("The source says both below 100 and 76 to 100; that the first counts is our choice."),
        rule("otherwise", Condition::Always, A::NotIndicated.set(), Derived, ALGORITHM).flags(&[USE_TSAT]),
    ],
};
