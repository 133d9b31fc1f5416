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
