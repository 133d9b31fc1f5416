// Written by ekbom-mobile-generate from the core; a test compares. Do not edit.

/// A clinical question.
public enum Question: String, DisplayCode {
    /// Are the diagnostic criteria of restless legs syndrome met?
    case rlsDiagnosis = "rls.diagnosis"
    /// Which course do the symptoms take?
    case rlsCourse = "rls.course"
    /// Are the symptoms clinically relevant?
    case rlsRelevance = "rls.relevance"
    /// How severe are the symptoms?
    case rlsSeverity = "rls.severity"
    /// Does the onset suggest a secondary form?
    case rlsOnsetPattern = "rls.onset_pattern"
    /// Has dopaminergic treatment brought augmentation?
    case rlsAugmentation = "rls.augmentation"
    /// Does a medicine make restless legs worse?
    case rlsExacerbatingMedicine = "rls.exacerbating_medicine"
    /// Does something else make restless legs worse?
    case rlsExacerbatingFactor = "rls.exacerbating_factor"
    /// If this is restless legs syndrome: should iron be given, and by which route?
    case ironTherapy = "iron.therapy"
    /// Is there a reason not to give iron for restless legs?
    case ironSafety = "iron.safety"
    /// Is there iron deficiency?
    case ironDeficiency = "iron.deficiency"
    /// Is there iron overload, or should haemochromatosis be tested for?
    case ironOverload = "iron.overload"
    /// What does the first-line vitamin B12 test say?
    case b12FirstLine = "b12.first_line"
    /// What do the first and second-line vitamin B12 tests say together?
    case b12Status = "b12.status"
    /// Should vitamin B12 be tested?
    case b12WhomToTest = "b12.whom_to_test"
    /// If vitamin B12 is deficient: by which route should it be replaced?
    case b12Treatment = "b12.treatment"
    /// Could vitamin B12 deficiency contribute to restless legs?
    case b12Contribution = "b12.contribution"
    /// Is there folate deficiency?
    case folateStatus = "folate.status"
    /// Is there anaemia?
    case bloodAnaemia = "blood.anaemia"
    /// Are the red cells large?
    case bloodMacrocytosis = "blood.macrocytosis"
    /// Which category of glomerular filtration rate?
    case kidneyStage = "kidney.stage"
    /// Which category of albuminuria?
    case kidneyAlbuminuria = "kidney.albuminuria"
    /// Could restless legs be uraemic?
    case kidneyUraemicRLS = "kidney.uraemic_rls"
    /// Where does thyrotropin lie in its laboratory's interval?
    case thyroid
    /// Where does calcium, as reported, lie in its laboratory's interval?
    case calcium
    /// Where does sodium lie in its laboratory's interval?
    case electrolytesSodium = "electrolytes.sodium"
    /// Where does potassium lie in its laboratory's interval?
    case electrolytesPotassium = "electrolytes.potassium"
    /// Where does magnesium lie in its laboratory's interval?
    case electrolytesMagnesium = "electrolytes.magnesium"
    /// Where does phosphate lie in its laboratory's interval?
    case electrolytesPhosphate = "electrolytes.phosphate"
    /// Where does glycated haemoglobin lie?
    case glycaemia
    /// If this is restless legs syndrome: what is said of gabapentin enacarbil?
    case treatmentGabapentinEnacarbil = "treatment.gabapentin_enacarbil"
    /// If this is restless legs syndrome: what is said of gabapentin?
    case treatmentGabapentin = "treatment.gabapentin"
    /// If this is restless legs syndrome: what is said of pregabalin?
    case treatmentPregabalin = "treatment.pregabalin"
    /// If this is restless legs syndrome: what is said of intravenous ferric carboxymaltose?
    case treatmentFerricCarboxymaltose = "treatment.ferric_carboxymaltose"
    /// If this is restless legs syndrome: what is said of intravenous low-molecular-weight iron dextran?
    case treatmentIronDextran = "treatment.iron_dextran"
    /// If this is restless legs syndrome: what is said of intravenous ferumoxytol?
    case treatmentFerumoxytol = "treatment.ferumoxytol"
    /// If this is restless legs syndrome: what is said of oral ferrous sulfate?
    case treatmentFerrousSulfate = "treatment.ferrous_sulfate"
    /// If this is restless legs syndrome: what is said of intravenous iron sucrose?
    case treatmentIronSucrose = "treatment.iron_sucrose"
    /// If this is restless legs syndrome: what is said of dipyridamole?
    case treatmentDipyridamole = "treatment.dipyridamole"
    /// If this is restless legs syndrome: what is said of extended-release oxycodone and other opioids?
    case treatmentOpioids = "treatment.opioids"
    /// If this is restless legs syndrome: what is said of bilateral high-frequency peroneal nerve stimulation?
    case treatmentPeronealNerveStimulation = "treatment.peroneal_nerve_stimulation"
    /// If this is restless legs syndrome: what is said of vitamin C?
    case treatmentVitaminC = "treatment.vitamin_c"
    /// If this is restless legs syndrome: what is said of levodopa?
    case treatmentLevodopa = "treatment.levodopa"
    /// If this is restless legs syndrome: what is said of pramipexole?
    case treatmentPramipexole = "treatment.pramipexole"
    /// If this is restless legs syndrome: what is said of transdermal rotigotine?
    case treatmentRotigotine = "treatment.rotigotine"
    /// If this is restless legs syndrome: what is said of ropinirole?
    case treatmentRopinirole = "treatment.ropinirole"
    /// If this is restless legs syndrome: what is said of cabergoline?
    case treatmentCabergoline = "treatment.cabergoline"
    /// If this is restless legs syndrome: what is said of pergolide?
    case treatmentPergolide = "treatment.pergolide"
    /// If this is restless legs syndrome: what is said of bupropion as a treatment of restless legs?
    case treatmentBupropion = "treatment.bupropion"
    /// If this is restless legs syndrome: what is said of carbamazepine?
    case treatmentCarbamazepine = "treatment.carbamazepine"
    /// If this is restless legs syndrome: what is said of clonazepam?
    case treatmentClonazepam = "treatment.clonazepam"
    /// If this is restless legs syndrome: what is said of triazolam?
    case treatmentTriazolam = "treatment.triazolam"
    /// If this is restless legs syndrome: what is said of valproic acid?
    case treatmentValproicAcid = "treatment.valproic_acid"
    /// If this is restless legs syndrome: what is said of valerian?
    case treatmentValerian = "treatment.valerian"
    /// If this is restless legs syndrome: what is said of clonidine?
    case treatmentClonidine = "treatment.clonidine"
    /// If this is restless legs syndrome: what is said of pneumatic compression?
    case treatmentPneumaticCompression = "treatment.pneumatic_compression"
    /// If this is restless legs syndrome: what is said of near-infrared light?
    case treatmentNearInfrared = "treatment.near_infrared"
    /// If this is restless legs syndrome: what is said of repetitive transcranial magnetic stimulation?
    case treatmentRtms = "treatment.rtms"
    /// If this is restless legs syndrome: what is said of exercise?
    case treatmentExercise = "treatment.exercise"

    public static let textSet = "question"
}

/// A guideline, or another named authority for an answer.
public enum Guideline: String, DisplayCode {
    /// International Restless Legs Syndrome Study Group, consensus criteria 2014
    case irlssg2014 = "irlssg-2014"
    /// Clinical relevance as epidemiological studies define it
    case epidemiology
    /// Diagnostic and Statistical Manual of Mental Disorders, fifth edition
    case dsm5 = "dsm-5"
    /// IRLS rating scale, conventional bands
    case irls2003 = "irls-2003"
    /// Founding article (machine-written page)
    case article
    /// Max Planck Institute criteria of augmentation 2007
    case mpi2007 = "mpi-2007"
    /// American Academy of Sleep Medicine 2025
    case aasm2025 = "aasm-2025"
    /// World Health Organization 2024
    case who2024 = "who-2024"
    /// Common usage
    case common
    /// Safety rules of this library
    case ekbomSafety = "ekbom-safety"
    /// International Restless Legs Syndrome Study Group, iron task force 2018
    case irlssg2018 = "irlssg-2018"
    /// Mayo Clinic and RLS Foundation, updated algorithm 2021
    case mayo2021 = "mayo-2021"
    /// American Academy of Neurology 2016
    case aan2016 = "aan-2016"
    /// NICE Clinical Knowledge Summary, restless legs syndrome
    case niceCks = "nice-cks"
    /// European Crohn's and Colitis Organisation 2015
    case ecco2015 = "ecco-2015"
    /// World Health Organization 2020, ferritin
    case who2020 = "who-2020"
    /// American Gastroenterological Association 2020
    case aga2020 = "aga-2020"
    /// KDIGO 2026, anaemia in chronic kidney disease
    case kdigo2026 = "kdigo-2026"
    /// British Society for Haematology 2013, functional iron deficiency
    case bsh2013Functional = "bsh-2013-functional"
    /// European Association for the Study of the Liver 2022, haemochromatosis
    case easl2022 = "easl-2022"
    /// American Association for the Study of Liver Diseases 2011
    case aasld2011 = "aasld-2011"
    /// NICE guideline NG239 (2024)
    case niceNg239 = "nice-ng239"
    /// American Academy of Family Physicians, review 2025
    case aafp2025 = "aafp-2025"
    /// The laboratory's own limits
    case laboratory
    /// British Society for Haematology 2014
    case bsh2014 = "bsh-2014"
    /// American Academy of Family Physicians, review 2017 (superseded)
    case aafp2017 = "aafp-2017"
    /// Conclusions of this library from several sources
    case ekbomSynthesis = "ekbom-synthesis"
    /// World Health Organization, folate concentrations
    case whoFolate = "who-folate"
    /// Pfeiffer 2016, limits of folate matched to the assay
    case pfeiffer2016 = "pfeiffer-2016"
    /// KDIGO 2024
    case kdigo
    /// American Diabetes Association, Standards of Care
    case ada
    /// NICE, bands of glycated haemoglobin
    case nice
    /// EFNS, ENS and ESRS guideline 2012
    case efns2012 = "efns-2012"
    /// American Academy of Sleep Medicine 2012 (superseded)
    case aasm2012 = "aasm-2012"
    /// German S2k guideline 2022 (DGN, DGSM)
    case s2k2022 = "s2k-2022"
    /// Canadian Pharmacists Association 2023, restless legs syndrome
    case cps2023 = "cps-2023"

    public static let textSet = "guideline"
}

/// A treatment on which a guideline takes a position.
public enum Treatment: String, DisplayCode {
    /// Gabapentin enacarbil
    case gabapentinEnacarbil = "gabapentin_enacarbil"
    /// Gabapentin
    case gabapentin
    /// Pregabalin
    case pregabalin
    /// Intravenous ferric carboxymaltose
    case ferricCarboxymaltose = "ferric_carboxymaltose"
    /// Intravenous low-molecular-weight iron dextran
    case ironDextran = "iron_dextran"
    /// Intravenous ferumoxytol
    case ferumoxytol
    /// Oral ferrous sulfate
    case ferrousSulfate = "ferrous_sulfate"
    /// Intravenous iron sucrose
    case ironSucrose = "iron_sucrose"
    /// Dipyridamole
    case dipyridamole
    /// Extended-release oxycodone and other opioids
    case opioids
    /// Bilateral high-frequency peroneal nerve stimulation
    case peronealNerveStimulation = "peroneal_nerve_stimulation"
    /// Vitamin C
    case vitaminC = "vitamin_c"
    /// Levodopa
    case levodopa
    /// Pramipexole
    case pramipexole
    /// Transdermal rotigotine
    case rotigotine
    /// Ropinirole
    case ropinirole
    /// Cabergoline
    case cabergoline
    /// Pergolide
    case pergolide
    /// Bupropion as a treatment of restless legs
    case bupropion
    /// Carbamazepine
    case carbamazepine
    /// Clonazepam
    case clonazepam
    /// Triazolam
    case triazolam
    /// Valproic acid
    case valproicAcid = "valproic_acid"
    /// Valerian
    case valerian
    /// Clonidine
    case clonidine
    /// Pneumatic compression
    case pneumaticCompression = "pneumatic_compression"
    /// Near-infrared light
    case nearInfrared = "near_infrared"
    /// Repetitive transcranial magnetic stimulation
    case rtms
    /// Exercise
    case exercise

