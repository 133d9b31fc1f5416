internal import EkbomGenerated

/// What is known of a patient. Everything can be left out: what is not said stays unknown.
///
/// ```swift
/// var patient = Patient(ageYears: 58, sex: .female)
/// patient.labs = [Lab(.ferritin, 38, .ngPerMl, daysAgo: 3, morning: true)]
/// patient.symptoms.urgeToMove = true
/// patient.history.crohn = true
/// patient.complete = [.history]
/// ```
public struct Patient: Hashable, Sendable {
    /// Age in years; fractions are welcome.
    public var ageYears: Double?
    /// Sex, as far as reference limits go.
    public var sex: Sex?
    /// The sex whose reference limits apply, where it differs.
    public var sexForReference: Sex?
    /// Black ethnicity: reference limits of vitamin B12 may differ.
    public var ethnicityBlack: Bool?
    /// Elevation of residence above sea level, in metres: haemoglobin is adjusted by it.
    public var elevationMetres: Double?
    /// Cigarettes a day: haemoglobin is adjusted by them.
    public var cigarettesPerDay: Double?
    /// The factor from transferrin to total iron-binding capacity.
    public var transferrinFactor: TransferrinFactor?
    /// What is off unless asked for.
    public var include: Set<Include>
    /// Laboratory results.
    public var labs: [Lab]
    /// Symptoms and signs.
    public var symptoms: Symptoms
    /// History and circumstances.
    public var history: History
    /// Medicines by the names of their ingredients; ``knownMedicines`` lists those that are known.
    public var medicines: [String]
    /// What to do with a name that is not known; by default the patient is refused.
    public var unknownMedicines: UnknownMedicines?
    /// What to do with what cannot be accepted; by default the patient is refused. What was set aside stands first in
    /// ``Assessment/setAside``.
    public var onRefusal: OnRefusal?
    /// Groups whose unmentioned yes/no items are absent.
    public var complete: Set<CompleteGroup>

    /// A patient of whom this is known.
    public init(
        ageYears: Double? = nil,
        sex: Sex? = nil,
        sexForReference: Sex? = nil,
        ethnicityBlack: Bool? = nil,
        elevationMetres: Double? = nil,
        cigarettesPerDay: Double? = nil,
        transferrinFactor: TransferrinFactor? = nil,
        include: Set<Include> = [],
        labs: [Lab] = [],
        symptoms: Symptoms = Symptoms(),
        history: History = History(),
        medicines: [String] = [],
        unknownMedicines: UnknownMedicines? = nil,
        onRefusal: OnRefusal? = nil,
        complete: Set<CompleteGroup> = []
    ) {
        self.ageYears = ageYears
        self.sex = sex
        self.sexForReference = sexForReference
        self.ethnicityBlack = ethnicityBlack
        self.elevationMetres = elevationMetres
        self.cigarettesPerDay = cigarettesPerDay
        self.transferrinFactor = transferrinFactor
        self.include = include
        self.labs = labs
        self.symptoms = symptoms
        self.history = history
        self.medicines = medicines
        self.unknownMedicines = unknownMedicines
        self.onRefusal = onRefusal
        self.complete = complete
    }

    /// Checks everything.
    ///
    /// - Throws: ``PatientErrors`` when anything cannot be accepted: all faults at once.
    public func checked() throws(PatientErrors) -> CheckedPatient {
        try CheckedPatient(self)
    }

    var generated: EkbomGenerated.Patient {
        var said = EkbomGenerated.Patient(
            ageYears: ageYears,
            sex: sex?.rawValue,
            sexForReference: sexForReference?.rawValue,
            elevationM: elevationMetres,
            cigarettesPerDay: cigarettesPerDay,
            transferrinFactor: transferrinFactor?.rawValue,
            include: include.map(\.rawValue),
            labs: labs.map(\.generated),
            medicines: medicines,
            unknownMedicines: unknownMedicines?.rawValue,
            onRefusal: onRefusal?.rawValue,
            complete: complete.map(\.rawValue)
        )
        if let ethnicityBlack {
            said.flags.append(.init(fact: Fact.ethnicityBlack.rawValue, present: ethnicityBlack))
        }
        symptoms.state(in: &said)
        history.state(in: &said)
        return said
    }
}

