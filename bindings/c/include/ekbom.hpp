/**
 * ekbom for C++17: the interface of ekbom.h with owners that free what they hold, ranges over its lists, and failures
 * as exceptions. Header only; every view (`std::string_view`, `const ekbom_position &`) lasts as long as the owner it
 * was asked of. Owners that end with the expression they stand in (`ekbom::knowledge().facts()`) cannot be asked for
 * views: that does not compile. Lists are ranges of C++20. Where EKBOM_COHORT is defined, `ekbom::cohort` answers whole
 * tables by the Arrow C data interface.
 *
 *     ekbom::knowledge knowledge;
 *     ekbom::patient patient;
 *     patient.set("age_years", 58.0).add_lab("ferritin", 38.0, "ng/mL");
 *     ekbom::assessment assessment = knowledge.assess(patient);
 *     for (const ekbom_position &position : assessment.positions()) { ... }
 */
#ifndef EKBOM_HPP
#define EKBOM_HPP

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>
#if __cplusplus >= 202002L && defined(__has_include)
#if __has_include(<ranges>)
#include <ranges>
#endif
#endif

#include "ekbom.h"

namespace ekbom {

/** A string of the library as a view; empty where it is absent. */
inline std::string_view view(ekbom_str text) noexcept {
    return text.data == nullptr ? std::string_view() : std::string_view(text.data, text.len);
}

/** A string for the library. */
inline ekbom_str str(std::string_view text) noexcept { return ekbom_str{text.data(), text.size()}; }

/** Is there a string at all? */
inline bool is_absent(ekbom_str text) noexcept { return text.data == nullptr; }

/** A list of strings. */
class strings {
  public:
    class iterator {
      public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;
        using pointer = const std::string_view *;
        using reference = std::string_view;

        iterator() noexcept = default;
        explicit iterator(const ekbom_str *at) noexcept : at_(at) {}
        std::string_view operator*() const noexcept { return view(*at_); }
        iterator &operator++() noexcept {
            ++at_;
            return *this;
        }
        iterator operator++(int) noexcept {
            iterator old = *this;
            ++at_;
            return old;
        }
        bool operator==(const iterator &other) const noexcept { return at_ == other.at_; }
        bool operator!=(const iterator &other) const noexcept { return at_ != other.at_; }

      private:
        const ekbom_str *at_ = nullptr;
    };

    strings() noexcept = default;
    /* Not explicit: every list in a view is read as one of these. */
    strings(ekbom_strs list) noexcept : list_(list) {}

    std::size_t size() const noexcept { return list_.len; }
    bool empty() const noexcept { return list_.len == 0; }
    iterator begin() const noexcept { return iterator(list_.items); }
    iterator end() const noexcept { return iterator(list_.len == 0 ? list_.items : list_.items + list_.len); }

    std::string_view at(std::size_t index) const {
        if (index >= list_.len) {
            throw std::out_of_range("ekbom::strings::at");
        }
        return view(list_.items[index]);
    }

    bool contains(std::string_view text) const noexcept {
        for (std::string_view own : *this) {
            if (own == text) {
                return true;
            }
        }
        return false;
    }

  private:
    ekbom_strs list_{nullptr, 0};
};

namespace detail {

/** Ends what the library made. */
struct free_it {
    void operator()(ekbom_knowledge *own) const noexcept { ekbom_knowledge_free(own); }
    void operator()(ekbom_patient *own) const noexcept { ekbom_patient_free(own); }
    void operator()(ekbom_lab *own) const noexcept { ekbom_lab_free(own); }
    void operator()(ekbom_policy *own) const noexcept { ekbom_policy_free(own); }
    void operator()(ekbom_assessment *own) const noexcept { ekbom_assessment_free(own); }
    void operator()(ekbom_error *own) const noexcept { ekbom_error_free(own); }
    void operator()(ekbom_text *own) const noexcept { ekbom_text_free(own); }
    void operator()(ekbom_record *own) const noexcept { ekbom_record_free(own); }
    void operator()(ekbom_language *own) const noexcept { ekbom_language_free(own); }
#ifdef EKBOM_COHORT
    void operator()(ekbom_cohort *own) const noexcept { ekbom_cohort_free(own); }
#endif
};

template <class T> using owner = std::unique_ptr<T, free_it>;

/** Is it a type of numbers? Truth values and characters are none; `std::uint8_t` and `std::int8_t` are. */
template <class T>
inline constexpr bool is_number = std::is_arithmetic_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char> &&
#if defined(__cpp_char8_t)
                                  !std::is_same_v<T, char8_t> &&
#endif
                                  !std::is_same_v<T, wchar_t> && !std::is_same_v<T, char16_t> &&
                                  !std::is_same_v<T, char32_t>;

} // namespace detail

/** One thing that is wrong. */
struct fault {
    std::string field;
    std::string value;
    std::string message;
    std::vector<std::string> accepted;
    /** The cause, as a code that never changes its meaning, such as `unit_not_accepted`. */
    std::string kind;
};

/** A result that must be acted on now, if its unit is right, of a patient who is refused. */
struct critical_of_refused {
    std::string analyte;
    double value;
    std::string unit;
    /** What it is and why, in English. */
    std::string says;
};

/** A call failed. `what()` is all of it in one line of English. */
class error : public std::runtime_error {
  public:
    error(ekbom_status status, std::string message, std::vector<fault> faults, std::string json,
          std::vector<critical_of_refused> critical = {})
        : std::runtime_error(std::move(message)), status_(status), faults_(std::move(faults)), json_(std::move(json)),
          critical_(std::move(critical)) {}

