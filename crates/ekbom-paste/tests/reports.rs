//! Whole reports, and lines of every kind that laboratories print.

use ekbom_paste::{PastedLab, Said, read};

/// A result in short: `ferritin <17 ug/L [15,300]`.
fn short(lab: &PastedLab) -> String {
    let limit = |limit: Option<f64>| limit.map(|own| own.to_string()).unwrap_or_default();
    let limits = match (lab.ref_low, lab.ref_high) {
        (None, None) => String::new(),
        (low, high) => format!(" [{},{}]", limit(low), limit(high)),
    };
    let sign = lab.comparator.clone().unwrap_or_default();
    let value = lab.value.map(|value| value.to_string()).or_else(|| lab.finding.clone()).unwrap_or_default();
    let unit = lab.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    format!("{} {sign}{value}{unit}{limits}", lab.analyte)
}

/// Lines in short: the result, `? why`, `x` where it is not understood, and `-` where it is none.
fn lines(text: &str) -> Vec<String> {
    let said = |said: &Said| match said {
        Said::Understood { lab, .. } => short(lab),
        Said::Doubted { why, .. } => format!("? {why}"),
        Said::NotUnderstood { .. } => "x".to_owned(),
        Said::NoResult => "-".to_owned(),
    };
    read(text).lines.iter().map(|line| said(&line.said)).collect()
}

fn one(text: &str) -> String {
    lines(text).join(" + ")
}

#[test]
fn a_british_practice() {
    let expected = [
        "-",
        "ferritin 17 ug/L [15,300]",
        "iron 7.1 umol/L [9,30]",
        "tsat 11 % [16,50]",
        "b12_total 231 ng/L [200,900]",
        "folate_serum 6.4 ug/L [3,20]",
        "crp <1 mg/L [0,5]",
        "creatinine 64 umol/L [45,84]",
        "egfr >90 mL/min/{1.73_m2}",
        "haemoglobin 112 g/L [115,165]",
        "mcv 81.2 fL [80,100]",
        "hba1c 38 mmol/mol [20,41]",
        "-",
    ];
    assert_eq!(lines(include_str!("reports/uk-gp.txt")), expected);
}

#[test]
fn a_portal_of_the_united_states() {
    let expected = [
        "-",
        "ferritin 8 ng/mL [15,150]",
        "iron 31 ug/dL [40,190]",
        "tibc 452 ug/dL [250,450]",
        "tsat 7 % [16,45]",
        "b12_total >2000 pg/mL [200,1100]",
        "folate_serum 18.2 ng/mL",
        "mma_serum 168 nmol/L [87,318]",
        "hcy 9.1 umol/L [,10.4]",
        "creatinine 0.71 mg/dL [0.5,1.03]",
        "haemoglobin 10.9 g/dL [11.7,15.5]",
        "mcv 77.4 fL [80,100]",
        "tsh 2.31 m[IU]/L [0.4,4.5]",
        "vitd 24 ng/mL [30,100]",
        "-",
    ];
    assert_eq!(lines(include_str!("reports/us-portal.txt")), expected);
}

#[test]
fn a_german_laboratory() {
    let expected = [
        "-",
        "ferritin 28.4 ng/mL [15,150]",
        "iron 52 ug/dL [37,145]",
        "transferrin 3.12 g/L [2,3.6]",
        "tsat 12 % [16,45]",
        "b12_total 187 pg/mL [197,771]",
        "holotc 31 pmol/L [50,]",
        "folate_serum 4.1 ng/mL [3.9,26.8]",
        "crp <0.3 mg/L [,5]",
        "creatinine 0.88 mg/dL [0.5,0.9]",
        "haemoglobin 12.1 g/dL [12,15.6]",
        "mcv 99 fL [80,96]",
        "-",
    ];
    assert_eq!(lines(include_str!("reports/german.txt")), expected);
}

#[test]
fn a_damaged_report_is_doubted_line_by_line() {
    let lines = lines(include_str!("reports/damaged.txt"));
    let understood: Vec<_> = lines.iter().filter(|line| !line.starts_with('?')).collect();
    assert_eq!(understood, ["hcy 12 umol/L", "-", "-"], "{lines:#?}");
}

