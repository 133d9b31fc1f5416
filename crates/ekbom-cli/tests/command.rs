//! The command as a whole: what it prints, and how it ends.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const NEJM: &str = "b12-normal-blood-count.json";

fn ekbom(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ekbom"))
        .args(args)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/patients"))
        .env_remove("COLUMNS")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_owned());
    // Beside the reading of its output, which otherwise could hold up a long input. The command may end without reading.
    let writing = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    output
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard output, standard error and exit code, for a snapshot.
fn all(output: &Output) -> String {
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    let code = output.status.code().unwrap();
    format!("{}---- standard error\n{errors}---- exit code {code}\n", text(output))
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    text(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_published_case_as_text() {
    let output = ekbom(&["assess", NEJM], "");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output));
}

#[test]
fn the_man_with_saturation_88_as_text() {
    insta::assert_snapshot!(text(&ekbom(&["assess", "saturation-88-percent.json"], "")));
}

#[test]
fn a_patient_of_whom_most_is_known_as_text() {
    insta::assert_snapshot!(text(&ekbom(&["assess", "iron-bowel-disease.json"], "")));
}

#[test]
fn reports_keep_to_the_width_and_to_ascii() {
    for (name, args) in
        [(NEJM, ["--all", "--trace"]), ("iron-bowel-disease.json", ["--all", "--uncertainty"])]
    {
        for width in ["80", "100"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_ekbom"));
            command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/patients"));
            let output = command.args(["assess", name]).args(args).env("COLUMNS", width).output().unwrap();
            for line in text(&output).lines() {
                assert!(line.is_ascii(), "{line}");
                assert!(line.len() <= width.parse().unwrap(), "{width}: {line}");
                assert_eq!(line.trim_end(), line);
            }
        }
    }
}

#[test]
fn json_has_every_key() {
    let [assessment] = &lines(&ekbom(&["assess", "--format", "json", NEJM], ""))[..] else {
        panic!("one line")
    };
    let keys: Vec<&str> = assessment.as_object().unwrap().keys().map(String::as_str).collect();
    insta::assert_snapshot!(keys.join("\n"));
}

#[test]
fn a_guideline_alone() {
    let output = ekbom(&["assess", "--format", "json", "--trace", "--guideline", "mayo-2021", NEJM], "");
    let [assessment] = &lines(&output)[..] else { panic!("one line") };
    for key in ["positions", "recommendations", "trace"] {
        let own = assessment[key].as_array().unwrap();
        assert!(own.iter().all(|entry| entry["guideline"] == "mayo-2021"), "{key}");
    }
    assert!(!assessment["alerts"].as_array().unwrap().is_empty(), "alerts stay");
    insta::assert_snapshot!(all(&ekbom(&["assess", "--guideline", "mayo-2012", NEJM], "")));
}

const REFUSED: &str = r#"{"sex": "f", "labs": [{"analyte": "creatinine", "value": 88, "unit": "mg/dL"}]}"#;

#[test]
fn a_refused_patient() {
    insta::assert_snapshot!("refused_text", all(&ekbom(&["assess", "-"], REFUSED)));
    insta::assert_snapshot!("refused_json", all(&ekbom(&["assess", "--format", "json", "-"], REFUSED)));
}

#[test]
fn a_critical_result_of_a_refused_patient() {
    let patient = r#"{"labs": [{"analyte": "feritin", "value": 38, "unit": "ng/mL"},
        {"analyte": "potassium", "value": 7.2, "unit": "mmol/L"}]}"#;
    for (format, shown) in
        [("json", "\"critical\":[{\"analyte\":\"potassium\""), ("text", "CRITICAL"), ("html", "Critical: ")]
    {
        let output = ekbom(&["assess", "--format", format, "-"], patient);
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(text(&output).contains(shown), "{format}: {}", text(&output));
    }
}

#[test]
fn an_array_with_one_refused() {
    let output = ekbom(&["assess", "-"], &format!("[{{\"labs\": []}},\n {REFUSED}, 7]"));
    assert_eq!(output.status.code(), Some(2));
    let all: Vec<serde_json::Value> = serde_json::from_str(&text(&output)).unwrap();
    assert_eq!(all.len(), 3);
    assert!(all[0]["positions"].is_array() && all[1]["errors"].is_array() && all[2]["errors"].is_array());
    assert_eq!(text(&ekbom(&["assess", "-"], "[]")), "[]\n");
}

