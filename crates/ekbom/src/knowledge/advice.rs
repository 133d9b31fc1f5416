//! What follows from answers: actions, and tests with their instructions. Data only.

use serde::Serialize;

use crate::fact::{Band, Fact, IvIronProduct};
use crate::knowledge::question::{
    B12Treatment, B12WhomToTest, IronOverload, IronSafety, IronTherapy, RlsExacerbatingFactor,
    RlsExacerbatingMedicine, Treatment, TreatmentKind, TreatmentPosition,
};
use crate::logic::authoring::{
    Condition, above, against_own_limits, all, any, at_least, at_most, below, is, not, own_limits_given,
    reported, yes,
};
use crate::logic::question::{AnswerSet, QuestionInfo};
use crate::source::Verification;

/// For or against.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Do it.
    For,
    /// Do not do it.
    Against,
}

impl Direction {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
        }
    }
}

/// What comes first in a list of recommendations.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Safety.
    Safety,
    /// Vitamin B12 where neurological signs make it urgent.
    Urgent,
    /// Deficiencies to correct.
    Deficiency,
    /// Tests that a guideline asks for.
    Testing,
    /// What makes restless legs worse.
    Exacerbating,
    /// Treatment.
    Treatment,
}

/// Does an action give iron, and how?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gives {
    /// No iron.
    NoIron,
    /// Oral iron.
    OralIron,
    /// Intravenous iron.
    IntravenousIron,
    /// Vitamin C: no iron, but more of it is absorbed and set free, so that what forbids iron for its amount forbids it.
    VitaminC,
}

impl Gives {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::NoIron, Self::OralIron, Self::IntravenousIron, Self::VitaminC];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoIron => "no_iron",
            Self::OralIron => "oral_iron",
            Self::IntravenousIron => "intravenous_iron",
            Self::VitaminC => "vitamin_c",
        }
    }

    /// The answers of `iron.safety` under which it may be given; `None` where safety has no say.
    pub const fn allowed(self) -> Option<AnswerSet> {
        match self {
            Self::NoIron => None,
            Self::OralIron => Some(IronSafety::Clear.set().or(IronSafety::StopIvOnly.set())),
            Self::IntravenousIron => Some(IronSafety::Clear.set()),
            Self::VitaminC => Some(
                IronSafety::Clear.set().or(IronSafety::StopIvOnly.set()).or(IronSafety::DeferInfection.set()),
            ),
        }
    }

    /// Is it iron?
    pub const fn is_iron(self) -> bool {
        matches!(self, Self::OralIron | Self::IntravenousIron)
    }
}

impl From<Treatment> for Gives {
    fn from(treatment: Treatment) -> Self {
        match treatment.kind() {
            TreatmentKind::OralIron => Self::OralIron,
            TreatmentKind::IntravenousIron => Self::IntravenousIron,
            _ if treatment == Treatment::VitaminC => Self::VitaminC,
            TreatmentKind::Medicine | TreatmentKind::NonDrug => Self::NoIron,
        }
    }
}

/// An action, and the answers that give it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Action {
    /// Stable code.
    pub code: &'static str,
    /// The answers that give it.
    pub answers: AnswerSet,
    /// Withheld where safety forbids what it gives.
    pub gives: Gives,
}

/// A class of answers to a question that share their direction, and the actions each of them gives.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// The question.
    pub question: &'static QuestionInfo,
    /// The answers of the class: a recommendation needs every possible answer to be among them.
    pub class: AnswerSet,
    /// What its answers give.
    pub actions: [Option<Action>; 2],
    /// For or against.
    pub direction: Direction,
    /// Speaks of restless legs: withheld where the diagnosis is not met.
    pub for_rls: bool,
    /// Only while this can hold.
    pub only_if: Condition,
    /// Place in the list.
    pub stage: Stage,
    /// Place in the list where neurological signs make vitamin B12 urgent.
    pub stage_if_urgent: Stage,
}

const ORAL: AnswerSet = IronTherapy::OralOrIv.set().or(IronTherapy::Oral.set());
const INTRAVENOUS: AnswerSet =
    IronTherapy::OralOrIv.set().or(IronTherapy::IvOnly.set()).or(IronTherapy::IvSucrose.set());

