/* One knowledge and a few patients, used by 32 threads at a time: each gets what one thread gets. */
#define _POSIX_C_SOURCE 200809L /* barriers */
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <ekbom.h>

#define THREADS 32
#define PATIENTS 3

static const ekbom_knowledge *knowledge;
static const ekbom_patient *patients[PATIENTS];
static ekbom_text *expected[PATIENTS];
static uint16_t expected_possible[PATIENTS];
static pthread_barrier_t begin;

static bool assess(const ekbom_patient *patient, ekbom_text **answer, uint16_t *possible) {
    ekbom_assessment *assessment = NULL;
    bool well = ekbom_assess(knowledge, patient, NULL, &assessment, NULL) == EKBOM_STATUS_OK &&
                ekbom_assessment_to_json(assessment, answer) == EKBOM_STATUS_OK &&
                ekbom_possible(knowledge, patient, 0, possible, NULL) == EKBOM_STATUS_OK;
    ekbom_assessment_free(assessment);
    return well;
}

static bool same(const ekbom_text *one, const ekbom_text *other) {
    ekbom_str a = ekbom_text_str(one), b = ekbom_text_str(other);
    return a.len == b.len && a.len > 0 && memcmp(a.data, b.data, a.len) == 0;
}

/* A patient of this thread alone that is refused: the error is its own, too. */
static bool refused(size_t thread) {
    char said[64];
    ekbom_patient *patient = NULL;
    ekbom_error *error = NULL;
    int length = snprintf(said, sizeof said, "{\"age_years\": %d}", 1000 + (int)thread);
    ekbom_str text = {said, (size_t)length};
    bool well = ekbom_patient_from_json(text, &patient, &error) == EKBOM_STATUS_INVALID_PATIENT;
    ekbom_str message = ekbom_error_message(error);
    char wanted[16], found[512];
    snprintf(wanted, sizeof wanted, "%d", 1000 + (int)thread);
    snprintf(found, sizeof found, "%.*s", (int)message.len, message.data);
    well = well && strstr(found, wanted) != NULL;
    ekbom_error_free(error);
    return well;
}

static void *work(void *place) {
    size_t thread = *(const size_t *)place;
    pthread_barrier_wait(&begin);
    for (size_t step = 0; step < PATIENTS; step++) {
        size_t own = (thread + step) % PATIENTS;
        const ekbom_fact *fact = NULL;
        ekbom_text *answer = NULL;
        uint16_t possible = 0;
        bool well = assess(patients[own], &answer, &possible) && same(answer, expected[own]) &&
                    possible == expected_possible[own] && refused(thread) &&
                    ekbom_knowledge_find_fact(knowledge, EKBOM_STR("tsat"), &fact, NULL) == EKBOM_STATUS_OK;
        ekbom_text_free(answer);
        if (!well) {
            return NULL;
        }
    }
    return place;
}

int main(void) {
    const ekbom_str said[PATIENTS] = {
        EKBOM_STR("{\"age_years\": 58, \"labs\": [{\"analyte\": \"ferritin\", \"value\": 38, \"unit\": \"ng/mL\"}]}"),
        EKBOM_STR("{\"age_years\": 71, \"labs\": [{\"analyte\": \"b12_total\", \"value\": 205, \"unit\": \"pg/mL\"}]}"),
        EKBOM_STR("{\"sex\": \"male\", \"complete\": [\"history\", \"symptoms\"]}"),
    };
    ekbom_knowledge *made = NULL;
    ekbom_patient *mine[PATIENTS] = {NULL};
    pthread_t threads[THREADS];
    size_t numbers[THREADS];
    int failed = 0;
    if (ekbom_knowledge_new(&made, NULL) != EKBOM_STATUS_OK || pthread_barrier_init(&begin, NULL, THREADS) != 0) {
        return 1;
    }
    knowledge = made;
    for (size_t i = 0; i < PATIENTS; i++) {
        if (ekbom_patient_from_json(said[i], &mine[i], NULL) != EKBOM_STATUS_OK ||
            !assess(mine[i], &expected[i], &expected_possible[i])) {
            return 1;
        }
        patients[i] = mine[i];
    }
    failed += same(expected[0], expected[1]) || same(expected[1], expected[2]);
    for (size_t i = 0; i < THREADS; i++) {
        numbers[i] = i;
        if (pthread_create(&threads[i], NULL, work, &numbers[i]) != 0) {
            return 1; /* the others wait for it */
        }
    }
    for (size_t i = 0; i < THREADS; i++) {
        void *ended = NULL;
        failed += pthread_join(threads[i], &ended) != 0 || ended == NULL;
    }
    for (size_t i = 0; i < PATIENTS; i++) {
        ekbom_text_free(expected[i]);
        ekbom_patient_free(mine[i]);
    }
    pthread_barrier_destroy(&begin);
    ekbom_knowledge_free(made);
    printf("%d passed, %d failed\n", failed == 0, failed);
    return failed != 0;
}
