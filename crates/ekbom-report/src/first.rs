//! The first screen: what to do now, because of what, and what to ask and to measure next.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::precautions::plain;
use super::readable::{is_reason, readable, without_absent};
use super::{ActLine, DomainLine, First, Language, Material, Report};
use ekbom::assess::{Act, Position};
use ekbom::fact::medicine::MedicineClass;
use ekbom::fact::{Fact, Kind, Options};
use ekbom::knowledge::act::{ActKind, WITH_CARE};
use ekbom::knowledge::advice::{Gives, advice};
use ekbom::knowledge::precaution::Severity;
use ekbom::knowledge::question::IronTherapy;
use ekbom::knowledge::words;
use ekbom::logic::explain::known;
use ekbom::measure::rounded;

/// So many questions and tests stand on the first screen; the rest further on.
pub(super) const NEXT: usize = 3;

/// So many reasons and acts to do first stand beside an act.
const BESIDE: usize = 3;

/// Acts that offer a medicine for the legs.
const TREATMENT: &str = "treatment:";

pub(super) fn first(material: &Material<'_, '_>) -> First {
    let acts = &material.assessment.acts;
    let of = |kind: ActKind| acts.iter().filter(move |act| act.kind == kind);
    let closing = |act: &Act| closing(material, act);
    let done = acts.iter().filter(|act| !matches!(act.kind.known(), Some(ActKind::Ask | ActKind::Test)));
    let because = domains(material);
    First {
        acts: lines(material, done, &because),
        because,
        ask: of(ActKind::Ask).map(closing).collect(),
        measure: of(ActKind::Test).map(closing).collect(),
    }
}

fn closing(material: &Material<'_, '_>, act: &Act) -> String {
    let short = words::closing(&act.act);
    // Who reads that a test is to be measured whose result stands above thinks that it was overlooked.
    let short = if act.is_repeat() { format!("again: {short}") } else { short };
    let test = act.act.strip_prefix("test:");
    let next = material.assessment.next_tests.iter().find(|next| test.is_some_and(|own| next.test == own));
    let how = next.into_iter().flat_map(|next| &next.instructions);
    let how: Vec<String> = how.map(|own| words::instruction(own)).collect();
    if how.is_empty() { short } else { format!("{short} ({})", how.join(", ")) }
}

/// One for each act, but medicines to choose from stand in one line, where the first of them stands.
fn lines<'a>(
    material: &Material<'_, '_>,
    acts: impl Iterator<Item = &'a Act>,
    domains: &[DomainLine],
) -> Vec<ActLine> {
    let mut made: Vec<ActLine> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    let mut care: Vec<String> = Vec::new();
    for act in acts {
        let own = line(material, act, domains);
        let Some(treatment) = act.act.strip_prefix(TREATMENT) else {
            made.push(own);
            continue;
        };
        names.push(words::action(treatment));
        before.extend(act.blocked_by.iter().map(AsRef::as_ref));
        // What is minded of one of them is minded of the choice.
        let minded = act.text.split_once(WITH_CARE).map_or("", |(_, own)| own.trim_end_matches('.'));
        let minded = minded.split("; ").map(|own| plain(&readable(own)));
        care.extend(minded.filter(|own| !own.is_empty() && !care.contains(own)).collect::<Vec<_>>());
        let Some(first) = made.iter_mut().find(|made| made.act.starts_with(TREATMENT)) else {
            made.push(own);
            continue;
        };
        first.by.extend(own.by.into_iter().filter(|by| !first.by.contains(by)).collect::<Vec<_>>());
        let care = if care.is_empty() { String::new() } else { format!("{WITH_CARE}{}.", care.join("; ")) };
        first.text = format!(
            "{}: a first choice for restless legs. Offer one of them, and only one.{care}",
            words::sentence(&words::or(&names)).trim_end_matches('.')
        );
    }
    if names.len() > 1 {
        let mut seen: Vec<&str> = Vec::new();
        before.retain(|code| {
            let new = !seen.contains(code);
            seen.push(code);
            new
        });
        if let Some(own) = made.iter_mut().find(|made| made.act.starts_with(TREATMENT)) {
            own.first = shortly(material, &before);
            own.more_first = before.len().saturating_sub(BESIDE);
        }
    }
    made
}

/// The first codes of acts to be done before another, in few words.
fn shortly(material: &Material<'_, '_>, codes: &[&str]) -> Vec<String> {
    let repeated = |code: &str| material.assessment.acts.iter().any(|act| act.act == code && act.is_repeat());
    let say = |code: &&str| {
        let short = words::short(&words::closing(code));
        if repeated(code) { format!("again: {short}") } else { short }
    };
    codes.iter().take(BESIDE).map(say).collect()
}

