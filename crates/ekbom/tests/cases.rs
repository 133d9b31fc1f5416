//! Cases that a clinician can read and write: `tests/cases/*.md`. How one is written stands in
//! `docs/src/adding-a-case.md`. Reading is strict: what is not understood is an error, never passed over.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use ekbom::{Knowledge, Patient, assess};
use serde_json::{Map, Value, json};

const SECTIONS: [&str; 8] =
    ["Story", "Person", "Results", "Symptoms", "History", "Medicines", "Complete", "Expected"];

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases"))
}

/// One line of the table of what is expected.
#[derive(Debug, PartialEq)]
struct Expectation {
    safety: bool,
    open: bool,
    kind: String,
    of: String,
}

#[derive(Debug)]
struct Case {
    patient: Value,
    expected: Vec<Expectation>,
}

/// The rows of a Markdown table with these columns.
fn table(lines: &[&str], columns: &[&str]) -> Result<Vec<Vec<String>>, String> {
    let cells = |line: &str| -> Result<Vec<String>, String> {
        let inner = line.strip_prefix('|').and_then(|line| line.strip_suffix('|'));
        let inner = inner.ok_or_else(|| format!("no row of a table: `{line}`"))?;
        let cells: Vec<String> = inner.split('|').map(|cell| cell.trim().to_owned()).collect();
        if cells.len() == columns.len() {
            Ok(cells)
        } else {
            Err(format!("{} cells and not {}: `{line}`", cells.len(), columns.len()))
        }
    };
    let [head, rule, rows @ ..] = lines else { return Err("a table is missing".to_owned()) };
    if cells(head)? != columns {
        return Err(format!("the columns are {columns:?}, not `{head}`"));
    }
    if !cells(rule)?.iter().all(|cell| cell.len() >= 3 && cell.bytes().all(|byte| byte == b'-')) {
        return Err(format!("a line of dashes stands below the columns, not `{rule}`"));
    }
    if rows.is_empty() {
        return Err("the table is empty: leave the section out".to_owned());
    }
    rows.iter().map(|row| cells(row)).collect()
}

/// `- one` a line, or `None.`
fn bullets(lines: &[&str]) -> Result<Vec<Value>, String> {
    match lines {
        ["None."] => Ok(Vec::new()),
        [] => Err("write `None.` or leave the section out".to_owned()),
        _ => lines
            .iter()
            .map(|line| line.strip_prefix("- ").map(|item| json!(item)).ok_or(format!("no item: `{line}`")))
            .collect(),
    }
}

/// Yes, no, a number, or a word.
fn said(cell: &str) -> Value {
    match cell {
        "yes" => json!(true),
        "no" => json!(false),
        _ => serde_json::from_str::<Value>(cell).ok().filter(Value::is_number).unwrap_or_else(|| json!(cell)),
    }
}

fn put(into: &mut Map<String, Value>, key: &str, value: Value) -> Result<(), String> {
    if into.insert(key.to_owned(), value).is_some() {
        return Err(format!("`{key}` is said twice"));
    }
    Ok(())
}

fn pairs(lines: &[&str], into: &mut Map<String, Value>) -> Result<(), String> {
    for row in table(lines, &["what", "is"])? {
        put(into, &row[0], said(&row[1]))?;
    }
    Ok(())
}

fn result(row: &[String]) -> Result<Value, String> {
    let mut made = Map::new();
    put(&mut made, "analyte", json!(row[0]))?;
    let (comparator, number) = match row[1].split_once(' ') {
        Some((comparator, number)) => (Some(comparator), number),
        None => (None, row[1].as_str()),
    };
    put(&mut made, "value", said(number))?;
    if let Some(comparator) = comparator {
        put(&mut made, "comparator", json!(comparator))?;
    }
    if !row[2].is_empty() {
        put(&mut made, "unit", json!(row[2]))?;
    }
    for more in row[3].split(',').map(str::trim).filter(|more| !more.is_empty()) {
        let (key, value) = more.split_once(' ').ok_or_else(|| format!("`{more}` is no name and value"))?;
        put(&mut made, key, said(value))?;
    }
    Ok(Value::Object(made))
}

fn expectation(row: &[String]) -> Result<Expectation, String> {
    let safety = match row[0].as_str() {
        "safety" => true,
        "key" => false,
        other => return Err(format!("a point is `key` or `safety`, not `{other}`")),
    };
    let open = match row[1].as_str() {
        "open" => true,
        "holds" => false,
        other => return Err(format!("it is `holds` or `open`, not `{other}`")),
    };
    if !row[4].ends_with('.') {
        return Err(format!("`{}`: why is a sentence", row[4]));
    }
    Ok(Expectation { safety, open, kind: row[2].clone(), of: row[3].clone() })
}

