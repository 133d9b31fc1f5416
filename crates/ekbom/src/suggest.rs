//! "Did you mean": the known word closest to one that is not known.

use alloc::vec::Vec;

/// Longer words are not looked at: no word of ours comes near this, and the work grows with the product of
/// the two lengths.
const LONGEST: usize = 64;

/// The candidate that takes the fewest slips of the pen to become `word`, letter case aside, if there is one
/// within about a third of the length. Of equally close candidates the first.
///
/// ```
/// use ekbom::suggest::closest;
/// assert_eq!(closest("chron", ["coeliac", "crohn"].into_iter()), Some("crohn"));
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
    fn hostile_words_cost_little() {
        let long = "a".repeat(10_000_000);
        assert_eq!(closest(&long, ["aaaa"].into_iter()), None);
        assert_eq!(closest("aaaa", [long.as_str()].into_iter()), None);
        assert_eq!(closest("f\u{e9}rritine", ["ferritin"].into_iter()), Some("ferritin"));
    }
}
