/* Frames of random scenes at every size: everything in its place, and nothing out of reach. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "reach.h"
#include "seed.h"

enum { COLS_MAX = 120, ROWS_MAX = 50, CONTENT_ROWS = 26, CONTENT_COLS = 84 };

/* Where header and footer belong: in the middle of what is higher than need be. */
static int header_row(int rows)
{
    return rows > CONTENT_ROWS ? (rows - CONTENT_ROWS) / 3 : 0;
}

static int footer_row(int rows)
{
    return header_row(rows) + (rows > CONTENT_ROWS ? CONTENT_ROWS : rows) - 1;
}

static bool is_blank(const struct frame *frame, int x, int y)
{
    const char *text = frame->cells[y * frame->width + x].text;
    return !*text || strcmp(text, " ") == 0;
}

static void check_hits(const struct frame *frame)
{
    for (int i = 0; i < frame->hit_count; i++) {
        const struct hit *hit = &frame->hits[i];
        if (hit->x < 0 || hit->y < 0 || hit->width < 1 || hit->height < 1 ||
            hit->x + hit->width > frame->width || hit->y + hit->height > frame->height)
            fail_msg("hit %d x %d at %d, %d outside of %d x %d", hit->width, hit->height, hit->x,
                     hit->y, frame->width, frame->height);
    }
}

/* Header and footer are alone on their rows, and nothing lies beyond them. */
static void check_places(const struct frame *frame)
{
    int header = header_row(frame->height), footer = footer_row(frame->height);
    int left = frame->width > CONTENT_COLS ? (frame->width - CONTENT_COLS) / 2 : 0;
    for (int y = 0; y < frame->height; y++) {
        for (int x = 0; x < frame->width; x++) {
            bool inside = y >= header && y <= footer && x >= left && x < frame->width - left;
            if (!inside && !is_blank(frame, x, y))
                fail_msg("something at %d, %d of %d x %d", x, y, frame->width, frame->height);
            unsigned role = frame->cells[y * frame->width + x].role;
            if (y != header && y != footer)
                continue;
            if (role != ROLE_TEXT && role != ROLE_DIM && role != ROLE_TITLE && role != ROLE_KEY &&
                role != ROLE_NOTICE)
                fail_msg("role %u on the row of the %s, %d x %d", role,
                         y == header ? "header" : "footer", frame->width, frame->height);
        }
    }
    bool there = false;
    for (int i = 0; i < frame->hit_count; i++) {
        const struct hit *hit = &frame->hits[i];
        there = there || (hit->y == footer && hit->height == 1);
        if (hit->y != footer && hit->y + hit->height > footer)
            fail_msg("hit of %d rows at %d on the footer of %d x %d", hit->height, hit->y,
                     frame->width, frame->height);
    }
    assert_true(there);
}

/* The item of a list that has the focus is in sight, and the cursor on it. */
static void check_cursor_on_item(const struct frame *frame, const struct scene *scene)
{
    bool listed = false;
    int item = -1;
    for (int i = 0; i < frame->hit_count; i++)
        listed = listed || frame->hits[i].action == ACTION_CHOOSE;
    if (!listed || scene->cursor.selected < 0)
        return;
    assert_int_equal(frame_action_at(frame, frame->cursor_x, frame->cursor_y, &item),
                     ACTION_CHOOSE);
    assert_int_equal(item, scene->cursor.selected);
}

/* The cursor, which screen readers and magnifiers follow, is always in sight, on text or, where a
 * line is typed, behind it. */
static void check_cursor(const struct frame *frame, const struct scene *scene)
{
    assert_true(frame->cursor_x >= 0 && frame->cursor_x < frame->width);
    assert_true(frame->cursor_y >= 0 && frame->cursor_y < frame->height);
    if (frame->width < VIEW_COLS_MIN || frame->height < VIEW_ROWS_MIN)
        return;
    assert_true(frame->cursor_y > header_row(frame->height));
    assert_true(frame->cursor_y < footer_row(frame->height));
    assert_int_equal(is_blank(frame, frame->cursor_x, frame->cursor_y),
                     scene->cursor.overlay == OVERLAY_FLAG);
    if (scene->cursor.overlay == OVERLAY_NONE)
        check_cursor_on_item(frame, scene);
}

