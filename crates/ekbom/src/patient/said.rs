//! Small named values a caller says.

use crate::fact::{Options, choice};

choice! {
    /// Sex, as far as reference limits go.
    Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

choice! {
    /// Trimester of a pregnancy.
    Trimester {
        /// To 13 weeks.
        First = "1",
        /// From 14 to 27 weeks.
        Second = "2",
        /// From 28 weeks.
        Third = "3",
    }
}

impl Trimester {
    /// The trimester in which this week of pregnancy lies.
    pub fn at(weeks: f64) -> Self {
        match weeks {
            weeks if weeks < 14.0 => Self::First,
            weeks if weeks < 28.0 => Self::Second,
            _ => Self::Third,
        }
    }
}

choice! {
    /// How a censored result compares with its printed bound.
    Comparator {
        /// `<`
        Below = "<",
        /// `<=`
        AtMost = "<=",
        /// `>`
        Above = ">",
        /// `>=`
        AtLeast = ">=",
    }
}

choice! {
    /// What stands between the whole part of a number and the rest.
    DecimalMark {
        /// `12.5`
        Point = ".",
        /// `12,5`
        Comma = ",",
    }
}

choice! {
    /// A group of yes/no items that the caller declares complete: what it does not mention is absent.
    CompleteGroup {
        /// Symptoms and signs.
        Symptoms = "symptoms",
        /// History and circumstances.
        History = "history",
        /// Medicines.
        Medicines = "medicines",
    }
}

choice! {
    /// What is off unless asked for.
    Include {
        /// The superseded limits for vitamin B12 of 2017.
        Aafp2017 = "aafp-2017",
        /// The experimental combined indicator of vitamin B12 status.
        CombinedB12 = "cb12",
    }
}

choice! {
    /// What to do with a medicine that the catalogue does not know. Where nothing is said, a name that is a slip of the
    /// pen away from a known one, or holds one, is refused with that name, and any other is carried.
    UnknownMedicines {
        /// Refuse the patient, with a suggestion where there is one.
        Refuse = "refuse",
        /// Carry the name along; nothing is concluded from it, and the list can then not be complete.
        Carry = "carry",
    }
}

choice! {
    /// What to do with a patient in whom something cannot be accepted.
    OnRefusal {
        /// Refuse the patient, with every fault.
        Refuse = "refuse",
        /// Go on without it, and say so first: a result counts as not reported, anything else as unknown, and its group
        /// as not complete. What cannot be unknown refuses the patient all the same.
        SetAside = "set_aside",
    }
}

choice! {
    /// The result of a qualitative test.
    Finding {
        /// Absent.
        Negative = "negative",
        /// Present.
        Positive = "positive",
        /// The laboratory could not say.
        Indeterminate = "indeterminate",
    }
}

impl Finding {
    /// The finding that a laboratory's word stands for, in any letter case.
    ///
    /// ```
    /// use ekbom::patient::Finding;
    /// assert_eq!(Finding::spelt("POS."), Some(Finding::Positive));
    /// assert_eq!(Finding::spelt("not detected"), Some(Finding::Negative));
    /// assert_eq!(Finding::spelt("high"), None);
    /// ```
    pub fn spelt(text: &str) -> Option<Self> {
        let plain = text.trim().trim_end_matches('.').to_lowercase().replace('-', " ");
        match plain.as_str() {
            "positive" | "pos" | "reactive" | "detected" | "+" => Some(Self::Positive),
            "negative" | "neg" | "non reactive" | "nonreactive" | "not detected" => Some(Self::Negative),
            "indeterminate" | "equivocal" | "borderline" => Some(Self::Indeterminate),
            _ => None,
        }
    }
}
