//! A unit that the analyte is not reported in may be that of another analyte, which is taken for it.

use super::{Analyte, Plausibility};
use crate::measure::unit::Unit;

/// An analyte that is taken for another, and whether its unit leaves no other reading.
struct Sister {
    of: Analyte,
    meant: Analyte,
    alone: bool,
}

const fn sister(of: Analyte, meant: Analyte, alone: bool) -> Sister {
    Sister { of, meant, alone }
}

/// Transferrin and iron-binding capacity even share a code.
const SISTERS: &[Sister] = &[
    sister(Analyte::Tibc, Analyte::Transferrin, true),
    sister(Analyte::Transferrin, Analyte::Tibc, false),
    sister(Analyte::Uibc, Analyte::Transferrin, true),
    sister(Analyte::Iron, Analyte::Ferritin, false),
    sister(Analyte::Iron, Analyte::Tsat, true),
    sister(Analyte::Tibc, Analyte::Tsat, true),
    sister(Analyte::Ferritin, Analyte::Iron, false),
    sister(Analyte::B12Total, Analyte::Holotc, false),
    sister(Analyte::Holotc, Analyte::B12Total, true),
    sister(Analyte::MmaSerum, Analyte::MmaUrine, true),
    sister(Analyte::MmaUrine, Analyte::MmaSerum, true),
    sister(Analyte::Creatinine, Analyte::CreatinineUrine, false),
    sister(Analyte::CreatinineUrine, Analyte::Creatinine, false),
    sister(Analyte::Egfr, Analyte::Creatinine, true),
    sister(Analyte::Haemoglobin, Analyte::Hba1c, true),
    sister(Analyte::Hba1c, Analyte::Haemoglobin, true),
];

impl Analyte {
    /// The analyte that may have been meant by a number in a unit, as written, that this one is not reported in; and
    /// whether the unit leaves no other reading.
    pub(crate) fn sister(self, number: f64, written: &str) -> Option<(Self, bool)> {
        let unit = Unit::parse(written).filter(|unit| self.scale(*unit).is_none())?;
        let ordinary = |own: &&Sister| {
            own.of == self && own.meant.plausibility_in(number, unit) == Some(Plausibility::Plausible)
        };
        SISTERS.iter().find(ordinary).map(|own| (own.meant, own.alone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sister_is_named_where_the_number_is_ordinary_for_it() {
        let sister = |analyte: Analyte, number: f64, written: &str| analyte.sister(number, written);
        assert_eq!(sister(Analyte::Tibc, 250.0, "mg/dL"), Some((Analyte::Transferrin, true)));
        assert_eq!(sister(Analyte::Tibc, 9999.0, "mg/dL"), None);
        assert_eq!(sister(Analyte::Tibc, 250.0, "ug/dL"), None);
        assert_eq!(sister(Analyte::Iron, 60.0, "ng/mL"), Some((Analyte::Ferritin, false)));
        assert_eq!(sister(Analyte::Iron, 33.0, "%"), Some((Analyte::Tsat, true)));
        assert_eq!(sister(Analyte::Haemoglobin, 13_500.0, "mg/dL"), None);
    }
}
