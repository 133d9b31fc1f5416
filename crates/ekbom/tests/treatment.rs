//! What the guidelines say of treatments: positions, populations, flags.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, and in what it calls, a failed unwrap is a failed test"
)]

use std::collections::BTreeSet;

use ekbom::fact::{Fact, FactBox, Options, Person};
use ekbom::knowledge::guideline::{self, treatment};
use ekbom::knowledge::question::{self, Treatment, TreatmentPosition as Position};
use ekbom::logic::authoring::{RuleData, TableData};
use ekbom::logic::engine::Scratch;
use ekbom::logic::engine::{Truth, evaluate};
use ekbom::logic::table::Table;
use ekbom::measure::interval::Interval;
use ekbom::source::{self, Verification};

fn data(treatment: Treatment, guideline: &str) -> &'static TableData {
    let found = treatment::TABLES
        .iter()
        .find(|table| table.question.id == treatment.question().id && table.guideline.id == guideline);
    found.unwrap_or_else(|| panic!("no table for {treatment} of {guideline}"))
}

fn position(treatment: Treatment, guideline: &str, facts: &FactBox) -> Vec<&'static str> {
    let table = Table::try_from(data(treatment, guideline)).unwrap();
    let set = table.possible(facts, &mut Scratch::default());
    table.question.codes(set).collect()
}

/// Codes raised: of the rules certain to apply, those whose own condition is certain (or not certain, for `unless`).
fn flags(treatment: Treatment, guideline: &str, facts: &FactBox) -> BTreeSet<String> {
    let table = Table::try_from(data(treatment, guideline)).unwrap();
    let fired = table.possible_rules(facts, &mut Scratch::default());
    let possible: Vec<_> = table.rules.iter().zip(fired).filter(|(_, fired)| *fired).collect();
    let [(rule, _)] = possible.as_slice() else { return BTreeSet::new() };
    let raised = |flag: &&ekbom::logic::table::RuleFlag| {
        let certain: Truth<bool> = evaluate(&flag.when, facts);
        certain.yes != flag.unless
    };
    rule.flags.iter().filter(raised).map(|flag| flag.code.to_string()).collect()
}

fn number(facts: &mut FactBox, fact: Fact, value: f64) {
    facts.set_value(fact, Interval::exact(value).unwrap());
}

/// Sixty years old, a man, no renal disease.
fn adult() -> FactBox {
    let mut facts = FactBox::new();
    number(&mut facts, Fact::AgeYears, 60.0);
    facts.set_flag(Fact::Person, Person::Male.only());
    number(&mut facts, Fact::Egfr, 90.0);
    facts.set_flag(Fact::Dialysis, Options::NO);
    facts.set_flag(Fact::Esrd, Options::NO);
    facts
}

fn on_dialysis() -> FactBox {
    let mut facts = adult();
    facts.set_flag(Fact::Dialysis, Options::YES);
    facts
}

fn child() -> FactBox {
    let mut facts = adult();
    number(&mut facts, Fact::AgeYears, 9.0);
    facts
}

fn has(flags: &BTreeSet<String>, code: &str) -> bool {
    flags.contains(code)
}

#[test]
fn dopamine_agonists_divide_the_guidelines() {
    let facts = adult();
    assert_eq!(position(Treatment::Pramipexole, "aasm-2025", &facts), ["against_conditional"]);
    assert_eq!(position(Treatment::Pramipexole, "aan-2016", &facts), ["for_strong"]);
    let raised = flags(Treatment::Pramipexole, "aasm-2025", &facts);
    assert!(has(&raised, "standard_use_only") && !has(&raised, "pregnancy_safety"), "{raised:?}");
    for treatment in [Treatment::Levodopa, Treatment::Rotigotine, Treatment::Ropinirole] {
        assert!(has(&flags(treatment, "aasm-2025", &facts), "standard_use_only"), "{treatment}");
    }
    for treatment in [Treatment::Bupropion, Treatment::Clonazepam, Treatment::Cabergoline] {
        assert!(!has(&flags(treatment, "aasm-2025", &facts), "standard_use_only"), "{treatment}");
    }
    assert!(has(&flags(Treatment::Pramipexole, "article", &facts), "superseded_by_aasm_2025"));
    let one = Position::AgainstConditional.set();
    assert!(!Treatment::Pramipexole.question().can_agree(one, Position::ForStrong.set()));
}

