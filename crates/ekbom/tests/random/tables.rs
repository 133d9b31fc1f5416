//! Random rule books: two to four tables, each of which may ask the answers of earlier ones.

use ekbom::Knowledge;
use ekbom::exchange::rules::{RuleBook, RuleBookError};
use serde_json::{Value, json};

use super::Draws;

const QUESTIONS: [&str; 4] = ["iron.therapy", "kidney.stage", "b12.first_line", "b12.status"];

/// A random rule book as JSON, with the catalogue of facts that the crate exports.
pub(crate) fn random(draws: &mut Draws, facts: &Value, questions: &Value) -> Value {
    let count = 2 + draws.below(3);
    let mut tables: Vec<Value> = Vec::new();
    for question in QUESTIONS.iter().take(count) {
        let all = questions.as_array().unwrap().iter().find(|own| own["id"] == *question).unwrap();
        let codes: Vec<&str> = all["answers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|answer| answer["code"].as_str().unwrap())
            .collect();
        let asked = facts_asked(draws);
        let last = 1 + draws.below(7);
        let rules: Vec<Value> = (0..=last)
            .map(|place| {
                let when =
                    if place == last { json!({"always": true}) } else { condition(draws, &asked, &tables, 3) };
                let mut answers = vec![*draws.one_of(&codes)];
                if draws.once_in(10) {
                    answers.push(*draws.one_of(&codes));
                }
                let flags = flags(draws, &asked, &tables);
                json!({"id": format!("random/{question}/{place}"), "when": when, "answers": answers, "flags": flags,
                       "cites": [], "verification": "original", "grades": [], "note": ""})
            })
            .collect();
        tables.push(json!({"question": question, "guideline": "random", "guideline_title": "Random",
                           "standing": "current", "rules": rules}));
    }
    json!({"ekbom": "0", "version": "random", "hash": "", "facts": facts, "questions": questions, "tables": tables})
}

/// Up to two flags of a rule, one raised when its condition certainly holds, the other unless it does.
fn flags(draws: &mut Draws, asked: &[&str], earlier: &[Value]) -> Vec<Value> {
    let count = draws.below(3);
    let keys = ["when", "unless"].into_iter().take(count);
    keys.map(|key| json!({"code": key, key: condition(draws, asked, earlier, 2)})).collect()
}

/// The knowledge of a random rule book; `None` where a table asks for an answer that another leaves open, or grows
/// too large.
pub(crate) fn compiled(book: &Value) -> Option<Knowledge> {
    use ekbom::logic::table::CompileError::TooLarge;
    match RuleBook::from_json(&book.to_string()).unwrap().compile() {
        Ok(knowledge) => Some(knowledge),
        Err(RuleBookError::Table { error: TooLarge, .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

/// What the tables of one book ask: few facts, so that rules meet.
fn facts_asked(draws: &mut Draws) -> Vec<&'static str> {
    const FACTS: [&str; 12] = [
        "age_years",
        "dialysis",
        "person",
        "egfr",
        "b12_total",
        "mma_serum",
        "ferritin",
        "mimics",
        "b12_cause",
        "folate_serum",
        "crohn",
        "tsat",
    ];
    let count = 2 + draws.below(3);
    (0..count).map(|_| *draws.one_of(&FACTS)).collect()
}

fn condition(draws: &mut Draws, asked: &[&str], earlier: &[Value], depth: usize) -> Value {
    let kinds = if depth == 0 { 4 } else { 8 };
    match draws.below(kinds) {
        0..=2 => fact(draws, asked),
        3 => answer_of(draws, earlier).unwrap_or_else(|| fact(draws, asked)),
        4 => json!({"not": condition(draws, asked, earlier, depth - 1)}),
        5 => json!({"always": true}),
        kind => {
            let count = 1 + draws.below(3);
            let items: Vec<Value> = (0..count).map(|_| condition(draws, asked, earlier, depth - 1)).collect();
            if kind == 6 { json!({"all": items}) } else { json!({"any": items}) }
        }
    }
}

fn answer_of(draws: &mut Draws, earlier: &[Value]) -> Option<Value> {
    if earlier.is_empty() {
        return None;
    }
    let table = draws.one_of(earlier).clone();
    // Codes of whole rules, so that most tests are decided by every rule; now and then one that splits them.
    let rules = table["rules"].as_array().unwrap();
    let mut codes: Vec<Value> = Vec::new();
    for _ in 0..=draws.below(2) {
        codes.extend(draws.one_of(rules)["answers"].as_array().unwrap().iter().cloned());
    }
    codes.sort_by_key(ToString::to_string);
    codes.dedup();
    Some(json!({"answer_of": {"question": table["question"], "guideline": "random", "in": codes}}))
}

fn some_of(draws: &mut Draws, codes: &[&str]) -> Vec<String> {
    let kept: Vec<String> =
        codes.iter().filter(|_| draws.once_in(2)).map(|code| (*code).to_owned()).collect();
    // All of them, or none, would ask nothing, and is refused.
    if kept.is_empty() || kept.len() == codes.len() { vec![draws.one_of(codes).to_string()] } else { kept }
}

fn fact(draws: &mut Draws, asked: &[&str]) -> Value {
    let id = *draws.one_of(asked);
    match id {
        "dialysis" | "crohn" => json!({"fact": id, "is": some_of(draws, &["no", "yes"])}),
        "mimics" => json!({"fact": id, "is": some_of(draws, &["ruled_out", "coexists", "sole_explanation"])}),
        "b12_cause" => json!({"fact": id, "is": some_of(draws, &[
            "autoimmune_gastritis", "total_gastrectomy", "complete_terminal_ileal_resection",
            "other_malabsorption", "medicine", "dietary", "nitrous_oxide"])}),
        "person" => json!({"fact": id, "is": some_of(draws, &[
            "male", "female_not_pregnant", "pregnant_t1", "pregnant_t2", "pregnant_t3"])}),
        "b12_total" | "folate_serum" | "mma_serum" | "ferritin" | "tsat" if draws.once_in(4) => {
            if draws.once_in(2) {
                json!({"fact": id, "reported": draws.once_in(2)})
            } else {
                let codes = some_of(draws, &["not_given", "low", "grey", "in_range", "high"]);
                json!({"fact": id, "against_laboratory_limits": codes})
            }
        }
        _ => compared(draws, id),
    }
}

fn compared(draws: &mut Draws, id: &str) -> Value {
    // Few limits for each fact, so that different rules share them.
    let (unit, limits): (&str, [f64; 3]) = match id {
        "age_years" => ("a", [2.0, 18.0, 65.0]),
        "egfr" => ("mL/min/{1.73_m2}", [15.0, 45.0, 60.0]),
        "b12_total" => ("ng/L", [150.0, 180.0, 350.0]),
        "folate_serum" => ("ng/mL", [3.0, 4.0, 7.0]),
        "mma_serum" => ("nmol/L", [270.0, 400.0, 460.0]),
        "ferritin" => ("ng/mL", [50.0, 75.0, 300.0]),
        _ => ("%", [20.0, 45.0, 100.0]),
    };
    let sign = *draws.one_of(&["below", "at_most", "at_least", "above"]);
    let place = draws.below(3);
    let mut made = json!({"fact": id, "unit": unit});
    made[sign] = json!(limits[place]);
    let second = match id {
        "b12_total" => Some(("pmol/L", [111.0, 133.0, 258.0])),
        "folate_serum" => Some(("nmol/L", [7.0, 9.0, 16.0])),
        _ => None,
    };
    if let Some((unit, limits)) = second.filter(|_| !draws.once_in(3)) {
        made["if_reported_in"] = json!({"unit": unit, "limit": limits[place]});
    }
    made
}
