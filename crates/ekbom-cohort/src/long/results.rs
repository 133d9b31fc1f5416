//! The rows of results, as they are kept until their person is whole.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Schema};
use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom::patient::Comparator;
use ekbom_fhir::CodeMap;
use ekbom_fhir::rows::{Moment, PlainResult, PlainValue, ResultCode, Rows, result_code};

use super::cell::{Keys, Time, Times, is_key, place, places};
use super::codes::{self, system_of};
use super::map::{Columns, LongMap};
use crate::cell::{Amount, Cell, Reading};
use crate::coder::{BAD, Coder, MISSING};
use crate::column::Col;
use crate::error::CohortError;

/// Nothing, as a place in a list.
const NONE: u32 = u32::MAX;

/// A row that a code names, in 48 bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    pub(super) row: u64,
    number: f64,
    time: i64,
    /// Whose it is, where the table is not sorted.
    pub(super) person: u32,
    unit: u32,
    /// The value, where it is a text.
    text: u32,
    more: u32,
    analyte: Analyte,
    time_kind: u8,
    sign: Option<Comparator>,
    fault: Fault,
}

/// The time is in the list of texts.
const TIME_AS_TEXT: u8 = 9;

/// Why a row cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    Date,
    Comparator,
    TwoComparators,
    Flag,
}

impl Fault {
    const fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::None => ("", ""),
            Self::Date => ("date", "its time is neither a date nor a time"),
            Self::Comparator => ("value", "what stands beside the value is no comparator"),
            Self::TwoComparators => ("value", "the value has one comparator, and another beside it"),
            Self::Flag => ("value", "true and false are no amounts"),
        }
    }
}

/// What goes with few rows, or is the same in many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct More {
    low: Option<u64>,
    high: Option<u64>,
    assay: u32,
    confirmed: bool,
}

/// Texts and limits, each once.
#[derive(Debug, Default)]
pub(super) struct Shared {
    texts: Vec<Arc<str>>,
    known: HashMap<Arc<str>, u32>,
    more: Vec<More>,
    known_more: HashMap<More, u32>,
    pub(super) bytes: usize,
}

impl Shared {
    fn text(&mut self, text: &str) -> u32 {
        if let Some(at) = self.known.get(text) {
            return *at;
        }
        let own: Arc<str> = text.into();
        let at = u32::try_from(self.texts.len()).unwrap_or(NONE);
        self.bytes += text.len() + 96;
        self.texts.push(Arc::clone(&own));
        self.known.insert(own, at);
        at
    }

    fn more(&mut self, more: More) -> u32 {
        if let Some(at) = self.known_more.get(&more) {
            return *at;
        }
        let at = u32::try_from(self.more.len()).unwrap_or(NONE);
        self.bytes += 128;
        self.more.push(more);
        self.known_more.insert(more, at);
        at
    }

    fn get(&self, at: u32) -> Option<&str> {
        self.texts.get(at as usize).map(AsRef::as_ref)
    }
}

/// What a code of a row is.
#[derive(Clone, Debug)]
struct Coded {
    says: ResultCode,
    /// The unit of rows that name none.
    unit: Option<String>,
}

/// The columns of the results, bound to a schema.
#[derive(Debug)]
pub(super) struct Results {
    pub(super) person: usize,
    code: usize,
    value: Vec<usize>,
    unit: Vec<usize>,
    time: Vec<usize>,
    comparator: Option<(usize, Coder)>,
    limits: [Option<usize>; 2],
    assay: Option<usize>,
    confirmed: Option<(usize, Coder)>,
    units: HashMap<String, String>,
    system: String,
    codes: CodeMap,
    own_units: HashMap<String, String>,
    seen: HashMap<String, Coded>,
    pub(super) shared: Shared,
}

