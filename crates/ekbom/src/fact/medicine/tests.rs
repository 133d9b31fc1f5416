use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::ToString;

use super::{Medicine, MedicineClass, NO_BEARING, Scope, no_bearing};
use crate::source::Verification;

fn find(name: &str) -> Medicine {
    Medicine::find(name).unwrap_or_else(|| panic!("`{name}` is not in the catalogue"))
}

#[test]
fn names_are_sorted_and_no_name_means_two() {
    let mut seen = BTreeSet::new();
    let mut before = "";
    for medicine in Medicine::all() {
        assert!(before < medicine.name(), "{medicine} is out of order");
        before = medicine.name();
        for name in medicine.synonyms().iter().chain([&medicine.name()]) {
            assert_eq!(*name, name.trim().to_ascii_lowercase());
            assert!(seen.insert(*name), "`{name}` is there twice");
            assert_eq!(Medicine::find(&format!(" {} ", name.to_ascii_uppercase())), Some(medicine));
        }
    }
}

#[test]
fn claims_have_evidence_and_no_class_is_doubled() {
    for medicine in Medicine::all() {
        let mut classes = BTreeSet::new();
        for membership in medicine.memberships() {
            assert!(classes.insert(membership.class), "{medicine} is twice in {}", membership.class);
            assert!(!membership.class.needs_evidence() || !membership.evidence.is_empty());
        }
    }
}

#[test]
fn every_class_has_a_member_and_a_code_of_its_own() {
    for &class in MedicineClass::ALL {
        assert!(Medicine::all().any(|medicine| medicine.is(class)), "{class} is empty");
        assert_eq!(class.code().parse(), Ok(class));
        assert_eq!(serde_json::to_string(&class).unwrap(), format!("\"{class}\""));
    }
    assert!("PPI".parse::<MedicineClass>().unwrap_err().to_string().contains("`PPI`"));
}

/// The lists of the rulebook: what NICE names, what was measured, what only memory says.
#[test]
fn evidence_is_what_the_sources_allow() {
    for name in ["colchicine", "metformin", "phenobarbital", "pregabalin", "primidone", "topiramate"] {
        let lowers = find(name).memberships().iter().find(|m| m.class == MedicineClass::LowersB12).unwrap();
        let nice = lowers.evidence.iter().find(|e| e.source == "NG239-SEC").unwrap();
        assert_eq!((nice.scope, nice.verification), (Scope::Ingredient, Verification::Secondary));
    }
    for medicine in Medicine::all() {
        for evidence in medicine.memberships().iter().flat_map(|m| m.evidence) {
            match evidence.source {
                "HOQUE2010" => assert_eq!(evidence.verification, Verification::Unverified),
                "AASM2025" | "NBMEDICAL" | "BMJBP" | "NG239-SEC" | "MHRA2022" => {
                    assert_eq!(evidence.verification, Verification::Secondary);
                }
                _ => {}
            }
            assert!(evidence.source != "AASM2025" || evidence.scope == Scope::Class);
        }
    }
}

#[test]
fn exactly_the_named_ones_are_measured() {
    let named: BTreeSet<_> = Medicine::all()
        .filter(|medicine| {
            medicine.memberships().iter().flat_map(|m| m.evidence).any(|e| e.source == "ROTTACH2008")
        })
        .map(Medicine::name)
        .collect();
    let expected = [
        "citalopram",
        "duloxetine",
        "escitalopram",
        "fluoxetine",
        "mirtazapine",
        "paroxetine",
        "sertraline",
        "venlafaxine",
    ];
    assert_eq!(named, expected.into());
    let scored: BTreeSet<_> = Medicine::all()
        .filter(|medicine| {
            medicine.memberships().iter().flat_map(|m| m.evidence).any(|e| e.source == "HOQUE2010")
        })
        .map(Medicine::name)
        .collect();
    let expected = [
        "escitalopram",
        "fluoxetine",
        "levodopa",
        "levothyroxine",
        "mianserin",
        "mirtazapine",
        "olanzapine",
        "pergolide",
        "tramadol",
    ];
    assert_eq!(scored, expected.into());
}

#[test]
fn what_is_no_medicine_here_is_refused() {
    for name in ["nitrous oxide", "alcohol", "caffeine", "", "  ", "ppi"] {
        assert_eq!(Medicine::find(name), None, "{name}");
    }
}

#[test]
fn json_has_the_name() {
    let medicine: Medicine = serde_json::from_str(r#""Methylcobalamin""#).unwrap();
    assert_eq!(serde_json::to_string(&medicine).unwrap(), r#""mecobalamin""#);
    let error = serde_json::from_str::<Medicine>(r#""asbestos""#).unwrap_err().to_string();
    assert!(error.contains("unknown medicine `asbestos`"), "{error}");
    // Escapes must not need a borrowed string.
    assert_eq!(serde_json::from_str::<Medicine>(r#""\u006detformin""#).unwrap(), find("metformin"));
}

#[test]
fn names_without_bearing_are_sorted_and_no_medicine_of_the_catalogue() {
    let mut before = "";
    for name in NO_BEARING.lines() {
        assert!(before < name, "`{name}` is out of order");
        before = name;
        assert_eq!(name, name.trim().to_ascii_lowercase());
        assert_eq!(Medicine::find(name), None, "{name}");
        assert_eq!(no_bearing(&format!(" {} ", name.to_ascii_uppercase())), Some(name));
    }
    assert!(NO_BEARING.lines().count() > 500);
    for name in ["", "  ", "moon dust", "metformin", "nitrous oxide", "alcohol", "a\nb"] {
        assert_eq!(no_bearing(name), None, "{name}");
    }
}

/// What a check asks for must never be waved through as a name without bearing.
#[test]
fn what_a_check_asks_for_is_not_said_to_have_no_bearing() {
    for name in [
        "phenelzine",
        "moclobemide",
        "linezolid",
        "selegiline",
        "rasagiline",
        "procarbazine",
        "deferasirox",
        "deferoxamine",
        "deferiprone",
        "epoetin alfa",
        "darbepoetin alfa",
        "zolpidem",
        "zopiclone",
        "apomorphine",
        "bromocriptine",
        "entacapone",
        "amantadine",
        "methotrexate",
        "quinine",
        "baclofen",
        "naloxone",
        "naltrexone",
        "warfarin",
        "phenytoin",
        "tetrabenazine",
        "flunarizine",
        "sodium oxybate",
        "ketoconazole",
        "ritonavir",
        "adenosine",
        "methylphenidate",
        "penicillamine",
        "mirogabalin",
    ] {
        assert_eq!(no_bearing(name), None, "{name}");
    }
}
