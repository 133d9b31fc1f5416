//! The report as an HTML page: well formed, readable without colour, by ear and on paper, and true to the rules.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output};

use ekbom_report::html::STYLE;

const PATIENTS: [&str; 3] =
    ["iron-bowel-disease.json", "b12-normal-blood-count.json", "saturation-88-percent.json"];

fn ekbom(args: &[&str]) -> Output {
    let patients = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/patients");
    Command::new(env!("CARGO_BIN_EXE_ekbom")).args(args).current_dir(patients).output().unwrap()
}

fn page(patient: &str) -> String {
    let output = ekbom(&["assess", "--format", "html", patient]);
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).unwrap()
}

/// A page taken apart: tags with their attributes, in order, and the text between.
enum Piece<'a> {
    Open(&'a str, Vec<(&'a str, &'a str)>),
    Close(&'a str),
    Text(&'a str),
}

fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut made = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").unwrap();
    while let Some((text, after)) = rest.split_once('<') {
        made.push(Piece::Text(text));
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            made.push(Piece::Close(name));
            continue;
        }
        let (name, mut left) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((attribute, after)) = left.split_once("=\"") {
            let (value, after) = after.split_once('"').unwrap();
            attributes.push((attribute.trim(), value));
            left = after;
        }
        assert!(left.trim().is_empty(), "an attribute without quotes: {tag}");
        if name == "style" {
            let (_, after) = rest.split_once("</style>").unwrap();
            rest = after;
            continue;
        }
        made.push(Piece::Open(name, attributes));
    }
    made
}

fn value<'a>(attributes: &[(&'a str, &'a str)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
}

#[test]
fn every_element_is_closed_and_every_text_escaped() {
    for patient in PATIENTS {
        let page = page(patient);
        let mut open: Vec<&str> = Vec::new();
        for piece in pieces(&page) {
            match piece {
                Piece::Open("meta" | "br", _) => {}
                Piece::Open(name, _) => open.push(name),
                Piece::Close(name) => assert_eq!(open.pop(), Some(name), "{patient}"),
                Piece::Text(text) => assert!(!text.contains('>'), "{patient}: {text}"),
            }
        }
        assert!(open.is_empty());
    }
}

#[test]
fn headings_stand_in_order_ids_once_and_links_arrive() {
    for patient in PATIENTS {
        let page = page(patient);
        let (mut level, mut first, mut ids, mut links) = (0, 0, Vec::new(), Vec::new());
        for piece in pieces(&page) {
            let Piece::Open(name, attributes) = piece else { continue };
            if let Some(own) = name.strip_prefix('h').and_then(|own| own.parse::<u8>().ok()) {
                assert!(own <= level + 1, "{patient}: h{level}, then h{own}");
                level = own;
                first += u8::from(own == 1);
            }
            ids.extend(value(&attributes, "id"));
            links.extend(value(&attributes, "href"));
            links.extend(value(&attributes, "aria-labelledby").map(|_| "#h-decided"));
        }
        assert_eq!(first, 1, "one main heading");
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{patient}: an id twice");
        assert!(links.len() > 20);
        for link in links {
            match link.strip_prefix('#') {
                Some(id) => assert!(ids.contains(&id), "{patient}: {link} leads nowhere"),
                None => assert!(link.starts_with("https://doi.org/10."), "{patient}: {link}"),
            }
        }
    }
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    for patient in PATIENTS {
        let page = page(patient);
        for piece in pieces(&page) {
            let Piece::Open(name, attributes) = piece else { continue };
            assert!(!["script", "link", "img", "iframe", "object", "image", "use"].contains(&name), "{name}");
            for (attribute, _) in attributes {
                assert!(
                    !attribute.starts_with("on") && attribute != "src" && attribute != "style",
                    "{attribute}"
                );
            }
        }
        assert!(!page.contains("url(") && !page.contains("@import"));
    }
}

#[test]
fn whoever_cannot_see_a_drawing_hears_it() {
    let page = page("iron-bowel-disease.json");
    let mut drawings = 0;
    for piece in pieces(&page) {
        let Piece::Open("svg", attributes) = piece else { continue };
        if value(&attributes, "role") == Some("img") {
            drawings += 1;
            assert!(value(&attributes, "aria-label").unwrap().contains(": "));
        }
    }
    assert!(drawings > 10, "{drawings}");
    // The man and the woman of the rule: each range with its answer, and where the result is.
    let aasm = "up to 75 ng/mL: oral or IV (here); above 75, up to 100 ng/mL: IV only; above 100 ng/mL: oral or IV / \
                not indicated";
    assert!(page.contains(&format!("aria-label=\"{aasm}\"")));
    let ceiling = "below 45 %: clear; from 45 %: stop TSAT ceiling";
    assert!(page.contains(&format!("aria-label=\"{ceiling}\"")), "a missing test says what it would decide");
}

