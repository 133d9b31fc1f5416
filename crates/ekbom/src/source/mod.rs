//! Where a number comes from, and how far it was checked.
//!
//! Every rule, limit and variation names a [`Source`] by its id, and carries a [`Verification`]: whether the
//! source itself was read, or only somebody's account of it. Neither is ever lost on the way to an output.

mod bibliography;
mod kind;
pub(crate) mod known;
mod text;

use core::fmt;

pub use kind::SourceKind;
pub use known::{Coded, Known};
pub(crate) use text::texts;
pub use text::{More, Text};

use serde::{Deserialize, Serialize};

/// A work that the knowledge rests on.
///
/// A text that is empty and a field that is `None` mean "not known here", never "does not exist".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its stable name in this library, as `AASM2025`.
    pub id: &'static str,
    /// What a clinician calls it: authors and year, or the body.
    pub name: &'static str,
    /// Its authors, as they sign; empty if unknown.
    pub authors: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Journal, publisher or site, often with volume and pages; empty if unknown.
    pub journal: &'static str,
    /// Year of publication, where there is one year; a span stands in the note.
    pub year: Option<u16>,
    /// Its DOI, without `https://doi.org/`.
    pub doi: Option<&'static str>,
    /// Its PubMed number.
    pub pmid: Option<&'static str>,
    /// Where it was read.
    pub url: Option<&'static str>,
    /// What it is: a guideline, a trial, a review, a page written by a machine.
    pub kind: SourceKind,
    /// The same more closely, as `cohort` or `RCT (pilot)`.
    pub design: &'static str,
    /// What of it was read, and what was not.
    pub how_verified: &'static str,
    /// What else a reader should know; may be empty.
    pub note: &'static str,
}

/// Every source, sorted by id (by bytes).
///
/// ```
/// use ekbom::source::BIBLIOGRAPHY;
/// assert!(BIBLIOGRAPHY.iter().all(|source| !source.title.is_empty()));
/// ```
pub const BIBLIOGRAPHY: &[Source] = &bibliography::ALL;

/// The source of this id, spelt exactly so.
///
/// ```
/// use ekbom::source;
/// let aasm = source::find("AASM2025").unwrap();
/// assert_eq!(aasm.doi, Some("10.5664/jcsm.11390"));
/// assert!(source::find("aasm2025").is_none());
/// ```
pub fn find(id: &str) -> Option<&'static Source> {
    let at = BIBLIOGRAPHY.binary_search_by(|source| source.id.cmp(id)).ok()?;
    BIBLIOGRAPHY.get(at)
}

/// What an assessment says of a source. Apart from [`Source`], so that a program that only assesses does not carry the
/// rest of the bibliography: that would make the library for phones a twentieth larger.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brief {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: SourceKind,
    pub(crate) title: &'static str,
    pub(crate) year: Option<u16>,
    pub(crate) doi: Option<&'static str>,
}

impl Brief {
    const fn of(source: &Source) -> Self {
        Self {
            id: source.id,
            name: source.name,
            kind: source.kind,
            title: source.title,
            year: source.year,
            doi: source.doi,
        }
    }
}

/// [`find`], in brief.
pub(crate) fn brief(id: &str) -> Option<&'static Brief> {
    let at = bibliography::BRIEF.binary_search_by(|source| source.id.cmp(id)).ok()?;
    bibliography::BRIEF.get(at)
}

/// How far a statement was checked against the source that it names.
///
/// From the strongest to the weakest: original, secondary, derived, unverified. What we computed or decided
/// ourselves (derived) can be followed step by step and so stands above what nobody could check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verification {
    /// Read in the source's own text.
    Original,
    /// Read in another's account of the source.
    Secondary,
    /// Written down from memory or from a draft; not found in any text that could be read.
    Unverified,
    /// Computed or decided by us from what was read, and marked as ours.
    Derived,
}

