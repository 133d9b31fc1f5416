// Reads a patient as JSON, from a file or from standard input, and prints the assessment.
//
//     ekbom-example [--json | --page LANGUAGE.po] [FILE]
//
// With a language, which is named like its file, the report is printed as an HTML page in it.

import Ekbom
import Foundation

var arguments = Array(CommandLine.arguments.dropFirst())
let asJSON = arguments.first == "--json"
if asJSON { arguments.removeFirst() }

var language: Language?
if arguments.first == "--page", arguments.count > 1 {
    let file = URL(fileURLWithPath: arguments[1])
    let code = file.deletingPathExtension().lastPathComponent
    language = try Language(code: code, po: String(contentsOf: file, encoding: .utf8))
    arguments.removeFirst(2)
}

let input: Data
if let file = arguments.first {
    input = try Data(contentsOf: URL(fileURLWithPath: file))
} else {
    input = FileHandle.standardInput.readDataToEndOfFile()
}

let patient: CheckedPatient
do {
    patient = try CheckedPatient(json: String(decoding: input, as: UTF8.self))
} catch {
    for fault in error.errors {
        FileHandle.standardError.write(Data("\(fault)\n".utf8))
    }
    exit(2)
}

if asJSON {
    print(Knowledge.builtin.assessmentJSON(for: patient))
    exit(0)
}

if let language {
    print(Knowledge.builtin.page(for: patient, in: language), terminator: "")
    exit(0)
}

let assessment = Knowledge.builtin.assess(patient)

for alert in assessment.alerts {
    print("[\(alert.severity)] \(alert.message)")
}

print("\nIron for restless legs")
for position in assessment.positions(on: .ironTherapy) {
    let answers = position.possible.map { position.meaning(of: $0) }
    print("  \(position.guideline.text): \(answers.joined(separator: " | "))")
}

print("\nTo do")
for recommendation in assessment.recommendations {
    let action = recommendation.action.text
    if recommendation.isWithheld {
        let reasons = recommendation.withheld.map(\.text)
        print("  withheld: \(action) (\(recommendation.guideline.text)): \(reasons.joined(separator: "; "))")
    } else {
        print("  \(recommendation.direction.text): \(action) (\(recommendation.guideline.text))")
    }
}

print("\nTests that could change an answer")
for test in assessment.nextTests where !test.couldChange.isEmpty {
    print("  \(test.test.text): \(test.couldChange.map(\.rawValue).joined(separator: ", "))")
}