    public static let textSet = "treatment"
}

/// Something to do, or not to do.
public enum Action: String, DisplayCode {
    /// Look for haemochromatosis
    case haemochromatosisWorkup = "haemochromatosis_workup"
    /// Oral iron
    case oralIron = "oral_iron"
    /// Intravenous iron
    case ivIron = "iv_iron"
    /// Treat vitamin B12 deficiency
    case b12Treat = "b12_treat"
    /// Review a medicine that can worsen restless legs
    case reviewMedicine = "review_medicine"
    /// Address what makes restless legs worse
    case addressExacerbatingFactor = "address_exacerbating_factor"
    /// Test vitamin B12
    case b12Test = "b12_test"
    /// Gabapentin enacarbil
    case gabapentinEnacarbil = "gabapentin_enacarbil"
    /// Gabapentin
    case gabapentin
    /// Pregabalin
    case pregabalin
    /// Intravenous ferric carboxymaltose
    case ferricCarboxymaltose = "ferric_carboxymaltose"
    /// Intravenous low-molecular-weight iron dextran
    case ironDextran = "iron_dextran"
    /// Intravenous ferumoxytol
    case ferumoxytol
    /// Oral ferrous sulfate
    case ferrousSulfate = "ferrous_sulfate"
    /// Intravenous iron sucrose
    case ironSucrose = "iron_sucrose"
    /// Dipyridamole
    case dipyridamole
    /// Extended-release oxycodone and other opioids
    case opioids
    /// Bilateral high-frequency peroneal nerve stimulation
    case peronealNerveStimulation = "peroneal_nerve_stimulation"
    /// Vitamin C
    case vitaminC = "vitamin_c"
    /// Levodopa
    case levodopa
    /// Pramipexole
    case pramipexole
    /// Transdermal rotigotine
    case rotigotine
    /// Ropinirole
    case ropinirole
    /// Cabergoline
    case cabergoline
    /// Pergolide
    case pergolide
    /// Bupropion as a treatment of restless legs
    case bupropion
    /// Carbamazepine
    case carbamazepine
    /// Clonazepam
    case clonazepam
    /// Triazolam
    case triazolam
    /// Valproic acid
    case valproicAcid = "valproic_acid"
    /// Valerian
    case valerian
    /// Clonidine
    case clonidine
    /// Pneumatic compression
    case pneumaticCompression = "pneumatic_compression"
    /// Near-infrared light
    case nearInfrared = "near_infrared"
    /// Repetitive transcranial magnetic stimulation
    case rtms
    /// Exercise
    case exercise

    public static let textSet = "action"
}

/// What an alert is about.
public enum AlertCode: String, DisplayCode {
    /// A critical result: if its unit is right, somebody must act on it now, before anything else that stands here.
    case criticalResult = "critical_result"
    /// Neurological signs that restless legs do not explain, and vitamin B12 deficiency is not ruled out: do not delay treatment while waiting for results.
    case urgentNeurologicalB12 = "urgent_neurological_b12"
    /// Under two years with low vitamin B12 or haemoglobin below 70 g/L: to a paediatrician the same day.
    case infantUrgent = "infant_urgent"
    /// A guideline would give iron, but a safety rule forbids it.
    case ironWithheld = "iron_withheld"
    /// Measure transferrin saturation before giving iron: at 45 % or more iron is not given.
    case checkTSATBeforeIron = "check_tsat_before_iron"
    /// Before giving iron confirm that there is no haemochromatosis, iron overload or other stated reason against it.
    case confirmNoIronOverload = "confirm_no_iron_overload"
    /// Whether iron is safe is not yet determined.
    case ironSafetyOpen = "iron_safety_open"
    /// A result lies far outside what is usual, whatever the patient came for: find out why.
    case resultFarOut = "result_far_out"
    /// Too many red cells, or polycythaemia vera: no iron for restless legs until a haematologist has seen it. Where blood is let on purpose, little iron is the aim.
    case erythrocytosis
    /// An infection in which iron waits, by either route and for now: iron studies cannot be read, and a few weeks without iron cost little.
    case ironDeferredInfection = "iron_deferred_infection"
    /// Two results of one day disagree: each is still possible where iron is needed, and the more dangerous one counts where iron does harm. Ask the laboratory.
    case resultsDisagree = "results_disagree"
    /// Iron studies soon after intravenous iron or a transfusion do not tell what is needed, though what is too high still stops iron: repeat 4 to 8 weeks after the last dose.
    case ironRecentIV = "iron_recent_iv"
    /// Transferrin saturation is low, but C-reactive protein is above 10 mg/L and ferritin 100 ng/mL or more: inflammation does this without want of iron. Repeat when C-reactive protein is 5 mg/L or less.
    case tsatLowAcutePhase = "tsat_low_acute_phase"
    /// Phosphate below 0.65 mmol/L after ferric carboxymaltose: no further dose; look for bone pain, weakness and fractures, and treat with a specialist.
    case phosphateVeryLowAfterFCM = "phosphate_very_low_after_fcm"
    /// Iron needs caution in acute or chronic infection; in bacteraemia, with fever, or with C-reactive protein above 100 mg/L it waits, by either route.
    case infectionCaution = "infection_caution"
    /// Intravenous iron needs caution in severe atopy or asthma.
    case severeAtopyCaution = "severe_atopy_caution"
    /// The diagnostic criteria of restless legs syndrome are not confirmed: what follows holds if this is restless legs syndrome.
    case rlsNotConfirmed = "rls_not_confirmed"
    /// Transferrin saturation above 100 %: it occurs in iron poisoning and after intravenous iron. Repeat it, and do not give iron.
    case tsatAbove100 = "tsat_above_100"
    /// Serum iron exceeds the total iron-binding capacity: repeat both, and do not give iron.
    case ironExceedsTibc = "iron_exceeds_tibc"
    /// Recreational nitrous oxide, or not known whether: a normal vitamin B12 does not exclude deficiency. Measure homocysteine or methylmalonic acid.
    case b12UnreliableN2o = "b12_unreliable_n2o"
    /// The vitamin B12 tests disagree: deficiency is not ruled out. Repeat methylmalonic acid, test intrinsic factor antibodies, look at kidney function.
    case b12DiscordantTests = "b12_discordant_tests"
    /// Vitamin B12 in the middle band, and something is there that raises it or hides its lack: measure methylmalonic acid.
    case b12SecondMarkerNeeded = "b12_second_marker_needed"
    /// Vitamin B12 is not low, but something is there that raises it or hides its lack: it does not make deficiency unlikely.
    case b12NotLowUnreliable = "b12_not_low_unreliable"
    /// Methylmalonic acid is above 1000 nmol/L and kidney function is not known: measure creatinine, and do not wait for it.
    case mmaKidneyUnknown = "mma_kidney_unknown"
    /// Neurological signs although vitamin B12 is replaced and a second marker is normal: what is left of an earlier deficiency, or something else.
    case signsOnB12Replacement = "signs_on_b12_replacement"
    /// Pregnant, with anaemia or a lack of iron or vitamin B12: this is treated for the pregnancy, whatever the legs are.
    case pregnantAndDeficient = "pregnant_and_deficient"
    /// An iron-deficiency anaemia is a reason for iron of its own: look for blood loss. What is said of restless legs is not said of it.
    case ironDeficiencyAnaemiaStands = "iron_deficiency_anaemia_stands"
    /// Copper is low, and neurological signs are there: copper deficiency gives a myelopathy like that of vitamin B12 deficiency.
    case copperLow = "copper_low"
    /// A normal blood count does not exclude vitamin B12 deficiency: of 141 people with neuropsychiatric deficiency 40 (28 %) lacked anaemia or macrocytosis, and 19 (13.5 %) had neither.
    case bloodCountDoesNotExcludeB12 = "blood_count_does_not_exclude_b12"
    /// Neurological signs although the tests make vitamin B12 deficiency unlikely: treat the patient, not the number, and consider a second marker.
    case b12DiscordantClinical = "b12_discordant_clinical"
    /// A medicine here can bring on or worsen restless legs: review it with the prescriber, do not stop it abruptly.
    case exacerbatingMedicine = "exacerbating_medicine"
    /// A dopaminergic medicine: over time it can worsen restless legs (augmentation). Lowest dose, and watch for earlier, stronger or spreading symptoms.
    case dopaminergicAugmentationRisk = "dopaminergic_augmentation_risk"
    /// A pregnancy is stated at an age at which there is hardly one: ask whether the age and the pregnancy are right.
    case pregnancyAtUnlikelyAge = "pregnancy_at_unlikely_age"
    /// Dialysis or end-stage renal disease is stated, and the filtration rate is too good for it: ask which is right. Until then what is stated counts.
    case kidneyFailureContradicted = "kidney_failure_contradicted"
    /// Dialysis is stated, and the creatinine is that of healthy kidneys: ask which is right. Until then dialysis counts.
    case creatinineContradictsDialysis = "creatinine_contradicts_dialysis"
    /// An iron-deficiency anaemia is stated, and that the anaemia is not due to iron deficiency: ask which is right, or whether both are there. Until then iron is held back.
    case anaemiaContradicted = "anaemia_contradicted"
    /// Sleep apnoea is stated as treated and as untreated: ask which holds. Until then it counts as untreated.
    case sleepApnoeaContradicted = "sleep_apnoea_contradicted"
    /// An ongoing bacteraemia is stated, and that there is no infection: ask which is right. Until then iron is deferred.
    case bacteraemiaContradicted = "bacteraemia_contradicted"
    /// It is stated that she could become pregnant, and that she is after the menopause: ask which holds.
    case childbearingContradicted = "childbearing_contradicted"
    /// What only a woman has is stated of a man: ask whose reference limits hold.
    case sexContradicted = "sex_contradicted"
    /// What is asked of infants is stated of somebody older: ask whether it is of the patient.
    case infantContradicted = "infant_contradicted"
    /// A cause of vitamin B12 deficiency is named, and that there is no such thing is stated too: ask which is right.
    case b12CauseContradicted = "b12_cause_contradicted"
    /// Conditions that look like restless legs are not assessed: joints, radiculopathy, neuropathy, vessels, akathisia. Of 788 people without restless legs 126 met the four symptom criteria.
    case mimicsNotAssessed = "mimics_not_assessed"
    /// Paraesthesia or numbness belongs to neuropathy as well as to restless legs: examine for neuropathy.
    case neuropathyOverlapsRLS = "neuropathy_overlaps_rls"
    /// C-reactive protein above 5 mg/L: ferritin can be falsely high. Use transferrin saturation too.
    case ferritinUnreliableInflammation = "ferritin_unreliable_inflammation"
    /// On vitamin B12 replacement a vitamin B12 test says little.
    case b12OnReplacement = "b12_on_replacement"
    /// Total vitamin B12 falls in pregnancy without deficiency: measure active B12.
    case b12UnreliablePregnancy = "b12_unreliable_pregnancy"
    /// Methylmalonic acid is raised, but it also rises as kidney function falls (eGFR below 60, or not known).
    case mmaUnreliableRenal = "mma_unreliable_renal"
    /// Folate is low, or folic acid is taken: folic acid only after vitamin B12 deficiency is excluded or treated.
    case folateBeforeB12 = "folate_before_b12"
    /// Ferric carboxymaltose was given before, and phosphate is low or another course is possible: check phosphate.
    case hypophosphataemiaAfterFCM = "hypophosphataemia_after_fcm"
    /// Anaemia, iron deficiency or dialysis: glycated haemoglobin can mislead.
    case hba1cUnreliable = "hba1c_unreliable"
    /// Vitamin B12 above 1000 pg/mL that no known replacement explains: on two measurements it is associated with malignancy and cardiovascular death.
    case b12High = "b12_high"
    /// Limits for vitamin B12 do not transfer between analysers: give the laboratory's own limits.
    case b12AssayDependent = "b12_assay_dependent"
    /// Ferritin differs between manufacturers: one assay reads about 60 % higher than another near the limits used here.
    case ferritinAssayDependent = "ferritin_assay_dependent"
    /// Low iron or thalassaemia can hide macrocytosis.
    case macrocytosisMasked = "macrocytosis_masked"
    /// Within its own variation this result could fall on the other side of a limit: a repeat may change the answer.
    case tooCloseToCall = "too_close_to_call"
    /// Haemoglobin is not adjusted for elevation, for smoking, or for either.
    case hbUnadjusted = "hb_unadjusted"
    /// Iron studies not drawn in the morning.
    case sampleNotMorning = "sample_not_morning"
    /// Iron studies within 24 h of taking iron.
    case sampleIronWithin24h = "sample_iron_within_24h"
    /// A name among the medicines was not recognised: whether it worsens restless legs, lowers vitamin B12 or is dangerous with another medicine could not be checked.
    case medicineNotRecognised = "medicine_not_recognised"
    /// An old result: consider a new one.
    case sampleStale = "sample_stale"
    /// An unlikely value that was confirmed by the caller.
    case implausibleConfirmed = "implausible_confirmed"
    /// A value seldom seen, taken as it was written: check it if it does not fit the patient.
    case extremeValue = "extreme_value"
    /// The reported value differs from the computed one by more than rounding; the reported one counts.
    case reportedComputedClash = "reported_computed_clash"
    /// An answer here rests on a statement that was not verified against its source.
    case unverifiedSource = "unverified_source"

