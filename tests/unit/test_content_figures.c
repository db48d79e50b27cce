/* The page of figures, read as it is written: wide, narrow, in lines, in ASCII, and with little. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/content_figures.h"

enum { WIDE = 74, NARROW = 38 };

static struct tally tally_of(int sales_right, int sales_wrong, int marketing_wrong,
                             int marketing_right)
{
    return (struct tally){
        .answers = sales_right + sales_wrong + marketing_wrong + marketing_right,
        .right = sales_right + marketing_right,
        .table = {[SIDE_SALES] = {sales_right, sales_wrong},
                  [SIDE_MARKETING] = {marketing_wrong, marketing_right}},
    };
}

/* The page as text; the caller frees it. */
static struct str written(struct tally tally, enum figures_scope scope, bool lines,
                          enum charset charset, int cols)
{
    struct page page;
    struct str text = {0};
    page_init(&page, charset);
    content_figures(&tally, scope, lines, &page);
    page_write(&page, cols, &text);
    page_free(&page);
    return text;
}

static void assert_page(struct tally tally, enum figures_scope scope, bool lines, int cols,
                        const char *expected)
{
    struct str text = written(tally, scope, lines, CHARSET_UTF8, cols);
    assert_string_equal(str_text(&text), expected);
    str_free(&text);
}

static void assert_says(struct tally tally, const char *piece)
{
    struct str text = written(tally, FIGURES_ALL_RUNS, false, CHARSET_UTF8, WIDE);
    if (!strstr(str_text(&text), piece))
        fail_msg("\"%s\" is missing in:\n%s", piece, str_text(&text));
    str_free(&text);
}

static void wide(void **state)
{
    (void)state;
    assert_page(tally_of(18, 2, 3, 17), FIGURES_RUN, false, WIDE,
                "The figures\n"
                "\n"
                "Counted: 40 answers in this run to cards new to you.\n"
                "\n"
                "             You said\n"
                "  It was     sales  marketing\n"
                "  sales         18          2\n"
                "  marketing      3         17\n"
                "\n"
                "You had 35 of 40 right. Over many more cards, expect 74 to 95 of 100.\n"
                "  0.88, 95 % interval 0.74 to 0.95\n"
                "A coin gets that many right less than 1 time in a million.\n"
                "  p below 0.0001\n"
                "You are strong at telling the two apart.\n"
                "  d′ = 2.15, standard error 0.49; as good as 86 of 100 without a lean\n"
                "No lean that could be told from chance.\n"
                "  c = −0.11, standard error 0.25\n"
                "Where chance would miss 100 cards, you miss 25.\n"
                "  kappa = 0.75, standard error 0.10\n");
}

static void narrow(void **state)
{
    (void)state;
    assert_page(tally_of(19, 1, 8, 12), FIGURES_ALL_RUNS, false, NARROW,
                "The figures\n"
                "\n"
                "Counted: 40 first answers to cards,\n"
                "over all runs.\n"
                "\n"
                "             You said\n"
                "  It was     sales  marketing\n"
                "  sales         19          1\n"
                "  marketing      8         12\n"
                "\n"
                "You had 31 of 40 right. Over many more\n"
                "cards, expect 62 to 88 of 100.\n"
                "  0.78, 95 % interval 0.62 to 0.88\n"
                "A coin gets that many right 1 time in\n"
                "2900.\n"
                "  p = 0.0003\n"
                "You are competent at telling the two\n"
                "apart.\n"
                "  d′ = 1.71, standard error 0.51; as\n"
                "  good as 80 of 100 without a lean\n"
                "When in doubt, you say sales.\n"
                "  c = −0.61, standard error 0.25\n"
                "Where chance would miss 100 cards, you\n"
                "miss 45.\n"
                "  kappa = 0.55, standard error 0.13\n");
}

static void in_lines_the_table_is_sentences(void **state)
{
    (void)state;
    assert_page(tally_of(16, 3, 5, 4), FIGURES_ALL_RUNS, true, WIDE,
                "The figures\n"
                "\n"
                "Counted: 28 first answers to cards, over all runs.\n"
                "\n"
                "Sales cards: 16 called sales, 3 called marketing.\n"
                "Marketing cards: 4 called marketing, 5 called sales.\n"
                "\n"
                "You had 20 of 28 right. Over many more cards, expect 53 to 85 of 100.\n"
                "  The share is 0.71, with a 95 % interval from 0.53 to 0.85.\n"
                "A coin gets that many right 1 time in 56.\n"
                "  The probability of that is 0.02.\n"
                "You are still learning to tell the two apart.\n"
                "  The sensitivity, called d prime, is 0.81 with a standard error of 0.54.\n"
                "  That is as good as 66 right of 100 without a lean.\n"
                "Whether you lean to one side shows from 10 cards of each side on.\n"
                "Where chance would miss 100 cards, you miss 70.\n"
                "  The agreement, called kappa, is 0.30 with a standard error of 0.21.\n");
}

static void in_lines_a_number_below_zero_is_told_in_words(void **state)
{
    (void)state;
    struct str text = written(tally_of(19, 1, 8, 12), FIGURES_RUN, true, CHARSET_UTF8, 120);
    assert_non_null(strstr(str_text(&text),
                           "\n  The lean, called criterion c, is minus 0.61 with a "
                           "standard error of 0.25; sales is below 0.\n"));
    for (size_t i = 0; i < text.len; i++)
        assert_true((unsigned char)text.data[i] < 0x80);
    str_free(&text);
}

