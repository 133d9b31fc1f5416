//! Cases that a clinician can read and write: `tests/cases/*.md`. How one is written stands in
//! `docs/src/adding-a-case.md`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

#[path = "support/case.rs"]
mod case;

use std::collections::BTreeSet;
use std::fs;

use case::{Expectation, folder, read};
use ekbom::{ActCode, Knowledge, Patient, assess};
use serde_json::{Value, json};

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
        "no act" => !has("acts", "kind") && !has("acts", "act"),
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
    if expected.kind == "no act" {
        // A code that nobody knows would hold for ever.
        return expected.of.parse::<ActCode>().is_ok_and(|code| matches!(code, ActCode::Other(_)));
    }
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
    let stopped = SMALL.replace("None.", "- methadone, stopped_days_ago 3\n- iron sucrose, planned yes");
    let both =
        json!([{"name": "methadone", "stopped_days_ago": 3}, {"name": "iron sucrose", "planned": true}]);
    assert_eq!(read(&stopped).unwrap().patient["medicines"], both);
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
        ("None.", "- methadone, stopped"),
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
