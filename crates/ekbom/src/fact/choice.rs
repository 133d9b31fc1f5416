//! Facts with a few named values.

use alloc::string::String;
use core::fmt;

use crate::measure::suggest::closest;

/// Options of one fact, as a set: bit `i` is the option with index `i`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options(pub(crate) u8);

impl Options {
    /// "no" of a yes/no fact.
    pub const NO: Self = Self(0b01);
    /// "yes" of a yes/no fact.
    pub const YES: Self = Self(0b10);
    /// Either: nothing is known of a yes/no fact.
    pub const UNKNOWN: Self = Self(0b11);

    /// A yes/no fact that is known.
    pub const fn flag(value: bool) -> Self {
        if value { Self::YES } else { Self::NO }
    }

    /// A yes/no fact: yes, no, or not known.
    pub const fn maybe(value: Option<bool>) -> Self {
        match value {
            Some(known) => Self::flag(known),
            None => Self::UNKNOWN,
        }
    }

    /// Both sets together.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Is the option with this index in the set?
    pub const fn has(self, index: u8) -> bool {
        index < 8 && self.0 & (1 << index) != 0
    }

    /// No option.
    pub(crate) const NONE: Self = Self(0);

    /// The option with this index alone.
    pub(crate) const fn one(index: u8) -> Self {
        Self(if index < 8 { 1 << index } else { 0 })
    }

    /// The indices in the set.
    pub fn indices(self) -> impl Iterator<Item = u8> + Clone {
        (0..8).filter(move |&index| self.has(index))
    }

    /// Is exactly one option left?
    pub const fn is_known(self) -> bool {
        self.0.count_ones() == 1
    }

    /// The first `count` options, all of them.
    pub(crate) const fn first(count: usize) -> Self {
        Self(((1u16 << count) - 1) as u8)
    }
}

macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub enum $name { $($(#[$item])* $variant,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The stable codes, in the order of [`Self::ALL`].
            pub const CODES: &'static [&'static str] = &[$($code,)+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// This value as a set of one.
            pub const fn only(self) -> Options {
                Options(1 << self as u8)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::fact::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                Self::from_code(code).ok_or_else(|| $crate::fact::UnknownCode::new(code, Self::CODES))
            }
        }

        $crate::fact::as_its_code!($name, code);
    };
}
pub(crate) use choice;

