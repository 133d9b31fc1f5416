//! Watches the quotes and the lines of a CSV file while it is read.
//!
//! A quote that is never closed takes the rest of the file for one cell: rows vanish without a word, and the cell fills
//! the memory. The CSV reader itself cannot tell.
//!
//! Nor can it tell a character that is torn apart between two cells: it looks at the cells run together, where that one is
//! whole, and would hand on texts that are none.

use std::io::{self, ErrorKind, Read};

/// A cell in quotes is not longer than this, and neither is anything without an end of line: far beyond any table.
pub(crate) const LONGEST: u64 = 100_000;

/// Where in the text the last byte stood.
#[derive(Clone, Copy, Debug)]
enum State {
    Outside,
    /// Since a quote at this byte.
    Inside(u64),
    /// After a quote that ends a cell, unless another follows.
    Closing(u64),
}

/// Hands on what it reads, and fails where a quote stays open.
#[derive(Debug)]
pub(crate) struct Quotes<R> {
    inner: R,
    /// What stands between two cells.
    delimiter: u8,
    state: State,
    /// Bytes seen so far.
    at: u64,
    /// Where the last line outside of quotes began.
    line: u64,
    last: u8,
    /// The byte before those that come.
    before: u8,
    /// The second part of a torn character.
    torn: Option<u64>,
}

impl<R> Quotes<R> {
    pub(crate) const fn new(inner: R, delimiter: u8) -> Self {
        Self {
            inner,
            delimiter,
            state: State::Outside,
            at: 0,
            line: 0,
            last: b'\n',
            before: b'\n',
            torn: None,
        }
    }

    /// Looks for the inner part of a character right after what separates or quotes cells.
    fn look_for_torn(&mut self, bytes: &[u8]) {
        if !bytes.is_ascii() && self.torn.is_none() {
            let between = self.delimiter;
            let before = std::iter::once(&self.before).chain(bytes);
            let torn = before.zip(bytes).position(|(before, byte)| {
                let begins = *before == between || matches!(before, b'"' | b'\n' | b'\r');
                byte & 0b1100_0000 == 0b1000_0000 && begins
            });
            self.torn = torn.map(|place| self.at + place as u64);
        }
        self.before = bytes.last().copied().unwrap_or(self.before);
    }

    fn look(&mut self, mut bytes: &[u8]) {
        while let Some(&first) = bytes.first() {
            let (state, taken) = match self.state {
                State::Outside => self.outside(bytes),
                State::Inside(from) => match memchr::memchr(b'"', bytes) {
                    Some(quote) => (State::Closing(from), quote + 1),
                    None => (State::Inside(from), bytes.len()),
                },
                State::Closing(from) if first == b'"' => (State::Inside(from), 1),
                State::Closing(_) => {
                    self.last = b'"';
                    (State::Outside, 0)
                }
            };
            self.state = state;
            let (seen, rest) = bytes.split_at(taken);
            self.last = seen.last().copied().unwrap_or(self.last);
            self.at += taken as u64;
            bytes = rest;
        }
    }

    /// Up to and with the quote that begins a cell; a quote within a cell without quotes is a letter like any other.
    fn outside(&mut self, bytes: &[u8]) -> (State, usize) {
        let mut last = self.last;
        let mut from = 0;
        for quote in memchr::memchr_iter(b'"', bytes) {
            let (before, _) = bytes.split_at(quote);
            if let Some(&byte) = before.get(from..).and_then(<[u8]>::last) {
                last = byte;
            }
            if last == self.delimiter || matches!(last, b'\n' | b'\r') {
                self.lines(before);
                return (State::Inside(self.at + quote as u64), quote + 1);
            }
            last = b'"';
            from = quote + 1;
        }
        self.lines(bytes);
        (State::Outside, bytes.len())
    }

    fn lines(&mut self, bytes: &[u8]) {
        if let Some(end) = memchr::memrchr2(b'\n', b'\r', bytes) {
            self.line = self.at + end as u64 + 1;
        }
    }
}