#[test]
fn cabergoline_works_and_is_not_recommended() {
    let facts = adult();
    assert_eq!(position(Treatment::Cabergoline, "aasm-2025", &facts), ["against_strong"]);
    assert_eq!(position(Treatment::Cabergoline, "aan-2016", &facts), ["for_strong"]);
    assert!(has(&flags(Treatment::Cabergoline, "aan-2016", &facts), "valvulopathy"));
    assert_eq!(position(Treatment::Cabergoline, "efns-2012", &facts), ["against_conditional"]);
    assert!(has(&flags(Treatment::Cabergoline, "efns-2012", &facts), "effective_not_recommended"));
}

#[test]
fn end_stage_renal_disease_is_not_lent_the_adults_recommendation() {
    let facts = on_dialysis();
    assert_eq!(position(Treatment::Pregabalin, "aasm-2025", &facts), ["not_addressed"]);
    assert_eq!(position(Treatment::Gabapentin, "aasm-2025", &facts), ["for_conditional"]);
    assert!(has(&flags(Treatment::Gabapentin, "aasm-2025", &facts), "renal_dose"));
    assert_eq!(position(Treatment::Levodopa, "aasm-2025", &facts), ["against_conditional"]);
    assert_eq!(position(Treatment::VitaminC, "aasm-2025", &facts), ["for_conditional"]);
    assert_eq!(position(Treatment::VitaminC, "aasm-2025", &adult()), ["not_addressed"]);
    for treatment in Treatment::ALL {
        for guideline in ["aasm-2025", "aan-2016", "efns-2012", "mayo-2021", "aasm-2012"] {
            if treatment::TABLES
                .iter()
                .any(|t| t.question.id == treatment.question().id && t.guideline.id == guideline)
            {
                assert_ne!(
                    position(*treatment, guideline, &facts),
                    ["for_strong"],
                    "{treatment} {guideline}"
                );
            }
        }
    }
    let mut by_egfr = adult();
    number(&mut by_egfr, Fact::Egfr, 9.0);
    assert!(has(&flags(Treatment::VitaminC, "aasm-2025", &by_egfr), "esrd_by_egfr"));
    let mut open = adult();
    open.set_flag(Fact::Dialysis, Options::UNKNOWN);
    assert_eq!(position(Treatment::Gabapentin, "aasm-2025", &open), ["for_strong", "for_conditional"]);
}

#[test]
fn adults_rows_never_answer_for_a_child() {
    let mut facts = child();
    number(&mut facts, Fact::Ferritin, 30.0);
    number(&mut facts, Fact::Tsat, 15.0);
    facts.set_flag(Fact::RlsRefractory, Options::YES);
    facts.set_flag(Fact::Plmd, Options::YES);
    for table in treatment::TABLES {
        let compiled = Table::try_from(*table).unwrap();
        let set = compiled.possible(&facts, &mut Scratch::default());
        let expected = if compiled.name() == "treatment.ferrous_sulfate@aasm-2025" {
            Position::ForConditional
        } else {
            Position::NotAddressed
        };
        assert_eq!(set, expected.set(), "{}", compiled.name());
    }
    number(&mut facts, Fact::AgeYears, 1.5);
    assert_eq!(position(Treatment::FerrousSulfate, "aasm-2025", &facts), ["not_addressed"]);
    number(&mut facts, Fact::AgeYears, 9.0);
    number(&mut facts, Fact::Ferritin, 50.0);
    assert_eq!(position(Treatment::FerrousSulfate, "aasm-2025", &facts), ["not_addressed"]);
}

#[test]
fn triazolam_is_about_periodic_limb_movements() {
    let mut facts = adult();
    assert_eq!(position(Treatment::Triazolam, "aasm-2025", &facts), ["against_conditional", "not_addressed"]);
    facts.set_flag(Fact::Plmd, Options::NO);
    assert_eq!(position(Treatment::Triazolam, "aasm-2025", &facts), ["not_addressed"]);
    facts.set_flag(Fact::Plmd, Options::YES);
    assert_eq!(position(Treatment::Triazolam, "aasm-2025", &facts), ["against_conditional"]);
    assert_eq!(position(Treatment::ValproicAcid, "aasm-2025", &facts), ["against_conditional"]);
}