const SUSPECT_OVERLOAD: AnswerSet = IronOverload::OverloadProvisional.set().or(IronOverload::HfeTest.set());
const REPLACE_B12: AnswerSet = B12Treatment::Im
    .set()
    .or(B12Treatment::ImNeurological.set())
    .or(B12Treatment::OralHighDose.set())
    .or(B12Treatment::OralDietary.set())
    .or(B12Treatment::Trial.set());

/// One action without iron.
const fn plain(code: &'static str, answers: AnswerSet) -> [Option<Action>; 2] {
    [Some(Action { code, answers, gives: Gives::NoIron }), None]
}

/// What follows from answers, but for treatments.
const GENERAL: &[Advice] = &[
    Advice {
        question: &IronSafety::QUESTION,
        // Also while the history may hold an overload that is known already.
        class: IronSafety::StopTsatCeiling.set().or(IronSafety::StopKnownOverload.set()),
        actions: plain("haemochromatosis_workup", IronSafety::StopTsatCeiling.set()),
        direction: Direction::For,
        for_rls: false,
        // A sample after intravenous iron or a transfusion is repeated first.
        only_if: not(&any(&[at_most(Fact::IvIronDaysAgo, 56.0), at_most(Fact::TransfusionDaysAgo, 7.0)])),
        stage: Stage::Safety,
        stage_if_urgent: Stage::Safety,
    },
    Advice {
        question: &IronOverload::QUESTION,
        class: SUSPECT_OVERLOAD,
        actions: plain("haemochromatosis_workup", SUSPECT_OVERLOAD),
        direction: Direction::For,
        for_rls: false,
        only_if: not(&yes(Fact::Haemochromatosis)),
        stage: Stage::Safety,
        stage_if_urgent: Stage::Safety,
    },
    Advice {
        question: &IronTherapy::QUESTION,
        class: ORAL.or(INTRAVENOUS),
        actions: [
            Some(Action { code: "oral_iron", answers: ORAL, gives: Gives::OralIron }),
            Some(Action { code: "iv_iron", answers: INTRAVENOUS, gives: Gives::IntravenousIron }),
        ],
        direction: Direction::For,
        for_rls: true,
        only_if: Condition::Always,
        stage: Stage::Deficiency,
        stage_if_urgent: Stage::Deficiency,
    },
    Advice {
        question: &B12Treatment::QUESTION,
        class: REPLACE_B12,
        actions: plain("b12_treat", REPLACE_B12),
        direction: Direction::For,
        for_rls: false,
        only_if: Condition::Always,
        stage: Stage::Deficiency,
        stage_if_urgent: Stage::Urgent,
    },
    Advice {
        question: &RlsExacerbatingMedicine::QUESTION,
        class: RlsExacerbatingMedicine::Review.set(),
        actions: plain("review_medicine", RlsExacerbatingMedicine::Review.set()),
        direction: Direction::For,
        for_rls: true,
        only_if: Condition::Always,
        stage: Stage::Exacerbating,
        stage_if_urgent: Stage::Exacerbating,
    },
    Advice {
        question: &RlsExacerbatingFactor::QUESTION,
        class: RlsExacerbatingFactor::Address.set(),
        actions: plain("address_exacerbating_factor", RlsExacerbatingFactor::Address.set()),
        direction: Direction::For,
        for_rls: true,
        only_if: Condition::Always,
        stage: Stage::Exacerbating,
        stage_if_urgent: Stage::Exacerbating,
    },
    Advice {
        question: &B12WhomToTest::QUESTION,
        class: B12WhomToTest::Test.set(),
        actions: plain("b12_test", B12WhomToTest::Test.set()),
        direction: Direction::For,
        for_rls: false,
        only_if: not(&any(&[reported(Fact::B12Total), reported(Fact::Holotc)])),
        stage: Stage::Testing,
        stage_if_urgent: Stage::Urgent,
    },
];

/// Every class of answers that leads to an action: the general ones, then for and against of each treatment.
pub fn advice() -> impl Iterator<Item = Advice> {
    GENERAL.iter().copied().chain(Treatment::ALL.iter().flat_map(|treatment| for_and_against(*treatment)))
}

