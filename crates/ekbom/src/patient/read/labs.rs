//! The laboratory results of a patient in JSON.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{LAB_KEYS, Reader};
use crate::measure::analyte::{Analyte, AnalyteKind};
use crate::measure::unit::Unit;
use crate::patient::limits::short;
use crate::patient::one_sample::printed;
use crate::patient::set_aside::place_in;
use crate::patient::tree::Tree;
use crate::patient::{
    Comparator, DecimalMark, FaultKind, Finding, Flag, Lab, LabResult, PatientError, Unreadable, Written,
};

impl Reader {
    pub(super) fn lab(&mut self, path: &str, tree: &Tree) {
        let entries = self.entries(tree, path, LAB_KEYS);
        let get = |key: &str| entries.iter().find(|(_, own, _)| *own == key).map(|(_, _, value)| *value);
        let field = |key: &str| format!("{path}.{key}");
        if !matches!(tree, Tree::Object(_)) {
            // A text may name what an older result then does not stand for.
            if let Tree::Text(text) = tree {
                let first = text.split_whitespace().next().unwrap_or_default();
                let meant =
                    first.parse::<Analyte>().map_or_else(|error| error.meant(), |one| alloc::vec![one]);
                self.builder.lost.extend(meant.into_iter().map(|analyte| (analyte, None)));
            }
            return;
        }
        let analyte = match get("analyte") {
            Some(value) => self.analyte(&field("analyte"), value),
            None => {
                self.fault(PatientError::new(
                    FaultKind::Missing,
                    field("analyte"),
                    "",
                    "an analyte is needed",
                ));
                None
            }
        };
        let limit = |key: &str| match get(key) {
            Some(Tree::Number(limit)) => Some(*limit),
            _ => None,
        };
        let said = Said {
            value: get("value"),
            unit: get("unit"),
            comparator: get("comparator"),
            low: limit("ref_low"),
            high: limit("ref_high"),
        };
        let doubt = get("doubt").map(|value| self.text(&field("doubt"), value));
        let before = self.builder.errors.len();
        let result = analyte.and_then(|analyte| self.result(path, analyte, &said));
        let mut lab = match (analyte, result) {
            (Some(analyte), Some(result)) => Lab { result, ..Lab::new(analyte, 0.0, Unit::One) },
            // Go on reading, so that every other fault of this result is found too.
            _ => Lab::new(Analyte::Ferritin, 0.0, Unit::One),
        };
        for (field, key, value) in &entries {
            match *key {
                "days_ago" => lab.days_ago = self.number(field, value),
                "morning" => lab.morning = self.boolean(field, value),
                "iron_free_hours" => lab.iron_free_hours = self.number(field, value),
                "ref_low" => lab.ref_low = self.number(field, value),
                "ref_high" => lab.ref_high = self.number(field, value),
                "grey_high" => lab.grey_high = self.number(field, value),
                "assay" => lab.assay = self.text(field, value).map(ToOwned::to_owned),
                "confirmed" => lab.confirmed = self.boolean(field, value) == Some(true),
                _ => {}
            }
        }
        if let (Some(doubt), Some(analyte)) = (doubt, analyte) {
            // Why it cannot be read is what the doubt says.
            self.builder.errors.truncate(before);
            return self.in_doubt(path, analyte, result.map(|_| lab.clone()), lab.days_ago, &said, doubt);
        }
        match (result, analyte) {
            (Some(_), _) => self.builder.patient.labs.push(lab),
            (None, Some(analyte)) => self.lose(analyte, lab.days_ago, &said),
            (None, None) => {
                let name = match get("analyte") {
                    Some(Tree::Text(name)) => name.parse::<Analyte>().err(),
                    _ => None,
                };
                for meant in name.map(|own| own.meant()).unwrap_or_default() {
                    self.as_if(path, meant, &lab, &said);
                }
            }
        }
    }

    /// A result under a misspelt name: it may be what it probably means, and then an older one does not stand for it.
    fn as_if(&mut self, path: &str, meant: Analyte, lab: &Lab, said: &Said<'_>) {
        let before = self.builder.errors.len();
        let result = self.result(path, meant, said);
        self.builder.errors.truncate(before);
        match result {
            Some(result) => self.builder.patient.doubted.push(Lab { analyte: meant, result, ..lab.clone() }),
            None => self.lose(meant, lab.days_ago, said),
        }
    }

