//! What the fuzz targets do with what the fuzzer gives them. Each module is one door; each target calls one module, and
//! `docs/src/fuzzing.md` says what holds at each.

pub mod arrow;
#[cfg(feature = "c")]
pub mod c_arrow;
#[cfg(feature = "c")]
pub mod c_calls;
pub mod cells;
#[cfg(feature = "cli")]
pub mod files;
pub mod map;
#[cfg(feature = "cli")]
pub mod ndjson;
pub mod patient;
pub mod rows;
pub mod rules;
pub mod units;

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Arc, Mutex, Once, OnceLock};

use ekbom::Knowledge;
use ekbom::patient::PatientErrors;
use ekbom::patient::limits::{MOST_FAULTS, MOST_SHOWN};
use serde_json::Value;

/// The knowledge that comes with the library, built once.
pub fn knowledge() -> &'static Arc<Knowledge> {
    static BUILT: OnceLock<Arc<Knowledge>> = OnceLock::new();
    BUILT.get_or_init(|| Arc::new(Knowledge::builtin()))
}

/// What is refused is refused with reasons: each names where, unless it is about the whole, and none is long.
pub fn refused(errors: &PatientErrors) {
    assert!(!errors.errors().is_empty(), "refused without a reason");
    assert!(errors.errors().len() <= MOST_FAULTS + 1);
    for error in errors.errors() {
        let whole =
            ["not JSON", "expected an object", "too large to be a number", "a patient of", "there are more"];
        let of_whole = whole.iter().any(|start| error.message().starts_with(start));
        // A key that is empty is named by its emptiness.
        let of_empty_key = error.message().starts_with("`` is");
        assert!(of_whole || of_empty_key || !error.field().is_empty(), "{error:?}");
        assert!(!error.message().is_empty(), "{error:?}");
        assert!(error.value().chars().count() <= MOST_SHOWN, "{error:?}");
        assert!(error.field().chars().count() <= 2 * MOST_SHOWN, "{error:?}");
        // The longest number has 325 characters, and a message may print two of them.
        assert!(error.message().chars().count() <= 1000, "{error:?}");
    }
    let json = serde_json::to_string(errors).unwrap();
    let read: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["errors"].as_array().unwrap().len(), errors.errors().len());
    assert!(!errors.to_string().is_empty());
}

/// Everything that an assessment always has.
pub fn whole(json: &str) -> Value {
    let read: Value = serde_json::from_str(json).unwrap();
    let keys = [
        "ekbom",
        "knowledge",
        "positions",
        "disagreements",
        "recommendations",
        "next_tests",
        "alerts",
        "claims",
        "derived",
        "results",
        "sources",
    ];
    for key in keys {
        assert!(read.get(key).is_some(), "`{key}` is missing");
    }
    for position in read["positions"].as_array().unwrap() {
        assert!(!position["possible"].as_array().unwrap().is_empty(), "{position}");
        assert!(!position["rules"].as_array().unwrap().is_empty(), "{position}");
    }
    read
}

/// For doors behind which a library may panic and is caught: libFuzzer's own hook would end the program at any panic.
/// What nobody catches still ends it, with the words of the last panic.
pub fn caught(body: impl FnOnce()) {
    static SAID: Mutex<String> = Mutex::new(String::new());
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        set_hook(Box::new(|panic| {
            if let Ok(mut said) = SAID.lock() {
                *said = format!("{panic}\n{}", std::backtrace::Backtrace::force_capture());
            }
        }));
    });
    if catch_unwind(AssertUnwindSafe(body)).is_err() {
        eprintln!("{}", SAID.lock().map(|said| said.clone()).unwrap_or_default());
        std::process::abort();
    }
}
