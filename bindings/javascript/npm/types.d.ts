// Written by `ekbom-js-generate` from the catalogues and the published schemas: do not edit.

/** What a laboratory measures. */
export type AnalyteId =
  | "ferritin"
  | "iron"
  | "tibc"
  | "uibc"
  | "transferrin"
  | "tsat"
  | "stfr"
  | "hepcidin"
  | "crp"
  | "haemoglobin"
  | "haematocrit"
  | "mcv"
  | "rdw"
  | "b12_total"
  | "holotc"
  | "mma_serum"
  | "mma_urine"
  | "hcy"
  | "folate_serum"
  | "folate_rbc"
  | "creatinine"
  | "creatinine_urine"
  | "cystatin_c"
  | "urea"
  | "urea_nitrogen"
  | "sodium"
  | "potassium"
  | "calcium"
  | "calcium_ionised"
  | "albumin"
  | "magnesium"
  | "phosphate"
  | "tsh"
  | "ft4"
  | "hba1c"
  | "glucose"
  | "uacr"
  | "vitd"
  | "pth"
  | "zinc"
  | "copper"
  | "ifab"
  | "pca"
  | "gastrin"
  | "ttg_iga"
  | "egfr"
  | "neut_hyperseg";

/** What a rule may ask. */
export type FactId =
  | "age_years"
  | "person"
  | "ethnicity_black"
  | "ferritin"
  | "tsat"
  | "crp"
  | "haemoglobin"
  | "haematocrit"
  | "mcv"
  | "b12_total"
  | "holotc"
  | "mma_serum"
  | "hcy"
  | "ifab"
  | "folate_serum"
  | "folate_rbc"
  | "folate_assay"
  | "egfr"
  | "uacr"
  | "hba1c"
  | "tsh"
  | "calcium"
  | "sodium"
  | "potassium"
  | "magnesium"
  | "phosphate"
  | "copper"
  | "iron"
  | "tibc"
  | "uibc"
  | "transferrin"
  | "stfr"
  | "hepcidin"
  | "rdw"
  | "mma_urine"
  | "creatinine"
  | "creatinine_urine"
  | "cystatin_c"
  | "urea"
  | "urea_nitrogen"
  | "calcium_ionised"
  | "albumin"
  | "ft4"
  | "glucose"
  | "vitd"
  | "pth"
  | "zinc"
  | "pca"
  | "gastrin"
  | "ttg_iga"
  | "neut_hyperseg"
  | "iron_sample_morning"
  | "iron_sample_iron_free"
  | "urge_to_move"
  | "worse_at_rest"
  | "relieved_by_movement"
  | "worse_in_evening"
  | "mimics"
  | "times_per_week"
  | "lifetime_events"
  | "duration_months"
  | "distress"
  | "impairment"
  | "irls_total"
  | "arms_involved"
  | "paraesthesia"
  | "numbness"
  | "muscle_weakness"
  | "abnormal_reflexes"
  | "gait_disturbance"
  | "impaired_position_or_vibration"
  | "cognitive_change"
  | "visual_change"
  | "glossitis"
  | "fatigue"
  | "depression"
  | "symptom_days_last_week"
  | "hours_earlier"
  | "shorter_latency"
  | "spread"
  | "greater_intensity"
  | "shorter_relief"
  | "paradoxical_response"
  | "previous_response"
  | "explained_otherwise"
  | "fever"
  | "drowsiness"
  | "confusion"
  | "myoclonus"
  | "falls"
  | "inner_restlessness"
  | "extensor_plantars"
  | "constipation"
  | "mimic_positional"
  | "mimic_cramps"
  | "mimic_foot_tapping"
  | "mimic_neuropathy"
  | "mimic_radiculopathy"
  | "mimic_arthritis"
  | "mimic_venous"
  | "mimic_claudication"
  | "mimic_akathisia"
  | "mimic_hypotensive_akathisia"
  | "mimic_myalgia"
  | "mimic_other_movement"
  | "breastfeeding"
  | "postmenopausal"
  | "primary_rls"
  | "provoked_only"
  | "plmd"
  | "family_history_rls"
  | "onset_age_years"
  | "dialysis"
  | "esrd"
  | "haemochromatosis"
  | "hfe_c282y_homozygous"
  | "iron_overload"
  | "transfusional_overload"
  | "disturbed_iron_utilisation"
  | "anaemia_not_iron_deficient"
  | "iv_iron_hypersensitivity"
  | "bacteraemia"
  | "infection"
  | "liver_disease_with_overload"
  | "severe_atopy"
  | "oral_iron_failed"
  | "oral_iron_not_tolerated"
  | "iron_malabsorption"
  | "faster_response_wanted"
  | "iron_deficiency_anaemia"
  | "rls_refractory"
  | "crohn"
  | "ulcerative_colitis"
  | "coeliac"
  | "gastrectomy"
  | "bariatric_surgery"
  | "ileal_resection"
  | "autoimmune_gastritis"
  | "pancreatic_insufficiency"
  | "vegan"
  | "vegetarian"
  | "nitrous_oxide"
  | "b12_replacement"
  | "b12_cause"
  | "combined_contraceptive"
  | "type1_diabetes"
  | "autoimmune_thyroid"
  | "sjogren"
  | "family_history_b12"
  | "abdominal_radiotherapy"
  | "malignancy"
  | "thalassaemia"
  | "untreated_osa"
  | "alcohol"
  | "caffeine"
  | "fcm_before"
  | "gestational_weeks"
  | "childbearing_potential"
  | "gestational_diabetes_before"
  | "parkinsons_disease"
  | "psychosis"
  | "bipolar_disorder"
  | "impulse_control_disorder"
  | "suicidality"
  | "substance_use_disorder"
  | "seizure_disorder"
  | "adhd"
  | "respiratory_disease"
  | "osa_treated"
  | "valvular_heart_disease"
  | "qtc_ms"
  | "liver_impairment"
  | "sickle_cell_disease"
  | "myeloproliferative"
  | "polycythaemia_vera"
  | "venesection"
  | "mgus"
  | "kidney_transplant"
  | "sulfite_allergy"
  | "narrow_angle_glaucoma"
  | "melanoma"
  | "mri_planned"
  | "echocardiogram_last_year"
  | "exclusively_breastfed_infant"
  | "mother_b12_risk"
  | "nitrous_oxide_anaesthesia"
  | "iv_iron_days_ago"
  | "iv_iron_product"
  | "transfusion_days_ago"
  | "medicine_lowers_b12"
  | "medicine_exacerbates_rls"
  | "medicine_dopaminergic"
  | "medicine_folic_acid"
  | "medicine_erythropoietic";

/** A clinical question. */
export type QuestionId =
  | "rls.diagnosis"
  | "rls.course"
  | "rls.relevance"
  | "rls.severity"
  | "rls.onset_pattern"
  | "rls.augmentation"
  | "rls.exacerbating_medicine"
  | "rls.exacerbating_factor"
  | "iron.therapy"
  | "iron.safety"
  | "iron.deficiency"
  | "iron.overload"
  | "b12.first_line"
  | "b12.status"
  | "b12.whom_to_test"
  | "b12.treatment"
  | "b12.contribution"
  | "folate.status"
  | "blood.anaemia"
  | "blood.macrocytosis"
  | "kidney.stage"
  | "kidney.albuminuria"
  | "kidney.uraemic_rls"
  | "thyroid"
  | "calcium"
  | "electrolytes.sodium"
  | "electrolytes.potassium"
  | "electrolytes.magnesium"
  | "electrolytes.phosphate"
  | "glycaemia"
  | "treatment.gabapentin_enacarbil"
  | "treatment.gabapentin"
  | "treatment.pregabalin"
  | "treatment.ferric_carboxymaltose"
  | "treatment.iron_dextran"
  | "treatment.ferumoxytol"
  | "treatment.ferrous_sulfate"
  | "treatment.iron_sucrose"
  | "treatment.dipyridamole"
  | "treatment.opioids"
  | "treatment.peroneal_nerve_stimulation"
  | "treatment.vitamin_c"
  | "treatment.levodopa"
  | "treatment.pramipexole"
  | "treatment.rotigotine"
  | "treatment.ropinirole"
  | "treatment.cabergoline"
  | "treatment.pergolide"
  | "treatment.bupropion"
  | "treatment.carbamazepine"
  | "treatment.clonazepam"
  | "treatment.triazolam"
  | "treatment.valproic_acid"
  | "treatment.valerian"
  | "treatment.clonidine"
  | "treatment.pneumatic_compression"
  | "treatment.near_infrared"
  | "treatment.rtms"
  | "treatment.exercise";

