//! Which test could decide.

use ekbom::{Knowledge, Patient, assess};

/// One guideline prints its next limit in nmol/L alone. A folate of more than 3 ng/mL is open by it, and another result,
/// in whatever unit, decides.
#[test]
fn a_result_decides_by_a_limit_that_is_printed_in_its_other_unit() {
    let knowledge = Knowledge::builtin();
    let text = r#"{"age_years": 40, "labs": [
        {"analyte": "folate_serum", "value": 3, "unit": "ng/mL", "comparator": ">"}]}"#;
    let patient = Patient::from_json(text).expect("a patient");
    let assessment = assess(&knowledge, &patient);
    let test = assessment.next_tests.iter().find(|next| next.test == "folate_serum");
    assert!(test.is_some_and(|next| next.could_change.iter().any(|own| own == "folate.status")));
}

/// Less than 3 ng/mL stays below 3 ng/mL, however it is converted.
#[test]
fn no_result_is_tried_that_a_bound_excludes() {
    let knowledge = Knowledge::builtin();
    let text = r#"{"age_years": 65, "labs": [
        {"analyte": "folate_rbc", "value": 150.176, "unit": "ug/L"},
        {"analyte": "folate_serum", "value": 3, "unit": "ug/L", "comparator": "<"}]}"#;
    let patient = Patient::from_json(text).expect("a patient");
    let assessment = assess(&knowledge, &patient);
    assert!(assessment.next_tests.iter().all(|next| next.test != "folate_serum"));
}
