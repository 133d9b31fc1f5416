//! Closed sets cross the border as their stable codes; in each language they are enums of that language.

use ekbom::assess::intake::Uncertainty;
use ekbom::fact::{B12Cause, Distress, Fact, Mimics};
use ekbom::measure::analyte::Analyte;
use ekbom::measure::formula::iron::TransferrinFactor;
use ekbom::measure::unit::Unit as LabUnit;
use ekbom::patient::{
    Comparator, CompleteGroup, Finding, Include, OnRefusal, Sex, Trimester, UnknownMedicines,
};

/// One core type as a custom type of uniffi, carried as its code.
macro_rules! carried {
    ($($name:ident: |$value:ident| $code:expr, |$text:ident| $find:expr;)+) => { $(
        uniffi::custom_type!($name, String, {
            remote,
            lower: |$value| String::from($code),
            try_lift: |$text| {
                let found: Option<$name> = $find;
                found.ok_or_else(|| uniffi::deps::anyhow::anyhow!(
                    concat!("`{}` is no code of ", stringify!($name), ": library and package are of different versions"),
                    $text
                ))
            },
        });
    )+ };
}

carried! {
    Sex: |value| value.code(), |text| Sex::from_code(&text);
    Trimester: |value| value.code(), |text| Trimester::from_code(&text);
    Comparator: |value| value.code(), |text| Comparator::from_code(&text);
    CompleteGroup: |value| value.code(), |text| CompleteGroup::from_code(&text);
    Include: |value| value.code(), |text| Include::from_code(&text);
    UnknownMedicines: |value| value.code(), |text| UnknownMedicines::from_code(&text);
    OnRefusal: |value| value.code(), |text| OnRefusal::from_code(&text);
    Finding: |value| value.code(), |text| Finding::from_code(&text);
    Mimics: |value| value.code(), |text| Mimics::from_code(&text);
    Distress: |value| value.code(), |text| Distress::from_code(&text);
    B12Cause: |value| value.code(), |text| B12Cause::from_code(&text);
    Fact: |value| value.id(), |text| Fact::from_id(&text);
    Analyte: |value| value.id(), |text| text.parse().ok();
    LabUnit: |value| value.ucum(), |text| LabUnit::ALL.into_iter().find(|unit| unit.ucum() == text);
    Uncertainty: |value| value.code(), |text| Uncertainty::ALL.iter().copied().find(|own| own.code() == text);
    TransferrinFactor: |value| value.code(),
        |text| TransferrinFactor::ALL.into_iter().find(|factor| factor.code() == text);
}