static void too_few_answers_are_said_to_be_too_few(void **state)
{
    (void)state;
    assert_page(tally_of(5, 1, 2, 4), FIGURES_RUN, false, WIDE,
                "The figures\n"
                "\n"
                "Counted: 12 answers in this run to cards new to you.\n"
                "\n"
                "             You said\n"
                "  It was     sales  marketing\n"
                "  sales          5          1\n"
                "  marketing      2          4\n"
                "\n"
                "You had 9 of 12 right. Over many more cards, expect 47 to 91 of 100.\n"
                "  0.75, 95 % interval 0.47 to 0.91\n"
                "A coin gets that many right 1 time in 14.\n"
                "  p = 0.07\n"
                "How well you tell the two apart shows from 20 answers on, 5 on each side\n"
                "at least.\n");
    assert_page(tally_of(0, 0, 0, 0), FIGURES_RUN, false, WIDE,
                "The figures\n\nNo card in this run was new to you, and only first answers count "
                "here.\n");
    assert_page(tally_of(0, 0, 0, 0), FIGURES_ALL_RUNS, true, WIDE,
                "The figures\n\nNo answers yet, so no figures.\n");
    assert_says(tally_of(1, 0, 0, 0), "Counted: 1 first answer to a card, over all runs.\n");
    assert_says(tally_of(40, 0, 1, 3), "How well you tell the two apart shows from 20 answers on");
}

static void ascii_has_no_other_characters(void **state)
{
    (void)state;
    struct str text = written(tally_of(19, 1, 8, 12), FIGURES_RUN, false, CHARSET_ASCII, WIDE);
    for (size_t i = 0; i < text.len; i++)
        assert_true((unsigned char)text.data[i] < 0x80);
    assert_non_null(strstr(str_text(&text), "\n  d' = 1.71, standard error 0.51;"));
    assert_non_null(strstr(str_text(&text), "\n  c = -0.61, standard error 0.25\n"));
    str_free(&text);
}

static void a_coin_is_told_in_readable_numbers(void **state)
{
    (void)state;
    assert_says(tally_of(2, 4, 4, 2),
                "A coin gets that many right more often than not.\n  p = 0.93");
    assert_says(tally_of(5, 5, 5, 5), "A coin gets that many right 1 time in 2.\n  p = 0.59");
    assert_says(tally_of(8, 2, 3, 7), "A coin gets that many right 1 time in 48.\n  p = 0.02");
    assert_says(tally_of(9, 1, 1, 9), "A coin gets that many right 1 time in 5000.\n  p = 0.0002");
    assert_says(tally_of(10, 0, 1, 9),
                "A coin gets that many right 1 time in 50 thousand.\n  p below 0.0001");
    assert_says(tally_of(10, 0, 0, 10),
                "A coin gets that many right less than 1 time in a million.\n  p below 0.0001");
}

static void every_band_and_lean_has_its_words(void **state)
{
    (void)state;
    assert_says(tally_of(14, 6, 14, 6),
                "You are still learning to tell the two apart.\n  d′ = 0.00");
    assert_says(tally_of(16, 4, 4, 16), "You are competent at telling the two apart.\n");
    assert_says(tally_of(18, 2, 3, 17), "You are strong at telling the two apart.\n");
    assert_says(tally_of(20, 0, 0, 20), "You are an expert at telling the two apart.\n  d′ = 3.96");
    assert_says(tally_of(19, 1, 8, 12), "When in doubt, you say sales.\n  c = −0.61");
    assert_says(tally_of(12, 8, 1, 19), "When in doubt, you say marketing.\n  c = 0.61");
    assert_says(tally_of(20, 0, 0, 20), "No lean that could be told from chance.\n  c = 0.00");
    assert_says(tally_of(11, 9, 9, 11),
                "Where chance would miss 100 cards, you miss 90.\n  kappa = 0.10");
    assert_says(tally_of(14, 6, 14, 6),
                "You miss no fewer cards than chance would.\n  kappa = 0.00");
    assert_says(tally_of(6, 14, 14, 6),
                "You miss no fewer cards than chance would.\n  kappa = −0.40");
    assert_says(tally_of(20, 0, 0, 20), "You agree with the key throughout.\n  kappa = 1.00");
}

/* What is right stands out in the table: the diagonal. */
static void the_right_answers_are_marked(void **state)
{
    (void)state;
    struct page page;
    struct frame frame;
    struct str roles = {0};
    struct tally tally = tally_of(18, 2, 3, 17);
    page_init(&page, CHARSET_UTF8);
    content_figures(&tally, FIGURES_RUN, false, &page);
    frame_init(&frame, WIDE, 8);
    page_draw(&page, &frame, 0, 0, WIDE, 8, 0);
    frame_write_roles(&frame, &roles);
    assert_non_null(strstr(str_text(&roles), "\n..SSSSS......RRRRR...........\n"));
    assert_non_null(strstr(str_text(&roles), "\n..MMMMMMMMM.......RRRRRRRRRRR\n"));
    str_free(&roles);
    frame_free(&frame);
    page_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wide),
        cmocka_unit_test(narrow),
        cmocka_unit_test(in_lines_the_table_is_sentences),
        cmocka_unit_test(in_lines_a_number_below_zero_is_told_in_words),
        cmocka_unit_test(too_few_answers_are_said_to_be_too_few),
        cmocka_unit_test(ascii_has_no_other_characters),
        cmocka_unit_test(a_coin_is_told_in_readable_numbers),
        cmocka_unit_test(every_band_and_lean_has_its_words),
        cmocka_unit_test(the_right_answers_are_marked),
    };
    return cmocka_run_group_tests_name("the figures", tests, NULL, NULL);
}
