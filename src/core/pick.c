/* Which activity comes next: first which principle, then which of its activities. */
#include "core/pick.h"

#include <stdlib.h>

#include "core/choice.h"
#include "core/evidence.h"

enum { SAME_SIDE_ROW = 3 };
/* A principle missed comes back so many cards after the miss. */
enum { RETURN_FIRST = 3, RETURN_LAST = 5 };
/* So many principles are met for the first time in one run: what is new has a rule to read.  Fewer
 * make a learner who knows most of it already wait for days (make bench-learning). */
enum { NEW_A_RUN = 4 };
/* A principle that is not called for rests for so many cards. */
enum { REST = 3 };
/* How much each answer since a principle was shown weighs against its evidence. */
static const double AGE = 0.01;
/* Evidence from which everyday and then middling scenarios are left behind. */
static const double PAST_EVERYDAY = 0.6, PAST_MIDDLING = 0.8;

/* Everything a pick looks at. */
struct picking {
    const struct game *game;
    const struct bank *bank;
    const struct history *history;
    const struct evidence *evidence; /* one entry a principle */
    enum side row;                   /* the side that came three times in a row, or SIDE_NONE */
    bool more_new;                   /* more principles may be met for the first time */
    struct rng *rng;
};

static enum side side_in_a_row(const struct game *game, const struct bank *bank)
{
    if (game->card_count < SAME_SIDE_ROW)
        return SIDE_NONE;
    const struct card *last = &game->cards[game->card_count - 1];
    enum side side = bank->activities[last->activity].side;
    for (int i = 1; i < SAME_SIDE_ROW; i++)
        if (bank->activities[last[-i].activity].side != side)
            return SIDE_NONE;
    return side;
}

static bool asked_in_run(const struct game *game, int activity)
{
    for (int i = 0; i < game->card_count; i++)
        if (game->cards[i].activity == activity)
            return true;
    return false;
}

static bool scenario_in_run(const struct game *game, const struct bank *bank, int scenario)
{
    for (int i = 0; i < game->card_count; i++)
        if (bank->activities[game->cards[i].activity].scenario == scenario)
            return true;
    return false;
}

static bool scenario_due(const struct game *game, const struct bank *bank, int scenario)
{
    for (int i = 0; i < game->due_count; i++)
        if (bank->activities[game->due[i].activity].scenario == scenario)
            return true;
    return false;
}

/* The entry of game->due that comes first, or -1; those of struck misses only when asked for. */
static int earliest_due(const struct game *game, bool struck_too)
{
    int earliest = -1;
    for (int i = 0; i < game->due_count; i++) {
        if (game->cards[game->due[i].missed_card].struck && !struck_too)
            continue;
        if (earliest < 0 || game->due[i].at < game->due[earliest].at)
            earliest = i;
    }
    return earliest;
}

static int level_for(const struct evidence *evidence)
{
    if (evidence->value < PAST_EVERYDAY)
        return 1;
    return evidence->value < PAST_MIDDLING ? 2 : BANK_LEVEL_MAX;
}

/* How much this activity is preferred among those of its principle.  Each preference is larger
 * than all after it together. */
static int64_t preference(const struct picking *p, int activity, bool fresh)
{
    const struct activity *a = &p->bank->activities[activity];
    const struct scenario *scenario = &p->bank->scenarios[a->scenario];
    int64_t answers = (int64_t)p->history->len;
    bool other_side = p->row != SIDE_NONE && a->side != p->row;
    int64_t rank = other_side * 2 + fresh;
    rank = rank * (answers + 1) + answers - p->history->asked_at[activity];
    rank = rank * 2 + scenario->house;
    return rank * BANK_LEVEL_MAX - abs(scenario->level - level_for(&p->evidence[a->principle]));
}

