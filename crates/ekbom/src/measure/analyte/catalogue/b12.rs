//! Vitamin B12 and folate: levels, metabolites and causes.

use super::{decimal, limits, loinc, ratio, same};
use crate::measure::analyte::{AnalyteInfo, AnalyteKind, Hazard, Variation};
use crate::measure::unit::Unit;
use crate::source::Verification;

pub(super) static B12_TOTAL: AnalyteInfo = AnalyteInfo {
    id: "b12_total",
    name: "Vitamin B12 (cobalamin), total",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2132-9", "Mass/volume", "MIMIC mapping"),
        loinc("14685-2", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::PgPerMl,
    conventional: Unit::PgPerMl,
    si: Unit::PmolPerL,
    units: &[same(Unit::PgPerMl), same(Unit::NgPerL), ratio(Unit::PmolPerL, 1355.37, 1000.0)],
    hard: limits(1.0, 1_000_000.0),
    confirm: Some(limits(20.0, 10_000.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::PgPerMl, Unit::PmolPerL],
    variation: Some(Variation {
        analytical_cv_percent: Some(7.5),
        within_person_cv_percent: 8.6,
        source: "OZKANAY2023",
        verification: Verification::Original,
    }),
    interval: "180-914 pg/mL (ARUP), 200-900 pg/mL (Medscape), 200-600 pmol/L (Danish adults of 18-64 \
        years); by analyser: Alinity 168-553, Cobas 202-641, Atellica 211-551 pmol/L",
    interval_source: "ARUP; ABILDGAARD2022; ANDERSEN2023",
    note: "pmol/L for cyanocobalamin, 1355.37 g/mol; a factor of 1.329, for cobalamin without its \
        cyanide, is a known error. Limits of one analyser do not fit another. Results above 2000 are \
        usually reported as `>2000`.",
};

pub(super) static HOLOTC: AnalyteInfo = AnalyteInfo {
    id: "holotc",
    name: "Active B12 (holotranscobalamin)",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("72160-5", "Moles/volume", "LOINC listing and two public catalogues")],
    canonical: Unit::PmolPerL,
    conventional: Unit::PmolPerL,
    si: Unit::PmolPerL,
    units: &[same(Unit::PmolPerL)],
    hard: limits(0.5, 5000.0),
    confirm: Some(limits(2.0, 300.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "25-165 pmol/L (one assay); 35-171 from memory, unverified",
    interval_source: "NWL Pathology",
    note: "Reported in pmol/L only, usually as `>128` to `>256` at the top. LOINC 48347-9, sometimes \
        suggested, is something else.",
};

pub(super) static MMA_SERUM: AnalyteInfo = AnalyteInfo {
    id: "mma_serum",
    name: "Methylmalonic acid, serum/plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("13964-2", "Moles/volume", "name and unit read in Mayo's catalogue (MMAP)")],
    canonical: Unit::NmolPerL,
    conventional: Unit::NmolPerL,
    si: Unit::UmolPerL,
    units: &[
        same(Unit::NmolPerL),
        decimal(Unit::UmolPerL, 3),
        decimal(Unit::NmolPerMl, 3),
        ratio(Unit::NgPerMl, 1000.0, 118.088),
    ],
    hard: limits(5.0, 10_000_000.0),
    confirm: Some(limits(50.0, 40_000.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::NmolPerL, Unit::UmolPerL, Unit::NgPerMl],
    variation: Some(Variation {
        analytical_cv_percent: Some(4.0),
        within_person_cv_percent: 7.2,
        source: "BVMMA2019",
        verification: Verification::Derived,
    }),
    interval: "100-400 nmol/L at 18-64 years, 120-460 from 65 (Danish adults); upper limits of 271, 376, \
        378 and 400 in use",
    interval_source: "ABILDGAARD2022; LABCORP; STABLER2013",
    note: "Rises as the kidney fails. The analytical variation is back-calculated.",
};

pub(super) static MMA_URINE: AnalyteInfo = AnalyteInfo {
    id: "mma_urine",
    name: "Methylmalonic acid/creatinine, urine",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("13776-0", "Mass ratio", "public FHIR mapping")],
    canonical: Unit::MmolPerMolCreat,
    conventional: Unit::UmolPerMmolCreat,
    si: Unit::MmolPerMolCreat,
    units: &[
        same(Unit::UmolPerMmolCreat),
        same(Unit::MmolPerMolCreat),
        same(Unit::MmolPerMol),
        ratio(Unit::MgPerG, 113.12, 118.088),
    ],
    hard: limits(0.05, 100_000.0),
    confirm: Some(limits(0.2, 100.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "0.52-5.75 mmol/mol creatinine (1st to 99th centile)",
    interval_source: "UMMA2023",
    note: "LOINC 13776-0 is the mass ratio (mg/g); no code for the molar ratio could be verified. \
        Published limits run from 1.45 to 5.75.",
};

pub(super) static HCY: AnalyteInfo = AnalyteInfo {
    id: "hcy",
    name: "Total homocysteine, plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("13965-9", "Moles/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("2428-1", "Mass/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::UmolPerL,
    conventional: Unit::UmolPerL,
    si: Unit::UmolPerL,
    units: &[same(Unit::UmolPerL), same(Unit::NmolPerMl), ratio(Unit::MgPerL, 1000.0, 135.18)],
    hard: limits(0.5, 1000.0),
    confirm: Some(limits(2.1, 400.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: Some(2.0),
        within_person_cv_percent: 7.4,
        source: "BVMMA2019",
        verification: Verification::Derived,
    }),
    interval: "5-15 umol/L; depends on method, age and sex",
    interval_source: "Refsum 2004, through a public laboratory catalogue",
    note: "Separate within 1-2 hours or keep on ice. Rises with low folate or B6, kidney disease and \
        hypothyroidism. The analytical variation is back-calculated.",
};

pub(super) static FOLATE_SERUM: AnalyteInfo = AnalyteInfo {
    id: "folate_serum",
    name: "Folate, serum/plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2284-8", "Mass/volume", "MIMIC mapping"),
        loinc("14732-2", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::NgPerMl,
    conventional: Unit::NgPerMl,
    si: Unit::NmolPerL,
    units: &[same(Unit::NgPerMl), same(Unit::UgPerL), ratio(Unit::NmolPerL, 441.4, 1000.0)],
    hard: limits(0.2, 1000.0),
    confirm: Some(limits(0.5, 250.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::NgPerMl, Unit::NmolPerL],
    variation: Some(Variation {
        analytical_cv_percent: Some(4.0),
        within_person_cv_percent: 10.7,
        source: "OZKANAY2023",
        verification: Verification::Original,
    }),
    interval: "7-45 nmol/L",
    interval_source: "RCPA manual",
    note: "nmol/L for folic acid, 441.40 g/mol, by convention; for 5-methyltetrahydrofolate it would be \
        459.46.",
};

pub(super) static FOLATE_RBC: AnalyteInfo = AnalyteInfo {
    id: "folate_rbc",
    name: "Folate, red cell",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2283-0", "Mass/volume", "public laboratory catalogue"),
        loinc("14731-4", "Moles/volume", "Regenstrief top-2000 SI; name seen"),
    ],
    canonical: Unit::NgPerMl,
    conventional: Unit::NgPerMl,
    si: Unit::NmolPerL,
    units: &[same(Unit::NgPerMl), same(Unit::UgPerL), ratio(Unit::NmolPerL, 441.4, 1000.0)],
    hard: limits(10.0, 5000.0),
    confirm: Some(limits(50.0, 2000.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::NgPerMl, Unit::NmolPerL],
    variation: None,
    interval: "360-1400 nmol/L",
    interval_source: "RCPA manual",
    note: "Microbiological and protein-binding assays are not interchangeable. nmol/L for folic acid.",
};

pub(super) static IFAB: AnalyteInfo = AnalyteInfo {
    id: "ifab",
    name: "Intrinsic factor (blocking) antibody",
    kind: AnalyteKind::Qualitative,
    loinc: &[loinc("31444-3", "Presence", "Mayo catalogue (IFBA) and three others")],
    canonical: Unit::One,
    conventional: Unit::One,
    si: Unit::One,
    units: &[same(Unit::One)],
    hard: limits(0.0, 1.0),
    confirm: None,
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "negative",
    interval_source: "MAYO-ACASM",
    note: "1 for positive, 0 for negative. Not within two weeks of a B12 injection.",
};

pub(super) static PCA: AnalyteInfo = AnalyteInfo {
    id: "pca",
    name: "Parietal cell antibody",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("8087-9", "Units/volume", "Regenstrief top-2000 SI")],
    canonical: Unit::ArbUPerMl,
    conventional: Unit::ArbUPerMl,
    si: Unit::ArbUPerMl,
    units: &[same(Unit::ArbUPerMl)],
    hard: limits(0.0, 10_000.0),
    confirm: None,
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "negative",
    interval_source: "",
    note: "The kit's own units. Sensitive, not specific: about 15 % of old people are positive.",
};

pub(super) static GASTRIN: AnalyteInfo = AnalyteInfo {
    id: "gastrin",
    name: "Gastrin, serum fasting",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("2333-3", "Mass/volume", "MIMIC mapping and Regenstrief top-2000 SI")],
    canonical: Unit::PgPerMl,
    conventional: Unit::PgPerMl,
    si: Unit::PmolPerL,
    units: &[same(Unit::PgPerMl), same(Unit::NgPerL), ratio(Unit::PmolPerL, 2097.4, 1000.0)],
    hard: limits(1.0, 1_000_000.0),
    confirm: Some(limits(10.0, 5000.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::PgPerMl, Unit::PmolPerL],
    variation: None,
    interval: "below 100 pg/mL",
    interval_source: "from memory, unverified",
    note: "Fasting. Proton-pump inhibitors raise it. pmol/L for gastrin-17.",
};
