//! The Arrow door of C: schemas made of anything, and tables whose structs contradict themselves wherever that can be
//! seen. What lies behind the pointers stays as promised, for nobody can check that.

use std::ffi::{CString, c_char, c_void};
use std::mem::MaybeUninit;
use std::ptr::{NonNull, null, null_mut};
use std::sync::OnceLock;

use arbitrary::{Result, Unstructured};
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray, StructArray, make_array};
use arrow_schema::Schema;
use ekbom_c::*;

use crate::arrow::{Table, drawn};
use crate::rows::behind;

/// `struct ArrowSchema` of the specification.
#[repr(C)]
struct CSchema {
    format: *const c_char,
    name: *const c_char,
    metadata: *const c_char,
    flags: i64,
    n_children: i64,
    children: *mut *mut CSchema,
    dictionary: *mut CSchema,
    release: Option<extern "C" fn(*mut CSchema)>,
    private_data: *mut c_void,
}

/// `struct ArrowArray` of the specification.
#[repr(C)]
struct CArray {
    length: i64,
    null_count: i64,
    offset: i64,
    n_buffers: i64,
    n_children: i64,
    buffers: *mut *const c_void,
    children: *mut *mut CArray,
    dictionary: *mut CArray,
    release: Option<extern "C" fn(*mut CArray)>,
    private_data: *mut c_void,
}

extern "C" fn kept(_: *mut CSchema) {}

pub fn check(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let _ = if bytes.ratio(1u8, 3u8).unwrap_or(true) { schema(&mut bytes) } else { table(&mut bytes) };
}

fn knowledge() -> &'static ekbom_knowledge {
    static BUILT: OnceLock<Box<ekbom_knowledge>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let mut out = MaybeUninit::new(None);
        assert_eq!(ekbom_knowledge_new(Some(&mut out), None), ekbom_status::Ok);
        // SAFETY: initialised above.
        unsafe { out.assume_init() }.unwrap()
    })
}

fn text_of(text: &str) -> ekbom_str {
    // SAFETY: a pointer and a length, as `struct ekbom_str` has them.
    unsafe { std::mem::transmute::<(*const u8, usize), ekbom_str>((text.as_ptr(), text.len())) }
}

/// Never a bug of the library, and an error exactly where it failed.
fn said(status: ekbom_status, error: MaybeUninit<Option<Box<ekbom_error>>>) {
    // SAFETY: it was initialised with nothing, or written by the call.
    let error = unsafe { error.assume_init() };
    assert_eq!(status == ekbom_status::Ok, error.is_none());
    assert!(status != ekbom_status::Panic);
    ekbom_error_free(error);
}

fn bind(map: &str, columns: *const CSchema) -> Option<Box<ekbom_cohort>> {
    let (mut out, mut error) = (MaybeUninit::new(None), MaybeUninit::new(None));
    // SAFETY: NULL or a schema, which lives through the call.
    let columns = (!columns.is_null()).then(|| unsafe { &*columns.cast() });
    let status = ekbom_cohort_new(Some(knowledge()), text_of(map), columns, Some(&mut out), Some(&mut error));
    said(status, error);
    // SAFETY: initialised above.
    unsafe { out.assume_init() }
}

const MAP: &str = "ask = [\"iron.therapy\"]\n[quantities]\nferritin = { column = \"a\", unit = \"ng/mL\" }\n";

/// A schema of anything: any format, any name, any depth, counts that are not so.
fn schema(bytes: &mut Unstructured<'_>) -> Result<()> {
    let mut texts = Vec::new();
    let mut lists = Vec::new();
    let mut made = Vec::new();
    let root = node(bytes, 0, &mut texts, &mut lists, &mut made)?;
    // Texts, lists and nodes live until the call is over.
    ekbom_cohort_free(bind(MAP, root));
    drop((texts, lists, made));
    Ok(())
}

type Lists = Vec<Box<[*mut CSchema]>>;

