//! A report laid out as text. What a piece of it is stays a [`Style`]; whoever prints it maps styles to colours.

mod body;
mod first;
mod page;
mod trace;
mod treatments;

pub use page::{Line, Page, Span, Style};
pub use trace::trace_lines;

use alloc::string::String;
use alloc::vec::Vec;

use super::{Language, Report};

/// How to lay it out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Columns, at least [`Layout::NARROWEST`].
    pub width: usize,
    /// Everything, rather than one or two screens.
    pub all: bool,
}

impl Layout {
    /// Narrower than this nothing can be read.
    pub const NARROWEST: usize = 40;
    /// Wider than this no line is easy to read.
    pub const WIDEST: usize = 100;
}

impl Default for Layout {
    fn default() -> Self {
        Self { width: Self::WIDEST, all: false }
    }
}

impl Report {
    /// The report as lines of styled text.
    ///
    /// ```
    /// use ekbom_report::{Report, text::Layout};
    /// use ekbom::{Knowledge, Patient, assess};
    /// let knowledge = Knowledge::builtin();
    /// let patient = Patient::from_json(r#"{"age_years": 58, "labs": []}"#)?;
    /// let report = Report::of(&assess(&knowledge, &patient), &knowledge)?;
    /// let lines = report.lines(Layout { width: 80, all: false });
    /// assert!(lines.iter().all(|line| line.columns() <= 80));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lines(&self, layout: Layout) -> Vec<Line> {
        self.lines_in(layout, &Language::english())
    }

    /// The same in another language.
    ///
    /// ```
    /// # #[cfg(feature = "german")] {
    /// use ekbom_report::{Language, Report, text::Layout};
    /// use ekbom::{Knowledge, Patient, assess};
    /// let knowledge = Knowledge::builtin();
    /// let patient = Patient::from_json(r#"{"age_years": 58, "sex": "female", "labs": []}"#)?;
    /// let report = Report::of(&assess(&knowledge, &patient), &knowledge)?;
    /// assert!(report.to_text_in(Layout::default(), &Language::german()).starts_with("Weiblich, 58 Jahre"));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lines_in(&self, layout: Layout, language: &Language) -> Vec<Line> {
        let width = layout.width.clamp(Layout::NARROWEST, Layout::WIDEST);
        let mut page = Page::in_language(width, language);
        body::write(self, layout.all, &mut page);
        page.into_lines()
    }

    /// The report as plain text.
    pub fn to_text(&self, layout: Layout) -> String {
        self.to_text_in(layout, &Language::english())
    }

    /// The same in another language.
    pub fn to_text_in(&self, layout: Layout, language: &Language) -> String {
        let mut text = String::new();
        for line in self.lines_in(layout, language) {
            text.push_str(&line.plain());
            text.push('\n');
        }
        text
    }
}
