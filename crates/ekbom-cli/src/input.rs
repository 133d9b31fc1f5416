//! What a file of patients holds: one, an array, or one a line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use ekbom::patient::limits::MOST_BYTES;
use serde_json::value::RawValue;

use crate::failure::Failure;

/// Patients as they were written, not yet read.
pub(crate) enum Input {
    /// One patient.
    One(Vec<u8>),
    /// An array, whole.
    Array(Vec<Box<RawValue>>),
    /// One patient a line.
    Lines(Lines),
}

/// Lines of NDJSON, read one at a time.
pub(crate) struct Lines {
    /// Lines already taken to find out what the file holds.
    ahead: std::vec::IntoIter<Vec<u8>>,
    rest: Box<dyn BufRead>,
    file: String,
}

impl Lines {
    /// The next line that is not blank.
    pub(crate) fn next(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        if let Some(line) = self.ahead.next() {
            return Ok(Some(line));
        }
        let line = next_line(&mut self.rest).and_then(|line| {
            end_line(&mut self.rest, line.as_deref().unwrap_or_default())?;
            Ok(line)
        });
        line.map_err(|error| Failure::unreadable(&self.file, &error))
    }
}

/// Opens a file, or standard input where it is `-`.
pub(crate) fn open(file: &str) -> Result<Input, Failure> {
    let reader: Box<dyn BufRead> = if file == "-" {
        Box::new(io::stdin().lock())
    } else {
        let opened = File::open(file).map_err(|error| Failure::unreadable(file, &error))?;
        Box::new(BufReader::with_capacity(1 << 16, opened))
    };
    detect(reader, file).map_err(|error| Failure::unreadable(file, &error))
}

/// Finds out what a reader gives.
pub(crate) fn detect(mut reader: Box<dyn BufRead>, file: &str) -> io::Result<Input> {
    let Some(mut first) = next_line(&mut reader)? else { return Ok(Input::One(Vec::new())) };
    if first.starts_with(b"\xef\xbb\xbf") {
        first.drain(..3);
    }
    match first.trim_ascii_start().first() {
        Some(b'[') => {
            reader.read_to_end(&mut first)?;
            // What is no array of JSON values is refused whole.
            return Ok(serde_json::from_slice(&first).map_or_else(|_| Input::One(first), Input::Array));
        }
        Some(b'{') if goes_on(&first) => {
            read_on(&mut reader, &mut first)?;
            return Ok(Input::One(first));
        }
        _ => {}
    }
    end_line(&mut reader, &first)?;
    match next_line(&mut reader)? {
        None => Ok(Input::One(first)),
        // A value that began on one line and goes on in the next without being a patient of its own.
        Some(second) if !is_complete(&first) && !second.starts_with(b"{") => {
            first.extend_from_slice(&second);
            read_on(&mut reader, &mut first)?;
            Ok(Input::One(first))
        }
        Some(second) => {
            end_line(&mut reader, &second)?;
            Ok(Input::Lines(Lines {
                ahead: vec![first, second].into_iter(),
                rest: reader,
                file: file.to_owned(),
            }))
        }
    }
}

/// One byte more than a patient may have: what is cut off there is refused for its length, and was never held whole.
const MOST_HELD: u64 = MOST_BYTES as u64 + 1;

/// The next line that is not blank, or its beginning where it is longer than a patient may be.
fn next_line(reader: &mut Box<dyn BufRead>) -> io::Result<Option<Vec<u8>>> {
    loop {
        let mut line = Vec::new();
        if reader.by_ref().take(MOST_HELD).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if !line.trim_ascii().is_empty() {
            return Ok(Some(line));
        }
    }
}

/// Passes over the rest of a line of which only the beginning was read.
fn end_line(reader: &mut Box<dyn BufRead>, line: &[u8]) -> io::Result<()> {
    if line.len() > MOST_BYTES && !line.ends_with(b"\n") {
        reader.skip_until(b'\n')?;
    }
    Ok(())
}

/// The rest of the one patient in a file, as far as it can be read at all.
fn read_on(reader: &mut Box<dyn BufRead>, text: &mut Vec<u8>) -> io::Result<()> {
    let room = MOST_HELD.saturating_sub(text.len() as u64);
    reader.take(room).read_to_end(text).map(|_| ())
}

/// Does it end where JSON cannot end, so that the same value goes on in the next line?
fn goes_on(line: &[u8]) -> bool {
    matches!(line.trim_ascii_end().last(), Some(b'{' | b'[' | b',' | b':')) && !is_complete(line)
}

fn is_complete(line: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}
