// Written by ekbom-mobile-generate from the core; a test compares. Do not edit.
package org.ekbom

/** A clinical question. */
public enum class Question(override val code: String) : Subject {
    /** Are the diagnostic criteria of restless legs syndrome met? */
    RLS_DIAGNOSIS("rls.diagnosis"),
    /** Which course do the symptoms take? */
    RLS_COURSE("rls.course"),
    /** Are the symptoms clinically relevant? */
    RLS_RELEVANCE("rls.relevance"),
    /** How severe are the symptoms? */
    RLS_SEVERITY("rls.severity"),
    /** Does the onset suggest a secondary form? */
    RLS_ONSET_PATTERN("rls.onset_pattern"),
    /** Has dopaminergic treatment brought augmentation? */
    RLS_AUGMENTATION("rls.augmentation"),
    /** Does a medicine make restless legs worse? */
    RLS_EXACERBATING_MEDICINE("rls.exacerbating_medicine"),
    /** Does something else make restless legs worse? */
    RLS_EXACERBATING_FACTOR("rls.exacerbating_factor"),
    /** If this is restless legs syndrome: should iron be given, and by which route? */
    IRON_THERAPY("iron.therapy"),
    /** Is there a reason not to give iron for restless legs? */
    IRON_SAFETY("iron.safety"),
    /** Is there iron deficiency? */
    IRON_DEFICIENCY("iron.deficiency"),
    /** Is there iron overload, or should haemochromatosis be tested for? */
    IRON_OVERLOAD("iron.overload"),
    /** What does the first-line vitamin B12 test say? */
    B12_FIRST_LINE("b12.first_line"),
    /** What do the first and second-line vitamin B12 tests say together? */
    B12_STATUS("b12.status"),
    /** Should vitamin B12 be tested? */
    B12_WHOM_TO_TEST("b12.whom_to_test"),
    /** If vitamin B12 is deficient: by which route should it be replaced? */
    B12_TREATMENT("b12.treatment"),
    /** Could vitamin B12 deficiency contribute to restless legs? */
    B12_CONTRIBUTION("b12.contribution"),
    /** Is there folate deficiency? */
    FOLATE_STATUS("folate.status"),
    /** Is there anaemia? */
    BLOOD_ANAEMIA("blood.anaemia"),
    /** Are the red cells large? */
    BLOOD_MACROCYTOSIS("blood.macrocytosis"),
    /** Which category of glomerular filtration rate? */
    KIDNEY_STAGE("kidney.stage"),
    /** Which category of albuminuria? */
    KIDNEY_ALBUMINURIA("kidney.albuminuria"),
    /** Could restless legs be uraemic? */
    KIDNEY_URAEMIC_RLS("kidney.uraemic_rls"),
    /** Where does thyrotropin lie in its laboratory's interval? */
    THYROID("thyroid"),
    /** Where does calcium, as reported, lie in its laboratory's interval? */
    CALCIUM("calcium"),
    /** Where does sodium lie in its laboratory's interval? */
    ELECTROLYTES_SODIUM("electrolytes.sodium"),
    /** Where does potassium lie in its laboratory's interval? */
    ELECTROLYTES_POTASSIUM("electrolytes.potassium"),
    /** Where does magnesium lie in its laboratory's interval? */
    ELECTROLYTES_MAGNESIUM("electrolytes.magnesium"),
    /** Where does phosphate lie in its laboratory's interval? */
    ELECTROLYTES_PHOSPHATE("electrolytes.phosphate"),
    /** Where does glycated haemoglobin lie? */
    GLYCAEMIA("glycaemia"),
    /** If this is restless legs syndrome: what is said of gabapentin enacarbil? */
    TREATMENT_GABAPENTIN_ENACARBIL("treatment.gabapentin_enacarbil"),
    /** If this is restless legs syndrome: what is said of gabapentin? */
    TREATMENT_GABAPENTIN("treatment.gabapentin"),
    /** If this is restless legs syndrome: what is said of pregabalin? */
    TREATMENT_PREGABALIN("treatment.pregabalin"),
    /** If this is restless legs syndrome: what is said of intravenous ferric carboxymaltose? */
    TREATMENT_FERRIC_CARBOXYMALTOSE("treatment.ferric_carboxymaltose"),
    /** If this is restless legs syndrome: what is said of intravenous low-molecular-weight iron dextran? */
    TREATMENT_IRON_DEXTRAN("treatment.iron_dextran"),
    /** If this is restless legs syndrome: what is said of intravenous ferumoxytol? */
    TREATMENT_FERUMOXYTOL("treatment.ferumoxytol"),
    /** If this is restless legs syndrome: what is said of oral ferrous sulfate? */
    TREATMENT_FERROUS_SULFATE("treatment.ferrous_sulfate"),
    /** If this is restless legs syndrome: what is said of intravenous iron sucrose? */
    TREATMENT_IRON_SUCROSE("treatment.iron_sucrose"),
    /** If this is restless legs syndrome: what is said of dipyridamole? */
    TREATMENT_DIPYRIDAMOLE("treatment.dipyridamole"),
    /** If this is restless legs syndrome: what is said of extended-release oxycodone and other opioids? */
    TREATMENT_OPIOIDS("treatment.opioids"),
    /** If this is restless legs syndrome: what is said of bilateral high-frequency peroneal nerve stimulation? */
    TREATMENT_PERONEAL_NERVE_STIMULATION("treatment.peroneal_nerve_stimulation"),
    /** If this is restless legs syndrome: what is said of vitamin C? */
    TREATMENT_VITAMIN_C("treatment.vitamin_c"),
    /** If this is restless legs syndrome: what is said of levodopa? */
    TREATMENT_LEVODOPA("treatment.levodopa"),
    /** If this is restless legs syndrome: what is said of pramipexole? */
    TREATMENT_PRAMIPEXOLE("treatment.pramipexole"),
    /** If this is restless legs syndrome: what is said of transdermal rotigotine? */
    TREATMENT_ROTIGOTINE("treatment.rotigotine"),
    /** If this is restless legs syndrome: what is said of ropinirole? */
    TREATMENT_ROPINIROLE("treatment.ropinirole"),
    /** If this is restless legs syndrome: what is said of cabergoline? */
    TREATMENT_CABERGOLINE("treatment.cabergoline"),
    /** If this is restless legs syndrome: what is said of pergolide? */
    TREATMENT_PERGOLIDE("treatment.pergolide"),
    /** If this is restless legs syndrome: what is said of bupropion as a treatment of restless legs? */
    TREATMENT_BUPROPION("treatment.bupropion"),
    /** If this is restless legs syndrome: what is said of carbamazepine? */
    TREATMENT_CARBAMAZEPINE("treatment.carbamazepine"),
    /** If this is restless legs syndrome: what is said of clonazepam? */
    TREATMENT_CLONAZEPAM("treatment.clonazepam"),
    /** If this is restless legs syndrome: what is said of triazolam? */
    TREATMENT_TRIAZOLAM("treatment.triazolam"),
    /** If this is restless legs syndrome: what is said of valproic acid? */
    TREATMENT_VALPROIC_ACID("treatment.valproic_acid"),
    /** If this is restless legs syndrome: what is said of valerian? */
    TREATMENT_VALERIAN("treatment.valerian"),
    /** If this is restless legs syndrome: what is said of clonidine? */
    TREATMENT_CLONIDINE("treatment.clonidine"),
    /** If this is restless legs syndrome: what is said of pneumatic compression? */
    TREATMENT_PNEUMATIC_COMPRESSION("treatment.pneumatic_compression"),
    /** If this is restless legs syndrome: what is said of near-infrared light? */
    TREATMENT_NEAR_INFRARED("treatment.near_infrared"),
    /** If this is restless legs syndrome: what is said of repetitive transcranial magnetic stimulation? */
    TREATMENT_RTMS("treatment.rtms"),
    /** If this is restless legs syndrome: what is said of exercise? */
    TREATMENT_EXERCISE("treatment.exercise"),
    ;

    override val textSet: String get() = "question"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Question? = byCode[code]
    }
}

/** A guideline, or another named authority for an answer. */
public enum class Guideline(override val code: String) : DisplayCode {
    /** International Restless Legs Syndrome Study Group, consensus criteria 2014 */
    IRLSSG_2014("irlssg-2014"),
    /** Clinical relevance as epidemiological studies define it */
    EPIDEMIOLOGY("epidemiology"),
    /** Diagnostic and Statistical Manual of Mental Disorders, fifth edition */
    DSM_5("dsm-5"),
    /** IRLS rating scale, conventional bands */
    IRLS_2003("irls-2003"),
    /** Founding article (machine-written page) */
    ARTICLE("article"),
    /** Max Planck Institute criteria of augmentation 2007 */
    MPI_2007("mpi-2007"),
    /** American Academy of Sleep Medicine 2025 */
    AASM_2025("aasm-2025"),
    /** World Health Organization 2024 */
    WHO_2024("who-2024"),
    /** Common usage */
    COMMON("common"),
    /** Safety rules of this library */
    EKBOM_SAFETY("ekbom-safety"),
    /** International Restless Legs Syndrome Study Group, iron task force 2018 */
    IRLSSG_2018("irlssg-2018"),
    /** Mayo Clinic and RLS Foundation, updated algorithm 2021 */
    MAYO_2021("mayo-2021"),
    /** American Academy of Neurology 2016 */
    AAN_2016("aan-2016"),
    /** NICE Clinical Knowledge Summary, restless legs syndrome */
    NICE_CKS("nice-cks"),
    /** European Crohn's and Colitis Organisation 2015 */
    ECCO_2015("ecco-2015"),
    /** World Health Organization 2020, ferritin */
    WHO_2020("who-2020"),
    /** American Gastroenterological Association 2020 */
    AGA_2020("aga-2020"),
    /** KDIGO 2026, anaemia in chronic kidney disease */
    KDIGO_2026("kdigo-2026"),
    /** British Society for Haematology 2013, functional iron deficiency */
    BSH_2013_FUNCTIONAL("bsh-2013-functional"),
    /** European Association for the Study of the Liver 2022, haemochromatosis */
    EASL_2022("easl-2022"),
    /** American Association for the Study of Liver Diseases 2011 */
    AASLD_2011("aasld-2011"),
    /** NICE guideline NG239 (2024) */
    NICE_NG239("nice-ng239"),
    /** American Academy of Family Physicians, review 2025 */
    AAFP_2025("aafp-2025"),
    /** The laboratory's own limits */
    LABORATORY("laboratory"),
    /** British Society for Haematology 2014 */
    BSH_2014("bsh-2014"),
    /** American Academy of Family Physicians, review 2017 (superseded) */
    AAFP_2017("aafp-2017"),
    /** Conclusions of this library from several sources */
    EKBOM_SYNTHESIS("ekbom-synthesis"),
    /** World Health Organization, folate concentrations */
    WHO_FOLATE("who-folate"),
    /** Pfeiffer 2016, limits of folate matched to the assay */
    PFEIFFER_2016("pfeiffer-2016"),
    /** KDIGO 2024 */
    KDIGO("kdigo"),
    /** American Diabetes Association, Standards of Care */
    ADA("ada"),
    /** NICE, bands of glycated haemoglobin */
    NICE("nice"),
    /** EFNS, ENS and ESRS guideline 2012 */
    EFNS_2012("efns-2012"),
    /** American Academy of Sleep Medicine 2012 (superseded) */
    AASM_2012("aasm-2012"),
    /** German S2k guideline 2022 (DGN, DGSM) */
    S2K_2022("s2k-2022"),
    /** Canadian Pharmacists Association 2023, restless legs syndrome */
    CPS_2023("cps-2023"),
    ;

    override val textSet: String get() = "guideline"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Guideline? = byCode[code]
    }
}

/** A treatment on which a guideline takes a position. */
public enum class Treatment(override val code: String) : DisplayCode {
    /** Gabapentin enacarbil */
    GABAPENTIN_ENACARBIL("gabapentin_enacarbil"),
    /** Gabapentin */
    GABAPENTIN("gabapentin"),
    /** Pregabalin */
    PREGABALIN("pregabalin"),
    /** Intravenous ferric carboxymaltose */
    FERRIC_CARBOXYMALTOSE("ferric_carboxymaltose"),
    /** Intravenous low-molecular-weight iron dextran */
    IRON_DEXTRAN("iron_dextran"),
    /** Intravenous ferumoxytol */
    FERUMOXYTOL("ferumoxytol"),
    /** Oral ferrous sulfate */
    FERROUS_SULFATE("ferrous_sulfate"),
    /** Intravenous iron sucrose */
    IRON_SUCROSE("iron_sucrose"),
    /** Dipyridamole */
    DIPYRIDAMOLE("dipyridamole"),
    /** Extended-release oxycodone and other opioids */
    OPIOIDS("opioids"),
    /** Bilateral high-frequency peroneal nerve stimulation */
    PERONEAL_NERVE_STIMULATION("peroneal_nerve_stimulation"),
    /** Vitamin C */
    VITAMIN_C("vitamin_c"),
    /** Levodopa */
    LEVODOPA("levodopa"),
    /** Pramipexole */
    PRAMIPEXOLE("pramipexole"),
    /** Transdermal rotigotine */
    ROTIGOTINE("rotigotine"),
    /** Ropinirole */
    ROPINIROLE("ropinirole"),
    /** Cabergoline */
    CABERGOLINE("cabergoline"),
    /** Pergolide */
    PERGOLIDE("pergolide"),
    /** Bupropion as a treatment of restless legs */
    BUPROPION("bupropion"),
    /** Carbamazepine */
    CARBAMAZEPINE("carbamazepine"),
    /** Clonazepam */
    CLONAZEPAM("clonazepam"),
    /** Triazolam */
    TRIAZOLAM("triazolam"),
    /** Valproic acid */
    VALPROIC_ACID("valproic_acid"),
    /** Valerian */
    VALERIAN("valerian"),
    /** Clonidine */
    CLONIDINE("clonidine"),
    /** Pneumatic compression */
    PNEUMATIC_COMPRESSION("pneumatic_compression"),
    /** Near-infrared light */
    NEAR_INFRARED("near_infrared"),
    /** Repetitive transcranial magnetic stimulation */
    RTMS("rtms"),
    /** Exercise */
    EXERCISE("exercise"),
    ;

    override val textSet: String get() = "treatment"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Treatment? = byCode[code]
    }
}

