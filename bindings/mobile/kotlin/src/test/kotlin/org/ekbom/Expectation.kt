package org.ekbom

import kotlin.math.abs

/** Every difference between what a vector expects and what the library says; `tests/vectors/README.md` says how. */
internal class Expectation(private val expect: Map<*, *>, private val got: Map<*, *>) {
    private val out = mutableListOf<String>()

    fun differences(): List<String> {
        if (("errors" in expect) != ("errors" in got)) {
            return listOf(if ("errors" in got) "refused: ${got["errors"]}" else "accepted, and should be refused")
        }
        for ((key, wanted) in expect) {
            when (val name = key as String) {
                "errors" -> errors(objects(wanted), objects(got["errors"]))
                "positions" -> byPosition(name, wanted, "possible") { own, all -> own == all }
                "needs", "rules" -> byPosition(name, wanted, name) { own, all -> own == all }
                "flags" -> byPosition(name, wanted, "flags") { own, all -> all.containsAll(own) }
                "no_flags" -> byPosition(name, wanted, "flags") { own, all -> own.none { it in all } }
                "no_positions" -> noneIn(name, wanted, objects(got["positions"]).map(::name).toSet())
                "alerts" -> allIn(name, wanted, every("alerts", "code"))
                "no_alerts" -> noneIn(name, wanted, every("alerts", "code"))
                "acts" -> allIn(name, wanted, every("acts", "act"))
                "no_acts" -> noneIn(name, wanted, every("acts", "act"))
                "claims" -> allIn(name, wanted, strings(got["claims"]))
                "no_claims" -> noneIn(name, wanted, strings(got["claims"]))
                "disagreements" -> allIn(name, wanted, every("disagreements", "question"))
                "no_disagreements" -> noneIn(name, wanted, every("disagreements", "question"))
                "recommendations" -> objects(wanted).forEach(::recommendation)
                "no_recommendations" -> noneIn(name, wanted, actions())
                "recommendation_order" -> order(wanted)
                "next_tests" -> objects(wanted).forEach(::nextTest)
                "derived" -> objects(wanted).forEach(::derived)
                else -> out += "unknown key `$name` in `expect`"
            }
        }
        return out
    }

    private fun objects(value: Any?) = (value as? List<*>).orEmpty().filterIsInstance<Map<*, *>>()

    private fun strings(value: Any?) = (value as? List<*>).orEmpty().filterIsInstance<String>().toSet()

    private fun every(list: String, key: String) = objects(got[list]).map { it[key] as String }.toSet()

    private fun name(item: Map<*, *>) = "${item["question"]}@${item["guideline"]}"

    private fun actions() =
        objects(got["recommendations"]).flatMap { listOf("${it["action"]}", "${it["action"]}@${it["guideline"]}") }.toSet()

    private fun byPosition(key: String, wanted: Any?, part: String, holds: (Set<String>, Set<String>) -> Boolean) {
        for ((name, codes) in wanted as Map<*, *>) {
            val position = objects(got["positions"]).find { name(it) == name }
            if (position == null) {
                out += "$key: there is no position $name"
            } else if (!holds(strings(codes), strings(position[part]))) {
                out += "$key of $name: wanted $codes, got ${position[part]}"
            }
        }
    }

    private fun allIn(key: String, wanted: Any?, all: Set<String>) {
        val missing = strings(wanted) - all
        if (missing.isNotEmpty()) out += "$key: $missing not among $all"
    }

    private fun noneIn(key: String, unwanted: Any?, all: Set<String>) {
        val present = strings(unwanted) intersect all
        if (present.isNotEmpty()) out += "$key: $present are there"
    }

    private fun known(what: String, item: Map<*, *>, vararg keys: String) {
        for (key in item.keys) if (key !in keys) out += "unknown key `$key` in `$what`"
    }

    private fun recommendation(item: Map<*, *>) {
        known("recommendations", item, "action", "guideline", "direction", "strength", "withheld", "cautions")
        val name = "${item["action"]}@${item["guideline"]} ${item["direction"]}"
        val own = objects(got["recommendations"])
            .find { own -> listOf("action", "guideline", "direction").all { own[it] == item[it] } }
        if (own == null) {
            out += "recommendations: no $name among ${actions()}"
            return
        }
        if ("strength" in item && item["strength"] != own["strength"]) out += "$name: strength ${own["strength"]}"
        val withheld = item["withheld"]
        if ("withheld" in item &&
            ((withheld == null) != (own["withheld"] == null) || strings(withheld) != strings(own["withheld"]))
        ) {
            out += "$name: withheld $withheld, got ${own["withheld"]}"
        }
        allIn("$name: cautions", item["cautions"], strings(own["cautions"]))
    }

    private fun order(wanted: Any?) {
        val actions = objects(got["recommendations"]).map { it["action"] }
        val places = (wanted as List<*>).map { actions.indexOf(it) }
        if (-1 in places || places != places.sorted()) out += "recommendation_order: $wanted stand at $places"
    }

    private fun nextTest(item: Map<*, *>) {
        known("next_tests", item, "test", "could_change", "instructions")
        val own = objects(got["next_tests"]).find { it["test"] == item["test"] }
        if (own == null) {
            out += "next_tests: no ${item["test"]}"
            return
        }
        for (key in listOf("could_change", "instructions")) allIn("${item["test"]} $key", item[key], strings(own[key]))
    }

    private fun derived(item: Map<*, *>) {
        known("derived", item, "fact", "value", "low", "high", "tolerance", "if_sex", "from")
        val own = objects(got["derived"]).find { it["fact"] == item["fact"] && it["if_sex"] == item["if_sex"] }
        if (own == null) {
            out += "derived: no ${item["fact"]}"
            return
        }
        val tolerance = item["tolerance"] as Double
        for (key in listOf("value", "low", "high")) {
            val wanted = item[key] as? Double ?: continue
            val value = own[key] as? Double
            if (value == null || abs(value - wanted) > tolerance) out += "derived ${item["fact"]} $key: wanted $wanted, got $own"
        }
        if ("from" in item && strings(item["from"]) != strings(own["from"])) out += "derived ${item["fact"]}: from ${own["from"]}"
    }

    private fun errors(wanted: List<Map<*, *>>, found: List<Map<*, *>>) {
        if (wanted.size != found.size) {
            out += "${wanted.size} errors wanted, got $found"
            return
        }
        for ((item, own) in wanted zip found) {
            known("errors", item, "field", "accepted", "message", "value")
            for (key in listOf("field", "value")) {
                if (key in item && item[key] != own[key]) out += "error $key: wanted ${item[key]}, got $own"
            }
            allIn("accepted", item["accepted"], strings(own["accepted"]))
            val part = item["message"] as? String ?: continue
            if (part !in own["message"] as String) out += "error message: wanted `$part` in $own"
        }
    }
}