/** An answer to a question. */
export type AnswerCode =
  | "met"
  | "not_met"
  | "not_addressed"
  | "not_applicable"
  | "chronic_persistent"
  | "intermittent"
  | "unspecified"
  | "relevant"
  | "not_relevant"
  | "none"
  | "mild"
  | "moderate"
  | "severe"
  | "very_severe"
  | "secondary_more_likely"
  | "not_suggestive"
  | "augmentation"
  | "no_augmentation"
  | "review"
  | "none_found"
  | "address"
  | "oral_or_iv"
  | "oral"
  | "iv_only"
  | "iv_sucrose"
  | "grey_zone"
  | "not_indicated"
  | "clear"
  | "stop_known_overload"
  | "stop_tsat_ceiling"
  | "stop_erythrocytosis"
  | "stop_ferritin_ceiling"
  | "defer_infection"
  | "stop_iv_only"
  | "deficient"
  | "mixed"
  | "possible_with_inflammation"
  | "anaemia_of_inflammation"
  | "not_deficient"
  | "overload_provisional"
  | "hfe_test"
  | "no_overload"
  | "indeterminate"
  | "unlikely"
  | "deficiency_unlikely"
  | "discordant"
  | "test"
  | "not_prompted"
  | "im"
  | "im_neurological"
  | "oral_high_dose"
  | "oral_dietary"
  | "trial"
  | "not_assessed"
  | "look_alike"
  | "plausible"
  | "possible"
  | "borderline"
  | "sufficient"
  | "present_ungraded"
  | "macrocytosis"
  | "g1"
  | "g2"
  | "g3a"
  | "g3b"
  | "g4"
  | "g5"
  | "a1"
  | "a2"
  | "a3"
  | "candidate"
  | "flag"
  | "no"
  | "low"
  | "in_range"
  | "high"
  | "normal"
  | "prediabetes"
  | "diabetes_range"
  | "for_strong"
  | "for_conditional"
  | "against_conditional"
  | "against_strong"
  | "insufficient_evidence";

/** A guideline of the built-in knowledge. */
export type GuidelineId =
  | "irlssg-2014"
  | "epidemiology"
  | "dsm-5"
  | "irls-2003"
  | "article"
  | "mpi-2007"
  | "aasm-2025"
  | "who-2024"
  | "common"
  | "ekbom-safety"
  | "irlssg-2018"
  | "mayo-2021"
  | "aan-2016"
  | "nice-cks"
  | "ecco-2015"
  | "who-2020"
  | "aga-2020"
  | "kdigo-2026"
  | "bsh-2013-functional"
  | "easl-2022"
  | "aasld-2011"
  | "nice-ng239"
  | "aafp-2025"
  | "laboratory"
  | "bsh-2014"
  | "aafp-2017"
  | "ekbom-synthesis"
  | "who-folate"
  | "pfeiffer-2016"
  | "kdigo"
  | "ada"
  | "nice"
  | "efns-2012"
  | "aasm-2012"
  | "s2k-2022"
  | "cps-2023";

/** An alert. */
export type AlertCode =
  | "critical_result"
  | "urgent_neurological_b12"
  | "infant_urgent"
  | "iron_withheld"
  | "check_tsat_before_iron"
  | "confirm_no_iron_overload"
  | "iron_safety_open"
  | "result_far_out"
  | "erythrocytosis"
  | "iron_deferred_infection"
  | "results_disagree"
  | "iron_recent_iv"
  | "tsat_low_acute_phase"
  | "phosphate_very_low_after_fcm"
  | "infection_caution"
  | "severe_atopy_caution"
  | "rls_not_confirmed"
  | "tsat_above_100"
  | "iron_exceeds_tibc"
  | "b12_unreliable_n2o"
  | "b12_discordant_tests"
  | "b12_second_marker_needed"
  | "b12_not_low_unreliable"
  | "mma_kidney_unknown"
  | "signs_on_b12_replacement"
  | "pregnant_and_deficient"
  | "iron_deficiency_anaemia_stands"
  | "copper_low"
  | "blood_count_does_not_exclude_b12"
  | "b12_discordant_clinical"
  | "exacerbating_medicine"
  | "dopaminergic_augmentation_risk"
  | "pregnancy_at_unlikely_age"
  | "kidney_failure_contradicted"
  | "creatinine_contradicts_dialysis"
  | "anaemia_contradicted"
  | "sleep_apnoea_contradicted"
  | "bacteraemia_contradicted"
  | "childbearing_contradicted"
  | "sex_contradicted"
  | "infant_contradicted"
  | "b12_cause_contradicted"
  | "mimics_not_assessed"
  | "neuropathy_overlaps_rls"
  | "ferritin_unreliable_inflammation"
  | "b12_on_replacement"
  | "b12_unreliable_pregnancy"
  | "mma_unreliable_renal"
  | "folate_before_b12"
  | "hypophosphataemia_after_fcm"
  | "hba1c_unreliable"
  | "b12_high"
  | "b12_assay_dependent"
  | "ferritin_assay_dependent"
  | "macrocytosis_masked"
  | "too_close_to_call"
  | "hb_unadjusted"
  | "sample_not_morning"
  | "sample_iron_within_24h"
  | "medicine_not_recognised"
  | "sample_stale"
  | "implausible_confirmed"
  | "extreme_value"
  | "reported_computed_clash"
  | "unverified_source";

/** What is usually so. */
export type AssumptionId =
  | "not_pregnant_from_55"
  | "not_pregnant_under_10"
  | "not_on_dialysis_by_egfr"
  | "kidney_failure_would_be_known"
  | "b12_replacement_would_be_listed"
  | "no_nitrous_oxide_unmentioned"
  | "untreated_unless_listed"
  | "uncommon_history_absent";

/** A claim of the founding article. */
export type ClaimId =
  | "A1"
  | "A2"
  | "A3"
  | "A4"
  | "A5"
  | "A6"
  | "A7"
  | "A8"
  | "A9"
  | "A10"
  | "A11"
  | "A12"
  | "A13";

/** What to mind about a medicine. */
export type PrecautionId =
  | "gab-01"
  | "gab-02"
  | "gab-03"
  | "gab-04"
  | "gab-05"
  | "gab-05b"
  | "gab-06"
  | "gab-06b"
  | "gab-07"
  | "gab-08"
  | "gab-09"
  | "gab-10"
  | "gab-11"
  | "gab-12"
  | "gab-12b"
  | "gab-13"
  | "gab-14"
  | "gab-15"
  | "gab-16"
  | "gab-17"
  | "gab-18"
  | "opi-01"
  | "opi-02"
  | "opi-03"
  | "opi-04"
  | "opi-05"
  | "opi-05b"
  | "opi-07"
  | "opi-08"
  | "opi-09"
  | "opi-10"
  | "opi-10b"
  | "opi-11"
  | "opi-12"
  | "opi-13"
  | "opi-13b"
  | "opi-14"
  | "opi-15"
  | "opi-15b"
  | "opi-15c"
  | "opi-16"
  | "opi-17"
  | "opi-18"
  | "opi-21"
  | "opi-20"
  | "dop-01"
  | "dop-02"
  | "dop-02b"
  | "dop-02c"
  | "dop-03"
  | "dop-03b"
  | "dop-04"
  | "dop-04b"
  | "dop-05"
  | "dop-06"
  | "dop-07"
  | "dop-08"
  | "dop-08b"
  | "dop-09"
  | "dop-09b"
  | "dop-10"
  | "dop-11"
  | "dop-12"
  | "dop-12b"
  | "dop-13"
  | "dop-14"
  | "dop-16"
  | "dop-17"
  | "dop-17b"
  | "dop-18"
  | "dop-19"
  | "dop-20"
  | "dop-21"
  | "dop-23"
  | "fe-01"
  | "fe-02"
  | "fe-02b"
  | "fe-03"
  | "fe-04"
  | "fe-05"
  | "fe-06"
  | "fe-07"
  | "fe-09"
  | "fe-09b"
  | "fe-11"
  | "fe-12"
  | "fe-13"
  | "fe-14"
  | "fe-16"
  | "fe-17"
  | "fe-18"
  | "fe-19"
  | "fe-20"
  | "fe-24"
  | "fe-26"
  | "fe-27"
  | "oth-01"
  | "oth-02"
  | "oth-02b"
  | "oth-03"
  | "oth-04"
  | "oth-04b"
  | "oth-06"
  | "oth-07"
  | "oth-07b"
  | "oth-09"
  | "oth-11"
  | "oth-12"
  | "oth-13"
  | "oth-14"
  | "oth-15"
  | "oth-16"
  | "oth-18"
  | "oth-19"
  | "oth-21"
  | "oth-25"
  | "x-03"
  | "x-06"
  | "x-02"
  | "cob-01"
  | "cob-02"
  | "cob-03"
  | "cob-04"
  | "cob-06"
  | "cob-07"
  | "unc-01"
  | "unc-02"
  | "unc-03"
  | "unc-04"
  | "unc-05"
  | "unc-06"
  | "unc-07"
  | "unc-08"
  | "unc-09"
  | "unc-10"
  | "unc-11"
  | "unc-12"
  | "unc-13"
  | "unc-14"
  | "unc-15"
  | "unc-16"
  | "unc-17"
  | "unc-21"
  | "unc-22"
  | "unc-23"
  | "unc-24"
  | "unc-25";

