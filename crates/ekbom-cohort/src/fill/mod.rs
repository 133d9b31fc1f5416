//! A block of rows becomes comparison planes: the lanes' own intake.
//!
//! Whatever is not ordinary (an unlikely value, a bound that enters a derived fact, a value next to a limit that
//! rounding could move) is only marked here; the core then reads that row by itself.

mod contradict;
mod derive;
mod labs;
mod medicines;

use std::collections::HashMap;

use ekbom::assess::intake::FROM_CAUSES;
#[cfg(doc)]
use ekbom::assess::intake::FROM_MEDICINES;
use ekbom::fact::{B12Cause, Fact, Options, Person};
use ekbom::logic::engine::{Mask, Truth};
use ekbom::patient::CompleteGroup;

use crate::column::Col;
use crate::input::Input;
use crate::kernel::{Level, Values};
use crate::load::{Codes, Loaded, Span};
use crate::plan::{AmountPlan, Plan};
use crate::planes::{LANES, Layout, Planes, Set, everywhere, has, lanes, put};
use crate::threshold::Threshold;

/// What is fixed, and shared by all threads.
#[derive(Clone, Debug)]
pub(crate) struct Fixed {
    pub(crate) input: Input,
    pub(crate) plan: Plan,
    pub(crate) layout: Layout,
    /// The planes of a row of which only the constants are known.
    pub(crate) base: Planes,
}

/// What the medicines of a row say: a bit for each of [`FROM_MEDICINES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    bits: u8,
    /// A name that the catalogue does not know.
    unknown: bool,
    /// The row does not say which they are.
    silent: bool,
}

/// One thread's buffers.
#[derive(Clone, Debug)]
pub(crate) struct Filler {
    pub(crate) level: Level,
    pub(crate) planes: Planes,
    /// Rows that the core has to read by itself.
    pub(crate) slow: Set,
    /// Planes that no column gives were touched for such a row.
    pub(crate) patched: bool,
    loaded: Vec<Loaded>,
    person: [Codes; 4],
    codes: Vec<Codes>,
    confirmed: Codes,
    limits: [Loaded; 3],
    one: Box<[f64; LANES]>,
    other: Box<[f64; LANES]>,
    third: Box<[f64; LANES]>,
    /// The age of everybody, where it is a constant.
    ages: Box<[f64; LANES]>,
    /// Logarithms of eGFR: of women, of men.
    lines: [Box<[f32; LANES]>; 2],
    /// The planes of the persons that are possible: men, women.
    sexes: [Set; 2],
    /// The rows of whom a menopause cannot be said.
    not_after: Set,
    medicines: HashMap<String, Said>,
}

/// More distinct lists of medicines than this are not remembered.
const MOST_REMEMBERED: usize = 20_000;
/// Nor are longer ones, of which so many would fill the memory.
const MOST_REMEMBERED_CHARS: usize = 1024;

impl Filler {
    pub(crate) fn new(fixed: &Fixed, level: Level) -> Self {
        Self {
            level,
            planes: fixed.base.clone(),
            slow: Set::NONE,
            patched: false,
            loaded: vec![Loaded::default(); fixed.plan.amounts.len()],
            person: Default::default(),
            codes: vec![Codes::default(); fixed.input.codes.len()],
            confirmed: Codes::default(),
            limits: Default::default(),
            one: Box::new([0.0; LANES]),
            other: Box::new([0.0; LANES]),
            third: Box::new([0.0; LANES]),
            ages: Box::new([fixed.plan.known.age.unwrap_or(0.0); LANES]),
            lines: [Box::new([0.0; LANES]), Box::new([0.0; LANES])],
            sexes: [Set::ALL; 2],
            not_after: Set::NONE,
            medicines: HashMap::new(),
        }
    }

