/**
 * ekbom: guideline logic for the nutritional work-up of restless legs syndrome.
 *
 * For health professionals, who can review the basis of every answer. Not assessed as a medical device: whoever
 * places it in a product determines its classification.
 *
 * What holds for every function:
 *
 * - Names begin with `ekbom_`. What a `_new` function made, the `_free` function of the same name ends; freeing NULL
 *   does nothing, freeing twice is an error of the caller.
 * - A function that can fail returns an `ekbom_status`. Its out-parameters are written only on success, except
 *   `error`: where it is not NULL, it receives on failure an error that says what was wrong, to be freed with
 *   `ekbom_error_free`. On success it is not touched. Begin with `ekbom_error *error = NULL`.
 * - Compilers warn where a status is not looked at. What a patient was refused is not lost even so: `ekbom_assess` and
 *   `ekbom_patient_check` return it as a fault of the patient. Write `EKBOM_IGNORE(call)` where you rely on that.
 * - A NULL where something is needed is EKBOM_STATUS_NULL_POINTER, never a crash.
 * - A string comes with its length, both ways (`ekbom_str`), and is not ended by a zero byte. Strings given must be
 *   UTF-8 and are copied. Strings received belong to the object they were asked of and last as long.
 * - No panic of the library crosses into the caller: it becomes EKBOM_STATUS_PANIC. After it, free what was passed to
 *   the call that failed, and nothing else.
 * - Several threads may read one object at a time (parameters with `const`). Whoever changes or frees an object must
 *   be alone with it. There is no global state, no file, no clock.
 * - Structs are made by the library and reached by pointer: later versions may append fields to them.
 * - Everything here is there since version 0.1.0, unless its comment says since when. `EKBOM_VERSION_NUMBER` is the
 *   version of this header and `ekbom_version_number()` that of the library that is loaded, to be compared as numbers.
 *
 * Define EKBOM_COHORT before including this header where the library was built with the feature `cohort`: it then also
 * answers whole tables, by the Arrow C data interface.
 */

/* Made by cbindgen from bindings/c/src. Do not edit: `make header`. */

#ifndef EKBOM_H
#define EKBOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Before every function. Define EKBOM_STATIC before including this header where a program for Windows links the static
 * library.
 */
#ifndef EKBOM_API
#if defined(_WIN32) && !defined(EKBOM_STATIC)
#define EKBOM_API __declspec(dllimport)
#elif defined(__GNUC__) && !defined(_WIN32)
#define EKBOM_API __attribute__((visibility("default")))
#else
#define EKBOM_API
#endif
#endif

/** Before every function that returns a status: compilers warn where the status is not looked at. */
#ifndef EKBOM_NODISCARD
#if defined(__GNUC__)
#define EKBOM_NODISCARD __attribute__((warn_unused_result))
#elif defined(_MSC_VER)
#include <sal.h>
#define EKBOM_NODISCARD _Check_return_
#else
#define EKBOM_NODISCARD
#endif
#endif

/**
 * A call whose status is left to a later one, without a warning: what was refused of a patient comes back from
 * `ekbom_assess`. A cast to void does not silence gcc.
 */
#define EKBOM_IGNORE(call)                  \
    do {                                    \
        ekbom_status ekbom_ignored_ = (call); \
        (void)ekbom_ignored_;               \
    } while (0)

/** A string literal as an `ekbom_str`. */
#ifdef __cplusplus
#define EKBOM_STR(literal) (ekbom_str{"" literal, sizeof(literal) - 1})
#else
#define EKBOM_STR(literal) ((ekbom_str){"" literal, sizeof(literal) - 1})
#endif

#ifdef EKBOM_COHORT
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/** Of the Arrow C data interface: the type of an array. */
struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

/** Of the Arrow C data interface: an array. */
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};
#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/** Of the Arrow C stream interface: arrays one after the other. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};
#endif
#endif /* EKBOM_COHORT */

/** For printf: `printf("%.*s", EKBOM_ARG(text))`. */
#define EKBOM_ARG(text) (int)(text).len, (text).data


/**
 * How many days are looked back where nothing else is said.
 */
#define EKBOM_LOOK_BACK_DAYS 365

/**
 * The longest string the library reads, in bytes (64 MiB): a length beyond it is a mistake, and refused before a byte
 * is looked at.
 */
#define EKBOM_TEXT_MAX 67108864

/**
 * Version of the interface of this header: programs built with one series of versions do not load another.
 */
#define EKBOM_VERSION_MAJOR 0

/**
 * Version of the interface of this header.
 */
#define EKBOM_VERSION_MINOR 1

/**
 * Version of the interface of this header.
 */
#define EKBOM_VERSION_PATCH 0

/**
 * The same as one number that grows with the version, for `#if`: 10000 times the major version, 100 times the minor,
 * and the patch.
 */
#define EKBOM_VERSION_NUMBER (((EKBOM_VERSION_MAJOR * 10000) + (EKBOM_VERSION_MINOR * 100)) + EKBOM_VERSION_PATCH)

/**
 * How a call ended. A number keeps its meaning for ever and is never used again for another; later versions may add
 * more, so treat an unknown one as a failure.
 */
enum ekbom_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * It did what was asked.
     */
    EKBOM_STATUS_OK = 0,
    /**
     * A pointer is NULL where something is needed.
     */
    EKBOM_STATUS_NULL_POINTER = 1,
    /**
     * A string is not UTF-8.
     */
    EKBOM_STATUS_INVALID_UTF8 = 2,
    /**
     * A string or a list is longer than EKBOM_TEXT_MAX bytes, or longer than makes sense where it was given.
     */
    EKBOM_STATUS_TOO_LONG = 3,
    /**
     * There is no element of this index: how a loop over a list ends.
     */
    EKBOM_STATUS_OUT_OF_RANGE = 4,
    /**
     * There is none of this name in the list that was searched.
     */
    EKBOM_STATUS_NOT_FOUND = 5,
    /**
     * An argument cannot be accepted: an unknown key, code, analyte or unit.
     */
    EKBOM_STATUS_INVALID_ARGUMENT = 6,
    /**
     * The patient cannot be accepted. The error lists every fault.
     */
    EKBOM_STATUS_INVALID_PATIENT = 7,
    /**
     * These are not rules.
     */
    EKBOM_STATUS_INVALID_RULES = 8,
    /**
     * The library has a bug, and stopped. Please report it.
     */
    EKBOM_STATUS_PANIC = 9,
    /**
     * These are not the columns of a table by the Arrow C data interface, or not those that were promised.
     */
    EKBOM_STATUS_INVALID_ARROW = 10,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum ekbom_status ekbom_status;
#else
typedef uint32_t ekbom_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * Everything that follows from what is known of one patient. It needs neither the patient nor the knowledge to live
 * on.
 */
typedef struct ekbom_assessment ekbom_assessment;

#if defined(EKBOM_COHORT)
/**
 * A map bound to the columns of a table: which column is what, in which unit, and what is asked. Build it once;
 * several threads may answer batches with it at a time. It needs the knowledge no longer once it is made.
 */
typedef struct ekbom_cohort ekbom_cohort;
#endif

/**
 * What went wrong in a call: one fault, or, for a patient, every fault at once.
 */
typedef struct ekbom_error ekbom_error;

/**
 * The guidelines' tables, compiled, and the catalogues. Some milliseconds to build: build it once and share it. An
 * assessment may outlive it.
 */
typedef struct ekbom_knowledge ekbom_knowledge;

