//! What sort of work a source is.

use core::fmt;

/// What sort of work a source is.
///
/// ```
/// use ekbom::source::{SourceKind, find};
/// assert_eq!(find("AASM2025").unwrap().kind, SourceKind::Guideline);
/// assert!(!SourceKind::AiPage.carries_a_rule());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A guideline, or consensus criteria.
    Guideline,
    /// A medicine's label, or a formulary.
    Label,
    /// A notice of a medicines agency.
    AgencyNotice,
    /// A randomised trial.
    Trial,
    /// Another study.
    Study,
    /// A review or meta-analysis.
    Review,
    /// What a laboratory or a body of laboratories tells its users.
    LaboratoryManual,
    /// A survey of a population or of practice.
    Survey,
    /// A questionnaire or scale.
    Instrument,
    /// Codes, units, equations.
    ReferenceData,
    /// A page, a news article or a textbook, written by people.
    Page,
    /// A page written by a machine.
    AiPage,
    /// Posts of a forum or of a patients' charity.
    Forum,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Guideline,
        Self::Label,
        Self::AgencyNotice,
        Self::Trial,
        Self::Study,
        Self::Review,
        Self::LaboratoryManual,
        Self::Survey,
        Self::Instrument,
        Self::ReferenceData,
        Self::Page,
        Self::AiPage,
        Self::Forum,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Guideline => "guideline",
            Self::Label => "label",
            Self::AgencyNotice => "agency_notice",
            Self::Trial => "trial",
            Self::Study => "study",
            Self::Review => "review",
            Self::LaboratoryManual => "laboratory_manual",
            Self::Survey => "survey",
            Self::Instrument => "instrument",
            Self::ReferenceData => "reference_data",
            Self::Page => "page",
            Self::AiPage => "ai_page",
            Self::Forum => "forum",
        }
    }

    /// May a rule rest on it alone and be called more than unverified?
    pub const fn carries_a_rule(self) -> bool {
        !matches!(self, Self::AiPage | Self::Forum)
    }
}

impl fmt::Display for SourceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl serde::Serialize for SourceKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
