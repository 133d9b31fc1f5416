//! A laboratory's own limits, as a result carries them: numbers in order, and credible in the result's unit.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{FaultKind, Lab, LabResult, PatientError};
use crate::measure::analyte::PrintedLimit;
use crate::measure::number::rounded;
use crate::measure::unit::Unit;

pub(super) fn check(lab: &Lab, age: Option<f64>, path: &str, errors: &mut Vec<PatientError>) {
    let found = errors.len();
    numbers(lab, path, errors);
    in_order(lab, path, errors);
    // Whether a number is credible is asked of numbers that can be limits.
    if errors.len() == found {
        credible(lab, age, path, errors);
    }
}

fn given(lab: &Lab) -> impl Iterator<Item = (&'static str, PrintedLimit, f64)> {
    [
        ("ref_low", PrintedLimit::Low, lab.ref_low),
        ("ref_high", PrintedLimit::High, lab.ref_high),
        ("grey_high", PrintedLimit::GreyHigh, lab.grey_high),
    ]
    .into_iter()
    .filter_map(|(key, which, limit)| Some((key, which, limit?)))
}

fn numbers(lab: &Lab, path: &str, errors: &mut Vec<PatientError>) {
    for (key, which, limit) in given(lab) {
        let field = format!("{path}.{key}");
        if !limit.is_finite() || limit < 0.0 {
            let message = format!("`{key}` {limit} is not a limit");
            errors.push(
                PatientError::new(FaultKind::NotALimit, field, limit, message).accept(["a number from 0"]),
            );
        } else if which != PrintedLimit::Low && limit <= 0.0 {
            let message = format!("`{key}` 0 is no upper limit: leave out a limit that is not known");
            errors.push(
                PatientError::new(FaultKind::NotALimit, field, limit, message).accept(["a number above 0"]),
            );
        }
    }
}

fn in_order(lab: &Lab, path: &str, errors: &mut Vec<PatientError>) {
    let pairs = [
        (("ref_low", lab.ref_low), ("ref_high", lab.ref_high), "ref_high"),
        (("ref_low", lab.ref_low), ("grey_high", lab.grey_high), "grey_high"),
        (("grey_high", lab.grey_high), ("ref_high", lab.ref_high), "grey_high"),
    ];
    for ((low_key, low), (high_key, high), at) in pairs {
        let Some((low, high)) = low.zip(high).filter(|(_, high)| *high > 0.0) else { continue };
        let named = if at == high_key { high } else { low };
        let other = if at == high_key { low_key } else { high_key };
        let message = if low > high {
            let side = if at == high_key { "below" } else { "above" };
            format!("`{at}` lies {side} `{other}`")
        } else if low >= high {
            format!(
                "`{at}` is the same as `{other}`, which is no interval: leave out a limit that is not known"
            )
        } else {
            continue;
        };
        errors.push(PatientError::new(FaultKind::LimitsOutOfOrder, format!("{path}.{at}"), named, message));
    }
    if let (Some(grey), None) = (lab.grey_high, lab.ref_low) {
        let message = "a grey zone begins at `ref_low`, which is missing";
        errors.push(PatientError::new(
            FaultKind::GreyZoneWithoutLow,
            format!("{path}.grey_high"),
            grey,
            message,
        ));
    }
}

fn credible(lab: &Lab, age: Option<f64>, path: &str, errors: &mut Vec<PatientError>) {
    let LabResult::Quantity { unit, .. } = lab.result else { return };
    let analyte = lab.analyte;
    let all = lab.limits();
    // Confirmed is the whole line of the report: a laboratory of its own kind, or one for children.
    if lab.confirmed || analyte.limits_are_credible(all, unit, age) {
        return;
    }
    let strange = |which, limit| !analyte.limit_is_credible(which, limit, unit, age);
    if !given(lab).any(|(_, which, limit)| strange(which, limit)) {
        asked(lab, age, path, errors);
        return;
    }
    let units = analyte.units_of_limits(all, unit, age);
    for (key, which, limit) in given(lab).filter(|(_, which, limit)| strange(*which, *limit)) {
        let words: Vec<String> = units.iter().map(|own| read_as(lab, limit, *own, unit)).collect();
        let mut message =
            format!("`{key}` {limit} {unit} is no limit of `{analyte}` that laboratories print");
        message.push_str(&if words.is_empty() {
            ": leave it out, or say `confirmed: true` if it is printed so".to_owned()
        } else {
            format!(
                ": is the laboratory's interval in {}? Give it in the unit of the result, or leave it out",
                words.join(" or ")
            )
        });
        let numbers = units.iter().filter_map(|own| in_unit(lab, limit, *own, unit));
        let range =
            analyte.credible_limits(which, unit, age).map(|(low, high)| format!("{low} to {high} {unit}"));
        errors.push(
            PatientError::new(
                FaultKind::LimitNotCredible,
                format!("{path}.{key}"),
                format!("{limit} {unit}"),
                message,
            )
            .accept(numbers.map(|number| format!("{number}")))
            .accept(range)
            .accept(units.is_empty().then_some("confirmed: true")),
        );
    }
}

/// Each limit is possible, but such intervals were read in another unit only.
fn asked(lab: &Lab, age: Option<f64>, path: &str, errors: &mut Vec<PatientError>) {
    let LabResult::Quantity { unit, .. } = lab.result else { return };
    let Some(other) = lab.analyte.printed_in_another_unit(lab.limits(), unit, age).filter(|_| !lab.confirmed)
    else {
        return;
    };
    let Some((key, _, limit)) = given(lab).next() else { return };
    let message = format!(
        "`{}` limits such as {limit} {unit} are printed in {}: is the laboratory's interval in that unit? Give it in the \
         unit of the result, or say `confirmed: true` if it is printed so",
        lab.analyte,
        read_as(lab, limit, other, unit)
    );
    errors.push(
        PatientError::new(
            FaultKind::LimitsOfAnotherUnit,
            format!("{path}.{key}"),
            format!("{limit} {unit}"),
            message,
        )
        .accept(in_unit(lab, limit, other, unit).map(|number| format!("{number}")))
        .accept(["confirmed: true"]),
    );
}

/// A limit in another unit, as a number in the unit of the result.
fn in_unit(lab: &Lab, limit: f64, from: Unit, to: Unit) -> Option<f64> {
    lab.analyte.convert(limit, from, to).map(|number| rounded(number, 4))
}

/// The unit, and what the limit is then in the unit of the result.
fn read_as(lab: &Lab, limit: f64, from: Unit, to: Unit) -> String {
    in_unit(lab, limit, from, to)
        .map_or_else(|| format!("{from}"), |number| format!("{from} ({limit} {from} is {number} {to})"))
}
