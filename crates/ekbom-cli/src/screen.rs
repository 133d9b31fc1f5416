//! Standard output: its width, and styles as colours.

use std::io::{self, BufWriter, IsTerminal, Write};

use ekbom_report::text::{Layout, Line, Style};

use crate::args::Color;

/// Standard output.
pub(crate) struct Screen {
    out: BufWriter<Box<dyn Write>>,
    colour: bool,
    width: usize,
}

impl Screen {
    /// Standard output as it is now.
    pub(crate) fn new(color: Color) -> Self {
        let out = io::stdout().lock();
        let terminal = out.is_terminal();
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colour = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !no_color && !dumb,
        };
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = columns.or_else(|| if terminal { measured() } else { None }).unwrap_or(Layout::WIDEST);
        Self { out: BufWriter::new(Box::new(out)), colour, width }
    }

    /// Something else in place of standard output: no colour, and as wide as a page may be.
    pub(crate) fn onto(out: Box<dyn Write>) -> Self {
        Self { out: BufWriter::new(out), colour: false, width: Layout::WIDEST }
    }

    /// Columns to wrap at.
    pub(crate) fn width(&self) -> usize {
        self.width.clamp(Layout::NARROWEST, Layout::WIDEST)
    }

    /// Prints lines.
    pub(crate) fn lines(&mut self, lines: &[Line]) -> io::Result<()> {
        for line in lines {
            for span in &line.spans {
                match code(span.style).filter(|_| self.colour) {
                    Some(code) => write!(self.out, "\x1b[{code}m{}\x1b[0m", span.text)?,
                    None => self.out.write_all(span.text.as_bytes())?,
                }
            }
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Prints text as it is, and ends the line.
    pub(crate) fn text(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())?;
        if text.ends_with('\n') { Ok(()) } else { self.out.write_all(b"\n") }
    }

    /// Prints text as it is.
    pub(crate) fn raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Lets a reader see what has been printed.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The code of a style for a terminal.
const fn code(style: Style) -> Option<&'static str> {
    match style {
        Style::Plain => None,
        Style::Heading => Some("1"),
        Style::Urgent => Some("1;31"),
        Style::Caution => Some("33"),
        Style::Answer => Some("36"),
        Style::Dim => Some("2"),
    }
}
