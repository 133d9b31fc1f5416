// Written by ekbom-mobile-generate from the core; a test compares. Do not edit.

internal import EkbomGenerated

/// Symptoms and signs. What is not said stays unknown, unless the group is declared complete.
public struct Symptoms: Hashable, Sendable, Codable {
    /// Urge to move the legs.
    public var urgeToMove: Bool?
    /// Begins or worsens at rest.
    public var worseAtRest: Bool?
    /// Relieved by movement (now, or earlier if now very severe).
    public var relievedByMovement: Bool?
    /// Worse in the evening or at night (now, or earlier if now very severe).
    public var worseInEvening: Bool?
    /// Conditions that look like restless legs.
    public var mimics: Mimics?
    /// Symptoms per week.
    public var timesPerWeek: Double?
    /// Episodes in a lifetime.
    public var lifetimeEvents: Double?
    /// Duration of symptoms, in months.
    public var durationMonths: Double?
    /// Distress from symptoms.
    public var distress: Distress?
    /// Impairment by symptoms.
    public var impairment: Bool?
    /// IRLS total score.
    public var irlsTotal: Int?
    /// Scores of the ten items of the IRLS rating scale, instead of their total.
    public var irlsItems: [Int]?
    /// Arms involved.
    public var armsInvolved: Bool?
    /// Paraesthesia.
    public var paraesthesia: Bool?
    /// Numbness.
    public var numbness: Bool?
    /// Muscle weakness.
    public var muscleWeakness: Bool?
    /// Abnormal reflexes.
    public var abnormalReflexes: Bool?
    /// Gait disturbance.
    public var gaitDisturbance: Bool?
    /// Impaired position or vibration sense.
    public var impairedPositionOrVibration: Bool?
    /// Cognitive change.
    public var cognitiveChange: Bool?
    /// Visual change.
    public var visualChange: Bool?
    /// Glossitis.
    public var glossitis: Bool?
    /// Fatigue.
    public var fatigue: Bool?
    /// Depression.
    public var depression: Bool?
    /// Days with symptoms in the last week.
    public var symptomDaysLastWeek: Double?
    /// Hours by which symptoms begin earlier than before treatment.
    public var hoursEarlier: Double?
    /// Shorter latency to symptoms at rest.
    public var shorterLatency: Bool?
    /// Spread to other parts of the body.
    public var spread: Bool?
    /// Greater intensity.
    public var greaterIntensity: Bool?
    /// Shorter relief from treatment.
    public var shorterRelief: Bool?
    /// Worse after a higher dose and better after a lower one.
    public var paradoxicalResponse: Bool?
    /// Earlier response to dopaminergic treatment.
    public var previousResponse: Bool?
    /// Worsening explained by something else.
    public var explainedOtherwise: Bool?
    /// Fever.
    public var fever: Bool?
    /// Drowsiness.
    public var drowsiness: Bool?
    /// Confusion.
    public var confusion: Bool?
    /// Myoclonus.
    public var myoclonus: Bool?
    /// Falls.
    public var falls: Bool?
    /// Inner restlessness.
    public var innerRestlessness: Bool?
    /// Extensor plantar responses.
    public var extensorPlantars: Bool?
    /// Constipation.
    public var constipation: Bool?
    /// Discomfort from one posture, which ends with a change of position, as an explanation of the symptoms.
    public var mimicPositional: Mimics?
    /// Leg cramps, as an explanation of the symptoms.
    public var mimicCramps: Mimics?
    /// Habitual foot tapping, as an explanation of the symptoms.
    public var mimicFootTapping: Mimics?
    /// Peripheral neuropathy, as an explanation of the symptoms.
    public var mimicNeuropathy: Mimics?
    /// Radiculopathy, as an explanation of the symptoms.
    public var mimicRadiculopathy: Mimics?
    /// Arthritis, as an explanation of the symptoms.
    public var mimicArthritis: Mimics?
    /// Venous disease of the legs, as an explanation of the symptoms.
    public var mimicVenous: Mimics?
    /// Claudication, as an explanation of the symptoms.
    public var mimicClaudication: Mimics?
    /// Akathisia, as an explanation of the symptoms.
    public var mimicAkathisia: Mimics?
    /// Hypotensive akathisia, as an explanation of the symptoms.
    public var mimicHypotensiveAkathisia: Mimics?
    /// Myalgia, as an explanation of the symptoms.
    public var mimicMyalgia: Mimics?
    /// Painful legs and moving toes, orthostatic tremor or leg stereotypy, as an explanation of the symptoms.
    public var mimicOtherMovement: Mimics?