/// A reason in words. That iron is stopped is said by what stopped it, where that is certain: a list of what may forbid iron
/// never says that it is haemochromatosis.
fn in_words(material: &Material<'_, '_>, reason: &str) -> Vec<String> {
    let stopped = &material.assessment.stopped;
    if !reason.starts_with("iron.safety by ekbom-safety is ") || stopped.is_empty() {
        return alloc::vec![plain(reason)];
    }
    let mut made: Vec<String> = Vec::new();
    for own in stopped.iter().flat_map(|own| &own.because).map(|own| plain(own)) {
        if !made.contains(&own) {
            made.push(own);
        }
    }
    made
}

fn line(material: &Material<'_, '_>, act: &Act, domains: &[DomainLine]) -> ActLine {
    // What its text or a line on a domain says is not said again.
    let text = without_absent(&readable(&act.text));
    let says = act.because.iter().flat_map(|reason| in_words(material, &reason.says));
    let says = says.filter(|says| is_reason(says));
    let lower = text.to_lowercase();
    // Who reads of two medicines together knows that they are taken.
    let is_named = |says: &str| says.strip_prefix("taking ").is_some_and(|name| lower.contains(name));
    let is_new = |says: &String| {
        !text.contains(says.as_str())
            && !is_named(says)
            && !says.contains(text.trim_end_matches('.'))
            && !domains.iter().any(|own| own.says.contains(says.as_str()))
    };
    let new: Vec<String> = says.filter(is_new).take(BESIDE).collect();
    let assumed = act.assuming.iter().map(|id| words::assumption(id));
    ActLine {
        act: act.act.to_string(),
        // One of another version stands with what is never left out.
        kind: act.kind.known().unwrap_or(ActKind::ActOnResult),
        text,
        by: act.guidelines.iter().filter(|own| material.is_shown(own)).map(ToString::to_string).collect(),
        because: new,
        first: shortly(material, &act.blocked_by.iter().map(AsRef::as_ref).collect::<Vec<_>>()),
        more_first: act.blocked_by.len().saturating_sub(BESIDE),
        assuming: assumed.filter(|own| !domains.iter().any(|line| line.assuming.contains(own))).collect(),
    }
}

fn domains(material: &Material<'_, '_>) -> Vec<DomainLine> {
    let mut made = alloc::vec![diagnosis(material), iron(material), b12(material), kidney(material)];
    made.extend(medicines(material));
    made
}

fn positions<'m, 'k>(
    material: &'m Material<'_, 'k>,
    question: &'m str,
) -> impl Iterator<Item = &'m Position> {
    material.assessment.positions.iter().filter(move |own| own.question == question)
}

/// What one position comes to: its usual answers where they are fewer.
fn conclusion(own: &Position) -> String {
    let possible = own.usual.as_ref().map_or(&own.possible, |usual| &usual.possible);
    let said = possible.iter().filter(|code| !words::is_silent(code) || possible.len() == 1);
    let said: Vec<String> = said.map(|code| words::meaning(&own.question, code)).collect();
    words::or(&said)
}

fn domain(name: &'static str, says: &str, all: &[&Position]) -> DomainLine {
    let mut assuming: Vec<String> = Vec::new();
    for id in all.iter().filter_map(|own| own.usual.as_ref()).flat_map(|usual| &usual.assuming) {
        let words = words::assumption(id);
        if !assuming.contains(&words) {
            assuming.push(words);
        }
    }
    DomainLine { name, says: says.to_string(), assuming }
}

fn diagnosis(material: &Material<'_, '_>) -> DomainLine {
    let says = match positions(material, "rls.diagnosis").next().and_then(Position::determined) {
        Some("met") => "the criteria of restless legs are met",
        Some("not_met") => "the criteria of restless legs are not met",
        Some("not_addressed") => "the criteria are not for children under two years",
        _ => "open: whether these are restless legs",
    };
    domain("Diagnosis", says, &[])
}

/// Results of these facts, as they count.
fn values(material: &Material<'_, '_>, facts: &[Fact]) -> String {
    let own = &material.known.facts;
    let there = facts.iter().copied().filter(|fact| match fact.info().kind {
        Kind::BySex { .. } => own.is_touched(*fact),
        _ => own.reported(*fact),
    });
    let said: Vec<String> =
        there.map(|fact| format!("{} {}", words::short(fact.info().label), known(fact, own))).collect();
    readable(&said.join(", "))
}

/// What an answer on iron gives.
fn gives_of(code: &str) -> Vec<Gives> {
    let set = IronTherapy::QUESTION.set_of(code).unwrap_or_default();
    let own = advice().filter(|own| own.question.id == IronTherapy::QUESTION.id);
    own.flat_map(|own| own.actions)
        .flatten()
        .filter(|own| own.answers.meets(set))
        .map(|own| own.gives)
        .collect()
}

