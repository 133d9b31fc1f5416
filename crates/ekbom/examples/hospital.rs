//! A hospital's own guideline beside the built-in ones, written in Rust and as JSON, and a limit changed by name.
//!
//! The hospital treats iron stores up to 100 ng/mL by mouth. The guideline is made up: nobody recommends this.

use ekbom::exchange::rules::RuleBook;
use ekbom::fact::Fact;
use ekbom::knowledge::question::IronTherapy;
use ekbom::logic::authoring::{Cite, Condition, GuidelineInfo, TableData, at_most, cite, rule};
use ekbom::source::Verification::{Derived, Unverified};
use ekbom::{Knowledge, Patient, assess};

const HOSPITAL: GuidelineInfo = GuidelineInfo::new("st-elsewhere-2026", "St Elsewhere Hospital 2026");

const PROTOCOL: &[Cite] = &[cite("ST-ELSEWHERE-2026", "page 3")];

/// `iron.therapy`
const IRON_THERAPY: TableData = TableData {
    question: &IronTherapy::QUESTION,
    guideline: &HOSPITAL,
    rules: &[
        rule("stores-low", at_most(Fact::Ferritin, 100.0), IronTherapy::Oral.set(), Unverified, PROTOCOL),
        rule("otherwise", Condition::Always, IronTherapy::NotIndicated.set(), Derived, PROTOCOL),
    ],
};

/// The same, as a file that another tool can write.
const AS_JSON: &str = include_str!("hospital.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let patient = Patient::from_json(
        r#"{"age_years": 58, "sex": "female", "complete": ["history"],
            "labs": [{"analyte": "ferritin", "value": 90, "unit": "ng/mL"},
                     {"analyte": "tsat", "value": 25, "unit": "%"}]}"#,
    )?;
    let in_rust = Knowledge::builder().table(&IRON_THERAPY).build()?;
    let in_json = Knowledge::builder().rules(&RuleBook::from_json(AS_JSON)?).build()?;
    assert_eq!(in_rust.hash(), in_json.hash());

    let assessment = assess(&in_rust, &patient);
    for position in assessment.positions.iter().filter(|own| own.question == "iron.therapy") {
        println!("{}: {}", position.guideline, position.possible.join(" or "));
    }
    let disagreement = assessment.disagreements.iter().find(|own| own.question == "iron.therapy");
    println!("{}", serde_json::to_string_pretty(&disagreement)?);

    let name = "aasm-2025/iron.therapy/stores-low";
    let changed = Knowledge::builder().with_limit(name, Fact::Ferritin, 50.0).build()?;
    println!("{}", serde_json::to_string(&assess(&changed, &patient).changes)?);
    Ok(())
}
