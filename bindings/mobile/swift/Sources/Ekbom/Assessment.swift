internal import EkbomGenerated

/// Everything that follows from what is known of one patient. Every list is in the order in which a screen shows it.
public struct Assessment: Hashable, Sendable, Codable {
    /// Version of the library.
    public let libraryVersion: String
    /// Which knowledge answered.
    public let knowledge: KnowledgeVersion
    /// One for each guideline and question, always.
    public let positions: [Position]
    /// Questions on which guidelines cannot be of one mind.
    public let disagreements: [Disagreement]
    /// What to do next: at most ten, urgent ones first.
    public let acts: [Act]
    /// Results that must be acted on now, if their unit is right.
    public let critical: [CriticalResult]
    /// What to mind about medicines that are offered, planned or taken, urgent first.
    public let precautions: [Precaution]
    /// What to do, first things first.
    public let recommendations: [Recommendation]
    /// The rules that certainly forbid iron.
    public let stopped: [StopRule]
    /// What the gate says of iron by each route, and of vitamin C.
    public let withheld: [GateVerdict]
    /// Limits that were changed by name in the knowledge that answered.
    public let changes: [ChangedLimit]
    /// What could not be accepted and was left out: show it before anything else.
    public let setAside: [SetAside]
    /// Tests that are missing, and what each could change; the most useful first.
    public let nextTests: [NextTest]
    /// What a reader must not miss, urgent first.
    public let alerts: [RaisedAlert]
    /// Claims of the founding article that the facts touch.
    public let claims: [String]
    /// Facts that were computed.
    public let derived: [DerivedFact]
    /// Every result, and whether it counted.
    public let results: [UsedResult]
    /// Medicines of the catalogue, with what is known of them here.
    public let medicines: [UsedMedicine]
    /// Sources behind the rules still possible.
    public let sources: [UsedSource]

    /// What one guideline answers to one question; `nil` where it was not asked.
    public func position(on question: Question, of guideline: Guideline) -> Position? {
        positions.first { $0.question == question && $0.guideline == guideline }
    }

    /// What every guideline answers to one question.
    public func positions(on question: Question) -> [Position] {
        positions.filter { $0.question == question }
    }

    /// The alert with this code, if it was raised.
    public func alert(_ code: AlertCode) -> RaisedAlert? {
        alerts.first { $0.code == code }
    }

    enum CodingKeys: String, CodingKey {
        case libraryVersion = "ekbom"
        case knowledge, positions, disagreements, acts, critical, precautions, recommendations
        case stopped, withheld, changes
        case setAside = "set_aside"
        case nextTests = "next_tests"
        case alerts, claims, derived, results, medicines, sources
    }

    init(_ own: EkbomGenerated.Assessment) {
        libraryVersion = own.ekbom
        knowledge = KnowledgeVersion(version: own.knowledgeVersion, hash: own.knowledgeHash)
        positions = own.positions.map(Position.init)
        disagreements = own.disagreements.map(Disagreement.init)
        acts = own.acts.map(Act.init)
        critical = own.critical.map(CriticalResult.init)
        precautions = own.precautions.map(Precaution.init)
        recommendations = own.recommendations.map(Recommendation.init)
        stopped = own.stopped.map(StopRule.init)
        withheld = own.withheld.map(GateVerdict.init)
        changes = own.changes.map(ChangedLimit.init)
        setAside = own.setAside.map(SetAside.init)
        nextTests = own.nextTests.map(NextTest.init)
        alerts = own.alerts.map(RaisedAlert.init)
        claims = own.claims
        derived = own.derived.map(DerivedFact.init)
        results = own.results.map(UsedResult.init)
        medicines = own.medicines.map(UsedMedicine.init)
        sources = own.sources.map(UsedSource.init)
    }
}

/// Which knowledge answered.
public struct KnowledgeVersion: Hashable, Sendable, Codable {
    /// Its version.
    public let version: String
    /// Its fingerprint.
    public let hash: String
}

