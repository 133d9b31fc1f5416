//! The sentences of the founding article: each has a verdict, and none of its text is copied.

use ekbom::knowledge::claim::{CLAIMS, Claim, SENTENCES};

#[test]
fn ids_are_consecutive_and_claims_exist() {
    for (sentence, number) in SENTENCES.iter().zip(1..) {
        assert_eq!(sentence.id, format!("S{number:02}"));
        assert!(!sentence.paraphrase.is_empty());
        assert!(sentence.claims.iter().all(|id| Claim::find(id).is_some()), "{}", sentence.id);
        assert_eq!(
            sentence.claims.is_empty(),
            !sentence.no_claim.is_empty(),
            "{}: a claim or a reason",
            sentence.id
        );
        assert_eq!(
            sentence.claims.is_empty(),
            sentence.verdict.is_none(),
            "{}: a verdict on a claim",
            sentence.id
        );
        assert!(sentence.verdict.is_none() || !sentence.note.is_empty(), "{}: why", sentence.id);
    }
}

#[test]
fn every_claim_has_a_sentence() {
    for claim in CLAIMS {
        assert!(SENTENCES.iter().any(|sentence| sentence.claims.contains(&claim.id)), "{}", claim.id);
    }
}

/// The article's text is not part of the project; where it is at hand, the rows are held against it.
fn article() -> Option<String> {
    let folder = std::env::var("EKBOM_EVIDENCE")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/evidence").into());
    std::fs::read_to_string(std::path::Path::new(&folder).join("article.txt")).ok()
}

/// Its sentences: headings and list items count, numbers of references do not.
fn sentences(text: &str) -> usize {
    text.lines()
        .flat_map(|line| line.split(". "))
        .filter(|piece| piece.chars().any(char::is_alphabetic))
        .count()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn rows_match_the_article_and_copy_nothing() {
    let Some(text) = article() else {
        println!("ran WITHOUT the article's text: nothing was compared (set EKBOM_EVIDENCE)");
        return;
    };
    assert_eq!(SENTENCES.len(), sentences(&text));
    let all = words(&text);
    let runs: std::collections::BTreeSet<&[String]> = all.windows(6).collect();
    let copied = |label: &str, ours: &str| {
        for run in words(ours).windows(6) {
            assert!(!runs.contains(run), "{label} repeats the article: {}", run.join(" "));
        }
    };
    for sentence in SENTENCES {
        copied(sentence.id, sentence.paraphrase);
        copied(sentence.id, sentence.note);
    }
    for claim in CLAIMS {
        for ours in [claim.claim, claim.software, claim.evidence_for, claim.evidence_against] {
            copied(claim.id, ours);
        }
    }
}
