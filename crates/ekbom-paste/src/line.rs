//! One line: which result it says, or why none is taken from it.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom::measure::suggest::closest;
use ekbom::measure::unit::Unit;
use ekbom::patient::{DecimalMark, Finding, LabLimits, Written};

use crate::clean::Clean;
use crate::names::{Name, Specimen, named as known};
use crate::token::{Mark, Token};
use crate::{Has, PastedLab, Said};

/// What the rest of the report says about every line of it.
pub(crate) struct Context {
    pub(crate) mark: DecimalMark,
    /// Results of iron stand in it.
    pub(crate) iron: bool,
    /// The heading above says what was taken.
    pub(crate) specimen: Option<Specimen>,
    /// The heading above speaks of targets, of limits or of earlier results.
    pub(crate) not_today: bool,
    /// The date that a line above gives to those below it.
    pub(crate) date: Option<String>,
}

/// Words that stand in the place of a result.
const REMARKS: [&str; 30] = [
    "pending",
    "folgt",
    "ausstehend",
    "siehe",
    "see",
    "kommentar",
    "comment",
    "note",
    "haemolysed",
    "haemolyzed",
    "hemolyzed",
    "hemolysed",
    "haemolytisch",
    "haemolyse",
    "hemolysis",
    "lipaemic",
    "lipemic",
    "lipaemisch",
    "entfaellt",
    "storniert",
    "cancelled",
    "canceled",
    "insufficient",
    "qns",
    "clotted",
    "geronnen",
    "rejected",
    "unable",
    "invalid",
    "ungueltig",
];

