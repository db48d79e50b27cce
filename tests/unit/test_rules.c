/* What may be asked: modes, narrowing by level, principle and setting, and the log's text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bank_fixture.h"
#include "core/rules.h"
#include "seed.h"

static void modes_are_found_by_their_ids(void **state)
{
    (void)state;
    for (int i = 0; i < MODE_COUNT; i++) {
        enum mode mode = MODE_COUNT;
        assert_true(mode_from_id(mode_info((enum mode)i)->id, &mode));
        assert_int_equal(mode, i);
    }
    static const char *const none[] = {"", "Practice", "practic", "practices", "first "};
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        enum mode mode = MODE_PRACTICE;
        assert_false(mode_from_id(none[i], &mode));
        assert_int_equal(mode, MODE_PRACTICE);
    }
}

static void defaults_are_those_of_the_mode(void **state)
{
    (void)state;
    struct rules first = rules_default(MODE_FIRST), practice = rules_default(MODE_PRACTICE);
    assert_int_equal(first.length, 6);
    assert_int_equal(practice.length, 12);
    assert_int_equal(practice.mode, MODE_PRACTICE);
    assert_int_equal(rules_default(MODE_EXAM).length, 20);
    assert_int_equal(rules_default(MODE_SPRINT).length, RULES_LENGTH_MAX); /* no number ends it */
    assert_int_equal(practice.pass + practice.minutes + practice.day, 0);
    assert_false(practice.adaptive || practice.no_clues);
    assert_int_equal(practice.level, 0);
    assert_string_equal(practice.principles, "");
    assert_string_equal(practice.settings, "");
}

/* The allowed activities of the fixture under these rules, as one text of refs. */
static void assert_allowed(const char *principles, const char *settings, int level,
                           const char *expected)
{
    struct bank *bank = fixture_bank();
    struct rules rules = rules_default(MODE_PRACTICE);
    struct str allowed = {0};
    int count = 0;
    memcpy(rules.principles, principles, strlen(principles) + 1);
    memcpy(rules.settings, settings, strlen(settings) + 1);
    rules.level = level;
    for (int i = 0; i < bank->activity_count; i++) {
        if (!rules_allow(&rules, bank, i))
            continue;
        str_addf(&allowed, "%s%s", count++ ? " " : "", bank->activities[i].ref);
    }
    assert_string_equal(str_text(&allowed), expected);
    assert_int_equal(rules_pool(&rules, bank), count);
    str_free(&allowed);
    bank_free(bank);
}

static void every_narrowing_narrows_and_dropped_ones_never_come(void **state)
{
    (void)state;
    assert_allowed("", "", 0,
                   "fair/a0 fair/a1 letter/a0 letter/a1 letter/a2 call/a0 call/a1 call/a2 call/a3 "
                   "web/a0 web/a1 stand/a0 stand/a2 price/a0 price/a1 visit/a0 visit/a1 poster/a0 "
                   "poster/a1");
    assert_allowed("p2", "", 0, "stand/a0 stand/a2 price/a0 price/a1");
    assert_allowed("p3,p0", "food", 0, "letter/a0 letter/a1 letter/a2 poster/a0 poster/a1");
    assert_allowed("", "trade,events", 3, "web/a0 web/a1");
    assert_allowed("p0", "events", 2, "");
}

static void an_id_is_matched_whole(void **state)
{
    (void)state;
    assert_allowed("p", "", 0, "");
    assert_allowed("p22", "", 0, "");
    assert_allowed("xp2,p2x", "", 0, "");
    assert_allowed("p22,p2", "events", 0, "stand/a0 stand/a2");
}

static void an_activity_of_another_principle_counts_for_that_one(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct rules rules = rules_default(MODE_PRACTICE);
    int moved = bank_find_activity(bank, "fair/a1");
    bank->activities[moved].principle = bank_find_principle(bank, "p3");
    memcpy(rules.principles, "p0", sizeof "p0");
    assert_false(rules_allow(&rules, bank, moved));
    memcpy(rules.principles, "p3", sizeof "p3");
    assert_true(rules_allow(&rules, bank, moved));
    bank_free(bank);
}

static void the_text_for_the_log_names_only_what_is_narrowed(void **state)
{
    (void)state;
    struct rules rules = rules_default(MODE_PRACTICE);
    struct str text = {0};
    rules_write(&rules, &text);
    assert_string_equal(str_text(&text), "length=12");
    rules.level = 2;
    memcpy(rules.principles, "a,b", sizeof "a,b");
    memcpy(rules.settings, "c", sizeof "c");
    str_clear(&text);
    rules_write(&rules, &text);
    assert_string_equal(str_text(&text), "length=12 level=2 principles=a,b settings=c");
    struct rules exam = {.mode = MODE_EXAM,
                         .length = 20,
                         .pass = 15,
                         .minutes = 30,
                         .adaptive = true,
                         .day = 20000,
                         .no_clues = true};
    str_clear(&text);
    rules_write(&exam, &text);
    assert_string_equal(str_text(&text),
                        "length=20 pass=15 minutes=30 day=20000 adaptive=yes no-clues=yes");
    str_free(&text);
}

