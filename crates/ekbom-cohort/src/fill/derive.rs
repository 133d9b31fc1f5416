//! Derived facts: transferrin saturation, eGFR, haemoglobin at sea level.

use ekbom::fact::{Fact, Options};
use ekbom::logic::engine::{Mask, Truth};

use super::{Filler, Fixed};
use crate::column::Col;
use crate::kernel::{NEAR, Values};
use crate::load::Span;
use crate::planes::{Set, everywhere, has, lanes, put};

impl Filler {
    pub(super) fn saturation(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        let Some(plan) = &fixed.plan.saturation else { return };
        let labs = &fixed.input.labs;
        let reported = self.valid(labs.iter().position(|lab| lab.analyte.id() == "tsat"));
        let iron = self.valid(Some(plan.iron)).and(reported.not());
        // Two saturations of one day: which counts for what is the core's to say.
        let any = [plan.capacity, plan.unsaturated, plan.transferrin];
        let other = any.into_iter().fold(Set::NONE, |sum, at| sum.or(self.valid(at)));
        let both = any.into_iter().flatten().count() > 1;
        let computed = self.valid(Some(plan.iron)).and(other);
        self.mark(computed.and(if both { Set::ALL } else { reported }));
        let with_capacity = iron.and(self.valid(plan.capacity));
        let with_unsaturated = iron.and(with_capacity.not()).and(self.valid(plan.unsaturated));
        let rest = iron.and(with_capacity.not()).and(with_unsaturated.not());
        // Transferrin needs its factor: rare enough for the core.
        self.mark(rest.and(self.valid(plan.transferrin)));
        let silent = Truth { yes: Set::NONE, no: Set::NONE };
        if !labs.iter().any(|lab| lab.analyte.id() == "tsat") {
            plan.limits.iter().for_each(|(_, place)| self.planes.set_cut(*place, silent));
        }
        for (other, rows, sum) in
            [(plan.capacity, with_capacity, false), (plan.unsaturated, with_unsaturated, true)]
        {
            let Some(other) = other.filter(|_| rows.any()) else { continue };
            let censored = self.censored(Some(plan.iron)).or(self.censored(Some(other)));
            self.mark(rows.and(censored));
            let rows = rows.and(censored.not());
            if !self.ratio(fixed, columns, span, plan.iron, other, sum) {
                self.mark(rows);
                continue;
            }
            let values = Values::Long(&self.third);
            let [under, most] = plan.range;
            let within = self.level.at_most(values, most).and(self.level.at_most(values, under).not());
            for (cut, place) in &plan.limits {
                let yes = self.level.at_most(values, *cut);
                let truth = Truth { yes: yes.and(rows), no: yes.not().and(rows) };
                self.planes.add_cut(*place, truth);
            }
            self.mark(rows.and(within.not()));
        }
    }

    /// Rows in which iron or blood was given go the core's own way: what iron studies say of them is another matter.
    pub(super) fn given(&mut self, fixed: &Fixed) {
        let columns = fixed.plan.given.iter().fold(Set::NONE, |sum, at| sum.or(self.valid(Some(*at))));
        let product = fixed.input.codes.iter().any(|(fact, _)| *fact == Fact::IvIronProduct);
        let stated = [Fact::IvIronDaysAgo, Fact::TransfusionDaysAgo, Fact::IvIronProduct];
        let constant = stated.iter().any(|fact| fixed.plan.base.is_touched(*fact));
        self.mark(if product || constant { Set::ALL } else { columns });
    }

