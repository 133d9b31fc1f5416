//! Every way in which one thing of the exported rules is changed.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// One change: the part of a table's JSON at `place` is replaced.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// Place of the table in the book.
    pub(crate) table: usize,
    /// What is changed: `limit`, `unit`, `sign`, `option`, `answer`, `part`, `rule`, `order` or `flag`.
    pub(crate) kind: &'static str,
    /// Where, as a JSON pointer within the table.
    pub(crate) place: String,
    /// What stands there instead.
    pub(crate) with: Value,
    /// In words, with the rule's id: stable, so that it can be listed.
    pub(crate) words: String,
}

impl Mutant {
    /// The table with the change.
    pub(crate) fn edited(&self, table: &Value) -> Value {
        let mut table = table.clone();
        *table.pointer_mut(&self.place).unwrap() = self.with.clone();
        table
    }
}

const BANDS: [&str; 5] = ["not_given", "low", "grey", "in_range", "high"];
const SIGNS: [(&str, &str); 4] =
    [("below", "at_most"), ("at_most", "below"), ("at_least", "above"), ("above", "at_least")];

/// Every change of one table of a book.
pub(crate) fn of_table(place: usize, book: &Value) -> Vec<Mutant> {
    let table = &book["tables"][place];
    let mut made = Made { book, table: place, rule: String::new(), mutants: Vec::new() };
    let questions = book["questions"].as_array().unwrap();
    let question = questions.iter().find(|own| own["id"] == table["question"]).unwrap();
    let codes: Vec<&str> =
        question["answers"].as_array().unwrap().iter().map(|own| own["code"].as_str().unwrap()).collect();
    let rules = table["rules"].as_array().unwrap();
    for (at, rule) in rules.iter().enumerate() {
        made.rule = rule["id"].as_str().unwrap().to_owned();
        made.conditions("", &format!("/rules/{at}/when"), &rule["when"]);
        made.answers(&format!("/rules/{at}/answers"), &rule["answers"], &codes);
        for (i, flag) in rule["flags"].as_array().unwrap().iter().enumerate() {
            let code = flag["code"].as_str().unwrap();
            for key in ["when", "unless"] {
                if let Some(condition) = flag.get(key) {
                    made.conditions(
                        &format!("flag {code}: "),
                        &format!("/rules/{at}/flags/{i}/{key}"),
                        condition,
                    );
                }
            }
            made.turned(&format!("/rules/{at}/flags/{i}"), flag);
            made.add(
                "flag",
                &format!("/rules/{at}/flags"),
                without(&rule["flags"], i),
                format!("without flag {code}"),
            );
        }
        // The last rule answers everybody who is left.
        if at + 1 < rules.len() {
            made.add("rule", "/rules", without(&table["rules"], at), "without the rule".to_owned());
        }
        if at + 2 < rules.len() {
            let mut swapped = rules.clone();
            swapped.swap(at, at + 1);
            made.add("order", "/rules", Value::Array(swapped), format!("after {}", rules[at + 1]["id"]));
        }
    }
    made.mutants
}

struct Made<'b> {
    book: &'b Value,
    table: usize,
    rule: String,
    mutants: Vec<Mutant>,
}