    ekbom_status status() const noexcept { return status_; }
    const std::vector<fault> &faults() const noexcept { return faults_; }
    /** `{"errors": [...]}`: the same bytes in every language; empty where the call gave no more than a status. */
    const std::string &json() const noexcept { return json_; }
    /** What is critical of a patient who is refused: a potassium of 7.2 must not be lost for a misspelt ferritin. */
    const std::vector<critical_of_refused> &critical() const noexcept { return critical_; }

  private:
    ekbom_status status_;
    std::vector<fault> faults_;
    std::string json_;
    std::vector<critical_of_refused> critical_;
};

namespace detail {

/* The error by its address: which argument of a call is evaluated first is for the compiler to choose, and the error
 * itself is written by the call that gives the status. */
inline void check(ekbom_status status, ekbom_error **raw = nullptr) {
    owner<ekbom_error> held(raw == nullptr ? nullptr : *raw);
    if (status == EKBOM_STATUS_OK) {
        return;
    }
    std::string message(view(ekbom_status_meaning(status)));
    std::string json;
    std::vector<fault> faults;
    std::vector<critical_of_refused> critical;
    if (held) {
        message = std::string(view(ekbom_error_message(held.get())));
        const ekbom_fault *own = nullptr;
        for (std::size_t i = 0; ekbom_error_fault(held.get(), i, &own) == EKBOM_STATUS_OK; i++) {
            fault one{std::string(view(own->field)), std::string(view(own->value)), std::string(view(own->message)),
                      {}, std::string(view(own->kind))};
            for (std::string_view accepted : strings(own->accepted)) {
                one.accepted.emplace_back(accepted);
            }
            faults.push_back(std::move(one));
        }
        const ekbom_critical_result *one = nullptr;
        for (std::size_t i = 0; ekbom_error_critical_result(held.get(), i, &one) == EKBOM_STATUS_OK; i++) {
            critical.push_back({std::string(view(one->analyte)), one->value, std::string(view(one->unit)),
                                std::string(view(one->says))});
        }
        ekbom_text *text = nullptr;
        if (ekbom_error_to_json(held.get(), &text) == EKBOM_STATUS_OK) {
            json = std::string(view(ekbom_text_str(text)));
            ekbom_text_free(text);
        }
    }
    throw error(status, std::move(message), std::move(faults), std::move(json), std::move(critical));
}

inline std::string take(ekbom_text *raw) {
    owner<ekbom_text> held(raw);
    return std::string(view(ekbom_text_str(held.get())));
}

} // namespace detail

/** A list that an object of the library holds. */
template <class Owner, class View, std::size_t (*Count)(const Owner *),
          ekbom_status (*At)(const Owner *, std::size_t, const View **)>
class list {
  public:
    class iterator {
      public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = View;
        using difference_type = std::ptrdiff_t;
        using pointer = const View *;
        using reference = const View &;

        iterator() noexcept = default;
        iterator(const Owner *owner, std::size_t at) noexcept : owner_(owner), at_(at) {}
        const View &operator*() const {
            const View *found = nullptr;
            detail::check(At(owner_, at_, &found));
            return *found;
        }
        const View *operator->() const { return &**this; }
        iterator &operator++() noexcept {
            ++at_;
            return *this;
        }
        iterator operator++(int) noexcept {
            iterator old = *this;
            ++at_;
            return old;
        }
        bool operator==(const iterator &other) const noexcept { return at_ == other.at_; }
        bool operator!=(const iterator &other) const noexcept { return at_ != other.at_; }

      private:
        const Owner *owner_ = nullptr;
        std::size_t at_ = 0;
    };

    list() noexcept = default;
    explicit list(const Owner *owner) noexcept : owner_(owner) {}
    std::size_t size() const noexcept { return Count(owner_); }
    bool empty() const noexcept { return size() == 0; }
    iterator begin() const noexcept { return iterator(owner_, 0); }
    iterator end() const noexcept { return iterator(owner_, size()); }
    const View &at(std::size_t index) const { return *iterator(owner_, index); }

