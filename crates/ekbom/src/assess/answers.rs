//! Typed doors of an assessment: one position by its names, and its answers as values of their own type.
//!
//! The enums of answers are closed, for rules are written with them; a position is open, for an assessment may come from
//! a later version. So [`Answers`] holds both: the answers of its type, and the codes that its type does not know. The
//! latter count: they keep a position open that would look determined without them.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Assessment, Position};
use crate::knowledge::code::{AlertCode, Answer, AnswerTo, Guideline, Question};
use crate::knowledge::question::{Treatment, TreatmentPosition};
use crate::source::Text;

/// Why there is no position.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum WhyNoPosition {
    /// The guideline does not answer this question: the knowledge has no such table.
    NoSuchTable,
    /// It does, and is asked only when the patient's `include` names it.
    NotAsked,
    /// It was left out with [`Assessment::keep_guidelines`].
    LeftOut,
    /// It was read from JSON, which holds none and does not say why.
    NotInJson,
}

/// There is no position of this guideline on this question.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no position of `{guideline}` on `{question}`: {}", .why.words())]
pub struct NoPosition {
    question: Question,
    guideline: Guideline,
    why: WhyNoPosition,
}

impl WhyNoPosition {
    const fn words(self) -> &'static str {
        match self {
            Self::NoSuchTable => "this guideline does not answer this question",
            Self::NotAsked => "this guideline is asked only when the patient's `include` names it",
            Self::LeftOut => "this guideline was left out of the assessment",
            Self::NotInJson => "the JSON that the assessment was read from holds none",
        }
    }
}

impl NoPosition {
    pub(super) fn new(question: Question, guideline: &Guideline, why: WhyNoPosition) -> Self {
        Self { question, guideline: guideline.clone(), why }
    }

    /// The question.
    pub const fn question(&self) -> &Question {
        &self.question
    }

    /// The guideline.
    pub const fn guideline(&self) -> &Guideline {
        &self.guideline
    }

    /// Why there is none.
    pub const fn why(&self) -> WhyNoPosition {
        self.why
    }
}

/// The answers still possible in one position; never none.
///
/// ```
/// use ekbom::knowledge::question::IronTherapy;
/// use ekbom::{Guideline, Knowledge, Patient, assess};
///
/// let knowledge = Knowledge::builtin();
/// let patient = Patient::from_json(
///     r#"{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}], "complete": ["history"]}"#,
/// )?;
/// let assessment = assess(&knowledge, &patient);
/// let aasm = assessment.answers::<IronTherapy>(&Guideline::Aasm2025)?;
/// assert_eq!(aasm.determined(), None); // transferrin saturation and inflammation are open
/// assert!(aasm.can_be(IronTherapy::OralOrIv) && !aasm.can_be(IronTherapy::IvOnly));
/// let nice = assessment.answers::<IronTherapy>(&Guideline::NiceCks)?;
/// assert_eq!(nice.determined(), Some(IronTherapy::Oral));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answers<A> {
    known: Vec<A>,
    other: Vec<String>,
}

impl<A: Answer> Answers<A> {
    pub(super) fn of<C: AsRef<str>>(codes: &[C]) -> Self {
        let mut read = Self { known: Vec::new(), other: Vec::new() };
        for code in codes.iter().map(AsRef::as_ref) {
            match A::from_code(code) {
                Some(answer) => read.known.push(answer),
                None => read.other.push(code.to_owned()),
            }
        }
        read
    }

    /// The answer, where one is left and this version knows it.
    pub fn determined(&self) -> Option<A> {
        match (self.known.as_slice(), self.other.as_slice()) {
            (&[only], []) => Some(only),
            _ => None,
        }
    }

    /// Is this answer still possible?
    pub fn can_be(&self, answer: A) -> bool {
        self.known.contains(&answer)
    }

    /// The answers still possible that this version knows, in display order.
    pub fn known(&self) -> &[A] {
        &self.known
    }

    /// The codes of those that it does not know: an assessment that a later version wrote may have some.
    pub fn other(&self) -> impl Iterator<Item = &str> {
        self.other.iter().map(String::as_str)
    }

