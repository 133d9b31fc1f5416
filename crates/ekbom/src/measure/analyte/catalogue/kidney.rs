//! The kidney, and serum albumin.

use super::{decimal, limits, loinc, ratio, same};
use crate::measure::analyte::{AnalyteInfo, AnalyteKind, Hazard, Variation};
use crate::measure::unit::Unit;
use crate::source::Verification;

pub(super) static CREATININE: AnalyteInfo = AnalyteInfo {
    id: "creatinine",
    name: "Creatinine, serum/plasma",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2160-0", "Mass/volume", "MIMIC mapping"),
        loinc("14682-9", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::MgPerDl,
    conventional: Unit::MgPerDl,
    si: Unit::UmolPerL,
    units: &[same(Unit::MgPerDl), ratio(Unit::UmolPerL, 113.12, 10_000.0)],
    hard: limits(0.1, 80.0),
    confirm: Some(limits(0.25, 30.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: Some(Variation {
        analytical_cv_percent: Some(1.1),
        within_person_cv_percent: 5.0,
        source: "THONI2022",
        verification: Verification::Original,
    }),
    interval: "men 59-104, women 45-84 umol/L",
    interval_source: "from memory, unverified",
    note: "CKD-EPI 2021 needs a method traceable to IDMS.",
};

pub(super) static CREATININE_URINE: AnalyteInfo = AnalyteInfo {
    id: "creatinine_urine",
    name: "Creatinine, urine",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("2161-8", "Mass/volume", "MIMIC mapping"),
        loinc("14683-7", "Moles/volume", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::MgPerDl,
    conventional: Unit::MgPerDl,
    si: Unit::MmolPerL,
    units: &[same(Unit::MgPerDl), ratio(Unit::MmolPerL, 113.12, 10.0)],
    hard: limits(2.0, 1000.0),
    confirm: None,
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "20-320 mg/dL in a random sample",
    interval_source: "from memory, unverified",
    note: "",
};

pub(super) static CYSTATIN_C: AnalyteInfo = AnalyteInfo {
    id: "cystatin_c",
    name: "Cystatin C",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("33863-2", "Mass/volume", "several public repositories agree")],
    canonical: Unit::MgPerL,
    conventional: Unit::MgPerL,
    si: Unit::MgPerL,
    units: &[same(Unit::MgPerL)],
    hard: limits(0.1, 20.0),
    confirm: Some(limits(0.3, 10.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "0.6-1.0 mg/L",
    interval_source: "from memory, unverified",
    note: "",
};

pub(super) static UREA: AnalyteInfo = AnalyteInfo {
    id: "urea",
    name: "Urea",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("22664-7", "Urea, moles/volume", "paired in MIRACUM only; name not seen")],
    canonical: Unit::MmolPerL,
    conventional: Unit::MmolPerL,
    si: Unit::MmolPerL,
    units: &[same(Unit::MmolPerL), ratio(Unit::MgPerDl, 10.0, 60.055)],
    // The same amounts as of its nitrogen.
    hard: limits(0.35, 215.0),
    confirm: Some(limits(0.7, 72.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "2.5-7.8 mmol/L",
    interval_source: "from memory, unverified",
    note: "The whole molecule. In mg/dL laboratories print urea or its nitrogen, 2.14 times less: asked about.",
};

pub(super) static UREA_NITROGEN: AnalyteInfo = AnalyteInfo {
    id: "urea_nitrogen",
    name: "Urea nitrogen (BUN)",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("3094-0", "Urea nitrogen, mass/volume", "MIMIC mapping and Regenstrief top-2000 SI"),
        loinc("14937-7", "Urea nitrogen, moles/volume", "paired in MIRACUM only; name not seen"),
    ],
    canonical: Unit::MgPerDl,
    conventional: Unit::MgPerDl,
    si: Unit::MmolPerL,
    units: &[same(Unit::MgPerDl), ratio(Unit::MmolPerL, 28.0134, 10.0)],
    hard: limits(1.0, 600.0),
    confirm: Some(limits(2.0, 200.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::MgPerDl, Unit::MmolPerL],
    variation: None,
    interval: "7-20 mg/dL",
    interval_source: "from memory, unverified",
    note: "The nitrogen of urea. In mmol/L it is the same number as urea.",
};

pub(super) static ALBUMIN: AnalyteInfo = AnalyteInfo {
    id: "albumin",
    name: "Albumin, serum",
    kind: AnalyteKind::Quantity,
    loinc: &[loinc("1751-7", "Mass/volume", "MIMIC mapping and Regenstrief top-2000 SI")],
    canonical: Unit::GPerL,
    conventional: Unit::GPerDl,
    si: Unit::GPerL,
    units: &[decimal(Unit::GPerDl, 1), same(Unit::GPerL)],
    hard: limits(5.0, 80.0),
    confirm: Some(limits(7.0, 65.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "35-50 g/L",
    interval_source: "from memory, unverified",
    note: "Bromocresol green reads higher than purple.",
};

pub(super) static UACR: AnalyteInfo = AnalyteInfo {
    id: "uacr",
    name: "Urine albumin/creatinine ratio",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("14959-1", "Mass ratio (mg/g)", "Regenstrief top-2000 SI"),
        loinc("9318-7", "Mass ratio (mg/g)", "public FHIR mapping"),
        loinc("32294-1", "Ratio (mg/mmol)", "public mapping and HL7 Lithuania profile"),
    ],
    canonical: Unit::MgPerG,
    conventional: Unit::MgPerG,
    si: Unit::MgPerMmol,
    units: &[same(Unit::MgPerG), same(Unit::UgPerMg), ratio(Unit::MgPerMmol, 1000.0, 113.12)],
    hard: limits(0.0, 100_000.0),
    confirm: Some(limits(0.0, 15_000.0)),
    hazard: Hazard::None,
    inseparable: &[Unit::MgPerG, Unit::MgPerMmol],
    variation: None,
    interval: "below 30 mg/g (below 3 mg/mmol)",
    interval_source: "KDIGO",
    note: "30 mg/g is 3.39 mg/mmol, and guidelines print 3: compared in the unit reported.",
};

pub(super) static EGFR: AnalyteInfo = AnalyteInfo {
    id: "egfr",
    name: "eGFR (derived)",
    kind: AnalyteKind::Quantity,
    loinc: &[
        loinc("98979-8", "CKD-EPI 2021 creatinine", "several public files agree"),
        loinc("33914-3", "MDRD", "Regenstrief top-2000 SI"),
    ],
    canonical: Unit::MlPerMinPer173M2,
    conventional: Unit::MlPerMinPer173M2,
    si: Unit::MlPerMinPer173M2,
    units: &[same(Unit::MlPerMinPer173M2)],
    hard: limits(0.1, 260.0),
    confirm: Some(limits(3.0, 160.0)),
    hazard: Hazard::None,
    inseparable: &[],
    variation: None,
    interval: "G1 from 90 mL/min/{1.73_m2}",
    interval_source: "KDIGO",
    note: "Reported or computed. The absolute rate in mL/min is another quantity and not accepted.",
};