  private:
    const Owner *owner_ = nullptr;
};

/** What to look at again after a recommendation. */
class follow_ups {
  public:
    explicit follow_ups(const ekbom_recommendation &own) noexcept : own_(&own) {}
    const ekbom_follow_up *begin() const noexcept { return own_->follow_ups; }
    const ekbom_follow_up *end() const noexcept {
        return own_->follow_up_count == 0 ? own_->follow_ups : own_->follow_ups + own_->follow_up_count;
    }
    std::size_t size() const noexcept { return own_->follow_up_count; }

  private:
    const ekbom_recommendation *own_;
};

/** A language that reports can be written in. It belongs to the calls that it is given to. */
class language {
  public:
    /** German, which comes with the library. */
    static language german() {
        ekbom_language *made = nullptr;
        detail::check(ekbom_language_german(&made));
        return language(made);
    }
    /** From the text of a file in gettext's PO format; throws where it is none, and names the line. */
    static language from_po(std::string_view code, std::string_view text) {
        ekbom_error *error = nullptr;
        ekbom_language *made = nullptr;
        detail::check(ekbom_language_from_po(str(code), str(text), &made, &error), &error);
        return language(made);
    }

    std::string_view code() const & noexcept { return view(ekbom_language_code(get())); }
    std::string_view code() const && = delete;
    /** A sentence of an assessment: the text of an act, an alert, a precaution. */
    std::string say(std::string_view english) const {
        ekbom_error *error = nullptr;
        ekbom_text *text = nullptr;
        detail::check(ekbom_language_say(get(), str(english), &text, &error), &error);
        return detail::take(text);
    }

    const ekbom_language *get() const noexcept { return own_.get(); }

  private:
    explicit language(ekbom_language *made) noexcept : own_(made) {}
    detail::owner<ekbom_language> own_;
};

/** A laboratory result with all that can be said of it. */
class lab {
  public:
    lab(std::string_view analyte, double value, std::string_view unit) {
        ekbom_error *error = nullptr;
        ekbom_lab *made = nullptr;
        detail::check(ekbom_lab_new(str(analyte), value, str(unit), &made, &error), &error);
        own_.reset(made);
    }

    /** `negative`, `positive` or `indeterminate`. */
    static lab qualitative(std::string_view analyte, std::string_view finding) {
        ekbom_error *error = nullptr;
        ekbom_lab *made = nullptr;
        detail::check(ekbom_lab_new_qualitative(str(analyte), str(finding), &made, &error), &error);
        return lab(made);
    }

    lab &comparator(std::string_view sign) {
        ekbom_error *error = nullptr;
        detail::check(ekbom_lab_set_comparator(own_.get(), str(sign), &error), &error);
        return *this;
    }
    lab &assay(std::string_view name) {
        ekbom_error *error = nullptr;
        detail::check(ekbom_lab_set_assay(own_.get(), str(name), &error), &error);
        return *this;
    }
    lab &days_ago(double days) { return said(ekbom_lab_set_days_ago(own_.get(), days)); }
    lab &morning(bool morning) { return said(ekbom_lab_set_morning(own_.get(), morning)); }
    lab &iron_free_hours(double hours) { return said(ekbom_lab_set_iron_free_hours(own_.get(), hours)); }
    lab &ref_low(double limit) { return said(ekbom_lab_set_ref_low(own_.get(), limit)); }
    lab &ref_high(double limit) { return said(ekbom_lab_set_ref_high(own_.get(), limit)); }
    lab &grey_high(double limit) { return said(ekbom_lab_set_grey_high(own_.get(), limit)); }
    lab &confirmed(bool confirmed = true) { return said(ekbom_lab_set_confirmed(own_.get(), confirmed)); }
    /** Why you doubt it: it counts for nothing, no older result stands for it, and what it would forbid is withheld. */
    lab &doubt(std::string_view why) {
        ekbom_error *error = nullptr;
        detail::check(ekbom_lab_set_doubt(own_.get(), str(why), &error), &error);
        return *this;
    }

    const ekbom_lab *get() const noexcept { return own_.get(); }

  private:
    explicit lab(ekbom_lab *made) noexcept : own_(made) {}
    lab &said(ekbom_status status) {
        detail::check(status);
        return *this;
    }
    detail::owner<ekbom_lab> own_;
};

/** What is known of a patient. */
class patient {
  public:
    patient() {
        ekbom_patient *made = nullptr;
        detail::check(ekbom_patient_new(&made));
        own_.reset(made);
    }
    patient(const patient &other) {
        ekbom_patient *made = nullptr;
        detail::check(ekbom_patient_clone(other.own_.get(), &made));
        own_.reset(made);
    }
    patient(patient &&) noexcept = default;
    patient &operator=(patient other) noexcept {
        own_.swap(other.own_);
        return *this;
    }
    ~patient() = default;

