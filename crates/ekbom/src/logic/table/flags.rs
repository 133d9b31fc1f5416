//! The flags of a table's answer: those of which it is certain, whichever rule applies.

use alloc::vec::Vec;

use super::{Scratch, Table};
use crate::fact::FactBox;
use crate::source::Text;

impl Table {
    /// The codes of the flags that every rule still possible raises. A rule raises a flag when its condition holds for
    /// everybody who fits what is known and whom that rule answers; with [`RuleFlag::unless`](super::RuleFlag::unless)
    /// where it does not.
    ///
    /// ```
    /// use ekbom::Knowledge;
    /// use ekbom::fact::{Fact, FactBox, Options};
    /// use ekbom::measure::interval::Interval;
    /// use ekbom::logic::engine::Scratch;
    ///
    /// let knowledge = Knowledge::builtin();
    /// let table = knowledge.table("iron.therapy", "mayo-2021").unwrap();
    /// let mut facts = FactBox::new();
    /// facts.set_value(Fact::AgeYears, Interval::exact(58.0).unwrap());
    /// facts.set_value(Fact::Tsat, Interval::exact(30.0).unwrap());
    /// facts.set_value(Fact::Ferritin, Interval::exact(100.0).unwrap());
    /// assert_eq!(table.flags(&facts, &mut Scratch::new()), ["boundary_inconsistent"]);
    /// ```
    pub fn flags(&self, facts: &FactBox, scratch: &mut Scratch<bool>) -> Vec<Text> {
        let fired = self.possible_rules(facts, scratch);
        let possible: Vec<usize> =
            fired.iter().enumerate().filter(|(_, fired)| **fired).map(|(rule, _)| rule).collect();
        let Some(first) = possible.first() else { return Vec::new() };
        let mut codes: Vec<Text> = Vec::new();
        for flag in self.rules.get(*first).into_iter().flat_map(|rule| &rule.flags) {
            let code = flag.code.as_ref();
            if !codes.iter().any(|own| own == code)
                && possible.iter().all(|rule| self.raises(*rule, &possible, code, facts, scratch))
            {
                codes.push((&flag.code).into());
            }
        }
        codes
    }

    /// Does this rule, one of those possible, raise a flag of this code?
    fn raises(
        &self,
        rule: usize,
        possible: &[usize],
        code: &str,
        facts: &FactBox,
        scratch: &mut Scratch<bool>,
    ) -> bool {
        let own = self.rules.get(rule).into_iter().flat_map(|rule| &rule.flags);
        let conditions = self.flags.get(rule).into_iter().flatten();
        own.zip(conditions).filter(|(flag, _)| flag.code == code).any(|(flag, condition)| {
            let truth = condition.truth(facts, scratch);
            // What is neither so of everybody nor of nobody may still be so of all whom this rule answers.
            let is_open = truth.known().is_none() && possible.len() > 1;
            let certain = truth.yes
                || is_open && condition.where_missed(facts, |part| !self.may_answer(rule, part, scratch));
            certain != flag.unless
        })
    }

    /// Is somebody in the box answered by this rule?
    fn may_answer(&self, rule: usize, facts: &FactBox, scratch: &mut Scratch<bool>) -> bool {
        self.diagram().run(facts, true, scratch).get(rule).copied().unwrap_or_default()
    }
}
