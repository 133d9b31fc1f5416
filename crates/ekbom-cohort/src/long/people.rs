//! The tables beside the results: people, diagnoses and medicines, kept by person.

use std::collections::HashMap;

use arrow_array::{Array, RecordBatch};
use arrow_schema::{Schema, SchemaRef};
use ekbom::patient::{DecimalMark, FaultKind, PatientBuilder};
use ekbom_fhir::rows::{Moment, PlainCondition, PlainMedicine, Rows};

use super::cell::{Keys, Time, Times, is_key, place, places};
use super::codes::{MEDICINES, system_of};
use super::map::{Columns, ConditionTable, MedicineTable, PeopleTable};
use crate::cell::{Cell, Reading};
use crate::column::Col;
use crate::error::{CohortError, Refusal};
use crate::input::Input;
use crate::map::CohortMap;

/// A table that stands beside the results, whole.
#[derive(Clone, Debug)]
pub struct SideTable {
    /// Its columns.
    pub schema: SchemaRef,
    /// Its rows.
    pub batches: Vec<RecordBatch>,
}

impl SideTable {
    /// From batches of one schema.
    pub const fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }
}

/// The tables that stand beside the results.
#[derive(Clone, Debug, Default)]
pub struct SideTables {
    /// One row a person.
    pub people: Option<SideTable>,
    /// One diagnosis a row.
    pub conditions: Option<SideTable>,
    /// One medicine a row.
    pub medicines: Option<SideTable>,
}

/// Where a row stands: its batch, its place in it, and its number in the table.
#[derive(Clone, Copy, Debug)]
struct At {
    batch: u32,
    row: u32,
    number: u64,
}

/// The people, by key.
#[derive(Debug)]
pub(super) struct People {
    table: SideTable,
    input: Input,
    by_key: HashMap<String, At>,
    /// The keys, in the order of the table.
    pub(super) order: Vec<String>,
    as_of: Option<usize>,
    birth: Vec<usize>,
    anchor: Option<[usize; 2]>,
    died: Option<usize>,
}

/// What the table says of one person beside age, sex and history.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) as_of: Option<Moment>,
    pub(super) died: Option<Moment>,
    /// The date of birth, or the part of it that is known.
    pub(super) birth: Option<String>,
    pub(super) faults: Vec<Refusal>,
}

/// The keys of a table, with where each row stands; a row without a key is nobody's.
fn keyed(
    table: &SideTable,
    person: usize,
    mut each: impl FnMut(&str, At) -> Result<(), CohortError>,
) -> Result<(), CohortError> {
    let (mut number, mut key) = (0, String::new());
    for (batch, own) in (0u32..).zip(&table.batches) {
        let Some(column) = own.columns().get(person) else { continue };
        let keys = Keys::of(column)?;
        for row in 0..own.num_rows() {
            if keys.write(row, &mut key) {
                each(&key, At { batch, row: u32::try_from(row).unwrap_or(u32::MAX), number })?;
            }
            number += 1;
        }
    }
    Ok(())
}

fn key_column(schema: &Schema, at: &str, name: Option<&String>) -> Result<usize, CohortError> {
    let name =
        name.ok_or_else(|| CohortError::map(at, "this table needs to know the column of the person"))?;
    let found = place(schema, at, name)?;
    if is_key(schema.field(found).data_type()) {
        return Ok(found);
    }
    Err(CohortError::map(at, format!("column `{name}` is no key")))
}

fn optional(schema: &Schema, at: &str, columns: Option<&Columns>) -> Result<Vec<usize>, CohortError> {
    columns.map_or(Ok(Vec::new()), |columns| places(schema, at, columns))
}

impl People {
    pub(super) fn new(own: &PeopleTable, map: &CohortMap, table: SideTable) -> Result<Self, CohortError> {
        let schema = &table.schema;
        let person = key_column(schema, "long.people.person", own.person.as_ref())?;
        let one = |key: &str, name: &Option<String>| {
            name.as_ref().map(|name| place(schema, &format!("long.people.{key}"), name)).transpose()
        };
        // What a preset names may not be there.
        let maybe = |name: &Option<String>| {
            let preset = map.long.as_ref().is_some_and(|own| own.preset.is_some());
            name.clone().filter(|name| !preset || schema.index_of(name).is_ok())
        };
        let anchor = match (
            one("anchor_year", &maybe(&own.anchor_year))?,
            one("anchor_age", &maybe(&own.anchor_age))?,
        ) {
            (Some(year), Some(age)) => Some([year, age]),
            _ => None,
        };
        let age_by_birth = own.birth.is_some() || anchor.is_some();
        if age_by_birth && (map.person.contains_key("age_years") || map.constants.contains_key("age_years")) {
            return Err(CohortError::map("person.age_years", "the date of birth says it already"));
        }
        let input = Input::new(&CohortMap { complete: Vec::new(), ..map.clone() }, schema)?;
        let (mut by_key, mut order) = (HashMap::new(), Vec::new());
        keyed(&table, person, |key, at| {
            if let Some(At { number, .. }) = by_key.insert(key.to_owned(), at) {
                let message = format!(
                    "person `{key}` stands there twice, in rows {} and {}: one row a person",
                    number + 1,
                    at.number + 1
                );
                return Err(CohortError::map("people", message));
            }
            order.push(key.to_owned());
            Ok(())
        })?;
        let (as_of, died) = (one("as_of", &own.as_of)?, one("died", &maybe(&own.died))?);
        let birth = match &own.birth {
            Some(columns) => {
                let there = |name: &&String| schema.index_of(name).is_ok();
                match columns.names().iter().filter(there).count() {
                    0 if anchor.is_some() => Vec::new(),
                    _ => places(schema, "long.people.birth", columns)?,
                }
            }
            None => Vec::new(),
        };
        Ok(Self { input, by_key, order, as_of, birth, anchor, died, table })
    }

