//! Folate, and the treatment of vitamin B12 deficiency.

use ekbom::fact::{B12Cause, Band, Fact, FactBox, FolateAssay, Options, Part, Person};

use crate::person::Who;

const FOLATE: &str = "folate.status";
const TREATMENT: &str = "b12.treatment";
const SIGNS: [Fact; 6] = [
    Fact::GaitDisturbance,
    Fact::MuscleWeakness,
    Fact::AbnormalReflexes,
    Fact::ImpairedPositionOrVibration,
    Fact::CognitiveChange,
    Fact::VisualChange,
];

#[test]
fn folate_of_the_who_in_both_units() {
    let asks = |who: Who| who.asks(FOLATE, "who-folate");
    assert_eq!(asks(Who::woman().first(Fact::FolateSerum, 2.99)), "deficient");
    assert_eq!(asks(Who::woman().first(Fact::FolateSerum, 3.0)), "sufficient");
    assert_eq!(asks(Who::woman().second(Fact::FolateSerum, 6.79)), "deficient");
    assert_eq!(asks(Who::woman().second(Fact::FolateSerum, 6.8)), "sufficient");
    assert_eq!(asks(Who::woman().first(Fact::FolateRbc, 99.9)), "deficient");
    assert_eq!(asks(Who::woman().first(Fact::FolateRbc, 100.0)), "sufficient");
    assert_eq!(asks(Who::woman().second(Fact::FolateRbc, 226.4)), "deficient");
    assert_eq!(asks(Who::woman().second(Fact::FolateRbc, 226.5)), "sufficient");
    assert_eq!(asks(Who::woman()), "deficient|sufficient");
    assert_eq!(asks(Who::aged(17.0).first(Fact::FolateSerum, 2.0)), "not_addressed");
}

#[test]
fn folate_markers_that_disagree() {
    let who = Who::woman().first(Fact::FolateSerum, 2.0).first(Fact::FolateRbc, 200.0);
    assert_eq!(who.asks(FOLATE, "who-folate"), "deficient|sufficient");
    assert!(who.raises("markers_discordant", FOLATE, "who-folate"));
    let assay = |assay: FolateAssay| who.clone().is(Fact::FolateAssay, assay.only());
    assert_eq!(assay(FolateAssay::Microbiological).asks(FOLATE, "pfeiffer-2016"), "deficient|sufficient");
    assert_eq!(assay(FolateAssay::ProteinBinding).asks(FOLATE, "pfeiffer-2016"), "borderline|sufficient");
    // For BSH serum comes first.
    assert_eq!(who.asks(FOLATE, "bsh-2014"), "deficient");
}

#[test]
fn folate_by_assay_in_nmol_whatever_was_reported() {
    let asks = |assay: Options, who: Who| who.is(Fact::FolateAssay, assay).asks(FOLATE, "pfeiffer-2016");
    let serum = |value| Who::woman().second(Fact::FolateSerum, value);
    let red_cell = |value| Who::woman().second(Fact::FolateRbc, value);
    let (micro, binding) = (FolateAssay::Microbiological.only(), FolateAssay::ProteinBinding.only());
    assert_eq!(asks(micro, serum(6.9)), "deficient");
    assert_eq!(asks(micro, serum(7.0)), "sufficient");
    assert_eq!(asks(binding, serum(9.9)), "borderline");
    assert_eq!(asks(binding, serum(10.0)), "sufficient");
    assert_eq!(asks(micro, red_cell(304.9)), "deficient");
    assert_eq!(asks(micro, red_cell(305.0)), "sufficient");
    assert_eq!(asks(binding, red_cell(339.9)), "borderline");
    assert_eq!(asks(binding, red_cell(340.0)), "sufficient");
    // 3.05 ng/mL is 6.91 nmol/L, 3.1 ng/mL is 7.02.
    assert_eq!(asks(micro, Who::woman().first(Fact::FolateSerum, 3.05)), "deficient");
    assert_eq!(asks(micro, Who::woman().first(Fact::FolateSerum, 3.1)), "sufficient");
    // The assay unknown: both limits stay possible.
    let unknown = micro.or(binding);
    assert_eq!(asks(unknown, red_cell(320.0)), "borderline|sufficient");
    assert_eq!(asks(unknown, red_cell(300.0)), "deficient|borderline");
    assert_eq!(asks(unknown, red_cell(340.0)), "sufficient");
    assert_eq!(asks(micro, Who::aged(17.0).second(Fact::FolateSerum, 5.0)), "not_addressed");
}

