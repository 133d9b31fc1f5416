//! The formulas against published and computed vectors, and against real data where there is any.
//!
//! Data lies beside the repository in `../shared/data`, or where `EKBOM_DATA` says. It is not part of the
//! project: without it the tests that want it say so and pass.

#![expect(clippy::unwrap_used, reason = "in a test, and in what it calls, a failed unwrap is a failed test")]

use std::io::Write as _;
use std::path::{Path, PathBuf};

use ekbom::measure::formula::cobalamin::{self, Band, Markers, MarkersError};
use ekbom::measure::formula::egfr::{
    AgeYears, CreatinineMgDl, CystatinMgL,
    EgfrSex::{self, Female, Male},
    ckd_epi_2012_cystatin, ckd_epi_2021, ckd_epi_2021_creatinine_cystatin,
};
use ekbom::measure::formula::iron::{self, TransferrinFactor, tsat_percent};
use ekbom::measure::formula::variation::{
    CvPercent, Z_95, interval_of_result, reference_change_log_normal, reference_change_symmetric_percent,
};
use ekbom::measure::formula::{calcium, haemoglobin, hba1c};
use ekbom::measure::interval::Interval;

/// The text of a data file, or `None` with a word on stderr (past the capture of the test runner).
#[expect(clippy::explicit_write, reason = "eprintln would be captured, and nobody would read it")]
fn data(file: &str) -> Option<String> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("EKBOM_DATA").map_or_else(beside, PathBuf::from);
    match std::fs::read_to_string(folder.join(file)) {
        Ok(text) => Some(text),
        Err(why) => {
            writeln!(std::io::stderr(), "WITHOUT DATA: {file} was not read ({why}); set EKBOM_DATA").unwrap();
            None
        }
    }
}

#[track_caller]
fn near(value: f64, expected: f64, tolerance: f64) {
    assert!((value - expected).abs() <= tolerance, "{value} is not {expected} within {tolerance}");
}

// --- eGFR ---

/// Sex, age, creatinine, cystatin C; then eGFR by creatinine, by cystatin C, by both.
const EGFR: [(EgfrSex, f64, f64, f64, f64, f64, f64); 5] = [
    (Female, 55.0, 0.9, 0.9, 75.50, 85.04, 83.45),
    (Male, 50.0, 1.0, 1.0, 91.69, 80.93, 88.14),
    (Female, 30.0, 0.6, 0.7, 123.76, 117.49, 124.87),
    (Male, 70.0, 1.8, 1.6, 39.99, 40.02, 41.08),
    (Female, 60.0, 5.0, 3.0, 9.35, 16.85, 12.62),
];

#[test]
fn egfr_vectors() {
    for (sex, age, creatinine, cystatin, by_creatinine, by_cystatin, by_both) in EGFR {
        near(ckd_epi_2021(CreatinineMgDl(creatinine), AgeYears(age), sex), by_creatinine, 0.005);
        near(ckd_epi_2012_cystatin(CystatinMgL(cystatin), AgeYears(age), sex), by_cystatin, 0.005);
        near(
            ckd_epi_2021_creatinine_cystatin(
                CreatinineMgDl(creatinine),
                CystatinMgL(cystatin),
                AgeYears(age),
                sex,
            ),
            by_both,
            0.005,
        );
    }
}

/// Two mistakes seen in public code are visible in the vectors: these are their results, not ours.
#[test]
fn egfr_is_not_the_wrong_ones() {
    let knotted = |x: f64, knot: f64, below: f64, above: f64| {
        (x / knot).min(1.0).powf(below) * (x / knot).max(1.0).powf(above)
    };
    for (sex, age, creatinine, cystatin, _, by_cystatin, by_both) in EGFR {
        let (knot, below, factor) = if sex == Female { (0.7, -0.241, 1.012) } else { (0.9, -0.302, 1.0) };
        let creatinine_part = knotted(creatinine, knot, below, -0.544);
        let wrong_both =
            135.0 * creatinine_part * knotted(cystatin, 0.8, -0.323, -0.778) * 0.9961_f64.powf(age) * factor;
        // For a man above both knots the two equations are one.
        assert_eq!((wrong_both - by_both).abs() < 0.005, sex == Male);
        let wrong_cystatin = 133.0 * knotted(cystatin, 0.8, -0.323, -0.778) * 0.9961_f64.powf(age);
        assert!((wrong_cystatin - by_cystatin).abs() > 0.5);
    }
}