/// The JSON of a patient is the same in every language, and as in every language an unknown key is an error: in a group
/// declared complete a misspelt item would otherwise become absent. Decoding stops at the first fault;
/// ``CheckedPatient/init(json:)`` lists all of them.
extension Patient: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case ageYears = "age_years"
        case sex
        case sexForReference = "sex_for_reference"
        case ethnicityBlack = "ethnicity_black"
        case elevationMetres = "elevation_m"
        case cigarettesPerDay = "cigarettes_per_day"
        case transferrinFactor = "transferrin_factor"
        case include, labs, symptoms, history, medicines
        case unknownMedicines = "unknown_medicines"
        case onRefusal = "on_refusal"
        case complete
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(ofKnown: CodingKeys.self)
        ageYears = try values.decodeIfPresent(Double.self, forKey: .ageYears)
        sex = try values.decodeIfPresent(Sex.self, forKey: .sex)
        sexForReference = try values.decodeIfPresent(Sex.self, forKey: .sexForReference)
        ethnicityBlack = try values.decodeIfPresent(Bool.self, forKey: .ethnicityBlack)
        elevationMetres = try values.decodeIfPresent(Double.self, forKey: .elevationMetres)
        cigarettesPerDay = try values.decodeIfPresent(Double.self, forKey: .cigarettesPerDay)
        transferrinFactor = try values.decodeIfPresent(TransferrinFactor.self, forKey: .transferrinFactor)
        include = try values.decodeIfPresent(Set<Include>.self, forKey: .include) ?? []
        labs = try values.decodeIfPresent([Lab].self, forKey: .labs) ?? []
        symptoms = try values.decodeIfPresent(Symptoms.self, forKey: .symptoms) ?? Symptoms()
        history = try values.decodeIfPresent(History.self, forKey: .history) ?? History()
        medicines = try values.decodeIfPresent([String].self, forKey: .medicines) ?? []
        unknownMedicines = try values.decodeIfPresent(UnknownMedicines.self, forKey: .unknownMedicines)
        onRefusal = try values.decodeIfPresent(OnRefusal.self, forKey: .onRefusal)
        complete = try values.decodeIfPresent(Set<CompleteGroup>.self, forKey: .complete) ?? []
    }
}

/// Any key at all.
private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Decoder {
    /// The values of an object with none but known keys.
    func container<Key: CodingKey & CaseIterable>(ofKnown keys: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let all = try container(keyedBy: AnyKey.self)
        for key in all.allKeys where Key(stringValue: key.stringValue) == nil {
            let accepted = Key.allCases.map(\.stringValue).joined(separator: ", ")
            throw DecodingError.dataCorruptedError(
                forKey: key, in: all,
                debugDescription: "`\(key.stringValue)` is not a known key (accepted: \(accepted))")
        }
        return try container(keyedBy: keys)
    }
}

extension KeyedDecodingContainer {
    /// `not_assessed` of the mimics is a way to say nothing, as `not_examined` is of one of them.
    func decodeIfPresent(_: Mimics.Type, forKey key: Key) throws -> Mimics? {
        try code(forKey: key, silent: ["not_assessed", "not_examined"])
    }

    /// `unknown` is a way to say nothing.
    func decodeIfPresent(_: B12Cause.Type, forKey key: Key) throws -> B12Cause? {
        try code(forKey: key, silent: ["unknown"])
    }

    private func code<Code: RawRepresentable<String>>(forKey key: Key, silent: [String]) throws -> Code? {
        guard let code = try decodeIfPresent(String.self, forKey: key), !silent.contains(code) else { return nil }
        guard let value = Code(rawValue: code) else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "`\(code)` is not known")
        }
        return value
    }
}

/// What a laboratory reported.
public enum LabResult: Hashable, Sendable {
    /// A number with its unit; with a comparator where only a bound is known.
    case quantity(Double, LabUnit, Comparator? = nil)
    /// Present or absent.
    case qualitative(Finding)
}

