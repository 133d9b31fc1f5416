//! Why the command cannot go on.

use std::fmt;
use std::io::{self, Write as _};

use ekbom::measure::suggest::closest;

/// A reason to stop, with the words for standard error. Never a value of a patient.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody reads the output any more: stop in silence.
    Closed,
    /// Said in words.
    Said(String),
}

impl Failure {
    /// Said in words.
    pub(crate) fn said(text: impl Into<String>) -> Self {
        Self::Said(text.into())
    }

    /// A name that is none of a list.
    pub(crate) fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Self {
        let hint = closest(name, known.clone()).map_or_else(
            || format!("known: {}", known.collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        Self::Said(format!("there is no {what} `{name}`; {hint}"))
    }

    /// A file that cannot be read.
    pub(crate) fn unreadable(file: &str, error: &io::Error) -> Self {
        Self::Said(format!("cannot read {file}: {error}"))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            // Files that are read say their name themselves.
            _ => Self::Said(format!("cannot write standard output: {error}")),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => Ok(()),
            Self::Said(text) => f.write_str(text),
        }
    }
}

/// Says something on standard error. Where that cannot be written either, nobody is left to tell.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(io::stderr(), "ekbom: {text}");
}
