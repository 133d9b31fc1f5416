//! Levodopa and dopamine agonists.

use super::{Asks, Of, Precaution, Severity, Withholds};
use crate::fact::medicine::MedicineClass as Class;
use crate::fact::{Fact, LiverImpairment, Mimics, Options, Person};
use crate::knowledge::guideline::AUGMENTATION;
use crate::knowledge::question::RlsAugmentation;
use crate::logic::authoring::{Condition, all, answers, any, at_least, below, cite, is, not, person, yes};
use crate::source::Verification::{Derived, Original, Secondary};

const DOPAMINERGIC: Of = Of::Class(Class::Dopaminergic);
const OFFER: &[&str] = &["levodopa", "pramipexole", "rotigotine", "ropinirole", "cabergoline", "pergolide"];
const AGONIST: Of = Of::Named(&[
    "pramipexole",
    "ropinirole",
    "rotigotine",
    "cabergoline",
    "pergolide",
    "apomorphine",
    "bromocriptine",
    "lisuride",
    "piribedil",
]);
const AGONIST_OFFER: &[&str] = &["pramipexole", "rotigotine", "ropinirole", "cabergoline", "pergolide"];
const NEWER: Of = Of::Named(&["pramipexole", "ropinirole", "rotigotine"]);
const NEWER_OFFER: &[&str] = &["pramipexole", "rotigotine", "ropinirole"];
const LEVODOPA: Of = Of::Named(&["levodopa"]);
const ROPINIROLE: Of = Of::Named(&["ropinirole"]);
const PRAMIPEXOLE: Of = Of::Named(&["pramipexole"]);
const ROTIGOTINE: Of = Of::Named(&["rotigotine"]);

const AUGMENTED: Condition = answers(AUGMENTATION, RlsAugmentation::Augmentation.set());
const AKATHISIA_IS: Options = Mimics::Coexists.only().or(Mimics::SoleExplanation.only());
const AKATHISIA: Condition = is(Fact::MimicAkathisia, AKATHISIA_IS);