    /// Only of what it is can be read of a result, and perhaps its day and its number.
    fn lose(&mut self, analyte: Analyte, days: Option<f64>, said: &Said<'_>) {
        self.builder.lost.push((analyte, days));
        self.builder.patient.doubted.extend(only_reading(analyte, days, said));
    }

    /// A result that whoever read it doubts: it is set aside here, with all that can be read of it.
    fn in_doubt(
        &mut self,
        path: &str,
        analyte: Analyte,
        lab: Option<Lab>,
        days: Option<f64>,
        said: &Said<'_>,
        why: Option<&str>,
    ) {
        let Some(why) = why else { return };
        let shown = match (&lab, said.value) {
            // As it is shown of one that was added with types.
            (Some(lab), _) => printed(lab),
            (None, Some(value)) => format!("{value}"),
            (None, None) => String::new(),
        };
        let error = PatientError::new(FaultKind::Doubted, format!("{path}.value"), shown, why);
        self.builder.in_doubt.push(error);
        match lab {
            Some(lab) => self.builder.push_doubted(lab, place_in(path, "labs")),
            None => self.lose(analyte, days, said),
        }
    }

    fn analyte(&mut self, field: &str, value: &Tree) -> Option<Analyte> {
        let text = self.text(field, value)?;
        match text.parse::<Analyte>() {
            Ok(analyte) => Some(analyte),
            Err(error) => {
                let near = error.meant();
                let accepted = if near.is_empty() { Analyte::ALL.to_vec() } else { near };
                self.fault(
                    PatientError::new(
                        FaultKind::UnknownAnalyte,
                        field,
                        text,
                        format!("`{}` is not a known analyte", error.text()),
                    )
                    .accept(accepted.into_iter().map(Analyte::id)),
                );
                None
            }
        }
    }

    fn result(&mut self, path: &str, analyte: Analyte, said: &Said<'_>) -> Option<LabResult> {
        let field = |key: &str| format!("{path}.{key}");
        let Some(value) = said.value else {
            let message = format!("`{analyte}` needs a value: leave out a result that there is not");
            let accepted = match analyte.info().kind {
                AnalyteKind::Qualitative => Finding::CODES,
                AnalyteKind::Quantity => &["a number with its unit"],
            };
            self.fault(
                PatientError::new(FaultKind::Missing, field("value"), "", message)
                    .accept(accepted.iter().copied()),
            );
            return None;
        };
        let qualitative = analyte.info().kind == AnalyteKind::Qualitative;
        if let (true, Tree::Text(text)) = (qualitative, value) {
            if let Some(finding) = Finding::from_code(text) {
                return Some(LabResult::Qualitative(finding));
            }
            if Written::read(text, DecimalMark::Point).is_err() {
                let meant = Finding::spelt(text)
                    .map_or_else(|| Finding::CODES.to_vec(), |one| alloc::vec![one.code()]);
                let message = format!("`{}` is not one of the accepted codes", short(text));
                self.fault(
                    PatientError::new(FaultKind::UnknownCode, field("value"), text, message).accept(meant),
                );
                return None;
            }
        }
        if let (true, Tree::Bool(found)) = (qualitative, value) {
            let meant = if *found { Finding::Positive } else { Finding::Negative };
            let message = format!("`{analyte}` is given as a word");
            self.fault(
                PatientError::new(FaultKind::WrongType, field("value"), value, message)
                    .accept([meant.code()]),
            );
            return None;
        }
        // An amount as a text: of a test that is given as a word, its number says more than that it is a text.
        if let (true, Tree::Text(text), false) = (qualitative, value, said.unit.is_some()) {
            if let Ok(Written::Number(number, sign)) = Written::read(text, DecimalMark::Point) {
                self.by_own_limit(&field("value"), analyte, number, sign, said.high);
                return None;
            }
        }
        let number = self.amount(&field("value"), value, said, analyte);
        let comparator = match said.comparator {
            Some(value) => {
                Some(self.code(&field("comparator"), value, Comparator::CODES, Comparator::from_code)?)
            }
            None => None,
        };
        if let (true, Some(number)) = (qualitative, number) {
            let own =
                |text: &Tree| matches!(text, Tree::Text(text) if analyte.unit_spelt(text, None).is_ok());
            if !said.unit.is_some_and(own) {
                self.by_own_limit(&field("value"), analyte, number, comparator, said.high);
                return None;
            }
        }
        let unit = said.unit;
        let Some(unit) = unit else {
            let message = format!("`{analyte}` needs its unit: none is assumed");
            let meant = analyte.unit_spelt("", number).map_or_else(|meant| meant.accepted(), |_| Vec::new());
            self.fault(PatientError::new(FaultKind::UnitMissing, field("unit"), "", message).accept(meant));
            return None;
        };
        let text = self.text(&field("unit"), unit)?;
        match analyte.unit_spelt(text, number) {
            Ok(unit) => Some(LabResult::Quantity { value: number?, unit, comparator }),
            Err(meant) => {
                let mut message = match number {
                    Some(number) => format!("`{analyte}` {number} cannot be in `{}`", short(text)),
                    None => format!("`{analyte}` is not reported in `{}`", short(text)),
                };
                let sister = number.and_then(|number| analyte.sister(number, text));
                let mut accepted = meant.accepted();
                if let Some((sister, alone)) = sister {
                    message.push_str(&format!(
                        ": `{}` is a unit of `{sister}`: is this `{sister}`?",
                        short(text)
                    ));
                    if alone {
                        accepted.clear();
                    }
                    accepted.insert(0, format!("\"analyte\": \"{sister}\""));
                } else if let Some(other) = number.and_then(|number| meant.sentence(number, &short(text))) {
                    message.push_str(&format!(": {other}"));
                }
                self.fault(
                    PatientError::new(FaultKind::UnitNotAccepted, field("unit"), text, message)
                        .accept(accepted),
                );
                None
            }
        }
    }

