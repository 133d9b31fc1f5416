//! Critical results: limits at which a laboratory telephones, whatever the patient was sent for. Data only.
//!
//! Of the rows of one analyte and direction the first that holds speaks. There is none for vitamin B12, methylmalonic
//! acid, ferritin or thyrotropin: no laboratory that was read prints one.
//!
//! A second band lies short of these limits: results that nobody telephones for and that nobody may pass over either,
//! whatever the patient was sent for, and whether or not the laboratory printed limits of its own.

use crate::fact::Fact;
use crate::logic::authoring::{Condition, any, at_least, below, yes};
use crate::logic::condition::Comparison;
use crate::measure::analyte::Analyte;
use crate::measure::unit::Unit;
use crate::source::Verification;

/// A limit beyond which a result is critical.
#[derive(Clone, Copy, Debug)]
pub struct CriticalLimit {
    /// Stable id.
    pub id: &'static str,
    /// What was measured.
    pub analyte: Analyte,
    /// On which side of the limit it is critical.
    pub comparison: Comparison,
    /// With what it is compared.
    pub against: Against,
    /// Holds only where this certainly does.
    pub when: Condition,
    /// Does not hold where this certainly does: what is known there explains the result.
    pub unless: Condition,
    /// Whose limit it is, in words.
    pub whose: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// How far that was read.
    pub verification: Verification,
    /// What laboratories print as usual ends here: beyond it a result is named, whatever else is known.
    pub ends_the_usual: bool,
    /// It is acted on now, though no laboratory telephones for it.
    pub now: bool,
}

/// With what a result is compared.
#[derive(Clone, Copy, Debug)]
pub enum Against {
    /// A printed limit, in each unit in which it is printed: a result is compared in the one it was reported in, else in
    /// the first.
    Printed(&'static [(Unit, f64)]),
    /// So many times the lowest earlier result.
    TimesEarlier(Unit, f64),
}

const NEVER: Condition = any(&[]);
const KNOWN_KIDNEY_FAILURE: Condition = any(&[yes(Fact::Dialysis), yes(Fact::Esrd)]);
const UNDER_16: Condition = below(Fact::AgeYears, 16.0);

const RCPATH: &str = "the Royal College of Pathologists 2017";
const HOMERTON: &str = "Homerton University Hospital";
const SURVEY: &str = "a survey of laboratories in the United States";

const fn limit(
    id: &'static str,
    analyte: Analyte,
    comparison: Comparison,
    printed: &'static [(Unit, f64)],
) -> CriticalLimit {
    CriticalLimit {
        id,
        analyte,
        comparison,
        against: Against::Printed(printed),
        when: Condition::Always,
        unless: NEVER,
        whose: RCPATH,
        source: "RCPATH2017",
        verification: Verification::Secondary,
        ends_the_usual: false,
        now: false,
    }
}

impl CriticalLimit {
    const fn when(self, when: Condition) -> Self {
        Self { when, ..self }
    }

    const fn unless(self, unless: Condition) -> Self {
        Self { unless, ..self }
    }

    const fn by(self, whose: &'static str, source: &'static str, verification: Verification) -> Self {
        Self { whose, source, verification, ..self }
    }

    const fn ends_the_usual(self) -> Self {
        Self { ends_the_usual: true, ..self }
    }

