/* A session on a projector: its steps, and what of it is kept. */
#include "core/show.h"

#include <string.h>

const struct session_items *show_items(const struct session *session)
{
    return session->practice.count ? &session->practice : &session->forms[FORM_A];
}

int show_counted(const struct show_hands *hands)
{
    return hands->of[SIDE_SALES] + hands->of[SIDE_MARKETING];
}

static bool on_a_card(const struct show_at *at)
{
    return at->step == SHOW_CARD || at->step == SHOW_SPLIT || at->step == SHOW_REVEAL;
}

int show_card(const struct show *show)
{
    if (show->at.step == SHOW_STORING || show->at.step == SHOW_NOT_STORED)
        return show->pending.card;
    return on_a_card(&show->at) ? show->at.number : -1;
}

const char *show_piece(const struct discussion *discussion, int piece)
{
    return piece < SIDE_COUNT ? discussion->for_side[piece] : discussion->depends;
}

static struct show_at disputed_or_total(const struct session *session, int number, int told)
{
    if (number < session->bank->discussion_count)
        return (struct show_at){SHOW_DISPUTED, number, told};
    return (struct show_at){.step = SHOW_TOTAL};
}

void show_start(struct show *show, const struct session *session)
{
    *show = (struct show){.at = {.step = SHOW_CARD}};
    if (!show_items(session)->count)
        show->at = disputed_or_total(session, 0, 0);
}

/* The number of the card an event is about, or -1. */
static int card_of(const struct session *session, const struct event *event)
{
    const struct session_items *items = show_items(session);
    int activity = bank_find_logged(session->bank, event->activity);
    for (int i = 0; activity >= 0 && i < items->count; i++)
        if (items->activities[i] == activity)
            return i;
    return -1;
}

void show_resume(struct show *show, const struct session *session, const struct event *events,
                 size_t count)
{
    show_start(show, session);
    for (size_t i = 0; i < count; i++) {
        const struct event *event = &events[i];
        int card = card_of(session, event);
        show->sequence = event->sequence;
        if (event->kind == EVENT_END) {
            show->ended = true;
            show->at = (struct show_at){.step = SHOW_TOTAL};
        } else if (card >= 0 && event->kind == EVENT_ANSWER && event->choice != SIDE_NONE) {
            show->counts[card].of[event->choice]++;
            show->at = (struct show_at){SHOW_SPLIT, card, 0};
        } else if (card >= 0 && event->kind == EVENT_STRIKE) {
            show->counts[card] = (struct show_hands){{0}};
            show->at = (struct show_at){SHOW_CARD, card, 0};
        }
    }
}

/* Where going on leads; the last page leads nowhere. */
static struct show_at after(const struct session *session, struct show_at at)
{
    switch (at.step) {
    case SHOW_CARD:
        return (struct show_at){SHOW_SPLIT, at.number, 0};
    case SHOW_SPLIT:
        return (struct show_at){SHOW_REVEAL, at.number, 0};
    case SHOW_REVEAL:
        if (at.number + 1 < show_items(session)->count)
            return (struct show_at){SHOW_CARD, at.number + 1, 0};
        return (struct show_at){.step = session->bank->discussion_count ? SHOW_PAUSE : SHOW_TOTAL};
    case SHOW_PAUSE:
        return disputed_or_total(session, 0, 0);
    case SHOW_DISPUTED:
        if (at.told < SHOW_PIECES)
            return (struct show_at){SHOW_DISPUTED, at.number, at.told + 1};
        return disputed_or_total(session, at.number + 1, 0);
    default:
        return at;
    }
}

/* Where going back leads; false from the very first page. */
static bool before(const struct session *session, struct show_at *at)
{
    int cards = show_items(session)->count, disputed = session->bank->discussion_count;
    if (at->step == SHOW_SPLIT || at->step == SHOW_REVEAL)
        at->step = at->step == SHOW_SPLIT ? SHOW_CARD : SHOW_SPLIT;
    else if (at->step == SHOW_CARD && at->number > 0)
        *at = (struct show_at){SHOW_REVEAL, at->number - 1, 0};
    else if (at->step == SHOW_DISPUTED && at->told > 0)
        at->told--;
    else if (at->step == SHOW_DISPUTED && at->number > 0)
        *at = (struct show_at){SHOW_DISPUTED, at->number - 1, SHOW_PIECES};
    else if (at->step == SHOW_TOTAL && disputed > 0)
        *at = (struct show_at){SHOW_DISPUTED, disputed - 1, SHOW_PIECES};
    else if (at->step == SHOW_DISPUTED && cards > 0)
        *at = (struct show_at){.step = SHOW_PAUSE};
    else if ((at->step == SHOW_TOTAL || at->step == SHOW_PAUSE) && cards > 0)
        *at = (struct show_at){SHOW_REVEAL, cards - 1, 0};
    else
        return false;
    return true;
}

/* What is pending is kept, or not to be kept: it counts, and the show goes on. */
static unsigned settle(struct show *show)
{
    const struct show_pending *pending = &show->pending;
    bool over = pending->kind == EVENT_END;
    if (pending->kind == EVENT_ANSWER)
        show->counts[pending->card] = pending->hands;
    if (pending->kind == EVENT_STRIKE) {
        show->counts[pending->card] = (struct show_hands){{0}};
        show->notice = SHOW_NOTICE_TAKEN_BACK;
    }
    show->ended = show->ended || over;
    show->at = pending->then;
    return SHOW_EFFECT_REDRAW | (over ? SHOW_EFFECT_OVER : 0) |
           (show->unsaved ? 0 : SHOW_EFFECT_SHARE);
}