/// What of it is kept back.
fn withheld_of(code: &str, keeps: &impl Fn(Gives) -> bool) -> Vec<Gives> {
    gives_of(code).into_iter().filter(|gives| keeps(*gives)).collect()
}

/// Each answer with who gives it; who is open is named last.
fn iron(material: &Material<'_, '_>) -> DomainLine {
    let measured = values(material, &[Fact::Ferritin, Fact::Tsat]);
    if measured.is_empty() {
        return domain("Iron", "not measured", &[]);
    }
    // The founding article alone leads to nothing.
    let all: Vec<&Position> = positions(material, "iron.therapy")
        .filter(|own| own.guideline != "article" && material.is_shown(&own.guideline))
        .collect();
    let keeps = |gives| material.verdict(gives).is_some_and(|own| !own.why.is_empty());
    let mut answers: Vec<(String, Vec<&str>)> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for own in &all {
        let possible = own.usual.as_ref().map_or(&own.possible, |usual| &usual.possible);
        let [only] = possible.as_slice() else {
            open.push(&own.guideline);
            continue;
        };
        if words::is_silent(only) {
            continue;
        }
        // An answer that stands below a stop without a word reads as an offer past it.
        let mut answer = words::meaning(&own.question, only);
        match (withheld_of(only, &keeps).as_slice(), gives_of(only).len()) {
            ([], _) => {}
            (withheld, all) if withheld.len() == all => answer.push_str(", withheld"),
            ([Gives::IntravenousIron], _) => answer.push_str(", into a vein withheld"),
            (_, _) => answer.push_str(", by mouth withheld"),
        }
        match answers.iter_mut().find(|(known, _)| *known == answer) {
            Some((_, by)) => by.push(&own.guideline),
            None => answers.push((answer, alloc::vec![own.guideline.as_str()])),
        }
    }
    let mut says = alloc::vec![measured];
    // What keeps iron back comes before what the stores alone would call for.
    let diagnosis = positions(material, "rls.diagnosis").next().and_then(Position::determined);
    if diagnosis == Some("not_met") {
        says.push("no iron for the legs, because these are not restless legs".to_string());
        return domain("Iron", &says.join("; "), &[]);
    }
    if keeps(Gives::OralIron) {
        says.push("iron is withheld for restless legs, whatever guidelines say of these results".to_string());
    } else if keeps(Gives::IntravenousIron) {
        says.push("intravenous iron is withheld, oral iron is not".to_string());
    }
    for (answer, by) in &answers {
        says.push(format!("{answer} ({})", words::guidelines(by.iter().copied())));
    }
    if !open.is_empty() {
        says.push(format!("open: {}", words::guidelines(open.iter().copied())));
    }
    domain("Iron", &says.join("; "), &all)
}

fn b12(material: &Material<'_, '_>) -> DomainLine {
    let measured = values(material, &[Fact::B12Total, Fact::Holotc, Fact::MmaSerum, Fact::Hcy]);
    if measured.is_empty() {
        return domain("Vitamin B12", "not measured", &[]);
    }
    let own = positions(material, "b12.status").find(|own| own.guideline == "ekbom-synthesis");
    let concludes = own.map(conclusion).unwrap_or_default();
    let possible = own.map(|own| own.usual.as_ref().map_or(&own.possible, |usual| &usual.possible));
    let is_open = possible.is_some_and(|all| {
        all.len() == 2
            && ["deficient", "deficiency_unlikely"].iter().all(|code| all.iter().any(|own| own == code))
    });
    let concludes = if is_open { "open: vitamin B12 deficiency is possible".to_string() } else { concludes };
    let all: Vec<&Position> = own.into_iter().collect();
    domain("Vitamin B12", &format!("{measured}; {concludes}"), &all)
}

/// The filtration rate as a clinician reads it, to three figures; a bound or an interval as it is.
fn filtration(material: &Material<'_, '_>) -> String {
    let own = &material.known.facts;
    let measured = values(material, &[Fact::Egfr]);
    let numbers = Fact::Egfr.readings().filter(|reading| own.counts(*reading));
    let exact: Option<Vec<String>> = numbers
        .map(|reading| own.number(reading.axis).value().map(|value| format!("{}", rounded(value, 3))))
        .collect();
    match exact {
        Some(exact) if !measured.is_empty() => format!("eGFR {} mL/min/1.73 m2", exact.join(" or ")),
        _ => measured,
    }
}

