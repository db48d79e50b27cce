/* A run's log as the store keeps it, and whether a run comes back from it as it was. */
#ifndef SMQ_TESTS_GAME_LOG_H
#define SMQ_TESTS_GAME_LOG_H

#include "core/game_resume.h"
#include "game_whole.h"

enum { LOG_MAX = 128 };

/* What was stored, in order. */
struct log {
    struct event events[LOG_MAX];
    char names[LOG_MAX][64];
    int count;
};

/* Adds what is pending. */
static inline void log_pending(struct log *log, const struct table *t)
{
    const struct pending *pending = &t->game.pending;
    struct event *event = &log->events[log->count];
    *event = (struct event){.sequence = pending->sequence,
                            .kind = pending->kind,
                            .activity = "",
                            .keyed = SIDE_NONE,
                            .choice = SIDE_NONE,
                            .utc_ms = pending->utc_ms,
                            .utc_offset_min = pending->utc_offset_min,
                            .note = ""};
    if (pending->card >= 0) {
        const struct card *card = &t->game.cards[pending->card];
        snprintf(log->names[log->count], sizeof log->names[0], "test:%s",
                 t->bank->activities[card->activity].ref);
        event->activity = log->names[log->count];
        if (pending->kind == EVENT_ANSWER) {
            event->choice = card->choice;
            event->sure = card->sure;
            event->elapsed_ms = card->elapsed_ms;
        }
    }
    log->count++;
}

/* The card it makes a pair with; one that was struck out makes none. */
static inline int log_partner(const struct game *game, const struct card *card)
{
    return card->sibling_card >= 0 && game->cards[card->sibling_card].struck ? -1
                                                                             : card->sibling_card;
}

static inline const char *log_card_fault(const struct game *was, const struct game *is, int at)
{
    const struct card *one = &was->cards[at], *other = &is->cards[at];
    HOLDS(one->activity == other->activity);
    HOLDS(one->answered == other->answered && one->choice == other->choice);
    HOLDS(one->sure == other->sure && one->struck == other->struck);
    HOLDS(one->flagged == other->flagged && one->first_time == other->first_time);
    HOLDS(log_partner(was, one) == log_partner(is, other));
    if (one->answered)
        HOLDS(one->elapsed_ms == other->elapsed_ms);
    return NULL;
}

/* What is not as it was in a game that came back, or NULL. */
static inline const char *log_fault(const struct game *was, const struct game *is)
{
    HOLDS(is->sequence == was->sequence);
    HOLDS(game_answered(is) == game_answered(was));
    for (int i = 0; i < was->card_count; i++)
        if (log_card_fault(was, is, i))
            return log_card_fault(was, is, i);
    HOLDS(is->planned == was->planned);
    HOLDS(is->plan_count == was->plan_count);
    HOLDS(memcmp(is->plan, was->plan, sizeof is->plan) == 0);
    HOLDS(is->phase == (was->phase == PHASE_CLUE ? PHASE_VERDICT : was->phase));
    HOLDS(is->card_count == was->card_count);
    HOLDS(is->rng.state == was->rng.state);
    HOLDS(is->due_count == was->due_count);
    HOLDS(memcmp(is->due, was->due, (size_t)was->due_count * sizeof *was->due) == 0);
    return NULL;
}

/* The game that was started by these rules and the plan, which may be NULL, and that the first
 * `count` events of the log lead to. */
static inline struct game log_bring_back(const struct table *t, const struct rules *rules,
                                         uint64_t seed, const int *plan, int plan_count,
                                         const struct log *log, int count)
{
    struct game game;
    game_start(&game, rules, seed, plan, plan_count, t->bank, &t->history, t->now);
    game_resume(&game, t->bank, &t->history, log->events, (size_t)count, t->now.utc_ms, t->now);
    return game;
}

/* A verdict that was passed already shows again; going on deals the same card. */
static inline void log_go_on(struct game *game, const struct table *t, const struct game *was)
{
    struct move next = {.kind = MOVE_NEXT};
    if (game->phase == PHASE_VERDICT && was->phase == PHASE_CARD)
        game_apply(game, t->bank, &t->history, &next, t->now);
    if (game->phase == PHASE_PRINCIPLE && was->phase == PHASE_CARD)
        game_apply(game, t->bank, &t->history, &next, t->now);
}

#endif
