//! Strips as inline SVG. Lengths across are per cent, so that a strip fits any page and its text keeps its size.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::capital;
use super::scale::Scale;
use super::strip::{Row, Strip, Zone, words_of_unit};
use super::write::Html;
use ekbom::knowledge::words;

/// Letters of which this many fit into one per cent of a strip as wide as a phone allows, and on paper.
const LETTERS_NARROW: f64 = 0.36;
const LETTERS_WIDE: f64 = 0.62;

/// One laboratory fact with its rows.
pub(super) fn strip(own: &Strip, html: &mut Html) {
    html.within("section", "lab", |html| {
        html.within("h3", "", |html| {
            html.text(&capital(own.fact.info().label));
            if !own.value.is_empty() {
                html.text(" ");
                html.put("span", "value", &own.value);
            }
            if !own.remark.is_empty() {
                html.text(" ");
                html.put("span", "remark", &own.remark);
            }
            if own.known.is_none() {
                html.text(" ");
                html.put("span", "remark", &format!("in {}", words_of_unit(own.unit)));
            }
        });
        if own.rows.is_empty() {
            html.put("p", "remark", "No answer turns on it, with all else as it is.");
            return;
        }
        let scale = Scale::of(own);
        html.with("ul", &[("class", "rows"), ("role", "list")], |html| {
            let mut question = "";
            for entry in &own.rows {
                row(own, entry, &scale, entry.question == question, html);
                question = &entry.question;
            }
        });
    });
}

fn row(strip: &Strip, row: &Row, scale: &Scale, same_question: bool, html: &mut Html) {
    html.within("li", if same_question { "row same" } else { "row" }, |html| {
        html.within("div", "who", |html| {
            html.put("span", "about", &capital(&words::subject(&row.question)));
            html.text(" ");
            html.put("span", "by", &words::guidelines(row.guidelines.iter().map(String::as_str)));
        });
        html.within("div", "bar", |html| {
            bar(strip, row, scale, html);
            key(strip, row, scale, html);
        });
        if strip.known.is_some() {
            let here: Vec<&str> = row
                .zones
                .iter()
                .enumerate()
                .filter(|(place, _)| strip.is_in(row, *place))
                .map(|(_, zone)| zone.answer.as_str())
                .collect();
            html.put("div", "here", &here.join(" or "));
        }
    });
}

/// What the drawing says, for those who do not see it.
fn spoken(strip: &Strip, row: &Row) -> String {
    let zones = row.zones.iter().enumerate().map(|(place, zone)| {
        let here = if strip.is_in(row, place) { " (here)" } else { "" };
        format!("{}: {}{here}", strip.range(row, place), zone.answer)
    });
    zones.collect::<Vec<_>>().join("; ")
}

fn percent(x: f64) -> String {
    // Two decimals are finer than any screen, and the same on every machine.
    format!("{}%", libm::round(x * 100.0) / 100.0)
}

fn bar(strip: &Strip, row: &Row, scale: &Scale, html: &mut Html) {
    let spoken = spoken(strip, row);
    html.with("svg", &[("role", "img"), ("aria-label", &spoken), ("class", "strip")], |html| {
        html.put("title", "", &spoken);
        let mut from = 0.0;
        for (place, zone) in row.zones.iter().enumerate() {
            let to = zone.end.map_or(100.0, |end| scale.place(end.limit));
            let class = if strip.is_in(row, place) { "zone in" } else { "zone" };
            let (x, width) = (percent(from), percent(to - from));
            html.shape(
                "rect",
                &[("class", class), ("x", &x), ("y", "3"), ("width", &width), ("height", "19")],
            );
            let class = match (room(zone, to - from), strip.is_in(row, place)) {
                _ if strip.says_beside(row, place) => "",
                (Room::Any, true) => "in",
                (Room::Any, false) => "out",
                (Room::Wide, true) => "in wide",
                (Room::Wide, false) => "out wide",
                (Room::No, _) => "",
            };
            if !class.is_empty() {
                let middle = percent((from + to) / 2.0);
                html.with("text", &[("class", class), ("x", &middle), ("y", "16")], |html| {
                    html.text(&zone.answer);
                });
            }
            if let Some(end) = zone.end {
                let x = percent(to);
                html.shape("line", &[("class", "limit"), ("x1", &x), ("x2", &x), ("y1", "3"), ("y2", "26")]);
                html.with("text", &[("class", "number"), ("x", &x), ("y", "36")], |html| {
                    html.text(&format!("{}", end.limit));
                });
            }
            from = to;
        }
        mark(strip, scale, html);
    });
}

/// Where the answer of a range can be written into its field.
enum Room {
    /// Everywhere.
    Any,
    /// On a wide screen and on paper.
    Wide,
    /// Nowhere.
    No,
}

fn room(zone: &Zone, width: f64) -> Room {
    let letters = zone.answer.chars().count() as f64 + 1.0;
    if letters <= width * LETTERS_NARROW {
        Room::Any
    } else if letters <= width * LETTERS_WIDE {
        Room::Wide
    } else {
        Room::No
    }
}

/// The ranges whose answers do not fit into their fields. The drawing's own text has them already.
fn key(strip: &Strip, row: &Row, scale: &Scale, html: &mut Html) {
    let mut from = 0.0;
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    for (place, zone) in row.zones.iter().enumerate() {
        let to = zone.end.map_or(100.0, |end| scale.place(end.limit));
        let text = || format!("{}: {}", strip.range(row, place), zone.answer);
        match room(zone, to - from) {
            _ if strip.says_beside(row, place) => {}
            Room::Any => {}
            Room::Wide => lines.push(("narrow", text())),
            Room::No => lines.push(("", text())),
        }
        from = to;
    }
    if !lines.is_empty() {
        html.with("div", &[("class", "key-lines"), ("aria-hidden", "true")], |html| {
            for (class, text) in &lines {
                html.put("span", class, text);
            }
        });
    }
}

/// The value, or the range in which it is.
fn mark(strip: &Strip, scale: &Scale, html: &mut Html) {
    let Some(known) = strip.known else { return };
    let (from, to) = (scale.place(known.low()), scale.place(known.high()));
    if to - from > 0.5 {
        let (x, width) = (percent(from), percent(to - from));
        html.shape("rect", &[("class", "mark"), ("x", &x), ("y", "0"), ("width", &width), ("height", "4")]);
        return;
    }
    // A mark at the very edge would be cut off.
    let x = percent(from.clamp(1.0, 99.0));
    html.with("svg", &[("x", &x), ("class", "over")], |html| {
        html.shape("line", &[("class", "halo"), ("x1", "0"), ("x2", "0"), ("y1", "0"), ("y2", "25")]);
        html.shape("path", &[("class", "mark"), ("d", "M-5 0h10l-5 7z")]);
        html.shape("line", &[("class", "pin"), ("x1", "0"), ("x2", "0"), ("y1", "0"), ("y2", "25")]);
    });
}