    /// What was said of them; everything can be left out.
    public init(
        urgeToMove: Bool? = nil,
        worseAtRest: Bool? = nil,
        relievedByMovement: Bool? = nil,
        worseInEvening: Bool? = nil,
        mimics: Mimics? = nil,
        timesPerWeek: Double? = nil,
        lifetimeEvents: Double? = nil,
        durationMonths: Double? = nil,
        distress: Distress? = nil,
        impairment: Bool? = nil,
        irlsTotal: Int? = nil,
        irlsItems: [Int]? = nil,
        armsInvolved: Bool? = nil,
        paraesthesia: Bool? = nil,
        numbness: Bool? = nil,
        muscleWeakness: Bool? = nil,
        abnormalReflexes: Bool? = nil,
        gaitDisturbance: Bool? = nil,
        impairedPositionOrVibration: Bool? = nil,
        cognitiveChange: Bool? = nil,
        visualChange: Bool? = nil,
        glossitis: Bool? = nil,
        fatigue: Bool? = nil,
        depression: Bool? = nil,
        symptomDaysLastWeek: Double? = nil,
        hoursEarlier: Double? = nil,
        shorterLatency: Bool? = nil,
        spread: Bool? = nil,
        greaterIntensity: Bool? = nil,
        shorterRelief: Bool? = nil,
        paradoxicalResponse: Bool? = nil,
        previousResponse: Bool? = nil,
        explainedOtherwise: Bool? = nil,
        fever: Bool? = nil,
        drowsiness: Bool? = nil,
        confusion: Bool? = nil,
        myoclonus: Bool? = nil,
        falls: Bool? = nil,
        innerRestlessness: Bool? = nil,
        extensorPlantars: Bool? = nil,
        constipation: Bool? = nil,
        mimicPositional: Mimics? = nil,
        mimicCramps: Mimics? = nil,
        mimicFootTapping: Mimics? = nil,
        mimicNeuropathy: Mimics? = nil,
        mimicRadiculopathy: Mimics? = nil,
        mimicArthritis: Mimics? = nil,
        mimicVenous: Mimics? = nil,
        mimicClaudication: Mimics? = nil,
        mimicAkathisia: Mimics? = nil,
        mimicHypotensiveAkathisia: Mimics? = nil,
        mimicMyalgia: Mimics? = nil,
        mimicOtherMovement: Mimics? = nil
    ) {
        self.urgeToMove = urgeToMove
        self.worseAtRest = worseAtRest
        self.relievedByMovement = relievedByMovement
        self.worseInEvening = worseInEvening
        self.mimics = mimics
        self.timesPerWeek = timesPerWeek
        self.lifetimeEvents = lifetimeEvents
        self.durationMonths = durationMonths
        self.distress = distress
        self.impairment = impairment
        self.irlsTotal = irlsTotal
        self.irlsItems = irlsItems
        self.armsInvolved = armsInvolved
        self.paraesthesia = paraesthesia
        self.numbness = numbness
        self.muscleWeakness = muscleWeakness
        self.abnormalReflexes = abnormalReflexes
        self.gaitDisturbance = gaitDisturbance
        self.impairedPositionOrVibration = impairedPositionOrVibration
        self.cognitiveChange = cognitiveChange
        self.visualChange = visualChange
        self.glossitis = glossitis
        self.fatigue = fatigue
        self.depression = depression
        self.symptomDaysLastWeek = symptomDaysLastWeek
        self.hoursEarlier = hoursEarlier
        self.shorterLatency = shorterLatency
        self.spread = spread
        self.greaterIntensity = greaterIntensity
        self.shorterRelief = shorterRelief
        self.paradoxicalResponse = paradoxicalResponse
        self.previousResponse = previousResponse
        self.explainedOtherwise = explainedOtherwise
        self.fever = fever
        self.drowsiness = drowsiness
        self.confusion = confusion
        self.myoclonus = myoclonus
        self.falls = falls
        self.innerRestlessness = innerRestlessness
        self.extensorPlantars = extensorPlantars
        self.constipation = constipation
        self.mimicPositional = mimicPositional
        self.mimicCramps = mimicCramps
        self.mimicFootTapping = mimicFootTapping
        self.mimicNeuropathy = mimicNeuropathy
        self.mimicRadiculopathy = mimicRadiculopathy
        self.mimicArthritis = mimicArthritis
        self.mimicVenous = mimicVenous
        self.mimicClaudication = mimicClaudication
        self.mimicAkathisia = mimicAkathisia
        self.mimicHypotensiveAkathisia = mimicHypotensiveAkathisia
        self.mimicMyalgia = mimicMyalgia
        self.mimicOtherMovement = mimicOtherMovement
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case urgeToMove = "urge_to_move"
        case worseAtRest = "worse_at_rest"
        case relievedByMovement = "relieved_by_movement"
        case worseInEvening = "worse_in_evening"
        case mimics
        case timesPerWeek = "times_per_week"
        case lifetimeEvents = "lifetime_events"
        case durationMonths = "duration_months"
        case distress
        case impairment
        case irlsTotal = "irls_total"
        case irlsItems = "irls_items"
        case armsInvolved = "arms_involved"
        case paraesthesia
        case numbness
        case muscleWeakness = "muscle_weakness"
        case abnormalReflexes = "abnormal_reflexes"
        case gaitDisturbance = "gait_disturbance"
        case impairedPositionOrVibration = "impaired_position_or_vibration"
        case cognitiveChange = "cognitive_change"
        case visualChange = "visual_change"
        case glossitis
        case fatigue
        case depression
        case symptomDaysLastWeek = "symptom_days_last_week"
        case hoursEarlier = "hours_earlier"
        case shorterLatency = "shorter_latency"
        case spread
        case greaterIntensity = "greater_intensity"
        case shorterRelief = "shorter_relief"
        case paradoxicalResponse = "paradoxical_response"
        case previousResponse = "previous_response"
        case explainedOtherwise = "explained_otherwise"
        case fever
        case drowsiness
        case confusion
        case myoclonus
        case falls
        case innerRestlessness = "inner_restlessness"
        case extensorPlantars = "extensor_plantars"
        case constipation
        case mimicPositional = "mimic_positional"
        case mimicCramps = "mimic_cramps"
        case mimicFootTapping = "mimic_foot_tapping"
        case mimicNeuropathy = "mimic_neuropathy"
        case mimicRadiculopathy = "mimic_radiculopathy"
        case mimicArthritis = "mimic_arthritis"
        case mimicVenous = "mimic_venous"
        case mimicClaudication = "mimic_claudication"
        case mimicAkathisia = "mimic_akathisia"
        case mimicHypotensiveAkathisia = "mimic_hypotensive_akathisia"
        case mimicMyalgia = "mimic_myalgia"
        case mimicOtherMovement = "mimic_other_movement"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(ofKnown: CodingKeys.self)
        urgeToMove = try values.decodeIfPresent(Bool.self, forKey: .urgeToMove)
        worseAtRest = try values.decodeIfPresent(Bool.self, forKey: .worseAtRest)
        relievedByMovement = try values.decodeIfPresent(Bool.self, forKey: .relievedByMovement)
        worseInEvening = try values.decodeIfPresent(Bool.self, forKey: .worseInEvening)
        mimics = try values.decodeIfPresent(Mimics.self, forKey: .mimics)
        timesPerWeek = try values.decodeIfPresent(Double.self, forKey: .timesPerWeek)
        lifetimeEvents = try values.decodeIfPresent(Double.self, forKey: .lifetimeEvents)
        durationMonths = try values.decodeIfPresent(Double.self, forKey: .durationMonths)
        distress = try values.decodeIfPresent(Distress.self, forKey: .distress)
        impairment = try values.decodeIfPresent(Bool.self, forKey: .impairment)
        irlsTotal = try values.decodeIfPresent(Int.self, forKey: .irlsTotal)
        irlsItems = try values.decodeIfPresent([Int].self, forKey: .irlsItems)
        armsInvolved = try values.decodeIfPresent(Bool.self, forKey: .armsInvolved)
        paraesthesia = try values.decodeIfPresent(Bool.self, forKey: .paraesthesia)
        numbness = try values.decodeIfPresent(Bool.self, forKey: .numbness)
        muscleWeakness = try values.decodeIfPresent(Bool.self, forKey: .muscleWeakness)
        abnormalReflexes = try values.decodeIfPresent(Bool.self, forKey: .abnormalReflexes)
        gaitDisturbance = try values.decodeIfPresent(Bool.self, forKey: .gaitDisturbance)
        impairedPositionOrVibration = try values.decodeIfPresent(Bool.self, forKey: .impairedPositionOrVibration)
        cognitiveChange = try values.decodeIfPresent(Bool.self, forKey: .cognitiveChange)
        visualChange = try values.decodeIfPresent(Bool.self, forKey: .visualChange)
        glossitis = try values.decodeIfPresent(Bool.self, forKey: .glossitis)
        fatigue = try values.decodeIfPresent(Bool.self, forKey: .fatigue)
        depression = try values.decodeIfPresent(Bool.self, forKey: .depression)
        symptomDaysLastWeek = try values.decodeIfPresent(Double.self, forKey: .symptomDaysLastWeek)
        hoursEarlier = try values.decodeIfPresent(Double.self, forKey: .hoursEarlier)
        shorterLatency = try values.decodeIfPresent(Bool.self, forKey: .shorterLatency)
        spread = try values.decodeIfPresent(Bool.self, forKey: .spread)
        greaterIntensity = try values.decodeIfPresent(Bool.self, forKey: .greaterIntensity)
        shorterRelief = try values.decodeIfPresent(Bool.self, forKey: .shorterRelief)
        paradoxicalResponse = try values.decodeIfPresent(Bool.self, forKey: .paradoxicalResponse)
        previousResponse = try values.decodeIfPresent(Bool.self, forKey: .previousResponse)
        explainedOtherwise = try values.decodeIfPresent(Bool.self, forKey: .explainedOtherwise)
        fever = try values.decodeIfPresent(Bool.self, forKey: .fever)
        drowsiness = try values.decodeIfPresent(Bool.self, forKey: .drowsiness)
        confusion = try values.decodeIfPresent(Bool.self, forKey: .confusion)
        myoclonus = try values.decodeIfPresent(Bool.self, forKey: .myoclonus)
        falls = try values.decodeIfPresent(Bool.self, forKey: .falls)
        innerRestlessness = try values.decodeIfPresent(Bool.self, forKey: .innerRestlessness)
        extensorPlantars = try values.decodeIfPresent(Bool.self, forKey: .extensorPlantars)
        constipation = try values.decodeIfPresent(Bool.self, forKey: .constipation)
        mimicPositional = try values.decodeIfPresent(Mimics.self, forKey: .mimicPositional)
        mimicCramps = try values.decodeIfPresent(Mimics.self, forKey: .mimicCramps)
        mimicFootTapping = try values.decodeIfPresent(Mimics.self, forKey: .mimicFootTapping)
        mimicNeuropathy = try values.decodeIfPresent(Mimics.self, forKey: .mimicNeuropathy)
        mimicRadiculopathy = try values.decodeIfPresent(Mimics.self, forKey: .mimicRadiculopathy)
        mimicArthritis = try values.decodeIfPresent(Mimics.self, forKey: .mimicArthritis)
        mimicVenous = try values.decodeIfPresent(Mimics.self, forKey: .mimicVenous)
        mimicClaudication = try values.decodeIfPresent(Mimics.self, forKey: .mimicClaudication)
        mimicAkathisia = try values.decodeIfPresent(Mimics.self, forKey: .mimicAkathisia)
        mimicHypotensiveAkathisia = try values.decodeIfPresent(Mimics.self, forKey: .mimicHypotensiveAkathisia)
        mimicMyalgia = try values.decodeIfPresent(Mimics.self, forKey: .mimicMyalgia)
        mimicOtherMovement = try values.decodeIfPresent(Mimics.self, forKey: .mimicOtherMovement)
    }

