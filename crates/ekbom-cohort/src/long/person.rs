//! From the rows of people to their answers.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::thread;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use ekbom::Patient;
use ekbom::knowledge::Knowledge;
use ekbom::measure::interval::Interval;
use ekbom::patient::{CompleteGroup, DecimalMark, FaultKind, PatientBuilder, PatientErrors};
use ekbom_fhir::CodeMap;
use ekbom_fhir::rows::{Moment, PersonRows, RowOptions, Rows};

use super::map::{Clock, LongMap};
use super::people::{Conditions, People, Said, SideTables, Taken, reading};
use super::results::{Kept, Shared};
use super::{RejectedRow, codes};
use crate::cohort::{Cohort, Output};
use crate::constants;
use crate::error::{CohortError, Refusal};
use crate::map::{CohortMap, Decimal, OnRefusal, Refused};

/// The rows of one person.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) key: String,
    pub(super) rows: Vec<Kept>,
}

/// One person, answered or refused, with what goes along.
struct Made {
    patient: Result<Patient, Vec<Refusal>>,
    as_of: Option<Moment>,
    read: i64,
    refused: i64,
    rejected: Vec<RejectedRow>,
    skipped: BTreeMap<&'static str, u64>,
}

type Answered = (Output, Vec<RejectedRow>, BTreeMap<&'static str, u64>);

/// Everything but the results.
#[derive(Debug)]
pub(super) struct Desk {
    cohort: Cohort,
    /// The columns that go along with the answers.
    along: SchemaRef,
    people: Option<People>,
    conditions: Option<Conditions>,
    taken: Option<Taken>,
    constants: CohortMap,
    codes: CodeMap,
    complete: Vec<CompleteGroup>,
    look_back: u32,
    as_of: Option<Moment>,
    clock: Clock,
    mark: DecimalMark,
    raise: bool,
    /// A person of whom a row is refused has no answers.
    whole: bool,
    seen: HashSet<String>,
}

impl Desk {
    pub(super) fn new(
        knowledge: Arc<Knowledge>,
        map: &CohortMap,
        long: &LongMap,
        tables: SideTables,
    ) -> Result<Self, CohortError> {
        if !map.quantities.is_empty() {
            return Err(CohortError::map(
                "quantities",
                "results stand in the long table, and not in columns",
            ));
        }
        if map.medicines.is_some() {
            return Err(CohortError::map("medicines", "a long table has its medicines in `long.medicines`"));
        }
        if map.keep.as_ref().is_some_and(|own| own.iter().any(|name| name != "*")) {
            let message = "a long table hands on the person alone: join the rest to the answers by it";
            return Err(CohortError::map("keep", message));
        }
        let needed = [
            ("people", tables.people.is_some(), long.people.is_some()),
            ("conditions", tables.conditions.is_some(), long.conditions.is_some()),
            ("medicines", tables.medicines.is_some(), long.medicines.is_some()),
        ];
        for (name, given, said) in needed {
            if given && !said {
                let message = format!("the table of {name} is given, and the map says nothing of it");
                return Err(CohortError::map(format!("long.{name}"), message));
            }
            if said && !given && long.preset.is_none() {
                return Err(CohortError::map(
                    format!("long.{name}"),
                    format!("the table of {name} is not given"),
                ));
            }
        }
        if tables.people.is_none() && !(map.person.is_empty() && map.items.is_empty()) {
            let message = "age, sex and history stand in the table of people, which is not given";
            return Err(CohortError::map("long.people", message));
        }
        let as_of = match &long.as_of {
            Some(text) => {
                let moment = Moment::read(text).filter(Moment::is_one_day);
                let wrong =
                    || CohortError::map("long.as_of", format!("`{text}` is no day (accepted: 2020-05-17)"));
                Some(moment.ok_or_else(wrong)?)
            }
            None => None,
        };
        if as_of.is_some() && long.people.as_ref().is_some_and(|own| own.as_of.is_some()) {
            return Err(CohortError::map("long.as_of", "is given, and `long.people.as_of` too"));
        }
        let constants = CohortMap { constants: map.constants.clone(), ..CohortMap::default() };
        // What they say is checked once.
        constants::read(&constants)?;
        let person = long.person.clone().unwrap_or_default();
        let along = Arc::new(Schema::new(vec![
            Field::new(person, DataType::Utf8, false),
            Field::new("ekbom:as_of", DataType::Utf8, true),
            Field::new("ekbom:rows_read", DataType::Int64, false),
            Field::new("ekbom:rows_refused", DataType::Int64, false),
        ]));
        let answers = CohortMap {
            ask: map.ask.clone(),
            alerts: map.alerts.clone(),
            possible: map.possible,
            needs: map.needs,
            rules: map.rules,
            uncertainty: map.uncertainty.clone(),
            assume: map.assume.clone(),
            categories: map.categories,
            refused: Refused::Null,
            keep: Some(vec!["*".to_owned()]),
            ..CohortMap::default()
        };
        let read = reading(map);
        let people = match (&long.people, tables.people) {
            (Some(own), Some(table)) => Some(People::new(own, map, table)?),
            _ => None,
        };
        let conditions = match (&long.conditions, tables.conditions) {
            (Some(own), Some(table)) => Some(Conditions::new(own, table, read.clone())?),
            _ => None,
        };
        let taken = match (&long.medicines, tables.medicines) {
            (Some(own), Some(table)) => Some(Taken::new(own, table, read)?),
            _ => None,
        };
        Ok(Self {
            cohort: Cohort::new(knowledge, &answers, &along)?,
            along,
            people,
            conditions,
            taken,
            constants,
            codes: codes::rest(long)?,
            complete: constants::complete(map)?,
            look_back: long.look_back_days.unwrap_or(365),
            as_of,
            clock: long.clock,
            mark: match map.decimal {
                Decimal::Point => DecimalMark::Point,
                Decimal::Comma => DecimalMark::Comma,
            },
            raise: map.refused == Refused::Raise,
            whole: map.on_refusal == Some(OnRefusal::Refuse),
            seen: HashSet::new(),
        })
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.cohort.schema()
    }

    pub(super) fn questions(&self) -> Vec<&str> {
        self.cohort.questions()
    }

    /// People of whom no result came, in the order of their table.
    pub(super) fn unseen(&self) -> Vec<String> {
        let all = self.people.as_ref().map_or(&[][..], |own| &own.order);
        all.iter().filter(|key| !self.seen.contains(*key)).cloned().collect()
    }

    /// The answers of these people, on so many threads.
    pub(super) fn answer(
        &mut self,
        groups: &[Group],
        shared: &Shared,
        threads: usize,
    ) -> Result<Answered, CohortError> {
        if self.people.is_some() {
            self.seen.extend(groups.iter().map(|own| own.key.clone()));
        }
        let desk: &Self = self;
        let size = groups.len().div_ceil(threads.max(1)).max(1);
        let parts: Vec<Result<Vec<Made>, CohortError>> =
            thread::scope(|scope| {
                let work = |part: &[Group]| part.iter().map(|own| desk.person(own, shared)).collect();
                let mut chunks = groups.chunks(size);
                let Some(first) = chunks.next() else { return Vec::new() };
                let others: Vec<_> = chunks.map(|part| scope.spawn(move || work(part))).collect();
                let mut made = vec![work(first)];
                made.extend(others.into_iter().map(|own| {
                    own.join().unwrap_or_else(|_| Err(CohortError::map("", "a thread ended early")))
                }));
                made
            });
        let mut all = Vec::with_capacity(groups.len());
        for part in parts {
            all.extend(part?);
        }
        self.collect(groups, all)
    }

    fn collect(&self, groups: &[Group], all: Vec<Made>) -> Result<Answered, CohortError> {
        let text = |own: &Made| own.as_of.map(|own| own.to_string());
        let keys: StringArray = groups.iter().map(|own| Some(own.key.as_str())).collect();
        let as_of: StringArray = all.iter().map(text).collect();
        let read: Int64Array = all.iter().map(|own| Some(own.read)).collect();
        let refused: Int64Array = all.iter().map(|own| Some(own.refused)).collect();
        let columns: Vec<ArrayRef> = vec![Arc::new(keys), Arc::new(as_of), Arc::new(read), Arc::new(refused)];
        let batch = RecordBatch::try_new(Arc::clone(&self.along), columns)?;
        let (mut people, mut rejected, mut skipped) =
            (Vec::with_capacity(all.len()), Vec::new(), BTreeMap::new());
        for ((row, mut own), group) in (0u64..).zip(all).zip(groups) {
            if let Err(why) = &mut own.patient {
                if let (true, Some(first)) = (self.raise, why.first()) {
                    return Err(CohortError::Refused(Box::new(first.clone())));
                }
                rejected.extend(why.iter().map(|refusal| RejectedRow {
                    table: "people",
                    row: None,
                    person: group.key.clone(),
                    reason: refusal.field.clone(),
                    message: refusal.message.clone(),
                }));
                why.iter_mut().for_each(|refusal| refusal.row = row);
            }
            if let (true, Some(first)) = (self.raise, own.rejected.first()) {
                return Err(CohortError::Refused(Box::new(first.as_refusal())));
            }
            people.push(own.patient);
            rejected.extend(own.rejected);
            for (reason, count) in own.skipped {
                *skipped.entry(reason).or_default() += count;
            }
        }
        let output = self.cohort.run_people(&mut self.cohort.worker(), &batch, &people)?;
        Ok((output, rejected, skipped))
    }

    fn person(&self, group: &Group, shared: &Shared) -> Result<Made, CohortError> {
        let key = group.key.as_str();
        let said = match &self.people {
            Some(people) => people.said(key)?,
            None => Said::default(),
        };
        let mut rows = Rows::new(RowOptions {
            as_of: self.as_of.or(said.as_of),
            look_back_days: self.look_back,
            complete: &self.complete,
            codes: &self.codes,
            mark: self.mark,
            clock_at_the_bedside: self.clock == Clock::Bedside,
        });
        for own in &group.rows {
            own.tell(shared, &mut rows);
        }
        if let Some(conditions) = &self.conditions {
            conditions.tell(key, &mut rows)?;
        }
        if let Some(taken) = &self.taken {
            taken.tell(key, &mut rows)?;
        }
        let mut rows = rows.read();
        let patient = self.patient(key, &said, &mut rows)?;
        let as_of = rows.as_of();
        let rejected: Vec<RejectedRow> = rows
            .refused()
            .iter()
            .map(|own| RejectedRow {
                table: own.table.code(),
                row: Some(own.row),
                person: key.to_owned(),
                reason: own.reason.to_owned(),
                message: own.says.clone(),
            })
            .collect();
        let patient = match patient {
            Ok(_) if self.whole && !rejected.is_empty() => {
                Err(rejected.iter().take(1).map(RejectedRow::as_refusal).collect())
            }
            other => other,
        };
        let mut skipped = rows.skipped().clone();
        if self.people.as_ref().is_some_and(|people| !people.has(key)) {
            *skipped.entry("person_not_in_people").or_default() += 1;
        }
        let count = |own: usize| i64::try_from(own).unwrap_or(i64::MAX);
        let (read, refused) = (count(rows.rows_read()), count(rejected.len()));
        Ok(Made { patient, as_of, read, refused, rejected, skipped })
    }

    fn patient(
        &self,
        key: &str,
        said: &Said,
        rows: &mut PersonRows,
    ) -> Result<Result<Patient, Vec<Refusal>>, CohortError> {
        let refuse = |kind: FaultKind, field: &str, message: &str| Refusal {
            row: 0,
            column: String::new(),
            kind,
            field: field.to_owned(),
            value: String::new(),
            message: message.to_owned(),
            accepted: Vec::new(),
        };
        let mut faults = said.faults.clone();
        if let Some(died) = said.died {
            // Without a day asked about, the dead are dead.
            if rows.as_of().is_none_or(|as_of| died.is_not_after(&as_of)) {
                faults.push(refuse(
                    FaultKind::PersonIsDead,
                    "died",
                    "the person is dead: nothing is advised",
                ));
            }
        }
        let age = match (&said.birth, rows.as_of()) {
            (Some(birth), Some(_)) => match rows.age(birth) {
                Some(age) => Some(age),
                None => {
                    faults.push(refuse(
                        FaultKind::Other,
                        "birth",
                        "the date of birth is no date, or after the day asked about",
                    ));
                    None
                }
            },
            _ => None,
        };
        let trouble = RefCell::new(None);
        let of_people = RefCell::new(Vec::new());
        let more = |builder: PatientBuilder| {
            let builder = match age {
                Some((least, most)) if least < most => match Interval::new(least, most) {
                    Some(ages) => builder.age_between(ages),
                    None => builder,
                },
                Some((age, _)) => builder.age_years(age),
                None => builder,
            };
            let told = constants::onto(builder, &self.constants).and_then(|builder| match &self.people {
                Some(people) => people.onto(key, builder),
                None => Ok((builder, Vec::new())),
            });
            match told {
                Ok((builder, faults)) => {
                    of_people.replace(faults);
                    builder
                }
                Err(error) => {
                    trouble.replace(Some(error));
                    PatientBuilder::default()
                }
            }
        };
        let made = rows.patient(more);
        if let Some(error) = trouble.into_inner() {
            return Err(error);
        }
        faults.extend(of_people.into_inner());
        if let Err(errors) = &made {
            faults.extend(refusals(errors));
        }
        Ok(match made {
            Ok(patient) if faults.is_empty() => Ok(patient),
            _ => Err(faults),
        })
    }
}

fn refusals(errors: &PatientErrors) -> impl Iterator<Item = Refusal> {
    errors.errors().iter().map(|error| Refusal::of(0, error))
}

impl RejectedRow {
    fn as_refusal(&self) -> Refusal {
        Refusal {
            row: self.row.unwrap_or_default(),
            column: String::new(),
            kind: FaultKind::from_code(&self.reason).unwrap_or(FaultKind::Other),
            field: self.table.to_owned(),
            value: String::new(),
            message: self.message.clone(),
            accepted: Vec::new(),
        }
    }
}
