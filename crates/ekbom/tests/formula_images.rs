//! The interval versions of the formulas: every image holds the value at every point of its box.

#![expect(clippy::unwrap_used, reason = "in a test, and in what it calls, a failed unwrap is a failed test")]

use ekbom::measure::formula::cobalamin::{self, Markers};
use ekbom::measure::formula::egfr::{
    AgeYears, CreatinineMgDl, CystatinMgL,
    EgfrSex::{Female, Male},
    ckd_epi_2012_cystatin, ckd_epi_2012_cystatin_interval, ckd_epi_2021, ckd_epi_2021_creatinine_cystatin,
    ckd_epi_2021_creatinine_cystatin_interval, ckd_epi_2021_interval,
};
use ekbom::measure::formula::iron::{self, TransferrinFactor, tsat_percent};
use ekbom::measure::formula::variation::{CvPercent, Z_95, interval_of_interval, interval_of_result};
use ekbom::measure::formula::{calcium, haemoglobin, hba1c};
use ekbom::measure::interval::{Interval, settled};
use proptest::prelude::*;

/// An interval and a number in it.
fn within(low: f64, high: f64) -> impl Strategy<Value = (Interval, f64)> {
    [low..high, low..high, low..high].prop_map(|mut numbers| {
        numbers.sort_by(f64::total_cmp);
        let [low, middle, high] = numbers;
        (Interval::new(low, high).unwrap(), middle)
    })
}

/// Powers and logarithms are exact to the last bit but one, and so are images.
fn holds(image: Interval, value: f64) -> bool {
    let slack = 1e-13 * (1.0 + value.abs());
    image.low() - slack <= value && value <= image.high() + slack
}

