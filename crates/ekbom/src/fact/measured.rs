//! Which analyte tells which fact: joined by their types, so that a name misspelt on either side does not compile.

use super::{Fact, Kind};
use crate::measure::analyte::Analyte;
use crate::measure::unit::Unit;

/// Every analyte with its fact.
const MEASURED: &[(Analyte, Fact)] = &[
    (Analyte::Ferritin, Fact::Ferritin),
    (Analyte::Tsat, Fact::Tsat),
    (Analyte::Crp, Fact::Crp),
    (Analyte::Haemoglobin, Fact::Haemoglobin),
    (Analyte::Haematocrit, Fact::Haematocrit),
    (Analyte::Mcv, Fact::Mcv),
    (Analyte::B12Total, Fact::B12Total),
    (Analyte::Holotc, Fact::Holotc),
    (Analyte::MmaSerum, Fact::MmaSerum),
    (Analyte::Hcy, Fact::Hcy),
    (Analyte::Ifab, Fact::Ifab),
    (Analyte::FolateSerum, Fact::FolateSerum),
    (Analyte::FolateRbc, Fact::FolateRbc),
    (Analyte::Egfr, Fact::Egfr),
    (Analyte::Uacr, Fact::Uacr),
    (Analyte::Hba1c, Fact::Hba1c),
    (Analyte::Tsh, Fact::Tsh),
    (Analyte::Calcium, Fact::Calcium),
    (Analyte::Sodium, Fact::Sodium),
    (Analyte::Potassium, Fact::Potassium),
    (Analyte::Magnesium, Fact::Magnesium),
    (Analyte::Phosphate, Fact::Phosphate),
    (Analyte::Copper, Fact::Copper),
    // Those that no built-in rule asks; rules of a hospital's own may.
    (Analyte::Iron, Fact::Iron),
    (Analyte::Tibc, Fact::Tibc),
    (Analyte::Uibc, Fact::Uibc),
    (Analyte::Transferrin, Fact::Transferrin),
    (Analyte::Stfr, Fact::Stfr),
    (Analyte::Hepcidin, Fact::Hepcidin),
    (Analyte::Rdw, Fact::Rdw),
    (Analyte::MmaUrine, Fact::MmaUrine),
    (Analyte::Creatinine, Fact::Creatinine),
    (Analyte::CreatinineUrine, Fact::CreatinineUrine),
    (Analyte::CystatinC, Fact::CystatinC),
    (Analyte::Urea, Fact::Urea),
    (Analyte::UreaNitrogen, Fact::UreaNitrogen),
    (Analyte::CalciumIonised, Fact::CalciumIonised),
    (Analyte::Albumin, Fact::Albumin),
    (Analyte::Ft4, Fact::Ft4),
    (Analyte::Glucose, Fact::Glucose),
    (Analyte::Vitd, Fact::Vitd),
    (Analyte::Pth, Fact::Pth),
    (Analyte::Zinc, Fact::Zinc),
    (Analyte::Pca, Fact::Pca),
    (Analyte::Gastrin, Fact::Gastrin),
    (Analyte::TtgIga, Fact::TtgIga),
    (Analyte::NeutHyperseg, Fact::NeutHyperseg),
];

/// The fact of each analyte, by the analyte's place.
const FACTS: [Option<Fact>; Analyte::ALL.len()] = facts();

#[expect(clippy::indexing_slicing, reason = "at compile time, where an index beyond the end is an error")]
const fn facts() -> [Option<Fact>; Analyte::ALL.len()] {
    let mut made = [None; Analyte::ALL.len()];
    let mut i = 0;
    while i < MEASURED.len() {
        let (analyte, fact) = MEASURED[i];
        made[analyte as usize] = Some(fact);
        i += 1;
    }
    made
}

impl Analyte {
    /// The fact that a result of it tells: every analyte has one.
    ///
    /// ```
    /// use ekbom::fact::Fact;
    /// use ekbom::measure::analyte::Analyte;
    /// assert_eq!(Analyte::Ferritin.fact(), Some(Fact::Ferritin));
    /// assert_eq!(Analyte::Zinc.fact(), Some(Fact::Zinc)); // for rules of one's own
    /// ```
    pub fn fact(self) -> Option<Fact> {
        FACTS.get(self as usize).copied().flatten()
    }
}

impl Fact {
    /// The analyte of which a result tells it, where it is one.
    ///
    /// ```
    /// use ekbom::fact::Fact;
    /// use ekbom::measure::analyte::Analyte;
    /// assert_eq!(Fact::Ferritin.analyte(), Some(Analyte::Ferritin));
    /// assert_eq!(Fact::Dialysis.analyte(), None);
    /// ```
    pub fn analyte(self) -> Option<Analyte> {
        MEASURED.iter().find(|(_, fact)| *fact == self).map(|(analyte, _)| *analyte)
    }

    /// The units in which limits of a measured fact are printed: its own, which is its analyte's canonical one, and the
    /// second, where it has one.
    ///
    /// ```
    /// use ekbom::fact::Fact;
    /// use ekbom::measure::unit::Unit;
    /// assert_eq!(Fact::Holotc.units(), Some((Unit::PmolPerL, None)));
    /// assert_eq!(Fact::Hba1c.units(), Some((Unit::Percent, Some(Unit::MmolPerMol))));
    /// assert_eq!(Fact::AgeYears.units(), None);
    /// ```
    pub fn units(self) -> Option<(Unit, Option<Unit>)> {
        let second = match self.info().kind {
            Kind::Measured { second: Some(second), .. } => Unit::parse(second.unit),
            _ => None,
        };
        self.analyte().map(|analyte| (analyte.info().canonical, second))
    }
}

#[cfg(test)]
mod tests {
    use super::{Analyte, Fact, Kind, MEASURED, Unit};
    use crate::fact::Group;

    #[test]
    fn an_analyte_and_its_fact_have_one_name_and_one_unit() {
        for (analyte, fact) in MEASURED {
            assert_eq!(analyte.id(), fact.id());
            assert_eq!((analyte.fact(), fact.analyte()), (Some(*fact), Some(*analyte)));
            let canonical = analyte.info().canonical;
            // The same number in both, though a guideline may print it in the unit of another name.
            let printed = Unit::parse(fact.info().unit).unwrap();
            assert_eq!(analyte.scale(printed), analyte.scale(canonical), "{fact}");
            if let Kind::Measured { second: Some(second), .. } = fact.info().kind {
                let unit = Unit::parse(second.unit).unwrap();
                assert_eq!(fact.units(), Some((canonical, Some(unit))), "{fact}");
                // Its range is the first one's, as far as the rounding of a limit goes.
                let Kind::Measured { range, .. } = fact.info().kind else { panic!("{fact}") };
                let same = analyte.convert(range.high(), canonical, unit).unwrap();
                assert!((same / second.range.high() - 1.0).abs() < 0.2, "{fact}: {same}");
            }
        }
    }

    #[test]
    fn no_fact_and_no_analyte_of_one_name_is_left_out() {
        for analyte in Analyte::ALL {
            assert!(analyte.fact().is_some(), "{analyte}");
            assert_eq!(analyte.fact(), Fact::from_id(analyte.id()), "{analyte}");
        }
        for fact in Fact::ALL.iter().filter(|fact| fact.info().group == Group::Laboratory) {
            assert!(fact.analyte().is_some() || *fact == Fact::FolateAssay, "{fact}");
        }
    }
}