fn wrong(text: String) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, text)
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(to)?;
        if let Some(bytes) = to.get(..read) {
            self.look_for_torn(bytes);
            self.look(bytes);
        }
        if let Some(at) = self.torn {
            return Err(wrong(format!("invalid UTF-8 at byte {at}: a character is torn apart")));
        }
        match self.state {
            State::Inside(from) if read == 0 && !to.is_empty() => {
                Err(wrong(format!("the quote at byte {from} is never closed")))
            }
            State::Inside(from) if self.at - from > LONGEST => {
                Err(wrong(format!("the quote at byte {from} is not closed within {LONGEST} bytes")))
            }
            State::Outside if self.at - self.line > LONGEST => {
                Err(wrong(format!("the line at byte {} does not end within {LONGEST} bytes", self.line)))
            }
            _ => Ok(read),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In pieces of so many bytes.
    fn read(text: &[u8], piece: usize) -> io::Result<Vec<u8>> {
        struct Pieces<'t>(&'t [u8], usize);
        impl Read for Pieces<'_> {
            fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
                let len = self.1.min(to.len());
                (&mut self.0).take(len as u64).read(to)
            }
        }
        let mut all = Vec::new();
        Quotes::new(Pieces(text, piece), b',').read_to_end(&mut all)?;
        Ok(all)
    }

    #[test]
    fn only_a_quote_that_begins_a_cell_must_be_closed() {
        for (text, opened) in [
            ("a,b\n1,2\n", None),
            ("a,\"b\"\n\"1\",\"2\"", None),
            ("a,\"b \"\"c\"\", d\ne\"\n", None),
            ("a,5\"\n6\",7\n", None),
            ("a,\"\"\n", None),
            ("a,\"b\"c\"\n", None),
            ("\"a", Some(0)),
            ("a,\"", Some(2)),
            ("a,b\r\"c,\"\"\n1,2\n", Some(4)),
            ("a,\"b\",\"c\n1,2\n", Some(6)),
        ] {
            for piece in 1..=text.len() {
                match (read(text.as_bytes(), piece), opened) {
                    (Ok(all), None) => assert_eq!(all, text.as_bytes()),
                    (Err(error), Some(at)) => {
                        assert_eq!(error.to_string(), format!("the quote at byte {at} is never closed"));
                    }
                    (made, _) => panic!("{text:?} in pieces of {piece}: {made:?}"),
                }
            }
        }
    }

    #[test]
    fn a_character_is_not_torn_apart_between_cells() {
        for (text, torn) in [
            (&b"a,b\nr\xcf,\x84m\n"[..], Some(7)),
            (b"a,b\n\"r\xcf\",\"\x84m\"\n", Some(10)),
            (b"a\xcf\n\x84m\n", Some(3)),
            ("a,b\nτ,\"τ\"\nµ,µ\n".as_bytes(), None),
        ] {
            for piece in 1..=text.len() {
                match (read(text, piece), torn) {
                    (Ok(all), None) => assert_eq!(all, text),
                    (Err(error), Some(at)) => {
                        let said = format!("invalid UTF-8 at byte {at}: a character is torn apart");
                        assert_eq!(error.to_string(), said);
                    }
                    (made, _) => panic!("{text:?} in pieces of {piece}: {made:?}"),
                }
            }
        }
    }

    const PAGE: &str = include_str!("../../../../docs/src/hostile-input.md");

    #[test]
    fn the_page_says_the_limits() {
        use crate::cohort::source::CSV_ROWS;
        assert_eq!((LONGEST, CSV_ROWS), (100_000, 8_192));
        assert!(PAGE.contains("| Bytes of a line or a quoted cell of a CSV file | 100,000 |"));
        assert!(PAGE.contains("| Rows of CSV held at a time | 8,192 |"));
        // A cell can be longer by what is read at once.
        assert!(i32::try_from((LONGEST as usize + (1 << 16)) * CSV_ROWS).is_ok());
    }

    #[test]
    fn nothing_is_longer_than_any_table() {
        let long = usize::try_from(LONGEST).unwrap() + 70_000;
        let mut text = b"a,b\n1,\"".to_vec();
        text.resize(long, b'x');
        let said = |text: &[u8]| read(text, 65_536).unwrap_err().to_string();
        assert_eq!(said(&text), "the quote at byte 6 is not closed within 100000 bytes");
        let mut text = b"a,b\n1,".to_vec();
        text.resize(long, b'x');
        assert_eq!(said(&text), "the line at byte 4 does not end within 100000 bytes");
        let lines: Vec<u8> = b"1,\"2\"\n".iter().copied().cycle().take(long).collect();
        read(&lines[..long - long % 6], 65_536).unwrap();
    }
}