#[test]
fn folate_of_bsh() {
    let asks = |who: Who| who.asks(FOLATE, "bsh-2014");
    assert_eq!(asks(Who::woman().second(Fact::FolateSerum, 6.9)), "deficient");
    assert_eq!(asks(Who::woman().second(Fact::FolateSerum, 7.0)), "borderline");
    assert_eq!(asks(Who::woman().second(Fact::FolateSerum, 10.0)), "borderline");
    assert_eq!(asks(Who::woman().second(Fact::FolateSerum, 10.1)), "sufficient");
    assert_eq!(asks(Who::woman().first(Fact::FolateSerum, 2.9)), "deficient");
    // 3.05 ng/mL is 6.9 nmol/L: by ng/mL equivocal.
    let between = Who::woman().first(Fact::FolateSerum, 3.05);
    assert_eq!(between.asks(FOLATE, "bsh-2014"), "borderline");
    assert_eq!(asks(Who::woman().first(Fact::FolateSerum, 4.5)), "sufficient");
    // Red cells only once a lack of vitamin B12 is ruled out.
    let ruled_out = || Who::woman().first(Fact::B12Total, 500.0);
    assert_eq!(asks(ruled_out().first(Fact::FolateRbc, 149.9)), "deficient");
    assert_eq!(asks(ruled_out().first(Fact::FolateRbc, 150.0)), "sufficient");
    assert_eq!(asks(ruled_out().second(Fact::FolateRbc, 339.9)), "deficient");
    assert_eq!(asks(ruled_out().second(Fact::FolateRbc, 340.0)), "sufficient");
    assert_eq!(asks(Who::woman().first(Fact::FolateRbc, 149.9)), "deficient|not_addressed");
    assert_eq!(
        asks(Who::woman().first(Fact::B12Total, 100.0).first(Fact::FolateRbc, 100.0)),
        "not_addressed"
    );
    assert_eq!(asks(Who::woman()), "deficient|borderline|sufficient");
}

#[test]
fn folate_by_the_laboratory() {
    let asks = |who: Who| who.asks(FOLATE, "laboratory");
    let serum = |band| Who::woman().band(Fact::FolateSerum, band);
    assert_eq!(asks(serum(Band::Low)), "deficient");
    assert_eq!(asks(serum(Band::Grey)), "borderline");
    assert_eq!(asks(serum(Band::InRange)), "sufficient");
    assert_eq!(asks(serum(Band::High)), "sufficient");
    assert_eq!(asks(serum(Band::NotGiven)), "not_addressed");
    assert_eq!(asks(Who::woman().band(Fact::FolateRbc, Band::Low)), "deficient");
    assert_eq!(asks(serum(Band::InRange).band(Fact::FolateRbc, Band::Low)), "sufficient");
    assert_eq!(asks(serum(Band::Low).number(Fact::AgeYears, 17.0)), "not_addressed");
}

#[test]
fn folic_acid_after_b12() {
    let low =
        Who::woman().second(Fact::FolateSerum, 5.0).is(Fact::FolateAssay, FolateAssay::ProteinBinding.only());
    for guideline in ["who-folate", "pfeiffer-2016", "bsh-2014"] {
        let flagged = |who: &Who| who.raises("folate_before_b12", FOLATE, guideline);
        assert!(flagged(&low), "{guideline}");
        assert!(flagged(&low.clone().first(Fact::B12Total, 150.0)), "{guideline}");
        assert!(!flagged(&low.clone().first(Fact::B12Total, 400.0)), "{guideline}");
        assert!(!flagged(&low.clone().yes(Fact::B12Replacement)), "{guideline}");
        assert!(!flagged(&Who::woman().second(Fact::FolateSerum, 20.0)), "{guideline}");
    }
}

/// Total vitamin B12 in ng/L and a cause.
fn b12(value: f64, cause: B12Cause) -> Who {
    Who::woman().first(Fact::B12Total, value).is(Fact::B12Cause, cause.only())
}

