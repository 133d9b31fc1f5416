//! Every way in which one thing of the exported rules is changed.

use serde_json::{Value, json};

/// One change: the part of a table's JSON at `place` is replaced.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// Place of the table in the book.
    pub(crate) table: usize,
    /// What is changed: `limit`, `sign`, `option`, `answer`, `part`, `rule` or `flag`.
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

const SIGNS: [(&str, &str); 4] =
    [("below", "at_most"), ("at_most", "below"), ("at_least", "above"), ("above", "at_least")];

/// Every change of one table; `questions` are those of the book.
pub(crate) fn of_table(place: usize, table: &Value, questions: &Value) -> Vec<Mutant> {
    let mut made = Made { table: place, rule: String::new(), mutants: Vec::new() };
    let question = questions.as_array().unwrap().iter().find(|own| own["id"] == table["question"]).unwrap();
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
    }
    made.mutants
}

struct Made {
    table: usize,
    rule: String,
    mutants: Vec<Mutant>,
}

impl Made {
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
                for next in beside(&second["limit"]) {
                    let mut with = condition.clone();
                    with["if_reported_in"]["limit"] = next.clone();
                    let words = format!("{before}{next} for {} in {condition}", second["limit"]);
                    self.add("limit", place, with, words);
                }
            }
        }
        for key in ["is", "against_laboratory_limits"] {
            let Some(options) = condition.get(key) else { continue };
            let list = options.as_array().unwrap();
            if list.len() > 1 {
                for (i, option) in list.iter().enumerate() {
                    let mut with = condition.clone();
                    with[key] = without(options, i);
                    self.add("option", place, with, format!("{before}without {option} in {condition}"));
                }
            } else {
                self.add("option", place, json!({"not": condition}), format!("{before}not {condition}"));
            }
        }
        for key in ["reported", "answer_of"] {
            if condition.get(key).is_some() {
                self.add("option", place, json!({"not": condition}), format!("{before}not {condition}"));
            }
        }
    }
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
