/* The file of one shared run: there and back, and everything that may come instead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "io/result_file.h"
#include "io/shared_runs.h"

static struct str written(const struct shared_run *run)
{
    struct str text = {0};
    struct err e = {0};
    assert_true(result_file_write(&text, run, &e));
    return text;
}

static void a_run_comes_back_as_it_was(void **state)
{
    (void)state;
    struct made_run made;
    make_run(&made, 7, "Zoë O’Neill", 20);
    made.shared.source = SOURCE_SHEET;
    made.events[3].note = "unclear: “buyer”?";
    made.events[3].kind = EVENT_FLAG;
    made.events[3].choice = SIDE_NONE;
    made.events[5].sure = false;
    made.run->seed = UINT64_MAX;
    struct str text = written(&made.shared);
    assert_null(strstr(text.data, "elapsed"));
    for (size_t i = 0; i < text.len; i++)
        assert_true(text.data[i] == '\n' || (text.data[i] >= ' ' && text.data[i] <= '~'));

    struct arena arena = {0};
    struct shared_run back;
    struct err e = {0};
    int line = -1;
    assert_true(result_file_read(text.data, text.len, MADE_SESSION, &arena, &back, &line, &e));
    assert_int_equal(line, 0);
    assert_int_equal(back.source, SOURCE_SHEET);
    assert_string_equal(back.owner, "");
    assert_string_equal(back.learner.name, "Zoë O’Neill");
    assert_string_equal(back.learner.id, made.shared.learner.id);
    assert_string_equal(back.run.learner, made.shared.learner.id);
    assert_string_equal(back.run.id, made.run->id);
    assert_string_equal(back.run.mode, made.run->mode);
    assert_string_equal(back.run.rules, made.run->rules);
    assert_true(back.run.seed == UINT64_MAX);
    assert_true(back.run.fingerprint == made.run->fingerprint);
    assert_string_equal(back.run.items, made.run->items);
    assert_string_equal(back.run.part, "before");
    assert_int_equal(back.run.started_utc_ms, made.run->started_utc_ms);
    assert_int_equal(back.run.utc_offset_min, 120);
    assert_int_equal(back.count, made.shared.count);
    for (size_t i = 0; i < back.count; i++) {
        made.events[i].elapsed_ms = 0;
        assert_true(event_same(&back.events[i], &made.events[i]));
    }
    assert_true(shared_run_complete(&back));
    assert_true(result_file_read(text.data, text.len, "", &arena, &back, &line, &e));
    arena_free(&arena);
    str_free(&text);
}

static void a_run_without_answers_comes_back(void **state)
{
    (void)state;
    struct made_run made;
    make_run(&made, 1, "Anna", 3);
    made.shared.count = 0;
    struct str text = written(&made.shared);
    struct arena arena = {0};
    struct shared_run back;
    struct err e = {0};
    int line;
    assert_true(result_file_read(text.data, text.len, MADE_SESSION, &arena, &back, &line, &e));
    assert_int_equal(back.count, 0);
    assert_false(shared_run_complete(&back));
    arena_free(&arena);
    str_free(&text);
}

/* Reads what must be refused with these words, about this line. */
static void refused(const char *bytes, size_t len, const char *words, int expected)
{
    struct arena arena = {0};
    struct shared_run back;
    struct err e = {0};
    int line = -1;
    bool read = result_file_read(bytes, len, MADE_SESSION, &arena, &back, &line, &e);
    if (read || !strstr(e.text, words) || line != expected)
        print_error("expected “%s” in line %d; got “%s” in line %d for: %.600s\n", words, expected,
                    e.text, line, bytes);
    assert_false(read);
    assert_int_equal(e.status, STATUS_DATA);
    assert_non_null(strstr(e.text, words));
    assert_int_equal(line, expected);
    assert_int_equal(text_examine(e.text, strlen(e.text), NULL), TEXT_OK);
    arena_free(&arena);
}

static void what_is_cut_short_is_refused_wherever(void **state)
{
    (void)state;
    struct made_run made;
    make_run(&made, 2, "Anna", 3);
    struct str text = written(&made.shared);
    int line = 1;
    for (size_t len = 1; len < text.len; len++) {
        struct arena arena = {0};
        struct shared_run back;
        struct err e = {0};
        int at;
        char *cut = malloc(len); /* so that a sanitizer sees what reads beyond it */
        assert_non_null(cut);
        memcpy(cut, text.data, len);
        assert_false(result_file_read(cut, len, MADE_SESSION, &arena, &back, &at, &e));
        if (text.data[len - 1] == '\n') {
            refused(cut, len, "cut short", ++line);
        } else if (len > 10) { /* from where it can be told what it is */
            refused(cut, len, "cut short", line);
        }
        free(cut);
        arena_free(&arena);
    }
    refused("", 0, "empty", 0);
    str_free(&text);
}

