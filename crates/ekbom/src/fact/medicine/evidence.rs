//! What sources say of medicines: data only.
//!
//! Paraphrases of `RI 7`, `RI 4`, `BL 2` and their second checks. A statement that a source makes of a class
//! is marked so; a statement's verification is that of its weakest part.

use super::MedicineClass::{Dopaminergic, ExacerbatesRls, LowersB12};
use super::Scope::{Class, Ingredient};
use super::{Evidence, Membership, Scope};
use crate::source::Verification::{self, Original, Secondary, Unverified};

const fn says(
    says: &'static str,
    scope: Scope,
    source: &'static str,
    verification: Verification,
) -> Evidence {
    Evidence { says, scope, source, verification }
}

const fn exacerbates(evidence: &'static [Evidence]) -> Membership {
    Membership { class: ExacerbatesRls, evidence }
}

const fn lowers(evidence: &'static [Evidence]) -> Membership {
    Membership { class: LowersB12, evidence }
}

/// Sources that list a medicine without saying why.
const WEAK: &[&str] = &["NBMEDICAL"];

impl Evidence {
    /// Too weak to review a medicine for: nobody read it, or its source only lists the medicine.
    ///
    /// ```
    /// use ekbom::fact::medicine::{Medicine, MedicineClass};
    /// let weak = |name| Medicine::find(name).unwrap().is_weakly(MedicineClass::ExacerbatesRls);
    /// assert!(weak("levothyroxine") && weak("lithium") && !weak("mirtazapine"));
    /// ```
    pub fn is_weak(&self) -> bool {
        self.verification == Unverified || WEAK.contains(&self.source)
    }
}

// --- RLS, statements about classes ---

const AASM_ANTIHISTAMINES: Evidence = says(
    "antihistaminergic medicines are an exacerbating factor to address first",
    Class,
    "AASM2025",
    Secondary,
);
const AASM_SEROTONERGIC: Evidence =
    says("serotonergic medicines are an exacerbating factor to address first", Class, "AASM2025", Secondary);
const AASM_ANTIDOPAMINERGIC: Evidence = says(
    "anti-dopaminergic medicines are an exacerbating factor to address first",
    Class,
    "AASM2025",
    Secondary,
);
const AUG_ANTIHISTAMINES: Evidence =
    says("antihistamines are removed first when RLS augments", Class, "AUG2016", Secondary);
const NB_BETA_BLOCKERS: Evidence =
    says("beta-blockers are listed by a primary-care note (weak)", Class, "NBMEDICAL", Secondary);
const NB_LITHIUM: Evidence = says("listed by a primary-care note (weak)", Ingredient, "NBMEDICAL", Secondary);
const BMJ_DOPAMINE_BLOCKER: Evidence =
    says("dopamine antagonists are listed as worsening RLS", Class, "BMJBP", Secondary);

// --- RLS, statements about ingredients ---

const ROTTACH_FIVE_TO_TEN: Evidence =
    says("new or worse RLS in 5 to 10 % of those treated, within days", Ingredient, "ROTTACH2008", Original);
const ROTTACH_MIRTAZAPINE: Evidence =
    says("new or worse RLS in 28 % of those treated", Ingredient, "ROTTACH2008", Original);
const HOQUE: Evidence = says(
    "among the strongest single-medicine evidence of a scoring review",
    Ingredient,
    "HOQUE2010",
    Unverified,
);
const KOLLA_HIGHEST: Evidence =
    says("in a review, among the antidepressants with the highest rates", Ingredient, "KOLLA2018", Original);

pub(super) const SEDATING_ANTIHISTAMINE_RLS: Membership =
    exacerbates(&[AASM_ANTIHISTAMINES, AUG_ANTIHISTAMINES]);
pub(super) const ANTIHISTAMINE_AND_BLOCKER_RLS: Membership =
    exacerbates(&[AASM_ANTIHISTAMINES, AUG_ANTIHISTAMINES, AASM_ANTIDOPAMINERGIC]);
pub(super) const DOPAMINE_BLOCKER_RLS: Membership =
    exacerbates(&[AASM_ANTIDOPAMINERGIC, BMJ_DOPAMINE_BLOCKER]);
pub(super) const OLANZAPINE_RLS: Membership =
    exacerbates(&[HOQUE, AASM_ANTIDOPAMINERGIC, BMJ_DOPAMINE_BLOCKER]);
pub(super) const SEROTONERGIC_RLS: Membership = exacerbates(&[AASM_SEROTONERGIC]);
pub(super) const MEASURED_RLS: Membership = exacerbates(&[ROTTACH_FIVE_TO_TEN, AASM_SEROTONERGIC]);
pub(super) const MEASURED_AND_SCORED_RLS: Membership =
    exacerbates(&[ROTTACH_FIVE_TO_TEN, HOQUE, AASM_SEROTONERGIC]);