    public static let textSet = "alert"
}

/// What to mind about an answer.
public enum Flag: String, DisplayCode {
    /// C-reactive protein was not reported; measure it, because inflammation can raise ferritin while iron is lacking.
    case askForCRP = "ask_for_crp"
    /// Kidney disease raises methylmalonic acid by itself; whether to try vitamin B12 is for the renal team.
    case askTheRenalTeam = "ask_the_renal_team"
    /// The B12 test does not fit the neurological signs; strong clinical features outweigh a test that does not point to deficiency.
    case b12DiscordantClinical = "b12_discordant_clinical"
    /// In pregnancy and breastfeeding a higher oral dose of B12 may be advised; the figure could not be verified.
    case b12DoseInPregnancyUnverified = "b12_dose_in_pregnancy_unverified"
    /// Alcohol can make restless legs worse.
    case becauseAlcohol = "because_alcohol"
    /// Iron is stopped because the anaemia is not due to iron deficiency.
    case becauseAnaemiaNotIronDeficient = "because_anaemia_not_iron_deficient"
    /// Iron waits because of ongoing bacteraemia.
    case becauseBacteraemia = "because_bacteraemia"
    /// Caffeine can make restless legs worse.
    case becauseCaffeine = "because_caffeine"
    /// Iron is stopped because the utilisation of iron is disturbed.
    case becauseDisturbedIronUtilisation = "because_disturbed_iron_utilisation"
    /// Intravenous iron is stopped because this is the first trimester of pregnancy.
    case becauseFirstTrimester = "because_first_trimester"
    /// Iron is stopped because haemochromatosis is known.
    case becauseHaemochromatosis = "because_haemochromatosis"
    /// Iron is stopped because of two C282Y copies of the HFE gene.
    case becauseHFEC282yHomozygous = "because_hfe_c282y_homozygous"
    /// Iron waits because of an infection.
    case becauseInfection = "because_infection"
    /// Iron is stopped because iron overload is known.
    case becauseIronOverload = "because_iron_overload"
    /// Intravenous iron is stopped because of a serious hypersensitivity to a parenteral iron product.
    case becauseIVIronHypersensitivity = "because_iv_iron_hypersensitivity"
    /// Iron is stopped because of a liver disease in which iron overload plays a part.
    case becauseLiverDiseaseWithOverload = "because_liver_disease_with_overload"
    /// Iron is stopped because of polycythaemia vera.
    case becausePolycythaemiaVera = "because_polycythaemia_vera"
    /// Iron is stopped because of sickle cell disease: a haematologist decides.
    case becauseSickleCellDisease = "because_sickle_cell_disease"
    /// Iron is stopped because of iron overload from transfusions.
    case becauseTransfusionalOverload = "because_transfusional_overload"
    /// Sleep apnoea that is not treated can make restless legs worse.
    case becauseUntreatedOsa = "because_untreated_osa"
    /// Iron is stopped because blood is let as a treatment.
    case becauseVenesection = "because_venesection"
    /// Ferritin is 300 ng/mL or more, at or beyond the end of the range in which the trials gave iron.
    case beyondTrialRange = "beyond_trial_range"
    /// The source contradicts itself at exactly this value.
    case boundaryInconsistent = "boundary_inconsistent"
    /// The source does not say on which side of its limit this value belongs.
    case boundaryUnspecified = "boundary_unspecified"
    /// This is a child; check from which age the iron product is licensed.
    case checkProductLicenceAge = "check_product_licence_age"
    /// Two clauses of the guideline apply and differ on oral iron; the stricter one is shown.
    case clausesOverlap = "clauses_overlap"
    /// A combined oral contraceptive can lower total B12 without deficiency.
    case combinedContraceptive = "combined_contraceptive"
    /// A gut disease or operation is there that the source counts as malabsorption of iron: intravenous iron then comes first.
    case considerMalabsorption = "consider_malabsorption"
    /// The criterion asks for distress without saying how much; here at most mild distress is certain, and no impairment.
    case distressLevelUnspecified = "distress_level_unspecified"
    /// An eGFR may mislead in pregnancy, and so may its category.
    case egfrInPregnancy = "egfr_in_pregnancy"
    /// End-stage renal disease is inferred from the eGFR alone; the trials were in haemodialysis.
    case esrdByEgfr = "esrd_by_egfr"
    /// People of Black ethnicity may have a higher reference range of B12, so deficiency may lie above the printed limit.
    case ethnicityBlack = "ethnicity_black"
    /// The consensus stops at ferritin 100 ng/mL, but its evidence statement for ferric carboxymaltose reaches below 300 ng/mL.
    case evidenceTo300 = "evidence_to_300"
    /// Ferritin is exactly 300 ng/mL, where the trials and the safety rule meet and the sources do not agree on the side.
    case exactly300 = "exactly_300"
    /// The guideline uses the laboratory's own upper limit of ferritin, which was not given.
    case ferritinLimitNotGiven = "ferritin_limit_not_given"
    /// With inflammation or malignancy ferritin may mislead; the low transferrin saturation may be the better measure.
    case ferritinMisleadingUseTSAT = "ferritin_misleading_use_tsat"
    /// Give folic acid only after B12 deficiency has been excluded or its treatment begun.
    case folateBeforeB12 = "folate_before_b12"
    /// In end-stage renal disease outside these limits, follow the guideline on renal anaemia.
    case followRenalAnaemiaGuideline = "follow_renal_anaemia_guideline"
    /// Symptoms come exactly twice a week; one author asks for more than twice.
    case frequencyMoreThanTwo = "frequency_more_than_two"
    /// Vitamin B12 is being replaced: a test says little, and replacement goes on.
    case goOnWithReplacement = "go_on_with_replacement"
    /// HbA1c may mislead with anaemia, iron deficiency or dialysis; do not rely on it alone.
    case hba1cUnreliable = "hba1c_unreliable"
    /// Antibodies to intrinsic factor are present and can make total B12 falsely normal in some assays.
    case ifAntibodyPositive = "if_antibody_positive"
    /// The guideline also supports intravenous ferric carboxymaltose and states no limit of iron for it.
    case ivFCMWithoutIronLimit = "iv_fcm_without_iron_limit"
    /// This follows the literal "or" of the guideline; summaries say that iron is generally not indicated above ferritin 100 ng/mL.
    case literalOrAbove100 = "literal_or_above_100"
    /// Low iron or thalassaemia makes red cells smaller and can hide macrocytosis.
    case macrocytosisMasked = "macrocytosis_masked"
    /// Two markers of the same vitamin point in different directions.
    case markersDiscordant = "markers_discordant"
    /// A condition that looks like restless legs is present as well.
    case mimicCoexists = "mimic_coexists"
    /// Reduced kidney function raises methylmalonic acid, so a raised value does not prove B12 deficiency.
    case mmaUnreliableRenal = "mma_unreliable_renal"
    /// The guideline asks for moderate to severe chronic persistent or refractory disease, or a wish for a faster response; this is not established.
    case needsSeverity = "needs_severity"
    /// The guideline gives no limits of iron specific to pregnancy; consider the safety of each treatment.
    case notPregnancySpecific = "not_pregnancy_specific"
    /// No source was found for the decades named; what was read says only later in life, without family history.
    case onsetDecadesWithoutSource = "onset_decades_without_source"
    /// At this ferritin oral iron is poorly absorbed.
    case oralPoorlyAbsorbed = "oral_poorly_absorbed"
    /// The guideline prints a limit in two units that do not quite agree, and this result falls between them; the unit reported decided.
    case printedLimitsDiffer = "printed_limits_differ"
    /// The sample was not a morning sample without iron for 24 hours; repeat it fasting before drawing conclusions.
    case repeatFastingSample = "repeat_fasting_sample"
    /// No symptom, and methylmalonic acid is not much raised: repeat it in weeks to months and test antibodies before any treatment.
    case repeatFirst = "repeat_first"
    /// This rests on one sample; repeat it before calling the category persistent.
    case singleSample = "single_sample"
    /// For vitamin B12 NICE NG239 has taken the place of this guideline (notice of 20 November 2024); for folate it stands.
    case supersededByNiceNg239 = "superseded_by_nice_ng239"
    /// The value lies so close to a limit that rounding could change the category.
    case tooCloseToCall = "too_close_to_call"
    /// With objective neurological signs do not wait for further results: take the samples and begin B12 treatment.
    case treatBeforeResults = "treat_before_results"
    /// Symptoms have lasted less than a year, which the course specifiers do not cover.
    case underOneYear = "under_one_year"
    /// The recommendation holds only where ferritin and transferrin saturation call for iron.
    case appropriateIronStatus = "appropriate_iron_status"
    /// Meant for occasional use when symptoms are intermittent, not for every day.
    case asNeededOnly = "as_needed_only"
    /// This medicine is on a list of those that lower vitamin B12: weigh that where B12 is low or borderline.
    case b12LoweringMedicine = "b12_lowering_medicine"
    /// The guideline finds it effective and still does not recommend it, because of its harms.
    case effectiveNotRecommended = "effective_not_recommended"
    /// It can alter the mental state and lead to falls, above all on haemodialysis.
    case falls
    /// The statement is on end-stage renal disease on haemodialysis; other dialysis is not covered.
    case haemodialysisOnly = "haemodialysis_only"
    /// The recommendation is for moderate to severe symptoms, which are not established here.
    case moderateToSevereOnly = "moderate_to_severe_only"
    /// Take particular care where an opioid is taken as well.
    case opioidCombination = "opioid_combination"
    /// There is Parkinson's disease: advice against this medicine for restless legs is no reason to stop, lower or raise what is taken for it.
    case parkinsonsDisease = "parkinsons_disease"
    /// Pregnancy is possible or present: check the safety of this treatment in pregnancy first.
    case pregnancySafety = "pregnancy_safety"
    /// The recommendation is for primary restless legs syndrome, which is not established here.
    case primaryRLSOnly = "primary_rls_only"
    /// The dose depends on kidney function, which is reduced or not known.
    case renalDose = "renal_dose"
    /// The guideline names it as second-line, after a gabapentinoid.
    case secondLine = "second_line"
    /// The guideline advises against standard use, which is not the same as never using it.
    case standardUseOnly = "standard_use_only"
    /// An older position; the American Academy of Sleep Medicine took another one in 2025.
    case supersededByAasm2025 = "superseded_by_aasm_2025"
    /// It can harm the heart valves.
    case valvulopathy

    public static let textSet = "flag"
}

