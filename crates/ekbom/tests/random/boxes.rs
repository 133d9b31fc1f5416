//! Random boxes of facts for a table, and every point inside one that could make a difference.

use ekbom::fact::{B12Cause, ChoiceAxis, Fact, FactBox, NumberAxis, Options, Part as AxisPart};
use ekbom::measure::interval::Interval;

use super::Draws;
use super::point::{Coordinate, Part, PlainTable};

pub(crate) enum Axis {
    Choice(ChoiceAxis),
    Number(NumberAxis),
}

/// The axis of a coordinate.
pub(crate) fn axis(coordinate: &Coordinate) -> Axis {
    let fact = Fact::from_id(&coordinate.fact).unwrap();
    let choice = |part| Axis::Choice(fact.choice_axis(part).unwrap());
    let number = |place| Axis::Number(fact.readings().nth(place).unwrap().axis);
    match coordinate.part {
        Part::Code => choice(AxisPart::Value),
        Part::Reported => choice(AxisPart::Reported),
        Part::Band => choice(AxisPart::Band),
        Part::Unit => choice(AxisPart::Unit),
        Part::BySex => choice(AxisPart::BySex),
        Part::First => number(0),
        Part::Second => number(1),
        Part::Third => number(2),
    }
}

/// The option with this place, whatever it is called.
pub(crate) fn option(place: usize) -> Options {
    B12Cause::ALL[place].only()
}

/// The values of a coordinate within a box that a table can tell apart: the ends, each limit, and just above it.
pub(crate) fn representatives(table: &PlainTable, place: usize, inside: &FactBox) -> Vec<f64> {
    match axis(&table.coordinates[place]) {
        Axis::Choice(axis) => inside.choice(axis).indices().map(f64::from).collect(),
        Axis::Number(axis) => {
            let known = inside.number(axis);
            let limits = table.limits[place].iter().map(|bits| f64::from_bits(*bits));
            let near = limits.flat_map(|limit| [limit, next_up(limit)]);
            let mut values: Vec<f64> =
                near.chain([known.low(), known.high()]).filter(|x| known.contains(*x)).collect();
            values.sort_by(f64::total_cmp);
            values.dedup();
            values
        }
    }
}

/// The next number above a positive one.
fn next_up(x: f64) -> f64 {
    f64::from_bits(x.to_bits() + 1)
}

fn pin(inside: &mut FactBox, table: &PlainTable, place: usize, value: f64) {
    match axis(&table.coordinates[place]) {
        Axis::Choice(axis) => inside.set_choice(axis, option(value as usize)),
        Axis::Number(axis) => inside.set_number(axis, Interval::exact(value).unwrap()),
    }
}

/// A random box over what a table asks, with at most so many points to look at.
pub(crate) fn random(table: &PlainTable, draws: &mut Draws, most_points: usize) -> FactBox {
    let mut made = FactBox::new();
    // "Reported" and the bands are open at first too, so that every rule is in reach.
    let everything =
        option(0).or(option(1)).or(option(2)).or(option(3)).or(option(4)).or(option(5)).or(option(6));
    for place in 0..table.coordinates.len() {
        match axis(&table.coordinates[place]) {
            Axis::Choice(axis) => {
                made.set_choice(axis, everything);
                let all: Vec<u8> = made.choice(axis).indices().collect();
                match draws.below(3) {
                    0 => {}
                    1 => made.set_choice(axis, option(usize::from(*draws.one_of(&all)))),
                    _ => {
                        let one = option(usize::from(*draws.one_of(&all)));
                        made.set_choice(axis, one.or(option(usize::from(*draws.one_of(&all)))));
                    }
                }
            }
            Axis::Number(axis) => {
                let known = made.number(axis);
                let mut values = representatives(table, place, &made);
                let below: Vec<f64> =
                    table.limits[place].iter().map(|bits| f64::from_bits(*bits - 1)).collect();
                values.extend(below.into_iter().filter(|x| known.contains(*x)));
                let (a, b) = (*draws.one_of(&values), *draws.one_of(&values));
                match draws.below(3) {
                    0 => {}
                    1 => made.set_number(axis, Interval::exact(a).unwrap()),
                    _ => made.set_number(axis, Interval::new(a.min(b), a.max(b)).unwrap()),
                }
            }
        }
    }
    let mut turn = 0;
    while points_in(table, &made) > most_points {
        let place = (draws.below(table.coordinates.len()) + turn) % table.coordinates.len();
        turn += 1;
        let value = *draws.one_of(&representatives(table, place, &made));
        pin(&mut made, table, place, value);
    }
    made
}

/// A random box within a box.
pub(crate) fn shrunk(table: &PlainTable, outer: &FactBox, draws: &mut Draws) -> FactBox {
    let mut made = outer.clone();
    for place in 0..table.coordinates.len() {
        let values = representatives(table, place, outer);
        match (draws.below(3), axis(&table.coordinates[place])) {
            (0, _) => {}
            (1, Axis::Number(axis)) => {
                let (a, b) = (*draws.one_of(&values), *draws.one_of(&values));
                made.set_number(axis, Interval::new(a.min(b), a.max(b)).unwrap());
            }
            _ => pin(&mut made, table, place, *draws.one_of(&values)),
        }
    }
    made
}

fn points_in(table: &PlainTable, inside: &FactBox) -> usize {
    (0..table.coordinates.len())
        .map(|place| representatives(table, place, inside).len())
        .fold(1, usize::saturating_mul)
}

/// Every point of a box that a table can tell apart.
pub(crate) fn points(table: &PlainTable, inside: &FactBox) -> Vec<Vec<f64>> {
    (0..table.coordinates.len()).fold(vec![Vec::new()], |points, place| {
        let values = representatives(table, place, inside);
        points
            .into_iter()
            .flat_map(|point| values.iter().map(move |value| [point.as_slice(), &[*value]].concat()))
            .collect()
    })
}
