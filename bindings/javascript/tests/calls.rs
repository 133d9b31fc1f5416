//! The calls, without wasm around them.

use ekbom_js::{CALLS, Desk, Status};

/// Keys that many calls share stand in the table behind a letter.
const SHARED: [&str; 7] =
    ["patient", "patient_text", "knowledge", "guidelines", "stale_after_days", "uncertainty", "assume"];

fn answer(request: &str) -> (Status, String) {
    Desk::default().answer(request.as_bytes())
}

#[test]
fn every_call_is_in_the_readme_with_its_keys() {
    let readme = include_str!("../README.md");
    let begin = readme.find("| `call` | takes |").expect("there is a table of the calls");
    let table = &readme[begin..];
    for (call, keys) in CALLS {
        let name = format!("`{call}`");
        let line = table.lines().find(|line| line.split('|').nth(1).is_some_and(|cell| cell.contains(&name)));
        let line = line.unwrap_or_else(|| panic!("no line of {name}"));
        for key in keys.iter().copied().flatten().filter(|key| !SHARED.contains(key)) {
            assert!(line.contains(&format!("`{key}`")), "{name}: {key}");
        }
    }
}

#[test]
fn a_call_without_its_keys_answers_or_says_what_is_missing() {
    for (call, _) in CALLS {
        let (status, text) = answer(&format!(r#"{{"call": "{call}"}}"#));
        let said: serde_json::Value = serde_json::from_str(&text).expect("an answer is JSON");
        match status {
            Status::Answered => assert!(said.get("errors").is_none(), "{call}: {text}"),
            Status::Wrong => assert_ne!(said["errors"][0]["message"], "", "{call}"),
            Status::Refused => panic!("{call}: nobody was refused"),
        }
    }
}

#[test]
fn a_key_of_another_call_is_an_error_and_no_option_that_is_passed_over() {
    for (call, _) in CALLS {
        let (status, text) = answer(&format!(r#"{{"call": "{call}", "no_such_key": 1}}"#));
        assert_eq!(status, Status::Wrong, "{call}");
        assert!(text.contains("no_such_key"), "{call}: {text}");
    }
}

#[test]
fn a_report_is_said_in_the_language_that_is_given() {
    let po = include_str!("../../../crates/ekbom-report/languages/de.po");
    let patient = r#"{"age_years": 58, "sex": "female", "labs": [{"analyte": "ferritin", "value": 38.5, "unit": "ng/mL"}]}"#;
    let report = |format: &str, language: &serde_json::Value| {
        answer(&format!(
            r#"{{"call": "report", "patient": {patient}, "format": "{format}", "language": {language}}}"#
        ))
    };
    let german = serde_json::json!({"code": "de", "po": po});
    for (format, says) in [
        ("text", "WAS ZU TUN IST"),
        ("brief", "Zu tun:"),
        ("html", "lang=\\\"de\\\""),
        ("fragment", "Was zu tun ist"),
    ] {
        let (status, text) = report(format, &german);
        assert_eq!(status, Status::Answered, "{format}: {text}");
        assert!(text.contains(says) && text.contains("38,5"), "{format}: {text}");
    }
    // `null` is as good as left out.
    assert!(report("text", &serde_json::Value::Null).1.contains("WHAT TO DO"));
    let wrong = [
        ("data", german),
        ("text", serde_json::json!({"code": "\"><b", "po": po})),
        ("text", serde_json::json!({"code": "", "po": po})),
        ("text", serde_json::json!({"code": "de", "po": "no file of words"})),
        ("text", serde_json::json!({"code": "de"})),
        ("text", serde_json::json!({"code": "de", "po": po, "region": "AT"})),
        ("text", serde_json::json!("de")),
        ("text", serde_json::json!(1)),
    ];
    for (format, language) in wrong {
        let (status, text) = report(format, &language);
        assert_eq!(status, Status::Wrong, "{format}: {text}");
        assert!(text.contains(r#""field":"language""#), "{text}");
    }
}

#[test]
fn a_language_is_kept_and_says_texts_and_reports() {
    let mut desk = Desk::default();
    let po = include_str!("../../../crates/ekbom-report/languages/de.po");
    let keep = serde_json::json!({"call": "language", "code": "de", "po": po}).to_string();
    assert_eq!(desk.answer(keep.as_bytes()), (Status::Answered, r#"{"language":1}"#.to_owned()));
    let say =
        r#"{"call": "say", "language": 1, "texts": ["ferritin", "58 years", "no text of the library", ""]}"#;
    let said = r#"["Ferritin","58 Jahre","no text of the library",""]"#;
    assert_eq!(desk.answer(say.as_bytes()), (Status::Answered, said.to_owned()));
    // Without a language it is English.
    let english = r#"{"call": "say", "texts": ["ferritin"]}"#;
    assert_eq!(desk.answer(english.as_bytes()).1, r#"["ferritin"]"#);
    let report = r#"{"call": "report", "patient": {}, "format": "brief", "language": 1}"#;
    assert!(desk.answer(report.as_bytes()).1.contains("Zu tun"), "{}", desk.answer(report.as_bytes()).1);
    let (status, text) = desk.answer(br#"{"call": "say", "language": 2, "texts": []}"#);
    assert!(status == Status::Wrong && text.contains("no language of this number"), "{text}");
    let (status, _) = desk.answer(br#"{"call": "language", "code": "<de>", "po": ""}"#);
    assert_eq!(status, Status::Wrong);
}

#[test]
fn what_is_no_request_is_said() {
    for request in
        ["", "1", "[]", "{", r#"{"call": 1}"#, r#"{"call": "nothing_like_it"}"#, r#"{"call": null}"#]
    {
        assert_eq!(answer(request).0, Status::Wrong, "{request}");
    }
    assert_eq!(Desk::default().answer(&[0xff, 0xfe]).0, Status::Wrong);
}

#[test]
fn an_answer_is_the_librarys_own_bytes() {
    let patient = r#"{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38.0, "unit": "ng/mL"}]}"#;
    let knowledge = ekbom::Knowledge::builtin();
    let said = ekbom::assess(&knowledge, &ekbom::Patient::from_json(patient).expect("a patient")).to_json();
    assert_eq!(
        answer(&format!(r#"{{"call": "assess", "patient": {patient}}}"#)),
        (Status::Answered, said.clone())
    );
    let text = serde_json::to_string(patient).expect("a text");
    assert_eq!(answer(&format!(r#"{{"call": "assess", "patient_text": {text}}}"#)), (Status::Answered, said));
}