/** An ingredient of the catalogue. */
export type MedicineName =
  | "acetylsalicylic acid"
  | "adenosine"
  | "alendronic acid"
  | "alfentanil"
  | "alimemazine"
  | "alizapride"
  | "alprazolam"
  | "aluminium hydroxide"
  | "amantadine"
  | "amisulpride"
  | "amitriptyline"
  | "apixaban"
  | "apomorphine"
  | "aripiprazole"
  | "ascorbic acid"
  | "asenapine"
  | "atenolol"
  | "atorvastatin"
  | "baclofen"
  | "bisoprolol"
  | "brexpiprazole"
  | "brivaracetam"
  | "bromazepam"
  | "bromocriptine"
  | "brompheniramine"
  | "buprenorphine"
  | "bupropion"
  | "cabergoline"
  | "calcium carbonate"
  | "carbamazepine"
  | "cariprazine"
  | "carisoprodol"
  | "carvedilol"
  | "chloral hydrate"
  | "chlordiazepoxide"
  | "chlorphenamine"
  | "chlorpromazine"
  | "cimetidine"
  | "ciprofloxacin"
  | "citalopram"
  | "clemastine"
  | "clobazam"
  | "clomipramine"
  | "clonazepam"
  | "clonidine"
  | "clopidogrel"
  | "clozapine"
  | "cobalamin"
  | "cobamamide"
  | "codeine"
  | "colchicine"
  | "colestyramine"
  | "cyanocobalamin"
  | "cyclizine"
  | "cyproheptadine"
  | "dabigatran etexilate"
  | "daprodustat"
  | "darbepoetin alfa"
  | "daridorexant"
  | "deferasirox"
  | "deferiprone"
  | "deferoxamine"
  | "desipramine"
  | "desvenlafaxine"
  | "dexchlorpheniramine"
  | "dexlansoprazole"
  | "diazepam"
  | "dihydrocodeine"
  | "diphenhydramine"
  | "dipyridamole"
  | "domperidone"
  | "dosulepin"
  | "doxepin"
  | "doxycycline"
  | "doxylamine"
  | "droperidol"
  | "duloxetine"
  | "edoxaban"
  | "entacapone"
  | "epoetin"
  | "escitalopram"
  | "esomeprazole"
  | "eszopiclone"
  | "ethinylestradiol"
  | "ethosuximide"
  | "famotidine"
  | "fentanyl"
  | "ferric carboxymaltose"
  | "ferric citrate"
  | "ferric derisomaltose"
  | "ferric maltol"
  | "ferrous ascorbate"
  | "ferrous bisglycinate"
  | "ferrous fumarate"
  | "ferrous gluconate"
  | "ferrous succinate"
  | "ferrous sulfate"
  | "ferumoxytol"
  | "flunitrazepam"
  | "fluoxetine"
  | "flupentixol"
  | "fluphenazine"
  | "fluvastatin"
  | "fluvoxamine"
  | "folic acid"
  | "folinic acid"
  | "gabapentin"
  | "gabapentin enacarbil"
  | "haloperidol"
  | "hydrocodone"
  | "hydromorphone"
  | "hydroxocobalamin"
  | "hydroxyzine"
  | "ibandronic acid"
  | "iloperidone"
  | "imipramine"
  | "iron dextran"
  | "iron polysaccharide"
  | "iron protein succinylate"
  | "iron sucrose"
  | "isocarboxazid"
  | "itopride"
  | "ketotifen"
  | "lacosamide"
  | "lamotrigine"
  | "lansoprazole"
  | "lemborexant"
  | "levetiracetam"
  | "levodopa"
  | "levofloxacin"
  | "levomefolic acid"
  | "levomepromazine"
  | "levomilnacipran"
  | "levorphanol"
  | "levosulpiride"
  | "levothyroxine"
  | "linezolid"
  | "lisuride"
  | "lithium"
  | "lofepramine"
  | "lorazepam"
  | "lormetazepam"
  | "lovastatin"
  | "lumateperone"
  | "lurasidone"
  | "magnesium hydroxide"
  | "maprotiline"
  | "meclozine"
  | "mecobalamin"
  | "metformin"
  | "methadone"
  | "methotrexate"
  | "methoxy polyethylene glycol-epoetin beta"
  | "methyldopa"
  | "methylphenidate"
  | "methylthioninium chloride"
  | "metoclopramide"
  | "metoprolol"
  | "mianserin"
  | "midazolam"
  | "milnacipran"
  | "minocycline"
  | "mirogabalin"
  | "mirtazapine"
  | "moclobemide"
  | "morphine"
  | "nalbuphine"
  | "naloxone"
  | "naltrexone"
  | "nebivolol"
  | "nefazodone"
  | "nitrazepam"
  | "nizatidine"
  | "norfloxacin"
  | "nortriptyline"
  | "ofloxacin"
  | "olanzapine"
  | "omeprazole"
  | "opicapone"
  | "oxazepam"
  | "oxcarbazepine"
  | "oxycodone"
  | "oxycodone/naloxone"
  | "paliperidone"
  | "pantoprazole"
  | "paroxetine"
  | "penicillamine"
  | "pentazocine"
  | "perampanel"
  | "pergolide"
  | "periciazine"
  | "perphenazine"
  | "pethidine"
  | "phenelzine"
  | "pheniramine"
  | "phenobarbital"
  | "phenytoin"
  | "pimozide"
  | "piribedil"
  | "pitavastatin"
  | "pramipexole"
  | "pravastatin"
  | "pregabalin"
  | "primidone"
  | "prochlorperazine"
  | "promethazine"
  | "propranolol"
  | "protriptyline"
  | "quetiapine"
  | "quinine"
  | "rabeprazole"
  | "ranitidine"
  | "rasagiline"
  | "reboxetine"
  | "regadenoson"
  | "remifentanil"
  | "risedronic acid"
  | "risperidone"
  | "rivaroxaban"
  | "ropinirole"
  | "rosuvastatin"
  | "rotigotine"
  | "roxadustat"
  | "safinamide"
  | "selegiline"
  | "sertraline"
  | "simvastatin"
  | "sodium feredetate"
  | "sodium ferric gluconate"
  | "sodium oxybate"
  | "sucroferric oxyhydroxide"
  | "sufentanil"
  | "sulpiride"
  | "sumatriptan"
  | "suvorexant"
  | "tapentadol"
  | "temazepam"
  | "tetracycline"
  | "theophylline"
  | "thiethylperazine"
  | "thioridazine"
  | "tiapride"
  | "tilidine"
  | "tizanidine"
  | "topiramate"
  | "tramadol"
  | "tranylcypromine"
  | "trazodone"
  | "triazolam"
  | "trifluoperazine"
  | "trimethobenzamide"
  | "trimipramine"
  | "triprolidine"
  | "vadadustat"
  | "valerian"
  | "valproic acid"
  | "venlafaxine"
  | "vilazodone"
  | "vortioxetine"
  | "warfarin"
  | "zaleplon"
  | "zinc sulfate"
  | "ziprasidone"
  | "zolpidem"
  | "zonisamide"
  | "zopiclone"
  | "zuclopenthixol";

