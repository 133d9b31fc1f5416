//! Conditions in words, with the values they saw.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::fact::{Band, Fact, FactBox, Kind, NumberAxis, Options, Part, Person};
use crate::logic::condition::{Expression, Limit, NumberTest, OptionTest, Truth, evaluate};
use crate::measure::interval::Interval;
use crate::measure::number::rounded;
use crate::source::{More, Text};

/// A condition with its truth for one patient: every part of it, also those not met.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TraceNode {
    /// The condition in words.
    pub condition: String,
    /// What was seen: the value, interval or options; empty for a combination.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub saw: String,
    /// `yes`, `no` or `unknown`.
    pub truth: Text,
    /// The parts of a combination.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<TraceNode>,
    /// Keys of another version.
    #[serde(flatten)]
    pub more: More,
}

/// Traces a condition for a patient.
pub fn trace(expression: &Expression, facts: &FactBox) -> TraceNode {
    let truth: Truth<bool> = evaluate(expression, facts);
    let parts = match expression {
        Expression::All(items) | Expression::Any(items) => {
            items.iter().map(|item| trace(item, facts)).collect()
        }
        Expression::Not(item) => alloc::vec![trace(item, facts)],
        _ => Vec::new(),
    };
    let condition = match expression {
        Expression::All(_) => "all of".to_string(),
        Expression::Any(_) => "any of".to_string(),
        Expression::Not(_) => "not".to_string(),
        _ => phrase(expression),
    };
    TraceNode { condition, saw: saw(expression, facts), truth: truth.code().into(), parts, more: More::new() }
}

/// A condition in words.
///
/// ```
/// use ekbom::logic::authoring::{Condition, all, at_most, person, yes};
/// use ekbom::logic::condition::Expression;
/// use ekbom::logic::explain::phrase;
/// use ekbom::fact::{Fact, Person};
/// const CONDITION: Condition = all(&[at_most(Fact::Ferritin, 75.0), person(Person::PREGNANT), yes(Fact::Dialysis)]);
/// assert_eq!(phrase(&Expression::from(&CONDITION)), "ferritin <= 75 ng/mL and pregnant and dialysis");
/// ```
pub fn phrase(expression: &Expression) -> String {
    let join = |items: &[Expression], word: &str| -> String {
        let parts: Vec<String> = items
            .iter()
            .map(|item| match item {
                Expression::All(inner) | Expression::Any(inner) if inner.len() > 1 => {
                    format!("({})", phrase(item))
                }
                _ => phrase(item),
            })
            .collect();
        parts.join(word)
    };
    match expression {
        Expression::Always => "otherwise".to_string(),
        Expression::Option(test) => phrase_options(test),
        Expression::Number(test) => phrase_number(test),
        Expression::All(items) => join(items, " and "),
        Expression::Any(items) if items.is_empty() => "never".to_string(),
        Expression::Any(items) => join(items, " or "),
        Expression::Not(item) => match item.as_ref() {
            Expression::All(_) | Expression::Any(_) => format!("not ({})", phrase(item)),
            _ => negated(item),
        },
        Expression::Answer(test) => {
            format!("{} by {} is {}", test.question, test.guideline, test.codes.join(" or "))
        }
    }
}

/// That a part does not hold, in words.
fn negated(expression: &Expression) -> String {
    let words = phrase(expression);
    let given = matches!(expression, Expression::Option(test) if test.axis.part() == Part::Band && test.options == Band::GIVEN);
    if given { format!("no {words}") } else { format!("not {words}") }
}

fn phrase_options(test: &OptionTest) -> String {
    let fact = test.axis.fact();
    let label = fact.info().label;
    match (test.axis.part(), fact.info().kind) {
        (Part::Reported, _) if test.options == Options::YES => format!("{label} reported"),
        (Part::Reported, _) => format!("{label} not reported"),
        (Part::Band, _) if test.options == Band::GIVEN => format!("limits of the laboratory for {label}"),
        (Part::Band, _) => {
            format!("{label} {} against the laboratory's own limits", codes(test, test.options))
        }
        (_, Kind::Flag) if test.options == Options::YES => label.to_string(),
        (_, Kind::Flag) => format!("no {label}"),
        _ => match person(test.options).filter(|_| fact == Fact::Person) {
            Some(words) => words.to_string(),
            None => format!("{label}: {}", codes(test, test.options)),
        },
    }
}

