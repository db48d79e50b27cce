/* A session's report for machines, read back; and what holds of all its formats. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>

#include "core/session_report_csv.h"
#include "io/session_report_formats.h"
#include "io/session_report_json.h"
#include "io/session_xapi.h"
#include "io/xapi.h"
#include "unit/report_fixture.h"
#include "unit/seed.h"

typedef void write_fn(const struct session_report *report, struct str *out);

enum { FORMATS_LEAST = 5, FORMATS_MOST = 20 };

static size_t format_count(void)
{
    size_t count = 0;
    while (session_report_format(count))
        count++;
    assert_in_range(count, FORMATS_LEAST, FORMATS_MOST);
    return count;
}

struct desk {
    struct bank *bank;
    struct session session;
    struct report_runs runs;
};

static int set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    if (!desk)
        return -1;
    desk->bank = report_bank();
    desk->session = report_session(desk->bank);
    desk->runs.session = &desk->session;
    report_day(&desk->runs);
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    arena_free(&desk->runs.arena);
    bank_free(desk->bank);
    free(desk);
    return 0;
}

static struct str written(struct desk *desk, write_fn *write, bool names)
{
    struct session_report report;
    struct str text = {0};
    session_report_make(&report, &desk->session, desk->runs.items, desk->runs.count, names, 0);
    write(&report, &text);
    session_report_free(&report);
    return text;
}

/* The report in a format of the table. */
static struct str in_format(struct desk *desk, size_t row, bool names)
{
    struct session_report report;
    struct str text = {0};
    session_report_make(&report, &desk->session, desk->runs.items, desk->runs.count, names, 0);
    session_report_write(&report, row, CHARSET_UTF8, &text);
    session_report_free(&report);
    return text;
}

static json_t *read_back(const struct str *text)
{
    json_error_t error;
    json_t *json = json_loads(text->data, JSON_REJECT_DUPLICATES, &error);
    if (!json)
        fail_msg("%s at %d", error.text, error.position);
    return json;
}

/* --- all formats ----------------------------------------------------------------------------- */

static void the_order_of_runs_changes_nothing(void **state)
{
    struct desk *desk = *state;
    struct rng rng = rng_for_test();
    struct str before[2 * FORMATS_MOST];
    size_t count = 2 * format_count();
    for (size_t i = 0; i < count; i++)
        before[i] = in_format(desk, i / 2, i % 2);
    for (int round = 0; round < 20; round++) {
        for (size_t i = desk->runs.count - 1; i > 0; i--) {
            size_t other = rng_below(&rng, (uint32_t)i + 1);
            struct shared_run run = desk->runs.items[i];
            desk->runs.items[i] = desk->runs.items[other];
            desk->runs.items[other] = run;
        }
        for (size_t i = 0; i < count; i++) {
            struct str after = in_format(desk, i / 2, i % 2);
            assert_string_equal(after.data, before[i].data);
            str_free(&after);
        }
    }
    for (size_t i = 0; i < count; i++)
        str_free(&before[i]);
}

/* Without names nothing that people typed, and no id of theirs or of their login is in it. */
static void nobody_is_in_an_anonymous_report(void **state)
{
    struct desk *desk = *state;
    static const char *const said[] = {"Anna", "Ben",  "Dora", "Greta", "mile",
                                       "=cmd", "anna", "hall", "dora",  "019ac0de-000a"};
    int with_people = 0; /* all but formats that are no list of people */
    for (size_t i = 0, count = format_count(); i < count; i++) {
        struct str with = in_format(desk, i, true), without = in_format(desk, i, false);
        with_people += strstr(with.data, "Greta") != NULL;
        for (size_t j = 0; j < ARRAY_LEN(said); j++)
            if (strstr(without.data, said[j]))
                fail_msg("%s is in it: %.60s", said[j], strstr(without.data, said[j]));
        str_free(&with);
        str_free(&without);
    }
    assert_in_range(with_people, FORMATS_LEAST, FORMATS_MOST);
}