/* Makes the next event of what is pending. */
static unsigned record(struct show *show)
{
    struct show_pending *pending = &show->pending;
    if (show->unsaved)
        return settle(show);
    if (pending->kind == EVENT_ANSWER) {
        pending->choice = pending->left.of[SIDE_SALES] ? SIDE_SALES : SIDE_MARKETING;
        pending->left.of[pending->choice]--;
    }
    pending->sequence = ++show->sequence;
    show->at.step = SHOW_STORING;
    return SHOW_EFFECT_RECORD;
}

static unsigned begin(struct show *show, struct show_pending pending)
{
    show->pending = pending;
    return record(show);
}

static unsigned stored(struct show *show)
{
    if (show->pending.kind == EVENT_ANSWER && show_counted(&show->pending.left))
        return record(show);
    return settle(show);
}

static unsigned notice(struct show *show, enum show_notice about)
{
    show->notice = about;
    return SHOW_EFFECT_REDRAW | SHOW_EFFECT_BELL;
}

static unsigned count_hands(struct show *show, const struct show_hands *hands)
{
    if (show->at.step != SHOW_CARD || !show_counted(hands))
        return SHOW_EFFECT_BELL;
    if (show->ended)
        return notice(show, SHOW_NOTICE_ENDED);
    if (show_counted(&show->counts[show->at.number]))
        return notice(show, SHOW_NOTICE_COUNTED_ALREADY);
    return begin(show, (struct show_pending){.kind = EVENT_ANSWER,
                                             .card = show->at.number,
                                             .hands = *hands,
                                             .left = *hands,
                                             .then = {SHOW_SPLIT, show->at.number, 0}});
}

static unsigned take_back(struct show *show)
{
    int card = show_card(show);
    if (show->ended)
        return notice(show, SHOW_NOTICE_ENDED);
    if (card < 0 || !show_counted(&show->counts[card]))
        return notice(show, SHOW_NOTICE_NOTHING_COUNTED);
    return begin(show, (struct show_pending){
                           .kind = EVENT_STRIKE, .card = card, .then = {SHOW_CARD, card, 0}});
}

/* The last page is left for good: what was counted is whole. */
static unsigned finish(struct show *show)
{
    if (show->ended || !show->sequence)
        return SHOW_EFFECT_OVER;
    return begin(
        show, (struct show_pending){.kind = EVENT_END, .card = -1, .then = {.step = SHOW_TOTAL}});
}

static unsigned apply_pending(struct show *show, enum show_move_kind kind)
{
    if (show->at.step == SHOW_STORING && kind == SHOW_MOVE_STORED)
        return stored(show);
    if (show->at.step == SHOW_STORING && kind == SHOW_MOVE_NOT_STORED) {
        show->at.step = SHOW_NOT_STORED;
        return SHOW_EFFECT_REDRAW | SHOW_EFFECT_BELL;
    }
    if (show->at.step == SHOW_NOT_STORED && kind == SHOW_MOVE_RETRY) {
        show->at.step = SHOW_STORING;
        return SHOW_EFFECT_RECORD;
    }
    if (show->at.step == SHOW_NOT_STORED && kind == SHOW_MOVE_UNSAVED) {
        show->unsaved = true;
        return settle(show);
    }
    return SHOW_EFFECT_BELL;
}

unsigned show_apply(struct show *show, const struct session *session, const struct show_move *move)
{
    show->notice = SHOW_NOTICE_NONE;
    if (show->at.step == SHOW_STORING || show->at.step == SHOW_NOT_STORED)
        return apply_pending(show, move->kind);
    switch (move->kind) {
    case SHOW_MOVE_NEXT:
        if (show->at.step == SHOW_TOTAL)
            return finish(show);
        show->at = after(session, show->at);
        return SHOW_EFFECT_REDRAW;
    case SHOW_MOVE_BACK:
        return before(session, &show->at) ? SHOW_EFFECT_REDRAW : SHOW_EFFECT_BELL;
    case SHOW_MOVE_HANDS:
        return count_hands(show, &move->hands);
    case SHOW_MOVE_TAKE_BACK:
        return take_back(show);
    default:
        return SHOW_EFFECT_BELL;
    }
}

/* Reads one number and moves on behind it; false when there is none, or it is too large. */
static bool read_number(const char **text, int *number)
{
    const char *at = *text + strspn(*text, " ");
    size_t digits = strspn(at, "0123456789");
    *number = 0;
    for (size_t i = 0; i < digits && *number <= SHOW_HANDS_MAX; i++)
        *number = *number * 10 + (at[i] - '0');
    *text = at + digits;
    return digits > 0 && *number <= SHOW_HANDS_MAX;
}

bool show_read_hands(const char *text, struct show_hands *hands, struct err *e)
{
    struct show_hands read = {{0}};
    bool good = read_number(&text, &read.of[SIDE_SALES]);
    size_t between = strspn(text, " ,/");
    text += between;
    good = good && between && read_number(&text, &read.of[SIDE_MARKETING]) &&
           text[strspn(text, " ")] == '\0';
    if (!good)
        return err_set(e, STATUS_USAGE,
                       _("Type two numbers up to %d, sales first, as in 7 4; Enter alone goes on "
                         "without counting."),
                       SHOW_HANDS_MAX);
    if (!show_counted(&read))
        return err_set(e, STATUS_USAGE, _("No hand at all? Enter alone goes on without counting."));
    *hands = read;
    return true;
}