#[test]
fn ndjson_with_one_refused() {
    for bad in [REFUSED, "{\"age_years\": 5", "not JSON", "[1]"] {
        let output = ekbom(&["assess", "-"], &format!("{{\"labs\": []}}\n\n{bad}\n{{\"age_years\": 50}}\n"));
        assert_eq!(output.status.code(), Some(2), "{bad}");
        let all = lines(&output);
        assert_eq!(all.len(), 3, "{bad}");
        assert!(
            all[0]["positions"].is_array() && all[1]["errors"].is_array() && all[2]["positions"].is_array()
        );
        assert!(output.stderr.is_empty());
    }
    let first = ekbom(&["assess", "-"], "{\"age_years\": 5 6}\n{\"labs\": []}\n");
    assert_eq!(lines(&first).len(), 2);
}

#[test]
fn a_line_without_an_end_is_refused_and_the_next_is_read() {
    let long = format!("{{\"medicines\": [\"{}\"]}}", "x".repeat(5_000_000));
    for input in
        [format!("{{}}\n{long}\n{{}}\n"), format!("{{}}\n{{}}\n{long}\n{{}}"), format!("{{}}\n{{}}\n{long}")]
    {
        let output = ekbom(&["assess", "-"], &input);
        assert_eq!(output.status.code(), Some(2));
        let refused: Vec<bool> = lines(&output).iter().map(|line| line.get("errors").is_some()).collect();
        let wanted: Vec<bool> = input.lines().map(|line| line.len() > 2).collect();
        assert_eq!(refused, wanted);
        assert!(text(&output).len() < 1_000_000);
    }
    // The first of them, and one patient over many lines.
    assert_eq!(ekbom(&["assess", "-"], &format!("{long}\n{{}}\n")).status.code(), Some(2));
    let spread = format!("{{\n\"medicines\": [\n{}\"a\"]}}", "\"a\",\n".repeat(1_000_000));
    let output = ekbom(&["assess", "--format", "json", "-"], &spread);
    assert!(text(&output).contains("a patient of more than 4194304 bytes is not read"), "{}", text(&output));
}

#[test]
fn one_patient_however_it_is_written() {
    for text_of in [
        "{}",
        "{\n}\n",
        "\u{feff}{\"labs\":\n [\n{\"analyte\": \"tsat\",\n\"value\": 88, \"unit\": \"%\"}\n]}",
        "{\"age_years\": 5\n, \"labs\": []}",
    ] {
        let output = ekbom(&["assess", "-"], text_of);
        assert_eq!(output.status.code(), Some(0), "{text_of}");
        assert!(text(&output).contains("TREATMENTS"), "{text_of}");
    }
    assert_eq!(ekbom(&["assess", "-"], "").status.code(), Some(2));
}

