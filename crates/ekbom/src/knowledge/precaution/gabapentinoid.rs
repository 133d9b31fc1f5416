//! Gabapentin, gabapentin enacarbil, pregabalin. Renal bands are the labels' for creatinine clearance; here the estimated
//! filtration rate stands in, which is ours and is said.

use super::{Asks, KIDNEYS_FAIL, Of, Precaution, Severity, Withholds};
use crate::fact::medicine::MedicineClass as Class;
use crate::fact::{Fact, Person};
use crate::logic::authoring::{Condition, all, any, at_least, below, cite, not, person, yes};
use crate::source::Verification::{Derived, Original, Secondary};

/// All of them, taken or offered.
pub(super) const ALPHA2DELTA: Of = Of::Class(Class::Alpha2Delta);
const ALL: &[&str] = &["gabapentin_enacarbil", "gabapentin", "pregabalin"];
const PLAIN: Of = Of::Named(&["gabapentin", "pregabalin"]);
const PLAIN_ACTIONS: &[&str] = &["gabapentin", "pregabalin"];
const ENACARBIL: Of = Of::Named(&["gabapentin enacarbil"]);
const GABAPENTIN: Of = Of::Named(&["gabapentin", "gabapentin enacarbil"]);
const PREGABALIN: Of = Of::Named(&["pregabalin"]);

/// Whatever slows breathing or clouds the mind beside opioids and gabapentinoids.
const SECOND_SEDATIVE: Of = Of::Any(&[
    Of::Class(Class::Benzodiazepine),
    Of::Class(Class::ZDrug),
    Of::Class(Class::Sedative),
    Of::Class(Class::SedatingAntihistamine),
    Of::Named(&["mirtazapine", "trazodone", "amitriptyline", "doxepin"]),
]);
/// Those that depress breathing.
pub(super) const DEPRESSANTS: Of = Of::Any(&[
    ALPHA2DELTA,
    Of::Class(Class::Opioid),
    Of::Class(Class::Benzodiazepine),
    Of::Class(Class::ZDrug),
    Of::Class(Class::Sedative),
]);

/// Kidneys that do not remove these medicines as they should.
const KIDNEY: Condition = any(&[below(Fact::Egfr, 60.0), yes(Fact::Dialysis), yes(Fact::Esrd)]);
/// What too much of them does.
const TOXIC: Condition = any(&[
    yes(Fact::Drowsiness),
    yes(Fact::Confusion),
    yes(Fact::Myoclonus),
    yes(Fact::Falls),
    yes(Fact::CognitiveChange),
    yes(Fact::GaitDisturbance),
]);

/// The same whatever the kidneys do.
const CLOUDED: Condition = any(&[yes(Fact::Drowsiness), yes(Fact::Confusion), yes(Fact::Myoclonus)]);

const fn row(
    id: &'static str,
    of: Of,
    says: &'static str,
    cites: &'static [crate::logic::authoring::Cite],
    verification: crate::source::Verification,
) -> Precaution {
    Precaution::new(id, of, says, cites, verification)
}

