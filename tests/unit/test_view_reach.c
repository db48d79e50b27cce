/* Nothing that matters is ever out of reach: cards and verdicts read by scrolling. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/content_learn.h"
#include "reach.h"
#include "seed.h"

enum { COLS_MAX = 100, ROWS_MAX = 32, SCENES = 400 };

/* What is wider than a letter, or carries something that has no width. */
enum { FOREIGN = 4 };
static const enum script foreign[FOREIGN] = {SCRIPT_WIDE, SCRIPT_EMOJI, SCRIPT_MARKS,
                                             SCRIPT_DEVANAGARI};

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
    int scenes = script == SCRIPT_ASCII ? SCENES / 2 : SCENES / 2 / FOREIGN;
    struct rng rng = rng_for_test();
    struct frame frame;
    struct str seen = {0};
    frame_init(&frame, 1, 1);
    for (int i = 0; i < scenes; i++) {
        struct stage stage;
        uint32_t cols_more = i % 4 ? COLS_MAX - (uint32_t)cols_min : 0; /* often the smallest */
        uint32_t rows_more = i % 4 ? ROWS_MAX - (uint32_t)rows_min : 0;
        int cols = cols_min + (int)rng_below(&rng, cols_more + 1);
        int rows = rows_min + (int)rng_below(&rng, rows_more + 1);
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

/* The longest situation and card in wide letters, and that it is not sure, are 14 rows of 40
 * columns: they and the sides need a screen of 20. */
static void a_board_in_foreign_letters_can_be_read_on_taller_screens(void **state)
{
    (void)state;
    for (int i = 0; i < FOREIGN; i++)
        read_list_at_every_size(PHASE_BOARD, foreign[i], VIEW_COLS_MIN, 20);
}

static void a_clue_question_can_be_read_at_every_size(void **state)
{
    (void)state;
    read_list_at_every_size(PHASE_CLUE, SCRIPT_ASCII, VIEW_COLS_MIN, VIEW_ROWS_MIN);
    for (int i = 0; i < FOREIGN; i++)
        read_list_at_every_size(PHASE_CLUE, foreign[i], VIEW_COLS_MIN, VIEW_ROWS_MIN);
}

static void read_at_every_size(enum phase phase, enum script script, const char *reply)
{
    int scenes = script == SCRIPT_ASCII ? SCENES : SCENES / FOREIGN;
    struct rng rng = rng_for_test();
    struct frame frame;
    struct str seen = {0};
    frame_init(&frame, 1, 1);
    for (int i = 0; i < scenes; i++) {
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

static void a_card_in_foreign_letters_can_be_read_at_every_size(void **state)
{
    (void)state;
    for (int i = 0; i < FOREIGN; i++)
        read_at_every_size(PHASE_CARD, foreign[i], "");
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

static void a_verdict_in_foreign_letters_can_be_read_at_every_size(void **state)
{
    (void)state;
    for (int i = 0; i < FOREIGN; i++)
        read_at_every_size(PHASE_VERDICT, foreign[i], "");
}

/* --- the names of the sides, and pages ------------------------------------------------------- */

/* Both as long as they may be: 48 columns in wide letters, wider than the smallest screen. */
static void name_sides(struct stage *stage, struct rng *rng, enum script script)
{
    for (int side = 0; side < SIDE_COUNT; side++)
        stage->table.bank->side_name[side] = stage_text(stage, rng, script, BANK_NAME_MAX);
}

static void check_names(struct stage *stage, const struct str *seen, int cols, int rows)
{
    for (int side = 0; side < SIDE_COUNT; side++)
        assert_seen(seen, &stage->scene, stage->scene.bank->side_name[side], "name", cols, rows);
}

static void names_of_sides_keep_off_each_other_on_the_board(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct frame frame;
    struct str seen = {0};
    frame_init(&frame, 1, 1);
    for (int i = 0; i < SCENES / FOREIGN; i++) {
        struct stage stage;
        enum script script = i % 2 ? SCRIPT_ASCII : foreign[i / 2 % FOREIGN];
        int cols = VIEW_COLS_MIN + (int)rng_below(&rng, COLS_MAX - VIEW_COLS_MIN + 1);
        stage_make(&stage, &rng, PHASE_BOARD, SCRIPT_ASCII);
        name_sides(&stage, &rng, script);
        str_clear(&seen);
        see_marked(&frame, &stage.scene, cols, ROWS_MAX, 1, &seen);
        if (text_width(stage.scene.bank->side_name[SIDE_SALES]) + 4 <= cols - 6 &&
            text_width(stage.scene.bank->side_name[SIDE_MARKETING]) + 4 <= cols - 6)
            check_names(&stage, &seen, cols, ROWS_MAX);
        stage_free(&stage);
    }
    str_free(&seen);
    frame_free(&frame);
}

static void write_principle(struct stage *stage, struct rng *rng, enum script script, int principle)
{
    struct principle *p = &stage->table.bank->principles[principle];
    p->mixup = stage_text(stage, rng, script, BANK_RULE_MAX);
    for (int side = 0; side < SIDE_COUNT; side++) {
        p->looks[side] = stage_text(stage, rng, script, BANK_RULE_MAX);
        stage->table.bank->side_definition[side] =
            stage_text(stage, rng, script, BANK_DEFINITION_MAX);
    }
}

static void check_principle(struct stage *stage, const struct str *seen, int principle, int cols,
                            int rows)
{
    const struct principle *p = &stage->scene.bank->principles[principle];
    assert_seen(seen, &stage->scene, p->rule, "rule", cols, rows);
    assert_seen(seen, &stage->scene, p->mixup, "mix-up", cols, rows);
    for (int side = 0; side < SIDE_COUNT; side++)
        assert_seen(seen, &stage->scene, p->looks[side], "look", cols, rows);
}

/* The primer, with names of sides that leave no room beside them. */
static void pages_can_be_read_at_every_size(void **state)
{
    (void)state;
    struct rng rng = rng_for_test();
    struct frame frame;
    struct str seen = {0};
    frame_init(&frame, 1, 1);
    for (int i = 0; i < SCENES / FOREIGN; i++) {
        struct stage stage;
        enum script script = foreign[i % FOREIGN];
        int cols = VIEW_COLS_MIN + (int)rng_below(&rng, COLS_MAX - VIEW_COLS_MIN + 1);
        int rows = VIEW_ROWS_MIN + (int)rng_below(&rng, ROWS_MAX - VIEW_ROWS_MIN + 1);
        stage_make(&stage, &rng, PHASE_CARD, script);
        write_principle(&stage, &rng, script, 0);
        if (i % 3 == 0)
            name_sides(&stage, &rng, script);
        stage.scene.game = NULL;
        stage.scene.screen = SCREEN_PRIMER;
        stage.scene.cursor.selected = content_learn_page_of(0);
        str_clear(&seen);
        see_all(&frame, &stage.scene, cols, rows, &seen);
        check_principle(&stage, &seen, 0, cols, rows);
        stage.scene.cursor.selected = 1; /* what sales is */
        str_clear(&seen);
        see_all(&frame, &stage.scene, cols, rows, &seen);
        assert_seen(&seen, &stage.scene, stage.scene.bank->side_definition[SIDE_SALES],
                    "definition", cols, rows);
        stage_free(&stage);
    }
    str_free(&seen);
    frame_free(&frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_can_be_read_at_every_size),
        cmocka_unit_test(a_card_in_foreign_letters_can_be_read_at_every_size),
        cmocka_unit_test(a_card_can_be_read_under_a_reply),
        cmocka_unit_test(a_verdict_can_be_read_at_every_size),
        cmocka_unit_test(a_board_can_be_read_at_every_size),
        cmocka_unit_test(a_board_in_foreign_letters_can_be_read_on_taller_screens),
        cmocka_unit_test(a_clue_question_can_be_read_at_every_size),
        cmocka_unit_test(a_verdict_in_foreign_letters_can_be_read_at_every_size),
        cmocka_unit_test(names_of_sides_keep_off_each_other_on_the_board),
        cmocka_unit_test(pages_can_be_read_at_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
