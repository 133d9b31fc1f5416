//! Results: an Observation, and each component of one, becomes a result as the core reads it, or is said not to.

use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom::measure::unit::Unit;
use ekbom::patient::{Comparator, DecimalMark, Finding, Written};
use serde_json::{Map, Value};

use crate::code_map::{CodeMap, CodeMeaning, shown};
use crate::date::When;
use crate::json::{codings, has_code, list, text};
use crate::ledger::{Place, Why, short, why};
use crate::loinc::{self, Meaning};

pub(crate) const LOINC: &[&str] = &["http://loinc.org", "urn:oid:2.16.840.1.113883.6.1"];
const UCUM: &[&str] = &["http://unitsofmeasure.org", "urn:oid:2.16.840.1.113883.6.8"];

/// A result that could be read; what is left to know is which of several counts.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) place: Place,
    pub(crate) analyte: Analyte,
    /// The result as the core reads it, but for its days.
    pub(crate) lab: Map<String, Value>,
    pub(crate) when: Option<When>,
    pub(crate) doubt: Option<Why>,
}

/// A result of an analyte that could not be read: what is older than it cannot stand for the newest.
#[derive(Clone, Debug)]
pub(crate) struct Unread {
    pub(crate) analyte: Analyte,
    pub(crate) when: Option<When>,
    /// What can be read of it, and why that is not enough: the core withholds what it would forbid.
    pub(crate) lab: Map<String, Value>,
    pub(crate) says: String,
}

impl Unread {
    pub(crate) fn new(analyte: Analyte, when: Option<When>, says: &str) -> Self {
        let lab = Map::from_iter([("analyte".to_owned(), Value::from(analyte.id()))]);
        Self { analyte, when, lab, says: says.to_owned() }
    }

    /// With the number and the unit that stand there, unless they may be of another sample, analyte or person.
    fn of(analyte: Analyte, when: Option<When>, reason: &Why, part: &Value) -> Self {
        let bare = Self::new(analyte, when, &reason.says);
        let others = ["specimen", "codes_disagree", "focus", "subject"];
        if others.contains(&reason.reason) { bare } else { bare.with(part) }
    }

    /// As they stand.
    fn with(mut self, part: &Value) -> Self {
        let quantity = part.get("valueQuantity");
        let number = quantity.and_then(|own| own.get("value")).filter(|own| own.is_number());
        let text = part.get("valueString").filter(|own| own.is_string());
        if let Some(value) = number.or(text) {
            self.lab.insert("value".into(), value.clone());
        }
        let unit = quantity.and_then(|own| text_of(own, "code").or_else(|| text_of(own, "unit")));
        if let Some(unit) = unit {
            self.lab.insert("unit".into(), Value::from(short(unit)));
        }
        let sign = quantity.and_then(|own| own.get("comparator")).and_then(Value::as_str);
        if let Some(sign) = sign.and_then(Comparator::from_code) {
            self.lab.insert("comparator".into(), Value::from(sign.code()));
        }
        self
    }
}

fn text_of<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    text(value, key).filter(|own| !own.trim().is_empty())
}

/// What one result says.
pub(crate) enum Said {
    Result(Box<Found>),
    /// Pregnant, when that was observed.
    Pregnant(Place, Option<When>),
    /// The status of a pregnancy that was not understood, or is doubted: what was left unsaid is not absent.
    PregnancyUnclear(Place, Why),
    Skipped(Place, Why),
    Refused(Place, Why, Vec<Unread>),
}

impl Said {
    /// Analytes of which something is thereby not known.
    pub(crate) fn unread(self) -> Vec<Unread> {
        match self {
            Self::Refused(_, _, unread) => unread,
            _ => Vec::new(),
        }
    }
}

/// Reads an Observation with its components.
pub(crate) fn read(place: &Place, value: &Value, codes: &CodeMap, specimen: Option<&Value>) -> Vec<Said> {
    let when = effective(value);
    let status = text(value, "status").unwrap_or_default();
    let doubt = match status {
        "final" | "corrected" | "amended" => None,
        "preliminary" => Some(why("preliminary", "the result is preliminary")),
        "unknown" => Some(why("status_unknown", "the sender does not know the status of the result")),
        "registered" | "cancelled" | "entered-in-error" => {
            return vec![Said::Skipped(place.clone(), why("status", format!("its status is `{status}`")))];
        }
        other => {
            let reason = why("status", format!("`{}` is no status of a result", short(other)));
            return refuse(place, value, codes, reason);
        }
    };
    let whole = Part { place: place.clone(), value, codes, specimen, when, doubt };
    let components = list(value, "component");
    let mut said = Vec::new();
    if components.is_empty() || values_of(value).next().is_some() {
        said.push(whole.clone().read(value));
    }
    for (at, component) in components.iter().enumerate() {
        let part = Part { place: place.part(at), ..whole.clone() };
        said.push(part.read(component));
    }
    said
}

