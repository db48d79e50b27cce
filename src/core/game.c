/* The state machine of a run: every move goes through game_apply. */
#include "core/game.h"

#include <string.h>

#include "core/game_board.h"
#include "core/game_deal.h"
#include "core/game_exam.h"
#include "core/game_query.h"
#include "core/plan.h"

enum {
    CLUE_ONE_IN = 3, /* right answers; about half of them have words for the question */
    MS_A_MINUTE = 60 * 1000
};

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

/* Ends the run: the end is stored like everything else, then the result shows.  A run of which
 * nothing was stored has no end either. */
static unsigned finish(struct game *game, const struct bank *bank, enum run_end end, struct now now)
{
    if (!game->sequence) {
        game->phase = PHASE_RESULT;
        return EFFECT_REDRAW | EFFECT_END;
    }
    if (game->rules.mode == MODE_EXAM) {
        struct exam exam = game_exam(game, bank, true);
        end = exam_decision(&exam).outcome == EXAM_PASSED ? RUN_PASSED : RUN_FAILED;
    }
    const char *note = run_end_id(end);
    unsigned effects = make_pending(game, EVENT_END, -1, PHASE_RESULT, now);
    memcpy(game->pending.note, note, strlen(note) + 1);
    return effects;
}

/* Whether everything that was to be asked has been answered. */
static bool complete(const struct game *game, const struct bank *bank)
{
    const struct card *card = game_card(game);
    if (mode_info(game->rules.mode)->lives && !game_lives(game, bank))
        return true;
    if (game->rules.mode == MODE_EXAM) {
        struct exam exam = game_exam(game, bank, false);
        return exam_decision(&exam).outcome != EXAM_GOING_ON;
    }
    if (game->planned)
        return game->card_count >= game->plan_count && (!card || card->answered);
    return game_answered(game) >= game->rules.length;
}

/* After a card: the next one, or the rule, or the end. */
static unsigned go_on(struct game *game, const struct bank *bank, const struct history *history,
                      struct now now)
{
    if (!complete(game, bank) && game_deal(game, bank, history, now))
        return EFFECT_REDRAW;
    game->shortage = !complete(game, bank);
    if (!mode_info(game->rules.mode)->intro)
        return finish(game, bank, RUN_DONE, now);
    game->phase = PHASE_RULE;
    return EFFECT_REDRAW;
}

static void start_clock(struct game *game, struct now now)
{
    int64_t ms = (int64_t)game->rules.minutes * MS_A_MINUTE;
    game->deadline_mono_ms = ms ? now.mono_ms + ms : GAME_NO_DEADLINE;
    game->deadline_utc_ms = ms ? now.utc_ms + ms : GAME_NO_DEADLINE;
}

