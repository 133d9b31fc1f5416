//! What must hold of every entry of the catalogue, and the cases that people get wrong.

use alloc::collections::BTreeSet;
use alloc::string::ToString;

use super::*;
use crate::measure::unit::Unit;
use crate::source;

#[test]
fn the_list_is_whole_and_in_order() {
    for (at, analyte) in Analyte::ALL.into_iter().enumerate() {
        assert_eq!(analyte as usize, at);
        assert_eq!(analyte.id().parse(), Ok(analyte), "each analyte has an entry of its own");
        let json = serde_json::to_string(&analyte).unwrap();
        assert_eq!(json, alloc::format!("\"{}\"", analyte.id()));
        assert_eq!(serde_json::from_str::<Analyte>(&json).unwrap(), analyte);
    }
}

#[test]
fn ids_are_exact_and_errors_say_what_was_meant() {
    for text in ["Ferritin", "ferritin ", "FERRITIN", "", "haemoglobin a1c"] {
        let error = text.parse::<Analyte>().unwrap_err();
        assert_eq!(error.to_string(), alloc::format!("unknown analyte `{text}`"));
    }
    assert_eq!("Ferritin ".parse::<Analyte>().unwrap_err().nearest(), Some(Analyte::Ferritin));
    assert_eq!("b12total".parse::<Analyte>().unwrap_err().nearest(), Some(Analyte::B12Total));
    let long = "z".repeat(1_000_000).parse::<Analyte>().unwrap_err();
    assert_eq!((long.text().len(), long.nearest()), (40, None));
}

#[test]
fn other_names_mean_one_analyte_and_are_no_id() {
    let mut seen = BTreeSet::new();
    for (name, analyte) in catalogue::OTHER_NAMES {
        assert!(seen.insert(name), "{name} twice");
        assert_eq!(*name, name.to_lowercase().replace(['_', '-'], " "), "never found");
        let error = name.parse::<Analyte>().unwrap_err();
        assert_eq!(error.nearest(), Some(*analyte), "{name}");
    }
    let meant = |text: &str| text.parse::<Analyte>().unwrap_err().nearest();
    assert_eq!(meant("Vitamin_B12"), Some(Analyte::B12Total));
    assert_eq!(meant("folate"), None, "in serum or in red cells?");
}

#[test]
fn loinc_codes_are_well_formed_and_mean_one_thing() {
    let mut seen = BTreeSet::new();
    for analyte in Analyte::ALL {
        for loinc in analyte.info().loinc {
            let code = loinc.code;
            assert!(seen.insert(code), "{code} twice");
            let (number, check) = code.split_once('-').unwrap();
            assert_eq!(check.parse(), Ok(check_digit(number)), "{code}");
            assert!(!loinc.property.is_empty() && !loinc.verified_by.is_empty(), "{code}");
        }
    }
    assert!(!seen.contains("48347-9"), "sometimes suggested for holotc, and wrong");
}

/// LOINC's check digit: Luhn's, modulo ten.
fn check_digit(number: &str) -> u32 {
    let digits = number.chars().rev().map(|c| c.to_digit(10).unwrap());
    let doubled = digits.enumerate().map(|(at, digit)| if at % 2 == 0 { digit * 2 } else { digit });
    (10 - doubled.map(|digit| digit / 10 + digit % 10).sum::<u32>() % 10) % 10
}

#[test]
fn units_of_an_entry_agree() {
    for analyte in Analyte::ALL {
        let (info, id) = (analyte.info(), analyte.id());
        let units: BTreeSet<Unit> = info.units.iter().map(|accepted| accepted.unit).collect();
        assert_eq!(units.len(), info.units.len(), "{id}: a unit twice");
        assert_eq!(info.units.first().map(|first| first.unit), Some(info.conventional), "{id}");
        assert_eq!(analyte.scale(info.canonical), Some(Scale::Decimal { exponent: 0 }), "{id}");
        for unit in info.inseparable.iter().chain([&info.si, &info.canonical]) {
            assert!(units.contains(unit), "{id}: {unit}");
        }
        assert_ne!(info.inseparable.len(), 1, "{id}: it takes two to be confused");
    }
}

#[test]
fn limits_are_nested_and_finite() {
    for analyte in Analyte::ALL {
        let (info, id) = (analyte.info(), analyte.id());
        assert!(0.0 <= info.hard.low && info.hard.low < info.hard.high && info.hard.high.is_finite(), "{id}");
        if let Some(confirm) = info.confirm {
            assert!(info.hard.low <= confirm.low && confirm.low < confirm.high, "{id}");
            assert!(confirm.high <= info.hard.high, "{id}");
        }
        if info.kind == AnalyteKind::Qualitative {
            assert_eq!((info.canonical, info.units.len()), (Unit::One, 1), "{id}");
        }
        assert!(info.hazard == Hazard::None || info.confirm.is_some(), "{id}: a hazard needs a tier");
    }
}

