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
            try compare(patient, answer, "\(count)")
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

    private func compare(_ patient: Data, _ answer: Data, _ name: String) throws {
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

    private struct File: Decodable {
        struct Vector: Decodable {
            var id: String
            var expect: Expectation
        }
        var vectors: [Vector]
    }

    private struct Expectation: Decodable {
        struct Derived: Decodable {
            var fact: String
            var value, tolerance: Double?
        }
        var positions, needs, flags, no_flags, rules: [String: [String]]?
        var alerts, no_alerts, claims: [String]?
        var derived: [Derived]?
    }

    /// What the vectors say by hand, through the typed door.
    func testExpectations() throws {
        let folder = try folder("EKBOM_VECTORS")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
            .filter { $0.hasSuffix(".json") && $0 != "schema.json" }
        if names.isEmpty { print("WITHOUT tests/vectors: nothing expected by hand was compared") }
        var count = 0
        for name in names {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            let file = try JSONDecoder().decode(File.self, from: data)
            let tree = try XCTUnwrap(JSONSerialization.jsonObject(with: data) as? [String: Any])
            let raw = try XCTUnwrap(tree["vectors"] as? [[String: Any]])
            for (vector, raw) in zip(file.vectors, raw) {
                let patient = try JSONSerialization.data(withJSONObject: try XCTUnwrap(raw["patient"]))
                let text = String(decoding: patient, as: UTF8.self)
                // Refusals are compared whole, in `testAssessments`.
                guard let checked = try? CheckedPatient(json: text) else {
                    XCTAssertNotNil((raw["expect"] as? [String: Any])?["errors"], "\(vector.id) is refused")
                    continue
                }
                try expect(vector, Knowledge.builtin.assess(checked))
                count += 1
            }
        }
        print("\(count) vectors compared")
    }

    private func expect(_ vector: File.Vector, _ assessment: Assessment) throws {
        let expect = vector.expect
        func each(_ named: [String: [String]]?, _ check: (Position, [String], String) -> Void) throws {
            for (name, codes) in named ?? [:] {
                let parts = name.split(separator: "@").map(String.init)
                let question = try XCTUnwrap(Question(rawValue: parts[0]), name)
                let guideline = try XCTUnwrap(Guideline(rawValue: parts[1]), name)
                let position = try XCTUnwrap(assessment.position(on: question, of: guideline), name)
                check(position, codes, "\(vector.id): \(name)")
            }
        }
        try each(expect.positions) { XCTAssertEqual($0.possible.map(\.rawValue), $1, $2) }
        try each(expect.needs) { XCTAssertEqual(Set($0.needs.map(\.rawValue)), Set($1), $2) }
        try each(expect.flags) { XCTAssertTrue(Set($0.flags.map(\.rawValue)).isSuperset(of: $1), $2) }
        try each(expect.no_flags) { XCTAssertTrue(Set($0.flags.map(\.rawValue)).isDisjoint(with: $1), $2) }
        try each(expect.rules) { XCTAssertEqual($0.rules, $1, $2) }
        let alerts = Set(assessment.alerts.map(\.code.rawValue))
        XCTAssertTrue(alerts.isSuperset(of: expect.alerts ?? []), "\(vector.id): \(alerts)")
        XCTAssertTrue(alerts.isDisjoint(with: expect.no_alerts ?? []), "\(vector.id): \(alerts)")
        XCTAssertTrue(Set(assessment.claims).isSuperset(of: expect.claims ?? []), "\(vector.id): \(assessment.claims)")
        for own in expect.derived ?? [] {
            guard let value = own.value else { continue }
            let found = assessment.derived.contains {
                $0.fact == own.fact && abs(($0.value ?? .nan) - value) <= own.tolerance ?? 1e-6
            }
            XCTAssertTrue(found, "\(vector.id): \(own.fact): \(assessment.derived)")
        }
    }
}