#[test]
fn iron_products_follow_the_iron_table() {
    let at = |ferritin: f64, tsat: f64, base: FactBox| {
        let mut facts = base;
        number(&mut facts, Fact::Ferritin, ferritin);
        number(&mut facts, Fact::Tsat, tsat);
        facts
    };
    let low = at(40.0, 25.0, adult());
    assert_eq!(position(Treatment::FerricCarboxymaltose, "aasm-2025", &low), ["for_strong"]);
    assert_eq!(position(Treatment::FerrousSulfate, "aasm-2025", &low), ["for_conditional"]);
    assert!(has(&flags(Treatment::FerricCarboxymaltose, "aasm-2025", &low), "appropriate_iron_status"));
    let middle = at(90.0, 25.0, adult());
    assert_eq!(position(Treatment::IronDextran, "aasm-2025", &middle), ["for_conditional"]);
    assert_eq!(position(Treatment::FerrousSulfate, "aasm-2025", &middle), ["not_addressed"]);
    let high = at(150.0, 30.0, adult());
    for treatment in [Treatment::FerricCarboxymaltose, Treatment::IronDextran, Treatment::Ferumoxytol] {
        assert_eq!(position(treatment, "aasm-2025", &high), ["not_addressed"], "{treatment}");
        assert!(has(&flags(treatment, "aasm-2025", &high), "appropriate_iron_status"));
    }
    let literal = at(900.0, 12.0, adult());
    let raised = flags(Treatment::FerricCarboxymaltose, "aasm-2025", &literal);
    assert!(has(&raised, "beyond_trial_range") && has(&raised, "literal_or_above_100"));
    assert!(has(&flags(Treatment::FerrousSulfate, "aasm-2025", &literal), "oral_poorly_absorbed"));
    assert_eq!(
        position(Treatment::IronSucrose, "aasm-2025", &at(150.0, 15.0, on_dialysis())),
        ["for_conditional"]
    );
    assert_eq!(
        position(Treatment::IronSucrose, "aasm-2025", &at(250.0, 15.0, on_dialysis())),
        ["not_addressed"]
    );
    assert_eq!(position(Treatment::IronSucrose, "aasm-2025", &low), ["not_addressed"]);
    assert_eq!(
        position(Treatment::FerricCarboxymaltose, "aasm-2025", &at(40.0, 15.0, on_dialysis())),
        ["not_addressed"]
    );
}

#[test]
fn pregnancy_and_kidney_are_flagged_unless_certainly_fine() {
    let mut facts = adult();
    let pregabalin = flags(Treatment::Pregabalin, "aasm-2025", &facts);
    assert!(
        !has(&pregabalin, "renal_dose")
            && has(&pregabalin, "falls")
            && has(&pregabalin, "opioid_combination")
    );
    assert!(has(&pregabalin, "b12_lowering_medicine"));
    number(&mut facts, Fact::Egfr, 45.0);
    assert!(has(&flags(Treatment::Pregabalin, "aasm-2025", &facts), "renal_dose"));
    facts.set_flag(
        Fact::Person,
        Person::Male.only().or(Person::FemaleNotPregnant.only()).or(Person::PREGNANT),
    );
    assert!(has(&flags(Treatment::Pregabalin, "aasm-2025", &facts), "pregnancy_safety"));
    assert!(!has(&flags(Treatment::PeronealNerveStimulation, "aasm-2025", &facts), "pregnancy_safety"));
    for table in treatment::TABLES {
        let drug = Treatment::from_id(table.question.id.trim_start_matches("treatment.")).unwrap().kind()
            != question::TreatmentKind::NonDrug;
        let insufficient = Position::InsufficientEvidence.set();
        let takes_side = |rule: &&RuleData| !rule.grades.is_empty() && rule.answers != insufficient;
        for rule in table.rules.iter().filter(takes_side) {
            let flagged = rule.flags.iter().any(|flag| flag.code == "pregnancy_safety");
            assert_eq!(flagged, drug, "{} {} {}", table.guideline.id, table.question.id, rule.name);
        }
    }
}

#[test]
fn mayo_gives_an_order() {
    let mut facts = adult();
    number(&mut facts, Fact::TimesPerWeek, 5.0);
    number(&mut facts, Fact::DurationMonths, 60.0);
    facts.set_flag(Fact::ProvokedOnly, Options::NO);
    assert_eq!(position(Treatment::Gabapentin, "mayo-2021", &facts), ["for_conditional"]);
    assert_eq!(position(Treatment::Ropinirole, "mayo-2021", &facts), ["for_conditional"]);
    assert!(has(&flags(Treatment::Ropinirole, "mayo-2021", &facts), "second_line"));
    assert!(!has(&flags(Treatment::Gabapentin, "mayo-2021", &facts), "second_line"));
    assert_eq!(position(Treatment::Levodopa, "mayo-2021", &facts), ["not_addressed"]);
    number(&mut facts, Fact::TimesPerWeek, 1.0);
    number(&mut facts, Fact::LifetimeEvents, 20.0);
    assert_eq!(position(Treatment::Levodopa, "mayo-2021", &facts), ["for_conditional"]);
    assert_eq!(position(Treatment::Gabapentin, "mayo-2021", &facts), ["not_addressed"]);
}

