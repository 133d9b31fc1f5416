package org.ekbom

import java.io.Serializable
import org.ekbom.generated.StatedChoice
import org.ekbom.generated.StatedFlag
import org.ekbom.generated.StatedNumber
import org.ekbom.generated.CriticalResult as RustCritical
import org.ekbom.generated.Lab as RustLab
import org.ekbom.generated.LabResult as RustLabResult
import org.ekbom.generated.Patient as RustPatient
import org.ekbom.generated.PatientErrors as RustErrors

/**
 * What is known of a patient. Everything can be left out: what is not said stays unknown.
 *
 * It is [Serializable], so that a screen can keep it over a change of its configuration.
 *
 * ```
 * val patient = Patient(
 *     ageYears = 58.0,
 *     sex = Sex.FEMALE,
 *     labs = listOf(Lab(Analyte.FERRITIN, 38.0, LabUnit.NG_PER_ML, daysAgo = 3.0, morning = true)),
 *     symptoms = Symptoms(urgeToMove = true, mimics = Mimics.RULED_OUT),
 *     history = History(crohn = true),
 *     complete = setOf(CompleteGroup.HISTORY),
 * )
 * ```
 *
 * @property ageYears Age in years; fractions are welcome.
 * @property sex Sex, as far as reference limits go.
 * @property sexForReference The sex whose reference limits apply, where it differs.
 * @property ethnicityBlack Black ethnicity: reference limits of vitamin B12 may differ.
 * @property elevationMetres Elevation of residence above sea level, in metres: haemoglobin is adjusted by it.
 * @property cigarettesPerDay Cigarettes a day: haemoglobin is adjusted by them.
 * @property transferrinFactor The factor from transferrin to total iron-binding capacity.
 * @property include What is off unless asked for.
 * @property labs Laboratory results.
 * @property symptoms Symptoms and signs.
 * @property history History and circumstances.
 * @property medicines Medicines by the names of their ingredients; [knownMedicines] lists those that are known.
 * @property unknownMedicines What to do with a name that is not known; by default the patient is refused.
 * @property onRefusal What to do with what cannot be accepted; by default the patient is refused. What was set aside stands
 *   first in [Assessment.setAside].
 * @property complete Groups whose unmentioned yes/no items are absent.
 */
public data class Patient(
    val ageYears: Double? = null,
    val sex: Sex? = null,
    val sexForReference: Sex? = null,
    val ethnicityBlack: Boolean? = null,
    val elevationMetres: Double? = null,
    val cigarettesPerDay: Double? = null,
    val transferrinFactor: TransferrinFactor? = null,
    val include: Set<Include> = emptySet(),
    val labs: List<Lab> = emptyList(),
    val symptoms: Symptoms = Symptoms(),
    val history: History = History(),
    val medicines: List<String> = emptyList(),
    val unknownMedicines: UnknownMedicines? = null,
    val complete: Set<CompleteGroup> = emptySet(),
    val onRefusal: OnRefusal? = null,
) : Serializable {
    /**
     * Checks everything.
     *
     * @throws PatientException when anything cannot be accepted: all faults at once.
     */
    @Throws(PatientException::class)
    public fun checked(): CheckedPatient = CheckedPatient(this)

    internal fun toRust(): RustPatient {
        val flags = mutableListOf<StatedFlag>()
        val numbers = mutableListOf<StatedNumber>()
        val choices = mutableListOf<StatedChoice>()
        if (ethnicityBlack != null) flags.add(StatedFlag(Fact.ETHNICITY_BLACK.code, ethnicityBlack))
        symptoms.state(flags, numbers, choices)
        history.state(flags, numbers, choices)
        return RustPatient(
            ageYears = ageYears,
            sex = sex?.code,
            sexForReference = sexForReference?.code,
            elevationM = elevationMetres,
            cigarettesPerDay = cigarettesPerDay,
            transferrinFactor = transferrinFactor?.code,
            include = include.map { it.code },
            labs = labs.map { it.toRust() },
            pregnant = history.pregnant,
            trimester = history.trimester?.number?.toString(),
            flags = flags,
            numbers = numbers,
            choices = choices,
            mimics = symptoms.mimics?.code,
            distress = symptoms.distress?.code,
            b12Cause = history.b12Cause?.code,
            irlsItems = symptoms.irlsItems,
            medicines = medicines,
            unknownMedicines = unknownMedicines?.code,
            onRefusal = onRefusal?.code,
            complete = complete.map { it.code },
        )
    }

    public companion object {
        /** The name of every medicine of the catalogue, for an entry field. */
        @JvmStatic
        public val knownMedicines: List<String> by lazy { org.ekbom.generated.medicineNames() }
    }
}

/** What a laboratory reported. */
public sealed interface LabResult : Serializable {
    /** A number with its unit; with a comparator where only a bound is known. */
    public data class Quantity(
        /** The number printed. */
        val value: Double,
        /** Its unit. */
        val unit: LabUnit,
        /** `null`: exactly this. */
        val comparator: Comparator? = null,
    ) : LabResult

    /** Present or absent. */
    public data class Qualitative(
        /** Which. */
        val finding: Finding,
    ) : LabResult
}

