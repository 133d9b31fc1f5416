//! Answers in FHIR: the elements and cardinalities of R4 for every resource that is written, over every shared vector.

use std::fs;
use std::path::Path;

use ekbom::assess::critical_of_refused;
use ekbom::{Knowledge, Patient, assess};
use ekbom_fhir::{AnswerOptions, answer, refused};
use serde_json::{Value, json};

/// An element: its name, how often it must and may stand there (0 is any number), and what it holds: codes that are
/// allowed (`a|b`), a type of this table, or `text`, `ref`, `any`.
type Element = (&'static str, usize, usize, &'static str);

/// R4 as it is published, as far as it is written here.
const R4: &[(&str, &[Element])] = &[
    (
        "GuidanceResponse",
        &[
            ("moduleUri", 1, 1, "text"),
            ("status", 1, 1, "success|data-requested|data-required|in-progress|failure|entered-in-error"),
            ("subject", 0, 1, "ref"),
            ("occurrenceDateTime", 0, 1, "text"),
            ("performer", 0, 1, "ref"),
            ("note", 0, 0, "Annotation"),
            ("evaluationMessage", 0, 0, "ref"),
            ("outputParameters", 0, 1, "ref"),
            ("result", 0, 1, "ref"),
            ("dataRequirement", 0, 0, "DataRequirement"),
        ],
    ),
    ("Annotation", &[("text", 1, 1, "text")]),
    ("DataRequirement", &[("type", 1, 1, "Observation"), ("codeFilter", 0, 0, "CodeFilter")]),
    ("CodeFilter", &[("path", 1, 1, "code"), ("code", 1, 0, "Coding")]),
    ("Coding", &[("system", 0, 1, "text"), ("code", 0, 1, "text"), ("display", 0, 1, "text")]),
    ("Concept", &[("coding", 0, 0, "Coding"), ("text", 0, 1, "text")]),
    (
        "RequestGroup",
        &[
            ("contained", 0, 0, "any"),
            ("status", 1, 1, "draft|active|on-hold|revoked|completed|entered-in-error|unknown"),
            (
                "intent",
                1,
                1,
                "proposal|plan|directive|order|original-order|reflex-order|filler-order|instance-order|option",
            ),
            ("subject", 0, 1, "ref"),
            ("authoredOn", 0, 1, "text"),
            ("action", 0, 0, "Action"),
        ],
    ),
    // Of `resource` and `action` exactly one must stand there; it is always the resource here.
    (
        "Action",
        &[
            ("id", 0, 1, "text"),
            ("prefix", 0, 1, "text"),
            ("title", 0, 1, "text"),
            ("description", 0, 1, "text"),
            ("priority", 0, 1, "routine|urgent|asap|stat"),
            ("code", 0, 0, "Concept"),
            ("documentation", 0, 0, "Artifact"),
            ("relatedAction", 0, 0, "Related"),
            ("resource", 1, 1, "ref"),
        ],
    ),
    (
        "Artifact",
        &[
            ("type", 1, 1, "citation"),
            ("label", 0, 1, "text"),
            ("display", 0, 1, "text"),
            ("citation", 0, 1, "text"),
            ("url", 0, 1, "text"),
        ],
    ),
    ("Related", &[("actionId", 1, 1, "text"), ("relationship", 1, 1, "after-end")]),
    (
        "ServiceRequest",
        &[
            ("id", 0, 1, "text"),
            ("status", 1, 1, "draft"),
            ("intent", 1, 1, "proposal"),
            ("code", 0, 1, "Concept"),
            ("subject", 1, 1, "ref"),
            ("authoredOn", 0, 1, "text"),
            ("reasonCode", 0, 0, "Concept"),
            ("patientInstruction", 0, 1, "text"),
        ],
    ),
    (
        "Task",
        &[
            ("id", 0, 1, "text"),
            ("status", 1, 1, "draft"),
            ("intent", 1, 1, "proposal"),
            ("priority", 0, 1, "routine|urgent|asap|stat"),
            ("code", 0, 1, "Concept"),
            ("reasonCode", 0, 1, "Concept"),
            ("description", 0, 1, "text"),
            ("for", 0, 1, "ref"),
            ("authoredOn", 0, 1, "text"),
        ],
    ),
    (
        "DetectedIssue",
        &[
            ("status", 1, 1, "registered|preliminary|final|amended"),
            ("code", 0, 1, "Concept"),
            ("severity", 0, 1, "high|moderate|low"),
            ("patient", 0, 1, "ref"),
            ("identifiedDateTime", 0, 1, "text"),
            ("evidence", 0, 0, "Evidence"),
            ("detail", 0, 1, "text"),
            ("reference", 0, 1, "text"),
        ],
    ),
    ("Evidence", &[("code", 1, 0, "Concept")]),
    ("Parameters", &[("parameter", 0, 0, "Parameter")]),
    ("Parameter", &[("name", 1, 1, "text"), ("valueString", 0, 1, "text"), ("part", 0, 0, "Parameter")]),
    ("OperationOutcome", &[("issue", 1, 0, "Issue")]),
    (
        "Issue",
        &[
            ("severity", 1, 1, "fatal|error|warning|information"),
            ("code", 1, 1, "invalid|business-rule"),
            ("details", 0, 1, "Concept"),
            ("diagnostics", 0, 1, "text"),
        ],
    ),
];

