//! A second reading of the exported rules, for one patient of whom everything is known.
//!
//! It starts from the JSON alone and shares no code with the evaluator or the diagrams: it knows only numbers and
//! codes, walks the rules from the top and takes the first whose condition is true.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// One coordinate of a patient: a fact's id and which of its values.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Coordinate {
    pub(crate) fact: String,
    pub(crate) part: Part,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Part {
    /// The named value of a flag or choice, as the place of its code.
    Code,
    /// 0 = not reported, 1 = reported.
    Reported,
    /// Place among `BANDS`.
    Band,
    /// 0 = the first unit, 1 = the second.
    Unit,
    /// 0 = one number for everybody, 1 = one for each sex.
    BySex,
    /// The number in the first unit, or that for everybody.
    First,
    /// The number in the second unit, or the woman's.
    Second,
    /// The man's number.
    Third,
}

const BANDS: [&str; 5] = ["not_given", "low", "grey", "in_range", "high"];
const PERSONS: [&str; 5] = ["male", "female_not_pregnant", "pregnant_t1", "pregnant_t2", "pregnant_t3"];

/// A condition, read from JSON.
enum Asked {
    Always,
    Never,
    All(Vec<Asked>),
    Any(Vec<Asked>),
    Not(Box<Asked>),
    /// A coordinate is one of these.
    OneOf(usize, Vec<usize>),
    /// A number against its limit.
    Plain(usize, Sign, f64),
    /// The deciding coordinate; where it is 0 the first number and limit count, else the second.
    ByUnit(usize, Sign, [(usize, f64); 2]),
    /// Whether it differs by sex, and the person; the numbers are everybody's, the woman's and the man's.
    BySex([usize; 2], Sign, [usize; 3], f64),
    /// Another table's answer: its place in the book, its rules, the answers for which it holds.
    Answer(usize, Vec<(Asked, BTreeSet<String>)>, BTreeSet<String>),
}

/// Answers that other tables leave open and that were chosen, by the table's place.
type Chosen = BTreeMap<usize, String>;

#[derive(Clone, Copy)]
enum Sign {
    Below,
    AtMost,
    AtLeast,
    Above,
}

impl Sign {
    fn holds(self, value: f64, limit: f64) -> bool {
        match self {
            Self::Below => value < limit,
            Self::AtMost => value <= limit,
            Self::AtLeast => value >= limit,
            Self::Above => value > limit,
        }
    }
}

/// A table read from a rule book.
pub(crate) struct PlainTable {
    /// What the table asks, other tables' questions included.
    pub(crate) coordinates: Vec<Coordinate>,
    /// The limits on each coordinate.
    pub(crate) limits: Vec<BTreeSet<u64>>,
    rules: Vec<(Asked, BTreeSet<String>)>,
    /// The flags of each rule.
    flags: Vec<Vec<PlainFlag>>,
}

/// A flag of a rule.
struct PlainFlag {
    code: String,
    condition: Asked,
    /// Raised where the condition is not certain.
    unless: bool,
}

/// The whole answer depends on an answer that another table leaves open: its place, and its answers.
#[derive(Clone, Debug)]
pub(crate) struct LeftOpen(usize, BTreeSet<String>);

/// Every table of a rule book.
pub(crate) fn read(book: &Value) -> Vec<PlainTable> {
    (0..tables(book).len()).map(|place| PlainTable::read(book, place)).collect()
}

/// The same with what their flags ask: [`PlainTable::flags`] can be called.
pub(crate) fn read_with_flags(book: &Value) -> Vec<PlainTable> {
    let mut made = read(book);
    for (place, table) in made.iter_mut().enumerate() {
        for rule in tables(book)[place]["rules"].as_array().unwrap() {
            let flags = rule["flags"].as_array().unwrap().iter();
            let flags = flags.map(|flag| table.flag(book, place, flag)).collect();
            table.flags.push(flags);
        }
    }
    made
}

