//! The codes of questions, each of the name of the type of its answers.

use core::fmt;

use super::{BadCode, OwnCode, doors};
use crate::knowledge::question::{self, Treatment, TreatmentPosition};

/// An answer to one question, or to every question on a treatment. Sealed: questions come with their answers.
pub trait Answer: Copy + Eq + fmt::Debug + sealed::Sealed + 'static {
    /// The answer with this code; `None` for one that this version does not know.
    fn from_code(code: &str) -> Option<Self>;

    /// The stable code.
    fn to_code(self) -> &'static str;
}

/// An answer to one question alone, so that its type says which.
pub trait AnswerTo: Answer {
    /// The question.
    const QUESTION: Question;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! named_questions {
    (questions { $($variant:ident,)+ } treatments { $($treatment:ident,)+ }) => {
        /// A clinical question.
        ///
        /// ```
        /// use ekbom::Question;
        /// use ekbom::knowledge::question::Treatment;
        /// assert_eq!("iron.therapy".parse(), Ok(Question::IronTherapy));
        /// assert_eq!("treatment.levodopa".parse(), Ok(Question::Treatment(Treatment::Levodopa)));
        /// ```
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum Question {
            $(#[doc = concat!("[`", stringify!($variant), "`](question::", stringify!($variant), ")")] $variant,)+
            /// What is said of one treatment.
            Treatment(Treatment),
            /// One that this version does not know.
            Other(OwnCode<Self>),
        }

        impl Question {
            /// Every built-in one, in the order of [`question::all`].
            pub const ALL: &'static [Self] =
                &[$(Self::$variant,)+ $(Self::Treatment(Treatment::$treatment),)+];

            /// The stable code.
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$variant => question::$variant::QUESTION.id,)+
                    Self::Treatment(treatment) => treatment.question().id,
                    Self::Other(own) => own.as_str(),
                }
            }
        }

        $(
            answer!(question::$variant);

            impl AnswerTo for question::$variant {
                const QUESTION: Question = Question::$variant;
            }
        )+
    };
}

macro_rules! answer {
    ($name:ty) => {
        impl sealed::Sealed for $name {}

        impl Answer for $name {
            fn from_code(code: &str) -> Option<Self> {
                Self::try_from(code).ok()
            }

            fn to_code(self) -> &'static str {
                self.code()
            }
        }
    };
}

answer!(TreatmentPosition);
doors!(Question);

named_questions! {
    questions {
        RlsDiagnosis, RlsCourse, RlsRelevance, RlsSeverity, RlsOnsetPattern, RlsAugmentation,
        RlsExacerbatingMedicine, RlsExacerbatingFactor, IronTherapy, IronSafety, IronDeficiency,
        IronOverload, B12FirstLine, B12Status, B12WhomToTest, B12Treatment, B12Contribution, FolateStatus, BloodAnaemia,
        BloodMacrocytosis, KidneyStage, KidneyAlbuminuria, KidneyUraemicRls, Thyroid, Calcium,
        ElectrolytesSodium, ElectrolytesPotassium, ElectrolytesMagnesium, ElectrolytesPhosphate, Glycaemia,
    }
    treatments {
        GabapentinEnacarbil, Gabapentin, Pregabalin, FerricCarboxymaltose, IronDextran, Ferumoxytol,
        FerrousSulfate, IronSucrose, Dipyridamole, Opioids, PeronealNerveStimulation, VitaminC, Levodopa,
        Pramipexole, Rotigotine, Ropinirole, Cabergoline, Pergolide, Bupropion, Carbamazepine, Clonazepam,
        Triazolam, ValproicAcid, Valerian, Clonidine, PneumaticCompression, NearInfrared, Rtms, Exercise,
    }
}

#[cfg(test)]
mod tests {
    use super::Question;
    use crate::knowledge::question;

    #[test]
    fn the_order_is_that_of_the_catalogue() {
        assert!(Question::ALL.iter().map(Question::code).eq(question::all().map(|question| question.id)));
    }
}