    const fn now(self) -> Self {
        Self { now: true, ..self }
    }
}

/// Every limit, in the order in which a reader wants them.
pub const CRITICAL: &[CriticalLimit] = &[
    limit("crt-02-low", Analyte::Potassium, Comparison::AtMost, &[(Unit::MmolPerL, 2.5)]),
    limit("crt-02-high", Analyte::Potassium, Comparison::AtLeast, &[(Unit::MmolPerL, 6.5)]),
    limit("crt-03-low-child", Analyte::Sodium, Comparison::AtMost, &[(Unit::MmolPerL, 130.0)]).when(UNDER_16),
    limit("crt-03-low", Analyte::Sodium, Comparison::AtMost, &[(Unit::MmolPerL, 120.0)]),
    limit("crt-03-high", Analyte::Sodium, Comparison::AtLeast, &[(Unit::MmolPerL, 160.0)]),
    limit("crt-04-low", Analyte::Calcium, Comparison::AtMost, &[(Unit::MmolPerL, 1.8)]),
    limit("crt-04-high", Analyte::Calcium, Comparison::AtLeast, &[(Unit::MmolPerL, 3.5)]),
    limit("crt-05-low", Analyte::CalciumIonised, Comparison::Below, &[(Unit::MmolPerL, 0.82)]).by(
        SURVEY,
        "KOST_SURVEY",
        Verification::Secondary,
    ),
    limit("crt-05-high", Analyte::CalciumIonised, Comparison::Above, &[(Unit::MmolPerL, 1.55)]).by(
        SURVEY,
        "KOST_SURVEY",
        Verification::Secondary,
    ),
    limit("crt-06-low", Analyte::Magnesium, Comparison::AtMost, &[(Unit::MmolPerL, 0.4)]),
    limit("crt-06-high", Analyte::Magnesium, Comparison::AtLeast, &[(Unit::MmolPerL, 2.0)]).by(
        HOMERTON,
        "HOMERTON_LIMITS",
        Verification::Original,
    ),
    limit("crt-08-low", Analyte::Phosphate, Comparison::AtMost, &[(Unit::MmolPerL, 0.3)]),
    limit(
        "crt-08-life",
        Analyte::Phosphate,
        Comparison::AtMost,
        &[(Unit::MmolPerL, 0.32), (Unit::MgPerDl, 1.0)],
    )
    .by("a machine-written page, as life-threatening", "DRORACLE440176", Verification::Unverified),
    limit("crt-01-low", Analyte::Haemoglobin, Comparison::Below, &[(Unit::GPerL, 70.0)]).by(
        "a draft of the Royal College of Pathologists 2025",
        "RCPATH_G158_2025",
        Verification::Secondary,
    ),
    limit("crt-01-high", Analyte::Haemoglobin, Comparison::Above, &[(Unit::GPerL, 190.0)])
        .unless(below(Fact::AgeYears, 0.25))
        .by("a draft of the Royal College of Pathologists 2025", "RCPATH_G158_2025", Verification::Secondary),
    limit("crt-10-low", Analyte::Glucose, Comparison::AtMost, &[(Unit::MmolPerL, 2.5)]),
    limit("crt-10-high-child", Analyte::Glucose, Comparison::AtLeast, &[(Unit::MmolPerL, 15.0)])
        .when(UNDER_16),
    limit("crt-10-high", Analyte::Glucose, Comparison::AtLeast, &[(Unit::MmolPerL, 25.0)]),
    limit("crt-07-child", Analyte::Creatinine, Comparison::AtLeast, &[(Unit::UmolPerL, 200.0)])
        .when(UNDER_16)
        .unless(KNOWN_KIDNEY_FAILURE),
    limit(
        "crt-07",
        Analyte::Creatinine,
        Comparison::AtLeast,
        &[(Unit::UmolPerL, 354.0), (Unit::MgPerDl, 4.0)],
    )
    .unless(KNOWN_KIDNEY_FAILURE),
    CriticalLimit {
        against: Against::TimesEarlier(Unit::UmolPerL, 3.0),
        ..limit("crt-07-rise", Analyte::Creatinine, Comparison::AtLeast, &[]).unless(KNOWN_KIDNEY_FAILURE).by(
            "Hawke's Bay laboratory, as three times an earlier value",
            "HAWKESBAY_LIMITS",
            Verification::Original,
        )
    },
    limit("crt-13", Analyte::Egfr, Comparison::Below, &[(Unit::MlPerMinPer173M2, 15.0)])
        .unless(KNOWN_KIDNEY_FAILURE)
        .by("our own limit, from that for creatinine", "KDIGO", Verification::Derived),
    limit("crt-09-child", Analyte::Urea, Comparison::AtLeast, &[(Unit::MmolPerL, 10.0)])
        .when(UNDER_16)
        .unless(KNOWN_KIDNEY_FAILURE),
    limit("crt-09", Analyte::Urea, Comparison::AtLeast, &[(Unit::MmolPerL, 30.0)])
        .unless(KNOWN_KIDNEY_FAILURE),
    // In moles urea and its nitrogen are one number.
    limit("crt-09-nitrogen-child", Analyte::UreaNitrogen, Comparison::AtLeast, &[(Unit::MmolPerL, 10.0)])
        .when(UNDER_16)
        .unless(KNOWN_KIDNEY_FAILURE),
    limit("crt-09-nitrogen", Analyte::UreaNitrogen, Comparison::AtLeast, &[(Unit::MmolPerL, 30.0)])
        .unless(KNOWN_KIDNEY_FAILURE),
    limit("crt-11", Analyte::Crp, Comparison::AtLeast, &[(Unit::MgPerL, 300.0)]),
    limit("crt-12", Analyte::Iron, Comparison::Above, &[(Unit::UmolPerL, 50.0), (Unit::UgPerDl, 279.0)])
        .unless(below(Fact::IvIronDaysAgo, 7.0))
        .by(
            "Homerton University Hospital: overdose, or a contaminated sample",
            "HOMERTON_LIMITS",
            Verification::Original,
        ),
];

const SHORT_OF: &str =
    "a limit for caution; laboratories telephone further out: Royal College of Pathologists 2017";
const BEYOND_PRINTED: &str = "beyond the limits that laboratories print";

const fn far(
    id: &'static str,
    analyte: Analyte,
    comparison: Comparison,
    printed: &'static [(Unit, f64)],
) -> CriticalLimit {
    limit(id, analyte, comparison, printed).by(SHORT_OF, "RCPATH2017", Verification::Derived)
}

/// Signs that salts, calcium or sugar out of order can bring.
const SIGNS: Condition = any(&[
    yes(Fact::Confusion),
    yes(Fact::Drowsiness),
    yes(Fact::MuscleWeakness),
    yes(Fact::Myoclonus),
    yes(Fact::Falls),
]);

/// The same, or a QT interval that a lack of potassium, magnesium or calcium lengthens further.
const SIGNS_OR_LONG_QT: Condition = any(&[SIGNS, at_least(Fact::QtcMs, 450.0)]);

const WITH_SIGNS: &str =
    "outside what laboratories print as usual, with a sign or a QT interval that it bears on";

const fn signs(
    id: &'static str,
    analyte: Analyte,
    comparison: Comparison,
    printed: &'static [(Unit, f64)],
) -> CriticalLimit {
    far(id, analyte, comparison, printed)
        .when(SIGNS)
        .by(WITH_SIGNS, "ABIM2026", Verification::Derived)
        .ends_the_usual()
}

/// The second band, in the order in which a reader wants it. What is critical is not said twice.
pub const FAR_OUT: &[CriticalLimit] = &[
    far("far-02-low", Analyte::Potassium, Comparison::Below, &[(Unit::MmolPerL, 2.8)]),
    far("far-02-high", Analyte::Potassium, Comparison::Above, &[(Unit::MmolPerL, 6.0)]),
    far("far-03-low", Analyte::Sodium, Comparison::AtMost, &[(Unit::MmolPerL, 125.0)]).by(
        HOMERTON,
        "HOMERTON_LIMITS",
        Verification::Original,
    ),
    far("far-03-high", Analyte::Sodium, Comparison::AtLeast, &[(Unit::MmolPerL, 155.0)]).by(
        HOMERTON,
        "HOMERTON_LIMITS",
        Verification::Original,
    ),
    far("far-04-high", Analyte::Calcium, Comparison::AtLeast, &[(Unit::MmolPerL, 3.0)]),
    far("far-06-low", Analyte::Magnesium, Comparison::Below, &[(Unit::MmolPerL, 0.5)]),
    far("far-08-low", Analyte::Phosphate, Comparison::Below, &[(Unit::MmolPerL, 0.65)]),
    far("far-08-high", Analyte::Phosphate, Comparison::Above, &[(Unit::MmolPerL, 3.0)])
        .unless(KNOWN_KIDNEY_FAILURE),
    far("far-08-high-dialysis", Analyte::Phosphate, Comparison::Above, &[(Unit::MmolPerL, 4.0)]).by(
        "Hawke's Bay laboratory, on dialysis",
        "HAWKESBAY_LIMITS",
        Verification::Original,
    ),
    far("far-01-low", Analyte::Haemoglobin, Comparison::Below, &[(Unit::GPerL, 80.0)]).by(
        "laboratories of the United Kingdom",
        "RCPATH_G158_2025",
        Verification::Secondary,
    ),
    far("far-14-low", Analyte::Tsh, Comparison::Below, &[(Unit::MilliIuPerL, 0.1)]).by(
        BEYOND_PRINTED,
        "HOLLOWELL2002",
        Verification::Derived,
    ),
    far("far-14-high", Analyte::Tsh, Comparison::Above, &[(Unit::MilliIuPerL, 10.0)])
        .unless(below(Fact::AgeYears, 1.0))
        .by(BEYOND_PRINTED, "HOLLOWELL2002", Verification::Derived),
    // Short of the second band, but with a sign that it can bring: the ordinary limits, ours.
    signs("far-03-low-signs", Analyte::Sodium, Comparison::Below, &[(Unit::MmolPerL, 133.0)]),
    signs("far-03-high-signs", Analyte::Sodium, Comparison::Above, &[(Unit::MmolPerL, 146.0)]),
    signs("far-02-low-signs", Analyte::Potassium, Comparison::Below, &[(Unit::MmolPerL, 3.5)])
        .when(SIGNS_OR_LONG_QT),
    signs("far-02-high-signs", Analyte::Potassium, Comparison::Above, &[(Unit::MmolPerL, 5.3)]),
    signs("far-04-low-signs", Analyte::Calcium, Comparison::Below, &[(Unit::MmolPerL, 2.1)])
        .when(SIGNS_OR_LONG_QT),
    signs("far-04-high-signs", Analyte::Calcium, Comparison::Above, &[(Unit::MmolPerL, 2.7)]),
    signs("far-06-low-signs", Analyte::Magnesium, Comparison::Below, &[(Unit::MmolPerL, 0.65)])
        .when(SIGNS_OR_LONG_QT),
    // Of low sugar with a sign nobody waits until the evening.
    signs("far-10-low-signs", Analyte::Glucose, Comparison::Below, &[(Unit::MmolPerL, 3.9)]).now(),
    // At which laboratories telephone of a child; for adults with a sign it is ours.
    signs("far-10-high-signs", Analyte::Glucose, Comparison::AtLeast, &[(Unit::MmolPerL, 15.0)]).by(
        WITH_SIGNS,
        "RCPATH2017",
        Verification::Derived,
    ),
];

/// With one of these a result of the second band is looked at the same day.
pub const LIFTS: &[Fact] = &[Fact::Confusion, Fact::Drowsiness, Fact::MuscleWeakness];

/// With a corrected QT interval from here on too: the limit at which methadone is switched (opi rows).
pub const LIFTS_FROM_QTC_MS: f64 = 500.0;

/// One entry for both: kidney function by either name.
pub const SAME_FINDING: (Analyte, Analyte) = (Analyte::Creatinine, Analyte::Egfr);