/* What the system calls an owner is shown with names, and changes no figure: here all owners are
 * called otherwise. */
static void owners_change_nothing_else(void **state)
{
    struct desk *desk = *state;
    struct str before[FORMATS_MOST];
    size_t count = format_count();
    for (size_t i = 0; i < count; i++)
        before[i] = in_format(desk, i, false);
    for (size_t i = 0; i < desk->runs.count; i++) {
        struct shared_run *run = &desk->runs.items[i];
        char owner[40];
        snprintf(owner, sizeof owner, "zz%s", run->owner);
        if (*run->owner)
            run->owner = report_text(&desk->runs, owner);
    }
    for (size_t i = 0; i < count; i++) {
        struct str after = in_format(desk, i, false);
        assert_string_equal(after.data, before[i].data);
        str_free(&after);
        str_free(&before[i]);
    }
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void figures_come_back_as_they_were(void **state)
{
    struct desk *desk = *state;
    struct str text = written(desk, session_report_json, true);
    for (size_t i = 0; i < text.len; i++)
        assert_in_range((unsigned char)text.data[i], '\n', '~');
    json_t *json = read_back(&text);
    int version, right, answers, people, same, better, hands, cards, hot;
    double points, low;
    const char *code, *shape, *owner, *name;
    assert_int_equal(
        json_unpack(json,
                    "{s:i, s:{s:s}, s:{s:{s:{s:i, s:i, s:i}}, s:{s:i}}, s:{s:i, s:i, s:F, s:F},"
                    " s:[{s:s}], s:[*], s:[{},{s:s, s:s, s:b, s:{s:{s:i}}}]}",
                    "version", &version, "session", "code", &code, "room", "parts", "before",
                    "right", &right, "answers", &answers, "people", &people, "hands", "answers",
                    &hands, "gain", "same_form", &same, "better", &better, "points", &points,
                    "points_low", &low, "talk", "shape", &shape, "cards", "participants", "name",
                    &name, "owner", &owner, "hot_seat", &hot, "parts", "after", "cards", &cards),
        0);
    assert_int_equal(version, 1);
    assert_string_equal(code, "maple-tango-river");
    assert_int_equal(right, 16);
    assert_int_equal(answers, 32);
    assert_int_equal(people, 8);
    assert_int_equal(hands, 40);
    assert_int_equal(same, 0);
    assert_int_equal(better, 6);
    assert_true(points > 39.285 && points < 39.286 && low > 13.068 && low < 13.069);
    assert_string_equal(shape, "sure");
    assert_string_equal(name, "Anna");
    assert_string_equal(owner, "anna");
    assert_false(hot);
    assert_int_equal(cards, 4);
    assert_int_equal(json_array_size(json_object_get(json, "participants")), 8);
    assert_int_equal(json_array_size(json_object_get(json, "cards")), 12);
    json_decref(json);
    str_free(&text);
}

/* --- xAPI ------------------------------------------------------------------------------------ */

static const char *verb_of(const json_t *statement)
{
    const char *verb = json_string_value(json_object_get(json_object_get(statement, "verb"), "id"));
    return strrchr(verb, '/') + 1;
}

static int count_verb(const json_t *statements, const char *verb)
{
    int count = 0;
    for (size_t i = 0; i < json_array_size(statements); i++)
        count += strcmp(verb_of(json_array_get(statements, i)), verb) == 0;
    return count;
}

static void statements_are_of_what_counts(void **state)
{
    struct desk *desk = *state;
    struct str text = written(desk, session_xapi, true);
    json_t *statements = read_back(&text);
    assert_int_equal(count_verb(statements, "initialized"), 22); /* 8 + 7 + 7 runs */
    assert_int_equal(count_verb(statements, "answered"), 88);    /* no hands among them */
    assert_int_equal(count_verb(statements, "completed"), 22);
    assert_int_equal(count_verb(statements, "passed"), 7);
    assert_int_equal(count_verb(statements, "failed"), 0);
    assert_int_equal(count_verb(statements, "terminated"), 22);
    json_decref(statements);
    str_free(&text);
}

static void an_answer_has_its_id_and_the_key_of_its_time(void **state)
{
    struct desk *desk = *state;
    struct shared_run *run = &desk->runs.items[0];
    run->events[0].keyed = side_other(run->events[0].keyed);
    struct str text = written(desk, session_xapi, true);
    json_t *statements = read_back(&text);
    const json_t *found = NULL;
    for (size_t i = 0; i < json_array_size(statements); i++) {
        const json_t *one = json_array_get(statements, i);
        if (strcmp(json_string_value(json_object_get(one, "id")), run->events[0].id) == 0)
            found = one;
    }
    assert_non_null(found);
    const char *right, *response, *moment, *home, *activity;
    int success, sure;
    json_t *copy = json_deep_copy(found);
    assert_int_equal(
        json_unpack(copy, "{s:s, s:{s:{s:s}}, s:{s:s, s:{s:[s]}}, s:{s:b, s:s, s:{s:b}}}",
                    "timestamp", &moment, "actor", "account", "homePage", &home, "object", "id",
                    &activity, "definition", "correctResponsesPattern", &right, "result", "success",
                    &success, "response", &response, "extensions", XAPI_BASE "sure", &sure),
        0);
    assert_string_equal(right, side_id(run->events[0].keyed));
    assert_string_equal(response, side_id(run->events[0].choice));
    assert_false(success);
    assert_true(sure);
    assert_string_equal(moment, "2025-11-24T10:00:00.000Z");
    assert_string_equal(home, XAPI_BASE "people");
    assert_int_equal(strncmp(activity, XAPI_BASE "bank/test/papers/one/", 45), 0);
    json_decref(copy);
    json_decref(statements);
    str_free(&text);
}

/* The same in every session with names, another one in each without. */
static void a_pseudonym_leads_nowhere(void **state)
{
    struct desk *desk = *state;
    const char *names[4];
    struct str texts[4];
    json_t *all[4];
    for (int i = 0; i < 4; i++) {
        if (i == 2) {
            memcpy(desk->session.code, "quiet-", 6);
            for (size_t j = 0; j < desk->runs.count; j++)
                desk->runs.items[j].run.session = desk->session.code;
        }
        desk->runs.count = 1; /* of one person */
        texts[i] = written(desk, session_xapi, i % 2 == 0);
        all[i] = read_back(&texts[i]);
        assert_int_equal(json_unpack(json_array_get(all[i], 0), "{s:{s:{s:s}}}", "actor", "account",
                                     "name", &names[i]),
                         0);
    }
    assert_string_equal(names[0], names[2]);
    assert_string_not_equal(names[1], names[3]);
    assert_string_not_equal(names[0], names[1]);
    for (int i = 0; i < 4; i++) {
        json_decref(all[i]);
        str_free(&texts[i]);
    }
}

static void no_runs_are_no_statements(void **state)
{
    struct desk *desk = *state;
    desk->runs.count = 0;
    struct str text = written(desk, session_xapi, true);
    json_t *statements = read_back(&text);
    assert_int_equal(json_array_size(statements), 0);
    json_decref(statements);
    str_free(&text);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(the_order_of_runs_changes_nothing),
        AT_DESK(nobody_is_in_an_anonymous_report),
        AT_DESK(owners_change_nothing_else),
        AT_DESK(figures_come_back_as_they_were),
        AT_DESK(statements_are_of_what_counts),
        AT_DESK(an_answer_has_its_id_and_the_key_of_its_time),
        AT_DESK(a_pseudonym_leads_nowhere),
        AT_DESK(no_runs_are_no_statements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