fn node(
    bytes: &mut Unstructured<'_>,
    depth: usize,
    texts: &mut Vec<CString>,
    lists: &mut Lists,
    made: &mut Vec<Box<CSchema>>,
) -> Result<*mut CSchema> {
    const FORMATS: [&str; 16] =
        ["+s", "g", "f", "l", "S", "b", "u", "U", "vu", "+l", "+L", "n", "tdD", "d:10,2", "w:4", "+ud:0,1"];
    let mut text = |bytes: &mut Unstructured<'_>, known: &[&str]| -> Result<*const c_char> {
        let own = match bytes.int_in_range(0..=9u8)? {
            0 => return Ok(null()),
            1 | 2 => {
                let len = bytes.arbitrary_len::<u8>()?.min(40);
                bytes.bytes(len)?.iter().copied().filter(|byte| *byte != 0).collect()
            }
            _ => bytes.choose(known)?.as_bytes().to_vec(),
        };
        texts.push(CString::new(own).unwrap_or_default());
        Ok(texts.last().map_or(null(), |own| own.as_ptr()))
    };
    let format = if depth == 0 { text(bytes, &["+s"])? } else { text(bytes, &FORMATS)? };
    let name = text(bytes, &["a", "b", "item"])?;
    // Some are a chain deeper than any table.
    let deep = depth > 0 && bytes.ratio(1u8, 40u8)?;
    let count = if depth > 90 {
        0
    } else if deep || depth > 4 {
        1
    } else {
        bytes.int_in_range(0..=3usize)?
    };
    let children: Vec<*mut CSchema> =
        (0..count).map(|_| node(bytes, depth + 1, texts, lists, made)).collect::<Result<_>>()?;
    lists.push(children.into_boxed_slice());
    let list = lists.last_mut().map_or(null_mut(), |own| own.as_mut_ptr());
    let n_children = match bytes.int_in_range(0..=19u8)? {
        0 => -1,
        1 => i64::MAX,
        _ => i64::try_from(count).unwrap_or(0),
    };
    let dictionary = if depth < 6 && bytes.ratio(1u8, 8u8)? {
        node(bytes, depth + 1, texts, lists, made)?
    } else {
        null_mut()
    };
    made.push(Box::new(CSchema {
        format,
        name,
        metadata: null(),
        flags: bytes.arbitrary()?,
        n_children,
        children: list,
        dictionary,
        release: (!bytes.ratio(1u8, 30u8)?).then_some(kept),
        private_data: null_mut(),
    }));
    Ok(made.last_mut().map_or(null_mut(), |own| &raw mut **own))
}

/// A table that fits its map, sound or not.
fn table(bytes: &mut Unstructured<'_>) -> Result<()> {
    let Table { mut map, mut columns, before, .. } = drawn(bytes)?;
    map.needs = false;
    let strange = bytes.ratio(1u8, 3u8)?;
    if strange {
        let rows = columns.first().map_or(0, |(_, own)| own.len());
        columns.push(("strange".to_owned(), texts(bytes, rows)?));
        map.person.insert("trimester".into(), ::ekbom_cohort::Column::new("strange"));
    }
    let batch = match strange {
        // An array that lies would be looked at by slicing it.
        true => RecordBatch::try_from_iter(columns).unwrap(),
        false => behind(&columns, before),
    };
    let Ok(columns) = FFI_ArrowSchema::try_from(batch.schema().as_ref()) else { return Ok(()) };
    let written = toml(&map);
    let Some(cohort) = bind(&written, (&raw const columns).cast()) else { return Ok(()) };
    let rows = batch.num_rows();
    let mut array = FFI_ArrowArray::new(&StructArray::from(batch).to_data());
    let sound = !spoil(&mut array, bytes)? && !strange;
    let (mut out, mut error) = (MaybeUninit::<FFI_ArrowArray>::uninit(), MaybeUninit::new(None));
    // SAFETY: both are `struct ArrowArray`; it is written only where the call succeeds.
    let answers = unsafe { &mut *(&raw mut out).cast() };
    let status = ekbom_assess_arrow(
        Some(&cohort),
        NonNull::new((&raw mut array).cast()),
        Some(answers),
        Some(&mut error),
    );
    said(status, error);
    assert!(!sound || status == ekbom_status::Ok, "a sound table is answered");
    if status == ekbom_status::Ok {
        // SAFETY: the call succeeded and wrote it.
        let answers = unsafe { out.assume_init() };
        let schema = FFI_ArrowSchema::try_from(answers_of(&cohort).as_ref().unwrap()).unwrap();
        // SAFETY: what the library hands out is what its schema says.
        let data = unsafe { arrow_array::ffi::from_ffi(answers, &schema) }.unwrap();
        data.validate_full().unwrap();
        assert_eq!(make_array(data).len(), rows);
    }
    ekbom_cohort_free(Some(cohort));
    Ok(())
}

