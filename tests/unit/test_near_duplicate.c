/* Activities of different scenarios that are alike but for a word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/near_duplicate.h"
#include "quality_fixture.h"
#include "seed.h"

/* The near-duplicates of the bank must be these: "activity-earlier …".  Frees the draft. */
static void assert_found(struct draft *d, const char *expected)
{
    struct bank *bank = fixture_finish(d);
    struct words words = {0};
    struct near_duplicates found = {0};
    struct str got = {0};
    words_of(bank, &words);
    near_duplicates_find(bank, &words, &found);
    words_free(&words);
    for (size_t i = 0; i < found.len; i++)
        str_addf(&got, "%s%d-%d", i == 0 ? "" : " ", found.items[i].activity,
                 found.items[i].earlier);
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
    near_duplicates_free(&found);
    bank_free(bank);
}

/* Whether two texts in two scenarios are found to be alike. */
static void assert_alike(const char *a, const char *b, bool alike)
{
    struct draft d = fixture_draft(1);
    TEXTS_SCENARIO(&d, a);
    TEXTS_SCENARIO(&d, b);
    assert_found(&d, alike ? "1-0" : "");
}

static void one_word_makes_no_difference(void **state)
{
    (void)state;
    assert_alike("s asking the baker for bread", "s asking the baker for bread", true);
    assert_alike("s asking the baker for bread", "m Asking: the Baker, for \"bread\".", true);
    assert_alike("s asking the baker for bread", "s asking the butcher for bread", true);
    assert_alike("s asking the baker for bread", "s ringing the baker for bread", true);
    assert_alike("s asking the baker for bread", "s asking the baker for bread today", true);
    assert_alike("s asking the baker for bread", "s now asking the baker for bread", true);
    assert_alike("s asking the baker for bread", "s asking the baker bread", true);
    assert_alike("s asking the baker for bread", "s bread asking the baker for", true);
}

static void two_words_do(void **state)
{
    (void)state;
    assert_alike("s asking the baker for bread", "s asking the butcher for meat", false);
    assert_alike("s asking the baker for bread", "s asking the baker for more bread today", false);
    assert_alike("s asking the baker for bread", "s bread for the asking baker", false);
    assert_alike("s asking the baker for bread", "s asking baker", false);
}

static void in_a_short_text_every_word_counts(void **state)
{
    (void)state;
    assert_alike("s asking the baker", "s asking the butcher", false);
    assert_alike("s asking the baker", "s Asking the baker!", true);
    assert_alike("s asking", "s ringing", false);
    assert_alike("s asking the baker", "s asking the old baker", true); /* four words and three */
    assert_alike("s ...", "s ...", false);                              /* no words at all */
}

static void a_scenario_may_repeat_itself(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    TEXTS_SCENARIO(&d, "s asking the baker for bread", "m asking the bakers for bread");
    assert_found(&d, "");
    d = fixture_draft(1);
    TEXTS_SCENARIO(&d, "s asking the baker for bread", "m asking the bakers for bread");
    TEXTS_SCENARIO(&d, "s asking the cook for bread", "m asking the cooks for bread");
    assert_found(&d, "2-0 3-0");
}

static void each_is_told_once_with_the_first(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    for (int i = 0; i < 4; i++)
        TEXTS_SCENARIO(&d, "s asking the baker for bread", "m something else entirely");
    assert_found(&d, "2-0 3-1 4-0 5-1 6-0 7-1");
}

static void dropped_activities_are_passed_over(void **state)
{
    (void)state;
    assert_alike("S asking the baker for bread", "s asking the baker for bread", false);
    assert_alike("s asking the baker for bread", "S asking the baker for bread", false);
}

/* --- against all pairs ----------------------------------------------------------------------- */

enum { WORDS_MAX = 6 };

/* A text as letters, each a word. */
struct letters {
    char words[WORDS_MAX + 1];
};

static struct letters without(const struct letters *text, size_t left_out)
{
    struct letters rest = {""};
    for (size_t i = 0, at = 0; text->words[i]; i++) {
        if (i != left_out)
            rest.words[at++] = text->words[i];
    }
    return rest;
}

static bool slow_alike(const struct letters *a, const struct letters *b)
{
    size_t a_len = strlen(a->words), b_len = strlen(b->words);
    if (strcmp(a->words, b->words) == 0)
        return true;
    if (a_len < NEAR_DUPLICATE_WORDS_LEAST && b_len < NEAR_DUPLICATE_WORDS_LEAST)
        return false;
    for (size_t i = 0; i <= a_len; i++) { /* i == a_len leaves nothing out */
        for (size_t j = 0; j <= b_len; j++) {
            struct letters a_rest = without(a, i), b_rest = without(b, j);
            if (strcmp(a_rest.words, b_rest.words) == 0)
                return true;
        }
    }
    return false;
}

static void hashing_finds_what_comparing_all_pairs_finds(void **state)
{
    (void)state;
    enum { TEXTS = 24 };
    struct rng rng = rng_for_test();
    for (int round = 0; round < 100; round++) {
        struct letters texts[TEXTS] = {{""}};
        struct draft d = fixture_draft(1);
        struct str expected = {0};
        for (int i = 0; i < TEXTS; i++) {
            char written[2 * WORDS_MAX + 2] = "s";
            size_t count = 2 + rng_below(&rng, WORDS_MAX - 1);
            for (size_t w = 0; w < count; w++) {
                texts[i].words[w] = (char)('a' + rng_below(&rng, 4));
                written[1 + 2 * w] = ' ';
                written[2 + 2 * w] = texts[i].words[w];
            }
            TEXTS_SCENARIO(&d, written);
            int earlier = 0;
            while (earlier < i && !slow_alike(&texts[i], &texts[earlier]))
                earlier++;
            if (earlier < i)
                str_addf(&expected, "%s%d-%d", expected.len == 0 ? "" : " ", i, earlier);
        }
        assert_found(&d, str_text(&expected));
        str_free(&expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_word_makes_no_difference),
        cmocka_unit_test(two_words_do),
        cmocka_unit_test(in_a_short_text_every_word_counts),
        cmocka_unit_test(a_scenario_may_repeat_itself),
        cmocka_unit_test(each_is_told_once_with_the_first),
        cmocka_unit_test(dropped_activities_are_passed_over),
        cmocka_unit_test(hashing_finds_what_comparing_all_pairs_finds),
    };
    return cmocka_run_group_tests_name("near-duplicates", tests, NULL, NULL);
}
