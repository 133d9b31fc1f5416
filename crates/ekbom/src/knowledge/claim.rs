//! What the founding article claims, what the sources say of it, and what the software does with it.
//!
//! Thirteen claims, `A1` to `A13`, and beneath them every sentence of the article with a verdict. Sentences are
//! paraphrased: the article's own text is not here.

mod list;
mod sentences;

pub use list::CLAIMS;
pub use sentences::SENTENCES;

use serde::{Serialize, Serializer};

use crate::fact::{Fact, FactBox};
use crate::source::Verification;

/// A claim of the article.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Claim {
    /// Stable id, `A1` to `A13`.
    pub id: &'static str,
    /// What is claimed, in our words.
    pub claim: &'static str,
    /// What the software does with it.
    pub software: &'static str,
    /// What speaks for it.
    pub evidence_for: &'static str,
    /// What speaks against it, and where the article errs.
    pub evidence_against: &'static str,
    /// Ids of the sources.
    pub sources: &'static [&'static str],
    /// An assessment names the claim when one of these facts was given.
    #[serde(serialize_with = "fact_ids")]
    pub facts: &'static [Fact],
    /// How far the evidence named here was checked: that of its weakest part.
    pub verification: Verification,
}

impl Claim {
    /// The claim with this id.
    ///
    /// ```
    /// use ekbom::knowledge::claim::Claim;
    /// assert!(Claim::find("A13").is_some() && Claim::find("A14").is_none());
    /// ```
    pub fn find(id: &str) -> Option<&'static Self> {
        CLAIMS.iter().find(|claim| claim.id == id)
    }

    /// Was one of its facts given?
    ///
    /// ```
    /// use ekbom::knowledge::claim::Claim;
    /// use ekbom::fact::{Fact, FactBox};
    /// use ekbom::measure::interval::Interval;
    /// let iron = Claim::find("A6").unwrap();
    /// let mut facts = FactBox::new();
    /// assert!(!iron.is_touched_by(&facts));
    /// facts.set_value(Fact::Ferritin, Interval::exact(38.0).unwrap());
    /// assert!(iron.is_touched_by(&facts));
    /// ```
    pub fn is_touched_by(&self, facts: &FactBox) -> bool {
        self.facts.iter().any(|&fact| facts.is_touched(fact))
    }
}

/// The ids of the claims that the facts touch, in order.
pub(crate) fn touched(facts: &FactBox) -> impl Iterator<Item = &'static str> {
    TRIGGERS.iter().filter(|(_, own)| own.iter().any(|&fact| facts.is_touched(fact))).map(|(id, _)| *id)
}

/// Each claim's id with its facts, apart from the texts: a program that only assesses does not carry those.
static TRIGGERS: [(&str, &[Fact]); CLAIMS.len()] = triggers();

#[expect(clippy::indexing_slicing, reason = "runs at compile time: an index out of range does not build")]
const fn triggers() -> [(&'static str, &'static [Fact]); CLAIMS.len()] {
    let mut triggers: [(&str, &[Fact]); CLAIMS.len()] = [("", &[]); CLAIMS.len()];
    let mut at = 0;
    while at < CLAIMS.len() {
        triggers[at] = (CLAIMS[at].id, CLAIMS[at].facts);
        at += 1;
    }
    triggers
}

fn fact_ids<S: Serializer>(facts: &[Fact], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(facts.iter().map(|fact| fact.id()))
}

/// What became of a sentence when it was held against the sources.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The sources say so.
    Supported,
    /// Part of it, or all of it with a reservation that matters.
    Partly,
    /// The sources say otherwise.
    Contradicted,
    /// No source for it was found.
    Unsupported,
    /// It was so once; newer guidance says otherwise.
    Superseded,
    /// True or not, it does not come from where the article says.
    Misattributed,
}

impl Verdict {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Partly => "partly",
            Self::Contradicted => "contradicted",
            Self::Unsupported => "unsupported",
            Self::Superseded => "superseded",
            Self::Misattributed => "misattributed",
        }
    }
}

impl core::fmt::Display for Verdict {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.code())
    }
}

/// A sentence of the article: headings and the items of its list count as sentences.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Sentence {
    /// Stable id, `S01` onwards, in the order of the article.
    pub id: &'static str,
    /// What it says, in our words.
    pub paraphrase: &'static str,
    /// The claims it belongs to.
    pub claims: &'static [&'static str],
    /// Why it belongs to none; empty where it belongs to one.
    pub no_claim: &'static str,
    /// What became of it; `None` where it claims nothing.
    pub verdict: Option<Verdict>,
    /// Why.
    pub note: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn ids_run_from_one_and_sources_resolve() {
        assert_eq!(CLAIMS.len(), 13);
        for (claim, number) in CLAIMS.iter().zip(1..) {
            assert_eq!(claim.id, format!("A{number}"));
            assert!(!claim.sources.is_empty() && !claim.facts.is_empty(), "{}", claim.id);
            for source in claim.sources {
                assert!(crate::source::find(source).is_some(), "{}: {source}", claim.id);
            }
            for text in [claim.claim, claim.software, claim.evidence_for, claim.evidence_against] {
                assert!(text.ends_with('.'), "{}: {text}", claim.id);
            }
        }
    }

    #[test]
    fn every_named_source_is_listed() {
        let words =
            |text: &'static str| text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
        for claim in CLAIMS {
            for word in words(claim.evidence_for).chain(words(claim.evidence_against)) {
                if crate::source::find(word).is_some() {
                    assert!(claim.sources.contains(&word), "{} names {word}", claim.id);
                }
            }
            for source in claim.sources {
                assert!(
                    words(claim.evidence_for)
                        .chain(words(claim.evidence_against))
                        .any(|word| word == *source),
                    "{} lists {source} without a word on it",
                    claim.id
                );
            }
        }
    }

    #[test]
    fn json_has_ids_and_codes() {
        let json = serde_json::to_value(CLAIMS[5]).unwrap();
        assert_eq!(json["id"], "A6");
        assert_eq!(json["facts"][0], "ferritin");
        assert_eq!(json["verification"], "secondary");
        for sentence in SENTENCES {
            let json = serde_json::to_value(sentence).unwrap();
            match sentence.verdict {
                Some(verdict) => assert_eq!(json["verdict"], verdict.code()),
                None => assert!(json["verdict"].is_null()),
            }
        }
    }
}
