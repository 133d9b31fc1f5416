//! `ekbom convert`

use ekbom::measure::analyte::{Analyte, Plausibility, UnknownAnalyte};
use ekbom::measure::unit::Unit;

use crate::failure::Failure;
use crate::screen::Screen;

pub(crate) fn run(
    analyte: &str,
    value: f64,
    unit: &str,
    to: Option<&str>,
    screen: &mut Screen,
) -> Result<(), Failure> {
    let analyte: Analyte = analyte.parse().map_err(|error| unknown(&error))?;
    let from = accepted(analyte, unit, Some(value))?;
    if !value.is_finite() || value < 0.0 {
        return Err(Failure::said("a result is a number of at least 0"));
    }
    match to {
        Some(to) => {
            let to = accepted(analyte, to, None)?;
            screen.text(&format!("{value} {from} = {}", shown(analyte, value, from, to)))?;
        }
        // Nothing to turn it into: how the unit was read is what there is to say.
        None if analyte.info().units.len() == 1 => {
            screen.text(&format!("{value} {} = {}", unit.trim(), shown(analyte, value, from, from)))?;
        }
        None => {
            for own in analyte.info().units.iter().filter(|own| own.unit != from) {
                screen.text(&format!("{value} {from} = {}", shown(analyte, value, from, own.unit)))?;
            }
        }
    }
    if analyte.plausibility_in(value, from) != Some(Plausibility::Plausible) {
        let hint = analyte.question(value, from).map_or_else(String::new, |question| format!(": {question}"));
        screen.text(&format!("note: unlikely for {analyte} in {from}{hint}"))?;
    }
    Ok(())
}

/// As `ekbom assess` says it: a wrong guess of a specimen would lead to another error.
fn unknown(error: &UnknownAnalyte) -> Failure {
    let meant: Vec<String> = error.meant().iter().map(|own| format!("`{own}`")).collect();
    let hint = if meant.is_empty() {
        let known: Vec<&str> = Analyte::ALL.iter().map(|own| own.id()).collect();
        format!("known: {}", known.join(", "))
    } else {
        format!("did you mean {}?", meant.join(" or "))
    };
    Failure::said(format!("there is no analyte `{}`; {hint}", error.text()))
}

/// Six significant digits: more than any laboratory prints.
fn shown(analyte: Analyte, value: f64, from: Unit, to: Unit) -> String {
    let converted = analyte.convert(value, from, to).unwrap_or(f64::NAN);
    let digits = if converted.abs() > 0.0 { converted.abs().log10().floor() as i32 + 1 } else { 1 };
    let decimals = usize::try_from(6 - digits).unwrap_or(0);
    let text = format!("{converted:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{text} {to}")
}

/// The unit, or why it is not taken: as `ekbom assess` says it.
fn accepted(analyte: Analyte, text: &str, value: Option<f64>) -> Result<Unit, Failure> {
    analyte.unit_spelt(text, value).map_err(|meant| {
        let units: Vec<&str> = meant.units.iter().map(|unit| unit.ucum()).collect();
        let why = match value {
            Some(value) => format!("`{analyte}` {value} cannot be in `{text}`"),
            None => format!("`{analyte}` is not reported in `{text}`"),
        };
        Failure::said(match value.and_then(|value| meant.sentence(value, text)) {
            Some(sentence) => format!("{why}: {sentence}"),
            None => format!("{why} (accepted: {})", units.join(", ")),
        })
    })
}
