// Times calls into the library: the least of many short batches, in microseconds a call. No test runs it;
// `bindings/mobile/bench.sh` does.

import org.ekbom.Analyte
import org.ekbom.Comparator
import org.ekbom.CompleteGroup
import org.ekbom.Guideline
import org.ekbom.History
import org.ekbom.Knowledge
import org.ekbom.Lab
import org.ekbom.LabUnit
import org.ekbom.Patient
import org.ekbom.Question
import org.ekbom.Sex
import org.ekbom.Symptoms

fun time(name: String, calls: Int, body: () -> Unit) {
    repeat(1000 * calls) { body() }
    val least = (1..1000).minOf {
        val start = System.nanoTime()
        repeat(calls) { body() }
        (System.nanoTime() - start) / calls.toDouble() / 1000
    }
    println("$name: ${"%.1f".format(least)} us")
}

fun main() {
    val patient = Patient(
        ageYears = 58.0,
        sex = Sex.FEMALE,
        labs = listOf(
            Lab(Analyte.FERRITIN, 38.0, LabUnit.NG_PER_ML, daysAgo = 3.0, morning = true, ironFreeHours = 36.0),
            Lab(Analyte.CREATININE, 0.9, LabUnit.MG_PER_DL),
            Lab(Analyte.B12_TOTAL, 205.0, LabUnit.PG_PER_ML, refLow = 200.0),
            Lab(Analyte.CRP, 5.0, LabUnit.MG_PER_L, Comparator.BELOW),
        ),
        symptoms = Symptoms(urgeToMove = true, worseAtRest = true, relievedByMovement = true, worseInEvening = true),
        history = History(crohn = true),
        medicines = listOf("metformin", "mirtazapine"),
        complete = setOf(CompleteGroup.HISTORY, CompleteGroup.MEDICINES),
    )
    val checked = patient.checked()
    val knowledge = Knowledge.builtin

    time("one question", 10) { knowledge.position(Question.IRON_THERAPY, Guideline.AASM_2025, checked) }
    time("checking the patient", 10) { patient.checked() }
    time("whole assessment", 1) { knowledge.assess(checked) }
    time("whole assessment as JSON", 1) { knowledge.assessJson(checked) }
}
