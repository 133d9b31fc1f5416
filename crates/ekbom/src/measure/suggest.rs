//! "Did you mean": the known word closest to one that is not known.

use alloc::string::String;
use alloc::vec::Vec;

/// Longer words are not looked at: no word of ours comes near this, and the work grows with the product of
/// the two lengths.
const LONGEST: usize = 64;

/// Shorter words are not guessed at where a guess does harm.
const SHORTEST_FOR_ONE_SLIP: usize = 5;

/// The candidate that takes the fewest slips of the pen to become `word`, letter case aside, if there is one
/// within about a third of the length. Of equally close candidates the first.
///
/// ```
/// use ekbom::measure::suggest::closest;
/// assert_eq!(closest("feritin", ["iron", "ferritin"].into_iter()), Some("ferritin"));
/// ```
pub fn closest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters(word)?;
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let Some(other) = letters(candidate) else { continue };
        let allowed = word.len().max(other.len()).div_ceil(3);
        // The lengths alone cost that many slips: nothing to measure.
        if word.len().abs_diff(other.len()) > allowed {
            continue;
        }
        let slips = distance(&word, &other);
        // A word of which every letter changes is another word.
        let alike = slips <= allowed && slips < word.len().max(other.len());
        if alike && best.is_none_or(|(fewest, _)| slips < fewest) {
            best = Some((slips, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The candidate that one slip of the pen turns into `word`, letter case aside, if there is exactly one:
/// for names where a wrong guess does harm. Short words have too many neighbours.
pub(crate) fn one_slip<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters(word).filter(|word| word.len() >= SHORTEST_FOR_ONE_SLIP)?;
    let mut near = candidates.filter(|candidate| {
        letters(candidate)
            .is_some_and(|other| word.len().abs_diff(other.len()) <= 1 && distance(&word, &other) <= 1)
    });
    let first = near.next()?;
    near.next().is_none().then_some(first)
}

/// More of a text is not searched for names.
const LONGEST_TEXT: usize = 200;

/// The candidates that stand in a text as whole words, letter case aside: what was meant may be among more that was
/// said. A candidate within a longer one that was found is left out.
///
/// ```
/// use ekbom::measure::suggest::named_in;
/// let known = ["iron", "iron sucrose", "metformin"];
/// assert_eq!(named_in("Iron Sucrose 20 MG/ML Injection", known.into_iter()), ["iron sucrose"]);
/// ```
pub fn named_in<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let text: String = text.chars().take(LONGEST_TEXT).collect::<String>().to_lowercase();
    let found: Vec<&str> = candidates.filter(|own| stands_in(&own.to_lowercase(), &text)).collect();
    let longer = |own: &str| found.iter().any(|other| other.len() > own.len() && stands_in(own, other));
    found.iter().copied().filter(|own| !longer(own)).collect()
}

/// The candidates of which the word is a whole word: a name of which only a part was said.
pub(crate) fn begun<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    candidates.filter(|own| stands_in(word, own)).collect()
}

/// Does it stand there with nothing that is a letter or a digit on either side?
fn stands_in(part: &str, whole: &str) -> bool {
    let ends = |side: Option<char>| side.is_none_or(|c| !c.is_alphanumeric());
    !part.is_empty()
        && whole.match_indices(part).any(|(at, found)| {
            let before = whole.get(..at).and_then(|text| text.chars().next_back());
            let after = whole.get(at + found.len()..).and_then(|text| text.chars().next());
            ends(before) && ends(after)
        })
}

/// Its characters in lower case; `None` for nothing at all and for what is too long to be a word of ours.
fn letters(word: &str) -> Option<Vec<char>> {
    let letters: Vec<char> = word.chars().take(LONGEST + 1).map(|c| c.to_ascii_lowercase()).collect();
    (1..=LONGEST).contains(&letters.len()).then_some(letters)
}

