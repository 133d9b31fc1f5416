package org.ekbom

/**
 * Everything that follows from what is known of one patient. Every list is in the order in which a screen shows it.
 *
 * @property libraryVersion Version of the library.
 * @property knowledgeVersion Version of the knowledge that answered.
 * @property knowledgeHash Fingerprint of the knowledge that answered.
 * @property positions One for each guideline and question, always.
 * @property disagreements Questions on which guidelines cannot be of one mind.
 * @property acts What to do next: at most ten, urgent ones first.
 * @property critical Results that must be acted on now, if their unit is right.
 * @property precautions What to mind about medicines that are offered, planned or taken, urgent first.
 * @property recommendations What to do, first things first.
 * @property stopped The rules that certainly forbid iron.
 * @property withheld What the gate says of iron by each route, and of vitamin C.
 * @property changes Limits that were changed by name in the knowledge that answered.
 * @property setAside What could not be accepted and was left out: show it before anything else.
 * @property nextTests Tests that are missing, and what each could change; the most useful first.
 * @property alerts What a reader must not miss, urgent first.
 * @property claims Claims of the founding article that the facts touch.
 * @property derived Facts that were computed.
 * @property results Every result, and whether it counted.
 * @property medicines Medicines of the catalogue, with what is known of them here.
 * @property sources Sources behind the rules still possible.
 */
public data class Assessment(
    val libraryVersion: String,
    val knowledgeVersion: String,
    val knowledgeHash: String,
    val positions: List<Position>,
    val disagreements: List<Disagreement>,
    val acts: List<Act>,
    val critical: List<CriticalResult>,
    val precautions: List<Precaution>,
    val recommendations: List<Recommendation>,
    val stopped: List<StopRule>,
    val withheld: List<GateVerdict>,
    val changes: List<ChangedLimit>,
    val setAside: List<SetAside>,
    val nextTests: List<NextTest>,
    val alerts: List<RaisedAlert>,
    val claims: List<String>,
    val derived: List<DerivedFact>,
    val results: List<UsedResult>,
    val medicines: List<UsedMedicine>,
    val sources: List<UsedSource>,
) {
    /** What one guideline answers to one question; `null` where it was not asked. */
    public fun position(question: Question, guideline: Guideline): Position? =
        positions.find { it.question == question && it.guideline == guideline }

    /** What every guideline answers to one question. */
    public fun positions(question: Question): List<Position> = positions.filter { it.question == question }

    /** The alert with this code, if it was raised. */
    public fun alert(code: AlertCode): RaisedAlert? = alerts.find { it.code == code }
}

/**
 * What one guideline answers to one question.
 *
 * @property question The question.
 * @property guideline The guideline.
 * @property possible The answers still possible, in display order; one when determined.
 * @property usual What is usually left, and what that assumes; `null` where it is not less than what is possible.
 * @property rules The rules that can still be the one that applies.
 * @property needs Facts that could still change the answer.
 * @property flags What to mind about the answer.
 * @property verification The weakest verification of its possible rules.
 */
public data class Position(
    val question: Question,
    val guideline: Guideline,
    val possible: List<Answer>,
    val usual: UsualAnswers?,
    val rules: List<String>,
    val needs: List<Fact>,
    val flags: List<Flag>,
    val verification: Verification,
) {
    /** The answer, where one is left. */
    public val answer: Answer? get() = possible.singleOrNull()

    /** What an answer means here, in English. */
    public fun meaning(answer: Answer): String = question.meaning(answer)

    /**
     * The answers as the type of their question; empty where `A` belongs to another one.
     *
     * ```
     * val route = position.answersAs<IronTherapy>().singleOrNull()
     * ```
     */
    public inline fun <reified A> answersAs(): List<A> where A : Enum<A>, A : QuestionAnswer =
        enumValues<A>().filter { own -> own.answers(question) && possible.any { it.code == own.code } }
}

/**
 * Guidelines that cannot be of one mind.
 *
 * @property question The question.
 * @property positions Each guideline that disagrees with another, with what it can still answer, in display order.
 */
public data class Disagreement(
    val question: Question,
    val positions: Map<Guideline, List<Answer>>,
)

/**
 * Something to do, or not to do.
 *
 * @property action What.
 * @property iron Does it give iron?
 * @property direction For or against it.
 * @property strength How strongly, in the guideline's grade; `null` where it gives none.
 * @property certainty Certainty of its evidence; `null` where it gives none.
 * @property guideline Whose.
 * @property question The question it answers.
 * @property rule The rule, or the first of the rules, behind it.
 * @property possible The answers still possible: more than one leaves the route open.
 * @property because The facts that led here, in words.
 * @property flags What to mind about the answer, as in its position.
 * @property followUp What to look at again, and when, where a source gives it.
 * @property withheld Why it is withheld; empty when it is not. Several reasons are those still possible, and no findings.
 * @property cautions Alerts to mind first.
 */