fn for_and_against(treatment: Treatment) -> [Advice; 2] {
    let gives = Gives::from(treatment);
    let made = |class: AnswerSet, direction, gives| Advice {
        question: treatment.question(),
        class,
        actions: [Some(Action { code: treatment.id(), answers: class, gives }), None],
        direction,
        for_rls: true,
        only_if: Condition::Always,
        stage: Stage::Treatment,
        stage_if_urgent: Stage::Treatment,
    };
    let class = |wanted: fn(TreatmentPosition) -> bool| {
        let own = TreatmentPosition::ALL.iter().filter(|position| wanted(**position));
        own.fold(AnswerSet::EMPTY, |sum, position| sum.or(position.set()))
    };
    [
        made(class(TreatmentPosition::is_for), Direction::For, gives),
        made(class(TreatmentPosition::is_against), Direction::Against, Gives::NoIron),
    ]
}

/// What keeps an action from being offered beside the safety of iron: it does not help this person, or not now.
#[derive(Clone, Copy, Debug)]
pub struct Barrier {
    /// Stable code, as `withheld` names it.
    pub code: &'static str,
    /// The action; or all that give this.
    pub of: Barred,
    /// Withholds where this certainly holds.
    pub when: Condition,
    /// In words.
    pub says: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// How far it was checked.
    pub verification: Verification,
}

/// What a barrier keeps back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Barred {
    /// Iron taken by mouth.
    OralIron,
    /// Iron by either route.
    Iron,
    /// One treatment.
    Treatment(Treatment),
}

impl Barrier {
    /// Does it keep this back?
    pub fn keeps(&self, action: &str, gives: Gives) -> bool {
        match self.of {
            Barred::OralIron => gives == Gives::OralIron,
            Barred::Iron => gives.is_iron(),
            Barred::Treatment(treatment) => action == treatment.id(),
        }
    }
}

/// Low by C-reactive protein rather than for want of iron.
pub(crate) const TSAT_LOW_ACUTE_PHASE: Condition =
    all(&[above(Fact::Crp, 10.0), below(Fact::Tsat, 20.0), at_least(Fact::Ferritin, 100.0)]);

/// Below the laboratory's limit; where it gives none, below the usual one.
pub(crate) const PHOSPHATE_LOW: Condition = any(&[
    against_own_limits(Fact::Phosphate, Band::Low),
    all(&[reported(Fact::Phosphate), not(&own_limits_given(Fact::Phosphate)), below(Fact::Phosphate, 0.8)]),
]);

/// Ferric carboxymaltose within three months, or before with something that makes phosphate fall further.
const FCM_AGAIN: Condition = all(&[
    not(&reported(Fact::Phosphate)),
    any(&[
        all(&[
            is(Fact::IvIronProduct, IvIronProduct::FerricCarboxymaltose.only()),
            at_most(Fact::IvIronDaysAgo, 92.0),
        ]),
        all(&[
            yes(Fact::FcmBefore),
            any(&[
                yes(Fact::Crohn),
                yes(Fact::UlcerativeColitis),
                yes(Fact::Coeliac),
                yes(Fact::BariatricSurgery),
                yes(Fact::IronMalabsorption),
            ]),
        ]),
    ]),
]);

/// Every barrier.
pub const BARRIERS: &[Barrier] = &[
    Barrier {
        code: "oral_iron_failed",
        of: Barred::OralIron,
        when: yes(Fact::OralIronFailed),
        says: "oral iron did not help",
        source: "MAYO2021",
        verification: Verification::Derived,
    },
    Barrier {
        code: "oral_iron_not_tolerated",
        of: Barred::OralIron,
        when: yes(Fact::OralIronNotTolerated),
        says: "oral iron was not tolerated",
        source: "MAYO2021",
        verification: Verification::Derived,
    },
    Barrier {
        code: "iron_malabsorption",
        of: Barred::OralIron,
        when: yes(Fact::IronMalabsorption),
        says: "iron is not absorbed",
        source: "MAYO2021",
        verification: Verification::Derived,
    },
    Barrier {
        code: "tsat_low_acute_phase",
        of: Barred::Iron,
        when: TSAT_LOW_ACUTE_PHASE,
        says: "transferrin saturation is low with inflammation and ferritin is not: repeat when C-reactive protein is 5 mg/L or less",
        source: "TSATCRP",
        verification: Verification::Derived,
    },
    Barrier {
        code: "phosphate_low",
        of: Barred::Treatment(Treatment::FerricCarboxymaltose),
        when: PHOSPHATE_LOW,
        says: "phosphate is low already: correct it first, or another iron",
        source: "FDA_FCM2026",
        verification: Verification::Derived,
    },
    Barrier {
        code: "phosphate_unknown_before_fcm",
        of: Barred::Treatment(Treatment::FerricCarboxymaltose),
        when: FCM_AGAIN,
        says: "ferric carboxymaltose was given before: measure phosphate first",
        source: "FDA_FCM2026",
        verification: Verification::Derived,
    },
];