/// When the sample was drawn; `Err` where what stands there is no date.
fn effective(value: &Value) -> Result<Option<When>, ()> {
    let read = |text: &str| When::read(text).ok_or(());
    if let Some(own) = ["effectiveDateTime", "effectiveInstant"].iter().find_map(|key| value.get(key)) {
        return own.as_str().map_or(Err(()), |own| read(own).map(Some));
    }
    let Some(period) = value.get("effectivePeriod") else { return Ok(None) };
    match (text(period, "start"), text(period, "end")) {
        (Some(start), Some(end)) => When::between(read(start)?, read(end)?).map(Some).ok_or(()),
        (Some(one), None) | (None, Some(one)) => read(one).map(Some),
        (None, None) => Ok(None),
    }
}

/// The values, whatever their kind: the key and what stands there. There may be one only.
fn values_of(part: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let entries = part.as_object().into_iter().flatten();
    entries
        .filter(|(key, own)| key.starts_with("value") && !own.is_null())
        .map(|(key, own)| (key.as_str(), own))
}

/// Reasons by which no sample was measured: there is no newer result that would not be known.
const NOT_MEASURED: [&str; 4] = ["not-performed", "not-applicable", "not-asked", "unsupported"];

fn was_not_measured(part: &Value) -> bool {
    codings(part.get("dataAbsentReason")).any(|own| NOT_MEASURED.contains(&own.code))
}

