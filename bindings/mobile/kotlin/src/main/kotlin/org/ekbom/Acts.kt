package org.ekbom

/**
 * The answers usually left.
 *
 * @property possible A part of the possible answers.
 * @property assuming Ids of the assumptions it rests on: without any one of them it would be more.
 */
public data class UsualAnswers(
    val possible: List<Answer>,
    val assuming: List<String>,
)

/**
 * Something to do next.
 *
 * @property code Stable code, as `oral_iron` or `test:tsat`. A later version may know more.
 * @property kind What sort of act.
 * @property certainty How sure it is that it is needed.
 * @property assuming Ids of the assumptions on which it rests; empty where it is certain.
 * @property text What to do, in English.
 * @property because What led here.
 * @property guidelines The guidelines that say so.
 * @property rules Their rules.
 * @property sources Ids in the bibliography.
 * @property blockedBy Codes of the acts to do before it: until then what forbids it is not ruled out.
 */
public data class Act(
    val code: String,
    val kind: ActKind,
    val certainty: ActCertainty,
    val assuming: List<String>,
    val text: String,
    val because: List<ActReason>,
    val guidelines: List<Guideline>,
    val rules: List<String>,
    val sources: List<String>,
    val blockedBy: List<String>,
)

/**
 * A fact that leads to an act; of a question to ask, a fact that it would tell.
 *
 * @property subject The fact.
 * @property says In words.
 */
public data class ActReason(
    val subject: Subject,
    val says: String,
)

/**
 * A result that must be acted on now, if its unit is right.
 *
 * @property analyte What was measured.
 * @property value The value, in the unit in which it was compared; of a bound the bound.
 * @property unit UCUM unit of value and limit.
 * @property limit The limit.
 * @property direction `below`, `at_most`, `at_least` or `above` the limit.
 * @property source Id in the bibliography.
 * @property says In words.
 * @property verification How far the limit was read.
 */
public data class CriticalResult(
    val analyte: Analyte,
    val value: Double,
    val unit: String,
    val limit: Double,
    val direction: String,
    val source: String,
    val says: String,
    val verification: Verification,
)

/**
 * What to mind about a medicine that is offered, planned or taken.
 *
 * @property id The check; where it is not certain, the gravest of those that may hold.
 * @property severity How pressing.
 * @property concerns The medicine by its name, or the action that is offered by its code.
 * @property taken Is it taken already?
 * @property says In words.
 * @property certain It holds. Else nobody can tell before what is missing is known.
 * @property because The facts that led here, in words.
 * @property missing What would decide it: ids of facts, and `medicines` where the list may hold more.
 * @property rows Every check that holds, or that may hold.
 * @property sources Ids in the bibliography.
 * @property verification How far it was checked; the weakest of its checks.
 */
public data class Precaution(
    val id: String,
    val severity: PrecautionSeverity,
    val concerns: String,
    val taken: Boolean,
    val says: String,
    val certain: Boolean,
    val because: List<String>,
    val missing: List<String>,
    val rows: List<String>,
    val sources: List<String>,
    val verification: Verification,
)

/**
 * A rule that certainly forbids iron.
 *
 * @property rule The rule.
 * @property answers Its answers; one of them holds.
 * @property forbids What it forbids, as [GateVerdict.gives].
 * @property because The facts that led here, in words.
 */
public data class StopRule(
    val rule: String,
    val answers: List<Answer>,
    val forbids: List<String>,
    val because: List<String>,
)

/**
 * What stands between an answer and what it gives.
 *
 * @property gives `oral_iron`, `intravenous_iron` and others.
 * @property why Why it is withheld; empty when it is not.
 * @property safetyOpen It may pass, and yet a stop is possible.
 */
public data class GateVerdict(
    val gives: String,
    val why: List<WithheldReason>,
    val safetyOpen: Boolean,
)

/**
 * A limit that was changed by name in the knowledge that answered.
 *
 * @property rule The rule.
 * @property fact The fact.
 * @property from What it was, in the fact's unit.
 * @property to What it is now.
 */
public data class ChangedLimit(
    val rule: String,
    val fact: Fact,
    val from: Double,
    val to: Double,
)

/**
 * Something that could not be accepted and was left out.
 *
 * @property field Where: a path such as `labs[0].unit`.
 * @property value What was found there.
 * @property message What is wrong with it.
 * @property accepted What would be accepted, most likely first; may be empty.
 */
public data class SetAside(
    /** What is wrong with it, as a code that stays the same. */
    val kind: String,
    val field: String,
    val value: String,
    val message: String,
    val accepted: List<String>,
)