fn tables(book: &Value) -> &[Value] {
    book["tables"].as_array().unwrap()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn places(codes: &[&str], list: &Value) -> Vec<usize> {
    texts(list).into_iter().map(|code| codes.iter().position(|own| *own == code).unwrap()).collect()
}

impl PlainTable {
    fn read(book: &Value, place: usize) -> Self {
        let mut made =
            Self { coordinates: Vec::new(), limits: Vec::new(), rules: Vec::new(), flags: Vec::new() };
        made.rules = made.rules_of(book, place);
        made
    }

    fn flag(&mut self, book: &Value, place: usize, json: &Value) -> PlainFlag {
        let unless = json.get("unless");
        let condition = self.condition(book, place, json.get("when").or(unless).unwrap());
        PlainFlag { code: json["code"].as_str().unwrap().to_owned(), condition, unless: unless.is_some() }
    }

    /// The flags certain of a set of points: those that every rule reached at one of them raises, for the points that it
    /// may answer.
    pub(crate) fn flags(&self, points: &[Vec<f64>]) -> BTreeSet<&str> {
        let answered: Vec<BTreeSet<usize>> = points.iter().map(|point| self.answer(point).0).collect();
        let rules: BTreeSet<usize> = answered.iter().flatten().copied().collect();
        let raised = |rule: usize| -> BTreeSet<&str> {
            let own = || points.iter().zip(&answered).filter(|(_, rules)| rules.contains(&rule));
            let certain = |flag: &&PlainFlag| {
                own().all(|(point, _)| flag.condition.outcomes(point) == BTreeSet::from([true]))
            };
            self.flags[rule]
                .iter()
                .filter(|flag| certain(flag) != flag.unless)
                .map(|flag| flag.code.as_str())
                .collect()
        };
        rules.into_iter().map(raised).reduce(|all, own| all.intersection(&own).copied().collect()).unwrap()
    }

    fn rules_of(&mut self, book: &Value, place: usize) -> Vec<(Asked, BTreeSet<String>)> {
        let rules = tables(book)[place]["rules"].as_array().unwrap();
        rules
            .iter()
            .map(|rule| {
                let answers = texts(&rule["answers"]).into_iter().map(str::to_owned).collect();
                (self.condition(book, place, &rule["when"]), answers)
            })
            .collect()
    }

    fn coordinate(&mut self, fact: &str, part: Part) -> usize {
        let wanted = Coordinate { fact: fact.to_owned(), part };
        let found = self.coordinates.iter().position(|own| *own == wanted);
        found.unwrap_or_else(|| {
            self.coordinates.push(wanted);
            self.limits.push(BTreeSet::new());
            self.coordinates.len() - 1
        })
    }

    fn number(&mut self, fact: &str, part: Part, limit: f64) -> usize {
        let place = self.coordinate(fact, part);
        self.limits[place].insert(limit.to_bits());
        place
    }

    fn condition(&mut self, book: &Value, place: usize, json: &Value) -> Asked {
        let list = |own: &mut Self, items: &Value| -> Vec<Asked> {
            items.as_array().unwrap().iter().map(|item| own.condition(book, place, item)).collect()
        };
        if let Some(always) = json.get("always") {
            return if always.as_bool().unwrap() { Asked::Always } else { Asked::Never };
        }
        if let Some(items) = json.get("all") {
            return Asked::All(list(self, items));
        }
        if let Some(items) = json.get("any") {
            return Asked::Any(list(self, items));
        }
        if let Some(item) = json.get("not") {
            return Asked::Not(Box::new(self.condition(book, place, item)));
        }
        if let Some(other) = json.get("answer_of") {
            let at = tables(book).iter().take(place).position(|table| {
                table["question"] == other["question"] && table["guideline"] == other["guideline"]
            });
            let codes = texts(&other["in"]).into_iter().map(str::to_owned).collect();
            return Asked::Answer(at.unwrap(), self.rules_of(book, at.unwrap()), codes);
        }
        let fact = json["fact"].as_str().unwrap();
        let info = book["facts"].as_array().unwrap().iter().find(|own| own["id"] == fact).unwrap();
        if let Some(codes) = json.get("is") {
            let options = match info["kind"].as_str().unwrap() {
                "flag" => vec!["no", "yes"],
                _ => texts(&info["options"]),
            };
            return Asked::OneOf(self.coordinate(fact, Part::Code), places(&options, codes));
        }
        if let Some(reported) = json.get("reported") {
            let wanted = usize::from(reported.as_bool().unwrap());
            return Asked::OneOf(self.coordinate(fact, Part::Reported), vec![wanted]);
        }
        if let Some(codes) = json.get("against_laboratory_limits") {
            return Asked::OneOf(self.coordinate(fact, Part::Band), places(&BANDS, codes));
        }
        let signs = [
            ("below", Sign::Below),
            ("at_most", Sign::AtMost),
            ("at_least", Sign::AtLeast),
            ("above", Sign::Above),
        ];
        let (sign, limit) = signs
            .into_iter()
            .find_map(|(key, sign)| Some((sign, json.get(key)?.as_f64().unwrap())))
            .unwrap_or_else(|| panic!("not a condition: {json}"));
        if let Some(other) = json.get("if_reported_in") {
            assert_eq!(other["unit"], info["second_unit"]);
            let second = other["limit"].as_f64().unwrap();
            let unit = self.coordinate(fact, Part::Unit);
            let first = (self.number(fact, Part::First, limit), limit);
            return Asked::ByUnit(unit, sign, [first, (self.number(fact, Part::Second, second), second)]);
        }
        if info["kind"] == "by_sex" {
            let person = self.coordinate("person", Part::Code);
            let by_sex = self.coordinate(fact, Part::BySex);
            let numbers = [Part::First, Part::Second, Part::Third].map(|part| self.number(fact, part, limit));
            return Asked::BySex([by_sex, person], sign, numbers, limit);
        }
        // What guards read is a number of its own, after the ordinary one.
        let guarded = json.get("guarded").is_some();
        if guarded || info["second_unit"].is_string() && json["unit"] == info["second_unit"] {
            return Asked::Plain(self.number(fact, Part::Second, limit), sign, limit);
        }
        Asked::Plain(self.number(fact, Part::First, limit), sign, limit)
    }

    /// The rules that may apply at a point, and their answers: one rule, unless another table leaves open what is asked
    /// of it. All that ask the same table mean the same answer.
    pub(crate) fn answer(&self, point: &[f64]) -> (BTreeSet<usize>, BTreeSet<String>) {
        let mut rules = BTreeSet::new();
        self.reach(point, &Chosen::new(), &mut rules);
        let answers = rules.iter().flat_map(|place| self.rules[*place].1.iter().cloned()).collect();
        (rules, answers)
    }

    fn reach(&self, point: &[f64], chosen: &Chosen, reached: &mut BTreeSet<usize>) {
        for (place, (when, _)) in self.rules.iter().enumerate() {
            match when.holds(point, chosen) {
                Ok(false) => {}
                Ok(true) => {
                    reached.insert(place);
                    return;
                }
                Err(left) => return left.each(chosen, |chosen| self.reach(point, chosen, reached)),
            }
        }
        panic!("no rule applies at {point:?}");
    }

    /// Does the condition of one rule hold at a point? `None` where that hangs on what another table leaves open.
    pub(crate) fn rule_holds(&self, rule: usize, point: &[f64]) -> Option<bool> {
        let outcomes = self.rules[rule].0.outcomes(point);
        if outcomes.len() == 1 { outcomes.first().copied() } else { None }
    }

    pub(crate) fn rule_count(&self) -> usize {
        self.rules.len()
    }
}

impl LeftOpen {
    /// Goes on with each of the answers that are open.
    fn each(self, chosen: &Chosen, mut go_on: impl FnMut(&Chosen)) {
        for answer in self.1 {
            let mut chosen = chosen.clone();
            chosen.insert(self.0, answer);
            go_on(&chosen);
        }
    }
}

impl Asked {
    /// What it comes to at a point, for every choice of what other tables leave open.
    fn outcomes(&self, point: &[f64]) -> BTreeSet<bool> {
        fn gather(asked: &Asked, point: &[f64], chosen: &Chosen, found: &mut BTreeSet<bool>) {
            match asked.holds(point, chosen) {
                Ok(holds) => {
                    found.insert(holds);
                }
                Err(left) => left.each(chosen, |chosen| gather(asked, point, chosen, found)),
            }
        }
        let mut found = BTreeSet::new();
        gather(self, point, &Chosen::new(), &mut found);
        found
    }

    fn holds(&self, point: &[f64], chosen: &Chosen) -> Result<bool, LeftOpen> {
        Ok(match self {
            Self::Always => true,
            Self::Never => false,
            // Every part is looked at: what is open somewhere is open, unless the rest decides.
            Self::All(items) => {
                let mut open = None;
                for item in items {
                    match item.holds(point, chosen) {
                        Ok(false) => return Ok(false),
                        Ok(true) => {}
                        Err(left) => open = Some(left),
                    }
                }
                return open.map_or(Ok(true), Err);
            }
            Self::Any(items) => {
                let mut open = None;
                for item in items {
                    match item.holds(point, chosen) {
                        Ok(true) => return Ok(true),
                        Ok(false) => {}
                        Err(left) => open = Some(left),
                    }
                }
                return open.map_or(Ok(false), Err);
            }
            Self::Not(item) => !item.holds(point, chosen)?,
            Self::OneOf(at, options) => options.contains(&(point[*at] as usize)),
            Self::Plain(at, sign, limit) => sign.holds(point[*at], *limit),
            Self::ByUnit(unit, sign, numbers) => {
                let (at, limit) = numbers[point[*unit] as usize];
                sign.holds(point[at], limit)
            }
            Self::BySex([by_sex, person], sign, [everybody, woman, man], limit) => {
                let number = match (point[*by_sex] as usize, PERSONS[point[*person] as usize]) {
                    (0, _) => everybody,
                    (_, "male") => man,
                    _ => woman,
                };
                sign.holds(point[*number], *limit)
            }
            Self::Answer(table, rules, codes) => {
                if let Some(answer) = chosen.get(table) {
                    return Ok(codes.contains(answer));
                }
                for (when, answers) in rules {
                    if !when.holds(point, chosen)? {
                        continue;
                    }
                    return match answers.first() {
                        Some(answer) if answers.len() == 1 => Ok(codes.contains(answer)),
                        _ => Err(LeftOpen(*table, answers.clone())),
                    };
                }
                panic!("a table answers everybody");
            }
        })
    }
}
