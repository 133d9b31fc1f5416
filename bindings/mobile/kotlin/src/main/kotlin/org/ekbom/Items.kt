// Written by ekbom-mobile-generate from the core; a test compares. Do not edit.
package org.ekbom

import java.io.Serializable
import org.ekbom.generated.StatedChoice
import org.ekbom.generated.StatedFlag
import org.ekbom.generated.StatedNumber

/** Symptoms and signs. What is not said stays unknown, unless the group is declared complete. */
public data class Symptoms(
    /** Urge to move the legs. */
    val urgeToMove: Boolean? = null,
    /** Begins or worsens at rest. */
    val worseAtRest: Boolean? = null,
    /** Relieved by movement (now, or earlier if now very severe). */
    val relievedByMovement: Boolean? = null,
    /** Worse in the evening or at night (now, or earlier if now very severe). */
    val worseInEvening: Boolean? = null,
    /** Conditions that look like restless legs. */
    val mimics: Mimics? = null,
    /** Symptoms per week. */
    val timesPerWeek: Double? = null,
    /** Episodes in a lifetime. */
    val lifetimeEvents: Double? = null,
    /** Duration of symptoms, in months. */
    val durationMonths: Double? = null,
    /** Distress from symptoms. */
    val distress: Distress? = null,
    /** Impairment by symptoms. */
    val impairment: Boolean? = null,
    /** IRLS total score. */
    val irlsTotal: Int? = null,
    /** Scores of the ten items of the IRLS rating scale, instead of their total. */
    val irlsItems: List<Int>? = null,
    /** Arms involved. */
    val armsInvolved: Boolean? = null,
    /** Paraesthesia. */
    val paraesthesia: Boolean? = null,
    /** Numbness. */
    val numbness: Boolean? = null,
    /** Muscle weakness. */
    val muscleWeakness: Boolean? = null,
    /** Abnormal reflexes. */
    val abnormalReflexes: Boolean? = null,
    /** Gait disturbance. */
    val gaitDisturbance: Boolean? = null,
    /** Impaired position or vibration sense. */
    val impairedPositionOrVibration: Boolean? = null,
    /** Cognitive change. */
    val cognitiveChange: Boolean? = null,
    /** Visual change. */
    val visualChange: Boolean? = null,
    /** Glossitis. */
    val glossitis: Boolean? = null,
    /** Fatigue. */
    val fatigue: Boolean? = null,
    /** Depression. */
    val depression: Boolean? = null,
    /** Days with symptoms in the last week. */
    val symptomDaysLastWeek: Double? = null,
    /** Hours by which symptoms begin earlier than before treatment. */
    val hoursEarlier: Double? = null,
    /** Shorter latency to symptoms at rest. */
    val shorterLatency: Boolean? = null,
    /** Spread to other parts of the body. */
    val spread: Boolean? = null,
    /** Greater intensity. */
    val greaterIntensity: Boolean? = null,
    /** Shorter relief from treatment. */
    val shorterRelief: Boolean? = null,
    /** Worse after a higher dose and better after a lower one. */
    val paradoxicalResponse: Boolean? = null,
    /** Earlier response to dopaminergic treatment. */
    val previousResponse: Boolean? = null,
    /** Worsening explained by something else. */
    val explainedOtherwise: Boolean? = null,
    /** Fever. */
    val fever: Boolean? = null,
    /** Drowsiness. */
    val drowsiness: Boolean? = null,
    /** Confusion. */
    val confusion: Boolean? = null,
    /** Myoclonus. */
    val myoclonus: Boolean? = null,
    /** Falls. */
    val falls: Boolean? = null,
    /** Inner restlessness. */
    val innerRestlessness: Boolean? = null,
    /** Extensor plantar responses. */
    val extensorPlantars: Boolean? = null,
    /** Constipation. */
    val constipation: Boolean? = null,
    /** Discomfort from one posture, which ends with a change of position, as an explanation of the symptoms. */
    val mimicPositional: Mimics? = null,
    /** Leg cramps, as an explanation of the symptoms. */
    val mimicCramps: Mimics? = null,
    /** Habitual foot tapping, as an explanation of the symptoms. */
    val mimicFootTapping: Mimics? = null,
    /** Peripheral neuropathy, as an explanation of the symptoms. */
    val mimicNeuropathy: Mimics? = null,
    /** Radiculopathy, as an explanation of the symptoms. */
    val mimicRadiculopathy: Mimics? = null,
    /** Arthritis, as an explanation of the symptoms. */
    val mimicArthritis: Mimics? = null,
    /** Venous disease of the legs, as an explanation of the symptoms. */
    val mimicVenous: Mimics? = null,
    /** Claudication, as an explanation of the symptoms. */
    val mimicClaudication: Mimics? = null,
    /** Akathisia, as an explanation of the symptoms. */
    val mimicAkathisia: Mimics? = null,
    /** Hypotensive akathisia, as an explanation of the symptoms. */
    val mimicHypotensiveAkathisia: Mimics? = null,
    /** Myalgia, as an explanation of the symptoms. */
    val mimicMyalgia: Mimics? = null,
    /** Painful legs and moving toes, orthostatic tremor or leg stereotypy, as an explanation of the symptoms. */
    val mimicOtherMovement: Mimics? = null,
) : Serializable {
    internal fun state(flags: MutableList<StatedFlag>, numbers: MutableList<StatedNumber>, choices: MutableList<StatedChoice>) {
        if (urgeToMove != null) flags.add(StatedFlag("urge_to_move", urgeToMove))
        if (worseAtRest != null) flags.add(StatedFlag("worse_at_rest", worseAtRest))
        if (relievedByMovement != null) flags.add(StatedFlag("relieved_by_movement", relievedByMovement))
        if (worseInEvening != null) flags.add(StatedFlag("worse_in_evening", worseInEvening))
        if (timesPerWeek != null) numbers.add(StatedNumber("times_per_week", timesPerWeek))
        if (lifetimeEvents != null) numbers.add(StatedNumber("lifetime_events", lifetimeEvents))
        if (durationMonths != null) numbers.add(StatedNumber("duration_months", durationMonths))
        if (impairment != null) flags.add(StatedFlag("impairment", impairment))
        if (irlsTotal != null) numbers.add(StatedNumber("irls_total", irlsTotal.toDouble()))
        if (armsInvolved != null) flags.add(StatedFlag("arms_involved", armsInvolved))
        if (paraesthesia != null) flags.add(StatedFlag("paraesthesia", paraesthesia))
        if (numbness != null) flags.add(StatedFlag("numbness", numbness))
        if (muscleWeakness != null) flags.add(StatedFlag("muscle_weakness", muscleWeakness))
        if (abnormalReflexes != null) flags.add(StatedFlag("abnormal_reflexes", abnormalReflexes))
        if (gaitDisturbance != null) flags.add(StatedFlag("gait_disturbance", gaitDisturbance))
        if (impairedPositionOrVibration != null) flags.add(StatedFlag("impaired_position_or_vibration", impairedPositionOrVibration))
        if (cognitiveChange != null) flags.add(StatedFlag("cognitive_change", cognitiveChange))
        if (visualChange != null) flags.add(StatedFlag("visual_change", visualChange))
        if (glossitis != null) flags.add(StatedFlag("glossitis", glossitis))
        if (fatigue != null) flags.add(StatedFlag("fatigue", fatigue))
        if (depression != null) flags.add(StatedFlag("depression", depression))
        if (symptomDaysLastWeek != null) numbers.add(StatedNumber("symptom_days_last_week", symptomDaysLastWeek))
        if (hoursEarlier != null) numbers.add(StatedNumber("hours_earlier", hoursEarlier))
        if (shorterLatency != null) flags.add(StatedFlag("shorter_latency", shorterLatency))
        if (spread != null) flags.add(StatedFlag("spread", spread))
        if (greaterIntensity != null) flags.add(StatedFlag("greater_intensity", greaterIntensity))
        if (shorterRelief != null) flags.add(StatedFlag("shorter_relief", shorterRelief))
        if (paradoxicalResponse != null) flags.add(StatedFlag("paradoxical_response", paradoxicalResponse))
        if (previousResponse != null) flags.add(StatedFlag("previous_response", previousResponse))
        if (explainedOtherwise != null) flags.add(StatedFlag("explained_otherwise", explainedOtherwise))
        if (fever != null) flags.add(StatedFlag("fever", fever))
        if (drowsiness != null) flags.add(StatedFlag("drowsiness", drowsiness))
        if (confusion != null) flags.add(StatedFlag("confusion", confusion))
        if (myoclonus != null) flags.add(StatedFlag("myoclonus", myoclonus))
        if (falls != null) flags.add(StatedFlag("falls", falls))
        if (innerRestlessness != null) flags.add(StatedFlag("inner_restlessness", innerRestlessness))
        if (extensorPlantars != null) flags.add(StatedFlag("extensor_plantars", extensorPlantars))
        if (constipation != null) flags.add(StatedFlag("constipation", constipation))
        if (mimicPositional != null) choices.add(StatedChoice("mimic_positional", mimicPositional.code))
        if (mimicCramps != null) choices.add(StatedChoice("mimic_cramps", mimicCramps.code))
        if (mimicFootTapping != null) choices.add(StatedChoice("mimic_foot_tapping", mimicFootTapping.code))
        if (mimicNeuropathy != null) choices.add(StatedChoice("mimic_neuropathy", mimicNeuropathy.code))
        if (mimicRadiculopathy != null) choices.add(StatedChoice("mimic_radiculopathy", mimicRadiculopathy.code))
        if (mimicArthritis != null) choices.add(StatedChoice("mimic_arthritis", mimicArthritis.code))
        if (mimicVenous != null) choices.add(StatedChoice("mimic_venous", mimicVenous.code))
        if (mimicClaudication != null) choices.add(StatedChoice("mimic_claudication", mimicClaudication.code))
        if (mimicAkathisia != null) choices.add(StatedChoice("mimic_akathisia", mimicAkathisia.code))
        if (mimicHypotensiveAkathisia != null) choices.add(StatedChoice("mimic_hypotensive_akathisia", mimicHypotensiveAkathisia.code))
        if (mimicMyalgia != null) choices.add(StatedChoice("mimic_myalgia", mimicMyalgia.code))
        if (mimicOtherMovement != null) choices.add(StatedChoice("mimic_other_movement", mimicOtherMovement.code))
    }
}