/** A work of the bibliography. */
export type SourceId =
  | "AAFP2017"
  | "AAFP2025"
  | "AAN2016"
  | "AASLD2011"
  | "AASM2012"
  | "AASM2025"
  | "AASM2025_KR"
  | "AASM2025_TEXT"
  | "AASM_BLOG2024"
  | "ABETZ2006"
  | "ABILDGAARD2022"
  | "ABIM2026"
  | "ADA"
  | "ADARTREL-UK"
  | "AGA2020"
  | "ALHARBI2021"
  | "ALLEN1996"
  | "ALLEN2011AUG"
  | "ALLEN2013MCID"
  | "ALLEN2018"
  | "ANDERSEN2023"
  | "ANDRES2013"
  | "APARICIO2015"
  | "APS2014"
  | "ARODA2016"
  | "ARTICLE"
  | "ARUP"
  | "ASHSCD2013"
  | "ATS_IRLS"
  | "AUG2016"
  | "AUG_CONCEPT2007"
  | "AYTEKIN2018"
  | "BAILEY2011"
  | "BAILEY2013"
  | "BATTAT2014"
  | "BECKER2018"
  | "BEERS2015"
  | "BEERS2023"
  | "BLOOM2009"
  | "BMJBP"
  | "BMJNG239"
  | "BMJOG2720"
  | "BNF"
  | "BRAINNERVE2009"
  | "BRIANI2013"
  | "BRINDA_T"
  | "BRYANT2013"
  | "BSH2013"
  | "BSH2014"
  | "BUP"
  | "BVA1C"
  | "BVMMA2019"
  | "CACORR"
  | "CALVINO2015"
  | "CARMEL2001"
  | "CARMEL2012"
  | "CDC2016"
  | "CESANA2025"
  | "CHENEY1995"
  | "CHRLSQ2009"
  | "CLINCOMMANDER"
  | "CLONAZEPAM-UK"
  | "CLONIDINE-UK"
  | "COCHRANE2019"
  | "COKLUK2021"
  | "COPPER_COELIAC"
  | "COSKUN2020"
  | "CPS2023"
  | "CREA2021"
  | "DAVIS2000"
  | "DENG2017"
  | "DENIMAL2016"
  | "DFO-LABEL"
  | "DHISJAVA"
  | "DHS"
  | "DIPYRIDAMOLE-UK"
  | "DO440719"
  | "DRORACLE143514"
  | "DRORACLE215381"
  | "DRORACLE259395"
  | "DRORACLE32722"
  | "DRORACLE332439"
  | "DRORACLE440176"
  | "DRORACLE479761"
  | "DRORACLE5474"
  | "DRORACLE672697"
  | "DRORACLE697088"
  | "DRORACLE708126"
  | "DRORACLE745894"
  | "DRORACLE753042"
  | "DRORACLE850504"
  | "DRORACLE859340"
  | "DRUGS-PPX"
  | "DSM5"
  | "DUNIETZ2017"
  | "DURING2019"
  | "EARLEY2009"
  | "EASL2022"
  | "ECCO2015"
  | "ECCO2015_P344"
  | "EFNS2012"
  | "EGFRLOINC"
  | "ELONTRIL-IT"
  | "EMA2013IVIRON"
  | "EMED"
  | "ENTONOX"
  | "ESANUM_S2K"
  | "EUBIVAS-CREA"
  | "EUBIVAS-PROT"
  | "EUBIVAS-THY"
  | "EURLSSG_PC2011"
  | "EVATT2010"
  | "FCM2024"
  | "FCM2025"
  | "FCM500"
  | "FDA2010-QUININE"
  | "FDA2016-OPI-BZD"
  | "FDA2017-COD"
  | "FDA2019-GAB"
  | "FDA2025-OPI"
  | "FDA_FCM2026"
  | "FEDOSOV2013"
  | "FEDOSOV2015"
  | "FERAHEME"
  | "FERINI2002"
  | "FERINJECT_LABEL"
  | "FERRI2007"
  | "FERRITINASSAY"
  | "FERROGRAD-IE"
  | "FERROUS-BP"
  | "FERROUS-INT"
  | "FERROUS-UK"
  | "FOLIC-UK"
  | "FSRH2017"
  | "GANJI2018"
  | "GBP-SMPC"
  | "GENG2022"
  | "GPCPD"
  | "GPHC2024-VPA"
  | "GPREASONING"
  | "GROTE2009"
  | "GUPTA2017"
  | "HAMILTON2008"
  | "HARRINGTON2017"
  | "HARRINGTON2025"
  | "HAWKESBAY_LIMITS"
  | "HD_META"
  | "HEADSTROM2008"
  | "HEALTON1991"
  | "HEART2009"
  | "HENING2009"
  | "HERRMANN2013"
  | "HOLLOWELL2002"
  | "HOMERTON_LIMITS"
  | "HOQUE2010"
  | "HORIZANT"
  | "HRS2012"
  | "HU_148274179"
  | "HU_150625270"
  | "HVAS2001"
  | "ICSI2016"
  | "IDA2013"
  | "IFCC"
  | "IJNRD2013"
  | "INFANTE2021"
  | "INFECT-ORAL"
  | "INFED"
  | "INFED-OLD"
  | "INKER2012"
  | "INKER2021"
  | "IRLS2003"
  | "IRLSSG2014"
  | "IRLSSGIRON2018"
  | "IRLS_RLS6_2013"
  | "IRONTAB"
  | "ISHIDA2018"
  | "JHRLSS2001"
  | "JSDM_LETTER"
  | "KANCHERLA2017"
  | "KDIGO"
  | "KDIGO2013T"
  | "KDIGO2026"
  | "KDIGO_ANAEMIA_DRAFT"
  | "KILLION2025"
  | "KIM2018"
  | "KOLLA2018"
  | "KONDORI2020"
  | "KOST_SURVEY"
  | "LABCORP"
  | "LABUNITS"
  | "LAM2013"
  | "LDOPA-CORE"
  | "LEISHEAR2012"
  | "LEVOMED-CY"
  | "LIFESTYLE2016"
  | "LINDENBAUM1988"
  | "LIPFORD2013"
  | "LIU2016"
  | "MAES1997"
  | "MAPI_ASRS"
  | "MAPI_QOL"
  | "MAYO-ACASM"
  | "MAYO2021"
  | "MDC2014"
  | "MDS_SCALES"
  | "MEDMERITS"
  | "MEDSCAPE_DDX"
  | "METHADONE-BOX"
  | "METHADONE-US"
  | "MHRA2008-ERGOT"
  | "MHRA2013"
  | "MHRA2017-GBP"
  | "MHRA2020-FCM"
  | "MHRA2021-AED"
  | "MHRA2021-PGB"
  | "MHRA2022"
  | "MHRA2022-PGB"
  | "MHRA2025-VPA"
  | "MIMIC"
  | "MINEVA2020"
  | "MINEVA2021"
  | "MIRACUM"
  | "MIRAPEX2010"
  | "MIRAPEXIN-EU"
  | "MNSUPPORT"
  | "MOCCIA2010"
  | "MPI2007"
  | "N2O-ES"
  | "NAMASTE2017"
  | "NAMASTE_T3"
  | "NBMEDICAL"
  | "NCCN_MPN2018"
  | "NEUPRO-EU"
  | "NEUPRO-GR"
  | "NEUPRO-US"
  | "NEUROLOGYADVISOR"
  | "NEURONTIN"
  | "NG239"
  | "NG239-SEC"
  | "NGSP"
  | "NHLBI2014"
  | "NHSLOTHIAN"
  | "NICE-NG71"
  | "NICENG3"
  | "NICEPH35"
  | "NICEPH38"
  | "NIH2003"
  | "NINDS_IRLS"
  | "NIRENBERG2013"
  | "NITRONOX"
  | "NITROUSCASES2020"
  | "NUTRIENTS2020_T1"
  | "OBEID2024"
  | "OBERLIN2013"
  | "ODDB-57674"
  | "ODDB-57851"
  | "ODS"
  | "OKEEFFE1994"
  | "OMS2024-CODE"
  | "ONDO2018"
  | "ONO1989"
  | "OXYNORM-CY"
  | "OZDAS"
  | "OZKANAY2023"
  | "PARIS2023"
  | "PARK2020"
  | "PAS2024"
  | "PEDS_INSTR2020"
  | "PFEIFFER2016"
  | "PGB-RENAL"
  | "PGB-SMPC"
  | "PICCHIETTI2013"
  | "PILON1981"
  | "PJ2021"
  | "PLANET2022"
  | "PLANET_ENDO2022"
  | "PLANET_SLEEP2022"
  | "PMC3934467"
  | "POURRAMZANI2021"
  | "PPX-HK"
  | "PPX-SPC2020"
  | "PPX-VN"
  | "PRACTICEUPDATE"
  | "PREG2015"
  | "PROCARDIN-CY"
  | "QI2014"
  | "RCPATH2017"
  | "RCPATH_G158_2025"
  | "REINSTATLER2012"
  | "RISCH2015"
  | "RLSEXP2010"
  | "ROPI-IT"
  | "ROSEN2019"
  | "ROTTACH2008"
  | "S2K2022"
  | "SARMA2018"
  | "SAVAGE1994"
  | "SAVAGE1995"
  | "SCHADE2007"
  | "SHARMA2019"
  | "SHORT2024"
  | "SIROVER2016"
  | "SOLOMON2005"
  | "SPENCER2013"
  | "STABLER2013"
  | "SUN1998"
  | "SUPAKUL2020"
  | "SWART2021"
  | "T2000SI"
  | "TARGIN-IE"
  | "TARGINACT-UK"
  | "TAWFIK2024"
  | "THONI2022"
  | "THURNHAM2010"
  | "TRAMADOL-SG"
  | "TRAMAL-NZ"
  | "TRENKWALDER2017"
  | "TSATCRP"
  | "UCUMLHC"
  | "UKPARL_CKS"
  | "UKTIS2022"
  | "UMMA2023"
  | "UPTODATE_DDX"
  | "URAEMIC"
  | "VADOD2017"
  | "VANLOON2018"
  | "VIAPATH-CB12"
  | "VITC-HH"
  | "VPA-GGC"
  | "WANG2009"
  | "WARD2015"
  | "WEINSTOCK_CD2010"
  | "WEINSTOCK_COELIAC2010"
  | "WHO2011"
  | "WHO2020"
  | "WHO2024"
  | "WHOFOLATE"
  | "WHO_PV2016"
  | "YORK_POLY2025"
  | "ZHU2020";

/** How far a statement was checked. */
export type Verification =
  | "original"
  | "secondary"
  | "derived"
  | "unverified";

/** Every key may be left out. What is left out is unknown: neither normal nor absent. */
export interface Patient {
  /** Age in years, or an interval where only that is known. */
  age_years?: number | {
      /** Years. */
      at_least: number;
    } | {
      /** Years. */
      from: number;
      /** Years. */
      to: number;
    };
  /** Cigarettes a day. */
  cigarettes_per_day?: number;
  /** Groups of which everything was mentioned: their unmentioned yes/no items are absent. */
  complete?: Array<"symptoms" | "history" | "medicines">;
  /** The version of the knowledge whose lists of items the groups are complete by: what later versions added stays unknown. Left out, it is this version. */
  complete_as?: "2026.1" | "2026.2";
  /** Elevation of residence above sea level, in metres. */
  elevation_m?: number;
  /** Black ethnicity */
  ethnicity_black?: boolean;
  /** History and circumstances. */
  history?: History;
  /** What is off unless asked for. */
  include?: Array<"aafp-2017" | "cb12">;
  /** Results as reported. Of several of one analyte the newest counts. */
  labs?: Array<Lab | Partial<Lab> & { analyte: Lab["analyte"]; doubt: string }>;
  /** Medicines by ingredient. */
  medicines?: Medicine[];
  /** What to do with what cannot be accepted: refuse the patient, as by default, or set it aside and say so first. */
  on_refusal?: "refuse" | "set_aside";
  /** Sex, as far as reference limits go. */
  sex?: "female" | "male";
  /** The sex whose reference limits apply, where it differs. */
  sex_for_reference?: "female" | "male";
  /** Symptoms and signs. */
  symptoms?: Symptoms;
  /** The factor from transferrin to total iron-binding capacity. */
  transferrin_factor?: "molar_25_1" | "mass_1_25" | "mass_1_27" | "mass_1_404" | "mass_1_43" | "mass_1_45";
  /** What to do with a medicine that the catalogue does not know. Left out, it is refused where a known name is near, and else carried with an alert. */
  unknown_medicines?: "refuse" | "carry";
}

