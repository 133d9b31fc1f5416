//! The catalogue of medicines: data only, in the order of the names.
//!
//! A line is a name, its synonyms, its memberships; `.but(..)` adds evidence to the contrary. Domperidone
//! blocks dopamine outside the brain and is not called an exacerbating medicine. Trazodone, nefazodone and
//! doxepin are not either: what was read of them (no more limb movements) points the other way. Of valerian,
//! dipyridamole and others nothing is said here beyond their name. Cobalamin is B12 in a form not told.

use super::MedicineClass as Class;
use super::evidence::*;
use super::{Evidence, Membership};

/// A line of the catalogue.
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) synonyms: &'static [&'static str],
    pub(super) memberships: &'static [Membership],
    pub(super) counter_evidence: &'static [Evidence],
}

const fn m(
    name: &'static str,
    synonyms: &'static [&'static str],
    memberships: &'static [Membership],
) -> Entry {
    Entry { name, synonyms, memberships, counter_evidence: &[] }
}

impl Entry {
    const fn but(self, counter_evidence: &'static [Evidence]) -> Self {
        Self { counter_evidence, ..self }
    }
}

const fn describes(class: Class) -> Membership {
    Membership { class, evidence: &[] }
}

const ALPHA2DELTA: Membership = describes(Class::Alpha2Delta);
const ANTIDEPRESSANT: Membership = describes(Class::Antidepressant);
const ANTISEIZURE: Membership = describes(Class::Antiseizure);
const B12: Membership = describes(Class::B12Product);
const BENZODIAZEPINE: Membership = describes(Class::Benzodiazepine);
const BETA_BLOCKER: Membership = describes(Class::BetaBlocker);
const CONTRACEPTIVE: Membership = describes(Class::CombinedContraceptive);
const DOPAMINE_ANTAGONIST: Membership = describes(Class::DopamineAntagonist);
const FOLATE: Membership = describes(Class::FolicAcid);
const H2: Membership = describes(Class::H2Antagonist);
const IRON_IV: Membership = describes(Class::IronIntravenous);
const IRON_ORAL: Membership = describes(Class::IronOral);
const OPIOID: Membership = describes(Class::Opioid);
const PPI: Membership = describes(Class::ProtonPumpInhibitor);
const SEDATING_ANTIHISTAMINE: Membership = describes(Class::SedatingAntihistamine);
const SEROTONERGIC: Membership = describes(Class::Serotonergic);

