/* Wrong calls: every one must come back with its status, say what was wrong, and write nothing else. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ekbom.h>

static int passed = 0, failed = 0;

static void expect(bool held, const char *what, int line) {
    if (held) {
        passed++;
    } else {
        failed++;
        printf("line %d: %s\n", line, what);
    }
}

#define EXPECT(condition) expect((condition), #condition, __LINE__)

static bool is(ekbom_str own, const char *wanted) {
    return own.len == strlen(wanted) && (own.len == 0 || memcmp(own.data, wanted, own.len) == 0);
}

static bool has(ekbom_str own, const char *wanted) {
    size_t len = strlen(wanted);
    for (size_t i = 0; i + len <= own.len; i++) {
        if (memcmp(own.data + i, wanted, len) == 0) {
            return true;
        }
    }
    return false;
}

/* Frees the error; true where its first fault names this field. */
static bool names(ekbom_error **error, ekbom_status status, const char *field) {
    const ekbom_fault *fault = NULL;
    bool held = *error != NULL && ekbom_error_status(*error) == status &&
                ekbom_error_fault(*error, 0, &fault) == EKBOM_STATUS_OK && is(fault->field, field) &&
                fault->message.len > 0 && ekbom_error_message(*error).len > 0;
    if (!held && *error != NULL) {
        printf("    %.*s\n", EKBOM_ARG(ekbom_error_message(*error)));
    }
    ekbom_error_free(*error);
    *error = NULL;
    return held;
}

static ekbom_str str(const char *text) {
    return (ekbom_str){text, strlen(text)};
}

static const ekbom_str absent = {NULL, 0};
static const ekbom_str null_with_length = {NULL, 5};

