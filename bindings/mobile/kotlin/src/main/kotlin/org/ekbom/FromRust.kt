package org.ekbom

import org.ekbom.generated.Act as RustAct
import org.ekbom.generated.Alert as RustAlert
import org.ekbom.generated.Assessment as RustAssessment
import org.ekbom.generated.CriticalResult as RustCriticalResult
import org.ekbom.generated.DerivedFact as RustDerivedFact
import org.ekbom.generated.Disagreement as RustDisagreement
import org.ekbom.generated.Evidence as RustEvidence
import org.ekbom.generated.FollowUp as RustFollowUp
import org.ekbom.generated.Membership as RustMembership
import org.ekbom.generated.NextTest as RustNextTest
import org.ekbom.generated.Position as RustPosition
import org.ekbom.generated.Precaution as RustPrecaution
import org.ekbom.generated.Recommendation as RustRecommendation
import org.ekbom.generated.UsedMedicine as RustUsedMedicine
import org.ekbom.generated.UsedResult as RustUsedResult
import org.ekbom.generated.UsedSource as RustUsedSource

private fun question(code: String) = known(Question.of(code), code)
private fun guideline(code: String) = known(Guideline.of(code), code)
private fun answer(code: String) = known(Answer.of(code), code)
private fun flag(code: String) = known(Flag.of(code), code)
private fun alertCode(code: String) = known(AlertCode.of(code), code)
private fun verification(code: String) = known(Verification.of(code), code)
private fun analyte(code: String) = known(Analyte.of(code), code)
private fun subject(code: String) = known(Subject.of(code), code)

internal fun RustAssessment.toKotlin() = Assessment(
    libraryVersion = ekbom,
    knowledgeVersion = knowledgeVersion,
    knowledgeHash = knowledgeHash,
    positions = positions.map { it.toKotlin() },
    disagreements = disagreements.map { it.toKotlin() },
    acts = acts.map { it.toKotlin() },
    critical = critical.map { it.toKotlin() },
    precautions = precautions.map { it.toKotlin() },
    recommendations = recommendations.map { it.toKotlin() },
    stopped = stopped.map { StopRule(it.rule, it.answers.map(::answer), it.forbids, it.because) },
    withheld = withheld.map { own -> GateVerdict(own.gives, own.why.map { known(WithheldReason.of(it), it) }, own.safetyOpen) },
    changes = changes.map { ChangedLimit(it.rule, known(Fact.of(it.fact), it.fact), it.from, it.to) },
    setAside = setAside.map { SetAside(it.kind, it.field, it.value, it.message, it.accepted) },
    nextTests = nextTests.map { it.toKotlin() },
    alerts = alerts.map { it.toKotlin() },
    claims = claims,
    derived = derived.map { it.toKotlin() },
    results = results.map { it.toKotlin() },
    medicines = medicines.map { it.toKotlin() },
    sources = sources.map { it.toKotlin() },
)

internal fun RustPosition.toKotlin() = Position(
    question = question(question),
    guideline = guideline(guideline),
    possible = possible.map(::answer),
    usual = usual?.let { UsualAnswers(it.possible.map(::answer), it.assuming) },
    rules = rules,
    needs = needs.map { known(Fact.of(it), it) },
    flags = flags.map(::flag),
    verification = verification(verification),
)

private fun RustAct.toKotlin() = Act(
    code = act,
    kind = known(ActKind.of(kind), kind),
    certainty = known(ActCertainty.of(certainty), certainty),
    assuming = assuming,
    text = text,
    because = because.map { ActReason(subject(it.fact), it.says) },
    guidelines = guidelines.map(::guideline),
    rules = rules,
    sources = sources,
    blockedBy = blockedBy,
)

internal fun RustCriticalResult.toKotlin() =
    CriticalResult(analyte(analyte), value, unit, limit, direction, source, says, verification(verification))

private fun RustPrecaution.toKotlin() = Precaution(
    id = id,
    severity = known(PrecautionSeverity.of(severity), severity),
    concerns = concerns,
    taken = taken,
    says = says,
    certain = certain,
    because = because,
    missing = missing,
    rows = rows,
    sources = sources,
    verification = verification(verification),
)

private fun RustDisagreement.toKotlin() = Disagreement(
    question = question(question),
    positions = positions.associate { guideline(it.guideline) to it.possible.map(::answer) },
)

private fun RustRecommendation.toKotlin() = Recommendation(
    action = known(Action.of(action), action),
    iron = iron,
    direction = known(Direction.of(direction), direction),
    strength = strength?.let { known(Strength.of(it), it) },
    certainty = certainty?.let { known(Certainty.of(it), it) },
    guideline = guideline(guideline),
    question = question(question),
    rule = rule,
    possible = possible.map(::answer),
    because = because,
    flags = flags.map(::flag),
    followUp = followUp.map { it.toKotlin() },
    withheld = withheld.orEmpty().map { known(WithheldReason.of(it), it) },
    cautions = cautions.map(::alertCode),
)

private fun RustFollowUp.toKotlin() = FollowUp(check, weeks, says, source, verification(verification))

private fun RustNextTest.toKotlin() = NextTest(
    test = analyte(test),
    couldChange = couldChange.map(::question),
    cannotChange = cannotChange.map(::question),
    askedBy = askedBy,
    instructions = instructions.map { known(Instruction.of(it), it) },
)

private fun RustAlert.toKotlin() = RaisedAlert(
    code = alertCode(code),
    severity = known(Severity.of(severity), severity),
    message = message,
    subjects = facts.map(::subject),
)

private fun RustDerivedFact.toKotlin() = DerivedFact(
    subject = subject(fact),
    value = value,
    low = low,
    high = high,
    unit = unit,
    inputs = from.map(::subject),
    method = method,
    ifSex = ifSex?.let { known(Sex.of(it), it) },
)

private fun RustUsedResult.toKotlin(): UsedResult {
    val number = value
    val printedUnit = unit
    val found = finding
    val result = if (number != null && printedUnit != null) {
        LabResult.Quantity(
            number,
            known(LabUnit.of(printedUnit), printedUnit),
            comparator?.let { known(Comparator.of(it), it) },
        )
    } else {
        LabResult.Qualitative(known(found?.let(Finding::of), found ?: ""))
    }
    return UsedResult(analyte(analyte), result, daysAgo, counted)
}

private fun RustUsedMedicine.toKotlin() =
    UsedMedicine(medicine, classes.map { it.toKotlin() }, against.map { it.toKotlin() })

private fun RustMembership.toKotlin() =
    Membership(known(MedicineClass.of(medicineClass), medicineClass), evidence.map { it.toKotlin() })

private fun RustEvidence.toKotlin() =
    Evidence(says, known(EvidenceScope.of(scope), scope), source, verification(verification))

private fun RustUsedSource.toKotlin() = UsedSource(id, name, kind, title, year, doi, verification(verification))