proptest! {
    #[test]
    fn egfr_images(
        (creatinine, x) in within(0.01, 30.0),
        (cystatin, y) in within(0.01, 10.0),
        (age, z) in within(18.0, 120.0),
    ) {
        for sex in [Female, Male] {
            let image = ckd_epi_2021_interval(CreatinineMgDl(creatinine), AgeYears(age), sex).unwrap();
            prop_assert!(holds(image, ckd_epi_2021(CreatinineMgDl(x), AgeYears(z), sex)));
            let image = ckd_epi_2012_cystatin_interval(CystatinMgL(cystatin), AgeYears(age), sex).unwrap();
            prop_assert!(holds(image, ckd_epi_2012_cystatin(CystatinMgL(y), AgeYears(z), sex)));
            let image = ckd_epi_2021_creatinine_cystatin_interval(CreatinineMgDl(creatinine), CystatinMgL(cystatin), AgeYears(age), sex).unwrap();
            prop_assert!(holds(image, ckd_epi_2021_creatinine_cystatin(CreatinineMgDl(x), CystatinMgL(y), AgeYears(z), sex)));
        }
    }

    /// Boxes of one bit, such as those beside a limit, have an image too.
    #[test]
    fn narrow_images(x in 0.01..30.0, age in 18.0..120.0) {
        let narrow = Interval::new(x, Interval::just_above(x)).unwrap();
        let age = Interval::new(age, Interval::just_above(age)).unwrap();
        for sex in [Female, Male] {
            prop_assert!(ckd_epi_2021_interval(CreatinineMgDl(narrow), AgeYears(age), sex).is_some());
            prop_assert!(ckd_epi_2012_cystatin_interval(CystatinMgL(narrow), AgeYears(age), sex).is_some());
            prop_assert!(ckd_epi_2021_creatinine_cystatin_interval(CreatinineMgDl(narrow), CystatinMgL(narrow), AgeYears(age), sex).is_some());
        }
        prop_assert!(iron::tsat_percent_from_uibc_interval(narrow, narrow).is_some());
    }

    #[test]
    fn iron_images((iron_box, x) in within(0.0, 20000.0), (capacity, y) in within(1.0, 1000.0)) {
        prop_assert!(holds(iron::tsat_percent_interval(iron_box, capacity).unwrap(), settled(tsat_percent(x, y))));
        let image = iron::tibc_from_uibc_interval(iron_box, capacity).unwrap();
        prop_assert!(holds(image, iron::tibc_from_uibc(x, y)));
        let image = iron::tsat_percent_from_uibc_interval(iron_box, capacity).unwrap();
        prop_assert!(holds(image, settled(iron::tsat_percent_from_uibc(x, y))));
        // The image that knows iron to be one and the same is never the wider one.
        let tibc = iron::tibc_from_uibc_interval(iron_box, capacity).unwrap();
        let loose = iron::tsat_percent_interval(iron_box, tibc).unwrap();
        prop_assert!(image.is_within(loose));
        for factor in TransferrinFactor::ALL {
            let image = iron::tibc_umol_l_from_transferrin_interval(capacity, factor).unwrap();
            prop_assert!(holds(image, iron::tibc_umol_l_from_transferrin(y, factor)));
            let image = iron::tibc_ug_dl_from_transferrin_interval(capacity, factor).unwrap();
            prop_assert!(holds(image, iron::tibc_ug_dl_from_transferrin(y, factor)));
        }
    }

    #[test]
    fn calcium_images((calcium_box, x) in within(0.5, 30.0), (albumin, y) in within(1.0, 80.0)) {
        let image = calcium::adjusted_mmol_l_interval(calcium_box, albumin).unwrap();
        prop_assert!(holds(image, calcium::adjusted_mmol_l(x, y)));
        let image = calcium::adjusted_mg_dl_interval(calcium_box, albumin).unwrap();
        prop_assert!(holds(image, calcium::adjusted_mg_dl(x, y)));
    }

    #[test]
    fn hba1c_images((hba1c_box, x) in within(0.0, 200.0)) {
        prop_assert!(holds(hba1c::ngsp_percent_interval(hba1c_box).unwrap(), hba1c::ngsp_percent(x)));
        prop_assert!(holds(hba1c::ifcc_mmol_mol_interval(hba1c_box).unwrap(), hba1c::ifcc_mmol_mol(x)));
        prop_assert!((hba1c::ifcc_mmol_mol(hba1c::ngsp_percent(x)) - x).abs() < 1e-9);
    }

    #[test]
    fn haemoglobin_images((hb, x) in within(5.0, 280.0), (elevation, y) in within(-400.0, 6000.0)) {
        let image = haemoglobin::elevation_effect_g_l_interval(elevation).unwrap();
        prop_assert!(holds(image, haemoglobin::elevation_effect_g_l(y)));
        let image = haemoglobin::at_sea_level_g_l_interval(hb, elevation).unwrap();
        prop_assert!(holds(image, haemoglobin::at_sea_level_g_l(x, y)));
    }

    #[test]
    fn combined_b12_images(
        (holotc, a) in within(0.5, 300.0),
        (b12, b) in within(1.0, 3000.0),
        (mma, c) in within(0.01, 20.0),
        (homocysteine, d) in within(1.0, 200.0),
        (age, e) in within(18.0, 120.0),
    ) {
        let boxes = Markers {
            holotc_pmol_l: holotc,
            b12_pmol_l: b12,
            mma_umol_l: mma,
            homocysteine_umol_l: homocysteine,
            age_years: age,
        };
        let inner = Markers {
            holotc_pmol_l: a,
            b12_pmol_l: b,
            mma_umol_l: c,
            homocysteine_umol_l: d,
            age_years: e,
        };
        let image = cobalamin::combined_indicator_interval(boxes).unwrap();
        prop_assert!(holds(image, cobalamin::combined_indicator(inner).unwrap()));
    }

    #[test]
    fn variation_images((result, x) in within(0.0, 5000.0), analytical in 0.0..30.0, inside in 0.0..60.0) {
        let variation = CvPercent { analytical_percent: analytical, within_person_percent: inside };
        let image = interval_of_interval(result, variation, Z_95).unwrap();
        let one = interval_of_result(x, variation, Z_95).unwrap();
        prop_assert!(holds(image, one.low()) && holds(image, one.high()) && holds(one, x));
        // The same in both directions: the result lies at the ends of the intervals of its own ends.
        let back = interval_of_result(one.high(), variation, Z_95).unwrap();
        prop_assert!((back.low() - x).abs() <= 1e-9 * (1.0 + x));
    }
}