    func state(in said: inout EkbomGenerated.Patient) {
        if let urgeToMove { said.flags.append(.init(fact: "urge_to_move", present: urgeToMove)) }
        if let worseAtRest { said.flags.append(.init(fact: "worse_at_rest", present: worseAtRest)) }
        if let relievedByMovement { said.flags.append(.init(fact: "relieved_by_movement", present: relievedByMovement)) }
        if let worseInEvening { said.flags.append(.init(fact: "worse_in_evening", present: worseInEvening)) }
        said.mimics = mimics?.rawValue
        if let timesPerWeek { said.numbers.append(.init(fact: "times_per_week", value: timesPerWeek)) }
        if let lifetimeEvents { said.numbers.append(.init(fact: "lifetime_events", value: lifetimeEvents)) }
        if let durationMonths { said.numbers.append(.init(fact: "duration_months", value: durationMonths)) }
        said.distress = distress?.rawValue
        if let impairment { said.flags.append(.init(fact: "impairment", present: impairment)) }
        if let irlsTotal { said.numbers.append(.init(fact: "irls_total", value: Double(irlsTotal))) }
        said.irlsItems = irlsItems?.map { Int32(clamping: $0) }
        if let armsInvolved { said.flags.append(.init(fact: "arms_involved", present: armsInvolved)) }
        if let paraesthesia { said.flags.append(.init(fact: "paraesthesia", present: paraesthesia)) }
        if let numbness { said.flags.append(.init(fact: "numbness", present: numbness)) }
        if let muscleWeakness { said.flags.append(.init(fact: "muscle_weakness", present: muscleWeakness)) }
        if let abnormalReflexes { said.flags.append(.init(fact: "abnormal_reflexes", present: abnormalReflexes)) }
        if let gaitDisturbance { said.flags.append(.init(fact: "gait_disturbance", present: gaitDisturbance)) }
        if let impairedPositionOrVibration { said.flags.append(.init(fact: "impaired_position_or_vibration", present: impairedPositionOrVibration)) }
        if let cognitiveChange { said.flags.append(.init(fact: "cognitive_change", present: cognitiveChange)) }
        if let visualChange { said.flags.append(.init(fact: "visual_change", present: visualChange)) }
        if let glossitis { said.flags.append(.init(fact: "glossitis", present: glossitis)) }
        if let fatigue { said.flags.append(.init(fact: "fatigue", present: fatigue)) }
        if let depression { said.flags.append(.init(fact: "depression", present: depression)) }
        if let symptomDaysLastWeek { said.numbers.append(.init(fact: "symptom_days_last_week", value: symptomDaysLastWeek)) }
        if let hoursEarlier { said.numbers.append(.init(fact: "hours_earlier", value: hoursEarlier)) }
        if let shorterLatency { said.flags.append(.init(fact: "shorter_latency", present: shorterLatency)) }
        if let spread { said.flags.append(.init(fact: "spread", present: spread)) }
        if let greaterIntensity { said.flags.append(.init(fact: "greater_intensity", present: greaterIntensity)) }
        if let shorterRelief { said.flags.append(.init(fact: "shorter_relief", present: shorterRelief)) }
        if let paradoxicalResponse { said.flags.append(.init(fact: "paradoxical_response", present: paradoxicalResponse)) }
        if let previousResponse { said.flags.append(.init(fact: "previous_response", present: previousResponse)) }
        if let explainedOtherwise { said.flags.append(.init(fact: "explained_otherwise", present: explainedOtherwise)) }
        if let fever { said.flags.append(.init(fact: "fever", present: fever)) }
        if let drowsiness { said.flags.append(.init(fact: "drowsiness", present: drowsiness)) }
        if let confusion { said.flags.append(.init(fact: "confusion", present: confusion)) }
        if let myoclonus { said.flags.append(.init(fact: "myoclonus", present: myoclonus)) }
        if let falls { said.flags.append(.init(fact: "falls", present: falls)) }
        if let innerRestlessness { said.flags.append(.init(fact: "inner_restlessness", present: innerRestlessness)) }
        if let extensorPlantars { said.flags.append(.init(fact: "extensor_plantars", present: extensorPlantars)) }
        if let constipation { said.flags.append(.init(fact: "constipation", present: constipation)) }
        if let mimicPositional { said.choices.append(.init(fact: "mimic_positional", code: mimicPositional.rawValue)) }
        if let mimicCramps { said.choices.append(.init(fact: "mimic_cramps", code: mimicCramps.rawValue)) }
        if let mimicFootTapping { said.choices.append(.init(fact: "mimic_foot_tapping", code: mimicFootTapping.rawValue)) }
        if let mimicNeuropathy { said.choices.append(.init(fact: "mimic_neuropathy", code: mimicNeuropathy.rawValue)) }
        if let mimicRadiculopathy { said.choices.append(.init(fact: "mimic_radiculopathy", code: mimicRadiculopathy.rawValue)) }
        if let mimicArthritis { said.choices.append(.init(fact: "mimic_arthritis", code: mimicArthritis.rawValue)) }
        if let mimicVenous { said.choices.append(.init(fact: "mimic_venous", code: mimicVenous.rawValue)) }
        if let mimicClaudication { said.choices.append(.init(fact: "mimic_claudication", code: mimicClaudication.rawValue)) }
        if let mimicAkathisia { said.choices.append(.init(fact: "mimic_akathisia", code: mimicAkathisia.rawValue)) }
        if let mimicHypotensiveAkathisia { said.choices.append(.init(fact: "mimic_hypotensive_akathisia", code: mimicHypotensiveAkathisia.rawValue)) }
        if let mimicMyalgia { said.choices.append(.init(fact: "mimic_myalgia", code: mimicMyalgia.rawValue)) }
        if let mimicOtherMovement { said.choices.append(.init(fact: "mimic_other_movement", code: mimicOtherMovement.rawValue)) }
    }
}

