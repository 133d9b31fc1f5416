//! Opioids.

use super::{Asks, Of, Precaution, Severity, Withholds};
use crate::fact::medicine::MedicineClass as Class;
use crate::fact::{Fact, LiverImpairment, Person};
use crate::logic::authoring::{above, all, any, at_least, below, cite, is, person, yes};
use crate::source::Verification::{Derived, Original, Secondary};

const OPIOID: Of = Of::Class(Class::Opioid);
const OFFER: &[&str] = &["opioids"];
const CODEINE_TRAMADOL: Of = Of::Named(&["codeine", "tramadol"]);
const TRAMADOL: Of = Of::Named(&["tramadol"]);
const METHADONE: Of = Of::Named(&["methadone"]);
const MAO: Of = Of::Class(Class::MaoInhibitor);

pub(super) const ROWS: &[Precaution] = &[
    Precaution::new(
        "opi-01",
        OPIOID,
        "Sleep apnoea is untreated: treat it before an opioid is chosen. Opioids worsen central apnoea with the dose, and the trial of oxycodone with naloxone in restless legs excluded sleep apnoea.",
        &[cite("TARGINACT-UK", "4.4"), cite("CDC2016", "moderate or severe sleep-disordered breathing")],
        Original,
    )
    .offered(Severity::Urgent, OFFER)
    .withholds(Withholds::Offer)
    .if_facts(yes(Fact::UntreatedOsa)),
    Precaution::new(
        "opi-02",
        OPIOID,
        "An opioid is taken with untreated sleep apnoea: tell the prescriber and the sleep clinic now.",
        &[cite("TARGINACT-UK", "4.4"), cite("CDC2016", "moderate or severe sleep-disordered breathing")],
        Original,
    )
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::UntreatedOsa)),
    Precaution::new(
        "opi-03",
        Of::Any(&[OPIOID, Of::Class(Class::Benzodiazepine)]),
        "An opioid with a benzodiazepine: deep sedation, slowed breathing, death. Avoid it, and never begin both.",
        &[
            cite("CDC2016", "recommendation 11"),
            cite("VADOD2017", "against concurrent use"),
            cite("FDA2016-OPI-BZD", "account of it"),
        ],
        Secondary,
    )
    .offered(Severity::Urgent, &["opioids", "clonazepam", "triazolam"])
    .taken(Severity::Urgent)
    .withholds(Withholds::Offer)
    .when(Asks::All(&[Asks::Taking(OPIOID), Asks::Taking(Of::Class(Class::Benzodiazepine))])),
    Precaution::new(
        "opi-04",
        OPIOID,
        "Impaired breathing: if it is severe (lung disease, right heart failure of lung disease, severe asthma), oxycodone with naloxone is contraindicated.",
        &[cite("TARGIN-IE", "4.3")],
        Derived,
    )
    .offered(Severity::Caution, OFFER)
    .taken(Severity::Caution)
    .if_facts(yes(Fact::RespiratoryDisease)),
    Precaution::new(
        "opi-05",
        Of::Named(&["oxycodone/naloxone"]),
        "Moderate or severe liver impairment: oxycodone with naloxone is contraindicated, because naloxone then reaches the blood.",
        &[cite("TARGIN-IE", "4.3")],
        Original,
    )
    .offered(Severity::Stop, &[])
    .taken(Severity::Urgent)
    .if_facts(is(Fact::LiverImpairment, LiverImpairment::Moderate.only().or(LiverImpairment::Severe.only()))),
    Precaution::new(
        "opi-05b",
        OPIOID,
        "Moderate or severe liver impairment: not oxycodone with naloxone, which is contraindicated.",
        &[cite("TARGIN-IE", "4.3")],
        Original,
    )
    .offered(Severity::Caution, OFFER)
    .if_facts(is(Fact::LiverImpairment, LiverImpairment::Moderate.only().or(LiverImpairment::Severe.only()))),
    Precaution::new(
        "opi-07",
        Of::Named(&["oxycodone", "oxycodone/naloxone", "codeine", "morphine", "tramadol"]),
        "Severe kidney disease: it accumulates. One label contraindicates oxycodone, others ask for close monitoring; tramadol in a lower dose and no extended release (by estimated filtration rate here, the labels use creatinine clearance).",
        &[cite("OXYNORM-CY", "4.3"), cite("TARGINACT-UK", "4.4"), cite("BEERS2015", "tramadol")],
        Derived,
    )
    .offered(Severity::Caution, OFFER)
    .taken(Severity::Caution)
    .if_facts(any(&[below(Fact::Egfr, 30.0), yes(Fact::Dialysis)])),
    Precaution::new(
        "opi-08",
        OPIOID,
        "Pregnant: withdrawal and breathing trouble of the newborn; a specialist decides.",
        &[cite("OXYNORM-CY", "4.3"), cite("ICSI2016", "pregnancy"), cite("METHADONE-US", "labelling change")],
        Secondary,
    )
    .offered(Severity::Urgent, OFFER)
    .if_facts(person(Person::PREGNANT)),
    Precaution::new(
        "opi-09",
        OPIOID,
        "An opioid is taken in pregnancy: arrange obstetric and neonatal planning.",
        &[cite("ICSI2016", "withdrawal may harm the pregnancy"), cite("METHADONE-US", "labelling change")],
        Secondary,
    )
    .taken(Severity::Urgent)
    .if_facts(person(Person::PREGNANT)),
    Precaution::new(
        "opi-10",
        CODEINE_TRAMADOL,
        "Not while breastfeeding: the infant may stop breathing.",
        &[cite("FDA2017-COD", "breastfeeding mothers")],
        Original,
    )
    .offered(Severity::Stop, &[])
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::Breastfeeding)),
    Precaution::new(
        "opi-10b",
        OPIOID,
        "Breastfeeding: not codeine or tramadol, under which the infant may stop breathing.",
        &[cite("FDA2017-COD", "breastfeeding mothers")],
        Original,
    )
    .offered(Severity::Caution, OFFER)
    .if_facts(yes(Fact::Breastfeeding)),
    Precaution::new(
        "opi-11",
        CODEINE_TRAMADOL,
        "Codeine and tramadol are contraindicated in children under 12.",
        &[cite("FDA2017-COD", "children"), cite("TRAMAL-NZ", "contraindications")],
        Original,
    )
    .offered(Severity::Stop, &[])
    .taken(Severity::Urgent)
    .if_facts(below(Fact::AgeYears, 12.0)),
    Precaution::new(
        "opi-12",
        OPIOID,
        "No opioid for restless legs in a child.",
        &[cite("CDC2016", "scope: adults")],
        Derived,
    )
    .offered(Severity::Stop, OFFER)
    .if_facts(below(Fact::AgeYears, 18.0)),
    Precaution::new(
        "opi-13",
        TRAMADOL,
        "Tramadol with an inhibitor of monoamine oxidase, or within 14 days of one: contraindicated (serotonin syndrome, seizures).",
        &[cite("TRAMAL-NZ", "contraindications"), cite("TRAMADOL-SG", "special precautions")],
        Original,
    )
    .offered(Severity::Stop, &[])
    .taken(Severity::Urgent)
    .when(Asks::TakingWithin(MAO, 14.0)),
    Precaution::new(
        "opi-13b",
        TRAMADOL,
        "Tramadol with another medicine that raises serotonin: serotonin syndrome and seizures. Tramadol is also among the medicines that can worsen restless legs.",
        &[cite("TRAMAL-NZ", "interactions"), cite("TRAMADOL-SG", "special precautions")],
        Original,
    )
    .offered(Severity::Caution, &[])
    .taken(Severity::Caution)
    .when(Asks::Taking(Of::Any(&[
        Of::Class(Class::Serotonergic),
        Of::Class(Class::Antidepressant),
        Of::Named(&["lithium", "sumatriptan"]),
    ]))),
    Precaution::new(
        "opi-14",
        TRAMADOL,
        "Tramadol lowers the threshold for seizures: not where they are uncontrolled.",
        &[cite("TRAMAL-NZ", "contraindications"), cite("TRAMADOL-SG", "special precautions")],
        Original,
    )
    .offered(Severity::Caution, &[])
    .taken(Severity::Caution)
    .when(Asks::Any(&[
        Asks::Facts(yes(Fact::SeizureDisorder)),
        Asks::Taking(Of::Any(&[Of::Named(&["bupropion"]), Of::Class(Class::DopamineAntagonist)])),
    ])),
    Precaution::new(
        "opi-15",
        METHADONE,
        "No methadone with a corrected QT interval above 500 ms.",
        &[cite("APS2014", "baseline above 500 ms"), cite("METHADONE-BOX", "account of the boxed warning")],
        Secondary,
    )
    .offered(Severity::Stop, &[])
    .if_facts(above(Fact::QtcMs, 500.0)),
    Precaution::new(
        "opi-15b",
        METHADONE,
        "A corrected QT interval of 500 ms or more on methadone: switch or reduce it, today with the prescriber.",
        &[cite("APS2014", "on treatment"), cite("METHADONE-BOX", "account of the boxed warning")],
        Secondary,
    )
    .taken(Severity::Urgent)
    .if_facts(at_least(Fact::QtcMs, 500.0)),
    Precaution::new(
        "opi-15c",
        METHADONE,
        "A corrected QT interval of 450 to 499 ms: correct what lengthens it (potassium, magnesium, other medicines) and repeat the recording.",
        &[cite("APS2014", "450 to 500 ms")],
        Original,
    )
    .offered(Severity::Caution, &[])
    .taken(Severity::Caution)
    .if_facts(all(&[at_least(Fact::QtcMs, 450.0), below(Fact::QtcMs, 500.0)])),
    Precaution::new(
        "opi-16",
        OPIOID,
        "Constipation is there already, and opioids bring it: a laxative from the first day; never an opioid in paralytic ileus.",
        &[cite("TARGIN-IE", "4.3 and 4.8")],
        Original,
    )
    .offered(Severity::Note, OFFER)
    .taken(Severity::Note)
    .if_facts(yes(Fact::Constipation)),
    Precaution::new(
        "opi-17",
        OPIOID,
        "From 65 years: assess falls, memory, breathing and kidneys first; if any is impaired begin with half the usual dose.",
        &[cite("ICSI2016", "older adults"), cite("BEERS2023", "falls")],
        Secondary,
    )
    .offered(Severity::Caution, OFFER)
    .if_facts(at_least(Fact::AgeYears, 65.0)),
    Precaution::new(
        "opi-18",
        OPIOID,
        "Alcohol adds to the depression of breathing.",
        &[cite("FDA2016-OPI-BZD", "account of it")],
        Secondary,
    )
    .offered(Severity::Caution, OFFER)
    .taken(Severity::Caution)
    .if_facts(yes(Fact::Alcohol)),
    Precaution::new(
        "opi-21",
        OPIOID,
        "An inhibitor of monoamine oxidase is taken, or was within two weeks: an opioid only with specialist advice, and by one label not at all.",
        &[cite("TARGINACT-UK", "4.4"), cite("OXYNORM-CY", "4.3")],
        Derived,
    )
    .offered(Severity::Urgent, OFFER)
    .taken(Severity::Urgent)
    .when(Asks::TakingWithin(MAO, 14.0)),
    Precaution::new(
        "opi-20",
        Of::Nothing,
        "An opioid was stopped, and there is inner restlessness: opioids are lowered step by step, and this may be withdrawal rather than restless legs. Ask the prescriber.",
        &[cite("FDA2025-OPI", "accounts of it")],
        Derived,
    )
    .anyone(Severity::Caution, "opioid_stopped")
    .when(Asks::All(&[Asks::Stopped(OPIOID), Asks::Facts(yes(Fact::InnerRestlessness))])),
];
