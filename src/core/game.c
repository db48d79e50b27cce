/* The state machine of a run: every move goes through game_apply. */
#include "core/game.h"

#include <string.h>

#include "core/game_query.h"
#include "core/pick.h"

/* A missed card's sibling comes three or four cards after it. */
enum { SIBLING_AFTER = 3, SIBLING_SPREAD = 2 };

/* Puts an activity on the table as the next card. */
static void deal(struct game *game, const struct history *history, int activity, int missed_card,
                 struct now now)
{
    game->cards[game->card_count++] = (struct card){
        .activity = activity,
        .missed_card = missed_card,
        .choice = SIDE_NONE,
        .first_time = !history_asked(history, activity),
        .shown_mono_ms = now.mono_ms,
    };
    game->phase = PHASE_CARD;
}

/* An earlier card of this run that shows the same scenario from the other side; -1 for none. */
static int earlier_sibling(const struct game *game, const struct bank *bank, int activity)
{
    const struct activity *a = &bank->activities[activity];
    for (int i = 0; i < game->card_count; i++) {
        const struct activity *other = &bank->activities[game->cards[i].activity];
        if (other->scenario == a->scenario && other->side != a->side)
            return i;
    }
    return -1;
}

static bool deal_next(struct game *game, const struct bank *bank, const struct history *history,
                      struct now now)
{
    if (game->card_count >= GAME_CARDS_MAX)
        return false;
    if (game->planned) {
        if (game->card_count >= game->plan_count)
            return false;
        int activity = game->plan[game->card_count];
        deal(game, history, activity, earlier_sibling(game, bank, activity), now);
        return true;
    }
    int due = -1;
    int activity = pick_next(game, bank, history, &game->rng, &due);
    if (activity < 0)
        return false;
    int missed_card = -1;
    if (due >= 0) {
        missed_card = game->due[due].missed_card;
        if (game->cards[missed_card].struck)
            missed_card = -1; /* what was struck out is no half of a pair */
        game->due[due] = game->due[--game->due_count];
    }
    deal(game, history, activity, missed_card, now);
    return true;
}

static unsigned make_pending(struct game *game, enum event_kind kind, int card, enum phase then,
                             struct now now)
{
    game->pending = (struct pending){
        .kind = kind,
        .sequence = ++game->sequence,
        .card = card,
        .then = then,
        .utc_ms = now.utc_ms,
        .utc_offset_min = now.utc_offset_min,
    };
    game->phase = PHASE_STORING;
    return EFFECT_RECORD;
}

/* Ends the run: the end is stored like everything else, then the result shows. */
static unsigned finish(struct game *game, const char *how, struct now now)
{
    unsigned effects = make_pending(game, EVENT_END, -1, PHASE_RESULT, now);
    memcpy(game->pending.note, how, strlen(how) + 1);
    return effects;
}

/* Whether everything that was to be asked has been answered. */
static bool complete(const struct game *game)
{
    const struct card *card = game_card(game);
    if (game->planned)
        return game->card_count >= game->plan_count && (!card || card->answered);
    return game_answered(game) >= game->rules.length;
}

/* After a card: the next one, or the rule, or the end. */
static unsigned go_on(struct game *game, const struct bank *bank, const struct history *history,
                      struct now now)
{
    if (!complete(game) && deal_next(game, bank, history, now))
        return EFFECT_REDRAW;
    game->shortage = !complete(game);
    if (mode_info(game->rules.mode)->feedback)
        return finish(game, "done", now);
    game->phase = PHASE_RULE;
    return EFFECT_REDRAW;
}

void game_start(struct game *game, const struct rules *rules, uint64_t seed, const int *plan,
                int plan_count, const struct bank *bank, const struct history *history,
                struct now now)
{
    *game = (struct game){.rules = *rules, .rng = rng_seeded(seed), .notice_card = -1};
    if (plan) {
        game->planned = true;
        game->plan_count = plan_count < GAME_CARDS_MAX ? plan_count : GAME_CARDS_MAX;
        memcpy(game->plan, plan, (size_t)game->plan_count * sizeof *plan);
    } else if (mode_info(rules->mode)->planned) {
        game->planned = true;
        game->plan_count = pick_plan(rules, bank, &game->rng, game->plan);
    }
    if (mode_info(rules->mode)->intro)
        game->phase = PHASE_INTRO;
    else if (!deal_next(game, bank, history, now))
        game->phase = PHASE_RESULT;
}

static unsigned answer(struct game *game, const struct move *move, struct now now)
{
    struct card *card = &game->cards[game->card_count - 1];
    int64_t elapsed_ms = now.mono_ms - card->shown_mono_ms;
    card->choice = move->choice;
    card->sure = move->sure;
    card->elapsed_ms = elapsed_ms > 0 ? elapsed_ms : 0;
    return make_pending(game, EVENT_ANSWER, game->card_count - 1, PHASE_VERDICT, now);
}