/** Something to do, or not to do. */
public enum class Action(override val code: String) : DisplayCode {
    /** Look for haemochromatosis */
    HAEMOCHROMATOSIS_WORKUP("haemochromatosis_workup"),
    /** Oral iron */
    ORAL_IRON("oral_iron"),
    /** Intravenous iron */
    IV_IRON("iv_iron"),
    /** Treat vitamin B12 deficiency */
    B12_TREAT("b12_treat"),
    /** Review a medicine that can worsen restless legs */
    REVIEW_MEDICINE("review_medicine"),
    /** Address what makes restless legs worse */
    ADDRESS_EXACERBATING_FACTOR("address_exacerbating_factor"),
    /** Test vitamin B12 */
    B12_TEST("b12_test"),
    /** Gabapentin enacarbil */
    GABAPENTIN_ENACARBIL("gabapentin_enacarbil"),
    /** Gabapentin */
    GABAPENTIN("gabapentin"),
    /** Pregabalin */
    PREGABALIN("pregabalin"),
    /** Intravenous ferric carboxymaltose */
    FERRIC_CARBOXYMALTOSE("ferric_carboxymaltose"),
    /** Intravenous low-molecular-weight iron dextran */
    IRON_DEXTRAN("iron_dextran"),
    /** Intravenous ferumoxytol */
    FERUMOXYTOL("ferumoxytol"),
    /** Oral ferrous sulfate */
    FERROUS_SULFATE("ferrous_sulfate"),
    /** Intravenous iron sucrose */
    IRON_SUCROSE("iron_sucrose"),
    /** Dipyridamole */
    DIPYRIDAMOLE("dipyridamole"),
    /** Extended-release oxycodone and other opioids */
    OPIOIDS("opioids"),
    /** Bilateral high-frequency peroneal nerve stimulation */
    PERONEAL_NERVE_STIMULATION("peroneal_nerve_stimulation"),
    /** Vitamin C */
    VITAMIN_C("vitamin_c"),
    /** Levodopa */
    LEVODOPA("levodopa"),
    /** Pramipexole */
    PRAMIPEXOLE("pramipexole"),
    /** Transdermal rotigotine */
    ROTIGOTINE("rotigotine"),
    /** Ropinirole */
    ROPINIROLE("ropinirole"),
    /** Cabergoline */
    CABERGOLINE("cabergoline"),
    /** Pergolide */
    PERGOLIDE("pergolide"),
    /** Bupropion as a treatment of restless legs */
    BUPROPION("bupropion"),
    /** Carbamazepine */
    CARBAMAZEPINE("carbamazepine"),
    /** Clonazepam */
    CLONAZEPAM("clonazepam"),
    /** Triazolam */
    TRIAZOLAM("triazolam"),
    /** Valproic acid */
    VALPROIC_ACID("valproic_acid"),
    /** Valerian */
    VALERIAN("valerian"),
    /** Clonidine */
    CLONIDINE("clonidine"),
    /** Pneumatic compression */
    PNEUMATIC_COMPRESSION("pneumatic_compression"),
    /** Near-infrared light */
    NEAR_INFRARED("near_infrared"),
    /** Repetitive transcranial magnetic stimulation */
    RTMS("rtms"),
    /** Exercise */
    EXERCISE("exercise"),
    ;

    override val textSet: String get() = "action"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Action? = byCode[code]
    }
}

/** What an alert is about. */
public enum class AlertCode(override val code: String) : DisplayCode {
    /** A critical result: if its unit is right, somebody must act on it now, before anything else that stands here. */
    CRITICAL_RESULT("critical_result"),
    /** Neurological signs that restless legs do not explain, and vitamin B12 deficiency is not ruled out: do not delay treatment while waiting for results. */
    URGENT_NEUROLOGICAL_B12("urgent_neurological_b12"),
    /** Under two years with low vitamin B12 or haemoglobin below 70 g/L: to a paediatrician the same day. */
    INFANT_URGENT("infant_urgent"),
    /** A guideline would give iron, but a safety rule forbids it. */
    IRON_WITHHELD("iron_withheld"),
    /** Measure transferrin saturation before giving iron: at 45 % or more iron is not given. */
    CHECK_TSAT_BEFORE_IRON("check_tsat_before_iron"),
    /** Before giving iron confirm that there is no haemochromatosis, iron overload or other stated reason against it. */
    CONFIRM_NO_IRON_OVERLOAD("confirm_no_iron_overload"),
    /** Whether iron is safe is not yet determined. */
    IRON_SAFETY_OPEN("iron_safety_open"),
    /** A result lies far outside what is usual, whatever the patient came for: find out why. */
    RESULT_FAR_OUT("result_far_out"),
    /** Too many red cells, or polycythaemia vera: no iron for restless legs until a haematologist has seen it. Where blood is let on purpose, little iron is the aim. */
    ERYTHROCYTOSIS("erythrocytosis"),
    /** An infection in which iron waits, by either route and for now: iron studies cannot be read, and a few weeks without iron cost little. */
    IRON_DEFERRED_INFECTION("iron_deferred_infection"),
    /** Two results of one day disagree: each is still possible where iron is needed, and the more dangerous one counts where iron does harm. Ask the laboratory. */
    RESULTS_DISAGREE("results_disagree"),
    /** Iron studies soon after intravenous iron or a transfusion do not tell what is needed, though what is too high still stops iron: repeat 4 to 8 weeks after the last dose. */
    IRON_RECENT_IV("iron_recent_iv"),
    /** Transferrin saturation is low, but C-reactive protein is above 10 mg/L and ferritin 100 ng/mL or more: inflammation does this without want of iron. Repeat when C-reactive protein is 5 mg/L or less. */
    TSAT_LOW_ACUTE_PHASE("tsat_low_acute_phase"),
    /** Phosphate below 0.65 mmol/L after ferric carboxymaltose: no further dose; look for bone pain, weakness and fractures, and treat with a specialist. */
    PHOSPHATE_VERY_LOW_AFTER_FCM("phosphate_very_low_after_fcm"),
    /** Iron needs caution in acute or chronic infection; in bacteraemia, with fever, or with C-reactive protein above 100 mg/L it waits, by either route. */
    INFECTION_CAUTION("infection_caution"),
    /** Intravenous iron needs caution in severe atopy or asthma. */
    SEVERE_ATOPY_CAUTION("severe_atopy_caution"),
    /** The diagnostic criteria of restless legs syndrome are not confirmed: what follows holds if this is restless legs syndrome. */
    RLS_NOT_CONFIRMED("rls_not_confirmed"),
    /** Transferrin saturation above 100 %: it occurs in iron poisoning and after intravenous iron. Repeat it, and do not give iron. */
    TSAT_ABOVE_100("tsat_above_100"),
    /** Serum iron exceeds the total iron-binding capacity: repeat both, and do not give iron. */
    IRON_EXCEEDS_TIBC("iron_exceeds_tibc"),
    /** Recreational nitrous oxide, or not known whether: a normal vitamin B12 does not exclude deficiency. Measure homocysteine or methylmalonic acid. */
    B12_UNRELIABLE_N2O("b12_unreliable_n2o"),
    /** The vitamin B12 tests disagree: deficiency is not ruled out. Repeat methylmalonic acid, test intrinsic factor antibodies, look at kidney function. */
    B12_DISCORDANT_TESTS("b12_discordant_tests"),
    /** Vitamin B12 in the middle band, and something is there that raises it or hides its lack: measure methylmalonic acid. */
    B12_SECOND_MARKER_NEEDED("b12_second_marker_needed"),
    /** Vitamin B12 is not low, but something is there that raises it or hides its lack: it does not make deficiency unlikely. */
    B12_NOT_LOW_UNRELIABLE("b12_not_low_unreliable"),
    /** Methylmalonic acid is above 1000 nmol/L and kidney function is not known: measure creatinine, and do not wait for it. */
    MMA_KIDNEY_UNKNOWN("mma_kidney_unknown"),
    /** Neurological signs although vitamin B12 is replaced and a second marker is normal: what is left of an earlier deficiency, or something else. */
    SIGNS_ON_B12_REPLACEMENT("signs_on_b12_replacement"),
    /** Pregnant, with anaemia or a lack of iron or vitamin B12: this is treated for the pregnancy, whatever the legs are. */
    PREGNANT_AND_DEFICIENT("pregnant_and_deficient"),
    /** An iron-deficiency anaemia is a reason for iron of its own: look for blood loss. What is said of restless legs is not said of it. */
    IRON_DEFICIENCY_ANAEMIA_STANDS("iron_deficiency_anaemia_stands"),
    /** Copper is low, and neurological signs are there: copper deficiency gives a myelopathy like that of vitamin B12 deficiency. */
    COPPER_LOW("copper_low"),
    /** A normal blood count does not exclude vitamin B12 deficiency: of 141 people with neuropsychiatric deficiency 40 (28 %) lacked anaemia or macrocytosis, and 19 (13.5 %) had neither. */
    BLOOD_COUNT_DOES_NOT_EXCLUDE_B12("blood_count_does_not_exclude_b12"),
    /** Neurological signs although the tests make vitamin B12 deficiency unlikely: treat the patient, not the number, and consider a second marker. */
    B12_DISCORDANT_CLINICAL("b12_discordant_clinical"),
    /** A medicine here can bring on or worsen restless legs: review it with the prescriber, do not stop it abruptly. */
    EXACERBATING_MEDICINE("exacerbating_medicine"),
    /** A dopaminergic medicine: over time it can worsen restless legs (augmentation). Lowest dose, and watch for earlier, stronger or spreading symptoms. */
    DOPAMINERGIC_AUGMENTATION_RISK("dopaminergic_augmentation_risk"),
    /** A pregnancy is stated at an age at which there is hardly one: ask whether the age and the pregnancy are right. */
    PREGNANCY_AT_UNLIKELY_AGE("pregnancy_at_unlikely_age"),
    /** Dialysis or end-stage renal disease is stated, and the filtration rate is too good for it: ask which is right. Until then what is stated counts. */
    KIDNEY_FAILURE_CONTRADICTED("kidney_failure_contradicted"),
    /** Dialysis is stated, and the creatinine is that of healthy kidneys: ask which is right. Until then dialysis counts. */
    CREATININE_CONTRADICTS_DIALYSIS("creatinine_contradicts_dialysis"),
    /** An iron-deficiency anaemia is stated, and that the anaemia is not due to iron deficiency: ask which is right, or whether both are there. Until then iron is held back. */
    ANAEMIA_CONTRADICTED("anaemia_contradicted"),
    /** Sleep apnoea is stated as treated and as untreated: ask which holds. Until then it counts as untreated. */
    SLEEP_APNOEA_CONTRADICTED("sleep_apnoea_contradicted"),
    /** An ongoing bacteraemia is stated, and that there is no infection: ask which is right. Until then iron is deferred. */
    BACTERAEMIA_CONTRADICTED("bacteraemia_contradicted"),
    /** It is stated that she could become pregnant, and that she is after the menopause: ask which holds. */
    CHILDBEARING_CONTRADICTED("childbearing_contradicted"),
    /** What only a woman has is stated of a man: ask whose reference limits hold. */
    SEX_CONTRADICTED("sex_contradicted"),
    /** What is asked of infants is stated of somebody older: ask whether it is of the patient. */
    INFANT_CONTRADICTED("infant_contradicted"),
    /** A cause of vitamin B12 deficiency is named, and that there is no such thing is stated too: ask which is right. */
    B12_CAUSE_CONTRADICTED("b12_cause_contradicted"),
    /** Conditions that look like restless legs are not assessed: joints, radiculopathy, neuropathy, vessels, akathisia. Of 788 people without restless legs 126 met the four symptom criteria. */
    MIMICS_NOT_ASSESSED("mimics_not_assessed"),
    /** Paraesthesia or numbness belongs to neuropathy as well as to restless legs: examine for neuropathy. */
    NEUROPATHY_OVERLAPS_RLS("neuropathy_overlaps_rls"),
    /** C-reactive protein above 5 mg/L: ferritin can be falsely high. Use transferrin saturation too. */
    FERRITIN_UNRELIABLE_INFLAMMATION("ferritin_unreliable_inflammation"),
    /** On vitamin B12 replacement a vitamin B12 test says little. */
    B12_ON_REPLACEMENT("b12_on_replacement"),
    /** Total vitamin B12 falls in pregnancy without deficiency: measure active B12. */
    B12_UNRELIABLE_PREGNANCY("b12_unreliable_pregnancy"),
    /** Methylmalonic acid is raised, but it also rises as kidney function falls (eGFR below 60, or not known). */
    MMA_UNRELIABLE_RENAL("mma_unreliable_renal"),
    /** Folate is low, or folic acid is taken: folic acid only after vitamin B12 deficiency is excluded or treated. */
    FOLATE_BEFORE_B12("folate_before_b12"),
    /** Ferric carboxymaltose was given before, and phosphate is low or another course is possible: check phosphate. */
    HYPOPHOSPHATAEMIA_AFTER_FCM("hypophosphataemia_after_fcm"),
    /** Anaemia, iron deficiency or dialysis: glycated haemoglobin can mislead. */
    HBA1C_UNRELIABLE("hba1c_unreliable"),
    /** Vitamin B12 above 1000 pg/mL that no known replacement explains: on two measurements it is associated with malignancy and cardiovascular death. */
    B12_HIGH("b12_high"),
    /** Limits for vitamin B12 do not transfer between analysers: give the laboratory's own limits. */
    B12_ASSAY_DEPENDENT("b12_assay_dependent"),
    /** Ferritin differs between manufacturers: one assay reads about 60 % higher than another near the limits used here. */
    FERRITIN_ASSAY_DEPENDENT("ferritin_assay_dependent"),
    /** Low iron or thalassaemia can hide macrocytosis. */
    MACROCYTOSIS_MASKED("macrocytosis_masked"),
    /** Within its own variation this result could fall on the other side of a limit: a repeat may change the answer. */
    TOO_CLOSE_TO_CALL("too_close_to_call"),
    /** Haemoglobin is not adjusted for elevation, for smoking, or for either. */
    HB_UNADJUSTED("hb_unadjusted"),
    /** Iron studies not drawn in the morning. */
    SAMPLE_NOT_MORNING("sample_not_morning"),
    /** Iron studies within 24 h of taking iron. */
    SAMPLE_IRON_WITHIN_24H("sample_iron_within_24h"),
    /** A name among the medicines was not recognised: whether it worsens restless legs, lowers vitamin B12 or is dangerous with another medicine could not be checked. */
    MEDICINE_NOT_RECOGNISED("medicine_not_recognised"),
    /** An old result: consider a new one. */
    SAMPLE_STALE("sample_stale"),
    /** An unlikely value that was confirmed by the caller. */
    IMPLAUSIBLE_CONFIRMED("implausible_confirmed"),
    /** A value seldom seen, taken as it was written: check it if it does not fit the patient. */
    EXTREME_VALUE("extreme_value"),
    /** The reported value differs from the computed one by more than rounding; the reported one counts. */
    REPORTED_COMPUTED_CLASH("reported_computed_clash"),
    /** An answer here rests on a statement that was not verified against its source. */
    UNVERIFIED_SOURCE("unverified_source"),
    ;

