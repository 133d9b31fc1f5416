//! Hormones, sugar, vitamin D and coeliac disease.

use super::{affine, limits, loinc, ratio, same};
use crate::measure::analyte::{AnalyteInfo, AnalyteKind, Hazard, Variation};
use crate::measure::unit::Unit;
use crate::source::Verification;

pub(super) static TSH: AnalyteInfo = AnalyteInfo {
    id: "tsh",
    name: "Thyrotropin",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("3016-3", "Units/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("11579-0", "DL<=0.05", "Regenstrief top-2000 SI"),
        loinc("11580-8", "DL<=0.005", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::MilliIuPerL,
    conventional: Unit::MicroIuPerMl,
    si: Unit::MilliIuPerL,
    units: &[same(Unit::MicroIuPerMl), same(Unit::MilliIuPerL)],
    hard: limits(0.0, 5000.0),
    confirm: Some(limits(0.005, 200.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: Some(0.9),
        within_person_cv_percent: 17.7,
        source: "EUBIVAS-THY",
        verification: Verification::Original,
    }),
    interval: "0.45-4.12 m[IU]/L (NHANES III, unverified); 97.5th centile 4.1",
    interval_source: "HOLLOWELL2002; HAMILTON2008",
    note: "The two units are numerically the same. Results of zero and `<0.01` occur.",
};

pub(super) static FT4: AnalyteInfo = AnalyteInfo {
    id: "ft4",
    name: "Free thyroxine",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("3024-7", "Mass/volume", "MIMIC mapping"),
        loinc("14920-3", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::PmolPerL,
    conventional: Unit::NgPerDl,
    si: Unit::PmolPerL,
    units: &[
        ratio(Unit::NgPerDl, 10_000.0, 776.87),
        same(Unit::PmolPerL),
        ratio(Unit::NgPerL, 1000.0, 776.87),
        ratio(Unit::PgPerMl, 1000.0, 776.87),
    ],
    hard: limits(0.3, 300.0),
    confirm: Some(limits(2.0, 90.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::NgPerL, Unit::PmolPerL],
    variation: Some(Variation {
        analytical_cv_percent: Some(3.6),
        within_person_cv_percent: 4.8,
        source: "EUBIVAS-THY",
        verification: Verification::Original,
    }),
    interval: "9-23 pmol/L; depends on the assay",
    interval_source: "from memory, unverified",
    note: "",
};

pub(super) static HBA1C: AnalyteInfo = AnalyteInfo {
    id: "hba1c",
    name: "HbA1c",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("4548-4", "Mass fraction NGSP %", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("17856-6", "HPLC %", "Regenstrief top-2000 SI"),
        loinc("59261-8", "IFCC mmol/mol", "several public repositories and an HL7 v2 example agree"),
    ],
    canonical: Unit::Percent,
    conventional: Unit::Percent,
    si: Unit::MmolPerMol,
    units: &[same(Unit::Percent), affine(Unit::MmolPerMol, 0.09148, 2.152)],
    hard: limits(2.5, 25.0),
    confirm: Some(limits(3.5, 20.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: None,
        within_person_cv_percent: 1.2,
        source: "BVA1C",
        verification: Verification::Original,
    }),
    interval: "below 5.7 % (below 39 mmol/mol)",
    interval_source: "ADA",
    note: "NGSP % = 0.09148 x IFCC mmol/mol + 2.152: not a factor. Variation in % units; it is larger \
        in mmol/mol.",
};

pub(super) static GLUCOSE: AnalyteInfo = AnalyteInfo {
    id: "glucose",
    name: "Glucose, plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2345-7", "Mass/volume", "MIMIC mapping"),
        loinc("14749-6", "Moles/volume", "Regenstrief top-2000 SI"),
        loinc("1558-6", "Fasting, mass/volume", "paired in MIRACUM only; name not seen"),
        loinc("14771-0", "Fasting, moles/volume", "Regenstrief top-2000 SI"),
        loinc("2339-0", "Blood, mass/volume", "MIMIC mapping"),
    ],
    canonical: Unit::MmolPerL,
    conventional: Unit::MgPerDl,
    si: Unit::MmolPerL,
    units: &[ratio(Unit::MgPerDl, 10.0, 180.156), same(Unit::MmolPerL)],
    hard: limits(0.1, 350.0),
    confirm: Some(limits(1.1, 60.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: None,
        within_person_cv_percent: 5.0,
        source: "BVA1C",
        verification: Verification::Original,
    }),
    interval: "70-99 mg/dL fasting",
    interval_source: "from memory, unverified",
    note: "",
};

pub(super) static VITD: AnalyteInfo = AnalyteInfo {
    id: "vitd",
    name: "25-hydroxyvitamin D",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("1989-3", "25-OH-D3 mass/volume", "MIMIC mapping"),
        loinc("14635-7", "25-OH-D3 moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::NmolPerL,
    conventional: Unit::NgPerMl,
    si: Unit::NmolPerL,
    units: &[ratio(Unit::NgPerMl, 1000.0, 400.64), same(Unit::NmolPerL), ratio(Unit::UgPerL, 1000.0, 400.64)],
    hard: limits(1.0, 5000.0),
    confirm: Some(limits(10.0, 375.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::NgPerMl, Unit::NmolPerL],
    variation: Some(Variation {
        analytical_cv_percent: Some(3.4),
        within_person_cv_percent: 8.2,
        source: "COKLUK2021",
        verification: Verification::Original,
    }),
    interval: "from 20 ng/mL (IOM), from 30 (Endocrine Society 2011); 25 and 50 nmol/L as limits in the \
        United Kingdom",
    interval_source: "from memory, unverified",
    note: "nmol/L for 25-hydroxyvitamin D3, 400.64 g/mol; D2 weighs 412.65.",
};

pub(super) static PTH: AnalyteInfo = AnalyteInfo {
    id: "pth",
    name: "Parathyrin, intact",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2731-8", "Mass/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("14866-8", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::PgPerMl,
    conventional: Unit::PgPerMl,
    si: Unit::PmolPerL,
    units: &[same(Unit::PgPerMl), same(Unit::NgPerL), ratio(Unit::PmolPerL, 9425.0, 1000.0)],
    hard: limits(0.5, 20_000.0),
    confirm: Some(limits(3.0, 2500.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::PgPerMl, Unit::PmolPerL],
    variation: None,
    interval: "15-65 pg/mL",
    interval_source: "from memory, unverified",
    note: "",
};

pub(super) static TTG_IGA: AnalyteInfo = AnalyteInfo {
    id: "ttg_iga",
    name: "Anti-tissue transglutaminase IgA",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("31017-7", "Units/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("46128-5", "Units/volume, immunoassay", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::ArbUPerMl,
    conventional: Unit::ArbUPerMl,
    si: Unit::ArbUPerMl,
    units: &[same(Unit::ArbUPerMl)],
    hard: limits(0.0, 20_000.0),
    confirm: None,
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "below the kit's upper limit",
    interval_source: "",
    note: "The kit's own units. Needs a total IgA.",
};