#[test]
fn names_and_units_as_they_are_written() {
    for (line, expected) in [
        ("ferritin 38 ng/ml", "ferritin 38 ng/mL"),
        ("S-Ferritin: 38ng/mL", "ferritin 38 ng/mL"),
        ("FERRITIN (ng/mL) 38 (15-150)", "ferritin 38 ng/mL [15,150]"),
        ("Ferritin [µg/l] 38 15 - 150", "ferritin 38 ug/L [15,150]"),
        ("Ferritin = 38 \u{3bc}g/L", "ferritin 38 ug/L"),
        ("Ferritin 38 Âµg/L", "ferritin 38 ug/L"),
        ("Ferritin\u{a0}38\u{a0}mcg/L", "ferritin 38 ug/L"),
        ("Ferritin | 38 | ng/mL | 15-150 |", "ferritin 38 ng/mL [15,150]"),
        ("Ferritin 38 ng/mL Ref: 15 to 150", "ferritin 38 ng/mL [15,150]"),
        ("Ferritin 38 ng/mL Referenzbereich 15 bis 150", "ferritin 38 ng/mL [15,150]"),
        ("Ferritin 38 ng/mL [15;150]", "ferritin 38 ng/mL [15,150]"),
        ("Ferritin 38 ng/mL 15..150", "ferritin 38 ng/mL [15,150]"),
        ("Ferritin 38 ng/mL 15–150", "ferritin 38 ng/mL [15,150]"),
        ("Ferritin 14.11.2026 38 ng/mL", "ferritin 38 ng/mL"),
        ("14-Nov-2026 08:35 Ferritin 38 ng/mL", "ferritin 38 ng/mL"),
        ("Ferritin 8 L ng/mL 15-150", "ferritin 8 ng/mL [15,150]"),
        ("Ferritin 8* ng/mL (15-150)", "ferritin 8 ng/mL [15,150]"),
        ("Ferritin ↓ 8 ng/mL (15-150)", "ferritin 8 ng/mL [15,150]"),
        ("CRP &lt;0.6 mg/L", "crp <0.6 mg/L"),
        ("CRP < 5 mg/L", "crp <5 mg/L"),
        ("CRP 12 mg/L bis 5", "? several numbers could be the result"),
        ("CRP 12 mg/L (bis 5)", "crp 12 mg/L [,5]"),
        ("CRP 12 mg/L (Norm: <5)", "crp 12 mg/L [,5]"),
        ("CRP 2.1 mg/L (≤5)", "crp 2.1 mg/L [,5]"),
        ("HÃ¤moglobin 12.1 g/dl", "haemoglobin 12.1 g/dL"),
        ("Haemoglobin (Hb) 121 g/L", "haemoglobin 121 g/L"),
        ("HbA1c 5.6 %", "hba1c 5.6 %"),
        ("25-OH-Vitamin D 48 nmol/l", "vitd 48 nmol/L"),
        ("Vit. B 12 231 ng/l", "b12_total 231 ng/L"),
        ("Aktives Vitamin B12 (Holotranscobalamin) 31 pmol/l", "holotc 31 pmol/L"),
        ("FT4 1.2 ng/dl", "ft4 1.2 ng/dL"),
        ("TIBC (Total Iron Binding Capacity) 300 ug/dL", "tibc 300 ug/dL"),
        ("eGFR (CKD-EPI 2021) 88 mL/min/1.73m²", "egfr 88 mL/min/{1.73_m2}"),
        ("eGFR 88 ml/min/1,73 m2", "egfr 88 mL/min/{1.73_m2}"),
        ("Urine creatinine 100 mg/dL", "creatinine_urine 100 mg/dL"),
        ("RBC folate 500 ng/mL", "folate_rbc 500 ng/mL"),
        ("Harnstoff-N 14 mg/dl", "urea_nitrogen 14 mg/dL"),
        ("Intrinsic factor antibody Negative", "ifab negative"),
        ("Parietal cell antibodies: not detected", "? only a flag: the number is missing"),
        (
            "ferritin 38 ng/ml, tsat 15 %, b12 205 pg/ml",
            "ferritin 38 ng/mL + tsat 15 % + b12_total 205 pg/mL",
        ),
        ("ferritin 38 ng/mL; Hb 13.1 g/dL", "ferritin 38 ng/mL + haemoglobin 13.1 g/dL"),
        ("K 4.1 mmol/L", "potassium 4.1 mmol/L"),
        ("Mg 0.8 mmol/L", "x"),
    ] {
        assert_eq!(one(line), expected, "{line}");
    }
}

