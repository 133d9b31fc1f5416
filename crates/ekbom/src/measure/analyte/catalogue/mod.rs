//! The catalogue: what is known of each analyte. Data only.
//!
//! Limits come from published extremes where there are any, and are engineering judgement where there are none:
//! `hard` refuses, `confirm` asks. Reference intervals are for people; no rule reads them.

mod b12;
mod blood;
mod iron;
mod kidney;
mod mineral;
mod names;
mod other;

pub(super) use names::OTHER_NAMES;

use super::{Accepted, Analyte, AnalyteInfo, Limits, Loinc, Scale};
use crate::measure::interval::Interval;
use crate::measure::unit::Unit;

/// What is known of an analyte.
pub(super) const fn of(analyte: Analyte) -> &'static AnalyteInfo {
    match analyte {
        Analyte::Ferritin => &iron::FERRITIN,
        Analyte::Iron => &iron::IRON,
        Analyte::Tibc => &iron::TIBC,
        Analyte::Uibc => &iron::UIBC,
        Analyte::Transferrin => &iron::TRANSFERRIN,
        Analyte::Tsat => &iron::TSAT,
        Analyte::Stfr => &iron::STFR,
        Analyte::Hepcidin => &iron::HEPCIDIN,
        Analyte::Crp => &iron::CRP,
        Analyte::Haemoglobin => &blood::HAEMOGLOBIN,
        Analyte::Haematocrit => &blood::HAEMATOCRIT,
        Analyte::Mcv => &blood::MCV,
        Analyte::Rdw => &blood::RDW,
        Analyte::B12Total => &b12::B12_TOTAL,
        Analyte::Holotc => &b12::HOLOTC,
        Analyte::MmaSerum => &b12::MMA_SERUM,
        Analyte::MmaUrine => &b12::MMA_URINE,
        Analyte::Hcy => &b12::HCY,
        Analyte::FolateSerum => &b12::FOLATE_SERUM,
        Analyte::FolateRbc => &b12::FOLATE_RBC,
        Analyte::Creatinine => &kidney::CREATININE,
        Analyte::CreatinineUrine => &kidney::CREATININE_URINE,
        Analyte::CystatinC => &kidney::CYSTATIN_C,
        Analyte::Urea => &kidney::UREA,
        Analyte::UreaNitrogen => &kidney::UREA_NITROGEN,
        Analyte::Sodium => &mineral::SODIUM,
        Analyte::Potassium => &mineral::POTASSIUM,
        Analyte::Calcium => &mineral::CALCIUM,
        Analyte::CalciumIonised => &mineral::CALCIUM_IONISED,
        Analyte::Albumin => &kidney::ALBUMIN,
        Analyte::Magnesium => &mineral::MAGNESIUM,
        Analyte::Phosphate => &mineral::PHOSPHATE,
        Analyte::Tsh => &other::TSH,
        Analyte::Ft4 => &other::FT4,
        Analyte::Hba1c => &other::HBA1C,
        Analyte::Glucose => &other::GLUCOSE,
        Analyte::Uacr => &kidney::UACR,
        Analyte::Vitd => &other::VITD,
        Analyte::Pth => &other::PTH,
        Analyte::Zinc => &mineral::ZINC,
        Analyte::Copper => &mineral::COPPER,
        Analyte::Ifab => &b12::IFAB,
        Analyte::Pca => &b12::PCA,
        Analyte::Gastrin => &b12::GASTRIN,
        Analyte::TtgIga => &other::TTG_IGA,
        Analyte::Egfr => &kidney::EGFR,
        Analyte::NeutHyperseg => &blood::NEUT_HYPERSEG,
    }
}

const fn loinc(code: &'static str, property: &'static str, verified_by: &'static str) -> Loinc {
    Loinc { code, property, verified_by }
}

/// Limits in the wrong order do not build.
const fn limits(low: f64, high: f64) -> Limits {
    let checked = Interval::of(low, high);
    Limits { low: checked.low(), high: checked.high() }
}

/// A unit in which values read as in the canonical unit.
const fn same(unit: Unit) -> Accepted {
    decimal(unit, 0)
}

/// Canonical = value x 10^exponent.
const fn decimal(unit: Unit, exponent: i8) -> Accepted {
    Accepted { unit, scale: Scale::Decimal { exponent } }
}

/// Canonical = value x multiply / divide.
const fn ratio(unit: Unit, multiply: f64, divide: f64) -> Accepted {
    Accepted { unit, scale: Scale::Ratio { multiply, divide } }
}

/// Canonical = slope x value + intercept.
const fn affine(unit: Unit, slope: f64, intercept: f64) -> Accepted {
    Accepted { unit, scale: Scale::Affine { slope, intercept } }
}
