//! A result in other units.

use ekbom::measure::analyte::{Analyte, Plausibility};
use ekbom::measure::unit::Unit;
use serde::Serialize;

use crate::desk::json;
use crate::fault::Failure;
use crate::request::Request;

#[derive(Serialize)]
struct Converted {
    analyte: &'static str,
    /// The unit, as it was understood.
    unit: &'static str,
    values: Vec<Value>,
    /// Is it an everyday result in this unit?
    plausible: bool,
    /// Where it is not: units in which it would be.
    likelier: Vec<&'static str>,
}

#[derive(Serialize)]
struct Value {
    value: f64,
    unit: &'static str,
}

pub(crate) fn convert(request: &Request<'_>) -> Result<String, Failure> {
    let id: String = request.need("analyte")?;
    let known = Analyte::ALL.iter().map(|own| own.id());
    let analyte: Analyte = id.parse().map_err(|_| Failure::unknown("analyte", &id, known))?;
    let value: f64 = request.need("value")?;
    if !value.is_finite() || value < 0.0 {
        return Err(Failure::wrong("value", &value.to_string(), "a result is a number of at least 0"));
    }
    let from = unit(analyte, "unit", &request.need::<String>("unit")?, Some(value))?;
    let to = request.take::<String>("to")?.map(|to| unit(analyte, "to", &to, None)).transpose()?;
    let units = analyte.info().units.iter().map(|own| own.unit).filter(|own| to.is_none_or(|to| to == *own));
    let values = units
        .filter_map(|unit| {
            Some(Value { value: six_digits(analyte.convert(value, from, unit)?), unit: unit.ucum() })
        })
        .collect();
    let plausible = analyte.plausibility_in(value, from) == Some(Plausibility::Plausible);
    let likelier = if plausible { Vec::new() } else { analyte.units_that_make_sense(value, Some(from)) };
    json(&Converted {
        analyte: analyte.id(),
        unit: from.ucum(),
        values,
        plausible,
        likelier: likelier.into_iter().map(Unit::ucum).collect(),
    })
}

/// Six significant digits: more than any laboratory prints.
fn six_digits(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

/// The unit, or what would be accepted.
fn unit(analyte: Analyte, field: &str, text: &str, value: Option<f64>) -> Result<Unit, Failure> {
    analyte.unit_spelt(text, value).map_err(|meant| {
        let message = format!("`{analyte}` is not reported in `{}`", text.trim());
        Failure::accepting(field, text, message, meant.accepted())
    })
}
