//! A laboratory result.

use std::mem::MaybeUninit;

use ekbom::measure::analyte::{Analyte, AnalyteKind};
use ekbom::measure::unit::Unit;
use ekbom::patient::{Comparator, Finding, Lab};

use crate::call::{Failure, Fault, call, free, need};
use crate::error::ekbom_error;
use crate::status::ekbom_status;
use crate::text::ekbom_str;
use crate::unit::{analyte, unit};

/// A laboratory result with all that can be said of it; for `ekbom_patient_add`. Where the value alone is known,
/// `ekbom_patient_add_lab` is shorter.
#[derive(Clone)]
pub struct ekbom_lab {
    base: Base,
    comparator: Option<Comparator>,
    days_ago: Option<f64>,
    morning: Option<bool>,
    iron_free_hours: Option<f64>,
    ref_low: Option<f64>,
    ref_high: Option<f64>,
    grey_high: Option<f64>,
    assay: Option<String>,
    confirmed: bool,
    /// Why whoever read it doubts it.
    pub(crate) doubt: Option<String>,
    /// What was refused since, unless the same was said rightly afterwards.
    refused: Vec<Fault>,
}

#[derive(Clone, Copy)]
enum Base {
    Quantity(Analyte, f64, Unit),
    Qualitative(Analyte, Finding),
}

impl ekbom_lab {
    fn new(base: Base) -> Self {
        Self {
            base,
            comparator: None,
            days_ago: None,
            morning: None,
            iron_free_hours: None,
            ref_low: None,
            ref_high: None,
            grey_high: None,
            assay: None,
            confirmed: false,
            doubt: None,
            refused: Vec::new(),
        }
    }

    /// A result of which something was refused is refused whole: without it, it would say something else.
    pub(crate) fn to_lab(&self) -> Result<Lab, Failure> {
        if !self.refused.is_empty() {
            return Err(Failure {
                status: ekbom_status::InvalidArgument,
                faults: self.refused.clone(),
                critical: Vec::new(),
            });
        }
        type Setter = fn(Lab, f64) -> Lab;
        let mut lab = match (self.base, self.comparator) {
            (Base::Quantity(analyte, value, unit), None) => Lab::new(analyte, value, unit),
            (Base::Quantity(analyte, value, unit), Some(comparator)) => {
                Lab::censored(analyte, comparator, value, unit)
            }
            (Base::Qualitative(analyte, finding), _) => Lab::qualitative(analyte, finding),
        };
        let numbers: [(Option<f64>, Setter); 5] = [
            (self.days_ago, Lab::days_ago),
            (self.iron_free_hours, Lab::iron_free_hours),
            (self.ref_low, Lab::ref_low),
            (self.ref_high, Lab::ref_high),
            (self.grey_high, Lab::grey_high),
        ];
        for (value, set) in numbers {
            if let Some(value) = value {
                lab = set(lab, value);
            }
        }
        if let Some(morning) = self.morning {
            lab = lab.morning(morning);
        }
        if let Some(assay) = &self.assay {
            lab = lab.assay(assay.clone());
        }
        Ok(if self.confirmed { lab.confirmed() } else { lab })
    }
}

pub(crate) fn quantity(
    analyte_id: &ekbom_str,
    value: f64,
    in_unit: &ekbom_str,
) -> Result<(Analyte, f64, Unit), Failure> {
    let analyte = analyte(analyte_id.read("analyte")?, "analyte")?;
    let unit = unit(analyte, in_unit.read("unit")?, value, "unit")?;
    Ok((analyte, value, unit))
}

/// A number with its unit: the unit is never guessed.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_new(
    analyte: ekbom_str,
    value: f64,
    unit: ekbom_str,
    lab: Option<&mut MaybeUninit<Option<Box<ekbom_lab>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let lab = need(lab, "lab")?;
        let (analyte, value, unit) = quantity(&analyte, value, &unit)?;
        lab.write(Some(Box::new(ekbom_lab::new(Base::Quantity(analyte, value, unit)))));
        Ok(())
    })
}

