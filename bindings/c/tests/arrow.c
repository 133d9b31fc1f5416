/* Tables by the Arrow C data interface: a small one made by hand, and many that are not what they say. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EKBOM_COHORT
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

static const char map[] = "ask = [\"iron.therapy@nice-cks\"]\n"
                          "[quantities]\nferritin = { column = \"fer\", unit = \"ng/mL\" }\n"
                          "[constants]\nage_years = 58\niron_deficiency_anaemia = false\n";

/* --- a table of one column, released by counting --- */

static int releases = 0;

static void release_schema(struct ArrowSchema *own) {
    releases++;
    own->release = NULL;
}

static void release_array(struct ArrowArray *own) {
    releases++;
    for (int64_t i = 0; i < own->n_children && own->children != NULL; i++) {
        if (own->children[i] != NULL && own->children[i]->release != NULL) {
            own->children[i]->release(own->children[i]);
        }
    }
    own->release = NULL;
}

struct table {
    struct ArrowSchema schema, column;
    struct ArrowSchema *columns[1];
    struct ArrowArray array, values;
    struct ArrowArray *arrays[1];
    const void *none[1];
    const void *buffers[2];
    double ferritin[3];
    uint8_t valid[1];
};

static void fill(struct table *t) {
    memset(t, 0, sizeof *t);
    t->ferritin[0] = 38;
    t->ferritin[1] = 130;
    t->valid[0] = 3;
    t->column = (struct ArrowSchema){.format = "g", .name = "fer", .flags = ARROW_FLAG_NULLABLE, .release = release_schema};
    t->columns[0] = &t->column;
    t->schema = (struct ArrowSchema){
        .format = "+s", .name = "", .n_children = 1, .children = t->columns, .release = release_schema};
    t->buffers[0] = t->valid;
    t->buffers[1] = t->ferritin;
    t->values = (struct ArrowArray){
        .length = 3, .null_count = 1, .n_buffers = 2, .buffers = t->buffers, .release = release_array};
    t->arrays[0] = &t->values;
    t->array = (struct ArrowArray){.length = 3,
                                   .n_buffers = 1,
                                   .buffers = t->none,
                                   .n_children = 1,
                                   .children = t->arrays,
                                   .release = release_array};
}

/* The answer of a row: a string view. */
static bool answers(const struct ArrowArray *column, int row, const char *wanted) {
    const uint8_t *valid = column->buffers[0];
    if (valid != NULL && !(valid[row / 8] >> row % 8 & 1)) {
        return wanted == NULL;
    }
    const uint8_t *view = (const uint8_t *)column->buffers[1] + 16 * row;
    int32_t len = 0;
    memcpy(&len, view, sizeof len);
    const uint8_t *text = view + 4;
    if (len > 12) {
        int32_t place[2] = {0, 0};
        memcpy(place, view + 8, sizeof place);
        text = (const uint8_t *)column->buffers[2 + place[0]] + place[1];
    }
    return wanted != NULL && (size_t)len == strlen(wanted) && memcmp(text, wanted, (size_t)len) == 0;
}

static void right(const ekbom_knowledge *knowledge) {
    struct table t;
    fill(&t);
    ekbom_cohort *cohort = NULL;
    EXPECT(ekbom_cohort_new(knowledge, (ekbom_str){map, sizeof map - 1}, &t.schema, &cohort, NULL) == EKBOM_STATUS_OK);
    EXPECT(t.schema.release != NULL && releases == 0);
    struct ArrowSchema schema = {0};
    EXPECT(ekbom_cohort_schema(cohort, &schema, NULL) == EKBOM_STATUS_OK);
    EXPECT(strcmp(schema.format, "+s") == 0 && strcmp(schema.children[0]->name, "iron.therapy@nice-cks") == 0);
    schema.release(&schema);
    struct ArrowArray made = {0};
    EXPECT(ekbom_assess_arrow(cohort, &t.array, &made, NULL) == EKBOM_STATUS_OK);
    EXPECT(t.array.release == NULL);
    EXPECT(made.length == 3 && answers(made.children[0], 0, "oral") &&
           answers(made.children[0], 1, "not_indicated") && answers(made.children[0], 2, NULL));
    made.release(&made);
    EXPECT(releases == 2);
    /* Taken over, and so released already. */
    ekbom_error *error = NULL;
    EXPECT(ekbom_assess_arrow(cohort, &t.array, &made, &error) == EKBOM_STATUS_INVALID_ARROW);
    EXPECT(error != NULL && ekbom_error_status(error) == EKBOM_STATUS_INVALID_ARROW);
    ekbom_error_free(error);
    ekbom_cohort_free(cohort);
}

