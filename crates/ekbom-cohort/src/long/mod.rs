//! Long tables, one result a row: the rows of each person become a patient, by the rules by which FHIR is read, and every
//! patient goes through the core's own door.

mod cell;
mod codes;
mod map;
mod order;
mod people;
mod person;
mod results;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{Schema, SchemaRef};
use ekbom::knowledge::Knowledge;

pub use map::{
    Clock, Columns, ConditionMeaning, ConditionTable, LongMap, MedicineTable, PeopleTable, ResultMeaning,
};
pub use people::{SideTable, SideTables};

use crate::cell::Reading;
use crate::cohort::Output;
use crate::error::CohortError;
use crate::map::CohortMap;
use order::Order;
use person::{Desk, Group};
use results::{Kept, Results, Take};

/// How the rows of a long table come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// All rows of a person stand together, and people stand in order: memory stays flat. It is checked.
    Sorted,
    /// In any order: rows that a code names are kept, up to so many bytes.
    Unsorted {
        /// The most bytes that are kept.
        memory: usize,
    },
}

impl Default for Sorting {
    fn default() -> Self {
        Self::Unsorted { memory: 1 << 30 }
    }
}

/// A row that was refused, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct RejectedRow {
    /// `results`, `conditions` or `medicines`; `people` where the person is refused.
    pub table: &'static str,
    /// The row in its table, from 0; none where the person is refused for what no single row says.
    pub row: Option<u64>,
    /// Whose it is; empty where that is not said.
    pub person: String,
    /// Why, as a code that stays the same.
    pub reason: String,
    /// The same as a sentence.
    pub message: String,
}

/// What some people of a long table become.
#[derive(Clone, Debug)]
pub struct LongOutput {
    /// A row a person, in the order in which they came.
    pub output: Output,
    /// Rows of the tables that were refused.
    pub rejected: Vec<RejectedRow>,
}

/// A map, a knowledge and the tables beside the results, ready for the results. Every person of the results is answered,
/// and everybody else in the table of people.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{ArrayRef, RecordBatch, StringArray, cast::AsArray};
/// use ekbom::Knowledge;
/// use ekbom_cohort::{CohortMap, LongCohort, SideTables, Sorting};
///
/// let map = CohortMap::from_toml(r#"
///     ask = ["iron.therapy@nice-cks"]
///     constants = { age_years = 58, iron_deficiency_anaemia = false }
///     [long]
///     person = "id"
///     code = "loinc"
///     system = "loinc"
///     value = "result"
///     unit = "unit"
///     time = "drawn"
/// "#)?;
/// let column = |texts: [&'static str; 3]| -> ArrayRef { Arc::new(StringArray::from(texts.to_vec())) };
/// let rows = RecordBatch::try_from_iter([
///     ("id", column(["7", "7", "8"])),
///     ("loinc", column(["2276-4", "2276-4", "2276-4"])),
///     ("result", column(["130", "38", "130"])),
///     ("unit", column(["ng/mL", "ng/mL", "ug/L"])),
///     ("drawn", column(["2020-01-01", "2020-05-17 08:30:00", "2020-03-01"])),
/// ])?;
/// let knowledge = Arc::new(Knowledge::builtin());
/// let mut cohort = LongCohort::new(knowledge, &map, &rows.schema(), SideTables::default(), Sorting::Sorted)?;
/// let mut made = cohort.push(&rows)?;
/// made.extend(cohort.finish()?);
/// let answers = made[0].output.batch.column_by_name("iron.therapy@nice-cks").unwrap();
/// assert_eq!(answers.as_string_view().iter().collect::<Vec<_>>(), [Some("oral"), Some("not_indicated")]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct LongCohort {
    desk: Desk,
    results: Results,
    reading: Reading,
    threads: usize,
    next: u64,
    state: State,
}

/// Rows that wait for their person to be whole.
#[derive(Debug)]
struct State {
    sorting: Sorting,
    order: Order,
    /// The person whose rows are coming (sorted).
    open: Option<Group>,
    /// People who are whole.
    whole: Vec<Group>,
    waiting: usize,
    /// All rows (unsorted), with the names of their people.
    rows: Vec<Kept>,
    names: Vec<Arc<str>>,
    known: HashMap<Arc<str>, u32>,
    bytes: usize,
    rejected: Vec<RejectedRow>,
    skipped: BTreeMap<&'static str, u64>,
}

/// People that are answered together, and rows.
const MOST_PEOPLE: usize = 4096;
const MOST_ROWS: usize = 1 << 18;

impl LongCohort {
    /// Binds a map to the columns of the results, and reads the tables beside them.
    ///
    /// # Errors
    /// When the map names what is not there, or says what cannot be; when a person stands twice among the people.
    pub fn new(
        knowledge: Arc<Knowledge>,
        map: &CohortMap,
        results: &Schema,
        tables: SideTables,
        sorting: Sorting,
    ) -> Result<Self, CohortError> {
        let Some(long) = &map.long else {
            return Err(CohortError::map("long", "the map says nothing of a long table"));
        };
        let long = long.with_preset()?;
        let reading = people::reading(map);
        let results = Results::new(&long, results)?;
        let desk = Desk::new(knowledge, map, &long, tables)?;
        let state = State {
            sorting,
            order: Order::default(),
            open: None,
            whole: Vec::new(),
            waiting: 0,
            rows: Vec::new(),
            names: Vec::new(),
            known: HashMap::new(),
            bytes: 0,
            rejected: Vec::new(),
            skipped: BTreeMap::new(),
        };
        Ok(Self { desk, results, reading, threads: 1, next: 0, state })
    }