/// Why an action is withheld.
public enum WithheldReason: String, DisplayCode {
    /// No iron for restless legs: overload, or an anaemia or disturbance in which iron does harm, is known
    case stopKnownOverload = "stop_known_overload"
    /// No iron for restless legs: transferrin saturation is at or above 45 %; look for haemochromatosis
    case stopTSATCeiling = "stop_tsat_ceiling"
    /// No iron for restless legs: too many red cells, or polycythaemia vera; a haematologist decides
    case stopErythrocytosis = "stop_erythrocytosis"
    /// No iron for restless legs: ferritin is above 300 ng/mL, beyond the range of the trials
    case stopFerritinCeiling = "stop_ferritin_ceiling"
    /// No iron for now, by either route: wait until the infection is over
    case deferInfection = "defer_infection"
    /// No intravenous iron; oral iron is not affected
    case stopIVOnly = "stop_iv_only"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"
    /// The criteria of restless legs syndrome are not met
    case rlsNotMet = "rls_not_met"
    /// Whether iron is safe is not determined
    case ironSafetyOpen = "iron_safety_open"
    /// Oral iron did not help
    case oralIronFailed = "oral_iron_failed"
    /// Oral iron was not tolerated
    case oralIronNotTolerated = "oral_iron_not_tolerated"
    /// Iron is not absorbed
    case ironMalabsorption = "iron_malabsorption"
    /// Transferrin saturation is low with inflammation and ferritin is not: repeat when C-reactive protein is 5 mg/L or less
    case tsatLowAcutePhase = "tsat_low_acute_phase"
    /// Phosphate is low already: correct it first, or another iron
    case phosphateLow = "phosphate_low"
    /// Ferric carboxymaltose was given before: measure phosphate first
    case phosphateUnknownBeforeFCM = "phosphate_unknown_before_fcm"
    /// Gabapentin enacarbil is not recommended for restless legs on haemodialysis.
    case gab05 = "gab-05"
    /// A gabapentinoid is taken, and there are signs of too much of it: offer none until that is settled.
    case gab06b = "gab-06b"
    /// Avoid pregabalin in pregnancy unless clearly necessary: malformations were about 5.9 against 4.1 in 100 after use in the first trimester.
    case gab12 = "gab-12"
    /// Not established in children for restless legs.
    case gab18 = "gab-18"
    /// Sleep apnoea is untreated: treat it before an opioid is chosen. Opioids worsen central apnoea with the dose, and the trial of oxycodone with naloxone in restless legs excluded sleep apnoea.
    case opi01 = "opi-01"
    /// An opioid with a benzodiazepine: deep sedation, slowed breathing, death. Avoid it, and never begin both.
    case opi03 = "opi-03"
    /// Moderate or severe liver impairment: oxycodone with naloxone is contraindicated, because naloxone then reaches the blood.
    case opi05 = "opi-05"
    /// Not while breastfeeding: the infant may stop breathing.
    case opi10 = "opi-10"
    /// Codeine and tramadol are contraindicated in children under 12.
    case opi11 = "opi-11"
    /// No opioid for restless legs in a child.
    case opi12 = "opi-12"
    /// Tramadol with an inhibitor of monoamine oxidase, or within 14 days of one: contraindicated (serotonin syndrome, seizures).
    case opi13 = "opi-13"
    /// No methadone with a corrected QT interval above 500 ms.
    case opi15 = "opi-15"
    /// There is Parkinson's disease, and this medicine is for it: neither stop, reduce nor raise it for the legs; any change by the Parkinson's specialist.
    case dop01 = "dop-01"
    /// An impulse control disorder, now or earlier: a dopamine agonist can bring it, and it makes withdrawal harder. None is begun; who takes one lowers it with the prescriber, step by step.
    case dop03 = "dop-03"
    /// Psychosis: a dopaminergic medicine can bring hallucinations; only if the benefit outweighs that, with the psychiatrist. Two labels contraindicate levodopa in psychotic illness.
    case dop04 = "dop-04"
    /// Bipolar disorder: a dopaminergic medicine can bring mania or psychosis; only with the psychiatrist (the labels speak of psychosis; bipolar disorder is our extension).
    case dop04b = "dop-04b"
    /// Ropinirole is contraindicated below a creatinine clearance of 30 mL/min without regular haemodialysis (by estimated filtration rate here).
    case dop06 = "dop-06"
    /// Ropinirole is contraindicated in severe liver impairment.
    case dop07 = "dop-07"
    /// The British label: not for akathisia, and not for restless legs of pregnancy.
    case dop08b = "dop-08b"
    /// Pregnant: not unless clearly necessary; there are no human data, and it harms animals.
    case dop10 = "dop-10"
    /// Breastfeeding: it suppresses milk and is not for breastfeeding.
    case dop11 = "dop-11"
    /// Levodopa with benserazide is contraindicated in pregnancy and below 25 years.
    case dop12 = "dop-12"
    /// Levodopa is contraindicated in narrow-angle glaucoma, with melanoma or a suspicious lesion, and within 14 days of a non-selective inhibitor of monoamine oxidase.
    case dop13 = "dop-13"
    /// The rotigotine patch contains metabisulfite: life-threatening reactions in who is allergic to sulfites.
    case dop17 = "dop-17"
    /// Dopamine agonists from ergot are contraindicated with disease of the heart valves or fibrosis.
    case dop19 = "dop-19"
    /// Levodopa is not for restlessness that a medicine causes (akathisia).
    case dop23 = "dop-23"
    /// Iron is taken, or planned, while iron is against the rules of safety: stop it, and repeat the sample fasting and free of iron for 24 hours.
    case fe16 = "fe-16"
    /// Intravenous iron is being given: not oral iron at once.
    case fe17 = "fe-17"
    /// Valproate is contraindicated in pregnancy (malformations in about 1 of 10, harm to development in up to 4 of 10), and in who could become pregnant only inside a pregnancy prevention programme.
    case oth01 = "oth-01"
    /// United Kingdom: valproate is not begun under 55 years, in men or women, unless two specialists agree in writing that nothing else works or that the reproductive risk does not apply.
    case oth03 = "oth-03"
    /// Carbamazepine in pregnancy brings more malformations with the dose, and no dose is safe.
    case oth04 = "oth-04"
    /// Carbamazepine in who could become pregnant: more malformations with the dose, and no dose is safe.
    case oth04b = "oth-04b"
    /// Clonazepam is contraindicated in the sleep apnoea syndrome.
    case oth06 = "oth-06"
    /// Clonazepam is contraindicated in severe liver impairment, and in who is dependent on medicines, drugs or alcohol.
    case oth07 = "oth-07"
    /// Bupropion is contraindicated in a seizure disorder, and within 14 days of an inhibitor of monoamine oxidase.
    case oth14 = "oth-14"
    /// A medicine of adults: no label for restless legs in children was found.
    case oth25 = "oth-25"
    /// An inhibitor of monoamine oxidase with a medicine that raises serotonin: of this pair no label was read, and the labels of tramadol and bupropion forbid such an inhibitor and 14 days after it. The two are not begun together; who takes both asks the prescriber today.
    case unc09 = "unc-09"
    /// Naltrexone blocks opioids, and the two together bring withdrawal. They are not begun together; who takes both asks the prescriber today.
    case unc10 = "unc-10"
    /// An opioid or a gabapentinoid was stopped not long ago: none is begun for the legs before it is settled whether this is withdrawal.
    case unc25 = "unc-25"

    public static let textSet = "withheld"
}