/**
 * A laboratory result with all that can be said of it; for `ekbom_patient_add`. Where the value alone is known,
 * `ekbom_patient_add_lab` is shorter.
 */
typedef struct ekbom_lab ekbom_lab;

/**
 * A language that reports can be written in. It belongs to the calls that it is given to; nothing is set for all.
 */
typedef struct ekbom_language ekbom_language;

/**
 * What is known of a patient. What is not said stays unknown, unless its group is declared complete. Everything is
 * checked together when the patient is first assessed, or by `ekbom_patient_check`.
 */
typedef struct ekbom_patient ekbom_patient;

/**
 * How results are read, and how much is reported. NULL stands for the defaults wherever one is asked for.
 */
typedef struct ekbom_policy ekbom_policy;

/**
 * What a FHIR record says: a Bundle, a list of resources, or one resource a line, in R4 or R4B.
 */
typedef struct ekbom_record ekbom_record;

/**
 * A string that the library made, such as an assessment in JSON.
 */
typedef struct ekbom_text ekbom_text;

/**
 * A string: where it begins, and how many bytes it has. UTF-8, without a zero byte at the end.
 *
 * An absent string has `data` NULL and `len` 0. Given to the library, that is the empty string.
 */
typedef struct ekbom_str {
    /**
     * The first byte; NULL where there is no string.
     */
    const char *data;
    /**
     * How many bytes.
     */
    size_t len;
} ekbom_str;

/**
 * A list of strings: `items[0]` to `items[len - 1]`. Belongs to the object it was asked of.
 */
typedef struct ekbom_strs {
    /**
     * The first; do not touch it where `len` is 0.
     */
    const struct ekbom_str *items;
    /**
     * How many.
     */
    size_t len;
} ekbom_strs;

/**
 * What one guideline answers to one question.
 */
typedef struct ekbom_position {
    /**
     * The question.
     */
    struct ekbom_str question;
    /**
     * The guideline.
     */
    struct ekbom_str guideline;
    /**
     * The answers still possible; one when determined.
     */
    struct ekbom_strs possible;
    /**
     * The rules that can still be the one that applies.
     */
    struct ekbom_strs rules;
    /**
     * Facts that could still change the answer.
     */
    struct ekbom_strs needs;
    /**
     * Codes of what to mind about the answer.
     */
    struct ekbom_strs flags;
    /**
     * The weakest verification of its possible rules: `original`, `secondary`, `derived` or `unverified`.
     */
    struct ekbom_str verification;
    /**
     * The answers usually left: a part of the possible ones; empty where it is not less than what is possible.
     */
    struct ekbom_strs usual;
    /**
     * Ids of the assumptions on which `usual` rests.
     */
    struct ekbom_strs assuming;
} ekbom_position;

/**
 * What a reader must not miss. Urgent first.
 */
typedef struct ekbom_alert {
    /**
     * Stable code.
     */
    struct ekbom_str code;
    /**
     * `urgent`, `caution` or `info`.
     */
    struct ekbom_str severity;
    /**
     * English text.
     */
    struct ekbom_str message;
    /**
     * The facts or analytes it concerns.
     */
    struct ekbom_strs facts;
} ekbom_alert;

/**
 * One side of a disagreement: a guideline that cannot be of one mind with another on this question. The sides of one
 * question follow each other.
 */
typedef struct ekbom_disagreement {
    /**
     * The question.
     */
    struct ekbom_str question;
    /**
     * The guideline.
     */
    struct ekbom_str guideline;
    /**
     * What it can still answer.
     */
    struct ekbom_strs possible;
} ekbom_disagreement;

/**
 * What to look at again after an action.
 */
typedef struct ekbom_follow_up {
    /**
     * What to look at.
     */
    struct ekbom_str check;
    /**
     * What the source says of it.
     */
    struct ekbom_str says;
    /**
     * Id in the bibliography.
     */
    struct ekbom_str source;
    /**
     * How far it was checked.
     */
    struct ekbom_str verification;
    /**
     * After how many weeks; NaN where the source names no time.
     */
    double weeks;
} ekbom_follow_up;

/**
 * Something to do, or not to do. First things first.
 */
typedef struct ekbom_recommendation {
    /**
     * Stable code.
     */
    struct ekbom_str action;
    /**
     * `for` or `against`.
     */
    struct ekbom_str direction;
    /**
     * How strongly, in the guideline's grade; absent where it gives none.
     */
    struct ekbom_str strength;
    /**
     * Certainty of its evidence; absent where the guideline gives none.
     */
    struct ekbom_str certainty;
    /**
     * Whose.
     */
    struct ekbom_str guideline;
    /**
     * The question it answers.
     */
    struct ekbom_str question;
    /**
     * The rule, or the first of the rules, behind it.
     */
    struct ekbom_str rule;
    /**
     * The answers still possible: more than one leaves the route open.
     */
    struct ekbom_strs possible;
    /**
     * The facts that led here, in words.
     */
    struct ekbom_strs because;
    /**
     * Codes of what to mind about the answer.
     */
    struct ekbom_strs flags;
    /**
     * What to look at again, in words, where a source gives it.
     */
    struct ekbom_strs follow_up;
    /**
     * Why it is withheld; empty where it is not. Several reasons are those still possible, and no findings.
     */
    struct ekbom_strs withheld;
    /**
     * Alerts to mind first.
     */
    struct ekbom_strs cautions;
    /**
     * Does it give iron?
     */
    bool iron;
    /**
     * Is it withheld? Then do not show it as something to do.
     */
    bool is_withheld;
    /**
     * What to look at again, with all that is known of it: `follow_ups[0]` to `follow_ups[follow_up_count - 1]`.
     */
    const struct ekbom_follow_up *follow_ups;
    /**
     * How many.
     */
    size_t follow_up_count;
} ekbom_recommendation;

/**
 * A test that is missing.
 */
typedef struct ekbom_next_test {
    /**
     * The analyte to order.
     */
    struct ekbom_str test;
    /**
     * Questions whose possible answers one result of it alone can narrow.
     */
    struct ekbom_strs could_change;
    /**
     * Open questions that no result of it alone can narrow.
     */
    struct ekbom_strs cannot_change;
    /**
     * How to draw the sample.
     */
    struct ekbom_strs instructions;
    /**
     * Codes of the acts that wait for it, and of the alerts that ask for it.
     */
    struct ekbom_strs asked_by;
} ekbom_next_test;

/**
 * A fact that was computed. Numbers are rounded for display; nothing is decided on them.
 */
typedef struct ekbom_derived {
    /**
     * The fact.
     */
    struct ekbom_str fact;
    /**
     * UCUM unit.
     */
    struct ekbom_str unit;
    /**
     * The formula.
     */
    struct ekbom_str method;
    /**
     * The sex for which it holds, where both are possible; else absent.
     */
    struct ekbom_str if_sex;
    /**
     * What it came from.
     */
    struct ekbom_strs from;
    /**
     * Its value; NaN where it is an interval.
     */
    double value;
    /**
     * The lowest it may be, where it is an interval; else NaN.
     */
    double low;
    /**
     * The highest it may be, where it is an interval; else NaN.
     */
    double high;
} ekbom_derived;

/**
 * A result as reported.
 */
