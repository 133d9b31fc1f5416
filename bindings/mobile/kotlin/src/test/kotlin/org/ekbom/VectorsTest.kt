package org.ekbom

import java.io.File
import kotlin.math.abs
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory

/** The vectors that every language passes, and the whole assessment of each, byte for byte what Rust says. */
internal class VectorsTest {
    private val vectors = File(System.getProperty("ekbom.vectors"))
    private val expected = File(System.getProperty("ekbom.expected"))

    /** The patients as the runner's helper wrote them, each with what Rust answers. */
    @TestFactory
    fun assessments(): List<DynamicTest> {
        val patients = generateSequence(0) { it + 1 }
            .map { File(expected, "$it.patient.json") to File(expected, "$it.expected.json") }
            .takeWhile { (patient, _) -> patient.exists() }
            .toList()
        assertTrue(patients.isNotEmpty(), "no patients in $expected")
        return patients.map { (patient, answer) ->
            dynamicTest(patient.name) { compare(patient.readText(), answer.readBytes()) }
        }
    }

    private fun compare(patient: String, answer: ByteArray) {
        val tree = Json.parse(answer.decodeToString()) as Map<*, *>
        if ("errors" in tree) {
            val refused = assertFailsWith<PatientException> { CheckedPatient.fromJson(patient) }
            val errors = refused.errors.map {
                mapOf("field" to it.field, "value" to it.value, "message" to it.message, "accepted" to it.accepted)
            }
            assertEquals(tree["errors"], errors)
            return
        }
        val checked = CheckedPatient.fromJson(patient)
        assertContentEquals(answer, Knowledge.builtin.assessJson(checked).encodeToByteArray())
        val assessment = Knowledge.builtin.assess(checked)
        assertEquals<Any?>(tree, assessment.tree())
        for (position in assessment.positions) {
            assertEquals(position, Knowledge.builtin.position(position.question, position.guideline, checked))
        }
    }

    /** What the vectors say by hand, through the typed door. */
    @TestFactory
    fun expectations(): List<DynamicTest> {
        val files = vectors.listFiles().orEmpty().filter { it.extension == "json" && it.name != "schema.json" }.sorted()
        if (files.isEmpty()) println("WITHOUT tests/vectors: nothing expected by hand was compared")
        return files.flatMap { file ->
            val content = Json.parse(file.readText()) as Map<*, *>
            (content["vectors"] as List<*>).filterIsInstance<Map<*, *>>().map { vector ->
                dynamicTest("${file.name}: ${vector["id"]}") { expect(vector) }
            }
        }
    }

    private fun expect(vector: Map<*, *>) {
        val expect = vector["expect"] as? Map<*, *> ?: return
        val patient = Writer.write(vector["patient"])
        (expect["errors"] as? List<*>)?.let { faults ->
            val refused = assertFailsWith<PatientException> { CheckedPatient.fromJson(patient) }
            for (fault in faults.filterIsInstance<Map<*, *>>()) {
                val found = refused.errors.filter { fault["field"] == null || it.field == fault["field"] }
                assertTrue(found.isNotEmpty(), "no fault of ${fault["field"]}: ${refused.message}")
                val accepted = (fault["accepted"] as? List<*>).orEmpty()
                assertTrue(found.any { it.accepted.containsAll(accepted) }, "accepted: ${refused.message}")
                (fault["message"] as? String)?.let { part ->
                    assertTrue(found.any { part in it.message }, "`$part`: ${refused.message}")
                }
            }
            return
        }
        val assessment = Knowledge.builtin.assess(CheckedPatient.fromJson(patient))
        each(expect["positions"]) { name, codes -> assertEquals(codes, codes(assessment.of(name).possible), name) }
        each(expect["needs"]) { name, codes -> assertEquals(codes.toSet(), codes(assessment.of(name).needs).toSet(), name) }
        each(expect["flags"]) { name, codes -> assertTrue(codes(assessment.of(name).flags).containsAll(codes), name) }
        each(expect["no_flags"]) { name, codes -> assertTrue(codes(assessment.of(name).flags).none { it in codes }, name) }
        each(expect["rules"]) { name, codes -> assertEquals(codes, assessment.of(name).rules, name) }
        val alerts = assessment.alerts.map { it.code.code }
        assertTrue(alerts.containsAll(list(expect["alerts"])), "alerts: $alerts")
        assertTrue(list(expect["no_alerts"]).none { it in alerts }, "alerts: $alerts")
        for (claim in list(expect["claims"])) assertTrue(claim in assessment.claims, "claim $claim")
        for (fact in (expect["derived"] as? List<*>).orEmpty().filterIsInstance<Map<*, *>>()) {
            val value = fact["value"] as? Double ?: continue
            val tolerance = fact["tolerance"] as? Double ?: 1e-6
            assertTrue(
                assessment.derived.any { it.fact == fact["fact"] && abs((it.value ?: Double.NaN) - value) <= tolerance },
                "derived ${fact["fact"]}: ${assessment.derived}",
            )
        }
    }

    private fun Assessment.of(name: String): Position {
        val (question, guideline) = name.split("@")
        return checkNotNull(position(Question.of(question)!!, Guideline.of(guideline)!!)) { "no position $name" }
    }

    private fun list(value: Any?): List<String> = (value as? List<*>).orEmpty().filterIsInstance<String>()

    private fun codes(values: List<StableCode>) = values.map { it.code }

    private fun each(value: Any?, check: (String, List<String>) -> Unit) {
        (value as? Map<*, *>).orEmpty().forEach { (name, codes) -> check(name as String, list(codes)) }
    }
}

/** Writes a tree back as JSON. */
internal object Writer {
    fun write(value: Any?): String = when (value) {
        is Map<*, *> -> value.entries.joinToString(",", "{", "}") { (key, own) -> "${write(key)}:${write(own)}" }
        is List<*> -> value.joinToString(",", "[", "]") { write(it) }
        is String -> buildString {
            append('"')
            for (letter in value) {
                if (letter == '"' || letter == '\\' || letter < ' ') append("\\u%04x".format(letter.code)) else append(letter)
            }
            append('"')
        }
        else -> value.toString()
    }
}
