/* Words of texts, words that give a side away, and guessing by words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "core/giveaway.h"
#include "core/guess.h"
#include "quality_fixture.h"
#include "seed.h"

/* --- words ----------------------------------------------------------------------------------- */

/* The words of a text must be these, blanks between. */
static void assert_words(const char *text, const char *expected)
{
    struct words words = {0};
    struct str got = {0};
    words_read(&words, text);
    for (size_t i = 0; i < words.token_count; i++)
        str_addf(&got, "%s%s", i == 0 ? "" : " ", words.spellings.text[words.tokens[i]]);
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
    words_free(&words);
}

static void words_are_runs_of_letters_and_digits(void **state)
{
    (void)state;
    assert_words("Showing 2 films, to the CROWD.", "showing 2 films to the crowd");
    assert_words("40,000 sign-ups (half)", "40 000 sign ups half");
    assert_words("", "");
    assert_words(" -- , ' '' ", "");
}

static void an_apostrophe_belongs_inside_only(void **state)
{
    (void)state;
    assert_words("don't say 'quiet' to the firms' owner's", "don't say quiet to the firms owner's");
    assert_words("rock'n'roll a''b 'tis'", "rock'n'roll a b tis");
    assert_words("don\u2019t \u2018quiet\u2019", "don't quiet");
}

static void letters_are_those_of_unicode(void **state)
{
    (void)state;
    assert_words("CAF\u00c9 \u0395\u03bb\u03bb\u03ac\u03c2 \u4f60\u597d",
                 "caf\u00e9 \u03b5\u03bb\u03bb\u03ac\u03c2 \u4f60\u597d");
    assert_words("cafe\u0301\u2014Cafe\u0301", "caf\u00e9 caf\u00e9"); /* composed */
}

static void the_same_word_has_one_number(void **state)
{
    (void)state;
    struct words words = {0};
    words_read(&words, "The firm and the FIRM");
    assert_int_equal(words.token_count, 5);
    assert_int_equal(words.spellings.count, 3);
    assert_int_equal(words.tokens[0], words.tokens[3]);
    assert_int_equal(words.tokens[1], words.tokens[4]);
    words_free(&words);
}

static void many_words_keep_apart(void **state)
{
    (void)state;
    struct words words = {0};
    enum { MANY = 5000 };
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < MANY; i++) {
            char word[16];
            snprintf(word, sizeof word, "w%d", i);
            words_read(&words, word);
            assert_int_equal(words.tokens[words.token_count - 1], i);
            assert_string_equal(words.spellings.text[i], word);
        }
    }
    assert_int_equal(words.spellings.count, MANY);
    words_free(&words);
}

/* --- giveaways ------------------------------------------------------------------------------- */

/* Adds `count` scenarios with one activity each. */
static void repeat(struct draft *d, int count, const char *activity)
{
    for (int i = 0; i < count; i++)
        TEXTS_SCENARIO(d, activity);
}

/* The giveaways of the bank must be these: "word sales:marketing, …".  Frees the draft. */
static void assert_giveaways(struct draft *d, const char *allowed, const char *expected)
{
    struct bank *bank = fixture_finish(d);
    struct words words = {0};
    struct giveaways found = {0};
    struct str got = {0};
    words_of(bank, &words);
    giveaways_find(bank, &words, &allowed, allowed == NULL ? 0 : 1, &found);
    assert_int_equal(words.token_count, words.first[bank->activity_count]);
    words_free(&words);
    for (size_t i = 0; i < found.len; i++)
        str_addf(&got, "%s%s %d:%d", i == 0 ? "" : ", ", found.items[i].word,
                 found.items[i].activities[SIDE_SALES], found.items[i].activities[SIDE_MARKETING]);
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
    giveaways_free(&found);
    bank_free(bank);
}

static void a_giveaway_needs_eight_activities(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    repeat(&d, 7, "m Coupon");
    assert_giveaways(&d, NULL, "");
    d = fixture_draft(1);
    repeat(&d, 7, "m Coupon");
    repeat(&d, 1, "m a coupon");
    assert_giveaways(&d, NULL, "coupon 0:8");
}

