package org.ekbom

import java.io.File
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue
import org.junit.jupiter.api.AfterAll
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
            assertEquals<Any?>(tree, refused.tree())
            return
        }
        val checked = CheckedPatient.fromJson(patient)
        assertContentEquals(answer, Knowledge.builtin.assessJson(checked).encodeToByteArray())
        val assessment = Knowledge.builtin.assess(checked)
        assertEquals(withoutNulls(tree), withoutNulls(assessment.tree()))
        for (position in assessment.positions) {
            assertEquals(position, Knowledge.builtin.position(position.question, position.guideline, checked))
        }
    }

    /** What has no value is left out by one and `null` for the other. */
    private fun withoutNulls(value: Any?): Any? = when (value) {
        is Map<*, *> -> value.filterValues { it != null }.mapValues { withoutNulls(it.value) }
        is List<*> -> value.map(::withoutNulls)
        else -> value
    }

    private fun PatientException.tree() = mapOf(
        "errors" to errors.map {
            mapOf("kind" to it.kind, "field" to it.field, "value" to it.value, "message" to it.message, "accepted" to it.accepted)
        },
    )

    /** What the vectors say by hand, of the typed assessment. */
    @TestFactory
    fun vectors(): List<DynamicTest> {
        val files = vectors.listFiles().orEmpty().filter { it.extension == "json" && it.name != "schema.json" }.sorted()
        assertTrue(files.isNotEmpty(), "no vectors in $vectors")
        return files.flatMap { file ->
            val content = Json.parse(file.readText()) as Map<*, *>
            assertEquals("1", content["vectors_version"], "${file.name}: another version of the format")
            (content["vectors"] as List<*>).filterIsInstance<Map<*, *>>().map { vector ->
                dynamicTest("${vector["id"]}") { expect(vector) }
            }
        }
    }

    private fun expect(vector: Map<*, *>) {
        asked++
        val patient = vector["patient_text"] as? String ?: Json.write(vector["patient"])
        val answer = try {
            Knowledge.builtin.assess(CheckedPatient.fromJson(patient)).tree()
        } catch (refused: PatientException) {
            refused.tree()
        }
        val differences = Expectation(vector["expect"] as Map<*, *>, answer).differences()
        if (differences.isEmpty()) passed++
        assertEquals(emptyList(), differences)
    }

    companion object {
        private var asked = 0
        private var passed = 0

        /** The closing line of a runner, of which the table on conformance is made. */
        @JvmStatic
        @AfterAll
        fun conformance() = println("conformance: $passed passed, ${asked - passed} failed")
    }
}
