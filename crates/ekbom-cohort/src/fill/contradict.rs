//! Rows in which one column may contradict another: the core weighs them, and refuses what is one.

use ekbom::fact::{Fact, Options};
use ekbom::logic::engine::Mask;
use ekbom::measure::analyte::Analyte;
use ekbom::measure::formula::haemoglobin::fits_haematocrit;
use ekbom::measure::formula::iron::in_one_family;
use ekbom::measure::unit::Unit;
use ekbom::patient::PARTNERS;

use super::{Filler, Fixed};
use crate::column::Col;
use crate::input::LabInput;
use crate::load::Span;
use crate::planes::{Set, everywhere, has, lanes, put};

/// What cannot have begun before the patient's life did, and how much of its unit is a year.
const BEGUN: [(Fact, f64); 2] = [(Fact::OnsetAgeYears, 1.0), (Fact::DurationMonths, 12.0)];

/// The core rounds before it compares: a little more goes to it.
const MARGIN: f64 = 1.001;

/// Of whom a menopause cannot be said, where sex, sex for reference limits, pregnancy and trimester are constants.
pub(super) fn not_after([sex, reference, pregnant, trimester]: [Option<u8>; 4]) -> Set {
    let male = sex == Some(1) && reference.is_none();
    everywhere(male || pregnant == Some(1) || trimester.is_some())
}

impl Filler {
    pub(super) fn contradictions(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        let after = everywhere(fixed.plan.base_is(Fact::Postmenopausal, Options::YES));
        let after = after.or(self.said(fixed, Fact::Postmenopausal, 1));
        self.mark(after.and(self.not_after));
        for (fact, a_year) in BEGUN {
            self.begun(fixed, columns, span, fact, a_year);
        }
        self.implying(fixed, span);
        self.partners(fixed, columns, span);
        self.thousands(fixed, columns, span);
    }

    /// Marks the rows with a number that may have lost its thousands: no limit of a plane tells them from others.
    fn thousands(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        for (at, lab) in fixed.input.labs.iter().enumerate() {
            let (Some(column), Some(loaded)) = (columns.get(lab.slot), self.loaded.get(at)) else { continue };
            if lab.analyte.in_thousands(1.234).is_none() {
                continue;
            }
            let values = loaded.values(column, span);
            let mut doubtful = Set::NONE;
            for lane in lanes(loaded.valid) {
                if lab.analyte.in_thousands(values.get(lane)).is_some() {
                    put(&mut doubtful, lane, true);
                }
            }
            self.mark(doubtful);
        }
    }

    /// Marks the rows in which two results may not go together: the core weighs them, and knows whether they were
    /// confirmed.
    fn partners(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        for &(one, other) in PARTNERS {
            let place = |analyte| fixed.input.labs.iter().position(|own| own.analyte == analyte);
            let Some((at, beside)) = place(one).zip(place(other)) else { continue };
            let (Some(lab), Some(partner)) = (fixed.input.labs.get(at), fixed.input.labs.get(beside)) else {
                continue;
            };
            let both = self.valid(Some(at)).and(self.valid(Some(beside)));
            if one == Analyte::Iron {
                if !in_one_family(lab.unit, partner.unit) {
                    self.mark(both);
                }
                continue;
            }
            let value = |input: &LabInput, at: usize, lane: usize, to: Unit| {
                let column = columns.get(input.slot)?;
                let value = self.loaded.get(at)?.values(column, span).get(lane);
                input.analyte.convert(value, input.unit, to)
            };
            let mut doubtful = Set::NONE;
            for lane in lanes(both) {
                let doubt = match one {
                    Analyte::Haemoglobin => value(lab, at, lane, Unit::GPerL)
                        .zip(value(partner, beside, lane, Unit::Percent))
                        .is_none_or(|(haemoglobin, haematocrit)| !fits_haematocrit(haemoglobin, haematocrit)),
                    Analyte::B12Total => value(lab, at, lane, Unit::PmolPerL)
                        .zip(value(partner, beside, lane, Unit::PmolPerL))
                        .is_none_or(|(total, active)| total < active * MARGIN),
                    Analyte::Uibc => value(lab, at, lane, Unit::UgPerDl)
                        .zip(value(partner, beside, lane, Unit::UgPerDl))
                        .is_none_or(|(unbound, whole)| unbound * MARGIN > whole),
                    Analyte::CalciumIonised => value(lab, at, lane, Unit::MmolPerL)
                        .zip(value(partner, beside, lane, Unit::MmolPerL))
                        .is_none_or(|(ionised, whole)| ionised * MARGIN > whole),
                    // A reported eGFR beside creatinine, where age and sex decide; and whatever the core asks besides.
                    _ => true,
                };
                if doubt {
                    put(&mut doubtful, lane, true);
                }
            }
            self.mark(doubtful);
        }
    }

    /// Marks the rows in which something was said of which the core draws another fact: the reflexes of the plantars, the
    /// mimics as a whole, the trimester of the week.
    fn implying(&mut self, fixed: &Fixed, span: Span) {
        let mut said = Set::NONE;
        for ((fact, _), codes) in fixed.input.codes.iter().zip(&self.codes) {
            if *fact == Fact::ExtensorPlantars || Fact::MIMICS.contains(fact) {
                said = codes.rows.iter().fold(said, |sum, rows| sum.or(*rows));
            }
        }
        let numbers = fixed.plan.amounts.len() - fixed.input.numbers.len();
        let weeks = fixed.input.numbers.iter().position(|(own, _)| *own == Fact::GestationalWeeks);
        said = said.or(self.valid(weeks.map(|at| numbers + at)));
        let constant = Fact::GestationalWeeks.readings().next();
        if constant.is_some_and(|own| fixed.plan.base.number(own.axis).value().is_some()) {
            said = span.live();
        }
        self.mark(said);
    }

    /// Marks the rows in which it may be longer ago than the patient's age.
    fn begun(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span, fact: Fact, a_year: f64) {
        let plan = &fixed.plan;
        let numbers = plan.amounts.len() - fixed.input.numbers.len();
        let at = fixed.input.numbers.iter().position(|(own, _)| *own == fact).map(|at| numbers + at);
        let constant = fact.readings().next().and_then(|own| plan.base.number(own.axis).value());
        if at.is_none() && constant.is_none() {
            return;
        }
        let said = |at: Option<usize>, lane: usize| {
            let (loaded, amount) = (self.loaded.get(at?)?, plan.amounts.get(at?)?);
            let column = columns.get(amount.slot)?;
            has(&loaded.valid, lane).then(|| loaded.values(column, span).get(lane))
        };
        let rows = if constant.is_some() { span.live() } else { self.valid(at) };
        let mut doubtful = Set::NONE;
        for lane in lanes(rows) {
            let value = said(at, lane).or(constant);
            let age = said(plan.age, lane).or(plan.known.age);
            if value.zip(age).is_some_and(|(value, age)| value >= age * a_year) {
                put(&mut doubtful, lane, true);
            }
        }
        self.mark(doubtful);
    }
}