static void what_is_foreign_or_too_new_says_so(void **state)
{
    (void)state;
    static const char *const foreign[] = {"Anna K7QX-9M2B-0HJT-4\n",
                                          "{\"smquiz\":\"bank\",\"version\":1}\n",
                                          "[]\n",
                                          "{}\n",
                                          "\n",
                                          "{\"version\":1}\n",
                                          "{\"smquiz\":1,\"version\":1}\n",
                                          "\xff\xfe{}\n"};
    for (size_t i = 0; i < ARRAY_LEN(foreign); i++)
        refused(foreign[i], strlen(foreign[i]), "no result of smquiz", 0);
    refused("{\"smquiz\":\"result\"}\0\n", 22, "no result of smquiz", 0);
    static const char newer[] = "{\"smquiz\":\"result\",\"version\":2,\"things\":[1,2]}\n";
    refused(newer, strlen(newer), "newer smquiz", 0);
    static const char older[] = "{\"smquiz\":\"result\",\"version\":0}\n";
    refused(older, strlen(older), "version", 0);
    char *huge = calloc(RESULT_FILE_BYTES_MAX + 2, 1);
    assert_non_null(huge);
    memset(huge, ' ', RESULT_FILE_BYTES_MAX + 1);
    refused(huge, RESULT_FILE_BYTES_MAX + 1, "larger than 8 MB", 0);
    free(huge);
}

/* The file of a run with the first `old` after the `line`th line's start changed. */
static void refused_with(const char *old, const char *new, const char *words, int line)
{
    struct made_run made;
    struct str changed = {0};
    make_run(&made, 3, "Anna", 3);
    struct str text = written(&made.shared);
    const char *start = text.data;
    for (int i = 1; i < line; i++)
        start = strchr(start, '\n') + 1;
    const char *at = strstr(start, old);
    if (!at)
        print_error("not in the file: %s\n%s", old, text.data);
    assert_non_null(at);
    str_addn(&changed, text.data, (size_t)(at - text.data));
    str_add(&changed, new);
    str_add(&changed, at + strlen(old));
    refused(changed.data, changed.len, words, line);
    str_free(&changed);
    str_free(&text);
}