typedef struct ekbom_result {
    /**
     * What was measured.
     */
    struct ekbom_str analyte;
    /**
     * Its UCUM unit; absent for a qualitative test.
     */
    struct ekbom_str unit;
    /**
     * Its comparator, where it is a bound; else absent.
     */
    struct ekbom_str comparator;
    /**
     * The finding of a qualitative test; else absent.
     */
    struct ekbom_str finding;
    /**
     * The number printed; NaN for a qualitative test.
     */
    double value;
    /**
     * How many days ago; NaN where it was not said.
     */
    double days_ago;
    /**
     * Is it the newest of its analyte?
     */
    bool counted;
} ekbom_result;

/**
 * A source behind the rules still possible.
 */
typedef struct ekbom_source_used {
    /**
     * Id in the bibliography: `ekbom_knowledge_find_source`.
     */
    struct ekbom_str id;
    /**
     * The weakest verification of the rules that cite it here.
     */
    struct ekbom_str verification;
    /**
     * What a clinician calls it; its id where the bibliography does not know it.
     */
    struct ekbom_str name;
    /**
     * What it is: `guideline`, `label`, `trial` and others; absent where the bibliography does not know it.
     */
    struct ekbom_str kind;
    /**
     * Its title.
     */
    struct ekbom_str title;
    /**
     * Its digital object identifier; absent where it has none.
     */
    struct ekbom_str doi;
    /**
     * Its year; 0 where it has none.
     */
    uint16_t year;
} ekbom_source_used;

/**
 * One line of a trace: a condition with what it saw. The lines of a rule follow each other, its parts below it.
 */
typedef struct ekbom_trace_line {
    /**
     * The question.
     */
    struct ekbom_str question;
    /**
     * The guideline.
     */
    struct ekbom_str guideline;
    /**
     * The rule.
     */
    struct ekbom_str rule;
    /**
     * The condition in words; `all of`, `any of` or `not` where it has parts.
     */
    struct ekbom_str condition;
    /**
     * What was known of it; empty where it has parts.
     */
    struct ekbom_str saw;
    /**
     * `yes`, `no` or `unknown`.
     */
    struct ekbom_str truth;
    /**
     * What the rule answers.
     */
    struct ekbom_strs answers;
    /**
     * 0 for the condition of the rule itself, one more for each level of parts.
     */
    size_t depth;
} ekbom_trace_line;

/**
 * Something to do next.
 */
typedef struct ekbom_act {
    /**
     * Stable code.
     */
    struct ekbom_str act;
    /**
     * What sort of act.
     */
    struct ekbom_str kind;
    /**
     * `certain`, `usual` (under the assumptions named) or `possible`.
     */
    struct ekbom_str certainty;
    /**
     * What to do, in English.
     */
    struct ekbom_str text;
    /**
     * Ids of the assumptions on which it rests; empty where it is certain.
     */
    struct ekbom_strs assuming;
    /**
     * What led here, in words.
     */
    struct ekbom_strs because;
    /**
     * The fact, the analyte or the question of each of these, in the same order.
     */
    struct ekbom_strs because_facts;
    /**
     * The guidelines that say so.
     */
    struct ekbom_strs guidelines;
    /**
     * Their rules.
     */
    struct ekbom_strs rules;
    /**
     * Ids in the bibliography.
     */
    struct ekbom_strs sources;
    /**
     * Codes of the acts to do before it: until then what forbids it is not ruled out.
     */
    struct ekbom_strs blocked_by;
} ekbom_act;

/**
 * What to mind about a medicine that is offered, planned or taken.
 */
typedef struct ekbom_precaution {
    /**
     * The check; where it is not certain, the gravest of those that may hold.
     */
    struct ekbom_str id;
    /**
     * `urgent`, `stop`, `caution` or `note`.
     */
    struct ekbom_str severity;
    /**
     * The medicine by its name, or the action that is offered by its code.
     */
    struct ekbom_str concerns;
    /**
     * In words.
     */
    struct ekbom_str says;
    /**
     * The facts that led here, in words.
     */
    struct ekbom_strs because;
    /**
     * What would decide it: ids of facts, and `medicines` where the list may hold more than was said.
     */
    struct ekbom_strs missing;
    /**
     * Every check that holds, or that may hold.
     */
    struct ekbom_strs rows;
    /**
     * Ids in the bibliography.
     */
    struct ekbom_strs sources;
    /**
     * How far it was checked.
     */
    struct ekbom_str verification;
    /**
     * Is it taken already?
     */
    bool taken;
    /**
     * Does it hold? Else nobody can tell before what is missing is known.
     */
    bool certain;
} ekbom_precaution;

/**
 * A result that must be acted on now, if its unit is right.
 */
typedef struct ekbom_critical_result {
    /**
     * What was measured.
     */
    struct ekbom_str analyte;
    /**
     * UCUM unit of value and limit.
     */
    struct ekbom_str unit;
    /**
     * `below`, `at_most`, `at_least` or `above` the limit.
     */
    struct ekbom_str direction;
    /**
     * Id in the bibliography.
     */
    struct ekbom_str source;
    /**
     * In words.
     */
    struct ekbom_str says;
    /**
     * How far the limit was read.
     */
    struct ekbom_str verification;
    /**
     * The value, in the unit in which it was compared; of a bound the bound.
     */
    double value;
    /**
     * The limit.
     */
    double limit;
} ekbom_critical_result;

/**
 * A rule of `iron.safety` that forbids iron and certainly holds.
 */
typedef struct ekbom_stopped {
    /**
     * The rule.
     */
    struct ekbom_str rule;
    /**
     * Its answers; one of them holds.
     */
    struct ekbom_strs answers;
    /**
     * What it forbids, as in `ekbom_withheld`.
     */
    struct ekbom_strs forbids;
    /**
     * The facts that led here, in words.
     */
    struct ekbom_strs because;
} ekbom_stopped;

/**
 * What stands between an answer and an action for restless legs.
 */
typedef struct ekbom_withheld {
    /**
     * `no_iron`, `oral_iron` or `intravenous_iron`.
     */
    struct ekbom_str gives;
    /**
     * Why it is withheld; empty where it is not.
     */
    struct ekbom_strs why;
    /**
     * It may pass, and yet an answer of `iron.safety` that forbids it is possible.
     */
    bool safety_open;
} ekbom_withheld;

/**
 * A limit that was changed by name.
 */
typedef struct ekbom_limit_change {
    /**
     * The rule.
     */
    struct ekbom_str rule;
    /**
     * The fact.
     */
    struct ekbom_str fact;
    /**
     * What it was, in the fact's unit.
     */
    double from;
    /**
     * What it is now.
     */
    double to;
} ekbom_limit_change;

/**
 * One fault.
 */
typedef struct ekbom_fault {
    /**
     * Where: a path such as `labs[0].unit`, or the name of a parameter.
     */
    struct ekbom_str field;
    /**
     * What was found there, shortened where it is long.
     */
    struct ekbom_str value;
    /**
     * What is wrong with it, in English.
     */
    struct ekbom_str message;
    /**
     * What would be accepted, the most likely first; may be empty.
     */
    struct ekbom_strs accepted;
    /**
     * The cause, as a code that never changes its meaning, such as `unit_not_accepted`: an application can say it in its
     * own language. A later version may have more of them; `other` where there is none.
     */
    struct ekbom_str kind;
} ekbom_fault;

/**
 * A clinical question.
 */
typedef struct ekbom_question {
    /**
     * Stable id.
     */
    struct ekbom_str id;
    /**
     * The question in words.
     */
    struct ekbom_str title;
    /**
     * The codes of its answers; the last two are always `not_addressed` and `not_applicable`.
     */
    struct ekbom_strs answers;
    /**
     * What each answer means, in the same order.
     */
    struct ekbom_strs meanings;
} ekbom_question;

