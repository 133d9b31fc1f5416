//! The answers of a table for a block of rows, and the columns they become.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, DictionaryArray, Int8Array, StringArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use ekbom::fact::FactBox;
use ekbom::logic::engine::Mask;
use ekbom::logic::question::AnswerSet;
use ekbom::logic::table::Table;

use crate::error::CohortError;
use crate::kernel::{Level, Run, Seen};
use crate::planes::{LANES, Layout, Planes, Set, has};

/// A table that is asked, or that an alert looks at.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Its place in the knowledge.
    pub(crate) place: usize,
    /// `question@guideline`.
    pub(crate) name: String,
    /// Is it a column, or only looked at?
    pub(crate) shown: bool,
    cuts: Vec<usize>,
    options: Vec<usize>,
    /// For each rule, its answers.
    rules: Vec<Vec<usize>>,
    pub(crate) answers: Vec<&'static str>,
    /// The ids of the rules.
    ids: Vec<String>,
    /// The view of each code; as many as a byte can say, so that none needs to be checked.
    views: [u128; 256],
    text: Buffer,
}

impl Asked {
    pub(crate) fn new(table: &Table, place: usize, shown: bool, layout: &Layout) -> Option<Self> {
        let diagram = table.diagram();
        let answers: Vec<&'static str> = table.question.answers.iter().map(|answer| answer.code).collect();
        let mut views = [0; 256];
        let mut text = Vec::new();
        for (view, code) in views.iter_mut().skip(1).zip(&answers) {
            *view = view_of(code.as_bytes(), &mut text);
        }
        let rules = table.rules.iter().map(|rule| rule.answers.indices().map(usize::from).collect());
        Some(Self {
            place,
            name: table.name(),
            shown,
            cuts: diagram.cuts().iter().map(|&(axis, cut)| layout.cut(axis, cut)).collect::<Option<_>>()?,
            options: diagram
                .options()
                .iter()
                .map(|&(axis, option)| layout.option(axis, option))
                .collect::<Option<_>>()?,
            rules: rules.collect(),
            ids: table.rules.iter().map(|rule| rule.id.to_string()).collect(),
            answers,
            views,
            text: Buffer::from_vec(text),
        })
    }

    /// The rows in which each answer is possible.
    pub(crate) fn run(
        &self,
        table: &Table,
        planes: &Planes,
        live: Set,
        level: Level,
        run: &mut Run,
        to: &mut Vec<Set>,
    ) {
        let seen = Seen { planes, cuts: &self.cuts, options: &self.options };
        level.run(table.diagram(), seen, live, run);
        to.clear();
        to.resize(self.answers.len(), Set::NONE);
        for (answers, rows) in self.rules.iter().zip(&run.fired) {
            for answer in answers {
                if let Some(sum) = to.get_mut(*answer) {
                    *sum = sum.or(*rows);
                }
            }
        }
    }

    /// What tells rows apart for this table: everything it can see of one.
    fn seen(&self, planes: &Planes, lane: usize) -> Vec<u8> {
        let cuts = self.cuts.iter().filter_map(|place| planes.cuts.get(*place));
        let options = self.options.iter().filter_map(|place| planes.options.get(*place));
        let cuts = cuts.map(|truth| u8::from(has(&truth.yes, lane)) | u8::from(has(&truth.no, lane)) << 1);
        cuts.chain(options.map(|rows| u8::from(has(rows, lane)))).collect()
    }
}

/// A string view: up to twelve bytes lie in it, longer ones in the one buffer.
fn view_of(code: &[u8], text: &mut Vec<u8>) -> u128 {
    let mut view = [0; 16];
    let length = (code.len() as u32).to_le_bytes();
    let offset = (text.len() as u32).to_le_bytes();
    let short = code.len() <= 12;
    let content: Vec<u8> = if short {
        code.to_vec()
    } else {
        text.extend_from_slice(code);
        code.iter().take(4).chain(&[0; 4]).chain(&offset).copied().collect()
    };
    view.iter_mut().zip(length.iter().chain(&content)).for_each(|(to, from)| *to = *from);
    u128::from_le_bytes(view)
}

