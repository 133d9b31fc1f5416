//! Numbers and reasons as a reader takes them in: three figures, and no reason that is merely the absence of another.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ekbom::fact::Fact;
use ekbom::measure::rounded;

/// A number is read with so many figures; what stands before the point is never cut.
const FIGURES: usize = 3;

/// A text with its measured numbers rounded for reading. A number that would then look like another of the same text, a limit
/// above all, stays as it is.
///
/// ```
/// use ekbom_report::readable;
/// assert_eq!(readable("eGFR 24.348 mL/min/1.73 m2 < 30 mL/min/1.73 m2"), "eGFR 24.3 mL/min/1.73 m2 < 30 mL/min/1.73 m2");
/// assert_eq!(readable("ferritin 75.04 ng/mL > 75 ng/mL"), "ferritin 75.04 ng/mL > 75 ng/mL");
/// assert_eq!(readable("1.73 of 1234.56"), "1.73 of 1235");
/// ```
pub fn readable(text: &str) -> String {
    // As laboratories print it.
    let text = text.replace("m[IU]/L", "mIU/L");
    let said: Vec<String> = text.split(' ').map(shorter).collect();
    let is_there_already = |own: &str| text.split(' ').any(|word| word == own);
    let words = text.split(' ').zip(&said);
    let chosen =
        words.map(|(word, own)| if word != own && is_there_already(own) { word } else { own.as_str() });
    chosen.collect::<Vec<_>>().join(" ")
}

/// One word: where it is a number with more figures than are read, with fewer.
fn shorter(word: &str) -> String {
    let Some((whole, decimals)) = word.split_once('.') else { return word.to_string() };
    let digits = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit());
    if !digits(whole) || !digits(decimals) {
        return word.to_string();
    }
    let figures = format!("{whole}{decimals}").trim_start_matches('0').len();
    let Ok(value) = word.parse::<f64>() else { return word.to_string() };
    if figures <= FIGURES {
        return word.to_string();
    }
    let kept = if whole.len() > FIGURES { libm::round(value) } else { rounded(value, 3) };
    format!("{kept}")
}

/// What is absent is no reason for anything; that something was not measured or not reported is one.
pub(crate) fn is_reason(says: &str) -> bool {
    let is_negated = says.starts_with("not ") || says.starts_with("no ");
    let is_statement = says == "not measured" || says.ends_with(" reported");
    // `no improvement after oral iron` is a finding in its own right.
    let is_finding = Fact::ALL.iter().any(|fact| fact.info().label == says);
    !is_negated || is_statement || is_finding
}

/// What forbids iron, without what does not: `haemochromatosis; not polycythaemia vera` names one illness.
pub(crate) fn without_absent(text: &str) -> String {
    let Some((start, reasons)) = text.split_once(NO_IRON) else { return text.to_string() };
    let end = if reasons.ends_with('.') { "." } else { "" };
    let own = reasons.trim_end_matches('.').split("; ").filter(|own| is_reason(own));
    let own: Vec<&str> = own.collect();
    if own.is_empty() || !start.is_empty() {
        return text.to_string();
    }
    format!("{NO_IRON}{}{end}", own.join("; "))
}

/// How the act begins that names what forbids iron.
const NO_IRON: &str = "No iron for restless legs: ";

#[cfg(test)]
mod tests {
    use super::{is_reason, without_absent};

    #[test]
    fn what_does_not_forbid_iron_is_not_named_beside_what_does() {
        let says = |text| without_absent(text);
        assert_eq!(
            says("No iron for restless legs: haemochromatosis; not polycythaemia vera."),
            "No iron for restless legs: haemochromatosis."
        );
        assert_eq!(
            says("No iron for restless legs: not dialysis."),
            "No iron for restless legs: not dialysis."
        );
        assert_eq!(says("Review it; not today."), "Review it; not today.");
    }

    #[test]
    fn what_is_absent_is_no_reason() {
        assert!(!is_reason("not dialysis") && !is_reason("not polycythaemia vera"));
        assert!(is_reason("no improvement after an adequate trial of oral iron"));
        assert!(is_reason("oral iron not tolerated") && is_reason("not total vitamin B12 reported"));
    }
}
