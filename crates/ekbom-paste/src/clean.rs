//! A line before it is read: signs that were damaged on the way are put right where only one reading is left, and what
//! is no result (dates, times, leaders of dots, "per 1.73 m2") is taken out.

use alloc::string::String;
use alloc::vec::Vec;

/// A line made ready.
pub(crate) struct Clean {
    pub(crate) text: Vec<char>,
    /// "per 1.73 m2" stood in it, apart from a unit.
    pub(crate) indexed: bool,
    /// A date that stood in it, as it was written.
    pub(crate) date: Option<String>,
}

pub(crate) fn clean(line: &str) -> Clean {
    let text = entities(&undamaged(line));
    let mut text: Vec<char> = text.chars().map(plain).collect();
    leaders(&mut text);
    let date = dates(&mut text);
    let indexed = indexed(&mut text);
    or_equal(&mut text);
    of_haemoglobin(&mut text);
    percent_of_saturation(&mut text);
    Clean { text, indexed, date }
}

/// Two bytes of UTF-8 that were read as two letters.
fn undamaged(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        let second = rest.peek().and_then(|next| match next {
            '\u{80}'..='\u{bf}' => u32::from(*next).checked_sub(0x80),
            // The same bytes by the table of Windows.
            '\u{178}' => Some(0x1f),
            '\u{153}' => Some(0x1c),
            '\u{201e}' => Some(0x04),
            '\u{2013}' => Some(0x16),
            _ => None,
        });
        let first = match c {
            '\u{c2}'..='\u{c3}' => u32::from(c).checked_sub(0xc0),
            '\u{ce}' => Some(0x0e),
            _ => None,
        };
        match first.zip(second).and_then(|(first, second)| char::from_u32(first * 64 + second)) {
            Some(whole) => {
                rest.next();
                out.push(whole);
            }
            None => out.push(c),
        }
    }
    out
}

fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.into();
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&micro;", "\u{b5}")
}

fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        '\t' | '|' => '\t',
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => ' ',
        c if c.is_whitespace() || c.is_control() => ' ',
        c => c,
    }
}

fn at(text: &[char], place: usize) -> char {
    text.get(place).copied().unwrap_or(' ')
}

fn blank(text: &mut [char], from: usize, to: usize) {
    for c in text.iter_mut().skip(from).take(to.saturating_sub(from)) {
        *c = ' ';
    }
}

/// Runs of dots or underscores that lead the eye from a name to its value.
fn leaders(text: &mut [char]) {
    let mut from = 0;
    while from < text.len() {
        let sign = at(text, from);
        let long = text.iter().skip(from).take_while(|c| **c == sign).count();
        let leads = matches!(sign, '.' | '_' | '\u{2026}') && (long >= 3 || sign == '\u{2026}');
        if leads {
            blank(text, from, from + long);
        }
        from += long.max(1);
    }
}

const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "maer", "mär", "mai",
    "okt", "dez",
];

/// Takes dates and times of the day out; they are no values. Answers with the first date.
fn dates(text: &mut [char]) -> Option<String> {
    let mut first = None;
    let mut from = 0;
    while from < text.len() {
        let apart = from == 0 || !is_part(at(text, from - 1));
        let day = if apart { date(text, from) } else { None };
        let long = if apart { day.or_else(|| time(text, from)).unwrap_or(0) } else { 0 };
        if long > 0 && !is_part(at(text, from + long)) {
            if day.is_some() {
                first.get_or_insert_with(|| text.iter().skip(from).take(long).collect());
            }
            blank(text, from, from + long);
            from += long;
        } else {
            from += 1;
        }
    }
    first
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '/'
}

fn digits(text: &[char], from: usize) -> usize {
    text.iter().skip(from).take_while(|c| c.is_ascii_digit()).count()
}

/// `14.11.2026`, `14-Nov-2026`, `14 Nov 2026`, `2026-11-14`, `11/14/26`, `Nov 14, 2026`.
fn date(text: &[char], from: usize) -> Option<usize> {
    let month = |from: usize| {
        let long = text.iter().skip(from).take_while(|c| c.is_alphabetic()).count();
        let word: String = text.iter().skip(from).take(long).flat_map(|c| c.to_lowercase()).collect();
        MONTHS.iter().any(|own| word.starts_with(own)).then_some(long)
    };
    let first = digits(text, from);
    if first == 0 {
        let long = month(from)?;
        let day = from + long + usize::from(at(text, from + long) == '.') + 1;
        let days = digits(text, day);
        let year = day + days + usize::from(at(text, day + days) == ',') + 1;
        return (matches!(days, 1 | 2) && digits(text, year) == 4).then_some(year + 4 - from);
    }
    let sign = at(text, from + first);
    if !matches!(sign, '.' | '-' | '/' | ' ') {
        return None;
    }
    let gap = usize::from(sign == '.' && at(text, from + first + 1) == ' ');
    let second = from + first + 1 + gap;
    if let Some(long) = month(second) {
        let year = second + long + usize::from(at(text, second + long) == '.') + 1;
        let years = digits(text, year);
        return (first <= 2 && matches!(years, 2 | 4)).then_some(year + years - from);
    }
    let seconds = digits(text, second);
    let again = at(text, second + seconds) == sign && sign != ' ' && matches!(seconds, 1 | 2);
    let third = second + seconds + 1;
    let thirds = digits(text, third);
    let day_first = first <= 2 && matches!(thirds, 2 | 4);
    let year_first = first == 4 && matches!(thirds, 1 | 2);
    (again && (day_first || year_first)).then_some(third + thirds - from)
}