/// What becomes of the rows of a batch.
pub(super) trait Take {
    /// A row with its person.
    fn take(&mut self, person: &str, kept: Kept) -> Result<(), CohortError>;
    /// A row that is nobody's.
    fn nobody(&mut self, row: u64);
    /// A row that is not read.
    fn skip(&mut self, reason: &'static str);
}

impl Results {
    pub(super) fn new(long: &LongMap, schema: &Schema) -> Result<Self, CohortError> {
        let need = |own: &Option<String>, key: &str| {
            let message = "a long table needs to know this column";
            own.clone().ok_or_else(|| CohortError::map(format!("long.{key}"), message))
        };
        let at = |key: &str, name: &str| place(schema, &format!("long.{key}"), name);
        let key = |key: &'static str, name: &str| {
            let found = at(key, name)?;
            let kind = schema.field(found).data_type();
            if is_key(kind) {
                return Ok(found);
            }
            let message = format!("column `{name}` has the type {kind}, which is no key");
            Err(CohortError::map(format!("long.{key}"), message))
        };
        let all = |key: &str, own: &Option<Columns>| match own {
            Some(columns) => places(schema, &format!("long.{key}"), columns),
            None => Ok(Vec::new()),
        };
        let amounts = |key: &str, name: &Option<String>| match name {
            // Limits of a preset may not be there.
            Some(name) if long.preset.is_some() && schema.index_of(name).is_err() => Ok(None),
            Some(name) => at(key, name).map(Some),
            None => Ok(None),
        };
        let value = all("value", &long.value)?;
        if value.is_empty() {
            return Err(CohortError::map("long.value", "a long table needs to know this column"));
        }
        for place in &value {
            let field = schema.field(*place);
            let values = match field.data_type() {
                DataType::Dictionary(_, values) => values.as_ref(),
                other => other,
            };
            if !crate::column::readable(values) {
                let message =
                    format!("column `{}` has the type {values}, which cannot be read", field.name());
                return Err(CohortError::map("long.value", message));
            }
        }
        let comparator = match &long.comparator {
            Some(column) if long.preset.is_some() && schema.index_of(&column.column).is_err() => None,
            Some(column) => {
                let coder = Coder::codes(Comparator::CODES).also("=", MISSING);
                let coder = coder.with_values("long.comparator", column.values.as_ref())?;
                Some((at("comparator", &column.column)?, coder))
            }
            None => None,
        };
        let confirmed = match &long.confirmed {
            Some(column) => {
                let coder = Coder::flag().with_values("long.confirmed", column.values.as_ref())?;
                Some((at("confirmed", &column.column)?, coder))
            }
            None => None,
        };
        let system = system_of(long.system.as_deref());
        let (codes, own_units) = codes::results(long, &system)?;
        Ok(Self {
            person: key("person", &need(&long.person, "person")?)?,
            code: key("code", &need(&long.code, "code")?)?,
            value,
            unit: all("unit", &long.unit)?,
            time: all("time", &long.time)?,
            comparator,
            limits: [amounts("ref_low", &long.ref_low)?, amounts("ref_high", &long.ref_high)?],
            assay: amounts("assay", &long.assay)?,
            confirmed,
            units: long.units.clone().into_iter().collect(),
            system,
            codes,
            own_units,
            seen: HashMap::new(),
            shared: Shared::default(),
        })
    }