/// Something a rule may ask of a patient.
public enum Fact: String, DisplayCode {
    /// Age
    case ageYears = "age_years"
    /// Sex for reference limits, and pregnancy
    case person
    /// Black ethnicity
    case ethnicityBlack = "ethnicity_black"
    /// Ferritin
    case ferritin
    /// Transferrin saturation
    case tsat
    /// C-reactive protein
    case crp
    /// Haemoglobin
    case haemoglobin
    /// Haematocrit
    case haematocrit
    /// Mean corpuscular volume
    case mcv
    /// Total vitamin B12
    case b12Total = "b12_total"
    /// Active vitamin B12 (holotranscobalamin)
    case holotc
    /// Serum methylmalonic acid
    case mmaSerum = "mma_serum"
    /// Homocysteine
    case hcy
    /// Intrinsic factor antibody
    case ifab
    /// Serum folate
    case folateSerum = "folate_serum"
    /// Red-cell folate
    case folateRbc = "folate_rbc"
    /// Method by which folate was measured
    case folateAssay = "folate_assay"
    /// Estimated glomerular filtration rate
    case egfr
    /// Urine albumin/creatinine ratio
    case uacr
    /// Glycated haemoglobin
    case hba1c
    /// Thyrotropin
    case tsh
    /// Calcium
    case calcium
    /// Sodium
    case sodium
    /// Potassium
    case potassium
    /// Magnesium
    case magnesium
    /// Phosphate
    case phosphate
    /// Copper
    case copper
    /// Iron
    case iron
    /// Total iron-binding capacity
    case tibc
    /// Unsaturated iron-binding capacity
    case uibc
    /// Transferrin
    case transferrin
    /// Soluble transferrin receptor
    case stfr
    /// Hepcidin-25
    case hepcidin
    /// Red cell distribution width
    case rdw
    /// Urine methylmalonic acid/creatinine ratio
    case mmaUrine = "mma_urine"
    /// Creatinine
    case creatinine
    /// Urine creatinine
    case creatinineUrine = "creatinine_urine"
    /// Cystatin C
    case cystatinC = "cystatin_c"
    /// Urea
    case urea
    /// Urea nitrogen
    case ureaNitrogen = "urea_nitrogen"
    /// Ionised calcium
    case calciumIonised = "calcium_ionised"
    /// Albumin
    case albumin
    /// Free thyroxine
    case ft4
    /// Glucose
    case glucose
    /// 25-hydroxyvitamin D
    case vitd
    /// Parathyrin
    case pth
    /// Zinc
    case zinc
    /// Parietal cell antibody
    case pca
    /// Gastrin
    case gastrin
    /// Tissue transglutaminase IgA
    case ttgIga = "ttg_iga"
    /// Hypersegmented neutrophils
    case neutHyperseg = "neut_hyperseg"
    /// Iron studies drawn in the morning
    case ironSampleMorning = "iron_sample_morning"
    /// Iron-free for 24 h before the iron studies
    case ironSampleIronFree = "iron_sample_iron_free"
    /// Urge to move the legs
    case urgeToMove = "urge_to_move"
    /// Begins or worsens at rest
    case worseAtRest = "worse_at_rest"
    /// Relieved by movement (now, or earlier if now very severe)
    case relievedByMovement = "relieved_by_movement"
    /// Worse in the evening or at night (now, or earlier if now very severe)
    case worseInEvening = "worse_in_evening"
    /// Conditions that look like restless legs
    case mimics
    /// Symptoms per week
    case timesPerWeek = "times_per_week"
    /// Episodes in a lifetime
    case lifetimeEvents = "lifetime_events"
    /// Duration of symptoms
    case durationMonths = "duration_months"
    /// Distress from symptoms
    case distress
    /// Impairment by symptoms
    case impairment
    /// IRLS total score
    case irlsTotal = "irls_total"
    /// Arms involved
    case armsInvolved = "arms_involved"
    /// Paraesthesia
    case paraesthesia
    /// Numbness
    case numbness
    /// Muscle weakness
    case muscleWeakness = "muscle_weakness"
    /// Abnormal reflexes
    case abnormalReflexes = "abnormal_reflexes"
    /// Gait disturbance
    case gaitDisturbance = "gait_disturbance"
    /// Impaired position or vibration sense
    case impairedPositionOrVibration = "impaired_position_or_vibration"
    /// Cognitive change
    case cognitiveChange = "cognitive_change"
    /// Visual change
    case visualChange = "visual_change"
    /// Glossitis
    case glossitis
    /// Fatigue
    case fatigue
    /// Depression
    case depression
    /// Days with symptoms in the last week
    case symptomDaysLastWeek = "symptom_days_last_week"
    /// Hours by which symptoms begin earlier than before treatment
    case hoursEarlier = "hours_earlier"
    /// Shorter latency to symptoms at rest
    case shorterLatency = "shorter_latency"
    /// Spread to other parts of the body
    case spread
    /// Greater intensity
    case greaterIntensity = "greater_intensity"
    /// Shorter relief from treatment
    case shorterRelief = "shorter_relief"
    /// Worse after a higher dose and better after a lower one
    case paradoxicalResponse = "paradoxical_response"
    /// Earlier response to dopaminergic treatment
    case previousResponse = "previous_response"
    /// Worsening explained by something else
    case explainedOtherwise = "explained_otherwise"
    /// Fever
    case fever
    /// Drowsiness
    case drowsiness
    /// Confusion
    case confusion
    /// Myoclonus
    case myoclonus
    /// Falls
    case falls
    /// Inner restlessness
    case innerRestlessness = "inner_restlessness"
    /// Extensor plantar responses
    case extensorPlantars = "extensor_plantars"
    /// Constipation
    case constipation
    /// Discomfort from one posture, which ends with a change of position, as an explanation of the symptoms
    case mimicPositional = "mimic_positional"
    /// Leg cramps, as an explanation of the symptoms
    case mimicCramps = "mimic_cramps"
    /// Habitual foot tapping, as an explanation of the symptoms
    case mimicFootTapping = "mimic_foot_tapping"
    /// Peripheral neuropathy, as an explanation of the symptoms
    case mimicNeuropathy = "mimic_neuropathy"
    /// Radiculopathy, as an explanation of the symptoms
    case mimicRadiculopathy = "mimic_radiculopathy"
    /// Arthritis, as an explanation of the symptoms
    case mimicArthritis = "mimic_arthritis"
    /// Venous disease of the legs, as an explanation of the symptoms
    case mimicVenous = "mimic_venous"
    /// Claudication, as an explanation of the symptoms
    case mimicClaudication = "mimic_claudication"
    /// Akathisia, as an explanation of the symptoms
    case mimicAkathisia = "mimic_akathisia"
    /// Hypotensive akathisia, as an explanation of the symptoms
    case mimicHypotensiveAkathisia = "mimic_hypotensive_akathisia"
    /// Myalgia, as an explanation of the symptoms
    case mimicMyalgia = "mimic_myalgia"
    /// Painful legs and moving toes, orthostatic tremor or leg stereotypy, as an explanation of the symptoms
    case mimicOtherMovement = "mimic_other_movement"
    /// Breastfeeding
    case breastfeeding
    /// After the menopause
    case postmenopausal
    /// Primary restless legs syndrome
    case primaryRLS = "primary_rls"
    /// Symptoms only while provoked (pregnancy, a medicine)
    case provokedOnly = "provoked_only"
    /// Periodic limb movement disorder
    case plmd
    /// Family history of restless legs syndrome
    case familyHistoryRLS = "family_history_rls"
    /// Age at onset
    case onsetAgeYears = "onset_age_years"
    /// Dialysis
    case dialysis
    /// End-stage renal disease
    case esrd
    /// Haemochromatosis
    case haemochromatosis
    /// HFE C282Y homozygous
    case hfeC282yHomozygous = "hfe_c282y_homozygous"
    /// Iron overload
    case ironOverload = "iron_overload"
    /// Iron overload from transfusions
    case transfusionalOverload = "transfusional_overload"
    /// Disturbed iron utilisation
    case disturbedIronUtilisation = "disturbed_iron_utilisation"
    /// Anaemia not due to iron deficiency
    case anaemiaNotIronDeficient = "anaemia_not_iron_deficient"
    /// Serious hypersensitivity to any parenteral iron
    case ivIronHypersensitivity = "iv_iron_hypersensitivity"
    /// Ongoing bacteraemia
    case bacteraemia
    /// Acute or chronic infection
    case infection
    /// Liver disease in which iron overload plays a part
    case liverDiseaseWithOverload = "liver_disease_with_overload"
    /// Severe atopy or asthma
    case severeAtopy = "severe_atopy"
    /// No improvement after an adequate trial of oral iron
    case oralIronFailed = "oral_iron_failed"
    /// Oral iron not tolerated
    case oralIronNotTolerated = "oral_iron_not_tolerated"
    /// Malabsorption of iron
    case ironMalabsorption = "iron_malabsorption"
    /// A faster response is wanted
    case fasterResponseWanted = "faster_response_wanted"
    /// Iron-deficiency anaemia
    case ironDeficiencyAnaemia = "iron_deficiency_anaemia"
    /// Refractory restless legs syndrome
    case rlsRefractory = "rls_refractory"
    /// Crohn's disease
    case crohn
    /// Ulcerative colitis
    case ulcerativeColitis = "ulcerative_colitis"
    /// Coeliac disease
    case coeliac
    /// Gastrectomy
    case gastrectomy
    /// Bariatric surgery
    case bariatricSurgery = "bariatric_surgery"
    /// Resection of the terminal ileum
    case ilealResection = "ileal_resection"
    /// Autoimmune gastritis
    case autoimmuneGastritis = "autoimmune_gastritis"
    /// Pancreatic insufficiency
    case pancreaticInsufficiency = "pancreatic_insufficiency"
    /// Vegan diet
    case vegan
    /// Vegetarian diet
    case vegetarian
    /// Recreational nitrous oxide
    case nitrousOxide = "nitrous_oxide"
    /// Vitamin B12 replacement
    case b12Replacement = "b12_replacement"
    /// Cause of vitamin B12 deficiency
    case b12Cause = "b12_cause"
    /// Combined oral contraceptive
    case combinedContraceptive = "combined_contraceptive"
    /// Type 1 diabetes
    case type1Diabetes = "type1_diabetes"
    /// Autoimmune thyroid disease
    case autoimmuneThyroid = "autoimmune_thyroid"
    /// Sjogren's syndrome
    case sjogren
    /// Family history of vitamin B12 deficiency
    case familyHistoryB12 = "family_history_b12"
    /// Abdominal or pelvic radiotherapy
    case abdominalRadiotherapy = "abdominal_radiotherapy"
    /// Malignancy
    case malignancy
    /// Thalassaemia
    case thalassaemia
    /// Untreated obstructive sleep apnoea
    case untreatedOsa = "untreated_osa"
    /// Alcohol
    case alcohol
    /// Caffeine
    case caffeine
    /// Earlier ferric carboxymaltose
    case fcmBefore = "fcm_before"
    /// Weeks of pregnancy
    case gestationalWeeks = "gestational_weeks"
    /// Could become pregnant
    case childbearingPotential = "childbearing_potential"
    /// Earlier gestational diabetes
    case gestationalDiabetesBefore = "gestational_diabetes_before"
    /// Parkinson's disease
    case parkinsonsDisease = "parkinsons_disease"
    /// Psychosis, now or earlier
    case psychosis
    /// Bipolar disorder
    case bipolarDisorder = "bipolar_disorder"
    /// Impulse control disorder, now or earlier
    case impulseControlDisorder = "impulse_control_disorder"
    /// Suicidal thoughts, now or earlier
    case suicidality
    /// Substance use disorder, now or earlier
    case substanceUseDisorder = "substance_use_disorder"
    /// Seizure disorder
    case seizureDisorder = "seizure_disorder"
    /// Attention deficit hyperactivity disorder
    case adhd
    /// Lung disease or impaired breathing
    case respiratoryDisease = "respiratory_disease"
    /// Treated obstructive sleep apnoea
    case osaTreated = "osa_treated"
    /// Valvular heart disease
    case valvularHeartDisease = "valvular_heart_disease"
    /// Corrected QT interval
    case qtcMs = "qtc_ms"
    /// Liver impairment
    case liverImpairment = "liver_impairment"
    /// Sickle cell disease
    case sickleCellDisease = "sickle_cell_disease"
    /// Myeloproliferative neoplasm
    case myeloproliferative
    /// Polycythaemia vera
    case polycythaemiaVera = "polycythaemia_vera"
    /// Therapeutic venesection (not blood donation)
    case venesection
    /// Monoclonal gammopathy
    case mgus
    /// Kidney transplant
    case kidneyTransplant = "kidney_transplant"
    /// Sulfite allergy
    case sulfiteAllergy = "sulfite_allergy"
    /// Narrow-angle glaucoma
    case narrowAngleGlaucoma = "narrow_angle_glaucoma"
    /// Melanoma, now or earlier
    case melanoma
    /// Magnetic resonance imaging planned
    case mriPlanned = "mri_planned"
    /// Heart valves seen by echocardiogram in the last year
    case echocardiogramLastYear = "echocardiogram_last_year"
    /// An infant fed by breast only
    case exclusivelyBreastfedInfant = "exclusively_breastfed_infant"
    /// An infant whose mother has a risk of vitamin B12 deficiency
    case motherB12Risk = "mother_b12_risk"
    /// Nitrous oxide as an anaesthetic
    case nitrousOxideAnaesthesia = "nitrous_oxide_anaesthesia"
    /// Days since the last intravenous iron
    case ivIronDaysAgo = "iv_iron_days_ago"
    /// Product of the last intravenous iron
    case ivIronProduct = "iv_iron_product"
    /// Days since the last transfusion of red cells
    case transfusionDaysAgo = "transfusion_days_ago"
    /// A medicine that lowers vitamin B12
    case medicineLowersB12 = "medicine_lowers_b12"
    /// A medicine that can worsen restless legs
    case medicineExacerbatesRLS = "medicine_exacerbates_rls"
    /// A dopaminergic medicine
    case medicineDopaminergic = "medicine_dopaminergic"
    /// Folic acid
    case medicineFolicAcid = "medicine_folic_acid"
    /// A medicine that makes red cells
    case medicineErythropoietic = "medicine_erythropoietic"

    public static let textSet = "fact"
}

/// What a laboratory measures.
public enum Analyte: String, DisplayCode {
    /// Ferritin, serum/plasma
    case ferritin
    /// Iron, serum/plasma
    case iron
    /// Total iron-binding capacity
    case tibc
    /// Unsaturated iron-binding capacity
    case uibc
    /// Transferrin
    case transferrin
    /// Transferrin saturation
    case tsat
    /// Soluble transferrin receptor
    case stfr
    /// Hepcidin-25
    case hepcidin
    /// C-reactive protein
    case crp
    /// Haemoglobin, blood
    case haemoglobin
    /// Haematocrit, blood
    case haematocrit
    /// Mean corpuscular volume
    case mcv
    /// Red cell distribution width
    case rdw
    /// Vitamin B12 (cobalamin), total
    case b12Total = "b12_total"
    /// Active B12 (holotranscobalamin)
    case holotc
    /// Methylmalonic acid, serum/plasma
    case mmaSerum = "mma_serum"
    /// Methylmalonic acid/creatinine, urine
    case mmaUrine = "mma_urine"
    /// Total homocysteine, plasma
    case hcy
    /// Folate, serum/plasma
    case folateSerum = "folate_serum"
    /// Folate, red cell
    case folateRbc = "folate_rbc"
    /// Creatinine, serum/plasma
    case creatinine
    /// Creatinine, urine
    case creatinineUrine = "creatinine_urine"
    /// Cystatin C
    case cystatinC = "cystatin_c"
    /// Urea
    case urea
    /// Urea nitrogen (BUN)
    case ureaNitrogen = "urea_nitrogen"
    /// Sodium
    case sodium
    /// Potassium
    case potassium
    /// Calcium, total
    case calcium
    /// Calcium, ionised
    case calciumIonised = "calcium_ionised"
    /// Albumin, serum
    case albumin
    /// Magnesium
    case magnesium
    /// Phosphate (inorganic)
    case phosphate
    /// Thyrotropin
    case tsh
    /// Free thyroxine
    case ft4
    /// HbA1c
    case hba1c
    /// Glucose, plasma
    case glucose
    /// Urine albumin/creatinine ratio
    case uacr
    /// 25-hydroxyvitamin D
    case vitd
    /// Parathyrin, intact
    case pth
    /// Zinc, serum/plasma
    case zinc
    /// Copper, serum/plasma
    case copper
    /// Intrinsic factor (blocking) antibody
    case ifab
    /// Parietal cell antibody
    case pca
    /// Gastrin, serum fasting
    case gastrin
    /// Anti-tissue transglutaminase IgA
    case ttgIga = "ttg_iga"
    /// EGFR (derived)
    case egfr
    /// Hypersegmented neutrophils
    case neutHyperseg = "neut_hyperseg"

    public static let textSet = "analyte"
}

