internal import EkbomGenerated
public import Foundation

/// A value with a stable code: the same in JSON, in every language, in every release.
public protocol StableCode: RawRepresentable, CaseIterable, Codable, Hashable, Sendable, Identifiable,
    CodingKeyRepresentable, CustomStringConvertible
where RawValue == String {}

extension StableCode {
    /// The code, which identifies the value in a list.
    public var id: String { rawValue }

    /// The code.
    public var description: String { rawValue }
}

/// A code with an English text, which an app can translate.
public protocol DisplayCode: StableCode {
    /// The part of the string catalogue in which its text stands.
    static var textSet: String { get }
}

extension DisplayCode {
    /// English, for a screen.
    public var text: String { Texts.shared.text(set: Self.textSet, code: rawValue) }

    /// The key of its text in the string catalogue `Ekbom.xcstrings`.
    public var localizationKey: String { "ekbom.\(Self.textSet).\(rawValue)" }

    /// Its text in the language of the reader, where `bundle` holds a translated `Ekbom.xcstrings`; English elsewhere.
    public func text(in bundle: Bundle) -> String {
        bundle.localizedString(forKey: localizationKey, value: text, table: "Ekbom")
    }
}

/// An answer to one question; every question has a type of its own.
public protocol QuestionAnswer: DisplayCode {
    /// Is this the type of the answers to that question?
    static func answers(_ question: Question) -> Bool
}

extension Question {
    /// The treatment this question is about, if it is about one.
    public var treatment: Treatment? {
        rawValue.hasPrefix("treatment.") ? Treatment(rawValue: String(rawValue.dropFirst("treatment.".count))) : nil
    }

    /// What an answer to this question means, in English.
    public func meaning(of answer: Answer) -> String {
        Texts.shared.text(set: answerSet, code: answer.rawValue)
    }

    /// What an answer to this question means, in the language of the reader, where `bundle` holds a translated
    /// `Ekbom.xcstrings`; English elsewhere.
    public func meaning(of answer: Answer, in bundle: Bundle) -> String {
        bundle.localizedString(
            forKey: "ekbom.\(answerSet).\(answer.rawValue)", value: meaning(of: answer), table: "Ekbom")
    }

    private var answerSet: String { treatment == nil ? "answer.\(rawValue)" : "answer.treatment" }
}

extension Treatment {
    /// The question about this treatment.
    public var question: Question { known("treatment.\(rawValue)") }
}

extension Analyte {
    /// The units in which a result is accepted, the one usual in the United States first.
    public var acceptedUnits: [LabUnit] { EkbomGenerated.acceptedUnits(analyte: rawValue).map { known($0) } }
}

extension LabUnit {
    /// The unit that a text spells, in any of the ways in which laboratories write it; `nil` where it spells none.
    public init?(parsing text: String) {
        guard let code = EkbomGenerated.parseUnit(text: text) else { return nil }
        self = known(code)
    }
}

/// Trimester of a pregnancy.
public enum Trimester: Int, Codable, CaseIterable, Hashable, Sendable, Identifiable {
    /// To 13 weeks.
    case first = 1
    /// From 14 to 27 weeks.
    case second = 2
    /// From 28 weeks.
    case third = 3

    /// 1, 2 or 3.
    public var id: Int { rawValue }
}

extension Patient {
    /// The name of every medicine of the catalogue, for an entry field.
    public static let knownMedicines: [String] = EkbomGenerated.medicineNames()
}

/// English texts, each asked of the library once.
final class Texts: @unchecked Sendable {
    static let shared = Texts()

    private let lock = NSLock()
    private var known: [String: String] = [:]

    func text(set: String, code: String) -> String {
        lock.lock()
        defer { lock.unlock() }
        let key = "\(set)/\(code)"
        if let text = known[key] { return text }
        let text = EkbomGenerated.english(set: set, code: code) ?? code
        known[key] = text
        return text
    }
}

/// A code of the library as a value of this package; both are always released together.
func known<Code: StableCode>(_ code: String) -> Code {
    Code(rawValue: code) ?? unknown(code, as: Code.self)
}

func unknown<Code>(_ code: String, as type: Code.Type) -> Code {
    preconditionFailure("`\(code)` is no \(type): library and package are of different versions")
}