/* The preferred activity of a principle that may be asked now, or -1. */
static int pick_of_principle(const struct picking *p, int principle)
{
    struct choice best = {.item = -1};
    for (int s = 0; s < p->bank->scenario_count; s++) {
        const struct scenario *scenario = &p->bank->scenarios[s];
        if (scenario_due(p->game, p->bank, s))
            continue;
        bool fresh = !scenario_in_run(p->game, p->bank, s);
        for (int i = scenario->first; i < scenario->first + scenario->count; i++)
            if (p->bank->activities[i].principle == principle &&
                rules_allow(&p->game->rules, p->bank, i) && (fresh || !asked_in_run(p->game, i)))
                choice_consider(&best, i, preference(p, i, fresh), p->rng);
    }
    return best.item;
}

/* Why a principle would come next, the better reason first. */
enum reason { REASON_MISSED, REASON_NEW, REASON_WEAK, REASON_NEW_OVER, REASON_RESTING, REASONS };

static bool sibling_to_come(const struct game *game, int missed_card)
{
    for (int i = 0; i < game->due_count; i++)
        if (game->due[i].missed_card == missed_card)
            return true;
    return false;
}

static bool comes_back(const struct game *game, const struct evidence *evidence)
{
    int cards = game->card_count - evidence->missed_card;
    return evidence->missed && cards >= RETURN_FIRST && cards <= RETURN_LAST &&
           !sibling_to_come(game, evidence->missed_card);
}

static bool may_meet_new(const struct picking *p)
{
    int met = 0;
    for (int i = 0; i < p->bank->principle_count; i++)
        met += p->evidence[i].shown > 0 && p->evidence[i].shown == p->evidence[i].shown_in_run;
    return met < NEW_A_RUN;
}

static enum reason reason_for(const struct picking *p, int principle)
{
    const struct evidence *evidence = &p->evidence[principle];
    if (comes_back(p->game, evidence))
        return REASON_MISSED;
    if (!evidence->shown)
        return p->more_new ? REASON_NEW : REASON_NEW_OVER;
    return evidence->ago >= REST ? REASON_WEAK : REASON_RESTING;
}

/* How urgent a principle is among those with the same reason. */
static double urgency(const struct evidence *evidence, enum reason reason, int principle)
{
    switch (reason) {
    case REASON_MISSED:
        return -evidence->missed_card;
    case REASON_NEW:
    case REASON_NEW_OVER:
        return -principle;
    case REASON_WEAK:
        return 1 - evidence->value + AGE * evidence->ago;
    default:
        return evidence->ago;
    }
}

/* The principle that is most urgent among those not tried yet. */
static int most_urgent(const struct picking *p, const bool *tried)
{
    int most = -1;
    enum reason best = REASONS;
    double urgent = 0;
    for (int i = 0; i < p->bank->principle_count; i++) {
        enum reason reason = reason_for(p, i);
        double here = urgency(&p->evidence[i], reason, i);
        if (tried[i] || reason > best || (reason == best && here <= urgent))
            continue;
        most = i;
        best = reason;
        urgent = here;
    }
    return most;
}

/* An activity never asked in this run, of the most urgent principle that has one; or -1. */
static int pick_fresh(const struct picking *p)
{
    int activity = -1;
    bool *tried = xcalloc((size_t)p->bank->principle_count, sizeof *tried);
    for (int i = 0; i < p->bank->principle_count && activity < 0; i++) {
        int principle = most_urgent(p, tried);
        tried[principle] = true;
        activity = pick_of_principle(p, principle);
    }
    free(tried);
    return activity;
}

int pick_next(const struct game *game, const struct bank *bank, const struct history *history,
              struct rng *rng, int *due)
{
    *due = earliest_due(game, false);
    if (*due >= 0 && game->due[*due].at <= game->card_count)
        return game->due[*due].activity;
    struct evidence *evidence = evidence_new(bank, history, game);
    struct picking picking = {.game = game,
                              .bank = bank,
                              .history = history,
                              .evidence = evidence,
                              .row = side_in_a_row(game, bank),
                              .rng = rng};
    picking.more_new = may_meet_new(&picking);
    int fresh = pick_fresh(&picking);
    free(evidence);
    *due = fresh < 0 ? earliest_due(game, true) : -1;
    return *due < 0 ? fresh : game->due[*due].activity;
}
