internal import EkbomGenerated
public import Foundation

/// A patient that cannot be accepted, with every fault at once.
public struct PatientErrors: Error, Hashable, Sendable {
    /// The faults, in the order of the patient's fields; never empty.
    public let errors: [PatientError]
    /// All of them in one line.
    public let message: String
    /// Results that are critical all the same, each by itself and if its unit is right: a potassium of 7.2 must not be
    /// lost because a ferritin was misspelt.
    public let critical: [CriticalResult]

    init(_ error: any Error, critical: [EkbomGenerated.CriticalResult]) {
        self.critical = critical.map(CriticalResult.init)
        guard case .Refused(let errors, let text) = error as? EkbomGenerated.PatientErrors else {
            preconditionFailure("\(error)")
        }
        self.errors = errors.map(PatientError.init)
        self.message = text
    }
}

extension PatientErrors: LocalizedError, CustomStringConvertible {
    public var errorDescription: String? { message }
    public var description: String { message }
}

/// One fault of a patient.
public struct PatientError: Error, Hashable, Sendable, Codable, Identifiable {
    /// What sort of fault, as a code that stays the same: an app can say it in its own language.
    public let kind: String
    /// Where: a path such as `labs[0].unit`.
    public let field: String
    /// What was found there.
    public let value: String
    /// What is wrong with it.
    public let message: String
    /// What would be accepted, most likely first; may be empty.
    public let accepted: [String]

    /// Place and fault identify it in a list.
    public var id: String { "\(field): \(message)" }

    init(_ error: EkbomGenerated.PatientError) {
        kind = error.kind
        field = error.field
        value = error.value
        message = error.reason
        accepted = error.accepted
    }
}

extension PatientError: LocalizedError, CustomStringConvertible {
    public var errorDescription: String? { description }
    public var recoverySuggestion: String? {
        accepted.isEmpty ? nil : "Accepted: \(accepted.joined(separator: ", "))"
    }
    public var description: String {
        let suggestion = accepted.isEmpty ? "" : " (accepted: \(accepted.joined(separator: ", ")))"
        return "\(field): \(message)\(suggestion)"
    }
}
