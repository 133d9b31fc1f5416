//! Files in gettext's PO format, as far as a language needs it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A text with its translation.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Message {
    pub(super) context: String,
    pub(super) english: String,
    /// Empty where nobody has translated it.
    pub(super) says: String,
}

/// Why a file is no language.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LanguageError {
    /// A code that is none of a language: it stands in pages as it is.
    #[error("`{code}` is no code of a language, as `de` or `pt-BR`")]
    Code {
        /// The code.
        code: String,
    },
    /// A line that has no meaning in this format.
    #[error("line {line}: not a line of a PO file")]
    Line {
        /// From one.
        line: usize,
    },
    /// A translation that has other holes than its English.
    #[error("line {line}: the holes of `{english}` and of its translation differ")]
    Holes {
        /// Where its English stands, from one.
        line: usize,
        /// The English.
        english: String,
    },
}

/// The texts of a file, without its header.
pub(super) fn read(text: &str) -> Result<Vec<Message>, LanguageError> {
    #[derive(Clone, Copy)]
    enum Part {
        Context,
        English,
        Says,
    }
    let mut all: Vec<Message> = Vec::new();
    let mut own = Message::default();
    let (mut part, mut begun, mut at) = (Part::Says, false, 0);
    let finish = |own: &mut Message, line: usize, all: &mut Vec<Message>| {
        let message = core::mem::take(own);
        if message.english.is_empty() {
            return Ok(());
        }
        if !message.says.is_empty() && holes(&message.english) != holes(&message.says) {
            return Err(LanguageError::Holes { line, english: message.english });
        }
        all.push(message);
        Ok(())
    };
    for (line, content) in text.lines().enumerate() {
        let (line, content) = (line + 1, content.trim());
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let keys = [("msgctxt ", Part::Context), ("msgid ", Part::English), ("msgstr ", Part::Says)];
        let found = keys.into_iter().find_map(|(key, part)| Some((part, content.strip_prefix(key)?)));
        let quoted_text = match found {
            Some((next, rest)) => {
                let starts = match next {
                    Part::Context => true,
                    Part::English => !matches!(part, Part::Context),
                    Part::Says => false,
                };
                if starts && begun {
                    finish(&mut own, at, &mut all)?;
                }
                if matches!(next, Part::English) {
                    at = line;
                }
                (part, begun) = (next, true);
                rest
            }
            None => content,
        };
        let piece = quoted(quoted_text).ok_or(LanguageError::Line { line })?;
        match part {
            Part::Context => own.context.push_str(&piece),
            Part::English => own.english.push_str(&piece),
            Part::Says => own.says.push_str(&piece),
        }
    }
    finish(&mut own, at, &mut all)?;
    Ok(all)
}

/// What stands between quotation marks.
fn quoted(text: &str) -> Option<String> {
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut made = String::new();
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => made.push(match letters.next()? {
                'n' => '\n',
                't' => '\t',
                other => other,
            }),
            '"' => return None,
            other => made.push(other),
        }
    }
    Some(made)
}

/// The names of the holes, sorted, each once.
fn holes(text: &str) -> Vec<String> {
    let mut made: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((_, hole, after)) = super::template::next_hole(rest) {
        if !made.iter().any(|own| own == hole) {
            made.push(hole.to_string());
        }
        rest = after;
    }
    made.sort();
    made
}

#[cfg(test)]
mod tests {
    use super::{LanguageError, read};

    #[test]
    fn a_file_is_read_with_its_contexts() {
        let text = "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n# a comment\nmsgctxt \"fact/crp\"\nmsgid \"a \\\"b\\\" \"\n\"c\"\nmsgstr \"d\"\nmsgid \"e\"\nmsgstr \"\"\n";
        let all = read(text).unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(
            (all[0].context.as_str(), all[0].english.as_str(), all[0].says.as_str()),
            ("fact/crp", "a \"b\" c", "d")
        );
        assert_eq!((all[1].context.as_str(), all[1].says.as_str()), ("", ""));
    }

    #[test]
    fn a_broken_file_names_its_line() {
        assert_eq!(read("msgid \"a\"\nmsgstr b\n"), Err(LanguageError::Line { line: 2 }));
        let error = read("msgid \"{a} of {b}\"\nmsgstr \"{a}\"\n").unwrap_err();
        assert_eq!(error, LanguageError::Holes { line: 1, english: "{a} of {b}".into() });
    }
}
