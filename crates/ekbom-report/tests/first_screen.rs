//! The first screen of the published cases and our own holds what a careful specialist would look for, and says nothing that
//! would be unsafe. The cases are `tests/cases/*.md`; here stands what their first screens say in words.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

#[expect(dead_code, reason = "of a case only the patient is used")]
#[path = "../../ekbom/tests/support/case.rs"]
mod case;

use std::fs;

use ekbom::{Knowledge, Patient, assess};
use ekbom_report::Report;
use ekbom_report::text::Layout;

/// A case: what its first screen says, and what it never says.
type Wanted = (&'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Wanted] = &[
    (
        "n2o-denied-at-first",
        &["TREAT NOW Take samples", "hydroxocobalamin by injection the same day", "ASK nitrous oxide"],
        &["unlikely", "Iron by mouth", "pregnan"],
    ),
    (
        "metformin-myelopathy",
        &[
            "TREAT NOW Take samples",
            "by injection",
            "Review metformin",
            "No folic acid alone",
            "vitamin B12 deficiency",
        ],
        &["unlikely", "low dose for dietary"],
    ),
    (
        "fcm-hypophosphataemia",
        &[
            "TREAT NOW Phosphate is very low",
            "no further dose of it",
            "another iron",
            "MEASURE total vitamin B12",
        ],
        &["Iron into a vein"],
    ),
    (
        "esrd-gabapentin-toxicity",
        &["DANGER Gabapentin: Gabapentinoid toxicity until shown otherwise", "nephrologist", "on dialysis"],
        &["first choice", "MEASURE creatinine", "; creatinine"],
    ),
    (
        "quetiapine-venlafaxine-lithium",
        &["Review quetiapine", "Review venlafaxine", "lithium can bring on or worsen"],
        &["Pramipexole", "first choice"],
    ),
    (
        "infant-vegan-mother",
        &["RESULT To a paediatrician the same day", "hydroxocobalamin", "8 months"],
        &["Iron by mouth", "ASK whether this is restless legs", "first choice"],
    ),
    (
        "metoclopramide-restless",
        &[
            "metoclopramide with its prescriber",
            "The criteria of restless legs are not met",
            "no iron for the legs",
        ],
        &["Iron by mouth", "Iron into a vein", "oral or intravenous iron", "first choice"],
    ),
    (
        "vegan-pregnant-t1",
        &[
            "Iron by mouth for restless legs",
            "Replace vitamin B12",
            "intravenous iron is withheld",
            "No folic acid alone",
            "obstetrics",
        ],
        &["Iron into a vein for", "first choice"],
    ),
    (
        "haemodialysis-ferritin-450-tsat-16",
        &[
            "iron is for the renal team",
            "No iron for restless legs",
            "gabapentin: On haemodialysis the dose is small",
        ],
        &["first choice", "Iron by mouth", "creatinine;"],
    ),
    (
        "sickle-cell-transfused",
        &["for the haematologist", "No iron for restless legs"],
        &["Iron by mouth", "Iron into a vein"],
    ),
    (
        "infection-crp-180",
        &[
            "No iron for now, by either route",
            "measure ferritin and transferrin saturation again",
            "metoclopramide with its prescriber",
        ],
        &["Iron by mouth", "Iron into a vein"],
    ),
    (
        "metformin-ppi-72",
        &[
            "Replace vitamin B12",
            "Review omeprazole",
            "Review metformin",
            "vitamin B12 deficiency",
            "intravenous iron only (AASM 2025",
        ],
        &["unlikely"],
    ),
    (
        "augmentation-osa",
        &[
            "Augmentation under pramipexole: the dose is not raised",
            "never stopped from one day to the next",
            "iron into a vein",
            "Sleep apnoea is untreated",
        ],
        &["rls.augmentation", "first choice"],
    ),
    (
        "parkinson-levodopa-quetiapine",
        &["Review quetiapine", "serum methylmalonic acid", "not ruled out"],
        &["stop levodopa", "Levodopa is not", "first choice"],
    ),
    (
        "egfr-12-gabapentin-opioid",
        &[
            "Gabapentin with oxycodone",
            "slow breathing",
            "gabapentin 100 to 300 mg a day",
            "iron is for the renal team",
        ],
        &["first choice", "Iron by mouth"],
    ),
];

/// What stands before the sentence on what silence means: the first screen and nothing else.
fn first_screen(name: &str) -> String {
    let folder = case::folder();
    let case = case::read(&fs::read_to_string(folder.join(format!("{name}.md"))).unwrap()).unwrap();
    let patient = Patient::from_json(&case.patient.to_string()).unwrap();
    let knowledge = Knowledge::builtin();
    let assessment = assess(&knowledge, &patient);
    let report = Report::of(&assessment, &knowledge).unwrap();
    let text = report.to_text(Layout::default());
    let (screen, _) = text.split_once("\n  Read as").unwrap();
    screen.to_owned()
}

#[test]
fn the_first_screen_of_each_case_holds_its_key_and_safety_points() {
    let mut wrong = Vec::new();
    for (name, wanted, never) in CASES {
        let screen = first_screen(name);
        let text = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        let missing =
            wanted.iter().filter(|own| !text.contains(**own)).map(|own| format!("does not say `{own}`"));
        let there = never.iter().filter(|own| text.contains(**own)).map(|own| format!("says `{own}`"));
        let faults: Vec<String> = missing.chain(there).collect();
        if !faults.is_empty() {
            wrong.push(format!("{name}: {}\n{screen}", faults.join(", ")));
        }
        // Nothing of a code, and no long wall.
        assert!(!text.contains(" by mpi-2007 ") && !text.contains("pregnant_t"), "{name}:\n{screen}");
        assert!(screen.lines().count() <= 42, "{name}: {} lines\n{screen}", screen.lines().count());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
