//! What the list of medicines says.

use ekbom::assess::intake::FROM_MEDICINES;
use ekbom::fact::medicine::{Medicine, no_bearing};
use ekbom::fact::{Fact, Group, Options};
use ekbom::logic::engine::Mask;
use ekbom::patient::CompleteGroup;

use super::{Filler, Fixed, MOST_REMEMBERED, MOST_REMEMBERED_CHARS, Said};
use crate::column::Col;
use crate::input::Input;
use crate::load::Span;
use crate::planes::{Set, everywhere, put};

/// Does the history speak of it too? Then a complete list does not deny it.
pub(crate) fn of_history(fact: Fact) -> bool {
    fact.info().group != Group::Medicines
}

impl Filler {
    pub(super) fn medicines(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        // Constant medicines can imply what a column denies.
        for (at, (_, fact)) in
            FROM_MEDICINES.into_iter().enumerate().filter(|(_, (_, fact))| of_history(*fact))
        {
            if fixed.plan.base_is(fact, Options::YES) && fixed.input.codes.iter().any(|(own, _)| *own == fact)
            {
                self.imply(fixed, at, Set::ALL);
            }
        }
        let Some(input) = &fixed.input.medicines else { return };
        if input.slot >= columns.len() {
            return;
        }
        let mut sets = [Set::NONE; FROM_MEDICINES.len()];
        let (mut unknown, mut silent) = (Set::NONE, Set::NONE);
        for lane in 0..span.len {
            let said = self.list(&fixed.input, columns, span.start + lane);
            for (bit, set) in sets.iter_mut().enumerate() {
                put(set, lane, said.bits >> bit & 1 == 1);
            }
            put(&mut unknown, lane, said.unknown);
            put(&mut silent, lane, said.silent);
        }
        // Unknown names are refused, or leave the list open: the core knows which.
        self.mark(unknown);
        let whole = everywhere(fixed.input.complete.contains(&CompleteGroup::Medicines)).and(silent.not());
        for (at, rows) in sets.into_iter().enumerate() {
            let Some((fact, [no, yes, ..])) = fixed.plan.medicine_options.get(at) else { continue };
            if of_history(*fact) {
                self.imply(fixed, at, rows);
            } else {
                self.planes.set_option(*no, rows.not());
                self.planes.set_option(*yes, rows.or(whole.not()));
            }
        }
    }

    /// A product in the list says what the history may have left out, and must not deny.
    fn imply(&mut self, fixed: &Fixed, at: usize, rows: Set) {
        let Some((fact, [no, yes, ..])) = fixed.plan.medicine_options.get(at) else { return };
        let denied =
            self.said(fixed, *fact, 0).or(everywhere(fixed.plan.known.denied.contains(&Some(*fact))));
        self.mark(denied.and(rows));
        for (place, own) in [(no, false), (yes, true)] {
            let mapped = fixed.input.codes.iter().any(|(own, _)| own == fact);
            let Some(place) = *place else { continue };
            let planes = if mapped { &self.planes } else { &fixed.base };
            let now = planes.options.get(place).copied().unwrap_or(Set::ALL);
            self.planes.set_option(Some(place), if own { now.or(rows) } else { now.and(rows.not()) });
        }
    }

    fn list(&mut self, input: &Input, columns: &[Col<'_>], row: usize) -> Said {
        let Some(names) = input.medicine_names(columns, row) else {
            return Said { bits: 0, unknown: false, silent: true };
        };
        if names.is_empty() {
            return Said { bits: 0, unknown: false, silent: false };
        }
        let key = names.join("\u{1f}");
        if let Some(said) = self.medicines.get(&key) {
            return *said;
        }
        let found: Vec<Option<Medicine>> = names.iter().map(|name| Medicine::find(name)).collect();
        let bits = FROM_MEDICINES.into_iter().enumerate().fold(0, |bits, (at, (class, _))| {
            bits | u8::from(found.iter().flatten().any(|medicine| medicine.is(class))) << at
        });
        let known = |name: &str, found: &Option<Medicine>| found.is_some() || no_bearing(name).is_some();
        let unknown = names.iter().zip(&found).any(|(name, found)| !known(name, found));
        let said = Said { bits, unknown, silent: false };
        if self.medicines.len() < MOST_REMEMBERED && key.len() <= MOST_REMEMBERED_CHARS {
            self.medicines.insert(key, said);
        }
        said
    }
}