/// History and circumstances. What is not said stays unknown, unless the group is declared complete.
public struct History: Hashable, Sendable, Codable {
    /// Pregnant, or not.
    public var pregnant: Bool?
    /// Trimester of a pregnancy; says also that there is one.
    public var trimester: Trimester?
    /// Breastfeeding.
    public var breastfeeding: Bool?
    /// After the menopause.
    public var postmenopausal: Bool?
    /// Primary restless legs syndrome.
    public var primaryRLS: Bool?
    /// Symptoms only while provoked (pregnancy, a medicine).
    public var provokedOnly: Bool?
    /// Periodic limb movement disorder.
    public var plmd: Bool?
    /// Family history of restless legs syndrome.
    public var familyHistoryRLS: Bool?
    /// Age at onset, in years.
    public var onsetAgeYears: Double?
    /// Dialysis.
    public var dialysis: Bool?
    /// End-stage renal disease.
    public var esrd: Bool?
    /// Haemochromatosis.
    public var haemochromatosis: Bool?
    /// HFE C282Y homozygous.
    public var hfeC282yHomozygous: Bool?
    /// Iron overload.
    public var ironOverload: Bool?
    /// Iron overload from transfusions.
    public var transfusionalOverload: Bool?
    /// Disturbed iron utilisation.
    public var disturbedIronUtilisation: Bool?
    /// Anaemia not due to iron deficiency.
    public var anaemiaNotIronDeficient: Bool?
    /// Serious hypersensitivity to any parenteral iron.
    public var ivIronHypersensitivity: Bool?
    /// Ongoing bacteraemia.
    public var bacteraemia: Bool?
    /// Acute or chronic infection.
    public var infection: Bool?
    /// Liver disease in which iron overload plays a part.
    public var liverDiseaseWithOverload: Bool?
    /// Severe atopy or asthma.
    public var severeAtopy: Bool?
    /// No improvement after an adequate trial of oral iron.
    public var oralIronFailed: Bool?
    /// Oral iron not tolerated.
    public var oralIronNotTolerated: Bool?
    /// Malabsorption of iron.
    public var ironMalabsorption: Bool?
    /// A faster response is wanted.
    public var fasterResponseWanted: Bool?
    /// Iron-deficiency anaemia.
    public var ironDeficiencyAnaemia: Bool?
    /// Refractory restless legs syndrome.
    public var rlsRefractory: Bool?
    /// Crohn's disease.
    public var crohn: Bool?
    /// Ulcerative colitis.
    public var ulcerativeColitis: Bool?
    /// Coeliac disease.
    public var coeliac: Bool?
    /// Gastrectomy.
    public var gastrectomy: Bool?
    /// Bariatric surgery.
    public var bariatricSurgery: Bool?
    /// Resection of the terminal ileum.
    public var ilealResection: Bool?
    /// Autoimmune gastritis.
    public var autoimmuneGastritis: Bool?
    /// Pancreatic insufficiency.
    public var pancreaticInsufficiency: Bool?
    /// Vegan diet.
    public var vegan: Bool?
    /// Vegetarian diet.
    public var vegetarian: Bool?
    /// Recreational nitrous oxide.
    public var nitrousOxide: Bool?
    /// Vitamin B12 replacement.
    public var b12Replacement: Bool?
    /// Cause of vitamin B12 deficiency.
    public var b12Cause: B12Cause?
    /// Combined oral contraceptive.
    public var combinedContraceptive: Bool?
    /// Type 1 diabetes.
    public var type1Diabetes: Bool?
    /// Autoimmune thyroid disease.
    public var autoimmuneThyroid: Bool?
    /// Sjogren's syndrome.
    public var sjogren: Bool?
    /// Family history of vitamin B12 deficiency.
    public var familyHistoryB12: Bool?
    /// Abdominal or pelvic radiotherapy.
    public var abdominalRadiotherapy: Bool?
    /// Malignancy.
    public var malignancy: Bool?
    /// Thalassaemia.
    public var thalassaemia: Bool?
    /// Untreated obstructive sleep apnoea.
    public var untreatedOsa: Bool?
    /// Alcohol.
    public var alcohol: Bool?
    /// Caffeine.
    public var caffeine: Bool?
    /// Earlier ferric carboxymaltose.
    public var fcmBefore: Bool?
    /// Weeks of pregnancy.
    public var gestationalWeeks: Double?
    /// Could become pregnant.
    public var childbearingPotential: Bool?
    /// Earlier gestational diabetes.
    public var gestationalDiabetesBefore: Bool?
    /// Parkinson's disease.
    public var parkinsonsDisease: Bool?
    /// Psychosis, now or earlier.
    public var psychosis: Bool?
    /// Bipolar disorder.
    public var bipolarDisorder: Bool?
    /// Impulse control disorder, now or earlier.
    public var impulseControlDisorder: Bool?
    /// Suicidal thoughts, now or earlier.
    public var suicidality: Bool?
    /// Substance use disorder, now or earlier.
    public var substanceUseDisorder: Bool?
    /// Seizure disorder.
    public var seizureDisorder: Bool?
    /// Attention deficit hyperactivity disorder.
    public var adhd: Bool?
    /// Lung disease or impaired breathing.
    public var respiratoryDisease: Bool?
    /// Treated obstructive sleep apnoea.
    public var osaTreated: Bool?
    /// Valvular heart disease.
    public var valvularHeartDisease: Bool?
    /// Corrected QT interval.
    public var qtcMs: Double?
    /// Liver impairment.
    public var liverImpairment: LiverImpairment?
    /// Sickle cell disease.
    public var sickleCellDisease: Bool?
    /// Myeloproliferative neoplasm.
    public var myeloproliferative: Bool?
    /// Polycythaemia vera.
    public var polycythaemiaVera: Bool?
    /// Therapeutic venesection (not blood donation).
    public var venesection: Bool?
    /// Monoclonal gammopathy.
    public var mgus: Bool?
    /// Kidney transplant.
    public var kidneyTransplant: Bool?
    /// Sulfite allergy.
    public var sulfiteAllergy: Bool?
    /// Narrow-angle glaucoma.
    public var narrowAngleGlaucoma: Bool?
    /// Melanoma, now or earlier.
    public var melanoma: Bool?
    /// Magnetic resonance imaging planned.
    public var mriPlanned: Bool?
    /// Heart valves seen by echocardiogram in the last year.
    public var echocardiogramLastYear: Bool?
    /// An infant fed by breast only.
    public var exclusivelyBreastfedInfant: Bool?
    /// An infant whose mother has a risk of vitamin B12 deficiency.
    public var motherB12Risk: Bool?
    /// Nitrous oxide as an anaesthetic.
    public var nitrousOxideAnaesthesia: NitrousOxideAnaesthesia?
    /// Days since the last intravenous iron.
    public var ivIronDaysAgo: Double?
    /// Product of the last intravenous iron.
    public var ivIronProduct: IvIronProduct?
    /// Days since the last transfusion of red cells.
    public var transfusionDaysAgo: Double?

