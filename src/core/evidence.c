/* What a learner has shown they can sort, principle by principle. */
#include "core/evidence.h"

#include <string.h>

#include "core/game_query.h"

/* Each answer moves the value this part of the way towards what the answer is worth. */
static const double START = 0.5, PACE = 0.3;
static const double WORTH_SURE = 1, WORTH_UNSURE = 0.35, WORTH_MISS = 0;

static void move(double *value, const struct graded *graded)
{
    double worth = graded->sure ? WORTH_SURE : WORTH_UNSURE;
    if (!score_right(graded))
        worth = WORTH_MISS;
    *value += PACE * (worth - *value);
}

struct evidence *evidence_none(int count)
{
    struct evidence *of = xcalloc((size_t)count, sizeof *of);
    for (int i = 0; i < count; i++)
        of[i].value = START;
    return of;
}

void evidence_add(struct evidence *of, int number, const struct graded *graded)
{
    of->ago = number;
    of->shown++;
    if (score_counts(graded) & COUNTS_EVIDENCE)
        move(&of->value, graded);
}

/* The answers so far. */
struct gathering {
    const struct bank *bank;
    struct evidence *of;
    int answers;
};

static struct evidence *add(struct gathering *g, int activity, const struct graded *graded)
{
    struct evidence *evidence = &g->of[g->bank->activities[activity].principle];
    evidence_add(evidence, ++g->answers, graded);
    return evidence;
}

/* What the history has gathered while it grew; one that was cut short is gone through. */
static void add_history(struct gathering *g, const struct history *history)
{
    if (history->evidence) {
        memcpy(g->of, history->evidence, (size_t)g->bank->principle_count * sizeof *g->of);
        g->answers = history->known;
        return;
    }
    for (size_t i = 0; i < history->len; i++)
        if (history->items[i].activity >= 0)
            add(g, history->items[i].activity, &history->items[i].graded);
}

static void add_game(struct gathering *g, const struct game *game)
{
    int last = game->card_count - 1;
    while (last >= 0 && !game->cards[last].answered)
        last--;
    for (int i = 0; i <= last; i++) {
        struct graded graded = game_graded(game, g->bank, &game->cards[i]);
        graded.struck = graded.struck && i != last;
        struct evidence *evidence = add(g, game->cards[i].activity, &graded);
        evidence->shown_in_run++;
        evidence->missed = score_counts(&graded) && !score_right(&graded);
        evidence->missed_card = i;
    }
}

struct evidence *evidence_new(const struct bank *bank, const struct history *history,
                              const struct game *game)
{
    struct gathering g = {.bank = bank, .of = evidence_none(bank->principle_count)};
    add_history(&g, history);
    if (game)
        add_game(&g, game);
    for (int i = 0; i < bank->principle_count; i++)
        g.of[i].ago = g.of[i].shown ? g.answers - g.of[i].ago : 0;
    return g.of;
}
