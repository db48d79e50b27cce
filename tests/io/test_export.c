/* Answers out to machines: golden rows, read back by readers of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/export.h"
#include "io/json_at.h"
#include "io/store_mem.h"

enum { COLUMNS = 24, ROWS_MAX = 32, CELL_MAX = 400, PATH_SIZE = 512 };

static const char *const columns[COLUMNS] = {
    "learner",     "learner_id", "run",       "mode",        "seed",     "bank",
    "fingerprint", "session",    "part",      "run_started", "sequence", "answer_id",
    "activity",    "wording",    "keyed",     "choice",      "right",    "sure",
    "struck",      "flagged",    "flag_note", "elapsed_ms",  "time",     "utc_offset_min",
};

struct place {
    struct store *store;
    char folder[PATH_SIZE], file[PATH_SIZE + 16];
};

static int make_place(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    const char *tmp = getenv("TMPDIR");
    snprintf(p->folder, sizeof p->folder, "%s/smquiz-export-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(p->folder))
        return -1;
    snprintf(p->file, sizeof p->file, "%s/out", p->folder);
    p->store = store_mem_open();
    *state = p;
    return 0;
}

static int remove_place(void **state)
{
    struct place *p = *state;
    p->store->ops->close(p->store);
    unlink(p->file);
    int left = rmdir(p->folder); /* fails when a temporary file was left behind */
    free(p);
    return left;
}

/* ---- records ---- */

static const struct learner anna = {"01890000-0000-7000-8000-00000000000a", "Anna"};

static struct run a_run(void)
{
    return (struct run){
        .id = "01890000-0000-7000-8000-0000000000aa",
        .learner = "01890000-0000-7000-8000-00000000000a",
        .mode = "exam",
        .rules = "",
        .seed = UINT64_C(0xfedcba9876543210),
        .bank = "core",
        .fingerprint = 1,
        .items = "",
        .session = "K7QM",
        .part = "after",
        .started_utc_ms = 1700000000007,
        .utc_offset_min = 60,
    };
}

static struct event an_event(int sequence, enum event_kind kind, const char *activity)
{
    struct event event = {
        .run = "01890000-0000-7000-8000-0000000000aa",
        .sequence = sequence,
        .kind = kind,
        .activity = activity,
        .wording = UINT64_C(0xffffffffffffffff),
        .keyed = SIDE_MARKETING,
        .choice = kind == EVENT_ANSWER ? SIDE_SALES : SIDE_NONE,
        .elapsed_ms = 1234,
        .utc_ms = 1700000001000,
        .utc_offset_min = -90,
        .note = "",
    };
    snprintf(event.id, sizeof event.id, "01890000-0000-7000-8000-00000000b%03d", sequence);
    return event;
}

static void append(struct place *p, const struct learner *learner, const struct run *run,
                   const struct event *event)
{
    struct err e = {0};
    assert_true(p->store->ops->append(p->store, learner, run, event, &e));
}

/* One answer with a flag of this reason. */
static void add_flagged(struct place *p, int sequence, const char *note)
{
    char activity[32];
    snprintf(activity, sizeof activity, "core:a/%d", sequence);
    struct event answer = an_event(sequence, EVENT_ANSWER, activity);
    struct event flag = an_event(sequence + 1, EVENT_FLAG, activity);
    flag.note = note;
    append(p, NULL, NULL, &answer);
    append(p, NULL, NULL, &flag);
}

static char *slurp(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = calloc(1, 100000);
    assert_true(fread(bytes, 1, 99999, file) < 99999);
    fclose(file);
    return bytes;
}

static char *export_to_file(struct place *p, enum export_format format)
{
    struct err e = {0};
    assert_true(export_answers(p->store, NULL, format, p->file, &e));
    assert_string_equal(e.text, "");
    return slurp(p->file);
}

/* ---- a small reader of RFC 4180 that shares nothing with the writer ---- */

struct table {
    int rows;
    char cell[ROWS_MAX][COLUMNS][CELL_MAX];
    bool quoted[ROWS_MAX][COLUMNS];
};

static const char *read_cell(const char *at, char *cell, bool *quoted)
{
    size_t len = 0;
    *quoted = *at == '"';
    if (*quoted) {
        for (at++; *at && (*at != '"' || at[1] == '"'); at++) {
            if (*at == '"')
                at++;
            cell[len++] = *at;
            assert_true(len < CELL_MAX);
        }
        assert_int_equal(*at, '"');
        at++;
    } else {
        for (; *at && *at != ',' && *at != '\r'; at++) {
            assert_null(strchr("\"\n", *at));
            cell[len++] = *at;
            assert_true(len < CELL_MAX);
        }
    }
    cell[len] = '\0';
    return at;
}

