//! Reads a case of `tests/cases/*.md`. How one is written stands in `docs/src/adding-a-case.md`. Reading is strict: what is
//! not understood is an error, never passed over.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

const SECTIONS: [&str; 8] =
    ["Story", "Person", "Results", "Symptoms", "History", "Medicines", "Complete", "Expected"];

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases"))
}

/// One line of the table of what is expected.
#[derive(Debug, PartialEq)]
pub(crate) struct Expectation {
    pub(crate) safety: bool,
    pub(crate) open: bool,
    pub(crate) kind: String,
    pub(crate) of: String,
}

#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) patient: Value,
    pub(crate) expected: Vec<Expectation>,
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

/// `- one` a line, or `None.`; behind the name what is further known of it: `- methadone, stopped_days_ago 3`.
fn medicines(lines: &[&str]) -> Result<Vec<Value>, String> {
    let one = |item: Value| -> Result<Value, String> {
        let whole = item.as_str().unwrap_or_default().to_owned();
        let mut parts = whole.split(", ");
        let mut made = Map::new();
        put(&mut made, "name", json!(parts.next().unwrap_or_default()))?;
        further(&mut made, parts)?;
        Ok(if made.len() == 1 { item } else { Value::Object(made) })
    };
    bullets(lines)?.into_iter().map(one).collect()
}

/// Names with their values, as `planned yes`.
fn further<'t>(into: &mut Map<String, Value>, all: impl Iterator<Item = &'t str>) -> Result<(), String> {
    for more in all.map(str::trim).filter(|more| !more.is_empty()) {
        let (key, value) = more.split_once(' ').ok_or_else(|| format!("`{more}` is no name and value"))?;
        put(into, key, said(value))?;
    }
    Ok(())
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
    further(&mut made, row[3].split(','))?;
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

pub(crate) fn read(text: &str) -> Result<Case, String> {
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
            "Medicines" => put(&mut patient, "medicines", Value::Array(medicines(lines)?))?,
            "Complete" => {
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
