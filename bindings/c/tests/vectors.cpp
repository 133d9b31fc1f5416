// The same as vectors.c, through ekbom.hpp.
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include <ekbom.hpp>

namespace {

std::string text(ekbom_str own) { return "|" + std::string(ekbom::view(own)); }
std::string maybe(ekbom_str own) { return ekbom::is_absent(own) ? "|-" : text(own); }

std::string list(ekbom::strings own) {
    std::string joined = "|";
    bool first = true;
    for (std::string_view item : own) {
        joined += first ? "" : ",";
        joined += item;
        first = false;
    }
    return joined;
}

std::string bits(double value) {
    std::uint64_t own = 0;
    std::memcpy(&own, &value, sizeof own);
    char printed[32];
    std::snprintf(printed, sizeof printed, "|%016" PRIx64, own);
    return printed;
}

void print(const ekbom::assessment &a, std::ostream &out) {
    for (const ekbom_position &p : a.positions()) {
        out << "position" << text(p.question) << text(p.guideline) << list(p.possible) << list(p.rules)
            << list(p.needs) << list(p.flags) << text(p.verification) << list(p.usual) << list(p.assuming) << '\n';
    }
    for (const ekbom_disagreement &d : a.disagreements()) {
        out << "side" << text(d.question) << text(d.guideline) << list(d.possible) << '\n';
    }
    for (const ekbom_recommendation &r : a.recommendations()) {
        out << "recommendation" << text(r.action) << text(r.direction) << maybe(r.strength) << maybe(r.certainty)
            << text(r.guideline) << text(r.question) << text(r.rule) << list(r.possible) << list(r.because)
            << list(r.flags) << list(r.follow_up) << list(r.withheld) << list(r.cautions) << '|' << r.iron << '|'
            << r.is_withheld << '\n';
        for (const ekbom_follow_up &f : ekbom::follow_ups(r)) {
            out << "follow" << text(f.check) << text(f.says) << text(f.source) << text(f.verification) << bits(f.weeks)
                << '\n';
        }
    }
    for (const ekbom_next_test &t : a.next_tests()) {
        out << "next" << text(t.test) << list(t.could_change) << list(t.cannot_change) << list(t.instructions)
            << list(t.asked_by) << '\n';
    }
    for (const ekbom_alert &own : a.alerts()) {
        out << "alert" << text(own.code) << text(own.severity) << text(own.message) << list(own.facts) << '\n';
    }
    for (const ekbom_derived &d : a.derived()) {
        out << "derived" << text(d.fact) << text(d.unit) << text(d.method) << maybe(d.if_sex) << list(d.from)
            << bits(d.value) << bits(d.low) << bits(d.high) << '\n';
    }
    for (const ekbom_result &r : a.results()) {
        out << "result" << text(r.analyte) << maybe(r.unit) << maybe(r.comparator) << maybe(r.finding)
            << bits(r.value) << bits(r.days_ago) << '|' << r.counted << '\n';
    }
    for (const ekbom_source_used &s : a.sources()) {
        out << "source" << text(s.id) << text(s.verification) << text(s.name) << maybe(s.kind) << text(s.title)
            << maybe(s.doi) << '|' << s.year << '\n';
    }
    for (const ekbom_fault &aside : a.set_aside()) {
        out << "aside" << text(aside.field) << text(aside.value) << text(aside.message) << list(aside.accepted) << '\n';
    }
    for (const ekbom_act &act : a.acts()) {
        out << "act" << text(act.act) << text(act.kind) << text(act.certainty) << text(act.text) << list(act.assuming)
            << list(act.because) << list(act.because_facts) << list(act.guidelines) << list(act.rules)
            << list(act.sources) << list(act.blocked_by) << '\n';
    }
    for (const ekbom_precaution &mind : a.precautions()) {
        out << "precaution" << text(mind.id) << text(mind.severity) << text(mind.concerns) << text(mind.says)
            << list(mind.because) << list(mind.missing) << list(mind.rows) << list(mind.sources)
            << text(mind.verification) << '|' << mind.taken << '|' << mind.certain << '\n';
    }
    for (const ekbom_critical_result &now : a.critical()) {
        out << "critical" << text(now.analyte) << text(now.unit) << text(now.direction) << text(now.source)
            << text(now.says) << text(now.verification) << bits(now.value) << bits(now.limit) << '\n';
    }
    for (const ekbom_stopped &stop : a.stopped()) {
        out << "stopped" << text(stop.rule) << list(stop.answers) << list(stop.forbids) << list(stop.because) << '\n';
    }
    for (const ekbom_withheld &gate : a.withheld()) {
        out << "withheld" << text(gate.gives) << list(gate.why) << '|' << gate.safety_open << '\n';
    }
    for (const ekbom_limit_change &change : a.changes()) {
        out << "change" << text(change.rule) << text(change.fact) << bits(change.from) << bits(change.to) << '\n';
    }
    out << "claims" << list(a.claims()) << "\nmedicines" << list(a.medicines()) << '\n';
    for (const ekbom_trace_line &line : a.trace()) {
        out << "trace" << text(line.question) << text(line.guideline) << text(line.rule) << list(line.answers) << '|'
            << line.depth << text(line.condition) << text(line.saw) << text(line.truth) << '\n';
    }
}

void one(const ekbom::knowledge &knowledge, std::string_view json, bool traced, std::ostream &out) {
    try {
        ekbom::policy policy;
        policy.trace(traced);
        const std::string quick = knowledge.assess_json(json, policy);
        out << quick << '\n';
        const ekbom::patient patient = ekbom::patient::from_json(json);
        const ekbom::assessment assessment = knowledge.assess(patient, policy);
        if (assessment.to_json() != quick) {
            throw std::logic_error("the two doors differ");
        }
        print(assessment, out);
        out << "quick|";
        for (std::size_t i = 0; i < knowledge.tables().size(); i++) {
            out << (i == 0 ? "" : ",") << knowledge.possible(patient, i);
        }
        out << '\n';
    } catch (const ekbom::error &error) {
        if (error.status() != EKBOM_STATUS_INVALID_PATIENT) {
            throw;
        }
        out << error.json() << '\n';
        for (const ekbom::fault &fault : error.faults()) {
            out << "fault|" << fault.field << '|' << fault.value << '|' << fault.message << '|';
            for (std::size_t i = 0; i < fault.accepted.size(); i++) {
                out << (i == 0 ? "" : ",") << fault.accepted[i];
            }
            out << '\n';
        }
    }
}

} // namespace

int main(int argc, char **argv) {
    std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
    const ekbom::knowledge knowledge;
    std::size_t len = 0;
    std::size_t place = 0;
    while (file >> len && file.get() == '\n') {
        std::string json(len, '\0');
        file.read(json.data(), static_cast<std::streamsize>(len));
        if (!file || file.get() != '\n') {
            std::cerr << "not whole\n";
            return 2;
        }
        one(knowledge, json, place++ % 97 == 0, std::cout);
    }
    return place == 0 ? 2 : 0;
}