/** A result as reported: the unit is part of the value. */
export interface Lab {
  /** What was measured. */
  analyte: AnalyteId;
  /** The assay as the laboratory names it. */
  assay?: string;
  /** For a result such as <5. */
  comparator?: "<" | "<=" | ">" | ">=";
  /** True where an improbable value was checked. */
  confirmed?: boolean;
  /** Days since the sample was drawn; needed where an analyte has several results. */
  days_ago?: number;
  /** Why whoever read the result doubts it. It then counts for nothing, no older one stands for it, and what it would forbid is withheld. Its value and unit may be missing. */
  doubt?: string;
  /** The top of the laboratory's grey zone (vitamin B12), in the unit of the result. */
  grey_high?: number;
  /** Hours without iron before the sample. */
  iron_free_hours?: number;
  /** Drawn in the morning. */
  morning?: boolean;
  /** The laboratory's upper limit, in the unit of the result; it belongs to the normal range. */
  ref_high?: number;
  /** The laboratory's lower limit, in the unit of the result; it belongs to the normal range. */
  ref_low?: number;
  /** The unit in which it was reported. It is never guessed. */
  unit?: string;
  /** The number printed. */
  value: number | "negative" | "positive" | "indeterminate";
}

/** Symptoms and signs. */
export interface Symptoms {
  /** Abnormal reflexes */
  abnormal_reflexes?: boolean;
  /** Arms involved */
  arms_involved?: boolean;
  /** Cognitive change */
  cognitive_change?: boolean;
  /** Confusion */
  confusion?: boolean;
  /** Constipation */
  constipation?: boolean;
  /** Depression */
  depression?: boolean;
  /** Distress from symptoms */
  distress?: "none" | "mild" | "moderate" | "severe";
  /** Drowsiness */
  drowsiness?: boolean;
  /** Duration of symptoms; UCUM unit mo */
  duration_months?: number;
  /** Worsening explained by something else */
  explained_otherwise?: boolean;
  /** Extensor plantar responses */
  extensor_plantars?: boolean;
  /** Falls */
  falls?: boolean;
  /** Fatigue */
  fatigue?: boolean;
  /** Fever */
  fever?: boolean;
  /** Gait disturbance */
  gait_disturbance?: boolean;
  /** Glossitis */
  glossitis?: boolean;
  /** Greater intensity */
  greater_intensity?: boolean;
  /** Hours by which symptoms begin earlier than before treatment; UCUM unit h */
  hours_earlier?: number;
  /** Impaired position or vibration sense */
  impaired_position_or_vibration?: boolean;
  /** Impairment by symptoms */
  impairment?: boolean;
  /** Inner restlessness */
  inner_restlessness?: boolean;
  /** Scores of the items of the IRLS rating scale, instead of their total */
  irls_items?: number[];
  /** IRLS total score; UCUM unit {score} */
  irls_total?: number;
  /** Episodes in a lifetime */
  lifetime_events?: number;
  /** Akathisia, as an explanation of the symptoms */
  mimic_akathisia?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Arthritis, as an explanation of the symptoms */
  mimic_arthritis?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Claudication, as an explanation of the symptoms */
  mimic_claudication?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Leg cramps, as an explanation of the symptoms */
  mimic_cramps?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Habitual foot tapping, as an explanation of the symptoms */
  mimic_foot_tapping?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Hypotensive akathisia, as an explanation of the symptoms */
  mimic_hypotensive_akathisia?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Myalgia, as an explanation of the symptoms */
  mimic_myalgia?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Peripheral neuropathy, as an explanation of the symptoms */
  mimic_neuropathy?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Painful legs and moving toes, orthostatic tremor or leg stereotypy, as an explanation of the symptoms */
  mimic_other_movement?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Discomfort from one posture, which ends with a change of position, as an explanation of the symptoms */
  mimic_positional?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Radiculopathy, as an explanation of the symptoms */
  mimic_radiculopathy?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Venous disease of the legs, as an explanation of the symptoms */
  mimic_venous?: "ruled_out" | "coexists" | "sole_explanation" | "not_examined";
  /** Conditions that look like restless legs */
  mimics?: "ruled_out" | "coexists" | "sole_explanation" | "not_assessed";
  /** Muscle weakness */
  muscle_weakness?: boolean;
  /** Myoclonus */
  myoclonus?: boolean;
  /** Numbness */
  numbness?: boolean;
  /** Worse after a higher dose and better after a lower one */
  paradoxical_response?: boolean;
  /** Paraesthesia */
  paraesthesia?: boolean;
  /** Earlier response to dopaminergic treatment */
  previous_response?: boolean;
  /** Relieved by movement (now, or earlier if now very severe) */
  relieved_by_movement?: boolean;
  /** Shorter latency to symptoms at rest */
  shorter_latency?: boolean;
  /** Shorter relief from treatment */
  shorter_relief?: boolean;
  /** Spread to other parts of the body */
  spread?: boolean;
  /** Days with symptoms in the last week; UCUM unit d */
  symptom_days_last_week?: number;
  /** Symptoms per week; UCUM unit /wk */
  times_per_week?: number;
  /** Urge to move the legs */
  urge_to_move?: boolean;
  /** Visual change */
  visual_change?: boolean;
  /** Begins or worsens at rest */
  worse_at_rest?: boolean;
  /** Worse in the evening or at night (now, or earlier if now very severe) */
  worse_in_evening?: boolean;
}