    /// What was said of them; everything can be left out.
    public init(
        pregnant: Bool? = nil,
        trimester: Trimester? = nil,
        breastfeeding: Bool? = nil,
        postmenopausal: Bool? = nil,
        primaryRLS: Bool? = nil,
        provokedOnly: Bool? = nil,
        plmd: Bool? = nil,
        familyHistoryRLS: Bool? = nil,
        onsetAgeYears: Double? = nil,
        dialysis: Bool? = nil,
        esrd: Bool? = nil,
        haemochromatosis: Bool? = nil,
        hfeC282yHomozygous: Bool? = nil,
        ironOverload: Bool? = nil,
        transfusionalOverload: Bool? = nil,
        disturbedIronUtilisation: Bool? = nil,
        anaemiaNotIronDeficient: Bool? = nil,
        ivIronHypersensitivity: Bool? = nil,
        bacteraemia: Bool? = nil,
        infection: Bool? = nil,
        liverDiseaseWithOverload: Bool? = nil,
        severeAtopy: Bool? = nil,
        oralIronFailed: Bool? = nil,
        oralIronNotTolerated: Bool? = nil,
        ironMalabsorption: Bool? = nil,
        fasterResponseWanted: Bool? = nil,
        ironDeficiencyAnaemia: Bool? = nil,
        rlsRefractory: Bool? = nil,
        crohn: Bool? = nil,
        ulcerativeColitis: Bool? = nil,
        coeliac: Bool? = nil,
        gastrectomy: Bool? = nil,
        bariatricSurgery: Bool? = nil,
        ilealResection: Bool? = nil,
        autoimmuneGastritis: Bool? = nil,
        pancreaticInsufficiency: Bool? = nil,
        vegan: Bool? = nil,
        vegetarian: Bool? = nil,
        nitrousOxide: Bool? = nil,
        b12Replacement: Bool? = nil,
        b12Cause: B12Cause? = nil,
        combinedContraceptive: Bool? = nil,
        type1Diabetes: Bool? = nil,
        autoimmuneThyroid: Bool? = nil,
        sjogren: Bool? = nil,
        familyHistoryB12: Bool? = nil,
        abdominalRadiotherapy: Bool? = nil,
        malignancy: Bool? = nil,
        thalassaemia: Bool? = nil,
        untreatedOsa: Bool? = nil,
        alcohol: Bool? = nil,
        caffeine: Bool? = nil,
        fcmBefore: Bool? = nil,
        gestationalWeeks: Double? = nil,
        childbearingPotential: Bool? = nil,
        gestationalDiabetesBefore: Bool? = nil,
        parkinsonsDisease: Bool? = nil,
        psychosis: Bool? = nil,
        bipolarDisorder: Bool? = nil,
        impulseControlDisorder: Bool? = nil,
        suicidality: Bool? = nil,
        substanceUseDisorder: Bool? = nil,
        seizureDisorder: Bool? = nil,
        adhd: Bool? = nil,
        respiratoryDisease: Bool? = nil,
        osaTreated: Bool? = nil,
        valvularHeartDisease: Bool? = nil,
        qtcMs: Double? = nil,
        liverImpairment: LiverImpairment? = nil,
        sickleCellDisease: Bool? = nil,
        myeloproliferative: Bool? = nil,
        polycythaemiaVera: Bool? = nil,
        venesection: Bool? = nil,
        mgus: Bool? = nil,
        kidneyTransplant: Bool? = nil,
        sulfiteAllergy: Bool? = nil,
        narrowAngleGlaucoma: Bool? = nil,
        melanoma: Bool? = nil,
        mriPlanned: Bool? = nil,
        echocardiogramLastYear: Bool? = nil,
        exclusivelyBreastfedInfant: Bool? = nil,
        motherB12Risk: Bool? = nil,
        nitrousOxideAnaesthesia: NitrousOxideAnaesthesia? = nil,
        ivIronDaysAgo: Double? = nil,
        ivIronProduct: IvIronProduct? = nil,
        transfusionDaysAgo: Double? = nil
    ) {
        self.pregnant = pregnant
        self.trimester = trimester
        self.breastfeeding = breastfeeding
        self.postmenopausal = postmenopausal
        self.primaryRLS = primaryRLS
        self.provokedOnly = provokedOnly
        self.plmd = plmd
        self.familyHistoryRLS = familyHistoryRLS
        self.onsetAgeYears = onsetAgeYears
        self.dialysis = dialysis
        self.esrd = esrd
        self.haemochromatosis = haemochromatosis
        self.hfeC282yHomozygous = hfeC282yHomozygous
        self.ironOverload = ironOverload
        self.transfusionalOverload = transfusionalOverload
        self.disturbedIronUtilisation = disturbedIronUtilisation
        self.anaemiaNotIronDeficient = anaemiaNotIronDeficient
        self.ivIronHypersensitivity = ivIronHypersensitivity
        self.bacteraemia = bacteraemia
        self.infection = infection
        self.liverDiseaseWithOverload = liverDiseaseWithOverload
        self.severeAtopy = severeAtopy
        self.oralIronFailed = oralIronFailed
        self.oralIronNotTolerated = oralIronNotTolerated
        self.ironMalabsorption = ironMalabsorption
        self.fasterResponseWanted = fasterResponseWanted
        self.ironDeficiencyAnaemia = ironDeficiencyAnaemia
        self.rlsRefractory = rlsRefractory
        self.crohn = crohn
        self.ulcerativeColitis = ulcerativeColitis
        self.coeliac = coeliac
        self.gastrectomy = gastrectomy
        self.bariatricSurgery = bariatricSurgery
        self.ilealResection = ilealResection
        self.autoimmuneGastritis = autoimmuneGastritis
        self.pancreaticInsufficiency = pancreaticInsufficiency
        self.vegan = vegan
        self.vegetarian = vegetarian
        self.nitrousOxide = nitrousOxide
        self.b12Replacement = b12Replacement
        self.b12Cause = b12Cause
        self.combinedContraceptive = combinedContraceptive
        self.type1Diabetes = type1Diabetes
        self.autoimmuneThyroid = autoimmuneThyroid
        self.sjogren = sjogren
        self.familyHistoryB12 = familyHistoryB12
        self.abdominalRadiotherapy = abdominalRadiotherapy
        self.malignancy = malignancy
        self.thalassaemia = thalassaemia
        self.untreatedOsa = untreatedOsa
        self.alcohol = alcohol
        self.caffeine = caffeine
        self.fcmBefore = fcmBefore
        self.gestationalWeeks = gestationalWeeks
        self.childbearingPotential = childbearingPotential
        self.gestationalDiabetesBefore = gestationalDiabetesBefore
        self.parkinsonsDisease = parkinsonsDisease
        self.psychosis = psychosis
        self.bipolarDisorder = bipolarDisorder
        self.impulseControlDisorder = impulseControlDisorder
        self.suicidality = suicidality
        self.substanceUseDisorder = substanceUseDisorder
        self.seizureDisorder = seizureDisorder
        self.adhd = adhd
        self.respiratoryDisease = respiratoryDisease
        self.osaTreated = osaTreated
        self.valvularHeartDisease = valvularHeartDisease
        self.qtcMs = qtcMs
        self.liverImpairment = liverImpairment
        self.sickleCellDisease = sickleCellDisease
        self.myeloproliferative = myeloproliferative
        self.polycythaemiaVera = polycythaemiaVera
        self.venesection = venesection
        self.mgus = mgus
        self.kidneyTransplant = kidneyTransplant
        self.sulfiteAllergy = sulfiteAllergy
        self.narrowAngleGlaucoma = narrowAngleGlaucoma
        self.melanoma = melanoma
        self.mriPlanned = mriPlanned
        self.echocardiogramLastYear = echocardiogramLastYear
        self.exclusivelyBreastfedInfant = exclusivelyBreastfedInfant
        self.motherB12Risk = motherB12Risk
        self.nitrousOxideAnaesthesia = nitrousOxideAnaesthesia
        self.ivIronDaysAgo = ivIronDaysAgo
        self.ivIronProduct = ivIronProduct
        self.transfusionDaysAgo = transfusionDaysAgo
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case pregnant
        case trimester
        case breastfeeding
        case postmenopausal
        case primaryRLS = "primary_rls"
        case provokedOnly = "provoked_only"
        case plmd
        case familyHistoryRLS = "family_history_rls"
        case onsetAgeYears = "onset_age_years"
        case dialysis
        case esrd
        case haemochromatosis
        case hfeC282yHomozygous = "hfe_c282y_homozygous"
        case ironOverload = "iron_overload"
        case transfusionalOverload = "transfusional_overload"
        case disturbedIronUtilisation = "disturbed_iron_utilisation"
        case anaemiaNotIronDeficient = "anaemia_not_iron_deficient"
        case ivIronHypersensitivity = "iv_iron_hypersensitivity"
        case bacteraemia
        case infection
        case liverDiseaseWithOverload = "liver_disease_with_overload"
        case severeAtopy = "severe_atopy"
        case oralIronFailed = "oral_iron_failed"
        case oralIronNotTolerated = "oral_iron_not_tolerated"
        case ironMalabsorption = "iron_malabsorption"
        case fasterResponseWanted = "faster_response_wanted"
        case ironDeficiencyAnaemia = "iron_deficiency_anaemia"
        case rlsRefractory = "rls_refractory"
        case crohn
        case ulcerativeColitis = "ulcerative_colitis"
        case coeliac
        case gastrectomy
        case bariatricSurgery = "bariatric_surgery"
        case ilealResection = "ileal_resection"
        case autoimmuneGastritis = "autoimmune_gastritis"
        case pancreaticInsufficiency = "pancreatic_insufficiency"
        case vegan
        case vegetarian
        case nitrousOxide = "nitrous_oxide"
        case b12Replacement = "b12_replacement"
        case b12Cause = "b12_cause"
        case combinedContraceptive = "combined_contraceptive"
        case type1Diabetes = "type1_diabetes"
        case autoimmuneThyroid = "autoimmune_thyroid"
        case sjogren
        case familyHistoryB12 = "family_history_b12"
        case abdominalRadiotherapy = "abdominal_radiotherapy"
        case malignancy
        case thalassaemia
        case untreatedOsa = "untreated_osa"
        case alcohol
        case caffeine
        case fcmBefore = "fcm_before"
        case gestationalWeeks = "gestational_weeks"
        case childbearingPotential = "childbearing_potential"
        case gestationalDiabetesBefore = "gestational_diabetes_before"
        case parkinsonsDisease = "parkinsons_disease"
        case psychosis
        case bipolarDisorder = "bipolar_disorder"
        case impulseControlDisorder = "impulse_control_disorder"
        case suicidality
        case substanceUseDisorder = "substance_use_disorder"
        case seizureDisorder = "seizure_disorder"
        case adhd
        case respiratoryDisease = "respiratory_disease"
        case osaTreated = "osa_treated"
        case valvularHeartDisease = "valvular_heart_disease"
        case qtcMs = "qtc_ms"
        case liverImpairment = "liver_impairment"
        case sickleCellDisease = "sickle_cell_disease"
        case myeloproliferative
        case polycythaemiaVera = "polycythaemia_vera"
        case venesection
        case mgus
        case kidneyTransplant = "kidney_transplant"
        case sulfiteAllergy = "sulfite_allergy"
        case narrowAngleGlaucoma = "narrow_angle_glaucoma"
        case melanoma
        case mriPlanned = "mri_planned"
        case echocardiogramLastYear = "echocardiogram_last_year"
        case exclusivelyBreastfedInfant = "exclusively_breastfed_infant"
        case motherB12Risk = "mother_b12_risk"
        case nitrousOxideAnaesthesia = "nitrous_oxide_anaesthesia"
        case ivIronDaysAgo = "iv_iron_days_ago"
        case ivIronProduct = "iv_iron_product"
        case transfusionDaysAgo = "transfusion_days_ago"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(ofKnown: CodingKeys.self)
        pregnant = try values.decodeIfPresent(Bool.self, forKey: .pregnant)
        trimester = try values.decodeIfPresent(Trimester.self, forKey: .trimester)
        breastfeeding = try values.decodeIfPresent(Bool.self, forKey: .breastfeeding)
        postmenopausal = try values.decodeIfPresent(Bool.self, forKey: .postmenopausal)
        primaryRLS = try values.decodeIfPresent(Bool.self, forKey: .primaryRLS)
        provokedOnly = try values.decodeIfPresent(Bool.self, forKey: .provokedOnly)
        plmd = try values.decodeIfPresent(Bool.self, forKey: .plmd)
        familyHistoryRLS = try values.decodeIfPresent(Bool.self, forKey: .familyHistoryRLS)
        onsetAgeYears = try values.decodeIfPresent(Double.self, forKey: .onsetAgeYears)
        dialysis = try values.decodeIfPresent(Bool.self, forKey: .dialysis)
        esrd = try values.decodeIfPresent(Bool.self, forKey: .esrd)
        haemochromatosis = try values.decodeIfPresent(Bool.self, forKey: .haemochromatosis)
        hfeC282yHomozygous = try values.decodeIfPresent(Bool.self, forKey: .hfeC282yHomozygous)
        ironOverload = try values.decodeIfPresent(Bool.self, forKey: .ironOverload)
        transfusionalOverload = try values.decodeIfPresent(Bool.self, forKey: .transfusionalOverload)
        disturbedIronUtilisation = try values.decodeIfPresent(Bool.self, forKey: .disturbedIronUtilisation)
        anaemiaNotIronDeficient = try values.decodeIfPresent(Bool.self, forKey: .anaemiaNotIronDeficient)
        ivIronHypersensitivity = try values.decodeIfPresent(Bool.self, forKey: .ivIronHypersensitivity)
        bacteraemia = try values.decodeIfPresent(Bool.self, forKey: .bacteraemia)
        infection = try values.decodeIfPresent(Bool.self, forKey: .infection)
        liverDiseaseWithOverload = try values.decodeIfPresent(Bool.self, forKey: .liverDiseaseWithOverload)
        severeAtopy = try values.decodeIfPresent(Bool.self, forKey: .severeAtopy)
        oralIronFailed = try values.decodeIfPresent(Bool.self, forKey: .oralIronFailed)
        oralIronNotTolerated = try values.decodeIfPresent(Bool.self, forKey: .oralIronNotTolerated)
        ironMalabsorption = try values.decodeIfPresent(Bool.self, forKey: .ironMalabsorption)
        fasterResponseWanted = try values.decodeIfPresent(Bool.self, forKey: .fasterResponseWanted)
        ironDeficiencyAnaemia = try values.decodeIfPresent(Bool.self, forKey: .ironDeficiencyAnaemia)
        rlsRefractory = try values.decodeIfPresent(Bool.self, forKey: .rlsRefractory)
        crohn = try values.decodeIfPresent(Bool.self, forKey: .crohn)
        ulcerativeColitis = try values.decodeIfPresent(Bool.self, forKey: .ulcerativeColitis)
        coeliac = try values.decodeIfPresent(Bool.self, forKey: .coeliac)
        gastrectomy = try values.decodeIfPresent(Bool.self, forKey: .gastrectomy)
        bariatricSurgery = try values.decodeIfPresent(Bool.self, forKey: .bariatricSurgery)
        ilealResection = try values.decodeIfPresent(Bool.self, forKey: .ilealResection)
        autoimmuneGastritis = try values.decodeIfPresent(Bool.self, forKey: .autoimmuneGastritis)
        pancreaticInsufficiency = try values.decodeIfPresent(Bool.self, forKey: .pancreaticInsufficiency)
        vegan = try values.decodeIfPresent(Bool.self, forKey: .vegan)
        vegetarian = try values.decodeIfPresent(Bool.self, forKey: .vegetarian)
        nitrousOxide = try values.decodeIfPresent(Bool.self, forKey: .nitrousOxide)
        b12Replacement = try values.decodeIfPresent(Bool.self, forKey: .b12Replacement)
        b12Cause = try values.decodeIfPresent(B12Cause.self, forKey: .b12Cause)
        combinedContraceptive = try values.decodeIfPresent(Bool.self, forKey: .combinedContraceptive)
        type1Diabetes = try values.decodeIfPresent(Bool.self, forKey: .type1Diabetes)
        autoimmuneThyroid = try values.decodeIfPresent(Bool.self, forKey: .autoimmuneThyroid)
        sjogren = try values.decodeIfPresent(Bool.self, forKey: .sjogren)
        familyHistoryB12 = try values.decodeIfPresent(Bool.self, forKey: .familyHistoryB12)
        abdominalRadiotherapy = try values.decodeIfPresent(Bool.self, forKey: .abdominalRadiotherapy)
        malignancy = try values.decodeIfPresent(Bool.self, forKey: .malignancy)
        thalassaemia = try values.decodeIfPresent(Bool.self, forKey: .thalassaemia)
        untreatedOsa = try values.decodeIfPresent(Bool.self, forKey: .untreatedOsa)
        alcohol = try values.decodeIfPresent(Bool.self, forKey: .alcohol)
        caffeine = try values.decodeIfPresent(Bool.self, forKey: .caffeine)
        fcmBefore = try values.decodeIfPresent(Bool.self, forKey: .fcmBefore)
        gestationalWeeks = try values.decodeIfPresent(Double.self, forKey: .gestationalWeeks)
        childbearingPotential = try values.decodeIfPresent(Bool.self, forKey: .childbearingPotential)
        gestationalDiabetesBefore = try values.decodeIfPresent(Bool.self, forKey: .gestationalDiabetesBefore)
        parkinsonsDisease = try values.decodeIfPresent(Bool.self, forKey: .parkinsonsDisease)
        psychosis = try values.decodeIfPresent(Bool.self, forKey: .psychosis)
        bipolarDisorder = try values.decodeIfPresent(Bool.self, forKey: .bipolarDisorder)
        impulseControlDisorder = try values.decodeIfPresent(Bool.self, forKey: .impulseControlDisorder)
        suicidality = try values.decodeIfPresent(Bool.self, forKey: .suicidality)
        substanceUseDisorder = try values.decodeIfPresent(Bool.self, forKey: .substanceUseDisorder)
        seizureDisorder = try values.decodeIfPresent(Bool.self, forKey: .seizureDisorder)
        adhd = try values.decodeIfPresent(Bool.self, forKey: .adhd)
        respiratoryDisease = try values.decodeIfPresent(Bool.self, forKey: .respiratoryDisease)
        osaTreated = try values.decodeIfPresent(Bool.self, forKey: .osaTreated)
        valvularHeartDisease = try values.decodeIfPresent(Bool.self, forKey: .valvularHeartDisease)
        qtcMs = try values.decodeIfPresent(Double.self, forKey: .qtcMs)
        liverImpairment = try values.decodeIfPresent(LiverImpairment.self, forKey: .liverImpairment)
        sickleCellDisease = try values.decodeIfPresent(Bool.self, forKey: .sickleCellDisease)
        myeloproliferative = try values.decodeIfPresent(Bool.self, forKey: .myeloproliferative)
        polycythaemiaVera = try values.decodeIfPresent(Bool.self, forKey: .polycythaemiaVera)
        venesection = try values.decodeIfPresent(Bool.self, forKey: .venesection)
        mgus = try values.decodeIfPresent(Bool.self, forKey: .mgus)
        kidneyTransplant = try values.decodeIfPresent(Bool.self, forKey: .kidneyTransplant)
        sulfiteAllergy = try values.decodeIfPresent(Bool.self, forKey: .sulfiteAllergy)
        narrowAngleGlaucoma = try values.decodeIfPresent(Bool.self, forKey: .narrowAngleGlaucoma)
        melanoma = try values.decodeIfPresent(Bool.self, forKey: .melanoma)
        mriPlanned = try values.decodeIfPresent(Bool.self, forKey: .mriPlanned)
        echocardiogramLastYear = try values.decodeIfPresent(Bool.self, forKey: .echocardiogramLastYear)
        exclusivelyBreastfedInfant = try values.decodeIfPresent(Bool.self, forKey: .exclusivelyBreastfedInfant)
        motherB12Risk = try values.decodeIfPresent(Bool.self, forKey: .motherB12Risk)
        nitrousOxideAnaesthesia = try values.decodeIfPresent(NitrousOxideAnaesthesia.self, forKey: .nitrousOxideAnaesthesia)
        ivIronDaysAgo = try values.decodeIfPresent(Double.self, forKey: .ivIronDaysAgo)
        ivIronProduct = try values.decodeIfPresent(IvIronProduct.self, forKey: .ivIronProduct)
        transfusionDaysAgo = try values.decodeIfPresent(Double.self, forKey: .transfusionDaysAgo)
    }

