//! Relevance, onset and augmentation.

use ekbom::fact::{Distress, Fact, FactBox, Options};

use crate::person::Who;

const RELEVANCE: &str = "rls.relevance";

fn distressed(distress: Distress) -> Who {
    Who::woman().is(Fact::Distress, distress.only())
}

#[test]
fn relevance_by_distress_or_impairment() {
    let asks = |who: Who| who.asks(RELEVANCE, "irlssg-2014");
    assert_eq!(asks(distressed(Distress::None)), "not_relevant");
    assert_eq!(asks(distressed(Distress::Mild)), "not_relevant");
    assert_eq!(asks(distressed(Distress::Moderate)), "relevant");
    assert_eq!(asks(distressed(Distress::Severe)), "relevant");
    assert_eq!(asks(distressed(Distress::None).yes(Fact::Impairment)), "relevant");
    assert_eq!(asks(distressed(Distress::Mild).unknown(Fact::Impairment)), "relevant|not_relevant");
    assert_eq!(asks(Who(FactBox::new())), "relevant|not_relevant|not_addressed");
}

#[test]
fn relevance_by_frequency_and_distress() {
    let asks = |who: &Who| who.asks(RELEVANCE, "epidemiology");
    let flagged = |who: &Who| who.raises("frequency_more_than_two", RELEVANCE, "epidemiology");
    let twice = distressed(Distress::Moderate).number(Fact::TimesPerWeek, 2.0);
    assert_eq!(asks(&twice), "relevant");
    assert!(flagged(&twice));
    let more = twice.clone().number(Fact::TimesPerWeek, 2.5);
    assert_eq!(asks(&more), "relevant");
    assert!(!flagged(&more));
    let less = twice.clone().number(Fact::TimesPerWeek, 1.9);
    assert_eq!(asks(&less), "not_relevant");
    assert_eq!(asks(&twice.is(Fact::Distress, Distress::Mild.only())), "not_relevant");
    // Impairment alone is not in this definition.
    let impaired = distressed(Distress::None).number(Fact::TimesPerWeek, 7.0).yes(Fact::Impairment);
    assert_eq!(asks(&impaired), "not_relevant");
}

#[test]
fn relevance_by_frequency_and_duration() {
    let asks = |who: &Who| who.asks(RELEVANCE, "dsm-5");
    let open = |who: &Who| who.raises("distress_level_unspecified", RELEVANCE, "dsm-5");
    let met =
        distressed(Distress::Moderate).number(Fact::TimesPerWeek, 3.0).number(Fact::DurationMonths, 3.0);
    assert_eq!(asks(&met), "relevant");
    assert!(!open(&met));
    assert_eq!(asks(&met.clone().number(Fact::TimesPerWeek, 2.9)), "not_relevant");
    assert_eq!(asks(&met.clone().number(Fact::DurationMonths, 2.9)), "not_relevant");
    let mild = met.clone().is(Fact::Distress, Distress::Mild.only());
    assert_eq!(asks(&mild), "relevant");
    assert!(open(&mild));
    assert!(!open(&mild.yes(Fact::Impairment)));
    let calm = met.is(Fact::Distress, Distress::None.only());
    assert_eq!(asks(&calm), "not_relevant");
    assert_eq!(asks(&calm.yes(Fact::Impairment)), "relevant");
}

#[test]
fn onset_in_the_fifth_to_seventh_decade() {
    let asks = |age: f64, family: Options| {
        Who::woman()
            .number(Fact::OnsetAgeYears, age)
            .is(Fact::FamilyHistoryRls, family)
            .asks("rls.onset_pattern", "article")
    };
    assert_eq!(asks(39.9, Options::NO), "not_suggestive");
    assert_eq!(asks(40.0, Options::NO), "secondary_more_likely");
    assert_eq!(asks(69.9, Options::NO), "secondary_more_likely");
    assert_eq!(asks(70.0, Options::NO), "not_suggestive");
    assert_eq!(asks(55.0, Options::YES), "not_suggestive");
    assert_eq!(asks(55.0, Options::UNKNOWN), "secondary_more_likely|not_suggestive");
}

#[test]
fn augmentation_needs_its_basic_features() {
    let asks = |who: Who| who.asks("rls.augmentation", "mpi-2007");
    let base = Who::woman()
        .number(Fact::SymptomDaysLastWeek, 5.0)
        .yes(Fact::PreviousResponse)
        .number(Fact::HoursEarlier, 4.0);
    assert_eq!(asks(base.clone()), "augmentation");
    assert_eq!(asks(base.clone().number(Fact::SymptomDaysLastWeek, 4.0)), "no_augmentation");
    assert_eq!(asks(base.clone().yes(Fact::ExplainedOtherwise)), "no_augmentation");
    assert_eq!(asks(base.clone().is(Fact::PreviousResponse, Options::NO)), "no_augmentation");
    assert_eq!(asks(base.unknown(Fact::PreviousResponse)), "augmentation|no_augmentation");
}

#[test]
fn augmentation_by_hours_and_features() {
    let asks = |who: Who| who.asks("rls.augmentation", "mpi-2007");
    let hours = |hours: f64| {
        Who::woman()
            .number(Fact::SymptomDaysLastWeek, 7.0)
            .yes(Fact::PreviousResponse)
            .number(Fact::HoursEarlier, hours)
    };
    assert_eq!(asks(hours(4.0)), "augmentation");
    assert_eq!(asks(hours(3.9)), "no_augmentation");
    for feature in [Fact::ShorterLatency, Fact::Spread, Fact::GreaterIntensity, Fact::ShorterRelief] {
        assert_eq!(asks(hours(3.9).yes(feature)), "augmentation", "{feature}");
        assert_eq!(asks(hours(2.0).yes(feature)), "augmentation", "{feature}");
        assert_eq!(asks(hours(1.9).yes(feature)), "no_augmentation", "{feature}");
    }
    assert_eq!(asks(hours(0.0).yes(Fact::ParadoxicalResponse)), "augmentation");
}

#[test]
fn none_speaks_below_two_years() {
    let tables = [
        (RELEVANCE, "irlssg-2014"),
        (RELEVANCE, "epidemiology"),
        (RELEVANCE, "dsm-5"),
        ("rls.onset_pattern", "article"),
        ("rls.augmentation", "mpi-2007"),
    ];
    for (question, guideline) in tables {
        assert_eq!(Who::aged(1.9).asks(question, guideline), "not_addressed", "{guideline}");
        assert_ne!(Who::aged(2.0).asks(question, guideline), "not_addressed", "{guideline}");
    }
}
