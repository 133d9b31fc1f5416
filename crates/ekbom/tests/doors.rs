//! What a door refuses is refused for good: it never reads as something else, nor as never said.

use ekbom::exchange::rules::RuleBook;
use ekbom::fact::{Fact, Kind, YesNo};
use ekbom::patient::{CompleteGroup, FaultKind, Patient};
use serde_json::{Value, json};

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
    let errors = complete()
        .refused(FaultKind::UnknownKey, "history", "chron", "not a known key", ["crohn"])
        .build()
        .unwrap_err();
    assert!(errors.to_string().contains("chron"));
}

/// What 2026.1 wrote is read to the letter.
#[test]
fn the_book_of_2026_1_is_read() {
    let text = include_str!("../../../tests/compat/2026.1/rules.json");
    let book = RuleBook::from_json(text).unwrap();
    let knowledge = book.compile().unwrap();
    // The hash also covers the precautions, which a book of 2026.1 does not have.
    let written: Value = serde_json::from_str(&RuleBook::of(&knowledge).to_json()).unwrap();
    assert_eq!(written["tables"], serde_json::from_str::<Value>(text).unwrap()["tables"]);
    assert_eq!(knowledge.version(), "2026.1");
}

/// A small book with one thing changed.
fn book(change: impl FnOnce(&mut Value)) -> Result<(), String> {
    let mut book = json!({
        "ekbom": "0.1.0", "version": "own", "hash": "",
        "facts": [{"id": "ferritin", "label": "ferritin", "kind": "measured", "unit": "ng/mL"}],
        "questions": [],
        "tables": [{"question": "iron.therapy", "guideline": "own", "guideline_title": "Own",
            "standing": "current", "rules": [{"id": "own/iron.therapy/all", "when": {"always": true},
            "answers": ["oral"], "flags": [], "cites": [], "verification": "unverified", "grades": [], "note": ""}]}]
    });
    change(&mut book);
    let read = RuleBook::from_json(&book.to_string()).map_err(|error| error.to_string())?;
    read.compile().map(|_| ()).map_err(|error| error.to_string())
}

#[test]
fn a_book_drops_nothing_of_what_it_says() {
    assert_eq!(book(|_| {}), Ok(()));
    let refused = |change: fn(&mut Value), says: &str| {
        let error = book(change).unwrap_err();
        assert!(error.contains(says), "{error}");
    };
    refused(|own| own["tables"][0]["rules"][0]["when"]["below"] = json!(30), "`below`");
    refused(|own| own["tables"][0]["standing"] = json!("on_reqest"), "on_reqest");
    refused(|own| own["facts"][0]["unit"] = json!("nmol/L"), "fact `ferritin`");
    refused(|own| own["facts"][0]["id"] = json!("feritin"), "feritin");
    refused(
        |own| {
            own["questions"] =
                json!([{"id": "own.question", "title": "Own", "answers": [], "compatible": []}]);
        },
        "own.question",
    );
    refused(
        |own| own["tables"][0]["rules"][0]["flags"] = json!([{"code": "own_flag"}]),
        "`when` something holds or `unless`",
    );
}
