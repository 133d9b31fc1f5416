//! A person for the tests of tables: a box of facts, filled step by step, and what the tables say of it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ekbom::fact::{Band, Fact, FactBox, Kind, Options, Part, Person};
use ekbom::knowledge::guideline::TABLES;
use ekbom::logic::engine::Scratch;
use ekbom::logic::engine::{Truth, evaluate};
use ekbom::logic::table::Table;
use ekbom::measure::interval::Interval;

/// A box of facts under construction.
#[derive(Clone)]
pub(crate) struct Who(pub(crate) FactBox);

impl Who {
    /// A woman of fifty, not pregnant, without any yes/no item.
    pub(crate) fn woman() -> Self {
        let mut facts = FactBox::new();
        for &fact in Fact::ALL {
            if fact.info().kind == Kind::Flag {
                facts.set_flag(fact, Options::NO);
            }
        }
        Self(facts).number(Fact::AgeYears, 50.0).is(Fact::Person, Person::FemaleNotPregnant.only())
    }

    /// A man of fifty.
    pub(crate) fn man() -> Self {
        Self::woman().is(Fact::Person, Person::Male.only())
    }

    /// Of this age.
    pub(crate) fn aged(years: f64) -> Self {
        Self::woman().number(Fact::AgeYears, years)
    }

    /// One of these options.
    pub(crate) fn is(mut self, fact: Fact, options: Options) -> Self {
        self.0.set_flag(fact, options);
        self
    }

    /// Yes.
    pub(crate) fn yes(self, fact: Fact) -> Self {
        self.is(fact, Options::YES)
    }

    /// Not known.
    pub(crate) fn unknown(self, fact: Fact) -> Self {
        let domain = fact.choice_axis(Part::Value).map_or(Options::UNKNOWN, |axis| axis.domain());
        self.is(fact, domain)
    }

    /// A number; a laboratory result is reported with it.
    pub(crate) fn number(mut self, fact: Fact, value: f64) -> Self {
        self.0.set_reported(fact, true);
        self.0.set_value(fact, Interval::exact(value).unwrap());
        self
    }

    /// A result reported in the fact's first unit.
    pub(crate) fn first(self, fact: Fact, value: f64) -> Self {
        self.in_units(fact, value, convert(fact, value), Options::NO)
    }

    /// A result reported in the fact's second unit.
    pub(crate) fn second(self, fact: Fact, value: f64) -> Self {
        self.in_units(fact, back(fact, value), value, Options::YES)
    }

    fn in_units(mut self, fact: Fact, first: f64, second: f64, unit: Options) -> Self {
        self.0.set_reported(fact, true);
        self.0.set_choice(fact.choice_axis(Part::Unit).unwrap(), unit);
        for (reading, value) in fact.readings().zip([first, second]) {
            self.0.set_number(reading.axis, Interval::exact(value).unwrap());
        }
        self
    }

    /// Where a reported result lies in its own laboratory's limits.
    pub(crate) fn band(mut self, fact: Fact, band: Band) -> Self {
        self.0.set_reported(fact, true);
        self.0.set_choice(fact.choice_axis(Part::Band).unwrap(), band.only());
        self
    }

    /// What a table says, as codes in display order, joined by a bar.
    pub(crate) fn asks(&self, question: &str, guideline: &str) -> String {
        let table = table(question, guideline);
        let set = table.possible(&self.0, &mut Scratch::default());
        table.question.codes(set).collect::<Vec<_>>().join("|")
    }

    /// The flags raised: of a rule certain to apply, and certain themselves.
    pub(crate) fn flags(&self, question: &str, guideline: &str) -> Vec<String> {
        let table = table(question, guideline);
        let fired: Vec<bool> = table.possible_rules(&self.0, &mut Scratch::default());
        let rules: Vec<_> = table.rules.iter().zip(fired).filter(|(_, fired)| *fired).collect();
        let [(rule, _)] = rules.as_slice() else { return Vec::new() };
        let raised = rule.flags.iter().filter(|flag| {
            let truth: Truth<bool> = evaluate(&flag.when, &self.0);
            truth.yes != flag.unless
        });
        raised.map(|flag| flag.code.to_string()).collect()
    }

    /// Is this flag raised?
    pub(crate) fn raises(&self, code: &str, question: &str, guideline: &str) -> bool {
        self.flags(question, guideline).iter().any(|flag| flag == code)
    }
}

fn table(question: &str, guideline: &str) -> &'static Table {
    static ALL: OnceLock<BTreeMap<String, Table>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let tables = TABLES.iter().map(|data| Table::try_from(*data).unwrap());
        tables.map(|table| (table.name(), table)).collect()
    });
    all.get(&format!("{question}@{guideline}")).unwrap()
}

fn convert(fact: Fact, value: f64) -> f64 {
    match fact {
        Fact::FolateSerum | Fact::FolateRbc => value * 1000.0 / 441.4,
        Fact::Uacr => value * 0.11312,
        Fact::B12Total => value * 1000.0 / 1355.37,
        Fact::Hba1c => (value - 2.152) / 0.09148,
        _ => panic!("{fact} has no second unit here"),
    }
}

fn back(fact: Fact, value: f64) -> f64 {
    match fact {
        Fact::FolateSerum | Fact::FolateRbc => value * 441.4 / 1000.0,
        Fact::Uacr => value / 0.11312,
        Fact::B12Total => value * 1355.37 / 1000.0,
        Fact::Hba1c => value * 0.09148 + 2.152,
        _ => panic!("{fact} has no second unit here"),
    }
}
