import Foundation

/// Every difference between what a vector expects and what the library says; `tests/vectors/README.md` says how.
struct Expectation {
    private let expect: [String: Any]
    private let got: [String: Any]
    private var out: [String] = []

    init(_ expect: [String: Any], _ got: [String: Any]) {
        self.expect = expect
        self.got = got
    }

    func differences() -> [String] {
        var own = self
        own.compare()
        return own.out
    }

    private mutating func compare() {
        if (expect["errors"] == nil) != (got["errors"] == nil) {
            out.append(got["errors"].map { "refused: \($0)" } ?? "accepted, and should be refused")
            return
        }
        for (key, wanted) in expect {
            switch key {
            case "errors": errors(objects(wanted), objects(got["errors"]))
            case "positions": byPosition(key, wanted, "possible") { $0 == $1 }
            case "needs", "rules": byPosition(key, wanted, key) { $0 == $1 }
            case "flags": byPosition(key, wanted, "flags") { $1.isSuperset(of: $0) }
            case "no_flags": byPosition(key, wanted, "flags") { $1.isDisjoint(with: $0) }
            case "no_positions": none(key, wanted, among: Set(objects(got["positions"]).map(name)))
            case "alerts": all(key, wanted, among: every("alerts", "code"))
            case "no_alerts": none(key, wanted, among: every("alerts", "code"))
            case "acts": all(key, wanted, among: every("acts", "act"))
            case "no_acts": none(key, wanted, among: every("acts", "act"))
            case "claims": all(key, wanted, among: strings(got["claims"]))
            case "no_claims": none(key, wanted, among: strings(got["claims"]))
            case "disagreements": all(key, wanted, among: every("disagreements", "question"))
            case "no_disagreements": none(key, wanted, among: every("disagreements", "question"))
            case "recommendations": for item in objects(wanted) { recommendation(item) }
            case "no_recommendations": none(key, wanted, among: actions)
            case "recommendation_order": order(wanted)
            case "next_tests": for item in objects(wanted) { nextTest(item) }
            case "derived": for item in objects(wanted) { derived(item) }
            default: out.append("unknown key `\(key)` in `expect`")
            }
        }
    }

    private func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

    private func strings(_ value: Any?) -> Set<String> { Set(value as? [String] ?? []) }

    private func every(_ list: String, _ key: String) -> Set<String> {
        Set(objects(got[list]).compactMap { $0[key] as? String })
    }

    private func text(_ item: [String: Any], _ key: String) -> String { item[key] as? String ?? "" }

    private func name(_ item: [String: Any]) -> String { "\(text(item, "question"))@\(text(item, "guideline"))" }

    private var actions: Set<String> {
        Set(objects(got["recommendations"]).flatMap { item in
            [text(item, "action"), "\(text(item, "action"))@\(text(item, "guideline"))"]
        })
    }

    private mutating func byPosition(
        _ key: String, _ wanted: Any, _ part: String, _ holds: (Set<String>, Set<String>) -> Bool
    ) {
        for (name, codes) in wanted as? [String: Any] ?? [:] {
            guard let position = objects(got["positions"]).first(where: { self.name($0) == name }) else {
                out.append("\(key): there is no position \(name)")
                continue
            }
            let own = strings(position[part])
            if !holds(strings(codes), own) { out.append("\(key) of \(name): wanted \(codes), got \(own)") }
        }
    }

    private mutating func all(_ key: String, _ wanted: Any?, among own: Set<String>) {
        let missing = strings(wanted).subtracting(own)
        if !missing.isEmpty { out.append("\(key): \(missing) not among \(own)") }
    }

    private mutating func none(_ key: String, _ unwanted: Any?, among own: Set<String>) {
        let present = strings(unwanted).intersection(own)
        if !present.isEmpty { out.append("\(key): \(present) are there") }
    }

    private mutating func known(_ what: String, _ item: [String: Any], _ keys: Set<String>) {
        for key in item.keys where !keys.contains(key) { out.append("unknown key `\(key)` in `\(what)`") }
    }

    private mutating func recommendation(_ item: [String: Any]) {
        known("recommendations", item, ["action", "guideline", "direction", "strength", "withheld", "cautions"])
        let name = "\(text(item, "action"))@\(text(item, "guideline")) \(text(item, "direction"))"
        let found = objects(got["recommendations"]).first { own in
            ["action", "guideline", "direction"].allSatisfy { text(own, $0) == text(item, $0) }
        }
        guard let found else {
            out.append("recommendations: no \(name) among \(actions)")
            return
        }
        if item["strength"] != nil, text(item, "strength") != text(found, "strength") {
            out.append("\(name): strength \(text(found, "strength"))")
        }
        if let withheld = item["withheld"] {
            let absent = (withheld as? [String]) == nil
            if absent != ((found["withheld"] as? [String]) == nil) || strings(withheld) != strings(found["withheld"]) {
                out.append("\(name): withheld \(withheld), got \(found["withheld"] ?? "nothing")")
            }
        }
        all("\(name): cautions", item["cautions"], among: strings(found["cautions"]))
    }

    private mutating func order(_ wanted: Any) {
        let own = objects(got["recommendations"]).map { text($0, "action") }
        let places = (wanted as? [String] ?? []).map { own.firstIndex(of: $0) ?? -1 }
        if places.contains(-1) || places != places.sorted() {
            out.append("recommendation_order: \(wanted) stand at \(places)")
        }
    }

    private mutating func nextTest(_ item: [String: Any]) {
        known("next_tests", item, ["test", "could_change", "instructions"])
        guard let own = objects(got["next_tests"]).first(where: { text($0, "test") == text(item, "test") }) else {
            out.append("next_tests: no \(text(item, "test"))")
            return
        }
        for key in ["could_change", "instructions"] {
            all("\(text(item, "test")) \(key)", item[key], among: strings(own[key]))
        }
    }

    private mutating func derived(_ item: [String: Any]) {
        known("derived", item, ["fact", "value", "low", "high", "tolerance", "if_sex", "from"])
        let found = objects(got["derived"]).first { own in
            text(own, "fact") == text(item, "fact") && text(own, "if_sex") == text(item, "if_sex")
        }
        guard let found else {
            out.append("derived: no \(text(item, "fact"))")
            return
        }
        let tolerance = item["tolerance"] as? Double ?? 0
        for key in ["value", "low", "high"] {
            guard let wanted = item[key] as? Double else { continue }
            if abs((found[key] as? Double ?? .infinity) - wanted) > tolerance {
                out.append("derived \(text(item, "fact")) \(key): wanted \(wanted), got \(found)")
            }
        }
        if item["from"] != nil, strings(item["from"]) != strings(found["from"]) {
            out.append("derived \(text(item, "fact")): from \(found)")
        }
    }

    private mutating func errors(_ wanted: [[String: Any]], _ found: [[String: Any]]) {
        guard wanted.count == found.count else {
            out.append("\(wanted.count) errors wanted, got \(found)")
            return
        }
        for (item, own) in zip(wanted, found) {
            known("errors", item, ["field", "accepted", "message", "value"])
            for key in ["field", "value"] where item[key] != nil && text(item, key) != text(own, key) {
                out.append("error \(key): wanted \(text(item, key)), got \(own)")
            }
            all("accepted", item["accepted"], among: strings(own["accepted"]))
            if let part = item["message"] as? String, !text(own, "message").contains(part) {
                out.append("error message: wanted `\(part)` in \(own)")
            }
        }
    }
}
