//! Cells of a long table that a wide one does not have: keys of people, codes, and times.

use std::fmt::Write as _;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, Schema, TimeUnit};
use ekbom_fhir::rows::Moment;

use super::map::Columns;
use crate::cell::Cell;
use crate::column::{Col, readable};
use crate::error::CohortError;

/// The places of the columns that are there; of several names at least one has to be.
pub(super) fn places(schema: &Schema, place: &str, columns: &Columns) -> Result<Vec<usize>, CohortError> {
    let found: Vec<usize> = columns.names().iter().filter_map(|name| schema.index_of(name).ok()).collect();
    if found.is_empty() {
        let named = columns.names().join("`, `");
        let all: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        let shown: String = all.join(", ").chars().take(400).collect();
        return Err(CohortError::map(place, format!("there is no column `{named}`; there are: {shown}")));
    }
    Ok(found)
}

/// The place of one column.
pub(super) fn place(schema: &Schema, place: &str, name: &str) -> Result<usize, CohortError> {
    let several = schema.fields().iter().filter(|field| field.name() == name).count() > 1;
    if several {
        let message = format!("there are several columns `{name}`: which is meant cannot be said");
        return Err(CohortError::map(place, message));
    }
    let found = places(schema, place, &Columns::One(name.to_owned()))?;
    found.first().copied().ok_or_else(|| CohortError::map(place, "there is no column"))
}

/// Can a key or a code be read from a column of this type?
pub(super) fn is_key(data_type: &DataType) -> bool {
    readable(data_type) && *data_type != DataType::Boolean
}

/// A column of keys: whole numbers keep all their digits.
pub(super) enum Keys<'a> {
    Whole(&'a ArrayRef),
    Other(Col<'a>),
}

impl<'a> Keys<'a> {
    pub(super) fn of(array: &'a ArrayRef) -> Result<Self, CohortError> {
        Ok(if array.data_type().is_integer() { Self::Whole(array) } else { Self::Other(Col::of(array)?) })
    }

    /// Writes the key of a row; says whether there is one.
    pub(super) fn write(&self, row: usize, to: &mut String) -> bool {
        to.clear();
        match self {
            Self::Whole(array) => {
                if array.is_null(row) {
                    return false;
                }
                macro_rules! number {
                    ($($kind:ident $own:ty),+) => {
                        match array.data_type() {
                            $(DataType::$kind => write!(to, "{}", array.as_primitive::<$own>().value(row)),)+
                            _ => Ok(()),
                        }
                    };
                }
                // Writing to a text cannot fail.
                let _ = number!(
                    Int8 Int8Type, Int16 Int16Type, Int32 Int32Type, Int64 Int64Type, UInt8 UInt8Type,
                    UInt16 UInt16Type, UInt32 UInt32Type, UInt64 UInt64Type
                );
            }
            Self::Other(column) => match column.cell(row) {
                Cell::Text(text) => to.push_str(without_fraction(text.trim())),
                // A whole number in a column with gaps, as pandas writes it.
                Cell::Number(value) if value.is_finite() => {
                    let _ = write!(to, "{value}");
                }
                _ => {}
            },
        }
        !to.is_empty()
    }
}

/// `12.0` is how 12 is written by what keeps numbers with gaps.
fn without_fraction(text: &str) -> &str {
    let digits = |own: &&str| !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_digit());
    text.strip_suffix(".0").filter(digits).unwrap_or(text)
}

/// A column of times.
pub(super) enum Times<'a> {
    Typed(&'a ArrayRef),
    Text(Col<'a>),
}

/// What stands in a cell of a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Time {
    Missing,
    At(Moment),
    /// What is no time.
    Bad,
}

impl<'a> Times<'a> {
    pub(super) fn of(array: &'a ArrayRef) -> Result<Self, CohortError> {
        Ok(match array.data_type() {
            DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) => Self::Typed(array),
            _ => Self::Text(Col::of(array)?),
        })
    }

    /// The text of a cell, where it is one.
    pub(super) fn text(&self, row: usize) -> &str {
        match self {
            Self::Text(column) => match column.cell(row) {
                Cell::Text(text) => text,
                _ => "",
            },
            Self::Typed(_) => "",
        }
    }

    pub(super) fn at(&self, row: usize, missing: impl Fn(&str) -> bool) -> Time {
        match self {
            Self::Typed(array) if array.is_null(row) => Time::Missing,
            Self::Typed(array) => typed(array, row).map_or(Time::Bad, Time::At),
            Self::Text(column) => match column.cell(row) {
                Cell::Missing => Time::Missing,
                Cell::Text(text) if text.trim().is_empty() || missing(text) => Time::Missing,
                Cell::Text(text) => Moment::read(text).map_or(Time::Bad, Time::At),
                _ => Time::Bad,
            },
        }
    }
}

fn typed(array: &ArrayRef, row: usize) -> Option<Moment> {
    match array.data_type() {
        DataType::Date32 => Some(Moment::of_day(i64::from(array.as_primitive::<Date32Type>().value(row)))),
        DataType::Date64 => {
            Some(Moment::of_day(array.as_primitive::<Date64Type>().value(row).div_euclid(86_400_000)))
        }
        DataType::Timestamp(unit, zone) => {
            let ms = match unit {
                TimeUnit::Second => {
                    array.as_primitive::<TimestampSecondType>().value(row).checked_mul(1000)?
                }
                TimeUnit::Millisecond => array.as_primitive::<TimestampMillisecondType>().value(row),
                TimeUnit::Microsecond => {
                    array.as_primitive::<TimestampMicrosecondType>().value(row).div_euclid(1000)
                }
                TimeUnit::Nanosecond => {
                    array.as_primitive::<TimestampNanosecondType>().value(row).div_euclid(1_000_000)
                }
            };
            match zone {
                Some(_) => Some(Moment::of_instant(ms)),
                None => Moment::on_a_clock(ms),
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{Int64Array, StringArray, TimestampMicrosecondArray};

    use super::*;

    #[test]
    fn keys_keep_their_digits_and_times_their_day() {
        let whole: ArrayRef = Arc::new(Int64Array::from(vec![Some(9_007_199_254_740_993), None]));
        let (keys, mut text) = (Keys::of(&whole).unwrap(), String::new());
        assert!(keys.write(0, &mut text) && text == "9007199254740993");
        assert!(!keys.write(1, &mut text));
        let stamps: ArrayRef =
            Arc::new(TimestampMicrosecondArray::from(vec![86_400_000_000 + 3_600_000_000]));
        let read = Times::of(&stamps).unwrap().at(0, |_| false);
        assert_eq!(read, Time::At(Moment::read("1970-01-02 01:00").unwrap()));
        let texts: ArrayRef = Arc::new(StringArray::from(vec!["2020-05-17", "17.5.2020", "NA"]));
        let times = Times::of(&texts).unwrap();
        assert_eq!(times.at(0, |_| false), Time::At(Moment::read("2020-05-17").unwrap()));
        assert_eq!((times.at(1, |_| false), times.at(2, |text| text == "NA")), (Time::Bad, Time::Missing));
    }
}