/// What to look at again after an action, and when: only where a source gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct FollowUp {
    /// The action it follows.
    #[serde(skip)]
    pub action: &'static str,
    /// Whose advice it is; empty where it goes with the action whoever advises it.
    #[serde(skip)]
    pub guideline: &'static str,
    /// What to look at.
    pub check: &'static str,
    /// When, in weeks; nothing where the source names no time.
    pub weeks: Option<u16>,
    /// In words.
    pub says: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// How far it was checked.
    pub verification: Verification,
}

/// Every follow-up for which a source was found.
pub const FOLLOW_UPS: &[FollowUp] = &[
    FollowUp {
        action: "oral_iron",
        guideline: "mayo-2021",
        check: "symptoms",
        weeks: Some(13),
        says: "no improvement after an adequate trial of 3 months: intravenous iron",
        source: "MAYO2021",
        verification: Verification::Secondary,
    },
    FollowUp {
        action: "oral_iron",
        guideline: "irlssg-2018",
        check: "symptoms, ferritin and transferrin saturation",
        weeks: Some(13),
        says: "reassess at about 3 months",
        source: "IRLSSGIRON2018",
        verification: Verification::Unverified,
    },
    FollowUp {
        action: "iv_iron",
        guideline: "irlssg-2018",
        check: "symptoms",
        weeks: Some(6),
        says: "response by about 6 weeks, up to 12 weeks",
        source: "IRLSSGIRON2018",
        verification: Verification::Unverified,
    },
    FollowUp {
        action: "iv_iron",
        guideline: "",
        check: "phosphate",
        weeks: None,
        says: "with repeated courses of ferric carboxymaltose check phosphate",
        source: "IRLSSGIRON2018",
        verification: Verification::Secondary,
    },
    FollowUp {
        action: "b12_treat",
        guideline: "nice-ng239",
        check: "symptoms",
        weeks: Some(13),
        says: "3 months after starting; 1 month if pregnant or breastfeeding",
        source: "NG239-SEC",
        verification: Verification::Secondary,
    },
];

/// A test that can be ordered.
#[derive(Clone, Copy, Debug)]
pub struct OrderableTest {
    /// The analyte to order.
    pub test: &'static str,
    /// The fact its result tells, if a rule asks it.
    pub fact: Option<Fact>,
    /// How to draw the sample.
    pub instructions: &'static [&'static str],
    /// Belongs to the work-up that the founding article calls essential (claim A8).
    pub in_work_up: bool,
}

const fn test(test: &'static str, fact: Fact) -> OrderableTest {
    OrderableTest { test, fact: Some(fact), instructions: &[], in_work_up: false }
}

const fn work_up(
    test: &'static str,
    fact: Option<Fact>,
    instructions: &'static [&'static str],
) -> OrderableTest {
    OrderableTest { test, fact, instructions, in_work_up: true }
}

const IRON_SAMPLE: &[&str] = &["morning", "iron_free_24h"];

/// Every test that a report may name, in the order in which a reader wants them.
pub const TESTS: &[OrderableTest] = &[
    work_up("ferritin", Some(Fact::Ferritin), IRON_SAMPLE),
    work_up("tsat", Some(Fact::Tsat), IRON_SAMPLE),
    work_up("b12_total", Some(Fact::B12Total), &[]),
    test("holotc", Fact::Holotc),
    test("mma_serum", Fact::MmaSerum),
    test("hcy", Fact::Hcy),
    work_up("creatinine", Some(Fact::Egfr), &[]),
    work_up("sodium", Some(Fact::Sodium), &[]),
    work_up("potassium", Some(Fact::Potassium), &[]),
    work_up("tsh", Some(Fact::Tsh), &[]),
    work_up("calcium", Some(Fact::Calcium), &[]),
    work_up("hba1c", Some(Fact::Hba1c), &[]),
    work_up("uacr", Some(Fact::Uacr), &[]),
    test("haemoglobin", Fact::Haemoglobin),
    test("mcv", Fact::Mcv),
    test("crp", Fact::Crp),
    test("folate_serum", Fact::FolateSerum),
    test("folate_rbc", Fact::FolateRbc),
    test("magnesium", Fact::Magnesium),
    test("phosphate", Fact::Phosphate),
];
