//! What a file of patients holds: one, an array, or one a line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read as _};

use serde_json::value::RawValue;

use crate::failure::Failure;

/// No line of NDJSON is longer: what follows it is never kept. The longest list of results is far shorter.
const LONGEST: u64 = 1 << 26;

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
        // What comes before the line that does not end has been assessed.
        next_line(&mut (&mut self.rest).take(LONGEST))
            .and_then(|line| match line {
                Some(line) if line.len() as u64 == LONGEST => {
                    let text = format!("a line is longer than {} MiB: one patient a line?", LONGEST >> 20);
                    Err(io::Error::new(ErrorKind::InvalidData, text))
                }
                line => Ok(line),
            })
            .map_err(|error| Failure::unreadable(&self.file, &error))
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

fn detect(mut reader: Box<dyn BufRead>, file: &str) -> io::Result<Input> {
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
            reader.read_to_end(&mut first)?;
            return Ok(Input::One(first));
        }
        _ => {}
    }
    match next_line(&mut reader)? {
        None => Ok(Input::One(first)),
        // A value that began on one line and goes on in the next without being a patient of its own.
        Some(second) if !is_complete(&first) && !second.starts_with(b"{") => {
            first.extend_from_slice(&second);
            reader.read_to_end(&mut first)?;
            Ok(Input::One(first))
        }
        Some(second) => Ok(Input::Lines(Lines {
            ahead: vec![first, second].into_iter(),
            rest: reader,
            file: file.to_owned(),
        })),
    }
}

fn next_line(reader: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    loop {
        let mut line = Vec::new();
        if reader.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if !line.trim_ascii().is_empty() {
            return Ok(Some(line));
        }
    }
}

/// Does it end where JSON cannot end, so that the same value goes on in the next line?
fn goes_on(line: &[u8]) -> bool {
    matches!(line.trim_ascii_end().last(), Some(b'{' | b'[' | b',' | b':')) && !is_complete(line)
}

fn is_complete(line: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}