    /// With so many threads.
    #[must_use]
    pub fn with_threads(mut self, threads: usize) -> Self {
        self.threads = threads.max(1);
        self
    }

    /// The columns of the output.
    pub fn schema(&self) -> SchemaRef {
        self.desk.schema()
    }

    /// The names of the answer columns.
    pub fn questions(&self) -> Vec<&str> {
        self.desk.questions()
    }

    /// Rows that were not read although nothing is wrong with them, by the reason: codes that no rule reads, empty values,
    /// results that are older than the look-back.
    pub fn skipped(&self) -> &BTreeMap<&'static str, u64> {
        &self.state.skipped
    }

    /// Takes rows of results; gives the answers of people who are whole.
    ///
    /// # Errors
    /// When the table is said to be sorted and a person comes back; when it is not and the rows do not fit into the memory;
    /// when a person is refused and the map says `refused = "raise"`.
    pub fn push(&mut self, batch: &RecordBatch) -> Result<Vec<LongOutput>, CohortError> {
        let first = self.next;
        self.next += batch.num_rows() as u64;
        self.results.read(batch, first, &self.reading, &mut self.state)?;
        self.state.fits(self.results.shared.bytes)?;
        if self.state.whole.len() < MOST_PEOPLE && self.state.waiting < MOST_ROWS {
            return Ok(Vec::new());
        }
        Ok(vec![self.answer()?])
    }

    /// No more rows come: the answers of the rest, and of people without a result.
    ///
    /// # Errors
    /// As for [`Self::push`].
    pub fn finish(&mut self) -> Result<Vec<LongOutput>, CohortError> {
        let mut made = Vec::new();
        self.state.whole.extend(self.state.open.take());
        if !self.state.whole.is_empty() {
            made.push(self.answer()?);
        }
        let mut rows = std::mem::take(&mut self.state.rows);
        rows.sort_by_key(|own| own.person);
        let names = std::mem::take(&mut self.state.names);
        let mut rest = rows.as_slice();
        for (person, name) in (0u32..).zip(names) {
            let count = rest.iter().take_while(|own| own.person == person).count();
            let (own, others) = rest.split_at(count);
            rest = others;
            self.state.close(Group { key: name.as_ref().to_owned(), rows: own.to_vec() });
            if self.state.whole.len() >= MOST_PEOPLE || self.state.waiting >= MOST_ROWS {
                made.push(self.answer()?);
            }
        }
        if !self.state.whole.is_empty() {
            // Who was answered is known from here on.
            made.push(self.answer()?);
        }
        for key in self.desk.unseen() {
            self.state.close(Group { key, rows: Vec::new() });
            if self.state.whole.len() >= MOST_PEOPLE {
                made.push(self.answer()?);
            }
        }
        // The columns are there, and rows that are nobody's, also where there is nobody.
        if !self.state.whole.is_empty() || made.is_empty() || !self.state.rejected.is_empty() {
            made.push(self.answer()?);
        }
        Ok(made)
    }

    fn answer(&mut self) -> Result<LongOutput, CohortError> {
        let groups = std::mem::take(&mut self.state.whole);
        self.state.waiting = 0;
        let mut rejected = std::mem::take(&mut self.state.rejected);
        let (output, more, skipped) = self.desk.answer(&groups, &self.results.shared, self.threads)?;
        rejected.extend(more);
        for (reason, count) in skipped {
            *self.state.skipped.entry(reason).or_default() += count;
        }
        Ok(LongOutput { output, rejected })
    }
}

impl State {
    fn close(&mut self, group: Group) {
        self.waiting += group.rows.len();
        self.whole.push(group);
    }

    fn fits(&self, shared: usize) -> Result<(), CohortError> {
        let Sorting::Unsorted { memory } = self.sorting else { return Ok(()) };
        let bytes = self.bytes + shared + self.rows.capacity() * size_of::<Kept>();
        if bytes <= memory {
            return Ok(());
        }
        Err(CohortError::Memory { rows: self.rows.len() as u64, people: self.names.len() as u64, memory })
    }
}

impl Take for State {
    fn take(&mut self, person: &str, mut kept: Kept) -> Result<(), CohortError> {
        if let Sorting::Unsorted { .. } = self.sorting {
            let at = match self.known.get(person) {
                Some(at) => *at,
                None => {
                    let name: Arc<str> = person.into();
                    let at = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
                    self.bytes += person.len() + 96;
                    self.names.push(Arc::clone(&name));
                    self.known.insert(name, at);
                    at
                }
            };
            kept.person = at;
            self.rows.push(kept);
            return Ok(());
        }
        match &mut self.open {
            Some(open) if open.key == person => open.rows.push(kept),
            open => {
                self.order.next(person, kept.row)?;
                let group = Group { key: person.to_owned(), rows: vec![kept] };
                if let Some(done) = open.replace(group) {
                    self.close(done);
                }
            }
        }
        Ok(())
    }

    fn nobody(&mut self, row: u64) {
        self.rejected.push(RejectedRow {
            table: "results",
            row: Some(row),
            person: String::new(),
            reason: "person".to_owned(),
            message: "whose result it is, is not said".to_owned(),
        });
    }

    fn skip(&mut self, reason: &'static str) {
        *self.skipped.entry(reason).or_default() += 1;
    }
}