pub(super) const ROWS: &[Precaution] = &[
    Precaution::new(
        "dop-01",
        DOPAMINERGIC,
        "There is Parkinson's disease, and this medicine is for it: neither stop, reduce nor raise it for the legs; any change by the Parkinson's specialist.",
        &[cite("NICE-NG71", "not withdrawn abruptly")],
        Original,
    )
    .taken(Severity::Urgent)
    .withholds(Withholds::AdviceAgainst)
    .if_facts(yes(Fact::ParkinsonsDisease)),
    Precaution::new(
        "dop-02",
        DOPAMINERGIC,
        "Never stop it abruptly: a state like the neuroleptic malignant syndrome, rebound, and the withdrawal syndrome of dopamine agonists are described.",
        &[cite("PPX-SPC2020", "account of the label"), cite("NIRENBERG2013", "abstract"), cite("NEUPRO-US", "discontinuation")],
        Secondary,
    )
    .taken(Severity::Caution)
    .urgent_where(AUGMENTED),
    Precaution::new(
        "dop-02b",
        Of::Nothing,
        "A dopaminergic medicine was stopped, and there is fever, confusion or drowsiness: a state like the neuroleptic malignant syndrome is described. To hospital today; the specialist decides whether it goes on again.",
        &[cite("PPX-SPC2020", "account of the label"), cite("NICE-NG71", "not withdrawn abruptly")],
        Derived,
    )
    .anyone(Severity::Urgent, "dopaminergic_stopped")
    .when(Asks::All(&[
        Asks::Stopped(DOPAMINERGIC),
        Asks::Facts(any(&[yes(Fact::Fever), yes(Fact::Confusion), yes(Fact::Drowsiness)])),
    ])),
    Precaution::new(
        "dop-02c",
        Of::Nothing,
        "A dopamine agonist was stopped, and there is low mood, suicidal thought or inner restlessness: a withdrawal syndrome is described, and rebound of restless legs. Ask today about suicidal thoughts, and ask the prescriber how it was stopped.",
        &[cite("NIRENBERG2013", "abstract"), cite("PPX-SPC2020", "account of the label")],
        Derived,
    )
    .anyone(Severity::Urgent, "dopamine_agonist_stopped")
    .when(Asks::All(&[
        Asks::Stopped(AGONIST),
        Asks::Facts(any(&[yes(Fact::Depression), yes(Fact::Suicidality), yes(Fact::InnerRestlessness)])),
    ])),
    Precaution::new(
        "dop-03",
        AGONIST,
        "An impulse control disorder, now or earlier: a dopamine agonist can bring it, and it makes withdrawal harder. None is begun; who takes one lowers it with the prescriber, step by step.",
        &[cite("ADARTREL-UK", "4.4"), cite("NEUPRO-US", "5.6"), cite("NIRENBERG2013", "abstract")],
        Derived,
    )
    .offered(Severity::Stop, AGONIST_OFFER)
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::ImpulseControlDisorder)),
    Precaution::new(
        "dop-03b",
        AGONIST,
        "At every visit ask the patient and a relative about gambling, buying, sex and eating.",
        &[cite("ADARTREL-UK", "4.4"), cite("MIRAPEXIN-EU", "4.4")],
        Original,
    )
    .taken(Severity::Caution),
    Precaution::new(
        "dop-04",
        DOPAMINERGIC,
        "Psychosis: a dopaminergic medicine can bring hallucinations; only if the benefit outweighs that, with the psychiatrist. Two labels contraindicate levodopa in psychotic illness.",
        &[cite("ADARTREL-UK", "4.4"), cite("PPX-VN", "special precautions"), cite("LDOPA-CORE", "contraindications"), cite("LEVOMED-CY", "4.3")],
        Original,
    )
    .offered(Severity::Stop, OFFER)
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::Psychosis)),
    Precaution::new(
        "dop-04b",
        DOPAMINERGIC,
        "Bipolar disorder: a dopaminergic medicine can bring mania or psychosis; only with the psychiatrist (the labels speak of psychosis; bipolar disorder is our extension).",
        &[cite("ADARTREL-UK", "4.4"), cite("PPX-VN", "special precautions")],
        Derived,
    )
    .offered(Severity::Stop, OFFER)
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::BipolarDisorder)),
    Precaution::new(
        "dop-05",
        DOPAMINERGIC,
        "A dopamine antagonist is taken, and the two cancel out: review the antagonist first.",
        &[],
        Derived,
    )
    .offered(Severity::Caution, OFFER)
    .when(Asks::Taking(Of::Class(Class::DopamineAntagonist))),
    Precaution::new(
        "dop-06",
        ROPINIROLE,
        "Ropinirole is contraindicated below a creatinine clearance of 30 mL/min without regular haemodialysis (by estimated filtration rate here).",
        &[cite("ADARTREL-UK", "4.3")],
        Derived,
    )
    .offered(Severity::Stop, &["ropinirole"])
    .taken(Severity::Urgent)
    .if_facts(all(&[below(Fact::Egfr, 30.0), not(&yes(Fact::Dialysis))])),
    Precaution::new(
        "dop-07",
        ROPINIROLE,
        "Ropinirole is contraindicated in severe liver impairment.",
        &[cite("ADARTREL-UK", "4.3")],
        Original,
    )
    .offered(Severity::Stop, &["ropinirole"])
    .taken(Severity::Urgent)
    .if_facts(is(Fact::LiverImpairment, LiverImpairment::Severe.only())),
    Precaution::new(
        "dop-08",
        ROPINIROLE,
        "The British label: not for restless legs that are secondary to renal failure or iron-deficiency anaemia. A guideline on haemodialysis disagrees.",
        &[cite("ADARTREL-UK", "4.4")],
        Original,
    )
    .offered(Severity::Caution, &["ropinirole"])
    .if_facts(any(&[yes(Fact::Esrd), yes(Fact::Dialysis), yes(Fact::IronDeficiencyAnaemia)])),
    Precaution::new(
        "dop-08b",
        ROPINIROLE,
        "The British label: not for akathisia, and not for restless legs of pregnancy.",
        &[cite("ADARTREL-UK", "4.4")],
        Original,
    )
    .offered(Severity::Stop, &["ropinirole"])
    .if_facts(any(&[person(Person::PREGNANT), AKATHISIA])),
    Precaution::new(
        "dop-09",
        PRAMIPEXOLE,
        "Pramipexole is cleared by the kidney: raise the dose at most every 14 days (by estimated filtration rate here, the label uses creatinine clearance).",
        &[cite("MIRAPEX2010", "renal impairment")],
        Derived,
    )
    .offered(Severity::Caution, &["pramipexole"])
    .if_facts(all(&[at_least(Fact::Egfr, 20.0), below(Fact::Egfr, 60.0)])),
    Precaution::new(
        "dop-09b",
        PRAMIPEXOLE,
        "Pramipexole is cleared by the kidney, and its clearance falls by about three quarters at 20 mL/min; no dose of a label was found for that.",
        &[cite("DRUGS-PPX", "pharmacokinetics")],
        Derived,
    )
    .offered(Severity::Caution, &["pramipexole"])
    .if_facts(any(&[below(Fact::Egfr, 20.0), yes(Fact::Dialysis)])),
    Precaution::new(
        "dop-10",
        NEWER,
        "Pregnant: not unless clearly necessary; there are no human data, and it harms animals.",
        &[cite("PPX-HK", "4.6"), cite("ROPI-IT", "4.6")],
        Derived,
    )
    .offered(Severity::Caution, NEWER_OFFER)
    .withholds(Withholds::Offer)
    .taken(Severity::Urgent)
    .if_facts(person(Person::PREGNANT)),
    Precaution::new(
        "dop-11",
        Of::Any(&[NEWER, Of::Named(&["levodopa", "cabergoline"])]),
        "Breastfeeding: it suppresses milk and is not for breastfeeding.",
        &[cite("PPX-HK", "4.6"), cite("ROPI-IT", "4.6"), cite("LEVOMED-CY", "4.6")],
        Original,
    )
    .offered(Severity::Stop, &["levodopa", "pramipexole", "rotigotine", "ropinirole", "cabergoline"])
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::Breastfeeding)),
    Precaution::new(
        "dop-12",
        LEVODOPA,
        "Levodopa with benserazide is contraindicated in pregnancy and below 25 years.",
        &[cite("LDOPA-CORE", "contraindications"), cite("LEVOMED-CY", "4.3")],
        Original,
    )
    .offered(Severity::Stop, &["levodopa"])
    .taken(Severity::Urgent)
    .if_facts(any(&[person(Person::PREGNANT), below(Fact::AgeYears, 25.0)])),
    Precaution::new(
        "dop-12b",
        LEVODOPA,
        "Who could become pregnant needs contraception: without it levodopa with benserazide is contraindicated.",
        &[cite("LDOPA-CORE", "contraindications")],
        Original,
    )
    .offered(Severity::Caution, &["levodopa"])
    .taken(Severity::Caution)
    .if_facts(yes(Fact::ChildbearingPotential)),
    Precaution::new(
        "dop-13",
        LEVODOPA,
        "Levodopa is contraindicated in narrow-angle glaucoma, with melanoma or a suspicious lesion, and within 14 days of a non-selective inhibitor of monoamine oxidase.",
        &[cite("LEVOMED-CY", "4.3"), cite("ODDB-57674", "contraindications")],
        Original,
    )
    .offered(Severity::Stop, &["levodopa"])
    .taken(Severity::Urgent)
    .when(Asks::Any(&[
        Asks::Facts(any(&[yes(Fact::NarrowAngleGlaucoma), yes(Fact::Melanoma)])),
        Asks::TakingWithin(
            Of::Named(&["phenelzine", "tranylcypromine", "isocarboxazid", "linezolid", "methylthioninium chloride"]),
            14.0,
        ),
    ])),
    Precaution::new(
        "dop-14",
        Of::Class(Class::IronOral),
        "Levodopa is taken, and iron binds it: separate the two by at least two hours, and watch the control of Parkinson's disease.",
        &[cite("FERROUS-INT", "interactions")],
        Secondary,
    )
    .offered(Severity::Caution, &["oral_iron", "ferrous_sulfate"])
    .taken(Severity::Caution)
    .when(Asks::Taking(LEVODOPA)),
    Precaution::new(
        "dop-16",
        AGONIST,
        "Sudden sleep: it is likelier with another sedative or alcohol; no driving after an episode.",
        &[cite("MIRAPEXIN-EU", "4.4"), cite("ADARTREL-UK", "4.4"), cite("NEUPRO-GR", "somnolence")],
        Original,
    )
    .offered(Severity::Caution, AGONIST_OFFER)
    .taken(Severity::Caution)
    .when(Asks::Any(&[
        Asks::Facts(yes(Fact::Alcohol)),
        Asks::Taking(super::gabapentinoid::DEPRESSANTS),
        Asks::Taking(Of::Class(Class::SedatingAntihistamine)),
    ])),
    Precaution::new(
        "dop-17",
        ROTIGOTINE,
        "The rotigotine patch contains metabisulfite: life-threatening reactions in who is allergic to sulfites.",
        &[cite("NEUPRO-US", "5.1"), cite("NEUPRO-GR", "sulfite")],
        Original,
    )
    .offered(Severity::Stop, &["rotigotine"])
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::SulfiteAllergy)),
    Precaution::new(
        "dop-17b",
        ROTIGOTINE,
        "The rotigotine patch contains metabisulfite, to which people with asthma react more often.",
        &[cite("NEUPRO-US", "5.1")],
        Original,
    )
    .offered(Severity::Caution, &["rotigotine"])
    .taken(Severity::Caution)
    .if_facts(yes(Fact::SevereAtopy)),
    Precaution::new(
        "dop-18",
        ROTIGOTINE,
        "Magnetic resonance imaging is planned: the patch comes off before it, because its aluminium burns the skin.",
        &[cite("NEUPRO-EU", "contraindications")],
        Original,
    )
    .taken(Severity::Urgent)
    .acute()
    .if_facts(yes(Fact::MriPlanned)),
    Precaution::new(
        "dop-19",
        Of::Class(Class::ErgotDopaminergic),
        "Dopamine agonists from ergot are contraindicated with disease of the heart valves or fibrosis.",
        &[cite("MHRA2008-ERGOT", "July and October")],
        Original,
    )
    .offered(Severity::Stop, &["cabergoline", "pergolide"])
    .taken(Severity::Urgent)
    .if_facts(yes(Fact::ValvularHeartDisease)),
    Precaution::new(
        "dop-20",
        Of::Class(Class::ErgotDopaminergic),
        "A dopamine agonist from ergot is taken, and no echocardiogram of the last year is stated: look at the heart valves now, then every 6 to 12 months. Pergolide was withdrawn in the United States in 2007.",
        &[cite("MHRA2008-ERGOT", "echocardiography"), cite("SCHADE2007", "abstract"), cite("HEART2009", "abstract")],
        Original,
    )
    .taken(Severity::Urgent)
    .when(Asks::Unless(yes(Fact::EchocardiogramLastYear))),
    Precaution::new(
        "dop-21",
        DOPAMINERGIC,
        "Augmentation: do not raise the dose.",
        &[cite("AUG2016", "management of augmentation")],
        Secondary,
    )
    .taken(Severity::Urgent)
    .if_facts(AUGMENTED),
    Precaution::new(
        "dop-23",
        LEVODOPA,
        "Levodopa is not for restlessness that a medicine causes (akathisia).",
        &[cite("LEVOMED-CY", "4.4"), cite("ODDB-57674", "contraindications")],
        Original,
    )
    .offered(Severity::Stop, &["levodopa"])
    .if_facts(AKATHISIA),
];
