//! Random patients in the JSON shape.

use serde_json::{Value, json};

use super::Draws;

/// Analytes with a unit and values about the limits that rules print.
pub(crate) const LABS: [(&str, &str, &[f64]); 16] = [
    ("ferritin", "ng/mL", &[8.0, 30.0, 38.0, 50.0, 75.0, 76.0, 100.0, 101.0, 300.0, 301.0, 700.0]),
    ("tsat", "%", &[9.0, 16.0, 19.9, 20.0, 30.0, 44.9, 45.0, 60.0, 127.0]),
    ("b12_total", "ng/L", &[120.0, 149.0, 180.0, 180.1, 205.0, 350.0, 351.0, 420.0, 1200.0]),
    ("holotc", "pmol/L", &[20.0, 25.0, 40.0, 70.0, 71.0]),
    ("mma_serum", "nmol/L", &[150.0, 270.0, 400.0, 401.0, 460.0, 461.0, 3600.0]),
    ("creatinine", "mg/dL", &[0.6, 0.9, 1.2, 1.35, 2.0, 4.5]),
    ("crp", "mg/L", &[1.0, 5.0, 5.1, 40.0]),
    ("haemoglobin", "g/L", &[75.0, 97.0, 108.0, 119.0, 125.0, 140.0]),
    ("mcv", "fL", &[72.0, 96.0, 100.0, 101.0, 118.0]),
    ("folate_serum", "ng/mL", &[2.0, 3.0, 4.0, 8.0]),
    ("calcium", "mmol/L", &[1.9, 2.2, 2.4, 2.8]),
    ("sodium", "mmol/L", &[128.0, 135.0, 140.0, 150.0]),
    ("tsh", "m[IU]/L", &[0.2, 2.0, 6.0]),
    ("hba1c", "%", &[5.2, 5.7, 6.4, 6.5, 8.0]),
    ("iron", "ug/dL", &[20.0, 60.0, 150.0]),
    ("tibc", "ug/dL", &[150.0, 300.0, 420.0]),
];

pub(crate) const SYMPTOMS: [&str; 10] = [
    "urge_to_move",
    "worse_at_rest",
    "relieved_by_movement",
    "worse_in_evening",
    "paraesthesia",
    "numbness",
    "gait_disturbance",
    "fatigue",
    "glossitis",
    "impairment",
];

pub(crate) const HISTORY: [&str; 16] = [
    "pregnant",
    "dialysis",
    "esrd",
    "haemochromatosis",
    "iron_overload",
    "bacteraemia",
    "iv_iron_hypersensitivity",
    "infection",
    "crohn",
    "vegan",
    "nitrous_oxide",
    "b12_replacement",
    "oral_iron_failed",
    "postmenopausal",
    "family_history_rls",
    "disturbed_iron_utilisation",
];

/// A patient who may be refused only for a fault of this list: none is meant.
pub(crate) fn random(draws: &mut Draws) -> Value {
    let mut made = json!({});
    if !draws.once_in(4) {
        made["age_years"] = json!(draws.one_of(&[58.0, 8.0, 17.9, 18.0, 1.5, 64.9, 65.0, 80.0]));
    }
    let sex = *draws.one_of(&["female", "male", ""]);
    if !sex.is_empty() {
        made["sex"] = json!(sex);
    }
    let mut labs = Vec::new();
    for (analyte, unit, values) in LABS {
        if draws.below(2) == 0 {
            continue;
        }
        let mut lab = json!({"analyte": analyte, "value": draws.one_of(values), "unit": unit});
        if draws.once_in(6) {
            lab["comparator"] = json!(draws.one_of(&["<", ">", "<=", ">="]));
        }
        if draws.once_in(4) {
            let value = lab["value"].as_f64().unwrap();
            lab["ref_low"] = json!(value * draws.one_of(&[0.5, 1.0, 1.5]));
            lab["ref_high"] = json!(value * draws.one_of(&[1.6, 2.0]));
        }
        labs.push(lab);
    }
    made["labs"] = json!(labs);
    for (group, items, how_often) in [("symptoms", SYMPTOMS.as_slice(), 2), ("history", &HISTORY, 4)] {
        let mut said = json!({});
        for item in items {
            match draws.below(how_often * 2) {
                1 if *item == "pregnant" && sex == "male" => {}
                1 if *item == "postmenopausal" && (sex == "male" || said["pregnant"] == true) => {}
                1 => said[item] = json!(true),
                2 | 3 => said[item] = json!(false),
                _ => {}
            }
        }
        made[group] = said;
    }
    if draws.once_in(2) {
        made["symptoms"]["mimics"] = json!(draws.one_of(&["ruled_out", "coexists", "sole_explanation"]));
        made["symptoms"]["times_per_week"] = json!(draws.one_of(&[0.5, 2.0, 5.0]));
    }
    if draws.once_in(2) {
        made["medicines"] = json!([draws.one_of(&["metformin", "mirtazapine", "omeprazole", "pramipexole"])]);
    }
    let complete: Vec<&str> =
        ["symptoms", "history", "medicines"].into_iter().filter(|_| draws.once_in(3)).collect();
    made["complete"] = json!(complete);
    made
}
