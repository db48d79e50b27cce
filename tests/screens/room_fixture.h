/* A session for the screens a room looks at, and a place where people play it by the clock. */
#ifndef SMQ_TESTS_ROOM_FIXTURE_H
#define SMQ_TESTS_ROOM_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "io/bank_file.h"
#include "io/share.h"

enum { ROOM_PEOPLE_MAX = 64, ROOM_STEP_MS = 20000, ROOM_NAME_SIZE = 160 };

static inline void room_items(const struct bank *bank, struct session_items *items,
                              const char *const *refs)
{
    for (; refs[items->count]; items->count++)
        items->activities[items->count] = bank_find_activity(bank, refs[items->count]);
}

static inline struct session room_session(const struct bank *bank, bool names, bool wide)
{
    static const char *const a[] = {"fair/headline", "fair/arms", "films/public", NULL};
    static const char *const b[] = {"choir/open-day", "choir/key", "films/private", NULL};
    static const char *const practice[] = {
        "bakery/letter", "bakery/cafe", "paint/coupon", "paint/quote", "vet/prices",
        "vet/herd",      NULL};
    struct session session = {.bank = bank,
                              .code = "maple-tango-river",
                              .title = "The first day",
                              .has = {true, true, true},
                              .names = names};
    if (wide)
        snprintf(session.title, sizeof session.title,
                 "最初の一日、मेले में 👋🏽");
    room_items(bank, &session.forms[FORM_A], a);
    room_items(bank, &session.forms[FORM_B], b);
    room_items(bank, &session.practice, practice);
    return session;
}

/* A place where person i begins i steps after the start of time and plays the practice, a card a
 * step; everybody said marketing where i and the card's number agree in their last bit or two. */
struct room_share {
    struct share share;
    const struct app *app;
    const struct session *session;
    int64_t start_utc_ms;
    int people;
    bool tests;             /* everybody has done the test before, at once */
    bool wide;              /* names in letters of two columns, and with marks */
    bool open_after;        /* the test after is open, not the practice */
    int away_from, away_to; /* steps in which it cannot be reached */
    int seen;               /* the step changed() was last asked in; -1 */
};

static inline struct room_share *room_of(struct share *s)
{
    return (struct room_share *)(void *)s;
}

static inline int room_step(const struct room_share *room)
{
    return (int)((app_now(room->app).utc_ms - room->start_utc_ms) / ROOM_STEP_MS);
}

static inline bool room_reached(const struct room_share *room, struct err *e)
{
    int step = room_step(room);
    if (step < room->away_from || step >= room->away_to)
        return true;
    return err_set(e, STATUS_TRY_LATER, "The disk of the room is away.");
}

static inline bool room_changed(struct share *s, const char *code, bool *changed, struct err *e)
{
    (void)code;
    struct room_share *room = room_of(s);
    if (!room_reached(room, e))
        return false;
    *changed = room->seen != room_step(room);
    room->seen = room_step(room);
    return true;
}

static inline bool room_fetch(struct share *s, const char *code, struct str *text,
                              struct share_state *state, struct err *e)
{
    (void)code;
    str_add(text, "");
    *state = (struct share_state){.open = room_of(s)->open_after ? PART_AFTER : PART_PRACTICE};
    return room_reached(room_of(s), e);
}

/* The run of person `number` in this part as far as it is by now. */
static inline size_t room_events(const struct room_share *room, int number, enum part part,
                                 struct event *events, char (*names)[ROOM_NAME_SIZE])
{
    const struct session_items *items = session_items(room->session, part, FORM_A);
    int cards = part == PART_PRACTICE ? room_step(room) - number : items->count;
    cards = cards > items->count ? items->count : cards;
    for (int i = 0; i < cards; i++) {
        const struct activity *activity = &room->session->bank->activities[items->activities[i]];
        bool miss = (number + i) % (i + 2) == 0;
        snprintf(names[i], ROOM_NAME_SIZE, "%s:%s", room->session->bank->id, activity->ref);
        events[i] = (struct event){.sequence = i + 1,
                                   .kind = EVENT_ANSWER,
                                   .activity = names[i],
                                   .wording = activity->wording,
                                   .keyed = activity->side,
                                   .choice = miss ? side_other(activity->side) : activity->side,
                                   .sure = true,
                                   .utc_ms = room->start_utc_ms + (number + i + 1) * ROOM_STEP_MS,
                                   .note = ""};
    }
    if (cards < items->count)
        return cards > 0 ? (size_t)cards : 0;
    events[cards] = (struct event){.sequence = cards + 1,
                                   .kind = EVENT_END,
                                   .activity = "",
                                   .keyed = SIDE_NONE,
                                   .choice = SIDE_NONE,
                                   .utc_ms = room->start_utc_ms + (number + cards) * ROOM_STEP_MS,
                                   .note = "done"};
    return (size_t)cards + 1;
}

static inline bool room_run(const struct room_share *room, int number, enum part part,
                            shared_run_fn *fn, void *context)
{
    struct event events[SESSION_ITEMS_MAX];
    char names[SESSION_ITEMS_MAX][ROOM_NAME_SIZE];
    bool practice = part == PART_PRACTICE;
    struct shared_run run = {.owner = "", .source = SOURCE_PLAYED, .events = events};
    snprintf(run.learner.id, UUID_SIZE, "01890000-0000-7000-8000-%012d", number);
    const char *name = room->wide ? (number % 2 ? "人とよく話す花子さん" : "रोबोट वाले मेहमान ")
                                  : (number % 2 ? "Bo " : "Ada \033[2J");
    snprintf(run.learner.name, sizeof run.learner.name, "%s%d", name, number);
    run.run =
        (struct run){.mode = practice ? "practice" : "exam",
                     .rules = "",
                     .bank = room->session->bank->id,
                     .items = "",
                     .session = room->session->code,
                     .part = part_id(part),
                     .started_utc_ms = room->start_utc_ms + number * ROOM_STEP_MS - !practice};
    snprintf(run.run.id, UUID_SIZE, "01890000-0000-7000-%s-%012d", practice ? "9000" : "8000",
             number);
    memcpy(run.run.learner, run.learner.id, UUID_SIZE);
    run.count = room_events(room, number, part, events, names);
    return fn(&run, context);
}

static inline bool room_each_run(struct share *s, const char *code, shared_run_fn *fn,
                                 void *context, struct faults *refused, struct err *e)
{
    (void)code;
    struct room_share *room = room_of(s);
    if (!room_reached(room, e))
        return false;
    for (int i = 0; i < room->people && i <= room_step(room); i++) {
        if (room->tests && !room_run(room, i, PART_BEFORE, fn, context))
            break;
        if (!room_run(room, i, PART_PRACTICE, fn, context))
            break;
    }
    if (room_step(room) > 3)
        faults_add(refused, FAULT_ERROR, (struct place){"x.jsonl", 0}, "it is forged");
    return true;
}

#endif