    static patient from_json(std::string_view json) {
        ekbom_error *error = nullptr;
        ekbom_patient *made = nullptr;
        detail::check(ekbom_patient_from_json(str(json), &made, &error), &error);
        return patient(made);
    }

    /** Says yes or no. A template, so that nothing else becomes a `bool` on the way. */
    template <class Flag, std::enable_if_t<std::is_same_v<Flag, bool>, int> = 0>
    patient &set(std::string_view key, Flag present) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_set_flag(own_.get(), str(key), present, &error), &error);
    }
    /** Says a number: any type of number, but no character. */
    template <class Number, std::enable_if_t<detail::is_number<Number>, int> = 0>
    patient &set(std::string_view key, Number value) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_set_number(own_.get(), str(key), static_cast<double>(value), &error), &error);
    }
    /** Says one of several codes. */
    patient &set(std::string_view key, std::string_view code) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_set_choice(own_.get(), str(key), str(code), &error), &error);
    }
    patient &set(std::string_view key, std::nullptr_t) = delete;

    patient &add_lab(std::string_view analyte, double value, std::string_view unit) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_add_lab(own_.get(), str(analyte), value, str(unit), &error), &error);
    }
    patient &add(const lab &lab) { return said(ekbom_patient_add(own_.get(), lab.get()), nullptr); }
    patient &add_medicine(std::string_view name) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_add_medicine(own_.get(), str(name), &error), &error);
    }
    patient &irls_items(const std::vector<std::uint8_t> &scores) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_set_irls_items(own_.get(), scores.data(), scores.size(), &error), &error);
    }
    patient &complete(std::string_view group) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_complete(own_.get(), str(group), &error), &error);
    }
    patient &include(std::string_view code) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_include(own_.get(), str(code), &error), &error);
    }
    /** Takes back what was said or refused under a key: it is unknown again. */
    patient &unset(std::string_view key) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_unset(own_.get(), str(key), &error), &error);
    }
    /** Takes back everything. */
    patient &clear() { return said(ekbom_patient_clear(own_.get()), nullptr); }
    /** Takes back a result by its row, the first one added being 0; the others keep theirs. */
    patient &remove_lab(std::size_t row) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_remove_lab(own_.get(), row, &error), &error);
    }
    patient &remove_medicine(std::size_t row) {
        ekbom_error *error = nullptr;
        return said(ekbom_patient_remove_medicine(own_.get(), row, &error), &error);
    }
    /** How many were added, those refused or taken back too: the row of the next one. */
    std::size_t lab_count() const noexcept { return ekbom_patient_lab_count(own_.get()); }
    std::size_t medicine_count() const noexcept { return ekbom_patient_medicine_count(own_.get()); }
    /** Throws with every fault at once. */
    void check() const {
        ekbom_error *error = nullptr;
        detail::check(ekbom_patient_check(own_.get(), &error), &error);
    }

    std::string to_json() const {
        ekbom_error *error = nullptr;
        ekbom_text *text = nullptr;
        detail::check(ekbom_patient_to_json(own_.get(), &text, &error), &error);
        return detail::take(text);
    }

    const ekbom_patient *get() const noexcept { return own_.get(); }

  private:
    friend class record;
    explicit patient(ekbom_patient *made) noexcept : own_(made) {}
    patient &said(ekbom_status status, ekbom_error **error) {
        detail::check(status, error);
        return *this;
    }
    detail::owner<ekbom_patient> own_;
};

/** A record in FHIR: its subjects as patients. */
class record {
  public:
    /** `as_of` is a day (YYYY-MM-DD) or an instant; empty: the day of the newest result. 0 days back is for ever. */
    static record from_fhir(std::string_view document, std::string_view as_of = {},
                            std::uint32_t look_back_days = EKBOM_LOOK_BACK_DAYS) {
        ekbom_error *error = nullptr;
        ekbom_record *made = nullptr;
        detail::check(ekbom_record_from_fhir(str(document), str(as_of), look_back_days, &made, &error), &error);
        return record(made);
    }

    /** How many subjects. */
    std::size_t size() const noexcept { return ekbom_record_subject_count(own_.get()); }
    /** A subject as a patient; throws where it is refused, or has died. */
    ekbom::patient patient(std::size_t index) const {
        ekbom_error *error = nullptr;
        ekbom_patient *made = nullptr;
        detail::check(ekbom_record_patient(own_.get(), index, &made, &error), &error);
        return ekbom::patient(made);
    }
    /** Subjects, patients or faults, and what became of each entry; `of` is an `ekbom::knowledge`. */
    template <class Knowledge>
    std::string to_json(const Knowledge &of) const {
        ekbom_text *text = nullptr;
        detail::check(ekbom_record_to_json(own_.get(), of.get(), &text));
        return detail::take(text);
    }