/// What a medicine is, or does, that matters here.
public enum MedicineClass: String, DisplayCode {
    /// Exacerbates RLS
    case exacerbatesRLS = "exacerbates_rls"
    /// Lowers B12
    case lowersB12 = "lowers_b12"
    /// Dopaminergic
    case dopaminergic
    /// Iron oral
    case ironOral = "iron_oral"
    /// Iron intravenous
    case ironIntravenous = "iron_intravenous"
    /// B12 product
    case b12Product = "b12_product"
    /// Folic acid
    case folicAcid = "folic_acid"
    /// Combined contraceptive
    case combinedContraceptive = "combined_contraceptive"
    /// Alpha2delta
    case alpha2delta
    /// Opioid
    case opioid
    /// Antidepressant
    case antidepressant
    /// Serotonergic
    case serotonergic
    /// Dopamine antagonist
    case dopamineAntagonist = "dopamine_antagonist"
    /// Sedating antihistamine
    case sedatingAntihistamine = "sedating_antihistamine"
    /// Proton pump inhibitor
    case protonPumpInhibitor = "proton_pump_inhibitor"
    /// H2 antagonist
    case h2Antagonist = "h2_antagonist"
    /// Antiseizure
    case antiseizure
    /// Benzodiazepine
    case benzodiazepine
    /// Beta blocker
    case betaBlocker = "beta_blocker"
    /// Z drug
    case zDrug = "z_drug"
    /// Sedative
    case sedative
    /// Mao inhibitor
    case maoInhibitor = "mao_inhibitor"
    /// Ergot dopaminergic
    case ergotDopaminergic = "ergot_dopaminergic"
    /// Iron chelator
    case ironChelator = "iron_chelator"
    /// Erythropoietic
    case erythropoietic
    /// Blood thinner
    case bloodThinner = "blood_thinner"
    /// Hindered by iron
    case hinderedByIron = "hindered_by_iron"

    public static let textSet = "medicine_class"
}

/// How strongly an action is recommended, in the words of its guideline.
public enum Strength: String, DisplayCode {
    /// Grade 1C
    case grade1c = "1c"
    /// Against
    case against
    /// Conditional
    case conditional
    /// Consensus
    case consensus
    /// First choice
    case firstChoice = "first_choice"
    /// Good option
    case goodOption = "good_option"
    /// Grade 1b
    case grade1b = "grade_1b"
    /// Guideline
    case guideline
    /// Intermittent
    case intermittent
    /// Level A
    case levelA = "level_a"
    /// Level B
    case levelB = "level_b"
    /// Level C
    case levelC = "level_c"
    /// Level U
    case levelU = "level_u"
    /// Not recommended
    case notRecommended = "not_recommended"
    /// Option
    case option
    /// Second line
    case secondLine = "second_line"
    /// Standard
    case standard
    /// Strong
    case strong

    public static let textSet = "strength"
}

/// Certainty of the evidence, in the words of its guideline.
public enum Certainty: String, DisplayCode {
    /// Low
    case low
    /// Moderate
    case moderate
    /// Very low
    case veryLow = "very_low"

    public static let textSet = "certainty"
}

/// How pressing an alert is.
public enum Severity: String, DisplayCode {
    /// Act now
    case urgent
    /// Mind this before acting
    case caution
    /// Good to know
    case info

    public static let textSet = "severity"
}

/// For or against.
public enum Direction: String, DisplayCode {
    /// For
    case `for` = "for"
    /// Against
    case against

    public static let textSet = "direction"
}

/// What sort of act.
public enum ActKind: String, DisplayCode {
    /// Act on a result now
    case actOnResult = "act_on_result"
    /// Treat now
    case treatNow = "treat_now"
    /// Stop something that is taken
    case stop
    /// A danger of what is taken
    case precaution
    /// Review a medicine with its prescriber
    case review
    /// Treat
    case treat
    /// Refer
    case refer
    /// Ask the patient
    case ask
    /// Measure
    case test
    /// Bear in mind
    case mind

    public static let textSet = "act_kind"
}

/// How sure it is that what is known leads to an act.
public enum ActCertainty: String, DisplayCode {
    /// Needed
    case certain
    /// Needed under what is usually so
    case usual
    /// Perhaps needed
    case possible

    public static let textSet = "act_certainty"
}

/// How pressing a precaution is.
public enum PrecautionSeverity: String, DisplayCode {
    /// Act now
    case urgent
    /// Not to be offered
    case stop
    /// Mind this before acting
    case caution
    /// Good to know
    case note

    public static let textSet = "precaution_severity"
}

/// How far a statement was checked against the source that it names.
public enum Verification: String, DisplayCode {
    /// Read in the source's own text
    case original
    /// Read in another's account of the source
    case secondary
    /// Computed or decided here from what was read
    case derived
    /// Not found in any text that could be read
    case unverified

    public static let textSet = "verification"
}

/// What a piece of evidence speaks about.
public enum EvidenceScope: String, DisplayCode {
    /// The source names this ingredient
    case ingredient
    /// The source names a class only
    case `class` = "class"

    public static let textSet = "scope"
}

/// How to draw a sample.
public enum Instruction: String, DisplayCode {
    /// 24 h without iron
    case ironFree24h = "iron_free_24h"
    /// Morning sample
    case morning

    public static let textSet = "instruction"
}

/// Sex, as far as reference limits go.
public enum Sex: String, DisplayCode {
    /// Female
    case female
    /// Male
    case male

    public static let textSet = "sex"
}

/// How a censored result compares with its printed bound.
public enum Comparator: String, StableCode {
    /// Below
    case below = "<"
    /// At most
    case atMost = "<="
    /// Above
    case above = ">"
    /// At least
    case atLeast = ">="
}

/// The result of a qualitative test.
public enum Finding: String, DisplayCode {
    /// Negative
    case negative
    /// Positive
    case positive
    /// Indeterminate
    case indeterminate

    public static let textSet = "finding"
}

/// Conditions that look like restless legs syndrome. Leave it out where they were not assessed.
public enum Mimics: String, DisplayCode {
    /// Looked for and not found
    case ruledOut = "ruled_out"
    /// Present beside restless legs syndrome
    case coexists
    /// Explains the symptoms by itself
    case soleExplanation = "sole_explanation"

    public static let textSet = "mimics"
}

/// How much the symptoms distress.
public enum Distress: String, DisplayCode {
    /// Not at all
    case notAtAll = "none"
    /// Mild
    case mild
    /// Moderate
    case moderate
    /// Severe
    case severe

    public static let textSet = "distress"
}

/// Why vitamin B12 is deficient.
public enum B12Cause: String, DisplayCode {
    /// Autoimmune gastritis (pernicious anaemia)
    case autoimmuneGastritis = "autoimmune_gastritis"
    /// Total gastrectomy
    case totalGastrectomy = "total_gastrectomy"
    /// Complete resection of the terminal ileum
    case completeTerminalIlealResection = "complete_terminal_ileal_resection"
    /// Another cause of malabsorption
    case otherMalabsorption = "other_malabsorption"
    /// A medicine
    case medicine
    /// Diet
    case dietary
    /// Recreational nitrous oxide
    case nitrousOxide = "nitrous_oxide"

    public static let textSet = "b12_cause"
}

/// How far the liver's function is impaired.
public enum LiverImpairment: String, DisplayCode {
    /// Not at all
    case noneOfThese = "none"
    /// Mild
    case mild
    /// Moderate
    case moderate
    /// Severe
    case severe

    public static let textSet = "liver_impairment"
}

/// Nitrous oxide as an anaesthetic.
public enum NitrousOxideAnaesthesia: String, DisplayCode {
    /// Neither recent nor planned
    case noneOfThese = "none"
    /// Given lately
    case recent
    /// Planned
    case planned

    public static let textSet = "nitrous_oxide_anaesthesia"
}

/// What was given at the last intravenous iron.
public enum IvIronProduct: String, DisplayCode {
    /// Ferric carboxymaltose
    case ferricCarboxymaltose = "ferric_carboxymaltose"
    /// Ferric derisomaltose
    case ferricDerisomaltose = "ferric_derisomaltose"
    /// Ferumoxytol
    case ferumoxytol
    /// Low-molecular-weight iron dextran
    case ironDextran = "iron_dextran"
    /// Iron sucrose
    case ironSucrose = "iron_sucrose"
    /// Another product
    case other

    public static let textSet = "iv_iron_product"
}

/// A group of yes/no items that is declared complete: what it does not mention is absent.
public enum CompleteGroup: String, DisplayCode {
    /// Symptoms and signs
    case symptoms
    /// History and circumstances
    case history
    /// Medicines
    case medicines

    public static let textSet = "complete"
}

/// What is off unless asked for.
public enum Include: String, DisplayCode {
    /// The superseded limits for vitamin B12 of 2017
    case aafp2017 = "aafp-2017"
    /// The experimental combined indicator of vitamin B12 status
    case cb12

    public static let textSet = "include"
}

/// What to do with a medicine that the catalogue does not know.
public enum UnknownMedicines: String, DisplayCode {
    /// Refuse the patient, with a suggestion
    case refuse
    /// Carry the name along: nothing is concluded from it, and the list can then not be complete
    case carry

    public static let textSet = "unknown_medicines"
}

/// What to do with a patient in whom something cannot be accepted.
public enum OnRefusal: String, DisplayCode {
    /// Refuse the patient, with every fault
    case refuse
    /// Go on without what cannot be accepted, and say so first
    case setAside = "set_aside"

    public static let textSet = "on_refusal"
}

/// The factor from transferrin to total iron-binding capacity: laboratories use several.
public enum TransferrinFactor: String, DisplayCode {
    /// 25.1 umol/L per g/L
    case molar25_1 = "molar_25_1"
    /// 1.25 ug/dL per mg/dL
    case mass1_25 = "mass_1_25"
    /// 1.27 ug/dL per mg/dL
    case mass1_27 = "mass_1_27"
    /// 1.404 ug/dL per mg/dL
    case mass1_404 = "mass_1_404"
    /// 1.43 ug/dL per mg/dL
    case mass1_43 = "mass_1_43"
    /// 1.45 ug/dL per mg/dL
    case mass1_45 = "mass_1_45"

    public static let textSet = "transferrin_factor"
}

/// What a single result stands for.
public enum Uncertainty: String, DisplayCode {
    /// The number reported
    case asReported = "as_reported"
    /// Every value of which it may be one sample
    case variation
    /// For ferritin, every value that another manufacturer's assay might have read
    case assay

    public static let textSet = "uncertainty"
}

/// What is computed or said of a person, and is neither a fact of a rule nor measured.
public enum OtherFact: String, DisplayCode {
    /// Calcium, adjusted for albumin
    case calciumAdjusted = "calcium_adjusted"
    /// Combined indicator of vitamin B12 status
    case cb12
    /// Elevation of residence
    case elevationM = "elevation_m"
    /// Items of the IRLS rating scale
    case irlsItems = "irls_items"
    /// Medicines
    case medicines
    /// Sex
    case sex

    public static let textSet = "other"
}

/// A unit of measurement, by its code in the Unified Code for Units of Measure.
public enum LabUnit: String, StableCode {
    /// `%`
    case percent = "%"
    /// `1`
    case one = "1"
    /// `L/L`
    case lPerL = "L/L"
    /// `fL`
    case fl = "fL"
    /// `g/dL`
    case gPerDl = "g/dL"
    /// `g/L`
    case gPerL = "g/L"
    /// `mg/dL`
    case mgPerDl = "mg/dL"
    /// `mg/L`
    case mgPerL = "mg/L"
    /// `ug/dL`
    case ugPerDl = "ug/dL"
    /// `ug/L`
    case ugPerL = "ug/L"
    /// `ug/mL`
    case ugPerMl = "ug/mL"
    /// `ng/dL`
    case ngPerDl = "ng/dL"
    /// `ng/L`
    case ngPerL = "ng/L"
    /// `ng/mL`
    case ngPerMl = "ng/mL"
    /// `pg/mL`
    case pgPerMl = "pg/mL"
    /// `mmol/L`
    case mmolPerL = "mmol/L"
    /// `umol/L`
    case umolPerL = "umol/L"
    /// `nmol/L`
    case nmolPerL = "nmol/L"
    /// `nmol/mL`
    case nmolPerMl = "nmol/mL"
    /// `pmol/L`
    case pmolPerL = "pmol/L"
    /// `meq/L`
    case meqPerL = "meq/L"
    /// `mmol/mol`
    case mmolPerMol = "mmol/mol"
    /// `mmol/mol{creat}`
    case mmolPerMolCreat = "mmol/mol{creat}"
    /// `umol/mmol{creat}`
    case umolPerMmolCreat = "umol/mmol{creat}"
    /// `mg/g`
    case mgPerG = "mg/g"
    /// `ug/mg`
    case ugPerMg = "ug/mg"
    /// `mg/mmol`
    case mgPerMmol = "mg/mmol"
    /// `m[IU]/L`
    case milliIuPerL = "m[IU]/L"
    /// `u[IU]/mL`
    case microIuPerMl = "u[IU]/mL"
    /// `[arb'U]/mL`
    case arbUPerMl = "[arb'U]/mL"
    /// `mL/min/{1.73_m2}`
    case mlPerMinPer173M2 = "mL/min/{1.73_m2}"
}