static struct table *read_csv(const char *text)
{
    struct table *t = calloc(1, sizeof *t);
    while (*text) {
        assert_true(t->rows < ROWS_MAX);
        for (int column = 0; column < COLUMNS; column++) {
            text = read_cell(text, t->cell[t->rows][column], &t->quoted[t->rows][column]);
            assert_int_equal(*text, column < COLUMNS - 1 ? ',' : '\r');
            text++;
        }
        assert_int_equal(*text, '\n');
        text++;
        t->rows++;
    }
    return t;
}

/* ---- tests ---- */

static void csv_rows_are_golden(void **state)
{
    struct place *p = *state;
    struct run run = a_run();
    struct event first = an_event(1, EVENT_ANSWER, "core:fair/stand");
    struct event second = an_event(2, EVENT_ANSWER, "core:fair/order");
    struct event strike = an_event(3, EVENT_STRIKE, "core:fair/order");
    second.choice = SIDE_MARKETING;
    second.sure = true;
    append(p, &anna, &run, &first);
    append(p, NULL, NULL, &second);
    append(p, NULL, NULL, &strike);
    char *got = export_to_file(p, EXPORT_CSV);
    assert_string_equal(
        got, "\"learner\",\"learner_id\",\"run\",\"mode\",\"seed\",\"bank\",\"fingerprint\","
             "\"session\",\"part\",\"run_started\",\"sequence\",\"answer_id\",\"activity\","
             "\"wording\",\"keyed\",\"choice\",\"right\",\"sure\",\"struck\",\"flagged\","
             "\"flag_note\",\"elapsed_ms\",\"time\",\"utc_offset_min\"\r\n"
             "\"Anna\",\"01890000-0000-7000-8000-00000000000a\","
             "\"01890000-0000-7000-8000-0000000000aa\",\"exam\",\"fedcba9876543210\",\"core\","
             "\"0000000000000001\",\"K7QM\",\"after\",\"2023-11-14T22:13:20.007Z\",1,"
             "\"01890000-0000-7000-8000-00000000b001\",\"core:fair/stand\",\"ffffffffffffffff\","
             "\"marketing\",\"sales\",0,0,0,0,\"\",1234,\"2023-11-14T22:13:21.000Z\",-90\r\n"
             "\"Anna\",\"01890000-0000-7000-8000-00000000000a\","
             "\"01890000-0000-7000-8000-0000000000aa\",\"exam\",\"fedcba9876543210\",\"core\","
             "\"0000000000000001\",\"K7QM\",\"after\",\"2023-11-14T22:13:20.007Z\",2,"
             "\"01890000-0000-7000-8000-00000000b002\",\"core:fair/order\",\"ffffffffffffffff\","
             "\"marketing\",\"marketing\",1,1,1,0,\"\",1234,\"2023-11-14T22:13:21.000Z\",-90\r\n");
    free(got);
}

/* What people may write, and what the cell says. */
static const struct {
    const char *note, *cell;
} notes[] = {
    {"=1+1", "'=1+1"},
    {"+49 30", "'+49 30"},
    {"-1", "'-1"},
    {"@SUM(A1)", "'@SUM(A1)"},
    {"\tx", "\\u{9}x"}, /* as it is shown it begins no formula */
    {"\rx", "\\u{d}x"},
    {"  =cmd|'/c calc'!A1", "'  =cmd|'/c calc'!A1"},
    {"'=1+1", "''=1+1"},
    {" ' @SUM(A1)", "' ' @SUM(A1)"},
    {"'quoted'", "'quoted'"},
    {"a = b", "a = b"},
    {"say \"both\", or \"none\"", "say \"both\", or \"none\""},
    {"\"=1\"", "\"=1\""},
    {"two\nlines", "two\\u{a}lines"},
    {"\x1b]0;title\x07", "\\u{1b}]0;title\\u{7}"},
    {"\xff", "\\x{ff}"},
    {"\x7f", "\\u{7f}"},
    {"hid\xe2\x80\x8b\xc2\xad"
     "den",
     "hidden"},
    {"Zoë 张 ; |", "Zoë 张 ; |"},
};

