//! One block of rows of one column: numbers with their comparators, or sets of rows by code.

use arrow_buffer::BooleanBuffer;
use ekbom::logic::engine::Mask;
use ekbom::patient::{Comparator, Finding};

use crate::cell::{Amount, Cell, Reading};
use crate::coder::{BAD, Coder, MISSING};
use crate::column::{Col, Kind};
use crate::input::CodeInput;
use crate::kernel::{Level, Values};
use crate::planes::{LANES, Set, put};

/// Which rows of a batch are worked on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) len: usize,
}

impl Span {
    /// The lanes that hold a row.
    pub(crate) fn live(self) -> Set {
        if self.len >= LANES {
            return Set::ALL;
        }
        let mut set = Set::NONE;
        for (at, word) in set.0.iter_mut().enumerate() {
            *word = match self.len.saturating_sub(at * 64) {
                0 => 0,
                left if left >= 64 => u64::MAX,
                left => (1 << left) - 1,
            };
        }
        set
    }
}

/// Bits as they lie in an Arrow buffer, at any offset.
pub(crate) fn bits(buffer: &BooleanBuffer, span: Span) -> Set {
    let bytes = buffer.values();
    let mut set = Set::NONE;
    for (at, word) in set.0.iter_mut().enumerate() {
        if at * 64 >= span.len {
            break;
        }
        let bit = buffer.offset() + span.start + at * 64;
        let (byte, shift) = (bit / 8, bit % 8);
        let rest = bytes.get(byte..).unwrap_or_default();
        *word = match rest.first_chunk::<8>() {
            Some(eight) if shift == 0 => u64::from_le_bytes(*eight),
            Some(eight) => {
                let next = rest.get(8).copied().unwrap_or(0);
                u64::from_le_bytes(*eight) >> shift | u64::from(next) << (64 - shift)
            }
            None => {
                let mut raw = [0; 8];
                raw.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                u64::from_le_bytes(raw) >> shift
            }
        };
    }
    set.and(span.live())
}

/// Where the numbers of a block lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    /// In the column itself.
    #[default]
    Column,
    Long,
    Short,
}

/// A block of amounts.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    place: Place,
    long: Box<[f64; LANES]>,
    short: Box<[f32; LANES]>,
    /// Rows with a number.
    pub(crate) valid: Set,
    /// Rows with what is no number.
    pub(crate) bad: Set,
    /// Rows with `<`, `<=`, `>`, `>=`.
    pub(crate) signs: [Set; 4],
    pub(crate) censored: Set,
}

impl Default for Loaded {
    fn default() -> Self {
        Self {
            place: Place::Column,
            long: Box::new([0.0; LANES]),
            short: Box::new([0.0; LANES]),
            valid: Set::NONE,
            bad: Set::NONE,
            signs: [Set::NONE; 4],
            censored: Set::NONE,
        }
    }
}

impl Loaded {
    /// The numbers; what stands in rows without one means nothing.
    pub(crate) fn values<'v>(&'v self, column: &Col<'v>, span: Span) -> Values<'v> {
        if self.place == Place::Column {
            match &column.kind {
                Kind::F64(values) => {
                    if let Some(block) = values.get(span.start..).and_then(|rest| rest.first_chunk()) {
                        return Values::Long(block);
                    }
                }
                Kind::F32(values) => {
                    if let Some(block) = values.get(span.start..).and_then(|rest| rest.first_chunk()) {
                        return Values::Short(block);
                    }
                }
                _ => {}
            }
        }
        if self.place == Place::Short { Values::Short(&self.short) } else { Values::Long(&self.long) }
    }

    /// Exact numbers.
    pub(crate) fn exact(&self) -> Set {
        self.valid.and(self.censored.not())
    }