fn read(text: &str) -> Result<Case, String> {
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    if !lines.next().is_some_and(|line| line.starts_with("# ")) {
        return Err("a case begins with `# ` and its title".to_owned());
    }
    let source = lines.next().and_then(|line| line.strip_prefix("Source: ")).unwrap_or_default();
    if !source.starts_with("<https://")
        && !source.starts_with("<http://")
        && source != "ours; no real person."
    {
        return Err("below the title: `Source: <https://...>` or `Source: ours; no real person.`".to_owned());
    }
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in lines {
        match (line.strip_prefix("## "), sections.last_mut()) {
            (Some(name), last) => {
                let place = |name: &str| SECTIONS.iter().position(|&own| own == name);
                let here =
                    place(name).ok_or_else(|| format!("there is no section `{name}`: {SECTIONS:?}"))?;
                if last.is_some_and(|(before, _)| place(before) >= Some(here)) {
                    return Err(format!("`{name}` is not in its place: {SECTIONS:?}"));
                }
                sections.push((name, Vec::new()));
            }
            (None, Some((_, own))) => own.push(line),
            (None, None) => return Err(format!("this is in no section: `{line}`")),
        }
    }
    let names: Vec<&str> = sections.iter().map(|(name, _)| *name).collect();
    if !names.contains(&"Story") || !names.contains(&"Expected") {
        return Err("`Story` and `Expected` are always there".to_owned());
    }
    let mut patient = Map::new();
    patient.insert("labs".to_owned(), json!([]));
    let mut expected = Vec::new();
    for (name, lines) in &sections {
        match *name {
            "Story" if lines.is_empty() => return Err("the story is not told".to_owned()),
            "Story" => {}
            "Person" => pairs(lines, &mut patient)?,
            "Results" => {
                let rows = table(lines, &["test", "result", "unit", "more"])?;
                let results = rows.iter().map(|row| result(row)).collect::<Result<Vec<_>, _>>()?;
                patient.insert("labs".to_owned(), Value::Array(results));
            }
            "Symptoms" | "History" => {
                let mut group = Map::new();
                pairs(lines, &mut group)?;
                put(&mut patient, &name.to_lowercase(), Value::Object(group))?;
            }
            "Medicines" | "Complete" => {
                put(&mut patient, &name.to_lowercase(), Value::Array(bullets(lines)?))?;
            }
            _ => {
                let rows = table(lines, &["point", "state", "expect", "of", "why"])?;
                expected = rows.iter().map(|row| expectation(row)).collect::<Result<Vec<_>, _>>()?;
            }
        }
    }
    Ok(Case { patient: Value::Object(patient), expected })
}

fn items<'a>(got: &'a Value, key: &str) -> &'a [Value] {
    got[key].as_array().map_or(&[], Vec::as_slice)
}

/// The directions `for` an action, as `action` or `action@guideline`, and whether each is withheld.
fn offers(got: &Value, of: &str) -> Vec<bool> {
    let (action, guideline) = of.split_once('@').map_or((of, None), |(own, by)| (own, Some(by)));
    items(got, "recommendations")
        .iter()
        .filter(|own| own["action"] == action && own["direction"] == "for")
        .filter(|own| guideline.is_none_or(|by| own["guideline"] == by))
        .map(|own| !own["withheld"].is_null())
        .collect()
}

/// The possible answers of `question@guideline: code, code`, and the codes named; none where there is no such position.
fn answers(got: &Value, of: &str) -> Result<(Option<BTreeSet<String>>, BTreeSet<String>), String> {
    let shape = || format!("`{of}` is no `question@guideline: answer, answer`");
    let (name, codes) = of.split_once(": ").ok_or_else(shape)?;
    let (question, guideline) = name.split_once('@').ok_or_else(shape)?;
    let possible = items(got, "positions")
        .iter()
        .find(|own| own["question"] == question && own["guideline"] == guideline)
        .map(|own| items(own, "possible").iter().map(|code| code.as_str().unwrap().to_owned()).collect());
    Ok((possible, codes.split(", ").map(str::to_owned).collect()))
}

/// Does it hold? A kind that is not known is an error.
fn holds(got: &Value, expected: &Expectation) -> Result<bool, String> {
    let of = expected.of.as_str();
    let has = |list: &str, key: &str| items(got, list).iter().any(|own| own[key] == of);
    Ok(match expected.kind.as_str() {
        "answer" => answers(got, of).map(|(possible, codes)| possible.is_some_and(|own| own == codes))?,
        // Of a position that is not there nothing is known: a misspelt one must not pass.
        "no answer" => {
            answers(got, of).map(|(possible, codes)| possible.is_some_and(|own| own.is_disjoint(&codes)))?
        }
        "given" => offers(got, of).contains(&false),
        "withheld" => !offers(got, of).is_empty() && !offers(got, of).contains(&false),
        "not given" => !offers(got, of).contains(&false),
        "alert" => has("alerts", "code"),
        "no alert" => !has("alerts", "code"),
        "critical" => items(got, "critical").iter().any(|own| own["fact"] == of || own["analyte"] == of),
        "no critical" => items(got, "critical").is_empty() && of == "any",
        "test" => has("next_tests", "test"),
        "precaution" => has("precautions", "id") || has("precautions", "concerns"),
        "act" => has("acts", "kind") || has("acts", "act"),
        other => return Err(format!("nothing is known of `{other}`")),
    })
}