static void csv_is_safe_and_reads_back(void **state)
{
    struct place *p = *state;
    struct run run = a_run();
    append(p, &anna, &run, NULL);
    for (size_t i = 0; i < ARRAY_LEN(notes); i++)
        add_flagged(p, (int)i * 2 + 1, notes[i].note);
    char *got = export_to_file(p, EXPORT_CSV);
    struct table *t = read_csv(got);
    assert_int_equal(t->rows, 1 + (int)ARRAY_LEN(notes));
    for (int column = 0; column < COLUMNS; column++)
        assert_string_equal(t->cell[0][column], columns[column]);
    for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
        assert_string_equal(t->cell[i + 1][20], notes[i].cell);
        assert_true(t->quoted[i + 1][20]);
        assert_string_equal(t->cell[i + 1][19], "1");
        assert_false(t->quoted[i + 1][19]);
    }
    free(t);
    free(got);
}

static void json_says_the_same(void **state)
{
    struct place *p = *state;
    struct run run = a_run();
    append(p, &anna, &run, NULL);
    for (size_t i = 0; i < ARRAY_LEN(notes); i++)
        add_flagged(p, (int)i * 2 + 1, notes[i].note);
    char *got = export_to_file(p, EXPORT_JSON);
    for (const char *at = got; *at; at++)
        assert_true((*at >= ' ' && *at < 0x7f) || *at == '\n');
    json_error_t error;
    json_t *root = json_loads(got, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(root);
    assert_int_equal(json_integer_value(json_object_get(root, "version")), 1);
    json_t *answers = json_object_get(root, "answers");
    assert_int_equal(json_array_size(answers), ARRAY_LEN(notes));
    for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
        json_t *row = json_array_get(answers, i);
        assert_int_equal(json_object_size(row), COLUMNS);
        for (int column = 0; column < COLUMNS; column++)
            assert_non_null(json_object_get(row, columns[column]));
        const char *note = json_string_value(json_object_get(row, "flag_note"));
        assert_string_equal(note, strcmp(notes[i].note, "\xff") ? notes[i].note : "\\x{ff}");
        assert_string_equal(json_string_value(json_object_get(row, "seed")), "fedcba9876543210");
        assert_string_equal(json_string_value(json_object_get(row, "keyed")), "marketing");
        assert_string_equal(json_string_value(json_object_get(row, "time")),
                            "2023-11-14T22:13:21.000Z");
        assert_true(json_is_false(json_object_get(row, "right")));
        assert_true(json_is_true(json_object_get(row, "flagged")));
        assert_int_equal(json_integer_value(json_object_get(row, "utc_offset_min")), -90);
        assert_int_equal(json_integer_value(json_object_get(row, "sequence")), i * 2 + 1);
    }
    json_decref(root);
    free(got);
}

static void xapi_tells_of_answers_that_count(void **state)
{
    struct place *p = *state;
    struct run run = a_run(), shared = a_run();
    run.session = "";
    memcpy(shared.id, "01890000-0000-7000-8000-0000000000bb", UUID_SIZE);
    struct event answer = an_event(1, EVENT_ANSWER, "core:fair/poster");
    struct event regretted = an_event(2, EVENT_ANSWER, "core:fair/order");
    struct event strike = an_event(3, EVENT_STRIKE, "core:fair/order");
    struct event in_session = an_event(4, EVENT_ANSWER, "core:fair/order");
    answer.sure = true;
    memcpy(in_session.run, shared.id, UUID_SIZE);
    in_session.sequence = 1;
    append(p, &anna, &run, &answer);
    append(p, NULL, NULL, &regretted);
    append(p, NULL, NULL, &strike);
    append(p, NULL, &shared, &in_session);
    char *got = export_to_file(p, EXPORT_XAPI);
    json_t *root = json_loads(got, JSON_REJECT_DUPLICATES, NULL);
    assert_int_equal(json_array_size(root), 1);
    json_t *one = json_array_get(root, 0);
    assert_text(one, "id", "01890000-0000-7000-8000-00000000b001");
    assert_text(one, "timestamp", "2023-11-14T22:13:21.000Z");
    assert_text(one, "actor/name", "Anna");
    assert_text(one, "verb/id", "http://adlnet.gov/expapi/verbs/answered");
    assert_text(one, "object/id", "tag:smquiz.example,2026:bank/core/fair/poster/ffffffffffffffff");
    assert_text(one, "object/definition/correctResponsesPattern/0", "marketing");
    assert_text(one, "result/response", "sales");
    assert_text(one, "result/duration", "PT1.23S");
    assert_true(json_is_false(json_at(one, "result/success")));
    assert_true(json_is_true(
        json_object_get(json_at(one, "result/extensions"), "tag:smquiz.example,2026:sure")));
    assert_text(one, "context/registration", "01890000-0000-7000-8000-0000000000aa");
    assert_text(one, "context/contextActivities/grouping/0/id",
                "tag:smquiz.example,2026:mode/exam");
    json_decref(root);
    free(got);
}