    /// An antibody as an amount: which amounts are positive is the laboratory's to say.
    fn by_own_limit(
        &mut self,
        field: &str,
        analyte: Analyte,
        number: f64,
        comparator: Option<Comparator>,
        high: Option<f64>,
    ) {
        let above = high.and_then(|high| match comparator {
            None => Some(number > high),
            Some(Comparator::Above | Comparator::AtLeast) => (number > high).then_some(true),
            Some(Comparator::Below | Comparator::AtMost) => (number <= high).then_some(false),
        });
        let (message, accepted) = match above.zip(high) {
            Some((true, high)) => (
                format!("`{analyte}` {number} is above the laboratory's limit of {high}: give it as a word"),
                alloc::vec![Finding::Positive.code()],
            ),
            Some((false, high)) => (
                format!("`{analyte}` {number} is within the laboratory's limit of {high}: give it as a word"),
                alloc::vec![Finding::Negative.code()],
            ),
            None => (format!("`{analyte}` is given as a word, not as an amount"), Finding::CODES.to_vec()),
        };
        self.fault(PatientError::new(FaultKind::FindingAsAmount, field, number, message).accept(accepted));
    }

    /// A number. What a text says is no number here, but how it is said as one is known.
    fn amount(&mut self, field: &str, value: &Tree, said: &Said<'_>, analyte: Analyte) -> Option<f64> {
        let quote = |text: &str| Written::read(text, DecimalMark::Point);
        let text = match value {
            Tree::Text(text) => text.clone(),
            // A quantity of its own, as in FHIR.
            Tree::Object(entries) => {
                let part =
                    |key: &str| entries.iter().find(|(own, _)| own == key).map(|(_, part)| format!("{part}"));
                let text = format!(
                    "{}{}",
                    part("comparator").unwrap_or_default(),
                    part("value").unwrap_or_default()
                );
                if let Ok(written) = quote(&text) {
                    let message = "expected a number, found an object: its parts stand in the result itself";
                    let accepted = match written {
                        Written::Number(number, None) => alloc::vec![format!("\"value\": {number}")],
                        other => other.in_json(),
                    };
                    self.fault(
                        PatientError::new(FaultKind::WrongType, field, value, message).accept(accepted),
                    );
                    return None;
                }
                return self.number(field, value);
            }
            _ => return self.number(field, value),
        };
        let (kind, message, accepted) = match quote(&text) {
            Ok(Written::Number(_, None)) => return self.number(field, value),
            Ok(written @ Written::Number(..)) => (
                FaultKind::NumberAsText,
                "expected a number, found a string: the sign goes into `comparator`".to_owned(),
                written.in_json(),
            ),
            Ok(written) => (
                FaultKind::RangeAsNumber,
                "a range is not one result; what it says at least is a bound".to_owned(),
                written.in_json(),
            ),
            Err(unreadable) => match self.meant(&text, &unreadable, said, analyte) {
                Some(meant) => meant,
                None => return self.number(field, value),
            },
        };
        self.fault(PatientError::new(kind, field, value, message).accept(accepted));
        None
    }

