//! The clinical questions of the built-in knowledge and their answers.

mod list;
mod treatment;

pub use list::*;
pub use treatment::{TREATMENT_QUESTIONS, Treatment, TreatmentKind, TreatmentPosition};

use crate::logic::question::QuestionInfo;

/// Every question, in the order in which a report asks them: [`QUESTIONS`], then [`TREATMENT_QUESTIONS`].
///
/// ```
/// use ekbom::knowledge::question;
/// assert!(question::all().any(|question| question.id == "treatment.pramipexole"));
/// ```
pub fn all() -> impl Iterator<Item = &'static QuestionInfo> + Clone {
    QUESTIONS.iter().chain(TREATMENT_QUESTIONS)
}
