//! Why there is no report.

use alloc::string::String;

use ekbom::knowledge::UnknownGuideline;

/// Why there is no report of an assessment.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// Its answers are those of another knowledge, whose rules are not at hand.
    #[error("the assessment was made with knowledge {made_with}; this is {given}")]
    OtherKnowledge {
        /// The version and the hash of the knowledge that answered.
        made_with: String,
        /// Those of the knowledge that was given.
        given: String,
    },
    /// It was read from JSON, which does not hold the patient.
    #[error("the assessment does not carry the patient it was made from: assess the patient again")]
    NoPatient,
    /// A guideline that the knowledge does not have.
    #[error(transparent)]
    UnknownGuideline(#[from] UnknownGuideline),
}
