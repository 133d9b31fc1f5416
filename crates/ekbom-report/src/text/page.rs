//! Lines of styled words, wrapped.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::Language;

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Style {
    /// Running text.
    Plain,
    /// The heading of a section.
    Heading,
    /// What must not be missed.
    Urgent,
    /// What to mind.
    Caution,
    /// An answer.
    Answer,
    /// Less important than what stands around it.
    Dim,
}

/// A piece of text of one style.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// What it is.
    pub style: Style,
    /// The text.
    pub text: String,
}

/// One line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    /// Its pieces, side by side.
    pub spans: Vec<Span>,
}

impl Line {
    /// Without styles.
    pub fn plain(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// How many columns it takes.
    pub fn columns(&self) -> usize {
        self.spans.iter().map(|span| span.text.chars().count()).sum()
    }

    fn push(&mut self, style: Style, text: &str) {
        match self.spans.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.spans.push(Span { style, text: text.to_string() }),
        }
    }
}

/// So many columns more than in English a label may take in its line.
const MORE: usize = 6;

/// Lines under construction.
#[derive(Clone, Debug)]
pub struct Page {
    width: usize,
    language: Language,
    lines: Vec<Line>,
}

impl Page {
    /// An empty page so many columns wide.
    pub const fn new(width: usize) -> Self {
        Self { width, language: Language::english(), lines: Vec::new() }
    }

    /// The same, which says everything in this language.
    pub fn in_language(width: usize, language: &Language) -> Self {
        Self { width, language: language.clone(), lines: Vec::new() }
    }

    /// Its lines.
    pub fn into_lines(self) -> Vec<Line> {
        self.lines
    }

    /// An empty line, unless there is one already.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// A heading, with an empty line before it.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.paragraph(0, "", 0, &[(Style::Heading, text)]);
    }

    /// A paragraph: `indent` columns, then a label padded to `label_width`, then text that hangs beside the label.
    /// White space within the text is where lines break.
    pub fn paragraph(&mut self, indent: usize, label: &str, label_width: usize, spans: &[(Style, &str)]) {
        self.labelled(indent, Style::Plain, label, label_width, spans);
    }

    /// The same with a style for the label.
    pub fn labelled(
        &mut self,
        indent: usize,
        label_style: Style,
        label: &str,
        label_width: usize,
        spans: &[(Style, &str)],
    ) {
        let language = self.language.clone();
        let label = language.say(label);
        // A word that is longer than the English one gets the room it needs, as far as that is little.
        let room = label.chars().count() + 1;
        let wider =
            !language.is_english() && label_width > 0 && room > label_width && room <= label_width + MORE;
        let mut hang = indent + if wider { room } else { label_width };
        if hang + 20 > self.width {
            hang = indent + 2;
        }
        let mut line = Line::default();
        line.push(Style::Plain, &" ".repeat(indent));
        line.push(label_style, &label);
        if line.columns() > hang || (line.columns() == hang && !label.is_empty()) {
            // A label too long for its column stands alone.
            self.lines.push(core::mem::take(&mut line));
        }
        let missing = hang.saturating_sub(line.columns());
        line.push(Style::Plain, &" ".repeat(missing));
        let (mut start, mut spaced) = (true, false);
        for (style, text) in spans {
            let text = language.say(text);
            let mut glued = !spaced && !text.starts_with(char::is_whitespace);
            for word in text.split_whitespace() {
                let space = usize::from(!start && !glued);
                if !start && line.columns() + space + word.chars().count() > self.width {
                    self.finish(core::mem::take(&mut line));
                    line.push(Style::Plain, &" ".repeat(hang));
                } else if space == 1 {
                    line.push(*style, " ");
                }
                line.push(*style, word);
                (start, glued) = (false, false);
            }
            spaced = text.ends_with(char::is_whitespace);
        }
        self.finish(line);
    }

    fn finish(&mut self, mut line: Line) {
        // Nothing is ever printed at the end of a line that cannot be seen.
        while let Some(last) = line.spans.last_mut() {
            let kept = last.text.trim_end().len();
            last.text.truncate(kept);
            if !last.text.is_empty() {
                break;
            }
            line.spans.pop();
        }
        self.lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Page, Style};
    use alloc::vec::Vec;
    use std::string::String;

    fn plain(page: Page) -> Vec<String> {
        page.into_lines().iter().map(Line::plain).collect()
    }

    #[test]
    fn text_hangs_beside_its_label() {
        let mut page = Page::new(40);
        let text = "one two three four five six seven eight nine ten";
        page.paragraph(2, "label", 8, &[(Style::Answer, text), (Style::Dim, " (end)"), (Style::Dim, ".")]);
        let lines = plain(page);
        assert_eq!(lines[0], "  label   one two three four five six");
        assert_eq!(lines[1], "          seven eight nine ten (end).");
    }

    #[test]
    fn words_are_never_lost() {
        let mut page = Page::new(40);
        let long = "x".repeat(60);
        page.paragraph(0, &long, 4, &[(Style::Plain, &long), (Style::Plain, " y")]);
        assert_eq!(plain(page).join(" ").matches('x').count(), 120);
    }
}
