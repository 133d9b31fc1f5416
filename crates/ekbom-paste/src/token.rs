//! A cleaned line as tokens.

use alloc::string::String;
use alloc::vec::Vec;

use ekbom::measure::unit::Unit;

use crate::clean::fold;
use crate::names::{BESIDE, Name, RANGE, Specimen, named};
use crate::romance;

/// Where a flag says that a result lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mark {
    /// Below the laboratory's limits.
    Low,
    /// Above them.
    High,
    /// Within them.
    Normal,
    /// Outside of them, on either side.
    Abnormal,
}

/// A piece of a line.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Token {
    Name(Name),
    /// Digits with their marks.
    Number(String),
    /// A comparator, as a word or a sign.
    Sign(&'static str),
    /// Between the ends of a range; alone it may be a flag.
    Dash,
    Unit(Unit),
    /// It looks like a unit, but spells none.
    OddUnit(String),
    Open,
    Close,
    /// Columns part here.
    Gap,
    Mark(Mark),
    Plus,
    Specimen(Specimen),
    /// Says that a range follows.
    Range,
    /// Changes nothing.
    Beside,
    /// Any other word, folded.
    Word(String),
}

/// Signs of comparison.
const SIGNS: &[(&str, &str)] = &[
    (">=", ">="),
    ("=>", ">="),
    ("<=", "<="),
    ("=<", "<="),
    ("\u{2264}", "<="),
    ("\u{2265}", ">="),
    (">", ">"),
    ("<", "<"),
];

/// Words of comparison; those of several words stand first.
const SIGN_WORDS: &[(&str, &str)] = &[
    ("less than", "<"),
    ("greater than", ">"),
    ("more than", ">"),
    ("kleiner als", "<"),
    ("groesser als", ">"),
    ("up to", "<="),
    ("at least", ">="),
    ("at most", "<="),
    ("gt", ">"),
    ("lt", "<"),
    ("gte", ">="),
    ("lte", "<="),
    ("below", "<"),
    ("above", ">"),
    ("under", "<"),
    ("over", ">"),
    ("unter", "<"),
    ("ueber", ">"),
    ("kleiner", "<"),
    ("groesser", ">"),
];

/// More of a line is not looked at as a unit.
const LONGEST_UNIT: usize = 40;

/// A word of a line: where it stands and how it is folded.
struct Word {
    from: usize,
    to: usize,
    folded: String,
}

pub(crate) struct Scanner<'t> {
    text: &'t [char],
    words: Vec<Word>,
    place: usize,
    tokens: Vec<Token>,
}

/// The tokens of a line.
pub(crate) fn tokens(text: &[char]) -> Vec<Token> {
    let mut scanner = Scanner { text, words: words(text), place: 0, tokens: Vec::new() };
    while scanner.place < text.len() {
        scanner.step();
    }
    scanner.tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{304}' | '\u{327}' | '\u{308}') || c == '\u{fffd}'
}

/// Runs of letters and digits.
fn words(text: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let long = text.iter().skip(from).take_while(|c| is_word(**c)).count();
        if long > 0 {
            let letters: Vec<char> = text.iter().skip(from).take(long).copied().collect();
            words.push(Word { from, to: from + long, folded: fold(&letters) });
        }
        from += long.max(1);
    }
    words
}

