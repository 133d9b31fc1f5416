internal import EkbomGenerated

/// The answers usually left.
public struct UsualAnswers: Hashable, Sendable, Codable {
    /// A part of the possible answers.
    public let possible: [Answer]
    /// Ids of the assumptions it rests on: without any one of them it would be more.
    public let assuming: [String]

    init(_ own: EkbomGenerated.UsualAnswers) {
        possible = own.possible.map { known($0) }
        assuming = own.assuming
    }
}

/// Something to do next.
public struct Act: Hashable, Sendable, Codable, Identifiable {
    /// Stable code, as `oral_iron` or `test:tsat`. A later version may know more.
    public let code: String
    /// What sort of act.
    public let kind: ActKind
    /// How sure it is that it is needed.
    public let certainty: ActCertainty
    /// Ids of the assumptions on which it rests; empty where it is certain.
    public let assuming: [String]
    /// What to do, in English.
    public let text: String
    /// What led here.
    public let because: [ActReason]
    /// The guidelines that say so.
    public let guidelines: [Guideline]
    /// Their rules.
    public let rules: [String]
    /// Ids in the bibliography.
    public let sources: [String]
    /// Codes of the acts to do before it: until then what forbids it is not ruled out.
    public let blockedBy: [String]

    /// An act stands once.
    public var id: String { code }

    enum CodingKeys: String, CodingKey {
        case code = "act"
        case kind, certainty, assuming, text, because, guidelines, rules, sources
        case blockedBy = "blocked_by"
    }

    init(_ own: EkbomGenerated.Act) {
        code = own.act
        kind = known(own.kind)
        certainty = known(own.certainty)
        assuming = own.assuming
        text = own.text
        because = own.because.map(ActReason.init)
        guidelines = own.guidelines.map { known($0) }
        rules = own.rules
        sources = own.sources
        blockedBy = own.blockedBy
    }
}

/// A fact that leads to an act; of a question to ask, a fact that it would tell.
public struct ActReason: Hashable, Sendable, Codable {
    /// The fact.
    public let subject: Subject
    /// In words.
    public let says: String

    enum CodingKeys: String, CodingKey {
        case subject = "fact"
        case says
    }

    init(_ own: EkbomGenerated.ActReason) {
        subject = Subject(known: own.fact)
        says = own.says
    }
}

/// A result that must be acted on now, if its unit is right.
public struct CriticalResult: Hashable, Sendable, Codable {
    /// What was measured.
    public let analyte: Analyte
    /// The value, in the unit in which it was compared; of a bound the bound.
    public let value: Double
    /// Code of the unit of value and limit.
    public let unit: String
    /// The limit.
    public let limit: Double
    /// `below`, `at_most`, `at_least` or `above` the limit.
    public let direction: String
    /// Id of the source.
    public let source: String
    /// In words.
    public let says: String
    /// How far the limit was read.
    public let verification: Verification

    init(_ own: EkbomGenerated.CriticalResult) {
        analyte = known(own.analyte)
        value = own.value
        unit = own.unit
        limit = own.limit
        direction = own.direction
        source = own.source
        says = own.says
        verification = known(own.verification)
    }
}

/// What to mind about a medicine that is offered, planned or taken.
public struct Precaution: Hashable, Sendable, Codable {
    /// The check; where it is not certain, the gravest of those that may hold.
    public let check: String
    /// How pressing.
    public let severity: PrecautionSeverity
    /// The medicine by its name, or the action that is offered by its code.
    public let concerns: String
    /// Is it taken already?
    public let taken: Bool
    /// In words.
    public let says: String
    /// It holds. Else nobody can tell before what is missing is known.
    public let certain: Bool
    /// The facts that led here, in words.
    public let because: [String]
    /// What would decide it: ids of facts, and `medicines` where the list may hold more.
    public let missing: [String]
    /// Every check that holds, or that may hold.
    public let rows: [String]
    /// Ids in the bibliography.
    public let sources: [String]
    /// How far it was checked; the weakest of its checks.
    public let verification: Verification

    enum CodingKeys: String, CodingKey {
        case check = "id"
        case severity, concerns, taken, says, certain, because, missing, rows, sources, verification
    }

    init(_ own: EkbomGenerated.Precaution) {
        check = own.id
        severity = known(own.severity)
        concerns = own.concerns
        taken = own.taken
        says = own.says
        certain = own.certain
        because = own.because
        missing = own.missing
        rows = own.rows
        sources = own.sources
        verification = known(own.verification)
    }
}

/// A rule that certainly forbids iron.
public struct StopRule: Hashable, Sendable, Codable {
    /// The rule.
    public let rule: String
    /// Its answers; one of them holds.
    public let answers: [Answer]
    /// What it forbids, as ``GateVerdict/gives``.
    public let forbids: [String]
    /// The facts that led here, in words.
    public let because: [String]

    init(_ own: EkbomGenerated.StopRule) {
        rule = own.rule
        answers = own.answers.map { known($0) }
        forbids = own.forbids
        because = own.because
    }
}

/// What stands between an answer and what it gives.
public struct GateVerdict: Hashable, Sendable, Codable {
    /// `oral_iron`, `intravenous_iron` and others.
    public let gives: String
    /// Why it is withheld; empty when it is not.
    public let why: [WithheldReason]
    /// It may pass, and yet a stop is possible.
    public let safetyOpen: Bool

    enum CodingKeys: String, CodingKey {
        case gives, why
        case safetyOpen = "safety_open"
    }

    init(_ own: EkbomGenerated.GateVerdict) {
        gives = own.gives
        why = own.why.map { known($0) }
        safetyOpen = own.safetyOpen
    }

    /// By hand, for `why` is here a list that is empty where elsewhere nothing stands.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(gives, forKey: .gives)
        try values.encode(why.map(\.rawValue), forKey: .why)
        try values.encode(safetyOpen, forKey: .safetyOpen)
    }
}

/// A limit that was changed by name in the knowledge that answered.
public struct ChangedLimit: Hashable, Sendable, Codable {
    /// The rule.
    public let rule: String
    /// The fact.
    public let fact: Fact
    /// What it was, in the fact's unit.
    public let from: Double
    /// What it is now.
    public let to: Double

    init(_ own: EkbomGenerated.ChangedLimit) {
        rule = own.rule
        fact = known(own.fact)
        from = own.from
        to = own.to
    }
}

/// Something that could not be accepted and was left out.
public struct SetAside: Hashable, Sendable, Codable {
    /// What sort of fault, as a code that stays the same.
    public let kind: String
    /// Where: a path such as `labs[0].unit`.
    public let field: String
    /// What was found there.
    public let value: String
    /// What is wrong with it.
    public let message: String
    /// What would be accepted, most likely first; may be empty.
    public let accepted: [String]

    init(_ own: EkbomGenerated.SetAside) {
        kind = own.kind
        field = own.field
        value = own.value
        message = own.message
        accepted = own.accepted
    }
}