static void check_ascii(const struct frame *frame)
{
    for (int i = 0; i < frame->width * frame->height; i++)
        for (const char *at = frame->cells[i].text; *at; at++)
            assert_true(*at >= ' ' && *at <= '~');
}

/* Keys with long names, and wide ones: hints may have no room for them. */
static void rebind(struct keymap *keys, struct rng *rng)
{
    static const char *const names[] = {"Backspace", "PageDown", "x", "漢",
                                        "Ctrl-L PageUp F1 Left"};
    struct err e = {0};
    *keys = keymap_default();
    for (int i = 0; i < 3; i++)
        assert_true(keymap_bind(keys, (enum action)(1 + rng_below(rng, ACTION_CHOOSE - 1)),
                                names[rng_below(rng, ARRAY_LEN(names))], &e));
}

/* Anything a cursor may be, whatever the phase. */
static void disturb(struct scene *scene, struct rng *rng)
{
    struct cursor *cursor = &scene->cursor;
    scene->charset = rng_below(rng, 3) ? CHARSET_UTF8 : CHARSET_ASCII;
    scene->unkept = rng_below(rng, 4) == 0;
    cursor->unsure = rng_below(rng, 3) == 0;
    cursor->selected = (int)rng_below(rng, 3);
    cursor->slide = (int)rng_below(rng, SLIDE_STEPS + 1);
    cursor->scroll = (int)rng_below(rng, 4) ? 0 : (int)rng_below(rng, 60) - 20;
    snprintf(cursor->reply, sizeof cursor->reply, "%s",
             rng_below(rng, 4) ? "" : "That means nothing here; h shows what there is.");
    if (rng_below(rng, 5) == 0)
        cursor->overlay = OVERLAY_HELP;
    if (scene->game && rng_below(rng, 5) == 0) {
        cursor->overlay = OVERLAY_FLAG;
        snprintf(cursor->typed, sizeof cursor->typed, "%s",
                 rng_below(rng, 2) ? "short" : "a long reason that goes on – über 漢字 – and on");
    }
}

static void everything_is_in_its_place_at_every_size(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct frame frame;
    struct keymap keys;
    frame_init(&frame, 1, 1);
    for (int cols = 1; cols <= COLS_MAX; cols++) {
        for (int rows = 1; rows <= ROWS_MAX; rows++) {
            struct stage stage;
            stage_make(&stage, &rng, (int)rng_below(&rng, PHASE_RESULT + 2),
                       (enum script)rng_below(&rng, SCRIPTS));
            disturb(&stage.scene, &rng);
            rebind(&keys, &rng);
            stage.scene.keys = &keys;
            view_frame(&frame, &stage.scene, cols, rows);
            assert_int_equal(frame.width, cols);
            assert_int_equal(frame.height, rows);
            assert_int_equal(frame.context, scene_context(&stage.scene));
            assert_true(stage.scene.cursor.scroll >= 0 || cols < VIEW_COLS_MIN ||
                        rows < VIEW_ROWS_MIN);
            assert_whole_rows(&frame);
            check_hits(&frame);
            check_cursor(&frame, &stage.scene);
            if (cols >= VIEW_COLS_MIN && rows >= VIEW_ROWS_MIN)
                check_places(&frame);
            if (stage.scene.charset == CHARSET_ASCII)
                check_ascii(&frame);
            stage_free(&stage);
        }
    }
    frame_free(&frame);
}