    override val textSet: String get() = "alert"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): AlertCode? = byCode[code]
    }
}

/** What to mind about an answer. */
public enum class Flag(override val code: String) : DisplayCode {
    /** C-reactive protein was not reported; measure it, because inflammation can raise ferritin while iron is lacking. */
    ASK_FOR_CRP("ask_for_crp"),
    /** Kidney disease raises methylmalonic acid by itself; whether to try vitamin B12 is for the renal team. */
    ASK_THE_RENAL_TEAM("ask_the_renal_team"),
    /** The B12 test does not fit the neurological signs; strong clinical features outweigh a test that does not point to deficiency. */
    B12_DISCORDANT_CLINICAL("b12_discordant_clinical"),
    /** In pregnancy and breastfeeding a higher oral dose of B12 may be advised; the figure could not be verified. */
    B12_DOSE_IN_PREGNANCY_UNVERIFIED("b12_dose_in_pregnancy_unverified"),
    /** Alcohol can make restless legs worse. */
    BECAUSE_ALCOHOL("because_alcohol"),
    /** Iron is stopped because the anaemia is not due to iron deficiency. */
    BECAUSE_ANAEMIA_NOT_IRON_DEFICIENT("because_anaemia_not_iron_deficient"),
    /** Iron waits because of ongoing bacteraemia. */
    BECAUSE_BACTERAEMIA("because_bacteraemia"),
    /** Caffeine can make restless legs worse. */
    BECAUSE_CAFFEINE("because_caffeine"),
    /** Iron is stopped because the utilisation of iron is disturbed. */
    BECAUSE_DISTURBED_IRON_UTILISATION("because_disturbed_iron_utilisation"),
    /** Intravenous iron is stopped because this is the first trimester of pregnancy. */
    BECAUSE_FIRST_TRIMESTER("because_first_trimester"),
    /** Iron is stopped because haemochromatosis is known. */
    BECAUSE_HAEMOCHROMATOSIS("because_haemochromatosis"),
    /** Iron is stopped because of two C282Y copies of the HFE gene. */
    BECAUSE_HFE_C282Y_HOMOZYGOUS("because_hfe_c282y_homozygous"),
    /** Iron waits because of an infection. */
    BECAUSE_INFECTION("because_infection"),
    /** Iron is stopped because iron overload is known. */
    BECAUSE_IRON_OVERLOAD("because_iron_overload"),
    /** Intravenous iron is stopped because of a serious hypersensitivity to a parenteral iron product. */
    BECAUSE_IV_IRON_HYPERSENSITIVITY("because_iv_iron_hypersensitivity"),
    /** Iron is stopped because of a liver disease in which iron overload plays a part. */
    BECAUSE_LIVER_DISEASE_WITH_OVERLOAD("because_liver_disease_with_overload"),
    /** Iron is stopped because of polycythaemia vera. */
    BECAUSE_POLYCYTHAEMIA_VERA("because_polycythaemia_vera"),
    /** Iron is stopped because of sickle cell disease: a haematologist decides. */
    BECAUSE_SICKLE_CELL_DISEASE("because_sickle_cell_disease"),
    /** Iron is stopped because of iron overload from transfusions. */
    BECAUSE_TRANSFUSIONAL_OVERLOAD("because_transfusional_overload"),
    /** Sleep apnoea that is not treated can make restless legs worse. */
    BECAUSE_UNTREATED_OSA("because_untreated_osa"),
    /** Iron is stopped because blood is let as a treatment. */
    BECAUSE_VENESECTION("because_venesection"),
    /** Ferritin is 300 ng/mL or more, at or beyond the end of the range in which the trials gave iron. */
    BEYOND_TRIAL_RANGE("beyond_trial_range"),
    /** The source contradicts itself at exactly this value. */
    BOUNDARY_INCONSISTENT("boundary_inconsistent"),
    /** The source does not say on which side of its limit this value belongs. */
    BOUNDARY_UNSPECIFIED("boundary_unspecified"),
    /** This is a child; check from which age the iron product is licensed. */
    CHECK_PRODUCT_LICENCE_AGE("check_product_licence_age"),
    /** Two clauses of the guideline apply and differ on oral iron; the stricter one is shown. */
    CLAUSES_OVERLAP("clauses_overlap"),
    /** A combined oral contraceptive can lower total B12 without deficiency. */
    COMBINED_CONTRACEPTIVE("combined_contraceptive"),
    /** A gut disease or operation is there that the source counts as malabsorption of iron: intravenous iron then comes first. */
    CONSIDER_MALABSORPTION("consider_malabsorption"),
    /** The criterion asks for distress without saying how much; here at most mild distress is certain, and no impairment. */
    DISTRESS_LEVEL_UNSPECIFIED("distress_level_unspecified"),
    /** An eGFR may mislead in pregnancy, and so may its category. */
    EGFR_IN_PREGNANCY("egfr_in_pregnancy"),
    /** End-stage renal disease is inferred from the eGFR alone; the trials were in haemodialysis. */
    ESRD_BY_EGFR("esrd_by_egfr"),
    /** People of Black ethnicity may have a higher reference range of B12, so deficiency may lie above the printed limit. */
    ETHNICITY_BLACK("ethnicity_black"),
    /** The consensus stops at ferritin 100 ng/mL, but its evidence statement for ferric carboxymaltose reaches below 300 ng/mL. */
    EVIDENCE_TO_300("evidence_to_300"),
    /** Ferritin is exactly 300 ng/mL, where the trials and the safety rule meet and the sources do not agree on the side. */
    EXACTLY_300("exactly_300"),
    /** The guideline uses the laboratory's own upper limit of ferritin, which was not given. */
    FERRITIN_LIMIT_NOT_GIVEN("ferritin_limit_not_given"),
    /** With inflammation or malignancy ferritin may mislead; the low transferrin saturation may be the better measure. */
    FERRITIN_MISLEADING_USE_TSAT("ferritin_misleading_use_tsat"),
    /** Give folic acid only after B12 deficiency has been excluded or its treatment begun. */
    FOLATE_BEFORE_B12("folate_before_b12"),
    /** In end-stage renal disease outside these limits, follow the guideline on renal anaemia. */
    FOLLOW_RENAL_ANAEMIA_GUIDELINE("follow_renal_anaemia_guideline"),
    /** Symptoms come exactly twice a week; one author asks for more than twice. */
    FREQUENCY_MORE_THAN_TWO("frequency_more_than_two"),
    /** Vitamin B12 is being replaced: a test says little, and replacement goes on. */
    GO_ON_WITH_REPLACEMENT("go_on_with_replacement"),
    /** HbA1c may mislead with anaemia, iron deficiency or dialysis; do not rely on it alone. */
    HBA1C_UNRELIABLE("hba1c_unreliable"),
    /** Antibodies to intrinsic factor are present and can make total B12 falsely normal in some assays. */
    IF_ANTIBODY_POSITIVE("if_antibody_positive"),
    /** The guideline also supports intravenous ferric carboxymaltose and states no limit of iron for it. */
    IV_FCM_WITHOUT_IRON_LIMIT("iv_fcm_without_iron_limit"),
    /** This follows the literal "or" of the guideline; summaries say that iron is generally not indicated above ferritin 100 ng/mL. */
    LITERAL_OR_ABOVE_100("literal_or_above_100"),
    /** Low iron or thalassaemia makes red cells smaller and can hide macrocytosis. */
    MACROCYTOSIS_MASKED("macrocytosis_masked"),
    /** Two markers of the same vitamin point in different directions. */
    MARKERS_DISCORDANT("markers_discordant"),
    /** A condition that looks like restless legs is present as well. */
    MIMIC_COEXISTS("mimic_coexists"),
    /** Reduced kidney function raises methylmalonic acid, so a raised value does not prove B12 deficiency. */
    MMA_UNRELIABLE_RENAL("mma_unreliable_renal"),
    /** The guideline asks for moderate to severe chronic persistent or refractory disease, or a wish for a faster response; this is not established. */
    NEEDS_SEVERITY("needs_severity"),
    /** The guideline gives no limits of iron specific to pregnancy; consider the safety of each treatment. */
    NOT_PREGNANCY_SPECIFIC("not_pregnancy_specific"),
    /** No source was found for the decades named; what was read says only later in life, without family history. */
    ONSET_DECADES_WITHOUT_SOURCE("onset_decades_without_source"),
    /** At this ferritin oral iron is poorly absorbed. */
    ORAL_POORLY_ABSORBED("oral_poorly_absorbed"),
    /** The guideline prints a limit in two units that do not quite agree, and this result falls between them; the unit reported decided. */
    PRINTED_LIMITS_DIFFER("printed_limits_differ"),
    /** The sample was not a morning sample without iron for 24 hours; repeat it fasting before drawing conclusions. */
    REPEAT_FASTING_SAMPLE("repeat_fasting_sample"),
    /** No symptom, and methylmalonic acid is not much raised: repeat it in weeks to months and test antibodies before any treatment. */
    REPEAT_FIRST("repeat_first"),
    /** This rests on one sample; repeat it before calling the category persistent. */
    SINGLE_SAMPLE("single_sample"),
    /** For vitamin B12 NICE NG239 has taken the place of this guideline (notice of 20 November 2024); for folate it stands. */
    SUPERSEDED_BY_NICE_NG239("superseded_by_nice_ng239"),
    /** The value lies so close to a limit that rounding could change the category. */
    TOO_CLOSE_TO_CALL("too_close_to_call"),
    /** With objective neurological signs do not wait for further results: take the samples and begin B12 treatment. */
    TREAT_BEFORE_RESULTS("treat_before_results"),
    /** Symptoms have lasted less than a year, which the course specifiers do not cover. */
    UNDER_ONE_YEAR("under_one_year"),
    /** The recommendation holds only where ferritin and transferrin saturation call for iron. */
    APPROPRIATE_IRON_STATUS("appropriate_iron_status"),
    /** Meant for occasional use when symptoms are intermittent, not for every day. */
    AS_NEEDED_ONLY("as_needed_only"),
    /** This medicine is on a list of those that lower vitamin B12: weigh that where B12 is low or borderline. */
    B12_LOWERING_MEDICINE("b12_lowering_medicine"),
    /** The guideline finds it effective and still does not recommend it, because of its harms. */
    EFFECTIVE_NOT_RECOMMENDED("effective_not_recommended"),
    /** It can alter the mental state and lead to falls, above all on haemodialysis. */
    FALLS("falls"),
    /** The statement is on end-stage renal disease on haemodialysis; other dialysis is not covered. */
    HAEMODIALYSIS_ONLY("haemodialysis_only"),
    /** The recommendation is for moderate to severe symptoms, which are not established here. */
    MODERATE_TO_SEVERE_ONLY("moderate_to_severe_only"),
    /** Take particular care where an opioid is taken as well. */
    OPIOID_COMBINATION("opioid_combination"),
    /** There is Parkinson's disease: advice against this medicine for restless legs is no reason to stop, lower or raise what is taken for it. */
    PARKINSONS_DISEASE("parkinsons_disease"),
    /** Pregnancy is possible or present: check the safety of this treatment in pregnancy first. */
    PREGNANCY_SAFETY("pregnancy_safety"),
    /** The recommendation is for primary restless legs syndrome, which is not established here. */
    PRIMARY_RLS_ONLY("primary_rls_only"),
    /** The dose depends on kidney function, which is reduced or not known. */
    RENAL_DOSE("renal_dose"),
    /** The guideline names it as second-line, after a gabapentinoid. */
    SECOND_LINE("second_line"),
    /** The guideline advises against standard use, which is not the same as never using it. */
    STANDARD_USE_ONLY("standard_use_only"),
    /** An older position; the American Academy of Sleep Medicine took another one in 2025. */
    SUPERSEDED_BY_AASM_2025("superseded_by_aasm_2025"),
    /** It can harm the heart valves. */
    VALVULOPATHY("valvulopathy"),
    ;

    override val textSet: String get() = "flag"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Flag? = byCode[code]
    }
}

