"""Names from the catalogue. Written by `generate.py`: do not edit."""

from __future__ import annotations

from typing import Literal, TypedDict

Analyte = Literal[
    "ferritin",
    "iron",
    "tibc",
    "uibc",
    "transferrin",
    "tsat",
    "stfr",
    "hepcidin",
    "crp",
    "haemoglobin",
    "haematocrit",
    "mcv",
    "rdw",
    "b12_total",
    "holotc",
    "mma_serum",
    "mma_urine",
    "hcy",
    "folate_serum",
    "folate_rbc",
    "creatinine",
    "creatinine_urine",
    "cystatin_c",
    "urea",
    "urea_nitrogen",
    "sodium",
    "potassium",
    "calcium",
    "calcium_ionised",
    "albumin",
    "magnesium",
    "phosphate",
    "tsh",
    "ft4",
    "hba1c",
    "glucose",
    "uacr",
    "vitd",
    "pth",
    "zinc",
    "copper",
    "ifab",
    "pca",
    "gastrin",
    "ttg_iga",
    "egfr",
    "neut_hyperseg",
]
"""Id of an analyte."""

FaultKind = Literal[
    "not_json",
    "not_text",
    "too_long",
    "too_many",
    "more_faults",
    "number_too_large",
    "wrong_type",
    "number_as_text",
    "range_as_number",
    "flag_as_number",
    "unknown_key",
    "key_twice",
    "unknown_code",
    "unknown_analyte",
    "unknown_medicine",
    "no_medicine",
    "no_result",
    "newer_set_aside",
    "doubted",
    "missing",
    "unit_missing",
    "unit_not_accepted",
    "finding_as_amount",
    "amount_as_finding",
    "out_of_range",
    "not_a_quantity",
    "impossible",
    "unlikely",
    "not_an_interval",
    "wrong_sort",
    "said_two_ways",
    "irls_scores",
    "planned_and_taken",
    "not_a_limit",
    "limits_out_of_order",
    "grey_zone_without_low",
    "limit_not_credible",
    "limits_of_another_unit",
    "results_contradict",
    "saturations_disagree",
    "two_results_of_one_day",
    "day_missing",
    "pregnancy_denied",
    "weeks_outside_trimester",
    "pregnant_male",
    "postmenopausal_pregnant",
    "postmenopausal_male",
    "longer_than_life",
    "reflexes_denied",
    "mimics_contradict",
    "indication_denied",
    "medicine_denied",
    "not_read_as_fhir",
    "answer_not_whole",
    "subject_unclear",
    "person_is_dead",
    "other",
]
"""The cause of a fault: a code that never changes its meaning."""

Question = Literal[
    "rls.diagnosis",
    "rls.course",
    "rls.relevance",
    "rls.severity",
    "rls.onset_pattern",
    "rls.augmentation",
    "rls.exacerbating_medicine",
    "rls.exacerbating_factor",
    "iron.therapy",
    "iron.safety",
    "iron.deficiency",
    "iron.overload",
    "b12.first_line",
    "b12.status",
    "b12.whom_to_test",
    "b12.treatment",
    "b12.contribution",
    "folate.status",
    "blood.anaemia",
    "blood.macrocytosis",
    "kidney.stage",
    "kidney.albuminuria",
    "kidney.uraemic_rls",
    "thyroid",
    "calcium",
    "electrolytes.sodium",
    "electrolytes.potassium",
    "electrolytes.magnesium",
    "electrolytes.phosphate",
    "glycaemia",
    "treatment.gabapentin_enacarbil",
    "treatment.gabapentin",
    "treatment.pregabalin",
    "treatment.ferric_carboxymaltose",
    "treatment.iron_dextran",
    "treatment.ferumoxytol",
    "treatment.ferrous_sulfate",
    "treatment.iron_sucrose",
    "treatment.dipyridamole",
    "treatment.opioids",
    "treatment.peroneal_nerve_stimulation",
    "treatment.vitamin_c",
    "treatment.levodopa",
    "treatment.pramipexole",
    "treatment.rotigotine",
    "treatment.ropinirole",
    "treatment.cabergoline",
    "treatment.pergolide",
    "treatment.bupropion",
    "treatment.carbamazepine",
    "treatment.clonazepam",
    "treatment.triazolam",
    "treatment.valproic_acid",
    "treatment.valerian",
    "treatment.clonidine",
    "treatment.pneumatic_compression",
    "treatment.near_infrared",
    "treatment.rtms",
    "treatment.exercise",
]
"""Id of a clinical question."""

