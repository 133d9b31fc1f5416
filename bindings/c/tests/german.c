/* A report in German, by the library's own language or by that of a file: german PATIENT.json [FILE.po] */
#include <ekbom.h>
#include <stdio.h>
#include <stdlib.h>

/* What the library reads it copies: one buffer each. */
static ekbom_str file(const char *path, char **held) {
    FILE *in = fopen(path, "rb");
    size_t len = 0, room = 1 << 20;
    *held = malloc(room);
    if (in != NULL && *held != NULL) {
        len = fread(*held, 1, room, in);
    }
    if (in != NULL) {
        fclose(in);
    }
    return (ekbom_str){*held, len};
}

static int failed(ekbom_error *error) {
    ekbom_str message = ekbom_error_message(error);
    fprintf(stderr, "%.*s\n", EKBOM_ARG(message));
    ekbom_error_free(error);
    return 1;
}

int main(int count, char **arguments) {
    ekbom_error *error = NULL;
    ekbom_knowledge *knowledge = NULL;
    ekbom_patient *patient = NULL;
    ekbom_assessment *assessment = NULL;
    ekbom_language *german = NULL;
    ekbom_text *page = NULL, *note = NULL;
    char *held = NULL;
    if (count < 2) {
        return 2;
    }
    ekbom_str json = file(arguments[1], &held);
    if (ekbom_knowledge_new(&knowledge, &error) != EKBOM_STATUS_OK ||
        ekbom_patient_from_json(json, &patient, &error) != EKBOM_STATUS_OK ||
        ekbom_assess(knowledge, patient, NULL, &assessment, &error) != EKBOM_STATUS_OK) {
        return failed(error);
    }
    free(held);
    held = NULL;
    if (count > 2) {
        ekbom_str text = file(arguments[2], &held);
        if (ekbom_language_from_po(EKBOM_STR("de"), text, &german, &error) != EKBOM_STATUS_OK) {
            return failed(error);
        }
    } else if (ekbom_language_german(&german) != EKBOM_STATUS_OK) {
        return 1;
    }
    free(held);
    if (ekbom_assessment_to_html_in(assessment, german, &page, &error) != EKBOM_STATUS_OK ||
        ekbom_assessment_to_note_in(assessment, german, &note, &error) != EKBOM_STATUS_OK) {
        return failed(error);
    }
    ekbom_str own = ekbom_text_str(page), few = ekbom_text_str(note);
    fwrite(own.data, 1, own.len, stdout);
    fwrite(few.data, 1, few.len, stdout);
    ekbom_text_free(page);
    ekbom_text_free(note);
    ekbom_language_free(german);
    ekbom_assessment_free(assessment);
    ekbom_patient_free(patient);
    ekbom_knowledge_free(knowledge);
    return 0;
}