/** Why an action is withheld. */
public enum class WithheldReason(override val code: String) : DisplayCode {
    /** No iron for restless legs: overload, or an anaemia or disturbance in which iron does harm, is known */
    STOP_KNOWN_OVERLOAD("stop_known_overload"),
    /** No iron for restless legs: transferrin saturation is at or above 45 %; look for haemochromatosis */
    STOP_TSAT_CEILING("stop_tsat_ceiling"),
    /** No iron for restless legs: too many red cells, or polycythaemia vera; a haematologist decides */
    STOP_ERYTHROCYTOSIS("stop_erythrocytosis"),
    /** No iron for restless legs: ferritin is above 300 ng/mL, beyond the range of the trials */
    STOP_FERRITIN_CEILING("stop_ferritin_ceiling"),
    /** No iron for now, by either route: wait until the infection is over */
    DEFER_INFECTION("defer_infection"),
    /** No intravenous iron; oral iron is not affected */
    STOP_IV_ONLY("stop_iv_only"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    /** The criteria of restless legs syndrome are not met */
    RLS_NOT_MET("rls_not_met"),
    /** Whether iron is safe is not determined */
    IRON_SAFETY_OPEN("iron_safety_open"),
    /** Oral iron did not help */
    ORAL_IRON_FAILED("oral_iron_failed"),
    /** Oral iron was not tolerated */
    ORAL_IRON_NOT_TOLERATED("oral_iron_not_tolerated"),
    /** Iron is not absorbed */
    IRON_MALABSORPTION("iron_malabsorption"),
    /** Transferrin saturation is low with inflammation and ferritin is not: repeat when C-reactive protein is 5 mg/L or less */
    TSAT_LOW_ACUTE_PHASE("tsat_low_acute_phase"),
    /** Phosphate is low already: correct it first, or another iron */
    PHOSPHATE_LOW("phosphate_low"),
    /** Ferric carboxymaltose was given before: measure phosphate first */
    PHOSPHATE_UNKNOWN_BEFORE_FCM("phosphate_unknown_before_fcm"),
    /** Gabapentin enacarbil is not recommended for restless legs on haemodialysis. */
    GAB_05("gab-05"),
    /** A gabapentinoid is taken, and there are signs of too much of it: offer none until that is settled. */
    GAB_06B("gab-06b"),
    /** Avoid pregabalin in pregnancy unless clearly necessary: malformations were about 5.9 against 4.1 in 100 after use in the first trimester. */
    GAB_12("gab-12"),
    /** Not established in children for restless legs. */
    GAB_18("gab-18"),
    /** Sleep apnoea is untreated: treat it before an opioid is chosen. Opioids worsen central apnoea with the dose, and the trial of oxycodone with naloxone in restless legs excluded sleep apnoea. */
    OPI_01("opi-01"),
    /** An opioid with a benzodiazepine: deep sedation, slowed breathing, death. Avoid it, and never begin both. */
    OPI_03("opi-03"),
    /** Moderate or severe liver impairment: oxycodone with naloxone is contraindicated, because naloxone then reaches the blood. */
    OPI_05("opi-05"),
    /** Not while breastfeeding: the infant may stop breathing. */
    OPI_10("opi-10"),
    /** Codeine and tramadol are contraindicated in children under 12. */
    OPI_11("opi-11"),
    /** No opioid for restless legs in a child. */
    OPI_12("opi-12"),
    /** Tramadol with an inhibitor of monoamine oxidase, or within 14 days of one: contraindicated (serotonin syndrome, seizures). */
    OPI_13("opi-13"),
    /** No methadone with a corrected QT interval above 500 ms. */
    OPI_15("opi-15"),
    /** There is Parkinson's disease, and this medicine is for it: neither stop, reduce nor raise it for the legs; any change by the Parkinson's specialist. */
    DOP_01("dop-01"),
    /** An impulse control disorder, now or earlier: a dopamine agonist can bring it, and it makes withdrawal harder. None is begun; who takes one lowers it with the prescriber, step by step. */
    DOP_03("dop-03"),
    /** Psychosis: a dopaminergic medicine can bring hallucinations; only if the benefit outweighs that, with the psychiatrist. Two labels contraindicate levodopa in psychotic illness. */
    DOP_04("dop-04"),
    /** Bipolar disorder: a dopaminergic medicine can bring mania or psychosis; only with the psychiatrist (the labels speak of psychosis; bipolar disorder is our extension). */
    DOP_04B("dop-04b"),
    /** Ropinirole is contraindicated below a creatinine clearance of 30 mL/min without regular haemodialysis (by estimated filtration rate here). */
    DOP_06("dop-06"),
    /** Ropinirole is contraindicated in severe liver impairment. */
    DOP_07("dop-07"),
    /** The British label: not for akathisia, and not for restless legs of pregnancy. */
    DOP_08B("dop-08b"),
    /** Pregnant: not unless clearly necessary; there are no human data, and it harms animals. */
    DOP_10("dop-10"),
    /** Breastfeeding: it suppresses milk and is not for breastfeeding. */
    DOP_11("dop-11"),
    /** Levodopa with benserazide is contraindicated in pregnancy and below 25 years. */
    DOP_12("dop-12"),
    /** Levodopa is contraindicated in narrow-angle glaucoma, with melanoma or a suspicious lesion, and within 14 days of a non-selective inhibitor of monoamine oxidase. */
    DOP_13("dop-13"),
    /** The rotigotine patch contains metabisulfite: life-threatening reactions in who is allergic to sulfites. */
    DOP_17("dop-17"),
    /** Dopamine agonists from ergot are contraindicated with disease of the heart valves or fibrosis. */
    DOP_19("dop-19"),
    /** Levodopa is not for restlessness that a medicine causes (akathisia). */
    DOP_23("dop-23"),
    /** Iron is taken, or planned, while iron is against the rules of safety: stop it, and repeat the sample fasting and free of iron for 24 hours. */
    FE_16("fe-16"),
    /** Intravenous iron is being given: not oral iron at once. */
    FE_17("fe-17"),
    /** Valproate is contraindicated in pregnancy (malformations in about 1 of 10, harm to development in up to 4 of 10), and in who could become pregnant only inside a pregnancy prevention programme. */
    OTH_01("oth-01"),
    /** United Kingdom: valproate is not begun under 55 years, in men or women, unless two specialists agree in writing that nothing else works or that the reproductive risk does not apply. */
    OTH_03("oth-03"),
    /** Carbamazepine in pregnancy brings more malformations with the dose, and no dose is safe. */
    OTH_04("oth-04"),
    /** Carbamazepine in who could become pregnant: more malformations with the dose, and no dose is safe. */
    OTH_04B("oth-04b"),
    /** Clonazepam is contraindicated in the sleep apnoea syndrome. */
    OTH_06("oth-06"),
    /** Clonazepam is contraindicated in severe liver impairment, and in who is dependent on medicines, drugs or alcohol. */
    OTH_07("oth-07"),
    /** Bupropion is contraindicated in a seizure disorder, and within 14 days of an inhibitor of monoamine oxidase. */
    OTH_14("oth-14"),
    /** A medicine of adults: no label for restless legs in children was found. */
    OTH_25("oth-25"),
    /** An inhibitor of monoamine oxidase with a medicine that raises serotonin: of this pair no label was read, and the labels of tramadol and bupropion forbid such an inhibitor and 14 days after it. The two are not begun together; who takes both asks the prescriber today. */
    UNC_09("unc-09"),
    /** Naltrexone blocks opioids, and the two together bring withdrawal. They are not begun together; who takes both asks the prescriber today. */
    UNC_10("unc-10"),
    /** An opioid or a gabapentinoid was stopped not long ago: none is begun for the legs before it is settled whether this is withdrawal. */
    UNC_25("unc-25"),
    ;

    override val textSet: String get() = "withheld"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): WithheldReason? = byCode[code]
    }
}

/** Something a rule may ask of a patient. */
public enum class Fact(override val code: String) : Subject {
    /** Age */
    AGE_YEARS("age_years"),
    /** Sex for reference limits, and pregnancy */
    PERSON("person"),
    /** Black ethnicity */
    ETHNICITY_BLACK("ethnicity_black"),
    /** Ferritin */
    FERRITIN("ferritin"),
    /** Transferrin saturation */
    TSAT("tsat"),
    /** C-reactive protein */
    CRP("crp"),
    /** Haemoglobin */
    HAEMOGLOBIN("haemoglobin"),
    /** Haematocrit */
    HAEMATOCRIT("haematocrit"),
    /** Mean corpuscular volume */
    MCV("mcv"),
    /** Total vitamin B12 */
    B12_TOTAL("b12_total"),
    /** Active vitamin B12 (holotranscobalamin) */
    HOLOTC("holotc"),
    /** Serum methylmalonic acid */
    MMA_SERUM("mma_serum"),
    /** Homocysteine */
    HCY("hcy"),
    /** Intrinsic factor antibody */
    IFAB("ifab"),
    /** Serum folate */
    FOLATE_SERUM("folate_serum"),
    /** Red-cell folate */
    FOLATE_RBC("folate_rbc"),
    /** Method by which folate was measured */
    FOLATE_ASSAY("folate_assay"),
    /** Estimated glomerular filtration rate */
    EGFR("egfr"),
    /** Urine albumin/creatinine ratio */
    UACR("uacr"),
    /** Glycated haemoglobin */
    HBA1C("hba1c"),
    /** Thyrotropin */
    TSH("tsh"),
    /** Calcium */
    CALCIUM("calcium"),
    /** Sodium */
    SODIUM("sodium"),
    /** Potassium */
    POTASSIUM("potassium"),
    /** Magnesium */
    MAGNESIUM("magnesium"),
    /** Phosphate */
    PHOSPHATE("phosphate"),
    /** Copper */
    COPPER("copper"),
    /** Iron */
    IRON("iron"),
    /** Total iron-binding capacity */
    TIBC("tibc"),
    /** Unsaturated iron-binding capacity */
    UIBC("uibc"),
    /** Transferrin */
    TRANSFERRIN("transferrin"),
    /** Soluble transferrin receptor */
    STFR("stfr"),
    /** Hepcidin-25 */
    HEPCIDIN("hepcidin"),
    /** Red cell distribution width */
    RDW("rdw"),
    /** Urine methylmalonic acid/creatinine ratio */
    MMA_URINE("mma_urine"),
    /** Creatinine */
    CREATININE("creatinine"),
    /** Urine creatinine */
    CREATININE_URINE("creatinine_urine"),
    /** Cystatin C */
    CYSTATIN_C("cystatin_c"),
    /** Urea */
    UREA("urea"),
    /** Urea nitrogen */
    UREA_NITROGEN("urea_nitrogen"),
    /** Ionised calcium */
    CALCIUM_IONISED("calcium_ionised"),
    /** Albumin */
    ALBUMIN("albumin"),
    /** Free thyroxine */
    FT4("ft4"),
    /** Glucose */
    GLUCOSE("glucose"),
    /** 25-hydroxyvitamin D */
    VITD("vitd"),
    /** Parathyrin */
    PTH("pth"),
    /** Zinc */
    ZINC("zinc"),
    /** Parietal cell antibody */
    PCA("pca"),
    /** Gastrin */
    GASTRIN("gastrin"),
    /** Tissue transglutaminase IgA */
    TTG_IGA("ttg_iga"),
    /** Hypersegmented neutrophils */
    NEUT_HYPERSEG("neut_hyperseg"),
    /** Iron studies drawn in the morning */
    IRON_SAMPLE_MORNING("iron_sample_morning"),
    /** Iron-free for 24 h before the iron studies */
    IRON_SAMPLE_IRON_FREE("iron_sample_iron_free"),
    /** Urge to move the legs */
    URGE_TO_MOVE("urge_to_move"),
    /** Begins or worsens at rest */
    WORSE_AT_REST("worse_at_rest"),
    /** Relieved by movement (now, or earlier if now very severe) */
    RELIEVED_BY_MOVEMENT("relieved_by_movement"),
    /** Worse in the evening or at night (now, or earlier if now very severe) */
    WORSE_IN_EVENING("worse_in_evening"),
    /** Conditions that look like restless legs */
    MIMICS("mimics"),
    /** Symptoms per week */
    TIMES_PER_WEEK("times_per_week"),
    /** Episodes in a lifetime */
    LIFETIME_EVENTS("lifetime_events"),
    /** Duration of symptoms */
    DURATION_MONTHS("duration_months"),
    /** Distress from symptoms */
    DISTRESS("distress"),
    /** Impairment by symptoms */
    IMPAIRMENT("impairment"),
    /** IRLS total score */
    IRLS_TOTAL("irls_total"),
    /** Arms involved */
    ARMS_INVOLVED("arms_involved"),
    /** Paraesthesia */
    PARAESTHESIA("paraesthesia"),
    /** Numbness */
    NUMBNESS("numbness"),
    /** Muscle weakness */
    MUSCLE_WEAKNESS("muscle_weakness"),
    /** Abnormal reflexes */
    ABNORMAL_REFLEXES("abnormal_reflexes"),
    /** Gait disturbance */
    GAIT_DISTURBANCE("gait_disturbance"),
    /** Impaired position or vibration sense */
    IMPAIRED_POSITION_OR_VIBRATION("impaired_position_or_vibration"),
    /** Cognitive change */
    COGNITIVE_CHANGE("cognitive_change"),
    /** Visual change */
    VISUAL_CHANGE("visual_change"),
    /** Glossitis */
    GLOSSITIS("glossitis"),
    /** Fatigue */
    FATIGUE("fatigue"),
    /** Depression */
    DEPRESSION("depression"),
    /** Days with symptoms in the last week */
    SYMPTOM_DAYS_LAST_WEEK("symptom_days_last_week"),
    /** Hours by which symptoms begin earlier than before treatment */
    HOURS_EARLIER("hours_earlier"),
    /** Shorter latency to symptoms at rest */
    SHORTER_LATENCY("shorter_latency"),
    /** Spread to other parts of the body */
    SPREAD("spread"),
    /** Greater intensity */
    GREATER_INTENSITY("greater_intensity"),
    /** Shorter relief from treatment */
    SHORTER_RELIEF("shorter_relief"),
    /** Worse after a higher dose and better after a lower one */
    PARADOXICAL_RESPONSE("paradoxical_response"),
    /** Earlier response to dopaminergic treatment */
    PREVIOUS_RESPONSE("previous_response"),
    /** Worsening explained by something else */
    EXPLAINED_OTHERWISE("explained_otherwise"),
    /** Fever */
    FEVER("fever"),
    /** Drowsiness */
    DROWSINESS("drowsiness"),
    /** Confusion */
    CONFUSION("confusion"),
    /** Myoclonus */
    MYOCLONUS("myoclonus"),
    /** Falls */
    FALLS("falls"),
    /** Inner restlessness */
    INNER_RESTLESSNESS("inner_restlessness"),
    /** Extensor plantar responses */
    EXTENSOR_PLANTARS("extensor_plantars"),
    /** Constipation */
    CONSTIPATION("constipation"),
    /** Discomfort from one posture, which ends with a change of position, as an explanation of the symptoms */
    MIMIC_POSITIONAL("mimic_positional"),
    /** Leg cramps, as an explanation of the symptoms */
    MIMIC_CRAMPS("mimic_cramps"),
    /** Habitual foot tapping, as an explanation of the symptoms */
    MIMIC_FOOT_TAPPING("mimic_foot_tapping"),
    /** Peripheral neuropathy, as an explanation of the symptoms */
    MIMIC_NEUROPATHY("mimic_neuropathy"),
    /** Radiculopathy, as an explanation of the symptoms */
    MIMIC_RADICULOPATHY("mimic_radiculopathy"),
    /** Arthritis, as an explanation of the symptoms */
    MIMIC_ARTHRITIS("mimic_arthritis"),
    /** Venous disease of the legs, as an explanation of the symptoms */
    MIMIC_VENOUS("mimic_venous"),
    /** Claudication, as an explanation of the symptoms */
    MIMIC_CLAUDICATION("mimic_claudication"),
    /** Akathisia, as an explanation of the symptoms */
    MIMIC_AKATHISIA("mimic_akathisia"),
    /** Hypotensive akathisia, as an explanation of the symptoms */
    MIMIC_HYPOTENSIVE_AKATHISIA("mimic_hypotensive_akathisia"),
    /** Myalgia, as an explanation of the symptoms */
    MIMIC_MYALGIA("mimic_myalgia"),
    /** Painful legs and moving toes, orthostatic tremor or leg stereotypy, as an explanation of the symptoms */
    MIMIC_OTHER_MOVEMENT("mimic_other_movement"),
    /** Breastfeeding */
    BREASTFEEDING("breastfeeding"),
    /** After the menopause */
    POSTMENOPAUSAL("postmenopausal"),
    /** Primary restless legs syndrome */
    PRIMARY_RLS("primary_rls"),
    /** Symptoms only while provoked (pregnancy, a medicine) */
    PROVOKED_ONLY("provoked_only"),
    /** Periodic limb movement disorder */
    PLMD("plmd"),
    /** Family history of restless legs syndrome */
    FAMILY_HISTORY_RLS("family_history_rls"),
    /** Age at onset */
    ONSET_AGE_YEARS("onset_age_years"),
    /** Dialysis */
    DIALYSIS("dialysis"),
    /** End-stage renal disease */
    ESRD("esrd"),
    /** Haemochromatosis */
    HAEMOCHROMATOSIS("haemochromatosis"),
    /** HFE C282Y homozygous */
    HFE_C282Y_HOMOZYGOUS("hfe_c282y_homozygous"),
    /** Iron overload */
    IRON_OVERLOAD("iron_overload"),
    /** Iron overload from transfusions */
    TRANSFUSIONAL_OVERLOAD("transfusional_overload"),
    /** Disturbed iron utilisation */
    DISTURBED_IRON_UTILISATION("disturbed_iron_utilisation"),
    /** Anaemia not due to iron deficiency */
    ANAEMIA_NOT_IRON_DEFICIENT("anaemia_not_iron_deficient"),
    /** Serious hypersensitivity to any parenteral iron */
    IV_IRON_HYPERSENSITIVITY("iv_iron_hypersensitivity"),
    /** Ongoing bacteraemia */
    BACTERAEMIA("bacteraemia"),
    /** Acute or chronic infection */
    INFECTION("infection"),
    /** Liver disease in which iron overload plays a part */
    LIVER_DISEASE_WITH_OVERLOAD("liver_disease_with_overload"),
    /** Severe atopy or asthma */
    SEVERE_ATOPY("severe_atopy"),
    /** No improvement after an adequate trial of oral iron */
    ORAL_IRON_FAILED("oral_iron_failed"),
    /** Oral iron not tolerated */
    ORAL_IRON_NOT_TOLERATED("oral_iron_not_tolerated"),
    /** Malabsorption of iron */
    IRON_MALABSORPTION("iron_malabsorption"),
    /** A faster response is wanted */
    FASTER_RESPONSE_WANTED("faster_response_wanted"),
    /** Iron-deficiency anaemia */
    IRON_DEFICIENCY_ANAEMIA("iron_deficiency_anaemia"),
    /** Refractory restless legs syndrome */
    RLS_REFRACTORY("rls_refractory"),
    /** Crohn's disease */
    CROHN("crohn"),
    /** Ulcerative colitis */
    ULCERATIVE_COLITIS("ulcerative_colitis"),
    /** Coeliac disease */
    COELIAC("coeliac"),
    /** Gastrectomy */
    GASTRECTOMY("gastrectomy"),
    /** Bariatric surgery */
    BARIATRIC_SURGERY("bariatric_surgery"),
    /** Resection of the terminal ileum */
    ILEAL_RESECTION("ileal_resection"),
    /** Autoimmune gastritis */
    AUTOIMMUNE_GASTRITIS("autoimmune_gastritis"),
    /** Pancreatic insufficiency */
    PANCREATIC_INSUFFICIENCY("pancreatic_insufficiency"),
    /** Vegan diet */
    VEGAN("vegan"),
    /** Vegetarian diet */
    VEGETARIAN("vegetarian"),
    /** Recreational nitrous oxide */
    NITROUS_OXIDE("nitrous_oxide"),
    /** Vitamin B12 replacement */
    B12_REPLACEMENT("b12_replacement"),
    /** Cause of vitamin B12 deficiency */
    B12_CAUSE("b12_cause"),
    /** Combined oral contraceptive */
    COMBINED_CONTRACEPTIVE("combined_contraceptive"),
    /** Type 1 diabetes */
    TYPE1_DIABETES("type1_diabetes"),
    /** Autoimmune thyroid disease */
    AUTOIMMUNE_THYROID("autoimmune_thyroid"),
    /** Sjogren's syndrome */
    SJOGREN("sjogren"),
    /** Family history of vitamin B12 deficiency */
    FAMILY_HISTORY_B12("family_history_b12"),
    /** Abdominal or pelvic radiotherapy */
    ABDOMINAL_RADIOTHERAPY("abdominal_radiotherapy"),
    /** Malignancy */
    MALIGNANCY("malignancy"),
    /** Thalassaemia */
    THALASSAEMIA("thalassaemia"),
    /** Untreated obstructive sleep apnoea */
    UNTREATED_OSA("untreated_osa"),
    /** Alcohol */
    ALCOHOL("alcohol"),
    /** Caffeine */
    CAFFEINE("caffeine"),
    /** Earlier ferric carboxymaltose */
    FCM_BEFORE("fcm_before"),
    /** Weeks of pregnancy */
    GESTATIONAL_WEEKS("gestational_weeks"),
    /** Could become pregnant */
    CHILDBEARING_POTENTIAL("childbearing_potential"),
    /** Earlier gestational diabetes */
    GESTATIONAL_DIABETES_BEFORE("gestational_diabetes_before"),
    /** Parkinson's disease */
    PARKINSONS_DISEASE("parkinsons_disease"),
    /** Psychosis, now or earlier */
    PSYCHOSIS("psychosis"),
    /** Bipolar disorder */
    BIPOLAR_DISORDER("bipolar_disorder"),
    /** Impulse control disorder, now or earlier */
    IMPULSE_CONTROL_DISORDER("impulse_control_disorder"),
    /** Suicidal thoughts, now or earlier */
    SUICIDALITY("suicidality"),
    /** Substance use disorder, now or earlier */
    SUBSTANCE_USE_DISORDER("substance_use_disorder"),
    /** Seizure disorder */
    SEIZURE_DISORDER("seizure_disorder"),
    /** Attention deficit hyperactivity disorder */
    ADHD("adhd"),
    /** Lung disease or impaired breathing */
    RESPIRATORY_DISEASE("respiratory_disease"),
    /** Treated obstructive sleep apnoea */
    OSA_TREATED("osa_treated"),
    /** Valvular heart disease */
    VALVULAR_HEART_DISEASE("valvular_heart_disease"),
    /** Corrected QT interval */
    QTC_MS("qtc_ms"),
    /** Liver impairment */
    LIVER_IMPAIRMENT("liver_impairment"),
    /** Sickle cell disease */
    SICKLE_CELL_DISEASE("sickle_cell_disease"),
    /** Myeloproliferative neoplasm */
    MYELOPROLIFERATIVE("myeloproliferative"),
    /** Polycythaemia vera */
    POLYCYTHAEMIA_VERA("polycythaemia_vera"),
    /** Therapeutic venesection (not blood donation) */
    VENESECTION("venesection"),
    /** Monoclonal gammopathy */
    MGUS("mgus"),
    /** Kidney transplant */
    KIDNEY_TRANSPLANT("kidney_transplant"),
    /** Sulfite allergy */
    SULFITE_ALLERGY("sulfite_allergy"),
    /** Narrow-angle glaucoma */
    NARROW_ANGLE_GLAUCOMA("narrow_angle_glaucoma"),
    /** Melanoma, now or earlier */
    MELANOMA("melanoma"),
    /** Magnetic resonance imaging planned */
    MRI_PLANNED("mri_planned"),
    /** Heart valves seen by echocardiogram in the last year */
    ECHOCARDIOGRAM_LAST_YEAR("echocardiogram_last_year"),
    /** An infant fed by breast only */
    EXCLUSIVELY_BREASTFED_INFANT("exclusively_breastfed_infant"),
    /** An infant whose mother has a risk of vitamin B12 deficiency */
    MOTHER_B12_RISK("mother_b12_risk"),
    /** Nitrous oxide as an anaesthetic */
    NITROUS_OXIDE_ANAESTHESIA("nitrous_oxide_anaesthesia"),
    /** Days since the last intravenous iron */
    IV_IRON_DAYS_AGO("iv_iron_days_ago"),
    /** Product of the last intravenous iron */
    IV_IRON_PRODUCT("iv_iron_product"),
    /** Days since the last transfusion of red cells */
    TRANSFUSION_DAYS_AGO("transfusion_days_ago"),
    /** A medicine that lowers vitamin B12 */
    MEDICINE_LOWERS_B12("medicine_lowers_b12"),
    /** A medicine that can worsen restless legs */
    MEDICINE_EXACERBATES_RLS("medicine_exacerbates_rls"),
    /** A dopaminergic medicine */
    MEDICINE_DOPAMINERGIC("medicine_dopaminergic"),
    /** Folic acid */
    MEDICINE_FOLIC_ACID("medicine_folic_acid"),
    /** A medicine that makes red cells */
    MEDICINE_ERYTHROPOIETIC("medicine_erythropoietic"),
    ;

