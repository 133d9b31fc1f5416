//! HTML as text: every element that is opened is closed, and every text is escaped.

use alloc::format;
use alloc::string::String;

use crate::Language;

/// A page under construction, or a part of one.
#[derive(Default)]
pub(super) struct Html {
    text: String,
    /// The name of a part, by which its anchors differ from those of the other parts of its page.
    part: Option<String>,
    language: Language,
}

impl Html {
    /// Of what is a part of another's page.
    pub(super) fn part(name: &str) -> Self {
        Self { part: Some(name.into()), ..Self::default() }
    }

    /// Of which everything is said in this language.
    pub(super) fn in_language(self, language: &Language) -> Self {
        Self { language: language.clone(), ..self }
    }

    /// The language of what is said.
    pub(super) fn language(&self) -> &Language {
        &self.language
    }

    /// An anchor that nothing else on the page has.
    pub(super) fn anchor(&self, name: &str) -> String {
        match &self.part {
            Some(part) => format!("{part}-{name}"),
            None => name.into(),
        }
    }

    /// What is read first; of a page this is the main content.
    pub(super) fn body(&mut self, content: impl FnOnce(&mut Self)) {
        let tag = if self.part.is_some() { "div" } else { "main" };
        self.with(tag, &[("class", "body")], content);
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Markup that is constant.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.text.push_str(markup);
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        escape(&self.language.say(text), &mut self.text);
    }

    /// Text that stands in every language as its source has it: titles, notes of rules, claims.
    pub(super) fn english(&mut self, text: &str) {
        if self.language.is_english() {
            escape(text, &mut self.text);
        } else {
            self.text.push_str("<span lang=\"en\">");
            escape(text, &mut self.text);
            self.text.push_str("</span>");
        }
    }

    /// An element with attributes and content.
    pub(super) fn with(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        content: impl FnOnce(&mut Self),
    ) {
        self.open(tag, attributes);
        content(self);
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push('>');
        if is_block(tag) {
            self.text.push('\n');
        }
    }

    /// An element with a class and content.
    pub(super) fn within(&mut self, tag: &'static str, class: &'static str, content: impl FnOnce(&mut Self)) {
        if class.is_empty() {
            self.with(tag, &[], content);
        } else {
            self.with(tag, &[("class", class)], content);
        }
    }

    /// An element with a class and text.
    pub(super) fn put(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.within(tag, class, |html| html.text(text));
    }

    /// An SVG shape without content.
    pub(super) fn shape(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.with(tag, attributes, |_| {});
    }

    fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            if *name == "aria-label" {
                escape(&self.language.say(value), &mut self.text);
            } else {
                escape(value, &mut self.text);
            }
            self.text.push('"');
        }
        self.text.push('>');
    }
}

fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "main"
            | "div"
            | "footer"
            | "p"
            | "li"
            | "ul"
            | "ol"
            | "section"
            | "details"
            | "h1"
            | "h2"
            | "h3"
            | "dl"
            | "dd"
    )
}

fn escape(text: &str, into: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            // Nothing invisible that could turn the text around it; a line break is a space.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            other if other.is_control() => into.push(' '),
            other => into.push(other),
        }
    }
}
