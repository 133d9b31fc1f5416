//! One question for each treatment, all with the same answers.
//!
//! "If this is restless legs syndrome, what does the guideline say of this treatment?" Strength belongs to the answer,
//! because guidelines that agree on a direction may differ in how firmly they hold it.

use core::fmt;

use crate::logic::question::{AnswerInfo, AnswerSet, QuestionInfo, UnknownAnswer};

/// What a guideline says of a treatment.
///
/// ```
/// use ekbom::knowledge::question::TreatmentPosition;
/// assert_eq!(TreatmentPosition::try_from("for_strong"), Ok(TreatmentPosition::ForStrong));
/// assert!(TreatmentPosition::AgainstStrong.is_against());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub enum TreatmentPosition {
    /// Recommended, strongly.
    ForStrong,
    /// Recommended, conditionally.
    ForConditional,
    /// Recommended against, conditionally; see the flag `standard_use_only`.
    AgainstConditional,
    /// Recommended against, strongly.
    AgainstStrong,
    /// The guideline looked and found too little evidence to support or refute it.
    InsufficientEvidence,
    /// The guideline is silent for this person.
    NotAddressed,
    /// The question does not arise for this person.
    NotApplicable,
}

impl TreatmentPosition {
    /// Every answer, in display order.
    pub const ALL: &'static [Self] = &[
        Self::ForStrong,
        Self::ForConditional,
        Self::AgainstConditional,
        Self::AgainstStrong,
        Self::InsufficientEvidence,
        Self::NotAddressed,
        Self::NotApplicable,
    ];

    /// The same as the answers of a question, index for index.
    const ANSWERS: &'static [AnswerInfo] = &[
        AnswerInfo { code: "for_strong", meaning: "recommended, strongly" },
        AnswerInfo { code: "for_conditional", meaning: "recommended, conditionally" },
        AnswerInfo { code: "against_conditional", meaning: "recommended against, conditionally" },
        AnswerInfo { code: "against_strong", meaning: "recommended against, strongly" },
        AnswerInfo {
            code: "insufficient_evidence",
            meaning: "the evidence was found insufficient to support or refute it",
        },
        AnswerInfo { code: "not_addressed", meaning: "the guideline is silent" },
        AnswerInfo { code: "not_applicable", meaning: "the question does not arise for this person" },
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ForStrong => "for_strong",
            Self::ForConditional => "for_conditional",
            Self::AgainstConditional => "against_conditional",
            Self::AgainstStrong => "against_strong",
            Self::InsufficientEvidence => "insufficient_evidence",
            Self::NotAddressed => "not_addressed",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// This answer as a set of one.
    pub const fn set(self) -> AnswerSet {
        AnswerSet::only(self as u8)
    }

    /// Either strength for the treatment.
    pub const fn is_for(self) -> bool {
        matches!(self, Self::ForStrong | Self::ForConditional)
    }

    /// Either strength against the treatment.
    pub const fn is_against(self) -> bool {
        matches!(self, Self::AgainstConditional | Self::AgainstStrong)
    }
}

impl TryFrom<&str> for TreatmentPosition {
    type Error = UnknownAnswer;

    fn try_from(code: &str) -> Result<Self, UnknownAnswer> {
        let known = Self::ALL.iter().copied().find(|answer| answer.code() == code);
        known.ok_or(UnknownAnswer::to("treatment"))
    }
}

impl fmt::Display for TreatmentPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// What sort of treatment it is, as far as safety rules ask.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TreatmentKind {
    /// A medicine or another substance that is taken, iron apart.
    Medicine,
    /// Iron by mouth.
    OralIron,
    /// Iron into a vein.
    IntravenousIron,
    /// A device or an exercise.
    NonDrug,
}

/// The question for one treatment.
const fn position(id: &'static str, title: &'static str) -> QuestionInfo {
    // No two answers are declared compatible: that one guideline is firmer than another is worth showing.
    QuestionInfo { id, title, answers: TreatmentPosition::ANSWERS, compatible: &[] }
}