static void a_giveaway_has_more_than_85_per_cent_on_one_side(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    repeat(&d, 17, "s order");
    repeat(&d, 3, "m order");
    assert_giveaways(&d, NULL, ""); /* 85 % */
    d = fixture_draft(1);
    repeat(&d, 18, "s order");
    repeat(&d, 3, "m order");
    assert_giveaways(&d, NULL, "order 18:3"); /* 85.7 % */
}

static void an_activity_counts_once_for_a_word(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    repeat(&d, 4, "m coupon, coupon");
    assert_giveaways(&d, NULL, "");
}

static void dropped_activities_count_nowhere(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    repeat(&d, 7, "m coupon");
    repeat(&d, 1, "M coupon");
    repeat(&d, 8, "s order");
    repeat(&d, 8, "M order");
    assert_giveaways(&d, NULL, "order 8:0");
}

static void allowed_words_are_passed_over(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    repeat(&d, 8, "m coupon price");
    assert_giveaways(&d, "PRICE unheard-of", "coupon 0:8");
}

static void the_most_frequent_giveaway_comes_first(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    repeat(&d, 8, "m zebra apple");
    repeat(&d, 9, "s middle");
    assert_giveaways(&d, NULL, "middle 9:0, apple 0:8, zebra 0:8");
}

/* --- guessing -------------------------------------------------------------------------------- */

static int guessed(const struct bank *bank)
{
    struct words words = {0};
    words_of(bank, &words);
    int right = guess_by_words(bank, &words);
    words_free(&words);
    return right;
}

static int guessed_in(struct draft *d)
{
    struct bank *bank = fixture_finish(d);
    int right = guessed(bank);
    bank_free(bank);
    return right;
}

/* By hand, what is learnt without the scenario as (tokens of sales | of marketing):
 * 0 (red green blue | blue blue blue red): "red red" 1/9 to 4/49, "blue" 2/6 to 4/7: both right.
 * 1 (red red green blue | blue blue red): "red" 3/7 to 2/6, "blue blue" 4/49 to 9/36: both right.
 * 2 (red red red blue | blue blue blue red): "green" a tie, so sales; "blue" 2/6 to 4/6: right.
 * 3 (red red red green | blue × 4): "blue" 1/7 to 5/7, "red" 4/7 to 1/7: both wrong. */
static void four_scenarios_by_hand(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    TEXTS_SCENARIO(&d, "s red red", "m blue");
    TEXTS_SCENARIO(&d, "s red", "m blue blue");
    TEXTS_SCENARIO(&d, "s green", "m blue");
    TEXTS_SCENARIO(&d, "s blue", "m red");
    assert_int_equal(guessed_in(&d), 6);
}

static void a_tie_is_taken_for_sales(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    TEXTS_SCENARIO(&d, "s alpha", "m beta");
    TEXTS_SCENARIO(&d, "m gamma", "s delta");
    assert_int_equal(guessed_in(&d), 2);
}

/* Scenario 0 sees a | b c: sales 1 × 1/4, marketing 2 × 1/5.  Scenario 1 sees x | y: a tie. */
static void the_more_frequent_side_is_likelier(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    TEXTS_SCENARIO(&d, "s x", "m y");
    TEXTS_SCENARIO(&d, "s a", "m b", "m c");
    assert_int_equal(guessed_in(&d), 2); /* y and a */
}

static void nothing_learnt_is_no_trap(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    TEXTS_SCENARIO(&d, "s one", "m two");
    assert_int_equal(guessed_in(&d), 1);
    d = fixture_draft(1);
    TEXTS_SCENARIO(&d, "S one", "m two");
    TEXTS_SCENARIO(&d, "S one", "m three", "m four");
    assert_int_equal(guessed_in(&d), 3); /* the only side there is */
}

/* How often a word occurs in a text of words with single blanks. */
static int occurrences(const char *text, const char *word, size_t len)
{
    int count = 0;
    for (const char *at = text; *at; at += strspn(at, " ")) {
        size_t own = strcspn(at, " ");
        count += own == len && memcmp(at, word, len) == 0;
        at += own;
    }
    return count;
}

static int word_count(const char *text)
{
    int count = 0;
    for (const char *at = text; *at; at += strspn(at, " ")) {
        count++;
        at += strcspn(at, " ");
    }
    return count;
}

/* The slow way: everything is counted anew for every word of every activity. */
struct slow {
    const struct bank *bank;
    int left_out; /* scenario */
};