public data class Recommendation(
    val action: Action,
    val iron: Boolean,
    val direction: Direction,
    val strength: Strength?,
    val certainty: Certainty?,
    val guideline: Guideline,
    val question: Question,
    val rule: String,
    val possible: List<Answer>,
    val because: List<String>,
    val flags: List<Flag>,
    val followUp: List<FollowUp>,
    val withheld: List<WithheldReason>,
    val cautions: List<AlertCode>,
) {
    /** Is it withheld? Then show why, and do not offer it. */
    public val isWithheld: Boolean get() = withheld.isNotEmpty()
}

/**
 * What to look at again after an action.
 *
 * @property check What to look at.
 * @property weeks After how many weeks; `null` where the source gives no time.
 * @property says What the source says of it.
 * @property source Id of the source.
 * @property verification How far it was checked.
 */
public data class FollowUp(
    val check: String,
    val weeks: Int?,
    val says: String,
    val source: String,
    val verification: Verification,
)

/**
 * A test that is missing.
 *
 * @property test The analyte to order.
 * @property couldChange Questions whose possible answers one result of it alone can narrow.
 * @property cannotChange Open questions that no result of it alone can narrow.
 * @property askedBy Codes of the acts that wait for it, and of the alerts that ask for it.
 * @property instructions How to draw the sample.
 */
public data class NextTest(
    val test: Analyte,
    val couldChange: List<Question>,
    val cannotChange: List<Question>,
    val askedBy: List<String>,
    val instructions: List<Instruction>,
)

/**
 * What a reader must not miss.
 *
 * @property code What it is about.
 * @property severity How pressing.
 * @property message English text.
 * @property subjects What it concerns.
 */
public data class RaisedAlert(
    val code: AlertCode,
    val severity: Severity,
    val message: String,
    val subjects: List<Subject>,
)

/**
 * A fact that was computed.
 *
 * @property subject What was computed.
 * @property value Its value, where there is one; rounded for display.
 * @property low The lowest it may be, where it is an interval with such an end.
 * @property high The highest it may be, where it is an interval with such an end.
 * @property unit Code of its unit.
 * @property inputs What it came from.
 * @property method The formula.
 * @property ifSex The sex for which it holds, where both are possible.
 */
public data class DerivedFact(
    val subject: Subject,
    val value: Double?,
    val low: Double?,
    val high: Double?,
    val unit: String,
    val inputs: List<Subject>,
    val method: String,
    val ifSex: Sex?,
)

/**
 * A result as reported.
 *
 * @property analyte What was measured.
 * @property result What was reported.
 * @property daysAgo How long ago.
 * @property counted Whether it counted: the newest of its analyte does.
 */
public data class UsedResult(
    val analyte: Analyte,
    val result: LabResult,
    val daysAgo: Double?,
    val counted: Boolean,
)

/**
 * A medicine of the catalogue, with what is known of it here.
 *
 * @property name Its ingredient.
 * @property memberships Its classes, each with the evidence for it; none where the class only describes.
 * @property against Evidence that speaks against what is said of it.
 */
public data class UsedMedicine(
    val name: String,
    val memberships: List<Membership>,
    val against: List<Evidence>,
)

/**
 * That a medicine belongs to a class, and why it is said to.
 *
 * @property medicineClass The class.
 * @property evidence The evidence; empty where the class only describes.
 */
public data class Membership(
    val medicineClass: MedicineClass,
    val evidence: List<Evidence>,
)

/**
 * One statement of one source about a medicine, paraphrased.
 *
 * @property says What the source says.
 * @property scope Whether it names the ingredient or only its class.
 * @property source Id of the source.
 * @property verification How far the statement was checked.
 */
public data class Evidence(
    val says: String,
    val scope: EvidenceScope,
    val source: String,
    val verification: Verification,
)

/**
 * A source behind the rules still possible.
 *
 * @property id Id in the bibliography.
 * @property name What a clinician calls it.
 * @property kind What it is: `guideline`, `label`, `trial` and others; `null` where the bibliography does not know it.
 * @property title Its title.
 * @property year Its year.
 * @property doi Its digital object identifier.
 * @property verification The weakest verification of the rules that cite it here.
 */
public data class UsedSource(
    val id: String,
    val name: String,
    val kind: String?,
    val title: String,
    val year: Int?,
    val doi: String?,
    val verification: Verification,
)