#[test]
fn aasm_makes_28_recommendations_on_23_interventions() {
    assert_eq!(Treatment::ALL.len(), 29);
    let of = |id: &str| treatment::TABLES.iter().filter(|table| table.guideline.id == id).collect::<Vec<_>>();
    let aasm = of("aasm-2025");
    assert_eq!(aasm.len(), 23);
    let grades = aasm.iter().flat_map(|table| table.rules).flat_map(|rule| rule.grades);
    assert_eq!(grades.count(), 28);
    let strong = aasm.iter().filter(|table| {
        table.rules.iter().flat_map(|rule| rule.grades).any(|grade| grade.strength == "strong")
    });
    assert_eq!(strong.count(), 5, "four for, one against");
    for (id, tables) in [
        ("aan-2016", 24),
        ("efns-2012", 7),
        ("mayo-2021", 8),
        ("aasm-2012", 11),
        ("s2k-2022", 7),
        ("cps-2023", 3),
        ("article", 3),
    ] {
        assert_eq!(of(id).len(), tables, "{id}");
    }
    for treatment in Treatment::ALL {
        assert!(
            treatment::TABLES.iter().any(|table| table.question.id == treatment.question().id),
            "{treatment}"
        );
    }
}

#[test]
fn tables_compile_and_their_sources_exist() {
    let mut names = BTreeSet::new();
    for table in guideline::tables() {
        let compiled = Table::try_from(table).unwrap();
        assert!(names.insert(compiled.name()), "{} twice", compiled.name());
        assert!(question::all().any(|question| question.id == table.question.id), "{}", compiled.name());
    }
    for table in treatment::TABLES {
        let id = table.question.id.trim_start_matches("treatment.");
        let mut rules = BTreeSet::new();
        for rule in table.rules {
            assert!(rules.insert(rule.name), "{}: {} twice", table.question.id, rule.name);
            assert!(!rule.cites.is_empty());
            for cite in rule.cites {
                assert!(source::find(cite.source).is_some(), "{}", cite.source);
            }
            assert!(rule.grades.iter().all(|grade| grade.action == id), "{id}");
            if rule.answers == Position::InsufficientEvidence.set() {
                continue;
            }
            assert_eq!(
                rule.grades.is_empty(),
                // Where either of two recommendations may speak, neither grade holds.
                rule.answers == Position::NotAddressed.set() || rule.name == "egfr-below-15",
                "{id} {}",
                rule.name
            );
            if !rule.grades.is_empty() && table.guideline.id != "aasm-2025" {
                assert!(
                    matches!(rule.verification, Verification::Derived | Verification::Unverified),
                    "a mapped grade is derived at best: {id} of {}",
                    table.guideline.id
                );
            }
            assert_ne!(
                (table.guideline.id.as_ref(), rule.verification, rule.grades.is_empty()),
                ("aasm-2025", Verification::Original, false)
            );
        }
    }
}

/// A direction or a certainty known from memory only makes its rule unverified: the weaker part counts. Where it is
/// the certainty alone, the remark says so.
#[test]
fn what_nobody_could_check_is_marked() {
    let mut marked = Vec::new();
    for table in treatment::TABLES.iter().filter(|table| table.guideline.id == "aasm-2025") {
        let unverified = table.rules.iter().filter(|rule| rule.verification == Verification::Unverified);
        // Those that rest on pages of machines alone say it by their sources; see tests/evidence.rs.
        for rule in unverified.filter(|rule| rule.note.contains("ertainty")) {
            marked.push((table.question.id, rule.name, rule.note.starts_with("Certainty unverified")));
        }
    }
    assert_eq!(
        marked,
        [
            ("treatment.levodopa", "esrd", true),
            ("treatment.rotigotine", "esrd", true),
            ("treatment.cabergoline", "adult", true),
            ("treatment.bupropion", "adult", true),
            ("treatment.valproic_acid", "adult", true),
            ("treatment.valerian", "adult", false),
        ]
    );
}

#[test]
fn every_rule_can_apply() {
    let open = FactBox::new();
    for table in treatment::TABLES {
        let compiled = Table::try_from(*table).unwrap();
        let mut facts = open.clone();
        for fact in [Fact::Ferritin, Fact::Tsat, Fact::Egfr] {
            facts.set_reported(fact, true);
        }
        let fired = compiled.possible_rules(&facts, &mut Scratch::default());
        for (rule, fired) in compiled.rules.iter().zip(fired) {
            assert!(fired, "{} never applies", rule.id);
        }
    }
}
