package org.ekbom

import java.io.File
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** A result in doubt, a value that is set aside, and the language of what people read. */
internal class DoubtTest {
    private val old = Lab(Analyte.FERRITIN, 20.0, LabUnit.NG_PER_ML, daysAgo = 300.0)

    @Test
    fun `an older result does not stand for one in doubt`() {
        val why = "the name on the tube is another"
        val doubted = Lab(Analyte.FERRITIN, 658.0, LabUnit.NG_PER_ML, daysAgo = 2.0, doubt = why)
        val made = Knowledge.builtin.assess(Patient(ageYears = 46.0, sex = Sex.MALE, labs = listOf(old, doubted)))
        assertEquals(listOf("labs[0].value", "labs[1].value"), made.setAside.map { it.field })
        assertEquals(listOf("newer_set_aside", "doubted"), made.setAside.map { it.kind })
        assertEquals(why, made.setAside.last().message)
        assertTrue(made.results.isEmpty())
        val sure = Knowledge.builtin.assess(Patient(ageYears = 46.0, sex = Sex.MALE, labs = listOf(old)))
        assertEquals(1, sure.results.size)
        // What it would forbid, if it is right, is withheld.
        assertTrue(made.withheld.any { it.why.isNotEmpty() })
        assertTrue(sure.withheld.none { it.why.isNotEmpty() })
    }

    @Test
    fun `a refused value is set aside and a critical one is found`() {
        val labs = listOf(
            Lab(Analyte.FERRITIN, 99_999_999.0, LabUnit.NG_PER_ML),
            Lab(Analyte.POTASSIUM, 7.2, LabUnit.MMOL_PER_L),
        )
        val refused = assertFailsWith<PatientException> { Patient(labs = labs).checked() }
        assertEquals(listOf("labs[0].value"), refused.errors.map { it.field })
        assertEquals(listOf(Analyte.POTASSIUM), refused.critical.map { it.analyte })
        val made = Knowledge.builtin.assess(Patient(labs = labs, onRefusal = OnRefusal.SET_ASIDE))
        assertEquals(listOf("labs[0].value"), made.setAside.map { it.field })
        assertEquals(1, made.critical.size)
        assertEquals(1, made.results.size)
    }

    @Test
    fun `a language is of one call`() {
        val file = File(System.getProperty("ekbom.vectors"), "../../crates/ekbom-report/languages/de.po")
        val german = Language.fromPo("de", file.readText())
        assertEquals("de", german.code)
        assertEquals("58 Jahre", german.say("58 years"))
        val labs = listOf(Lab(Analyte.FERRITIN, 658.0, LabUnit.NG_PER_ML), Lab(Analyte.TSAT, 88.0, LabUnit.PERCENT))
        val patient = Patient(ageYears = 58.0, sex = Sex.FEMALE, labs = labs).checked()
        val own = Knowledge.builtin
        assertTrue(own.page(patient, german).contains("lang=\"de\""))
        assertTrue(own.text(patient, german).startsWith("Weiblich, 58 Jahre"))
        assertNotEquals(own.note(patient), own.note(patient, german))
        assertTrue(own.page(patient).contains("lang=\"en\""))
        val made = own.assess(patient)
        val said = made.acts.map { it.text } + made.alerts.map { it.message }
        assertTrue(said.isNotEmpty())
        for (sentence in said) assertNotEquals(sentence, german.say(sentence))
    }

    @Test
    fun `a broken file names its line`() {
        val broken = assertFailsWith<LanguageException> { Language.fromPo("fr", "msgid \"a\"\nmsgstr b\n") }
        assertEquals(2, broken.line)
        assertEquals("line 2: not a line of a PO file", broken.message)
        assertNull(assertFailsWith<LanguageException> { Language.fromPo("<b>", "") }.line)
    }
}