static void nothing_is_a_header_or_an_empty_list(void **state)
{
    struct place *p = *state;
    char *csv = export_to_file(p, EXPORT_CSV);
    struct table *t = read_csv(csv);
    assert_int_equal(t->rows, 1);
    char *json = export_to_file(p, EXPORT_JSON);
    assert_string_equal(json, "{\"version\":1,\"answers\":[]}\n");
    char *xapi = export_to_file(p, EXPORT_XAPI);
    assert_string_equal(xapi, "[]\n");
    free(xapi);
    free(t);
    free(csv);
    free(json);
}

static void one_learner_alone(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    struct run run = a_run(), other = a_run();
    const struct learner berta = {"01890000-0000-7000-8000-00000000000b", "Berta"};
    struct event mine = an_event(1, EVENT_ANSWER, "core:a/1"), hers = mine;
    memcpy(other.learner, berta.id, UUID_SIZE);
    other.id[0] = hers.run[0] = hers.id[0] = 'f';
    append(p, &anna, &run, &mine);
    append(p, &berta, &other, &hers);
    assert_true(export_answers(p->store, berta.id, EXPORT_CSV, p->file, &e));
    char *got = slurp(p->file);
    struct table *t = read_csv(got);
    assert_int_equal(t->rows, 2);
    assert_string_equal(t->cell[1][0], "Berta");
    free(t);
    free(got);
}

static void a_file_is_replaced_whole_and_closed_to_others(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    struct stat st;
    char target[PATH_SIZE + 16];
    snprintf(target, sizeof target, "%s/target", p->folder);
    FILE *file = fopen(target, "w");
    fputs("mine", file);
    fclose(file);
    assert_int_equal(symlink(target, p->file), 0);
    assert_true(export_answers(p->store, NULL, EXPORT_JSON, p->file, &e));
    assert_int_equal(lstat(p->file, &st), 0);
    assert_true(S_ISREG(st.st_mode)); /* the link was replaced, not followed */
    assert_int_equal(st.st_mode & 07777, 0600);
    char *kept = slurp(target);
    assert_string_equal(kept, "mine");
    free(kept);
    unlink(target);
}

static void a_file_that_cannot_be_made_is_told(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    char path[PATH_SIZE + 32];
    snprintf(path, sizeof path, "%s/no\x1b/such", p->folder);
    assert_false(export_answers(p->store, NULL, EXPORT_CSV, path, &e));
    assert_int_equal(e.status, STATUS_CANT_CREATE);
    assert_non_null(strstr(e.text, "no\\u{1b}/such"));
}

/* Exports to standard output while that is the file `path`. */
static bool export_to_output(struct place *p, const char *path, struct err *e)
{
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    assert_true(kept >= 0 && fd >= 0);
    dup2(fd, STDOUT_FILENO);
    bool ok = export_answers(p->store, NULL, EXPORT_JSON, "-", e);
    fflush(stdout);
    clearerr(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(fd);
    return ok;
}

static void standard_output_is_checked(void **state)
{
    struct place *p = *state;
    struct err e = {0};
    assert_true(export_to_output(p, p->file, &e));
    char *got = slurp(p->file);
    assert_string_equal(got, "{\"version\":1,\"answers\":[]}\n");
    free(got);
    struct stat st;
    if (stat("/dev/full", &st) != 0) {
        print_message("# skip: there is no /dev/full here\n");
        return;
    }
    assert_false(export_to_output(p, "/dev/full", &e));
    assert_int_equal(e.status, STATUS_IO);
    assert_true(strlen(e.text) > 0);
}

#define PLACED(test)                                \
    {                                               \
#test, test, make_place, remove_place, NULL \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(csv_rows_are_golden),
        PLACED(csv_is_safe_and_reads_back),
        PLACED(json_says_the_same),
        PLACED(xapi_tells_of_answers_that_count),
        PLACED(nothing_is_a_header_or_an_empty_list),
        PLACED(one_learner_alone),
        PLACED(a_file_is_replaced_whole_and_closed_to_others),
        PLACED(a_file_that_cannot_be_made_is_told),
        PLACED(standard_output_is_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
