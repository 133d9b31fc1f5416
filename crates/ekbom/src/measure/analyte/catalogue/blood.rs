//! The blood count.

use super::{decimal, limits, loinc, ratio, same};
use crate::measure::analyte::{AnalyteInfo, AnalyteKind, Hazard, Variation};
use crate::measure::unit::Unit;
use crate::source::Verification;

pub(super) static HAEMOGLOBIN: AnalyteInfo = AnalyteInfo {
    id: "haemoglobin",
    name: "Haemoglobin, blood",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("718-7", "Mass/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("20509-6", "Mass/volume, calculated", "MIMIC mapping"),
        loinc("59260-0", "Moles/volume", "paired in MIRACUM only; name not seen"),
    ],
    canonical: Unit::GPerL,
    conventional: Unit::GPerDl,
    si: Unit::GPerL,
    units: &[decimal(Unit::GPerDl, 1), same(Unit::GPerL), ratio(Unit::MmolPerL, 16_114.5, 1000.0)],
    hard: limits(5.0, 280.0),
    confirm: Some(limits(25.0, 215.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::GPerDl, Unit::MmolPerL],
    variation: Some(Variation {
        analytical_cv_percent: Some(1.0),
        within_person_cv_percent: 2.7,
        source: "COSKUN2020",
        verification: Verification::Unverified,
    }),
    interval: "men 130-170, women 120-150 g/L",
    interval_source: "lower limits WHO2024; upper from memory, unverified",
    note: "mmol/L counts the monomer, as laboratories do; of the tetramer it would be four times fewer. \
        Within-person variation from memory; below 3 % was read.",
};

pub(super) static HAEMATOCRIT: AnalyteInfo = AnalyteInfo {
    id: "haematocrit",
    name: "Haematocrit, blood",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("4544-3", "Volume fraction, automated", "US Core example Observation")],
    canonical: Unit::Percent,
    conventional: Unit::Percent,
    si: Unit::LPerL,
    units: &[same(Unit::Percent), decimal(Unit::LPerL, 2), decimal(Unit::One, 2)],
    hard: limits(1.01, 85.0),
    confirm: Some(limits(7.0, 70.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "the laboratory's own",
    interval_source: "",
    note: "A fraction such as 0.42 given as % is caught by the limits for confirmation.",
};

pub(super) static MCV: AnalyteInfo = AnalyteInfo {
    id: "mcv",
    name: "Mean corpuscular volume",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("787-2", "Entitic volume, automated", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("30428-7", "Entitic volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::Fl,
    conventional: Unit::Fl,
    si: Unit::Fl,
    units: &[same(Unit::Fl)],
    hard: limits(40.0, 180.0),
    confirm: Some(limits(50.0, 150.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: Some(1.0),
        within_person_cv_percent: 0.8,
        source: "COSKUN2020",
        verification: Verification::Unverified,
    }),
    interval: "80-100 fL",
    interval_source: "IRONTAB",
    note: "Within-person variation from memory; below 3 % was read.",
};

pub(super) static RDW: AnalyteInfo = AnalyteInfo {
    id: "rdw",
    name: "Red cell distribution width",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("788-0", "Ratio, automated (CV)", "MIMIC mapping and Regenstrief top-2000 SI")],
    canonical: Unit::Percent,
    conventional: Unit::Percent,
    si: Unit::Percent,
    units: &[same(Unit::Percent)],
    hard: limits(8.0, 60.0),
    confirm: Some(limits(9.0, 34.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "11-15 %",
    interval_source: "IRONTAB",
    note: "The coefficient of variation. RDW-SD, in fL, is another quantity and not accepted.",
};

pub(super) static NEUT_HYPERSEG: AnalyteInfo = AnalyteInfo {
    id: "neut_hyperseg",
    name: "Hypersegmented neutrophils",
    kind: AnalyteKind::Qualitative,
    loinc: &[loinc("765-8", "Presence, light microscopy", "Regenstrief top-2000 SI")],
    canonical: Unit::One,
    conventional: Unit::One,
    si: Unit::One,
    units: &[same(Unit::One)],
    hard: limits(0.0, 1.0),
    confirm: None,
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "absent",
    interval_source: "",
    note: "1 for present, 0 for absent. By convention 5 % or more with five lobes, or any with six \
        (unverified).",
};