    pub(crate) fn load(
        &mut self,
        column: &Col<'_>,
        span: Span,
        reading: &Reading,
        finding: Option<&Coder>,
        comparator: Option<(&Col<'_>, &CodeInput)>,
        level: Level,
    ) {
        (self.bad, self.signs, self.censored) = (Set::NONE, [Set::NONE; 4], Set::NONE);
        let live = span.live();
        let nulls = column.nulls.map_or(live, |nulls| bits(nulls.inner(), span));
        match &column.kind {
            Kind::F64(values) if finding.is_none() => {
                self.valid = nulls;
                self.place = Place::Column;
                let rest = values.get(span.start..).unwrap_or_default();
                if span.len < LANES || rest.first_chunk::<LANES>().is_none() {
                    self.place = Place::Long;
                    self.long.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                }
            }
            Kind::F32(values) if finding.is_none() => {
                self.valid = nulls;
                self.place = Place::Column;
                let rest = values.get(span.start..).unwrap_or_default();
                if span.len < LANES || rest.first_chunk::<LANES>().is_none() {
                    self.place = Place::Short;
                    self.short.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                }
            }
            Kind::Whole(values) if finding.is_none() => {
                self.valid = nulls;
                self.place = Place::Long;
                values.numbers(span.start, &mut *self.long);
            }
            _ => self.cells(column, span, reading, finding),
        }
        if reading.nan_is_missing && finding.is_none() && matches!(column.kind, Kind::F64(_) | Kind::F32(_)) {
            // Only NaN is not at most infinity.
            let numbers = level.at_most(self.values(column, span), f64::INFINITY);
            self.valid = nulls.and(numbers);
        }
        let numbers = matches!(column.kind, Kind::F64(_) | Kind::F32(_) | Kind::Whole(_));
        if finding.is_none() && numbers && !reading.missing_numbers.is_empty() {
            // Few cohorts have such codes: row by row.
            for lane in 0..span.len {
                if let Cell::Number(value) = column.cell(span.start + lane)
                    && reading.is_missing_number(value)
                {
                    put(&mut self.valid, lane, false);
                }
            }
        }
        if let Some((column, code)) = comparator {
            for lane in 0..span.len {
                match code.coder.code(column.cell(span.start + lane), reading) {
                    MISSING => {}
                    BAD => put(&mut self.bad, lane, true),
                    place => self.sign(lane, place),
                }
            }
            // A sign without a number says nothing; an unreadable one is refused only beside a number.
            self.bad = self.bad.and(self.valid);
            self.signs = self.signs.map(|rows| rows.and(self.valid));
            self.censored = self.censored.and(self.valid);
        }
    }

    fn sign(&mut self, lane: usize, place: u8) {
        let other = self
            .signs
            .iter()
            .enumerate()
            .any(|(own, rows)| own != usize::from(place) && crate::planes::has(rows, lane));
        if other {
            // One in the text and another beside it.
            put(&mut self.bad, lane, true);
        }
        if let Some(rows) = self.signs.get_mut(usize::from(place)) {
            put(rows, lane, true);
        }
        put(&mut self.censored, lane, true);
    }

    /// Row by row: texts, findings, dictionaries.
    fn cells(&mut self, column: &Col<'_>, span: Span, reading: &Reading, finding: Option<&Coder>) {
        self.place = Place::Long;
        self.valid = Set::NONE;
        for lane in 0..span.len {
            let cell = column.cell(span.start + lane);
            let word = match (finding, cell) {
                (Some(coder), Cell::Flag(_) | Cell::Text(_)) => coder.code(cell, reading),
                _ => BAD,
            };
            let amount = match Finding::ALL.get(usize::from(word)) {
                Some(Finding::Indeterminate) => Amount::Bad(String::new()),
                Some(Finding::Positive) => Amount::Number(1.0, None),
                Some(Finding::Negative) => Amount::Number(0.0, None),
                None => reading.amount(cell),
            };
            match amount {
                Amount::Missing => {}
                // An indeterminate finding is readable, but for the scalar path.
                Amount::Bad(_) => put(&mut self.bad, lane, true),
                Amount::Number(value, comparator) => {
                    if let Some(to) = self.long.get_mut(lane) {
                        *to = value;
                    }
                    put(&mut self.valid, lane, true);
                    // Half a yes is no answer.
                    if finding.is_some() && value.fract().abs() > 0.0 {
                        put(&mut self.bad, lane, true);
                    }
                    let place = comparator.map(|own| Comparator::ALL.iter().position(|other| *other == own));
                    if let Some(place) = place.flatten().and_then(|place| u8::try_from(place).ok()) {
                        self.sign(lane, place);
                    }
                }
            }
        }
    }
}

/// A block of codes.
#[derive(Clone, Debug)]
pub(crate) struct Codes {
    codes: Box<[u8; LANES]>,
    /// Rows by code, for the first eight codes.
    pub(crate) rows: [Set; 8],
    pub(crate) missing: Set,
    pub(crate) bad: Set,
}

impl Default for Codes {
    fn default() -> Self {
        Self { codes: Box::new([MISSING; LANES]), rows: [Set::NONE; 8], missing: Set::ALL, bad: Set::NONE }
    }
}

impl Codes {
    /// The same code in every row.
    pub(crate) fn everywhere(&mut self, code: Option<u8>) {
        (self.rows, self.missing, self.bad) = ([Set::NONE; 8], Set::ALL, Set::NONE);
        if let Some(rows) = code.and_then(|code| self.rows.get_mut(usize::from(code))) {
            *rows = Set::ALL;
            self.missing = Set::NONE;
        }
    }

    pub(crate) fn load(
        &mut self,
        column: &Col<'_>,
        span: Span,
        code: &CodeInput,
        reading: &Reading,
        level: Level,
    ) {
        let live = span.live();
        (self.rows, self.bad) = ([Set::NONE; 8], Set::NONE);
        if let Kind::Flags(flags) = &column.kind {
            let valid = column.nulls.map_or(live, |nulls| bits(nulls.inner(), span));
            let yes = bits(flags.values(), span).and(valid);
            let no = yes.not().and(valid);
            self.missing = valid.not();
            let mut give = |cell: bool, rows: Set| match code.coder.code(Cell::Flag(cell), reading) {
                MISSING => self.missing = self.missing.or(rows),
                BAD => self.bad = self.bad.or(rows),
                place => {
                    if let Some(own) = self.rows.get_mut(usize::from(place)) {
                        *own = own.or(rows);
                    }
                }
            };
            give(true, yes);
            give(false, no);
            return;
        }
        let mut valid = live;
        if let Kind::Whole(values) = &column.kind {
            values.codes(span.start, &code.coder, &mut *self.codes);
            if !reading.missing_numbers.is_empty() {
                for (lane, to) in self.codes.iter_mut().enumerate().take(span.len) {
                    *to = code.coder.code(column.cell(span.start + lane), reading);
                }
            }
            valid = column.nulls.map_or(live, |nulls| bits(nulls.inner(), span).and(live));
        } else {
            for (lane, to) in self.codes.iter_mut().enumerate().take(span.len) {
                *to = code.coder.code(column.cell(span.start + lane), reading);
            }
        }
        self.bad = level.equal(&self.codes, BAD).and(valid);
        self.missing = level.equal(&self.codes, MISSING).or(valid.not());
        for (own, place) in self.rows.iter_mut().zip(0..code.coder.count()) {
            *own = level.equal(&self.codes, place).and(valid);
        }
    }
}
