/* A run brought back from its log. */
#include "core/game_resume.h"

enum { MS_A_MINUTE = 60 * 1000 };

static void apply(struct game *game, const struct bank *bank, const struct history *history,
                  struct move move, struct now now)
{
    if (game_apply(game, bank, history, &move, now) & EFFECT_RECORD) {
        struct move stored = {.kind = MOVE_STORED};
        game_apply(game, bank, history, &stored, now);
    }
}

/* Makes the card on the table the logged one, whatever was picked for this place. */
static void replace_card(struct game *game, const struct history *history, int activity)
{
    struct card *card = &game->cards[game->card_count - 1];
    if (card->activity == activity)
        return;
    struct due displaced = {card->activity, card->sibling_card, game->card_count - 1};
    card->activity = activity;
    card->sibling_card = -1;
    card->first_time = !history_asked(history, activity);
    for (int i = 0; i < game->due_count; i++) {
        if (game->due[i].activity == activity) {
            card->sibling_card = game->due[i].missed_card;
            game->due[i] = game->due[--game->due_count];
            break;
        }
    }
    if (displaced.missed_card >= 0 && !game->planned)
        game->due[game->due_count++] = displaced;
}

/* Goes on from what is read to the next card and makes it the logged one; false when the run has
 * none any more. */
static bool put_on_table(struct game *game, const struct bank *bank, const struct history *history,
                         int activity, struct now now)
{
    if (game->phase == PHASE_INTRO || game->phase == PHASE_VERDICT)
        apply(game, bank, history, (struct move){.kind = MOVE_NEXT}, now);
    if (game->phase == PHASE_PRINCIPLE) /* its card was answered or flagged: it was read */
        game->phase = PHASE_CARD;
    if (game->phase != PHASE_CARD)
        return false;
    replace_card(game, history, activity);
    return true;
}

/* A card of a board was judged before: it lies at its side and stays there. */
static void place_again(struct game *game, const struct event *event, int activity)
{
    for (int i = 0; i < game->card_count; i++) {
        struct card *card = &game->cards[i];
        if (card->activity == activity && !card->answered) {
            card->choice = event->choice;
            card->sure = event->sure;
            card->elapsed_ms = event->elapsed_ms;
            card->answered = true;
            return;
        }
    }
}

static void answer_again(struct game *game, const struct bank *bank, const struct history *history,
                         const struct event *event, int activity)
{
    struct now then = {.utc_ms = event->utc_ms, .utc_offset_min = event->utc_offset_min};
    if (game->phase == PHASE_BOARD) {
        place_again(game, event, activity);
        return;
    }
    if (!put_on_table(game, bank, history, activity, then))
        return;
    game->cards[game->card_count - 1].shown_mono_ms = 0;
    then.mono_ms = event->elapsed_ms;
    apply(game, bank, history,
          (struct move){.kind = MOVE_ANSWER, .choice = event->choice, .sure = event->sure}, then);
    if (game->phase == PHASE_CLUE) /* the verdict is what counts */
        game->phase = PHASE_VERDICT;
}

/* A flagged activity that is no card yet was flagged while it lay open. */
static void flag_again(struct game *game, const struct bank *bank, const struct history *history,
                       int activity, struct now now)
{
    int at = 0;
    while (at < game->card_count && game->cards[at].activity != activity)
        at++;
    if (at == game->card_count && put_on_table(game, bank, history, activity, now))
        at = game->card_count - 1;
    if (at < game->card_count)
        game->cards[at].flagged = true;
}

/* The clock of an exam goes on from where it is by now, on whichever clock is further. */
static void resume_clock(struct game *game, const struct event *events, size_t count,
                         int64_t started_utc_ms, struct now now)
{
    if (!game->rules.minutes)
        return;
    int64_t latest_utc_ms = now.utc_ms > started_utc_ms ? now.utc_ms : started_utc_ms;
    for (size_t i = 0; i < count; i++)
        if (events[i].utc_ms > latest_utc_ms)
            latest_utc_ms = events[i].utc_ms;
    game->deadline_utc_ms = started_utc_ms + (int64_t)game->rules.minutes * MS_A_MINUTE;
    game->deadline_mono_ms = now.mono_ms + (game->deadline_utc_ms - latest_utc_ms);
}

void game_resume(struct game *game, const struct bank *bank, const struct history *history,
                 const struct event *events, size_t count, int64_t started_utc_ms, struct now now)
{
    game->deadline_mono_ms = game->deadline_utc_ms = GAME_NO_DEADLINE; /* those were in time */
    for (size_t i = 0; i < count; i++) {
        const struct event *event = &events[i];
        int activity = bank_find_logged(bank, event->activity);
        if (activity < 0)
            continue;
        if (event->kind == EVENT_ANSWER)
            answer_again(game, bank, history, event, activity);
        else if (event->kind == EVENT_STRIKE)
            apply(game, bank, history, (struct move){.kind = MOVE_STRIKE}, now);
        else if (event->kind == EVENT_FLAG)
            flag_again(game, bank, history, activity, now);
    }
    if (count)
        game->sequence = events[count - 1].sequence;
    resume_clock(game, events, count, started_utc_ms, now);
    if (game->phase == PHASE_STORING) /* cut between the last answer and the end it led to */
        game->pending.sequence = ++game->sequence;
    if (game->phase == PHASE_CARD)
        game->cards[game->card_count - 1].shown_mono_ms = now.mono_ms;
    game->notice = NOTICE_NONE;
}