#[test]
fn failures() {
    for args in [
        &["assess", "no-such-file.json"][..],
        &["asses"],
        &["convert", "ferritin", "38", "furlong"],
        &["explain", "x"],
    ] {
        let output = ekbom(args, "");
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn help() {
    insta::assert_snapshot!("help", text(&ekbom(&["--help"], "")));
    insta::assert_snapshot!("help_assess", text(&ekbom(&["assess", "--help"], "")));
    insta::assert_snapshot!("help_rules", text(&ekbom(&["rules", "--help"], "")));
    let version = text(&ekbom(&["--version"], ""));
    assert_eq!(
        version,
        format!("ekbom {}, knowledge {}\n", env!("CARGO_PKG_VERSION"), ekbom::knowledge::VERSION)
    );
}

#[test]
fn rules() {
    let one = ["--question", "iron.therapy", "--guideline", "aan-2016"];
    insta::assert_snapshot!("rules_text", text(&ekbom(&[&["rules"][..], &one].concat(), "")));
    let markdown = [&["rules", "--format", "markdown"][..], &one].concat();
    insta::assert_snapshot!("rules_markdown", text(&ekbom(&markdown, "")));
    insta::assert_snapshot!("explain", text(&ekbom(&["explain", "aan-2016/iron.therapy/stores-low"], "")));
    let typo = all(&ekbom(&["explain", "aan-2016/iron.therapy/store-low"], ""));
    assert!(typo.contains("did you mean `aan-2016/iron.therapy/stores-low`?"));
}

#[test]
fn rules_that_changed() {
    let book = text(&ekbom(
        &["rules", "--format", "json", "--question", "iron.therapy", "--guideline", "aan-2016"],
        "",
    ));
    assert!(ekbom::exchange::rules::RuleBook::from_json(&book).unwrap().compile().is_ok());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (old, new) = (folder.join("old.json"), folder.join("new.json"));
    std::fs::write(&old, &book).unwrap();
    let changed =
        book.replace("\"at_most\": 75", "\"at_most\": 50").replacen("\"derived\"", "\"original\"", 1);
    std::fs::write(&new, changed).unwrap();
    let args = ["rules", "diff", old.to_str().unwrap(), new.to_str().unwrap()];
    let output = text(&ekbom(&args, ""));
    // The fingerprint follows every change of the rules.
    let (_, changes) = output.split_once("): ").unwrap();
    insta::assert_snapshot!(changes);
    let json = ekbom(&[&args[..], &["--format", "json"]].concat(), "");
    let difference: serde_json::Value = serde_json::from_str(&text(&json)).unwrap();
    assert_eq!(difference["changes"][1]["clinical"], false);
}

#[test]
fn whose_answers_move() {
    let book = text(&ekbom(&["rules", "--format", "json"], ""));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let changed = folder.join("moved.json");
    // Every limit of 75 by 50: other guidelines than one may have it.
    std::fs::write(&changed, book.replace("\"at_most\": 75,", "\"at_most\": 50,")).unwrap();
    let patients = r#"{"labs": [{"analyte": "ferritin", "value": 60, "unit": "ng/mL"}], "age_years": 40, "sex": "male", "complete": ["history"]}
{"labs": [{"analyte": "ferritin", "value": 20, "unit": "ng/mL"}], "age_years": 40, "sex": "male", "complete": ["history"]}
{"labs": [{"analyte": "ferritin", "value": 20, "unit": "stones"}]}
"#;
    let people = folder.join("moved.ndjson");
    std::fs::write(&people, patients).unwrap();
    let args = ["rules", "diff", "builtin", changed.to_str().unwrap(), "--people", people.to_str().unwrap()];
    let said = text(&ekbom(&args, ""));
    assert!(said.starts_with("1 of 3 people have at least one answer that moved"), "{said}");
    let json = text(&ekbom(&[&args[..], &["--format", "json"]].concat(), ""));
    let moved: serde_json::Value = serde_json::from_str(&json).unwrap();
    let ways = moved["ways"].as_array().unwrap();
    let aan = ways.iter().find(|own| own["what"] == "iron.therapy@aan-2016").unwrap();
    assert_eq!((&aan["people"], &aan["examples"]), (&1.into(), &serde_json::json!(["1"])));
    assert_ne!(aan["before"], aan["after"]);
    let same = ["rules", "diff", "builtin", "builtin", "--people", people.to_str().unwrap()];
    let nothing = text(&ekbom(&same, ""));
    assert_eq!(nothing.trim(), "0 of 3 people have at least one answer that moved");
}

#[test]
fn rules_of_ones_own() {
    let answer = |file: &str, patient: &str| {
        let output = ekbom(&["assess", "--rules", file, "--format", "json", "-"], patient);
        assert_eq!(output.status.code(), Some(0), "{}", all(&output));
        let made = lines(&output).remove(0);
        (made["positions"].clone(), made["knowledge"]["hash"].as_str().unwrap().to_owned())
    };
    let file = std::env::temp_dir().join(format!("ekbom-rules-{}.json", std::process::id()));
    let name = file.to_str().unwrap();
    let built_in = text(&ekbom(&["rules", "--format", "json"], ""));
    std::fs::write(&file, built_in.replace("\"at_most\": 75,", "\"at_most\": 70,")).unwrap();
    let patient = r#"{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 72, "unit": "ng/mL"}]}"#;
    let (positions, hash) = answer(name, patient);
    let own = positions
        .as_array()
        .unwrap()
        .iter()
        .find(|own| own["question"] == "iron.therapy" && own["guideline"] == "aan-2016")
        .unwrap();
    assert_eq!(own["possible"], serde_json::json!(["not_addressed"]));
    let unchanged: serde_json::Value = serde_json::from_str(&built_in).unwrap();
    assert_ne!(unchanged["hash"], *hash, "an assessment names the rules that answered");

    // A question that no built-in rule asks: where a reported saturation lies against its laboratory's limits.
    let rule = |name: &str, when: &str, answer: &str| {
        format!(
            r#"{{"id": "trial/iron.overload/{name}", "when": {when}, "answers": ["{answer}"], "flags": [], "cites": [],
                "verification": "unverified", "grades": [], "note": ""}}"#
        )
    };
    let high = rule("high", r#"{"fact": "tsat", "against_laboratory_limits": ["high"]}"#, "hfe_test");
    let rest = rule("otherwise", r#"{"always": true}"#, "no_overload");
    let book = format!(
        r#"{{"ekbom": "", "version": "trial", "hash": "", "tables": [{{"question": "iron.overload", "guideline": "trial",
            "guideline_title": "A trial", "standing": "current", "rules": [{high}, {rest}]}}]}}"#
    );
    std::fs::write(&file, book).unwrap();
    for (value, expected) in [(44, "no_overload"), (45, "no_overload"), (46, "hfe_test")] {
        let patient = format!(
            r#"{{"labs": [{{"analyte": "tsat", "value": {value}, "unit": "%", "ref_low": 20, "ref_high": 45}}]}}"#
        );
        let positions = answer(name, &patient).0;
        assert_eq!(positions[0]["possible"], serde_json::json!([expected]), "{value}");
    }

    std::fs::write(&file, "{}").unwrap();
    let refused = ekbom(&["assess", "--rules", name, NEJM], "");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("not a rule book"));
    std::fs::remove_file(&file).unwrap();
    let both = ekbom(&["assess", "--rules", "-", "-"], "");
    assert_eq!(both.status.code(), Some(1));
}

