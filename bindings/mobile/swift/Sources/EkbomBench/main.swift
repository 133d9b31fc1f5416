// Times calls into the library: the least of many short batches, in microseconds a call. No test runs it;
// `bindings/mobile/bench.sh` does.

import Ekbom
import Foundation

let patient = Patient(
    ageYears: 58,
    sex: .female,
    labs: [
        Lab(.ferritin, 38, .ngPerMl, daysAgo: 3, morning: true, ironFreeHours: 36),
        Lab(.creatinine, 0.9, .mgPerDl),
        Lab(.b12Total, 205, .pgPerMl, refLow: 200),
        Lab(.crp, .below, 5, .mgPerL),
    ],
    symptoms: Symptoms(urgeToMove: true, worseAtRest: true, relievedByMovement: true, worseInEvening: true),
    history: History(crohn: true),
    medicines: ["metformin", "mirtazapine"],
    complete: [.history, .medicines])
let checked = try patient.checked()
let knowledge = Knowledge.builtin

@MainActor func time(_ name: String, calls: Int, _ body: () throws -> Void) rethrows {
    var least = Double.infinity
    for _ in 0..<1000 {
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<calls { try body() }
        least = min(least, Double(DispatchTime.now().uptimeNanoseconds - start) / Double(calls) / 1000)
    }
    print("\(name): \(String(format: "%.1f", least)) us")
}

time("one question", calls: 10) { _ = knowledge.position(on: .ironTherapy, of: .aasm2025, for: checked) }
try time("checking the patient", calls: 10) { _ = try patient.checked() }
time("whole assessment", calls: 1) { _ = knowledge.assess(checked) }
time("whole assessment as JSON", calls: 1) { _ = knowledge.assessmentJSON(for: checked) }