#[test]
fn what_is_doubted_is_not_used() {
    for line in [
        "Ferritin 38",
        "Ferritin 38 mg/dL",
        "Ferritin 1.234,5.6 ng/mL",
        "Ferritin 17 23 31 ng/mL",
        "Ferritin 17 ng/mL H (15-300)",
        "Ferritin 8 ng/mL N (15-300)",
        "Ferritin 38 ng/mL haemolysed",
        "Ferritin antibody 38 ng/mL",
        "Smith ferritin 38 ng/mL",
        "Feritin 38 ng/mL",
        "H\u{fffd}moglobin 12.1 g/dl",
        "Ferritin low",
        "Ferritin 5< ng/mL",
        "Ferritin 38 ng/mL (15-150 pmol/L)",
        "Hb 13.5 (11.5-16.5) g/L",
        "Folate 8 ng/mL",
        "MMA 300",
        "Harnstoff 40 mg/dl",
        "% Saturation 98 %",
        "Corrected calcium 2.3 mmol/L",
        "Ca 2.3 mmol/L ionised",
        "Transferrin/Ferritin 38 ng/mL",
        "Ferritin 38 ng/mL 14 ng/mL",
        "eGFR 88 mL/min",
        "eGFR if African American 88 mL/min/1.73 m2",
        "Ferritin \u{fffd}g/L 38",
        "Reticulocyte haemoglobin 29 pg",
        "CSF glucose 3.1 mmol/L",
        "Ferritin 15-150 17-20 ng/mL",
        "Zinc 12 umol/L ?",
        "B12 205 pg/mL (200-900) 151 pmol/L",
    ] {
        let reading = read(line);
        let used: Vec<_> = reading.labs().map(short).collect();
        let taken_whole = ["Zinc 12 umol/L ?"].contains(&line);
        assert!(used.is_empty() || taken_whole, "{line}: {used:?}");
    }
}

#[test]
fn what_is_no_result_says_so() {
    for line in [
        "",
        "Laborbefund vom 03.11.2026",
        "Patient: Jane Example, born 01/02/1970",
        "MRN 12345678",
        "Patient is feeling better, see again in 6 weeks",
        "HAEMATOLOGY",
        "Page 1 of 2",
        "Reported: 14-Nov-2026 16:02",
    ] {
        assert_eq!(one(line), "-", "{line}");
    }
    for line in
        ["ALT 23 U/L (0-40)", "Platelets 230 10^9/L (150-400)", "RDW-SD 44 fL", "Ferritin 15-150 ng/mL"]
    {
        assert_eq!(one(line), "x", "{line}");
    }
}

#[test]
fn the_report_as_a_whole_decides_what_a_line_cannot() {
    // Saturation beside iron is that of transferrin.
    assert_eq!(lines("IRON 31 ug/dL\n% SATURATION 7 %")[1], "tsat 7 %");
    // A comma is a decimal mark where the other numbers say so.
    assert_eq!(lines("Kreatinin 0,88 mg/dl\nTSH 1,234 mIU/l")[1], "tsh 1.234 m[IU]/L");
    assert!(lines("Creatinine 0.88 mg/dL\nFerritin 1,234 ng/mL")[1].starts_with("? is it 1234 or 1.234"));
    // Below a heading of urine nothing is taken for serum.
    let urine = lines("Urine\nCreatinine 100 mg/dL\nAlbumin 40 g/L\nBlood\nAlbumin 40 g/L");
    assert_eq!(urine[1], "creatinine_urine 100 mg/dL");
    assert!(urine[2].starts_with('?'), "{urine:?}");
    assert_eq!(urine[4], "albumin 40 g/L");
    // Two results of one analyte: neither is the newest.
    let twice = lines("Ferritin 17 ug/L\nFerritin 58 ug/L\nTSAT 11 %");
    assert!(twice[0].starts_with('?') && twice[1].starts_with('?'), "{twice:?}");
    assert_eq!(twice[2], "tsat 11 %");
    // One sample in two units is one result.
    assert_eq!(read("HbA1c 38 mmol/mol\nHbA1c 5.6 %").labs().count(), 2);
}