/* A miss makes the sibling due, unless it was asked already or could be given away. */
static void plan_sibling(struct game *game, const struct bank *bank, int card)
{
    int sibling = bank_sibling(bank, game->cards[card].activity);
    if (!mode_info(game->rules.mode)->siblings || game->planned || sibling < 0 ||
        game->due_count >= GAME_DUE_MAX || !rules_allow(&game->rules, bank, sibling))
        return;
    for (int i = 0; i < game->card_count; i++)
        if (game->cards[i].activity == sibling)
            return;
    for (int i = 0; i < game->due_count; i++)
        if (game->due[i].activity == sibling)
            return;
    int after = SIBLING_AFTER + (int)rng_below(&game->rng, SIBLING_SPREAD);
    game->due[game->due_count++] =
        (struct due){.activity = sibling, .missed_card = card, .at = card + after};
}

/* What was pending is stored (or the player does without): now it holds. */
static unsigned stored(struct game *game, const struct bank *bank, const struct history *history,
                       struct now now)
{
    const struct pending *pending = &game->pending;
    game->phase = pending->then;
    switch (pending->kind) {
    case EVENT_ANSWER: {
        struct card *card = &game->cards[pending->card];
        card->answered = true;
        struct graded graded = game_graded(game, bank, card);
        if (!score_right(&graded))
            plan_sibling(game, bank, pending->card);
        if (!mode_info(game->rules.mode)->feedback)
            return go_on(game, bank, history, now);
        break;
    }
    case EVENT_STRIKE:
        game->cards[pending->card].struck = true;
        game->notice = NOTICE_STRUCK;
        break;
    case EVENT_FLAG:
        game->cards[pending->card].flagged = true;
        game->notice = NOTICE_FLAGGED;
        break;
    case EVENT_END:
        return EFFECT_REDRAW | EFFECT_END;
    }
    game->notice_card = pending->card;
    return EFFECT_REDRAW;
}

static unsigned strike(struct game *game, struct now now)
{
    const struct card *card = game_strikable(game);
    if (!mode_info(game->rules.mode)->strikes)
        return EFFECT_BELL;
    if (!card) {
        game->notice = NOTICE_NOTHING_TO_STRIKE;
        return EFFECT_REDRAW | EFFECT_BELL;
    }
    return make_pending(game, EVENT_STRIKE, (int)(card - game->cards), game->phase, now);
}

static unsigned flag(struct game *game, const struct move *move, struct now now)
{
    int card = game->card_count - 1;
    const struct card *before = game_judged(game);
    if (move->previous && game->phase == PHASE_CARD && before)
        card = (int)(before - game->cards);
    unsigned effects = make_pending(game, EVENT_FLAG, card, game->phase, now);
    memcpy(game->pending.note, move->note, sizeof game->pending.note);
    game->pending.note[EVENT_NOTE_MAX] = '\0';
    return effects;
}

/* MOVE_NEXT in the phases that wait for it. */
static unsigned next(struct game *game, const struct bank *bank, const struct history *history,
                     struct now now)
{
    switch (game->phase) {
    case PHASE_INTRO:
        if (deal_next(game, bank, history, now))
            return EFFECT_REDRAW;
        return finish(game, "done", now);
    case PHASE_VERDICT:
        return go_on(game, bank, history, now);
    case PHASE_RULE:
        return finish(game, "done", now);
    default:
        return EFFECT_BELL;
    }
}

static unsigned end_run(struct game *game, struct now now)
{
    if (game->phase == PHASE_RESULT)
        return EFFECT_BELL;
    game->quit = !complete(game) && game->phase != PHASE_RULE;
    if (!game->sequence) { /* nothing was answered: there is no run to end in the log */
        game->phase = PHASE_RESULT;
        return EFFECT_REDRAW | EFFECT_END;
    }
    return finish(game, game->quit ? "quit" : "done", now);
}

/* Moves while something is pending; all others have to wait. */
static unsigned apply_pending(struct game *game, const struct bank *bank,
                              const struct history *history, const struct move *move,
                              struct now now)
{
    if (game->phase == PHASE_STORING) {
        if (move->kind == MOVE_STORED)
            return stored(game, bank, history, now);
        if (move->kind == MOVE_NOT_STORED) {
            game->phase = PHASE_NOT_STORED;
            return EFFECT_REDRAW;
        }
        return EFFECT_BELL;
    }
    if (move->kind == MOVE_RETRY) {
        game->phase = PHASE_STORING;
        return EFFECT_RECORD;
    }
    if (move->kind == MOVE_UNSAVED) {
        game->unsaved = true;
        return stored(game, bank, history, now);
    }
    return EFFECT_BELL;
}

unsigned game_apply(struct game *game, const struct bank *bank, const struct history *history,
                    const struct move *move, struct now now)
{
    if (game->phase == PHASE_STORING || game->phase == PHASE_NOT_STORED)
        return apply_pending(game, bank, history, move, now);
    game->notice = NOTICE_NONE;
    game->notice_card = -1;
    bool in_run = game->phase == PHASE_CARD || game->phase == PHASE_VERDICT;
    switch (move->kind) {
    case MOVE_ANSWER:
        if (game->phase == PHASE_CARD && move->choice < SIDE_NONE)
            return answer(game, move, now);
        return EFFECT_BELL;
    case MOVE_NEXT:
        return next(game, bank, history, now);
    case MOVE_STRIKE:
        return in_run ? strike(game, now) : EFFECT_BELL;
    case MOVE_FLAG:
        return in_run ? flag(game, move, now) : EFFECT_BELL;
    case MOVE_END:
        return end_run(game, now);
    default:
        return EFFECT_BELL;
    }
}
