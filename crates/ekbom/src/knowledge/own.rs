//! What a knowledge of one's own brings beside its tables: sources and sentences of flags.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::assumption::Assumption;
use super::{Knowledge, words};
use crate::source::SourceKind;

/// A source that the bibliography does not have, such as a hospital's protocol.
///
/// ```
/// use ekbom::Knowledge;
/// use ekbom::knowledge::OwnSource;
/// let protocol = OwnSource::new("ST-ELSEWHERE-2026", "St Elsewhere, protocol of 2026").title("Iron in restless legs").year(2026);
/// let knowledge = Knowledge::builder().source(protocol).build()?;
/// assert_eq!(knowledge.own_sources()[0].name, "St Elsewhere, protocol of 2026");
/// # Ok::<(), ekbom::knowledge::KnowledgeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct OwnSource {
    /// Its id, as rules cite it.
    pub id: String,
    /// What a clinician calls it.
    pub name: String,
    /// What it is, where that is said.
    pub kind: Option<SourceKind>,
    /// Its title; empty where it has none.
    pub title: String,
    /// Its year.
    pub year: Option<u16>,
    /// Its digital object identifier.
    pub doi: Option<String>,
}

impl OwnSource {
    /// A source with its id and its name.
    pub fn new(id: &str, name: &str) -> Self {
        Self { id: id.into(), name: name.into(), kind: None, title: String::new(), year: None, doi: None }
    }

    /// The same with its title.
    #[must_use]
    pub fn title(mut self, title: &str) -> Self {
        self.title = title.into();
        self
    }

    /// The same with its year.
    #[must_use]
    pub const fn year(mut self, year: u16) -> Self {
        self.year = Some(year);
        self
    }

    /// The same with its digital object identifier.
    #[must_use]
    pub fn doi(mut self, doi: &str) -> Self {
        self.doi = Some(doi.into());
        self
    }

    /// The same with what it is.
    #[must_use]
    pub const fn kind(mut self, kind: SourceKind) -> Self {
        self.kind = Some(kind);
        self
    }
}

/// What is one's own beside the tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Own {
    pub(super) sources: Vec<OwnSource>,
    /// Codes of flags with their sentences.
    pub(super) flags: Vec<(String, String)>,
    /// What is usually so, after the built-in ones.
    pub(super) assumptions: Vec<&'static Assumption>,
}

/// A source, of the bibliography or one's own.
pub(crate) struct AnySource<'k> {
    pub(crate) name: &'k str,
    pub(crate) kind: Option<SourceKind>,
    pub(crate) title: Cow<'static, str>,
    pub(crate) year: Option<u16>,
    pub(crate) doi: Option<Cow<'static, str>>,
}

impl Knowledge {
    /// The sources that the bibliography does not have, in the order in which they were added.
    pub fn own_sources(&self) -> &[OwnSource] {
        &self.own().sources
    }

    /// The assumptions that do not come with the library, in the order in which they were added.
    pub fn own_assumptions(&self) -> &[&'static Assumption] {
        &self.own().assumptions
    }

    /// A flag in words: its own sentence, or that of the flags that come with the library.
    ///
    /// ```
    /// use ekbom::Knowledge;
    /// let knowledge = Knowledge::builder().flag("night_shift", "Works at night: ask again in daylight.").build()?;
    /// assert_eq!(knowledge.flag("night_shift"), "Works at night: ask again in daylight.");
    /// # Ok::<(), ekbom::knowledge::KnowledgeError>(())
    /// ```
    pub fn flag(&self, code: &str) -> String {
        let own = self.own().flags.iter().find(|(own, _)| own == code);
        own.map_or_else(|| words::flag(code), |(_, says)| says.clone())
    }

    /// A source that rules cite; `None` where nobody said what it is.
    pub(crate) fn source(&self, id: &str) -> Option<AnySource<'_>> {
        if let Some(known) = crate::source::brief(id) {
            return Some(AnySource {
                name: known.name,
                kind: Some(known.kind),
                title: Cow::Borrowed(known.title),
                year: known.year,
                doi: known.doi.map(Cow::Borrowed),
            });
        }
        self.own().sources.iter().find(|own| own.id == id).map(|own| AnySource {
            name: &own.name,
            kind: own.kind,
            title: Cow::Owned(own.title.clone()),
            year: own.year,
            doi: own.doi.clone().map(Cow::Owned),
        })
    }
}