Table = Literal[
    "rls.diagnosis@irlssg-2014",
    "rls.course@irlssg-2014",
    "rls.relevance@irlssg-2014",
    "rls.relevance@epidemiology",
    "rls.relevance@dsm-5",
    "rls.severity@irls-2003",
    "rls.onset_pattern@article",
    "rls.augmentation@mpi-2007",
    "rls.exacerbating_medicine@aasm-2025",
    "rls.exacerbating_factor@aasm-2025",
    "blood.anaemia@who-2024",
    "blood.macrocytosis@common",
    "iron.safety@ekbom-safety",
    "iron.therapy@aasm-2025",
    "iron.therapy@irlssg-2018",
    "iron.therapy@mayo-2021",
    "iron.therapy@aan-2016",
    "iron.therapy@nice-cks",
    "iron.therapy@article",
    "iron.deficiency@ecco-2015",
    "iron.deficiency@who-2020",
    "iron.deficiency@aga-2020",
    "iron.deficiency@kdigo-2026",
    "iron.deficiency@bsh-2013-functional",
    "iron.overload@easl-2022",
    "iron.overload@aasld-2011",
    "b12.whom_to_test@nice-ng239",
    "b12.whom_to_test@article",
    "b12.first_line@nice-ng239",
    "b12.first_line@aafp-2025",
    "b12.first_line@laboratory",
    "b12.first_line@bsh-2014",
    "b12.first_line@aafp-2017",
    "b12.first_line@ekbom-synthesis",
    "b12.status@nice-ng239",
    "b12.status@aafp-2025",
    "b12.status@ekbom-synthesis",
    "b12.treatment@nice-ng239",
    "b12.treatment@bsh-2014",
    "b12.treatment@aafp-2025",
    "b12.treatment@ekbom-synthesis",
    "b12.contribution@ekbom-synthesis",
    "folate.status@who-folate",
    "folate.status@pfeiffer-2016",
    "folate.status@bsh-2014",
    "folate.status@laboratory",
    "kidney.stage@kdigo",
    "kidney.albuminuria@kdigo",
    "kidney.uraemic_rls@ekbom-safety",
    "thyroid@laboratory",
    "calcium@laboratory",
    "electrolytes.sodium@laboratory",
    "electrolytes.potassium@laboratory",
    "electrolytes.magnesium@laboratory",
    "electrolytes.phosphate@laboratory",
    "glycaemia@ada",
    "glycaemia@nice",
    "treatment.gabapentin_enacarbil@aasm-2025",
    "treatment.gabapentin_enacarbil@aan-2016",
    "treatment.gabapentin_enacarbil@efns-2012",
    "treatment.gabapentin_enacarbil@mayo-2021",
    "treatment.gabapentin_enacarbil@aasm-2012",
    "treatment.gabapentin@aasm-2025",
    "treatment.gabapentin@aan-2016",
    "treatment.gabapentin@efns-2012",
    "treatment.gabapentin@mayo-2021",
    "treatment.gabapentin@aasm-2012",
    "treatment.pregabalin@aasm-2025",
    "treatment.pregabalin@aan-2016",
    "treatment.pregabalin@efns-2012",
    "treatment.pregabalin@mayo-2021",
    "treatment.pregabalin@aasm-2012",
    "treatment.ferric_carboxymaltose@aasm-2025",
    "treatment.ferric_carboxymaltose@aan-2016",
    "treatment.iron_dextran@aasm-2025",
    "treatment.iron_dextran@aan-2016",
    "treatment.ferumoxytol@aasm-2025",
    "treatment.ferrous_sulfate@aasm-2025",
    "treatment.ferrous_sulfate@aan-2016",
    "treatment.iron_sucrose@aasm-2025",
    "treatment.iron_sucrose@aan-2016",
    "treatment.dipyridamole@aasm-2025",
    "treatment.opioids@aasm-2025",
    "treatment.opioids@aan-2016",
    "treatment.opioids@mayo-2021",
    "treatment.opioids@aasm-2012",
    "treatment.opioids@s2k-2022",
    "treatment.opioids@cps-2023",
    "treatment.peroneal_nerve_stimulation@aasm-2025",
    "treatment.vitamin_c@aasm-2025",
    "treatment.vitamin_c@aan-2016",
    "treatment.levodopa@aasm-2025",
    "treatment.levodopa@aan-2016",
    "treatment.levodopa@mayo-2021",
    "treatment.levodopa@aasm-2012",
    "treatment.levodopa@s2k-2022",
    "treatment.levodopa@cps-2023",
    "treatment.pramipexole@aasm-2025",
    "treatment.pramipexole@aan-2016",
    "treatment.pramipexole@efns-2012",
    "treatment.pramipexole@mayo-2021",
    "treatment.pramipexole@aasm-2012",
    "treatment.pramipexole@article",
    "treatment.pramipexole@s2k-2022",
    "treatment.rotigotine@aasm-2025",
    "treatment.rotigotine@aan-2016",
    "treatment.rotigotine@efns-2012",
    "treatment.rotigotine@mayo-2021",
    "treatment.rotigotine@article",
    "treatment.rotigotine@s2k-2022",
    "treatment.ropinirole@aasm-2025",
    "treatment.ropinirole@aan-2016",
    "treatment.ropinirole@efns-2012",
    "treatment.ropinirole@mayo-2021",
    "treatment.ropinirole@aasm-2012",
    "treatment.ropinirole@article",
    "treatment.ropinirole@s2k-2022",
    "treatment.cabergoline@aasm-2025",
    "treatment.cabergoline@aan-2016",
    "treatment.cabergoline@efns-2012",
    "treatment.cabergoline@aasm-2012",
    "treatment.pergolide@aasm-2012",
    "treatment.bupropion@aasm-2025",
    "treatment.bupropion@aan-2016",
    "treatment.carbamazepine@aasm-2025",
    "treatment.carbamazepine@aan-2016",
    "treatment.carbamazepine@aasm-2012",
    "treatment.clonazepam@aasm-2025",
    "treatment.clonazepam@aan-2016",
    "treatment.clonazepam@s2k-2022",
    "treatment.clonazepam@cps-2023",
    "treatment.triazolam@aasm-2025",
    "treatment.triazolam@s2k-2022",
    "treatment.valproic_acid@aasm-2025",
    "treatment.valproic_acid@aan-2016",
    "treatment.valerian@aasm-2025",
    "treatment.valerian@aan-2016",
    "treatment.clonidine@aan-2016",
    "treatment.clonidine@aasm-2012",
    "treatment.pneumatic_compression@aan-2016",
    "treatment.near_infrared@aan-2016",
    "treatment.rtms@aan-2016",
    "treatment.exercise@aan-2016",
]
"""What one guideline answers to one question."""


