package org.ekbom

import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

internal class LibraryTest {
    private val patient = Patient(
        ageYears = 58.0,
        sex = Sex.FEMALE,
        labs = listOf(
            Lab(Analyte.FERRITIN, 38.0, LabUnit.NG_PER_ML, daysAgo = 3.0, morning = true, ironFreeHours = 36.0),
            Lab(Analyte.CREATININE, 0.9, LabUnit.MG_PER_DL),
            Lab(Analyte.B12_TOTAL, 205.0, LabUnit.PG_PER_ML, refLow = 200.0),
            Lab(Analyte.CRP, 5.0, LabUnit.MG_PER_L, Comparator.BELOW),
            Lab(Analyte.IFAB, Finding.NEGATIVE),
        ),
        symptoms = Symptoms(
            urgeToMove = true, worseAtRest = true, relievedByMovement = true, worseInEvening = true,
            mimics = Mimics.RULED_OUT, timesPerWeek = 4.0, distress = Distress.MODERATE, irlsTotal = 24,
            paraesthesia = true,
        ),
        history = History(pregnant = false, dialysis = false, crohn = true, familyHistoryRls = false, onsetAgeYears = 55.0),
        medicines = listOf("metformin", "mirtazapine"),
        complete = setOf(CompleteGroup.HISTORY, CompleteGroup.MEDICINES),
    )

