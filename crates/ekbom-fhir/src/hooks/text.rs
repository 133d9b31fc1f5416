//! Words on a card: a line of plain text, and Markdown into which nothing that was sent can write.

/// The longest summary; the standard wants fewer than 140 characters.
const MOST_SUMMARY: usize = 139;

/// One line, cut where it is too long. It is plain text, and a client that shows it as HTML shall find no tag in it.
pub(super) fn summary(text: &str) -> String {
    let plain = text.chars().filter_map(|own| match own {
        '<' => Some('\u{2039}'),
        '>' => Some('\u{203a}'),
        own if own.is_control() => None,
        own => Some(own),
    });
    let plain: Vec<char> = plain.collect();
    if plain.len() <= MOST_SUMMARY {
        return plain.into_iter().collect();
    }
    let cut: String = plain.into_iter().take(MOST_SUMMARY - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}\u{2026}", whole.trim_end_matches([',', ';', ':', ' ']))
}

/// Text in Markdown: no mark-up, no HTML, no line of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for own in text.chars() {
        match own {
            '<' => made.push_str("&lt;"),
            '>' => made.push_str("&gt;"),
            '&' => made.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => {
                made.push('\\');
                made.push(own);
            }
            own if own.is_control() => made.push(' '),
            own => made.push(own),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_one_short_line_without_tags() {
        let long = summary(&"word ".repeat(60));
        assert!(long.chars().count() < 140 && long.ends_with('\u{2026}'), "{long}");
        let hostile = summary("a\n<script>");
        assert!(!hostile.contains(['<', '>', '\n']), "{hostile}");
        assert_eq!(summary("Measure ferritin first."), "Measure ferritin first.");
    }

    #[test]
    fn nothing_that_was_sent_is_mark_up() {
        assert_eq!(escaped("<img src=x>"), "&lt;img src=x&gt;");
        assert_eq!(escaped("[a](http://b) *c*\n# d"), "\\[a\\](http://b) \\*c\\* \\# d");
        assert_eq!(escaped("52 % >= 45 %"), "52 % &gt;= 45 %");
    }
}