/// Creatinine 1.35 mg/dL at 60 years: G2 for a man, G3b for a woman, and G3a for nobody.
#[test]
fn no_sex_between_the_sexes() {
    assert!(ckd_epi_2021(CreatinineMgDl(1.35), AgeYears(60.0), Male) >= 60.0);
    assert!(ckd_epi_2021(CreatinineMgDl(1.35), AgeYears(60.0), Female) < 45.0);
}

/// One record of the CSV: the fields outside quotes and the one inside.
fn record(line: &str) -> Option<(&str, &str, &str, &str)> {
    let (calculator, rest) = line.split_once(",\"")?;
    let (entities, answers) = rest.split_once("\",")?;
    let (printed, corrected) = answers.split_once(',')?;
    Some((calculator, entities, printed, corrected.trim()))
}

/// `'name': [1.2, 'unit']` of a record's entities.
fn entity<'a>(entities: &'a str, name: &str) -> Option<(f64, &'a str)> {
    let (_, rest) = entities.split_once(&format!("'{name}': ["))?;
    let (value, unit) = rest.split_once(']')?.0.split_once(", ")?;
    Some((value.parse().ok()?, unit.trim_matches('\'')))
}

/// Half a unit of the last printed digit.
fn half_digit(printed: &str) -> f64 {
    let decimals = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    0.5 * 0.1_f64.powi(i32::try_from(decimals).unwrap()) + 1e-9
}

#[test]
fn medcalc_bench() {
    let Some(text) = data("medcalc_bench_egfr_calcium.csv") else { return };
    let (mut egfr_rows, mut calcium_rows) = (0, 0);
    for line in text.lines().skip(1) {
        let (calculator, entities, printed, corrected) = record(line).unwrap();
        // A row that nobody corrected keeps its first answer.
        let answer = if corrected.is_empty() { printed } else { corrected };
        let expected: f64 = answer.parse().unwrap();
        if calculator.starts_with("CKD-EPI") {
            egfr_rows += 1;
            let sex = if entities.contains("'Female'") { Female } else { Male };
            let (age, _) = entity(entities, "age").unwrap();
            let creatinine = match entity(entities, "creatinine").unwrap() {
                (value, "mg/dL") => value,
                // The one uncorrected row in umol/L was computed from creatinine rounded to a tenth.
                (value, _) if corrected.is_empty() => (value / 88.4 * 10.0).round() / 10.0,
                (value, _) => value / 88.4,
            };
            near(ckd_epi_2021(CreatinineMgDl(creatinine), AgeYears(age), sex), expected, half_digit(answer));
        } else {
            calcium_rows += 1;
            let (calcium, unit) = entity(entities, "Calcium").unwrap();
            let (albumin, _) = entity(entities, "Albumin").unwrap();
            if unit == "mg/dL" {
                near(calcium::adjusted_mg_dl(calcium, albumin), expected, half_digit(answer));
            } else {
                // Their mmol/L became mg/dL by 4.0 in one row and by 4.008 in the other.
                let adjusted = calcium::adjusted_mg_dl(calcium * 4.008, albumin / 10.0);
                near(adjusted, expected, 0.025);
                near(calcium::adjusted_mmol_l(calcium, albumin) * 4.008, expected, 0.025);
            }
        }
    }
    assert_eq!((egfr_rows, calcium_rows), (20, 19));
}

// --- Iron ---

#[test]
fn tsat_is_exact_at_its_limit() {
    assert_eq!(tsat_percent(30.0, 150.0).to_bits(), 20.0_f64.to_bits());
    assert!((tsat_percent(16706.0, 400.0)) > 100.0);
    let below = Interval::new(0.0, Interval::just_below(30.0)).unwrap();
    let tsat = iron::tsat_percent_interval(below, Interval::exact(150.0).unwrap()).unwrap();
    assert!(tsat.high() < 20.0);
}