/** History and circumstances. */
export interface History {
  /** Abdominal or pelvic radiotherapy */
  abdominal_radiotherapy?: boolean;
  /** Attention deficit hyperactivity disorder */
  adhd?: boolean;
  /** Alcohol */
  alcohol?: boolean;
  /** Anaemia not due to iron deficiency */
  anaemia_not_iron_deficient?: boolean;
  /** Autoimmune gastritis */
  autoimmune_gastritis?: boolean;
  /** Autoimmune thyroid disease */
  autoimmune_thyroid?: boolean;
  /** Cause of vitamin B12 deficiency */
  b12_cause?: "autoimmune_gastritis" | "total_gastrectomy" | "complete_terminal_ileal_resection" | "other_malabsorption" | "medicine" | "dietary" | "nitrous_oxide" | "unknown";
  /** Vitamin B12 replacement */
  b12_replacement?: boolean;
  /** Ongoing bacteraemia */
  bacteraemia?: boolean;
  /** Bariatric surgery */
  bariatric_surgery?: boolean;
  /** Bipolar disorder */
  bipolar_disorder?: boolean;
  /** Breastfeeding */
  breastfeeding?: boolean;
  /** Caffeine */
  caffeine?: boolean;
  /** Could become pregnant */
  childbearing_potential?: boolean;
  /** Coeliac disease */
  coeliac?: boolean;
  /** Combined oral contraceptive */
  combined_contraceptive?: boolean;
  /** Crohn's disease */
  crohn?: boolean;
  /** Dialysis */
  dialysis?: boolean;
  /** Disturbed iron utilisation */
  disturbed_iron_utilisation?: boolean;
  /** Heart valves seen by echocardiogram in the last year */
  echocardiogram_last_year?: boolean;
  /** End-stage renal disease */
  esrd?: boolean;
  /** An infant fed by breast only */
  exclusively_breastfed_infant?: boolean;
  /** Family history of vitamin B12 deficiency */
  family_history_b12?: boolean;
  /** Family history of restless legs syndrome */
  family_history_rls?: boolean;
  /** A faster response is wanted */
  faster_response_wanted?: boolean;
  /** Earlier ferric carboxymaltose */
  fcm_before?: boolean;
  /** Gastrectomy */
  gastrectomy?: boolean;
  /** Earlier gestational diabetes */
  gestational_diabetes_before?: boolean;
  /** Weeks of pregnancy; UCUM unit wk */
  gestational_weeks?: number;
  /** Haemochromatosis */
  haemochromatosis?: boolean;
  /** HFE C282Y homozygous */
  hfe_c282y_homozygous?: boolean;
  /** Resection of the terminal ileum */
  ileal_resection?: boolean;
  /** Impulse control disorder, now or earlier */
  impulse_control_disorder?: boolean;
  /** Acute or chronic infection */
  infection?: boolean;
  /** Iron-deficiency anaemia */
  iron_deficiency_anaemia?: boolean;
  /** Malabsorption of iron */
  iron_malabsorption?: boolean;
  /** Iron overload */
  iron_overload?: boolean;
  /** Days since the last intravenous iron; UCUM unit d */
  iv_iron_days_ago?: number;
  /** Serious hypersensitivity to any parenteral iron */
  iv_iron_hypersensitivity?: boolean;
  /** Product of the last intravenous iron */
  iv_iron_product?: "ferric_carboxymaltose" | "ferric_derisomaltose" | "ferumoxytol" | "iron_dextran" | "iron_sucrose" | "other";
  /** Kidney transplant */
  kidney_transplant?: boolean;
  /** Liver disease in which iron overload plays a part */
  liver_disease_with_overload?: boolean;
  /** Liver impairment */
  liver_impairment?: "none" | "mild" | "moderate" | "severe";
  /** Malignancy */
  malignancy?: boolean;
  /** Melanoma, now or earlier */
  melanoma?: boolean;
  /** Monoclonal gammopathy */
  mgus?: boolean;
  /** An infant whose mother has a risk of vitamin B12 deficiency */
  mother_b12_risk?: boolean;
  /** Magnetic resonance imaging planned */
  mri_planned?: boolean;
  /** Myeloproliferative neoplasm */
  myeloproliferative?: boolean;
  /** Narrow-angle glaucoma */
  narrow_angle_glaucoma?: boolean;
  /** Recreational nitrous oxide */
  nitrous_oxide?: boolean;
  /** Nitrous oxide as an anaesthetic */
  nitrous_oxide_anaesthesia?: "none" | "recent" | "planned";
  /** Age at onset; UCUM unit a */
  onset_age_years?: number;
  /** No improvement after an adequate trial of oral iron */
  oral_iron_failed?: boolean;
  /** Oral iron not tolerated */
  oral_iron_not_tolerated?: boolean;
  /** Treated obstructive sleep apnoea */
  osa_treated?: boolean;
  /** Pancreatic insufficiency */
  pancreatic_insufficiency?: boolean;
  /** Parkinson's disease */
  parkinsons_disease?: boolean;
  /** Periodic limb movement disorder */
  plmd?: boolean;
  /** Polycythaemia vera */
  polycythaemia_vera?: boolean;
  /** After the menopause */
  postmenopausal?: boolean;
  /** Pregnant */
  pregnant?: boolean;
  /** Primary restless legs syndrome */
  primary_rls?: boolean;
  /** Symptoms only while provoked (pregnancy, a medicine) */
  provoked_only?: boolean;
  /** Psychosis, now or earlier */
  psychosis?: boolean;
  /** Corrected QT interval; UCUM unit ms */
  qtc_ms?: number;
  /** Lung disease or impaired breathing */
  respiratory_disease?: boolean;
  /** Refractory restless legs syndrome */
  rls_refractory?: boolean;
  /** Seizure disorder */
  seizure_disorder?: boolean;
  /** Severe atopy or asthma */
  severe_atopy?: boolean;
  /** Sickle cell disease */
  sickle_cell_disease?: boolean;
  /** Sjogren's syndrome */
  sjogren?: boolean;
  /** Substance use disorder, now or earlier */
  substance_use_disorder?: boolean;
  /** Suicidal thoughts, now or earlier */
  suicidality?: boolean;
  /** Sulfite allergy */
  sulfite_allergy?: boolean;
  /** Thalassaemia */
  thalassaemia?: boolean;
  /** Days since the last transfusion of red cells; UCUM unit d */
  transfusion_days_ago?: number;
  /** Iron overload from transfusions */
  transfusional_overload?: boolean;
  /** Trimester; says also that there is a pregnancy */
  trimester?: 1 | 2 | 3;
  /** Type 1 diabetes */
  type1_diabetes?: boolean;
  /** Ulcerative colitis */
  ulcerative_colitis?: boolean;
  /** Untreated obstructive sleep apnoea */
  untreated_osa?: boolean;
  /** Valvular heart disease */
  valvular_heart_disease?: boolean;
  /** Vegan diet */
  vegan?: boolean;
  /** Vegetarian diet */
  vegetarian?: boolean;
  /** Therapeutic venesection (not blood donation) */
  venesection?: boolean;
}

export type Medicine = MedicineName | (string & {}) | {
    /** Days since it was begun. */
    days_taken?: number;
    /** What it is taken for. */
    indication?: "rls" | "parkinsons_disease" | "other";
    /** An ingredient, as where a medicine is a string. */
    name: string;
    /** True where it is to be begun: it is not taken now. */
    planned?: boolean;
    /** Was it begun before the symptoms were? */
    started_before_symptoms?: boolean;
    /** Days since it was stopped: it is not taken now. */
    stopped_days_ago?: number;
  };

export interface Assessment {
  /** What a person does next, in order: ten at most, and whatever is urgent. */
  acts: Act[];
  /** Urgent first. */
  alerts: Alert[];
  /** Limits that were changed by name; empty where none was. */
  changes: LimitChange[];
  /** Claims of the founding article touched. */
  claims: ClaimId[];
  /** Results that must be acted on now, if their unit is right. */
  critical: CriticalResult[];
  /** Facts that were computed. */
  derived: DerivedFact[];
  /** Questions on which guidelines cannot be of one mind. */
  disagreements: Disagreement[];
  /** Version of the library. */
  ekbom: string;
  /** Which knowledge answered. */
  knowledge: {
    /** Fingerprint of its rules. */
    hash: string;
    /** Version of the knowledge. */
    version: string;
  };
  /** Every medicine, and what it does to the work-up. */
  medicines: MedicineUsed[];
  /** Tests that are missing, and what each could change. */
  next_tests: NextTest[];
  /** One for each table, always. */
  positions: Position[];
  /** What to mind about medicines that are offered, planned or taken, urgent first. */
  precautions: Precaution[];
  /** What to do, first things first. */
  recommendations: Recommendation[];
  /** Every result, and whether it counted. */
  results: ResultUsed[];
  /** What could not be accepted and counts as not said; empty unless `on_refusal` says so. */
  set_aside: Array<{
      /** What would be accepted, most likely first. */
      accepted: string[];
      /** Where: a path such as labs[0].unit; empty for the whole. */
      field: string;
      /** The cause; later versions may know more. */
      kind: "not_json" | "not_text" | "too_long" | "too_many" | "more_faults" | "number_too_large" | "wrong_type" | "number_as_text" | "range_as_number" | "flag_as_number" | "unknown_key" | "key_twice" | "unknown_code" | "unknown_analyte" | "unknown_medicine" | "no_medicine" | "no_result" | "newer_set_aside" | "doubted" | "missing" | "unit_missing" | "unit_not_accepted" | "finding_as_amount" | "amount_as_finding" | "out_of_range" | "not_a_quantity" | "impossible" | "unlikely" | "not_an_interval" | "wrong_sort" | "said_two_ways" | "irls_scores" | "planned_and_taken" | "not_a_limit" | "limits_out_of_order" | "grey_zone_without_low" | "limit_not_credible" | "limits_of_another_unit" | "results_contradict" | "saturations_disagree" | "two_results_of_one_day" | "day_missing" | "pregnancy_denied" | "weeks_outside_trimester" | "pregnant_male" | "postmenopausal_pregnant" | "postmenopausal_male" | "longer_than_life" | "reflexes_denied" | "mimics_contradict" | "indication_denied" | "medicine_denied" | "not_read_as_fhir" | "answer_not_whole" | "subject_unclear" | "person_is_dead" | "other";
      /** What is wrong with it. */
      message: string;
      /** What was found there. */
      value: string;
    }>;
  /** Sources behind the rules still possible. */
  sources: SourceUsed[];
  /** Stops of iron that certainly hold, also one behind another. */
  stopped: Stopped[];
  /** Every condition with what it saw; only on request. */
  trace?: TableTrace[];
  /** What is withheld from somebody with restless legs, whatever a guideline says. */
  withheld: Withheld[];
}

export interface Position {
  /** Codes of what to mind about the answer. */
  flags: string[];
  /** Id of the guideline. */
  guideline: string;
  /** Facts that could still change the answer. */
  needs: FactId[];
  /** The answers still possible; one when determined. */
  possible: AnswerCode[];
  question: QuestionId;
  /** The rules that can still be the one that applies. */
  rules: string[];
  /** What is usually left, and what that assumes; null where it is not less than what is possible. */
  usual: Usual | null;
  /** The weakest of its possible rules. */
  verification: Verification;
}

export interface Usual {
  /** What it rests on. */
  assuming: AssumptionId[];
  /** A part of the possible answers. */
  possible: AnswerCode[];
}

export interface Disagreement {
  /** By guideline. */
  positions: Record<string, AnswerCode[]>;
  question: QuestionId;
}

export interface Act {
  /** Stable code; `critical:`, `result:`, `test:`, `ask:`, `review:` are followed by what they name. */
  act: string;
  /** What it rests on. */
  assuming: AssumptionId[];
  /** What led here; of a question what it would tell. */
  because: Array<{
      /** The fact, the analyte or the question; `medicines` of a danger of what is taken. */
      fact: string;
      /** In words. */
      says: string;
    }>;
  /** Acts to do before it: until then what forbids it is not ruled out. */
  blocked_by: string[];
  /** How sure it is that it is needed. */
  certainty: "certain" | "usual" | "possible";
  /** The guidelines that say so. */
  guidelines: string[];
  /** What sort of act. */
  kind: "act_on_result" | "treat_now" | "stop" | "precaution" | "review" | "treat" | "refer" | "ask" | "test" | "mind";
  /** Their rules. */
  rules: string[];
  /** Ids in the bibliography. */
  sources: string[];
  /** What to do, in English. */
  text: string;
}