/// The analytes that the codes mean, and why not, where they mean none.
fn analytes(code: Option<&Value>, codes: &CodeMap) -> (Vec<Analyte>, Option<Why>) {
    let (mut found, mut reason) = (Vec::new(), None);
    for own in codings(code) {
        let is_loinc = LOINC.contains(&own.system);
        match codes.meaning(own.system, own.code) {
            Some(CodeMeaning::Analyte(analyte)) => found.push(analyte),
            Some(CodeMeaning::Nothing) => {
                reason = Some(why("not_used", "by the caller's map it says nothing here"))
            }
            Some(_) => reason = Some(why("codes_disagree", "by the caller's map its code is no result")),
            None if is_loinc => match loinc::meaning(own.code) {
                Some(Meaning::Analyte(analyte)) => found.push(analyte),
                Some(Meaning::NotUsed(says)) => {
                    reason = Some(why("known_not_used", format!("{}: {says}", own.code)))
                }
                Some(Meaning::Never(says)) => {
                    reason = Some(why("never_read", format!("{}: {says}", own.code)))
                }
                None if !loinc::check_digit_fits(own.code) => {
                    let says =
                        format!("`{}` is no LOINC code: its check digit does not fit", short(own.code));
                    reason = reason.or(Some(why("check_digit", says)));
                }
                None => {}
            },
            None => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    (found, reason)
}

/// A refusal, with the analytes of which something now is not known.
fn refused(place: &Place, part: &Value, codes: &CodeMap, when: Option<When>, reason: Why) -> Said {
    let code = part.get("code");
    if is_pregnancy_status(code) {
        return Said::PregnancyUnclear(place.clone(), reason);
    }
    let unread = |analyte| Unread::of(analyte, when, &reason, part);
    let unread = analytes(code, codes).0.into_iter().map(unread).collect();
    Said::Refused(place.clone(), reason, unread)
}

/// An Observation that is refused as a whole, with what is thereby unknown.
pub(crate) fn refuse(place: &Place, value: &Value, codes: &CodeMap, reason: Why) -> Vec<Said> {
    if is_pregnancy_status(value.get("code")) {
        return vec![Said::PregnancyUnclear(place.clone(), reason)];
    }
    let when = effective(value).unwrap_or_default();
    let mut unread: Vec<Unread> = Vec::new();
    for part in list(value, "component").iter().chain([value]) {
        let own = analytes(part.get("code"), codes).0.into_iter();
        unread.extend(own.map(|analyte| Unread::of(analyte, when, &reason, part)));
    }
    vec![Said::Refused(place.clone(), reason, unread)]
}

#[derive(Clone)]
struct Part<'v> {
    place: Place,
    value: &'v Value,
    codes: &'v CodeMap,
    specimen: Option<&'v Value>,
    when: Result<Option<When>, ()>,
    doubt: Option<Why>,
}

impl Part<'_> {
    fn read(self, part: &Value) -> Said {
        let code = part.get("code");
        let when = self.when.unwrap_or_default();
        let skip = |reason| Said::Skipped(self.place.clone(), reason);
        let (found, reason) = analytes(code, self.codes);
        let analyte = match found.as_slice() {
            [] if is_pregnancy_status(code) => return self.pregnancy(part),
            [] => {
                let shown = shown(code);
                return skip(reason.unwrap_or_else(|| match shown.as_str() {
                    "" => why("no_code", "it has no code"),
                    code => why("not_used", format!("no rule reads {code}")),
                }));
            }
            [one] => *one,
            several => {
                let ids: Vec<&str> = several.iter().map(|own| own.id()).collect();
                let says = format!("its codes mean different things: {}", ids.join(", "));
                return refused(&self.place, part, self.codes, when, why("codes_disagree", says));
            }
        };
        let fail = |reason| refused(&self.place, part, self.codes, when, reason);
        if let Some(other) = reason.filter(|own| own.reason != "check_digit") {
            let says = format!("one of its codes is {analyte}, another is not: {}", other.says);
            return fail(why("codes_disagree", says));
        }
        let changed = |key: &str| [self.value, part].iter().any(|own| !list(own, key).is_empty());
        if changed("modifierExtension") {
            return fail(why("modifier", "an extension that nobody here knows changes what it means"));
        }
        if changed("focus") {
            return fail(why("focus", "it is about something else than its subject"));
        }
        if self.when.is_err() {
            return fail(why("date", "its date is no date of FHIR"));
        }
        let urine = matches!(analyte, Analyte::MmaUrine | Analyte::CreatinineUrine | Analyte::Uacr);
        if !urine && self.specimen.is_some_and(is_urine) {
            return fail(why(
                "specimen",
                format!("the specimen is urine, and `{analyte}` is not measured there"),
            ));
        }
        let absent = part.get("dataAbsentReason").is_some_and(|own| !own.is_null());
        let mut lab = Map::from_iter([("analyte".to_owned(), Value::from(analyte.id()))]);
        let mut values = values_of(part);
        let read = match values.next() {
            None if absent && was_not_measured(part) => {
                return skip(why("no_value", "a reason is given why there is no value: unknown"));
            }
            None if absent => {
                return fail(why("no_value", "a reason is given why there is no value: unknown"));
            }
            None if !list(part, "hasMember").is_empty() => {
                return skip(why("panel", "its members are read by themselves"));
            }
            None => return fail(why("no_value", "it has no value")),
            Some(_) if values.next().is_some() => Err(why("value", "it has several values")),
            Some(_) if absent => Err(why("value", "it has a value and a reason why there is none")),
            Some((key, value)) => result(analyte, key, value, &mut lab),
        };
        if let Err(reason) = read {
            return fail(reason);
        }
        let mut doubt = self.doubt.clone();
        if let Err(reason) = limits(analyte, part, &mut lab) {
            doubt = doubt.or(Some(reason));
        }
        if let Some(method) = self.value.get("method").and_then(|own| text(own, "text")) {
            lab.insert("assay".into(), Value::from(short(method)));
        }
        if let Some(morning) = when.and_then(|own| own.morning()) {
            lab.insert("morning".into(), Value::from(morning));
        }
        Said::Result(Box::new(Found { place: self.place, analyte, lab, when, doubt }))
    }

    /// Only that there is a pregnancy is taken from a record.
    fn pregnancy(self, part: &Value) -> Said {
        let concept = part.get("valueCodeableConcept");
        let word = |own: &str| own.trim().eq_ignore_ascii_case("pregnant");
        let said = codings(concept)
            .any(|own| (LOINC.contains(&own.system) && own.code == loinc::PREGNANT) || word(own.display))
            || concept.and_then(|own| text(own, "text")).is_some_and(word);
        let by_map = codings(concept)
            .any(|own| self.codes.meaning(own.system, own.code) == Some(CodeMeaning::Pregnant));
        match self.when {
            Ok(when) if said || by_map => Said::Pregnant(self.place, when),
            Err(()) => Said::PregnancyUnclear(self.place, why("date", "its date is no date of FHIR")),
            Ok(_) if says_not_pregnant(concept) => {
                Said::Skipped(self.place, why("never_no", "nothing but a pregnancy is taken from its status"))
            }
            Ok(_) => Said::PregnancyUnclear(
                self.place,
                why("pregnancy_unclear", "a status of pregnancy that was not understood"),
            ),
        }
    }
}