/// The choice of factor decides whether this patient's TSAT is below 20 %.
#[test]
fn transferrin_factor_crosses_the_limit() {
    let expected = [18.5, 20.8, 20.5, 18.5, 18.2, 17.9];
    for (factor, expected) in TransferrinFactor::ALL.into_iter().zip(expected) {
        let conventional = tsat_percent(65.0, iron::tibc_ug_dl_from_transferrin(250.0, factor));
        near(conventional, expected, 0.05);
        let molar = tsat_percent(65.0 * 10.0 / 55.845, iron::tibc_umol_l_from_transferrin(2.5, factor));
        near(molar, conventional, 1e-12);
        assert_eq!(serde_json::to_string(&factor).unwrap(), format!("\"{}\"", factor.code()));
    }
}

#[test]
fn nothing_over_nothing_is_unknown() {
    let zero = Interval::exact(0.0).unwrap();
    let some = Interval::new(0.0, 10.0).unwrap();
    assert_eq!(iron::tsat_percent_interval(zero, some), None);
    assert_eq!(iron::tsat_percent_interval(Interval::new(-1.0, 1.0).unwrap(), some), None);
    let above = Interval::new(100.0, f64::INFINITY).unwrap();
    let whole = Interval::new(0.0, 100.0).unwrap();
    assert_eq!(iron::tsat_percent_from_uibc_interval(above, whole), Interval::new(50.0, 100.0));
}

#[test]
fn nhanes_tsat() {
    let Some(text) = data("nhanes_1_1971_75_iron.csv") else { return };
    let mut lines = text.lines();
    let header: Vec<_> = lines.next().unwrap().split(',').collect();
    let column = |name| header.iter().position(|&column| column == name).unwrap();
    let (iron, tibc, ts) = (column("Serum Iron"), column("TIBC"), column("TS"));
    let mut rows = 0;
    for line in lines {
        let fields: Vec<_> = line.split(',').collect();
        let [iron, tibc, ts] = [iron, tibc, ts].map(|i| fields[i].parse::<f64>().unwrap());
        near(tsat_percent(iron, tibc), ts, 0.05 + 1e-9);
        rows += 1;
    }
    assert_eq!(rows, 9932);
}

// --- Calcium, HbA1c, haemoglobin ---

#[test]
fn hba1c_vectors() {
    for (percent, mmol) in [(5.7, 38.784), (6.5, 47.530), (7.0, 52.995)] {
        near(hba1c::ifcc_mmol_mol(percent), mmol, 0.0005);
    }
    for (mmol, percent) in [(42.0, 5.994), (48.0, 6.543), (47.6, 6.506)] {
        near(hba1c::ngsp_percent(mmol), percent, 0.0005);
    }
}

#[test]
fn calcium_vectors() {
    near(calcium::adjusted_mmol_l(2.26, 28.0), 2.50, 1e-12);
    near(calcium::adjusted_mmol_l(2.6, 31.0), 2.78, 1e-12);
    near(calcium::adjusted_mg_dl(7.0, 1.8), 8.76, 1e-12);
}

#[test]
fn elevation_vectors() {
    let vectors =
        [(500.0, 2.89), (1000.0, 5.94), (1500.0, 9.13), (2500.0, 15.97), (3400.0, 22.64), (4000.0, 27.35)];
    for (metres, effect) in vectors {
        near(haemoglobin::elevation_effect_g_l(metres), effect, 0.005 + 1e-9);
    }
    assert!(haemoglobin::elevation_effect_g_l(f64::NAN).is_nan());
}

// --- 4cB12 ---

fn markers(holotc: f64, b12: f64, mma: f64, homocysteine: f64, age: f64) -> Markers<f64> {
    Markers {
        holotc_pmol_l: holotc,
        b12_pmol_l: b12,
        mma_umol_l: mma,
        homocysteine_umol_l: homocysteine,
        age_years: age,
    }
}

