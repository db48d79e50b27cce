/* What a colour says is said without it, too: two scenes that differ in one thing that matters
 * differ in characters, bold, underline or reverse, at every size and in ASCII. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "screens/bare.h"
#include "unit/view_fixture.h"

enum { SEEDS = 25, MENU = PHASE_RESULT + 1 };

/* One thing that matters on a screen. */
struct difference {
    const char *name;
    int phase; /* where it is tried, one of enum phase or MENU */
    void (*make)(struct stage *stage);
};

static void focus_the_second(struct stage *stage)
{
    stage->scene.cursor.selected = 1;
}

static void focus_nothing(struct stage *stage)
{
    stage->scene.cursor.selected = -1;
}

static void be_unsure(struct stage *stage)
{
    stage->scene.cursor.unsure = true;
}

static void save_nothing(struct stage *stage)
{
    stage->scene.unkept = true;
}

/* The card that was judged last. */
static struct card *judged(struct stage *stage)
{
    struct game *game = &stage->table.game;
    return &game->cards[game_judged(game) - game->cards];
}

/* What was said was the other side, so that right is wrong. */
static void answer_otherwise(struct stage *stage)
{
    struct card *card = judged(stage);
    card->choice = side_other(card->choice);
}

/* The card belongs to the other side, and that was said or not, as before. */
static void change_sides(struct stage *stage)
{
    struct card *card = judged(stage);
    struct activity *activity = &stage->table.bank->activities[card->activity];
    activity->side = side_other(activity->side);
    card->choice = side_other(card->choice);
}

/* The clue is at the beginning, not in the middle. */
static void move_the_clue(struct stage *stage)
{
    const struct card *card = judged(stage);
    struct activity *activity = &stage->table.bank->activities[card->activity];
    activity->cue = arena_copy(&stage->texts, activity->text, text_clip(activity->text, 9));
}

static void place(struct stage *stage, enum side side, bool unsure)
{
    struct move move = {.kind = MOVE_PLACE};
    move.placing[0] = (struct placing){.placed = true, .side = side, .unsure = unsure};
    table_apply(&stage->table, &move);
}

static void place_in_sales(struct stage *stage)
{
    place(stage, SIDE_SALES, false);
}

static void place_in_marketing(struct stage *stage)
{
    place(stage, SIDE_MARKETING, false);
}

static void place_unsurely(struct stage *stage)
{
    place(stage, SIDE_MARKETING, true);
}

/* A sprint says of the card before, while the next one is open, how it was. */
static void sprint(struct stage *stage, bool right)
{
    table_start(&stage->table, MODE_SPRINT, 0, 3);
    table_answer(&stage->table, right, true);
}

static void sprint_rightly(struct stage *stage)
{
    sprint(stage, true);
}

static void sprint_wrongly(struct stage *stage)
{
    sprint(stage, false);
}

static void climb(struct stage *stage, bool right)
{
    table_start(&stage->table, MODE_CLIMB, 0, 3);
    table_turn(&stage->table, right);
}

static void climb_a_step(struct stage *stage)
{
    climb(stage, true);
}

static void lose_a_life(struct stage *stage)
{
    climb(stage, false);
}

static const struct difference differences[] = {
    {"the item with the focus", MENU, focus_the_second},
    {"the card with the focus", PHASE_BOARD, focus_the_second},
    {"the piece with the focus", PHASE_CLUE, focus_the_second},
    {"no piece with the focus", PHASE_CLUE, focus_nothing},
    {"not sure, before the answer", PHASE_CARD, be_unsure},
    {"not sure, on the board", PHASE_BOARD, be_unsure},
    {"right or wrong", PHASE_VERDICT, answer_otherwise},
    {"right or wrong in the result", PHASE_RESULT, answer_otherwise},
    {"the side it is on", PHASE_VERDICT, change_sides},
    {"where the clue is", PHASE_VERDICT, move_the_clue},
    {"placed on the left", PHASE_BOARD, place_in_sales},
    {"placed on the right", PHASE_BOARD, place_in_marketing},
    {"nothing is saved", PHASE_CARD, save_nothing},
};

/* Pairs that are both made. */
static const struct {
    const char *name;
    int phase;
    void (*one)(struct stage *stage), (*other)(struct stage *stage);
} pairs[] = {
    {"left or right", PHASE_BOARD, place_in_sales, place_in_marketing},
    {"placed surely or not", PHASE_BOARD, place_in_marketing, place_unsurely},
    {"right or wrong in a sprint", PHASE_CARD, sprint_rightly, sprint_wrongly},
    {"a step or a life", PHASE_CARD, climb_a_step, lose_a_life},
};

/* What somebody without colours sees of a random scene in which this was made (NULL: nothing). */
static void see(uint64_t seed, int phase, void (*make)(struct stage *), int cols, int rows,
                struct str *out)
{
    struct stage stage;
    struct rng rng = rng_seeded(seed);
    struct frame frame;
    frame_init(&frame, cols, rows);
    stage_make(&stage, &rng, phase, (enum script)rng_below(&rng, SCRIPTS));
    stage.scene.charset = rng_below(&rng, 2) ? CHARSET_UTF8 : CHARSET_ASCII;
    if (make)
        make(&stage);
    view_frame(&frame, &stage.scene, cols, rows);
    bare_write(&frame, out);
    frame_free(&frame);
    stage_free(&stage);
}

static void check(const char *name, int phase, void (*one)(struct stage *),
                  void (*other)(struct stage *))
{
    static const int sizes[][2] = {{80, 24}, {40, 12}, {120, 40}};
    struct str a = {0}, b = {0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++)
        for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
            str_clear(&a);
            str_clear(&b);
            see(seed, phase, one, sizes[i][0], sizes[i][1], &a);
            see(seed, phase, other, sizes[i][0], sizes[i][1], &b);
            if (strcmp(str_text(&a), str_text(&b)) == 0)
                fail_msg("“%s” is not seen without colours at %d x %d, seed %d", name, sizes[i][0],
                         sizes[i][1], (int)seed);
        }
    str_free(&a);
    str_free(&b);
}

static void whatever_matters_is_seen_without_colors(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(differences); i++)
        check(differences[i].name, differences[i].phase, NULL, differences[i].make);
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
        check(pairs[i].name, pairs[i].phase, pairs[i].one, pairs[i].other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_matters_is_seen_without_colors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