/** History and circumstances. What is not said stays unknown, unless the group is declared complete. */
public data class History(
    /** Pregnant, or not. */
    val pregnant: Boolean? = null,
    /** Trimester of a pregnancy; says also that there is one. */
    val trimester: Trimester? = null,
    /** Breastfeeding. */
    val breastfeeding: Boolean? = null,
    /** After the menopause. */
    val postmenopausal: Boolean? = null,
    /** Primary restless legs syndrome. */
    val primaryRls: Boolean? = null,
    /** Symptoms only while provoked (pregnancy, a medicine). */
    val provokedOnly: Boolean? = null,
    /** Periodic limb movement disorder. */
    val plmd: Boolean? = null,
    /** Family history of restless legs syndrome. */
    val familyHistoryRls: Boolean? = null,
    /** Age at onset, in years. */
    val onsetAgeYears: Double? = null,
    /** Dialysis. */
    val dialysis: Boolean? = null,
    /** End-stage renal disease. */
    val esrd: Boolean? = null,
    /** Haemochromatosis. */
    val haemochromatosis: Boolean? = null,
    /** HFE C282Y homozygous. */
    val hfeC282yHomozygous: Boolean? = null,
    /** Iron overload. */
    val ironOverload: Boolean? = null,
    /** Iron overload from transfusions. */
    val transfusionalOverload: Boolean? = null,
    /** Disturbed iron utilisation. */
    val disturbedIronUtilisation: Boolean? = null,
    /** Anaemia not due to iron deficiency. */
    val anaemiaNotIronDeficient: Boolean? = null,
    /** Serious hypersensitivity to any parenteral iron. */
    val ivIronHypersensitivity: Boolean? = null,
    /** Ongoing bacteraemia. */
    val bacteraemia: Boolean? = null,
    /** Acute or chronic infection. */
    val infection: Boolean? = null,
    /** Liver disease in which iron overload plays a part. */
    val liverDiseaseWithOverload: Boolean? = null,
    /** Severe atopy or asthma. */
    val severeAtopy: Boolean? = null,
    /** No improvement after an adequate trial of oral iron. */
    val oralIronFailed: Boolean? = null,
    /** Oral iron not tolerated. */
    val oralIronNotTolerated: Boolean? = null,
    /** Malabsorption of iron. */
    val ironMalabsorption: Boolean? = null,
    /** A faster response is wanted. */
    val fasterResponseWanted: Boolean? = null,
    /** Iron-deficiency anaemia. */
    val ironDeficiencyAnaemia: Boolean? = null,
    /** Refractory restless legs syndrome. */
    val rlsRefractory: Boolean? = null,
    /** Crohn's disease. */
    val crohn: Boolean? = null,
    /** Ulcerative colitis. */
    val ulcerativeColitis: Boolean? = null,
    /** Coeliac disease. */
    val coeliac: Boolean? = null,
    /** Gastrectomy. */
    val gastrectomy: Boolean? = null,
    /** Bariatric surgery. */
    val bariatricSurgery: Boolean? = null,
    /** Resection of the terminal ileum. */
    val ilealResection: Boolean? = null,
    /** Autoimmune gastritis. */
    val autoimmuneGastritis: Boolean? = null,
    /** Pancreatic insufficiency. */
    val pancreaticInsufficiency: Boolean? = null,
    /** Vegan diet. */
    val vegan: Boolean? = null,
    /** Vegetarian diet. */
    val vegetarian: Boolean? = null,
    /** Recreational nitrous oxide. */
    val nitrousOxide: Boolean? = null,
    /** Vitamin B12 replacement. */
    val b12Replacement: Boolean? = null,
    /** Cause of vitamin B12 deficiency. */
    val b12Cause: B12Cause? = null,
    /** Combined oral contraceptive. */
    val combinedContraceptive: Boolean? = null,
    /** Type 1 diabetes. */
    val type1Diabetes: Boolean? = null,
    /** Autoimmune thyroid disease. */
    val autoimmuneThyroid: Boolean? = null,
    /** Sjogren's syndrome. */
    val sjogren: Boolean? = null,
    /** Family history of vitamin B12 deficiency. */
    val familyHistoryB12: Boolean? = null,
    /** Abdominal or pelvic radiotherapy. */
    val abdominalRadiotherapy: Boolean? = null,
    /** Malignancy. */
    val malignancy: Boolean? = null,
    /** Thalassaemia. */
    val thalassaemia: Boolean? = null,
    /** Untreated obstructive sleep apnoea. */
    val untreatedOsa: Boolean? = null,
    /** Alcohol. */
    val alcohol: Boolean? = null,
    /** Caffeine. */
    val caffeine: Boolean? = null,
    /** Earlier ferric carboxymaltose. */
    val fcmBefore: Boolean? = null,
    /** Weeks of pregnancy. */
    val gestationalWeeks: Double? = null,
    /** Could become pregnant. */
    val childbearingPotential: Boolean? = null,
    /** Earlier gestational diabetes. */
    val gestationalDiabetesBefore: Boolean? = null,
    /** Parkinson's disease. */
    val parkinsonsDisease: Boolean? = null,
    /** Psychosis, now or earlier. */
    val psychosis: Boolean? = null,
    /** Bipolar disorder. */
    val bipolarDisorder: Boolean? = null,
    /** Impulse control disorder, now or earlier. */
    val impulseControlDisorder: Boolean? = null,
    /** Suicidal thoughts, now or earlier. */
    val suicidality: Boolean? = null,
    /** Substance use disorder, now or earlier. */
    val substanceUseDisorder: Boolean? = null,
    /** Seizure disorder. */
    val seizureDisorder: Boolean? = null,
    /** Attention deficit hyperactivity disorder. */
    val adhd: Boolean? = null,
    /** Lung disease or impaired breathing. */
    val respiratoryDisease: Boolean? = null,
    /** Treated obstructive sleep apnoea. */
    val osaTreated: Boolean? = null,
    /** Valvular heart disease. */
    val valvularHeartDisease: Boolean? = null,
    /** Corrected QT interval. */
    val qtcMs: Double? = null,
    /** Liver impairment. */
    val liverImpairment: LiverImpairment? = null,
    /** Sickle cell disease. */
    val sickleCellDisease: Boolean? = null,
    /** Myeloproliferative neoplasm. */
    val myeloproliferative: Boolean? = null,
    /** Polycythaemia vera. */
    val polycythaemiaVera: Boolean? = null,
    /** Therapeutic venesection (not blood donation). */
    val venesection: Boolean? = null,
    /** Monoclonal gammopathy. */
    val mgus: Boolean? = null,
    /** Kidney transplant. */
    val kidneyTransplant: Boolean? = null,
    /** Sulfite allergy. */
    val sulfiteAllergy: Boolean? = null,
    /** Narrow-angle glaucoma. */
    val narrowAngleGlaucoma: Boolean? = null,
    /** Melanoma, now or earlier. */
    val melanoma: Boolean? = null,
    /** Magnetic resonance imaging planned. */
    val mriPlanned: Boolean? = null,
    /** Heart valves seen by echocardiogram in the last year. */
    val echocardiogramLastYear: Boolean? = null,
    /** An infant fed by breast only. */
    val exclusivelyBreastfedInfant: Boolean? = null,
    /** An infant whose mother has a risk of vitamin B12 deficiency. */
    val motherB12Risk: Boolean? = null,
    /** Nitrous oxide as an anaesthetic. */
    val nitrousOxideAnaesthesia: NitrousOxideAnaesthesia? = null,
    /** Days since the last intravenous iron. */
    val ivIronDaysAgo: Double? = null,
    /** Product of the last intravenous iron. */
    val ivIronProduct: IvIronProduct? = null,
    /** Days since the last transfusion of red cells. */
    val transfusionDaysAgo: Double? = null,
) : Serializable {
    internal fun state(flags: MutableList<StatedFlag>, numbers: MutableList<StatedNumber>, choices: MutableList<StatedChoice>) {
        if (breastfeeding != null) flags.add(StatedFlag("breastfeeding", breastfeeding))
        if (postmenopausal != null) flags.add(StatedFlag("postmenopausal", postmenopausal))
        if (primaryRls != null) flags.add(StatedFlag("primary_rls", primaryRls))
        if (provokedOnly != null) flags.add(StatedFlag("provoked_only", provokedOnly))
        if (plmd != null) flags.add(StatedFlag("plmd", plmd))
        if (familyHistoryRls != null) flags.add(StatedFlag("family_history_rls", familyHistoryRls))
        if (onsetAgeYears != null) numbers.add(StatedNumber("onset_age_years", onsetAgeYears))
        if (dialysis != null) flags.add(StatedFlag("dialysis", dialysis))
        if (esrd != null) flags.add(StatedFlag("esrd", esrd))
        if (haemochromatosis != null) flags.add(StatedFlag("haemochromatosis", haemochromatosis))
        if (hfeC282yHomozygous != null) flags.add(StatedFlag("hfe_c282y_homozygous", hfeC282yHomozygous))
        if (ironOverload != null) flags.add(StatedFlag("iron_overload", ironOverload))
        if (transfusionalOverload != null) flags.add(StatedFlag("transfusional_overload", transfusionalOverload))
        if (disturbedIronUtilisation != null) flags.add(StatedFlag("disturbed_iron_utilisation", disturbedIronUtilisation))
        if (anaemiaNotIronDeficient != null) flags.add(StatedFlag("anaemia_not_iron_deficient", anaemiaNotIronDeficient))
        if (ivIronHypersensitivity != null) flags.add(StatedFlag("iv_iron_hypersensitivity", ivIronHypersensitivity))
        if (bacteraemia != null) flags.add(StatedFlag("bacteraemia", bacteraemia))
        if (infection != null) flags.add(StatedFlag("infection", infection))
        if (liverDiseaseWithOverload != null) flags.add(StatedFlag("liver_disease_with_overload", liverDiseaseWithOverload))
        if (severeAtopy != null) flags.add(StatedFlag("severe_atopy", severeAtopy))
        if (oralIronFailed != null) flags.add(StatedFlag("oral_iron_failed", oralIronFailed))
        if (oralIronNotTolerated != null) flags.add(StatedFlag("oral_iron_not_tolerated", oralIronNotTolerated))
        if (ironMalabsorption != null) flags.add(StatedFlag("iron_malabsorption", ironMalabsorption))
        if (fasterResponseWanted != null) flags.add(StatedFlag("faster_response_wanted", fasterResponseWanted))
        if (ironDeficiencyAnaemia != null) flags.add(StatedFlag("iron_deficiency_anaemia", ironDeficiencyAnaemia))
        if (rlsRefractory != null) flags.add(StatedFlag("rls_refractory", rlsRefractory))
        if (crohn != null) flags.add(StatedFlag("crohn", crohn))
        if (ulcerativeColitis != null) flags.add(StatedFlag("ulcerative_colitis", ulcerativeColitis))
        if (coeliac != null) flags.add(StatedFlag("coeliac", coeliac))
        if (gastrectomy != null) flags.add(StatedFlag("gastrectomy", gastrectomy))
        if (bariatricSurgery != null) flags.add(StatedFlag("bariatric_surgery", bariatricSurgery))
        if (ilealResection != null) flags.add(StatedFlag("ileal_resection", ilealResection))
        if (autoimmuneGastritis != null) flags.add(StatedFlag("autoimmune_gastritis", autoimmuneGastritis))
        if (pancreaticInsufficiency != null) flags.add(StatedFlag("pancreatic_insufficiency", pancreaticInsufficiency))
        if (vegan != null) flags.add(StatedFlag("vegan", vegan))
        if (vegetarian != null) flags.add(StatedFlag("vegetarian", vegetarian))
        if (nitrousOxide != null) flags.add(StatedFlag("nitrous_oxide", nitrousOxide))
        if (b12Replacement != null) flags.add(StatedFlag("b12_replacement", b12Replacement))
        if (combinedContraceptive != null) flags.add(StatedFlag("combined_contraceptive", combinedContraceptive))
        if (type1Diabetes != null) flags.add(StatedFlag("type1_diabetes", type1Diabetes))
        if (autoimmuneThyroid != null) flags.add(StatedFlag("autoimmune_thyroid", autoimmuneThyroid))
        if (sjogren != null) flags.add(StatedFlag("sjogren", sjogren))
        if (familyHistoryB12 != null) flags.add(StatedFlag("family_history_b12", familyHistoryB12))
        if (abdominalRadiotherapy != null) flags.add(StatedFlag("abdominal_radiotherapy", abdominalRadiotherapy))
        if (malignancy != null) flags.add(StatedFlag("malignancy", malignancy))
        if (thalassaemia != null) flags.add(StatedFlag("thalassaemia", thalassaemia))
        if (untreatedOsa != null) flags.add(StatedFlag("untreated_osa", untreatedOsa))
        if (alcohol != null) flags.add(StatedFlag("alcohol", alcohol))
        if (caffeine != null) flags.add(StatedFlag("caffeine", caffeine))
        if (fcmBefore != null) flags.add(StatedFlag("fcm_before", fcmBefore))
        if (gestationalWeeks != null) numbers.add(StatedNumber("gestational_weeks", gestationalWeeks))
        if (childbearingPotential != null) flags.add(StatedFlag("childbearing_potential", childbearingPotential))
        if (gestationalDiabetesBefore != null) flags.add(StatedFlag("gestational_diabetes_before", gestationalDiabetesBefore))
        if (parkinsonsDisease != null) flags.add(StatedFlag("parkinsons_disease", parkinsonsDisease))
        if (psychosis != null) flags.add(StatedFlag("psychosis", psychosis))
        if (bipolarDisorder != null) flags.add(StatedFlag("bipolar_disorder", bipolarDisorder))
        if (impulseControlDisorder != null) flags.add(StatedFlag("impulse_control_disorder", impulseControlDisorder))
        if (suicidality != null) flags.add(StatedFlag("suicidality", suicidality))
        if (substanceUseDisorder != null) flags.add(StatedFlag("substance_use_disorder", substanceUseDisorder))
        if (seizureDisorder != null) flags.add(StatedFlag("seizure_disorder", seizureDisorder))
        if (adhd != null) flags.add(StatedFlag("adhd", adhd))
        if (respiratoryDisease != null) flags.add(StatedFlag("respiratory_disease", respiratoryDisease))
        if (osaTreated != null) flags.add(StatedFlag("osa_treated", osaTreated))
        if (valvularHeartDisease != null) flags.add(StatedFlag("valvular_heart_disease", valvularHeartDisease))
        if (qtcMs != null) numbers.add(StatedNumber("qtc_ms", qtcMs))
        if (liverImpairment != null) choices.add(StatedChoice("liver_impairment", liverImpairment.code))
        if (sickleCellDisease != null) flags.add(StatedFlag("sickle_cell_disease", sickleCellDisease))
        if (myeloproliferative != null) flags.add(StatedFlag("myeloproliferative", myeloproliferative))
        if (polycythaemiaVera != null) flags.add(StatedFlag("polycythaemia_vera", polycythaemiaVera))
        if (venesection != null) flags.add(StatedFlag("venesection", venesection))
        if (mgus != null) flags.add(StatedFlag("mgus", mgus))
        if (kidneyTransplant != null) flags.add(StatedFlag("kidney_transplant", kidneyTransplant))
        if (sulfiteAllergy != null) flags.add(StatedFlag("sulfite_allergy", sulfiteAllergy))
        if (narrowAngleGlaucoma != null) flags.add(StatedFlag("narrow_angle_glaucoma", narrowAngleGlaucoma))
        if (melanoma != null) flags.add(StatedFlag("melanoma", melanoma))
        if (mriPlanned != null) flags.add(StatedFlag("mri_planned", mriPlanned))
        if (echocardiogramLastYear != null) flags.add(StatedFlag("echocardiogram_last_year", echocardiogramLastYear))
        if (exclusivelyBreastfedInfant != null) flags.add(StatedFlag("exclusively_breastfed_infant", exclusivelyBreastfedInfant))
        if (motherB12Risk != null) flags.add(StatedFlag("mother_b12_risk", motherB12Risk))
        if (nitrousOxideAnaesthesia != null) choices.add(StatedChoice("nitrous_oxide_anaesthesia", nitrousOxideAnaesthesia.code))
        if (ivIronDaysAgo != null) numbers.add(StatedNumber("iv_iron_days_ago", ivIronDaysAgo))
        if (ivIronProduct != null) choices.add(StatedChoice("iv_iron_product", ivIronProduct.code))
        if (transfusionDaysAgo != null) numbers.add(StatedNumber("transfusion_days_ago", transfusionDaysAgo))
    }
}