    override val textSet: String get() = "fact"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Fact? = byCode[code]
    }
}

/** What a laboratory measures. */
public enum class Analyte(override val code: String) : Subject {
    /** Ferritin, serum/plasma */
    FERRITIN("ferritin"),
    /** Iron, serum/plasma */
    IRON("iron"),
    /** Total iron-binding capacity */
    TIBC("tibc"),
    /** Unsaturated iron-binding capacity */
    UIBC("uibc"),
    /** Transferrin */
    TRANSFERRIN("transferrin"),
    /** Transferrin saturation */
    TSAT("tsat"),
    /** Soluble transferrin receptor */
    STFR("stfr"),
    /** Hepcidin-25 */
    HEPCIDIN("hepcidin"),
    /** C-reactive protein */
    CRP("crp"),
    /** Haemoglobin, blood */
    HAEMOGLOBIN("haemoglobin"),
    /** Haematocrit, blood */
    HAEMATOCRIT("haematocrit"),
    /** Mean corpuscular volume */
    MCV("mcv"),
    /** Red cell distribution width */
    RDW("rdw"),
    /** Vitamin B12 (cobalamin), total */
    B12_TOTAL("b12_total"),
    /** Active B12 (holotranscobalamin) */
    HOLOTC("holotc"),
    /** Methylmalonic acid, serum/plasma */
    MMA_SERUM("mma_serum"),
    /** Methylmalonic acid/creatinine, urine */
    MMA_URINE("mma_urine"),
    /** Total homocysteine, plasma */
    HCY("hcy"),
    /** Folate, serum/plasma */
    FOLATE_SERUM("folate_serum"),
    /** Folate, red cell */
    FOLATE_RBC("folate_rbc"),
    /** Creatinine, serum/plasma */
    CREATININE("creatinine"),
    /** Creatinine, urine */
    CREATININE_URINE("creatinine_urine"),
    /** Cystatin C */
    CYSTATIN_C("cystatin_c"),
    /** Urea */
    UREA("urea"),
    /** Urea nitrogen (BUN) */
    UREA_NITROGEN("urea_nitrogen"),
    /** Sodium */
    SODIUM("sodium"),
    /** Potassium */
    POTASSIUM("potassium"),
    /** Calcium, total */
    CALCIUM("calcium"),
    /** Calcium, ionised */
    CALCIUM_IONISED("calcium_ionised"),
    /** Albumin, serum */
    ALBUMIN("albumin"),
    /** Magnesium */
    MAGNESIUM("magnesium"),
    /** Phosphate (inorganic) */
    PHOSPHATE("phosphate"),
    /** Thyrotropin */
    TSH("tsh"),
    /** Free thyroxine */
    FT4("ft4"),
    /** HbA1c */
    HBA1C("hba1c"),
    /** Glucose, plasma */
    GLUCOSE("glucose"),
    /** Urine albumin/creatinine ratio */
    UACR("uacr"),
    /** 25-hydroxyvitamin D */
    VITD("vitd"),
    /** Parathyrin, intact */
    PTH("pth"),
    /** Zinc, serum/plasma */
    ZINC("zinc"),
    /** Copper, serum/plasma */
    COPPER("copper"),
    /** Intrinsic factor (blocking) antibody */
    IFAB("ifab"),
    /** Parietal cell antibody */
    PCA("pca"),
    /** Gastrin, serum fasting */
    GASTRIN("gastrin"),
    /** Anti-tissue transglutaminase IgA */
    TTG_IGA("ttg_iga"),
    /** EGFR (derived) */
    EGFR("egfr"),
    /** Hypersegmented neutrophils */
    NEUT_HYPERSEG("neut_hyperseg"),
    ;

    override val textSet: String get() = "analyte"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Analyte? = byCode[code]
    }
}

/** What a medicine is, or does, that matters here. */
public enum class MedicineClass(override val code: String) : DisplayCode {
    /** Exacerbates RLS */
    EXACERBATES_RLS("exacerbates_rls"),
    /** Lowers B12 */
    LOWERS_B12("lowers_b12"),
    /** Dopaminergic */
    DOPAMINERGIC("dopaminergic"),
    /** Iron oral */
    IRON_ORAL("iron_oral"),
    /** Iron intravenous */
    IRON_INTRAVENOUS("iron_intravenous"),
    /** B12 product */
    B12_PRODUCT("b12_product"),
    /** Folic acid */
    FOLIC_ACID("folic_acid"),
    /** Combined contraceptive */
    COMBINED_CONTRACEPTIVE("combined_contraceptive"),
    /** Alpha2delta */
    ALPHA2DELTA("alpha2delta"),
    /** Opioid */
    OPIOID("opioid"),
    /** Antidepressant */
    ANTIDEPRESSANT("antidepressant"),
    /** Serotonergic */
    SEROTONERGIC("serotonergic"),
    /** Dopamine antagonist */
    DOPAMINE_ANTAGONIST("dopamine_antagonist"),
    /** Sedating antihistamine */
    SEDATING_ANTIHISTAMINE("sedating_antihistamine"),
    /** Proton pump inhibitor */
    PROTON_PUMP_INHIBITOR("proton_pump_inhibitor"),
    /** H2 antagonist */
    H2_ANTAGONIST("h2_antagonist"),
    /** Antiseizure */
    ANTISEIZURE("antiseizure"),
    /** Benzodiazepine */
    BENZODIAZEPINE("benzodiazepine"),
    /** Beta blocker */
    BETA_BLOCKER("beta_blocker"),
    /** Z drug */
    Z_DRUG("z_drug"),
    /** Sedative */
    SEDATIVE("sedative"),
    /** Mao inhibitor */
    MAO_INHIBITOR("mao_inhibitor"),
    /** Ergot dopaminergic */
    ERGOT_DOPAMINERGIC("ergot_dopaminergic"),
    /** Iron chelator */
    IRON_CHELATOR("iron_chelator"),
    /** Erythropoietic */
    ERYTHROPOIETIC("erythropoietic"),
    /** Blood thinner */
    BLOOD_THINNER("blood_thinner"),
    /** Hindered by iron */
    HINDERED_BY_IRON("hindered_by_iron"),
    ;

    override val textSet: String get() = "medicine_class"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): MedicineClass? = byCode[code]
    }
}

/** How strongly an action is recommended, in the words of its guideline. */
public enum class Strength(override val code: String) : DisplayCode {
    /** Grade 1C */
    GRADE_1C("1c"),
    /** Against */
    AGAINST("against"),
    /** Conditional */
    CONDITIONAL("conditional"),
    /** Consensus */
    CONSENSUS("consensus"),
    /** First choice */
    FIRST_CHOICE("first_choice"),
    /** Good option */
    GOOD_OPTION("good_option"),
    /** Grade 1b */
    GRADE_1B("grade_1b"),
    /** Guideline */
    GUIDELINE("guideline"),
    /** Intermittent */
    INTERMITTENT("intermittent"),
    /** Level A */
    LEVEL_A("level_a"),
    /** Level B */
    LEVEL_B("level_b"),
    /** Level C */
    LEVEL_C("level_c"),
    /** Level U */
    LEVEL_U("level_u"),
    /** Not recommended */
    NOT_RECOMMENDED("not_recommended"),
    /** Option */
    OPTION("option"),
    /** Second line */
    SECOND_LINE("second_line"),
    /** Standard */
    STANDARD("standard"),
    /** Strong */
    STRONG("strong"),
    ;

