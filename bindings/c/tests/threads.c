/* One knowledge and one patient, read by several threads at a time. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include <ekbom.h>

#define THREADS 8

static const ekbom_knowledge *knowledge;
static const ekbom_patient *patient;
static ekbom_text *answers[THREADS];

static void *work(void *place) {
    ekbom_text **answer = place;
    ekbom_assessment *assessment = NULL;
    for (int i = 0; i < 5; i++) {
        const ekbom_fact *fact = NULL;
        uint16_t possible = 0;
        ekbom_text_free(*answer);
        *answer = NULL;
        if (ekbom_assess(knowledge, patient, NULL, &assessment, NULL) != EKBOM_STATUS_OK ||
            ekbom_assessment_to_json(assessment, answer) != EKBOM_STATUS_OK ||
            ekbom_possible(knowledge, patient, 0, &possible, NULL) != EKBOM_STATUS_OK ||
            ekbom_knowledge_find_fact(knowledge, EKBOM_STR("tsat"), &fact, NULL) != EKBOM_STATUS_OK) {
            return NULL;
        }
        ekbom_assessment_free(assessment);
    }
    return place;
}

int main(void) {
    ekbom_knowledge *made = NULL;
    ekbom_patient *said = NULL;
    pthread_t threads[THREADS];
    int failed = 0;
    if (ekbom_knowledge_new(&made, NULL) != EKBOM_STATUS_OK ||
        ekbom_patient_from_json(EKBOM_STR("{\"age_years\": 58, \"labs\": [{\"analyte\": \"ferritin\", "
                                          "\"value\": 38, \"unit\": \"ng/mL\"}]}"),
                                &said, NULL) != EKBOM_STATUS_OK) {
        return 1;
    }
    knowledge = made;
    patient = said;
    for (int i = 0; i < THREADS; i++) {
        failed += pthread_create(&threads[i], NULL, work, &answers[i]) != 0;
    }
    for (int i = 0; i < THREADS; i++) {
        void *ended = NULL;
        failed += pthread_join(threads[i], &ended) != 0 || ended == NULL;
    }
    ekbom_str first = ekbom_text_str(answers[0]);
    for (int i = 1; i < THREADS; i++) {
        ekbom_str own = ekbom_text_str(answers[i]);
        failed += own.len != first.len || memcmp(own.data, first.data, own.len) != 0;
    }
    for (int i = 0; i < THREADS; i++) {
        ekbom_text_free(answers[i]);
    }
    ekbom_patient_free(said);
    ekbom_knowledge_free(made);
    printf("%d passed, %d failed\n", failed == 0, failed);
    return failed != 0;
}