    /// Is the person in the table?
    pub(super) fn has(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    fn at(&self, key: &str) -> Option<(&RecordBatch, At)> {
        let at = self.by_key.get(key)?;
        Some((self.table.batches.get(at.batch as usize)?, *at))
    }

    /// Days of a person.
    pub(super) fn said(&self, key: &str) -> Result<Said, CohortError> {
        let mut said = Said::default();
        let Some((batch, at)) = self.at(key) else { return Ok(said) };
        let row = at.row as usize;
        let name = |column: usize| batch.schema_ref().field(column).name().clone();
        let time = |column: usize| -> Result<Time, CohortError> {
            let Some(array) = batch.columns().get(column) else { return Ok(Time::Missing) };
            Ok(Times::of(array)?.at(row, |text| self.input.reading.is_missing(text)))
        };
        let fault = |column: usize, field: &str, message: &str| Refusal {
            row: at.number,
            column: name(column),
            kind: FaultKind::Other,
            field: field.to_owned(),
            value: String::new(),
            message: message.to_owned(),
            accepted: vec!["2020-05-17".to_owned(), "2020-05-17 08:30:00".to_owned()],
        };
        if let Some(column) = self.as_of {
            match time(column)? {
                Time::Missing => {}
                Time::At(moment) if moment.is_one_day() => said.as_of = Some(moment),
                _ => said.faults.push(fault(column, "as_of", "the day asked about is no day")),
            }
        }
        if let Some(column) = self.died {
            match time(column)? {
                Time::Missing => {}
                Time::At(moment) => said.died = Some(moment),
                Time::Bad => said.faults.push(fault(column, "died", "the day of death is no day")),
            }
        }
        for column in &self.birth {
            let Some(array) = batch.columns().get(*column) else { continue };
            if array.is_null(row) {
                continue;
            }
            let whole = array.data_type().is_integer().then(|| Keys::of(array)).transpose()?;
            let mut text = String::new();
            let year = whole.is_some_and(|keys| keys.write(row, &mut text));
            if !year {
                match Times::of(array)?.at(row, |text| self.input.reading.is_missing(text)) {
                    Time::Missing => continue,
                    Time::At(moment) => text = moment.to_string_of_parts(),
                    Time::Bad => {
                        said.faults.push(fault(*column, "birth", "the date of birth is no date"));
                        break;
                    }
                }
            }
            said.birth = Some(text);
            break;
        }
        if let (None, Some([year, age])) = (&said.birth, self.anchor) {
            let number = |column: usize| -> Result<Option<f64>, CohortError> {
                let Some(array) = batch.columns().get(column) else { return Ok(None) };
                Ok(match Col::of(array)?.cell(row) {
                    Cell::Number(value) => Some(value),
                    Cell::Text(text) => text.trim().parse().ok(),
                    _ => None,
                })
            };
            if let (Some(year), Some(age)) = (number(year)?, number(age)?) {
                said.birth = Some(format!("{:04}", year - age));
            }
        }
        Ok(said)
    }

    /// Age, sex and history of a person, on top of what is known already.
    pub(super) fn onto(
        &self,
        key: &str,
        builder: PatientBuilder,
    ) -> Result<(PatientBuilder, Vec<Refusal>), CohortError> {
        let Some((batch, at)) = self.at(key) else { return Ok((builder, Vec::new())) };
        let mut columns = Vec::with_capacity(self.input.columns.len());
        for (place, name) in &self.input.columns {
            let array = batch.columns().get(*place);
            let array =
                array.ok_or_else(|| CohortError::map("people", format!("there is no column `{name}`")))?;
            columns.push(Col::of(array)?);
        }
        Ok(self.input.onto(builder, &columns, at.row as usize, at.number))
    }
}

/// Diagnoses or medicines, by person.
#[derive(Debug)]
struct ByPerson {
    table: SideTable,
    by_key: HashMap<String, Vec<At>>,
}

impl ByPerson {
    fn new(table: SideTable, person: usize) -> Result<Self, CohortError> {
        let mut by_key: HashMap<String, Vec<At>> = HashMap::new();
        keyed(&table, person, |key, at| {
            by_key.entry(key.to_owned()).or_default().push(at);
            Ok(())
        })?;
        Ok(Self { table, by_key })
    }