/// Are the diagnostic criteria of restless legs syndrome met?
public enum RLSDiagnosis: String, QuestionAnswer {
    /// All five criteria are met
    case met
    /// At least one criterion is not met
    case notMet = "not_met"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.rls.diagnosis"

    public static func answers(_ question: Question) -> Bool {
        question == .rlsDiagnosis
    }
}

/// Which course do the symptoms take?
public enum RLSCourse: String, QuestionAnswer {
    /// Chronic persistent: on average at least twice a week over the past year
    case chronicPersistent = "chronic_persistent"
    /// Intermittent: on average less than twice a week over the past year, with at least five lifetime events
    case intermittent
    /// Unspecified: neither specifier applies
    case unspecified
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.rls.course"

    public static func answers(_ question: Question) -> Bool {
        question == .rlsCourse
    }
}

/// Are the symptoms clinically relevant?
public enum RLSRelevance: String, QuestionAnswer {
    /// Clinically relevant
    case relevant
    /// Not relevant: not clinically relevant by this definition
    case notRelevant = "not_relevant"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.rls.relevance"

    public static func answers(_ question: Question) -> Bool {
        question == .rlsRelevance
    }
}

/// How severe are the symptoms?
public enum RLSSeverity: String, QuestionAnswer {
    /// None: IRLS total 0
    case noSymptoms = "none"
    /// Mild: IRLS total 1 to 10
    case mild
    /// Moderate: IRLS total 11 to 20
    case moderate
    /// Severe: IRLS total 21 to 30
    case severe
    /// Very severe: IRLS total 31 to 40
    case verySevere = "very_severe"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.rls.severity"

    public static func answers(_ question: Question) -> Bool {
        question == .rlsSeverity
    }
}

/// Does the onset suggest a secondary form?
public enum RLSOnsetPattern: String, QuestionAnswer {
    /// Secondary more likely: onset in middle or later life without family history: a cause is more likely
    case secondaryMoreLikely = "secondary_more_likely"
    /// Not suggestive: the onset does not suggest a cause, which excludes none
    case notSuggestive = "not_suggestive"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.rls.onset_pattern"

    public static func answers(_ question: Question) -> Bool {
        question == .rlsOnsetPattern
    }
}

/// Has dopaminergic treatment brought augmentation?
public enum RLSAugmentation: String, QuestionAnswer {
    /// Augmentation
    case augmentation
    /// No augmentation: the criteria of augmentation are not met
    case noAugmentation = "no_augmentation"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.rls.augmentation"

    public static func answers(_ question: Question) -> Bool {
        question == .rlsAugmentation
    }
}

/// Does a medicine make restless legs worse?
public enum RLSExacerbatingMedicine: String, QuestionAnswer {
    /// A medicine is known to bring on or worsen restless legs: review it with the prescriber
    case review
    /// None found: no such medicine
    case noneFound = "none_found"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.rls.exacerbating_medicine"

    public static func answers(_ question: Question) -> Bool {
        question == .rlsExacerbatingMedicine
    }
}

/// Does something else make restless legs worse?
public enum RLSExacerbatingFactor: String, QuestionAnswer {
    /// Alcohol, caffeine or untreated obstructive sleep apnoea can be making it worse: address it
    case address
    /// None found: none of them
    case noneFound = "none_found"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.rls.exacerbating_factor"

    public static func answers(_ question: Question) -> Bool {
        question == .rlsExacerbatingFactor
    }
}

/// If this is restless legs syndrome: should iron be given, and by which route?
public enum IronTherapy: String, QuestionAnswer {
    /// Oral or intravenous iron
    case oralOrIV = "oral_or_iv"
    /// Oral iron
    case oral
    /// Intravenous iron only
    case ivOnly = "iv_only"
    /// Intravenous iron sucrose
    case ivSucrose = "iv_sucrose"
    /// A grey zone: the source leaves it open
    case greyZone = "grey_zone"
    /// Iron is not indicated for restless legs
    case notIndicated = "not_indicated"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.iron.therapy"

    public static func answers(_ question: Question) -> Bool {
        question == .ironTherapy
    }
}

/// Is there a reason not to give iron for restless legs?
public enum IronSafety: String, QuestionAnswer {
    /// No reason found
    case clear
    /// No iron for restless legs: overload, or an anaemia or disturbance in which iron does harm, is known
    case stopKnownOverload = "stop_known_overload"
    /// No iron for restless legs: transferrin saturation is at or above 45 %; look for haemochromatosis
    case stopTSATCeiling = "stop_tsat_ceiling"
    /// No iron for restless legs: too many red cells, or polycythaemia vera; a haematologist decides
    case stopErythrocytosis = "stop_erythrocytosis"
    /// No iron for restless legs: ferritin is above 300 ng/mL, beyond the range of the trials
    case stopFerritinCeiling = "stop_ferritin_ceiling"
    /// No iron for now, by either route: wait until the infection is over
    case deferInfection = "defer_infection"
    /// No intravenous iron; oral iron is not affected
    case stopIVOnly = "stop_iv_only"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.iron.safety"

    public static func answers(_ question: Question) -> Bool {
        question == .ironSafety
    }
}

/// Is there iron deficiency?
public enum IronDeficiency: String, QuestionAnswer {
    /// Iron deficiency
    case deficient
    /// Iron deficiency and inflammation together
    case mixed
    /// Iron deficiency is possible: inflammation raises ferritin
    case possibleWithInflammation = "possible_with_inflammation"
    /// The pattern of anaemia of inflammation
    case anaemiaOfInflammation = "anaemia_of_inflammation"
    /// No iron deficiency by these limits
    case notDeficient = "not_deficient"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.iron.deficiency"

    public static func answers(_ question: Question) -> Bool {
        question == .ironDeficiency
    }
}

/// Is there iron overload, or should haemochromatosis be tested for?
public enum IronOverload: String, QuestionAnswer {
    /// Provisional iron overload
    case overloadProvisional = "overload_provisional"
    /// Test for HFE haemochromatosis
    case hfeTest = "hfe_test"
    /// The limits of this guideline are not reached
    case noOverload = "no_overload"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.iron.overload"

    public static func answers(_ question: Question) -> Bool {
        question == .ironOverload
    }
}

/// What does the first-line vitamin B12 test say?
public enum B12FirstLine: String, QuestionAnswer {
    /// Vitamin B12 deficiency
    case deficient
    /// Vitamin B12 deficiency is possible: a second test decides
    case indeterminate
    /// Vitamin B12 deficiency is unlikely
    case unlikely
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.b12.first_line"

    public static func answers(_ question: Question) -> Bool {
        question == .b12FirstLine
    }
}

/// What do the first and second-line vitamin B12 tests say together?
public enum B12Status: String, QuestionAnswer {
    /// Vitamin B12 deficiency
    case deficient
    /// Vitamin B12 deficiency is unlikely, which is not the same as excluded
    case deficiencyUnlikely = "deficiency_unlikely"
    /// The tests disagree: vitamin B12 deficiency is not ruled out
    case discordant
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.b12.status"

    public static func answers(_ question: Question) -> Bool {
        question == .b12Status
    }
}

/// Should vitamin B12 be tested?
public enum B12WhomToTest: String, QuestionAnswer {
    /// Test vitamin B12
    case test
    /// Nothing here prompts a test
    case notPrompted = "not_prompted"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.b12.whom_to_test"

    public static func answers(_ question: Question) -> Bool {
        question == .b12WhomToTest
    }
}

/// If vitamin B12 is deficient: by which route should it be replaced?
public enum B12Treatment: String, QuestionAnswer {
    /// Intramuscular vitamin B12
    case im
    /// Intramuscular vitamin B12, the schedule for neurological involvement
    case imNeurological = "im_neurological"
    /// Oral vitamin B12, 1 mg a day or more
    case oralHighDose = "oral_high_dose"
    /// Oral vitamin B12 in the low dose for dietary deficiency
    case oralDietary = "oral_dietary"
    /// Replacement is not indicated by these tests
    case notIndicated = "not_indicated"
    /// A trial of vitamin B12, judged by symptoms and a second marker
    case trial
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.b12.treatment"

    public static func answers(_ question: Question) -> Bool {
        question == .b12Treatment
    }
}

/// Could vitamin B12 deficiency contribute to restless legs?
public enum B12Contribution: String, QuestionAnswer {
    /// Vitamin B12 was not assessed
    case notAssessed = "not_assessed"
    /// Deficiency gives a neuropathy that imitates restless legs: examine; both may be present
    case lookAlike = "look_alike"
    /// A plausible contributor: treat the deficiency for its own sake; whether the legs improve is not known
    case plausible
    /// Possible: the deficiency itself must be settled, whatever the legs
    case possible
    /// Nothing here suggests it; the association in the literature is small
    case unlikely
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.b12.contribution"

    public static func answers(_ question: Question) -> Bool {
        question == .b12Contribution
    }
}

/// Is there folate deficiency?
public enum FolateStatus: String, QuestionAnswer {
    /// Folate deficiency
    case deficient
    /// Borderline folate, or possible deficiency
    case borderline
    /// Folate is sufficient by these limits
    case sufficient
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.folate.status"

    public static func answers(_ question: Question) -> Bool {
        question == .folateStatus
    }
}

/// Is there anaemia?
public enum Anaemia: String, QuestionAnswer {
    /// No anaemia
    case noAnaemia = "none"
    /// Mild anaemia
    case mild
    /// Moderate anaemia
    case moderate
    /// Severe anaemia
    case severe
    /// Anaemia; no severity bands are known for this age
    case presentUngraded = "present_ungraded"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.blood.anaemia"

    public static func answers(_ question: Question) -> Bool {
        question == .bloodAnaemia
    }
}

/// Are the red cells large?
public enum Macrocytosis: String, QuestionAnswer {
    /// Macrocytosis
    case macrocytosis
    /// No macrocytosis
    case noMacrocytosis = "none"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.blood.macrocytosis"

    public static func answers(_ question: Question) -> Bool {
        question == .bloodMacrocytosis
    }
}

/// Which category of glomerular filtration rate?
public enum KidneyStage: String, QuestionAnswer {
    /// G1, 90 or more
    case g1
    /// G2, 60 to 89
    case g2
    /// G3a, 45 to 59
    case g3a
    /// G3b, 30 to 44
    case g3b
    /// G4, 15 to 29
    case g4
    /// G5, below 15 or dialysis
    case g5
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.kidney.stage"

    public static func answers(_ question: Question) -> Bool {
        question == .kidneyStage
    }
}

/// Which category of albuminuria?
public enum Albuminuria: String, QuestionAnswer {
    /// A1, below 30 mg/g or 3 mg/mmol
    case a1
    /// A2, 30 to 300 mg/g or 3 to 30 mg/mmol
    case a2
    /// A3, above 300 mg/g or 30 mg/mmol
    case a3
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.kidney.albuminuria"

    public static func answers(_ question: Question) -> Bool {
        question == .kidneyAlbuminuria
    }
}

/// Could restless legs be uraemic?
public enum UraemicRLS: String, QuestionAnswer {
    /// End-stage renal disease: uraemic restless legs are possible
    case candidate
    /// Severely reduced kidney function: keep it in mind
    case flag
    /// Kidney function does not suggest it
    case no
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.kidney.uraemic_rls"

    public static func answers(_ question: Question) -> Bool {
        question == .kidneyUraemicRLS
    }
}