    const ekbom_record *get() const noexcept { return own_.get(); }

  private:
    explicit record(ekbom_record *made) noexcept : own_(made) {}
    detail::owner<ekbom_record> own_;
};

/** How results are read, and how much is reported. */
class policy {
  public:
    policy() {
        ekbom_policy *made = nullptr;
        detail::check(ekbom_policy_new(&made));
        own_.reset(made);
    }
    policy &stale_after_days(double days) {
        ekbom_error *error = nullptr;
        detail::check(ekbom_policy_set_stale_after_days(own_.get(), days, &error), &error);
        return *this;
    }
    policy &uncertainty(std::string_view code) {
        ekbom_error *error = nullptr;
        detail::check(ekbom_policy_set_uncertainty(own_.get(), str(code), &error), &error);
        return *this;
    }
    policy &trace(bool trace = true) {
        detail::check(ekbom_policy_set_trace(own_.get(), trace));
        return *this;
    }

    const ekbom_policy *get() const noexcept { return own_.get(); }

  private:
    detail::owner<ekbom_policy> own_;
};

/** Everything that follows from what is known of one patient. */
class assessment {
  public:
    explicit assessment(ekbom_assessment *made) noexcept : own_(made) {}

    auto positions() const & noexcept {
        return list<ekbom_assessment, ekbom_position, ekbom_assessment_position_count, ekbom_assessment_position>(get());
    }
    void positions() const && = delete;
    /** What could not be accepted and counts as not said, where `on_refusal` is `set_aside`. */
    auto set_aside() const & noexcept {
        return list<ekbom_assessment, ekbom_fault, ekbom_assessment_set_aside_count, ekbom_assessment_set_aside>(get());
    }
    void set_aside() const && = delete;
    /** What a person does next, in order. */
    auto acts() const & noexcept {
        return list<ekbom_assessment, ekbom_act, ekbom_assessment_act_count, ekbom_assessment_act>(get());
    }
    void acts() const && = delete;
    auto precautions() const & noexcept {
        return list<ekbom_assessment, ekbom_precaution, ekbom_assessment_precaution_count, ekbom_assessment_precaution>(get());
    }
    void precautions() const && = delete;
    auto critical() const & noexcept {
        return list<ekbom_assessment, ekbom_critical_result, ekbom_assessment_critical_result_count, ekbom_assessment_critical_result>(get());
    }
    void critical() const && = delete;
    auto stopped() const & noexcept {
        return list<ekbom_assessment, ekbom_stopped, ekbom_assessment_stopped_count, ekbom_assessment_stopped>(get());
    }
    void stopped() const && = delete;
    auto withheld() const & noexcept {
        return list<ekbom_assessment, ekbom_withheld, ekbom_assessment_withheld_count, ekbom_assessment_withheld>(get());
    }
    void withheld() const && = delete;
    auto changes() const & noexcept {
        return list<ekbom_assessment, ekbom_limit_change, ekbom_assessment_limit_change_count, ekbom_assessment_limit_change>(get());
    }
    void changes() const && = delete;
    auto disagreements() const & noexcept {
        return list<ekbom_assessment, ekbom_disagreement, ekbom_assessment_disagreement_count,
                    ekbom_assessment_disagreement>(get());
    }
    void disagreements() const && = delete;
    auto recommendations() const & noexcept {
        return list<ekbom_assessment, ekbom_recommendation, ekbom_assessment_recommendation_count,
                    ekbom_assessment_recommendation>(get());
    }
    void recommendations() const && = delete;
    auto next_tests() const & noexcept {
        return list<ekbom_assessment, ekbom_next_test, ekbom_assessment_next_test_count, ekbom_assessment_next_test>(
            get());
    }
    void next_tests() const && = delete;
    auto alerts() const & noexcept {
        return list<ekbom_assessment, ekbom_alert, ekbom_assessment_alert_count, ekbom_assessment_alert>(get());
    }
    void alerts() const && = delete;
    auto derived() const & noexcept {
        return list<ekbom_assessment, ekbom_derived, ekbom_assessment_derived_count, ekbom_assessment_derived>(get());
    }
    void derived() const && = delete;
    auto results() const & noexcept {
        return list<ekbom_assessment, ekbom_result, ekbom_assessment_result_count, ekbom_assessment_result>(get());
    }
    void results() const && = delete;
    auto sources() const & noexcept {
        return list<ekbom_assessment, ekbom_source_used, ekbom_assessment_source_count, ekbom_assessment_source>(get());
    }
    void sources() const && = delete;
    auto trace() const & noexcept {
        return list<ekbom_assessment, ekbom_trace_line, ekbom_assessment_trace_line_count, ekbom_assessment_trace_line>(
            get());
    }
    void trace() const && = delete;
    strings claims() const & noexcept { return ekbom_assessment_claims(get()); }
    void claims() const && = delete;
    strings medicines() const & noexcept { return ekbom_assessment_medicines(get()); }
    void medicines() const && = delete;

