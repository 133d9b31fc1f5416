//! What tells conditions apart: two that are written alike have one fingerprint, whatever process asks.

use crate::fact::{ChoiceAxis, Fact, NumberAxis};
use crate::logic::condition::Expression;

/// Not meant to resist forgery: who may write the rules of a process may as well write what they say.
struct Fingerprint(u64);

impl Fingerprint {
    /// Takes in a word, as the hasher of rustc does: one rotation, one multiplication.
    const fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    /// A length, a place or a number of a kind, with what it is.
    const fn tagged(&mut self, tag: u8, value: u64) {
        self.word(value << 8 | tag as u64);
    }

    fn expression(&mut self, expression: &Expression) {
        match expression {
            Expression::Always => self.tagged(1, 0),
            Expression::Option(test) => {
                let options = u64::from(test.options.0);
                self.tagged(2, (test.axis.index() as u64) << 32 | options);
            }
            Expression::Number(test) => {
                self.tagged(3, (test.fact as u64) << 1 | u64::from(test.holds_above()));
                for cut in test.cuts() {
                    self.tagged(4, cut.reading.axis.index() as u64);
                    for selector in cut.reading.when.iter() {
                        let options = u64::from(selector.options.0);
                        self.tagged(5, (selector.axis.index() as u64) << 32 | options);
                    }
                    self.word(cut.at.to_bits());
                }
            }
            Expression::All(items) => self.all_of(6, items),
            Expression::Any(items) => self.all_of(7, items),
            Expression::Not(item) => {
                self.tagged(8, 1);
                self.expression(item);
            }
            Expression::Answer(test) => {
                self.tagged(9, u64::from(test.set.bits()));
                self.tagged(10, test.cases.len() as u64);
                for case in test.cases.iter() {
                    self.word(u64::from(case.answers.bits()));
                    self.expression(&case.condition);
                }
            }
        }
    }

    fn all_of(&mut self, tag: u8, items: &[Expression]) {
        self.tagged(tag, items.len() as u64);
        items.iter().for_each(|item| self.expression(item));
    }
}

/// Of conditions of which the first that holds is taken.
pub(super) fn of(conditions: &[&Expression]) -> u64 {
    let mut fingerprint = Fingerprint(0);
    fingerprint.tagged(11, conditions.len() as u64);
    conditions.iter().for_each(|condition| fingerprint.expression(condition));
    fingerprint.0
}

/// Of the catalogue that gives axes their numbers, their options and their ranges, and facts their order.
pub(super) fn of_catalogue() -> u64 {
    let mut fingerprint = Fingerprint(0);
    for axis in ChoiceAxis::all() {
        fingerprint.tagged(1, (axis.fact() as u64) << 32 | u64::from(axis.domain().0));
    }
    for axis in NumberAxis::all() {
        fingerprint.tagged(2, axis.fact() as u64);
        fingerprint.word(axis.range().low().to_bits());
        fingerprint.word(axis.range().high().to_bits());
    }
    for fact in Fact::ALL {
        fingerprint.tagged(3, fact.info().group as u64);
        fact.info().id.bytes().for_each(|byte| fingerprint.word(u64::from(byte)));
        // Which reading of a number counts when.
        for reading in fact.readings() {
            fingerprint.tagged(4, reading.axis.index() as u64);
            for selector in reading.when.iter() {
                let options = u64::from(selector.options.0);
                fingerprint.tagged(5, (selector.axis.index() as u64) << 32 | options);
            }
        }
    }
    fingerprint.0
}