/// What is collected of one table over a batch.
#[derive(Debug, Default)]
pub(crate) struct Column {
    views: Vec<u128>,
    keys: Vec<i8>,
    known: Vec<u64>,
    /// Possible answers as bits, row by row.
    possible: Vec<u16>,
    needs: Vec<Option<Arc<[&'static str]>>>,
    /// The rules of each row; nothing where it was refused.
    rules: Vec<Option<Vec<u16>>>,
    /// The answer of each row under assumptions, where they leave one.
    usual: Vec<Option<u8>>,
    counts: [u64; 16],
    open: u64,
}

/// How often each answer was given in a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// `question@guideline`.
    pub question: String,
    /// Each answer and its rows.
    pub answers: Vec<(&'static str, u64)>,
    /// Rows with more than one possible answer.
    pub open: u64,
}

/// Which columns are made of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) possible: bool,
    pub(crate) needs: bool,
    pub(crate) rules: bool,
    pub(crate) usual: bool,
    pub(crate) categories: bool,
}

impl Column {
    pub(crate) fn with_capacity(rows: usize, wanted: Wanted, pool: &mut Pool) -> Self {
        let (views, keys) = if wanted.categories { (0, rows) } else { (rows, 0) };
        Self {
            views: pool.take(views),
            keys: Vec::with_capacity(keys),
            known: Vec::with_capacity(rows / 64 + 1),
            possible: Vec::with_capacity(if wanted.possible { rows } else { 0 }),
            needs: Vec::new(),
            rules: Vec::new(),
            usual: Vec::new(),
            counts: [0; 16],
            open: 0,
        }
    }

    /// Adds a block. `live` are the rows that have answers at all.
    pub(crate) fn add(
        &mut self,
        asked: &Asked,
        answers: &[Set],
        len: usize,
        live: Set,
        level: Level,
        wanted: Wanted,
    ) {
        let settled = level.settle(answers, live);
        self.open += settled.open;
        self.counts.iter_mut().zip(settled.counts).for_each(|(sum, rows)| *sum += rows);
        let bits = (usize::BITS - answers.len().leading_zeros()) as usize;
        let mut codes = [0; LANES];
        level.gather(settled.planes.get(..bits).unwrap_or(&settled.planes), &mut codes);
        let codes = codes.get(..len).unwrap_or(&codes);
        if wanted.categories {
            self.keys.extend(codes.iter().map(|code| (*code as i8).saturating_sub(1).max(0)));
        } else {
            level.append_views(codes, &asked.views, &mut self.views);
        }
        self.known.extend(settled.known.0.iter().take(len.div_ceil(64)));
        if wanted.possible {
            for lane in 0..len {
                let set = answers.iter().enumerate().fold(0, |set, (code, rows)| {
                    set | u16::from(has(rows, lane) && has(&live, lane)) << code
                });
                self.possible.push(set);
            }
        }
    }

