/* Nothing that matters is ever out of reach: cards and verdicts read by scrolling. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "seed.h"
#include "view_fixture.h"

enum { COLS_MAX = 100, ROWS_MAX = 32, SCENES = 400 };

static void add_seen(const struct frame *frame, struct str *seen)
{
    for (int i = 0; i < frame->width * frame->height; i++) {
        const struct cell *cell = &frame->cells[i];
        if (cell->role != ROLE_BORDER && strcmp(cell->text, " ") != 0)
            str_add(seen, cell->text);
    }
    str_addc(seen, '\n');
}

/* All that is seen while the mark goes down and up again through a list of `count` items. */
static void see_marked(struct frame *frame, struct scene *scene, int cols, int rows, int count,
                       struct str *seen)
{
    for (int i = 0; i < 2 * count; i++) {
        scene->cursor.selected = i < count ? i : 2 * count - 1 - i;
        view_frame(frame, scene, cols, rows);
        add_seen(frame, seen);
    }
}

/* All that is seen while scrolling from top to bottom, blanks and frame lines left out. */
static void see_all(struct frame *frame, struct scene *scene, int cols, int rows, struct str *seen)
{
    for (int scroll = 0;; scroll++) {
        scene->cursor.scroll = scroll;
        view_frame(frame, scene, cols, rows);
        if (scene->cursor.scroll < scroll)
            return;
        add_seen(frame, seen);
    }
}

/* Every word of a text, and of wide ones every character, was seen. */
static void assert_seen(const struct str *seen, const struct scene *scene, const char *text,
                        const char *what, int cols, int rows)
{
    struct str shown = {0};
    text_adapt(&shown, text, scene->charset);
    for (const char *at = str_text(&shown); *at;) {
        bool wide = (unsigned char)*at >= 0xe3;
        size_t len = wide ? text_cluster(at) : strcspn(at, " ");
        char word[64] = {0};
        memcpy(word, at, len < sizeof word ? len : sizeof word - 1);
        if (*word && !strstr(str_text(seen), word))
            fail_msg("“%s” of the %s is never seen at %d x %d", word, what, cols, rows);
        at += len;
        at += *at == ' ';
    }
    str_free(&shown);
}

static void check_card(struct stage *stage, const struct str *seen, int cols, int rows)
{
    const struct bank *bank = stage->scene.bank;
    const struct activity *a = &bank->activities[game_card(&stage->table.game)->activity];
    assert_seen(seen, &stage->scene, bank->scenarios[a->scenario].situation, "situation", cols,
                rows);
    assert_seen(seen, &stage->scene, a->text, "activity", cols, rows);
    for (int side = 0; side < SIDE_COUNT; side++)
        assert_seen(seen, &stage->scene, side == SIDE_SALES ? "SALES" : "MARKETING", "sides", cols,
                    rows);
}

static void check_verdict(struct stage *stage, const struct str *seen, int cols, int rows)
{
    const struct scene *scene = &stage->scene;
    const struct bank *bank = scene->bank;
    const struct card *card = game_judged(&stage->table.game);
    const struct card *other = game_pair(&stage->table.game, card);
    const struct activity *a = &bank->activities[card->activity];
    struct graded graded = game_graded(&stage->table.game, bank, card);
    assert_seen(seen, scene, a->text, "activity", cols, rows);
    assert_seen(seen, scene, a->why, "why", cols, rows);
    assert_seen(seen, scene, score_right(&graded) ? "✓" : "✗", "verdict", cols, rows);
    if (!score_right(&graded))
        assert_seen(seen, scene, bank->principles[a->principle].rule, "rule", cols, rows);
    if (!other)
        return;
    assert_seen(seen, scene, bank->activities[other->activity].text, "pair", cols, rows);
    assert_seen(seen, scene, bank->scenarios[a->scenario].together, "togetherness", cols, rows);
}

static void check_board(struct stage *stage, const struct str *seen, int cols, int rows)
{
    const struct game *game = &stage->table.game;
    const struct bank *bank = stage->scene.bank;
    for (int i = 0; i < game->card_count; i++) {
        const struct activity *a = &bank->activities[game->cards[i].activity];
        assert_seen(seen, &stage->scene, a->text, "activity", cols, rows);
        assert_seen(seen, &stage->scene, bank->scenarios[a->scenario].situation, "situation", cols,
                    rows);
    }
}

static void check_clue(struct stage *stage, const struct str *seen, int cols, int rows)
{
    const struct game *game = &stage->table.game;
    const char *text = stage->scene.bank->activities[game->cards[0].activity].text;
    for (int i = 0; i < CLUE_PIECES; i++) {
        struct str piece = {0};
        str_addn(&piece, text + game->clue.pieces[i].start, game->clue.pieces[i].len);
        assert_seen(seen, &stage->scene, str_text(&piece), "piece", cols, rows);
        str_free(&piece);
    }
}