static bool is_learnt(const struct slow *s, int activity)
{
    return s->bank->activities[activity].scenario != s->left_out &&
           !s->bank->activities[activity].dropped;
}

static int slow_occurrences(const struct slow *s, enum side side, const char *word, size_t len)
{
    int count = 0;
    for (int i = 0; i < s->bank->activity_count; i++) {
        if (is_learnt(s, i) && s->bank->activities[i].side == side)
            count += occurrences(s->bank->activities[i].text, word, len);
    }
    return count;
}

/* Words "a" to "l" are all the random banks have. */
enum { LETTERS = 12 };

static double slow_likelihood(const struct slow *s, const char *text, enum side side)
{
    int activities = 0, tokens = 0, vocabulary = 0;
    for (int i = 0; i < s->bank->activity_count; i++) {
        if (is_learnt(s, i) && s->bank->activities[i].side == side) {
            activities++;
            tokens += word_count(s->bank->activities[i].text);
        }
    }
    for (int i = 0; i < LETTERS; i++) {
        char word = (char)('a' + i);
        vocabulary += slow_occurrences(s, SIDE_SALES, &word, 1) +
                          slow_occurrences(s, SIDE_MARKETING, &word, 1) >
                      0;
    }
    double sum = log(activities);
    for (const char *at = text; *at; at += strspn(at, " ")) {
        size_t len = strcspn(at, " ");
        sum += log((slow_occurrences(s, side, at, len) + 1.0) / (tokens + vocabulary));
        at += len;
    }
    return sum;
}

static int slow_guessed(const struct bank *bank)
{
    int right = 0;
    for (int i = 0; i < bank->activity_count; i++) {
        const struct activity *activity = &bank->activities[i];
        const struct slow s = {bank, activity->scenario};
        double sales = slow_likelihood(&s, activity->text, SIDE_SALES);
        double marketing = slow_likelihood(&s, activity->text, SIDE_MARKETING);
        enum side guess = marketing > sales + 1e-9 ? SIDE_MARKETING : SIDE_SALES;
        right += !activity->dropped && guess == activity->side;
    }
    return right;
}

/* A scenario of two to four activities of one to five words; its first two are one of each side. */
static void add_random_scenario(struct draft *d, struct rng *rng)
{
    char written[4][16];
    const char *activities[4];
    size_t count = 2 + rng_below(rng, 3);
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        written[i][at++] = i < 2 ? "sm"[i] : "smSM"[rng_below(rng, 4)];
        for (size_t w = 1 + rng_below(rng, 5); w > 0; w--) {
            written[i][at++] = ' ';
            written[i][at++] = (char)('a' + rng_below(rng, LETTERS));
        }
        written[i][at] = '\0';
        activities[i] = written[i];
    }
    texts_scenario_of(d, 0, activities, count);
}

static void the_fast_way_agrees_with_the_slow_one(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int round = 0; round < 60; round++) {
        struct draft d = fixture_draft(1);
        for (uint32_t i = 2 + rng_below(&rng, 9); i > 0; i--)
            add_random_scenario(&d, &rng);
        struct bank *bank = fixture_finish(&d);
        assert_int_equal(guessed(bank), slow_guessed(bank));
        bank_free(bank);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_runs_of_letters_and_digits),
        cmocka_unit_test(an_apostrophe_belongs_inside_only),
        cmocka_unit_test(letters_are_those_of_unicode),
        cmocka_unit_test(the_same_word_has_one_number),
        cmocka_unit_test(many_words_keep_apart),
        cmocka_unit_test(a_giveaway_needs_eight_activities),
        cmocka_unit_test(a_giveaway_has_more_than_85_per_cent_on_one_side),
        cmocka_unit_test(an_activity_counts_once_for_a_word),
        cmocka_unit_test(dropped_activities_count_nowhere),
        cmocka_unit_test(allowed_words_are_passed_over),
        cmocka_unit_test(the_most_frequent_giveaway_comes_first),
        cmocka_unit_test(four_scenarios_by_hand),
        cmocka_unit_test(a_tie_is_taken_for_sales),
        cmocka_unit_test(the_more_frequent_side_is_likelier),
        cmocka_unit_test(nothing_learnt_is_no_trap),
        cmocka_unit_test(the_fast_way_agrees_with_the_slow_one),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
