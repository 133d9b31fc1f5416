//! The axes that conditions ask, in the order in which their diagram asks them, each cut into cells.

use alloc::vec::Vec;

use super::diagram::Axis;
use crate::fact::{ChoiceAxis, Fact, FactBox, Group, NumberAxis, Options};
use crate::logic::condition::Expression;
use crate::measure::interval::Interval;

/// Axes in order, with the limits and options that tell cells apart.
pub(super) struct Axes {
    pub(super) order: Vec<Axis>,
    pub(super) cuts: Vec<(NumberAxis, f64)>,
    pub(super) options: Vec<(ChoiceAxis, u8)>,
    /// For each axis in order: the places of its options or cuts.
    places: Vec<(usize, usize)>,
    /// For each axis by its index, its place in the order.
    ranks: (Vec<Option<u16>>, Vec<Option<u16>>),
}

/// Every option of an axis, in order.
pub(super) fn options_of(axis: ChoiceAxis) -> impl Iterator<Item = (ChoiceAxis, u8)> {
    axis.domain().indices().map(move |option| (axis, option))
}

impl Axes {
    pub(super) fn of(conditions: &[&Expression]) -> Self {
        let mut facts: Vec<Fact> = Vec::new();
        let mut cuts: Vec<(NumberAxis, f64)> = Vec::new();
        for condition in conditions {
            facts.extend(condition.facts());
            cuts.extend(condition.number_cuts());
        }
        // All axes of a fact stand together, which `needs` relies on. Who somebody is and what was measured comes first: few
        // outcomes of those matter to what is asked of symptoms and history after them, so that a large table stays small. Else
        // facts stand in the order in which rules ask them.
        facts.sort_by_key(|fact| !matches!(fact.info().group, Group::Person | Group::Laboratory));
        // A limit beyond all that an axis can be cuts nothing off.
        cuts.retain(|(axis, at)| axis.range().contains(*at) && *at < axis.range().high());
        cuts.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        cuts.dedup();
        let mut made = Self {
            order: Vec::new(),
            cuts,
            options: Vec::new(),
            places: Vec::new(),
            ranks: (alloc::vec![None; ChoiceAxis::COUNT], alloc::vec![None; NumberAxis::COUNT]),
        };
        let mut seen = [false; Fact::ALL.len()];
        for fact in facts {
            let Some(seen) = seen.get_mut(fact as usize) else { continue };
            if core::mem::replace(seen, true) {
                continue;
            }
            fact.choice_axes().for_each(|axis| made.add_choice(axis));
            fact.readings().for_each(|reading| made.add_number(reading.axis));
        }
        made
    }

    fn add_choice(&mut self, axis: ChoiceAxis) {
        let first = self.options.len();
        self.options.extend(options_of(axis));
        if let Some(rank) = self.ranks.0.get_mut(axis.index()) {
            *rank = Some(self.order.len() as u16);
        }
        self.order.push(Axis::Choice(axis));
        self.places.push((first, self.options.len()));
    }

    fn add_number(&mut self, axis: NumberAxis) {
        let first = self.cuts.partition_point(|(own, _)| *own < axis);
        let last = self.cuts.partition_point(|(own, _)| *own <= axis);
        if let Some(rank) = self.ranks.1.get_mut(axis.index()) {
            *rank = Some(self.order.len() as u16);
        }
        self.order.push(Axis::Number(axis));
        self.places.push((first, last));
    }

    /// The place of an axis in the order.
    pub(super) fn rank(&self, axis: Axis) -> Option<u16> {
        match axis {
            Axis::Choice(axis) => self.ranks.0.get(axis.index()).copied().flatten(),
            Axis::Number(axis) => self.ranks.1.get(axis.index()).copied().flatten(),
        }
    }

    /// The axis at a place in the order, with the places of its options or cuts.
    pub(super) fn at(&self, rank: u16) -> Option<(Axis, core::ops::Range<usize>)> {
        let (first, last) = self.places.get(usize::from(rank)).copied()?;
        Some((self.order.get(usize::from(rank)).copied()?, first..last))
    }

    /// A box narrowed to each cell of an axis in turn.
    pub(super) fn cells(&self, rank: u16, inside: &FactBox) -> Vec<FactBox> {
        let Some((axis, places)) = self.at(rank) else { return Vec::new() };
        match axis {
            Axis::Choice(axis) => {
                let options = self.options.get(places).unwrap_or_default();
                let narrowed = |option: u8| {
                    let mut cell = inside.clone();
                    cell.set_choice(axis, Options(1 << option));
                    cell
                };
                options.iter().map(|(_, option)| narrowed(*option)).collect()
            }
            Axis::Number(axis) => {
                let cuts = self.cuts.get(places).unwrap_or_default();
                let mut low = axis.range().low();
                let ends = cuts.iter().map(|(_, at)| *at).chain([axis.range().high()]);
                let cells = ends.filter_map(|high| {
                    let mut cell = inside.clone();
                    cell.set_number(axis, Interval::new(low, high)?);
                    low = Interval::just_above(high);
                    Some(cell)
                });
                cells.collect()
            }
        }
    }
}