#[test]
fn readings_that_are_offered_would_be_believed() {
    let Said::Doubted { readings, .. } = &read("Creat 88 mg/dL").lines[0].said else { panic!("not doubted") };
    assert_eq!(readings.iter().map(short).collect::<Vec<_>>(), ["creatinine 88 umol/L"]);
    let json = read("Ferritin 1,234 ng/mL").to_json();
    // Of a ferritin of 1.234 the core would ask whether it is 1234.
    assert_eq!(json["lines"][0]["readings"].as_array().unwrap().len(), 1);
    assert_eq!(json["lines"][0]["readings"][0]["value"], 1234.0);
}

#[test]
fn no_name_and_no_text_is_kept() {
    let json = read("Patient: Jane Example\nExample ferritin 38 ng/mL\nJane 38 ng/mL").to_json().to_string();
    assert!(!json.to_lowercase().contains("jane") && !json.to_lowercase().contains("example"), "{json}");
}

#[test]
fn nothing_stops_it() {
    let long = "9".repeat(1000);
    for text in [
        "\u{0}\u{1}\u{fffd}",
        "((((((",
        "<<<<>>>>",
        "Ferritin - - - - -",
        "1.73",
        "/1.73 m2",
        "%",
        "% sat",
        "Ã",
        "\u{c3}\u{178}",
        "Ferritin 1e999 ng/mL",
        "Ferritin 99999999999999999999 ng/mL",
        "Jan 2026",
        "12.",
        "ferritin ferritin ferritin",
        &long,
        "Ferritin \u{661}\u{662} ng/mL",
        "İ 12 ng/mL",
    ] {
        assert_eq!(read(text).labs().count(), 0, "{text}");
    }
    assert!(read(&"a".repeat(1_000_000)).cut);
    let many = "Ferritin 38 ng/mL\n".repeat(5000);
    assert!(read(&many).cut);
}

/// Laboratories leave out the zero before the point, and print what is usual behind what was found.
#[test]
fn a_zero_that_is_left_out_and_a_finding_beside_what_is_usual() {
    assert_eq!(one("TSH .05 mIU/L (.4-4.0)"), "tsh 0.05 m[IU]/L [0.4,4]");
    assert_eq!(one("TSH <.05 mIU/L"), "tsh <0.05 m[IU]/L");
    assert_eq!(one("Kreatinin ,9 mg/dl"), "creatinine 0.9 mg/dL");
    assert_eq!(one("Magnesium .5 mmol/L"), "magnesium 0.5 mmol/L");
    // A comma behind a word parts columns.
    assert!(!one("Ferritin,38,ng/mL").contains("0.38"), "{}", one("Ferritin,38,ng/mL"));
    assert_eq!(one("Intrinsic factor antibody   POSITIVE"), "ifab positive");
    for both in [
        "Intrinsic factor antibody   POSITIVE   Negative",
        "Intrinsic factor antibody: Positive (Ref: Negative)",
        "Intrinsic-Faktor-Antikörper POSITIV (negativ)",
    ] {
        assert!(one(both).starts_with("? several findings"), "{both}: {}", one(both));
    }
}

