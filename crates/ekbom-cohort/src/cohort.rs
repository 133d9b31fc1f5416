//! A cohort: the map and the knowledge, ready to run over record batches.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, RecordBatch};
use arrow_buffer::BooleanBuffer;
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use ekbom::assess::intake::{Policy, Uncertainty, intake};
use ekbom::assess::{Assume, UnknownAssumption, assess_with, usual_answers};
use ekbom::fact::FactBox;
use ekbom::knowledge::Knowledge;
use ekbom::logic::engine::Mask;
use ekbom::patient::{Patient, PatientBuilder};

use crate::answers::{Asked, Column, Pool, Tally, Wanted, nulls};
use crate::ask::{AlertColumn, alerts, keep, no_errors, tables, told};
use crate::column::Col;
use crate::constants::Known;
use crate::error::{CohortError, Refusal};
use crate::fill::{Filler, Fixed};
use crate::input::{Input, LabInput};
use crate::kernel::{Level, Run};
use crate::load::Span;
use crate::map::{CohortMap, Refused};
use crate::plan::Plan;
use crate::planes::{LANES, Layout, Planes, Recorder, SceneOf, Set, has, lanes, put};
use crate::threshold::ordinary;

/// Rows that are answered together; larger batches are taken in pieces. Few enough that the memory of a piece's answers,
/// used again for the next, stays in the cache.
pub(crate) const PIECE: usize = 16_384;

/// A map and a knowledge, ready to run. Build it once; it can be shared by threads.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{ArrayRef, Float64Array, RecordBatch, cast::AsArray};
/// use ekbom::Knowledge;
/// use ekbom_cohort::{Cohort, CohortMap, Quantity};
///
/// let ferritin: ArrayRef = Arc::new(Float64Array::from(vec![Some(38.0), Some(130.0), None]));
/// let age: ArrayRef = Arc::new(Float64Array::from(vec![58.0, 61.0, 47.0]));
/// let batch = RecordBatch::try_from_iter([("fer", ferritin), ("age", age)])?;
/// let map = CohortMap::default()
///     .ask("iron.therapy@nice-cks")
///     .quantity("ferritin", Quantity::new("fer", "ng/mL"))
///     .person("age_years", ekbom_cohort::Column::new("age"))
///     .constant("iron_deficiency_anaemia", ekbom_cohort::Scalar::Flag(false));
/// let cohort = Cohort::new(Arc::new(Knowledge::builtin()), &map, &batch.schema())?;
/// let answers = cohort.run(&batch)?.batch;
/// let column = answers.column(0).as_string_view();
/// assert_eq!(column.iter().collect::<Vec<_>>(), [Some("oral"), Some("not_indicated"), None]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cohort {
    knowledge: Arc<Knowledge>,
    fixed: Arc<Fixed>,
    asked: Vec<Asked>,
    alerts: Vec<AlertColumn>,
    wanted: Wanted,
    policy: Policy,
    raise: bool,
    keep: Vec<usize>,
    schema: SchemaRef,
    /// `ekbom:errors` of a piece in which nothing is refused: the same for all of them.
    unrefused: ArrayRef,
    level: Level,
}

/// What a batch becomes.
#[derive(Clone, Debug)]
pub struct Output {
    /// A row for every row of the input, in its order.
    pub batch: RecordBatch,
    /// Why rows were refused.
    pub refusals: Vec<Refusal>,
    /// What was set aside of rows that are answered.
    pub set_aside: Vec<Refusal>,
    /// How many rows the core had to read one by one: what is rare, doubtful or refused.
    pub slow: u64,
    /// How often each answer was given, question by question.
    pub tallies: Vec<Tally>,
}

/// A person who is given whole, or why there is none.
pub(crate) type Person = Result<Patient, Vec<Refusal>>;

/// Where the rows come from.
enum Rows<'p> {
    /// The columns of a batch.
    Columns(&'p [Col<'p>]),
    /// People who were put together elsewhere.
    People(&'p [Person]),
}

/// What became of rows that are not like the others.
struct Unlike {
    refusals: Vec<Refusal>,
    set_aside: Vec<Refusal>,
    slow: u64,
    /// The number of the first row.
    first: u64,
}