/**
 * A decision table: one question and one guideline.
 */
typedef struct ekbom_table {
    /**
     * The question.
     */
    struct ekbom_str question;
    /**
     * The guideline.
     */
    struct ekbom_str guideline;
    /**
     * The guideline's title.
     */
    struct ekbom_str title;
    /**
     * `current`, or `on_request` where a patient has to include it.
     */
    struct ekbom_str standing;
    /**
     * Its rules, first match from the top.
     */
    struct ekbom_strs rules;
} ekbom_table;

/**
 * A rule of a table.
 */
typedef struct ekbom_rule {
    /**
     * Stable id.
     */
    struct ekbom_str id;
    /**
     * The question.
     */
    struct ekbom_str question;
    /**
     * The guideline.
     */
    struct ekbom_str guideline;
    /**
     * When it applies, if no earlier rule of its table does; in words.
     */
    struct ekbom_str when;
    /**
     * A remark for the reader; may be empty.
     */
    struct ekbom_str note;
    /**
     * How far it was checked: `original`, `secondary`, `derived` or `unverified`.
     */
    struct ekbom_str verification;
    /**
     * What it answers; more than one where the source leaves it open.
     */
    struct ekbom_strs answers;
    /**
     * Flags it can raise.
     */
    struct ekbom_strs flags;
    /**
     * Ids of the sources it cites.
     */
    struct ekbom_strs sources;
    /**
     * Where in each of them.
     */
    struct ekbom_strs locators;
} ekbom_rule;

/**
 * An analyte.
 */
typedef struct ekbom_analyte {
    /**
     * Stable id.
     */
    struct ekbom_str id;
    /**
     * English name.
     */
    struct ekbom_str name;
    /**
     * The unit of the limits here, as a UCUM code.
     */
    struct ekbom_str canonical_unit;
    /**
     * The unit usual in the United States.
     */
    struct ekbom_str conventional_unit;
    /**
     * The unit usual elsewhere.
     */
    struct ekbom_str si_unit;
    /**
     * A usual interval in adults, for reading; no rule reads it.
     */
    struct ekbom_str interval;
    /**
     * What else to know; may be empty.
     */
    struct ekbom_str note;
    /**
     * Every unit accepted.
     */
    struct ekbom_strs units;
    /**
     * LOINC codes that could be verified.
     */
    struct ekbom_strs loinc;
    /**
     * The lowest value accepted.
     */
    double hard_low;
    /**
     * The highest value accepted.
     */
    double hard_high;
    /**
     * Below this a value needs confirmation; NaN where there is no such limit.
     */
    double confirm_low;
    /**
     * Above this a value needs confirmation; NaN where there is no such limit.
     */
    double confirm_high;
    /**
     * Is it present or absent, rather than an amount?
     */
    bool qualitative;
} ekbom_analyte;

/**
 * A fact: something a rule may ask of a patient. Those of the groups `symptoms` and `history` are keys of
 * `ekbom_patient_set_flag`, `ekbom_patient_set_number` and `ekbom_patient_set_choice`, by kind.
 */
typedef struct ekbom_fact {
    /**
     * Stable id.
     */
    struct ekbom_str id;
    /**
     * In words.
     */
    struct ekbom_str label;
    /**
     * UCUM unit; empty where it has none.
     */
    struct ekbom_str unit;
    /**
     * `person`, `laboratory`, `symptoms`, `history`, `medicines` or `sample`.
     */
    struct ekbom_str group;
    /**
     * `flag`, `choice` or `number`.
     */
    struct ekbom_str kind;
    /**
     * The codes of a choice.
     */
    struct ekbom_strs options;
    /**
     * The lowest number; NaN where it is none.
     */
    double low;
    /**
     * The highest number; NaN where it is none.
     */
    double high;
} ekbom_fact;

/**
 * A medicine of the catalogue.
 */
typedef struct ekbom_medicine {
    /**
     * The nonproprietary name.
     */
    struct ekbom_str name;
    /**
     * Other names under which it is found.
     */
    struct ekbom_strs synonyms;
    /**
     * Its classes.
     */
    struct ekbom_strs classes;
    /**
     * The sources of what its classes claim.
     */
    struct ekbom_strs sources;
} ekbom_medicine;

/**
 * A source of the bibliography.
 */
typedef struct ekbom_source {
    /**
     * Stable id.
     */
    struct ekbom_str id;
    /**
     * Authors.
     */
    struct ekbom_str authors;
    /**
     * Title.
     */
    struct ekbom_str title;
    /**
     * Journal or publisher.
     */
    struct ekbom_str journal;
    /**
     * Digital object identifier; absent where it has none.
     */
    struct ekbom_str doi;
    /**
     * PubMed id; absent where it has none.
     */
    struct ekbom_str pmid;
    /**
     * Address; absent where it has none.
     */
    struct ekbom_str url;
    /**
     * How it was verified.
     */
    struct ekbom_str how_verified;
    /**
     * Year; 0 where it has none.
     */
    uint16_t year;
} ekbom_source;

/**
 * An alert that can be raised.
 */
typedef struct ekbom_alert_info {
    /**
     * Stable code.
     */
    struct ekbom_str code;
    /**
     * `urgent`, `caution` or `info`.
     */
    struct ekbom_str severity;
    /**
     * English text.
     */
    struct ekbom_str message;
} ekbom_alert_info;

/**
 * A code with its English text: what a screen shows where nobody has translated it.
 */
typedef struct ekbom_word {
    /**
     * The set it belongs to: `action`, `strength`, `instruction`, `question`, `alert`, `answer.iron.therapy` and others.
     */
    struct ekbom_str set;
    /**
     * The code.
     */
    struct ekbom_str code;
    /**
     * English.
     */
    struct ekbom_str english;
} ekbom_word;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/* ---- Assessing a patient, and reading the assessment ---- */

/**
 * Assesses a patient. `policy` may be NULL. On EKBOM_STATUS_INVALID_PATIENT the error lists every fault of the
 * patient.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assess(const struct ekbom_knowledge *knowledge,
                          const struct ekbom_patient *patient,
                          const struct ekbom_policy *policy,
                          struct ekbom_assessment **assessment,
                          struct ekbom_error **error);

/**
 * JSON in, JSON out: one patient in, one assessment out, the same bytes in every language. `policy` may be NULL. For a
 * refused patient `ekbom_error_to_json` gives what stands in the assessment's place.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assess_json(const struct ekbom_knowledge *knowledge,
                               struct ekbom_str patient,
                               const struct ekbom_policy *policy,
                               struct ekbom_text **json,
                               struct ekbom_error **error);

/**
 * As one line of JSON, the same bytes in every language.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_to_json(const struct ekbom_assessment *assessment,
                                      struct ekbom_text **json);

/**
 * The position of one guideline on one question, or EKBOM_STATUS_NOT_FOUND. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_find_position(const struct ekbom_assessment *assessment,
                                            struct ekbom_str question,
                                            struct ekbom_str guideline,
                                            const struct ekbom_position **position,
                                            struct ekbom_error **error);

/**
 * The alert with this code, or EKBOM_STATUS_NOT_FOUND where it was not raised. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_find_alert(const struct ekbom_assessment *assessment,
                                         struct ekbom_str code,
                                         const struct ekbom_alert **alert,
                                         struct ekbom_error **error);

/**
 * Claims of the founding article that the facts touch. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API struct ekbom_strs ekbom_assessment_claims(const struct ekbom_assessment *assessment);

/**
 * Medicines of the catalogue that the patient takes. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API struct ekbom_strs ekbom_assessment_medicines(const struct ekbom_assessment *assessment);

/**
 * Version of the knowledge that answered. Lasts until `ekbom_assessment_free`. Absent for NULL.
 */
