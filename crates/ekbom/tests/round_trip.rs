//! Values that live: a patient and an assessment are written and read again, and nothing is lost on the way.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

#[expect(dead_code, reason = "of the vectors only the patients are used")]
mod support;

use ekbom::assess::WhyNoPosition;
use ekbom::knowledge::question::IronTherapy;
use ekbom::{AlertCode, Assessment, Guideline, Knowledge, Patient, Question, assess};
use serde_json::{Value, json};
use support::{topics, vectors};

/// Every patient of the vectors that is accepted.
fn patients() -> Vec<(String, Patient)> {
    let all = topics().into_iter().flat_map(|topic| vectors(&topic));
    all.filter(|vector| vector["patient"].is_object())
        .filter_map(|vector| {
            let patient = Patient::from_json(&vector["patient"].to_string()).ok()?;
            Some((vector["id"].as_str().unwrap().to_owned(), patient))
        })
        .collect()
}

/// Those of whom nothing was set aside.
fn whole() -> Vec<(String, Patient)> {
    patients().into_iter().filter(|(_, patient)| patient.set_aside().is_empty()).collect()
}

#[test]
fn a_patient_is_written_as_it_is_read() {
    let patients = whole();
    assert!(patients.len() > 300, "{}", patients.len());
    let in_order = |patient: &Patient| {
        let mut said: Vec<String> = patient.choices().iter().map(|own| format!("{own:?}")).collect();
        said.extend(patient.numbers().iter().map(|own| format!("{own:?}")));
        said.sort();
        said
    };
    for (id, patient) in &patients {
        let text = patient.to_json().unwrap();
        let read = Patient::from_json(&text).unwrap_or_else(|errors| panic!("{id}: {errors}: {text}"));
        assert_eq!(read.to_json().unwrap(), text, "{id}");
        assert_eq!(in_order(&read), in_order(patient), "{id}");
        let rest = |patient: &Patient| {
            let Value::Object(mut all) = serde_json::to_value(patient).unwrap() else { panic!("{id}") };
            all.retain(|key, _| !["symptoms", "history"].contains(&key.as_str()));
            (
                all,
                patient.age(),
                patient.complete().to_vec(),
                patient.medicines().to_vec(),
                patient.trimester(),
            )
        };
        assert_eq!(rest(&read), rest(patient), "{id}");
        assert_eq!(patient.to_builder().build().as_ref(), Ok(patient), "{id}");
    }
}

#[test]
fn a_patient_read_again_is_answered_alike() {
    let knowledge = Knowledge::builtin();
    for (id, patient) in whole().iter().step_by(7) {
        let read = Patient::from_json(&patient.to_json().unwrap()).unwrap();
        assert_eq!(assess(&knowledge, &read).to_json(), assess(&knowledge, patient).to_json(), "{id}");
    }
}

/// What was set aside may forbid: it is not lost on the way.
#[test]
fn what_was_set_aside_is_neither_written_nor_forgotten() {
    let text = r#"{"on_refusal": "set_aside", "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"},
        {"analyte": "tsat", "value": 0.9, "unit": "%"}], "history": {"onset_age_years": 400}}"#;
    let patient = Patient::from_json(text).unwrap();
    assert!(!patient.set_aside().is_empty());
    let errors = patient.to_json().unwrap_err();
    assert_eq!(errors.errors(), patient.set_aside());
    assert!(serde_json::to_string(&patient).is_err());
    assert_eq!(patient.to_builder().build(), Ok(patient));
}

#[test]
fn an_assessment_owns_what_it_says() {
    fn owned<T: Send + Sync + Clone + 'static>() {}
    owned::<Assessment>();
    owned::<Patient>();
    owned::<Knowledge>();
}

#[test]
fn an_assessment_of_every_vector_is_read_again_as_the_same_bytes() {
    let knowledge = Knowledge::builtin();
    for (id, patient) in patients() {
        let mut made = assess(&knowledge, &patient);
        made.trace = Some(assess::trace(&knowledge, &patient, &Default::default()));
        let text = made.to_json();
        let read: Assessment = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(read.to_json(), text, "{id}");
        let fields = |made: &Assessment| {
            format!("{:?}", (&made.positions, &made.acts, &made.alerts, &made.precautions))
        };
        assert_eq!(fields(&read), fields(&made), "{id}");
    }
}

#[test]
fn an_assessment_read_again_answers_as_before() {
    let knowledge = Knowledge::builtin();
    let patient = Patient::from_json(
        r#"{"age_years": 58, "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL"}], "complete": ["history"]}"#,
    );
    let assessment = assess(&knowledge, &patient.unwrap());
    let read: Assessment = serde_json::from_str(&assessment.to_json()).unwrap();
    assert_eq!(read, assessment);
    assert!(read.made_from().is_none());
    for guideline in Guideline::ALL {
        let one = assessment.answers::<IronTherapy>(guideline);
        let other = read.answers::<IronTherapy>(guideline);
        assert_eq!(one.is_ok(), other.is_ok(), "{guideline}");
        if let (Ok(one), Ok(other)) = (one, other) {
            assert_eq!((one.known(), one.count()), (other.known(), other.count()), "{guideline}");
        }
    }
    for alert in AlertCode::ALL {
        assert_eq!(read.has_alert(alert), assessment.has_alert(alert), "{alert}");
    }
    let none = read.position(Question::IronTherapy, &Guideline::Kdigo).unwrap_err();
    assert_eq!(none.why(), WhyNoPosition::NotInJson);
}

/// What a later version writes is not lost, and keeps open what it keeps open.
#[test]
fn an_assessment_of_a_later_version_is_read() {
    let knowledge = Knowledge::builtin();
    let patient = Patient::from_json(r#"{"labs": []}"#).unwrap();
    let mut later: Value = serde_json::from_str(&assess(&knowledge, &patient).to_json()).unwrap();
    later["new_part"] = json!([1, 2]);
    later["alerts"] = json!([{"code": "alert_of_2030", "severity": "grave", "message": "m", "facts": ["new_fact"],
        "more": true}]);
    later["acts"][0]["kind"] = json!("sing");
    later["positions"] = json!([{"question": "iron.therapy", "guideline": "aasm-2031", "possible":
        ["oral", "oral_every_other_day"], "usual": null, "rules": ["aasm-2031/iron.therapy/x"], "needs": ["new_fact"],
        "flags": [], "verification": "seen"}]);
    let read: Assessment = serde_json::from_value(later.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), later);
    let guideline = Guideline::new("aasm-2031").unwrap();
    let answers = read.answers::<IronTherapy>(&guideline).unwrap();
    assert_eq!((answers.determined(), answers.count()), (None, 2));
    assert!(read.has_alert(&AlertCode::new("alert_of_2030").unwrap()));
}
