/* A record in FHIR from a file, and what a clinician reads of each person in it.
 *
 *     cc -std=c11 record.c $(pkg-config --cflags --libs ekbom) -o record
 *     ./record bundle.json 2024-03-15
 *
 * Ends with 0 where everybody has an answer, with 1 where somebody is refused and with 2 where the file is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ekbom.h>

static char *read_file(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    *len = 0;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        rewind(file);
        text = size < 0 ? NULL : malloc((size_t)size + 1);
        *len = text == NULL ? 0 : fread(text, 1, (size_t)size, file);
    }
    if (text == NULL) {
        perror(path);
    }
    if (file != NULL) {
        fclose(file);
    }
    return text;
}

/* Prints why and frees it. */
static void refused(ekbom_error *error) {
    printf("Refused: %.*s\n", EKBOM_ARG(ekbom_error_message(error)));
    ekbom_error_free(error);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: record BUNDLE.json DAY\n");
        return 2;
    }
    size_t len = 0;
    char *document = read_file(argv[1], &len);
    if (document == NULL) {
        return 2;
    }
    int ended = 0;
    ekbom_error *error = NULL;
    ekbom_knowledge *knowledge = NULL;
    ekbom_record *record = NULL;
    ekbom_str day = {argv[2], strlen(argv[2])};
    if (ekbom_knowledge_new(&knowledge, &error) != EKBOM_STATUS_OK ||
        ekbom_record_from_fhir((ekbom_str){document, len}, day, EKBOM_LOOK_BACK_DAYS, &record, &error) != EKBOM_STATUS_OK) {
        refused(error);
        ended = 2;
    }
    for (size_t i = 0; i < ekbom_record_subject_count(record); i++) {
        ekbom_patient *patient = NULL;
        ekbom_assessment *assessment = NULL;
        ekbom_text *text = NULL;
        printf("\nPerson %zu of the record\n\n", i + 1);
        error = NULL;
        if (ekbom_record_patient(record, i, &patient, &error) == EKBOM_STATUS_OK &&
            ekbom_assess(knowledge, patient, NULL, &assessment, &error) == EKBOM_STATUS_OK &&
            ekbom_assessment_to_text(assessment, 80, false, &text, &error) == EKBOM_STATUS_OK) {
            ekbom_str report = ekbom_text_str(text);
            fwrite(report.data, 1, report.len, stdout);
        } else {
            refused(error);
            ended = 1;
        }
        ekbom_text_free(text);
        ekbom_assessment_free(assessment);
        ekbom_patient_free(patient);
    }
    /* What was read of the record, what not and why: keep it beside the answers. */
    ekbom_text *ledger = NULL;
    if (record != NULL && ekbom_record_to_json(record, knowledge, &ledger) == EKBOM_STATUS_OK) {
        ekbom_str json = ekbom_text_str(ledger);
        fwrite(json.data, 1, json.len, stderr);
        fputc('\n', stderr);
    }
    ekbom_text_free(ledger);
    ekbom_record_free(record);
    ekbom_knowledge_free(knowledge);
    free(document);
    return ended;
}