/* However long the names of keys are, what goes on is told whole, at the end of the footer. */
static void hints_leave_room_for_each_other(void **state)
{
    (void)state;
    struct stage stage;
    struct rng rng = rng_seeded(3);
    struct frame frame;
    struct keymap keys = keymap_default();
    struct err e = {0};
    for (enum action action = 1; action < ACTION_CHOOSE; action++)
        assert_true(keymap_bind(&keys, action, "Backspace", &e));
    frame_init(&frame, 1, 1);
    stage_make(&stage, &rng, PHASE_RESULT, SCRIPT_ASCII);
    stage.scene.keys = &keys;
    for (int cols = VIEW_COLS_MIN; cols <= CONTENT_COLS; cols++) {
        struct str shown = {0};
        view_frame(&frame, &stage.scene, cols, VIEW_ROWS_MIN);
        frame_write(&frame, &shown);
        if (!strstr(str_text(&shown), " Backspace: done\n"))
            fail_msg("at %d columns:\n%s", cols, str_text(&shown));
        str_free(&shown);
    }
    stage_free(&stage);
    frame_free(&frame);
}

/* A title that fits is shown whole, whatever its letters become: the bar beside it gives way. */
static void a_bar_leaves_room_for_the_title_as_it_is_shown(void **state)
{
    (void)state;
    enum { EUROS = 20 };
    struct table table;
    struct frame frame;
    struct str title = {0}, shown = {0}, all = {0};
    frame_init(&frame, 1, 1);
    table_init(&table, fixture_bank());
    table_start(&table, MODE_PRACTICE, 0, 3);
    snprintf(table.game.rules.principles, sizeof table.game.rules.principles, "%s",
             table.bank->principles[0].id);
    struct scene scene = scene_of(&table);
    scene.charset = CHARSET_ASCII;
    for (int euros = 0; euros < EUROS; euros++) {
        str_add(&title, "€");
        str_add(&all, "EUR");
        table.bank->principles[0].title = str_text(&title);
        view_frame(&frame, &scene, VIEW_COLS_MIN * 2, VIEW_ROWS_MIN * 2);
        str_clear(&shown);
        frame_write(&frame, &shown);
        if (!strstr(str_text(&shown), str_text(&all)))
            fail_msg("%d of them are cut off:\n%s", euros + 1, str_text(&shown));
    }
    str_free(&title);
    str_free(&shown);
    str_free(&all);
    table_free(&table);
    frame_free(&frame);
}

static void what_a_sprint_has_lost_has_a_minus(void **state)
{
    (void)state;
    struct table table;
    struct frame frame;
    struct str shown = {0};
    frame_init(&frame, 1, 1);
    table_init(&table, fixture_bank());
    table_start(&table, MODE_SPRINT, 0, 3);
    table_turn(&table, false);
    struct scene scene = scene_of(&table);
    scene.charset = CHARSET_UTF8;
    view_frame(&frame, &scene, VIEW_COLS_MIN * 2, VIEW_ROWS_MIN * 2);
    frame_write(&frame, &shown);
    assert_non_null(strstr(str_text(&shown), " −1"));
    str_free(&shown);
    table_free(&table);
    frame_free(&frame);
}

/* The longest cards there may be, under a reply that takes rows away. */
static void a_long_card_stays_between_header_and_footer(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct frame frame;
    frame_init(&frame, 1, 1);
    for (int cols = VIEW_COLS_MIN; cols <= CONTENT_COLS; cols++) {
        for (int rows = VIEW_ROWS_MIN; rows <= CONTENT_ROWS; rows++) {
            struct stage stage;
            stage_make(&stage, &rng, PHASE_CARD, SCRIPT_WIDE);
            stage.table.game.cards[0].sibling_card = 0; /* one row more: "One thing changed" */
            scene_set_reply(&stage.scene, rows % 2 ? "Sales (left) or marketing (right)?" : "");
            view_frame(&frame, &stage.scene, cols, rows);
            check_hits(&frame);
            check_places(&frame);
            stage_free(&stage);
        }
    }
    frame_free(&frame);
}

static void a_screen_that_is_too_small_says_so(void **state)
{
    (void)state;
    static const int sizes[][2] = {{39, 24}, {80, 11}, {20, 5}};
    struct rng rng = rng_seeded(1);
    struct stage stage;
    struct frame frame;
    frame_init(&frame, 1, 1);
    stage_make(&stage, &rng, PHASE_CARD, SCRIPT_ASCII);
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        struct str text = {0};
        view_frame(&frame, &stage.scene, sizes[i][0], sizes[i][1]);
        frame_write(&frame, &text);
        assert_non_null(strstr(str_text(&text), "40"));
        assert_non_null(strstr(str_text(&text), "12"));
        assert_int_equal(frame.hit_count, 0);
        str_free(&text);
    }
    stage_free(&stage);
    frame_free(&frame);
}

