package org.ekbom

import org.ekbom.generated.Language as RustLanguage
import org.ekbom.generated.LanguageException as RustException

/**
 * A language that reports can be written in, besides English. It belongs to the calls that it is given to.
 *
 * The library holds English alone. Put the file of another language into your app, as `de.po` of the repository
 * (`crates/ekbom-report/languages`), and give its text:
 *
 * ```
 * val german = Language.fromPo("de", text)
 * val page = Knowledge.builtin.page(patient, german)
 * val alerts = assessment.alerts.map { german.say(it.message) }
 * ```
 */
public class Language private constructor(internal val rust: RustLanguage) {
    /** Its code, as in HTML: `de`, `pt-BR`. */
    public val code: String = rust.code()

    /**
     * A sentence of an assessment in this language: the text of an act, an alert, a precaution. What the language does not
     * know stays in English, whole.
     */
    public fun say(english: String): String = rust.say(english)

    override fun toString(): String = "Language($code)"

    public companion object {
        /**
         * A language from the text of a file in gettext's PO format. What is not translated in it stays in English.
         *
         * @throws LanguageException when the text is no such file: it names the line.
         */
        @JvmStatic
        @Throws(LanguageException::class)
        public fun fromPo(code: String, text: String): Language =
            try {
                Language(RustLanguage.fromPo(code, text))
            } catch (none: RustException.NoLanguage) {
                throw LanguageException(none.line?.toInt(), none.reason)
            }
    }
}

/** A text that is no language. */
public class LanguageException internal constructor(
    /** The line, from one; `null` where the code is to blame. */
    public val line: Int?,
    message: String,
) : IllegalArgumentException(message)
