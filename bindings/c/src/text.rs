//! Strings: those of C, with their length, and those that the library made.

use std::ffi::c_char;
use std::slice;
use std::str;

use crate::failure::Failure;
use crate::fence::free;

/// The longest string the library reads, in bytes (64 MiB): a length beyond it is a mistake, and refused before a byte
/// is looked at.
pub const EKBOM_TEXT_MAX: usize = 67_108_864;

/// A string: where it begins, and how many bytes it has. UTF-8, without a zero byte at the end.
///
/// An absent string has `data` NULL and `len` 0. Given to the library, that is the empty string.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct ekbom_str {
    /// The first byte; NULL where there is no string.
    pub(crate) data: *const c_char,
    /// How many bytes.
    pub(crate) len: usize,
}

// SAFETY: those the library makes point to text that nobody changes; those it receives it reads only during a call.
unsafe impl Send for ekbom_str {}
// SAFETY: as above; it is only ever read.
unsafe impl Sync for ekbom_str {}

/// A list of strings: `items[0]` to `items[len - 1]`. Belongs to the object it was asked of.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct ekbom_strs {
    /// The first; do not touch it where `len` is 0.
    pub(crate) items: *const ekbom_str,
    /// How many.
    pub(crate) len: usize,
}

// SAFETY: it points to strings that nobody changes while the object that owns them lives.
unsafe impl Send for ekbom_strs {}
// SAFETY: as above; it is only ever read.
unsafe impl Sync for ekbom_strs {}

impl ekbom_str {
    pub(crate) const NONE: Self = Self { data: std::ptr::null(), len: 0 };

    pub(crate) const fn of(text: &str) -> Self {
        Self { data: text.as_ptr().cast(), len: text.len() }
    }

    pub(crate) fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::NONE, Self::of)
    }

    /// The text, or what is wrong with it; `field` names it in the error.
    pub(crate) fn read(&self, field: &str) -> Result<&str, Failure> {
        if self.len > EKBOM_TEXT_MAX {
            return Err(Failure::too_long(field, self.len, EKBOM_TEXT_MAX));
        }
        if self.data.is_null() {
            return if self.len == 0 { Ok("") } else { Err(Failure::null(field)) };
        }
        // SAFETY: it is not NULL, and the caller promises with every string that `len` bytes can be read from `data`
        // and that nobody changes them during the call; the reference lives no longer than the parameter it came in.
        let bytes = unsafe { slice::from_raw_parts(self.data.cast::<u8>(), self.len) };
        str::from_utf8(bytes).map_err(|error| Failure::not_utf8(field, bytes, &error))
    }
}

impl ekbom_strs {
    pub(crate) const NONE: Self = Self { items: std::ptr::null(), len: 0 };
}

/// A string that the library made, such as an assessment in JSON.
pub struct ekbom_text(pub(crate) String);

/// What stands in it. Lasts until `ekbom_text_free`. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_text_str(text: Option<&ekbom_text>) -> ekbom_str {
    text.map_or(ekbom_str::NONE, |text| ekbom_str::of(&text.0))
}

/// Frees it.
#[unsafe(no_mangle)]
pub extern "C" fn ekbom_text_free(text: Option<Box<ekbom_text>>) {
    free(text);
}