/// The pieces of a line by what they are.
#[derive(Default)]
struct Parts {
    names: Vec<Name>,
    specimens: Vec<Specimen>,
    values: Vec<(Option<&'static str>, String)>,
    unit: Option<Has<Unit>>,
    low: Option<String>,
    high: Option<String>,
    limits_unit: Option<Has<Unit>>,
    ranges: usize,
    marks: Vec<Mark>,
    /// Words that were not understood.
    words: Vec<String>,
    /// Each that is said, once: a second one may be what is usual.
    findings: Vec<Finding>,
    /// A sign behind the number, a range of three numbers.
    strange: bool,
}

impl Parts {
    fn find(&mut self, finding: Finding) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

/// Reads a line.
pub(crate) fn read(clean: &Clean, tokens: &[Token], context: &Context) -> Said {
    let parts = parts(tokens);
    let numbers = parts.values.len() + parts.ranges;
    if parts.names.is_empty() {
        return unnamed(&parts, numbers);
    }
    let candidates = match named(&parts, context) {
        Ok(candidates) => candidates,
        Err(Refused::Other(why)) => return Said::NotUnderstood { why },
        Err(Refused::Doubt(..)) if numbers == 0 => return Said::NoResult,
        Err(Refused::Doubt(why, analytes)) => return Said::Doubted { analytes, why, readings: Vec::new() },
    };
    let doubted = |why: String| Said::Doubted { analytes: candidates.clone(), why, readings: Vec::new() };
    if let (true, [analyte]) = (numbers == 0 && parts.words.is_empty(), candidates.as_slice()) {
        let lab = |finding: &Finding| PastedLab::finding(*analyte, *finding);
        match (analyte.info().kind, parts.findings.as_slice()) {
            (AnalyteKind::Qualitative, [finding]) => {
                return Said::Understood { lab: lab(finding), notes: Vec::new() };
            }
            (AnalyteKind::Qualitative, several @ [_, _, ..]) => {
                let why =
                    "several findings stand on this line: which is the result, and which is what is usual?";
                return Said::Doubted {
                    analytes: alloc::vec![*analyte],
                    why: why.to_owned(),
                    readings: several.iter().map(lab).collect(),
                };
            }
            _ => {}
        }
    }
    if numbers == 0 {
        let flagged = !parts.marks.is_empty() || !parts.findings.is_empty();
        // A sample was taken, and what it says is not known.
        if let (true, [_]) = (parts.words.iter().any(|own| REMARKS.contains(&own.as_str())), &*candidates) {
            return doubted("a remark stands in the place of the result".to_owned());
        }
        return match (flagged, parts.words.len()) {
            (true, 0) => doubted("only a flag: the number is missing".to_owned()),
            // A heading, or prose.
            (_, _) if parts.unit.is_none() => Said::NoResult,
            _ => Said::NotUnderstood { why: "no number stands on this line".to_owned() },
        };
    }
    if parts.strange {
        return doubted("a sign behind the number, or a range that is none: what is the result?".to_owned());
    }
    let (sign, digits) = match parts.values.as_slice() {
        [] => {
            return Said::NotUnderstood { why: "only a range stands on this line, and no result".to_owned() };
        }
        [one] => one,
        _ => return doubted("several numbers could be the result".to_owned()),
    };
    if !parts.words.is_empty() {
        return doubted(
            "words beside the result are not understood, and could change what it means".to_owned(),
        );
    }
    let mut notes = Vec::new();
    let unit = match unit_of(&parts, clean, &candidates, &mut notes) {
        Ok(unit) => unit,
        Err(why) => return doubted(why),
    };
    let number = |text: &str| match Written::read(text, context.mark) {
        Ok(Written::Number(value, None)) => Ok(value),
        Ok(_) => Err("not a number".to_owned()),
        Err(unreadable) => Err(unreadable.message),
    };
    let mut limits = [None, None];
    for (own, text) in limits.iter_mut().zip([&parts.low, &parts.high]) {
        *own = match text.as_deref().map(number).transpose() {
            Ok(limit) => limit,
            Err(_) => return doubted("a limit of the laboratory can be read in two ways".to_owned()),
        };
    }
    let [low, high] = limits;
    let mut candidates = candidates.clone();
    decide(&mut candidates, unit.as_ref(), low, high, &mut notes);
    let lab = |analyte: Analyte, value: f64| PastedLab {
        analyte: analyte.id().to_owned(),
        value: Some(value),
        finding: None,
        unit: unit.as_ref().map(Has::text),
        comparator: sign.map(ToOwned::to_owned),
        ref_low: low,
        ref_high: high,
        confirmed: None,
    };
    let values = match Written::read(digits, context.mark) {
        Ok(Written::Number(value, None)) => alloc::vec![value],
        Ok(_) => return doubted("not a number".to_owned()),
        Err(unreadable) => {
            let all = unreadable.readings.iter().filter_map(|own| match own {
                Written::Number(value, _) => Some(*value),
                Written::Range(..) => None,
            });
            let readings = all.flat_map(|value| candidates.iter().map(move |own| lab(*own, value))).collect();
            return Said::Doubted { analytes: candidates, why: unreadable.message, readings };
        }
    };
    let value = values.first().copied().unwrap_or(f64::NAN);
    let [analyte] = candidates.as_slice() else {
        let ids: Vec<String> = candidates.iter().map(|own| format!("`{own}`")).collect();
        let readings = candidates.iter().map(|own| lab(*own, value)).collect();
        let why = format!("is it {}?", ids.join(" or "));
        return Said::Doubted { analytes: candidates, why, readings };
    };
    let said = lab(*analyte, value);
    if let Some(why) = contradicted(&parts, sign, value, low, high) {
        return Said::Doubted { analytes: alloc::vec![*analyte], why, readings: Vec::new() };
    }
    Said::Understood { lab: said, notes }
}

/// A line that names no analyte.
fn unnamed(parts: &Parts, numbers: usize) -> Said {
    if numbers == 0 || (parts.unit.is_none() && parts.ranges == 0 && parts.words.len() != 1) {
        return Said::NoResult;
    }
    let every = || known().flat_map(|(phrases, _)| phrases.iter().copied()).filter(|phrase| phrase.len() > 4);
    let near = parts.words.iter().filter(|word| word.len() > 4).find_map(|word| closest(word, every()));
    let meant = near.and_then(|near| {
        known().find_map(|(phrases, name)| match name {
            Name::Of([analyte, ..]) if phrases.contains(&near) => Some(*analyte),
            _ => None,
        })
    });
    match meant {
        Some(analyte) => Said::Doubted {
            analytes: alloc::vec![analyte],
            why: format!("the name is spelt otherwise: is it `{analyte}`?"),
            readings: Vec::new(),
        },
        None if parts.unit.is_none() && parts.ranges == 0 => Said::NoResult,
        None => Said::NotUnderstood { why: "no analyte of the list is named on this line".to_owned() },
    }
}

enum Refused {
    /// And what the line may be a result of.
    Doubt(String, Vec<Analyte>),
    Other(String),
}

/// The analytes that the names of a line can mean.
fn named(parts: &Parts, context: &Context) -> Result<Vec<Analyte>, Refused> {
    let mut candidates: Option<Vec<Analyte>> = None;
    let mut every: Vec<Analyte> = Vec::new();
    for name in &parts.names {
        let own: Vec<Analyte> = match name {
            Name::Of(own) => own.to_vec(),
            Name::Beside(own) if context.iron => alloc::vec![*own],
            Name::Beside(own) => {
                let why = format!("the saturation of what? Is it `{own}`?");
                return Err(Refused::Doubt(why, alloc::vec![*own]));
            }
            Name::Urea if parts.unit == Some(Has::Unit(Unit::MmolPerL)) => alloc::vec![Analyte::Urea],
            Name::Urea => {
                let why = "is it urea or urea nitrogen? In mg/dL the two differ by a factor of two";
                return Err(Refused::Doubt(
                    why.to_owned(),
                    alloc::vec![Analyte::Urea, Analyte::UreaNitrogen],
                ));
            }
            Name::Other(what) => return Err(Refused::Other(format!("this is {what}"))),
        };
        for analyte in &own {
            if !every.contains(analyte) {
                every.push(*analyte);
            }
        }
        candidates = Some(match candidates {
            None => own,
            Some(before) => before.into_iter().filter(|analyte| own.contains(analyte)).collect(),
        });
    }
    let mut candidates = candidates.unwrap_or_default();
    if candidates.is_empty() {
        return Err(Refused::Doubt("two analytes are named on this line".to_owned(), every));
    }
    let said: Vec<Specimen> = parts.specimens.iter().copied().chain(context.specimen).take(1).collect();
    if parts.specimens.iter().any(|own| Some(own) != parts.specimens.first()) {
        return Err(Refused::Doubt("two kinds of samples are named on this line".to_owned(), candidates));
    }
    match said.first() {
        Some(specimen) => candidates.retain(|own| Specimen::of(*own) == *specimen),
        // Without a word it is serum: laboratories name urine.
        None if candidates.contains(&Analyte::Creatinine) => {
            candidates.retain(|own| *own == Analyte::Creatinine)
        }
        None => {}
    }
    if candidates.is_empty() {
        return Err(Refused::Doubt(
            "this was measured in another sample than the analyte of this name".to_owned(),
            Vec::new(),
        ));
    }
    Ok(candidates)
}

/// The unit of the result: beside it, or that of the laboratory's limits.
fn unit_of(
    parts: &Parts,
    clean: &Clean,
    candidates: &[Analyte],
    notes: &mut Vec<String>,
) -> Result<Option<Has<Unit>>, String> {
    let mut unit = parts.unit.clone().or_else(|| {
        let own = parts.limits_unit.clone()?;
        notes.push("the unit is that of the limits on the same line".to_owned());
        Some(own)
    });
    if let (Some(Has::Unit(own)), Some(Has::Unit(other))) = (&parts.unit, &parts.limits_unit) {
        let differ = candidates.iter().any(|analyte| analyte.scale(*own) != analyte.scale(*other));
        if differ {
            return Err(format!("the result is in {own} and the limits are in {other}"));
        }
    }
    let rate = |text: &str| text.to_lowercase().replace(' ', "") == "ml/min";
    if clean.indexed && unit.as_ref().is_none_or(|own| matches!(own, Has::Text(text) if rate(text))) {
        unit = unit.map(|_| Has::Unit(Unit::MlPerMinPer173M2));
    }
    Ok(unit)
}

/// Of several analytes of one name, those that have the unit, and for which the limits are printed.
fn decide(
    candidates: &mut Vec<Analyte>,
    unit: Option<&Has<Unit>>,
    low: Option<f64>,
    high: Option<f64>,
    notes: &mut Vec<String>,
) {
    let Some(Has::Unit(unit)) = unit else { return };
    if candidates.len() < 2 {
        return;
    }
    let with: Vec<Analyte> = candidates.iter().copied().filter(|own| own.scale(*unit).is_some()).collect();
    let fit: Vec<Analyte> = with
        .iter()
        .copied()
        .filter(|own| own.limits_are_credible(LabLimits { low, grey_high: None, high }, *unit, None))
        .collect();
    let why = match (with.as_slice(), fit.as_slice()) {
        ([one], _) => Some((*one, "its unit")),
        (_, [one]) if low.is_some() && high.is_some() => Some((*one, "the laboratory's limits")),
        _ => None,
    };
    if let Some((one, by)) = why {
        notes.push(format!("taken as {} by {by}", one.name()));
        *candidates = alloc::vec![one];
    } else if !with.is_empty() {
        *candidates = with;
    }
}

/// A flag that says other than the limits beside it.
fn contradicted(
    parts: &Parts,
    sign: &Option<&'static str>,
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
) -> Option<String> {
    let below = low.is_some_and(|low| value < low) && *sign != Some(">") && *sign != Some(">=");
    let above = high.is_some_and(|high| value > high) && *sign != Some("<") && *sign != Some("<=");
    let both = low.is_some() && high.is_some();
    let wrong = parts.marks.iter().any(|mark| match mark {
        Mark::Low => (low.is_some() && !below) || above,
        Mark::High => (high.is_some() && !above && sign.is_none()) || below,
        Mark::Normal => below || above,
        Mark::Abnormal => both && !below && !above && sign.is_none(),
    });
    wrong.then(|| "the flag says other than the result and its limits".to_owned())
}

/// Sorts the tokens of a line.
fn parts(tokens: &[Token]) -> Parts {
    let mut parts = Parts::default();
    // A column mark is no more than a space, once the words are apart.
    let kept: Vec<&Token> = tokens.iter().filter(|token| **token != Token::Gap).collect();
    let at = |place: usize| kept.get(place).copied();
    let mut place = 0;
    let mut after_range = false;
    let mut range_said = false;
    while let Some(token) = at(place) {
        let before = place.checked_sub(1).and_then(at);
        match token {
            Token::Number(low) => {
                let to = match (at(place + 1), at(place + 2)) {
                    (Some(Token::Dash), Some(Token::Number(high))) => Some((high, place + 3)),
                    _ => None,
                };
                match to {
                    Some((high, end)) if parts.ranges == 0 => {
                        // A third number behind the second.
                        parts.strange |=
                            matches!((at(end), at(end + 1)), (Some(Token::Dash), Some(Token::Number(_))));
                        (parts.low, parts.high) = (Some(low.clone()), Some(high.clone()));
                        parts.ranges = 1;
                        after_range = true;
                        place = end;
                        continue;
                    }
                    Some((_, end)) => {
                        parts.strange = true;
                        place = end;
                        continue;
                    }
                    None => {
                        parts.strange |= matches!(
                            (at(place + 1), at(place + 2)),
                            (Some(Token::Sign(_)), next) if !matches!(next, Some(Token::Number(_)))
                        );
                        parts.values.push((None, low.clone()));
                        after_range = false;
                    }
                }
            }
            Token::Sign(sign) => {
                if let Some(Token::Number(number)) = at(place + 1) {
                    let bracketed = matches!(before, Some(Token::Open | Token::Range));
                    if (!parts.values.is_empty() || bracketed || range_said) && parts.ranges == 0 {
                        let side = if sign.starts_with('<') { &mut parts.high } else { &mut parts.low };
                        *side = Some(number.clone());
                        parts.ranges = 1;
                        after_range = true;
                    } else {
                        parts.values.push((Some(sign), number.clone()));
                        after_range = false;
                    }
                    place += 2;
                    continue;
                }
            }
            Token::Unit(unit) => put_unit(&mut parts, Has::Unit(*unit), after_range),
            Token::OddUnit(text) => put_unit(&mut parts, Has::Text(text.clone()), after_range),
            Token::Name(name) => parts.names.push(*name),
            Token::Specimen(specimen) => parts.specimens.push(*specimen),
            Token::Mark(mark) => parts.marks.push(*mark),
            Token::Plus if !parts.values.is_empty() => parts.marks.push(Mark::High),
            // Behind all numbers a dash is the flag of German reports.
            Token::Dash if !parts.values.is_empty() && only_marks(&kept, place + 1) => {
                parts.marks.push(Mark::Low)
            }
            // "bis 5" as a limit.
            Token::Dash => {
                let upper = matches!(before, Some(Token::Open | Token::Range)).then(|| at(place + 1));
                if let Some(Some(Token::Number(number))) = upper {
                    parts.high = Some(number.clone());
                    parts.ranges += 1;
                    after_range = true;
                    place += 2;
                    continue;
                }
            }
            Token::Range => range_said = true,
            Token::Word(word) => match word.as_str() {
                "detected" if parts.words.last().is_some_and(|word| word == "not") => {
                    parts.words.pop();
                    parts.find(Finding::Negative);
                }
                "reactive" if parts.words.last().is_some_and(|word| word == "non") => {
                    parts.words.pop();
                    parts.find(Finding::Negative);
                }
                "negativ" => parts.find(Finding::Negative),
                "positiv" => parts.find(Finding::Positive),
                "grenzwertig" => parts.find(Finding::Indeterminate),
                word => match Finding::spelt(word) {
                    Some(finding) => parts.find(finding),
                    None => parts.words.push(word.to_string()),
                },
            },
            Token::Open | Token::Close | Token::Gap | Token::Beside | Token::Plus => {}
        }
        place += 1;
    }
    parts
}

fn only_marks(tokens: &[&Token], from: usize) -> bool {
    tokens.iter().skip(from).all(|token| matches!(token, Token::Dash | Token::Close | Token::Mark(_)))
}

fn put_unit(parts: &mut Parts, unit: Has<Unit>, after_range: bool) {
    let slot = if after_range { &mut parts.limits_unit } else { &mut parts.unit };
    match slot {
        None => *slot = Some(unit),
        Some(own) if *own == unit => {}
        // Two units for one number.
        Some(_) => parts.strange = true,
    }
}
