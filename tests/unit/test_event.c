/* The log's words and records (core/event.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/event.h"

static void words_are_those_of_the_store(void **state)
{
    static const char *const words[] = {"answer", "strike", "flag", "end"};
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        enum event_kind kind = EVENT_END;
        assert_string_equal(event_kind_id((enum event_kind)i), words[i]);
        assert_true(event_kind_from_id(words[i], &kind));
        assert_int_equal(kind, i);
    }
}

static void other_words_are_none(void **state)
{
    static const char *const words[] = {"", "Answer", "answers", "answe", " end", "\xff"};
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        enum event_kind kind = EVENT_FLAG;
        assert_false(event_kind_from_id(words[i], &kind));
        assert_int_equal(kind, EVENT_FLAG);
    }
}

static struct event some_event(void)
{
    return (struct event){
        .id = "01890000-0000-7000-8000-000000000001",
        .run = "01890000-0000-7000-8000-000000000002",
        .sequence = 3,
        .kind = EVENT_ANSWER,
        .activity = "core:fair/stand",
        .wording = 7,
        .keyed = SIDE_SALES,
        .choice = SIDE_SALES,
        .sure = true,
        .elapsed_ms = 900,
        .utc_ms = 1700000000000,
        .utc_offset_min = 60,
        .note = "a note",
    };
}

static void a_copy_is_the_same_and_its_own(void **state)
{
    (void)state;
    struct arena arena = {0};
    char note[] = "a note";
    struct event event = some_event();
    event.note = note;
    struct event copy = event_copy(&event, &arena);
    assert_true(event_same(&event, &copy));
    note[0] = 'A';
    assert_string_equal(copy.note, "a note");
    assert_false(event_same(&event, &copy));
    arena_free(&arena);
}

static void any_other_field_makes_another_event(void **state)
{
    (void)state;
    const struct event event = some_event();
    struct event others[13];
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        others[i] = event;
    others[0].id[0] = 'f';
    others[1].run[0] = 'f';
    others[2].sequence++;
    others[3].kind = EVENT_STRIKE;
    others[4].activity = "core:fair/order";
    others[5].wording++;
    others[6].keyed = SIDE_MARKETING;
    others[7].choice = SIDE_MARKETING;
    others[8].sure = false;
    others[9].elapsed_ms++;
    others[10].utc_ms++;
    others[11].utc_offset_min++;
    others[12].note = "";
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        assert_false(event_same(&event, &others[i]));
    assert_true(event_same(&event, &event));
}

static void names_are_short_and_fit_to_be_shown(void **state)
{
    static const char *const good[] = {
        "A", "Anna", "Zoë 张", "O'Neill", "-", "x y", "12345678901234567890123456789012"};
    static const char *const bad[] = {
        "",
        " Anna",
        "Anna ",
        " ",
        "An\nna",
        "\x1b[31m",
        "\xff",
        "a\u202eb",
        "a\u200bb",
        "\xc2\x85",
        "123456789012345678901234567890123",
        "\ttab",
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        struct err e = {0};
        assert_true(learner_name_valid(good[i], &e));
    }
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        struct err e = {0};
        assert_false(learner_name_valid(bad[i], &e));
        assert_int_equal(e.status, STATUS_USAGE);
        assert_true(strlen(e.text) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_those_of_the_store),
        cmocka_unit_test(other_words_are_none),
        cmocka_unit_test(a_copy_is_the_same_and_its_own),
        cmocka_unit_test(any_other_field_makes_another_event),
        cmocka_unit_test(names_are_short_and_fit_to_be_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