void game_start(struct game *game, const struct rules *rules, uint64_t seed, const int *plan,
                int plan_count, const struct bank *bank, const struct history *history,
                struct now now)
{
    *game =
        (struct game){.rules = *rules, .rng = rng_seeded(seed), .notice_card = -1, .clue_card = -1};
    if (plan) {
        game->planned = true;
        int most = mode_info(rules->mode)->board ? GAME_BOARD_MAX : GAME_CARDS_MAX;
        game->plan_count = plan_count < most ? plan_count : most;
        memcpy(game->plan, plan, (size_t)game->plan_count * sizeof *plan);
    } else if (mode_info(rules->mode)->planned) {
        game->planned = true;
        game->plan_count = plan_make(rules, bank, history, &game->rng, game->plan);
    }
    start_clock(game, now);
    if (mode_info(rules->mode)->intro)
        game->phase = PHASE_INTRO;
    else if (!game_deal(game, bank, history, now))
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

/* Whether to ask now what gave the card away; then the question is made. */
static bool ask_clue(struct game *game, const struct bank *bank, int card)
{
    if (!mode_info(game->rules.mode)->clues)
        return false;
    /* chance of its own: whether the question comes changes nothing about the cards that follow */
    struct rng rng = rng_seeded(rng_next(&game->rng));
    if (game->rules.no_clues || rng_below(&rng, CLUE_ONE_IN) != 0 ||
        !clue_make(bank, game->cards[card].activity, &rng, &game->clue))
        return false;
    game->clue_card = card;
    game->clue_choice = -1;
    return true;
}

/* An answer is stored: the verdict, or where there is none yet, the next card. */
static unsigned judged(struct game *game, const struct bank *bank, const struct history *history,
                       int card, struct now now)
{
    const struct mode_info *mode = mode_info(game->rules.mode);
    game->cards[card].answered = true;
    if (mode->board) {
        int next = game_board_unstored(game);
        return next < 0 ? finish(game, bank, RUN_DONE, now)
                        : make_pending(game, EVENT_ANSWER, next, PHASE_BOARD, now);
    }
    struct graded graded = game_graded(game, bank, &game->cards[card]);
    if (!score_right(&graded))
        game_plan_sibling(game, bank, card);
    if (mode->feedback != FEEDBACK_EACH)
        return go_on(game, bank, history, now);
    if (score_right(&graded) && ask_clue(game, bank, card))
        game->phase = PHASE_CLUE;
    return EFFECT_REDRAW;
}

/* What was pending is stored (or the player does without): now it holds. */
static unsigned stored(struct game *game, const struct bank *bank, const struct history *history,
                       struct now now)
{
    const struct pending *pending = &game->pending;
    game->phase = pending->then;
    switch (pending->kind) {
    case EVENT_ANSWER:
        return judged(game, bank, history, pending->card, now);
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
    bool strikes = mode_info(game->rules.mode)->strikes;
    if (!strikes || !card) {
        game->notice = strikes ? NOTICE_NOTHING_TO_STRIKE : NOTICE_NO_STRIKING;
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

static unsigned place(struct game *game, const struct move *move, struct now now)
{
    if (game->phase != PHASE_BOARD || !game_board_place(game, move, now))
        return EFFECT_BELL;
    game->notice = NOTICE_PLACED;
    return EFFECT_REDRAW;
}

/* The board is to be judged: all of it, once every card has its side. */
static unsigned judge_board(struct game *game, const struct bank *bank, struct now now)
{
    if (game_board_placed(game) < game->card_count) {
        game->notice = NOTICE_UNPLACED;
        return EFFECT_REDRAW | EFFECT_BELL;
    }
    int first = game_board_unstored(game);
    return first < 0 ? finish(game, bank, RUN_DONE, now)
                     : make_pending(game, EVENT_ANSWER, first, PHASE_BOARD, now);
}

/* MOVE_NEXT in the phases that wait for it. */
static unsigned next(struct game *game, const struct bank *bank, const struct history *history,
                     struct now now)
{
    switch (game->phase) {
    case PHASE_INTRO:
        return game_deal(game, bank, history, now) ? EFFECT_REDRAW
                                                   : finish(game, bank, RUN_DONE, now);
    case PHASE_PRINCIPLE:
        game->phase = PHASE_CARD;
        game->cards[game->card_count - 1].shown_mono_ms = now.mono_ms;
        return EFFECT_REDRAW;
    case PHASE_BOARD:
        return judge_board(game, bank, now);
    case PHASE_CLUE:
        game->phase = PHASE_VERDICT;
        return EFFECT_REDRAW;
    case PHASE_VERDICT:
        return go_on(game, bank, history, now);
    case PHASE_RULE:
        return finish(game, bank, RUN_DONE, now);
    default:
        return EFFECT_BELL;
    }
}

static unsigned choose_clue(struct game *game, int item)
{
    if (game->phase != PHASE_CLUE || item < 0 || item >= CLUE_PIECES)
        return EFFECT_BELL;
    game->clue_choice = item;
    game->phase = PHASE_VERDICT;
    return EFFECT_REDRAW;
}

static unsigned end_run(struct game *game, const struct bank *bank, struct now now)
{
    if (game->phase == PHASE_RESULT)
        return EFFECT_BELL;
    game->quit = !complete(game, bank) && game->phase != PHASE_RULE;
    return finish(game, bank, game->quit ? RUN_QUIT : RUN_DONE, now);
}

/* The clock has run out: what lies open stays unanswered. */
static unsigned time_up(struct game *game, const struct bank *bank, struct now now)
{
    game->time_up = true;
    return finish(game, bank, RUN_DONE, now);
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
    if (move->kind != MOVE_TICK) {
        game->notice = NOTICE_NONE;
        game->notice_card = -1;
    }
    bool in_run = game->phase == PHASE_CARD || game->phase == PHASE_VERDICT;
    if (game_expired(game, now))
        return time_up(game, bank, now);
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
    case MOVE_PLACE:
        return place(game, move, now);
    case MOVE_CLUE:
        return choose_clue(game, move->item);
    case MOVE_TICK:
        return EFFECT_NONE;
    case MOVE_END:
        return end_run(game, bank, now);
    default:
        return EFFECT_BELL;
    }
}