class Symptoms(TypedDict, total=False):
    """What is known of the symptoms."""

    urge_to_move: bool
    """Urge to move the legs."""
    worse_at_rest: bool
    """Begins or worsens at rest."""
    relieved_by_movement: bool
    """Relieved by movement (now, or earlier if now very severe)."""
    worse_in_evening: bool
    """Worse in the evening or at night (now, or earlier if now very severe)."""
    mimics: Literal["ruled_out", "coexists", "sole_explanation", "not_assessed"]
    """Conditions that look like restless legs."""
    times_per_week: float
    """Symptoms per week."""
    lifetime_events: float
    """Episodes in a lifetime."""
    duration_months: float
    """Duration of symptoms."""
    distress: Literal["none", "mild", "moderate", "severe"]
    """Distress from symptoms."""
    impairment: bool
    """Impairment by symptoms."""
    irls_total: float
    """IRLS total score."""
    arms_involved: bool
    """Arms involved."""
    paraesthesia: bool
    """Paraesthesia."""
    numbness: bool
    """Numbness."""
    muscle_weakness: bool
    """Muscle weakness."""
    abnormal_reflexes: bool
    """Abnormal reflexes."""
    gait_disturbance: bool
    """Gait disturbance."""
    impaired_position_or_vibration: bool
    """Impaired position or vibration sense."""
    cognitive_change: bool
    """Cognitive change."""
    visual_change: bool
    """Visual change."""
    glossitis: bool
    """Glossitis."""
    fatigue: bool
    """Fatigue."""
    depression: bool
    """Depression."""
    symptom_days_last_week: float
    """Days with symptoms in the last week."""
    hours_earlier: float
    """Hours by which symptoms begin earlier than before treatment."""
    shorter_latency: bool
    """Shorter latency to symptoms at rest."""
    spread: bool
    """Spread to other parts of the body."""
    greater_intensity: bool
    """Greater intensity."""
    shorter_relief: bool
    """Shorter relief from treatment."""
    paradoxical_response: bool
    """Worse after a higher dose and better after a lower one."""
    previous_response: bool
    """Earlier response to dopaminergic treatment."""
    explained_otherwise: bool
    """Worsening explained by something else."""
    fever: bool
    """Fever."""
    drowsiness: bool
    """Drowsiness."""
    confusion: bool
    """Confusion."""
    myoclonus: bool
    """Myoclonus."""
    falls: bool
    """Falls."""
    inner_restlessness: bool
    """Inner restlessness."""
    extensor_plantars: bool
    """Extensor plantar responses."""
    constipation: bool
    """Constipation."""
    mimic_positional: Literal["ruled_out", "coexists", "sole_explanation"]
    """Discomfort from one posture, which ends with a change of position, as an explanation of the symptoms."""
    mimic_cramps: Literal["ruled_out", "coexists", "sole_explanation"]
    """Leg cramps, as an explanation of the symptoms."""
    mimic_foot_tapping: Literal["ruled_out", "coexists", "sole_explanation"]
    """Habitual foot tapping, as an explanation of the symptoms."""
    mimic_neuropathy: Literal["ruled_out", "coexists", "sole_explanation"]
    """Peripheral neuropathy, as an explanation of the symptoms."""
    mimic_radiculopathy: Literal["ruled_out", "coexists", "sole_explanation"]
    """Radiculopathy, as an explanation of the symptoms."""
    mimic_arthritis: Literal["ruled_out", "coexists", "sole_explanation"]
    """Arthritis, as an explanation of the symptoms."""
    mimic_venous: Literal["ruled_out", "coexists", "sole_explanation"]
    """Venous disease of the legs, as an explanation of the symptoms."""
    mimic_claudication: Literal["ruled_out", "coexists", "sole_explanation"]
    """Claudication, as an explanation of the symptoms."""
    mimic_akathisia: Literal["ruled_out", "coexists", "sole_explanation"]
    """Akathisia, as an explanation of the symptoms."""
    mimic_hypotensive_akathisia: Literal["ruled_out", "coexists", "sole_explanation"]
    """Hypotensive akathisia, as an explanation of the symptoms."""
    mimic_myalgia: Literal["ruled_out", "coexists", "sole_explanation"]
    """Myalgia, as an explanation of the symptoms."""
    mimic_other_movement: Literal["ruled_out", "coexists", "sole_explanation"]
    """Painful legs and moving toes, orthostatic tremor or leg stereotypy, as an explanation of the symptoms."""
    irls_items: list[int]
    """Scores of the ten items, instead of their total."""