#[test]
fn what_a_heading_says_holds_for_the_lines_below_it() {
    for heading in [
        "Zielwerte:",
        "Referenzbereiche",
        "Normal values:",
        "Vorwerte:",
        "Vorbefunde vom 01.02.2019",
        "Target",
        "Goals",
        "Previous results",
        "Therapeutic range",
        "Valeurs de r\u{e9}f\u{e9}rence",
        "Valores de referencia",
        "Valori di riferimento",
        "Streefwaarden",
        "CSF",
        "Liquor",
        "Punktat",
        "Stool",
        "Aszites",
    ] {
        let read = lines(&format!("{heading}\nFerritin 75 ng/ml"));
        assert!(read[1].starts_with('?'), "{heading}: {read:?}");
    }
    for heading in
        ["Test Result Unit Reference range", "Klinische Chemie", "Serum", "Current results", "Laborwerte"]
    {
        assert_eq!(lines(&format!("{heading}\nFerritin 75 ng/ml"))[1], "ferritin 75 ng/mL", "{heading}");
    }
    // Another heading ends it.
    assert_eq!(
        lines("Zielwerte\nFerritin 75 ng/ml\nKlinische Chemie\nFerritin 30 ng/ml")[3],
        "ferritin 30 ng/mL"
    );
}

#[test]
fn results_of_several_dates_are_doubted() {
    let read = lines("Ferritin 45 ng/ml 12.03.2014\nTSAT 20 % 12.03.2024");
    assert!(
        read.iter().all(|own| own.starts_with("? the report holds results of several dates")),
        "{read:?}"
    );
    let read = lines("Befunde vom 12.03.2014\nFerritin 45 ng/ml\nBefunde vom 12.03.2024\nTSAT 20 %");
    assert!(read[1].starts_with('?') && read[3].starts_with('?'), "{read:?}");
    let one = ekbom_paste::read("Ferritin 45 ng/ml 12.03.2014");
    let Said::Understood { notes, .. } = &one.lines[0].said else { panic!("{one:?}") };
    assert!(notes[0].contains("12.03.2014"));
}

#[test]
fn what_is_doubted_stands_in_the_patient_and_counts_for_nothing() {
    let doubts =
        read("TSAT 88 % H wrong words\nKalium 7.2 mmol/l h\u{e4}molytisch\nFerritin 30 ng/ml").doubts();
    let analytes: Vec<_> = doubts.iter().map(|own| own["analyte"].as_str().unwrap()).collect();
    assert_eq!(analytes, ["tsat", "potassium"]);
}

#[test]
fn a_remark_in_the_place_of_a_result_is_said() {
    for line in [
        "Potassium haemolysed",
        "TSAT siehe Kommentar",
        "TSAT pending",
        "Ferritin: see note",
        "Kalium entf\u{e4}llt",
    ] {
        assert_eq!(one(line), "? a remark stands in the place of the result", "{line}");
    }
    assert_eq!(one("Iron studies"), "-");
}

/// What a line puts into a patient in doubt: the analytes, each with its value.
fn in_doubt(text: &str) -> Vec<String> {
    let entries = read(text).lines.iter().flat_map(ekbom_paste::Line::entries).collect::<Vec<_>>();
    entries
        .iter()
        .filter(|own| own["doubt"].is_string())
        .map(|own| format!("{} {}", own["analyte"].as_str().unwrap_or_default(), own["value"]))
        .collect()
}

// One that is left out would leave an older result of it standing.
#[test]
fn a_doubted_line_says_everything_that_it_may_be_a_result_of() {
    for (line, expected) in [
        ("Ferritin  1,234  ng/mL", vec!["ferritin 1234.0"]),
        ("Ferritin haemolysed", vec!["ferritin null"]),
        ("Ferritin 38 45 ng/mL", vec!["ferritin null"]),
        ("Urea 30 mg/dL", vec!["urea null", "urea_nitrogen null"]),
        ("Ferritin TSAT 20", vec!["ferritin null", "tsat null"]),
        ("Ferritn 20 ng/mL", vec!["ferritin null"]),
        ("Ferritin 38 ng/mL", vec![]),
        ("Patient is feeling better", vec![]),
    ] {
        assert_eq!(in_doubt(line), expected, "{line}");
    }
    // Every analyte that is doubted stands in the entries, whatever its readings are.
    for line in read(include_str!("reports/damaged.txt")).lines {
        let Said::Doubted { analytes, .. } = &line.said else { continue };
        let entries = line.entries();
        assert!(
            analytes.iter().all(|own| entries.iter().any(|entry| entry["analyte"] == own.id())),
            "{line:?}"
        );
    }
}
