//! What follows from answers: actions, and tests with their instructions. Data only.

use crate::condition::{Condition, any, not, reported};
use crate::fact::Fact;
use crate::question::{
    AnswerSet, B12WhomToTest, IronSafety, IronTherapy, Question, Treatment, TreatmentPosition,
};

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
    pub question: &'static Question,
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
}

const ORAL: AnswerSet = IronTherapy::OralOrIv.set().or(IronTherapy::Oral.set());
const INTRAVENOUS: AnswerSet =
    IronTherapy::OralOrIv.set().or(IronTherapy::IvOnly.set()).or(IronTherapy::IvSucrose.set());

/// One action without iron.
const fn plain(code: &'static str, answers: AnswerSet) -> [Option<Action>; 2] {
    [Some(Action { code, answers, gives: Gives::NoIron }), None]
}

/// What follows from answers, but for treatments.
const GENERAL: &[Advice] = &[
    Advice {
        question: &IronSafety::QUESTION,
        class: IronSafety::StopTsatCeiling.set(),
        actions: plain("haemochromatosis_workup", IronSafety::StopTsatCeiling.set()),
        direction: Direction::For,
        for_rls: false,
        only_if: Condition::Always,
        stage: Stage::Safety,
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
    },
    Advice {
        question: &B12WhomToTest::QUESTION,
        class: B12WhomToTest::Test.set(),
        actions: plain("b12_test", B12WhomToTest::Test.set()),
        direction: Direction::For,
        for_rls: false,
        only_if: not(&any(&[reported(Fact::B12Total), reported(Fact::Holotc)])),
        stage: Stage::Testing,
    },
];

/// Every class of answers that leads to an action: the general ones, then for and against of each treatment.
pub fn advice() -> impl Iterator<Item = Advice> {
    GENERAL.iter().copied().chain(Treatment::ALL.iter().flat_map(|treatment| for_and_against(*treatment)))
}

fn for_and_against(treatment: Treatment) -> [Advice; 2] {
    let gives = match treatment {
        Treatment::FerrousSulfate => Gives::OralIron,
        treatment if treatment.gives_iron() => Gives::IntravenousIron,
        _ => Gives::NoIron,
    };
    let made = |class: AnswerSet, direction, gives| Advice {
        question: treatment.question(),
        class,
        actions: [Some(Action { code: treatment.id(), answers: class, gives }), None],
        direction,
        for_rls: true,
        only_if: Condition::Always,
        stage: Stage::Treatment,
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