impl Verification {
    /// Its stable code: `original`, `secondary`, `unverified` or `derived`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Secondary => "secondary",
            Self::Unverified => "unverified",
            Self::Derived => "derived",
        }
    }

    /// The weaker of the two: a statement is worth what its weakest part is.
    ///
    /// ```
    /// use ekbom::source::Verification::{Derived, Original, Secondary, Unverified};
    /// assert_eq!(Original.weaker(Secondary), Secondary);
    /// assert_eq!(Derived.weaker(Secondary), Derived);
    /// assert_eq!(Derived.weaker(Unverified), Unverified);
    /// ```
    #[must_use]
    pub const fn weaker(self, other: Self) -> Self {
        if other.weakness() > self.weakness() { other } else { self }
    }

    const fn weakness(self) -> u8 {
        match self {
            Self::Original => 0,
            Self::Secondary => 1,
            Self::Derived => 2,
            Self::Unverified => 3,
        }
    }
}

impl fmt::Display for Verification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Verification; 4] =
        [Verification::Original, Verification::Secondary, Verification::Unverified, Verification::Derived];

    #[test]
    fn ids_are_sorted_and_every_one_is_found() {
        assert!(BIBLIOGRAPHY.len() > 200);
        assert!(BIBLIOGRAPHY.is_sorted_by(|a, b| a.id < b.id), "sorted by id, no id twice");
        for source in BIBLIOGRAPHY {
            assert_eq!(find(source.id), Some(source));
            let brief = brief(source.id).unwrap();
            assert_eq!((brief.title, brief.year, brief.doi), (source.title, source.year, source.doi));
            assert_eq!((brief.name, brief.kind), (source.name, source.kind));
        }
        assert_eq!(find(""), None);
        assert_eq!(find("ZZZ"), None);
    }

    #[test]
    fn fields_have_their_shape() {
        for source in BIBLIOGRAPHY {
            let id = source.id;
            assert!(
                !source.title.is_empty() && !source.how_verified.is_empty() && !source.design.is_empty(),
                "{id}"
            );
            assert!(source.doi.is_none_or(|doi| doi.starts_with("10.") && !doi.contains(' ')), "{id}");
            assert!(source.pmid.is_none_or(|pmid| pmid.bytes().all(|b| b.is_ascii_digit())), "{id}");
            assert!(source.url.is_none_or(|url| url.starts_with("http") && !url.contains(' ')), "{id}");
            assert!(source.year.is_none_or(|year| (1950..2100).contains(&year)), "{id}");
        }
    }

    #[test]
    fn a_name_is_a_clinicians() {
        for source in BIBLIOGRAPHY {
            let (id, name) = (source.id, source.name);
            assert!((3..=90).contains(&name.chars().count()), "{id}: {name}");
            assert!(!name.contains('_') && !name.contains("DRORACLE") && name != id, "{id}: {name}");
            // A page that a machine wrote says so wherever it is named.
            assert_eq!(
                source.kind == SourceKind::AiPage,
                name.contains("written by a machine"),
                "{id}: {name}"
            );
        }
    }

    #[test]
    fn codes_are_what_json_says() {
        for v in ALL {
            let json = serde_json::to_string(&v).unwrap();
            assert_eq!(json, alloc::format!("\"{v}\""));
            assert_eq!(serde_json::from_str::<Verification>(&json).unwrap(), v);
        }
    }

    #[test]
    fn weaker_is_a_minimum() {
        for a in ALL {
            assert_eq!(a.weaker(a), a);
            assert_eq!(a.weaker(Verification::Original), a);
            assert_eq!(a.weaker(Verification::Unverified), Verification::Unverified);
            for b in ALL {
                assert_eq!(a.weaker(b), b.weaker(a));
                for c in ALL {
                    assert_eq!(a.weaker(b).weaker(c), a.weaker(b.weaker(c)));
                }
            }
        }
    }
}
