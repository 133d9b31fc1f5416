//! The report says as certain only what is certain, and names what is merely not excluded as that.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]
#![cfg(feature = "html")]

#[expect(dead_code, reason = "of the vectors only the patients are used")]
#[path = "../../ekbom/tests/support/mod.rs"]
mod support;

use ekbom::fact::Fact;
use ekbom::knowledge::advice::BARRIERS;
use ekbom::knowledge::question::{IronSafety, TreatmentPosition};
use ekbom::knowledge::words;
use ekbom::source::Text;
use ekbom::{Assessment, Guideline, Knowledge, Patient, Question, assess};
use ekbom_report::text::Layout;
use ekbom_report::{Report, ReportError, TreatmentLine, html};
use serde_json::{Value, json};
use support::{topics, vectors};

fn report(knowledge: &Knowledge, patient: &Value) -> (Report, String, String) {
    let patient = Patient::from_json(&patient.to_string()).unwrap();
    let assessment = assess(knowledge, &patient);
    let report = Report::of(&assessment, knowledge).unwrap();
    let all = report.to_text(Layout { all: true, ..Layout::default() });
    let text = report.to_text(Layout::default()) + &all;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (report, text, html::page(&assessment, knowledge, &[]).unwrap())
}

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

fn with_rls(mut patient: Value) -> Value {
    patient["symptoms"] = json!({"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true,
        "worse_in_evening": true, "mimics": "ruled_out"});
    patient
}

fn lab(analyte: &str, value: f64, unit: &str) -> Value {
    json!({"analyte": analyte, "value": value, "unit": unit})
}

const NO_INTRAVENOUS: &str = "no intravenous iron; oral iron is not affected";
const HISTORY: &str = "a reason against iron in the history";
const TSAT: &str = "a transferrin saturation too high for iron";
const FERRITIN: &str = "a ferritin too high for iron";
const RED_CELLS: &str = "too many red cells";
const INFECTION: &str = "an infection in which iron waits";
const DEFERRED: &str = "no iron for now, by either route: wait until the infection is over";

/// What is only possible never reads as a finding: neither in the text, nor on the page outside the rules themselves.
fn finds_nothing_else(text: &str, page: &str, not_found: &[IronSafety]) {
    let (body, _) = page.split_once("<section class=\"sources\"").unwrap();
    for stop in not_found {
        let finding = words::meaning("iron.safety", stop.code());
        assert!(!text.contains(&finding), "{finding}");
        assert!(!text.contains(&words::sentence(&finding)), "{finding}");
        let shown = body.matches(&finding).count();
        let as_rule = body.matches(&format!("<b>may apply</b>: {finding}")).count()
            + body.matches(&format!("<b>does not apply</b>: {finding}")).count();
        assert_eq!(shown, as_rule, "{finding}: only as a rule that may apply");
    }
}

#[test]
fn a_first_trimester_stops_intravenous_iron_and_nothing_else_is_found() {
    let knowledge = Knowledge::builtin();
    let patient =
        with_rls(json!({"age_years": 30, "sex": "female", "history": {"pregnant": true, "trimester": 1},
        "labs": [lab("ferritin", 20.0, "ng/mL"), lab("creatinine", 0.6, "mg/dL")]}));
    let (report, text, page) = report(&knowledge, &patient);
    let iron = report.recommendations.iter().find(|own| own.action == "iv_iron").unwrap();
    let besides = format!("not excluded: {HISTORY}, {TSAT}, {RED_CELLS} or {INFECTION}");
    assert_eq!(iron.withheld, [NO_INTRAVENOUS.to_owned(), besides]);
    finds_nothing_else(&text, &page, &[IronSafety::StopKnownOverload, IronSafety::StopTsatCeiling]);
    assert_eq!(report.must_not.len(), 1);
}

