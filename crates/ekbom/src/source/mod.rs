//! How far a statement of the knowledge has been checked.

use serde::{Deserialize, Serialize};

/// How far a number or statement has been checked against its source.
///
/// ```
/// use ekbom::source::Verification;
/// assert_eq!(Verification::Secondary.code(), "secondary");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verification {
    /// Read in the source's own words.
    Original,
    /// Read in a source that reports the original.
    Secondary,
    /// From memory; not found in any source read.
    Unverified,
    /// Worked out from other statements.
    Derived,
}

impl Verification {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Secondary => "secondary",
            Self::Unverified => "unverified",
            Self::Derived => "derived",
        }
    }
}