/**
 * A laboratory result as reported: the unit is part of the value.
 *
 * @property analyte What was measured.
 * @property result What was reported.
 * @property daysAgo How many days ago the sample was drawn; needed where an analyte has several results.
 * @property morning Was the sample drawn in the morning?
 * @property ironFreeHours Hours without iron before the sample.
 * @property refLow The laboratory's lower limit, in the unit of the result.
 * @property refHigh The laboratory's upper limit, in the unit of the result.
 * @property greyHigh The top of the laboratory's grey zone above its lower limit, in the unit of the result.
 * @property assay The assay as the laboratory names it.
 * @property confirmed The value was checked with the laboratory although it is unlikely.
 * @property doubt Why you doubt the result. It then counts for nothing, no older result of its analyte stands for it, what
 *   it would forbid if it is right is withheld, and a critical one is said; [Assessment.setAside] names it.
 */
public data class Lab(
    val analyte: Analyte,
    val result: LabResult,
    val daysAgo: Double? = null,
    val morning: Boolean? = null,
    val ironFreeHours: Double? = null,
    val refLow: Double? = null,
    val refHigh: Double? = null,
    val greyHigh: Double? = null,
    val assay: String? = null,
    val confirmed: Boolean = false,
    val doubt: String? = null,
) : Serializable {
    /** A number with its unit. */
    public constructor(
        analyte: Analyte,
        value: Double,
        unit: LabUnit,
        comparator: Comparator? = null,
        daysAgo: Double? = null,
        morning: Boolean? = null,
        ironFreeHours: Double? = null,
        refLow: Double? = null,
        refHigh: Double? = null,
        greyHigh: Double? = null,
        assay: String? = null,
        confirmed: Boolean = false,
        doubt: String? = null,
    ) : this(
        analyte, LabResult.Quantity(value, unit, comparator), daysAgo, morning, ironFreeHours, refLow, refHigh, greyHigh,
        assay, confirmed, doubt,
    )

    /** A qualitative result. */
    public constructor(analyte: Analyte, finding: Finding, daysAgo: Double? = null) :
        this(analyte, LabResult.Qualitative(finding), daysAgo)

    internal fun toRust() = RustLab(
        analyte = analyte.code,
        result = when (result) {
            is LabResult.Quantity ->
                RustLabResult.Quantity(result.value, result.unit.code, result.comparator?.code)
            is LabResult.Qualitative -> RustLabResult.Qualitative(result.finding.code)
        },
        daysAgo = daysAgo,
        morning = morning,
        ironFreeHours = ironFreeHours,
        refLow = refLow,
        refHigh = refHigh,
        greyHigh = greyHigh,
        assay = assay,
        confirmed = confirmed,
        doubt = doubt,
    )
}

/**
 * A patient whose every statement was accepted. Immutable, and safe to share between threads: check once, ask often.
 */
public class CheckedPatient private constructor(internal val rust: org.ekbom.generated.CheckedPatient) {
    /**
     * Checks a patient.
     *
     * @throws PatientException when anything cannot be accepted: all faults at once.
     */
    @Throws(PatientException::class)
    public constructor(patient: Patient) : this(
        refusing({ org.ekbom.generated.CheckedPatient(patient.toRust()) }) {
            org.ekbom.generated.criticalOfRefused(patient.toRust())
        },
    )

    public companion object {
        /**
         * Reads and checks a patient in the JSON shape that is the same in every language. An unknown key is an error.
         *
         * @throws PatientException when it is not JSON, or anything in it cannot be accepted: all faults at once.
         */
        @JvmStatic
        @Throws(PatientException::class)
        public fun fromJson(json: String): CheckedPatient =
            CheckedPatient(
                refusing({ org.ekbom.generated.CheckedPatient.fromJson(json) }) {
                    org.ekbom.generated.criticalOfRefusedJson(json)
                },
            )

        private inline fun <T> refusing(make: () -> T, critical: () -> List<RustCritical>): T =
            try {
                make()
            } catch (refused: RustErrors.Refused) {
                val errors = refused.errors.map { PatientError(it.kind, it.field, it.value, it.reason, it.accepted, it.text) }
                throw PatientException(errors, critical().map { it.toKotlin() }, refused.text)
            }
    }
}

/** A patient that cannot be accepted, with every fault at once. */
public class PatientException internal constructor(
    /** The faults, in the order of the patient's fields; never empty. */
    public val errors: List<PatientError>,
    /**
     * Results that are critical all the same, each by itself and if its unit is right: a potassium of 7.2 must not be lost
     * because a ferritin was misspelt.
     */
    public val critical: List<CriticalResult>,
    message: String,
) : IllegalArgumentException(message)

/** One fault of a patient. */
public class PatientError internal constructor(
    /** What sort of fault, as a code that stays the same: an app can say it in its own language. */
    public val kind: String,
    /** Where: a path such as `labs[0].unit`. */
    public val field: String,
    /** What was found there. */
    public val value: String,
    /** What is wrong with it. */
    public val message: String,
    /** What would be accepted, most likely first; may be empty. */
    public val accepted: List<String>,
    private val text: String,
) {
    override fun toString(): String = text
}