#[test]
fn conversions() {
    let mut shown = String::new();
    for args in [
        &["convert", "b12_total", "205", "pg/mL"][..],
        &["convert", "hba1c", "48", "mmol/mol", "%"],
        &["convert", "creatinine", "88", "mg/dL", "umol/L"],
        &["convert", "ferritin", "38", "mmol/L"],
        &["convert", "feritin", "38", "ng/mL"],
    ] {
        shown.push_str(&all(&ekbom(args, "")));
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn lists_and_schemas() {
    for args in [
        &["claims", "--format", "json"][..],
        &["analytes", "--format", "json"],
        &["medicines", "--format", "json"],
        &["schema"],
        &["schema", "assessment"],
        &["schema", "rules"],
    ] {
        let output = ekbom(args, "");
        assert!(serde_json::from_str::<serde_json::Value>(&text(&output)).is_ok(), "{args:?}");
    }
    for args in [&["claims"][..], &["analytes"], &["medicines"], &["rules"], &["completions", "bash"]] {
        let output = ekbom(args, "");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(text(&output).lines().count() > 20, "{args:?}");
    }
}

#[test]
fn colour_only_where_it_is_wanted() {
    let escape = |args: &[&str]| text(&ekbom(args, "")).contains('\u{1b}');
    assert!(!escape(&["assess", NEJM]), "never into a pipe");
    assert!(escape(&["assess", "--color", "always", NEJM]));
    assert!(!escape(&["assess", "--color", "never", NEJM]));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ekbom"))
        .arg("rules")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty());
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_pasted_report_says_what_was_read_before_the_answer() {
    let report =
        "Jane Example\nSerum ferritin  17 ug/L  (15 - 300)\nTSAT 11 %\nHb 13.5 g/L\nALT 23 U/L (0-40)\n";
    let output = ekbom(&["assess", "--paste", "-", "--brief"], report);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output);
    assert!(said.starts_with("READ FROM THE REPORT: 2 understood, 1 doubted, 1 not understood\n"), "{said}");
    assert!(said.contains("line 2   ferritin 17 ug/L (laboratory 15 to 300)"), "{said}");
    assert!(said.contains("line 4   DOUBTED: `haemoglobin` 13.5 g/L"), "{said}");
    assert!(!said.contains("Jane"), "{said}");

    let output = ekbom(&["assess", "--paste", "-", "--format", "json", NEJM], "Zinc 12 umol/L\n");
    let json: serde_json::Value = serde_json::from_str(&text(&output)).unwrap();
    assert_eq!(json["read"]["lines"][0]["lab"]["analyte"], "zinc");
    assert!(json["assessment"]["acts"].is_array());
}