static void context_is_that_of_phase_and_overlay(void **state)
{
    (void)state;
    static const unsigned contexts[] = {
        [PHASE_INTRO] = CONTEXT_PAGE,        [PHASE_PRINCIPLE] = CONTEXT_PAGE,
        [PHASE_BOARD] = CONTEXT_BOARD,       [PHASE_CLUE] = CONTEXT_CLUE,
        [PHASE_CARD] = CONTEXT_CARD,         [PHASE_STORING] = CONTEXT_VERDICT,
        [PHASE_NOT_STORED] = CONTEXT_FAILED, [PHASE_VERDICT] = CONTEXT_VERDICT,
        [PHASE_RULE] = CONTEXT_PAGE,         [PHASE_RESULT] = CONTEXT_RESULT,
        [PHASE_RESULT + 1] = CONTEXT_MENU};
    struct rng rng = rng_seeded(1);
    struct frame frame;
    frame_init(&frame, 1, 1);
    for (int phase = 0; phase <= PHASE_RESULT + 1; phase++) {
        struct stage stage;
        stage_make(&stage, &rng, phase, SCRIPT_ASCII);
        view_frame(&frame, &stage.scene, 80, 24);
        assert_int_equal(frame.context, contexts[phase]);
        stage.scene.cursor.overlay = OVERLAY_HELP;
        view_frame(&frame, &stage.scene, 80, 24);
        assert_int_equal(frame.context, CONTEXT_PAGE);
        stage.scene.cursor.overlay = phase <= PHASE_RESULT ? OVERLAY_FLAG : OVERLAY_NONE;
        view_frame(&frame, &stage.scene, 80, 24);
        assert_int_equal(frame.context, phase <= PHASE_RESULT ? CONTEXT_TYPING : CONTEXT_MENU);
        stage_free(&stage);
    }
    frame_free(&frame);
}

/* Reading begins at the card; what is typed is followed. */
static void the_cursor_follows_the_hands_being_typed(void **state)
{
    (void)state;
    struct bank *bank = fixture_bank();
    struct session session = {.bank = bank, .code = "maple-tango-river", .title = "The first day"};
    struct keymap keys = keymap_default();
    struct show show;
    struct frame frame;
    session.has[PART_PRACTICE] = true;
    session.practice = (struct session_items){.count = 1};
    show_start(&show, &session);
    struct scene scene = {.bank = bank,
                          .screen = SCREEN_SHOW,
                          .session = &session,
                          .show = &show,
                          .failure = "",
                          .charset = CHARSET_UTF8,
                          .keys = &keys};
    frame_init(&frame, 1, 1);
    view_frame(&frame, &scene, 80, 24);
    int typing_row = footer_row(24) - 2;
    assert_true(frame.cursor_y >= 0 && frame.cursor_y < typing_row);
    memcpy(scene.cursor.typed, "9 5", sizeof "9 5");
    view_frame(&frame, &scene, 80, 24);
    assert_int_equal(frame.cursor_y, typing_row);
    const struct cell *last = &frame.cells[typing_row * frame.width + frame.cursor_x - 1];
    assert_string_equal(last->text, "5");
    frame_free(&frame);
    bank_free(bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_in_its_place_at_every_size),
        cmocka_unit_test(hints_leave_room_for_each_other),
        cmocka_unit_test(a_bar_leaves_room_for_the_title_as_it_is_shown),
        cmocka_unit_test(what_a_sprint_has_lost_has_a_minus),
        cmocka_unit_test(a_long_card_stays_between_header_and_footer),
        cmocka_unit_test(a_screen_that_is_too_small_says_so),
        cmocka_unit_test(context_is_that_of_phase_and_overlay),
        cmocka_unit_test(the_cursor_follows_the_hands_being_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
