//! `ekbom claims`, `ekbom analytes`, `ekbom medicines`

use ekbom::fact::medicine::Medicine;
use ekbom::knowledge::claim::CLAIMS;
use ekbom::knowledge::words;
use ekbom::measure::analyte::{Analyte, AnalyteInfo};
use ekbom_report::text::{Page, Style};
use serde::Serialize;

use crate::args::TextOrJson;
use crate::failure::Failure;
use crate::pretty;
use crate::screen::Screen;

pub(crate) fn claims(format: TextOrJson, screen: &mut Screen) -> Result<(), Failure> {
    if format == TextOrJson::Json {
        return Ok(screen.text(&pretty(&CLAIMS)?)?);
    }
    let mut page = Page::new(screen.width());
    for claim in CLAIMS {
        page.gap();
        page.labelled(0, Style::Heading, claim.id, 5, &[(Style::Heading, claim.claim)]);
        let sources = format!("{} [{}]", claim.sources.join(", "), claim.verification);
        for (label, text, style) in [
            ("software", claim.software, Style::Answer),
            ("for", claim.evidence_for, Style::Plain),
            ("against", claim.evidence_against, Style::Plain),
            ("sources", &sources, Style::Dim),
        ] {
            page.paragraph(5, label, 10, &[(style, text)]);
        }
    }
    Ok(screen.lines(&page.into_lines())?)
}

pub(crate) fn analytes(format: TextOrJson, screen: &mut Screen) -> Result<(), Failure> {
    if format == TextOrJson::Json {
        let all: Vec<&AnalyteInfo> = Analyte::ALL.iter().map(|analyte| analyte.info()).collect();
        return Ok(screen.text(&pretty(&all)?)?);
    }
    let mut page = Page::new(screen.width());
    for analyte in Analyte::ALL {
        let info = analyte.info();
        let units: Vec<&str> = info.units.iter().map(|own| own.unit.ucum()).collect();
        let limits = |limits: ekbom::measure::analyte::Limits| {
            format!("{} to {} {}", limits.low, limits.high, info.canonical)
        };
        let confirm = info.confirm.map(|own| format!("; ordinary {}", limits(own)));
        page.paragraph(0, info.id, 18, &[(Style::Answer, info.name)]);
        page.paragraph(2, "units", 16, &[(Style::Plain, &units.join(", "))]);
        let accepted = format!("{}{}", limits(info.hard), confirm.unwrap_or_default());
        page.paragraph(2, "accepted", 16, &[(Style::Dim, &accepted)]);
        if !info.inseparable.is_empty() {
            let same: Vec<&str> = info.inseparable.iter().map(|unit| unit.ucum()).collect();
            let text = format!(
                "{}: the same number is credible in each, so the unit must be read, not guessed",
                same.join(", ")
            );
            page.labelled(2, Style::Caution, "mind", 16, &[(Style::Plain, &text)]);
        }
    }
    Ok(screen.lines(&page.into_lines())?)
}

/// A medicine as JSON.
#[derive(Serialize)]
struct MedicineDocument {
    name: &'static str,
    synonyms: &'static [&'static str],
    memberships: &'static [ekbom::fact::medicine::Membership],
    counter_evidence: &'static [ekbom::fact::medicine::Evidence],
}

pub(crate) fn medicines(format: TextOrJson, screen: &mut Screen) -> Result<(), Failure> {
    if format == TextOrJson::Json {
        let one = |own: Medicine| MedicineDocument {
            name: own.name(),
            synonyms: own.synonyms(),
            memberships: own.memberships(),
            counter_evidence: own.counter_evidence(),
        };
        return Ok(screen.text(&pretty(&Medicine::all().map(one).collect::<Vec<_>>())?)?);
    }
    let mut page = Page::new(screen.width());
    for medicine in Medicine::all() {
        let also = match medicine.synonyms() {
            [] => String::new(),
            synonyms => format!(" (also {})", synonyms.join(", ")),
        };
        page.paragraph(0, "", 2, &[(Style::Heading, medicine.name()), (Style::Dim, &also)]);
        for membership in medicine.memberships() {
            let class = words::humanise(membership.class.code());
            let style = if membership.class.needs_evidence() { Style::Caution } else { Style::Plain };
            page.paragraph(2, "", 2, &[(style, &class)]);
            for own in membership.evidence {
                let source = format!(" [{}, {}]", own.source, own.verification);
                page.paragraph(6, "", 2, &[(Style::Plain, own.says), (Style::Dim, &source)]);
            }
        }
        for own in medicine.counter_evidence() {
            let source = format!(" [{}, {}]", own.source, own.verification);
            page.paragraph(2, "but", 6, &[(Style::Plain, own.says), (Style::Dim, &source)]);
        }
    }
    Ok(screen.lines(&page.into_lines())?)
}
