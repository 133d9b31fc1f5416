//! What tables hold, one result a row: read by the rules of this crate, so that a table and a Bundle that say the same
//! give the same patient. A table of conditions is read as `Condition`, one of medicines as `MedicationStatement` or
//! `MedicationAdministration`.
//!
//! ```
//! use ekbom::{measure::analyte::Analyte, patient::DecimalMark};
//! use ekbom_fhir::{CodeMap, rows::{Moment, PlainResult, PlainValue, RowOptions, Rows}};
//!
//! let codes = CodeMap::default();
//! let options = RowOptions {
//!     as_of: Moment::read("2164-09-30"), look_back_days: 365, complete: &[], codes: &codes,
//!     mark: DecimalMark::Point, clock_at_the_bedside: false,
//! };
//! let mut rows = Rows::new(options);
//! let plain = PlainResult::new(Analyte::Ferritin, PlainValue::Number(38.0, None), Some("ng/mL"));
//! rows.result(1, &PlainResult { when: Moment::read("2164-09-24 20:21:00"), ..plain });
//! let mut read = rows.read();
//! let patient = read.patient(|builder| builder)?;
//! assert_eq!(patient.labs()[0].days(), Some(6.0));
//! # Ok::<(), ekbom::patient::PatientErrors>(())
//! ```

mod moment;
mod person;

use std::collections::BTreeMap;

use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom::patient::{Comparator, CompleteGroup, DecimalMark};
use serde_json::{Map, Value, json};

pub use moment::Moment;
pub use person::{Kept, PersonRows};

use crate::choose::{Choice, choose};
use crate::code_map::{CodeMap, CodeMeaning};
use crate::ledger::{Book, Ledger, Outcome, Place, Why, short, why};
use crate::loinc::{self, Meaning};
use crate::medicine::{Medicines, Told};
use crate::observation::{Found, LOINC, Unread, amount, finding, put_limits, spelt, written};
use crate::record::{How, Record};

/// How the rows of a person are read.
#[derive(Clone, Copy, Debug)]
pub struct RowOptions<'c> {
    /// The day, or the time, as of which; where none is given, the day of the person's newest result.
    pub as_of: Option<Moment>,
    /// Results that are older than so many days are not read; 0 is for ever.
    pub look_back_days: u32,
    /// Groups of which the caller knows that the tables hold everything.
    pub complete: &'c [CompleteGroup],
    /// The caller's own codes, of conditions and medicines.
    pub codes: &'c CodeMap,
    /// The decimal mark of numbers in texts.
    pub mark: DecimalMark,
    /// Are times without an offset those of a clock where the sample was drawn? Only then they say that it was morning.
    pub clock_at_the_bedside: bool,
}

/// A result as a row has it.
#[derive(Clone, Copy, Debug)]
pub struct PlainResult<'a> {
    /// Of what.
    pub analyte: Analyte,
    /// How much.
    pub value: PlainValue<'a>,
    /// The unit; none is assumed.
    pub unit: Option<&'a str>,
    /// When the sample was drawn.
    pub when: Option<Moment>,
    /// The laboratory's lower limit, in the unit of the result.
    pub ref_low: Option<f64>,
    /// Its upper limit.
    pub ref_high: Option<f64>,
    /// The method.
    pub assay: Option<&'a str>,
    /// An unlikely value was checked.
    pub confirmed: bool,
}

impl<'a> PlainResult<'a> {
    /// A result of which nothing else is said.
    pub const fn new(analyte: Analyte, value: PlainValue<'a>, unit: Option<&'a str>) -> Self {
        let (when, ref_low, ref_high, assay, confirmed) = (None, None, None, None, false);
        Self { analyte, value, unit, when, ref_low, ref_high, assay, confirmed }
    }
}

/// The value of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlainValue<'a> {
    /// A number, exact or a bound.
    Number(f64, Option<Comparator>),
    /// A text: a finding, or a number as laboratories write it.
    Text(&'a str),
}

/// A diagnosis as a row has it.
#[derive(Clone, Copy, Debug)]
pub struct PlainCondition<'a> {
    /// The system of the code: an address, as in FHIR.
    pub system: &'a str,
    /// The code.
    pub code: &'a str,
    /// Since when.
    pub began: Option<Moment>,
    /// Until when; none where it goes on.
    pub ended: Option<Moment>,
}

/// A medicine as a row has it.
#[derive(Clone, Copy, Debug)]
pub struct PlainMedicine<'a> {
    /// The system of the code; empty where there is only a name.
    pub system: &'a str,
    /// The code; empty where there is only a name.
    pub code: &'a str,
    /// The ingredient, or the text of the prescription.
    pub name: &'a str,
    /// Since when, or when it was given.
    pub began: Option<Moment>,
    /// Until when.
    pub ended: Option<Moment>,
    /// Was it given once (an infusion, a dose on the ward)? Otherwise it was taken from one day to another.
    pub given: bool,
}