    /// How a text that says no number would be said, where that is known.
    fn meant(&self, text: &str, unreadable: &Unreadable, said: &Said<'_>, analyte: Analyte) -> Option<Meant> {
        if unreadable.nothing {
            let accepted = alloc::vec!["no result at all".to_owned(), "a number with its unit".to_owned()];
            return Some((FaultKind::NoResult, unreadable.message.clone(), accepted));
        }
        let bound = |limit: f64, sign| Written::Number(limit, Some(sign)).in_json();
        let finding = Finding::spelt(text);
        let beyond = match (unreadable.flag, finding, said.low, said.high) {
            (Some(Flag::High), _, _, Some(high)) | (_, Some(Finding::Positive), _, Some(high)) => {
                bound(high, Comparator::Above)
            }
            (_, Some(Finding::Negative), _, Some(high)) => bound(high, Comparator::AtMost),
            (Some(Flag::Low), _, Some(low), _) => bound(low, Comparator::Below),
            (Some(Flag::Normal), _, Some(low), Some(high)) => Written::Range(low, high).in_json(),
            _ => Vec::new(),
        };
        if !beyond.is_empty() {
            return Some((
                FaultKind::FlagAsNumber,
                "a flag is not a number: what it says is a bound".to_owned(),
                beyond,
            ));
        }
        if unreadable.flag.is_some() || finding.is_some() {
            let accepted = alloc::vec!["a number with its unit".to_owned()];
            return Some((
                FaultKind::FlagAsNumber,
                "a flag is not a number, and no limit is given that it speaks of".to_owned(),
                accepted,
            ));
        }
        if unreadable.readings.is_empty() {
            return None;
        }
        // A unit that would be refused next is not offered.
        let unit = unreadable.unit.filter(|unit| analyte.scale(*unit).is_some());
        let numbers = unreadable.readings.iter().flat_map(|own| match (own, unit) {
            (Written::Number(number, None), Some(unit)) => {
                alloc::vec![format!("\"value\": {number}, \"unit\": \"{unit}\"")]
            }
            (own, Some(unit)) => {
                own.in_json().into_iter().map(|text| format!("{text}, \"unit\": \"{unit}\"")).collect()
            }
            (own, None) => own.in_json(),
        });
        let message = format!("expected a number, found a string: {}", unreadable.message);
        Some((FaultKind::NumberAsText, message, numbers.collect()))
    }
}

/// What a number or a text says of an analyte, where one number and one unit alone make sense of it.
fn only_reading(analyte: Analyte, days: Option<f64>, said: &Said<'_>) -> Option<Lab> {
    let (value, sign, within) = match said.value? {
        Tree::Number(value) => (*value, None, None),
        Tree::Text(text) => match Written::read(text, DecimalMark::Point) {
            Ok(Written::Number(value, sign)) => (value, sign, None),
            Ok(Written::Range(..)) => return None,
            Err(unreadable) => match unreadable.readings.as_slice() {
                [Written::Number(value, sign)] => (*value, *sign, unreadable.unit),
                _ => return None,
            },
        },
        _ => return None,
    };
    let spelt = match said.unit {
        // A unit that cannot be read is another than the one that would make sense.
        Some(Tree::Text(unit)) => Some(analyte.unit_spelt(unit, Some(value)).ok()?),
        Some(_) => return None,
        None => within.filter(|own| analyte.scale(*own).is_some()),
    };
    let sensible = analyte.units_that_make_sense(value, None);
    let unit = match (spelt, sensible.as_slice()) {
        (Some(unit), _) => unit,
        (None, [unit]) => *unit,
        _ => return None,
    };
    let result = LabResult::Quantity { value, unit, comparator: sign };
    Some(Lab { days_ago: days, result, ..Lab::new(analyte, value, unit) })
}

/// What is wrong with a number, and what would be accepted.
type Meant = (FaultKind, String, Vec<String>);

/// What was said of a result, as far as its value goes.
struct Said<'t> {
    value: Option<&'t Tree>,
    unit: Option<&'t Tree>,
    comparator: Option<&'t Tree>,
    low: Option<f64>,
    high: Option<f64>,
}