    fn rows(&self, key: &str) -> impl Iterator<Item = (&RecordBatch, At)> {
        let all = self.by_key.get(key).into_iter().flatten();
        all.filter_map(|at| Some((self.table.batches.get(at.batch as usize)?, *at)))
    }
}

/// The first time that is there.
fn first(
    batch: &RecordBatch,
    row: usize,
    columns: &[usize],
    reading: &Reading,
) -> Result<Option<Moment>, CohortError> {
    for column in columns {
        let Some(array) = batch.columns().get(*column) else { continue };
        if let Time::At(moment) = Times::of(array)?.at(row, |text| reading.is_missing(text)) {
            return Ok(Some(moment));
        }
    }
    Ok(None)
}

/// The table of diagnoses.
#[derive(Debug)]
pub(super) struct Conditions {
    rows: ByPerson,
    code: usize,
    system: String,
    began: Vec<usize>,
    ended: Vec<usize>,
    reading: Reading,
}

impl Conditions {
    pub(super) fn new(own: &ConditionTable, table: SideTable, reading: Reading) -> Result<Self, CohortError> {
        let schema = std::sync::Arc::clone(&table.schema);
        let person = key_column(&schema, "long.conditions.person", own.person.as_ref())?;
        let code = key_column(&schema, "long.conditions.code", own.code.as_ref())?;
        Ok(Self {
            rows: ByPerson::new(table, person)?,
            code,
            system: system_of(own.system.as_deref()),
            began: optional(&schema, "long.conditions.began", own.began.as_ref())?,
            ended: optional(&schema, "long.conditions.ended", own.ended.as_ref())?,
            reading,
        })
    }

    pub(super) fn tell(&self, key: &str, to: &mut Rows<'_>) -> Result<(), CohortError> {
        let mut code = String::new();
        for (batch, at) in self.rows.rows(key) {
            let row = at.row as usize;
            let Some(column) = batch.columns().get(self.code) else { continue };
            if !Keys::of(column)?.write(row, &mut code) {
                code.clear();
            }
            let began = first(batch, row, &self.began, &self.reading)?;
            let ended = first(batch, row, &self.ended, &self.reading)?;
            to.condition(at.number, &PlainCondition { system: &self.system, code: &code, began, ended });
        }
        Ok(())
    }
}

/// The table of medicines.
#[derive(Debug)]
pub(super) struct Taken {
    rows: ByPerson,
    name: Option<usize>,
    code: Option<usize>,
    began: Vec<usize>,
    ended: Vec<usize>,
    given: bool,
    reading: Reading,
}

impl Taken {
    pub(super) fn new(own: &MedicineTable, table: SideTable, reading: Reading) -> Result<Self, CohortError> {
        let schema = std::sync::Arc::clone(&table.schema);
        let person = key_column(&schema, "long.medicines.person", own.person.as_ref())?;
        let column = |key: &str, name: &Option<String>| {
            name.as_ref().map(|name| place(&schema, &format!("long.medicines.{key}"), name)).transpose()
        };
        let (name, code) = (column("name", &own.name)?, column("code", &own.code)?);
        if name.is_none() && code.is_none() {
            return Err(CohortError::map("long.medicines", "medicines need a name or a code"));
        }
        Ok(Self {
            rows: ByPerson::new(table, person)?,
            name,
            code,
            began: optional(&schema, "long.medicines.began", own.began.as_ref())?,
            ended: optional(&schema, "long.medicines.ended", own.ended.as_ref())?,
            given: own.given,
            reading,
        })
    }

    pub(super) fn tell(&self, key: &str, to: &mut Rows<'_>) -> Result<(), CohortError> {
        let (mut name, mut code) = (String::new(), String::new());
        for (batch, at) in self.rows.rows(key) {
            let row = at.row as usize;
            for (column, text) in [(self.name, &mut name), (self.code, &mut code)] {
                text.clear();
                if let Some(array) = column.and_then(|column| batch.columns().get(column)) {
                    Keys::of(array)?.write(row, text);
                }
            }
            let began = first(batch, row, &self.began, &self.reading)?;
            let ended = first(batch, row, &self.ended, &self.reading)?;
            let (system, given) = (MEDICINES, self.given);
            to.medicine(at.number, &PlainMedicine { system, code: &code, name: &name, began, ended, given });
        }
        Ok(())
    }
}

/// How cells are read, as the map says.
pub(super) fn reading(map: &CohortMap) -> Reading {
    let mark = match map.decimal {
        crate::map::Decimal::Point => DecimalMark::Point,
        crate::map::Decimal::Comma => DecimalMark::Comma,
    };
    Reading::new(&map.missing, map.nan == crate::map::Nan::Missing, mark)
}