/// The table that a row stands in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Table {
    /// One result a row.
    Results,
    /// One diagnosis a row.
    Conditions,
    /// One medicine a row.
    Medicines,
}

impl Table {
    const ALL: [Self; 3] = [Self::Results, Self::Conditions, Self::Medicines];

    /// Its name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Conditions => "conditions",
            Self::Medicines => "medicines",
        }
    }

    fn place(self, row: u64) -> Place {
        let order = (usize::try_from(row).unwrap_or(usize::MAX), 0);
        Place { order, path: row.to_string(), resource: self.code().to_owned() }
    }
}

/// Why a row was refused: it would have said something, and cannot be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// Where it stands.
    pub table: Table,
    /// Its number, as the caller gave it.
    pub row: u64,
    /// Why, as a code that stays the same.
    pub reason: &'static str,
    /// The same as a sentence.
    pub says: String,
}

/// What a code says of a result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ResultCode {
    /// It is this analyte.
    Analyte(Analyte),
    /// It is known, and not read, for this reason.
    NotUsed(&'static str),
    /// No rule reads it.
    Unknown,
}

/// What a code of a result means: the caller's own codes come first, then LOINC.
pub fn result_code(codes: &CodeMap, system: &str, code: &str) -> ResultCode {
    match codes.meaning(system, code) {
        Some(CodeMeaning::Analyte(analyte)) => return ResultCode::Analyte(analyte),
        Some(_) => return ResultCode::NotUsed("by the map it says nothing here"),
        None => {}
    }
    match loinc::meaning(code).filter(|_| LOINC.contains(&system)) {
        Some(Meaning::Analyte(analyte)) => ResultCode::Analyte(analyte),
        Some(Meaning::NotUsed(says) | Meaning::Never(says)) => ResultCode::NotUsed(says),
        None => ResultCode::Unknown,
    }
}

/// A medicine, before the day asked about is known.
struct MedicineRow {
    place: Place,
    value: Value,
    began: Option<Moment>,
    ended: Option<Moment>,
    given: bool,
}

/// The rows of one person.
pub struct Rows<'c> {
    options: RowOptions<'c>,
    found: Vec<(Found, Option<Moment>)>,
    unread: Vec<(Unread, Option<Moment>)>,
    conditions: Vec<(Place, Value)>,
    medicines: Vec<MedicineRow>,
    book: Book,
}

impl<'c> Rows<'c> {
    /// None yet.
    pub fn new(options: RowOptions<'c>) -> Self {
        let (found, unread, conditions, medicines) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { options, found, unread, conditions, medicines, book: Book::default() }
    }

    /// Adds a result.
    pub fn result(&mut self, row: u64, result: &PlainResult<'_>) {
        let place = Table::Results.place(row);
        match self.lab(result) {
            Ok((lab, doubt)) => {
                let when = result.when.map(|own| own.when);
                self.found.push((Found { place, analyte: result.analyte, lab, when, doubt }, result.when));
            }
            Err(reason) => {
                let mut unread = Unread::new(result.analyte, None, &reason.says);
                match result.value {
                    PlainValue::Number(number, sign) => {
                        unread.lab.insert("value".into(), Value::from(number));
                        unread.lab.extend(sign.map(|own| ("comparator".into(), Value::from(own.code()))));
                    }
                    PlainValue::Text(text) => {
                        unread.lab.insert("value".into(), Value::from(short(text)));
                    }
                }
                if let Some(unit) = result.unit.map(str::trim).filter(|own| !own.is_empty()) {
                    unread.lab.insert("unit".into(), Value::from(short(unit)));
                }
                self.book.refuse(&place, None, reason);
                self.unread.push((unread, result.when));
            }
        }
    }

    /// Adds a result of which the caller already knows that it cannot be read: an older one does not stand for it.
    pub fn unreadable(
        &mut self,
        row: u64,
        analyte: Analyte,
        when: Option<Moment>,
        reason: &'static str,
        says: &str,
    ) {
        self.book.refuse(&Table::Results.place(row), None, why(reason, says));
        self.unread.push((Unread::new(analyte, None, says), when));
    }