EKBOM_API struct ekbom_str ekbom_assessment_knowledge_version(const struct ekbom_assessment *assessment);

/**
 * Fingerprint of the rules that answered. Lasts until `ekbom_assessment_free`. Absent for NULL.
 */
EKBOM_API struct ekbom_str ekbom_assessment_knowledge_hash(const struct ekbom_assessment *assessment);

/**
 * Frees it, and all that was asked of it.
 */
EKBOM_API void ekbom_assessment_free(struct ekbom_assessment *assessment);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_position_count(const struct ekbom_assessment *assessment);

/**
 * What one guideline answers to one question: one for each table asked, always. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_position(const struct ekbom_assessment *assessment,
                                       size_t index,
                                       const struct ekbom_position **position);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_disagreement_count(const struct ekbom_assessment *assessment);

/**
 * One side of a disagreement between guidelines. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_disagreement(const struct ekbom_assessment *assessment,
                                           size_t index,
                                           const struct ekbom_disagreement **disagreement);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_recommendation_count(const struct ekbom_assessment *assessment);

/**
 * A recommendation. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_recommendation(const struct ekbom_assessment *assessment,
                                             size_t index,
                                             const struct ekbom_recommendation **recommendation);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_next_test_count(const struct ekbom_assessment *assessment);

/**
 * A test that is missing. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_next_test(const struct ekbom_assessment *assessment,
                                        size_t index,
                                        const struct ekbom_next_test **next_test);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_alert_count(const struct ekbom_assessment *assessment);

/**
 * An alert. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_alert(const struct ekbom_assessment *assessment,
                                    size_t index,
                                    const struct ekbom_alert **alert);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_derived_count(const struct ekbom_assessment *assessment);

/**
 * A fact that was computed. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_derived(const struct ekbom_assessment *assessment,
                                      size_t index,
                                      const struct ekbom_derived **derived);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_result_count(const struct ekbom_assessment *assessment);

/**
 * A result as reported. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_result(const struct ekbom_assessment *assessment,
                                     size_t index,
                                     const struct ekbom_result **result);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_source_count(const struct ekbom_assessment *assessment);

/**
 * A source behind the rules still possible. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_source(const struct ekbom_assessment *assessment,
                                     size_t index,
                                     const struct ekbom_source_used **source_used);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_trace_line_count(const struct ekbom_assessment *assessment);

/**
 * A line of the trace; there are none unless the policy asked for it. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_trace_line(const struct ekbom_assessment *assessment,
                                         size_t index,
                                         const struct ekbom_trace_line **trace_line);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_act_count(const struct ekbom_assessment *assessment);

/**
 * What a person does next, in order: ten at most, and whatever is urgent. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_act(const struct ekbom_assessment *assessment,
                                  size_t index,
                                  const struct ekbom_act **act);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_precaution_count(const struct ekbom_assessment *assessment);

/**
 * What to mind about a medicine that is offered, planned or taken; urgent first. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_precaution(const struct ekbom_assessment *assessment,
                                         size_t index,
                                         const struct ekbom_precaution **precaution);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_critical_result_count(const struct ekbom_assessment *assessment);

/**
 * A result that must be acted on now, if its unit is right. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_critical_result(const struct ekbom_assessment *assessment,
                                              size_t index,
                                              const struct ekbom_critical_result **critical_result);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_stopped_count(const struct ekbom_assessment *assessment);

/**
 * A stop of iron that certainly holds, in the order of its rules, also one behind another. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_stopped(const struct ekbom_assessment *assessment,
                                      size_t index,
                                      const struct ekbom_stopped **stopped);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_withheld_count(const struct ekbom_assessment *assessment);

/**
 * What stands between an answer and an action: one for each way of giving iron, and one for what gives none. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_withheld(const struct ekbom_assessment *assessment,
                                       size_t index,
                                       const struct ekbom_withheld **withheld);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_limit_change_count(const struct ekbom_assessment *assessment);

/**
 * A limit that was changed by name; there are none where the knowledge is as it came. Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_limit_change(const struct ekbom_assessment *assessment,
                                           size_t index,
                                           const struct ekbom_limit_change **limit_change);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_assessment_set_aside_count(const struct ekbom_assessment *assessment);

/**
 * What could not be accepted and counts as not said, where `on_refusal` is `set_aside`: a reader must hear of it first.
 * Lasts until `ekbom_assessment_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_set_aside(const struct ekbom_assessment *assessment,
                                        size_t index,
                                        const struct ekbom_fault **fault);

#if defined(EKBOM_COHORT)
/* ---- Whole tables, by the Arrow C data interface ---- */

/**
 * Binds a map to the columns of a table. `map` is TOML, as `docs/src/cohort.md` describes it; `columns` the schema of a
 * struct whose fields are the columns, which stays the caller's.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_cohort_new(const struct ekbom_knowledge *knowledge,
                              struct ekbom_str map,
                              const struct ArrowSchema *columns,
                              struct ekbom_cohort **cohort,
                              struct ekbom_error **error);
#endif

#if defined(EKBOM_COHORT)
/**
 * The columns of the answers, as a struct; the caller releases it.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_cohort_schema(const struct ekbom_cohort *cohort,
                                 struct ArrowSchema *schema,
                                 struct ekbom_error **error);
#endif

#if defined(EKBOM_COHORT)
/**
 * Answers a batch: `rows` is a struct array with the columns that the cohort was bound to. It is taken over, and
 * released even when the call fails; only where `cohort`, `rows` or `answers` is NULL it stays the caller's. `answers`
 * receives a struct array with a row for every row, whose schema is that of `ekbom_cohort_schema`; the caller releases
 * it.
 *
 * What lies behind the pointers of `rows` cannot be checked: they must be what the Arrow C data interface says. Lengths,
 * offsets and texts are checked.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assess_arrow(const struct ekbom_cohort *cohort,
                                struct ArrowArray *rows,
                                struct ArrowArray *answers,
                                struct ekbom_error **error);
#endif

#if defined(EKBOM_COHORT)
/**
 * Answers a stream of batches as the answers are asked for: `answers` receives a stream that reads `rows` and that the
 * caller releases. `threads` is how many work for it; with 0 or 1 it is the thread that asks. `rows` is taken over, even
 * when the call fails; only where `cohort`, `rows` or `answers` is NULL it stays the caller's. With several threads `rows`
 * is read on another thread than this.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assess_arrow_stream(const struct ekbom_cohort *cohort,
                                       struct ArrowArrayStream *rows,
                                       uint32_t threads,
                                       struct ArrowArrayStream *answers,
                                       struct ekbom_error **error);
#endif

#if defined(EKBOM_COHORT)
/**
 * Frees it. Streams of answers stay valid.
 */
EKBOM_API void ekbom_cohort_free(struct ekbom_cohort *cohort);
#endif

/* ---- What went wrong ---- */

/**
 * How the call ended; EKBOM_STATUS_NULL_POINTER for NULL.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_error_status(const struct ekbom_error *error);

/**
 * All of it in one line of English. Lasts until `ekbom_error_free`. Absent for NULL.
 */
EKBOM_API struct ekbom_str ekbom_error_message(const struct ekbom_error *error);

