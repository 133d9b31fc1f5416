/* What a call costs: nanoseconds each, beside those that ekbom-c-cost prints for plain Rust. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <ekbom.h>

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e9 + (double)at.tv_nsec;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The median of 15 rounds. */
#define COST(name, times, body)                                                                                        \
    do {                                                                                                               \
        double rounds[15];                                                                                             \
        for (int round = 0; round < 15; round++) {                                                                     \
            double start = now();                                                                                      \
            for (int i = 0; i < (times); i++) {                                                                        \
                body;                                                                                                  \
            }                                                                                                          \
            rounds[round] = (now() - start) / (times);                                                                 \
        }                                                                                                              \
        qsort(rounds, 15, sizeof rounds[0], compare);                                                                  \
        printf("%s %.0f\n", name, rounds[7]);                                                                          \
    } while (0)

int main(int argc, char **argv) {
    static char buffer[65536];
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL) {
        return 2;
    }
    ekbom_str json = {buffer, fread(buffer, 1, sizeof buffer, file)};
    fclose(file);
    ekbom_knowledge *knowledge = NULL;
    ekbom_patient *patient = NULL;
    size_t table = 0;
    if (ekbom_knowledge_new(&knowledge, NULL) != EKBOM_STATUS_OK ||
        ekbom_patient_from_json(json, &patient, NULL) != EKBOM_STATUS_OK ||
        ekbom_knowledge_find_table(knowledge, EKBOM_STR("iron.therapy"), EKBOM_STR("aasm-2025"), &table, NULL) !=
            EKBOM_STATUS_OK) {
        return 1;
    }
    uint16_t answers = 0;
    COST("question", 20000, EKBOM_IGNORE(ekbom_possible(knowledge, patient, table, &answers, NULL)));
    COST("assess", 10, {
        ekbom_assessment *assessment = NULL;
        EKBOM_IGNORE(ekbom_assess(knowledge, patient, NULL, &assessment, NULL));
        ekbom_assessment_free(assessment);
    });
    COST("json", 10, {
        ekbom_text *text = NULL;
        EKBOM_IGNORE(ekbom_assess_json(knowledge, json, NULL, &text, NULL));
        ekbom_text_free(text);
    });
    ekbom_patient_free(patient);
    ekbom_knowledge_free(knowledge);
    return 0;
}
