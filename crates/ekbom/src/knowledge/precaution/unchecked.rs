//! What is not checked here, said where a finding asks for it: silence would read as cleared.
//!
//! No label of these was read. A row claims no danger and no number: it says what was stated, that nothing here looked for
//! its cause, and who is asked today.

use super::{Asks, GOES_ON, KIDNEYS_FAIL, Of, Precaution, Severity};
use crate::fact::medicine::MedicineClass as Class;
use crate::fact::{Fact, Person};
use crate::knowledge::guideline::ANAEMIA;
use crate::knowledge::question::BloodAnaemia;
use crate::logic::authoring::{Condition, all, answers, any, below, cite, person, yes};
use crate::source::Verification::Derived;

const ANTAGONIST: Of = Of::Class(Class::DopamineAntagonist);
const LITHIUM: Of = Of::Named(&["lithium"]);
const MAO: Of = Of::Class(Class::MaoInhibitor);
const NALTREXONE: Of = Of::Named(&["naltrexone"]);
const OPIOID: Of = Of::Class(Class::Opioid);
const THINNER: Of = Of::Any(&[Of::Class(Class::BloodThinner), Of::Named(&["dipyridamole"])]);

/// What is taken against seizures and belongs to no class that rows speak of, beside carbamazepine and valproate, of which
/// they often speak.
const AGAINST_SEIZURES: Of = Of::Named(&[
    "brivaracetam",
    "ethosuximide",
    "lacosamide",
    "lamotrigine",
    "levetiracetam",
    "oxcarbazepine",
    "perampanel",
    "phenytoin",
    "topiramate",
    "zonisamide",
]);

/// What acts on the brain. Of gabapentinoids (gab-06) and lithium (unc-04) other rows speak.
const ON_THE_BRAIN: Of = Of::Any(&[
    AGAINST_SEIZURES,
    OPIOID,
    ANTAGONIST,
    MAO,
    Of::Class(Class::Antidepressant),
    Of::Class(Class::Benzodiazepine),
    Of::Class(Class::Dopaminergic),
    Of::Class(Class::SedatingAntihistamine),
    Of::Class(Class::Sedative),
    Of::Class(Class::ZDrug),
    Of::Named(&["amantadine", "carbamazepine", "theophylline", "valproic acid"]),
]);

/// What raises serotonin, and tramadol's own label counts with it.
const SEROTONIN: Of = Of::Any(&[
    Of::Class(Class::Serotonergic),
    Of::Class(Class::Antidepressant),
    Of::Named(&["lithium", "sumatriptan"]),
]);

/// Of valproate, carbamazepine, gabapentinoids, opioids and dopaminergic medicines other rows speak.
const IN_PREGNANCY: Of = Of::Any(&[
    AGAINST_SEIZURES,
    ANTAGONIST,
    MAO,
    Of::Class(Class::Antidepressant),
    Of::Class(Class::Benzodiazepine),
    Of::Class(Class::BetaBlocker),
    Of::Class(Class::BloodThinner),
    Of::Class(Class::IronChelator),
    Of::Class(Class::SedatingAntihistamine),
    Of::Class(Class::Sedative),
    Of::Class(Class::ZDrug),
    Of::Named(&[
        "alendronic acid",
        "atorvastatin",
        "ciprofloxacin",
        "clonidine",
        "colchicine",
        "doxycycline",
        "fluvastatin",
        "ibandronic acid",
        "levofloxacin",
        "lithium",
        "lovastatin",
        "methotrexate",
        "methyldopa",
        "methylphenidate",
        "minocycline",
        "norfloxacin",
        "ofloxacin",
        "penicillamine",
        "pitavastatin",
        "pravastatin",
        "quinine",
        "risedronic acid",
        "rosuvastatin",
        "simvastatin",
        "tetracycline",
    ]),
]);

/// Of codeine, tramadol, gabapentin and dopaminergic medicines other rows speak.
const WHILE_BREASTFEEDING: Of = Of::Any(&[
    AGAINST_SEIZURES,
    ANTAGONIST,
    MAO,
    Of::Class(Class::Antidepressant),
    Of::Class(Class::Benzodiazepine),
    Of::Class(Class::SedatingAntihistamine),
    Of::Class(Class::Sedative),
    Of::Class(Class::ZDrug),
    Of::Named(&[
        "alfentanil",
        "buprenorphine",
        "carbamazepine",
        "ciprofloxacin",
        "clonidine",
        "dihydrocodeine",
        "doxycycline",
        "fentanyl",
        "hydrocodone",
        "hydromorphone",
        "levofloxacin",
        "levorphanol",
        "lithium",
        "methadone",
        "methotrexate",
        "minocycline",
        "mirogabalin",
        "morphine",
        "nalbuphine",
        "oxycodone",
        "oxycodone/naloxone",
        "pentazocine",
        "pethidine",
        "pregabalin",
        "sufentanil",
        "tapentadol",
        "tetracycline",
        "tilidine",
        "valproic acid",
    ]),
]);

