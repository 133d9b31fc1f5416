/* Reads patients as ekbom-c-expected wrote them, and prints what the library says of each, through the JSON door and
 * through the typed one, in the form in which ekbom-c-expected prints what Rust says. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ekbom.h>

#define TRACED 97

static void text(ekbom_str own) {
    fwrite(own.len == 0 ? "" : own.data, 1, own.len, stdout);
}

/* "-" where it is absent. */
static void maybe(ekbom_str own) {
    if (own.data == NULL) {
        putchar('-');
    } else {
        text(own);
    }
}

static void list(ekbom_strs own) {
    for (size_t i = 0; i < own.len; i++) {
        if (i > 0) {
            putchar(',');
        }
        text(own.items[i]);
    }
}

static void bits(double value) {
    uint64_t own;
    memcpy(&own, &value, sizeof own);
    printf("|%016" PRIx64, own);
}

static void bar(void) {
    putchar('|');
}

static void end(void) {
    putchar('\n');
}

#define TEXT(value) bar(), text(value)
#define MAYBE(value) bar(), maybe(value)
#define LIST(value) bar(), list(value)

static void must(ekbom_status status, const char *what) {
    if (status != EKBOM_STATUS_OK) {
        fprintf(stderr, "%s: %.*s\n", what, EKBOM_ARG(ekbom_status_code(status)));
        exit(1);
    }
}

static void refused(ekbom_error *error) {
    ekbom_text *json = NULL;
    must(ekbom_error_to_json(error, &json), "error to JSON");
    text(ekbom_text_str(json)), end();
    ekbom_text_free(json);
    const ekbom_fault *own = NULL;
    for (size_t i = 0; ekbom_error_fault(error, i, &own) == EKBOM_STATUS_OK; i++) {
        printf("fault"), TEXT(own->field), TEXT(own->value), TEXT(own->message), LIST(own->accepted), end();
    }
}

static void print(const ekbom_assessment *a) {
    size_t i;
    const ekbom_position *p = NULL;
    for (i = 0; ekbom_assessment_position(a, i, &p) == EKBOM_STATUS_OK; i++) {
        printf("position"), TEXT(p->question), TEXT(p->guideline), LIST(p->possible), LIST(p->rules), LIST(p->needs);
        LIST(p->flags), TEXT(p->verification), LIST(p->usual), LIST(p->assuming), end();
    }
    must(i == ekbom_assessment_position_count(a) ? EKBOM_STATUS_OK : EKBOM_STATUS_OUT_OF_RANGE, "count");
    const ekbom_disagreement *d = NULL;
    for (i = 0; ekbom_assessment_disagreement(a, i, &d) == EKBOM_STATUS_OK; i++) {
        printf("side"), TEXT(d->question), TEXT(d->guideline), LIST(d->possible), end();
    }
    const ekbom_recommendation *r = NULL;
    for (i = 0; ekbom_assessment_recommendation(a, i, &r) == EKBOM_STATUS_OK; i++) {
        printf("recommendation"), TEXT(r->action), TEXT(r->direction), MAYBE(r->strength), MAYBE(r->certainty);
        TEXT(r->guideline), TEXT(r->question), TEXT(r->rule), LIST(r->possible), LIST(r->because), LIST(r->flags);
        LIST(r->follow_up), LIST(r->withheld), LIST(r->cautions), printf("|%d|%d\n", r->iron, r->is_withheld);
        for (size_t j = 0; j < r->follow_up_count; j++) {
            const ekbom_follow_up *f = &r->follow_ups[j];
            printf("follow"), TEXT(f->check), TEXT(f->says), TEXT(f->source), TEXT(f->verification), bits(f->weeks), end();
        }
    }
    const ekbom_next_test *t = NULL;
    for (i = 0; ekbom_assessment_next_test(a, i, &t) == EKBOM_STATUS_OK; i++) {
        printf("next"), TEXT(t->test), LIST(t->could_change), LIST(t->cannot_change), LIST(t->instructions);
        LIST(t->asked_by), end();
    }
    const ekbom_alert *alert = NULL;
    for (i = 0; ekbom_assessment_alert(a, i, &alert) == EKBOM_STATUS_OK; i++) {
        printf("alert"), TEXT(alert->code), TEXT(alert->severity), TEXT(alert->message), LIST(alert->facts), end();
    }
    const ekbom_derived *derived = NULL;
    for (i = 0; ekbom_assessment_derived(a, i, &derived) == EKBOM_STATUS_OK; i++) {
        printf("derived"), TEXT(derived->fact), TEXT(derived->unit), TEXT(derived->method), MAYBE(derived->if_sex);
        LIST(derived->from), bits(derived->value), bits(derived->low), bits(derived->high), end();
    }
    const ekbom_result *result = NULL;
    for (i = 0; ekbom_assessment_result(a, i, &result) == EKBOM_STATUS_OK; i++) {
        printf("result"), TEXT(result->analyte), MAYBE(result->unit), MAYBE(result->comparator), MAYBE(result->finding);
        bits(result->value), bits(result->days_ago), printf("|%d\n", result->counted);
    }
    const ekbom_source_used *source = NULL;
    for (i = 0; ekbom_assessment_source(a, i, &source) == EKBOM_STATUS_OK; i++) {
        printf("source"), TEXT(source->id), TEXT(source->verification), TEXT(source->name), MAYBE(source->kind);
        TEXT(source->title), MAYBE(source->doi), printf("|%u\n", (unsigned)source->year);
    }
    const ekbom_fault *aside = NULL;
    for (i = 0; ekbom_assessment_set_aside(a, i, &aside) == EKBOM_STATUS_OK; i++) {
        printf("aside"), TEXT(aside->field), TEXT(aside->value), TEXT(aside->message), LIST(aside->accepted), end();
    }
    const ekbom_act *act = NULL;
    for (i = 0; ekbom_assessment_act(a, i, &act) == EKBOM_STATUS_OK; i++) {
        printf("act"), TEXT(act->act), TEXT(act->kind), TEXT(act->certainty), TEXT(act->text), LIST(act->assuming);
        LIST(act->because), LIST(act->because_facts), LIST(act->guidelines), LIST(act->rules), LIST(act->sources);
        LIST(act->blocked_by), end();
    }
    must(i == ekbom_assessment_act_count(a) ? EKBOM_STATUS_OK : EKBOM_STATUS_OUT_OF_RANGE, "count of acts");
    const ekbom_precaution *mind = NULL;
    for (i = 0; ekbom_assessment_precaution(a, i, &mind) == EKBOM_STATUS_OK; i++) {
        printf("precaution"), TEXT(mind->id), TEXT(mind->severity), TEXT(mind->concerns), TEXT(mind->says);
        LIST(mind->because), LIST(mind->missing), LIST(mind->rows), LIST(mind->sources), TEXT(mind->verification);
        printf("|%d|%d\n", mind->taken, mind->certain);
    }
    const ekbom_critical_result *now = NULL;
    for (i = 0; ekbom_assessment_critical_result(a, i, &now) == EKBOM_STATUS_OK; i++) {
        printf("critical"), TEXT(now->analyte), TEXT(now->unit), TEXT(now->direction), TEXT(now->source);
        TEXT(now->says), TEXT(now->verification), bits(now->value), bits(now->limit), end();
    }
    const ekbom_stopped *stop = NULL;
    for (i = 0; ekbom_assessment_stopped(a, i, &stop) == EKBOM_STATUS_OK; i++) {
        printf("stopped"), TEXT(stop->rule), LIST(stop->answers), LIST(stop->forbids), LIST(stop->because), end();
    }
    const ekbom_withheld *gate = NULL;
    for (i = 0; ekbom_assessment_withheld(a, i, &gate) == EKBOM_STATUS_OK; i++) {
        printf("withheld"), TEXT(gate->gives), LIST(gate->why), printf("|%d\n", gate->safety_open);
    }
    const ekbom_limit_change *change = NULL;
    for (i = 0; ekbom_assessment_limit_change(a, i, &change) == EKBOM_STATUS_OK; i++) {
        printf("change"), TEXT(change->rule), TEXT(change->fact), bits(change->from), bits(change->to), end();
    }
    printf("claims"), LIST(ekbom_assessment_claims(a)), end();
    printf("medicines"), LIST(ekbom_assessment_medicines(a)), end();
    const ekbom_trace_line *line = NULL;
    for (i = 0; ekbom_assessment_trace_line(a, i, &line) == EKBOM_STATUS_OK; i++) {
        printf("trace"), TEXT(line->question), TEXT(line->guideline), TEXT(line->rule), LIST(line->answers);
        printf("|%zu", line->depth), TEXT(line->condition), TEXT(line->saw), TEXT(line->truth), end();
    }
}

