//! What the flags of the treatment tables mean, for a reader.

/// Each flag of a treatment table with one sentence for a clinician, sorted by code.
///
/// ```
/// use ekbom::guideline::treatment::TREATMENT_FLAGS;
/// assert!(TREATMENT_FLAGS.iter().any(|(code, _)| *code == "standard_use_only"));
/// ```
pub const TREATMENT_FLAGS: &[(&str, &str)] = &[
    (
        "appropriate_iron_status",
        "The recommendation holds only where ferritin and transferrin saturation call for iron.",
    ),
    ("as_needed_only", "Meant for occasional use when symptoms are intermittent, not for every day."),
    (
        "b12_lowering_medicine",
        "This medicine is on a list of those that lower vitamin B12: weigh that where B12 is low or borderline.",
    ),
    ("beyond_trial_range", "Ferritin is 300 ng/mL or more, where the trials gave no iron."),
    (
        "effective_not_recommended",
        "The guideline finds it effective and still does not recommend it, because of its harms.",
    ),
    (
        "esrd_by_egfr",
        "Only the eGFR says end-stage renal disease; neither dialysis nor the diagnosis is recorded.",
    ),
    ("falls", "It can alter the mental state and lead to falls, above all on haemodialysis."),
    (
        "iv_fcm_without_iron_limit",
        "The guideline states no iron limit for intravenous ferric carboxymaltose; other guidelines do.",
    ),
    (
        "literal_or_above_100",
        "Ferritin is above 100 ng/mL; iron is offered only by the literal reading of `or` in the iron criteria.",
    ),
    (
        "moderate_to_severe_only",
        "The recommendation is for moderate to severe symptoms, which are not established here.",
    ),
    ("opioid_combination", "Take particular care where an opioid is taken as well."),
    ("oral_poorly_absorbed", "Ferritin is above 75 ng/mL, where iron by mouth is poorly absorbed."),
    (
        "pregnancy_safety",
        "Pregnancy is possible or present: check the safety of this treatment in pregnancy first.",
    ),
    (
        "primary_rls_only",
        "The recommendation is for primary restless legs syndrome, which is not established here.",
    ),
    ("renal_dose", "The dose depends on kidney function, which is reduced or not known."),
    ("second_line", "The guideline names it as second-line, after a gabapentinoid."),
    (
        "standard_use_only",
        "The guideline advises against standard use, which is not the same as never using it.",
    ),
    (
        "superseded_by_aasm_2025",
        "An older position; the American Academy of Sleep Medicine took another one in 2025.",
    ),
    ("valvulopathy", "It can harm the heart valves."),
];

#[cfg(test)]
mod tests {
    use super::TREATMENT_FLAGS;
    use crate::guideline::treatment::TABLES;
    use std::collections::BTreeSet;
    use std::vec::Vec;

    #[test]
    fn they_are_the_codes_in_use() {
        let used: BTreeSet<&str> = TABLES
            .iter()
            .flat_map(|table| table.rules)
            .flat_map(|rule| rule.flags)
            .map(|flag| flag.code)
            .collect();
        let listed: Vec<&str> = TREATMENT_FLAGS.iter().map(|(code, _)| *code).collect();
        assert_eq!(listed, used.into_iter().collect::<Vec<_>>());
        assert!(TREATMENT_FLAGS.iter().all(|(_, sentence)| sentence.ends_with('.')));
    }
}