static void nulls(const ekbom_knowledge *knowledge) {
    ekbom_error *e = NULL;
    EXPECT(ekbom_knowledge_new(NULL, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "knowledge"));
    EXPECT(ekbom_knowledge_new(NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_knowledge_from_json(str("{}"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_knowledge_to_json(NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_knowledge_version(NULL).data == NULL && ekbom_knowledge_hash(NULL).len == 0);
    EXPECT(ekbom_knowledge_units(NULL).len == 0);
    EXPECT(ekbom_patient_new(NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_check(NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_clone(NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_from_json(str("{}"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_set_flag(NULL, str("crohn"), true, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "patient"));
    EXPECT(ekbom_patient_set_number(NULL, str("age_years"), 1, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_set_choice(NULL, str("sex"), str("male"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_add_lab(NULL, str("tsat"), 1, str("%"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_add_medicine(NULL, str("x"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_add(NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_set_irls_items(NULL, NULL, 0, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_complete(NULL, str("history"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_include(NULL, str("cb12"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_new(str("tsat"), 1, str("%"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_new_qualitative(str("ifab"), str("positive"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_comparator(NULL, str("<"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_assay(NULL, str("x"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_days_ago(NULL, 1) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_morning(NULL, true) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_iron_free_hours(NULL, 1) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_ref_low(NULL, 1) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_ref_high(NULL, 1) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_grey_high(NULL, 1) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_confirmed(NULL, true) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_policy_new(NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_policy_set_trace(NULL, true) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_policy_set_uncertainty(NULL, str("assay"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_policy_set_stale_after_days(NULL, 1, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assess(knowledge, NULL, NULL, NULL, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "patient"));
    EXPECT(ekbom_assess_json(knowledge, str("{}"), NULL, NULL, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "json"));
    EXPECT(ekbom_assess_json(NULL, str("{}"), NULL, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assessment_to_json(NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assessment_position(NULL, 0, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assessment_position_count(NULL) == 0 && ekbom_assessment_alert_count(NULL) == 0);
    EXPECT(ekbom_assessment_claims(NULL).len == 0 && ekbom_assessment_medicines(NULL).items == NULL);
    EXPECT(ekbom_assessment_find_alert(NULL, str("x"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_possible(knowledge, NULL, 0, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_convert(str("tsat"), 1, str("%"), str("1"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_unit_parse(str("%"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_error_status(NULL) == EKBOM_STATUS_NULL_POINTER && ekbom_error_fault_count(NULL) == 0);
    EXPECT(ekbom_error_fault(NULL, 0, NULL) == EKBOM_STATUS_NULL_POINTER && ekbom_error_message(NULL).len == 0);
    EXPECT(ekbom_error_to_json(NULL, NULL) == EKBOM_STATUS_NULL_POINTER && !ekbom_error_concerns(NULL, str("x")));
    EXPECT(ekbom_text_str(NULL).data == NULL);
    EXPECT(ekbom_knowledge_question(knowledge, 0, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_knowledge_find_rule(NULL, str("x"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    ekbom_knowledge_free(NULL);
    ekbom_patient_free(NULL);
    ekbom_lab_free(NULL);
    ekbom_policy_free(NULL);
    ekbom_assessment_free(NULL);
    ekbom_error_free(NULL);
    ekbom_text_free(NULL);
}

/* A list: without its owner, without room for the answer, past its end; and every entry that there is. */
#define LIST(owner, type, count, get)                                                                                  \
    do {                                                                                                               \
        const type *entry = NULL;                                                                                      \
        size_t all = count(owner);                                                                                     \
        EXPECT(count(NULL) == 0);                                                                                      \
        EXPECT(get(NULL, 0, &entry) == EKBOM_STATUS_NULL_POINTER);                                                     \
        EXPECT(get(owner, 0, NULL) == EKBOM_STATUS_NULL_POINTER);                                                      \
        EXPECT(get(owner, all, &entry) == EKBOM_STATUS_OUT_OF_RANGE);                                                  \
        EXPECT(get(owner, SIZE_MAX, &entry) == EKBOM_STATUS_OUT_OF_RANGE && entry == NULL);                            \
        for (size_t at = 0; at < all; at++) {                                                                          \
            const type *earlier = entry;                                                                               \
            EXPECT(get(owner, at, &entry) == EKBOM_STATUS_OK && entry != NULL && entry != earlier);                    \
        }                                                                                                              \
    } while (0)

/* A look-up by id: the same, and ids that are no text or not known. */
#define LOOK_UP(knowledge, type, find)                                                                                 \
    do {                                                                                                               \
        const type *entry = NULL;                                                                                      \
        ekbom_error *error = NULL;                                                                                     \
        EXPECT(find(NULL, str("x"), &entry, &error) == EKBOM_STATUS_NULL_POINTER);                                     \
        EXPECT(names(&error, EKBOM_STATUS_NULL_POINTER, "knowledge"));                                                 \
        EXPECT(find(knowledge, str("x"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);                                    \
        EXPECT(find(knowledge, null_with_length, &entry, NULL) == EKBOM_STATUS_NULL_POINTER);                          \
        EXPECT(find(knowledge, str("\xff"), &entry, &error) == EKBOM_STATUS_INVALID_UTF8);                             \
        EXPECT(names(&error, EKBOM_STATUS_INVALID_UTF8, "id"));                                                        \
        EXPECT(find(knowledge, str("no such thing"), &entry, &error) == EKBOM_STATUS_NOT_FOUND);                       \
        EXPECT(names(&error, EKBOM_STATUS_NOT_FOUND, "id") && entry == NULL);                                          \
    } while (0)

static void knowledge_lists(const ekbom_knowledge *knowledge) {
    LIST(knowledge, ekbom_question, ekbom_knowledge_question_count, ekbom_knowledge_question);
    LIST(knowledge, ekbom_table, ekbom_knowledge_table_count, ekbom_knowledge_table);
    LIST(knowledge, ekbom_rule, ekbom_knowledge_rule_count, ekbom_knowledge_rule);
    LIST(knowledge, ekbom_analyte, ekbom_knowledge_analyte_count, ekbom_knowledge_analyte);
    LIST(knowledge, ekbom_fact, ekbom_knowledge_fact_count, ekbom_knowledge_fact);
    LIST(knowledge, ekbom_medicine, ekbom_knowledge_medicine_count, ekbom_knowledge_medicine);
    LIST(knowledge, ekbom_source, ekbom_knowledge_source_count, ekbom_knowledge_source);
    LIST(knowledge, ekbom_alert_info, ekbom_knowledge_alert_info_count, ekbom_knowledge_alert_info);
    LIST(knowledge, ekbom_word, ekbom_knowledge_word_count, ekbom_knowledge_word);
    const ekbom_word *word = NULL;
    EXPECT(ekbom_knowledge_find_word(NULL, str("a"), str("b"), &word, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_knowledge_find_word(knowledge, str("a"), str("b"), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_knowledge_find_word(knowledge, str("a"), str("b"), &word, NULL) == EKBOM_STATUS_NOT_FOUND);
    const char *codes[][2] = {{"action", "oral_iron"}, {"strength", "conditional"}, {"instruction", "iron_free_24h"}};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        ekbom_str set = str(codes[i][0]), code = str(codes[i][1]);
        EXPECT(ekbom_knowledge_find_word(knowledge, set, code, &word, NULL) == EKBOM_STATUS_OK);
        EXPECT(is(word->code, codes[i][1]) && word->english.len > 5 && !is(word->english, codes[i][1]));
    }
    LOOK_UP(knowledge, ekbom_question, ekbom_knowledge_find_question);
    LOOK_UP(knowledge, ekbom_rule, ekbom_knowledge_find_rule);
    LOOK_UP(knowledge, ekbom_analyte, ekbom_knowledge_find_analyte);
    LOOK_UP(knowledge, ekbom_fact, ekbom_knowledge_find_fact);
    LOOK_UP(knowledge, ekbom_source, ekbom_knowledge_find_source);
    LOOK_UP(knowledge, ekbom_alert_info, ekbom_knowledge_find_alert_info);
    for (uint32_t status = 0; status < 100; status++) {
        EXPECT(ekbom_status_code(status).len > 0 && ekbom_status_meaning(status).len > 0);
    }
    EXPECT(ekbom_status_code(UINT32_MAX).len > 0 && ekbom_status_meaning(UINT32_MAX).len > 0);
}

/* A patient with something in every list of the assessment. */
static void assessment_lists(const ekbom_knowledge *knowledge) {
    ekbom_patient *patient = NULL;
    ekbom_policy *policy = NULL;
    ekbom_assessment *own = NULL;
    EXPECT(ekbom_patient_from_json(
               str("{\"age_years\": 58, \"sex\": \"female\", \"labs\": ["
                   "{\"analyte\": \"ferritin\", \"value\": 60, \"unit\": \"ng/mL\"},"
                   "{\"analyte\": \"iron\", \"value\": 900, \"unit\": \"ug/dL\"},"
                   "{\"analyte\": \"tibc\", \"value\": 300, \"unit\": \"ug/dL\"},"
                   "{\"analyte\": \"potassium\", \"value\": 6.9, \"unit\": \"mmol/L\"}],"
                   "\"history\": {\"haemochromatosis\": true}, \"medicines\": [\"pregabalin\", \"oxycodone\"],"
                   "\"symptoms\": {\"urge_to_move\": true, \"worse_at_rest\": true, \"relieved_by_movement\": true,"
                   "\"worse_in_evening\": true, \"mimics\": \"ruled_out\", \"times_per_week\": 4}}"),
               &patient, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_policy_new(&policy) == EKBOM_STATUS_OK && ekbom_policy_set_trace(policy, true) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assess(knowledge, patient, policy, &own, NULL) == EKBOM_STATUS_OK);
    ekbom_patient_free(patient);
    ekbom_policy_free(policy);
    EXPECT(ekbom_assessment_knowledge_version(NULL).data == NULL && ekbom_assessment_knowledge_hash(NULL).data == NULL);
    ekbom_str version = ekbom_knowledge_version(knowledge), hash = ekbom_knowledge_hash(knowledge);
    ekbom_str its_version = ekbom_assessment_knowledge_version(own), its_hash = ekbom_assessment_knowledge_hash(own);
    EXPECT(version.len > 0 && its_version.len == version.len && memcmp(its_version.data, version.data, version.len) == 0);
    EXPECT(hash.len > 0 && its_hash.len == hash.len && memcmp(its_hash.data, hash.data, hash.len) == 0);
    EXPECT(ekbom_assessment_alert_count(own) > 0 && ekbom_assessment_derived_count(own) > 0);
    EXPECT(ekbom_assessment_disagreement_count(own) > 0 && ekbom_assessment_recommendation_count(own) > 0);
    EXPECT(ekbom_assessment_next_test_count(own) > 0 && ekbom_assessment_trace_line_count(own) > 0);
    EXPECT(ekbom_assessment_result_count(own) == 4 && ekbom_assessment_source_count(own) > 0);
    LIST(own, ekbom_position, ekbom_assessment_position_count, ekbom_assessment_position);
    EXPECT(ekbom_assessment_act_count(own) > 0 && ekbom_assessment_withheld_count(own) > 1);
    EXPECT(ekbom_assessment_precaution_count(own) > 0 && ekbom_assessment_critical_result_count(own) > 0);
    EXPECT(ekbom_assessment_stopped_count(own) > 0 && ekbom_assessment_limit_change_count(own) == 0);
    LIST(own, ekbom_fault, ekbom_assessment_set_aside_count, ekbom_assessment_set_aside);
    LIST(own, ekbom_act, ekbom_assessment_act_count, ekbom_assessment_act);
    LIST(own, ekbom_precaution, ekbom_assessment_precaution_count, ekbom_assessment_precaution);
    LIST(own, ekbom_critical_result, ekbom_assessment_critical_result_count, ekbom_assessment_critical_result);
    LIST(own, ekbom_stopped, ekbom_assessment_stopped_count, ekbom_assessment_stopped);
    LIST(own, ekbom_withheld, ekbom_assessment_withheld_count, ekbom_assessment_withheld);
    LIST(own, ekbom_limit_change, ekbom_assessment_limit_change_count, ekbom_assessment_limit_change);
    LIST(own, ekbom_disagreement, ekbom_assessment_disagreement_count, ekbom_assessment_disagreement);
    LIST(own, ekbom_recommendation, ekbom_assessment_recommendation_count, ekbom_assessment_recommendation);
    LIST(own, ekbom_next_test, ekbom_assessment_next_test_count, ekbom_assessment_next_test);
    LIST(own, ekbom_alert, ekbom_assessment_alert_count, ekbom_assessment_alert);
    LIST(own, ekbom_derived, ekbom_assessment_derived_count, ekbom_assessment_derived);
    LIST(own, ekbom_result, ekbom_assessment_result_count, ekbom_assessment_result);
    LIST(own, ekbom_source_used, ekbom_assessment_source_count, ekbom_assessment_source);
    LIST(own, ekbom_trace_line, ekbom_assessment_trace_line_count, ekbom_assessment_trace_line);
    ekbom_assessment_free(own);
}

static void strings(const ekbom_knowledge *knowledge, ekbom_patient *patient) {
    ekbom_error *e = NULL;
    ekbom_lab *lab = NULL;
    ekbom_text *json = NULL;
    /* A UTF-8 sequence cut off, bytes that are none, a length without a string, lengths of another world. */
    const char cut[] = {'c', 'r', '\xc3'};
    const char wild[] = {'\xff', '\xfe', '\0', '\x80'};
    const ekbom_str huge[] = {{"x", SIZE_MAX}, {"x", SIZE_MAX / 2}, {"x", (size_t)EKBOM_TEXT_MAX + 1}};
    EXPECT(ekbom_patient_set_flag(patient, (ekbom_str){cut, 3}, true, &e) == EKBOM_STATUS_INVALID_UTF8);
    EXPECT(has(ekbom_error_message(e), "from byte 2"));
    EXPECT(names(&e, EKBOM_STATUS_INVALID_UTF8, "key"));
    EXPECT(ekbom_patient_add_medicine(patient, (ekbom_str){wild, 4}, &e) == EKBOM_STATUS_INVALID_UTF8);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_UTF8, "medicines[0]"));
    EXPECT(ekbom_assess_json(knowledge, (ekbom_str){wild, 4}, NULL, &json, &e) == EKBOM_STATUS_INVALID_UTF8);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_UTF8, "patient"));
    EXPECT(ekbom_patient_set_flag(patient, null_with_length, true, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "key"));
    EXPECT(ekbom_patient_set_flag(patient, absent, true, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "key"));
    for (size_t i = 0; i < sizeof huge / sizeof huge[0]; i++) {
        EXPECT(ekbom_assess_json(knowledge, huge[i], NULL, &json, &e) == EKBOM_STATUS_TOO_LONG);
        EXPECT(names(&e, EKBOM_STATUS_TOO_LONG, "patient"));
        EXPECT(ekbom_lab_new(huge[i], 1, str("%"), &lab, &e) == EKBOM_STATUS_TOO_LONG);
        EXPECT(names(&e, EKBOM_STATUS_TOO_LONG, "analyte"));
        EXPECT(ekbom_knowledge_from_json(huge[i], NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    }
    const uint8_t scores[10] = {0};
    EXPECT(ekbom_patient_set_irls_items(patient, scores, SIZE_MAX, &e) == EKBOM_STATUS_TOO_LONG);
    EXPECT(names(&e, EKBOM_STATUS_TOO_LONG, "symptoms.irls_items"));
    EXPECT(ekbom_patient_set_irls_items(patient, NULL, 10, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "symptoms.irls_items"));
    EXPECT(lab == NULL && json == NULL);
}

static void codes(const ekbom_knowledge *knowledge, ekbom_patient *patient) {
    ekbom_error *e = NULL;
    ekbom_lab *lab = NULL;
    const ekbom_fault *fault = NULL;
    EXPECT(ekbom_patient_set_flag(patient, str("chron"), true, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_error_fault(e, 0, &fault) == EKBOM_STATUS_OK && fault->accepted.len == 1 && is(fault->value, "chron"));
    EXPECT(is(fault->accepted.items[0], "crohn"));
    EXPECT(ekbom_error_concerns(e, str("chron")) && !ekbom_error_concerns(e, str("code")));
    EXPECT(ekbom_error_fault(e, 1, &fault) == EKBOM_STATUS_OUT_OF_RANGE);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "chron"));
    EXPECT(ekbom_patient_set_number(patient, str("crohn"), 1, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(has(ekbom_error_message(e), "ekbom_patient_set_flag"));
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "history.crohn"));
    EXPECT(ekbom_patient_set_flag(patient, str("ferritin"), true, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "ferritin"));
    EXPECT(ekbom_patient_set_choice(patient, str("sex"), str("f"), &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(has(ekbom_error_message(e), "sex `f`"));
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "sex"));
    EXPECT(ekbom_patient_complete(patient, str("everything"), &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "complete"));
    EXPECT(ekbom_patient_include(patient, str("everything"), &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "include"));
    EXPECT(ekbom_lab_new(str("feritin"), 1, str("ng/mL"), &lab, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(has(ekbom_error_message(e), "(accepted: ferritin)"));
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "analyte"));
    EXPECT(ekbom_lab_new(str("ferritin"), 1, str("furlong"), &lab, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(has(ekbom_error_message(e), "ng/mL"));
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "unit"));
    EXPECT(ekbom_lab_new_qualitative(str("ferritin"), str("positive"), &lab, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "analyte"));
    EXPECT(ekbom_lab_new_qualitative(str("ifab"), str("perhaps"), &lab, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "finding") && lab == NULL);
    ekbom_policy *policy = NULL;
    EXPECT(ekbom_policy_new(&policy) == EKBOM_STATUS_OK);
    EXPECT(ekbom_policy_set_stale_after_days(policy, -1, NULL) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_policy_set_stale_after_days(policy, NAN, NULL) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_policy_set_uncertainty(policy, str("none"), NULL) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_policy_set_uncertainty(policy, str("assay"), NULL) == EKBOM_STATUS_OK);
    ekbom_policy_free(policy);
    double converted = 12;
    EXPECT(ekbom_convert(str("ferritin"), 1, str("ng/mL"), str("mol"), &converted, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "to") && converted == 12);
    EXPECT(ekbom_convert(str("haemoglobin"), 10.5, str("g/dL"), str("g/L"), &converted, NULL) == EKBOM_STATUS_OK);
    EXPECT(converted == 105);
    ekbom_str ucum = {NULL, 0};
    EXPECT(ekbom_unit_parse(str("MCG / dl"), &ucum, NULL) == EKBOM_STATUS_OK && is(ucum, "ug/dL"));
    EXPECT(ekbom_unit_parse(str("furlong"), &ucum, &e) == EKBOM_STATUS_INVALID_ARGUMENT && is(ucum, "ug/dL"));
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "spelling"));

    const ekbom_analyte *analyte = NULL;
    EXPECT(ekbom_knowledge_find_analyte(knowledge, str("ferritn"), &analyte, &e) == EKBOM_STATUS_NOT_FOUND);
    EXPECT(has(ekbom_error_message(e), "(accepted: ferritin)") && analyte == NULL);
    EXPECT(names(&e, EKBOM_STATUS_NOT_FOUND, "id"));
    EXPECT(ekbom_knowledge_find_analyte(knowledge, str("ferritin"), &analyte, &e) == EKBOM_STATUS_OK && e == NULL);
    EXPECT(is(analyte->canonical_unit, "ng/mL") || is(analyte->canonical_unit, "ug/L"));
    const ekbom_analyte *coded = NULL;
    for (size_t i = 0; i < ekbom_knowledge_analyte_count(knowledge); i++) {
        EXPECT(ekbom_knowledge_analyte(knowledge, i, &analyte) == EKBOM_STATUS_OK);
        for (size_t j = 0; j < analyte->loinc.len; j++) {
            ekbom_str code = analyte->loinc.items[j];
            EXPECT(ekbom_knowledge_find_analyte_by_loinc(knowledge, code, &coded, NULL) == EKBOM_STATUS_OK);
            EXPECT(coded == analyte);
        }
    }
    EXPECT(ekbom_knowledge_find_analyte_by_loinc(knowledge, str("0-0"), &coded, &e) == EKBOM_STATUS_NOT_FOUND);
    EXPECT(names(&e, EKBOM_STATUS_NOT_FOUND, "id"));
    EXPECT(ekbom_knowledge_find_analyte_by_loinc(NULL, str("0-0"), &coded, NULL) == EKBOM_STATUS_NULL_POINTER);
    const ekbom_medicine *medicine = NULL;
    EXPECT(ekbom_knowledge_find_medicine(knowledge, str("OMEPRAZOLE"), &medicine, NULL) == EKBOM_STATUS_OK);
    EXPECT(is(medicine->name, "omeprazole") && medicine->classes.len > 0);
    EXPECT(ekbom_knowledge_find_medicine(knowledge, str("snake oil"), &medicine, NULL) == EKBOM_STATUS_NOT_FOUND);
    const ekbom_rule *rule = NULL;
    EXPECT(ekbom_knowledge_rule(knowledge, 0, &rule) == EKBOM_STATUS_OK && rule->sources.len == rule->locators.len);
    const ekbom_rule *same = NULL;
    EXPECT(ekbom_knowledge_find_rule(knowledge, rule->id, &same, NULL) == EKBOM_STATUS_OK && same == rule);
    EXPECT(ekbom_knowledge_rule(knowledge, SIZE_MAX, &rule) == EKBOM_STATUS_OUT_OF_RANGE && same == rule);
    const ekbom_source *source = NULL;
    for (size_t i = 0; i < ekbom_knowledge_rule_count(knowledge); i++) {
        EXPECT(ekbom_knowledge_rule(knowledge, i, &rule) == EKBOM_STATUS_OK);
        for (size_t j = 0; j < rule->sources.len; j++) {
            EXPECT(ekbom_knowledge_find_source(knowledge, rule->sources.items[j], &source, NULL) == EKBOM_STATUS_OK);
        }
    }
    size_t table = 7;
    EXPECT(ekbom_knowledge_find_table(knowledge, str("iron"), str("x"), &table, NULL) == EKBOM_STATUS_NOT_FOUND);
    EXPECT(table == 7);
    const ekbom_table *own = NULL;
    EXPECT(ekbom_knowledge_find_table(knowledge, str("iron.safety"), str("ekbom-safety"), &table, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_knowledge_table(knowledge, table, &own) == EKBOM_STATUS_OK && is(own->question, "iron.safety"));
    uint16_t answers = 0xaaaa;
    EXPECT(ekbom_possible(knowledge, patient, SIZE_MAX, &answers, &e) == EKBOM_STATUS_OUT_OF_RANGE);
    EXPECT(names(&e, EKBOM_STATUS_OUT_OF_RANGE, "table") && answers == 0xaaaa);
    EXPECT(is(ekbom_status_code(EKBOM_STATUS_PANIC), "panic") && is(ekbom_status_code(4000000000u), "unknown"));
    EXPECT(ekbom_version_number() == EKBOM_VERSION_NUMBER && EKBOM_VERSION_NUMBER >= 100);
    EXPECT(ekbom_version().len >= 5 && ekbom_knowledge_units(knowledge).len > 20);
}

/* A patient in whom much is wrong, said item by item. */
static void patients(const ekbom_knowledge *knowledge) {
    ekbom_error *e = NULL;
    ekbom_patient *patient = NULL;
    ekbom_assessment *assessment = NULL;
    ekbom_text *json = NULL;
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, &e) == EKBOM_STATUS_OK && e == NULL);
    EXPECT(ekbom_patient_set_number(patient, str("age_years"), INFINITY, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_number(patient, str("irls_total"), NAN, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_lab(patient, str("creatinine"), 88, str("mg/dL"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_lab(patient, str("ferritin"), NAN, str("ng/mL"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_medicine(patient, str("snake oil"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_choice(patient, str("unknown_medicines"), str("refuse"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assess(knowledge, patient, NULL, &assessment, &e) == EKBOM_STATUS_INVALID_PATIENT);
    EXPECT(assessment == NULL && ekbom_error_fault_count(e) >= 5 && ekbom_error_concerns(e, str("age_years")));
    EXPECT(has(ekbom_error_message(e), "medicines[0] `snake oil`: "));
    EXPECT(ekbom_error_to_json(e, &json) == EKBOM_STATUS_OK && has(ekbom_text_str(json), "{\"errors\":[{\"kind\":"));
    ekbom_text_free(json);
    ekbom_error_free(e);
    e = NULL;
    ekbom_patient *copy = NULL;
    EXPECT(ekbom_patient_clone(patient, &copy) == EKBOM_STATUS_OK);
    ekbom_patient_free(patient);
    EXPECT(ekbom_patient_check(copy, NULL) == EKBOM_STATUS_INVALID_PATIENT);
    ekbom_patient_free(copy);
}

static void hostile_json(const ekbom_knowledge *knowledge) {
    const char *texts[] = {"",
                           " ",
                           "null",
                           "[]",
                           "{",
                           "{\"labs\": [",
                           "{\"labs\": {}}",
                           "{\"age_years\": 1e400}",
                           "{\"age_years\": -0}x",
                           "{\"age_years\": 1, \"age_years\": 2}",
                           "{\"sex\": \"\\ud800\"}",
                           "{\"labs\": [{\"analyte\": \"ferritin\", \"value\": 1e308, \"unit\": \"ng/mL\"}]}",
                           "{\"symptoms\": {\"irls_items\": [1e99, -1, 0.5]}}"};
    ekbom_error *e = NULL;
    ekbom_text *json = NULL;
    ekbom_patient *patient = NULL;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        EXPECT(ekbom_assess_json(knowledge, str(texts[i]), NULL, &json, &e) == EKBOM_STATUS_INVALID_PATIENT);
        EXPECT(e != NULL && ekbom_error_fault_count(e) > 0 && json == NULL);
        ekbom_error_free(e);
        e = NULL;
        EXPECT(ekbom_patient_from_json(str(texts[i]), &patient, NULL) == EKBOM_STATUS_INVALID_PATIENT);
        EXPECT(patient == NULL);
    }
    /* Deep, long, and many. */
    enum { MUCH = 200000 };
    char *much = malloc(MUCH * 24 + 64);
    if (much == NULL) {
        exit(2);
    }
    memset(much, '[', MUCH);
    EXPECT(ekbom_assess_json(knowledge, (ekbom_str){much, MUCH}, NULL, &json, NULL) == EKBOM_STATUS_INVALID_PATIENT);
    memset(much, 'x', MUCH);
    memcpy(much, "{\"", 2);
    memcpy(much + MUCH - 6, "\": 1}", 5);
    EXPECT(ekbom_assess_json(knowledge, (ekbom_str){much, MUCH - 1}, NULL, &json, &e) == EKBOM_STATUS_INVALID_PATIENT);
    ekbom_error_free(e);
    e = NULL;
    size_t len = (size_t)sprintf(much, "{\"medicines\": [\"metformin\"");
    for (int i = 0; i < 5000; i++) {
        len += (size_t)sprintf(much + len, ", \"metformin\"");
    }
    len += (size_t)sprintf(much + len, "]}");
    EXPECT(ekbom_assess_json(knowledge, (ekbom_str){much, len}, NULL, &json, NULL) == EKBOM_STATUS_INVALID_PATIENT);
    /* Every beginning of a good patient but the whole is refused. */
    const char *good = "{\"age_years\": 58, \"labs\": [{\"analyte\": \"ferritin\", \"value\": 38, \"unit\": \"\xc2\xb5g/L\"}]}";
    for (size_t i = 0; i < strlen(good); i++) {
        ekbom_status status = ekbom_assess_json(knowledge, (ekbom_str){good, i}, NULL, &json, NULL);
        EXPECT(status == EKBOM_STATUS_INVALID_PATIENT || status == EKBOM_STATUS_INVALID_UTF8);
    }
    EXPECT(ekbom_assess_json(knowledge, str(good), NULL, &json, NULL) == EKBOM_STATUS_OK);
    ekbom_text_free(json);
    free(much);

    ekbom_knowledge *made = NULL;
    const char *rules[] = {"", "{}", "[]", "{\"ekbom\": \"0\", \"version\": \"1\", \"hash\": \"\", \"tables\": [{}]}"};
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        EXPECT(ekbom_knowledge_from_json(str(rules[i]), &made, &e) == EKBOM_STATUS_INVALID_RULES);
        EXPECT(names(&e, EKBOM_STATUS_INVALID_RULES, "json") && made == NULL);
    }
    EXPECT(ekbom_knowledge_to_json(knowledge, &json) == EKBOM_STATUS_OK);
    EXPECT(ekbom_knowledge_from_json(ekbom_text_str(json), &made, NULL) == EKBOM_STATUS_OK);
    ekbom_text_free(json);
    ekbom_str hash = ekbom_knowledge_hash(made), same = ekbom_knowledge_hash(knowledge);
    EXPECT(hash.len == same.len && memcmp(hash.data, same.data, hash.len) == 0);
    /* An assessment outlives the knowledge it came from. */
    ekbom_assessment *assessment = NULL;
    EXPECT(ekbom_patient_from_json(str(good), &patient, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_flag(patient, str("crohn"), true, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assess(made, patient, NULL, &assessment, NULL) == EKBOM_STATUS_OK);
    ekbom_knowledge_free(made);
    ekbom_patient_free(patient);
    const ekbom_position *position = NULL;
    EXPECT(ekbom_assessment_find_position(assessment, str("iron.therapy"), str("aan-2016"), &position, NULL) == EKBOM_STATUS_OK);
    EXPECT(position->possible.len == 1 && is(position->possible.items[0], "oral"));
    EXPECT(ekbom_assessment_find_position(assessment, str("x"), str("y"), &position, NULL) == EKBOM_STATUS_NOT_FOUND);
    EXPECT(ekbom_assessment_to_json(assessment, &json) == EKBOM_STATUS_OK && ekbom_text_str(json).len > 1000);
    ekbom_text_free(json);
    ekbom_assessment_free(assessment);
}

/* A caller who looks at no status: the patient is refused, and nothing refused reads as absent or exact. */
static void refused_calls(const ekbom_knowledge *knowledge) {
    ekbom_patient *patient = NULL, *copy = NULL;
    ekbom_assessment *assessment = NULL;
    ekbom_lab *lab = NULL;
    ekbom_error *e = NULL;
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    EKBOM_IGNORE(ekbom_patient_complete(patient, str("history"), NULL));
    EXPECT(ekbom_patient_clone(patient, &copy) == EKBOM_STATUS_OK);
    EKBOM_IGNORE(ekbom_patient_set_flag(patient, str("chron"), true, NULL));
    EXPECT(ekbom_assess(knowledge, patient, NULL, &assessment, &e) == EKBOM_STATUS_INVALID_PATIENT);
    EXPECT(assessment == NULL && has(ekbom_error_message(e), "chron"));
    EXPECT(names(&e, EKBOM_STATUS_INVALID_PATIENT, "chron"));
    ekbom_patient_free(patient);
    EXPECT(ekbom_patient_set_flag(copy, str("b12_cause"), false, NULL) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_patient_check(copy, NULL) == EKBOM_STATUS_INVALID_PATIENT);
    ekbom_patient_free(copy);
    EXPECT(ekbom_lab_new(str("crp"), 5, str("mg/L"), &lab, NULL) == EKBOM_STATUS_OK);
    EKBOM_IGNORE(ekbom_lab_set_comparator(lab, str("=<"), NULL));
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add(patient, lab) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_INVALID_PATIENT);
    ekbom_patient_free(patient);
    EKBOM_IGNORE(ekbom_lab_set_comparator(lab, str("<="), NULL)); /* said rightly afterwards */
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add(patient, lab) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_OK);
    ekbom_patient_free(patient);
    ekbom_lab_free(lab);
}

/* What was said or refused can be taken back and said again; rows are those of the caller. */
static void taken_back(const ekbom_knowledge *knowledge) {
    ekbom_patient *patient = NULL;
    ekbom_assessment *assessment = NULL;
    ekbom_error *e = NULL;
    const ekbom_fault *fault = NULL;
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_unset(NULL, str("sex"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_clear(NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_remove_lab(NULL, 0, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_remove_medicine(NULL, 0, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_lab_count(NULL) == 0 && ekbom_patient_medicine_count(NULL) == 0);
    EXPECT(ekbom_patient_unset(patient, str("chron"), &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "key"));
    EXPECT(ekbom_patient_unset(patient, null_with_length, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_OK); /* to take back nothing refuses nothing */
    EXPECT(ekbom_patient_remove_lab(patient, 0, &e) == EKBOM_STATUS_OUT_OF_RANGE);
    EXPECT(names(&e, EKBOM_STATUS_OUT_OF_RANGE, "row"));
    EXPECT(ekbom_patient_remove_medicine(patient, SIZE_MAX, &e) == EKBOM_STATUS_OUT_OF_RANGE);
    EXPECT(names(&e, EKBOM_STATUS_OUT_OF_RANGE, "row"));

    /* The second result is refused: the third is still the third. */
    EXPECT(ekbom_patient_add_lab(patient, str("ferritin"), 38, str("ng/mL"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_lab(patient, str("tsat"), 20, str("furlong"), &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "labs[1].unit"));
    EXPECT(ekbom_patient_add_lab(patient, str("creatinine"), 88, str("mg/dL"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_lab_count(patient) == 3);
    EXPECT(ekbom_patient_set_choice(patient, str("sex"), str("f"), NULL) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_patient_check(patient, &e) == EKBOM_STATUS_INVALID_PATIENT && ekbom_error_fault_count(e) == 3);
    EXPECT(ekbom_error_fault(e, 0, &fault) == EKBOM_STATUS_OK && is(fault->field, "sex"));
    EXPECT(has(ekbom_error_message(e), "sex `f`: "));
    EXPECT(ekbom_error_fault(e, 1, &fault) == EKBOM_STATUS_OK && is(fault->field, "labs[1].unit"));
    EXPECT(ekbom_error_fault(e, 2, &fault) == EKBOM_STATUS_OK && has(fault->field, "labs[2]"));
    ekbom_error_free(e);
    e = NULL;
    EXPECT(ekbom_patient_remove_lab(patient, 1, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, &e) == EKBOM_STATUS_INVALID_PATIENT && ekbom_error_fault_count(e) == 2);
    ekbom_error_free(e);
    e = NULL;
    EXPECT(ekbom_patient_remove_lab(patient, 2, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_choice(patient, str("sex"), str("female"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_OK);

    /* Said again, it stands in the place of what was said before; a word for "not known" says nothing. */
    EXPECT(ekbom_patient_set_flag(patient, str("crohn"), true, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_flag(patient, str("crohn"), false, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_choice(patient, str("mimics"), str("sole_explanation"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_choice(patient, str("mimics"), str("not_assessed"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_choice(patient, str("mimics"), str("no"), &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(has(ekbom_error_message(e), "not_assessed"));
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "symptoms.mimics"));
    EXPECT(ekbom_patient_unset(patient, str("mimics"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_OK);

    /* The hole that a refused flag once was: absent, by a complete history. */
    EXPECT(ekbom_patient_set_flag(patient, str("hemochromatosis"), true, NULL) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_patient_complete(patient, str("history"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assess(knowledge, patient, NULL, &assessment, &e) == EKBOM_STATUS_INVALID_PATIENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_PATIENT, "hemochromatosis") && assessment == NULL);
    EXPECT(ekbom_patient_set_choice(patient, str("on_refusal"), str("set_aside"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_INVALID_PATIENT);
    EXPECT(ekbom_patient_unset(patient, str("hemochromatosis"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_OK);

    /* Set aside: the result is not said, and it is said that it is not. */
    EXPECT(ekbom_patient_add_lab(patient, str("tsat"), 20, str("furlong"), NULL) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_assess(knowledge, patient, NULL, &assessment, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assessment_set_aside_count(assessment) == 1 && ekbom_assessment_result_count(assessment) == 1);
    EXPECT(ekbom_assessment_set_aside(assessment, 0, &fault) == EKBOM_STATUS_OK && is(fault->field, "labs[3].unit"));
    ekbom_assessment_free(assessment);

    EXPECT(ekbom_patient_add_medicine(patient, str("snake oil"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_medicine(patient, str("\xff"), &e) == EKBOM_STATUS_INVALID_UTF8);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_UTF8, "medicines[1]") && ekbom_patient_medicine_count(patient) == 2);
    EXPECT(ekbom_patient_remove_medicine(patient, 0, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_remove_medicine(patient, 1, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_clear(patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_OK && ekbom_patient_lab_count(patient) == 0);
    ekbom_patient_free(patient);
}

/* Frees the text; true where it holds all of these. */
static bool holds(ekbom_text **text, const char *first, const char *second) {
    ekbom_str own = ekbom_text_str(*text);
    bool held = has(own, first) && has(own, second);
    if (!held) {
        printf("    %.*s\n", (int)(own.len < 2000 ? own.len : 2000), own.data);
    }
    ekbom_text_free(*text);
    *text = NULL;
    return held;
}

/* What people read, and a patient written down and read again. */
static void reports(const ekbom_knowledge *knowledge) {
    ekbom_error *e = NULL;
    ekbom_text *text = NULL;
    ekbom_patient *patient = NULL, *again = NULL;
    ekbom_assessment *own = NULL;
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_number(patient, str("age_years"), 45, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_choice(patient, str("sex"), str("female"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_lab(patient, str("ferritin"), 22, str("ng/mL"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assess(knowledge, patient, NULL, &own, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assessment_to_html(own, &text, &e) == EKBOM_STATUS_OK && holds(&text, "<!DOCTYPE html>", "</html>"));
    EXPECT(ekbom_assessment_to_text(own, 80, false, &text, &e) == EKBOM_STATUS_OK && holds(&text, "erritin", "WHAT TO DO"));
    EXPECT(ekbom_assessment_to_text(own, 80, true, &text, &e) == EKBOM_STATUS_OK && holds(&text, "erritin", "WHAT TO DO"));
    EXPECT(ekbom_assessment_to_note(own, &text, &e) == EKBOM_STATUS_OK && holds(&text, "erritin", "\n"));
    EXPECT(ekbom_assessment_to_html(NULL, &text, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "assessment"));
    EXPECT(ekbom_assessment_to_text(own, 80, false, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assessment_to_note(NULL, NULL, NULL) == EKBOM_STATUS_NULL_POINTER && text == NULL);

    EXPECT(ekbom_patient_to_json(patient, &text, &e) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_from_json(ekbom_text_str(text), &again, &e) == EKBOM_STATUS_OK);
    EXPECT(holds(&text, "\"age_years\":45", "\"analyte\":\"ferritin\""));
    EXPECT(ekbom_patient_lab_count(again) == 1);
    EXPECT(ekbom_patient_set_flag(again, str("hemochromatosis"), true, NULL) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(ekbom_patient_to_json(again, &text, &e) == EKBOM_STATUS_INVALID_PATIENT && text == NULL);
    ekbom_error_free(e);
    EXPECT(ekbom_patient_to_json(NULL, &text, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_patient_to_json(patient, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    ekbom_assessment_free(own);
    ekbom_patient_free(patient);
    ekbom_patient_free(again);
}

/* What is critical in a patient who is refused. */
static void critical_of_refused(void) {
    const char *text = "{\"labs\": [{\"analyte\": \"potassium\", \"value\": 7.2, \"unit\": \"mmol/L\"},"
                       "{\"analyte\": \"ferritinn\", \"value\": 38, \"unit\": \"ng/mL\"}]}";
    ekbom_error *e = NULL;
    ekbom_patient *patient = NULL;
    const ekbom_critical_result *critical = NULL;
    EXPECT(ekbom_patient_from_json(str(text), &patient, &e) == EKBOM_STATUS_INVALID_PATIENT && patient == NULL);
    EXPECT(ekbom_error_critical_result_count(e) == 1 && ekbom_error_critical_result_count(NULL) == 0);
    EXPECT(ekbom_error_critical_result(e, 0, &critical) == EKBOM_STATUS_OK && has(critical->says, "otassium 7.2"));
    EXPECT(ekbom_error_critical_result(e, 1, &critical) == EKBOM_STATUS_OUT_OF_RANGE);
    EXPECT(ekbom_error_critical_result(NULL, 0, &critical) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_error_critical_result(e, 0, NULL) == EKBOM_STATUS_NULL_POINTER);
    ekbom_error_free(e);
}

/* A result in doubt beside an older one, and a refused value set aside: the critical result is still found. */
static void doubts(const ekbom_knowledge *knowledge) {
    ekbom_error *e = NULL;
    ekbom_text *text = NULL;
    ekbom_patient *patient = NULL;
    ekbom_assessment *own = NULL;
    ekbom_lab *lab = NULL;
    const ekbom_fault *aside = NULL;
    const ekbom_withheld *withheld = NULL;
    const ekbom_critical_result *critical = NULL;
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_lab_new(str("ferritin"), 20, str("ng/mL"), &lab, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_lab_set_days_ago(lab, 300) == EKBOM_STATUS_OK && ekbom_patient_add(patient, lab) == EKBOM_STATUS_OK);
    ekbom_lab_free(lab);
    EXPECT(ekbom_lab_new(str("ferritin"), 658, str("ng/mL"), &lab, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_lab_set_days_ago(lab, 2) == EKBOM_STATUS_OK);
    EXPECT(ekbom_lab_set_doubt(NULL, str("x"), NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_lab_set_doubt(lab, null_with_length, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "doubt"));
    EXPECT(ekbom_lab_set_doubt(lab, str("the name on the tube is another"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add(patient, lab) == EKBOM_STATUS_OK && ekbom_patient_lab_count(patient) == 2);
    EXPECT(ekbom_assess(knowledge, patient, NULL, &own, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assessment_result_count(own) == 0 && ekbom_assessment_set_aside_count(own) == 2);
    EXPECT(ekbom_assessment_set_aside(own, 1, &aside) == EKBOM_STATUS_OK && is(aside->field, "labs[1].value"));
    EXPECT(is(aside->kind, "doubted") && is(aside->message, "the name on the tube is another"));
    EXPECT(ekbom_assessment_set_aside(own, 0, &aside) == EKBOM_STATUS_OK && is(aside->field, "labs[0].value"));
    EXPECT(is(aside->kind, "newer_set_aside"));
    EXPECT(ekbom_assessment_withheld_count(own) > 1);
    EXPECT(ekbom_assessment_withheld(own, 1, &withheld) == EKBOM_STATUS_OK && withheld->why.len > 0);
    ekbom_assessment_free(own);
    EXPECT(ekbom_patient_to_json(patient, &text, &e) == EKBOM_STATUS_INVALID_PATIENT && text == NULL);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_PATIENT, "labs[0].value"));
    /* Taken back, it was never said; a doubt that is taken back leaves a result like any other. */
    EXPECT(ekbom_patient_remove_lab(patient, 1, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_lab_set_doubt(lab, absent, NULL) == EKBOM_STATUS_OK && ekbom_patient_add(patient, lab) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assess(knowledge, patient, NULL, &own, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assessment_result_count(own) == 2 && ekbom_assessment_set_aside_count(own) == 0);
    ekbom_assessment_free(own);
    ekbom_lab_free(lab);

    EXPECT(ekbom_patient_clear(patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_lab(patient, str("ferritin"), 99999999, str("ng/mL"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_lab(patient, str("potassium"), 7.2, str("mmol/L"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_check(patient, &e) == EKBOM_STATUS_INVALID_PATIENT);
    EXPECT(ekbom_error_fault(e, 0, &aside) == EKBOM_STATUS_OK && aside->kind.len > 0 && !is(aside->kind, "other"));
    EXPECT(ekbom_error_critical_result_count(e) == 1);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_PATIENT, "labs[0].value"));
    EXPECT(ekbom_patient_set_choice(patient, str("on_refusal"), str("set_aside"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assess(knowledge, patient, NULL, &own, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assessment_set_aside_count(own) == 1);
    EXPECT(ekbom_assessment_set_aside(own, 0, &aside) == EKBOM_STATUS_OK && is(aside->field, "labs[0].value"));
    EXPECT(ekbom_assessment_critical_result_count(own) == 1);
    EXPECT(ekbom_assessment_critical_result(own, 0, &critical) == EKBOM_STATUS_OK && has(critical->says, "otassium 7.2"));
    ekbom_assessment_free(own);
    ekbom_patient_free(patient);
}

/* What people read, in another language: of one call, and never of all. */
static void languages(const ekbom_knowledge *knowledge) {
    ekbom_error *e = NULL;
    ekbom_text *text = NULL;
    ekbom_patient *patient = NULL;
    ekbom_assessment *own = NULL;
    ekbom_language *german = NULL, *french = NULL, *none = NULL;
    EXPECT(ekbom_language_german(&german) == EKBOM_STATUS_OK && is(ekbom_language_code(german), "de"));
    EXPECT(ekbom_language_german(NULL) == EKBOM_STATUS_NULL_POINTER && is(ekbom_language_code(NULL), "en"));
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_set_number(patient, str("age_years"), 58, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_add_lab(patient, str("ferritin"), 22, str("ng/mL"), NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assess(knowledge, patient, NULL, &own, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_assessment_to_html_in(own, german, &text, &e) == EKBOM_STATUS_OK && holds(&text, "lang=\"de\"", "58 Jahre"));
    EXPECT(ekbom_assessment_to_text_in(own, german, 80, true, &text, &e) == EKBOM_STATUS_OK && holds(&text, "58 Jahre", "\n"));
    EXPECT(ekbom_assessment_to_note_in(own, german, &text, &e) == EKBOM_STATUS_OK && holds(&text, "Ferritin 22", "\n"));
    EXPECT(ekbom_assessment_to_html_in(own, NULL, &text, &e) == EKBOM_STATUS_OK && holds(&text, "lang=\"en\"", "58 years"));
    EXPECT(ekbom_assessment_to_text_in(NULL, german, 80, true, &text, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "assessment"));
    EXPECT(ekbom_assessment_to_note_in(own, german, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_language_say(german, str("58 years"), &text, &e) == EKBOM_STATUS_OK && holds(&text, "58 Jahre", ""));
    EXPECT(ekbom_language_say(NULL, str("58 years"), &text, &e) == EKBOM_STATUS_OK && holds(&text, "58 years", ""));
    EXPECT(ekbom_language_say(german, null_with_length, &text, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "english") && text == NULL);

    const char *po = "msgid \"{a} years\"\nmsgstr \"{a} ans\"\n";
    EXPECT(ekbom_language_from_po(str("fr"), str(po), &french, &e) == EKBOM_STATUS_OK);
    EXPECT(ekbom_language_say(french, str("58 years"), &text, &e) == EKBOM_STATUS_OK && holds(&text, "58 ans", ""));
    EXPECT(ekbom_language_from_po(str("fr"), str("msgid \"a\"\nmsgstr b\n"), &none, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(has(ekbom_error_message(e), "line 2") && names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "text"));
    EXPECT(ekbom_language_from_po(str("<b>"), str(po), &none, &e) == EKBOM_STATUS_INVALID_ARGUMENT && none == NULL);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "code"));
    EXPECT(ekbom_language_from_po(str("fr"), str(po), NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    ekbom_language_free(german);
    ekbom_language_free(french);
    ekbom_language_free(NULL);
    ekbom_assessment_free(own);
    ekbom_patient_free(patient);
}

/* A record in FHIR: two subjects, one of whom has died. */
static void records(const ekbom_knowledge *knowledge) {
    const char *bundle =
        "[{\"resourceType\": \"Patient\", \"id\": \"a\", \"gender\": \"female\", \"birthDate\": \"1979-01-01\"},"
        "{\"resourceType\": \"Patient\", \"id\": \"b\", \"deceasedBoolean\": true},"
        "{\"resourceType\": \"Observation\", \"status\": \"final\", \"subject\": {\"reference\": \"Patient/a\"},"
        "\"code\": {\"coding\": [{\"system\": \"http://loinc.org\", \"code\": \"2276-4\"}]},"
        "\"effectiveDateTime\": \"2024-03-01\", \"valueQuantity\": {\"value\": 22, \"unit\": \"ng/mL\"}}]";
    ekbom_error *e = NULL;
    ekbom_text *text = NULL;
    ekbom_record *record = NULL, *none = NULL;
    ekbom_patient *patient = NULL;
    EXPECT(ekbom_record_from_fhir(str(bundle), str("2024-03-04"), EKBOM_LOOK_BACK_DAYS, &record, &e) == EKBOM_STATUS_OK);
    EXPECT(ekbom_record_subject_count(record) == 2 && ekbom_record_subject_count(NULL) == 0);
    int alive = 0, refused = 0;
    for (size_t i = 0; i < ekbom_record_subject_count(record); i++) {
        ekbom_status status = ekbom_record_patient(record, i, &patient, &e);
        if (status == EKBOM_STATUS_OK) {
            alive += ekbom_patient_lab_count(patient) == 1;
            ekbom_patient_free(patient);
        } else {
            refused += status == EKBOM_STATUS_INVALID_PATIENT && ekbom_error_fault_count(e) > 0;
            ekbom_error_free(e);
            e = NULL;
        }
    }
    EXPECT(alive == 1 && refused == 1);
    EXPECT(ekbom_record_to_json(record, knowledge, &text) == EKBOM_STATUS_OK);
    EXPECT(holds(&text, "\"deceased\":true", "\"as_of\":\"2024-03-04\""));
    EXPECT(ekbom_record_patient(record, 2, &patient, &e) == EKBOM_STATUS_OUT_OF_RANGE);
    EXPECT(names(&e, EKBOM_STATUS_OUT_OF_RANGE, "index"));
    EXPECT(ekbom_record_from_fhir(str(bundle), str("March"), 0, &none, &e) == EKBOM_STATUS_INVALID_ARGUMENT);
    EXPECT(names(&e, EKBOM_STATUS_INVALID_ARGUMENT, "as_of"));
    EXPECT(ekbom_record_from_fhir(str("{}"), absent, 0, &none, &e) == EKBOM_STATUS_INVALID_PATIENT);
    EXPECT(e != NULL && ekbom_error_fault_count(e) > 0);
    ekbom_error_free(e);
    e = NULL;
    EXPECT(ekbom_record_from_fhir(null_with_length, absent, 0, &none, &e) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(names(&e, EKBOM_STATUS_NULL_POINTER, "document") && none == NULL);
    EXPECT(ekbom_record_from_fhir(str(bundle), absent, 0, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_record_patient(NULL, 0, &patient, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_record_to_json(record, NULL, &text) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_record_to_json(NULL, knowledge, NULL) == EKBOM_STATUS_NULL_POINTER && text == NULL);
    ekbom_record_free(record);
    ekbom_record_free(NULL);
}

int main(void) {
    ekbom_knowledge *knowledge = NULL;
    ekbom_patient *patient = NULL;
    EXPECT(ekbom_knowledge_new(&knowledge, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_patient_new(&patient) == EKBOM_STATUS_OK);
    nulls(knowledge);
    knowledge_lists(knowledge);
    assessment_lists(knowledge);
    strings(knowledge, patient);
    codes(knowledge, patient);
    /* What was refused is a fault of the patient: it never reads as never said. */
    EXPECT(ekbom_patient_check(patient, NULL) == EKBOM_STATUS_INVALID_PATIENT);
    refused_calls(knowledge);
    taken_back(knowledge);
    patients(knowledge);
    hostile_json(knowledge);
    reports(knowledge);
    critical_of_refused();
    records(knowledge);
    doubts(knowledge);
    languages(knowledge);
    ekbom_patient_free(patient);
    ekbom_knowledge_free(knowledge);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
