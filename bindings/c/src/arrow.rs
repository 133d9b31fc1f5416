//! The structs of the Arrow C data interface as C has them, and what can be checked of them before a library for Arrow
//! follows their pointers.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr::NonNull;

/// `struct ArrowSchema` of the specification.
#[repr(C)]
pub struct ArrowSchema {
    format: *const c_char,
    name: *const c_char,
    metadata: *const c_char,
    flags: i64,
    n_children: i64,
    children: *mut *mut ArrowSchema,
    dictionary: *mut ArrowSchema,
    release: Option<extern "C" fn(*mut ArrowSchema)>,
    private_data: *mut c_void,
}

/// `struct ArrowArray` of the specification.
#[repr(C)]
pub struct ArrowArray {
    length: i64,
    null_count: i64,
    offset: i64,
    n_buffers: i64,
    n_children: i64,
    buffers: *mut *const c_void,
    children: *mut *mut ArrowArray,
    dictionary: *mut ArrowArray,
    release: Option<extern "C" fn(*mut ArrowArray)>,
    private_data: *mut c_void,
}

/// `struct ArrowArrayStream` of the specification.
#[repr(C)]
pub struct ArrowArrayStream {
    get_schema: Option<extern "C" fn(*mut ArrowArrayStream, *mut ArrowSchema) -> c_int>,
    get_next: Option<extern "C" fn(*mut ArrowArrayStream, *mut ArrowArray) -> c_int>,
    get_last_error: Option<extern "C" fn(*mut ArrowArrayStream) -> *const c_char>,
    release: Option<extern "C" fn(*mut ArrowArrayStream)>,
    private_data: *mut c_void,
}

/// Deeper than this is no table.
const DEEPEST: usize = 64;
/// More columns than this are a mistake.
const MOST_CHILDREN: i64 = 65_536;
/// More buffers than this are a mistake: a column of string views has one for each piece of its text.
const MOST_BUFFERS: i64 = 1 << 20;

/// How many of something, and where.
fn counted<T>(field: &str, count: i64, most: i64, at: *mut T) -> Result<usize, String> {
    if !(0..=most).contains(&count) {
        return Err(format!("{field} is {count} (accepted: 0 to {most})"));
    }
    if count > 0 && at.is_null() {
        return Err(format!("{field} is {count}, but there are none"));
    }
    usize::try_from(count).map_err(|error| error.to_string())
}

/// The pointers of a list.
///
/// # Safety
/// `at` is NULL with a length of 0, or leads to so many pointers.
unsafe fn list<'a, T>(at: *mut *mut T, len: usize) -> Result<Vec<&'a T>, String> {
    (0..len)
        .map(|place| {
            // SAFETY: by the condition of this function it lies within the list.
            let one = unsafe { *at.add(place) };
            // SAFETY: what the producer lists is NULL or a struct of this kind.
            NonNull::new(one).map(|one| unsafe { one.as_ref() }).ok_or(format!("child {place} is NULL"))
        })
        .collect()
}

impl ArrowSchema {
    /// What contradicts the specification, as far as that can be seen.
    pub(crate) fn check(&self) -> Result<(), String> {
        self.check_at(0)
    }

    fn check_at(&self, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err(format!("it is nested more than {DEEPEST} deep"));
        }
        if self.release.is_none() {
            return Err("it has been released already".to_owned());
        }
        if self.format.is_null() {
            return Err("format is NULL".to_owned());
        }
        for (field, text) in [("format", self.format), ("name", self.name)] {
            // SAFETY: it is not NULL, and by the specification a text that ends with a zero byte.
            let read = || unsafe { CStr::from_ptr(text) }.to_str();
            if !text.is_null() && read().is_err() {
                return Err(format!("{field} is not UTF-8"));
            }
        }
        for child in self.children()? {
            child.check_at(depth + 1)?;
        }
        self.dictionary().map_or(Ok(()), |own| own.check_at(depth + 1))
    }

    fn children(&self) -> Result<Vec<&Self>, String> {
        let len = counted("n_children", self.n_children, MOST_CHILDREN, self.children)?;
        // SAFETY: so many children are promised, and the list is not NULL.
        unsafe { list(self.children, len) }
    }

    fn dictionary(&self) -> Option<&Self> {
        // SAFETY: it is NULL or the schema of the dictionary.
        unsafe { self.dictionary.as_ref() }
    }
}

impl ArrowArray {
    /// What contradicts the specification or the schema, as far as that can be seen.
    pub(crate) fn check(&self, schema: &ArrowSchema) -> Result<(), String> {
        if self.release.is_none() {
            return Err("it has been released already".to_owned());
        }
        self.check_at(schema)
    }

    fn check_at(&self, schema: &ArrowSchema) -> Result<(), String> {
        if self.length < 0 || self.offset < 0 || self.length.checked_add(self.offset).is_none() {
            return Err(format!("length is {} and offset {}", self.length, self.offset));
        }
        if !(-1..=self.length).contains(&self.null_count) {
            return Err(format!("null_count is {} of {}", self.null_count, self.length));
        }
        counted("n_buffers", self.n_buffers, MOST_BUFFERS, self.buffers)?;
        let len = counted("n_children", self.n_children, MOST_CHILDREN, self.children)?;
        let columns = schema.children()?;
        if columns.len() != len {
            return Err(format!("n_children is {len}, and by the schema {}", columns.len()));
        }
        // SAFETY: so many children are promised, and the list is not NULL.
        let children = unsafe { list(self.children, len) }?;
        for (child, column) in children.into_iter().zip(columns) {
            child.check_at(column)?;
        }
        // SAFETY: it is NULL or the dictionary.
        match (unsafe { self.dictionary.as_ref() }, schema.dictionary()) {
            (Some(own), Some(schema)) => own.check_at(schema),
            (None, None) => Ok(()),
            _ => Err("array and schema do not agree whether there is a dictionary".to_owned()),
        }
    }
}

impl ArrowArrayStream {
    /// What contradicts the specification.
    pub(crate) fn check(&self) -> Result<(), String> {
        match (self.release, self.get_schema, self.get_next, self.get_last_error) {
            (None, ..) => Err("it has been released already".to_owned()),
            (_, Some(_), Some(_), Some(_)) => Ok(()),
            _ => Err("one of its functions is NULL".to_owned()),
        }
    }
}
