//! The flags of the tables, in words.

use crate::knowledge::code::Guideline;

/// The flags of what another guideline has taken the place of.
pub(in crate::knowledge) const BY_NICE_NG239: &str = "superseded_by_nice_ng239";
pub(in crate::knowledge) const BY_AASM_2025: &str = "superseded_by_aasm_2025";

/// The guideline that has taken the place of an answer that carries this flag, if the flag says so.
///
/// ```
/// use ekbom::Guideline;
/// use ekbom::knowledge::guideline::superseded_by;
/// assert_eq!(superseded_by("superseded_by_aasm_2025"), Some(Guideline::Aasm2025));
/// assert_eq!(superseded_by("single_sample"), None);
/// ```
pub fn superseded_by(flag: &str) -> Option<Guideline> {
    match flag {
        BY_NICE_NG239 => Some(Guideline::NiceNg239),
        BY_AASM_2025 => Some(Guideline::Aasm2025),
        _ => None,
    }
}

/// Every flag that a table can raise, with one sentence for a clinician; sorted by code.
///
/// ```
/// use ekbom::knowledge::guideline::FLAGS;
/// assert!(FLAGS.iter().any(|(code, text)| *code == "single_sample" && text.contains("repeat")));
/// ```
pub const FLAGS: &[(&str, &str)] = &[
    (
        "ask_for_crp",
        "C-reactive protein was not reported; measure it, because inflammation can raise ferritin while iron is lacking.",
    ),
    (
        "ask_the_renal_team",
        "Kidney disease raises methylmalonic acid by itself; whether to try vitamin B12 is for the renal team.",
    ),
    (
        "b12_discordant_clinical",
        "The B12 test does not fit the neurological signs; strong clinical features outweigh a test that does not point to deficiency.",
    ),
    (
        "b12_dose_in_pregnancy_unverified",
        "In pregnancy and breastfeeding a higher oral dose of B12 may be advised; the figure could not be verified.",
    ),
    ("because_alcohol", "Alcohol can make restless legs worse."),
    (
        "because_anaemia_not_iron_deficient",
        "Iron is stopped because the anaemia is not due to iron deficiency.",
    ),
    ("because_bacteraemia", "Iron waits because of ongoing bacteraemia."),
    ("because_caffeine", "Caffeine can make restless legs worse."),
    ("because_disturbed_iron_utilisation", "Iron is stopped because the utilisation of iron is disturbed."),
    (
        "because_first_trimester",
        "Intravenous iron is stopped because this is the first trimester of pregnancy.",
    ),
    ("because_haemochromatosis", "Iron is stopped because haemochromatosis is known."),
    ("because_hfe_c282y_homozygous", "Iron is stopped because of two C282Y copies of the HFE gene."),
    ("because_infection", "Iron waits because of an infection."),
    ("because_iron_overload", "Iron is stopped because iron overload is known."),
    (
        "because_iv_iron_hypersensitivity",
        "Intravenous iron is stopped because of a serious hypersensitivity to a parenteral iron product.",
    ),
    (
        "because_liver_disease_with_overload",
        "Iron is stopped because of a liver disease in which iron overload plays a part.",
    ),
    ("because_polycythaemia_vera", "Iron is stopped because of polycythaemia vera."),
    (
        "because_sickle_cell_disease",
        "Iron is stopped because of sickle cell disease: a haematologist decides.",
    ),
    ("because_transfusional_overload", "Iron is stopped because of iron overload from transfusions."),
    ("because_untreated_osa", "Sleep apnoea that is not treated can make restless legs worse."),
    ("because_venesection", "Iron is stopped because blood is let as a treatment."),
    (
        "beyond_trial_range",
        "Ferritin is 300 ng/mL or more, at or beyond the end of the range in which the trials gave iron.",
    ),
    ("boundary_inconsistent", "The source contradicts itself at exactly this value."),
    ("boundary_unspecified", "The source does not say on which side of its limit this value belongs."),
    ("check_product_licence_age", "This is a child; check from which age the iron product is licensed."),
    (
        "clauses_overlap",
        "Two clauses of the guideline apply and differ on oral iron; the stricter one is shown.",
    ),
    ("combined_contraceptive", "A combined oral contraceptive can lower total B12 without deficiency."),
    (
        "consider_malabsorption",
        "A gut disease or operation is there that the source counts as malabsorption of iron: intravenous iron then comes first.",
    ),
    (
        "distress_level_unspecified",
        "The criterion asks for distress without saying how much; here at most mild distress is certain, and no impairment.",
    ),
    ("egfr_in_pregnancy", "An eGFR may mislead in pregnancy, and so may its category."),
    (
        "esrd_by_egfr",
        "End-stage renal disease is inferred from the eGFR alone; the trials were in haemodialysis.",
    ),
    (
        "ethnicity_black",
        "People of Black ethnicity may have a higher reference range of B12, so deficiency may lie above the printed limit.",
    ),
    (
        "evidence_to_300",
        "The consensus stops at ferritin 100 ng/mL, but its evidence statement for ferric carboxymaltose reaches below 300 ng/mL.",
    ),
    (
        "exactly_300",
        "Ferritin is exactly 300 ng/mL, where the trials and the safety rule meet and the sources do not agree on the side.",
    ),
    (
        "ferritin_limit_not_given",
        "The guideline uses the laboratory's own upper limit of ferritin, which was not given.",
    ),
    (
        "ferritin_misleading_use_tsat",
        "With inflammation or malignancy ferritin may mislead; the low transferrin saturation may be the better measure.",
    ),
    (
        "folate_before_b12",
        "Give folic acid only after B12 deficiency has been excluded or its treatment begun.",
    ),
    (
        "follow_renal_anaemia_guideline",
        "In end-stage renal disease outside these limits, follow the guideline on renal anaemia.",
    ),
    ("frequency_more_than_two", "Symptoms come exactly twice a week; one author asks for more than twice."),
    ("go_on_with_replacement", "Vitamin B12 is being replaced: a test says little, and replacement goes on."),
    (
        "hba1c_unreliable",
        "HbA1c may mislead with anaemia, iron deficiency or dialysis; do not rely on it alone.",
    ),
    (
        "if_antibody_positive",
        "Antibodies to intrinsic factor are present and can make total B12 falsely normal in some assays.",
    ),
    (
        "iv_fcm_without_iron_limit",
        "The guideline also supports intravenous ferric carboxymaltose and states no limit of iron for it.",
    ),
    (
        "literal_or_above_100",
        "This follows the literal \"or\" of the guideline; summaries say that iron is generally not indicated above ferritin 100 ng/mL.",
    ),
    ("macrocytosis_masked", "Low iron or thalassaemia makes red cells smaller and can hide macrocytosis."),
    ("markers_discordant", "Two markers of the same vitamin point in different directions."),
    ("mimic_coexists", "A condition that looks like restless legs is present as well."),
    (
        "mma_unreliable_renal",
        "Reduced kidney function raises methylmalonic acid, so a raised value does not prove B12 deficiency.",
    ),
    (
        "needs_severity",
        "The guideline asks for moderate to severe chronic persistent or refractory disease, or a wish for a faster response; this is not established.",
    ),
    (
        "not_pregnancy_specific",
        "The guideline gives no limits of iron specific to pregnancy; consider the safety of each treatment.",
    ),
    (
        "onset_decades_without_source",
        "No source was found for the decades named; what was read says only later in life, without family history.",
    ),
    ("oral_poorly_absorbed", "At this ferritin oral iron is poorly absorbed."),
    (
        "printed_limits_differ",
        "The guideline prints a limit in two units that do not quite agree, and this result falls between them; the unit reported decided.",
    ),
    (
        "repeat_fasting_sample",
        "The sample was not a morning sample without iron for 24 hours; repeat it fasting before drawing conclusions.",
    ),
    (
        "repeat_first",
        "No symptom, and methylmalonic acid is not much raised: repeat it in weeks to months and test antibodies before any treatment.",
    ),
    ("single_sample", "This rests on one sample; repeat it before calling the category persistent."),
    (
        BY_NICE_NG239,
        "For vitamin B12 NICE NG239 has taken the place of this guideline (notice of 20 November 2024); for folate it stands.",
    ),
    ("too_close_to_call", "The value lies so close to a limit that rounding could change the category."),
    (
        "treat_before_results",
        "With objective neurological signs do not wait for further results: take the samples and begin B12 treatment.",
    ),
    ("under_one_year", "Symptoms have lasted less than a year, which the course specifiers do not cover."),
];