static void nulls(const ekbom_knowledge *knowledge) {
    struct table t;
    fill(&t);
    ekbom_str text = {map, sizeof map - 1};
    ekbom_cohort *cohort = NULL;
    struct ArrowArray made = {0};
    struct ArrowArrayStream stream = {0}, out = {0};
    EXPECT(ekbom_cohort_new(NULL, text, &t.schema, &cohort, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_cohort_new(knowledge, text, NULL, &cohort, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_cohort_new(knowledge, text, &t.schema, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_cohort_schema(NULL, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_cohort_new(knowledge, text, &t.schema, &cohort, NULL) == EKBOM_STATUS_OK);
    EXPECT(ekbom_cohort_schema(cohort, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    int before = releases;
    EXPECT(ekbom_assess_arrow(NULL, &t.array, &made, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assess_arrow(cohort, NULL, &made, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assess_arrow(cohort, &t.array, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(releases == before && t.array.release != NULL); /* it stayed the caller's */
    EXPECT(ekbom_assess_arrow_stream(cohort, NULL, 1, &out, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assess_arrow_stream(cohort, &stream, 1, NULL, NULL) == EKBOM_STATUS_NULL_POINTER);
    EXPECT(ekbom_assess_arrow_stream(cohort, &stream, 1, &out, NULL) == EKBOM_STATUS_INVALID_ARROW);
    EXPECT(out.release == NULL && made.release == NULL);
    ekbom_cohort_free(cohort);
    ekbom_cohort_free(NULL);
}

/* Maps and schemas that cannot be. */
static void hostile_schemas(const ekbom_knowledge *knowledge) {
    static const char *maps[] = {"", "[", "ask = 3", "ask = [\"iron.therapy\"]\n[quantities]\nferritin = { column = \"fer\" }",
                                 "ask = [\"no.such\"]", "unknown = 1",
                                 "ask = [\"iron.therapy\"]\n[quantities]\nferritin = { column = \"gone\", unit = \"ng/mL\" }"};
    struct table t;
    ekbom_cohort *cohort = NULL;
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        ekbom_error *error = NULL;
        fill(&t);
        EXPECT(ekbom_cohort_new(knowledge, (ekbom_str){maps[i], strlen(maps[i])}, &t.schema, &cohort, &error) ==
               EKBOM_STATUS_INVALID_ARGUMENT);
        EXPECT(error != NULL && ekbom_error_message(error).len > 0 && cohort == NULL);
        ekbom_error_free(error);
    }
    for (int i = 0; i < 12; i++) {
        struct ArrowSchema deep[80];
        struct ArrowSchema *next[80];
        fill(&t);
        switch (i) {
        case 0: t.schema.release = NULL; break;
        case 1: t.schema.format = NULL; break;
        case 2: t.schema.n_children = -1; break;
        case 3: t.schema.n_children = INT64_MAX; break;
        case 4: t.schema.children = NULL; break;
        case 5: t.columns[0] = NULL; break;
        case 6: t.column.format = "no such format"; break;
        case 7: t.column.format = "\xff\xfe"; break;
        case 8: t.schema.format = "g"; t.schema.n_children = 0; break;
        case 9: t.column.name = "\xc3\x28"; break;
        case 10: t.column.release = NULL; break;
        default:
            for (int d = 0; d < 80; d++) {
                next[d] = &deep[(d + 1) % 80];
                deep[d] = (struct ArrowSchema){
                    .format = "+l", .name = "", .n_children = 1, .children = &next[d], .release = release_schema};
            }
            t.columns[0] = &deep[0];
        }
        ekbom_error *error = NULL;
        EXPECT(ekbom_cohort_new(knowledge, (ekbom_str){map, sizeof map - 1}, &t.schema, &cohort, &error) ==
               EKBOM_STATUS_INVALID_ARROW);
        EXPECT(error != NULL && ekbom_error_message(error).len > 0 && cohort == NULL);
        ekbom_error_free(error);
    }
}

/* Arrays that contradict the schema or themselves. All are taken over. */
static void hostile_arrays(const ekbom_knowledge *knowledge) {
    struct table t;
    fill(&t);
    ekbom_cohort *cohort = NULL;
    EXPECT(ekbom_cohort_new(knowledge, (ekbom_str){map, sizeof map - 1}, &t.schema, &cohort, NULL) == EKBOM_STATUS_OK);
    for (int i = 0; i < 13; i++) {
        fill(&t);
        switch (i) {
        case 0: t.array.length = -1; break;
        case 1: t.array.offset = -3; break;
        case 2: t.array.length = INT64_MAX; t.array.offset = 1; break;
        case 3: t.array.n_children = 0; break;
        case 4: t.array.n_children = -2; break;
        case 5: t.array.children = NULL; break;
        case 6: t.arrays[0] = NULL; break;
        case 7: t.values.length = 2; break;
        case 8: t.values.n_buffers = 1; break;
        case 9: t.values.n_buffers = INT64_MAX; break;
        case 10: t.values.buffers = NULL; break;
        case 11: t.values.dictionary = &t.array; break;
        default: t.values.null_count = 9; break;
        }
        struct ArrowArray made = {0};
        ekbom_error *error = NULL;
        ekbom_status status = ekbom_assess_arrow(cohort, &t.array, &made, &error);
        if (status != EKBOM_STATUS_INVALID_ARROW) {
            printf("case %d: %.*s\n", i, EKBOM_ARG(ekbom_status_code(status)));
        }
        EXPECT(status == EKBOM_STATUS_INVALID_ARROW);
        EXPECT(t.array.release == NULL && made.release == NULL);
        EXPECT(error != NULL && ekbom_error_message(error).len > 0);
        ekbom_error_free(error);
    }
    ekbom_cohort_free(cohort);
}

/* --- streams --- */

struct source {
    struct table table;
    int left;
    bool fails;
};

static int stream_schema(struct ArrowArrayStream *own, struct ArrowSchema *out) {
    struct source *source = own->private_data;
    fill(&source->table);
    *out = source->table.schema;
    return 0;
}

static int stream_next(struct ArrowArrayStream *own, struct ArrowArray *out) {
    struct source *source = own->private_data;
    if (source->left == 0) {
        if (source->fails) {
            return 5;
        }
        *out = (struct ArrowArray){0};
        return 0;
    }
    source->left--;
    fill(&source->table);
    *out = source->table.array;
    return 0;
}

static const char *stream_error(struct ArrowArrayStream *own) {
    return own->private_data != NULL ? "the disk is gone" : NULL;
}

static void stream_release(struct ArrowArrayStream *own) { own->release = NULL; }

/* One batch at a time: the table is one, and its memory used again. */
static void streams(const ekbom_knowledge *knowledge, uint32_t threads, bool fails) {
    struct source source = {.left = 1, .fails = fails};
    struct table t;
    fill(&t);
    ekbom_cohort *cohort = NULL;
    EXPECT(ekbom_cohort_new(knowledge, (ekbom_str){map, sizeof map - 1}, &t.schema, &cohort, NULL) == EKBOM_STATUS_OK);
    struct ArrowArrayStream in = {stream_schema, stream_next, stream_error, stream_release, &source}, out = {0};
    EXPECT(ekbom_assess_arrow_stream(cohort, &in, threads, &out, NULL) == EKBOM_STATUS_OK);
    EXPECT(in.release == NULL);
    ekbom_cohort_free(cohort); /* the stream lives on */
    struct ArrowSchema schema = {0};
    EXPECT(out.get_schema(&out, &schema) == 0 && schema.n_children == 3);
    schema.release(&schema);
    struct ArrowArray made = {0};
    EXPECT(out.get_next(&out, &made) == 0 && made.length == 3 && answers(made.children[0], 0, "oral"));
    made.release(&made);
    if (fails) {
        EXPECT(out.get_next(&out, &made) != 0 && strstr(out.get_last_error(&out), "the disk is gone") != NULL);
    } else {
        EXPECT(out.get_next(&out, &made) == 0 && made.release == NULL);
    }
    out.release(&out);
}

int main(void) {
    ekbom_knowledge *knowledge = NULL;
    EXPECT(ekbom_knowledge_new(&knowledge, NULL) == EKBOM_STATUS_OK);
    right(knowledge);
    nulls(knowledge);
    hostile_schemas(knowledge);
    hostile_arrays(knowledge);
    streams(knowledge, 1, false);
    streams(knowledge, 1, true);
    streams(knowledge, 3, false);
    streams(knowledge, 3, true);
    ekbom_knowledge_free(knowledge);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