#[test]
fn the_limits_drawn_are_those_of_the_rules() {
    let file = std::env::temp_dir().join(format!("ekbom-page-{}.json", std::process::id()));
    let text = |ferritin: f64| {
        format!(
            r#"{{"age_years": 58, "sex": "female", "labs": [{{"analyte": "ferritin", "value": {ferritin}, "unit": "ng/mL"}},
            {{"analyte": "creatinine", "value": 0.9, "unit": "mg/dL"}}], "complete": ["history"]}}"#
        )
    };
    // On either side of a limit, what the strip says is what the assessment says.
    for (ferritin, strip, code) in [
        (75.0, "up to 75 ng/mL: oral or IV (here)", "oral_or_iv"),
        (75.5, "above 75, up to 100 ng/mL: IV only (here)", "iv_only"),
    ] {
        std::fs::write(&file, text(ferritin)).unwrap();
        let path = file.to_str().unwrap();
        assert!(page(path).contains(strip), "{ferritin}");
        let json = ekbom(&["assess", "--format", "json", "--guideline", "aasm-2025", path]);
        let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
        let positions = json["positions"].as_array().unwrap();
        let own = positions.iter().find(|own| own["question"] == "iron.therapy").unwrap();
        assert_eq!(own["possible"], serde_json::json!([code]));
    }
    std::fs::remove_file(&file).unwrap();
}

#[test]
fn every_answer_opens_to_its_rule_and_source() {
    let page = page("iron-bowel-disease.json");
    let at = page.find("id=\"iron-therapy-aasm-2025\"").unwrap();
    let own = &page[at..at + page[at..].find("class=\"sources\"").unwrap() + 900];
    assert!(own.contains("<b>applies</b>: oral or intravenous iron <code>stores-low</code>"));
    assert!(own.contains("ferritin &lt;= 75 ng/mL <span class=\"saw\">(here 38 ng/mL)</span>"));
    assert!(own.contains("https://doi.org/10.5664/jcsm.11390"));
}

#[test]
fn what_a_patient_says_cannot_become_markup() {
    let file = std::env::temp_dir().join(format!("ekbom-markup-{}.json", std::process::id()));
    let text =
        r#"{"labs": [], "medicines": ["<script>alert(1)</script>\u202e\"'&"], "unknown_medicines": "carry"}"#;
    std::fs::write(&file, text).unwrap();
    let page = page(file.to_str().unwrap());
    std::fs::remove_file(&file).unwrap();
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
    assert!(!page.contains("<script") && !page.contains('\u{202e}'));
}

#[test]
fn one_patient_a_page() {
    let file = std::env::temp_dir().join(format!("ekbom-two-{}.json", std::process::id()));
    std::fs::write(&file, r#"[{"labs": []}, {"labs": []}]"#).unwrap();
    let output = ekbom(&["assess", "--format", "html", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("of one patient"));
    std::fs::write(&file, r#"{"labs": [{"analyte": "ferritin", "value": 38}]}"#).unwrap();
    let output = ekbom(&["assess", "--format", "html", file.to_str().unwrap()]);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.contains("Nothing was assessed") || page.contains("nothing was assessed"));
    assert!(page.contains("ng/mL"), "it says what would be accepted");
}

/// The colours of one block of the style, by name.
fn colours(block: &str) -> Vec<(&str, [f64; 3])> {
    let mut made = Vec::new();
    for declaration in block.split([';', '{', '}']) {
        let Some((name, value)) = declaration.trim().split_once(':') else { continue };
        let (Some(name), Some(hex)) = (name.strip_prefix("--"), value.strip_prefix('#')) else { continue };
        let whole: String =
            if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.into() };
        let part = |at: usize| f64::from(u8::from_str_radix(&whole[at..at + 2], 16).unwrap()) / 255.0;
        made.push((name, [part(0), part(2), part(4)]));
    }
    made
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let luminance = |own: [f64; 3]| {
        let linear = own.map(|c| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn text_stands_out_in_light_in_dark_and_on_paper() {
    let (light, rest) = STYLE.split_once("prefers-color-scheme:dark").unwrap();
    let (dark, rest) = rest.split_once("\n.ekbom .body").unwrap();
    let (_, print) = rest.split_once("@media print").unwrap();
    for (name, block) in [("light", light), ("dark", dark), ("print", print)] {
        let colours = colours(block);
        let of = |wanted: &str| colours.iter().find(|(own, _)| *own == wanted).unwrap().1;
        for (text, field) in [
            ("ink", "paper"),
            ("soft", "paper"),
            ("link", "paper"),
            ("here", "paper"),
            ("caution", "paper"),
            ("stop", "paper"),
            ("soft", "field"),
            ("on-here", "here"),
            ("ink", "stop-field"),
            ("stop", "stop-field"),
            ("ink", "caution-field"),
            ("caution", "caution-field"),
        ] {
            let own = contrast(of(text), of(field));
            assert!(own >= 4.5, "{name}: {text} on {field} is {own:.2}");
        }
    }
}