    override val textSet: String get() = "strength"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Strength? = byCode[code]
    }
}

/** Certainty of the evidence, in the words of its guideline. */
public enum class Certainty(override val code: String) : DisplayCode {
    /** Low */
    LOW("low"),
    /** Moderate */
    MODERATE("moderate"),
    /** Very low */
    VERY_LOW("very_low"),
    ;

    override val textSet: String get() = "certainty"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Certainty? = byCode[code]
    }
}

/** How pressing an alert is. */
public enum class Severity(override val code: String) : DisplayCode {
    /** Act now */
    URGENT("urgent"),
    /** Mind this before acting */
    CAUTION("caution"),
    /** Good to know */
    INFO("info"),
    ;

    override val textSet: String get() = "severity"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Severity? = byCode[code]
    }
}

/** For or against. */
public enum class Direction(override val code: String) : DisplayCode {
    /** For */
    FOR("for"),
    /** Against */
    AGAINST("against"),
    ;

    override val textSet: String get() = "direction"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Direction? = byCode[code]
    }
}

/** What sort of act. */
public enum class ActKind(override val code: String) : DisplayCode {
    /** Act on a result now */
    ACT_ON_RESULT("act_on_result"),
    /** Treat now */
    TREAT_NOW("treat_now"),
    /** Stop something that is taken */
    STOP("stop"),
    /** A danger of what is taken */
    PRECAUTION("precaution"),
    /** Review a medicine with its prescriber */
    REVIEW("review"),
    /** Treat */
    TREAT("treat"),
    /** Refer */
    REFER("refer"),
    /** Ask the patient */
    ASK("ask"),
    /** Measure */
    TEST("test"),
    /** Bear in mind */
    MIND("mind"),
    ;

    override val textSet: String get() = "act_kind"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): ActKind? = byCode[code]
    }
}

/** How sure it is that what is known leads to an act. */
public enum class ActCertainty(override val code: String) : DisplayCode {
    /** Needed */
    CERTAIN("certain"),
    /** Needed under what is usually so */
    USUAL("usual"),
    /** Perhaps needed */
    POSSIBLE("possible"),
    ;

    override val textSet: String get() = "act_certainty"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): ActCertainty? = byCode[code]
    }
}

/** How pressing a precaution is. */
public enum class PrecautionSeverity(override val code: String) : DisplayCode {
    /** Act now */
    URGENT("urgent"),
    /** Not to be offered */
    STOP("stop"),
    /** Mind this before acting */
    CAUTION("caution"),
    /** Good to know */
    NOTE("note"),
    ;

    override val textSet: String get() = "precaution_severity"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): PrecautionSeverity? = byCode[code]
    }
}

/** How far a statement was checked against the source that it names. */
public enum class Verification(override val code: String) : DisplayCode {
    /** Read in the source's own text */
    ORIGINAL("original"),
    /** Read in another's account of the source */
    SECONDARY("secondary"),
    /** Computed or decided here from what was read */
    DERIVED("derived"),
    /** Not found in any text that could be read */
    UNVERIFIED("unverified"),
    ;

    override val textSet: String get() = "verification"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Verification? = byCode[code]
    }
}

/** What a piece of evidence speaks about. */
public enum class EvidenceScope(override val code: String) : DisplayCode {
    /** The source names this ingredient */
    INGREDIENT("ingredient"),
    /** The source names a class only */
    CLASS("class"),
    ;

    override val textSet: String get() = "scope"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): EvidenceScope? = byCode[code]
    }
}

/** How to draw a sample. */
public enum class Instruction(override val code: String) : DisplayCode {
    /** 24 h without iron */
    IRON_FREE_24H("iron_free_24h"),
    /** Morning sample */
    MORNING("morning"),
    ;

    override val textSet: String get() = "instruction"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Instruction? = byCode[code]
    }
}

/** Sex, as far as reference limits go. */
public enum class Sex(override val code: String) : DisplayCode {
    /** Female */
    FEMALE("female"),
    /** Male */
    MALE("male"),
    ;

    override val textSet: String get() = "sex"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Sex? = byCode[code]
    }
}

/** How a censored result compares with its printed bound. */
public enum class Comparator(override val code: String) : StableCode {
    /** Below */
    BELOW("<"),
    /** At most */
    AT_MOST("<="),
    /** Above */
    ABOVE(">"),
    /** At least */
    AT_LEAST(">="),
    ;

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Comparator? = byCode[code]
    }
}

/** The result of a qualitative test. */
public enum class Finding(override val code: String) : DisplayCode {
    /** Negative */
    NEGATIVE("negative"),
    /** Positive */
    POSITIVE("positive"),
    /** Indeterminate */
    INDETERMINATE("indeterminate"),
    ;

    override val textSet: String get() = "finding"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Finding? = byCode[code]
    }
}

/** Conditions that look like restless legs syndrome. Leave it out where they were not assessed. */
public enum class Mimics(override val code: String) : DisplayCode {
    /** Looked for and not found */
    RULED_OUT("ruled_out"),
    /** Present beside restless legs syndrome */
    COEXISTS("coexists"),
    /** Explains the symptoms by itself */
    SOLE_EXPLANATION("sole_explanation"),
    ;

    override val textSet: String get() = "mimics"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Mimics? = byCode[code]
    }
}

/** How much the symptoms distress. */
public enum class Distress(override val code: String) : DisplayCode {
    /** Not at all */
    NOT_AT_ALL("none"),
    /** Mild */
    MILD("mild"),
    /** Moderate */
    MODERATE("moderate"),
    /** Severe */
    SEVERE("severe"),
    ;

    override val textSet: String get() = "distress"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Distress? = byCode[code]
    }
}

/** Why vitamin B12 is deficient. */
public enum class B12Cause(override val code: String) : DisplayCode {
    /** Autoimmune gastritis (pernicious anaemia) */
    AUTOIMMUNE_GASTRITIS("autoimmune_gastritis"),
    /** Total gastrectomy */
    TOTAL_GASTRECTOMY("total_gastrectomy"),
    /** Complete resection of the terminal ileum */
    COMPLETE_TERMINAL_ILEAL_RESECTION("complete_terminal_ileal_resection"),
    /** Another cause of malabsorption */
    OTHER_MALABSORPTION("other_malabsorption"),
    /** A medicine */
    MEDICINE("medicine"),
    /** Diet */
    DIETARY("dietary"),
    /** Recreational nitrous oxide */
    NITROUS_OXIDE("nitrous_oxide"),
    ;

    override val textSet: String get() = "b12_cause"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): B12Cause? = byCode[code]
    }
}

/** How far the liver's function is impaired. */
public enum class LiverImpairment(override val code: String) : DisplayCode {
    /** Not at all */
    NONE_OF_THESE("none"),
    /** Mild */
    MILD("mild"),
    /** Moderate */
    MODERATE("moderate"),
    /** Severe */
    SEVERE("severe"),
    ;

    override val textSet: String get() = "liver_impairment"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): LiverImpairment? = byCode[code]
    }
}

/** Nitrous oxide as an anaesthetic. */
public enum class NitrousOxideAnaesthesia(override val code: String) : DisplayCode {
    /** Neither recent nor planned */
    NONE_OF_THESE("none"),
    /** Given lately */
    RECENT("recent"),
    /** Planned */
    PLANNED("planned"),
    ;

    override val textSet: String get() = "nitrous_oxide_anaesthesia"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): NitrousOxideAnaesthesia? = byCode[code]
    }
}

/** What was given at the last intravenous iron. */
public enum class IvIronProduct(override val code: String) : DisplayCode {
    /** Ferric carboxymaltose */
    FERRIC_CARBOXYMALTOSE("ferric_carboxymaltose"),
    /** Ferric derisomaltose */
    FERRIC_DERISOMALTOSE("ferric_derisomaltose"),
    /** Ferumoxytol */
    FERUMOXYTOL("ferumoxytol"),
    /** Low-molecular-weight iron dextran */
    IRON_DEXTRAN("iron_dextran"),
    /** Iron sucrose */
    IRON_SUCROSE("iron_sucrose"),
    /** Another product */
    OTHER("other"),
    ;

    override val textSet: String get() = "iv_iron_product"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): IvIronProduct? = byCode[code]
    }
}

/** A group of yes/no items that is declared complete: what it does not mention is absent. */
public enum class CompleteGroup(override val code: String) : DisplayCode {
    /** Symptoms and signs */
    SYMPTOMS("symptoms"),
    /** History and circumstances */
    HISTORY("history"),
    /** Medicines */
    MEDICINES("medicines"),
    ;

    override val textSet: String get() = "complete"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): CompleteGroup? = byCode[code]
    }
}

/** What is off unless asked for. */
public enum class Include(override val code: String) : DisplayCode {
    /** The superseded limits for vitamin B12 of 2017 */
    AAFP_2017("aafp-2017"),
    /** The experimental combined indicator of vitamin B12 status */
    CB12("cb12"),
    ;

    override val textSet: String get() = "include"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Include? = byCode[code]
    }
}

/** What to do with a medicine that the catalogue does not know. */
public enum class UnknownMedicines(override val code: String) : DisplayCode {
    /** Refuse the patient, with a suggestion */
    REFUSE("refuse"),
    /** Carry the name along: nothing is concluded from it, and the list can then not be complete */
    CARRY("carry"),
    ;

    override val textSet: String get() = "unknown_medicines"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): UnknownMedicines? = byCode[code]
    }
}

/** What to do with a patient in whom something cannot be accepted. */
public enum class OnRefusal(override val code: String) : DisplayCode {
    /** Refuse the patient, with every fault */
    REFUSE("refuse"),
    /** Go on without what cannot be accepted, and say so first */
    SET_ASIDE("set_aside"),
    ;

    override val textSet: String get() = "on_refusal"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): OnRefusal? = byCode[code]
    }
}

/** The factor from transferrin to total iron-binding capacity: laboratories use several. */
public enum class TransferrinFactor(override val code: String) : DisplayCode {
    /** 25.1 umol/L per g/L */
    MOLAR_25_1("molar_25_1"),
    /** 1.25 ug/dL per mg/dL */
    MASS_1_25("mass_1_25"),
    /** 1.27 ug/dL per mg/dL */
    MASS_1_27("mass_1_27"),
    /** 1.404 ug/dL per mg/dL */
    MASS_1_404("mass_1_404"),
    /** 1.43 ug/dL per mg/dL */
    MASS_1_43("mass_1_43"),
    /** 1.45 ug/dL per mg/dL */
    MASS_1_45("mass_1_45"),
    ;

    override val textSet: String get() = "transferrin_factor"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): TransferrinFactor? = byCode[code]
    }
}

/** What a single result stands for. */
public enum class Uncertainty(override val code: String) : DisplayCode {
    /** The number reported */
    AS_REPORTED("as_reported"),
    /** Every value of which it may be one sample */
    VARIATION("variation"),
    /** For ferritin, every value that another manufacturer's assay might have read */
    ASSAY("assay"),
    ;

    override val textSet: String get() = "uncertainty"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Uncertainty? = byCode[code]
    }
}

/** What is computed or said of a person, and is neither a fact of a rule nor measured. */
public enum class OtherFact(override val code: String) : Subject {
    /** Calcium, adjusted for albumin */
    CALCIUM_ADJUSTED("calcium_adjusted"),
    /** Combined indicator of vitamin B12 status */
    CB12("cb12"),
    /** Elevation of residence */
    ELEVATION_M("elevation_m"),
    /** Items of the IRLS rating scale */
    IRLS_ITEMS("irls_items"),
    /** Medicines */
    MEDICINES("medicines"),
    /** Sex */
    SEX("sex"),
    ;

    override val textSet: String get() = "other"

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): OtherFact? = byCode[code]
    }
}

/** A unit of measurement, by its code in the Unified Code for Units of Measure. */
public enum class LabUnit(override val code: String) : StableCode {
    /** `%` */
    PERCENT("%"),
    /** `1` */
    ONE("1"),
    /** `L/L` */
    L_PER_L("L/L"),
    /** `fL` */
    FL("fL"),
    /** `g/dL` */
    G_PER_DL("g/dL"),
    /** `g/L` */
    G_PER_L("g/L"),
    /** `mg/dL` */
    MG_PER_DL("mg/dL"),
    /** `mg/L` */
    MG_PER_L("mg/L"),
    /** `ug/dL` */
    UG_PER_DL("ug/dL"),
    /** `ug/L` */
    UG_PER_L("ug/L"),
    /** `ug/mL` */
    UG_PER_ML("ug/mL"),
    /** `ng/dL` */
    NG_PER_DL("ng/dL"),
    /** `ng/L` */
    NG_PER_L("ng/L"),
    /** `ng/mL` */
    NG_PER_ML("ng/mL"),
    /** `pg/mL` */
    PG_PER_ML("pg/mL"),
    /** `mmol/L` */
    MMOL_PER_L("mmol/L"),
    /** `umol/L` */
    UMOL_PER_L("umol/L"),
    /** `nmol/L` */
    NMOL_PER_L("nmol/L"),
    /** `nmol/mL` */
    NMOL_PER_ML("nmol/mL"),
    /** `pmol/L` */
    PMOL_PER_L("pmol/L"),
    /** `meq/L` */
    MEQ_PER_L("meq/L"),
    /** `mmol/mol` */
    MMOL_PER_MOL("mmol/mol"),
    /** `mmol/mol{creat}` */
    MMOL_PER_MOL_CREAT("mmol/mol{creat}"),
    /** `umol/mmol{creat}` */
    UMOL_PER_MMOL_CREAT("umol/mmol{creat}"),
    /** `mg/g` */
    MG_PER_G("mg/g"),
    /** `ug/mg` */
    UG_PER_MG("ug/mg"),
    /** `mg/mmol` */
    MG_PER_MMOL("mg/mmol"),
    /** `m[IU]/L` */
    MILLI_IU_PER_L("m[IU]/L"),
    /** `u[IU]/mL` */
    MICRO_IU_PER_ML("u[IU]/mL"),
    /** `[arb'U]/mL` */
    ARB_U_PER_ML("[arb'U]/mL"),
    /** `mL/min/{1.73_m2}` */
    ML_PER_MIN_PER173_M2("mL/min/{1.73_m2}"),
    ;

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): LabUnit? = byCode[code]
    }
}

