//! What does not count in how a unit is written: letter case, white space, the width of a letter, the many signs for
//! micro, words for what a letter says, and what happens to all of these on their way between systems.

use alloc::borrow::Cow;
use alloc::string::String;

/// No spelling of ours is longer, once what does not count is left out: words for it are.
const LONGEST: usize = 64;

/// Written otherwise in HTML, and not turned back.
const ENTITIES: &[(&str, &str)] =
    &[("&micro;", "u"), ("&mu;", "u"), ("&#181;", "u"), ("&#956;", "u"), ("&#xb5;", "u"), ("&#x3bc;", "u")];

/// Words and what they stand for, in the order in which they are replaced. Lower case, no white space.
const WORDS: &[(&str, &str)] = &[
    ("percent", "%"),
    // No unit has "per" in its name.
    ("per", "/"),
    ("cubicmicrons", "um3"),
    ("cubicmicron", "um3"),
    ("micro", "u"),
    ("milli", "m"),
    ("nano", "n"),
    ("pico", "p"),
    ("femto", "f"),
    ("deci", "d"),
    ("square", "sq"),
    ("metres", "m"),
    ("meters", "m"),
    ("metre", "m"),
    ("meter", "m"),
    ("litres", "l"),
    ("liters", "l"),
    ("litre", "l"),
    ("liter", "l"),
    ("litros", "l"),
    ("litro", "l"),
    ("grams", "g"),
    ("gramme", "g"),
    ("gram", "g"),
    ("moles", "mol"),
    ("mole", "mol"),
    ("minutes", "min"),
    ("minute", "min"),
    ("seconds", "s"),
    ("second", "s"),
    ("internationalunits", "iu"),
    ("internationalunit", "iu"),
    ("arbitrary", "arb"),
    ("units", "u"),
    ("unit", "u"),
    ("equivalents", "eq"),
    ("equivalent", "eq"),
    ("ofcreatinine", "creatinine"),
    // `gm` only where the gram ends: in `ng m L-1` the two letters meet by chance.
    ("gms/", "g/"),
    ("gm/", "g/"),
    ("gm%", "g%"),
    ("gr/", "g/"),
    ("/100ml", "/dl"),
    ("/100cc", "/dl"),
    ("/cc", "/ml"),
    ("/cm3", "/ml"),
    ("/ltr", "/l"),
    ("/gm", "/g"),
    ("mkmol", "umol"),
    ("mkg", "ug"),
    // Russian, Ukrainian, Bulgarian.
    ("моль", "mol"),
    ("экв", "eq"),
    ("мин", "min"),
    ("мк", "u"),
    ("ме", "iu"),
    ("ед", "u"),
    ("м", "m"),
    ("н", "n"),
    ("п", "p"),
    ("д", "d"),
    ("л", "l"),
    ("г", "g"),
    ("ф", "f"),
];

/// The text without what does not count. `None` where too much is left for a unit.
pub(super) fn fold(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(LONGEST);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        // A sign of Latin-1 in the two bytes of UTF-8, read as Latin-1 or as Mac Roman again: the first of them stands
        // for nothing.
        let next = rest.peek().copied().unwrap_or_default();
        if matches!((c, next), ('\u{c2}', '\u{b0}'..='\u{bf}') | ('\u{ac}', '\u{b5}')) {
            continue;
        }
        if (c, next) == ('\u{ce}', '\u{bc}') {
            rest.next();
            folded.push('u');
            continue;
        }
        if !(c.is_whitespace() || is_invisible(c)) {
            push(&mut folded, c);
        }
        if folded.len() > LONGEST {
            return None;
        }
    }
    for (entity, sign) in ENTITIES {
        replace(&mut folded, entity, sign);
    }
    if let Some(rest) = folded.strip_prefix("mc") {
        folded = alloc::format!("u{rest}");
    }
    for (word, sign) in WORDS {
        replace(&mut folded, word, sign);
    }
    Some(without_stops(&folded))
}

/// A character of the text as the plain one that it stands for.
fn push(folded: &mut String, c: char) {
    match c {
        '\u{b5}' | '\u{3bc}' | '\u{39c}' => folded.push('u'),
        '\u{2044}' | '\u{2215}' | '\\' => folded.push('/'),
        '\u{b9}' => folded.push('1'),
        '\u{b2}' => folded.push('2'),
        '\u{b3}' => folded.push('3'),
        '\u{207b}' | '\u{2212}' | '\u{2010}'..='\u{2013}' => folded.push('-'),
        // Points at half height, as Japanese and French laboratories set them.
        '\u{30fb}' | '\u{ff65}' | '\u{b7}' | '\u{2022}' | '\u{2219}' | '\u{22c5}' => folded.push('.'),
        '\u{2113}' => folded.push('l'),
        '\u{338d}' => folded.push_str("ug"),
        '\u{338e}' => folded.push_str("mg"),
        '\u{3396}' => folded.push_str("ml"),
        '\u{3397}' => folded.push_str("dl"),
        '\u{33a1}' => folded.push_str("m2"),
        '\u{33d6}' => folded.push_str("mol"),
        '\u{5206}' => folded.push_str("min"),
        '\u{e9}' | '\u{c9}' => folded.push('e'),
        // Letters, digits and signs of full width.
        '\u{ff01}'..='\u{ff5e}' => {
            let plain = u32::from(c).checked_sub(0xfee0).and_then(char::from_u32);
            folded.extend(plain.map(|c| c.to_ascii_lowercase()));
        }
        _ => folded.extend(c.to_lowercase()),
    }
}

fn replace(folded: &mut String, word: &str, sign: &str) {
    if folded.contains(word) {
        *folded = folded.replace(word, sign);
    }
}

/// Without full stops and hyphens between letters, as in `m-i.u./l`; those beside a digit count.
fn without_stops(folded: &str) -> String {
    let mut kept = String::with_capacity(folded.len());
    let mut before = ' ';
    let mut rest = folded.chars().peekable();
    while let Some(c) = rest.next() {
        let beside = before.is_ascii_digit() || rest.peek().is_some_and(char::is_ascii_digit);
        if !matches!(c, '.' | '-') || beside {
            kept.push(c);
        }
        before = c;
    }
    kept
}

/// Characters that take no room on paper and travel along when a unit is copied from a page.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The text with the micro sign in the place of one that was lost on the way; `None` where none was.
pub(super) fn repaired(text: &str) -> Option<Cow<'_, str>> {
    let lost = |c: char| matches!(c, '\u{fffd}' | '?');
    let rest = text.trim().strip_prefix(lost)?;
    // Of two bytes two may be lost.
    let rest = rest.strip_prefix(lost).unwrap_or(rest);
    Some(alloc::format!("u{rest}").into())
}