    /** The position of one guideline on one question; throws where there is none. */
    const ekbom_position &position(std::string_view question, std::string_view guideline) const & {
        ekbom_error *error = nullptr;
        const ekbom_position *found = nullptr;
        detail::check(ekbom_assessment_find_position(get(), str(question), str(guideline), &found, &error), &error);
        return *found;
    }
    void position(std::string_view, std::string_view) const && = delete;
    bool has_alert(std::string_view code) const noexcept {
        const ekbom_alert *found = nullptr;
        return ekbom_assessment_find_alert(get(), str(code), &found, nullptr) == EKBOM_STATUS_OK;
    }
    std::string to_json() const {
        ekbom_text *text = nullptr;
        detail::check(ekbom_assessment_to_json(get(), &text));
        return detail::take(text);
    }

    /** An HTML page of its own. */
    std::string to_html() const { return html_in(nullptr); }
    std::string to_html(const language &in) const { return html_in(in.get()); }
    /** Plain text; `all` for every table. */
    std::string to_text(std::size_t width = 80, bool all = false) const { return text_in(nullptr, width, all); }
    std::string to_text(const language &in, std::size_t width = 80, bool all = false) const {
        return text_in(in.get(), width, all);
    }
    /** A few lines for a note in a record. */
    std::string to_note() const { return note_in(nullptr); }
    std::string to_note(const language &in) const { return note_in(in.get()); }

    const ekbom_assessment *get() const noexcept { return own_.get(); }

  private:
    std::string html_in(const ekbom_language *in) const {
        ekbom_error *error = nullptr;
        ekbom_text *text = nullptr;
        detail::check(ekbom_assessment_to_html_in(get(), in, &text, &error), &error);
        return detail::take(text);
    }
    std::string text_in(const ekbom_language *in, std::size_t width, bool all) const {
        ekbom_error *error = nullptr;
        ekbom_text *text = nullptr;
        detail::check(ekbom_assessment_to_text_in(get(), in, width, all, &text, &error), &error);
        return detail::take(text);
    }
    std::string note_in(const ekbom_language *in) const {
        ekbom_error *error = nullptr;
        ekbom_text *text = nullptr;
        detail::check(ekbom_assessment_to_note_in(get(), in, &text, &error), &error);
        return detail::take(text);
    }
    detail::owner<ekbom_assessment> own_;
};

/** The guidelines and the catalogues. Build it once and share it. */
class knowledge {
  public:
    knowledge() {
        ekbom_error *error = nullptr;
        ekbom_knowledge *made = nullptr;
        detail::check(ekbom_knowledge_new(&made, &error), &error);
        own_.reset(made);
    }
    static knowledge from_json(std::string_view rules) {
        ekbom_error *error = nullptr;
        ekbom_knowledge *made = nullptr;
        detail::check(ekbom_knowledge_from_json(str(rules), &made, &error), &error);
        return knowledge(made);
    }

    ekbom::assessment assess(const ekbom::patient &patient) const { return assess(patient.get(), nullptr); }
    ekbom::assessment assess(const ekbom::patient &patient, const ekbom::policy &policy) const {
        return assess(patient.get(), policy.get());
    }
    /** JSON in, JSON out. */
    std::string assess_json(std::string_view patient) const { return assess_json(patient, nullptr); }
    std::string assess_json(std::string_view patient, const ekbom::policy &policy) const {
        return assess_json(patient, policy.get());
    }
    /** The quick door: bit `i` stands for answer `i` of the table's question. */
    std::uint16_t possible(const ekbom::patient &patient, std::size_t table) const {
        ekbom_error *error = nullptr;
        std::uint16_t answers = 0;
        detail::check(ekbom_possible(get(), patient.get(), table, &answers, &error), &error);
        return answers;
    }

    std::string_view version() const & noexcept { return view(ekbom_knowledge_version(get())); }
    void version() const && = delete;
    std::string_view hash() const & noexcept { return view(ekbom_knowledge_hash(get())); }
    void hash() const && = delete;
    std::string to_json() const {
        ekbom_text *text = nullptr;
        detail::check(ekbom_knowledge_to_json(get(), &text));
        return detail::take(text);
    }