/**
 * How many faults there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_error_fault_count(const struct ekbom_error *error);

/**
 * One fault. Lasts until `ekbom_error_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_error_fault(const struct ekbom_error *error,
                               size_t index,
                               const struct ekbom_fault **fault);

/**
 * How many results of a patient who was refused are critical all the same, each by itself and if its unit is right; 0
 * for NULL. A potassium of 7.2 must not be lost because a ferritin was misspelt.
 */
EKBOM_API size_t ekbom_error_critical_result_count(const struct ekbom_error *error);

/**
 * One of them. Lasts until `ekbom_error_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_error_critical_result(const struct ekbom_error *error,
                                         size_t index,
                                         const struct ekbom_critical_result **critical_result);

/**
 * All faults as JSON, `{"errors": [...]}`: the same bytes in every language.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_error_to_json(const struct ekbom_error *error,
                                 struct ekbom_text **json);

/**
 * Frees it.
 */
EKBOM_API void ekbom_error_free(struct ekbom_error *error);

/**
 * Whether the error is about this field, such as `labs[0].unit`: of use where one form field is to be marked.
 */
EKBOM_API bool ekbom_error_concerns(const struct ekbom_error *error, struct ekbom_str field);

/* ---- The knowledge ---- */

/**
 * The knowledge that comes with the library.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_new(struct ekbom_knowledge **knowledge,
                                 struct ekbom_error **error);

/**
 * Knowledge from rules in JSON, as `ekbom_knowledge_to_json` writes them or another tool changed them.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_from_json(struct ekbom_str json,
                                       struct ekbom_knowledge **knowledge,
                                       struct ekbom_error **error);

/**
 * Every rule with its conditions, as JSON.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_to_json(const struct ekbom_knowledge *knowledge,
                                     struct ekbom_text **json);

/**
 * Version of the knowledge, apart from that of the library. Lasts until `ekbom_knowledge_free`. Absent for NULL.
 */
EKBOM_API struct ekbom_str ekbom_knowledge_version(const struct ekbom_knowledge *knowledge);

/**
 * Fingerprint of all its rules: equal rules, equal hash. Lasts until `ekbom_knowledge_free`. Absent for NULL.
 */
EKBOM_API struct ekbom_str ekbom_knowledge_hash(const struct ekbom_knowledge *knowledge);

/**
 * Frees it. Assessments made with it stay valid.
 */
EKBOM_API void ekbom_knowledge_free(struct ekbom_knowledge *knowledge);

/* ---- A laboratory result ---- */

/**
 * A number with its unit: the unit is never guessed.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_new(struct ekbom_str analyte,
                           double value,
                           struct ekbom_str unit,
                           struct ekbom_lab **lab,
                           struct ekbom_error **error);

/**
 * The finding of a qualitative test: `negative`, `positive` or `indeterminate`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_new_qualitative(struct ekbom_str analyte,
                                       struct ekbom_str finding,
                                       struct ekbom_lab **lab,
                                       struct ekbom_error **error);

/**
 * Only a bound is known: `<`, `<=`, `>` or `>=`. The empty string takes it back.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_comparator(struct ekbom_lab *lab,
                                      struct ekbom_str comparator,
                                      struct ekbom_error **error);

/**
 * How many days ago the sample was drawn; needed where an analyte has several results.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_days_ago(struct ekbom_lab *lab, double days);

/**
 * Whether the sample was drawn in the morning (iron studies).
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_morning(struct ekbom_lab *lab, bool morning);

/**
 * Hours without iron before the sample (iron studies).
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_iron_free_hours(struct ekbom_lab *lab, double hours);

/**
 * The laboratory's lower limit, in the unit of the result.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_ref_low(struct ekbom_lab *lab, double limit);

/**
 * The laboratory's upper limit, in the unit of the result.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_ref_high(struct ekbom_lab *lab, double limit);

/**
 * The top of the laboratory's grey zone above its lower limit (vitamin B12), in the unit of the result.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_grey_high(struct ekbom_lab *lab, double limit);

/**
 * The assay as the laboratory names it.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_assay(struct ekbom_lab *lab,
                                 struct ekbom_str assay,
                                 struct ekbom_error **error);

/**
 * The value was checked with the laboratory although it is unlikely.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_confirmed(struct ekbom_lab *lab, bool confirmed);

/**
 * Why you doubt the result, such as `the name on the tube is another`. It then counts for nothing, no older result of its
 * analyte stands for it, what it would forbid if it is right is withheld, and a critical one is said;
 * `ekbom_assessment_set_aside` lists it first. The empty string takes the doubt back.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_lab_set_doubt(struct ekbom_lab *lab,
                                 struct ekbom_str why,
                                 struct ekbom_error **error);

/**
 * Frees it.
 */
EKBOM_API void ekbom_lab_free(struct ekbom_lab *lab);

/**
 * German, which comes with the library.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_language_german(struct ekbom_language **language);

/**
 * A language from the text of a file in gettext's PO format; the page on languages says what it holds, and what is not
 * translated in it stays in English. `code` is as in HTML: `fr`, `pt-BR`. Where it is no such file the error names the
 * line.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_language_from_po(struct ekbom_str code,
                                    struct ekbom_str text,
                                    struct ekbom_language **language,
                                    struct ekbom_error **error);

/**
 * The code of a language; `en` for NULL. Lasts until `ekbom_language_free`.
 */
EKBOM_API struct ekbom_str ekbom_language_code(const struct ekbom_language *language);

/**
 * A sentence of an assessment in this language: the text of an act, an alert, a precaution. What the language does not
 * know stays in English, whole. `language` may be NULL: English.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_language_say(const struct ekbom_language *language,
                                struct ekbom_str english,
                                struct ekbom_text **text,
                                struct ekbom_error **error);

/**
 * Frees it.
 */
EKBOM_API void ekbom_language_free(struct ekbom_language *language);

/* ---- What the library knows, an entry at a time ---- */

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_question_count(const struct ekbom_knowledge *knowledge);