/// Sex and pregnancy as one says them, where that can be said in a word or two.
fn person(options: Options) -> Option<&'static str> {
    let [first, second, third] =
        [Person::PregnantT1.only(), Person::PregnantT2.only(), Person::PregnantT3.only()];
    let words = [
        (Person::PREGNANT, "pregnant"),
        (Person::NOT_PREGNANT, "not pregnant"),
        (Person::FEMALE, "female"),
        (Person::Male.only(), "male"),
        (Person::FemaleNotPregnant.only(), "non-pregnant female"),
        (first, "in the first trimester of pregnancy"),
        (second, "in the second trimester of pregnancy"),
        (third, "in the third trimester of pregnancy"),
        (first.or(third), "in the first or third trimester of pregnancy"),
        (second.or(third), "in the second or third trimester of pregnancy"),
    ];
    words.into_iter().find(|(own, _)| *own == options).map(|(_, words)| words)
}

fn codes(test: &OptionTest, options: Options) -> String {
    let all = test.axis.codes().iter().zip(0u8..);
    let own: Vec<&str> = all.filter(|(_, i)| options.has(*i)).map(|(code, _)| *code).collect();
    own.join(" or ").replace('_', " ")
}

fn phrase_number(test: &NumberTest) -> String {
    let info = test.fact.info();
    let sign = test.comparison.sign();
    let printed = |limit: f64, unit: &str| format!("{sign} {}", quantity(limit, unit));
    match (test.limit, info.kind) {
        (Limit::Both(first, other), Kind::Measured { second: Some(second), .. }) => {
            format!("{} {} (or {})", info.label, printed(first, info.unit), printed(other, second.unit))
        }
        (Limit::Second(limit), Kind::Measured { second: Some(second), .. }) => {
            format!("{} {}", info.label, printed(limit, second.unit))
        }
        (Limit::One(limit) | Limit::Guarded(limit) | Limit::Second(limit) | Limit::Both(limit, _), _) => {
            format!("{} {}", info.label, printed(limit, info.unit))
        }
    }
}

/// A number with its unit; units that only count are left out, years and percent stand as they are read.
///
/// ```
/// use ekbom::logic::explain::quantity;
/// assert_eq!((quantity(38.0, "ng/mL"), quantity(58.0, "a")), ("38 ng/mL".into(), "58 years".into()));
/// ```
pub fn quantity(value: f64, unit: &str) -> String {
    match unit {
        "" | "1" | "{score}" => format!("{value}"),
        "a" => format!("{value} years"),
        "%" => format!("{value} %"),
        "mo" => format!("{value} months"),
        "/wk" => format!("{value} a week"),
        "d" => format!("{value} days"),
        "h" => format!("{value} hours"),
        "mL/min/{1.73_m2}" => format!("{value} mL/min/1.73 m2"),
        "m[IU]/L" => format!("{value} mIU/L"),
        unit => format!("{value} {unit}"),
    }
}

/// What a test saw of a patient.
fn saw(expression: &Expression, facts: &FactBox) -> String {
    match expression {
        Expression::Option(test) => {
            let seen = facts.choice(test.axis);
            if seen == test.axis.domain() {
                return "unknown".to_string();
            }
            let words = person(seen).filter(|_| test.axis.fact() == Fact::Person);
            words.map_or_else(|| codes(test, seen), ToString::to_string)
        }
        Expression::Number(test) => {
            let counted = test.cuts().filter(|cut| facts.counts(cut.reading));
            let mut seen: Vec<String> = Vec::new();
            for cut in counted {
                let text = show(facts.number(cut.reading.axis), cut.reading.axis);
                if !seen.contains(&text) {
                    seen.push(text);
                }
            }
            seen.join(" or ")
        }
        Expression::Always
        | Expression::Answer(_)
        | Expression::All(_)
        | Expression::Any(_)
        | Expression::Not(_) => String::new(),
    }
}

