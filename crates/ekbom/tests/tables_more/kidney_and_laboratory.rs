//! Albuminuria, uraemic restless legs, and results against their own laboratory's limits.

use ekbom::fact::{Band, Fact};

use crate::person::Who;

const ALBUMINURIA: &str = "kidney.albuminuria";

#[test]
fn albuminuria_in_both_units() {
    let per_gram = |value| Who::woman().first(Fact::Uacr, value).asks(ALBUMINURIA, "kdigo");
    let per_mmol = |value| Who::woman().second(Fact::Uacr, value).asks(ALBUMINURIA, "kdigo");
    assert_eq!(per_gram(29.9), "a1");
    assert_eq!(per_gram(30.0), "a2");
    assert_eq!(per_gram(300.0), "a2");
    assert_eq!(per_gram(300.1), "a3");
    assert_eq!(per_mmol(2.9), "a1");
    assert_eq!(per_mmol(3.0), "a2");
    assert_eq!(per_mmol(30.0), "a2");
    assert_eq!(per_mmol(30.1), "a3");
    assert_eq!(Who::aged(17.0).first(Fact::Uacr, 50.0).asks(ALBUMINURIA, "kdigo"), "not_addressed");
    assert_eq!(Who::woman().asks(ALBUMINURIA, "kdigo"), "a1|a2|a3");
}

#[test]
fn albuminuria_flags() {
    // 3.2 mg/mmol is 28.3 mg/g: A2 in the one unit, A1 in the other.
    let between = Who::woman().second(Fact::Uacr, 3.2);
    assert_eq!(between.flags(ALBUMINURIA, "kdigo"), ["single_sample"]);
    assert_eq!(Who::woman().second(Fact::Uacr, 20.0).flags(ALBUMINURIA, "kdigo"), ["single_sample"]);
    // 280 mg/g is 31.7 mg/mmol: A2, or A3.
}

#[test]
fn uraemic_restless_legs() {
    let asks = |who: Who| who.asks("kidney.uraemic_rls", "ekbom-safety");
    let egfr = |value| Who::woman().number(Fact::Egfr, value);
    assert_eq!(asks(egfr(14.9)), "candidate");
    assert_eq!(asks(egfr(15.0)), "flag");
    assert_eq!(asks(egfr(29.9)), "flag");
    assert_eq!(asks(egfr(30.0)), "no");
    assert_eq!(asks(egfr(80.0).yes(Fact::Dialysis)), "candidate");
    assert_eq!(asks(Who::woman().yes(Fact::Esrd)), "candidate");
    assert_eq!(asks(egfr(14.0).number(Fact::AgeYears, 17.0)), "not_addressed");
    assert_eq!(asks(Who::woman()), "candidate|flag|no");
}

#[test]
fn own_limits_or_nothing() {
    let tables = [
        ("thyroid", Fact::Tsh),
        ("calcium", Fact::Calcium),
        ("electrolytes.sodium", Fact::Sodium),
        ("electrolytes.potassium", Fact::Potassium),
        ("electrolytes.magnesium", Fact::Magnesium),
        ("electrolytes.phosphate", Fact::Phosphate),
    ];
    for (question, fact) in tables {
        let asks = |band| Who::woman().number(fact, 1.0).band(fact, band).asks(question, "laboratory");
        assert_eq!(asks(Band::Low), "low", "{fact}");
        assert_eq!(asks(Band::InRange), "in_range", "{fact}");
        assert_eq!(asks(Band::High), "high", "{fact}");
        assert_eq!(asks(Band::NotGiven), "not_addressed", "{fact}");
        assert_eq!(Who::woman().asks(question, "laboratory"), "not_addressed", "{fact}");
        let child = Who::aged(17.0).band(fact, Band::Low);
        assert_eq!(child.asks(question, "laboratory"), "not_addressed", "{fact}");
    }
}