/** Are the diagnostic criteria of restless legs syndrome met? */
public enum class RlsDiagnosis(override val code: String) : QuestionAnswer {
    /** All five criteria are met */
    MET("met"),
    /** At least one criterion is not met */
    NOT_MET("not_met"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.rls.diagnosis"

    override fun answers(question: Question): Boolean = question == Question.RLS_DIAGNOSIS

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): RlsDiagnosis? = byCode[code]
    }
}

/** Which course do the symptoms take? */
public enum class RlsCourse(override val code: String) : QuestionAnswer {
    /** Chronic persistent: on average at least twice a week over the past year */
    CHRONIC_PERSISTENT("chronic_persistent"),
    /** Intermittent: on average less than twice a week over the past year, with at least five lifetime events */
    INTERMITTENT("intermittent"),
    /** Unspecified: neither specifier applies */
    UNSPECIFIED("unspecified"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.rls.course"

    override fun answers(question: Question): Boolean = question == Question.RLS_COURSE

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): RlsCourse? = byCode[code]
    }
}

/** Are the symptoms clinically relevant? */
public enum class RlsRelevance(override val code: String) : QuestionAnswer {
    /** Clinically relevant */
    RELEVANT("relevant"),
    /** Not relevant: not clinically relevant by this definition */
    NOT_RELEVANT("not_relevant"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.rls.relevance"

    override fun answers(question: Question): Boolean = question == Question.RLS_RELEVANCE

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): RlsRelevance? = byCode[code]
    }
}

/** How severe are the symptoms? */
public enum class RlsSeverity(override val code: String) : QuestionAnswer {
    /** None: IRLS total 0 */
    NO_SYMPTOMS("none"),
    /** Mild: IRLS total 1 to 10 */
    MILD("mild"),
    /** Moderate: IRLS total 11 to 20 */
    MODERATE("moderate"),
    /** Severe: IRLS total 21 to 30 */
    SEVERE("severe"),
    /** Very severe: IRLS total 31 to 40 */
    VERY_SEVERE("very_severe"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.rls.severity"

    override fun answers(question: Question): Boolean = question == Question.RLS_SEVERITY

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): RlsSeverity? = byCode[code]
    }
}

/** Does the onset suggest a secondary form? */
public enum class RlsOnsetPattern(override val code: String) : QuestionAnswer {
    /** Secondary more likely: onset in middle or later life without family history: a cause is more likely */
    SECONDARY_MORE_LIKELY("secondary_more_likely"),
    /** Not suggestive: the onset does not suggest a cause, which excludes none */
    NOT_SUGGESTIVE("not_suggestive"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.rls.onset_pattern"

    override fun answers(question: Question): Boolean = question == Question.RLS_ONSET_PATTERN

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): RlsOnsetPattern? = byCode[code]
    }
}

/** Has dopaminergic treatment brought augmentation? */
public enum class RlsAugmentation(override val code: String) : QuestionAnswer {
    /** Augmentation */
    AUGMENTATION("augmentation"),
    /** No augmentation: the criteria of augmentation are not met */
    NO_AUGMENTATION("no_augmentation"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.rls.augmentation"

    override fun answers(question: Question): Boolean = question == Question.RLS_AUGMENTATION

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): RlsAugmentation? = byCode[code]
    }
}

/** Does a medicine make restless legs worse? */
public enum class RlsExacerbatingMedicine(override val code: String) : QuestionAnswer {
    /** A medicine is known to bring on or worsen restless legs: review it with the prescriber */
    REVIEW("review"),
    /** None found: no such medicine */
    NONE_FOUND("none_found"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.rls.exacerbating_medicine"

    override fun answers(question: Question): Boolean = question == Question.RLS_EXACERBATING_MEDICINE

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): RlsExacerbatingMedicine? = byCode[code]
    }
}

/** Does something else make restless legs worse? */
public enum class RlsExacerbatingFactor(override val code: String) : QuestionAnswer {
    /** Alcohol, caffeine or untreated obstructive sleep apnoea can be making it worse: address it */
    ADDRESS("address"),
    /** None found: none of them */
    NONE_FOUND("none_found"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.rls.exacerbating_factor"

    override fun answers(question: Question): Boolean = question == Question.RLS_EXACERBATING_FACTOR

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): RlsExacerbatingFactor? = byCode[code]
    }
}

/** If this is restless legs syndrome: should iron be given, and by which route? */
public enum class IronTherapy(override val code: String) : QuestionAnswer {
    /** Oral or intravenous iron */
    ORAL_OR_IV("oral_or_iv"),
    /** Oral iron */
    ORAL("oral"),
    /** Intravenous iron only */
    IV_ONLY("iv_only"),
    /** Intravenous iron sucrose */
    IV_SUCROSE("iv_sucrose"),
    /** A grey zone: the source leaves it open */
    GREY_ZONE("grey_zone"),
    /** Iron is not indicated for restless legs */
    NOT_INDICATED("not_indicated"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.iron.therapy"

    override fun answers(question: Question): Boolean = question == Question.IRON_THERAPY

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): IronTherapy? = byCode[code]
    }
}

/** Is there a reason not to give iron for restless legs? */
public enum class IronSafety(override val code: String) : QuestionAnswer {
    /** No reason found */
    CLEAR("clear"),
    /** No iron for restless legs: overload, or an anaemia or disturbance in which iron does harm, is known */
    STOP_KNOWN_OVERLOAD("stop_known_overload"),
    /** No iron for restless legs: transferrin saturation is at or above 45 %; look for haemochromatosis */
    STOP_TSAT_CEILING("stop_tsat_ceiling"),
    /** No iron for restless legs: too many red cells, or polycythaemia vera; a haematologist decides */
    STOP_ERYTHROCYTOSIS("stop_erythrocytosis"),
    /** No iron for restless legs: ferritin is above 300 ng/mL, beyond the range of the trials */
    STOP_FERRITIN_CEILING("stop_ferritin_ceiling"),
    /** No iron for now, by either route: wait until the infection is over */
    DEFER_INFECTION("defer_infection"),
    /** No intravenous iron; oral iron is not affected */
    STOP_IV_ONLY("stop_iv_only"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.iron.safety"

    override fun answers(question: Question): Boolean = question == Question.IRON_SAFETY

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): IronSafety? = byCode[code]
    }
}

/** Is there iron deficiency? */
public enum class IronDeficiency(override val code: String) : QuestionAnswer {
    /** Iron deficiency */
    DEFICIENT("deficient"),
    /** Iron deficiency and inflammation together */
    MIXED("mixed"),
    /** Iron deficiency is possible: inflammation raises ferritin */
    POSSIBLE_WITH_INFLAMMATION("possible_with_inflammation"),
    /** The pattern of anaemia of inflammation */
    ANAEMIA_OF_INFLAMMATION("anaemia_of_inflammation"),
    /** No iron deficiency by these limits */
    NOT_DEFICIENT("not_deficient"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.iron.deficiency"

    override fun answers(question: Question): Boolean = question == Question.IRON_DEFICIENCY

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): IronDeficiency? = byCode[code]
    }
}

/** Is there iron overload, or should haemochromatosis be tested for? */
public enum class IronOverload(override val code: String) : QuestionAnswer {
    /** Provisional iron overload */
    OVERLOAD_PROVISIONAL("overload_provisional"),
    /** Test for HFE haemochromatosis */
    HFE_TEST("hfe_test"),
    /** The limits of this guideline are not reached */
    NO_OVERLOAD("no_overload"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.iron.overload"

    override fun answers(question: Question): Boolean = question == Question.IRON_OVERLOAD

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): IronOverload? = byCode[code]
    }
}

/** What does the first-line vitamin B12 test say? */
public enum class B12FirstLine(override val code: String) : QuestionAnswer {
    /** Vitamin B12 deficiency */
    DEFICIENT("deficient"),
    /** Vitamin B12 deficiency is possible: a second test decides */
    INDETERMINATE("indeterminate"),
    /** Vitamin B12 deficiency is unlikely */
    UNLIKELY("unlikely"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.b12.first_line"

    override fun answers(question: Question): Boolean = question == Question.B12_FIRST_LINE

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): B12FirstLine? = byCode[code]
    }
}

/** What do the first and second-line vitamin B12 tests say together? */
public enum class B12Status(override val code: String) : QuestionAnswer {
    /** Vitamin B12 deficiency */
    DEFICIENT("deficient"),
    /** Vitamin B12 deficiency is unlikely, which is not the same as excluded */
    DEFICIENCY_UNLIKELY("deficiency_unlikely"),
    /** The tests disagree: vitamin B12 deficiency is not ruled out */
    DISCORDANT("discordant"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.b12.status"

    override fun answers(question: Question): Boolean = question == Question.B12_STATUS

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): B12Status? = byCode[code]
    }
}

/** Should vitamin B12 be tested? */
public enum class B12WhomToTest(override val code: String) : QuestionAnswer {
    /** Test vitamin B12 */
    TEST("test"),
    /** Nothing here prompts a test */
    NOT_PROMPTED("not_prompted"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.b12.whom_to_test"

    override fun answers(question: Question): Boolean = question == Question.B12_WHOM_TO_TEST

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): B12WhomToTest? = byCode[code]
    }
}

/** If vitamin B12 is deficient: by which route should it be replaced? */
public enum class B12Treatment(override val code: String) : QuestionAnswer {
    /** Intramuscular vitamin B12 */
    IM("im"),
    /** Intramuscular vitamin B12, the schedule for neurological involvement */
    IM_NEUROLOGICAL("im_neurological"),
    /** Oral vitamin B12, 1 mg a day or more */
    ORAL_HIGH_DOSE("oral_high_dose"),
    /** Oral vitamin B12 in the low dose for dietary deficiency */
    ORAL_DIETARY("oral_dietary"),
    /** Replacement is not indicated by these tests */
    NOT_INDICATED("not_indicated"),
    /** A trial of vitamin B12, judged by symptoms and a second marker */
    TRIAL("trial"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.b12.treatment"

    override fun answers(question: Question): Boolean = question == Question.B12_TREATMENT

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): B12Treatment? = byCode[code]
    }
}

/** Could vitamin B12 deficiency contribute to restless legs? */
public enum class B12Contribution(override val code: String) : QuestionAnswer {
    /** Vitamin B12 was not assessed */
    NOT_ASSESSED("not_assessed"),
    /** Deficiency gives a neuropathy that imitates restless legs: examine; both may be present */
    LOOK_ALIKE("look_alike"),
    /** A plausible contributor: treat the deficiency for its own sake; whether the legs improve is not known */
    PLAUSIBLE("plausible"),
    /** Possible: the deficiency itself must be settled, whatever the legs */
    POSSIBLE("possible"),
    /** Nothing here suggests it; the association in the literature is small */
    UNLIKELY("unlikely"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.b12.contribution"

    override fun answers(question: Question): Boolean = question == Question.B12_CONTRIBUTION

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): B12Contribution? = byCode[code]
    }
}

/** Is there folate deficiency? */
public enum class FolateStatus(override val code: String) : QuestionAnswer {
    /** Folate deficiency */
    DEFICIENT("deficient"),
    /** Borderline folate, or possible deficiency */
    BORDERLINE("borderline"),
    /** Folate is sufficient by these limits */
    SUFFICIENT("sufficient"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.folate.status"

    override fun answers(question: Question): Boolean = question == Question.FOLATE_STATUS

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): FolateStatus? = byCode[code]
    }
}

/** Is there anaemia? */
public enum class Anaemia(override val code: String) : QuestionAnswer {
    /** No anaemia */
    NO_ANAEMIA("none"),
    /** Mild anaemia */
    MILD("mild"),
    /** Moderate anaemia */
    MODERATE("moderate"),
    /** Severe anaemia */
    SEVERE("severe"),
    /** Anaemia; no severity bands are known for this age */
    PRESENT_UNGRADED("present_ungraded"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.blood.anaemia"

    override fun answers(question: Question): Boolean = question == Question.BLOOD_ANAEMIA

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Anaemia? = byCode[code]
    }
}

/** Are the red cells large? */
public enum class Macrocytosis(override val code: String) : QuestionAnswer {
    /** Macrocytosis */
    MACROCYTOSIS("macrocytosis"),
    /** No macrocytosis */
    NO_MACROCYTOSIS("none"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.blood.macrocytosis"

    override fun answers(question: Question): Boolean = question == Question.BLOOD_MACROCYTOSIS

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Macrocytosis? = byCode[code]
    }
}

/** Which category of glomerular filtration rate? */
public enum class KidneyStage(override val code: String) : QuestionAnswer {
    /** G1, 90 or more */
    G1("g1"),
    /** G2, 60 to 89 */
    G2("g2"),
    /** G3a, 45 to 59 */
    G3A("g3a"),
    /** G3b, 30 to 44 */
    G3B("g3b"),
    /** G4, 15 to 29 */
    G4("g4"),
    /** G5, below 15 or dialysis */
    G5("g5"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.kidney.stage"

    override fun answers(question: Question): Boolean = question == Question.KIDNEY_STAGE

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): KidneyStage? = byCode[code]
    }
}

/** Which category of albuminuria? */
public enum class Albuminuria(override val code: String) : QuestionAnswer {
    /** A1, below 30 mg/g or 3 mg/mmol */
    A1("a1"),
    /** A2, 30 to 300 mg/g or 3 to 30 mg/mmol */
    A2("a2"),
    /** A3, above 300 mg/g or 30 mg/mmol */
    A3("a3"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.kidney.albuminuria"

    override fun answers(question: Question): Boolean = question == Question.KIDNEY_ALBUMINURIA

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Albuminuria? = byCode[code]
    }
}

/** Could restless legs be uraemic? */
public enum class UraemicRls(override val code: String) : QuestionAnswer {
    /** End-stage renal disease: uraemic restless legs are possible */
    CANDIDATE("candidate"),
    /** Severely reduced kidney function: keep it in mind */
    FLAG("flag"),
    /** Kidney function does not suggest it */
    NO("no"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.kidney.uraemic_rls"

    override fun answers(question: Question): Boolean = question == Question.KIDNEY_URAEMIC_RLS

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): UraemicRls? = byCode[code]
    }
}

/** Where a result lies in its laboratory's interval: thyrotropin, calcium, electrolytes. */
public enum class LabLevel(override val code: String) : QuestionAnswer {
    /** Below the laboratory's interval */
    LOW("low"),
    /** Within the laboratory's interval, limits included */
    IN_RANGE("in_range"),
    /** Above the laboratory's interval */
    HIGH("high"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.thyroid"

    override fun answers(question: Question): Boolean = question in setOf(
        Question.THYROID,
        Question.CALCIUM,
        Question.ELECTROLYTES_SODIUM,
        Question.ELECTROLYTES_POTASSIUM,
        Question.ELECTROLYTES_MAGNESIUM,
        Question.ELECTROLYTES_PHOSPHATE,
    )

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): LabLevel? = byCode[code]
    }
}