#[test]
fn nice_treats_by_cause() {
    let asks = |cause| b12(150.0, cause).asks(TREATMENT, "nice-ng239");
    assert_eq!(asks(B12Cause::AutoimmuneGastritis), "im");
    assert_eq!(asks(B12Cause::TotalGastrectomy), "im");
    assert_eq!(asks(B12Cause::CompleteTerminalIlealResection), "im");
    assert_eq!(asks(B12Cause::OtherMalabsorption), "im|oral_high_dose");
    assert_eq!(asks(B12Cause::NitrousOxide), "im|oral_high_dose");
    assert_eq!(asks(B12Cause::Medicine), "oral_high_dose|oral_dietary");
    assert_eq!(asks(B12Cause::Dietary), "oral_dietary");
    let unknown = Who::woman().first(Fact::B12Total, 150.0);
    assert_eq!(unknown.asks(TREATMENT, "nice-ng239"), "im|oral_high_dose|oral_dietary");
    for sign in SIGNS {
        let signed = b12(150.0, B12Cause::Dietary).yes(sign);
        assert_eq!(signed.asks(TREATMENT, "nice-ng239"), "im|oral_dietary", "{sign}");
        assert!(signed.raises("treat_before_results", TREATMENT, "nice-ng239"), "{sign}");
        let medicine = b12(150.0, B12Cause::Medicine).yes(sign);
        assert_eq!(medicine.asks(TREATMENT, "nice-ng239"), "im|oral_high_dose|oral_dietary", "{sign}");
    }
    for symptom in [Fact::Paraesthesia, Fact::Numbness] {
        let only = b12(150.0, B12Cause::Dietary).yes(symptom);
        assert!(only.flags(TREATMENT, "nice-ng239").is_empty(), "{symptom}");
    }
}

#[test]
fn nice_follows_both_lines_of_tests() {
    let asks = |who: &Who| who.asks(TREATMENT, "nice-ng239");
    let grey = b12(180.0, B12Cause::Dietary);
    assert_eq!(asks(&b12(179.9, B12Cause::Dietary)), "oral_dietary");
    assert_eq!(asks(&grey), "oral_dietary|not_indicated");
    let kidney = grey.number(Fact::Egfr, 90.0);
    assert_eq!(asks(&kidney.clone().number(Fact::MmaSerum, 500.0)), "oral_dietary");
    assert_eq!(asks(&kidney.number(Fact::MmaSerum, 200.0)), "not_indicated");
    assert_eq!(asks(&b12(350.1, B12Cause::Dietary)), "not_indicated");
    assert_eq!(asks(&b12(150.0, B12Cause::Dietary).yes(Fact::B12Replacement)), "not_addressed");
    assert_eq!(asks(&b12(150.0, B12Cause::Dietary).yes(Fact::NitrousOxide)), "not_addressed");
    assert_eq!(asks(&b12(150.0, B12Cause::Dietary).number(Fact::AgeYears, 15.9)), "not_addressed");
    assert_eq!(asks(&b12(150.0, B12Cause::Dietary).number(Fact::AgeYears, 16.0)), "oral_dietary");
}

#[test]
fn nice_does_not_wait_for_results() {
    let now = |who: &Who| who.raises("treat_before_results", TREATMENT, "nice-ng239");
    let untested = Who::woman().yes(Fact::GaitDisturbance);
    assert!(!now(&untested), "no risk factor: nothing prompts a test");
    let at_risk = untested.yes(Fact::Vegan);
    assert!(now(&at_risk));
    assert_eq!(at_risk.asks(TREATMENT, "nice-ng239"), "im|oral_high_dose|oral_dietary|not_indicated");
    let grey = b12(250.0, B12Cause::OtherMalabsorption).yes(Fact::VisualChange);
    assert!(now(&grey));
    assert_eq!(grey.asks(TREATMENT, "nice-ng239"), "im|oral_high_dose|oral_dietary|not_indicated");
    assert!(!now(&grey.clone().number(Fact::MmaSerum, 200.0).number(Fact::Egfr, 90.0)));
    let unlikely = b12(500.0, B12Cause::Dietary).yes(Fact::VisualChange);
    assert_eq!(unlikely.flags(TREATMENT, "nice-ng239"), ["b12_discordant_clinical"]);
}

