//! What a door refuses is refused for good: it never reads as something else, nor as never said.
#![expect(clippy::unwrap_used, reason = "tests")]

use ekbom::fact::{Fact, Kind, YesNo};
use ekbom::patient::{CompleteGroup, Patient};

#[test]
fn yes_no_is_the_catalogue() {
    for &fact in Fact::ALL {
        let item = YesNo::try_from(fact);
        assert_eq!(item.is_ok(), fact.info().kind == Kind::Flag, "{fact}");
        assert_eq!(item.map(YesNo::fact), item.map(|_| fact));
    }
    assert!(YesNo::ALL.len() > 90);
    let error = YesNo::try_from(Fact::B12Cause).unwrap_err();
    assert_eq!(error.to_string(), "`b12_cause` cannot be stated as yes or no");
}

/// A sample's or a medicine's fact is yes or no, and yet nobody states it.
#[test]
fn what_is_not_stated_is_refused() {
    for item in [YesNo::IronSampleMorning, YesNo::MedicineLowersB12] {
        let errors = Patient::builder().item(item, true).build().unwrap_err();
        assert_eq!(errors.errors()[0].field(), item.fact().id());
    }
}

#[test]
fn a_refused_statement_is_not_one_never_made() {
    let complete = || Patient::builder().complete(CompleteGroup::History);
    assert!(complete().build().is_ok());
    for fact in Fact::ALL {
        let codes = fact.options();
        let choice = matches!(fact.info().kind, Kind::Choice(_));
        assert!(complete().choice(*fact, "no such code").build().is_err(), "{fact}");
        if !choice {
            assert!(codes.iter().all(|code| complete().choice(*fact, code).build().is_err()), "{fact}");
        }
    }
    let errors = complete().refused("history", "chron", "not a known key", ["crohn"]).build().unwrap_err();
    assert!(errors.to_string().contains("chron"));
}
