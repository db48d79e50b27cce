/* The progress pages: pictures fit every width, sentences have no pictures, numbers practise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/content_progress.h"
#include "past_fixture.h"
#include "seed.h"
#include "spoken.h"

enum { COLS_LEAST = 38, COLS_MOST = 78, PAGES = 4 };

static const char *const picture_characters[] = {"░", "▒", "▓", "█", "▌", "▀", "▄",
                                                 "─", "│", "┤", "└", "·", "✓", "▸"};

static bool has_picture(const char *text)
{
    for (size_t i = 0; i < ARRAY_LEN(picture_characters); i++)
        if (strstr(text, picture_characters[i]))
            return true;
    return false;
}

static struct scene scene_of(const struct past_fixture *f, int number)
{
    return (struct scene){.bank = f->bank,
                          .screen = SCREEN_PROGRESS,
                          .history = &f->history,
                          .now = past_now(f),
                          .at_end = true,
                          .cursor.selected = number};
}

/* Days of answers by chance. */
static void live(struct past_fixture *f, struct rng *rng, int days)
{
    for (int day = 0; day < days; day++) {
        f->day += (int)rng_below(rng, 5);
        past_run(f, rng_below(rng, 3) ? MODE_PRACTICE : MODE_CLIMB, RUN_DONE);
        for (uint32_t i = rng_below(rng, 30); i > 0; i--) {
            int principle = (int)rng_below(rng, PAST_PRINCIPLES);
            if (f->next[principle] < PAST_OF_PRINCIPLE)
                past_answers(f, principle, rng_below(rng, 4) ? "r" : "w");
        }
    }
}

static void assert_fits(const struct page *page)
{
    for (size_t i = 0; i < page->len; i++) {
        const struct paragraph *p = &page->items[i];
        int cols = p->indent + p->lead_cols + text_width(p->text);
        if (has_picture(p->text) && cols > page->cols)
            fail_msg("%d columns of %d: %s%s", cols, page->cols, p->lead, p->text);
    }
}

static void pictures_fit_every_width(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    for (int days = 0; days < 20; days++) {
        struct past_fixture f = past_fixture_new();
        live(&f, &rng, days);
        for (int cols = COLS_LEAST; cols <= COLS_MOST; cols++) {
            for (int number = 0; number < PAGES; number++) {
                struct scene scene = scene_of(&f, number);
                struct page page;
                page_init(&page, CHARSET_UTF8);
                page.cols = cols;
                if (number < content_progress_pages(&scene))
                    content_progress(&scene, &page);
                assert_fits(&page);
                page_free(&page);
            }
        }
        past_fixture_free(&f);
    }
}

/* Where a state gets longer by what stands for its letters, the mark is that much longer. */
static void a_mark_is_what_is_shown_of_the_state(void **state)
{
    (void)state;
    struct past_fixture f = past_fixture_new();
    struct scene scene = scene_of(&f, 1);
    struct page page;
    bool found = false;
    past_answers(&f, 0, "w");
    spoken.sentence = "not met yet";
    spoken.translation = "noch größer";
    page_init(&page, CHARSET_ASCII);
    page.cols = COLS_MOST;
    for (int number = 0; number < PAGES; number++) {
        scene.cursor.selected = number;
        content_progress(&scene, &page);
    }
    spoken.sentence = NULL;
    for (size_t i = 0; i < page.len; i++) {
        const struct paragraph *p = &page.items[i];
        if (!strstr(p->text, "noch gr"))
            continue;
        found = true;
        assert_string_equal(p->text + p->mark, "noch grosser");
        assert_int_equal(p->mark_len, strlen("noch grosser"));
    }
    assert_true(found);
    page_free(&page);
    past_fixture_free(&f);
}

static void sentences_have_no_pictures(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct past_fixture f = past_fixture_new();
    live(&f, &rng, 12);
    past_answers(&f, 0, "rrrrr");
    f.day++;
    past_answers(&f, 0, "rrrrr");
    for (int number = 0; number < PAGES; number++) {
        struct scene scene = scene_of(&f, number);
        struct page page;
        scene.lines = true;
        page_init(&page, CHARSET_UTF8);
        content_progress(&scene, &page);
        assert_true(page.len > 1);
        for (size_t i = 0; i < page.len; i++)
            assert_false(has_picture(page.items[i].text) || has_picture(page.items[i].lead));
        page_free(&page);
    }
    past_fixture_free(&f);
}

static void a_click_on_a_hard_one_chooses_it(void **state)
{
    (void)state;
    struct past_fixture f = past_fixture_new();
    past_answers(&f, 2, "wwwr");
    past_answers(&f, 1, "wwwwwr");
    past_answers(&f, 0, "rrrr");
    struct scene scene = scene_of(&f, 0);
    struct page page;
    int chosen = 0;
    page_init(&page, CHARSET_UTF8);
    content_progress(&scene, &page);
    for (size_t i = 0; i < page.len; i++) {
        if (page.items[i].action != ACTION_CHOOSE)
            continue;
        assert_int_equal(page.items[i].item, chosen);
        assert_non_null(strstr(page.items[i].text, chosen ? "number 2" : "number 1"));
        chosen++;
    }
    assert_int_equal(chosen, 2);
    page_free(&page);
    past_fixture_free(&f);
}

static void without_answers_there_is_one_page(void **state)
{
    (void)state;
    struct past_fixture f = past_fixture_new();
    struct scene scene = scene_of(&f, 0);
    assert_int_equal(content_progress_pages(&scene), 1);
    scene.history = NULL;
    assert_int_equal(content_progress_pages(&scene), 1);
    past_answers(&f, 0, "w");
    scene.history = &f.history;
    assert_int_equal(content_progress_pages(&scene), PAGES);
    past_fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_fit_every_width),
        cmocka_unit_test(a_mark_is_what_is_shown_of_the_state),
        cmocka_unit_test(sentences_have_no_pictures),
        cmocka_unit_test(a_click_on_a_hard_one_chooses_it),
        cmocka_unit_test(without_answers_there_is_one_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
