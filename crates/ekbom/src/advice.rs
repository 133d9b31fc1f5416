//! What follows from answers: actions, and tests with their instructions. Data only.

use crate::condition::{Condition, any, not, reported};
use crate::fact::Fact;
use crate::question::{AnswerSet, B12WhomToTest, IronSafety, IronTherapy, Question};

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
    /// Deficiencies to correct.
    Deficiency,
    /// Tests that a guideline asks for.
    Testing,
    /// Treatment.
    Treatment,
}

/// A class of answers to a question that share their direction, and the actions each of them gives.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// The question.
    pub question: &'static Question,
    /// The answers of the class: a recommendation needs every possible answer to be among them.
    pub class: AnswerSet,
    /// Actions, each with the answers that give it.
    pub actions: &'static [(&'static str, AnswerSet)],
    /// For or against.
    pub direction: Direction,
    /// Gives iron: withheld where safety forbids it.
    pub iron: bool,
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

/// Every class of answers that leads to an action.
pub const ADVICE: &[Advice] = &[
    Advice {
        question: &IronSafety::QUESTION,
        class: IronSafety::StopTsatCeiling.set(),
        actions: &[("haemochromatosis_workup", IronSafety::StopTsatCeiling.set())],
        direction: Direction::For,
        iron: false,
        for_rls: false,
        only_if: Condition::Always,
        stage: Stage::Safety,
    },
    Advice {
        question: &IronTherapy::QUESTION,
        class: ORAL.or(INTRAVENOUS),
        actions: &[("oral_iron", ORAL), ("iv_iron", INTRAVENOUS)],
        direction: Direction::For,
        iron: true,
        for_rls: true,
        only_if: Condition::Always,
        stage: Stage::Deficiency,
    },
    Advice {
        question: &B12WhomToTest::QUESTION,
        class: B12WhomToTest::Test.set(),
        actions: &[("b12_test", B12WhomToTest::Test.set())],
        direction: Direction::For,
        iron: false,
        for_rls: false,
        only_if: not(&any(&[reported(Fact::B12Total), reported(Fact::Holotc)])),
        stage: Stage::Testing,
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
