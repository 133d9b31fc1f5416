//! Reports in other languages, idioms of laboratories, and texts of more than one person.

use ekbom_paste::{Said, read};

/// What was understood, as one line for each: the analyte, the number with its sign, the unit.
fn understood(text: &str) -> Vec<String> {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    read(text)
        .labs()
        .map(|lab| {
            let sign = lab.comparator.as_deref().unwrap_or_default();
            let unit = lab.unit.as_deref().unwrap_or_default();
            format!("{} {sign}{} {unit}", lab.analyte, number(lab.value))
        })
        .collect()
}

#[test]
fn french() {
    let report = "Hémoglobine ..... 11,2 g/dL (12,0 - 16,0)\nV.G.M. ..... 78,3 fL (80,0 - 100,0)\nFer sérique 6,1 µmol/L (9,0 - 30,0)\n\
        Coefficient de saturation de la transferrine 7 % (15 - 45)\nDFG estimé (CKD-EPI) 92 mL/min/1,73m2\n\
        Folates sériques 12,4 nmol/L\nTSH ultra-sensible 2,13 mUI/L (0,40 - 4,00)\nVitamine D (25-OH) 43 nmol/L";
    let expected = [
        "haemoglobin 11.2 g/dL",
        "mcv 78.3 fL",
        "iron 6.1 umol/L",
        "tsat 7 %",
        "egfr 92 mL/min/{1.73_m2}",
        "folate_serum 12.4 nmol/L",
        "tsh 2.13 m[IU]/L",
        "vitd 43 nmol/L",
    ];
    assert_eq!(understood(report), expected);
    // The same with accents as characters of their own.
    assert_eq!(understood("He\u{301}moglobine 11,2 g/dL"), ["haemoglobin 11.2 g/dL"]);
}

#[test]
fn spanish_and_italian() {
    let spanish = "Hemoglobina 12,9 g/dL [12 - 16]\nÍndice de saturación de transferrina 11 % [20 - 50]\nPotasio 4,3 mmol/L";
    assert_eq!(understood(spanish), ["haemoglobin 12.9 g/dL", "tsat 11 %", "potassium 4.3 mmol/L"]);
    let italian = "Sideremia 38 µg/dL [50 - 170]\nEmoglobina glicata 38 mmol/mol\nPotassio 4,1 mmol/L";
    assert_eq!(understood(italian), ["iron 38 ug/dL", "hba1c 38 mmol/mol", "potassium 4.1 mmol/L"]);
    // Of what folate it speaks is not said.
    assert!(matches!(read("Ácido fólico 6,2 ng/mL").lines[0].said, Said::Doubted { .. }));
}

#[test]
fn idioms_of_laboratories() {
    assert_eq!(understood("eGFR > OR = 60 mL/min/1.73m2 > OR = 60"), ["egfr >=60 mL/min/{1.73_m2}"]);
    assert_eq!(understood("HEMOGLOBIN A1c 5.4 % of total Hgb <5.7"), ["hba1c 5.4 %"]);
}

#[test]
fn a_number_that_may_have_lost_its_thousands_is_doubted() {
    let reading = read("Ferritin 1.234 ng/ml");
    assert!(
        matches!(&reading.lines[0].said, Said::Doubted { why, .. } if why.contains("1234")),
        "{reading:?}"
    );
}

#[test]
fn results_of_two_people_are_used_of_neither() {
    let two = "Patient: Smith, Anna  Sex: F\nFerritin 12 ng/mL\n\nPatient: Jones, Mark  Sex: M\nVitamin B12 250 pg/mL";
    let reading = read(two);
    assert_eq!(reading.labs().count(), 0);
    let whys: Vec<&str> = reading.lines.iter().filter_map(|line| line.why()).collect();
    assert!(whys.len() == 2 && whys.iter().all(|why| why.contains("more than one person")), "{whys:?}");
    let one = two.replace("Jones, Mark  Sex: M", "ANNA SMITH  Sex: Female");
    assert_eq!(read(&one).labs().count(), 2);
}