export interface Recommendation {
  /** What to do. */
  action: "haemochromatosis_workup" | "oral_iron" | "iv_iron" | "b12_treat" | "review_medicine" | "address_exacerbating_factor" | "b12_test" | "gabapentin_enacarbil" | "gabapentin" | "pregabalin" | "ferric_carboxymaltose" | "iron_dextran" | "ferumoxytol" | "ferrous_sulfate" | "iron_sucrose" | "dipyridamole" | "opioids" | "peroneal_nerve_stimulation" | "vitamin_c" | "levodopa" | "pramipexole" | "rotigotine" | "ropinirole" | "cabergoline" | "pergolide" | "bupropion" | "carbamazepine" | "clonazepam" | "triazolam" | "valproic_acid" | "valerian" | "clonidine" | "pneumatic_compression" | "near_infrared" | "rtms" | "exercise";
  /** The facts that led here, in words. */
  because: string[];
  /** Alerts to mind first. */
  cautions: AlertCode[];
  /** Of the evidence; null where the guideline gives none. */
  certainty: string | null;
  direction: "for" | "against";
  /** Codes of what to mind about the answer. */
  flags: string[];
  /** What to look at afterwards, where a source says so. */
  follow_up: Array<{
      /** What to look at. */
      check: string;
      /** In words. */
      says: string;
      /** Id in the bibliography. */
      source: string;
      /** How far it was checked. */
      verification: Verification;
      /** When; null where the source names no time. */
      weeks: number | null;
    }>;
  /** Id of the guideline. */
  guideline: string;
  /** Does it give iron? */
  iron: boolean;
  /** The answers still possible. */
  possible: AnswerCode[];
  question: QuestionId;
  /** The rule, or the first of the rules, behind it. */
  rule: string;
  /** In the guideline's grade; null where it gives none. */
  strength: string | null;
  /** Why it is withheld; null when it is not. Several reasons are those still possible, and no findings. */
  withheld: string[] | null;
}

export interface Stopped {
  /** Its answers, one of which holds. */
  answers: AnswerCode[];
  /** The facts that led here, in words. */
  because: string[];
  /** What it forbids. */
  forbids: Array<"no_iron" | "oral_iron" | "intravenous_iron" | "vitamin_c">;
  /** The rule of iron.safety. */
  rule: string;
}

export interface Withheld {
  /** What an action would give. */
  gives: "no_iron" | "oral_iron" | "intravenous_iron" | "vitamin_c";
  /** It may pass, and yet something that forbids it is possible. */
  safety_open: boolean;
  /** Why it is withheld; empty when it is not. Several reasons are those still possible. */
  why: string[];
}

export interface CriticalResult {
  analyte: AnalyteId;
  /** Where the value lies against it. */
  direction: "below" | "at_most" | "at_least" | "above";
  /** The limit. */
  limit: number;
  /** In words: the value, the limit and whose it is. */
  says: string;
  /** Id in the bibliography. */
  source: string;
  /** UCUM unit of value and limit. */
  unit: string;
  /** In the unit in which it was compared; of a bound the bound. */
  value: number;
  /** How far the limit was read. */
  verification: Verification;
}

export interface Precaution {
  /** The facts that led here, in words. */
  because: string[];
  /** It holds; else nobody can tell before what is missing is known. */
  certain: boolean;
  /** The medicine by its name, or the action that is offered by its code. */
  concerns: string;
  /** The row; where it is not certain the gravest of those that may hold. */
  id: PrecautionId;
  /** What would decide it: facts, and `medicines` where the list may hold more. */
  missing: Array<FactId | "medicines">;
  /** Every row that holds, or that may hold. */
  rows: PrecautionId[];
  /** In words. */
  says: string;
  severity: "urgent" | "stop" | "caution" | "note";
  /** Ids in the bibliography. */
  sources: string[];
  /** Is it taken already? */
  taken: boolean;
  /** The weakest of its rows. */
  verification: Verification;
}

export interface NextTest {
  /** Codes of the acts that wait for it, and of the alerts that ask for it. */
  asked_by: string[];
  /** Open questions that no result of it alone can narrow. */
  cannot_change: QuestionId[];
  /** Questions that one result of it alone can narrow. */
  could_change: QuestionId[];
  /** How to draw the sample, as codes. */
  instructions: string[];
  /** The analyte to order. */
  test: "ferritin" | "tsat" | "b12_total" | "holotc" | "mma_serum" | "hcy" | "creatinine" | "sodium" | "potassium" | "tsh" | "calcium" | "hba1c" | "uacr" | "haemoglobin" | "mcv" | "crp" | "folate_serum" | "folate_rbc" | "magnesium" | "phosphate";
}

export interface Alert {
  code: AlertCode;
  /** The facts or analytes it concerns. */
  facts: string[];
  /** English text. */
  message: string;
  severity: "urgent" | "caution" | "info";
}

export interface DerivedFact {
  /** The fact. */
  fact: string;
  /** What it came from. */
  from: string[];
  /** The highest it may be; null where nothing bounds it. */
  high?: number | null;
  /** The sex for which it holds, where both are possible. */
  if_sex?: "female" | "male";
  /** The lowest it may be. */
  low?: number;
  /** The formula. */
  method: string;
  /** UCUM unit. */
  unit: string;
  /** Rounded for display; null where it is an interval. */
  value: number | null;
}

export interface MedicineUsed {
  /** What speaks against it. */
  against: Array<{
      /** In words. */
      says: string;
      /** Of what it speaks: the ingredient, or its class. */
      scope: string;
      /** Id in the bibliography. */
      source: string;
      /** How far it was checked. */
      verification: Verification;
    }>;
  /** What it is, as far as that matters here. */
  classes: Array<{
      class: "exacerbates_rls" | "lowers_b12" | "dopaminergic" | "iron_oral" | "iron_intravenous" | "b12_product" | "folic_acid" | "combined_contraceptive" | "alpha2delta" | "opioid" | "antidepressant" | "serotonergic" | "dopamine_antagonist" | "sedating_antihistamine" | "proton_pump_inhibitor" | "h2_antagonist" | "antiseizure" | "benzodiazepine" | "beta_blocker" | "z_drug" | "sedative" | "mao_inhibitor" | "ergot_dopaminergic" | "iron_chelator" | "erythropoietic" | "blood_thinner" | "hindered_by_iron";
      /** Why it is in it. */
      evidence: Array<{
          /** In words. */
          says: string;
          /** Of what it speaks: the ingredient, or its class. */
          scope: string;
          /** Id in the bibliography. */
          source: string;
          /** How far it was checked. */
          verification: Verification;
        }>;
    }>;
  /** The ingredient. */
  medicine: string;
}

export interface ResultUsed {
  analyte: AnalyteId;
  /** Where it is a bound. */
  comparator?: "<" | "<=" | ">" | ">=";
  /** The newest of its analyte. */
  counted: boolean;
  /** How long ago. */
  days_ago?: number;
  /** Of a qualitative test. */
  finding?: "negative" | "positive" | "indeterminate";
  /** Its UCUM unit. */
  unit?: string;
  /** The number printed. */
  value?: number;
}

export interface SourceUsed {
  doi: string | null;
  /** Id in the bibliography. */
  id: string;
  /** What it is. */
  kind: "guideline" | "label" | "agency_notice" | "trial" | "study" | "review" | "laboratory_manual" | "survey" | "instrument" | "reference_data" | "page" | "ai_page" | "forum" | null;
  /** What a clinician calls it. */
  name: string;
  title: string;
  /** The weakest of the rules that cite it here. */
  verification: Verification;
  year: number | null;
}

export interface LimitChange {
  fact: FactId;
  /** What it was, in the fact's unit. */
  from: number;
  /** Guideline/question/name */
  rule: string;
  /** What it is. */
  to: number;
}

/** Every rule of a table, with the values its conditions saw. */
export interface TableTrace {
  question: QuestionId;
  guideline: string;
  rules: RuleTrace[];
}

export interface RuleTrace {
  rule: string;
  answers: AnswerCode[];
  when: TraceNode;
}

/** A condition with what it saw: every part of it, also those not met. */
export interface TraceNode {
  condition: string;
  saw?: string;
  truth: "yes" | "no" | "unknown";
  parts?: TraceNode[];
}

export interface Refusal {
  /** Results that must be acted on now all the same, if their unit is right. */
  critical?: Array<{
      analyte: AnalyteId;
      /** Where the value lies against it. */
      direction: "below" | "at_most" | "at_least" | "above";
      /** The limit. */
      limit: number;
      /** In words: the value, the limit and whose it is. */
      says: string;
      /** Id in the bibliography. */
      source: string;
      /** UCUM unit of value and limit. */
      unit: string;
      /** In the unit in which it was compared; of a bound the bound. */
      value: number;
      /** How far the limit was read. */
      verification: Verification;
    }>;
  /** Every fault of the patient. */
  errors: Fault[];
}

