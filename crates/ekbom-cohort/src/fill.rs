//! A block of rows becomes comparison planes: the lanes' own intake.
//!
//! Whatever is not ordinary (an unlikely value, a bound that enters a derived fact, a value next to a limit that
//! rounding could move) is only marked here; the core then reads that row by itself.

use std::collections::HashMap;

use ekbom::condition::{Mask, Truth};
use ekbom::fact::{Fact, Options, Person};
use ekbom::medicine::{Medicine, MedicineClass};
use ekbom::patient::CompleteGroup;

use crate::column::Col;
use crate::input::{ConfirmedInput, Input, LabInput, LimitInput};
use crate::kernel::Level;
use crate::load::{Codes, Loaded, Span};
use crate::plan::{AmountPlan, LabPlan, Plan};
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

/// What the medicines of a row say: a bit for each of [`crate::plan::MEDICINE_FACTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    bits: u8,
    /// A name that the catalogue does not know.
    unknown: bool,
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
    fourth: Box<[f64; LANES]>,
    /// The planes of the persons that are possible: men, women.
    sexes: [Set; 2],
    medicines: HashMap<String, Said>,
}

/// More distinct lists of medicines than this are not remembered.
const MOST_REMEMBERED: usize = 20_000;

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
            fourth: Box::new([fixed.plan.known.age.unwrap_or(0.0); LANES]),
            sexes: [Set::ALL; 2],
            medicines: HashMap::new(),
        }
    }

    pub(crate) fn fill(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        self.slow = Set::NONE;
        if self.patched {
            self.planes.clone_from(&fixed.base);
            self.patched = false;
        }
        self.amounts(fixed, columns, span);
        self.person(fixed, columns, span);
        self.codes(fixed, columns, span);
        self.medicines(fixed, columns, span);
        for at in 0..fixed.plan.amounts.len() {
            self.limits(fixed, columns, span, at);
        }
        self.labs(fixed, columns, span);
        self.saturation(fixed, columns, span);
        self.egfr(fixed, columns, span);
        self.adjusted(fixed, columns, span);
        self.slow = self.slow.and(span.live());
    }

    fn mark(&mut self, rows: Set) {
        self.slow = self.slow.or(rows);
    }

    fn amounts(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        let reading = &fixed.input.reading;
        for (at, (plan, loaded)) in fixed.plan.amounts.iter().zip(&mut self.loaded).enumerate() {
            let Some(column) = columns.get(plan.slot) else { continue };
            let lab = fixed.input.labs.get(at);
            let finding = lab.and_then(|lab| lab.finding.as_ref());
            let comparator = lab.and_then(|lab| lab.comparator.as_ref());
            let comparator = comparator.and_then(|code| Some((columns.get(code.slot)?, code)));
            loaded.load(column, span, reading, finding, comparator);
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
        let contradiction = any_trimester.and(not_pregnant).or(expecting.and(male).and(referred.not()));
        let man = reference_male.or(male.and(referred.not()));
        let woman = reference_female.or(female.and(referred.not()));
        let complete = everywhere(fixed.input.complete.contains(&CompleteGroup::History));
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
    }

    /// The rows in which a yes/no item is said to be so.
    fn said(&self, fixed: &Fixed, fact: Fact, code: usize) -> Set {
        let at = fixed.input.codes.iter().position(|(own, _)| *own == fact);
        match at.and_then(|at| self.codes.get(at)) {
            Some(codes) => codes.rows.get(code).copied().unwrap_or(Set::NONE),
            None => Set::NONE,
        }
    }

    fn medicines(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        // Constant medicines can imply what a column denies.
        for (at, fact) in [(3, Fact::B12Replacement), (4, Fact::CombinedContraceptive)] {
            if fixed.plan.base_is(fact, Options::YES) && fixed.input.codes.iter().any(|(own, _)| *own == fact)
            {
                self.imply(fixed, at, Set::ALL);
            }
        }
        let Some(input) = &fixed.input.medicines else { return };
        if input.slot >= columns.len() {
            return;
        }
        let mut sets = [Set::NONE; 5];
        let mut unknown = Set::NONE;
        for lane in 0..span.len {
            let said = self.list(&fixed.input, columns, span.start + lane);
            for (bit, set) in sets.iter_mut().enumerate() {
                put(set, lane, said.bits >> bit & 1 == 1);
            }
            put(&mut unknown, lane, said.unknown);
        }
        // Unknown names are refused, or leave the list open: the core knows which.
        self.mark(unknown);
        let whole = everywhere(fixed.input.complete.contains(&CompleteGroup::Medicines));
        for (at, rows) in sets.into_iter().enumerate() {
            if at < 3 {
                if let Some((_, [no, yes, ..])) = fixed.plan.medicine_options.get(at) {
                    self.planes.set_option(*no, rows.not());
                    self.planes.set_option(*yes, rows.or(whole.not()));
                }
            } else {
                self.imply(fixed, at, rows);
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
        let names = input.medicine_names(columns, row);
        if names.is_empty() {
            return Said { bits: 0, unknown: false };
        }
        let key = names.join("\u{1f}");
        if let Some(said) = self.medicines.get(&key) {
            return *said;
        }
        let classes = [
            MedicineClass::LowersB12,
            MedicineClass::ExacerbatesRls,
            MedicineClass::Dopaminergic,
            MedicineClass::B12Product,
            MedicineClass::CombinedContraceptive,
        ];
        let found: Vec<Option<Medicine>> = names.iter().map(|name| Medicine::find(name)).collect();
        let bits = classes.iter().enumerate().fold(0, |bits, (at, class)| {
            bits | u8::from(found.iter().flatten().any(|medicine| medicine.is(*class))) << at
        });
        let said = Said { bits, unknown: found.iter().any(Option::is_none) };
        if self.medicines.len() < MOST_REMEMBERED {
            self.medicines.insert(key, said);
        }
        said
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

    fn labs(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        for (at, plan) in fixed.plan.labs.iter().enumerate() {
            let Some(input) = fixed.input.labs.get(at) else { continue };
            let Some(loaded) = self.loaded.get(at) else { continue };
            let valid = loaded.valid;
            if let Some(plan) = plan {
                let [no, yes, ..] = plan.reported;
                self.planes.set_option(no, valid.not());
                self.planes.set_option(yes, valid);
                let [first, second, ..] = plan.unit;
                self.planes.set_option(first, valid.not().or(everywhere(!plan.in_second)));
                self.planes.set_option(second, valid.not().or(everywhere(plan.in_second)));
            }
            if let ConfirmedInput::Code(code) = &input.confirmed {
                if let Some(column) = columns.get(code.slot) {
                    self.confirmed.load(column, span, code, &fixed.input.reading, self.level);
                    let bad = self.confirmed.bad.and(valid);
                    self.slow = self.slow.or(bad);
                }
            }
            self.own_limits(at, fixed, columns, span, input, plan.as_ref());
        }
        // The method of the folate tests that were reported, where they do not name different ones.
        if fixed.plan.folate_assay.iter().any(Option::is_some) {
            self.folate_assay(fixed);
        }
    }

    /// A result against its own laboratory's limits.
    fn own_limits(
        &mut self,
        at: usize,
        fixed: &Fixed,
        columns: &[Col<'_>],
        span: Span,
        input: &LabInput,
        plan: Option<&LabPlan>,
    ) {
        if input.limits.iter().all(|limit| *limit == LimitInput::None) {
            return;
        }
        let reading = &fixed.input.reading;
        for (limit, loaded) in input.limits.iter().zip(&mut self.limits) {
            if let LimitInput::Slot(slot) = limit {
                if let Some(column) = columns.get(*slot) {
                    loaded.load(column, span, reading, None, None);
                }
            }
        }
        let Some((own, column)) = self.loaded.get(at).and_then(|own| Some((own, columns.get(input.slot)?)))
        else {
            return;
        };
        let values = own.values(column, span);
        let mut bands = [Set::NONE; 5];
        let mut slow = Set::NONE;
        for lane in lanes(own.valid) {
            let [low, high, grey] = [0, 1, 2].map(|which| match input.limits.get(which) {
                Some(LimitInput::Value(value)) => Some(*value),
                Some(LimitInput::Slot(slot)) => {
                    let loaded = self.limits.get(which)?;
                    let column = columns.get(*slot)?;
                    let unreadable = has(&loaded.bad, lane) || has(&loaded.censored, lane);
                    if unreadable {
                        return Some(f64::NAN);
                    }
                    has(&loaded.valid, lane).then(|| loaded.values(column, span).get(lane))
                }
                _ => None,
            });
            let strange =
                [low, high, grey].into_iter().flatten().any(|limit| !(0.0..f64::INFINITY).contains(&limit));
            let above = |one: Option<f64>, two: Option<f64>| one.zip(two).is_some_and(|(one, two)| one > two);
            let wrong = above(low, high)
                || above(low, grey)
                || above(grey, high)
                || (grey.is_some() && low.is_none());
            let given = plan.is_some_and(|plan| match plan.fact {
                Fact::B12Total | Fact::Holotc | Fact::FolateSerum | Fact::FolateRbc => low.is_some(),
                Fact::MmaSerum | Fact::Ferritin => high.is_some(),
                _ => low.is_some() && high.is_some(),
            });
            if strange || wrong || (has(&own.censored, lane) && given) {
                put(&mut slow, lane, true);
                continue;
            }
            let value = values.get(lane);
            let place = if !given {
                0
            } else if low.is_some_and(|low| value < low) {
                1
            } else if grey.is_some_and(|grey| value <= grey) {
                2
            } else if high.is_none_or(|high| value <= high) {
                3
            } else {
                4
            };
            if let Some(band) = bands.get_mut(place) {
                put(band, lane, true);
            }
        }
        let [not_given, ..] = &mut bands;
        *not_given = not_given.or(own.valid.not());
        self.slow = self.slow.or(slow);
        if let Some(plan) = plan.filter(|plan| plan.band_asked) {
            for (place, rows) in plan.band.iter().zip(bands) {
                self.planes.set_option(*place, rows);
            }
        }
    }

    fn folate_assay(&mut self, fixed: &Fixed) {
        use ekbom::fact::FolateAssay;
        let mut named = [Set::NONE; 2];
        for (input, loaded) in fixed.input.labs.iter().zip(&self.loaded) {
            let folate = matches!(input.analyte.id(), "folate_serum" | "folate_rbc");
            let code = input.assay.as_deref().filter(|_| folate).and_then(FolateAssay::from_code);
            if let Some(own) = code.and_then(|assay| named.get_mut(assay as usize)) {
                *own = own.or(loaded.valid);
            }
        }
        let [one, other] = named;
        let [first, second, ..] = fixed.plan.folate_assay;
        self.planes.set_option(first, one.or(other.not()));
        self.planes.set_option(second, other.or(one.not()));
    }

    fn saturation(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        let Some(plan) = &fixed.plan.saturation else { return };
        let labs = &fixed.input.labs;
        let reported = self.valid(labs.iter().position(|lab| lab.analyte.id() == "tsat"));
        let iron = self.valid(Some(plan.iron)).and(reported.not());
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
            let values = crate::load::Values::Long(&self.third);
            let range = Fact::Tsat.readings().next().map(|reading| reading.axis.range());
            let Some(range) = range else { continue };
            let within =
                self.level.at_least(values, range.low()).and(self.level.at_most(values, range.high()));
            for (cut, place) in &plan.limits {
                let yes = self.level.at_most(values, *cut);
                let truth = Truth { yes: yes.and(rows), no: yes.not().and(rows) };
                self.planes.add_cut(*place, truth);
            }
            self.mark(rows.and(within.not()));
        }
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
        use ekbom::unit::Unit;
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
                    crate::load::Values::Long(values) => to.copy_from_slice(values),
                    crate::load::Values::Short(values) => {
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

    fn egfr(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
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
            None => crate::load::Values::Long(&self.fourth),
        };
        level.lines(values, ages, plan.shift, plan.lines, [&mut self.one, &mut self.other]);
        let [everybody, each_sex, ..] = plan.by_sex;
        self.planes.set_option(everybody, rows.not());
        self.planes.set_option(each_sex, rows);
        let [men, women] = self.sexes;
        let mut near = Set::NONE;
        for (sex, (buffer, limits)) in [&self.one, &self.other].into_iter().zip(&plan.limits).enumerate() {
            let can = if sex == 0 { women } else { men };
            let rows = rows.and(can);
            if !rows.any() {
                continue;
            }
            let values = crate::load::Values::Long(buffer);
            near = near.or(rows.and(level.at_most(values, plan.most - NEAR).not()));
            for (cut, place) in limits {
                let yes = level.at_most(values, cut - NEAR);
                let no = level.at_most(values, cut + NEAR).not();
                near = near.or(rows.and(yes.or(no).not()));
                self.planes.add_cut(*place, Truth { yes: yes.and(rows), no: no.and(rows) });
            }
        }
        self.mark(near);
    }

    /// Haemoglobin as it would be at sea level.
    fn adjusted(&mut self, fixed: &Fixed, columns: &[Col<'_>], span: Span) {
        use ekbom::formula::haemoglobin::at_sea_level_g_l;
        use ekbom::unit::Unit;
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
        let values = crate::load::Values::Long(&self.one);
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

    fn valid(&self, at: Option<usize>) -> Set {
        at.and_then(|at| self.loaded.get(at)).map_or(Set::NONE, |loaded| loaded.valid)
    }

    fn censored(&self, at: Option<usize>) -> Set {
        at.and_then(|at| self.loaded.get(at)).map_or(Set::NONE, |loaded| loaded.censored)
    }
}

/// Logarithms this close to a limit's are settled by the core's own formula. Far more than their error.
const NEAR: f64 = 1e-11;

/// One limit against a block of one column.
fn compare(
    level: Level,
    values: crate::load::Values<'_>,
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
