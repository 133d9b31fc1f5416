/* A patient from a file, and what a clinician reads first: what to do, what to mind, what is missing.
 *
 *     cc -std=c11 report.c $(pkg-config --cflags --libs ekbom) -o report
 *     ./report patient.json
 *
 * Ends with 0 where there is an answer, with 1 where the patient is refused and with 2 where the file is.
 */
#include <stdio.h>
#include <stdlib.h>

#include <ekbom.h>

static char *read_file(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t room = 0;
    *len = 0;
    while (file != NULL && !feof(file) && !ferror(file)) {
        if (room - *len < 4096) {
            char *more = realloc(text, room + 65536);
            if (more == NULL) {
                break;
            }
            text = more;
            room += 65536;
        }
        *len += fread(text + *len, 1, room - *len, file);
    }
    if (file == NULL || ferror(file) || !feof(file)) {
        perror(path);
        free(text);
        text = NULL;
    }
    if (file != NULL) {
        fclose(file);
    }
    return text;
}

/* Every fault with its field: what a form marks. */
static int refused(ekbom_error *error) {
    const ekbom_fault *fault = NULL;
    printf("Refused:\n");
    for (size_t i = 0; ekbom_error_fault(error, i, &fault) == EKBOM_STATUS_OK; i++) {
        printf("  %.*s: %.*s", EKBOM_ARG(fault->field), EKBOM_ARG(fault->message));
        for (size_t j = 0; j < fault->accepted.len; j++) {
            printf("%s%.*s", j == 0 ? " (accepted: " : ", ", EKBOM_ARG(fault->accepted.items[j]));
        }
        printf("%s\n", fault->accepted.len > 0 ? ")" : "");
    }
    ekbom_error_free(error);
    return 1;
}

/* The English of a code, or the code where it has none. */
static ekbom_str english(const ekbom_knowledge *knowledge, const char *set, ekbom_str code) {
    const ekbom_word *word = NULL;
    size_t len = 0;
    while (set[len] != '\0') {
        len++;
    }
    bool has = ekbom_knowledge_find_word(knowledge, (ekbom_str){set, len}, code, &word, NULL) == EKBOM_STATUS_OK;
    return has ? word->english : code;
}

static void print(const ekbom_knowledge *knowledge, const ekbom_assessment *own) {
    const ekbom_fault *aside = NULL;
    for (size_t i = 0; ekbom_assessment_set_aside(own, i, &aside) == EKBOM_STATUS_OK; i++) {
        printf("NOT USED: %.*s: %.*s\n", EKBOM_ARG(aside->field), EKBOM_ARG(aside->message));
    }
    const ekbom_critical_result *critical = NULL;
    for (size_t i = 0; ekbom_assessment_critical_result(own, i, &critical) == EKBOM_STATUS_OK; i++) {
        printf("CRITICAL: %.*s\n", EKBOM_ARG(critical->says));
    }

    printf("\nNext\n");
    const ekbom_act *act = NULL;
    for (size_t i = 0; ekbom_assessment_act(own, i, &act) == EKBOM_STATUS_OK; i++) {
        printf("%2zu. %.*s [%.*s]\n", i + 1, EKBOM_ARG(act->text), EKBOM_ARG(act->certainty));
        for (size_t j = 0; j < act->because.len; j++) {
            printf("      because: %.*s\n", EKBOM_ARG(act->because.items[j]));
        }
        for (size_t j = 0; j < act->blocked_by.len; j++) {
            printf("      not before: %.*s\n", EKBOM_ARG(act->blocked_by.items[j]));
        }
    }

    printf("\nAlerts\n");
    const ekbom_alert *alert = NULL;
    for (size_t i = 0; ekbom_assessment_alert(own, i, &alert) == EKBOM_STATUS_OK; i++) {
        printf("  %.*s: %.*s\n", EKBOM_ARG(alert->severity), EKBOM_ARG(alert->message));
    }
    const ekbom_precaution *mind = NULL;
    for (size_t i = 0; ekbom_assessment_precaution(own, i, &mind) == EKBOM_STATUS_OK; i++) {
        printf("  %.*s, %.*s: %.*s%s\n", EKBOM_ARG(mind->severity), EKBOM_ARG(mind->concerns), EKBOM_ARG(mind->says),
               mind->certain ? "" : " (may hold: not all is known)");
    }

    printf("\nRecommendations\n");
    const ekbom_recommendation *made = NULL;
    for (size_t i = 0; ekbom_assessment_recommendation(own, i, &made) == EKBOM_STATUS_OK; i++) {
        ekbom_str action = english(knowledge, "action", made->action);
        printf("  %s%.*s: %.*s", made->is_withheld ? "WITHHELD " : "", EKBOM_ARG(made->direction), EKBOM_ARG(action));
        printf(" (%.*s)\n", EKBOM_ARG(made->guideline));
        for (size_t j = 0; j < made->withheld.len; j++) {
            printf("      why: %.*s\n", EKBOM_ARG(english(knowledge, "withheld", made->withheld.items[j])));
        }
        for (size_t j = 0; j < made->follow_up_count; j++) {
            printf("      afterwards: %.*s\n", EKBOM_ARG(made->follow_ups[j].says));
        }
    }

    printf("\nSources\n");
    const ekbom_source_used *source = NULL;
    for (size_t i = 0; ekbom_assessment_source(own, i, &source) == EKBOM_STATUS_OK; i++) {
        printf("  %.*s, %u (%.*s)\n", EKBOM_ARG(source->name), (unsigned)source->year, EKBOM_ARG(source->verification));
    }
    ekbom_str version = ekbom_assessment_knowledge_version(own), library = ekbom_version();
    printf("\nekbom %.*s, knowledge %.*s. For health professionals. Not assessed as a medical device.\n", EKBOM_ARG(library), EKBOM_ARG(version));
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: report PATIENT.json\n");
        return 2;
    }
    size_t len = 0;
    char *text = read_file(argv[1], &len);
    if (text == NULL) {
        return 2;
    }
    ekbom_error *error = NULL;
    ekbom_knowledge *knowledge = NULL;
    ekbom_patient *patient = NULL;
    ekbom_assessment *assessment = NULL;
    int ended = 0;
    if (ekbom_knowledge_new(&knowledge, &error) == EKBOM_STATUS_OK &&
        ekbom_patient_from_json((ekbom_str){text, len}, &patient, &error) == EKBOM_STATUS_OK &&
        ekbom_assess(knowledge, patient, NULL, &assessment, &error) == EKBOM_STATUS_OK) {
        print(knowledge, assessment);
    } else {
        ended = refused(error);
    }
    ekbom_assessment_free(assessment);
    ekbom_patient_free(patient);
    ekbom_knowledge_free(knowledge);
    free(text);
    return ended;
}
