package org.ekbom

import org.ekbom.generated.Knowledge as RustKnowledge
import org.ekbom.generated.Policy as RustPolicy

/**
 * How results are read.
 *
 * @property staleAfterDays Results older than this raise [AlertCode.SAMPLE_STALE].
 * @property uncertainty What a single result stands for.
 */
public data class Policy(
    val staleAfterDays: Double = 365.0,
    val uncertainty: Uncertainty = Uncertainty.AS_REPORTED,
) {
    internal fun toRust() = RustPolicy(staleAfterDays, uncertainty.code)
}

/**
 * The guidelines, with a version and a fingerprint of their own.
 *
 * Safe to share between threads. It reads nothing and sends nothing: all it knows is in the library.
 *
 * ```
 * val assessment = Knowledge.builtin.assess(patient)
 * for (alert in assessment.alerts) println("${alert.severity.text}: ${alert.message}")
 * ```
 */
public class Knowledge private constructor(private val rust: RustKnowledge) {
    /** Its version, apart from that of the library. */
    public val version: String = rust.version()

    /** A fingerprint of all its rules: equal rules, equal hash. */
    public val hash: String = rust.hash()

    /** Everything that follows from what is known of a patient. */
    @JvmOverloads
    public fun assess(patient: CheckedPatient, policy: Policy = Policy()): Assessment =
        rust.assess(patient.rust, policy.toRust()).toKotlin()

    /**
     * The same for a patient that was not checked before.
     *
     * @throws PatientException when anything cannot be accepted: all faults at once.
     */
    @JvmOverloads
    @Throws(PatientException::class)
    public fun assess(patient: Patient, policy: Policy = Policy()): Assessment = assess(patient.checked(), policy)

    /**
     * An assessment as one line of JSON: the same bytes in every language.
     *
     * @param trace Adds every condition of every rule, with the value it saw.
     */
    @JvmOverloads
    public fun assessJson(patient: CheckedPatient, policy: Policy = Policy(), trace: Boolean = false): String =
        rust.assessJson(patient.rust, policy.toRust(), trace)

    /**
     * The report on a patient as an HTML page that loads nothing: for a web view, for paper, for a screen reader.
     *
     * @param language What it is written in; English by default.
     */
    @JvmOverloads
    public fun page(patient: CheckedPatient, language: Language? = null, policy: Policy = Policy()): String =
        rust.reportPage(patient.rust, policy.toRust(), language?.rust)

    /**
     * The report on a patient as plain text.
     *
     * @param language What it is written in; English by default.
     * @param width The longest line, in characters.
     * @param full Every table, and not only what a reader needs first.
     */
    @JvmOverloads
    public fun text(
        patient: CheckedPatient,
        language: Language? = null,
        policy: Policy = Policy(),
        width: Int = 100,
        full: Boolean = false,
    ): String = rust.reportText(patient.rust, policy.toRust(), language?.rust, maxOf(width, 0).toUInt(), full)

    /**
     * The report on a patient in five lines of plain text, for a note in a record.
     *
     * @param language What it is written in; English by default.
     */
    @JvmOverloads
    public fun note(patient: CheckedPatient, language: Language? = null, policy: Policy = Policy()): String =
        rust.reportNote(patient.rust, policy.toRust(), language?.rust)

    /**
     * What one guideline answers to one question, without the rest of the assessment; `null` where it has no answer to
     * it.
     */
    @JvmOverloads
    public fun position(
        question: Question,
        guideline: Guideline,
        patient: CheckedPatient,
        policy: Policy = Policy(),
    ): Position? = rust.position(patient.rust, question.code, guideline.code, policy.toRust())?.toKotlin()

    /**
     * The same for a patient that was not checked before.
     *
     * @throws PatientException when anything cannot be accepted: all faults at once.
     */
    @JvmOverloads
    @Throws(PatientException::class)
    public fun position(
        question: Question,
        guideline: Guideline,
        patient: Patient,
        policy: Policy = Policy(),
    ): Position? = position(question, guideline, patient.checked(), policy)

    /** The guidelines that answer a question, in the order in which a report shows them. */
    public fun guidelines(question: Question): List<Guideline> =
        rust.guidelines(question.code).map { known(Guideline.of(it), it) }

    override fun toString(): String = "Knowledge($version, $hash)"

    public companion object {
        /** The knowledge that comes with the library: made at the first use, and kept. */
        @JvmStatic
        public val builtin: Knowledge by lazy { Knowledge(RustKnowledge.builtin()) }
    }
}