fn kidney(material: &Material<'_, '_>) -> DomainLine {
    let measured = filtration(material);
    let is_there = |fact| material.known.facts.flag(fact) == Options::YES;
    let says = if is_there(Fact::Dialysis) {
        "on dialysis"
    } else if is_there(Fact::Esrd) {
        "kidney failure"
    } else if measured.is_empty() {
        "not measured"
    } else {
        measured.as_str()
    };
    domain("Kidney", says, &[])
}

/// So many cautions about what is taken stand on the first screen.
const CAUTIONS: usize = 2;

fn medicines(material: &Material<'_, '_>) -> Option<DomainLine> {
    let classes = [
        (MedicineClass::ExacerbatesRls, "can worsen restless legs"),
        (MedicineClass::Dopaminergic, "can bring augmentation"),
        (MedicineClass::LowersB12, "can lower vitamin B12"),
    ];
    let taken = material.patient.medicines();
    let mut says: Vec<String> = Vec::new();
    for (class, does) in classes {
        let names: Vec<&str> = taken.iter().filter(|own| own.is(class)).map(|own| own.name()).collect();
        if !names.is_empty() {
            says.push(format!("{}: {does}", names.join(", ")));
        }
    }
    // What is urgent is an act.
    let cautions = material.assessment.precautions.iter();
    let cautions = cautions.filter(|own| own.taken && own.certain && own.severity == Severity::Caution);
    for own in cautions.take(CAUTIONS) {
        let (first, _) = own.says.split_once(" (").unwrap_or((&own.says, ""));
        says.push(format!("{}: {}", own.concerns, first.trim_end_matches('.')));
    }
    let unknown = material.patient.unrecognised_medicines();
    if !unknown.is_empty() {
        says.push(format!("not recognised: {}", unknown.join(", ")));
    }
    (!says.is_empty()).then(|| domain("Medicines", &says.join("; "), &[]))
}

impl Report {
    /// What stands where there is no act. Who is told to ask and to measure finds below what.
    pub fn without_act(&self) -> &'static str {
        if self.first.ask.is_empty() && self.first.measure.is_empty() {
            "No act follows from what is stated: only what stands below, and your own judgement."
        } else {
            "Nothing yet: ask and measure first."
        }
    }

    /// Five lines for a note in a record: who, what to do, because of what, what to ask, what to measure.
    ///
    /// ```
    /// use ekbom_report::Report;
    /// use ekbom::{Knowledge, Patient, assess};
    /// let knowledge = Knowledge::builtin();
    /// let patient = Patient::from_json(r#"{"age_years": 45, "sex": "female",
    ///     "labs": [{"analyte": "ferritin", "value": 22, "unit": "ng/mL"}]}"#)?;
    /// let report = Report::of(&assess(&knowledge, &patient), &knowledge)?;
    /// assert_eq!(report.brief().lines().count(), 5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn brief(&self) -> String {
        self.brief_in(&Language::english())
    }

    /// The same in another language.
    pub fn brief_in(&self, language: &Language) -> String {
        let say = |text: &str| language.say(text).into_owned();
        let listed = |items: &[String]| {
            let said: Vec<String> = items.iter().map(|own| say(own)).collect();
            if said.is_empty() { say("nothing") } else { said.join("; ") }
        };
        let done = |act: &ActLine| {
            let text = say(&act.text);
            let text = text.trim_end_matches('.');
            let first = act.first.join(", ");
            let first = match act.more_first {
                0 => format!("(before that: {first})"),
                more => format!("(before that: {first}, and {more} more)"),
            };
            if act.first.is_empty() { text.to_string() } else { format!("{text} {}", say(&first)) }
        };
        let acts: Vec<String> = self.first.acts.iter().map(done).collect();
        let because = self.first.because.iter().map(|own| format!("{}: {}", say(own.name), say(&own.says)));
        let because: Vec<String> = because.collect();
        let results = match self.patient.results.as_slice() {
            [] => say("No result"),
            some => say(&some.join(", ")),
        };
        let next = |items: &[String]| listed(items.get(..NEXT).unwrap_or(items));
        let aside = match self.set_aside.as_slice() {
            [] => String::new(),
            some => say(&format!(" Set aside, nothing is answered by it: {}.", some.join("; "))),
        };
        let acts = if acts.is_empty() {
            say(self.without_act()).trim_end_matches('.').to_string()
        } else {
            acts.join("; ")
        };
        format!(
            "{}. {results}.{aside} {}\n{} {acts}.\n{} {}.\n{} {}.\n{} {}.\n",
            say(&self.patient.person),
            say(&format!("(ekbom knowledge {})", self.knowledge)),
            say("To do:"),
            say("Because:"),
            because.join(". "),
            say("Ask:"),
            next(&self.first.ask),
            say("Measure:"),
            next(&self.first.measure),
        )
    }
}
