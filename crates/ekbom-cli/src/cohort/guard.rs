//! What stands between a file and the libraries that read it: a row of CSV that does not end, and a file of Parquet or
//! Arrow that contradicts itself, where those libraries may panic.

use std::io::{self, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_schema::ArrowError;

/// Rows of CSV read at a time.
pub(crate) const CSV_ROWS: usize = 16_384;

/// Bytes of a row of CSV: so many rows of them still fit into a column of texts. What is longer is mostly a quotation
/// mark that was left open, and would be read to the end of the file.
pub(crate) const MOST_ROW_BYTES: usize = 100_000;

/// Does something with a library that may panic at what a file says.
pub(crate) fn sound<T>(read: impl FnOnce() -> Result<T, ArrowError>) -> Result<T, ArrowError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|payload| {
        // Its own end could panic too.
        std::mem::forget(payload);
        Err(ArrowError::ParseError("the file contradicts itself".to_owned()))
    })
}

/// Batches of such a library; none after a panic.
pub(crate) struct Sound<I>(pub(crate) Option<I>);

impl<T, I: Iterator<Item = Result<T, ArrowError>>> Iterator for Sound<I> {
    type Item = Result<T, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut batches = self.0.take()?;
        let made = sound(|| batches.next().transpose());
        if made.is_ok() {
            self.0 = Some(batches);
        }
        made.transpose()
    }
}

/// Does an Arrow file have all that its footer speaks of? The library asks for as much memory as the footer says, and where
/// there is not so much, the program ends.
pub(crate) fn footer_holds(file: &mut (impl Read + Seek), bytes: u64) -> Result<(), ArrowError> {
    let wrong = |what: &str| ArrowError::ParseError(format!("the file contradicts itself: {what}"));
    let mut end = [0; 10];
    file.seek(SeekFrom::Start(bytes.checked_sub(10).ok_or_else(|| wrong("it is too short"))?))?;
    file.read_exact(&mut end)?;
    let length = arrow_ipc::reader::read_footer_length(end)?;
    let start =
        (bytes - 10).checked_sub(length as u64).ok_or_else(|| wrong("its footer is longer than it"))?;
    file.seek(SeekFrom::Start(start))?;
    let mut footer = vec![0; length];
    file.read_exact(&mut footer)?;
    file.seek(SeekFrom::Start(0))?;
    let footer = arrow_ipc::root_as_footer(&footer).map_err(|error| wrong(&error.to_string()))?;
    for block in footer.dictionaries().iter().chain(&footer.recordBatches()).flatten() {
        let parts = [block.offset(), i64::from(block.metaDataLength()), block.bodyLength()];
        let end = parts.iter().try_fold(0u64, |sum, part| sum.checked_add(u64::try_from(*part).ok()?));
        if end.is_none_or(|end| end > bytes) {
            return Err(wrong(&format!("of its {bytes} bytes, a part at {} has {}", parts[0], parts[2])));
        }
    }
    Ok(())
}

/// Where in a row the next byte stands.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Place {
    FieldStart,
    Plain,
    Quoted,
    /// After a quotation mark within quotation marks: the end of the field, or half of a doubled one.
    Mark,
}

/// CSV of which no row is too long.
pub(crate) struct Rows<R> {
    inner: R,
    place: Place,
    row: u64,
    bytes: usize,
}

impl<R> Rows<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self { inner, place: Place::FieldStart, row: 1, bytes: 0 }
    }

    fn see(&mut self, byte: u8) -> io::Result<()> {
        self.bytes += 1;
        let within = matches!(self.place, Place::Quoted);
        self.place = match (self.place, byte) {
            (Place::FieldStart, b'"') | (Place::Mark, b'"') => Place::Quoted,
            (Place::Quoted, b'"') => Place::Mark,
            (Place::Quoted, _) => Place::Quoted,
            (_, b',' | b'\n' | b'\r') => Place::FieldStart,
            _ => Place::Plain,
        };
        if byte == b'\n' && !within {
            (self.row, self.bytes) = (self.row + 1, 0);
        }
        if self.bytes > MOST_ROW_BYTES {
            let hint = if within { ": was a quotation mark left open?" } else { "" };
            let message =
                format!("row {} (the header is row 1) is longer than {MOST_ROW_BYTES} bytes{hint}", self.row);
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        Ok(())
    }
}

impl<R: Read> Read for Rows<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(to)?;
        to.iter().take(read).try_for_each(|byte| self.see(*byte))?;
        Ok(read)
    }
}

impl<R: Seek> Seek for Rows<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<usize, String> {
        let mut whole = Vec::new();
        Rows::new(text.as_bytes()).read_to_end(&mut whole).map_err(|error| error.to_string())
    }

    const PAGE: &str = include_str!("../../../../docs/src/hostile-input.md");

    #[test]
    fn the_page_says_the_limits() {
        assert_eq!((MOST_ROW_BYTES, CSV_ROWS), (100_000, 16_384));
        assert!(PAGE.contains("| Bytes of a row of a CSV file | 100,000 |"));
        assert!(PAGE.contains("| Rows of CSV held at a time | 16,384 |"));
        // All texts of a column together have to be counted by a number of 32 bits.
        assert!(i32::try_from(MOST_ROW_BYTES * CSV_ROWS).is_ok());
    }

    #[test]
    fn a_row_ends_where_csv_ends_it() {
        let cell = "x".repeat(MOST_ROW_BYTES / 2);
        let lines = format!("a,b\n{cell}\n{cell}\n{cell}\n");
        assert_eq!(read(&lines), Ok(lines.len()));
        // Quoted line ends are within a row, doubled marks within a field, and a mark inside a plain field is itself.
        let inside = format!("a\n\"{cell}\n{cell}\"\n");
        assert!(read(&inside).unwrap_err().starts_with("row 2 "), "{:?}", read(&inside));
        let doubled = format!("\"a\"\"b\"\n{cell}\n{cell}\"\n{cell}\n");
        assert_eq!(read(&doubled), Ok(doubled.len()));
    }

    #[test]
    fn a_mark_left_open_is_named() {
        let open = format!("a\n1\n\"2\n{}", "3\n".repeat(MOST_ROW_BYTES));
        let error = read(&open).unwrap_err();
        assert!(error.starts_with("row 3 ") && error.contains("quotation mark"), "{error}");
    }

    #[test]
    fn a_footer_that_promises_too_much_is_refused() {
        let holds = |bytes: &[u8]| {
            let length = bytes.len() as u64;
            footer_holds(&mut io::Cursor::new(bytes), length).map_err(|error| error.to_string())
        };
        let sound = include_bytes!("../../../../fuzz/corpus/ipc/seed-answers");
        assert_eq!(holds(sound), Ok(()));
        // What the fuzzer made of it: a part of 16 petabytes.
        let error =
            holds(include_bytes!("../../../../fuzz/regressions/ipc/a-part-longer-than-memory")).unwrap_err();
        assert!(error.contains("contradicts itself: of its"), "{error}");
        assert!(holds(b"ARROW1").unwrap_err().contains("too short"));
        assert!(holds(b"\xff\xff\xff\x7fARROW1").unwrap_err().contains("longer than it"));
    }

    #[test]
    fn a_panic_is_an_error_and_the_end() {
        let mut left = 3;
        let batches = std::iter::from_fn(|| {
            left -= 1;
            assert!(left > 0, "the library panics");
            Some(Ok(left))
        });
        let made: Vec<_> = Sound(Some(batches)).map(|made| made.ok()).collect();
        assert_eq!(made, [Some(2), Some(1), None]);
    }
}
