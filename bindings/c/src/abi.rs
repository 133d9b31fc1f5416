//! The layout that programs are compiled against, as `abi/layout.txt` holds it. The C side checks the same file
//! against the header.

use std::fmt::Write;
use std::mem::{align_of, offset_of, size_of};

use crate::*;

fn size_of_field<T, F>(_: fn(&T) -> &F) -> usize {
    size_of::<F>()
}

macro_rules! layout {
    ($text:ident, $($name:ident { $($field:ident)+ })+) => {
        $(
            writeln!($text, "sizeof {} {}", stringify!($name), size_of::<$name>()).unwrap();
            $(writeln!($text, "offsetof {} {} {}", stringify!($name), stringify!($field), offset_of!($name, $field)).unwrap();)+
            let fields = [$(size_of_field(|own: &$name| &own.$field)),+].iter().sum::<usize>();
            let padding = size_of::<$name>() - fields;
            assert!(padding < align_of::<$name>(), "{} has a field that is not listed", stringify!($name));
        )+
    };
}

macro_rules! codes {
    ($text:ident, $($variant:ident = $name:literal)+) => {
        $(writeln!($text, "value {} {}", $name, ekbom_status::$variant as u32).unwrap();)+
        // Fails to compile when one is missing.
        let _ = |status: ekbom_status| match status { $(ekbom_status::$variant => (),)+ };
    };
}

/// A status keeps its number, a field its place. What is new is added at the end of the file by hand; a line that would
/// change is a break of every program compiled before.
#[test]
#[cfg(target_pointer_width = "64")]
fn the_layout_is_the_committed_one() {
    let mut text = String::new();
    codes! { text,
        Ok = "EKBOM_STATUS_OK"
        NullPointer = "EKBOM_STATUS_NULL_POINTER"
        InvalidUtf8 = "EKBOM_STATUS_INVALID_UTF8"
        TooLong = "EKBOM_STATUS_TOO_LONG"
        OutOfRange = "EKBOM_STATUS_OUT_OF_RANGE"
        NotFound = "EKBOM_STATUS_NOT_FOUND"
        InvalidArgument = "EKBOM_STATUS_INVALID_ARGUMENT"
        InvalidPatient = "EKBOM_STATUS_INVALID_PATIENT"
        InvalidRules = "EKBOM_STATUS_INVALID_RULES"
        Panic = "EKBOM_STATUS_PANIC"
        InvalidArrow = "EKBOM_STATUS_INVALID_ARROW"
    }
    writeln!(text, "value EKBOM_TEXT_MAX {EKBOM_TEXT_MAX}").unwrap();
    layout! { text,
        ekbom_str { data len }
        ekbom_strs { items len }
        ekbom_fault { field value message accepted kind }
        ekbom_position { question guideline possible rules needs flags verification usual assuming }
        ekbom_disagreement { question guideline possible }
        ekbom_recommendation {
            action direction strength certainty guideline question rule possible because flags follow_up withheld
            cautions iron is_withheld follow_ups follow_up_count
        }
        ekbom_next_test { test could_change cannot_change instructions asked_by }
        ekbom_alert { code severity message facts }
        ekbom_derived { fact unit method if_sex from value low high }
        ekbom_result { analyte unit comparator finding value days_ago counted }
        ekbom_source_used { id verification name kind title doi year }
        ekbom_trace_line { question guideline rule condition saw truth answers depth }
        ekbom_question { id title answers meanings }
        ekbom_table { question guideline title standing rules }
        ekbom_rule { id question guideline when note verification answers flags sources locators }
        ekbom_analyte {
            id name canonical_unit conventional_unit si_unit interval note units loinc hard_low hard_high confirm_low
            confirm_high qualitative
        }
        ekbom_fact { id label unit group kind options low high }
        ekbom_medicine { name synonyms classes sources }
        ekbom_source { id authors title journal doi pmid url how_verified year }
        ekbom_alert_info { code severity message }
        ekbom_follow_up { check says source verification weeks }
        ekbom_act { act kind certainty text assuming because because_facts guidelines rules sources blocked_by }
        ekbom_precaution { id severity concerns says because missing rows sources verification taken certain }
        ekbom_critical_result { analyte unit direction source says verification value limit }
        ekbom_stopped { rule answers forbids because }
        ekbom_withheld { gives why safety_open }
        ekbom_limit_change { rule fact from to }
        ekbom_word { set code english }
    }
    let committed = include_str!("../abi/layout.txt");
    assert!(text == committed, "abi/layout.txt is not the layout of the library, which is:\n{text}");
}
