// Reads a patient as JSON, from a file or from standard input, and prints the assessment.
//
//     Example [--json | --page LANGUAGE.po] [FILE]
//
// With a language, which is named like its file, the report is printed as an HTML page in it.

import java.io.File
import kotlin.system.exitProcess
import org.ekbom.CheckedPatient
import org.ekbom.Knowledge
import org.ekbom.Language
import org.ekbom.PatientException
import org.ekbom.Question

fun main(arguments: Array<String>) {
    val asJson = arguments.firstOrNull() == "--json"
    val po = if (arguments.firstOrNull() == "--page" && arguments.size > 1) File(arguments[1]) else null
    val language = po?.let { Language.fromPo(it.nameWithoutExtension, it.readText()) }
    val file = arguments.drop(if (po != null) 2 else 0).firstOrNull { it != "--json" }
    val input = if (file != null) File(file).readText() else System.`in`.reader().readText()

    val patient = try {
        CheckedPatient.fromJson(input)
    } catch (refused: PatientException) {
        refused.errors.forEach(System.err::println)
        exitProcess(2)
    }
    if (asJson) {
        println(Knowledge.builtin.assessJson(patient))
        return
    }
    if (language != null) {
        print(Knowledge.builtin.page(patient, language))
        return
    }
    val assessment = Knowledge.builtin.assess(patient)

    for (alert in assessment.alerts) println("[${alert.severity.code}] ${alert.message}")

    println("\nIron for restless legs")
    for (position in assessment.positions(Question.IRON_THERAPY)) {
        println("  ${position.guideline.text}: ${position.possible.joinToString(" | ") { position.meaning(it) }}")
    }

    println("\nTo do")
    for (recommendation in assessment.recommendations) {
        val action = recommendation.action.text
        if (recommendation.isWithheld) {
            val reasons = recommendation.withheld.joinToString("; ") { it.text }
            println("  withheld: $action (${recommendation.guideline.text}): $reasons")
        } else {
            println("  ${recommendation.direction.text}: $action (${recommendation.guideline.text})")
        }
    }

    println("\nTests that could change an answer")
    for (test in assessment.nextTests.filter { it.couldChange.isNotEmpty() }) {
        println("  ${test.test.text}: ${test.couldChange.joinToString { it.code }}")
    }
}
