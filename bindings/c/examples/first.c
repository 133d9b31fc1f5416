/* From a patient to what guidelines answer. Build it against an installed library:
 *
 *     cc -std=c11 first.c $(pkg-config --cflags --libs ekbom) -o first
 */
#include <stdio.h>

#include <ekbom.h>

static int failed(ekbom_error *error) {
    fprintf(stderr, "%.*s\n", EKBOM_ARG(ekbom_error_message(error)));
    ekbom_error_free(error);
    return 1;
}

static void print_list(ekbom_strs list) {
    for (size_t i = 0; i < list.len; i++) {
        printf("%s%.*s", i == 0 ? "" : ", ", EKBOM_ARG(list.items[i]));
    }
}

int main(void) {
    ekbom_error *error = NULL;
    ekbom_knowledge *knowledge = NULL;
    ekbom_patient *patient = NULL;
    ekbom_lab *ferritin = NULL;
    ekbom_assessment *assessment = NULL;

    /* Some milliseconds: build it once, and share it between threads. */
    if (ekbom_knowledge_new(&knowledge, &error) != EKBOM_STATUS_OK || ekbom_patient_new(&patient) != EKBOM_STATUS_OK) {
        return failed(error);
    }

    /* What is not said stays unknown. */
    if (ekbom_lab_new(EKBOM_STR("ferritin"), 38, EKBOM_STR("ng/mL"), &ferritin, &error) != EKBOM_STATUS_OK) {
        return failed(error);
    }
    if (ekbom_lab_set_morning(ferritin, true) != EKBOM_STATUS_OK ||
        ekbom_lab_set_iron_free_hours(ferritin, 36) != EKBOM_STATUS_OK ||
        ekbom_patient_add(patient, ferritin) != EKBOM_STATUS_OK) {
        return failed(error);
    }
    ekbom_lab_free(ferritin);
    if (ekbom_patient_set_number(patient, EKBOM_STR("age_years"), 58, &error) != EKBOM_STATUS_OK ||
        ekbom_patient_set_choice(patient, EKBOM_STR("sex"), EKBOM_STR("female"), &error) != EKBOM_STATUS_OK ||
        ekbom_patient_set_flag(patient, EKBOM_STR("crohn"), true, &error) != EKBOM_STATUS_OK ||
        ekbom_patient_add_medicine(patient, EKBOM_STR("metformin"), &error) != EKBOM_STATUS_OK ||
        ekbom_patient_add_lab(patient, EKBOM_STR("creatinine"), 0.9, EKBOM_STR("mg/dL"), &error) != EKBOM_STATUS_OK ||
        ekbom_patient_complete(patient, EKBOM_STR("history"), &error) != EKBOM_STATUS_OK) {
        return failed(error);
    }

    if (ekbom_assess(knowledge, patient, NULL, &assessment, &error) != EKBOM_STATUS_OK) {
        return failed(error);
    }
    /* The assessment lives on by itself. */
    ekbom_patient_free(patient);
    ekbom_knowledge_free(knowledge);

    const ekbom_position *position = NULL;
    for (size_t i = 0; ekbom_assessment_position(assessment, i, &position) == EKBOM_STATUS_OK; i++) {
        if (position->possible.len == 1 && position->rules.len == 1) {
            printf("%.*s (%.*s): ", EKBOM_ARG(position->question), EKBOM_ARG(position->guideline));
            print_list(position->possible);
            printf("\n");
        }
    }
    const ekbom_alert *alert = NULL;
    for (size_t i = 0; ekbom_assessment_alert(assessment, i, &alert) == EKBOM_STATUS_OK; i++) {
        printf("%.*s: %.*s\n", EKBOM_ARG(alert->severity), EKBOM_ARG(alert->message));
    }
    const ekbom_next_test *next = NULL;
    for (size_t i = 0; ekbom_assessment_next_test(assessment, i, &next) == EKBOM_STATUS_OK; i++) {
        printf("%.*s could change: ", EKBOM_ARG(next->test));
        print_list(next->could_change);
        printf("\n");
    }
    ekbom_assessment_free(assessment);
    return 0;
}