/// A laboratory result as reported: the unit is part of the value.
public struct Lab: Hashable, Sendable {
    /// What was measured.
    public var analyte: Analyte
    /// What was reported.
    public var result: LabResult
    /// How many days ago the sample was drawn; needed where an analyte has several results.
    public var daysAgo: Double?
    /// Was the sample drawn in the morning?
    public var morning: Bool?
    /// Hours without iron before the sample.
    public var ironFreeHours: Double?
    /// The laboratory's lower limit, in the unit of the result.
    public var refLow: Double?
    /// The laboratory's upper limit, in the unit of the result.
    public var refHigh: Double?
    /// The top of the laboratory's grey zone above its lower limit, in the unit of the result.
    public var greyHigh: Double?
    /// The assay as the laboratory names it.
    public var assay: String?
    /// The value was checked with the laboratory although it is unlikely.
    public var confirmed: Bool
    /// Why you doubt the result. It then counts for nothing, no older result of its analyte stands for it, what it would
    /// forbid if it is right is withheld, and a critical one is said; ``Assessment/setAside`` names it.
    public var doubt: String?

    /// A result of any kind.
    public init(
        _ analyte: Analyte,
        _ result: LabResult,
        daysAgo: Double? = nil,
        morning: Bool? = nil,
        ironFreeHours: Double? = nil,
        refLow: Double? = nil,
        refHigh: Double? = nil,
        greyHigh: Double? = nil,
        assay: String? = nil,
        confirmed: Bool = false,
        doubt: String? = nil
    ) {
        self.analyte = analyte
        self.result = result
        self.daysAgo = daysAgo
        self.morning = morning
        self.ironFreeHours = ironFreeHours
        self.refLow = refLow
        self.refHigh = refHigh
        self.greyHigh = greyHigh
        self.assay = assay
        self.confirmed = confirmed
        self.doubt = doubt
    }

    /// A number with its unit.
    public init(
        _ analyte: Analyte,
        _ value: Double,
        _ unit: LabUnit,
        daysAgo: Double? = nil,
        morning: Bool? = nil,
        ironFreeHours: Double? = nil,
        refLow: Double? = nil,
        refHigh: Double? = nil,
        greyHigh: Double? = nil,
        assay: String? = nil,
        confirmed: Bool = false,
        doubt: String? = nil
    ) {
        self.init(
            analyte, .quantity(value, unit), daysAgo: daysAgo, morning: morning,
            ironFreeHours: ironFreeHours, refLow: refLow, refHigh: refHigh, greyHigh: greyHigh, assay: assay,
            confirmed: confirmed, doubt: doubt)
    }

    /// A bound with its unit, such as `Lab(.crp, .below, 5, .mgPerL)`.
    public init(
        _ analyte: Analyte,
        _ comparator: Comparator,
        _ value: Double,
        _ unit: LabUnit,
        daysAgo: Double? = nil,
        morning: Bool? = nil,
        ironFreeHours: Double? = nil,
        refLow: Double? = nil,
        refHigh: Double? = nil,
        greyHigh: Double? = nil,
        assay: String? = nil,
        confirmed: Bool = false,
        doubt: String? = nil
    ) {
        self.init(
            analyte, .quantity(value, unit, comparator), daysAgo: daysAgo, morning: morning,
            ironFreeHours: ironFreeHours, refLow: refLow, refHigh: refHigh, greyHigh: greyHigh, assay: assay,
            confirmed: confirmed, doubt: doubt)
    }

    var generated: EkbomGenerated.Lab {
        let result: EkbomGenerated.LabResult =
            switch result {
            case .quantity(let value, let unit, let comparator):
                .quantity(value: value, unit: unit.rawValue, comparator: comparator?.rawValue)
            case .qualitative(let finding):
                .qualitative(finding: finding.rawValue)
            }
        return EkbomGenerated.Lab(
            analyte: analyte.rawValue, result: result, daysAgo: daysAgo, morning: morning,
            ironFreeHours: ironFreeHours, refLow: refLow, refHigh: refHigh, greyHigh: greyHigh, assay: assay,
            confirmed: confirmed, doubt: doubt)
    }
}

