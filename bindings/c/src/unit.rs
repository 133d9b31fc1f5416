//! Units and conversion.

use std::mem::MaybeUninit;

use ekbom::measure::analyte::Analyte;
use ekbom::measure::unit::Unit;

use crate::call::{Failure, call, need, short};
use crate::error::ekbom_error;
use crate::status::ekbom_status;
use crate::text::ekbom_str;

pub(crate) fn analyte(text: &str, field: &str) -> Result<Analyte, Failure> {
    text.parse::<Analyte>().map_err(|error| {
        let accepted = match error.nearest() {
            Some(near) => vec![near.id().to_owned()],
            None => Analyte::ALL.iter().map(|analyte| analyte.id().to_owned()).collect(),
        };
        Failure::argument(field, text, format!("`{}` is not a known analyte", error.text()), accepted)
    })
}

/// A unit in which the analyte is accepted.
pub(crate) fn unit(analyte: Analyte, text: &str, value: f64, field: &str) -> Result<Unit, Failure> {
    analyte.unit_spelt(text, Some(value).filter(|value| value.is_finite())).map_err(|meant| {
        let mut message = format!("`{analyte}` {value} cannot be in `{}`", short(text));
        if let Some(sentence) = meant.sentence(value, &short(text)) {
            message.push_str(": ");
            message.push_str(&sentence);
        }
        Failure::argument(field, text, message, meant.accepted())
    })
}

/// Converts a value of an analyte from one unit to another: a mole of one analyte weighs another amount than a mole of
/// the next. Common spellings of units are understood.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_convert(
    analyte_id: ekbom_str,
    value: f64,
    from: ekbom_str,
    to: ekbom_str,
    converted: Option<&mut MaybeUninit<f64>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let converted = need(converted, "converted")?;
        let analyte = analyte(analyte_id.read("analyte_id")?, "analyte_id")?;
        let here = unit(analyte, from.read("from")?, value, "from")?;
        let there = unit(analyte, to.read("to")?, f64::NAN, "to")?;
        let result = analyte.convert(value, here, there);
        converted.write(need(result, "converted")?);
        Ok(())
    })
}

/// The UCUM code of the unit that a text spells, such as `ug/dL` for `MCG / dl`. Lasts for ever.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn ekbom_unit_parse(
    spelling: ekbom_str,
    ucum: Option<&mut MaybeUninit<ekbom_str>>,
    error: Option<&mut MaybeUninit<Option<Box<ekbom_error>>>>,
) -> ekbom_status {
    call(error, || {
        let ucum = need(ucum, "ucum")?;
        let text = spelling.read("spelling")?;
        let unit = text.parse::<Unit>().map_err(|unknown| {
            let near = unknown.nearest().map(|unit| unit.ucum().to_owned());
            let message = format!("unknown unit `{}`", unknown.text());
            Failure::argument("spelling", text, message, near.into_iter().collect())
        })?;
        ucum.write(ekbom_str::of(unit.ucum()));
        Ok(())
    })
}