/// A number axis as read: `38 ng/mL`, `< 5 mg/L`, `10 to 20 %`, or `unknown`.
pub fn show(interval: Interval, axis: NumberAxis) -> String {
    let range = axis.range();
    let fact = axis.fact();
    let unit = match fact.info().kind {
        Kind::Measured { second: Some(second), .. }
            if fact.readings().nth(1).is_some_and(|r| r.axis == axis) =>
        {
            second.unit
        }
        _ => fact.info().unit,
    };
    // Of a rate that is computed nobody reads five figures.
    let shown = |x: f64| {
        let short = rounded(x, 3);
        let is_whole = (libm::round(short) - short).abs() <= 0.0;
        if fact == Fact::Egfr && !is_whole { short } else { rounded(x, 5) }
    };
    let print = |x: f64| quantity(shown(x), unit);
    let from_start = interval.low() <= range.low();
    let to_end = interval.high() >= range.high();
    match (interval.value(), from_start, to_end) {
        (Some(value), ..) => print(value),
        (None, true, true) => "unknown".to_string(),
        (None, true, false) => bound(interval.high(), Interval::just_above, "<", "<=", &print),
        (None, false, true) => bound(interval.low(), Interval::just_below, ">", ">=", &print),
        (None, false, false) => format!("{} to {}", rounded(interval.low(), 5), print(interval.high())),
    }
}

/// A bound as it was printed: a number next to a rounder one stands for "below" or "above" it.
fn bound(at: f64, next: fn(f64) -> f64, open: &str, closed: &str, print: &dyn Fn(f64) -> String) -> String {
    if format!("{}", next(at)).len() < format!("{at}").len() {
        format!("{open} {}", print(next(at)))
    } else {
        format!("{closed} {}", print(at))
    }
}

/// The parts of a condition that certainly hold and make it hold, each with the value seen.
pub fn because(expression: &Expression, facts: &FactBox) -> Vec<String> {
    let mut reasons = Vec::new();
    collect(expression, facts, true, &mut reasons);
    reasons
}

fn collect(expression: &Expression, facts: &FactBox, wanted: bool, reasons: &mut Vec<String>) {
    let truth: Truth<bool> = evaluate(expression, facts);
    if truth.known() != Some(wanted) {
        return;
    }
    match expression {
        Expression::All(items) | Expression::Any(items) => {
            items.iter().for_each(|item| collect(item, facts, wanted, reasons));
        }
        Expression::Not(item) => collect(item, facts, !wanted, reasons),
        Expression::Always => {}
        Expression::Number(test) if wanted => {
            let label = test.fact.info().label;
            let limit = phrase_number(test);
            reasons.push(format!(
                "{label} {} {}",
                saw(expression, facts),
                limit.trim_start_matches(label).trim_start()
            ));
        }
        Expression::Number(_) => {
            reasons.push(format!("not {}: {}", phrase(expression), saw(expression, facts)))
        }
        Expression::Option(_) | Expression::Answer(_) => {
            reasons.push(if wanted { phrase(expression) } else { negated(expression) });
        }
    }
}

/// What is known of a fact, in words.
pub fn known(fact: Fact, facts: &FactBox) -> String {
    match fact.info().kind {
        Kind::Flag | Kind::Choice(_) => {
            let options = facts.flag(fact);
            let own =
                fact.options().iter().zip(0u8..).filter(|(_, i)| options.has(*i)).map(|(code, _)| *code);
            own.collect::<Vec<_>>().join(" or ")
        }
        _ => {
            let guard = fact.guard();
            fact.readings()
                .filter(|reading| facts.counts(*reading) && Some(reading.axis) != guard)
                .map(|reading| show(facts.number(reading.axis), reading.axis))
                .collect::<Vec<_>>()
                .join(" or ")
        }
    }
}
