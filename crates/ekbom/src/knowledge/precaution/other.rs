//! Other treatments on the list, and what is taken for something else.

use super::{Asks, Of, Precaution, Severity};
use crate::fact::medicine::MedicineClass as Class;
use crate::fact::{Fact, LiverImpairment, Mimics, Person};
use crate::knowledge::guideline::RLS_DIAGNOSIS;
use crate::knowledge::question::RlsDiagnosis;
use crate::logic::authoring::{all, answers, any, at_least, below, cite, is, person, yes};
use crate::source::Verification::{Derived, Original, Secondary, Unverified};

const VALPROATE: Of = Of::Named(&["valproic acid"]);
const CARBAMAZEPINE: Of = Of::Named(&["carbamazepine"]);
const CLONAZEPAM: Of = Of::Named(&["clonazepam"]);
const BENZODIAZEPINE: Of = Of::Class(Class::Benzodiazepine);
const CLONIDINE: Of = Of::Named(&["clonidine"]);
const BUPROPION: Of = Of::Named(&["bupropion"]);
const DIPYRIDAMOLE: Of = Of::Named(&["dipyridamole"]);

pub(super) const ROWS: &[Precaution] = &[
    Precaution::new(
        "oth-01",
        VALPROATE,
        "Valproate is contraindicated in pregnancy (malformations in about 1 of 10, harm to development in up to 4 of 10), and in who could become pregnant only inside a pregnancy prevention programme.",
        &[cite("VPA-GGC", "account of the agency"), cite("MHRA2021-AED", "valproate")],
        Secondary,
    )
    .offered(Severity::Stop, &["valproic_acid"])
    .if_facts(any(&[person(Person::PREGNANT), yes(Fact::ChildbearingPotential)])),
    Precaution::new(
        "oth-02",
        VALPROATE,
        "Valproate is taken in pregnancy: urgent specialist review today, never stopped alone.",
        &[cite("MHRA2022-PGB", "reminder: urgently refer")],
        Original,
    )
    .taken(Severity::Urgent)
    .if_facts(person(Person::PREGNANT)),
    Precaution::new(
        "oth-02b",
        VALPROATE,
        "Valproate is taken by somebody who could become pregnant: only inside a pregnancy prevention programme. Ask today whether she is in one.",
        &[cite("VPA-GGC", "account of the agency"), cite("MHRA2022-PGB", "reminder: urgently refer")],
        Derived,
    )
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::ChildbearingPotential)),
    Precaution::new(
        "oth-03",
        VALPROATE,
        "United Kingdom: valproate is not begun under 55 years, in men or women, unless two specialists agree in writing that nothing else works or that the reproductive risk does not apply.",
        &[cite("MHRA2025-VPA", "starting under 55"), cite("GPHC2024-VPA", "account of it"), cite("VPA-GGC", "account of it")],
        Secondary,
    )
    .offered(Severity::Stop, &["valproic_acid"])
    .if_facts(below(Fact::AgeYears, 55.0)),
    Precaution::new(
        "oth-04",
        CARBAMAZEPINE,
        "Carbamazepine in pregnancy brings more malformations with the dose, and no dose is safe.",
        &[cite("MHRA2021-AED", "carbamazepine"), cite("PJ2021", "account of it")],
        Secondary,
    )
    .offered(Severity::Stop, &["carbamazepine"])
    .taken(Severity::Urgent)
    .if_facts(person(Person::PREGNANT)),
    Precaution::new(
        "oth-04b",
        CARBAMAZEPINE,
        "Carbamazepine in who could become pregnant: more malformations with the dose, and no dose is safe.",
        &[cite("MHRA2021-AED", "carbamazepine"), cite("PJ2021", "account of it")],
        Secondary,
    )
    .offered(Severity::Stop, &["carbamazepine"])
    .taken(Severity::Caution)
    .if_facts(yes(Fact::ChildbearingPotential)),
    Precaution::new(
        "oth-06",
        CLONAZEPAM,
        "Clonazepam is contraindicated in the sleep apnoea syndrome.",
        &[cite("CLONAZEPAM-UK", "4.3")],
        Original,
    )
    .offered(Severity::Stop, &["clonazepam"])
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::UntreatedOsa)),
    Precaution::new(
        "oth-07",
        CLONAZEPAM,
        "Clonazepam is contraindicated in severe liver impairment, and in who is dependent on medicines, drugs or alcohol.",
        &[cite("CLONAZEPAM-UK", "4.3")],
        Original,
    )
    .offered(Severity::Stop, &["clonazepam"])
    .taken(Severity::Urgent)
    .if_facts(any(&[
        is(Fact::LiverImpairment, LiverImpairment::Severe.only()),
        yes(Fact::SubstanceUseDisorder),
    ])),
    Precaution::new(
        "oth-07b",
        CLONAZEPAM,
        "Impaired breathing: if it is severe, clonazepam is contraindicated.",
        &[cite("CLONAZEPAM-UK", "4.3")],
        Derived,
    )
    .offered(Severity::Caution, &["clonazepam"])
    .taken(Severity::Caution)
    .if_facts(yes(Fact::RespiratoryDisease)),
    Precaution::new(
        "oth-09",
        BENZODIAZEPINE,
        "Falls, fractures and confusion: avoid a benzodiazepine from 65 years, after falls, and with cognitive change.",
        &[cite("BEERS2015", "benzodiazepines")],
        Original,
    )
    .offered(Severity::Caution, &["clonazepam", "triazolam"])
    .if_facts(any(&[at_least(Fact::AgeYears, 65.0), yes(Fact::Falls), yes(Fact::CognitiveChange)])),
    Precaution::new(
        "oth-11",
        Of::Nothing,
        "A benzodiazepine or a medicine against seizures was stopped, and there is a seizure disorder, myoclonus or confusion: a stop from one day to the next can bring seizures. To the prescriber today.",
        &[cite("CLONAZEPAM-UK", "4.4: not abruptly interrupted")],
        Derived,
    )
    .anyone(Severity::Urgent, "antiseizure_stopped")
    .when(Asks::All(&[
        Asks::Stopped(Of::Any(&[BENZODIAZEPINE, Of::Class(Class::Antiseizure)])),
        Asks::Facts(any(&[yes(Fact::SeizureDisorder), yes(Fact::Myoclonus), yes(Fact::Confusion)])),
    ])),
    Precaution::new(
        "oth-12",
        Of::Nothing,
        "Clonidine was stopped while a beta-blocker goes on: blood pressure can rebound. Measure it today; of the two the beta-blocker is stopped first, days before.",
        &[cite("CLONIDINE-UK", "4.4")],
        Secondary,
    )
    .anyone(Severity::Urgent, "clonidine_stopped")
    .when(Asks::All(&[Asks::Stopped(CLONIDINE), Asks::TakingAlready(Of::Class(Class::BetaBlocker))])),
    Precaution::new(
        "oth-13",
        CLONIDINE,
        "Clonidine: care with depression, with kidneys that fail, and with methylphenidate, with which sudden deaths are described.",
        &[cite("CLONIDINE-UK", "4.4")],
        Derived,
    )
    .offered(Severity::Caution, &["clonidine"])
    .taken(Severity::Caution)
    .when(Asks::Any(&[
        Asks::Facts(any(&[yes(Fact::Depression), below(Fact::Egfr, 30.0)])),
        Asks::Taking(Of::Named(&["methylphenidate"])),
    ])),
    Precaution::new(
        "oth-14",
        BUPROPION,
        "Bupropion is contraindicated in a seizure disorder, and within 14 days of an inhibitor of monoamine oxidase.",
        &[cite("ELONTRIL-IT", "contraindications"), cite("BUP", "accounts of the American label")],
        Unverified,
    )
    .offered(Severity::Stop, &["bupropion"])
    .taken(Severity::Urgent)
    .when(Asks::Any(&[
        Asks::Facts(yes(Fact::SeizureDisorder)),
        Asks::Taking(Of::Class(Class::MaoInhibitor)),
    ])),
    Precaution::new(
        "oth-15",
        BUPROPION,
        "Bupropion with something else that lowers the threshold for seizures.",
        &[cite("ELONTRIL-IT", "4.4")],
        Original,
    )
    .offered(Severity::Caution, &["bupropion"])
    .taken(Severity::Caution)
    .when(Asks::Any(&[
        Asks::Facts(yes(Fact::Alcohol)),
        Asks::Taking(Of::Any(&[
            Of::Named(&["tramadol", "theophylline", "ciprofloxacin", "levofloxacin", "ofloxacin", "norfloxacin"]),
            Of::Class(Class::DopamineAntagonist),
            Of::Class(Class::SedatingAntihistamine),
        ])),
    ])),
    Precaution::new(
        "oth-16",
        BUPROPION,
        "Bupropion under 25 years, with suicidal thoughts or with bipolar disorder: suicidal thoughts, mania.",
        &[cite("BUP", "accounts of the American label")],
        Unverified,
    )
    .offered(Severity::Caution, &["bupropion"])
    .if_facts(any(&[below(Fact::AgeYears, 25.0), yes(Fact::Suicidality), yes(Fact::BipolarDisorder)])),
    Precaution::new(
        "oth-18",
        DIPYRIDAMOLE,
        "More bleeding with a medicine against clotting (with acetylsalicylic acid alone that was not shown).",
        &[cite("DIPYRIDAMOLE-UK", "4.5")],
        Original,
    )
    .offered(Severity::Caution, &["dipyridamole"])
    .taken(Severity::Caution)
    .when(Asks::Taking(Of::Class(Class::BloodThinner))),
    Precaution::new(
        "oth-19",
        DIPYRIDAMOLE,
        "Dipyridamole multiplies the effect of adenosine and regadenoson: off 24 hours before a stress test.",
        &[cite("PROCARDIN-CY", "4.5"), cite("DIPYRIDAMOLE-UK", "4.5")],
        Original,
    )
    .offered(Severity::Urgent, &["dipyridamole"])
    .taken(Severity::Urgent)
    .when(Asks::Taking(Of::Named(&["adenosine", "regadenoson"]))),
    Precaution::new(
        "oth-21",
        Of::Named(&["quinine"]),
        "Quinine is not for leg cramps or restless legs: life-threatening want of platelets and a haemolytic uraemic syndrome. Ask why it is taken, and have it reviewed.",
        &[cite("FDA2010-QUININE", "accounts of it")],
        Secondary,
    )
    .offered(Severity::Urgent, &[])
    .taken(Severity::Urgent),
    Precaution::new(
        "oth-25",
        Of::Any(&[Of::Class(Class::Dopaminergic), BENZODIAZEPINE]),
        "A medicine of adults: no label for restless legs in children was found.",
        &[cite("PGB-SMPC", "4.2"), cite("HORIZANT", "account of it")],
        Secondary,
    )
    .offered(
        Severity::Stop,
        &["levodopa", "pramipexole", "rotigotine", "ropinirole", "cabergoline", "pergolide", "clonazepam", "triazolam"],
    )
    .if_facts(below(Fact::AgeYears, 18.0)),
    Precaution::new(
        "x-03",
        Of::Named(&["duloxetine"]),
        "Neuropathy is there and these are not restless legs: duloxetine treats the neuropathy, and there is no reason to stop it for the legs.",
        &[],
        Derived,
    )
    .taken(Severity::Note)
    .if_facts(all(&[
        is(Fact::MimicNeuropathy, Mimics::Coexists.only().or(Mimics::SoleExplanation.only())),
        answers(RLS_DIAGNOSIS, RlsDiagnosis::NotMet.set()),
    ])),
    Precaution::new(
        "x-06",
        Of::Any(&[
            Of::Class(Class::Alpha2Delta),
            Of::Class(Class::Dopaminergic),
            Of::Class(Class::Opioid),
            Of::Class(Class::IronOral),
            DIPYRIDAMOLE,
        ]),
        "It is taken already: this is a question of its dose, not of starting it.",
        &[],
        Derived,
    )
    .offered(
        Severity::Note,
        &[
            "oral_iron", "gabapentin_enacarbil", "gabapentin", "pregabalin", "opioids", "levodopa", "pramipexole",
            "rotigotine", "ropinirole", "cabergoline", "dipyridamole",
        ],
    )
    .when(Asks::TakenItself),
    Precaution::new(
        "x-02",
        Of::Any(&[
            Of::Class(Class::DopamineAntagonist),
            Of::Class(Class::Antidepressant),
            Of::Class(Class::Antiseizure),
            Of::Named(&["lithium"]),
        ]),
        "It treats an illness that weighs more: the legs are no reason to stop lithium, an antipsychotic, an antidepressant or a medicine against seizures.",
        &[],
        Derived,
    )
    .taken(Severity::Caution)
    .quiet()
    .if_facts(any(&[
        yes(Fact::Psychosis),
        yes(Fact::BipolarDisorder),
        yes(Fact::SeizureDisorder),
        yes(Fact::Depression),
    ])),
];
