//! What the flags of the treatment tables mean, for a reader.

/// Each flag that only treatment tables raise, with one sentence for a clinician, sorted by code.
///
/// ```
/// use ekbom::knowledge::guideline::treatment::TREATMENT_FLAGS;
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
    (
        "effective_not_recommended",
        "The guideline finds it effective and still does not recommend it, because of its harms.",
    ),
    ("falls", "It can alter the mental state and lead to falls, above all on haemodialysis."),
    (
        "haemodialysis_only",
        "The statement is on end-stage renal disease on haemodialysis; other dialysis is not covered.",
    ),
    (
        "moderate_to_severe_only",
        "The recommendation is for moderate to severe symptoms, which are not established here.",
    ),
    ("opioid_combination", "Take particular care where an opioid is taken as well."),
    (
        "parkinsons_disease",
        "There is Parkinson's disease: advice against this medicine for restless legs is no reason to stop, lower or raise what is taken for it.",
    ),
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
        crate::knowledge::guideline::flags::BY_AASM_2025,
        "An older position; the American Academy of Sleep Medicine took another one in 2025.",
    ),
    ("valvulopathy", "It can harm the heart valves."),
];
