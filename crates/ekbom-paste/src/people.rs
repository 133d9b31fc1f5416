//! Whether a text is of more than one person: what it says of one is never read as another's.
//!
//! Nothing of it is kept. A label with a colon is needed: `Patient: ..`, `DOB: ..`, `MRN: ..`, `Sex: ..`, in the languages
//! that reports are read in.

use alloc::string::String;
use alloc::vec::Vec;

/// What tells one person from another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Label {
    Name,
    Born,
    Number,
    Sex,
}

/// Labels, in small letters.
const LABELS: &[(&str, Label)] = &[
    ("patient", Label::Name),
    ("patient name", Label::Name),
    ("name of patient", Label::Name),
    ("name", Label::Name),
    ("pat", Label::Name),
    ("patientenname", Label::Name),
    ("paciente", Label::Name),
    ("nombre", Label::Name),
    ("nom", Label::Name),
    ("paziente", Label::Name),
    ("dob", Label::Born),
    ("d.o.b", Label::Born),
    ("date of birth", Label::Born),
    ("birth date", Label::Born),
    ("birthdate", Label::Born),
    ("born", Label::Born),
    ("geb", Label::Born),
    ("geb.-datum", Label::Born),
    ("geburtsdatum", Label::Born),
    ("geboren", Label::Born),
    ("fecha de nacimiento", Label::Born),
    ("date de naissance", Label::Born),
    ("data di nascita", Label::Born),
    ("mrn", Label::Number),
    ("patient id", Label::Number),
    ("patient no", Label::Number),
    ("patient number", Label::Number),
    ("hospital no", Label::Number),
    ("hospital number", Label::Number),
    ("nhs no", Label::Number),
    ("nhs number", Label::Number),
    ("patienten-nr", Label::Number),
    ("patientennummer", Label::Number),
    ("sex", Label::Sex),
    ("gender", Label::Sex),
    ("geschlecht", Label::Sex),
    ("sexo", Label::Sex),
    ("sexe", Label::Sex),
    ("sesso", Label::Sex),
];

const FEMALE: &[&str] =
    &["f", "female", "w", "weiblich", "woman", "femenino", "feminin", "femmina", "mujer", "femme"];
const MALE: &[&str] =
    &["m", "male", "m\u{e4}nnlich", "man", "masculino", "masculin", "maschio", "hombre", "homme"];

/// Does the text name more than one person?
pub(crate) fn several(text: &str) -> bool {
    let mut said: Vec<(Label, Vec<String>)> = Vec::new();
    for line in text.lines() {
        for field in line.split(['\t', '|', ';']).flat_map(|part| part.split("  ")) {
            for (label, value) in labelled(field) {
                let words = words(label, &value);
                if words.is_empty() {
                    continue;
                }
                if said.iter().any(|(own, other)| *own == label && differ(label, other, &words)) {
                    return true;
                }
                said.push((label, words));
            }
        }
    }
    false
}

/// Each label of a field, with what stands behind it up to the next one.
fn labelled(field: &str) -> Vec<(Label, String)> {
    let mut found: Vec<(Label, String)> = Vec::new();
    let mut rest = field.trim();
    while let Some((before, behind)) = rest.split_once([':', '\u{ff1a}']) {
        let before = before.trim().to_lowercase();
        let before = before.trim_end_matches('.').trim();
        // The whole of what stands there, or its last words: `Smith DOB: ..`. A name may be a physician's.
        let ends = |(own, label): &&(&str, Label)| {
            let last = before.strip_suffix(own);
            before == *own || (*label != Label::Name && last.is_some_and(|own| own.ends_with([' ', ','])))
        };
        let longest = LABELS.iter().filter(ends).max_by_key(|(own, _)| own.len());
        // What the label before was given ends where this one begins.
        if let (Some((_, value)), Some((own, _))) = (found.last_mut(), longest) {
            let kept = before.strip_suffix(own).unwrap_or_default();
            *value = kept.trim().trim_end_matches(',').into();
        }
        let Some((_, label)) = longest else {
            rest = behind;
            continue;
        };
        found.push((*label, behind.trim().to_lowercase()));
        rest = behind;
    }
    found
}

/// What is compared: of a name its words, of a birth its year, of a number its letters and digits, of a sex one of two.
fn words(label: Label, value: &str) -> Vec<String> {
    let parts = || value.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    match label {
        Label::Name => {
            let is_name = |part: &&str| part.chars().count() > 1 && part.chars().all(char::is_alphabetic);
            parts().filter(is_name).map(Into::into).collect()
        }
        Label::Born => parts()
            .filter(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit()))
            .take(1)
            .map(Into::into)
            .collect(),
        Label::Number => {
            let whole: String = parts().take_while(|part| part.bytes().any(|b| b.is_ascii_digit())).collect();
            if whole.is_empty() { Vec::new() } else { alloc::vec![whole] }
        }
        Label::Sex => match parts().next() {
            Some(word) if FEMALE.contains(&word) => alloc::vec!["female".into()],
            Some(word) if MALE.contains(&word) => alloc::vec!["male".into()],
            _ => Vec::new(),
        },
    }
}

/// Names differ where they share no word: the same person is `Smith, Anna` and `ANNA SMITH`. The rest differs in a letter.
fn differ(label: Label, one: &[String], other: &[String]) -> bool {
    match label {
        Label::Name => !one.iter().any(|word| other.contains(word)),
        Label::Born | Label::Number | Label::Sex => one != other,
    }
}

#[cfg(test)]
mod tests {
    use super::several;

    #[test]
    fn two_people_are_told_from_one() {
        for (text, two) in [
            (
                "Patient: Smith, Anna  DOB: 01/02/1960\nFerritin 12\nPatient: Jones, Mark  DOB: 03/04/1985",
                true,
            ),
            ("MRN: 12-34\nFerritin 12\nMRN: 12-35", true),
            ("Sex: F\nFerritin 12\nGender: Male", true),
            ("Geb.: 1.2.1960\nFerritin 12\nGeburtsdatum: 3.4.1985", true),
            ("Name: Weber DOB: 1960-02-01\nName: Huber DOB: 1985-04-03", true),
            (
                "Patient: Smith, Anna  DOB: 01/02/1960\nPatient name: ANNA SMITH  DOB: 1960-02-01  Sex: F",
                false,
            ),
            ("Patient is feeling better\nPatient: Smith\nThe patient was told", false),
            ("MRN: 1234\nPage 2\nMRN: 1234 Sex: female", false),
            ("Sex: F\nReference: M: 13-17 F: 12-16", false),
            ("Physician name: Dr Brown\nName: Smith", false),
        ] {
            assert_eq!(several(text), two, "{text}");
        }
    }
}