/// Of a column whose unit does not say what was measured, every row would be asked about: the map has to say it.
fn asked_of_all(lab: &LabInput) -> Option<CohortError> {
    /// A number of those that are written in such a unit, for the question.
    const EXAMPLE: f64 = 40.0;
    if ordinary(lab.analyte, lab.unit, &[]).is_some() {
        return None;
    }
    let question = lab.analyte.question(EXAMPLE, lab.unit)?;
    let (place, unit) = (format!("quantities.{}", lab.analyte), lab.unit);
    Some(CohortError::map(
        &place,
        format!("{unit} does not say what was measured; of {EXAMPLE} {unit}: {question}"),
    ))
}

/// The buffers of one thread.
#[derive(Debug)]
pub struct Worker {
    filler: Filler,
    run: Run,
    answers: Vec<Vec<Set>>,
    needs: Vec<HashMap<Vec<u8>, Arc<[&'static str]>>>,
    pool: Pool,
}

impl Cohort {
    /// Binds a map to the columns of a schema.
    ///
    /// # Errors
    /// When the map names what is not there, leaves out a unit, or says what cannot be.
    pub fn new(knowledge: Arc<Knowledge>, map: &CohortMap, schema: &Schema) -> Result<Self, CohortError> {
        #[cfg(feature = "long")]
        if map.long.is_some() {
            return Err(CohortError::map("long", "this map is of a table with one result a row"));
        }
        let input = Input::new(map, schema)?;
        let alerts = alerts(&knowledge, map)?;
        let shown = tables(&knowledge, map)?;
        if shown.is_empty() && alerts.is_empty() {
            return Err(CohortError::map("ask", "nothing is asked"));
        }
        // Alerts look at tables that need not be asked.
        let all = alerts.iter().any(|alert| !alert.whole);
        let places: Vec<usize> = if all { (0..knowledge.tables().len()).collect() } else { shown.clone() };
        let recorder = Recorder::default();
        for table in places.iter().filter_map(|place| knowledge.tables().get(*place)) {
            recorder.note(table.diagram());
        }
        for alert in alerts.iter().filter(|alert| !alert.whole) {
            knowledge.triggered(alert.code, &recorder);
        }
        let layout = Layout::new(recorder);
        let base = input.asked().fold(input.base.clone(), PatientBuilder::unanswered);
        let constant = base.build();
        let constant = constant.map_err(|errors| CohortError::map("constants", errors.to_string()))?;
        let facts = intake(&constant, &Policy::default()).facts;
        let base = Planes::splat(&layout, &facts);
        let asked = places
            .iter()
            .filter_map(|place| {
                let table = knowledge.tables().get(*place)?;
                Asked::new(table, *place, shown.contains(place), &layout)
            })
            .collect();
        if let Some(asked) = input.labs.iter().find_map(asked_of_all) {
            return Err(asked);
        }
        let plan = Plan::new(&input, &layout, Known::new(map), facts)
            .ok_or_else(|| CohortError::map("quantities", "a unit in which nothing is plausible"))?;
        let keep = keep(map, schema)?;
        let wanted = Wanted {
            possible: map.possible,
            needs: map.needs,
            rules: map.rules,
            usual: map.assume.is_some(),
            categories: map.categories,
        };
        let mut made = Self {
            knowledge,
            fixed: Arc::new(Fixed { input, plan, layout, base }),
            asked,
            alerts,
            wanted,
            policy: policy(map)?,
            raise: map.refused == Refused::Raise,
            keep,
            schema: Arc::new(Schema::empty()),
            unrefused: no_errors(PIECE),
            level: Level::best(),
        };
        made.schema = Arc::new(made.make_schema(schema));
        Ok(made)
    }

    /// With these instructions rather than the best that the processor has. One that it lacks changes nothing.
    #[must_use]
    pub fn with_level(mut self, level: Level) -> Self {
        self.level = level.min(Level::best());
        self
    }

    /// The columns of the output.
    pub fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    /// The names of the answer columns.
    pub fn questions(&self) -> Vec<&str> {
        self.asked.iter().filter(|asked| asked.shown).map(|asked| asked.name.as_str()).collect()
    }

