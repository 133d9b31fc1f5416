//! `ekbom assess --fhir`: records in, answers out, and what became of each entry.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn clinic() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ekbom-fhir/tests/fixtures/clinic.json");
    fs::read_to_string(path).unwrap()
}

fn ekbom(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ekbom"))
        .args(["assess", "--fhir"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // The command may end without reading.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().unwrap()
}

fn answers(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn each_subject_is_a_line_and_the_ledger_a_file() {
    let ledger = std::env::temp_dir().join(format!("ekbom-ledger-{}.json", std::process::id()));
    let file = ledger.to_str().unwrap();
    let output = ekbom(&["-", "--as-of", "2024-03-15", "--ledger", file], &clinic());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let answers = answers(&output);
    assert_eq!(answers.len(), 2);
    let of = |own: &Value| own["question"] == "iron.safety";
    let safety =
        answers.iter().map(|own| own["positions"].as_array().unwrap().iter().find(|own| of(own)).unwrap());
    let stops =
        |own: &Value| own["possible"].as_array().unwrap().iter().all(|own| own.to_string().contains("stop_"));
    let stops: Vec<bool> = safety.map(stops).collect();
    assert_eq!(stops, [true, false], "a saturation of 52 %; of the other nothing is known");
    let written: Value = serde_json::from_str(&fs::read_to_string(&ledger).unwrap()).unwrap();
    fs::remove_file(&ledger).unwrap();
    assert_eq!((&written["read"], &written["refused"]), (&json!(12), &json!(3)));
    assert!(said(&output).contains("12 entries read, 8 skipped, 3 refused"));
}

#[test]
fn the_day_that_was_chosen_is_said_aloud() {
    let output = ekbom(&["-"], &clinic());
    assert!(
        said(&output).contains("Read as of 2024-03-14, the day of the newest result"),
        "{}",
        said(&output)
    );
}

#[test]
fn what_is_no_record_is_refused() {
    let output =
        ekbom(&["--format", "json", "-"], r#"{"resourceType": "Condition", "clinicalStatus": "active"}"#);
    assert_eq!(output.status.code(), Some(2));
    let answers = answers(&output);
    let errors = &answers.first().unwrap()["errors"];
    assert!(errors.to_string().contains("STU3"), "{errors}");
    assert_eq!(ekbom(&["-", "--as-of", "today"], "{}").status.code(), Some(1));
    assert_eq!(ekbom(&["-", "--complete", "labs"], "{}").status.code(), Some(1));
    assert_eq!(
        ekbom(&["-", "--format", "html"], &clinic()).status.code(),
        Some(1),
        "a page is of one patient"
    );
}

#[test]
fn a_critical_result_that_was_set_aside_is_said() {
    let potassium = |value: f64| {
        json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2024-03-01",
            "code": {"coding": [{"system": "http://loinc.org", "code": "2823-3"}]},
            "valueQuantity": {"value": value, "unit": "mmol/L"}})
    };
    let output = ekbom(&["-"], &json!([potassium(7.4), potassium(4.1)]).to_string());
    assert!(said(&output).contains("critical if it is true"), "{}", said(&output));
}

#[test]
fn the_dead_are_not_advised() {
    let dead = json!([{"resourceType": "Patient", "id": "p", "deceasedBoolean": true}]);
    let output = ekbom(&["--format", "json", "-"], &dead.to_string());
    assert_eq!(output.status.code(), Some(2));
    assert!(answers(&output).first().unwrap()["errors"].to_string().contains("dead"));
}

#[test]
fn the_caller_says_what_is_complete_and_what_codes_mean() {
    let codes = std::env::temp_dir().join(format!("ekbom-codes-{}.json", std::process::id()));
    fs::write(&codes, r#"[{"system": "urn:x", "code": "F", "analyte": "ferritin"}]"#).unwrap();
    let own = json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2024-03-01",
        "code": {"coding": [{"system": "urn:x", "code": "F"}]}, "valueQuantity": {"value": 38, "unit": "ng/mL"}});
    let args = ["--format", "json", "--codes", codes.to_str().unwrap(), "--complete", "history", "-"];
    let output = ekbom(&args, &own.to_string());
    fs::remove_file(&codes).unwrap();
    assert_eq!((answers(&output).len(), output.status.code()), (1, Some(0)));
    assert!(said(&output).contains("1 entries read, 0 skipped, 0 refused"), "{}", said(&output));
}

#[test]
fn an_answer_may_be_in_fhir_too() {
    let output = ekbom(&["-", "--as-of", "2024-03-15", "--format", "fhir"], &clinic());
    let answers = answers(&output);
    assert_eq!(answers.len(), 2);
    for own in answers {
        assert_eq!((&own["resourceType"], &own["type"]), (&json!("Bundle"), &json!("collection")));
        let resource = &own["entry"][0]["resource"];
        assert_eq!(resource["resourceType"], "GuidanceResponse");
        assert!(resource["subject"]["reference"].is_null(), "names nobody: {resource}");
    }
    let dead = r#"{"resourceType": "Patient", "id": "p", "deceasedBoolean": true}"#;
    let output = ekbom(&["-", "--format", "fhir"], dead);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &answer["resourceType"]), (Some(2), &json!("OperationOutcome")));
}
