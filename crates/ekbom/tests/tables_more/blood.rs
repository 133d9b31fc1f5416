//! Iron deficiency in inflammatory bowel disease, iron overload, glycated haemoglobin.

use ekbom::fact::{Band, Fact, Options, Person};

use crate::person::Who;

fn bowel(ferritin: f64, tsat: f64, crp: f64) -> Who {
    let who = Who::woman().yes(Fact::Crohn).number(Fact::Ferritin, ferritin);
    who.number(Fact::Tsat, tsat).number(Fact::Crp, crp)
}

#[test]
fn iron_deficiency_is_asked_in_bowel_disease_only() {
    let asks = |who: Who| who.asks("iron.deficiency", "ecco-2015");
    assert_eq!(asks(bowel(20.0, 10.0, 1.0).is(Fact::Crohn, Options::NO)), "not_applicable");
    let colitis = bowel(20.0, 10.0, 1.0).is(Fact::Crohn, Options::NO).yes(Fact::UlcerativeColitis);
    assert_eq!(asks(colitis), "deficient");
    assert_eq!(asks(bowel(20.0, 10.0, 1.0).unknown(Fact::Crohn)), "deficient|not_applicable");
    assert_eq!(asks(bowel(20.0, 10.0, 1.0).number(Fact::AgeYears, 17.9)), "not_addressed");
    assert_eq!(asks(bowel(20.0, 10.0, 1.0).number(Fact::AgeYears, 18.0)), "deficient");
}

#[test]
fn iron_deficiency_and_inflammation() {
    let asks = |ferritin, tsat, crp| bowel(ferritin, tsat, crp).asks("iron.deficiency", "ecco-2015");
    assert_eq!(asks(29.9, 40.0, 5.0), "deficient");
    assert_eq!(asks(30.0, 10.0, 5.0), "not_deficient");
    assert_eq!(asks(29.9, 40.0, 5.1), "deficient");
    assert_eq!(asks(30.0, 19.9, 5.1), "mixed|possible_with_inflammation");
    assert_eq!(asks(30.0, 20.0, 5.1), "mixed|possible_with_inflammation");
    assert_eq!(asks(100.0, 19.9, 5.1), "mixed|possible_with_inflammation");
    assert_eq!(asks(100.0, 20.0, 5.1), "mixed|possible_with_inflammation");
    assert_eq!(asks(100.1, 19.9, 5.1), "anaemia_of_inflammation");
    assert_eq!(asks(100.1, 20.0, 5.1), "not_deficient");
    let flagged =
        |ferritin| bowel(ferritin, 30.0, 9.0).raises("boundary_unspecified", "iron.deficiency", "ecco-2015");
    assert!(flagged(100.0) && !flagged(99.9));
    let no_crp = Who::woman().yes(Fact::Crohn).number(Fact::Ferritin, 60.0).number(Fact::Tsat, 15.0);
    assert_eq!(no_crp.asks("iron.deficiency", "ecco-2015"), "mixed|possible_with_inflammation|not_deficient");
}

fn homozygous(who: Who, tsat: f64, ferritin: f64) -> Who {
    who.yes(Fact::HfeC282yHomozygous).number(Fact::Tsat, tsat).number(Fact::Ferritin, ferritin)
}

#[test]
fn overload_by_sex_menopause_and_genotype() {
    let asks = |who: &Who| who.asks("iron.overload", "easl-2022");
    // The published pair: a woman at 46 % and 201, a man at 46 % and 301.
    assert_eq!(asks(&homozygous(Who::woman(), 46.0, 201.0)), "overload_provisional");
    assert_eq!(asks(&homozygous(Who::man(), 46.0, 301.0)), "no_overload");
    assert_eq!(asks(&homozygous(Who::woman(), 45.0, 201.0)), "no_overload");
    assert_eq!(asks(&homozygous(Who::woman(), 46.0, 200.0)), "no_overload");
    for who in [Who::man(), Who::woman().yes(Fact::Postmenopausal)] {
        assert_eq!(asks(&homozygous(who.clone(), 50.1, 300.1)), "overload_provisional");
        assert_eq!(asks(&homozygous(who.clone(), 50.0, 301.0)), "no_overload");
        assert_eq!(asks(&homozygous(who, 51.0, 300.0)), "no_overload");
    }
    let open = homozygous(Who::woman().unknown(Fact::Postmenopausal), 46.0, 250.0);
    assert_eq!(asks(&open), "overload_provisional|no_overload");
    assert_eq!(asks(&open.clone().is(Fact::Person, Person::PregnantT2.only())), "overload_provisional");
    let high = homozygous(Who::woman().unknown(Fact::Person).unknown(Fact::Postmenopausal), 60.0, 400.0);
    assert_eq!(asks(&high), "overload_provisional");
    assert_eq!(asks(&high.clone().is(Fact::HfeC282yHomozygous, Options::NO)), "not_addressed");
    assert_eq!(asks(&high.unknown(Fact::HfeC282yHomozygous)), "overload_provisional|not_addressed");
    assert_eq!(asks(&homozygous(Who::aged(17.0), 60.0, 400.0)), "not_addressed");
}

