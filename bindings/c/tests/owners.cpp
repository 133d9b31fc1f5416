// What ekbom.hpp lets a program write, and what it does not let it write. Also built as C++20, where lists are ranges.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <ekbom.hpp>

namespace {

int passed = 0, failed = 0;

void expect(bool held, const char *what, int line) {
    held ? passed++ : failed++;
    if (!held) {
        std::printf("line %d: %s\n", line, what);
    }
}

#define EXPECT(condition) expect((condition), #condition, __LINE__)

/* Whether `owner.name()` compiles for this kind of owner. */
#define ASKED(name)                                                                                                    \
    template <class Owner, class = void> struct asked_##name : std::false_type {};                                     \
    template <class Owner>                                                                                             \
    struct asked_##name<Owner, std::void_t<decltype(std::declval<Owner>().name())>> : std::true_type {};

/* Views of an owner that lives, and none of one that ends with the expression. */
#define LASTS(owner, name)                                                                                             \
    static_assert(asked_##name<ekbom::owner &>::value && asked_##name<const ekbom::owner &>::value &&                   \
                  !asked_##name<ekbom::owner>::value && !asked_##name<const ekbom::owner>::value)

ASKED(positions)
ASKED(set_aside)
ASKED(acts)
ASKED(precautions)
ASKED(critical)
ASKED(stopped)
ASKED(withheld)
ASKED(changes)
ASKED(disagreements)
ASKED(recommendations)
ASKED(next_tests)
ASKED(alerts)
ASKED(derived)
ASKED(results)
ASKED(sources)
ASKED(trace)
ASKED(claims)
ASKED(medicines)
ASKED(questions)
ASKED(tables)
ASKED(rules)
ASKED(analytes)
ASKED(facts)
ASKED(words)
ASKED(units)
ASKED(version)
ASKED(hash)
ASKED(to_json)
LASTS(assessment, positions);
LASTS(assessment, set_aside);
LASTS(assessment, acts);
LASTS(assessment, precautions);
LASTS(assessment, critical);
LASTS(assessment, stopped);
LASTS(assessment, withheld);
LASTS(assessment, changes);
LASTS(assessment, disagreements);
LASTS(assessment, recommendations);
LASTS(assessment, next_tests);
LASTS(assessment, alerts);
LASTS(assessment, derived);
LASTS(assessment, results);
LASTS(assessment, sources);
LASTS(assessment, trace);
LASTS(assessment, claims);
LASTS(assessment, medicines);
LASTS(knowledge, questions);
LASTS(knowledge, tables);
LASTS(knowledge, rules);
LASTS(knowledge, analytes);
LASTS(knowledge, facts);
LASTS(knowledge, medicines);
LASTS(knowledge, sources);
LASTS(knowledge, alerts);
LASTS(knowledge, words);
LASTS(knowledge, units);
LASTS(knowledge, version);
LASTS(knowledge, hash);
// What owns its text may be asked of anything.
static_assert(asked_to_json<ekbom::assessment>::value);

using position_list = decltype(std::declval<const ekbom::assessment &>().positions());
static_assert(std::is_default_constructible_v<position_list::iterator>);
static_assert(std::is_default_constructible_v<ekbom::strings::iterator>);
#if defined(__cpp_lib_ranges)
static_assert(std::forward_iterator<position_list::iterator>);
static_assert(std::forward_iterator<ekbom::strings::iterator>);
static_assert(std::ranges::forward_range<position_list> && std::ranges::sized_range<position_list>);
static_assert(std::ranges::forward_range<ekbom::strings> && std::ranges::borrowed_range<ekbom::strings>);
static_assert(std::ranges::borrowed_range<position_list> && std::ranges::view<position_list>);
#endif

/* Whether `patient.set(key, value)` compiles for this type of value. */
template <class Value, class = void> struct said : std::false_type {};
template <class Value>
struct said<Value, std::void_t<decltype(std::declval<ekbom::patient &>().set("key", std::declval<Value>()))>>
    : std::true_type {};
static_assert(said<bool>::value && said<int>::value && said<unsigned>::value && said<long>::value);
static_assert(said<unsigned long>::value && said<long long>::value && said<unsigned long long>::value);
static_assert(said<std::uint8_t>::value && said<std::int8_t>::value && said<std::uint16_t>::value);
static_assert(said<std::size_t>::value && said<std::int64_t>::value && said<float>::value && said<double>::value);
static_assert(said<long double>::value && said<short>::value);
static_assert(said<const char *>::value && said<std::string>::value && said<const std::string &>::value);
static_assert(said<std::string_view>::value && said<const char (&)[7]>::value);
static_assert(!said<char>::value && !said<wchar_t>::value && !said<char32_t>::value);
static_assert(!said<void *>::value && !said<std::nullptr_t>::value && !said<const int *>::value);

void numbers_of_every_type(const ekbom::knowledge &knowledge) {
    ekbom::patient by_int, by_size, by_long, by_float, by_byte;
    by_int.set("age_years", 58);
    by_size.set("age_years", std::size_t{58});
    by_long.set("age_years", 58L);
    by_float.set("age_years", 58.0F);
    by_byte.set("age_years", std::uint8_t{58});
    const std::string answer = knowledge.assess(by_int).to_json();
    for (const ekbom::patient *other : {&by_size, &by_long, &by_float, &by_byte}) {
        EXPECT(knowledge.assess(*other).to_json() == answer);
    }
    ekbom::patient by_text;
    const std::string code = "female";
    by_text.set("sex", code).set("crohn", true).set("age_years", 58U);
    EXPECT(knowledge.assess(by_text).to_json() != answer);
    by_text.unset("sex").unset("crohn");
    EXPECT(knowledge.assess(by_text).to_json() == answer);
    by_text.add_lab("ferritin", 38, "ng/mL").add_medicine("metformin").remove_lab(0).remove_medicine(0);
    EXPECT(knowledge.assess(by_text).to_json() == answer && by_text.lab_count() == 1);
    EXPECT(by_text.clear().lab_count() == 0 && by_text.medicine_count() == 0);
}

void lists(const ekbom::knowledge &knowledge) {
    ekbom::patient patient;
    patient.set("age_years", 58).add_lab("ferritin", 38, "ng/mL").complete("history");
    const ekbom::assessment assessment = knowledge.assess(patient);
    std::size_t count = 0;
    for (const ekbom_position &position : assessment.positions()) {
        count += position.possible.len > 0 ? 1 : 0;
    }
    EXPECT(count == assessment.positions().size() && count > 0);
    EXPECT(ekbom::strings().empty() && position_list().empty() && position_list().begin() == position_list().end());
    EXPECT(position_list::iterator() == position_list::iterator());
#if defined(__cpp_lib_ranges)
    const auto positions = assessment.positions();
    const auto decided = std::ranges::count_if(positions, [](const ekbom_position &one) { return one.possible.len == 1; });
    EXPECT(decided > 0);
    auto last = std::ranges::max_element(positions, {}, [](const ekbom_position &one) { return one.possible.len; });
    EXPECT(last != positions.end() && last->possible.len >= 1);
    const ekbom::strings units = knowledge.units();
    EXPECT(std::ranges::find(units, std::string_view("ng/mL")) != units.end());
#endif
}

void what_was_refused_stays(const ekbom::knowledge &knowledge) {
    ekbom::patient patient;
    patient.complete("history");
    try {
        patient.set("hemochromatosis", true);
        EXPECT(false);
    } catch (const ekbom::error &error) {
        EXPECT(error.status() == EKBOM_STATUS_INVALID_ARGUMENT);
    }
    try {
        knowledge.assess(patient);
        EXPECT(false);
    } catch (const ekbom::error &error) {
        EXPECT(error.status() == EKBOM_STATUS_INVALID_PATIENT);
    }
}

void doubts_and_languages(const ekbom::knowledge &knowledge) {
    ekbom::patient patient;
    patient.set("age_years", 58).add(ekbom::lab("ferritin", 20, "ng/mL").days_ago(300));
    patient.add(ekbom::lab("ferritin", 658, "ng/mL").days_ago(2).doubt("the name on the tube is another"));
    const ekbom::assessment doubted = knowledge.assess(patient);
    EXPECT(doubted.results().empty() && doubted.set_aside().size() == 2);
    EXPECT(ekbom::view(doubted.set_aside().at(1).kind) == "doubted");

    patient.clear().add_lab("ferritin", 99999999, "ng/mL").add_lab("potassium", 7.2, "mmol/L");
    try {
        patient.check();
        EXPECT(false);
    } catch (const ekbom::error &error) {
        EXPECT(error.faults().at(0).field == "labs[0].value" && !error.faults().at(0).kind.empty());
        EXPECT(error.critical().size() == 1 && error.critical().at(0).analyte == "potassium");
    }
    patient.set("on_refusal", "set_aside");
    const ekbom::assessment made = knowledge.assess(patient);
    EXPECT(made.set_aside().size() == 1 && made.critical().size() == 1);

    const ekbom::language german = ekbom::language::german();
    EXPECT(german.code() == "de" && german.say("58 years") == "58 Jahre");
    EXPECT(made.to_html(german).find("lang=\"de\"") != std::string::npos && made.to_html() != made.to_html(german));
    EXPECT(made.to_text(german) != made.to_text() && made.to_note(german) != made.to_note());
    try {
        ekbom::language::from_po("fr", "msgid \"a\"\nmsgstr b\n");
        EXPECT(false);
    } catch (const ekbom::error &error) {
        EXPECT(std::string_view(error.what()).find("line 2") != std::string_view::npos);
    }
}

} // namespace

int main() {
    const ekbom::knowledge knowledge;
    numbers_of_every_type(knowledge);
    lists(knowledge);
    what_was_refused_stays(knowledge);
    doubts_and_languages(knowledge);
    EXPECT(knowledge.english("strength", "conditional") == "Conditional" && !knowledge.words().empty());
    EXPECT(ekbom::version_number() == EKBOM_VERSION_NUMBER && !ekbom::version().empty());
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