    /// How many answers are possible, known and other.
    pub fn count(&self) -> usize {
        self.known.len() + self.other.len()
    }
}

impl Assessment {
    /// One position.
    ///
    /// ```
    /// use ekbom::assess::WhyNoPosition;
    /// use ekbom::{Guideline, Knowledge, Patient, Question, assess};
    ///
    /// let knowledge = Knowledge::builtin();
    /// let assessment = assess(&knowledge, &Patient::from_json(r#"{"labs": []}"#)?);
    /// assert_eq!(assessment.position(Question::IronTherapy, &Guideline::Mayo2021)?.possible.len(), 5);
    /// let none = assessment.position(Question::IronTherapy, &Guideline::Kdigo).unwrap_err();
    /// assert_eq!(none.why(), WhyNoPosition::NoSuchTable);
    /// let none = assessment.position(Question::B12FirstLine, &Guideline::Aafp2017).unwrap_err();
    /// assert_eq!(none.why(), WhyNoPosition::NotAsked);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn position(&self, question: Question, guideline: &Guideline) -> Result<&Position, NoPosition> {
        let (asked, of) = (question.code(), guideline.code());
        match self.positions.iter().find(|own| own.question == asked && own.guideline == of) {
            Some(position) => Ok(position),
            None => {
                let absent = self.memory.absent.iter();
                let why = absent.into_iter().find(|own| own.question == asked && own.guideline == of);
                let read = self.memory.made_from.is_none();
                let else_why = if read { WhyNoPosition::NotInJson } else { WhyNoPosition::NoSuchTable };
                let why = why.map_or(else_why, |absent| absent.why);
                Err(NoPosition::new(question, guideline, why))
            }
        }
    }

    /// The answers still possible to the question whose answers are of this type.
    pub fn answers<A: AnswerTo>(&self, of: &Guideline) -> Result<Answers<A>, NoPosition> {
        self.position(A::QUESTION, of).map(|position| Answers::of(&position.possible))
    }

    /// What a guideline can still say of a treatment.
    ///
    /// ```
    /// use ekbom::knowledge::question::{Treatment, TreatmentPosition};
    /// use ekbom::{Guideline, Knowledge, Patient, assess};
    ///
    /// let knowledge = Knowledge::builtin();
    /// let patient = Patient::from_json(r#"{"age_years": 58, "labs": [], "history": {"dialysis": false}}"#)?;
    /// let made = assess(&knowledge, &patient);
    /// let said = made.treatment(Treatment::Cabergoline, &Guideline::Aasm2025)?;
    /// assert!(said.can_be(TreatmentPosition::AgainstStrong));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn treatment(
        &self,
        treatment: Treatment,
        of: &Guideline,
    ) -> Result<Answers<TreatmentPosition>, NoPosition> {
        let position = self.position(Question::Treatment(treatment), of);
        position.map(|position| Answers::of(&position.possible))
    }

    /// Was this alert raised?
    pub fn has_alert(&self, code: &AlertCode) -> bool {
        self.alerts.iter().any(|alert| alert.code == code.code())
    }
}

/// A table of the knowledge that has no position here, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Absent {
    pub(super) question: Text,
    pub(super) guideline: Text,
    pub(super) why: WhyNoPosition,
}

#[cfg(test)]
mod tests {
    use super::Answers;
    use crate::knowledge::question::IronTherapy;

    #[test]
    fn an_answer_of_a_later_version_keeps_a_position_open() {
        let both = Answers::<IronTherapy>::of(&["oral", "oral_every_other_day"]);
        assert_eq!((both.determined(), both.count()), (None, 2));
        assert!(both.can_be(IronTherapy::Oral) && both.other().eq(["oral_every_other_day"]));
        let later = Answers::<IronTherapy>::of(&["oral_every_other_day"]);
        assert_eq!((later.determined(), later.count()), (None, 1));
        assert!(later.known().is_empty());
        assert_eq!(Answers::<IronTherapy>::of(&["oral"]).determined(), Some(IronTherapy::Oral));
    }
}