/// What one guideline answers to one question.
public struct Position: Hashable, Sendable, Codable, Identifiable {
    /// The question.
    public let question: Question
    /// The guideline.
    public let guideline: Guideline
    /// The answers still possible, in display order; one when determined.
    public let possible: [Answer]
    /// What is usually left, and what that assumes; `nil` where it is not less than what is possible.
    public let usual: UsualAnswers?
    /// The rules that can still be the one that applies.
    public let rules: [String]
    /// Facts that could still change the answer.
    public let needs: [Fact]
    /// What to mind about the answer.
    public let flags: [Flag]
    /// The weakest verification of its possible rules.
    public let verification: Verification

    /// `question@guideline`.
    public var id: String { "\(question)@\(guideline)" }

    /// The answer, where one is left.
    public var answer: Answer? { possible.count == 1 ? possible.first : nil }

    /// What an answer means here, in English.
    public func meaning(of answer: Answer) -> String { question.meaning(of: answer) }

    /// The answers as the type of their question; empty where that type belongs to another one.
    ///
    /// ```swift
    /// switch position.answers(as: IronTherapy.self).first { ... }
    /// ```
    public func answers<Own: QuestionAnswer>(as type: Own.Type = Own.self) -> [Own] {
        type.answers(question) ? possible.compactMap { Own(rawValue: $0.rawValue) } : []
    }

    init(_ own: EkbomGenerated.Position) {
        question = known(own.question)
        guideline = known(own.guideline)
        possible = own.possible.map { known($0) }
        usual = own.usual.map(UsualAnswers.init)
        rules = own.rules
        needs = own.needs.map { known($0) }
        flags = own.flags.map { known($0) }
        verification = known(own.verification)
    }
}

/// Guidelines that cannot be of one mind.
public struct Disagreement: Hashable, Sendable, Codable, Identifiable {
    /// The question.
    public let question: Question
    /// Each guideline that disagrees with another, with what it can still answer.
    public let positions: [Guideline: [Answer]]

    /// The question identifies it.
    public var id: Question { question }

    /// The guidelines in display order.
    public var guidelines: [Guideline] { Guideline.allCases.filter { positions[$0] != nil } }

    init(_ own: EkbomGenerated.Disagreement) {
        question = known(own.question)
        let pairs = own.positions.map { (known($0.guideline) as Guideline, $0.possible.map { known($0) as Answer }) }
        positions = Dictionary(pairs) { first, _ in first }
    }
}

/// Something to do, or not to do.
public struct Recommendation: Hashable, Sendable, Codable, Identifiable {
    /// What.
    public let action: Action
    /// Does it give iron?
    public let iron: Bool
    /// For or against it.
    public let direction: Direction
    /// How strongly, in the guideline's grade; `nil` where it gives none.
    public let strength: Strength?
    /// Certainty of its evidence; `nil` where it gives none.
    public let certainty: Certainty?
    /// Whose.
    public let guideline: Guideline
    /// The question it answers.
    public let question: Question
    /// The rule, or the first of the rules, behind it.
    public let rule: String
    /// The answers still possible: more than one leaves the route open.
    public let possible: [Answer]
    /// The facts that led here, in words.
    public let because: [String]
    /// What to mind about the answer, as in its position.
    public let flags: [Flag]
    /// What to look at again, and when, where a source gives it.
    public let followUp: [FollowUp]
    /// Why it is withheld; empty when it is not. Several reasons are those still possible, and no findings.
    public let withheld: [WithheldReason]
    /// Alerts to mind first.
    public let cautions: [AlertCode]

    /// Action, question and guideline.
    public var id: String { "\(action)@\(question)@\(guideline)" }

    /// Is it withheld? Then show why, and do not offer it.
    public var isWithheld: Bool { !withheld.isEmpty }

    enum CodingKeys: String, CodingKey {
        case action, iron, direction, strength, certainty, guideline, question, rule, possible, because, flags
        case followUp = "follow_up"
        case withheld, cautions
    }

    init(_ own: EkbomGenerated.Recommendation) {
        action = known(own.action)
        iron = own.iron
        direction = known(own.direction)
        strength = own.strength.map { known($0) }
        certainty = own.certainty.map { known($0) }
        guideline = known(own.guideline)
        question = known(own.question)
        rule = own.rule
        possible = own.possible.map { known($0) }
        because = own.because
        flags = own.flags.map { known($0) }
        followUp = own.followUp.map(FollowUp.init)
        withheld = (own.withheld ?? []).map { known($0) }
        cautions = own.cautions.map { known($0) }
    }
}