    /// Adds what could change the answers of a block.
    #[expect(clippy::too_many_arguments, reason = "one caller, and each is needed")]
    pub(crate) fn add_needs(
        &mut self,
        asked: &Asked,
        table: &Table,
        planes: &Planes,
        answers: &[Set],
        live: Set,
        len: usize,
        known: &mut HashMap<Vec<u8>, Arc<[&'static str]>>,
        facts: impl Fn(usize) -> Option<FactBox>,
    ) {
        for lane in 0..len {
            if !has(&live, lane) {
                self.needs.push(None);
                continue;
            }
            let open = answers.iter().filter(|rows| has(rows, lane)).count() > 1;
            if !open {
                self.needs.push(Some(Arc::from([])));
                continue;
            }
            let seen = asked.seen(planes, lane);
            let needs = match known.get(&seen) {
                Some(needs) => Arc::clone(needs),
                None => {
                    let needs: Arc<[&'static str]> = facts(lane)
                        .map_or_else(Vec::new, |facts| table.needs(&facts))
                        .into_iter()
                        .map(|fact| fact.id())
                        .collect();
                    if known.len() < 100_000 {
                        known.insert(seen, Arc::clone(&needs));
                    }
                    needs
                }
            };
            self.needs.push(Some(needs));
        }
    }

    /// Adds the rules of a block: `fired` are the rows in which each can be the one that applies.
    pub(crate) fn add_rules(&mut self, fired: &[Set], live: Set, len: usize) {
        for lane in 0..len {
            self.rules.push(has(&live, lane).then(|| {
                let own = fired.iter().zip(0_u16..).filter(|(rows, _)| has(rows, lane));
                own.map(|(_, place)| place).collect()
            }));
        }
    }

    /// Adds the answer of a row under assumptions.
    pub(crate) fn add_usual(&mut self, answers: Option<AnswerSet>) {
        let only = answers.filter(|set| set.len() == 1).and_then(|set| set.indices().next());
        self.usual.push(only);
    }

    /// How often each answer was given.
    pub(crate) fn tally(&self, asked: &Asked) -> Tally {
        let answers = asked.answers.iter().copied().zip(self.counts).collect();
        Tally { question: asked.name.clone(), answers, open: self.open }
    }

    /// The columns of the output.
    pub(crate) fn finish(
        self,
        asked: &Asked,
        live: &[u64],
        rows: usize,
        wanted: Wanted,
        pool: &mut Pool,
    ) -> Result<Vec<ArrayRef>, CohortError> {
        let nulls = nulls(self.known, rows);
        let mut made: Vec<ArrayRef> = Vec::new();
        if wanted.categories {
            let keys = Int8Array::new(ScalarBuffer::from(self.keys), nulls);
            let values: ArrayRef = Arc::new(StringArray::from(asked.answers.clone()));
            made.push(Arc::new(DictionaryArray::<Int8Type>::try_new(keys, values)?));
        } else {
            let views = Buffer::from_vec(self.views);
            pool.lend(&views);
            let buffers = if asked.text.is_empty() { Vec::new() } else { vec![asked.text.clone()] };
            made.push(Arc::new(crate::kernel::string_views(ScalarBuffer::from(views), buffers, nulls)));
        }
        if wanted.possible {
            let mut list = ListBuilder::new(StringBuilder::new());
            for (row, set) in self.possible.iter().enumerate() {
                for (code, answer) in asked.answers.iter().enumerate() {
                    if set >> code & 1 == 1 {
                        list.values().append_value(answer);
                    }
                }
                list.append(live.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1));
            }
            made.push(Arc::new(list.finish()));
        }
        if wanted.needs {
            let mut list = ListBuilder::new(StringBuilder::new());
            for needs in &self.needs {
                for fact in needs.iter().flat_map(|needs| needs.iter()) {
                    list.values().append_value(fact);
                }
                list.append(needs.is_some());
            }
            made.push(Arc::new(list.finish()));
        }
        if wanted.rules {
            let mut list = ListBuilder::new(StringBuilder::new());
            for rules in &self.rules {
                for place in rules.iter().flatten() {
                    list.values().append_option(asked.ids.get(usize::from(*place)));
                }
                list.append(rules.is_some());
            }
            made.push(Arc::new(list.finish()));
        }
        if wanted.usual {
            let code =
                |place: &Option<u8>| place.and_then(|place| asked.answers.get(usize::from(place)).copied());
            made.push(Arc::new(self.usual.iter().map(code).collect::<StringArray>()));
        }
        Ok(made)
    }
}

/// Validity from words of rows.
pub(crate) fn nulls(known: Vec<u64>, rows: usize) -> Option<NullBuffer> {
    let nulls = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(known), 0, rows));
    (nulls.null_count() > 0).then_some(nulls)
}

/// The memory of answers that their reader has dropped, for the next ones: fresh memory costs more than the answers.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    lent: Vec<Buffer>,
}

impl Pool {
    /// More than this is not kept.
    const MOST: usize = 512;

    fn take(&mut self, rows: usize) -> Vec<u128> {
        let free = self.lent.iter().position(|own| own.strong_count() == 1 && own.capacity() >= rows * 16);
        let vec = free.and_then(|at| self.lent.swap_remove(at).into_vec().ok());
        let mut vec = vec.unwrap_or_default();
        vec.clear();
        vec.reserve(rows);
        vec
    }

    fn lend(&mut self, views: &Buffer) {
        if self.lent.len() < Self::MOST {
            self.lent.push(views.clone());
        }
    }
}
