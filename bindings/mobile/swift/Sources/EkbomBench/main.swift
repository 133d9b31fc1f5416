// Times calls into the library: the least of many batches, in microseconds a call. No test runs it.
//
//     swift run -c release ekbom-bench PATIENT.json

import Ekbom
import Foundation

let text = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
let patient = try JSONDecoder().decode(Patient.self, from: Data(text.utf8))
let checked = try patient.checked()
let knowledge = Knowledge.builtin

@MainActor func time(_ name: String, calls: Int, _ body: () -> Void) {
    var least = Double.infinity
    for _ in 0..<60 {
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<calls { body() }
        least = min(least, Double(DispatchTime.now().uptimeNanoseconds - start) / Double(calls) / 1000)
    }
    print("\(name): \(String(format: "%.1f", least)) us")
}

time("one question, patient checked before", calls: 200) {
    _ = knowledge.position(on: .ironTherapy, of: .aasm2025, for: checked)
}
time("one question, from the value", calls: 200) {
    _ = try? knowledge.position(on: .ironTherapy, of: .aasm2025, for: patient)
}
time("whole assessment, patient checked before", calls: 20) { _ = knowledge.assess(checked) }
time("whole assessment, from the value", calls: 20) { _ = try? knowledge.assess(patient) }
time("whole assessment, JSON to JSON", calls: 20) {
    _ = (try? CheckedPatient(json: text)).map { knowledge.assessmentJSON(for: $0) }
}