// In JSON nothing withheld is `null`.
extension KeyedDecodingContainer {
    func decode(_: [WithheldReason].Type, forKey key: Key) throws -> [WithheldReason] {
        try decodeIfPresent([WithheldReason].self, forKey: key) ?? []
    }
}

extension KeyedEncodingContainer {
    mutating func encode(_ reasons: [WithheldReason], forKey key: Key) throws {
        try encodeIfPresent(reasons.isEmpty ? nil : reasons.map(\.rawValue), forKey: key)
    }
}

/// What to look at again after an action.
public struct FollowUp: Hashable, Sendable, Codable {
    /// What to look at.
    public let check: String
    /// After how many weeks; `nil` where the source gives no time.
    public let weeks: Int?
    /// What the source says of it.
    public let says: String
    /// Id of the source.
    public let source: String
    /// How far it was checked.
    public let verification: Verification

    init(_ own: EkbomGenerated.FollowUp) {
        check = own.check
        weeks = own.weeks.map(Int.init)
        says = own.says
        source = own.source
        verification = known(own.verification)
    }
}

/// A test that is missing.
public struct NextTest: Hashable, Sendable, Codable, Identifiable {
    /// The analyte to order.
    public let test: Analyte
    /// Questions whose possible answers one result of it alone can narrow.
    public let couldChange: [Question]
    /// Open questions that no result of it alone can narrow.
    public let cannotChange: [Question]
    /// Codes of the acts that wait for it, and of the alerts that ask for it.
    public let askedBy: [String]
    /// How to draw the sample.
    public let instructions: [Instruction]

    /// The test identifies it.
    public var id: Analyte { test }

    enum CodingKeys: String, CodingKey {
        case test
        case couldChange = "could_change"
        case cannotChange = "cannot_change"
        case askedBy = "asked_by"
        case instructions
    }

    init(_ own: EkbomGenerated.NextTest) {
        test = known(own.test)
        couldChange = own.couldChange.map { known($0) }
        cannotChange = own.cannotChange.map { known($0) }
        askedBy = own.askedBy
        instructions = own.instructions.map { known($0) }
    }
}

/// What a reader must not miss.
public struct RaisedAlert: Hashable, Sendable, Codable, Identifiable {
    /// What it is about.
    public let code: AlertCode
    /// How pressing.
    public let severity: Severity
    /// English text.
    public let message: String
    /// What it concerns.
    public let subjects: [Subject]

    /// An alert is raised once.
    public var id: AlertCode { code }

    enum CodingKeys: String, CodingKey {
        case code, severity, message
        case subjects = "facts"
    }

    init(_ own: EkbomGenerated.Alert) {
        code = known(own.code)
        severity = known(own.severity)
        message = own.message
        subjects = own.facts.map(Subject.init(known:))
    }
}

/// A fact that was computed.
public struct DerivedFact: Hashable, Sendable, Codable {
    /// What was computed.
    public let subject: Subject
    /// Its value, where there is one; rounded for display.
    public let value: Double?
    /// The lowest it may be, where it is an interval with such an end.
    public let low: Double?
    /// The highest it may be, where it is an interval with such an end.
    public let high: Double?
    /// Code of its unit.
    public let unit: String
    /// What it came from.
    public let inputs: [Subject]
    /// The formula.
    public let method: String
    /// The sex for which it holds, where both are possible.
    public let ifSex: Sex?

    enum CodingKeys: String, CodingKey {
        case subject = "fact"
        case value, low, high, unit
        case inputs = "from"
        case method
        case ifSex = "if_sex"
    }

    init(_ own: EkbomGenerated.DerivedFact) {
        subject = Subject(known: own.fact)
        value = own.value
        low = own.low
        high = own.high
        unit = own.unit
        inputs = own.from.map(Subject.init(known:))
        method = own.method
        ifSex = own.ifSex.map { known($0) }
    }
}