impl Made<'_> {
    fn add(&mut self, kind: &'static str, place: &str, with: Value, words: String) {
        let words = format!("{}: {words}", self.rule);
        self.mutants.push(Mutant { table: self.table, kind, place: place.to_owned(), with, words });
    }

    fn answers(&mut self, place: &str, answers: &Value, codes: &[&str]) {
        let own: Vec<&str> = answers.as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
        let other = codes.iter().find(|code| !own.contains(code));
        if let Some(other) = other {
            self.add("answer", place, json!([other]), format!("{} -> {other}", own.join(" or ")));
        }
        if own.len() > 1 {
            for (left, code) in own.iter().enumerate() {
                self.add("answer", place, without(answers, left), format!("without answer {code}"));
            }
        }
    }

    /// A flag raised unless its condition holds, in place of when it does, and the other way round.
    fn turned(&mut self, place: &str, flag: &Value) {
        for (key, other) in [("when", "unless"), ("unless", "when")] {
            // Never to be raised is to be left out.
            let Some(condition) = flag.get(key).filter(|condition| condition.get("always").is_none()) else {
                continue;
            };
            let code = &flag["code"];
            let words = format!("flag {} {other} for {key}", code.as_str().unwrap());
            self.add("flag", place, json!({"code": code, other: condition}), words);
        }
    }

    /// A list of options with one less, and with one more. `list` is where the list stands in the condition.
    fn options(&mut self, before: &str, place: &str, condition: &Value, list: &str) {
        let (outer, key) = list.rsplit_once('/').unwrap();
        let options = condition.pointer(list).unwrap();
        let others = others(self.book, condition.pointer(outer).unwrap(), key);
        let mut add = |options: Value, words: String| {
            let mut with = condition.clone();
            *with.pointer_mut(list).unwrap() = options;
            self.add("option", place, with, format!("{before}{words} in {condition}"));
        };
        let own = options.as_array().unwrap();
        if own.len() > 1 {
            for (i, option) in own.iter().enumerate() {
                add(without(options, i), format!("without {option}"));
            }
        }
        for other in others {
            add(Value::Array([own.as_slice(), &[json!(other)]].concat()), format!("with {other}"));
        }
    }

    fn conditions(&mut self, before: &str, place: &str, condition: &Value) {
        for (key, other) in [("all", "any"), ("any", "all")] {
            let Some(parts) = condition.get(key) else { continue };
            let count = parts.as_array().unwrap().len();
            for (i, part) in parts.as_array().unwrap().iter().enumerate() {
                if count > 1 {
                    let words = format!("{before}without {part}");
                    self.add("part", place, json!({key: without(parts, i)}), words);
                }
                self.conditions(before, &format!("{place}/{key}/{i}"), part);
            }
            if count > 1 {
                self.add(
                    "part",
                    place,
                    json!({other: parts}),
                    format!("{before}{other} for {key} of {parts}"),
                );
            }
        }
        if let Some(part) = condition.get("not") {
            self.add("part", place, part.clone(), format!("{before}without not of {part}"));
            self.conditions(before, &format!("{place}/not"), part);
        }
        for (sign, other) in SIGNS {
            let Some(limit) = condition.get(sign) else { continue };
            let mut with = condition.clone();
            with.as_object_mut().unwrap().remove(sign);
            with[other] = limit.clone();
            self.add("sign", place, with, format!("{before}{other} for {condition}"));
            for next in beside(limit) {
                let mut with = condition.clone();
                with[sign] = next.clone();
                self.add("limit", place, with, format!("{before}{next} for {limit} in {condition}"));
            }
            if let Some(second) = condition.get("if_reported_in") {
                let mut with = condition.clone();
                with.as_object_mut().unwrap().remove("if_reported_in");
                self.add("unit", place, with, format!("{before}one limit for both in {condition}"));
                for next in beside(&second["limit"]) {
                    let mut with = condition.clone();
                    with["if_reported_in"]["limit"] = next.clone();
                    let words = format!("{before}{next} for {} in {condition}", second["limit"]);
                    self.add("limit", place, with, words);
                }
            }
        }
        for key in ["is", "against_laboratory_limits"] {
            let Some(list) = condition.get(key).and_then(Value::as_array) else { continue };
            self.options(before, place, condition, &format!("/{key}"));
            if list.len() == 1 {
                self.add("option", place, json!({"not": condition}), format!("{before}not {condition}"));
            }
        }
        if condition.get("answer_of").is_some() {
            self.options(before, place, condition, "/answer_of/in");
        }
        for key in ["reported", "answer_of"] {
            if condition.get(key).is_some() {
                self.add("option", place, json!({"not": condition}), format!("{before}not {condition}"));
            }
        }
    }
}

/// What else a list of options could hold: of a fact, of a band, of the answers of another table.
fn others(book: &Value, condition: &Value, key: &str) -> Vec<String> {
    let texts = |list: &Value| -> Vec<String> {
        list.as_array().into_iter().flatten().map(|own| own.as_str().unwrap().to_owned()).collect()
    };
    let all: Vec<String> = match key {
        "is" => {
            let facts = book["facts"].as_array().unwrap();
            texts(&facts.iter().find(|own| own["id"] == condition["fact"]).unwrap()["options"])
        }
        "in" => {
            let same =
                |own: &&Value| ["question", "guideline"].iter().all(|key| own[*key] == condition[*key]);
            let table = book["tables"].as_array().unwrap().iter().find(same).unwrap();
            let rules = table["rules"].as_array().unwrap().iter();
            let answers: BTreeSet<String> = rules.flat_map(|rule| texts(&rule["answers"])).collect();
            answers.into_iter().collect()
        }
        _ => BANDS.iter().map(|&band| band.to_owned()).collect(),
    };
    let own = texts(&condition[key]);
    let others: Vec<String> = all.iter().filter(|code| !own.contains(code)).cloned().collect();
    // A list of everything asks nothing; of yes and no, that is to turn it around.
    if all.len() > 2 && own.len() + 1 < all.len() { others } else { Vec::new() }
}

/// A list without one of its items.
fn without(list: &Value, place: usize) -> Value {
    let mut list = list.as_array().unwrap().clone();
    list.remove(place);
    Value::Array(list)
}

/// The next numbers that could be printed in place of this one: a step of its last place to either side.
fn beside(limit: &Value) -> Vec<Value> {
    let printed = limit.to_string();
    let places = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let step = 10_f64.powi(-(places as i32));
    let x = limit.as_f64().unwrap();
    [x - step, x + step]
        .into_iter()
        .map(|x| format!("{x:.places$}").parse::<Value>().unwrap())
        .filter(|next| next.as_f64().is_some_and(|next| next > 0.0))
        .collect()
}