fn is_pregnancy_status(code: Option<&Value>) -> bool {
    codings(code).any(|own| LOINC.contains(&own.system) && own.code == loinc::PREGNANCY_STATUS)
}

/// Said in words: of the codes that say so none is known here.
fn says_not_pregnant(concept: Option<&Value>) -> bool {
    let word = |own: &str| own.trim().to_ascii_lowercase().starts_with("not pregnant");
    codings(concept).any(|own| word(own.display))
        || concept.and_then(|own| text(own, "text")).is_some_and(word)
}

fn is_urine(specimen: &Value) -> bool {
    let concept = specimen.get("type");
    let word = |own: &str| own.to_ascii_lowercase().contains("urine");
    codings(concept).any(|own| word(own.display))
        || concept.and_then(|own| text(own, "text")).is_some_and(word)
}

/// The value with its unit.
fn result(analyte: Analyte, key: &str, value: &Value, lab: &mut Map<String, Value>) -> Result<(), Why> {
    let kind = analyte.info().kind;
    match (key, kind) {
        ("valueQuantity", _) => {
            let number = value.get("value").and_then(Value::as_f64);
            let number = number.ok_or_else(|| why("value", "the quantity has no number"))?;
            let unit = unit(analyte, value, number)?;
            if let Some(sign) = value.get("comparator").filter(|own| !own.is_null()) {
                let sign = sign.as_str().and_then(Comparator::from_code);
                let sign = sign.ok_or_else(|| why("value", "the comparator is none of <, <=, >=, >"))?;
                lab.insert("comparator".into(), Value::from(sign.code()));
            }
            amount(lab, number, unit);
            Ok(())
        }
        ("valueCodeableConcept", AnalyteKind::Qualitative) => {
            let words = codings(Some(value)).map(|own| own.display).chain(text(value, "text"));
            let mut found: Vec<Finding> = words.filter_map(finding).collect();
            found.sort_by_key(|own| own.code());
            found.dedup();
            match found.as_slice() {
                [one] => lab.insert("value".into(), Value::from(one.code())),
                [] => return Err(why("value", "the finding is no word for positive or negative")),
                _ => return Err(why("value", "the finding is said to be two different things")),
            };
            Ok(())
        }
        ("valueString", _) => {
            let said = value.as_str().unwrap_or_default();
            if let (AnalyteKind::Qualitative, Some(found)) = (kind, finding(said)) {
                lab.insert("value".into(), Value::from(found.code()));
                return Ok(());
            }
            let (number, sign, unit) = written(said, DecimalMark::Point)?;
            let unit = unit.filter(|own| analyte.scale(*own).is_some());
            let unit =
                unit.ok_or_else(|| why("unit", format!("`{analyte}` needs its unit: none is assumed")))?;
            if let Some(sign) = sign {
                lab.insert("comparator".into(), Value::from(sign.code()));
            }
            amount(lab, number, unit);
            Ok(())
        }
        ("valueInteger", _) => Err(why("unit", format!("`{analyte}` needs its unit: none is assumed"))),
        ("valueRange", _) => Err(why("value", "a range is not one result")),
        (key, _) => Err(why("value", format!("`{}` cannot be a result of `{analyte}`", short(key)))),
    }
}

/// A number as a text writes it, with its sign and the unit that the text names.
pub(crate) fn written(said: &str, mark: DecimalMark) -> Result<(f64, Option<Comparator>, Option<Unit>), Why> {
    let (written, unit) = match Written::read(said, mark) {
        Ok(written) => (Some(written), None),
        Err(own) => match own.readings.as_slice() {
            [one] => (Some(*one), own.unit),
            _ => (None, None),
        },
    };
    match written {
        Some(Written::Number(number, sign)) => Ok((number, sign, unit)),
        _ => Err(why("value", "the text is no number")),
    }
}