    /// Reads a batch, whose first row has this number.
    pub(super) fn read(
        &mut self,
        batch: &RecordBatch,
        first: u64,
        reading: &Reading,
        to: &mut impl Take,
    ) -> Result<(), CohortError> {
        let column = |at: usize| {
            let found = batch.columns().get(at);
            found.ok_or_else(|| CohortError::map("", "a batch has fewer columns than the first"))
        };
        let cols = |places: &[usize]| -> Result<Vec<Col<'_>>, CohortError> {
            places.iter().map(|at| Col::of(column(*at)?)).collect()
        };
        let one = |at: Option<usize>| at.map(|at| Col::of(column(at)?)).transpose();
        let (persons, codes) = (Keys::of(column(self.person)?)?, Keys::of(column(self.code)?)?);
        let (values, units) = (cols(&self.value)?, keys(&self.unit, column)?);
        let times = self.time.iter().map(|at| Times::of(column(*at)?)).collect::<Result<Vec<_>, _>>()?;
        let signs = one(self.comparator.as_ref().map(|own| own.0))?;
        let confirmed = one(self.confirmed.as_ref().map(|own| own.0))?;
        let [low, high] = self.limits;
        let (low, high, assay) = (one(low)?, one(high)?, one(self.assay)?);
        let (mut person, mut code, mut unit) = (String::new(), String::new(), String::new());
        for row in 0..batch.num_rows() {
            let number = first + row as u64;
            if !codes.write(row, &mut code) {
                to.skip("no_code");
                continue;
            }
            let coded = self.coded(&code);
            let analyte = match coded.says {
                ResultCode::Analyte(analyte) => analyte,
                ResultCode::NotUsed(_) => {
                    to.skip("known_not_used");
                    continue;
                }
                ResultCode::Unknown => {
                    to.skip("not_used");
                    continue;
                }
            };
            let unit_of_code = coded.unit.is_some();
            let mut kept = Kept {
                row: number,
                number: f64::NAN,
                time: 0,
                person: NONE,
                unit: NONE,
                text: NONE,
                more: NONE,
                analyte,
                time_kind: 0,
                sign: None,
                fault: Fault::None,
            };
            let words = analyte.info().kind == AnalyteKind::Qualitative;
            if !self.value(&values, row, words, reading, &mut kept) {
                to.skip("no_value");
                continue;
            }
            if !persons.write(row, &mut person) || reading.is_missing(&person) {
                to.nobody(number);
                continue;
            }
            self.sign(signs.as_ref(), row, reading, &mut kept);
            for own in &units {
                if own.write(row, &mut unit) && !reading.is_missing(&unit) {
                    let meant = self.units.get(&unit).map_or(unit.as_str(), String::as_str);
                    if !meant.is_empty() {
                        kept.unit = self.shared.text(meant);
                        break;
                    }
                }
            }
            if let (NONE, true, Some(own)) = (kept.unit, unit_of_code, self.own_units.get(&code)) {
                kept.unit = self.shared.text(own);
            }
            for own in &times {
                match own.at(row, |text| reading.is_missing(text)) {
                    Time::Missing => continue,
                    Time::Bad => kept.fault = Fault::Date,
                    Time::At(moment) => self.time(moment, own.text(row), &mut kept),
                }
                break;
            }
            let limit =
                |column: &Option<Col<'_>>| match column.as_ref().map(|own| reading.amount(own.cell(row))) {
                    Some(Amount::Number(value, None)) if value.is_finite() => Some(value.to_bits()),
                    _ => None,
                };
            let assay = match assay.as_ref().map(|own| own.cell(row)) {
                Some(Cell::Text(text)) if !reading.is_missing(text) => self.shared.text(text),
                _ => NONE,
            };
            let confirmed = match (&confirmed, &self.confirmed) {
                (Some(column), Some((_, coder))) => coder.code(column.cell(row), reading) == 1,
                _ => false,
            };
            let more = More { low: limit(&low), high: limit(&high), assay, confirmed };
            if more != (More { low: None, high: None, assay: NONE, confirmed: false }) {
                kept.more = self.shared.more(more);
            }
            to.take(&person, kept)?;
        }
        Ok(())
    }

    fn coded(&mut self, code: &str) -> Coded {
        if let Some(own) = self.seen.get(code) {
            return own.clone();
        }
        let says = result_code(&self.codes, &self.system, code);
        let made = Coded { says, unit: self.own_units.get(code).cloned() };
        // Codes are few; what is not one of them could fill the memory.
        if self.seen.len() < 100_000 {
            self.seen.insert(code.to_owned(), made.clone());
        }
        made
    }

    /// The first value that is there; says whether one is.
    fn value(
        &mut self,
        values: &[Col<'_>],
        row: usize,
        words: bool,
        reading: &Reading,
        kept: &mut Kept,
    ) -> bool {
        for column in values {
            let cell = column.cell(row);
            match (words, cell) {
                (true, Cell::Text(text)) if !reading.is_missing(text) => {
                    kept.text = self.shared.text(text.trim());
                    return true;
                }
                (true, Cell::Flag(value)) => {
                    kept.text = self.shared.text(if value { "positive" } else { "negative" });
                    return true;
                }
                _ => {}
            }
            match (reading.amount(cell), cell) {
                (Amount::Missing, _) => continue,
                (Amount::Number(value, sign), _) => {
                    kept.number = value;
                    kept.sign = sign;
                }
                (Amount::Bad(_), Cell::Text(text)) => kept.text = self.shared.text(text.trim()),
                (Amount::Bad(_), _) => kept.fault = Fault::Flag,
            }
            return true;
        }
        false
    }

    fn sign(&self, signs: Option<&Col<'_>>, row: usize, reading: &Reading, kept: &mut Kept) {
        let (Some(column), Some((_, coder))) = (signs, &self.comparator) else { return };
        match coder.code(column.cell(row), reading) {
            MISSING => {}
            BAD => kept.fault = Fault::Comparator,
            place => {
                let sign = Comparator::ALL.get(usize::from(place)).copied();
                if kept.sign.is_some() && kept.sign != sign || kept.text != NONE {
                    kept.fault = Fault::TwoComparators;
                }
                kept.sign = sign;
            }
        }
    }

    fn time(&mut self, moment: Moment, text: &str, kept: &mut Kept) {
        match moment.packed() {
            Some((kind, number)) => (kept.time_kind, kept.time) = (kind, number),
            // A part of a date, or a time with an offset: read again when its person is whole.
            None => (kept.time_kind, kept.time) = (TIME_AS_TEXT, i64::from(self.shared.text(text))),
        }
    }
}

