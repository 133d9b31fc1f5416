//! The codes of questions, guidelines and alerts as enums that cannot be misspelt, and are open all the same: a
//! hospital's own guideline, or what a later version knows, is [`Other`](Guideline::Other).
//!
//! ```
//! use ekbom::knowledge::code::{Guideline, Question};
//! use ekbom::knowledge::question::Treatment;
//!
//! assert_eq!(Question::new("iron.therapy"), Ok(Question::IronTherapy));
//! assert_eq!(Question::Treatment(Treatment::Pramipexole).code(), "treatment.pramipexole");
//! let own = Guideline::new("st-elsewhere-2026")?;
//! assert!(matches!(&own, Guideline::Other(code) if code.as_str() == "st-elsewhere-2026"));
//! assert!(Guideline::new("AASM 2025").is_err());
//! # Ok::<(), ekbom::knowledge::code::BadCode>(())
//! ```

mod act;
mod alert;
mod guideline;
mod question;

pub use act::{ActCode, PrecautionId};
pub use alert::AlertCode;
pub use guideline::Guideline;
pub use question::{Answer, AnswerTo, Question};

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{self, Visitor};

use crate::knowledge::act::ActKind;
use crate::knowledge::alert::Severity as AlertSeverity;
use crate::knowledge::precaution::Missing;
use crate::knowledge::precaution::Severity as PrecautionSeverity;
use crate::source::known::coded;

/// A code that is not among the built-in ones of its kind `K`. It is made by `K::new` alone, which tries the built-in
/// codes first: it can spell none of them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnCode<K>(Arc<str>, PhantomData<fn() -> K>);

/// More bytes are no code.
const LONGEST: usize = 100;

impl<K> OwnCode<K> {
    /// For the kinds of this module, when no built-in code is spelt like this.
    fn new(code: &str) -> Result<Self, BadCode> {
        let of_code = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' | b':');
        if code.is_empty() || code.len() > LONGEST || !code.as_bytes().iter().all(of_code) {
            return Err(BadCode { code: code.chars().take(LONGEST).collect() });
        }
        Ok(Self(code.into(), PhantomData))
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<K> fmt::Debug for OwnCode<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// A text that cannot be a code.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{code}` is not a code: 1 to 100 of a-z, 0-9, `.`, `-`, `_` and `:`")]
pub struct BadCode {
    code: String,
}

impl BadCode {
    /// What was given, at most its first 100 characters.
    pub fn code(&self) -> &str {
        &self.code
    }
}

/// Reads a code from a text.
struct ReadCode<K>(PhantomData<K>);

impl<K: FromStr<Err = BadCode>> Visitor<'_> for ReadCode<K> {
    type Value = K;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code")
    }

    fn visit_str<E: de::Error>(self, code: &str) -> Result<K, E> {
        code.parse().map_err(E::custom)
    }
}

/// The doors of a set of codes; the enum itself has `ALL` and `code`.
macro_rules! doors {
    ($name:ident) => {
        impl $name {
            /// The built-in one with this code, or [`Other`](Self::Other) if there is none.
            pub fn new(code: &str) -> Result<Self, BadCode> {
                match Self::ALL.iter().find(|built_in| built_in.code() == code) {
                    Some(built_in) => Ok(built_in.clone()),
                    None => OwnCode::new(code).map(Self::Other),
                }
            }
        }

        impl core::str::FromStr for $name {
            type Err = BadCode;

            fn from_str(code: &str) -> Result<Self, BadCode> {
                Self::new(code)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(super::ReadCode(core::marker::PhantomData))
            }
        }
    };
}

/// A set of codes, one line each.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`")] $variant,)+
            /// One that this version does not know.
            Other(OwnCode<Self>),
        }

        impl $name {
            /// Every built-in one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable code.
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Other(own) => own.as_str(),
                }
            }

            /// The code of a built-in one, as a constant.
            pub const fn built_in(&self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => Some($code),)+
                    Self::Other(_) => None,
                }
            }
        }

        doors!($name);
    };
}
use {codes, doors};

coded! {
    ActKind: ActOnResult TreatNow Stop Precaution Review Treat Refer Ask Test Mind;
    AlertSeverity: Urgent Caution Info;
    PrecautionSeverity: Urgent Stop Caution Note;
}
coded! { Missing = Self::from_code, Self::code; }

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::string::ToString;

    use super::{AlertCode, Guideline, Question};
    use crate::knowledge::alert::ALERTS;
    use crate::knowledge::{guideline, question};

    fn sorted<'c>(codes: impl Iterator<Item = &'c str>) -> std::vec::Vec<&'c str> {
        let set: BTreeSet<&str> = codes.collect();
        set.into_iter().collect()
    }

    #[test]
    fn the_built_in_codes_are_those_of_the_catalogues() {
        let known = sorted(Question::ALL.iter().map(Question::code));
        assert_eq!(known, sorted(question::all().map(|question| question.id)));
        assert_eq!(known.len(), Question::ALL.len());
        let known = sorted(Guideline::ALL.iter().map(Guideline::code));
        assert_eq!(known, sorted(guideline::tables().map(|table| table.guideline.id.as_ref())));
        assert_eq!(known.len(), Guideline::ALL.len());
        let known = sorted(AlertCode::ALL.iter().map(AlertCode::code));
        assert_eq!(known, sorted(ALERTS.iter().map(|alert| alert.code)));
        assert_eq!(known.len(), AlertCode::ALL.len());
    }

    #[test]
    fn a_built_in_code_is_never_other() {
        for known in Guideline::ALL {
            assert_eq!(Guideline::new(known.code()).as_ref(), Ok(known));
            assert_eq!(known.code().parse().as_ref(), Ok(known));
            assert_eq!(known.to_string(), known.code());
        }
        for known in Question::ALL {
            assert_eq!(Question::new(known.code()).as_ref(), Ok(known));
        }
        for known in AlertCode::ALL {
            assert_eq!(AlertCode::new(known.code()).as_ref(), Ok(known));
        }
    }

    #[test]
    fn an_unknown_code_is_kept_through_json_and_a_malformed_one_refused() {
        let read: Guideline = serde_json::from_str("\"st-elsewhere-2026\"").unwrap();
        assert!(matches!(read, Guideline::Other(_)));
        assert_eq!(serde_json::to_string(&read).unwrap(), "\"st-elsewhere-2026\"");
        let read: Guideline = serde_json::from_str("\"aasm-2025\"").unwrap();
        assert_eq!(read, Guideline::Aasm2025);
        for bad in ["", "AASM-2025", "aasm 2025", "aasm-2025\n", "l\u{e4}kare"] {
            assert_eq!(Guideline::new(bad).unwrap_err().code(), bad);
        }
        assert!(Question::new(&"x".repeat(100)).is_ok() && Question::new(&"x".repeat(101)).is_err());
        assert!(serde_json::from_str::<AlertCode>("7").is_err());
    }
}