    pub(crate) fn fill(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        self.slow = Set::NONE;
        if self.patched {
            self.planes.clone_from(&fixed.base);
            self.patched = false;
        }
        for at in 0..fixed.plan.amounts.len() {
            // One column after the other: all its limits while its numbers are at hand.
            self.amount(fixed, columns, span, at);
            self.limits(fixed, columns, span, at);
        }
        self.person(fixed, columns, span);
        self.codes(fixed, columns, span);
        self.contradictions(fixed, columns, span);
        self.medicines(fixed, columns, span);
        self.labs(fixed, columns, span);
        self.saturation(fixed, columns, span);
        self.given(fixed);
        self.egfr(fixed, columns, span);
        self.adjusted(fixed, columns, span);
        self.slow = self.slow.and(span.live());
    }

    fn mark(&mut self, rows: Set) {
        self.slow = self.slow.or(rows);
    }

    /// Reads a column of numbers.
    fn amount(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span, at: usize) {
        let reading = &fixed.input.reading;
        let (Some(plan), Some(loaded)) = (fixed.plan.amounts.get(at), self.loaded.get_mut(at)) else {
            return;
        };
        let Some(column) = columns.get(plan.slot) else { return };
        let lab = fixed.input.labs.get(at);
        let finding = lab.and_then(|lab| lab.finding.as_ref());
        let comparator = lab.and_then(|lab| lab.comparator.as_ref());
        let comparator = comparator.and_then(|code| Some((columns.get(code.slot)?, code)));
        loaded.load(column, span, reading, finding, comparator, self.level);
        column.fetch(span.start + span.len);
        let values = loaded.values(column, span);
        let (low, high) = (plan.ordinary.low(), plan.ordinary.high());
        let high_enough = self.level.at_least(values, low);
        let ordinary = high_enough.and(self.level.at_most(values, high));
        let mut slow = loaded.bad.or(loaded.valid.and(ordinary.not()));
        if loaded.censored.any() {
            if plan.takes_signs {
                let [below, _, above, _] = loaded.signs;
                // At the very ends a bound leaves nothing, or nothing of the fact's range.
                for lane in lanes(below.or(above).and(loaded.valid)) {
                    if values.get(lane) >= high || (has(&below, lane) && values.get(lane) <= 0.0) {
                        put(&mut slow, lane, true);
                    }
                }
            } else {
                slow = slow.or(loaded.censored);
            }
        }
        if plan.whole {
            for lane in lanes(loaded.valid) {
                if values.get(lane).fract().abs() > 0.0 {
                    put(&mut slow, lane, true);
                }
            }
        }
        self.slow = self.slow.or(slow);
    }

    fn person(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        let mapped = fixed.input.person_codes.iter().any(Option::is_some);
        let (known, reading) = (&fixed.plan.known, &fixed.input.reading);
        if mapped {
            let inputs = fixed.input.person_codes.iter().zip(known.person);
            for (codes, (input, constant)) in self.person.iter_mut().zip(inputs) {
                match input.as_ref().and_then(|code| Some((columns.get(code.slot)?, code))) {
                    Some((column, code)) => codes.load(column, span, code, reading, self.level),
                    None => codes.everywhere(constant),
                }
                self.slow = self.slow.or(codes.bad);
            }
        } else {
            let options = fixed.plan.base.flag(Fact::Person);
            let can = |wanted: Options| everywhere(options.indices().any(|index| wanted.has(index)));
            self.sexes = [can(Person::Male.only()), can(Person::FEMALE)];
            self.not_after = contradict::not_after(known.person);
            return;
        }
        let [sex, reference, pregnant, trimester] = &self.person;
        let [female, male, ..] = sex.rows;
        let [reference_female, reference_male, ..] = reference.rows;
        let [not_pregnant, pregnant, ..] = pregnant.rows;
        let [first, second, third, ..] = trimester.rows;
        let any_trimester = first.or(second).or(third);
        let expecting = pregnant.or(any_trimester);
        let referred = reference_female.or(reference_male);
        let male_only = male.and(referred.not());
        let contradiction = any_trimester.and(not_pregnant).or(expecting.and(male_only));
        self.not_after = expecting.or(male_only);
        let man = reference_male.or(male.and(referred.not()));
        let woman = reference_female.or(female.and(referred.not()));
        // Where a column speaks of a pregnancy, an empty cell does not deny it.
        let closed = fixed.input.complete.contains(&CompleteGroup::History) && !fixed.input.asks_pregnancy();
        let complete = everywhere(closed);
        let denied = not_pregnant.or(complete).or(male.and(referred.not()));
        let open = expecting.not().and(denied.not());
        let trimester_of = |own: Set| expecting.and(own.or(any_trimester.not())).or(open);
        let persons = [
            expecting.not().and(woman.not()),
            expecting.not().and(man.not()),
            trimester_of(first),
            trimester_of(second),
            trimester_of(third),
        ];
        self.slow = self.slow.or(contradiction);
        let [men, women, one, two, three] = persons;
        self.sexes = [men, women.or(one).or(two).or(three)];
        for (place, rows) in fixed.plan.person.iter().zip(persons) {
            self.planes.set_option(*place, rows);
        }
    }

