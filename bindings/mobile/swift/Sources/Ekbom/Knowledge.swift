internal import EkbomGenerated

/// How results are read.
public struct Policy: Hashable, Sendable, Codable {
    /// Results older than this raise ``AlertCode/sampleStale``.
    public var staleAfterDays: Double
    /// What a single result stands for.
    public var uncertainty: Uncertainty

    /// A policy; by default results are taken as reported, and called old after a year.
    public init(staleAfterDays: Double = 365, uncertainty: Uncertainty = .asReported) {
        self.staleAfterDays = staleAfterDays
        self.uncertainty = uncertainty
    }

    var generated: EkbomGenerated.Policy {
        EkbomGenerated.Policy(staleAfterDays: staleAfterDays, uncertainty: uncertainty.rawValue)
    }
}

/// The guidelines, with a version and a fingerprint of their own.
///
/// Safe to share between threads. It reads nothing and sends nothing: all it knows is in the library.
///
/// ```swift
/// let assessment = try Knowledge.builtin.assess(patient)
/// for alert in assessment.alerts { print("\(alert.severity.text): \(alert.message)") }
/// ```
public final class Knowledge: Sendable {
    /// The knowledge that comes with the library: made at the first use, and kept.
    public static let builtin = Knowledge(EkbomGenerated.Knowledge.builtin())

    private let generated: EkbomGenerated.Knowledge

    /// Its version, apart from that of the library.
    public let version: String
    /// A fingerprint of all its rules: equal rules, equal hash.
    public let hash: String

    private init(_ generated: EkbomGenerated.Knowledge) {
        self.generated = generated
        version = generated.version()
        hash = generated.hash()
    }

    /// Everything that follows from what is known of a patient.
    public func assess(_ patient: CheckedPatient, policy: Policy = Policy()) -> Assessment {
        Assessment(generated.assess(patient: patient.generated, policy: policy.generated))
    }

    /// The same for a patient that was not checked before.
    ///
    /// - Throws: ``PatientErrors`` when anything cannot be accepted: all faults at once.
    public func assess(_ patient: Patient, policy: Policy = Policy()) throws(PatientErrors) -> Assessment {
        assess(try patient.checked(), policy: policy)
    }

    /// An assessment as one line of JSON: the same bytes in every language.
    ///
    /// - Parameters:
    ///   - patient: The patient.
    ///   - policy: How results are read.
    ///   - trace: Adds every condition of every rule, with the value it saw.
    public func assessmentJSON(
        for patient: CheckedPatient, policy: Policy = Policy(), trace: Bool = false
    ) -> String {
        generated.assessJson(patient: patient.generated, policy: policy.generated, trace: trace)
    }

    /// The report on a patient as an HTML page that loads nothing: for a web view, for paper, for a screen reader.
    ///
    /// - Parameters:
    ///   - patient: The patient.
    ///   - language: What it is written in; English by default.
    ///   - policy: How results are read.
    public func page(for patient: CheckedPatient, in language: Language? = nil, policy: Policy = Policy()) -> String {
        generated.reportPage(
            patient: patient.generated, policy: policy.generated, language: language?.generated)
    }

    /// The report on a patient as plain text.
    ///
    /// - Parameters:
    ///   - patient: The patient.
    ///   - language: What it is written in; English by default.
    ///   - policy: How results are read.
    ///   - width: The longest line, in characters.
    ///   - full: Every table, and not only what a reader needs first.
    public func text(
        for patient: CheckedPatient, in language: Language? = nil, policy: Policy = Policy(), width: Int = 100,
        full: Bool = false
    ) -> String {
        generated.reportText(
            patient: patient.generated, policy: policy.generated, language: language?.generated,
            width: UInt32(clamping: width), all: full)
    }

    /// The report on a patient in five lines of plain text, for a note in a record.
    public func note(for patient: CheckedPatient, in language: Language? = nil, policy: Policy = Policy()) -> String {
        generated.reportNote(
            patient: patient.generated, policy: policy.generated, language: language?.generated)
    }

    /// What one guideline answers to one question, without the rest of the assessment; `nil` where it has no answer to
    /// it.
    public func position(
        on question: Question, of guideline: Guideline, for patient: CheckedPatient, policy: Policy = Policy()
    ) -> Position? {
        generated.position(
            patient: patient.generated, question: question.rawValue, guideline: guideline.rawValue,
            policy: policy.generated
        ).map(Position.init)
    }

    /// The same for a patient that was not checked before.
    ///
    /// - Throws: ``PatientErrors`` when anything cannot be accepted: all faults at once.
    public func position(
        on question: Question, of guideline: Guideline, for patient: Patient, policy: Policy = Policy()
    ) throws(PatientErrors) -> Position? {
        position(on: question, of: guideline, for: try patient.checked(), policy: policy)
    }

    /// The guidelines that answer a question, in the order in which a report shows them.
    public func guidelines(on question: Question) -> [Guideline] {
        generated.guidelines(question: question.rawValue).map { known($0) }
    }
}
