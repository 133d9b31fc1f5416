//! `ekbom serve` over real HTTP: each line of the threat model in docs/src/serve.md has its test here, by its name.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// A service of its own, with what it wrote to its log.
struct Service {
    child: Child,
    address: String,
    log: Arc<Mutex<String>>,
}

impl Service {
    fn start(args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ekbom"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split_once("http://").unwrap().1.split_once(',').unwrap().0.to_owned();
        let log = Arc::new(Mutex::new(String::new()));
        let (into, stderr) = (Arc::clone(&log), child.stderr.take().unwrap());
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                into.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        Self { child, address, log }
    }

    fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    fn open(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends bytes as they are, and reads what comes until the connection ends.
    fn raw(&self, request: &str) -> Answer {
        let mut stream = self.open();
        // It may refuse before all was sent.
        let _ = stream.write_all(request.as_bytes());
        Answer::read(stream)
    }

    fn send(&self, method: &str, path: &str, head: &[(&str, &str)], body: &str) -> Answer {
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        if !head.iter().any(|(name, _)| *name == "Host") {
            request.push_str(&format!("Host: {}\r\n", self.address));
        }
        if !body.is_empty() && !head.iter().any(|(name, _)| *name == "Content-Type") {
            request.push_str("Content-Type: application/json\r\n");
        }
        for (name, value) in head {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        self.raw(&format!("{request}\r\n{body}"))
    }

    fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "")
    }

    fn post(&self, path: &str, body: &str) -> Answer {
        self.send("POST", path, &[], body)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|own| own.parse().ok()).unwrap_or(0);
        Self { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }
}

fn observation(code: &str, value: f64, unit: &str) -> Value {
    json!({"resource": {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/1288992"},
        "code": {"coding": [{"system": "http://loinc.org", "code": code}]}, "effectiveDateTime": today(),
        "valueQuantity": {"value": value, "unit": unit}}})
}

/// The day in UTC, by another clock than the service's.
fn today() -> String {
    let said = Command::new("date").args(["-u", "+%Y-%m-%d"]).output().unwrap();
    String::from_utf8(said.stdout).unwrap().trim().to_owned()
}

/// A call of the specification's examples, with a name that is mark-up.
fn call(hook: &str, results: &[Value]) -> Value {
    json!({"hook": hook, "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "fhirServer": "http://hooks.smarthealthit.org:9080",
        "fhirAuthorization": {"access_token": "some-opaque-fhir-access-token", "token_type": "Bearer"},
        "context": {"userId": "Practitioner/example", "patientId": "1288992"},
        "prefetch": {
            "patient": {"resourceType": "Patient", "id": "1288992", "gender": "female", "birthDate": "1969-03-07",
                "name": [{"family": "Zzadams", "given": ["<script>alert(1)</script>"]}]},
            "results": {"resourceType": "Bundle", "type": "searchset", "entry": results}}})
}

fn neurological() -> Value {
    let results = [observation("2132-9", 150.0, "pg/mL"), observation("13964-2", 3600.0, "nmol/L")];
    let mut made = call("patient-view", &results);
    let sign = |code: &str| {
        json!({"resource": {"resourceType": "Condition", "subject": {"reference": "Patient/1288992"},
            "clinicalStatus": {"coding": [{"code": "active"}]}, "verificationStatus": {"coding": [{"code": "confirmed"}]},
            "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": code}]}}})
    };
    let conditions =
        json!({"resourceType": "Bundle", "type": "searchset", "entry": [sign("R20.2"), sign("R26.0")]});
    let prefetch = made.get_mut("prefetch").and_then(Value::as_object_mut).unwrap();
    prefetch.insert("conditions".to_owned(), conditions);
    made
}

