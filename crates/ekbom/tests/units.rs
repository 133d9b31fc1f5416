//! The units against published tables: `shared/data/units`, beside the repository or where `EKBOM_DATA` says.
//! Without the data each test says so and passes.

use std::path::PathBuf;

use ekbom::measure::analyte::Analyte;
use ekbom::measure::unit::Unit;

/// The rows of a table without its heading, or `None` where the data are not at hand.
fn rows(name: &str) -> Option<Vec<Vec<String>>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let path = std::env::var_os("EKBOM_DATA").map_or_else(beside, PathBuf::from).join("units").join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("ran WITHOUT {name}: nothing was compared (set EKBOM_DATA)");
        return None;
    };
    Some(text.lines().skip(1).filter(|line| !line.is_empty()).map(fields).collect())
}

/// The fields of a line of comma-separated values, quoted or not.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(c),
        }
    }
    fields.push(field);
    fields
}

/// One unit in the last place of a number as printed: tables round, and some cut off.
fn last_place(printed: &str) -> f64 {
    let places = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    (0..places).fold(1.0, |place, _| place / 10.0)
}

/// Our analyte for a table's name of it.
fn analyte(name: &str) -> Option<Analyte> {
    Some(match name {
        "ferritin" | "Ferritin, serum" => Analyte::Ferritin,
        "iron" | "Iron" => Analyte::Iron,
        "TIBC" => Analyte::Tibc,
        "Transferrin" => Analyte::Transferrin,
        "vitamin B12" | "Vitamin B12" => Analyte::B12Total,
        "Folate, red cell" => Analyte::FolateRbc,
        "Folate, serum" => Analyte::FolateSerum,
        "Albumin, serum" => Analyte::Albumin,
        "Creatinine, serum" => Analyte::Creatinine,
        "Urea nitrogen" => Analyte::UreaNitrogen,
        "Sodium" => Analyte::Sodium,
        "Potassium" => Analyte::Potassium,
        "Calcium, serum" => Analyte::Calcium,
        "Magnesium, serum" => Analyte::Magnesium,
        "Phosphorus, serum" => Analyte::Phosphate,
        "Copper, serum" => Analyte::Copper,
        "Zinc" => Analyte::Zinc,
        "PTH intact" => Analyte::Pth,
        "TSH" => Analyte::Tsh,
        "Thyroxine free" => Analyte::Ft4,
        "Glucose, blood" => Analyte::Glucose,
        "Glycohemoglobin" => Analyte::Hba1c,
        _ => return None,
    })
}

#[test]
fn anchors_printed_in_papers_and_books() {
    let Some(rows) = rows("printed_unit_anchors.csv") else { return };
    let (mut agreed, mut refused) = (0, 0);
    for row in &rows {
        let [name, value, unit, expected, other, source] = row.as_slice() else { panic!("{row:?}") };
        let (from, to) = (Unit::parse(unit).unwrap(), Unit::parse(other).unwrap());
        let converted = analyte(name).unwrap().convert(value.parse().unwrap(), from, to);
        if source.contains("WRONG on purpose") {
            assert_eq!(converted, None, "{row:?}");
            refused += 1;
        } else {
            let difference = converted.unwrap() - expected.parse::<f64>().unwrap();
            assert!(difference.abs() <= last_place(expected), "{row:?}: {converted:?}");
            agreed += 1;
        }
    }
    println!("{agreed} anchors agreed, {refused} refused");
    assert!(agreed >= 8 && refused >= 1);
}

#[test]
fn factors_of_a_reference_table() {
    let Some(rows) = rows("si_factors_reference.csv") else { return };
    let (mut agreed, mut refused) = (0, 0);
    for row in &rows {
        let [name, conventional, factor, si, _] = row.as_slice() else { panic!("{row:?}") };
        let Some(analyte) = analyte(name) else {
            println!("not an analyte of ours: {name}");
            continue;
        };
        let (from, to) = (Unit::parse(conventional).unwrap(), Unit::parse(si).unwrap());
        let ours = match analyte {
            // As a fraction of all haemoglobin: neither of the two scales that guidelines use.
            Analyte::Hba1c => {
                assert_eq!(analyte.convert(1.0, from, to), None);
                refused += 1;
                continue;
            }
            // In ng/mL, a thousand times the unit that it is reported in: not accepted as such.
            Analyte::B12Total => {
                assert_eq!(analyte.convert(1.0, from, to), None);
                analyte.convert(1000.0, Unit::PgPerMl, to).unwrap()
            }
            _ => analyte.convert(1.0, from, to).unwrap(),
        };
        let printed: f64 = factor.parse().unwrap();
        assert!((ours - printed).abs() <= last_place(factor), "{name}: {ours}, printed {printed}");
        agreed += 1;
    }
    println!("{agreed} factors agreed, {refused} refused");
    assert!(agreed >= 21 && refused == 1);
}

/// Codes that are something wider in UCUM (a ratio of anything, enzyme units) and that laboratories write for
/// units of ours.
const AS_LABORATORIES_WRITE: [&str; 5] = ["umol/mmol", "mU/L", "uU/mL", "U/mL", "kU/L"];

#[test]
fn the_test_suite_of_ucum_where_it_meets_our_units() {
    let Some(rows) = rows("ucum_validation_cases.csv") else { return };
    let mut met = 0;
    for row in &rows {
        // The reason, of invalid codes only, may hold anything.
        let [_, .., code, valid] = row.as_slice() else { panic!("{row:?}") };
        let Some(unit) = Unit::parse(code) else {
            assert!(Unit::ALL.iter().all(|unit| unit.ucum() != code), "{code}");
            continue;
        };
        assert_eq!(valid, "true", "lenient as we are, what UCUM calls invalid is none of our units: {code}");
        // UCUM's litre has two spellings.
        let same = code.replace('L', "l") == unit.ucum().replace('L', "l");
        assert!(same || AS_LABORATORIES_WRITE.contains(&code.as_str()), "{code} is {unit}");
        met += 1;
    }
    println!("{met} of UCUM's cases are units of ours");
    assert!(met >= 20);
}

#[test]
fn the_conversions_of_ucum_where_they_meet_our_units() {
    let Some(rows) = rows("ucum_conversion_cases.csv") else { return };
    let mut met = 0;
    for row in &rows {
        let [_, value, from, to, expected, ..] = row.as_slice() else { panic!("{row:?}") };
        let (Some(from), Some(to)) = (Unit::parse(from), Unit::parse(to)) else { continue };
        let value: f64 = value.parse().unwrap();
        for converted in Analyte::ALL.iter().filter_map(|analyte| analyte.convert(value, from, to)) {
            let expected: f64 = expected.parse().unwrap();
            assert!((converted - expected).abs() <= 1e-9 * expected.abs(), "{row:?}: {converted}");
            met += 1;
        }
    }
    println!("{met} of UCUM's conversions are between units of ours (most are of physics)");
}