#[test]
fn whom_to_test_for_haemochromatosis() {
    let asks = |who: &Who| who.asks("iron.overload", "aasld-2011");
    let within =
        Who::man().number(Fact::Tsat, 44.9).number(Fact::Ferritin, 200.0).band(Fact::Ferritin, Band::InRange);
    assert_eq!(asks(&within), "no_overload");
    assert_eq!(asks(&within.clone().number(Fact::Tsat, 45.0)), "hfe_test");
    assert_eq!(asks(&within.clone().band(Fact::Ferritin, Band::High)), "hfe_test");
    let no_limit = Who::man().number(Fact::Tsat, 30.0).number(Fact::Ferritin, 200.0);
    assert_eq!(asks(&no_limit), "hfe_test|no_overload");
    assert!(no_limit.raises("ferritin_limit_not_given", "iron.overload", "aasld-2011"));
    assert_eq!(asks(&no_limit.number(Fact::Tsat, 88.0)), "hfe_test");
    assert_eq!(asks(&within.number(Fact::AgeYears, 17.0)), "not_addressed");
}

#[test]
fn glycaemia_in_per_cent() {
    let asks = |value, guideline| Who::woman().first(Fact::Hba1c, value).asks("glycaemia", guideline);
    assert_eq!(asks(5.69, "ada"), "normal");
    assert_eq!(asks(5.7, "ada"), "prediabetes");
    assert_eq!(asks(6.49, "ada"), "prediabetes");
    assert_eq!(asks(6.5, "ada"), "diabetes_range");
    // 6.5 % is 47.5 mmol/mol: between the two bands as printed in whole numbers.
    assert_eq!(asks(6.5, "nice"), "prediabetes|diabetes_range");
    assert_eq!(asks(6.6, "nice"), "diabetes_range");
    assert_eq!(asks(5.9, "nice"), "normal");
    assert_eq!(asks(6.0, "nice"), "prediabetes");
}

#[test]
fn glycaemia_in_mmol_per_mol() {
    let who = |value| Who::woman().second(Fact::Hba1c, value);
    let asks = |value, guideline| who(value).asks("glycaemia", guideline);
    assert_eq!(asks(38.9, "ada"), "normal");
    assert_eq!(asks(39.0, "ada"), "prediabetes");
    assert_eq!(asks(41.9, "nice"), "normal");
    assert_eq!(asks(42.0, "nice"), "prediabetes");
    for guideline in ["ada", "nice"] {
        assert_eq!(asks(47.0, guideline), "prediabetes");
        assert_eq!(asks(47.6, guideline), "prediabetes|diabetes_range");
        assert!(who(47.6).raises("boundary_unspecified", "glycaemia", guideline));
        assert_eq!(asks(48.0, guideline), "diabetes_range");
        assert!(who(48.0).flags("glycaemia", guideline).is_empty());
    }
    assert_eq!(Who::aged(17.0).second(Fact::Hba1c, 48.0).asks("glycaemia", "ada"), "not_addressed");
}

#[test]
fn glycated_haemoglobin_is_unreliable() {
    let who = Who::woman().second(Fact::Hba1c, 50.0).number(Fact::Haemoglobin, 130.0);
    let unreliable = |who: &Who| {
        let [ada, nice] =
            ["ada", "nice"].map(|guideline| who.raises("hba1c_unreliable", "glycaemia", guideline));
        assert_eq!(ada, nice);
        ada
    };
    assert!(!unreliable(&who));
    for haemoglobin in [119.0, 100.0, 70.0] {
        assert!(unreliable(&who.clone().number(Fact::Haemoglobin, haemoglobin)));
    }
    assert!(!unreliable(&who.clone().number(Fact::Haemoglobin, 120.0)));
    assert!(unreliable(&who.clone().number(Fact::Ferritin, 29.9)));
    assert!(!unreliable(&who.clone().number(Fact::Ferritin, 30.0)));
    assert!(unreliable(&who.clone().number(Fact::Tsat, 19.9)));
    assert!(!unreliable(&who.clone().number(Fact::Tsat, 20.0)));
    assert!(unreliable(&who.clone().yes(Fact::IronDeficiencyAnaemia)));
    assert!(unreliable(&who.yes(Fact::Dialysis)));
}
