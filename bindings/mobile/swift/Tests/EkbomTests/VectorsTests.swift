import Ekbom
import Foundation
import XCTest

/// The vectors that every language passes, and the whole assessment of each, byte for byte what Rust says.
final class VectorsTests: XCTestCase {
    private func folder(_ variable: String) throws -> URL {
        URL(fileURLWithPath: try XCTUnwrap(ProcessInfo.processInfo.environment[variable], "\(variable) is not set"))
    }

    /// The patients as the runner's helper wrote them, each with what Rust answers.
    func testAssessments() throws {
        let expected = try folder("EKBOM_EXPECTED")
        var count = 0
        while let patient = try? Data(contentsOf: expected.appendingPathComponent("\(count).patient.json")) {
            let answer = try Data(contentsOf: expected.appendingPathComponent("\(count).expected.json"))
            // The slower comparisons of every eighth: this is many assessments for a build without optimisation.
            try compare(patient, answer, "\(count)", closely: count % 8 == 0)
            count += 1
        }
        XCTAssertGreaterThan(count, 0)
        print("\(count) patients compared with Rust")
    }

    private struct Refusal: Decodable, Equatable {
        struct Fault: Decodable, Equatable {
            var field, value, message: String
            var accepted: [String]
        }
        var errors: [Fault]
    }

    private func compare(_ patient: Data, _ answer: Data, _ name: String, closely: Bool) throws {
        let decoder = JSONDecoder()
        let text = String(decoding: patient, as: UTF8.self)
        if let refusal = try? decoder.decode(Refusal.self, from: answer) {
            XCTAssertThrowsError(try CheckedPatient(json: text), name) { error in
                let faults = (error as? PatientErrors)?.errors.map {
                    Refusal.Fault(field: $0.field, value: $0.value, message: $0.message, accepted: $0.accepted)
                }
                XCTAssertEqual(faults, refusal.errors, name)
            }
            return
        }
        let checked = try CheckedPatient(json: text)
        XCTAssertEqual(Data(Knowledge.builtin.assessmentJSON(for: checked).utf8), answer, name)
        guard closely else { return }

        // Nothing is lost or renamed on the way to the typed assessment, and its own JSON is read back.
        let assessment = Knowledge.builtin.assess(checked)
        XCTAssertEqual(try decoder.decode(Assessment.self, from: answer), assessment, name)
        XCTAssertEqual(try decoder.decode(Assessment.self, from: JSONEncoder().encode(assessment)), assessment, name)
        for position in assessment.positions {
            let alone = Knowledge.builtin.position(on: position.question, of: position.guideline, for: checked)
            XCTAssertEqual(alone, position, name)
        }

        // A patient read by `Decodable`, and one written by `Encodable` and read again, are the same patient.
        let typed = try decoder.decode(Patient.self, from: patient)
        XCTAssertEqual(Knowledge.builtin.assessmentJSON(for: try typed.checked()), String(decoding: answer, as: UTF8.self), name)
        let written = try JSONEncoder().encode(typed)
        XCTAssertEqual(try decoder.decode(Patient.self, from: written), typed, name)
        XCTAssertNoThrow(try CheckedPatient(json: String(decoding: written, as: UTF8.self)), name)
    }

    /// What the vectors say by hand.
    func testVectors() throws {
        let folder = try folder("EKBOM_VECTORS")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".json") && $0 != "schema.json" }
        var count = 0, failed = 0
        for name in names {
            let file = try object(Data(contentsOf: folder.appendingPathComponent(name)))
            XCTAssertEqual(file["vectors_version"] as? String, "1", "\(name): another version of the format")
            for vector in try XCTUnwrap(file["vectors"] as? [[String: Any]], name) {
                let answer = try answer(to: vector)
                let expect = try XCTUnwrap(vector["expect"] as? [String: Any])
                let differences = Expectation(expect, answer).differences()
                XCTAssertEqual(differences, [], "\(vector["id"] ?? name)")
                count += 1
                failed += differences.isEmpty ? 0 : 1
            }
        }
        XCTAssertGreaterThan(count, 0)
        // The closing line of a runner, of which the table on conformance is made.
        print("conformance: \(count - failed) passed, \(failed) failed")
    }

    private func object(_ data: Data) throws -> [String: Any] {
        try XCTUnwrap(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// What the library says, as a tree: an assessment, or `{"errors": [...]}`.
    private func answer(to vector: [String: Any]) throws -> [String: Any] {
        let text: String
        if let own = vector["patient_text"] as? String {
            text = own
        } else {
            let patient = try XCTUnwrap(vector["patient"])
            text = String(decoding: try JSONSerialization.data(withJSONObject: patient, options: .fragmentsAllowed), as: UTF8.self)
        }
        do {
            let patient = try CheckedPatient(json: text)
            return try object(Data(Knowledge.builtin.assessmentJSON(for: patient).utf8))
        } catch let refused as PatientErrors {
            return ["errors": try JSONSerialization.jsonObject(with: JSONEncoder().encode(refused.errors))]
        }
    }
}