/**
 * A clinical question. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_question(const struct ekbom_knowledge *knowledge,
                                      size_t index,
                                      const struct ekbom_question **question);

/**
 * The same by its id, or EKBOM_STATUS_NOT_FOUND.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_question(const struct ekbom_knowledge *knowledge,
                                           struct ekbom_str id,
                                           const struct ekbom_question **question,
                                           struct ekbom_error **error);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_table_count(const struct ekbom_knowledge *knowledge);

/**
 * A decision table: one question and one guideline. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_table(const struct ekbom_knowledge *knowledge,
                                   size_t index,
                                   const struct ekbom_table **table);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_rule_count(const struct ekbom_knowledge *knowledge);

/**
 * A rule. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_rule(const struct ekbom_knowledge *knowledge,
                                  size_t index,
                                  const struct ekbom_rule **rule);

/**
 * The same by its id, or EKBOM_STATUS_NOT_FOUND.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_rule(const struct ekbom_knowledge *knowledge,
                                       struct ekbom_str id,
                                       const struct ekbom_rule **rule,
                                       struct ekbom_error **error);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_analyte_count(const struct ekbom_knowledge *knowledge);

/**
 * An analyte. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_analyte(const struct ekbom_knowledge *knowledge,
                                     size_t index,
                                     const struct ekbom_analyte **analyte);

/**
 * The same by its id, or EKBOM_STATUS_NOT_FOUND.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_analyte(const struct ekbom_knowledge *knowledge,
                                          struct ekbom_str id,
                                          const struct ekbom_analyte **analyte,
                                          struct ekbom_error **error);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_fact_count(const struct ekbom_knowledge *knowledge);

/**
 * A fact: something a rule may ask of a patient. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_fact(const struct ekbom_knowledge *knowledge,
                                  size_t index,
                                  const struct ekbom_fact **fact);

/**
 * The same by its id, or EKBOM_STATUS_NOT_FOUND.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_fact(const struct ekbom_knowledge *knowledge,
                                       struct ekbom_str id,
                                       const struct ekbom_fact **fact,
                                       struct ekbom_error **error);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_medicine_count(const struct ekbom_knowledge *knowledge);

/**
 * A medicine. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_medicine(const struct ekbom_knowledge *knowledge,
                                      size_t index,
                                      const struct ekbom_medicine **medicine);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_source_count(const struct ekbom_knowledge *knowledge);

/**
 * A source of the bibliography. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_source(const struct ekbom_knowledge *knowledge,
                                    size_t index,
                                    const struct ekbom_source **source);

/**
 * The same by its id, or EKBOM_STATUS_NOT_FOUND.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_source(const struct ekbom_knowledge *knowledge,
                                         struct ekbom_str id,
                                         const struct ekbom_source **source,
                                         struct ekbom_error **error);

/**
 * How many there are; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_alert_info_count(const struct ekbom_knowledge *knowledge);

/**
 * An alert that can be raised. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_alert_info(const struct ekbom_knowledge *knowledge,
                                        size_t index,
                                        const struct ekbom_alert_info **alert_info);

/**
 * The same by its code, or EKBOM_STATUS_NOT_FOUND.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_alert_info(const struct ekbom_knowledge *knowledge,
                                             struct ekbom_str id,
                                             const struct ekbom_alert_info **alert_info,
                                             struct ekbom_error **error);

/**
 * The table of one guideline on one question, or EKBOM_STATUS_NOT_FOUND: its index, for `ekbom_knowledge_table` and
 * `ekbom_possible`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_table(const struct ekbom_knowledge *knowledge,
                                        struct ekbom_str question,
                                        struct ekbom_str guideline,
                                        size_t *index,
                                        struct ekbom_error **error);

/**
 * The medicine of this name or synonym, whatever its case, or EKBOM_STATUS_NOT_FOUND. Lasts until
 * `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_medicine(const struct ekbom_knowledge *knowledge,
                                           struct ekbom_str name,
                                           const struct ekbom_medicine **medicine,
                                           struct ekbom_error **error);

/**
 * The analyte that a LOINC code stands for, or EKBOM_STATUS_NOT_FOUND: only codes that could be verified are known. The
 * unit of a result comes from the result, and not from its code. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_analyte_by_loinc(const struct ekbom_knowledge *knowledge,
                                                   struct ekbom_str code,
                                                   const struct ekbom_analyte **analyte,
                                                   struct ekbom_error **error);

/**
 * The UCUM codes of every unit. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API struct ekbom_strs ekbom_knowledge_units(const struct ekbom_knowledge *knowledge);

/* ---- A patient ---- */

/**
 * A patient of whom nothing has been said yet.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_new(struct ekbom_patient **patient);

/**
 * Reads a patient in JSON, in the shape that is the same in every language, and checks it. More can be said of the
 * patient afterwards.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_from_json(struct ekbom_str json,
                                     struct ekbom_patient **patient,
                                     struct ekbom_error **error);

/**
 * The patient in JSON, in the shape that is the same in every language: `ekbom_patient_from_json` reads it back. On
 * EKBOM_STATUS_INVALID_PATIENT the error lists every fault; what was set aside is one here, for it would be lost
 * without a word, and with it what it may forbid.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_to_json(const struct ekbom_patient *patient,
                                   struct ekbom_text **json,
                                   struct ekbom_error **error);

/**
 * A copy, to which other things can be said.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_clone(const struct ekbom_patient *patient,
                                 struct ekbom_patient **copy);

/**
 * Says yes or no: `pregnant`, `ethnicity_black`, and the yes/no items of symptoms and history such as `crohn`. Said
 * again, it stands in the place of what was said or refused before.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_set_flag(struct ekbom_patient *patient,
                                    struct ekbom_str key,
                                    bool present,
                                    struct ekbom_error **error);

/**
 * Says a number: `age_years`, `elevation_m`, `cigarettes_per_day`, and the numbers of symptoms and history such as
 * `times_per_week`, `irls_total` or `onset_age_years`. Its range is checked with the patient.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_set_number(struct ekbom_patient *patient,
                                      struct ekbom_str key,
                                      double value,
                                      struct ekbom_error **error);

/**
 * Says one of several codes: `sex` and `sex_for_reference` (`female`, `male`), `trimester` (`1`, `2`, `3`), `mimics`
 * (`ruled_out`, `coexists`, `sole_explanation`; `not_assessed` leaves it unknown), `distress` (`none`, `mild`, `moderate`, `severe`), `b12_cause`,
 * `transferrin_factor`, `unknown_medicines` (`refuse`, `carry`), `on_refusal` (`refuse`, `set_aside`).
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_set_choice(struct ekbom_patient *patient,
                                      struct ekbom_str key,
                                      struct ekbom_str code,
                                      struct ekbom_error **error);

/**
 * Adds a result: analyte, value and unit. Where more can be said of it, use `ekbom_lab_new` and `ekbom_patient_add`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_add_lab(struct ekbom_patient *patient,
                                   struct ekbom_str analyte,
                                   double value,
                                   struct ekbom_str unit,
                                   struct ekbom_error **error);

/**
 * Adds a copy of a result.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_add(struct ekbom_patient *patient,
                               const struct ekbom_lab *lab);

/**
 * Adds a medicine by the name of its ingredient. A name that the catalogue does not know is carried with an alert, but a
 * slip in a known one is a fault of the patient; the choice `unknown_medicines` says otherwise.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_add_medicine(struct ekbom_patient *patient,
                                        struct ekbom_str name,
                                        struct ekbom_error **error);

/**
 * Scores of the ten items of the IRLS rating scale, instead of its total.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_set_irls_items(struct ekbom_patient *patient,
                                          const uint8_t *scores,
                                          size_t count,
                                          struct ekbom_error **error);

/**
 * Declares a group complete (`symptoms`, `history`, `medicines`): what it does not mention is absent.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_complete(struct ekbom_patient *patient,
                                    struct ekbom_str group,
                                    struct ekbom_error **error);

/**
 * Asks for something that is off by default: `aafp-2017`, `cb12`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_include(struct ekbom_patient *patient,
                                   struct ekbom_str code,
                                   struct ekbom_error **error);

/**
 * Checks everything said: on EKBOM_STATUS_INVALID_PATIENT the error lists every fault at once.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_check(const struct ekbom_patient *patient,
                                 struct ekbom_error **error);

/**
 * Frees it.
 */
EKBOM_API void ekbom_patient_free(struct ekbom_patient *patient);

/* ---- How results are read ---- */

/**
 * A policy of defaults: results are what was reported, stale after 365 days, and no trace is kept.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_policy_new(struct ekbom_policy **policy);

/**
 * Results older than this raise the alert `sample_stale`. Not a number, or less than zero, is refused.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_policy_set_stale_after_days(struct ekbom_policy *policy,
                                               double days,
                                               struct ekbom_error **error);

/**
 * What a single result stands for: `as_reported`, `variation` (every value of which it may be one sample) or `assay`
 * (for ferritin, every value that another manufacturer's assay might have read).
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_policy_set_uncertainty(struct ekbom_policy *policy,
                                          struct ekbom_str code,
                                          struct ekbom_error **error);

/**
 * Keep a trace of every condition with the value it saw.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_policy_set_trace(struct ekbom_policy *policy, bool trace);

/**
 * Frees it.
 */