static void make_list(struct rng *rng, char list[RULES_LIST_SIZE])
{
    size_t len = rng_below(rng, 3) ? rng_below(rng, 40) : RULES_LIST_SIZE - 1;
    for (size_t i = 0; i < len; i++)
        list[i] = i % 7 == 6 ? ',' : "abc-_9="[rng_below(rng, 7)];
    list[len] = '\0';
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int round = 0; round < 500; round++) {
        struct rules rules = rules_default(MODE_PRACTICE), read = rules_default(MODE_FIRST);
        struct str text = {0};
        rules.length = 1 + (int)rng_below(&rng, RULES_LENGTH_MAX);
        rules.level = (int)rng_below(&rng, BANK_LEVEL_MAX + 1);
        rules.pass = (int)rng_below(&rng, RULES_LENGTH_MAX + 1);
        rules.minutes = (int)rng_below(&rng, RULES_MINUTES_MAX + 1);
        rules.day = (int)rng_below(&rng, RULES_DAY_MAX + 1);
        rules.adaptive = rng_below(&rng, 2);
        rules.no_clues = rng_below(&rng, 2);
        make_list(&rng, rules.principles);
        make_list(&rng, rules.settings);
        rules_write(&rules, &text);
        assert_true(rules_read(str_text(&text), MODE_PRACTICE, &read));
        assert_int_equal(read.mode, MODE_PRACTICE);
        assert_int_equal(read.length, rules.length);
        assert_int_equal(read.level, rules.level);
        assert_int_equal(read.pass, rules.pass);
        assert_int_equal(read.minutes, rules.minutes);
        assert_int_equal(read.day, rules.day);
        assert_int_equal(read.adaptive, rules.adaptive);
        assert_int_equal(read.no_clues, rules.no_clues);
        assert_string_equal(read.principles, rules.principles);
        assert_string_equal(read.settings, rules.settings);
        str_free(&text);
    }
}

static void other_shapes_are_refused_and_change_nothing(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "length",
        "length=",
        "length=0",
        "length=401",
        "length=99999",
        "length=-1",
        "length=1x",
        "level=4",
        "level=",
        "lengths=3",
        "=",
        "=3",
        "lengt=3",
        "colour=no",
        "length=12 no",
        "length=12\tx",
        "level=2,",
        "length= 12",
        "length=+12",
        "pass=0",
        "pass=401",
        "minutes=601",
        "minutes=-1",
        "day=0",
        "day=99999999",
        "adaptive",
        "adaptive=",
        "adaptive=no",
        "adaptive=1",
        "no-clues=yess",
        "adaptive=yes,no-clues=yes",
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        struct rules rules = {.mode = MODE_FIRST, .length = 77, .level = 1};
        if (rules_read(wrong[i], MODE_PRACTICE, &rules))
            fail_msg("“%s” was read", wrong[i]);
        assert_int_equal(rules.length, 77);
        assert_int_equal(rules.mode, MODE_FIRST);
    }
    char list[RULES_LIST_SIZE + 16] = "settings=";
    memset(list + 9, 'a', RULES_LIST_SIZE);
    struct rules rules;
    assert_false(rules_read(list, MODE_PRACTICE, &rules));
    list[9 + RULES_LIST_SIZE - 1] = '\0';
    assert_true(rules_read(list, MODE_PRACTICE, &rules));
}

static void a_bank_too_small_asks_the_same_share(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct rules rules = rules_default(MODE_EXAM);
    assert_int_equal(rules_fitting(&rules, bank).length, 19); /* all but the dropped ones */
    assert_int_equal(rules_fitting(&rules, bank).pass, 0);    /* the usual share stays usual */
    rules.pass = 20;
    assert_int_equal(rules_fitting(&rules, bank).pass, 19);
    memcpy(rules.principles, "p2", sizeof "p2");
    rules.pass = 11;
    assert_int_equal(rules_fitting(&rules, bank).length, 4);
    assert_int_equal(rules_fitting(&rules, bank).pass, 3); /* more than half, as before */
    rules.length = 3;
    rules.pass = 2;
    assert_int_equal(rules_fitting(&rules, bank).length, 3);
    assert_int_equal(rules_fitting(&rules, bank).pass, 2);
    bank_free(bank);
}

static void an_empty_text_means_the_defaults(void **state)
{
    (void)state;
    struct rules rules = {.length = 1};
    assert_true(rules_read("", MODE_FIRST, &rules));
    assert_int_equal(rules.length, 6);
    assert_true(rules_read(" level=1  length=9 ", MODE_FIRST, &rules));
    assert_int_equal(rules.length, 9);
    assert_int_equal(rules.level, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(modes_are_found_by_their_ids),
        cmocka_unit_test(defaults_are_those_of_the_mode),
        cmocka_unit_test(every_narrowing_narrows_and_dropped_ones_never_come),
        cmocka_unit_test(an_id_is_matched_whole),
        cmocka_unit_test(an_activity_of_another_principle_counts_for_that_one),
        cmocka_unit_test(the_text_for_the_log_names_only_what_is_narrowed),
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(other_shapes_are_refused_and_change_nothing),
        cmocka_unit_test(a_bank_too_small_asks_the_same_share),
        cmocka_unit_test(an_empty_text_means_the_defaults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