    fn lab(&self, result: &PlainResult<'_>) -> Result<(Map<String, Value>, Option<Why>), Why> {
        let analyte = result.analyte;
        let mut lab = Map::from_iter([("analyte".to_owned(), Value::from(analyte.id()))]);
        let said = result.unit.map(str::trim).filter(|own| !own.is_empty());
        let in_words = match result.value {
            PlainValue::Text(text) if analyte.info().kind == AnalyteKind::Qualitative => finding(text),
            _ => None,
        };
        if let Some(found) = in_words {
            lab.insert("value".into(), Value::from(found.code()));
        } else {
            let (number, sign, of_text) = match result.value {
                PlainValue::Number(number, sign) => (number, sign, None),
                PlainValue::Text(text) => written(text, self.options.mark)?,
            };
            if !number.is_finite() {
                return Err(why("value", "it is no number"));
            }
            let of_text = of_text.filter(|own| analyte.scale(*own).is_some());
            let unit = match (said, of_text) {
                (None, None) => {
                    return Err(why("unit", format!("`{analyte}` needs its unit: none is assumed")));
                }
                (None, Some(unit)) => unit,
                (Some(said), of_text) => {
                    let unit = spelt(analyte, said, number)?;
                    if of_text.is_some_and(|other| analyte.scale(other) != analyte.scale(unit)) {
                        let says = format!("its unit is `{}`, and the value names another unit", short(said));
                        return Err(why("unit", says));
                    }
                    unit
                }
            };
            amount(&mut lab, number, unit);
            if let Some(sign) = sign {
                lab.insert("comparator".into(), Value::from(sign.code()));
            }
        }
        let limits = [("ref_low", result.ref_low), ("ref_high", result.ref_high)];
        let limits: Vec<(&'static str, f64)> =
            limits.into_iter().filter_map(|(key, own)| own.map(|own| (key, own))).collect();
        let quantity = lab.contains_key("unit");
        let doubt = if quantity { put_limits(&limits, &mut lab).err() } else { None };
        if let Some(assay) = result.assay.map(str::trim).filter(|own| !own.is_empty()) {
            lab.insert("assay".into(), Value::from(short(assay)));
        }
        if result.confirmed {
            lab.insert("confirmed".into(), Value::Bool(true));
        }
        Ok((lab, doubt))
    }

    /// Adds a diagnosis.
    pub fn condition(&mut self, row: u64, own: &PlainCondition<'_>) {
        let over = own.ended.is_some_and(|ended| self.is_past(&ended));
        let mut made = json!({
            "code": {"coding": [{"system": own.system, "code": own.code}]},
            "clinicalStatus": {"coding": [{"code": if over { "resolved" } else { "active" }}]},
            "verificationStatus": {"coding": [{"code": "confirmed"}]},
        });
        if let (Some(began), Some(map)) = (own.began, made.as_object_mut()) {
            map.insert("onsetDateTime".into(), Value::from(began.to_string()));
        }
        self.conditions.push((Table::Conditions.place(row), made));
    }

    /// Adds a medicine.
    pub fn medicine(&mut self, row: u64, own: &PlainMedicine<'_>) {
        let coding = json!([{"system": own.system, "code": own.code, "display": own.name}]);
        let made = json!({"medicationCodeableConcept": {"coding": coding, "text": own.name}});
        let (place, value) = (Table::Medicines.place(row), made);
        let (began, ended, given) = (own.began, own.ended, own.given);
        self.medicines.push(MedicineRow { place, value, began, ended, given });
    }

    fn is_past(&self, moment: &Moment) -> bool {
        self.as_of().is_some_and(|as_of| as_of.when.after(&moment.when))
    }

    /// The day as of which everything is read: the caller's, or that of the newest result, read or not.
    fn as_of(&self) -> Option<Moment> {
        let newest = || {
            let read = self.found.iter().filter_map(|(_, when)| *when);
            let all = read.chain(self.unread.iter().filter_map(|(_, when)| *when));
            let (mut whole, mut part) = (None, None);
            for own in all {
                let into = if own.is_day() { &mut whole } else { &mut part };
                *into = (*into).max(Some(own.last_day()));
            }
            whole.or(part).map(Moment::of_day)
        };
        self.options.as_of.or_else(newest)
    }

    /// Times of two kinds of clock cannot be ordered within a day: then their days are left.
    fn one_clock(&mut self) {
        let bedside = self.options.clock_at_the_bedside;
        let mut all = self.found.iter().filter_map(|(_, when)| *when).chain(self.options.as_of);
        let timed = |own: &Moment| own.when.instant.is_some();
        let (mut local, mut fixed) = (false, false);
        for own in all.by_ref().filter(timed) {
            local |= own.local;
            fixed |= !own.local;
        }
        let mixed = local && fixed;
        let settle = |own: Moment| match (mixed && own.local, bedside) {
            (true, _) => own.without_time(),
            (false, true) => own.with_clock(),
            (false, false) => own,
        };
        for (found, when) in &mut self.found {
            *when = when.map(settle);
            found.when = when.map(|own| own.when);
            if let Some(morning) = found.when.and_then(|own| own.morning()) {
                found.lab.insert("morning".into(), Value::from(morning));
            }
        }
        for (_, when) in &mut self.unread {
            *when = when.map(settle);
        }
        self.options.as_of = self.options.as_of.map(settle);
    }

    /// Reads them all.
    pub fn read(mut self) -> PersonRows {
        self.one_clock();
        let moment = self.as_of();
        let as_of = moment.map(Moment::as_of);
        let look_back = self.options.look_back_days;
        let Self { options, found, unread, conditions, medicines, mut book } = self;
        let found = found.into_iter().map(|(found, _)| found).collect();
        let unread: Vec<Unread> =
            unread.into_iter().map(|(own, when)| Unread { when: when.map(|own| own.when), ..own }).collect();
        let choice = Choice { as_of, look_back, subject: "", by_sample: true };
        let chosen = choose(found, &unread, &choice, &mut book);
        let mut record = Record::default();
        let how = How { codes: options.codes, as_of, look_back, subject: "" };
        for (place, value) in &conditions {
            record.condition(place, value, &how, &mut book);
        }
        let mut taken = Medicines::default();
        for MedicineRow { place, mut value, began, ended, given } in medicines {
            let kind = if given { "MedicationAdministration" } else { "MedicationStatement" };
            state(&mut value, moment, look_back, began, ended, given);
            let (codes, medication, subject) = (options.codes, None, "");
            let told =
                Told { place: &place, kind, value: &value, medication, codes, as_of, look_back, subject };
            taken.read(&told, &mut record, &mut book);
        }
        let asked = options.complete.iter().map(|own| own.code());
        let complete: Vec<&str> = asked.filter(|own| !record.open.contains(own)).collect();
        let mut made = Map::new();
        made.insert("symptoms".into(), Value::Object(record.symptoms));
        made.insert("history".into(), Value::Object(record.history));
        made.insert("medicines".into(), Value::Array(taken.json()));
        made.insert("unknown_medicines".into(), Value::from("carry"));
        made.insert("on_refusal".into(), Value::from("set_aside"));
        made.insert("complete".into(), complete.into_iter().map(Value::from).collect());
        let kept = chosen.orders.into_iter().zip(chosen.labs);
        let kept = kept.map(|((row, _), lab)| Kept { row: row as u64, lab }).collect();
        let mut ledger = Ledger::default();
        book.close(&mut ledger);
        PersonRows::new(moment, made, kept, chosen.doubted, ledger)
    }
}

/// Says in words of FHIR whether a medicine is taken on the day asked about.
fn state(
    value: &mut Value,
    as_of: Option<Moment>,
    look_back: u32,
    began: Option<Moment>,
    ended: Option<Moment>,
    given: bool,
) {
    let Some(map) = value.as_object_mut() else { return };
    let text = |own: Moment| Value::from(own.to_string());
    if let Some(began) = began {
        // By this a statement of later than the day asked about is seen.
        map.insert("authoredOn".into(), text(began));
    }
    if given {
        map.insert("status".into(), Value::from("completed"));
        map.extend(began.map(|own| ("effectiveDateTime".to_owned(), text(own))));
        return;
    }
    let past = |own: Moment| as_of.is_some_and(|as_of| as_of.when.after(&own.when));
    let lately = |own: Moment| {
        as_of
            .and_then(|as_of| as_of.as_of().days_since(&own.when))
            .is_some_and(|days| look_back == 0 || days <= i64::from(look_back))
    };
    let status = match ended {
        Some(ended) if past(ended) => "stopped",
        Some(_) => "active",
        // An order without an end is not taken for ever.
        None if began.is_some_and(lately) => "active",
        None => "unknown",
    };
    map.insert("status".into(), Value::from(status));
    let ends = [("start", began), ("end", ended)];
    let period: Map<String, Value> =
        ends.into_iter().filter_map(|(key, own)| own.map(|own| (key.to_owned(), text(own)))).collect();
    map.insert("effectivePeriod".into(), Value::Object(period));
}

/// The rows of a ledger that were refused, and how many were skipped for which reason.
fn refused_and_skipped(ledger: Ledger) -> (Vec<RefusedRow>, BTreeMap<&'static str, u64>) {
    let mut refused = Vec::new();
    let mut skipped = BTreeMap::new();
    for own in ledger.entries {
        let table = Table::ALL.into_iter().find(|table| table.code() == own.resource);
        match (own.outcome, own.path.parse(), table) {
            (Outcome::Refused, Ok(row), Some(table)) => {
                refused.push(RefusedRow {
                    table,
                    row,
                    reason: own.reason.unwrap_or_default(),
                    says: own.says,
                });
            }
            (Outcome::Skipped, ..) => *skipped.entry(own.reason.unwrap_or_default()).or_default() += 1,
            _ => {}
        }
    }
    (refused, skipped)
}