    fn codes(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        let inputs = fixed.input.codes.iter().zip(&fixed.plan.codes);
        for (codes, ((fact, input), places)) in self.codes.iter_mut().zip(inputs) {
            let Some(column) = columns.get(input.slot) else { continue };
            codes.load(column, span, input, &fixed.input.reading, self.level);
            self.slow = self.slow.or(codes.bad);
            let otherwise = fixed.plan.base.flag(*fact);
            for (option, (place, rows)) in (0u8..).zip(places.iter().zip(codes.rows)) {
                let unsaid = codes.missing.and(everywhere(otherwise.has(option)));
                self.planes.set_option(*place, rows.or(unsaid));
            }
        }
        // Who names a cause has not said that what it comes from is absent: the core weighs the two. Rare.
        for (cause, _) in FROM_CAUSES {
            if let Some(code) = B12Cause::ALL.iter().position(|own| *own == cause) {
                self.mark(self.said(fixed, Fact::B12Cause, code));
            }
        }
    }

    /// The rows in which an item is said to have the option with this place.
    fn said(&self, fixed: &Fixed, fact: Fact, code: usize) -> Set {
        let at = fixed.input.codes.iter().position(|(own, _)| *own == fact);
        match at.and_then(|at| self.codes.get(at)) {
            Some(codes) => codes.rows.get(code).copied().unwrap_or(Set::NONE),
            None => Set::NONE,
        }
    }

    /// The planes of a column's own limits.
    fn limits(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span, at: usize) {
        let (Some(plan), Some(loaded)) = (fixed.plan.amounts.get(at), self.loaded.get(at)) else { return };
        if plan.limits.is_empty() {
            return;
        }
        let Some(column) = columns.get(plan.slot) else { return };
        let values = loaded.values(column, span);
        for limit in &plan.limits {
            let truth = compare(self.level, values, loaded, plan, limit);
            self.planes.set_cut(limit.place, truth);
        }
    }

    fn valid(&self, at: Option<usize>) -> Set {
        at.and_then(|at| self.loaded.get(at)).map_or(Set::NONE, |loaded| loaded.valid)
    }

    fn censored(&self, at: Option<usize>) -> Set {
        at.and_then(|at| self.loaded.get(at)).map_or(Set::NONE, |loaded| loaded.censored)
    }
}

/// One limit against a block of one column.
fn compare(
    level: Level,
    values: Values<'_>,
    loaded: &Loaded,
    plan: &AmountPlan,
    limit: &Threshold,
) -> Truth<Set> {
    let at = level.at_most(values, limit.at);
    if !(plan.takes_signs && loaded.censored.any()) {
        return Truth { yes: loaded.valid.and(at), no: loaded.valid.and(at.not()) };
    }
    let [below, at_most, above, at_least] = loaded.signs.map(|rows| rows.and(loaded.valid));
    let exact = loaded.exact();
    Truth {
        yes: exact.or(at_most).and(at).or(below.and(level.at_most(values, limit.below))),
        no: exact.or(at_least).and(at.not()).or(above.and(level.at_most(values, limit.above).not())),
    }
}