#[test]
fn without_a_result_a_ferritin_is_not_too_high_but_not_excluded() {
    let knowledge = Knowledge::builtin();
    let patient = with_rls(json!({"age_years": 30, "sex": "female", "labs": [],
        "history": {"pregnant": true, "trimester": 1}}));
    let (report, text, page) = report(&knowledge, &patient);
    let withheld = &report.treatments.withheld;
    assert!(withheld.iter().any(|line| line.treatment == "ferric_carboxymaltose"));
    let besides = format!("not excluded: {HISTORY}, {TSAT}, {RED_CELLS}, {FERRITIN} or {INFECTION}");
    assert!(withheld.iter().all(|line| line.withheld == [NO_INTRAVENOUS.to_owned(), besides.clone()]));
    finds_nothing_else(
        &text,
        &page,
        &[IronSafety::StopKnownOverload, IronSafety::StopTsatCeiling, IronSafety::StopFerritinCeiling],
    );
}

#[test]
fn bacteraemia_tells_nothing_about_overload() {
    let knowledge = Knowledge::builtin();
    let patient = with_rls(json!({"age_years": 60, "sex": "male", "history": {"bacteraemia": true},
        "labs": [lab("ferritin", 20.0, "ng/mL"), lab("tsat", 25.0, "%"), lab("creatinine", 0.9, "mg/dL")]}));
    let (report, text, page) = report(&knowledge, &patient);
    let iron = report.recommendations.iter().find(|own| own.action == "iv_iron").unwrap();
    assert_eq!(iron.withheld, [DEFERRED.to_owned(), format!("not excluded: {HISTORY} or {RED_CELLS}")]);
    finds_nothing_else(&text, &page, &[IronSafety::StopKnownOverload]);
}

#[test]
fn two_stops_that_both_hold_are_both_said_as_facts() {
    let knowledge = Knowledge::builtin();
    let patient = with_rls(json!({"age_years": 60, "sex": "male", "complete": ["history"],
        "labs": [lab("ferritin", 658.0, "ng/mL"), lab("tsat", 15.0, "%"), lab("creatinine", 0.9, "mg/dL")],
        "history": {"bacteraemia": true}}));
    let (report, ..) = report(&knowledge, &patient);
    let iron = report.recommendations.iter().find(|own| own.action == "iv_iron").unwrap();
    let ferritin = words::meaning("iron.safety", IronSafety::StopFerritinCeiling.code());
    assert_eq!(iron.withheld, [ferritin.clone(), DEFERRED.to_owned()]);
    // Bacteraemia defers iron by either route.
    let oral = report.recommendations.iter().find(|own| own.action == "oral_iron").unwrap();
    assert_eq!(oral.withheld, [ferritin, DEFERRED.to_owned()]);
}

