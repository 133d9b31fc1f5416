//! The clinical questions of the built-in knowledge and their answers.

mod list;
mod treatment;

pub use list::*;
pub use treatment::{TREATMENT_QUESTIONS, Treatment, TreatmentKind, TreatmentPosition};

use crate::logic::question::{AnswerSet, QuestionInfo};

impl BloodAnaemia {
    /// Anaemia of any severity.
    pub(crate) const PRESENT: AnswerSet =
        Self::Mild.set().or(Self::Moderate.set()).or(Self::Severe.set()).or(Self::PresentUngraded.set());
}

/// Every question, in the order in which a report asks them: [`QUESTIONS`], then [`TREATMENT_QUESTIONS`].
///
/// ```
/// use ekbom::knowledge::question;
/// assert!(question::all().any(|question| question.id == "treatment.pramipexole"));
/// ```
pub fn all() -> impl Iterator<Item = &'static QuestionInfo> + Clone {
    QUESTIONS.iter().chain(TREATMENT_QUESTIONS)
}