#[test]
fn variation_names_a_known_source() {
    for analyte in Analyte::ALL {
        let Some(variation) = analyte.info().variation else { continue };
        assert!(source::find(variation.source).is_some(), "{analyte}: {}", variation.source);
        assert!((0.1..100.0).contains(&variation.within_person_cv_percent), "{analyte}");
        assert!(variation.analytical_cv_percent.is_none_or(|cv| (0.1..100.0).contains(&cv)), "{analyte}");
    }
    assert!(Analyte::Holotc.info().variation.is_none(), "unknown is not zero");
}

#[test]
fn every_pair_of_units_converts_there_and_back() {
    for analyte in Analyte::ALL {
        let info = analyte.info();
        for from in info.units {
            for to in info.units {
                for value in [info.hard.low, 0.7, 12.3, 450.0, info.hard.high] {
                    let there = analyte.convert(value, from.unit, to.unit).unwrap();
                    let back = analyte.convert(there, to.unit, from.unit).unwrap();
                    let near = 1e-12 * (value.abs() + 100.0);
                    assert!((back - value).abs() <= near, "{analyte} {value} {} {}", from.unit, to.unit);
                }
            }
            let canonical = analyte.convert(12.3, from.unit, info.canonical).unwrap();
            assert_eq!(Some(canonical.to_bits()), analyte.to_canonical(12.3, from.unit).map(f64::to_bits));
        }
        for unit in Unit::ALL {
            let accepted = info.units.iter().any(|accepted| accepted.unit == unit);
            assert_eq!(analyte.to_canonical(1.0, unit).is_some(), accepted, "{analyte} {unit}");
            assert_eq!(analyte.convert(1.0, info.canonical, unit).is_some(), accepted, "{analyte} {unit}");
        }
    }
}

#[test]
fn factors_that_published_tables_get_wrong() {
    let near = |analyte: Analyte, from, to, expected: f64| {
        let factor = analyte.convert(1.0, from, to).unwrap();
        assert!((factor / expected - 1.0).abs() < 1e-4, "{analyte}: {factor}, expected {expected}");
    };
    near(Analyte::B12Total, Unit::PmolPerL, Unit::PgPerMl, 1.35537); // not 1.329
    near(Analyte::UreaNitrogen, Unit::MgPerDl, Unit::MmolPerL, 0.35697);
    near(Analyte::Urea, Unit::MmolPerL, Unit::MgPerDl, 6.0055);
    near(Analyte::Creatinine, Unit::MgPerDl, Unit::UmolPerL, 88.402); // not 1 / 0.011
    near(Analyte::CreatinineUrine, Unit::MgPerDl, Unit::MmolPerL, 0.088_402); // not a thousand times that
    near(Analyte::Vitd, Unit::NgPerMl, Unit::NmolPerL, 2.496); // not of cholecalciferol
    near(Analyte::Transferrin, Unit::GPerL, Unit::UmolPerL, 12.567);
    near(Analyte::MmaSerum, Unit::NgPerMl, Unit::NmolPerL, 8.468);
    near(Analyte::MmaUrine, Unit::MmolPerMolCreat, Unit::MgPerG, 1.0439);
    near(Analyte::Hcy, Unit::MgPerL, Unit::UmolPerL, 7.3975);
    near(Analyte::Haemoglobin, Unit::GPerDl, Unit::MmolPerL, 0.62056);
    near(Analyte::Uacr, Unit::MgPerG, Unit::MgPerMmol, 0.11312);
    near(Analyte::Ft4, Unit::NgPerDl, Unit::PmolPerL, 12.872);
    near(Analyte::Ferritin, Unit::NgPerMl, Unit::PmolPerL, 2.247);
    near(Analyte::Hepcidin, Unit::NgPerMl, Unit::NmolPerL, 0.3585);
}

#[test]
fn hba1c_has_two_zeros() {
    for (ifcc, ngsp) in [(0.0, 2.152), (39.0, 5.720), (42.0, 5.994), (48.0, 6.543), (53.0, 7.000)] {
        let percent = Analyte::Hba1c.convert(ifcc, Unit::MmolPerMol, Unit::Percent).unwrap();
        assert!((percent - ngsp).abs() < 0.001, "{ifcc}: {percent}");
    }
}

#[test]
fn real_patients_are_never_impossible() {
    for (analyte, canonical) in [
        (Analyte::Ferritin, 191_000.0),
        (Analyte::Iron, 16_706.0),
        (Analyte::Tsat, 131.3),
        (Analyte::Haemoglobin, 14.0),
        (Analyte::Creatinine, 73.8),
        (Analyte::Sodium, 191.0),
        (Analyte::Egfr, 0.31),
        (Analyte::Egfr, 246.5),
        (Analyte::Uibc, 0.0),
        (Analyte::Tsh, 0.0),
        (Analyte::Crp, 0.0),
    ] {
        assert_ne!(analyte.plausibility(canonical), Plausibility::Impossible, "{analyte} {canonical}");
    }
}