macro_rules! treatments {
    ($($variant:ident = $id:literal, $label:literal, $kind:ident;)+) => {
        /// A treatment on which a guideline here takes a position. Its id is public API.
        ///
        /// ```
        /// use ekbom::knowledge::question::Treatment;
        /// assert_eq!(Treatment::from_id("cabergoline").unwrap().question().id, "treatment.cabergoline");
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Treatment { $(#[doc = concat!("`", $id, "`: ", $label, ".")] $variant,)+ }

        impl Treatment {
            /// Every treatment.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Public id, stable; also the action of its grades and recommendations.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// The name in words.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// What sort of treatment it is.
            pub const fn kind(self) -> TreatmentKind {
                match self { $(Self::$variant => TreatmentKind::$kind,)+ }
            }

            /// Its question.
            pub const fn question(self) -> &'static QuestionInfo {
                match self {
                    $(Self::$variant => const {
                        &position(
                            concat!("treatment.", $id),
                            concat!("If this is restless legs syndrome: what is said of ", $label, "?"),
                        )
                    },)+
                }
            }
        }

        /// The questions on treatments, in the order in which a report asks them.
        pub const TREATMENT_QUESTIONS: &[QuestionInfo] = &[$(*Treatment::$variant.question(),)+];
    };
}

treatments! {
    GabapentinEnacarbil = "gabapentin_enacarbil", "gabapentin enacarbil", Medicine;
    Gabapentin = "gabapentin", "gabapentin", Medicine;
    Pregabalin = "pregabalin", "pregabalin", Medicine;
    FerricCarboxymaltose = "ferric_carboxymaltose", "intravenous ferric carboxymaltose", IntravenousIron;
    IronDextran = "iron_dextran", "intravenous low-molecular-weight iron dextran", IntravenousIron;
    Ferumoxytol = "ferumoxytol", "intravenous ferumoxytol", IntravenousIron;
    FerrousSulfate = "ferrous_sulfate", "oral ferrous sulfate", OralIron;
    IronSucrose = "iron_sucrose", "intravenous iron sucrose", IntravenousIron;
    Dipyridamole = "dipyridamole", "dipyridamole", Medicine;
    Opioids = "opioids", "extended-release oxycodone and other opioids", Medicine;
    PeronealNerveStimulation = "peroneal_nerve_stimulation",
        "bilateral high-frequency peroneal nerve stimulation", NonDrug;
    VitaminC = "vitamin_c", "vitamin C", Medicine;
    Levodopa = "levodopa", "levodopa", Medicine;
    Pramipexole = "pramipexole", "pramipexole", Medicine;
    Rotigotine = "rotigotine", "transdermal rotigotine", Medicine;
    Ropinirole = "ropinirole", "ropinirole", Medicine;
    Cabergoline = "cabergoline", "cabergoline", Medicine;
    Pergolide = "pergolide", "pergolide", Medicine;
    Bupropion = "bupropion", "bupropion as a treatment of restless legs", Medicine;
    Carbamazepine = "carbamazepine", "carbamazepine", Medicine;
    Clonazepam = "clonazepam", "clonazepam", Medicine;
    Triazolam = "triazolam", "triazolam", Medicine;
    ValproicAcid = "valproic_acid", "valproic acid", Medicine;
    Valerian = "valerian", "valerian", Medicine;
    Clonidine = "clonidine", "clonidine", Medicine;
    PneumaticCompression = "pneumatic_compression", "pneumatic compression", NonDrug;
    NearInfrared = "near_infrared", "near-infrared light", NonDrug;
    Rtms = "rtms", "repetitive transcranial magnetic stimulation", NonDrug;
    Exercise = "exercise", "exercise", NonDrug;
}

impl Treatment {
    /// The treatment with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|treatment| treatment.id() == id)
    }

    /// Is it iron by any route, so that the iron safety rules decide whether it may be offered?
    pub const fn gives_iron(self) -> bool {
        matches!(self.kind(), TreatmentKind::OralIron | TreatmentKind::IntravenousIron)
    }
}

impl fmt::Display for Treatment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_the_enum_index_for_index() {
        assert_eq!(TreatmentPosition::ANSWERS.len(), TreatmentPosition::ALL.len());
        for (answer, position) in TreatmentPosition::ANSWERS.iter().zip(TreatmentPosition::ALL) {
            assert_eq!(answer.code, position.code());
            assert_eq!(TreatmentPosition::try_from(answer.code), Ok(*position));
            assert_eq!(Treatment::Gabapentin.question().set_of(answer.code), Some(position.set()));
        }
        assert!(TreatmentPosition::try_from("for").is_err());
    }

    #[test]
    fn every_treatment_has_its_question() {
        assert_eq!(Treatment::ALL.len(), TREATMENT_QUESTIONS.len());
        for (treatment, question) in Treatment::ALL.iter().zip(TREATMENT_QUESTIONS) {
            assert_eq!(question.id.strip_prefix("treatment."), Some(treatment.id()));
            assert_eq!(Treatment::from_id(treatment.id()), Some(*treatment));
        }
    }
}