#[test]
fn combined_b12_vectors() {
    let vectors = [
        (markers(52.0, 237.0, 0.207, 12.0, 65.0), 0.042, Band::Adequate),
        (markers(70.0, 350.0, 0.15, 9.0, 30.0), 0.488, Band::Adequate),
        (markers(25.0, 160.0, 0.45, 16.0, 70.0), -0.881, Band::Low),
        (markers(15.0, 151.2, 3.6, 49.1, 57.0), -2.584, Band::ProbableDeficiency),
        (markers(200.0, 700.0, 0.10, 7.0, 40.0), 1.551, Band::Elevated),
    ];
    for (markers, expected, band) in vectors {
        let indicator = cobalamin::combined_indicator(markers).unwrap();
        near(indicator, expected, 0.0006);
        assert_eq!(Band::of(indicator), Some(band));
    }
    for (age, factor) in [(20.0, 3.7834), (40.0, 3.7503), (60.0, 3.6782), (80.0, 3.5614)] {
        near(cobalamin::age_factor(age), factor, 0.00005);
    }
}

#[test]
fn combined_b12_refuses_nmol() {
    let error = cobalamin::combined_indicator(markers(52.0, 237.0, 207.0, 12.0, 65.0)).unwrap_err();
    assert_eq!(error, MarkersError::MmaUnit { value: 207.0 });
    let text = error.to_string();
    assert!(text.contains("`mma_umol_l` 207") && text.contains("nmol/L") && text.contains("20"), "{text}");
    let error = cobalamin::combined_indicator(markers(0.0, 237.0, 0.2, 12.0, 65.0)).unwrap_err();
    assert_eq!(error, MarkersError::OutOfRange { field: "holotc_pmol_l", value: 0.0 });
}

#[test]
fn combined_b12_bands() {
    let bands = [
        (-2.6, Band::ProbableDeficiency),
        (-2.5, Band::PossibleDeficiency),
        (-1.5, Band::BoundaryUnspecified),
        (-1.4, Band::Low),
        (-0.5, Band::BoundaryUnspecified),
        (-0.4, Band::Adequate),
        (1.5, Band::Adequate),
        (1.6, Band::Elevated),
    ];
    for (indicator, band) in bands {
        assert_eq!(Band::of(indicator), Some(band), "{indicator}");
    }
    assert_eq!(Band::of(f64::NAN), None);
}

// --- Variation ---

fn variation(analytical_percent: f64, within_person_percent: f64) -> CvPercent {
    CvPercent { analytical_percent, within_person_percent }
}

#[test]
fn too_close_to_call_vectors() {
    let vectors = [
        (75.0, variation(3.5, 16.9), 53.6, 104.9),
        (75.0, variation(5.0, 14.5), 55.6, 101.1),
        (20.0, variation(3.0, 28.0), 11.6, 34.4),
        (180.0, variation(7.5, 8.6), 144.0, 225.0),
        (350.0, variation(7.5, 8.6), 280.1, 437.4),
    ];
    for (value, variation, low, high) in vectors {
        let usual = interval_of_result(value, variation, Z_95).unwrap();
        near(usual.low(), low, 0.05);
        near(usual.high(), high, 0.05);
    }
    assert_eq!(interval_of_result(-1.0, variation(1.0, 1.0), Z_95), None);
}

#[test]
fn reference_change_vectors() {
    // Printed by COKLUK2021, whose own rounding moves the first by nearly one.
    let vectors = [
        (0.67, 27.3, 74.9),
        (0.62, 3.60, 10.1),
        (2.27, 6.21, 18.3),
        (4.71, 10.3, 31.4),
        (6.1, 5.77, 23.4),
        (3.4, 8.2, 24.7),
    ];
    for (analytical, within, printed) in vectors {
        near(reference_change_symmetric_percent(variation(analytical, within), Z_95), printed, 0.85);
    }
    // Printed by BVMMA2019 without its analytical variation, which was worked back.
    for (analytical, within, fall, rise) in [(4.0, 7.2, -17.7, 21.0), (2.0, 7.4, -16.2, 19.4)] {
        let change = reference_change_log_normal(variation(analytical, within), 1.645);
        near(change.fall_percent, fall, 0.4);
        near(change.rise_percent, rise, 0.2);
    }
}
