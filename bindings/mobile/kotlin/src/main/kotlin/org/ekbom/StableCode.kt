package org.ekbom

import java.util.concurrent.ConcurrentHashMap
import org.ekbom.generated.english

/** A value with a stable code: the same in JSON, in every language, in every release. */
public interface StableCode {
    /** The code. */
    public val code: String
}

/** A code with an English text, which an app can translate. */
public interface DisplayCode : StableCode {
    /** The part of the string catalogue in which its text stands. */
    public val textSet: String

    /** English, for a screen. */
    public val text: String get() = Texts.of(textSet, code)

    /**
     * The name of the text in the string catalogue, for translations.
     *
     * On Android the same name with underscores is a string resource: `org.ekbom.R.string.ekbom_alert_iron_withheld`.
     */
    public val localizationKey: String get() = "ekbom.$textSet.$code"
}

/** An answer to one question; every question has a type of its own. */
public interface QuestionAnswer : DisplayCode {
    /** Is this an answer to that question? */
    public fun answers(question: Question): Boolean
}

/** The treatment this question is about, if it is about one. */
public val Question.treatment: Treatment?
    get() = if (code.startsWith("treatment.")) Treatment.of(code.removePrefix("treatment.")) else null

/** The question about this treatment. */
public val Treatment.question: Question get() = known(Question.of("treatment.$code"), code)

/** What an answer to this question means, in English. */
public fun Question.meaning(answer: Answer): String =
    Texts.of(if (treatment == null) "answer.$code" else "answer.treatment", answer.code)

/** The units in which a result of this analyte is accepted, the one usual in the United States first. */
public val Analyte.acceptedUnits: List<LabUnit>
    get() = org.ekbom.generated.acceptedUnits(code).map { known(LabUnit.of(it), it) }

/** The unit that a text spells, in any of the ways in which laboratories write it; `null` where it spells none. */
public fun LabUnit.Companion.parse(text: String): LabUnit? =
    org.ekbom.generated.parseUnit(text)?.let { known(of(it), it) }

/** What an alert or a computed value speaks of: a [Fact], an [Analyte], a [Question] or an [OtherFact]. */
public sealed interface Subject : DisplayCode {
    public companion object {
        internal fun of(code: String): Subject? =
            Fact.of(code) ?: Analyte.of(code) ?: Question.of(code) ?: OtherFact.of(code)
    }
}

/** Trimester of a pregnancy. */
public enum class Trimester(
    /** 1, 2 or 3. */
    public val number: Int,
) {
    /** To 13 weeks. */
    FIRST(1),

    /** From 14 to 27 weeks. */
    SECOND(2),

    /** From 28 weeks. */
    THIRD(3),
}

internal object Texts {
    private val known = ConcurrentHashMap<String, String>()

    fun of(set: String, code: String): String = known.getOrPut("$set/$code") { english(set, code) ?: code }
}

/** A code of the library as a value of this package; both are always released together. */
internal fun <T : Any> known(value: T?, code: String): T =
    value ?: error("`$code` is unknown: library and package are of different versions")