fn check(kind: &str, value: &Value, path: &str) {
    let elements = R4.iter().find(|(own, _)| *own == kind).unwrap_or_else(|| panic!("{path}: {kind}")).1;
    let entries = value.as_object().unwrap_or_else(|| panic!("{path} is no object"));
    for key in entries.keys().filter(|own| *own != "resourceType") {
        assert!(elements.iter().any(|own| own.0 == key), "{path}.{key} is no element of {kind}");
    }
    for (name, least, most, of) in elements {
        let path = format!("{path}.{name}");
        let found: Vec<&Value> = match entries.get(*name) {
            None => Vec::new(),
            Some(Value::Array(items)) if *most == 0 => items.iter().collect(),
            Some(value) if *most == 1 => vec![value],
            Some(_) => panic!("{path}: a list where one stands, or one where a list stands"),
        };
        assert!(found.len() >= *least, "{path} is missing");
        assert!(entries.get(*name).is_none() || !found.is_empty(), "{path} is empty");
        for value in found {
            let text = value.as_str();
            match *of {
                "any" => resource(value, &path),
                "ref" => {
                    assert!(value.get("reference").is_some() || value.get("display").is_some(), "{path}");
                }
                own if R4.iter().any(|(kind, _)| *kind == own) => check(own, value, &path),
                "text" => assert!(text.is_some_and(|own| !own.trim().is_empty()), "{path}"),
                codes => assert!(text.is_some_and(|own| codes.split('|').any(|code| code == own)), "{path}"),
            }
        }
    }
}

fn resource(value: &Value, path: &str) {
    check(value["resourceType"].as_str().unwrap(), value, path);
}

pub(crate) fn resource_is_valid(value: &Value) {
    resource(value, "resource");
}

/// A proposal of a test.
pub(crate) fn valid_request(value: &Value) {
    assert_eq!(value["resourceType"], "ServiceRequest");
    resource(value, "suggestion");
}

/// Every reference within a Bundle, or within a resource, leads somewhere.
fn references(value: &Value, known: &dyn Fn(&str) -> bool, path: &str) {
    match value {
        Value::Object(entries) => {
            if let Some(to) = entries.get("reference").and_then(Value::as_str) {
                let leaves = to.starts_with("Patient/") || to.starts_with("http");
                assert!(leaves || known(to), "{path}: {to} leads nowhere");
            }
            entries.iter().for_each(|(key, own)| references(own, known, &format!("{path}.{key}")));
        }
        Value::Array(items) => items.iter().for_each(|own| references(own, known, path)),
        _ => {}
    }
}

pub(crate) fn valid(bundle: &Value) {
    assert_eq!((&bundle["resourceType"], &bundle["type"]), (&json!("Bundle"), &json!("collection")));
    let entries = bundle["entry"].as_array().unwrap();
    let mut urls: Vec<&str> = entries.iter().map(|own| own["fullUrl"].as_str().unwrap()).collect();
    for own in entries {
        let here = &own["resource"];
        resource(here, own["fullUrl"].as_str().unwrap());
        let contained: Vec<&str> = here["contained"]
            .as_array()
            .map_or(Vec::new(), |own| own.iter().filter_map(|own| own["id"].as_str()).collect());
        let known =
            |to: &str| to.strip_prefix('#').map_or_else(|| urls.contains(&to), |id| contained.contains(&id));
        references(here, &known, "");
        // What is contained must be referred to.
        let text = here.to_string();
        assert!(contained.iter().all(|id| text.contains(&format!("\"#{id}\""))));
    }
    let count = urls.len();
    urls.sort_unstable();
    urls.dedup();
    assert_eq!(urls.len(), count, "each has a name of its own");
}