pub(crate) fn amount(lab: &mut Map<String, Value>, number: f64, unit: Unit) {
    lab.insert("value".into(), Value::from(number));
    lab.insert("unit".into(), Value::from(unit.ucum()));
}

pub(crate) fn finding(word: &str) -> Option<Finding> {
    Finding::spelt(word.trim().trim_end_matches("(qualifier value)"))
}

/// The unit that a text spells.
pub(crate) fn spelt(analyte: Analyte, text: &str, number: f64) -> Result<Unit, Why> {
    analyte.unit_spelt(text, Some(number)).map_err(|meant| {
        let accepted = meant.accepted().join(", ");
        let or = if accepted.is_empty() { String::new() } else { format!(" (accepted: {accepted})") };
        why("unit", format!("`{analyte}` is not read in `{}`{or}", short(text)))
    })
}

/// The unit of a quantity: its code and its text must not disagree.
fn unit(analyte: Analyte, quantity: &Value, number: f64) -> Result<Unit, Why> {
    let said = text(quantity, "unit").filter(|own| !own.trim().is_empty());
    let is_ucum = text(quantity, "system").is_none_or(|own| UCUM.contains(&own));
    let code = text(quantity, "code").filter(|own| is_ucum && !own.trim().is_empty());
    let spelt = |own: &str| spelt(analyte, own, number);
    match (code, said) {
        (None, None) => Err(why("unit", format!("`{analyte}` needs its unit: none is assumed"))),
        (None, Some(one)) | (Some(one), None) => spelt(one),
        (Some(code), Some(said)) => {
            let unit = spelt(code)?;
            let other = analyte.unit_spelt(said, None).ok().or_else(|| Unit::parse(said));
            if other.is_some_and(|other| analyte.scale(other) != analyte.scale(unit)) {
                let says = format!("its unit is `{}` as a code and `{}` as a text", short(code), short(said));
                return Err(why("unit", says));
            }
            Ok(unit)
        }
    }
}

/// The laboratory's limits, in the unit of the result. `Err` says why they were left.
fn limits(analyte: Analyte, part: &Value, lab: &mut Map<String, Value>) -> Result<(), Why> {
    let Some(own) = lab.get("unit").and_then(Value::as_str).and_then(Unit::parse) else { return Ok(()) };
    let is_normal = |range: &&Value| {
        let kind = range.get("type").filter(|own| !own.is_null());
        kind.is_none_or(|kind| has_code(Some(kind), "normal"))
    };
    let normal: Vec<&Value> = list(part, "referenceRange").iter().filter(is_normal).collect();
    let range = match normal.as_slice() {
        [] => return Ok(()),
        [one] => *one,
        _ => {
            return Err(why("limits", "which of several reference ranges holds is not known: none was used"));
        }
    };
    let mut found = Vec::new();
    for (side, key) in [("low", "ref_low"), ("high", "ref_high")] {
        let Some(limit) = range.get(side).filter(|own| !own.is_null()) else { continue };
        let number = limit.get("value").and_then(Value::as_f64);
        let number = number.ok_or_else(|| why("limits", "a limit without a number was not used"))?;
        let of = unit(analyte, limit, number);
        let of = of.map_err(|_| why("limits", "limits without a unit of the result were not used"))?;
        let number = if of == own { Some(number) } else { analyte.convert(number, of, own) };
        found.push((key, number.unwrap_or(f64::NAN)));
    }
    put_limits(&found, lab)
}

/// Takes limits that are numbers in the unit of the result.
pub(crate) fn put_limits(found: &[(&'static str, f64)], lab: &mut Map<String, Value>) -> Result<(), Why> {
    // Zero to zero is how a sender without limits writes them.
    if found.iter().all(|(_, number)| *number <= 0.0) || found.iter().any(|(_, number)| !number.is_finite()) {
        return if found.is_empty() { Ok(()) } else { Err(why("limits", "limits of zero to zero are none")) };
    }
    lab.extend(found.iter().map(|(key, number)| ((*key).to_owned(), Value::from(*number))));
    Ok(())
}