pub(super) const VENLAFAXINE_RLS: Membership =
    exacerbates(&[ROTTACH_FIVE_TO_TEN, KOLLA_HIGHEST, AASM_SEROTONERGIC]);
pub(super) const MIRTAZAPINE_RLS: Membership =
    exacerbates(&[ROTTACH_MIRTAZAPINE, KOLLA_HIGHEST, HOQUE, AASM_SEROTONERGIC]);
pub(super) const SCORED_RLS: Membership = exacerbates(&[HOQUE]);
pub(super) const LITHIUM_RLS: Membership = exacerbates(&[NB_LITHIUM]);
pub(super) const BETA_BLOCKER_RLS: Membership = exacerbates(&[NB_BETA_BLOCKERS]);

// --- RLS, evidence to the contrary ---

/// Of any antidepressant.
pub(super) const UNCOMMON: &[Evidence] =
    &[says("in a review, new or worse RLS with antidepressants was uncommon", Class, "KOLLA2018", Original)];
pub(super) const NO_MORE_MOVEMENTS: &[Evidence] =
    &[says("in a review, no increase of periodic limb movements", Ingredient, "KOLLA2018", Original)];
pub(super) const REBOXETINE_NONE: &[Evidence] =
    &[says("no case of new or worse RLS", Ingredient, "ROTTACH2008", Original)];
pub(super) const BUPROPION_HELPS: &[Evidence] =
    &[says("in a review, may reduce RLS symptoms in the short term", Ingredient, "KOLLA2018", Original)];

// --- Dopaminergic medicines: augmentation ---

const AUGMENTATION: Evidence =
    says("treatment itself can make RLS worse over time (augmentation)", Class, "AUG_CONCEPT2007", Original);
const LEVODOPA_AUGMENTATION: Evidence = says(
    "augmentation in 82 % of those with RLS (46 people, with RLS or limb movements only)",
    Ingredient,
    "ALLEN1996",
    Original,
);
const PRAMIPEXOLE_AUGMENTATION: Evidence = says(
    "augmentation in 42 % of 50 people, after 16.5 months on average",
    Ingredient,
    "LIPFORD2013",
    Original,
);

pub(super) const DOPAMINERGIC: Membership = Membership { class: Dopaminergic, evidence: &[AUGMENTATION] };
pub(super) const LEVODOPA: Membership =
    Membership { class: Dopaminergic, evidence: &[LEVODOPA_AUGMENTATION, AUGMENTATION] };
pub(super) const PRAMIPEXOLE: Membership =
    Membership { class: Dopaminergic, evidence: &[PRAMIPEXOLE_AUGMENTATION, AUGMENTATION] };

// --- B12 ---

const NICE_LISTED: Evidence = says(
    "on the list of medicines that are a risk factor for B12 deficiency",
    Ingredient,
    "NG239-SEC",
    Secondary,
);
const NICE_CLASS: Evidence =
    says("its class is on the list of medicines that are a risk factor", Class, "NG239-SEC", Secondary);
const AAFP_METFORMIN: Evidence = says("a risk factor beyond 4 months", Ingredient, "AAFP2017", Original);
const AAFP_ACID: Evidence =
    says("acid suppression is a risk factor beyond 12 months", Class, "AAFP2017", Original);
const ARODA_METFORMIN: Evidence = says(
    "randomised follow-up: low B12 in 4.3 against 2.3 % at 5 years; odds rise 13 % a year",
    Ingredient,
    "ARODA2016",
    Original,
);
const INFANTE_METFORMIN: Evidence =
    says("testing criteria by years, dose, age and acid suppression", Ingredient, "INFANTE2021", Original);
const MHRA_METFORMIN: Evidence =
    says("lowered B12 is a common side effect", Ingredient, "MHRA2022", Secondary);
const LAM_PPI: Evidence =
    says("two years' supply or more: odds ratio 1.65 of B12 deficiency", Class, "LAM2013", Original);
const LAM_H2: Evidence =
    says("two years' supply or more: odds ratio 1.25 of B12 deficiency", Class, "LAM2013", Secondary);

pub(super) const METFORMIN_B12: Membership =
    lowers(&[ARODA_METFORMIN, AAFP_METFORMIN, INFANTE_METFORMIN, NICE_LISTED, MHRA_METFORMIN]);
pub(super) const PPI_B12: Membership = lowers(&[LAM_PPI, AAFP_ACID, NICE_CLASS]);
pub(super) const H2_B12: Membership = lowers(&[LAM_H2, AAFP_ACID, NICE_CLASS]);
pub(super) const LISTED_B12: Membership = lowers(&[NICE_LISTED]);