fn options() -> AnswerOptions {
    AnswerOptions { subject: Some("Patient/17".into()), as_of: Some("2026-11-30".parse().unwrap()) }
}

#[test]
fn every_vector_has_an_answer_that_is_r4() {
    let knowledge = Knowledge::builtin();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let (mut answered, mut refusals) = (0, 0);
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|own| own != "json") || path.file_name().unwrap() == "schema.json" {
            continue;
        }
        let vectors: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        // One in three is enough to meet every kind of answer, and takes a third of the time.
        for own in vectors["vectors"].as_array().into_iter().flatten().step_by(3) {
            let text = own["patient"].to_string();
            match Patient::from_json(&text) {
                Ok(patient) => {
                    let assessment = assess(&knowledge, &patient);
                    let bundle = answer(&assessment, &knowledge, &options()).unwrap();
                    valid(&bundle);
                    assert!(!bundle.to_string().contains("MedicationRequest"));
                    answered += 1;
                }
                Err(errors) => {
                    resource(&refused(&errors, &critical_of_refused(&knowledge, text.as_bytes())), "refused");
                    refusals += 1;
                }
            }
        }
    }
    assert!(answered > 500 && refusals > 20, "{answered} answered, {refusals} refused");
}

fn of(patient: &Value) -> Value {
    let knowledge = Knowledge::builtin();
    let patient = Patient::from_json(&patient.to_string()).unwrap();
    answer(&assess(&knowledge, &patient), &knowledge, &options()).unwrap()
}

fn resources<'v>(bundle: &'v Value, kind: &str) -> Vec<&'v Value> {
    let all = bundle["entry"].as_array().unwrap().iter().map(|own| &own["resource"]);
    all.filter(|own| own["resourceType"] == kind).collect()
}

#[test]
fn a_stop_of_iron_is_a_detected_issue() {
    let bundle = of(&json!({"labs": [{"analyte": "tsat", "value": 52, "unit": "%"}],
        "medicines": [{"name": "ferrous sulfate", "planned": true}]}));
    let high: Vec<&str> = resources(&bundle, "DetectedIssue")
        .into_iter()
        .filter(|own| own["severity"] == "high" && own["status"] == "final")
        .map(|own| own["detail"].as_str().unwrap())
        .collect();
    assert!(high.iter().any(|own| own.starts_with("No iron") && own.contains("45 %")), "{high:?}");
    assert!(high.iter().any(|own| own.starts_with("ferrous sulfate")), "{high:?}");
}

#[test]
fn what_is_missing_is_required_and_proposed() {
    let bundle =
        of(&json!({"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}));
    let guidance = resources(&bundle, "GuidanceResponse")[0];
    assert_eq!(guidance["status"], "data-required");
    assert_eq!(guidance["subject"]["reference"], "Patient/17");
    let required = guidance["dataRequirement"].to_string();
    assert!(
        required.contains("2132-9") && required.contains("14685-2"),
        "either unit of vitamin B12: {required}"
    );
    let group = resources(&bundle, "RequestGroup")[0];
    let tests: Vec<&Value> = group["contained"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|own| own["resourceType"] == "ServiceRequest")
        .collect();
    assert!(!tests.is_empty());
    assert!(tests.iter().all(|own| own["intent"] == "proposal" && own["status"] == "draft"));
}

#[test]
fn the_same_answer_has_the_same_bytes_and_no_day_of_its_own() {
    let knowledge = Knowledge::builtin();
    let patient =
        Patient::from_json(r#"{"labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}"#).unwrap();
    let made =
        || answer(&assess(&knowledge, &patient), &knowledge, &AnswerOptions::default()).unwrap().to_string();
    assert_eq!(made(), made());
    assert!(!made().contains("occurrenceDateTime") && !made().contains("authoredOn"));
}

/// What is set aside is said beside the answer.
#[test]
fn what_was_set_aside_is_an_outcome_beside_the_answer() {
    let bundle = of(&json!({"on_refusal": "set_aside", "labs": [
        {"analyte": "ferritin", "value": 38, "unit": "mmol"}, {"analyte": "tsat", "value": 20, "unit": "%"}]}));
    valid(&bundle);
    let outcome = resources(&bundle, "OperationOutcome")[0];
    assert_eq!(outcome["issue"][0]["severity"], "warning");
    assert!(resources(&bundle, "GuidanceResponse")[0]["evaluationMessage"][0]["reference"].is_string());
}