/// Damerau and Levenshtein's distance, as optimal string alignment: the insertions, deletions, substitutions
/// and swaps of neighbours that lead from `a` to `b`, where no place is edited twice.
fn distance(a: &[char], b: &[char]) -> usize {
    // Rows of the table for the letters of `a` seen so far: two before, one before.
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut last_a = None;
    for (i, &letter_a) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(above.len());
        let mut left = i + 1;
        row.push(left);
        let mut last_b = None;
        for (j, (&letter_b, pair)) in b.iter().zip(above.windows(2)).enumerate() {
            let &[diagonal, up] = pair else { continue };
            let mut slips = (diagonal + usize::from(letter_a != letter_b)).min(up + 1).min(left + 1);
            if last_a == Some(letter_b) && last_b == Some(letter_a) {
                let swapped = j.checked_sub(1).and_then(|at| before.get(at));
                slips = swapped.map_or(slips, |&cost| slips.min(cost + 1));
            }
            row.push(slips);
            left = slips;
            last_b = Some(letter_b);
        }
        before = core::mem::replace(&mut above, row);
        last_a = Some(letter_a);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(a: &str, b: &str) -> usize {
        distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
    }

    #[test]
    fn one_slip_is_one_and_means_one_word() {
        let known = || ["clonidine", "metformin", "abcdef", "abcdeg", "iron"].into_iter();
        assert_eq!(one_slip("Metfromin", known()), Some("metformin"));
        assert_eq!(one_slip("metformi", known()), Some("metformin"));
        assert_eq!(one_slip("metfomrn", known()), None, "two slips");
        assert_eq!(one_slip("amlodipine", known()), None);
        assert_eq!(one_slip("abcdeh", known()), None, "two are meant alike");
        assert_eq!(one_slip("iro", known()), None, "too short");
    }

    #[test]
    fn counts_slips() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("ferritin", "ferritin", 0),
            ("ferritin", "feritin", 1),
            ("ferritin", "ferrtiin", 1),
            ("ab", "ba", 1),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3), // optimal string alignment: 2 only if a place could be edited twice
        ] {
            assert_eq!(steps(a, b), expected, "{a} {b}");
            assert_eq!(steps(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn finds_the_near_and_leaves_the_far() {
        let known = || ["ferritin", "iron", "tibc", "uibc", "transferrin", "tsat"].into_iter();
        assert_eq!(closest("Feritin", known()), Some("ferritin"));
        assert_eq!(closest("IRON", known()), Some("iron"));
        assert_eq!(closest("tsta", known()), Some("tsat"));
        assert_eq!(closest("transferin", known()), Some("transferrin"));
        assert_eq!(closest("haemoglobin", known()), None);
        assert_eq!(closest("x", ["y"].into_iter()), None);
        assert_eq!(closest("", known()), None);
        assert_eq!(closest("iron", [""].into_iter()), None);
        assert_eq!(closest("xibc", known()), Some("tibc"), "of equals the first");
    }

    #[test]
    fn names_stand_in_a_text_as_whole_words() {
        let known = || ["iron", "iron sucrose", "metformin", "form"].into_iter();
        assert_eq!(named_in("Metformin 500 mg", known()), ["metformin"]);
        assert_eq!(named_in("iron sucrose (200mg)", known()), ["iron sucrose"]);
        assert_eq!(named_in("iron/metformin", known()), ["iron", "metformin"]);
        assert_eq!(named_in("environment, metformins", known()), [""; 0]);
        assert_eq!(named_in("", known()), [""; 0]);
        assert_eq!(named_in(&(" ".repeat(LONGEST_TEXT) + "iron"), known()), [""; 0]);
    }

    #[test]
    fn a_part_of_a_name_is_a_whole_word_of_it() {
        let keys = || ["age_years", "ref_low", "ref_high", "onset_age_years"].into_iter();
        assert_eq!(begun("ref", keys()), ["ref_low", "ref_high"]);
        assert_eq!(begun("age", keys()), ["age_years", "onset_age_years"]);
        assert_eq!(begun("ear", keys()), [""; 0]);
        assert_eq!(begun("", keys()), [""; 0]);
    }

    #[test]
    fn hostile_words_cost_little() {
        let long = "a".repeat(10_000_000);
        assert_eq!(closest(&long, ["aaaa"].into_iter()), None);
        assert_eq!(closest("aaaa", [long.as_str()].into_iter()), None);
        assert_eq!(closest("f\u{e9}rritine", ["ferritin"].into_iter()), Some("ferritin"));
    }
}
