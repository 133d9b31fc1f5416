//! Electrolytes, minerals and trace elements.

use super::{decimal, limits, loinc, ratio, same};
use crate::measure::analyte::{AnalyteInfo, AnalyteKind, Hazard};
use crate::measure::unit::Unit;

pub(super) static SODIUM: AnalyteInfo = AnalyteInfo {
    id: "sodium",
    name: "Sodium",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2951-2", "Moles/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("2947-0", "Moles/volume, blood", "MIMIC mapping"),
    ],
    canonical: Unit::MmolPerL,
    conventional: Unit::MeqPerL,
    si: Unit::MmolPerL,
    units: &[same(Unit::MeqPerL), same(Unit::MmolPerL)],
    hard: limits(80.0, 260.0),
    confirm: Some(limits(110.0, 175.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "135-145 mmol/L (United Kingdom 133-146)",
    interval_source: "from memory, unverified",
    note: "",
};

pub(super) static POTASSIUM: AnalyteInfo = AnalyteInfo {
    id: "potassium",
    name: "Potassium",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2823-3", "Moles/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("6298-4", "Moles/volume, blood", "MIMIC mapping"),
    ],
    canonical: Unit::MmolPerL,
    conventional: Unit::MeqPerL,
    si: Unit::MmolPerL,
    units: &[same(Unit::MeqPerL), same(Unit::MmolPerL)],
    hard: limits(0.5, 20.0),
    confirm: Some(limits(2.0, 8.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "3.5-5.0 mmol/L (United Kingdom 3.5-5.3)",
    interval_source: "from memory, unverified",
    note: "Haemolysis raises it.",
};

pub(super) static CALCIUM: AnalyteInfo = AnalyteInfo {
    id: "calcium",
    name: "Calcium, total",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("17861-6", "Mass/volume", "MIMIC mapping"),
        loinc("2000-8", "Moles/volume", "Regenstrief top-2000 SI"),
        loinc("29265-6", "Moles/volume, albumin-corrected", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::MmolPerL,
    conventional: Unit::MgPerDl,
    si: Unit::MmolPerL,
    units: &[ratio(Unit::MgPerDl, 10.0, 40.078), same(Unit::MmolPerL), ratio(Unit::MeqPerL, 1.0, 2.0)],
    hard: limits(0.5, 8.0),
    confirm: Some(limits(1.4, 3.75)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "2.15-2.60 mmol/L; adjusted 2.17-2.55 below 50 years, 2.20-2.61 at 50-79 years in one Turkish \
        study",
    interval_source: "Clin Endocrinol 2025;103:456; the first from memory, unverified",
    note: "Total calcium. Ionised calcium is another analyte.",
};

pub(super) static CALCIUM_IONISED: AnalyteInfo = AnalyteInfo {
    id: "calcium_ionised",
    name: "Calcium, ionised",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("1994-3", "Moles/volume, blood", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("1995-0", "Moles/volume, serum", "Regenstrief top-2000 SI"),
        loinc("12180-6", "Moles/volume, ISE", "Regenstrief top-2000 SI"),
        loinc("17864-0", "Mass/volume", "labunits 0.2.1"),
    ],
    canonical: Unit::MmolPerL,
    conventional: Unit::MgPerDl,
    si: Unit::MmolPerL,
    units: &[ratio(Unit::MgPerDl, 10.0, 40.078), same(Unit::MmolPerL), ratio(Unit::MeqPerL, 1.0, 2.0)],
    hard: limits(0.2, 3.0),
    confirm: Some(limits(0.5, 2.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "1.15-1.33 mmol/L",
    interval_source: "from memory, unverified",
    note: "",
};

pub(super) static MAGNESIUM: AnalyteInfo = AnalyteInfo {
    id: "magnesium",
    name: "Magnesium",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("19123-9", "Mass/volume", "MIMIC mapping"),
        loinc("2601-3", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::MmolPerL,
    conventional: Unit::MgPerDl,
    si: Unit::MmolPerL,
    units: &[ratio(Unit::MgPerDl, 10.0, 24.305), same(Unit::MmolPerL), ratio(Unit::MeqPerL, 1.0, 2.0)],
    hard: limits(0.05, 15.0),
    confirm: Some(limits(0.45, 1.2)),
    hazard: Hazard::None,
    inseparable: &[Unit::MgPerDl, Unit::MeqPerL, Unit::MmolPerL],
    variation: None,
    interval: "0.70-1.00 mmol/L",
    interval_source: "from memory, unverified",
    note: "mg/dL and meq/L lie close together: a unit is never assumed.",
};

pub(super) static PHOSPHATE: AnalyteInfo = AnalyteInfo {
    id: "phosphate",
    name: "Phosphate (inorganic)",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2777-1", "Mass/volume (as P)", "MIMIC mapping"),
        loinc("14879-1", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::MmolPerL,
    conventional: Unit::MgPerDl,
    si: Unit::MmolPerL,
    units: &[ratio(Unit::MgPerDl, 10.0, 30.973762), same(Unit::MmolPerL)],
    hard: limits(0.03, 25.0),
    confirm: Some(limits(0.32, 2.25)),
    hazard: Hazard::None,
    inseparable: &[Unit::MgPerDl, Unit::MmolPerL],
    variation: None,
    interval: "0.80-1.50 mmol/L",
    interval_source: "from memory, unverified",
    note: "mg/dL as phosphorus.",
};

pub(super) static ZINC: AnalyteInfo = AnalyteInfo {
    id: "zinc",
    name: "Zinc, serum/plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("5763-8", "Mass/volume", "MIMIC mapping"),
        loinc("14955-9", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::UgPerDl,
    conventional: Unit::UgPerDl,
    si: Unit::UmolPerL,
    units: &[same(Unit::UgPerDl), ratio(Unit::UmolPerL, 65.38, 10.0), decimal(Unit::UgPerL, -1)],
    hard: limits(5.0, 2000.0),
    confirm: Some(limits(30.0, 300.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "70-120 ug/dL",
    interval_source: "Tietz, through a public laboratory catalogue",
    note: "Lower limits of 65 in the afternoon and 70 fasting in the morning are in use.",
};

pub(super) static COPPER: AnalyteInfo = AnalyteInfo {
    id: "copper",
    name: "Copper, serum/plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("5631-7", "Mass/volume", "MIMIC mapping"),
        loinc("14665-4", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::UgPerDl,
    conventional: Unit::UgPerDl,
    si: Unit::UmolPerL,
    units: &[same(Unit::UgPerDl), ratio(Unit::UmolPerL, 63.546, 10.0), decimal(Unit::UgPerL, -1)],
    hard: limits(1.0, 1000.0),
    confirm: Some(limits(30.0, 350.0)),
    hazard: Hazard::Low,
    inseparable: &[],
    variation: None,
    interval: "men 70-140, women 80-155 ug/dL",
    interval_source: "Tietz, through a public laboratory catalogue",
    note: "Copper deficiency mimics the myelopathy of B12 deficiency, and values below 10 are real.",
};