/* Gives some cards of the board their sides, in all places and manners. */
static void place_some(struct stage *stage, struct rng *rng)
{
    struct move move = {.kind = MOVE_PLACE};
    for (int i = 0; i < GAME_BOARD_MAX; i++)
        move.placing[i] = (struct placing){.placed = rng_below(rng, 2),
                                           .unsure = rng_below(rng, 2),
                                           .side = (enum side)rng_below(rng, SIDE_COUNT)};
    table_apply(&stage->table, &move);
}

static void read_list_at_every_size(enum phase phase, enum script script, int cols_min,
                                    int rows_min)
{
    struct rng rng = rng_for_test();
    struct frame frame;
    struct str seen = {0};
    frame_init(&frame, 1, 1);
    for (int i = 0; i < SCENES / 2; i++) {
        struct stage stage;
        int cols = cols_min + (int)rng_below(&rng, (uint32_t)(COLS_MAX - cols_min + 1));
        int rows = rows_min + (int)rng_below(&rng, (uint32_t)(ROWS_MAX - rows_min + 1));
        stage_make(&stage, &rng, (int)phase, script);
        str_clear(&seen);
        if (phase == PHASE_BOARD) {
            place_some(&stage, &rng);
            see_marked(&frame, &stage.scene, cols, rows, stage.table.game.card_count, &seen);
            check_board(&stage, &seen, cols, rows);
        } else {
            see_marked(&frame, &stage.scene, cols, rows, CLUE_PIECES, &seen);
            check_clue(&stage, &seen, cols, rows);
        }
        stage_free(&stage);
    }
    str_free(&seen);
    frame_free(&frame);
}

static void a_board_can_be_read_at_every_size(void **state)
{
    (void)state;
    read_list_at_every_size(PHASE_BOARD, SCRIPT_ASCII, VIEW_COLS_MIN, VIEW_ROWS_MIN);
}

/* The longest situation and card in wide letters are 14 rows of 40 columns: they and the sides need
 * a screen of 20. */
static void a_board_in_wide_letters_can_be_read_on_taller_screens(void **state)
{
    (void)state;
    read_list_at_every_size(PHASE_BOARD, SCRIPT_WIDE, VIEW_COLS_MIN, 20);
}

static void a_clue_question_can_be_read_at_every_size(void **state)
{
    (void)state;
    read_list_at_every_size(PHASE_CLUE, SCRIPT_ASCII, VIEW_COLS_MIN, VIEW_ROWS_MIN);
    read_list_at_every_size(PHASE_CLUE, SCRIPT_WIDE, VIEW_COLS_MIN, VIEW_ROWS_MIN);
}

static void read_at_every_size(enum phase phase, enum script script, const char *reply)
{
    struct rng rng = rng_for_test();
    struct frame frame;
    struct str seen = {0};
    frame_init(&frame, 1, 1);
    for (int i = 0; i < SCENES; i++) {
        struct stage stage;
        int cols = VIEW_COLS_MIN + (int)rng_below(&rng, COLS_MAX - VIEW_COLS_MIN + 1);
        int rows = VIEW_ROWS_MIN + (int)rng_below(&rng, ROWS_MAX - VIEW_ROWS_MIN + 1);
        stage_make(&stage, &rng, (int)phase, script);
        scene_set_reply(&stage.scene, reply);
        stage.scene.charset = script == SCRIPT_ASCII && i % 2 ? CHARSET_ASCII : CHARSET_UTF8;
        str_clear(&seen);
        see_all(&frame, &stage.scene, cols, rows, &seen);
        if (phase == PHASE_CARD)
            check_card(&stage, &seen, cols, rows);
        else
            check_verdict(&stage, &seen, cols, rows);
        stage_free(&stage);
    }
    str_free(&seen);
    frame_free(&frame);
}

static void a_card_can_be_read_at_every_size(void **state)
{
    (void)state;
    read_at_every_size(PHASE_CARD, SCRIPT_ASCII, "");
}

static void a_card_in_wide_letters_can_be_read_at_every_size(void **state)
{
    (void)state;
    read_at_every_size(PHASE_CARD, SCRIPT_WIDE, "");
}

static void a_card_can_be_read_under_a_reply(void **state)
{
    (void)state;
    read_at_every_size(PHASE_CARD, SCRIPT_ASCII, "That means nothing here; h shows what there is.");
}

static void a_verdict_can_be_read_at_every_size(void **state)
{
    (void)state;
    read_at_every_size(PHASE_VERDICT, SCRIPT_ASCII, "");
}

static void a_verdict_in_wide_letters_can_be_read_at_every_size(void **state)
{
    (void)state;
    read_at_every_size(PHASE_VERDICT, SCRIPT_WIDE, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_can_be_read_at_every_size),
        cmocka_unit_test(a_card_in_wide_letters_can_be_read_at_every_size),
        cmocka_unit_test(a_card_can_be_read_under_a_reply),
        cmocka_unit_test(a_verdict_can_be_read_at_every_size),
        cmocka_unit_test(a_board_can_be_read_at_every_size),
        cmocka_unit_test(a_board_in_wide_letters_can_be_read_on_taller_screens),
        cmocka_unit_test(a_clue_question_can_be_read_at_every_size),
        cmocka_unit_test(a_verdict_in_wide_letters_can_be_read_at_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
