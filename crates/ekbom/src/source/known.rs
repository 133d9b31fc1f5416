//! A code of a closed set, as an assessment holds it: another version may know more of them.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{SourceKind, Verification};

/// A code of a closed set: one that this version knows, or one that it does not.
///
/// ```
/// use ekbom::source::{Known, Verification};
/// let read: Known<Verification> = serde_json::from_str("\"original\"").unwrap();
/// assert_eq!(read, Verification::Original);
/// let later: Known<Verification> = serde_json::from_str("\"seen\"").unwrap();
/// assert_eq!((later.code(), later.known()), ("seen", None));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Known<T> {
    /// One that this version knows.
    This(T),
    /// One of another version, as it is spelt.
    Later(String),
}

/// A closed set of codes. Sealed.
pub trait Coded: Copy + sealed::Sealed + 'static {
    #[doc(hidden)]
    fn read(code: &str) -> Option<Self>;
    #[doc(hidden)]
    fn spelt(self) -> &'static str;
}

pub(crate) mod sealed {
    pub trait Sealed {}
}

/// Sets whose every value has a `code`: one line each, with all of its values.
macro_rules! coded {
    ($($name:ty: $($variant:ident)+;)+) => {
        $(
            impl $crate::source::known::sealed::Sealed for $name {}

            impl $crate::source::Coded for $name {
                fn read(code: &str) -> Option<Self> {
                    [$(Self::$variant,)+].into_iter().find(|own| own.spelt() == code)
                }

                fn spelt(self) -> &'static str {
                    // Says when one is left out above.
                    match self { $(Self::$variant => self.code(),)+ }
                }
            }
        )+
    };
    // By the functions that read and write one.
    ($($name:ty = $read:expr, $spelt:expr;)+) => {
        $(
            impl $crate::source::known::sealed::Sealed for $name {}

            impl $crate::source::Coded for $name {
                fn read(code: &str) -> Option<Self> {
                    ($read)(code)
                }

                fn spelt(self) -> &'static str {
                    ($spelt)(self)
                }
            }
        )+
    };
}
pub(crate) use coded;

coded! {
    Verification: Original Secondary Unverified Derived;
    SourceKind: Guideline Label AgencyNotice Trial Study Review LaboratoryManual Survey Instrument ReferenceData Page
        AiPage Forum;
}

impl<T: Coded> Known<T> {
    /// The code.
    pub fn code(&self) -> &str {
        match self {
            Self::This(own) => own.spelt(),
            Self::Later(code) => code,
        }
    }

    /// The value, where this version knows it.
    pub const fn known(&self) -> Option<T> {
        match self {
            Self::This(own) => Some(*own),
            Self::Later(_) => None,
        }
    }
}

impl<T> From<T> for Known<T> {
    fn from(own: T) -> Self {
        Self::This(own)
    }
}

impl<T: PartialEq> PartialEq<T> for Known<T> {
    fn eq(&self, other: &T) -> bool {
        matches!(self, Self::This(own) if own == other)
    }
}

impl<T: Coded> fmt::Display for Known<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl<T: Coded> Serialize for Known<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de, T: Coded> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Ok(T::read(&code).map_or(Self::Later(code), Self::This))
    }
}