#[test]
fn a_yes_and_no_is_one_or_zero() {
    for (value, expected) in [(0.0, Plausibility::Plausible), (1.0, Plausibility::Plausible)] {
        assert_eq!(Analyte::Ifab.plausibility(value), expected);
    }
    for value in [0.5, 2.0, -1.0, f64::NAN] {
        assert_eq!(Analyte::NeutHyperseg.plausibility(value), Plausibility::Impossible);
    }
}

#[test]
fn hazards_are_never_held_back() {
    for (analyte, value, expected) in [
        (Analyte::Tsat, 100.0, Plausibility::Plausible),
        (Analyte::Tsat, 300.0, Plausibility::Plausible),
        (Analyte::Tsat, 300.1, Plausibility::Impossible),
        (Analyte::Tsat, 2.9, Plausibility::Plausible),
        (Analyte::Tsat, 0.9, Plausibility::Unlikely),
        (Analyte::Copper, 5.0, Plausibility::Plausible),
        (Analyte::Copper, 351.0, Plausibility::Unlikely),
        (Analyte::Potassium, 8.1, Plausibility::Extreme),
        (Analyte::Uibc, 0.0, Plausibility::Plausible),
        (Analyte::Uibc, 701.0, Plausibility::Extreme),
        (Analyte::Hepcidin, 1999.0, Plausibility::Plausible),
        (Analyte::Ferritin, f64::NAN, Plausibility::Impossible),
        (Analyte::Ferritin, f64::INFINITY, Plausibility::Impossible),
        (Analyte::Ferritin, -1.0, Plausibility::Impossible),
    ] {
        assert_eq!(analyte.plausibility(value), expected, "{analyte} {value}");
    }
}

#[test]
fn slips_of_the_unit_are_caught_and_explained() {
    use Unit::*;
    for (analyte, value, stated, meant) in [
        (Analyte::Creatinine, 88.0, Some(MgPerDl), &[UmolPerL] as &[Unit]),
        (Analyte::Creatinine, 12.0, Some(UmolPerL), &[MgPerDl]),
        (Analyte::Haemoglobin, 102.0, Some(GPerDl), &[GPerL]),
        (Analyte::Haemoglobin, 13.5, Some(GPerL), &[GPerDl]),
        (Analyte::Tsat, 0.9, Some(Percent), &[One]),
        (Analyte::Tsat, 22.0, Some(One), &[Percent]),
        (Analyte::Tsh, 1.3, None, &[MicroIuPerMl]),
        (Analyte::Glucose, 95.0, Some(MmolPerL), &[MgPerDl]),
        (Analyte::Calcium, 9.4, Some(MmolPerL), &[MgPerDl]),
        (Analyte::Calcium, 4.8, Some(MmolPerL), &[MeqPerL]),
        (Analyte::Albumin, 4.2, Some(GPerL), &[GPerDl]),
        (Analyte::MmaSerum, 0.3, Some(NmolPerL), &[UmolPerL]),
        (Analyte::Haematocrit, 0.42, Some(Percent), &[LPerL]),
        (Analyte::Hba1c, 42.0, Some(Percent), &[MmolPerMol]),
        (Analyte::Ferritin, 10.0, None, &[NgPerMl, PmolPerL]),
        (Analyte::Holotc, 2000.0, Some(PmolPerL), &[]),
    ] {
        let stated_is_plausible = stated
            .and_then(|unit| analyte.to_canonical(value, unit))
            .is_some_and(|canonical| analyte.plausibility(canonical) == Plausibility::Plausible);
        assert!(!stated_is_plausible, "{analyte} {value}");
        assert_eq!(analyte.units_that_make_sense(value, stated), meant, "{analyte} {value}");
    }
}

#[test]
fn decimals_are_as_printed() {
    assert_eq!(Analyte::Haemoglobin.to_canonical(16.1, Unit::GPerDl), Some(161.0));
    assert_eq!(Analyte::Haemoglobin.convert(105.0, Unit::GPerL, Unit::GPerDl), Some(10.5));
    assert_eq!(Analyte::Crp.to_canonical(0.57, Unit::MgPerDl), Some(5.7));
    assert_eq!(Analyte::MmaSerum.convert(0.29, Unit::NmolPerMl, Unit::NmolPerL), Some(290.0));
    assert_eq!(Analyte::Tsat.to_canonical(0.29, Unit::One), Some(29.0));
    assert_eq!(Analyte::B12Total.convert(205.3, Unit::NgPerL, Unit::PgPerMl), Some(205.3));
    assert_eq!(Analyte::Vitd.convert(20.1, Unit::UgPerL, Unit::NgPerMl), Some(20.1));
}