impl Scanner<'_> {
    fn at(&self, place: usize) -> char {
        self.text.get(place).copied().unwrap_or(' ')
    }

    fn push(&mut self, token: Token, to: usize) {
        self.tokens.push(token);
        self.place = to.max(self.place + 1);
    }

    fn step(&mut self) {
        let place = self.place;
        let c = self.at(place);
        let starts = !place.checked_sub(1).is_some_and(|before| is_word(self.at(before)));
        if c == ' ' || c == '\t' {
            let long = self.text.iter().skip(place).take_while(|c| matches!(c, ' ' | '\t')).count();
            let wide = long > 1 || c == '\t';
            self.place += long;
            if wide {
                self.tokens.push(Token::Gap);
            }
            return;
        }
        if starts && is_word(c) && self.phrase() {
            return;
        }
        if c.is_ascii_digit() {
            if let Some((text, to)) = self.power() {
                return self.push(Token::OddUnit(text), to);
            }
            return self.number();
        }
        if matches!(c, '.' | ',') && self.at(place + 1).is_ascii_digit() && self.begins_a_number() {
            return self.number();
        }
        let rest: String = self.text.iter().skip(place).take(2).collect();
        if let Some((sign, code)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(*sign)) {
            return self.push(Token::Sign(code), place + sign.chars().count());
        }
        if let Some((unit, to)) = self.unit(place) {
            return self.push(Token::Unit(unit), to);
        }
        match c {
            '(' | '[' | '{' => self.push(Token::Open, place + 1),
            ')' | ']' | '}' => self.push(Token::Close, place + 1),
            '-' | '~' => {
                let long = self.text.iter().skip(place).take_while(|c| matches!(c, '-' | '~')).count();
                self.push(Token::Dash, place + long);
            }
            ';' if self.within() => self.push(Token::Dash, place + 1),
            '.' if self.at(place + 1) == '.' => self.push(Token::Dash, place + 2),
            '+' => self.push(Token::Plus, place + 1),
            '*' | '!' => self.push(Token::Mark(Mark::Abnormal), place + 1),
            '\u{2191}' | '\u{25b2}' => self.push(Token::Mark(Mark::High), place + 1),
            '\u{2193}' | '\u{25bc}' => self.push(Token::Mark(Mark::Low), place + 1),
            _ => match self.odd_unit(place) {
                Some((text, to)) => self.push(Token::OddUnit(text), to),
                None if is_word(c) => self.word(),
                None => self.place += 1,
            },
        }
    }

    /// Between two brackets?
    fn within(&self) -> bool {
        let opened = self.tokens.iter().filter(|token| **token == Token::Open).count();
        opened > self.tokens.iter().filter(|token| **token == Token::Close).count()
    }

    /// A phrase of ours that begins here: the longest.
    fn phrase(&mut self) -> bool {
        let Some(first) = self.words.iter().position(|word| word.from == self.place) else { return false };
        let mut best: Option<(usize, Token)> = None;
        let mut take = |long: usize, token: Token| {
            if best.as_ref().is_none_or(|(most, _)| long > *most) {
                best = Some((long, token));
            }
        };
        let spelt = |phrase: &&str| self.spells(first, phrase);
        for (phrases, name) in named() {
            for phrase in phrases.iter().filter(|phrase| spelt(phrase)) {
                take(phrase.split(' ').count(), Token::Name(*name));
            }
        }
        for phrase in BESIDE.iter().chain(romance::BESIDE).filter(|phrase| spelt(phrase)) {
            take(phrase.split(' ').count(), Token::Beside);
        }
        for (phrase, sign) in SIGN_WORDS.iter().filter(|(phrase, _)| spelt(phrase)) {
            take(phrase.split(' ').count(), Token::Sign(sign));
        }
        let Some((long, token)) = best else { return false };
        let Some(last) = self.words.get(first + long - 1) else { return false };
        let to = last.to;
        // A short name may be the beginning of a unit: `mg`, `u/l`.
        if self.unit(self.place).is_some_and(|(_, end)| end > to) {
            return false;
        }
        self.push(token, to);
        true
    }

    /// Do the words from here on spell the phrase, with no column between them?
    fn spells(&self, first: usize, phrase: &str) -> bool {
        for (place, own) in (first..).zip(phrase.split(' ')) {
            let Some(word) = self.words.get(place).filter(|word| word.folded == own) else { return false };
            let before =
                place.checked_sub(1).filter(|_| place > first).and_then(|place| self.words.get(place));
            if let Some(before) = before {
                let between = self.text.iter().skip(before.to).take(word.from - before.to);
                let mut spaces = 0;
                for c in between {
                    spaces += usize::from(*c == ' ');
                    if spaces > 1
                        || !matches!(
                            c,
                            ' ' | '-' | '_' | '/' | '.' | ',' | '(' | ')' | '[' | ']' | ':' | '\''
                        )
                    {
                        return false;
                    }
                }
            }
        }
        true
    }

    /// `.05` after a space, a sign or a bracket; a point or a comma behind a word or a digit parts what stands there.
    fn begins_a_number(&self) -> bool {
        let before = self.place.checked_sub(1).map_or(' ', |before| self.at(before));
        matches!(before, ' ' | '\t' | '<' | '>' | '=' | ':' | '(' | '[' | '-' | '~')
    }

    /// Digits with their marks; a zero that was left out before the first mark is put there.
    fn number(&mut self) {
        let mut to = self.place;
        while self.at(to).is_ascii_digit()
            || (matches!(self.at(to), '.' | ',' | '\'' | '\u{2019}') && self.at(to + 1).is_ascii_digit())
        {
            to += 1;
        }
        let written: String = self.text.iter().skip(self.place).take(to - self.place).collect();
        let whole = written.starts_with(|c: char| c.is_ascii_digit());
        let text = if whole { written } else { alloc::format!("0{written}") };
        self.push(Token::Number(text), to);
    }

    /// `10^9/L`, `10*9/L`, `x10E9/l`: no unit of ours.
    fn power(&self) -> Option<(String, usize)> {
        let ten = self.at(self.place) == '1' && self.at(self.place + 1) == '0';
        let power = matches!(self.at(self.place + 2), '^' | '*' | 'e' | 'E')
            && self.at(self.place + 3).is_ascii_digit();
        (ten && power).then(|| self.chunk(self.place))
    }

    /// All to the next space.
    fn chunk(&self, from: usize) -> (String, usize) {
        let text: String = self
            .text
            .iter()
            .skip(from)
            .take_while(|c| !matches!(c, ' ' | '\t' | '(' | ')' | ',' | ';'))
            .collect();
        let to = from + text.chars().count();
        (text, to)
    }

    /// The longest text from here that spells a unit, with no column within it.
    fn unit(&self, from: usize) -> Option<(Unit, usize)> {
        let begins = self.at(from);
        // A pure number is no unit that could be told from a value, and a lone letter is a flag.
        let can = begins.is_alphabetic() || matches!(begins, '%' | '\u{b5}' | '[');
        if !can || from.checked_sub(1).is_some_and(|before| self.at(before).is_alphabetic()) {
            return None;
        }
        let mut most = from;
        while most < self.text.len() && most - from < LONGEST_UNIT {
            let (c, next) = (self.at(most), self.at(most + 1));
            if c == '\t' || (c == ' ' && matches!(next, ' ' | '\t')) {
                break;
            }
            most += 1;
        }
        (from + 1..=most).rev().find_map(|to| {
            let (last, next) = (self.at(to - 1), self.at(to));
            if last == ' ' || (is_word(last) && is_word(next)) || next == '/' || next == '^' {
                return None;
            }
            let text: String = self.text.iter().skip(from).take(to - from).collect();
            // Words such as "ratio" name no unit beside a name.
            let unit = Unit::parse(&text).filter(|unit| *unit != Unit::One)?;
            Some((unit, to))
        })
    }

    /// Letters about a slash, behind a number: a unit that is none of ours, or a damaged one.
    fn odd_unit(&self, from: usize) -> Option<(String, usize)> {
        let numbered = self.tokens.iter().any(|token| matches!(token, Token::Number(_)));
        let begins = self.at(from);
        if !numbered || !(begins.is_alphabetic() || matches!(begins, '?' | '\u{fffd}')) {
            return None;
        }
        let (text, to) = self.chunk(from);
        let (before, behind) = text.split_once('/')?;
        let short = |part: &str| (1..=6).contains(&part.chars().count());
        (short(before) && !behind.is_empty() && !behind.starts_with(|c: char| c.is_ascii_digit()))
            .then_some((text.clone(), to))
    }

    fn word(&mut self) {
        let to = self.words.iter().find(|word| word.from <= self.place && self.place < word.to);
        let (folded, to) = match to {
            Some(word) => (word.folded.clone(), word.to),
            None => (String::new(), self.place + 1),
        };
        let token = match folded.as_str() {
            "h" | "hh" | "high" | "hoch" | "erhoeht" | "elevated" => Token::Mark(Mark::High),
            "l" | "ll" | "low" | "niedrig" | "erniedrigt" | "tief" => Token::Mark(Mark::Low),
            "a" | "abnormal" | "auffaellig" => Token::Mark(Mark::Abnormal),
            "n" | "unauffaellig" => Token::Mark(Mark::Normal),
            "to" | "bis" | "und" | "and" => Token::Dash,
            own if RANGE.contains(&own) => Token::Range,
            own => match Specimen::named(own) {
                Some(specimen) => Token::Specimen(specimen),
                None => Token::Word(folded),
            },
        };
        self.push(token, to);
    }
}