    auto questions() const & noexcept {
        return list<ekbom_knowledge, ekbom_question, ekbom_knowledge_question_count, ekbom_knowledge_question>(get());
    }
    void questions() const && = delete;
    auto tables() const & noexcept {
        return list<ekbom_knowledge, ekbom_table, ekbom_knowledge_table_count, ekbom_knowledge_table>(get());
    }
    void tables() const && = delete;
    auto rules() const & noexcept {
        return list<ekbom_knowledge, ekbom_rule, ekbom_knowledge_rule_count, ekbom_knowledge_rule>(get());
    }
    void rules() const && = delete;
    auto analytes() const & noexcept {
        return list<ekbom_knowledge, ekbom_analyte, ekbom_knowledge_analyte_count, ekbom_knowledge_analyte>(get());
    }
    void analytes() const && = delete;
    auto facts() const & noexcept {
        return list<ekbom_knowledge, ekbom_fact, ekbom_knowledge_fact_count, ekbom_knowledge_fact>(get());
    }
    void facts() const && = delete;
    auto medicines() const & noexcept {
        return list<ekbom_knowledge, ekbom_medicine, ekbom_knowledge_medicine_count, ekbom_knowledge_medicine>(get());
    }
    void medicines() const && = delete;
    auto sources() const & noexcept {
        return list<ekbom_knowledge, ekbom_source, ekbom_knowledge_source_count, ekbom_knowledge_source>(get());
    }
    void sources() const && = delete;
    auto alerts() const & noexcept {
        return list<ekbom_knowledge, ekbom_alert_info, ekbom_knowledge_alert_info_count, ekbom_knowledge_alert_info>(
            get());
    }
    void alerts() const && = delete;
    /** Every code with its English text. */
    auto words() const & noexcept {
        return list<ekbom_knowledge, ekbom_word, ekbom_knowledge_word_count, ekbom_knowledge_word>(get());
    }
    void words() const && = delete;
    /** The English text of a code of a set; throws where there is none. */
    std::string_view english(std::string_view set, std::string_view code) const & {
        ekbom_error *error = nullptr;
        const ekbom_word *found = nullptr;
        detail::check(ekbom_knowledge_find_word(get(), str(set), str(code), &found, &error), &error);
        return view(found->english);
    }
    void english(std::string_view, std::string_view) const && = delete;
    strings units() const & noexcept { return ekbom_knowledge_units(get()); }
    void units() const && = delete;

    /* Each throws where there is none. */
    std::size_t table(std::string_view question, std::string_view guideline) const {
        ekbom_error *error = nullptr;
        std::size_t index = 0;
        detail::check(ekbom_knowledge_find_table(get(), str(question), str(guideline), &index, &error), &error);
        return index;
    }
    const ekbom_question &question(std::string_view id) const & { return find<ekbom_question>(ekbom_knowledge_find_question, id); }
    void question(std::string_view) const && = delete;
    const ekbom_rule &rule(std::string_view id) const & { return find<ekbom_rule>(ekbom_knowledge_find_rule, id); }
    void rule(std::string_view) const && = delete;
    const ekbom_analyte &analyte(std::string_view id) const & { return find<ekbom_analyte>(ekbom_knowledge_find_analyte, id); }
    void analyte(std::string_view) const && = delete;
    /** By a LOINC code that could be verified. */
    const ekbom_analyte &analyte_by_loinc(std::string_view code) const & { return find<ekbom_analyte>(ekbom_knowledge_find_analyte_by_loinc, code); }
    void analyte_by_loinc(std::string_view) const && = delete;
    const ekbom_fact &fact(std::string_view id) const & { return find<ekbom_fact>(ekbom_knowledge_find_fact, id); }
    void fact(std::string_view) const && = delete;
    const ekbom_medicine &medicine(std::string_view name) const & { return find<ekbom_medicine>(ekbom_knowledge_find_medicine, name); }
    void medicine(std::string_view) const && = delete;
    const ekbom_source &source(std::string_view id) const & { return find<ekbom_source>(ekbom_knowledge_find_source, id); }
    void source(std::string_view) const && = delete;
    const ekbom_alert_info &alert(std::string_view code) const & { return find<ekbom_alert_info>(ekbom_knowledge_find_alert_info, code); }
    void alert(std::string_view) const && = delete;

    const ekbom_knowledge *get() const noexcept { return own_.get(); }

  private:
    explicit knowledge(ekbom_knowledge *made) noexcept : own_(made) {}

    ekbom::assessment assess(const ekbom_patient *patient, const ekbom_policy *policy) const {
        ekbom_error *error = nullptr;
        ekbom_assessment *made = nullptr;
        detail::check(ekbom_assess(get(), patient, policy, &made, &error), &error);
        return ekbom::assessment(made);
    }
    std::string assess_json(std::string_view patient, const ekbom_policy *policy) const {
        ekbom_error *error = nullptr;
        ekbom_text *text = nullptr;
        detail::check(ekbom_assess_json(get(), str(patient), policy, &text, &error), &error);
        return detail::take(text);
    }
    template <class View, class Finder> const View &find(Finder finder, std::string_view name) const {
        ekbom_error *error = nullptr;
        const View *found = nullptr;
        detail::check(finder(get(), str(name), &found, &error), &error);
        return *found;
    }
    detail::owner<ekbom_knowledge> own_;
};

