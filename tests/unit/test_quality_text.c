/* What is said of a bank's fairness: the complaints and the lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/quality_fault.h"
#include "core/quality_lines.h"
#include "core/text.h"
#include "quality_fixture.h"

/* --- complaints ------------------------------------------------------------------------------ */

/* The complaints about the draft must be these.  Frees the draft. */
static void assert_complaints(struct draft *d, const char *expected)
{
    struct bank *bank = bank_build(d);
    struct quality q;
    struct faults faults = {0};
    struct str said = {0};
    quality_measure(bank, d, &q);
    quality_complain(&q, bank, d, &faults);
    faults_sort(&faults);
    faults_write(&faults, &said);
    assert_string_equal(str_text(&said), expected);
    assert_int_equal(faults.errors, 0);
    str_free(&said);
    faults_free(&faults);
    quality_free(&q);
    bank_free(bank);
    draft_free(d);
}

static void a_small_bank_is_left_alone(void **state)
{
    (void)state;
    struct draft d = fixture_draft(3);
    for (int i = 0; i < 7; i++) {
        char order[32], coupon[32];
        snprintf(order, sizeof order, "s order n%d", i);
        snprintf(coupon, sizeof coupon, "m coupon k%d", i);
        TEXTS_SCENARIO(&d, order, coupon);
    }
    assert_complaints(&d, "");
}

/* 21 scenarios of two sales and one marketing activity, sales first, in words of their own. */
static void every_figure_is_complained_about(void **state)
{
    (void)state;
    struct draft d = fixture_draft(2);
    for (int i = 0; i < 21; i++) {
        char first[64], second[64], third[64];
        snprintf(first, sizeof first, "s order order n%d", i);
        snprintf(second, sizeof second, "s order order k%d", i);
        snprintf(third, sizeof third, "m coupon l%d", i);
        TEXTS_SCENARIO(&d, first, second, third);
    }
    d.allow_words = xgrow(d.allow_words, 0, &d.allow_word_cap, sizeof *d.allow_words);
    d.allow_words[d.allow_word_count++] = fixture_text(&d, "Unused");
    d.principles[1].place.line = 33;
    assert_complaints(
        &d,
        "fixture.cfg:1: warning: the word \"order\" gives away sales: 42 of 42 activities\n"
        "fixture.cfg:1: warning: the word \"coupon\" gives away marketing: 21 of 21 activities\n"
        "fixture.cfg:1: warning: words alone tell the side of 63 of 63 activities (100.0 %); 65 % "
        "is the most\n"
        "fixture.cfg:1: warning: the bank has 42 activities of sales and 21 of marketing; each "
        "should have 45 to 55 %\n"
        "fixture.cfg:1: warning: the texts of sales are 52.5 % longer on average; 5 % is the most\n"
        "fixture.cfg:1: warning: 21 scenarios list sales first and 0 marketing; each should have "
        "40 to 60 %\n"
        "fixture.cfg:2: warning: the principle \"p0\" has 42 activities of sales and 21 of "
        "marketing; each should have 45 to 55 %\n"
        "fixture.cfg:33: warning: the principle \"p1\" has 0 activities; 8 is the least\n");
}

static void near_duplicates_name_both_places(void **state)
{
    (void)state;
    struct draft d = fixture_draft(1);
    TEXTS_SCENARIO(&d, "s asking the baker for bread", "m a poster");
    TEXTS_SCENARIO(&d, "s asking the butcher for bread", "m a film");
    assert_complaints(&d, "texts.cfg:102: warning: the text differs by at most one word from that "
                          "at texts.cfg:100\n");
}

static void allowed_words_are_not_complained_about(void **state)
{
    (void)state;
    for (int allowed = 0; allowed < 2; allowed++) {
        struct draft d = fixture_draft(1);
        for (int i = 0; i < 8; i++)
            TEXTS_SCENARIO(&d, i % 2 ? "m coupon now" : "m now a coupon", "s now");
        d.allow_words = xgrow(d.allow_words, 0, &d.allow_word_cap, sizeof *d.allow_words);
        d.allow_words[d.allow_word_count++] = fixture_text(&d, allowed ? "Coupon" : "other");
        struct bank *bank = bank_build(&d);
        struct quality q;
        quality_measure(bank, &d, &q);
        assert_int_equal(q.giveaways.len, allowed ? 0 : 1);
        assert_int_equal(quality_judge(&q, QUALITY_WORDS), allowed ? QUALITY_FAIR : QUALITY_UNFAIR);
        quality_free(&q);
        bank_free(bank);
        draft_free(&d);
    }
}

/* --- lines ----------------------------------------------------------------------------------- */

/* A bank in which everything is as long as may be. */
static struct draft wide_draft(void)
{
    static const char id[] = "a-principle-of-the-longest-id-0";
    static const char wide[] = "\u9500\u552e\u9500\u552e\u9500\u552e\u9500\u552e\u9500\u552e\u9500"
                               "\u552e\u9500\u552e\u9500\u552e\u9500\u552e\u9500\u552e\u9500\u552e"
                               "\u9500\u552e"; /* 24 characters, 48 columns */
    struct draft d = fixture_draft(9);
    d.title = fixture_text(&d, "%s%s%.36s", wide, wide, wide);
    for (int side = 0; side < SIDE_COUNT; side++)
        d.side_name[side] = fixture_text(&d, "%s", wide);
    for (int i = 0; i < 9; i++)
        d.principles[i].id = fixture_text(&d, "%s%d", id, i);
    for (int i = 0; i < 40; i++) {
        TEXTS_SCENARIO(&d, "s one order after the other and nothing else at all, to be sure of it",
                       "s one order after the other and nothing else at all, to be sure of it",
                       "m something else altogether for the many who have never heard of this");
        d.scenarios[i].principle = fixture_text(&d, "%s%d", id, i % 4);
        d.activities[3 * i + 2].principle = fixture_text(&d, "%s%d", id, i < 20 ? i % 4 : 8);
        d.scenarios[i].setting = fixture_text(&d, "a-setting-with-the-longest-id-%02d", i);
    }
    return d;
}

static void no_line_is_wider_than_80_columns(void **state)
{
    (void)state;
    struct draft d = wide_draft();
    struct bank *bank = bank_build(&d);
    struct quality q;
    struct str text = {0};
    size_t lines = 0;
    quality_measure(bank, &d, &q);
    quality_lines(&q, bank, &text);
    for (const char *at = str_text(&text); *at; lines++) {
        size_t len = strcspn(at, "\n");
        assert_int_equal(at[len], '\n');
        int cols = text_widthn(at, len);
        assert_true(cols <= QUALITY_LINES_COLS);
        at += len + 1;
    }
    assert_true(lines > 30);
    assert_non_null(strstr(str_text(&text), "25 activities. 80 % are"));
    assert_non_null(strstr(str_text(&text), "20 activities. 0 % are"));
    assert_non_null(strstr(str_text(&text), " It is uneven.\n"));
    assert_non_null(strstr(str_text(&text), "0 activities. It is thin.\n"));
    str_free(&text);
    quality_free(&q);
    bank_free(bank);
    draft_free(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_bank_is_left_alone),
        cmocka_unit_test(every_figure_is_complained_about),
        cmocka_unit_test(near_duplicates_name_both_places),
        cmocka_unit_test(allowed_words_are_not_complained_about),
        cmocka_unit_test(no_line_is_wider_than_80_columns),
    };
    return cmocka_run_group_tests_name("quality in words", tests, NULL, NULL);
}