#[test]
fn what_withholds_iron_as_a_fact_stands_first_in_every_report() {
    let knowledge = Knowledge::builtin();
    let mut seen = 0;
    for (id, patient) in patients() {
        let assessment = assess(&knowledge, &patient);
        let report = Report::of(&assessment, &knowledge).unwrap();
        let treatments = report.treatments.withheld.iter().flat_map(|line| &line.withheld);
        let facts = report.recommendations.iter().flat_map(|own| &own.withheld).chain(treatments);
        for fact in facts.filter(|fact| !fact.starts_with("not excluded: ")) {
            let stop = report.must_not.iter().any(|own| own.text == words::sentence(fact));
            let barrier = BARRIERS.iter().any(|own| own.says == fact);
            assert!(stop || barrier || *fact == words::withheld("rls_not_met"), "{id}: {fact}");
            seen += 1;
        }
        let without = report.must_not.iter().find(|own| own.because.is_empty());
        assert!(without.is_none(), "{id}: a stop without a reason: {without:?}");
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn nothing_is_recommended_on_which_a_guideline_may_be_silent() {
    let knowledge = Knowledge::builtin();
    let (mut surely, mut perhaps) = (0, 0);
    for (id, patient) in patients() {
        let assessment = assess(&knowledge, &patient);
        let report = Report::of(&assessment, &knowledge).unwrap();
        let holds = |line: &TreatmentLine, wanted: fn(TreatmentPosition) -> bool| {
            let current = line.positions.iter().filter(|own| !own.superseded);
            let all = |codes: &[Text]| {
                codes.iter().all(|code| TreatmentPosition::try_from(code.as_str()).is_ok_and(wanted))
            };
            current.into_iter().any(|own| all(&own.possible))
        };
        let own = &report.treatments;
        for line in own.recommended.iter().chain(&own.suggested) {
            assert!(holds(line, TreatmentPosition::is_for), "{id}: {}", line.treatment);
            surely += 1;
        }
        for line in &own.against {
            assert!(holds(line, TreatmentPosition::is_against), "{id}: {}", line.treatment);
            surely += 1;
        }
        for line in own.perhaps.iter().chain(&own.perhaps_against) {
            // One rule may leave it open by itself: what an eGFR below 15 alone does not decide.
            let by_its_rule = line.positions.iter().any(|own| own.possible.len() > 1);
            assert!(!line.needs.is_empty() || by_its_rule, "{id}: {} turns on nothing", line.treatment);
            perhaps += 1;
        }
    }
    assert!(surely > 1000 && perhaps > 1000, "{surely} {perhaps}");
}

#[test]
fn a_treatment_for_kidney_failure_alone_is_suggested_to_nobody_else() {
    let knowledge = Knowledge::builtin();
    let mut patient = json!({"age_years": 60, "sex": "male", "labs": [lab("sodium", 140.0, "mmol/L")],
        "complete": ["history"]});
    let ids = |lines: &[TreatmentLine]| lines.iter().map(|line| line.treatment).collect::<Vec<_>>();
    let (open, text, page) = report(&knowledge, &patient);
    for own in ["ferric_carboxymaltose", "iron_sucrose", "vitamin_c"] {
        assert!(ids(&open.treatments.perhaps).contains(&own), "{own}");
        assert!(!ids(&open.treatments.recommended).contains(&own), "{own}");
        assert!(!ids(&open.treatments.suggested).contains(&own), "{own}");
    }
    // AAN's statement on exercise is on haemodialysis, which a complete history excludes.
    assert!(ids(&open.treatments.silent).contains(&"exercise"));
    let vitamin_c = open.treatments.perhaps.iter().find(|line| line.treatment == "vitamin_c").unwrap();
    assert_eq!(vitamin_c.needs, ["estimated glomerular filtration rate"]);
    assert!(text.contains("perhaps only if a guideline speaks of this patient, which is not known:"));
    assert!(page.contains("(only if a guideline speaks of this patient, which turns on "));
    patient["labs"].as_array_mut().unwrap().push(lab("creatinine", 0.9, "mg/dL"));
    let (known, ..) = report(&knowledge, &patient);
    assert!(ids(&known.treatments.silent).contains(&"vitamin_c"));
    assert!(ids(&known.treatments.perhaps).contains(&"ferrous_sulfate"), "ferritin and TSAT are missing");
}

#[test]
fn a_test_that_needs_another_is_not_said_to_change_nothing() {
    let knowledge = Knowledge::builtin();
    let mut patient =
        json!({"sex": "male", "labs": [lab("ferritin", 60.0, "ng/mL"), lab("tsat", 25.0, "%")]});
    let (without, text, page) = report(&knowledge, &patient);
    assert_eq!(without.work_up.with_more, ["creatinine"]);
    assert!(without.work_up.no_bearing.contains(&"sodium".to_owned()));
    let said = "(no answer changes by one of these alone; with what else is missing it may)";
    assert!(text.contains(&format!("creatinine {said}")) && page.contains(&format!("Creatinine {said}")));
    patient["age_years"] = json!(60);
    let (with, ..) = report(&knowledge, &patient);
    assert!(with.work_up.with_more.is_empty());
    assert!(with.tests.iter().any(|test| test.test == "creatinine"));
}

/// The alert names the facts that keep the safety of iron open.
fn open_facts(assessment: &Assessment) -> Option<Vec<Text>> {
    let alert = assessment.alerts.iter().find(|alert| alert.code == "iron_safety_open");
    alert.map(|alert| alert.facts.clone())
}

#[test]
fn open_safety_names_what_keeps_it_open() {
    let knowledge = Knowledge::builtin();
    let patient = json!({"age_years": 58, "sex": "female", "complete": ["symptoms", "history", "medicines"],
        "labs": [lab("tsat", 15.0, "%"), lab("creatinine", 0.9, "mg/dL")]});
    let assessment = assess(&knowledge, &Patient::from_json(&patient.to_string()).unwrap());
    assert_eq!(open_facts(&assessment), Some(vec![Text::fixed("ferritin")]));
    let (_, text, page) = report(&knowledge, &patient);
    assert!(text.contains("Whether iron is safe is not yet determined. [ferritin]"));
    assert!(page.contains("Whether iron is safe is not yet determined. (ferritin)"));
    let mut seen = 0;
    for (id, patient) in patients() {
        let assessment = assess(&knowledge, &patient);
        let safety = assessment.position(Question::IronSafety, &Guideline::EkbomSafety).unwrap();
        if let Some(facts) = open_facts(&assessment) {
            assert_eq!(facts, safety.needs, "{id}");
            assert!(!facts.is_empty(), "{id}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn sources_stand_under_the_least_checked_rule_and_say_so() {
    let knowledge = Knowledge::builtin();
    let patient = json!({"labs": [lab("ferritin", 60.0, "ng/mL")]});
    let (report, text, page) = report(&knowledge, &patient);
    let heading = "Sources, by the least checked rule that cites each here";
    assert!(text.contains(&heading.to_uppercase()) && page.contains(heading));
    let listed: usize = report.sources_by_verification().map(|(_, own)| own.len()).sum();
    assert_eq!(listed, report.sources.len());
}

/// The first screen of a terminal: so many lines, 80 columns wide.
fn first_screen(patient: &Value) -> (Vec<String>, String) {
    let knowledge = Knowledge::builtin();
    let patient = Patient::from_json(&patient.to_string()).unwrap();
    let assessment = assess(&knowledge, &patient);
    let report = Report::of(&assessment, &knowledge).unwrap();
    let text = report.to_text(Layout { width: 80, all: false });
    (text.lines().take(24).map(str::to_owned).collect(), report.brief())
}

#[test]
fn a_ferritin_of_22_fits_one_screen() {
    let (lines, brief) =
        first_screen(&json!({"age_years": 45, "sex": "female", "labs": [lab("ferritin", 22.0, "ng/mL")]}));
    let screen = lines.join("\n").split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in [
        "WHAT TO DO",
        "Iron by mouth for restless legs. (AASM 2025, AAN 2016, NICE CKS)",
        "Before that: whether this is restless legs",
        "ASK whether this is restless legs; what forbids iron",
        "MEASURE transferrin saturation (morning sample, 24 h without iron)",
        "Vitamin B12 not measured",
        "Kidney not measured",
    ] {
        assert!(screen.contains(wanted), "{wanted}:\n{}", lines.join("\n"));
    }
    assert_eq!(brief.lines().count(), 5, "{brief}");
}

#[test]
fn a_myelopathy_is_treated_now_on_the_first_screen() {
    let (lines, brief) = first_screen(&json!({"age_years": 57, "sex": "female",
        "labs": [lab("mma_serum", 3600.0, "nmol/L"), lab("b12_total", 410.0, "pg/mL")],
        "symptoms": {"gait_disturbance": true, "impaired_position_or_vibration": true}}));
    let screen = lines.join("\n").split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in
        ["TREAT NOW Take samples", "hydroxocobalamin", "ASK nitrous oxide; vitamin B12 taken already"]
    {
        assert!(screen.contains(wanted), "{wanted}:\n{}", lines.join("\n"));
    }
    assert!(!screen.contains("pregnan") && !brief.contains("pregnan"), "{}\n{brief}", lines.join("\n"));
}

/// The report reads the patient, the policy and the knowledge that the assessment was made from, and no others.
#[test]
fn a_report_mixes_no_patients_and_no_knowledge() {
    let knowledge = Knowledge::builtin();
    let of = |patient: Value| assess(&knowledge, &Patient::from_json(&patient.to_string()).unwrap());
    let one = of(json!({"age_years": 58, "sex": "female", "labs": [lab("ferritin", 38.0, "ng/mL")]}));
    let other = of(json!({"age_years": 71, "sex": "male", "labs": [lab("ferritin", 658.0, "ng/mL")]}));
    for (assessment, person, result) in [(&one, "Female, 58 years", "38"), (&other, "Male, 71 years", "658")]
    {
        let report = Report::of(assessment, &knowledge).unwrap();
        assert_eq!(report.patient.person, person);
        assert!(report.patient.results[0].contains(result), "{:?}", report.patient.results);
    }

    let changed =
        Knowledge::builder().with_limit("aasm-2025/iron.therapy/stores-low", Fact::Ferritin, 50.0).build();
    let changed = changed.unwrap();
    let error = Report::of(&one, &changed).unwrap_err();
    assert!(matches!(&error, ReportError::OtherKnowledge { .. }), "{error}");
    assert!(error.to_string().contains(knowledge.hash()) && error.to_string().contains(changed.hash()));
    assert!(html::page(&one, &changed, &[]).is_err());
}

#[test]
fn a_misspelt_guideline_is_an_error_and_not_an_empty_page() {
    let knowledge = Knowledge::builtin();
    let mut assessment = assess(&knowledge, &Patient::from_json(r#"{"labs": []}"#).unwrap());
    let misspelt = [Guideline::Aasm2025, Guideline::new("mayo-2012").unwrap()];
    let error = Report::of_guidelines(&assessment, &knowledge, &misspelt).unwrap_err();
    assert!(error.to_string().contains("did you mean `mayo-2021`?"), "{error}");
    assert!(html::page(&assessment, &knowledge, &misspelt).is_err());
    let before = assessment.clone();
    assert!(assessment.keep_guidelines(&knowledge, &misspelt).is_err());
    assert_eq!(assessment, before);
    let report = Report::of_guidelines(&assessment, &knowledge, &[Guideline::Mayo2021]).unwrap();
    assert!(!report.decided.is_empty() || !report.open.is_empty());
}

#[test]
fn what_is_withheld_says_so_beside_the_answer_of_a_guideline() {
    let (lines, _) = first_screen(&json!({"age_years": 40, "sex": "male",
        "labs": [lab("ferritin", 60.0, "ng/mL"), lab("tsat", 60.0, "%")],
        "symptoms": {"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true,
            "worse_in_evening": true, "mimics": "ruled_out"}}));
    let screen = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("iron is withheld for restless legs"), "{screen}");
    assert!(screen.contains("iron, withheld (A"), "{screen}");
}

#[test]
fn a_test_to_be_repeated_says_so() {
    let (lines, brief) = first_screen(&json!({"age_years": 57, "sex": "female",
        "labs": [lab("mma_serum", 3600.0, "nmol/L"), lab("b12_total", 410.0, "pg/mL")],
        "symptoms": {"gait_disturbance": true}}));
    let screen = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("again: "), "{screen}\n{brief}");
}

#[test]
fn what_is_said_of_the_person_names_no_medicine_that_is_offered() {
    let knowledge = Knowledge::builtin();
    let clouded = json!({"symptoms": {"confusion": true}, "medicines": [{"name": "metformin"}],
        "labs": [lab("egfr", 24.0, "mL/min/{1.73_m2}")]});
    let (report, text, page) = report(&knowledge, &clouded);
    let person = report.precautions.iter().find(|own| own.id == "unc-01").unwrap();
    assert_eq!((person.concerns.as_slice(), person.subject()), (&[] as &[String], None));
    assert!(text.contains("URGENT Confusion or drowsiness is stated"), "{text}");
    assert!(text.contains("URGENT metformin (taken): Kidneys that fail"), "{text}");
    for shown in [&text, &page] {
        assert!(!shown.contains("clouded mind"), "{shown}");
    }
}