/// A result as reported.
public struct UsedResult: Hashable, Sendable {
    /// What was measured.
    public let analyte: Analyte
    /// What was reported.
    public let result: LabResult
    /// How long ago.
    public let daysAgo: Double?
    /// Whether it counted: the newest of its analyte does.
    public let counted: Bool

    init(_ own: EkbomGenerated.UsedResult) {
        analyte = known(own.analyte)
        if let finding = own.finding {
            result = .qualitative(known(finding))
        } else {
            result = .quantity(own.value ?? .nan, known(own.unit ?? ""), own.comparator.map { known($0) })
        }
        daysAgo = own.daysAgo
        counted = own.counted
    }
}

extension UsedResult: Codable {
    enum CodingKeys: String, CodingKey {
        case analyte, value, unit, comparator, finding
        case daysAgo = "days_ago"
        case counted
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        analyte = try values.decode(Analyte.self, forKey: .analyte)
        if let finding = try values.decodeIfPresent(Finding.self, forKey: .finding) {
            result = .qualitative(finding)
        } else {
            result = .quantity(
                try values.decode(Double.self, forKey: .value),
                try values.decode(LabUnit.self, forKey: .unit),
                try values.decodeIfPresent(Comparator.self, forKey: .comparator))
        }
        daysAgo = try values.decodeIfPresent(Double.self, forKey: .daysAgo)
        counted = try values.decode(Bool.self, forKey: .counted)
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
            try values.encode(finding, forKey: .finding)
        }
        try values.encodeIfPresent(daysAgo, forKey: .daysAgo)
        try values.encode(counted, forKey: .counted)
    }
}

/// A medicine of the catalogue, with what is known of it here.
public struct UsedMedicine: Hashable, Sendable, Codable, Identifiable {
    /// Its ingredient.
    public let name: String
    /// Its classes, each with the evidence for it; none where the class only describes.
    public let memberships: [Membership]
    /// Evidence that speaks against what is said of it.
    public let against: [Evidence]

    /// The ingredient identifies it.
    public var id: String { name }

    enum CodingKeys: String, CodingKey {
        case name = "medicine"
        case memberships = "classes"
        case against
    }

    init(_ own: EkbomGenerated.UsedMedicine) {
        name = own.medicine
        memberships = own.classes.map(Membership.init)
        against = own.against.map(Evidence.init)
    }
}

/// That a medicine belongs to a class, and why it is said to.
public struct Membership: Hashable, Sendable, Codable {
    /// The class.
    public let medicineClass: MedicineClass
    /// The evidence; empty where the class only describes.
    public let evidence: [Evidence]

    enum CodingKeys: String, CodingKey {
        case medicineClass = "class"
        case evidence
    }

    init(_ own: EkbomGenerated.Membership) {
        medicineClass = known(own.medicineClass)
        evidence = own.evidence.map(Evidence.init)
    }
}

/// One statement of one source about a medicine, paraphrased.
public struct Evidence: Hashable, Sendable, Codable {
    /// What the source says.
    public let says: String
    /// Whether it names the ingredient or only its class.
    public let scope: EvidenceScope
    /// Id of the source.
    public let source: String
    /// How far the statement was checked.
    public let verification: Verification

    init(_ own: EkbomGenerated.Evidence) {
        says = own.says
        scope = known(own.scope)
        source = own.source
        verification = known(own.verification)
    }
}

/// A source behind the rules still possible.
public struct UsedSource: Hashable, Sendable, Codable, Identifiable {
    /// Id in the bibliography.
    public let id: String
    /// What a clinician calls it.
    public let name: String
    /// What it is: `guideline`, `label`, `trial` and others; `nil` where the bibliography does not know it.
    public let kind: String?
    /// Its title.
    public let title: String
    /// Its year.
    public let year: Int?
    /// Its digital object identifier.
    public let doi: String?
    /// The weakest verification of the rules that cite it here.
    public let verification: Verification

    init(_ own: EkbomGenerated.UsedSource) {
        id = own.id
        name = own.name
        kind = own.kind
        title = own.title
        year = own.year.map(Int.init)
        doi = own.doi
        verification = known(own.verification)
    }
}