export interface Fault {
  /** What would be accepted, most likely first. */
  accepted: string[];
  /** Where: a path such as labs[0].unit; empty for the whole. */
  field: string;
  /** The cause; later versions may know more. */
  kind: "not_json" | "not_text" | "too_long" | "too_many" | "more_faults" | "number_too_large" | "wrong_type" | "number_as_text" | "range_as_number" | "flag_as_number" | "unknown_key" | "key_twice" | "unknown_code" | "unknown_analyte" | "unknown_medicine" | "no_medicine" | "no_result" | "newer_set_aside" | "doubted" | "missing" | "unit_missing" | "unit_not_accepted" | "finding_as_amount" | "amount_as_finding" | "out_of_range" | "not_a_quantity" | "impossible" | "unlikely" | "not_an_interval" | "wrong_sort" | "said_two_ways" | "irls_scores" | "planned_and_taken" | "not_a_limit" | "limits_out_of_order" | "grey_zone_without_low" | "limit_not_credible" | "limits_of_another_unit" | "results_contradict" | "saturations_disagree" | "two_results_of_one_day" | "day_missing" | "pregnancy_denied" | "weeks_outside_trimester" | "pregnant_male" | "postmenopausal_pregnant" | "postmenopausal_male" | "longer_than_life" | "reflexes_denied" | "mimics_contradict" | "indication_denied" | "medicine_denied" | "not_read_as_fhir" | "answer_not_whole" | "subject_unclear" | "person_is_dead" | "other";
  /** What is wrong with it. */
  message: string;
  /** What was found there. */
  value: string;
}

export interface RuleBook {
  /** What a person does next, each with its need; a book cannot change them. */
  acts?: Array<{
      /** Stable code. */
      act: string;
      /** Acts to be done with it. */
      also: string[];
      /** What can keep it back. */
      bars: Array<{
          /** Acts that find out where it is open. */
          closed_by: string[];
          /** Acts that stand instead where this certainly holds. */
          instead: string[];
          /** When the act is kept back. */
          when: Condition;
        }>;
      /** Facts shown as its reasons. */
      because: string[];
      /** Where it stands. */
      cites: Array<{
          /** Where in it. */
          locator: string;
          /** Id in the bibliography. */
          source: string;
        }>;
      /** Acts that settle its need. */
      decided_by: string[];
      /** A diagnosis that is not met forbids it. */
      for_rls: boolean;
      /** Iron, by which route; left out where it gives none. */
      gives?: string;
      /** What sort of act. */
      kind: "act_on_result" | "treat_now" | "stop" | "precaution" | "review" | "treat" | "refer" | "ask" | "test" | "mind";
      /** What leads to it. */
      need: Condition;
      /** The medicine that it offers; left out where it offers none. */
      offers?: string;
      /** Tables that speak of it. */
      said_by: Array<{
          /** Those that say so. */
          answers: AnswerCode[];
          guideline: string;
          question: QuestionId;
        }>;
      /** In words. */
      text: string;
      /** Not beside one of these. */
      unless: string[];
    }>;
  /** The questions that close what is open; a book cannot change them. */
  asks?: Array<{
      /** What the answer tells. */
      facts: string[];
      /** In few words. */
      short: string;
      /** As a sentence. */
      text: string;
      /** Its act is `ask:` and this. */
      topic: string;
    }>;
  /** Version of the library that wrote it. */
  ekbom: string;
  /** What rules may ask. */
  facts?: Array<{
      /** Which part of a patient it comes from. */
      group?: "person" | "laboratory" | "symptoms" | "history" | "medicines" | "sample";
      id: FactId;
      kind: "flag" | "choice" | "number" | "measured" | "by_sex";
      /** In words. */
      label: string;
      /** Which of its laboratory's limits must be given to hold a result against them. */
      laboratory_limits?: "low" | "high" | "both";
      /** A medicine of this class makes it true. */
      medicine_class?: string;
      /** Codes of its values. */
      options?: string[];
      /** All it can be, from and to. */
      range?: number[];
      /** All it can be in the second unit. */
      second_range?: number[];
      /** A second unit in which guidelines print limits of their own. */
      second_unit?: string;
      /** UCUM unit. */
      unit?: string;
    }>;
  /** Fingerprint of the tables. */
  hash: string;
  /** The medicines that stand behind what is offered. */
  offers?: Array<{
      /** What is offered. */
      action: string;
      /** Those it stands for. */
      medicines: string[];
    }>;
  /** What to mind about medicines; a book cannot change them. */
  precautions?: Array<{
      /** What is offered of which it speaks. */
      actions: string[];
      /** Of whom it is said without any medicine: what it concerns. */
      anyone?: string;
      /** Where it stands. */
      cites: Array<{
          /** Where in it. */
          locator: string;
          /** Id in the bibliography. */
          source: string;
        }>;
      /** Stable id. */
      id: string;
      /** Those of which it speaks. */
      medicines: string[];
      /** Of what is offered or planned; left out where it does not speak of that. */
      offered?: "urgent" | "stop" | "caution" | "note";
      /** Not said while it is open. */
      quiet: boolean;
      /** In words. */
      says: string;
      /** Of what is taken; left out where it does not speak of that. */
      taken?: "urgent" | "stop" | "caution" | "note";
      /** Urgent of what is taken where this certainly holds. */
      urgent_where?: Condition;
      /** How far it was checked. */
      verification: Verification;
      when: Asks;
      /** What it keeps back where it certainly holds. */
      withholds?: "offer" | "advice_against";
      /** Keeps it back only where this certainly holds too. */
      withholds_where?: Condition;
    }>;
  /** What they answer. */
  questions?: Array<{
      answers: Array<{
          code: AnswerCode;
          meaning: string;
        }>;
      /** Pairs of sets of answers that do not contradict each other. */
      compatible: AnswerCode[][][];
      id: QuestionId;
      /** In words. */
      title: string;
    }>;
  /** What a clinician calls the sources that rules cite. */
  sources?: Array<{
      doi?: string;
      /** As rules cite it. */
      id: string;
      /** What it is. */
      kind: "guideline" | "label" | "agency_notice" | "trial" | "study" | "review" | "laboratory_manual" | "survey" | "instrument" | "reference_data" | "page" | "ai_page" | "forum";
      /** Authors and year, or the body. */
      name: string;
      title: string;
      year?: number;
    }>;
  /** In order: one may ask the answer of another that stands before it. */
  tables: Array<{
      /** Id of the guideline. */
      guideline: string;
      /** In words. */
      guideline_title: string;
      question: QuestionId;
      /** The first that applies answers. */
      rules: Array<{
          /** More than one where the source leaves it open. */
          answers: AnswerCode[];
          /** Where it stands. */
          cites: Array<{
              /** Where in it. */
              locator: string;
              /** Id in the bibliography. */
              source: string;
            }>;
          flags: Array<{
              /** Stable code. */
              code: string;
              /** Raised unless this certainly holds. */
              unless?: Condition;
              /** Raised when this certainly holds. */
              when?: Condition;
            }>;
          /** How strongly an action is recommended. */
          grades: Array<{
              /** Of what it speaks. */
              action: string;
              /** Of the evidence; may be empty. */
              certainty: string;
              /** In the guideline's grade; may be empty. */
              strength: string;
            }>;
          /** Guideline/question/name */
          id: string;
          /** For the reader; may be empty. */
          note: string;
          /** How far it was checked against its sources. */
          verification: Verification;
          /** When it applies, if no rule before it does. */
          when: Condition;
        }>;
      /** Asked always, or only on request. */
      standing: "current" | "on_request";
    }>;
  /** Version of the knowledge. */
  version: string;
}

export type Condition = {
    always: true;
  } | {
    all: Condition[];
  } | {
    any: Condition[];
  } | {
    not: Condition;
  } | {
    answer_of: {
      guideline: string;
      in: AnswerCode[];
      question: QuestionId;
    };
  } | {
    fact: FactId;
    is: string[];
  } | {
    fact: FactId;
    reported: boolean;
  } | {
    against_laboratory_limits: Array<"not_given" | "low" | "grey" | "in_range" | "high">;
    fact: FactId;
  } | {
    /** < */
    below: number;
    fact: FactId;
    guarded?: true;
    /** The limit printed in another unit. */
    if_reported_in?: {
      limit: number;
      unit: string;
    };
    /** The fact's unit. */
    unit: string;
  } | {
    /** <= */
    at_most: number;
    fact: FactId;
    guarded?: true;
    /** The limit printed in another unit. */
    if_reported_in?: {
      limit: number;
      unit: string;
    };
    /** The fact's unit. */
    unit: string;
  } | {
    /** >= */
    at_least: number;
    fact: FactId;
    guarded?: true;
    /** The limit printed in another unit. */
    if_reported_in?: {
      limit: number;
      unit: string;
    };
    /** The fact's unit. */
    unit: string;
  } | {
    /** > */
    above: number;
    fact: FactId;
    guarded?: true;
    /** The limit printed in another unit. */
    if_reported_in?: {
      limit: number;
      unit: string;
    };
    /** The fact's unit. */
    unit: string;
  };

export type Asks = {
    facts: Condition;
  } | {
    /** One of these is taken; the medicine in question counts. */
    taking: string[];
  } | {
    /** One of these is taken already; the medicine in question does not count. */
    taking_already: string[];
  } | {
    taking_within: {
      /** At most so many ago. */
      days: number;
      of: string[];
    };
  } | {
    /** One of these was taken and is stopped. */
    stopped: string[];
  } | {
    stopped_within: {
      /** At most so many ago. */
      days: number;
      of: string[];
    };
  } | {
    /** It holds unless this certainly does. */
    unless: Condition;
  } | {
    /** What is offered is taken already. */
    taken_itself: boolean;
  } | {
    several: {
      /** So many different ones. */
      least: number;
      of: string[];
    };
  } | {
    all: Asks[];
  } | {
    any: Asks[];
  };
