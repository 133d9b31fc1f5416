/// What an alert or a computed value speaks of.
public enum Subject: Hashable, Sendable, Identifiable {
    /// Something a rule may ask.
    case fact(Fact)
    /// Something a laboratory measures.
    case analyte(Analyte)
    /// A clinical question.
    case question(Question)
    /// Anything else.
    case other(OtherFact)

    /// The code, which identifies it in a list.
    public var code: String {
        switch self {
        case .fact(let fact): fact.rawValue
        case .analyte(let analyte): analyte.rawValue
        case .question(let question): question.rawValue
        case .other(let other): other.rawValue
        }
    }

    public var id: String { code }

    /// English, for a screen.
    public var text: String {
        switch self {
        case .fact(let fact): fact.text
        case .analyte(let analyte): analyte.text
        case .question(let question): question.text
        case .other(let other): other.text
        }
    }

    init?(code: String) {
        if let fact = Fact(rawValue: code) {
            self = .fact(fact)
        } else if let analyte = Analyte(rawValue: code) {
            self = .analyte(analyte)
        } else if let question = Question(rawValue: code) {
            self = .question(question)
        } else if let other = OtherFact(rawValue: code) {
            self = .other(other)
        } else {
            return nil
        }
    }

    init(known code: String) {
        self = Subject(code: code) ?? unknown(code, as: Subject.self)
    }
}

extension Subject: Codable {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.singleValueContainer()
        let code = try values.decode(String.self)
        guard let subject = Subject(code: code) else {
            throw DecodingError.dataCorruptedError(in: values, debugDescription: "`\(code)` is not known")
        }
        self = subject
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.singleValueContainer()
        try values.encode(code)
    }
}
