// Times calls into the library: the least of many batches, in microseconds a call. No test runs it.
//
//     Bench PATIENT.json

import java.io.File
import org.ekbom.CheckedPatient
import org.ekbom.Guideline
import org.ekbom.Knowledge
import org.ekbom.Patient
import org.ekbom.Question

fun time(name: String, calls: Int, body: () -> Unit) {
    repeat(20 * calls) { body() }
    val least = (1..60).minOf {
        val start = System.nanoTime()
        repeat(calls) { body() }
        (System.nanoTime() - start) / calls.toDouble() / 1000
    }
    println("$name: ${"%.1f".format(least)} us")
}

fun main(arguments: Array<String>) {
    val text = File(arguments[0]).readText()
    val checked = CheckedPatient.fromJson(text)
    val patient = Patient(ageYears = 57.0)
    val knowledge = Knowledge.builtin
    time("one question, patient checked before", 200) {
        knowledge.position(Question.IRON_THERAPY, Guideline.AASM_2025, checked)
    }
    time("one question, from a small value", 200) {
        knowledge.position(Question.IRON_THERAPY, Guideline.AASM_2025, patient)
    }
    time("whole assessment, patient checked before", 20) { knowledge.assess(checked) }
    time("whole assessment, from a small value", 20) { knowledge.assess(patient) }
    time("whole assessment, JSON to JSON", 20) { knowledge.assessJson(CheckedPatient.fromJson(text)) }
}