class History(TypedDict, total=False):
    """What is known of history and circumstances."""

    breastfeeding: bool
    """Breastfeeding."""
    postmenopausal: bool
    """After the menopause."""
    primary_rls: bool
    """Primary restless legs syndrome."""
    provoked_only: bool
    """Symptoms only while provoked (pregnancy, a medicine)."""
    plmd: bool
    """Periodic limb movement disorder."""
    family_history_rls: bool
    """Family history of restless legs syndrome."""
    onset_age_years: float
    """Age at onset."""
    dialysis: bool
    """Dialysis."""
    esrd: bool
    """End-stage renal disease."""
    haemochromatosis: bool
    """Haemochromatosis."""
    hfe_c282y_homozygous: bool
    """HFE C282Y homozygous."""
    iron_overload: bool
    """Iron overload."""
    transfusional_overload: bool
    """Iron overload from transfusions."""
    disturbed_iron_utilisation: bool
    """Disturbed iron utilisation."""
    anaemia_not_iron_deficient: bool
    """Anaemia not due to iron deficiency."""
    iv_iron_hypersensitivity: bool
    """Serious hypersensitivity to any parenteral iron."""
    bacteraemia: bool
    """Ongoing bacteraemia."""
    infection: bool
    """Acute or chronic infection."""
    liver_disease_with_overload: bool
    """Liver disease in which iron overload plays a part."""
    severe_atopy: bool
    """Severe atopy or asthma."""
    oral_iron_failed: bool
    """No improvement after an adequate trial of oral iron."""
    oral_iron_not_tolerated: bool
    """Oral iron not tolerated."""
    iron_malabsorption: bool
    """Malabsorption of iron."""
    faster_response_wanted: bool
    """A faster response is wanted."""
    iron_deficiency_anaemia: bool
    """Iron-deficiency anaemia."""
    rls_refractory: bool
    """Refractory restless legs syndrome."""
    crohn: bool
    """Crohn's disease."""
    ulcerative_colitis: bool
    """Ulcerative colitis."""
    coeliac: bool
    """Coeliac disease."""
    gastrectomy: bool
    """Gastrectomy."""
    bariatric_surgery: bool
    """Bariatric surgery."""
    ileal_resection: bool
    """Resection of the terminal ileum."""
    autoimmune_gastritis: bool
    """Autoimmune gastritis."""
    pancreatic_insufficiency: bool
    """Pancreatic insufficiency."""
    vegan: bool
    """Vegan diet."""
    vegetarian: bool
    """Vegetarian diet."""
    nitrous_oxide: bool
    """Recreational nitrous oxide."""
    b12_replacement: bool
    """Vitamin B12 replacement."""
    b12_cause: Literal["autoimmune_gastritis", "total_gastrectomy", "complete_terminal_ileal_resection", "other_malabsorption", "medicine", "dietary", "nitrous_oxide"]
    """Cause of vitamin B12 deficiency."""
    combined_contraceptive: bool
    """Combined oral contraceptive."""
    type1_diabetes: bool
    """Type 1 diabetes."""
    autoimmune_thyroid: bool
    """Autoimmune thyroid disease."""
    sjogren: bool
    """Sjogren's syndrome."""
    family_history_b12: bool
    """Family history of vitamin B12 deficiency."""
    abdominal_radiotherapy: bool
    """Abdominal or pelvic radiotherapy."""
    malignancy: bool
    """Malignancy."""
    thalassaemia: bool
    """Thalassaemia."""
    untreated_osa: bool
    """Untreated obstructive sleep apnoea."""
    alcohol: bool
    """Alcohol."""
    caffeine: bool
    """Caffeine."""
    fcm_before: bool
    """Earlier ferric carboxymaltose."""
    gestational_weeks: float
    """Weeks of pregnancy."""
    childbearing_potential: bool
    """Could become pregnant."""
    gestational_diabetes_before: bool
    """Earlier gestational diabetes."""
    parkinsons_disease: bool
    """Parkinson's disease."""
    psychosis: bool
    """Psychosis, now or earlier."""
    bipolar_disorder: bool
    """Bipolar disorder."""
    impulse_control_disorder: bool
    """Impulse control disorder, now or earlier."""
    suicidality: bool
    """Suicidal thoughts, now or earlier."""
    substance_use_disorder: bool
    """Substance use disorder, now or earlier."""
    seizure_disorder: bool
    """Seizure disorder."""
    adhd: bool
    """Attention deficit hyperactivity disorder."""
    respiratory_disease: bool
    """Lung disease or impaired breathing."""
    osa_treated: bool
    """Treated obstructive sleep apnoea."""
    valvular_heart_disease: bool
    """Valvular heart disease."""
    qtc_ms: float
    """Corrected QT interval."""
    liver_impairment: Literal["none", "mild", "moderate", "severe"]
    """Liver impairment."""
    sickle_cell_disease: bool
    """Sickle cell disease."""
    myeloproliferative: bool
    """Myeloproliferative neoplasm."""
    polycythaemia_vera: bool
    """Polycythaemia vera."""
    venesection: bool
    """Therapeutic venesection (not blood donation)."""
    mgus: bool
    """Monoclonal gammopathy."""
    kidney_transplant: bool
    """Kidney transplant."""
    sulfite_allergy: bool
    """Sulfite allergy."""
    narrow_angle_glaucoma: bool
    """Narrow-angle glaucoma."""
    melanoma: bool
    """Melanoma, now or earlier."""
    mri_planned: bool
    """Magnetic resonance imaging planned."""
    echocardiogram_last_year: bool
    """Heart valves seen by echocardiogram in the last year."""
    exclusively_breastfed_infant: bool
    """An infant fed by breast only."""
    mother_b12_risk: bool
    """An infant whose mother has a risk of vitamin B12 deficiency."""
    nitrous_oxide_anaesthesia: Literal["none", "recent", "planned"]
    """Nitrous oxide as an anaesthetic."""
    iv_iron_days_ago: float
    """Days since the last intravenous iron."""
    iv_iron_product: Literal["ferric_carboxymaltose", "ferric_derisomaltose", "ferumoxytol", "iron_dextran", "iron_sucrose", "other"]
    """Product of the last intravenous iron."""
    transfusion_days_ago: float
    """Days since the last transfusion of red cells."""
    pregnant: bool
    """Pregnant."""
    trimester: Literal[1, 2, 3]
    """Trimester."""
