//! Two conditions read of every box there is, where a proof by their form does not reach: a box is looked at for each span of
//! cells of each number that they ask, and for each set of options.

use std::collections::BTreeSet;

use ekbom::condition::{Expression, Truth, evaluate};
use ekbom::fact::{ChoiceAxis, Fact, FactBox, NumberAxis, Options, Part, Person};
use ekbom::interval::Interval;
use ekbom::table::{Scratch, Table};

/// More boxes are not looked at.
const MOST: usize = 100_000;

/// One axis, narrowed.
#[derive(Clone, Copy)]
enum Share {
    Options(ChoiceAxis, Options),
    Numbers(NumberAxis, Interval),
}

impl Share {
    fn narrow(self, facts: &mut FactBox) {
        match self {
            Self::Options(axis, options) => facts.set_choice(axis, options),
            Self::Numbers(axis, interval) => facts.set_number(axis, interval),
        }
    }
}

/// Are both read as certain, to hold or not to, of the same boxes whom a rule answers? `asked` is the table whose answer they
/// ask: at its cuts their readings can change, and nowhere else.
pub(crate) fn are_the_same(
    own: &Table,
    rule: usize,
    (one, other): (&Expression, &Expression),
    holds: bool,
    asked: &Table,
) -> bool {
    let can_answer = |share: Share| {
        let mut facts = everything();
        share.narrow(&mut facts);
        own.possible_rules(&facts, &mut Scratch::new())[rule]
    };
    let mut tested = BTreeSet::new();
    axes_tested(one, &mut tested);
    axes_tested(other, &mut tested);
    let choices: BTreeSet<ChoiceAxis> = asked.diagram().options().iter().map(|(axis, _)| *axis).collect();
    // Whether a test was reported, and where it lies against its laboratory's limits, counts only where it is asked.
    let choices = choices
        .into_iter()
        .filter(|axis| tested.contains(axis) || !matches!(axis.part(), Part::Reported | Part::Band));
    let numbers: BTreeSet<NumberAxis> = asked.diagram().cuts().iter().map(|(axis, _)| *axis).collect();
    let choices = choices.map(|axis| sets(axis, &can_answer));
    let numbers = numbers.into_iter().map(|axis| Some(spans(axis, asked, &can_answer)));
    let Some(axes) = choices.chain(numbers).collect::<Option<Vec<_>>>() else { return false };
    let count = axes.iter().try_fold(1_usize, |product, shares| product.checked_mul(shares.len()));
    let certain = |condition: &Expression, facts: &FactBox| {
        let truth: Truth<bool> = evaluate(condition, facts);
        if holds { truth.yes } else { truth.no }
    };
    let agree = |facts: &FactBox| certain(one, facts) == certain(other, facts);
    count.is_some_and(|count| count <= MOST) && of_every_box(&axes, &everything(), &agree)
}

/// Adds the axes of which options are asked, also by way of another table.
fn axes_tested(condition: &Expression, found: &mut BTreeSet<ChoiceAxis>) {
    match condition {
        Expression::Always | Expression::Number(_) => {}
        Expression::Option(test) => {
            found.insert(test.axis);
        }
        Expression::All(items) | Expression::Any(items) => {
            items.iter().for_each(|item| axes_tested(item, found));
        }
        Expression::Not(item) => axes_tested(item, found),
        Expression::Answer(test) => {
            test.cases.iter().for_each(|case| axes_tested(&case.condition, found));
        }
    }
}

fn of_every_box(axes: &[Vec<Share>], facts: &FactBox, is_so: &impl Fn(&FactBox) -> bool) -> bool {
    let Some((first, rest)) = axes.split_first() else { return is_so(facts) };
    first.iter().all(|share| {
        let mut part = facts.clone();
        share.narrow(&mut part);
        of_every_box(rest, &part, is_so)
    })
}

/// Every set of the options with each of which the rule may answer; `None` for an axis that is not counted out here.
fn sets(axis: ChoiceAxis, can_answer: &impl Fn(Share) -> bool) -> Option<Vec<Share>> {
    let mut sets: Vec<Options> = Vec::new();
    for index in axis.domain().indices() {
        let own = option(axis, index)?;
        if can_answer(Share::Options(axis, own)) {
            let with: Vec<Options> = sets.iter().map(|set| set.or(own)).collect();
            sets.extend(with.into_iter().chain([own]));
        }
    }
    Some(sets.into_iter().map(|set| Share::Options(axis, set)).collect())
}

fn option(axis: ChoiceAxis, index: u8) -> Option<Options> {
    if axis.domain() == Options::UNKNOWN {
        return Some(Options::flag(index == 1));
    }
    let code = axis.codes().get(usize::from(index))?;
    (axis.fact() == Fact::Person).then(|| Person::from_code(code))?.map(Person::only)
}

/// Every axis open.
fn everything() -> FactBox {
    let mut facts = FactBox::new();
    ChoiceAxis::all().for_each(|axis| facts.set_choice(axis, axis.domain()));
    NumberAxis::all().for_each(|axis| facts.set_number(axis, axis.range()));
    facts
}

/// Every span of neighbouring cells in each of which the rule may answer.
fn spans(axis: NumberAxis, small: &Table, can_answer: &impl Fn(Share) -> bool) -> Vec<Share> {
    let range = axis.range();
    let cuts = small.diagram().cuts().iter().filter(|(own, _)| *own == axis).map(|(_, cut)| *cut);
    let mut cells = Vec::new();
    let mut low = range.low();
    for high in cuts.chain([range.high()]) {
        cells.extend(Interval::new(low, high));
        low = Interval::just_above(high);
    }
    cells.retain(|cell| can_answer(Share::Numbers(axis, *cell)));
    let ends = |first: usize| (first..cells.len()).map(move |last| (first, last));
    let span = |(first, last): (usize, usize)| {
        Interval::new(cells[first].low(), cells[last].high()).map(|span| Share::Numbers(axis, span))
    };
    (0..cells.len()).flat_map(ends).filter_map(span).collect()
}