/// `08:35`, `08:35:12`, `8:35 am`.
fn time(text: &[char], from: usize) -> Option<usize> {
    let hours = digits(text, from);
    let minutes = from + hours + 1;
    if !matches!(hours, 1 | 2) || at(text, from + hours) != ':' || digits(text, minutes) != 2 {
        return None;
    }
    let mut end = minutes + 2;
    if at(text, end) == ':' && digits(text, end + 1) == 2 {
        end += 3;
    }
    let tail: String = text.iter().skip(end).take(3).flat_map(|c| c.to_lowercase()).collect();
    if tail == " am" || tail == " pm" {
        end += 3;
    } else if tail == "uhr" || tail.trim_start().starts_with("uh") {
        end += if tail.starts_with(' ') { 4 } else { 3 };
    }
    Some(end - from)
}

/// Takes "per 1.73 m2" out, wherever it stands.
fn indexed(text: &mut [char]) -> bool {
    let low: String = text.iter().flat_map(|c| c.to_lowercase().next()).collect();
    let low: Vec<char> = low.chars().collect();
    let Some(number) = (0..low.len()).find(|place| {
        at(&low, *place) == '1'
            && matches!(at(&low, place + 1), '.' | ',')
            && at(&low, place + 2) == '7'
            && at(&low, place + 3) == '3'
            && !at(&low, place + 4).is_ascii_digit()
    }) else {
        return false;
    };
    let before: String = low.iter().take(number).collect();
    let before = before.trim_end();
    let Some(start) = ["per", "pro", "je", "/"].iter().find_map(|word| before.strip_suffix(word)) else {
        return false;
    };
    let from = start.chars().count();
    let behind: String = low.iter().skip(number + 4).collect();
    let gap = behind.len() - behind.trim_start().len();
    let rest = behind.trim_start();
    let words = [
        "square metres",
        "square meters",
        "square metre",
        "square meter",
        "m^2",
        "m\u{b2}",
        "m2",
        "sq m",
        "sqm",
        "qm",
        "{m2}",
    ];
    let Some(word) = words.iter().find(|word| rest.starts_with(*word)) else { return false };
    blank(text, from, number + 4 + gap + word.chars().count());
    true
}

/// The place behind words that stand here, small letters and spaces aside.
fn behind(text: &[char], from: usize, words: &[&str]) -> Option<usize> {
    let mut place = from;
    for word in words {
        place += text.iter().skip(place).take_while(|c| **c == ' ').count();
        for letter in word.chars() {
            if at(text, place).to_ascii_lowercase() != letter {
                return None;
            }
            place += 1;
        }
    }
    Some(place)
}

/// `> OR = 60`, as some laboratories print "at least".
fn or_equal(text: &mut [char]) {
    for place in 0..text.len() {
        let Some(end) =
            behind(text, place + 1, &["or", "="]).filter(|_| matches!(at(text, place), '<' | '>'))
        else {
            continue;
        };
        blank(text, place + 1, end);
        if let Some(c) = text.get_mut(place + 1) {
            *c = '=';
        }
    }
}

/// `5.4 % of total Hgb`: of what HbA1c is a part is no second name.
fn of_haemoglobin(text: &mut [char]) {
    let Some(sign) = text.iter().position(|c| *c == '%') else { return };
    let names = ["haemoglobin", "hemoglobin", "hgb", "hb"];
    let end = names.iter().find_map(|name| behind(text, sign + 1, &["of", "total", name]));
    if let Some(end) = end.filter(|end| !at(text, *end).is_alphanumeric()) {
        blank(text, sign + 1, end);
    }
}

/// `% saturation` is a name, not a unit before one.
fn percent_of_saturation(text: &mut Vec<char>) {
    let Some(sign) = text.iter().position(|c| *c == '%') else { return };
    let gap = text.iter().skip(sign + 1).take_while(|c| **c == ' ').count();
    let word: String = text
        .iter()
        .skip(sign + 1 + gap)
        .take_while(|c| c.is_alphabetic())
        .flat_map(|c| c.to_lowercase())
        .collect();
    if gap <= 1 && matches!(word.as_str(), "sat" | "satn" | "saturation") {
        let end = sign + 1 + gap + word.chars().count();
        text.splice(sign..end, "pctsat".chars());
    }
}

/// A word without what does not count in it.
pub(crate) fn fold(word: &[char]) -> String {
    let mut out = String::new();
    for c in word.iter().flat_map(|c| c.to_lowercase()) {
        match c {
            '\u{e4}' => out.push_str("ae"),
            '\u{f6}' => out.push_str("oe"),
            '\u{fc}' => out.push_str("ue"),
            '\u{df}' => out.push_str("ss"),
            '\u{e8}'..='\u{eb}' => out.push('e'),
            '\u{e0}'..='\u{e3}' => out.push('a'),
            '\u{ec}'..='\u{ef}' => out.push('i'),
            '\u{f2}'..='\u{f5}' => out.push('o'),
            '\u{f9}'..='\u{fb}' => out.push('u'),
            '\u{e7}' => out.push('c'),
            '\u{f1}' => out.push('n'),
            // A vowel and its two dots as two characters.
            '\u{308}' => out.push('e'),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}