#[test]
fn a_record_system_gets_cards_and_gives_feedback() {
    let service = Service::start(&[]);
    let services = service.get("/cds-services");
    assert_eq!(services.json()["services"][0]["id"], "ekbom-patient-view");
    let view = service.post("/cds-services/ekbom-patient-view", &neurological().to_string());
    assert_eq!(view.status, 200, "{}", view.body);
    assert!(view.head.contains("ekbom-knowledge: 20") && view.head.contains("hash="), "{}", view.head);
    let card = &view.json()["cards"][0];
    assert_eq!(card["indicator"], "critical");
    assert!(card["detail"].as_str().unwrap().contains("**Now:**"));
    let mut sign = call("order-sign", &[observation("2502-3", 52.0, "%")]);
    sign["context"]["draftOrders"] = json!({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {
        "resourceType": "MedicationRequest", "id": "103", "status": "draft", "intent": "order",
        "medicationCodeableConcept": {"text": "ferrous sulfate 325 MG Oral Tablet"}}}]});
    let sign = service.post("/cds-services/ekbom-order-sign", &sign.to_string());
    let said = sign.json();
    assert_eq!(said["cards"][0]["indicator"], "critical");
    assert!(said["cards"][0]["summary"].as_str().unwrap().starts_with("Ferrous sulfate: No iron"), "{said}");
    let feedback = json!({"feedback": [{"card": card["uuid"], "outcome": "overridden"}]}).to_string();
    assert_eq!(service.post("/cds-services/ekbom-patient-view/feedback", &feedback).status, 200);
    let metrics = service.get("/metrics").body;
    assert!(metrics.contains("ekbom_cards_total{indicator=\"critical\"} 2"), "{metrics}");
    assert!(metrics.contains("ekbom_feedback_total{outcome=\"overridden\"} 1"), "{metrics}");
}