#[test]
fn oral_dose_in_pregnancy_is_flagged() {
    let flagged = |who: &Who| who.raises("b12_dose_in_pregnancy_unverified", TREATMENT, "nice-ng239");
    let dietary = b12(150.0, B12Cause::Dietary);
    assert!(!flagged(&dietary));
    assert!(flagged(&dietary.yes(Fact::Breastfeeding)));
    let pregnant = Who::woman()
        .is(Fact::Person, Person::PregnantT2.only())
        .number(Fact::Holotc, 20.0)
        .is(Fact::B12Cause, B12Cause::Dietary.only());
    assert_eq!(pregnant.asks(TREATMENT, "nice-ng239"), "oral_dietary");
    assert!(flagged(&pregnant));
}

#[test]
fn bsh_treats_by_signs_and_own_limits() {
    let own = |band| Who::woman().first(Fact::B12Total, 200.0).band(Fact::B12Total, band);
    let asks = |who: &Who| who.asks(TREATMENT, "bsh-2014");
    assert_eq!(asks(&own(Band::Low)), "im");
    assert_eq!(asks(&own(Band::Grey)), "im|not_indicated");
    assert_eq!(asks(&own(Band::InRange)), "not_indicated");
    assert_eq!(asks(&own(Band::NotGiven)), "not_addressed");
    assert_eq!(asks(&own(Band::Low).number(Fact::AgeYears, 17.0)), "not_addressed");
    for sign in SIGNS {
        assert_eq!(asks(&own(Band::Low).yes(sign)), "im_neurological", "{sign}");
        assert_eq!(asks(&own(Band::Grey).yes(sign)), "trial", "{sign}");
        let discordant = own(Band::InRange).yes(sign);
        assert_eq!(asks(&discordant), "trial", "{sign}");
        assert!(discordant.raises("b12_discordant_clinical", TREATMENT, "bsh-2014"), "{sign}");
        let no_limit = |value| Who::woman().first(Fact::B12Total, value).yes(sign);
        assert_eq!(asks(&no_limit(199.9)), "im_neurological", "{sign}");
        assert_eq!(asks(&no_limit(200.0)), "trial", "{sign}");
    }
    assert_eq!(asks(&own(Band::Low).yes(Fact::Paraesthesia)), "im");
}

#[test]
fn aafp_prefers_the_oral_route() {
    let asks = |who: &Who| who.asks(TREATMENT, "aafp-2025");
    assert_eq!(asks(&b12(179.9, B12Cause::Dietary)), "oral_high_dose");
    assert_eq!(asks(&b12(179.9, B12Cause::Dietary).yes(Fact::CognitiveChange)), "im|oral_high_dose");
    assert_eq!(asks(&b12(180.0, B12Cause::Dietary)), "oral_high_dose|not_indicated");
    assert_eq!(asks(&b12(350.1, B12Cause::Dietary)), "not_indicated");
    assert_eq!(asks(&b12(100.0, B12Cause::Dietary).number(Fact::AgeYears, 17.0)), "not_addressed");
    assert_eq!(asks(&b12(100.0, B12Cause::Dietary).yes(Fact::B12Replacement)), "not_addressed");
}

#[test]
fn total_b12_between_its_two_printed_limits() {
    // 132.9 pmol/L is 180.1 ng/L.
    let who = Who::woman().second(Fact::B12Total, 132.9);
    assert_eq!(who.asks("b12.first_line", "nice-ng239"), "deficient");
    assert!(Who::woman().second(Fact::B12Total, 120.0).flags("b12.first_line", "nice-ng239").is_empty());
}

#[test]
fn the_second_reading_is_compared_whatever_the_unit() {
    let mut facts = FactBox::new();
    facts.set_flag(Fact::FolateAssay, FolateAssay::Microbiological.only());
    let unit = Fact::FolateSerum.choice_axis(Part::Unit).unwrap();
    let mut who = Who(facts).second(Fact::FolateSerum, 6.0).number(Fact::AgeYears, 40.0);
    who.0.set_choice(unit, Options::NO.or(Options::YES));
    assert_eq!(who.asks(FOLATE, "pfeiffer-2016"), "deficient");
}