extension Lab: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case analyte, value, unit, comparator
        case daysAgo = "days_ago"
        case morning
        case ironFreeHours = "iron_free_hours"
        case refLow = "ref_low"
        case refHigh = "ref_high"
        case greyHigh = "grey_high"
        case assay, confirmed, doubt
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(ofKnown: CodingKeys.self)
        let result: LabResult
        if let finding = try? values.decode(Finding.self, forKey: .value) {
            result = .qualitative(finding)
        } else {
            let spelt = try values.decode(String.self, forKey: .unit)
            guard let unit = LabUnit(parsing: spelt) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .unit, in: values, debugDescription: "`\(spelt)` is not known")
            }
            result = .quantity(
                try values.decode(Double.self, forKey: .value),
                unit,
                try values.decodeIfPresent(Comparator.self, forKey: .comparator))
        }
        self.init(
            try values.decode(Analyte.self, forKey: .analyte),
            result,
            daysAgo: try values.decodeIfPresent(Double.self, forKey: .daysAgo),
            morning: try values.decodeIfPresent(Bool.self, forKey: .morning),
            ironFreeHours: try values.decodeIfPresent(Double.self, forKey: .ironFreeHours),
            refLow: try values.decodeIfPresent(Double.self, forKey: .refLow),
            refHigh: try values.decodeIfPresent(Double.self, forKey: .refHigh),
            greyHigh: try values.decodeIfPresent(Double.self, forKey: .greyHigh),
            assay: try values.decodeIfPresent(String.self, forKey: .assay),
            confirmed: try values.decodeIfPresent(Bool.self, forKey: .confirmed) ?? false,
            doubt: try values.decodeIfPresent(String.self, forKey: .doubt))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(analyte, forKey: .analyte)
        switch result {
        case .quantity(let value, let unit, let comparator):
            try values.encode(value, forKey: .value)
            try values.encode(unit, forKey: .unit)
            try values.encodeIfPresent(comparator, forKey: .comparator)
        case .qualitative(let finding):
            try values.encode(finding, forKey: .value)
        }
        try values.encodeIfPresent(daysAgo, forKey: .daysAgo)
        try values.encodeIfPresent(morning, forKey: .morning)
        try values.encodeIfPresent(ironFreeHours, forKey: .ironFreeHours)
        try values.encodeIfPresent(refLow, forKey: .refLow)
        try values.encodeIfPresent(refHigh, forKey: .refHigh)
        try values.encodeIfPresent(greyHigh, forKey: .greyHigh)
        try values.encodeIfPresent(assay, forKey: .assay)
        if confirmed { try values.encode(true, forKey: .confirmed) }
        try values.encodeIfPresent(doubt, forKey: .doubt)
    }
}

/// A patient whose every statement was accepted. Immutable, and safe to share between threads: check once, ask often.
public final class CheckedPatient: Sendable {
    let generated: EkbomGenerated.CheckedPatient

    /// Checks a patient.
    ///
    /// - Throws: ``PatientErrors`` when anything cannot be accepted: all faults at once.
    public init(_ patient: Patient) throws(PatientErrors) {
        do {
            generated = try EkbomGenerated.CheckedPatient(patient: patient.generated)
        } catch {
            throw PatientErrors(error, critical: EkbomGenerated.criticalOfRefused(patient: patient.generated))
        }
    }

    /// Reads and checks a patient in the JSON shape that is the same in every language. An unknown key is an error.
    ///
    /// - Throws: ``PatientErrors`` when it is not JSON, or anything in it cannot be accepted: all faults at once.
    public init(json: String) throws(PatientErrors) {
        do {
            generated = try EkbomGenerated.CheckedPatient.fromJson(json: json)
        } catch {
            throw PatientErrors(error, critical: EkbomGenerated.criticalOfRefusedJson(json: json))
        }
    }
}