/// Of these labels say that they are lowered step by step.
pub(super) const STOPPED: Of = Of::Any(&[OPIOID, Of::Class(Class::Alpha2Delta)]);

/// Withdrawal is thought of for so many days. Ours: the labels name no time.
pub(super) const STOPPED_DAYS: f64 = 14.0;

const CLOUDED: Condition = any(&[yes(Fact::Confusion), yes(Fact::Drowsiness)]);

/// Signs of the spinal cord, or of cord and nerves together.
pub(crate) const CORD_SIGNS: Condition = any(&[
    yes(Fact::ExtensorPlantars),
    all(&[yes(Fact::AbnormalReflexes), any(&[yes(Fact::GaitDisturbance), yes(Fact::MuscleWeakness)])]),
]);

const ANAEMIC: Condition = answers(ANAEMIA, BloodAnaemia::PRESENT);

pub(super) const ROWS: &[Precaution] = &[
    Precaution::new(
        "unc-01",
        Of::Nothing,
        "Confusion or drowsiness is stated, and its cause is not looked for here: have it looked at today, and with fever in hospital.",
        &[],
        Derived,
    )
    .anyone(Severity::Urgent, "clouded_mind")
    .if_facts(CLOUDED),
    Precaution::new(
        "unc-02",
        Of::Nothing,
        "Suicidal thoughts, now or earlier, are stated, and nothing here looks at them: ask today how it stands, and who knows of it.",
        &[],
        Derived,
    )
    .anyone(Severity::Urgent, "suicidal_thoughts")
    .if_facts(yes(Fact::Suicidality)),
    Precaution::new(
        "unc-03",
        Of::Nothing,
        "There are signs of the spinal cord, which restless legs do not explain. What else can bring them is not looked for here: speak with a neurologist today, whatever vitamin B12 says.",
        &[],
        Derived,
    )
    .anyone(Severity::Urgent, "signs_of_the_cord")
    .if_facts(CORD_SIGNS),
    Precaution::new(
        "unc-04",
        LITHIUM,
        "Confusion, drowsiness, myoclonus, weakness, falls or a disturbed gait under lithium: whether there is too much of it is not checked here. Its level and the kidneys today, and its prescriber before the next dose.",
        &[],
        Derived,
    )
    .taken(Severity::Urgent)
    .quiet()
    .acute()
    .if_facts(any(&[
        CLOUDED,
        yes(Fact::Myoclonus),
        yes(Fact::MuscleWeakness),
        yes(Fact::GaitDisturbance),
        yes(Fact::Falls),
    ])),
    Precaution::new(
        "unc-05",
        ANTAGONIST,
        "Fever under a medicine that blocks dopamine: whether this is the neuroleptic malignant syndrome is not checked here. To a physician today, who decides whether the medicine is stopped at once; with confusion or drowsiness to hospital.",
        &[],
        Derived,
    )
    .taken(Severity::Urgent)
    .quiet()
    .acute()
    .if_facts(yes(Fact::Fever)),
    Precaution::new(
        "unc-06",
        Of::Named(&["clozapine", "deferiprone", "methotrexate"]),
        "Fever, and whether this medicine has lowered the white cells is not checked here: a blood count today, and its prescriber before the next dose.",
        &[],
        Derived,
    )
    .taken(Severity::Urgent)
    .quiet()
    .acute()
    .if_facts(yes(Fact::Fever)),
    Precaution::new(
        "unc-07",
        ON_THE_BRAIN,
        "Confusion, drowsiness or myoclonus, and whether this medicine brings it (its dose, its level, the kidneys, another medicine) is not checked here. Ask its prescriber or a pharmacist today.",
        &[],
        Derived,
    )
    .taken(Severity::Urgent)
    .quiet()
    .acute()
    .if_facts(any(&[CLOUDED, yes(Fact::Myoclonus)])),
    Precaution::new(
        "unc-08",
        Of::Nothing,
        "A medicine that sedates was stopped, and there is fever, confusion, drowsiness or myoclonus: whether this is withdrawal is not checked here. To hospital today, with the name of what was stopped.",
        &[],
        Derived,
    )
    .anyone(Severity::Urgent, "sedative_stopped")
    .when(Asks::All(&[
        Asks::Stopped(Of::Any(&[OPIOID, Of::Class(Class::Sedative), Of::Class(Class::ZDrug)])),
        Asks::Facts(any(&[CLOUDED, yes(Fact::Fever), yes(Fact::Myoclonus)])),
    ])),
    Precaution::new(
        "unc-09",
        Of::Any(&[MAO, SEROTONIN]),
        "An inhibitor of monoamine oxidase with a medicine that raises serotonin: of this pair no label was read, and the labels of tramadol and bupropion forbid such an inhibitor and 14 days after it. The two are not begun together; who takes both asks the prescriber today.",
        &[cite("TRAMAL-NZ", "contraindications"), cite("ELONTRIL-IT", "contraindications")],
        Derived,
    )
    .offered(Severity::Stop, &[])
    .taken(Severity::Urgent)
    .when(Asks::All(&[Asks::Taking(SEROTONIN), Asks::TakingWithin(MAO, 14.0)])),
    Precaution::new(
        "unc-10",
        Of::Any(&[OPIOID, NALTREXONE]),
        "Naltrexone blocks opioids, and the two together bring withdrawal. They are not begun together; who takes both asks the prescriber today.",
        &[],
        Derived,
    )
    .offered(Severity::Stop, &["opioids"])
    .taken(Severity::Urgent)
    .when(Asks::All(&[Asks::Taking(OPIOID), Asks::Taking(NALTREXONE)])),
    Precaution::new(
        "unc-11",
        IN_PREGNANCY,
        "Pregnant: whether this may be taken is not checked here. Ask its prescriber and obstetrics today; it is neither begun nor stopped alone.",
        &[cite("MHRA2021-AED", "of some antiseizure medicines no dose was found to be without risk")],
        Derived,
    )
    .offered(Severity::Urgent, &["clonazepam", "triazolam", "clonidine"])
    .taken(Severity::Urgent)
    .quiet()
    .if_facts(person(Person::PREGNANT)),
    Precaution::new(
        "unc-12",
        WHILE_BREASTFEEDING,
        "Breastfeeding: what of it reaches the infant is not checked here. Ask today who cares for the infant, and watch the infant for drowsiness and poor feeding.",
        &[cite("FDA2017-COD", "of codeine and tramadol: the infant may stop breathing")],
        Derived,
    )
    .offered(Severity::Caution, &["pregabalin", "opioids", "clonazepam", "triazolam", "clonidine"])
    .taken(Severity::Urgent)
    .quiet()
    .if_facts(yes(Fact::Breastfeeding)),
    Precaution::new(
        "unc-13",
        THINNER,
        "Anaemia, or no iron left, under a medicine against clotting: whether there is bleeding is not checked here. Ask today about black stools and other bleeding, and ask its prescriber; it is not stopped alone.",
        &[cite("DIPYRIDAMOLE-UK", "4.5: more bleeding together"), cite("WHO2020", "ferritin below 15 ng/mL")],
        Derived,
    )
    .offered(Severity::Urgent, &[])
    .taken(Severity::Urgent)
    .quiet()
    .if_facts(any(&[ANAEMIC, below(Fact::Ferritin, 15.0)])),
    Precaution::new(
        "unc-14",
        Of::Named(&[
            "atorvastatin", "colchicine", "fluvastatin", "lovastatin", "pitavastatin", "pravastatin", "rosuvastatin",
            "simvastatin",
        ]),
        "Muscle weakness, and whether this medicine harms the muscle is not checked here: ask its prescriber today about creatine kinase.",
        &[],
        Derived,
    )
    .taken(Severity::Urgent)
    .quiet()
    .acute()
    .if_facts(yes(Fact::MuscleWeakness)),
    Precaution::new(
        "unc-15",
        LITHIUM,
        "Kidneys that fail: whether there is too much lithium is not checked here. Ask its prescriber today for its level.",
        &[],
        Derived,
    )
    .offered(Severity::Urgent, &[])
    .taken(Severity::Urgent)
    .if_facts(KIDNEYS_FAIL),
    Precaution::new(
        "unc-16",
        Of::Nothing,
        "An opioid or a gabapentinoid was stopped not long ago: whether what the legs do now is withdrawal is not checked here. Ask today how it was stopped, and its prescriber.",
        &[cite("FDA2025-OPI", "accounts of it"), cite("PGB-SMPC", "4.4")],
        Derived,
    )
    .anyone(Severity::Urgent, "stopped_lately")
    .when(Asks::StoppedWithin(STOPPED, STOPPED_DAYS)),
    Precaution::new(
        "unc-17",
        GOES_ON,
        "Kidneys that fail: whether it may go on is not checked here. Ask its prescriber today.",
        &[],
        Derived,
    )
    .offered(Severity::Urgent, &[])
    .taken(Severity::Urgent)
    .quiet()
    .acute()
    .if_facts(KIDNEYS_FAIL),
];
