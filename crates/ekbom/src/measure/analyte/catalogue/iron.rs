//! Iron stores and transport, and inflammation beside them.

use super::{decimal, limits, loinc, ratio, same};
use crate::measure::analyte::{AnalyteInfo, AnalyteKind, Hazard, Variation};
use crate::measure::unit::Unit;
use crate::source::Verification;

pub(super) static FERRITIN: AnalyteInfo = AnalyteInfo {
    id: "ferritin",
    name: "Ferritin, serum/plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2276-4", "Mass/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("14723-1", "Moles/volume", "paired in MIRACUM only; name not seen"),
    ],
    canonical: Unit::UgPerL,
    conventional: Unit::NgPerMl,
    si: Unit::UgPerL,
    units: &[same(Unit::NgPerMl), same(Unit::UgPerL), ratio(Unit::PmolPerL, 445.0, 1000.0)],
    hard: limits(0.1, 1_000_000.0),
    confirm: Some(limits(1.0, 20_000.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::UgPerL, Unit::PmolPerL],
    variation: Some(Variation {
        analytical_cv_percent: Some(3.5),
        within_person_cv_percent: 16.9,
        source: "OZKANAY2023",
        verification: Verification::Original,
    }),
    interval: "men 24-336, women 11-307 ug/L",
    interval_source: "Mayo, through a public laboratory catalogue",
    note: "An acute-phase reactant: read it with CRP. pmol/L for a molar mass of 445 kDa.",
};