EKBOM_API void ekbom_policy_free(struct ekbom_policy *policy);

/**
 * The answers that one table still allows, and nothing else: bit `i` stands for answer `i` of the question. `table` is
 * an index as in `ekbom_knowledge_table`. Under the default policy; whether the patient asked for the guideline is not
 * looked at.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_possible(const struct ekbom_knowledge *knowledge,
                            const struct ekbom_patient *patient,
                            size_t table,
                            uint16_t *answers,
                            struct ekbom_error **error);

/**
 * Reads a record. `as_of` is the day as of which it is read, as YYYY-MM-DD, or an instant as FHIR writes it; empty: the day of
 * its newest result. Results older than `look_back_days` are not read (EKBOM_LOOK_BACK_DAYS is usual, 0 is for ever).
 * Nothing in a record says that something is absent: what it does not hold is unknown.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_record_from_fhir(struct ekbom_str document,
                                    struct ekbom_str as_of,
                                    uint32_t look_back_days,
                                    struct ekbom_record **record,
                                    struct ekbom_error **error);

/**
 * Frees it.
 */
EKBOM_API void ekbom_record_free(struct ekbom_record *record);

/**
 * How many subjects it has. 0 for NULL.
 */
EKBOM_API size_t ekbom_record_subject_count(const struct ekbom_record *record);

/**
 * A subject as a patient, of whom more can be said afterwards. EKBOM_STATUS_INVALID_PATIENT where the subject is refused, or
 * has died: then nothing is advised.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_record_patient(const struct ekbom_record *record,
                                  size_t index,
                                  struct ekbom_patient **patient,
                                  struct ekbom_error **error);

/**
 * All of it as one line of JSON: `subjects`, each with its key, whether the person has died, the patient or why it is
 * refused, and what is critical in what was set aside or refused; and the `ledger`, with what became of each entry.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_record_to_json(const struct ekbom_record *record,
                                  const struct ekbom_knowledge *knowledge,
                                  struct ekbom_text **json);

/**
 * As an HTML page of its own: nothing is loaded from elsewhere, and it prints.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_to_html(const struct ekbom_assessment *assessment,
                                      struct ekbom_text **html,
                                      struct ekbom_error **error);

/**
 * The same in another language; NULL: in English.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_to_html_in(const struct ekbom_assessment *assessment,
                                         const struct ekbom_language *language,
                                         struct ekbom_text **html,
                                         struct ekbom_error **error);

/**
 * As plain text, in lines of at most `width` characters; `all` is false for what a reader needs first and true for
 * every table.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_to_text(const struct ekbom_assessment *assessment,
                                      size_t width,
                                      bool all,
                                      struct ekbom_text **text,
                                      struct ekbom_error **error);

/**
 * The same in another language; NULL: in English.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_to_text_in(const struct ekbom_assessment *assessment,
                                         const struct ekbom_language *language,
                                         size_t width,
                                         bool all,
                                         struct ekbom_text **text,
                                         struct ekbom_error **error);

/**
 * As a few lines of plain text, for a note in a record.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_to_note(const struct ekbom_assessment *assessment,
                                      struct ekbom_text **note,
                                      struct ekbom_error **error);

/**
 * The same in another language; NULL: in English.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_assessment_to_note_in(const struct ekbom_assessment *assessment,
                                         const struct ekbom_language *language,
                                         struct ekbom_text **note,
                                         struct ekbom_error **error);

/**
 * The code of a status, such as `null_pointer`; `unknown` for a number that has no meaning here. Lasts for ever.
 */
EKBOM_API struct ekbom_str ekbom_status_code(uint32_t status);

/**
 * What a status means, in English. Lasts for ever.
 */
EKBOM_API struct ekbom_str ekbom_status_meaning(uint32_t status);

/**
 * What stands in it. Lasts until `ekbom_text_free`. Absent for NULL.
 */
EKBOM_API struct ekbom_str ekbom_text_str(const struct ekbom_text *text);

/**
 * Frees it.
 */
EKBOM_API void ekbom_text_free(struct ekbom_text *text);

/* ---- Units ---- */

/**
 * Converts a value of an analyte from one unit to another: a mole of one analyte weighs another amount than a mole of
 * the next. Common spellings of units are understood.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_convert(struct ekbom_str analyte_id,
                           double value,
                           struct ekbom_str from,
                           struct ekbom_str to,
                           double *converted,
                           struct ekbom_error **error);

/**
 * The UCUM code of the unit that a text spells, such as `ug/dL` for `MCG / dl`. Lasts for ever.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_unit_parse(struct ekbom_str spelling,
                              struct ekbom_str *ucum,
                              struct ekbom_error **error);

/**
 * Takes back what was said under a key of `ekbom_patient_set_flag`, `ekbom_patient_set_number` or
 * `ekbom_patient_set_choice`, and what was refused under it: it is unknown again. `irls_items`, `complete` and
 * `include` take back all that was said by their functions. A key that is none can be taken back where it was refused.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_unset(struct ekbom_patient *patient,
                                 struct ekbom_str key,
                                 struct ekbom_error **error);

/**
 * Takes back everything, what was refused too: a patient of whom nothing has been said yet.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_clear(struct ekbom_patient *patient);

/**
 * How many results were added, those that were refused or taken back too: faults name the next one
 * `labs[<this>]`. 0 for NULL.
 */
EKBOM_API size_t ekbom_patient_lab_count(const struct ekbom_patient *patient);

/**
 * How many medicines were added, those that were refused or taken back too: faults name the next one
 * `medicines[<this>]`. 0 for NULL.
 */
EKBOM_API size_t ekbom_patient_medicine_count(const struct ekbom_patient *patient);

/**
 * Takes back the result at this row, the first one added being 0, with what was refused of it. The others keep their
 * rows.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_remove_lab(struct ekbom_patient *patient,
                                      size_t row,
                                      struct ekbom_error **error);

/**
 * Takes back the medicine at this row, the first one added being 0, with what was refused of it. The others keep their
 * rows.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_patient_remove_medicine(struct ekbom_patient *patient,
                                           size_t row,
                                           struct ekbom_error **error);

/* ---- Versions ---- */

/**
 * Version of the library that is loaded, as one number: compare it with EKBOM_VERSION_NUMBER.
 */
EKBOM_API uint32_t ekbom_version_number(void);

/**
 * Version of the library that is loaded, such as `0.1.0`. Lasts for ever.
 */
EKBOM_API struct ekbom_str ekbom_version(void);

/**
 * How many codes have an English text; 0 for NULL.
 */
EKBOM_API size_t ekbom_knowledge_word_count(const struct ekbom_knowledge *knowledge);

/**
 * A code with its English text, in the order of a screen. Lasts until `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_word(const struct ekbom_knowledge *knowledge,
                                  size_t index,
                                  const struct ekbom_word **word);

/**
 * The English text of a code, such as `oral_iron` of the set `action`, or EKBOM_STATUS_NOT_FOUND. Lasts until
 * `ekbom_knowledge_free`.
 */
EKBOM_API EKBOM_NODISCARD ekbom_status ekbom_knowledge_find_word(const struct ekbom_knowledge *knowledge,
                                       struct ekbom_str set,
                                       struct ekbom_str code,
                                       const struct ekbom_word **word,
                                       struct ekbom_error **error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* EKBOM_H */