/// The codes that the published schema of an assessment allows for a key of a list.
fn codes(schema: &Value, list: &str, key: &str) -> BTreeSet<String> {
    let own = &schema["oneOf"][0]["properties"][list]["items"]["properties"][key];
    let constants = ["oneOf", "anyOf"].iter().flat_map(|way| items(own, way)).map(|one| &one["const"]);
    items(own, "enum").iter().chain(constants).filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A name that nobody knows would hold for ever of `not given`, and be open for ever of `given`.
fn misspelt(schema: &Value, expected: &Expectation) -> bool {
    let (list, key) = match expected.kind.as_str() {
        "given" | "withheld" | "not given" => ("recommendations", "action"),
        "alert" | "no alert" => ("alerts", "code"),
        "test" => ("next_tests", "test"),
        _ => return false,
    };
    let name = expected.of.split_once('@').map_or(expected.of.as_str(), |(name, _)| name);
    !codes(schema, list, key).contains(name)
}

fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|kind| kind == "md"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn cases() {
    let knowledge = Knowledge::builtin();
    let (mut wrong, mut open, mut points, mut safety) = (Vec::new(), Vec::new(), 0, 0);
    let (names, schema) = (names(), ekbom::exchange::schema::assessment());
    for name in &names {
        let case = match read(&fs::read_to_string(folder().join(format!("{name}.md"))).unwrap()) {
            Ok(case) => case,
            Err(error) => {
                wrong.push(format!("{name}: {error}"));
                continue;
            }
        };
        let got: Value = match Patient::from_json(&case.patient.to_string()) {
            Ok(patient) => serde_json::from_str(&assess(&knowledge, &patient).to_json()).unwrap(),
            Err(errors) => {
                wrong.push(format!("{name}: refused: {}", serde_json::to_string(&errors).unwrap()));
                continue;
            }
        };
        for own in &case.expected {
            points += 1;
            if misspelt(&schema, own) {
                wrong.push(format!("{name}: there is no `{}`", own.of));
                continue;
            }
            let said = format!("{name}: {} {}", own.kind, own.of);
            match (holds(&got, own), own.open) {
                (Err(error), _) => wrong.push(format!("{name}: {error}")),
                (Ok(true), true) => {
                    wrong.push(format!("{said}: holds now: write `holds`, and lower the count"))
                }
                (Ok(false), false) => wrong.push(format!("{said}: does not hold")),
                (Ok(true), false) => {}
                (Ok(false), true) => {
                    safety += usize::from(own.safety);
                    open.push(format!("{said}{}", if own.safety { " (safety)" } else { "" }));
                }
            }
        }
    }
    println!("{} cases, {points} points, {} open, {safety} of them of safety:", names.len(), open.len());
    println!("{}", open.join("\n"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    let committed = fs::read_to_string(folder().join("open.txt")).unwrap();
    let counts = format!("{} open\n{safety} of them of safety\n", open.len());
    assert_eq!(counts, committed, "tests/cases/open.txt: the counts may only fall");
}

const SMALL: &str = "# A title\n\nSource: ours; no real person.\n\n## Story\n\nTold.\n\n## Person\n\n| what | is |\n|---|---|\n\
    | age_years | 50 |\n\n## Results\n\n| test | result | unit | more |\n|---|---|---|---|\n| crp | < 5 | mg/L | days_ago 2 |\n\n\
    ## Medicines\n\nNone.\n\n## Expected\n\n| point | state | expect | of | why |\n|---|---|---|---|---|\n\
    | key | holds | no alert | x | It is small. |\n";

#[test]
fn a_small_case_is_read() {
    let case = read(SMALL).unwrap();
    let crp = json!({"analyte": "crp", "value": 5, "comparator": "<", "unit": "mg/L", "days_ago": 2});
    assert_eq!(case.patient, json!({"age_years": 50, "labs": [crp], "medicines": []}));
    let (kind, of) = ("no alert".to_owned(), "x".to_owned());
    assert_eq!(case.expected, [Expectation { safety: false, open: false, kind, of }]);
}

#[test]
fn what_is_not_understood_is_an_error() {
    for (from, to) in [
        ("# A title", "A title"),
        ("Source: ours; no real person.", "Source: somebody"),
        ("## Medicines", "## Drugs"),
        ("## Story", "## Medicines"),
        ("| test | result |", "| test | value |"),
        ("| crp | < 5 |", "| crp |"),
        ("days_ago 2", "days_ago"),
        ("days_ago 2", "value 3"),
        ("None.", "none"),
        ("| age_years | 50 |", "| age_years | 50 |\n| age_years | 51 |"),
        ("| key |", "| keys |"),
        ("| holds |", "| hold |"),
        ("It is small.", ""),
        ("Told.", ""),
        ("| what | is |\n|---|---|\n", "| what | is |\n"),
    ] {
        assert!(SMALL.contains(from), "{from}");
        assert!(read(&SMALL.replacen(from, to, 1)).is_err(), "`{to}` was read");
    }
    let unknown = Expectation { safety: false, open: true, kind: "hope".to_owned(), of: String::new() };
    assert!(holds(&json!({}), &unknown).is_err());
}
