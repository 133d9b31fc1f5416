import Ekbom
import Foundation
import XCTest

final class LibraryTests: XCTestCase {
    private let patient = Patient(
        ageYears: 58,
        sex: .female,
        labs: [
            Lab(.ferritin, 38, .ngPerMl, daysAgo: 3, morning: true, ironFreeHours: 36),
            Lab(.creatinine, 0.9, .mgPerDl),
            Lab(.b12Total, 205, .pgPerMl, refLow: 200),
            Lab(.crp, .below, 5, .mgPerL),
            Lab(.ifab, .qualitative(.negative)),
        ],
        symptoms: Symptoms(
            urgeToMove: true, worseAtRest: true, relievedByMovement: true, worseInEvening: true, mimics: .ruledOut,
            timesPerWeek: 4, distress: .moderate, irlsTotal: 24, paraesthesia: true),
        history: History(
            pregnant: false, familyHistoryRLS: false, onsetAgeYears: 55, dialysis: false, crohn: true),
        medicines: ["metformin", "mirtazapine"],
        complete: [.history, .medicines])

    private let json = """
        {"age_years": 58, "sex": "female",
         "labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL", "days_ago": 3, "morning": true, "iron_free_hours": 36},
                  {"analyte": "creatinine", "value": 0.9, "unit": "mg/dL"},
                  {"analyte": "b12_total", "value": 205, "unit": "pg/mL", "ref_low": 200},
                  {"analyte": "crp", "value": 5, "unit": "mg/L", "comparator": "<"},
                  {"analyte": "ifab", "value": "negative"}],
         "symptoms": {"urge_to_move": true, "worse_at_rest": true, "relieved_by_movement": true, "worse_in_evening": true,
                      "mimics": "ruled_out", "times_per_week": 4, "distress": "moderate", "irls_total": 24,
                      "paraesthesia": true},
         "history": {"pregnant": false, "dialysis": false, "crohn": true, "family_history_rls": false, "onset_age_years": 55},
         "medicines": ["metformin", "mirtazapine"], "complete": ["history", "medicines"]}
        """

    func testATypedPatientIsTheSameAsItsJSON() throws {
        XCTAssertEqual(try JSONDecoder().decode(Patient.self, from: Data(json.utf8)), patient)
        XCTAssertEqual(
            Knowledge.builtin.assessmentJSON(for: try patient.checked()),
            Knowledge.builtin.assessmentJSON(for: try CheckedPatient(json: json)))
    }

