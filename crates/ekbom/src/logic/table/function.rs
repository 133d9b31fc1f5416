//! Functions of a patient, as shared, ordered decision diagrams; and how two of them are combined.
//!
//! Every axis is cut into **cells**: the options of a choice, the stretches between two limits of a number. A function
//! says one value for each way of choosing a cell on every axis. It is either the same value everywhere, or it splits
//! at the first axis on which it depends, with one function for each cell. Equal functions are one, so that
//! two are compared by comparing their places, and what was combined once is not combined again.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::rc::Rc;
use alloc::vec::Vec;

use super::compile::CompileError;

/// A function: one value for everybody, or the place of a split.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Function {
    Value(u16),
    Split(u32),
}

/// The first axis on which a function depends, by its place in the order, and what it is in each cell.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Split {
    pub(super) rank: u16,
    pub(super) cells: Rc<[Function]>,
}

/// All functions made so far.
pub(super) struct Functions {
    splits: Vec<Split>,
    places: BTreeMap<Split, u32>,
    /// How many cells may still be looked at.
    pub(super) left: u64,
}

/// What was found of pairs of functions under one way of combining them.
pub(super) type Found = BTreeMap<(Function, Function), Function>;

/// A way of combining the values of two functions.
pub(super) trait Combine {
    /// The value of both together.
    fn values(&mut self, one: u16, other: u16) -> u16;
    /// The whole result where one of the two settles it.
    fn settled(&self, one: Function, other: Function) -> Option<Function>;
}

impl Functions {
    pub(super) const fn new(left: u64) -> Self {
        Self { splits: Vec::new(), places: BTreeMap::new(), left }
    }

    /// The split at a place.
    pub(super) fn split(&self, place: u32) -> Option<&Split> {
        self.splits.get(place as usize)
    }

    /// The function that is `cells` on the axis of this rank. It depends on that axis only where the cells differ.
    pub(super) fn of_cells(&mut self, rank: u16, cells: Vec<Function>) -> Result<Function, CompileError> {
        let first = cells.first().copied().unwrap_or(Function::Value(0));
        self.left = self.left.checked_sub(cells.len() as u64).ok_or(CompileError::TooMuchWork)?;
        if cells.iter().all(|cell| *cell == first) {
            return Ok(first);
        }
        let split = Split { rank, cells: Rc::from(cells) };
        if let Some(place) = self.places.get(&split) {
            return Ok(Function::Split(*place));
        }
        let place = u32::try_from(self.splits.len()).map_err(|_| CompileError::TooMuchWork)?;
        self.splits.push(split.clone());
        self.places.insert(split, place);
        Ok(Function::Split(place))
    }

    /// Combines two functions, patient by patient.
    pub(super) fn combine(
        &mut self,
        one: Function,
        other: Function,
        how: &mut impl Combine,
        found: &mut Found,
    ) -> Result<Function, CompileError> {
        if let Some(settled) = how.settled(one, other) {
            return Ok(settled);
        }
        if let (Function::Value(one), Function::Value(other)) = (one, other) {
            return Ok(Function::Value(how.values(one, other)));
        }
        if let Some(&known) = found.get(&(one, other)) {
            return Ok(known);
        }
        let (a, b) = (self.opened(one), self.opened(other));
        let rank =
            a.as_ref().map_or(u16::MAX, |own| own.rank).min(b.as_ref().map_or(u16::MAX, |own| own.rank));
        let here = |own: &Option<Split>| {
            own.as_ref().filter(|own| own.rank == rank).map(|own| Rc::clone(&own.cells))
        };
        let (a, b) = (here(&a), here(&b));
        let count = a.as_ref().or(b.as_ref()).map_or(0, |cells| cells.len());
        let mut cells = Vec::with_capacity(count);
        for cell in 0..count {
            // A function that does not depend on this axis is the same in every cell.
            let of = |own: &Option<Rc<[Function]>>, whole| {
                own.as_ref().map_or(Some(whole), |own| own.get(cell).copied())
            };
            let (Some(one), Some(other)) = (of(&a, one), of(&b, other)) else { continue };
            cells.push(self.combine(one, other, how, found)?);
        }
        let made = self.of_cells(rank, cells)?;
        found.insert((one, other), made);
        Ok(made)
    }

    /// The function whose value is that of another, put through `change`.
    pub(super) fn map(
        &mut self,
        function: Function,
        change: &impl Fn(u16) -> u16,
        found: &mut BTreeMap<Function, Function>,
    ) -> Result<Function, CompileError> {
        let Function::Split(_) = function else {
            let Function::Value(value) = function else { return Ok(function) };
            return Ok(Function::Value(change(value)));
        };
        if let Some(&known) = found.get(&function) {
            return Ok(known);
        }
        let Some(Split { rank, cells }) = self.opened(function) else { return Ok(function) };
        let cells = cells.iter().map(|cell| self.map(*cell, change, found)).collect::<Result<_, _>>()?;
        let made = self.of_cells(rank, cells)?;
        found.insert(function, made);
        Ok(made)
    }

    /// Every value that a function has somewhere.
    pub(super) fn values(&self, function: Function) -> BTreeSet<u16> {
        let (mut values, mut seen, mut next) = (BTreeSet::new(), BTreeSet::new(), alloc::vec![function]);
        while let Some(function) = next.pop() {
            match function {
                Function::Value(value) => {
                    values.insert(value);
                }
                Function::Split(place) if seen.insert(place) => {
                    next.extend(self.split(place).into_iter().flat_map(|own| own.cells.iter().copied()));
                }
                Function::Split(_) => {}
            }
        }
        values
    }

    /// Takes an axis out of a function: what it can be in any of the cells that `allowed`, whose values are sets of cells,
    /// leaves on the axis of this rank. No axis that `function` asks comes after it.
    pub(super) fn without(
        &mut self,
        (rank, allowed): (u16, Function),
        function: Function,
        either: &mut impl FnMut(u16, u16) -> u16,
        found: &mut Found,
    ) -> Result<Function, CompileError> {
        let Some(split) = self.opened(function) else { return Ok(function) };
        if let Some(&known) = found.get(&(allowed, function)) {
            return Ok(known);
        }
        let made = match (allowed, self.opened(allowed)) {
            (Function::Value(allowed), _) if split.rank == rank => {
                let cells = split.cells.iter().enumerate().filter(|(cell, _)| allowed >> cell & 1 == 1);
                let values = cells.filter_map(|(_, own)| match own {
                    Function::Value(value) => Some(*value),
                    Function::Split(_) => None,
                });
                let Some(sum) = values.reduce(either) else { return Err(CompileError::NotExhaustive) };
                Function::Value(sum)
            }
            (_, asked) => {
                let first = asked.as_ref().map_or(split.rank, |own| own.rank.min(split.rank));
                let asked = asked.filter(|own| own.rank == first);
                let count = asked.as_ref().map_or(split.cells.len(), |own| own.cells.len());
                let mut cells = Vec::with_capacity(count);
                for cell in 0..count {
                    let at = |own: &Split| own.cells.get(cell).copied();
                    let allowed = asked.as_ref().map_or(Some(allowed), at);
                    let own = if split.rank == first { at(&split) } else { Some(function) };
                    let (Some(allowed), Some(own)) = (allowed, own) else { continue };
                    cells.push(self.without((rank, allowed), own, either, found)?);
                }
                self.of_cells(first, cells)?
            }
        };
        found.insert((allowed, function), made);
        Ok(made)
    }

    fn opened(&self, function: Function) -> Option<Split> {
        match function {
            Function::Value(_) => None,
            Function::Split(place) => self.split(place).cloned(),
        }
    }
}