/// Where a result lies in its laboratory's interval: thyrotropin, calcium, electrolytes.
public enum LabLevel: String, QuestionAnswer {
    /// Below the laboratory's interval
    case low
    /// Within the laboratory's interval, limits included
    case inRange = "in_range"
    /// Above the laboratory's interval
    case high
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.thyroid"

    public static func answers(_ question: Question) -> Bool {
        [
            .thyroid,
            .calcium,
            .electrolytesSodium,
            .electrolytesPotassium,
            .electrolytesMagnesium,
            .electrolytesPhosphate
        ].contains(question)
    }
}

/// Where does glycated haemoglobin lie?
public enum Glycaemia: String, QuestionAnswer {
    /// Below the range of prediabetes
    case normal
    /// The range of prediabetes (non-diabetic hyperglycaemia)
    case prediabetes
    /// The range of diabetes, which one result does not diagnose
    case diabetesRange = "diabetes_range"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.glycaemia"

    public static func answers(_ question: Question) -> Bool {
        question == .glycaemia
    }
}

/// What a guideline says of a treatment.
public enum TreatmentPosition: String, QuestionAnswer {
    /// Recommended, strongly
    case forStrong = "for_strong"
    /// Recommended, conditionally
    case forConditional = "for_conditional"
    /// Recommended against, conditionally
    case againstConditional = "against_conditional"
    /// Recommended against, strongly
    case againstStrong = "against_strong"
    /// The evidence was found insufficient to support or refute it
    case insufficientEvidence = "insufficient_evidence"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"

    public static let textSet = "answer.treatment"

    public static func answers(_ question: Question) -> Bool {
        question.treatment != nil
    }
}

/// An answer to any question, by its code. Each question also has a type of its own answers.
public enum Answer: String, StableCode {
    /// All five criteria are met
    case met
    /// At least one criterion is not met
    case notMet = "not_met"
    /// The guideline is silent
    case notAddressed = "not_addressed"
    /// The question does not arise for this person
    case notApplicable = "not_applicable"
    /// Chronic persistent: on average at least twice a week over the past year
    case chronicPersistent = "chronic_persistent"
    /// Intermittent: on average less than twice a week over the past year, with at least five lifetime events
    case intermittent
    /// Unspecified: neither specifier applies
    case unspecified
    /// Clinically relevant
    case relevant
    /// Not relevant: not clinically relevant by this definition
    case notRelevant = "not_relevant"
    /// Its meaning depends on the question.
    case noneOfThese = "none"
    /// Its meaning depends on the question.
    case mild
    /// Its meaning depends on the question.
    case moderate
    /// Its meaning depends on the question.
    case severe
    /// Very severe: IRLS total 31 to 40
    case verySevere = "very_severe"
    /// Secondary more likely: onset in middle or later life without family history: a cause is more likely
    case secondaryMoreLikely = "secondary_more_likely"
    /// Not suggestive: the onset does not suggest a cause, which excludes none
    case notSuggestive = "not_suggestive"
    /// Augmentation
    case augmentation
    /// No augmentation: the criteria of augmentation are not met
    case noAugmentation = "no_augmentation"
    /// A medicine is known to bring on or worsen restless legs: review it with the prescriber
    case review
    /// Its meaning depends on the question.
    case noneFound = "none_found"
    /// Alcohol, caffeine or untreated obstructive sleep apnoea can be making it worse: address it
    case address
    /// Oral or intravenous iron
    case oralOrIV = "oral_or_iv"
    /// Oral iron
    case oral
    /// Intravenous iron only
    case ivOnly = "iv_only"
    /// Intravenous iron sucrose
    case ivSucrose = "iv_sucrose"
    /// A grey zone: the source leaves it open
    case greyZone = "grey_zone"
    /// Its meaning depends on the question.
    case notIndicated = "not_indicated"
    /// No reason found
    case clear
    /// No iron for restless legs: overload, or an anaemia or disturbance in which iron does harm, is known
    case stopKnownOverload = "stop_known_overload"
    /// No iron for restless legs: transferrin saturation is at or above 45 %; look for haemochromatosis
    case stopTSATCeiling = "stop_tsat_ceiling"
    /// No iron for restless legs: too many red cells, or polycythaemia vera; a haematologist decides
    case stopErythrocytosis = "stop_erythrocytosis"
    /// No iron for restless legs: ferritin is above 300 ng/mL, beyond the range of the trials
    case stopFerritinCeiling = "stop_ferritin_ceiling"
    /// No iron for now, by either route: wait until the infection is over
    case deferInfection = "defer_infection"
    /// No intravenous iron; oral iron is not affected
    case stopIVOnly = "stop_iv_only"
    /// Its meaning depends on the question.
    case deficient
    /// Iron deficiency and inflammation together
    case mixed
    /// Iron deficiency is possible: inflammation raises ferritin
    case possibleWithInflammation = "possible_with_inflammation"
    /// The pattern of anaemia of inflammation
    case anaemiaOfInflammation = "anaemia_of_inflammation"
    /// No iron deficiency by these limits
    case notDeficient = "not_deficient"
    /// Provisional iron overload
    case overloadProvisional = "overload_provisional"
    /// Test for HFE haemochromatosis
    case hfeTest = "hfe_test"
    /// The limits of this guideline are not reached
    case noOverload = "no_overload"
    /// Vitamin B12 deficiency is possible: a second test decides
    case indeterminate
    /// Its meaning depends on the question.
    case unlikely
    /// Vitamin B12 deficiency is unlikely, which is not the same as excluded
    case deficiencyUnlikely = "deficiency_unlikely"
    /// The tests disagree: vitamin B12 deficiency is not ruled out
    case discordant
    /// Test vitamin B12
    case test
    /// Nothing here prompts a test
    case notPrompted = "not_prompted"
    /// Intramuscular vitamin B12
    case im
    /// Intramuscular vitamin B12, the schedule for neurological involvement
    case imNeurological = "im_neurological"
    /// Oral vitamin B12, 1 mg a day or more
    case oralHighDose = "oral_high_dose"
    /// Oral vitamin B12 in the low dose for dietary deficiency
    case oralDietary = "oral_dietary"
    /// A trial of vitamin B12, judged by symptoms and a second marker
    case trial
    /// Vitamin B12 was not assessed
    case notAssessed = "not_assessed"
    /// Deficiency gives a neuropathy that imitates restless legs: examine; both may be present
    case lookAlike = "look_alike"
    /// A plausible contributor: treat the deficiency for its own sake; whether the legs improve is not known
    case plausible
    /// Possible: the deficiency itself must be settled, whatever the legs
    case possible
    /// Borderline folate, or possible deficiency
    case borderline
    /// Folate is sufficient by these limits
    case sufficient
    /// Anaemia; no severity bands are known for this age
    case presentUngraded = "present_ungraded"
    /// Macrocytosis
    case macrocytosis
    /// G1, 90 or more
    case g1
    /// G2, 60 to 89
    case g2
    /// G3a, 45 to 59
    case g3a
    /// G3b, 30 to 44
    case g3b
    /// G4, 15 to 29
    case g4
    /// G5, below 15 or dialysis
    case g5
    /// A1, below 30 mg/g or 3 mg/mmol
    case a1
    /// A2, 30 to 300 mg/g or 3 to 30 mg/mmol
    case a2
    /// A3, above 300 mg/g or 30 mg/mmol
    case a3
    /// End-stage renal disease: uraemic restless legs are possible
    case candidate
    /// Severely reduced kidney function: keep it in mind
    case flag
    /// Kidney function does not suggest it
    case no
    /// Below the laboratory's interval
    case low
    /// Within the laboratory's interval, limits included
    case inRange = "in_range"
    /// Above the laboratory's interval
    case high
    /// Below the range of prediabetes
    case normal
    /// The range of prediabetes (non-diabetic hyperglycaemia)
    case prediabetes
    /// The range of diabetes, which one result does not diagnose
    case diabetesRange = "diabetes_range"
    /// Recommended, strongly
    case forStrong = "for_strong"
    /// Recommended, conditionally
    case forConditional = "for_conditional"
    /// Recommended against, conditionally
    case againstConditional = "against_conditional"
    /// Recommended against, strongly
    case againstStrong = "against_strong"
    /// The evidence was found insufficient to support or refute it
    case insufficientEvidence = "insufficient_evidence"
}

extension Question {
    /// Every answer it can have, in display order.
    public var answers: [Answer] {
        switch self {
        case .rlsDiagnosis:
            [.met, .notMet, .notAddressed, .notApplicable]
        case .rlsCourse:
            [.chronicPersistent, .intermittent, .unspecified, .notAddressed, .notApplicable]
        case .rlsRelevance:
            [.relevant, .notRelevant, .notAddressed, .notApplicable]
        case .rlsSeverity:
            [.noneOfThese, .mild, .moderate, .severe, .verySevere, .notAddressed, .notApplicable]
        case .rlsOnsetPattern:
            [.secondaryMoreLikely, .notSuggestive, .notAddressed, .notApplicable]
        case .rlsAugmentation:
            [.augmentation, .noAugmentation, .notAddressed, .notApplicable]
        case .rlsExacerbatingMedicine:
            [.review, .noneFound, .notAddressed, .notApplicable]
        case .rlsExacerbatingFactor:
            [.address, .noneFound, .notAddressed, .notApplicable]
        case .ironTherapy:
            [.oralOrIV, .oral, .ivOnly, .ivSucrose, .greyZone, .notIndicated, .notAddressed, .notApplicable]
        case .ironSafety:
            [.clear, .stopKnownOverload, .stopTSATCeiling, .stopErythrocytosis, .stopFerritinCeiling, .deferInfection, .stopIVOnly, .notAddressed, .notApplicable]
        case .ironDeficiency:
            [.deficient, .mixed, .possibleWithInflammation, .anaemiaOfInflammation, .notDeficient, .notAddressed, .notApplicable]
        case .ironOverload:
            [.overloadProvisional, .hfeTest, .noOverload, .notAddressed, .notApplicable]
        case .b12FirstLine:
            [.deficient, .indeterminate, .unlikely, .notAddressed, .notApplicable]
        case .b12Status:
            [.deficient, .deficiencyUnlikely, .discordant, .notAddressed, .notApplicable]
        case .b12WhomToTest:
            [.test, .notPrompted, .notAddressed, .notApplicable]
        case .b12Treatment:
            [.im, .imNeurological, .oralHighDose, .oralDietary, .notIndicated, .trial, .notAddressed, .notApplicable]
        case .b12Contribution:
            [.notAssessed, .lookAlike, .plausible, .possible, .unlikely, .notAddressed, .notApplicable]
        case .folateStatus:
            [.deficient, .borderline, .sufficient, .notAddressed, .notApplicable]
        case .bloodAnaemia:
            [.noneOfThese, .mild, .moderate, .severe, .presentUngraded, .notAddressed, .notApplicable]
        case .bloodMacrocytosis:
            [.macrocytosis, .noneOfThese, .notAddressed, .notApplicable]
        case .kidneyStage:
            [.g1, .g2, .g3a, .g3b, .g4, .g5, .notAddressed, .notApplicable]
        case .kidneyAlbuminuria:
            [.a1, .a2, .a3, .notAddressed, .notApplicable]
        case .kidneyUraemicRLS:
            [.candidate, .flag, .no, .notAddressed, .notApplicable]
        case .thyroid:
            [.low, .inRange, .high, .notAddressed, .notApplicable]
        case .calcium:
            [.low, .inRange, .high, .notAddressed, .notApplicable]
        case .electrolytesSodium:
            [.low, .inRange, .high, .notAddressed, .notApplicable]
        case .electrolytesPotassium:
            [.low, .inRange, .high, .notAddressed, .notApplicable]
        case .electrolytesMagnesium:
            [.low, .inRange, .high, .notAddressed, .notApplicable]
        case .electrolytesPhosphate:
            [.low, .inRange, .high, .notAddressed, .notApplicable]
        case .glycaemia:
            [.normal, .prediabetes, .diabetesRange, .notAddressed, .notApplicable]
        default:
            [.forStrong, .forConditional, .againstConditional, .againstStrong, .insufficientEvidence, .notAddressed, .notApplicable]
        }
    }
}
