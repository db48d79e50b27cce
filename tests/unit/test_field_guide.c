/* The field guide: what fills a page, and what it must not give away before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/content_guide.h"
#include "core/field_guide.h"
#include "past_fixture.h"

enum { COLS = 74 };

static struct field_guide guide_of(const struct past_fixture *f, int principle)
{
    struct progress progress;
    progress_of(f->bank, &f->history, past_now(f), &progress);
    struct field_guide guide = field_guide_of(&progress.principles[principle]);
    progress_free(&progress);
    return guide;
}

static void assert_page(const struct past_fixture *f, int principle, const char *expected)
{
    struct scene scene = {.bank = f->bank,
                          .screen = SCREEN_GUIDE,
                          .history = &f->history,
                          .now = past_now(f),
                          .lines = true,
                          .cursor.selected = principle};
    struct page page;
    struct str text = {0};
    page_init(&page, CHARSET_UTF8);
    page_add(&page, ROLE_TITLE, content_guide_title(&scene));
    content_guide(&scene, &page);
    page_tell(&page, COLS, &text);
    assert_string_equal(str_text(&text), expected);
    str_free(&text);
    page_free(&page);
}

static void before_the_first_card_only_the_question_shows(void **state)
{
    assert_page(*state, 0,
                "Question number 0?\n"
                "This one has not come your way yet.\n"
                "\n"
                "Its first card brings the title and the rule.\n");
    assert_page(*state, 3,
                "Not met yet\n"
                "This one has not come your way yet.\n"
                "\n"
                "Its first card brings the title and the rule.\n");
}

static void the_first_card_brings_the_rule(void **state)
{
    struct past_fixture *f = *state;
    past_answers(f, 1, "r");
    assert_page(f, 1,
                "Principle number 1\n"
                "The rule of principle 1 in one sentence.\n"
                "\n"
                "2 more cards bring what it looks like on each side.\n");
}

static void three_answers_bring_the_looks(void **state)
{
    struct past_fixture *f = *state;
    past_answers(f, 1, "rr");
    assert_false(guide_of(f, 1).looks);
    past_answers(f, 1, "r");
    assert_true(guide_of(f, 1).looks);
    assert_page(f, 1,
                "Principle number 1\n"
                "The rule of principle 1 in one sentence.\n"
                "\n"
                "Sales: Sales look 1.\n"
                "Marketing: Marketing look 1.\n"
                "\n"
                "2 more cards bring why people mix it up.\n");
}

static void a_miss_made_good_brings_the_mix_up(void **state)
{
    struct past_fixture *f = *state;
    past_answers(f, 0, "rw");
    assert_false(guide_of(f, 0).mixup);
    past_answers(f, 0, "w");
    assert_false(guide_of(f, 0).mixup);
    past_answers(f, 0, "r");
    assert_true(guide_of(f, 0).mixup);
    past_answers(f, 1, "rrrr");
    assert_false(guide_of(f, 1).mixup);
    past_answers(f, 1, "r");
    assert_true(guide_of(f, 1).mixup);
    assert_false(guide_of(f, 1).all);
}

static void what_is_yours_has_everything(void **state)
{
    struct past_fixture *f = *state;
    past_answers(f, 2, "rrrr");
    f->day++;
    past_answers(f, 2, "r");
    assert_true(guide_of(f, 2).all);
    assert_page(f, 2,
                "Principle number 2\n"
                "The rule of principle 2 in one sentence.\n"
                "\n"
                "Sales: Sales look 2.\n"
                "Marketing: Marketing look 2.\n"
                "\n"
                "Why people mix it up\n"
                "Mix-up 2.\n"
                "\n"
                "The situation called scene40.\n"
                "Sales: Writing number 0 of scene40 to one buyer\n"
                "Marketing: Writing number 3 of scene40 to an audience\n"
                "Together they made scene40.\n"
                "\n"
                "Source: Source 2\n"
                "Yours since 2024-10-05.\n");
}

static void a_contrast_is_of_the_learners_own_cards(void **state)
{
    struct past_fixture *f = *state;
    int activities[SIDE_COUNT];
    past_answer(f, 0, true, true);
    past_answer(f, 5, true, true); /* another scenario's */
    assert_false(field_guide_contrast(f->bank, &f->history, 0, activities));
    past_answer(f, 7, true, true);
    past_answer(f, 4, true, true);
    assert_true(field_guide_contrast(f->bank, &f->history, 0, activities));
    assert_int_equal(activities[SIDE_SALES], 4);
    assert_int_equal(activities[SIDE_MARKETING], 5);
    past_answer(f, 3, false, true);
    assert_true(field_guide_contrast(f->bank, &f->history, 0, activities));
    assert_int_equal(activities[SIDE_SALES], 0);
    assert_int_equal(activities[SIDE_MARKETING], 3);
    assert_false(field_guide_contrast(f->bank, &f->history, 1, activities));
}

int main(void)
{
#define GUIDE_TEST(name) cmocka_unit_test_setup_teardown(name, past_set_up, past_tear_down)
    const struct CMUnitTest tests[] = {
        GUIDE_TEST(before_the_first_card_only_the_question_shows),
        GUIDE_TEST(the_first_card_brings_the_rule),
        GUIDE_TEST(three_answers_bring_the_looks),
        GUIDE_TEST(a_miss_made_good_brings_the_mix_up),
        GUIDE_TEST(what_is_yours_has_everything),
        GUIDE_TEST(a_contrast_is_of_the_learners_own_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
