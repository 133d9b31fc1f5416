import Ekbom
import Foundation
import XCTest

/// A result in doubt, a value that is set aside, and the language of what people read.
final class DoubtTests: XCTestCase {
    private let old = Lab(.ferritin, 20, .ngPerMl, daysAgo: 300)

    func testAnOlderResultDoesNotStandForOneInDoubt() throws {
        let doubted = Lab(.ferritin, 658, .ngPerMl, daysAgo: 2, doubt: "the name on the tube is another")
        let patient = Patient(ageYears: 46, sex: .male, labs: [old, doubted])
        let made = try Knowledge.builtin.assess(patient)
        XCTAssertEqual(made.setAside.map(\.field), ["labs[0].value", "labs[1].value"])
        XCTAssertEqual(made.setAside.map(\.kind), ["newer_set_aside", "doubted"])
        XCTAssertEqual(made.setAside.last?.message, doubted.doubt)
        XCTAssertTrue(made.results.isEmpty)
        let sure = try Knowledge.builtin.assess(Patient(ageYears: 46, sex: .male, labs: [old]))
        XCTAssertEqual(sure.results.count, 1)
        // What it would forbid, if it is right, is withheld.
        XCTAssertTrue(made.withheld.contains { !$0.why.isEmpty })
        XCTAssertFalse(sure.withheld.contains { !$0.why.isEmpty })

        let json = try JSONEncoder().encode(patient)
        XCTAssertEqual(try JSONDecoder().decode(Patient.self, from: json), patient)
        XCTAssertEqual(
            Knowledge.builtin.assessmentJSON(for: try CheckedPatient(json: String(decoding: json, as: UTF8.self))),
            Knowledge.builtin.assessmentJSON(for: try patient.checked()))
    }

    func testARefusedValueIsSetAsideAndACriticalOneIsFound() throws {
        var patient = Patient(labs: [Lab(.ferritin, 99_999_999, .ngPerMl), Lab(.potassium, 7.2, .mmolPerL)])
        XCTAssertThrowsError(try patient.checked()) { error in
            XCTAssertEqual((error as? PatientErrors)?.errors.map(\.field), ["labs[0].value"])
            XCTAssertEqual((error as? PatientErrors)?.critical.map(\.analyte), [.potassium])
        }
        patient.onRefusal = .setAside
        let made = try Knowledge.builtin.assess(patient)
        XCTAssertEqual(made.setAside.map(\.field), ["labs[0].value"])
        XCTAssertEqual(made.critical.count, 1)
        XCTAssertEqual(made.results.count, 1)
        let json = try JSONEncoder().encode(patient)
        XCTAssertEqual(try JSONDecoder().decode(Patient.self, from: json), patient)
    }

    func testALanguageIsOfOneCall() throws {
        let vectors = try XCTUnwrap(ProcessInfo.processInfo.environment["EKBOM_VECTORS"])
        let file = URL(fileURLWithPath: vectors)
            .appendingPathComponent("../../crates/ekbom-report/languages/de.po").standardized
        let german = try Language(code: "de", po: String(contentsOf: file, encoding: .utf8))
        XCTAssertEqual(german.code, "de")
        XCTAssertEqual(german.say("58 years"), "58 Jahre")
        let patient = try Patient(
            ageYears: 58, sex: .female, labs: [Lab(.ferritin, 658, .ngPerMl), Lab(.tsat, 88, .percent)]
        ).checked()
        let own = Knowledge.builtin
        XCTAssertTrue(own.page(for: patient, in: german).contains("lang=\"de\""))
        XCTAssertTrue(own.text(for: patient, in: german).hasPrefix("Weiblich, 58 Jahre"))
        XCTAssertNotEqual(own.note(for: patient, in: german), own.note(for: patient))
        XCTAssertTrue(own.page(for: patient).contains("lang=\"en\""))
        let made = own.assess(patient)
        let said = made.acts.map(\.text) + made.alerts.map(\.message)
        XCTAssertFalse(said.isEmpty)
        for sentence in said { XCTAssertNotEqual(german.say(sentence), sentence) }
    }

    func testABrokenFileNamesItsLine() {
        XCTAssertThrowsError(try Language(code: "fr", po: "msgid \"a\"\nmsgstr b\n")) { error in
            XCTAssertEqual((error as? LanguageError)?.line, 2)
            XCTAssertEqual((error as? LanguageError)?.message, "line 2: not a line of a PO file")
        }
        XCTAssertThrowsError(try Language(code: "<b>", po: "")) { error in
            XCTAssertNil((error as? LanguageError)?.line)
        }
    }
}
