//! Columns of any type.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Decimal32Type, Decimal64Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, BooleanArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

use crate::cell::Cell;
use crate::coder::Coder;
use crate::error::CohortError;
use crate::kernel::fetch;
use crate::planes::LANES;

/// A column of a batch.
pub(crate) struct Col<'a> {
    pub(crate) kind: Kind<'a>,
    /// Nulls of the column itself; those of a dictionary's values come on top.
    pub(crate) nulls: Option<&'a NullBuffer>,
}

/// The values of a column.
pub(crate) enum Kind<'a> {
    F64(&'a [f64]),
    F32(&'a [f32]),
    /// Whole numbers of any width, and decimals.
    Whole(Box<dyn Wholes + 'a>),
    Flags(&'a BooleanArray),
    Text(Text<'a>),
    /// Places in another column, which holds the values.
    Dictionary(Vec<u32>, Box<Col<'a>>),
    /// A list column, of texts.
    List(&'a ArrayRef),
    /// A column of nothing but nulls.
    Nothing,
}

/// Texts.
pub(crate) enum Text<'a> {
    Short(&'a arrow_array::StringArray),
    Long(&'a arrow_array::LargeStringArray),
    View(&'a arrow_array::StringViewArray),
}

impl<'a> Text<'a> {
    pub(crate) fn at(&self, row: usize) -> &'a str {
        match self {
            Self::Short(array) => array.value(row),
            Self::Long(array) => array.value(row),
            Self::View(array) => array.value(row),
        }
    }
}

/// Whole numbers of one width, read by the block: asked one by one, each would cost a call.
pub(crate) trait Wholes: Send + Sync {
    fn number(&self, row: usize) -> f64;
    /// The numbers from a row on.
    fn numbers(&self, start: usize, to: &mut [f64]);
    /// What the numbers from a row on stand for.
    fn codes(&self, start: usize, coder: &Coder, to: &mut [u8]);
}

macro_rules! wholes {
    ($($number:ty)+) => { $(
        impl Wholes for &[$number] {
            fn number(&self, row: usize) -> f64 {
                self.get(row).map_or(f64::NAN, |value| *value as f64)
            }

            fn numbers(&self, start: usize, to: &mut [f64]) {
                let rest = self.get(start..).unwrap_or_default();
                to.iter_mut().zip(rest).for_each(|(to, value)| *to = *value as f64);
            }

            fn codes(&self, start: usize, coder: &Coder, to: &mut [u8]) {
                // Most such columns are small numbers in no order: looked up, they cost no branch that goes either way.
                let small: [u8; 32] = std::array::from_fn(|number| coder.number(number as f64));
                let rest = self.get(start..).unwrap_or_default();
                for (to, value) in to.iter_mut().zip(rest) {
                    let known = usize::try_from(*value).ok().and_then(|place| small.get(place));
                    *to = known.copied().unwrap_or_else(|| coder.number(*value as f64));
                }
            }
        }
    )+ };
}

wholes! { i8 i16 i32 i64 u8 u16 u32 u64 }

/// Decimals: whole numbers of some power of ten.
struct Decimals<'a, T> {
    values: &'a [T],
    /// Digits behind the point; fewer than none where whole tens are counted.
    scale: i8,
}

impl<T: Copy + Into<i128> + Send + Sync> Wholes for Decimals<'_, T> {
    fn number(&self, row: usize) -> f64 {
        let Some(value) = self.values.get(row) else { return f64::NAN };
        let digits: i128 = (*value).into();
        // Both are exact up to 2 to the power of 53 and 22 digits: the quotient is then the nearest number, as if the
        // decimal had been written in a text.
        let power = 10_f64.powi(i32::from(self.scale).abs());
        if self.scale < 0 { digits as f64 * power } else { digits as f64 / power }
    }

    fn numbers(&self, start: usize, to: &mut [f64]) {
        let rows = self.values.len().saturating_sub(start);
        for (lane, to) in to.iter_mut().enumerate().take(rows) {
            *to = self.number(start + lane);
        }
    }

    fn codes(&self, start: usize, coder: &Coder, to: &mut [u8]) {
        let rows = self.values.len().saturating_sub(start);
        for (lane, to) in to.iter_mut().enumerate().take(rows) {
            *to = coder.number(self.number(start + lane));
        }
    }
}

/// Can a column of this type be read at all?
pub(crate) fn readable(data_type: &DataType) -> bool {
    match data_type {
        DataType::Dictionary(_, values) => readable(values),
        other => {
            other.is_integer()
                || matches!(
                    other,
                    DataType::Float64
                        | DataType::Float32
                        | DataType::Decimal32(..)
                        | DataType::Decimal64(..)
                        | DataType::Decimal128(..)
                        | DataType::Boolean
                        | DataType::Utf8
                        | DataType::LargeUtf8
                        | DataType::Utf8View
                        | DataType::Null
                )
        }
    }
}

/// The numbers of a block, or those that are left.
fn block<T>(values: &[T], start: usize) -> &[T] {
    let rest = values.get(start..).unwrap_or_default();
    rest.get(..LANES).unwrap_or(rest)
}

macro_rules! whole {
    ($array:expr, $type:ty) => {{
        let values: &'a [_] = $array.as_primitive::<$type>().values();
        Kind::Whole(Box::new(values))
    }};
}

macro_rules! decimals {
    ($array:expr, $type:ty, $scale:expr) => {{
        let values: &'a [_] = $array.as_primitive::<$type>().values();
        Kind::Whole(Box::new(Decimals { values, scale: $scale }))
    }};
}

impl<'a> Col<'a> {
    pub(crate) fn of(array: &'a ArrayRef) -> Result<Self, CohortError> {
        let kind = match array.data_type() {
            DataType::Float64 => Kind::F64(array.as_primitive::<Float64Type>().values()),
            DataType::Float32 => Kind::F32(array.as_primitive::<Float32Type>().values()),
            DataType::Int8 => whole!(array, Int8Type),
            DataType::Int16 => whole!(array, Int16Type),
            DataType::Int32 => whole!(array, Int32Type),
            DataType::Int64 => whole!(array, Int64Type),
            DataType::UInt8 => whole!(array, UInt8Type),
            DataType::UInt16 => whole!(array, UInt16Type),
            DataType::UInt32 => whole!(array, UInt32Type),
            DataType::UInt64 => whole!(array, UInt64Type),
            DataType::Decimal32(_, scale) => decimals!(array, Decimal32Type, *scale),
            DataType::Decimal64(_, scale) => decimals!(array, Decimal64Type, *scale),
            DataType::Decimal128(_, scale) => decimals!(array, Decimal128Type, *scale),
            DataType::Boolean => Kind::Flags(array.as_boolean()),
            DataType::Utf8 => Kind::Text(Text::Short(array.as_string())),
            DataType::LargeUtf8 => Kind::Text(Text::Long(array.as_string())),
            DataType::Utf8View => Kind::Text(Text::View(array.as_string_view())),
            DataType::List(_) | DataType::LargeList(_) => Kind::List(array),
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary();
                if dictionary.values().is_empty() {
                    // Nothing to point at: every row is missing, and Arrow's own reading of the keys would panic.
                    return Ok(Self { kind: Kind::Nothing, nulls: None });
                }
                let keys = dictionary.normalized_keys().into_iter().map(|key| key as u32).collect();
                Kind::Dictionary(keys, Box::new(Self::of(dictionary.values())?))
            }
            DataType::Null => Kind::Nothing,
            other => {
                return Err(CohortError::map("", format!("columns of type {other} cannot be read")));
            }
        };
        let nulls = match array.data_type() {
            DataType::Null => None,
            _ => array.nulls(),
        };
        Ok(Self { kind, nulls })
    }

    /// Asks for the numbers of a block of rows, which are read soon.
    pub(crate) fn fetch(&self, start: usize) {
        match &self.kind {
            Kind::F64(values) => fetch(block(values, start)),
            Kind::F32(values) => fetch(block(values, start)),
            _ => {}
        }
    }

    pub(crate) fn is_null(&self, row: usize) -> bool {
        self.nulls.is_some_and(|nulls| nulls.is_null(row))
    }

    /// The value in a row.
    pub(crate) fn cell(&self, row: usize) -> Cell<'a> {
        if self.is_null(row) {
            return Cell::Missing;
        }
        match &self.kind {
            Kind::F64(values) => values.get(row).map_or(Cell::Missing, |value| Cell::Number(*value)),
            Kind::F32(values) => {
                values.get(row).map_or(Cell::Missing, |value| Cell::Number(f64::from(*value)))
            }
            Kind::Whole(values) => Cell::Number(values.number(row)),
            Kind::Flags(values) => Cell::Flag(values.value(row)),
            Kind::Text(values) => Cell::Text(values.at(row)),
            Kind::Dictionary(keys, values) => {
                keys.get(row).map_or(Cell::Missing, |key| values.cell(*key as usize))
            }
            Kind::List(_) | Kind::Nothing => Cell::Missing,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{Decimal128Array, DictionaryArray};

    use super::*;

    #[test]
    fn decimals_are_the_numbers_that_they_are_written_as() {
        let array = |scale| {
            let values = Decimal128Array::from(vec![Some(3850), None, Some(-1), Some(7)]);
            let array: ArrayRef = Arc::new(values.with_precision_and_scale(10, scale).unwrap());
            array
        };
        for (scale, wanted) in [(2, [38.5, -0.01, 0.07]), (0, [3850.0, -1.0, 7.0])] {
            let array = array(scale);
            assert!(readable(array.data_type()));
            let column = Col::of(&array).unwrap();
            let got = [0, 2, 3].map(|row| column.cell(row));
            assert_eq!(got, wanted.map(Cell::Number), "{scale}");
            assert_eq!(column.cell(1), Cell::Missing);
            let Kind::Whole(values) = &column.kind else { panic!("no numbers") };
            let mut block = [0.0; 8];
            values.numbers(2, &mut block);
            let bits: Vec<u64> = block.iter().take(3).map(|value| value.to_bits()).collect();
            assert_eq!(bits, [wanted[1], wanted[2], 0.0].map(f64::to_bits));
            let mut codes = [9; 4];
            values.codes(0, &Coder::codes(&["3850", "7"]), &mut codes);
            let none = crate::coder::BAD;
            assert_eq!(codes, if scale == 0 { [0, none, none, 1] } else { [none; 4] });
        }
    }

    #[test]
    fn a_dictionary_without_entries_says_nothing() {
        let empty: DictionaryArray<Int8Type> = [None::<&str>, None].into_iter().collect();
        let array: ArrayRef = Arc::new(empty);
        assert_eq!(array.as_any_dictionary().values().len(), 0);
        let column = Col::of(&array).unwrap();
        assert_eq!((column.cell(0), column.cell(1)), (Cell::Missing, Cell::Missing));
    }
}
