//! Who it is, as far as limits go: age, sex, and whether the person lives.

use serde_json::{Map, Value};

use crate::date::{AsOf, When};
use crate::json::{code_of, list, text};
use crate::ledger::{Why, why};

/// What a Patient resource says.
#[derive(Default)]
pub(crate) struct Person {
    /// Keys of the patient as the core reads it.
    pub(crate) said: Map<String, Value>,
    pub(crate) deceased: bool,
    pub(crate) replaced: bool,
    /// What was not read, and why.
    pub(crate) doubts: Vec<Why>,
}

const BIRTH_SEX: &str = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
const SEX_PARAMETER: &str = "http://hl7.org/fhir/StructureDefinition/patient-sexParameterForClinicalUse";

pub(crate) fn read(patient: &Value, as_of: Option<AsOf>) -> Person {
    let mut made = Person { deceased: deceased(patient, as_of), ..Person::default() };
    made.replaced = list(patient, "link").iter().any(|own| text(own, "type") == Some("replaced-by"));
    sex(patient, &mut made);
    let birth = patient.get("birthDate").filter(|own| !own.is_null());
    match (birth, birth.and_then(Value::as_str).and_then(When::read), as_of) {
        (None, ..) => {}
        (Some(_), None, _) => {
            made.doubts.push(why("date", "its date of birth is no date: the age is unknown"))
        }
        (_, _, None) => made.doubts.push(why("no_day", "as of no day there is no age")),
        (_, Some(birth), Some(as_of)) => match as_of.age(&birth) {
            None => made
                .doubts
                .push(why("date", "the date of birth is after the day asked about: the age is unknown")),
            Some((least, most)) if least < most => {
                let ages =
                    Map::from_iter([("from".into(), Value::from(least)), ("to".into(), Value::from(most))]);
                made.said.insert("age_years".into(), Value::Object(ages));
            }
            Some((age, _)) => {
                made.said.insert("age_years".into(), Value::from(age));
            }
        },
    }
    made
}

fn sex(patient: &Value, made: &mut Person) {
    let gender = text(patient, "gender").filter(|own| matches!(*own, "female" | "male"));
    let extension = |url: &'static str| {
        list(patient, "extension").iter().filter(move |own| text(own, "url") == Some(url))
    };
    let at_birth = extension(BIRTH_SEX).find_map(|own| match text(own, "valueCode") {
        Some("F") => Some("female"),
        Some("M") => Some("male"),
        _ => None,
    });
    match (gender, at_birth) {
        (Some(one), Some(other)) if one != other => {
            let says = "the gender and the sex at birth differ: limits by sex need the sex parameter for clinical use";
            made.doubts.push(why("sex", says));
        }
        (Some(sex), _) => {
            made.said.insert("sex".into(), Value::from(sex));
        }
        (None, _) => made.doubts.push(why("sex", "the sex is not said")),
    }
    let parameter = |own: &Value| {
        let value = list(own, "extension").iter().find(|own| text(own, "url") == Some("value"))?;
        match code_of(value.get("valueCodeableConcept")) {
            "female-typical" => Some("female"),
            "male-typical" => Some("male"),
            _ => None,
        }
    };
    let said: Vec<Option<&str>> = extension(SEX_PARAMETER).map(parameter).collect();
    match said.as_slice() {
        [] => {}
        [Some(one), rest @ ..] if rest.iter().all(|own| *own == Some(*one)) => {
            made.said.insert("sex_for_reference".into(), Value::from(*one));
        }
        _ => {
            // Whose limits hold is not the gender's to say then.
            made.said.remove("sex");
            made.doubts
                .push(why("sex", "the sex parameter for clinical use is neither female nor male alone"));
        }
    }
}

fn deceased(patient: &Value, as_of: Option<AsOf>) -> bool {
    let later = |when: When| as_of.is_some_and(|own| own.days_since(&when).is_none());
    match (patient.get("deceasedBoolean"), patient.get("deceasedDateTime").filter(|own| !own.is_null())) {
        (_, Some(when)) => !when.as_str().and_then(When::read).is_some_and(later),
        // What is neither true nor false may say that the person is dead: then nothing is advised.
        (Some(said), None) => {
            !said.is_null() && said.as_bool() != Some(false) && said.as_str() != Some("false")
        }
        (None, None) => false,
    }
}