/** Where does glycated haemoglobin lie? */
public enum class Glycaemia(override val code: String) : QuestionAnswer {
    /** Below the range of prediabetes */
    NORMAL("normal"),
    /** The range of prediabetes (non-diabetic hyperglycaemia) */
    PREDIABETES("prediabetes"),
    /** The range of diabetes, which one result does not diagnose */
    DIABETES_RANGE("diabetes_range"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.glycaemia"

    override fun answers(question: Question): Boolean = question == Question.GLYCAEMIA

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Glycaemia? = byCode[code]
    }
}

/** What a guideline says of a treatment. */
public enum class TreatmentPosition(override val code: String) : QuestionAnswer {
    /** Recommended, strongly */
    FOR_STRONG("for_strong"),
    /** Recommended, conditionally */
    FOR_CONDITIONAL("for_conditional"),
    /** Recommended against, conditionally */
    AGAINST_CONDITIONAL("against_conditional"),
    /** Recommended against, strongly */
    AGAINST_STRONG("against_strong"),
    /** The evidence was found insufficient to support or refute it */
    INSUFFICIENT_EVIDENCE("insufficient_evidence"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    ;

    override val textSet: String get() = "answer.treatment"

    override fun answers(question: Question): Boolean = question.treatment != null

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): TreatmentPosition? = byCode[code]
    }
}

/** An answer to any question, by its code. Each question also has a type of its own answers. */
public enum class Answer(override val code: String) : StableCode {
    /** All five criteria are met */
    MET("met"),
    /** At least one criterion is not met */
    NOT_MET("not_met"),
    /** The guideline is silent */
    NOT_ADDRESSED("not_addressed"),
    /** The question does not arise for this person */
    NOT_APPLICABLE("not_applicable"),
    /** Chronic persistent: on average at least twice a week over the past year */
    CHRONIC_PERSISTENT("chronic_persistent"),
    /** Intermittent: on average less than twice a week over the past year, with at least five lifetime events */
    INTERMITTENT("intermittent"),
    /** Unspecified: neither specifier applies */
    UNSPECIFIED("unspecified"),
    /** Clinically relevant */
    RELEVANT("relevant"),
    /** Not relevant: not clinically relevant by this definition */
    NOT_RELEVANT("not_relevant"),
    /** Its meaning depends on the question. */
    NONE_OF_THESE("none"),
    /** Its meaning depends on the question. */
    MILD("mild"),
    /** Its meaning depends on the question. */
    MODERATE("moderate"),
    /** Its meaning depends on the question. */
    SEVERE("severe"),
    /** Very severe: IRLS total 31 to 40 */
    VERY_SEVERE("very_severe"),
    /** Secondary more likely: onset in middle or later life without family history: a cause is more likely */
    SECONDARY_MORE_LIKELY("secondary_more_likely"),
    /** Not suggestive: the onset does not suggest a cause, which excludes none */
    NOT_SUGGESTIVE("not_suggestive"),
    /** Augmentation */
    AUGMENTATION("augmentation"),
    /** No augmentation: the criteria of augmentation are not met */
    NO_AUGMENTATION("no_augmentation"),
    /** A medicine is known to bring on or worsen restless legs: review it with the prescriber */
    REVIEW("review"),
    /** Its meaning depends on the question. */
    NONE_FOUND("none_found"),
    /** Alcohol, caffeine or untreated obstructive sleep apnoea can be making it worse: address it */
    ADDRESS("address"),
    /** Oral or intravenous iron */
    ORAL_OR_IV("oral_or_iv"),
    /** Oral iron */
    ORAL("oral"),
    /** Intravenous iron only */
    IV_ONLY("iv_only"),
    /** Intravenous iron sucrose */
    IV_SUCROSE("iv_sucrose"),
    /** A grey zone: the source leaves it open */
    GREY_ZONE("grey_zone"),
    /** Its meaning depends on the question. */
    NOT_INDICATED("not_indicated"),
    /** No reason found */
    CLEAR("clear"),
    /** No iron for restless legs: overload, or an anaemia or disturbance in which iron does harm, is known */
    STOP_KNOWN_OVERLOAD("stop_known_overload"),
    /** No iron for restless legs: transferrin saturation is at or above 45 %; look for haemochromatosis */
    STOP_TSAT_CEILING("stop_tsat_ceiling"),
    /** No iron for restless legs: too many red cells, or polycythaemia vera; a haematologist decides */
    STOP_ERYTHROCYTOSIS("stop_erythrocytosis"),
    /** No iron for restless legs: ferritin is above 300 ng/mL, beyond the range of the trials */
    STOP_FERRITIN_CEILING("stop_ferritin_ceiling"),
    /** No iron for now, by either route: wait until the infection is over */
    DEFER_INFECTION("defer_infection"),
    /** No intravenous iron; oral iron is not affected */
    STOP_IV_ONLY("stop_iv_only"),
    /** Its meaning depends on the question. */
    DEFICIENT("deficient"),
    /** Iron deficiency and inflammation together */
    MIXED("mixed"),
    /** Iron deficiency is possible: inflammation raises ferritin */
    POSSIBLE_WITH_INFLAMMATION("possible_with_inflammation"),
    /** The pattern of anaemia of inflammation */
    ANAEMIA_OF_INFLAMMATION("anaemia_of_inflammation"),
    /** No iron deficiency by these limits */
    NOT_DEFICIENT("not_deficient"),
    /** Provisional iron overload */
    OVERLOAD_PROVISIONAL("overload_provisional"),
    /** Test for HFE haemochromatosis */
    HFE_TEST("hfe_test"),
    /** The limits of this guideline are not reached */
    NO_OVERLOAD("no_overload"),
    /** Vitamin B12 deficiency is possible: a second test decides */
    INDETERMINATE("indeterminate"),
    /** Its meaning depends on the question. */
    UNLIKELY("unlikely"),
    /** Vitamin B12 deficiency is unlikely, which is not the same as excluded */
    DEFICIENCY_UNLIKELY("deficiency_unlikely"),
    /** The tests disagree: vitamin B12 deficiency is not ruled out */
    DISCORDANT("discordant"),
    /** Test vitamin B12 */
    TEST("test"),
    /** Nothing here prompts a test */
    NOT_PROMPTED("not_prompted"),
    /** Intramuscular vitamin B12 */
    IM("im"),
    /** Intramuscular vitamin B12, the schedule for neurological involvement */
    IM_NEUROLOGICAL("im_neurological"),
    /** Oral vitamin B12, 1 mg a day or more */
    ORAL_HIGH_DOSE("oral_high_dose"),
    /** Oral vitamin B12 in the low dose for dietary deficiency */
    ORAL_DIETARY("oral_dietary"),
    /** A trial of vitamin B12, judged by symptoms and a second marker */
    TRIAL("trial"),
    /** Vitamin B12 was not assessed */
    NOT_ASSESSED("not_assessed"),
    /** Deficiency gives a neuropathy that imitates restless legs: examine; both may be present */
    LOOK_ALIKE("look_alike"),
    /** A plausible contributor: treat the deficiency for its own sake; whether the legs improve is not known */
    PLAUSIBLE("plausible"),
    /** Possible: the deficiency itself must be settled, whatever the legs */
    POSSIBLE("possible"),
    /** Borderline folate, or possible deficiency */
    BORDERLINE("borderline"),
    /** Folate is sufficient by these limits */
    SUFFICIENT("sufficient"),
    /** Anaemia; no severity bands are known for this age */
    PRESENT_UNGRADED("present_ungraded"),
    /** Macrocytosis */
    MACROCYTOSIS("macrocytosis"),
    /** G1, 90 or more */
    G1("g1"),
    /** G2, 60 to 89 */
    G2("g2"),
    /** G3a, 45 to 59 */
    G3A("g3a"),
    /** G3b, 30 to 44 */
    G3B("g3b"),
    /** G4, 15 to 29 */
    G4("g4"),
    /** G5, below 15 or dialysis */
    G5("g5"),
    /** A1, below 30 mg/g or 3 mg/mmol */
    A1("a1"),
    /** A2, 30 to 300 mg/g or 3 to 30 mg/mmol */
    A2("a2"),
    /** A3, above 300 mg/g or 30 mg/mmol */
    A3("a3"),
    /** End-stage renal disease: uraemic restless legs are possible */
    CANDIDATE("candidate"),
    /** Severely reduced kidney function: keep it in mind */
    FLAG("flag"),
    /** Kidney function does not suggest it */
    NO("no"),
    /** Below the laboratory's interval */
    LOW("low"),
    /** Within the laboratory's interval, limits included */
    IN_RANGE("in_range"),
    /** Above the laboratory's interval */
    HIGH("high"),
    /** Below the range of prediabetes */
    NORMAL("normal"),
    /** The range of prediabetes (non-diabetic hyperglycaemia) */
    PREDIABETES("prediabetes"),
    /** The range of diabetes, which one result does not diagnose */
    DIABETES_RANGE("diabetes_range"),
    /** Recommended, strongly */
    FOR_STRONG("for_strong"),
    /** Recommended, conditionally */
    FOR_CONDITIONAL("for_conditional"),
    /** Recommended against, conditionally */
    AGAINST_CONDITIONAL("against_conditional"),
    /** Recommended against, strongly */
    AGAINST_STRONG("against_strong"),
    /** The evidence was found insufficient to support or refute it */
    INSUFFICIENT_EVIDENCE("insufficient_evidence"),
    ;

    public companion object {
        private val byCode = entries.associateBy { it.code }

        /** The value with this code; `null` where there is none. */
        @JvmStatic public fun of(code: String): Answer? = byCode[code]
    }
}

/** Every answer it can have, in display order. */
public val Question.answers: List<Answer>
    get() = when (this) {
        Question.RLS_DIAGNOSIS ->
            listOf(Answer.MET, Answer.NOT_MET, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.RLS_COURSE ->
            listOf(Answer.CHRONIC_PERSISTENT, Answer.INTERMITTENT, Answer.UNSPECIFIED, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.RLS_RELEVANCE ->
            listOf(Answer.RELEVANT, Answer.NOT_RELEVANT, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.RLS_SEVERITY ->
            listOf(Answer.NONE_OF_THESE, Answer.MILD, Answer.MODERATE, Answer.SEVERE, Answer.VERY_SEVERE, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.RLS_ONSET_PATTERN ->
            listOf(Answer.SECONDARY_MORE_LIKELY, Answer.NOT_SUGGESTIVE, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.RLS_AUGMENTATION ->
            listOf(Answer.AUGMENTATION, Answer.NO_AUGMENTATION, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.RLS_EXACERBATING_MEDICINE ->
            listOf(Answer.REVIEW, Answer.NONE_FOUND, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.RLS_EXACERBATING_FACTOR ->
            listOf(Answer.ADDRESS, Answer.NONE_FOUND, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.IRON_THERAPY ->
            listOf(Answer.ORAL_OR_IV, Answer.ORAL, Answer.IV_ONLY, Answer.IV_SUCROSE, Answer.GREY_ZONE, Answer.NOT_INDICATED, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.IRON_SAFETY ->
            listOf(Answer.CLEAR, Answer.STOP_KNOWN_OVERLOAD, Answer.STOP_TSAT_CEILING, Answer.STOP_ERYTHROCYTOSIS, Answer.STOP_FERRITIN_CEILING, Answer.DEFER_INFECTION, Answer.STOP_IV_ONLY, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.IRON_DEFICIENCY ->
            listOf(Answer.DEFICIENT, Answer.MIXED, Answer.POSSIBLE_WITH_INFLAMMATION, Answer.ANAEMIA_OF_INFLAMMATION, Answer.NOT_DEFICIENT, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.IRON_OVERLOAD ->
            listOf(Answer.OVERLOAD_PROVISIONAL, Answer.HFE_TEST, Answer.NO_OVERLOAD, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.B12_FIRST_LINE ->
            listOf(Answer.DEFICIENT, Answer.INDETERMINATE, Answer.UNLIKELY, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.B12_STATUS ->
            listOf(Answer.DEFICIENT, Answer.DEFICIENCY_UNLIKELY, Answer.DISCORDANT, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.B12_WHOM_TO_TEST ->
            listOf(Answer.TEST, Answer.NOT_PROMPTED, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.B12_TREATMENT ->
            listOf(Answer.IM, Answer.IM_NEUROLOGICAL, Answer.ORAL_HIGH_DOSE, Answer.ORAL_DIETARY, Answer.NOT_INDICATED, Answer.TRIAL, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.B12_CONTRIBUTION ->
            listOf(Answer.NOT_ASSESSED, Answer.LOOK_ALIKE, Answer.PLAUSIBLE, Answer.POSSIBLE, Answer.UNLIKELY, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.FOLATE_STATUS ->
            listOf(Answer.DEFICIENT, Answer.BORDERLINE, Answer.SUFFICIENT, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.BLOOD_ANAEMIA ->
            listOf(Answer.NONE_OF_THESE, Answer.MILD, Answer.MODERATE, Answer.SEVERE, Answer.PRESENT_UNGRADED, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.BLOOD_MACROCYTOSIS ->
            listOf(Answer.MACROCYTOSIS, Answer.NONE_OF_THESE, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.KIDNEY_STAGE ->
            listOf(Answer.G1, Answer.G2, Answer.G3A, Answer.G3B, Answer.G4, Answer.G5, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.KIDNEY_ALBUMINURIA ->
            listOf(Answer.A1, Answer.A2, Answer.A3, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.KIDNEY_URAEMIC_RLS ->
            listOf(Answer.CANDIDATE, Answer.FLAG, Answer.NO, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.THYROID ->
            listOf(Answer.LOW, Answer.IN_RANGE, Answer.HIGH, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.CALCIUM ->
            listOf(Answer.LOW, Answer.IN_RANGE, Answer.HIGH, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.ELECTROLYTES_SODIUM ->
            listOf(Answer.LOW, Answer.IN_RANGE, Answer.HIGH, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.ELECTROLYTES_POTASSIUM ->
            listOf(Answer.LOW, Answer.IN_RANGE, Answer.HIGH, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.ELECTROLYTES_MAGNESIUM ->
            listOf(Answer.LOW, Answer.IN_RANGE, Answer.HIGH, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.ELECTROLYTES_PHOSPHATE ->
            listOf(Answer.LOW, Answer.IN_RANGE, Answer.HIGH, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        Question.GLYCAEMIA ->
            listOf(Answer.NORMAL, Answer.PREDIABETES, Answer.DIABETES_RANGE, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
        else ->
            listOf(Answer.FOR_STRONG, Answer.FOR_CONDITIONAL, Answer.AGAINST_CONDITIONAL, Answer.AGAINST_STRONG, Answer.INSUFFICIENT_EVIDENCE, Answer.NOT_ADDRESSED, Answer.NOT_APPLICABLE)
    }