#[test]
fn one_patient_is_answered_in_three_forms_and_by_the_same_bytes_as_the_command() {
    let service = Service::start(&[]);
    let patient = r#"{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}]}"#;
    let answer = service.post("/assess", patient);
    let mut command = Command::new(env!("CARGO_BIN_EXE_ekbom"))
        .args(["assess", "--format", "json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    command.stdin.take().unwrap().write_all(patient.as_bytes()).unwrap();
    let said = String::from_utf8(command.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(answer.body, said.trim_end());
    let fhir = service.send("POST", "/assess", &[("Accept", "application/fhir+json")], patient);
    assert_eq!(fhir.json()["entry"][0]["resource"]["resourceType"], "GuidanceResponse");
    let page = service.send("POST", "/assess", &[("Accept", "text/html")], patient);
    assert!(
        page.body.starts_with("<!DOCTYPE html>")
            && page.head.contains("content-security-policy: default-src 'none'")
    );
    assert_eq!(service.post("/report", patient).body, page.body);
    let refused = service.post(
        "/assess",
        r#"{"labs": [{"analyte": "ferritin", "value": 38},
        {"analyte": "potassium", "value": 7.2, "unit": "mmol/L"}]}"#,
    );
    assert_eq!(refused.status, 422);
    assert!(
        refused.json()["errors"][0].is_object() && refused.json()["critical"][0].is_object(),
        "{}",
        refused.body
    );
    let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": [observation("2823-3", 7.2, "mmol/L")]});
    let record =
        service.send("POST", "/assess", &[("Content-Type", "application/fhir+json")], &bundle.to_string());
    let record = record.json();
    assert_eq!(record["ledger"]["as_of"], today().as_str());
    assert_eq!(record["answers"][0]["answer"]["critical"][0]["analyte"], "potassium");
    let health = service.get("/health").json();
    assert_eq!(health["knowledge"]["hash"], record["answers"][0]["answer"]["knowledge"]["hash"]);
    assert!(service.get("/schemas/assessment.json").json()["oneOf"].is_array());
    assert!(service.get("/openapi.json").json()["paths"]["/assess"].is_object());
}

/// Of every answer that is none.
fn is_plain(answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{} {}", answer.head, answer.body);
    let error = answer.json().get("error").and_then(Value::as_str).map(str::to_owned);
    assert!(error.is_some_and(|own| !own.contains("Zzadams") && !own.contains("script")), "{}", answer.body);
}

#[test]
fn a_body_that_is_too_long_is_413() {
    let service = Service::start(&[]);
    let host = &service.address;
    is_plain(
        &service.raw(&format!(
            "POST /assess HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 8000001\r\n\r\n"
        )),
        413,
    );
    // Without saying how long it is, piece by piece.
    let piece = format!("{:x}\r\n{}\r\n", 100_000, " ".repeat(100_000));
    let head = format!(
        "POST /assess HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    );
    let mut stream = service.open();
    stream.write_all(head.as_bytes()).unwrap();
    let mut own = stream.try_clone().unwrap();
    let writer = thread::spawn(move || {
        for _ in 0..81 {
            if own.write_all(piece.as_bytes()).is_err() {
                break;
            }
        }
    });
    let answer = Answer::read(stream);
    writer.join().unwrap();
    assert!(answer.status == 413 || answer.status == 0, "refused, or cut off: {}", answer.status);
    assert_eq!(service.get("/health").status, 200);
}

#[test]
fn a_body_that_takes_too_long_is_408_and_a_head_that_does_is_cut_off() {
    let service = Service::start(&["--time", "1"]);
    let begun = Instant::now();
    let host = &service.address;
    is_plain(
        &service.raw(&format!(
            "POST /assess HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{{"
        )),
        408,
    );
    let cut = service.raw("GET /health HTTP/1.1\r\nHo");
    assert!(cut.status == 408 || cut.status == 0, "{}", cut.head);
    assert!(begun.elapsed() < Duration::from_secs(15));
    assert_eq!(service.get("/health").status, 200);
}

#[test]
fn json_that_lies_too_deep_or_says_a_key_twice_is_refused() {
    let service = Service::start(&[]);
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    is_plain(&service.post("/cds-services/ekbom-patient-view", &deep), 400);
    assert_eq!(service.post("/assess", &deep).status, 422);
    let head = [("Content-Type", "application/fhir+json")];
    assert_eq!(service.send("POST", "/assess", &head, &deep).status, 422);
    is_plain(&service.post("/cds-services/ekbom-patient-view", r#"{"hook": "a", "hook": "b"}"#), 400);
    let entries: Vec<Value> = (0..20_001).map(|_| json!({})).collect();
    is_plain(
        &service.post("/cds-services/ekbom-patient-view", &call("patient-view", &entries).to_string()),
        413,
    );
    assert_eq!(service.get("/health").status, 200);
}

#[test]
fn a_record_of_very_many_people_is_413() {
    let service = Service::start(&[]);
    let people = |count: usize| {
        let one = |id| json!({"resource": {"resourceType": "Patient", "id": format!("p{id}")}});
        let all: Vec<Value> = (0..count).map(one).collect();
        json!({"resourceType": "Bundle", "type": "collection", "entry": all}).to_string()
    };
    is_plain(&service.post("/assess", &people(101)), 413);
    assert_eq!(service.post("/assess", &people(2)).status, 200);
}

#[test]
fn a_page_of_another_site_cannot_ask() {
    let service = Service::start(&["--allow-origin", "https://ehr.example.org"]);
    let body = neurological().to_string();
    let from =
        |origin: &str| service.send("POST", "/cds-services/ekbom-patient-view", &[("Origin", origin)], &body);
    for other in
        ["https://evil.example", "null", "https://ehr.example.org.evil.example", "http://ehr.example.org"]
    {
        is_plain(&from(other), 403);
    }
    let allowed = from("https://ehr.example.org");
    assert_eq!(allowed.status, 200);
    assert!(
        allowed.head.contains("access-control-allow-origin: https://ehr.example.org"),
        "{}",
        allowed.head
    );
    let asked = |origin: &str| {
        let head = [
            ("Origin", origin),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "content-type"),
        ];
        service.send("OPTIONS", "/cds-services/ekbom-patient-view", &head, "")
    };
    assert!(asked("https://ehr.example.org").head.contains("access-control-allow-methods"));
    assert_eq!(asked("https://evil.example").status, 403);
    // What a form can send without being asked about is not read.
    is_plain(&service.send("POST", "/assess", &[("Content-Type", "text/plain")], "{}"), 415);
}

#[test]
fn a_name_that_is_not_its_own_is_421() {
    let service = Service::start(&["--allow-host", "cds.example.org"]);
    for host in ["evil.example", "127.0.0.1.evil.example", "evil.example:80", ""] {
        is_plain(&service.send("GET", "/health", &[("Host", host)], ""), 421);
    }
    for host in ["localhost:1", "cds.example.org", "CDS.example.org:443", "127.0.0.1"] {
        assert_eq!(service.send("GET", "/health", &[("Host", host)], "").status, 200, "{host}");
    }
}

#[test]
fn more_at_once_than_there_are_places_is_503() {
    let service = Service::start(&["--at-once", "1", "--time", "5"]);
    let mut slow = service.open();
    let host = &service.address;
    slow.write_all(
        format!("POST /assess HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n")
            .as_bytes(),
    )
    .unwrap();
    thread::sleep(Duration::from_millis(300));
    let busy = service.get("/health");
    is_plain(&busy, 503);
    assert!(busy.head.contains("retry-after: 1"));
    slow.write_all(b"{}").unwrap();
    assert_eq!(Answer::read(slow).status, 200, "who was first is answered");
    assert_eq!(service.get("/health").status, 200);
}

#[test]
fn many_at_once_get_each_their_own_answer() {
    let service = Arc::new(Service::start(&[]));
    let ask = |service: &Service, value: usize| {
        let patient =
            format!(r#"{{"labs": [{{"analyte": "ferritin", "value": {value}, "unit": "ng/mL"}}]}}"#);
        service.post("/assess", &patient).json()["results"][0]["value"].as_f64()
    };
    let all: Vec<_> = (1..=24)
        .map(|value| {
            let own = Arc::clone(&service);
            thread::spawn(move || (value, ask(&own, value * 3)))
        })
        .collect();
    for own in all {
        let (value, said) = own.join().unwrap();
        assert_eq!(said.map(|own| own.round() as usize), Some(value * 3));
    }
}

#[test]
fn no_patient_is_in_the_log_the_metrics_an_error_or_an_address() {
    let service = Service::start(&[]);
    let view = service.post("/cds-services/ekbom-patient-view", &neurological().to_string());
    assert!(
        !view.body.contains("Zzadams") && !view.body.contains("<script>") && !view.body.contains("opaque")
    );
    is_plain(&service.get("/health?patient=Zzadams"), 400);
    is_plain(&service.get("/Zzadams"), 404);
    is_plain(&service.post("/cds-services/Zzadams", "{}"), 404);
    is_plain(&service.send("DELETE", "/assess", &[], ""), 405);
    let mut without = neurological();
    without["prefetch"]["patient"] = Value::Null;
    is_plain(&service.post("/cds-services/ekbom-patient-view", &without.to_string()), 412);
    let page = service
        .post("/report", r#"{"medicines": ["<script>alert(1)</script>"], "unknown_medicines": "carry"}"#);
    assert!(page.status == 200 && !page.body.contains("<script"), "{}", page.status);
    let (log, metrics) = (service.log(), service.get("/metrics").body);
    assert!(log.contains("POST /cds-services/call 200"), "{log}");
    for secret in ["Zzadams", "1288992", "script", "opaque", "Practitioner", "smarthealthit", "1969"] {
        assert!(!log.contains(secret) && !metrics.contains(secret), "{secret}: {log}");
    }
}

#[test]
fn what_would_open_it_to_others_is_refused_at_the_start() {
    let refused = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_ekbom")).arg("serve").args(args).output().unwrap();
        assert!(!output.status.success(), "{args:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(refused(&["--listen", "0.0.0.0:0"]).contains("--allow-remote"));
    for wildcard in ["*", "https://*.example.org", "null"] {
        assert!(refused(&["--allow-origin", wildcard]).contains("--allow-origin takes one origin"));
    }
    assert!(refused(&["--zone", "Europe/Paris"]).contains("offset"));
    assert!(refused(&["--trust-empty", "everything"]).contains("conditions"));
    assert!(refused(&["--limit", "no/such/rule=1"]).contains("no/such/rule"));
}

#[test]
fn a_changed_limit_is_in_every_answer() {
    let service = Service::start(&["--limit", "aasm-2025/iron.therapy/stores-low=50"]);
    let health = service.get("/health").json();
    assert_eq!(health["changes"][0]["rule"], "aasm-2025/iron.therapy/stores-low");
    let answer = service.post("/assess", r#"{"labs": []}"#);
    assert!(answer.head.contains(health["knowledge"]["hash"].as_str().unwrap()));
}

#[cfg(unix)]
#[test]
fn what_is_being_answered_is_answered_before_it_ends() {
    let mut service = Service::start(&[]);
    let mut slow = service.open();
    let host = &service.address;
    slow.write_all(
        format!("POST /assess HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n")
            .as_bytes(),
    )
    .unwrap();
    thread::sleep(Duration::from_millis(300));
    let told = Command::new("kill").args(["-TERM", &service.child.id().to_string()]).status().unwrap();
    assert!(told.success());
    thread::sleep(Duration::from_millis(300));
    slow.write_all(b"{}").unwrap();
    assert_eq!(Answer::read(slow).status, 200);
    assert!(service.child.wait().unwrap().success());
}