static void one(const ekbom_knowledge *knowledge, ekbom_str patient_json, const ekbom_policy *policy) {
    ekbom_error *error = NULL;
    ekbom_text *json = NULL;
    ekbom_status status = ekbom_assess_json(knowledge, patient_json, policy, &json, &error);
    if (status != EKBOM_STATUS_OK) {
        must(status == EKBOM_STATUS_INVALID_PATIENT ? EKBOM_STATUS_OK : status, "refused otherwise");
        refused(error);
        ekbom_error_free(error);
        return;
    }
    text(ekbom_text_str(json)), end();

    ekbom_patient *patient = NULL;
    ekbom_assessment *assessment = NULL;
    ekbom_text *again = NULL;
    must(ekbom_patient_from_json(patient_json, &patient, NULL), "patient");
    must(ekbom_assess(knowledge, patient, policy, &assessment, NULL), "assess");
    must(ekbom_assessment_to_json(assessment, &again), "to JSON");
    ekbom_str first = ekbom_text_str(json), second = ekbom_text_str(again);
    if (first.len != second.len || memcmp(first.data, second.data, first.len) != 0) {
        must(EKBOM_STATUS_PANIC, "the two doors differ");
    }
    print(assessment);
    printf("quick|");
    for (size_t i = 0; i < ekbom_knowledge_table_count(knowledge); i++) {
        uint16_t answers = 0;
        must(ekbom_possible(knowledge, patient, i, &answers, NULL), "possible");
        printf("%s%u", i == 0 ? "" : ",", (unsigned)answers);
    }
    end();
    ekbom_text_free(again);
    ekbom_text_free(json);
    ekbom_assessment_free(assessment);
    ekbom_patient_free(patient);
}

int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: vectors PATIENTS\n");
        return 2;
    }
    ekbom_knowledge *knowledge = NULL;
    ekbom_policy *traced = NULL;
    must(ekbom_knowledge_new(&knowledge, NULL), "knowledge");
    must(ekbom_policy_new(&traced), "policy");
    must(ekbom_policy_set_trace(traced, true), "trace");
    size_t len = 0;
    for (size_t place = 0; fscanf(file, "%zu", &len) == 1 && fgetc(file) == '\n'; place++) {
        char *buffer = malloc(len + 1);
        if (buffer == NULL || fread(buffer, 1, len, file) != len || fgetc(file) != '\n') {
            fprintf(stderr, "%s is not whole\n", argv[1]);
            return 2;
        }
        one(knowledge, (ekbom_str){buffer, len}, place % TRACED == 0 ? traced : NULL);
        free(buffer);
    }
    fclose(file);
    ekbom_policy_free(traced);
    ekbom_knowledge_free(knowledge);
    return 0;
}