    /// Iron and what it is compared with, in one unit, into the third buffer.
    fn ratio(
        &mut self,
        fixed: &Fixed,
        columns: &[Col<'_>],
        span: Span,
        iron: usize,
        other: usize,
        sum: bool,
    ) -> bool {
        use ekbom::measure::unit::Unit;
        let labs = &fixed.input.labs;
        let (Some(x), Some(y)) = (labs.get(iron), labs.get(other)) else { return false };
        let alike = y.analyte.scale(y.unit) == y.analyte.scale(x.unit) && y.analyte.scale(x.unit).is_some();
        for (input, at, first) in [(x, iron, true), (y, other, false)] {
            let (Some(loaded), Some(column)) = (self.loaded.get(at), columns.get(input.slot)) else {
                return false;
            };
            let values = loaded.values(column, span);
            let to = if first { &mut self.one } else { &mut self.other };
            if alike {
                match values {
                    Values::Long(values) => to.copy_from_slice(values),
                    Values::Short(values) => {
                        to.iter_mut().zip(values).for_each(|(to, from)| *to = f64::from(*from));
                    }
                }
            } else {
                for (lane, to) in to.iter_mut().enumerate() {
                    let converted = input.analyte.convert(values.get(lane), input.unit, Unit::UgPerDl);
                    *to = converted.unwrap_or(f64::NAN);
                }
            }
        }
        self.level.saturation(&self.one, &self.other, sum, &mut self.third);
        true
    }

    pub(super) fn egfr(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        let Some(plan) = &fixed.plan.egfr else { return };
        let at = fixed.input.labs.iter().position(|lab| lab.analyte.id() == "egfr");
        let silent = Truth { yes: Set::NONE, no: Set::NONE };
        plan.limits.iter().flatten().for_each(|(_, place)| self.planes.set_cut(*place, silent));
        let creatinine = self.valid(Some(plan.creatinine)).and(self.valid(at).not());
        let level = self.level;
        let (aged, grown) = match (fixed.plan.age, fixed.plan.known.age) {
            (Some(age), _) => {
                let Some((loaded, column)) = self
                    .loaded
                    .get(age)
                    .zip(fixed.plan.amounts.get(age).and_then(|own| columns.get(own.slot)))
                else {
                    return;
                };
                (loaded.valid, level.at_least(loaded.values(column, span), plan.youngest))
            }
            (None, Some(age)) => (Set::ALL, everywhere(age >= plan.youngest)),
            (None, None) => (Set::NONE, Set::NONE),
        };
        let dialysed = self.said(fixed, Fact::Dialysis, 1).or(everywhere(
            fixed.plan.base_is(Fact::Dialysis, Options::YES)
                && !fixed.input.codes.iter().any(|(fact, _)| *fact == Fact::Dialysis),
        ));
        let rows = creatinine.and(aged).and(grown).and(dialysed.not());
        let rare = self.censored(Some(plan.creatinine)).or(self.valid(plan.cystatin));
        self.mark(rows.and(rare));
        let rows = rows.and(rare.not());
        let (Some(loaded), Some(column)) = (
            self.loaded.get(plan.creatinine),
            fixed.input.labs.get(plan.creatinine).and_then(|lab| columns.get(lab.slot)),
        ) else {
            return;
        };
        let values = loaded.values(column, span);
        let ages = match fixed.plan.age.and_then(|at| {
            let own = fixed.plan.amounts.get(at)?;
            Some(self.loaded.get(at)?.values(columns.get(own.slot)?, span))
        }) {
            Some(ages) => ages,
            None => Values::Long(&self.ages),
        };
        let [one, other] = &mut self.lines;
        level.lines(values, ages, plan.shift, plan.lines, [one, other]);
        let [everybody, each_sex, ..] = plan.by_sex;
        self.planes.set_option(everybody, rows.not());
        self.planes.set_option(each_sex, rows);
        let [men, women] = self.sexes;
        let mut near = Set::NONE;
        for (sex, (buffer, limits)) in self.lines.iter().zip(&plan.limits).enumerate() {
            let can = if sex == 0 { women } else { men };
            let rows = rows.and(can);
            if !rows.any() {
                continue;
            }
            let values = Values::Short(buffer);
            near = near.or(rows.and(level.at_most(values, plan.most - NEAR).not()));
            for (cut, place) in limits {
                let surely = level.at_most(values, cut - NEAR);
                let perhaps = level.at_most(values, cut + NEAR);
                near = near.or(rows.and(perhaps).and(surely.not()));
                let truth = Truth { yes: surely.and(rows), no: perhaps.not().and(rows) };
                self.planes.add_cut(*place, truth);
            }
        }
        self.mark(near);
    }

    /// Haemoglobin as it would be at sea level.
    pub(super) fn adjusted(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        use ekbom::measure::formula::haemoglobin::at_sea_level_g_l;
        use ekbom::measure::unit::Unit;
        let Some((at, limits)) = &fixed.plan.adjusted else { return };
        let (Some(loaded), Some(input)) = (self.loaded.get(*at), fixed.input.labs.get(*at)) else { return };
        let Some(column) = columns.get(input.slot) else { return };
        let values = loaded.values(column, span);
        let high = fixed.plan.elevation.and_then(|at| {
            let plan = fixed.plan.amounts.get(at)?;
            let own = self.loaded.get(at)?;
            Some((own, own.values(columns.get(plan.slot)?, span)))
        });
        let (mut rows, mut slow) = (Set::NONE, Set::NONE);
        for lane in lanes(loaded.valid) {
            let metres = match &high {
                Some((own, values)) => has(&own.valid, lane).then(|| values.get(lane)),
                None => fixed.plan.known.elevation,
            };
            let Some(metres) = metres else { continue };
            let measured = input.analyte.convert(values.get(lane), input.unit, Unit::GPerL);
            let value = at_sea_level_g_l(measured.unwrap_or(f64::NAN), metres.max(0.0));
            if has(&loaded.censored, lane) || !(value > 0.0 && value.is_finite()) {
                put(&mut slow, lane, true);
            } else if let Some(to) = self.one.get_mut(lane) {
                *to = value;
                put(&mut rows, lane, true);
            }
        }
        let values = Values::Long(&self.one);
        for (cut, place) in limits {
            let yes = self.level.at_most(values, *cut);
            let Some(now) = self.planes.cuts.get(*place).copied() else { continue };
            let truth = Truth {
                yes: now.yes.and(rows.not()).or(yes.and(rows)),
                no: now.no.and(rows.not()).or(yes.not().and(rows)),
            };
            self.planes.set_cut(*place, truth);
        }
        self.mark(slow);
    }
}
