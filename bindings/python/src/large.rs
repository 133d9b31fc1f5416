//! Answers as the strings that pandas keeps: it copies any other kind of string, slowly.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int8Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, LargeStringArray, RecordBatch};
use arrow_buffer::{Buffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

/// Bytes that are copied at once: an answer is hardly ever longer.
const WIDE: usize = 32;
/// Beyond every key: the place of the empty word.
const NO_WORD: usize = u8::MAX as usize;

/// The schema with these columns as large strings.
pub(crate) fn schema(schema: &Schema, names: &[&str]) -> SchemaRef {
    let fields = schema.fields().iter().map(|field| {
        let large = names.contains(&field.name().as_str());
        if large { Arc::new(Field::new(field.name(), DataType::LargeUtf8, true)) } else { Arc::clone(field) }
    });
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// The batch in that schema: what is a category becomes its text.
pub(crate) fn batch(batch: &RecordBatch, schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
    let columns = schema.fields().iter().zip(batch.columns()).map(|(field, column)| {
        match column.as_dictionary_opt::<Int8Type>() {
            Some(categories) if *field.data_type() == DataType::LargeUtf8 => texts(categories),
            _ => Arc::clone(column),
        }
    });
    RecordBatch::try_new(Arc::clone(schema), columns.collect())
}

/// Without a branch that depends on the data: missing answers are no rarity.
#[expect(clippy::indexing_slicing, reason = "every byte is a place in a list of 256")]
#[expect(unsafe_code, reason = "texts made of whole texts are not looked through again")]
fn texts(categories: &DictionaryArray<Int8Type>) -> ArrayRef {
    // Every byte has a word: that of a null is empty.
    let mut words = [""; NO_WORD + 1];
    for (place, word) in words.iter_mut().take(NO_WORD).zip(categories.values().as_string::<i32>().iter()) {
        *place = word.unwrap_or_default();
    }
    let wide = words.map(padded);
    let lengths = words.map(str::len);
    let keys = keys(categories);
    let mut counts = [0_usize; NO_WORD + 1];
    for key in &keys {
        counts[usize::from(*key)] += 1;
    }
    let total: usize = counts.iter().zip(lengths).map(|(count, length)| count * length).sum();
    // The last copy may run over.
    let mut bytes = vec![0_u8; total + WIDE];
    let mut at = 0;
    let ends = keys.iter().map(|key| {
        let key = usize::from(*key);
        if let Some(place) = bytes.get_mut(at..at + WIDE) {
            place.copy_from_slice(&wide[key]);
        }
        if lengths[key] > WIDE
            && let Some(place) = bytes.get_mut(at..at + lengths[key])
        {
            place.copy_from_slice(words[key].as_bytes());
        }
        at += lengths[key];
        at as i64
    });
    let offsets: Vec<i64> = std::iter::once(0).chain(ends).collect();
    bytes.truncate(total);
    // SAFETY: the bytes are whole words of valid UTF-8, one behind the other; the offsets are where each ends, none lies
    // before the one ahead of it, the last is the length of the bytes, and there is one more of them than rows.
    let made = unsafe {
        LargeStringArray::new_unchecked(
            OffsetBuffer::new_unchecked(ScalarBuffer::from(offsets)),
            Buffer::from_vec(bytes),
            categories.nulls().cloned(),
        )
    };
    Arc::new(made)
}

/// The place of each row's word.
fn keys(categories: &DictionaryArray<Int8Type>) -> Vec<u8> {
    let values = categories.keys().values();
    let Some(nulls) = categories.nulls() else {
        return values.iter().map(|key| key.cast_unsigned()).collect();
    };
    let mut made = Vec::with_capacity(values.len());
    for (keys, valid) in values.chunks(64).zip(nulls.inner().bit_chunks().iter_padded()) {
        made.extend((0..64).zip(keys).map(|(lane, key)| {
            // All ones where the row is null.
            let null = ((valid >> lane) & 1) as u8;
            key.cast_unsigned() | null.wrapping_sub(1)
        }));
    }
    made
}

/// The first bytes of a word, and nothing behind them.
fn padded(word: &str) -> [u8; WIDE] {
    let mut wide = [0; WIDE];
    for (place, byte) in wide.iter_mut().zip(word.bytes()) {
        *place = byte;
    }
    wide
}