fn keys<'b>(
    places: &[usize],
    column: impl Fn(usize) -> Result<&'b arrow_array::ArrayRef, CohortError>,
) -> Result<Vec<Keys<'b>>, CohortError> {
    places.iter().map(|at| Keys::of(column(*at)?)).collect()
}

impl Kept {
    fn moment(&self, shared: &Shared) -> Option<Moment> {
        match self.time_kind {
            TIME_AS_TEXT => {
                u32::try_from(self.time).ok().and_then(|at| shared.get(at)).and_then(Moment::read)
            }
            kind => Moment::unpacked(kind, self.time),
        }
    }

    /// Hands the row to the reader of its person.
    pub(super) fn tell(&self, shared: &Shared, to: &mut Rows<'_>) {
        let when = self.moment(shared);
        if self.fault != Fault::None {
            let (reason, says) = self.fault.says();
            return to.unreadable(self.row, self.analyte, when, reason, says);
        }
        let value = match shared.get(self.text) {
            Some(text) => PlainValue::Text(text),
            None => PlainValue::Number(self.number, self.sign),
        };
        let more = shared.more.get(self.more as usize);
        let bits = |own: Option<u64>| own.map(f64::from_bits);
        let plain = PlainResult {
            when,
            ref_low: more.and_then(|own| bits(own.low)),
            ref_high: more.and_then(|own| bits(own.high)),
            assay: more.and_then(|own| shared.get(own.assay)),
            confirmed: more.is_some_and(|own| own.confirmed),
            ..PlainResult::new(self.analyte, value, shared.get(self.unit))
        };
        to.result(self.row, &plain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_kept_in_few_bytes() {
        assert!(size_of::<Kept>() <= 48, "{}", size_of::<Kept>());
    }
}