fn answers_of(cohort: &ekbom_cohort) -> Option<Schema> {
    let (mut out, mut error) = (MaybeUninit::<FFI_ArrowSchema>::uninit(), MaybeUninit::new(None));
    // SAFETY: both are `struct ArrowSchema`; it is written only where the call succeeds.
    let schema = unsafe { &mut *(&raw mut out).cast() };
    let status = ekbom_cohort_schema(Some(cohort), Some(schema), Some(&mut error));
    said(status, error);
    // SAFETY: the call succeeded and wrote it.
    (status == ekbom_status::Ok).then(|| Schema::try_from(&unsafe { out.assume_init() }).unwrap())
}

/// The map as TOML: JSON strings and numbers are TOML's too.
fn toml(map: &::ekbom_cohort::CohortMap) -> String {
    let mut text = String::new();
    let json = serde_json::to_value(map).unwrap();
    for key in ["ask", "complete", "possible"] {
        text.push_str(&format!("{key} = {}\n", json[key]));
    }
    for section in ["quantities", "person", "items"] {
        for (key, own) in json[section].as_object().into_iter().flatten() {
            text.push_str(&format!("[{section}.{key}]\n"));
            for (key, value) in own.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
                match value["column"].as_str() {
                    Some(column) => text.push_str(&format!("{key} = {column:?}\n")),
                    None => text.push_str(&format!("{key} = {value}\n")),
                }
            }
        }
    }
    if let Some(own) = json["medicines"].as_object() {
        text.push_str("[medicines]\n");
        own.iter().for_each(|(key, value)| text.push_str(&format!("{key} = {value}\n")));
    }
    text
}

/// Texts that are not UTF-8, with offsets in no order; the last one is within its bytes, as promised.
fn texts(bytes: &mut Unstructured<'_>, rows: usize) -> Result<ArrayRef> {
    let len = bytes.arbitrary_len::<u8>()?.min(60);
    let content = bytes.bytes(len)?.to_vec();
    let mut offsets: Vec<i32> = Vec::new();
    for _ in 0..rows {
        offsets.push(if bytes.ratio(1u8, 20u8)? {
            bytes.arbitrary()?
        } else {
            bytes.int_in_range(0..=len as i32)?
        });
    }
    if bytes.arbitrary()? {
        offsets.iter_mut().for_each(|own| *own = (*own).clamp(0, len as i32));
        offsets.sort_unstable();
    }
    offsets.push(len as i32);
    let builder = StringArray::from(vec![""; rows]).into_data().into_builder();
    let buffers = vec![arrow_buffer::Buffer::from_vec(offsets), arrow_buffer::Buffer::from_vec(content)];
    // SAFETY: none: the library is to find out that this is no array of texts.
    let data = unsafe { builder.buffers(buffers).build_unchecked() };
    Ok(make_array(data))
}

/// Makes one of the structs contradict itself; says whether it did.
fn spoil(array: &mut FFI_ArrowArray, bytes: &mut Unstructured<'_>) -> Result<bool> {
    if bytes.arbitrary()? {
        return Ok(false);
    }
    let mut own: &mut CArray = {
        // SAFETY: both are `struct ArrowArray`.
        unsafe { &mut *std::ptr::from_mut(array).cast() }
    };
    while own.n_children > 0 && bytes.ratio(3u8, 4u8)? {
        let place = bytes.int_in_range(0..=own.n_children - 1)?;
        // SAFETY: so many children are listed.
        own = unsafe { &mut **own.children.add(usize::try_from(place).unwrap_or(0)) };
    }
    match bytes.int_in_range(0..=8u8)? {
        0 => own.length = -1 - i64::from(bytes.arbitrary::<u16>()?),
        1 => own.offset = -1 - i64::from(bytes.arbitrary::<u16>()?),
        2 => own.null_count = own.length + 1 + i64::from(bytes.arbitrary::<u16>()?),
        3 => own.n_buffers = *bytes.choose(&[-1, 0, 1, i64::MAX])?.min(&own.n_buffers.max(i64::MAX - 1)),
        4 => own.n_children = *bytes.choose(&[-1, own.n_children + 1, i64::MAX])?,
        5 => own.buffers = null_mut(),
        6 => (own.length, own.offset) = (i64::MAX, i64::MAX),
        7 => own.n_children = own.n_children.max(1) - 1,
        _ => own.dictionary = null_mut(),
    }
    Ok(true)
}