pub(super) static IRON: AnalyteInfo = AnalyteInfo {
    id: "iron",
    name: "Iron, serum/plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2498-4", "Mass/volume", "MIMIC mapping"),
        loinc("14798-3", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::UgPerDl,
    conventional: Unit::UgPerDl,
    si: Unit::UmolPerL,
    units: &[same(Unit::UgPerDl), ratio(Unit::UmolPerL, 55.845, 10.0), decimal(Unit::UgPerL, -1)],
    hard: limits(1.0, 20_000.0),
    confirm: Some(limits(8.0, 300.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::UgPerDl, Unit::UmolPerL],
    variation: Some(Variation {
        analytical_cv_percent: Some(0.67),
        within_person_cv_percent: 27.3,
        source: "COKLUK2021",
        verification: Verification::Original,
    }),
    interval: "men 65-175, women 50-170 ug/dL",
    interval_source: "Tietz, through a public laboratory catalogue",
    note: "Varies over the day and from day to day by about 27-29 %.",
};

pub(super) static TIBC: AnalyteInfo = AnalyteInfo {
    id: "tibc",
    name: "Total iron-binding capacity",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2500-7", "Mass/volume", "MIMIC mapping"),
        loinc("14800-7", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::UgPerDl,
    conventional: Unit::UgPerDl,
    si: Unit::UmolPerL,
    units: &[same(Unit::UgPerDl), ratio(Unit::UmolPerL, 55.845, 10.0), decimal(Unit::UgPerL, -1)],
    hard: limits(20.0, 1700.0),
    confirm: Some(limits(85.0, 700.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: None,
        within_person_cv_percent: 4.8,
        source: "PILON1981",
        verification: Verification::Original,
    }),
    interval: "250-425 ug/dL",
    interval_source: "Tietz, through a public laboratory catalogue",
    note: "Molar values count iron atoms.",
};

pub(super) static UIBC: AnalyteInfo = AnalyteInfo {
    id: "uibc",
    name: "Unsaturated iron-binding capacity",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2501-5", "Mass/volume", "paired in MIRACUM only; name not seen"),
        loinc("22753-8", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::UgPerDl,
    conventional: Unit::UgPerDl,
    si: Unit::UmolPerL,
    units: &[same(Unit::UgPerDl), ratio(Unit::UmolPerL, 55.845, 10.0), decimal(Unit::UgPerL, -1)],
    hard: limits(0.0, 1700.0),
    confirm: Some(limits(15.0, 700.0)),
    hazard: Hazard::Low,
    inseparable: &[],
    variation: None,
    interval: "110-370 ug/dL",
    interval_source: "from memory, unverified",
    note: "TIBC = iron + UIBC. Zero is real in iron overload.",
};

pub(super) static TRANSFERRIN: AnalyteInfo = AnalyteInfo {
    id: "transferrin",
    name: "Transferrin",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("3034-6", "Mass/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("22674-6", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::MgPerDl,
    conventional: Unit::MgPerDl,
    si: Unit::GPerL,
    units: &[same(Unit::MgPerDl), decimal(Unit::GPerL, 2), ratio(Unit::UmolPerL, 79_570.0, 10_000.0)],
    hard: limits(10.0, 1000.0),
    confirm: Some(limits(80.0, 500.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: Some(0.62),
        within_person_cv_percent: 3.6,
        source: "COKLUK2021",
        verification: Verification::Original,
    }),
    interval: "200-360 mg/dL; another source 215-380",
    interval_source: "IRONTAB; Davis",
    note: "TIBC in umol/L = 25.1 x g/L (two iron atoms a molecule of 79,570 g/mol). Other factors are \
        in use (1.25 to 1.45 ug/dL per mg/dL): a factor is named wherever it is used.",
};

pub(super) static TSAT: AnalyteInfo = AnalyteInfo {
    id: "tsat",
    name: "Transferrin saturation",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2502-3", "Iron saturation, mass fraction", "MIMIC mapping"),
        loinc("14801-5", "Iron saturation, molar fraction", "Regenstrief top-2000 SI"),
        loinc("39778-6", "Iron/TIBC molar ratio", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::Percent,
    conventional: Unit::Percent,
    si: Unit::Percent,
    units: &[same(Unit::Percent), decimal(Unit::One, 2)],
    hard: limits(0.1, 300.0),
    confirm: Some(limits(1.0, 100.0)),
    hazard: Hazard::High,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: Some(3.0),
        within_person_cv_percent: 28.0,
        source: "PILON1981",
        verification: Verification::Derived,
    }),
    interval: "men 20-50, women 15-50 %",
    interval_source: "Tietz, through a public laboratory catalogue",
    note: "100 x iron / TIBC. Values above 100 % are real (iron poisoning, recent intravenous iron, \
        haemolysis, assay): accepted and flagged, refused only above 300. The analytical variation \
        of 3 % is an assumption.",
};

pub(super) static STFR: AnalyteInfo = AnalyteInfo {
    id: "stfr",
    name: "Soluble transferrin receptor",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("30248-9", "Mass/volume", "several public repositories agree")],
    canonical: Unit::MgPerL,
    conventional: Unit::MgPerL,
    si: Unit::MgPerL,
    units: &[same(Unit::MgPerL), same(Unit::UgPerMl)],
    hard: limits(0.1, 100.0),
    confirm: Some(limits(0.4, 15.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: None,
        within_person_cv_percent: 6.0,
        source: "EUBIVAS-PROT",
        verification: Verification::Original,
    }),
    interval: "0.76-1.76 mg/L (one assay)",
    interval_source: "IRONTAB",
    note: "Assays are not harmonised, so mg/L and nmol/L do not convert, and an index with ferritin \
        belongs to one assay.",
};

pub(super) static HEPCIDIN: AnalyteInfo = AnalyteInfo {
    id: "hepcidin",
    name: "Hepcidin-25",
    kind: AnalyteKind::Quantity,
    loinc: &[],
    canonical: Unit::NgPerMl,
    conventional: Unit::NgPerMl,
    si: Unit::NmolPerL,
    units: &[same(Unit::NgPerMl), same(Unit::UgPerL), ratio(Unit::NmolPerL, 2789.4, 1000.0)],
    hard: limits(0.01, 2000.0),
    confirm: None,
    hazard: Hazard::None,
    inseparable: &[Unit::NgPerMl, Unit::NmolPerL],
    variation: None,
    interval: "no harmonised interval",
    interval_source: "from memory, unverified",
    note: "No harmonised assay; no verified LOINC code.",
};

pub(super) static CRP: AnalyteInfo = AnalyteInfo {
    id: "crp",
    name: "C-reactive protein",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("1988-5", "Mass/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("30522-7", "Mass/volume, high sensitivity", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("76485-2", "Moles/volume", "name seen in several FHIR guides"),
    ],
    canonical: Unit::MgPerL,
    conventional: Unit::MgPerDl,
    si: Unit::MgPerL,
    units: &[decimal(Unit::MgPerDl, 1), same(Unit::MgPerL), same(Unit::UgPerMl)],
    hard: limits(0.0, 1000.0),
    confirm: Some(limits(0.0, 500.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::MgPerL, Unit::MgPerDl],
    variation: None,
    interval: "below 5 mg/L; many laboratories below 10",
    interval_source: "from memory, unverified",
    note: "The molar form is not recommended and not accepted.",
};