/// Serde for a value that is written as its code and read with `FromStr`.
macro_rules! as_its_code {
    ($name:ident, $code:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.$code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <alloc::borrow::Cow<'_, str>>::deserialize(deserializer)?;
                code.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use as_its_code;

/// A text that is none of the codes of a closed set, spelt exactly so.
///
/// ```
/// use ekbom::fact::Fact;
/// use ekbom::patient::Sex;
/// assert_eq!("female".parse(), Ok(Sex::Female));
/// let error = "Female".parse::<Sex>().unwrap_err();
/// assert_eq!(error.to_string(), "`Female` is not known: did you mean `female`?");
/// assert_eq!("tsat".parse(), Ok(Fact::Tsat));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownCode {
    code: String,
    nearest: Option<&'static str>,
}

/// More of a code is not repeated.
const LONGEST: usize = 100;

impl UnknownCode {
    pub(crate) fn new(code: &str, known: &[&'static str]) -> Self {
        let nearest = closest(code, known.iter().copied());
        Self { code: code.chars().take(LONGEST).collect(), nearest }
    }

    /// What was given, at most its first 100 characters.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The code that is spelt most like it, if one is near.
    pub const fn nearest(&self) -> Option<&'static str> {
        self.nearest
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not known", self.code)?;
        match self.nearest {
            Some(nearest) => write!(f, ": did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for UnknownCode {}

choice! {
    /// Sex for reference limits, pregnancy and trimester are one fact, so that a pregnant man with male limits
    /// or a second trimester without a pregnancy cannot be said.
    Person {
        /// A man (reference limits for men).
        Male = "male",
        /// A woman who is not pregnant.
        FemaleNotPregnant = "female_not_pregnant",
        /// Pregnant, first trimester.
        PregnantT1 = "pregnant_t1",
        /// Pregnant, second trimester.
        PregnantT2 = "pregnant_t2",
        /// Pregnant, third trimester.
        PregnantT3 = "pregnant_t3",
    }
}

impl Person {
    /// Any trimester.
    pub const PREGNANT: Options =
        Self::PregnantT1.only().or(Self::PregnantT2.only()).or(Self::PregnantT3.only());
    /// Reference limits for women apply: not pregnant, or pregnant.
    pub const FEMALE: Options = Self::FemaleNotPregnant.only().or(Self::PREGNANT);
    /// Nobody pregnant.
    pub const NOT_PREGNANT: Options = Self::Male.only().or(Self::FemaleNotPregnant.only());
}

choice! {
    /// The fifth diagnostic criterion: conditions that look like restless legs syndrome. "Not assessed" is not a
    /// value: it is not knowing which of these holds.
    Mimics {
        /// Looked for and not found.
        RuledOut = "ruled_out",
        /// Present beside restless legs syndrome.
        Coexists = "coexists",
        /// Explains the symptoms by itself.
        SoleExplanation = "sole_explanation",
    }
}

choice! {
    /// How much the symptoms distress.
    Distress {
        /// Not at all.
        None = "none",
        /// Mildly.
        Mild = "mild",
        /// Moderately.
        Moderate = "moderate",
        /// Severely.
        Severe = "severe",
    }
}

choice! {
    /// Why vitamin B12 is deficient.
    B12Cause {
        /// Autoimmune gastritis (pernicious anaemia).
        AutoimmuneGastritis = "autoimmune_gastritis",
        /// Total gastrectomy.
        TotalGastrectomy = "total_gastrectomy",
        /// Complete resection of the terminal ileum.
        CompleteTerminalIlealResection = "complete_terminal_ileal_resection",
        /// Another cause of malabsorption.
        OtherMalabsorption = "other_malabsorption",
        /// A medicine.
        Medicine = "medicine",
        /// Diet.
        Dietary = "dietary",
        /// Recreational nitrous oxide.
        NitrousOxide = "nitrous_oxide",
    }
}

choice! {
    /// How far the liver's function is impaired.
    LiverImpairment {
        /// Not at all.
        None = "none",
        /// Mildly.
        Mild = "mild",
        /// Moderately.
        Moderate = "moderate",
        /// Severely.
        Severe = "severe",
    }
}

choice! {
    /// Nitrous oxide as an anaesthetic.
    NitrousOxideAnaesthesia {
        /// Neither recent nor planned.
        None = "none",
        /// Given lately.
        Recent = "recent",
        /// Planned.
        Planned = "planned",
    }
}

choice! {
    /// What was given at the last intravenous iron.
    IvIronProduct {
        /// Ferric carboxymaltose.
        FerricCarboxymaltose = "ferric_carboxymaltose",
        /// Ferric derisomaltose.
        FerricDerisomaltose = "ferric_derisomaltose",
        /// Ferumoxytol.
        Ferumoxytol = "ferumoxytol",
        /// Low-molecular-weight iron dextran.
        IronDextran = "iron_dextran",
        /// Iron sucrose.
        IronSucrose = "iron_sucrose",
        /// Another product.
        Other = "other",
    }
}

choice! {
    /// How folate was measured: the limits of one method do not serve the other.
    FolateAssay {
        /// A microbiological assay.
        Microbiological = "microbiological",
        /// A protein-binding assay.
        ProteinBinding = "protein_binding",
    }
}

choice! {
    /// A result against its own laboratory's limits, where the report gave them.
    Band {
        /// The report gave no limits of its own.
        NotGiven = "not_given",
        /// Below the laboratory's lower limit.
        Low = "low",
        /// From the lower limit to the top of the laboratory's grey zone, both included.
        Grey = "grey",
        /// Within the laboratory's limits, which belong to it.
        InRange = "in_range",
        /// Above the laboratory's upper limit.
        High = "high",
    }
}

impl Band {
    /// Any band that needs limits.
    pub const GIVEN: Options =
        Self::Low.only().or(Self::Grey.only()).or(Self::InRange.only()).or(Self::High.only());
}

choice! {
    /// A version of the knowledge, as far as the lists of facts go that a caller can declare complete.
    KnowledgeVersion {
        /// The first.
        V2026_1 = "2026.1",
        /// The second: more symptoms, mimics one by one, more of the history.
        V2026_2 = "2026.2",
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::Distress;
    use crate::fact::Fact;

    #[test]
    fn codes_make_the_round_trip_through_text_and_json() {
        for value in Distress::ALL {
            assert_eq!(value.to_string().parse(), Ok(*value));
            let json = serde_json::to_string(value).unwrap();
            assert_eq!(serde_json::from_str::<Distress>(&json).unwrap(), *value);
        }
        for fact in Fact::ALL {
            assert_eq!(fact.to_string().parse(), Ok(*fact));
            let json = serde_json::to_string(fact).unwrap();
            assert_eq!(serde_json::from_str::<Fact>(&json).unwrap(), *fact);
        }
    }

    #[test]
    fn an_unknown_code_is_told_with_the_nearest_one() {
        let error = "feritin".parse::<Fact>().unwrap_err();
        assert_eq!((error.code(), error.nearest()), ("feritin", Some("ferritin")));
        assert_eq!("zzz".parse::<Fact>().unwrap_err().to_string(), "`zzz` is not known");
        assert!(
            serde_json::from_str::<Fact>("\"feritin\"").unwrap_err().to_string().contains("did you mean")
        );
    }
}