    fn make_schema(&self, schema: &Schema) -> Schema {
        let mut fields: Vec<Field> = self
            .keep
            .iter()
            .filter_map(|at| schema.fields().get(*at))
            .map(|field| (**field).clone())
            .collect();
        let list = || DataType::List(Arc::new(Field::new("item", DataType::Utf8, true)));
        for asked in self.asked.iter().filter(|asked| asked.shown) {
            let answer = if self.wanted.categories {
                DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8))
            } else {
                DataType::Utf8View
            };
            fields.push(Field::new(&asked.name, answer, true));
            if self.wanted.possible {
                fields.push(Field::new(format!("{}:possible", asked.name), list(), true));
            }
            if self.wanted.needs {
                fields.push(Field::new(format!("{}:needs", asked.name), list(), true));
            }
            if self.wanted.rules {
                fields.push(Field::new(format!("{}:rules", asked.name), list(), true));
            }
            if self.wanted.usual {
                fields.push(Field::new(format!("{}:usual", asked.name), DataType::Utf8, true));
            }
        }
        for alert in &self.alerts {
            fields.push(Field::new(format!("alert:{}", alert.code), DataType::Boolean, true));
        }
        if self.fixed.input.set_aside {
            fields.push(Field::new("ekbom:set_aside", DataType::Utf8View, true));
        }
        if !self.raise {
            fields.push(Field::new("ekbom:errors", DataType::Utf8View, true));
        }
        Schema::new(fields)
    }

    /// Buffers for a thread.
    pub fn worker(&self) -> Worker {
        Worker {
            filler: Filler::new(&self.fixed, self.level),
            run: Run::default(),
            answers: vec![Vec::new(); self.knowledge.tables().len()],
            needs: vec![HashMap::new(); self.asked.len()],
            pool: Pool::default(),
        }
    }

    /// Answers a batch.
    ///
    /// # Errors
    /// When a row is refused and the map says `refused = "raise"`.
    pub fn run(&self, batch: &RecordBatch) -> Result<Output, CohortError> {
        self.run_with(&mut self.worker(), batch, 0)
    }

    /// Answers a batch with buffers at hand; `first` is the number of its first row in the whole.
    ///
    /// # Errors
    /// When a row is refused and the map says `refused = "raise"`.
    pub fn run_with(
        &self,
        worker: &mut Worker,
        batch: &RecordBatch,
        first: u64,
    ) -> Result<Output, CohortError> {
        let columns = self.columns(batch)?;
        self.run_rows(worker, batch, &Rows::Columns(&columns), first)
    }

    /// Answers people who are given whole, with columns that go with them.
    pub(crate) fn run_people(
        &self,
        worker: &mut Worker,
        batch: &RecordBatch,
        people: &[Person],
    ) -> Result<Output, CohortError> {
        self.run_rows(worker, batch, &Rows::People(people), 0)
    }

    fn run_rows(
        &self,
        worker: &mut Worker,
        batch: &RecordBatch,
        source: &Rows<'_>,
        first: u64,
    ) -> Result<Output, CohortError> {
        let rows = batch.num_rows();
        let mut made: Vec<Column> =
            self.asked.iter().map(|_| Column::with_capacity(rows, self.wanted, &mut worker.pool)).collect();
        let mut raised: Vec<Vec<u64>> = vec![Vec::new(); self.alerts.len()];
        let mut live_words: Vec<u64> = Vec::with_capacity(rows / 64 + 1);
        let (mut refusals, mut set_aside): (Vec<Refusal>, Vec<Refusal>) = (Vec::new(), Vec::new());
        let mut slow = 0;
        for start in (0..rows).step_by(LANES) {
            let span = Span { start, len: LANES.min(rows - start) };
            let unlike = match source {
                Rows::Columns(columns) => {
                    worker.filler.fill(&self.fixed, columns, span);
                    worker.filler.slow
                }
                Rows::People(_) => {
                    worker.filler.fill(&self.fixed, &[], span);
                    span.live()
                }
            };
            let mut live = span.live();
            // What a result may stand for beside its number, only the core's own intake knows.
            let exact = self.policy.uncertainty == Uncertainty::AsReported;
            for lane in lanes(if exact { unlike } else { live }) {
                slow += 1;
                match self.facts(source, start + lane, first) {
                    Ok((facts, aside)) => {
                        set_aside.extend(aside);
                        worker.filler.planes.patch(&self.fixed.layout, lane, &facts);
                        worker.filler.patched = true;
                    }
                    Err(why) => {
                        if self.raise {
                            return Err(match why.into_iter().next() {
                                Some(refusal) => CohortError::Refused(Box::new(refusal)),
                                None => CohortError::map("", "a row was refused"),
                            });
                        }
                        put(&mut live, lane, false);
                        refusals.extend(why);
                    }
                }
            }
            self.answer(worker, source, span, first, live, &mut made);
            if self.wanted.usual {
                self.usual(source, span, first, live, &mut made);
            }
            self.alert(worker, source, span, first, live, &mut raised);
            live_words.extend(live.0.iter().take(span.len.div_ceil(64)));
        }
        let unlike = Unlike { refusals, set_aside, slow, first };
        self.finish(batch, made, raised, live_words, unlike, &mut worker.pool)
    }

    /// The patient that a row of a batch is read as.
    ///
    /// # Errors
    /// When the row is refused, or is not there.
    pub fn patient(&self, batch: &RecordBatch, row: usize) -> Result<Patient, CohortError> {
        if row >= batch.num_rows() {
            return Err(CohortError::map("", format!("there is no row {row}")));
        }
        let columns = self.columns(batch)?;
        self.fixed.input.patient(&columns, row, row as u64).map(|(patient, _)| patient).map_err(|why| {
            match why.into_iter().next() {
                Some(refusal) => CohortError::Refused(Box::new(refusal)),
                None => CohortError::map("", "the row was refused"),
            }
        })
    }

    fn columns<'b>(&self, batch: &'b RecordBatch) -> Result<Vec<Col<'b>>, CohortError> {
        let mut columns = Vec::with_capacity(self.fixed.input.columns.len());
        for (at, name) in &self.fixed.input.columns {
            let own = batch.columns().get(*at).filter(|_| batch.schema_ref().field(*at).name() == name);
            let array = own
                .or_else(|| batch.column_by_name(name))
                .ok_or_else(|| CohortError::map("", format!("a batch has no column `{name}`")))?;
            columns.push(Col::of(array)?);
        }
        Ok(columns)
    }

    /// The patient of a row, and what was set aside of it.
    fn patient_at<'p>(
        &self,
        source: &Rows<'p>,
        row: usize,
        first: u64,
    ) -> Result<(Cow<'p, Patient>, Vec<Refusal>), Vec<Refusal>> {
        let number = first + row as u64;
        match source {
            Rows::Columns(columns) => {
                let (patient, aside) = self.fixed.input.patient(columns, row, number)?;
                Ok((Cow::Owned(patient), aside))
            }
            Rows::People(people) => match people.get(row) {
                Some(Ok(patient)) => {
                    let aside = patient.set_aside().iter().map(|error| Refusal::of(number, error)).collect();
                    Ok((Cow::Borrowed(patient), aside))
                }
                Some(Err(why)) => Err(why.clone()),
                None => Err(Vec::new()),
            },
        }
    }

    fn facts(
        &self,
        source: &Rows<'_>,
        row: usize,
        first: u64,
    ) -> Result<(FactBox, Vec<Refusal>), Vec<Refusal>> {
        let (patient, aside) = self.patient_at(source, row, first)?;
        Ok((intake(&patient, &self.policy).facts, aside))
    }

    /// Adds what each answer is under assumptions: asked of the core, of the rows in which anything is open.
    fn usual(&self, source: &Rows<'_>, span: Span, first: u64, live: Set, made: &mut [Column]) {
        let tables = || self.asked.iter().filter_map(|asked| self.knowledge.tables().get(asked.place));
        for lane in 0..span.len {
            let row = span.start + lane;
            let patient = has(&live, lane).then(|| self.patient_at(source, row, first).ok()).flatten();
            let patient = patient.map(|(own, _)| own);
            let answers = patient
                .map(|patient| usual_answers(&self.knowledge, &patient, &self.policy, tables()))
                .unwrap_or_default();
            for (place, column) in made.iter_mut().enumerate() {
                column.add_usual(answers.get(place).copied());
            }
        }
    }

    fn answer(
        &self,
        worker: &mut Worker,
        source: &Rows<'_>,
        span: Span,
        first: u64,
        live: Set,
        made: &mut [Column],
    ) {
        let Worker { filler, run, answers, needs, .. } = worker;
        for ((asked, column), known) in self.asked.iter().zip(made).zip(needs) {
            let Some(table) = self.knowledge.tables().get(asked.place) else { continue };
            let Some(answers) = answers.get_mut(asked.place) else { continue };
            asked.run(table, &filler.planes, live, self.level, run, answers);
            if !asked.shown {
                continue;
            }
            column.add(asked, answers, span.len, live, self.level, self.wanted);
            if self.wanted.rules {
                column.add_rules(&run.fired, live, span.len);
            }
            if self.wanted.needs {
                let facts = |lane| self.facts(source, span.start + lane, first).ok().map(|(facts, _)| facts);
                column.add_needs(asked, table, &filler.planes, answers, live, span.len, known, facts);
            }
        }
    }

    fn alert(
        &self,
        worker: &Worker,
        source: &Rows<'_>,
        span: Span,
        first: u64,
        live: Set,
        raised: &mut [Vec<u64>],
    ) {
        if self.alerts.is_empty() {
            return;
        }
        let scene =
            SceneOf { layout: &self.fixed.layout, planes: &worker.filler.planes, answers: &worker.answers };
        let mut whole: Vec<Set> = vec![Set::NONE; self.alerts.len()];
        if self.alerts.iter().any(|alert| alert.whole) {
            for lane in lanes(live) {
                let row = span.start + lane;
                let Ok((patient, _)) = self.patient_at(source, row, first) else { continue };
                let assessment = assess_with(&self.knowledge, &patient, &self.policy);
                for (alert, rows) in self.alerts.iter().zip(&mut whole) {
                    put(rows, lane, assessment.alerts.iter().any(|own| own.code == alert.code));
                }
            }
        }
        for ((alert, words), whole) in self.alerts.iter().zip(raised).zip(whole) {
            let rows = match alert.whole {
                true => whole,
                false => self.knowledge.triggered(alert.code, &scene).unwrap_or(Set::NONE),
            };
            words.extend(rows.and(live).0.iter().take(span.len.div_ceil(64)));
        }
    }

    fn finish(
        &self,
        batch: &RecordBatch,
        made: Vec<Column>,
        raised: Vec<Vec<u64>>,
        live: Vec<u64>,
        unlike: Unlike,
        pool: &mut Pool,
    ) -> Result<Output, CohortError> {
        let rows = batch.num_rows();
        let mut arrays: Vec<ArrayRef> =
            self.keep.iter().filter_map(|at| batch.columns().get(*at).map(Arc::clone)).collect();
        let mut tallies = Vec::new();
        for (asked, column) in self.asked.iter().zip(made) {
            if asked.shown {
                tallies.push(column.tally(asked));
                arrays.extend(column.finish(asked, &live, rows, self.wanted, pool)?);
            }
        }
        let valid = nulls(live, rows);
        for words in raised {
            let values = BooleanBuffer::new(arrow_buffer::Buffer::from_vec(words), 0, rows);
            arrays.push(Arc::new(BooleanArray::new(values, valid.clone())));
        }
        let Unlike { refusals, set_aside, slow, first } = unlike;
        if self.fixed.input.set_aside {
            arrays.push(told(&set_aside, first, rows, &self.unrefused));
        }
        if !self.raise {
            arrays.push(told(&refusals, first, rows, &self.unrefused));
        }
        let batch = RecordBatch::try_new(self.schema(), arrays)?;
        Ok(Output { batch, refusals, set_aside, slow, tallies })
    }
}

/// How results are read, as the map says it.
fn policy(map: &CohortMap) -> Result<Policy, CohortError> {
    let mut made = Policy::default().with_assume(Assume::None);
    if let Some(code) = &map.uncertainty {
        let known = Uncertainty::ALL.iter().copied().find(|own| own.code() == code);
        let codes: Vec<&str> = Uncertainty::ALL.iter().map(|own| own.code()).collect();
        let wrong = || CohortError::map("uncertainty", format!("`{code}` is none of {}", codes.join(", ")));
        made = made.with_uncertainty(known.ok_or_else(wrong)?);
    }
    if let Some(words) = &map.assume {
        let wrong =
            |error| CohortError::map("assume", format!("{error} (accepted: usual, or ids of assumptions)"));
        made.assume = words.parse().map_err(|error: UnknownAssumption| wrong(error))?;
    }
    Ok(made)
}