static void what_cannot_be_is_refused_by_line(void **state)
{
    (void)state;
    static const struct {
        int line;
        const char *old, *new, *words;
    } cases[] = {
        {1, MADE_SESSION, "other-words-here", "another session, other-words-here"},
        {1, MADE_SESSION, "../../../etc", "session"},
        {1, MADE_SESSION, "", "session"},
        {1, "\"before\"", "\"later\"", "part"},
        {1, "\"before\"", "\"\"", "part"},
        {1, "\"played\"", "\"guessed\"", "source"},
        {1, "\"Anna\"", "\"\"", "name"},
        {1, "\"Anna\"", "\" Anna\"", "name"},
        {1, "\"Anna\"", "\"An\\u001b[31mna\"", "name"},
        {1, "\"Anna\"", "\"An\\u202ena\"", "name"},
        {1, "\"Anna\"", "[\"Anna\"]", "name"},
        {1, "\"events\":4", "\"events\":-1", "events"},
        {1, "\"events\":4", "\"events\":20001", "events"},
        {1, "\"events\":4", "\"events\":4.0", "events"},
        {1, "\"events\":4", "\"events\":\"4\"", "events"},
        {1, "\"seed\":\"", "\"seed\":\"0x", "seed"},
        {1, "\"fingerprint\":\"", "\"fingerprint\":\"F", "fingerprint"},
        {1, "\"mode\":\"first\"", "\"mode\":\"\"", "run"},
        {1, "\"mode\":\"first\"", "\"mode\":\"fi\\nrst\"", "mode"},
        {1, "\"started\":", "\"started\":-", "started"},
        {1, "\"utc_offset_min\":120", "\"utc_offset_min\":12000", "run"},
        {1, "\"utc_offset_min\":120", "\"utc_offset_min\":99999999999", "utc_offset_min"},
        {2, "\"id\":\"0", "\"id\":\"X", "id"},
        {2, "\"sequence\":1", "\"sequence\":2", "sequence"},
        {3, "\"sequence\":2", "\"sequence\":1", "sequence"},
        {3, "\"kind\":\"answer\"", "\"kind\":\"guess\"", "kind"},
        {2, "\"choice\":\"sales\"", "\"choice\":\"\"", "event"},
        {2, "\"choice\":\"sales\"", "\"choice\":\"both\"", "choice"},
        {2, "\"sure\":true", "\"sure\":1", "sure"},
        {2, "\"sure\":true", "\"sure\":true,\"sure\":false", "damaged"},
        {2, "\"sure\":true", "\"sure\":true,\"x\":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", "damaged"},
        {2, "\"sure\":true", "\"sure\":tru", "damaged"},
        {4, "\"note\":\"\"", "\"note\":\"\\u009b\"", "note"},
        {4, "\"note\":\"\"", "\"note\":\"\\u0000\"", "damaged"},
        {4, "\"note\":\"\"", "\"note\":\"\\ud800\"", "damaged"},
        {4, "\"activity\":\"", "\"activity\":null,\"x\":\"", "activity"},
        {5, "\"time\":", "\"time\":9999", "time"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        refused_with(cases[i].old, cases[i].new, cases[i].words, cases[i].line);
}

static void notes_are_no_longer_than_ours(void **state)
{
    (void)state;
    char note[EVENT_NOTE_MAX + 32];
    memset(note, 'x', sizeof note);
    note[sizeof note - 1] = '\0';
    struct str new = {0};
    str_addf(&new, "\"note\":\"%s\"", note);
    refused_with("\"note\":\"\"", new.data, "event", 3);
    str_free(&new);
}

/* An id that stands twice, an end that is not the last, more lines than announced. */
static void what_does_not_fit_together_is_refused(void **state)
{
    (void)state;
    struct made_run made;
    make_run(&made, 4, "Anna", 3);
    memcpy(made.events[2].id, made.events[0].id, UUID_SIZE);
    struct str text = written(&made.shared);
    refused(text.data, text.len, "id", 4);
    str_free(&text);

    make_run(&made, 4, "Anna", 3);
    struct event end = made.events[3];
    end.sequence = 2;
    made.events[1] = end;
    uuid7(made.events[3].id, MADE_START_MS, &made.rng);
    text = written(&made.shared);
    refused(text.data, text.len, "kind", 4);
    str_free(&text);

    make_run(&made, 4, "Anna", 3);
    text = written(&made.shared);
    str_add(&text, "{}\n");
    refused(text.data, text.len, "more lines", 0);
    str_free(&text);
}

static void what_is_too_long_is_not_written(void **state)
{
    (void)state;
    struct made_run made;
    struct str text = {0};
    struct err e = {0};
    make_run(&made, 5, "Anna", 3);
    made.shared.count = RESULT_FILE_EVENTS_MAX + 1;
    assert_false(result_file_write(&text, &made.shared, &e));
    assert_int_equal(e.status, STATUS_DATA);
    str_free(&text);
}

static void hands_of_a_room_need_no_part(void **state)
{
    (void)state;
    struct made_run made;
    struct arena arena = {0};
    struct shared_run back;
    struct err e = {0};
    int line;
    make_run(&made, 6, "Room", 3);
    made.shared.source = SOURCE_ROOM;
    made.run->mode = SHARED_MODE_ROOM;
    made.run->part = "";
    struct str text = written(&made.shared);
    assert_true(result_file_read(text.data, text.len, MADE_SESSION, &arena, &back, &line, &e));
    assert_int_equal(back.source, SOURCE_ROOM);
    arena_free(&arena);
    str_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_comes_back_as_it_was),
        cmocka_unit_test(a_run_without_answers_comes_back),
        cmocka_unit_test(what_is_cut_short_is_refused_wherever),
        cmocka_unit_test(what_is_foreign_or_too_new_says_so),
        cmocka_unit_test(what_cannot_be_is_refused_by_line),
        cmocka_unit_test(notes_are_no_longer_than_ours),
        cmocka_unit_test(what_does_not_fit_together_is_refused),
        cmocka_unit_test(what_is_too_long_is_not_written),
        cmocka_unit_test(hands_of_a_room_need_no_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