/// The finding of a qualitative test: `negative`, `positive` or `indeterminate`.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_new_qualitative(
    analyte: ekbom_str,
    finding: ekbom_str,
    lab: Option<&mut MaybeUninit<Option<Box<ekbom_lab>>>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let lab = need(lab, "lab")?;
        let name = analyte.read("analyte")?;
        let analyte = self::analyte(name, "analyte")?;
        if analyte.info().kind != AnalyteKind::Qualitative {
            let message = format!("`{analyte}` is a measured amount: it needs a value and a unit");
            return Err(Failure::argument("analyte", name, message, Vec::new()));
        }
        let text = finding.read("finding")?;
        let finding =
            Finding::from_code(text).ok_or_else(|| Failure::code("finding", text, Finding::CODES))?;
        lab.write(Some(Box::new(ekbom_lab::new(Base::Qualitative(analyte, finding)))));
        Ok(())
    })
}

/// Says something of a result that can be refused.
fn say(
    lab: Option<&mut ekbom_lab>,
    field: &str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
    body: impl FnOnce(&mut ekbom_lab) -> Result<(), Failure>,
) -> ekbom_status {
    call(error, || {
        let lab = need(lab, "lab")?;
        lab.refused.retain(|fault| fault.field != field);
        body(lab).inspect_err(|failure| lab.refused.extend(failure.faults.iter().cloned()))
    })
}

fn set(lab: Option<&mut ekbom_lab>, change: impl FnOnce(&mut ekbom_lab)) -> ekbom_status {
    call(None, || {
        change(need(lab, "lab")?);
        Ok(())
    })
}

/// Only a bound is known: `<`, `<=`, `>` or `>=`. The empty string takes it back.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_comparator(
    lab: Option<&mut ekbom_lab>,
    comparator: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(lab, "comparator", error, |lab| {
        let text = comparator.read("comparator")?;
        lab.comparator = match text {
            "" => None,
            text => Some(
                Comparator::from_code(text)
                    .ok_or_else(|| Failure::code("comparator", text, Comparator::CODES))?,
            ),
        };
        Ok(())
    })
}

/// How many days ago the sample was drawn; needed where an analyte has several results.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_days_ago(lab: Option<&mut ekbom_lab>, days: f64) -> ekbom_status {
    set(lab, |lab| lab.days_ago = Some(days))
}

/// Whether the sample was drawn in the morning (iron studies).
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_morning(lab: Option<&mut ekbom_lab>, morning: bool) -> ekbom_status {
    set(lab, |lab| lab.morning = Some(morning))
}

/// Hours without iron before the sample (iron studies).
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_iron_free_hours(lab: Option<&mut ekbom_lab>, hours: f64) -> ekbom_status {
    set(lab, |lab| lab.iron_free_hours = Some(hours))
}

/// The laboratory's lower limit, in the unit of the result.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_ref_low(lab: Option<&mut ekbom_lab>, limit: f64) -> ekbom_status {
    set(lab, |lab| lab.ref_low = Some(limit))
}

/// The laboratory's upper limit, in the unit of the result.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_ref_high(lab: Option<&mut ekbom_lab>, limit: f64) -> ekbom_status {
    set(lab, |lab| lab.ref_high = Some(limit))
}

/// The top of the laboratory's grey zone above its lower limit (vitamin B12), in the unit of the result.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_grey_high(lab: Option<&mut ekbom_lab>, limit: f64) -> ekbom_status {
    set(lab, |lab| lab.grey_high = Some(limit))
}

/// The assay as the laboratory names it.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_assay(
    lab: Option<&mut ekbom_lab>,
    assay: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(lab, "assay", error, |lab| {
        lab.assay = Some(assay.read("assay")?.to_owned());
        Ok(())
    })
}

/// The value was checked with the laboratory although it is unlikely.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_confirmed(lab: Option<&mut ekbom_lab>, confirmed: bool) -> ekbom_status {
    set(lab, |lab| lab.confirmed = confirmed)
}

/// Why you doubt the result, such as `the name on the tube is another`. It then counts for nothing, no older result of its
/// analyte stands for it, what it would forbid if it is right is withheld, and a critical one is said;
/// `ekbom_assessment_set_aside` lists it first. The empty string takes the doubt back.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_lab_set_doubt(
    lab: Option<&mut ekbom_lab>,
    why: ekbom_str,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    say(lab, "doubt", error, |lab| {
        let why = why.read("doubt")?;
        lab.doubt = (!why.is_empty()).then(|| why.to_owned());
        Ok(())
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_lab_free(lab: Option<Box<ekbom_lab>>) {
    free(lab);
}
