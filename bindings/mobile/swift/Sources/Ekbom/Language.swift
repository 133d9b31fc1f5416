internal import EkbomGenerated
public import Foundation

/// A language that reports can be written in, besides English. It belongs to the calls that it is given to.
///
/// The library holds English alone. Put the file of another language into your app, as `de.po` of the repository
/// (`crates/ekbom-report/languages`), and give its text:
///
/// ```swift
/// let german = try Language(code: "de", po: text)
/// let page = Knowledge.builtin.page(for: patient, in: german)
/// let alerts = assessment.alerts.map { german.say($0.message) }
/// ```
public final class Language: Sendable {
    let generated: EkbomGenerated.Language

    /// Its code, as in HTML: `de`, `pt-BR`.
    public let code: String

    /// A language from the text of a file in gettext's PO format. What is not translated in it stays in English.
    ///
    /// - Throws: ``LanguageError`` when the text is no such file: it names the line.
    public init(code: String, po: String) throws(LanguageError) {
        do {
            generated = try EkbomGenerated.Language.fromPo(code: code, text: po)
        } catch {
            throw LanguageError(error)
        }
        self.code = generated.code()
    }

    /// A sentence of an assessment in this language: the text of an act, an alert, a precaution. What the language does
    /// not know stays in English, whole.
    public func say(_ english: String) -> String {
        generated.say(english: english)
    }
}

/// Why a text is no language.
public struct LanguageError: Error, Hashable, Sendable {
    /// The line, from one; `nil` where the code is to blame.
    public let line: Int?
    /// What is wrong.
    public let message: String

    init(_ error: any Error) {
        guard case .NoLanguage(let line, let reason) = error as? EkbomGenerated.LanguageError else {
            preconditionFailure("\(error)")
        }
        self.line = line.map(Int.init)
        message = reason
    }
}

extension LanguageError: LocalizedError, CustomStringConvertible {
    public var errorDescription: String? { message }
    public var description: String { message }
}
