//! What texts say, and what they do not.

use super::*;

const BELOW: Option<Comparator> = Some(Comparator::Below);
const ABOVE: Option<Comparator> = Some(Comparator::Above);

fn point(text: &str) -> Result<Written, Unreadable> {
    Written::read(text, DecimalMark::Point)
}

fn doubt(text: &str, mark: DecimalMark) -> Vec<f64> {
    let values = Written::read(text, mark).unwrap_err().readings;
    values
        .into_iter()
        .map(|value| if let Written::Number(value, _) = value { value } else { f64::NAN })
        .collect()
}

#[test]
fn what_says_one_number_is_taken() {
    for (text, value, sign) in [
        ("38", 38.0, None),
        ("0038", 38.0, None),
        ("5.397605346934028e-79", 5.397_605_346_934_028e-79, None),
        (" 3.5 ", 3.5, None),
        ("<5", 5.0, BELOW),
        ("<5*", 5.0, BELOW),
        ("> 2000", 2000.0, ABOVE),
        (">2000*.", 2000.0, ABOVE),
        ("GT 45", 45.0, ABOVE),
        ("gt45", 45.0, ABOVE),
        ("Less than 0.5", 0.5, BELOW),
        ("at least 3", 3.0, Some(Comparator::AtLeast)),
        ("\u{2264} 0.3", 0.3, Some(Comparator::AtMost)),
        ("=<0.3", 0.3, Some(Comparator::AtMost)),
        ("&lt;0.01", 0.01, BELOW),
        ("＜0.01", 0.01, BELOW),
        ("３８．５", 38.5, None),
        ("0.3未満", 0.3, BELOW),
        ("5以上", 5.0, Some(Comparator::AtLeast)),
        (">^2000", 2000.0, ABOVE),
        ("12.3 H", 12.3, None),
        ("12.3 (L)", 12.3, None),
        ("H 38", 38.0, None),
        ("L <5", 5.0, BELOW),
        ("*38", 38.0, None),
        ("=38", 38.0, None),
        ("1,234.5", 1234.5, None),
        ("1,234,567", 1_234_567.0, None),
        ("-9", -9.0, None),
    ] {
        assert_eq!(point(text), Ok(Written::Number(value, sign)), "{text}");
    }
    for (text, value) in
        [("12,5", 12.5), ("1.234,5", 1234.5), ("1,234", 1.234), ("1.234.567", 1_234_567.0), ("38", 38.0)]
    {
        assert_eq!(Written::read(text, DecimalMark::Comma), Ok(Written::Number(value, None)), "{text}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_not() {
    assert_eq!(doubt("1,234", DecimalMark::Point), [1234.0, 1.234]);
    assert_eq!(doubt("1.234", DecimalMark::Comma), [1234.0, 1.234]);
    assert_eq!(doubt("12,5", DecimalMark::Point), [12.5]);
    assert_eq!(doubt("0,123", DecimalMark::Point), [0.123]);
    assert_eq!(doubt("1.234,5", DecimalMark::Point), [1234.5]);
    assert_eq!(doubt("1 234", DecimalMark::Point), [1234.0]);
    assert_eq!(doubt("1'234.5", DecimalMark::Point), [1234.5]);
    assert_eq!(doubt("12.5", DecimalMark::Comma), [12.5]);
    let behind = point("5<").unwrap_err();
    assert_eq!(behind.readings, [Written::Number(5.0, ABOVE), Written::Number(5.0, BELOW)]);
    assert_eq!(point("<0,5").unwrap_err().readings, [Written::Number(0.5, BELOW)]);
    assert_eq!(point("12 %").unwrap_err().unit, Some(Unit::Percent));
    assert_eq!(point("<38 ng/mL").unwrap_err().readings, [Written::Number(38.0, BELOW)]);
    assert_eq!(point("H").unwrap_err().flag, Some(Flag::High));
    assert!(point("1:80").unwrap_err().message.contains("titre"));
    for text in ["~38", "ca. 38", "approx. 38", "38 (15-150)"] {
        assert_eq!(doubt(text, DecimalMark::Point), [38.0], "{text}");
    }
    for text in ["", " - ", "N/A", "pending", "QNS", "not done"] {
        assert!(point(text).unwrap_err().nothing, "{text}");
    }
    assert!(["H", "38 x", "(38)"].into_iter().all(|text| !point(text).unwrap_err().nothing));
}

#[test]
fn ranges_have_two_ends_in_order() {
    for text in ["100-200", "100 - 200", "100 to 200", "100\u{2013}200", "100..200", "^100^-^200"] {
        assert_eq!(point(text), Ok(Written::Range(100.0, 200.0)), "{text}");
    }
    for text in ["200-100", "5-5", "-5", "1-2-3", "100-"] {
        assert!(!matches!(point(text), Ok(Written::Range(..))), "{text}");
    }
}

#[test]
fn what_says_nothing_says_nothing() {
    for text in [
        "", "nan", "inf", "<", "--", "0x10", "5<6", "<>5", "12 mg", "1,2,3", "1,23,456", ",5,", "gtx 5",
        "1 23", "abc",
    ] {
        let error = point(text).unwrap_err();
        assert!(error.readings.is_empty(), "{text}: {error:?}");
    }
    assert!(point(&"9".repeat(10_000)).is_err(), "never the first digits of a number");
}