    func state(in said: inout EkbomGenerated.Patient) {
        said.pregnant = pregnant
        said.trimester = trimester.map { String($0.rawValue) }
        if let breastfeeding { said.flags.append(.init(fact: "breastfeeding", present: breastfeeding)) }
        if let postmenopausal { said.flags.append(.init(fact: "postmenopausal", present: postmenopausal)) }
        if let primaryRLS { said.flags.append(.init(fact: "primary_rls", present: primaryRLS)) }
        if let provokedOnly { said.flags.append(.init(fact: "provoked_only", present: provokedOnly)) }
        if let plmd { said.flags.append(.init(fact: "plmd", present: plmd)) }
        if let familyHistoryRLS { said.flags.append(.init(fact: "family_history_rls", present: familyHistoryRLS)) }
        if let onsetAgeYears { said.numbers.append(.init(fact: "onset_age_years", value: onsetAgeYears)) }
        if let dialysis { said.flags.append(.init(fact: "dialysis", present: dialysis)) }
        if let esrd { said.flags.append(.init(fact: "esrd", present: esrd)) }
        if let haemochromatosis { said.flags.append(.init(fact: "haemochromatosis", present: haemochromatosis)) }
        if let hfeC282yHomozygous { said.flags.append(.init(fact: "hfe_c282y_homozygous", present: hfeC282yHomozygous)) }
        if let ironOverload { said.flags.append(.init(fact: "iron_overload", present: ironOverload)) }
        if let transfusionalOverload { said.flags.append(.init(fact: "transfusional_overload", present: transfusionalOverload)) }
        if let disturbedIronUtilisation { said.flags.append(.init(fact: "disturbed_iron_utilisation", present: disturbedIronUtilisation)) }
        if let anaemiaNotIronDeficient { said.flags.append(.init(fact: "anaemia_not_iron_deficient", present: anaemiaNotIronDeficient)) }
        if let ivIronHypersensitivity { said.flags.append(.init(fact: "iv_iron_hypersensitivity", present: ivIronHypersensitivity)) }
        if let bacteraemia { said.flags.append(.init(fact: "bacteraemia", present: bacteraemia)) }
        if let infection { said.flags.append(.init(fact: "infection", present: infection)) }
        if let liverDiseaseWithOverload { said.flags.append(.init(fact: "liver_disease_with_overload", present: liverDiseaseWithOverload)) }
        if let severeAtopy { said.flags.append(.init(fact: "severe_atopy", present: severeAtopy)) }
        if let oralIronFailed { said.flags.append(.init(fact: "oral_iron_failed", present: oralIronFailed)) }
        if let oralIronNotTolerated { said.flags.append(.init(fact: "oral_iron_not_tolerated", present: oralIronNotTolerated)) }
        if let ironMalabsorption { said.flags.append(.init(fact: "iron_malabsorption", present: ironMalabsorption)) }
        if let fasterResponseWanted { said.flags.append(.init(fact: "faster_response_wanted", present: fasterResponseWanted)) }
        if let ironDeficiencyAnaemia { said.flags.append(.init(fact: "iron_deficiency_anaemia", present: ironDeficiencyAnaemia)) }
        if let rlsRefractory { said.flags.append(.init(fact: "rls_refractory", present: rlsRefractory)) }
        if let crohn { said.flags.append(.init(fact: "crohn", present: crohn)) }
        if let ulcerativeColitis { said.flags.append(.init(fact: "ulcerative_colitis", present: ulcerativeColitis)) }
        if let coeliac { said.flags.append(.init(fact: "coeliac", present: coeliac)) }
        if let gastrectomy { said.flags.append(.init(fact: "gastrectomy", present: gastrectomy)) }
        if let bariatricSurgery { said.flags.append(.init(fact: "bariatric_surgery", present: bariatricSurgery)) }
        if let ilealResection { said.flags.append(.init(fact: "ileal_resection", present: ilealResection)) }
        if let autoimmuneGastritis { said.flags.append(.init(fact: "autoimmune_gastritis", present: autoimmuneGastritis)) }
        if let pancreaticInsufficiency { said.flags.append(.init(fact: "pancreatic_insufficiency", present: pancreaticInsufficiency)) }
        if let vegan { said.flags.append(.init(fact: "vegan", present: vegan)) }
        if let vegetarian { said.flags.append(.init(fact: "vegetarian", present: vegetarian)) }
        if let nitrousOxide { said.flags.append(.init(fact: "nitrous_oxide", present: nitrousOxide)) }
        if let b12Replacement { said.flags.append(.init(fact: "b12_replacement", present: b12Replacement)) }
        said.b12Cause = b12Cause?.rawValue
        if let combinedContraceptive { said.flags.append(.init(fact: "combined_contraceptive", present: combinedContraceptive)) }
        if let type1Diabetes { said.flags.append(.init(fact: "type1_diabetes", present: type1Diabetes)) }
        if let autoimmuneThyroid { said.flags.append(.init(fact: "autoimmune_thyroid", present: autoimmuneThyroid)) }
        if let sjogren { said.flags.append(.init(fact: "sjogren", present: sjogren)) }
        if let familyHistoryB12 { said.flags.append(.init(fact: "family_history_b12", present: familyHistoryB12)) }
        if let abdominalRadiotherapy { said.flags.append(.init(fact: "abdominal_radiotherapy", present: abdominalRadiotherapy)) }
        if let malignancy { said.flags.append(.init(fact: "malignancy", present: malignancy)) }
        if let thalassaemia { said.flags.append(.init(fact: "thalassaemia", present: thalassaemia)) }
        if let untreatedOsa { said.flags.append(.init(fact: "untreated_osa", present: untreatedOsa)) }
        if let alcohol { said.flags.append(.init(fact: "alcohol", present: alcohol)) }
        if let caffeine { said.flags.append(.init(fact: "caffeine", present: caffeine)) }
        if let fcmBefore { said.flags.append(.init(fact: "fcm_before", present: fcmBefore)) }
        if let gestationalWeeks { said.numbers.append(.init(fact: "gestational_weeks", value: gestationalWeeks)) }
        if let childbearingPotential { said.flags.append(.init(fact: "childbearing_potential", present: childbearingPotential)) }
        if let gestationalDiabetesBefore { said.flags.append(.init(fact: "gestational_diabetes_before", present: gestationalDiabetesBefore)) }
        if let parkinsonsDisease { said.flags.append(.init(fact: "parkinsons_disease", present: parkinsonsDisease)) }
        if let psychosis { said.flags.append(.init(fact: "psychosis", present: psychosis)) }
        if let bipolarDisorder { said.flags.append(.init(fact: "bipolar_disorder", present: bipolarDisorder)) }
        if let impulseControlDisorder { said.flags.append(.init(fact: "impulse_control_disorder", present: impulseControlDisorder)) }
        if let suicidality { said.flags.append(.init(fact: "suicidality", present: suicidality)) }
        if let substanceUseDisorder { said.flags.append(.init(fact: "substance_use_disorder", present: substanceUseDisorder)) }
        if let seizureDisorder { said.flags.append(.init(fact: "seizure_disorder", present: seizureDisorder)) }
        if let adhd { said.flags.append(.init(fact: "adhd", present: adhd)) }
        if let respiratoryDisease { said.flags.append(.init(fact: "respiratory_disease", present: respiratoryDisease)) }
        if let osaTreated { said.flags.append(.init(fact: "osa_treated", present: osaTreated)) }
        if let valvularHeartDisease { said.flags.append(.init(fact: "valvular_heart_disease", present: valvularHeartDisease)) }
        if let qtcMs { said.numbers.append(.init(fact: "qtc_ms", value: qtcMs)) }
        if let liverImpairment { said.choices.append(.init(fact: "liver_impairment", code: liverImpairment.rawValue)) }
        if let sickleCellDisease { said.flags.append(.init(fact: "sickle_cell_disease", present: sickleCellDisease)) }
        if let myeloproliferative { said.flags.append(.init(fact: "myeloproliferative", present: myeloproliferative)) }
        if let polycythaemiaVera { said.flags.append(.init(fact: "polycythaemia_vera", present: polycythaemiaVera)) }
        if let venesection { said.flags.append(.init(fact: "venesection", present: venesection)) }
        if let mgus { said.flags.append(.init(fact: "mgus", present: mgus)) }
        if let kidneyTransplant { said.flags.append(.init(fact: "kidney_transplant", present: kidneyTransplant)) }
        if let sulfiteAllergy { said.flags.append(.init(fact: "sulfite_allergy", present: sulfiteAllergy)) }
        if let narrowAngleGlaucoma { said.flags.append(.init(fact: "narrow_angle_glaucoma", present: narrowAngleGlaucoma)) }
        if let melanoma { said.flags.append(.init(fact: "melanoma", present: melanoma)) }
        if let mriPlanned { said.flags.append(.init(fact: "mri_planned", present: mriPlanned)) }
        if let echocardiogramLastYear { said.flags.append(.init(fact: "echocardiogram_last_year", present: echocardiogramLastYear)) }
        if let exclusivelyBreastfedInfant { said.flags.append(.init(fact: "exclusively_breastfed_infant", present: exclusivelyBreastfedInfant)) }
        if let motherB12Risk { said.flags.append(.init(fact: "mother_b12_risk", present: motherB12Risk)) }
        if let nitrousOxideAnaesthesia { said.choices.append(.init(fact: "nitrous_oxide_anaesthesia", code: nitrousOxideAnaesthesia.rawValue)) }
        if let ivIronDaysAgo { said.numbers.append(.init(fact: "iv_iron_days_ago", value: ivIronDaysAgo)) }
        if let ivIronProduct { said.choices.append(.init(fact: "iv_iron_product", code: ivIronProduct.rawValue)) }
        if let transfusionDaysAgo { said.numbers.append(.init(fact: "transfusion_days_ago", value: transfusionDaysAgo)) }
    }
}