    /// In a group declared complete a misspelt item would become absent.
    func testDecodingRefusesUnknownKeys() throws {
        let misspelt = [
            (#"{"labz": []}"#, "labz", "labs"),
            (#"{"history": {"hemochromatosis": true}, "complete": ["history"]}"#, "hemochromatosis", "haemochromatosis"),
            (#"{"symptoms": {"parasthesia": true}}"#, "parasthesia", "paraesthesia"),
            (
                #"{"labs": [{"analyte": "ferritin", "value": 38, "unit": "ng/mL", "reflow": 3}]}"#,
                "reflow", "ref_low"
            ),
        ]
        for (json, key, known) in misspelt {
            XCTAssertThrowsError(try JSONDecoder().decode(Patient.self, from: Data(json.utf8)), json) { error in
                guard case DecodingError.dataCorrupted(let context) = error else {
                    return XCTFail("\(json): \(error)")
                }
                XCTAssertEqual(context.codingPath.last?.stringValue, key)
                XCTAssertTrue(context.debugDescription.contains("`\(key)`"), context.debugDescription)
                XCTAssertTrue(context.debugDescription.contains(known), context.debugDescription)
            }
        }
        XCTAssertThrowsError(try JSONDecoder().decode(History.self, from: Data(#"{"chron": true}"#.utf8)))
        let known = try JSONDecoder().decode(
            Patient.self, from: Data(#"{"history": {"haemochromatosis": true}, "complete": ["history"]}"#.utf8))
        XCTAssertEqual(known, Patient(history: History(haemochromatosis: true), complete: [.history]))
    }

    func testAnswersHaveTheTypeOfTheirQuestion() throws {
        let iron = try XCTUnwrap(Knowledge.builtin.position(on: .ironTherapy, of: .aasm2025, for: patient))
        XCTAssertEqual(iron.answers(as: IronTherapy.self), [.oralOrIV])
        XCTAssertEqual(iron.answers(as: IronSafety.self), [])
        XCTAssertEqual(iron.answer, .oralOrIV)
        XCTAssertEqual(iron.meaning(of: .oralOrIV), "Oral or intravenous iron")
        let pramipexole = try XCTUnwrap(
            Knowledge.builtin.position(on: Treatment.pramipexole.question, of: .aasm2025, for: patient))
        XCTAssertEqual(pramipexole.answers(as: TreatmentPosition.self), [.againstConditional])
        XCTAssertNil(try Knowledge.builtin.position(on: .ironTherapy, of: .kdigo, for: patient))
    }

    func testARefusalNamesFieldsValuesAndWhatIsAccepted() {
        var wrong = patient
        wrong.ageYears = .nan
        wrong.labs = [Lab(.creatinine, 88, .mgPerDl)]
        wrong.medicines = ["metformine"]
        do throws(PatientErrors) {
            _ = try Knowledge.builtin.assess(wrong)
            XCTFail("accepted")
        } catch {
            XCTAssertEqual(error.errors.map(\.field).sorted(), ["age_years", "labs[0].value", "medicines[0]"])
            let medicine = error.errors.first { $0.field == "medicines[0]" }
            XCTAssertEqual(medicine?.value, "metformine")
            XCTAssertEqual(medicine?.accepted.contains("metformin"), true)
            XCTAssertEqual(error.localizedDescription, error.message)
            XCTAssertTrue(error.errors.allSatisfy { error.message.contains($0.message) })
        }
    }

    func testNoJSONIsARefusalToo() {
        XCTAssertThrowsError(try CheckedPatient(json: "{"))
        XCTAssertThrowsError(try CheckedPatient(json: #"{"labz": []}"#)) { error in
            XCTAssertEqual((error as? PatientErrors)?.errors.first?.accepted, ["labs"])
        }
    }

    func testThePolicyReachesTheCore() throws {
        let checked = try patient.checked()
        XCTAssertNil(Knowledge.builtin.assess(checked).alert(.sampleStale))
        XCTAssertNotNil(Knowledge.builtin.assess(checked, policy: Policy(staleAfterDays: 1)).alert(.sampleStale))
        XCTAssertTrue(Knowledge.builtin.assessmentJSON(for: checked, trace: true).contains("\"trace\":"))
    }

    private func hasTexts<Code: DisplayCode>(_: Code.Type) {
        for code in Code.allCases {
            XCTAssertTrue(!code.text.isEmpty && code.text != code.rawValue, code.localizationKey)
        }
    }

    func testEveryCodeHasAText() {
        hasTexts(Question.self)
        hasTexts(Guideline.self)
        hasTexts(Treatment.self)
        hasTexts(Action.self)
        hasTexts(AlertCode.self)
        hasTexts(Flag.self)
        hasTexts(WithheldReason.self)
        hasTexts(Fact.self)
        hasTexts(Analyte.self)
        hasTexts(MedicineClass.self)
        hasTexts(Mimics.self)
        hasTexts(IronTherapy.self)
        hasTexts(TreatmentPosition.self)
        for question in Question.allCases {
            XCTAssertFalse(Knowledge.builtin.guidelines(on: question).isEmpty, question.rawValue)
            for answer in question.answers {
                XCTAssertNotEqual(question.meaning(of: answer), answer.rawValue, question.rawValue)
            }
        }
        XCTAssertEqual(AlertCode.ironWithheld.localizationKey, "ekbom.alert.iron_withheld")
        XCTAssertTrue(Analyte.ferritin.acceptedUnits.contains(.ngPerMl))
        XCTAssertTrue(Patient.knownMedicines.contains("metformin"))
        XCTAssertEqual(LabUnit(parsing: "µg/l"), .ugPerL)
        XCTAssertNil(LabUnit(parsing: "mL/min"))
    }

    func testEveryItemIsAcceptedUnderItsName() throws {
        var everything = Patient(sex: .female, ethnicityBlack: false, transferrinFactor: .molar25_1, include: [.cb12])
        everything.symptoms.irlsItems = Array(repeating: 2, count: 10)
        everything.history.trimester = .second
        everything.history.b12Cause = .dietary
        everything.medicines = ["snake oil"]
        everything.unknownMedicines = .carry
        let assessment = try Knowledge.builtin.assess(everything)
        XCTAssertEqual(assessment.derived.first { $0.subject == .fact(.irlsTotal) }?.value, 20)
    }

    /// Threads, not tasks: there are never more tasks at work than processors.
    func testThreadsShareOneKnowledgeAndOnePatient() throws {
        let threads = 32
        let checked = try (0..<4).map { place in
            var own = patient
            own.ageYears = 60 + 10 * Double(place)
            return try own.checked()
        }
        let expected = checked.map { (Knowledge.builtin.assess($0), Knowledge.builtin.assessmentJSON(for: $0)) }
        XCTAssertEqual(Set(expected.map(\.1)).count, 4)
        let same = Counter()
        let done = DispatchGroup()
        for thread in 0..<threads {
            done.enter()
            Thread.detachNewThread {
                for step in 0..<8 {
                    let place = (thread + step) % checked.count
                    let own = Knowledge.builtin.assess(checked[place])
                    let json = Knowledge.builtin.assessmentJSON(for: checked[place])
                    let refused = (try? CheckedPatient(json: "{\"age_years\": \(1000 + thread)}")) == nil
                    if own == expected[place].0 && json == expected[place].1 && refused { same.add() }
                }
                done.leave()
            }
        }
        XCTAssertEqual(done.wait(timeout: .now() + 120), .success)
        XCTAssertEqual(same.value, threads * 8)
    }
}

/// Counts from any thread.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func add() {
        lock.withLock { count += 1 }
    }

    var value: Int { lock.withLock { count } }
}