/** A value of an analyte in another unit. */
inline double convert(std::string_view analyte, double value, std::string_view from, std::string_view to) {
    ekbom_error *error = nullptr;
    double converted = 0;
    detail::check(ekbom_convert(str(analyte), value, str(from), str(to), &converted, &error), &error);
    return converted;
}

/** The UCUM code of the unit that a text spells. */
inline std::string_view unit(std::string_view spelling) {
    ekbom_error *error = nullptr;
    ekbom_str ucum{nullptr, 0};
    detail::check(ekbom_unit_parse(str(spelling), &ucum, &error), &error);
    return view(ucum);
}

/** Version of the library that is loaded. */
inline std::string_view version() noexcept { return view(ekbom_version()); }

/** The same as a number that can be compared with EKBOM_VERSION_NUMBER. */
inline std::uint32_t version_number() noexcept { return ekbom_version_number(); }

#ifdef EKBOM_COHORT

/** A struct of the Arrow C data interface that is released where it ends. */
template <class Raw> class arrow {
  public:
    arrow() noexcept = default;
    explicit arrow(const Raw &taken) noexcept : own_(taken) {}
    arrow(arrow &&other) noexcept : own_(other.give()) {}
    arrow &operator=(arrow &&other) noexcept {
        if (this != &other) {
            release();
            own_ = other.give();
        }
        return *this;
    }
    ~arrow() { release(); }

    bool is_released() const noexcept { return own_.release == nullptr; }
    /** For who reads it, and for who takes it over and marks it released. */
    Raw *get() noexcept { return &own_; }
    const Raw *get() const noexcept { return &own_; }
    /** Hands it out: whoever gets it releases it. */
    Raw give() noexcept {
        Raw given = own_;
        own_ = Raw{};
        return given;
    }

  private:
    void release() noexcept {
        if (own_.release != nullptr) {
            own_.release(&own_);
        }
    }
    Raw own_{};
};

/** A map bound to the columns of a table. It needs the knowledge no longer once it is made. */
class cohort {
  public:
    /** `map` is TOML; `columns` is the type of a struct whose fields are the columns, and stays the caller's. */
    cohort(const ekbom::knowledge &knowledge, std::string_view map, const ArrowSchema &columns) {
        ekbom_error *error = nullptr;
        ekbom_cohort *made = nullptr;
        detail::check(ekbom_cohort_new(knowledge.get(), str(map), &columns, &made, &error), &error);
        own_.reset(made);
    }

    /** The columns of the answers. */
    arrow<ArrowSchema> schema() const {
        ekbom_error *error = nullptr;
        ArrowSchema made{};
        detail::check(ekbom_cohort_schema(get(), &made, &error), &error);
        return arrow<ArrowSchema>(made);
    }
    /** Answers a batch, which is taken over even where the call throws. */
    arrow<ArrowArray> assess(arrow<ArrowArray> rows) const {
        ekbom_error *error = nullptr;
        ArrowArray made{};
        detail::check(ekbom_assess_arrow(get(), rows.get(), &made, &error), &error);
        return arrow<ArrowArray>(made);
    }
    /** Answers a stream as the answers are asked for, on so many threads; 0 is the thread that asks. */
    arrow<ArrowArrayStream> assess(arrow<ArrowArrayStream> rows, std::uint32_t threads = 0) const {
        ekbom_error *error = nullptr;
        ArrowArrayStream made{};
        detail::check(ekbom_assess_arrow_stream(get(), rows.get(), threads, &made, &error), &error);
        return arrow<ArrowArrayStream>(made);
    }

    const ekbom_cohort *get() const noexcept { return own_.get(); }

  private:
    detail::owner<ekbom_cohort> own_;
};

#endif /* EKBOM_COHORT */

} // namespace ekbom

#if defined(__cpp_lib_ranges)
/* Both are views of what their owner holds: iterators outlive the range they came from. */
template <> inline constexpr bool std::ranges::enable_view<ekbom::strings> = true;
template <> inline constexpr bool std::ranges::enable_borrowed_range<ekbom::strings> = true;
template <class Owner, class View, std::size_t (*Count)(const Owner *),
          ekbom_status (*At)(const Owner *, std::size_t, const View **)>
inline constexpr bool std::ranges::enable_view<ekbom::list<Owner, View, Count, At>> = true;
template <class Owner, class View, std::size_t (*Count)(const Owner *),
          ekbom_status (*At)(const Owner *, std::size_t, const View **)>
inline constexpr bool std::ranges::enable_borrowed_range<ekbom::list<Owner, View, Count, At>> = true;
#endif

#endif /* EKBOM_HPP */
