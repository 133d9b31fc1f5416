package org.ekbom

/** A typed assessment as the tree of its JSON: to prove that nothing is lost or renamed on the way. */
internal fun Assessment.tree(): Map<String, Any?> = mapOf(
    "ekbom" to libraryVersion,
    "knowledge" to mapOf("version" to knowledgeVersion, "hash" to knowledgeHash),
    "positions" to positions.map { own ->
        mapOf(
            "question" to own.question.code,
            "guideline" to own.guideline.code,
            "possible" to codes(own.possible),
            "usual" to own.usual?.let { mapOf("possible" to codes(it.possible), "assuming" to it.assuming) },
            "rules" to own.rules,
            "needs" to codes(own.needs),
            "flags" to codes(own.flags),
            "verification" to own.verification.code,
        )
    },
    "disagreements" to disagreements.map { own ->
        mapOf(
            "question" to own.question.code,
            "positions" to own.positions.entries.associate { (guideline, answers) -> guideline.code to codes(answers) },
        )
    },
    "acts" to acts.map { own ->
        mapOf(
            "act" to own.code,
            "kind" to own.kind.code,
            "certainty" to own.certainty.code,
            "assuming" to own.assuming,
            "text" to own.text,
            "because" to own.because.map { mapOf("fact" to it.subject.code, "says" to it.says) },
            "guidelines" to codes(own.guidelines),
            "rules" to own.rules,
            "sources" to own.sources,
            "blocked_by" to own.blockedBy,
        )
    },
    "critical" to critical.map { own ->
        mapOf(
            "analyte" to own.analyte.code,
            "value" to own.value,
            "unit" to own.unit,
            "limit" to own.limit,
            "direction" to own.direction,
            "source" to own.source,
            "says" to own.says,
            "verification" to own.verification.code,
        )
    },
    "precautions" to precautions.map { own ->
        mapOf(
            "id" to own.id,
            "severity" to own.severity.code,
            "concerns" to own.concerns,
            "taken" to own.taken,
            "says" to own.says,
            "certain" to own.certain,
            "because" to own.because,
            "missing" to own.missing,
            "rows" to own.rows,
            "sources" to own.sources,
            "verification" to own.verification.code,
        )
    },
    "stopped" to stopped.map { own ->
        mapOf("rule" to own.rule, "answers" to codes(own.answers), "forbids" to own.forbids, "because" to own.because)
    },
    "withheld" to withheld.map { own ->
        mapOf("gives" to own.gives, "why" to codes(own.why), "safety_open" to own.safetyOpen)
    },
    "set_aside" to setAside.map { own ->
        mapOf(
            "kind" to own.kind,
            "field" to own.field,
            "value" to own.value,
            "message" to own.message,
            "accepted" to own.accepted,
        )
    },
    "changes" to changes.map { own ->
        mapOf("rule" to own.rule, "fact" to own.fact.code, "from" to own.from, "to" to own.to)
    },
    "recommendations" to recommendations.map { own ->
        mapOf(
            "action" to own.action.code,
            "iron" to own.iron,
            "direction" to own.direction.code,
            "strength" to own.strength?.code,
            "certainty" to own.certainty?.code,
            "guideline" to own.guideline.code,
            "question" to own.question.code,
            "rule" to own.rule,
            "possible" to codes(own.possible),
            "because" to own.because,
            "flags" to codes(own.flags),
            "follow_up" to own.followUp.map { next ->
                mapOf(
                    "check" to next.check,
                    "weeks" to next.weeks?.toDouble(),
                    "says" to next.says,
                    "source" to next.source,
                    "verification" to next.verification.code,
                )
            },
            "withheld" to if (own.isWithheld) codes(own.withheld) else null,
            "cautions" to codes(own.cautions),
        )
    },
    "next_tests" to nextTests.map { own ->
        mapOf(
            "test" to own.test.code,
            "could_change" to codes(own.couldChange),
            "cannot_change" to codes(own.cannotChange),
            "asked_by" to own.askedBy,
            "instructions" to codes(own.instructions),
        )
    },
    "alerts" to alerts.map { own ->
        mapOf(
            "code" to own.code.code,
            "severity" to own.severity.code,
            "message" to own.message,
            "facts" to own.subjects.map { it.code },
        )
    },
    "claims" to claims,
    "derived" to derived.map { own ->
        mapOf("fact" to own.subject.code, "value" to own.value) +
            some("low" to own.low, "high" to own.high) +
            mapOf("unit" to own.unit, "from" to own.inputs.map { it.code }, "method" to own.method) +
            some("if_sex" to own.ifSex?.code)
    },
    "results" to results.map { own ->
        val result = when (val result = own.result) {
            is LabResult.Quantity -> some(
                "value" to result.value,
                "unit" to result.unit.code,
                "comparator" to result.comparator?.code,
            )
            is LabResult.Qualitative -> some("finding" to result.finding.code)
        }
        mapOf("analyte" to own.analyte.code) + result + some("days_ago" to own.daysAgo) + ("counted" to own.counted)
    },
    "medicines" to medicines.map { own ->
        mapOf(
            "medicine" to own.name,
            "classes" to own.memberships.map {
                mapOf("class" to it.medicineClass.code, "evidence" to it.evidence.map(Evidence::tree))
            },
            "against" to own.against.map(Evidence::tree),
        )
    },
    "sources" to sources.map { own ->
        mapOf(
            "id" to own.id,
            "name" to own.name,
            "kind" to own.kind,
            "title" to own.title,
            "year" to own.year?.toDouble(),
            "doi" to own.doi,
            "verification" to own.verification.code,
        )
    },
)

private fun Evidence.tree() = mapOf(
    "says" to says,
    "scope" to scope.code,
    "source" to source,
    "verification" to verification.code,
)

private fun codes(values: List<StableCode>) = values.map { it.code }

/** Keys that are left out where they have no value. */
private fun some(vararg entries: Pair<String, Any?>) = entries.filter { it.second != null }.toMap()