/// A flag of any table in words.
///
/// ```
/// use ekbom::knowledge::guideline::flag_text;
/// assert!(flag_text("standard_use_only").is_some() && flag_text("no_such_flag").is_none());
/// ```
pub fn flag_text(code: &str) -> Option<&'static str> {
    FLAGS.iter().chain(super::treatment::TREATMENT_FLAGS).find(|(own, _)| *own == code).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use super::{FLAGS, superseded_by};
    use crate::knowledge::guideline::{tables, treatment::TREATMENT_FLAGS};

    #[test]
    fn every_flag_is_in_words_once_and_used() {
        let of_rules =
            tables().flat_map(|table| table.rules).flat_map(|rule| rule.flags).map(|flag| flag.code);
        // Raised by the assessment itself, for any table that prints limits in two units.
        let used: BTreeSet<&str> = of_rules.chain(["printed_limits_differ"]).collect();
        let all = || FLAGS.iter().chain(TREATMENT_FLAGS);
        let listed: BTreeSet<&str> = all().map(|(code, _)| *code).collect();
        assert_eq!(used, listed);
        assert_eq!(all().count(), listed.len());
        assert!(FLAGS.is_sorted_by(|a, b| a.0 < b.0));
        for code in &listed {
            assert_eq!(superseded_by(code).is_some(), code.starts_with("superseded"), "{code}");
        }
        for (code, text) in all() {
            assert!(text.ends_with('.') && (15..260).contains(&text.len()), "{code}");
        }
    }
}