pub(super) const ROWS: &[Precaution] = &[
    row(
        "gab-01",
        PLAIN,
        "Kidney function is reduced: about half the usual daily dose (labels: gabapentin 400 to 1400 mg, pregabalin 75 to 300 mg a day; by estimated filtration rate here, the labels use creatinine clearance).",
        &[cite("NEURONTIN", "2.3"), cite("PGB-RENAL", "table"), cite("BEERS2015", "clearance below 60")],
        Derived,
    )
    .offered(Severity::Caution, PLAIN_ACTIONS)
    .taken(Severity::Caution)
    .if_facts(all(&[at_least(Fact::Egfr, 30.0), below(Fact::Egfr, 60.0)])),
    row(
        "gab-02",
        PLAIN,
        "Kidney function is severely reduced: gabapentin 200 to 700 mg once daily, pregabalin 25 to 150 mg a day at most, and begin at the bottom (by estimated filtration rate here, the labels use creatinine clearance).",
        &[cite("NEURONTIN", "2.3"), cite("PGB-RENAL", "table")],
        Derived,
    )
    .offered(Severity::Caution, PLAIN_ACTIONS)
    .taken(Severity::Caution)
    .if_facts(all(&[at_least(Fact::Egfr, 15.0), below(Fact::Egfr, 30.0)])),
    row(
        "gab-03",
        PLAIN,
        "End-stage kidney function: gabapentin 100 to 300 mg a day, and less in proportion below 15 mL/min; pregabalin 25 to 75 mg. It accumulates for days (by estimated filtration rate here, the labels use creatinine clearance).",
        &[cite("NEURONTIN", "2.3"), cite("PGB-RENAL", "table")],
        Derived,
    )
    .offered(Severity::Caution, PLAIN_ACTIONS)
    .taken(Severity::Urgent)
    .if_facts(all(&[
        any(&[below(Fact::Egfr, 15.0), yes(Fact::Esrd)]),
        not(&yes(Fact::Dialysis)),
    ])),
    row(
        "gab-04",
        PLAIN,
        "On haemodialysis the dose is small, with a supplement after each session (label: gabapentin 125 to 350 mg); even low doses went with more confusion and falls.",
        &[cite("NEURONTIN", "2.3, after haemodialysis"), cite("ISHIDA2018", "abstract")],
        Original,
    )
    .offered(Severity::Caution, PLAIN_ACTIONS)
    .taken(Severity::Caution)
    .if_facts(yes(Fact::Dialysis)),
    row(
        "gab-05",
        ENACARBIL,
        "Gabapentin enacarbil is not recommended for restless legs on haemodialysis.",
        &[cite("HORIZANT", "tables 1 and 2")],
        Secondary,
    )
    .offered(Severity::Stop, &["gabapentin_enacarbil"])
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::Dialysis)),
    row(
        "gab-05b",
        ENACARBIL,
        "Kidney function is reduced: gabapentin enacarbil by the label's table (clearance 30 to 59: begin with 300 mg, up to 600 mg; 15 to 29: 300 mg a day; below 15 without dialysis: 300 mg every other day; by estimated filtration rate here).",
        &[cite("HORIZANT", "tables 1 and 2")],
        Derived,
    )
    .offered(Severity::Caution, &["gabapentin_enacarbil"])
    .taken(Severity::Caution)
    .if_facts(all(&[below(Fact::Egfr, 60.0), not(&yes(Fact::Dialysis))])),
    row(
        "gab-06",
        ALPHA2DELTA,
        "Gabapentinoid toxicity until shown otherwise: check the dose against kidney function today, hold or reduce it, and in dialysis speak with the nephrologist.",
        &[cite("NEURONTIN", "accumulation, half-life"), cite("ISHIDA2018", "abstract: altered mental status")],
        Derived,
    )
    .taken(Severity::Urgent)
    .acute()
    .when(Asks::All(&[Asks::Facts(KIDNEY), Asks::Facts(TOXIC)])),
    row(
        "gab-06b",
        ALPHA2DELTA,
        "A gabapentinoid is taken, and there are signs of too much of it: offer none until that is settled.",
        &[cite("NEURONTIN", "accumulation, half-life"), cite("ISHIDA2018", "abstract: altered mental status")],
        Derived,
    )
    .offered(Severity::Stop, ALL)
    .when(Asks::All(&[
        Asks::TakingAlready(ALPHA2DELTA),
        Asks::Facts(any(&[all(&[KIDNEY, TOXIC]), CLOUDED])),
    ])),
    row(
        "gab-07",
        Of::Any(&[ALPHA2DELTA, Of::Class(Class::Opioid)]),
        "A gabapentinoid with an opioid can slow breathing and kill: only if clearly needed, at the lowest doses; warn the household and consider naloxone.",
        &[cite("FDA2019-GAB", "with opioids"), cite("MHRA2021-PGB", "with opioids"), cite("MHRA2017-GBP", "account of it")],
        Secondary,
    )
    .offered(Severity::Urgent, &["gabapentin_enacarbil", "gabapentin", "pregabalin", "opioids"])
    .taken(Severity::Urgent)
    .when(Asks::All(&[Asks::Taking(ALPHA2DELTA), Asks::Taking(Of::Class(Class::Opioid))])),
    row(
        "gab-08",
        ALPHA2DELTA,
        "A second sedative: the risk of slowed breathing, falls and confusion adds up.",
        &[cite("FDA2019-GAB", "other depressants"), cite("MHRA2021-PGB", "alcohol")],
        Original,
    )
    .offered(Severity::Caution, ALL)
    .taken(Severity::Caution)
    .when(Asks::Any(&[Asks::Taking(SECOND_SEDATIVE), Asks::Facts(yes(Fact::Alcohol))])),
    row(
        "gab-09",
        DEPRESSANTS,
        "Several medicines that depress breathing, or two with kidneys that do not remove them: review today with the prescriber, and watch for drowsiness and confusion.",
        &[cite("FDA2019-GAB", "other depressants"), cite("FDA2016-OPI-BZD", "account of it"), cite("CDC2016", "recommendation 11")],
        Derived,
    )
    .offered(Severity::Urgent, &["gabapentin_enacarbil", "gabapentin", "pregabalin", "opioids", "clonazepam", "triazolam"])
    .taken(Severity::Urgent)
    .when(Asks::Any(&[
        Asks::Several(3, DEPRESSANTS),
        Asks::All(&[Asks::Several(2, DEPRESSANTS), Asks::Facts(KIDNEYS_FAIL)]),
    ])),
    row(
        "gab-10",
        ALPHA2DELTA,
        "Breathing is impaired: severe respiratory depression has occurred even without opioids; adjust the dose or choose otherwise.",
        &[cite("FDA2019-GAB", "lung disease"), cite("MHRA2021-PGB", "compromised respiratory function")],
        Derived,
    )
    .offered(Severity::Caution, ALL)
    .taken(Severity::Caution)
    .if_facts(any(&[yes(Fact::RespiratoryDisease), yes(Fact::UntreatedOsa)])),
    row(
        "gab-11",
        ALPHA2DELTA,
        "From 65 years: begin lower; more falls, confusion and slowed breathing.",
        &[cite("FDA2019-GAB", "the elderly"), cite("MHRA2021-PGB", "the elderly")],
        Original,
    )
    .offered(Severity::Caution, ALL)
    .taken(Severity::Caution)
    .if_facts(at_least(Fact::AgeYears, 65.0)),
    row(
        "gab-12",
        PREGABALIN,
        "Avoid pregabalin in pregnancy unless clearly necessary: malformations were about 5.9 against 4.1 in 100 after use in the first trimester.",
        &[cite("MHRA2022-PGB", "advice"), cite("UKTIS2022", "not conclusive")],
        Original,
    )
    .offered(Severity::Caution, &["pregabalin"])
    .withholds(Withholds::OfferWhere(person(Person::PregnantT1.only())))
    .if_facts(person(Person::PREGNANT)),
    row(
        "gab-12b",
        PREGABALIN,
        "Pregabalin is taken in pregnancy: review now with obstetrics and the prescriber, the lowest dose if it must go on.",
        &[cite("MHRA2022-PGB", "advice")],
        Original,
    )
    .taken(Severity::Urgent)
    .if_facts(person(Person::PREGNANT)),
    row(
        "gab-13",
        PREGABALIN,
        "Effective contraception while on pregabalin.",
        &[cite("MHRA2022-PGB", "advice")],
        Original,
    )
    .offered(Severity::Caution, &["pregabalin"])
    .if_facts(yes(Fact::ChildbearingPotential)),
    row(
        "gab-14",
        GABAPENTIN,
        "Pregnant or breastfeeding: human data on gabapentin are limited, so only if clearly needed.",
        &[cite("MHRA2021-AED", "no conclusion for gabapentin")],
        Secondary,
    )
    .offered(Severity::Caution, &["gabapentin_enacarbil", "gabapentin"])
    .taken(Severity::Caution)
    .if_facts(any(&[person(Person::PREGNANT), yes(Fact::Breastfeeding)])),
    row(
        "gab-15",
        ALPHA2DELTA,
        "Medicines of this kind carry a warning of suicidal thoughts: ask, and watch mood.",
        &[cite("GBP-SMPC", "special warnings"), cite("HORIZANT", "account of it")],
        Secondary,
    )
    .offered(Severity::Caution, ALL)
    .if_facts(any(&[yes(Fact::Depression), yes(Fact::Suicidality)])),
    row(
        "gab-16",
        ALPHA2DELTA,
        "Misuse and dependence are described, mostly together with opioids.",
        &[cite("FDA2019-GAB", "misuse")],
        Original,
    )
    .offered(Severity::Caution, ALL)
    .if_facts(yes(Fact::SubstanceUseDisorder)),
    row(
        "gab-17",
        Of::Nothing,
        "A medicine of this kind was stopped in a seizure disorder: it is reduced over at least a week, and a sudden stop can bring seizures. Ask today how it was stopped, and tell who treats the seizures.",
        &[cite("PGB-SMPC", "4.4"), cite("NEURONTIN", "gradually over at least a week")],
        Derived,
    )
    .anyone(Severity::Urgent, "gabapentinoid_stopped")
    .when(Asks::All(&[Asks::Stopped(ALPHA2DELTA), Asks::Facts(yes(Fact::SeizureDisorder))])),
    row(
        "gab-18",
        ALPHA2DELTA,
        "Not established in children for restless legs.",
        &[cite("PGB-SMPC", "4.2: none under 18"), cite("HORIZANT", "account of it")],
        Secondary,
    )
    .offered(Severity::Stop, ALL)
    .if_facts(below(Fact::AgeYears, 18.0)),
];