pub(super) static CATALOGUE: &[Entry] = &[
    m("alfentanil", &[], &[OPIOID]),
    m("alimemazine", &["trimeprazine"], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("alizapride", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("alprazolam", &[], &[BENZODIAZEPINE]),
    m("amisulpride", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("amitriptyline", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("aripiprazole", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("ascorbic acid", &["vitamin c", "ascorbate"], &[]),
    m("asenapine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("atenolol", &[], &[BETA_BLOCKER, BETA_BLOCKER_RLS]),
    m("atorvastatin", &[], &[]),
    m("bisoprolol", &[], &[BETA_BLOCKER, BETA_BLOCKER_RLS]),
    m("brexpiprazole", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("brivaracetam", &[], &[ANTISEIZURE]),
    m("bromazepam", &[], &[BENZODIAZEPINE]),
    m("brompheniramine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("buprenorphine", &[], &[OPIOID]),
    m("bupropion", &["amfebutamone"], &[ANTIDEPRESSANT]).but(BUPROPION_HELPS),
    m("cabergoline", &[], &[DOPAMINERGIC]),
    m("carbamazepine", &[], &[ANTISEIZURE]),
    m("cariprazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("carvedilol", &[], &[BETA_BLOCKER, BETA_BLOCKER_RLS]),
    m("chlordiazepoxide", &[], &[BENZODIAZEPINE]),
    m("chlorphenamine", &["chlorpheniramine"], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("chlorpromazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("cimetidine", &[], &[H2, H2_B12]),
    m("citalopram", &[], &[ANTIDEPRESSANT, SEROTONERGIC, MEASURED_RLS]).but(UNCOMMON),
    m("clemastine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("clobazam", &[], &[BENZODIAZEPINE]),
    m("clomipramine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("clonazepam", &[], &[BENZODIAZEPINE, ANTISEIZURE]),
    m("clonidine", &[], &[]),
    m("clozapine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("cobalamin", &["vitamin b12"], &[B12]),
    m("cobamamide", &["adenosylcobalamin"], &[B12]),
    m("codeine", &[], &[OPIOID]),
    m("colchicine", &["colchicin"], &[LISTED_B12]),
    m("cyanocobalamin", &[], &[B12]),
    m("cyclizine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("cyproheptadine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("desvenlafaxine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("dexchlorpheniramine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("dexlansoprazole", &[], &[PPI, PPI_B12]),
    m("diazepam", &[], &[BENZODIAZEPINE]),
    m("dihydrocodeine", &[], &[OPIOID]),
    m("diphenhydramine", &["dimenhydrinate"], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("dipyridamole", &[], &[]),
    m("domperidone", &[], &[DOPAMINE_ANTAGONIST]),
    m("dosulepin", &["dothiepin"], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("doxepin", &[], &[ANTIDEPRESSANT]).but(NO_MORE_MOVEMENTS),
    m("doxylamine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("droperidol", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("duloxetine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, MEASURED_RLS]).but(UNCOMMON),
    m("escitalopram", &[], &[ANTIDEPRESSANT, SEROTONERGIC, MEASURED_AND_SCORED_RLS]).but(UNCOMMON),
    m("esomeprazole", &[], &[PPI, PPI_B12]),
    m(
        "ethinylestradiol",
        &["ethinyl estradiol", "ethinyloestradiol", "ethinyl oestradiol"],
        &[CONTRACEPTIVE],
    ),
    m("ethosuximide", &[], &[ANTISEIZURE]),
    m("famotidine", &[], &[H2, H2_B12]),
    m("fentanyl", &[], &[OPIOID]),
    m("ferric carboxymaltose", &["iron carboxymaltose"], &[IRON_IV]),
    m("ferric citrate", &[], &[IRON_ORAL]),
    m("ferric derisomaltose", &["iron isomaltoside", "iron isomaltoside 1000"], &[IRON_IV]),
    m("ferric maltol", &[], &[IRON_ORAL]),
    m("ferrous ascorbate", &[], &[IRON_ORAL]),
    m("ferrous bisglycinate", &["iron bisglycinate"], &[IRON_ORAL]),
    m("ferrous fumarate", &["iron fumarate"], &[IRON_ORAL]),
    m("ferrous gluconate", &["iron gluconate"], &[IRON_ORAL]),
    m("ferrous succinate", &[], &[IRON_ORAL]),
    m("ferrous sulfate", &["ferrous sulphate", "iron sulfate", "iron(ii) sulfate"], &[IRON_ORAL]),
    m("ferumoxytol", &[], &[IRON_IV]),
    m("flunitrazepam", &[], &[BENZODIAZEPINE]),
    m("fluoxetine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, MEASURED_AND_SCORED_RLS]).but(UNCOMMON),
    m("flupentixol", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("fluphenazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("fluvastatin", &[], &[]),
    m("fluvoxamine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("folic acid", &["folate", "vitamin b9"], &[FOLATE]),
    m("folinic acid", &["leucovorin", "calcium folinate"], &[FOLATE]),
    m("gabapentin", &[], &[ALPHA2DELTA, ANTISEIZURE]),
    m("gabapentin enacarbil", &[], &[ALPHA2DELTA]),
    m("haloperidol", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("hydrocodone", &[], &[OPIOID]),
    m("hydromorphone", &[], &[OPIOID]),
    m("hydroxocobalamin", &["hydroxycobalamin"], &[B12]),
    m("hydroxyzine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("iloperidone", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("imipramine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("iron dextran", &["low molecular weight iron dextran", "lmw iron dextran"], &[IRON_IV]),
    m("iron polysaccharide", &["polysaccharide iron complex"], &[IRON_ORAL]),
    m("iron protein succinylate", &[], &[IRON_ORAL]),
    m("iron sucrose", &["saccharated iron oxide"], &[IRON_IV]),
    m("itopride", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("ketotifen", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("lacosamide", &[], &[ANTISEIZURE]),
    m("lamotrigine", &[], &[ANTISEIZURE]),
    m("lansoprazole", &[], &[PPI, PPI_B12]),
    m("levetiracetam", &[], &[ANTISEIZURE]),
    m(
        "levodopa",
        &[
            "carbidopa/levodopa",
            "levodopa/carbidopa",
            "levodopa/benserazide",
            "co-careldopa",
            "co-beneldopa",
            "l-dopa",
        ],
        &[LEVODOPA, SCORED_RLS],
    ),
    m("levomefolic acid", &["l-methylfolate", "levomefolate", "methylfolate"], &[FOLATE]),
    m("levomepromazine", &["methotrimeprazine"], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("levomilnacipran", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("levorphanol", &[], &[OPIOID]),
    m("levosulpiride", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("levothyroxine", &["l-thyroxine", "thyroxine", "levothyroxine sodium"], &[SCORED_RLS]),
    m("lithium", &["lithium carbonate", "lithium citrate"], &[LITHIUM_RLS]),
    m("lofepramine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("lorazepam", &[], &[BENZODIAZEPINE]),
    m("lormetazepam", &[], &[BENZODIAZEPINE]),
    m("lovastatin", &[], &[]),
    m("lumateperone", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("lurasidone", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("meclozine", &["meclizine"], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("mecobalamin", &["methylcobalamin"], &[B12]),
    m("metformin", &[], &[METFORMIN_B12]),
    m("methadone", &[], &[OPIOID]),
    m("metoclopramide", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("metoprolol", &[], &[BETA_BLOCKER, BETA_BLOCKER_RLS]),
    m("mianserin", &[], &[ANTIDEPRESSANT, SCORED_RLS]).but(UNCOMMON),
    m("midazolam", &[], &[BENZODIAZEPINE]),
    m("milnacipran", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("mirtazapine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, MIRTAZAPINE_RLS]).but(UNCOMMON),
    m("morphine", &[], &[OPIOID]),
    m("nalbuphine", &[], &[OPIOID]),
    m("nebivolol", &[], &[BETA_BLOCKER, BETA_BLOCKER_RLS]),
    m("nefazodone", &[], &[ANTIDEPRESSANT]).but(NO_MORE_MOVEMENTS),
    m("nitrazepam", &[], &[BENZODIAZEPINE]),
    m("nizatidine", &[], &[H2, H2_B12]),
    m("nortriptyline", &[], &[ANTIDEPRESSANT]),
    m("olanzapine", &[], &[DOPAMINE_ANTAGONIST, OLANZAPINE_RLS]),
    m("omeprazole", &[], &[PPI, PPI_B12]),
    m("oxazepam", &[], &[BENZODIAZEPINE]),
    m("oxcarbazepine", &[], &[ANTISEIZURE]),
    m("oxycodone", &["oxycodone hydrochloride"], &[OPIOID]),
    m(
        "oxycodone/naloxone",
        &["oxycodone and naloxone", "oxycodone-naloxone", "naloxone/oxycodone"],
        &[OPIOID],
    ),
    m("paliperidone", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("pantoprazole", &[], &[PPI, PPI_B12]),
    m("paroxetine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, MEASURED_RLS]).but(UNCOMMON),
    m("pentazocine", &[], &[OPIOID]),
    m("perampanel", &[], &[ANTISEIZURE]),
    m("pergolide", &[], &[DOPAMINERGIC, SCORED_RLS]),
    m("periciazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("perphenazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("pethidine", &["meperidine"], &[OPIOID]),
    m("pheniramine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("phenobarbital", &["phenobarbitone"], &[ANTISEIZURE, LISTED_B12]),
    m("pimozide", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("pitavastatin", &[], &[]),
    m("pramipexole", &[], &[PRAMIPEXOLE]),
    m("pravastatin", &[], &[]),
    m("pregabalin", &[], &[ALPHA2DELTA, ANTISEIZURE, LISTED_B12]),
    m("primidone", &[], &[ANTISEIZURE, LISTED_B12]),
    m("prochlorperazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("promethazine", &[], &[SEDATING_ANTIHISTAMINE, DOPAMINE_ANTAGONIST, ANTIHISTAMINE_AND_BLOCKER_RLS]),
    m("propranolol", &[], &[BETA_BLOCKER, BETA_BLOCKER_RLS]),
    m("protriptyline", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("quetiapine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("rabeprazole", &[], &[PPI, PPI_B12]),
    m("ranitidine", &[], &[H2, H2_B12]),
    m("reboxetine", &[], &[ANTIDEPRESSANT]).but(REBOXETINE_NONE),
    m("remifentanil", &[], &[OPIOID]),
    m("risperidone", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("ropinirole", &[], &[DOPAMINERGIC]),
    m("rosuvastatin", &[], &[]),
    m("rotigotine", &[], &[DOPAMINERGIC]),
    m("sertraline", &[], &[ANTIDEPRESSANT, SEROTONERGIC, MEASURED_RLS]).but(UNCOMMON),
    m("simvastatin", &[], &[]),
    m("sodium feredetate", &[], &[IRON_ORAL]),
    m("sodium ferric gluconate", &["ferric gluconate", "sodium ferric gluconate complex"], &[IRON_IV]),
    m("sufentanil", &[], &[OPIOID]),
    m("sulpiride", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("tapentadol", &[], &[OPIOID]),
    m("temazepam", &[], &[BENZODIAZEPINE]),
    m("thiethylperazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("thioridazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("tiapride", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("tilidine", &[], &[OPIOID]),
    m("topiramate", &[], &[ANTISEIZURE, LISTED_B12]),
    m("tramadol", &[], &[OPIOID, SCORED_RLS]),
    m("trazodone", &[], &[ANTIDEPRESSANT]).but(NO_MORE_MOVEMENTS),
    m("triazolam", &[], &[BENZODIAZEPINE]),
    m("trifluoperazine", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("trimethobenzamide", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("triprolidine", &[], &[SEDATING_ANTIHISTAMINE, SEDATING_ANTIHISTAMINE_RLS]),
    m("valerian", &["valeriana officinalis", "valerian root"], &[]),
    m(
        "valproic acid",
        &["valproate", "sodium valproate", "divalproex", "valproate semisodium"],
        &[ANTISEIZURE],
    ),
    m("venlafaxine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, VENLAFAXINE_RLS]).but(UNCOMMON),
    m("vilazodone", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("vortioxetine", &[], &[ANTIDEPRESSANT, SEROTONERGIC, SEROTONERGIC_RLS]).but(UNCOMMON),
    m("ziprasidone", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
    m("zuclopenthixol", &[], &[DOPAMINE_ANTAGONIST, DOPAMINE_BLOCKER_RLS]),
];