    private val json = """
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

    @Test
    fun `a typed patient is the same as its JSON`() {
        val typed = Knowledge.builtin.assessJson(patient.checked())
        assertEquals(Knowledge.builtin.assessJson(CheckedPatient.fromJson(json)), typed)
    }

    @Test
    fun `one question at a time is the same as all of them`() {
        val checked = patient.checked()
        val assessment = Knowledge.builtin.assess(checked)
        for (position in assessment.positions) {
            assertEquals(position, Knowledge.builtin.position(position.question, position.guideline, checked))
        }
    }

    @Test
    fun `answers have the type of their question`() {
        val iron = assertNotNull(Knowledge.builtin.position(Question.IRON_THERAPY, Guideline.AASM_2025, patient))
        assertEquals(listOf(IronTherapy.ORAL_OR_IV), iron.answersAs<IronTherapy>())
        assertEquals(emptyList(), iron.answersAs<IronSafety>())
        assertEquals(Answer.ORAL_OR_IV, iron.answer)
        assertEquals("Oral or intravenous iron", iron.meaning(Answer.ORAL_OR_IV))
        val pramipexole = assertNotNull(
            Knowledge.builtin.position(Treatment.PRAMIPEXOLE.question, Guideline.AASM_2025, patient),
        )
        assertEquals(listOf(TreatmentPosition.AGAINST_CONDITIONAL), pramipexole.answersAs<TreatmentPosition>())
        assertNull(Knowledge.builtin.position(Question.IRON_THERAPY, Guideline.KDIGO, patient))
    }

    @Test
    fun `a refusal names fields, values and what is accepted`() {
        val wrong = patient.copy(
            ageYears = Double.NaN,
            labs = listOf(Lab(Analyte.CREATININE, 88.0, LabUnit.MG_PER_DL)),
            medicines = listOf("metformine"),
        )
        val refused = assertFailsWith<PatientException> { Knowledge.builtin.assess(wrong) }
        assertEquals(listOf("age_years", "labs[0].value", "medicines[0]"), refused.errors.map { it.field }.sorted())
        val medicine = refused.errors.single { it.field == "medicines[0]" }
        assertEquals("metformine", medicine.value)
        assertTrue("metformin" in medicine.accepted, medicine.toString())
        assertTrue(refused.errors.all { it.message.isNotEmpty() && it.message in refused.message!! })
    }

    @Test
    fun `no JSON is a refusal too`() {
        assertFailsWith<PatientException> { CheckedPatient.fromJson("{") }
        val refused = assertFailsWith<PatientException> { CheckedPatient.fromJson("""{"labz": []}""") }
        assertEquals(listOf("labs"), refused.errors.single().accepted)
    }

    @Test
    fun `the policy reaches the core`() {
        val checked = patient.checked()
        val plain = Knowledge.builtin.assess(checked)
        val strict = Knowledge.builtin.assess(checked, Policy(staleAfterDays = 1.0))
        assertNull(plain.alert(AlertCode.SAMPLE_STALE))
        assertNotNull(strict.alert(AlertCode.SAMPLE_STALE))
        assertTrue("\"trace\":" in Knowledge.builtin.assessJson(checked, trace = true))
    }

    @Test
    fun `every code has a text and comes back`() {
        val sets: List<List<DisplayCode>> = listOf(
            Question.entries, Guideline.entries, Treatment.entries, Action.entries, AlertCode.entries, Flag.entries,
            WithheldReason.entries, Fact.entries, Analyte.entries, Strength.entries, Certainty.entries, Severity.entries,
            Direction.entries, Verification.entries, Instruction.entries, Sex.entries, Mimics.entries, Distress.entries,
            B12Cause.entries, CompleteGroup.entries, Uncertainty.entries, IronTherapy.entries, TreatmentPosition.entries,
        )
        for (code in sets.flatten()) assertTrue(code.text.isNotEmpty() && code.text != code.code, "${code.localizationKey}")
        for (unit in LabUnit.entries) assertEquals(unit, LabUnit.of(unit.code))
        for (question in Question.entries) {
            assertTrue(Knowledge.builtin.guidelines(question).isNotEmpty(), question.code)
            for (answer in question.answers) assertTrue(question.meaning(answer) != answer.code, "$question $answer")
        }
        assertNull(Sex.of("other"))
        assertEquals("ekbom.alert.iron_withheld", AlertCode.IRON_WITHHELD.localizationKey)
        assertTrue(LabUnit.NG_PER_ML in Analyte.FERRITIN.acceptedUnits)
        assertTrue("metformin" in Patient.knownMedicines)
        assertEquals(LabUnit.UG_PER_L, LabUnit.parse("µg/l"))
    }

    @Test
    fun `every item of a patient is accepted under its name`() {
        val everything = Patient(
            sex = Sex.FEMALE,
            symptoms = Symptoms(irlsItems = List(10) { 2 }),
            history = History(trimester = Trimester.SECOND, b12Cause = B12Cause.DIETARY),
            ethnicityBlack = false,
            transferrinFactor = TransferrinFactor.MOLAR_25_1,
            include = setOf(Include.CB12),
            medicines = listOf("snake oil"),
            unknownMedicines = UnknownMedicines.CARRY,
        )
        val assessment = Knowledge.builtin.assess(everything)
        assertEquals(20.0, assessment.derived.single { it.subject == Fact.IRLS_TOTAL }.value)
    }

    @Test
    fun `threads share one knowledge and one patient`() {
        val threads = 32
        val checked = List(4) { place -> patient.copy(ageYears = 60.0 + 10 * place).checked() }
        val expected = checked.map { Knowledge.builtin.assess(it) to Knowledge.builtin.assessJson(it) }
        assertEquals(4, expected.map { it.second }.toSet().size)
        val pool = Executors.newFixedThreadPool(threads)
        try {
            val begin = CyclicBarrier(threads)
            val tasks = List(threads) { thread ->
                Callable {
                    begin.await(60, TimeUnit.SECONDS)
                    List(8) { step ->
                        val place = (thread + step) % checked.size
                        val own = checked[place]
                        val refused = runCatching { CheckedPatient.fromJson("{\"age_years\": ${1000 + thread}}") }
                        (Knowledge.builtin.assess(own) to Knowledge.builtin.assessJson(own)) == expected[place] &&
                            refused.exceptionOrNull()!!.message!!.contains("${1000 + thread}")
                    }
                }
            }
            for (result in pool.invokeAll(tasks, 120, TimeUnit.SECONDS)) assertEquals(List(8) { true }, result.get())
        } finally {
            pool.shutdownNow()
        }
    }
}
